"""Where the command line's results go: the terminal, a new file, a page, a copy of the draft."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from .errors import SettingsError

if TYPE_CHECKING:
    from .result import LintResult


def refuse_page(file: Path, paths: list[Path]) -> None:
    from .readers import find_drafts
    from .writers.html import refuse

    drafts = list(find_drafts(paths))
    if len(drafts) != 1:
        raise SettingsError("--html writes one page: check one draft at a time with it.")
    refuse(file, drafts)


def write_page(result: LintResult, file: Path) -> None:
    try:
        result.to_html(file)
    except OSError as error:
        raise SettingsError(f"{file} could not be written: {error.strerror}.") from None
    print(f"scr-lint: wrote {file}", file=sys.stderr)


def write_copy(results: list[LintResult], file: Path) -> None:
    if len(results) != 1:
        raise SettingsError("--annotate writes one file: check one draft at a time with it.")
    result = results[0]
    if result.draft.format not in {"docx", "pdf"}:
        raise SettingsError(f"--annotate needs a Word file or a PDF: {result.path} is neither.")
    count = result.to_word(file) if result.draft.format == "docx" else result.to_pdf(file)
    print(f"scr-lint: wrote {file} with {count} comments", file=sys.stderr)


def refuse_overwrite(file: Path | None, drafts: list[Path]) -> None:
    """Raises SettingsError if output would go into a draft: this one, or any that is there."""
    from .readers import SUFFIXES

    if file is None or not file.exists():
        return
    if any(draft.exists() and file.samefile(draft) for draft in drafts):
        raise SettingsError(f"{file} is the draft itself: name another file for the output.")
    if file.suffix.lower() in SUFFIXES:
        raise SettingsError(f"{file} is there already and may be a draft: name another file.")


def refuse_copy(file: Path, drafts: list[Path], *, overwrite: bool) -> None:
    """Raises SettingsError, before anything is checked, if the copy could not be written there.

    A copy that is there may hold answers to our comments: it is replaced only when asked to.
    """
    if len(drafts) == 1 and drafts[0].is_file():
        draft = drafts[0]
        if file.exists() and file.samefile(draft):
            raise SettingsError(f"{file} is the draft itself: name another file for the copy.")
        if (
            draft.suffix.lower() in {".docx", ".pdf"}
            and file.suffix.lower() != draft.suffix.lower()
        ):
            raise SettingsError(f"{file}: end the name of the copy in {draft.suffix.lower()}.")
    if not file.parent.is_dir():
        raise SettingsError(f"There is no folder {file.parent}: make it first, or name another.")
    if file.exists() and not overwrite:
        raise SettingsError(
            f"{file} is there already, perhaps with answers to comments in it: name another file, "
            "or add --overwrite."
        )


@contextmanager
def output(file: Path | None) -> Iterator[Any]:
    if file is None:
        yield sys.stdout
        return
    try:
        out = file.open("w", encoding="utf-8")
    except OSError as error:
        raise SettingsError(f"{file} could not be written: {error.strerror}.") from None
    with out:
        yield out


@contextmanager
def progress(quiet: bool) -> Iterator[Any]:
    """A function that says on standard error what is being done, once it takes over a second."""
    if quiet:
        yield lambda _: None
        return
    from .progress import Reporter

    with Reporter() as reporter:
        yield reporter


def print_terminal(out: Any, result: LintResult, full: bool) -> None:
    from .writers.terminal import print_result

    print_result(console(out), result, full=full)


def console(out: Any) -> Any:
    from rich.console import Console

    width = None if out.isatty() else 100
    return Console(file=out, highlight=False, width=width, soft_wrap=False)
