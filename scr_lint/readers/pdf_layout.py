"""Pages without a usable structure tree: lines, columns, reading order and footnotes."""

from __future__ import annotations

import re
import statistics
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from .pdf_lines import Line, Para, is_raised, lines_in_order, make_line
from .pdf_page import Page, Word

_NOTE_NUMBER = re.compile(r"\d{1,3}[.)]?")


@dataclass
class Frame:
    """What is usual in a document, in points: the size of its body text, the right margin on
    pages of each width, and the distance from line to line by size."""

    size: float = 11.0
    widths: dict[int, float] = field(default_factory=dict)
    margins: dict[float, float] = field(default_factory=dict)
    pitches: dict[float, float] = field(default_factory=dict)

    @classmethod
    def of(cls, columns: Iterable[Sequence[Line]], pages: Sequence[Page]) -> Frame:
        """Measured over lines that stand under each other on pages."""
        frame = cls(widths={page.number: round(page.width) for page in pages})
        sizes: Counter[float] = Counter()
        gaps: dict[float, Counter[float]] = {}
        edges: dict[float, list[float]] = {}
        for lines in columns:
            for line in lines:
                sizes[line.size] += len(line.text)
                edges.setdefault(frame.widths[line.page], []).append(line.x1)
            for above, below in pairwise(lines):
                gap = below.y - above.y
                if abs(above.size - below.size) < 0.3 and 0 < gap < 3 * below.size:
                    gaps.setdefault(round(below.size), Counter())[round(gap * 2) / 2] += 1
        if sizes:
            frame.size = max(sizes, key=sizes.__getitem__)
        for width, own in edges.items():
            own.sort()
            frame.margins[width] = own[int(0.98 * len(own)) - 1] if len(own) > 100 else own[-1]
        for size, counts in gaps.items():
            # The tightest gap that is common: wider ones stand between paragraphs.
            usual = [gap for gap, n in counts.items() if n >= 0.2 * max(counts.values())]
            # Too few lines to tell: what most programs set.
            few = sum(counts.values()) < 6
            frame.pitches[size] = min(min(usual), 1.4 * size) if few else min(usual)
        return frame

    def right(self, page: int) -> float:
        """The right margin of a page, in points from its left edge."""
        return self.margins.get(self.widths.get(page, 0), 0.0)

    def pitch(self, size: float) -> float:
        """Distance from line to line inside a paragraph of this size, in points."""
        return self.pitches.get(round(size), 1.2 * size)


def rows_of(words: Sequence[Word], page: int) -> list[Line]:
    """Lines from the top of the page down, each with all its words on that height."""
    segments = sorted(lines_in_order(words, page), key=lambda line: (line.y, line.x0))
    rows: list[list[Line]] = []
    for segment in segments:
        row = rows[-1] if rows else []
        if row and abs(row[0].y - segment.y) < 0.35 * min(row[0].size, segment.size):
            row.append(segment)
        else:
            rows.append([segment])
    return [
        make_line(sorted((w for s in row for w in s.words), key=lambda w: w.x0), page)
        if len(row) > 1
        else row[0]
        for row in rows
    ]


def in_reading_order(rows: Sequence[Line]) -> list[list[Line]]:
    """Lines grouped as one reads them: down each column, stopping at lines across all.

    What stands on one side of the strip between two columns may be columns again.
    """
    gutter = _gutter(rows)
    if gutter is None:
        return [list(rows)]
    groups: list[list[Line]] = []
    left: list[Line] = []
    right: list[Line] = []
    across: list[Line] = []

    def close() -> None:
        nonlocal left, right, across
        groups.extend([across] if across else [])
        for side in (left, right):
            groups.extend(in_reading_order(side) if side else [])
        left, right, across = [], [], []

    for row in rows:
        if any(word.x0 < gutter < word.x1 for word in row.words) or _bridges(row, gutter):
            if left or right:
                close()
            across.append(row)
            continue
        for side, words in (
            (left, [word for word in row.words if word.x1 <= gutter]),
            (right, [word for word in row.words if word.x1 > gutter]),
        ):
            if words:
                side.append(make_line(words, row.page))
    close()
    return groups


def is_two_columned(rows: Sequence[Line]) -> bool:
    """Whether a page is set in two columns of prose."""
    return _gutter(rows) is not None


def _bridges(row: Line, gutter: float) -> bool:
    """Whether a line runs across the gutter with no more than a word space there."""
    before = [word.x1 for word in row.words if word.x1 <= gutter]
    after = [word.x0 for word in row.words if word.x0 >= gutter]
    return bool(before and after) and min(after) - max(before) < 0.8 * row.size


def _gutter(rows: Sequence[Line]) -> float | None:
    """The middle of the white strip between two columns of prose; None without columns."""
    return _gutter_between([chunk for row in rows for chunk in _chunks(row)])


def _gutter_between(chunks: Sequence[tuple[float, float, float]]) -> float | None:
    if len(chunks) < 10:
        return None
    left_edge = min(x0 for x0, *_ in chunks)
    right_edge = max(x1 for _, x1, *_ in chunks)
    span = right_edge - left_edge
    best: tuple[float, float] | None = None
    for step in range(30, 71):
        x = left_edge + span * step / 100
        left = [c for c in chunks if c[1] <= x]
        right = [c for c in chunks if c[0] >= x]
        crossing = len(chunks) - len(left) - len(right)
        if min(len(left), len(right)) < 5 or crossing > 0.25 * len(chunks):
            continue
        beside = sum(min(c[2] for c in right) - 2 <= c[2] <= max(c[2] for c in right) for c in left)
        first = statistics.median(c[1] - c[0] for c in left) / (max(c[1] for c in left) - left_edge)
        second = statistics.median(c[1] - c[0] for c in right) / (
            right_edge - min(c[0] for c in right)
        )
        if beside >= 4 and first >= 0.6 > second and _gutter_between(right) is not None:
            second = first  # two columns more
        filled = min(first, second)
        if beside >= 4 and filled >= 0.6:
            score = len(left) + len(right) - 3 * crossing + filled
            if best is None or score > best[0]:
                middle = (max(c[1] for c in left) + min(c[0] for c in right)) / 2
                best = score, middle
    return best[1] if best else None


def _chunks(row: Line) -> list[tuple[float, float, float]]:
    """(x0, x1, y) of the stretches of a line between wide gaps."""
    found: list[tuple[float, float, float]] = []
    start = row.words[0].x0
    for before, word in pairwise(row.words):
        if word.x0 - before.x1 > max(1.1 * row.size, 9):
            found.append((start, before.x1, row.y))
            start = word.x0
    found.append((start, row.words[-1].x1, row.y))
    return found


def split_footnotes(
    lines: Sequence[Line], body: float, before: Para | None = None
) -> tuple[list[Line], list[Line]]:
    """A page's lines without, and its lines of, the footnotes at the bottom.

    Footnotes are set smaller than `body` points and the first begins with a number, unless the
    last one of the page before, given as `before`, goes on.
    """
    start = len(lines)
    while start and lines[start - 1].size < 0.97 * body:
        start -= 1
    small = [line.size < 0.93 * body for line in lines]
    if before is not None and not re.search(r"[.!?][”’\"')\]]*$", before.lines[-1].text):
        start = max([at + 1 for at, is_small in enumerate(small) if not is_small], default=0)
        return list(lines[:start]), list(lines[start:])
    for at in range(start, len(lines)):
        raised = is_raised(lines[at].words[0], lines[at])
        if begins_note(lines[at]) and (small[at] or raised):
            return list(lines[:at]), list(lines[at:])
    return list(lines), []


def begins_note(line: Line) -> bool:
    """Whether a line begins with the number of a footnote."""
    first = line.words[0]
    if len(line.words) < 2:
        return False
    if is_raised(first, line):
        return bool(re.fullmatch(r"\d{1,3}|[*†‡§]+|[a-z]", first.text))
    return bool(_NOTE_NUMBER.fullmatch(first.text)) and line.words[1].text[0] not in "%°"


def notes(lines: Sequence[Line], before: Para | None = None) -> list[Para]:
    """Footnotes: each from a line that begins with a number to the next such line.

    Lines before the first number are added to `before`, the last footnote of the page before.
    """
    found: list[Para] = []
    last = 0
    for line in lines:
        number = re.match(r"\d+", line.words[0].text)
        fits = not number or not found or last < int(number[0]) <= last + 3
        if begins_note(line) and (fits or is_raised(line.words[0], line)):
            found.append(Para([line], "Note"))
            last = int(number[0]) if number else last
        elif found:
            found[-1].lines.append(line)
        elif before is not None:
            before.lines.append(line)
    return found
