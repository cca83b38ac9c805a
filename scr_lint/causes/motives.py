"""What moved the people who worked with a family: fear, exhaustion, hope and their like.

What a family felt is no motive of practice. That nobody was found to be tired or afraid is not
left out: whoever writes so has looked.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from .. import vocabulary
from ..draft import Block, Draft, Span
from ..grammar.parse import subjects
from ..grammar.phrases import find_phrases, split_phrases
from ..grammar.quotation import quoted
from ..persons.people import Side, holder_of, side_of
from .tellings import is_reviewers
from .testimony import speaking

if TYPE_CHECKING:
    from spacy.tokens import Span as SpacySpan
    from spacy.tokens import Token

#: Words in quotation marks from which on somebody tells of himself. A default of this project.
_TOLD = 5
_ONESELF = re.compile(r"\b(?:I|I[’']\w+|me|my|we|we[’']\w+|us|you[’']\w+|you)\b")
#: Whoever they are, they are people at work: "it wears people down", "those who use it".
_ANYBODY = frozenset(
    "people anyone anybody everyone everybody those nobody someone one who".split()
)
#: What an authority wants of another is policy; a team or a ward may hope.
_BODIES = frozenset(
    """authority board partnership agency council trust committee department government
    organisation force""".split()
)
_PASSED_OVER = frozenset({"compound", "nmod"})
_HEARING = frozenset({"dobj", "dative", "pobj"})
_ABOUT = frozenset({"about", "towards", "toward", "over", "regarding"})
_AMONG = frozenset({"in", "among", "amongst", "within", "between"})


@dataclass(frozen=True, slots=True)
class Motive:
    """Where a motive is told, and its kind: one of the panel's, "feeling" or "account"."""

    kind: str
    span: Span


def motives(draft: Draft, blocks: Iterable[Block]) -> Iterator[Motive]:
    """The motives of people at work told in some blocks; the blocks must have been parsed."""
    blocks = [b for b in blocks if b.index in draft.docs]
    rows = [row for row in vocabulary.load("scr_lint", "motives") if row["kind"] != "verb"]
    for match in find_phrases(draft, blocks, rows, "words"):
        if _is_of_staff(match.tokens) and not _is_mere_belief(match.tokens):
            yield Motive(match.row["kind"], draft.span_of(match.block.index, match.tokens))
    for block in blocks:
        for token in draft.docs[block.index]:
            if _wishes(token):
                yield Motive("feeling", Span(block.index, token.idx, token.idx + len(token)))
        yield from _accounts(draft, block)


def _is_of_staff(tokens: SpacySpan) -> bool:
    """Whether a feeling is that of people at work, as far as the grammar tells."""
    head = tokens.root
    if head.dep_ in _PASSED_OVER:
        return False
    if _is_about_family(head):
        return True
    holder = holder_of(head, _AMONG)
    if holder is not None:
        return holder is Side.STAFF
    predicate = head.head if head.dep_ == "acomp" else head
    about = subjects(predicate) if predicate.pos_ in {"VERB", "AUX"} else ()
    if about and not any(_may_feel(s) for s in about):
        return False  # "all avenues had been exhausted", "the building was tired"
    sides = {side_of(t) for t in head.sent if t.pos_ in {"NOUN", "PROPN", "PRON"}}
    return Side.FAMILY not in sides or Side.STAFF in sides


def _is_about_family(feeling: Token) -> bool:
    """Whether nobody is said to have what was felt about the family, and so those at work had it:
    "there is too much optimism about the carers"."""
    if feeling.pos_ != "NOUN" or any(c.dep_ == "poss" for c in feeling.children):
        return False
    verb = feeling.head if feeling.dep_ == "nsubjpass" else None
    if verb is not None and any(c.dep_ == "agent" for c in verb.children):
        return False
    near = [c for t in (feeling, verb) if t is not None for c in t.children if c.dep_ == "prep"]
    about = [g for c in near if c.lower_ in _ABOUT for g in c.children]
    told = verb is not None or feeling.dep_ in {"attr", "nsubj"}
    return told and any(side_of(noun) is Side.FAMILY for noun in about)


def _may_feel(subject: Token) -> bool:
    pronoun = subject.pos_ == "PRON" and subject.lower_ not in {"it", "itself", "this"}
    return pronoun or subject.lower_ in _ANYBODY


def _is_mere_belief(tokens: SpacySpan) -> bool:
    """ "In the belief that the form had gone": of a fact, where no hope is in it."""
    if tokens[-1].lemma_.lower() != "belief":
        return False
    after = tokens.doc[tokens.end : tokens.sent.end].text
    return not _HOPEFUL.search(after)


_HOPEFUL = re.compile(
    r"\b(?:well|better|best|safe\w*|improv\w+|fine|cop(?:e|ed|es|ing)|settl\w+|work(?:s|ed|ing)?|enough|"
    r"resolv\w+|in hand|chang\w+|good|right|progress\w*|recover\w*|protect\w*|trust\w*|temporary|pass(?:ed|ing)?|"
    r"all was|nothing (?:was|is)|would|could|helped|helping|takes? over|took over|somebody else|someone else|"
    r"others?)\b",
    re.IGNORECASE,
)


def _wishes(verb: Token) -> bool:
    """ "She had wanted it very badly", "the worker hoped": of somebody at work."""
    if verb.pos_ != "VERB" or verb.lemma_ not in _verbs():
        return False
    if any(c.lower_ in {"may", "might"} for c in verb.children):
        return False  # "the Board may wish to ask itself"
    return any(side_of(s) is Side.STAFF and s.lemma_.lower() not in _BODIES for s in subjects(verb))


def _accounts(draft: Draft, block: Block) -> Iterator[Motive]:
    """What people at work say of themselves, quoted or told: "I'd count to ten", said a nursery nurse."""
    for start, end in quoted(block.text):
        words = block.text[start:end]
        if len(words.split()) < _TOLD:
            continue
        tells = _ONESELF.search(words) or _is_told_to_reviewers(draft, block, start, end)
        if tells and not _is_said_by_family(draft, block, start, end):
            yield Motive("account", Span(block.index, start, end))
    quotations = quoted(block.text)
    for sentence in draft.sentences(block):
        for token in speaking(sentence):
            if not any(start <= token.idx < end for start, end in quotations):
                yield Motive("account", Span(block.index, token.idx, token.idx + len(token)))


def _is_told_to_reviewers(draft: Draft, block: Block, start: int, end: int) -> bool:
    """ "A worker told us that she'd 'never open that tin again'"."""
    around = [
        token
        for sentence in draft.sentences(block)
        if sentence.start_char < end and sentence.end_char > start
        for token in sentence
        if not start <= token.idx < end
    ]
    return any(
        token.lemma_ in {"tell", "say", "put", "explain", "describe"}
        and any(side_of(s) is Side.STAFF for s in subjects(token))
        and any(
            is_reviewers(t) for c in token.children for t in (c, *c.children) if t.dep_ in _HEARING
        )
        for token in around
    )


def _is_said_by_family(draft: Draft, block: Block, start: int, end: int) -> bool:
    """Whether the nearest person around a quotation, in its sentences, is one of the family."""
    near: Side | None = None
    for token in draft.docs[block.index]:
        inside = start <= token.idx < end
        if inside or token.dep_ not in {"nsubj", "nsubjpass"}:
            continue
        side = side_of(token)
        if side in {Side.STAFF, Side.FAMILY}:
            if token.idx >= end and near is not None and token.idx - end > _NEAR:
                break
            near = side
            if token.idx >= end:
                break
    return near is Side.FAMILY


#: How many characters after a quotation its speaker is looked for.
_NEAR = 60


@cache
def _verbs() -> frozenset[str]:
    rows = vocabulary.load("scr_lint", "motives")
    return frozenset(
        word for row in rows if row["kind"] == "verb" for word in split_phrases(row["words"])
    )
