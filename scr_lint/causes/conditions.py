"""Conditions of work that a sentence tells by its grammar rather than by a single word.

"The form had no box for fathers", "nobody whose job it was", "four of them for two hundred
families", "he could not open it on his laptop": a thing people work with that lacks or does
something, a role that nobody holds, a load, something staff were unable to do.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..grammar.clauses import negated
from ..grammar.parse import neighbour
from ..grammar.voice import subject_of
from ..persons.people import Side, side_of
from .factors import Factor, FactorKind
from .relation import Piece

if TYPE_CHECKING:
    from spacy.tokens import Token

_THINGS = frozenset(
    """system standard record database software computer screen form template proforma paperwork policy
    procedure protocol pathway guidance flowchart tool matrix handbook manual checklist
    spreadsheet inbox mailbox agenda framework threshold law process rota contract scheme target
    model criterion criteria scheme log specification budget page structure design register dashboard alert
    letterhead screen sheet app programme training definition timetable building room layout
    advice instruction rule""".split()
)
_ARRANGEMENTS = frozenset(
    """system process mechanism arrangement protocol pathway policy procedure guidance forum
    structure prompt alert flag field box space place means way route capacity cover budget funding
    service slot room power authority access incentive link meeting option facility database tool
    template alternative agreement rule expectation provision bed placement point duty backup
    restriction limit standard barrier signal cordon
    one nobody equivalent trigger mention word field column tradition
    habit appetite forum overlap check safeguard list overview sight""".split()
)
_CAPABILITIES = frozenset(
    """allow let link connect speak talk open show display flag alert prompt mention say cover
    distinguish separate split search close default freeze crash score count list reward treat
    assume take pay measure name hide bury group run lack contain come go work fail overwrite
    duplicate ask offer provide support recognise recognize identify hold have be permit enable
    store sort require arrive depend rely exist lend reach fit file log notify generate create
    produce tell match update define leave end begin start limit accommodate record capture stop
    invite look read give mean address deal""".split()
)
_LIMITED = frozenset(
    """no nothing nowhere only one single neither never not none n't n’t separate silent slow old
    complex cumbersome unclear vague unwieldy different incompatible ambiguous confusing
    contradictory outdated impossible difficult hard long short free blank automatic manual instead
    until unless without few little either""".split()
)
_STATED = frozenset(
    """design build write organise organize structure set hold keep store split link draft redraft pay measure fund commission run staff cut merge suspend withdraw
    scan locate base intend configure file""".split()
)
_TAKEN = frozenset("understand read interpret".split())
_SENSES = frozenset(
    """see open access view search read log print link spare release cover reach know tell leave
    find recruit fill afford speak prescribe enter edit attach get keep refer compel insist stop
    question challenge store trace connect""".split()
)
_ROLES = frozenset(
    """job role responsibility responsible remit task duty lead charge authority ownership accountable
    business""".split()
)
_NOBODY = frozenset("nobody noone no-one none neither".split())
_SETTING_UP = frozenset(
    """set establish agree provide arrange fund design build develop put create install introduce
    appoint commission fit specify lay""".split()
)
_COMING_UPON = frozenset("find see make hear identify take record use".split())
_HAVING = frozenset("have offer give provide contain include leave".split())
_LOADS = frozenset(
    """case family child referral visit call patient contact team county area school list file
    notification appointment household incident borough practice locality ward email e-mail post
    vacancy message client process meeting report county""".split()
)
_READ = frozenset("file record log chronology note register report audit review return".split())
_CARRYING = frozenset(
    "carry hold cover juggle manage have handle supervise oversee run serve share".split()
)
_WORKERS = frozenset(
    """worker nurse doctor paediatrician handler midwife visitor officer manager teacher practitioner
    post person people clerk consultant locum member partner administrator psychologist laptop
    car interpreter registrar crew social head hour day minute""".split()
)
_INSTRUCTING = frozenset(
    """advise tell instruct warn teach train brief expect encourage discourage forbid ask
    direct remind urge""".split()
)
_SUPPOSING = frozenset("believe think assume expect suppose presume understand trust".split())
_SAYING = frozenset(
    """require state say expect recommend provide show indicate describe record suggest note report
    confirm contain include need acknowledge recognise recognize accept agree believe feel consider
    identify highlight hold set find make give remain mean relate concern apply follow speak live
    want know continue demonstrate evidence reflect conclude raise be have""".split()
)
_NOWADAYS = frozenset("now currently today since still".split())
_PERIODS = frozenset("day week month shift night year hour session".split())
_DURING = frozenset("over within for in after under than about during".split())
_SESSIONS_OR_TIMES = frozenset("occasion time day week month year visit appointment".split())
_SESSIONS = frozenset("appointment slot consultation visit meeting surgery clinic session".split())


def find_conditions(sentence: Piece) -> Iterator[Factor]:
    """The conditions of work in a sentence, each with the word that shows it."""
    for token in sentence.tokens:
        piece = Piece(sentence.block, token.doc[token.i : token.i + 1])
        kind = _condition(token)
        if kind:
            yield Factor(kind, piece, 1.0)
        elif _is_habit(token) or _is_bound(token):
            yield Factor(FactorKind.ORGANISATION, piece, 0.5)
        elif _hinges(token):
            yield Factor(FactorKind.TASK, piece, 0.5)
        elif _regards(token):
            yield Factor(FactorKind.JUDGEMENT, piece, 1.0)


def _condition(token: Token) -> FactorKind | None:
    if token.pos_ in {"VERB", "AUX"} and not token.dep_.startswith("aux"):
        if _limits(token):
            return FactorKind.TOOLS
        if _unable(token):
            return FactorKind.TOOLS
        if _carries(token):
            return FactorKind.WORKLOAD
        if _is_told(token):
            return FactorKind.MANAGEMENT
        if _counts_on_others(token):
            return FactorKind.TEAM
    if _is_nobodys(token):
        return FactorKind.TEAM
    if _is_missing_arrangement(token):
        return FactorKind.ORGANISATION
    if token.like_num and _is_load(token):
        return FactorKind.WORKLOAD
    return None


def _limits(verb: Token) -> bool:
    """ "The form had no box", "two systems that did not speak to each other"."""
    subject = subject_of(verb)
    if subject is None:
        return False
    if subject.lower_ in {"that", "which"} and verb.dep_ == "relcl":
        subject = verb.head
    if subject.lower_ in {"it", "they", "neither", "this"}:
        subject = _thing_before(subject) or subject
    if not _is_thing(subject):
        return False
    words = {t.lower_ for t in verb.subtree if t.i > subject.i}
    passive = any(c.dep_ == "auxpass" for c in verb.children)
    if passive:
        if any(c.dep_ == "agent" for c in verb.children):
            return False
        able = any(c.lower_ in {"could", "can"} for c in verb.children)
        if verb.lemma_ in _TAKEN:
            return any(
                c.lower_ in {"as", "differently"} or c.dep_ == "xcomp" for c in verb.children
            )
        return verb.lemma_ in _STATED or (able and bool(words & _LIMITED))
    limited = words & _LIMITED
    if verb.lemma_ == "be":
        # That a record was not so is what happened to it; that it is silent is how it was made.
        limited -= {"not", "n't", "n’t", "never"}
    return verb.lemma_ in _CAPABILITIES and bool(limited)


def _is_thing(noun: Token) -> bool:
    """Whether a noun is something staff work with, as a name or not ("the National Standards")."""
    return noun.lemma_.lower().removesuffix("s") in _THINGS or noun.lemma_.lower() in _THINGS


def _thing_before(pronoun: Token) -> Token | None:
    return next(
        (
            t
            for t in reversed(list(pronoun.doc[: pronoun.i]))
            if t.dep_ in {"nsubj", "nsubjpass", "dobj", "pobj"} and _is_thing(t)
        ),
        None,
    )


def _unable(verb: Token) -> bool:
    """ "SW2 could not open it", "no way of knowing" of somebody who worked with the family."""
    if verb.lemma_ not in _SENSES:
        return False
    words = [t.lower_ for t in verb.lefts]
    cannot = any(w in {"could", "can"} for w in words) and any(
        w in {"not", "n't", "n’t"} for w in words
    )
    only = "could" in words and any(c.lower_ == "only" for c in verb.subtree)
    above = verb.head
    unable = above.lower_ == "unable" or (
        above.lower_ == "able" and any(c.dep_ == "neg" for c in above.head.children)
    )
    noway = verb.dep_ in {"pcomp", "acl", "relcl", "xcomp"} and any(
        t.lower_ in {"way", "means"} and any(c.lower_ in {"no", "any"} for c in t.children)
        for t in verb.ancestors
    )
    subject = subject_of(verb) or (subject_of(above) if unable or noway else None)
    if not (cannot or only or unable or noway or _nobody_could(verb, words)):
        return False
    if verb.lower_ == "found" or subject is None:
        return noway
    return side_of(subject) is Side.STAFF or subject.lower_ in {"none", "nobody", "one"}


def _nobody_could(verb: Token, words: list[str]) -> bool:
    return "could" in words and any(w in {"none", "nobody", "neither"} for w in words)


def _carries(verb: Token) -> bool:
    """ "Each worker had an average of 29 children", "one manager was covering three teams"."""
    if verb.lemma_ not in _CARRYING:
        return False
    subject = subject_of(verb)
    if subject is None or side_of(subject) is Side.FAMILY:
        return False
    if subject.lemma_.lower() in _READ:
        return False
    return any(
        t.lemma_.lower() in _LOADS
        and any(n.like_num and (n.dep_ == "nummod" or n.head.lower_ == "of") for n in t.subtree)
        for c in verb.children
        if c.dep_ in {"dobj", "attr"}
        for t in c.subtree
    )


def _is_habit(verb: Token) -> bool:
    """ "Consultants rotate every four months", in a report that otherwise tells what happened."""
    present = any(
        t.tag_ in {"VBZ", "VBP"} and (t.i == verb.i or (t.dep_ == "auxpass" and t.lemma_ == "be"))
        for t in (verb, *verb.lefts)
    )
    if not present or verb.dep_ in {"aux", "auxpass"}:
        return False
    if verb.lemma_ in _SAYING or any(
        c.lower_ in _NOWADAYS or c.tag_ == "MD" for c in verb.children
    ):
        return False
    subject = subject_of(verb)
    if subject is None or subject.i > verb.i or verb.dep_ not in {"ROOT", "conj", "ccomp"}:
        return False
    return _is_thing(subject) or (
        side_of(subject) is Side.STAFF and subject.tag_ in {"NNS", "NNP", "NNPS"}
    )


def _is_bound(verb: Token) -> bool:
    """ "Recording had to be finished the same day", of staff and their work."""
    had = verb.head
    if had.lemma_ != "have" or verb.dep_ != "xcomp" or had.tag_ == "VB":
        return False
    subject = subject_of(had)
    return subject is not None and side_of(subject) is not Side.FAMILY


def _hinges(verb: Token) -> bool:
    """ "The plan depended on Father telling the truth", of staff, their plans and their tools."""
    if verb.lemma_ not in {"depend", "rely", "hinge", "rest"} or negated(verb):
        return False
    subject = subject_of(verb)
    on = any(c.dep_ == "prep" and c.lower_ in {"on", "upon"} for c in verb.children)
    return on and subject is not None and side_of(subject) is not Side.FAMILY


def _regards(verb: Token) -> bool:
    """ "Staff regarded such injuries as part of the rough and tumble"."""
    if verb.lemma_ not in {"regard", "see", "view", "perceive", "think"} or negated(verb):
        return False
    subject = subject_of(verb)
    as_ = any(c.dep_ == "prep" and c.lower_ == "as" for c in verb.subtree if c.head.i <= c.i)
    return as_ and subject is not None and side_of(subject) is Side.STAFF


def _is_told(verb: Token) -> bool:
    """ "Staff had been advised never to disclose", "managers were expected to account for"."""
    if verb.lemma_ not in _INSTRUCTING or not any(c.dep_ == "auxpass" for c in verb.children):
        return False
    subject = subject_of(verb)
    if subject is None or side_of(subject) is not Side.STAFF or negated(verb):
        return False
    several = subject.tag_ in {"NNS", "NNPS"} or subject.lower_ in {"they", "staff", "who"}
    agents = [t for c in verb.children if c.dep_ == "agent" for t in c.children]
    if not several or any(side_of(agent) is Side.FAMILY for agent in agents):
        return False
    return any(
        c.dep_ == "xcomp" or (c.dep_ == "ccomp" and any(m.tag_ == "MD" for m in c.children))
        for c in verb.children
    )


def _counts_on_others(verb: Token) -> bool:
    """ "Each nurse believed that the other had rung": staff who count on other staff."""
    if verb.lemma_ not in _SUPPOSING or negated(verb):
        return False
    subject = subject_of(verb)
    if subject is None or side_of(subject) is not Side.STAFF:
        return False
    for clause in verb.children:
        other = subject_of(clause) if clause.dep_ == "ccomp" else None
        if other is not None and other.i > verb.i:
            if other.lower_ in {"other", "others", "somebody", "someone"}:
                return True
            if other.pos_ in {"NOUN", "PROPN"} and side_of(other) is Side.STAFF:
                return True
    return False


def _is_nobodys(token: Token) -> bool:
    """ "Nobody was responsible", "it was nobody's job", "no one had the job of …"."""
    if token.lemma_.lower() not in _ROLES or token.pos_ not in {"NOUN", "ADJ"}:
        return False
    if token.dep_ == "pobj" and token.head.lower_ in {"from", "at", "by", "to"}:
        return False
    near = {t.lower_ for t in token.doc[max(token.sent.start, token.i - 6) : token.i + 3]}
    return bool(near & (_NOBODY | {"whose", "everybody's", "unclear", "clear"})) or (
        "no" in near and "one" in near
    )


def _is_missing_arrangement(token: Token) -> bool:
    """ "There was no prompt", "without any arrangement for reading them"; "nowhere to write"."""
    if token.lower_ == "nowhere":
        return True
    if token.lemma_.lower() not in _ARRANGEMENTS or token.pos_ not in {"NOUN", "PRON"}:
        return False
    if token.lower_ in {"nobody", "one"}:
        return any(c.lower_ == "no" for c in token.children) and any(
            c.dep_ in {"relcl", "acl"} and c.tag_ == "VB" for c in token.children
        )
    missing = any(c.lower_ == "no" for c in token.children) or (
        token.dep_ == "pobj" and token.head.lower_ == "without"
    )
    verb = token.head
    while verb.dep_ == "conj" and verb.pos_ == "NOUN":
        verb = verb.head
    verb = verb.head if verb.pos_ == "NOUN" and token.dep_ == "conj" else verb
    if not missing or verb.lower_ == "at" or verb.lemma_ in _COMING_UPON:
        return False
    if verb.lemma_ in {"be", "exist"} and token.dep_ in {"attr", "nsubj"}:
        return True
    if token.dep_ == "nsubjpass" and verb.lemma_ in _SETTING_UP:
        return True
    if token.dep_ == "dobj" and verb.lemma_ in _HAVING:
        return True
    wider = token.dep_ == "pobj" or any(c.dep_ in {"relcl", "acl", "prep"} for c in token.children)
    return wider and token.dep_ not in {"nsubj", "nsubjpass"}


def _is_load(number: Token) -> bool:
    """ "Forty calls a day", "34 children in three hours", "a ten-minute slot"."""
    doc, end = number.doc, number.sent.end
    after = [t.lemma_.lower() for t in doc[number.i + 1 : min(end, number.i + 7)]]
    if not after or after[0] == "of":
        return False
    for at, word in enumerate(after[:-1]):
        if word in {"a", "an", "per", "each", "every"} and after[at + 1] in _PERIODS:
            few = number.lower_ in {"one", "two"} or bool(set(after[:at]) & _DURING)
            return not few and not set(after[:at]) & {"time", "day", "night", "hour"}
    minutes = any(w in {"minute", "hour"} for w in after[:3])
    if minutes and (any(w in _SESSIONS for w in after) or _preposition(number) == "in"):
        return True
    if minutes and number.i and neighbour(number, -1).lemma_ == "have":
        return True
    shared = next(
        (at for at, word in enumerate(after) if word in {"for", "between", "among"}), None
    )
    if (
        shared is not None
        and number.dep_ == "nummod"
        and not set(after[:2]) & _SESSIONS_OR_TIMES
        and any(t.like_num for t in doc[number.i + 2 + shared : number.i + 5 + shared])
    ):
        return True
    if number.lower_ == "one" and _preposition(number) in {"only", "just", "single"}:
        return any(w in _WORKERS for w in after[:3])
    return any(w in _WORKERS for w in after[:3]) and any(
        word == "in" and _PERIODS & set(after[at + 1 : at + 3]) for at, word in enumerate(after)
    )


def _preposition(number: Token) -> str:
    return number.doc[number.i - 1].lower_ if number.i else ""
