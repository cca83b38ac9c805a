"""Names that the settings allow: who stands in the draft on purpose, also by title and surname."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from ... import vocabulary
from ...draft import Draft, Span
from ...settings import Names
from .name_candidates import Candidate
from .name_weighing import key_of
from .name_words import cues, plain

MALE = frozenset({"mr", "sir", "lord", "baron"})
FEMALE = frozenset({"mrs", "ms", "miss", "dame", "lady", "baroness"})
# Titles that say nothing of the first name that goes with them.
_LEARNED = frozenset({"dr", "doctor", "prof", "professor"})
_BOTH = re.compile(r"\b(?:Mrs?|Ms|Miss|Mx|Dr)\.? (?:and|&) $")
_BEFORE, _AFTER = 40, 60  # characters in which kin or an age stands beside a name


def allowed_among(draft: Draft, candidates: Sequence[Candidate], names: Names) -> frozenset[Span]:
    """Where a draft names somebody whom [names] allow names: as written there, and where that is a
    full name that the draft has, too, by a title and the surname.

    The surname is somebody else's too where the draft gives it with another first name or another
    title, to a family, a couple or anybody's kin: then no title and surname is left alone, since
    nobody can tell whose they are. The title has to go with the first name.
    """
    allowed = {plain(" ".join(name.split())) for name in names.allow}
    if not allowed:
        return frozenset()
    whole = [c for c in candidates if key_of(c) in allowed]
    titled: list[Candidate] = []
    for surname in {c.words[-1] for c in whole if len(c.words) > 1}:
        bearers = [c for c in candidates if plain(c.words[-1]) == plain(surname)]
        full = [c for c in whole if c in bearers and len(c.words) > 1]
        others = [c for c in bearers if c not in full and (len(c.words) > 1 or c.initials)]
        alone = [c for c in bearers if c.title and c not in full]
        if not others and _is_one_person(draft, full, alone) and not _is_a_familys(draft, surname):
            titled += alone
    return frozenset(Span(c.block, c.start, c.end) for c in (*whole, *titled))


def _is_one_person(draft: Draft, full: list[Candidate], alone: list[Candidate]) -> bool:
    """Whether titles with a surname, and the full names that have it, are all of one person."""
    titles = {c.title for c in (*full, *alone) if c.title}
    if len({key_of(c) for c in full}) > 1 or len(titles) > 1:
        return False
    title, first = "".join(titles).lower(), plain(full[0].words[0])
    fits = (
        any(c.title for c in full)
        or title in _LEARNED
        or (title in FEMALE and first in _firsts_of("f"))
        or (title in MALE and first in _firsts_of("m"))
    )
    return fits and not any(_is_of_the_case(draft, c) for c in alone)


def _is_of_the_case(draft: Draft, candidate: Candidate) -> bool:
    """Whether a name has kin, an age or the other half of a couple right beside it: "the mother, Mrs
    Marlow", "Miss Marlow, aged nine", "Mr and Mrs Marlow"."""
    text = draft.blocks[candidate.block].text
    before = text[max(0, candidate.start - _BEFORE) : candidate.start]
    after = text[candidate.end : candidate.end + _AFTER]
    return bool(
        _BOTH.search(before)
        or _BOTH.search(text[candidate.start : candidate.end])
        or _kin_before().search(before)
        or _kin_after().match(after)
    )


def _is_a_familys(draft: Draft, surname: str) -> bool:
    """Whether a draft has a family, a household or children of a surname: "the Marlows"."""
    shared = re.compile(
        rf"\b[Tt]he {re.escape(surname)}e?s\b|\b{re.escape(surname)}(?:[’']s)? (?:family|household|home|children|twins|brothers|sisters|siblings|boys?|girls?)\b"
    )
    return any(shared.search(block.text) for block in draft.blocks)


@cache
def _kin() -> str:
    return rf"(?:foster |step-?|great-|god)*(?:{'|'.join(sorted(cues('kin'), key=len, reverse=True))})s?"


@cache
def _kin_before() -> re.Pattern[str]:
    return re.compile(
        rf"\b{_kin()}[,:(–—-]*(?: (?:is|was|called|named|a|of|then|by then))* ?[(“\"‘]?$", re.I
    )


@cache
def _kin_after() -> re.Pattern[str]:
    own = r"(?:(?:the|his|her|their|a|an|[\w’']+[’']s?|child [a-z]|maternal|paternal|elder|older|younger|own|late|eldest) )*"
    return re.compile(
        rf"[’']s? (?:\w+ )?{_kin()}\b|[,:(–—-]* ?(?:(?:who|is|was|as|then|now|by) ){{0,3}}[(]?"
        rf"(?:{own}{_kin()}\b|aged? \d|aged (?:of )?[a-z]|(?:\d{{1,2}}|[a-z]+)[ -](?:years?|months?|weeks?)|\d{{1,2}}\b)",
        re.I,
    )


@cache
def _firsts_of(sex: str) -> frozenset[str]:
    """First names that are a woman's ("f") or a man's ("m") alone."""
    rows = vocabulary.load("scr_lint", "name_sex")
    return frozenset(plain(w) for row in rows if row["sex"] == sex for w in row["words"].split())
