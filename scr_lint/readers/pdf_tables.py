"""Tables that go over several pages, and the headings of their columns."""

from __future__ import annotations

import re
from collections.abc import Sequence

from .pdf_layout import Frame
from .pdf_lines import Line, Para
from .pdf_paragraphs import continues

_HEADER_WORDS = 8


def join_tables(paras: list[Para], frame: Frame) -> list[Para]:
    """Makes one table of one that goes over several pages, its repeated header row dropped."""
    _free_lone_rows(paras)
    joined: list[Para] = []
    tables: dict[int, list[Para]] = {}
    before: int | None = None
    done: set[int] = set()
    for at, para in enumerate(paras):
        place = para.place
        if id(para) in done:
            continue
        if place is None:
            joined.append(para)
            if para.tag not in ("Note", "Aside"):
                before = None
            continue
        if place.table not in tables:
            new = [p for p in paras[at:] if p.place and p.place.table == place.table]
            old = tables.get(before, []) if before is not None else []
            if old and _goes_on_as(old, new):
                done.update(map(id, new))
                _append(old, new, joined, frame)
                continue
            tables[place.table] = new
        before = place.table
        joined.append(para)
    return joined


def _free_lone_rows(paras: Sequence[Para]) -> None:
    """Makes rows of one wide cell above or below the others plain paragraphs around the table."""
    tables: dict[int, list[Para]] = {}
    for para in paras:
        if para.place:
            tables.setdefault(para.place.table, []).append(para)
    for own in tables.values():
        lefts = _lefts(own)
        first = min(lefts)
        second = min((left for column, left in lefts.items() if column != first), default=None)
        rows: dict[int, list[Para]] = {}
        for para in own:
            assert para.place is not None
            rows.setdefault(para.place.row, []).append(para)
        shared = [n for n, row in rows.items() if len({p.place.column for p in row if p.place}) > 1]
        for number, row in rows.items():
            place = row[0].place
            if place is None or place.column != first or number in shared:
                continue
            spans = second is None or any(line.x1 > second + 5 for p in row for line in p.lines)
            at_left = row[0].lines[0].x0 < lefts[first] + 12
            inside = bool(shared) and min(shared) <= number <= max(shared)
            if at_left and not inside and (spans or place.alone):
                for para in row:
                    para.place = None


def header_rows(rows: Sequence[Sequence[tuple[Para, str]]]) -> int:
    """How many of a table's first rows, given as paragraphs with their texts, are headings: 0 or 1.

    They hold a few words each and look different from what is below, or stand over sentences.
    """
    if len(rows) < 2 or len(rows[0]) < 2:
        return 0
    first = rows[0]
    if all(para.place and para.place.is_header for para, _ in first) and all(
        len(text.split()) <= 2 * _HEADER_WORDS for _, text in first
    ):
        return 1
    for _, text in first:
        if len(text.split()) > _HEADER_WORDS or re.search(r"\w{4}[.;:,!]$|[;:,!]$", text):
            return 0
    below = rows[1]
    if all(para.bold for para, _ in first) and not all(para.bold for para, _ in below):
        return 1
    if any(re.search(r"\d\d", text) for _, text in first):
        return 0
    if first[0][0].bold and below[0][0].bold and not any(para.bold for para, _ in first[1:]):
        return 0
    for column in {para.place.column for para, _ in first if para.place}:
        lengths = [
            len(text.split())
            for row in rows[1:]
            for para, text in row
            if para.place and para.place.column == column
        ]
        if lengths and sum(lengths) > _HEADER_WORDS * len(lengths):
            return 1
    return 0


def _goes_on_as(old: Sequence[Para], new: Sequence[Para]) -> bool:
    """Whether a table on a new page is the rest of the one before it."""
    last = max(para.lines[-1].page for para in old)
    if min(para.page for para in new) != last + 1:
        return False
    columns = _lefts(old)
    return len(_lefts(new)) <= len(columns) and all(
        min(abs(left - other) for other in columns.values()) < 8 for left in _lefts(new).values()
    )


def _lefts(paras: Sequence[Para]) -> dict[int, float]:
    """The left edge of each column, in points."""
    lefts: dict[int, float] = {}
    for para in paras:
        if para.place:
            own = para.place.left
            left = own if own is not None else min(line.x0 for line in para.lines)
            lefts[para.place.column] = min(left, lefts.get(para.place.column, left))
    return lefts


def _append(old: list[Para], new: Sequence[Para], joined: list[Para], frame: Frame) -> None:
    """Adds the rows of `new` to the table `old`."""
    places = [para.place for para in old if para.place]
    table, last = places[0].table, max(place.row for place in places)
    columns = _lefts(old)
    to = {
        column: min(columns, key=lambda c: abs(columns[c] - left))
        for column, left in _lefts(new).items()
    }
    rows: dict[int, list[Para]] = {}
    for para in new:
        assert para.place is not None
        rows.setdefault(para.place.row, []).append(para)
    numbers = sorted(rows)
    head = [p for p in old if p.place and p.place.row == min(q.row for q in places)]
    if _texts(rows[numbers[0]]) == _texts(head):
        numbers = numbers[1:]
    for at, number in enumerate(numbers):
        row = rows[number]
        for para in row:
            assert para.place is not None
            para.place.table, para.place.column = table, to[para.place.column]
            para.place.is_header = False
        if not at and _is_rest_of_row(old, row, last, len(columns), frame):
            _into_last_row(old, row, last, joined, frame)
            continue
        last += 1
        for para in row:
            assert para.place is not None
            para.place.row = last
            old.append(para)
            joined.append(para)


def _texts(paras: Sequence[Para]) -> list[str]:
    return [" ".join(line.text for line in para.lines).casefold() for para in paras]


def _is_rest_of_row(
    old: Sequence[Para], row: Sequence[Para], last: int, width: int, frame: Frame
) -> bool:
    """Whether the first row on a page goes on with the last row of the page before."""
    filled = {para.place.column for para in row if para.place}
    if len(filled) == width and width > 1:
        return False
    return any(
        _goes_on(_last_in(old, last, column), para, frame)
        for column in filled
        for para in [next(p for p in row if p.place and p.place.column == column)]
    )


def _goes_on(before: Para | None, para: Para, frame: Frame) -> bool:
    if before is None:
        return False
    return continues(before, para.lines[0], frame, _right_of(before)) or para.tag == "LI"


def _right_of(para: Para) -> float:
    if para.place and para.place.right is not None:
        return para.place.right
    return max(line.x1 for line in para.lines)


def _last_in(paras: Sequence[Para], row: int, column: int) -> Para | None:
    found = [p for p in paras if p.place and p.place.row == row and p.place.column == column]
    return found[-1] if found else None


def _into_last_row(
    old: list[Para], row: Sequence[Para], last: int, joined: list[Para], frame: Frame
) -> None:
    for para in row:
        assert para.place is not None
        para.place.row = last
        before = _last_in(old, last, para.place.column)
        if before and continues(before, para.lines[0], frame, _right_of(before)):
            before.lines.extend(para.lines)
            continue
        at = old.index(before) + 1 if before else len(old)
        old.insert(at, para)
        joined.insert(joined.index(before) + 1 if before else len(joined), para)


def table_heads(paras: Sequence[Para]) -> list[set[str]]:
    """The words in the first row of each table."""
    heads: dict[int, set[str]] = {}
    for para in paras:
        if para.place and para.place.row == 0:
            words = " ".join(_texts([para])).split()
            heads.setdefault(para.place.table, set()).update(words)
    return list(heads.values())


def is_repeated_row(line: Line, heads: Sequence[set[str]]) -> bool:
    """Whether a line only repeats words at the top of a table."""
    words = set(line.text.casefold().split())
    return any(words <= head for head in heads)
