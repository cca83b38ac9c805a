"""Whether a noun that no list names stands for somebody who can act, by the nouns it is like.

The lists hold bodies and posts, and things that never act. A noun that is nearer to the first in the
model's word vectors ("hoteliers", "diocese") can be asked; one nearer to the second ("caseload",
"chronology") cannot, whatever a sentence says that it should do.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, TypeAlias

from .. import vocabulary
from ..grammar.phrases import split_phrases
from .outcome import is_family

if TYPE_CHECKING:
    import numpy as np
    from spacy.tokens import Token
    from spacy.vocab import Vocab

    Array: TypeAlias = np.ndarray

#: Neighbours that are asked, and how much nearer those who act must be. Set on the tuning half.
_NEIGHBOURS = 5
_LEAST, _SURELY = 0.13, 0.27
#: Verbs that things take as well: "the form should include …", "rooms should have a lock".
_OF_THINGS = frozenset(
    """be have include cover say show contain consist apply reflect describe become last start begin
    happen involve focus need mean aim form go come take remain continue follow occur improve
    increase help allow enable support ensure give make provide lead result address set capture
    feature identify inform run stay stand seem appear underpin work cease""".split()
)
#: Endings of nouns for people by what they do.
_DOERS = ("ers", "ors", "ists", "ians", "eers", "ist", "ian", "eer", "men", "women", "man", "woman")
_DOER = 0.1
#: What it counts that a verb's object is the doer's own, which things rarely have.
_OWNER = 0.25


def can_act(noun: Token, verb: Token | None = None) -> bool:
    """Whether a noun is one for somebody who can be asked to act, as the subject of a verb.

    Children and families can act, and are not whom recommendations are for.
    """
    if is_family(noun) or noun.pos_ not in {"NOUN", "PROPN"} or not noun.has_vector:
        return False
    if noun.lower_ == "person":
        return any(c.dep_ == "relcl" for c in noun.children)
    actors, things = _vectors(noun.vocab)
    vector = noun.vector / noun.vector_norm
    nearer = _near(actors, vector) - _near(things, vector)
    nearer += _DOER if noun.lower_.endswith(_DOERS) else 0.0
    doubtful = verb is None or verb.lemma_ in _OF_THINGS
    if verb is not None and not doubtful and _does_to_its_own(verb):
        nearer += _OWNER
    return nearer > (_SURELY if doubtful else _LEAST)


def _does_to_its_own(verb: Token) -> bool:
    """Whether something is done to what belongs to the doer: "the region is to replace its tool"."""
    objects = (c for c in verb.children if c.dep_ == "dobj")
    return any(c.lower_ in {"its", "their"} for o in objects for c in o.children)


def _near(known: Array, vector: Array) -> float:
    """How near a word is to the nearest of some."""
    return float(sum(sorted(known @ vector)[-_NEIGHBOURS:]) / _NEIGHBOURS)


@cache
def _vectors(vocab: Vocab) -> tuple[Array, Array]:
    """The vectors of nouns for those who act, and of those for things, each of length 1."""
    actors, things = _words()
    return _matrix(vocab, actors - things), _matrix(vocab, things - actors)


def _matrix(vocab: Vocab, words: frozenset[str]) -> Array:
    import numpy as np  # here: rules are listed without it

    known = [vocab[word] for word in sorted(words)]
    return np.array([w.vector / w.vector_norm for w in known if w.has_vector and w.vector_norm])


@cache
def _words() -> tuple[frozenset[str], frozenset[str]]:
    """Nouns for those who act, and nouns for things and for what is thought or done."""
    actors: set[str] = set()
    things: set[str] = set()
    for row in vocabulary.load("scr_lint", "bodies"):
        last = row["words"].split()[-1].lower()
        if len(row["words"].split()) < 3 and row["kind"] != "name":
            (things if row["kind"] == "thing" else actors).add(last)
    for row in vocabulary.load("scr_lint", "occupations"):
        actors |= {phrase.split()[-1].lower() for phrase in split_phrases(row["words"])}
    for row in vocabulary.load("scr_lint", "abstract"):
        if row["kind"] == "noun":
            things |= {w for w in split_phrases(row["words"]) if w not in actors}
    for row in vocabulary.load("scr_lint", "persons"):
        if row["who"] in {"child", "family"}:
            things -= set(split_phrases(row["words"]))
    return frozenset(actors), frozenset(things)
