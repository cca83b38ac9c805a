"""Chapters that turn from what was found to what is asked, or back, with no heading to say so.

A line of its own may say so ("Recs –", "It has four recommendations.", "For the Trust:"), or nothing
but the wording: from some paragraph on, all of them ask. Where a draft has no chapter of
recommendations, the one in whose argument they stand ("Discussion") is that chapter.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ..draft import Block, Draft, Kind, Role, Section
from ..requests.asking import asks, asks_by_name, asks_plainly
from ..requests.found import recommends
from ..requests.lines import is_detail, names_group
from .headings import claimed_role, roles_named
from .items import is_bullet, label_of, own_label, own_prose, printed

_TURNS = frozenset({Role.FINDINGS, Role.RECOMMENDATIONS})
#: Roles of chapters after the findings whose argument may hold the recommendations.
_ARGUED = frozenset({Role.ANALYSIS, Role.CONCLUSION, Role.OTHER})
_TWO = 2
#: Words of a line that stands over what follows.
_LINE, _TITLE = 20, 5
_BY_US = (
    r"(?:we|i|it|(?:the|this) (?:\w+ )?(?:review|reviewers?|panel|authors?|report|chapter|section))"
)
#: "We therefore recommend:", "The following recommendations are made.", "It has four recommendations."
_TO_ASKED = re.compile(
    rf"\b{_BY_US}\b[^.;:?]{{0,40}}?\b(?:recommends?|asks?|proposes?|urges?)\b[^.;:?]{{0,40}}[:–—-]\W*$|"
    r"\brecommendations\b[^.;:?]{0,60}[:–—-]\W*$|"
    r"\b(?:makes?|has|have|there are|the following|comes? to|offers?|these|with) (?:\w+ ){0,4}"
    r"recommendations\b[^.;:?]{0,60}\.?\W*$|"
    r"\b(?:what follows|the following|these) (?:is|are|were) (?:\w+ )?(?:addressed|directed) to\b",
    re.IGNORECASE,
)
_TO_FOUND = re.compile(
    r"\bfindings\b[^.;:?]{0,60}[:–—-]\W*$|"
    r"\b(?:makes?|has|have|there are|the following|comes? to|these) (?:\w+ ){0,4}findings\b[^.;:?]{0,60}\.?\W*$",
    re.IGNORECASE,
)


def part_at_turns(draft: Draft) -> tuple[Section, ...]:
    """The draft's sections, those that turn in their midst parted there.

    The part after a turn stands under the section around it, without a heading.
    """
    found: list[Section] = []
    moved: dict[int, int] = {}
    asked = any(section.role is Role.RECOMMENDATIONS for section in draft.sections)
    labelled = any(own_label(b, Role.RECOMMENDATIONS) for b in draft.blocks if b.is_prose)
    closed = frozenset() if labelled else _closed_by_requests(draft)
    for section in draft.sections:
        moved[section.index] = len(found)
        parent = None if section.parent is None else moved[section.parent]
        whole = replace(section, index=len(found), parent=parent)
        elsewhere = asked and section.index not in closed
        turns = list(_turns(draft, section, by_words=not labelled, asked=elsewhere))
        ends = [*(block for block, _ in turns), section.blocks.stop]
        role = section.role
        if (turns and role is turns[0][1]) or (not turns and _labels_findings(draft, section)):
            role = Role.FINDINGS  # what comes first under "Findings and recommendations"
        found.append(replace(whole, role=role, blocks=range(section.blocks.start, ends[0])))
        for (begin, to), end in zip(turns, ends[1:], strict=True):
            found.append(
                replace(
                    whole,
                    index=len(found),
                    title="",
                    number="",
                    level=whole.level + 1,
                    heading=None,
                    blocks=range(begin, end),
                    parent=whole.index,
                    role=to,
                )
            )
    if not labelled and not any(section.role is Role.RECOMMENDATIONS for section in found):
        after = next((s.index for s in found if s.role is Role.FINDINGS), len(found))
        found = [
            replace(section, role=Role.RECOMMENDATIONS)
            if section.index > after and section.role in _ARGUED and _argues(draft, section)
            else section
            for section in found
        ]
    return tuple(found)


def _argues(draft: Draft, section: Section) -> bool:
    """Whether a chapter asks in two paragraphs of five, and says in one that it recommends."""
    blocks = [b for b in own_prose(draft, section) if not b.cell]
    asking = sum(recommends(b) or asks_plainly(b) for b in blocks)
    return asking >= _TWO and asking * 5 >= len(blocks) * 2 and any(map(recommends, blocks))


def _turns(
    draft: Draft, section: Section, *, by_words: bool, asked: bool
) -> Iterator[tuple[int, Role]]:
    """The blocks at which a chapter of findings or recommendations turns, and to what."""
    if section.role not in _TURNS:
        return
    both = roles_named(section.title) >= _TURNS
    blocks = [b for b in own_prose(draft, section) if not b.cell]
    role = section.role
    for at, block in enumerate(blocks):
        to = _turn(block, blocks[at + 1 :])
        if to and to is not role:
            role = to
            by_words = False
            yield block.index, to
    if by_words and (both or (role is Role.FINDINGS and not asked)):
        at = _begins_to_ask(blocks)
        if 0 < at < len(blocks) and not _is_label(blocks[at - 1]):
            yield blocks[at].index, Role.RECOMMENDATIONS


def _closed_by_requests(draft: Draft) -> frozenset[int]:
    """The sections of single findings that each end in what the finding led to, numbered.

    So "Finding 2: Nobody asked her" goes on from its prose to "2.1 The Council should …". What is
    asked must be asked of somebody by name: advice to whoever may read it is part of the finding.
    """
    found: dict[int, list[Block]] = {}
    for section in draft.sections:
        label = label_of(f"{section.number} {section.title}".strip())
        if section.role is not Role.FINDINGS or not label or label.kind is not Role.FINDINGS:
            continue
        blocks = [b for b in own_prose(draft, section) if not b.cell]
        asking = blocks[_begins_to_ask(blocks) :]
        if len(asking) < len(blocks) and any(b.number and not is_bullet(b) for b in asking):
            found[section.index] = asking
    asked = [block for asking in found.values() for block in asking]
    named = sum(asks_by_name(block) for block in asked)
    return frozenset(found if len(found) >= _TWO and named * 2 >= len(asked) else ())


def _labels_findings(draft: Draft, section: Section) -> bool:
    """Whether "What we found, and what we ask" labels what was found, and nothing that is asked."""
    if not roles_named(section.title) >= _TURNS:
        return False
    own = [b for b in own_prose(draft, section) if not b.cell]
    found = sum(own_label(b, Role.FINDINGS) is not None for b in own)
    return found > 1 and not any(own_label(b, Role.RECOMMENDATIONS) for b in own)


def _is_label(block: Block) -> bool:
    """Whether a line only heads the finding after it: "Finding 9", "Finding 9: Weekends"."""
    if block.text.endswith(":"):
        return True
    return label_of(printed(block)) is not None and block.text.rstrip()[-1:] not in {*".;!?"}


def _turn(block: Block, after: Sequence[Block]) -> Role | None:
    """What a line of its own turns to."""
    words = block.text.split()
    if not after or len(words) > _LINE or label_of(block.text):
        return None
    line = block.text.strip(" .:–—-*")
    if len(words) < _TITLE and (claimed := claimed_role(line)) in _TURNS:
        return claimed
    if _TO_ASKED.search(block.text) and _ask(after[:1]):
        return Role.RECOMMENDATIONS
    if _TO_FOUND.search(block.text) and not _ask(after[:1]):
        return Role.FINDINGS
    return None


def _begins_to_ask(blocks: Sequence[Block]) -> int:
    """The first of the blocks that ask from there to the end."""
    at = len(blocks)
    while at:
        run = _run_before(blocks, at)
        names = bool(run) and names_group(blocks[run - 1])
        if not _ask(blocks[run:at], least=1 if names else 2):
            break
        at = run - names
    return at


def _run_before(blocks: Sequence[Block], end: int) -> int:
    """Where the list begins that ends before a place, or the one paragraph before it."""
    at = end - 1
    while at and _is_listed(blocks[at]) and _is_listed(blocks[at - 1]):
        at -= 1
    return at


def _is_listed(block: Block) -> bool:
    return block.kind is Kind.LIST_ITEM or bool(block.number)


def _ask(blocks: Sequence[Block], least: int = 2) -> bool:
    """Whether some blocks ask for something: all may, and a half, or at `least` one, do so plainly."""
    if any(own_label(b, Role.FINDINGS) for b in blocks):
        return False
    plainly = sum(recommends(b) or asks_plainly(b) for b in blocks)
    may = sum(recommends(b) or asks(b, "") or names_group(b) or is_detail(b) for b in blocks)
    return may * 4 >= len(blocks) * 3 and plainly * least >= (len(blocks) if least > 1 else 1)
