"""What single words show of how usual a thing is said to be: of this case alone, or of more.

Each word gives the names of the signs it shows: how much of a kind it speaks of ("every", "other"),
for how long ("still"), where ("in the county"), and whether a clause tells what has come about or
what was done, by one worker, by several, or by nobody who is named.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..grammar.parse import subjects
from ..persons.people import Side, side_of
from .counts import SAMPLE, size_of
from .tellings import PLURAL, is_full_verb, is_perfect, is_present, is_reviewers

if TYPE_CHECKING:
    from spacy.tokens import Token

#: Small words, each a sign of its own.
_HOW_MUCH = frozenset(
    "every each any all most many both few several some other another others same such".split()
)
_WHEN_AND_WHERE = frozenset(
    "still today since ever always never then yet again longer there".split()
)
# Where a service is, and what a review may look across.
PLACES = frozenset(
    """borough county region area district city country nation service trust force team system
    valley division authority parish board locality profession department directorate network
    estate town""".split()
)
#: Places and bodies that are one among many of their kind, and what a sample is of.
PEERS = frozenset(
    """team force authority county borough area trust board council region district ward school
    house home surgery practice hospital unit clinic service nursery prison station office centre
    site college department locality court gp midwife visitor officer worker nurse teacher""".split()
)
CASES = frozenset(
    """case family home household practice board area team school service ward hospital
    centre authority trust nursery clinic surgery agency""".split()
)
_POINTED = frozenset("the this our that".split())
_WITHIN = frozenset("in across of throughout within over".split())
_SPANS = frozenset("year decade month quarter week".split())
_LARGE = 20


def generality_signs(word: Token) -> Iterator[str]:
    """What a word shows of how usual something is."""
    lower = word.lower_
    if lower in _HOW_MUCH:
        yield lower
        yield "so much of"
    if lower in _WHEN_AND_WHERE:
        yield lower
    if word.like_num and word.pos_ == "NUM":
        yield "numbers"
        size = size_of(lower)
        if size >= SAMPLE:
            yield "large numbers" if size >= _LARGE else "numbers of a sample"
    if word.pos_ in {"NOUN", "PROPN"}:
        yield from _of_noun(word)
    if is_full_verb(word):
        yield from _of_verb(word)


def _of_noun(noun: Token) -> Iterator[str]:
    lemma = noun.lemma_.lower()
    several = noun.tag_ in PLURAL
    if lemma in PLACES and not several and any(c.lower_ in _POINTED for c in noun.children):
        yield "a place"
        if noun.dep_ == "pobj" and noun.head.lower_ in _WITHIN:
            yield "within a place"
    if lemma in PEERS | CASES and several:
        yield "peers"
    if lemma in _SPANS and not several:
        yield "a span of time"


def _of_verb(verb: Token) -> Iterator[str]:
    about = subjects(verb)
    sides = {side_of(s) for s in about}
    yield "doings"
    if is_present(verb):
        if is_perfect(verb) and Side.FAMILY not in sides and not any(map(is_reviewers, about)):
            yield "has become"
    elif _is_past(verb):
        if Side.STAFF in sides:
            yield "several did" if any(s.tag_ in PLURAL for s in about) else "one did"
        else:
            yield "was done"


def _is_past(verb: Token) -> bool:
    return verb.tag_ == "VBD" or any(
        c.tag_ == "VBD" for c in verb.children if c.dep_.startswith("aux")
    )
