"""Whether a passage says some words of a child of the case, and not of a parent, a worker or a thing.

A guess by the parse, by who was named before, and in notes by who was named last. What a rule's
term list says of the words comes with them (`Refusal`): "about" says how sure it has to be.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ..hindsight.counterfactual import is_past
from .children import PERSONAL, antecedent, who_is
from .family import is_general
from .labels import follows_thing, is_noted, noted
from .mentions import Cast, Who, mention_of, mentions
from .refusals import Refusal, is_clinic
from .said_of import concerned, has_subject, owner_of

if TYPE_CHECKING:
    from spacy.tokens import Span as SpacySpan
    from spacy.tokens import Token

#: Patterns of the term list that tell of a child who was not brought.
ABSENT = frozenset({"turn_up", "chore"})
_ANY = frozenset({"a", "an", "any", "every", "no"})
_STRANGERS = frozenset("adult man male woman female perpetrator abuser caller friend".split())
# What of a child a loaded word may be said of.
_WAYS = frozenset(
    """attitude behaviour character choice company conduct demeanour friend individual life
    lifestyle manner mood nature one person personality presentation reputation response streak
    teenager temperament type victim way""".split()
)
_OF_ONE = frozenset({"herself", "himself"})
# A letter by itself is the code of the child, unless it is short for mother or father.
_CODE = re.compile(r"[B-EGHJ-LN-Z]$")


def is_said_of_child(said: Refusal, cast: Cast, notes: bool) -> bool:
    """Whether words are said of a child. `notes`: they stand in a chronology, where much is left out."""
    strict = said.row["about"] == "doer"
    if _describes_a_thing(said.said_of, cast):
        return False  # "wilful neglect"
    if notes and said.row["pattern"] == "phrase" and follows_thing(said.tokens, (), cast):
        return False
    person = noted(said.tokens) if said.row["pattern"] == "phrase" else None
    holders = [person] if person is not None else list(concerned(said.said_of))
    holders = [(h.pos_ in {"NUM", "DET"} and owner_of(h)) or h for h in holders]
    if any(t.lower_ in _OF_ONE for t in said.tokens):  # "leaving with men, putting herself at risk"
        holders = [h for h in holders if h.tag_ != "NNS"]
    is_absence = said.row["pattern"] in ABSENT or said.row["alternative"] == "was not brought"
    if is_absence:  # a clinic is where, and not who
        holders = [h for h in holders if not is_clinic(h)]
    counted = bool(holders) and all(h.pos_ == "NUM" for h in holders)  # "six were DNA"
    if is_absence and any(_is_thing(h) for h in holders):
        return False  # "boiler failed its check", "builder failed to turn up"
    if (
        (notes or counted)
        and is_absence
        and not {who_is(h, cast) for h in holders} & {Who.CHILD, Who.FAMILY, Who.BODY}
    ):
        return _is_childs_absence(said.tokens, cast)
    if any(_is_anybody(h) for h in holders) and not _tells(said.said_of):
        return False  # "children do not choose to stay out in the cold"
    if not strict:
        holders = [owner_of(h) or h if who_is(h, cast) is None else h for h in holders]
    whos = [_who(holder, cast, strict) for holder in holders]
    if whos and all(who is Who.CHILD for who in whos):
        return True
    if any(who is not None for who in whos):
        return False
    if holders and all(holder.lower_ in PERSONAL for holder in holders):
        return True  # "she", with nobody else before her in the passage
    around = {
        mention.who
        for mention in mentions(said.tokens.doc, cast)
        if mention.token.lemma_.lower() not in _STRANGERS
        and not (notes and mention.token.i >= said.tokens.end)
    }
    if not strict:
        others = (
            {Who.FAMILY} if notes else {Who.FAMILY, Who.STAFF}
        )  # "Manager to SW: …" heads a note
        return Who.CHILD in around or not around & others
    if holders or has_subject(said.said_of):
        return False
    # "Refused to talk.", "Failure to engage was noted.": of the child, where nobody else is named.
    if notes and said.said_of.pos_ in {"VERB", "AUX"}:
        return Who.FAMILY not in around or _follows_child(said.tokens, cast)
    if notes and said.said_of.pos_ == "ADJ":
        return _follows_child(said.tokens, cast)
    return around == {Who.CHILD}


def _follows_child(tokens: SpacySpan, cast: Cast) -> bool:
    """Whether the last of the family named before some words, in a note that names no other, is a
    child: "Out till 2am with older males, risky choices discussed"."""
    named = [
        m.who
        for t in tokens.doc[: tokens.end]
        if (m := mention_of(t, cast)) is not None and t.lemma_.lower() not in _STRANGERS
    ]
    family = [who for who in named if who in {Who.CHILD, Who.FAMILY}]
    return bool(family) and family[-1] is Who.CHILD


def _is_thing(holder: Token) -> bool:
    """Whether a noun of the text, and no name, is what did not come; a note's "Day 2" is when."""
    return (
        holder.pos_ == "NOUN"
        and holder.dep_ in {"nsubj", "compound"}
        and mention_of(holder, Cast()) is None
        and not is_clinic(holder)
        and holder.head.lemma_ in {"fail", "miss"}
        and holder.i < holder.head.i
    )


def _is_anybody(holder: Token) -> bool:
    """Whether children at large are meant: "children", "a child of three", "any young person"."""
    if holder.tag_ == "NNS":
        return is_general(holder)
    return holder.tag_ == "NN" and any(c.lower_ in _ANY for c in holder.children)


def _describes_a_thing(word: Token, cast: Cast) -> bool:
    noun = word.head
    return (
        word.dep_ in {"amod", "compound"}
        and noun.pos_ == "NOUN"
        and mention_of(noun, cast) is None
        and noun.lemma_.lower() not in _WAYS
    )


def _tells(word: Token) -> bool:
    verb = next((t for t in [word, *word.ancestors] if t.pos_ in {"VERB", "AUX"}), word)
    return is_past(verb) or (verb.tag_ == "VBN" and is_past(verb.head))


def _is_childs_absence(tokens: SpacySpan, cast: Cast) -> bool:
    """Whether a note of an absence is of the child: of nobody else in its sentence or before it.

    In "DNA x2 (baby). Letter to parent." it is the baby's; after "Uncle seen." it would be his.
    """
    places = (tokens.sent, reversed(list(tokens.doc[: tokens.sent.start])))
    for place in places:
        whos = [
            Who.FAMILY if m is None or is_noted(t) else m.who
            for t in place
            if (m := mention_of(t, cast)) is not None or is_noted(t)
        ]
        family = [who for who in whos if who in {Who.CHILD, Who.FAMILY}]
        if family:
            return family[0] is Who.CHILD
    return True


def is_of_nobody_named(said: Refusal, cast: Cast) -> bool:
    """Whether copied words are said of nobody that the passage names but a child."""
    named = (mention_of(t, cast) for t in said.tokens.doc[: said.tokens.end])
    return all(
        m is None or m.who is not Who.FAMILY or m.token.lemma_.lower() in _STRANGERS for m in named
    )


def _who(holder: Token, cast: Cast, strict: bool) -> Who | None:
    """Whom a noun or pronoun stands for; a loaded word is never about the worker "she" may be."""
    if _CODE.match(holder.text):
        return Who.CHILD
    who = who_is(holder, cast)
    if who is Who.CHILD and is_their_parent(holder, cast):
        return Who.FAMILY
    if who is Who.STAFF and holder.lower_ in PERSONAL:
        return None if not strict or _is_other_than_staff(holder, cast) else who
    return who


def is_their_parent(pronoun: Token, cast: Cast) -> bool:
    """Whether a pronoun goes on with whose child was named: "over her child. She was dishonest"."""
    named = antecedent(pronoun, cast) if pronoun.lower_ in PERSONAL else None
    if named is None or named.token.doc is not pronoun.doc:
        return False
    owner = next((c.lower_ for c in named.token.children if c.dep_ == "poss"), "")
    return {owner, pronoun.lower_} in ({"her", "she"}, {"his", "he"})


def _is_other_than_staff(pronoun: Token, cast: Cast) -> bool:
    """Whether "she" is not the worker named last: "was seen by the nurse, to whom she refused to
    speak", "the night team thought that she was playing up"."""
    named = antecedent(pronoun, cast)
    if named is None or named.token.doc is not pronoun.doc or pronoun.lower_.startswith("the"):
        return False
    if named.token.dep_ not in {"nsubj", "nsubjpass"}:
        return True
    return any(
        above.dep_ == "ccomp" and above.head.i == named.token.head.i
        for above in (pronoun.head, *pronoun.head.ancestors)
    )
