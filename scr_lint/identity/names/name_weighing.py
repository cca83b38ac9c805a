"""How likely each possible name of a draft is somebody's, as all its signs together tell.

What a sign is worth was learnt from passages in which people marked the names: `name_finder/weigh.py`
makes the weights, and says how well they do on files that they were not learnt from. What speaks for
a name in one sentence speaks for it in the next: so each mention is weighed by itself first, and
then with what was found of the same words elsewhere.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from ...learnt import read_weights
from .name_candidates import Candidate
from .name_words import Look, plain

_FILE = "naming.json"
#: Beyond this, surer is no surer.
_MOST = 6.0
# Signs by which a draft tells that a name is nobody's, here and wherever else it stands.
_NONE = frozenset({"an animal's", "a thing called so", "said to be a thing"})
# Signs by which a mention is a place's, or a person's.
_PLACE = frozenset({"stands for a place", "finder: place", "a known place, and stands for one"})
_PERSON = frozenset({"finder: person"})
_OF_DRAFT = (
    "for",
    "against",
    "others, the best",
    "others, on the whole",
    "told to be none",
    "places elsewhere",
    "people elsewhere",
    "in full",
)
#: What a mention's draft tells of it: its own evidence, for and against, and the others'.
DRAFT_SIGNS = (*_OF_DRAFT, *(f"small word: {name}" for name in _OF_DRAFT))


@dataclass(frozen=True)
class Weights:
    """What each sign is worth: above 0 it speaks for a name, below against. `signs` are those of a
    mention by itself, `draft` those of the same words in the rest of the draft."""

    bias: float
    signs: Mapping[str, float]
    draft_bias: float
    draft: Mapping[str, float]

    def by_itself(self, signs: Sequence[str]) -> float:
        """The evidence of a mention, were it the only one."""
        return self.bias + sum(self.signs.get(sign, 0.0) for sign in signs)

    def with_others(self, signs: Mapping[str, float]) -> float:
        """The evidence of a mention with that of the others of its draft."""
        return self.draft_bias + sum(self.draft.get(s, 0.0) * much for s, much in signs.items())


def weigh(candidates: Sequence[Candidate], signs: Sequence[Sequence[str]]) -> list[float]:
    """The evidence of each candidate of a draft: above 0 it is likelier a name than not."""
    weights = learnt()
    alone = [weights.by_itself(each) for each in signs]
    return [weights.with_others(each) for each in signs_of_others(candidates, signs, alone)]


def signs_of_others(
    candidates: Sequence[Candidate], signs: Sequence[Sequence[str]], alone: Sequence[float]
) -> list[dict[str, float]]:
    """For each candidate its own evidence, and what there is of the same words elsewhere."""
    same: dict[str, list[int]] = defaultdict(list)
    longer: dict[str, list[int]] = defaultdict(list)
    for at, candidate in enumerate(candidates):
        same[key_of(candidate)].append(at)
        if len(candidate.words) > 1 or candidate.title:
            for word in candidate.words:
                longer[plain(word)].append(at)
    found: list[dict[str, float]] = []
    for at, candidate in enumerate(candidates):
        own = _held(alone[at])
        here = {"for": max(own, 0.0), "against": min(own, 0.0)}
        others = [n for n in same[key_of(candidate)] if n != at]
        if others:
            each = [_held(alone[n]) for n in others]
            here["others, the best"] = max(*each, 0.0)
            here["others, on the whole"] = sum(each) / len(each)
            here["told to be none"] = any(not _NONE.isdisjoint(signs[n]) for n in others)
            for name, kinds in (("places elsewhere", _PLACE), ("people elsewhere", _PERSON)):
                here[name] = sum(not kinds.isdisjoint(signs[n]) for n in others) / len(others)
        if len(candidate.words) == 1:
            in_full = [_held(alone[n]) for n in longer[key_of(candidate)] if n != at]
            here["in full"] = max([0.0, *in_full])
        found.append({_whose(candidate) + name: much for name, much in here.items()})
    return found


def _whose(candidate: Candidate) -> str:
    """For which candidates the rest of the draft says the same: a word in small letters may be no
    more than that, whoever bears it as a name."""
    written_small = candidate.words[0].islower() and candidate.looks[0] is not Look.NAME
    return "small word: " if written_small else ""


def key_of(candidate: Candidate) -> str:
    """The words of a candidate, the same however they are written."""
    return plain(" ".join(candidate.words))


def _held(evidence: float) -> float:
    return max(-_MOST, min(_MOST, evidence))


@cache
def learnt() -> Weights:
    """The weights that ship."""
    own = read_weights(_FILE)
    return Weights(own["bias"], own["signs"], own["draft_bias"], own["draft"])
