"""Where a draft gives its sources: references in footnotes, and lists of published reports.

A source is somebody else's: the day of a hearing, the authors of a paper and the title of another
report are nothing of the case.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from ...draft import Block, Draft, Kind, Span
from ...months import MONTH
from ...once import once

if TYPE_CHECKING:
    from spacy.tokens import Doc

_MONTH = rf"(?:{MONTH})"
#: A day, and right after it the page and the line of what was said on it: "4 May 2011 12/3-14/20".
_LINES = r"\d{1,3}/\d{1,2}(?:[-–]\d{1,3}(?:/\d{1,2})?)?(?![\d/])"
TRANSCRIPT = re.compile(
    rf"\b\d{{1,2}} {_MONTH} (?:19|20)\d\d,? (?:at |pp?\.? ?)?{_LINES}(?:, {_LINES})*(?=[,;.)]|$)"
)
# What only a reference has: the pages of a journal, a document's number in a bundle, its publisher.
_FORM = re.compile(
    r"\b(?:ibid|op\.? cit|loc\.? cit|doi\b|ISBN|ISSN|HMSO|Stationery Office|TSO\b|Cmn?d?\.? ?\d{3,5}|HC \d{2,4}|"
    r"University Press|et al\b)"
    r"|\(?(?:19|20)\d\d[a-z]?\)?,? (?:vol(?:ume|\.)? ?)?\d{1,4}(?: ?\(\d{1,3}\))?[,:] ?(?:pp?\.? ?)?\d+ ?[-–] ?\d+"
    r"|\b[A-Z]{2,5}\d{6,}(?:_\w+)*"
    r"|[,(] ?pp?\.? ?\d+\b|\bparas? \d|\bparagraphs? \d"
    r"|\b(?:drawing|catalogue|standard|bulletin|circular|patent) (?:number|no\.?) "
    r"|https?://|www\."
    r"|\b(?:accessed|retrieved|available (?:at|from|online))\b",
    re.IGNORECASE,
)
_TITLE = re.compile(r"[‘“][A-Z](?:[^’”]|’(?=\w)){6,300}[’”]|\bSee\b")
_PUBLISHED_IN = re.compile(r"\b(?:dated|published|updated|vol\.|edition|(?:19|20)\d\d)\b")
# What makes it a paper of the case, which no reader finds in a library.
_OF_THE_CASE = re.compile(
    r"\b(?:mother|father|parents?|family|grand\w+|sibling|brother|sister|child [A-Z]|baby|he|she|her|his|they|case notes?|"
    r"records?|letter|e-?mail|referral|strategy|social worker|health visitor|SW ?\d|midwife|GP|school|nursery|hospital|"
    r"newspaper|gazette|echo|argus|herald|mail|sun|mirror|news)\b",
    re.IGNORECASE,
)
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_QUOTED = re.compile(r"[‘“](?:[^’”]|’(?=\w)){0,300}[’”]|\([^()]{0,400}\)")
_PARTS = re.compile(r";\s|(?<=[)\d])\.\s+(?=[A-Z])|\.\s+(?=See\b)")
# "Recent occurrence reports published by", "Other reviews published by the Board".
_PUBLISHED_HEAD = re.compile(
    r"\b(?:reports?|reviews?|inquir(?:y|ies)|bulletins?|studies|recommendations)\b[^.;:]{0,40}\b(?:published|issued)\b(?! (?:on|in (?:19|20)|that|the)\b)"
    r"|\b(?:published|publications?|related|previous|earlier|other) (?:\w+ ){0,3}(?:reports|reviews|publications|bulletins)(?: (?:by|of|from)\b|\W*$)"
    r"|^(?:publications|(?:our|other|recent|previous) publications)\b",
    re.IGNORECASE,
)
# What a body numbers its reports by.
_NUMBERED = re.compile(r"^(?:[\w’' -]+ )?(?:[A-Z]{1,5}[-/ ]?)?(?:(?:19|20)?\d\d)[-/]\d{1,4}\b")
_HEAD_WORDS, _HEAD_NEAR, _ENTRY_WORDS, _FEWEST = 14, 4, 45, 3


def in_source(draft: Draft, span: Span) -> bool:
    """Whether a place in a parsed draft stands in a source that the draft gives.

    That is in a list of published reports, as the day of a transcript before page and line, or in
    the part of a footnote that has the form of a reference: it tells nothing in a sentence, is of
    no paper of the case, and has the page, number, address or title that a reader looks up.
    """
    if span.block in published_lists(draft):
        return True
    block = draft.blocks[span.block]
    if any(m.start() <= span.start < m.end() for m in TRANSCRIPT.finditer(block.text)):
        return True
    if block.kind is not Kind.FOOTNOTE:
        return False
    doc = draft.docs.get(span.block)
    return any(
        _is_reference(block.text[start:end], doc, start, end)
        for start, end in _parts(block.text)
        if start <= span.start < end
    )


def _parts(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for match in _PARTS.finditer(text):
        yield start, match.end()
        start = match.end()
    yield start, len(text)


def _is_reference(words: str, doc: Doc | None, start: int, end: int) -> bool:
    """Whether a part of a footnote has the form of a reference and tells nothing by itself."""
    if not (_FORM.search(words) or (_TITLE.search(words) and _PUBLISHED_IN.search(words))):
        return False
    outside = _QUOTED.sub(lambda m: " " * len(m[0]), words)
    if _OF_THE_CASE.search(re.sub(r"(?:https?://|www\.)\S+", "", outside)):
        return False
    return doc is None or not any(
        token.tag_ in _FINITE
        and token.pos_ in {"VERB", "AUX"}
        and start <= token.idx < end
        and outside[token.idx - start].strip()
        and any(child.dep_ in {"nsubj", "nsubjpass"} for child in token.children)
        for token in doc
    )


@once
def published_lists(draft: Draft) -> frozenset[int]:
    """Indices of the blocks of lists and tables that name published reports, one to an entry.

    Such a list stands under words such as "reports published by"; in it most entries have a number
    or a date, and none is a sentence.
    """
    found: set[int] = set()
    for block in draft.blocks:
        if len(block.text.split()) > _HEAD_WORDS or not _PUBLISHED_HEAD.search(block.text):
            continue
        entries = list(_entries(draft, block.index))
        numbered = sum(bool(_NUMBERED.match(b.text)) or _ends_in_date(b.text) for b in entries)
        if len(entries) >= _FEWEST and 2 * numbered >= len(entries):
            found.update(b.index for b in entries)
    return frozenset(found)


def _entries(draft: Draft, head: int) -> Iterator[Block]:
    """The blocks of the table or the list that begins right under a heading."""
    first = next(
        (
            b
            for b in draft.blocks[head + 1 : head + 1 + _HEAD_NEAR]
            if b.cell
            or b.kind is Kind.LIST_ITEM
            or _NUMBERED.match(b.text)
            or _ends_in_date(b.text)
        ),
        None,
    )
    if first is None:
        return
    for block in draft.blocks[first.index :]:
        same = (
            block.cell is not None and block.cell.table == first.cell.table
            if first.cell
            else block.cell is None and block.kind is first.kind
        )
        if not same or len(block.text.split()) > _ENTRY_WORDS or _is_sentence(draft, block):
            return
        yield block


def _ends_in_date(text: str) -> bool:
    return bool(re.search(rf"\b(?:\d{{1,2}} )?(?:{_MONTH} )?(?:19|20)\d\d\W*$", text))


def _is_sentence(draft: Draft, block: Block) -> bool:
    doc = draft.docs.get(block.index)
    return (
        doc is not None
        and block.text.rstrip().endswith(".")
        and any(
            t.tag_ in _FINITE and any(c.dep_ in {"nsubj", "nsubjpass"} for c in t.children)
            for t in doc
        )
    )
