"""Words in their plain sense: of what may happen anywhere, of what is prepared for or warned of.

"Planning for catastrophic events", "habits that can lead to errors" and "a course
between complacency and panic" tell of nothing that happened and of nobody who acted.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

_POSSIBLE = frozenset({"can", "may", "might"})
_WANTED = frozenset({"should", "must", "need", "shall"})
_PAST = frozenset({"VBD"})
#: What points at something in particular.
_PARTICULAR = frozenset("the this that these those such his her its their our my".split())
_PREPOSITIONS = frozenset("for to against of with by".split())
#: By what one gets ready for what has not happened, or keeps it off.
_READINESS = frozenset(
    """anticipate avert avoid chance contingency danger exposure exposed forestall guard insure
    insurance likelihood mitigate mitigation plan planning possibility potential preparation prepare
    prepared preparedness prevent prevention probability protect protection resilience resilient
    respond response risk susceptible threat vulnerable vulnerability withstand""".split()
)
#: Between which two evils somebody is to find a way.
_WAYS = frozenset(
    """balance border boundary choice choose course difference distinction distinguish gap line middle
    mean mediate navigate path steer way""".split()
)
_WARNING = frozenset(
    """avoid beware caution combat counter discourage forestall guard protect resist warn""".split()
)


def may_be_anywhere(word: Token) -> bool:
    """Whether the clause of a word says what can come about, or what is wanted from now on.

    "Can lead to errors", "may have dire consequences", "should not be burdened with needless
    paper"; but not "may have been careless" or "should have seen", which tell of the past.
    """
    for above in [word, *word.ancestors]:
        if above.pos_ not in {"VERB", "AUX"}:
            continue
        helpers = [c for c in above.children if c.dep_ in {"aux", "auxpass"}]
        if above.tag_ in _PAST or any(c.tag_ in _PAST for c in helpers):
            return False
        perfect = any(c.lemma_ == "have" for c in helpers)
        if not perfect and any(c.lower_ in _POSSIBLE | _WANTED for c in helpers):
            return True
        if above.dep_ in {"relcl", "acl"} and perfect:
            return False
    return False


def is_prepared_for(noun: Token) -> bool:
    """Whether a bare plural names what people get ready for: "resilience to dreadful events"."""
    if noun.tag_ not in {"NNS", "NNPS"} or any(c.lower_ in _PARTICULAR for c in noun.children):
        return False
    above = noun.head
    if noun.dep_ == "conj":
        return is_prepared_for(above)
    if noun.dep_ == "pobj" and above.lower_ in _PREPOSITIONS:
        above = above.head
    elif noun.dep_ not in {"dobj", "pobj"}:
        return False
    return above.lemma_.lower() in _READINESS and above.tag_ not in _PAST


def is_between_extremes(word: Token) -> bool:
    """Whether a word is one of two evils to be kept clear of: "a line between neglect and fuss"."""
    noun = word.head if word.dep_ == "conj" else word
    if noun.dep_ != "pobj" or noun.head.lower_ != "between":
        return False
    return any(above.lemma_.lower() in _WAYS for above in noun.head.ancestors)


def is_warned_of(word: Token) -> bool:
    """Whether a word names what is to be kept off: "to guard against complacency"."""
    noun = word
    while noun.dep_ == "conj":
        noun = noun.head
    above = noun.head
    if noun.dep_ == "pobj" and above.lower_ in {"against", "of"}:
        above = above.head
    elif noun.dep_ != "dobj":
        return False
    return above.lemma_.lower() in _WARNING and above.tag_ in {"VB", "VBG", "VBP"}
