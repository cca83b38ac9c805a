"""Whether what could be somebody's name stands for a place where it is: "moved from Jordan"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from ...grammar.parse import neighbour, whole_text
from .name_candidates import Candidate
from .name_words import cues, places, plain

if TYPE_CHECKING:
    from spacy.tokens import Span as SpacySpan
    from spacy.tokens import Token

# What stands before a street's name that a number follows.
_HOUSE = re.compile(r"(?:\b\d{1,4}[a-z]?,? |\b(?:on|at|in|rue|via|calle|plaza) )$")
# "4 Marlow Road, Osei": what follows a street after a comma.
_IN_AN_ADDRESS = re.compile(
    r"\b\d{1,4}[a-z]? (?:[A-Z][\w’'-]+ ){1,3}(?:Road|Street|Drive|Lane|Avenue|Close|Way|Crescent|Terrace|Gardens|Grove|Place|Walk|Court|House|Row|Hill|Park|View|Rise|Square|Mews),? $"
)
_PLACING = frozenset({"in", "at", "near", "around", "across", "throughout", "outside", "within"})
_ON_THE_WAY = re.compile(
    r"\b(?:by way of|via|as in|north of|south of|east of|west of|outskirts of|part of|town of|city of) $"
)
# "the accent of Marshwick, where she was born".
_IS_WHERE = re.compile(
    r", where (?:s?he|they|it|we|his|her|their|the|an?|there|most|many|few|no|nobody|some) "
)
# What is seen in somebody, and whom somebody believes in.
_SEEN_IN = re.compile(
    r"\b(?:changes?|differences?|improvements?|interests?|confidence|faith|trust|belief|believed?|confid(?:e|ed|ing)|deterioration|"
    r"decline|progress|developments?|anger|anxiety|fear|delays?|regression|bruis\w+|injur\w+|symptoms?|seen|noticed?|observed) in $"
)


def place_signs(candidate: Candidate, words: SpacySpan, is_place: bool) -> Iterator[str]:
    """What speaks against a name because of where it stands; `is_place` where the draft also
    uses its words as the name of a place or body."""
    text = whole_text(words.doc)
    numbered = re.match(r" \d{1,5}\b(?! ?(?:years?|months?|weeks?))", text[candidate.end :])
    if numbered and _HOUSE.search(text[: candidate.start]):
        yield "a street's, by its number"
    if not candidate.title and _IN_AN_ADDRESS.search(text[: candidate.start]):
        yield "in an address"
    if is_place:
        yield "a place elsewhere"
    if stands_for_place(words):
        known = plain(" ".join(candidate.words)) in places()
        yield "a known place, and stands for one" if known else "stands for a place"


def stands_for_place(words: SpacySpan) -> bool:
    """Whether something is in, or somebody goes to, what the words stand for."""
    text = whole_text(words.doc)
    if text[words.end_char : words.end_char + 1] in {"’", "'"}:
        return False
    if _IS_WHERE.match(text, words.end_char):
        return True
    first = words.root
    while first.dep_ == "conj" and first.head.i != first.i:
        first = first.head
    before = text[: min(first.idx, words.start_char)]
    if _SEEN_IN.search(before):
        return False
    if _ON_THE_WAY.search(before) or (words[0].i and neighbour(words[0], -1).lower_ in _PLACING):
        return True
    if first.dep_ != "pobj":
        return False
    above = first.head
    if above.lower_ == "from" and _has_origin(above.head):
        return True
    return above.lower_ in _PLACING or (
        above.lower_ in {"to", "from", "via"} and above.head.lemma_ in cues("motion")
    )


def _has_origin(head: Token) -> bool:
    """Whether what stands before "from" has a place there: "came from", "a driver from"."""
    if head.lemma_ in cues("origin"):
        return True
    person = head.lemma_ in cues("kin") | cues("role") or head.lemma_.endswith(("er", "ian", "ist"))
    return head.pos_ == "NOUN" and person and head.lemma_ not in {"letter", "number", "paper"}
