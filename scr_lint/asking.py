"""Whether a paragraph without a label asks for something, by its words alone."""

from __future__ import annotations

import re

from .bodies import standing_beside
from .draft import Block, Kind
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
    r"recommendations?\b|\baction plan\b|\brecommendations? (?:is|are|was|were|has|have)\b",
    re.IGNORECASE,
)
#: A sentence whose verbs are the list items after it: "The Board should:".
_OPENS_LIST = re.compile(r"\b(?:should|must|shall|will|to)\b(?:(?!\bthat\b)[^.:]){0,70}:$", re.I)
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
    if text.endswith("?") or names_group(block):
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
    return bool(_FOR_WHOM.match(title))


def names_group(block: Block) -> bool:
    """Whether a line of its own says whom the recommendations after it are for."""
    words = block.text.rstrip(" :").split()
    if len(words) > 10 or words[-1][-1] in ".;?!" or block.kind is not Kind.PARAGRAPH:
        return False
    capitals = all(word[0].isupper() or len(word) < 4 for word in words)
    return (capitals or for_whom(block.text)) and bool(standing_beside(block.text, heading=True))
