"""Lines to paragraphs, by gaps, edges, markers and by what would still have fitted on a line."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from .clean import split_number
from .pdf_layout import Frame
from .pdf_lines import Line, Para

_LEADER = re.compile(r"(?:\.{4,}|(?:\s?\.){5,}|…{2,}|_{4,}|·{4,})\s*[\divxlc]{1,6}$", re.IGNORECASE)
#: The heading of a table of contents.
CONTENTS = re.compile(r"(?:table of )?contents(?: page)?|list of (?:tables|figures)", re.IGNORECASE)
_TERMINAL = re.compile(r"[.!?:;][”’\"')\]]*$")
_SENTENCE_END = re.compile(r"[.!?][”’\"')\]]*$")
_LABELLED = re.compile(r"(?:Recommendation|Finding|Learning point|Action|Theme|Question) \d")
_SPACE = 0.25  # a word space, as a share of the size


def contents_lines(lines: Sequence[Line]) -> set[int]:
    """Which of a page's lines are entries of a table of contents, by their place in `lines`."""
    leaders = {at for at, line in enumerate(lines) if _LEADER.search(line.text)}
    headed = any(CONTENTS.fullmatch(line.text.strip()) for line in lines)
    numbered = {
        at
        for at, line in enumerate(lines)
        if len(line.words) > 1
        and re.fullmatch(r"\d{1,3}|[ivxl]{1,5}", line.words[-1].text)
        and line.words[-1].x0 - line.words[-2].x1 > 1.5 * line.size
    }
    if len(leaders) >= 3 or (leaders and headed):
        return leaders | numbered
    if headed and len(numbered) >= 3 and len(numbered) > 0.5 * len(lines):
        return numbered
    return set()


def group_paragraphs(
    lines: Sequence[Line], frame: Frame, *, right: float | None = None
) -> list[Para]:
    """Lines of one column, from the top down, as paragraphs.

    `right` is the right edge of the column in points where it is known, as in a table's cell.
    """
    if not lines:
        return []
    entries = contents_lines(lines)
    column = right if right is not None else max(line.x1 for line in lines)
    edges = _right_edges(lines, frame, column)
    paras: list[Para] = []
    for at, line in enumerate(lines):
        para = paras[-1] if paras else None
        if at in entries:
            if para and para.tag == "entry" and not _LEADER.search(para.lines[-1].text):
                para.lines.append(line)
            else:
                para = Para([line], "TOCI")
                paras.append(para)
            para.tag = "TOCI"
            continue
        if para is None or para.tag == "TOCI" or breaks(para, line, frame, edges[at - 1]):
            tag = "entry" if entries and _wraps_into_entry(lines, at, entries, frame) else ""
            paras.append(Para([line], tag))
        else:
            para.lines.append(line)
    for para in paras:
        para.tag = "" if para.tag == "entry" else para.tag
    return paras


def _wraps_into_entry(lines: Sequence[Line], at: int, entries: set[int], frame: Frame) -> bool:
    """Whether a line of a contents page is the first of an entry that takes two."""
    line = lines[at]
    below = lines[at + 1] if at + 1 < len(lines) else None
    return (
        below is not None
        and at + 1 in entries
        and abs(below.size - line.size) < 0.3
        and below.bold == line.bold
        and not split_number(below.text)[0]
        and below.y - line.y < 1.25 * frame.pitch(line.size)
        and not CONTENTS.fullmatch(line.text.strip())
    )


def _right_edges(lines: Sequence[Line], frame: Frame, column: float) -> list[float]:
    """For each line, how far to the right its paragraph could have reached.

    That is the edge of the column; but quotations are often set in from the right too, and a
    page may have margins of its own: then it is the edge of the lines around, as long as no wide
    gap comes between.
    """
    left = min(line.x0 for line in lines)
    runs: list[list[int]] = []
    for at, line in enumerate(lines):
        above = lines[at - 1] if at else None
        if above is None or not 0 < line.y - above.y <= 1.25 * frame.pitch(line.size):
            runs.append([])
        runs[-1].append(at)
    edges: list[float] = []
    for run in runs:
        for at in run:
            beside = [lines[b].x1 for b in run if lines[b].x0 >= lines[at].x0 - 2]
            reach = max(beside) - lines[at].x0
            ends = sum(x1 > max(beside) - 0.06 * reach for x1 in beside)
            # A few lines, or short ones as in an address, say nothing about the margin.
            inset = len(beside) > 2 and lines[at].x0 > left + 8
            own = len(beside) > 5 and ends >= 0.4 * len(beside)
            tells = (inset or own) and reach > 0.6 * (column - lines[at].x0)
            edges.append(max(beside) if tells else column)
    return edges


def breaks(para: Para, line: Line, frame: Frame, right: float) -> bool:
    """Whether a line begins a new paragraph after `para`, both in one column.

    `right` is how far the paragraph's last line could have reached, in points.
    """
    above = para.lines[-1]
    gap = line.y - above.y
    if abs(above.size - line.size) > 0.6:
        return True
    if gap <= 0 or gap > 1.25 * max(frame.pitch(line.size), _pitch(para)):
        unfinished = _goes_on(line) and not _TERMINAL.search(above.text) and not _has_marker(line)
        return gap <= 0 or gap > 2.1 * line.size or not unfinished or line.bold != above.bold
    if _has_columns(line) or (_has_columns(above) and abs(line.x0 - _text_edge(para)) > 3):
        return True
    if above.bold != line.bold and (para.bold or line.bold):
        return not (para.bold and _is_full(above, line, right) and line.text[0].islower())
    inner = _text_edge(para)
    full = _is_full(above, line, right)
    ended = bool(_TERMINAL.search(above.text))
    if _has_marker(line) and (line.x0 < inner - 3 or not full or _tabbed(line)):
        return True
    if not full and (not _goes_on(line) or _SENTENCE_END.search(above.text)):
        return True
    first = para.lines[0]
    if line.x0 < (inner if len(para.lines) > 1 else min(inner, first.x0)) - 6:
        # A first line may be set in; one with a number or bullet is set out.
        return len(para.lines) > 1 or _has_marker(first)
    if ended and _LABELLED.match(line.text):
        return True
    return ended and line.x0 > inner + 6


def continues(para: Para, line: Line, frame: Frame, right: float) -> bool:
    """Whether a line at the head of a column or page goes on with `para` from the one before."""
    above = para.lines[-1]
    if para.tag not in ("", "P", "LI", "BlockQuote") or abs(above.size - line.size) > 0.6:
        return False
    if para.bold or line.bold or _has_marker(line) or not any(c.isalpha() for c in line.text):
        return False
    text = above.text.rstrip()
    if _goes_on(line) and not _SENTENCE_END.search(text):
        return True
    if not _is_full(above, line, right):
        return False
    if not _TERMINAL.search(text):
        return True
    # A sentence ended with the page. Text that hangs from a number goes on where it hung.
    inner = _text_edge(para)
    return inner > para.lines[0].x0 + 3 and abs(line.x0 - inner) < 3


def _goes_on(line: Line) -> bool:
    first = line.text.lstrip("“‘(\"'")
    return bool(first) and first[0].islower()


def _is_full(above: Line, below: Line, right: float) -> bool:
    """Whether the first word of the line below would not have fitted on the one above."""
    first = below.words[0]
    width = first.x1 - first.x0
    for word in below.words[1:]:
        if word.spaced:
            break
        width = word.x1 - first.x0
    if not above.bold and not _TERMINAL.search(above.text):
        # A name that is kept together may leave more room than its first word needs.
        return above.x1 + width > right - 2 * above.size
    return above.x1 + _SPACE * above.size + width > right - 0.1 * above.size


def _pitch(para: Para) -> float:
    """Distance between the last two lines of a paragraph, in points; 0 for a single line."""
    last = para.lines[-2:]
    return last[1].y - last[0].y if len(last) > 1 and last[0].page == last[1].page else 0.0


def _has_columns(line: Line) -> bool:
    """Whether tabs cut a line into columns, apart from one after its number."""
    return bool(_last_column(line))


def _last_column(line: Line) -> float:
    """Where the last of a line's columns begins, in points; 0 where tabs make none."""
    words = line.words[1:] if _has_marker(line) else line.words
    gaps = [word.x0 - before.x1 for before, word in pairwise(words)]
    # A justified line in a narrow column has wide gaps too, but then all of them are.
    if len(gaps) < 2 or max(gaps) <= max(2.5 * line.size, 2 * sorted(gaps)[len(gaps) // 2 - 1]):
        return 0.0
    return max(w.x0 for w, gap in zip(words[1:], gaps, strict=True) if gap > 2.5 * line.size)


def _text_edge(para: Para) -> float:
    """Where the second and later lines of a paragraph begin, or should."""
    if len(para.lines) > 1 and para.lines[-1].page == para.lines[-2].page:
        return para.lines[-1].x0
    first = para.lines[-1]
    if len(para.lines) == 1 and _has_marker(first) and len(first.words) > 1:
        return first.words[1].x0 if _tabbed(first) else first.x0
    return _last_column(first) or first.x0


def _has_marker(line: Line) -> bool:
    text = line.text
    number, _ = split_number(text)
    return bool(number) or text in ("•", "▪", "■", "-")


def _tabbed(line: Line) -> bool:
    """Whether a number stands apart from the words after it, as a tab sets it."""
    return (
        len(line.words) > 1 and line.words[1].x0 - line.words[0].x1 > 0.45 * line.size
    ) or line.text[0] in "•▪■"
