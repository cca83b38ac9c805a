"""Paragraphs from the structure tree: headings, lists, tables and notes as the author's program
wrote them down."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from .pdf_lines import Para, Place, lines_in_order
from .pdf_page import Page, Word
from .pdf_tree import Node, Tree, cells, holds_table, in_order, rows

_INLINE = frozenset(
    "Span Link Reference Quote Em Strong BibEntry Annot Ruby RB RT RP Warichu WT WP Form Formula "
    "Code Sub"
    .split()
)  # fmt: skip
_GROUPS = frozenset(
    "Document DocumentFragment Part Art Sect Div NonStruct Private Aside L TOC Index THead TBody "
    "TFoot TR Table Figure"
    .split()
)  # fmt: skip
_NOTES = frozenset({"Note", "FENote"})
_HEADINGS = frozenset({"Title", "H", "H1", "H2", "H3", "H4", "H5", "H6"})


def paragraphs(tree: Tree, pages: Sequence[Page]) -> tuple[list[Para], set[tuple[int, int]]]:
    """The paragraphs of the tagged pages in the tree's order, and the (page, order) of their words.

    `pages` are those whose text is taken from the tree.
    """
    words: dict[tuple[int, int], list[Word]] = {}
    for page in pages:
        for word in page.words:
            if word.tag >= 0:
                words.setdefault((page.number, word.tag), []).append(word)
    walk = _Walk(words)
    walk.group(tree.root, 0)
    used = {(key[0], word.order) for key in walk.used for word in words[key]}
    return walk.paras, used


@dataclass
class _Walk:
    """Goes through the tree and puts together the paragraphs."""

    words: dict[tuple[int, int], list[Word]]
    paras: list[Para] = field(default_factory=list)
    used: set[tuple[int, int]] = field(default_factory=set)
    tables: int = 0
    place: Place | None = None

    def group(self, node: Node, level: int) -> None:
        """An element that holds paragraphs."""
        if node.type == "Table" and self.place is None:
            self.table(node, level)
            return
        deeper = level + 1 if node.type == "L" else level
        loose: list[tuple[int, Word]] = []
        tag = "Figure" if node.type == "Figure" else "P"

        def flush() -> None:
            self.emit(loose, tag, level)
            loose.clear()

        for child in in_order(node):
            if not isinstance(child, Node):
                loose.extend(self.take(child))
            elif child.type in _INLINE:
                loose.extend(self.inline(child, level))
                flush()
            else:
                flush()
                self.block(child, deeper)
        flush()

    def block(self, node: Node, level: int) -> None:
        """An element among paragraphs: a group, a list item, or a paragraph of some kind."""
        if node.type in _GROUPS:
            self.group(node, level)
        elif node.type == "LI":
            self.item(node, level)
        else:
            self.paragraph(node, level, node.type)

    def paragraph(
        self, node: Node, level: int, tag: str, label: Sequence[tuple[int, Word]] = ()
    ) -> None:
        """A paragraph that begins with `label`; notes, lists and tables inside come after it."""
        own = list(label)
        later: list[Node] = []
        for child in in_order(node):
            if not isinstance(child, Node):
                own.extend(self.take(child))
            elif child.type in _INLINE or child.type == "Lbl":
                own.extend(self.inline(child, level, later))
            elif child.type in ("P", "LBody") and tag not in _HEADINGS:
                # LI > LBody > P, and notes of several paragraphs.
                if len(own) > len(label):
                    self.emit(own, tag, level)
                    own, tag = [], "P" if tag == "LI" else tag
                before = len(self.paras)
                self.paragraph(child, level, tag, own)
                own, label = [], ()
                if len(self.paras) > before and tag == "LI":
                    tag = "P"
            else:
                later.append(child)
        self.emit(own, tag, level)
        for child in later:
            self.block(child, level)

    def item(self, node: Node, level: int) -> None:
        """A list item: its label apart, its first paragraph the item, lists in it one deeper."""
        label: list[tuple[int, Word]] = []
        for child in in_order(node):
            if isinstance(child, Node) and child.type == "Lbl":
                label += self.inline(child, level)
            elif isinstance(child, Node) and child.type in _GROUPS:
                self.group(child, level)
            elif isinstance(child, Node):
                self.paragraph(child, level, "LI", label)
                label = []
            else:
                self.emit([*label, *self.take(child)], "LI", level)
                label = []
        self.emit(label, "LI", level)

    def inline(
        self, node: Node, level: int, later: list[Node] | None = None
    ) -> list[tuple[int, Word]]:
        """The words of a stretch of a paragraph; a note or table in it is put by, to `later`."""
        found: list[tuple[int, Word]] = []
        notes: list[Node] = []
        for child in in_order(node):
            if not isinstance(child, Node):
                found.extend(self.take(child))
            elif child.type in _NOTES or child.type in _GROUPS:
                (notes if later is None else later).append(child)
            else:
                found.extend(self.inline(child, level, later))
        for note in notes:
            self.block(note, level)
        return found

    def table(self, node: Node, level: int) -> None:
        """A table: its cells, or plain paragraphs where it only frames or lays out text."""
        for child in in_order(node):
            if isinstance(child, Node) and child.type == "Caption":
                self.block(child, level)
        grid = [(row.size, number, list(cells(row))) for number, row in rows(node)]
        single = sum(size <= 1 for size, _, _ in grid)
        nested = any(holds_table(cell) for *_, row in grid for _, cell in row)
        layout = single == len(grid) or (nested and single >= 0.5 * len(grid))
        first = min((number for _, number, row in grid if len(row) > 1), default=-1)
        for size, number, row in grid:
            heads = number == first and all(cell.type == "TH" for _, cell in row)
            for column, cell in row:
                if not layout:
                    self.place = Place(self.tables, number, column, heads, alone=size == 1)
                self.cell(cell, level)
                self.place = None
        self.tables += 1

    def cell(self, node: Node, level: int) -> None:
        """The paragraphs of a cell."""
        place = self.place
        own: list[tuple[int, Word]] = []
        for child in in_order(node):
            if not isinstance(child, Node):
                own.extend(self.take(child))
            elif child.type in _INLINE:
                own.extend(self.inline(child, level))
            else:
                self.emit(own, "P", level)
                own = []
                self.block(child, level)
        self.emit(own, "P", level)
        self.place = place

    def take(self, key: tuple[int, int]) -> list[tuple[int, Word]]:
        """The words of one stretch of marked content, each stretch once."""
        if key in self.used or key not in self.words:
            return []
        self.used.add(key)
        return [(key[0], word) for word in self.words[key]]

    def emit(self, found: list[tuple[int, Word]], tag: str, level: int) -> None:
        """Adds a paragraph of these words."""
        if not found:
            return
        if tag == "LI":
            # Some programs mark words from the middle of an item as its label.
            found = sorted(found, key=lambda pair: (pair[0], pair[1].order))
        lines = []
        start = 0
        for at in range(1, len(found) + 1):
            if at == len(found) or found[at][0] != found[start][0]:
                page = found[start][0]
                lines += lines_in_order([word for _, word in found[start:at]], page)
                start = at
        self.paras.append(Para(lines, tag, level, replace(self.place) if self.place else None))
