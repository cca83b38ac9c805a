"""Citations of judgments, and courts that their place or their date makes easy to find."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...draft import Role
from ...months import MONTH, SHORT_MONTH
from ..passages import NAME, sentence_at
from ..times.dates import find_dates

_CITATION = re.compile(
    r"\[(?:19|20)\d\d\]\s?(?:EWHC|EWFC|EWCA|EWCOP|EWMC|UKSC|UKHL|UKPC|UKUT|UKFTT|CSIH|CSOH|NIFam|NICA|EWCC|"
    r"\d? ?(?:FLR|FCR|WLR|AC|All ER|Fam|QB|KB|Cr App R(?: \(S\))?))\s?(?:Civ|Crim|Admin|Fam|B)?\s?\d+"
    r"(?:\s?\((?:Fam|B|Admin|QB|KB|Ch|COP|Civ|Crim|HCJ|OJ)\))?",
)
#: The name of a case right before its citation.
CASE_NAME = re.compile(
    rf"(?:\b(?:[Rr]e|In re|In the matter of) {NAME}[^.;\[]{{0,60}}|\b(?:{NAME}|R|council)[^.;,\[]{{0,40}} v\.? "
    rf"{NAME}[^.;\[]{{0,60}}|\bR \([^)]*\) v [^.;\[]{{0,60}}|\b{NAME}(?: {NAME}){{1,3}}(?= $))[,: ]*(?:and |; )?$"
)
_FOR_THE_LAW = re.compile(
    r"\b(?:authorit(?:y|ies)|direct(?:ed|ing|s) (?:herself|himself|itself|themselves)|principles?|precedents?|test (?:in|set|laid)|"
    r"cit(?:ed|es|ing)|held (?:in|that|by)|h[eo]ld(?:s)? that|set out in|laid down|following|applied|applying|law|guidance|guideline|see|"
    r"in line with|as decided|rul(?:ed|ing)|doctrine|threshold|duty|require[sd]?|established|explained in|states?|stated|"
    r"approach (?:in|of)|case law|decision in|Supreme Court|House of Lords|Court of Appeal|Convention|human rights|"
    r"competence|Gillick|statut\w+)\b"
)
_ITS_OWN = re.compile(
    r"\b(?:(?:this|the) (?:family|child(?:ren)?|case)[’']?s?|published as|reported as|report(?:ed)? at|is (?:published|reported|"
    r"available)|(?:the|an?) (?:anonymised |published )?judg(?:e)?ment (?:is|was|in (?:the|this)|of|has|about|can|on)|fact[- ]?find\w*|"
    r"findings? of fact|care proceedings|found (?:that|him|her|them|the)|convict\w+|sentenc\w+|(?:mother|father|stepfather|"
    r"parents?|child [A-Z])\b|her case|his case|their case|citation|neutral citation)",
    re.IGNORECASE,
)
# … where a case is named, only this makes it the family's own.
_OURS = re.compile(
    r"\b(?:(?:published|reported) (?:as|at)|is (?:published|reported|available)|judg(?:e)?ment (?:is|was|in (?:the|this) "
    r"case|about|of the family)|findings? of fact|this (?:family|case|child)[’']?s?|their own case)",
    re.IGNORECASE,
)
_NARRATIVE = frozenset({Role.CHRONOLOGY, Role.FAMILY_BACKGROUND, Role.INTRODUCTION, Role.SUMMARY})


def judgments(text: str, role: Role) -> Iterator[tuple[int, int]]:
    """The citations in a text of judgments that are the case's own, not cited for the law."""
    for match in _CITATION.finditer(text):
        sentence = sentence_at(text, match.start(), match.end())
        before = text[max(0, match.start() - 140) : match.start()]
        named = CASE_NAME.search(before)
        if named:
            beside = before[: named.start()][-90:] + text[match.end() : match.end() + 60]
            ours = _OURS.search(beside)
            first_instance = re.search(r"EWFC|EWHC|EWCC", match[0]) and role in _NARRATIVE
            if (ours or first_instance) and not _FOR_THE_LAW.search(before[: named.start()][-60:]):
                yield match.span()
        elif _ITS_OWN.search(sentence) or not _FOR_THE_LAW.search(sentence):
            yield match.span()


# ---- courts

_COURT = re.compile(
    rf"(?:(?<![\w’'-])(?P<place>(?!The\b|At\b|In\b|HM\b|A\b|No\b|When\b|Before\b){NAME}(?: (?:and |upon |on |of )?{NAME}){{0,2}}?) )?"
    r"(?P<court>(?:Combined |Designated )?(?:Crown|Family|County|Magistrates[’']?s?|Youth|Coroner[’']?s?|Sheriff|District)(?: and (?:Family|County|Crown))? Courts?"
    r"|High Court|Court of Appeal|Central Criminal Court|Old Bailey|Family Proceedings Court|(?:crown|family|magistrates[’']?|youth|coroner[’']?s) court|[Mm]agistrates(?![’'\w]))"
    rf"(?: (?:jury |judge |bench |recorder )?(?:sitting )?(?:at|in) (?P<seat>(?!The\b|Section\b|England\b|Wales\b|(?:{SHORT_MONTH})\w*\b|(?:Spring|Summer|Autumn|Winter)\b){NAME}(?: {NAME})?))?"
)
_NOT_A_PLACE = re.compile(
    r"(?:The|This|HM|HMCTS|Local|Designated|New|Specialist|Criminal|Civil|Each|Any|All|Some|Every|And|National|Private|"
    r"Single|President|Practice|Cafcass|CAFCASS|Judges?|English|Welsh|British|Mother|Father|Both)\b"
)
_CORONER = re.compile(
    rf"\b(?P<office>(?:HM |His Majesty[’']s |Her Majesty[’']s )?(?:Senior |Assistant |Area |Acting |senior |assistant |area )*[Cc]oroner) for (?:the )?{NAME}(?:,? (?:and |of )?{NAME}){{0,3}}"
    r"|\b(?:Mr|Mrs|Ms|Miss|Her Honour Judge|His Honour Judge|HHJ|Recorder|Lord Justice|Lady Justice|Dame|Sir) (?:Justice )?"
    rf"{NAME}(?: {NAME})?(?= (?:J\b|sentenc|pass\w* (?:\w+ )?(?:sentence|judgment)|said|found|sitting|jail|direct|gave))"
)
# Who sat on the case leads to its inquest; "was reported to the coroner for Tarnshire" names an office.
_SAT = re.compile(
    r"\b(?:open(?:ed|s|ing)|held|hold(?:s|ing)|heard|hears|hearing|sat|sits|sitting|conclud\w+|[’']s (?:verdict|conclusion)|adjourn\w*|record(?:ed|s)|"
    r"return(?:ed|s)|found|finds|finding|ruled|rules|ruling|gave|jury|before|conduct\w+|resumes|(?<!not be )resumed)\b",
    re.IGNORECASE,
)
# "Mr Hancock said" is a witness's or anybody's, "Mr Justice Hancock said" a judge's.
_PLAIN_TITLE = re.compile(r"(?:Mr|Mrs|Ms|Miss) (?!Justice)")
_SAID = re.compile(r" (?:said|found|direct\w*|gave)\b")
# A trial, an inquest or a bench by its place, with no word for the court: "the jury at Winchester".
_PLACE = (
    rf"(?:the )?(?!(?:The|England|Wales|Scotland|Britain|School|Court|{SHORT_MONTH}|Spring|"
    rf"Summer|Autumn|Winter|Easter|Christmas|Year|Child|Section|Annex|Appendix)\w*\b){NAME}(?: {NAME}){{0,2}}(?! [Cc]ourt)"
)
_BENCH = re.compile(
    r"\b(?:(?:[Tt]he|[Aa]) (?:second |trial |sentencing |resident |circuit |crown |high court )?(?:judge|jury|recorder|magistrates?|bench|coroner)"
    r"|(?:[Tt]he|[Hh]is|[Hh]er|[Tt]heir|[Mm]urder|[Cc]riminal) (?:second |first |murder |criminal )?(?:re-?trial|trial)(?! (?:of|period))"
    r"|[Ii]nquest|(?:was|were|been|and|be|stood) (?:tried|convicted|sentenced|acquitted|cleared|jailed|remanded)|(?:case|matter|prosecution|proceedings|hearing) (?:was|were|had been) (?:heard|listed|tried|opened|transferred))\b"
    rf"(?:,? (?!(?:schools?|staff|practice)\b)[a-z]+){{0,4}}?,? (?:at|in) {_PLACE}",
)
_TO_DATE = re.compile(r",? (?:\(?(?:in|on|from|of|during|that|dated) )?(?:early |late |mid-)?")
# "at Mold, before the recorder", "at Sheffield in the October sessions".
_BEFORE_BENCH = re.compile(
    rf"\bat (?P<what>{_PLACE},? (?:before (?:the|a|an|one) (?:\w+ )?(?:recorder|judge|bench|magistrates?|jury|stipendiary|sheriff)"
    r"|in the \w+ (?:sessions|assizes|sittings|list))\b)"
)
# "Family Proceedings Court, Thrupley, 21/9/10"
_SEAT = re.compile(rf", {NAME}(?: {NAME})?,? (?:on )?(?=\d)")
_MONTH_YEAR = re.compile(
    rf"(?:{MONTH}|(?:the )?(?:spring|summer|autumn|winter) of) (?:19|20)\d\d|(?:19|20)\d\d\b"
)
_OF_THE_CASE = re.compile(
    r"\b(?:convict\w+|sentenc\w+|plead\w*|pled|guilty|trial|tried|jury|charged|appear(?:ed|s|ing)|remand\w*|acquitt\w+|"
    r"inquest|care order|proceedings|hearing|heard|judge|judgment|findings?|jailed|imprison\w+|verdict|bail\w*|order|adopt\w+|"
    r"offences?|dealt with|committed|opened|fined|stood)\b",
    re.IGNORECASE,
)
_ORGANISING = re.compile(
    r"\b(?:recommend\w*|protocol|training|users[’'] group|listing practice|liaison|working group|in general|usually|delays? in)\b",
    re.IGNORECASE,
)


def courts(text: str, role: Role) -> Iterator[tuple[int, int]]:
    """Courts named with their place, or with the day of a hearing; and named coroners and judges."""
    for match in _COURT.finditer(text):
        sentence = sentence_at(text, match.start(), match.end())
        place = match["place"] if match["place"] and not _NOT_A_PLACE.match(match["place"]) else ""
        start = match.start("place") if place else match.start("court")
        end = _with_date(text, match.end())
        dated = end > match.end()
        if role is Role.RECOMMENDATIONS or _ORGANISING.search(sentence):
            continue
        has_day = dated and any(d.start < end and match.end() <= d.start for d in find_dates(text))
        known = match["court"] in {"Central Criminal Court", "Old Bailey"}
        if place or match["seat"] or known:
            if dated or _OF_THE_CASE.search(sentence):
                yield start, end
        elif has_day or _day_beside(text, sentence, match):
            yield start, end
    named = [m.span() for m in _COURT.finditer(text)]
    for match in _BENCH.finditer(text) if role is not Role.RECOMMENDATIONS else ():
        if not any(s < match.end() and match.start() < e for s, e in named):
            yield match.start(), _with_date(text, match.end())
    for match in _BEFORE_BENCH.finditer(text):
        yield match.start("what"), _with_date(text, match.end())
    for match in _CORONER.finditer(text):
        if match["office"]:
            sentence = sentence_at(text, match.start(), match.end())
            if not (_SAT.search(sentence) or find_dates(sentence)):
                continue
        if not (_PLAIN_TITLE.match(match[0]) and _SAID.match(text, match.end())):
            yield match.span()


def _with_date(text: str, end: int) -> int:
    """The end of a date that follows at once, or the same place."""
    seat = _SEAT.match(text, end)
    gap = seat or _TO_DATE.match(text, end)
    at = gap.end() if gap else end
    for date in find_dates(text):
        if date.start == at or text[at : date.start] in {"the ", "a "}:
            return date.end
    match = _MONTH_YEAR.match(text, at)
    return match.end() if match else end


_OUTCOME = re.compile(
    r"\b(?:convict\w+|sentenc\w+|plead\w*|guilty|appear\w*|jailed|acquitt\w+|remanded|trial|verdict)\b",
    re.I,
)


def _day_beside(text: str, sentence: str, match: re.Match[str]) -> bool:
    """Whether a court without a place stands in a sentence with the day of a trial."""
    return bool(_OUTCOME.search(sentence)) and any(find_dates(sentence))
