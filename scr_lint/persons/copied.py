"""What others said of somebody, handed on: words of a file that a chronology hands on in quotation marks: "PA: 'Won't help himself.'"

What a worker once wrote of a child or parent labels them again wherever it is copied. What the
child or somebody of the family said is theirs, and so is what the passage finds fault with.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..draft import Block, Kind
from ..grammar.quotation import is_quoted, quoted, takes_issue
from ..grammar.voice import REPORTING, reporters_of
from .children import PERSONAL, who_is
from .mentions import Cast, Who

if TYPE_CHECKING:
    from spacy.tokens import Span as SpacySpan
    from spacy.tokens import Token

_INFORMANTS = frozenset({"caller", "neighbour", "tenant", "friend"})
# "She knew where the boys, who ran wild, went" tells nothing.
_KNOWING = frozenset("know find learn see discover".split())


def is_copied(block: Block, tokens: SpacySpan, cast: Cast) -> bool:
    """Whether words in marks are a worker's, and stand without a word against them."""
    if block.kind is Kind.QUOTE or not is_quoted(block, tokens.start_char, tokens.end_char):
        return False
    start, end = next(
        place for place in quoted(block.text) if place[0] <= tokens.start_char < place[1]
    )
    around = f"{block.text[:start]} … {block.text[end:]}"
    if takes_issue(around):
        return False
    doc = tokens.doc
    before = doc.char_span(0, start, alignment_mode="contract")
    return before is None or not any(_speaks_for_family(t, before.end, cast) for t in before)


def is_told_by_family(word: Token, cast: Cast) -> bool:
    """Whether a word reports what a child or parent said: "Grandmother said that he was lazy"."""
    whos = {
        who_is(reporter, cast)
        for reporter in reporters_of(word)
        if reporter.i != word.i and reporter.head.lemma_ not in _KNOWING
    }
    return bool(whos & {Who.CHILD, Who.FAMILY})


def _speaks_for_family(word: Token, quote: int, cast: Cast) -> bool:
    """Whether a word names a child or parent who says what follows: "Mother to HV: …"."""
    if word.lower_ in _INFORMANTS or word.pos_ not in {"NOUN", "PROPN", "PRON"}:
        return False
    says = word.dep_ == "nsubj" and word.head.lemma_.lower() in REPORTING
    between = {t.text for t in word.doc[word.i : quote]}
    colon = ":" in between and "." not in between and quote - word.i < 6
    if not (says or colon):
        return False
    who = who_is(word, cast)
    return who in {Who.CHILD, Who.FAMILY} or (word.lower_ in PERSONAL and who is None)
