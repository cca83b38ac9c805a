"""The command `evaluate`: how often rules are right, on drafts and passages that people marked."""

from __future__ import annotations

import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from .cli_output import console, progress
from .errors import SettingsError

TROUBLE = 2


class Half(StrEnum):
    """The halves of a corpus."""

    TUNING = "tuning"
    SCORING = "scoring"


class Show(StrEnum):
    """The passages that can be shown."""

    MISSED = "missed"
    FALSE = "false"


def evaluate(
    paths: Annotated[list[Path], typer.Argument(help="Marked files, or folders of them.")],
    half: Annotated[Half | None, typer.Option(help="Only this half of the corpus.")] = None,
    rules: Annotated[str, typer.Option(help="Only these rules: codes or names, by comma.")] = "",
    show: Annotated[
        Show | None, typer.Option(help="Print the passages missed, or found in error.")
    ] = None,
    even_scoring: Annotated[
        bool,
        typer.Option(
            "--even-scoring",
            help="Show passages of the scoring half too: it is spoilt for whoever has read them.",
        ),
    ] = False,
    check: Annotated[
        bool, typer.Option("--check", help="Only say what is wrong with the marks.")
    ] = False,
    compare: Annotated[
        bool,
        typer.Option("--compare", help="Score other tools on the same files beside the rules."),
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
    write_scores: Annotated[
        Path | None, typer.Option(help="Write the page of scores to this file.")
    ] = None,
) -> None:
    """Score the rules on drafts and passages in which people marked what should be found.

    Example: scr-lint evaluate corpora --half tuning --rules TON001 --show missed
    """
    from .discovery import all_rules
    from .evaluation.corpus import evaluate as run
    from .evaluation.corpus import find_files
    from .evaluation.report import as_json as to_json
    from .evaluation.report import print_cases, print_evaluation, scores_page
    from .evaluation.score import Outcome
    from .settings import Settings

    files = find_files(paths, half or "")
    if check:
        raise typer.Exit(_check(files))
    if show and not even_scoring and any("scoring" in file.resolve().parts for file in files):
        raise SettingsError(
            "--show would print passages of the scoring half, which no rule may be written against: "
            "add --half tuning, or --even-scoring if you do not work on rules."
        )
    codes = [code.strip() for code in rules.split(",") if code.strip()]
    out = console(sys.stdout)
    with progress(quiet=False) as say:
        if write_scores:
            from . import __version__

            halves = [run(find_files(paths, half), Settings(), (), say) for half in Half]
            every = [rule.code for rule in all_rules()]
            page = scores_page(halves[1], halves[0], every, __version__)
            write_scores.write_text(page, encoding="utf-8", newline="\n")
            print(f"Wrote {write_scores}.")
            return
        found = run(files, Settings(), codes, say)
        others = None
        if compare:
            from .evaluation.others import compare_others

            others = compare_others(files, say)
    if found.troubles:
        print(
            f"scr-lint: {found.troubles} marks could not be used: run with --check to see them",
            file=sys.stderr,
        )
    if as_json:
        print(to_json(found))
        return
    if show:
        print_cases(out, found.cases, Outcome(show.value))
    print_evaluation(out, found)
    if others is not None:
        out.print(others)
    if found.troubles:
        raise typer.Exit(TROUBLE)


def _check(files: list[Path]) -> int:
    """Says what is wrong with marked files; returns the exit code."""
    from .evaluation.checker import check_files

    count = 0
    for path, trouble in check_files(files):
        where = f"{path}:{trouble.line}" if trouble.line else str(path)
        print(f"{where}: {trouble.what}")
        count += 1
    print(
        f"{len(files)} files, {count} things to put right."
        if count
        else f"{len(files)} files, all well."
    )
    return TROUBLE if count else 0
