"""Whether a paragraph without a label asks for something, by its words alone."""

from __future__ import annotations

import re

from ..draft import Block, Kind
from .bodies import standing_beside
from .verbs import is_action

#: "should have an interpreter" asks; "should have rung" judges.
_JUDGES = (
    r"(?! (?:not |also |\w+ly )*have (?:\w{3,}(?:ed|wn|en)|been|done|made|had|told|sent|led|rung|met|"
    r"kept|left|put|set|come|found|brought|thought|sought|held|read|begun|taught)\b)"
)
_ASKS = re.compile(
    rf"\b(?:should|must|shall|ought to)\b{_JUDGES}|\b(?:needs? to|recommend(?:s|ed)?)\b|"
    r"\bwould like to see\b|"
    r"\b(?:is|are) (?:asked|invited|urged|advised|requested|required|encouraged) to\b|"
    r"^recommendations? (?:to|for) [^.:]{3,80}:",
    re.IGNORECASE,
)
#: "The Trust to ensure …", "Hyfryn Council will report …": also how a statement may go on, so only
#: where recommendations stand.
_NOTES = re.compile(r"^[^.,;:]{3,90}? to (?P<verb>[a-z]+(?:-[a-z]+)?)\b")
_PROMISES = re.compile(r"^[^.;:]{3,90}? will (?:\w+ly )?(?P<verb>[a-z]+(?:-[a-z]+)?)\b")
#: The reviewers, who ask for nothing of themselves: "we thought hard about asking …".
_SPEAKERS = re.compile(r"\W*(?:I|we|they|he|she|it|this|these|those|there|each|some)\b", re.I)
#: "That the policy be rewritten", "First, that the register have a code of its own".
_THAT = re.compile(
    r"^\W*(?:\w{1,4}[.)]\s)?(?:(?:[^.]{3,40}\.\s)?(?:first|second|third|fourth|fifth|sixth|last|final)"
    r"(?:ly)?,?\s)?that\b(?! (?:is|was|were|are|would|will|has|had)\b)",
    re.IGNORECASE,
)
_SUBORDINATE = re.compile(
    r"\b(?:when|whether|what|how|which|who|if|although|because)\b[^,;:]*$", re.IGNORECASE
)
_COMMAND = re.compile(r"(?P<verb>[A-Z][a-z]+(?:-[a-z]+)?) (?!ha[sd]|have|is|are|was|were|of|by)")
#: "For the Trust: publish a list", where the name stands for "should".
_TOLD = re.compile(r"(?P<who>[^.:]{3,70}): (?P<verb>[A-Za-z]+(?:-[a-z]+)?) ")
#: Statements of how things are: a list of shortcomings is no list of recommendations.
_STATES = re.compile(r"\b(?:is|are|was|were|has|have|had|does|do not|did|remains?)\b", re.I)
#: Paragraphs about the recommendations as a whole.
_ABOUT = re.compile(
    r"\b(?:these|those|the following|all(?: of)? the|single agency) (?:\w+ ){0,2}"
    r"recommendations?\b|^the following\b.*\b(?:recommended|made)\b|\baction plan\b|\brecommendations? (?:is|are|was|were|has|have)\b",
    re.IGNORECASE,
)
#: A sentence whose verbs are the list items after it: "The Board should:".
_OPENS_LIST = re.compile(
    r"\b(?:should|must|shall|will|to)\b(?:(?!\bthat\b)[^.:]){0,70}:$|"
    r"\brecommend(?:s|ed)? that [^.:]{3,80}:$",
    re.I,
)
_RESPONSIBLE = re.compile(
    r"(?:^|(?<=[.;)\]]\s)|(?<=\n)|\()(?:lead|responsib\w+|accountable|(?:action )?owner|who|by whom|"
    r"(?:for )?action by|agency responsible|(?:directed|addressed) to|addressee)(?:\s\w+)?\s*:"
    r"\s*([^.;()\n]{3,120}?)"
    r"(?=[.;()\n]|$|\s(?:actions?|timescale|deadline|date|when|by when|outcome)\s*:)",
    re.IGNORECASE,
)
#: Lines of a recommendation set out as a form.
_DETAIL = re.compile(
    r"(?:lead|responsib\w+|accountable|owner|who|by whom|(?:for )?action by|addressee|by when|by|when|"
    r"timescale|deadline|date|outcome|measure|success)(?: \w+){0,2}\s*:",
    re.IGNORECASE,
)
_FOR_WHOM = re.compile(r"\W*(?:\w+ ){0,2}(?:recommendations?|actions?) (?:for|to) ", re.IGNORECASE)
#: Headings of lists that tell shortcomings as often as they ask for something.
_SHORTCOMINGS = re.compile(r"\b(?:improve(?:ments?)?|next steps)\b", re.IGNORECASE)


def asks(block: Block, heading: str) -> bool:
    """Whether a paragraph or list item under a heading is a recommendation.

    Under a heading that promises recommendations, any list item is one that states no facts.
    """
    text = block.text
    if text.endswith(":"):
        return opens_list(block)
    if text.endswith("?") or names_group(block) or is_detail(block):
        return False
    told = _TOLD.match(text)
    if told and is_action(told["verb"].lower()) and standing_beside(told["who"], heading=True):
        return True
    command = _COMMAND.match(text)
    if command and is_action(command["verb"].lower()):
        return True
    if _ABOUT.search(text):
        return False
    shortcomings = _SHORTCOMINGS.search(heading)
    said = re.split(r"(?<=[.;]) ", text)[0] if shortcomings else text
    if any(not _SUBORDINATE.search(said[: match.start()]) for match in _ASKS.finditer(said)):
        return True
    if shortcomings:
        return False
    if _THAT.match(text) or _is_noted(block):
        return True
    return block.kind is Kind.LIST_ITEM and not _STATES.search(text)


def _is_noted(block: Block) -> bool:
    """Whether a paragraph opens with "the Trust to publish …", or, numbered, "the Trust will …"."""
    text = block.text
    if _SPEAKERS.match(text):
        return False
    note = _NOTES.match(text)
    if note and is_action(note["verb"]) and not _STATES.search(note[0]):
        return True
    promise = _PROMISES.match(text) if block.number or block.kind is Kind.LIST_ITEM else None
    return promise is not None and is_action(promise["verb"])


def opens_list(block: Block) -> bool:
    """Whether the list items after a paragraph go on with its sentence: "The Board should:"."""
    return bool(_OPENS_LIST.search(block.text))


def for_whom(title: str) -> bool:
    """Whether a heading says whom the recommendations under it are for."""
    return bool(_FOR_WHOM.match(title)) or _is_name(title)


def is_detail(block: Block) -> bool:
    """Whether a line gives a detail of a recommendation: "Owner: …", "By when: …"."""
    return bool(_DETAIL.match(block.text))


def responsible_in(text: str) -> list[str]:
    """Those named after "Responsible:", "Lead agency:" and the like."""
    return [match.strip() for match in _RESPONSIBLE.findall(text)]


def names_group(block: Block) -> bool:
    """Whether a line of its own says whom the recommendations after it are for."""
    if block.kind is not Kind.PARAGRAPH or len(block.text) > 90:
        return False
    promised = bool(_FOR_WHOM.match(block.text)) and block.text[-1] not in ".;?!"
    return _is_name(block.text) or (promised and bool(standing_beside(block.text, heading=True)))


def _is_name(text: str) -> bool:
    """Whether a line is the name of a body or post and nothing else."""
    words = text.rstrip(" :").split()
    capitals = all(word[0].isupper() or len(word) < 4 for word in words)
    plain = len(words) < 11 and not set(".;:?!") & set(text.rstrip(" :"))
    return plain and capitals and bool(standing_beside(text, heading=True))
