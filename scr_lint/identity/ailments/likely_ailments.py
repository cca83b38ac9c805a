"""Conditions that somebody of the family likely has, by a text.

What a sign is worth was learnt from marked drafts and passages: `learning/ailments.py` makes the weights,
and says how well they do on files that they were not learnt from.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ...draft import RUNNING, Block, Draft, Kind, Role, Span
from ...once import once
from ...persons.mentions import Cast
from ...vector_weights import weights_for
from ..publicity.sources import in_source
from .ailment_signs import OF_POPULATION, find_signs, had_by_family
from .ailment_words import Ailment, ailments_of

if TYPE_CHECKING:
    from spacy.tokens import Doc

FILE, SORT = "ailments.json", "ailment"
#: From which likelihood on it is said: chosen by the figures on files left out.
ENOUGH = 0.5
#: From so many paragraphs on the health of a people, and such a share of all, a report is about that.
#: Of the drafts that annotators marked none comes near; defaults of this project.
_FEWEST, _SHARE = 20, 0.1
_LEFT_ALONE = frozenset({Role.CONTENTS, Role.GLOSSARY, Role.REFERENCES})


def is_read(draft: Draft, block: Block) -> bool:
    """Whether a block is one in which conditions are looked for."""
    return (
        block.kind not in {*RUNNING, Kind.HEADING, Kind.TITLE}
        and draft.role_of(block.index) not in _LEFT_ALONE
    )


def likely_ailments(draft: Draft, block: Block, doc: Doc, cast: Cast) -> Iterator[Ailment]:
    """The conditions that a paragraph likely says somebody of the family has, in order."""
    found = list(ailments_of(draft)[block.index])
    if _is_of_population(draft):
        # There the names of diseases are topics, save where they are somebody's.
        found = [each for each in found if had_by_family(doc, each, cast) is not None]
    said = False
    for before, each in zip([None, *found], found, strict=False):
        # "autism (ASD)": a short form in brackets goes with the long form before it.
        if before is None or doc.text[before.end : each.start] != " (":
            signs = find_signs(draft, block, doc, each, found, cast)
            said = signs is not None and weights_for(doc, FILE, SORT).likelihood(signs) >= ENOUGH
        if said and not in_source(draft, Span(block.index, each.start, each.end)):
            yield each


@once
def _is_of_population(draft: Draft) -> bool:
    """Whether a draft is about the health of a people, as an inquiry into an epidemic is."""
    of_people = sum(bool(OF_POPULATION.search(block.text)) for block in draft.blocks)
    return of_people >= max(_FEWEST, _SHARE * len(draft.blocks))
