"""What the page says about a result, in the order it says it; nothing about how it looks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import count
from pathlib import PurePath

from ...discovery import all_rules
from ...draft import Draft, Kind, Unread
from ...guidance import QUESTIONS, Passage, passages, question_of
from ...result import BEFORE_HEADINGS, Finding, LintResult, Location, Severity
from ...rule import Rule
from ..excerpt import excerpt
from .questions import BEYOND

#: What each severity means, as the heading of its findings.
MEANING = {
    Severity.ERROR: "Fix first: this stops publication",
    Severity.WARNING: "Then look at these",
    Severity.ADVICE: "Worth considering",
}
#: Characters of a heading that stands for a place.
_LONGEST = 40
_LABELS = ("Why", "Instead", "Leaves alone", "Contested", "Checks", "Needs a person")


@dataclass(frozen=True, slots=True)
class PlaceLink:
    """A link to the finding's places, numbered from 1, that share one label ("4.12")."""

    label: str
    places: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Card:
    """A finding as the list shows it. `number` counts from 1 in the order of the list."""

    number: int
    finding: Finding
    words: tuple[str, str, str] | None
    places: tuple[PlaceLink, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """A rule and its findings, the worst first. `notes` are a label and a paragraph each."""

    code: str
    title: str
    theme: str
    question: str
    severity: Severity
    summary: str
    notes: tuple[tuple[str, str], ...]
    passages: tuple[Passage, ...]
    cards: tuple[Card, ...]

    @property
    def counts(self) -> list[tuple[Severity, int]]:
        """Number of findings of each severity that it has."""
        return tally(card.finding for card in self.cards)


@dataclass(frozen=True, slots=True)
class QuestionRow:
    """A question of Quality Marker 14: what was found under it, and what is left to a reader."""

    id: str
    number: str
    wording: str
    exact: str
    beyond: str
    counts: list[tuple[Severity, int]]
    often: tuple[str, ...]
    rules_run: int


@dataclass(frozen=True, slots=True)
class Overview:
    """What stands at the head of the page."""

    name: str
    title: str
    words: int
    pages: int
    review_findings: int
    recommendations: int
    counts: list[tuple[Severity, int]]
    total: int
    themes: list[tuple[str, int]]
    questions: list[tuple[str, str, int]]
    unread: tuple[Unread, ...]
    accepted: tuple[str, ...]
    left_out: str
    notes: tuple[str, ...]
    rules_run: int
    not_run: tuple[str, ...]
    version: str
    model: str


def rule_groups(result: LintResult) -> tuple[Group, ...]:
    """The findings by rule, what to fix first at the head."""
    by_rule = result.by_rule
    order = sorted(by_rule, key=lambda code: (_worst(by_rule[code]).rank, code))
    numbers = count(1)
    return tuple(_group(result.draft, code, by_rule[code], numbers) for code in order)


def overview(result: LintResult, groups: Sequence[Group]) -> Overview:
    """The head of the page."""
    from ... import __version__

    draft = result.draft
    themes = Counter({g.theme: 0 for g in groups})
    questions = Counter(f.question for f in result.findings)
    for group in groups:
        themes[group.theme] += len(group.cards)
    run = set(result.rules_run)
    return Overview(
        name=PurePath(draft.path).name,
        title=" – ".join(b.text for b in draft.blocks if b.kind is Kind.TITLE),
        words=draft.words,
        # How many pages a Word file prints on depends on its type and spacing: words say it all.
        pages=0 if draft.format == "docx" else max(1, round(result.metrics.get("pages", 0))),
        review_findings=len(draft.review_findings),
        recommendations=len(draft.recommendations),
        counts=tally(result.findings, every=True),
        total=len(result.findings),
        themes=sorted(themes.items()),
        questions=[
            (id_, f"{id_[5:]} {wording}", questions[id_])
            for id_, wording in QUESTIONS.items()
            if questions[id_]
        ]
        + ([("other", "Other guidance", questions[""])] if questions[""] else []),
        unread=result.unread,
        accepted=tuple(f"{humane(f.name)}: {f.message} ({f.id})" for f in result.accepted),
        left_out=result.said_left_out,
        notes=result.notes,
        rules_run=len(run),
        not_run=tuple(f"{r.code} {r.name}" for r in all_rules() if r.code not in run),
        version=__version__,
        model=result.model,
    )


def question_rows(result: LintResult, groups: Sequence[Group]) -> list[QuestionRow]:
    """The summary by question of Quality Marker 14, all seven in their order."""
    known = passages()
    asked = Counter(
        question_of(rule.basis) for rule in all_rules() if rule.code in result.rules_run
    )
    rows = []
    for id_, wording in QUESTIONS.items():
        here = [group for group in groups if group.question == id_]
        often = sorted(here, key=lambda g: -len(g.cards))[:3]
        rows.append(
            QuestionRow(
                id=id_,
                number=id_[5:],
                wording=wording,
                exact=known[id_].words if id_ in known else "",
                beyond=BEYOND[id_],
                counts=tally(card.finding for group in here for card in group.cards),
                often=tuple(group.title for group in often),
                rules_run=asked[id_],
            )
        )
    return rows


def tally(findings: Iterable[Finding], *, every: bool = False) -> list[tuple[Severity, int]]:
    """Number of findings by severity, worst first; those with none only if `every`."""
    counts = Counter(finding.severity for finding in findings)
    return [(severity, counts[severity]) for severity in Severity if every or counts[severity]]


def humane(name: str) -> str:
    """A rule's name as a person says it: "personal-name" as "Personal name"."""
    return name.replace("-", " ").capitalize()


def _group(draft: Draft, code: str, findings: Sequence[Finding], numbers: count[int]) -> Group:
    rule = _rules().get(code)
    first = findings[0]
    summary, *rest = rule.explanation() if rule else [""]
    known = passages()
    return Group(
        code=code,
        title=humane(first.name),
        theme=rule.theme() if rule else "other",
        question=first.question or "other",
        severity=_worst(findings),
        summary=summary,
        notes=tuple(note for note in map(_note, rest) if note),
        passages=tuple(known[id_] for id_ in first.basis if id_ in known),
        cards=tuple(
            Card(
                number=next(numbers),
                finding=finding,
                words=excerpt(draft, finding.locations[0]) if finding.locations else None,
                places=tuple(_place_links(finding.locations)),
            )
            for finding in findings
        ),
    )


@cache
def _rules() -> dict[str, type[Rule]]:
    return {rule.code: rule for rule in all_rules()}


def _note(paragraph: str) -> tuple[str, str] | None:
    label, _, text = paragraph.partition(":")
    return (label, text.strip()) if label in _LABELS else None


def _place_links(locations: Sequence[Location]) -> Iterable[PlaceLink]:
    """The first place in full, the others as short as they can be; one link for a label."""
    by_label: dict[str, list[int]] = {}
    for number, location in enumerate(locations, 1):
        by_label.setdefault(_short(location), []).append(number)
    for label, places in by_label.items():
        first = locations[0]
        full = first.place if 1 in places and first.section else label
        yield PlaceLink(full, tuple(places))


def _short(location: Location) -> str:
    if location.spot:
        return location.spot
    return _cut(location.section[-1]) if location.section else BEFORE_HEADINGS


def _cut(heading: str) -> str:
    return heading if len(heading) <= _LONGEST else f"{heading[:_LONGEST].rsplit(' ', 1)[0]} …"


def _worst(findings: Iterable[Finding]) -> Severity:
    return min((finding.severity for finding in findings), key=lambda s: s.rank)
