"""The recognisers we give to Presidio: contact details, addresses and official numbers.

A recogniser's score is how far its hit may be trusted without looking at the sentence: 0.5 and
more is enough for a finding. What is only a shape begins below and needs one of the recogniser's
context words near it.
"""

from __future__ import annotations

import re

import phonenumbers
from presidio_analyzer import (
    EntityRecognizer,
    LocalRecognizer,
    Pattern,
    PatternRecognizer,
    RecognizerResult,
)
from presidio_analyzer.predefined_recognizers import IpRecognizer, MacAddressRecognizer

from .addresses import addresses
from .addresses_abroad import address_abroad
from .contacts import contacts
from .labelled_numbers import labelled_numbers
from .references import official_numbers

# https://en.wikipedia.org/wiki/List_of_postcode_areas_in_the_United_Kingdom
_POSTCODE_AREAS = frozenset(
    """AB AL B BA BB BD BH BL BN BR BS BT CA CB CF CH CM CO CR CT CV CW DA DD DE DG DH DL DN DT DY E
    EC EH EN EX FK FY G GL GU GY HA HD HG HP HR HS HU HX IG IM IP IV JE KA KT KW KY L LA LD LE LL LN
    LS LU M ME MK ML N NE NG NN NP NR NW OL OX PA PE PH PL PO PR RG RH RM S SA SE SG SK SL SM SN SO
    SP SR SS ST SW SY TA TD TF TN TQ TR TS TW UB W WA WC WD WF WN WR WS WV YO ZE""".split()
)

_BRITISH = 44  # the country's code
# "pages 01632-01640 of the bundle"
_PAGES = re.compile(r"\b(?:pages?|pp?\.|paragraphs?|bundle|folios?)\s?$", re.IGNORECASE)


def recognisers() -> list[EntityRecognizer]:
    """All recognisers, new each time, for a registry."""
    return [
        IpRecognizer(),
        MacAddressRecognizer(),
        Phone(),
        Postcode(),
        *official_numbers(),
        *labelled_numbers(),
        *contacts(),
        *addresses(),
        address_abroad(),
    ]


class Postcode(PatternRecognizer):
    """British postcodes, whole; or the first half where the text calls it a postcode.

    One whose area exists is sure; another that has the form needs a word of an address beside
    it, since drafts also hold mistyped ones.
    """

    def __init__(self) -> None:
        outward, inward = r"\b[A-Z]{1,2}\d[A-Z\d]?", r"\d[ABD-HJLNP-UW-Z]{2}\b"
        super().__init__(
            supported_entity="UK_POSTCODE",
            name="scr-lint UK_POSTCODE",
            patterns=[
                Pattern("whole", rf"{outward} ?{inward}", 0.4),
                Pattern("at the head of a cell or line", rf"^{outward} {inward}", 0.6),
                Pattern(
                    "labelled", rf"(?<=\bpost ?codes?\W+(?:\w+\W+){{0,3}}){outward}(?: \d)?\b", 0.6
                ),
                # The letters O and I for digits, a partial one after "address".
                Pattern(
                    "slipped",
                    r"(?<=\bpost ?codes?\W+(?:\w+\W+){0,3})[A-Z]{1,2}[\dOI][A-Z\d]? ?\d? ?[\dOI][A-Z]{2}\b",
                    0.6,
                ),
                Pattern("part", rf"(?<=\baddress\s(?:\(|is |was )?){outward} \d\b", 0.6),
                Pattern("area", rf"{outward}(?: \d)?\b(?=\s+(?:post ?code|area of))", 0.6),
            ],
            context="postcode postal address live tenancy flat house road rd street st lane close "
            "avenue ave drive court".split(),
        )

    def validate_result(self, pattern_text: str) -> bool | None:
        """True for an area that exists, False for mixed case, None for what is only the form."""
        if not (pattern_text.isupper() or pattern_text.islower()):
            return False
        area = re.match(r"[A-Z]+", pattern_text.upper())
        known = area is not None and area[0] in _POSTCODE_AREAS
        return True if known else None


class Phone(LocalRecognizer):
    """Telephone numbers: British ones, with those that Ofcom keeps for fiction and the letters O and l
    for digits, and those of other countries with their code.

    Numbers that only organisations have (freephone, 03, 084, 087) are left out.
    """

    def __init__(self) -> None:
        super().__init__(supported_entities=["PHONE_NUMBER"], name="scr-lint PHONE_NUMBER")

    def load(self) -> None:
        """Nothing to load."""

    def analyze(self, text: str, entities: object, nlp_artifacts: object) -> list[RecognizerResult]:
        """The numbers in a text that could be dialled from Britain and may be a person's."""
        digits = re.sub(r"\bO(?=\d{3,4}\b)|(?<=\d)O(?=[\dO]*\d)|(?<=\dO)O(?=[\dO]*\d)", "0", text)
        digits = re.sub(r"(?<=\d)[lI]{1,3}\b", lambda ones: "1" * len(ones[0]), digits)
        found = phonenumbers.PhoneNumberMatcher(
            digits, "GB", leniency=phonenumbers.Leniency.POSSIBLE
        )
        return [
            RecognizerResult("PHONE_NUMBER", match.end - len(_dialled(match)), match.end, 0.9)
            for match in found
            if _may_be_a_persons(match) and not _PAGES.search(text[: match.start])
        ]


def _dialled(match: phonenumbers.PhoneNumberMatch) -> str:
    """The number without a bracket that opens before it and closes behind it, if at all."""
    raw: str = match.raw_string
    return raw if ")" in raw else raw.lstrip("([ ")


def _may_be_a_persons(match: phonenumbers.PhoneNumberMatch) -> bool:
    raw = _dialled(match)
    if match.number.country_code != _BRITISH:
        # Two noughts also begin the numbers of pages and records: there it must exist.
        return raw.startswith("+") or (
            raw.startswith("00") and phonenumbers.is_valid_number(match.number)
        )
    national = str(match.number.national_number)
    dialled = re.match(r"\(?0\d|\(?\+\s?44|00\s?44", raw)
    return bool(dialled and re.match(r"[127]\d{8,9}$", national))
