"""Comments in Markdown: text that no page shows, and what scr-lint itself is told in them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from ..draft import OUR_NAME, Block, Instruction, Visibility
from .clean import clean

_OPEN, _CLOSE = "<!--", "-->"
#: `Block.origin` of a comment.
ORIGIN = "comment"

_TO_US = re.compile(rf"{OUR_NAME}\s*:?\s*(.*)")
_IGNORE = re.compile(
    r"ignore\b[\s:]*(?P<codes>[A-Za-z][\w-]*(?:\s*,\s*[A-Za-z][\w-]*)*)?(?P<reason>.*)"
)


#: Text that no page shows, in other marks: a link definition that leads nowhere, hidden elements.
_UNSEEN = re.compile(
    r"""^\[(?://|comment|_)\]:\s?(?:\#|<>)\s?[("'](?P<remark>.*)[)"']\s*$
      | <(?P<tag>\w+)\b[^<>]*(?:\shidden\b|display:\s*none|visibility:\s*hidden)[^<>]*>(?P<hidden>.*?)</(?P=tag)>""",
    re.VERBOSE | re.MULTILINE | re.DOTALL | re.IGNORECASE,
)


def find_unseen(source: str) -> Iterator[tuple[int, int, int, int]]:
    """Where each hidden element or remark begins and ends, and where its words do."""
    for match in _UNSEEN.finditer(source):
        yield *match.span(), *match.span("remark" if match["tag"] is None else "hidden")


def find_comments(source: str) -> Iterator[tuple[int, int]]:
    """Where each comment begins and ends, its marks included; one that never ends is none."""
    at = source.find(_OPEN)
    while at >= 0:
        end = source.find(_CLOSE, at + len(_OPEN))
        if end < 0:
            return
        yield at, end + len(_CLOSE)
        at = source.find(_OPEN, end)


def read_comments(lines: Sequence[str]) -> Iterator[Block]:
    """A block for each comment, what is written to scr-lint included.

    What looks like a comment between backticks is shown, so it is none.
    """
    source = "\n".join(lines)
    starts = _starts(lines)
    comments = [(a, a + len(_OPEN), b - len(_CLOSE)) for a, b in find_comments(source)]
    unseen = [(start, first, last) for start, _, first, last in find_unseen(source)]
    for start, first, last in sorted([*comments, *unseen]):
        words = source[first:last]
        text, kept = clean(words)
        if not text or source[start - 1 : start] == "`":
            continue
        line = bisect_right(starts, start) - 1
        base = first - starts[line]
        offsets = tuple(base + place for place in kept or range(len(words)))
        yield Block(
            0,
            text,
            visibility=Visibility.METADATA,
            line=line + 1,
            offsets=offsets,
            origin=ORIGIN,
        )


def take_instructions(
    blocks: Iterable[Block], lines: Sequence[str]
) -> tuple[list[Block], list[Instruction]]:
    """The blocks without what is written to scr-lint, numbered, and that as instructions.

    An instruction is for the block it stands in, or for the next one when it stands on a line of
    its own or at the head of a table cell.
    """
    kept: list[Block] = []
    written: list[Block] = []
    for block in blocks:
        if block.origin == ORIGIN and _TO_US.match(block.text):
            written.append(block)
        else:
            kept.append(replace(block, index=len(kept)))
    if not written:
        return kept, []
    source = "\n".join(lines)
    starts = _starts(lines)
    shown = [b for b in kept if b.visibility is Visibility.SHOWN and b.text]
    places = sorted((*_extent(b, starts), b.index) for b in shown)
    return kept, [_instruction(block, source, starts, places) for block in written]


def _instruction(
    comment: Block, source: str, starts: list[int], places: list[tuple[int, int, int]]
) -> Instruction:
    at, _ = _extent(comment, starts)
    after = bisect_right(places, (at,))
    block = places[after][2] if after < len(places) else None
    if after:
        _, end, before = places[after - 1]
        if at < end or not re.search(r"[\n|]", source[end:at]):
            block = before
    told = _TO_US.match(comment.text)
    ignore = _IGNORE.fullmatch(told[1] if told else "")
    codes = re.split(r"\s*,\s*", ignore["codes"] or "") if ignore else []
    reason = ignore["reason"].strip(" \t:;,.–—-") if ignore else ""
    return Instruction(
        line=comment.line or 1,
        block=block,
        codes=tuple(code for code in codes if code),
        reason=reason,
    )


def _starts(lines: Sequence[str]) -> list[int]:
    """Where each line begins in the lines joined with line feeds."""
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line) + 1)
    return starts[:-1]


def _extent(block: Block, starts: list[int]) -> tuple[int, int]:
    """Where a block's characters begin and end in the source."""
    base = starts[(block.line or 1) - 1]
    if block.offsets is None:
        return base, base + len(block.text)
    return base + block.offsets[0], base + block.offsets[-1] + 1
