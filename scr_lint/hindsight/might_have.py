"""Which "should have", "could have" and "would have" judge by the outcome."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..grammar.voice import subject_of
from ..grammar.wordlists import Row, WordLists
from ..persons.mentions import Cast, Who, mention_of
from .compared import is_comparative
from .counterfactual import PerfectModal, negated

if TYPE_CHECKING:
    from spacy.tokens import Span as SpacySpan
    from spacy.tokens import Token

_LEARNERS = frozenset("apprentice beginner novice pupil student trainee".split())
_TELLING = frozenset(
    "allow alert answer avoid bring enable ensure help lead mean save spare confirm do establish give put settle show suffice tell".split()
)
_ANYBODY = frozenset({"anyone", "anybody", "everyone"})
_FINDING_HARD = frozenset({"struggle", "find", "feel", "do"})
_DEVICES = frozenset(
    "alarm detector device equipment machine monitor printer sensor siren software system".split()
)
# What one guesses that somebody did: "the nurse could have meant the other child".
_GUESSED = frozenset("be cause have know lose mean misread mistake see think want".split())
# What is due somewhere by itself, and is nobody's doing.
_ARRIVING = frozenset({"reach", "arrive", "land"})
# What "I should have" wishes.
_WISHING = frozenset("expect hope imagine like love prefer think want wish".split())
# What parents owe, and no review measures.
_LOVING = frozenset({"love", "cherish"})
_KNOWN = frozenset("alarm concern fact information intelligence knowledge news worry".split())
# "He could have died" tells how near it was.
_DYING = frozenset({"die", "drown", "suffocate", "choke", "burn"})
# What "may have been prevented" judges; "may have been exposed" only does not know.
_WARDING = frozenset(
    "avert avoid deter forestall prevent protect rescue save spare survive".split()
)


def with_benchmark(modal: PerfectModal, lists: WordLists) -> SpacySpan:
    """The words of a modal with the subject before it, where that sets the mark: "any competent
    officer would have gone"."""
    subject = subject_of(modal.verb) if modal.verb is not None else None
    if subject is None or not _sets_mark(subject, lists):
        return modal.tokens
    return with_subject(modal)


def with_subject(modal: PerfectModal) -> SpacySpan:
    """The words of a modal with the subject right before it."""
    subject = subject_of(modal.verb) if modal.verb is not None else None
    if subject is None:
        return modal.tokens
    start = subject.left_edge.i
    near = 0 <= modal.tokens.start - start < 16
    return subject.doc[start : modal.tokens.end] if near else modal.tokens


def row_of_modal(modal: PerfectModal, lists: WordLists) -> Row | None:
    """The row for "should have", "could have prevented", "must have known" and the like."""
    duty, verb = lists.words("obligation"), modal.verb
    if verb is not None and (
        _is_going_on(verb, lists)
        or _is_putative(verb)
        or _is_of_device(verb)
        or _is_of_whereabouts(verb)
        or (modal.modal == "could" and verb.lemma_ in _DYING)
        or is_excused(modal)
    ):
        return None
    if modal.modal in duty:
        return (verb and lists.row(verb, "perceive")) or duty[modal.modal]
    if verb is None:
        return None
    if modal.modal == "must":
        return lists.row(verb, "perceive") or _aware(verb, lists)
    if negated(verb):
        # "Nobody could have missed it", but not "nobody could have known".
        return lists.row(verb, "never")
    if row := _better(modal, lists):
        return row
    if modal.modal == "might":
        return lists.row(verb, "perceive") or lists.row(verb, "outcome")
    if row := lists.row(verb, "outcome"):
        return row if modal.modal != "may" or verb.lemma_ in _WARDING else None
    if modal.modal == "would":
        if _is_benchmark(verb, lists):
            return duty.get("should")
        return _remedy(verb, lists)
    if modal.modal == "could":
        subject = subject_of(verb)
        named = mention_of(subject, Cast()) if subject is not None else None
        if named is not None and named.who in {Who.CHILD, Who.FAMILY} and subject is not None:
            passive = subject.dep_ == "nsubjpass"
            return lists.row(verb, "step") if passive else None  # "she could have told them"
        anybody = subject is not None and subject.lower_ in _ANYBODY
        if _is_benchmark(verb, lists) and not anybody:
            return duty.get("should")
        by_worker = named is not None or (subject is not None and subject.dep_ == "nsubjpass")
        if _is_ones_own_step(verb, subject):
            return next(iter(lists.words("step").values()), None)
        return (lists.row(verb, "step") if by_worker or _is_plain_step(verb) else None) or _seen(
            verb, lists
        )
    return None


def is_excused(modal: PerfectModal) -> bool:
    """Whether a modal tells nobody off: "nor should she have been expected to", "there was no moment
    in which anyone could have said so", "the therapist who could have done so covers two counties",
    "the largest number that anyone could have called up", "no reason why she should have known",
    "I should have liked"."""
    verb = modal.verb
    if verb is None:
        return False
    before = verb.doc[max(verb.sent.start, modal.tokens.start - 1) : modal.tokens.start]
    if verb.lemma_ == "expect" and (
        modal.negated or any(t.lower_ in {"nor", "neither"} for t in before)
    ):
        return True
    if any(t.lower_ in {"nor", "neither"} for t in before):
        return True
    subject = subject_of(verb)
    if subject is not None and subject.lower_ in {"i", "we"} and verb.lemma_ in _WISHING:
        return modal.modal == "should"
    if verb.lemma_ in _LOVING or (subject is not None and _is_without_reason(verb)):
        return True
    if verb.dep_ == "relcl" and any(c.tag_ in {"JJS", "RBS"} for c in verb.head.children):
        return modal.modal in {"could", "would"}
    if verb.dep_ != "relcl" or modal.modal in {"should", "ought", "must", "needed"}:
        return False
    none = verb.head.lower_ in {"nothing", "nobody", "none"} or any(
        c.lower_ in {"no", "little", "few"} for c in verb.head.children
    )
    return none or (subject is not None and subject.lower_ == "who")


def _is_without_reason(verb: Token) -> bool:
    """There is "no reason why she should have known"; nobody is to say so."""
    head = verb.head
    return (
        verb.dep_ in {"relcl", "acl", "ccomp"}
        and head.lemma_ in {"reason", "cause", "ground"}
        and any(c.lower_ in {"no", "little"} for c in head.children)
    )


def _is_ones_own_step(verb: Token, subject: Token | None) -> bool:
    """Whether a worker could have done something to something: "her teacher could have kept her"."""
    named = mention_of(subject, Cast()) if subject is not None else None
    if named is None or named.who is not Who.STAFF or named.token.dep_ != "nsubj":
        return False
    return verb.lemma_ not in _GUESSED and any(c.dep_ == "dobj" for c in verb.children)


def _is_plain_step(verb: Token) -> bool:
    """Whether a verb by itself is what a worker might have done: ask, refer, ring."""
    return verb.lemma_ not in {"make", "take", "bring", "give", "get", "find", "come", "go", "put"}


def _is_going_on(verb: Token, lists: WordLists) -> bool:
    """Whether "should have been" tells of what was due: "he should have been starting school"; but
    "alarm bells should have been ringing"."""
    subject = subject_of(verb)
    if subject is not None and lists.row(subject, "sign"):
        return False
    if verb.tag_ == "VBG":
        return True
    following = verb.doc[verb.i + 1 : verb.i + 2]
    return verb.lemma_ == "be" and bool(following) and following[0].tag_ == "VBG"


def _is_of_device(verb: Token) -> bool:
    """Whether a device failed, and nobody is judged: "a smoke alarm should have sounded"."""
    subject = subject_of(verb)
    return subject is not None and subject.dep_ == "nsubj" and subject.lemma_.lower() in _DEVICES


def _is_of_whereabouts(verb: Token) -> bool:
    """Whether it tells where somebody or something was due: "she should have been in maths", "the
    letter should have reached them by then"; of a worker it may well judge."""
    following = verb.doc[verb.i + 1 : verb.i + 2]
    arrives = verb.lemma_ in _ARRIVING
    if not arrives and not (verb.lemma_ == "be" and following and following[0].pos_ == "ADP"):
        return False
    subject = subject_of(verb)
    if subject is None or any(c.dep_ == "auxpass" and c.tag_ == "VBN" for c in verb.children):
        return False
    named = mention_of(subject, Cast())
    if named is not None:
        return named.who in {Who.CHILD, Who.FAMILY}
    if subject.lemma_.lower() in _KNOWN:
        return False  # "that knowledge should have reached the ward"
    return subject.pos_ == "NOUN" or (not arrives and subject.lower_ in {"she", "he", "it"})


def _is_putative(verb: Token) -> bool:
    """Whether the clause is the subject: "that he should have been seated alone was unkind"."""
    marks = [c for c in verb.children if c.lower_ == "that" and c.dep_ in {"mark", "det"}]
    return any(mark.i == verb.sent.start for mark in marks)


def _sets_mark(subject: Token, lists: WordLists) -> bool:
    before = {c.lower_ for c in subject.children}
    if before & {"a", "an"} and _is_graded(subject, lists):
        return True
    if before & lists.words("benchmark").keys() or subject.lower_ in _ANYBODY:
        return True
    return "any" in before and lists.row(subject, "worker") is not None


def _is_graded(subject: Token, lists: WordLists) -> bool:
    """Whether somebody is imagined by grade: "a first-year student", "a more alert pair"."""
    worker = lists.row(subject, "worker") is not None or subject.lemma_ in _LEARNERS
    graded = any(
        is_comparative(c) or c.lower_ == "year" or any(g.lower_ == "more" for g in c.children)
        for c in subject.children
    )
    return graded and (worker or subject.lemma_ in {"person", "pair", "couple", "team", "parent"})


def _better(modal: PerfectModal, lists: WordLists) -> Row | None:
    """It would have been better, it would have been good practice."""
    verb = modal.verb
    if verb is None or verb.lemma_ not in {"be", "expect"} or modal.modal == "must":
        return None
    subject = subject_of(verb)
    if subject is None or subject.lower_ not in {"it", "this", "that"}:
        return None
    said = [verb, *verb.children]
    return next((row for word in said if (row := lists.words("better").get(word.lower_))), None)


def _remedy(verb: Token, lists: WordLists) -> Row | None:
    """One small thing imagined as done: "a moment's thought would have told them"."""
    subject = subject_of(verb)
    if subject is None or subject.tag_ != "NN" or subject.dep_ == "nsubjpass":
        return None
    telling = verb.lemma_ in _TELLING or lists.row(verb, "outcome") or lists.row(verb, "perceive")
    if not telling:
        return None
    single = any(c.lower_ in {"a", "an", "any", "one"} for c in subject.subtree)
    return lists.row(subject, "remedy") if single else None


def _is_benchmark(verb: Token, lists: WordLists) -> bool:
    """Whether the subject is somebody imagined to do better: "any competent worker"."""
    subject = subject_of(verb)
    if subject is None or verb.lemma_ in _FINDING_HARD:
        return False
    if any(t.lower_ == "same" for t in verb.subtree):
        return False  # "any worker would have come to the same view"
    return _sets_mark(subject, lists)


def _seen(verb: Token, lists: WordLists) -> Row | None:
    """Could have spotted; but of "could have seen" only "anyone could have seen"."""
    subject = subject_of(verb)
    anybody = subject is not None and subject.lower_ in _ANYBODY
    plain = verb.lemma_ in {"see", "know", "understand", "appreciate", "connect"}
    return lists.row(verb, "perceive") if anybody or not plain else None


def _aware(verb: Token, lists: WordLists) -> Row | None:
    """Must have been aware, must have been obvious."""
    states = {"aware", "conscious", "clear", *lists.words("obvious")}
    known = verb.lemma_ == "be" and any(c.lower_ in states for c in verb.children)
    return lists.words("perceive").get("know") if known else None
