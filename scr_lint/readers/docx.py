"""Reads a Word document: everything it says, shows on no page, or keeps beside its text.

Blocks come in reading order: headers and footers first, then the body with each footnote after the
paragraph that refers to it, then what no page shows (comments, alternative text).

`Block.origin` is "word/document.xml#57": the part, and which of all its `w:p` elements in document
order it is, counting from 0. `Block.offsets` count in the raw text of that paragraph, which
`docx_text` defines. A stretch that is hidden or deleted is a block of its own with the origin of
its paragraph; its offsets count in the stretch. What stands in no paragraph has an origin in words
("comment by A. Reviewer", "alt text") or a part alone ("word/charts/chart1.xml").
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from lxml import etree

from ..draft import OUR_NAME, Block, Cell, Draft, Kind, Unread, Visibility
from ..errors import NotADraft
from .bold_headings import with_bold_headings
from .clean import clean
from .docx_headings import classify, is_gone
from .docx_notes import Notes, read_notes
from .docx_numbering import Counters, read_lists
from .docx_objects import (
    alt_texts,
    drawn_words,
    fills_page,
    link_targets,
    linked_words,
    page_size,
    picture_names,
    plain_paper,
    text_boxes,
    unread_parts,
)
from .docx_package import Package, R, open_package, w
from .docx_properties import read_properties, read_tracked
from .docx_styles import read_styles, value
from .docx_tables import column_headers, count_header_rows, is_layout, read_rows
from .docx_text import ALTERNATE, Field, Inline, Note, branch, read_inline

_SKIPPED = frozenset(map(w, ("pPr", "sectPr", "sdtPr", "sdtEndPr", "tcPr", "tblPr")))
_PAGE_NUMBER = re.compile(r"[\W_]*(?:page|pg|p)?[\W_]*(?:of)?[\W_]*", re.IGNORECASE)


def read(path: Path, data: bytes | None = None) -> Draft:
    """A Word document as blocks, from `data` where it stands on no disk. Raises a DraftError for a file that cannot be read safely."""
    with open_package(path, data) as package:
        main = package.main_part()
        root = package.xml(main)
        if root.tag != w("document"):
            raise NotADraft(path, f"{path} is called .docx but is not a Word document.")
        reader = _Reader(package, main, root)
        reader.read_running()
        reader.read_body()
        reader.read_unreferenced_notes()
        reader.read_metadata()
        properties = {**read_properties(package, main), **read_tracked(reader.roots.values())}
        unread = [*reader.unread, *unread_parts(package, list(reader.roots))]
        blocks, bold_headings = with_bold_headings(reader.blocks, reader.bold)
        return Draft(
            path=str(path),
            format="docx",
            blocks=blocks,
            bold_headings=bold_headings,
            empty_headings=tuple(reader.empty_headings),
            unread=tuple(dict.fromkeys(unread)),
            properties=properties,
        )


def _is_empty_heading(
    block: Block, inline: Inline, paragraph: etree._Element, place: _Place
) -> bool:
    """Whether a paragraph is a heading without a word in it, nor a picture or hidden words."""
    return (
        block.kind is Kind.HEADING
        and not (place.deleted or is_gone(paragraph))
        and not inline.objects
        and not list(inline.unshown())
    )


@dataclass(frozen=True, slots=True)
class _Story:
    """A part being read. The fields from `kind` on hold for all its blocks."""

    part: str
    places: dict[etree._Element, int]
    counters: Counters
    fields: list[Field] | None
    kind: Kind | None = None
    number: str = ""
    visibility: Visibility = Visibility.SHOWN
    origin: str = ""
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class _Place:
    """What stands around a paragraph."""

    cell: Cell | None = None
    boxed: bool = False
    contents: bool = False
    deleted: bool = False
    covered: bool = False


class _Reader:
    def __init__(self, package: Package, main: str, root: etree._Element) -> None:
        self.package = package
        self.main = main
        self.root = root
        self.page = page_size(root)
        self.blocks: list[Block] = []
        self.unread: list[Unread] = []
        self.bold: set[int] = set()
        self.empty_headings: list[int] = []
        #: Origins of the paragraphs that comments are on, by the comment's id.
        self.commented: dict[str, str] = {}
        self.roots: dict[str, etree._Element] = {}
        self.styles = read_styles(self._optional("styles"))
        headers = [*package.related(main, "header"), *package.related(main, "footer")]
        self.styles.plain_paper = plain_paper([root, *map(package.xml, headers)])
        self.lists = read_lists(self._optional("numbering"), self.styles)
        self.box_counters = Counters(self.lists, self.styles)
        self.notes: dict[str, Notes] = {}
        self.note_stories: dict[str, _Story] = {}
        self.running: set[tuple[Kind, Visibility, str]] = set()
        self.tables = 0
        self.pictures = 0
        self.last_number = ""
        self._read_notes()

    def _read_notes(self) -> None:
        settings = self._optional("settings")
        for kind in ("footnote", "endnote"):
            for part in self.package.related(self.main, f"{kind}s")[:1]:
                root = self.package.xml(part)
                self.note_stories[kind] = replace(self._story(part, root), kind=Kind.FOOTNOTE)
                self.notes[kind] = read_notes(kind, root, self.root, settings)

    def read_running(self) -> None:
        """Headers and footers: those that sections use in their order, then any others."""
        relations = self.package.relations(self.main)
        for kind, name in ((Kind.HEADER, "header"), (Kind.FOOTER, "footer")):
            used = [
                relations[id_].target
                for reference in self.root.iter(w(f"{name}Reference"))
                if (id_ := reference.get(f"{{{R}}}id") or "") in relations
            ]
            for part in dict.fromkeys([*used, *self.package.related(self.main, name)]):
                part_root = self.package.xml(part)
                self._walk(part_root, replace(self._story(part, part_root), kind=kind), _Place())

    def read_body(self) -> None:
        """The text, with the notes it refers to."""
        self._walk(self.root, self._story(self.main, self.root), _Place())

    def read_unreferenced_notes(self) -> None:
        """Notes that nothing refers to any more: no page shows them, the file still holds them."""
        for notes in self.notes.values():
            for id_ in list(notes.elements):
                self._note(Note(notes.kind, id_, Visibility.HIDDEN, None))

    def read_metadata(self) -> None:
        """Comments, alternative text, and where links lead."""
        for part in self.package.related(self.main, "comments"):
            root = self.package.xml(part)
            story = replace(
                self._story(part, root), kind=Kind.PARAGRAPH, visibility=Visibility.METADATA
            )
            for comment in root.iterfind(w("comment")):
                author = (comment.get(w("author")) or "").strip()
                if author == OUR_NAME:
                    continue
                origin = f"comment by {author}" if author else "comment"
                anchor = self.commented.get(comment.get(w("id")) or "", "")
                self._walk(comment, replace(story, origin=origin, anchor=anchor), _Place())
        self._add_metadata(
            (text for root in self.roots.values() for text in alt_texts(root)), "alt text"
        )
        self._add_metadata(
            (name for root in self.roots.values() for name in picture_names(root)), "picture name"
        )
        shown = " ".join(block.text for block in self.blocks).lower()
        targets = (target for part in self.roots for target in link_targets(self.package, part))
        self._add_metadata(
            (t for t in targets if t.removeprefix("mailto:").lower() not in shown), "link target"
        )

    def _optional(self, kind: str) -> etree._Element | None:
        parts = self.package.related(self.main, kind)
        return self.package.xml(parts[0]) if parts else None

    def _story(self, part: str, root: etree._Element) -> _Story:
        self.roots[part] = root
        places = {paragraph: at for at, paragraph in enumerate(root.iter(w("p")))}
        for alternate in list(root.iter(ALTERNATE)):
            taken = branch(alternate)
            for other in [child for child in alternate if child is not taken]:
                alternate.remove(other)
        marks = [mark.get(w("fldCharType")) for mark in root.iter(w("fldChar"))]
        # Where a field is never closed, no field may swallow what stands after it.
        closed = marks.count("begin") == marks.count("end")
        return _Story(
            part, places, Counters(self.lists, self.styles), fields=[] if closed else None
        )

    def _walk(self, parent: etree._Element, story: _Story, place: _Place) -> None:
        for child in parent:
            if child.tag == w("p"):
                self._paragraph(child, story, place)
            elif child.tag == w("tbl"):
                self._table(child, story, place)
            elif child.tag in {w("del"), w("moveFrom")}:
                self._walk(child, story, replace(place, deleted=True))
            elif child.tag == w("sdt"):
                gallery = child.find(f"{w('sdtPr')}/{w('docPartObj')}")
                contents = value(gallery, "docPartGallery") == "Table of Contents"
                self._walk(child, story, replace(place, contents=place.contents or contents))
            elif child.tag not in _SKIPPED and len(child):
                self._walk(child, story, place)

    def _paragraph(self, paragraph: etree._Element, story: _Story, place: _Place) -> None:
        inline = read_inline(paragraph, self.styles, story.fields, deleted=place.deleted)
        raw = inline.raw
        text, offsets = clean(raw)
        number, level = "", 0
        if text or not (place.deleted or is_gone(paragraph)):
            number, level = story.counters.next(paragraph)
        origin = story.origin or f"{story.part}#{story.places[paragraph]}"
        for mark in paragraph.iter(w("commentReference")):
            self.commented.setdefault(mark.get(w("id")) or "", origin)
        block = Block(
            0,
            text,
            offsets=offsets,
            origin=origin,
            anchor=story.anchor,
            visibility=Visibility.HIDDEN if place.covered else story.visibility,
        )
        if story.kind is not None:
            block = replace(block, kind=story.kind, number=story.number)
        else:
            block = classify(
                replace(block, cell=place.cell),
                paragraph,
                inline,
                self.styles,
                number=number,
                level=level,
                contents=place.contents,
            )
            if block.number[:1].isdigit() and block.cell is None:
                self.last_number = block.number
        if text:
            self._add(block, inline)
            if inline.is_bold and story.kind is None and not place.boxed and not place.cell:
                self.bold.add(len(self.blocks) - 1)
        elif _is_empty_heading(block, inline, paragraph, place):
            self.empty_headings.append(len(self.blocks))
        self._unshown(inline, block)
        for note in inline.notes:
            self._note(note, origin)
        for drawing, visibility in inline.objects:
            self._drawing(drawing, story, place, visibility, alone=not text)

    def _add(self, block: Block, inline: Inline | None = None) -> None:
        if block.kind in {Kind.HEADER, Kind.FOOTER}:
            told_apart = block.text
            if inline is not None and inline.has_page_number:
                told_apart = clean(inline.without_page_numbers)[0]
                if _PAGE_NUMBER.fullmatch(told_apart):
                    return
            key = (block.kind, block.visibility, told_apart)
            if key in self.running:
                return
            self.running.add(key)
        self.blocks.append(replace(block, index=len(self.blocks)))

    def _unshown(self, inline: Inline, block: Block) -> None:
        """Blocks for what was deleted from or is hidden in the paragraph of `block`."""
        kept = {Kind.CELL, Kind.HEADER, Kind.FOOTER, Kind.FOOTNOTE}
        kind = block.kind if block.kind in kept else Kind.PARAGRAPH
        for raw, visibility in inline.unshown():
            text, offsets = clean(raw)
            if text:
                self._add(
                    Block(
                        0,
                        text,
                        kind=kind,
                        cell=block.cell,
                        visibility=visibility,
                        offsets=offsets,
                        origin=block.origin,
                        anchor=block.anchor,
                    )
                )

    def _table(self, table: etree._Element, story: _Story, place: _Place) -> None:
        rows = read_rows(table)
        framed = story.kind is not None or is_layout(rows)
        count = 0 if framed else count_header_rows(table, rows, self.styles)
        headers = column_headers(rows[:count], self.styles)
        index = self.tables
        self.tables += not framed
        for at, row in enumerate(rows):
            for found in row.cells:
                header = headers.get(found.column, "") if at >= count else ""
                own = Cell(index, at, found.column, header, is_header=at < count)
                around = replace(
                    place,
                    cell=place.cell if framed else own,
                    boxed=True,
                    deleted=place.deleted or row.deleted,
                    covered=place.covered or found.covered,
                )
                self._walk(found.element, story, around)

    def _note(self, note: Note, anchor: str = "") -> None:
        notes = self.notes.get(note.kind)
        element = notes.elements.pop(note.id, None) if notes else None
        if notes is None or element is None:
            return
        first = len(self.blocks)
        story = replace(
            self.note_stories[note.kind],
            number=notes.number_of(note),
            visibility=note.visibility,
            anchor=anchor,
        )
        self._walk(element, story, _Place(deleted=note.visibility is Visibility.DELETED))
        for at in range(first + 1, len(self.blocks)):
            self.blocks[at] = replace(self.blocks[at], number="")

    def _drawing(
        self,
        drawing: etree._Element,
        story: _Story,
        place: _Place,
        visibility: Visibility,
        *,
        alone: bool,
    ) -> None:
        shown = visibility is Visibility.SHOWN
        seen = story.visibility if shown else visibility
        boxed = replace(place, boxed=True, deleted=visibility is Visibility.DELETED)
        fields: list[Field] | None = None if story.fields is None else []
        inner = replace(story, counters=self.box_counters, fields=fields, visibility=seen)
        before = len(self.blocks)
        for box in text_boxes(drawing):
            self._walk(box, inner, boxed)
        linked, unread = linked_words(drawing, self.package, story.part)
        self.unread.extend(unread)
        drawn = [(story.part, text) for text in dict.fromkeys(drawn_words(drawing))]
        for origin, raw in [*drawn, *linked]:
            text, _ = clean(raw)
            if text:
                kind = story.kind or (Kind.CELL if place.cell else Kind.CAPTION)
                self._add(
                    Block(0, text, kind=kind, cell=place.cell, visibility=seen, origin=origin)
                )
        if story.kind is None:
            self.pictures += 1
            if alone and shown and before == len(self.blocks) and fills_page(drawing, self.page):
                after = f", after paragraph {self.last_number}" if self.last_number else ""
                self.unread.append(
                    Unread(
                        f"picture {self.pictures}{after}",
                        "a picture of a page: words in pictures are not read, check it by eye",
                    )
                )

    def _add_metadata(self, texts: Iterable[str], origin: str) -> None:
        for raw in dict.fromkeys(texts):
            text, _ = clean(raw)
            if text:
                self._add(Block(0, text, visibility=Visibility.METADATA, origin=origin))
