"""Whether a draft is a report as a whole, and where what is said of it would stand."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..draft import Draft, Role, Section, Span
from ..structure.headings import claimed_role
from .words import MAKING, has

_PARTS = MAKING - {Role.FRONT_MATTER, Role.APPENDIX} | {
    Role.FAMILY_BACKGROUND,
    Role.CHRONOLOGY,
    Role.ANALYSIS,
    Role.FINDINGS,
    Role.RECOMMENDATIONS,
    Role.CONCLUSION,
}


def is_whole(draft: Draft, words: float) -> bool:
    """Whether a draft is a report and no extract: by its length, or by its parts.

    Of the parts there must be four; or three, and one where a report says how it was made, or a
    title that says that it is one.
    """
    headed = [s for s in draft.sections if s.heading is not None]
    parts = {s.role for s in headed} & _PARTS
    presented = bool(parts & MAKING) or any(
        s.role is Role.FRONT_MATTER and _TITLE.search(s.title) for s in headed
    )
    return draft.words >= words or len(parts) + presented > 3


_TITLE = re.compile(r"\b(?:reviews?|reports?|adolygiad|adroddiad)\b", re.IGNORECASE)


def where_it_stands(draft: Draft, *roles: Role) -> Iterator[Span]:
    """The first heading that claims one of some roles by its words, the first role first; none without one.

    What is a chapter of that kind only by its place says nothing to the reader of a comment on it.
    """
    for role in roles:
        for section in draft.sections:
            if section.heading is None or section.role is not role:
                continue
            if claimed_role(section.title, inside=True) is role:
                yield Span(section.heading, 0, len(draft.blocks[section.heading].text))
                return


def tells_of_people(section: Section) -> bool:
    """Whether a section about the making of a review tells what the family or staff said."""
    title = section.title
    people = has("family", title) or bool(
        re.search(r"\b(?:staff|practitioners?|professionals?)\b", title, re.IGNORECASE)
    )
    return people and has("take_part", title)
