"""The draft as the page shows it: headings, paragraphs, lists and tables, with their marks."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from ...draft import Block, Draft, Kind, Visibility
from .marks import Mark, Piece, pieces
from .view import Group

_UNSEEN = {
    Visibility.HIDDEN: "Hidden text",
    Visibility.DELETED: "Deleted text, still in the file",
    Visibility.METADATA: "In the file, not on the page",
}
_RUNNING = {Kind.HEADER: "Page header", Kind.FOOTER: "Page footer"}
#: Headings of the page stand at levels 1 and 2; those of the draft begin below them.
_FIRST_LEVEL, _LAST_LEVEL = 3, 6


@dataclass(frozen=True, slots=True)
class Line:
    """One block: its printed number, its text in pieces, and a label where it needs one."""

    index: int
    kind: str
    level: int
    number: str
    label: str
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table; `lines` are its paragraphs."""

    is_header: bool
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Node:
    """Something between two blank lines: a single line, a list (`lines`) or a table (`rows`).

    `page` is the number of the page that begins with it, where one does.
    """

    kind: str
    lines: tuple[Line, ...] = ()
    rows: tuple[tuple[Cell, ...], ...] = ()
    number: int = 0
    page: int | None = None


def document(draft: Draft, groups: Iterable[Group]) -> list[Node]:
    """The whole draft, in order."""
    marks = _marks_by_block(groups)
    nodes: list[Node] = []
    page: int | None = None
    for (kind, table), run in groupby(draft.blocks, key=_belongs):
        blocks = list(run)
        lines = tuple(_line(block, marks.get(block.index, ())) for block in blocks)
        if kind == "table":
            made = [Node(kind, rows=_rows(blocks, lines), number=table + 1, page=blocks[0].page)]
        elif kind == "line":
            made = [Node(kind, (n,), page=b.page) for n, b in zip(lines, blocks, strict=True)]
        else:
            made = [Node(kind, lines, page=blocks[0].page)]
        for node in made:
            nodes.append(replace(node, page=None) if node.page == page else node)
            page = node.page
    return nodes


def _belongs(block: Block) -> tuple[str, int]:
    """What neighbours must share to stand in one node."""
    if block.cell is not None:
        return "table", block.cell.table
    if block.kind is Kind.LIST_ITEM and block.visibility is Visibility.SHOWN:
        return "list", 0
    if block.kind is Kind.CAPTION:
        return "captions", 0
    return "line", 0


def _line(block: Block, marks: Sequence[Mark]) -> Line:
    kind, level = block.kind.value, block.level
    if block.kind is Kind.HEADING:
        level = min(max(block.level, 1) + _FIRST_LEVEL - 1, _LAST_LEVEL)
    label = _UNSEEN.get(block.visibility) or _RUNNING.get(block.kind, "")
    if block.visibility is not Visibility.SHOWN:
        kind = "unseen"
    return Line(block.index, kind, level, block.number, label, pieces(block.text, marks))


def _rows(blocks: Sequence[Block], lines: Sequence[Line]) -> tuple[tuple[Cell, ...], ...]:
    """The cells of a table by row and column; where a merged cell leaves a gap, an empty one."""
    at: dict[tuple[int, int], list[Line]] = {}
    headers: set[tuple[int, int]] = set()
    for block, line in zip(blocks, lines, strict=True):
        if block.cell:
            place = (block.cell.row, block.cell.column)
            at.setdefault(place, []).append(line)
            if block.cell.is_header:
                headers.add(place)
    columns = range(max(column for _, column in at) + 1)
    return tuple(
        tuple(Cell((row, c) in headers, tuple(at.get((row, c), ()))) for c in columns)
        for row in sorted({row for row, _ in at})
    )


def _marks_by_block(groups: Iterable[Group]) -> dict[int, list[Mark]]:
    marks: dict[int, list[Mark]] = {}
    for group in groups:
        for card in group.cards:
            for place, where in enumerate(card.finding.locations, 1):
                mark = Mark(
                    card.number,
                    place,
                    where.start,
                    where.end,
                    card.finding.severity,
                    group.title.lower(),
                )
                marks.setdefault(where.block, []).append(mark)
    return marks
