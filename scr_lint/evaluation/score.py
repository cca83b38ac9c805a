"""Compares what rules found with what people marked.

A mark is *found* where a finding of its rule touches it, and *missed* where none does. A finding is
*false* where it touches no mark of its rule, or touches words marked `not`. Private rules, and those
that gather faults of their own in one finding, are counted by place (each place is marked), all
others by finding. What is marked `maybe` counts
neither way.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

import numpy as np

from ..draft import Draft, Recommendation, ReviewFinding, Span, Visibility
from ..result import Finding, LintResult
from .gold import Expected, Gold
from .notes import COUNTED, Verdict

#: Resamples behind an interval, and the share of them that it holds (Efron & Tibshirani 1993).
RESAMPLES, LEVEL = 2000, 0.95


class Outcome(StrEnum):
    """How one mark, or one finding that touches no mark, came out."""

    FOUND = "found"
    MISSED = "missed"
    FALSE = "false"


@dataclass(frozen=True, slots=True)
class Case:
    """One outcome: the rule, the file and line it was marked at (0 for none), the words.

    `passage` is the line at which the marks of its draft or passage begin: names that two passages
    of a file share are not of one person.
    """

    code: str
    outcome: Outcome
    path: str
    line: int
    words: str
    around: str = ""
    group: str = ""
    passage: int = 0


@dataclass
class Score:
    """The outcomes of a rule, or of all.

    `recall` and `precision` are between 0 and 1, None where nothing was marked or found.
    """

    found: int = 0
    missed: int = 0
    false: int = 0
    words: int = 0
    cases: list[Case] = field(default_factory=list, repr=False)

    @property
    def recall(self) -> float | None:
        return _share(self.found, self.missed)

    @property
    def precision(self) -> float | None:
        return _share(self.found, self.false)

    @property
    def lintscore(self) -> float:
        """T·(T/(T+F))²: what a rule brings, marked down by what it cries wolf.

        The measure of Swift, "lintscore" (proselint, 2015).
        """
        return self.found * (self.precision or 0.0) ** 2

    @property
    def false_per_1000(self) -> float:
        """False alarms per 1,000 words."""
        return 1000 * self.false / self.words if self.words else 0.0

    def interval(self, other: int) -> tuple[float, float]:
        """The bootstrap interval of the share of `found` among itself and `other`.

        The outcomes are drawn again with replacement; sets are small, so it is wide.
        """
        total = self.found + other
        if not total:
            return 0.0, 1.0
        # Never quite certain, however few there are: one more of each is taken as possible.
        share = (self.found + 0.5) / (total + 1)
        draws = np.random.default_rng(2016).binomial(total, share, RESAMPLES) / total
        low, high = np.quantile(draws, [(1 - LEVEL) / 2, (1 + LEVEL) / 2])
        return float(low), float(high)


def scores(cases: Iterable[Case], words: int | Mapping[str, int]) -> dict[str, Score]:
    """The score of each rule, by code. `words` are those that the rules, or each rule, ran on."""
    found: dict[str, Score] = {}
    for case in cases:
        ran_on = words if isinstance(words, int) else words.get(case.code, 0)
        score = found.setdefault(case.code, Score(words=ran_on))
        score.cases.append(case)
        _count(score, case.outcome)
    return dict(sorted(found.items()))


def total(all_scores: Iterable[Score]) -> Score:
    """One score for several rules on the same words."""
    summed = Score()
    for score in all_scores:
        summed.found += score.found
        summed.missed += score.missed
        summed.false += score.false
        summed.words = max(summed.words, score.words)
        summed.cases += score.cases
    return summed


def compare(gold: Gold, result: LintResult, by_place: frozenset[str]) -> Iterator[Case]:
    """The outcomes of one draft or passage. `by_place` are the rules whose every place counts."""
    found: dict[str, list[Finding]] = defaultdict(list)
    for finding in result.findings:
        if finding.rule in gold.rules or not (gold.rules or finding.rule in COUNTED):
            found[finding.rule].append(finding)
    for code in sorted({e.code for e in gold.expected} | set(found)):
        if code in result.rules_run:
            expected = [e for e in gold.expected if e.code == code]
            yield from _of_rule(code, gold, expected, found[code], code in by_place)


def _of_rule(
    code: str,
    gold: Gold,
    expected: Sequence[Expected],
    findings: Sequence[Finding],
    each_place: bool,
) -> Iterator[Case]:
    units = [(e, _unit(gold.draft, e)) for e in expected if e.block is not None]
    marked = [(e, unit) for e, unit in units if e.verdict is Verdict.FIND]
    either = [unit for e, unit in units if e.verdict is Verdict.EITHER]
    left = [unit for e, unit in units if e.verdict is Verdict.LEAVE and e.span]
    whole = [e for e in expected if e.block is None and e.verdict is Verdict.FIND]
    spare = sum(e.block is None and e.verdict is Verdict.EITHER for e in expected)
    places = [_places(finding) for finding in findings]
    every = [place for group in places for place in group]
    for e, unit in marked:
        hit = any(unit.holds(place) for place in every)
        yield _case(Outcome.FOUND if hit else Outcome.MISSED, gold, e)
    known = [unit for _, unit in marked] + either
    strangers: list[tuple[Finding, Span | None]] = []
    for finding, group in zip(findings, places, strict=True):
        true = [p for p in group if any(unit.holds(p) for unit in known)]
        if each_place and group:
            strangers += [(finding, p) for p in group if p not in true]
        elif not true:
            strangers.append((finding, group[0] if group else None))
        else:
            wrong = [p for p in group if p not in true and any(unit.holds(p) for unit in left)]
            strangers += [(finding, p) for p in wrong]
    for e in whole:
        # What is about the draft as a whole has no place that could be compared.
        hit = bool(strangers)
        strangers = strangers[1:]
        yield _case(Outcome.FOUND if hit else Outcome.MISSED, gold, e)
    for finding, place in strangers[spare:]:
        words = gold.draft.text_at(place) if place else finding.message
        around = gold.draft.blocks[place.block].text if place else ""
        yield Case(code, Outcome.FALSE, str(gold.path), 0, words, around)


@dataclass(frozen=True, slots=True)
class _Unit:
    """What a mark is about: some words, or whole blocks."""

    span: Span | None
    blocks: frozenset[int]

    def holds(self, place: Span) -> bool:
        if self.span is None:
            return place.block in self.blocks
        return self.span.overlaps(place)


def _unit(draft: Draft, expected: Expected) -> _Unit:
    if expected.span is not None or expected.block is None:
        return _Unit(expected.span, frozenset())
    block = expected.block
    items: Sequence[ReviewFinding | Recommendation] = ()
    if expected.code.startswith("FND"):
        items = draft.review_findings
    elif expected.code.startswith("REC"):
        items = draft.recommendations
    blocks = {block, *(b for item in items if block in item.blocks for b in item.blocks)}
    section = draft.section_of(block)
    # What a rule says of a finding, a recommendation or the child's voice, it says of all its text.
    wide = expected.code.startswith(("FND", "REC", "CHD"))
    if wide and section is not None and section.heading == block:
        blocks |= {b.index for b in draft.blocks_of(section)}
    cell = draft.blocks[block].cell
    if cell is not None:
        # A note in a cell of a table of recommendations is about its row.
        blocks |= {
            b.index
            for b in draft.blocks
            if b.cell and (b.cell.table, b.cell.row) == (cell.table, cell.row)
            if expected.code.startswith(("FND", "REC"))
        }
    return _Unit(None, frozenset(blocks | _out_of_sight(draft, block)))


def _out_of_sight(draft: Draft, block: int) -> set[int]:
    """The blocks right beside one that no page shows, such as a comment: they cannot be marked
    themselves, so a note on the paragraph is about them too."""
    found: set[int] = set()
    for step in (-1, 1):
        at = block + step
        while 0 <= at < len(draft.blocks) and (draft.blocks[at].visibility is not Visibility.SHOWN):
            found.add(at)
            at += step
    return found


def _places(finding: Finding) -> list[Span]:
    return [Span(loc.block, loc.start, loc.end) for loc in finding.locations]


def _case(outcome: Outcome, gold: Gold, expected: Expected) -> Case:
    words = around = ""
    if expected.block is not None:
        around = gold.draft.blocks[expected.block].text
        words = gold.draft.text_at(expected.span) if expected.span else around
    passage = min(e.line for e in gold.expected)
    return Case(
        expected.code,
        outcome,
        str(gold.path),
        expected.line,
        words,
        around,
        expected.group,
        passage,
    )


def by_group(cases: Iterable[Case], code: str = "PRV001") -> dict[str, Score]:
    """The recall of a rule by the group of names a person's name belongs to.

    The group is written at a name's first mark; other mentions in the same file take it from the
    words they share.
    """
    mentions = [case for case in cases if case.code == code and case.line]
    groups = _groups(mentions)
    found: dict[str, Score] = defaultdict(Score)
    for case in mentions:
        if group := _group(case, groups):
            _count(found[group], case.outcome)
    return dict(sorted(found.items()))


def by_person(cases: Iterable[Case], code: str = "PRV001") -> dict[str, Score]:
    """The recall of a rule by person: of all people ("all"), and of each group of names.

    Mentions in one draft or passage are of one person where all words of the shorter are among
    those of the longer ("Mrs Okonkwo-Bell", "Ada Okonkwo-Bell"). A person counts as found where at
    least one mention is: the rule speaks once for each person, and whoever is shown one mention
    knows what to search the draft for. What is missed here is somebody of whom nothing is said.
    """
    mentions = [case for case in cases if case.code == code and case.line]
    groups = _groups(mentions)
    people: list[tuple[tuple[str, int], set[str], list[Case]]] = []
    for case in sorted(mentions, key=lambda c: -len(c.words.split())):
        where, words = (case.path, case.passage), {word.lower() for word in case.words.split()}
        known = next((p for p in people if p[0] == where and words <= p[1]), None)
        if known:
            known[2].append(case)
        else:
            people.append((where, words, [case]))
    found: dict[str, Score] = defaultdict(Score)
    for _, _, cases_of in people:
        hit = any(case.outcome is Outcome.FOUND for case in cases_of)
        group = next(filter(None, (_group(case, groups) for case in cases_of)), "")
        for name in filter(None, ("all", group)):
            _count(found[name], Outcome.FOUND if hit else Outcome.MISSED)
    return dict(sorted(found.items(), key=lambda item: (item[0] != "all", item[0])))


def _groups(mentions: Iterable[Case]) -> dict[tuple[str, str], str]:
    """The group of each word of a name, by file: it is written at a name's first mark."""
    return {
        (case.path, word): case.group
        for case in mentions
        if case.group
        for word in case.words.split()
    }


def _group(case: Case, groups: Mapping[tuple[str, str], str]) -> str:
    known = (groups.get((case.path, word), "") for word in case.words.split())
    return case.group or next(filter(None, known), "")


def _count(score: Score, outcome: Outcome) -> None:
    setattr(score, outcome, getattr(score, outcome) + 1)


def _share(part: int, other: int) -> float | None:
    return part / (part + other) if part + other else None
