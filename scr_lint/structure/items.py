"""The labelled items of a report, its findings and recommendations: labels, and the text they head."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ..draft import Block, Draft, Kind, Role, Section
from ..requests.lines import for_whom, whose_plan

_ORDINALS = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
)
_LABEL = re.compile(
    rf"""^(?P<label>
        (?:(?:key|main|priority|practice|systems?|overall|further|additional|new|multi-agency|single\ agency|national
          |local)\s)*
        (?P<kind>finding|learning\ point|key\ learning|learning|lesson|learning\ theme
          |recommendation|rec|f(?=\d{{1,2}}\s*[:.)–—-]\s)|r(?=\.?\d)|argymhelliad|canfyddiad)s?\.?\s*
        (?:no\.?\s*|number\s*|\#\s*)?
        (?P<number>\d{{1,3}}(?:\.\d{{1,2}})?[a-z]?|(?<=\s)(?:[a-z]|[ivxl]{{2,5}})(?=\s*(?:[:.)(–—-]|$))
          |(?<=\s)\((?:\d{{1,2}}|[a-z]|[ivxl]{{1,5}})\)(?=\s*(?:[:.–—-]|$))
          |(?<!\.\s)(?:{_ORDINALS.replace(" ", "|")}))
      )
      (?![\w])
      \s*(?P<after>[:.)–—-]+|$|(?=\s[A-Z“"‘'(])|(?=\s\())\s*
    |^(?P<nth>(?:the\ )?(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)\s
        (?:key\ )?(?P<kind_after>finding|learning\ point|lesson|recommendation))\s?(?:[:.–—]+|$)\s*""",
    re.VERBOSE | re.IGNORECASE,
)
#: Practice reviews in Wales end in an action plan.
_ACTION_LABEL = re.compile(
    r"^(?P<label>action \d{1,3}[a-z]?)\s*(?:[:.)–—-]+\s*|(?=\([^()]{2,60}\)))", re.IGNORECASE
)
#: "Rec 2 (the Trust). …": what stands between a label and the words that it labels.
_IN_BRACKETS = re.compile(r"\([^()]{2,60}\)\s?[:.–—-]")
#: What may stand right after a label that opens its paragraph.
_CLOSES_LABEL = frozenset(":.)–—-")


_ORDER = re.compile(
    r"^(?:no\.?|number|ref\.?|reference|#|rec(?:ommendation)? no\.?)$", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Label:
    """A printed label ("Finding 3"), what it labels, and where the text after it begins."""

    text: str
    kind: Role
    end: int


@dataclass
class Item:
    """A finding or recommendation as far as it has been read, and what is named beside it."""

    label: str
    blocks: list[Block]
    text: str
    beside: list[str]


def label_of(text: str) -> Label | None:
    """The label of a finding or recommendation at the beginning of a heading or paragraph."""
    match = _LABEL.match(text)
    if not match:
        return None
    kind = (match["kind"] or match["kind_after"]).lower()
    role = Role.RECOMMENDATIONS if kind.startswith(("r", "argym")) else Role.FINDINGS
    return Label(match["label"] or match["nth"], role, match.end())


def is_bare(label: Label) -> bool:
    """Whether a label is a letter and a number, which may be a paragraph's as well: "F2"."""
    return label.kind is Role.FINDINGS and label.text[1:2].isdigit()


def own_label(block: Block, role: Role) -> Label | None:
    """The label that a block begins with, where it is one of a finding or of a recommendation."""
    label = label_of(f"{block.number} {block.text}".strip()) or label_of(block.text)
    action = _ACTION_LABEL.match(block.text) if role is Role.RECOMMENDATIONS else None
    if action and not label:
        return Label(action["label"], role, action.end())
    return label if label and label.kind is role else None


def is_closed(block: Block, label: Label) -> bool:
    """Whether a label is more than the first words of a sentence: "Finding 2 shows that …"."""
    labelled = printed(block) if in_number(block) else block.text
    if labelled[: label.end].rstrip()[-1:] in _CLOSES_LABEL or label.end == len(labelled):
        return True
    return bool(_IN_BRACKETS.match(labelled, label.end))


def opened_by(draft: Draft, block: Block, label: Label, section: Section, top: Section) -> Item:
    """The item that a label opens, with the titles of the headings that it stands under."""
    rest = (printed(block) if in_number(block) else block.text)[label.end :]
    heading = block.kind is Kind.HEADING
    text = rest if not heading or not rest or rest[-1] in ".?!:" else f"{rest}."
    return Item(label.text, [block], text, headings_above(draft, section, top, heading))


def headings_above(draft: Draft, section: Section, top: Section, own: bool) -> list[str]:
    """Titles of the subsections between an item and the top of its part of the report."""
    titles: list[str] = []
    at: Section | None = section
    if own:
        at = None if section.parent is None else draft.sections[section.parent]
    while at is not None and at.index != top.index and at.level > top.level:
        titles.append(at.title)
        at = None if at.parent is None else draft.sections[at.parent]
    titles += [top.title] if for_whom(top.title) else []
    return [whose_plan(title) or title for title in titles]


def trees_of(draft: Draft, role: Role) -> Iterator[Sequence[Section]]:
    """The sections of a role, each with its subsections of the same role."""
    done: set[int] = set()
    for section in draft.sections:
        if section.role is role and section.index not in done:
            tree = [section, *_descendants(draft, section, role)]
            done.update(s.index for s in tree)
            yield tree


def _descendants(draft: Draft, section: Section, role: Role) -> Iterator[Section]:
    inside = {section.index}
    for later in draft.sections[section.index + 1 :]:
        if later.level <= section.level:
            return
        if later.parent in inside and later.role is role:
            inside.add(later.index)
            yield later


def in_number(block: Block) -> bool:
    """Whether a block's label is in its printed number: "R3", "Recommendation 3"."""
    return bool(block.number) and label_of(f"{block.number} {block.text}".strip()) is not None


def is_bullet(block: Block) -> bool:
    """Whether a block is a list item without a number or letter."""
    return block.kind is Kind.LIST_ITEM and not any(c.isalnum() for c in block.number)


def own_blocks(draft: Draft, section: Section) -> Iterator[Block]:
    """A section's own blocks, those of its subsections left out."""
    yield from draft.blocks_of(section, subsections=False)


def own_prose(draft: Draft, section: Section) -> Iterator[Block]:
    """A section's own paragraphs and list items, footnotes left out."""
    for block in own_blocks(draft, section):
        if block.is_prose and block.kind is not Kind.FOOTNOTE:
            yield block


def printed(block: Block) -> str:
    """A block's text with its printed number."""
    return f"{block.number} {block.text}".strip() if not is_bullet(block) else block.text


def is_order(header: str) -> bool:
    """Whether the header of a table's column announces numbers: "No.", "Ref"."""
    return bool(_ORDER.match(header))


def rows_of(draft: Draft, tree: Sequence[Section]) -> dict[tuple[int, int], list[Block]]:
    """The cells of the tables of some sections, by table and row, headers left out."""
    rows: dict[tuple[int, int], list[Block]] = {}
    for section in tree:
        for block in own_blocks(draft, section):
            if block.cell and not block.cell.is_header:
                rows.setdefault((block.cell.table, block.cell.row), []).append(block)
    return rows


def row_item(row: Sequence[Block], text: Sequence[Block], role: Role, beside: list[str]) -> Item:
    """The item that a row of a table holds in some of its cells, labelled by itself or its number."""
    order = next((printed(b) for b in row if b.cell and is_order(b.cell.header)), "")
    label = label_of(printed(text[0]) + " ")
    words = "\n".join(printed(b) for b in text)
    if label and label.kind is role:
        words = words[label.end :]
    elif text[0].cell:
        # A box of its own: "Finding 1" over what was found.
        label = label_of(text[0].cell.header) or label
    name = "Recommendation" if role is Role.RECOMMENDATIONS else "Finding"
    number = order.rstrip(".")
    shown = label.text if label else (number if label_of(number + " ") else f"{name} {number}")
    return Item(shown if number or label else "", list(text), words, beside)
