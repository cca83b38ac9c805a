"""The words of one Word paragraph: which are shown, which are hidden, which were deleted.

The *raw text* of a paragraph is what block offsets count in. It is the text of its pieces with
`Visibility.SHOWN`, one after the other, and each piece knows the run it stands in:

    raw = "".join(p.text for p in read_inline(paragraph, styles).pieces
                  if p.visibility is Visibility.SHOWN)

`w:t` gives its text as it stands in the file, `w:tab` and `w:ptab` a tab, `w:br` and `w:cr` a line
feed, `w:noBreakHyphen` a hyphen, a bullet from a symbol font "•"; marks of notes, soft hyphens,
instructions of fields, pictures and text boxes give nothing. Insertions and moved text are shown
where they arrive; text that was deleted, moved away or hidden is not part of the raw text.
Text in the colour of what lies behind it is hidden too.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from lxml import etree

from ..draft import Visibility
from .docx_package import MC, VAL, A, M, w
from .docx_styles import Look, Styles, fill, number, switch, value

# Wingdings and Symbol characters that are drawn as a bullet, an arrow or a tick.
_BULLET_SIGNS = frozenset("6C 6E 71 75 76 77 9E 9F A7 A8 B7 D8 E0 F0 FC".split())
_PAGE_FIELDS = frozenset({"PAGE", "NUMPAGES", "SECTIONPAGES"})

T, RUN_PROPERTIES = w("t"), w("rPr")
ALTERNATE = f"{{{MC}}}AlternateContent"
_RUNS = frozenset({w("r"), f"{{{M}}}r"})
_TEXT = frozenset({T, f"{{{M}}}t"})
_TEXT_ANYWHERE = (*_TEXT, f"{{{A}}}t")
_FIXED = {
    w("tab"): "\t",
    w("ptab"): "\t",
    w("br"): "\n",
    w("cr"): "\n",
    w("noBreakHyphen"): "-",
}
_NOTES = {w("footnoteReference"): "footnote", w("endnoteReference"): "endnote"}
_OBJECTS = frozenset({w("drawing"), w("pict"), w("object")})
_GROUNDS = frozenset({w("tbl"), w("txbxContent")})
_REMOVED = frozenset({w("del"), w("moveFrom")})
_SKIPPED = frozenset(
    map(w, ("pPr", "rPr", "sdtPr", "sdtEndPr", "customXmlPr", "smartTagPr", "fldData", "ffData"))
)


class Piece(NamedTuple):
    """A stretch of text within one run. `run` is the `w:r` around it."""

    text: str
    visibility: Visibility
    run: etree._Element
    bold: bool
    page_number: bool
    contents: bool


@dataclass(frozen=True, slots=True)
class Note:
    """A mark that refers to a footnote or endnote; `mark` is the author's own sign, if any."""

    kind: str
    id: str
    visibility: Visibility
    mark: str | None


@dataclass(slots=True)
class Field:
    """A field that is open where the text is read: its instruction, then its result."""

    code: str = ""
    in_result: bool = False

    @property
    def name(self) -> str:
        """What the field is: PAGE, TOC, HYPERLINK."""
        return self.code.split(maxsplit=1)[0].upper() if self.code.strip() else ""


@dataclass(slots=True)
class Inline:
    """What a paragraph holds: pieces of text, references to notes, and drawings."""

    pieces: list[Piece] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    objects: list[tuple[etree._Element, Visibility]] = field(default_factory=list)

    @property
    def raw(self) -> str:
        """The raw text: what is shown, as it stands in the file."""
        return "".join(p.text for p in self.pieces if p.visibility is Visibility.SHOWN)

    @property
    def is_bold(self) -> bool:
        """Whether all shown words are bold."""
        words = [p.bold for p in self.pieces if p.visibility is Visibility.SHOWN and p.text.strip()]
        return bool(words) and all(words)

    @property
    def is_contents(self) -> bool:
        """Whether the paragraph is an entry of a table of contents that Word made."""
        shown = (p for p in self.pieces if p.visibility is Visibility.SHOWN and p.text.strip())
        first = next(shown, None)
        return first is not None and first.contents

    @property
    def has_page_number(self) -> bool:
        """Whether Word fills in a page number."""
        return any(p.page_number for p in self.pieces)

    @property
    def without_page_numbers(self) -> str:
        """The raw text without page numbers that Word fills in."""
        return "".join(
            p.text for p in self.pieces if p.visibility is Visibility.SHOWN and not p.page_number
        )

    def unshown(self) -> list[tuple[str, Visibility]]:
        """Each stretch that the printed page does not show, and why not."""
        stretches: list[tuple[str, Visibility]] = []
        last: Visibility | None = None
        for piece in self.pieces:
            if piece.visibility is Visibility.SHOWN:
                last = None if piece.text else last
            elif piece.visibility is last:
                stretches[-1] = (stretches[-1][0] + piece.text, last)
            else:
                last = piece.visibility
                stretches.append((piece.text, last))
        return stretches


def read_inline(
    paragraph: etree._Element,
    styles: Styles,
    fields: list[Field] | None = None,
    *,
    deleted: bool = False,
) -> Inline:
    """The text of a paragraph.

    `fields` are those still open from the paragraphs before; it is kept up to date, so a caller
    that reads a whole story hands the same list in each time.
    """
    inline = Inline()
    style = styles.paragraph(value(paragraph.find(w("pPr")), "pStyle"))
    open_fields = [] if fields is None else fields
    reader = _Reader(styles, style.look, paragraph, open_fields, inline)
    reader.read(paragraph, paragraph, deleted, bool(style.look.hidden), bool(style.look.bold))
    return inline


def branch(alternate: etree._Element) -> etree._Element | None:
    """The one reading of an mc:AlternateContent to take: the first with text, or the first."""
    for choice in alternate:
        if any(text.text for text in choice.iter(*_TEXT_ANYWHERE)):
            return choice
    return next(iter(alternate), None)


@dataclass(slots=True)
class _Reader:
    styles: Styles
    look: Look
    paragraph: etree._Element
    fields: list[Field]
    out: Inline

    def read(
        self, parent: etree._Element, run: etree._Element, deleted: bool, hidden: bool, bold: bool
    ) -> None:
        own_mark = False  # the run holds the author's own sign for a note
        for child in parent:
            tag = child.tag
            if tag in _RUNS:
                self.read(child, child, deleted, *self._run_look(child))
            elif tag in _TEXT:
                if own_mark:
                    note = self.out.notes[-1]
                    self.out.notes[-1] = Note(note.kind, note.id, note.visibility, child.text)
                else:
                    self._add(child.text, run, deleted, hidden, bold)
            elif tag in _SKIPPED:
                continue
            elif tag in _FIXED:
                self._add(_FIXED[tag], run, deleted, hidden, bold)
            elif tag in _REMOVED:
                self.read(child, run, True, hidden, bold)
            elif tag == w("delText"):
                self._add(child.text, run, True, hidden, bold)
            elif tag in _NOTES:
                own_mark = child.get(w("customMarkFollows")) not in {None, "0", "false", "off"}
                self.out.notes.append(
                    Note(_NOTES[tag], child.get(w("id")) or "", _visibility(deleted, hidden), None)
                )
            elif tag in _OBJECTS:
                self.out.objects.append((child, _visibility(deleted, hidden)))
            elif tag == w("fldChar"):
                self._field(child, run, deleted, hidden, bold)
            elif tag == w("instrText"):
                if self.fields and not self.fields[-1].in_result:
                    self.fields[-1].code += child.text or ""
            elif tag == w("fldSimple"):
                self.fields.append(Field(child.get(w("instr")) or "", in_result=True))
                self.read(child, run, deleted, hidden, bold)
                self.fields.pop()
            elif tag == w("sym"):
                if (child.get(w("char")) or "").upper()[-2:] in _BULLET_SIGNS:
                    self._add("•", run, deleted, hidden, bold)
            elif tag == ALTERNATE:
                taken = branch(child)
                if taken is not None:
                    self.read(taken, run, deleted, hidden, bold)
            elif len(child):
                self.read(child, run, deleted, hidden, bold)

    def _run_look(self, run: etree._Element) -> tuple[bool, bool]:
        hidden, bold, color = self.look.hidden, self.look.bold, self.look.color
        behind: str | None = None
        properties = run.find(RUN_PROPERTIES)
        if properties is not None:
            style = value(properties, "rStyle")
            if style is not None:
                look = self.styles.look(style)
                hidden = hidden if look.hidden is None else look.hidden
                bold = bold if look.bold is None else look.bold
                color, behind = look.color or color, look.fill
            own_hidden, own_bold = switch(properties, w("vanish")), switch(properties, w("b"))
            hidden = hidden if own_hidden is None else own_hidden
            bold = bold if own_bold is None else own_bold
            color = value(properties, "color") or color
            behind = fill(properties) or behind
        if color is not None and not hidden:
            hidden = self._is_lost(color.upper(), behind)
        return bool(hidden), bool(bold)

    def _is_lost(self, color: str, behind: str | None) -> bool:
        """Whether text has the colour of its ground: black under a black bar, white on paper."""
        behind = behind or fill(self.paragraph.find(w("pPr"))) or self.look.fill
        if behind is not None:
            return color == behind
        if color != "FFFFFF" or not self.styles.plain_paper:
            return False
        # What lies behind the text of a table or a text box is not told by the text alone.
        return not any(outer.tag in _GROUNDS for outer in self.paragraph.iterancestors())

    def _add(
        self, text: str | None, run: etree._Element, deleted: bool, hidden: bool, bold: bool
    ) -> None:
        if not text:
            return
        names: set[str] = set()
        if self.fields:
            # The result of a field inside another's instruction is part of that instruction.
            if not all(outer.in_result for outer in self.fields[:-1]):
                return
            names = {outer.name for outer in self.fields}
        self.out.pieces.append(
            Piece(
                text,
                _visibility(deleted, hidden),
                run,
                bold,
                not names.isdisjoint(_PAGE_FIELDS),
                "TOC" in names,
            )
        )

    def _field(
        self, mark: etree._Element, run: etree._Element, deleted: bool, hidden: bool, bold: bool
    ) -> None:
        kind = mark.get(w("fldCharType"))
        if kind == "begin":
            choices = mark.find(f"{w('ffData')}/{w('ddList')}")
            if choices is not None:
                entries = [entry.get(VAL) for entry in choices.iterfind(w("listEntry"))]
                chosen = number(value(choices, "result") or value(choices, "default")) or 0
                if 0 <= chosen < len(entries):
                    self._add(entries[chosen], run, deleted, hidden, bold)
            self.fields.append(Field())
        elif kind == "separate" and self.fields:
            self.fields[-1].in_result = True
        elif kind == "end" and self.fields:
            self.fields.pop()


def _visibility(deleted: bool, hidden: bool) -> Visibility:
    if deleted:
        return Visibility.DELETED
    return Visibility.HIDDEN if hidden else Visibility.SHOWN
