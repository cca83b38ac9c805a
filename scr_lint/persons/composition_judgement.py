"""How likely some words tell how the family of the case is made up, by all their signs.

What a sign is worth was learnt from marked drafts and passages: `learning/families.py` makes the
weights, and says how well they do on files that they were not learnt from.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..draft import Block, Draft, Role, Span
from ..identity.publicity.sources import in_source
from ..learnt import sign_weights
from .composition import Composition, Telling
from .composition_candidates import candidates
from .composition_signs import signs_of
from .mentions import Cast

if TYPE_CHECKING:
    from spacy.tokens import Doc

_FILE = "families.json"
#: From which likelihood on it is said: high, for in whole drafts far more such words tell nothing.
ENOUGH = 0.73
#: Sections in which nothing is judged.
LEFT_ALONE = frozenset({Role.CONTENTS, Role.RECOMMENDATIONS, Role.GLOSSARY, Role.REFERENCES})


def told_of_family(draft: Draft, block: Block, doc: Doc, cast: Cast) -> Iterator[Composition]:
    """What a paragraph tells of the make-up of the family in the case, in order of place."""
    weights = sign_weights(_FILE)
    for told in candidates(doc, cast):
        # "para 5" of a report in a footnote counts no births.
        if in_source(draft, Span(block.index, told.start, told.end)):
            continue
        if weights.likely(signs_of(draft, block, doc, told, cast)) >= ENOUGH:
            telling = told.telling or Telling.NUMBER
            yield Composition(told.start, told.end, telling)
