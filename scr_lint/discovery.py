"""Finds rules: the built-in ones come through the same entry point as anyone's pack."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache
from importlib.metadata import entry_points
from types import ModuleType

from .errors import SettingsError
from .rule import Rule

GROUP = "scr_lint.rules"


@dataclass(frozen=True, slots=True)
class Pack:
    """An installed set of rules: a package, or a single module, offered under a name."""

    name: str
    module: ModuleType

    def modules(self) -> Iterator[ModuleType]:
        """The modules that may hold rules: the pack itself, and all below a package."""
        yield self.module
        inside = getattr(self.module, "__path__", None)
        for info in pkgutil.walk_packages(inside, f"{self.module.__name__}.") if inside else ():
            yield _imported(self.name, info.name)

    @property
    def is_package(self) -> bool:
        """Whether other files, such as `basis.toml`, can stand in it."""
        return hasattr(self.module, "__path__")


@cache
def packs() -> tuple[Pack, ...]:
    """What installed distributions offer under the entry point `scr_lint.rules`.

    Raises SettingsError, naming the pack, for one that cannot be imported.
    """
    found = {point.value: point for point in entry_points(group=GROUP)}
    return tuple(
        Pack(found[value].name, _imported(found[value].name, found[value].module))
        for value in sorted(found)
    )


@cache
def all_rules() -> tuple[type[Rule], ...]:
    """Every rule of every pack, by code.

    Raises SettingsError if two share a code or a name, and for a rule that does not say what every
    rule must or rests on a passage that no pack holds.
    """
    rules: dict[str, type[Rule]] = {}
    names: set[str] = set()
    for pack in packs():
        for module in pack.modules():
            for _, found in inspect.getmembers(module, inspect.isclass):
                if found.__module__ != module.__name__ or not issubclass(found, Rule):
                    continue
                _refuse_incomplete(pack, found)
                if found.code in rules or found.name in names:
                    raise SettingsError(
                        f"Two rules share the code {found.code} or the name {found.name}: "
                        f"uninstall one of the rule packs."
                    )
                rules[found.code] = found
                names.add(found.name)
    return tuple(rules[code] for code in sorted(rules))


def _imported(pack: str, module: str) -> ModuleType:
    try:
        return importlib.import_module(module)
    except Exception as error:
        # Anyone's code runs here, and anything may go wrong in it.
        raise SettingsError(
            f"The rule pack {pack!r} cannot be used: importing {module} failed "
            f"({type(error).__name__}: {error}). Mend the pack, or uninstall it."
        ) from error


def _refuse_incomplete(pack: Pack, rule: type[Rule]) -> None:
    from .guidance import passages

    where = f"The rule pack {pack.name!r} cannot be used: its rule {rule.__name__}"
    for needed in ("code", "name", "severity", "basis"):
        if not hasattr(rule, needed):
            raise SettingsError(f"{where} has no {needed!r}. Mend the pack, or uninstall it.")
    for basis in rule.basis:
        if basis not in passages():
            close = get_close_matches(basis, passages(), 1)
            hint = f" Did you mean {close[0]}?" if close else ""
            raise SettingsError(
                f"{where} rests on {basis!r}, a passage that no basis.toml holds.{hint} Mend the "
                "pack, or uninstall it."
            )


def find_rule(wanted: str) -> type[Rule]:
    """The rule with this code or name. Raises SettingsError naming the nearest if none has it."""
    for rule in all_rules():
        if wanted.upper() == rule.code or wanted.lower() == rule.name:
            return rule
    raise SettingsError(f"There is no rule {wanted!r}{_nearest(wanted)}")


def select_rules(select: tuple[str, ...], ignore: tuple[str, ...]) -> tuple[type[Rule], ...]:
    """Rules matching `select` (all, when empty) and not `ignore`.

    Each entry is a rule's code, its name, or the beginning of a code ("PRV"). Raises
    SettingsError for an entry that fits no rule, and if none is left.
    """
    wanted, unwanted = _matching(select), _matching(ignore)
    chosen = tuple(
        rule for rule in all_rules() if (not select or rule in wanted) and rule not in unwanted
    )
    if not chosen:
        raise SettingsError(
            "No rule is left to run: every rule that is selected is ignored as well. Take one out "
            "of --ignore, or of `ignore` under [check]."
        )
    return chosen


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
