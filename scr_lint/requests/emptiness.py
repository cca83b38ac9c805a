"""How likely a request holds nothing that anybody could see to be done.

"A more robust and joined-up approach should be taken" holds nothing; "the duty desk should move to the
front door" does. `concrete` tells the plain cases by its lists; here its answer is one sign among others:
how much else is said, when, by whom and to what end, and where the verbs and nouns lie among the model's
word vectors, so that words count that no list has. What each is worth was learnt from marked text by
`learning/empty.py`, which says how well the weights do on files left out.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any, TypeAlias

from ..draft import Draft, Recommendation
from ..learnt import logistic, read_weights
from ..vector_weights import mean_vector
from .clauses import requests
from .concrete import holds_tangible, is_abstract, is_addressee, is_empty, is_preface, sentences_of
from .outcome import says_outcome
from .timescale import says_when
from .verbs import phrases

if TYPE_CHECKING:
    import numpy as np
    from spacy.tokens import Token

    Array: TypeAlias = np.ndarray

FILE = "empty_requests.json"
#: From what likelihood on a request is taken as empty, where the lists say so and where they do not:
#: chosen by the figures on files left out.
STILL_LIKELY, LIKELY = 0.4, 0.75
LISTED = "empty by its words"
_NOUNS = frozenset({"NOUN", "PROPN"})
_ASIDE = frozenset({"relcl", "advcl"})
_OBJECTS = frozenset("dobj ccomp xcomp attr nsubjpass prep dative advcl".split())


@dataclass(frozen=True)
class Signs:
    """What a recommendation shows: numbers by name, and where its verbs and nouns lie."""

    numbers: Mapping[str, float]
    verbs: Array
    nouns: Array


def likely_empty(draft: Draft, item: Recommendation) -> bool:
    """Whether it is likely that nothing a recommendation asks for could be seen to be done."""
    signs, worth = signs_of(draft, item), _weights()
    if len(signs.verbs) != len(worth["verbs"]):
        return is_empty(draft, item)  # a model without the vectors learnt with
    total = float(worth["bias"])
    total += sum(worth["numbers"][name] * value for name, value in signs.numbers.items())
    total += float(signs.verbs @ worth["verbs"]) + float(signs.nouns @ worth["nouns"])
    return logistic(total) >= (STILL_LIKELY if signs.numbers[LISTED] else LIKELY)


def signs_of(draft: Draft, item: Recommendation) -> Signs:
    """What a recommendation shows of how much it asks for."""
    verbs: list[Token] = []
    words: list[Token] = []
    every: list[Token] = []
    sentences = list(sentences_of(draft, item))
    for block, sentence, start in sentences:
        verbs += [r.verb for r in requests(sentence, start) if not is_preface(r.verb)]
        own = [t for t in sentence if t.idx >= start]
        every += own
        words += [t for t in own if t.is_alpha and not is_addressee(item, block, t)]
    words = [t for t in words if t.pos_ == "VERB" or not t.is_stop]
    nouns = [t for t in words if t.pos_ in _NOUNS]
    things = [t for t in words if t.pos_ in _NOUNS or t.pos_ == "VERB"]
    abstract = sum(map(is_abstract, things))
    many = max(len(things), 1)
    who = item.addressees
    width = every[0].vocab.vectors_length if every else 0
    numbers = {
        LISTED: is_empty(draft, item),
        "tangible": holds_tangible(item),
        "share abstract": abstract / many,
        "concrete words": math.log(1 + len(things) - abstract),
        "words": math.log(1 + len(things)),
        "adjectives": sum(t.pos_ == "ADJ" for t in words) / many,
        "joined nouns": sum(t.dep_ == "conj" for t in nouns) / max(len(nouns), 1),
        "sentences": math.log(1 + len(sentences)),
        "number": any(t.like_num for t in every),
        "name": any(t.pos_ == "PROPN" for t in words),
        "clause": any(t.dep_ in _ASIDE for t in every),
        "quotation": any(t.text in {'"', "“", "”"} for t in every),
        "somebody's": any(t.tag_ in {"PRP$", "POS"} for t in every),
        "one of a kind": any(_is_one(t) for t in every),
        "weak verbs": bool(verbs) and all(map(_is_weak, verbs)),
        "no object": bool(verbs) and not any(c.dep_ in _OBJECTS for v in verbs for c in v.children),
        "of vague people": bool(who) and all(w.vague for w in who),
        "of nobody": not who,
        "when": says_when(draft, item),
        "what for": says_outcome(draft, item),
    }
    return Signs(
        {name: float(v) for name, v in numbers.items()},
        _middle(verbs, width),
        _middle(nouns, width),
    )


def _is_one(word: Token) -> bool:
    """Whether a word makes its noun one of a kind that is no abstraction: "a list"."""
    return word.lower_ in {"a", "an", "one"} and word.dep_ == "det" and not is_abstract(word.head)


def _is_weak(verb: Token) -> bool:
    listed = phrases().get(verb.lemma_.lower(), ())
    return any(row["strength"] == "weak" for rest, row in listed if not rest)


def _middle(tokens: Sequence[Token], width: int) -> Array:
    """The mean of some words' vectors, each of length 1; nothing where none has one."""
    import numpy as np  # here: rules are listed without it

    middle = mean_vector(tokens)
    return np.zeros(width) if middle is None else middle


@cache
def _weights() -> Any:
    import numpy as np

    worth = read_weights(FILE)
    return {**worth, "verbs": np.array(worth["verbs"]), "nouns": np.array(worth["nouns"])}
