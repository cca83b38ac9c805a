"""Finds a draft's recommendations, however the author set them out.

Under headings of their own, as labelled paragraphs ("Recommendation 4 – …"), as numbered paragraphs
or lists, as rows of a table, or right after what led to them ("It is recommended that …").
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ..draft import Block, Draft, Kind, Recommendation, Role, Section
from ..structure.items import (
    Item,
    headings_above,
    is_bullet,
    is_closed,
    label_of,
    opened_by,
    own_label,
    own_prose,
    printed,
    row_item,
    rows_of,
    trees_of,
)
from .answering import answers_review, hands_on
from .asking import asks, asks_by_name, asks_plainly, opens_list
from .bodies import standing_beside
from .closing import BY_US, OTHERWISE, SO, closing, is_labelled_at_end
from .columns import WHAT, actor_columns, text_columns
from .declined import declines
from .grouping import grouping_titles
from .lines import is_detail, is_name, names_group, responsible_in, whose_plan
from .lists import codes_of, heads_of_lists, way_of

_RECOMMENDS = re.compile(
    rf"\W*{SO}{BY_US} {OTHERWISE}recommends?\b(?! reading)|"
    rf"\W*{SO}it is {OTHERWISE}recommended that\b|"
    rf"\W*{SO}it is {OTHERWISE}(?:suggested|proposed|urged) that [^.;]{{3,100}}? (?:should|be)\b|"
    rf"\W*{SO}{BY_US} {OTHERWISE}(?:suggests?|proposes?) that [^.;]{{3,100}}? (?:should|be)\b|"
    r"(?:recommendation|argymhelliad)\s?(?:[:–—] |\. (?-i:[A-Z]))",
    re.IGNORECASE,
)
#: Lists of what was recommended before, or what became of it.
_EARLIER = re.compile(
    r"\b(?:earlier|previous|past|other|former) (?:\w+ ){0,3}(?:reviews?|reports?|inquir\w+)\b|"
    r"\brecommendations? (?:\w+ ){0,2}(?:previously|already|formerly) \w+|"
    r"\b(?:update|progress) (?:on|against|with) (?:\w+ ){0,2}recommendations?\b",
    re.IGNORECASE,
)
_OF_AGENCIES = re.compile(
    r"\b(?:single|individual)[- ]agency\b.*\bIMRs?\b|\bfrom the IMRs?\b", re.IGNORECASE
)
#: What reviewers hold, by way of a reason: "the panel considers that the form should …".
_HOLDS = re.compile(
    rf"(?:^|, |\b)(?:{BY_US}|the (?:commission|inquiry|board)) {OTHERWISE}"
    r"(?:considers?|believes?|thinks?|holds?|notes?|accepts?|takes? the view|(?:is|are) of the (?:view|opinion))\b",
    re.IGNORECASE,
)
_IN_SO_MANY_WORDS = re.compile(r"\brecommend(?:s|ed)?\b", re.IGNORECASE)
#: What those who were asked have answered.
_ANSWERS = re.compile(
    r"^(?:the )?(?:\w+ ){0,2}(?:responses?|repl(?:y|ies)|answers?) (?:by|from|of|to)\b",
    re.IGNORECASE,
)
#: A line that asks one body for each thing numbered after it: "The review also recommends that the Trust:".
_ASKS_EACH = re.compile(
    rf"\W*{BY_US} {OTHERWISE}(?:recommends?|asks?|invites?|urges?)(?: that)? "
    r"(?P<whom>[^.:;?!]{3,80}?)(?: (?:should|must|to|ought to))?:\W*$",
    re.IGNORECASE,
)
_POINTS_BACK = re.compile(
    r"^(?:(?:This|These|It|They|Such|The) (?:or (?:these|this) )?)(?P<noun>[a-z]+)?(?:(?<= ) ?|(?<=\w) )"
    r"(?:or these [a-z]+ )?(?:should|must|will|needs? to|is to|are to)\b"
)
_CALLED = re.compile(r"\brecommend|\bargymhell|\bactions?\b", re.IGNORECASE)
_STEM = 5
#: What became of it, before what is asked: "AGREED: that …", "Accepted, with changes: the Trust to …".
_STATUS = re.compile(
    r"\W*(?:agreed|accepted|approved|adopted|resolved|carried|amended|urgent|immediate)\b"
    r"(?:,? (?:with|as|by|in part|in principle|in full|subject to|action|unanimously)\b[^:.;]{0,40})?:\s+(?=\S)",
    re.I,
)
_DOTTED = re.compile(r"\d+\.\d+")
_MANY = 3
#: Roles of sections in which a recommendation may stand right after what it closes.
_CLOSED_SO = frozenset({Role.FINDINGS, Role.ANALYSIS, Role.CONCLUSION, Role.OTHER})


def recommendations(draft: Draft) -> Iterator[Recommendation]:
    """The review's recommendations, in order, with what stands beside each about who acts."""
    said: set[str] = set()
    found = [*_items(draft), *_elsewhere(draft)] or list(_appended(draft))
    found = [pair for pair in _without_reasons(found) if not answers_review(pair[0].text)]
    if sum(bool(label_of(item.label)) for item, _ in found) >= _MANY:
        # Where recommendations bear labels, what a paragraph without one comes to is its argument.
        found = [pair for pair in found if not _is_remark(draft, *pair)]
    groups = grouping_titles(draft)
    for item, section in sorted(found, key=lambda pair: pair[0].blocks[0].index):
        words = " ".join(item.text.lower().split())[:80]
        if words in said and (item.label or len(words) > 40):
            continue  # the list of all recommendations at the end of a report
        said.add(words)
        beside = [*item.beside, *responsible_in(item.text)]
        status = _STATUS.match(item.text)
        if not beside and section.title in groups:
            beside = [section.title]
        yield Recommendation(
            label=item.label,
            text=item.text[status.end() :] if status else item.text,
            section=section.title,
            blocks=tuple(b.index for b in item.blocks),
            named_beside=tuple(dict.fromkeys(name for name in beside if name)),
        )


def _is_of_others(draft: Draft, section: Section) -> bool:
    """Whether a section lists what others recommended, or tells what was answered."""
    return _is_of_before(draft, section) or bool(_OF_AGENCIES.search(section.title))


def _is_of_before(draft: Draft, section: Section) -> bool:
    """Whether a section, or one around it, lists what was recommended before, or what was answered."""
    if _EARLIER.search(section.title) or _ANSWERS.match(section.title):
        return True
    return section.parent is not None and _is_of_before(draft, draft.sections[section.parent])


def _without_reasons(found: list[tuple[Item, Section]]) -> list[tuple[Item, Section]]:
    """Items without what leads to them: where most recommend in so many words, opinions are reasons."""
    plainly = sum(bool(_IN_SO_MANY_WORDS.search(item.text)) for item, _ in found)
    if plainly < _MANY or plainly * 2 <= len(found):
        return found
    return [
        (item, section)
        for item, section in found
        if _IN_SO_MANY_WORDS.search(item.text)
        or label_of(item.label)
        or not _HOLDS.search(item.text)
    ]


def _appended(draft: Draft) -> Iterator[tuple[Item, Section]]:
    """What agencies ask of themselves, in an appendix to a report that recommends nothing itself."""
    for section in draft.sections:
        if section.role is not Role.APPENDIX or _is_of_before(draft, section):
            continue
        yield from ((item, section) for item in _from_tables(draft, [section], surely=WHAT[:1]))
        listed = [b for b in own_prose(draft, section) if b.number or b.kind is Kind.LIST_ITEM]
        asked = [block for block in listed if asks_plainly(block)]
        named = sum(map(asks_by_name, asked))
        if len(asked) >= _MANY and len(asked) * 3 >= len(listed) * 2 and named * 2 >= len(asked):
            yield from ((item, section) for item in _from_paragraphs(draft, [section]))


def _is_remark(draft: Draft, item: Item, section: Section) -> bool:
    """Whether an item is only the end of a paragraph of analysis or findings."""
    first = item.blocks[0]
    inside = section.role in _CLOSED_SO and not item.label and not first.cell
    return inside and item.text != first.text and not is_labelled_at_end(first.text)


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
        # A table of findings has no column for what is to be done and by whom.
        known = WHAT if section.role is Role.FINDINGS else WHAT[:1]
        yield from ((item, section) for item in _from_tables(draft, [section], surely=known))
        current: Item | None = None
        for block in own_prose(draft, section):
            label = None if block.cell else own_label(block, Role.RECOMMENDATIONS)
            if label and is_closed(block, label):
                current = opened_by(draft, block, label, section, section)
            elif recommends(block):
                current = Item(block.number, [block], block.text, [])
            elif last := closing(block):
                current = Item("", [block], last, [])
            elif current and (not current.text or current.text.endswith(":") or is_bullet(block)):
                current.blocks.append(block)
                current.text = f"{current.text}\n{printed(block)}".strip()
                continue
            else:
                current = None
            if current:
                yield current, section


def _items(draft: Draft) -> Iterator[tuple[Item, Section]]:
    """The recommendations of all sections that hold some.

    Where a report labels them, the free paragraphs of a chapter that is not called so are its
    argument, whatever they say should be.
    """
    found: list[tuple[Item, Section]] = []
    free: list[tuple[Item, Section]] = []
    for tree in trees_of(draft, Role.RECOMMENDATIONS):
        tree = [section for section in tree if not _is_of_others(draft, section)]
        set_out = [*_from_tables(draft, tree), *_from_labels(draft, tree)]
        called = any(_CALLED.search(section.title) for section in tree)
        items = set_out or _from_paragraphs(draft, tree)
        into = found if set_out or called else free
        into += [(item, draft.section_of(item.blocks[0].index) or tree[0]) for item in items]
    labelled = sum(bool(label_of(item.label)) for item, _ in found)
    yield from found if labelled >= _MANY else [*found, *free]


def _from_labels(draft: Draft, tree: Sequence[Section]) -> list[Item]:
    """Recommendations that begin with a label, each going on to the next or a foreign heading."""
    items: list[Item] = []
    current: Item | None = None
    group: list[str] = []
    level = 0
    for section in tree:
        each: str | None = None
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
            if label and not is_closed(block, label) and not asks(block, section.title):
                label = current = None  # "Recommendation 3 has been withdrawn."
            opened = opened_by(draft, block, label, section, tree[0]) if label else None
            if opened and declines(re.split(r"(?<=[.?!])\s", opened.text)[0]):
                current = None  # "R4: I have taken out the old one."
            elif opened:
                each = None
                current = opened
                if is_name(current.text):  # "R8 – Home Office", over what is asked of it
                    current.beside.insert(0, current.text)
                    current.text = ""
                current.beside.extend(group)
                items.append(current)
                level = 99
            elif asked := _ASKS_EACH.match(block.text):
                each, current = asked["whom"], None
                if not _next_is_numbered(draft, block):
                    current = Item("", [block], block.text, [])
                    items.append(current)
            elif each and block.number and not is_bullet(block):
                current = Item(block.number, [block], block.text, [each])
                items.append(current)
            elif names_group(block):
                if current and not current.text:
                    current.beside.append(block.text)
                else:
                    group, current = [whose_plan(block.text) or block.text], None
            elif current and not _is_back_in_text(block, current):
                current.blocks.append(block)
                current.text = f"{current.text}\n{printed(block)}".strip()
            else:
                current = None
    return [item for item in items if item.text]


def _next_is_numbered(draft: Draft, block: Block) -> bool:
    """Whether a numbered list stands under a line."""
    following = draft.blocks[block.index + 1 : block.index + 2]
    return any(b.number and not is_bullet(b) for b in following)


def _is_back_in_text(block: Block, item: Item) -> bool:
    """Whether a numbered paragraph goes on with the chapter after a recommendation without any."""
    dotted = [bool(_DOTTED.match(b.number)) for b in (*item.blocks, block)]
    return dotted[-1] and len(dotted) > 2 and not any(dotted[:-1])


def _from_tables(
    draft: Draft, tree: Sequence[Section], surely: Sequence[re.Pattern[str]] = ()
) -> list[Item]:
    """Rows of tables that have a column for recommendations; one with a header of these, if given."""
    tables: dict[int, list[list[Block]]] = {}
    for (table, _), row in rows_of(draft, tree).items():
        tables.setdefault(table, []).append(row)
    items = []
    for rows in tables.values():
        headers = text_columns(rows, surely)
        actors = actor_columns(rows) - headers
        for row in rows:
            text = [b for b in row if b.cell and b.cell.header in headers and b.text.strip()]
            if text:
                who = [b.text for b in row if b.cell and b.cell.header in actors]
                items.append(row_item(row, text, Role.RECOMMENDATIONS, who))
    return items


def _from_paragraphs(draft: Draft, tree: Sequence[Section]) -> list[Item]:
    """Numbered paragraphs or list items; failing both, paragraphs that read like one."""
    items: list[Item] = []
    for section in tree:
        blocks = [b for b in own_prose(draft, section) if not b.cell]
        beside = headings_above(draft, section, tree[0], own=False)
        codes = codes_of(blocks)
        headed = heads_of_lists(blocks, section.title)
        numbered = [b for b in blocks if (b.number and not is_bullet(b)) or b.index in codes]
        open_list = False
        for block in blocks:
            here = bool(items) and draft.section_of(items[-1].blocks[0].index) == section
            detail = is_detail(block) and not here and not asks(block, section.title)
            if names_group(block) or detail:
                named = whose_plan(block.text) or block.text
                beside = [named, *responsible_in(block.text)][-1:]
                continue
            more = here and _points_back(block, items[-1])
            asked = block.index in headed or (not more and asks(block, section.title))
            begins = (not numbered or block in numbered) and asked
            sub_item = block.level > 1 or (is_bullet(block) and (bool(numbered) or open_list))
            if open_list and here and block.number and items[-1].label:
                # "1. The Board should:" goes on with "a. …", in another way of numbering.
                sub_item = sub_item or block.number[:1].isdigit() != items[-1].label[:1].isdigit()
            if begins and not sub_item:
                code = codes.get(block.index)
                text = block.text[code.end() :] if code else block.text
                label = code["code"] if code else block.number
                items.append(Item(label, [block], text, list(beside)))
            elif more or (here and (sub_item or _goes_on(block, items[-1]))):
                items[-1].blocks.append(block)
                items[-1].text += f"\n{printed(block)}"
            opened = block.index in headed or opens_list(block)
            open_list = opened or (open_list and (is_bullet(block) or sub_item))
    return items


def _goes_on(block: Block, item: Item) -> bool:
    """Whether a paragraph that begins no item belongs to the one before it."""
    numbered = bool(block.number) and not is_bullet(block)
    beside = numbered and way_of(block.number) == way_of(
        item.label
    )  # "11.5" after "11.4" stands alone
    return item.text.endswith(":") or (numbered and not beside) or is_detail(block)


def _points_back(block: Block, item: Item) -> bool:
    """Whether a paragraph says more of what the one before it asks for: "The response should say …"."""
    if block.number or block.kind is Kind.LIST_ITEM:
        return False
    pointing = _POINTS_BACK.match(block.text)
    if pointing is None:
        return hands_on(block.text, item.text)
    noun = pointing["noun"]
    if noun is None:
        return True
    # "The response" after "responding to": the ending is another.
    said = noun.lower()[: max(len(noun) - 3, _STEM)] in item.text.lower()
    return said and not standing_beside(f"the {noun}", heading=True)
