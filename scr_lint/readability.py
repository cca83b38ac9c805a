"""How hard a text is to read, by textstat on clean sentences.

Formulas are a rough guide: NHS England's health literacy toolkit uses them only to prioritise,
and Flesch asked for no more than a rough estimate. textstat's own sentence splitter is misled by
numbered paragraphs, bullets and abbreviations, so it is given sentences that have none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

_INNER_STOPS = re.compile(r"[.!?;:]+(?!\w)|(?<=\w)\.(?=\w)")


@dataclass(frozen=True, slots=True)
class Readability:
    """Measures of a text: Flesch reading ease (0 hard to 100 easy), Flesch-Kincaid grade.

    `age` is the reading age in years: the grade (years of American schooling) and five, never
    under 5.
    """

    ease: float
    grade: float
    words: int
    sentences: int

    @property
    def age(self) -> float:
        return max(5.0, round(self.grade + 5, 1))


def measure(sentences: Iterable[str]) -> Readability | None:
    """Readability of some sentences; None for fewer than three, which measure nothing."""
    import textstat

    cleaned = [c for c in map(clean_sentence, sentences) if c]
    if len(cleaned) < 3:
        return None
    prose = " ".join(cleaned)
    return Readability(
        ease=textstat.flesch_reading_ease(prose),
        grade=textstat.flesch_kincaid_grade(prose),
        words=textstat.lexicon_count(prose),
        sentences=len(cleaned),
    )


def clean_sentence(sentence: str) -> str:
    """A sentence that textstat counts as one: no stop inside it, one at its end.

    "" for fragments of under three words, which textstat leaves out of its count of sentences
    but not out of its count of words.
    """
    words = _INNER_STOPS.sub(" ", sentence).split()
    words = [word for word in words if any(c.isalnum() for c in word)]
    return f"{' '.join(words)}." if len(words) > 2 else ""
