"""What a question put to the Board asks to be done, and of whom: "Could a leaflet be produced?".

A question that the Board can answer ("Is the Board content that …", "What do children say of it?") asks
nobody to do anything. One that is a recommendation in disguise has an actor, a vague one or none.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..draft import Addressee, Block, Draft, Span
from ..grammar.parse import SUBJECTS, agents, is_passive, own_subjects, with_conjuncts
from .addressees import addressee_of
from .bodies import Standing, is_people, standing
from .outcome import is_family

if TYPE_CHECKING:
    from spacy.tokens import Span as SpacySpan
    from spacy.tokens import Token

_PROPOSING = frozenset({"could", "should", "might", "would", "ought", "must"})
#: After "how", also "can": "can staff say so?" asks for a fact, "how can staff be helped to?" does not.
_HOW = _PROPOSING | {"can", "may", "will"}
#: Of whom it is asked whether they are content, as if they were the Board.
_CONTENT = frozenset(
    "content satisfied confident assured happy sure agreed prepared willing ready able".split()
)
#: What is done for people so that they act: "professionals be helped to see …".
_HELPED = frozenset(
    """help support encourage enable assist equip persuade free empower train motivate trust bring get
    hold expect ask""".split()
)
#: What can be found out, rather than done.
_KNOWN = frozenset("know say learn explain understand see tell think expect justify mean".split())
_PAST = frozenset({"did", "was", "were", "has", "had"})


def vague_actors(draft: Draft, block: Block) -> Iterator[Addressee]:
    """Those who are to do what a question asks for, where none of them can know that it is meant."""
    for sentence, verb in _asking(draft, block):
        if _names_somebody(block, sentence):
            continue
        for subject in (t for s in own_subjects(verb) for t in with_conjuncts(s)):
            who = addressee_of(block, subject)
            which = any(c.tag_ in {"WDT", "WP$"} for c in subject.children)
            if who and who.vague and not which and subject.pos_ in {"NOUN", "PROPN"}:
                yield who


def asked_of_nobody(draft: Draft, block: Block) -> Span | None:
    """The question in a paragraph that asks for something to be done, and not by whom."""
    for sentence, verb in _asking(draft, block):
        if _names_somebody(block, sentence) or any(agents(verb)) or not _modal(verb):
            continue
        above = own_subjects(verb)
        there = any(c.dep_ == "expl" for c in verb.children) and verb.lemma_ == "be"
        done = is_passive(verb) and verb.lemma_ not in _KNOWN
        doers = any(is_family(s) or standing(s.text) or is_people(s.text) for s in above)
        if there or (done and above and not doers):
            return Span(block.index, sentence.start_char, sentence.end_char)
    return None


def _asking(draft: Draft, block: Block) -> Iterator[tuple[SpacySpan, Token]]:
    """The sentences of a paragraph that ask for something in the form of a question, with the verb."""
    doc = draft.docs.get(block.index)
    for sentence in doc.sents if doc is not None else ():
        verb = sentence.root
        if sentence.text.rstrip()[-1:] != "?" or any(c.lower_ in _PAST for c in verb.children):
            continue
        first = next((t for t in sentence if t.is_alpha), verb)
        modal = _modal(verb)
        asked = (
            verb.lemma_ == "be"
            and verb.tag_ in {"VBP", "VBZ"}
            and any(c.lower_ in _CONTENT for c in verb.children)
        )
        if modal and verb.lemma_ not in _KNOWN:
            asked = modal in (_HOW if first.lower_ == "how" else _PROPOSING)
            passive_people = is_passive(verb) and verb.lemma_ not in _HELPED
            opens = first.lower_ in _PROPOSING | {"how", "what"}
            asked = asked and opens and not (passive_people and _is_of_people(verb))
        if asked:
            yield sentence, verb


def _modal(verb: Token) -> str:
    """The modal of a question; at its beginning "Might" may have been taken for a name."""
    opening = (c for c in verb.children if c.tag_ == "MD" or (c.is_sent_start and c.lower_ in _HOW))
    return next((c.lower_ for c in opening), "")


def _is_of_people(verb: Token) -> bool:
    return any(is_people(subject.text) for subject in own_subjects(verb))


def _names_somebody(block: Block, sentence: SpacySpan) -> bool:
    """Whether a body or post that can know it is meant does anything in a question."""
    for token in sentence:
        by = token.dep_ == "pobj" and token.head.dep_ == "agent"
        if (token.dep_ in SUBJECTS or by) and token.pos_ in {"NOUN", "PROPN"}:
            who = addressee_of(block, token)
            if who and not who.vague and standing(who.text) is not Standing.VAGUE:
                return True
    return False
