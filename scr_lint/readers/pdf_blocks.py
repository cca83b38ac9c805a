"""Paragraphs to blocks: kinds, numbers, table headings, and footnotes after what refers to them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import replace

from ..draft import Block, Cell, Kind
from .bold_headings import with_bold_headings
from .clean import INVISIBLE, SPACES, clean, cut
from .numbers import heading_number, is_list_number, paragraph_number
from .pdf_headings import Outline, body_size, find_headings
from .pdf_layout import Frame, begins_note
from .pdf_lines import Line, Para, Vocabulary, flow, is_raised
from .pdf_paragraphs import contents_lines, continues
from .pdf_quotations import find_quotations
from .pdf_tables import header_rows, join_tables

_CAPTIONS = frozenset({"TOCI", "Caption", "Figure"})
_UNTIDY = re.compile(f"[{''.join(INVISIBLE | SPACES - {' '})}]|  |^ | $")
_CAPTION = re.compile(r"(?:Figure|Fig\.|Table|Chart|Diagram) \d+(?:\.\d+)?(?:[.:–—-]|\s+[A-Z“‘(])")
_LEADERS = re.compile(r"\s*(?:\.{4,}|(?:\s?\.){5,}|…{2,}|_{4,}|·{4,})\s*")


def make_blocks(
    paras: Sequence[Para],
    headers: Sequence[Line],
    footers: Sequence[Line],
    vocabulary: Vocabulary,
    outline: Outline,
    frame: Frame,
) -> list[Block]:
    """The blocks of a document: its running lines, then its paragraphs in reading order."""
    _find_notes(paras, frame)
    _find_captions(paras)
    whole = join_tables(_over_pages(_with_contents(paras), frame), frame)
    texts = {id(para): _text(para, vocabulary) for para in whole}
    whole = [para for para in _with_notes(whole, texts) if texts[id(para)]]
    frame.size = body_size(whole) or frame.size
    find_headings(whole, [texts[id(para)] for para in whole], outline, frame)
    cells = _cells(whole, texts)
    quotations = find_quotations(whole, texts, _left_edge(whole))
    blocks = [
        Block(0, clean(line.text)[0], kind=kind, page=line.page, origin=f"page {line.page}")
        for kind, lines in ((Kind.HEADER, headers), (Kind.FOOTER, footers))
        for line in lines
    ]
    bold: set[int] = set()
    for para in whole:
        if para.tag != "Aside" and para.place is None and para.bold:
            bold.add(len(blocks))
        blocks.append(_block(para, texts[id(para)], cells.get(id(para)), id(para) in quotations))
    numbered = [replace(block, index=at) for at, block in enumerate(blocks)]
    return list(with_bold_headings(numbered, bold)[0])


def _block(para: Para, text: str, cell: Cell | None, quoted: bool) -> Block:
    kind, level, number, start = Kind.PARAGRAPH, 0, "", 0
    if re.fullmatch(r"H\d", para.tag):
        kind, level = Kind.HEADING, int(para.tag[1])
        number, start = heading_number(text)
    elif para.tag == "Title":
        kind = Kind.TITLE
    elif para.tag in _CAPTIONS:
        kind = Kind.CAPTION
    elif para.tag in ("Note", "FENote"):
        kind = Kind.FOOTNOTE
        match = re.match(r"[\[(]?(\d{1,3}|[*†‡§]+|[ivx]{1,5}(?=\s))[\])]?[.:]?\s*(?=\S)", text)
        if match:
            number, start = match[1], match.end()
    else:
        number, start = paragraph_number(text, _with_tab(para, text))
        if cell is not None:
            kind = Kind.CELL
        elif para.tag == "BlockQuote" or quoted:
            kind = Kind.QUOTE
        elif number and is_list_number(number):
            kind, level = Kind.LIST_ITEM, max(para.level, 1)
    text, _ = cut(text, None, start)
    return Block(
        0,
        text,
        kind=kind,
        level=level,
        number=number,
        cell=cell,
        page=para.page,
        origin=f"page {para.page}",
    )


def _text(para: Para, vocabulary: Vocabulary) -> str:
    text = flow(para, vocabulary, keep_first=para.tag in ("Note", "FENote"))
    if para.tag == "TOCI":
        text = _LEADERS.sub(" ", text)
    return _tidy(text)


def _tidy(text: str) -> str:
    """Clean text; most of it is clean already, which is sooner seen than done."""
    if _UNTIDY.search(text) or not unicodedata.is_normalized("NFC", text):
        return clean(text)[0]
    return text


def _with_tab(para: Para, text: str) -> str:
    """The text with a tab after a first word that stands apart from the second."""
    words = para.lines[0].words
    if len(words) > 1 and words[1].x0 - words[0].x1 > 0.45 * words[0].size:
        return text.replace(" ", "\t", 1)
    return text


def _left_edge(paras: Sequence[Para]) -> float:
    """Where most paragraphs of the body begin, in points from the left."""
    edges: dict[int, int] = {}
    for para in paras:
        if para.place is None and para.tag not in _CAPTIONS:
            edge = round(para.lines[0].x0)
            edges[edge] = edges.get(edge, 0) + 1
    return float(max(edges, key=edges.__getitem__)) if edges else 0.0


def _find_notes(paras: Sequence[Para], frame: Frame) -> None:
    """Marks footnotes that the file has as plain paragraphs at the foot of a page."""
    below: dict[int, list[Para]] = {}
    for para in paras:
        if para.place is None and para.tag in ("P", "LI"):
            below.setdefault(para.page, []).append(para)
    for own in below.values():
        own.sort(key=lambda para: para.lines[0].y)
        start = len(own)
        while start and own[start - 1].size < 0.93 * frame.size:
            start -= 1
        for para in own[start:]:
            line = para.lines[0]
            bare = is_raised(line.words[0], line) or line.words[0].text.isdigit()
            if bare and begins_note(line):
                para.tag = "Note"


def _find_captions(paras: Sequence[Para]) -> None:
    """Marks the lines above or below tables and pictures ("Table 2: …"), however they are set."""
    for para in paras:
        text = para.lines[0].text
        if para.place is None and para.tag not in ("Note", "TOCI") and _CAPTION.match(text):
            short = len(para.lines) <= 3 and not _ends_sentence(para.lines[-1])
            para.tag = "Caption" if short else para.tag


def _with_contents(paras: Sequence[Para]) -> list[Para]:
    """Marks the entries of a table of contents that the file has as plain paragraphs."""
    pages: dict[int, list[Para]] = {}
    for para in paras:
        if para.tag in ("", "P", "LI", "TOCI") and para.place is None:
            pages.setdefault(para.page, []).append(para)
    gone: set[int] = set()
    for own in pages.values():
        lasts = [para.lines[-1] for para in own]
        for at in contents_lines(lasts):
            own[at].tag = "TOCI"
        first = next((at for at, para in enumerate(own) if para.tag == "TOCI"), len(own))
        for at in range(len(own) - 2, first, -1):
            # An entry of several lines: the page's number stands after the last.
            para, after = own[at], own[at + 1]
            if (
                para.tag in ("", "P")
                and after.tag == "TOCI"
                and abs(para.size - after.size) < 0.3
                and para.bold == after.bold
                and len(after.lines) < 4
                and not _ends_sentence(para.lines[-1])
            ):
                after.lines[:0] = para.lines
                own[at] = after
                gone.add(id(para))
    return [para for para in paras if id(para) not in gone]


def _over_pages(paras: Sequence[Para], frame: Frame) -> list[Para]:
    """Paragraphs with those that a page or column break cut in two made whole."""
    whole: list[Para] = []
    last: Para | None = None
    for para in paras:
        if para.tag in ("Note", "FENote", "Aside"):
            note = whole[-1] if whole and whole[-1].tag == para.tag != "Aside" else None
            if note and not begins_note(para.lines[0]) and not _ends_sentence(note.lines[-1]):
                note.lines.extend(para.lines)
            else:
                whole.append(para)
            continue
        above = last.lines[-1] if last else None
        if (
            last is not None
            and above is not None
            and last.place is None
            and para.place is None
            and para.tag in ("", "P", "LI", "LBody")
            and (
                para.page == above.page + 1
                or _next_column(above, para)
                or _next_line(above, para, frame)
            )
            and not (para.tag and _ends_sentence(above))
            and continues(last, para.lines[0], frame, _reach(last, frame))
        ):
            last.lines.extend(para.lines)
            continue
        whole.append(para)
        last = para
    return whole


def _next_column(above: Line, para: Para) -> bool:
    first = para.lines[0]
    return first.page == above.page and first.y < above.y - 20 and first.x0 > above.x1


def _next_line(above: Line, para: Para, frame: Frame) -> bool:
    """Whether a tagged paragraph stands right below and goes on in the middle of a sentence."""
    first = para.lines[0]
    near = 0 < first.y - above.y <= 1.25 * frame.pitch(first.size)
    return bool(para.tag) and first.page == above.page and near and first.text[0].islower()


def _ends_sentence(line: Line) -> bool:
    return bool(re.search(r"[.!?:][”’\"')\]]*$", line.text.rstrip()))


def _reach(para: Para, frame: Frame) -> float:
    """How far to the right the last line of a paragraph could have gone, in points."""
    own = max(line.x1 for line in para.lines if line.page == para.lines[-1].page)
    return max(own, frame.right(para.lines[-1].page)) if len(para.lines) == 1 else own


def _with_notes(paras: Sequence[Para], texts: dict[int, str]) -> list[Para]:
    """Each footnote after the paragraph that refers to it, where one on its page does."""
    waiting: dict[str, list[Para]] = {}
    for para in paras:
        if para.tag in ("Note", "FENote"):
            number = re.match(r"[\[(]?(\d{1,3}|[*†‡§]+)", texts[id(para)])
            waiting.setdefault(number[1] if number else "", []).append(para)
    placed: set[int] = set()
    after: dict[int, list[Para]] = {}
    for para in paras:
        if para.tag in ("Note", "FENote"):
            continue
        for mark in para.marks:
            for note in waiting.get(mark, []):
                near = para.page <= note.page <= para.lines[-1].page + 1
                if mark and near and id(note) not in placed:
                    placed.add(id(note))
                    after.setdefault(id(para), []).append(note)
                    break
    ordered: list[Para] = []
    for para in paras:
        if id(para) not in placed:
            ordered.append(para)
            ordered.extend(after.get(id(para), []))
    return ordered


def _cells(paras: Sequence[Para], texts: dict[int, str]) -> dict[int, Cell]:
    """The cell of each paragraph that stands in a table, with the heading of its column."""
    tables: dict[int, dict[int, list[Para]]] = {}
    for para in paras:
        if para.place and texts[id(para)]:
            rows = tables.setdefault(para.place.table, {})
            rows.setdefault(para.place.row, []).append(para)
    cells: dict[int, Cell] = {}
    for at, rows in enumerate(tables.values()):
        numbers = sorted(rows)
        count = header_rows([[(p, texts[id(p)]) for p in rows[n]] for n in numbers])
        headers: dict[int, str] = {}
        for number in numbers:
            is_header = number in numbers[:count]
            for para in rows[number]:
                assert para.place is not None
                column, text = para.place.column, texts[id(para)]
                if is_header:
                    headers[column] = f"{headers.get(column, '')} {text}".strip()
                header = "" if is_header else headers.get(column, "")
                cells[id(para)] = Cell(at, number, column, header, is_header)
    return cells
