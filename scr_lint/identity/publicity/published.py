"""Where a draft can be joined to what was published of its case: press, broadcasts, courts, sentences."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from ...draft import RUNNING, Block, Draft, Role, Span, Visibility
from ..places.named_places import name_words
from .court_sentences import court_sentences
from .courts import courts, judgments
from .likely_publicity import Likely, likely_publicity
from .press import coverage
from .publicity_signs import Sort
from .published_by_bodies import is_of_a_body, is_standing, is_stray_word
from .sources import in_source

_LEFT_ALONE = frozenset({Role.CONTENTS, Role.GLOSSARY, Role.REFERENCES})
#: Where others are asked to act, and who writes is told: nothing is told of the case.
_NOT_TOLD = frozenset({Role.FRONT_MATTER, Role.RECOMMENDATIONS})


class Link(StrEnum):
    """What joins the draft to something published."""

    COVERAGE = "named press, broadcast or web coverage"
    JUDGMENT = "the citation of a published judgment"
    COURT = "a named court, or a court with its date"
    SENTENCE = "the length of a sentence"


@dataclass(frozen=True, slots=True)
class Publicity:
    """A place in the draft that can be joined to something published, what, and how sure that is."""

    span: Span
    link: Link
    confidence: float


def find_publicity(draft: Draft) -> Iterator[Publicity]:
    """The links of a parsed draft to press, courts and sentences, in order."""
    for block in draft.blocks:
        if not is_read(draft, block):
            continue
        role = draft.role_of(block.index)
        found: list[tuple[int, int, Link, float]] = [
            *((s, e, Link.COVERAGE, 0.8) for s, e in coverage(block.text)),
            *((s, e, Link.JUDGMENT, 0.9) for s, e in judgments(block.text, role)),
            *((s, e, Link.COURT, 0.9) for s, e in courts(block.text, role)),
            *((s, e, Link.SENTENCE, 0.9) for s, e in court_sentences(block.text)),
        ]
        if block.index in draft.docs and role not in _NOT_TOLD:
            taken = [(start, end) for start, end, _, _ in found]
            doc = draft.docs[block.index]
            for each in likely_publicity(doc, name_words(draft), taken):
                if not (
                    each.sort is Sort.WORDS and is_stray_word(block.text, each.start, each.end)
                ) and not in_source(draft, Span(block.index, each.start, each.end)):
                    found.append((each.start, each.end, _link(each), round(each.likely, 2)))
        found = [each for each in found if not _leads_to_no_case(block.text, *each[:3])]
        last = 0
        for start, end, link, confidence in sorted(found):
            if start >= last:
                yield Publicity(Span(block.index, start, end), link, confidence)
                last = end


def _leads_to_no_case(text: str, start: int, end: int, link: Link) -> bool:
    """Whether what was found is a body's own page, part of a name or somebody's experience."""
    if link is Link.SENTENCE:
        return is_standing(text, start, end)
    return link is Link.COVERAGE and (
        is_of_a_body(text, start, end)
        or (text[start:end].lower().startswith("trend") and is_stray_word(text, start, end))
    )


def is_read(draft: Draft, block: Block) -> bool:
    """Whether a block is one in which such links are looked for."""
    return (
        block.visibility is Visibility.SHOWN
        and block.kind not in RUNNING
        and draft.role_of(block.index) not in _LEFT_ALONE
    )


def _link(each: Likely) -> Link:
    if each.sort is Sort.LENGTH:
        return Link.SENTENCE
    return Link.COURT if each.sort is Sort.NAME and each.of_court else Link.COVERAGE
