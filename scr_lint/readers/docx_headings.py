"""What a Word paragraph is: its style says, or its number, or that it stands alone in bold."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import replace

from lxml import etree

from ..draft import Block, Kind, Visibility, count_words
from .clean import cut
from .docx_package import w
from .docx_styles import BODY_LEVEL, Styles, outline_level, switch, value
from .docx_text import Inline
from .numbers import depth, heading_number, is_list_number, is_long_heading, paragraph_number

_NORMAL = frozenset({Kind.PARAGRAPH, Kind.LIST_ITEM, Kind.QUOTE})
_BOLD_HEADING_WORDS = 10


def classify(
    block: Block,
    paragraph: etree._Element,
    inline: Inline,
    styles: Styles,
    *,
    number: str,
    level: int,
    contents: bool,
) -> Block:
    """A block of the body with its kind, level and number.

    `number` and `level` are what Word prints before the paragraph by itself; where that is
    nothing, a number that was typed is taken off the text. `contents` says that the paragraph
    stands in a table of contents.
    """
    properties = paragraph.find(w("pPr"))
    kind, rank = _kind(properties, styles)
    if kind is not Kind.HEADING and (contents or inline.is_contents):
        kind = Kind.CAPTION
    if kind is Kind.HEADING and is_long_heading(block.text):
        kind, rank = Kind.PARAGRAPH, 0
    if block.cell is not None:
        kind, rank = Kind.CELL, 0
    start = 0
    if not number and kind is Kind.HEADING:
        number, start = heading_number(block.text)
    elif not number and kind not in {Kind.TITLE, Kind.CAPTION}:
        number, start = paragraph_number(block.text, inline.raw)
    if kind is Kind.PARAGRAPH and number and is_list_number(number):
        kind, rank = Kind.LIST_ITEM, level or 1
    text, offsets = cut(block.text, block.offsets, start)
    return replace(block, text=text, offsets=offsets, kind=kind, level=rank, number=number)


def is_gone(paragraph: etree._Element) -> bool:
    """Whether a paragraph's own mark is deleted, moved away or hidden.

    Without shown words such a paragraph is not there, and takes no number.
    """
    mark = paragraph.find(f"{w('pPr')}/{w('rPr')}")
    return mark is not None and (
        mark.find(w("del")) is not None
        or mark.find(w("moveFrom")) is not None
        or bool(switch(mark, w("vanish")))
    )


def with_bold_headings(blocks: Sequence[Block], bold: Collection[int]) -> tuple[Block, ...]:
    """Blocks in which short paragraphs that stand alone in bold are headings.

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
    return tuple(result)


def _kind(properties: etree._Element | None, styles: Styles) -> tuple[Kind, int]:
    """Kind and level by style and outline level, the paragraph's own before its style's."""
    style = styles.paragraph(value(properties, "pStyle"))
    outline = outline_level(properties)
    if outline is None or style.kind in {Kind.TITLE, Kind.CAPTION}:
        return style.kind, style.level
    if outline < BODY_LEVEL:
        return Kind.HEADING, outline + 1
    return (Kind.PARAGRAPH if style.kind is Kind.HEADING else style.kind), 0


def _reads_as_heading(block: Block) -> bool:
    numbered = not is_list_number(block.number) or re.fullmatch(r"\d+\.?", block.number)
    return (
        block.kind in {Kind.PARAGRAPH, Kind.LIST_ITEM}
        and (not block.number or bool(numbered))
        and count_words(block.text) <= _BOLD_HEADING_WORDS
        and re.search(r"[^\W\d_]", block.text) is not None
        and not block.text.endswith((".", ",", ";", ":"))
    )
