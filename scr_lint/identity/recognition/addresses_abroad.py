"""A recogniser of addresses in other countries, written as they are there.

A family's relatives, and its years before it came, often have one; and a street that is called after
somebody ("ul. Jana Kowalika 7") names nobody of the draft.
"""

from __future__ import annotations

from presidio_analyzer import Pattern, PatternRecognizer

from ... import vocabulary
from .street_words import alternatives

# A word of a street's or a town's name, and the small ones between them: "Rua da Senhora".
_WORD = r"(?:[dl][’'])?\p{Lu}(?:[\w’'-]|\.(?=\s?\p{Lu}))*"
_SMALL = r"(?:de|del|della|di|da|do|dos|das|du|des|la|las|le|les|el|los|al|e|i|y|à|van|von|der|den|am|zu|në|of|të)"
_NAME = rf"(?:(?:{_SMALL}\s)*{_WORD})(?:\s(?:{_SMALL}\s)*{_WORD}){{0,3}}"
# A house, and a flat in it: "73/4", "nr. 14", "7 m. 12", "No: 5 D: 3", "8, 2º B".
_FLAT = (
    r"(?:,?\s(?:m\.|ap\.?|Ap\.?|apt\.?|Apt\.?|bl\.?|Bl\.?|sc\.?|Sc\.?|et\.?|Et\.?|kat|Kat|[DK]:|Suite|Ste\.?|Unit|lok\.|byt|lakás|piso|Piso)"
    r"\s?#?\w{1,5}\b)"
)
_HOUSE = (
    r"(?:,?\s?(?:[Nn]r\.?|[Nn]o[.:]+|[Nn]°|[Nn]º|č\.|sz\.))?\s?(?!(?:19|20)\d\d\b)\d{1,5}[a-zA-Z]?(?:[/-]\d{1,4}[a-zA-Z]?)?(?![\d.,]*\d|\w)"
    rf"(?:,\s\dº\s?\w\b)?{_FLAT}*"
)
_NUMBER_FIRST = r"(?<![\w.,/:£$€-])\d{1,6}[a-zA-Z]?(?:\s\d{1,5})?(?:\s(?:bis|ter))?,?\s"
# "44135 Dortmund", "16-402 Suwałki", "FIN-00100 Helsinki": behind a street.
_CODE_AND_TOWN = r"(?:[A-Z]{1,3}-)?\d{2,3}[- ]?\d{2,3}\s" + _NAME


#: Surer than a street at home, which may be part of one abroad; and what needs a word of an address near it.
_SURE, _SHAPE = 0.92, 0.3


def address_abroad() -> PatternRecognizer:
    """Streets of other countries with the number of a house, and what of town and country follows.

    A street word that English does not share is enough beside a number; one that it does share, or
    none at all, needs a postcode or a country behind it.
    """
    rows = vocabulary.load("scr_lint", "streets_abroad")

    def words(stands: str, *sure: str) -> str:
        return alternatives(
            word.replace(".", r"\.")
            for row in rows
            if row["stands"] == stands and row["sure"] in sure
            for word in row["words"].split("; ")
        )

    countries = alternatives(
        word
        for row in vocabulary.load("scr_lint", "wide_places")
        if row["kind"] == "country"
        for word in row["words"].split("; ")
    )
    code = r"\s(?!(?:19|20)\d\d\b)\d{4,6}\b"
    country = rf"(?:{_NAME},?\s)?(?:{countries})\b(?:\s\([A-Z]\w+\))?"
    behind = rf"{_NAME},?\s[A-Z]{{2}},?{code}|{_NAME}\s\d{{5,6}}\b|{country}{code}"
    # "1204 Kayleigh Jordan" has no code: many a surname is a country's name.
    coded = rf"(?:\s?,?\s(?:{behind})(?:,\s(?:{countries})\b)?)"
    tail = rf"(?:\s?,?\s(?:{_CODE_AND_TOWN}|{behind}|{_NAME}{code}|{country})(?:,\s(?:{countries})\b)?)"

    def streets(*sure: str) -> str:
        before, behind, end = (words(stands, *sure) for stands in ("before", "behind", "end"))
        named = rf"(?<!et )(?:{before})\s{_NAME}"
        last = rf"(?:{_WORD}\s){{0,2}}(?:{_WORD}\s(?:{behind})|\p{{Lu}}\p{{Ll}}+(?:{end}))"
        return rf"(?:(?<!\w)(?:{named}|{last}){_HOUSE}|{_NUMBER_FIRST}(?:{named}|{last})(?!\w)(?:\s\d{{1,4}}[a-zA-Z]?\b)?{_FLAT}*)"

    number = r"(?<![\w.,/:£$€-])(?!(?:19|20)\d\d\s)\d{3,6}(?:\s\d{1,5})?\s(?!Unit|Suite|Ward)"
    house = rf"{_NAME}(?:\s\d{{1,4}}[a-zA-Z]?\b)?"
    first = r"(?<![\w.,/:£$€-])(?:\d{3,6}|\d{1,6}\s\d{1,5})\s"
    flats = r"(?:,?\s(?:Apt\.?|Suite|Ste\.)\s\d{1,4})+"
    return PatternRecognizer(
        supported_entity="ADDRESS_ABROAD",
        name="scr-lint ADDRESS_ABROAD",
        patterns=[
            Pattern("street", rf"{streets('yes')}{tail}?", _SURE),
            Pattern("street and town", rf"{streets('yes', 'no')}{tail}", _SURE),
            Pattern("house, code and town", rf"{number}{house}{_FLAT}*{coded}", _SURE),
            Pattern("house and flat", rf"{first}{house}{flats}{tail}?", _SURE),
            Pattern("house", rf"{number}{_NAME}\s\d{{1,4}}[a-zA-Z]?\b", _SHAPE),
            Pattern("flat alone", r"\b(?:Apt\.?\s\d{1,4}|(?:Suite|Ste\.)\s\d{3,4})\b", 0.6),
        ],
        context="live living address flat tenancy property reside residence".split(),
        global_regex_flags=0,
    )
