"""The passages of guidance that rules rest on: id, source, words.

The passages stand in a `basis.toml` beside the rules of each pack, so that a pack brings its own.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib import resources

from .errors import SettingsError

#: The seven questions of Quality Marker 14 in a few words of our own, for headings and tables;
#: their exact words are passages.
QUESTIONS = {
    "QM14.1": "Are analysis and findings easy to find?",
    "QM14.2": "Is the family's and the staff's privacy kept?",
    "QM14.3": "Do findings and recommendations set priorities?",
    "QM14.4": "Do findings explain practice?",
    "QM14.5": "Is it clear how conclusions were reached?",
    "QM14.6": "Is it accessible, its complexity managed?",
    "QM14.7": "Are tone and words right for a review?",
}


@dataclass(frozen=True, slots=True)
class Passage:
    """A passage of guidance: its id ("QM14.4"), where it stands, and its exact words."""

    id: str
    source: str
    words: str


@cache
def passages() -> dict[str, Passage]:
    """All passages of the installed rule packs, by id. Raises SettingsError for a bad file."""
    from .discovery import packs

    found: dict[str, Passage] = {}
    for pack in packs():
        file = resources.files(pack.module) / "basis.toml" if pack.is_package else None
        if file is None or not file.is_file():
            continue
        try:
            for id_, entry in tomllib.loads(file.read_text(encoding="utf-8")).items():
                for number, passage in entry.items():
                    key = f"{id_}.{number}"
                    found[key] = Passage(key, passage["source"], passage["words"])
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            raise SettingsError(
                f"The rule pack {pack.name!r} cannot be used: its basis.toml is not as it should "
                f"be ({error}). Mend the pack, or uninstall it."
            ) from None
    return found


def question_of(basis: Iterable[str]) -> str:
    """The first Quality Marker 14 question among some basis ids, "" where there is none."""
    return next((b for b in basis if b.startswith("QM14.") and b[5:].isdigit()), "")
