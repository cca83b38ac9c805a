"""Where one of the review's own findings stands, and what to call it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from scr_lint import Draft, Kind, Span
from scr_lint.draft import ReviewFinding
from scr_lint.grammar.clauses import requires
from scr_lint.structure.items import label_of

if TYPE_CHECKING:
    from spacy.tokens import Span as SpacySpan

#: The number of a paragraph or chapter, before its heading or alone.
_NUMBER = re.compile(r"^\(?[\divx.]+\)?(?:\s+|$)")
#: More paragraphs without a label than this are no list of findings. A default of this project.
_FEW = 12


def place_of(draft: Draft, own: ReviewFinding) -> Span:
    """The finding's heading, or its first sentence with its label."""
    block = draft.blocks[own.blocks[0]]
    first = next(sentences_of(draft, block.index), None)
    if first is None or not block.is_prose:
        return Span(block.index, 0, len(block.text))
    return Span(block.index, 0, first.end_char)


def title_of(own: ReviewFinding) -> str:
    """Its label ("Finding 3"), its heading in quotation marks, or "This finding" for one in a list."""
    words = own.label.strip()
    if label_of(f"{words} "):
        return words
    heading = _NUMBER.sub("", words)
    return f"“{heading}”" if len(heading) > 3 else "This finding"


def sentences_of(draft: Draft, block: int) -> Iterator[SpacySpan]:
    """The sentences of a block, without the label before them."""
    label = label_of(draft.blocks[block].text)
    after = label.end if label else 0
    yield from (s for s in draft.sentences(draft.blocks[block]) if s.end_char > after)


def only_requires(draft: Draft, own: ReviewFinding) -> bool:
    """Whether a finding only asks for something: a lesson, not a finding about what happened."""
    sentences = [s for i in own.blocks if draft.blocks[i].is_prose for s in sentences_of(draft, i)]
    return bool(sentences) and all(requires(sentence.root) for sentence in sentences)


def set_out(draft: Draft) -> list[tuple[int, ReviewFinding]]:
    """The findings that are set out one by one, each with its index.

    Those with a label, a heading or a row of their own; plain paragraphs and list items only where
    they are few and no others are set out: beside those they are introduction or comment. A chapter of numbered paragraphs is an account, and each paragraph need not do
    all that a finding does.
    """
    own = list(enumerate(draft.review_findings))
    plain = [pair for pair in own if _is_plain(draft, pair[1])]
    others = len(own) - len(plain)
    return own if len(plain) <= _FEW and others < 2 else [p for p in own if p not in plain]


def _is_plain(draft: Draft, own: ReviewFinding) -> bool:
    block = draft.blocks[own.blocks[0]]
    labelled = any(c.isalpha() for c in own.label)
    return block.kind is not Kind.HEADING and not block.cell and not labelled


def row_of(draft: Draft, own: ReviewFinding) -> tuple[int, ...]:
    """A finding's blocks, with the other cells of its row where it stands in a table."""
    first = draft.blocks[own.blocks[0]]
    if first.cell is None:
        return own.blocks
    row = (first.cell.table, first.cell.row)
    return tuple(b.index for b in draft.blocks if b.cell and (b.cell.table, b.cell.row) == row)
