"""What a PDF holds beside its pages' text: properties, comments, descriptions, links, files."""

from __future__ import annotations

import ctypes
from collections.abc import Callable, Iterator
from itertools import islice
from typing import Any

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from ..draft import OUR_NAME, Unread

_MAX_BOOKMARKS = 5000
_MAX_NOTES = 5000  # on one page
_TEXT_LIMIT = 200_000  # bytes


def properties(document: pdfium.PdfDocument) -> dict[str, str]:
    """The document's own description of itself ("info:Author", …), without what is empty."""
    found = document.get_metadata_dict(skip_empty=True)
    return {f"info:{key}": value.strip() for key, value in found.items() if value.strip()}


def bookmarks(document: pdfium.PdfDocument) -> Iterator[tuple[str, int, int]]:
    """The title, page (from 1) and level (from 1) of each bookmark that leads to a page."""
    for mark in islice(document.get_toc(max_depth=10), _MAX_BOOKMARKS):
        target = mark.get_dest()
        index = target.get_index() if target else None
        if index is not None:
            yield mark.get_title(), index + 1, mark.level + 1


def comments(page: pdfium.PdfPage) -> Iterator[str]:
    """The texts of the comments on a page."""
    for annotation, kind in annotations_of(page):
        if kind in (raw.FPDF_ANNOT_LINK, raw.FPDF_ANNOT_POPUP, raw.FPDF_ANNOT_WIDGET):
            continue
        if _entry(annotation, b"T") == OUR_NAME:
            continue
        text = _entry(annotation, b"Contents")
        if text.strip():
            yield text


def form_fields(page: pdfium.PdfPage) -> Iterator[str]:
    """What has been filled in on a page that is a form."""
    for annotation, kind in annotations_of(page):
        if kind == raw.FPDF_ANNOT_WIDGET:
            text = _entry(annotation, b"V")
            if text.strip():
                yield text


def link_targets(document: pdfium.PdfDocument, page: pdfium.PdfPage) -> Iterator[str]:
    """Where the links on a page lead outside the document."""
    for annotation, kind in annotations_of(page):
        if kind != raw.FPDF_ANNOT_LINK:
            continue
        link = raw.FPDFAnnot_GetLink(annotation)
        action = raw.FPDFLink_GetAction(link) if link else None
        if not action:
            continue
        size = raw.FPDFAction_GetURIPath(document, action, None, 0)
        if 1 < size < _TEXT_LIMIT:
            buffer = ctypes.create_string_buffer(size)
            raw.FPDFAction_GetURIPath(document, action, buffer, size)
            yield buffer.value.decode("utf-8", "replace")


def attachments(document: pdfium.PdfDocument) -> Iterator[Unread]:
    """The files inside the document: their text is not read."""
    for at in range(min(raw.FPDFDoc_GetAttachmentCount(document), 100)):
        item = raw.FPDFDoc_GetAttachment(document, at)
        name = utf16(raw.FPDFAttachment_GetName, item) or "without a name"
        if name.lower().endswith(".joboptions"):
            continue  # how the PDF was made, no text
        yield Unread(f"attached file {name}", "files inside a PDF are not read")


def utf16(function: Callable[..., int], *arguments: Any) -> str:
    """A string that pdfium hands over as UTF-16; "" for none, or one beyond all measure."""
    size = function(*arguments, None, 0)
    if not 2 < size < _TEXT_LIMIT:
        return ""
    buffer = ctypes.create_string_buffer(size)
    function(*arguments, ctypes.cast(buffer, ctypes.POINTER(raw.FPDF_WCHAR)), size)
    return buffer.raw[: size - 2].decode("utf-16-le", "replace")


def annotations_of(page: pdfium.PdfPage) -> Iterator[tuple[Any, int]]:
    """The comments, links and fields on a page, each open only until the next, with its kind."""
    for at in range(min(raw.FPDFPage_GetAnnotCount(page), _MAX_NOTES)):
        annotation = raw.FPDFPage_GetAnnot(page, at)
        if annotation:
            try:
                yield annotation, raw.FPDFAnnot_GetSubtype(annotation)
            finally:
                raw.FPDFPage_CloseAnnot(annotation)


def _entry(annotation: Any, key: bytes) -> str:
    return utf16(raw.FPDFAnnot_GetStringValue, annotation, key)
