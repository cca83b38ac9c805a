"""The values between --- lines at the start of a Markdown file: title, author, date."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ..draft import Block, Kind
from .clean import clean

_KEY = re.compile(r"[A-Za-z][\w -]*:(?:\s+|$)")
_KINDS = {
    "title": Kind.TITLE,
    "subtitle": Kind.TITLE,
    "header": Kind.HEADER,
    "footer": Kind.FOOTER,
}


def read_front_matter(lines: Sequence[str]) -> Iterator[Block]:
    """A block for each line with a value."""
    kind = Kind.PARAGRAPH
    for at, key, value, start in _values(lines):
        kind = _KINDS.get(key.lower(), Kind.PARAGRAPH) if key else kind
        text, kept = clean(value)
        offsets = tuple(start + place for place in (kept or range(len(text))))
        if text:
            yield Block(0, text, kind, line=at + 1, offsets=offsets if start else kept)


def front_matter(lines: Sequence[str]) -> dict[str, str]:
    """The values between --- lines at the start, by key; a list's are joined by semicolons."""
    found: dict[str, str] = {}
    key = ""
    for _, name, value, _ in _values(lines):
        key = name or key
        found[key] = "; ".join(filter(None, (found.get(key), clean(value)[0])))
    return found


def front_end(lines: Sequence[str]) -> int:
    """The line that closes the values at the start, counting from 0; 0 where there are none."""
    if not lines or lines[0].rstrip() != "---":
        return 0
    end = next((at for at, s in enumerate(lines[1:], 1) if s.rstrip() in {"---", "..."}), 0)
    inside = lines[1:end]
    if not inside or not _KEY.match(inside[0]):
        return 0
    fits = all(re.match(r"\s|#|-\s|$", s) or _KEY.match(s) for s in inside)
    return end if fits else 0


def _values(lines: Sequence[str]) -> Iterator[tuple[int, str, str, int]]:
    """Line from 0, key ("" in a line that goes on), value and its column, of what has a value."""
    waiting = ""  # a key whose values stand in the lines below
    for at, line in enumerate(lines[1 : front_end(lines)], 1):
        key = _KEY.match(line)
        start = key.end() if key else len(line) - len(line.lstrip(" \t-"))
        name = key[0].partition(":")[0].strip() if key else waiting
        value = line[start:].rstrip()
        if line.startswith("#") or value in {"|", ">", ""}:
            waiting = name
            continue
        if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'":
            value, start = value[1:-1], start + 1
        waiting = ""
        yield at, name, value, start
