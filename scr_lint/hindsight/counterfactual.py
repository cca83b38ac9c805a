"""The grammar of what might have been: "should have asked", "had they asked", "if only".

Dekker calls these counterfactuals: they say what people did not do and keep a reader from asking
why they did what they did (S. Dekker, The Field Guide to Understanding Human Error).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Span as SpacySpan
    from spacy.tokens import Token

_MODALS = frozenset(
    {"should", "shoulda", "ought", "could", "would", "might", "may", "must", "needed"}
)
_UNREAL = frozenset({"would", "could", "might", "may", "'d", "’d", "should"})
# "of" and "off" are what the ear makes of "should've".
_HAVE = frozenset({"have", "'ve", "’ve", "ve"})
_NEGATIONS = frozenset({"not", "n't", "n’t", "never", "hardly", "scarcely", "no"})
_NOBODY = frozenset({"nobody", "none", "no", "neither", "nothing"})
# Participles that the model takes for nouns.
_TAKEN_FOR_NOUNS = frozenset({"rung"})
_BUT_FOR = re.compile(r"but for|were it not for|had it not been for", re.IGNORECASE)
_WINDOW = 12


@dataclass(frozen=True, slots=True)
class PerfectModal:
    """A modal with a perfect infinitive: "could easily have been prevented".

    `verb` is the last verb of the chain ("prevented", or "been" before an adjective); None where
    the words stop at "have". `others` are further modals joined to it ("could and should").
    """

    modal: str
    verb: Token | None
    tokens: SpacySpan
    negated: bool


def perfect_modals(sentence: SpacySpan) -> Iterator[PerfectModal]:
    """Every "should have done" of a sentence, questions and interposed words included.

    "Should have a named worker" is possession and "should have agreed procedures" too: the
    participle has to belong to the verb.
    """
    for token in sentence:
        modal = token.lower_.replace("’", "'")
        if modal not in _MODALS or token.pos_ not in {"AUX", "VERB", "X", "NOUN", "PROPN"}:
            continue
        found = _have_after(token, sentence)
        if found is None:
            continue
        have, verb = found
        last = verb or have
        between = {t.lower_ for t in sentence.doc[token.i : last.i]}
        yield PerfectModal(
            modal=modal.replace("shoulda", "should"),
            verb=verb,
            tokens=sentence.doc[token.i : last.i + 1],
            negated=bool(between & _NEGATIONS),
        )


def unreal_conditions(sentence: SpacySpan) -> Iterator[SpacySpan]:
    """The conditions of a past that did not happen: "had they asked", "if she had been told",
    "but for the delay"."""
    for token in sentence[:-1]:
        if match := _BUT_FOR.match(sentence.doc[token.i : token.i + 4].text):
            if _unreal(token.head, sentence):
                yield sentence.doc[token.i : token.i + len(match.group().split())]
            continue
        if token.lower_ != "had":
            continue
        if (inverted_condition := _had_been(token, sentence)) is not None:
            yield inverted_condition
            continue
        verb = token.head if token.dep_ in {"aux", "auxpass"} else token
        subject = next((c for c in verb.children if c.dep_ in {"nsubj", "nsubjpass", "expl"}), None)
        if subject is None or not _is_perfect(token, verb):
            continue
        inverted = subject.i > token.i and token.i == verb.left_edge.i
        marked = any(c.dep_ == "mark" and c.lower_ in {"if", "unless"} for c in verb.children)
        marked = marked and token.i != verb.i  # "only if the police had evidence"
        if (inverted or (marked and verb.dep_ == "advcl")) and _unreal(verb.head, sentence):
            yield sentence.doc[verb.left_edge.i : verb.i + 1]


def _had_been(had: Token, sentence: SpacySpan) -> SpacySpan | None:
    """ "Had the referral been accepted", wherever the parse hangs it, beside what would have been."""
    doc = had.doc
    if had.i + 1 >= sentence.end or doc[had.i + 1].pos_ not in {"DET", "PRON", "PROPN"}:
        return None
    if not any(t.lower_ in _UNREAL and t.tag_ == "MD" for t in sentence):
        return None
    for token in doc[had.i + 2 : min(had.i + 9, sentence.end - 1)]:
        if token.is_punct or token.tag_ in {"VBD", "VBZ", "VBP", "MD"}:
            return None
        if token.lower_ == "been":
            after = doc[token.i + 1]
            return doc[had.i : after.i + 1 if after.tag_ == "VBN" else token.i + 1]
    return None


def negated(token: Token) -> bool:
    """Whether a verb or adjective is denied, by itself, its verb or its subject ("nobody")."""
    words = {
        c.lower_
        for c in token.children
        if c.dep_ in {"neg", "advmod", "det", "preconj"} and not is_aside(c)
    }
    if words & (_NEGATIONS | {"less", "barely", "n't"}):
        return True
    if token.dep_ in {"acomp", "attr", "oprd"} and token.head.pos_ in {"AUX", "VERB"}:
        return negated(token.head)
    return any(
        c.dep_ in {"nsubj", "nsubjpass"}
        and (c.lower_ in _NOBODY or any(g.lower_ in _NOBODY for g in c.children))
        for c in token.children
    )


def is_aside(word: Token) -> bool:
    """Whether a "not" belongs to words put in: "was, not to put too fine a point on it, …"."""
    doc = word.doc
    return (
        0 < word.i < len(doc) - 1 and doc[word.i - 1].text == "," and doc[word.i + 1].text == "to"
    )


def is_past(verb: Token) -> bool:
    """Whether a clause tells of the past, by its verb or the auxiliaries before it."""
    chain = [verb, *(c for c in verb.children if c.dep_ in {"aux", "auxpass"})]
    return any(
        t.tag_ == "VBD" or (t.lower_ in {"have", "has", "had"} and t.dep_ == "aux") for t in chain
    )


def _have_after(modal: Token, sentence: SpacySpan) -> tuple[Token, Token | None] | None:
    """The "have" of a modal, and the last verb of the chain after it."""
    doc = modal.doc
    for have in doc[modal.i + 1 : min(modal.i + _WINDOW, sentence.end)]:
        misheard = have.lower_ == "of" and doc[have.i - 1].lower_ in _MODALS | {"not", "n't", "n’t"}
        if misheard or have.lower_ in _HAVE:
            break
        if have.tag_ in {"VB", "VBD", "VBZ", "VBP", "VBG", "MD"} and have.lower_ not in _MODALS:
            return None
    else:
        return None
    verb: Token | None = None
    for token in doc[have.i + 1 : sentence.end]:
        participle = token.tag_ in {"VBN", "VBD"} or token.lower_ in _TAKEN_FOR_NOUNS
        if participle and token.dep_ not in {"amod", "compound"}:
            verb = token
            if token.lemma_ not in {"be", "have", "get"}:
                break
        elif token.is_punct:
            if verb is not None or token.is_quote:
                break  # "the sentence “you should have” was banned"
        elif token.pos_ not in {"ADV", "PART", "PUNCT", "CCONJ"}:
            break
    if verb is None:
        following = doc[have.i + 1] if have.i + 1 < sentence.end else None
        if following is not None and not following.is_punct and following.pos_ != "CCONJ":
            return None
    return have, verb


def _is_perfect(had: Token, verb: Token) -> bool:
    return had.i == verb.i or verb.tag_ in {"VBN", "VBD"}


def _unreal(verb: Token, sentence: SpacySpan) -> bool:
    """Whether the clause a condition hangs on is unreal too: "would have", "could be"."""
    modals = {c.lower_ for c in verb.children if c.dep_ == "aux"}
    if modals & _UNREAL:
        return True
    return any(t.lower_ in _UNREAL and t.tag_ == "MD" for t in sentence)
