"""People at work who speak of their work in reported speech: "SW1 and nine others told us that …".

It is testimony where the reviewers hear it ("told us", "in interview", "those we met"), or where it is of the
work itself: its lists and hours, what those who do it know, fear or lack. What was said in the case, of the
child, the family, an injury or a home, is part of the story: "teachers reported that he was hungry".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..grammar.clauses import negated
from ..grammar.parse import subjects
from ..persons.mentions import Who, known_as
from ..persons.people import Side, side_of
from .tellings import PLURAL, is_present, is_reviewers, listed

if TYPE_CHECKING:
    from spacy.tokens import Span as SpacySpan
    from spacy.tokens import Token

#: "SW1", "T2", "HV 3": a code with a number, not one of kin or of a child.
_CODE = re.compile(r"(?!(?:YP|CH|C|S|AD|A|M|F|KS|CP|ICD|EHCP|GCSE|COVID)\d)[A-Z]{1,4}\d{1,2}")
#: Verbs of the vocabulary that are more often of doing or believing than of saying.
_NO_SAYING = frozenset("give have know think put agree write name call offer".split())
_ALSO_SAYING = frozenset("state say talk speak note comment liken compare".split())
#: Saying that needs no clause: "described the desk as …", "spoke of lists that are full".
_DEPICTING = frozenset("describe recall speak talk mention liken compare remember".split())
_HEARING = frozenset({"dobj", "dative", "pobj", "nsubjpass"})
_MEETING = frozenset("meet interview hear see speak talk listen ask".split())
_WHERE = frozenset(
    "interview interviews conversation conversations event events workshop workshops discussion discussions".split()
)
_TALKS = frozenset("conversation conversations discussion discussions".split())
_MANNERS = frozenset({"word", "account", "phrase", "view"})


def speaking(sentence: SpacySpan) -> Iterator[Token]:
    """The words of a sentence at which somebody at work speaks of it to the reviewers."""
    for token in sentence:
        if (
            (token.pos_ in {"VERB", "AUX"} and _says(token))
            or _is_in_words_of(token)
            or _is_whom_we_met(token)
        ):
            yield token


def workers_in(noun: Token) -> tuple[Token, ...]:
    """The workers that a phrase names, counted or beside others: "most of those on the team"."""
    found: list[Token] = []
    for one in (noun, *noun.conjuncts):
        if _is_worker(one):
            found.append(one)
        elif one.pos_ in {"NUM", "ADJ", "PRON", "DET", "NOUN"} and (below := _counted(one)):
            found += workers_in(below)
    return tuple(found)


def _is_worker(noun: Token) -> bool:
    if _CODE.fullmatch(noun.text):
        return True
    if noun.pos_ == "NUM" and noun.i and noun.nbor(-1).text.isupper():
        return bool(_CODE.fullmatch(f"{noun.nbor(-1).text}{noun.text}"))
    if noun.lower_ == "staff":
        return True
    if noun.lower_ in {"those", "all"}:
        return _are_at_work(noun)
    if is_reviewers(noun):
        return False
    known = known_as(noun.lower_) or known_as(noun.lemma_.lower())
    return known is not None and known[0] is Who.STAFF and noun.pos_ in {"NOUN", "PROPN"}


def _counted(one: Token) -> Token | None:
    """Whom "eight of the ten practitioners", "a group of nurses", "most of those on duty" are of."""
    for prep in (c for c in one.children if c.dep_ == "prep" and c.lower_ == "of"):
        of = next((c for c in prep.children if c.dep_ == "pobj"), None)
        if of is None:
            continue
        if one.pos_ != "NOUN" or one.lower_ in _GROUPS:
            return of
    return None


def _are_at_work(those: Token) -> bool:
    """ "Those on the duty team"."""
    near = (c for c in those.children if c.dep_ == "prep" and c.lower_ in {"on", "in", "from"})
    return any(side_of(t) is Side.STAFF for c in near for t in c.children)


_GROUPS = frozenset(
    "group number majority half handful dozen couple third quarter most some none".split()
)


def _says(verb: Token) -> bool:
    saying = (listed("saying") - _NO_SAYING) | _ALSO_SAYING
    put_so = verb.lemma_ == "put" and any(c.lower_ == "it" for c in verb.children)
    if (verb.lemma_ not in saying and not put_so) or negated(verb):
        return False
    if any(c.tag_ == "MD" for c in verb.children):
        return False
    if any(c.dep_ == "auxpass" for c in verb.children):
        who = [t for c in verb.children if c.dep_ == "agent" for t in c.children]
    else:
        who = list(subjects(verb))
    workers = [w for noun in who for w in workers_in(noun)]
    if not workers or _is_of_family(verb):
        return False
    claims = [c for c in verb.children if c.dep_ in {"ccomp", "advcl", "xcomp"}]
    said = bool(claims) or put_so or any(c.lower_ == "so" for c in verb.children)
    said = said or verb.lemma_ in _DEPICTING or verb.dep_ in {"ccomp", "csubj"}
    if not said:
        return False
    if not _reviewers_hear(verb) and _others_hear(verb):
        return False
    told = [c for c in claims if c.dep_ == "ccomp"]
    several = len(workers) > 1 or any(map(_is_several, workers))
    in_interview = _is_in_interview(verb)
    if put_so and verb.dep_ == "advcl":
        return is_present(verb.head) and not _is_of_case(verb.head, verb)
    if in_interview or _reviewers_hear(verb) or any(map(_is_met, workers)):
        if any(map(is_present, told)):
            return True
        return not any(map(_is_of_an_event, told)) and (several or in_interview)
    if verb.dep_ == "ccomp":
        told.append(verb)
    if told:
        return any(_is_of_work(c, several=several) and not _is_of_an_event(c) for c in told)
    return several and _is_of_work(verb, several=several)


def _is_of_an_event(verb: Token) -> bool:
    """ "That eleven had been lost": what happened, and not what the work is like."""
    return verb.tag_ == "VBN" and any(c.lower_ == "had" for c in verb.children)


def _is_of_work(said: Token, *, several: bool) -> bool:
    """Whether words are of the work of those who say them: "that they had no time", "their lists"."""
    if _is_of_case(said):
        return False
    within = list(said.subtree)
    if any(t.lemma_.lower() in _WORK for t in within):
        return True
    own = {"they", "we"} if several else {"he", "she", "i", "they"}
    if not any(s.lower_ in own for s in subjects(said)):
        return False
    if any(t.lemma_.lower() in _OF_RECORD for t in within):
        return False  # "that they had no concerns"
    unable = any(c.lower_ in {"could", "can", "dared"} for c in said.children)
    return unable or said.lemma_ in _INNER


def _is_of_case(said: Token, besides: Token | None = None) -> bool:
    """Whether words speak of the family, a body or a home: of the case, and not of the work."""
    apart = {t.i for t in besides.subtree} if besides is not None else set()
    for token in said.subtree:
        if token.i in apart:
            continue
        side = side_of(token)
        if token.lower_ in _ONE or token.lemma_.lower() in _CASE:
            if side is not Side.STAFF:
                return True
        elif token.pos_ in {"NOUN", "PROPN"} and side is Side.FAMILY:
            # "Families", "children": those whom anybody works with.
            certain = any(c.dep_ in {"det", "poss"} for c in token.children)
            if certain or token.tag_ not in PLURAL:
                return True
    return False


def _is_met(worker: Token) -> bool:
    """ "The practitioners we met", "officers interviewed for this review"."""
    near = (worker, worker.head, worker.head.head)
    return any(
        c.dep_ in {"relcl", "acl"}
        and c.lemma_ in _MEETING
        and (any(map(is_reviewers, subjects(c))) or any(map(is_reviewers, c.subtree)))
        for noun in near
        for c in noun.children
    )


_ONE = frozenset("he him his she her hers".split())
#: What the work is made of, and what it does to those who do it.
_WORK = frozenset(
    """list caseload workload work job time hour day week shift rota staffing vacancy target deadline pressure manager supervision
    supervisor training morale culture diary desk system form paperwork screen queue backlog inbox team capacity
    stress tiredness fear computer database software budget turnover sickness overtime induction""".split()
)
#: What is known or written of a case, however inwardly it is put.
_OF_RECORD = frozenset(
    "concern record information trace contact evidence report reason doubt notification referral".split()
)
_INNER = frozenset(
    """have be feel know think believe fear want hope need lack find dread worry trust struggle cope rely wish
    like prefer avoid assume dare tire learn""".split()
)
_CASE = frozenset(
    """injury bruise wound mark rash fracture home house flat garden kitchen bedroom door case placement crime incident
    address allegation disclosure alarm fire room cot bed smell baby weight scene""".split()
)


def _is_several(worker: Token) -> bool:
    return worker.tag_ in PLURAL or worker.lower_ in {"staff", "those", "all"}


def _is_of_family(verb: Token) -> bool:
    """Whether what is said is of the family: "told us that the mother was guarded"."""
    return any(
        side_of(s) is Side.FAMILY for c in verb.children if c.dep_ == "ccomp" for s in subjects(c)
    )


def _heard(verb: Token) -> list[Token]:
    near = [c for c in verb.children if c.dep_ in {"dobj", "dative", "prep", "nsubjpass"}]
    return [
        t
        for c in near
        for t in (c, *c.children)
        if t.dep_ in _HEARING and (t.head.pos_ != "ADP" or t.head.lower_ in {"to", "with", "for"})
    ]


def _reviewers_hear(verb: Token) -> bool:
    return any(
        is_reviewers(t) and not any(c.lower_ == "of" for c in t.children) for t in _heard(verb)
    )


def _others_hear(verb: Token) -> bool:
    """ "Told the mother", "said to the nurse": then it was said in the case."""
    return any(side_of(t) is not None or t.pos_ == "PRON" for t in _heard(verb) if t.lower_ != "it")


def _is_in_interview(verb: Token) -> bool:
    """ "In interview", "at the learning event", "in conversations"; not "in an interview with the mother"."""
    return any(
        t.lower_ in _WHERE
        and (t.lower_ not in _TALKS or t.tag_ in PLURAL or _is_with_reviewers(t))
        and not (_with_whom(t) and not _is_with_reviewers(t))
        for c in verb.children
        if c.dep_ == "prep" and c.lower_ in {"in", "at", "during"}
        for t in c.children
    )


def _with_whom(talk: Token) -> list[Token]:
    return [t for c in talk.children if c.lower_ in {"with", "between"} for t in c.children]


def _is_with_reviewers(talk: Token) -> bool:
    return any(map(is_reviewers, (*_with_whom(talk), *(c for c in talk.children))))


def _is_in_words_of(word: Token) -> bool:
    """ "According to HV2", "in the words of a manager", where what follows is of the work."""
    if word.lower_ == "to" and word.i and word.nbor(-1).lower_ == "according":
        whose = [c for c in word.children if c.dep_ == "pobj"]
    elif (
        word.lemma_ in _MANNERS and word.dep_ == "pobj" and word.head.lower_ in {"in", "by", "from"}
    ):
        of = [t for c in word.children if c.lower_ == "of" for t in c.children]
        whose = [*of, *(c for c in word.children if c.dep_ == "poss")]
    else:
        return False
    workers = [w for one in whose for w in workers_in(one)]
    if not workers:
        return False
    if any(map(_is_met, workers)):
        return True
    verb = word.sent.root
    quoted_self = word.lemma_ == "word" and any(
        t.lower_ in _SELF and t.i > word.i for t in word.sent
    )
    return quoted_self or _is_of_work(verb, several=any(map(_is_several, workers)))


_SELF = frozenset("i we me us my our".split())


def _is_whom_we_met(noun: Token) -> bool:
    """ "For the officers to whom we talked, …": what follows is as they see it."""
    if noun.dep_ != "pobj" or noun.head.lower_ not in {"for", "among"} or not workers_in(noun):
        return False
    return any(
        c.dep_ == "relcl" and c.lemma_ in _MEETING and any(map(is_reviewers, subjects(c)))
        for c in noun.children
    )
