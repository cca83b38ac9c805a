"""What the text and the form of a section show of its role, in numbers.

The words of a class, how paragraphs begin, how long sentences are, what stands under the section and
how its heading is made; `role_model` weighs them. Plain words, before any parse.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from functools import cache

from .. import vocabulary
from ..draft import RUNNING, Block, Draft, Kind, Section
from ..months import MONTH
from ..requests.asking import asks
from .headings import plain

_MONTHS = f"(?:{MONTH})"
_TIMES = (
    r"(?:days?|nights?|mornings?|evenings?|weekends?|weeks?|months?|years?|spring|summer|autumn|"
    r"winters?|period|pregnancy|birth|hours|terms?|Christmas|Easter)"
)
_DATE = rf"{_MONTHS}|\d{{1,2}}[./]\d{{1,2}}[./]\d{{2,4}}|(?:19|20)\d\d"
#: Signs and small words that count beside the classes of `vocabulary/role_cues.tsv`.
_SIGNS = {
    "past": r"(?i:\b(?:was|were|had|did)\b)",
    "present": r"(?i:\b(?:is|are|has|have|does|do|can|will|may)\b)",
    "quoted": r"[“\"]",
    "question": r"\?",
    "date": rf"\b(?:{_DATE})\b",
    "year": r"\b(?:19|20)\d\d\b",
    "colon": r"^[^.:]{1,40}: ",
    "he": r"(?i:\b(?:he|she|his|her|him)\b)",
    "child": r"(?i:\b(?:child|baby|boy|girl|young person) ?[A-Z]?\b)",
}
#: How paragraphs begin.
_OPENINGS = {
    "timed": rf"(?i:^(?:(?:on|by|in|at|from|during|between|after|before|that|the)\b.{{0,25}})?(?:\d{{1,2}}"
    rf"[./ ]|(?:{_MONTHS}|{_TIMES})\b))",
    "dated": rf"(?i:^\W*(?:on |in )?\W*(?:\d{{1,2}}[./]\d{{1,2}}|(?:\d{{1,2}} )?{_MONTHS}\b))",
    "body": r"^(?:The|A|An) [A-Z]",
    "that": r"^That\b",
    "modal": r"^.{0,80}\b(?:should|must|shall|to)\b",
    "label": r"(?i:^(?:finding|lesson|learning|recommendation|theme)\b)",
    "we": r"^(?:We|I|Our)\b",
    "child": r"^(?:Child|The (?:boy|girl|baby|child))\b",
    "timeless": r"^(?:(?!\b(?:was|were|had|did)\b).)*$",
}
_SENTENCE_ENDS = re.compile(r"(?<=[.!?])[\"”’']?\s+(?=[A-Z“\"'(])|\n")
_STATES = re.compile(
    r"\b(?:is|are|was|were|has|have|had|can|could|did|does|do|will|would|went|fell|took|got|goes|left|"
    r"lost|kept|keeps?|hides?|hid|knew|know|saw|said|came|become|became|becomes|makes?|made|turns?|"
    r"teach(?:es)?|closes?|\w{4,}ed)\b",
    re.IGNORECASE,
)
_HEADING_TIMED = re.compile(rf"\b(?:{_DATE})\b|(?i:\b(?:{_TIMES}|before|after|until|then)\b)")
_HEADING = {
    "asks": re.compile(
        r"^(?:what|why|how|who|where|when|which|whether|did|was|were|could|should)\b"
    ),
    "we": re.compile(r"\b(?:we|us|our|i)\b"),
    "ing": re.compile(r"^\w+ing\b"),
    "child": re.compile(r"\b(?:child|baby|boy|girl|he|she|his|her|him)\b"),
}
#: Sentences of a section that are read: its character shows early.
_ENOUGH = 80


def told_in(draft: Draft, section: Section) -> list[Block]:
    """The paragraphs, list items and cells of a section and those under it."""
    return [
        b
        for b in draft.blocks_of(section)
        if b.is_prose and b.kind not in RUNNING and b.kind is not Kind.FOOTNOTE
    ]


def cues_of(draft: Draft, section: Section) -> dict[str, float]:
    """Every cue of a section with its strength, most between 0 and 1; those of strength 0 left out."""
    blocks = told_in(draft, section)
    found = {"bias": 1.0, **dict(_of_text(blocks)), **dict(_of_form(draft, section, blocks))}
    return {cue: value for cue, value in found.items() if value}


def _of_text(blocks: list[Block]) -> Iterator[tuple[str, float]]:
    sentences = [s for b in blocks for s in _SENTENCE_ENDS.split(b.text) if s.strip()][:_ENOUGH]
    for name, pattern in _classes():
        hits = [pattern.search(s) is not None for s in sentences]
        yield f"text {name}", math.sqrt(sum(hits) / (len(hits) + 1))
        yield f"first {name}", 0.5 * any(hits[:1])
    words = sum(len(s.split()) for s in sentences)
    yield "length sentence", min(words / max(len(sentences), 1) / 25, 2)
    yield "length short", float(words < 60)
    yield "length long", float(words > 300)
    yield "length none", float(not words)


def _of_form(draft: Draft, section: Section, blocks: list[Block]) -> Iterator[tuple[str, float]]:
    for name, opening in _openings():
        share = sum(opening.search(b.text) is not None for b in blocks) / (len(blocks) + 0.5)
        yield f"opens {name}", share
    count = len(blocks) + 1
    yield "blocks list", sum(b.kind is Kind.LIST_ITEM for b in blocks) / count
    yield "blocks cell", sum(b.cell is not None for b in blocks) / count
    yield "blocks many", min(len(blocks) / 10, 1)
    yield "blocks asking", sum(asks(b, "") for b in blocks) / (count - 0.5)
    yield "blocks numbered", sum(any(c.isalnum() for c in b.number) for b in blocks) / count
    titles = [plain(s.title) for s in draft.sections if s.parent == section.index]
    yield "under any", float(bool(titles))
    yield "under many", float(len(titles) > 2)
    yield "under long", sum(len(t.split()) > 4 for t in titles) / (len(titles) + 1)
    yield "under stating", sum(bool(_STATES.search(t)) for t in titles) / (len(titles) + 1)
    title = plain(section.title)
    for name, pattern in _HEADING.items():
        yield f"heading {name}", float(bool(pattern.search(title)))
    yield "heading timed", float(bool(_HEADING_TIMED.search(section.title)))
    yield "heading question", float("?" in section.title)
    yield "heading states", float(len(title.split()) > 3 and bool(_STATES.search(title)))
    yield "heading long", float(len(title.split()) > 6)
    yield "heading word", float(len(title.split()) == 1)


@cache
def _openings() -> list[tuple[str, re.Pattern[str]]]:
    return [(name, re.compile(pattern)) for name, pattern in _OPENINGS.items()]


@cache
def _classes() -> list[tuple[str, re.Pattern[str]]]:
    """The classes of words and signs, each as one expression."""
    classes = [(name, re.compile(pattern)) for name, pattern in _SIGNS.items()]
    for row in vocabulary.load("scr_lint", "role_cues"):
        words = sorted((w.strip() for w in row["words"].split(";")), key=len, reverse=True)
        forms = "|".join(re.escape(word) for word in words if word)
        classes.append((row["class"], re.compile(rf"\b(?:{forms})\b", re.IGNORECASE)))
    return classes
