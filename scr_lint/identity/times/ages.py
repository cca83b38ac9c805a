"""Ages told to the half-year, month, week or day, in every form that British reports write them.

"2 years 6 months", "11 weeks old", "aged 14 and a half", "2y 6m", "15;4", "8/12", "5 weeks 2
days", "at six weeks", "two days before her third birthday". Whether "six weeks" is an age at all
is read from what stands around it; whose age it is, is for a rule to ask.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..passages import without_overlaps
from .bare_ages import is_bare_age

if TYPE_CHECKING:
    from spacy.tokens import Doc

_TEENS = (
    "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|"
    "seventeen|eighteen|nineteen"
)
_TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
_N = rf"(?:(?:an?|one|two|three)[ ]hundred(?:[ ]and[ ](?:(?:{_TENS})(?:[ -](?:{_TEENS}))?|{_TEENS}))?|\d{{1,3}}(?:\.\d)?|(?:{_TENS})(?:[ -](?:{_TEENS}))?|{_TEENS})"
# "sixteen and four months": no two ages in months, as the greater stands first.
_GROWN = r"(?:1[2-9]|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen)"
_UNDER_TWELVE = r"(?:[1-9]|1[01]|one|two|three|four|five|six|seven|eight|nine|ten|eleven)"
_YEARS = r"(?:years?|yrs?|y)\.?"
_SMALL = r"(?:months?|mths?|mnths?|mos?|weeks?|wks?|days?|fortnights?)\b"
_PART = (
    r"(?:\s?[½¼¾]|(?:[ -]and|[ ]?&)[ -](?:a[ -]|one[ -])?(?:half|quarter)|[ -]and[ -]three[ -]quarters"
    rf"|[ -]and[ -](?:{_TEENS})[ -]twelfths)"
)
_AND = r"(?:,? and |, | & |\s?-\s?|\s)?"
_WHOLE = r"(?:(?:calendar|whole|full|short|clear) )?"
_EXACT = rf"""(?:
    (?:{_N}|an?)[ -]?{_YEARS}{_AND}(?:{_N}|an?(?!d))[ -]?{_WHOLE}(?:{_SMALL}|m\b)(?:{_AND}(?:{_N}|an?(?!d))[ -]?(?:weeks?|days?)\b)?
  | {_N}[ -]?{_YEARS}{_AND}\d{{1,2}}/12\b
  | (?:{_N}|an?)[ -]?{_YEARS}[ -]and[ -](?:a[ -])?(?:half|quarter)
  | half[ ]a[ ]year(?=[ ]old)
  | {_N}[ -]?(?:months?|mths?|mos?){_AND}{_N}[ -]?(?:weeks?|wks?|days?)\b
  | {_N}[ -]?(?:weeks?|wks?|w|/52){_AND}(?:{_N}|an?(?!d))[ -]?(?:days?|dys?|d)\b
  | {_GROWN},?[ ]and[ ]{_UNDER_TWELVE}[ ]months?\b
  | \d{{1,2}}[ ]?m[ ]?\d[ ]?w\b
  | {_N}{_PART}(?:[ -]?{_YEARS}(?!\w)|[ -]?{_SMALL})?
  | \d{{1,2}}\s\d{{1,2}}/12\b
  | \d{{1,2}},[ ]\d{{1,2}}[ ]?(?:mths?|mnths?|wks?)\b
  | {_N}[ ]?(?:yrs?|y)\.?,?[ ]\d{{1,2}}(?![\w/])
  | \d{{1,2}};(?:0?\d|1[01])(?!\d)
)"""
_ALONE = rf"(?:(?:{_N}|an?)[ -]?{_WHOLE}{_SMALL}|{_N}[ -]hours?(?=[ -]old)|\d{{1,2}}[ ]?m\b|\d{{1,2}}/(?:12|52|7)\b(?!/)|\d{{1,2}}\.[1-9](?:[ -]?{_YEARS})?(?!\w))"
_ORDINAL = (
    r"(?:\d{1,2}(?:st|nd|rd|th)|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|"
    r"eleventh|twelfth|thirteenth|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth)"
)
_WHOSE = r"(?:his|her|their|the (?:baby|child|boy|girl|infant)[’']s|[A-Z]\w+(?: [A-Z0-9])?[’']s)"


def _compile(pattern: str) -> re.Pattern[str]:
    # Spaces in the parts above stand for spaces: only line breaks and indents are layout.
    spaced = re.sub(r"\s*\n\s*\|?\s*", lambda m: "|" if "|" in m[0] else "", pattern)
    return re.compile(spaced, re.IGNORECASE)


_MENTION = _compile(rf"(?<![\w./;£$])(?:{_EXACT}|{_ALONE})")
_ANNIVERSARY = _compile(
    rf"(?<![\w.])(?:{_N}|an?|a few|a couple of)[ -](?:months?|weeks?|days?)(?: and {_N} days?)? "
    rf"(?:after|before|short of|past|off|from|until|shy of|away from|into) "
    rf"(?:(?:turning|being|the age of) \w+|(?<= short of )(?:it|{_N})\b(?! {_YEARS}| {_SMALL})|(?<= shy of ){_N}\b(?! {_YEARS}| {_SMALL})|{_WHOSE} (?:{_ORDINAL}[ -])?birthdays?"
    rf"|{_WHOSE} birth(?! weight)|(?:he|she|they) (?:was|were) born|(?:he|she|they) (?:turned|became|was|were) (?:{_N})\b(?! (?:years|months|weeks|days)))"
)
_OF_LIFE = _compile(
    rf"\b(?:(?:on|in) (?:the |his |her |their )?)?(?:day|week|month) {_N} of (?:his|her|their )?\s?life\b"
    rf"|\b{_ORDINAL}[ -](?:day|week|month) of (?:his |her |their )?life\b"
    rf"|\b(?:the )?(?:day|night|week|morning) (?:after|before|of) {_WHOSE} (?:{_ORDINAL}[ -])?birthday\b"
    rf"|\b(?:the )?(?:day|night|week|month) (?:after|before) (?:he|she|they) turned {_N}\b"
    rf"|\bthe eve of {_WHOSE} (?:{_ORDINAL}[ -])?birthday\b|\bDOL \d{{1,2}}\b"
)
# "Day 11: discharged", "sent home at day 12": of a newborn, where the words show one.
_DAY_OF_LIFE = _compile(
    rf"(?:(?<=\bat )|(?<=\bby )|(?<=\bon )|^|(?<=: )|(?<=[12]\d\d\d )|(?<=\d\d[/.]\d\d )|(?<=– )|(?<=- ))day {_N}\b(?!\.\d)(?! (?:of (?!life)|one\b))"
)
_NEWBORN = re.compile(
    r"\b(?:baby|newborn|neonat\w+|infant|CMW|HV|midwi\w+|health visitor|discharg\w+|readmitted|sent home|jaundice\w*|weigh\w*|"
    r"feed(?:s|ing)?|heel[- ]prick|blood ?spot|postnatal|post-natal|birth ?weight)\b",
    re.IGNORECASE,
)
# "a boy of eleven months", "her daughter of only".
_ONE_OF = re.compile(
    r"\b(?:child|boy|girl|baby|infant|toddler|son|daughter|brother|sister|twin|lad|lass|bairn|mite|newborn|"
    r"little (?:one|thing|boy|girl)|eldest|oldest|youngest|elder|younger)(?:,? (?:then|now|still|at that time|by then))?,? of (?:(?:about|around|just|only|barely|some|nearly|almost|not quite|under|over)\s)*$",
    re.IGNORECASE,
)
_OLD = re.compile(
    r"[ -]olds?\b(?![ -](?:fashioned|building|system))| of age\b| of life\b| into (?:this world|(?:his|her) life)\b",
    re.I,
)
_AGED = re.compile(
    r"\b(?:aged?|ages|the age of|age of|(?:he|she|child|baby|un[’']s) (?:has |had )?(?:only )?(?:just )?turned|aet\.?)"
    r"[:\s(=]*(?:of |at |is |was )?(?:(?:recorded|given|put|stated|shown|entered|written|noted|logged) (?:as|at) )?"
    r"(?:(?:about|around|just|only|approximately|approx\.?|now|then|barely|roughly|exactly|some|"
    r"almost|nearly|over|c\.)\s)*(?:an? )?$",
    re.IGNORECASE,
)
_HEDGES = (
    r"(?:(?:about|around|just|just over|just under|only|approximately|approx\.?|now|then|barely|still|"
    r"roughly|exactly|some|almost|nearly|already|under|over|a little over|not quite|not yet|by now|by then|just turned|"
    r"getting on for|coming up to|rising)\s)*"
)
_RANGE_BEFORE = re.compile(rf"(?:\b{_N}|\d)\s?(?:-|–|to|or|and)\s?$", re.IGNORECASE)
_RANGE_AFTER = re.compile(rf"\s?(?:-|–|to|or)\s?{_N}\b|\s?\+", re.IGNORECASE)
_BOUND = re.compile(
    r"\b(?:(?<!just )(?<!little )under|below|within|up to|less than|more than|fewer than|at least|(?<!just )(?<!little )over|beyond|first|last|next|"
    r"past|every|another|than|older than|younger than|between|minimum of|maximum of|birth to)"
    r"(?: the)?(?: age of)?(?: about)? $",
    re.IGNORECASE,
)
_NO_AGE_AFTER = re.compile(
    r"(?:[’']|s[’']|\s(?:later|after|before|ago|earlier|early|late|premature|preterm|pregnan\w+|"
    r"gestation\w*|of (?:pregnancy|gestation)|antenatal|post\w*|checks?|reviews?|assessments?|visits?|"
    r"contacts?|clinics?|appointments?|immunis\w+|vaccin\w+|jabs?|scans?|in (?:custody|prison|hospital|"
    r"care|post|total|all)|imprisonment|following|prior|apart|notice|waits?|waiting|overdue|into (?!(?:this|the) world|(?:his|her|their) (?:life|short life))|"
    r"to (?:go|run|wait)|of (?!age\b|life\b)|developmental|health|since|from|at a time|on (?:from|the)|"
    r"old (?:report|assessment|plan|case|record|referral)s?|per|each|running|period|supply|course|"
    r"stay|delay|gap)\b|\+\d|\s?x\b)",
    re.IGNORECASE,
)
_LIVED = re.compile(
    rf"\b(?:he|she|they|baby|who|child) (?:had )?(?:only )?(?:lived|survived)(?: for)? (?:only )?{_HEDGES}$|\b(?:child|baby|boy|girl|twin|sister|brother)(?: [A-Z])? (?:had )?(?:only )?(?:lived|survived) (?:for )?{_HEDGES}$"
    rf"|\b(?:his|her|their) (?:\w+ )?(?:life|lives),? (?:(?:had )?lasted|of|was|were)(?: for)? {_HEDGES}$|\b(?:was|were) (?:an? |one |two |three )?(?:days?|weeks?) (?:short|shy) of $",
    re.I,
)
# What stands before how long something took.
_DURATION = re.compile(
    r"\b(?:for|over|in|after|within|during|last(?:s|ed|ing)?|took|takes|sentence\w*(?: \w+){0,4}|to|of|every|than|"
    r"spen[dt]|serv\w+|spann?ing|another|wait\w*|imprison\w*|jailed|later|next|first|past|"
    rf"while) {_HEDGES}$",
    re.IGNORECASE,
)
_NOTE_AFTER = re.compile(r"\s?(?:$|[,).;:|–-])")
_TESTED = re.compile(
    r"\b(?:reading|spelling|mental|developmental|bone|comprehension|language|number|maths|functional|"
    r"corrected)[ -]age\b[^.;]{0,25}$",
    re.IGNORECASE,
)
_PREGNANCY = re.compile(
    r"\b(?:pregnan\w+|gestation\w*|antenatal\w*|booking|booked|books|scans?|fo?etal|trimester|unborn|"
    r"conce(?:ived|ption)|due date|born at|delivered at|birth,? at|delivery,? at|arrived at|labour at|induced at|viab\w+|terminat\w+|miscarr\w+|prematur\w+)\b",
    re.IGNORECASE,
)


# A figure with a part may be any measure: "1.4".
_NO_TIME = re.compile(r"\d{1,2}\.\d+")


@dataclass(frozen=True, slots=True)
class AgeMention:
    """Words that may tell an age. `certain` where they say so: "old", "aged"; `attributive` where
    they stand before a noun: "an 11-week-old baby"; `of_one` where they are told of one person
    and no more could be meant: "a boy of eleven months"."""

    start: int
    end: int
    text: str
    certain: bool
    attributive: bool = False
    of_one: bool = False


@dataclass(frozen=True, slots=True)
class TimeSpan:
    """Words that tell how long something is or was: an age, a wait, a sentence."""

    start: int
    end: int


def time_spans(text: str) -> Iterator[TimeSpan]:
    """The stretches of time to the half-year, month, week or day in a text, in order."""
    found = [m.span() for p in (_ANNIVERSARY, _OF_LIFE, _MENTION) for m in p.finditer(text)]
    for start, end in without_overlaps(found):
        if not _NO_TIME.fullmatch(text[start:end]):
            yield TimeSpan(start, end)


def find_ages(doc: Doc, *, labelled: bool = False) -> Iterator[AgeMention]:
    """The ages in a parsed text, in order; `labelled` where its table column says "Age"."""
    text = doc.text
    taken: list[tuple[int, int]] = []
    for pattern in (_ANNIVERSARY, _OF_LIFE, _DAY_OF_LIFE):
        if pattern is _DAY_OF_LIFE and not _NEWBORN.search(text):
            continue
        for match in pattern.finditer(text):
            taken.append(match.span())
            yield AgeMention(*match.span(), match[0], certain=True)
    for match in _MENTION.finditer(text):
        start, end = match.span()
        if any(start < e and end > s for s, e in taken):
            continue
        old = _OLD.match(text, end)
        before = text[max(0, start - 60) : start]
        aged = bool(_AGED.search(before))
        exact = bool(re.fullmatch(_compile(_EXACT), match[0]))
        decimal = "." in match[0] and not re.search("[a-z]", match[0], re.I)
        if _BOUND.search(before) or (not exact and _is_range(text, start, end, before)):
            continue
        if old and not (decimal and "year" not in text[end : end + 8]):
            follows = re.match(r"[ -]old ([a-z]+)", text[end : end + 40])
            dashed = "-" in text[start : old.end()]
            yield AgeMention(start, old.end(), match[0], True, bool(follows) and dashed)
        elif _TESTED.search(before):
            continue
        elif _ONE_OF.search(before) and not decimal and not _NO_AGE_AFTER.match(text, end):
            yield AgeMention(start, end, match[0], True, of_one=True)
        elif aged or (labelled and not decimal):
            if not _NO_AGE_AFTER.match(text, end):
                yield AgeMention(start, end, match[0], True)
        elif not decimal and _stands_as_age(doc, match, exact=exact):
            yield AgeMention(start, end, match[0], False, of_one=exact and _is_told(before))


def _is_told(before: str) -> bool:
    """Whether the words before say of somebody what was: "who was", "she had been"."""
    return bool(re.search(r"\b(?:was|had been|then|turned)\b[^.;]{0,20}$", before))


def _is_range(text: str, start: int, end: int, before: str) -> bool:
    return bool(_RANGE_BEFORE.search(before) or _RANGE_AFTER.match(text, end))


def _stands_as_age(doc: Doc, match: re.Match[str], *, exact: bool) -> bool:
    """Whether words without "old" or "aged" stand where an age stands and no duration."""
    text = doc.text
    start, end = match.span()
    if _NO_AGE_AFTER.match(text, end) or _TESTED.search(text[max(0, start - 60) : start]):
        return False
    if match[0].lower().startswith(("a ", "an ", "a-")):
        return False
    sentence = next(s for s in doc.sents if start < s.end_char)
    before = text[sentence.start_char : start]
    if re.fullmatch(r"\d+ ?m", match[0], re.IGNORECASE):
        return False
    if re.search(r"week|wk", match[0], re.IGNORECASE) and _of_a_pregnancy(match[0], text):
        return False
    if exact and _SUBJECT.search(before):
        return True
    if ";" in match[0]:
        return bool(re.search(r"(?:\b(?:at|is|was|now|then)\s|[,(]\s?|^)$", before))
    if _PREGNANCY.search(sentence.text):
        return False
    if _counts_things(doc, match):
        return False
    if is_bare_age(sentence, start, end):
        return True
    if _is_predicate(before) or _LIVED.search(before):
        return True
    if "/" in match[0] and _BABY.search(before):
        return True
    if exact and re.search(r"y", match[0], re.IGNORECASE):
        return not _DURATION.search(before)
    if "/" in match[0] and re.search(rf"\b(?:at|now) {_HEDGES}$|[,(]\s?$", before, re.IGNORECASE):
        return True
    at = re.search(rf"\b(?:at|by) {_HEDGES}$", before, re.IGNORECASE)
    if at:
        by_then = _SOMEBODY_DOES.match(text, end) or before.strip().lower() == "by"
        return at[0].lower().startswith("at") or bool(by_then)
    if re.search(rf"\b(?:from|since) {_HEDGES}$", before, re.IGNORECASE):
        return bool(_SOMEBODY_DOES.match(text, end))
    person_before = re.search(
        r"(?:\b[A-Z][\w’'-]*(?: [A-Z0-9]{1,2})?|\b(?:baby|boy|girl|child|sister|brother|twin|infant|"
        r"younger|elder|eldest|youngest|older|oldest|middle one|subject|pt|patient|son|daughter|sibling|mother|father|male|female))(?:,| \(|:| –| -)\s?"
        r"(?:(?:by now|by then|now|then|just|only|aged?|male|female|m|f)[,/]?\s)*$",
        before,
    )
    return bool(person_before and _NOTE_AFTER.match(text, end))


# "subject 9 months 3 weeks"; "he was “only just four” or “four and three quarters”".
_SUBJECT = re.compile(
    r"\b(?:subject|pt|patient|male|female) $|\b(?:he|she|child) (?:was|is) [^.;]{0,30}\bor [“\"‘']?$",
    re.IGNORECASE,
)
_PREGNANT = re.compile(
    r"\b(?:pregnan\w+|gestation\w*|antenatal\w*|booking|unborn|pre-birth|trimester|due date|was born|midwi\w+)\b",
    re.IGNORECASE,
)
_WEEKS_WITHIN = range(18, 43)


def _of_a_pregnancy(weeks: str, text: str) -> bool:
    """Whether "28 weeks" may be of a pregnancy that the paragraph speaks of."""
    number = re.match(r"\d+", weeks)
    return bool(number and int(number[0]) in _WEEKS_WITHIN and _PREGNANT.search(text))


_SOMEBODY_DOES = re.compile(r",? (?:he|she|they|the (?:baby|child|boy|girl|infant))\b")
_BABY = re.compile(
    r"\b(?:baby|child|boy|girl|twin \d|infant|bro|sis|ch|yp|male|female|fem|[mf])[, ] ?$",
    re.IGNORECASE,
)


def _counts_things(doc: Doc, match: re.Match[str]) -> bool:
    """Whether a half counts what follows: "two and a half miles"."""
    words = doc.char_span(*match.span(), alignment_mode="expand")
    if words is None or words.end >= len(doc) or not re.search("half|quarter|[½¼¾]", match[0]):
        return False
    after = doc[words.end]
    return after.pos_ in {"NOUN", "PROPN"} and not re.search("year|month|week|day", match[0])


_BE = re.compile(
    r"\b(?P<who>he|she|they|it|who|[\w’'-]+(?: [A-Z0-9]{1,2})?)(?:,[^,]{1,30},)? ?"
    r"(?:was|is|were|are|being|’s|'s|turned|had (?:just )?turned|would have been|had been|"
    r"(?:had )?reached|reaches)(?:\s|(?=,))"
    rf"(?:, [^,]{{1,30}}, )?[\"“‘]?{_HEDGES}$",
    re.IGNORECASE,
)
_PEOPLE = re.compile(
    r"(?:he|she|they|who|child|baby|infant|boy|girl|twins?|mother|father|mum|dad|brother|sister|sibling|"
    r"son|daughter|himself|herself|one|ch|yp|bro|subject|(?-i:[A-Z])[\w’'-]*(?: [A-Z0-9]{1,2})?)$",
    re.IGNORECASE,
)
_NO_NAMES = frozenset("it this that there these those here what which the delay wait gap".split())


def _is_predicate(before: str) -> bool:
    """Whether the words before say "he was", "Robin is", "the baby, now," of somebody."""
    match = _BE.search(before)
    if match is None:
        return False
    who = match["who"]
    return who.lower() not in _NO_NAMES and bool(_PEOPLE.match(who))
