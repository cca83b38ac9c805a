"""Footnotes and endnotes of a Word document, and the numbers that Word prints for them."""

from __future__ import annotations

from dataclasses import dataclass, field

from lxml import etree

from ..draft import Visibility
from .docx_numbering import numeral
from .docx_package import w
from .docx_styles import number, value
from .docx_text import Note

_DEFAULT_FORMAT = {"footnote": "decimal", "endnote": "lowerRoman"}


@dataclass
class Notes:
    """The notes of one kind: those not read yet, by id, and the number of the next one printed."""

    kind: str
    elements: dict[str, etree._Element] = field(default_factory=dict)
    format: str = "decimal"
    upcoming: int = 1

    def number_of(self, note: Note) -> str:
        """The number or sign that is printed for a note, in the order in which they are asked for.

        A note whose mark is deleted or hidden has none.
        """
        if note.visibility is not Visibility.SHOWN:
            return ""
        if note.mark is not None:
            return note.mark.strip()
        self.upcoming += 1
        return numeral(self.upcoming - 1, self.format)


def read_notes(kind: str, root: etree._Element | None, *settings: etree._Element | None) -> Notes:
    """The notes of a part. The first of `settings` (document, settings part) to say so numbers."""
    notes = Notes(kind, format=_DEFAULT_FORMAT[kind])
    for element in () if root is None else root.iterfind(w(kind)):
        if element.get(w("type")) in {None, "normal"}:
            notes.elements[element.get(w("id")) or ""] = element
    found = [
        properties
        for source in settings
        if source is not None
        for properties in source.iter(w(f"{kind}Pr"))
    ]
    for properties in reversed(found):
        notes.format = value(properties, "numFmt") or notes.format
        notes.upcoming = number(value(properties, "numStart")) or notes.upcoming
    return notes
