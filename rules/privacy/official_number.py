"""PRV007: official numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator

from scr_lint import Draft, Example, Finding, Layer, Role, Rule, Severity, Span
from scr_lint.identity.recognition.cell_numbers import numbers_in_cells

_IN_CELL = 0.7
_KINDS = {
    "UK_NHS": "an NHS number",
    "UK_NINO": "a National Insurance number",
    "UK_PASSPORT": "a passport number",
    "UK_DRIVING_LICENCE": "a driving licence number",
    "UK_VEHICLE_REGISTRATION": "a vehicle registration",
    "PUPIL_NUMBER": "a pupil, learner or candidate number",
    "DOCUMENT_NUMBER": "the number of a certificate or an identity document",
    "PROVIDER_NUMBER": "Ofsted's number of a home or a childminder",
    "COURT_CASE": "a court case number",
    "PRISON_NUMBER": "a prison or offender number",
    "HOME_OFFICE_REFERENCE": "a Home Office reference",
    "POLICE_REFERENCE": "a police reference",
    "HEALTH_RECORD": "a hospital or health record number",
    "STAFF_NUMBER": "a number of an individual member of staff",
    "ACCOUNT_NUMBER": "the number of an account, a card or a device",
    "SOCIAL_CARE_RECORD": "a case record number",
    "REFERENCE": "a reference number",
    "CREDIT_CARD": "a bank card number",
    "IBAN_CODE": "a bank account number",
}


# "RO-2020-101", "recommendations 20070023 and 20070024", "part number 3101405-1": what investigators
# of accidents number, unless it is called a crime's or an incident's.
_INQUIRY = re.compile(r"[A-Z]{1,3}-(?:19|20)\d\d-\d{2,3}(?!\d)")
_BOOK, _PRINTED = re.compile(r"\bIS[BS]N\b"), re.compile(r"\b[A-Z]{0,2}\d{6,}\b")
# An occurrence in a police system, and none in the air.
_LONG, _FIVE = re.compile(r"\d{10,}"), re.compile(r"\d{5}")
_OF_THE_POLICE = re.compile(
    r"\b(?:crime|incident|log|police|custody|cad|court|case)\b[^.;]{0,25}$", re.I
)
# "Our ref: KT/mj/0311"; "LSCB/SCR/2017/04": what a letter or a review is filed under.
_OF_A_LETTER = re.compile(r"\b(?:[Oo]ur|[Yy]our) ref(?:erence|\.)?:?\s*$")
_OF_A_REVIEW = re.compile(r"(?<![A-Z])(?:L?SCB|SCR|L?CSPR|CPR|L?SCP)(?![A-Z])")
# An occurrence as a force numbers it, whoever looked into it: "investigation 42/99112/16".
_OF_A_FORCE = re.compile(r"\d\d[A-Z]{0,3}/\d{4,6}/\d\d")
# What somebody carried is theirs, whatever its number is called.
_OF_A_DEVICE = re.compile(
    r"\b(?:phone|mobile|handset|tablet|laptop|console|computer|iPad|iPhone|Xbox|PlayStation|router|modem)\b[^.;]{0,25}$"
    r"|\b[Cc]ert(?:ificate\b|\.)[^.;]{0,25}$"
)
# Research councils number what they pay for: "grant ES/K004177/1".
_OF_A_GRANT = re.compile(
    r"(?:ESRC|EPSRC|AHRC|NIHR)/|(?:MRC|ES|MR|EP|AH|BB|NE|ST)/[A-Z]\d{5,6}[A-Z]?/\d"
)
_GRANTED = re.compile(r"\b(?:[Gg]rants?|[Ff]unded|[Rr]esearch)\b[^.;]{0,25}$")
_OF_THINGS = re.compile(
    r"\b(?:recommendations?|safety actions?|parts?(?: numbers?)?|serial(?: numbers?)?|p/n|s/n|occurrences?|"
    r"investigations?|(?:materials?|technical|engineering|examination|test|laboratory) [\w\s]{0,20}reports?|analysis reports?|models?|drawings?|catalogues?|bulletins?|circulars?|directives?|standards?|specifications?|batch|"
    r"patents?|editions?|print|order codes?|product codes?|publications?)\b\W*(?:(?:numbers?|nos?)\b\W*)?"
    r"(?:[A-Z\d][\w-]*(?:,|\sand|\s&)?\s)*[A-Z]{0,2}$",
    re.IGNORECASE,
)


class OfficialNumber(Rule):
    """An official number or reference that stands for one person, case, crime or vehicle.

    Why: anyone with access to the system it comes from can turn it into a name, and a court or
    crime reference leads to press reports.

    Instead: leave it out. "A crime was recorded" and "her NHS record" say all that a reader needs.

    Leaves alone: numbers that only look so: paragraph numbers, sections of Acts, statistics,
    command papers, ISBNs and the like.
    """

    code = "PRV007"
    name = "official-number"
    severity = Severity.ERROR
    basis = ("QM14.2", "QM14.identifiers", "QM14.privacy")
    layers = Layer.PARSE | Layer.ENTITIES
    private = True
    flagged = (
        Example(
            "Crime report 31/QD/20418/14 was filed after the call.",
            role=Role.CHRONOLOGY,
            marks=("31/QD/20418/14",),
        ),
        Example(
            "Texts from her handset (SIM 8944 2200 3311 2018 05) were read out.",
            role=Role.CHRONOLOGY,
            marks=("8944 2200 3311 2018 05",),
        ),
        Example(
            "He was taken to the hospital, NHS number 999 413 2075, by ambulance.",
            role=Role.CHRONOLOGY,
            marks=("999 413 2075",),
        ),
        Example(
            "Both adults were arrested (crime reference AM/003187/14).", marks=("AM/003187/14",)
        ),
        Example("Her National Insurance number is QQ 12 34 56 C.", marks=("QQ 12 34 56 C",)),
        Example(
            "Care proceedings (case no. LS14C00231) began the next week.",
            role=Role.CHRONOLOGY,
            marks=("LS14C00231",),
        ),
        Example("UPN: H801200001001", role=Role.APPENDIX, marks=("H801200001001",)),
        Example(
            "A silver hatchback, YD63 KLP, was seen outside the house.",
            role=Role.CHRONOLOGY,
            marks=("YD63 KLP",),
        ),
        Example(
            "The police log (CAD 2741 of that night) shows that no unit was free.",
            marks=("2741",),
        ),
        Example(
            "The case record (reference ALD/CSC/0048817) shows two visits.",
            marks=("ALD/CSC/0048817",),
        ),
        Example("Mosaic ID 1048831 was closed by the duty team.", marks=("1048831",)),
        Example("Passport 533401276 was kept by the father.", marks=("533401276",)),
        Example(
            "The record number on the wristband, RXQ 771402, was not the one on the X-ray.",
            marks=("RXQ 771402",),
        ),
        Example(
            "| Ref | Detail |\n|---|---|\n| URN | 35NM0044213 |\n| Paragraph | 4.17.2 |",
            role=Role.CHRONOLOGY,
            marks=("35NM0044213",),
        ),
        Example("His file, 40021877, had been merged with hers.", marks=("40021877",)),
        Example(
            "VPN form 0000822/12 was sent and ViSOR 0077310 checked.",
            marks=("0000822/12", "0077310"),
        ),
        Example(
            "NHS numbers 485 777 3456 on the label, 485 777 3465 on the letter.",
            marks=("485 777 3465",),
        ),
    )
    passed = (
        Example("A section 47 enquiry began under the Children Act 1989; see paragraph 4.12."),
        Example("Of the 1,350 pupils, 412 had a plan and 90 per cent of those were up to date."),
        Example("Her NHS number was recorded wrongly in two systems."),
        Example("The Victoria Climbié Inquiry. Cm 5730. ISBN 0 10 157302 2.", role=Role.REFERENCES),
        Example("Officers recorded criminal damage and left a crime number with the family."),
        Example("Regulation 5 of SI 2006/90 and Standard 12 (v3.2) were cited in 2014/15."),
        Example("HbA1c was 119 mmol/mol (13.0%) and the PHQ-9 score was 19."),
        Example("SW1 and PC 2 met at 10.30; Form CP12 and the DASH were not completed."),
        Example("Charity number 1089432; gateway reference 04382; ISBN 9781234567897."),
        Example(
            "Inquiry RO-2020-101: derailment. See also recommendation 20070023 to the operator."
        ),
        Example("The service cost £1,200,450 and took 37,500 calls in 2013-14."),
    )

    def check(self, draft: Draft) -> Iterator[Finding]:
        seen: list[Span] = []
        imprints = _numbers_of_publications(draft)
        for entity in draft.entities:
            kind = _KINDS.get(entity.label)
            if kind is None or entity.score < 0.5:
                continue
            if draft.role_of(entity.span.block) is Role.REFERENCES:
                continue
            if draft.text_at(entity.span) in imprints:
                continue
            if _is_of_an_inquiry(draft.blocks[entity.span.block].text, entity.span):
                continue
            seen.append(entity.span)
            yield self._found(draft, entity.span, kind, entity.score)
        for span, label in numbers_in_cells(draft):
            other = any(s.block == span.block and s.start < span.end for s in seen)
            if not other and draft.role_of(span.block) is not Role.REFERENCES:
                yield self._found(draft, span, _KINDS[label], _IN_CELL)

    def _found(self, draft: Draft, span: Span, kind: str, score: float) -> Finding:
        return self.finding(
            draft,
            span,
            f"This looks like {kind}.",
            "Take it out: readers do not need it, and it leads to a person or a case.",
            confidence=score,
        )


def _numbers_of_publications(draft: Draft) -> frozenset[str]:
    """The numbers that stand beside an ISBN, wherever else they are printed."""
    beside = [b.text for b in draft.blocks if _BOOK.search(b.text)]
    return frozenset(n for text in beside for n in _PRINTED.findall(text))


def _is_of_an_inquiry(text: str, span: Span) -> bool:
    """Whether a number is an inquiry's, a recommendation's or a part's, and leads to nobody."""
    before = text[: span.start]
    number = text[span.start : span.end]
    if _OF_A_LETTER.search(before):
        return True
    # "SCR-0091827" is a record: a board does not count its reviews to five digits.
    if _OF_A_REVIEW.search(number) and not _FIVE.search(number):
        return True
    if _INQUIRY.fullmatch(number):
        return not _OF_THE_POLICE.search(before)
    if _OF_A_GRANT.match(number) and _GRANTED.search(before):
        return True
    if _LONG.fullmatch(number) or _OF_A_FORCE.fullmatch(number) or _OF_A_DEVICE.search(before):
        return False
    return bool(_OF_THINGS.search(before))
