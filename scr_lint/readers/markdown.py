"""Markdown as blocks: markdown-it finds the structure, this finds the way back to the source."""

from __future__ import annotations

import re
from collections.abc import Iterator, MutableMapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.common.utils import normalizeReference
from markdown_it.token import Token

from ..draft import Block, Cell, Kind, Visibility
from ..identity.publicity.links import is_private
from .clean import clean, cut
from .markdown_comments import find_comments, find_unseen, read_comments
from .markdown_front import front_end, read_front_matter
from .markdown_inline import Shown, read_inline
from .numbers import begins_item, heading_number, is_list_number, is_long_heading, paragraph_number

_NOTE = re.compile(r" {0,3}\[\^([^\]\s]+)\]:[ \t]*")
_NOTE_MARK = re.compile(r"\[\^([^\]\s]+)\]")
# Only what leads somewhere is a link: "[Mother]: refused" is something that somebody said.
_LINK = re.compile(r" {0,3}\[(?!\^)([^\]]+)\]:\s*<?(\S*[:/#.]\S*?)>?(?:\s+[\"'(].*)?\s*")
_CONTENTS = re.compile(r"\[\[?_?toc_?\]?\]", re.IGNORECASE)
_YEAR = re.compile(r"\d{4,}[.)]")

_PARSER = MarkdownIt("commonmark", {"html": True})
_PARSER.enable(["table", "strikethrough"])
# Indented text is text: a passage in a notebook is indented. Tags are taken off inline, so that
# nothing between them is lost. Link definitions are found here, and pieces of text stay apart.
_PARSER.disable(["code", "html_block", "reference", "text_join"])
# A link to a file on somebody's disk is what has to be found; nothing is ever followed.
_PARSER.validateLink = lambda url: True  # type: ignore[method-assign]


def read_markdown(lines: Sequence[str]) -> Iterator[Block]:
    """The blocks of a Markdown text, all with index 0."""
    reader = _Reader(lines)
    yield from read_front_matter(reader.lines)
    reader.drop_front_matter()
    comments = list(read_comments(reader.source))
    reader.blank_comments()
    reader.take_links()
    reader.take_notes()
    yield from reader.read(reader.source)
    for label in list(reader.notes):
        yield from reader.read_note(label)
    yield from comments


@dataclass(slots=True)
class _Around:
    """What is open around a paragraph: lists with the number of the item, quotes, a table."""

    numbers: list[str] = field(default_factory=list)
    quotes: int = 0
    heading: int = 0
    cell: Cell | None = None


class _Reader:
    """`lines` is the text as it was written, `source` what is left of it to be read."""

    def __init__(self, lines: Sequence[str]) -> None:
        self.lines = list(lines)
        self.source = list(lines)
        self.notes: dict[str, list[str]] = {}
        self.note_count = 0
        self.links: dict[str, dict[str, str]] = {}
        self.tables = 0

    def drop_front_matter(self) -> None:
        """Blanks the values between --- lines at the start."""
        end = front_end(self.lines)
        if end:
            self.source[: end + 1] = [""] * (end + 1)

    def blank_comments(self) -> None:
        """Blanks comments that stand on lines of their own; the parser takes the others out.

        And what other marks hide: the parser would show the words of a hidden element.
        """
        source = "\n".join(self.source)
        for start, end, _, _ in find_unseen(source):
            if source[start - 1 : start] != "`":
                source = source[:start] + re.sub(r"[^\n]", " ", source[start:end]) + source[end:]
        kept: list[str] = []
        at = 0
        for start, end in find_comments(source):
            comment = source[start:end]
            before = source[source.rfind("\n", 0, start) + 1 : start]
            if not before.strip() or "\n" in comment:
                kept += [source[at:start], re.sub(r"[^\n]", " ", comment)]
                at = end
        self.source = "".join([*kept, source[at:]]).split("\n")

    def take_links(self) -> None:
        """Takes out the definitions of links that the text refers to by name."""
        for at, line in enumerate(self.source):
            if match := _LINK.fullmatch(line):
                label = normalizeReference(match[1])
                self.links.setdefault(label, {"title": "", "href": match[2]})
                self.source[at] = ""

    def take_notes(self) -> None:
        """Takes out the footnotes, each as a source of its own with its lines in their place."""
        at = 0
        while at < len(self.source):
            match = _NOTE.match(self.source[at])
            if not match:
                at += 1
                continue
            own = [""] * len(self.source)
            own[at] = " " * match.end() + self.source[at][match.end() :]
            self.source[at] = ""
            at += 1
            blank = False
            while at < len(self.source) and not _NOTE.match(self.source[at]):
                line = self.source[at]
                if line.strip() and blank and not re.match(r" {2,}|\t", line):
                    break
                blank = blank or not line.strip()
                own[at], self.source[at] = line, ""
                at += 1
            self.notes.setdefault(match[1], own)

    def read_note(self, label: str) -> Iterator[Block]:
        """The blocks of a footnote, the first time it is asked for."""
        own = self.notes.pop(label, None)
        if own is None:
            return
        self.note_count += 1
        number = label if label.isdigit() else str(self.note_count)
        for block in self.read(own):
            shown = block.visibility is Visibility.SHOWN
            yield replace(
                block, kind=Kind.FOOTNOTE, level=0, number=number if shown else "", cell=None
            )
            number = "" if shown else number

    def read(self, source: list[str]) -> Iterator[Block]:
        """The blocks of a source, each footnote after the block that refers to it."""
        around = _Around()
        headers: list[str] = []
        row = column = from_ = -1
        references: MutableMapping[str, Any] = {"references": dict(self.links)}
        for token in _PARSER.parse("\n".join(source), references):
            kind = token.type
            if kind == "inline":
                shown, from_ = self._shown(token, max(from_, 0) if around.cell else None)
                if around.cell and around.cell.is_header:
                    headers.append(clean(shown.text)[0])
                yield from self._blocks(token, shown, around)
            elif kind == "heading_open":
                around.heading = int(token.tag[1:])
            elif kind == "heading_close":
                around.heading = 0
            elif kind in {"bullet_list_open", "ordered_list_open"}:
                around.numbers.append("")
            elif kind in {"bullet_list_close", "ordered_list_close"}:
                around.numbers.pop()
            elif kind == "list_item_open":
                around.numbers[-1] = f"{token.info}{token.markup}" if token.info else "•"
            elif kind in {"blockquote_open", "blockquote_close"}:
                around.quotes += token.nesting
            elif kind == "table_open":
                headers, row = [], -1
            elif kind == "table_close":
                self.tables += 1
            elif kind == "tr_open":
                row, column, from_ = row + 1, -1, 0
            elif kind in {"th_open", "td_open"}:
                column += 1
                header = headers[column] if row and column < len(headers) else ""
                around.cell = Cell(self.tables, row, column, header, is_header=not row)
            elif kind in {"th_close", "td_close"}:
                around.cell = None
            elif kind == "fence":
                yield from self._fence(token)

    def _shown(self, token: Token, from_: int | None) -> tuple[Shown, int]:
        """The words of inline content with their places in its source lines.

        For a table cell, `from_` is where the cell before it ended; its own end comes back.
        """
        first, last = token.map or (0, 0)
        if from_ is None:
            places = _places(token.content, self.lines[first:last])
        else:
            places = _cell_places(token.content, self.lines[first], from_)
            from_ = max([from_, *(place + 1 for place in places)])
        return read_inline(token).moved(places), from_ or 0

    def _blocks(self, token: Token, shown: Shown, around: _Around) -> Iterator[Block]:
        first, last = token.map or (0, 0)
        raw = "\n".join(self.lines[first:last])
        if _CONTENTS.fullmatch(token.content.strip()):
            return
        labels = _NOTE_MARK.findall(shown.text)
        shown = shown.without(_NOTE_MARK)
        number = around.numbers[-1] if around.numbers and not around.heading else ""
        listed = bool(around.numbers) and not around.heading
        if _YEAR.fullmatch(number):
            # "1986. That was the year" is a sentence to everybody but Markdown.
            listed = False
            start = raw.find(number)
            shown = Shown(f"{number} ", [start] * (len(number) + 1)) + shown
            number = ""
        for start, end, line in _paragraphs(shown, raw, split=not around.cell):
            part = shown.part(start, end)
            base = sum(len(text) + 1 for text in self.lines[first : first + line])
            text, kept = clean(part.text)
            places = part.places if kept is None else [part.places[at] for at in kept]
            offsets = tuple(place - base for place in places)
            same = raw.startswith(text, base) and offsets == tuple(range(len(text)))
            block = Block(0, text, line=first + line + 1, offsets=None if same else offsets)
            if text:
                yield self._classified(block, part.text, around, number, listed)
            number = ""
        if around.numbers and not around.heading:
            around.numbers[-1] = ""
        beside = [("alt text", text) for text in shown.alternatives]
        beside += [("picture name", name) for name in shown.pictures]
        words = clean(shown.text)[0].lower()
        beside += [
            ("link target", target)
            for target in shown.targets
            if is_private(target) and target.removeprefix("mailto:").lower() not in words
        ]
        for origin, raw_text in beside:
            text, _ = clean(raw_text)
            if text:
                yield Block(0, text, line=first + 1, visibility=Visibility.METADATA, origin=origin)
        for label in labels:
            yield from self.read_note(label)

    def _classified(
        self, block: Block, raw: str, around: _Around, number: str, listed: bool
    ) -> Block:
        start = 0
        if around.cell:
            kind, level = Kind.CELL, 0
        elif around.heading and not is_long_heading(block.text):
            kind, level = Kind.HEADING, around.heading
        elif around.quotes:
            kind, level = Kind.QUOTE, 0
        elif listed:
            kind, level = Kind.LIST_ITEM, len(around.numbers)
        else:
            kind, level = Kind.PARAGRAPH, 0
        if kind is Kind.HEADING:
            number, start = heading_number(block.text)
        elif not number:
            number, start = paragraph_number(block.text, raw)
        if kind is Kind.PARAGRAPH and number and is_list_number(number):
            kind, level = Kind.LIST_ITEM, 1
        text, offsets = cut(block.text, block.offsets, start)
        return replace(
            block,
            text=text,
            offsets=offsets,
            kind=kind,
            level=level,
            number=number,
            cell=around.cell,
        )

    def _fence(self, token: Token) -> Iterator[Block]:
        """Text set as code, a block for each stretch between blank lines."""
        at = (token.map or (0, 0))[0] + 1
        opening = self.lines[at - 1]
        start = opening.find(token.markup) + len(token.markup)
        language, kept = clean(opening[start:])
        if language:
            places = tuple(start + place for place in kept or range(len(language)))
            yield Block(0, language, Kind.CAPTION, line=at, offsets=places)
        count = len(re.findall(r"[^\n]*\n|[^\n]+$", token.content))
        inside = self.lines[at : at + count]
        stretch: list[str] = []
        for line, written in enumerate([*inside, ""], at):
            if written.strip():
                stretch.append(written)
            elif stretch:
                text, offsets = clean("\n".join(stretch))
                yield Block(0, text, line=line - len(stretch) + 1, offsets=offsets)
                stretch = []


def _places(content: str, lines: Sequence[str]) -> list[int]:
    """Where each character of inline content stands in its source lines joined with line feeds."""
    places: list[int] = []
    base = 0
    for line, written in zip(content.split("\n"), lines, strict=False):
        words = line.strip()
        start = max(written.rfind(words), 0)
        lead = len(line) - len(line.lstrip())
        places.extend([base + start] * lead)
        places.extend(base + start + at for at in range(len(line) - lead))
        base += len(written) + 1
        places.append(base - 1)
    return places


def _cell_places(content: str, line: str, from_: int) -> list[int]:
    """Where each character of a table cell stands in its line."""
    start = line.find(content, from_)
    if start >= 0:
        return list(range(start, start + len(content)))
    # In a table a bar inside a cell is written with a backslash, which the parser takes away.
    at = max(line.find(content.replace("|", "\\|"), from_), from_)
    places = []
    for char in content:
        at += char == "|"
        places.append(at)
        at += 1
    return places


def _paragraphs(shown: Shown, raw: str, *, split: bool) -> Iterator[tuple[int, int, int]]:
    """The paragraphs that inline content holds: (start, end, source line from 0) of each.

    Lines that follow each other are one paragraph, unless a number begins a new one.
    """
    breaks = [at for at, char in enumerate(shown.text) if char == "\n"] if split else []
    start = line = first = 0
    lines = shown.text.split("\n")
    for count, at in enumerate(breaks, 1):
        if begins_item(lines[count], lines[count - 1], lines[first]):
            yield start, at, line
            start, first = at + 1, count
            line = raw.count("\n", 0, shown.places[at]) + 1
    yield start, len(shown.text), line
