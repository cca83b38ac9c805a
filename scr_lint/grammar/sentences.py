"""Where sentences begin: after a full stop, and nowhere else.

A statistical parser breaks about one sentence in ten in the wrong place: at a capital, a number,
a semicolon, a quotation. Reports are edited prose, in which the stop can be trusted; what is left
is to know an abbreviation, an initial, a number in a list and a code ("Child A.") from the end of
a sentence, and a sentence quoted or bracketed inside another from one that stands by itself.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..structure.items import label_of
from .parse import neighbour
from .quotation import quoted

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Abbreviations in lower case and without their full stop: titles and such as lead on to what they
# stand before, which never end a sentence;
_LEADING = _words(
    """dr drs mr mrs ms mx messrs prof profs rev revd sgt insp supt cllr hon capt col lt cpl anon
    e.g i.e eg ie cf viz vs ca circa approx incl inc excl esp fig figs vol vols pp pg no nos nr tel
    ext q.v n.b nb re ref refs para paras sec secs sect sch reg regs ch pt pts fn appx art arts wt"""
)
# measures, which end one after a number and before a capital;
_MEASURES = _words(
    """hr hrs min mins sec secs wk wks mth mths yr yrs cm mm km kg kgs lb lbs oz ft in ml mg cent
    w.t.e p.c"""
)
# and the others, which end one only where what follows can do nothing else than begin one.
_OTHERS = _words(
    """etc al inst ult ibid et ltd plc co corp bros dept depts govt mgmt mgr conf rep reps assoc asst
    admin st rd ave ln sq bldg hosp univ nat intl med psych paed paeds obs appt appts asap misc temp
    max beg cont contd prev poss prob exam dip qual sr jr jnr snr ed eds edn rev cert poss orig resp
    jan feb mar apr jun jul aug sept sep oct nov dec mon tue tues wed weds thu thur thurs fri sat sun
    p s ss v n d b c f m h w x o para paras no pl disp comm fem mat w/c t/c"""
)
_ABBREVIATIONS = _LEADING | _MEASURES | _OTHERS
# Of these, words besides, which end a sentence like any other in front of a capital.
_MAY_BE_WORDS = _words("no in art al etc v s p ss ch ed eds ext ibid max exam sat sun sec mar mat")
# Words before a single letter that make it a code ("Child A.") and not an initial ("A. Smith").
_CODED = _words(
    """child baby infant sibling mother father parent adult carer family brother sister grandmother
    grandfather partner uncle aunt friend person school nursery hospital trust nurse worker
    practitioner teacher officer address site ward team group type part section appendix annex
    class category grade option phase stage table plan step house home and or"""
)
# Words before the number of a caption.
_NUMBERED = _words("fig fig. figure table chart graph box")
_TERMINAL = frozenset(".?!…")
_CLOSING = frozenset("\"'”’)]»")
_OPENING = frozenset("\"'“‘([«")
_BULLETS = frozenset("•◦▪■□●○◼‣➢➤❖✓")
# The mark of a footnote, run on to the last word: "was seen.12".
_NOTE_MARK = re.compile(r"[^\W\d]{2,}[)”’]?\.\d{1,3}$")
_DOTTED = re.compile(r"(?:\w{1,2}\.)+\w{1,2}")
_NUMBER = re.compile(r"[\d.]*\d")
_LISTED = re.compile(r"\d{1,2}\.\s[A-Z]")
_ENUMERATOR = re.compile(r"\(?(?:[a-z]|[ivx]+|\d{1,2})\)", re.IGNORECASE)
# Letters without a vowel, and small numerals.
_NO_WORD = re.compile(r"[^aeiouy]+|[ivx]+")
_BRACKET = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_GOES_ON = re.compile(r"\s*(?:[,;:–—-]|[a-z])")
#: Characters: of words quoted within a sentence.
_LONGEST_QUOTED = 400


@dataclass(slots=True)
class _Stop:
    """A stop that may end a sentence: its token, and what has closed with it.

    `sure` is true for a question or exclamation mark, and for a stop after an abbreviation's own.
    """

    token: Token
    sure: bool
    closed: bool = False


def mark_starts(doc: Doc) -> Doc:
    """Tells the parser where sentences begin; where only the parser can tell, nothing is set.

    A stop carries over the quotation marks and brackets that close with it. A colon, semicolon,
    dash or capital never begins a sentence; what follows a label ("Recommendation 3:") does.
    """
    stop: _Stop | None = None
    begun = 0
    inside = list(_within_sentences(doc.text))
    label = label_of(doc.text)
    for token in doc:
        # Symbol fonts print bullets from the private area ("Co") of Unicode.
        if token.text in _BULLETS or unicodedata.category(token.text[0]) == "Co":
            token.is_sent_start = True
            stop = None
            begun = token.i + 1
        elif stop is not None and _closes(token):
            token.is_sent_start = False
            stop.sure = stop.sure or (_is_stop(token) and (stop.closed or token.text[0] in "?!"))
            stop.closed = stop.closed or token.text in _CLOSING
        else:
            begins: bool | None = token.i == 0
            if stop is not None and token.i:
                begins = _begins(token, stop, begun)
                if any(first < token.idx < last for first, last in inside):
                    begins = False
            token.is_sent_start = begins
            begun = begun if begins is False else token.i
            stop = _Stop(token, token.text[-1] in "?!") if _stops(token) else None
    after = next((t for t in doc if label and t.idx >= label.end), None)
    if after is not None:
        after.is_sent_start = True
    return doc


def _within_sentences(text: str) -> Iterator[tuple[int, int]]:
    """Where words are quoted or bracketed within a sentence, which goes on or stops after them.

    'He wrote "Home visit. Fine." and left'; 'the line "URGENT. Read this".'; "rang (she says. We
    could not tell) at six".
    """
    for start, end in quoted(text):
        ended = text[start : end - 1].rstrip()[-1:] in _TERMINAL
        goes_on = _GOES_ON.match(text, end) or (not ended and text[end : end + 1] == ".")
        if goes_on and end - start < _LONGEST_QUOTED:
            yield start, end
    for match in _BRACKET.finditer(text):
        before = text[: match.start()].rstrip()
        if before and before[-1] not in _TERMINAL | _CLOSING:
            yield match.span()


def _is_stop(token: Token) -> bool:
    return all(c in _TERMINAL for c in token.text)


def _closes(token: Token) -> bool:
    """Whether a token belongs to the stop before it: a closing mark, or a further stop."""
    if _is_stop(token) or token.is_space:
        return True
    spaced = bool(token.i and neighbour(token, -1).whitespace_)
    return token.text in _CLOSING and not (spaced and token.text in _OPENING)


def _stops(token: Token) -> bool:
    return token.text[-1] in _TERMINAL or bool(_NOTE_MARK.search(token.text))


def _begins(token: Token, stop: _Stop, begun: int) -> bool | None:
    """Whether a token after a stop begins a sentence; None where it can only be guessed.

    `begun` is where the sentence began that may end.
    """
    first = token
    while first.text in _OPENING and first.i + 1 < len(token.doc):
        first = neighbour(first)
    numbered = _ENUMERATOR.match(token.doc.text, token.idx)
    if first.text[0].islower() and not numbered:
        return _ends_in_word(stop) and first.text.isalpha()
    if not (first.text[0].isupper() or numbered or _starts_with_number(first)):
        return False
    mark = stop.token
    if mark.text in {"…", "..."}:
        return None if first.tag_ in _NAMES or first.text[0].isdigit() else True
    if stop.sure or not mark.text.endswith("."):
        return True
    if mark.text != ".":
        return not _abbreviates(mark.text.rstrip("."), mark.i, first, begun)
    return not mark.i or not _abbreviates(neighbour(mark, -1).text, mark.i - 1, first, begun)


_NAMES = frozenset({"NNP", "NNPS"})


def _starts_with_number(token: Token) -> bool:
    return bool(re.match(r"\.?\d", token.text))


def _ends_in_word(stop: _Stop) -> bool:
    """Whether a stop ends a sentence though a small letter follows, as in notes: "left. mother …".

    It stands after a word in full, and no quotation or bracket closes with it.
    """
    mark = stop.token
    if mark.text != "." or stop.closed or not mark.whitespace_ or not mark.i:
        return False
    word = neighbour(mark, -1)
    while word.text in _CLOSING and word.i:
        word = neighbour(word, -1)
    known = len(word) > 2 and word.text.isalpha() and word.lower_ not in _ABBREVIATIONS
    return known and not (word.text.isupper() or _NO_WORD.fullmatch(word.lower_))


def _opens_sentence(word: Token) -> bool:
    """Whether a word with a capital would stand in small letters within a sentence: "The", "Damp"."""
    return word.is_title and (word.is_stop or word.tag_ not in _NAMES)


def _abbreviates(word: str, at: int, following: Token, begun: int) -> bool:
    """Whether the stop after a word, the token at `at`, belongs to the word."""
    lower, doc = word.lower(), following.doc
    before = doc[at - 1] if at > begun else None
    if _NUMBER.fullmatch(word):
        caption = before is not None and at <= begun + 2 and doc[begun].lower_ in _NUMBERED
        return before is None or caption or before.text in {":", ";"}
    if lower in {"a.m", "p.m"}:
        return not (_starts_with_number(following) or _opens_sentence(following))
    if len(word) == 1 and word.isupper() and word != "I":
        if before is None:
            return True
        return before.lower_.rstrip("s") not in _CODED and not (
            following.is_stop and before.lower_.rstrip(".") not in _LEADING
        )
    if lower in _LEADING and lower not in _MAY_BE_WORDS | _MEASURES:
        return True
    if lower in _MEASURES and before is not None and before.text[0].isdigit():
        return following.text[0].islower()
    if lower in _MAY_BE_WORDS:
        return not following.text[0].isupper()
    if lower in _ABBREVIATIONS or _DOTTED.fullmatch(word):
        if _starts_with_number(following) and _LISTED.match(doc.text, following.idx):
            return False
        return not following.text[0].isupper() or not _opens_sentence(following)
    return False
