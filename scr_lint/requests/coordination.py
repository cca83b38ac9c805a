"""The verbs of a request: the first, and those listed after it, by the parse or by their place.

A parser loses its way in long lists of verbs, many of which are nouns as well ("…, commission
training and audit …"); a listed verb in its base form after a comma is then one of them.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..grammar.parse import (
    is_base,
    is_infinitive,
    is_passive,
    neighbour,
    noun_phrase,
    own_subjects,
)
from .bodies import Standing, standing
from .clauses import requests
from .verbs import TENTATIVE, is_action

if TYPE_CHECKING:
    from spacy.tokens import Span as SpacySpan
    from spacy.tokens import Token

_LISTING = frozenset([",", ";", ":", ")", "and", "–", "•"])
_AGAIN = frozenset("should must need needs ought to".split())
_HEDGES = frozenset("where if when as possible appropriate necessary practicable feasible".split())
_STARTS_OBJECT = frozenset({"DET", "ADJ", "NOUN", "PROPN", "NUM", "PRON", "ADP"})
_SUBORDINATE = frozenset({"relcl", "acl", "advcl", "ccomp", "pcomp", "csubj"})
_PURPOSE = frozenset({"acl", "advcl", "xcomp"})
#: Verbs that the tagger takes for nouns even before an object without a determiner.
_TAKEN_FOR_NOUNS = frozenset(
    "commission fund launch lobby pilot recruit redesign refresh rewrite second train".split()
)
#: Verbs whose infinitive, with all that follows, is another's task: "ask schools to …".
_HANDING_OVER = frozenset(
    "ask require invite request tell train help enable allow encourage remind direct use".split()
)
#: Verbs that only open what their infinitive asks for: "agree to pay".
_CATENATIVE = frozenset(
    "agree decide undertake commit arrange seek plan aim continue begin start resume resolve".split()
)
#: Verbs of what a body decides, rather than of what its staff do: after an infinitive they go
#: back to the main verb ("… a nurse to visit hotels and close the hostel").
_DECISIONS = frozenset(
    """abolish amend appoint buy close commission create develop employ end establish extend fund
    increase introduce launch open pay procure produce publish purchase recruit redesign reduce
    refresh relaunch replace review revise rewrite set update withdraw write""".split()
)
#: Nouns that are actions themselves: "an audit of …, a rewrite of … and a conference on …".
_ACTION_NOUNS = frozenset(
    """abolition appointment audit campaign closure commissioning conference creation development
    employment establishment evaluation extension introduction launch opening pilot programme
    publication purchase recruitment redesign refresh relaunch removal replacement review revision
    rewrite survey training""".split()
)
#: What follows "save" where it means "except".
_EXCEPTED = frozenset("where when in as for that by with if to on at".split())
#: Objects that only announce what is to be done: "take the following steps: …".
_ANNOUNCING = frozenset("action step measure following thing change".split())


def verb_groups(sentence: SpacySpan, start: int = 0) -> Iterator[list[Token]]:
    """The verbs of each thing a sentence asks for, with those coordinated with it.

    `start` is the character at which the recommendation begins. What is only foreseen ("will",
    "may") is left out.
    """
    seen: set[int] = set()
    for request in requests(sentence, start):
        verb = request.verb
        group = {t for t in sentence if t.i > verb.i and _joins(t, verb)}
        if verb.tag_ != "MD" and verb.pos_ != "ADP" and not _is_foreseen(verb):
            group.add(verb)
        group.update(t for t in sentence if _is_beside(t) or _is_nominal(t))
        fresh = (t for t in group if t.i not in seen and not _is_exception(t))
        ordered = sorted(fresh, key=lambda t: t.i)
        if len(ordered) > 1 and _announces(ordered[0]):
            del ordered[0]
        seen.update(t.i for t in ordered)
        if ordered:
            yield ordered
    nouns = [t for t in sentence if t.idx >= start and _is_nominal(t)]
    if nouns and not seen:
        yield [nouns[0].conjuncts[0], *nouns]


def _is_foreseen(verb: Token) -> bool:
    """Whether a verb says what will or may be, or what is recommended elsewhere."""
    modals = {c.lower_ for c in verb.children if c.tag_ == "MD"}
    promised = "will" in modals and any(
        standing(noun_phrase(who)) is Standing.NAMED for who in own_subjects(verb)
    )
    foreseen = bool(modals & {"will", "may"}) and verb.lemma_ not in TENTATIVE
    foreseen = foreseen and not promised
    return foreseen or (verb.lemma_ == "recommend" and is_passive(verb))


def _joins(token: Token, verb: Token) -> bool:
    """Whether a word is a further verb of a request."""
    after_purpose: frozenset[str] = frozenset()
    if _follows_purpose(token, verb):
        if verb.lemma_ in _HANDING_OVER or token.lemma_.lower() not in _DECISIONS:
            return False
        after_purpose = _PURPOSE
    if not token.text[0].islower() and token.i > token.sent.start:
        return False  # a hyphen, or part of a name: "the Did Not Attend policy"
    if neighbour(token).text == "-" and token.lower_ != "re":
        return False  # "co-sleeping"
    again = neighbour(token, -2)
    hyphened = neighbour(token, -1).text == "-" and again.lower_ == "re"
    if hyphened and (again == verb or _joins(again, verb)):
        return False  # "re-let", counted by its first half
    if verb.lemma_ in _CATENATIVE and neighbour(token, -1).tag_ == "TO" and token.dep_ != "conj":
        return False  # "agree, in time for the budget, to pay"
    if _is_listed_infinitive(token, verb):
        return True
    if _is_purpose(token, verb):
        return False
    if token in verb.conjuncts and token.pos_ == "VERB":
        return is_base(token) == is_base(verb)
    if not is_action(token.lower_) or token.i + 1 >= len(token.doc) or is_passive(verb):
        return False
    following, before = neighbour(token), _separator(token, verb)
    starts = following.pos_ in _STARTS_OBJECT or following.tag_ == "VBG"  # "stop holding"
    if before.text not in _LISTING or not starts:
        return False
    mistaken = token.lower_ in _TAKEN_FOR_NOUNS and before.text != "and"
    if token.pos_ != "VERB" and following.pos_ not in {"DET", "PRON"} and not mistaken:
        return False
    return not _is_subordinate(token, verb, _SUBORDINATE - after_purpose)


def _is_listed_infinitive(token: Token, verb: Token) -> bool:
    """Whether "to" stands again before a further verb: "the Trust to fit a card and to replace …"."""
    to = neighbour(token, -1)
    if to.tag_ != "TO" or token.tag_ != "VB" or not is_infinitive(verb):
        return False
    if verb.lemma_ in _HANDING_OVER:
        return False
    tos = [t for t in verb.doc[verb.i + 1 : token.sent.end] if t.tag_ == "TO"]
    listed = [t for t in tos if neighbour(t, -1).text in {",", ";", "and"}]
    joined = any(neighbour(t, -1).text in {";", "and"} and t.i >= to.i for t in listed)
    return joined and all(t in listed for t in tos if t.i <= to.i)


def _is_purpose(token: Token, verb: Token) -> bool:
    """Whether "to" makes a verb the purpose of one without: "should review the rota, to ensure …"."""
    to = neighbour(token, -1)
    again = neighbour(token, -2).lower_ in _AGAIN
    return to.tag_ == "TO" and token.tag_ == "VB" and not again and not is_infinitive(verb)


def _separator(token: Token, verb: Token) -> Token:
    """What parts a verb from those before it, past "also", "to", "needs to" and "re-"."""
    before = neighbour(token, -1)
    if before.text == "-" and neighbour(token, -2).lower_ == "re":
        before = neighbour(token, -3)
    while before.i > verb.i and (
        before.pos_ in {"ADV", "PART"} or before.lower_ in _AGAIN or before.lower_ in _HEDGES
    ):
        before = neighbour(before, -1)
    return before


def _follows_purpose(token: Token, verb: Token) -> bool:
    """Whether a verb may go on with an infinitive: "a panel to agree places and hear children".

    A semicolon, or a comma before "and", goes back to the main verb.
    """
    infinitive = any(
        t.tag_ == "TO" and t.head.tag_ == "VB" and t.head != verb
        for t in token.doc[verb.i + 1 : max(token.i - 1, verb.i + 1)]
    )
    before = [t.lower_ for t in token.doc[max(token.i - 2, 0) : token.i]]
    going_back = {";", "should", "to"} if is_infinitive(verb) else {";", "should"}
    return infinitive and before != [",", "and"] and not going_back & set(before)


def _is_subordinate(token: Token, verb: Token, clauses: frozenset[str]) -> bool:
    """Whether a clause of one of these kinds stands between a word and the verb above it."""
    at = token
    while at.head != at and at != verb:
        if at.dep_ == "conj" and is_base(token) and at.head.tag_ in {"VBZ", "VBD"}:
            return False  # a bare verb cannot go on with a finite one
        if at.dep_ in clauses:
            return True
        at = at.head
    return False


def _is_beside(token: Token) -> bool:
    """Whether a verb opens the sentence: "as well as rewriting its policy, the Trust should …"."""
    before = [t.lower_ for t in token.doc[max(token.i - 3, 0) : token.i]]
    introduced = before == ["as", "well", "as"] or before[-2:] == ["addition", "to"]
    return token.tag_ == "VBG" and (introduced or before[-1:] in (["besides"], ["alongside"]))


def _is_nominal(token: Token) -> bool:
    """Whether a noun is a further action: "a review of …, a rewrite of … and a conference on …"."""
    if token.dep_ != "conj" or token.lemma_ not in _ACTION_NOUNS:
        return False
    first = token.conjuncts[0]
    goes_on = any(c.dep_ in {"det", "prep"} for c in token.children)
    return goes_on and first.lemma_ in _ACTION_NOUNS and first.dep_ != "compound"


def _is_exception(token: Token) -> bool:
    """Whether a word means "except": "should not, save where the court otherwise directs, …"."""
    return token.lower_ == "save" and neighbour(token).lower_ in _EXCEPTED


def _announces(verb: Token) -> bool:
    return any(c.lemma_ in _ANNOUNCING for c in verb.children if c.dep_ in {"dobj", "nsubjpass"})
