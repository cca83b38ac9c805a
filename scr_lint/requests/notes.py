"""Requests without a main verb of their own: notes, commands, and the further parts of a list.

"X to …", "for X to …", "that X …", "Replace the form"; "…; Y to …", "… and that Z …", "… and a
leaflet produced".
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

from ..grammar.parse import (
    VERBS,
    has_modal,
    is_infinitive,
    is_passive,
    marks,
    neighbour,
    own_subjects,
    text_of,
)
from .bodies import names
from .commands import commands
from .verbs import RECOMMENDING, is_action

if TYPE_CHECKING:
    from spacy.tokens import Token

#: Words whose "that …, and that …" lists things to be done.
_LISTS_THAT = RECOMMENDING | {"ensure", "sure", "see", "arrange"}
_RELATIVE = frozenset({"WDT", "WP", "WP$"})
_NOMINAL = frozenset({"DET", "ADJ", "NOUN", "PROPN", "NUM"})
_FINITE = frozenset({"VBZ", "VBP", "VBD", "MD"})
_PARTING = frozenset({",", ";", "and"})


def note_verb(tokens: list[Token]) -> Token | None:
    """The verb of a sentence that is a note or a command; None where it asks for nothing."""
    first = tokens[0]
    moved = _after_colon(tokens)
    if moved and first.lower_ != "that":
        return note_verb(moved)  # "Recommendation to the Director: that …"
    if first.lower_ == "that":
        own = (t for t in tokens[1:] if own_subjects(t) and t.dep_ != "relcl")
        return next(own, None)
    if is_action(first.lower_) and neighbour(first).pos_ in {"DET", "PRON"}:
        return first  # "Consider a duty to refer families"
    to = next((t for t in tokens if t.tag_ == "TO" and _opens_note(t, tokens)), None)
    if to is not None:
        if to.head.lower_ == "be" and any(c.dep_ == "acomp" for c in to.head.children):
            return to.head  # "Wardens to be mindful of …"
        return to.head if to.head.i > to.i and to.head.lower_ != "be" else _verb_after(to)
    root = next((t for t in tokens if t.dep_ == "ROOT"), first)
    # "Explore closer working with …", in which the tagger sees no verb
    mistaken = root.tag_ not in _FINITE and commands(text_of(tokens))
    if mistaken or _is_command(first):
        return first
    bare = root.pos_ == "VERB" and root.tag_ in {"VB", "VBP"} and not has_modal(root)
    return root if bare else None


def further_verbs(tokens: list[Token], verbs: list[Token]) -> Iterator[Token]:
    """Verbs of further requests in a sentence, after those already found."""
    for verb in verbs:
        yield from _own_clauses(verb)
    if not verbs:
        return
    first = verbs[0]
    asks = first.lemma_ in RECOMMENDING
    after_to = is_infinitive(first) or "to" in _two_before(first)
    shortened = False
    for position, (before, token) in enumerate(pairwise(tokens)):
        if before.lower_ not in _PARTING:
            continue
        rest = tokens[position + 1 : position + 13]
        if token.lower_ == "that" and token.dep_ == "mark":
            moved = tokens[0].lower_ == "that" or _after_colon(tokens)
            if moved or _governor(token.head).lemma_ in _LISTS_THAT:
                yield token.head
        elif token.i > first.i:
            if before.text == ";":
                yield from _statement(rest)
            if after_to or (asks and any(t.tag_ == "TO" for t in tokens[:position])):
                yield from _note(rest)
            listed = shortened or before.text != "and" or neighbour(before, -1).text == ","
            for verb in _shortened(rest) if is_passive(first) and listed else ():
                shortened = True
                yield verb


def _after_colon(tokens: list[Token]) -> list[Token]:
    """The words from the "that" on which follows a colon, none where none does."""
    pairs = enumerate(pairwise(tokens), 1)
    at = next((i for i, (a, b) in pairs if a.text == ":" and b.lower_ == "that"), 0)
    return tokens[at:] if at else []


def _own_clauses(verb: Token) -> Iterator[Token]:
    """Verbs with subjects of their own, coordinated with a verb or set beside it by "while"."""
    for other in verb.conjuncts:
        own = own_subjects(other)
        if other.i < verb.i or other.pos_ not in VERBS or not own or own[0].tag_ in _RELATIVE:
            continue
        if "as" in marks(other):
            continue  # "the Trust and such other bodies as have an interest"
        if not (other.tag_ == "VBZ" and has_modal(verb)):
            yield other
    for clause in verb.children:
        if clause.dep_ == "advcl" and marks(clause) & {"while", "whilst"} and own_subjects(clause):
            yield clause


def _note(rest: list[Token]) -> Iterator[Token]:
    """The verb of "Y to …" or "Y to be done" at the beginning of some words."""
    to = next((i for i, t in enumerate(rest) if i and (t.tag_ == "TO" or t.pos_ in VERBS)), 0)
    if rest[0].pos_ in {"ADP", "SCONJ"} or (rest[0].tag_ == "VBG" and rest[0].pos_ == "VERB"):
        return  # "…, supporting schools to close the gap"
    if not to or rest[to].tag_ != "TO" or any(t.text in {",", ";"} for t in rest[:to]):
        return
    passive = [t for t in rest[to + 1 : to + 3] if t.tag_ == "VBN"]
    if passive and rest[to + 1].lower_ == "be":
        yield passive[0]
    elif names(text_of(rest[:to])) and to + 1 < len(rest):
        yield rest[to + 1]


def _statement(rest: list[Token]) -> Iterator[Token]:
    """The verb of "…; the Council reopens the centre", after "recommended that"."""
    at = next((i for i, t in enumerate(rest) if t.pos_ in VERBS), 0)
    if at and names(text_of(rest[:at])):
        yield rest[at]


def _shortened(rest: list[Token]) -> Iterator[Token]:
    """The participle of "… and a leaflet (be) produced", after a passive."""
    end = next((i for i, t in enumerate(rest) if t.lower_ in _PARTING or t.text == "."), len(rest))
    told = [t for t in rest[:end] if t.lower_ == "be"]
    rest = [t for t in rest[:end] if t not in told]
    verbs = [t for t in rest if t.pos_ in VERBS]
    if len(rest) > 1 and verbs and verbs[0].tag_ in {"VBN", "VBD"} and verbs[0] != rest[0]:
        at = rest.index(verbs[0])
        plain = bool(told) or all(t.pos_ in _NOMINAL or t.lower_ == "of" for t in rest[:at])
        plain = plain and not any(t.pos_ == "AUX" for t in rest[at:])
        if plain or (verbs[0] == rest[-1] and len(verbs) == 1):
            yield verbs[0]


def _opens_note(to: Token, tokens: list[Token]) -> bool:
    """Whether a "to" makes its sentence a note, with no finite verb before it."""
    before = [t for t in tokens if t.i < to.i]
    following = to.doc[to.i + 1] if to.i + 1 < len(to.doc) else None
    finite = any(
        (t.tag_ in {"VBZ", "VBP", "MD"} or t.dep_ == "aux") and not _is_inserted(t, to)
        for t in before
    )
    return following is not None and following.tag_ in {"VB", "RB"} and not finite


def _is_inserted(verb: Token, to: Token) -> bool:
    """Whether a verb stands in a clause between commas: "officers, of whom there are three, to …"."""
    clause = verb.head if verb.dep_ == "aux" else verb
    begins = verb.doc[clause.left_edge.i - 1] if clause.left_edge.i else verb
    return clause.dep_ == "relcl" and begins.text == "," and neighbour(to, -1).text == ","


def _verb_after(to: Token) -> Token | None:
    """The verb of a "to" that the parse took for a preposition."""
    for token in to.doc[to.i + 1 : to.i + 5]:
        if token.lower_ != "be" and (token.tag_ in {"VB", "VBN"} or is_action(token.lower_)):
            return token
    return None


def _is_command(first: Token) -> bool:
    """Whether the first word of a sentence is a command, whatever the tagger took it for."""
    if first.tag_ in {"VB", "VBP"}:
        return True
    following = neighbour(first).pos_ if first.i + 1 < len(first.doc) else ""
    inserted = neighbour(first).text == "," and neighbour(first, 2).pos_ in {"ADP", "SCONJ", "ADV"}
    return is_action(first.lower_) and (
        first.pos_ == "VERB" or inserted or following in {"DET", "PRON"}
    )


def _two_before(verb: Token) -> set[str]:
    return {t.lower_ for t in verb.doc[max(verb.i - 2, 0) : verb.i]}


def _governor(clause: Token) -> Token:
    """The word that a clause, or the first of some coordinated ones, depends on."""
    while clause.dep_ == "conj":
        clause = clause.head
    return clause.head
