"""Where a draft can be joined to what was published of its case: press, broadcasts, courts, sentences."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from ..draft import RUNNING, Draft, Role, Span, Visibility
from .court_sentences import court_sentences
from .courts import courts, judgments
from .press import coverage

_LEFT_ALONE = frozenset({Role.CONTENTS, Role.GLOSSARY, Role.REFERENCES})


class Link(StrEnum):
    """What joins the draft to something published."""

    COVERAGE = "named press, broadcast or web coverage"
    JUDGMENT = "the citation of a published judgment"
    COURT = "a named court, or a court with its date"
    SENTENCE = "the length of a sentence"


@dataclass(frozen=True, slots=True)
class Publicity:
    """A place in the draft that can be joined to something published, and what."""

    span: Span
    link: Link


def find_publicity(draft: Draft) -> Iterator[Publicity]:
    """The links of a draft to press, courts and sentences, in order."""
    for block in draft.blocks:
        role = draft.role_of(block.index)
        if block.visibility is not Visibility.SHOWN or block.kind in RUNNING:
            continue
        if role in _LEFT_ALONE:
            continue
        found: list[tuple[int, int, Link]] = [
            *((s, e, Link.COVERAGE) for s, e in coverage(block.text)),
            *((s, e, Link.JUDGMENT) for s, e in judgments(block.text, role)),
            *((s, e, Link.COURT) for s, e in courts(block.text, role)),
            *((s, e, Link.SENTENCE) for s, e in court_sentences(block.text)),
        ]
        last = 0
        for start, end, link in sorted(found):
            if start >= last:
                yield Publicity(Span(block.index, start, end), link)
                last = end
