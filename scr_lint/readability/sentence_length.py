"""How long a sentence is, as a reader counts, and where it could be broken."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ..draft import count_words
from ..grammar.parse import neighbour
from ..grammar.quotation import quoted

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

# What a reader passes over: a source in brackets, a place to look, the label of a finding.
_PASSED_OVER = re.compile(
    r"""[\[(](?:see\s)?[^()\[\]]*\b(?:19|20)\d\d[a-z]?[^()\[\]\w]*[\])]
      | \((?:see\s)?(?:paragraphs?|paras?\.?|sections?|appendix|chapter|page|finding|figure|table)
          \s[\w.,\s–-]*\)
      | ^(?:key\s|learning\s)?(?:finding|recommendation|learning\spoint|theme)\s\d+\w?\s?[:.–—-]
    """,
    re.VERBOSE | re.IGNORECASE,
)
_CLAUSES = frozenset(["because", "although", "though", "while", "whilst", "whereas", "so", "but"])


def words_in(sentence: Span) -> int:
    """Words of a sentence without the sources and pointers in brackets that a reader passes over.

    A hyphenated word, a number and "and/or" are one word each.
    """
    return count_words(_PASSED_OVER.sub(" ", sentence.text))


def says_something(sentence: Span) -> bool:
    """Whether it is a sentence: not a list of names, an address or a title. It has a verb."""
    return any(
        token.pos_ in {"VERB", "AUX"} and "VerbForm=Inf" not in str(token.morph)
        for token in sentence
    )


def is_mostly_quoted(sentence: Span) -> bool:
    """Whether more than half of its words are somebody else's, which an author cannot shorten."""
    text = sentence.text
    inside = sum(count_words(text[start:end]) for start, end in quoted(text))
    return inside * 2 > count_words(text)


def break_point(sentence: Span) -> Token | None:
    """The word before which a sentence best breaks in two: where a clause begins, near the middle.

    None where no clause begins in the middle three fifths.
    """
    middle = (sentence.start + sentence.end) / 2
    reach = len(sentence) * 0.3
    starts = [token for token in sentence if _begins_clause(token)]
    near = [token for token in starts if abs(token.i - middle) <= reach]
    return min(near, key=lambda token: abs(token.i - middle), default=None)


def _begins_clause(token: Token) -> bool:
    if not token.i or token.is_punct:
        return False
    before = neighbour(token, -1).text
    if before in {";", "–", "—"}:
        return True
    if token.dep_ == "cc":  # "… and the school …": the second half has a subject of its own
        second = [t for t in token.head.conjuncts if t.i > token.i]
        return any(
            t.pos_ in {"VERB", "AUX"} and any(c.dep_.startswith("nsubj") for c in t.children)
            for t in second
        )
    if before != ",":
        return False
    return token.lower_ in _CLAUSES or (token.tag_ == "WDT" and token.dep_.startswith("nsubj"))
