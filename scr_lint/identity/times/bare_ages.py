"""Ages without "old" or "aged" that stand apart: a sentence of their own, words quoted, a note's shorthand.

"She was sixteen. Sixteen and four months." "Not seen again until 15 months." "5/52 male, collapsed."
"The draft has “9 weeks and 2 days”." Each form is told from a duration by what it stands with.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Span

_NUMBER = (
    r"(?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|"
    r"eighteen|nineteen|twenty(?:[ -]\w+)?|thirty(?:[ -]\w+)?)"
)
_HEDGED = (
    r"(?:(?:just|only|about|around|nearly|almost|barely|over|under|not|quite|yes|well|or)[\s,]+)*"
)
# "She was only sixteen herself": somebody's years, and not how many came.
_YEARS_TOLD = re.compile(
    rf"\b(?:he|she|they|I|who|wor \w+|our \w+|mother|father|mum|dad|mam|child|boy|girl|brother|sister|[A-Z]\w+)\s?(?:was|were|is|be|[’']s|turned)\s"
    rf"{_HEDGED}{_NUMBER}\b(?! (?:times?|hours?|minutes?|days?|weeks?|of|in|out|to|at|per|miles?|for|from)\b)|\b{_NUMBER}[ -](?:years?[ -])?old\b"
)
_QUOTED_BEFORE = re.compile(rf"[“\"‘']{_HEDGED}$", re.IGNORECASE)
_QUOTED_AFTER = re.compile(r"[”\"’'](?!\w)")
_WORDING = re.compile(
    r"\b(?:draft|redraft|wording|reword\w*|propos(?:ed|es|al)|preferred|suggested|wanted|should (?:say|be|read)|instead of|rather than|"
    r"chang(?:ed|e) to|replaced?|took out|taken out|publish\w*)\b",
    re.IGNORECASE,
)
_AGE_MEANT = re.compile(
    r"\b(?:old|ages?|aged|bab(?:y|ies)|toddler|infant|birthday|brother|sister|sibling)\b",
    re.IGNORECASE,
)
_UNTIL = re.compile(r"\b(?:until|till|before|from|since) (?:\w+ly )?$", re.IGNORECASE)
_FROM = re.compile(r"\b(?:from|since) ", re.IGNORECASE)
_ENDS = re.compile(r"[,.;:)]|$| (?:and|but|when|onwards?)\b")
_ONE_CHILD = re.compile(
    r"\b(?:he|she|him|her|the (?:child|baby|boy|girl)|(?:Child|Baby|Twin|Sibling) [A-Z0-9]+)\b"
)
_GROWS = re.compile(
    r"\b(?:seen|weighed|measured|walk\w*|crawl\w*|s[ia]t|stood|stand|spoke|speak|talk\w*|smil\w*|babbl\w*|roll\w*|wean\w*|immunis\w+|examined|"
    r"brought|(?:breast)?fed|register\w+)\b[^.;]{0,25}$",
    re.IGNORECASE,
)
_TAKEN = re.compile(
    r"\b(?:had|took|taken|kept|minded|looked after|cared for|attended|went|lived|live[sd]?|fed|placed|brought up|raised|came|on)\b[^.;]{0,40}$",
    re.IGNORECASE,
)
_PERSON_AFTER = re.compile(
    r"[ ,]{1,2}(?:old )?(?:male|female|boy|girl|baby|infant|child|m|f)\b", re.IGNORECASE
)


def is_bare_age(sentence: Span, start: int, end: int) -> bool:
    """Whether a stretch of time that stands apart in a sentence is an age, by what it stands with."""
    text = sentence.doc.text
    before, after = text[sentence.start_char : start], text[end : sentence.end_char]
    if "/" in text[start:end]:
        return bool(_PERSON_AFTER.match(after))
    return (
        _says_again(sentence, before, after)
        or _is_worded(text, sentence, start, end)
        or _ends_a_while(before, after)
    )


def _says_again(sentence: Span, before: str, after: str) -> bool:
    """Whether the age is all of a sentence that follows one with somebody's years."""
    if sentence.start == 0 or not re.fullmatch(rf"\W*{_HEDGED}", before, re.IGNORECASE):
        return False
    previous = sentence.doc[: sentence.start].text[-120:]
    return not any(c.isalpha() for c in after) and bool(_YEARS_TOLD.search(previous))


def _is_worded(text: str, sentence: Span, start: int, end: int) -> bool:
    """Whether the age is quoted whole where it is weighed how a draft should tell it."""
    quoted = _QUOTED_BEFORE.search(text[:start]) and _QUOTED_AFTER.match(text, end)
    return bool(quoted and _WORDING.search(sentence.text) and _AGE_MEANT.search(text))


def _ends_a_while(before: str, after: str) -> bool:
    """Whether the age is when something of a child began or first was: "not weighed until eleven months"."""
    bound = _UNTIL.search(before)
    if bound is None or not _ENDS.match(after):
        return False
    if _FROM.match(bound[0]):
        return bool(_ONE_CHILD.search(before) and _TAKEN.search(before[: bound.start()]))
    return bool(_GROWS.search(before[: bound.start()]))
