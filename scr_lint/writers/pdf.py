"""A copy of the author's PDF with each finding as a highlight and a note on its words."""

from __future__ import annotations

import ctypes
import io
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import pypdfium2 as pdfium
import pypdfium2.raw as raw
from pypdf import PdfReader, PdfWriter
from pypdf.annotations import Highlight, Text
from pypdf.generic import ArrayObject, FloatObject, NameObject, TextStringObject

from ..draft import OUR_NAME
from ..errors import DraftError
from ..readers.pdf_page import PDFIUM
from ..result import LintResult, Location, Severity
from .annotated_copy import refuse_copy, source_of, write_copy
from .comment_text import comment_lines, summary_lines
from .remarks import MOST_PLACES, remarks

_COLOURS = {Severity.ERROR: "ffb3ad", Severity.WARNING: "ffe08a", Severity.ADVICE: "b8dcff"}
_LIGATURES = {"ﬁ": "fi", "ﬂ": "fl", "ﬀ": "ff", "ﬃ": "ffi", "ﬄ": "ffl"}
# What line breaks and hyphenation add or take away; words are compared without it.
_LOOSE = frozenset(" \t\r\n\u00a0\u00ad\u0002\ufffe-‐‑")


@dataclass(frozen=True, slots=True)
class _PageText:
    """A page's characters without white space and hyphens, and each one's index in pdfium."""

    text: str
    places: tuple[int, ...]


def annotate(result: LintResult, path: Path, *, overwrite: bool = False) -> int:
    """Writes the annotated copy of a linted PDF to `path`; returns the number of notes.

    Raises DraftError as `annotated` does, and if `path` is the draft itself, is not called .pdf,
    or is there already without `overwrite`.
    """
    refuse_other_format(result)
    refuse_copy(Path(result.path), path, overwrite=overwrite)
    made, count = annotated(result)
    write_copy(path, made)
    return count


def annotated(
    result: LintResult, data: bytes | None = None, *, most_places: int = MOST_PLACES
) -> tuple[bytes, int]:
    """The annotated copy of a linted PDF, and the number of its notes.

    A place whose words cannot be found again on its page gets its note at the top of the page.
    Our earlier notes give way to the new ones, anyone else's stay. `data` is the draft where it
    stands on no disk. Raises DraftError if the draft is no PDF, or has changed since.
    """
    refuse_other_format(result)
    data = source_of(result, data)
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(data)))
    _remove_ours(writer)
    _note_at_top(writer, 0, "\n".join(summary_lines(result)))
    with PDFIUM, closing(pdfium.PdfDocument(data)) as document:
        count = 1 + _write_notes(writer, _Pages(document), result, most_places)
    made = io.BytesIO()
    writer.write(made)
    return made.getvalue(), count


def refuse_other_format(result: LintResult) -> None:
    """Raises DraftError if the draft is not a PDF."""
    if result.draft.format != "pdf":
        raise DraftError(result.path, f"{result.path} is not a PDF.")


def _write_notes(writer: PdfWriter, pages: _Pages, result: LintResult, most_places: int) -> int:
    """A note for each remark, its places on the page highlighted; returns their number."""
    made = remarks(result.findings, most_places)
    for remark in made:
        found = pages.find(result, remark.location)
        words = "\n".join(comment_lines(remark, exact=found is not None))
        if found is None:
            _note_at_top(writer, (remark.location.page or 1) - 1, words)
            continue
        page, boxes = found
        for place in {location: None for _, location in remark.told[1:]}:
            again = pages.find(result, place) if place != remark.location else None
            boxes += again[1] if again and again[0] == page else []
        _highlight(writer, page, boxes, words, _COLOURS[remark.told[0][0].severity])
    return len(made)


Box = tuple[float, float, float, float]


class _Pages:
    """Finds the words of a location on its page again."""

    def __init__(self, document: pdfium.PdfDocument) -> None:
        self._document = document
        self._read: dict[int, tuple[pdfium.PdfTextPage, _PageText]] = {}

    def find(self, result: LintResult, location: Location) -> tuple[int, list[Box]] | None:
        """The page (from 0) and the boxes (points, from the bottom left) of the words.

        A paragraph may go on over the page after the one it begins on.
        """
        block = result.draft.blocks[location.block]
        wanted, paragraph = _squeeze(location.text), _squeeze(block.text)
        before = _squeeze(block.text[: location.start])
        first = (block.page or 1) - 1
        for page in range(first, min(first + 3, len(self._document))):
            textpage, text = self._page(page)
            at = self._place(text.text, paragraph, before, wanted, page == first)
            if at >= 0:
                start, end = text.places[at], text.places[at + len(wanted) - 1] + 1
                return page, list(_boxes(textpage, start, end - start))
        return None

    def _page(self, number: int) -> tuple[pdfium.PdfTextPage, _PageText]:
        if number not in self._read:
            textpage = self._document[number].get_textpage()
            chars: list[str] = []
            places: list[int] = []
            for at in range(textpage.count_chars()):
                code = raw.FPDFText_GetUnicode(textpage, at)
                for char in _squeeze(chr(code)) if code else "":
                    chars.append(char)
                    places.append(at)
            self._read[number] = textpage, _PageText("".join(chars), tuple(places))
        return self._read[number]

    @staticmethod
    def _place(text: str, paragraph: str, before: str, wanted: str, begins_here: bool) -> int:
        """Where the words begin: by what stands before them in the paragraph, else by order."""
        if not wanted:
            return -1
        context = before[-40:]
        at = text.find(context + wanted)
        if at >= 0 and context:
            return at + len(context)
        start = text.find(paragraph[:30]) if begins_here else 0
        return text.find(wanted, max(0, start))


def _squeeze(text: str) -> str:
    joined = "".join(_LIGATURES.get(char, char) for char in text)
    return "".join(char for char in joined if char not in _LOOSE)


def _boxes(textpage: pdfium.PdfTextPage, start: int, count: int) -> Iterator[Box]:
    for index in range(raw.FPDFText_CountRects(textpage, start, count)):
        sides = [ctypes.c_double() for _ in range(4)]
        raw.FPDFText_GetRect(textpage, index, *(ctypes.byref(side) for side in sides))
        left, top, right, bottom = (side.value for side in sides)
        yield left, bottom, right, top


def _highlight(writer: PdfWriter, page: int, boxes: list[Box], words: str, colour: str) -> None:
    quads = [
        FloatObject(value)
        for left, bottom, right, top in boxes
        for value in (left, top, right, top, left, bottom, right, bottom)
    ]
    around = (
        min(b[0] for b in boxes),
        min(b[1] for b in boxes),
        max(b[2] for b in boxes),
        max(b[3] for b in boxes),
    )
    note = Highlight(rect=around, quad_points=ArrayObject(quads), highlight_color=colour)
    _add(writer, page, note, words)


def _note_at_top(writer: PdfWriter, page: int, words: str) -> None:
    box = writer.pages[page].mediabox
    beside = sum(_is_ours(a) and a.get("/Subtype") == "/Text" for a in _notes(writer, page))
    left, top = float(box.left) + 12 + 24 * beside, float(box.top) - 12
    _add(writer, page, Text(rect=(left, top - 20, left + 20, top), text=words), words)


def _add(writer: PdfWriter, page: int, note: Highlight | Text, words: str) -> None:
    note[NameObject("/T")] = TextStringObject(OUR_NAME)
    note[NameObject("/Contents")] = TextStringObject(words)
    writer.add_annotation(page, note)


def _notes(writer: PdfWriter, page: int) -> list[dict[str, object]]:
    found = writer.pages[page].get("/Annots")
    notes = (note.get_object() for note in found.get_object()) if found is not None else ()
    return [note for note in notes if isinstance(note, dict)]


def _is_ours(note: object) -> bool:
    return isinstance(note, dict) and note.get("/T") == OUR_NAME


def _remove_ours(writer: PdfWriter) -> None:
    for number, page in enumerate(writer.pages):
        found = page.get("/Annots")
        if found is not None and any(map(_is_ours, _notes(writer, number))):
            page[NameObject("/Annots")] = ArrayObject(
                note for note in found.get_object() if not _is_ours(note.get_object())
            )
