"""Where a long paragraph best breaks in two: near its middle, where the text turns to a new matter.

After Hearst's TextTiling (1997): two stretches of text are about different things where they share
few words. The words that open a sentence say more: "In March", "However", "The school".
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from .sentence_length import words_in

if TYPE_CHECKING:
    from spacy.tokens import Span

#: How many sentences on either side are compared.
_WINDOW = 2
#: How far from the middle a break may lie, as a share of the words.
_REACH = 0.25
#: Words at the head of a sentence that tie it to the one before.
_TYING = frozenset(
    "this that these those it he she they his her their such so then but and both each".split()
)
_TURNING = frozenset("however meanwhile later also second secondly finally elsewhere".split())


def best_break(sentences: Sequence[Span]) -> Span | None:
    """The sentence with which a new paragraph best begins; None where none lies near the middle."""
    lengths = [words_in(sentence) for sentence in sentences]
    total = sum(lengths)
    if len(sentences) < 2 or not total:
        return None
    middle = [
        index
        for index in range(1, len(sentences))
        if abs(sum(lengths[:index]) / total - 0.5) <= _REACH and lengths[index] > 2
    ]
    return sentences[min(middle, key=lambda i: _tie(sentences, i))] if middle else None


def _tie(sentences: Sequence[Span], at: int) -> float:
    """How closely a sentence goes with what stands before it: less than 0 for a turn."""
    before = _content(sentences[max(0, at - _WINDOW) : at])
    after = _content(sentences[at : at + _WINDOW])
    shared = len(before & after) / (len(before | after) or 1)
    first = sentences[at][0]
    if first.lower_ in _TYING:
        return shared + 0.5
    turns = first.lower_ in _TURNING or (first.tag_ == "IN" and _names_time(sentences[at]))
    return shared - 0.1 if turns else shared


def _content(sentences: Sequence[Span]) -> set[str]:
    return {
        token.lemma_.lower()
        for sentence in sentences
        for token in sentence
        if token.pos_ in {"NOUN", "PROPN", "VERB", "ADJ"} and not token.is_stop
    }


def _names_time(sentence: Span) -> bool:
    return any(token.ent_type_ in {"DATE", "TIME"} or token.like_num for token in sentence[:5])
