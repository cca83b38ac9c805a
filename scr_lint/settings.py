"""Settings: `scr-lint.toml`, or `[tool.scr-lint]` in `pyproject.toml`, the nearest one upwards."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, fields, is_dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import Annotated, Any, Literal

from annotated_types import Ge, Le

from .errors import SettingsError

FILE = "scr-lint.toml"


@dataclass(frozen=True)
class Review:
    """What kind of review it is: which words and bodies to expect."""

    kind: Literal["auto", "scr", "lcspr", "cpr"] = "auto"
    style: Literal["auto", "recommendations", "findings-and-questions"] = "auto"


@dataclass(frozen=True)
class Check:
    """Which rules run, and what counts as failing."""

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    fail_on: Literal["error", "warning", "advice"] = "warning"
    min_severity: Literal["error", "warning", "advice"] = "advice"
    min_confidence: Annotated[float, Ge(0), Le(1)] = 0.5
    model: str = "en_core_web_md"


@dataclass(frozen=True)
class Names:
    """Names the draft uses on purpose, and others to treat as private."""

    pseudonyms: tuple[str, ...] = ()
    allow: tuple[str, ...] = ()
    also_private: tuple[str, ...] = ()


@dataclass(frozen=True)
class Settings:
    """All settings. `folder` is where relative paths start; it is not read from the file."""

    review: Review = field(default_factory=Review)
    check: Check = field(default_factory=Check)
    names: Names = field(default_factory=Names)
    limits: Mapping[str, Mapping[str, float]] = field(default_factory=dict)
    vocabulary: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    folder: Path = field(default_factory=Path)


def find_settings(start: Path) -> Path | None:
    """The settings file that applies to a draft or folder: the nearest one upwards."""
    start = start.resolve()
    for folder in (start, *start.parents):
        if (folder / FILE).is_file():
            return folder / FILE
        project = folder / "pyproject.toml"
        if project.is_file() and "scr-lint" in _parse(project).get("tool", {}):
            return project
    return None


def load_settings(file: str | Path | None) -> Settings:
    """The settings in a file; the defaults for None.

    Raises SettingsError, naming the file, the key and the nearest right one, for anything it
    cannot use.
    """
    if file is None:
        return Settings()
    file = Path(file)
    if file.is_dir():
        raise SettingsError(
            f"{file} is a folder: name the settings file in it, such as {file / FILE}."
        )
    data = _parse(file)
    if file.name == "pyproject.toml":
        data = data.get("tool", {}).get("scr-lint", {})
    return settings_from(data, file)


def settings_from(data: Mapping[str, Any], file: Path | None = None) -> Settings:
    """Settings from the tables of a settings file. Raises SettingsError."""
    where = str(file) if file else "settings"
    _refuse_unknown(data, Settings, where, "")
    checked = {key: value for key, value in data.items() if key != "folder"}
    return _validated({**checked, "folder": file.parent if file else Path()}, where)


def check_settings(settings: Settings) -> None:
    """Raises SettingsError for settings made in Python that no file could hold."""
    if not isinstance(settings, Settings):
        hint = "scr_lint.load_settings(file) or scr_lint.settings_from({…})"
        raise SettingsError(
            f"settings are a {type(settings).__name__}, not Settings: make them with {hint}."
        )
    tables = {f.name: getattr(settings, f.name) for f in fields(settings)}
    _validated({k: vars(v) if is_dataclass(v) else v for k, v in tables.items()}, "settings")


def _validated(tables: Mapping[str, Any], where: str) -> Settings:
    from pydantic import ConfigDict, TypeAdapter, ValidationError, with_config

    try:
        adapter = TypeAdapter(with_config(ConfigDict(extra="forbid"))(Settings))
        settings: Settings = adapter.validate_python(tables)
    except ValidationError as error:
        first = error.errors()[0]
        key = ".".join(str(part) for part in first["loc"])
        raise SettingsError(f"{where}: {key}: {_plain(first['msg'])}.") from None
    return settings


def check_limits(settings: Settings, known: Mapping[str, Mapping[str, float]]) -> None:
    """Raises SettingsError if [limits] names a rule or a limit that no rule has."""
    for code, limits in settings.limits.items():
        if code not in known:
            with_limits = [c for c in known if known[c]]
            raise SettingsError(f"[limits] {_unknown('rule', code, with_limits)}")
        for name in limits:
            if name not in known[code]:
                raise SettingsError(f"[limits] {code}: {_unknown('limit', name, known[code])}")


def _parse(file: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(file.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise SettingsError(f"There is no settings file {file}.") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise SettingsError(f"{file} is not valid TOML: {error}.") from None
    except OSError as error:
        raise SettingsError(f"{file} could not be read: {error.strerror}.") from None


def _refuse_unknown(data: Mapping[str, Any], shape: type, where: str, prefix: str) -> None:
    known = {f.name: f for f in fields(shape) if f.name != "folder"}
    for key, value in data.items():
        if key not in known:
            raise SettingsError(f"{where}: {_unknown('key', prefix + key, known, prefix)}")
        factory = known[key].default_factory
        if isinstance(value, Mapping) and isinstance(factory, type) and is_dataclass(factory):
            _refuse_unknown(value, factory, where, f"{key}.")


def _unknown(what: str, given: str, known: Any, prefix: str = "") -> str:
    names = [prefix + name for name in known]
    close = get_close_matches(given, names, 1, 0.5)
    hint = f" Did you mean {close[0]}?" if close else f" Known here: {', '.join(sorted(names))}."
    return f"unknown {what} {given!r}.{hint}"


def _plain(message: str) -> str:
    """What the validator says, in the words of a settings file: Python's types mean nothing there."""
    for kind, said in (("tuple", "a list, in []"), ("dictionary", "a table")):
        message = message.replace(f"a valid {kind}", said)
    return message[0].lower() + message[1:]
