"""Whether a body that a recommendation or question names is one that it asks to act."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..draft import Draft, Recommendation, Span
from ..grammar.parse import SUBJECTS, is_passive

if TYPE_CHECKING:
    from spacy.tokens import Span as SpacySpan
    from spacy.tokens import Token

_PAST = frozenset({"VBD"})
_ASKS = frozenset({"should", "must", "shall", "ought", "will", "would"})
_OF_WHOM = frozenset({"of", "from", "to", "by", "with"})
#: What is said of a body that is no more.
_ENDED = frozenset(
    """abolish dissolve disband close wind cease replace merge supersede absorb end scrap disestablish
    demise amalgamate""".split()
)


def is_asked(draft: Draft, item: Recommendation, span: Span) -> bool:
    """Whether the body named at a span of a recommendation is asked to act.

    It is one of its addressees, or does what a "should" asks for; what it did in the past, or
    what others write or know of it, is not asked of it.
    """
    head = head_at(draft, span)
    if head is None or _did(head):
        return False
    if any(who.span and who.span.overlaps(span) for who in item.addressees):
        return not _is_owner(head)
    clause = _clause(head)
    return clause is not None and any(c.lower_ in _ASKS for c in clause.children if c.tag_ == "MD")


def is_put_to(draft: Draft, span: Span) -> bool:
    """Whether a question is about what the body named at a span will do, or be asked."""
    head = head_at(draft, span)
    while head is not None and head.dep_ == "compound":
        head = head.head  # "Is the Trust content that …", with "content" taken for a noun
    if head is None or _did(head):
        return False
    asked_of = head.dep_ == "pobj" and head.head.lower_ in _OF_WHOM
    return _clause(head) is not None or (asked_of and not _is_told_of(head))


def _is_told_of(name: Token) -> bool:
    """Whether a name stands in what is told of another: "the Board, which inherited it from X"."""
    return any(t.dep_ == "relcl" and t.tag_ == "VBD" for t in name.ancestors)


def has_ended(draft: Draft, span: Span) -> str:
    """The words by which the draft says that a body it names is no more, "" for none.

    "Brindleford Council, which was abolished in April, should …", but not "which will be".
    """
    head = head_at(draft, span)
    for token in head.subtree if head is not None else ():
        if token.lemma_.lower() not in _ENDED or token.dep_ not in {"relcl", "acl", "amod"}:
            continue
        helpers = {c.lower_ for c in token.children}
        if token.tag_ in {"VBN", "VBD"} and not helpers & {"will", "be", "not", "may", "to"}:
            return str(token.text)
    return ""


def head_at(draft: Draft, span: Span) -> Token | None:
    """The head of the noun phrase at a span; None before the parse."""
    doc = draft.docs.get(span.block)
    words: SpacySpan | None = (
        doc.char_span(span.start, span.end, alignment_mode="expand") if doc is not None else None
    )
    return words.root if words is not None else None


def _did(head: Token) -> bool:
    """Whether somebody is the doer of something told as past: "the Authority refused the bid"."""
    if head.dep_ not in SUBJECTS:
        return False
    verb = head.head
    helpers = {c.lower_ for c in verb.children if c.dep_ in {"aux", "auxpass"}}
    asked = any(c.tag_ == "MD" for c in verb.children)
    return not asked and (verb.tag_ in _PAST or bool(helpers & {"was", "were", "had", "did"}))


def _is_owner(head: Token) -> bool:
    """Whether the name only says whose something is: "the CCG's successor"."""
    return head.dep_ == "poss" and head.head.lemma_.lower() in {"successor", "replacement", "heir"}


def _clause(head: Token) -> Token | None:
    """The verb of which a noun is the subject, or the agent; None for any other part."""
    while head.dep_ in {"conj", "appos"}:
        head = head.head
    if head.dep_ in SUBJECTS:
        return head.head
    if head.dep_ == "pobj" and head.head.dep_ == "agent" and is_passive(head.head.head):
        return head.head.head
    return None
