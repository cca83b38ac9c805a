"""The signs by which words tell something of the family: whose they are, and of whom the sentence speaks.

Whatever the words are, a faith or an illness, the same grammar tells of whom they are said. What each sign
is worth is learnt for each sort of words by itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from ..grammar.voice import subject_of
from ..vector_weights import mean_vector
from .belonging import counts_people, is_note, speaks_of_anybody
from .family import Standing, family_in, of_fronted, standing, whose
from .mentions import Cast

if TYPE_CHECKING:
    import numpy
    from numpy.typing import NDArray
    from spacy.tokens import Span as SpacySpan

_TRADE = re.compile(
    r"\b(?:nurse|doctor|worker|midwife|teacher|officer|chair|reviewer|author|panel|consultant|chaplain|interpreter|"
    r"carers?|registrar|clerk|manager|neighbour|lodger|witness|journalist|barrister|judge)\b",
    re.IGNORECASE,
)
_SERVICE = re.compile(
    r"\b(?:training|leaflets?|report|version|guidance|policy|available|translated|translation|published|census|borough|"
    r"county|population|town|residents|Board|Act|survey|communit(?:y|ies)|poster|programme|recommendations?|should|contract)\b",
    re.IGNORECASE,
)
_SELF = frozenset({"herself", "himself", "themselves"})
_NEAR, _WIDE = 5, 8


def vectors_of(words: SpacySpan) -> Mapping[str, NDArray[numpy.float32]]:
    """The vectors of some words, of what governs them and of what stands near, where there are any."""
    doc = words.doc
    near = [*doc[max(0, words.start - _NEAR) : words.start], *doc[words.end : words.end + _NEAR]]
    head = words.root.head
    vectors = {
        "words": mean_vector([t for t in words if t.is_alpha]),
        "head": mean_vector([head] if not words.start <= head.i < words.end else []),
        "near": mean_vector([t for t in near if t.is_alpha and not t.is_stop]),
    }
    return {name: each for name, each in vectors.items() if each is not None}


def of_beside(words: SpacySpan) -> Iterator[str]:
    """What stands right beside the words."""
    doc = words.doc
    if words.start > words.sent.start:
        before = doc[words.start - 1]
        yield f"before={before.lower_}"
        yield f"before is {before.pos_}"
        if words.start - 1 > words.sent.start:
            yield f"before={doc[words.start - 2].lower_} {before.lower_}"
    else:
        yield "begins"
    if words.end < len(doc):
        after = doc[words.end]
        yield f"after={after.lower_}"
        yield f"after is {after.pos_}"
        if after.text[0].isupper() and after.pos_ == "PROPN":
            yield "before a name"
    else:
        yield "ends"


def of_owner(words: SpacySpan, cast: Cast) -> Iterator[str]:
    """Whose the words are, and what governs them."""
    root = words.root
    head = root.head
    of = whose(words, cast)
    yield f"of {of}" if of else "of nobody"
    if fronted := of_fronted(words, cast):
        yield f"fronted, of {fronted}"
    yield f"as {root.dep_}"
    if head.i != root.i:
        yield f"head={head.lemma_.lower()}"
        yield f"head is {head.pos_}"
        found = standing(head, cast)
        yield f"head of {found}" if found else "head of nobody"
        if head.pos_ in {"NOUN", "PROPN"} and head.tag_ in {"NNS", "NNPS"}:
            yield "head is plural"
    if head.dep_ in {"attr", "pobj", "dobj", "appos", "conj"}:
        yield f"above={head.head.lemma_.lower()}"
    if root.dep_ == "pobj" and head.head.i != head.i:
        yield f"{head.lower_} after {head.head.pos_}"
        yield f"governor={head.head.lemma_.lower()}"
    verb = next((t for t in [root, *root.ancestors] if t.pos_ in {"VERB", "AUX"}), None)
    if verb is None:
        yield "no verb"
        return
    yield f"verb={verb.lemma_.lower()}"
    yield f"verb is {verb.tag_}"
    if any(child.dep_ == "neg" for child in verb.children):
        yield "denied"
    subject = subject_of(verb)
    if subject is not None and not words.start <= subject.i < words.end:
        who = standing(subject, cast)
        yield f"subject {who}" if who else "subject nobody"
        if who is None:
            yield f"subject={subject.lemma_.lower()}"


def of_sentence(words: SpacySpan, cast: Cast) -> Iterator[str]:
    """Of whom and of what the sentence and the paragraph speak."""
    sentence, doc = words.sent, words.doc
    beside = [t for t in sentence if not words.start <= t.i < words.end]
    if counts_people(words):
        yield "counts people"
    if speaks_of_anybody(words):
        yield "speaks of anybody"
    if is_note(words):
        yield "a note"
    first = family_in(beside, cast)
    yield "the family in the sentence" if first is not None else "no family in the sentence"
    standings = {standing(t, cast) for t in doc[max(0, words.start - _WIDE) : words.start]}
    yield from (f"near before: {each}" for each in standings if each)
    last = next(
        (s for t in reversed(doc[sentence.start : words.start]) if (s := standing(t, cast))), None
    )
    yield f"last before: {last}" if last else "nobody before"
    if any(t.lower_ in _SELF for t in doc[max(sentence.start, words.start - 2) : words.start]):
        yield "herself before"
    if first is None and family_in(doc, cast) is not None:
        yield "the family elsewhere"
    if any(standing(t, cast) is Standing.WORKER for t in beside):
        yield "a worker in the sentence"
    near = doc[max(0, words.start - _WIDE) : words.end + _WIDE].text
    for name, pattern in (("trade", _TRADE), ("service", _SERVICE)):
        many = len(pattern.findall(sentence.text))
        if pattern.search(near):
            yield f"{name} near"
        if many:
            yield f"{name} in the sentence"
        if many > 1:
            yield f"{name} twice"
    if not any(t.tag_ == "VBD" for t in sentence) and any(t.tag_ == "MD" for t in sentence):
        yield "what may be"
