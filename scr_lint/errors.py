"""What can go wrong with a file, said so that a lead reviewer understands it."""

from __future__ import annotations


class DraftError(Exception):
    """A draft could not be read. `code` is the stable word that JSON output uses."""

    code = "unreadable"

    def __init__(self, path: object, message: str) -> None:
        super().__init__(message)
        self.path = str(path)
        self.message = message

    def __reduce__(self) -> tuple[object, tuple[str, str]]:
        return type(self), (self.path, self.message)


class NotFound(DraftError):
    """There is no such file, or nothing to lint in the folder."""

    code = "not-found"


class NotADraft(DraftError):
    """The file is not a Word, PDF, Markdown or text document."""

    code = "not-a-draft"


class PasswordProtected(DraftError):
    """The file is encrypted."""

    code = "password-protected"


class CorruptFile(DraftError):
    """The file is damaged or incomplete."""

    code = "corrupt-file"


class NoTextLayer(DraftError):
    """A PDF that holds pictures of pages and no text."""

    code = "no-text-layer"


class TooLarge(DraftError):
    """The file is, or unpacks to, more than is safe to read."""

    code = "too-large"


class UnsafeFile(DraftError):
    """The file is built in a way that could harm the machine that reads it."""

    code = "unsafe-file"


class SettingsError(Exception):
    """A settings file, option or rule code is wrong; the message says what and where."""
