"""What somebody does for a living: "a retired magistrate", "worked on the scallop boats"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from .. import vocabulary

_FORMER = (
    r"(?:retired|former|ex-|trainee|apprentice|self-employed|unemployed|part-time|freelance|qualified|jobbing|"
    r"one of (?:\w+ ){0,3}|off-duty)"
)
_PLACES = (
    r"(?:plant|factory|warehouse|boats?|docks?|mine|mill|quarry|abattoir|shop|supermarket|restaurant|takeaway|pub|bar|"
    r"hotel|farms?|garage|salon|bakery|kitchen|bank|call centre|car wash|building sites?|railways?|rigs?|ferr(?:y|ies)|"
    r"cold store|fields|office|market|yard|school kitchen|care home|casino|airport|forestry|stables|prison service)"
)
_AT_WORK = re.compile(
    rf"\b(?:work(?:s|ed|ing)?|employed|job|shifts|nights|days) (?:[\w-]+ ){{0,3}}?(?:as|on|in|at|for|upon|from) (?:an? |the )?"
    rf"(?:[\w-]+ ){{0,4}}?{_PLACES}\b"
    r"|\b(?:ran|runs|kept|keeps|owns|owned|managed) (?:a|an|the|his|her|their) (?:own )?(?:[\w-]+ ){0,2}?"
    r"(?:shop|post office|pub|restaurant|takeaway|garage|farm|salon|business|caf[eé]|stall|hotel|bakery|taxi firm)\b"
    r"|\b(?:serv(?:ed|es|ing)|was|is|joined|left|in) (?:\w+ ){0,2}?(?:the )?(?:army(?! welfare)|navy|RAF|Royal Navy|Army|Royal Marines|armed forces|"
    r"merchant navy|Territorial Army|fire service|police force|Foreign Legion)\b"
    r"|\bby trade\b|\b(?:his|her) (?:trade|profession)\b"
)


def occupations(text: str) -> Iterator[tuple[int, int]]:
    """Where a text tells an occupation; whose it is has still to be seen."""
    last = -1
    found = [m.span() for m in (*_alone().finditer(text), *_AT_WORK.finditer(text))]
    found += [m.span("work") for m in _agency().finditer(text)]
    for start, end in sorted(found):
        if start >= last:
            yield start, end
            last = end


def is_occupation(word: str) -> bool:
    """Whether a word is, or ends, what somebody does for a living: "driver"."""
    return word.lower() in _last_words()


@cache
def _last_words() -> frozenset[str]:
    rows = vocabulary.load("scr_lint", "occupations")
    return frozenset(w.split()[-1].lower() for row in rows for w in row["words"].split(", "))


@cache
def _alone() -> re.Pattern[str]:
    """Occupations as what somebody is: after an article, a comma, "as", or alone in a note."""
    return re.compile(
        rf"(?:\b(?:an?|as|and|is|was|been|{_FORMER}|night|the local)[ -]|(?:^|[,;:(.] ?))(?:[\w-]+ ){{0,2}}?"
        rf"(?:{_words('alone')})\b(?![’'])(?! (?:from|at) the (?:council|board|trust|agency))"
    )


@cache
def _agency() -> re.Pattern[str]:
    """Occupations that workers of agencies have, too."""
    return re.compile(
        rf"\b(?:{_FORMER}[ ]?|had been an? (?:[\w-]+ )?|used to be an? |worked as an? (?:[\w-]+ )?|trained as an? "
        rf"|(?:mother|father|parent|uncle|aunt|he|she|him|her)(?: himself| herself)? (?:was|is) an? (?:[\w-]+ )?)"
        rf"(?P<work>{_words('agency')})\b",
        re.IGNORECASE,
    )


def _words(kind: str) -> str:
    rows = vocabulary.load("scr_lint", "occupations")
    words = [w for row in rows if row["kind"] == kind for w in row["words"].split(", ")]
    return "|".join(re.escape(w) for w in sorted(words, key=len, reverse=True))
