"""Whether a passage explains practice: a cause, and in the cause something of the work.

A finding may say that one thing came of another and still explain nothing, when the cause is
another event or somebody's skill. It explains when a contributory factor stands on the cause side
of a causal relation, or is told as a condition of work beside what was done.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from ..draft import Draft
from ..once import once
from .conditions import find_conditions
from .factors import Factor, FactorKind, find_factors, stands_alone
from .only_told import is_of_another
from .relation import Link, Piece, Relation
from .wording import Marker, find_markers, relations

#: Links that set one thing beside another and claim no cause.
ONLY_BESIDE = frozenset({Link.CIRCUMSTANCE, Link.ANSWER, Link.SIGN})
# Links whose effect comes last and is what the passage is about to explain.
_ONWARD = frozenset({Link.RESULT, Link.INFLUENCE, Link.ENABLING})


class Missing(StrEnum):
    """What a passage lacks to explain practice."""

    NOTHING = "nothing"
    CAUSE = "cause"
    FACTOR = "factor"


@dataclass(frozen=True, slots=True)
class Cause:
    """A causal relation of a passage, with the contributory factors on its cause side."""

    relation: Relation
    factors: tuple[Factor, ...]


@dataclass(frozen=True, slots=True)
class Explanation:
    """How a passage explains practice.

    `causes` are its causal relations, those it denies left out; `conditions` the factors that
    stand in no relation but tell of the work as it was.
    """

    causes: tuple[Cause, ...]
    conditions: tuple[Factor, ...]

    @property
    def kinds(self) -> frozenset[FactorKind]:
        """The kinds of contributory factor that the passage explains by."""
        named = (f.kind for cause in self.causes for f in cause.factors)
        return frozenset([*named, *(f.kind for f in self.conditions)])

    @property
    def missing(self) -> Missing:
        """The element that would make it an explanation of practice."""
        if self.kinds - {FactorKind.SKILL}:
            return Missing.NOTHING
        said = any(c.factors or c.relation.link not in ONLY_BESIDE for c in self.causes)
        return Missing.FACTOR if said else Missing.CAUSE

    @property
    def firmly(self) -> Explanation:
        """The same, with those factors only that tell of the work without doubt.

        Beside a cause that explains nothing, "each assumed that another had rung" may only say
        what happened; in a relation of its own it explains.
        """
        causes = tuple(
            Cause(c.relation, tuple(f for f in c.factors if f.weight)) for c in self.causes
        )
        doubtful = {FactorKind.JUDGEMENT, FactorKind.TEAM}
        return Explanation(
            causes,
            tuple(f for f in self.conditions if f.weight >= 1 and f.kind not in doubtful),
        )

    def about(self, blocks: Collection[int]) -> Explanation:
        """The same, with what is said in some blocks only: as a cause, or of one."""

        def concerns(relation: Relation) -> bool:
            return any(p.block in blocks for p in (relation.marker, *relation.cause))

        causes = tuple(c for c in self.causes if concerns(c.relation))
        return Explanation(causes, tuple(f for f in self.conditions if f.piece.block in blocks))

    def blames(self, piece: Piece) -> bool:
        """Whether some words stand on the cause side of a relation, and not in what it explains."""
        return any(
            any(c.holds(piece) for c in cause.relation.cause)
            and not is_of_another(cause.relation, piece)
            and not any(e.holds(piece) for e in cause.relation.effect)
            for cause in self.causes
        )

    def without(self, pieces: Iterable[Piece]) -> Explanation:
        """The same, with the factors that share words with some pieces taken out."""
        left_out = list(pieces)

        def kept(factors: Iterable[Factor]) -> tuple[Factor, ...]:
            return tuple(f for f in factors if not any(p.touches(f.piece) for p in left_out))

        causes = tuple(Cause(c.relation, kept(c.factors)) for c in self.causes)
        return Explanation(causes, kept(self.conditions))


def explain(draft: Draft, passages: Iterable[Sequence[int]]) -> list[Explanation]:
    """How each passage, given as the indices of its blocks, explains practice."""
    reading = _reading(draft)
    return [reading.explanation(tuple(passage)) for passage in passages]


class _Reading:
    """What the blocks of a draft name and how they explain, each read when first asked for.

    Several rules ask of the same findings.
    """

    def __init__(self, draft: Draft) -> None:
        self._draft = draft
        self._read: set[int] = set()
        self._markers: dict[int, list[Marker]] = {}
        self._factors: dict[int, list[Factor]] = {}
        self._conditions: dict[int, list[Factor]] = {}
        self._explanations: dict[tuple[int, ...], Explanation] = {}

    def explanation(self, passage: tuple[int, ...]) -> Explanation:
        """How a passage explains practice."""
        if passage not in self._explanations:
            self._read_blocks(passage)
            self._explanations[passage] = _explain(
                _sentences(self._draft, passage),
                self._markers,
                self._factors,
                [f for i in passage for f in self._conditions.get(i, ())],
            )
        return self._explanations[passage]

    def _read_blocks(self, passage: Iterable[int]) -> None:
        new = sorted({i for i in passage if i in self._draft.docs} - self._read)
        blocks = [self._draft.blocks[i] for i in new]
        self._read.update(new)
        self._markers |= find_markers(self._draft, blocks)
        self._factors |= find_factors(self._draft, blocks)
        for i in new:
            self._conditions[i] = [
                f for s in _sentences(self._draft, [i]) for f in find_conditions(s)
            ]


@once
def _reading(draft: Draft) -> _Reading:
    return _Reading(draft)


def _explain(
    sentences: Sequence[Piece],
    markers: Mapping[int, Sequence[Marker]],
    factors: Mapping[int, Sequence[Factor]],
    conditions: Sequence[Factor],
) -> Explanation:
    named = [f for block in {s.block for s in sentences} for f in factors.get(block, ())]
    causes = []
    for relation in relations(sentences, markers):
        if relation.denied:
            continue
        inside = [f for f in (*named, *conditions) if any(c.holds(f.piece) for c in relation.cause)]
        if relation.link is Link.CIRCUMSTANCE:
            inside = [f for f in inside if f.weight]
        elif relation.link is Link.SIGN:
            inside = []
        causes.append(Cause(relation, tuple(inside)))
    # What a relation explains is no explanation: "… meant that nobody could see the whole".
    effects = [e for c in causes if c.relation.link in _ONWARD for e in c.relation.effect]
    alone = [*(f for f in named if stands_alone(f)), *conditions]
    apart = [f for f in alone if not any(e.holds(f.piece) for e in effects)]
    standing = _standing(sentences, apart)
    return Explanation(tuple(causes), tuple(standing))


def _standing(sentences: Sequence[Piece], factors: Sequence[Factor]) -> Iterator[Factor]:
    """The factors that outside a relation weigh enough, alone or with those of the next sentence."""
    per_sentence = [[f for f in factors if s.holds(f.piece)] for s in sentences]
    for at, own in enumerate(per_sentence):
        near = [f for beside in per_sentence[max(0, at - 1) : at + 2] for f in beside]
        whole = any(f.weight >= 1 for f in near)
        if whole or len({f.kind for f in near}) > 1:
            yield from own


def _sentences(draft: Draft, passage: Iterable[int]) -> list[Piece]:
    return [Piece(i, sent) for i in passage for sent in draft.sentences(draft.blocks[i])]
