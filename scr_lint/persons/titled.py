"""Who is called "Mr" or "Ms" and yet is no worker: the one to whom things happen that a report is about.

A title alone may be a surgeon's or a social worker's as well as a father's. A draft that says of "Mr Orrell"
that he died, was admitted or had a wife, and nowhere what he worked as there, speaks of one of the case.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from ..grammar.voice import subject_of
from .mentions import COURTESY, Who, known_as

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
# What befalls those whom a report is about, by whether they suffer it or have it done to them.
_BEFALLS = frozenset("die suffer collapse relapse overdose self-harm".split())
_IS_DONE = frozenset(
    """admit readmit diagnose discharge detain section prescribe bear remand sentence hospitalise hospitalize
    resuscitate bury sedate intubate ventilate medicate""".split()
)
_OWN = frozenset(
    """death body condition health illness treatment medication symptom mother father parent wife husband family
    partner child son daughter brother sister diagnosis life collapse suicide body risk presentation""".split()
)
_OF_ONE = frozenset("death care treatment body collapse admission suicide condition family".split())
# What workers do before a coroner or a reviewer, or have.
_OWN_OF_WORKER = frozenset(
    "evidence statement team patient clinic report caseload colleague opinion".split()
)


def titled_of_case(docs: Iterable[Doc]) -> frozenset[str]:
    """The surnames, in small letters, that a draft's paragraphs give with a title to one of the case."""
    theirs: set[str] = set()
    workers: set[str] = set()
    for doc in docs:
        for name in _titled(doc):
            if _is_of_worker(name):
                workers.add(name.lower_)
            elif _is_of_case(name):
                theirs.add(name.lower_)
    return frozenset(theirs - workers)


def _titled(doc: Doc) -> Iterator[Token]:
    for token in doc:
        if token.pos_ == "PROPN" and any(
            c.lower_.strip(".") in COURTESY and c.text[0].isupper() for c in token.lefts
        ):
            yield token


def _is_of_worker(name: Token) -> bool:
    """Whether a name stands beside an office: "Mr Orrell, a consultant", "Ms Pell gave evidence"."""
    beside = [c for c in name.children if c.dep_ in {"appos", "attr"}]
    if name.dep_ == "appos":
        beside.append(name.head)
    if name.dep_ in _SUBJECTS:
        beside += [c for c in name.head.children if c.dep_ == "attr"]
    if name.dep_ == "poss" and name.head.lemma_.lower() in _OWN_OF_WORKER:
        return True
    known = (known_as(t.lower_) or known_as(t.lemma_.lower()) for t in beside)
    return any(found is not None and found[0] is Who.STAFF for found in known)


def _is_of_case(name: Token) -> bool:
    above = name.head
    if name.dep_ == "poss":
        return above.lemma_.lower() in _OWN
    if name.dep_ == "pobj" and above.lower_ == "of":
        return above.head.lemma_.lower() in _OF_ONE
    if name.dep_ not in _SUBJECTS or subject_of(above) != name:
        return False
    if above.lemma_.lower() in _IS_DONE:
        return name.dep_ == "nsubjpass"
    return above.lemma_.lower() in _BEFALLS
