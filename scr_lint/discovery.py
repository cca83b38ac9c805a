"""Finds rules: the built-in ones come through the same entry point as anyone's pack."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
from difflib import get_close_matches
from functools import cache
from importlib.metadata import entry_points
from types import ModuleType

from .errors import SettingsError
from .rule import Rule

GROUP = "scr_lint.rules"


@cache
def packs() -> tuple[ModuleType, ...]:
    """The packages that installed distributions offer under the entry point `scr_lint.rules`."""
    found = {point.value: point for point in entry_points(group=GROUP)}
    return tuple(found[value].load() for value in sorted(found))


@cache
def all_rules() -> tuple[type[Rule], ...]:
    """Every rule of every pack, by code. Raises SettingsError if two share a code or a name."""
    rules: dict[str, type[Rule]] = {}
    names: set[str] = set()
    for pack in packs():
        for info in pkgutil.walk_packages(pack.__path__, f"{pack.__name__}."):
            module = importlib.import_module(info.name)
            for _, found in inspect.getmembers(module, inspect.isclass):
                if found.__module__ != module.__name__ or not issubclass(found, Rule):
                    continue
                if found.code in rules or found.name in names:
                    raise SettingsError(
                        f"Two rules share the code {found.code} or the name {found.name}: "
                        f"uninstall one of the rule packs."
                    )
                rules[found.code] = found
                names.add(found.name)
    return tuple(rules[code] for code in sorted(rules))


def find_rule(wanted: str) -> type[Rule]:
    """The rule with this code or name. Raises SettingsError naming the nearest if none has it."""
    for rule in all_rules():
        if wanted.upper() == rule.code or wanted.lower() == rule.name:
            return rule
    raise SettingsError(f"There is no rule {wanted!r}{_nearest(wanted)}")


def select_rules(select: tuple[str, ...], ignore: tuple[str, ...]) -> tuple[type[Rule], ...]:
    """Rules matching `select` (all, when empty) and not `ignore`.

    Each entry is a rule's code, its name, or the beginning of a code ("PRV"). Raises
    SettingsError for an entry that fits no rule.
    """
    wanted, unwanted = _matching(select), _matching(ignore)
    return tuple(
        rule for rule in all_rules() if (not select or rule in wanted) and rule not in unwanted
    )


def _matching(entries: tuple[str, ...]) -> set[type[Rule]]:
    found: set[type[Rule]] = set()
    for entry in entries:
        hits = {
            rule
            for rule in all_rules()
            if rule.code.startswith(entry.upper()) or rule.name == entry.lower()
        }
        if not entry or not hits:
            raise SettingsError(f"No rule has the code or name {entry!r}{_nearest(entry)}")
        found |= hits
    return found


def _nearest(wanted: str) -> str:
    known = [r.code for r in all_rules()] + [r.name for r in all_rules()]
    close = get_close_matches(wanted.upper(), known, 1) or get_close_matches(
        wanted.lower(), known, 1
    )
    hint = f" Did you mean {close[0]}?" if close else ""
    return f".{hint} `scr-lint rules` lists them all."
