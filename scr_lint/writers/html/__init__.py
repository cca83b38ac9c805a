"""One page to read in a browser: the draft with its findings marked, in a single file.

The page needs nothing from outside: style and script stand inside it, and its content security
policy lets a browser run and load nothing else.
"""

from __future__ import annotations

import base64
import hashlib
from functools import cache
from importlib import resources
from pathlib import Path

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from ...errors import SettingsError
from ...result import LintResult
from .charts import charts
from .document import document
from .view import MEANING, overview, question_rows, rule_groups

_SUFFIXES = frozenset({".html", ".htm"})


def write(result: LintResult, path: str | Path, *, overwrite: bool = False) -> None:
    """Writes the page to a file, which may be there already if it is a page of ours.

    Raises SettingsError as `refuse` does, and if the file cannot be written.
    """
    path = Path(path)
    refuse(path, [Path(result.path)], overwrite=overwrite)
    page = render(result)
    try:
        path.write_text(page, encoding="utf-8", newline="\n")
    except OSError as error:
        raise SettingsError(f"{path} could not be written: {error.strerror}.") from None


def refuse(path: Path, drafts: list[Path], *, overwrite: bool = False) -> None:
    """Raises SettingsError if the page must not be written here: into the draft itself, a file not
    called .html, or, without `overwrite`, one that scr-lint did not write."""
    if path.suffix.lower() not in _SUFFIXES:
        raise SettingsError(f"{path} is not a name for a page: end it in .html.")
    if path.exists() and any(draft.exists() and path.samefile(draft) for draft in drafts):
        raise SettingsError(f"{path} is the draft itself: name another file for the page.")
    if path.exists() and not overwrite and not _is_ours(path):
        raise SettingsError(
            f"{path} is there already and was not written by scr-lint: name another file, or ask "
            "for it to be replaced (overwrite=True; --overwrite on the command line)."
        )


def _is_ours(path: Path) -> bool:
    """Whether a file is a page that an earlier check wrote."""
    try:
        with path.open("rb") as file:
            return b'<meta name="generator" content="scr-lint">' in file.read(2048)
    except OSError:
        return False


def render(result: LintResult) -> str:
    """The page as text."""
    groups = rule_groups(result)
    style, script = _static("style.css") + _static("print.css"), _static("page.js")
    return (
        _environment()
        .get_template("page.html.j2")
        .render(
            # Ours, and without a word of the draft: the one text that is not escaped.
            style=Markup(style),
            script=Markup(script),
            style_hash=_hash(style),
            script_hash=_hash(script),
            overview=overview(result, groups),
            questions=question_rows(result, groups),
            charts=charts(result),
            groups=groups,
            meaning=MEANING,
            nodes=document(result.draft, groups),
        )
    )


@cache
def _environment() -> Environment:
    return Environment(
        loader=PackageLoader(__package__ or "", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def _static(name: str) -> str:
    return (resources.files(__package__) / "static" / name).read_text(encoding="utf-8")


def _hash(text: str) -> str:
    """What a content security policy names a text by."""
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
