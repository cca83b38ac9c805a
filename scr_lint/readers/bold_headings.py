"""Headings that are headings by their look alone: short paragraphs set in bold."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import replace

from ..draft import Block, Kind, Visibility, count_words
from .clean import cut
from .numbers import depth, heading_number, is_list_number

_NORMAL = frozenset({Kind.PARAGRAPH, Kind.LIST_ITEM, Kind.QUOTE})
_WORDS = 10
#: "Finding 1 – Messages left with the switchboard were not passed on at weekends"
_LABELLED = re.compile(
    r"\W*(?:\w+ )?(?:finding|lesson|learning point|theme|recommendation|episode|part|section|chapter|appendix)"
    r"\s(?:\d|[a-z]\b|one|two|three|four|five|six|seven|eight|nine|ten)",
    re.IGNORECASE,
)
_LABELLED_WORDS = 25


def with_bold_headings(
    blocks: Sequence[Block], bold: Collection[int]
) -> tuple[tuple[Block, ...], frozenset[int]]:
    """Blocks in which short paragraphs that stand alone in bold are headings, and which those are.

    `bold` are the indices of body paragraphs all in bold. In a draft with real headings such a
    heading belongs one level under the last of them, and bold lines before the first are the cover.
    """
    shown = [
        block
        for block in blocks
        if block.visibility is Visibility.SHOWN and block.kind is not Kind.FOOTNOTE
    ]
    has_headings = any(block.kind is Kind.HEADING for block in shown)
    result = list(blocks)
    level = 0
    for before, block, after in zip([None, *shown], shown, [*shown[1:], None], strict=False):
        if block.kind is Kind.HEADING:
            level = block.level
        elif (
            block.index in bold
            and (level or not has_headings)
            and _reads_as_heading(block)
            and after is not None
            and after.kind in _NORMAL
            and after.index not in bold
            and not (before is not None and before.index in bold and before.kind in _NORMAL)
        ):
            number, start = (block.number, 0) if block.number else heading_number(block.text)
            text, offsets = cut(block.text, block.offsets, start)
            result[block.index] = replace(
                block,
                text=text,
                offsets=offsets,
                number=number,
                kind=Kind.HEADING,
                level=level + 1 if level else depth(number),
            )
    found = {at for at in bold if result[at].kind is Kind.HEADING is not blocks[at].kind}
    return tuple(result), frozenset(found)


def _reads_as_heading(block: Block) -> bool:
    numbered = not is_list_number(block.number) or re.fullmatch(r"\d+\.?", block.number)
    return (
        block.kind in {Kind.PARAGRAPH, Kind.LIST_ITEM}
        and (not block.number or bool(numbered))
        and count_words(block.text) <= (_LABELLED_WORDS if _LABELLED.match(block.text) else _WORDS)
        and re.search(r"[^\W\d_]", block.text) is not None
        and not block.text.endswith((".", ",", ";", ":"))
    )
