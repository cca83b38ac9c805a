"""Weights for signs that are so or not, and for word vectors: how likely they make something.

The scripts in `learning/` make them; each file holds those of several sorts, with and without vectors,
for a model whose vectors are not those of the default model.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from .learnt import logistic, read_weights

if TYPE_CHECKING:
    import numpy
    from numpy.typing import NDArray
    from spacy.tokens import Doc, Token


@dataclass(frozen=True, slots=True)
class Signs:
    """What is so of some words, and vectors (of length 0 or about 1) where there are any."""

    tags: frozenset[str]
    vectors: Mapping[str, NDArray[numpy.float32]]


@dataclass(frozen=True)
class Weights:
    """What each sign is worth: above 0 it speaks for what is asked, below against."""

    bias: float
    tags: dict[str, float]
    vectors: dict[str, NDArray[numpy.float64]]

    def likelihood(self, signs: Signs) -> float:
        """How likely words with such signs are one, from 0 to 1."""
        total = self.bias + sum(self.tags.get(tag, 0.0) for tag in signs.tags)
        for name, vector in signs.vectors.items():
            if name in self.vectors:
                total += float(vector @ self.vectors[name])
        return logistic(total)


def mean_vector(tokens: Sequence[Token]) -> NDArray[numpy.float32] | None:
    """The middle of some words' vectors, each of length 1; None where none has one."""
    vectors = [t.vector / t.vector_norm for t in tokens if t.vector_norm]
    return sum(vectors) / len(vectors) if vectors else None


def weights_for(doc: Doc, file: str, sort: str) -> Weights:
    """The weights of a sort, for the model that parsed a paragraph."""
    width = len(next(iter(_weights(file, sort, True).vectors.values())))
    return _weights(file, sort, bool(doc.vocab.vectors_length == width))


@cache
def _weights(file: str, sort: str, with_vectors: bool) -> Weights:
    import numpy

    own = read_weights(file)[sort]["with vectors" if with_vectors else "without vectors"]
    vectors = {name: numpy.array(each) for name, each in own["vectors"].items()}
    return Weights(own["bias"], own["tags"], vectors)
