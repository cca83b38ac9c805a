"""Labels for poor practice: words that name what went wrong and are taken for the reason."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from scr_lint import Block, Draft, vocabulary
from scr_lint.causes.only_told import is_only_told
from scr_lint.causes.relation import Piece
from scr_lint.causes.shapes import by_supposition
from scr_lint.grammar.clauses import negated
from scr_lint.grammar.phrases import Match, find_phrases
from scr_lint.grammar.voice import subject_of

if TYPE_CHECKING:
    from spacy.tokens import Span as SpacySpan
    from spacy.tokens import Token

_WANT = frozenset(
    """lack absence want failure breakdown deficit deficiency shortage paucity loss dearth weakness
    inadequacy insufficiency lapse gap failing shortcoming erosion problem issue difficulty fault flaw omission neglect collapse decline failing over-reliance""".split()
)
_POOR = frozenset(
    """poor weak inadequate insufficient ineffective limited inconsistent variable deficient lacking
    absent minimal patchy unsatisfactory substandard sub-standard bad sloppy lax no little missing
    incomplete faulty failed unclear fragmented disjointed uncoordinated few low scant enough suboptimal sub-optimal dysfunctional superficial impaired broken flawed slow""".split()
)
# "Groupthink is a word that …": the label itself is what is talked about.
_WORDS = frozenset("word term label phrase expression concept notion shorthand jargon name".split())
_LACKING = frozenset("lack fail neglect omit miss lose forget want abandon".split())
_AVERTING = frozenset(
    "prevent avoid reduce tackle address minimise counter challenge overcome resist describe".split()
)
# Nouns of the list that are verbs as well.
_ACTS_TOO = frozenset({"challenge", "escalate", "communicate"})
#: How many words may stand from a label to what is said of it, for both to be quoted.
_LONGEST = 14
_MODIFIERS = frozenset({"amod", "det", "compound", "advmod"})
_CHAINED = frozenset({"xcomp", "acomp", "dobj", "acl"})
_SHOWING = frozenset(
    "exercise show demonstrate display apply use exist take happen occur prevail be".split()
)
_GIVING_WAY = frozenset("fail break falter collapse lapse lack slip".split())


@dataclass(frozen=True, slots=True)
class Label:
    """A label in the draft, and what to ask in its place."""

    piece: Piece
    ask: str

    @property
    def whole(self) -> SpacySpan:
        """The label with what makes a fault of it: "not communicated effectively", "a lack of a
        joined-up approach", "the voice of the child is absent"."""
        return _whole(self.piece.tokens)


def find_labels(draft: Draft, blocks: Iterable[Block]) -> list[Label]:
    """The labels in some blocks, in order: "silo working", "a lack of professional curiosity".

    A word for good practice is a label only where it is said to be wanting.
    """
    rows = vocabulary.load(__package__, "labels")
    return [
        Label(Piece(match.block.index, _phrase(match.tokens)), match.row["ask"])
        for match in find_phrases(draft, blocks, rows, "words")
        if _is_label(match) and not is_only_told(_phrase(match.tokens))
    ]


def _phrase(tokens: SpacySpan) -> SpacySpan:
    """A label with its own words before it: "a marked lack of professional curiosity"."""
    top = tokens.root
    if top.pos_ not in {"NOUN", "PROPN"}:
        return tokens
    start = min(tokens.start, top.left_edge.i)
    if top.dep_ == "pobj" and top.head.head.lemma_.lower() in _WANT | {"culture"}:
        start = min(start, top.head.head.left_edge.i)
    return tokens.doc[start : tokens.end]


def _whole(tokens: SpacySpan) -> SpacySpan:
    doc, top = tokens.doc, tokens.root
    start, end = tokens.start, tokens.end
    if top.pos_ in {"VERB", "AUX"} and top.dep_ != "amod":
        denied = next((c for c in top.children if c.dep_ == "neg"), None)
        if denied is not None and denied.i < start:
            helpers = [c.i for c in top.children if c.dep_ in {"aux", "auxpass"} and c.i < start]
            start = min([denied.i, *helpers])
        while end < tokens.sent.end and doc[end].dep_ == "advmod" and doc[end].head == top:
            end += 1
        return doc[start:end]
    noun = top
    while noun.dep_ in {"amod", "compound", "nmod", "conj"} and noun.head.i != noun.i:
        noun = noun.head
    end = max(end, noun.i + 1)
    wanting = noun.head.head if noun.dep_ == "pobj" else noun
    if noun.dep_ == "pobj" and wanting.lemma_.lower() in _WANT:
        return doc[min(start, wanting.left_edge.i) : end]
    verb = noun.head
    if noun.dep_ in {"nsubj", "nsubjpass"}:
        said = [c for c in verb.children if c.dep_ in {"acomp", "attr"}]
        faulty = any(c.lower_ in _POOR for c in said) or negated(verb)
        last = said[-1].i if said else verb.i
        if faulty and last - start < _LONGEST:
            return doc[start : last + 1]
    return doc[start : max(tokens.end, top.i + 1)] if top.pos_ != "ADJ" else doc[start:end]


def _is_label(match: Match) -> bool:
    head = match.tokens.root
    if match.row["kind"] == "label":
        return not _is_denied(head)
    if match.row["kind"] == "practice" and len(match.tokens) == 1 and head.pos_ == "VERB":
        return head.lemma_ in _ACTS_TOO and _is_not_done(head)
    return any(_is_wanting(token) or _is_not_done(token) for token in match.tokens)


def _is_wanting(practice: Token) -> bool:
    """ "Poor communication", "a lack of challenge", "communication was weak", "no challenge"."""
    top = practice
    while top.dep_ in {"compound", "conj", "nmod", "amod", "poss"}:
        top = top.head
    if _is_supposed(practice):
        return True
    words = [t for child in (*practice.lefts, *top.lefts) for t in child.subtree]
    if any(t.lower_ in _POOR and t.dep_ in _MODIFIERS for t in words):
        return True
    for above in (practice, top):
        if above.dep_ == "pobj" and above.head.head.lemma_.lower() in _WANT:
            return True
        verb = above.head
        if above.dep_ == "pobj" and above.head.lower_ == "without":
            return True
        if above.dep_ in {"nsubj", "nsubjpass"}:
            if (negated(verb) and verb.lemma_ in _SHOWING) or verb.lemma_ in _GIVING_WAY:
                return True
            if any(c.dep_ in {"acomp", "attr"} and c.lower_ in _POOR for c in verb.children):
                return True
        if above.dep_ in {"attr", "pobj"} and _is_the_problem(above):
            return True
        if above.dep_ == "dobj" and (verb.lemma_ in _LACKING or _is_not_done(verb)):
            return True
    return False


def _is_supposed(practice: Token) -> bool:
    """ "Had they exercised curiosity, it would have …"."""
    sentence = Piece(0, practice.sent)
    return any(
        piece.tokens.start <= practice.i < piece.tokens.end
        for relation in by_supposition(sentence)
        for piece in relation.cause
    )


def _is_the_problem(practice: Token) -> bool:
    """ "The problem was communication", "the issue was one of communication"."""
    verb = practice.head
    if practice.dep_ == "pobj" and verb.lower_ == "of":
        verb = verb.head.head
    subject = subject_of(verb) if verb.lemma_ == "be" else None
    return subject is not None and (
        subject.lemma_.lower() in _WANT | {"go"} or any(c.lower_ in _POOR for c in subject.children)
    )


def _is_not_done(word: Token) -> bool:
    """ "Were not curious", "did not communicate", "failed to share information"."""
    chain = [word]
    while chain[-1].dep_ in _CHAINED and len(chain) < 4:
        chain.append(chain[-1].head)
    return any(
        c.dep_ == "neg" or c.lower_ in {"insufficiently", "nobody", "neither", "nor"}
        for t in chain
        for c in t.children
    ) or any(t.lemma_ in _LACKING | _WANT for t in chain[1:])


def _is_denied(head: Token) -> bool:
    verb = head.head
    if head.dep_ == "nsubj" and any(c.lemma_ in _WORDS for c in verb.children):
        return True
    if head.dep_ in {"dobj", "nsubjpass"} and verb.lemma_ in _AVERTING:
        return True
    return any(c.lower_ in {"no", "not"} for c in head.children) or (
        head.dep_ in {"attr", "acomp"} and any(c.dep_ == "neg" for c in verb.children)
    )
