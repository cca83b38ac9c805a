"""What it means for one person to have two names, and where a draft tells of people."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from ...draft import RUNNING, Block, Draft, Role, Span, Visibility

#: Parts of a draft that explain or list names instead of using them.
LEFT_ALONE = frozenset({Role.FRONT_MATTER, Role.CONTENTS, Role.REFERENCES, Role.GLOSSARY})

_OTHER_REVIEW = re.compile(
    r"\b(?:reviews?|inquir(?:y|ies)|scr|case)\b(?: \w+){0,3} (?:about|of|on|into|concerning|for) ",
    re.IGNORECASE,
)
_SO_DID = re.compile(
    r"\b(?:so|as|nor|neither) (?:had|did|was|were|has|have|does|is) (?:the )?(?:(?:baby|child) )?$",
    re.I,
)
_ITS_OWN_REVIEW = re.compile(
    r",? (?:the )?subject of (?:the |an? )[A-Z\w’' -]{0,40}\b(?:review|inquiry)", re.I
)


class Doubt(StrEnum):
    """In what way somebody is called by two names."""

    BESIDE = "a code stands beside a name"
    NAMED = "a name is used for somebody who seems to have a code"
    EARLY = "the chosen name is used before the draft says that it is one"
    RESPELT = "a chosen name is spelt in another way"
    TWO_CODES = "two codes seem to stand for one person"
    UNTOLD = "a code that nothing explains may be a second one"
    INITIALS = "letters that nothing gives as a code may be those of a name"


@dataclass
class DoubleName:
    """Somebody with two names: the one in question, the other where known, and every place."""

    name: str
    doubt: Doubt
    other: str = ""
    places: list[Span] = field(default_factory=list)
    confidence: float = 0.8


def telling_blocks(draft: Draft, left_alone: Collection[Role] = LEFT_ALONE) -> Iterator[Block]:
    """The blocks that tell of people: shown, not running heads, in no section left alone."""
    for block in draft.blocks:
        if (
            block.visibility is Visibility.SHOWN
            and block.kind not in RUNNING
            and draft.role_of(block.index) not in left_alone
        ):
            yield block


def of_other_review(text: str, start: int, end: int) -> bool:
    """Whether a name or code is that of another review's child: "the review of Child T"."""
    if _ITS_OWN_REVIEW.match(text, end):
        return True
    before = text[:start]
    if _SO_DID.search(before):
        return bool(_OTHER_REVIEW.search(before))
    return bool(
        re.search(_OTHER_REVIEW.pattern + r"(?:[\w’' -]{0,25} and )?$", before, re.IGNORECASE)
    )
