"""Word's styles: what kind of paragraph each makes, and what its text inherits from it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from ..draft import Kind
from .docx_package import VAL, w

#: Word keeps built-in names in English, whatever its own language; other programs translate them.
_HEADING = re.compile(r"(?:heading|pennawd|überschrift|titre|título|titolo|kop)\s*([1-9])")
_CONTENTS = re.compile(r"toc \d|table of figures|table of authorities|index \d|contents \d")
_TITLES = frozenset({"title", "subtitle", "teitl", "is-deitl"})
_QUOTES = frozenset({"quote", "intense quote", "block text", "block quotation", "quotations"})

_HIGHLIGHTS: dict[str | None, str] = {"black": "000000", "white": "FFFFFF"}

BODY_LEVEL = 9


@dataclass(frozen=True, slots=True)
class Look:
    """What a style does to its text; None where it leaves that to others.

    `color` is the text's and `fill` that of the ground behind it, as six hexadecimal digits.
    """

    hidden: bool | None = None
    bold: bool | None = None
    color: str | None = None
    fill: str | None = None


@dataclass(frozen=True, slots=True)
class ParagraphStyle:
    """What a paragraph is by its style alone.

    `list_id` is the list (`numId`) it puts a paragraph in; `names` are the ids of the style and
    of those it is based on, nearest first.
    """

    kind: Kind = Kind.PARAGRAPH
    level: int = 0
    look: Look = Look()
    list_id: str | None = None
    names: tuple[str, ...] = ()


@dataclass
class Styles:
    """The styles of a document, by id."""

    elements: dict[str, etree._Element] = field(default_factory=dict)
    default: str = ""
    #: Whether the page is bare paper: no colour or picture lies behind the text.
    plain_paper: bool = True
    _paragraphs: dict[str, ParagraphStyle] = field(default_factory=dict)
    _looks: dict[str, Look] = field(default_factory=dict)

    def paragraph(self, id_: str | None) -> ParagraphStyle:
        """What the paragraph style with this id makes; the default style's for None."""
        id_ = self.default if id_ is None or id_ not in self.elements else id_
        if id_ not in self._paragraphs:
            kind, level = self._kind(id_)
            self._paragraphs[id_] = ParagraphStyle(
                kind,
                level,
                self.look(id_),
                self.list_of(id_),
                tuple(id_ for id_, _ in self._chain(id_)),
            )
        return self._paragraphs[id_]

    def look(self, id_: str) -> Look:
        """What a paragraph or character style does to its text."""
        if id_ not in self._looks:
            hidden = bold = color = behind = None
            for _, style in self._chain(id_):
                properties = style.find(w("rPr"))
                if properties is not None:
                    hidden = switch(properties, w("vanish")) if hidden is None else hidden
                    bold = switch(properties, w("b")) if bold is None else bold
                    color = color or value(properties, "color")
                behind = behind or fill(properties) or fill(style.find(w("pPr")))
            self._looks[id_] = Look(hidden, bold, color, behind)
        return self._looks[id_]

    def list_of(self, id_: str) -> str | None:
        """The list (`numId`) that a style names or inherits."""
        for _, style in self._chain(id_):
            list_id, _ = list_properties(style.find(w("pPr")))
            if list_id is not None:
                return list_id
        return None

    def _chain(self, id_: str) -> Iterator[tuple[str, etree._Element]]:
        seen: set[str] = set()
        while id_ in self.elements and id_ not in seen:
            seen.add(id_)
            style = self.elements[id_]
            yield id_, style
            id_ = value(style, "basedOn") or ""

    def _kind(self, id_: str) -> tuple[Kind, int]:
        for _, style in self._chain(id_):
            name = (value(style, "name") or "").partition(",")[0].strip().lower()
            if name == "toc heading":
                return Kind.HEADING, 1
            if name == "caption" or _CONTENTS.fullmatch(name):
                return Kind.CAPTION, 0
            if name in _TITLES:
                return Kind.TITLE, 0
            if name in _QUOTES:
                return Kind.QUOTE, 0
            if heading := _HEADING.fullmatch(name):
                return Kind.HEADING, int(heading[1])
            outline = outline_level(style.find(w("pPr")))
            if outline is not None:
                return (Kind.PARAGRAPH, 0) if outline == BODY_LEVEL else (Kind.HEADING, outline + 1)
        return Kind.PARAGRAPH, 0


def read_styles(root: etree._Element | None) -> Styles:
    """The styles of a styles part; none without one."""
    styles = Styles()
    for style in () if root is None else root.iterfind(w("style")):
        id_ = style.get(w("styleId")) or ""
        styles.elements[id_] = style
        if style.get(w("type")) == "paragraph" and style.get(w("default")) in {"1", "true", "on"}:
            styles.default = id_
    return styles


def value(parent: etree._Element | None, name: str) -> str | None:
    """The `w:val` of a child element."""
    child = None if parent is None else parent.find(w(name))
    return None if child is None else child.get(VAL)


def fill(properties: etree._Element | None) -> str | None:
    """The colour behind text that run or paragraph properties set; None for bare paper."""
    if properties is None:
        return None
    highlight = value(properties, "highlight")
    if highlight not in {None, "none"}:
        return _HIGHLIGHTS.get(highlight, highlight)
    shading = properties.find(w("shd"))
    if shading is None or shading.get(VAL) == "nil":
        return None
    # A solid pattern covers the fill with its own colour; a half-tone is neither.
    pattern = shading.get(VAL) or "clear"
    of = {"clear": "fill", "solid": "color"}.get(pattern)
    found = pattern if of is None else shading.get(w(of))
    return None if found in {None, "auto"} else found.upper()


def number(text: str | None) -> int | None:
    """A whole number out of an attribute, None where there is none."""
    try:
        return None if text is None else int(text)
    except ValueError:
        return None


def switch(properties: etree._Element, tag: str) -> bool | None:
    """Whether an on/off property such as bold is set; None where it is not mentioned."""
    element = properties.find(tag)
    if element is None:
        return None
    return element.get(VAL) not in {"0", "false", "off"}


def list_properties(properties: etree._Element | None) -> tuple[str | None, int | None]:
    """The list (`numId`) and level that paragraph properties name themselves."""
    listed = None if properties is None else properties.find(w("numPr"))
    return value(listed, "numId"), number(value(listed, "ilvl"))


def outline_level(properties: etree._Element | None) -> int | None:
    """The outline level that paragraph properties name themselves: 0 to 8, or BODY_LEVEL."""
    level = number(value(properties, "outlineLvl"))
    return level if level is not None and 0 <= level <= BODY_LEVEL else None
