"""Things that are said to be weeks or months old: a referral, a vacancy, a dog.

Only what is listed is one, and only where its age stands right beside it or is said of it by a verb: "the
child on the plan (eleven weeks old)" is a child. A photograph is none, as who is in it has the age.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ...grammar.voice import subject_of

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

_THINGS = frozenset(
    """vacancy post referral protocol plan policy procedure guidance report record recording note letter form file document
    chronology genogram assessment minute order agreement contract tenancy list rota version system service
    database software computer phone laptop tablet car van buggy cot milk food bread
    relationship complaint request invoice bill debt prescription result sample website leaflet
    dog cat puppy kitten pup pony horse hamster rabbit parrot""".split()
)
# What is said to be so old, but stands right before a child's age, too: "saw the bruise (nine weeks old)".
_INJURIES = frozenset("bruise burn fracture injury scar wound".split())
_BESIDE = re.compile(
    r"[\s,(]{1,3}(?:(?:by|now|then|only|just|barely|nearly|almost|about|over|under|already|still|some|itself)\W+)*",
    re.IGNORECASE,
)
# "Referral, seven months old, a boy with a bruise": what follows is of a child.
_GOES_ON = re.compile(
    r"(?: old)?,? (?:male|female|(?:an? )?(?:boy|girl|baby|child|infant)\b|(?:\w+ )?(?:growing|crawling|rolling|walking|weaned|breastfed))"
)


def is_age_of_a_thing(words: Span) -> bool:
    """Whether an age is that of a thing or an animal which the sentence names."""
    said_of = _said_of(words)
    if said_of is not None:
        return said_of.lemma_.lower() in _THINGS | _INJURIES
    noun = _right_before(words)
    return (
        noun is not None
        and noun.lemma_.lower() in _THINGS
        and not _GOES_ON.match(words.doc.text, words.end_char)
    )


def _said_of(words: Span) -> Token | None:
    """Of what a verb says the age: "the plan was …", "a plan that was …"."""
    said = words.root.head if words.root.head.lower_ == "old" else words.root
    verb = said.head
    if said.dep_ not in {"acomp", "attr"} or verb.lemma_ != "be":
        return None
    subject = subject_of(verb)
    if subject is not None and subject.tag_ == "WDT":
        return verb.head if verb.dep_ == "relcl" else None
    return subject


def _right_before(words: Span) -> Token | None:
    """The noun that an age follows: "the dog (…)", "and the protocol …"; not one that a preposition governs."""
    before = words.doc[words.sent.start : words.start]
    noun = next((t for t in reversed(before) if t.pos_ in {"NOUN", "PROPN", "PRON", "VERB"}), None)
    if noun is None or noun.pos_ != "NOUN" or noun.dep_ == "pobj":
        return None
    between = words.doc.text[noun.idx + len(noun) : words.start_char]
    return noun if _BESIDE.fullmatch(between) else None
