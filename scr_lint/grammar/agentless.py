"""Passives that do not say who acted.

"No referral was made" hides the actor; "no referral was made by the school" names one. A "by" that
tells how ("by post", "by looking at it") names nobody.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from .parse import has_modal, is_infinitive, neighbour, objects_of, own_subjects, whole_text
from .verb_group import HELPING, completion, first_helper
from .voice import subject_of

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

# What stands after a "by" that tells how, how much or when.
_MEANS = frozenset(
    """appointment attendance car code date day description email e-mail end fax hand law letter
    means mistake name number phone policy post questionnaire reference reflex rote rule survey
    telephone text time today video way week""".split()
)
DENYING = frozenset({"no", "none", "neither", "nothing", "nobody", "little", "few"})
# "At no stage was he asked".
_FRONTED = re.compile(
    r"\b(?:(?:at|on|in) no (?:stage|point|time|occasion|case|instance|place)\b[^,;:.]{0,40}|"
    r"(?:nowhere|not once|never|rarely|seldom|hardly ever|neither|nor) (?:is|are|was|were|has|have|"
    r"had)\b[^,;:.]{0,30}|\b(?:rarely|seldom|hardly ever|scarcely) )$",
    re.IGNORECASE,
)
# What settles that something will be done, for "it was agreed that the boys would be seen".
_SETTLING = frozenset("agree decide resolve arrange plan determine promise".split())
# Whoever was asked may also have refused: "the nurse was asked and declined".
_PEOPLE = frozenset(
    """adult agency aunt baby boy brother carer child clinician colleague consultant couple daughter
    doctor family father girl grandfather grandmother hospital infant man manager midwife mother
    neighbour nurse nursery officer parent patient person police practitioner professional pupil
    school sister son staff stepfather surgery teacher team teenager toddler twin uncle visitor
    woman worker youth""".split()
)
_NEVER_DONE = frozenset("be become come do fail go happen have remain say".split())
_BE = frozenset({"was", "were", "has", "have", "had", "is", "are"})
_LONGEST_SUBJECT = 7


@dataclass(frozen=True, slots=True)
class Agentless:
    """A passive without its actor. `verb` is the participle, `subject` what it was done to."""

    verb: Token
    subject: Token

    @property
    def is_denied(self) -> bool:
        """Whether it says what was not done: "was never read", "no referral was made"."""
        return denial_of(self.verb) is not None or denies(self.subject) or self.is_fronted

    @property
    def is_fronted(self) -> bool:
        """Whether the denial stands before: "at no stage was he asked"."""
        before = whole_text(self.verb.doc)[self.verb.sent.start_char : self.verb.idx]
        return bool(_FRONTED.search(before))

    @property
    def is_planned(self) -> bool:
        """Whether it tells of what was to be done: "was to be returned", "agreed … would be seen"."""
        return is_infinitive(self.verb) or has_modal(self.verb)

    @property
    def is_past(self) -> bool:
        """Whether it tells of the past, the perfect with it."""
        past = {"was", "were", "had", "has", "have", "got", "’d", "'d"}
        return any(c.lower_ in past for c in helpers_of(self.verb))

    @property
    def span(self) -> Span:
        """The words from the subject on, or where that is far or long from the helping verb on, with
        what completes the verb: "the warning was not acted upon"."""
        helper = first_helper(self.verb)
        end = completion(self.verb)[0]
        if helper is None:
            return self.verb.doc[self.verb.i : end]
        words = self.subject.doc[self.subject.left_edge.i : self.subject.i + 1]
        links = {"cc", "mark", "prep", "preconj"}
        first = next((t.i for t in words if not (t.is_punct or t.dep_ in links)), self.subject.i)
        inside = {t.i for t in self.subject.subtree}
        between = self.verb.doc[self.subject.i : helper.i] if self.subject.i < helper.i else ()
        for head in _passives_before(self.verb):  # "photographs were taken, and have been mislaid"
            inside |= {head.i, *(c.i for c in head.children if c.dep_ in HELPING)}
        other = any(t.pos_ in {"VERB", "AUX"} and t.i not in inside for t in between)
        other = other or self.subject.dep_ in {"csubj", "csubjpass"}
        near = bool(between) and not other and self.verb.i - first <= 2 * _LONGEST_SUBJECT
        return self.verb.doc[first if near else helper.i : end]


def _passives_before(verb: Token) -> Iterator[Token]:
    """The passives that a verb is coordinated with, and shares its subject with."""
    while verb.dep_ == "conj" and verb.head.i != verb.i and verb.head.tag_ in {"VBN", "VBD"}:
        verb = verb.head
        yield verb


def find_agentless(sentence: Span) -> Iterator[Agentless]:
    """The passives of a sentence that name no actor.

    Those with a modal or an infinitive only where they tell of a plan: "the key was to be
    returned", "it was agreed that the boys would be spoken to".
    """
    for token in sentence:
        if not _is_participle(token):
            continue
        if (has_modal(token) or is_infinitive(token)) and not _tells_of_plan(token):
            continue
        subject = _subject(token)
        if subject is not None and not any(map(_acts, _agents(token))):
            yield Agentless(token, subject)


def _is_participle(token: Token) -> bool:
    """Whether a word is the participle of a passive, or of one that it is coordinated with.

    "was cancelled, rearranged and cancelled again"; "was the father asked", which the parser
    takes for the past tense.
    """
    if token.tag_ not in {"VBN", "VBD"}:
        return False
    if _be_before(token) is not None:
        return True
    if any(c.dep_ == "auxpass" for c in token.children):
        return token.tag_ == "VBN"
    turned = [c for c in token.children if c.lower_ in {"was", "were"} and c.dep_ == "aux"]
    if turned:
        subject = subject_of(token)
        return subject is not None and turned[0].i < subject.i < token.i
    if token.dep_ != "conj" or own_subjects(token) or not (token.tag_ == "VBN" or _is_thing(token)):
        return False
    own = any(c.dep_ in {"aux", "dobj"} for c in token.children)
    first = token.head
    while first.dep_ == "conj" and first.tag_ == "VBN" and first.head.i != first.i:
        first = first.head
    if own:
        return False
    # "was minuted but not followed up": the parser may take the first for an adjective.
    likened = first.lemma_ == "be" and any(
        c.dep_ == "acomp" and c.lower_.endswith("ed") for c in first.children
    )
    return likened or any(c.dep_ == "auxpass" for c in first.children)


def _be_before(verb: Token) -> Token | None:
    """The "was" that stands before its subject, as after a denial: "at no stage was the school told".

    The parser takes it for the sentence's verb, and the participle for one that the noun carries or
    for a clause.
    """
    noun = verb.head if verb.dep_ == "acl" else subject_of(verb)
    if noun is None or verb.dep_ not in {"acl", "ccomp"}:
        return None
    be = noun.head if verb.dep_ == "acl" else verb.head
    if be.lower_ not in {"was", "were"} or noun.i > verb.i:
        return None
    turned = noun.left_edge.i == be.i + 1 and noun.dep_ == "nsubj"
    before = whole_text(be.doc)[be.sent.start_char : be.idx + len(be)] + " "
    return be if turned and _FRONTED.search(before) else None


def _subject(verb: Token) -> Token | None:
    """What it was done to: of a participle after a turned "was", the noun it hangs on."""
    turned = verb.dep_ == "acl" and _be_before(verb) is not None
    return verb.head if turned else subject_of(verb) or _noun_before(verb)


def _noun_before(verb: Token) -> Token | None:
    """The noun right before "was", where the parser gives the verb no subject: "the file was closed"."""
    helpers = [c for c in verb.children if c.dep_ in {"aux", "auxpass"} and c.i < verb.i]
    first = helpers[0] if helpers else None
    if first is None or first.lower_ not in _BE or first.i == verb.sent.start:
        return None
    noun = first.nbor(-1)
    return noun if noun.pos_ in {"NOUN", "PROPN", "PRON"} else None


def _is_thing(verb: Token) -> bool:
    """Whether a past tense after "and" is a participle, as its subject is a thing done to:
    "a medical was arranged and cancelled"."""
    noun = subject_of(verb.head)
    return (
        verb.tag_ == "VBD"
        and verb.lemma_ not in _NEVER_DONE
        and noun is not None
        and noun.pos_ == "NOUN"
        and noun.lemma_ not in _PEOPLE
    )


def helpers_of(verb: Token) -> list[Token]:
    """The helping verbs of a verb, or of the one it shares them with."""
    if (be := _be_before(verb)) is not None:
        return [be]
    while True:
        own = [c for c in verb.children if c.dep_ in {"aux", "auxpass"}]
        if own or verb.dep_ != "conj" or verb.head.i == verb.i:
            return own
        verb = verb.head


def _tells_of_plan(verb: Token) -> bool:
    if is_infinitive(verb):
        return verb.dep_ == "xcomp" and verb.head.lower_ in {"was", "were"}
    would = any(c.lower_ in {"would", "will"} for c in verb.children)
    return would and verb.dep_ == "ccomp" and verb.head.lemma_ in _SETTLING


def denies(noun: Token) -> bool:
    """Whether a subject denies its verb: "no referral", "none of them", "not one of the nurses"."""
    if noun.dep_ in {"csubj", "csubjpass"}:
        return False
    if noun.lower_ in DENYING - {"few", "little"}:
        return True
    return any(
        t.lower_ in {"no", "not", "neither"} and t.i < noun.i and not _is_conceded(t)
        for t in noun.subtree
        if t.head == noun or t.head.head == noun
    )


def _is_conceded(denial: Token) -> bool:
    """Whether it only limits what is said: "most, although not all, are reviewed"."""
    return neighbour(denial, -1).lower_ in {"although", "though", "if", "but", "albeit"}


def denial_of(verb: Token) -> Token | None:
    for child in verb.children:
        if child.lower_ in {"not", "n't", "n’t", "never"} and child.i < verb.i:
            return child
    return None


def _agents(verb: Token) -> Iterator[Token]:
    """What stands after "by" of a verb, or of the last verb that it is coordinated with."""
    for one in (verb, *(t for t in verb.conjuncts if t.tag_ == "VBN" and not own_subjects(t))):
        yield from objects_of(one, {"by"})


def _acts(noun: Token) -> bool:
    """Whether the noun after "by" can act: a person or a body, not a means."""
    if noun.lower_ in {"whom", "who"} or any(c.lower_ == "no" for c in noun.children):
        return False
    return noun.lemma_.lower() not in _MEANS and noun.ent_type_ not in {"DATE", "TIME", "CARDINAL"}
