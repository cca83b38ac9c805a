"""Words that likely lead to something published of the case, by all that is said around them.

What a sign is worth was learnt from passages that people marked: `learning/publicity.py` makes the
weights, and says how well they do on files that they were not learnt from.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ...vector_weights import weights_for
from ..names.name_words import NameWords
from .publicity_signs import Sort, candidates, find_signs

if TYPE_CHECKING:
    from spacy.tokens import Doc

FILE = "publicity.json"
#: From which likelihood on it is said: chosen by the figures on files left out.
ENOUGH = {Sort.NAME: 0.7, Sort.WORDS: 0.7, Sort.LENGTH: 0.7}
# What stands between two parts of one thing: "Two Little Angels", in the Leader.
_JOINS = re.compile(r"[\s,“”\"‘’'(:]*(?:(?:[’']s|of|in|on|and|the|a)\b[\s,“\"‘']*){0,2}")


@dataclass(frozen=True, slots=True)
class Likely:
    """Characters that likely lead to something published, what sort they are, and how likely it is."""

    start: int
    end: int
    sort: Sort
    of_court: bool
    likely: float


def likely_publicity(doc: Doc, words: NameWords, taken: list[tuple[int, int]]) -> Iterator[Likely]:
    """What in a parsed paragraph likely leads to something published, outside the spans taken."""
    last: Likely | None = None
    for each in sorted(_weighed(doc, words, taken), key=lambda found: (found.start, -found.end)):
        if last is not None and each.start < last.end:
            continue
        if last is not None and _JOINS.fullmatch(doc.text, last.end, each.start):
            last = Likely(last.start, each.end, last.sort, last.of_court, last.likely)
            continue
        if last is not None:
            yield last
        last = each
    if last is not None:
        yield last


def _weighed(doc: Doc, words: NameWords, taken: list[tuple[int, int]]) -> Iterator[Likely]:
    text = doc.text
    for each in candidates(doc):
        if any(_are_one(text, (each.start, each.end), other) for other in taken):
            continue
        signs = find_signs(doc, each, words)
        if signs is None:
            continue
        likely = weights_for(doc, FILE, each.sort).likelihood(signs)
        if likely >= ENOUGH[each.sort]:
            of_court = "court near" in signs.tags and "press near" not in signs.tags
            yield Likely(each.start, each.end, each.sort, of_court, likely)


def _are_one(text: str, one: tuple[int, int], other: tuple[int, int]) -> bool:
    """Whether two spans overlap, or next to nothing stands between them."""
    first, second = sorted((one, other))
    return second[0] < first[1] or bool(_JOINS.fullmatch(text, first[1], second[0]))
