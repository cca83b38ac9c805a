"""What single words show of how a passage knows: who looked, who was heard, what was read.

Each word gives the names of the signs it shows, by grammar: whether the reviewers do something,
have something done to them or only hold an opinion; whether a record is what shows, what something
is found in, or what somebody in the case wrote on; who says a thing, when, and with what said.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from .. import vocabulary
from ..grammar.clauses import governing_verb
from ..grammar.parse import subjects
from ..grammar.phrases import split_phrases
from ..persons.people import Side, side_of
from .counts import size_of

if TYPE_CHECKING:
    from spacy.tokens import Token

PRESENT = frozenset({"VBZ", "VBP"})
PLURAL = frozenset({"NNS", "NNPS"})
_REVIEWERS = frozenset("we us our i me my ourselves ours myself".split())
_NOUNS = frozenset({"NOUN", "PROPN"})
_VERBS = frozenset({"VERB", "AUX"})
# What reviewers may do without having looked at anything.
_OPINING = frozenset(
    """think believe consider conclude feel judge hold regard recommend welcome accept wonder suggest
    want wish hope expect commend understand be acknowledge appreciate recognise recognize doubt
    suspect propose urge intend need like attribute agree do identify prefer say suppose take
    mean deal turn come go add return begin use set put leave""".split()
)
_FINDING = frozenset("find see know have learn note establish".split())
#: What a review may rest on, beside what the vocabulary lists as read or held.
_STUDIES = frozenset(
    """study research literature inspectorate inspection review audit survey sample figure statistic
    datum return extract analysis comparison evidence experience testimony account finding""".split()
)
#: Common verbs that "show" only with the right object.
_LIGHT = frozenset("be have give hold set put turn make say tell".split())
_OWNING_UP = frozenset(
    """explain admit acknowledge recall reflect remember describe accept confirm agree
    recognise""".split()
)
_FROM = frozenset("in on from by through to at".split())
_HAVE = frozenset({"have", "’ve", "'ve"})
#: From this number on a count is of more than one family's affairs. A default of this project.
_LARGE = 20


def is_reviewers(noun: Token) -> bool:
    """Whether a noun or pronoun, or "our", stands for those who made the review."""
    return noun.lower_ in _REVIEWERS or (noun.pos_ in _NOUNS and side_of(noun) is Side.REVIEW)


def is_present(verb: Token) -> bool:
    """Whether a verb, or the first of its auxiliaries, is in the present."""
    return verb.tag_ in PRESENT or any(
        c.tag_ in PRESENT for c in verb.children if c.dep_.startswith("aux")
    )


def is_perfect(verb: Token) -> bool:
    """ "Has changed", "have told us"."""
    return any(c.lemma_ in _HAVE and c.tag_ in PRESENT for c in verb.children)


def is_full_verb(word: Token) -> bool:
    """Whether a word is a verb that is not the auxiliary of another."""
    return word.pos_ in _VERBS and not word.dep_.startswith("aux")


def telling_signs(word: Token) -> Iterator[str]:
    """What a word that stands in no quotation shows of how a passage knows."""
    if (word.pos_ in {*_NOUNS, "PRON"} or word.dep_ == "poss") and is_reviewers(word):
        yield from _of_reviewers(word)
    if word.pos_ in _NOUNS and word.lemma_.lower() in _STUDIES | listed("source", "event"):
        yield from _of_source(word)
    if word.like_num and word.pos_ == "NUM":
        yield from _of_number(word)
    if is_full_verb(word):
        yield from _of_verb(word)


def _of_reviewers(noun: Token) -> Iterator[str]:
    """ "We read", "told us", "in our judgment"."""
    role = noun.dep_
    if role == "nsubjpass" or role in {"dobj", "dative"}:
        yield "reviewers heard"
    elif role == "nsubj" or (role == "conj" and noun.head.dep_ == "nsubj"):
        verb = noun.head if role == "nsubj" else noun.head.head
        if verb.dep_ == "relcl":
            yield "those whom reviewers met"
        if verb.lemma_ in _FINDING:
            yield "reviewers found"
        elif verb.lemma_ in _OPINING or any(c.tag_ == "MD" for c in verb.children):
            yield "reviewers opine"
        else:
            yield "reviewers looked"
    elif role == "pobj" and noun.head.dep_ == "agent":
        yield "reviewers looked"
    elif role == "pobj":
        yield "to us" if noun.lower_ in {"us", "me"} else "beside reviewers"
    else:
        yield "our" if role == "poss" else "reviewers named"


def _of_source(noun: Token) -> Iterator[str]:
    """ "The log shows", "is mentioned in the log", "wrote a note"."""
    verb = governing_verb(noun)
    when = "now" if is_present(verb) else "then"
    while noun.dep_ in {"compound", "conj"} and noun.head.i != noun.i:
        noun = noun.head
    if noun.dep_ in {"nsubj", "nsubjpass"}:
        yield f"source acts {when}"
        if verb.lemma_ in listed("showing"):
            yield "source shows"
    elif noun.dep_ == "pobj" and noun.head.lower_ in _FROM:
        yield f"in a source {when}"
        if noun.head.lower_ == "from":
            yield "from a source"
    else:
        yield "source handled" if noun.dep_ == "dobj" else "source named"


def _of_number(number: Token) -> Iterator[str]:
    yield "numbers"
    if size_of(number.lower_) >= _LARGE:
        yield "large numbers"
    if number.head.tag_ in PLURAL:
        yield "counted things"
    if number.head.lower_ == "of" or any(c.lower_ == "of" for c in number.children):
        yield "so many of"


def _of_verb(verb: Token) -> Iterator[str]:
    about = subjects(verb)
    sides = {side_of(s) for s in about}
    present = is_present(verb)
    yield "doings"
    if present and about:
        yield "present"
    if is_perfect(verb):
        yield "perfect"
    if not about or any(is_reviewers(s) for s in about):
        return
    if verb.lemma_ in listed("saying"):
        yield from _of_saying(verb, about, sides)
    if verb.lemma_ in listed("showing") - _LIGHT and not sides & {Side.STAFF, Side.FAMILY}:
        yield "shows" if present else "showed"


def _of_saying(verb: Token, about: tuple[Token, ...], sides: set[Side | None]) -> Iterator[str]:
    """ "The prison says", "both said that", "…, she said", "as one worker put it"."""
    if is_present(verb):
        yield "says"
    elif Side.STAFF in sides:
        several = any(s.tag_ in PLURAL or s.lower_ == "they" for s in about)
        yield "said by several" if several else "said by one"
        if any(c.dep_ == "ccomp" for c in verb.children):
            yield "said that"
    else:
        yield "said by the family" if Side.FAMILY in sides else "said by others"
    if any(c.dep_ == "ccomp" and c.i < verb.i for c in verb.children):
        yield "said after"
    if verb.dep_ == "advcl" and any(c.lower_ == "as" for c in verb.children):
        yield "as said"
    if verb.lemma_ in _OWNING_UP:
        yield "owned up"


@cache
def listed(*kinds: str) -> frozenset[str]:
    """The words of some kinds in the vocabulary of evidence."""
    rows = vocabulary.load("scr_lint", "evidence")
    return frozenset(w for row in rows if row["kind"] in kinds for w in split_phrases(row["words"]))
