"""Where a draft gives the publishing body's own address, telephone and web page."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...draft import RUNNING, Block, Draft, Kind, Role, Visibility

_BODY = re.compile(
    r"\b(?:board|partnership|council|commission(?:er)?|constabulary|ofsted|estyn|trust|"
    r"department|inspectorate|business (?:unit|manager|office)|secretariat|offices?|publish\w*|"
    r"l?scb|l?scp|bwrdd|crown copyright|isbn|archives|government)\b",
    re.IGNORECASE,
)
_INVITES = re.compile(
    r"\b(?:enquir(?:y|ies)|inquiries about|further copies|copies (?:of|can)|copy of|"
    r"contact(?:s|ed)? (?:the|us|our)|get in touch|contact\s*:|document (?:control|owner)|"
    r"available (?:at|from|in|on)|published by|(?:our|its|the board[’']?s?|the partnership[’']?s?) website|website\s*:|comments on|crown copyright|isbn|cysylltwch|hoffech|"
    r"feedback on this|any part of this|licence|report a concern|newsletter|readers (?:may|can|who)|"
    r"(?:can|may) be (?:reached|contacted|written to) (?:through|at|via|by|on))",
    re.IGNORECASE,
)
_PRIVATE = re.compile(
    r"\b(?:personal|private|home|own|mother|father|grand\w+|family|child [A-Z]|sibling|adult \w|"
    r"known address\w*)\b",
    re.IGNORECASE,
)
_NEAR = 2
# Where the addresses of offices stand in a list, as at the end of a letter.
_LISTED_IN = frozenset({Role.OTHER, Role.FRONT_MATTER, Role.APPENDIX, Role.CONTENTS})
_KINDS = {
    "PHONE_NUMBER": "phone",
    "EMAIL_ADDRESS": "mail",
    "URL": "web",
    "UK_POSTCODE": "post",
    "STREET_ADDRESS": "street",
}
_GAP, _LONG = 3, 30


def imprint(draft: Draft) -> frozenset[int]:
    """Indices of the blocks that tell readers how to reach the body that publishes the report.

    In the front matter and in running headers these are the blocks that name a body, and their
    neighbours, unless they speak of somebody's private address. Elsewhere they are blocks that
    name a body and invite the reader to write, ring or look, and lists of contact details under
    the name of a body. Needs the draft's entities.
    """
    found: set[int] = set()
    for block in draft.blocks:
        if block.visibility is not Visibility.SHOWN or _PRIVATE.search(block.text):
            continue
        in_front = _in_front(draft, block)
        if _INVITES.search(block.text) and (in_front or _BODY.search(block.text)):
            found.add(block.index)
        elif in_front and _BODY.search(block.text):
            found.update(b.index for b in _around(draft, block.index, _NEAR) if _in_front(draft, b))
    for run in _contact_lists(draft):
        found.update(run)
    return frozenset(found)


def _in_front(draft: Draft, block: Block) -> bool:
    return not _PRIVATE.search(block.text) and (
        block.kind in RUNNING
        or block.kind is Kind.TITLE
        or draft.role_of(block.index) is Role.FRONT_MATTER
    )


def _around(draft: Draft, index: int, near: int) -> tuple[Block, ...]:
    return draft.blocks[max(0, index - near) : index + near + 1]


def _contact_lists(draft: Draft) -> Iterator[range]:
    """Runs of short blocks with contact details of more than one kind, under a body's name."""
    kinds: dict[int, set[str]] = {}
    for entity in draft.entities:
        block = draft.blocks[entity.span.block]
        if entity.label in _KINDS and entity.score >= 0.5 and len(block.text.split()) <= _LONG:
            kinds.setdefault(block.index, set()).add(_KINDS[entity.label])
    run: list[int] = []
    for index in [*sorted(kinds), len(draft.blocks) + 2 * _GAP]:
        if run and index - run[-1] > _GAP:
            blocks = draft.blocks[max(0, run[0] - _GAP) : run[-1] + _GAP + 1]
            if (
                len({kind for at in run for kind in kinds[at]}) > 1
                and all(draft.role_of(at) in _LISTED_IN for at in run)
                and any(_BODY.search(b.text) for b in blocks)
                and not any(_PRIVATE.search(draft.blocks[at].text) for at in run)
            ):
                yield range(run[0], run[-1] + 1)
            run = []
        run.append(index)
