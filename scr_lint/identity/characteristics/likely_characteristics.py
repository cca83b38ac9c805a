"""Words that likely tell the people, faith, language, status or orientation of somebody in the family.

What a sign is worth was learnt from marked drafts and passages: `learning/characteristics.py` makes the
weights, and says how well they do on files that they were not learnt from.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ...draft import RUNNING, Block, Draft, Role, Span
from ...persons.mentions import Cast
from ...vector_weights import weights_for
from ..publicity.sources import in_source
from .characteristic_candidates import Characteristic, candidates
from .characteristic_signs import find_signs

if TYPE_CHECKING:
    from spacy.tokens import Doc

FILE, SORT = "characteristics.json", "characteristic"
#: From which likelihood on it is said: chosen by the figures on files left out.
ENOUGH = 0.55
_LEFT_ALONE = frozenset({Role.CONTENTS, Role.GLOSSARY, Role.REFERENCES})
_JOIN = re.compile(r"(?:[ /-]| and | & |, | or | as well as )$")
# What is broad already: "South Asian", "Eastern European".
_BROAD = re.compile(
    r"(?:South|East|South-East|Southeast|Eastern|Central|North|West|Western|Middle) $|\b(?:non-|not )$"
)
# "Core hardness (RC)", "36 RC": a scale. "Witness statement": who is heard, and of what faith is not said.
_IN_UNITS = re.compile(r"(?:[Hh]ardness|Rockwell[^.;]{0,12}|\d)\s?\(?$")
# "(01234-20) (JW)": whoever wrote the letter.
_REFERENCE = re.compile(r"\d\)?[\s/]*\($")
_WITNESS = re.compile(
    r"s?\W*$| (?:statements?|name|summon\w+|evidence|list|box|protection|care|\d)"
)
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+|[\w.+-]{1,64}@\S+|\b[A-Z]{2,5}\d{5,}\w*")
# What numbers and viruses come from, and no family.
_OF_THINGS = re.compile(
    r"\b(?:origins? of|probable origin|origin\W*$|virus(?:es)?|outbreaks?|pandemics?|epidemics?|pathogens?|hardness|element|alloy|"
    r"manufactur\w+|cases\b|deaths\b|fatality|hearing|counsel|solicitors?|legal representatives?|law firms?)",
    re.IGNORECASE,
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
    of_things = block.cell is not None and bool(_OF_THINGS.search(block.cell.header))
    return (
        block.kind not in RUNNING
        and draft.role_of(block.index) not in _LEFT_ALONE
        and not of_things
    )


def _in_address(text: str, each: Characteristic) -> bool:
    """Whether words are part of a web address or of the number of a paper."""
    return any(m.start() <= each.start < m.end() for m in _ADDRESS.finditer(text))


def could_tell(text: str, each: Characteristic) -> bool:
    """Whether words are neither broad already nor how good somebody's English is."""
    before = text[: each.start]
    if _BROAD.search(before) or _in_address(text, each):
        return False
    if text[each.start : each.end] == "RC" and _IN_UNITS.search(before):
        return False
    if text[each.start : each.end].isupper() and _REFERENCE.search(before):
        return False
    if text[each.start : each.end].startswith("Witness") and _WITNESS.match(text[each.end :]):
        return False
    return text[each.start : each.end] != "English" or not _OWN_ENGLISH.search(before)


def told_of_family(draft: Draft, block: Block, doc: Doc, cast: Cast) -> Iterator[Told]:
    """What a paragraph likely tells of the family, words that stand together as one."""
    last: Told | None = None
    for each in candidates(doc):
        if in_source(draft, Span(block.index, each.start, each.end)):
            continue
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
