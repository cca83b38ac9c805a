"""The clause that some words of a sentence stand in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

# A word in one of these relations heads a clause of its own.
_OWN_CLAUSE = frozenset({"conj", "advcl", "relcl", "ccomp", "parataxis", "csubj"})


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause, from the words that were asked about.

    `path` are the words above them, the nearest first, up to the verb (or, in a note without
    one, the top). `tokens` is the whole clause in order, without the clauses inside it that the
    words do not stand in.
    """

    path: tuple[Token, ...]
    tokens: tuple[Token, ...]

    @property
    def head(self) -> Token:
        """The verb, or what the clause has in its place."""
        return self.path[-1]

    @property
    def text(self) -> str:
        """The words of the clause in small letters, one space apart."""
        return " ".join(token.lower_ for token in self.tokens)


def clause_around(doc: Doc, start: int, end: int) -> Clause | None:
    """The clause around characters `start` to `end` of a block; None where no word is touched."""
    words = doc.char_span(start, end, alignment_mode="expand")
    if words is None or not len(words):
        return None
    top = words.root
    path: list[Token] = []
    while top.head.i != top.i and not (path and _is_verb(top)):
        top = top.head
        path.append(top)
    path = path or [top]
    within = {token.i for token in words} | {token.i for token in path}
    tokens: list[Token] = []
    _collect(path[-1], within, tokens)
    return Clause(tuple(path), tuple(sorted(tokens, key=lambda t: t.i)))


def clause_of(verb: Token) -> Clause:
    """The clause that a verb heads, without the clauses inside it."""
    tokens: list[Token] = []
    _collect(verb, {verb.i}, tokens)
    return Clause((verb,), tuple(sorted(tokens, key=lambda t: t.i)))


def _collect(head: Token, within: set[int], tokens: list[Token]) -> None:
    tokens.append(head)
    for child in head.children:
        own = child.dep_ in _OWN_CLAUSE and (_is_verb(child) or child.dep_ != "conj")
        if not own or child.i in within:
            _collect(child, within, tokens)


def _is_verb(token: Token) -> bool:
    return token.pos_ in {"VERB", "AUX"} and token.dep_ not in {"aux", "auxpass", "amod"}
