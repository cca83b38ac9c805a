"""Several things named in one sentence of a message."""

from __future__ import annotations

from collections.abc import Iterable


def listed(words: Iterable[str]) -> str:
    """Words as a sentence lists them: "a", "a and b", "a, b and c"; each once, in order."""
    *most, last = dict.fromkeys(words)
    return f"{', '.join(most)} and {last}" if most else last


def quoted_list(texts: Iterable[str]) -> str:
    """Texts in quotation marks, as a sentence lists them; breaks and double blanks in them are one
    blank each."""
    return listed(f"“{' '.join(text.split())}”" for text in texts)
