"""What a PDF holds beside its pages' text: properties, comments, descriptions, links, files."""

from __future__ import annotations

import ctypes
from collections.abc import Callable, Iterator
from itertools import islice
from typing import Any

import pypdfium2 as pdfium
import pypdfium2.raw as raw
from lxml import etree

from ..draft import OUR_NAME, Unread

_MAX_BOOKMARKS = 5000
_MAX_NOTES = 5000  # on one page
_TEXT_LIMIT = 200_000  # bytes
_MOST_ARE_SHORTER = 128  # bytes: one call is enough for nearly all
_WIDE = ctypes.POINTER(raw.FPDF_WCHAR)
_MAX_PACKETS = 20
_PACKET_START, _PACKET_END = b"<x:xmpmeta", b"</x:xmpmeta>"
_DUBLIN_CORE = "http://purl.org/dc/elements/1.1/"
# What holds an XMP packet together, and says nothing itself.
_FRAMES = frozenset(
    {
        "adobe:ns:meta/",
        "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
        "http://www.w3.org/XML/1998/namespace",
        None,
    }
)


def properties(document: pdfium.PdfDocument) -> dict[str, str]:
    """The document's own description of itself ("info:Author", …), without what is empty."""
    found = document.get_metadata_dict(skip_empty=True)
    return {f"info:{key}": value.strip() for key, value in found.items() if value.strip()}


def described(data: bytes) -> dict[str, str]:
    """What the XMP packets in a file say ("xmp:creator", …), different values one after the other.

    Programs write them unpacked, so that others find them without knowing PDF; a file that was
    saved again may hold those of its earlier versions too.
    """
    found: dict[str, list[str]] = {}

    def keep(name: str, words: str) -> None:
        values = found.setdefault(f"xmp:{name}", [])
        if words not in values:
            values.append(words)

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    for packet in _packets(data):
        try:
            root = etree.fromstring(packet, parser)
        except etree.XMLSyntaxError:
            continue
        if _is_of_picture(root):
            continue
        for element in root.iter(etree.Element):
            words = "; ".join(t.strip() for t in map(str, element.itertext()) if t.strip())
            name = etree.QName(element).localname
            if words and etree.QName(element).namespace not in _FRAMES:
                keep(name, words)
            for key, value in element.attrib.items():
                if value.strip() and etree.QName(key).namespace not in _FRAMES:
                    keep(etree.QName(key).localname, str(value).strip())
    return {name: "; ".join(values) for name, values in found.items()}


def _is_of_picture(packet: etree._Element) -> bool:
    """Whether a packet came with a logo or a photograph: it says who made that, not the report."""
    named = f"{{{_DUBLIN_CORE}}}format"
    told = [element.get(named, "") for element in packet.iter(etree.Element)]
    told += [str(words) for element in packet.iter(named) for words in element.itertext()]
    formats = {words.strip().lower() for words in told} - {""}
    return bool(formats) and "application/pdf" not in formats


def _packets(data: bytes) -> Iterator[bytes]:
    """The last XMP packets in a file, from the end: pictures in it may have brought their own."""
    end = len(data)
    for _ in range(_MAX_PACKETS):
        start = data.rfind(_PACKET_START, 0, end)
        if start < 0:
            return
        stop = data.find(_PACKET_END, start, end)
        if stop >= 0 and stop - start < _TEXT_LIMIT:
            yield data[start : stop + len(_PACKET_END)]
        end = start


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
    buffer = ctypes.create_string_buffer(_MOST_ARE_SHORTER)
    size = function(*arguments, ctypes.cast(buffer, _WIDE), _MOST_ARE_SHORTER)
    if not 2 < size < _TEXT_LIMIT:
        return ""
    if size > _MOST_ARE_SHORTER:
        buffer = ctypes.create_string_buffer(size)
        function(*arguments, ctypes.cast(buffer, _WIDE), size)
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
