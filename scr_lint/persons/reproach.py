"""Reproaches made by construction and not by a word of abuse.

"Has rightly been criticised", "deserves censure", "must take her share of the responsibility",
"did not trouble to knock", "fell short of what the boy deserved", "a better officer would have gone".
Each is of those at work; of the family it would be another matter.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..grammar.voice import subject_of
from ..hindsight.compared import is_comparative
from ..hindsight.counterfactual import is_past, negated, perfect_modals
from .children import PERSONAL, who_is
from .mentions import Cast, Who

if TYPE_CHECKING:
    from spacy.tokens import Span as SpacySpan
    from spacy.tokens import Token

_AT_WORK = frozenset({Who.STAFF, Who.BODY})
_CENSURING = frozenset(
    "blame castigate censure chastise condemn criticise criticize discipline rebuke reprimand reproach".split()
)
_CENSURE = frozenset(
    "blame censure condemnation criticism disapproval opprobrium rebuke reproach reprimand shame".split()
)
_JUSTLY = frozenset("deservedly fairly justifiably justly properly rightfully rightly".split())
_DESERVING = frozenset({"deserve", "merit", "warrant", "earn"})
_BEARING = frozenset("accept bear carry own shoulder take".split())
_SHARES = frozenset("share part portion measure full".split())
_RESPONSIBILITY = frozenset({"responsibility", "accountability", "blame", "liability"})
_OBLIGED = frozenset("must should ought have has".split())
_TROUBLING = frozenset({"bother", "trouble", "deign", "condescend", "stir", "care"})
_NOBODY = frozenset({"nobody", "none", "neither", "no"})
_OWED = frozenset("deserve deserved entitled right expect owed due".split())
_ABLE = frozenset(
    "able good competent conscientious diligent caring brave bold kind wise clever thoughtful keen".split()
)
# Who is said to have fallen short of it: "a competent officer would have asked".
_FIT = frozenset(
    "capable competent conscientious decent diligent half-decent self-respecting".split()
)
_PERSONS = frozenset("manager professional pair person team".split())


def reproaches(token: Token, cast: Cast) -> Iterator[SpacySpan]:
    """The reproach that a word makes to somebody at work."""
    if token.pos_ in {"VERB", "AUX"}:
        for found in (
            _justly_censured(token, cast),
            _bears_its_share(token, cast),
            _took_no_trouble(token, cast),
            _fell_short(token, cast),
        ):
            if found is not None:
                yield found
    elif token.pos_ in {"NOUN", "PROPN"} and (found := _outdone(token, cast)) is not None:
        yield found


def _is_at_work(noun: Token | None, cast: Cast) -> bool:
    if noun is None:
        return False
    if noun.lower_ == "each" or noun.lower_ in _NOBODY | {"both", "all", "some", "one", "any"}:
        of = [g for c in noun.children if c.dep_ == "prep" for g in c.children]
        return any(who_is(g, cast) in _AT_WORK for g in of)
    return who_is(noun, cast) in _AT_WORK


def _justly_censured(verb: Token, cast: Cast) -> SpacySpan | None:
    """Has "rightly been criticised"; "deserves the criticism"."""
    if negated(verb):
        return None
    subject = subject_of(verb)
    if verb.lemma_ in _CENSURING and subject is not None and subject.dep_ == "nsubjpass":
        justly = next((c for c in verb.children if c.lower_ in _JUSTLY), None)
        if justly is not None and _is_at_work(subject, cast):
            return verb.doc[min(justly.i, verb.i) : max(justly.i, verb.i) + 1]
    if verb.lemma_ in _DESERVING:
        noun = next((c for c in verb.children if c.dep_ == "dobj"), None)
        if (
            noun is not None
            and noun.lemma_.lower() in _CENSURE
            and not negated(noun)
            and subject is not None
            and who_is(subject, cast) not in {Who.FAMILY, Who.CHILD}
        ):
            return verb.doc[verb.i : noun.i + 1]
    return None


def _bears_its_share(verb: Token, cast: Cast) -> SpacySpan | None:
    """Must take "her share of the responsibility"."""
    if verb.lemma_ not in _BEARING or negated(verb):
        return None
    noun = next((c for c in verb.children if c.dep_ == "dobj"), None)
    if noun is None:
        return None
    below = [noun, *(g for c in noun.children if c.lower_ == "of" for g in c.children)]
    share = noun.lemma_.lower() in _SHARES or any(c.lower_ in _SHARES for c in noun.children)
    if not share or not any(t.lemma_.lower() in _RESPONSIBILITY for t in below):
        return None
    subject = subject_of(verb)
    if subject is None:
        return None
    if who_is(subject, cast) in {Who.FAMILY, Who.CHILD} and subject.lower_ not in PERSONAL:
        return None
    last = max(t.i for t in below)
    return verb.doc[verb.i : last + 1]


def _took_no_trouble(verb: Token, cast: Cast) -> SpacySpan | None:
    """The officer "did not trouble to" knock; "nobody bothered to" ask."""
    if verb.lemma_ not in _TROUBLING or not any(c.dep_ == "xcomp" for c in verb.children):
        return None
    subject = subject_of(verb)
    if not negated(verb) or not _is_at_work(subject, cast):
        return None
    if not is_past(verb) and not any(c.lower_ == "did" for c in verb.children):
        return None
    first = min([c.i for c in verb.children if c.dep_ in {"aux", "neg"}] + [verb.i])
    return verb.doc[first : verb.i + 1]


def _fell_short(verb: Token, cast: Cast) -> SpacySpan | None:
    """Agencies "fell short of the standard this boy had a right to"."""
    if verb.lemma_ != "fall" or negated(verb) or not is_past(verb):
        return None
    below = [t for t in verb.subtree if t.i > verb.i]
    short = next((t for t in below if t.lower_ == "short"), None)
    if short is None or not any(t.lower_ in _OWED for t in below):
        return None
    return verb.doc[verb.i : short.i + 1]


def _outdone(noun: Token, cast: Cast) -> SpacySpan | None:
    """An "abler" social worker would have spotted it; any "competent" one would."""
    if who_is(noun, cast) is not Who.STAFF and noun.lemma_ not in _PERSONS:
        return None
    for word in noun.children:
        more = any(c.lower_ == "more" for c in word.children)
        base = word.lower_.removesuffix("r").removesuffix("e")
        able = {word.lemma_.lower(), base, f"{base}e"} & _ABLE or word.lower_ == "better"
        fit = word.lemma_.lower() in _FIT
        if word.dep_ == "amod" and (fit or (able and (more or is_comparative(word)))):
            indefinite = any(c.lower_ in {"a", "an", "any", "no"} for c in noun.children)
            unreal = any(
                m.modal in {"would", "might", "could"} and m.verb == noun.head
                for m in perfect_modals(noun.sent)
            )
            if indefinite and unreal and noun.dep_ == "nsubj":
                return noun.doc[word.i : word.i + 1]
    return None
