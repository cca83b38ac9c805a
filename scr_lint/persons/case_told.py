"""Which parts of a draft tell of somebody: a date or a place elsewhere is nobody's.

A review speaks of "he", "her mother" and "Child A" from its first page to its last. The report of
an inspection or an inquiry speaks of services, and tells of one family here and there if at all:
there, what a service did on a day, or where, leads to nobody.
"""

from __future__ import annotations

import re
from functools import cache

from .. import vocabulary
from ..draft import RUNNING, Draft
from ..grammar.phrases import split_phrases
from ..once import once

#: Mentions in a thousand words from which on a draft tells of a case throughout, and how many
#: words a draft has to have before they are counted.
_OFTEN, _ENOUGH = 6, 1500
#: Paragraphs before and after, in its section, that say whom a paragraph is about.
_NEAR = 2


@once
def blocks_of_case(draft: Draft) -> frozenset[int] | None:
    """Indices of the blocks that may tell of the case; None where all of them may.

    They are those that stand near a mention of somebody, in a draft that seldom makes one.
    """
    prose = [b for b in draft.blocks if b.kind not in RUNNING]
    mentions = {b.index: len(_somebody().findall(b.text)) for b in prose}
    words = sum(len(b.text.split()) for b in prose)
    if words < _ENOUGH or sum(mentions.values()) * 1000 >= _OFTEN * words:
        return None
    return frozenset(
        b.index
        for b in prose
        for near in range(b.index - _NEAR, b.index + _NEAR + 1)
        if mentions.get(near) and draft.section_of(near) == draft.section_of(b.index)
    )


@cache
def _somebody() -> re.Pattern[str]:
    """A pronoun for one person, a relative by a word of either sex, or a person's code."""
    kin = {
        word
        for row in vocabulary.load("scr_lint", "persons")
        if row["gender"] and row["who"] != "staff"
        for word in split_phrases(row["words"])
    }
    words = sorted({*kin, "he", "she", "him", "her", "his", "hers"}, key=len, reverse=True)
    return re.compile(
        rf"\b(?i:{'|'.join(map(re.escape, words))})\b"
        r"|\b(?:Child|Baby|Adult|Sibling|Young Person|Subject) (?:[A-Z]{1,2}\d?|\d)\b"
    )
