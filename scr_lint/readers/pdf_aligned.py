"""Tables without lines: columns that nothing but white space keeps apart."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from .clean import split_number
from .pdf_grids import Box
from .pdf_layout import is_two_columned
from .pdf_lines import Line, spell
from .pdf_page import Word
from .pdf_paragraphs import contents_lines

_GAP = 7.0  # points of white between columns, at least
_LEFT = 5.0  # points that must stay white in all lines
_FAR = 3.2  # line sizes between two lines of one table, at most

_LABEL = re.compile(
    r"[A-Z]{0,3}\.?\d+(?:\.\d+)*[.):]?"
    r"|(?:Figure|Table|Recommendation|Finding|Action|Question|Learning point) \d+[.:]?"
)

_Span = tuple[float, float]


def aligned_tables(rows: Sequence[Line]) -> list[list[Box]]:
    """The cells of tables among the lines of a page, given from the top down.

    Only where lines read across would mix up cells: with three columns, or with text in the
    second column that goes on below a shorter first one.
    """
    if is_two_columned(rows):
        return []
    entries = contents_lines(rows)
    grids: list[list[Box]] = []
    at = first = 0
    while at < len(rows):
        if at in entries or not _white(rows[at]):
            at += 1
            continue
        end, white = _run(rows, at)
        start = at
        while start > first and _is_rest(rows[start - 1], rows[start], white):
            start -= 1
        grid = _grid(rows[start:end], white)
        if grid:
            grids.append(grid)
        at = first = end if grid else at + 1
    return grids


def _white(row: Line) -> list[_Span]:
    """The wide gaps in a line, those after a number or bullet left out."""
    gaps = [
        (before.x1, word.x0)
        for before, word in pairwise(row.words)
        if word.x0 - before.x1 > max(0.9 * row.size, _GAP)
    ]
    first = [word for word in row.words if not gaps or word.x1 <= gaps[0][0]]
    return gaps[1:] if gaps and _is_marker(first) else gaps


def _is_marker(words: Sequence[Word]) -> bool:
    text = spell(words)
    return bool(_LABEL.fullmatch(text) or split_number(f"{text} x")[0])


def _run(rows: Sequence[Line], start: int) -> tuple[int, list[_Span]]:
    """Where the lines end that leave the same strips white, and these strips."""
    white = _white(rows[start])
    end = start + 1
    while end < len(rows):
        row = rows[end]
        if row.y - rows[end - 1].y > _FAR * row.size:
            break
        left = [part for span in white for part in _without(span, row)]
        left = [span for span in left if span[1] - span[0] >= _LEFT]
        if not left:
            break
        white = left
        end += 1
    return end, white


def _is_rest(row: Line, below: Line, white: Sequence[_Span]) -> bool:
    """Whether a line above the first full one belongs to a row that began a page before."""
    near = below.y - row.y <= 1.5 * row.size
    return near and row.x0 > white[0][0] and all(_without(span, row) == [span] for span in white)


def _without(span: _Span, row: Line) -> list[_Span]:
    """What the words of a line leave of a white strip."""
    parts = [span]
    for word in row.words:
        parts = [
            piece
            for x0, x1 in parts
            for piece in ((x0, min(x1, word.x0)), (max(x0, word.x1), x1))
            if piece[1] > piece[0]
        ]
    return parts


def _grid(rows: Sequence[Line], white: Sequence[_Span]) -> list[Box]:
    """The cells between the white strips; none where the lines make no table."""
    cuts = [(x0 + x1) / 2 for x0, x1 in white]
    filled = [[_column(word, cuts) for word in row.words] for row in rows]
    # White beside all text is a margin.
    cuts = [
        cut for at, cut in enumerate(cuts) if sum(min(own) <= at < max(own) for own in filled) >= 2
    ]
    if not cuts:
        return []
    filled = [sorted({_column(word, cuts) for word in row.words}) for row in rows]
    while rows and filled[-1] == [0]:
        rows, filled = rows[:-1], filled[:-1]
    across = sum(len(own) > 1 for own in filled)
    wrapped = sum(0 not in own for own in filled)
    if across < 2 or not (wrapped > 2 or (across > 2 and (len(cuts) > 1 or wrapped > 1))):
        return []
    heads = [
        [word for word in row.words if _column(word, cuts) == 0]
        for row, own in zip(rows, filled, strict=True)
        if 0 in own
    ]
    if sum(map(_is_marker, heads)) > 0.3 * len(heads):
        return []
    return _boxes(rows, filled, cuts)


def _boxes(
    rows: Sequence[Line], filled: Sequence[Sequence[int]], cuts: Sequence[float]
) -> list[Box]:
    gaps = [below.y - above.y for above, below in pairwise(rows)]
    tight = min(gaps)
    spaced = max(gaps) > 1.15 * tight
    starts = [0]
    for at in range(1, len(rows)):
        apart = gaps[at - 1] > 1.15 * tight
        if apart if spaced and 0 in filled[at - 1] else 0 in filled[at]:
            starts.append(at)
    tops = [rows[start].y - rows[start].size for start in starts]
    tops.append(rows[-1].y + 0.4 * rows[-1].size)
    words = [word for row in rows for word in row.words]
    lefts = [
        min((word.x0 for word in words if _column(word, cuts) == at), default=cut) - 2
        for at, cut in enumerate([0.0, *cuts])
    ]
    edges = [*lefts, max(word.x1 for word in words) + 2]
    return [
        Box(row, column, x0, top, x1, bottom)
        for row, (top, bottom) in enumerate(pairwise(tops))
        for column, (x0, x1) in enumerate(pairwise(edges))
    ]


def _column(word: Word, cuts: Sequence[float]) -> int:
    return sum((word.x0 + word.x1) / 2 > cut for cut in cuts)
