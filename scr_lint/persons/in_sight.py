"""Whether a report keeps the child in sight, or the children, where it is about many of them.

A thematic review or one of a whole area may follow no child through a case: then "children" at
large are whom it is about, and what they said, felt or lived through is what is looked for.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from ..draft import Draft, Role
from ..once import once
from ..settings import Names
from .focus import focus_of, sightings
from .mentions import Cast

if TYPE_CHECKING:
    from spacy.tokens import Span as SpacySpan
    from spacy.tokens import Token

#: Where a review tells what happened and what it makes of it.
STORY = (
    Role.FAMILY_BACKGROUND,
    Role.CHRONOLOGY,
    Role.ANALYSIS,
    Role.FINDINGS,
    Role.CONCLUSION,
    Role.GOOD_PRACTICE,
    Role.OTHER,
)
#: From so many sentences on children at large, and such a share of all, a report is about those,
#: if fewer speak of a child of the case. Of the drafts that annotators marked, all of them on one
#: family, none comes near; of inspections of an area all do. Defaults of this project.
_AT_LARGE, _SHARE = 12, 0.2


@once
def cast_in_sight(draft: Draft, names: Names) -> Cast:
    """The cast of `focus_of`, to which children at large belong where the report is about many."""
    cast = focus_of(draft, names)
    wide = replace(cast, many=True)
    of_any = [bool(seen) for seen in told(draft, wide)]
    of_one = sum(bool(seen) for seen in told(draft, cast))
    at_large = sum(of_any) - of_one
    about_many = at_large >= max(_AT_LARGE, _SHARE * len(of_any), of_one + 1)
    return wide if about_many else cast


def told(draft: Draft, cast: Cast) -> Iterator[list[Token]]:
    """The sightings of the child in each sentence of the story that tells something or has any."""
    for block in draft.prose(*STORY):
        for sentence in draft.sentences(block):
            seen = list(sightings(sentence, cast))
            if seen or tells(sentence):
                yield seen


def tells(sentence: SpacySpan) -> bool:
    """Whether a sentence says that something happened: not a cell with a date, or an agency."""
    return any(token.pos_ in {"VERB", "AUX"} for token in sentence)
