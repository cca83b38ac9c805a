"""Denials that affirm: what a sentence says the more by seeming to deny it.

"It is difficult to avoid the word slapdash", "never have we read a more harrowing account", "no report
can undo the savage end of a life", "it is not the case that no one was careless".
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Span as SpacySpan

# Two denials affirm: "it is not the case that no one was careless".
_DENIES_DENIAL = re.compile(
    r"\b(?:not (?:the case|true|right|so|possible to say)|untrue|cannot be said|cannot (?:say|claim|pretend)"
    r"|(?:wrong|false|idle) to (?:say|claim|pretend|suggest)|hardly the case) that"
    r" (?:no|nobody|none|neither|nothing)\b",
    re.IGNORECASE,
)
_UNAVOIDABLE = re.compile(
    r"\b(?:(?:difficult|hard|impossible) (?:not )?to|can(?:not|['’]t| not)) (?:avoid|escape|resist|find a"
    r"|use any(?: other)?|call|describe|see (?:it|this) as (?:anything|other))\b",
    re.IGNORECASE,
)
_UNPARALLELED = re.compile(
    r"\b(?:never|none|nothing|no (?:one|case|review|report)|(?:hard|difficult|impossible) to (?:imagine|think|conceive|picture))\b"
    r"[^.;]*\b(?:more|as|so|such|worse|less)\b(?: an?)?(?: [\w-]+)? $",
    re.IGNORECASE,
)
_HAVING_SEEN = re.compile(
    r"\b(?:read|seen?|saw|heard?|known?|met|come across|came across|encounter(?:ed)?|imagine|think of|conceive|picture"
    r"|ever|nursed|treated|written|sat)\b",
    re.IGNORECASE,
)
_NO_WORDS = re.compile(
    r"\b(?:no (?:one|reader|person|human being|words?|report|review|apology|inquiry|sentence|recommendation|finding)"
    r"|nobody|nothing|words|language)\b[^.;]{0,60}?\b(?:can(?:not)?|could|will|would|do not|does not|is able to|fails?)\b",
    re.IGNORECASE,
)
_UNDOING = re.compile(
    r"\b(?:undo|bring back|give back|express|convey|describe|do justice|capture|prepare|read|hear|look|watch|excuse"
    r"|erase|make up for|make good|take away|lessen|soften)\b",
    re.IGNORECASE,
)


def is_affirmed(tokens: SpacySpan) -> bool:
    """Whether the sentence of some words affirms them by what it denies."""
    sentence = tokens.sent
    before = tokens.doc[sentence.start : tokens.start].text_with_ws
    if _DENIES_DENIAL.search(sentence.text):
        return True
    unavoidable = _UNAVOIDABLE.search(before)
    if unavoidable and ";" not in before[unavoidable.end() :]:
        return True
    unparalleled = _UNPARALLELED.search(before)
    if unparalleled and _HAVING_SEEN.search(unparalleled[0]):
        return True
    no_words = _NO_WORDS.search(before)
    return bool(no_words and _UNDOING.search(before[no_words.end() :]))
