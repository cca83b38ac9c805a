"""The recognisers we give to Presidio: contact details, addresses and official numbers.

A recogniser's score is how far its hit may be trusted without looking at the sentence: 0.5 and
more is enough for a finding. What is only a shape begins below and needs one of the recogniser's
context words near it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

import phonenumbers
from presidio_analyzer import (
    EntityRecognizer,
    LocalRecognizer,
    Pattern,
    PatternRecognizer,
    RecognizerResult,
)
from presidio_analyzer.predefined_recognizers import IpRecognizer

from .. import vocabulary
from .references import labelled, official_numbers

# https://en.wikipedia.org/wiki/List_of_postcode_areas_in_the_United_Kingdom
_POSTCODE_AREAS = frozenset(
    """AB AL B BA BB BD BH BL BN BR BS BT CA CB CF CH CM CO CR CT CV CW DA DD DE DG DH DL DN DT DY E
    EC EH EN EX FK FY G GL GU GY HA HD HG HP HR HS HU HX IG IM IP IV JE KA KT KW KY L LA LD LE LL LN
    LS LU M ME MK ML N NE NG NN NP NR NW OL OX PA PE PH PL PO PR RG RH RM S SA SE SG SK SL SM SN SO
    SP SR SS ST SW SY TA TD TF TN TQ TR TS TW UB W WA WC WD WF WN WR WS WV YO ZE""".split()
)

_BRITISH = 44  # the country's code
#: What stands before a number that is said to be one of a telephone, however it is written.
_ON_THE_PHONE = (
    r"\b(?:(?:tele)?phone|tel|mobile|mob|fax|cell|landline|whatsapp)\b\.?(?: (?:number|no|num)\b\.?)?"
    r"(?: (?:is|was|given as|of))?\s?[:;=–-]?\s?"
    r"|\b(?:call|calls|called|ring|rang|rung|text|texted|texts|dial|dialled|answer|answering|reach|reached|"
    r"contact|contacted)\b(?: \w+){0,3} (?:on|at) "
)
#: Seven to fifteen digits (ITU-T E.164) with what people write between them; not a date.
_DIALLED = r"(?!\d{1,4}[./-]\d{1,2}[./-]\d{2,4}\b)\+?\(?\d(?:[ ().-]{0,2}\d){6,14}"


def recognisers() -> list[EntityRecognizer]:
    """All recognisers, new each time, for a registry."""
    return [
        IpRecognizer(),
        Phone(),
        Postcode(),
        *official_numbers(),
        *_contacts(),
        *_addresses(),
    ]


def _contacts() -> list[PatternRecognizer]:
    """E-mail and web addresses, and names of accounts."""
    at, dot = r"(?:@|\s?[\[(]at[\])]\s?)", r"(?:\.|\s?[\[(]dot[\])]\s?)"
    endings = "com|org|net|uk|info|blog|example|me|tv|co|eu|ie|biz|app|live|site|online|cymru|wales"
    stop = r"[^\s<>()\[\]“”\"|]"
    return [
        labelled("EMAIL_ADDRESS", (rf"\b[\w.+'’-]+{at}[\w-]+(?:{dot}[\w-]+)+\b", 0.95)),
        labelled("PHONE_NUMBER", (rf"(?<={_ON_THE_PHONE})(?!\(?0[38]){_DIALLED}(?![\d/])", 0.8)),
        labelled(
            "URL",
            (rf"\b(?:https?://|www\.){stop}+[^\s<>()\[\]“”\"|.,;:!?’']", 0.9),
            # In small letters: "Booking.com" is the name of a firm.
            (rf"(?<![@\w.])(?:[a-z\d-]+\.)+(?:{endings})\b(?:/{stop}*[\w/])?(?!@)", 0.8),
            cased=True,
        ),
        labelled(
            "SOCIAL_HANDLE",
            (r"(?<![\w.@])@(?=\w*[A-Za-z])[\w.]{2,}\w", 0.8),
            (r"(?<![\w@.])(?=\w*[a-z])\w+_\w*[^\W_](?!\w*\.(?:docx?|pdf|xlsx?))\b", 0.6),
            (
                r"(?<![\w@./-])(?=[\w.]{5})(?=[a-zA-Z.]*(?:\d|[._]\w))[a-z][\w.]*[^\W_](?![\w@/-])",
                0.3,
            ),
            context="username handle skype skypes account profile snapchat instagram tiktok facebook twitter xbox playstation "
            "discord roblox gamertag gaming nickname screenname kik whatsapp telegram",
            cased=True,
        ),
    ]


def _addresses() -> list[PatternRecognizer]:
    """Streets, houses, flats and estates.

    With a number any kind of street counts; without one, only what can be nothing else, or what
    somebody lives in. A school, surgery or team that bears a street's name is none.
    """
    rows = vocabulary.load("scr_lint", "street_types")
    kinds = _alternatives(row["word"] for row in rows)
    short = _alternatives(s for row in rows for s in row["short"].split("; ") if s)
    alone = _alternatives(row["word"] for row in rows if row["alone"] == "yes")
    streets = rf"{alone}|Row|Way|Walk|Mews|Parade|Place|Square|Hill"
    name = r"(?:[A-Z][\w’'-]*|St\.|[A-Z]\.|of|the|y|yr)"
    own_name = r"[A-Z][\w’'-]+"
    seat = (
        r"(?:Business|Industrial|Trading|Science|Retail|Enterprise|Office)\s+(?:Park|Estate)\b|"
        r"(?:Shire|Town|City|County|Civic|Parish|Village|Church|Community|Guild|School|Assembly|Memorial|Village)\s+Hall\b"
    )
    no_house = (
        r"(?!(?:[A-Z][\w’'-]*\s)*(?:Surgery|School|Hospital|Practice|Centre|Nursery|Clinic|Church|Station|Court|Council|"
        r"Board|Trust|Library|Academy|College|Department|Office|Infirmary|Team|Hotel|Inn|Arms|University)\b)"
    )
    courts = (
        r"(?:Crown|Family|High|County|Magistrates\S*|Youth|Supreme|Coroner\S*|Criminal)\s+Court\b"
    )
    dull = (
        r"(?:High|Main|Downing|Exercise\s+\w+)\s+Street\b|"
        r"(?:Exercise|Operation|The|This|That|A|In|At|On|Of|From|One|Each|Every|No)\b"
    )
    months = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)"
    door = r"(?:[Ff]lat|FLAT|[Aa]pt\.?|[Aa]partment|[Rr]oom|[Uu]nit|[Pp]lot|[Pp]itch|[Hh]ouse)"
    number = (
        rf"(?:(?:(?:[Nn]o\.?|[Nn]umber|{door})\s*(?=\w*\d|[A-Z]\b)\w{{1,4}},?\s+)(?:\d{{1,4}}[a-zA-Z]?,?\s+)?"
        r"|(?<![\w.,/£-])(?<!Box )(?<!\] UKSC )\d{1,4}(?:[/-]\d{1,3})?[a-zA-Z]?,?\s+)"
    )
    service = (
        r"(?!/)(?!\.?,?\s+(?:School|Surgery|Hospital|Infirmary|Centre|Practice|Nursery|Academy|College|"
        r"Clinic|Church|Project|Hostel|Team|Trust|Police|Station|Medical|Health|Primary|Infants?|"
        r"Junior|Children|Family|Triage|Safety|Inquiry|Report|Review|Council|Foundation|Society|"
        r"Prison|Youth|Maternity|Children[’']s|Medical))(?!\s(?:practice|surgery|clinic|unit|school|site|depot|office))"
    )
    return [
        labelled(
            "STREET_ADDRESS",
            (
                rf"{number}(?!the\b|of\b|{courts}|{seat})(?:{name}\s+){{1,4}}(?:{kinds}|{kinds.upper()}|(?:{short})\b(?!\.?\s+[A-Z]))\b{service}",
                0.9,
            ),
            (
                rf"{number}(?:The\s+(?:Old\s+)?(?:{kinds})"
                rf"|(?:Stryd|Heol|Ffordd|Maes|Bryn|Tŷ|Lôn|Parc|Clos)\s+{name}(?:\s+{name})*)\b",
                0.9,
            ),
            (
                rf"\b{door}\s+\w{{1,4}},\s+(?:{name}\s+){{1,3}}(?:{kinds}|{short}|Hotel|Hostel)\b",
                0.9,
            ),
            (
                rf"(?<=\b(?:[Ff]lat|[Ff]loor|[Ss]tairwell|[Ll]anding|[Bb]alcony|[Bb]lock|[Ll]ift)(?:,| of| in| at)?\s)"
                rf"(?:{own_name}\s+){{1,3}}(?:House|Court|Tower|Point|Heights|Buildings|Mansions)\b{service}",
                0.7,
            ),
            (
                rf"\b(?:(?!{courts}|{dull}){own_name}\s+){{1,3}}(?:{alone}|Rd|St|Ave)\b"
                rf"(?!\s*[’']s){service}",
                0.6,
            ),
            (rf"\b(?:Stryd|Heol|Ffordd|Lôn)\s+(?:y\s+|yr\s+)?{own_name}\b{service}", 0.7),
            (
                rf"\b(?:(?!Crown|Council|Housing|Real|{dull}){own_name}\s+){{1,3}}[Ee]state\b"
                r"(?!\s+(?:[Aa]gen|[Mm]anage|[Oo]ffice))",
                0.7,
            ),
            (
                rf"(?<=\b(?:at|in|on|to|from|off|of)\s)(?!{seat})(?:{own_name}\s+){{1,3}}(?:{kinds})\b{service}",
                0.3,
            ),
            (r"\b\d{1,4}[a-z]?\s[a-z]+\s(?:street|road|lane|avenue|crescent|terrace|close)\b", 0.3),
            (
                rf"(?<=\b(?:at|of|from|to)\s)\d{{1,3}}[a-zA-Z]?\s+(?!{months}){own_name}\b(?!\s+[a-z])",
                0.3,
            ),
            # A home on a street that is named without a number.
            (
                rf"(?<=\b(?:house|flat|home|bungalow|property|bedsit|maisonette|caravan|address|tenancy|place|digs|rooms?|"
                rf"lodgings|liv(?:es|ed|ing)|stay(?:s|ed|ing))(?:\s(?:is|was))?\s(?:on|in|at|off|of)\s)(?!{seat}|{courts}|{dull})"
                rf"(?:{own_name}\s+){{1,3}}(?:{streets})\b{service}",
                0.7,
            ),
            (
                r"(?<=\b(?:at|of|from|to|in|outside)\s)(?:[Nn]umber|[Nn]o\.|[Ff]lat|[Pp]lot|[Pp]itch|[Aa]pt\.?|[Cc]aravan)\s"
                r"\d{1,4}[a-zA-Z]?\b(?!\.\d)(?!\s(?:in|on|of) (?:the|a) (?:list|queue|table|register|series))",
                0.6,
            ),
            # "14a Undercliff", "Apt 5 Millrace".
            (
                rf"\b(?:\d{{1,3}}[a-f]|(?:[Ff]lat|[Aa]pt\.?|[Aa]partment|[Pp]lot|[Pp]itch|[Cc]aravan|[Cc]halet|[Bb]erth|[Mm]ooring)\s(?=\w*\d|[A-Z]\b)\w{{1,4}},?)\s"
                rf"(?!(?:Level|Key|Finding|Section|Appendix|Table|Year|Stage|Tier|Part|Figure|Step|Child|{months[3:-1]})\b)(?!{seat})"
                rf"[A-Z][a-z]{{3,}}(?:\s[A-Z][a-z]{{3,}})?\b{service}",
                0.6,
            ),
            # A house by its name, before a street or a village.
            (
                rf"\b{no_house}(?:{own_name}\s){{1,2}}{own_name},\s(?!{courts}|{seat}|{dull})(?:(?:{own_name}\s){{1,2}}(?:{streets})"
                rf"|(?:Stryd|Heol|Ffordd|Lôn)\s{own_name})\b{service}",
                0.6,
            ),
            (
                rf"\bThe\sOld\s(?:Forge|Rectory|Vicarage|Bakery|Mill|School|Schoolhouse|Chapel|Post\sOffice|Dairy|"
                rf"Smithy|Barn|Police\sHouse|Station|Parsonage|Manse|Stables|Coach\sHouse|Granary|Lodge)(?:,\s{own_name}(?:\s{own_name})?)?",
                0.55,
            ),
            (
                rf"(?<=\b(?:cottage|bungalow|farmhouse|farm|house|narrowboat|barge|caravan|home)(?:\s(?:called|named|known as)|,)?"
                rf"\s[“\"‘']){own_name}(?:\s{own_name})?(?=,?[”\"’'])",
                0.6,
            ),
            (
                rf"(?<=\b(?:the|at|in|to)\s){own_name}(?=,\s(?:which\s(?:is|was)\s|as\s)?(?:the|an?)\s(?:[\w-]+\s){{0,3}}"
                r"(?:name\sfor\sthe\s(?:blocks|flats|estate)|blocks?\sof\sflats|tower\sblock|cul-de-sac)\b)",
                0.6,
            ),
            (r"///\w+\.\w+\.\w+|\b5\d\.\d{3,}°?\s?N?,\s?-?[0-5]\.\d{3,}", 0.9),
            context="live living address flat flats tenancy tenant property move neighbour reside "
            "residence resident rehouse evict accommodation lodge bail household "
            "occupier block stairwell landing",
            cased=True,
        )
    ]


def _alternatives(words: Iterable[str]) -> str:
    return "|".join(sorted(set(words), key=len, reverse=True))


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
    """Telephone numbers: British ones, with those that Ofcom keeps for fiction and the letter O for
    0, and those of other countries with their code.

    Numbers that only organisations have (freephone, 03, 084, 087) are left out.
    """

    def __init__(self) -> None:
        super().__init__(supported_entities=["PHONE_NUMBER"], name="scr-lint PHONE_NUMBER")

    def load(self) -> None:
        """Nothing to load."""

    def analyze(self, text: str, entities: object, nlp_artifacts: object) -> list[RecognizerResult]:
        """The numbers in a text that could be dialled from Britain and may be a person's."""
        digits = re.sub(r"\bO(?=\d{3,4}\b)", "0", text)
        return [
            RecognizerResult("PHONE_NUMBER", match.start, match.end, 0.9)
            for match in phonenumbers.PhoneNumberMatcher(
                digits, "GB", leniency=phonenumbers.Leniency.POSSIBLE
            )
            if _may_be_a_persons(match)
        ]


def _may_be_a_persons(match: phonenumbers.PhoneNumberMatch) -> bool:
    if match.number.country_code != _BRITISH:
        # Two noughts also begin the numbers of pages and records: there it must exist.
        return match.raw_string.startswith("+") or (
            match.raw_string.startswith("00") and phonenumbers.is_valid_number(match.number)
        )
    national = str(match.number.national_number)
    dialled = re.match(r"\(?0\d|\+\s?44|00\s?44", match.raw_string)
    return bool(dialled and re.match(r"[127]\d{8,9}$", national))
