"""Names to fill sentences with: many origins, most of them drawn as often as each other.

Given and family names come from `names.tsv` (where "_" is a space inside a name) and, for the
origins it has, from Faker. What stands
in the scoring half of the corpora is never drawn, so that the scores are those of unseen names.
"""

from __future__ import annotations

import csv
import random
import unicodedata
from dataclasses import dataclass
from pathlib import Path

from faker import Faker

from scr_lint.evaluation.corpus import find_files, read_marked_file

HERE = Path(__file__).parent
CORPORA = HERE.parent / "corpora"
# Faker's locales whose names are in Latin letters, and how many of each part to draw.
_LOCALES = """en_GB en_IE ga_IE pl_PL ro_RO sk_SK cs_CZ lt_LT lv_LV hu_HU hr_HR sq_AL en_IN en_PK en_BD
yo_NG ig_NG ha_NG en_NG en_KE sw zu_ZA tw_GH tr_TR fr_DZ pt_PT es_ES it_IT de_DE en_PH id_ID""".split()
_DRAWS = 400
# The share of people with names as most of the population has, with names that are words too, and
# with names of the two nations that were found worst when every origin was drawn equally often.
_SHARES = {"en_GB": 0.24, "A word too": 0.08, "More Welsh": 0.07, "More Irish": 0.06}


@dataclass(frozen=True)
class Origin:
    """Given and family names that go together."""

    group: str
    given: tuple[str, ...]
    family: tuple[str, ...]


def plain(word: str) -> str:
    """A word without accents, in small letters."""
    bare = "".join(c for c in unicodedata.normalize("NFD", word) if not unicodedata.combining(c))
    return bare.lower()


def held_out() -> frozenset[str]:
    """The words of all names marked in the scoring half."""
    words: set[str] = set()
    for path in find_files([CORPORA], "scoring"):
        for gold in read_marked_file(path).parts:
            for e in gold.expected:
                if e.code == "PRV001" and e.verdict == "find" and e.span is not None:
                    for word in gold.draft.text_at(e.span).replace("-", " ").split():
                        words.add(plain(word.strip(".,’'“”\"()")))
    return frozenset(words)


def origins(seed: int) -> list[Origin]:
    """All origins, without the names that are held out."""
    barred = held_out()

    def kept(names: list[str]) -> tuple[str, ...]:
        return tuple(
            name
            for name in dict.fromkeys(names)
            if not barred & {plain(part) for part in name.replace("-", " ").split()}
        )

    found: dict[str, dict[str, list[str]]] = {}
    with (HERE / "names.tsv").open(encoding="utf-8") as file:
        for row in csv.DictReader(file, delimiter="\t"):
            names = [name.replace("_", " ") for name in row["names"].split()]
            found.setdefault(row["group"], {})[row["part"]] = names
    for locale in _LOCALES:
        fake = Faker(locale)
        fake.seed_instance(seed)
        given = [fake.first_name() for _ in range(_DRAWS)]
        family = [fake.last_name() for _ in range(_DRAWS)]
        found[locale] = {"given": given, "family": family}
    return [Origin(g, kept(parts["given"]), kept(parts["family"])) for g, parts in found.items()]


class Names:
    """Draws people."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)
        self.origins = [o for o in origins(seed) if o.given and o.family]
        self.by_group = {o.group: o for o in self.origins}

    def person(self, group: str = "") -> tuple[str, str]:
        """A given name and a family name, mostly of one origin; of `group` where it is given."""
        draw = self.random
        origin = self.by_group[group] if group else self._origin()
        given = draw.choice(origin.given)
        if draw.random() < 0.06:
            given = f"{given}-{draw.choice(origin.given)}"
        # Families mix: one in five has a surname from elsewhere.
        other = draw.choice(self.origins) if draw.random() < 0.2 else origin
        family = draw.choice(other.family)
        if draw.random() < 0.07:
            family = f"{family}-{draw.choice(self.by_group['en_GB'].family)}"
        return given, family

    def _origin(self) -> Origin:
        chance = self.random.random()
        for group, share in _SHARES.items():
            if chance < share:
                return self.by_group[group]
            chance -= share
        return self.random.choice(self.origins)
