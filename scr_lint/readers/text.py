"""Reads Markdown and plain text, from a file or as a passage.

`Block.line` is the first source line of a block, from 1, and `Block.offsets` count in its source
lines joined with line feeds, so a place in a block is a place in the file.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from ..draft import PASSAGE, Block, Draft, Kind, count_words
from .bold_headings import with_bold_headings
from .clean import clean, cut
from .markdown import read_markdown
from .markdown_comments import take_instructions
from .markdown_front import front_matter
from .numbers import begins_item, depth, heading_number, is_list_number, paragraph_number

_HEADING_WORDS = 12
_BOLD = re.compile(r"\s*(\*\*\*|___|\*\*|__)(?=\S)(?:(?!\1).)+\1\s*")
_NO_WORDS = re.compile(r" {0,3}#{1,6}[\s#]*")
_RULE = re.compile(r"\s*(={3,}|-{3,})\s*")
_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def read(path: Path, data: bytes | None = None) -> Draft:
    """A .md, .markdown or .txt file as blocks, from `data` where it stands on no disk."""
    form = "txt" if path.suffix.lower() == ".txt" else "md"
    return parse(_decoded(path.read_bytes() if data is None else data), str(path), form)


def parse(text: str, path: str = PASSAGE, format: str = "md") -> Draft:
    """A passage of Markdown ("md") or plain text ("txt") as blocks."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    if format == "txt":
        blocks = tuple(replace(b, index=at) for at, b in enumerate(_read_plain(lines)))
        return Draft(path=path, format="txt", blocks=blocks)
    found, instructions = take_instructions(read_markdown(lines), lines)
    bold = {b.index for b in found if b.line and _BOLD.fullmatch(lines[b.line - 1])}
    blocks, bold_headings = with_bold_headings(found, bold)
    return Draft(
        path=path,
        format="md",
        blocks=blocks,
        bold_headings=bold_headings,
        empty_headings=tuple(_empty_headings(blocks, lines)),
        properties={f"front:{key}": value for key, value in front_matter(lines).items()},
        instructions=tuple(instructions),
    )


def _empty_headings(blocks: Sequence[Block], lines: Sequence[str]) -> Iterator[int]:
    """The blocks that a line of nothing but # stands before."""
    for at, line in enumerate(lines, 1):
        if _NO_WORDS.fullmatch(line):
            yield next((b.index for b in blocks if (b.line or 0) > at), len(blocks))


def _decoded(data: bytes) -> str:
    for mark, encoding in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return data.decode(encoding, errors="replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        # What Windows programs write that do not say how they write.
        return data.decode("cp1252", errors="replace")


def _read_plain(lines: list[str]) -> Iterator[Block]:
    groups = list(_groups(lines))
    for at, (start, end) in enumerate(groups):
        rule = _RULE.fullmatch(lines[start + 1]) if end - start > 1 else None
        if rule and not _RULE.fullmatch(lines[start]):
            level = 1 if rule[1].startswith("=") else 2
            yield from _heading(lines, start, level)
            start += 2
        elif end - start == 1:
            beside = [
                lines[groups[near][0]] for near in (at - 1, at + 1) if 0 <= near < len(groups)
            ]
            level = _heading_level(clean(lines[start])[0], beside)
            if level:
                yield from _heading(lines, start, level)
                continue
        while start < end:
            stop = start + 1
            while stop < end and not begins_item(lines[stop], lines[stop - 1], lines[start]):
                stop += 1
            yield from _paragraph(lines, start, stop)
            start = stop


def _groups(lines: list[str]) -> Iterator[tuple[int, int]]:
    """Runs of lines without a blank line or a page break between them."""
    start: int | None = None
    for at, line in enumerate([*lines, ""]):
        if start is not None and (not line.strip() or "\f" in line):
            yield start, at
            start = None
        if start is None and line.strip():
            start = at


def _heading_level(text: str, beside: list[str]) -> int:
    """The level of a heading that stands alone between blank lines; 0 if it is not one."""
    if count_words(text) > _HEADING_WORDS or re.search(r"[.,;:!?]$", text):
        return 0
    number, _ = heading_number(text)
    if re.fullmatch(r"\d+(?:\.\d+)*\.?", number):
        listed = number.endswith(".") and depth(number) == 1
        if not (listed and any(re.match(r"\s*\d{1,3}\.\s", line) for line in beside)):
            return depth(number)
    elif text.isupper() and sum(map(str.isalpha, text)) > 4:
        return 1
    return 0


def _heading(lines: list[str], at: int, level: int) -> Iterator[Block]:
    text, offsets = clean(lines[at])
    number, start = heading_number(text)
    text, offsets = cut(text, offsets, start)
    if text:
        yield Block(0, text, Kind.HEADING, level=level, number=number, line=at + 1, offsets=offsets)


def _paragraph(lines: list[str], start: int, end: int) -> Iterator[Block]:
    raw = "\n".join(lines[start:end])
    text, offsets = clean(raw)
    if not text or _RULE.fullmatch(raw):
        return
    number, begins = paragraph_number(text, raw)
    text, offsets = cut(text, offsets, begins)
    listed = bool(number) and is_list_number(number)
    yield Block(
        0,
        text,
        Kind.LIST_ITEM if listed else Kind.PARAGRAPH,
        level=int(listed),
        number=number,
        line=start + 1,
        offsets=offsets,
    )
