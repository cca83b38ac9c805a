"""The words of a finding with a little of what stands around them."""

from __future__ import annotations

from ..draft import Draft
from ..result import Location

_AROUND = 60
_LONGEST = 240


def excerpt(draft: Draft, location: Location) -> tuple[str, str, str]:
    """What stands before the words, the words, and what stands after; cut at word boundaries.

    Words over 240 characters are cut in the middle.
    """
    text = draft.blocks[location.block].text
    words = text[location.start : location.end]
    if len(words) > _LONGEST:
        half = _LONGEST // 2
        return "", f"{_keep_start(words[:half])} … {_keep_end(words[-half:])}", ""
    start = max(0, location.start - _AROUND)
    end = min(len(text), location.end + _AROUND)
    before, after = text[start : location.start], text[location.end : end]
    if start:
        before = f"…{_keep_end(before)}"
    if end < len(text):
        after = f"{_keep_start(after)}…"
    return before, words, after


def _keep_start(text: str) -> str:
    """Text without the word that was cut off at its end."""
    return text.rsplit(" ", 1)[0] if " " in text else text


def _keep_end(text: str) -> str:
    """Text without the word that was cut off at its start."""
    return text.split(" ", 1)[1] if " " in text else text
