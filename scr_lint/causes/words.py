"""The words of a passage, one after another, as signs are looked for in them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from ..draft import Draft
from ..grammar.quotation import quoted
from ..structure.items import label_of

if TYPE_CHECKING:
    from spacy.tokens import Token


def words_of(draft: Draft, blocks: Sequence[int]) -> list[Token]:
    """The words and stops of some blocks, without the label before them."""
    label = label_of(draft.blocks[blocks[0]].text) if blocks else None
    return [
        token
        for at, index in enumerate(blocks)
        for token in draft.docs.get(index, ())
        if (at or label is None or token.idx >= label.end) and not token.is_space
    ]


def with_quotations(words: Sequence[Token]) -> Iterator[tuple[Token, bool]]:
    """Words, each with whether it stands in a quotation."""
    marks: dict[int, list[tuple[int, int]]] = {}
    for word in words:
        doc = id(word.doc)
        if doc not in marks:
            marks[doc] = list(quoted(word.doc.text))
        yield word, any(start <= word.idx < end for start, end in marks[doc])


def by_sentence(found: Counter[str], words: Sequence[Token]) -> dict[str, float]:
    """Signs of each kind for a sentence, with one more sentence to steady short passages."""
    sentences = 1 + len({(id(word.doc), word.sent.start) for word in words})
    return {name: count / sentences for name, count in found.items()}
