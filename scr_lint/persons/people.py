"""Who a clause is about: the family, the people who worked with them, or the review itself."""

from __future__ import annotations

from collections.abc import Container
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING

from .. import vocabulary
from ..grammar.phrases import split_phrases
from ..grammar.voice import subject_of
from ..once import once_a_text

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_PRONOUNS = frozenset("she he they who her him them his their hers theirs".split())

# Nouns that a pronoun of the other sex cannot stand for.
_MALE = frozenset(
    """father dad stepfather step-father stepdad grandfather uncle brother stepbrother husband
    boyfriend boy son man""".split()
)
_FEMALE = frozenset(
    """mother mum mummy stepmother step-mother grandmother gran aunt sister stepsister wife
    girlfriend girl daughter woman midwife""".split()
)
_UNFIT = {"she": _MALE, "her": _MALE, "hers": _MALE, "he": _FEMALE, "him": _FEMALE, "his": _FEMALE}
_OWNING = frozenset({"of", "in", "among", "amongst", "within", "between"})


class Side(StrEnum):
    """On which side of a case somebody stands."""

    FAMILY = "family"
    STAFF = "staff"
    REVIEW = "review"


def side_of(noun: Token) -> Side | None:
    """The side of the person a noun or pronoun stands for; None where it stands for nobody known.

    A pronoun takes the side of the last person before it in the paragraph that was a subject, or
    failing that of the last one named.
    """
    if noun.pos_ == "PRON" and noun.lower_ in _PRONOUNS:
        return _antecedent(noun)
    sides = _sides()
    for key in (noun.lower_, noun.lemma_.lower()):
        if key in sides:
            return sides[key]
    if noun.pos_ == "PROPN":
        return next((sides[t.lower_] for t in noun.lefts if t.lower_ in sides), None)
    return None


def holder_of(word: Token, owning: Container[str] = _OWNING) -> Side | None:
    """The side of whoever has a feeling, task or thing: its possessor, or the clause's subject.

    `owning` are the prepositions before a possessor: "the fear among staff". A fear "of" somebody
    is as a rule not theirs.
    """
    for child in word.children:
        if child.dep_ == "poss" or (child.dep_ == "prep" and child.lower_ in owning):
            of = next(iter(child.children), child) if child.dep_ == "prep" else child
            side = side_of(of)
            if side:
                return side
    if word.dep_ == "amod" and (side := side_of(word.head)):
        return side
    above = word
    while above.head.i != above.i and subject_of(above) is None:
        if above.dep_ in {"relcl", "acl"} and (side := side_of(above.head)):
            return side
        above = above.head
    subject = subject_of(above)
    if subject is None or subject.i == word.i:
        return None
    if subject.lower_ in {"who", "that", "which"} and above.dep_ == "relcl":
        subject = above.head
    return side_of(subject)


def _antecedent(pronoun: Token) -> Side | None:
    named: Side | None = None
    unfit = _UNFIT.get(pronoun.lower_, frozenset())
    for token, side in reversed(_people_in(pronoun.doc)):
        if token.i >= pronoun.i or token.lemma_.lower() in unfit:
            continue
        if token.dep_ in {"nsubj", "nsubjpass"}:
            return side
        named = named or side
    return named


@once_a_text
def _people_in(doc: Doc) -> tuple[tuple[Token, Side], ...]:
    """The nouns of a paragraph that stand for people, in order, with their sides."""
    nouns = (t for t in doc if t.pos_ in {"NOUN", "PROPN"})
    return tuple((t, side) for t in nouns if (side := side_of(t)))


@cache
def _sides() -> dict[str, Side]:
    return {
        word.lower(): Side(row["side"])
        for row in vocabulary.load("scr_lint", "people")
        for word in split_phrases(row["words"])
    }
