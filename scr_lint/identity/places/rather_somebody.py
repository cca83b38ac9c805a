"""Whether words that may name a place are rather somebody's name: a finding says one of the two."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ...draft import Draft, Span
from ...learnt import logistic
from ..names.name_words import first_names, plain
from .place_signs import NamedPerson, weight_for_person

#: How likely a name has to be a place's, although it is built as a person's.
_SURELY = 0.9
# What only bodies have: whoever they are called after, somebody was "on roll at" a school.
_ONLY_BODIES_HAVE = re.compile(
    r"\b(?:on (?:the )?roll|enrolled|registered|(?:an? )?(?:in-?|out-?)?patient|pupils?|admitted|a place|sixth form)\s(?:at|of|in|with|to)\s$",
    re.IGNORECASE,
)


def is_rather_somebody(
    draft: Draft, span: Span, likely: float, people: Sequence[NamedPerson]
) -> bool:
    """Whether more speaks for a person than for a place, which a name is as `likely` as that, from 0 to 1.

    A full name that begins with a first name is somebody's unless it is surely a place's.
    """
    weight = weight_for_person(span.start, span.end, people)
    if weight <= 0 or _ONLY_BODIES_HAVE.search(draft.blocks[span.block].text[: span.start]):
        return False
    first, *rest = draft.text_at(span).split()
    full = bool(rest) and plain(first) in first_names()
    return logistic(weight) >= likely or (full and likely < _SURELY)
