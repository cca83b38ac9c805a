"""Who a sentence goes on about: "The sergeant spoke with Father. He did not go upstairs."

A pronoun that is a subject stands, first of all, for the subject of the sentence before. `children`
looks for the family before it looks for staff, since what happens to somebody in a review happens
to the family; what somebody is said to have done goes on from who did something before.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from .children import PERSONAL, who_is
from .mentions import Cast, Who, mention_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Span as SpacySpan
    from spacy.tokens import Token

_AT_WORK = frozenset({Who.STAFF, Who.BODY})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_SPEAKER = frozenset("i we one you".split())
_EMPTY = frozenset("it this that there which what these those who whoever".split())
_PLURAL = frozenset("they them their".split())
_QUANTIFIERS = frozenset("both each neither all none either".split())
# How many sentences may lie between a pronoun and whom it goes on about.
_BACK = 4


def is_worker(noun: Token | None, cast: Cast) -> bool:
    """Whether a noun is somebody at work, or a pronoun that goes on about somebody at work."""
    if noun is None:
        return False
    if noun.lower_ in PERSONAL:
        return goes_on_about(noun, cast) in _AT_WORK
    if noun.lower_ == "each" or noun.lower_ in _QUANTIFIERS | {"one", "some", "any"}:
        of = [g for c in noun.children if c.dep_ == "prep" for g in c.children]
        return any(who_is(g, cast) in _AT_WORK for g in of)
    return who_is(noun, cast) in _AT_WORK or is_paid(noun)


def is_paid(noun: Token) -> bool:
    """Whether somebody is named by being paid: "the people paid to notice", "those paid to know"."""
    verb = noun.head
    if (
        noun.dep_ == "nsubj"
        and verb.lower_ == "paid"
        and not any(c.dep_ == "dobj" for c in verb.children)
    ):
        return any(
            c.dep_ == "xcomp" for c in verb.children
        )  # the parse takes it for the clause's verb
    return any(
        c.dep_ in {"acl", "relcl"}
        and c.lower_ == "paid"
        and any(g.dep_ == "xcomp" for g in c.children)
        for c in noun.children
    )


def goes_on_about(pronoun: Token, cast: Cast) -> Who | None:
    """Whom a pronoun stands for when it is the subject of its clause; otherwise as `who_is` says."""
    found = who_is(pronoun, cast)
    if pronoun.lower_ not in PERSONAL or pronoun.dep_ not in _SUBJECTS:
        return found
    for sentence in _before(pronoun):
        subject = _subject_in(sentence)
        if subject is None or subject.lower_ in PERSONAL:
            continue
        mention = mention_of(subject, cast)
        if mention is None:
            continue  # a thing: "the second overdose was reckless. She …"
        many = subject.tag_ in {"NNS", "NNPS"} or mention.who is Who.BODY
        if many != (pronoun.lower_ in _PLURAL):
            return found
        sex = {"he": "m", "she": "f"}.get(pronoun.lower_, "")
        return found if mention.gender and sex and mention.gender != sex else mention.who
    return found


def _before(pronoun: Token) -> Iterator[SpacySpan]:
    doc = pronoun.doc
    sentences = [s for s in doc.sents if s.start <= pronoun.i]
    yield doc[sentences[-1].start : pronoun.i]
    yield from reversed(sentences[-1 - _BACK : -1])


def _subject_in(words: SpacySpan) -> Token | None:
    """The first subject that is neither the writer nor empty; within a sentence of a main clause."""
    for token in words:
        if token.dep_ in _SUBJECTS and token.lower_ not in _SPEAKER | _EMPTY:
            return token
    return None
