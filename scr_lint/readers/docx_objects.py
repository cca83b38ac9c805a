"""What stands in a Word document beside its paragraphs: drawings, charts, embedded files."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple
from urllib.parse import unquote

from lxml import etree

from ..draft import Unread
from ..errors import CorruptFile
from ..identity.publicity.links import is_private
from .docx_package import WP, A, O, Package, R, V, w

_EMU_PER_TWIP = 635
_TWIPS = {"pt": 20.0, "in": 1440.0, "cm": 567.0, "mm": 56.7, "px": 15.0}
_LENGTH = re.compile(r"([\d.]+)\s*(pt|in|cm|mm|px|)")
_PICTURE_FILE = re.compile(
    r"\.(?:jpe?g|png|gif|bmp|tiff?|heic|webp|emf|wmf|svg|pdf|docx?|xlsx?|pptx?)$", re.IGNORECASE
)
# What cameras, scanners, phones and Word itself call a picture.
_MADE_UP = re.compile(
    r"[\W\d_]*(?:(?:image|img|dsc[fn]?|picture|pic|photo|scan|screen ?shot|logo|graphic|untitled|"
    r"clipboard|media|pxl|wa|at|am|pm)[\W\d_]*)*|[0-9a-f-]{12,}",
    re.IGNORECASE,
)
_ANCHOR = f"{{{WP}}}anchor"
_BOX, _ART = w("txbxContent"), f"{{{V}}}textpath"
_EMBEDDED = {
    "xls": "spreadsheet",
    "xlsx": "spreadsheet",
    "xlsb": "spreadsheet",
    "xlsm": "spreadsheet",
    "doc": "Word document",
    "docx": "Word document",
    "ppt": "presentation",
    "pptx": "presentation",
}


_WITH_TEXT = re.compile(
    r"officeDocument|styles|numbering|settings|footnotes|endnotes|header|footer|comments|people|"
    r"chart|diagramData|(?:core|extended|custom)-properties"
)
_TEXT_PARTS = frozenset(
    "document footnotes endnotes header footer comments people styles core app custom".split()
)
_DAMAGED = "a part of the file that does not fit the rest, as in a damaged file: save it again"


class Page(NamedTuple):
    """The size of a page, in twentieths of a point."""

    width: float = 11906
    height: float = 16838


def text_boxes(drawing: etree._Element) -> Iterator[etree._Element]:
    """The contents of a drawing's text boxes; a box inside a box comes with the outer one."""
    for box in drawing.iter(_BOX):
        if not any(outer.tag == _BOX for outer in _between(box, drawing)):
            yield box


def drawn_words(drawing: etree._Element) -> Iterator[str]:
    """Words that are part of a drawing: WordArt such as a watermark, labels on a canvas."""
    for art in drawing.iter(_ART):
        yield art.get("string") or ""
    yield from _paragraphs(drawing)


def linked_words(
    drawing: etree._Element, package: Package, part: str
) -> tuple[list[tuple[str, str]], list[Unread]]:
    """The words of charts and diagrams in a drawing, each with its part, and what is unread."""
    found: list[tuple[str, str]] = []
    unread: list[Unread] = []
    for element in drawing.iter():
        name = etree.QName(element).localname
        if name not in {"chart", "relIds"}:
            continue
        relation = package.relations(part).get(
            element.get(f"{{{R}}}id") or element.get(f"{{{R}}}dm") or ""
        )
        what = "chart" if name == "chart" else "diagram"
        try:
            if relation is None or relation.external:
                raise KeyError(what)
            root = package.xml(relation.target)
        except (KeyError, CorruptFile):
            unread.append(Unread(f"a {what}", "its words could not be read: check it by eye"))
            continue
        texts = [*_paragraphs(root), *_labels(root)]
        found.extend((relation.target, text) for text in dict.fromkeys(texts))
    return found, unread


def fills_page(drawing: etree._Element, page: Page) -> bool:
    """Whether a picture is as large as a page that was scanned or pasted in as an image."""
    if any(etree.QName(element).localname in {"chart", "relIds"} for element in drawing.iter()):
        return False
    return any(
        width > 0.7 * page.width and height > 0.5 * page.height for width, height in _sizes(drawing)
    )


def page_size(root: etree._Element) -> Page:
    """The size of the document's last page; A4 where it does not say."""
    for size in reversed(list(root.iter(w("pgSz")))):
        width, height = (_twips(size.get(w(name)) or "", bare=1.0) for name in ("w", "h"))
        if width and height:
            return Page(width, height)
    return Page()


def alt_texts(root: etree._Element) -> Iterator[str]:
    """Descriptions of pictures and tables, which only screen readers and the file show."""
    for element in root.iter():
        name = etree.QName(element).localname
        if name in {"docPr", "cNvPr"}:
            yield from (element.get("title") or "", element.get("descr") or "")
        elif name in {"tblCaption", "tblDescription"}:
            yield element.get(w("val")) or ""
        elif element.tag.startswith(f"{{{V}}}"):
            yield from (element.get("alt") or "", element.get(f"{{{O}}}title") or "")


def picture_names(root: etree._Element) -> Iterator[str]:
    """Names of the files that pictures came from, where they are not just "image1.png"."""
    for element in root.iter(etree.Element):
        name = element.get("name") or ""
        if etree.QName(element).localname in {"docPr", "cNvPr"} and _PICTURE_FILE.search(name):
            stem = _PICTURE_FILE.sub("", name)
            if not _MADE_UP.fullmatch(stem):
                yield name


def link_targets(package: Package, part: str) -> Iterator[str]:
    """Where links and linked pictures lead that is no public page: mailboxes, somebody's files."""
    for relation in package.relations(part).values():
        if relation.external and relation.kind != "attachedTemplate":
            target = unquote(relation.target)
            if is_private(target):
                yield target


def plain_paper(roots: Iterable[etree._Element]) -> bool:
    """Whether no colour, picture or shape lies behind the text of these parts."""
    for root in roots:
        if root.find(w("background")) is not None:
            return False
        if any(anchor.get("behindDoc") in {"1", "true"} for anchor in root.iter(_ANCHOR)):
            return False
        if any("z-index:-" in (e.get("style") or "") for e in root.iter(f"{{{V}}}*")):
            return False
    return True


def unread_parts(package: Package, parts: list[str]) -> Iterator[Unread]:
    """Files inside the file, and text that these parts only refer to: none of it is read.

    Also parts with text that are missing, or that nothing refers to, as in a damaged file.
    """
    for part in ["", *parts]:
        for relation in package.relations(part).values():
            gone = not relation.external and relation.target not in package
            if gone and _WITH_TEXT.fullmatch(relation.kind):
                yield Unread(f"{relation.kind} ({relation.target})", _DAMAGED)
    for name in package.names():
        stem = name.rpartition("/")[2].lower().removesuffix(".xml").rstrip("0123456789")
        if name.endswith(".xml") and stem in _TEXT_PARTS and not package.was_read(name):
            yield Unread(f"{stem} ({name})", _DAMAGED)
    files = [name for name in package.names() if "/embeddings/" in name.lower()]
    for count, name in enumerate(sorted(files), 1):
        what = _EMBEDDED.get(name.rpartition(".")[2].lower(), "object")
        yield Unread(
            f"embedded {what} {count} ({name})",
            "files inside the document are not read: open it in Word and check it, or remove it",
        )
    for part in parts:
        for relation in package.relations(part).values():
            if relation.kind in {"aFChunk", "subDocument"}:
                yield Unread(
                    f"inserted document ({relation.target})",
                    "documents inserted as a whole are not read: check it on its own",
                )
            elif relation.kind == "control":
                yield Unread(
                    f"form control ({relation.target})",
                    "text typed into form controls is not read: check it by eye",
                )


def _between(element: etree._Element, outer: etree._Element) -> Iterator[etree._Element]:
    for ancestor in element.iterancestors():
        if ancestor is outer:
            return
        yield ancestor


def _paragraphs(root: etree._Element) -> Iterator[str]:
    for paragraph in root.iter(f"{{{A}}}p"):
        text = "".join(t.text or "" for t in paragraph.iter(f"{{{A}}}t"))
        if text.strip():
            yield text


def _labels(root: etree._Element) -> Iterator[str]:
    """Names of series and categories that a chart keeps from its spreadsheet."""
    for element in root.iter():
        if etree.QName(element).localname in {"v", "pt"} and re.search(
            r"[^\W\d_]", element.text or ""
        ):
            yield element.text or ""


def _sizes(drawing: etree._Element) -> Iterator[tuple[float, float]]:
    """The sizes of a drawing's pictures, in twips."""
    has_picture = any(etree.QName(e).localname in {"blip", "imagedata"} for e in drawing.iter())
    if not has_picture:
        return
    for extent in drawing.iter(f"{{{WP}}}extent"):
        try:
            width, height = (int(extent.get(name) or 0) / _EMU_PER_TWIP for name in ("cx", "cy"))
        except ValueError:
            continue
        yield width, height
    for element in drawing.iter():
        if element.tag.startswith(f"{{{V}}}"):
            items = (item.partition(":") for item in (element.get("style") or "").split(";"))
            style = {name.strip(): length.strip() for name, _, length in items}
            yield _twips(style.get("width", "")), _twips(style.get("height", ""))


def _twips(length: str, bare: float = 20.0) -> float:
    """A length in twips; `bare` is what a number without a unit counts for: points in a drawing."""
    match = _LENGTH.fullmatch(length.strip())
    return float(match[1]) * _TWIPS.get(match[2], bare) if match else 0.0
