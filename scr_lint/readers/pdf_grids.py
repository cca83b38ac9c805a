"""Ruled tables: cells from the lines that are drawn around them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from .pdf_layout import Frame, rows_of
from .pdf_lines import Para, Place
from .pdf_page import Page, Word
from .pdf_paragraphs import group_paragraphs

_SNAP = 3.0  # points by which lines that should meet may miss each other
_SNAP_SIDES = 7.0  # so that the edge of a cell's shading counts as the line beside it
_MAX_EDGES = 600


@dataclass(frozen=True, slots=True)
class Box:
    """A cell's place in its table and on its page, in points."""

    row: int
    column: int
    x0: float
    top: float
    x1: float
    bottom: float

    def holds(self, word: Word) -> bool:
        """Whether the middle of a word is in the cell."""
        x, y = (word.x0 + word.x1) / 2, word.y - 0.3 * word.size
        return self.x0 <= x <= self.x1 and self.top <= y <= self.bottom


def could_hold_table(page: Page) -> bool:
    """Whether the lines on a page are enough for a table."""
    level = sum(1 for x0, y0, x1, y1 in page.rulings if x1 - x0 > 20 and y1 - y0 < 1)
    return level >= 3


def grids_of(page: Page, words: Sequence[Word]) -> list[list[Box]]:
    """The cells of each ruled table on a page; none for boxes and tables of one column."""
    # Imported late: only pages with rulings need it.
    from pdfplumber import table as ruled

    edges = [
        _edge(*ruling)
        for ruling in page.rulings
        if max(ruling[2] - ruling[0], ruling[3] - ruling[1]) > 4
    ]
    if not edges or len(edges) > 20 * _MAX_EDGES:
        return []
    edges = ruled.merge_edges(edges, _SNAP_SIDES, _SNAP, _SNAP, _SNAP)
    edges = ruled.merge_edges(edges + _missing(edges, words), _SNAP_SIDES, _SNAP, _SNAP, _SNAP)
    if len(edges) > _MAX_EDGES:
        return []
    cells = ruled.intersections_to_cells(ruled.edges_to_intersections(edges, _SNAP_SIDES, _SNAP))
    cells = [c for c in cells if c[2] - c[0] > 6 and c[3] - c[1] > 6]
    grids = [_grid(cells) for cells in ruled.cells_to_tables(cells)]
    return [grid for grid in grids if _is_table(grid, words)]


def fill(
    grid: Sequence[Box], words: Sequence[Word], page: int, table: int, frame: Frame
) -> list[Para]:
    """The paragraphs in the cells of a table, row by row."""
    paras: list[Para] = []
    for box in sorted(grid, key=lambda b: (b.row, b.column)):
        own = [word for word in words if box.holds(word)]
        if not own:
            continue
        lines = rows_of(own, page)
        margin = max(min(line.x0 for line in lines) - box.x0, 0)
        right = box.x1 - min(margin, 0.2 * (box.x1 - box.x0))
        for para in group_paragraphs(lines, frame, right=right):
            para.place = Place(table, box.row, box.column, left=box.x0, right=right)
            para.tag = ""
            paras.append(para)
    return paras


def _edge(x0: float, y0: float, x1: float, y1: float) -> dict[str, Any]:
    level = x1 - x0 >= y1 - y0
    return {
        "x0": x0,
        "x1": x1 if level else x0,
        "top": y0,
        "bottom": y0 if level else y1,
        "width": x1 - x0 if level else 0,
        "height": 0 if level else y1 - y0,
        "orientation": "h" if level else "v",
        "object_type": "line",
    }


def _missing(edges: Sequence[dict[str, Any]], words: Sequence[Word]) -> list[dict[str, Any]]:
    """Lines that a reader fills in: where a page ends a row, and at the open sides of tables."""
    extra: list[dict[str, Any]] = []
    upright = [e for e in edges if e["orientation"] == "v"]
    level = [e for e in edges if e["orientation"] == "h"]
    for end in ("top", "bottom"):
        for edge in upright:
            y = edge[end]
            beside = [e for e in upright if abs(e[end] - y) <= _SNAP]
            left, right = min(e["x0"] for e in beside), max(e["x0"] for e in beside)
            closed = any(
                abs(e["top"] - y) <= _SNAP and e["x0"] <= left + _SNAP and e["x1"] >= right - _SNAP
                for e in level
            )
            if right - left > 20 and not closed:
                extra.append(_edge(left, y, right, y))
    for group in _same_span(level):
        x0, x1 = group[0]["x0"], group[0]["x1"]
        tops = sorted(e["top"] for e in group)
        if any(
            min(abs(e["x0"] - x0), abs(e["x0"] - x1)) <= _SNAP
            and e["top"] < tops[-1]
            and e["bottom"] > tops[0]
            for e in upright
        ):
            continue  # its sides are drawn
        inner = [
            e["x0"]
            for e in upright
            if x0 - _SNAP <= e["x0"] <= x1 + _SNAP
            and e["top"] <= tops[0] + _SNAP
            and e["bottom"] >= tops[-1] - _SNAP
        ]
        if not any(x0 + 10 < x < x1 - 10 for x in inner):
            if inner or len(tops) < 4:
                continue
            inner = _white_columns(x0, x1, tops, words)
            if not inner:
                continue
            extra += [_edge(x, tops[0], x, tops[-1]) for x in inner]
        extra += [_edge(x, tops[0], x, tops[-1]) for x in (x0, x1)]
    return extra


def _same_span(level: Sequence[dict[str, Any]]) -> list[list[dict[str, Any]]]:
    """Groups of at least three level lines from and to the same places."""
    groups: list[list[dict[str, Any]]] = []
    for edge in level:
        if edge["x1"] - edge["x0"] < 100:
            continue
        for group in groups:
            if abs(group[0]["x0"] - edge["x0"]) < 4 and abs(group[0]["x1"] - edge["x1"]) < 4:
                group.append(edge)
                break
        else:
            groups.append([edge])
    return [group for group in groups if len(group) >= 3]


def _white_columns(
    x0: float, x1: float, tops: Sequence[float], words: Sequence[Word]
) -> list[float]:
    """Where upright lines would stand between the columns of a table with level lines only."""
    inside = [w for w in words if x0 <= w.x0 and w.x1 <= x1 + 2 and tops[0] < w.y < tops[-1]]
    if not inside:
        return []
    spans = sorted((w.x0, w.x1) for w in inside)
    between: list[float] = []
    reach = spans[0][1]
    for left, right in spans:
        if left - reach > 7:
            between.append((reach + left) / 2)
        reach = max(reach, right)
    if not between:
        return []
    rows = list(pairwise(tops))
    filled = 0
    for top, bottom in rows:
        own = [w for w in inside if top < w.y - 0.3 * w.size < bottom]
        filled += any(w.x1 < between[0] for w in own) and any(w.x0 > between[0] for w in own)
    return between if filled >= max(3, 0.6 * len(rows)) else []


def _grid(cells: Sequence[tuple[float, float, float, float]]) -> list[Box]:
    tops = _steps(cell[1] for cell in cells)
    lefts = _steps(cell[0] for cell in cells)
    return [
        Box(_step(tops, cell[1]), _step(lefts, cell[0]), cell[0], cell[1], cell[2], cell[3])
        for cell in cells
    ]


def _steps(values: Iterable[float]) -> list[float]:
    steps: list[float] = []
    for value in sorted(values):
        if not steps or value - steps[-1] > _SNAP:
            steps.append(value)
    return steps


def _step(steps: Sequence[float], value: float) -> int:
    return min(range(len(steps)), key=lambda at: abs(steps[at] - value))


def _is_table(grid: Sequence[Box], words: Sequence[Word]) -> bool:
    """Whether cells make a table: there are words in two columns."""
    return len({box.column for box in grid for word in words if box.holds(word)}) >= 2
