"""Finds the review's own findings and its recommendations, however the author set them out.

Under headings of their own ("Finding 3: …"), as labelled paragraphs ("Recommendation 4 – …"), as
numbered paragraphs or lists, or as rows of a table.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from .draft import (
    Block,
    Draft,
    Kind,
    Recommendation,
    ReviewFinding,
    Role,
    Section,
    Visibility,
    count_words,
)
from .requests.asking import asks, for_whom, is_detail, names_group, opens_list, responsible_in

_ORDINALS = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
)
_LABEL = re.compile(
    rf"""^(?P<label>
        (?:(?:key|main|priority|practice|systems?|overall|multi-agency|single\ agency|national
          |local)\s)*
        (?P<kind>finding|learning\ point|key\ learning|learning|lesson|learning\ theme
          |recommendation|rec|r(?=\d)|argymhelliad|canfyddiad)s?\s*
        (?:no\.?\s*|number\s*|\#\s*)?
        (?P<number>\d{{1,3}}(?:\.\d{{1,2}})?[a-z]?|(?<=\s)[a-z](?=\s*(?:[:.)(–—-]|$))
          |{_ORDINALS.replace(" ", "|")})
      )
      (?![\w])
      \s*(?P<after>[:.)–—-]+|$|(?=\s[A-Z“"‘'(])|(?=\s\())\s*""",
    re.VERBOSE | re.IGNORECASE,
)
#: Practice reviews in Wales end in an action plan.
_ACTION_LABEL = re.compile(r"^(?P<label>action \d{1,3}[a-z]?)\s*[:.)–—-]+\s*", re.IGNORECASE)
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
_FOUND = re.compile(r"\b(?:findings?|learning(?: points?)?|lessons?)\b", re.IGNORECASE)
_FINDINGS_SUMMED = re.compile(r"summary of (?:the |our |key )?findings$", re.IGNORECASE)
_ORDER = re.compile(
    r"^(?:no\.?|number|ref\.?|reference|#|rec(?:ommendation)? no\.?)$", re.IGNORECASE
)
_QUESTIONS = re.compile(
    r"\b(?:questions?|considerations?|challenges?|issues?) (?:for|to) (?:the )?"
    r"(?:[\w']+ ){0,4}(?:board|partnership|partners|lscb|lscp|executive|agencies)\b",
    re.IGNORECASE,
)


_RECOMMENDS = re.compile(
    r"(?:we|I|the (?:(?:lead|independent) )?(?:reviews?|reviewers?|panel|authors?)|this review) "
    r"(?:therefore |also |further |would )*recommends?\b(?! reading)|"
    r"it is (?:therefore |also |further )?recommended that\b|(?:recommendation|argymhelliad)\s?[:–—] ",
    re.IGNORECASE,
)
_LEARNS = re.compile(
    r"(?:key )?(?:learning(?: point)?|lesson|finding|canfyddiad|pwynt dysgu)\s?[:–—] \S", re.I
)
#: A paragraph that only leads to the findings: "Four matters stood out", "The findings are below".
_LEADS = re.compile(
    r"\b(?:(?:two|three|four|five|six|seven|eight|nine|ten|\d{1,2}|several|some|following|these|its|"
    r"the|our) (?:\w+ ){0,2}(?:findings?|lessons|matters|themes|points|things|areas|issues|"
    r"conclusions|messages|headings)|this (?:chapter|section|part)|there are \w+ of them)\b",
    re.I,
)
_LEADS_ON = re.compile(r"\b(?:next|following) (?:\w+ )?(?:chapters|sections|parts|pages)\b", re.I)
_OPENS = {Role.RECOMMENDATIONS: _RECOMMENDS, Role.FINDINGS: _LEARNS}
#: Roles of sections in which a finding or recommendation may stand right after what it closes.
_CLOSED_SO = {
    Role.RECOMMENDATIONS: frozenset({Role.FINDINGS, Role.ANALYSIS, Role.CONCLUSION, Role.OTHER}),
    Role.FINDINGS: frozenset(
        {Role.ANALYSIS, Role.CHRONOLOGY, Role.CONCLUSION, Role.OTHER, Role.RECOMMENDATIONS}
    ),
}
_CLOSES_LABEL = frozenset(":.)–—-")


@dataclass(frozen=True, slots=True)
class Label:
    """A printed label ("Finding 3"), what it labels, and where the text after it begins."""

    text: str
    kind: Role
    end: int


@dataclass
class _Item:
    label: str
    blocks: list[Block]
    text: str
    beside: list[str]


def label_of(text: str) -> Label | None:
    """The label of a finding or recommendation at the beginning of a heading or paragraph."""
    match = _LABEL.match(text)
    if not match:
        return None
    kind = match["kind"].lower()
    role = Role.RECOMMENDATIONS if kind.startswith(("r", "argym")) else Role.FINDINGS
    return Label(match["label"], role, match.end())


def review_findings(draft: Draft) -> Iterator[ReviewFinding]:
    """The review's own findings, in order."""
    found = list(_items(draft, Role.FINDINGS))
    labels = {item.label.lower() for item, _ in found}
    found += [
        pair for pair in _elsewhere(draft, Role.FINDINGS) if pair[0].label.lower() not in labels
    ]
    found = sorted(found, key=lambda pair: pair[0].blocks[0].index)
    for item, section in found or _under_other_headings(draft):
        yield ReviewFinding(
            item.label, item.text, section.title, tuple(b.index for b in item.blocks)
        )


def recommendations(draft: Draft) -> Iterator[Recommendation]:
    """The review's recommendations, in order, with what stands beside each about who acts."""
    printed: set[str] = set()
    found = [*_items(draft, Role.RECOMMENDATIONS), *_elsewhere(draft, Role.RECOMMENDATIONS)]
    for item, section in sorted(found, key=lambda pair: pair[0].blocks[0].index):
        words = " ".join(item.text.lower().split())[:80]
        if words in printed and (item.label or len(words) > 40):
            continue  # the list of all recommendations at the end of a report
        printed.add(words)
        beside = [*item.beside, *responsible_in(item.text)]
        yield Recommendation(
            label=item.label,
            text=item.text,
            section=section.title,
            blocks=tuple(b.index for b in item.blocks),
            named_beside=tuple(dict.fromkeys(name for name in beside if name)),
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


def _elsewhere(draft: Draft, role: Role) -> Iterator[tuple[_Item, Section]]:
    """Labelled findings or recommendations outside their own section.

    Practice reviews often close each theme so: "Learning point 2: …", "Recommendation 2: The Trust
    should …". What begins with "We recommend" is one without a label.
    """
    for section in draft.sections:
        if section.role is role or section.role not in _CLOSED_SO[role]:
            continue
        current: _Item | None = None
        for block in _own_prose(draft, section):
            label = None if block.cell else _label(block, role)
            printed = _printed(block)
            labelled = printed if _in_number(block) else block.text
            closed = label and (
                labelled[: label.end].rstrip()[-1:] in _CLOSES_LABEL or label.end == len(labelled)
            )
            if label and closed:
                current = _start(draft, block, label, section, section)
            elif not block.cell and _OPENS[role].match(block.text):
                current = _Item(block.number, [block], block.text, [])
            elif current and (not current.text or current.text.endswith(":") or _is_bullet(block)):
                current.blocks.append(block)
                current.text = f"{current.text}\n{printed}".strip()
                continue
            else:
                current = None
            if current:
                yield current, section


def _under_other_headings(draft: Draft) -> Iterator[tuple[_Item, Section]]:
    """Findings where no section is theirs: under "Findings and recommendations", theme by theme.

    Of each theme, what comes before it asks for something; or the list in a "Summary of findings".
    """
    for section in draft.sections:
        if section.role is Role.SUMMARY and _FINDINGS_SUMMED.match(section.title):
            yield from ((item, section) for item in _items_of(draft, [section], Role.FINDINGS))
        elif section.role is Role.RECOMMENDATIONS and _FOUND.search(section.title):
            for theme in draft.sections:
                if theme.parent != section.index:
                    continue
                item = _section_item(draft, theme)
                told = [
                    b
                    for b in (item.blocks[1:] if item else ())
                    if not asks(b, theme.title) and not _label(b, Role.RECOMMENDATIONS)
                ]
                if item and told:
                    text = "\n".join([_sentence(theme.title), *map(_printed, told)])
                    yield replace(item, blocks=[item.blocks[0], *told], text=text), theme


def _recommends(block: Block) -> bool:
    """Whether a paragraph is a recommendation by its first words, wherever it stands."""
    return not block.cell and bool(_RECOMMENDS.match(block.text))


def _items(draft: Draft, role: Role) -> Iterator[tuple[_Item, Section]]:
    done: set[int] = set()
    for section in draft.sections:
        if section.role is not role or section.index in done:
            continue
        tree = [section, *_descendants(draft, section, role)]
        done.update(s.index for s in tree)
        for item in _items_of(draft, tree, role):
            owner = draft.section_of(item.blocks[0].index) or section
            yield item, owner


def _descendants(draft: Draft, section: Section, role: Role) -> Iterator[Section]:
    inside = {section.index}
    for later in draft.sections[section.index + 1 :]:
        if later.level <= section.level:
            return
        if later.parent in inside and later.role is role:
            inside.add(later.index)
            yield later


def _items_of(draft: Draft, tree: Sequence[Section], role: Role) -> list[_Item]:
    """The items of a section and its subsections, by the first way of setting out that fits."""
    table = _from_tables(draft, tree, role)
    labelled = _from_labels(draft, tree, role)
    if table or labelled:
        return sorted(table + labelled, key=lambda item: item.blocks[0].index)
    if role is Role.FINDINGS and len(tree) > 1:
        headed = [_section_item(draft, s) for s in tree[1:] if s.parent == tree[0].index]
        found = [item for item in headed if item]
        if found:
            return found
    return _from_paragraphs(draft, tree, role)


def _from_labels(draft: Draft, tree: Sequence[Section], role: Role) -> list[_Item]:
    """Items that begin with a label, each going on to the next label or foreign heading."""
    items: list[_Item] = []
    current: _Item | None = None
    group: list[str] = []
    level = 0
    for section in tree:
        group = []
        if section.heading is not None:
            label = _label(draft.blocks[section.heading], role)
            if label:
                current = _start(draft, draft.blocks[section.heading], label, section, tree[0])
                items.append(current)
                level = section.level
            elif current and section.level <= level:
                current = None
            elif current and _QUESTIONS.search(section.title):
                # The questions put to the Board are not the finding's own words.
                continue
        for block in _own_prose(draft, section):
            if block.cell:
                continue
            label = _label(block, role)
            if role is Role.FINDINGS and (
                _label(block, Role.RECOMMENDATIONS) or _recommends(block)
            ):
                current = None  # what the finding led to is not part of it
            elif label:
                current = _start(draft, block, label, section, tree[0])
                current.beside.extend(group)
                items.append(current)
                level = 99
            elif role is Role.RECOMMENDATIONS and names_group(block):
                if current and not current.text:
                    current.beside.append(block.text)
                else:
                    group, current = [block.text], None
            elif current:
                current.blocks.append(block)
                current.text = f"{current.text}\n{_printed(block)}".strip()
    return [item for item in items if item.text]


def _start(draft: Draft, block: Block, label: Label, section: Section, top: Section) -> _Item:
    rest = (_printed(block) if _in_number(block) else block.text)[label.end :]
    heading = block.kind is Kind.HEADING
    text = rest if not heading or not rest or rest[-1] in ".?!:" else f"{rest}."
    return _Item(label.text, [block], text, _headings_above(draft, section, top, heading))


def _headings_above(draft: Draft, section: Section, top: Section, own: bool) -> list[str]:
    """Titles of the subsections between an item and the top of its part of the report."""
    titles: list[str] = []
    at: Section | None = section
    if own:
        at = None if section.parent is None else draft.sections[section.parent]
    while at is not None and at.index != top.index and at.level > top.level:
        titles.append(at.title)
        at = None if at.parent is None else draft.sections[at.parent]
    return [*titles, top.title] if for_whom(top.title) else titles


def _in_number(block: Block) -> bool:
    """Whether a block's label is in its printed number: "R3", "Recommendation 3"."""
    return bool(block.number) and label_of(f"{block.number} {block.text}".strip()) is not None


def _label(block: Block, role: Role) -> Label | None:
    label = label_of(f"{block.number} {block.text}".strip()) or label_of(block.text)
    action = _ACTION_LABEL.match(block.text) if role is Role.RECOMMENDATIONS else None
    if action and not label:
        return Label(action["label"], role, action.end())
    return label if label and label.kind is role else None


def _from_tables(draft: Draft, tree: Sequence[Section], role: Role) -> list[_Item]:
    """Rows of tables that have a column for recommendations (or findings)."""
    cells = [b for s in tree for b in _own(draft, s) if b.cell and not b.cell.is_header]
    rows: dict[tuple[int, int], list[Block]] = {}
    for block in cells:
        assert block.cell is not None
        rows.setdefault((block.cell.table, block.cell.row), []).append(block)
    is_text = _text_column(rows.values(), role)
    if role is Role.FINDINGS and not any(is_text(b.cell.header) for b in cells if b.cell):
        is_text = {_first_told(draft, tree, cells)}.__contains__
    items = []
    for row in rows.values():
        text = [b for b in row if b.cell and is_text(b.cell.header)]
        if not text:
            continue
        order = next((_printed(b) for b in row if b.cell and _ORDER.match(b.cell.header)), "")
        who = [b.text for b in row if b.cell and b not in text and _WHO.search(b.cell.header)]
        label = label_of(_printed(text[0]) + " ")
        words = "\n".join(_printed(b) for b in text)
        if label and label.kind is role:
            words = words[label.end :]
        name = "Recommendation" if role is Role.RECOMMENDATIONS else "Finding"
        number = order.rstrip(".")
        printed = (
            label.text if label else (number if label_of(number + " ") else f"{name} {number}")
        )
        items.append(_Item(printed if number or label else "", text, words, who))
    return items


def _text_column(rows: Iterable[list[Block]], role: Role) -> Callable[[str], bool]:
    """A test for the header of the column that holds the items themselves."""
    headers = {b.cell.header for row in rows for b in row if b.cell}
    if role is Role.FINDINGS:
        return lambda header: bool(_FOUND.search(header)) and not _ORDER.match(header)
    named = {h for h in headers if _WHAT.match(h) and not _ORDER.match(h)}
    if not named:
        named = {h for h in headers if _ACTION.match(h)}
    return named.__contains__


def _first_told(draft: Draft, tree: Sequence[Section], cells: Sequence[Block]) -> str | None:
    """The header of the first column of sentences, where a table is all that tells the findings."""
    beside = [b for s in tree for b in _own_prose(draft, s) if not b.cell]
    told = [b for b in cells if b.cell and count_words(b.text) > 4 and b.cell.column < 2]
    if len(beside) > 1 or len(tree) > 1 or len(told) < 2 or told[0].cell is None:
        return None
    return told[0].cell.header or None


def _section_item(draft: Draft, section: Section) -> _Item | None:
    blocks = [
        b
        for b in draft.blocks_of(section)
        if b.is_prose
        and b.kind is not Kind.FOOTNOTE
        and not _recommends(b)
        and not _label(b, Role.RECOMMENDATIONS)
    ]
    if not blocks or section.heading is None:
        return None
    text = "\n".join([_sentence(section.title), *(_printed(b) for b in blocks)])
    label = f"{section.number} {section.title}".strip()
    return _Item(label, [draft.blocks[section.heading], *blocks], text, [])


def _from_paragraphs(draft: Draft, tree: Sequence[Section], role: Role) -> list[_Item]:
    """Numbered paragraphs or list items; failing both, paragraphs that read like one."""
    items: list[_Item] = []
    for section in tree:
        blocks = [b for b in _own_prose(draft, section) if not b.cell]
        beside = _headings_above(draft, section, tree[0], own=False)
        if role is Role.FINDINGS and blocks and _LEADS_ON.search(blocks[0].text):
            continue
        numbered = [b for b in blocks if b.number and not _is_bullet(b)]
        open_list = False
        for block in blocks:
            here = bool(items) and draft.section_of(items[-1].blocks[0].index) == section
            if role is Role.RECOMMENDATIONS and (
                names_group(block) or (is_detail(block) and not here)
            ):
                beside = [block.text, *responsible_in(block.text)][-1:]
                continue
            begins = not numbered or block in numbered
            if begins and role is Role.RECOMMENDATIONS and not asks(block, section.title):
                begins = False
            if begins and role is Role.FINDINGS:
                begins = not block.text.endswith(":") and not _recommends(block)
                # What opens a chapter of findings may only lead to them.
                leads = block is blocks[0] and len(blocks) > 2 and bool(_LEADS.search(block.text))
                begins = begins and not leads
            sub_item = block.level > 1 or (_is_bullet(block) and (bool(numbered) or open_list))
            if open_list and here and block.number and items[-1].label:
                # "1. The Board should:" goes on with "a. …", in another way of numbering.
                sub_item = sub_item or block.number[:1].isdigit() != items[-1].label[:1].isdigit()
            if begins and not sub_item:
                items.append(_Item(block.number, [block], block.text, list(beside)))
            elif here and (sub_item or _goes_on(block, items[-1])):
                items[-1].blocks.append(block)
                items[-1].text += f"\n{_printed(block)}"
            open_list = opens_list(block) or (open_list and (_is_bullet(block) or sub_item))
    return items


def _goes_on(block: Block, item: _Item) -> bool:
    """Whether a paragraph that begins no item belongs to the one before it."""
    numbered = bool(block.number) and not _is_bullet(block)
    return item.text.endswith(":") or numbered or is_detail(block)


def _is_bullet(block: Block) -> bool:
    return block.kind is Kind.LIST_ITEM and not any(c.isalnum() for c in block.number)


def _own(draft: Draft, section: Section) -> Iterator[Block]:
    yield from draft.blocks_of(section, subsections=False)


def _own_prose(draft: Draft, section: Section) -> Iterator[Block]:
    """A section's own paragraphs and list items, footnotes left out."""
    yield from (b for b in _own(draft, section) if b.is_prose and b.kind is not Kind.FOOTNOTE)


def _printed(block: Block) -> str:
    return f"{block.number} {block.text}".strip() if not _is_bullet(block) else block.text


def _sentence(title: str) -> str:
    return title if title.endswith((".", "?", "!")) else f"{title}."
