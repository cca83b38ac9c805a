"""Words for poor practice that a passage tells of and does not give as the cause of anything.

"Exercises identify gaps in planning", "those responsible for planning", "poor practice is being
addressed", "the gap between planning for floods and for fire"; and what a causal verb nearby says
of something else ("no analysis of the factors that might affect the town").
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..grammar.clauses import negated
from ..grammar.voice import subject_of
from .relation import Link, Piece, Relation

if TYPE_CHECKING:
    from spacy.tokens import Span as SpacySpan
    from spacy.tokens import Token

#: What one does with a fault that is there, before anything comes of it.
_DEALT_WITH = frozenset(
    """address analyse assess correct detect diagnose discover discuss examine expose explore fix
    highlight identify improve investigate look mend probe rectify remedy repair resolve reveal review spot study
    tackle target test uncover understand""".split()
)
_NOT_FINITE = frozenset({"VB", "VBG"})
_IN_CHARGE = frozenset("responsible responsibility accountable answerable charge lead".split())
_ASCRIBING = frozenset("attribute attribution ascribe assign blame put trace".split())
_APART = frozenset("difference gap distance distinction gulf".split())
#: Where something was done all the same, "in the absence of" it says without.
_DONE = frozenset(
    """achieve allow arrange enable ensure give help improve make manage offer produce protect
    provide succeed support""".split()
)
#: What is looked into and shows what it is made of: "the files showed poor recording".
_LOOKED_INTO = frozenset(
    """audit case example exercise file half interview majority many minority most number plan
    proportion quarter record sample several some survey third visit""".split()
)
_UP = frozenset({"conj", "compound", "nmod", "amod", "poss"})


def is_only_told(tokens: SpacySpan) -> bool:
    """Whether some words for poor practice stand where no cause can stand."""
    top = tokens.root
    while top.dep_ in _UP and top.head.pos_ in {"NOUN", "PROPN"}:
        top = top.head
    return (
        _is_dealt_with(top)
        or _is_in_name(top)
        or _is_ascribed_by_nobody(top)
        or _is_without(top)
        or any(t.lemma_.lower() in _APART and _between_two(t) for t in (top, tokens.root))
    )


def is_of_another(relation: Relation, piece: Piece) -> bool:
    """Whether a causal verb says what it says of something other than some words nearby."""
    verb = relation.marker.tokens.root
    subject = subject_of(verb) if verb.pos_ in {"VERB", "AUX"} else None
    if subject is None:
        return False
    if relation.link is Link.SIGN:
        return piece.tokens.start > verb.i and subject.lemma_.lower() in _LOOKED_INTO
    if relation.link not in {Link.INFLUENCE, Link.ENABLING}:
        return False
    if subject.lower_ in {"that", "who"} and verb.dep_ == "relcl":
        within = {t.i for t in verb.head.subtree if t.i < subject.i}
        return not within & set(range(piece.tokens.start, piece.tokens.end))
    apart = piece.tokens.doc is not verb.doc or piece.tokens.start < verb.sent.start
    if apart and subject.lower_ in {"they", "it"}:
        before = verb.doc[verb.sent.start : subject.i]
        many = subject.lower_ == "they"
        return any(t.dep_ == "nsubj" and (t.tag_ in {"NNS", "NNPS"}) == many for t in before)
    return False


def _is_dealt_with(noun: Token) -> bool:
    """ "In identifying gaps", "flaws may be found", "poor practice is being addressed"."""
    verb = noun.head
    if noun.dep_ not in {"dobj", "nsubjpass"} or verb.lemma_ not in _DEALT_WITH:
        return False
    helpers = [c for c in verb.children if c.dep_ in {"aux", "auxpass"}]
    under_way = any(c.tag_ == "MD" or c.lower_ == "being" for c in helpers)
    return verb.tag_ in _NOT_FINITE or (under_way and all(c.lower_ != "have" for c in helpers))


def _is_in_name(noun: Token) -> bool:
    """ "Those responsible for planning": what they do, and not how."""
    return (
        noun.dep_ == "pobj"
        and noun.head.lower_ == "for"
        and noun.head.head.lemma_.lower() in _IN_CHARGE
    )


def _is_ascribed_by_nobody(noun: Token) -> bool:
    """ "While not attributing blame to groupthink"."""
    if noun.dep_ != "pobj" or noun.head.lower_ not in {"to", "on"}:
        return False
    near = [noun.head.head, *noun.head.ancestors]
    ascribing = next((t for t in near if t.lemma_ in _ASCRIBING), None)
    if ascribing is None:
        return False
    verbs = [t for t in (ascribing, ascribing.head) if t.pos_ == "VERB"]
    # "Not explicitly attributing": the denial may hang on the adverb.
    return any(negated(v) or any(t.dep_ == "neg" and t.i < v.i for t in v.subtree) for v in verbs)


def _is_without(noun: Token) -> bool:
    """ "It gave a full picture in the absence of an assessment"."""
    if noun.lemma_ != "absence" or noun.dep_ != "pobj" or noun.head.lower_ != "in":
        return False
    verb = next((t for t in noun.ancestors if t.pos_ in {"VERB", "AUX"}), None)
    return verb is not None and verb.lemma_ in _DONE and not negated(verb) and verb.i < noun.i


def _between_two(noun: Token) -> bool:
    return any(c.lower_ == "between" for c in noun.children)
