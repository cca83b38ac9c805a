"""Of which person in a paragraph some words tell: "Adult 2", "the uncle", the child alone.

A guess by the order of words: the last person named before them in the sentence, what a pronoun
stands for, or the first one after. Workers and people in general are nobody here.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from .children import antecedent, who_is
from .family import Standing, standing
from .mentions import Cast, Who, mention_of

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as SpacySpan

#: The key of what is told of the family as a whole, and so of everyone in it.
FAMILY = "family"
#: The key of somebody without a name of their own: "a girl", "an Iranian man".
SOMEBODY = "somebody"

_TOGETHER = frozenset(
    "family household parents children siblings brothers sisters couple twins they them their".split()
)
_NAMELESS = frozenset(
    """child baby infant toddler newborn girl boy teenager youngster youth adolescent man woman person adult suspect
    offender patient tenant pupil victim resident male female lad yp subject parent caller client prisoner""".split()
)
_CODE = re.compile(r"(?:[A-Z]{1,2}\d?|\d{1,2})$")
_COUNTED = frozenset("one another some both each many most other".split())
_PERSON_NOUNS = frozenset({"NOUN", "PROPN", "PRON", "ADJ", "NUM", "X", "DET"})


def person_of(doc: Doc, start: int, end: int, cast: Cast, subject: bool = False) -> str | None:
    """The key of the person that the words from `start` to `end` tell of; None for nobody.

    With `subject` the first person of the sentence is meant: a date or a place belongs to what
    the sentence is about.
    """
    words = doc.char_span(start, end, alignment_mode="expand")
    if words is None:
        return None
    sentence = words.sent
    before = [k for t in sentence if t.i < words.start and (k := _key(t, cast)) is not None]
    after = [k for t in sentence if t.i >= words.start and (k := _key(t, cast)) is not None]
    own = [k for k in before if k]
    if own:
        return own[0] if subject else own[-1]
    if before and not subject:
        return None  # a worker, or people in general
    if any(after):
        return next(k for k in after if k)
    if before or any(k == "" for k in after):
        return None
    return _before(doc, sentence, cast)


def _before(doc: Doc, sentence: SpacySpan, cast: Cast) -> str | None:
    """For a note without a person: the last one of the paragraph before it, or somebody."""
    for token in reversed(list(doc[: sentence.start])):
        if key := _key(token, cast):
            return key
    return SOMEBODY if not any(t.tag_ in {"VBZ", "VBP", "MD"} for t in sentence) else None


def _key(token: Token, cast: Cast) -> str | None:
    """The key of the person a token names: "" for workers and anybody, None for no person."""
    if token.pos_ not in _PERSON_NOUNS or token.lower_ in {
        "who",
        "which",
        "that",
        "this",
        "it",
        "its",
    }:
        return None
    who = standing(token, cast)
    if who is None:
        return None
    if who is Standing.ANYBODY and _is_a_case(token):
        return SOMEBODY
    if who is not Standing.FAMILY:
        return ""
    if token.pos_ == "PRON" or token.tag_ == "PRP$":
        return _of_pronoun(token, cast)
    if token.lower_ in _TOGETHER or token.tag_ in {"NNS", "NNPS"}:
        return FAMILY
    return _named(token)


def _is_a_case(token: Token) -> bool:
    """Whether "an offender", "a man" is told of somebody after all: in a sentence of the past, or, as
    "Girl, 14, seen at home", in a note."""
    if token.tag_ not in {"NN", "NNP"}:
        return False
    past = any(t.tag_ == "VBD" for t in token.sent)
    note = not past and not any(t.tag_ in {"VBZ", "VBP", "MD"} for t in token.sent)
    if any(c.lower_ in {"a", "an"} for c in token.lefts):
        return past or note
    return (
        note
        and token.lemma_.lower() in _NAMELESS
        and not any(c.dep_ in {"det", "poss"} for c in token.lefts)
    )


def _named(token: Token) -> str:
    doc = token.doc
    if _CODE.match(token.text) and token.i and doc[token.i - 1].is_alpha:
        return f"{doc[token.i - 1].lower_} {token.lower_}"
    if token.i + 1 < len(doc) and _CODE.match(doc[token.i + 1].text):
        return f"{token.lower_} {doc[token.i + 1].lower_}"
    if any(c.lower_ in _COUNTED for c in token.lefts):
        return f"{token.lemma_.lower()} at {token.i}"
    if token.lemma_.lower() in _NAMELESS or token.lower_ == "old":
        return SOMEBODY
    return token.lemma_.lower()


def _of_pronoun(token: Token, cast: Cast) -> str | None:
    if token.lower_ in _TOGETHER:
        return FAMILY
    found = antecedent(token, cast)
    if found is None or mention_of(found.token, cast) is None:
        return SOMEBODY
    if who_is(found.token, cast) in {Who.STAFF, Who.BODY}:
        return SOMEBODY  # "She told the midwife that she had lupus" tells of no midwife.
    return _named(found.token)
