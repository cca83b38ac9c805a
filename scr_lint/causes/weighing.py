"""Whether a passage explains practice, by all its signs together.

What a sign is worth was learnt from passages that people marked: `explaining/learn.py` makes the
weights, and says how well they do on files that they were not learnt from.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources

from ..draft import Draft
from .explanation import Explanation
from .signs import Signs, find_signs

#: So many words are weighed at a time: a long passage explains if one of its parts does.
_AT_A_TIME = 150
_FILE = "explaining.json"


@dataclass(frozen=True)
class Weights:
    """What each sign is worth: above 0 it speaks for an account of events, below for a reason."""

    bias: float
    counts: dict[str, float]
    tags: dict[str, float]
    vector: list[float]

    def likelihood(self, signs: Signs) -> float:
        """How likely a passage with such signs only tells what happened, from 0 to 1."""
        total = self.bias
        total += sum(worth * signs.counts[name] for name, worth in self.counts.items())
        total += sum(worth * signs.tags.get(tag, 0.0) for tag, worth in self.tags.items())
        if self.vector and signs.vector is not None:
            total += float(signs.vector @ self.vector)
        return 1 / (1 + math.exp(-total))


def explains(draft: Draft, blocks: Sequence[int], why: Explanation) -> bool:
    """Whether some blocks explain practice, `why` being the explanation found in them."""
    return describes(draft, blocks, why) < 0.5


def describes(draft: Draft, blocks: Sequence[int], why: Explanation) -> float:
    """How likely some blocks only tell what happened, `why` being the explanation in them."""
    return min(_each(draft, blocks, why), default=0.0)


def _each(draft: Draft, blocks: Sequence[int], why: Explanation) -> Iterator[float]:
    for part in _parts(draft, blocks):
        signs = find_signs(draft, part, why.about(part))
        if signs.tags:
            yield _weights(_has_vectors(signs)).likelihood(signs)


def _parts(draft: Draft, blocks: Sequence[int]) -> Iterator[list[int]]:
    """Some blocks in parts that are not long, as far as a single block is not."""
    part: list[int] = []
    length = 0
    for index in blocks:
        words = len(draft.blocks[index].text.split())
        if part and length + words > _AT_A_TIME:
            yield part
            part, length = [], 0
        part.append(index)
        length += words
    if part:
        yield part


def _has_vectors(signs: Signs) -> bool:
    """Whether the model has vectors like those of the default model, which the weights are for."""
    return signs.vector is not None and len(signs.vector) == len(_weights(True).vector)


@cache
def _weights(with_vectors: bool) -> Weights:
    file = resources.files("scr_lint") / _FILE
    both = json.loads(file.read_text(encoding="utf-8"))
    own = both["with vectors" if with_vectors else "without vectors"]
    return Weights(own["bias"], own["counts"], own["tags"], own["vector"])
