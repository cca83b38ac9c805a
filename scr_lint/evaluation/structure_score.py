"""Compares a draft's structure with what people marked: roles, findings, recommendations, who is
asked to act, and where sentences end."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ..draft import Block, Draft, Kind, Recommendation, ReviewFinding
from ..structure.items import label_of
from .gold import Gold
from .score import Case, Outcome

#: What is only looked at where it is marked, so that what is found there in error counts.
ONLY_WHERE_MARKED = frozenset({"addressee", "sentence"})


def structure_cases(gold: Gold) -> Iterator[Case]:
    """How the draft's structure came out: roles of sections, the review's findings, recommendations.

    Codes are "role", "finding", "recommendation", "addressee" and "sentence". A section counts as
    false where it claims a role that is marked on no heading of it, which is the miss seen from the
    other side; roles are never counted as false. The last two need the draft's parse.
    """
    path, draft = str(gold.path), gold.draft
    for block, role in gold.roles:
        text = draft.blocks[block].text
        given = draft.role_of(block)
        outcome = Outcome.FOUND if given is role else Outcome.MISSED
        yield Case("role", outcome, path, 0, text, f"marked {role}, read as {given}")
    items: tuple[tuple[str, Sequence[ReviewFinding | Recommendation]], ...] = (
        ("finding", draft.review_findings),
        ("recommendation", draft.recommendations),
    )
    for kind, found in items:
        marked = [block for what, block in gold.begins if what == kind]
        yield from _items(kind, marked, found, draft, path)
    if draft.docs:
        yield from _addressees(gold)
        yield from _sentences(gold)


def _items(
    kind: str,
    marked: Sequence[int],
    found: Sequence[ReviewFinding | Recommendation],
    draft: Draft,
    path: str,
) -> Iterator[Case]:
    starts = {_opening(draft, min(item.blocks)) for item in found if item.blocks}
    marked = [_opening(draft, block) for block in marked]
    rows = _row_starts(draft, starts)
    for block in marked:
        hit = block in starts or block in rows
        yield Case(
            kind, Outcome.FOUND if hit else Outcome.MISSED, path, 0, draft.blocks[block].text
        )
    known = set(marked) | _row_starts(draft, set(marked))
    for start in sorted(starts):
        if start not in known and not (_row_starts(draft, {start}) & set(marked)):
            yield Case(kind, Outcome.FALSE, path, 0, draft.blocks[start].text)


def _opening(draft: Draft, block: int) -> int:
    """Where an item begins: a heading, or a label on a line of its own, and the first paragraph
    under it are one place."""
    before = draft.blocks[block - 1] if block else None
    headed = before is not None and (before.kind is Kind.HEADING or _is_label(before))
    return block - 1 if headed and draft.blocks[block].kind is not Kind.HEADING else block


def _is_label(block: Block) -> bool:
    """Whether a line is a label, with or without a name or title: "R8 – Home Office"."""
    line = f"{block.number} {block.text}".strip()
    return label_of(line) is not None and line[-1] not in ".;!?"


def _row_starts(draft: Draft, blocks: set[int]) -> set[int]:
    """The blocks of the table rows that these blocks stand in."""
    rows = {
        (cell.table, cell.row) for block in blocks if (cell := draft.blocks[block].cell) is not None
    }
    return {b.index for b in draft.blocks if b.cell and (b.cell.table, b.cell.row) in rows}


def _addressees(gold: Gold) -> Iterator[Case]:
    """Whether those a recommendation asks to act are read as the annotator named them."""
    draft, path = gold.draft, str(gold.path)
    for block, names in gold.asked:
        near = {block, *_row_starts(draft, {block})}
        item = next((r for r in draft.recommendations if r.blocks and near & set(r.blocks)), None)
        read = [addressee.text for addressee in item.addressees] if item else []
        around = draft.blocks[block].text
        for name in names:
            hit = any(_same_body(name, other) for other in read)
            yield Case("addressee", Outcome.FOUND if hit else Outcome.MISSED, path, 0, name, around)
        for other in read:
            if not any(_same_body(name, other) for name in names):
                yield Case("addressee", Outcome.FALSE, path, 0, other, around)


def _same_body(one: str, other: str) -> bool:
    """Whether two names stand for one body: the words of one are among those of the other."""
    words = [
        {w for w in re.findall(r"\w+", name.lower()) if w not in {"the", "a", "an", "all"}}
        for name in (one, other)
    ]
    return words[0] <= words[1] or words[1] <= words[0]


def _sentences(gold: Gold) -> Iterator[Case]:
    """Whether sentences end where the annotator says, in the paragraphs that hold such marks."""
    draft, path = gold.draft, str(gold.path)
    if not gold.marks_sentences:
        return
    for block in draft.blocks:
        marked = {at for index, at in gold.sentence_ends if index == block.index}
        sentences = list(draft.sentences(block))[:-1]
        read = {len(block.text[: s.end_char].rstrip()) for s in sentences}
        for outcome, places in (
            (Outcome.FOUND, marked & read),
            (Outcome.MISSED, marked - read),
            (Outcome.FALSE, read - marked),
        ):
            for at in sorted(places):
                words = block.text[max(at - 30, 0) : at]
                yield Case("sentence", outcome, path, 0, words, block.text)
