"""A child likened to a thing or a beast: "passed around like a parcel", "kept like livestock".

Said of what was done to somebody, such words tell readers what to feel; "ran like the wind", "barked
like a dog" and "looks like his father" are said of what somebody does.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from .children import PERSONAL, who_is
from .mentions import Cast, Who

if TYPE_CHECKING:
    from spacy.tokens import Span as SpacySpan
    from spacy.tokens import Token

_THINGS = frozenset(
    """animal baggage bag beast cargo cattle chattel cinderella commodity criminal currency dirt dog doll
    football furniture garbage ghost goods hostage lamb leper livestock luggage meat object orphan outcast
    package parcel pawn pest pet pig piece plaything possession prisoner property punchbag punch-bag puppet
    rag rat rubbish sack scrap shadow sheep skeleton slave stray thing toy trash trophy vermin waif
    waste""".split()
)
_OWN_DOING = frozenset(
    "act bark behave be become dance dress eat feel look play run seem sing sleep smell sound talk".split()
)


def likened(token: Token, cast: Cast) -> SpacySpan | None:
    """The likening that "like" makes of somebody to whom something was done."""
    if token.lower_ != "like" or token.dep_ not in {"prep", "mark"}:
        return None
    noun = next((c for c in token.children if c.dep_ == "pobj"), None)
    if noun is None or not {noun.lemma_.lower(), noun.lower_} & _THINGS:
        return None
    verb = token.head
    if verb.pos_ not in {"VERB", "AUX"} or verb.lemma_ in _OWN_DOING:
        return None
    borne = [c for c in verb.children if c.dep_ in {"nsubjpass", "dobj"}]
    bare = verb.tag_ == "VBN" and not borne
    if not bare and not any(_is_somebody(noun, cast) for noun in borne):
        return None
    return (
        token.doc[token.i : noun.right_edge.i + 1]
        if _is_short(noun)
        else token.doc[token.i : noun.i + 1]
    )


def _is_somebody(noun: Token, cast: Cast) -> bool:
    return noun.lower_ in PERSONAL or who_is(noun, cast) in {Who.CHILD, Who.FAMILY}


def _is_short(noun: Token) -> bool:
    return noun.right_edge.i - noun.i < 3
