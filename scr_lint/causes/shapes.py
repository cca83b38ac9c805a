"""Causal relations that are told by the shape of a sentence, not by a word for them.

"Too busy to ask"; "so many that …"; "carrying thirty cases, she …"; "Why was this? …".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from ..grammar.clauses import denies, part_end, part_start
from ..grammar.parse import neighbour
from ..hindsight.counterfactual import perfect_modals
from .relation import Link, Piece, Relation

if TYPE_CHECKING:
    from spacy.tokens import Token

#: How many sentences after a question are read as its answer. A default of this project.
REACH = 3

_WHAT = (
    r"what (?:had |has |have |else )?(?:made|stopped|stood|prevented|kept|got|lay|led|caused|drove)"
)
_WHY = re.compile(
    rf"\bwhy\b|\bhow come\b|\bhow (?:did|was|had|could|is|has) (?:it|this|that)\b|\b{_WHAT}\b",
    re.IGNORECASE,
)
# An indirect question that the review answers, or says can be answered.
_ASKED = re.compile(
    rf"\b(?:ask(?:ed)?|look(?:ed)? (?:for|at|into)|explor\w+|examin\w+|consider(?:ed)?|wonder(?:ed)?"
    rf"|found out|heard|explained|told)\b[^.?!]{{0,60}}?\b(?:why|{_WHAT})\b"
    r"|\bunderstandable (?:how|why|that)\b",
    re.IGNORECASE,
)
_EASY = re.compile(
    r"\b(?:not (?:hard|difficult)|easy|possible) to (?:see|understand|explain) (?:how|why)\b",
    re.IGNORECASE,
)
_STANDING = frozenset("be lie lay sit stand".split())
_AT_ROOT = re.compile(r"(?:at|in) the (?:root|heart|bottom|centre|core|back) of\b")
_UNEXPLAINED = re.compile(r"\b(?:not|n[’']t|never|nor|no|cannot|unable)\b", re.IGNORECASE)
_HARD = frozenset(
    """difficult hard harder impossible easy easier understandable unsurprising natural
    uncomfortable awkward unthinkable painful risky improper""".split()
)


def by_degree(sentence: Piece) -> Iterator[Relation]:
    """ "Too busy to ask", "so many cases that visits were short", "X, so Y"."""
    for token in sentence.tokens:
        if token.lower_ in {"too", "so", "such"}:
            relation = _so_that(sentence, token) or _and_so(sentence, token)
            if relation:
                yield relation


def _so_that(sentence: Piece, word: Token) -> Relation | None:
    start, stop = part_start(sentence, word.i), part_end(sentence, word.i)
    if word.lower_ == "too":
        above = (word.head, word.head.head)
        joint = next(
            (c for a in above for c in a.children if c.dep_ in {"xcomp", "advcl"} and c.i > word.i),
            None,
        )
    else:
        after = word.doc[word.i + 1 : stop]
        joint = next((t for t in after if t.lower_ == "that" and t.dep_ == "mark"), None)
    if joint is None:
        return None
    marker = Piece(sentence.block, word.doc[word.i : word.i + 1])
    return Relation(
        Link.DEGREE, marker, sentence.part(start, joint.i), sentence.part(joint.i, stop)
    )


def _and_so(sentence: Piece, word: Token) -> Relation | None:
    if word.lower_ != "so" or word.i == sentence.tokens.start or word.head.i < word.i:
        return None
    before = neighbour(word, -1)
    if neighbour(word).lower_ in {"on", "far"}:
        return None
    if before.text not in {",", ";", "–", "—"} and before.lower_ != "and":
        return None
    start = part_start(sentence, before.i)
    return Relation(
        Link.RESULT,
        Piece(sentence.block, word.doc[word.i : word.i + 1]),
        sentence.part(start, word.i),
        sentence.part(word.i + 1, part_end(sentence, word.i)),
    )


def by_participle(sentence: Piece) -> Iterator[Relation]:
    """ "Carrying thirty cases, she …", "…, having been told not to", "With two posts empty, …"."""
    tokens, doc = sentence.tokens, sentence.tokens.doc
    first = next((t for t in tokens if not t.is_punct), None)
    if first is None:
        return
    root = tokens.root
    opening = first.lower_ in {"with", "without", "by"} or any(
        t.tag_ in {"VBG", "VBN"}
        and t.dep_ == "advcl"
        and t.left_edge.i == first.i
        and (t.i == first.i or first.dep_ in {"neg", "aux", "auxpass"})
        for t in tokens.doc[first.i : root.i]
    )
    comma = next((t.i for t in tokens if t.text == "," and t.i < root.i), None)
    if opening and comma is not None:
        marker = Piece(sentence.block, doc[first.i : first.i + 1])
        cause = sentence.part(first.i, comma)
        yield Relation(Link.CIRCUMSTANCE, marker, cause, sentence.part(comma, tokens.end))
    for token in tokens:
        if token.tag_ not in {"VBG", "VBN"} or token.dep_ != "advcl" or token.i < root.i:
            continue
        edge = token.left_edge.i
        if doc[edge - 1].text == "," and doc[edge].dep_ not in {"mark", "prep"}:
            marker = Piece(sentence.block, doc[edge : token.i + 1])
            cause = sentence.part(edge, part_end(sentence, edge))
            yield Relation(Link.CIRCUMSTANCE, marker, cause, sentence.part(tokens.start, edge))


def by_supposition(sentence: Piece) -> Iterator[Relation]:
    """ "Had they asked, it would have …", "with better supervision it would have …"."""
    tokens = sentence.tokens
    modal = next(perfect_modals(tokens), None)
    if modal is None:
        return
    first = next((t for t in tokens if t.lower_ in {"had", "if", "with", "without"}), None)
    if first is None or not (first.i == tokens.start or first.i > modal.tokens.start):
        return
    end = modal.tokens.start if first.i < modal.tokens.start else part_end(sentence, first.i)
    marker = Piece(sentence.block, first.doc[first.i : first.i + 1])
    yield Relation(Link.CIRCUMSTANCE, marker, sentence.part(first.i, end), ())


def by_inversion(sentence: Piece) -> Iterator[Relation]:
    """ "Behind this lay X", "at the root of the delay were X and Y"."""
    first = next((t for t in sentence.tokens if not t.is_punct), None)
    verb = first.head if first is not None else None
    if first is None or verb is None or verb.i < first.i or verb.lemma_ not in _STANDING:
        return
    start = sentence.tokens.start
    phrase = sentence.tokens.doc[start : verb.i].text.lower()
    if first.lower_ in {"behind", "beneath", "underlying"} or _AT_ROOT.match(phrase):
        marker = Piece(sentence.block, first.doc[first.i : first.i + 1])
        cause = sentence.part(verb.i + 1, part_end(sentence, verb.i))
        yield Relation(Link.SOURCE, marker, cause, sentence.part(first.i, verb.i))


def answers(sentence: Piece, following: Sequence[Piece]) -> Iterator[Relation]:
    """ "Why was it missed? …", "It was hard to see. …", "This was not because …. …"."""
    text = sentence.tokens.text
    question = text.rstrip("”’\"') ").endswith("?") or (
        # A heading: "Why this happened".
        text.lower().startswith("why ") and len(sentence.tokens) == len(sentence.tokens.doc)
    )
    reply = tuple(following[:REACH])
    if question and (match := _WHY.search(text)):
        if reply:
            yield Relation(Link.ANSWER, _marker(sentence, match), reply, (sentence,))
    elif match := _EASY.search(text):
        yield Relation(Link.ANSWER, _marker(sentence, match), _rest(sentence, match, reply), ())
    elif match := _ASKED.search(text):
        if not _UNEXPLAINED.search(text[: match.end()]):
            yield Relation(Link.ANSWER, _marker(sentence, match), _rest(sentence, match, reply), ())
    else:
        for token in sentence.tokens:
            if token.lower_ in _HARD and _is_hard(token):
                marker = Piece(sentence.block, token.doc[token.i : token.i + 1])
                yield Relation(Link.ANSWER, marker, (sentence, *reply), (sentence,))
            elif token.lower_ == "because" and denies(sentence, token.i):
                marker = Piece(sentence.block, token.doc[token.i - 1 : token.i + 1])
                yield Relation(Link.ANSWER, marker, reply, (sentence,))


def _rest(sentence: Piece, match: re.Match[str], reply: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """What follows some words in their sentence, and the reply after it."""
    marker = _marker(sentence, match)
    return (*sentence.part(marker.tokens.end, sentence.tokens.end), *reply)


def _is_hard(word: Token) -> bool:
    """ "It was hard for them to see", "asking was not easy"; not "a difficult mother"."""
    if word.dep_ not in {"acomp", "oprd", "ccomp"} or word.head.lemma_ not in {
        "be",
        "find",
        "make",
    }:
        return False
    if word.lower_ in {"easy", "easier"}:
        return any(c.dep_ == "neg" for c in word.head.children)
    return True


def _marker(sentence: Piece, match: re.Match[str]) -> Piece:
    first = sentence.tokens.start_char
    span = sentence.tokens.doc.char_span(
        first + match.start(), first + match.end(), alignment_mode="expand"
    )
    assert span is not None  # the match stands inside the sentence
    return Piece(sentence.block, span)
