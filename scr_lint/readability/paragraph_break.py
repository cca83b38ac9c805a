"""Where a long paragraph best breaks in two: near its middle, where the text turns to a new matter.

After Hearst's TextTiling (1997): two stretches of text are about different things where they share
few words. The words that open a sentence say more: "In March", "However", "The school".
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from ..grammar.quotation import quoted
from .sentence_length import words_in

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

#: How many sentences on either side are compared.
_WINDOW = 2
#: How far from the middle a break may lie, as a share of the words.
_REACH = 0.25
#: Words at the head of a sentence that tie it to the one before.
_TYING = frozenset(
    "this that these those it he she they his her their such so then but and both each thus hence "
    "therefore consequently instead".split()
)
#: Phrases at its head that do so.
_TYING_PHRASES = (
    "for example", "for instance", "as a result", "in other words", "in particular", "that is",
    "because of this", "even so", "in doing so", "to this end",
)  # fmt: skip
#: Words within its first few that point back: "Structurally, this meant", "At that point he".
_POINTING = frozenset("this that these those such".split())
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
    first = next((t for t in sentences[at] if not t.is_punct), sentences[at][0])
    if _leans_back(sentences[at], first):
        return shared + 0.5
    if _is_within_quotation(sentences, at):
        return shared + 1.0
    turns = first.lower_ in _TURNING or (first.tag_ == "IN" and _names_time(sentences[at]))
    return shared - 0.1 if turns else shared


def _leans_back(sentence: Span, first: Token) -> bool:
    """Whether a sentence opens with words that only the one before it makes clear."""
    opening = sentence.doc[first.i : sentence.end]
    if first.lower_ in _TYING or opening.text.lower().startswith(_TYING_PHRASES):
        return True
    return any(
        token.lower_ in _POINTING and token.dep_ in {"nsubj", "nsubjpass", "det", "pobj"}
        for token in opening[:4]
    )


def _is_within_quotation(sentences: Sequence[Span], at: int) -> bool:
    """Whether a quotation that began before a sentence is still open where it begins."""
    start = sentences[at].start_char - sentences[0].start_char
    text = sentences[0].doc.text[sentences[0].start_char : sentences[-1].end_char]
    return any(begin < start < end for begin, end in quoted(text))


def _content(sentences: Sequence[Span]) -> set[str]:
    return {
        token.lemma_.lower()
        for sentence in sentences
        for token in sentence
        if token.pos_ in {"NOUN", "PROPN", "VERB", "ADJ"} and not token.is_stop
    }


def _names_time(sentence: Span) -> bool:
    return any(token.ent_type_ in {"DATE", "TIME"} or token.like_num for token in sentence[:5])
