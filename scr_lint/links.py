"""Which of the review's findings each recommendation, or question to the Board, answers.

Three things tie the two together: a printed number ("Finding 3"), the place (a recommendation that
closes its finding) and the wording. Words that every such report uses weigh little, words that stand
in one finding alone weigh most.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING

from . import vocabulary
from .draft import Block, Draft, Kind, Recommendation, ReviewFinding, Span
from .grammar.phrases import split_phrases
from .items import label_of

if TYPE_CHECKING:
    from spacy.tokens import Token

#: How sure a tie must be for the two to be called tied: one rare thing in common, or two doings.
TIED = 0.35

_ORDINALS = tuple(
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen".split()
)
_NUMBER = rf"(?:\d{{1,3}}(?:\.\d{{1,2}})*[a-z]?|[a-z]|[ivx]{{1,4}}|{'|'.join(_ORDINALS)})(?![\w’'])"
_REFERENCE = re.compile(
    rf"\b(?:key |priority |practice )?(?:findings?|learning(?: points?)?|lessons?|themes?|"
    rf"paragraphs?|paras?\.?|sections?|canfyddiad(?:au)?|kf|lp|f|l)\s?(?:nos?\.?\s?|numbers?\s|#)?"
    rf"(?P<list>\(?{_NUMBER}\)?(?:\s?(?:,|;|and|&|to|–|-|,\sand)\s?(?:findings?\s)?\(?{_NUMBER}\)?)*)",
    re.IGNORECASE,
)
_BARE = re.compile(rf"(?:KF|LP|F|L)?({_NUMBER})", re.IGNORECASE)
_COLUMN = re.compile(
    r"\b(?:findings?|learning|lessons?|themes?|link(?:s|ed)?|meets?|arises?|relates?|answers?)\b",
    re.IGNORECASE,
)
_CODE = re.compile(r"\W*([A-Z]{1,3}\d{1,2}|[A-Z](?=[:.)]))\b")
_QUESTIONS = re.compile(
    r"^\W*(?:key |our )?questions?\W*$|"
    r"\b(?:questions?|considerations?|challenges?|issues?) (?:for|to) (?:the |each )?"
    r"(?:[\w']+ ){0,4}(?:board|partnership|partners?|lscb|lscp|executive|agency|agencies)\b",
    re.IGNORECASE,
)
_RANGE = re.compile(r"(\d+)\s?(?:to|–|-)\s?(\d+)")

#: What shares less than this with a recommendation, next to the finding that shares most, is not
#: what it is about.
_NEXT_BEST = 0.75
#: What a word weighs that every report uses, next to one that does not.
_EVERYDAY = 0.12
#: What a shared word says of the matter, by its part of speech: things say more than doings.
_MATTER = {"NOUN": 1.0, "PROPN": 1.0, "VERB": 0.5, "ADJ": 0.5}


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


Answer = Recommendation | Question


def answers(draft: Draft) -> tuple[Answer, ...]:
    """The draft's recommendations and its questions to the Board, in order."""
    found: list[Answer] = [*draft.recommendations, *_questions(draft)]
    return tuple(sorted(found, key=lambda item: item.blocks[0]))


def ties(draft: Draft, items: Sequence[Answer] | None = None) -> list[tuple[Tie, ...]]:
    """For each recommendation (or each of some items), the findings it may answer, surest first.

    What is tied by number or place is sure; what only shares words is as sure as those words are
    rare. Ties below `TIED` are given too: they say where a writer might look.
    """
    items = draft.recommendations if items is None else items
    findings = draft.review_findings
    matters = [_matter(draft, own.blocks, _label_end(draft, own.blocks[0])) for own in findings]
    seen = Counter(stem for matter in matters for stem in matter)
    named = [_numbers_of(draft, own) for own in findings]
    placed = _places(draft, items)
    return [
        tuple(
            sorted(
                _ties(draft, item, placed.get(at), named, matters, seen),
                key=lambda tie: (-tie.sure, tie.finding),
            )
        )
        for at, item in enumerate(items)
    ]


def _ties(
    draft: Draft,
    item: Answer,
    placed: int | None,
    named: Sequence[frozenset[str]],
    matters: Sequence[Mapping[str, _Word]],
    seen: Counter[str],
) -> Iterator[Tie]:
    numbers = frozenset(_references(draft, item))
    asked = [a.span for a in item.addressees if a.span] if isinstance(item, Recommendation) else []
    own = _matter(draft, item.blocks, _label_end(draft, item.blocks[0]), asked)
    shared = [_shared(own, matter, seen, len(matters)) for matter in matters]
    most = max((sum(weights.values()) for weights in shared), default=0.0)
    for at, weights in enumerate(shared):
        words = tuple(sorted(weights, key=lambda word: (-weights[word], word)))
        weight = sum(weights.values())
        by_words = 1 - math.exp(-weight)
        if numbers & named[at]:
            yield Tie(at, 1.0, How.NUMBER, words)
        elif placed == at:
            yield Tie(at, max(0.75, by_words), How.PLACE, words)
        elif words:
            # Words tie to what shares most of them; where number or place says which, to nothing else.
            other = bool(numbers) or placed is not None or weight < _NEXT_BEST * most
            yield Tie(at, by_words * (0.5 if other else 1.0), How.WORDS, words)


# --- by number ---


def _references(draft: Draft, item: Answer) -> Iterator[str]:
    """The numbers of findings that a recommendation names, or its row or heading names for it."""
    texts = [draft.blocks[i] for i in item.blocks]
    first = texts[0]
    for block in [*texts, *_beside(draft, first)]:
        for match in _REFERENCE.finditer(block.text):
            yield from _listed(match["list"])
        if block.cell and block is not first and _COLUMN.search(block.cell.header):
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
    return frozenset(number for words in said for number in _listed(words) if words)


def _plain(number: str) -> str:
    """ "Three" and "3", "A" and "a" as one."""
    number = number.lower().strip("().")
    return str(_ORDINALS.index(number) + 1) if number in _ORDINALS else number


# --- by place ---


def _places(draft: Draft, items: Sequence[Answer]) -> dict[int, int]:
    """The findings that recommendations stand right after, where each finding is closed so.

    By index of the recommendation. Those that follow the last finding of a list answer no one of
    them by their place.
    """
    starts = [own.blocks[0] for own in draft.review_findings]
    placed: dict[int, int] = {}
    for at, item in enumerate(items):
        before = [i for i, start in enumerate(starts) if start < item.blocks[0]]
        if before and _is_inside(draft, starts[before[-1]], item.blocks[0]):
            placed[at] = before[-1]
    last = len(starts) - 1
    if last > 0 and placed and set(placed.values()) == {last}:
        # All stand after the last: a list of recommendations, not an answer to each finding.
        heading = draft.blocks[starts[last]].kind is Kind.HEADING
        return placed if heading else {}
    return placed


def _is_inside(draft: Draft, finding: int, block: int) -> bool:
    """Whether a block stands in a finding's section or below it."""
    home, at = draft.section_of(finding), draft.section_of(block)
    while at is not None:
        if home is not None and at.index == home.index:
            return True
        at = None if at.parent is None else draft.sections[at.parent]
    return False


# --- by words ---


@dataclass(frozen=True, slots=True)
class _Word:
    """A word of a passage's matter: its lemma, and what its part of speech weighs."""

    lemma: str
    weight: float


def _matter(
    draft: Draft, blocks: Iterable[int], start: int, without: Iterable[Span] = ()
) -> dict[str, _Word]:
    """The words that say what a passage is about, by their stem.

    `start` is where the first block's text begins, after its label. Who is to act (`without`) says
    nothing of the matter: the Trust may be asked for anything.
    """
    found: dict[str, _Word] = {}
    for index in blocks:
        for token in draft.docs.get(index) or ():
            if token.idx >= start and _says(token) and not _within(token, index, without):
                word = _Word(token.lemma_.lower(), _MATTER[token.pos_])
                stem = _stem(word.lemma)
                if stem not in found or found[stem].weight < word.weight:
                    found[stem] = word
        start = 0
    return found


def _says(token: Token) -> bool:
    return (
        token.pos_ in _MATTER
        and token.is_alpha
        and len(token) > 2
        and not token.is_stop
        and token.ent_type_ not in {"ORDINAL", "CARDINAL"}
    )


def _within(token: Token, block: int, spans: Iterable[Span]) -> bool:
    return any(s.block == block and s.start <= token.idx < s.end for s in spans)


def _label_end(draft: Draft, block: int) -> int:
    label = label_of(draft.blocks[block].text)
    return label.end if label else 0


def _shared(
    own: Mapping[str, _Word], matter: Mapping[str, _Word], seen: Counter[str], findings: int
) -> dict[str, float]:
    """The words that two passages share, and what each weighs."""
    return {
        word.lemma: min(word.weight, matter[stem].weight)
        * _weight(word.lemma, seen[stem], findings)
        for stem, word in own.items()
        if stem in matter
    }


def _weight(word: str, findings_with: int, findings: int) -> float:
    """The less usual a word is, in such reports and in this one, the more it says."""
    usual = _EVERYDAY if word in _everyday() else 1.0
    return usual * math.log((findings + 1) / findings_with) / math.log(findings + 1)


_ENDINGS = re.compile(
    r"(?:ational|ations?|ional|ions?|ments?|ances?|ences?|ers?|ors?|ings?|ives?|able|ible|ally|al|"
    r"ists?|ity|ies|ness|ship|ed|es|s|e|y|t)$"
)


@cache
def _stem(word: str) -> str:
    """What a word and its relatives begin with: supervision, supervisor and supervise."""
    short = _ENDINGS.sub("", word)
    return short if len(short) >= 4 else word


@cache
def _everyday() -> frozenset[str]:
    rows = vocabulary.load("scr_lint", "everyday")
    return frozenset(word for row in rows for word in split_phrases(row["words"]))


# --- questions ---


def _questions(draft: Draft) -> Iterator[Question]:
    """Questions under a heading that puts them to the Board, or that says no more than so."""
    taken = {block for item in draft.recommendations for block in item.blocks}
    for section in draft.sections:
        if not _QUESTIONS.search(section.title):
            continue
        for block in draft.blocks_of(section):
            if block.is_prose and "?" in block.text and block.index not in taken:
                yield Question(block.number, block.text, (block.index,))
