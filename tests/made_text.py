"""The places of a Markdown or text file: one small file for each."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from made_places import PLANTED, Place

from scr_lint.draft import Kind, Visibility

_METADATA = Visibility.METADATA


def written(content: str, encoding: str = "utf-8") -> Callable[[Path], Path]:
    def make(path: Path) -> Path:
        path.write_bytes(content.encode(encoding))
        return path

    return make


TEXT_PLACES = (
    Place("paragraph.md", written(f"Before.\n\n{PLANTED}\n\nAfter.\n")),
    Place("heading.md", written(f"Before.\n\n## {PLANTED}\n\nAfter.\n"), kind=Kind.HEADING),
    Place(
        "list.md",
        written(f"Before.\n\n- x\n  1. {PLANTED}\n\nAfter.\n"),
        kind=Kind.LIST_ITEM,
        number="1.",
    ),
    Place(
        "table.md",
        written(f"Before.\n\n| a | b |\n|---|---|\n| x | {PLANTED} |\n\nAfter.\n"),
        kind=Kind.CELL,
    ),
    Place("quotation.md", written(f"Before.\n\n> {PLANTED}\n\nAfter.\n"), kind=Kind.QUOTE),
    Place(
        "footnote.md",
        written(f"Before.\n\nx[^1]\n\nAfter.\n\n[^1]: {PLANTED}\n"),
        kind=Kind.FOOTNOTE,
        number="1",
    ),
    Place(
        "note nothing refers to.md",
        written(f"Before.\n\nAfter.\n\n[^1]: {PLANTED}\n"),
        kind=Kind.FOOTNOTE,
        between=False,
        number="1",
    ),
    Place("code.md", written(f"Before.\n\n```\n{PLANTED}\n```\n\nAfter.\n")),
    Place("indented.md", written(f"Before.\n\n    {PLANTED}\n\nAfter.\n")),
    Place("html.md", written(f"Before.\n\n<div><b>{PLANTED}</b></div>\n\nAfter.\n")),
    Place("link.md", written(f"Before.\n\n[{PLANTED}](https://a.example)\n\nAfter.\n")),
    Place("struck out.md", written(f"Before.\n\n~~{PLANTED}~~\n\nAfter.\n")),
    Place(
        "comment.md",
        written(f"Before.\n\n<!-- {PLANTED} -->\n\nAfter.\n"),
        seen=_METADATA,
        origin="comment",
        between=False,
    ),
    Place(
        "description of a picture.md",
        written(f"Before.\n\n![{PLANTED}](a.png)\n\nAfter.\n"),
        seen=_METADATA,
        origin="alt text",
    ),
    Place(
        "target of a link.md",
        written(f"Before.\n\n[x](<file:///S:/{PLANTED}.docx>)\n\nAfter.\n"),
        seen=_METADATA,
        origin="link target",
    ),
    Place(
        "title.md",
        written(f"---\ntitle: {PLANTED}\n---\n\nBefore.\n\nAfter.\n"),
        kind=Kind.TITLE,
        between=False,
    ),
    Place("paragraph.txt", written(f"Before.\n\n{PLANTED}\n\nAfter.\n")),
    Place("heading.txt", written(f"Before.\n\n{PLANTED}\n-------\n\nAfter.\n"), kind=Kind.HEADING),
    Place(
        "list.txt",
        written(f"Before.\n\n(b) {PLANTED}\n\nAfter.\n"),
        kind=Kind.LIST_ITEM,
        number="(b)",
    ),
    Place("windows.txt", written(f"Before.\r\n\r\n“{PLANTED}”\r\n\r\nAfter.\r\n", "cp1252")),
    Place("notepad.txt", written(f"Before.\r\n\r\n{PLANTED}\r\n\r\nAfter.\r\n", "utf-16")),
    Place(
        "byte order mark.txt",
        written(f"{PLANTED}\n\nBefore.\n\nAfter.\n", "utf-8-sig"),
        between=False,
    ),
    Place("old macintosh.txt", written(f"Before.\r\r{PLANTED}\r\rAfter.\r")),
    Place("page break.txt", written(f"Before.\n\f{PLANTED}\n\fAfter.\n")),
)
