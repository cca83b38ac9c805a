"""Calendar dates in every form that British reports write them.

A date here has a day: "4 May 2013", "the 4th of May", "May 4th, 2013", "Mon 4-May-13", "4.5.13",
"2013-05-04", "19 to 30 April 2011", "Boxing Day 2015", and the same with Welsh months. A month or
a year alone is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from functools import lru_cache

from ...months import ENGLISH, MONTH, WELSH

# Welsh months as they stand after "o" ("3ydd o Fai").
_MUTATED = {"fawrth": 3, "fai": 5, "fehefin": 6, "orffennaf": 7, "fedi": 9, "dachwedd": 11}
_MONTHS: Mapping[str, int] = {
    **_MUTATED,
    "ragfyr": 12,
    **{name.lower(): n for names in (ENGLISH, WELSH) for n, name in enumerate(names, 1)},
    **{name[:3].lower(): n for n, name in enumerate(ENGLISH, 1)},
    "sept": 9,
    "mch": 3,
    "jly": 7,
}
_UNITS = "first second third fourth fifth sixth seventh eighth ninth".split()
_TEENS = (
    "tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth "
    "nineteenth"
).split()
_WORDED: Mapping[str, int] = {
    **{word: n for n, word in enumerate(_UNITS + _TEENS, 1)},
    "twentieth": 20,
    **{f"twenty{mark}{word}": 20 + n for n, word in enumerate(_UNITS, 1) for mark in "- "},
    "thirtieth": 30,
    "thirty-first": 31,
    "thirty first": 31,
}
# Days that everyone can place without a number, by month and day; Easter moves.
_FEASTS: Mapping[str, tuple[int, int]] = {
    "new year's day": (1, 1),
    "st david's day": (3, 1),
    "st patrick's day": (3, 17),
    "st george's day": (4, 23),
    "may day": (5, 1),
    "halloween": (10, 31),
    "hallowe'en": (10, 31),
    "st andrew's day": (11, 30),
    "valentine's day": (2, 14),
    "bonfire night": (11, 5),
    "hogmanay": (12, 31),
    "guy fawkes night": (11, 5),
    "xmas eve": (12, 24),
    "xmas day": (12, 25),
    "new years day": (1, 1),
    "new years eve": (12, 31),
    "valentines day": (2, 14),
    "shrove tuesday": (0, 0),
    "pancake day": (0, 0),
    "ash wednesday": (0, 0),
    "easter day": (0, 0),
    "remembrance sunday": (0, 0),
    "mother's day": (0, 0),
    "father's day": (0, 0),
    "christmas eve": (12, 24),
    "christmas day": (12, 25),
    "boxing day": (12, 26),
    "new year's eve": (12, 31),
    "mothering sunday": (0, 0),
    "palm sunday": (0, 0),
    "good friday": (0, 0),
    "easter sunday": (0, 0),
    "easter monday": (0, 0),
    "whit sunday": (0, 0),
    "whit monday": (0, 0),
    "maundy thursday": (0, 0),
    "epiphany": (1, 6),
    "burns night": (1, 25),
    "leap day": (2, 29),
    "april fool's day": (4, 1),
    "april fools' day": (4, 1),
    "midsummer's day": (6, 24),
    "midsummer day": (6, 24),
    "all saints' day": (11, 1),
    "all souls' day": (11, 2),
    "armistice day": (11, 11),
    "remembrance day": (11, 11),
    "st stephen's day": (12, 26),
    "st valentine's day": (2, 14),
    "twelfth night": (1, 5),
    "candlemas": (2, 2),
    "michaelmas day": (9, 29),
    "easter saturday": (0, 0),
    "holy saturday": (0, 0),
    "ascension day": (0, 0),
    "trinity sunday": (0, 0),
}

_MONTHS_IN_YEAR = 12
#: Years before this one are history.
_LIVING = 1900
# How many characters before a day alone its month may stand.
_SAME_MONTH = 250
_NAME = "|".join(sorted(_MONTHS, key=len, reverse=True))
_DAY = (
    r"(?:(?:0?[1-9]|[12]\d|3[01])(?:\s?(?:st|nd|rd|th|af|il|ydd|f?ed|eg|ain))?(?![\d%])|\b(?:"
    + "|".join(sorted(_WORDED, key=len, reverse=True))
    + r")\b)"
)
_FIRST_DAY = rf"(?<![\d.,/:£$€-]){_DAY}"
# Two digits are a year after an apostrophe, or where no noun follows that they could count.
_YEAR = rf"""(?:(?:,?\s+|[-/.]|(?<=[a-z]))(?P<year>(?:1[5-9]|20)\d\d)(?!\w|[-/.,:]\d)
    |,?\s+(?P<worded>(?:two\sthousand(?:\sand\s[a-z]+)?|twenty[\s-](?:ten|\w+teen|eleven|twelve|
      twenty(?:[\s-]\w+)?)|nineteen[\s-]\w+(?:ty)(?:[\s-]\w+)?))\b
    |(?:\s*[’']|(?:\s+|-)(?!\d\d\s+(?:(?-i:[a-z])|{_NAME})))(?P<short>\d\d)(?!\w|[-/.,:]\d))"""
_WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b\.?,?\s+)?"
_AND = r"\s*(?:-|–|—|/|&|,|\bto\b|\band\b|\bor\b|\buntil\b)\s*(?:the\s+)?"
_FLAGS = re.IGNORECASE | re.VERBOSE

_DAY_FIRST = re.compile(
    rf"""{_WEEKDAY}(?:the\s+)?(?P<day>{_FIRST_DAY})(?:{_AND}{_WEEKDAY}{_DAY})*
    (?:\s+(?:day\s+)?of?\s+(?:(?:every|each|that)\s+)?|[\s./-]?\s?)(?P<month>{_NAME})\b\.?{_YEAR}?""",
    _FLAGS,
)
_MONTH_FIRST = re.compile(
    rf"""{_WEEKDAY}\b(?P<month>{_NAME})\b\.?\s+(?:the\s+)?(?P<day>{_DAY})(?:{_AND}{_DAY})*{_YEAR}?""",
    _FLAGS,
)
# "in October 2010, on the 24th".
_DAY_APART = re.compile(
    rf"\b(?P<month>{_NAME})\s+(?P<year>(?:19|20)\d\d),?\s+on\s+the\s+(?P<day>\d{{1,2}}(?:st|nd|rd|th))\b",
    re.IGNORECASE,
)
# "the tenth of the tenth two thousand and eight", "twenty third of the second oh nine".
_ORDINALS = "|".join(sorted(_WORDED, key=len, reverse=True))
_SPOKEN = re.compile(
    rf"\b(?:the\s)?(?P<day>{_ORDINALS}|\d{{1,2}}(?:st|nd|rd|th))\sof\sthe\s(?P<month>{_ORDINALS}|\d{{1,2}}(?:st|nd|rd|th))\b"
    r"(?:,?\s(?:(?P<year>(?:19|20)\d\d)|(?:two\sthousand(?:\sand\s[a-z]+)?|twenty[\s-][a-z]+(?:-[a-z]+)?|"
    r"nineteen[\s-][a-z]+(?:[\s-](?:one|two|three|four|five|six|seven|eight|nine))?|oh[\s-][a-z]+|\d\d))\b)?",
    re.IGNORECASE,
)
_LAST_DAY = re.compile(
    rf"\b(?:the\s)?last\sday\sof\s(?P<month>{_NAME})\b(?:,?\s(?P<year>(?:19|20)\d\d)\b)?",
    re.IGNORECASE,
)
# "the first Sunday of August 2015", "the last Saturday of that June".
_NTH_WEEKDAY = re.compile(
    rf"\b(?:the\s)?(?:first|second|third|fourth|last)\s(?:mon|tues|wednes|thurs|fri|satur|sun)day\s(?:of|in)\s(?:that\s|the\s)?"
    rf"(?P<month>{MONTH})\b(?:,?\s(?P<year>(?:19|20)\d\d)\b)?",
    re.IGNORECASE,
)
# "the second Sunday in Advent 2010", "the Sunday before Palm Sunday 2014", "the feast of St Brigid 1979".
_WEEKDAYS = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"
_CHURCH_DAY = re.compile(
    rf"\b(?:the\s)?(?:(?:first|second|third|fourth|fifth|sixth|last|\d{{1,2}}(?:st|nd|rd|th))\s{_WEEKDAYS}\s(?:in|of|after|before)\s"
    r"(?:advent|lent|easter|trinity|epiphany|pentecost|christmas|ramadan)"
    rf"|(?:{_WEEKDAYS}|day|night|eve)\s(?:before|after|of)\s(?:{'|'.join(_FEASTS)}|christmas|easter|new\syear)"
    r"|feast\s(?:day\s)?of\s(?:the\s)?(?:(?:st|saint)\.?\s)?(?-i:[A-Z])\w+|(?-i:St)\.?\s(?-i:[A-Z])\w+['’]s\s(?:day|eve|night))"
    r"\b(?:,?\s+(?:in\s+|of\s+)?(?P<year>(?:19|20)\d\d)\b)?",
    re.IGNORECASE,
)
# "Weds 12th": a day of a month that the heading has, or the entry above.
_WEEKDAY_ALONE = re.compile(
    r"\b(?:mon|tues?|weds?|wednes|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\b\.?,?\s(?:the\s)?(?P<day>(?:[12]\d|3[01]|[1-9])(?:st|nd|rd|th))\b",
    re.IGNORECASE,
)
# "the 3rd": a day of the month that was named before.
_DAY_ALONE = re.compile(
    r"(?<=\bthe\s)(?P<day>(?:[1-9]|[12]\d|3[01])(?:st|nd|rd|th))(?=[.,;:)]|\s(?:and|at|when|in the|he|she|they)\b|$)"
)
# "the 17th inst.", "30th ult.": of this month or the last.
_OF_MONTH = re.compile(r"\b(?P<day>\d{1,2})(?:st|nd|rd|th)? (?:inst|ult)\b\.?")
_MONTH_NAMED = re.compile(rf"\b(?P<month>{MONTH})\b(?!.*\b(?:{MONTH})\b)", re.DOTALL)
# A month nobody can spell, but a day and a year around it.
_MISSPELT = re.compile(
    r"(?<![\w.])(?P<day>\d{1,2})(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<month>[A-Z][a-z]{3,9})\s+"
    r"(?P<year>(?:19|20)\d\d)\b"
)
_NUMERIC = re.compile(
    r"(?<![\w/.])(?<!(?<!\d\d)-)(?P<day>\d{1,2})(?P<mark>\s?[/.-]\s?)(?P<month>\d{1,2})(?P=mark)(?P<year>\d{4}|\d\d)"
    r"(?![\w/]|-(?!\d{1,2}[./]\d)|\.\d)"
)
# "31.XII.2012", "4 xi 2013", "15:12:2016"; with a short year, where it cannot be the seconds of a time.
_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")
_IN_ROMAN = re.compile(
    rf"(?<![\w/.-])(?P<day>\d{{1,2}})(?P<mark>\s?[./-]\s?|\s)(?P<roman>{'|'.join(sorted(_ROMAN, key=len, reverse=True))})"
    r"(?P=mark)(?P<year>(?:19|20)\d\d|(?<! )\d\d)(?![\w/-]|\.\d)",
    re.IGNORECASE,
)
_COLONS = re.compile(
    r"(?<![\w/.:-])(?P<day>\d{1,2}):(?P<month>\d{1,2}):(?P<year>(?:19|20)\d\d|[6-9]\d)(?![\w/:-])"
)
_ISO = re.compile(r"(?<![\w/.-])(?P<year>(?:19|20)\d\d)([-/.])(?P<month>\d\d)\2(?P<day>\d\d)(?!\d)")
_FEAST = re.compile(
    rf"\b(?P<name>{'|'.join(_FEASTS)})\b(?:,?\s+(?:in\s+|of\s+)?(?P<year>(?:19|20)\d\d)\b)?",
    re.IGNORECASE,
)
# On a form: "241010", "24 10 2010", "24/10".
_FORM = re.compile(
    r"(?<![\w/.-])(?P<day>[0-3]?\d)(?:(?P<mark>\s?)(?P<month>[01]\d)(?P=mark)(?P<year>(?:19|20)?\d\d)"
    r"|/(?P<month_only>[01]?\d))(?![\w/-]|\.\d)"
)
# "paragraph 4.5.13", "v3.2.12": what a dotted number is when it is no date.
_PLACE_BEFORE = re.compile(
    r"(?:\b(?:para(?:graph)?s?|sections?|chapters?|clauses?|regulations?|standards?|rules?|tables?|"
    r"figures?|appendix|annex|version|v|ss?|pt|parts?|see|at)\b\.?|§|¶)\s*"
    r"(?:[\d.]+(?:\s*(?:-|–|,|to|and)\s*))*$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class DateMention:
    """A calendar date in a text: its characters, and its parts (None where it does not say).

    Of a range that shares a month ("19 to 30 April 2011") `start` and `end` hold the whole.
    """

    start: int
    end: int
    day: int | None
    month: int | None
    year: int | None

    @property
    def in_history(self) -> bool:
        """Whether nobody in a case can have seen the day."""
        return self.year is not None and self.year < _LIVING


@lru_cache(maxsize=64)
def find_dates(text: str, *, loose: bool = False) -> tuple[DateMention, ...]:
    """The calendar dates in a text, in order, none inside another.

    With `loose` also what is one only beside a label or a verb that calls for it: "241010" on a
    form, "Christmas Day" without a year.
    """
    found: list[DateMention] = []
    text = _mended(text)
    mentions = list(_mentions(text, loose))
    # "Palm Sunday, 9 April 2017": the feast is a name for the date beside it.
    mentions = [
        m
        for m in mentions
        if m.year or not any(m.start < n.start <= m.end + 2 and n.year for n in mentions)
    ]
    for mention in sorted(mentions, key=lambda m: (m.start, -m.end)):
        if not found or mention.start >= found[-1].end:
            found.append(mention)
    return tuple(found)


def _mended(text: str) -> str:
    """The text with letters typed for digits put right, of the same length: "l2 March 2O14"."""
    text = re.sub(r"(?<=\d)[Oo](?=\d|\b)|\b[Oo](?=\d[\s/.-])", "0", text)
    text = re.sub(r"\b[lI](?=\d\b)|(?<=\b\d)l\b", "1", text)
    return re.sub(r"\b0(?=ctober\b)", "O", text)


def _mentions(text: str, loose: bool) -> Iterator[DateMention]:
    for match in _DAY_FIRST.finditer(text):
        # Without a year, "may" and "mar" in small letters are words.
        if _has_year(match) or match["month"][0].isupper():
            yield _mention(match, _day(match["day"]), _MONTHS[match["month"].lower()])
    for match in _MONTH_FIRST.finditer(text):
        # "March 14" without a year may be anything; "March 14th" is a date; "told May first" is none.
        ordinal = not match["day"].isdigit() and match["day"][0].isdigit()
        if _has_year(match) or ordinal:
            yield _mention(match, _day(match["day"]), _MONTHS[match["month"].lower()])
    for match in _MISSPELT.finditer(text):
        close = get_close_matches(match["month"].lower(), _MONTHS, 1, 0.75)
        if close:
            yield _mention(match, int(match["day"]), _MONTHS[close[0]])
    for match in _NUMERIC.finditer(text):
        dotted = "." in match["mark"] and len(match["year"]) == 2
        if not (dotted and _PLACE_BEFORE.search(text, 0, match.start())):
            yield from _numeric(match)
    for match in (*_ISO.finditer(text), *_COLONS.finditer(text)):
        yield from _numeric(match)
    for match in _IN_ROMAN.finditer(text):
        yield _mention(match, int(match["day"]), _ROMAN.index(match["roman"].lower()) + 1)
    for match in _FEAST.finditer(text.replace("’", "'")):
        month, day = _FEASTS[match["name"].lower()]
        if loose or match["year"]:
            yield _mention(match, day or None, month or None)
    for match in _SPOKEN.finditer(text):
        month = _day(match["month"])
        if month <= _MONTHS_IN_YEAR:
            yield _mention(match, _day(match["day"]), month)
    for match in _LAST_DAY.finditer(text):
        yield _mention(match, None, _month(match["month"]))
    for match in _NTH_WEEKDAY.finditer(text):
        if loose or match["year"]:
            yield _mention(match, None, _month(match["month"]))
    for match in _CHURCH_DAY.finditer(text.replace("’", "'")):
        if match["year"]:
            yield _mention(match, None, None)
    for match in _OF_MONTH.finditer(text):
        yield _mention(match, _day(match["day"]), None)
    if not loose:
        return
    for match in (*_FORM.finditer(text), *_DAY_APART.finditer(text)):
        yield from _numeric(match)
    for match in _DAY_ALONE.finditer(text):
        if named := _MONTH_NAMED.search(text, max(0, match.start() - _SAME_MONTH), match.start()):
            yield _mention(match, _day(match["day"]), _month(named["month"]))
    for match in _WEEKDAY_ALONE.finditer(text):
        yield _mention(match, _day(match["day"]), None)


def _numeric(match: re.Match[str]) -> Iterator[DateMention]:
    written = match.groupdict()
    day = _day(written["day"])
    month = _month(written["month"] or written["month_only"])
    if month > 12:  # the American order
        day, month = month, day
    if 1 <= day <= 31 and 1 <= month <= 12:
        yield _mention(match, day, month)


def _has_year(match: re.Match[str]) -> bool:
    return any(match.groupdict().get(group) for group in ("year", "short", "worded"))


def _mention(match: re.Match[str], day: int | None, month: int | None) -> DateMention:
    written = match.groupdict()
    year = written.get("year") or written.get("short")
    end = match.end() - (match[0].endswith("."))
    return DateMention(match.start(), end, day, month, _year(year) if year else None)


def _month(written: str) -> int:
    return _MONTHS.get(written.lower()) or int(written)


def _day(written: str) -> int:
    word = written.lower()
    return _WORDED.get(word) or int(re.sub(r"\D+", "", word))


def _year(written: str) -> int:
    """A year in full: "13" is 2013, "87" is 1987."""
    year = int(written)
    if year >= 100:
        return year
    return year + (1900 if year > 40 else 2000)
