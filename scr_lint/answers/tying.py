"""How sure it is that a recommendation answers a finding, in view of all the others that might.

Each recommendation is taken to be about one finding or none, the likelier the more alike they are.
What the signs of likeness are worth was learnt from recommendations marked as tied to nothing:
`learning/ties.py` makes the weights, and says how well they do on files that they were not
learnt from.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np

from ..learnt import read_weights
from .likeness import Array, Likeness

#: How often the recommendations are shared out anew, each in view of the others.
_ROUNDS = 3
#: How much of an even share of the recommendations puts nobody off a finding: where there are three
#: for each finding, a second one is no surprise. Chosen by the figures on files left out.
_EVEN = 0.35
_FILE = "tying.json"


@dataclass(frozen=True)
class Weights:
    """What speaks for a tie: the three signs of likeness.

    And what against it: the weight of being about nothing, more of it where the others print the
    numbers of their findings; a finding that another names, or likely means.
    """

    shares: float
    courses: float
    same: float
    none: float
    unnumbered: float
    taken: float
    crowded: float


@dataclass(frozen=True)
class Signs:
    """How alike each recommendation (row) and each finding (column) of a draft are.

    `fixed` are the findings of those that are tied by number or place, `named` is the share of
    recommendations that are tied by number.
    """

    shares: Array
    courses: Array
    same: Array
    fixed: Mapping[int, Collection[int]]
    named: float

    @classmethod
    def of(
        cls, alike: Sequence[Likeness], fixed: Mapping[int, Collection[int]], named: int
    ) -> Signs:
        """The signs of some recommendations, of which so many name their findings by number."""
        return cls(
            np.array([own.shares for own in alike]),
            np.array([own.courses for own in alike]),
            np.array([own.same for own in alike]),
            fixed,
            named / len(alike),
        )


def share_out(signs: Signs, weights: Weights | None = None) -> Array:
    """The chance that each recommendation is about each finding; the rest is that of none.

    What others are about already is the less likely to be meant again: reviews seldom spend two
    recommendations on one finding and none on the next.
    """
    w = weights or learnt()
    many, findings = signs.shares.shape
    taken = np.zeros(findings)
    for own in signs.fixed.values():
        taken[list(own)] = 1.0
    alike = w.shares * signs.shares + w.courses * signs.courses + w.same * signs.same
    pull = np.exp(alike - w.taken * taken)
    pull[list(signs.fixed)] = 0.0  # what number or place ties is about nothing else
    none = math.exp(w.none + w.unnumbered * signs.named)
    even = _EVEN * max(many / findings - 1, 0.0)
    chances: Array = pull / (pull.sum(axis=1, keepdims=True) + none)
    for _ in range(_ROUNDS):
        others = np.maximum(chances.sum(axis=0, keepdims=True) - chances - even, 0.0)
        left = pull * np.exp(-w.crowded * others)
        chances = left / (left.sum(axis=1, keepdims=True) + none)
    return chances


@cache
def learnt() -> Weights:
    """The weights that ship."""
    return Weights(**read_weights(_FILE))
