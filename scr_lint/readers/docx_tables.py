"""The grid of a Word table, and which of its rows are headings."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from ..draft import count_words
from .clean import clean
from .docx_package import w
from .docx_styles import Styles, number, switch, value
from .docx_text import T, read_inline

_HEADER_WORDS = 6
_PLAIN_FILLS = frozenset({None, "auto", "", "FFFFFF"})
_SKIPPED = frozenset(map(w, ("tblPr", "tblGrid", "tblPrEx", "trPr", "sdtPr", "sdtEndPr")))


@dataclass(frozen=True, slots=True)
class GridCell:
    """A cell and the grid column it begins in; `covered` if a merged cell above hides it."""

    element: etree._Element
    column: int
    span: int
    covered: bool


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table; `deleted` if its deletion is tracked."""

    element: etree._Element
    cells: tuple[GridCell, ...]
    deleted: bool


def read_rows(table: etree._Element) -> list[Row]:
    """The rows of a table, those of tables inside it left out."""
    rows = []
    for element in _inside(table, w("tr")):
        properties = element.find(w("trPr"))
        column = number(value(properties, "gridBefore")) or 0
        cells = []
        before: GridCell | None = None
        for cell in _inside(element, w("tc")):
            own = cell.find(w("tcPr"))
            merge = None if own is None else own.find(w("vMerge"))
            joined = None if own is None else own.find(w("hMerge"))
            span = max(number(value(own, "gridSpan")) or 1, 1)
            covered = any(
                m is not None and m.get(w("val")) in {None, "continue"} for m in (merge, joined)
            )
            before = GridCell(cell, column, span, covered)
            cells.append(before)
            column += span
        deleted = properties is not None and properties.find(w("del")) is not None
        rows.append(Row(element, tuple(cells), deleted))
    return rows


def is_layout(rows: list[Row]) -> bool:
    """Whether a table is only a frame around prose: it has one column."""
    return all(len(row.cells) == 1 for row in rows)


def count_header_rows(table: etree._Element, rows: list[Row], styles: Styles) -> int:
    """How many rows at the top are column headings rather than content.

    Rows that the author marked to repeat on every page are. Without that mark the first row has
    to look like headings: Word switches "header row" on in every table it makes, so that alone
    says little.
    """
    marked = 0
    for row in rows:
        properties = row.element.find(w("trPr"))
        if properties is None or not switch(properties, w("tblHeader")):
            break
        marked += 1
    if 0 < marked < len(rows):
        return marked
    width = max((cell.column + cell.span for row in rows for cell in row.cells), default=0)
    caption = len(rows) > 2 and len(rows[0].cells) == 1 and width > 1
    body = rows[1:] if caption else rows
    if _looks_like_header(table, body, styles):
        return 2 if caption else 1
    return 0


def column_headers(rows: list[Row], styles: Styles) -> dict[int, str]:
    """The heading of each grid column, from rows of headings; the lowest heading counts."""
    headers: dict[int, str] = {}
    for row in rows:
        for cell in row.cells:
            text = cell_text(cell.element, styles)
            if text:
                headers.update(dict.fromkeys(range(cell.column, cell.column + cell.span), text))
    return headers


def cell_text(cell: etree._Element, styles: Styles) -> str:
    """The shown words of a cell on one line."""
    return clean(" ".join(read_inline(p, styles).raw for p in cell.iter(w("p"))))[0]


def _inside(parent: etree._Element, tag: str) -> Iterator[etree._Element]:
    """Rows of a table or cells of a row, through content controls and other wrappers."""
    for child in parent:
        if child.tag == tag:
            yield child
        elif child.tag not in _SKIPPED:
            yield from _inside(child, tag)


def _looks_like_header(table: etree._Element, rows: list[Row], styles: Styles) -> bool:
    if len(rows) < 2 or len(rows[0].cells) < 2:
        return False
    first = [cell_text(cell.element, styles) for cell in rows[0].cells]
    for text in first:
        if not text or count_words(text) > _HEADER_WORDS or re.search(r"\S{4}[.;,!]$|:$", text):
            return False
    bold = [_is_bold(cell, styles) for cell in rows[0].cells]
    below = [_is_bold(cell, styles) for cell in rows[1].cells]
    if all(bold) and not all(below):
        return True
    if any(re.match(r"\W*\d", text) for text in first):
        return False  # a date, an age or a quantity is content
    if bold[0] and below[:1] == [True] and not any(bold[1:]):
        return False  # bold labels down the side
    if all(map(_is_shaded, rows[0].cells)) and not all(map(_is_shaded, rows[1].cells)):
        return True
    wordy = _has_longer_column(rows)
    switched_on = _header_switch(table)
    if switched_on is False:
        return False
    return wordy or (bool(switched_on) and len(first) > 2)


def _has_longer_column(rows: list[Row]) -> bool:
    """Whether a column holds sentences under its first cell."""
    for at in range(len(rows[0].cells)):
        lengths = [
            count_words(" ".join(text.text or "" for text in row.cells[at].element.iter(T)))
            for row in rows[1:]
            if at < len(row.cells)
        ]
        if lengths and sum(lengths) > _HEADER_WORDS * len(lengths):
            return True
    return False


def _header_switch(table: etree._Element) -> bool | None:
    properties = table.find(w("tblPr"))
    look = None if properties is None else properties.find(w("tblLook"))
    if look is None:
        return None
    if look.get(w("firstRow")) is not None:
        return look.get(w("firstRow")) not in {"0", "false", "off"}
    try:
        return bool(int(look.get(w("val")) or "0", 16) & 0x0020)
    except ValueError:
        return None


def _is_bold(cell: GridCell, styles: Styles) -> bool:
    paragraphs = [read_inline(p, styles) for p in cell.element.iterfind(w("p"))]
    return all(p.is_bold for p in paragraphs if p.raw.strip()) and any(
        p.is_bold for p in paragraphs
    )


def _is_shaded(cell: GridCell) -> bool:
    properties = cell.element.find(w("tcPr"))
    shading = None if properties is None else properties.find(w("shd"))
    return shading is not None and shading.get(w("fill")) not in _PLAIN_FILLS
