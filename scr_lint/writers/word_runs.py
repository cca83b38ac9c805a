"""Marks exact characters of a Word paragraph by splitting runs, formatting unchanged."""

from __future__ import annotations

import copy

from lxml import etree

from ..draft import Visibility
from ..readers.docx_package import w
from ..readers.docx_styles import Styles
from ..readers.docx_text import read_inline

_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def anchor(
    paragraph: etree._Element, span: tuple[int, int] | None, comment: str, styles: Styles
) -> None:
    """Puts a comment's range round raw characters `span` of a paragraph, or round all of it.

    Raw characters are those of `readers.docx_text`: the shown text of the paragraph's runs.
    """
    start, end = _mark("commentRangeStart", comment), _mark("commentRangeEnd", comment)
    reference = etree.Element(w("r"))
    reference.append(_mark("commentReference", comment))
    ends = _split_out(paragraph, *span, styles) if span and span[0] < span[1] else None
    if ends is None:
        properties = paragraph.find(w("pPr"))
        at = 0 if properties is None else paragraph.index(properties) + 1
        paragraph.insert(at, start)
        paragraph.extend([end, reference])
    else:
        first, last = ends
        first.addprevious(start)
        last.addnext(end)
        end.addnext(reference)


def _split_out(
    paragraph: etree._Element, start: int, end: int, styles: Styles
) -> tuple[etree._Element, etree._Element] | None:
    """The first and the last of the runs that hold exactly the raw characters `start` to `end`."""
    _split_at(paragraph, end, styles)
    _split_at(paragraph, start, styles)
    inside = [run for run, at, length in _runs(paragraph, styles) if length and start <= at < end]
    return (inside[0], inside[-1]) if inside else None


def _split_at(paragraph: etree._Element, place: int, styles: Styles) -> None:
    """Makes a run end where raw character `place` begins."""
    for run, at, length in _runs(paragraph, styles):
        if at < place < at + length:
            _split_run(run, place - at)
            return


def _runs(paragraph: etree._Element, styles: Styles) -> list[tuple[etree._Element, int, int]]:
    """Runs with shown text, where the text of each begins in the raw text, and its length."""
    runs: list[tuple[etree._Element, int, int]] = []
    at = 0
    for piece in read_inline(paragraph, styles).pieces:
        if piece.visibility is not Visibility.SHOWN:
            continue
        if runs and runs[-1][0] is piece.run:
            run, begin, length = runs[-1]
            runs[-1] = (run, begin, length + len(piece.text))
        else:
            runs.append((piece.run, at, len(piece.text)))
        at += len(piece.text)
    return runs


def _split_run(run: etree._Element, place: int) -> None:
    """Moves what follows the first `place` characters of a run into a new run after it."""
    rest = etree.Element(run.tag, run.attrib)  # type: ignore[arg-type]
    properties = run.find(w("rPr"))
    if properties is not None:
        rest.append(copy.deepcopy(properties))
    for child in list(run):
        if child is properties:
            continue
        if place <= 0:
            rest.append(child)
            continue
        length = len(child.text or "") if child.tag == w("t") else _length(child)
        if length > place:
            text = child.text or ""
            tail = etree.SubElement(rest, w("t"))
            child.text, tail.text = text[:place], text[place:]
            child.set(_SPACE, "preserve")
            tail.set(_SPACE, "preserve")
        place -= length
    run.addnext(rest)


def _length(child: etree._Element) -> int:
    return int(child.tag in {w("tab"), w("ptab"), w("br"), w("cr"), w("noBreakHyphen"), w("sym")})


def _mark(name: str, comment: str) -> etree._Element:
    mark = etree.Element(w(name))
    mark.set(w("id"), comment)
    return mark
