"""The command line: one function a command.

Nothing heavy is imported until a command needs it, so that `--version` and `rules` answer at once.
"""

from __future__ import annotations

import os
import sys
from dataclasses import replace
from datetime import date, datetime
from enum import StrEnum
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer
from typer.core import TyperGroup

from .cli_evaluate import evaluate
from .cli_output import (
    console,
    output,
    print_terminal,
    progress,
    refuse_annotated,
    refuse_output,
    refuse_page,
    write_copy,
    write_page,
)
from .errors import DraftError, SettingsError
from .plain_output import keep_exact, never_break_off
from .result import Severity

if TYPE_CHECKING:
    from .result import LintResult
    from .settings import Settings

FOUND, TROUBLE = 1, 2


class OutputFormat(StrEnum):
    """Forms of output on standard output."""

    TERMINAL = "terminal"
    JSON = "json"
    SARIF = "sarif"
    GITHUB = "github"
    JUNIT = "junit"


#: Forms that end up where others read them, so that private words are masked unless asked for.
_PUBLIC = frozenset({OutputFormat.SARIF, OutputFormat.GITHUB, OutputFormat.JUNIT})


class _CheckByDefault(TyperGroup):
    """Takes `scr-lint draft.docx` for `scr-lint check draft.docx`."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        own = {"--help", "--version", "--install-completion", "--show-completion"}
        if args and args[0] not in self.commands and args[0] not in own:
            args = ["check", *args]
        return super().parse_args(ctx, args)


app = typer.Typer(
    cls=_CheckByDefault,
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    help="A linter for draft Serious Case Review reports.",
    epilog="`scr-lint DRAFT` is short for `scr-lint check DRAFT`.",
)


app.command()(evaluate)


def main() -> None:
    """Runs the command line; every expected trouble is one plain sentence and exit code 2."""
    never_break_off()
    try:
        _refuse_hyphens(sys.argv[1:])
        app()
    except (DraftError, SettingsError) as error:
        _complain(str(error))
        sys.exit(TROUBLE)
    except BrokenPipeError:
        # The reader of our output has gone (`scr-lint … | head`): nothing is left to say.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(FOUND)


@app.callback(invoke_without_command=True)
def root(
    version: Annotated[bool, typer.Option("--version", help="Show the version.")] = False,
) -> None:
    """A linter for draft Serious Case Review reports."""
    if version:
        from . import __version__

        print(f"scr-lint {__version__}")
        raise typer.Exit


@app.command()
def check(
    paths: Annotated[
        list[Path], typer.Argument(help="Drafts, or folders of them (.docx, .pdf, .md, .txt).")
    ],
    select: Annotated[
        str, typer.Option(help="Only these rules: codes, beginnings of codes or names, by comma.")
    ] = "",
    ignore: Annotated[str, typer.Option(help="All but these rules.")] = "",
    min_severity: Annotated[
        Severity | None, typer.Option(help="Show nothing below this severity.")
    ] = None,
    fail_on: Annotated[
        Severity | None, typer.Option(help="Exit 1 from this severity up (default: warning).")
    ] = None,
    output_format: Annotated[
        OutputFormat, typer.Option(help="Form of the output.")
    ] = OutputFormat.TERMINAL,
    output_file: Annotated[
        Path | None, typer.Option(help="Write the output to a new file.", dir_okay=False)
    ] = None,
    html: Annotated[
        Path | None,
        typer.Option(help="Write a page for a browser: the draft with its findings marked."),
    ] = None,
    annotate: Annotated[
        Path | None,
        typer.Option(help="Write a copy of the draft with the findings in its margin."),
    ] = None,
    overwrite: Annotated[
        bool,
        typer.Option(
            "--overwrite", help="Let --annotate, --html and --output-file replace a file."
        ),
    ] = False,
    config: Annotated[
        Path | None, typer.Option(help="Settings file to use instead of the nearest one.")
    ] = None,
    jobs: Annotated[int, typer.Option(help="Drafts to check at once.", min=1)] = 1,
    mask: Annotated[
        bool | None,
        typer.Option(
            help="Make private words unreadable (default: in sarif, github, junit, and under CI)."
        ),
    ] = None,
    baseline: Annotated[
        Path | None, typer.Option(help="JSON output of an earlier check: show only what is new.")
    ] = None,
    allow_unread: Annotated[
        bool, typer.Option(help="Do not exit 2 for parts that could not be checked.")
    ] = False,
    full: Annotated[bool, typer.Option("--full", help="Show all advice, too.")] = False,
    quiet: Annotated[
        bool, typer.Option("--quiet", "-q", help="No progress, no summary of several drafts.")
    ] = False,
) -> None:
    """Check drafts and show what to fix first.

    Exit code 0: nothing at or above the fail level. 1: findings. 2: something could not be
    checked, or the call was wrong.
    """
    from .accepted import load_baseline
    from .linter import lint_each

    if mask is None:
        mask = bool(os.environ.get("CI")) or output_format in _PUBLIC
    refuse_output(output_file, paths, overwrite=overwrite)
    if annotate is not None:
        refuse_annotated(annotate, paths, overwrite=overwrite)
    if html:
        refuse_page(html, paths, overwrite=overwrite)
    options = {
        "select": _codes(select),
        "ignore": _codes(ignore),
        "min_severity": min_severity and min_severity.value,
        "fail_on": fail_on and fail_on.value,
    }
    given = {key: value for key, value in options.items() if value}
    known = load_baseline(baseline) if baseline else frozenset()
    if output_file is None:
        keep_exact(output_format.value)
    results: list[LintResult] = []
    errors: list[DraftError] = []
    code = 0
    with progress(quiet) as say, output(output_file) as out:
        for path in paths:
            settings = _settings_for(path, config, given)
            for outcome in lint_each(
                [path], settings=settings, jobs=jobs, mask=mask, baseline=known, progress=say
            ):
                say("")
                if isinstance(outcome, DraftError):
                    errors.append(outcome)
                    _complain(outcome.message)
                    code = TROUBLE
                    continue
                results.append(outcome)
                code = max(code, _exit_code(outcome, settings, allow_unread))
                if output_format is OutputFormat.TERMINAL:
                    print_terminal(out, outcome, full)
                for note in outcome.notes:
                    _complain(note)
        if html and results:
            write_page(results[0], html, overwrite=overwrite)
        if annotate:
            write_copy(results, annotate, overwrite=overwrite)
        if output_format is not OutputFormat.TERMINAL:
            writer = import_module(f".writers.{output_format.value}", __package__)
            print(writer.render([*results, *errors]), file=out)
        elif len(results) > 1 and not quiet:
            from .writers.terminal import print_totals

            print_totals(console(out), results)
    raise typer.Exit(code)


@app.command()
def compare(
    old: Annotated[Path, typer.Argument(help="The earlier draft.")],
    new: Annotated[Path, typer.Argument(help="The later draft.")],
    mask: Annotated[bool | None, typer.Option(help="Make private words unreadable.")] = None,
) -> None:
    """Show what a new version of a draft fixed and what it added.

    Exit code 1 when it added something at or above the fail level, else 0.
    """
    from .linter import lint
    from .writers.terminal import print_comparison

    with progress(quiet=False) as say:
        earlier, later = lint(old, progress=say), lint(new, progress=say)
    comparison = later.compare(earlier)
    masked = bool(os.environ.get("CI")) if mask is None else mask
    settings = _settings_for(new, None, {})
    print_comparison(console(sys.stdout), comparison, (earlier, later), masked=masked)
    added = any(f.severity.at_least(Severity(settings.check.fail_on)) for f in comparison.new)
    raise typer.Exit(FOUND if added else 0)


@app.command()
def accept(
    draft: Annotated[Path, typer.Argument(help="The draft.")],
    finding_id: Annotated[str, typer.Argument(metavar="ID", help="The finding's id.")],
    reason: Annotated[str, typer.Option(help="Why it is right as it stands.")],
    expires: Annotated[
        datetime | None, typer.Option(formats=["%Y-%m-%d"], help="Until when it is accepted.")
    ] = None,
) -> None:
    """Accept one finding with a reason, so that later checks leave it out."""
    from .accepted import Acceptance, add_acceptance, find_accepted, find_by_id
    from .linter import lint
    from .masked_ids import is_masked_id

    if not reason.strip():
        raise SettingsError("An acceptance needs a reason that a later reader understands.")
    settings = _settings_for(draft, None, {})
    if is_masked_id(finding_id):
        # It is made from masked text, for which all private words must be known.
        settings = replace(settings, check=replace(settings.check, select=(), ignore=()))
    with progress(quiet=False) as say:
        finding = find_by_id(lint(draft, settings=settings, progress=say), finding_id)
    file = find_accepted(draft)
    until = expires.date() if expires else None
    add_acceptance(
        file, Acceptance(finding.id, draft.name, " ".join(reason.split()), date.today(), until)
    )
    print(f"Accepted {finding_id} {finding.name} in {file}.")


@app.command()
def rules() -> None:
    """List the rules."""
    from rich.table import Table

    from .discovery import all_rules

    table = Table(box=None, pad_edge=False)
    for column in ("Code", "Name", "Severity", "Basis", "Flags"):
        table.add_column(column, no_wrap=column in {"Code", "Name"})
    for rule in all_rules():
        table.add_row(
            rule.code, rule.name, rule.severity.value, ", ".join(rule.basis), rule.summary()
        )
    console(sys.stdout).print(table)


@app.command()
def rule(code: Annotated[str, typer.Argument(help="A rule's code or name.")]) -> None:
    """Explain one rule: what it flags, why, what to do, examples."""
    from rich.markdown import Markdown

    from .catalogue import entry, precision_line
    from .discovery import find_rule

    found = find_rule(code)
    console(sys.stdout).print(Markdown(f"{entry(found)}\n\n{precision_line(found)}"))


@app.command()
def serve(
    port: Annotated[
        int, typer.Option(help="Port to use; any free one without it.", min=0, max=65535)
    ] = 0,
    browser: Annotated[bool, typer.Option(help="Open the page in your browser.")] = True,
    config: Annotated[Path | None, typer.Option(help="Settings file to use.")] = None,
) -> None:
    """Open a page on this computer: drop a draft, read the findings, save the Word copy.

    Example: scr-lint serve
    """
    from .serve import open_page
    from .settings import load_settings

    try:
        open_page(load_settings(config), port=port, browser=browser)
    except OSError as error:
        raise SettingsError(f"Port {port} cannot be used: {error.strerror}.") from None


@app.command()
def doctor() -> None:
    """Show versions, the language model and its hash, and what is optional and absent."""
    from .doctor import lines

    for what, found in lines():
        print(f"{what:18} {found}")


@app.command()
def init(
    folder: Annotated[Path, typer.Argument(help="Where to write it.")] = Path(),
) -> None:
    """Write a scr-lint.toml with every setting and what it does."""
    from .settings import FILE
    from .template import settings_template

    file = folder / FILE
    if not folder.is_dir():
        raise SettingsError(f"There is no folder {folder}.")
    try:
        with file.open("x", encoding="utf-8") as out:
            out.write(settings_template())
    except FileExistsError:
        raise SettingsError(f"{file} is there already and was left as it is.") from None
    except OSError as error:
        raise SettingsError(f"{file} could not be written: {error.strerror}.") from None
    print(f"Wrote {file}.")


def _settings_for(path: Path, config: Path | None, given: dict[str, Any]) -> Settings:
    """The settings for a draft or a folder, with the command line's options laid over them."""
    from .linter import rules_for
    from .settings import find_settings, load_settings

    found = config or find_settings(path if path.is_dir() else path.parent)
    settings = load_settings(found)
    settings = replace(settings, check=replace(settings.check, **given))
    rules_for(settings)  # a wrong rule code is said before any draft is read
    return settings


def _refuse_hyphens(args: list[str]) -> None:
    """Raises SettingsError for a draft whose name looks like an option."""
    for arg in args[: args.index("--")] if "--" in args else args:
        if arg.startswith("-") and Path(arg).is_file():
            raise SettingsError(
                f"{arg} begins with a hyphen, so it is taken for an option: write -- before it "
                f"(scr-lint check -- {arg})."
            )


def _codes(option: str) -> tuple[str, ...]:
    return tuple(code.strip() for code in option.split(",") if code.strip())


def _exit_code(result: LintResult, settings: Settings, allow_unread: bool) -> int:
    if result.unread and not allow_unread:
        return TROUBLE
    worst = result.worst()
    return FOUND if worst and worst.at_least(Severity(settings.check.fail_on)) else 0


def _complain(message: str) -> None:
    print(f"scr-lint: {message}", file=sys.stderr)
