"""Numbers before headings and paragraphs, and what they say about what follows them."""

from __future__ import annotations

import re

from ..draft import count_words
from ..months import MONTH, SHORT_MONTH
from .clean import BULLETS, split_number

_HEADING = re.compile(rf"(\d{{1,2}})\s+(?!(?:{MONTH}|{SHORT_MONTH})\b)(?=[A-Z“‘\"'])")
_TABBED = re.compile(r"\s*(\d{1,3})\t\s*(?=\S)")
_MANY_LEVELS = re.compile(r"\d+(?:\.\d+)+\.?")
_ONE_LEVEL = re.compile(r"\(?(?:\d{1,3}(?:st|nd|rd|th)?|[a-z]{1,2}|[ivxlc]{1,6})[.):]*", re.I)
_ENDS = re.compile(r"[.:;!?][)\]”’\"']*\s*$")

#: A paragraph in a heading style is prose when it has more words than this and ends as prose does.
LONG_HEADING = 25


def heading_number(text: str) -> tuple[str, int]:
    """A number typed before a heading, and where the heading begins: also a bare "4 Analysis".

    ("", 0) where there is none: "3 March 2012" and "7 children" are headings without numbers.
    """
    number, start = split_number(text)
    if number:
        return number, start
    match = _HEADING.match(text)
    return (match[1], match.end()) if match else ("", 0)


def paragraph_number(text: str, raw: str = "") -> tuple[str, int]:
    """A number or bullet typed before a paragraph, and where its prose begins.

    `raw` is the text before cleaning: in it, a bare "12" with a tab after it is a number too.
    """
    number, start = split_number(text)
    if number:
        return number, start
    match = _TABBED.match(raw)
    return (match[1], len(match[1]) + 1) if match else ("", 0)


def is_list_number(number: str) -> bool:
    """Whether a number marks an item of a list: "•", "(b)", "iv)", "4."; not "4.12"."""
    return number in BULLETS or bool(_ONE_LEVEL.fullmatch(number))


def begins_item(line: str, above: str, first: str) -> bool:
    """Whether a line under another begins a paragraph of its own, by its number.

    "4.12 applies" in the middle of a sentence does not: the line `above` has to end a sentence,
    or the paragraph, whose `first` line is given, has to be an item of a list itself.
    """
    number, _ = paragraph_number(line.strip(), line)
    if not number:
        return False
    listed, _ = paragraph_number(first.strip(), first)
    return (
        (number in BULLETS and number not in "-–—o*")
        or _ENDS.search(above) is not None
        or (bool(listed) and is_list_number(listed) and is_list_number(number))
    )


def depth(number: str) -> int:
    """How many levels a number has: 1 for "4" and "4.", 2 for "4.12"; 1 for anything else."""
    return number.strip(".").count(".") + 1 if _MANY_LEVELS.fullmatch(number) else 1


_LABELLED = re.compile(r"(?:key )?(?:finding|learning point|theme|lesson) \w{1,5}\b", re.IGNORECASE)


def is_long_heading(text: str) -> bool:
    """Whether what is styled as a heading is a paragraph, as when the style is used to number.

    A finding's headline may be a sentence of any length.
    """
    return (
        not _LABELLED.match(text)
        and count_words(text) > LONG_HEADING
        and text.endswith((".", "!", "?", ":", ";", "”", '"'))
    )
