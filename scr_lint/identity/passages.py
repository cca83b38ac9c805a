"""Sentences around a place in a text, before any parse."""

from __future__ import annotations

import re
from collections.abc import Iterator

#: One capitalised word of a name.
NAME = r"[^\W\da-z_][\w’'&-]*"

_BREAK = re.compile(r"(?<![A-Z]\b)(?<!\bMr)(?<!\bMrs)[.!?][”\"’)]? (?=[A-Z“\"‘(])")


def without_overlaps(found: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Places in order, those that overlap an earlier one left out."""
    last = -1
    for start, end in sorted(found, key=lambda p: (p[0], -p[1])):
        if start >= last:
            yield start, end
            last = end


def words_around(text: str, match: re.Match[str]) -> str:
    """The sentence around a match, without the match itself."""
    start, end = _bounds(text, match.start(), match.end())
    return f"{text[start : match.start()]} {text[match.end() : end]}"


def sentence_at(text: str, start: int, end: int) -> str:
    first, last = _bounds(text, start, end)
    return text[first:last]


def sentence_starts(text: str) -> list[int]:
    """Where the sentences of a text begin."""
    return [0, *(match.end() for match in _BREAK.finditer(text))]


def _bounds(text: str, start: int, end: int) -> tuple[int, int]:
    breaks = [m.end() for m in _BREAK.finditer(text)]
    first = max((b for b in breaks if b <= start), default=0)
    last = min((b for b in breaks if b >= end), default=len(text))
    return first, last
