"""Puts an annotated copy beside the draft it was made from, and never in its place."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

from ..errors import DraftError, NotFound
from ..result import LintResult


def source_of(result: LintResult, data: bytes | None = None) -> bytes:
    """The bytes of the draft that was checked; `data` where it stands on no disk.

    Raises DraftError if it is gone or has changed: comments would stand on other words.
    """
    path = Path(result.path)
    try:
        data = path.read_bytes() if data is None else data
    except FileNotFoundError:
        raise NotFound(
            path,
            f"{path} is not there any more: it was moved or deleted after it was checked. "
            "Check it where it is now, then write the copy.",
        ) from None
    except OSError as error:
        raise DraftError(path, f"{path} could not be opened: {error.strerror}.") from None
    if hashlib.sha256(data).hexdigest() != result.draft.digest:
        raise DraftError(
            path,
            f"{path} has changed since it was checked, so comments would stand on the wrong words: "
            "check it again, then write the copy.",
        )
    return data


def refuse_copy(draft: Path, path: Path, *, overwrite: bool) -> None:
    """Raises DraftError if the copy would replace the draft, or another file unless `overwrite`;
    if it is not called as its kind of file is; or if there is no such folder.

    A copy that is there may hold answers to our comments, and what its author went on to write.
    """
    if path.exists() and draft.exists() and path.samefile(draft):
        raise DraftError(path, f"{path} is the draft itself: name another file for the copy.")
    suffix = draft.suffix.lower()
    if path.suffix.lower() != suffix:
        raise DraftError(path, f"{path}: end the name of the copy in {suffix}.")
    if not path.parent.is_dir():
        raise DraftError(path, f"There is no folder {path.parent}: make it first, or name another.")
    if os.path.lexists(path) and not overwrite:
        raise DraftError(
            path,
            f"{path} is there already, perhaps with answers to comments in it: name another file, "
            "or ask for it to be replaced (overwrite=True; --overwrite on the command line).",
        )


def write_copy(path: Path, made: bytes) -> None:
    """Writes a copy. Raises DraftError if that is not possible."""
    try:
        path.write_bytes(made)
    except OSError as error:
        raise DraftError(path, f"{path} could not be written: {error.strerror}.") from None
