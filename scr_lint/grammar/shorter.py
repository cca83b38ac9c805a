"""Puts a short form in place of a phrase as its sentence needs it: number, tense, what comes next.

A term list says it in columns: `short` the form ("" where none fits every sentence, "-" to leave
the phrase out), `opening` the form at the head of a sentence, `follows` what must come next,
`after` words one of which must come before, `without` words that must not stand in the sentence,
`pos` the part of speech it is meant as.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from ..persons.people import side_of
from .inflect import like
from .parse import neighbour

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

Row = Mapping[str, str]

#: A row that asks to leave the phrase out says so with this.
LEAVE_OUT = "-"

_PARTS = {
    "verb": frozenset({"VERB", "AUX"}),
    "noun": frozenset({"NOUN", "PROPN"}),
    "adj": frozenset({"ADJ"}),
}
_DETERMINERS = frozenset({"DT", "PRP$", "WDT", "WP$", "PRP"})
_ARTICLES = frozenset({"a", "an"})
_NUMBERS = frozenset("about around almost nearly some up over at under several many".split())
_JOINING = frozenset("need have want use like try ought able go".split())
# What a rule of law or of an office is called, for "in accordance with the policy".
_RULES = frozenset(
    """act article code directive framework guidance guideline law legislation instruction order
    plan policy procedure protocol regulation requirement rule schedule section standard statute
    term""".split()
)


def fits(row: Row, tokens: Span) -> bool:
    """Whether a phrase stands in its sentence as its row says."""
    if row["pos"]:
        head = tokens[0] if row["pos"] == "verb" else tokens.root
        if head.pos_ not in _PARTS[row["pos"]]:
            return False
    if set(row["without"].split()) & {t.lemma_.lower() for t in tokens.sent}:
        return False
    if row["short"] == "to" and _would_join(tokens):
        return False
    if row["after"] and not _stands_after(tokens, set(row["after"].split())):
        return False
    return not row["follows"] or _is_followed(tokens, row["follows"])


def _would_join(tokens: Span) -> bool:
    """Whether "to" would join the verb before: "nobody needs in order to learn" is not "needs to"."""
    return tokens.start > 0 and neighbour(tokens[0], -1).lemma_.lower() in _JOINING


def short_form(row: Row, tokens: Span) -> str:
    """What to put in place of a phrase, with a capital at the head of a sentence.

    "" where the list has no form that fits, "-" where the phrase can be left out.
    """
    opens = _opens(tokens)
    short = row["opening"] if opens and row["opening"] else row["short"]
    if not short or short == LEAVE_OUT:
        return short
    if "{adverb}" in short:
        short = short.replace("{adverb}", _adverb(tokens))
    if "{verb}" in short:
        short = short.replace("{verb}", neighbour(tokens[-1]).lemma_)
    if "{first}" in short:  # as it stands, a verb too: "are in the process of" is "are"
        short = short.replace("{first}", tokens[0].text)
    elif row["pos"] == "verb":
        short = like(short, tokens[0].tag_)
    return short[:1].upper() + short[1:] if opens and tokens[0].text[:1].isupper() else short


def whole(tokens: Span, row: Row) -> Span:
    """The words that the short form stands for: with the verb after them, where it takes that in."""
    if "{verb}" in row["short"] and tokens.end < len(tokens.doc):
        return tokens.doc[tokens.start : tokens.end + 1]
    return tokens


def _opens(tokens: Span) -> bool:
    """Whether a phrase stands at the head of its sentence, but for marks and numbers."""
    before = tokens.doc[tokens.sent.start : tokens.start]
    return all(not t.is_alpha for t in before)


def _stands_after(tokens: Span, words: set[str]) -> bool:
    """Whether one of these lemmas comes right before a phrase, or is what the phrase belongs to."""
    if tokens.start and neighbour(tokens[0], -1).lemma_.lower() in words:
        return True
    above = tokens.root.head
    return above.i < tokens.start and above.lemma_.lower() in words


def _is_followed(tokens: Span, kind: str) -> bool:
    if tokens.end >= tokens.sent.end:
        return False
    following = tokens.doc[tokens.end]
    if kind == "verb":
        return following.tag_ == "VB" or neighbour(following).tag_ == "VB"
    if kind == "ing":
        return following.tag_ == "VBG"
    if kind == "det":
        return following.tag_ in _DETERMINERS and following.lower_ not in _ARTICLES
    if kind == "number":
        return following.like_num or following.lower_ in _NUMBERS or following.lower_ in _ARTICLES
    if kind == "rule":
        return _names_rule(tokens)
    if kind == "people":
        return any(side_of(noun) is not None for noun in _objects(tokens[-1]))
    if kind == "plural":
        nouns = _objects(tokens[-1])
        several = len(nouns) > 1 or any(t.tag_ in {"NNS", "NNPS"} for t in nouns)
        return several and _is_followed(tokens, "det")
    return following.tag_ != "VBG" and not following.is_punct


def _names_rule(tokens: Span) -> bool:
    """Whether the noun after a phrase is a law, a policy or the like."""
    return any(t.dep_ == "pobj" and t.lemma_.lower() in _RULES for t in _objects(tokens[-1]))


def _objects(preposition: Token) -> list[Token]:
    found = [c for c in preposition.children if c.dep_ == "pobj"]
    return [t for c in found for t in (c, *c.conjuncts)]


def _adverb(tokens: Span) -> str:
    """The adverb of the only adjective in a phrase ("in a * manner"); "" where there is none."""
    inner = tokens[2:-1]
    if len(inner) != 1 or inner[0].pos_ not in {"ADJ", "VERB", "ADV"}:
        return ""
    word = inner[0].lower_
    if word.endswith(("ly", "ed", "ing")) or word in {"similar", "same", "such", "different"}:
        return f"{word}ly" if word in {"similar", "different"} else ""
    if word.endswith("ic"):
        return f"{word}ally"
    if word.endswith("le") and word[-3] not in "aeiou":
        return f"{word[:-1]}y"
    if word.endswith("y"):
        return f"{word[:-1]}ily"
    return f"{word}y" if word.endswith("ll") else f"{word}ly"
