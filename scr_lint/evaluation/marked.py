"""Takes the marks out of a marked text, and says where each of them was.

Marks are CriticMarkup's (criticmarkup.com): `{==words==}{>>note<<}` is about the words, `{>>note<<}`
alone about the paragraph, heading, list item or cell that it stands in.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from .notes import Note, read_note

_PIECE = re.compile(r"\{==|==\}|\{>>|<<\}")


@dataclass(frozen=True, slots=True)
class Trouble:
    """Something wrong with a marked file: the line (from 1; 0 for the file as a whole), and what."""

    line: int
    what: str


@dataclass(frozen=True, slots=True)
class Mark:
    """A note and what it is about: characters `start` to `end` of the text without marks.

    Where the two are the same, it is about the paragraph around that place. `line` counts in the
    marked file, from 1.
    """

    start: int
    end: int
    note: Note
    line: int


@dataclass(frozen=True, slots=True)
class MarkedText:
    """A text without its marks, the marks in order, and what is wrong with them."""

    text: str
    marks: tuple[Mark, ...]
    troubles: tuple[Trouble, ...]


def read_marked(source: str) -> MarkedText:
    """A marked text, taken apart."""
    reader = _Reader(source.replace("\r\n", "\n"))
    reader.read()
    return MarkedText("".join(reader.kept), tuple(reader.marks), tuple(reader.troubles))


class _Reader:
    def __init__(self, source: str) -> None:
        self.source = source
        self.kept: list[str] = []
        self.length = 0
        self.marks: list[Mark] = []
        self.troubles: list[Trouble] = []

    def read(self) -> None:
        """Goes through the source once."""
        at = 0
        opened: tuple[int, int] | None = None  # where the marked words begin, there and here
        closed: tuple[int, int] | None = None  # the words that wait for their note
        while match := _PIECE.search(self.source, at):
            start, piece = match.start(), match.group()
            between = self.source[at:start]
            at = match.end()
            if closed and between:
                self._wrong(start, "marked words have no note right after them")
                closed = None
            if piece == "{>>" and opened is None and closed is None:
                between = self._before_note(between, at)
            self._keep(between)
            if piece == "{==":
                if opened:
                    self._wrong(start, "a mark begins inside another mark")
                opened = (self.length, start)
            elif piece == "==}":
                if opened is None:
                    self._wrong(start, "“==}” closes nothing")
                    continue
                closed = self._closed(opened, start)
                opened = None
            elif piece == "{>>":
                if opened:
                    self._wrong(start, "a note begins inside marked words: close them first")
                at = self._note(start, at, closed)
                closed = None
            else:
                self._wrong(start, "“<<}” closes nothing")
        if opened:
            self._wrong(opened[1], "“{==” is never closed")
        if closed:
            self._wrong(len(self.source) - 1, "marked words have no note right after them")
        self._keep(self.source[at:])

    def _closed(self, opened: tuple[int, int], start: int) -> tuple[int, int]:
        words = self.source[opened[1] + 3 : start]
        if not words.strip():
            self._wrong(start, "there are no words in the mark")
        if re.search(r"\n\s*\n", words):
            self._wrong(start, "a mark goes on from one paragraph into the next")
        return opened[0], self.length

    def _note(self, start: int, at: int, about: tuple[int, int] | None) -> int:
        """Takes a note out; returns where the text goes on."""
        end = self.source.find("<<}", at)
        nested = self.source.find("{>>", at)
        if end < 0 or 0 <= nested < end:
            self._wrong(start, "“{>>” is never closed")
            return at
        note, troubles = read_note(self.source[at:end])
        for what in troubles:
            self._wrong(start, what)
        begin, stop = about or (self.length, self.length)
        self.marks.append(Mark(begin, stop, note, self._line(start)))
        return end + 3

    def _before_note(self, between: str, at: int) -> str:
        """The text before a note on a paragraph, without the space that only parts the two."""
        end = self.source.find("<<}", at)
        after = self.source[end + 3 : end + 4] if end >= 0 else ""
        return between.rstrip(" ") if after in {"\n", ""} else between

    def _keep(self, text: str) -> None:
        self.kept.append(text)
        self.length += len(text)

    def _wrong(self, at: int, what: str) -> None:
        self.troubles.append(Trouble(self._line(at), what))

    def _line(self, at: int) -> int:
        return self.source.count("\n", 0, at) + 1
