"""Words that tell a street, and what stands in streets and is nobody's home."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from ... import vocabulary

#: What may stand in a street and is nobody's home.
NO_HOUSE = (
    "Surgery|School|Hospital|Practice|Centre|Nursery|Clinic|Church|Station|Council|Board|Trust|Library|Academy|"
    "College|Department|Office|Infirmary|Team|Hotel|Inn|Arms|University|Quarry|Park|Reservoir|Bridge|Woods?|Beach|Gym|"
    "Club|Cinema|Supermarket|Stores|Garage|Works|Factory|Restaurant|Bar|Tavern|Prison|Pool"
)

#: What a text ends in before a street where a house bears a name: "Rose Cottage, ".
HOUSE_BEFORE = re.compile(rf"\b(?!(?:{NO_HOUSE}),)[A-Z][\w’'-]+,\s*$")


def has_street_word(text: str) -> bool:
    """Whether a text holds a word that streets are called by: "Road", "Alley"."""
    return bool(_street_words().search(text))


@cache
def _street_words() -> re.Pattern[str]:
    rows = vocabulary.load("scr_lint", "street_types")
    return re.compile(rf"\b(?:{alternatives(row['word'] for row in rows)})\b")


def alternatives(words: Iterable[str]) -> str:
    """Words as a pattern, the longer before those that they begin with."""
    return "|".join(sorted(set(words), key=len, reverse=True))
