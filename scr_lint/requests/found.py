"""Finds a draft's recommendations, however the author set them out.

Under headings of their own, as labelled paragraphs ("Recommendation 4 – …"), as numbered paragraphs
or lists, as rows of a table, or right after what led to them ("It is recommended that …").
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence

from ..draft import Block, Draft, Recommendation, Role, Section
from ..items import (
    Item,
    headings_above,
    is_bullet,
    is_closed,
    is_order,
    opened_by,
    own_label,
    own_prose,
    printed,
    row_item,
    rows_of,
    trees_of,
)
from .asking import asks, is_detail, names_group, opens_list, responsible_in

_WHO = re.compile(
    r"\b(?:lead|agenc\w+|owner\w*|responsib\w+|who|bod(?:y|ies)|organisations?|addressees?|"
    r"action by|for whom|accountable|partner|directed to|recipient)\b|^to$",
    re.IGNORECASE,
)
_WHAT = re.compile(
    r"^(?:the )?(?:recommendations?|what (?:we recommend|is recommended))\b", re.IGNORECASE
)
_ACTION = re.compile(
    r"^(?:proposed |recommended )?actions?\b(?! by)|^what (?:should|needs to)", re.I
)
_RECOMMENDS = re.compile(
    r"(?:we|I|the (?:(?:lead|independent) )?(?:reviews?|reviewers?|panel|authors?)|this review) "
    r"(?:therefore |also |further |would )*recommends?\b(?! reading)|"
    r"it is (?:therefore |also |further )?recommended that\b|(?:recommendation|argymhelliad)\s?[:–—] ",
    re.IGNORECASE,
)
#: Roles of sections in which a recommendation may stand right after what it closes.
_CLOSED_SO = frozenset({Role.FINDINGS, Role.ANALYSIS, Role.CONCLUSION, Role.OTHER})


def recommendations(draft: Draft) -> Iterator[Recommendation]:
    """The review's recommendations, in order, with what stands beside each about who acts."""
    said: set[str] = set()
    found = [*_items(draft), *_elsewhere(draft)]
    for item, section in sorted(found, key=lambda pair: pair[0].blocks[0].index):
        words = " ".join(item.text.lower().split())[:80]
        if words in said and (item.label or len(words) > 40):
            continue  # the list of all recommendations at the end of a report
        said.add(words)
        beside = [*item.beside, *responsible_in(item.text)]
        yield Recommendation(
            label=item.label,
            text=item.text,
            section=section.title,
            blocks=tuple(b.index for b in item.blocks),
            named_beside=tuple(dict.fromkeys(name for name in beside if name)),
        )


def recommends(block: Block) -> bool:
    """Whether a paragraph is a recommendation by its first words, wherever it stands."""
    return not block.cell and bool(_RECOMMENDS.match(block.text))


def _elsewhere(draft: Draft) -> Iterator[tuple[Item, Section]]:
    """Labelled recommendations outside their own section.

    Practice reviews often close each theme so: "Recommendation 2: The Trust should …". What begins
    with "We recommend" is one without a label.
    """
    for section in draft.sections:
        if section.role not in _CLOSED_SO:
            continue
        current: Item | None = None
        for block in own_prose(draft, section):
            label = None if block.cell else own_label(block, Role.RECOMMENDATIONS)
            if label and is_closed(block, label):
                current = opened_by(draft, block, label, section, section)
            elif recommends(block):
                current = Item(block.number, [block], block.text, [])
            elif current and (not current.text or current.text.endswith(":") or is_bullet(block)):
                current.blocks.append(block)
                current.text = f"{current.text}\n{printed(block)}".strip()
                continue
            else:
                current = None
            if current:
                yield current, section


def _items(draft: Draft) -> Iterator[tuple[Item, Section]]:
    for tree in trees_of(draft, Role.RECOMMENDATIONS):
        for item in _items_of(draft, tree):
            yield item, draft.section_of(item.blocks[0].index) or tree[0]


def _items_of(draft: Draft, tree: Sequence[Section]) -> list[Item]:
    """The recommendations of a section and its subsections, by the way of setting out that fits."""
    table = _from_tables(draft, tree)
    labelled = _from_labels(draft, tree)
    if table or labelled:
        return sorted(table + labelled, key=lambda item: item.blocks[0].index)
    return _from_paragraphs(draft, tree)


def _from_labels(draft: Draft, tree: Sequence[Section]) -> list[Item]:
    """Recommendations that begin with a label, each going on to the next or a foreign heading."""
    items: list[Item] = []
    current: Item | None = None
    group: list[str] = []
    level = 0
    for section in tree:
        group = []
        if section.heading is not None:
            heading = draft.blocks[section.heading]
            label = own_label(heading, Role.RECOMMENDATIONS)
            if label:
                current = opened_by(draft, heading, label, section, tree[0])
                items.append(current)
                level = section.level
            elif current and section.level <= level:
                current = None
        for block in own_prose(draft, section):
            if block.cell:
                continue
            label = own_label(block, Role.RECOMMENDATIONS)
            if label:
                current = opened_by(draft, block, label, section, tree[0])
                current.beside.extend(group)
                items.append(current)
                level = 99
            elif names_group(block):
                if current and not current.text:
                    current.beside.append(block.text)
                else:
                    group, current = [block.text], None
            elif current:
                current.blocks.append(block)
                current.text = f"{current.text}\n{printed(block)}".strip()
    return [item for item in items if item.text]


def _from_tables(draft: Draft, tree: Sequence[Section]) -> list[Item]:
    """Rows of tables that have a column for recommendations."""
    rows = rows_of(draft, tree)
    is_text = _text_column(rows.values())
    items = []
    for row in rows.values():
        text = [b for b in row if b.cell and is_text(b.cell.header)]
        if text:
            who = [b.text for b in row if b.cell and b not in text and _WHO.search(b.cell.header)]
            items.append(row_item(row, text, Role.RECOMMENDATIONS, who))
    return items


def _text_column(rows: Iterable[list[Block]]) -> Callable[[str], bool]:
    """A test for the header of the column that holds the recommendations themselves."""
    headers = {b.cell.header for row in rows for b in row if b.cell}
    named = {h for h in headers if _WHAT.match(h) and not is_order(h)}
    if not named:
        named = {h for h in headers if _ACTION.match(h)}
    return named.__contains__


def _from_paragraphs(draft: Draft, tree: Sequence[Section]) -> list[Item]:
    """Numbered paragraphs or list items; failing both, paragraphs that read like one."""
    items: list[Item] = []
    for section in tree:
        blocks = [b for b in own_prose(draft, section) if not b.cell]
        beside = headings_above(draft, section, tree[0], own=False)
        numbered = [b for b in blocks if b.number and not is_bullet(b)]
        open_list = False
        for block in blocks:
            here = bool(items) and draft.section_of(items[-1].blocks[0].index) == section
            if names_group(block) or (is_detail(block) and not here):
                beside = [block.text, *responsible_in(block.text)][-1:]
                continue
            begins = (not numbered or block in numbered) and asks(block, section.title)
            sub_item = block.level > 1 or (is_bullet(block) and (bool(numbered) or open_list))
            if open_list and here and block.number and items[-1].label:
                # "1. The Board should:" goes on with "a. …", in another way of numbering.
                sub_item = sub_item or block.number[:1].isdigit() != items[-1].label[:1].isdigit()
            if begins and not sub_item:
                items.append(Item(block.number, [block], block.text, list(beside)))
            elif here and (sub_item or _goes_on(block, items[-1])):
                items[-1].blocks.append(block)
                items[-1].text += f"\n{printed(block)}"
            open_list = opens_list(block) or (open_list and (is_bullet(block) or sub_item))
    return items


def _goes_on(block: Block, item: Item) -> bool:
    """Whether a paragraph that begins no item belongs to the one before it."""
    numbered = bool(block.number) and not is_bullet(block)
    return item.text.endswith(":") or numbered or is_detail(block)
