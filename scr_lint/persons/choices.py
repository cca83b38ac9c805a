"""What somebody is said to have chosen: "chose to pull out his tube", "opted for the streets".

Children choose toys, seats and whom they talk to; what is left, said of a child in a review, is
mostly what was done to the child or what the child fled from.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..grammar.wordlists import Row, WordLists
from ..hindsight.counterfactual import negated
from .refusals import Refusal

if TYPE_CHECKING:
    from spacy.tokens import Token

_CHOOSING = frozenset({"choose", "elect", "opt", "prefer"})
# What a child may choose to do, and is only seen in doing so.
_SEEN_DOING = frozenset(
    """answer ask be bring call chat climb colour come cook dance describe draw eat explain give help hold hug
    keep know learn listen live look make meet name paint play read say send share show sing sit sleep
    speak spend stand study talk tell use visit wait walk watch wear wish work write""".split()
)
_COURSES = frozenset(
    """abuser company crime crowd dealer drink drug gang homelessness life lifestyle man men offender offending
    prison prostitution street violence""".split()
)


def choices(verb: Token, lists: WordLists) -> Iterator[Refusal]:
    """The choice that a verb imputes, for the rule to ask whether a child is said to have made it."""
    row: Row | None = next(iter(lists.words("choice").values()), None)
    if row is None or verb.lemma_ not in _CHOOSING or verb.pos_ != "VERB" or negated(verb):
        return
    if any(c.dep_ == "aux" and c.tag_ == "MD" for c in verb.children):
        return
    for child in verb.children:
        inner = child
        if child.dep_ == "prep" and child.lower_ in {"for", "to"}:
            inner = next(iter(child.children), child)
        acts = child.dep_ == "xcomp" and child.tag_ == "VB" and child.lemma_ not in _SEEN_DOING
        takes = inner.dep_ in {"dobj", "pobj"} and inner.lemma_.lower() in _COURSES
        if (acts and not negated(child)) or takes:
            yield Refusal(verb.doc[verb.i : inner.i + 1], verb, row)
            return
