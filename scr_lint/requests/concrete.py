"""Whether a request holds anything that could be seen to be done.

"Synergies need to be leveraged at pace" holds nothing; "the duty desk should move to the front
door" does. A request is empty where each of its verbs is one of being, having or improving, and
each of its nouns one of the trade's abstractions, or a person or body.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from .. import vocabulary
from ..draft import Draft, Recommendation
from ..grammar.parse import SUBJECTS, VERBS, noun_phrase
from ..grammar.phrases import split_phrases
from .addressees import text_start
from .bodies import is_acronym, standing
from .clauses import requests

if TYPE_CHECKING:
    from spacy.tokens import Span as SpacySpan
    from spacy.tokens import Token

#: What points to another recommendation, which says what is to be done.
_SAME = re.compile(r"\bthe same\b|\b(?:all of )?the above\b|\blikewise\b", re.IGNORECASE)
#: Things that anybody could see, whatever is to be done with them.
_TANGIBLE = re.compile(
    r"\b(?:training|courses?|workshops?|briefings?|sessions?|leaflets?|posters?|films?|videos?|templates?|"
    r"forms?|tools?|toolkits?|profiles?|checklists?|protocols?|letters?|lists?|registers?|audits?|surveys?|"
    r"posts?|clinics?|helplines?|visits?|meetings?|contracts?|funds?|budgets?|databases?|websites?)\b",
    re.IGNORECASE,
)
_FEW = 3
_ENDINGS = ("ness", "ility", "ivity", "ocity", "ism")
_THINGS = frozenset({"NOUN", "PROPN", "NUM"})
_CLOSED = frozenset({"aux", "auxpass", "neg", "mark", "cc", "det", "expl"})
_PREFACE = frozenset({"advcl", "prep", "npadvmod", "advmod"})
_EVERYONE = frozenset("everyone everybody anyone anybody someone all one each other".split())


def is_empty(draft: Draft, item: Recommendation) -> bool:
    """Whether nothing that a recommendation asks for could be seen to be done."""
    sentences = list(sentences_of(draft, item))
    asked = [
        (block, sentence, start, verbs)
        for block, sentence, start in sentences
        if (verbs := [r.verb for r in requests(sentence, start) if not is_preface(r.verb)])
    ]
    if not asked and len(item.text.split()) < _FEW:
        return True  # "Tool kit"
    asked = asked or [
        (block, sentence, start, _of_note(sentence, start)) for block, sentence, start in sentences
    ]
    if not any(verbs for *_, verbs in asked):
        return False
    if _SAME.search(item.text) or holds_tangible(item):
        return False
    if any(
        t.like_num and t.lower_ != "one" and t.idx >= start for _, s, start, _ in asked for t in s
    ):
        return False  # "… every child on a plan for longer than two years"
    said = {sentence.start_char for _, sentence, _, _ in asked}
    if any(
        _tells(s) for _, s, start in sentences if s.start_char not in said and s.end_char > start
    ):
        return False
    return all(
        is_abstract(word) or is_addressee(item, block, word)
        for block, sentence, start, verbs in asked
        for word in _words(sentence, verbs, start)
    )


def holds_tangible(item: Recommendation) -> bool:
    """Whether a recommendation speaks of a thing that anybody could see: a form, a visit, a list."""
    return bool(_TANGIBLE.search(item.text))


def sentences_of(draft: Draft, item: Recommendation) -> Iterator[tuple[int, SpacySpan, int]]:
    """A recommendation's sentences, each with its block and where its text begins in it."""
    for index in item.blocks:
        start = text_start(draft, item) if index == item.blocks[0] else 0
        for sentence in draft.sentences(draft.blocks[index]):
            if any(t.is_alpha and t.idx >= start for t in sentence):
                yield index, sentence, start


def is_addressee(item: Recommendation, block: int, word: Token) -> bool:
    return any(
        who.span.block == block and who.span.start <= word.idx < who.span.end
        for who in item.addressees
        if who.span
    )


def is_preface(verb: Token) -> bool:
    """Whether a verb only leads up to what is asked: "recognising that …, partners should …"."""
    return verb.tag_ == "VBG" and verb.dep_ != "ROOT"


def _of_note(sentence: SpacySpan, start: int) -> list[Token]:
    """The head of a note without a finite verb: "Curiosity to be everyone's business"."""
    tokens = [t for t in sentence if t.idx >= start]
    finite = any(t.tag_ in {"VBZ", "VBP", "VBD", "MD"} for t in tokens)
    return [] if finite else [t for t in tokens if t.dep_ == "ROOT" and t.is_alpha][:1]


def _words(sentence: SpacySpan, verbs: list[Token], start: int) -> Iterator[Token]:
    """The verbs of a request, and the words that say what is to be done, without its preface."""
    for verb in verbs:
        above = {verb.i, *(t.i for t in verb.conjuncts)}
        for token in sentence:
            if token.idx < start or token.dep_ in _CLOSED:
                continue
            if token.i in above or (_branch(token, verb) and token.pos_ in _THINGS | VERBS):
                yield token


def _branch(token: Token, verb: Token) -> bool:
    """Whether a word stands under a verb, and not in what introduces it."""
    at = token
    while at.head != at and at.head.i != verb.i:
        at = at.head
    if at.head.i != verb.i or at.i == verb.i:
        return False
    return not (at.dep_ in _PREFACE and at.i < verb.i)


def is_abstract(word: Token) -> bool:
    """Whether a word is one that could mean anything, or a person or body."""
    lemma = word.lemma_.lower()
    if word.pos_ in VERBS or word.pos_ == "ADJ":  # "mainstreamed"
        forms = {lemma, lemma.removesuffix("e"), word.lower_, word.lower_.removesuffix("ed")}
        gerund = word.tag_ == "VBG" and word.lower_ in _listed("noun")
        return bool(forms & _listed("verb")) or gerund or word.dep_ == "amod"
    if word.pos_ == "NUM":
        return lemma in _EVERYONE
    if lemma in _listed("noun") or word.lower_ in _listed("noun") or lemma.endswith(_ENDINGS):
        return True
    if word.dep_ in SUBJECTS and standing(noun_phrase(word)) is not None:
        return True
    if is_acronym(word.text):
        return False  # "be aware of the LADO role" says of what
    return lemma in _people() or word.lower_ in _people() or standing(word.text) is not None


def _tells(sentence: SpacySpan) -> bool:
    """Whether a sentence without a request tells more of it: a finite verb in English words."""
    return any(t.tag_ in {"VBZ", "VBP", "VBD", "MD"} and not t.is_oov for t in sentence)


@cache
def _listed(kind: str) -> frozenset[str]:
    rows = vocabulary.load("scr_lint", "abstract")
    return frozenset(w for row in rows if row["kind"] == kind for w in split_phrases(row["words"]))


@cache
def _people() -> frozenset[str]:
    rows = vocabulary.load("scr_lint", "persons")
    words = {w for row in rows for w in split_phrases(row["words"])}
    return frozenset(words | {"people", "adult", "person"} | _EVERYONE)
