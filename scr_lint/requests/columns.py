"""The columns of a table of recommendations: what is asked, who is to act, and the rest."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..draft import Block, Draft, Section
from ..structure.items import is_order, own_prose
from .bodies import Standing, standing_beside

_WHO = re.compile(
    r"\b(?:lead|agenc\w+|owner\w*|responsib\w+|who\w*|bod(?:y|ies)|organisations?|addressees?|"
    r"action by|for whom|accountable|partners?|directed to|recipients?|services?|departments?|"
    r"officers?|assigned|allocated|holder)\b|^(?:to|for)$",
    re.IGNORECASE,
)
#: Headers of the column that holds the recommendations themselves, the surest first.
WHAT = (
    re.compile(
        r"^(?:(?:the|our|key|agreed|final|draft|proposed|panel|review) )*(?:recommendations?|argymhell\w+|what (?:we|the \w+) "
        r"(?:recommends?|asks?)|what is (?:recommended|asked)|we (?:recommend|ask))\b",
        re.IGNORECASE,
    ),
    re.compile(
        r"^(?:(?:the|key|agreed|proposed|recommended|required|planned|smart|next) )*(?:actions?|tasks?|steps?|"
        r"changes?|improvements?|asks?)\b(?! (?:by|owner|lead|taken|to date|holder|date))|"
        r"^(?:what )?to (?:do|be done|change)\b|"
        r"^what(?:$| (?:should|needs?|must|will|has to|is to|we|to|do))",
        re.IGNORECASE,
    ),
)
#: Columns that hold neither what is asked nor of whom.
_ASIDE = re.compile(
    r"\b(?:when|dates?|timescales?|time ?frames?|deadline|status|rag|progress|theme|finding|learning|why|"
    r"outcomes?|evidence|measure\w*|success|impact|comments?|updates?|priority|rationale|reason|know|better|"
    r"differ\w*|benefits?|effects?|found|learnt|learned|saw|seen|lessons?|issue|concern|problem|happened|went)\b",
    re.IGNORECASE,
)
#: Columns that name somebody, and not those who are to act: "Overseen by", "Who will notice".
_OF_OTHERS = re.compile(
    r"^(?!.*\b(?:lead|owner|responsib\w+|to act)\b).*\b(?:overs\w+|monitor\w*|assur\w+|scrutin\w+|report(?:s|ed|ing)? (?:in )?to|signed off|approv\w+|checked|reviewed|"
    r"notice\w*|benefit\w*|differ\w*|impact|outcomes?|know|tell|theme|finding|learning|why|evidence|measure\w*|success|"
    r"raised|proposed|suggested|source|consult\w*|support\w*|inform\w*|involv\w*)\b",
    re.IGNORECASE,
)
#: Words of a cell that is nothing but names, and how many cells of a column must be.
_NAME, _CELLS = 9, 2


def actor_columns(rows: Sequence[Sequence[Block]]) -> set[str]:
    """The headers of the columns that say who is to act.

    By their words ("Lead", "Owner"); where none says so, by what stands in them: under "By" may be
    names or dates.
    """
    cells = [b for row in rows for b in row if b.cell and b.cell.header]
    headers = {b.cell.header for b in cells if b.cell}
    headers = {header for header in headers if not _OF_OTHERS.search(header)}
    called = {header for header in headers if _WHO.search(header)}
    if called:
        return called
    found = set()
    for header in headers:
        told = [b.text for b in cells if b.cell and b.cell.header == header and b.text.strip()]
        named = [text for text in told if _is_named(text)]
        if len(named) >= _CELLS and len(named) * 3 >= len(told) * 2:
            found.add(header)
    return found


def _is_named(text: str) -> bool:
    """Whether a cell holds nothing but the name of a known body or post, or of several."""
    if len(text.split()) > _NAME or text.rstrip()[-1:] in {".", "?", "!"}:
        return False
    return standing_beside(text, heading=True) is Standing.NAMED


def text_columns(rows: Sequence[list[Block]], surely: Sequence[re.Pattern[str]] = ()) -> set[str]:
    """The headers of the column that holds the recommendations themselves.

    Failing a known header, that of the widest column of a table that says who is to act.
    """
    cells = [b for row in rows for b in row if b.cell]
    width: dict[str, int] = {}  # of what is more than a number or a name for each row
    for b in cells:
        if b.cell and b.cell.header and not is_order(b.cell.header):
            width[b.cell.header] = width.get(b.cell.header, 0) + b.text.count(" ")
    headers = {header for header in width if width[header]}
    actors = actor_columns(rows)
    says_who = bool(actors & set(width))
    for known in surely or WHAT:
        if surely and known is not WHAT[0] and not says_who:
            continue
        named = {h for h in headers if known.match(h) and not _ASIDE.search(h)}
        named = named or {header for header in headers if known.match(header)}
        if named:
            return named
    left = {h for h in headers - actors if not _ASIDE.search(h)}
    if surely or not left or not says_who:
        return set()
    return {max(left, key=lambda header: width[header])}


def is_plan(draft: Draft, section: Section) -> bool:
    """Whether a section holds a table with a column of what is to be done and one of who is to act."""
    blocks = [b for b in draft.blocks_of(section, subsections=False) if b.cell]
    headers = {b.cell.header for b in blocks if b.cell}
    what = {h for h in headers if any(known.match(h) for known in WHAT) and not _ASIDE.search(h)}
    told = [b for b in own_prose(draft, section) if b.cell and not b.cell.is_header]
    return bool(what) and bool((actor_columns([blocks]) | actor_columns([told])) - what)
