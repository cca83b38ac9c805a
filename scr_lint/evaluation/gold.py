"""Marked files as drafts with what should be found in them: the gold that rules are scored by."""

from __future__ import annotations

import bisect
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from ..draft import Block, Draft, Kind, Role, Span
from ..readers.text import parse
from ..structure.sections import with_structure
from .marked import Mark, MarkedText, Trouble, read_marked
from .notes import COUNTED, NONE, Note, Verdict


@dataclass(frozen=True, slots=True)
class Expected:
    """What a rule should do with a place.

    `span` is the marked words; None where the note is about the whole `block`, which is None where
    it is about the draft. `group` is the group of names the words belong to.
    """

    code: str
    verdict: Verdict
    span: Span | None = None
    block: int | None = None
    group: str = ""
    line: int = 0


@dataclass(frozen=True)
class Gold:
    """A draft or passage, and what should be found in it.

    `roles` are the roles of sections by the block of their heading; `begins` the blocks at which
    one of the review's own findings or recommendations begins, and `asked` those of recommendations
    with the names of those they ask to act. `sentence_ends` are the places (block, character) right
    after a sentence that another follows in its paragraph. `rules` are the only ones marked, none
    where all are. `half` is "tuning", "scoring" or "".
    """

    path: Path
    draft: Draft
    expected: tuple[Expected, ...]
    roles: tuple[tuple[int, Role], ...] = ()
    begins: tuple[tuple[str, int], ...] = ()
    asked: tuple[tuple[int, tuple[str, ...]], ...] = ()
    sentence_ends: tuple[tuple[int, int], ...] = ()
    rules: frozenset[str] = frozenset()
    half: str = ""

    @property
    def marks_sentences(self) -> bool:
        """Whether the ends of sentences are marked: those of a file on no rule always are."""
        return bool(self.sentence_ends) or self.rules == {NONE}


@dataclass(frozen=True)
class MarkedFile:
    """A marked file: its parts, and what is wrong with its marks."""

    path: Path
    parts: tuple[Gold, ...]
    troubles: tuple[Trouble, ...]


def half_of(path: Path) -> str:
    """The half that a file belongs to, by the folder it stands in; "" for neither."""
    return next(
        (part for part in reversed(path.resolve().parts) if part in {"tuning", "scoring"}), ""
    )


def read_text(path: Path) -> MarkedFile:
    """A marked Markdown file. What is wrong with it is told, not raised."""
    try:
        source = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError:
        return MarkedFile(path, (), (Trouble(0, "the file is not in UTF-8: save it as UTF-8"),))
    marked = read_marked(source)
    rules = frozenset(code for mark in marked.marks for code in mark.note.rules)
    troubles = list(marked.troubles)
    parts = []
    for piece in _parts(marked):
        builder = _Builder(path, piece, rules)
        parts.append(builder.build())
        troubles += builder.troubles
    return MarkedFile(path, tuple(parts), tuple(sorted(troubles, key=lambda t: t.line)))


def _parts(marked: MarkedText) -> Iterator[MarkedText]:
    """The passages that a file holds, each read apart."""
    starts = [_line_start(marked.text, m.start) for m in marked.marks if m.note.part]
    if not starts:
        yield marked
        return
    ends = [*starts[1:], len(marked.text)]
    for start, end in zip(starts, ends, strict=True):
        inside = [
            m for m in marked.marks if start <= m.start < end or m.start == end == len(marked.text)
        ]
        moved = (replace(m, start=m.start - start, end=m.end - start) for m in inside)
        yield MarkedText(marked.text[start:end], tuple(moved), ())


def _line_start(text: str, at: int) -> int:
    return text.rfind("\n", 0, at) + 1


@dataclass
class _Builder:
    """Finds the blocks and words that marks are about."""

    path: Path
    marked: MarkedText
    only: frozenset[str]
    troubles: list[Trouble] = field(default_factory=list)

    def build(self) -> Gold:
        draft = parse(self.marked.text, str(self.path))
        draft = with_structure(draft, self._role_around(draft), self._role_before(draft))
        self.places = _places(draft.blocks, self.marked.text)
        self.starts = [place for place, _, _ in self.places]
        expected: list[Expected] = []
        roles: list[tuple[int, Role]] = []
        begins: list[tuple[str, int]] = []
        asked: list[tuple[int, tuple[str, ...]]] = []
        ends: list[tuple[int, int]] = []
        for mark in self.marked.marks:
            note = mark.note
            span = self._span(mark) if mark.end > mark.start else None
            block = span.block if span else self._block(mark.start)
            expected += self._expected(mark, span, block)
            if block is None:
                continue
            begins += [(kind, block) for kind in note.begins]
            if note.addressees is not None:
                asked.append((block, note.addressees))
            if note.sentence and (end := self._end(mark)):
                ends.append(end)
            if note.role and draft.blocks[block].kind is Kind.HEADING:
                # Alone before a heading, the role is that of the part, as for one without headings.
                roles += [] if self._stands_alone(mark) else [(block, note.role)]
            elif note.role and not note.part:
                self._wrong(mark, "“role:” belongs on a heading")
        return Gold(
            self.path,
            draft,
            tuple(expected),
            tuple(roles),
            tuple(begins),
            tuple(asked),
            tuple(ends),
            self.only,
            half_of(self.path),
        )

    def _role_around(self, draft: Draft) -> Role | None:
        """The role of what a part was cut out of, unless its headings say what their sections are."""
        part = next((m for m in self.marked.marks if m.note.part), None)
        if part is None or any(m.note.role for m in self.marked.marks if m is not part):
            return None
        headed = bool(draft.blocks) and draft.blocks[0].kind is Kind.HEADING
        return None if headed and not self._stands_alone(part) else part.note.role

    def _role_before(self, draft: Draft) -> Role | None:
        """The role of what stands in a part before its first heading: the text in which it begins."""
        part = next((m for m in self.marked.marks if m.note.part), None)
        headed = bool(draft.blocks) and draft.blocks[0].kind is Kind.HEADING
        return None if part is None or headed else part.note.role

    def _stands_alone(self, mark: Mark) -> bool:
        """Whether a note about no words is all that its line holds."""
        text = self.marked.text
        end = text.find("\n", mark.end)
        line = text[_line_start(text, mark.start) : end if end >= 0 else None]
        return not line.strip()

    def _expected(self, mark: Mark, span: Span | None, block: int | None) -> Iterator[Expected]:
        note: Note = mark.note
        for code, verdict in note.whole:
            if code in COUNTED and not self.only:
                self._wrong(mark, f"{code} only counts, and is not marked by hand")
            yield Expected(code, verdict, line=mark.line)
        for code, verdict in note.verdicts:
            if self.only and code not in self.only:
                self._wrong(mark, f"the file says that {code} is not marked in it (“rules:”)")
            elif code in COUNTED and not self.only:
                self._wrong(mark, f"{code} only counts, and is not marked by hand")
            elif mark.end > mark.start and span is None:
                self._wrong(mark, "the marked words are not in the text of a paragraph")
            elif block is None:
                self._wrong(mark, "the note stands by no paragraph")
            else:
                yield Expected(code, verdict, span, block, note.group, mark.line)

    def _span(self, mark: Mark) -> Span | None:
        """The words between two places of the text, in the first block that holds some."""
        first = bisect.bisect_left(self.starts, mark.start)
        inside = (
            [p for p in self.places[first:] if p[0] < mark.end] if first < len(self.places) else []
        )
        if not inside:
            return None
        block = inside[0][1]
        at = [place for _, index, place in inside if index == block]
        if len(at) < len(inside):
            self._wrong(mark, "a mark goes on from one paragraph into the next")
        return Span(block, min(at), max(at) + 1)

    def _end(self, mark: Mark) -> tuple[int, int] | None:
        """The block whose text ends a sentence right before a note, and the place after it."""
        before = bisect.bisect_left(self.starts, mark.end) - 1
        if before < 0 or self.marked.text[self.starts[before] : mark.end].count("\n"):
            self._wrong(mark, "“sentence” stands right after the last character of a sentence")
            return None
        _, block, at = self.places[before]
        return block, at + 1

    def _block(self, at: int) -> int | None:
        """The block that a note at a place stands in: the one before it in its line, or after it."""
        text = self.marked.text
        before = bisect.bisect_left(self.starts, at) - 1
        between = text[self.starts[before] + 1 : at] if before >= 0 else "\n"
        if "\n" not in between and "|" not in between:
            return self.places[before][1]
        after = before + 1
        return self.places[after][1] if after < len(self.places) else None

    def _wrong(self, mark: Mark, what: str) -> None:
        self.troubles.append(Trouble(mark.line, what))


def _places(blocks: Sequence[Block], text: str) -> list[tuple[int, int, int]]:
    """Where each character of each block stands in the text: (place, block, place in the block)."""
    lines = [0]
    for line in text.split("\n"):
        lines.append(lines[-1] + len(line) + 1)
    places = []
    for block in blocks:
        if block.line is None:
            continue
        base = lines[block.line - 1]
        offsets = block.offsets or range(len(block.text))
        places += [(base + offset, block.index, at) for at, offset in enumerate(offsets)]
    return sorted(places)
