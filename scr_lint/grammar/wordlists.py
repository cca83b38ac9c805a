"""Term lists whose words are parts of constructions that a rule finds on the parse.

A row of such a list has a `phrase` and a `pattern`: which construction the phrase is a part of.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from .phrases import split_phrases

if TYPE_CHECKING:
    from spacy.tokens import Token

Row = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class WordLists:
    """The rows of a term list by pattern, and within a pattern by phrase."""

    rows: tuple[Row, ...]
    lists: Mapping[str, Mapping[str, Row]]

    @classmethod
    def of(cls, rows: Iterable[Row]) -> WordLists:
        """From rows; a cell with several phrases counts for each."""
        rows = tuple(rows)
        lists: dict[str, dict[str, Row]] = {}
        for row in rows:
            for phrase in split_phrases(row["phrase"]):
                lists.setdefault(row["pattern"], {}).setdefault(phrase, row)
        return cls(rows, lists)

    def words(self, pattern: str) -> Mapping[str, Row]:
        """The rows of a pattern by their words."""
        return self.lists.get(pattern, {})

    def row(self, token: Token, pattern: str) -> Row | None:
        """The row of a pattern for a word, by its lemma."""
        words, lemma = self.words(pattern), token.lemma_.lower()
        # The lemmatiser takes "spared" for a form of "spar".
        return words.get(lemma) or words.get(f"{lemma}e")

    def of_patterns(self, *patterns: str) -> list[Row]:
        """The rows of some patterns, in order."""
        return [row for row in self.rows if row["pattern"] in patterns]
