"""Of whom a passage says something: the subject, the owner, or whoever is described.

"She refused", "her refusal", "a manipulative boy", "described him as manipulative".
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..grammar.voice import subject_of
from .children import PERSONAL
from .mentions import Cast, is_labelled_child, mention_of

if TYPE_CHECKING:
    from spacy.tokens import Token

_VERBS = frozenset({"VERB", "AUX"})
_NAMING = frozenset({"NOUN", "PROPN", "PRON"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
# Verbs whose subject describes and is not described: "the officer called it a choice".
_DESCRIBING = frozenset(
    """call consider deem describe dismiss find judge know label log note perceive portray recall
    record regard remember see term think treat view""".split()
)
_DESCRIPTIONS = frozenset({"amod", "pobj", "oprd", "prep", "acomp", "attr", "pcomp", "ccomp"})


def concerned(token: Token) -> Iterator[Token]:
    """The nouns or pronouns that a verb, adjective or noun says something about.

    Of a verb its agent or subject, of an adjective what it describes, of a noun its owner. Those
    joined to it by "and" follow; where two readings are open, both are given.
    """
    holder = _holder(token)
    if holder is None:
        return
    yield holder
    main = _main_subject(token)
    if main is not None and main.i != holder.i:
        yield main
    for other in holder.conjuncts:
        if other.i > holder.i and other.pos_ in _NAMING:
            yield other


def owner_of(noun: Token) -> Token | None:
    """Whose something is: "her choices", "the choices of the girl", "refusal by the boy"."""
    for child in noun.children:
        if child.dep_ == "poss" or (child.dep_ == "compound" and is_labelled_child(child)):
            return child
        if child.dep_ == "prep" and child.lower_ in {"of", "by"}:
            for owner in child.children:
                if _is_somebody(owner):
                    return owner
    return None


def has_subject(word: Token) -> bool:
    """Whether the clause of a word has a subject; notes often have none ("Refused to talk")."""
    verb = next((t for t in [word, *word.ancestors] if t.pos_ in _VERBS), None)
    return verb is not None and subject_of(verb) is not None


def _holder(token: Token) -> Token | None:
    """Climbs from a word to the nearest noun or pronoun that it is said of."""
    for word in [token, *token.ancestors]:
        if word.pos_ in _NAMING and (owner := owner_of(word)) is not None:
            return owner
        if _modifies(word):
            if word.head.pos_ in _NAMING and _is_somebody(word.head):
                return word.head
            continue
        describes = word.i != token.i and word.lemma_ in _DESCRIBING
        if (found := _doer(word, describes=describes)) is not None:
            return found
        if (found := _described(word)) is not None:
            return found
        if word.dep_ in _SUBJECTS:
            return None
    return None


def _modifies(word: Token) -> bool:
    if word.dep_ in {"relcl", "acl"}:
        return _subject(word) is None
    return word.dep_ in {"amod", "compound", "nmod", "appos"}


def _doer(verb: Token, *, describes: bool) -> Token | None:
    """Whom a verb is said of: its agent or subject; of one that describes, only a passive's."""
    if verb.pos_ not in _VERBS:
        return None
    subject = _subject(verb)
    if describes:
        return subject if subject is not None and subject.dep_ == "nsubjpass" else None
    agents = (noun for by in verb.children if by.dep_ == "agent" for noun in by.children)
    return next(agents, None) or subject


def _subject(verb: Token) -> Token | None:
    if verb.pos_ not in _VERBS:
        return None
    subject = subject_of(verb)
    if subject is None or subject.lower_ in {"it", "this", "there"}:
        return None
    # "Clinic: admits to drinking": what stands before a colon is a heading.
    following = subject.doc[subject.right_edge.i : subject.right_edge.i + 2]
    return None if ":" in {t.text for t in following} else subject


def _main_subject(token: Token) -> Token | None:
    """In "Father was away when she was born and was violent", the other reading: Father."""
    verb = next((t for t in [token, *token.ancestors] if t.pos_ in _VERBS), None)
    if verb is None or verb.dep_ != "conj" or verb.head.dep_ != "advcl":
        return None
    if any(c.dep_ in _SUBJECTS for c in verb.children):
        return None
    return _subject(verb.head.head)


def _described(word: Token) -> Token | None:
    """Whom "described the boy as manipulative" describes: the object before it."""
    if word.dep_ not in _DESCRIPTIONS:
        return None
    verb = word.head.head if word.head.dep_ == "prep" else word.head
    if verb.pos_ != "VERB":
        return None
    objects = (c for c in verb.children if c.dep_ == "dobj" and c.i < word.i)
    return next((noun for noun in objects if _is_somebody(noun)), None)


def _is_somebody(token: Token) -> bool:
    if token.lower_ in PERSONAL or token.lower_ in {"who", "whom"}:
        return True
    return mention_of(token, Cast()) is not None
