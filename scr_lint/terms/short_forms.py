"""Finds what looks like a short form in a text: "CSC", "IMRs", "CaFCASS", "A&E", "s47", "L.S.C.B.".

And leaves out what only looks like one: words in capitals, roman numerals, people's initials and
codes, postcodes, reference numbers. Works on plain text, before any parse.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from importlib import resources

from .. import vocabulary
from ..readability.dictionary import pronunciations

Row = Mapping[str, str]

# In the order in which they are tried: a section of an Act, letters with full stops, letters
# joined by "&", letters with a year ("KCSIE-2023"), and any run of letters and digits.
_FORM = re.compile(
    r"""(?<![\w@])(?:
        (?P<section>(?<!['’])[sS](?:ec)?\.?\s?\d{1,3}[A-Z]?(?![\w.]))
      | (?P<dotted>(?:[A-Z]\.){2,}[A-Z]?(?!\w))
      | (?P<and>[A-Z]{1,3}\s?&\s?[A-Z]{1,3}(?=s?(?!\w)))
      | (?P<numbered>[A-Z]{2,4}\.\d{1,2}(?![\w.]*\d))
      | (?P<both>[A-Z]{2,}/[A-Z]{2,}(?![\w/]))
      | (?P<slash>[A-Z]/[A-Z]{1,2}(?![\w/]))
      | (?P<dated>[A-Z][A-Za-z]*[A-Z][-‑]?(?:19|20)\d\d(?![\w/.-]*\d))
      | (?P<plain>(?=\w*[A-Z]\w*[A-Z]|[A-Z][a-z]{2}|[A-Z]+[a-z]?[-‑][A-Z])[A-Za-z][A-Za-z0-9]*
          (?:[-‑](?:[A-Z][A-Za-z0-9]*|\d{1,2}(?![\w.]*\d)))*)
    )(?![@\\])""",
    re.VERBOSE,
)
# Addresses of web pages and people, postcodes, legal citations and reference numbers.
_MASKED = re.compile(
    r"""(?:https?://|www\.)\S+ | \S+@\S+
      | \b[A-Z]{1,2}\d[A-Z\d]?\s\d[A-Z]{2}\b | \b(?:[A-Z]{2}\d\d|[A-Z]\d{1,3})\s[A-Z]{3}\b
      | \[\d{4}\]\s(?:\d+\s)?[A-Z]\w*(?:\s\w+)?\s\d+(?:\s\(\w+\))?
      | \b[A-Z]+/[A-Z]+\.\d[\w./-]*
      | \b(?=\w*\d{3})[A-Z]+[\w/.-]*\d+[\w/-]*
      | \b[A-Z]{2,4}(?:/[A-Z]+)*(?:/\d|-\d{3}|-\d{1,2}[-/])[\w/-]* | \b[A-Z]{2,4}/[A-Z]+\d[\w/-]*
    """,
    re.VERBOSE,
)
# The number of one of several, all that stands with the letters in brackets: "(SI 2)".
_NUMBERED = re.compile(r"\s(?:\d{1,3}|[IVX]{1,4})(?=\))")
#: Letters: of a short form in one word.
_LONGEST = 12
_ROMAN = re.compile(r"(?=[IVX]+$)X{0,3}(?:IX|IV|V?I{0,3})$")
_PERSON_BEFORE = re.compile(
    r"""\b(?:child|baby|infant|sibling|mother|father|parent|adult|carer|family|brother|sister|
        grandmother|grandfather|partner|uncle|aunt|friend|person|pupil|patient|teacher|nurse|
        mrs?|ms|miss|dr|prof(?:essor)?|cllr|sir|lord|lady|dame)\.?\s+$""",
    re.VERBOSE | re.IGNORECASE,
)
_OF_AN_ACT = re.compile(
    r"(?:\s?\(\w{1,2}\))*,?\s(?:of\s)?(?:(?:the|that|this)\s)?(?:(?:[A-Z][\w’'-]*|and|\d{4})\s)*Act\b|\sCA\b"
)
# Marks in examinations: "predicted grades were AAB".
_GRADES = re.compile(r"\b(?:grades?|results|predicted|A[- ]levels?|GCSEs?)\b[^.]{0,30}$")
_LISTED_BEFORE = re.compile(r"\b([A-Z]{2,})(?:,|,? and|,? or)\s$")
_LISTED_AFTER = re.compile(r"(?:,|,? and|,? or)\s([A-Z]{2,})\b")
_TITLES = frozenset(["DR", "MR", "MRS", "MS", "REV", "SGT", "CLLR", "PROF"])
_RANKS = frozenset(["PC", "PS", "DC", "DS", "DI", "DCI", "CI", "ACC", "DCC"])
_NAME_PREFIX = re.compile(r"(?:Mc|Mac|Fitz|De|Di|La|Le|Van|O)[A-Z][a-z]")
#: Words that are never short forms, though written in capitals and though a short form has the
#: same letters ("DO", supervision order "SO").
_SMALL_WORDS = frozenset(
    """a all an and any are as at be but by can did do does for from had has have he her him his how
    if in into is it its may me must my never no nor not now of off on one only or our out over own
    she so than that the their them then there they this to too up us very was we were what when
    where which who whom why will with you your add odd yes day days new
    two six ten see say saw end put get got let man men boy mum dad son hub
    total urgent major minor extra basic crisis alert panic prior focus legal local
    draft final annex part note page table copy stop please null void""".split()
)


@dataclass(frozen=True, slots=True)
class ShortForm:
    """A short form in a text: `short` is its plain form ("IMRs" is "IMR"), at `start` to `end`.

    `parts` are those of one joined by hyphens or a slash, each a short form by itself. `weak` is true for what
    is one only if the text says what it stands for: "ExCom", "LSCB-Chair", "MASH/CSC".
    """

    short: str
    start: int
    end: int
    parts: tuple[ShortForm, ...] = ()
    weak: bool = False


def shaped(text: str) -> list[ShortForm]:
    """What has the shape of a short form in a text, in order."""
    hidden = [match.span() for match in _MASKED.finditer(text)]
    found = []
    for match in _FORM.finditer(text):
        masked = any(first <= match.start() < last for first, last in hidden)
        if match["dated"] or not masked:
            form = _form(match)
            if form:
                found.append(form)
    return found


def settled(forms: Iterable[ShortForm], defined: Container[str]) -> list[ShortForm]:
    """Short forms, once it is known which of them the draft defines (by `key_of`).

    One joined by hyphens is taken apart where its parts are short forms of their own ("MASH-CSC"),
    and what is weak goes unless it is defined.
    """
    kept = []
    for form in forms:
        own = key_of(form.short) in defined or key_of(form.short) in lexicon()
        apart = form.weak or (
            bool(form.parts)
            and all(key_of(p.short) in lexicon() or key_of(p.short) in defined for p in form.parts)
        )
        if own or not apart:
            kept.append(form)
        else:
            kept += form.parts
    return kept


def only_looks_so(
    text: str,
    form: ShortForm,
    in_lower_case: Container[str] = (),
    repeated: Container[str] = (),
) -> bool:
    """Whether a short form is really a word in capitals, a numeral, a name, a code or a citation.

    Meant for those that the draft does not define; one that it does is what it says.
    `in_lower_case` are words that the draft also has in small letters, `repeated` the short forms
    that it has more than once.
    """
    short, before, after = form.short, text[: form.start], text[form.end :]
    named = _is_named(text, form.start, form.end)
    if (
        (short.lower() in _SMALL_WORDS and not named)
        or _ROMAN.fullmatch(short)
        or re.fullmatch(r"(.)\1{2,}", short)
    ):
        return True
    if _is_plain_word(short) and not _spells_a_word(text, form, in_lower_case, repeated):
        return True
    if _leaves_a_note(before, after):
        return True
    if is_section(short) and _cites_an_act(text, form):
        return True
    if re.fullmatch(r"[A-E]{2,4}", short) and _GRADES.search(before):
        return True
    if short in _TITLES and re.match(r"\.?\s+[A-Z]", after):
        return True
    if short in _RANKS and re.match(r"\s+(?:[A-Z][a-z]|[A-Z]?\d|[A-Z]\b)", after):
        return True
    if key_of(short) not in lexicon() and _is_initials(text, form):
        return True
    if len(short) <= 3 and _PERSON_BEFORE.search(before):
        return True
    return not named and any(first <= form.start < last for first, last in _shouted(text))


def key_of(short: str) -> str:
    """The form under which the lexicon lists a short form: "CaFCASS" and "Cafcass" are one."""
    return short.replace(" ", "").upper()


@cache
def lexicon() -> Mapping[str, tuple[Row, ...]]:
    """What short forms can stand for, by `key_of`."""
    rows: dict[str, tuple[Row, ...]] = {}
    for row in vocabulary.load("scr_lint", "acronyms"):
        key = key_of(row["acronym"])
        rows[key] = (*rows.get(key, ()), row)
    return rows


def is_listed(short: str) -> bool:
    """Whether the lexicon has it: the trade, or everybody, knows it."""
    return key_of(short) in lexicon()


def is_well_known(short: str) -> bool:
    """Whether the lexicon says that readers know it: "NHS", "GP"."""
    return any(row["well_known"] == "yes" for row in lexicon().get(key_of(short), ()))


def is_code(short: str) -> bool:
    """Whether it stands for a person in the case: "MGM", "SW1", "HV2".

    Letters with a number are codes unless the lexicon knows them ("GCP2", "S47").
    """
    rows = lexicon().get(key_of(short), ())
    if rows:
        return any(row["domain"] == "family" for row in rows)
    return any(c.isdigit() for c in short) and not is_section(short)


def is_section(short: str) -> bool:
    """Whether it is short for a section of an Act: "S47"."""
    return re.fullmatch(r"S\d+[A-Z]?", short) is not None


def _form(match: re.Match[str]) -> ShortForm | None:
    """The short form of a match, without a plural's s; None if it is none."""
    text, start, end = match.group(), match.start(), match.end()
    if match["section"]:
        return ShortForm("S" + re.sub(r"\D*(\d+\w?)$", r"\1", text).upper(), start, end)
    if match["dotted"]:
        return ShortForm(text.replace(".", ""), start, end)
    if match["and"]:
        return ShortForm(text.replace(" ", ""), start, end)
    if match["dated"]:  # the reference number of something, unless the draft says what it means
        return ShortForm(text.replace("‑", "-"), start, end, weak=True)
    if match["slash"] or match["numbered"]:
        return ShortForm(text, start, end)
    words = list(re.finditer(r"[^-‑/]+", text))
    if len(words) == 1:
        form = _word(text, start)
        number = _NUMBERED.match(match.string, end)
        bracketed = form and number and re.search(r"\((?:the\s)?$", match.string[:start])
        return replace(form, end=number.end()) if form and number and bracketed else form
    parts = [
        part
        for w in words
        if (part := _word(w.group(), start + w.start())) and (not part.weak) and w.group() != "I"
    ]
    long_enough = any(len(re.findall(r"[A-Z]", w.group())) > 1 for w in words)
    capitals = all(re.fullmatch(r"[A-Z]+s?|\d+", w.group()) for w in words) and long_enough
    if capitals and text.endswith("s"):
        text, end = text[:-1], end - 1
    if not (capitals or parts or re.fullmatch(r"(?:[A-Z][a-z]{0,3}[-‑])+[A-Z][a-z]{0,3}", text)):
        return None
    weak = not capitals or bool(match["both"])
    return ShortForm(text.replace("‑", "-"), start, end, tuple(parts), weak)


def _word(text: str, start: int) -> ShortForm | None:
    """A short form of one word: "IMRs", "CaFCASS", "Marac"; None if it has not the shape of one."""
    if (text.endswith("s") and key_of(text[:-1]) in lexicon()) or re.fullmatch(r"[A-Z]{2,}s", text):
        text = text[:-1]
    capitals = sum(c.isupper() for c in text)
    weak = False
    if capitals >= 2:
        if len(text) > _LONGEST or _NAME_PREFIX.match(text):
            return None
        weak = capitals * 2 < len(text) and key_of(text) not in lexicon()
    # Said as words and often written as names: "Cafcass", "Marac".
    elif not text.istitle() or len(text) < 4 or key_of(text) not in lexicon() or is_word(text):
        return None
    return ShortForm(text, start, start + len(text), weak=weak)


def _is_initials(text: str, form: ShortForm) -> bool:
    """Whether letters are a person's: with full stops beside a surname, of an author, of a note."""
    before, after = text[: form.start], text[form.end :]
    if re.search(r"[\[(]$", before) and re.match(r"\s?[-–:]", after):
        return True  # of who left a note: "[JF: check this]"
    surname = re.search(r"\b[A-Z][a-z][\w’'-]*,?\s$", before)
    if "." in text[form.start : form.end] and (surname or re.match(r"\s*[A-Z][a-z]", after)):
        return True
    return bool(surname and re.match(r",?\s\(?(?:19|20)\d\d\b", after))


def _is_among_others(before: str, after: str) -> bool:
    """Whether a comma or "and" ties it to another short form: "UNICEF, WHO and the World Bank"."""
    beside = (_LISTED_BEFORE.search(before), _LISTED_AFTER.match(after))
    return any(
        b and b.group(1).lower() not in _SMALL_WORDS and not _is_plain_word(b.group(1))
        for b in beside
    )


def _leaves_a_note(before: str, after: str) -> bool:
    """Whether letters are those of somebody who is to do what a note says: "[AP to check]"."""
    in_note = before.rfind("[") > before.rfind("]")
    return in_note and bool(
        re.search(r"[\[–—-]\s?$", before) and re.match(r"\s(?:to|will)\s", after)
    )


def _cites_an_act(text: str, form: ShortForm) -> bool:
    """Whether a section stands with its Act, or after one that does: "s47 of the Act, and s.20"."""
    sections = (f for f in shaped(text[: form.start]) if is_section(f.short))
    ends = [form.end, *(f.end for f in sections)]
    return any(_OF_AN_ACT.match(text[end:]) for end in ends)


def _spells_a_word(
    text: str, form: ShortForm, in_lower_case: Container[str], repeated: Container[str]
) -> bool:
    """Whether a word in capitals is more likely a short form that spells one: "ICON", "OPEL".

    It is short, no other word beside it stands in capitals, and the draft does not have the word
    in small letters. A word that every child knows must stand there twice: "PEEP".
    """
    word = form.short.lower()
    if len(word) > 5 or word in in_lower_case or word.endswith(("ed", "ly", "ing")):
        return False
    if word.isdigit() or not form.short.isupper() or word in _SMALL_WORDS:
        return False
    if word in _easy_words() and form.short not in repeated:
        return False
    alone = not re.search(r"[A-Z]{2,}\W*$", text[: form.start]) and not re.match(
        r"\W*[A-Z]{2,}", text[form.end :]
    )
    return alone and text != text.upper() and not re.match(r"\s?:", text[form.end :])


def is_shouted_word(text: str, form: ShortForm) -> bool:
    """Whether it is a word among others in capitals, whatever stands behind it: "RAPID REVIEW – DRAFT"."""
    return _is_plain_word(form.short) and any(
        first <= form.start < last for first, last in _shouted(text)
    )


def _shouted(text: str) -> Iterator[tuple[int, int]]:
    """Where a run of words stands in capitals for stress: at least two, one of them a word."""
    for run in re.finditer(r"\b[A-Z][A-Z'’-]*(?:,?\s+[A-Z][A-Z'’-]*)+\b", text):
        words = list(re.finditer(r"[A-Z]{2,}", run.group()))
        plain = [
            word
            for word in words
            if (word.group().lower() in _SMALL_WORDS or _is_plain_word(word.group()))
            and not _is_named(text, run.start() + word.start(), run.start() + word.end())
        ]
        if plain and len(plain) * 2 >= len(words):
            yield run.span()


def _is_named(text: str, start: int, end: int) -> bool:
    """Whether a short form that spells a small word stands where only its own sense fits."""
    before, after = text[:start], text[end:]
    known = key_of(text[start:end]) in lexicon()
    return known and (before.endswith(("the ", "The ")) or _is_among_others(before, after))


def _is_plain_word(word: str) -> bool:
    return key_of(word) not in lexicon() and is_word(word)


@cache
def _easy_words() -> frozenset[str]:
    """Words that nine in ten children of ten know (Dale and Chall's list, in textstat)."""
    listed = resources.files("textstat") / "resources" / "en" / "easy_words.txt"
    return frozenset(listed.read_text(encoding="utf-8").split())


def is_word(word: str) -> bool:
    """Whether a word is one of English or a common name: of four letters or more, as the
    dictionary also lists the names of letters and many short initials."""
    lower = word.lower()
    return (len(lower) > 3 and lower in pronunciations()) or lower in _SMALL_WORDS
