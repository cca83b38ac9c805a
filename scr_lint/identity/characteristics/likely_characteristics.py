"""Words that likely tell the people, faith, language, status or orientation of somebody in the family.

What a sign is worth was learnt from marked drafts and passages: `learning/characteristics.py` makes the
weights, and says how well they do on files that they were not learnt from.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ...draft import RUNNING, Block, Draft, Role
from ...persons.mentions import Cast
from ...vector_weights import weights_for
from .characteristic_candidates import Characteristic, candidates
from .characteristic_signs import find_signs

if TYPE_CHECKING:
    from spacy.tokens import Doc

FILE, SORT = "characteristics.json", "characteristic"
#: From which likelihood on it is said: chosen by the figures on files left out.
ENOUGH = 0.6
_LEFT_ALONE = frozenset({Role.CONTENTS, Role.GLOSSARY, Role.REFERENCES})
_JOIN = re.compile(r"(?:[ /-]| and | & |, | or | as well as )$")
# What is broad already: "South Asian", "Eastern European".
_BROAD = re.compile(
    r"(?:South|East|South-East|Southeast|Eastern|Central|North|West|Western|Middle) $|\b(?:non-|not )$"
)
_OWN_ENGLISH = re.compile(r"\b(?:his|her|their|whose|[’']s) $", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Told:
    """Characters that tell of the family, and what is broader."""

    start: int
    end: int
    broader: str


def is_read(draft: Draft, block: Block) -> bool:
    """Whether a block is one in which such words are looked for."""
    return block.kind not in RUNNING and draft.role_of(block.index) not in _LEFT_ALONE


def could_tell(text: str, each: Characteristic) -> bool:
    """Whether words are neither broad already nor how good somebody's English is."""
    before = text[: each.start]
    if _BROAD.search(before):
        return False
    return text[each.start : each.end] != "English" or not _OWN_ENGLISH.search(before)


def told_of_family(draft: Draft, block: Block, doc: Doc, cast: Cast) -> Iterator[Told]:
    """What a paragraph likely tells of the family, words that stand together as one."""
    last: Told | None = None
    for each in candidates(doc):
        if not could_tell(doc.text, each) or not _is_likely(draft, block, doc, each, cast):
            continue
        told = Told(each.start, each.end, next(iter(each.kinds.values())))
        if last is not None and _JOIN.fullmatch(doc.text[last.end : told.start]):
            last = Told(last.start, told.end, told.broader)
            continue
        if last is not None:
            yield last
        last = told
    if last is not None:
        yield last


def _is_likely(draft: Draft, block: Block, doc: Doc, each: Characteristic, cast: Cast) -> bool:
    signs = find_signs(draft, block, doc, each, cast)
    return signs is not None and weights_for(doc, FILE, SORT).likelihood(signs) >= ENOUGH
