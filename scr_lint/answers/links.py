"""Which of the review's findings each recommendation, or question to the Board, answers.

Three things tie the two together: a printed number ("Finding 3"), the place (a recommendation that
closes its finding) and the wording (`likeness`), weighed against all else that each might be tied to
(`tying`).
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from ..draft import Block, Draft, Kind, Recommendation, ReviewFinding, Role, Span
from ..structure.items import label_of

if TYPE_CHECKING:
    from .likeness import Likeness
    from .tying import Signs

_ORDINALS = tuple(
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen".split()
)
_NUMBER = rf"(?:\d{{1,3}}(?:\.\d{{1,2}})*[a-z]?|[a-z]|[ivx]{{1,4}}|{'|'.join(_ORDINALS)})(?![\w’'])"
_REFERENCE = re.compile(
    rf"\b(?:key |priority |practice )?(?:findings?|learning(?: points?)?|lessons?|themes?|"
    rf"paragraphs?|paras?\.?|sections?|canfyddiad(?:au)?|(?:kf|lp|f|l)(?=\s?\d))\s?(?:nos?\.?\s?|numbers?\s|#)?"
    rf"(?P<list>\(?{_NUMBER}\)?(?:\s?(?:,|;|and|&|to|–|-|,\sand)\s?(?:findings?\s)?\(?{_NUMBER}\)?)*)",
    re.IGNORECASE,
)
#: All of them at once: "the findings set out in this report".
_ALL = re.compile(
    r"\b(?:all (?:(?:of )?(?:the|these|its|our) )?(?:findings|lessons)|these findings|"
    r"the findings (?:\w+ ){0,3}(?:above|(?:in|of|by) this (?:review|report|letter|document)))\b",
    re.IGNORECASE,
)
#: A number that only stands in brackets, or after "see": "(see 9.2)", "(9.1 and 9.3)", "see no. 4".
_POINTED = re.compile(
    r"(?:\b(?:see|cf\.?|see also|arising from|in answer to|answers|meets)\s(?:nos?\.?\s|numbers?\s)?|\((?=\d+\.\d))"
    r"(?P<list>\d{1,2}(?:\.\d{1,2})*(?:\s?(?:,|;|and|&|to|–|-|,\sand)\s?\d{1,2}(?:\.\d{1,2})*)*)"
    r"(?=[).,;]|$)",
    re.IGNORECASE,
)
_BARE = re.compile(rf"(?:KF|LP|F|L)?({_NUMBER})", re.IGNORECASE)
_COLUMN = re.compile(
    r"\b(?:findings?|learning|lessons?|themes?|link(?:s|ed)?|meets?|aris(?:es?|ing)|relates?|answers?|addresses|responds)\b|"
    r"^(?:(?:comes |arises |taken )?from|source|because of|in answer to)$",
    re.IGNORECASE,
)
#: A cell of nothing but the letters or codes of findings: "A", "F2 and F3".
_CODES = re.compile(
    r"(?:(?:KF|LP|F|L)\d{1,2}|[A-H])(?:(?:, ?| and | & |/)(?:(?:KF|LP|F|L)\d{1,2}|[A-H]))*"
)
#: A heading of a part of the report that its findings may be named by: "Theme 2: Education".
_PART = re.compile(
    rf"(?:key )?(?:themes?|issues?|topics?|areas?|questions?|lines? of enquiry) ({_NUMBER})",
    re.IGNORECASE,
)
_CODE = re.compile(r"\W*([A-Z]{1,3}\d{1,2}|[A-Z](?=[:.)]))\b")
_QUESTIONS = re.compile(
    r"^\W*(?:key |our )?questions?\W*$|"
    r"\b(?:questions?|considerations?|challenges?|issues?) (?:for|to) (?:the |each )?"
    r"(?:[\w']+ ){0,4}(?:board|partnership|partners?|lscb|lscp|executive|agency|agencies)\b",
    re.IGNORECASE,
)
#: How much less small chances count, the more recommendations there are for each finding: set on the
#: tuning half of the corpora.
_CROWD = 1.5
#: Characters of a line that puts questions.
_LINE = 90
_RANGE = re.compile(r"(\d+)\s?(?:to|–|-)\s?(\d+)")


class How(StrEnum):
    """What ties a recommendation to a finding."""

    NUMBER = "number"
    PLACE = "place"
    WORDS = "words"


@dataclass(frozen=True, slots=True)
class Tie:
    """A tie to the finding at an index of `Draft.review_findings`, and how sure it is (0 to 1).

    `words` are those that the two share, the weightiest first.
    """

    finding: int
    sure: float
    how: How
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Question:
    """A question that the review puts to the Board, in place of a recommendation."""

    label: str
    text: str
    blocks: tuple[int, ...]
    #: The heading or line that puts it, "" for one that only stands among others.
    under: str = ""


Answer = Recommendation | Question


def answers(draft: Draft) -> tuple[Answer, ...]:
    """The draft's recommendations and its questions to the Board, in order."""
    found: list[Answer] = [*draft.recommendations, *questions(draft)]
    return tuple(sorted(found, key=lambda item: item.blocks[0]))


def ties(draft: Draft, items: Sequence[Answer] | None = None) -> list[tuple[Tie, ...]]:
    """For each recommendation (or each of some items), the findings it may answer, surest first.

    What is tied by number or place is sure; how sure words are, depends on what else the item and
    the finding might be tied to.
    """
    from .tying import share_out  # numpy: only a check should wait for it

    items = draft.recommendations if items is None else items
    if not items or not draft.review_findings:
        return [() for _ in items]
    tied_by, alike = _tied_surely(draft, items), _by_words(draft, items)
    chances = share_out(_signs(alike, tied_by))
    found = []
    for at in range(len(items)):
        how, among = tied_by.get(at, (How.WORDS, range(len(draft.review_findings))))
        sure = [1.0 if at in tied_by else float(chances[at, own]) for own in among]
        own_ties = [
            Tie(own, s, how, alike[at].words[own]) for own, s in zip(among, sure, strict=True)
        ]
        found.append(tuple(sorted(own_ties, key=lambda tie: (-tie.sure, tie.finding))))
    return found


def signs_of(draft: Draft, items: Sequence[Answer]) -> Signs:
    """What the wording of some recommendations and findings tells, to learn from."""
    return _signs(_by_words(draft, items), _tied_surely(draft, items))


def _signs(alike: Sequence[Likeness], tied_by: Mapping[int, tuple[How, Sequence[int]]]) -> Signs:
    from .tying import Signs

    named = sum(how is How.NUMBER for how, _ in tied_by.values())
    return Signs.of(alike, {at: own for at, (_, own) in tied_by.items()}, named)


def _tied_surely(draft: Draft, items: Sequence[Answer]) -> dict[int, tuple[How, Sequence[int]]]:
    """The findings that items name by number, or else stand right after, by index of the item."""
    numbers = [_numbers_of(draft, own) for own in draft.review_findings]
    found: dict[int, tuple[How, Sequence[int]]] = {
        at: (How.PLACE, (own,)) for at, own in _places(draft, items).items()
    }
    for at, item in enumerate(items):
        said = frozenset(_references(draft, item))
        if any(_ALL.search(draft.blocks[index].text) for index in item.blocks):
            found[at] = (How.NUMBER, range(len(numbers)))
        elif own := tuple(i for i, its in enumerate(numbers) if its & said):
            found[at] = (How.NUMBER, own)
    return found


def tied(found: Iterable[Tie]) -> float:
    """How sure it is that a recommendation with these ties answers some finding."""
    return min(1.0, sum(tie.sure for tie in found))


def taken_up(found: Sequence[Sequence[Tie]], finding: int) -> float:
    """How sure it is that some recommendation, of those with these ties, answers a finding.

    Where there are many recommendations for each finding, small chances add up of themselves: they
    count for less there.
    """
    missed = math.prod(1 - t.sure for own in found for t in own if t.finding == finding)
    findings = {t.finding for own in found for t in own}
    crowd = max(len(found) / max(len(findings), 1), 1.0) ** _CROWD
    return (1 - missed) / (1 - missed + missed * crowd)


# --- by number ---


def _references(draft: Draft, item: Answer) -> Iterator[str]:
    """The numbers of findings that a recommendation names, or its row or heading names for it."""
    texts = [draft.blocks[i] for i in item.blocks]
    first = texts[0]
    for block in [*texts, *_beside(draft, first)]:
        for pattern in (_REFERENCE, _POINTED):
            for match in pattern.finditer(block.text):
                yield from _listed(match["list"])
        beside = block.cell and block is not first
        if (
            beside
            and block.cell
            and (_COLUMN.search(block.cell.header) or _CODES.fullmatch(block.text.strip()))
        ):
            yield from _listed(block.text)


def _beside(draft: Draft, block: Block) -> Iterator[Block]:
    """The other cells of a recommendation's row, or the heading it stands under."""
    if block.cell:
        row = (block.cell.table, block.cell.row)
        for other in draft.blocks:
            if other.cell and (other.cell.table, other.cell.row) == row and other is not block:
                yield other
    section = draft.section_of(block.index)
    if section is not None and section.heading is not None and section.heading != block.index:
        yield draft.blocks[section.heading]


def _listed(words: str) -> Iterator[str]:
    for first, last in _RANGE.findall(words):
        yield from (str(n) for n in range(int(first), min(int(last), int(first) + 20) + 1))
    for match in _BARE.finditer(words):
        yield _plain(match[1])


def _numbers_of(draft: Draft, own: ReviewFinding) -> frozenset[str]:
    """The numbers by which a finding may be named: its label's, and those of its paragraphs."""
    first = draft.blocks[own.blocks[0]]
    said = [own.label, *(draft.blocks[i].number for i in own.blocks)]
    if code := _CODE.match(first.text):
        said.append(code[1])
    section = draft.section_of(first.index)
    if section is not None and section.heading == first.index:
        said.append(section.number)
    found = frozenset(number for words in said for number in _listed(words) if words)
    while section is not None and not found:
        part = _PART.match(section.title)
        found = frozenset({_plain(part[1])}) if part else found
        section = None if section.parent is None else draft.sections[section.parent]
    return found


def _plain(number: str) -> str:
    """ "Three" and "3", "A" and "a" as one."""
    number = number.lower().strip("().")
    return str(_ORDINALS.index(number) + 1) if number in _ORDINALS else number


# --- by place ---


def _places(draft: Draft, items: Sequence[Answer]) -> dict[int, int]:
    """The findings that recommendations stand right after, where each finding is closed so.

    By index of the recommendation. Those that follow the last finding of a list, or the only one,
    answer no one of them by their place; in a table only what stands in its row is beside a finding.
    """
    starts = [own.blocks[0] for own in draft.review_findings]
    placed: dict[int, int] = {}
    for at, item in enumerate(items):
        before = [i for i, start in enumerate(starts) if start < item.blocks[0]]
        if before and _is_beside(draft, starts[before[-1]], item.blocks[0]):
            placed[at] = before[-1]
    last = len(starts) - 1
    if draft.blocks[starts[last]].kind is not Kind.HEADING and set(placed.values()) == {last}:
        # All stand after the last: a list of recommendations, not an answer to each finding.
        in_table = draft.blocks[starts[last]].cell is not None
        return {at: last for at in placed if in_table and draft.blocks[items[at].blocks[0]].cell}
    return placed


def _is_beside(draft: Draft, finding: int, block: int) -> bool:
    """Whether a block stands in a finding's section or below it; in a table, in its row."""
    cells = (draft.blocks[finding].cell, draft.blocks[block].cell)
    if cells[0] and cells[1] and cells[0].table == cells[1].table:
        return cells[0].row == cells[1].row
    home, at = draft.section_of(finding), draft.section_of(block)
    while at is not None:
        if home is not None and at.index == home.index:
            return True
        at = None if at.parent is None else draft.sections[at.parent]
    return False


# --- by words ---


def _by_words(draft: Draft, items: Sequence[Answer]) -> list[Likeness]:
    """How alike each item is to each of the findings."""
    from .likeness import likeness, matter  # numpy: only a check should wait for it

    findings = [
        matter(draft, own.blocks, _label_end(draft, own.blocks[0])) for own in draft.review_findings
    ]
    found = []
    for item in items:
        named = item.addressees if isinstance(item, Recommendation) else ()
        asked = [addressee.span for addressee in named if addressee.span]
        asked += _asking(draft, item)
        own = matter(draft, item.blocks, _label_end(draft, item.blocks[0]), asked)
        found.append(likeness(own, findings))
    return found


def _asking(draft: Draft, item: Answer) -> Iterator[Span]:
    """The verbs that say in what form something is to be done: "should ask", "to commission"."""
    for index in item.blocks:
        for token in draft.docs.get(index) or ():
            asks = token.dep_ == "ROOT" and token.pos_ == "VERB"
            if asks and any(c.tag_ in {"MD", "TO"} for c in token.children):
                yield Span(index, token.idx, token.idx + len(token))


def _label_end(draft: Draft, block: int) -> int:
    label = label_of(draft.blocks[block].text)
    return label.end if label else 0


# --- questions ---


def questions(draft: Draft) -> Iterator[Question]:
    """Questions that a heading or line puts to the Board, or that close a finding in a list."""
    taken = {block for item in draft.recommendations for block in item.blocks}
    taken |= {own.blocks[0] for own in draft.review_findings}
    for section in draft.sections:
        titled = section.title if _QUESTIONS.search(section.title) else ""
        under = titled
        blocks = [b for b in draft.blocks_of(section, subsections=bool(titled)) if b.is_prose]
        for at, block in enumerate(blocks):
            near = (*blocks[max(at - 1, 0) : at], *blocks[at + 1 : at + 2])
            closing = section.role is Role.FINDINGS and any(map(_is_listed, near))
            if not titled and _puts_questions(block):
                under = block.text
            elif "?" not in block.text:
                under = titled
            elif block.index not in taken and (
                titled or (closing and _is_listed(block)) or (under and _asks_only(block))
            ):
                taken.add(block.index)
                yield Question(block.number, block.text, (block.index,), under)


def _puts_questions(block: Block) -> bool:
    """Whether a line of its own puts the questions after it: "Questions for the Board"."""
    short = len(block.text) < _LINE and block.text[-1:] not in {".", "?"}
    return short and bool(_QUESTIONS.search(block.text))


def _asks_only(block: Block) -> bool:
    return block.text.rstrip()[-1:] in {"?", ")"}


def _is_listed(block: Block) -> bool:
    """Whether a block is a question in a list or with a number, and nothing else."""
    listed = bool(block.number) or block.kind is Kind.LIST_ITEM
    return listed and block.text.rstrip()[-1:] == "?"
