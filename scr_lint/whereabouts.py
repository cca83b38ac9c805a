"""Where words of a draft stand, as a person would look for them in the printed report."""

from __future__ import annotations

import re

from .draft import Block, Draft, Kind, Role, Span, Visibility
from .result import Location

#: What stands beside the text, by how its origin begins.
_BESIDE = {
    "alt text": "the description of a picture",
    "picture name": "the name of a picture",
    "link target": "the address behind a link",
}
#: An entry of a list of contents ends in the number of a page.
_ENTRY = re.compile(r"\D[\s.…]*\d{1,3}$")
_TITLES_A_TABLE = re.compile(r"\W*(?:table|figure|fig|chart|box|diagram|map)\b", re.IGNORECASE)


def locate(draft: Draft, span: Span) -> Location:
    """Where a span stands, in words that a person can follow.

    A comment stands where its author put it, not where the file keeps it.
    """
    block = draft.blocks[span.block]
    shown: Block | None = block
    if block.visibility is Visibility.METADATA and block.line is None:
        shown = draft.by_origin.get(block.anchor) if block.anchor else None
    return Location(
        text=draft.text_at(span),
        block=span.block,
        start=span.start,
        end=span.end,
        section=draft.section_path(shown.index) if shown else (),
        paragraph=shown.number if shown else "",
        page=block.page,
        line=block.line,
        part=_part(draft, block, shown),
    )


def _part(draft: Draft, block: Block, shown: Block | None) -> str:
    """What a place is called where it is no paragraph of the text; "" for one that is.

    `shown` is the block that it is found at on the page.
    """
    if block.visibility is Visibility.METADATA:
        if block.origin.startswith("comment"):
            on = shown.number if shown and any(c.isalnum() for c in shown.number) else ""
            return f"a comment on paragraph {on}" if on else "a comment"
        return next((said for begin, said in _BESIDE.items() if block.origin.startswith(begin)), "")
    if block.kind is Kind.FOOTNOTE:
        name = "endnote" if "endnotes" in block.origin else "footnote"
        return f"{name} {block.number}".strip()
    if block.kind is Kind.CAPTION and (
        draft.role_of(block.index) is Role.CONTENTS
        or (_ENTRY.search(block.text) and not _TITLES_A_TABLE.match(block.text))
    ):
        return "table of contents"
    parts = {Kind.HEADER: "header", Kind.FOOTER: "footer", Kind.TITLE: "title"}
    return parts.get(block.kind, "")
