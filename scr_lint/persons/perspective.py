"""What a passage shows of a child's own side: what the child said, wanted, felt, did or lived through.

"She asked", "he went stiff", "they were frightened", "his fear". A child who is only referred,
seen, placed and discussed is handled by others; nothing of the child shows. Which verbs handle
and which words feel comes from a term list.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from .. import vocabulary
from ..grammar.phrases import split_phrases
from ..grammar.quotation import quoted
from .focus import sightings
from .mentions import Cast, Who, mention_of

if TYPE_CHECKING:
    from spacy.tokens import Span as SpacySpan
    from spacy.tokens import Token

_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_OBSERVING = frozenset("see hear observe notice find watch film overhear".split())
_BEGINNING = frozenset("begin start continue stop use cease tend".split())
_GOING = frozenset({"go", "come"})
_LOOKING = frozenset({"look", "turn"})
_TOWARDS = frozenset("at away round around up down for to towards toward from aside back".split())
#: What makes of a verb beside it a phrase that shows nothing: "took part", "made progress".
_LIGHT = frozenset(
    "part place progress recovery effect use contact cause rise gain weight medication".split()
)
_MEANING = frozenset("mean cost leave spare bring deprive rob harm hurt force keep".split())
_I = re.compile(r"\b(?:I|I['’]\w+|[Mm]y|[Mm]e|[Ww]e|[Oo]ur|us|fi|[Ff]i)\b")


def own_side(sentence: SpacySpan, cast: Cast, *, assume: bool = False) -> Iterator[Token]:
    """The words for the child in a sentence that shows something of the child's own side.

    With `assume`, a pronoun that stands for nobody named is taken for the child.
    """
    for child in sightings(sentence, cast, assume=assume):
        if _says_or_does(child) or _owns_feeling(child):
            yield child


def lived_through(sentence: SpacySpan, cast: Cast, *, assume: bool = False) -> bool:
    """Whether a sentence says what something meant for the child.

    The child's own side, what was done to the child's body, and "for Sam this meant". With
    `assume`, a pronoun that stands for nobody named is taken for the child.
    """
    for child in sightings(sentence, cast, assume=assume):
        if _says_or_does(child) or _owns_feeling(child) or _is_meant_for(child):
            return True
        if child.dep_ == "dobj" and child.head.lemma_.lower() in _listed("felt"):
            return True  # "What frightened Cadi was visible each evening."
        if child.dep_ == "pobj" and child.head.dep_ == "agent" and not _handles(child.head.head):
            return True  # "The price was paid by the infant."
        verb = _verb_of(child)
        if verb is None or child.dep_ not in _SUBJECTS:
            continue
        if child.dep_ == "nsubj" and verb.lemma_ in {"have", "go"} and not _is_gerund(verb):
            return True
        passed = _handles(verb) or verb.lemma_.lower() in _listed("passed")
        if child.dep_ == "nsubjpass" and not passed and not _is_gerund(verb):
            return True
    return False


def quotes_somebody(text: str) -> bool:
    """Whether a passage gives words spoken in the first person."""
    return any(_I.search(text[start:end]) for start, end in quoted(text))


def _says_or_does(child: Token) -> bool:
    verb = _verb_of(child)
    if verb is None or child.dep_ not in _SUBJECTS:
        return False
    return any(_shows(word, passive=child.dep_ == "nsubjpass") for word in _joined(verb))


def _shows(verb: Token, *, passive: bool) -> bool:
    """Whether a verb with the child as its subject shows something of the child."""
    passive = passive and any(c.dep_ == "auxpass" for c in verb.children)
    if verb.lemma_ in _LOOKING and _directed(verb):
        return True  # "he looked round for more", "she turned from the teat"
    if verb.lemma_ in {"be", "feel", "seem", "look", "become", "get", "grow"}:
        return any(_feels(c) for c in verb.children if c.dep_ in {"acomp", "attr", "prep", "oprd"})
    if passive:
        if verb.lemma_ in _OBSERVING:
            seen = [c for c in verb.children if c.dep_ in {"xcomp", "advcl", "oprd", "ccomp"}]
            return any(
                _shows(c, passive=False) if c.pos_ in {"VERB", "AUX"} else _feels(c) for c in seen
            )
        return _feels(verb) and verb.lemma_ != "hurt"  # which is said of the body
    if verb.lemma_ in _BEGINNING:
        done = [c for c in verb.children if c.dep_ == "xcomp" and c.pos_ in {"VERB", "AUX"}]
        return any(_shows(c, passive=False) for c in done)
    if verb.pos_ != "VERB":
        return False
    if verb.lemma_ in _GOING and any(_shows(word, passive=False) for word in _gone_to(verb)):
        return True
    return not _handles(verb) or _in_a_state(verb) or _does_to_something(verb)


def _gone_to(verb: Token) -> Iterator[Token]:
    """What somebody went or came to do: "went to look for his mother", "went on being hungry"."""
    for child in verb.children:
        for word in (child, *(child.children if child.dep_ == "prep" else ())):
            if word.dep_ in {"xcomp", "advcl", "pcomp"} and word.pos_ in {"VERB", "AUX"}:
                yield word


def _directed(verb: Token) -> bool:
    """Whether a look or a turn goes somewhere: "at", "away", "towards the dog"."""
    if any(
        c.dep_ in {"acomp", "dobj", "attr", "npadvmod"} or c.pos_ == "NUM" for c in verb.children
    ):
        return False
    return any(c.lower_ in _TOWARDS for c in verb.children)


def _in_a_state(verb: Token) -> bool:
    """Whether a verb that shows nothing by itself tells how the child was: "ate hungrily"."""
    for word in verb.children:
        if word.dep_ in {"acomp", "oprd", "advcl"} and word.pos_ == "ADJ" and _feels(word):
            return True
        stem = word.lower_.removesuffix("ly")
        if word.dep_ == "advmod" and stem != word.lower_:
            felt = _listed("felt")
            if stem in felt or (stem.endswith("i") and f"{stem[:-1]}y" in felt):
                return True
    return False


def _does_to_something(verb: Token) -> bool:
    """Whether a verb by which others handle children tells what the child did to a thing.

    "He took the bottle", "she opened the fridge", "he missed his nan"; not "he took part", and
    not "she saw the doctor" or "visited the clinic".
    """
    lemma = verb.lemma_.lower()
    objects = [c for c in verb.children if c.dep_ == "dobj" and c.is_alpha]
    met = [m.who for c in objects if (m := mention_of(c, Cast())) is not None]
    if lemma == "miss":
        return Who.FAMILY in met
    if lemma not in _listed("done_to") or not objects:
        return False
    if verb.tag_ == "VBN" and not any(c.lemma_ == "have" for c in verb.children):
        return False  # as notes put it: "Young person seen twice"
    if lemma in {"see", "visit"} and met:
        return False
    return not any(c.lemma_.lower() in _LIGHT for c in objects)


def _joined(verb: Token) -> Iterator[Token]:
    """A verb and those joined to it without a subject of their own, and in its tense.

    "asks whether the child was seen and allows two answers" joins "allows" to "asks".
    """
    yield verb
    for other in verb.conjuncts:
        shifted = {_tense(verb), _tense(other)} == {"past", "present"}
        if not shifted and not any(c.dep_ in _SUBJECTS for c in other.children):
            yield other


def _tense(verb: Token) -> str:
    """Whether a verb, or the first auxiliary before it, is past or present; "" where neither."""
    first = next((c for c in verb.children if c.dep_ in {"aux", "auxpass"}), verb)
    return {"VBD": "past", "VBZ": "present", "VBP": "present"}.get(first.tag_, "")


def _owns_feeling(child: Token) -> bool:
    return child.dep_ == "poss" and child.head.lemma_.lower() in _listed("feeling")


def _is_meant_for(child: Token) -> bool:
    """For the baby this was …; it meant that she …; it cost Child L a move; left her with nobody."""
    if child.dep_ == "pobj" and child.head.lower_ in {"for", "to"}:
        verb = child.head.head
        return verb.lemma_ in {"be", "mean", "come", "happen", "feel"} or child.head.i < verb.i
    if child.dep_ in {"dobj", "dative"}:
        return child.head.lemma_ in _MEANING
    about = child.dep_ == "pobj" and child.head.head.pos_ in {"NOUN", "PROPN"}
    meant = child.doc[child.sent.start : child.i]
    return not about and any(word.lemma_ == "mean" for word in meant)


def _verb_of(child: Token) -> Token | None:
    head = child.head
    return head if head.pos_ in {"VERB", "AUX"} else None


def _feels(word: Token) -> bool:
    if word.lower_ == "safe" and any(c.lower_ in {"well", "sound"} for c in word.children):
        return False  # "safe and well" is what a form says
    if word.lemma_.lower() in _listed("felt") or word.lower_ in _listed("felt"):
        return True
    return any(_feels(c) for c in word.children if c.dep_ in {"conj", "pobj"})


def _handles(verb: Token) -> bool:
    return verb.lemma_.lower() in _listed("handled") | _listed("done_to")


def _is_gerund(verb: Token) -> bool:
    return verb.tag_ == "VBG" or any(c.lower_ == "being" for c in verb.children)


@cache
def _listed(kind: str) -> frozenset[str]:
    return frozenset(
        word
        for row in vocabulary.load("scr_lint", "child_perspective")
        if row["kind"] == kind
        for word in split_phrases(row["words"])
    )
