"""Term lists as tab-separated files: the engine's own here, each theme's beside its rules."""

from __future__ import annotations

import csv
from collections.abc import Collection, Mapping
from difflib import get_close_matches
from functools import cache
from importlib import import_module, resources
from importlib.resources.abc import Traversable
from pathlib import Path

from ..errors import SettingsError
from ..settings import Settings

Row = Mapping[str, str]


@cache
def load(package: str, name: str) -> tuple[Row, ...]:
    """The rows of `vocabulary/<name>.tsv` in a package, by the column names of its first line.

    `package` is the importing module's `__package__`. Lines that begin with # are comments.
    """
    return _load(resources.files(package) / "vocabulary" / f"{name}.tsv")


def load_with_settings(package: str, name: str, settings: Settings) -> tuple[Row, ...]:
    """The same rows, and those of the files that settings add under [vocabulary] `name`.

    Added files need the same first column; paths start at the settings file's folder. Raises
    SettingsError if one is missing or has another first column.
    """
    rows = load(package, name)
    for added in settings.vocabulary.get(name, ()):
        file = settings.folder / added
        if not file.is_file():
            raise SettingsError(f"[vocabulary] {name}: there is no file {file}.")
        try:
            extra = _load(file)
        except (OSError, ValueError, csv.Error) as error:
            reason = getattr(error, "strerror", None) or "it is not text in UTF-8"
            raise SettingsError(f"[vocabulary] {name}: {file} cannot be read: {reason}.") from None
        first = next(iter(rows[0]))
        if extra and first not in extra[0]:
            raise SettingsError(f"[vocabulary] {name}: {file} needs a column called {first!r}.")
        rows += tuple({**dict.fromkeys(rows[0], ""), **row} for row in extra)
    return rows


def check_vocabulary(settings: Settings, packages: Collection[str]) -> None:
    """Raises SettingsError, before any draft is read, for a file under [vocabulary] that cannot be
    used, or a list that the rules in these packages do not have."""
    known: dict[str, list[str]] = {}
    for package in sorted(packages) if settings.vocabulary else ():
        folder = resources.files(package) / "vocabulary" if _is_package(package) else None
        for file in folder.iterdir() if folder and folder.is_dir() else ():
            known.setdefault(file.name.removesuffix(".tsv"), []).append(package)
    for name in settings.vocabulary:
        if name not in known:
            close = get_close_matches(name, known, 1)
            hint = f" Did you mean {close[0]}?" if close else ""
            raise SettingsError(f"[vocabulary] {name}: no rule has a list of that name.{hint}")
        for package in known[name]:
            load_with_settings(package, name, settings)


def _is_package(name: str) -> bool:
    return bool(name) and hasattr(import_module(name), "__path__")


def _load(file: Traversable | Path) -> tuple[Row, ...]:
    lines = file.read_text(encoding="utf-8").splitlines()
    kept = (line for line in lines if line.strip() and not line.startswith("#"))
    return tuple(
        {key: (value or "").strip() for key, value in row.items() if key}
        for row in csv.DictReader(kept, delimiter="\t", quoting=csv.QUOTE_NONE)
    )
