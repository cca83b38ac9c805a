"""Who a recommendation asks to act: in its sentences, before its colon, or beside it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from ..draft import Addressee, Block, Draft, Recommendation, Span
from ..grammar.parse import is_passive, left_edge, noun_phrase, objects_of, own_subjects, subjects
from .bodies import Standing, bare_name, is_people, is_proper, names_body, standing, standing_beside
from .clauses import requests
from .named import in_layout, in_words
from .verbs import ASKED

if TYPE_CHECKING:
    from spacy.tokens import Span as SpacySpan
    from spacy.tokens import Token

_AT_WORK = frozenset("at in of from within for".split())
_RESTS = frozenset("rest lie sit fall belong go direct address move pass transfer".split())
_CHARGES = frozenset(
    "matter job recommendation action responsibility duty task onus ownership lead owner".split()
)
#: What is done to its subject rather than by it: "all staff should receive training".
_RECEIVING = frozenset("receive undergo benefit".split())


def resolve(draft: Draft) -> Draft:
    """The draft with the addressees of its recommendations filled in.

    Without a parse only what stands beside a recommendation or in its layout is known.
    """
    return replace(
        draft,
        recommendations=tuple(
            replace(item, addressees=tuple(_distinct(_addressees(draft, item))))
            for item in draft.recommendations
        ),
    )


def text_start(draft: Draft, item: Recommendation) -> int:
    """The character of its first block at which a recommendation begins, after its label."""
    first_line = item.text.split("\n", 1)[0].rstrip(".")[:40]
    return max(draft.blocks[item.blocks[0]].text.find(first_line), 0)


def _addressees(draft: Draft, item: Recommendation) -> Iterator[Addressee]:
    headings = {section.title for section in draft.sections}
    for name in item.named_beside:
        found = standing_beside(name, heading=name in headings)
        if found:
            yield Addressee(bare_name(name), found is Standing.VAGUE)
    for index in item.blocks:
        block = draft.blocks[index]
        start = text_start(draft, item) if index == item.blocks[0] else 0
        yield from in_layout(block, start)
        doc = draft.docs.get(index)
        for sentence in doc.sents if doc is not None else ():
            yield from _in_sentence(block, sentence, start)


def _in_sentence(block: Block, sentence: SpacySpan, start: int) -> Iterator[Addressee]:
    by_syntax = [
        addressee
        for request in requests(sentence, start)
        for head in request.asked
        if not _is_misplaced(head, start)
        and (addressee := _addressee(block, head, start))
        and not (addressee.vague and request.verb.lemma_ in _RECEIVING)
    ]
    yield from by_syntax
    for head in _in_charge(sentence):
        if addressee := _addressee(block, head, start):
            yield addressee
    if not by_syntax:
        yield from in_words(block, sentence, start)


def _addressee(block: Block, head: Token, start: int) -> Addressee | None:
    """The addressee that a noun stands for, None for one that cannot act."""
    left = left_edge(head, start)
    phrase = noun_phrase(head, start)
    found = Standing.VAGUE if left.lower_ == "those" else standing(phrase)
    if found is None and head.pos_ == "PROPN":  # "the Head of Family Support" as one long name
        post = standing(re.split(r" (?:of|for) ", phrase)[0])
        found = post if post is Standing.NAMED else None
    first = bool(left.is_sent_start) or left.idx == start
    if found is None and is_proper(phrase, first=first and head.pos_ != "PROPN"):
        found = Standing.NAMED
    if found is None:
        return None
    vague = found is Standing.VAGUE and not _is_employed(head)
    tokens = head.doc[left.i : _name_end(head).i + 1]
    text = tokens.text
    if left.tag_ == "DT":
        text = text[0].lower() + text[1:]
    return Addressee(text, vague, Span(block.index, tokens.start_char, tokens.end_char))


def _is_misplaced(head: Token, start: int) -> bool:
    """Whether a name belongs to an earlier phrase: "training for GPs, midwives and nurses"."""
    first = head.head
    return (
        head.dep_ == "conj"
        and standing(noun_phrase(first, start)) is None
        and any(c.dep_ == "prep" and c.i < head.i for c in first.children)
    )


def _name_end(head: Token) -> Token:
    """The last word of a name that goes on: "Director of Children's Services"."""
    following = head.doc[head.i + 1] if head.i + 1 < len(head.doc) else head
    if following.head == head and following.lower_ in {"of", "for"}:
        tail = list(following.subtree)
        if len(tail) <= 12 and not any(t.dep_ == "relcl" for t in tail):
            return following.right_edge
    return head


def _is_employed(people: Token) -> bool:
    """Whether vague people are said to work for a named body: "staff at the Family Hub"."""
    if not is_people(noun_phrase(people)):
        return False
    places = (noun_phrase(name) for name in objects_of(people, _AT_WORK))
    return any(any(map(str.isupper, words)) and names_body(words) for words in places)


def _in_charge(sentence: SpacySpan) -> Iterator[Token]:
    """Those of "responsibility rests with the Trust", "it is for the Board", "our advice to X"."""
    for token in sentence:
        if token.lemma_ == "be" or token.lemma_ in _RESTS:
            about = {t.lemma_.lower() for s in subjects(token) for t in (s, *s.children)}
            if about & _CHARGES:
                yield from (c for s in subjects(token) for c in s.children if c.dep_ == "poss")
                yield from objects_of(token, {"with", "to", "for", "on", "upon"})
                yield from (c for c in token.children if c.dep_ == "attr")
            elif "it" in about:
                yield from objects_of(token, {"for"} if token.lemma_ == "be" else {"with", "to"})
        elif token.dep_ == "relcl" and _is_asked(token):
            yield token.head
        elif token.lemma_ == "recommendation":
            yield from objects_of(token, {"to", "for"})
        elif token.lemma_ in _CHARGES and token.dep_ == "attr":
            yield from objects_of(token, {"of", "for"})


def _is_asked(clause: Token) -> bool:
    """Whether a relative clause asks the named body before it to act: "…, which should …"."""
    should = any(c.lower_ in {"should", "must"} for c in clause.children) and not is_passive(clause)
    past = any(c.lemma_ == "have" and c.dep_ == "aux" for c in clause.children)
    by_it = any(s.tag_ in {"WDT", "WP"} for s in own_subjects(clause))
    named = standing(noun_phrase(clause.head)) is Standing.NAMED
    return (should or clause.lemma_ in ASKED) and by_it and named and not past


def _distinct(found: Iterable[Addressee]) -> Iterator[Addressee]:
    """Each addressee once, however often it is named: "the Director" is the one named in full."""
    seen: list[str] = []
    for addressee in found:
        key = re.sub(r"^(?:the|an?) ", "", addressee.text.lower())
        if not any(re.search(rf"\b{re.escape(key)}\b", longer) for longer in seen):
            seen.append(key)
            yield addressee
