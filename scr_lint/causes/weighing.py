"""Whether a passage explains practice, by what, and what else it says, as its signs together tell.

What a sign is worth was learnt from passages that people marked: `learning/explanations.py` makes the
weights, and says how well they do on files that they were not learnt from.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from ..draft import Draft
from ..learnt import logistic, read_weights
from .evidence import evidence_signs
from .explanation import Explanation
from .reach import reach_signs
from .relation import Piece
from .signs import Signs, find_signs, with_forms

#: So many words are weighed at a time: a long passage explains if one of its parts does.
_AT_A_TIME = 150
_FILE = "explaining.json"
#: From which likelihood on a rule finds: chosen by the figures on files left out.
LEAST = {"FND001": 0.5, "FND002": 0.85, "FND003": 0.55, "FND004": 0.53, "FND005": 0.5}
#: What a passage may fail to say, by the code of the rule that finds it, and the signs that it does.
SAYING = {"FND004": evidence_signs, "FND005": reach_signs}


@dataclass(frozen=True)
class Weights:
    """What each sign is worth to a rule: above 0 it speaks for what the rule finds, below against."""

    bias: float
    counts: dict[str, float]
    tags: dict[str, float]
    vector: list[float]

    def likelihood(self, signs: Signs) -> float:
        """How likely a passage with such signs is one that the rule is to find, from 0 to 1."""
        total = self.bias
        total += sum(worth * signs.counts.get(name, 0.0) for name, worth in self.counts.items())
        total += sum(worth * signs.tags.get(tag, 0.0) for tag, worth in self.tags.items())
        if self.vector and signs.vector is not None:
            total += float(signs.vector @ self.vector)
        return logistic(total)


def explains(draft: Draft, blocks: Sequence[int], why: Explanation) -> bool:
    """Whether some blocks explain practice, `why` being the explanation found in them."""
    return describes(draft, blocks, why) < LEAST["FND001"]


def describes(
    draft: Draft, blocks: Sequence[int], why: Explanation, labels: Sequence[Piece] = ()
) -> float:
    """How likely some blocks only tell what happened, by what explains in them and their labels."""
    each = (
        _likely("FND001", draft, part, why.about(part), labels) for part in _parts(draft, blocks)
    )
    return min((likely for likely in each if likely is not None), default=0.0)


def blames(
    code: str, draft: Draft, blocks: Sequence[int], why: Explanation, labels: Sequence[Piece]
) -> float:
    """How likely some blocks blame what the rule of that code is about: a label, or want of skill."""
    return _likely(code, draft, blocks, why, labels) or 0.0


def lacks(code: str, draft: Draft, blocks: Sequence[int]) -> float:
    """How likely some blocks fail to say what the rule of that code asks for."""
    signs = with_forms(draft, blocks, SAYING[code](draft, blocks))
    return _weights(code, _has_vectors(signs)).likelihood(signs) if signs.tags else 0.0


def _likely(
    code: str, draft: Draft, blocks: Sequence[int], why: Explanation, labels: Sequence[Piece]
) -> float | None:
    """How likely it is by the weights of a rule; None where there are no words."""
    signs = find_signs(draft, blocks, why, labels)
    return _weights(code, _has_vectors(signs)).likelihood(signs) if signs.tags else None


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
    return signs.vector is not None and len(signs.vector) == len(_weights("FND001", True).vector)


@cache
def _weights(code: str, with_vectors: bool) -> Weights:
    own = read_weights(_FILE)[code]["with vectors" if with_vectors else "without vectors"]
    return Weights(own["bias"], own["counts"], own["tags"], own["vector"])
