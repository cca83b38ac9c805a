"""What this installation is made of: versions, the model and its hash, what is absent."""

from __future__ import annotations

import hashlib
import json
import platform
from collections.abc import Iterator
from importlib import metadata
from importlib.util import find_spec
from pathlib import Path

from .language import CARRIER, NAME_FINDER

_NEEDED = ("spacy", "presidio-analyzer", "pypdfium2", "pdfplumber", "lxml", "textstat")
_OPTIONAL = {
    "pandas": "to_dataframe()",
    "matplotlib": "plot()",
    "dask": "many drafts at once on several machines",
}


def lines() -> Iterator[tuple[str, str]]:
    """What is looked at, and what was found, in words."""
    yield "scr-lint", metadata.version("scr-lint")
    yield "Python", f"{platform.python_version()} on {platform.system()}"
    for name in _NEEDED:
        yield name, _version(name)
    yield "language model", _model()
    yield "name finder", _name_finder()
    for name, use in _OPTIONAL.items():
        known = _version(name)
        yield name, known if known else f"absent; needed for {use}"


def _version(name: str) -> str:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return ""


def _name_finder() -> str:
    """What the name finder was made from, and the first signs of its weights' hash."""
    made = NAME_FINDER / "made.json"
    if not made.is_file():
        return "absent; names are found with the language model alone"
    card = json.loads(made.read_text(encoding="utf-8"))
    return f"for {card['base']}, sha256 {card['sha256'][:16]}"


def _model() -> str:
    """The model's version and the first signs of the hash over all its files."""
    found = find_spec(CARRIER)
    if found is None or not found.submodule_search_locations:
        return f"absent; install the package {CARRIER.replace('_', '-')}"
    folder = Path(found.submodule_search_locations[0])
    digest = hashlib.sha256()
    for file in sorted(folder.rglob("*")):
        if file.is_file() and file.suffix not in {".py", ".pyc"}:
            digest.update(str(file.relative_to(folder).as_posix()).encode())
            digest.update(file.read_bytes())
    return f"{CARRIER.replace('_', '-')} {_version(CARRIER)}, sha256 {digest.hexdigest()[:16]}"
