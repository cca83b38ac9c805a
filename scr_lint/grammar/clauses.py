"""What the grammar of a clause says: where it ends, what it denies, requires or points back to."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ..causes.relation import Piece
from .parse import neighbour
from .voice import subject_of

if TYPE_CHECKING:
    from spacy.tokens import Token

#: Words that stand for the sentence before: "this led to".
POINTERS = frozenset("this that these those it which such both they each either so".split())

_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "expl"})
_REQUIRING = frozenset("should must ought shall will would".split())
# Verbs before "to", with which the second verb has come about: "seemed to make".
_RAISING = frozenset(
    "seem appear tend come help combine continue serve begin likely conspire go".split()
)
# What a sentence says that judges: what follows its "because" justifies and does not explain.
_VERDICTS = frozenset(
    """important vital essential crucial critical significant concerning worrying serious
    regrettable necessary imperative helpful useful valuable relevant inappropriate appropriate
    unacceptable notable noteworthy positive commendable advisable""".split()
)
_NOT_ONLY = frozenset("only just simply merely solely entirely wholly purely necessarily".split())
# Verbs that tell of a state: "as it was", "since he knew" give reasons; "as he left" a time.
_STATES = frozenset(
    "be have know believe think feel want need seem lack mean involve exist do see".split()
)
_SETTLED = frozenset("could can had have has may might would did was were is are been".split())
_NO_EVIDENCE = re.compile(
    r"\b(?:no|not any|little) (?:evidence|indication|suggestion|sign) (?:that|of|to)\b"
    r"|\b(?:nothing|not anything) to (?:suggest|indicate|show)\b",
    re.IGNORECASE,
)


def lacks_evidence(sentence: Piece) -> bool:
    """Whether a sentence says that there is no evidence for what it names."""
    return bool(_NO_EVIDENCE.search(sentence.tokens.text))


def part_start(sentence: Piece, at: int) -> int:
    """The first token after the last semicolon before a token, or that of the sentence."""
    doc, first = sentence.tokens.doc, sentence.tokens.start
    return next((i + 1 for i in range(at - 1, first - 1, -1) if doc[i].text == ";"), first)


def part_end(sentence: Piece, at: int) -> int:
    """The next semicolon from a token on, or the end of the sentence."""
    doc, last = sentence.tokens.doc, sentence.tokens.end
    return next((i for i in range(at, last) if doc[i].text == ";"), last)


def opens(sentence: Piece, at: int) -> bool:
    """Whether a word stands at the head of its sentence, but for "and", "partly" and the like."""
    before = sentence.tokens.doc[sentence.tokens.start : at]
    return all(t.is_punct or t.pos_ in {"ADV", "CCONJ", "SPACE", "NUM", "X"} for t in before)


def governing_verb(token: Token) -> Token:
    """The verb that a phrase belongs to, or the top of its sentence."""
    above = token.head
    while above.pos_ not in {"VERB", "AUX"} and above.head.i != above.i:
        above = above.head
    return above


def negated(verb: Token) -> bool:
    """Whether a verb is denied: "did not lead", but not "did not only lead"."""
    return any(c.dep_ == "neg" for c in verb.children) and not any(
        c.lower_ in _NOT_ONLY for c in verb.children
    )


def denies(sentence: Piece, start: int) -> bool:
    """Whether the connective at a token is denied: "not because", "this was not due to"."""
    if lacks_evidence(sentence):
        return True
    doc = sentence.tokens.doc
    before = [t.lower_ for t in doc[max(sentence.tokens.start, start - 3) : start]]
    if any(word in _NOT_ONLY for word in before):
        return False
    if before and before[-1] in {"not", "never"}:
        return True
    verb = governing_verb(doc[start])
    verb = verb.head if verb.i > start and verb.dep_ == "advcl" else verb
    subject = subject_of(verb)
    pointing = subject is not None and subject.lower_ in POINTERS
    return verb.lemma_ == "be" and pointing and negated(verb)


def wanted(verb: Token) -> bool:
    """Whether a verb is required or still to come, and so has caused nothing: "should lead to"."""
    auxiliaries = {c.lower_ for c in verb.children if c.dep_ == "aux"}
    if "to" in auxiliaries:
        return verb.head.lemma_ not in _RAISING
    return bool(auxiliaries & _REQUIRING) and "have" not in auxiliaries


def requires(verb: Token) -> bool:
    """Whether a clause asks for something: "must be seen", but not "should have been seen"."""
    auxiliaries = {c.lower_ for c in verb.children if c.dep_ == "aux"}
    if verb.lemma_ == "need" and any(c.dep_ == "xcomp" for c in verb.children):
        return verb.tag_ in {"VBZ", "VBP"}
    return bool(auxiliaries & {"should", "must", "ought", "shall"}) and "have" not in auxiliaries


def judges(verb: Token) -> bool:
    """Whether a clause judges or requires: "is important", "should be seen"."""
    if any(c.lower_ in {"should", "must", "ought"} and c.dep_ == "aux" for c in verb.children):
        return True
    return any(c.dep_ in {"acomp", "attr"} and c.lower_ in _VERDICTS for c in verb.children)


def points_back(verb: Token) -> bool:
    """Whether the subject of a verb stands for the sentence before: "this", "that advice"."""
    subject = subject_of(verb)
    if subject is None:
        return False
    return subject.lower_ in POINTERS or any(
        c.dep_ in {"det", "predet"} and c.lower_ in POINTERS for c in subject.children
    )


def tells_time(word: Token) -> bool:
    """Whether "as" or "since" before a clause says when, or how, and not why."""
    clause = word.head
    before = neighbour(word, -1).lower_ if word.i else ""
    if before in {"ever", "long", "just", "so", "such", "same", "well", "far", "soon", "much"}:
        return True
    following = neighbour(word)
    if following.lower_ in {"if", "though", "to", "then", "is", "was", "were", "are", "has"}:
        return True
    if following.tag_ in {"VBN", "VB"} or not any(c.dep_ in _SUBJECTS for c in clause.children):
        return True
    auxiliaries = {c.lower_ for c in clause.children if c.dep_ in {"aux", "auxpass"}}
    steady = (
        clause.lemma_ in _STATES
        or negated(clause)
        or bool(auxiliaries & _SETTLED)
        or any(c.lower_ in {"no", "nobody", "nothing", "none"} for c in clause.subtree)
    )
    if word.lower_ == "as":
        return not steady
    main = clause.head
    return not steady and any(c.lemma_ == "have" and c.dep_ == "aux" for c in main.children)
