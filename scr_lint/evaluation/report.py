"""Shows an evaluation: on the terminal, as JSON, and as the page of scores."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table

from .corpus import Evaluation
from .score import Case, Outcome, Score, by_group, by_person, scores, total

#: How a figure is written: recall or precision, with its interval beside it.
_ROW = re.compile(r"^\| (?P<code>[A-Z]{3}\d{3}) \|(?P<cells>.*)\|$", re.MULTILINE)
_AROUND = 60


def print_evaluation(console: Console, found: Evaluation) -> None:
    """The scores of all rules, of each draft, of the structure, by group of names and by person."""
    of_rules = scores(found.cases, found.words_for)
    table = Table(box=None, pad_edge=False)
    for column in ("Rule", "Found", "Missed", "False", "Recall", "", "Precision", "", "Lintscore"):
        table.add_column(column, justify="left" if column == "Rule" else "right")
    table.add_column("False per 1,000 words", justify="right")
    for code, score in [*of_rules.items(), ("all", total(of_rules.values()))]:
        table.add_row(code, *_cells(score), f"{score.lintscore:.1f}", f"{score.false_per_1000:.2f}")
    console.print(table)
    console.print(
        f"\n{found.words:,} words. In grey: 95 % bootstrap intervals; the sets are small."
    )
    _print_table(console, "Structure", scores(found.structure, found.words))
    _print_table(console, "PRV001 by group of names", by_group(found.cases))
    _print_table(console, "PRV001 by person", by_person(found.cases))
    drafts = {
        path: total(scores(cases, found.words_of.get(path, 0)).values())
        for path, cases in found.drafts.items()
        if cases
    }
    _print_table(console, "By file", {_short(path): score for path, score in drafts.items()})


def print_cases(console: Console, cases: Iterable[Case], outcome: Outcome) -> None:
    """The passages that were missed, or found in error, rule by rule."""
    for case in sorted((c for c in cases if c.outcome is outcome), key=lambda c: (c.code, c.path)):
        at = max(case.around.find(case.words), 0)
        before = case.around[max(0, at - _AROUND) : at]
        after = case.around[at + len(case.words) :][:_AROUND]
        line = f":{case.line}" if case.line else ""
        console.print(f"[bold]{case.code}[/bold] {_short(case.path)}{line}", highlight=False)
        words = case.words if len(case.words) < 400 else f"{case.words[:400]} …"
        console.print(f"  {before}[[{words}]]{after}\n", markup=False, highlight=False)


def as_json(found: Evaluation) -> str:
    """The evaluation as JSON: scores of rules, of the structure, of groups, people and files."""

    def entry(score: Score) -> dict[str, Any]:
        return {
            "found": score.found,
            "missed": score.missed,
            "false": score.false,
            "recall": score.recall,
            "recall_interval": score.interval(score.missed),
            "precision": score.precision,
            "precision_interval": score.interval(score.false),
            "lintscore": score.lintscore,
        }

    of_rules = scores(found.cases, found.words_for)
    return json.dumps(
        {
            "words": found.words,
            "rules": {code: entry(score) for code, score in of_rules.items()},
            "all": entry(total(of_rules.values())),
            "structure": {c: entry(s) for c, s in scores(found.structure, found.words).items()},
            "groups": {group: entry(score) for group, score in by_group(found.cases).items()},
            "people": {group: entry(score) for group, score in by_person(found.cases).items()},
            "files": {
                path: entry(total(scores(cases, found.words_of.get(path, 0)).values()))
                for path, cases in found.drafts.items()
            },
        },
        indent=1,
    )


def scores_page(found: Evaluation, tuning: Evaluation, codes: Iterable[str], version: str) -> str:
    """The page of scores, in Markdown. `codes` are all rules: each has a row, marked or not."""
    rows = scores(found.cases, found.words_for)
    tuned = scores(tuning.cases, tuning.words)
    lines = [
        "# Scores",
        "",
        f"scr-lint {version}, {date.today().isoformat()}. Made by `scr-lint evaluate corpora "
        "--write-scores corpora/SCORES.md`; do not edit.",
        "",
        "Figures are those of the **scoring half**, which no rule was written against. Recall is the "
        "share of marked places that the rule found, precision the share of what it found that was "
        "right, each with its 95 % bootstrap interval. The last columns hold the tuning half, which "
        "rules were written against and do better on. A dash: nothing is marked for the rule, or it "
        "found nothing.",
        "",
        "| Rule | Found | Missed | False | Recall | Precision | Lintscore | False per 1,000 words "
        "| Tuning recall | Tuning precision |",
        "| --- | ---: | ---: | ---: | --- | --- | ---: | ---: | ---: | ---: |",
    ]
    for code in sorted({*codes, *rows}):
        score, other = rows.get(code, Score(words=found.words)), tuned.get(code, Score())
        lines.append(
            f"| {code} | {_markdown(score)} | {_plain(other.recall)} | {_plain(other.precision)} |"
        )
    summed = total(rows.values())
    summed.words = found.words
    lines += [
        f"| **all** | {_markdown(summed)} | {_plain(total(tuned.values()).recall)} | "
        f"{_plain(total(tuned.values()).precision)} |",
        "",
    ]
    lines += ["## Structure", "", "| What | Found | Missed | False | Recall | Precision |"]
    lines += ["| --- | ---: | ---: | ---: | --- | --- |"]
    for what, score in scores(found.structure, found.words).items():
        lines.append(f"| {what} | {' | '.join(_markdown_cells(score))} |")
    lines += ["", "## Names by group", ""]
    lines += ["Recall of PRV001, by the group a name belongs to: of mentions, and of people, each "]
    lines[-1] += "found where at least one mention is."
    lines += ["", "| Group | Found | Missed | Recall | People found | People missed | Recall |"]
    lines += ["| --- | ---: | ---: | --- | ---: | ---: | --- |"]
    people = by_person(found.cases)
    mentions = {"all": rows.get("PRV001", Score()), **by_group(found.cases)}
    for group, score in mentions.items():
        cells = [
            f"{one.found} | {one.missed} | {_figure(one, True)}"
            for one in (score, people.get(group, Score()))
        ]
        lines.append(f"| {group} | {' | '.join(cells)} |")
    return "\n".join([*lines, ""])


def recorded(page: str) -> Iterator[tuple[str, str, float, float]]:
    """The figures of a page of scores: rule, "recall" or "precision", the figure, its lower bound."""
    for row in _ROW.finditer(page):
        cells = [cell.strip() for cell in row["cells"].split("|")]
        for kind, cell in (("recall", cells[3]), ("precision", cells[4])):
            if match := re.match(r"(\d\.\d\d) \((\d\.\d\d)–", cell):
                yield row["code"], kind, float(match[1]), float(match[2])


def fallen(page: str, found: Evaluation) -> list[str]:
    """The rules whose figures have fallen below their recorded intervals, each in a sentence."""
    now = scores(found.cases, found.words)
    troubles = []
    for code, kind, figure, low in recorded(page):
        score = now.get(code, Score())
        value = (score.recall if kind == "recall" else score.precision) or 0.0
        if value < low:
            troubles.append(f"{code}: {kind} was {figure:.2f} (at least {low:.2f}), is {value:.2f}")
    return troubles


def _print_table(console: Console, title: str, rows: dict[str, Score]) -> None:
    if not rows:
        return
    table = Table(box=None, pad_edge=False)
    for column in (title, "Found", "Missed", "False", "Recall", "", "Precision", ""):
        table.add_column(column, justify="left" if column == title else "right")
    for name, score in rows.items():
        table.add_row(name, *_cells(score))
    console.print()
    console.print(table)


def _cells(score: Score) -> list[str]:
    return [
        *map(str, (score.found, score.missed, score.false)),
        *(_plain(score.recall), _interval(score, score.missed, score.recall)),
        *(_plain(score.precision), _interval(score, score.false, score.precision)),
    ]


def _interval(score: Score, other: int, figure: float | None) -> str:
    if figure is None:
        return ""
    low, high = score.interval(other)
    return f"[dim]{low:.2f}–{high:.2f}[/dim]"


def _markdown_cells(score: Score) -> list[str]:
    counts = map(str, (score.found, score.missed, score.false))
    return [*counts, _figure(score, True), _figure(score, False)]


def _markdown(score: Score) -> str:
    cells = [*_markdown_cells(score), f"{score.lintscore:.1f}", f"{score.false_per_1000:.2f}"]
    return " | ".join(cells)


def _figure(score: Score, recall: bool) -> str:
    figure = score.recall if recall else score.precision
    if figure is None:
        return "–"
    low, high = score.interval(score.missed if recall else score.false)
    return f"{figure:.2f} ({low:.2f}–{high:.2f})"


def _plain(figure: float | None) -> str:
    return "–" if figure is None else f"{figure:.2f}"


def _short(path: str) -> str:
    return "/".join(Path(path).parts[-3:])
