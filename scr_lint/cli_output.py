"""Where the command line's results go: the terminal, a new file, a page, a copy of the draft."""

from __future__ import annotations

import io
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from .errors import SettingsError
from .plain_output import PLAIN

if TYPE_CHECKING:
    from .result import LintResult


def refuse_page(file: Path, paths: list[Path], *, overwrite: bool) -> None:
    from .readers import find_drafts
    from .writers.html import refuse

    drafts = list(find_drafts(paths))
    if len(drafts) != 1:
        raise SettingsError("--html writes one page: check one draft at a time with it.")
    refuse(file, drafts, overwrite=overwrite)


def write_page(result: LintResult, file: Path, *, overwrite: bool) -> None:
    result.to_html(file, overwrite=overwrite)
    print(f"scr-lint: wrote {file}", file=sys.stderr)


def write_copy(results: list[LintResult], file: Path, *, overwrite: bool) -> None:
    if len(results) != 1:
        raise SettingsError("--annotate writes one file: check one draft at a time with it.")
    result = results[0]
    if result.draft.format not in {"docx", "pdf"}:
        raise SettingsError(f"--annotate needs a Word file or a PDF: {result.path} is neither.")
    write = result.to_word if result.draft.format == "docx" else result.to_pdf
    count = write(file, overwrite=overwrite)
    print(f"scr-lint: wrote {file} with {count} comments", file=sys.stderr)


def refuse_output(file: Path | None, drafts: list[Path], *, overwrite: bool) -> None:
    """Raises SettingsError if output would go into a draft, or without `overwrite` into any file
    that is there and is not the output of an earlier check."""
    from .readers import SUFFIXES

    if file is None or not file.exists():
        return
    if any(draft.exists() and file.samefile(draft) for draft in drafts):
        raise SettingsError(f"{file} is the draft itself: name another file for the output.")
    if not file.is_file() or overwrite or _is_output(file):
        return
    if file.suffix.lower() in SUFFIXES:
        raise SettingsError(
            f"{file} is there already and may be a draft: name another file, or add --overwrite."
        )
    raise SettingsError(
        f"{file} is there already and was not written by scr-lint: name another file, or add "
        "--overwrite."
    )


def _is_output(file: Path) -> bool:
    """Whether a file is empty, or was written by an earlier check in any form."""
    try:
        written = file.read_bytes()
    except OSError:
        return True  # to be said when it is opened for writing
    head, tail = written[:1000], b" ".join(written[-1000:].split())
    ours = (b'"name": "scr-lint"', b'<testsuites name="scr-lint"')
    return (
        not head
        or (head[:1] in {b"{", b"<"} and any(mark in head for mark in ours))
        or all(line.startswith(b"::") for line in written.splitlines())  # for GitHub
        or tail.endswith(b"only a reader can tell.")
    )


def refuse_annotated(file: Path, drafts: list[Path], *, overwrite: bool) -> None:
    """Raises an error, before anything is checked, if the copy could not be written there."""
    from .writers.annotated_copy import refuse_copy

    if len(drafts) == 1 and drafts[0].is_file() and drafts[0].suffix.lower() in {".docx", ".pdf"}:
        refuse_copy(drafts[0], file, overwrite=overwrite)
    elif file.exists() and not overwrite:
        raise SettingsError(f"{file} is there already: name another file, or add --overwrite.")


@contextmanager
def output(file: Path | None) -> Iterator[Any]:
    if file is None:
        yield sys.stdout
        return
    held = io.StringIO()
    try:
        # What an earlier check wrote stays until there is something to put in its place.
        with file.open("a", encoding="utf-8"):
            pass
        yield held
        file.write_text(held.getvalue(), encoding="utf-8", errors=PLAIN)
    except OSError as error:
        raise SettingsError(f"{file} could not be written: {error.strerror}.") from None


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
