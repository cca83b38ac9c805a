"""Words that may tell how a family is made up.

They are of four kinds: a noun for a child or a sibling with a number, an order or "half" before it; a
turn of phrase ("sister, 9", "by a former partner"); a word of order alone ("the eldest", "her first",
"fourth of four"); a number alone ("five of her own").
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from .composition import Composition, Telling, find_composition
from .composition_shapes import wide_shapes
from .mentions import Cast

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as SpacySpan

CHILDREN = frozenset(
    """child kid lad lass bairn son daughter boy girl baby infant toddler youngster offspring birth pregnancy one
    newborn teenager""".split()
)
SIBLINGS = frozenset(
    """sibling sib brother sister twin triplet half-brother half-sister half-sibling stepbrother stepsister step-sister
    step-brother stepsibling step-sibling firstborn first-born stepdaughter stepson""".split()
)
ORDER = frozenset(
    """eldest oldest youngest elder older younger middle first second third fourth fifth sixth seventh eighth ninth
    last next only biggest littlest firstborn first-born baby""".split()
)
NUMBERS = frozenset("one two three four five six seven eight nine ten eleven twelve both".split())
HALF = frozenset("half step twin".split())
_MOST = 12  # children that one family may have


@dataclass(frozen=True)
class Told:
    """Words that may tell of a family: where they are, and what the patterns of `composition` say.

    `wide` is the kind of turn of phrase that they are, of those in `composition_shapes`; else "".
    """

    start: int
    end: int
    telling: Telling | None = None
    wide: str = ""


def candidates(doc: Doc, cast: Cast) -> list[Told]:
    """All words of a parsed text that may tell how a family is made up, in order, none overlapping."""
    shaped = list(find_composition(doc, cast))
    found = [
        Told(c.start, c.end, c.telling)
        for c in shaped
        if (words := doc.char_span(c.start, c.end, alignment_mode="expand")) is not None
        and not _is_part_of_number(words[0])
    ]
    for token in doc:
        span = _with_noun(token)
        if span is not None and not any(_meets(span, c) for c in found):
            found.append(Told(span.start_char, span.end_char))
    for start, end, name, telling in wide_shapes(doc.text):
        words = doc.char_span(start, end, alignment_mode="expand")
        if words is not None and not any(start < c.end and c.start < end for c in found):
            found.append(Told(start, end, telling, name))
    for token in doc:
        span = _alone(token)
        if span is None or _is_part_of_number(span[0]):
            continue
        if not any(_meets(span, c) for c in found):
            found.append(Told(span.start_char, span.end_char))
    return sorted(found, key=lambda c: c.start)


def _is_part_of_number(word: Token) -> bool:
    """Whether a word is the end of a greater number: "twenty-six"."""
    doc = word.doc
    return word.i > 1 and doc[word.i - 1].text == "-" and not doc[word.i - 1].whitespace_


def _meets(span: SpacySpan, other: Told | Composition) -> bool:
    return span.start_char < other.end and other.start < span.end_char


def _with_noun(noun: Token) -> SpacySpan | None:
    """A noun for a child or sibling with the number, the order or the half-blood before it."""
    lemma = noun.lemma_.lower()
    if lemma not in CHILDREN | SIBLINGS or noun.pos_ not in {"NOUN", "PROPN"}:
        return None
    # "A baby boy" and "both boys" tell too little by themselves.
    own = {"baby", "both"} if lemma in CHILDREN else {"both"}
    before = [c for c in noun.lefts if is_telling(c) and c.lower_ not in own]
    if before:
        return noun.doc[min(c.i for c in before) : noun.i + 1]
    if lemma in SIBLINGS - {"sibling", "sib", "brother", "sister"}:
        return noun.doc[noun.i : noun.i + 1]
    return None


def is_telling(word: Token) -> bool:
    return word.lower_ in ORDER | NUMBERS | HALF or (
        word.text.isdigit() and int(word.text) <= _MOST and word.dep_ == "nummod"
    )


def _alone(word: Token) -> SpacySpan | None:
    """An order or a number that stands for people by itself, with "of four" after it."""
    number = word.lower_ in NUMBERS or (word.text.isdigit() and int(word.text) <= _MOST)
    if not (word.lower_ in ORDER or number) or word.dep_ in {
        "nummod", "amod", "compound", "advmod", "quantmod", "npadvmod", "det", "nmod", "predet", "mark",
    }:  # fmt: skip
        return None
    if word.lower_ in {"next", "last", "only", "both", "one"}:
        return None
    if word.lower_ == "baby" and not any(c.lower_ == "of" for c in word.children):
        return None
    of = next((c for c in word.children if c.lower_ == "of"), None)
    end = word.i + 1
    if of is not None:
        last = max((t.i for t in of.subtree), default=of.i)
        end = max(word.i, min(last, of.i + 3)) + 1
    if number and of is None and word.dep_ not in {"dobj", "attr", "nsubj", "pobj"}:
        return None
    return word.doc[word.i : end]
