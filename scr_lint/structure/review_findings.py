"""Finds the review's own findings, however the author set them out.

Under headings of their own ("Finding 3: …"), as labelled paragraphs, as numbered paragraphs or
lists, or as rows of a table.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from ..draft import Block, Draft, Kind, ReviewFinding, Role, Section, Visibility, count_words
from ..once import once
from ..requests.asking import asks
from ..requests.found import recommends
from .free_paragraphs import from_paragraphs
from .headings import claimed_role, plain, roles_named
from .items import (
    Item,
    Label,
    is_bare,
    is_bullet,
    is_closed,
    is_order,
    label_of,
    opened_by,
    own_label,
    own_prose,
    printed,
    row_item,
    rows_of,
    trees_of,
)
from .own_chapter import of_one_chapter

_FOUND = re.compile(
    r"\b(?:findings?|learning(?: points?)?|lessons?)\b|^(?:(?:was )?found|what (?:\w+ ){0,3}(?:found|learne?[dt]))$",
    re.IGNORECASE,
)
_FINDINGS_SUMMED = re.compile(r"summary of (?:the |our |key )?findings$", re.IGNORECASE)
#: Headers of columns that may tell what was wanting, beside what is to be done about it.
_WANTING = re.compile(
    r"\b(?:issues?|concerns?|problems?|gaps?|shortcomings?|weakness(?:es)?|barriers?|observations?|matters?|themes?|"
    r"areas?|conclusions?|what (?:happened|went wrong|was wrong|got in the way))\b",
    re.IGNORECASE,
)
#: Words of a cell that tells something, and does not only name it.
_TOLD = 8
_QUESTIONS = re.compile(
    r"\b(?:questions?|considerations?|challenges?|issues?) (?:for|to) (?:the )?"
    r"(?:[\w']+ ){0,4}(?:board|partnership|partners|lscb|lscp|executive|agencies)\b",
    re.IGNORECASE,
)
_LEARNS = re.compile(
    r"(?:[a-z]+ ){0,3}(?:learning(?: point)?|lesson|finding|canfyddiad|pwynt dysgu)\s?"
    r"(?:[:–—] \S|\. (?-i:[A-Z“\"‘']))",
    re.I,
)
#: Words by which reviewers declare a finding, wherever it stands: "The panel finds, first, that …".
_DECLARES = re.compile(
    r"(?:(?:the )?(?:(?:lead|independent) )?(?:review(?:ers?)?|panel|authors?|we|I)\b,? "
    r"(?:(?:therefore|thus|also|further|then|here|accordingly)\b,? )?finds?\b(?:, [^,]{1,30},)? that|"
    r"(?:our|the|my|a) (?:\w+ )?finding (?:here )?is that)\b",
    re.IGNORECASE,
)
_NUMBERED_THEME = re.compile(r"themes? (?:\d|one|two|three|four|five|six|seven|eight|nine|ten)\b")
_FEW = 4
#: Characters of a finding that is the same one where its words stand again.
_PRINTED_TWICE = 40
#: Paragraphs that one finding may run to, and words of one that can be a finding by itself.
_SEVERAL, _FULL = 4, 30
#: Roles of sections in which a finding may stand right after what it closes.
_CLOSED_SO = frozenset(
    {Role.ANALYSIS, Role.CHRONOLOGY, Role.CONCLUSION, Role.OTHER, Role.RECOMMENDATIONS}
)


def review_findings(draft: Draft) -> Iterator[ReviewFinding]:
    """The review's own findings, in order."""
    found = list(_items(draft))
    # A report that labels its findings labels them all: what runs on elsewhere is about them.
    if sum(label_of(item.label) is not None for item, _ in found) > 1:
        found = [pair for pair in found if label_of(pair[0].label)]
    labels = {item.label.lower() for item, _ in found}
    found += [pair for pair in _elsewhere(draft) if pair[0].label.lower() not in labels]
    found = sorted(of_one_chapter(draft, found), key=lambda pair: pair[0].blocks[0].index)
    said: set[str] = set()
    for item, section in found or [*_under_other_headings(draft)] or _declared(draft):
        words = " ".join(item.text.lower().split())
        if words in said and len(words) > _PRINTED_TWICE:
            continue  # in a box where it was found, and once more in the list of all
        said.add(words)
        yield ReviewFinding(
            item.label, item.text, section.title, tuple(b.index for b in item.blocks)
        )


def asks_questions(draft: Draft) -> bool:
    """Whether the draft ends its findings with questions to the Board instead of recommendations.

    SCIE's Learning Together model gives no recommendations by design (QM14 asks for "findings
    and/or recommendations").
    """
    return not draft.recommendations and any(
        _QUESTIONS.search(b.text) and len(b.text) < 120
        for b in draft.blocks
        if b.visibility is Visibility.SHOWN and b.kind is not Kind.CAPTION
    )


def _elsewhere(draft: Draft) -> Iterator[tuple[Item, Section]]:
    """Labelled findings outside their own section.

    Practice reviews often close each theme so: "Learning point 2: …". What begins with "Lesson:"
    is one without a label.
    """
    for section in draft.sections:
        if section.role not in _CLOSED_SO:
            continue
        current: Item | None = None
        for block in own_prose(draft, section):
            label = None if block.cell else _label(draft, block)
            if label and is_closed(block, label) and not is_bare(label):
                current = opened_by(draft, block, label, section, section)
            elif not block.cell and _LEARNS.match(block.text):
                current = Item(block.number, [block], block.text, [])
            elif current and (not current.text or current.text.endswith(":") or is_bullet(block)):
                current.blocks.append(block)
                current.text = f"{current.text}\n{printed(block)}".strip()
                continue
            else:
                current = None
            if current:
                yield current, section


def _declared(draft: Draft) -> Iterator[tuple[Item, Section]]:
    """Findings by their words alone, where nothing else sets them apart from the analysis."""
    for section in draft.sections:
        if section.role in {Role.ANALYSIS, Role.CONCLUSION}:
            own = [b for b in own_prose(draft, section) if not b.cell]
            declared = [b for b in own if _DECLARES.match(b.text)]
            for block in declared:
                # One under a heading of its own can be cited by it.
                label = section.title if len(declared) == 1 and section.heading else ""
                yield Item(block.number or label, [block], block.text, []), section


def _under_other_headings(draft: Draft) -> Iterator[tuple[Item, Section]]:
    """Findings where no section is theirs: under "Findings and recommendations", theme by theme.

    Of each theme, what comes before it asks for something; or the list in a "Summary of findings";
    or the findings in whose rows a table sets out the recommendations.
    """
    for section in draft.sections:
        if section.role is Role.SUMMARY and _FINDINGS_SUMMED.match(section.title):
            yield from ((item, section) for item in _items_of(draft, [section]))
        if section.role is not Role.RECOMMENDATIONS:
            continue
        rows = _from_tables(draft, [section], called=True)
        yield from ((row, section) for row in rows if count_words(row.text) > _FEW)
        if not rows and _FOUND.search(section.title):
            for theme in draft.sections:
                if theme.parent != section.index:
                    continue
                item = _section_item(draft, theme)
                told = [
                    b
                    for b in (item.blocks[1:] if item else ())
                    if not asks(b, theme.title) and not own_label(b, Role.RECOMMENDATIONS)
                ]
                if item and told:
                    text = "\n".join([_sentence(theme.title), *map(printed, told)])
                    yield replace(item, blocks=[item.blocks[0], *told], text=text), theme


def _items(draft: Draft) -> Iterator[tuple[Item, Section]]:
    for tree in trees_of(draft, Role.FINDINGS):
        for item in _items_of(draft, tree):
            yield item, draft.section_of(item.blocks[0].index) or tree[0]


def _items_of(draft: Draft, tree: Sequence[Section]) -> list[Item]:
    """The findings of a section and its subsections, by the first way of setting out that fits."""
    table = _from_tables(draft, tree)
    labelled = _from_labels(draft, tree)
    if table or labelled:
        return sorted(table + labelled, key=lambda item: item.blocks[0].index)
    if len(tree) > 1:
        headed = [
            _section_item(draft, s)
            for s in tree[1:]
            if s.parent == tree[0].index and claimed_role(s.title) is not Role.INTRODUCTION
        ]
        found = [item for item in headed if item]
        if found:
            return found
    if (
        len(tree) == 1
        and _heads_one(draft, tree[0])
        and not _tells_all(draft, tree[0])
        and (item := _section_item(draft, tree[0]))
    ):
        return [item]
    return from_paragraphs(draft, tree)


def _heads_one(draft: Draft, section: Section) -> bool:
    """Whether a chapter is one finding: "Theme 2: Visitors", "Why was nobody told?"."""
    own = list(own_prose(draft, section))
    numbered = [b for b in own if b.number and not is_bullet(b)]
    listed = len(own) > 1 and all(is_bullet(b) for b in own)
    if section.heading is None or len(numbered) > 1 or listed:
        return False
    themed = bool(_NUMBERED_THEME.match(plain(section.title)))
    return themed or (
        Role.FINDINGS not in roles_named(section.title)
        and not claimed_role(section.title, inside=True)
    )


def _tells_all(draft: Draft, section: Section) -> bool:
    """Whether a chapter in running prose is the only one of findings, and so tells several."""
    only = sum(other.role is Role.FINDINGS for other in draft.sections) == 1
    told = sum(count_words(block.text) > _FULL for block in own_prose(draft, section))
    return only and told > _SEVERAL


def _from_labels(draft: Draft, tree: Sequence[Section]) -> list[Item]:
    """Findings that begin with a label, each going on to the next label or foreign heading."""
    items: list[Item] = []
    current: Item | None = None
    level = 0
    for section in tree:
        if section.heading is not None:
            label = _label(draft, draft.blocks[section.heading])
            if label:
                heading = draft.blocks[section.heading]
                current = opened_by(draft, heading, label, section, tree[0])
                items.append(current)
                level = section.level
            elif current and section.level <= level:
                current = None
            elif current and _QUESTIONS.search(section.title):
                # The questions put to the Board are not the finding's own words.
                continue
        for block in own_prose(draft, section):
            if block.cell:
                continue
            label = _label(draft, block)
            if own_label(block, Role.RECOMMENDATIONS) or recommends(block):
                current = None  # what the finding led to is not part of it
            elif label:
                current = opened_by(draft, block, label, section, tree[0])
                items.append(current)
                level = 99
            elif current:
                current.blocks.append(block)
                current.text = f"{current.text}\n{printed(block)}".strip()
    return [item for item in items if item.text]


def _from_tables(draft: Draft, tree: Sequence[Section], *, called: bool = False) -> list[Item]:
    """Rows of tables that have a column for findings; `called` for one that must be called so."""
    rows = rows_of(draft, tree)
    cells = [b for row in rows.values() for b in row]
    is_text: Callable[[str], bool] = _is_text
    if not any(is_text(b.cell.header) for b in cells if b.cell):
        told = _told_wanting(cells) if called else _first_told(draft, tree, cells)
        is_text = {told}.__contains__
    items = []
    for row in rows.values():
        text = [b for b in row if b.cell and is_text(b.cell.header)]
        if text:
            items.append(row_item(row, text, Role.FINDINGS, []))
    return items


def _is_text(header: str) -> bool:
    """Whether a header is that of the column that holds the findings themselves."""
    return bool(_FOUND.search(header)) and not is_order(header)


def _told_wanting(cells: Sequence[Block]) -> str | None:
    """The header of a column that tells in sentences what was wanting: "Issue", "Concern"."""
    told: dict[str, list[int]] = {}
    for b in cells:
        if b.cell and _WANTING.search(b.cell.header):
            told.setdefault(b.cell.header, []).append(count_words(b.text))
    return next((h for h, words in told.items() if sum(words) >= _TOLD * len(words)), None)


def _first_told(draft: Draft, tree: Sequence[Section], cells: Sequence[Block]) -> str | None:
    """The header of the first column of sentences, where a table is all that tells the findings."""
    beside = [b for s in tree for b in own_prose(draft, s) if not b.cell]
    told = [b for b in cells if b.cell and count_words(b.text) > 4 and b.cell.column < 2]
    if len(beside) > 1 or len(tree) > 1 or len(told) < 2 or told[0].cell is None:
        return None
    return told[0].cell.header or None


def _section_item(draft: Draft, section: Section) -> Item | None:
    blocks = [
        b
        for b in draft.blocks_of(section)
        if b.is_prose
        and b.kind is not Kind.FOOTNOTE
        and not recommends(b)
        and not own_label(b, Role.RECOMMENDATIONS)
    ]
    if not blocks or section.heading is None:
        return None
    text = "\n".join([_sentence(section.title), *(printed(b) for b in blocks)])
    label = f"{section.number} {section.title}".strip()
    return Item(label, [draft.blocks[section.heading], *blocks], text, [])


_LETTERED = re.compile(r"[A-EG-QS-Z]\d{1,2}\b")


@once
def _numbers_by_letter(draft: Draft) -> bool:
    """Whether paragraphs bear the letter of their chapter: "A1", "B3", and so "F2" in the sixth."""
    numbers = (f"{b.number} {b.text}".lstrip() for b in draft.blocks if not b.cell)
    return sum(bool(_LETTERED.match(number)) for number in numbers) > 2


def _label(draft: Draft, block: Block) -> Label | None:
    """The label of a finding that a block begins with; "F2" only where no letter is a chapter's."""
    label = own_label(block, Role.FINDINGS)
    if label and is_bare(label) and _numbers_by_letter(draft):
        worded = label_of(block.text)
        return worded if worded and worded.kind is Role.FINDINGS and not is_bare(worded) else None
    return label


def _sentence(title: str) -> str:
    return title if title.endswith((".", "?", "!")) else f"{title}."
