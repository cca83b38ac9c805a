"""The structure tree of tagged PDFs, as pdfium shows it page by page."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from .pdf_beside import utf16
from .pdf_page import ARTEFACT, Page

_MAX_DEPTH = 100
_MAX_NODES = 500_000


@dataclass(slots=True)
class Node:
    """An element of the tree. Its children are elements or (page, marked-content id) pairs.

    `size` is the number of all children, those without content included.
    """

    type: str
    size: int = 0
    children: dict[int, Node | tuple[int, int]] = field(default_factory=dict)
    columns: int = 1
    described: str = ""


@dataclass
class Tree:
    """The tree of a whole document, gathered page by page.

    pdfium shows, for each page, the elements that have content there, with their place among
    their siblings in the whole document: the same place is the same element.
    """

    root: Node = field(default_factory=lambda: Node("Document"))
    nodes: int = 0

    def add_page(self, page: pdfium.PdfPage, number: int) -> None:
        """Adds what the tree holds of one page, counted from 1."""
        tree = raw.FPDF_StructTree_GetForPage(page)
        if not tree:
            return
        try:
            for at in range(raw.FPDF_StructTree_CountChildren(tree)):
                element = raw.FPDF_StructTree_GetChildAtIndex(tree, at)
                if element:
                    self._add(self.root, at, element, number, 0)
        finally:
            raw.FPDF_StructTree_Close(tree)

    def _add(self, parent: Node, place: int, element: Any, page: int, depth: int) -> None:
        if depth > _MAX_DEPTH or self.nodes > _MAX_NODES:
            return
        node = parent.children.get(place)
        if not isinstance(node, Node):
            self.nodes += 1
            node = parent.children[place] = Node(utf16(raw.FPDF_StructElement_GetType, element))
            if node.type in ("TD", "TH"):
                node.columns = _column_span(element)
            elif node.type == "Figure":
                node.described = utf16(raw.FPDF_StructElement_GetAltText, element)
        node.size = max(raw.FPDF_StructElement_CountChildren(element), 0)
        for at in range(node.size):
            child = raw.FPDF_StructElement_GetChildAtIndex(element, at)
            if child:
                self._add(node, at, child, page, depth + 1)
            else:
                content = raw.FPDF_StructElement_GetChildMarkedContentID(element, at)
                if content >= 0 and at not in node.children:
                    node.children[at] = (page, content)


def covers(page: Page) -> bool:
    """Whether nearly all the text of a page is marked as content or as running matter."""
    tagged = sum(len(word.text) for word in page.words if word.tag >= 0)
    loose = sum(len(word.text) for word in page.words if word.tag not in (ARTEFACT,)) - tagged
    running = sum(len(word.text) for word in page.words if word.tag == ARTEFACT)
    return tagged > 0 and loose <= 0.1 * tagged and running <= max(tagged, 400)


def descriptions(tree: Tree) -> Iterator[tuple[int, str]]:
    """The pages and texts of descriptions that were given to pictures and are not shown."""

    def look(node: Node) -> Iterator[tuple[int, str]]:
        if node.described:
            yield first_page(node) or 0, node.described
        for _, child in sorted(node.children.items()):
            if isinstance(child, Node):
                yield from look(child)

    yield from look(tree.root)


def in_order(node: Node) -> list[Node | tuple[int, int]]:
    """The children of an element in their order."""
    return [child for _, child in sorted(node.children.items(), key=lambda pair: pair[0])]


def rows(node: Node, first: int = 0) -> Iterator[tuple[int, Node]]:
    """The rows of a table with their numbers from `first`. Empty rows count but are not there."""
    number = first
    for at, child in sorted(node.children.items(), key=lambda pair: pair[0]):
        if not isinstance(child, Node):
            continue
        if child.type == "TR":
            number = max(number, first + at)
            yield number, child
            number += 1
        elif child.type in ("THead", "TBody", "TFoot"):
            for inner, row in rows(child, number):
                yield inner, row
                number = inner + 1


def cells(row: Node) -> Iterator[tuple[int, Node]]:
    """The cells of a row with their columns from 0. Empty cells count but are not there."""
    more = 0
    for at, child in sorted(row.children.items(), key=lambda pair: pair[0]):
        if isinstance(child, Node) and child.type in ("TD", "TH"):
            yield at + more, child
            more += child.columns - 1


def holds_table(node: Node) -> bool:
    """Whether there is a table inside an element."""
    return any(
        isinstance(child, Node) and (child.type == "Table" or holds_table(child))
        for child in node.children.values()
    )


def first_page(node: Node) -> int | None:
    for child in in_order(node):
        page = first_page(child) if isinstance(child, Node) else child[0]
        if page:
            return page
    return None


def _column_span(element: Any) -> int:
    for at in range(max(raw.FPDF_StructElement_GetAttributeCount(element), 0)):
        attribute = raw.FPDF_StructElement_GetAttributeAtIndex(element, at)
        value = raw.FPDF_StructElement_Attr_GetValue(attribute, b"ColSpan")
        number = ctypes.c_float()
        if value and raw.FPDF_StructElement_Attr_GetNumberValue(value, number):
            return min(max(int(number.value), 1), 50)
    return 1
