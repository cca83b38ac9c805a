"""Where sentences begin: after a full stop, and nowhere else.

A statistical parser breaks about one sentence in ten in the wrong place: at a capital, a number,
a semicolon, a quotation. Reports are edited prose, in which the stop can be trusted; what is left
is to know an abbreviation, an initial and a code ("Child A.") from the end of a sentence.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from ..items import label_of
from .parse import neighbour

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Abbreviations after which a sentence goes on, in lower case and without their full stop.
_ABBREVIATIONS = _words(
    """para paras p pp pg no nos s ss sec sch vol ch fig figs ed eds cf viz approx ref refs e.g i.e
    eg ie etc al dr mr mrs ms mx prof rev st sgt insp supt cllr hon messrs art reg regs jan feb mar
    apr jun jul aug sept sep oct nov dec v vs dept tel ext ibid"""
)
# … of these, the ones that may also end a sentence when a capital follows.
_MAY_END = _words("etc al p s ss v no ch ed eds art ext ibid")
# Words before a single letter that make it a code ("Child A.") and not an initial ("A. Smith").
_CODED = _words(
    """child baby infant sibling mother father parent adult carer family brother sister grandmother
    grandfather partner uncle aunt friend person school nursery hospital trust nurse worker
    practitioner teacher officer address site ward team group type part section appendix annex
    class category grade option phase stage table plan step house home and or"""
)
_TERMINAL = frozenset(".?!…")
_CLOSING = frozenset("\"'”’)]»")
_OPENING = frozenset("\"'“‘([«")
_BULLETS = frozenset("•◦▪■□●○◼‣➢➤❖✓")
# The mark of a footnote, run on to the last word: "was seen.12".
_NOTE_MARK = re.compile(r"[^\W\d]{2,}[)”’]?\.\d{1,3}$")


def mark_starts(doc: Doc) -> Doc:
    """Tells the parser where sentences begin; where only the parser can tell, nothing is set.

    A stop carries over the quotation marks and brackets that close with it. A colon, semicolon,
    dash or capital never begins a sentence; what follows a label ("Recommendation 3:") does.
    """
    stop: Token | None = None
    label = label_of(doc.text)
    for token in doc:
        # Symbol fonts print bullets from the private area ("Co") of Unicode.
        if token.text in _BULLETS or unicodedata.category(token.text[0]) == "Co":
            token.is_sent_start = True
            stop = None
        elif stop is not None and _closes(token):
            token.is_sent_start = False
        else:
            token.is_sent_start = token.i == 0 or (stop is not None and _begins(token, stop))
            stop = token if _stops(token) else None
    after = next((t for t in doc if label and t.idx >= label.end), None)
    if after is not None:
        after.is_sent_start = True
    return doc


def _closes(token: Token) -> bool:
    """Whether a token belongs to the stop before it: a closing mark, or a further stop."""
    if token.text[0] in _TERMINAL or token.is_space:
        return True
    spaced = bool(token.i and neighbour(token, -1).whitespace_)
    return token.text in _CLOSING and not (spaced and token.text in _OPENING)


def _stops(token: Token) -> bool:
    return token.text[-1] in _TERMINAL or bool(_NOTE_MARK.search(token.text))


def _begins(token: Token, stop: Token) -> bool | None:
    """Whether a token after a stop begins a sentence; None where it can only be guessed."""
    first = token
    while first.text in _OPENING and first.i + 1 < len(token.doc):
        first = neighbour(first)
    if not (first.text[0].isupper() or first.text[0].isdigit()):
        return False
    if stop.text in {"…", "..."} or stop.lower_ in {"a.m.", "p.m."}:
        return None
    if stop.text == ".":
        return not stop.i or not _abbreviates(neighbour(stop, -1).text, stop.i - 1, first)
    if stop.text.endswith("."):
        return not _abbreviates(stop.text.rstrip("."), stop.i, first)
    return True


def _abbreviates(word: str, at: int, following: Token) -> bool:
    """Whether the stop after a word, the token at `at`, belongs to the word."""
    lower = word.lower()
    if lower in _MAY_END:
        return not following.text[0].isupper()
    if len(word) == 1 and word.isupper() and word != "I":
        before = following.doc[at - 1].lower_.rstrip("s") if at else ""
        return before not in _CODED
    return lower in _ABBREVIATIONS
