"""Where a text says what a short form stands for: in brackets, beside a dash, by "known as"."""

from __future__ import annotations

import re

from . import long_forms
from .explained import is_explained
from .short_forms import ShortForm, is_listed

# What may stand beside a short form in the brackets after its long form: "(hereafter the ‘LSCB’)".
_LEAD_IN = re.compile(
    r"""\s*[\[(]\s*(?:(?:the|or|an?|also|now|hereafter|herein\s?after|abbreviated|shortened|known|
        called|referred|throughout|in\sthis\sreport|from\s(?:here|now)\son|henceforth|to|as|i\.e\.|ie)
        [\s,:]+)*["“”'‘’]?$""",
    re.VERBOSE | re.IGNORECASE,
)
_LEAD_OUT = re.compile(
    r"^s?(?:['’]s)?[\"”'’]?\s*(?:(?:[A-Za-z]+\s?){0,2}[)\]]|[;,/:](?!\s?(?:19|20)\d\d)|"
    r"(?:or|and|in|hereafter|throughout|from|for)\b)"
)
# Two short forms in one bracket: "(NM ICB)".
_TWO_BEFORE = re.compile(r"\s*\([A-Z]{2,}\s$")
_TWO_AFTER = re.compile(r"\s([A-Z]{2,})\)")
_BRACKET = re.compile(r"[^()\[\];:]+?(?=\s*[\])])")
_KEY = re.compile(
    r"s?\s?=\s?(?:the\s)?(\w[^;,=.:()]*?)(?=\s*(?:[;,.:(]|$|\d+\.|\s[A-Z][\w&/-]*\s?=))"
)
_ENTRY_AFTER = re.compile(r"[;,.]?\s(?:and\s)?[A-Z][\w&/-]*\s?=\s?")
_ENTRY_BEFORE = re.compile(r"[A-Z][\w&/-]*\s?=\s?[^=;]{3,120}[;,.]?\s$")
# The first part of a word whose second has the letter: "a non-executive director (ED)".
_A_WORD = re.compile(r"[^\W\d_]{3}")
_PART_OF_WORD = re.compile(r"(?<![\w-])[A-Za-z]{2,}-$")
_NUMBER = re.compile(r"\s(\d+|[IVX]+)$")
_YEAR = re.compile(r"\s(?:in|of|for|from)\s(?:the\s)?(?:19|20)\d\ds?\W*$")
# A body, the number of its paper and the words of both: "FBA AN 12-07-09 (Fenland Boat …)".
_CODED = re.compile(r"^(?:\s[A-Z]{2,})?\s(?=\S*\d)[\w./-]+\s\((?:(?:the|an?|US|UK|EU)\s)?")
#: Of which the letters need not be the initials: "the young carers' team (YZUP)".
_NAMED_SERVICE = re.compile(
    r"\b(?:[a-z][\w’'-]*\s){2,5}(?:services?|team|unit|project|programme|scheme|charity|clinic|centre|"
    r"helpline|refuge|partnership|organisation|company|agency|forum|database|system)\s[(\[]$"
)
_OPENING = re.compile(r"^s?(?:['’]s?)?[\"”'’]?(?:(?:\s[a-z]+){0,2}\s*[\[(]|\s?=)\s*[\"“'‘]?")
# What stands between a long form and its short form, or the other way round, where the one
# explains the other: a comma or dash, "or", "stands for", "which is known here as the".
_TIE = re.compile(
    r"""s?["”’']?\s*(?:
        (?:[a-z]+\s*)?[–—=([-]+ | [:/,]?
      | ,?\s*(?:i\.e\.,?|ie|that\sis,?|or|namely)\s | \s(?:(?:here|below|above|throughout)\s)?(?:is|was|are)\s
      | ,\s(?:later(?:\son)?|now|here|below|today|then|simply|in\sshort|in\swhat\sfollows
          |from\s(?:here|now|then)(?:\son)?)\s
      | [^.]{0,40}\.\s(?:It|This|That|They|These)(?:['’]s|\s(?:is|was|are|were))\s(?:\w+\s){0,2}?
          (?:called|known\sas|abbreviated\s(?:to|as)|shortened\sto|referred\sto\sas|termed)
      | [^.]{0,90}?\b(?:known\s(?:\w+\s){0,3}(?:as|by)|called|termed|referred\sto\s(?:\w+\s){0,4}as
          |(?:abbreviate|shorten|contract)(?:d|ed|s)?\s(?:(?:it|this|that|which)\s)?(?:to|as)
          |to\sgive|short(?:hand)?\s(?:for|form)|for\sshort|stands?\sfor
          |means?|hereafter|herein\s?after|initials|acronym|abbreviation|used\s(?:here\s)?for)\b
        [^.]{0,30}?
    )\s*(?:the\s|an?\s|our\s)?["“‘'(]*""",
    re.VERBOSE | re.IGNORECASE,
)


# A verb between words and the short form in brackets at the end of their sentence.
_SAID = re.compile(r"\b(?:is|are|was|were|been|has|have|had|will|would|can|could|should|must)\b")
_UNTOLD = re.compile(
    r"[\"”’]?\s(?:means?|meant)\s(?:something|nothing|little|less|more|much|different|several|"
    r"one\sthing|two|three|whatever|to\s)",
    re.IGNORECASE,
)
_REST_OF_NAME = re.compile(r"(?:\s[A-Z][a-z]+){1,2}(?=,)")
_JUST_NAMED = re.compile(r"\ban?\s[\w-]+\scalled\s(?:(?:an?|the)\s)?[\"“‘']?$", re.IGNORECASE)


def long_form_of(text: str, form: ShortForm) -> tuple[int, int] | None:
    """Where the words stand that a text says a short form is short for; None if it does not say.

    The two ends are the same where it explains the short form in other words.
    """
    start, end, short = form.start, form.end, form.short
    if found := _before_bracket(text, form):
        return found
    if found := _in_key(text, form):
        return found
    opening = _OPENING.match(text[end:])
    if opening:
        first = end + opening.end()
        first = _past_article(text, first)
        bracket = _BRACKET.match(text[first:])
        words = _lower(bracket.group()) if bracket else []
        if bracket and (
            long_forms.matches(words, short) or long_forms.matches(words, short, strict=True)
        ):
            return first, first + bracket.end()
        last = long_forms.after(text, first, short)
        if last is not None and not _is_cut(text, first, last):
            return first, last
        if bracket and long_forms.is_like(bracket.group(), short):
            return first, first + bracket.end()
    coded = _CODED.match(text[end:])
    if coded and (last := long_forms.after(text, end + coded.end(), short, strict=True)):
        return end + coded.end(), last
    if form.weak:
        return None
    if _is_named_so(text, form):
        return start, start
    for first, last in long_forms.near(text, start, short):
        if first < end and start < last:
            continue
        between = text[last:start] if last <= start else text[end:first]
        if _TIE.fullmatch(between):
            return first, last
    if _says_nothing(text, form):
        return None
    # The rest of a name: "Cafcass Cymru, which looks after …".
    further = _REST_OF_NAME.match(text[end:])
    ends = (end, end + further.end()) if further else (end,)
    return (start, start) if any(is_explained(text, start, stop) for stop in ends) else None


def _is_cut(text: str, first: int, last: int) -> bool:
    """Whether one word is taken out of more, "Minister" of "MS (Minister for Health)"."""
    rest = text[last : last + 1]
    return " " not in text[first:last] and rest not in {")", "]", ",", ";", ".", "", "’", "'"}


def _says_nothing(text: str, form: ShortForm) -> bool:
    """Whether what only looks like an explanation tells a reader nothing.

    "MTP means something to the county", "a questionnaire called the ASQ".
    """
    return bool(_UNTOLD.match(text[form.end :]) or _JUST_NAMED.search(text[: form.start]))


def _is_named_so(text: str, form: ShortForm) -> bool:
    """Whether letters alone in brackets are the name of a service that the words before describe.

    Only where no list of the trade has the letters: whoever writes "the service (MASH)" has
    explained nothing.
    """
    alone = re.match(r"[)\]]", text[form.end :])
    described = _NAMED_SERVICE.search(text[max(0, form.start - 120) : form.start])
    return bool(alone and described and len(form.short) > 2 and not is_listed(form.short))


def _before_bracket(text: str, form: ShortForm) -> tuple[int, int] | None:
    """The words before the bracket in which a short form stands."""
    start, end, short = form.start, form.end, form.short
    if numbered := _numbered(text, form):
        return numbered
    if second := _TWO_BEFORE.search(text[:start]):
        # "Northfield and Marsh Integrated Care Board (NM ICB)": the second has the last words.
        last = long_forms.before(text, second.start(), short)
        return None if last is None else _trimmed(text, last, second.start(), short)
    bracket = _LEAD_IN.search(text[:start])
    if not bracket or not _LEAD_OUT.match(text[end:]):
        return None
    stop = bracket.start()
    if second := _TWO_AFTER.match(text[end:]):
        stop = long_forms.before(text, stop, second.group(1)) or stop
    at = long_forms.before(text, stop, short)
    if at is None:
        at = long_forms.shuffled_before(text, stop, short)
    if at is None and (form.parts or re.search(r"[A-Z]\w*[A-Z]", short)):
        at = long_forms.loosely_before(text, stop, short)
    if at is None and len(short) > 2 and not form.weak:
        return _earlier(text, stop, short)
    if at is None or re.search(rf"\b{re.escape(short)}\b", text[at:stop]):
        return None  # "HMI Probation (HMI Prob)" does not say what HMI is.
    return _trimmed(text, at, long_forms.without_rest(text, at, stop, short), short)


def _numbered(text: str, form: ShortForm) -> tuple[int, int] | None:
    """The words before a bracket that end in the same number: "Serious Incident 2 (SI 2)"."""
    number = _NUMBER.search(text[form.start : form.end])
    bracket = _LEAD_IN.search(text[: form.start])
    if not number or not bracket:
        return None
    before = re.search(rf"[\s-]{number.group(1)}$", text[: bracket.start()])
    at = long_forms.before(text, before.start(), form.short) if before else None
    return None if at is None else (at, bracket.start())


def _earlier(text: str, stop: int, short: str) -> tuple[int, int] | None:
    """The words further back in a sentence: "an Emergency Protection Order was got (EPO)"."""
    for first, last in long_forms.near(text, stop, short):
        between = text[last:stop]
        if last <= stop and _SAID.search(between) and not re.search(r"[.;:?!]\s|[()]", between):
            return first, last
    return None


def _in_key(text: str, form: ShortForm) -> tuple[int, int] | None:
    """The words in a key such as stands under a table: "EDT = emergency duty team; HV = ..."."""
    entry = _KEY.match(text[form.end :])
    if not entry or not _A_WORD.search(entry.group(1)):
        return None  # "P = 0.8", "QS = CR + CN": a sum
    first = form.end + entry.start(1)
    # Where letters and words do not agree, the letters say where the words end, past a comma
    # too: "LULC = land use, land cover; …".
    if not long_forms.matches(_lower(entry.group(1)), form.short) and (
        last := long_forms.after(text, first, form.short, strict=True)
    ):
        return first, last
    if len(entry.group(1).split()) > 2 * len(form.short) + 2 and not _goes_on(text, form, entry):
        return None
    return first, form.end + entry.end(1)


def _goes_on(text: str, form: ShortForm, entry: re.Match[str]) -> bool:
    """Whether another entry of a key stands before or after one, so that it is one at any length."""
    after = text[form.end + entry.end() :]
    return bool(_ENTRY_AFTER.match(after) or _ENTRY_BEFORE.search(text[: form.start]))


def _past_article(text: str, start: int) -> int:
    article = re.match(r"(?:the|an?|our)\s", text[start:], re.IGNORECASE)
    return start + (article.end() if article else 0)


def _lower(text: str) -> list[str]:
    return re.findall(r"[^\W_]+|&", text.lower())


def _trimmed(text: str, start: int, end: int, short: str) -> tuple[int, int]:
    """Without spaces and quotation marks at either end, or a year that is no part of the name."""
    words = text[start:end]
    if not any(c.isdigit() for c in short):
        words = _YEAR.sub("", words)
    start += len(words) - len(words.lstrip(" \"“”‘’'"))
    end = start + len(words.strip(" \"“”‘’'"))
    if part := _PART_OF_WORD.search(text[:start]):
        start = part.start()
    return start, end
