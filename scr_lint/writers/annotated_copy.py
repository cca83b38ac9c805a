"""Puts an annotated copy beside the draft it was made from, and never in its place."""

from __future__ import annotations

from pathlib import Path

from ..errors import DraftError
from ..result import LintResult


def refuse_draft(result: LintResult, path: Path) -> None:
    """Raises DraftError if the copy would replace the draft."""
    source = Path(result.path)
    if path.exists() and source.exists() and path.samefile(source):
        raise DraftError(path, f"{path} is the draft itself: name another file for the copy.")


def write_copy(path: Path, made: bytes) -> None:
    """Writes a copy. Raises DraftError if that is not possible."""
    try:
        path.write_bytes(made)
    except OSError as error:
        raise DraftError(path, f"{path} could not be written: {error.strerror}.") from None
