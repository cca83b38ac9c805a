"""Readers: a file becomes a Draft. One module a format, chosen by what is in the file."""

from __future__ import annotations

import hashlib
import stat
from collections.abc import Iterable, Iterator
from dataclasses import replace
from importlib import import_module
from pathlib import Path

from ..draft import PASSAGE, WORD, Draft
from ..errors import CorruptFile, DraftError, NotADraft, NotFound, PasswordProtected, TooLarge
from ..memory import uncollected

SUFFIXES = frozenset({".docx", ".pdf", ".md", ".markdown", ".txt"})
_OTHER_KINDS = (
    (b"%PDF-", "a PDF: give it the ending .pdf"),
    (b"PK\x03\x04", "a Word document or another archive: give it the ending it had"),
    (b"{\\rtf", "Rich Text: save it in Word as .docx"),
)
#: About a thousand pages, and about two hundred in one paragraph: no review comes near it.
MAX_CHARACTERS = 20_000_000
MAX_PARAGRAPH = 500_000
MAX_BYTES_OF_TEXT = 10 * 1024 * 1024
MAX_BYTES = 200 * 1024 * 1024


def read(path: str | Path, data: bytes | None = None) -> Draft:
    """Reads a .docx, .pdf, .md or .txt file into blocks; sections and roles come later.

    With `data`, what is in a file that stands on no disk; `path` then only names it.

    Raises a DraftError with one plain sentence for anything that cannot be read.
    """
    path = Path(path)
    kind = _check(path, data)
    try:
        with uncollected():
            digest = hashlib.sha256(path.read_bytes() if data is None else data).hexdigest()
            draft = import_module(f".{kind}", __package__).read(path, data)
    except (DraftError, MemoryError, KeyboardInterrupt):
        raise
    except Exception as error:
        raise CorruptFile(
            path,
            f"{path} could not be read: it seems to be damaged ({type(error).__name__}). "
            "Open it in the program it was made with, save it again and try once more.",
        ) from error
    lengths = [len(block.text) for block in draft.blocks]
    if sum(lengths) > MAX_CHARACTERS or max(lengths, default=0) > MAX_PARAGRAPH:
        raise TooLarge(
            path, f"{path} holds more text, or a longer paragraph, than scr-lint reads safely."
        )
    return replace(draft, digest=digest)


def refuse_wordless(draft: Draft) -> None:
    """Raises CorruptFile for a draft without a word in which nothing was left unread either: to
    find nothing in it would sound like praise."""
    if not draft.unread and not any(WORD.search(block.text) for block in draft.blocks):
        what = draft.path[:1].upper() + draft.path[1:] if draft.path == PASSAGE else draft.path
        raise CorruptFile(draft.path, f"{what} is empty: there are no words in it to check.")


def find_drafts(paths: Iterable[str | Path]) -> Iterator[Path]:
    """The drafts that files and folders stand for, in order, each once.

    A file is taken as given, a folder is searched. Word's lock files (`~$…`) and hidden files
    are passed over. Raises NotFound for a path that does not exist and a folder without drafts.
    """
    seen: set[Path] = set()
    for path in map(Path, paths):
        if path.is_dir():
            found = sorted(
                file
                for file in path.rglob("*")
                if file.suffix.lower() in SUFFIXES
                and not file.name.startswith(("~$", "."))
                and not any(part.startswith(".") for part in file.relative_to(path).parts)
                # A link that leads nowhere is a draft that is missing, not one to pass over.
                and (file.is_file() or (file.is_symlink() and not file.exists()))
            )
            if not found:
                raise NotFound(
                    path,
                    f"There is no draft in the folder {path}: "
                    "scr-lint reads .docx, .pdf, .md and .txt files.",
                )
        else:
            found = [path]
        for file in found:
            if file not in seen:
                seen.add(file)
                yield file


def _check(path: Path, data: bytes | None) -> str:
    """The format of a file, from its name and its first bytes; DraftError if it has none."""
    size, head = _look(path) if data is None else (len(data), data[:1024])
    suffix = path.suffix.lower()
    if suffix not in SUFFIXES:
        hint = (
            " Open it in Word and save it as .docx."
            if suffix in {".doc", ".rtf", ".odt", ".dot", ".docm", ".dotx"}
            else ""
        )
        raise NotADraft(
            path, f"{path} is not a draft: scr-lint reads .docx, .pdf, .md and .txt files.{hint}"
        )
    if size == 0:
        raise CorruptFile(path, f"{path} is empty: nothing was saved in it.")
    if size > MAX_BYTES:
        raise TooLarge(path, f"{path} is larger than 200 MB, more than scr-lint reads safely.")
    if suffix == ".docx":
        return _check_docx(path, head, data)
    if suffix == ".pdf":
        if b"%PDF-" not in head:
            raise NotADraft(path, f"{path} is called .pdf but is not a PDF file.")
        return "pdf"
    if size > MAX_BYTES_OF_TEXT:
        raise TooLarge(path, f"{path} is larger than 10 MB, more text than scr-lint reads safely.")
    for mark, what in _OTHER_KINDS:
        if head.startswith(mark):
            raise NotADraft(path, f"{path} is called {suffix} but is {what}.")
    if b"\0" in head and not head.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise NotADraft(path, f"{path} is called {suffix} but does not hold text.")
    return "text"


def _look(path: Path) -> tuple[int, bytes]:
    """The size of a file in bytes, and how it begins."""
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode) and not stat.S_ISDIR(status.st_mode):
            raise NotADraft(path, f"{path} is not a file with text in it, but a pipe or a device.")
        with path.open("rb") as file:
            return status.st_size, file.read(1024)
    except FileNotFoundError:
        raise NotFound(path, f"There is no file {path}. Check the name and the folder.") from None
    except IsADirectoryError:
        raise NotADraft(path, f"{path} is a folder, not a draft.") from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise DraftError(path, f"{path} could not be opened: {reason}.") from None


def _check_docx(path: Path, head: bytes, data: bytes | None) -> str:
    if head.startswith(b"\xd0\xcf\x11\xe0"):
        # An OLE container: an encrypted .docx, or an old .doc under a new name.
        if "EncryptedPackage".encode("utf-16-le") in (data or path.read_bytes()):
            raise PasswordProtected(
                path,
                f"{path} is protected with a password. "
                "Open it in Word, remove the password, save a copy and check that.",
            )
        raise NotADraft(
            path, f"{path} is an older Word file under a new name. Save it in Word as .docx."
        )
    if not head.startswith(b"PK"):
        raise NotADraft(path, f"{path} is called .docx but is not a Word document.")
    return "docx"
