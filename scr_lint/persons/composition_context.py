"""The words around what may tell how a family is made up, as signs.

`composition_signs` reads whose the words are and what they count; here are the very words that stand
before and after, that govern them and that the sentence and the row of a table hold.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..draft import Block, Draft
from ..grammar.voice import subject_of
from ..structure.tables import row_of
from .family import Standing, standing
from .mentions import Cast

if TYPE_CHECKING:
    from spacy.tokens import Span as SpacySpan

_SIBLING = re.compile(
    r"\b(?:sib(?:ling)?s?|brothers?|sisters?|HS ?\d|household|family|children|composition|relationship)\b",
    re.IGNORECASE,
)
_KIN_LABEL = re.compile(
    r"\b(?:(?:half|step)[- ]?)?(?:sib(?:ling)?|brother|sister|child|subject|twin|boy|girl|son|daughter)\b|^[A-Z]{1,3}\d?$",
    re.IGNORECASE,
)


def context_of(draft: Draft, block: Block, words: SpacySpan, cast: Cast) -> Iterator[str]:
    """What stands beside some words, above them in the sentence, and in their row."""
    doc = words.doc
    for token in words:
        yield f"word={token.lower_}"
    yield f"tag={words.root.tag_}"
    for step in (1, 2):
        before = doc[words.start - step] if words.start - step >= words.sent.start else None
        yield f"{step} before={before.lower_ if before is not None else 'none'}"
        after = doc[words.end + step - 1] if words.end + step - 1 < words.sent.end else None
        yield f"{step} after={after.lower_ if after is not None else 'none'}"
    if words.end < len(doc):
        yield f"after is {doc[words.end].pos_}"
    yield from _above(words, cast)
    yield from _beside(words, cast)
    yield from _in_table(draft, block)


def _above(words: SpacySpan, cast: Cast) -> Iterator[str]:
    root = words.root
    head = root.head
    if not words.start <= head.i < words.end:
        yield f"head={head.lemma_.lower()}"
        yield f"head is {head.pos_}"
        found = standing(head, cast)
        yield f"head of {found}" if found else "head of nobody"
        if head.dep_ in {"attr", "pobj", "dobj", "appos", "conj", "prep"}:
            yield f"above={head.head.lemma_.lower()}"
    verb = next((t for t in [root, *root.ancestors] if t.pos_ in {"VERB", "AUX"}), None)
    if verb is None:
        return
    yield f"verb={verb.lemma_.lower()}"
    yield f"verb is {verb.tag_}"
    if any(child.dep_ == "neg" for child in verb.children):
        yield "denied"
    subject = subject_of(verb)
    if subject is not None and not words.start <= subject.i < words.end:
        yield f"subject={subject.lemma_.lower()}"


def _beside(words: SpacySpan, cast: Cast) -> Iterator[str]:
    doc, sentence = words.doc, words.sent
    beside = [t for t in sentence if not words.start <= t.i < words.end]
    for each in {standing(t, cast) for t in beside} - {None}:
        yield f"beside: {each}"
    last = next((s for t in reversed(doc[: words.start]) if (s := standing(t, cast))), None)
    yield f"last before: {last}" if last else "nobody before"
    if any(standing(t, cast) is Standing.FAMILY for t in doc[words.start : words.start + 40]):
        yield "the family soon after"


def _in_table(draft: Draft, block: Block) -> Iterator[str]:
    if block.cell is None:
        return
    if block.cell.is_header:
        yield "a header"
    row = [b.text for b in row_of(draft, block) if b.index != block.index]
    if any(_KIN_LABEL.search(text) for text in row[:1]):
        yield "in the row of a child"
    if _SIBLING.search(block.cell.header):
        yield "in a column of kin"
