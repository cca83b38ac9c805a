"""What a report is: blocks of text in sections, with places a person can follow.

Pure data. Readers build a `Draft`; `structure` gives its sections their roles and finds the
review's own findings and recommendations; `language` attaches the parsed text; rules read it.
"""

from __future__ import annotations

import bisect
import re
from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from spacy.tokens import Doc
    from spacy.tokens import Span as SpacySpan

#: The author that our own comments in the margin of a draft carry.
OUR_NAME = "scr-lint"
#: What stands for the path of a draft that is a passage.
PASSAGE = "passage"

#: What a draft can work out of itself again.
_WORKED_OUT = frozenset({"worked_out", "by_origin"})

# A hyphen may be one at which lines do not break; digits are grouped by commas.
WORD = re.compile(r"[^\W_]+(?:(?:[’'\-‐‑.&/_]|(?<=\d),(?=\d))[^\W_]+)*")


class Role(StrEnum):
    """What a section is for, whatever its author called it."""

    FRONT_MATTER = "front_matter"
    CONTENTS = "contents"
    SUMMARY = "summary"
    INTRODUCTION = "introduction"
    METHODOLOGY = "methodology"
    FAMILY_BACKGROUND = "family_background"
    CHRONOLOGY = "chronology"
    ANALYSIS = "analysis"
    FINDINGS = "findings"
    RECOMMENDATIONS = "recommendations"
    CONCLUSION = "conclusion"
    GOOD_PRACTICE = "good_practice"
    GLOSSARY = "glossary"
    REFERENCES = "references"
    APPENDIX = "appendix"
    OTHER = "other"


class Kind(StrEnum):
    """What a block is in its file."""

    TITLE = "title"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list_item"
    CELL = "cell"
    QUOTE = "quote"
    FOOTNOTE = "footnote"
    CAPTION = "caption"
    HEADER = "header"
    FOOTER = "footer"


#: Kinds that hold sentences to be judged as prose.
PROSE = frozenset({Kind.PARAGRAPH, Kind.LIST_ITEM, Kind.CELL, Kind.QUOTE, Kind.FOOTNOTE})
#: Kinds that repeat on every page.
RUNNING = frozenset({Kind.HEADER, Kind.FOOTER})


class Visibility(StrEnum):
    """Whether a reader of the printed report sees the text."""

    SHOWN = "shown"
    HIDDEN = "hidden"
    DELETED = "deleted"
    METADATA = "metadata"


@dataclass(frozen=True, slots=True)
class Cell:
    """Where a block stands in a table. Rows and columns count from 0.

    `header` is the text at the head of the cell's column, "" where there is none; `is_header`
    is true for the cells of the header row themselves.
    """

    table: int
    row: int
    column: int
    header: str = ""
    is_header: bool = False


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph, heading, list item, table cell paragraph or footnote.

    `text` is clean prose: normalised, without the printed number or bullet before it, which is in
    `number` ("4.12", "(b)", "•"). `offsets[i]` is the place in the source paragraph of character
    `i`; None where the two are the same. `level` is the heading's or list's level, from 1.
    `page` counts from 1 (PDF); `line` counts from 1 (text files). `origin` names the place in the
    file, for the writers; `anchor` is the origin of the paragraph that a note or comment is on.
    `counted` is the number of words before they were masked.
    """

    index: int
    text: str
    kind: Kind = Kind.PARAGRAPH
    level: int = 0
    number: str = ""
    cell: Cell | None = None
    page: int | None = None
    line: int | None = None
    visibility: Visibility = Visibility.SHOWN
    offsets: tuple[int, ...] | None = None
    origin: str = ""
    anchor: str = ""
    counted: int | None = None

    @property
    def words(self) -> int:
        """How many words it holds, as a reader of the unmasked draft counts them."""
        return count_words(self.text) if self.counted is None else self.counted

    @property
    def is_prose(self) -> bool:
        """Shown text that holds sentences: not a heading, a running header or a header cell."""
        return (
            self.kind in PROSE
            and self.visibility is Visibility.SHOWN
            and not (self.cell and self.cell.is_header)
        )


@dataclass(frozen=True, slots=True)
class Span:
    """Characters `start` to `end` (exclusive) of the block with index `block`."""

    block: int
    start: int
    end: int

    def overlaps(self, other: Span) -> bool:
        """Whether the two share at least one character."""
        return self.block == other.block and self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and the blocks under it, up to the next heading.

    `blocks` is the range of block indices of its own text, without its subsections. `heading` is
    the heading's block, None for what stands before the first heading. `parent` is the index of
    the section around it.
    """

    index: int
    title: str
    level: int
    number: str
    heading: int | None
    blocks: range
    parent: int | None = None
    role: Role = Role.OTHER


@dataclass(frozen=True, slots=True)
class ReviewFinding:
    """One of the review's own findings. `blocks` are those of its text, its heading included."""

    label: str
    text: str
    section: str
    blocks: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Addressee:
    """Somebody a recommendation asks to act.

    `vague` is true where no single body could know that it is meant ("all agencies"). `span` is
    where the draft names them, None where only a table cell or a heading does.
    """

    text: str
    vague: bool = False
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Recommendation:
    """One of the review's recommendations.

    `text` is what it asks for; `blocks` are those of that text. `named_beside` is what the draft
    says next to it about who acts: the agency cell of its table row, the heading it stands under,
    a "Responsible:" line. `addressees` is filled by `scr_lint.requests.addressees` after the parse.
    """

    label: str
    text: str
    section: str
    blocks: tuple[int, ...]
    named_beside: tuple[str, ...] = ()
    addressees: tuple[Addressee, ...] = ()


@dataclass(frozen=True, slots=True)
class Entity:
    """A name, number or date that the language pass recognised in a block.

    `label` is Presidio's entity type (`PERSON`, `UK_NHS`, …) or spaCy's where Presidio has none;
    `score` is between 0 and 1; `source` names the recogniser.
    """

    span: Span
    label: str
    score: float
    source: str


@dataclass(frozen=True, slots=True)
class Unread:
    """Something in the file that was not checked, and why."""

    where: str
    reason: str


@dataclass(frozen=True, slots=True)
class Instruction:
    """What the author told scr-lint in the file: to leave a block alone, and why.

    `block` is the index of the block it is about, None where none follows. `codes` are rules'
    codes or names as written; none where the instruction could not be understood.
    """

    line: int
    block: int | None
    codes: tuple[str, ...] = ()
    reason: str = ""


@dataclass(frozen=True)
class Draft:
    """The report being linted.

    `bold_headings` are the indices of headings that only their bold type shows;
    `empty_headings` those of the blocks that a heading without words stands before.
    `digest` is the SHA-256 of the file's bytes, "" for a passage.
    `docs` maps a block's index to its spaCy Doc and `entities` holds what was recognised; both
    are empty until `language.analyse` has run with the layers that fill them.
    """

    path: str
    format: str
    blocks: tuple[Block, ...]
    sections: tuple[Section, ...] = ()
    review_findings: tuple[ReviewFinding, ...] = ()
    recommendations: tuple[Recommendation, ...] = ()
    unread: tuple[Unread, ...] = ()
    properties: Mapping[str, str] = field(default_factory=dict)
    instructions: tuple[Instruction, ...] = ()
    bold_headings: frozenset[int] = frozenset()
    empty_headings: tuple[int, ...] = ()
    digest: str = field(default="", repr=False)
    docs: Mapping[int, Doc] = field(default_factory=dict, repr=False, compare=False)
    entities: tuple[Entity, ...] = field(default=(), repr=False, compare=False)

    @cached_property
    def _starts(self) -> list[int]:
        return [s.blocks.start if s.heading is None else s.heading for s in self.sections]

    @cached_property
    def by_origin(self) -> dict[str, Block]:
        """The first block of each place in the file."""
        return {block.origin: block for block in reversed(self.blocks)}

    @cached_property
    def worked_out(self) -> dict[Hashable, Any]:
        """What was worked out of this draft already: `once` keeps it here."""
        return {}

    def __getstate__(self) -> dict[str, Any]:
        """The draft without what can be worked out again, to keep or to send to another process:
        the parse holds the whole vocabulary of the language model."""
        kept = {name: value for name, value in vars(self).items() if name not in _WORKED_OUT}
        return {**kept, "docs": {}, "entities": ()}

    @cached_property
    def words(self) -> int:
        """Words a reader sees in headings and prose, running headers left out."""
        return sum(
            b.words
            for b in self.blocks
            if b.kind not in RUNNING and b.visibility is Visibility.SHOWN
        )

    def section_of(self, block: int) -> Section | None:
        """The section a block stands in, as its heading or its text."""
        at = bisect.bisect_right(self._starts, block) - 1
        return self.sections[at] if at >= 0 else None

    def role_of(self, block: int) -> Role:
        """The role of the section a block stands in."""
        section = self.section_of(block)
        return section.role if section else Role.OTHER

    def section_path(self, block: int) -> tuple[str, ...]:
        """Headings from the outermost to the block's own, as printed ("4 Analysis")."""
        path: list[str] = []
        section = self.section_of(block)
        while section is not None:
            if section.title:
                path.append(f"{section.number} {section.title}".strip())
            section = None if section.parent is None else self.sections[section.parent]
        return tuple(reversed(path))

    def blocks_of(self, section: Section, *, subsections: bool = True) -> Iterator[Block]:
        """The blocks under a section's heading, in order, with those of its subsections."""
        end = section.blocks.stop
        if subsections:
            for later in self.sections[section.index + 1 :]:
                if later.level <= section.level:
                    break
                end = later.blocks.stop
        yield from (b for b in self.blocks[section.blocks.start : end])

    def prose(self, *roles: Role, without: Sequence[Role] = ()) -> Iterator[Block]:
        """Prose blocks in sections of these roles (all, when none is given)."""
        for block in self.blocks:
            if not block.is_prose:
                continue
            role = self.role_of(block.index)
            if (not roles or role in roles) and role not in without:
                yield block

    def sentences(self, block: Block) -> Iterator[SpacySpan]:
        """The sentences of a block; none before the parse, or for a block without letters."""
        doc = self.docs.get(block.index)
        if doc is not None:
            yield from doc.sents

    def text_at(self, span: Span) -> str:
        """The words a span stands for."""
        return self.blocks[span.block].text[span.start : span.end]

    def span_of(self, block: int, tokens: SpacySpan) -> Span:
        """The span of some tokens of a block's Doc."""
        return Span(block, tokens.start_char, tokens.end_char)


def count_words(text: str) -> int:
    """Number of words: runs of letters and digits, hyphens and apostrophes inside them.

    "15,500" and "role‑play" are one word each.
    """
    return len(WORD.findall(text))
