"""The paragraphs of the pages: from the structure tree where it covers them, else by layout."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from itertools import pairwise

import pypdfium2 as pdfium

from .pdf_aligned import aligned_tables
from .pdf_grids import Box, could_hold_table, fill, grids_of
from .pdf_layout import Frame, in_reading_order, notes, rows_of, split_footnotes
from .pdf_lines import Line, Para, lines_in_order, make_line
from .pdf_page import ARTEFACT, Page, Word
from .pdf_paragraphs import group_paragraphs
from .pdf_running import find_running, is_page_number, near_top, once_each
from .pdf_shapes import add_rulings
from .pdf_tables import is_repeated_row, table_heads
from .pdf_tags import paragraphs
from .pdf_tree import Tree, covers

_FIRST_TABLE = 1_000_000  # numbers of tables found by their lines, apart from those of the tree


@dataclass
class Body:
    """Paragraphs in reading order, running lines once each, and what is usual in the document."""

    paras: list[Para] = field(default_factory=list)
    headers: list[Line] = field(default_factory=list)
    footers: list[Line] = field(default_factory=list)
    frame: Frame = field(default_factory=Frame)


def read_body(document: pdfium.PdfDocument, pages: Sequence[Page], tree: Tree) -> Body:
    """The text of all pages, in reading order."""
    tagged, used = _from_tree(pages, tree)
    covered = {number for number, _ in used}
    heads = table_heads(tagged)
    rest = {
        page.number: [word for word in page.words if (page.number, word.order) not in used]
        for page in pages
    }
    rows = {
        page.number: rows_of([w for w in rest[page.number] if w.turn == page.turn], page.number)
        for page in pages
    }
    grids = {p.number: _grids(document, p) for p in pages if p.number not in covered}
    # The heading of a table that goes on comes again at the top of pages too.
    running = find_running(
        [
            (page, [row for row in rows[page.number] if not _in_grid(row, grids.get(page.number))])
            for page in pages
        ]
    )
    kept = {n: [row for row in own if id(row) not in running.lines] for n, own in rows.items()}
    frame = Frame.of(
        [
            *(para.lines for para in tagged),
            # Rows of two columns lie closer to one another than the lines of either.
            *(column for n in grids if kept[n] for column in in_reading_order(kept[n])),
        ],
        pages,
    )
    headers = [line for line in running.headers if not is_repeated_row(line, heads)]
    footers = list(running.footers)
    loose: list[Para] = []
    table = _FIRST_TABLE
    for page in pages:
        own = kept[page.number]
        if page.number in covered:
            loose += _beside_tags(page, own, heads, headers, footers)
        else:
            ruled = grids[page.number]
            found = ruled + aligned_tables([row for row in own if not _in_grid(row, ruled)])
            loose += _by_layout(page, own, found, table, frame, _last_note(loose, page))
            table += len(found)
        aside = [word for word in rest[page.number] if word.turn != page.turn]
        slanted = [word for word in aside if word.turn < 0]
        if slanted:
            headers.append(make_line(slanted, page.number))
        turned = lines_in_order([word for word in aside if word.turn >= 0], page.number)
        loose += [Para([line], "Aside") for line in turned]
    paras = _merged(tagged, loose, covered)
    return Body(paras, once_each(headers), once_each(footers), frame)


def _from_tree(pages: Sequence[Page], tree: Tree) -> tuple[list[Para], set[tuple[int, int]]]:
    """The paragraphs of the pages that the tree covers, and the (page, order) of their words."""
    chosen = [page for page in pages if covers(page)]
    while chosen:
        paras, used = paragraphs(tree, chosen)
        found: dict[int, int] = {}
        for number, _ in used:
            found[number] = found.get(number, 0) + 1
        missing = [
            page
            for page in chosen
            if found.get(page.number, 0) < 0.9 * sum(word.tag >= 0 for word in page.words)
        ]
        if not missing:
            jumps = sum(a.page > b.page for a, b in pairwise(paras))
            if jumps > 2 + 0.05 * len(paras):
                paras.sort(key=lambda para: para.page)
            return paras, used
        chosen = [page for page in chosen if page not in missing]
    return [], set()


def _beside_tags(
    page: Page,
    lines: Iterable[Line],
    heads: Sequence[set[str]],
    headers: list[Line],
    footers: list[Line],
) -> list[Para]:
    """What a page that the tree covers holds beside: more running lines, or loose paragraphs."""
    loose: list[Para] = []
    for line in lines:
        if any(word.tag != ARTEFACT for word in line.words):
            loose.append(Para([line]))
        elif not is_page_number(line) and not is_repeated_row(line, heads):
            (headers if near_top(line, page) else footers).append(line)
    return loose


def _in_grid(row: Line, grids: Sequence[Sequence[Box]] | None) -> bool:
    return any(box.holds(row.words[0]) for grid in grids or () for box in grid)


def _grids(document: pdfium.PdfDocument, page: Page) -> list[list[Box]]:
    """The ruled tables of a page."""
    if page.drawn < 3:
        return []
    with closing(document[page.number - 1]) as source:
        add_rulings(source, page)
    if not could_hold_table(page):
        return []
    words = [word for word in page.words if word.turn == page.turn]
    return grids_of(page, words)


def _by_layout(
    page: Page,
    lines: Sequence[Line],
    grids: Sequence[Sequence[Box]],
    table: int,
    frame: Frame,
    before: Para | None,
) -> list[Para]:
    """The paragraphs of a page without tags.

    `table` is the number of its first table, `before` the last footnote of the page before.
    """
    held: list[Word] = []
    free: list[Word] = []
    for word in (word for line in lines for word in line.words):
        (held if any(box.holds(word) for grid in grids for box in grid) else free).append(word)
    rows, below = split_footnotes(rows_of(free, page.number), frame.size, before)
    footnotes = notes(below, before)
    paras: list[Para] = []
    for at, grid in enumerate(sorted(grids, key=_top)):
        paras += _prose([row for row in rows if row.y <= _top(grid)], frame)
        rows = [row for row in rows if row.y > _top(grid)]
        paras += fill(grid, held, page.number, table + at, frame)
    return paras + _prose(rows, frame) + footnotes


def _top(grid: Sequence[Box]) -> float:
    return min(box.top for box in grid)


def _last_note(paras: Sequence[Para], page: Page) -> Para | None:
    """The last footnote of the page before."""
    last = next((para for para in reversed(paras) if para.tag == "Note"), None)
    return last if last and last.lines[-1].page == page.number - 1 else None


def _prose(rows: Sequence[Line], frame: Frame) -> list[Para]:
    groups = in_reading_order(rows) if rows else []
    paras: list[Para] = []
    for group in groups:
        right = _margin(group, frame) if len(groups) == 1 else None
        paras += group_paragraphs(group, frame, right=right)
    return paras


def _margin(lines: Sequence[Line], frame: Frame) -> float:
    """How far to the right the lines of a page may go, in points."""
    right = frame.right(lines[0].page)
    left, widest = min(line.x0 for line in lines), max(line.x1 for line in lines)
    narrow = widest - left < 0.7 * (right - left)
    long = sum(line.x1 - left > 0.9 * (widest - left) for line in lines)
    # A page may hold the last lines of a text in two columns.
    return widest if narrow and long > 2 else max(right, widest)


def _merged(tagged: Sequence[Para], loose: Sequence[Para], covered: set[int]) -> list[Para]:
    """Both kinds of paragraphs in reading order: by page, and by height where a page has both."""
    merged: list[Para] = []
    waiting = list(loose)
    for para in tagged:
        while waiting and (
            waiting[0].page < para.page
            or (
                waiting[0].page == para.page
                and para.page in covered
                and para.tag not in ("Note", "FENote")
                and waiting[0].lines[0].y < para.lines[0].y
            )
        ):
            merged.append(waiting.pop(0))
        merged.append(para)
    return merged + waiting
