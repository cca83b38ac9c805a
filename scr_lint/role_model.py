"""Weighs what chapters show of their roles against the order in which reports have their parts.

For chapters whose headings say nothing ("Sitting down together"). The weights in
`vocabulary/role_weights.tsv` were fitted to marked drafts by `corpora/fit_roles.py`: how much each
cue of `role_cues` speaks for each role, and how often one role follows another.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from . import vocabulary
from .draft import Draft, Role, Section, count_words
from .role_cues import cues_of, told_in

#: The row of weights for what follows the role at the right: "after summary".
AFTER = "after "
#: Where a report begins and where it ends.
EDGE = "edge"
#: How sure the weights must be before a chapter is given a role.
_SURE = 0.45
#: Fewer words show nothing of a role.
_FEW = 15
#: The share of paragraphs that ask for something, from which a chapter may hold recommendations.
_ASKING = 0.3
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
    """The roles of the chapters that are not known, by section, where one role is likely enough."""
    weights = fitted()
    scores = [_scores(draft, chapter, weights) for chapter in chapters]
    found = {}
    for chapter, likely in zip(chapters, _in_order(scores, weights), strict=True):
        role = max(likely, key=lambda role: likely[role])
        sure = chapter.known is None and likely[role] >= _SURE
        if sure and _tells(draft, chapter.section, role):
            found[chapter.section.index] = role
    return found


def _tells(draft: Draft, section: Section, role: Role) -> bool:
    """Whether a chapter has text enough to show anything; of recommendations, that it asks."""
    if role is Role.RECOMMENDATIONS and cues_of(draft, section).get("blocks asking", 0) < _ASKING:
        return False
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
    scores = dict.fromkeys(weights.follows[EDGE], 0.0)
    total = {Role(name): score for name, score in scores.items() if name != EDGE}
    for cue, value in cues_of(draft, chapter.section).items():
        for role, weight in weights.cues.get(cue, {}).items():
            total[role] += value * weight
    if chapter.leaning:
        total[chapter.leaning] += chapter.lean
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
