"""Running headers and footers: lines that come again on page after page, and page numbers."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from .pdf_lines import Line
from .pdf_page import Page

_PAGE_NUMBER = re.compile(
    r"[\W_]*(?:page|pg|p)?[\W_]*(?:\d{1,4}|[ivxlc]{1,7})[\W_]*(?:(?:of|/)\s*\d{1,4}[\W_]*)?",
    re.IGNORECASE,
)
_COUNTED = re.compile(r"\bpage \d+(?: of \d+)?")
_AT_ENDS = re.compile(r"^\W*(?:\d+|[ivxl]+)\b|\b(?:\d+|[ivxl]+)\W*$")
_ZONE = 0.13  # share of the page's height, at the top and at the bottom, where they stand
_MOST = 6  # lines of a running header
_SAME_HEIGHT = 4.0  # points by which short lines that run may differ in height
_NEAR = 16.0  # … and longer ones
_LONG = 12  # characters
_LONGEST = 120


@dataclass
class Running:
    """The lines set apart, in order; the ids of those lines, for telling them from the body."""

    headers: list[Line] = field(default_factory=list)
    footers: list[Line] = field(default_factory=list)
    lines: set[int] = field(default_factory=set)


@dataclass
class _Edge:
    """The lines at one edge of a page, from the edge inwards, and the line of the body beyond."""

    page: int
    lines: list[Line]
    beyond: Line | None


def find_running(pages: Sequence[tuple[Page, Sequence[Line]]]) -> Running:
    """Running lines among the lines of each page, given from the top down.

    They stand near an edge, apart from the body, and come again at that height on other pages,
    but for the page's number; or they are nothing but a page number; or they stand alone, short,
    at a height where such lines stand on many pages (the chapter's title).
    """
    running = Running()
    for top, found in ((True, running.headers), (False, running.footers)):
        edges = [_edge(page, lines, top=top) for page, lines in pages]
        repeated, slots = _repeated(edges)
        for edge in edges:
            for line in _at_edge(edge, repeated, slots, 0.4 * len(pages)):
                running.lines.add(id(line))
                if not is_page_number(line):
                    found.append(line)
    return running


def once_each(lines: Sequence[Line]) -> list[Line]:
    """Running lines without those that only repeat an earlier one with another page number."""
    first: dict[str, Line] = {}
    for line in lines:
        first.setdefault(_key(line), line)
    return list(first.values())


def near_top(line: Line, page: Page) -> bool:
    """Whether a line is nearer to the head of its page than to its foot."""
    return line.y < page.height / 2


def is_page_number(line: Line) -> bool:
    """Whether a line is nothing but a page number: "3", "- iv -", "Page 3 of 20"."""
    return bool(_PAGE_NUMBER.fullmatch(line.text.strip()))


def _edge(page: Page, lines: Sequence[Line], *, top: bool) -> _Edge:
    inwards = list(lines) if top else list(reversed(lines))
    depth = _ZONE * page.height
    near = [line for line in inwards if (line.y if top else page.height - line.y) < depth][:_MOST]
    return _Edge(page.number, near, inwards[len(near)] if len(near) < len(inwards) else None)


def _repeated(edges: Sequence[_Edge]) -> tuple[dict[int, int], dict[tuple[int, float], int]]:
    """For the id of each line that comes again, on how many pages; and how many stand where."""
    by_key: dict[str, list[tuple[int, Line]]] = defaultdict(list)
    for edge in edges:
        for line in edge.lines:
            by_key[_key(line)].append((edge.page, line))
    repeated: dict[int, int] = {}
    slots: dict[tuple[int, float], int] = defaultdict(int)
    least = 3 if len(edges) > 4 else 2
    for lines in by_key.values():
        pages = len({page for page, _ in lines})
        everywhere = pages >= max(3, 0.1 * len(edges))
        for _, line in lines:
            long = len(line.text) >= _LONG
            reach = _NEAR if long else _SAME_HEIGHT
            beside = {page for page, other in lines if abs(other.y - line.y) < reach}
            if len(beside) >= least or (everywhere and long):
                repeated[id(line)] = pages
                slots[_slot(line)] += 1
    return repeated, slots


def _at_edge(
    edge: _Edge, repeated: dict[int, int], slots: dict[tuple[int, float], int], many: float
) -> Iterator[Line]:
    """The running lines at an edge of a page; `many` pages leave no doubt about a line."""
    marked = [
        id(line) in repeated
        or is_page_number(line)
        or (not at and slots[_slot(line)] >= 5 and _could_run(line))
        for at, line in enumerate(edge.lines)
    ]
    inner = [*edge.lines[1:], edge.beyond]
    for at in range(len(marked) - 1, -1, -1):
        line, beyond = edge.lines[at], inner[at]
        sure = repeated.get(id(line), 0) > many or is_page_number(line)
        if marked[at] and (sure or beyond is None or _stands_off(line, beyond)):
            yield from (edge.lines[n] for n in range(at + 1) if marked[n])
            return


def _stands_off(line: Line, beyond: Line) -> bool:
    """Whether a line stands apart from the next one towards the middle of the page.

    Lines of the body may come again on other pages too, where a form's wording is used twice.
    """
    return abs(beyond.size - line.size) > 0.6 or abs(beyond.y - line.y) > 1.5 * line.size


def _could_run(line: Line) -> bool:
    text = line.text.rstrip()
    return len(text) < _LONGEST and not text.endswith((".", ",", ";"))


def _key(line: Line) -> str:
    """What a running line has in common on all pages: its text without the page's number."""
    text = _COUNTED.sub(" ", re.sub(r"\s+", " ", line.text.casefold()))
    return _AT_ENDS.sub("", text).strip(" |–-") or text


def _slot(line: Line) -> tuple[int, float]:
    return round(line.y / 2), round(line.size)
