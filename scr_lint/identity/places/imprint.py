"""Where a draft gives the publishing body's own address, telephone and web page."""

from __future__ import annotations

import re

from ...draft import RUNNING, Block, Draft, Kind, Role, Visibility
from ...once import once
from .contact_lists import BODY, PRIVATE, contact_lists

_INVITES = re.compile(
    r"\b(?:enquir(?:y|ies)|inquiries about|further copies|copies (?:of|can)|copy of|"
    r"contact(?:s|ed)? (?:the|us|our)|get in touch|contact\s*:|document (?:control|owner)|"
    r"available (?:at|from|in|on)|published by|(?:our|its|the board[’']?s?|the partnership[’']?s?) website|website\s*:|comments on|crown copyright|isbn|cysylltwch|hoffech|"
    r"feedback on this|any part of this|licence|report a concern|newsletter|readers (?:may|can|who)|"
    r"(?:can|may) be (?:reached|contacted|written to) (?:through|at|via|by|on))",
    re.IGNORECASE,
)
# The publisher speaks of itself: nobody else has a newsletter in a report, or copies of it.
_OURS = re.compile(
    r"\bsubscribe to our\b|\bour (?:\w+ )?(?:newsletter|mailing list|website|web ?page|publications)\b|"
    r"\b(?:this|our) (?:publication|document|report) (?:is|are|can be) (?:also )?(?:available|downloaded|found|ordered)\b",
    re.IGNORECASE,
)
_NEAR = 2


@once
def imprint(draft: Draft) -> frozenset[int]:
    """Indices of the blocks that tell readers how to reach the body that publishes the report.

    In the front matter and in running headers these are the blocks that name a body, and their
    neighbours, unless they speak of somebody's private address. Elsewhere they are blocks that
    name a body and invite the reader to write, ring or look, and lists of contact details under
    the name of a body. Needs the draft's entities.
    """
    found: set[int] = set(contact_lists(draft))
    for block in draft.blocks:
        if block.visibility is not Visibility.SHOWN or PRIVATE.search(block.text):
            continue
        in_front = _in_front(draft, block)
        if _OURS.search(block.text) or (
            _INVITES.search(block.text) and (in_front or BODY.search(block.text))
        ):
            found.add(block.index)
        elif in_front and BODY.search(block.text):
            found.update(b.index for b in _around(draft, block.index, _NEAR) if _in_front(draft, b))
    return frozenset(found)


def _in_front(draft: Draft, block: Block) -> bool:
    return not PRIVATE.search(block.text) and (
        block.kind in RUNNING
        or block.kind is Kind.TITLE
        or draft.role_of(block.index) is Role.FRONT_MATTER
    )


def _around(draft: Draft, index: int, near: int) -> tuple[Block, ...]:
    return draft.blocks[max(0, index - near) : index + near + 1]
