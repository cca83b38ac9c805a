"""How long a sentence is, as a reader counts, and where it could be broken."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ..draft import count_words
from ..grammar.parse import marks, neighbour, own_subjects
from ..grammar.quotation import quoted

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

_POINTER = (
    r"(?:paragraphs?|paras?\.?|sections?|appendix|appendices|annex|chapters?|pages?|findings?|figures?"
    r"|tables?|boxes|box|parts?|rules?|articles?|regulations?|schedules?|footnotes?)"
)
# A bracket with at most one pair of brackets inside: "(paras 28, 42(f))".
_BRACKET = re.compile(r"[\[(]((?:[^()\[\]]|\([^()\[\]]*\))*)[\])]")
# A place to look: "see Table 7: stages", "as set out in section 4", "paragraph 3.2", "Rules Part 22".
_PLACE = re.compile(
    rf"""(?:see|cf)\b.*
      | as\s(?:\w+\s){{1,2}}in\s{_POINTER}\b.*
      | {_POINTER}\s[\w.,\s–-]*
      | (?:\S+\s){{1,4}}{_POINTER}\s\d[\w.()–-]*
    """,
    re.VERBOSE | re.IGNORECASE | re.DOTALL,
)
# A source by its year: a name, another year or nothing comes before it, as in "Munro, 2011a" and "2015";
# "with a print of 2000" has a number.
_YEAR = re.compile(
    r"(?:|.*(?:[A-Z][\w’'&.-]*|\bal\.?|\bothers|\d[a-z]?)[,:;]?\s+|.*[,;:]\s*)[(\[]?(?:19|20)\d\d[a-z]?\W*",
    re.DOTALL,
)
# An item of evidence with its pages: "INQ000123456_0003, 0021-0024 paras 7, 30-31".
_CODE = r"[A-Z]{2,}/?\d{4,}[\w/]*(?:[‐‑–-]\d+)*"
_PAGES = r"(?:(?:,?\s*(?:and|to|pp?\.?|pages?|paras?\.?|paragraphs?))?[\s,;]*\d[\d()a-z]*(?:[‐‑–-]\d+)*)*"
_EVIDENCE = re.compile(rf"\b{_CODE}{_PAGES}")
_LABEL = re.compile(
    r"^(?:key\s|learning\s)?(?:finding|recommendation|learning\spoint|theme)\s\d+\w?\s?[:.–—-]",
    re.IGNORECASE,
)
# The number of a paragraph: "4.3", "12.", "A1.8.", "R4:", "(iv)"; but not "12 Children".
_NUMBER = re.compile(
    r"^\s*(?:[A-Z]{1,3}\d[\d.]*[.:)]?|\d+(?:\.\d+)+[.:)]?|\d+[.:)]|\((?:[ivx]{1,4}|\d+|[a-z])\)|[a-z]\))"
    r"\s+(?=[A-Z])"
)
_DASHES = frozenset({"–", "—"})
_CLAUSES = frozenset(["because", "although", "though", "while", "whilst", "whereas", "so", "but"])


def words_in(sentence: Span) -> int:
    """Words of a sentence without its printed number, and without the sources and pointers in
    brackets that a reader passes over.

    A hyphenated word, a number and "and/or" are one word each.
    """
    text = _LABEL.sub(" ", _NUMBER.sub("", sentence.text))
    text = _BRACKET.sub(lambda m: " " if _is_reference(m[1].strip()) else m[0], text)
    return count_words(_EVIDENCE.sub(" ", text))


def _is_reference(words: str) -> bool:
    """Whether a bracket holds only a source or a place to look, which a reader passes over."""
    return bool(_PLACE.fullmatch(words) or _YEAR.fullmatch(words))


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

    None where no clause begins in the middle three fifths, or where what stands before or after
    would be no sentence; and in a question, whose second half would ask nothing.
    """
    if sentence.text.rstrip("”’\"')] ").endswith("?"):
        return None
    middle = (sentence.start + sentence.end) / 2
    reach = len(sentence) * 0.3
    starts = [token for token in sentence if _begins_clause(token) and _parts(sentence, token)]
    near = [token for token in starts if abs(token.i - middle) <= reach]
    return min(near, key=lambda token: abs(token.i - middle), default=None)


def _parts(sentence: Span, token: Token) -> bool:
    """Whether a sentence can end before a word and another begin with it.

    Then one clause with its verb and subject stands after it, and nothing else binds the two: no
    aside goes on after it ("the members – some of them new – met"), and no "once", "that" or
    subject waits for its verb.
    """
    before, after = sentence.doc[sentence.start : token.i], sentence.doc[token.i : sentence.end]
    if not before or token.lower_ == "that" or before.text.count("(") > before.text.count(")"):
        return False
    dashes = [t for t in sentence if t.text in _DASHES]
    if before[-1].text in _DASHES and len(dashes) > 1:
        return False  # the second dash of two closes an aside
    waiting = [t for t in before if t.head.i >= token.i and not t.is_punct]
    bound = [t for t in after if t.head.i < token.i and not t.is_punct and t.dep_ != "cc"]
    if len(waiting) + len(bound) != 1:
        return False
    if waiting:  # "she rang; nobody came": the parser may hang the first clause on the second
        first, bound = waiting[0], [waiting[0].head]
        if first.dep_ not in {"ccomp", "parataxis"} or any(
            c.dep_ == "mark" for c in first.children
        ):
            return False
        if first.pos_ not in {"VERB", "AUX"} or not own_subjects(first):
            return False
    if "that" in marks(bound[0]):
        return False  # "she said that it was late and that he had gone"
    return bound[0].pos_ in {"VERB", "AUX"} and bool(own_subjects(bound[0]))


def _begins_clause(token: Token) -> bool:
    if not token.i or token.is_punct:
        return False
    before = neighbour(token, -1).text
    if before == ";" or before in _DASHES:
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
