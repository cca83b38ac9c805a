"""Whether a paragraph without a label asks for something, by its words alone."""

from __future__ import annotations

import re

from ..draft import Block, Kind
from .bodies import standing_beside
from .verbs import is_action

_ASKS = re.compile(
    r"\b(?:should|must|shall|ought to)\b(?! have\b)|\b(?:needs? to|recommend(?:s|ed)?)\b|"
    r"\b(?:is|are) (?:asked|invited|urged|advised|requested|required|encouraged) to\b|"
    r"^recommendations? (?:to|for) [^.:]{3,80}:",
    re.IGNORECASE,
)
#: "The Trust to ensure …": also how a statement may go on, so only where recommendations stand.
_NOTES = re.compile(
    r"^[^.,;]{3,90}? to (?:ensure|review|consider|provide|develop|agree|produce|publish|undertake|"
    r"commission|seek|report|make)\b",
    re.IGNORECASE,
)
_SUBORDINATE = re.compile(
    r"\b(?:when|whether|what|how|which|who|if|although|because)\b[^,;:]*$", re.IGNORECASE
)
_COMMAND = re.compile(r"(?P<verb>[A-Z][a-z]+(?:-[a-z]+)?) (?!ha[sd]|have|is|are|was|were|of|by)")
#: Statements of how things are: a list of shortcomings is no list of recommendations.
_STATES = re.compile(r"\b(?:is|are|was|were|has|have|had|does|do not|did|remains?)\b", re.I)
#: Paragraphs about the recommendations as a whole.
_ABOUT = re.compile(
    r"\b(?:these|those|the following|all(?: of)? the|single agency) (?:\w+ ){0,2}"
    r"recommendations?\b|^the following\b.*\b(?:recommended|made)\b|\baction plan\b|\brecommendations? (?:is|are|was|were|has|have)\b",
    re.IGNORECASE,
)
#: A sentence whose verbs are the list items after it: "The Board should:".
_OPENS_LIST = re.compile(r"\b(?:should|must|shall|will|to)\b(?:(?!\bthat\b)[^.:]){0,70}:$", re.I)
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
_SHORTCOMINGS = re.compile(r"\b(?:improvements?|next steps)\b", re.IGNORECASE)


def asks(block: Block, heading: str) -> bool:
    """Whether a paragraph or list item under a heading is a recommendation.

    Under a heading that promises recommendations, any list item is one that states no facts.
    """
    text = block.text
    if text.endswith(":"):
        return opens_list(block)
    if text.endswith("?") or names_group(block) or is_detail(block):
        return False
    command = _COMMAND.match(text)
    if command and is_action(command["verb"].lower()):
        return True
    if _ABOUT.search(text):
        return False
    shortcomings = _SHORTCOMINGS.search(heading)
    said = re.split(r"(?<=[.;]) ", text)[0] if shortcomings else text
    if any(not _SUBORDINATE.search(said[: match.start()]) for match in _ASKS.finditer(said)):
        return True
    if shortcomings or _STATES.search(text):
        return False
    return block.kind is Kind.LIST_ITEM or bool(_NOTES.search(text))


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
