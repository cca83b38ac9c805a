"""Names of places too wide to point to a family, or known to everybody for an inquiry held there."""

from __future__ import annotations

import re
from functools import cache

from ... import vocabulary
from ...grammar.phrases import split_phrases
from ..names.name_words import plain

ABROAD = frozenset({"wide", "country", "city abroad"})
AT_HOME = frozenset({"wide at home"})
_WIDE = frozenset({*ABROAD, *AT_HOME, "no place"})
_SIDE = re.compile(
    r"^(?:north|south|east|west|mid|central|inner|outer|greater|north east|north west|south east|south west) "
)
# "Quenderby, East Sussex", "Quenderby in Wales".
_COUNTY = re.compile(r",? (?:in )?(?P<county>[A-Z][\w-]+(?: [A-Z][\w-]+)?)")
# "the reports on Rotherham", "the review about Child Q in Hackney", "lessons from Rotherham and Telford" …
_INQUIRY = r"(?:reviews?|reports?|inquir(?:y|ies)|enquir(?:y|ies)|investigations?|lessons|learn(?:t|ed|ing)|scandals?|events|findings|judgments?)"
_TOLD_OF = re.compile(
    rf"\b{_INQUIRY}\b(?: (?!famil)\w+){{0,6}} (?:on|about|from|into|of|in|at|after)(?: [A-Z]\w+,?| and| as| or| from)* $",
    re.IGNORECASE,
)
# … "the Rotherham inquiry", "Rotherham and Telford reports", "Rotherham (2014)".
_CALLED_SO = re.compile(rf"(?:,? (?:and |or )?[A-Z]\w+)*(?:[’']s)? {_INQUIRY}\b| \((?:19|20)\d\d\)")


@cache
def wide_names(kinds: frozenset[str] = _WIDE) -> frozenset[str]:
    """The names in the list of wide places, of some kinds or of all that are never a family's."""
    rows = vocabulary.load("scr_lint", "wide_places")
    return frozenset(
        plain(name) for row in rows if row["kind"] in kinds for name in split_phrases(row["words"])
    )


def without_side(name: str) -> str:
    """A name in small letters, without the side of a county that it says: "South Dorset"."""
    return _SIDE.sub("", plain(name))


@cache
def public_but_towns() -> frozenset[str]:
    """Names that everybody knows and that are no place: a family may live in a town that is well known."""
    rows = vocabulary.load("scr_lint", "public_names")
    return frozenset(plain(row["name"]) for row in rows if row["kind"] != "place")


def is_of_inquiry(text: str, start: int, end: int) -> bool:
    """Whether a place is named for an inquiry held there, which is nobody's of the case."""
    if plain(text[start:end]) not in wide_names(frozenset({"known inquiry"})):
        return False
    return bool(_TOLD_OF.search(text[:start]) or _CALLED_SO.match(text, end))


def county_behind(text: str, end: int) -> bool:
    """Whether a county or a part of these islands is named right behind a name that ends there."""
    county = _COUNTY.match(text, end)
    return county is not None and without_side(county["county"]) in wide_names(AT_HOME)
