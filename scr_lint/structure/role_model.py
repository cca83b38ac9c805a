"""Weighs what chapters show of their roles against the order in which reports have their parts.

For chapters whose headings say nothing ("Sitting down together"). The weights in
`vocabulary/role_weights.tsv` were fitted to marked drafts by `learning/roles.py`: how much each
cue of `role_cues` speaks for each role, and how often one role follows another.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import groupby

from .. import vocabulary
from ..draft import Draft, Role, Section, count_words
from .headings import series_of
from .role_cues import cues_of, told_in

#: The row of weights for what follows the role at the right: "after summary".
AFTER = "after "
#: Where a report begins and where it ends.
EDGE = "edge"
#: How sure the weights must be before a chapter is given a role.
_SURE = 0.3
#: Fewer words show nothing of a role.
_FEW = 15
#: The share of paragraphs that ask for something, from which a chapter may hold recommendations.
_ASKING = 0.3
#: The score of a role that a chapter can hardly have.
_UNLIKELY = -20.0
# What front matter may stand after.
_FRONT = frozenset(
    {None, Role.FRONT_MATTER, Role.CONTENTS, Role.SUMMARY, Role.GLOSSARY, Role.OTHER}
)
#: How much likelier its place, and the words of its heading, make the role that a chapter may have.
PLACED, WORDED = math.log(8), math.log(100)


@dataclass(frozen=True)
class Weights:
    """How much each cue speaks for each role, and the logarithm of how often one follows another."""

    cues: Mapping[str, Mapping[Role, float]]
    follows: Mapping[str, Mapping[str, float]]


@dataclass(frozen=True)
class Chapter:
    """A chapter to weigh: its role if that is known, or the one it leans to and how strongly."""

    section: Section
    known: Role | None = None
    leaning: Role | None = None
    lean: float = 0.0


def weigh(draft: Draft, chapters: Sequence[Chapter]) -> dict[int, Role]:
    """The roles of the chapters that are not known, by section, where one role is likely enough.

    Chapters whose headings run in a series ("Episode 1", "Episode 2") are one to the order of a
    report, and have one role.
    """
    weights = fitted()
    runs = [list(run) for _, run in groupby(enumerate(chapters), _series)]
    scores = [_together(draft, [chapter for _, chapter in run], weights) for run in runs]
    _front_ends(runs, scores)
    found = {}
    for run, likely in zip(runs, _in_order(scores, weights), strict=True):
        role = max(likely, key=lambda role: likely[role])
        for _, chapter in run:
            if chapter.known is None and likely[role] >= _SURE and _tells(draft, chapter.section):
                found[chapter.section.index] = role
    return found


def _front_ends(
    runs: Sequence[Sequence[tuple[int, Chapter]]], scores: Sequence[dict[Role, float]]
) -> None:
    """Makes front matter unlikely once a chapter of the body is known."""
    in_body = False
    for run, likely in zip(runs, scores, strict=True):
        if in_body and len(likely) > 1:
            likely[Role.FRONT_MATTER] = _UNLIKELY
        in_body = in_body or any(chapter.known not in _FRONT for _, chapter in run)


def _series(counted: tuple[int, Chapter]) -> str:
    """What a chapter has in common with others of a series; of its own where it stands alone."""
    place, chapter = counted
    return (not chapter.known and series_of(chapter.section.title)) or f"{place}"


def _together(draft: Draft, run: Sequence[Chapter], weights: Weights) -> dict[Role, float]:
    """The scores of a series.

    Each chapter's text says something new, in part; what their headings and places say, they say
    once.
    """
    scores = [_scores(draft, chapter, weights) for chapter in run]
    total = {role: sum(s[role] for s in scores) / len(run) ** 0.5 for role in scores[0]}
    for chapter in run:
        if chapter.leaning and not chapter.known:
            total[chapter.leaning] += chapter.lean / len(run)
    return total


def _tells(draft: Draft, section: Section) -> bool:
    """Whether a chapter has text enough to show anything."""
    return sum(count_words(block.text) for block in told_in(draft, section)) >= _FEW


def chapters_of(
    sections: Sequence[Section], title: int | None, opened: Collection[int] = ()
) -> list[Section]:
    """The sections that stand in a report as its parts: those under no other, or under its title.

    Those under a section in `opened` count in its place.
    """
    outer = {None, title, *opened}
    return [
        s
        for s in sections
        if s.heading is not None
        and s.index not in outer
        and (s.parent in outer or s.parent is None)
    ]


@cache
def fitted() -> Weights:
    """The weights that the package holds."""
    cues: dict[str, dict[Role, float]] = {}
    follows: dict[str, dict[str, float]] = {}
    for row in vocabulary.load("scr_lint", "role_weights"):
        values = {name: float(value) for name, value in row.items() if name != "cue" and value}
        if row["cue"].startswith(AFTER):
            follows[row["cue"].removeprefix(AFTER)] = values
        else:
            cues[row["cue"]] = {Role(n): v for n, v in values.items() if n != EDGE}
    return Weights(cues, follows)


def _scores(draft: Draft, chapter: Chapter, weights: Weights) -> dict[Role, float]:
    """The logarithm of how likely a chapter's text is in each role."""
    if chapter.known:
        return {chapter.known: 0.0}
    cues = cues_of(draft, chapter.section)
    total = {Role(name): 0.0 for name in weights.follows[EDGE] if name != EDGE}
    if cues.get("blocks asking", 0) < _ASKING and chapter.leaning is not Role.RECOMMENDATIONS:
        total[Role.RECOMMENDATIONS] = _UNLIKELY
    for cue, value in cues.items():
        for role, weight in weights.cues.get(cue, {}).items():
            total[role] += value * weight
    return total


def _in_order(scores: Sequence[Mapping[Role, float]], weights: Weights) -> list[dict[Role, float]]:
    """How likely each role is for each chapter, seen with all the others before and after it."""
    step = weights.follows
    before: list[dict[Role, float]] = []
    for score in scores:
        reached = {}
        for role, own in score.items():
            ways = [w + step[last][role] for last, w in before[-1].items()] if before else []
            reached[role] = own + (_sum(ways) if before else step[EDGE][role])
        before.append(reached)
    after: list[dict[Role, float]] = []
    for place in reversed(range(len(scores))):
        ahead = {}
        for role in scores[place]:
            if not after:
                ahead[role] = step[role][EDGE]
                continue
            onward = scores[place + 1]
            ahead[role] = _sum([step[role][r] + onward[r] + w for r, w in after[-1].items()])
        after.append(ahead)
    likely = []
    for reached, ahead in zip(before, reversed(after), strict=True):
        both = {role: reached[role] + ahead[role] for role in reached}
        total = _sum(list(both.values()))
        likely.append({role: math.exp(value - total) for role, value in both.items()})
    return likely


def _sum(logarithms: Sequence[float]) -> float:
    """The logarithm of the sum of numbers given by their logarithms."""
    most = max(logarithms)
    return most + math.log(sum(math.exp(value - most) for value in logarithms))
