"""What is drawn on a page: pictures, and the lines around tables and boxes."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from typing import Any

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from .pdf_page import Page, frame_of, turned

_MAX_FORM_DEPTH = 4
_MAX_RULINGS = 20_000
_MAX_SEGMENTS = 5000

_Segment = tuple[float, float, float, float]


def measure(page: pdfium.PdfPage, content: Page) -> None:
    """Sets what share of the page pictures fill, and how many shapes are drawn on it."""
    area = max(content.width * content.height, 1.0)
    edges = [ctypes.c_float() for _ in range(4)]
    for item, matrix, _ in painted(page, text=False):
        kind = raw.FPDFPageObj_GetType(item)
        if kind == raw.FPDF_PAGEOBJ_IMAGE and raw.FPDFPageObj_GetBounds(item, *edges):
            left, bottom, right, top = (e.value for e in edges)
            scale = abs(matrix.a * matrix.d - matrix.b * matrix.c) if matrix else 1.0
            content.pictures += (right - left) * (top - bottom) * scale / area
        elif kind in (raw.FPDF_PAGEOBJ_PATH, raw.FPDF_PAGEOBJ_SHADING):
            content.drawn += 1
    content.pictures = min(content.pictures, 1.0)


def add_rulings(page: pdfium.PdfPage, content: Page) -> None:
    """Adds the level and upright lines drawn on the page: the frames of tables and boxes."""
    frame = frame_of(page)
    for item, matrix, _ in painted(page, text=False):
        if raw.FPDFPageObj_GetType(item) != raw.FPDF_PAGEOBJ_PATH:
            continue
        filled, stroked = ctypes.c_int(), raw.FPDF_BOOL()
        raw.FPDFPath_GetDrawMode(item, filled, stroked)
        for part in _parts(item, matrix):
            if not stroked.value and not _is_thin(part):
                continue  # shading, which also stands behind single words
            for x0, y0, x1, y1 in part:
                if abs(x0 - x1) < 1 or abs(y0 - y1) < 1:
                    a = turned(x0, y0, content.turn, frame)
                    b = turned(x1, y1, content.turn, frame)
                    content.rulings.append(
                        (min(a[0], b[0]), min(a[1], b[1]), max(a[0], b[0]), max(a[1], b[1]))
                    )
        if len(content.rulings) > _MAX_RULINGS:
            break


def _is_thin(part: list[_Segment]) -> bool:
    """Whether a filled shape is a drawn line: programs draw borders as narrow rectangles."""
    xs = [x for x0, _, x1, _ in part for x in (x0, x1)]
    ys = [y for _, y0, _, y1 in part for y in (y0, y1)]
    return min(max(xs) - min(xs), max(ys) - min(ys)) < 4


def painted(page: pdfium.PdfPage, *, text: bool = True) -> Iterator[tuple[Any, Any, bool]]:
    """The objects of a page in painting order, those inside forms with the form's matrix.

    The last value says whether an object, or a form around it, lets through what is under it; it
    is only looked at with `text`, which says whether to include the text that stands in no form.
    """
    for at in range(raw.FPDFPage_CountObjects(page)):
        item = raw.FPDFPage_GetObject(page, at)
        if text or raw.FPDFPageObj_GetType(item) != raw.FPDF_PAGEOBJ_TEXT:
            yield from _inside(item, None, 0, look=text)


def _inside(
    item: Any, matrix: Any, depth: int, *, look: bool, clear: bool = False
) -> Iterator[tuple[Any, Any, bool]]:
    kind = raw.FPDFPageObj_GetType(item)
    if look and kind != raw.FPDF_PAGEOBJ_TEXT:
        clear = clear or bool(raw.FPDFPageObj_HasTransparency(item))
    if kind != raw.FPDF_PAGEOBJ_FORM:
        yield item, matrix, clear
    elif depth < _MAX_FORM_DEPTH:
        own = raw.FS_MATRIX(1, 0, 0, 1, 0, 0)
        raw.FPDFPageObj_GetMatrix(item, own)
        inner = _product(own, matrix) if matrix else own
        for at in range(max(raw.FPDFFormObj_CountObjects(item), 0)):
            yield from _inside(
                raw.FPDFFormObj_GetObject(item, at), inner, depth + 1, look=look, clear=clear
            )


def _parts(item: Any, outer: Any) -> Iterator[list[_Segment]]:
    """The straight lines of each part of a path, in page coordinates."""
    matrix = raw.FS_MATRIX(1, 0, 0, 1, 0, 0)
    raw.FPDFPageObj_GetMatrix(item, matrix)
    if outer:
        matrix = _product(matrix, outer)
    x, y = ctypes.c_float(), ctypes.c_float()
    start = here = (0.0, 0.0)
    part: list[_Segment] = []
    for at in range(min(raw.FPDFPath_CountSegments(item), _MAX_SEGMENTS)):
        segment = raw.FPDFPath_GetPathSegment(item, at)
        raw.FPDFPathSegment_GetPoint(segment, x, y)
        to = (
            matrix.a * x.value + matrix.c * y.value + matrix.e,
            matrix.b * x.value + matrix.d * y.value + matrix.f,
        )
        kind = raw.FPDFPathSegment_GetType(segment)
        if kind == raw.FPDF_SEGMENT_MOVETO:
            if part:
                yield part
            start, part = to, []
        elif kind == raw.FPDF_SEGMENT_LINETO:
            part.append((*here, *to))
        here = to
        if raw.FPDFPathSegment_GetClose(segment):
            part.append((*here, *start))
    if part:
        yield part


def _product(first: Any, then: Any) -> Any:
    return raw.FS_MATRIX(
        first.a * then.a + first.b * then.c,
        first.a * then.b + first.b * then.d,
        first.c * then.a + first.d * then.c,
        first.c * then.b + first.d * then.d,
        first.e * then.a + first.f * then.c + then.e,
        first.e * then.b + first.f * then.d + then.f,
    )
