"""The figures of the page: tables whose bars are drawn as SVG, so that the numbers can be read.

Each chart is a table with its values in words and figures; the bar beside them is decoration to
a screen reader.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from ...draft import Draft, Role, Section
from ...result import LintResult, Severity

#: Years beyond which a reading age means no more than "very hard".
_OLDEST = 22
_READING_NOTE = (
    "By the Flesch-Kincaid formula, from the length of words and sentences: a rough guide. "
    "Sections under 100 words are left out."
)
_SHARES = {
    "Background and chronology": (Role.FAMILY_BACKGROUND, Role.CHRONOLOGY),
    "Analysis and findings": (
        Role.ANALYSIS,
        Role.FINDINGS,
        Role.GOOD_PRACTICE,
        Role.CONCLUSION,
    ),
    "Recommendations": (Role.RECOMMENDATIONS,),
    "Introduction and method": (Role.INTRODUCTION, Role.METHODOLOGY),
    "Summary": (Role.SUMMARY,),
}


@dataclass(frozen=True, slots=True)
class Bar:
    """A stretch of a bar, in hundredths of its track. `tone` is a CSS class."""

    tone: str
    start: float
    width: float


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a chart: its label, what the label links to, its bars and its values."""

    label: str
    values: tuple[str, ...]
    bars: tuple[Bar, ...]
    link: str = ""


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart: `columns` are the headings of the label and of the values."""

    id: str
    title: str
    note: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]

    @property
    def is_stacked(self) -> bool:
        """True if its bars stand for severities, and need a key."""
        return any(bar.tone != "plain" for row in self.rows for bar in row.bars)


def charts(result: LintResult) -> list[Chart]:
    """The charts that this result has figures for."""
    metrics = result.metrics
    made = [
        _findings_by_section(result),
        _reading_ages(metrics.get("reading_age_by_section") or {}),
        _shares(metrics.get("words_by_role") or {}),
        _factors(metrics.get("contributory_factors")),
    ]
    return [chart for chart in made if chart and chart.rows]


def _findings_by_section(result: LintResult) -> Chart:
    counts: dict[int, Counter[Severity]] = {}
    for finding in result.findings:
        homes = {_outermost(result.draft, place.block) for place in finding.locations}
        for home in homes or {-1}:
            counts.setdefault(home, Counter())[finding.severity] += 1
    most = max((sum(c.values()) for c in counts.values()), default=1)
    sections = [s for s in result.draft.sections if s.parent is None and (s.blocks or s.title)]
    rows = [
        _section_row(_label(s), counts.get(s.index, Counter()), most, _link(s)) for s in sections
    ]
    if -1 in counts:
        rows.append(_section_row("The draft as a whole", counts[-1], most, ""))
    return Chart(
        "by-section",
        "Findings by section",
        "A finding with places in several sections counts in each of them.",
        ("Section", "Errors", "Warnings", "Advice"),
        tuple(rows) if counts else (),
    )


def _section_row(label: str, counts: Mapping[Severity, int], most: int, link: str) -> Row:
    numbers = [counts.get(severity, 0) for severity in Severity]
    bars: list[Bar] = []
    start = 0.0
    for severity, number in zip(Severity, numbers, strict=True):
        width = 100 * number / most
        bars.append(Bar(severity.value, round(start, 2), round(width, 2)))
        start += width
    return Row(label, tuple(map(str, numbers)), tuple(b for b in bars if b.width), link)


def _outermost(draft: Draft, block: int) -> int:
    section = draft.section_of(block)
    while section is not None and section.parent is not None:
        section = draft.sections[section.parent]
    return section.index if section else -1


def _label(section: Section) -> str:
    return f"{section.number} {section.title}".strip() or "Before the first heading"


def _link(section: Section) -> str:
    return "draft" if section.heading is None else f"b{section.heading}"


def _reading_ages(ages: Mapping[str, float]) -> Chart:
    return Chart(
        "reading-age",
        "Reading age by section",
        _READING_NOTE,
        ("Section", "Years"),
        tuple(
            Row(
                section or "Before the first heading",
                (f"{age:.0f}" if age <= _OLDEST else f"over {_OLDEST}",),
                _single(min(age, _OLDEST), _OLDEST),
            )
            for section, age in ages.items()
        ),
    )


def _shares(by_role: Mapping[str, int]) -> Chart | None:
    total = sum(by_role.values())
    if not total:
        return None
    words = {name: sum(by_role.get(r, 0) for r in roles) for name, roles in _SHARES.items()}
    words["Everything else"] = total - sum(words.values())
    return Chart(
        "shares",
        "Narrative against analysis",
        "Words of each part, headings left out.",
        ("Part", "Words", "Share"),
        tuple(
            Row(name, (f"{number:,}", f"{number / total:.0%}"), _single(number, total))
            for name, number in words.items()
            if number
        ),
    )


def _factors(found: Any) -> Chart | None:
    """Kinds of contributory factor over the review's findings, those not met included."""
    if not isinstance(found, Mapping) or not found:
        return None
    counts = {
        str(kind): number if isinstance(number, int) else len(number)
        for kind, number in found.items()
    }
    most = max(max(counts.values()), 1)
    return Chart(
        "factors",
        "Contributory factors named",
        "In how many of the review’s findings each kind of factor is named.",
        ("Kind of factor", "Findings"),
        tuple(
            Row(kind.replace("_", " ").capitalize(), (str(number),), _single(number, most))
            for kind, number in counts.items()
        ),
    )


def _single(value: float, most: float) -> tuple[Bar, ...]:
    return (Bar("plain", 0, round(100 * value / most, 2)),) if value else ()
