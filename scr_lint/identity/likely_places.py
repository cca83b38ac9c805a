"""Names that are likely those of places, or of homes, by all that is said beside them.

What a sign is worth was learnt from passages that people marked: `learning/places.py` makes the
weights, and says how well they do on files that they were not learnt from.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from ..learnt import logistic, read_weights
from .name_words import NameWords
from .place_signs import Signs, find_signs

if TYPE_CHECKING:
    import numpy
    from numpy.typing import NDArray
    from spacy.tokens import Doc

FILE = "naming_places.json"
PLACE, HOME = "place", "home"
#: From which likelihood on a name is one: chosen by the figures on files left out.
ENOUGH = {PLACE: 0.73, HOME: 0.8}


@dataclass(frozen=True)
class Weights:
    """What each sign is worth: above 0 it speaks for a place (or a home), below against."""

    bias: float
    tags: dict[str, float]
    vectors: dict[str, NDArray[numpy.float64]]

    def likelihood(self, signs: Signs) -> float:
        """How likely a name with such signs is one, from 0 to 1."""
        total = self.bias + sum(self.tags.get(tag, 0.0) for tag in signs.tags)
        for name, vector in signs.vectors.items():
            if name in self.vectors:
                total += float(vector @ self.vectors[name])
        return logistic(total)


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


def weigh_names(doc: Doc, words: NameWords, spans: Iterable[tuple[int, int]]) -> Iterator[Named]:
    """How likely the names at some characters of a paragraph are places or homes."""
    has_vectors = _has_vectors(doc)
    for start, end in spans:
        signs = find_signs(doc, start, end, words)
        if signs is not None:
            likely = [_weights(sort, has_vectors).likelihood(signs) for sort in (PLACE, HOME)]
            yield Named(start, end, *likely)


def _has_vectors(doc: Doc) -> bool:
    """Whether the model has vectors like those of the default model, which the weights are for."""
    width = len(next(iter(_weights(PLACE, True).vectors.values())))
    return bool(doc.vocab.vectors_length == width)


@cache
def _weights(sort: str, with_vectors: bool) -> Weights:
    import numpy

    own = read_weights(FILE)[sort]["with vectors" if with_vectors else "without vectors"]
    vectors = {name: numpy.array(each) for name, each in own["vectors"].items()}
    return Weights(own["bias"], own["tags"], vectors)
