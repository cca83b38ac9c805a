"""Headings that are headings by their look alone: short paragraphs set in bold.

A bold line over text, a table or a table of contents is one. Of several bold lines in a row, those
with a number or a label are, and a line right under such a one is its subheading; lines that go on
from one another ("1. Police", "2. Health") are a list, and those at the very beginning the cover.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from ..draft import Block, Kind, Visibility, count_words
from .clean import cut
from .numbers import depth, heading_number, is_list_number

_NORMAL = frozenset({Kind.PARAGRAPH, Kind.LIST_ITEM, Kind.QUOTE})
#: What a heading may stand over.
_UNDER = _NORMAL | {Kind.CELL, Kind.CAPTION}
_WORDS = 10
#: "Finding 1 – Messages left with the switchboard were not passed on at weekends"
_LABELLED = re.compile(
    r"\W*(?:\w+ )?(?P<label>finding|lesson|learning point|theme|recommendation|episode|part|section|chapter"
    r"|appendix|annexe?)\s(?:\d|[a-z]\b|one|two|three|four|five|six|seven|eight|nine|ten)",
    re.IGNORECASE,
)
_LABELLED_WORDS = 25
#: What stands at the top of a report, whether it has a number or not.
_CHAPTER = re.compile(
    r"\W*(?:(?:part|section|chapter|appendix|annexe?)\s(?:\d|[a-z]\b|[ivx]+\b|one|two|three|four)"
    r"|(?:appendi(?:x|ces)|annexe?s?|glossary|references|bibliography)\W*$)",
    re.IGNORECASE,
)
#: The title of a table or picture, which is not one of a section.
_TITLES_A_TABLE = re.compile(
    r"\W*(?:table|figure|fig|chart|box|diagram|map)\b\.?\s*\d", re.IGNORECASE
)
#: The head of a table's column, set outside it: "Date" and "Event" over the cells.
_HEADS_A_COLUMN = re.compile(
    r"\W*(?:yes|no|date|dates|time|day|event|events|source|name|role|agency|comment|comments|who|what|when|lead)"
    r"(?:\W+(?:and )?(?:yes|no|date|time|event|source|name|role|agency|comment|who|what|when|lead))?\W*",
    re.IGNORECASE,
)
#: From this many words on, a paragraph is more than a line of the cover.
_BODY_WORDS = 12
_PAIR = 2


def with_bold_headings(
    blocks: Sequence[Block], bold: Collection[int]
) -> tuple[tuple[Block, ...], frozenset[int]]:
    """Blocks in which short paragraphs in bold are headings where they look it, and which those are.

    `bold` are the indices of body paragraphs all in bold. In a draft with real headings such a
    heading belongs under the last of them, and bold lines before the first are the cover.
    """
    shown = [
        block
        for block in blocks
        if block.visibility is Visibility.SHOWN and block.kind is not Kind.FOOTNOTE
    ]
    has_headings = any(block.kind is Kind.HEADING for block in shown)
    found: dict[int, Block | None] = {}
    level, begun = 0, False
    for run, after in _runs(shown, bold):
        first = run[0]
        if first.kind is Kind.HEADING:
            level = first.level
        elif first.index not in bold or first.kind not in _NORMAL:
            begun = begun or (first.kind in _NORMAL and count_words(first.text) >= _BODY_WORDS)
        elif level or not has_headings:
            above: Block | None = None
            for line in _headings_of(run, after, begun=begun or bool(level)):
                found[line.index] = above if above and above.index == line.index - 1 else None
                above = line
                begun = True
    result = list(blocks)
    levels = _Levels(blocks, found)
    for block in shown:
        if block.index in found:
            result[block.index] = _heading(block, levels.of(block))
        elif block.kind is Kind.HEADING:
            levels.real = block.level
    return tuple(result), frozenset(found)


def _runs(
    shown: Sequence[Block], bold: Collection[int]
) -> Iterator[tuple[list[Block], Block | None]]:
    """Bold lines that follow each other, every other block by itself, and what stands after."""
    run: list[Block] = []
    for block, after in zip(shown, [*shown[1:], None], strict=False):
        run.append(block)
        if not (after and _is_bold(block, bold) and _is_bold(after, bold)):
            yield run, after
            run = []


def _is_bold(block: Block, bold: Collection[int]) -> bool:
    return block.index in bold and block.kind in _NORMAL


def _headings_of(run: Sequence[Block], after: Block | None, *, begun: bool) -> Iterator[Block]:
    """The headings among bold lines in a row; `begun` says that the cover lies behind."""
    plain = sum(_reads_as_heading(line) and not _is_told_apart(line) for line in run)
    above: Block | None = None
    alone = len(run) == 1
    for before, line, below in zip([None, *run], run, [*run[1:], after], strict=False):
        if (
            not _reads_as_heading(line)
            or below is None
            or below.kind not in _UNDER
            or (not (alone and below.kind is Kind.PARAGRAPH) and _TITLES_A_TABLE.match(line.text))
            or (not alone and len(line.text) < _PAIR)
            or (
                after is not None
                and after.kind is Kind.CELL
                and _HEADS_A_COLUMN.fullmatch(line.text)
            )
            or (len(run) > 1 and (_go_together(line, below) or _goes_on(before, line)))
        ):
            continue
        if len(run) > 1 and not _is_told_apart(line):
            under = above is not None and above is before and _is_told_apart(above)
            if not (under or (begun and plain <= _PAIR)):
                continue
        yield line
        above = line


def _reads_as_heading(block: Block) -> bool:
    numbered = not is_list_number(block.number) or re.fullmatch(r"\d+\.?", block.number)
    return (
        block.kind in {Kind.PARAGRAPH, Kind.LIST_ITEM}
        and (not block.number or bool(numbered))
        and count_words(block.text) <= (_LABELLED_WORDS if _LABELLED.match(block.text) else _WORDS)
        and re.search(r"[^\W\d_]", block.text) is not None
        and not block.text.endswith((".", ",", ";", ":"))
    )


def _is_told_apart(block: Block) -> bool:
    """Whether a number, a label or its words tell a heading from any other line in bold."""
    return bool(_number(block) or _LABELLED.match(block.text) or _CHAPTER.match(block.text))


def _number(block: Block) -> str:
    return block.number or heading_number(block.text)[0]


def _parts(block: Block) -> list[int]:
    return [int(part) for part in re.findall(r"\d+", _number(block))]


def _go_together(one: Block, other: Block) -> bool:
    """Whether two lines are of a list: numbers of one depth, or labels of one kind."""
    if not _reads_as_heading(other):
        return False
    labels = [_LABELLED.match(block.text) for block in (one, other)]
    if labels[0] and labels[1]:
        return labels[0]["label"].lower() == labels[1]["label"].lower()
    numbers = _parts(one), _parts(other)
    return bool(numbers[0]) and len(numbers[0]) == len(numbers[1])


def _goes_on(before: Block | None, line: Block) -> bool:
    """Whether a line has the number or label after the one before it."""
    if before is None or not _go_together(before, line):
        return False
    numbers = _parts(before), _parts(line)
    return not numbers[0] or not numbers[1] or numbers[1] > numbers[0]


class _Levels:
    """How deep each heading stands: by its number, what it stands under, and how others do."""

    def __init__(self, blocks: Sequence[Block], found: dict[int, Block | None]) -> None:
        self.real = 0
        self.above = found
        self.numbered = 0
        self.given: dict[int, int] = {}
        # "Recommendation 1" and "Recommendation 2" stand as deep as each other.
        self.labels: dict[str, int] = {}
        # "3. What happened" right over "Pregnancy and birth": what has no number is a subheading.
        self.has_unnumbered_under = any(
            above is not None and _number(above) and not _number(blocks[at])
            for at, above in found.items()
        )

    def of(self, block: Block) -> int:
        """The level of a heading; headings are asked for in their order."""
        number, above = _number(block), self.above[block.index]
        if self.real:
            level = self.real + 1 if above is None else self.given[above.index] + 1
        elif number[:1].isdigit():
            level = self.numbered = depth(number)
        elif _CHAPTER.match(block.text):
            level, self.numbered = 1, 0
        elif above is not None:
            level = self.given[above.index] + 1
        else:
            level = self.numbered + 1 if self.has_unnumbered_under else 1
        label = None if self.real or number else _LABELLED.match(block.text)
        if label and not _CHAPTER.match(block.text):
            level = self.labels.setdefault(label["label"].lower(), level)
        elif not self.real and above is None:
            self.labels.clear()
        self.given[block.index] = level
        return level


def _heading(block: Block, level: int) -> Block:
    number, start = (block.number, 0) if block.number else heading_number(block.text)
    text, offsets = cut(block.text, block.offsets, start)
    return replace(block, text=text, offsets=offsets, number=number, kind=Kind.HEADING, level=level)
