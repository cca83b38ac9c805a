"""Constructions that lay blame: "to blame", "the fault lies with", "responsible for the death".

Which nouns take part comes from a term list; see `WordLists`: patterns fault (blame, guilt) and
duty (what somebody is held responsible for: death, harm).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..grammar.voice import subject_of
from ..grammar.wordlists import Row, WordLists
from ..hindsight.counterfactual import negated
from .children import PERSONAL, who_is
from .mentions import Cast, Who
from .of_whom import said_of
from .reproach import reproaches
from .shortcomings import shortcomings

if TYPE_CHECKING:
    from spacy.tokens import Span as SpacySpan
    from spacy.tokens import Token

# Where blame comes to rest, and who takes it.
_RESTING = frozenset("lie rest fall attach belong land sit stop remain".split())
_BEARING = frozenset(
    """bear carry take share shoulder deserve accept lay place pin put attach fix own
    admit""".split()
)
_LIABLE = frozenset("responsible accountable answerable liable".split())
# What can be faulty without anybody's blame.
_THINGS = frozenset(
    """system software computer form tool template process procedure policy rota workload arrangement
    structure law guidance equipment machine boiler letter post database record design""".split()
)
# "Responsible for what followed".
_ENSUING = frozenset({"happen", "follow", "come", "ensue", "occur", "befall", "unfold"})
_REVIEW = frozenset("we i review panel author reviewer reviewers authors one".split())
_SERVED = frozenset("patient client pupil resident tenant user prisoner detainee".split())
_ALL = frozenset({"both", "all", "everyone", "everybody", "each", "we"})
_MUST = frozenset("must should ought can cannot has have".split())


@dataclass(frozen=True, slots=True)
class Blame:
    """Words that blame, and the row of the term list that they come from."""

    tokens: SpacySpan
    row: Row


def blaming(token: Token, lists: WordLists, cast: Cast) -> Iterator[Blame]:
    """The blame that a word lays."""
    row = lists.row(token, "fault")
    if row is not None:
        tokens = _laid_on_somebody(token, lists, cast)
        if tokens is not None:
            yield Blame(tokens, row)
    elif token.lemma_ == "fail" and (whole := _failed_somebody(token, cast)) is not None:
        yield Blame(whole, _any(lists))
    elif token.lemma_ in _LIABLE and _for_harm(token, lists) and _is_worker(token, cast):
        yield Blame(token.doc[token.i : token.i + 1], _any(lists))
    for tokens in (*reproaches(token, cast), *shortcomings(token, cast)):
        yield Blame(tokens, _any(lists))


def is_thing(noun: Token) -> bool:
    """Whether a noun is a tool, rule or arrangement, which can be faulty without anybody's blame."""
    return noun.lemma_.lower() in _THINGS


def _failed_somebody(verb: Token, cast: Cast) -> SpacySpan | None:
    """The worker or body "failed her", "failed this family badly"; not "failed a test"."""
    failed = next((c for c in verb.children if c.dep_ in {"dobj", "nsubjpass"}), None)
    if failed is None or (failed.dep_ == "nsubjpass" and not _agents(verb)):
        return None
    somebody = failed.lower_ in PERSONAL or who_is(failed, cast) in {Who.CHILD, Who.FAMILY}
    if not (somebody or failed.lemma_ in _SERVED):
        return None
    doers = _agents(verb) or [s for s in [subject_of(verb)] if s is not None]
    by_worker = any(
        who_is(d, cast) in {Who.STAFF, Who.BODY} or (d.lower_ in _ALL and d.i < verb.i)
        for d in doers
    )
    return verb.doc[min(verb.i, failed.i) : max(verb.i, failed.i) + 1] if by_worker else None


def _agents(verb: Token) -> list[Token]:
    return [g for c in verb.children if c.dep_ == "agent" for g in c.children]


def _laid_on_somebody(noun: Token, lists: WordLists, cast: Cast) -> SpacySpan | None:
    doc, word = noun.doc, noun.lemma_.lower()
    before = doc[noun.i - 1].lower_ if noun.i else ""
    if word == "blame" and (noun.pos_ == "VERB" or before == "to"):
        return _blamed(noun, cast)
    if word == "fault" and before == "at":
        return doc[noun.i - 1 : noun.i + 1] if _is_person(noun, cast) else None
    grave = word in {"blame", "guilt", "fault", "culpability"} or _for_harm(noun, lists)
    verb = _verb_of(noun)
    if verb is not None and negated(verb):
        return None  # "so that the fault is not laid at a parent's door"
    if verb is not None and noun.dep_ in {"nsubj", "nsubjpass"} and verb.lemma_ in _RESTING:
        squarely = any(c.lower_ in {"squarely", "entirely", "firmly"} for c in verb.subtree)
        with_whom = [g for c in verb.children if c.dep_ == "prep" for g in c.children]
        on_thing = any(is_thing(g) or _is_no_person(g, cast) for g in with_whom)
        if (grave or squarely) and not on_thing:
            return doc[noun.i : verb.i + 1]
    if (
        verb is not None
        and noun.dep_ in {"dobj", "nsubjpass"}
        and verb.lemma_ in _BEARING
        and grave
    ):
        return doc[min(verb.i, noun.i) : max(verb.i, noun.i) + 1]
    if word == "fault" and noun.dep_ == "attr":
        owners = [c for c in noun.children if c.dep_ == "poss"]
        if any(_may_be_somebody(o, cast) for o in owners):
            return doc[owners[0].i : noun.i + 1]
    return None


def _blamed(blame: Token, cast: Cast) -> SpacySpan | None:
    """Is to blame, are much to blame, must be blamed; "we blame"; but not "he blames himself"."""
    doc = blame.doc
    if blame.i and doc[blame.i - 1].lower_ == "to":
        return doc[blame.i - 1 : blame.i + 1] if _is_person(blame, cast) else None
    subject = subject_of(blame)
    if negated(blame) or _is_not_the_aim(blame):
        return None  # "the clinic could not have been blamed"
    if any(c.dep_ == "auxpass" for c in blame.children):
        modal = any(c.lower_ in _MUST for c in blame.children)
        return doc[blame.i : blame.i + 1] if modal else None
    owns = subject is not None and subject.lower_ in _REVIEW
    if any(c.dep_ == "dobj" and is_thing(c) for c in blame.children):
        return None  # "I would blame the rota"
    return doc[blame.i : blame.i + 1] if owns else None


def _is_not_the_aim(verb: Token) -> bool:
    """Whether a review says what it is not for: "and not so that anybody should be blamed"."""
    before = verb.doc[verb.sent.start : verb.i].text.lower()
    return "not so that" in before or "not in order that" in before


def _is_person(word: Token, cast: Cast) -> bool:
    """Whether a person or a body is at fault, and not a boiler."""
    subject = None
    above = word
    while above.head.i != above.i and subject is None:
        subject = subject_of(above)
        above = above.head
    subject = subject if subject is not None else subject_of(above)
    return subject is not None and _may_be_somebody(subject, cast)


def _may_be_somebody(noun: Token, cast: Cast) -> bool:
    if noun.lower_ in PERSONAL | {"we", "i", "who", "everyone", "nobody"} - {"it"}:
        return True
    who = who_is(noun, cast)
    return (who is not None and who is not Who.CHILD) or noun.pos_ == "PROPN"


def _is_worker(word: Token, cast: Cast) -> bool:
    whos = said_of(word, cast)
    return bool(whos) and all(who in {Who.STAFF, Who.BODY} for who in whos)


def _for_harm(word: Token, lists: WordLists) -> bool:
    """Responsible *for the death*, responsibility *for what happened to her*."""
    for child in word.children:
        if child.dep_ == "prep" and child.lower_ in {"for", "in"}:
            for noun in child.children:
                if lists.row(noun, "duty") or noun.lemma_ in _ENSUING:
                    return True
    return False


def _is_no_person(noun: Token, cast: Cast) -> bool:
    """Whether fault comes to rest on a thing or a way of doing: "lay with a hunt group", "lies with
    how a service was set up"."""
    if noun.dep_ == "pcomp":
        return True
    indefinite = any(c.lower_ in {"a", "an"} for c in noun.children)
    return noun.dep_ == "pobj" and indefinite and not _may_be_somebody(noun, cast)


def _verb_of(noun: Token) -> Token | None:
    verb = noun.head
    while verb.pos_ == "NOUN" and noun.dep_ == "pobj":
        verb = verb.head
    return verb if verb.pos_ in {"VERB", "AUX"} else None


def _any(lists: WordLists) -> Row:
    return next(iter(lists.words("duty").values()))
