"""Recognisers of numbers from a table of what they are called, and of those told by a shape of their own."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from presidio_analyzer import PatternRecognizer

from ... import vocabulary
from ...months import SHORT_MONTH
from .references import labelled

# "No: ", " (ref. ", ", number ", " is ": what may stand between a label and its number.
_GAP = (
    r"(?:[\s,(\[]*\b(?:[Nn]umber|NUMBER|N[Oo]|no|[Nn]um|[Rr]ef(?:erence)?|REF|[Ii][Dd]|[Ii]dentifier|[Cc]ode|[Ss]erial|"
    r"is|was|as|numbered)\b\.?)*[\s:#=,(\[“‘\"'–-]*"
)
_CALLED = r"(?=[\s,(\[]*\b(?:[Nn]umber|NUMBER|N[Oo]|no|[Nn]um|[Rr]ef(?:erence)?|REF|[Ii][Dd]|[Ii]dentifier|[Cc]ode)\b)"
_END = (
    r"(?![%\w/]|,\d|\.\d|\s(?:of|per|pounds|people|children|times|words|days|weeks|months|years)\b)"
)
# Groups of capitals and digits; no year, no part of a year.
_STRUCK = r"(?:[/.-][A-Z\d]+)*"
_GROUPS = (
    rf"(?!(?:19|20)\d\d\b(?![-/]\d{{3}})|(?:ID|NO|REF)\b)(?:(?=[A-Z/.-]*\d)[A-Z\d]+{_STRUCK}|[A-Z]{{1,5}}(?=\s\w*\d))"
    rf"(?:\s(?=[A-Z/-]*\d)[A-Z\d]{{1,12}}\b{_STRUCK}){{0,4}}"
)
_DIGITS = r"(?=[A-Z]{0,5}[\s/-]?(?:\d{3}|\d\s\d{3}|\d{1,2}/[A-Z\d]{3}|\d[A-Z]\d{2}|\d\d(?:[\s-]\d{2,4})|[A-Z]?\d[A-Z\d]*\d{3}))"
# "meter 300 mm", "early help 120 families": a quantity.
_COUNTED = r"\d{1,4}\s(?!(?:is|was|were|has|had|in|on|of|at|and|or|for|to|by|from|with|shows|which|that)\b)[a-z]"
_VALUES = {
    "number": rf"(?=[A-Z/ -]{{0,6}}(?:\d{{3}}|\d\d[ .]?\d)){_GROUPS}{_END}",
    "long": rf"(?!{_COUNTED}){_DIGITS}{_GROUPS}{_END}",
    "mixed": rf"(?=[\d\s]*[A-Z/])(?=[\s/A-Z]*\d[A-Z\s/]*\d[A-Z\s/]*\d){_GROUPS}{_END}",
    "stroke": rf"[A-Z]{{1,5}}/(?=[A-Z\d/]*\d[A-Z/]*\d[A-Z/]*\d)[A-Z\d]+(?:/[A-Z\d]+)*{_END}",
}
# A label says what its number is better than the number's own shape, but an everyday word does not.
_SURE, _EVERYDAY = 1.0, 0.9
_FORCE = r"\d\d[A-Z]{0,3}/\d{4,6}/\d\d"


def labelled_numbers() -> list[PatternRecognizer]:
    """A recogniser a kind in the table of labels, and those of shapes that need no label."""
    kinds: defaultdict[str, list[tuple[str, float]]] = defaultdict(list)
    for kind, pattern, score in _from_the_table():
        kinds[kind].append((pattern, score))
    recognisers = [labelled(kind, *patterns, cased=True) for kind, patterns in kinds.items()]
    return recognisers + _of_their_own_shape()


def _from_the_table() -> Iterator[tuple[str, str, float]]:
    by: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    for row in vocabulary.load("scr_lint", "number_labels"):
        by[row["kind"], row["needs"]].append(re.escape(row["label"]))
    for (kind, needs), labels in by.items():
        longest = "|".join(sorted(labels, key=len, reverse=True))
        called = _CALLED if needs == "number" else ""
        value = rf"(?<=\b(?i:{longest})\b\.?{called}{_GAP}){_VALUES[needs]}"
        yield kind, value, _EVERYDAY if needs in ("mixed", "stroke") else _SURE


def _of_their_own_shape() -> list[PatternRecognizer]:
    ordinal = (
        rf"(?:the )?\d{{1,2}}(?:(?:st|nd|rd|th)?\s(?:{SHORT_MONTH})\w*|(?:st|nd|rd|th)\b(?!\s\w))"
    )
    began = (
        r"(?:is|was|began|begins|beginning|starts|starting|ends|ended|ending|of|as|with|in|like)"
    )
    car = r"(?:car|van|vehicle|lorry|moped|motorbike|trailer|taxi|minibus|truck)"
    device = r"(?:phone|mobile|handset|tablet|laptop|console|computer|iPad|iPhone|Xbox|PlayStation|router|modem)"
    return [
        labelled(
            "POLICE_REFERENCE",
            # A day's incidents are counted anew: "incident 412 of 3 May", "log 29 of the 2nd".
            (
                rf"(?<=\b(?i:incident|log|CAD|FWIN|call|ref(?:erence)?|job)(?:\s(?:no\.?|number|ref(?:erence)?|as|was|is))*\s)\d{{1,5}} of {ordinal}",
                0.96,
            ),
            (rf"(?<![\w/]){_FORCE}(?![\w/])", 0.7),
            # An exhibit bears its finder's initials: "marked RAB/12", "JH/1 to JH/9".
            (
                r"(?<=\b[Ee]xhibits?\b(?:[\s,(]*\b(?:marked|labelled|numbered|is|was|as|no\.?|number|refs?))*[\s,:(]*)"
                r"[A-Z]{2,4}[/ ]?\d{1,3}\b(?: to [A-Z]{2,4}[/ ]?\d{1,3}\b)?",
                0.8,
            ),
            (r"\bNFRC\d{12}\b", 0.95),
            cased=True,
        ),
        labelled(
            "DOCUMENT_NUMBER",
            # "Birth certificate entry 184", "her original birth entry, no. 284".
            (
                r"(?<=\b(?:[Bb]irth|[Dd]eath|[Mm]arriage|[Bb]aptism|[Aa]dopt(?:ion|ed children))(?: (?:certificate|register|registration|record|index))?,?"
                rf" entry\b(?:,? (?:no\.?|number))?[\s,:]*)\d{{1,5}}(?:/\d{{1,5}})?\b(?![%/.]\d|\s(?:{SHORT_MONTH}))",
                0.96,
            ),
            cased=True,
        ),
        labelled(
            "PRISON_NUMBER",
            (
                r"(?<=\b(?:PNC|CRO) (?:ID|record|nominal|entry)[\s:,(]*)(?=[\d/]{4})[\d/]+[A-Z]?\b",
                0.95,
            ),
            cased=True,
        ),
        labelled(
            "HOME_OFFICE_REFERENCE",
            (r"\bGWF ?\d{3} ?\d{3} ?\d{3}\b", 0.95),
            (r"\b\d{4}-\d{4}-\d{4}-\d{4}\b(?=[^.;]{0,60}\b(?:Home Office|visa|UKVI))", 0.9),
            cased=True,
        ),
        labelled(
            "SOCIAL_CARE_RECORD",
            (r"(?<=\b[Ff]ile (?:no\.? |number )?)\d{3,6}[-/](?:19|20)\d\d\b", 0.8),
            cased=True,
        ),
        labelled(
            "PROVIDER_NUMBER",
            # Ofsted's homes and childminders. Charities and companies of Scotland have the same shape.
            (
                r"(?<!\b(?i:charity|charities|company|companies|registered in|OSCR)\b(?:[^.;]|\bno\.){0,40})(?<![\w/-])(?:SC|EY|CY)\s?\d{6}\b",
                0.93,
            ),
            cased=True,
        ),
        labelled(
            "COURT_CASE",
            # As coroners number inquests, after the name of the dead: "(01488-15)".
            (r"(?<=\()\d{4,6}-(?:20)?\d\d(?=\))", 0.3),
            (r"\b[A-Z]{2} ?\d\d ?[CPZFDJA] ?\d{5}\b", 0.97),
            context="inquest coroner inquiry death die",
            cased=True,
        ),
        labelled(
            "UK_VEHICLE_REGISTRATION",
            (r"\b(?=[A-Z\d]*\d)(?=[A-Z\d]*[A-Z])[A-HJ-NPR-Z\d]{11}\d{6}\b", 0.7),
            # Northern Ireland: an I or a Z among the letters.
            (r"\b(?:[A-Z]{1,2}Z|[A-Z]?I[A-Z]) ?\d{3,4}\b", 0.3),
            # A part of it, as a witness remembers.
            (
                rf"(?<=\b(?:{car}[’']s|[Pp]artial|[Ff]irst half of the) (?:registration|reg|index|(?:number ?)?plate)\b(?: mark| number)?(?: {began}){{0,2}}[\s,:(“\"]*)"
                r"(?=\w*\d)(?=\w*[A-Z])[A-Z\d]{2,4}\b",
                0.8,
            ),
            context="car van vehicle trailer lorry index plate registration reg driver drove moped taxi tractor",
            cased=True,
        ),
        labelled(
            "ACCOUNT_NUMBER",
            (
                rf"(?<=\b{device}(?:[’']s)?,? (?i:serial)(?: number| no\.?)?(?: is| was)?[\s:,(]*)(?=\S*\d)[A-Z\d]{{6,16}}\b",
                0.9,
            ),
            (
                r"(?<=\b(?:[Cc]ard|[Aa]ccount)(?: number)?,? (?:which )?(?:ending|ended|ends|beginning|begins|began)(?: in| with)? )\d{2,6}\b",
                0.8,
            ),
            cased=True,
        ),
    ]
