"""Recognisers of official numbers: what stands for one person, case, crime or vehicle.

Most of them need their label ("crime no.", "NHS number"), since a bare number may be anything.
Those with a shape of their own stand alone, or begin with a low score that a context word raises.
"""

from __future__ import annotations

import re

from presidio_analyzer import EntityRecognizer, Pattern, PatternRecognizer
from presidio_analyzer.predefined_recognizers import (
    CreditCardRecognizer,
    IbanRecognizer,
    UkDrivingLicenceRecognizer,
    UkNinoRecognizer,
)

_WORD = r"(?:numbers?|nos?|num|refs?|references?|ids?|identifiers?|codes?)\b"
# "no." as part of a label, which needs it.
_NO = rf"(?:\b\s*\b{_WORD}\.?)"
_MAYBE_NO = rf"{_NO}?"
# " is", ":", " (": what may stand between a label and its number.
_GAP = rf"(?:\s*[(\[]?\b(?:{_WORD}|is|was|as|of)\.?)*[\s:#=,(\[“‘\"'–-]*"
# "number on the wristband, ", "no. of subject: ", "number (father's) was ".
_FAR_GAP = (
    r"(?:\s+\(?(?!(?:of|in|on|at|to|for) (?:19|20)?\d)[a-z][a-z’']*\)?){1,5}?(?:[,:]\s*\(?|\s*[(–]\s*|\s(?:is|was|as|to|read|reads|"
    r"quoted|being|given as|recorded as)\s)"
)
# A reference: letters and digits in any order, at least one digit; or digits in groups.
_REF = (
    r"(?!C\d{2,3}[A-D]?\b)(?!(?:mid|late|early|pre|post)-(?:19|20)\d\d\b)(?:\d{2,4}(?:\s\d{2,5}){1,3}\b|(?!(?:of|in|on|at|to|the|was|is|for|and|by|as|or|had|has|are)\s)[A-Z]{1,3}\s(?!(?:19|20)\d\d\b)(?:\d{4,8}|\d{3}\s\d{3,4})\b"
    r"|(?!\d{1,3} of \d{1,3}\b)(?=[A-Z/.\-]*\d)[A-Z\d](?:[A-Z\d.\-]|\s?/\s?(?=\w))*[A-Z\d]\b(?:\sof\s\d{6,8}\b)?)"
    r"(?![%\w]|\sper\b)"
)
# Letters and digits together, three digits or more, or five digits and more by themselves.
_MIXED_REF = (
    r"(?!(?:mid|late|early|pre|post)-(?:19|20)\d\d\b)(?!(?:19|20)\d\d(?:[-/]\d\d(?:\d\d)?)?\b)(?:(?=\S*\d\S{0,2}\d\S{0,2}\d)"
    r"(?=[\d.]*[A-Z/-])[A-Z\d]+(?:[/.-][A-Z\d]+)*|\d{5,14}|(?!(?:was|is|for|and|from|with|by|as|or|to|of|on|in|at|the|had|has|are|were|said|that|then|this|date|over|per)\s)[A-Z]{1,4}\s(?!(?:19|20)\d\d\b)\d{4,8})\b(?![%\w])"
)
# Digits in groups, eight and more, perhaps after letters: "144 027 9913", "CP 4190 2277 0310".
_GROUPED = r"(?:(?!(?:was|is|for|and|from|with|by|as|or|to|of|on|in|at|the|had|has|are|were|said|that|then|this)\s)[A-Z]{1,4}\s)?(?!0)(?=(?:\d\s?){8})\d{2,8}(?:\s\d{1,8}){1,4}\b(?![%\w]|,\d| (?:of|out) )"
# What has a number and stands for no person and no case.
_PUBLIC_NUMBER = (
    r"(?:charity|company|policy|procedure|document|form|standard|regulation|gateway|grant|command|paper|isbn|issn|"
    r"version|issue|volume|page|paragraph|section|recommendation|finding|action|table|figure|chapter|telephone|phone|"
    r"tel|mobile|fax|contact|helpline|direct|line|dialling|registered|vat|vat registration|licence plate|serial|article|clause|item|"
    r"objective|question|standard|programme|project|invoice|contract|own|his|her|their|work|works|total|large|small)"
)
# … long enough to be one without the word "number" before it, and no year.
_LONG_REF = rf"(?!(?:19|20)\d\d\b(?!/))(?=\S*\d{{3}}){_REF}"


def _after(label: str, number: str, value: str = _REF) -> str:
    """A pattern for the value after a label, and for those after it ("… 12/3 and 12/4").

    `number` is `_NO` where the label needs the word "number", or a pattern that allows it.
    """
    return rf"(?<=\b(?:{label}){number}{_GAP}(?:{_REF}(?:,|;|\s&|\sand)\s)*){value}"


def _far(label: str, value: str) -> str:
    """A pattern for the value a few words after a label and "number": "number on her wristband, 4417"."""
    return rf"(?<=\b(?:{label})\b(?:[’']s)?(?:\s\w+)?\s*\b{_WORD}\.?{_FAR_GAP}){value}"


def labelled(
    label: str, *patterns: tuple[str, float], context: str = "", cased: bool = False
) -> PatternRecognizer:
    """A recogniser of one kind of number, from patterns with their scores.

    A `context` word nearby raises a low score by 0.35. `cased` patterns heed capitals.
    """
    return PatternRecognizer(
        supported_entity=label,
        name=f"scr-lint {label}",
        patterns=[Pattern(f"{label} {n}", regex, s) for n, (regex, s) in enumerate(patterns, 1)],
        context=context.split(),
        global_regex_flags=0 if cased else re.IGNORECASE,
    )


def official_numbers() -> list[EntityRecognizer]:
    """The recognisers, new each time."""
    return [
        CreditCardRecognizer(),
        IbanRecognizer(),
        UkDrivingLicenceRecognizer(),
        UkNinoRecognizer(),
        NhsNumber(),
        *_of_the_person(),
        *_of_the_case(),
    ]


_PASSPORT = r"(?=[A-Z ]*\d{3})(?:[A-Z]{1,3}\s?\d{5,8}|\d{8,9}|\d{3}\s\d{3}\s\d{3})\b(?!\w)"


def _of_the_person() -> list[PatternRecognizer]:
    return [
        labelled(
            "UK_NHS",
            (_after("NHS", "", r"\d{3}[ -]?\d{3}[ -]?\d{3,5}\b"), 0.95),
            (_far("NHS", r"\d{3}[ -]?\d{3}[ -]?\d{3,5}\b"), 0.9),
            # A second one, mistyped perhaps: "that on the letter is 999 611 2986".
            (
                r"(?<=\bNHS\b[^;]{0,90}|\bhealth records?\b[^;]{0,60}|\b\d{3} \d{3} \d{4}\b[^;]{0,40})"
                r"(?<![\d+]|\d )(?:\d{3}[ -]\d{3}[ -]?|\d{6}[ -])\d{4}\b(?![ -]\d)",
                0.7,
            ),
            # In its usual spacing, and mistyped: "on the band 999 611 2986".
            (r"(?<![\d+(]|\d )[1-9]\d{2} \d{3} \d{4}\b(?![ -]?\d)", 0.3),
            context="hospital band wristband label patient surgery health spine notes",
        ),
        labelled(
            "UK_NINO",
            (r"\b[A-Z]{2}\s?\d\d\s?\d\d\s?\d\d\s?[A-D]\b", 0.7),
            (_after("NINO|NI|national insurance", "", r"[A-Z]{2}(?:\s?\d\d){3}\s?[A-Z]?\b"), 0.95),
        ),
        labelled(
            "UK_PASSPORT",
            (_after("passport|travel document", "", rf"{_PASSPORT}"), 0.9),
            (
                rf"(?<=\b(?:passports?|travel document)\b[^.;]{{0,40}}?(?:{_WORD}\.?|[(,:])\s*){_PASSPORT}",
                0.8,
            ),
        ),
        labelled(
            "UK_DRIVING_LICENCE",
            (r"\b[A-Z9]{5}[ -]?\d{6}[ -]?[A-Z9]{2}\d[ -]?[A-Z]{2}\b", 0.9),
            (_after("licen[cs]e", _NO), 0.6),
        ),
        labelled(
            "UK_VEHICLE_REGISTRATION",
            (r"\b[A-Y]{2}(?:0[2-9]|[12]\d|5[1-9]|6\d|7\d) [A-HJ-PR-Z]{3}\b", 0.6),
            (r"\b[A-Za-z]{2} ?\d\d[ -]?[A-Za-z]{3}\b", 0.3),
            (r"\b[A-Z]\d{1,3}[ -]?[A-Z]{3}\b", 0.3),
            (r"\b[A-Z]\d{2,3} [A-Z]\.\.", 0.3),
            (r"\b[A-Z]{3} ?\d{1,3}[ -]?[A-Z]\b", 0.2),
            context="vehicle car van reg rover transit polo clio fiat nissan micra toyota yaris honda civic mazda peugeot renault skoda citroen volvo mercedes jaguar kia hyundai suzuki yamaha lorry truck trailer tractor jeep minibus scooter "
            "reg registration vrm vrn plate index dvla anpr keeper driver "
            "hatchback saloon bmw ford vauxhall corsa fiesta astra golf audi motorbike moped taxi",
            cased=True,
        ),
        labelled(
            "PUPIL_NUMBER",
            (r"\b[A-HJ-NP-RT-Z]\d{11}[\dA-Z]\b", 0.8),
            (
                _after(
                    "UPN|ULN|unique (?:pupil|learner)",
                    "",
                    r"(?=\w*\d{3})(?:[A-Z\d]{8,14}|[A-Z]?\d{2,5}(?:[ -][A-Z\d]{2,6}){1,4})\b",
                ),
                0.9,
            ),
            (
                r"(?<=\b(?:UPN|ULN)\b(?:\s\w+){0,2}\s(?:beginning|starting|ending|begins|starts|ends)"
                r"(?:\s(?:with|in))?\s)(?=\w*\d{3})[A-Z\d]{3,12}\b",
                0.8,
            ),
        ),
        labelled(
            "PRISON_NUMBER",
            (r"\b[A-Z]\d{4}[A-Z]{2}\b", 0.4),
            (_after("[Pp]rison|[Pp]risoner|[Oo]ffender|NOMS", _NO), 0.8),
            (
                _after("(?i:PNC(?:ID)?|CRO|NOMS|N?DELIUS|VISOR|OASYS|ASSET)", _MAYBE_NO, _LONG_REF),
                0.8,
            ),
            (r"\b\d\d/\d{4,7}[A-Z]\b", 0.7),
            context="nomis prison prisoner prisoners hmp inmate offender serving custody probation",
            cased=True,
        ),
        labelled(
            "HOME_OFFICE_REFERENCE",
            (_after("HO|home office|UKVI|UKBA|immigration|asylum|NASS|ARC|NRM", _NO), 0.8),
            (r"\b[A-Z]\d{7}/\d{1,2}\b", 0.8),
        ),
        labelled(
            "HEALTH_RECORD",
            (
                _after(
                    r"(?:hosp(?:ital)?|patient|unit|A&E|ED|maternity|district|health|ward|H&C|PRF|"
                    r"attendance|ambulance)\b\.?(?: records?)?",
                    _NO,
                ),
                0.8,
            ),
            (
                _after(
                    "RiO|EMIS|SystmOne|Vision|PAS|MRN|CHI|Lorenzo|Cerner|Badgernet|EPIC|patient",
                    _MAYBE_NO,
                    _LONG_REF,
                ),
                0.8,
            ),
            # Scotland's number begins with the date of birth.
            (_after("CHI|[Cc]ommunity [Hh]ealth [Ii]ndex", _MAYBE_NO, r"\d{6}\s?\d{4}\b"), 0.95),
            (r"\b[A-Z]\.?\d{6,8}\b", 0.5),
            context="hospital patient notes records record clinic maternity ward admission",
        ),
        labelled(
            "STAFF_NUMBER",
            (
                _after(
                    "GMC|NMC|HCPC|SWE|PIN|[Cc]ollar|warrant|shoulder|badge|payroll|staff",
                    _MAYBE_NO,
                    _LONG_REF,
                ),
                0.8,
            ),
            (r"(?<=\b(?:W?PC|DC|PS|DS|PCSO|[Oo]fficer|[Cc]onstable) )\d{3,5}\b", 0.6),
            (r"\b(?:SW\d{5,6}|\d\d[A-Z]\d{4}[A-Z])\b", 0.7),
            cased=True,
        ),
        labelled(
            "ACCOUNT_NUMBER",
            (_after("sort code", "", r"\d\d[ -]?\d\d[ -]?\d\d\b"), 0.9),
            (
                _after(
                    r"(?:(?:bank|rent|council tax|tenancy|housing) )?account|"
                    r"IMEI|(?:child )?benefit|claim|tenancy|housing|tag",
                    _NO,
                    _LONG_REF,
                ),
                0.7,
            ),
            (_after("IMEI", "", r"\d{14,16}\b"), 0.9),
        ),
    ]


def _of_the_case() -> list[PatternRecognizer]:
    return [
        labelled(
            "REFERENCE",
            (
                rf"(?<=(?<!\b{_PUBLIC_NUMBER}s?\s)(?<!\b(?:charity|company|policy)\s\w+\s)(?<!\b(?:charity|company)\s\()\b(?:numbers?|nos?|num|refs?|references?|ids?)\b\.?"
                rf"[\s:#=,(\[“‘\"'–-]*)(?!DFE|DCSF|DH|DOH|CM\b|CP|HC|HL|SI|ISBN|NG|QS|CG|EWHC|EWFC|EWCA|UKSC|0\d{{9}}){_MIXED_REF}",
                0.6,
            ),
            (
                _far(
                    "hospital|record|records|patient|case|file|crime|incident|police|court|tenancy|account|system|"
                    "reference|pupil|prison|custody|social care|client",
                    _MIXED_REF,
                ),
                0.6,
            ),
            (
                rf"(?<=(?<!\b{_PUBLIC_NUMBER}s?\s)\b(?:numbers?|nos?|num|refs?|references?|ids?|IMEI|wristband|barcode)\b\.?"
                rf"[\s:#=,(\[“‘\"'–-]*){_GROUPED}",
                0.6,
            ),
            # Letters or digits, and two strokes or dashes: "MP/2291/15", "42/0071836/16", "2016/05118/C2".
            (
                r"(?<![\w/.-])(?!(?:DFE|DCSF|DH|CM|CP|HC|HL|SI|ISBN|ISSN|NG|QS|CG|EWHC|EWFC|ICD|V|AY|FY)[/-])"
                r"(?!\d{1,2}/\d{1,2}/\d|\d{4}/\d\d/)(?=[A-Z\d/]*\d{4})(?:[A-Z]{1,5}\d{0,4}|\d{2,4})(?:/[A-Z\d]{1,8}){2}(?![\w/])",
                0.6,
            ),
            # Seven to ten digits in one: a quantity would have commas, a telephone number a nought.
            (
                r"(?<!(?:charity|company|isbn|issn|registered|registration|urn)\b(?:[^.;]|\bno\.){0,40})(?<![\d.,/£$€+:@_-]|\d )"
                r"(?!0)\d{7,10}\b(?![\d/%-]|,\d|\.\d|\s\d|\s(?:pounds|people|children|words|hits|views))",
                0.55,
            ),
        ),
        labelled(
            "COURT_CASE",
            (r"\b[A-Z]{2}\d\d[CPZFDJA] ?\d{5}\b", 0.9),
            (r"\bT20\d{6}\b", 0.97),
            (_after("(?:court|case|claim|proceedings|indictment)(?: file)?", _NO), 0.7),
            (_after(r"court file|coroner(?:[’']?s)?|inquest", _MAYBE_NO, _LONG_REF), 0.7),
        ),
        labelled(
            "POLICE_REFERENCE",
            (
                _after(
                    "(?:crime|incident|police|custody|investigation|occurrence|operation|arrest|"
                    "summons|intelligence|collision|call)(?: (?:log|report|record|summons))?",
                    _NO,
                ),
                0.95,
            ),
            (_after(r"(?:incident|police|command|999|control room)\s(?:log|record)", ""), 0.95),
            (
                _after(
                    "crime(?: report)?|incident(?: report)?|occurrence|custody record|log|mis-?per|missing person",
                    "",
                    _LONG_REF,
                ),
                0.8,
            ),
            (_after(r"(?:CAD|INC|OCC|CRIS|URN|FWIN|NICHE|STORM|IRV|ISR|OIS|OEL)\b\.?", ""), 0.8),
            (_after("log", _NO), 0.7),
            (_after("call", "", r"(?:19|20)\d\d/\d{4,}\b"), 0.8),
            # A handset or its card is as good as its owner's number.
            (_after("SIM|ICCID|IMEI", _MAYBE_NO, r"\d{4}(?:[ -]?\d{2,6}){2,5}\b"), 0.8),
            # What forces call the forms on which they tell others of a child or an adult at risk.
            (
                _after(
                    "(?:PVP|DASH|VPD|VPA|VPN|VAF|VCS|PPN|PPD|PPU|CYPAR|SOLO|MERLIN|ACORN|CCN|FOCUS|PAC|DOM5?|DA)(?: (?:form|report|notification|notice|entry|number))",
                    _MAYBE_NO,
                    _LONG_REF,
                ),
                0.8,
            ),
            (
                _after("case|job|call|ticket|contact|episode", "", r"\d{3,6}(?:-\d{2,6}){1,3}\b"),
                0.7,
            ),
            (
                _after(
                    "application|claim|order|complaint|exhibit|tenancy|bid|notice|summons|request|warrant|licence|appeal|permit|petition",
                    _MAYBE_NO,
                    r"[A-Z]{1,4}[/-]\d{1,8}(?:[/-]\d{2,4})?\b",
                ),
                0.7,
            ),
            (_after("(?:birth|death|marriage|register|registration) entry", _NO), 0.8),
            (r"(?<![\w/])\d\d[A-Z]{0,3}/\d{4,6}/\d\d(?![\w/])", 0.6),
        ),
        labelled(
            "SOCIAL_CARE_RECORD",
            (
                _after(
                    "Mosaic|SSID|SWIFT ID|ESCR|ICS|LCS|Liquid ?logic|Care ?First|Framework-?i|Eclipse|Azeus|PARIS|"
                    "(?:WCCIS|SWIFT|Capita One|SIMS|CPOMS|DATIX|STEIS|Ulysses|MARAC)(?: (?:record|entry|file|case))?",
                    _MAYBE_NO,
                    _LONG_REF,
                ),
                0.8,
            ),
            (
                _after(
                    "(?:case|client|child|person|record|file|referral|family|service user|"
                    "social care|contact|certificate)(?: (?:record|file))?s?",
                    _NO,
                    _LONG_REF,
                ),
                0.7,
            ),
            (
                r"\b\d{6,10}\b(?=,? (?:in|on) (?:RiO|EMIS|SystmOne|Mosaic|Liquid ?logic|ICS|CareFirst)\b)",
                0.7,
            ),
            (_after(r"(?:records?|files?)\s*\((?:our |your )?ref(?:erence)?\.?", ""), 0.8),
        ),
        labelled(
            "REFERENCE",
            # Letters, a stroke or a dash, and digits: a reference where a record or a log is spoken of.
            (
                r"(?<![\w/.-])(?!(?:DFE|DCSF|DH|CM|CP|HC|HL|SI|ISBN|ISSN|NG|QS|CG|EWHC|EWFC|ICD|V|AY|FY|mid|late|pre|post)[/-])"
                r"[A-Z]{1,4}\d{0,2}[/-](?=[A-Z\d/-]*\d{4})[A-Z\d]+(?:[/-][A-Z\d]{1,6})*\b",
                0.3,
            ),
            (
                r"(?<=(?<!\b(?:own|gateway|grant|terms of)\s)\bref(?:erence)?(?: no)?\b\.?\s*:?\s*)"
                rf"(?!DFE|DH|DOH|CM|CP|HC|SI|ISBN|NG|QS|CG)(?=\S{{5}})(?=\S*[A-Z/-]){_LONG_REF}",
                0.6,
            ),
            context="number numbers system record records log reference index police database file given "
            "quoted 101 999 incident crime referral",
        ),
    ]


class NhsNumber(PatternRecognizer):
    """NHS numbers without a label: ten digits in their usual spacing, or near a context word.

    Of random ten-digit numbers one in eleven has the right check digit, so that is asked for but
    is not enough.
    """

    def __init__(self) -> None:
        alone = r"(?<![\d+./-]|\d ){}(?![\d/]|[ -]\d)"
        super().__init__(
            supported_entity="UK_NHS",
            name="scr-lint UK_NHS without label",
            patterns=[
                Pattern("spaced", alone.format(r"\d{3}([ -])\d{3}\1\d{4}"), 0.7),
                Pattern("bare", alone.format(r"\d{10}"), 0.4),
            ],
            context=["nhs", "number", "patient", "key", "spine", "record", "trace"],
        )

    def invalidate_result(self, pattern_text: str) -> bool | None:
        digits = [int(c) for c in pattern_text if c.isdigit()]
        check = 11 - sum(d * w for d, w in zip(digits, range(10, 1, -1), strict=False)) % 11
        return check % 11 != digits[9]
