"""Dates that a record holds as somebody's date of birth or death: "the surgery had 9 May 2004"."""

from __future__ import annotations

import re

from .life_words import BORN, DIED

_LABEL = re.compile(
    r"\b(?:(?P<birth>dates? of birth|birth[- ]?da(?:te|y)s?|d\.?\s?o\.?\s?b\b\.?s?|(?:birth|adoption) certificates?|"
    r"(?:entry|register|registration) of (?:his |her |the )?births?|(?:birth )?entry in the register of births|birth entr(?:y|ies)|"
    r"when (?:he|she|they) (?:was|were) born|red book)"
    r"|(?P<death>dates? of death|times? of death|d\.?\s?o\.?\s?d\b\.?|death certificates?|death entr(?:y|ies)|(?:medical )?certificates? of (?:\w+ ){0,3}"
    r"(?:death|stillbirth)|(?:entry|register|registration) of (?:his |her |the )?deaths?|death notice|fact of death|"
    r"when (?:he|she|they) died))(?!\w)",
    re.IGNORECASE,
)
_HOLDS = (
    r"(?:give[sn]?|gave|giving|shows?|showed|showing|ha[sd]|have|having|holds?|held|says?|said|saying|reads?|states?|stated|"
    r"records?|recorded|lists?|listed|enter(?:s|ed)?|bears?|bore|carr(?:y|ies|ied)|sees?|saw|seen|writ(?:es?|ten)|wrote|typed?|types|"
    r"puts?|not(?:es?|ed)|claim(?:s|ed)?|quot(?:es?|ed)|us(?:es|ed)|kept|appears?|appeared|logged|registered|"
    r"found|tells|told|print(?:s|ed)|display(?:s|ed)|confirms?|confirmed|reports?|reported)"
)
# What stands right before a date that is the value of something: a verb that holds it, "as", a colon.
_VALUE = re.compile(
    rf"(?:\b(?:{_HOLDS}(?:\s(?:it|them|this|that|there|instead|only|simply|both|either))?(?:\s(?:as|to be|at))?|is|was|are|were|as|being|be|to be|namely|actual(?:ly)?|correct(?:ly|ed to)?|"
    r"timed(?: at)?)\b|[:=–—]|\s-)\s*(?:[\"“‘']\s*)?(?:the\s)?"
    r"(?:(?:at\s)?\d{1,2}[.:]\d\d(?:\s?(?:hrs|hours|[ap]m))?,?\s(?:on\s)?)?$",
    re.IGNORECASE,
)
# A further sentence may go on about the same label only with a verb that can mean nothing else.
_GOES_ON = re.compile(
    rf"\b(?:have\s|had\s|[’']d\s)?{_HOLDS}(?:\s(?:it|them|this))?(?:\s(?:as|to be))?\s(?:[\"“‘'])?$",
    re.IGNORECASE,
)
_THING_SAID = re.compile(
    r"\b(?:letter|plan|e-?mail|meeting|minutes|assessment|report|order|note|visit|review|referral|conference|appointment|"
    r"application|card|party|present|registered|amended|corrected on|funeral|inquest|hearing|since|until|before|after|by|from|between)\b",
    re.IGNORECASE,
)
_FAR, _SENTENCES = 220, 2


def held_as(text: str, start: int) -> str:
    """What the date that begins at a character is held as: "birth", "death", or nothing."""
    before = text[max(0, start - _FAR) : start]
    if not _VALUE.search(before):
        return ""
    label = next(reversed([*_LABEL.finditer(before)]), None)
    if label is None:
        return ""
    between = before[label.end() :]
    stops = len(re.findall(r"(?<!\w\.\w)[.!?;][”\"’']?\s+(?=[A-Z])", between))
    if stops > _SENTENCES or (stops and not _GOES_ON.search(before)):
        return ""
    # "The letter on her birthday was dated …": another thing than the label has this date.
    last = re.split(r"[.!?;]\s", between)[-1] if stops else between
    if _THING_SAID.search(last) or re.search(r"\bon\s(?:the\s)?$", last.lower()):
        return "" if "timed" not in last else _about(label)
    return _about(label)


def _about(label: re.Match[str]) -> str:
    return BORN if label["birth"] else DIED
