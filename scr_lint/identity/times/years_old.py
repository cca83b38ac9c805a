"""How many years old somebody is said to be: "aged 15", "the girl, 14 and", "adopted at four".

An age in years is no finding by itself, but one more particular beside others. Numbers of other things
(times, scores, months, a mother *of four*) are none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from ...grammar.voice import subject_of
from ...persons.family import Standing, standing
from ...persons.mentions import Cast, Who, known_as
from ..occupations import is_occupation
from ..passages import without_overlaps

if TYPE_CHECKING:
    from spacy.tokens import Doc

_TEEN = (
    r"ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|"
    r"(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-(?:one|two|three|four|five|six|seven|eight|nine))?"
)
_N = rf"(?:[1-9]\d?|one|two|three|four|five|six|seven|eight|nine|{_TEEN})"
_GROWN = rf"(?:[1-9]\d|{_TEEN})"
_ABOUT = (
    r"(?:(?:about|around|only|just|nearly|almost|barely|perhaps|maybe|some|then|now|still|already|over|under|rising|"
    r"turned|not yet|going on|or|by then|at the time) )*"
)
# What makes of a number the number of something else.
_NOT_YEARS = (
    r"(?! ?(?:[:%/]|\.\d|o[’']clock|[ap]\.?m\b|am\b|pm\b|per ?cent|hours?\b|hrs?\b|minutes?\b|mins?\b|days?\b|weeks?\b|wks?\b|months?\b|"
    r"mths?\b|miles?\b|metres?\b|feet\b|degrees\b|years? (?!old|of age)|times?\b|points?\b|out of\b|of (?:the|them|his|her|their|these|those)\b|kg\b|"
    r"mg\b|ml\b|st\b|stone\b|pounds?\b|in \d))"
)
_END = r"(?=[,.;:)–—]| (?:when|and|or|at|in|by|but|then|with|who|whose|had|was|is|from|on|came|to|before|after|that|as)\b|$)"
_AT = (
    r"(?:adopted|diagnosed|married|pregnant|orphaned|arrived|widowed|divorced|bereaved|fostered|excluded|expelled|"
    r"emigrated|retired|convicted|left(?: \w+){0,2}|came(?: \w+){0,3}|went(?: \w+){0,3}|died|born|removed|started|began|school|home|care|mother|father|"
    r"fled(?: \w+){0,2}|moved(?: \w+){0,3}|sectioned|confirmed|baptised|(?<=[a-z]))"
)
_SHAPES = (
    rf"\b[Aa]ged? {_ABOUT}{_N}\b{_NOT_YEARS}",
    rf"\b[Aa]ged {_ABOUT}{_N} years?\b",
    rf"\b{_N}[- ]years?(?:[- ]olds?| of age)\b",
    rf"\b[Aa]t (?:the age of )?{_ABOUT}{_GROWN},? (?=(?:he|she|they|the (?:boy|girl|child)|his|her)\b)",
    rf"\b{_AT} (?:at|by|when) (?:the age of )?{_ABOUT}{_GROWN}\b{_NOT_YEARS}{_END}",
    rf"\b(?:adopted|diagnosed|orphaned|fostered|removed|walking|bereaved|reading) at {_ABOUT}{_N}\b{_NOT_YEARS}{_END}",
    rf"\b[Tt]he age of {_N}\b{_NOT_YEARS}",
    rf"\b(?:[Hh]e|[Ss]he|[Ww]ho|[Mm]other|[Ff]ather|[Mm]um|[Dd]ad|[Tt]hey|(?:[Bb]oy|[Gg]irl|[Cc]hild|[Aa]dult|man|woman)(?: [A-Z0-9]{{1,2}})?) "
    rf"(?:(?:was|is|were|[’']s|had been|has been|had|has|would be|became|turns|turned|reached) ){_ABOUT}{_N}\b{_NOT_YEARS}{_END}",
    r"\bin (?:his|her|their|the) (?:very )?(?:early |mid-? ?|late )?(?:teens|twenties|thirties|forties|fifties|sixties|seventies|eighties)\b",
    rf"(?<=, ){_ABOUT}{_N} or (?:so|thereabouts)\b(?=[,.;)])",
    rf"\babout \d\d, \d\d\b|\b{_GROWN}(?:-odd|-ish|-something)\b",
    r"\b(?:\w+teenth|\w+tieth|\w+-(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)|1\dth|[2-9]0th|2[1-9](?:st|nd|rd|th)) birthday\b",
    r"\b[Bb]orn (?:in )?(?:19|20)\d\d\b|\b(?:septuagenarian|octogenarian|nonagenarian)\b",
    r"(?<=, )\d{1,2}(?=,)|^\d{1,2}(?=\.)",
)
_AGE = re.compile("|".join(_SHAPES))
# "the girl, 14 and", "eldest lad (19, a deckhand": right after somebody.
_BESIDE = re.compile(
    rf"\b(?P<who>[\w’'-]+)(?: [A-Z0-9]{{1,2}})?(?:,| \() ?{_ABOUT}(?P<age>{_N})(?=[,);]| and\b| or\b)"
)
# "a minicab driver of 52", "a woman of perhaps thirty".
_OF = re.compile(rf"\b(?P<who>[\w’'-]+) of {_ABOUT}(?P<age>{_N})\b{_NOT_YEARS}{_END}")
_AGE_TOKEN = re.compile(_N)
_BEING = frozenset({"be", "turn", "reach", "become"})
_SAID_OF = frozenset({"attr", "acomp", "dobj", "npadvmod", "oprd"})
_PARENTS = frozenset("mother father mum dad parent parents couple family household pair".split())


def years_old(text: str) -> Iterator[tuple[int, int]]:
    """Where a text gives an age in years; whose it is has still to be seen."""
    found = [m.span() for m in _AGE.finditer(text)]
    found += [m.span("age") for m in _BESIDE.finditer(text) if _is_somebody(m["who"])]
    found += [
        m.span("age")
        for m in _OF.finditer(text)
        if _is_somebody(m["who"]) and m["who"].lower() not in _PARENTS
    ]
    yield from without_overlaps(found)


def said_to_be(doc: Doc, cast: Cast) -> Iterator[tuple[int, int]]:
    """Where a verb says how old one of the family is: "her second son was thirteen when", "MT turned 19 in May"."""
    for token in doc:
        if not _AGE_TOKEN.fullmatch(token.lower_) or token.dep_ not in _SAID_OF:
            continue
        subject = subject_of(token.head) if token.head.lemma_ in _BEING else None
        if subject is None or not re.match(_NOT_YEARS, doc.text[token.idx + len(token) :]):
            continue
        # "the only one", "one of three": no age.
        if any(c.dep_ == "det" or c.lower_ == "of" for c in token.children):
            continue
        if standing(subject, cast) is Standing.FAMILY and subject.tag_ not in {"NNS", "NNPS"}:
            yield token.idx, token.idx + len(token)


def _is_somebody(word: str) -> bool:
    found = known_as(word.lower())
    return (found is not None and found[0] is not Who.BODY) or is_occupation(word)
