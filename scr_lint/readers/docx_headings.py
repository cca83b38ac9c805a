"""What a Word paragraph is: its style says, or its number."""

from __future__ import annotations

from dataclasses import replace

from lxml import etree

from ..draft import Block, Kind
from .clean import cut
from .docx_package import w
from .docx_styles import BODY_LEVEL, Styles, outline_level, switch, value
from .docx_text import Inline
from .numbers import heading_number, is_list_number, is_long_heading, paragraph_number


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


def _kind(properties: etree._Element | None, styles: Styles) -> tuple[Kind, int]:
    """Kind and level by style and outline level, the paragraph's own before its style's."""
    style = styles.paragraph(value(properties, "pStyle"))
    outline = outline_level(properties)
    if outline is None or style.kind in {Kind.TITLE, Kind.CAPTION}:
        return style.kind, style.level
    if outline < BODY_LEVEL:
        return Kind.HEADING, outline + 1
    return (Kind.PARAGRAPH if style.kind is Kind.HEADING else style.kind), 0
