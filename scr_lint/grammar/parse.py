"""Small readings of the parse: subjects, voice, agents, and the words before a noun."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator
from typing import TYPE_CHECKING

from ..once import once_a_text

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

VERBS = frozenset({"VERB", "AUX"})
SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass"})
#: Words for a part or the whole of those named after "of": "each of the three councils".
_PARTS = frozenset(
    "each all both one none any some many most either neither member members representative representatives cluster".split()
)
_NAMING = frozenset({"NOUN", "PROPN", "PRON", "VERB", "ADJ"})
_IN_WORD = frozenset({"-", "’", "'", "/", "&"})


def neighbour(token: Token, step: int = 1) -> Token:
    """The word so many places after a word (before it, for a negative number).

    The first and last words of a text are their own neighbours, so that nothing need be asked
    about its ends.
    """
    return token.doc[min(max(token.i + step, 0), len(token.doc) - 1)]


def own_subjects(verb: Token) -> tuple[Token, ...]:
    """The heads of a verb's own subject, its coordinated and appositive names with it."""
    return tuple(t for s in verb.children if s.dep_ in SUBJECTS for t in with_conjuncts(s))


def subjects(verb: Token) -> tuple[Token, ...]:
    """A verb's subject, or that of the verb it is coordinated with."""
    found = own_subjects(verb)
    while not found and verb.dep_ == "conj" and verb.head != verb:
        verb = verb.head
        found = own_subjects(verb)
    return found


def with_conjuncts(head: Token) -> Iterator[Token]:
    """A noun and what is coordinated with it or stands in apposition to it."""
    if head.lower_ in _PARTS:
        whole = [p for c in head.children if c.lower_ == "of" for p in c.children]
        head = whole[0] if whole else head
    yield head
    for child in head.children:
        if child.dep_ in {"conj", "appos"} and child.pos_ in _NAMING:
            yield from with_conjuncts(child)


def objects_of(word: Token, prepositions: Container[str]) -> Iterator[Token]:
    """The nouns after some of a word's prepositions: "asked *of* the Trust and the Council"."""
    for child in word.children:
        if child.dep_ in {"prep", "dative", "agent", "mark"} and child.lower_ in prepositions:
            for name in child.children:
                if name.dep_ == "pobj":
                    yield from with_conjuncts(name)


def is_passive(verb: Token) -> bool:
    """Whether a verb is in the passive.

    A finite "is" or "was" beside a modal belongs to another clause, which the parse has mixed up.
    """
    helpers = [c for c in verb.children if c.dep_ == "auxpass"]
    if helpers and has_modal(verb):
        return any(c.tag_ in {"VB", "VBN", "VBG"} for c in helpers)
    return bool(helpers) or any(c.dep_ == "nsubjpass" for c in verb.children)


def agents(verb: Token) -> Iterator[Token]:
    """Who does what a passive says: "is to be agreed and reviewed by the Board and the Trust"."""
    for token in verb.subtree:
        above = token.head
        near = above == verb or above in verb.conjuncts or above.dep_ == "pobj"
        if token.lower_ in {"by", "between"} and token.dep_ in {"agent", "prep"} and near:
            for name in token.children:
                if name.dep_ == "pobj":
                    yield from with_conjuncts(name)


def has_modal(verb: Token) -> bool:
    """Whether a modal (should, must, would) stands with a verb."""
    return any(c.tag_ == "MD" and c.i < verb.i for c in verb.children)


def is_infinitive(verb: Token) -> bool:
    """Whether a verb has its "to"."""
    return any(c.tag_ == "TO" and c.dep_ != "prep" for c in verb.children)


def is_base(verb: Token) -> bool:
    """Whether a verb stands in its base form."""
    return verb.lower_ == verb.lemma_.lower()


def marks(clause: Token) -> set[str]:
    """The words that open a subordinate clause: that, while, if."""
    return {c.lower_ for c in clause.children if c.dep_ == "mark"}


def left_edge(head: Token, start: int = 0) -> Token:
    """The first word of a noun phrase, not before the character `start` nor a comma."""
    left = head
    for token in reversed(list(head.doc[head.left_edge.i : head.i])):
        if token.idx < start or (token.is_punct and token.text not in _IN_WORD):
            break
        left = token
    return left


def noun_phrase(head: Token, start: int = 0) -> str:
    """The words of a noun phrase up to its head: "the Council’s Director"."""
    return head.doc[left_edge(head, start).i : head.i + 1].text


def text_of(tokens: Iterable[Token]) -> str:
    """Some tokens as they stand in the text."""
    return "".join(t.text_with_ws for t in tokens).strip()


@once_a_text
def whole_text(doc: Doc) -> str:
    """The text of a parsed paragraph, which spaCy puts together anew each time that it is asked."""
    return str(doc.text)
