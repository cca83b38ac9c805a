"""Official numbers in tables, where the label stands at the head of the row or the column."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...draft import Draft, Span
from ...structure.tables import row_of

_LABELS = {
    "UK_NHS": r"NHS",
    "UK_NINO": r"NINO?|national insurance",
    "UK_PASSPORT": r"passport|travel document",
    "UK_DRIVING_LICENCE": r"driving licen[cs]e",
    "UK_VEHICLE_REGISTRATION": r"vehicle|registration|VRM|VRN|number ?plate|index",
    "PUPIL_NUMBER": r"UPN|ULN|pupil|learner",
    "COURT_CASE": r"court|claim",
    "PRISON_NUMBER": r"prison\w*|offender|PNC|CRO|NOMIS",
    "HOME_OFFICE_REFERENCE": r"home office|UKVI|immigration|asylum|NASS|visa",
    "POLICE_REFERENCE": r"crime|incident|URN|CAD|police|custody|log|niche|FWIN|mis-?per",
    "HEALTH_RECORD": r"hosp(?:ital)?|MRN|EMIS|SystmOne|RiO|patient|ambulance",
    "SOCIAL_CARE_RECORD": r"social care|mosaic|liquidlogic|LCS|ICS|SSID|case|client|record|file",
    "ACCOUNT_NUMBER": r"tenancy|account|rent|benefit",
    "REFERENCE": r"(?:our |your |their )?(?:ref(?:erence)?s?|id)(?: (?:no|number)\b)?",
}
_HEADS = {kind: re.compile(rf"\b(?:{words})\b", re.IGNORECASE) for kind, words in _LABELS.items()}
# A date, a year, a time or a place in the report has digits, too.
_NO_NUMBER = re.compile(
    r"\d{1,2}[./-]\d{1,2}[./-]\d{2,4}\b|(?:19|20)\d\d\b(?:[-/]\d\d)?|\d{1,2}[.:]\d\d\b|"
    r"\d{1,2}(?:\.\d{1,2})+\b|[\d,.]+\s?(?:%|per cent|kg|g|cm|mg)"
)
_VALUE = re.compile(
    r"(?=(?:[A-Z./ -]*\d){4})[A-Z\d]+(?:[./-][A-Z\d]+)*(?:\s(?:\d{2,8}|[A-Z]{1,3}\b)){0,5}(?=\s*(?:$|[,;.(]))"
    r"|[A-Z]{1,4}\s\d{2,8}(?:\s\d{2,6}){0,3}(?:\s[A-Z])?(?=\s*(?:$|[,;.(]))"
)

_PUBLIC = re.compile(
    r"\b(?:rec(?:s|ommendations?)?|inquir\w+|reports?|findings?|actions?|paragraphs?|investigations?|safety|documents?|polic\w+|"
    r"ratio|rates?|fatality|percentage|total|average|median|costs?|numbers? of|cases (?:of|in|per)|deaths?|"
    r"guidance|standards?|versions?|charity|company|registered|phone|tel\w*|mobile|contact)\b",
    re.IGNORECASE,
)
_LONGEST_HEAD, _DIGITS = 6, 4


def numbers_in_cells(draft: Draft) -> Iterator[tuple[Span, str]]:
    """The cells that begin with a reference and whose row or column says of what; with the kind."""
    for block in draft.blocks:
        if block.cell is None or block.cell.is_header:
            continue
        value = _VALUE.match(block.text)
        if (
            value is None
            or sum(c.isdigit() for c in value[0]) < _DIGITS
            or _NO_NUMBER.match(block.text)
        ):
            continue
        first = (b.text for b in row_of(draft, block) if b.cell and b.cell.column == 0)
        heads = (next(first, "") if block.cell.column else "", block.cell.header)
        for head in heads:
            kind = next((k for k, label in _HEADS.items() if label.search(head)), None)
            if _PUBLIC.search(head):
                break
            if kind and len(head.split()) <= _LONGEST_HEAD:
                yield Span(block.index, value.start(), value.end()), kind
                break
