"""What a causal relation is: a cause, an effect, and the words that join them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from ..draft import Span

if TYPE_CHECKING:
    from spacy.tokens import Span as SpacySpan


class Link(StrEnum):
    """How a relation is said.

    ANSWER is a question ("Why …?"), a "hard to" or a "not because" with the sentences that answer
    it. CIRCUMSTANCE only sets one thing beside another: "with two posts empty, …". SIGN reads one
    thing from another ("this shows a lack of …"), which explains nothing.
    """

    CONNECTIVE = "connective"
    RESULT = "result"
    INFLUENCE = "influence"
    ENABLING = "enabling"
    SOURCE = "source"
    REASON = "reason"
    DEGREE = "degree"
    ANSWER = "answer"
    CIRCUMSTANCE = "circumstance"
    SIGN = "sign"


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words of a block."""

    block: int
    tokens: SpacySpan

    def part(self, start: int, end: int) -> tuple[Piece, ...]:
        """The piece from one token of the block to another, none where that is empty."""
        tokens = self.tokens.doc[start:end]
        return (Piece(self.block, tokens),) if len(tokens) else ()

    def holds(self, other: Piece) -> bool:
        """Whether another piece lies within this one."""
        mine, its = self.tokens, other.tokens
        return self.block == other.block and mine.start <= its.start and its.end <= mine.end

    def touches(self, other: Piece) -> bool:
        """Whether another piece shares a word with this one."""
        mine, its = self.tokens, other.tokens
        return self.block == other.block and mine.start < its.end and its.start < mine.end

    @property
    def span(self) -> Span:
        """The piece as characters of its block."""
        return Span(self.block, self.tokens.start_char, self.tokens.end_char)


@dataclass(frozen=True, slots=True)
class Relation:
    """A cause and its effect. Either may stand in several places, or be left unsaid.

    `denied` is true where the passage says that the one did not come of the other.
    """

    link: Link
    marker: Piece
    cause: tuple[Piece, ...]
    effect: tuple[Piece, ...]
    denied: bool = False
