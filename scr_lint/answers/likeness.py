"""How much of what a recommendation is about, a finding is about: by shared words and near ones.

Words are compared by their stem and, where those differ, by the model's word vectors, so that
"nights and weekends" comes near "out of hours". What stands in every finding tells nothing; what
every such report uses tells little. Lengths are evened out: a long finding shares words with
anything.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, TypeAlias

import numpy as np

from .. import vocabulary
from ..draft import Draft, Span
from ..grammar.phrases import split_phrases

if TYPE_CHECKING:
    from spacy.tokens import Token
    from spacy.vocab import Vocab

Array: TypeAlias = np.ndarray

# The numbers below were set on the tuning half of the corpora as a whole, by cross-validation.
#: What a word says of the matter, by its part of speech.
_MATTER = {"NOUN": 1.0, "PROPN": 1.0, "VERB": 1.0, "ADJ": 0.8, "ADV": 0.3}
#: What a word weighs that every report uses, next to one that does not.
_EVERYDAY = 0.4
#: Words that say when or how often: next to nothing of the matter.
_TIMES = frozenset("year month week day time date".split())
_WHEN = 0.1
#: What the names of those asked to act weigh: the Trust may be asked for anything.
_ASKED = 0.2
#: Vectors nearer than this have something in common.
_NEAR = 0.2
#: How much of a finding's length is evened out: 0.5 as in a cosine, 1 as in a share.
_LENGTH = 0.75
#: Words as like as this are shown to the reader as what the two have in common.
_SHOWN = 0.6


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a passage's matter: its lemma, what it weighs, its vector of length 1 (or 0), and
    whether it is a common word, which may be shown: a capital may be somebody's name."""

    lemma: str
    weight: float
    vector: Array
    is_common: bool


Matter: TypeAlias = dict[str, Word]


@dataclass(frozen=True, slots=True)
class Likeness:
    """How alike one passage is to each of several, and the words it has in common with each.

    `shares` tells by each word's nearest, `courses` by where the words point as a whole (a cosine),
    `same` by the words that stand in both, each weighed by its rarity.
    """

    shares: Array
    courses: Array
    same: Array
    words: tuple[tuple[str, ...], ...]


def matter(draft: Draft, blocks: Iterable[int], start: int, asked: Iterable[Span] = ()) -> Matter:
    """The words that say what a passage is about, by their stem.

    `start` is where the first block's text begins, after its label; `asked` are the words that
    name who is to act.
    """
    found: Matter = {}
    spans = list(asked)
    for index in blocks:
        for token in draft.docs.get(index) or ():
            if token.idx < start or not _says(token):
                continue
            lemma = token.lemma_.lower()
            weight = _MATTER[token.pos_] * (_EVERYDAY if lemma in _everyday() else 1.0)
            weight *= _WHEN if lemma in _TIMES else 1.0
            if any(s.block == index and s.start <= token.idx < s.end for s in spans):
                weight *= _ASKED
            stem = _stem(lemma)
            if stem not in found or found[stem].weight < weight:
                found[stem] = Word(lemma, weight, _vector(token.vocab, lemma), _is_common(token))
        start = 0
    return found


def _is_common(token: Token) -> bool:
    """Whether a word is written small, and so is no name; the first of a sentence may be one."""
    return token.text.islower() and token.pos_ != "PROPN" and len(token.text) > 2


def likeness(own: Matter, others: Sequence[Matter]) -> Likeness:
    """How alike a passage is to each of some others, each word weighed by how few of them have it."""
    shares = np.zeros((len(own), len(others)))
    near = np.zeros((len(own), len(others)), dtype=bool)
    courses, same = np.zeros(len(others)), np.zeros(len(others))
    if own and others:
        vectors = np.array([word.vector for word in own.values()])
        weights = np.array([word.weight for word in own.values()])
        for at, other in enumerate(others):
            if other:
                shares[:, at], near[:, at] = _compare(list(own), vectors, weights, other)
        shares *= _rarity(shares)[:, None] / math.sqrt(float(weights.sum()) + 1)
        courses = np.array([_course(own) @ _course(other) if other else 0.0 for other in others])
        standing = np.array([[stem in other for other in others] for stem in own], dtype=float)
        same = (weights * _rare(standing)) @ standing
    lemmas = [word.lemma for word in own.values()]
    shown = [word.is_common for word in own.values()]
    words = tuple(
        tuple(
            lemmas[i] for i in np.argsort(-shares[:, at], kind="stable") if near[i, at] and shown[i]
        )
        for at in range(len(others))
    )
    return Likeness(shares.sum(axis=0), courses, same, words)


def _compare(
    stems: Sequence[str], vectors: Array, weights: Array, other: Matter
) -> tuple[Array, Array]:
    """What each word shares with its nearest in another passage, and whether that is plainly near."""
    its = np.array([word.weight for word in other.values()])
    alike = vectors @ np.array([word.vector for word in other.values()]).T
    alike = np.clip((alike - _NEAR) / (1 - _NEAR), 0, 1)
    columns = {stem: i for i, stem in enumerate(other)}
    for row, stem in enumerate(stems):
        if stem in columns:
            alike[row, columns[stem]] = 1.0
    shared = (alike * np.sqrt(np.outer(weights, its))).max(axis=1)
    return shared / (float(its.sum()) + 1) ** _LENGTH, alike.max(axis=1) >= _SHOWN


def _course(words: Matter) -> Array:
    """Where the words of a passage point together, by their weights."""
    whole: Array = np.sum([word.weight * word.vector for word in words.values()], axis=0)
    return whole / max(float(np.linalg.norm(whole)), 1e-9)


def _rare(standing: Array) -> Array:
    """1 for a word in none of some passages or few of many, less the more of them have it."""
    count = standing.shape[1]
    rare: Array = np.log((count + 1) / (standing.sum(axis=1) + 0.5)) / math.log(count + 1.5)
    return np.minimum(rare, 1.0)


def _rarity(shares: Array) -> Array:
    """1 for a word that one finding has, less the more of them have it or its like, 0 for all."""
    count = shares.shape[1]
    most = np.maximum(shares.max(axis=1, keepdims=True), 1e-9)
    having = np.maximum((shares / most).sum(axis=1), 1.0)
    rarity: Array = np.log((count + 1) / having) / math.log(count + 1)
    return rarity


def _says(token: Token) -> bool:
    return (
        token.pos_ in _MATTER
        and token.is_alpha
        and len(token) > 2
        and not token.is_stop
        and token.ent_type_ not in {"ORDINAL", "CARDINAL"}
    )


def _vector(vocab: Vocab, lemma: str) -> Array:
    """A word's vector, seen from the middle of all of them; nothing for a word without one."""
    if not vocab.vectors_length or not vocab.has_vector(lemma):
        return np.zeros(vocab.vectors_length)
    vector = np.asarray(vocab[lemma].vector)
    vector = vector / max(float(np.linalg.norm(vector)), 1e-9) - _middle(vocab)
    length = float(np.linalg.norm(vector))
    return vector / length if length else vector


@cache
def _middle(vocab: Vocab) -> Array:
    vectors = np.asarray(vocab.vectors.data)
    lengths = np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1e-9)
    middle: Array = (vectors / lengths).mean(axis=0)
    return middle


_ENDINGS = re.compile(
    r"(?:ational|ations?|ional|ions?|ments?|ances?|ences?|ers?|ors?|ings?|ives?|able|ible|ally|al|"
    r"ists?|ity|ies|ness|ship|ed|es|s|e|y|t)$"
)


@cache
def _stem(word: str) -> str:
    """What a word and its relatives begin with: supervision, supervisor and supervise."""
    short = _ENDINGS.sub("", word)
    return short if len(short) >= 4 else word


@cache
def _everyday() -> frozenset[str]:
    rows = vocabulary.load("scr_lint", "everyday")
    return frozenset(word for row in rows for word in split_phrases(row["words"]))
