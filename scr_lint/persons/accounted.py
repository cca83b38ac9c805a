"""What accounts for a passive: a reason beside it, an actor further on, or somebody who reports it.

"The meetings were cancelled due to the election", "was assessed as unsafe by the council", "the
manager stated that it was known": readers of these know why, who, or whose word it is.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ..grammar.agentless import Agentless
from ..grammar.parse import VERBS, neighbour, own_subjects
from ..grammar.voice import subject_of
from .people import side_of

if TYPE_CHECKING:
    from spacy.tokens import Token

_REASON = re.compile(
    r"\b(?:due to|owing to|because of|on account of|thanks to|for (?:want|lack) of)\b(?! the fact\b)"
    # What stands in for a reason and is none: "owing to poor communication".
    r"(?!(?: \w+){0,3} (?:communication|practice|curiosity|oversight|errors?|failures?|failings?|mistakes?"
    r"|misunderstandings?|confusion|assumptions?)\b)",
    re.IGNORECASE,
)
# A review by other names, and those who carry it out.
_INQUIRING = frozenset(
    """author commission commissioner coroner inquiry enquiry inspector inspectorate investigation
    investigator panel review reviewer""".split()
)
_INFORMING = frozenset("advise assure brief inform notify reassure tell give provide show".split())
# Verbs of saying, besides those that report a view, whose clause is somebody's word.
_STATING = frozenset("state reassure assure inform brief notify testify reveal announce".split())
_SAID_ASIDE = frozenset("say claim allege report suppose hope argue think believe".split())
# What nobody takes from anybody: "trust in the clinic has been lost".
_FELT = frozenset(
    """confidence faith goodwill hope impetus interest momentum morale patience respect trust
    """.split()
)
# What a review does itself, and what stands in law and in records.
_OWN = frozenset(
    """act account appendix author chapter draft finding guidance law panel paragraph period
    quotation recommendation regulation report review reviewer scope section statute summary table
    term theme""".split()
)
_LEANING = frozenset("weight skew bias tilt slant gear".split())


def is_accounted(passive: Agentless) -> bool:
    """Whether the sentence says why, who, or whose word it is; or nobody acted."""
    verb = passive.verb
    return (
        _has_reason(verb)
        or _names_body(verb)
        or _is_evidence(passive)
        or _is_said_aside(passive)
        or _is_stated(verb)
        or _is_state(passive)
    )


def _has_reason(verb: Token) -> bool:
    """Whether "due to …" stands with a verb: after it in its clause, or at the head of that."""
    start, end = _clause(verb)
    doc, first = verb.doc, verb.i
    after, before = doc[first:end].text, doc[start:first].text
    at_head = re.match(r"\W*(?:and |but |while )?" + _REASON.pattern, before, re.IGNORECASE)
    return bool(_REASON.search(after) or at_head)


def _clause(verb: Token) -> tuple[int, int]:
    """Where the clause of a verb begins and ends: at a semicolon, or where another verb with a
    subject of its own begins."""
    start, end = verb.sent.start, verb.sent.end
    for token in verb.sent:
        if token.text == ";":
            start, end = (token.i + 1, end) if token.i < verb.i else (start, min(end, token.i))
        elif token.pos_ in VERBS and token.i > verb.i and own_subjects(token):
            subject = own_subjects(token)[0]
            if subject.i > verb.i and token not in verb.children:
                end = min(end, subject.left_edge.i)
        elif token.pos_ in VERBS and token.i < verb.i and own_subjects(token):
            start = max(start, token.i + 1)
    return start, end


def _names_body(verb: Token) -> bool:
    """Whether "by" and a body or a name stands further on in what the verb says: "was judged to be
    inadequate by Ofsted"."""
    for token in verb.subtree:
        if token.i < verb.i or token.lower_ != "by" or token.head.tag_ in {"VBN", "VBG", "VBD"}:
            continue
        if any(
            c.dep_ == "pobj" and (c.pos_ == "PROPN" or c.ent_type_ == "ORG" or side_of(c))
            for c in token.children
        ):
            return True
    return False


def _is_evidence(passive: Agentless) -> bool:
    """Whether it tells what was put before the review: "the Inquiry was told"."""
    inquiring = passive.subject.lemma_.lower() in _INQUIRING
    return inquiring and passive.verb.lemma_ in _INFORMING and not passive.is_denied


def _is_said_aside(passive: Agentless) -> bool:
    """Whether it only hands on what was said, between commas: "so as, it was said, to save"."""
    verb, it = passive.verb, passive.subject
    if it.lower_ != "it" or verb.lemma_ not in _SAID_ASIDE or it.i == it.sent.start:
        return False
    return neighbour(it, -1).text == "," and neighbour(verb).text == ","


def _is_stated(verb: Token) -> bool:
    """Whether somebody states it, or assures somebody of it: "was reassured by them that it was"."""
    token = verb
    while token.head.i != token.i:
        below, token = token, token.head
        if below.dep_ != "ccomp" or token.lemma_ not in _STATING or token.i > below.i:
            continue
        agents = [g for c in token.children if c.dep_ == "agent" for g in c.children]
        passive = any(c.dep_ == "auxpass" for c in token.children)
        said_by = agents[0] if agents else None if passive else subject_of(token)
        if said_by is not None and said_by.lemma_.lower() not in _INQUIRING | {"we", "i", "report"}:
            return True
    return False


def _is_state(passive: Agentless) -> bool:
    """Whether it tells how something was, or what was found of a thing: nobody's act in a case."""
    verb, subject = passive.verb, passive.subject
    lemma = verb.lemma_
    if lemma == "lose" and subject.lemma_.lower() in _FELT:
        return True
    if lemma in _LEANING and any(c.dep_ == "prep" and c.i > verb.i for c in verb.children):
        return True
    if subject.tag_ == "WP" and not passive.is_denied and verb.dep_ in {"ccomp", "pcomp"}:
        return True  # "rang to confirm what was agreed"
    found_to = any(
        c.dep_ == "xcomp" and any(g.lower_ == "have" and g.dep_ == "aux" for g in c.children)
        for c in verb.children
    )
    return lemma in {"find", "see", "report"} and found_to and _is_thing(subject)


def _is_thing(noun: Token) -> bool:
    return noun.pos_ == "NOUN" and side_of(noun) is None and noun.ent_type_ != "ORG"


def is_of_review(subject: Token) -> bool:
    """Whether it is a thing that a review makes or cites, or part of it: "no part of the report".

    What is somebody else's is not: "her account", "the uncle's account".
    """
    theirs = any(
        c.dep_ == "poss" and (c.lower_ in {"her", "his"} or side_of(c)) for c in subject.children
    )
    if subject.lemma_.lower() in _OWN and not theirs:
        return True
    part = subject.lemma_ in {"part", "page", "word"}
    return any(
        t.lemma_.lower() in _OWN and (part or any(c.lower_ == "this" for c in t.children))
        for t in subject.subtree
    )
