"""Dates on which somebody in the case was born or died."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ...draft import Block, Draft, Span
from ...once import once
from ...structure.tables import row_of
from ..publicity.sources import published_lists
from .dates import DateMention, find_dates
from .life_entries import told_in_entry
from .life_told import told
from .life_values import held_as
from .life_words import BORN, DIED, EITHER, NOBODY
from .time_judgement import Of, likely

# "date of brith", "d.o.b.", "SVD" in a midwife's note; "b." where a date follows at once.
_LABELS = {
    BORN: r"\b(?:d(?:ate)?\.?\s?o(?:f|\.)?\s?b(?:[a-z]{2,5}|\.|\b)|birth\s?da(?:y|te)|births?(?=:)|"
    r"(?<!was )(?<!were )born|stillb(?:orn|irth)|b\.|(?:(?<=[(,;] )|(?<=[(,;])|(?<=^))b|(?:aged?|was|is|now|at \w+) \d{1,2}(?=\s?\()|del\.|(?<!was )(?<!were )delivered(?=[\s(:]*$)|em?cs|"
    r"[ns]vd|ftnd|(?:em)?lscs|c/s|(?:ganwyd|ganed)\b(?:\s+\w+){0,3}"
    r"|turned (?:\d\d?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen)(?: \w+){0,3}(?=[\s:,(–-]*$))",
    DIED: r"\b(?:d(?:ate)?\.?\s?o(?:f|\.)?\s?d(?:eath|\.|\b)|time of death|died|(?<!\bthe )deceased|d\.|"
    r"dec[’']d|rip|sudi|sids|nnd|iud|ple|life\s+extinct|role|asystol\w*|resus\w* (?:stopped|ceased|discontinued|abandoned)|no signs? of life|bu farw(?:[’']r)?\b(?:\s+\w+){0,3}"
    r"|death(?: was)? (?:certified|pronounced|confirmed|verified|declared)\b[^.;]{0,40}?)|†",
}
_HEADINGS = {
    BORN: re.compile(r"\b(?:d\.?o\.?b\b|(?:date|day) of birth|birth\s?da(?:y|te)|born)", re.I),
    DIED: re.compile(r"\b(?:d\.?o\.?d\b|(?:date|day) of death|died|deceased)", re.I),
}
# What may stand between a label and its date: "(recorded as ", ": ", " at 02.14 on ".
_UP_TO = (
    r"[\s:,(=?–-]*(?:(?:is|was|are|as|on|at|ar|the|given|recorded|shown|entered|stated|believed|be|to|"
    r"in|different|some|two|records?|systems?|appears?|appeared|shown|listed|written|noted|fell|falls|variously|about|around|between|midnight|noon|and|"
    r"\d{1,2}(?:[.:]\d\d)?(?:\s?(?:hrs|hours|[ap]\.?m\.?))?)(?!\w)[\s:,(]*)*"
)
# "born, said the passport, on": what may stand between, with no other event in it.
_ASIDE = r"(?:(?!\b(?:and|but|when|while|before|after|until|since)\b|(?:19|20)\d\d)[^.;]){0,60}?"
_EXPECTED = re.compile(
    r"\b(?:edd|e\.d\.d\.?|due|expected)\b[^.;]{0,70}\b(?:actual(?:ly)?|arrived|came|instead|delivered|appeared)\b\W*"
    r"(?:(?:date|of|delivery|on|the|early|late|instead|only|at|term)\W+)*$",
    re.IGNORECASE,
)
_BABY_DUE = re.compile(
    r"\b(?:baby|babies|born|births?|infant|edd|e\.d\.d|newborn|twins?|unborn|pregnan\w+)\b",
    re.IGNORECASE,
)
# A label in full, its date a few words on: "date of death is entered on the certificate as", "Death
# certificate: cause 1a pneumonia, date".
_FAR_LABELS = {
    BORN: r"(?:dates? of birth|\bdob|d\.o\.b\.?)\b[^.;]{0,60}?\b(?:as|is|was|be|to)\s(?:the\s)?"
    r"|\b(?:he|she|they|who|child \w|adult \w|mother|father|boy|girl|brother|sister|sibling|son|daughter|twins?)\b[^.;,]{0,15} "
    r"(?:was|is|became|turned|turns|be|been|were) (?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|twenty) on\s(?:the\s)?"
    rf"|\b(?:(?:was|were|been|being) born|(?:^|[.:]\s)born)\b{_ASIDE}(?:,|\bon|[“\"])\s(?:on\s)?(?:the\s)?"
    r"|\b(?:he|she|mother|father|child \w|adult \w|brother|sister|sibling|twin|son|daughter|baby)\b(?:,[^,.;]{1,40},)? (?:had|has|gave|gives|claims|claimed|uses|used)\s"
    r"|\bbirth certificate\b[^.;]{0,60}\bdate[d:]?\s",
    DIED: r"(?:dates? of death|\bdod|d\.o\.d\.?)\b[^.;]{0,60}?\b(?:as|is|was|be|to)\s(?:the\s)?"
    r"|\bdate of (?:\w+ )?(?:and|/|&) death\b\W*|\bdate on (?:his|her|the|their) (?:headstone|gravestone|grave|coffin|memorial)\b[^.;]{0,20}?\b(?:is|was|reads?)\s"
    r"|\bdeath certificate\b[^.;]{0,60}\bdate[:]?\s"
    r"|\b(?:dead|deceased|died|extinct)\W+(?:(?:recognised|certified|confirmed|pronounced|verified|declared|noted|recorded|timed?|at|on|was|by|"
    r"doctor|paramedics?|crew|hrs|hours|(?<=by )[A-Z]+|\d{1,2}[.:]\d\d)\W+)+",
}
# What was done on a date beside the label: it is not the date that the label means.
_DONE_ON = re.compile(
    r"\b(?:amended|corrected|updated|registered|reg[’']d|issued|signed|checked|reviewed|certificate|notified|"
    r"verified|inquest|funeral|since|(?<!or shortly )(?<!or just )before|(?<!survived )(?<!lived )until)\b\W*(?:\([^)]*\)\W*)?(?:(?:on|the)\s+)*$",
    re.IGNORECASE,
)
# "DOB checked 23/09/12": the date that was checked, as no "on" stands before it.
_CHECKED = re.compile(
    r"\b(?:d\.?o\.?b\.?|date of birth|(?P<death>d\.?o\.?d\.?|date of death))\W+(?:was |is )?(?:checked|verified|confirmed|corrected(?: to)?|"
    r"amended to|updated to|reviewed)(?: as)?\W*$",
    re.IGNORECASE,
)
_OFNOBODY = re.compile(
    rf"\b(?:{'|'.join(sorted(NOBODY))})s?\s+(?:(?:had|has|was|were|is|are)\s+)?(?:died|born)\b[^.;]*$",
    re.IGNORECASE,
)
_AND = re.compile(r"(?:\b(?:and|or)\b|&|/)\s*(?:\w+\s+){0,2}$", re.IGNORECASE)
# … and in the police report as 5 January; "… on one form, “5 January” on the other".
_ALSO = re.compile(
    r"[^.;]{0,25}(?:,|\b(?:and|or|but|while)\b)[^.;]{0,40}(?:\b(?:as|is|was|had|has|have|gives?|gave|says?|shows?)\s|[,(]\s?)[“\"‘']?(?:the )?",
    re.IGNORECASE,
)
# "Sibling 1 (14/7/06)", "Child A (12 May 2013 – 3 February 2014)": dates of a life.
_LIFE = re.compile(
    r"(?:\b(?:child(?:ren)?|baby|infant|sibling|half[- ]sibling|brother|sister|mother|father|adult|"
    r"twins?|siblings|subject|mgm|mgf|pgm|pgf|partner|son|daughter|boy|girl|sib)\b(?:\s+(?:[A-Z]{1,3}\d?|\d{1,2}|one|two|three))?)"
    r"(?:\s*\([^()]{1,15}\))?(?:,?\s*[(:]|,)\s*(?:(?:an?|the|his|her|male|female|m|f|boy|girl|son|daughter|brother|sister|white|british|aged?|\d+)[,;]? )*$",
    re.IGNORECASE,
)
# "4 May 2016 (birth)", "4 May 2016, her date of birth".
_LABEL_AFTER = re.compile(
    r"[\s(,–-]*(?:as |is |was |being )?(?:(?:the|his|her|their|[\w’']+[’']s)\s)?(?:d\.?o\.?(?P<dob>[bd])\b\.?|(?:date of |actual |true |real )?"
    r"(?P<what>birth|death)(?:[- ]?da(?:te|y))?(?!-))\s*(?:[).,;|]|$)",
    re.IGNORECASE,
)
# "Children: Q (1.5.16), R (2.6.17)": codes or names, each with a date and nothing else.
_LISTED = re.compile(r"(?:^|[\s,;:])(?:\w+ )?[A-Z][\w’'-]{0,14}\s*[(:,]\s*$")
_CHILDREN = re.compile(
    r"\b(?:children|siblings|sibs|brothers|sisters|half-siblings|family|household|genogram)\b[^.]{0,40}[:(–]",
    re.IGNORECASE,
)
# "1a Brain injury 1b Hanging, 4 May": among the causes of a death stands the day of what caused it.
_CAUSES = re.compile(r"(?:^|[\s:;,])(?:1|I) ?\(?[abc]\)?[\s.:)-][^.]*$")
# What is a day though it has no year: "Christmas Eve", "the last Saturday of that June".
_IS_DAY = re.compile(r"[A-Za-z]{3}")
#: Characters: how far before a date what tells of it is looked for.
_FAR = 400
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_WORDS_ALONE = 6


#: How likely a date must be one of a life where grammar and words tell it, and where nothing but its
#: signs do: chosen by the figures on files that the signs' weights were not learnt from.
_LEAST_TOLD, _LEAST_ALONE = 0.05, 0.85


@dataclass(frozen=True, slots=True)
class LifeEvent:
    """A date on which somebody was born or died; `about` says which, as far as it is told."""

    date: DateMention
    span: Span
    about: str


@once
def births_and_deaths(draft: Draft) -> tuple[LifeEvent, ...]:
    """The dates of birth and death in a parsed draft, in order."""
    return tuple(_births_and_deaths(draft))


def _births_and_deaths(draft: Draft) -> Iterator[LifeEvent]:
    for index, doc in draft.docs.items():
        if index in published_lists(draft):
            continue
        block, text = draft.blocks[index], doc.text
        full = {date.start for date in find_dates(text)}
        previous, held, end = "", "", 0
        for date in find_dates(text, loose=True):
            if date.in_history:
                continue
            before = text[max(0, date.start - _FAR) : date.start]
            # "given as 1 May and 5 January": the second date shares the first one's label.
            shares = previous if _AND.search(before) else ""
            if held and _ALSO.fullmatch(text, end, date.start):
                shares = held
            held = _labelled(draft, block, date) or held_as(text, date.start)
            about = (
                held
                or (told(doc, date) if not _DONE_ON.search(before) else "")
                or told_in_entry(draft, block, date)
                or shares
            )
            held = held or (shares if about == shares else "")
            if about or date.start in full or _IS_DAY.search(text[date.start : date.end]):
                how_likely = likely(Of.LIFE, draft, block, date)
                alone = not about and not _CAUSES.search(before)
                if alone and how_likely >= _LEAST_ALONE and _is_of_people(text):
                    about = EITHER
                elif how_likely < _LEAST_TOLD:
                    about = ""
            previous, end = about, date.end
            if about:
                yield LifeEvent(date, Span(index, date.start, date.end), about)


# Twins, mothers and deliveries of other kinds than people: "a twin engine aircraft", "mother ship".
_OF_A_THING = re.compile(
    r"\b(?:twin|mother|parent|sister|child|daughter|baby)[- ](?:engine\w*|jet|bed\w*|track|room|town|cit(?:y|ies)|ship|tub|set|screw|axle|"
    r"turbo\w*|rotor|compan\w+|organisation|bod(?:y|ies)|board|process\w*|node|lock|steps|grand)\b",
    re.IGNORECASE,
)
_PEOPLE = re.compile(
    r"\b(?:he|she|him|her|his|hers|they|them|their|we|our|my|i|mother|father|mum|dad|mam|parents?|bab(?:y|ies)|infants?|newborn|twins?|"
    r"child(?:ren)?|boys?|girls?|sons?|daughters?|brothers?|sisters?|siblings?|grand\w+|uncle|aunt|cousin|man|woman|men|women|lad|"
    r"adult|family|person|youth|teenager|patient|wife|husband|partner|victim|deceased|body|birth\w*|born|died?|dead|death|dob|"
    r"[A-Z]{1,3}\d|[MP]G[MF])\b|[“\"]",
    re.IGNORECASE,
)


def _is_of_people(text: str) -> bool:
    """Whether a paragraph speaks of anybody who could be born or die, or has nobody's words."""
    words = _OF_A_THING.sub(" ", text)
    return bool(_PEOPLE.search(words)) or len(words.split()) < _WORDS_ALONE * 2


def _labelled(draft: Draft, block: Block, date: DateMention) -> str:
    """What a label beside the date says: in the text, or at the head of its row or column."""
    before, after = block.text[max(0, date.start - _FAR) : date.start], block.text[date.end :]
    if match := _CHECKED.search(before):
        return DIED if match["death"] else BORN
    if _DONE_ON.search(before) or _OFNOBODY.search(before):
        return ""
    if _EXPECTED.search(before) and _BABY_DUE.search(block.text):
        return BORN
    for about, label in _FAR_LABELS.items():
        if re.search(rf"(?:{label})$", before, re.IGNORECASE):
            return about
    for about, label in _LABELS.items():
        if re.search(rf"(?:{label}){_UP_TO}$", before, re.IGNORECASE):
            return about
        if not before and re.match(rf"\W{{1,3}}(?:\w+\W+){{0,2}}(?:{label})\b", after, re.I):
            return about
    for about, heading in _HEADINGS.items():
        if any(heading.search(words) for words in _heads(draft, block)):
            return about
    if match := _LABEL_AFTER.match(after):
        return DIED if (match["dob"] or match["what"]).lower() in {"d", "death"} else BORN
    alone = not after or after[0] in ").;|" or after.startswith(("–", "-", " –", " -", " |"))
    listed = _LISTED.search(before) and _CHILDREN.search(block.text[: date.start])
    return BORN if alone and (listed or _LIFE.search(before)) else ""


def _heads(draft: Draft, block: Block) -> list[str]:
    """The words at the head of a cell's column and row, of a note, or of a date on its own line."""
    if block.cell:
        first = [b.text for b in row_of(draft, block) if b.cell and b.cell.column == 0]
        return [block.cell.header, *(words for words in first if words != block.text)]
    doc = draft.docs[block.index]
    if "|" in block.text or not any(token.tag_ in _FINITE for token in doc):
        above = draft.blocks[block.index - 1].text if block.index else ""
        alone = len(doc) <= _WORDS_ALONE and len(above.split()) <= _WORDS_ALONE
        return [block.text, *([above] if alone else [])]
    return []
