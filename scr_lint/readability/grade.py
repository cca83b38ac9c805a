"""How hard a text is to read, after Flesch and Kincaid, on clean sentences.

Formulas are a rough guide: NHS England's health literacy toolkit uses them only to prioritise,
and Flesch asked for no more than a rough estimate. Words and syllables are counted by textstat;
its own sentence splitter is misled by numbered paragraphs, bullets and abbreviations, so it is
given one sentence at a time.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from .dictionary import pronunciations

_INNER_STOPS = re.compile(r"[.!?;:]+(?!\w)|(?<=\w)\.(?=\w)")


@dataclass(frozen=True, slots=True)
class Readability:
    """Measures of a text, from its counts.

    `ease` is Flesch's reading ease (0 hard to 100 easy), `grade` Flesch and Kincaid's years of
    American schooling, `age` the reading age in years: the grade and five, never under 5.
    """

    words: int
    sentences: int
    syllables: int

    @property
    def ease(self) -> float:
        per_sentence, per_word = self.words / self.sentences, self.syllables / self.words
        return round(206.835 - 1.015 * per_sentence - 84.6 * per_word, 1)

    @property
    def grade(self) -> float:
        per_sentence, per_word = self.words / self.sentences, self.syllables / self.words
        return round(0.39 * per_sentence + 11.8 * per_word - 15.59, 1)

    @property
    def age(self) -> float:
        return max(5.0, round(self.grade + 5, 1))


def measure(sentences: Iterable[str]) -> Readability | None:
    """Readability of some sentences; None for fewer than three, which measure nothing."""
    counts = [count for count in map(_count, sentences) if count]
    return _sum(counts) if len(counts) > 2 else None


def heaviest(sentences: Sequence[str], number: int = 3) -> list[int]:
    """The places of the sentences without which the others would read easiest, heaviest first."""
    counts = [_count(sentence) for sentence in sentences]
    known = [count for count in counts if count]
    if len(known) < 2:
        return [index for index, count in enumerate(counts) if count]
    whole = _sum(known)
    without = {
        index: Readability(
            whole.words - count.words, whole.sentences - 1, whole.syllables - count.syllables
        ).grade
        for index, count in enumerate(counts)
        if count
    }
    return sorted(without, key=lambda index: without[index])[:number]


def clean_sentence(sentence: str) -> str:
    """A sentence that textstat counts as one: no stop inside it, one at its end.

    "" for fragments of under three words, such as headings and labels.
    """
    words = _INNER_STOPS.sub(" ", sentence).split()
    words = [word for word in words if any(c.isalnum() for c in word)]
    return f"{' '.join(words)}." if len(words) > 2 else ""


def _count(sentence: str) -> Readability | None:
    import textstat

    cleaned = clean_sentence(sentence)
    if not cleaned:
        return None
    pronunciations()  # loaded our way, before textstat asks for it
    return Readability(textstat.lexicon_count(cleaned), 1, textstat.syllable_count(cleaned))


def _sum(counts: Sequence[Readability]) -> Readability:
    return Readability(
        sum(c.words for c in counts),
        sum(c.sentences for c in counts),
        sum(c.syllables for c in counts),
    )
