"""Headings that sort recommendations by who is to act, told by the company they keep.

Where most headings of a level name a body or post ("Police", "Northfield Housing Association"), the
rest are meant so too, though no list knows them ("Community paediatrics").
"""

from __future__ import annotations

from ..draft import Draft, Role
from .lines import for_whom

_AT_LEAST = 2
#: Words of a heading that may be a name.
_WORDS = 6


def grouping_titles(draft: Draft) -> frozenset[str]:
    """The titles of the headings that say who the recommendations under them are for."""
    levels: dict[int, list[str]] = {}
    for section in draft.sections:
        if section.role is Role.RECOMMENDATIONS and section.heading is not None:
            levels.setdefault(section.level, []).append(section.title)
    found: set[str] = set()
    for titles in levels.values():
        known = [title for title in titles if for_whom(title)]
        if len(known) >= _AT_LEAST and len(known) * 2 > len(titles):
            found.update(t for t in titles if len(t.split()) < _WORDS and t[-1:] not in ".?:;")
    return frozenset(found)
