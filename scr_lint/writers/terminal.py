"""The view on the terminal: what to fix first, where, the words, why, and what to do."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import groupby

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.rule import Rule as Line
from rich.table import Table
from rich.text import Text

from ..compare import Comparison
from ..counting import counted
from ..draft import Draft
from ..guidance import QUESTIONS, passages
from ..result import BEFORE_HEADINGS, Finding, LintResult, Location, Severity
from .excerpt import excerpt

_HEADINGS = {
    Severity.ERROR: "Fix first: this stops publication",
    Severity.WARNING: "Then look at these",
    Severity.ADVICE: "Worth considering",
}
_STYLES = {Severity.ERROR: "bold red", Severity.WARNING: "yellow", Severity.ADVICE: "cyan"}
_ADVICE_SHOWN = 3
_PLACES_NAMED = 6


def print_result(console: Console, result: LintResult, *, full: bool = False) -> None:
    """Prints one draft's findings and their summary.

    Of advice, the first three findings a rule are shown unless `full`; errors and warnings are
    shown whole.
    """
    console.print(_header(result))
    for severity, findings in groupby(result.findings, key=lambda f: f.severity):
        console.print()
        console.print(Line(Text(_HEADINGS[severity], _STYLES[severity]), align="left"))
        for _, same in groupby(findings, key=lambda f: f.rule):
            console.print(_rule_group(result.draft, list(same), full))
    console.print(_summary(result))


def print_totals(console: Console, results: Iterable[LintResult]) -> None:
    """Prints one line a draft, for checks of several."""
    table = Table(box=None, pad_edge=False)
    table.add_column("Draft")
    for severity in Severity:
        table.add_column(severity.value, justify="right", style=_STYLES[severity])
    for result in results:
        table.add_row(Text(result.path), *(str(result.counts[s]) for s in Severity))
    console.print(Line("All drafts", align="left"))
    console.print(table)


def print_comparison(
    console: Console,
    comparison: Comparison,
    results: tuple[LintResult, LintResult],
    *,
    masked: bool,
) -> None:
    """Prints the findings that are new, those fixed by number of rule, and how many stay."""
    earlier, later = results
    console.print(Text.assemble((earlier.path, "bold"), " → ", (later.path, "bold")))
    groups = (("New", comparison.new, later), ("Fixed", comparison.fixed, earlier))
    for name, findings, result in groups:
        console.print(Line(Text(f"{name}: {len(findings)}"), align="left"))
        shown = replace(result, findings=findings)
        shown = shown.masked() if masked else shown
        for finding in shown.findings:
            place = f" ({_places(finding.locations)})" if finding.locations else ""
            console.print(
                Text.assemble(
                    (f"{finding.rule} {finding.name} ", _STYLES[finding.severity]),
                    finding.message,
                    (place, "dim"),
                )
            )
    console.print(Line(Text(f"Still there: {len(comparison.still_there)}"), align="left"))


def _header(result: LintResult) -> Text:
    draft = result.draft
    pages = draft.format != "docx"
    return Text.assemble(
        (draft.path, "bold"),
        f"  {counted(draft.words, 'word')}",
        # How many pages a Word file prints on depends on its type and spacing: words say it all.
        f" (about {counted(max(1, round(result.metrics['pages'])), 'page')})" if pages else "",
        f", {counted(len(draft.review_findings), 'finding')} and "
        f"{counted(len(draft.recommendations), 'recommendation')} of the review recognised",
    )


def _rule_group(draft: Draft, findings: list[Finding], full: bool) -> RenderableType:
    """One rule's findings: its name and why it matters once, then each place."""
    first = findings[0]
    shown = findings
    if first.severity is Severity.ADVICE and not full:
        shown = findings[:_ADVICE_SHOWN]
    title = Text.assemble(
        (f"{first.rule} {first.name}", _STYLES[first.severity]),
        (f"  {len(findings)}" if len(findings) > 1 else "", "dim"),
    )
    parts: list[RenderableType] = [Text(), title, Padding(_why(first), (0, 0, 0, 2))]
    parts += [Padding(_finding(draft, finding), (0, 0, 0, 2)) for finding in shown]
    if len(shown) < len(findings):
        rest = f"… and {len(findings) - len(shown)} more of these: add --full to see them"
        parts.append(Padding(Text(rest, "dim"), (0, 0, 0, 2)))
    return Group(*parts)


def _why(finding: Finding) -> Text:
    """The passage the rule rests on, or its number where the passage is not installed."""
    known = passages()
    passage = next((known[b] for b in finding.basis if b in known), None)
    words = f"“{passage.words}” ({passage.id})" if passage else ", ".join(finding.basis)
    return Text(f"Why: {words}", "dim italic")


def _finding(draft: Draft, finding: Finding) -> RenderableType:
    parts = [Text(finding.message)]
    if finding.locations:
        parts.append(Text.assemble(*_quoted(draft, finding.locations[0])))
        parts.append(Text(f"{_places(finding.locations)}  [{finding.id}]", "dim"))
    else:
        parts.append(Text(f"Whole draft  [{finding.id}]", "dim"))
    if finding.suggestion:
        parts.append(Text(f"→ {finding.suggestion}", "green"))
    grid = Table.grid(padding=(0, 1, 0, 0))
    grid.add_row("•", Group(*parts))
    return grid


def _quoted(draft: Draft, location: Location) -> Iterator[tuple[str, str]]:
    before, words, after = excerpt(draft, location)
    yield before, "dim"
    yield words, "bold underline"
    yield after, "dim"


def _places(locations: tuple[Location, ...]) -> str:
    """The first place in full, the others by number: "4 Analysis, paragraph 4.12; also 4.15"."""
    first, *others = locations
    more = [o for o in dict.fromkeys(_short(loc) for loc in others) if o != _short(first)]
    if not more:
        again = f" ({len(locations)} times)" if others else ""
        return first.place + again
    named = ", ".join(more[:_PLACES_NAMED])
    rest = f" and {len(more) - _PLACES_NAMED} more places" if len(more) > _PLACES_NAMED else ""
    return f"{first.place}; also {named}{rest}"


def _short(location: Location) -> str:
    if location.spot:
        return location.spot
    return location.section[-1] if location.section else BEFORE_HEADINGS


def _summary(result: LintResult) -> RenderableType:
    """One screen: findings by question of Quality Marker 14, and what was not checked."""
    table = Table(box=None, pad_edge=False)
    table.add_column("Quality Marker 14 asks")
    for severity in Severity:
        table.add_column(severity.value, justify="right", style=_STYLES[severity])
    table.add_column("most often", style="dim")
    for question, wording in QUESTIONS.items():
        findings = result.by_question.get(question, ())
        counts = [sum(f.severity is severity for f in findings) for severity in Severity]
        table.add_row(
            f"{question[5:]} {wording}", *(str(n) if n else "·" for n in counts), _often(findings)
        )
    parts: list[RenderableType] = [Text(), Line("Summary", align="left"), table, Text()]
    parts += [
        Text.assemble(("Not checked: ", "bold red"), f"{gap.where}: {gap.reason}")
        for gap in result.unread
    ]
    if result.said_left_out:
        parts.append(Text(result.said_left_out))
    parts.append(_closing(result))
    return Group(*parts)


def _often(findings: tuple[Finding, ...]) -> str:
    counts: dict[str, int] = {}
    for finding in findings:
        counts[finding.name] = counts.get(finding.name, 0) + 1
    best = sorted(counts, key=lambda name: -counts[name])[:2]
    return ", ".join(best)


def _closing(result: LintResult) -> Text:
    total = len(result.findings)
    if not total and not result.unread:
        new = "Nothing else" if result.said_left_out else "Nothing"
        begin = f"{new} found by {len(result.rules_run)} rules. "
    else:
        begin = f"{counted(total, 'finding')}. `scr-lint rule CODE` explains one. "
    return Text(
        begin + "These are prompts for judgement: whether the analysis is sound, the right people "
        "were heard and the family cannot be recognised, only a reader can tell.",
        "dim",
    )
