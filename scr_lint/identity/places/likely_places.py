"""Names that are likely those of places, or of homes, by all that is said beside them.

What a sign is worth was learnt from passages that people marked: `learning/places.py` makes the
weights, and says how well they do on files that they were not learnt from.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ...vector_weights import weights_for
from ..names.name_words import NameWords
from .place_signs import People, find_signs

if TYPE_CHECKING:
    from spacy.tokens import Doc

FILE = "naming_places.json"
PLACE, HOME = "place", "home"
#: From which likelihood on a name is one: chosen by the figures on files left out.
ENOUGH = {PLACE: 0.66, HOME: 0.83}


@dataclass(frozen=True, slots=True)
class Named:
    """A name: its characters in a text, and how likely it is a place's and a home's."""

    start: int
    end: int
    place: float
    home: float

    @property
    def is_place(self) -> bool:
        return self.place >= max(ENOUGH[PLACE], self.home)

    @property
    def is_home(self) -> bool:
        return self.home >= max(ENOUGH[HOME], self.place)


def weigh_names(
    doc: Doc, words: NameWords, spans: Iterable[tuple[int, int]], people: People = ()
) -> Iterator[Named]:
    """How likely the names at some characters of a paragraph are places or homes.

    `people` are named in the paragraph.
    """
    for start, end in spans:
        signs = find_signs(doc, start, end, words, people)
        if signs is not None:
            likely = [weights_for(doc, FILE, sort).likelihood(signs) for sort in (PLACE, HOME)]
            yield Named(start, end, *likely)
