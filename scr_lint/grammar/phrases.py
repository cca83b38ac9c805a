"""Finds the phrases of a term list in a draft, in any inflection, across the whole parse."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from ..draft import Block, Draft
from ..once import once

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as SpacySpan

Row = Mapping[str, str]

_HYPHENS = frozenset({"-", "–", "‑"})
_POSSESSIVES = frozenset({"'s", "’s", "'", "’"})
# Words of a dictionary's headwords that stand for others.
_ANY = {
    "oneself": ["myself", "himself", "herself", "itself", "themselves", "themself", "ourselves"],
    "one's": ["my", "his", "her", "its", "their", "our"],
}


@dataclass(frozen=True, slots=True)
class Match:
    """A phrase found: its row in the term list, the block, and the tokens."""

    row: Row
    block: Block
    tokens: SpacySpan


def find_phrases(
    draft: Draft,
    blocks: Iterable[Block],
    rows: Iterable[Row],
    column: str,
    fits: Callable[[Row, SpacySpan], bool] | None = None,
) -> Iterator[Match]:
    """Where the phrases in one column of a term list occur; the longest wins where two overlap.

    A cell may hold several phrases, parted by commas or semicolons; what stands in brackets is a
    note and is not matched. Words match as written, without regard to case, or by lemma, and with
    a hyphen between them or none: "step down" finds "stepped down" and "step-down", "core group"
    finds "Core Groups". A * stands for one to three
    words, "oneself" for any reflexive and "one's" for any possessive pronoun, as in a dictionary:
    "put oneself at risk". `fits` says whether words are meant as in their row; those that are not
    are passed over before the longest is chosen.
    """
    blocks = [b for b in blocks if b.index in draft.docs]
    index = _by_first_word(rows, column) if blocks else {}
    for block in blocks:
        doc = draft.docs[block.index]
        found = _occurrences(doc, _forms_in(draft)[block.index], index)
        if fits is not None:
            found = [f for f in found if fits(f.phrase.row, doc[f.start : f.end])]
        # The longest first; of equals, the first in the draft, then the first row's.
        found.sort(key=lambda f: (f.start - f.end, f.start, f.phrase.order))
        taken: set[int] = set()
        for occurrence in found:
            places = range(occurrence.start, occurrence.end)
            if taken.isdisjoint(places):
                taken.update(places)
                yield Match(occurrence.phrase.row, block, doc[occurrence.start : occurrence.end])


@dataclass(frozen=True, slots=True)
class _Phrase:
    words: tuple[str, ...]
    row: Row
    order: int


@dataclass(frozen=True, slots=True)
class _Occurrence:
    phrase: _Phrase
    start: int
    end: int


def _by_first_word(rows: Iterable[Row], column: str) -> dict[str, list[_Phrase]]:
    """The phrases of a term list by each form that their first word may take."""
    index: dict[str, list[_Phrase]] = {}
    listed = ((row, words) for row in rows for words in _phrases_in(row[column]))
    for order, (row, words) in enumerate(listed):
        for form in _forms(words[0]):
            index.setdefault(form, []).append(_Phrase(words, row, order))
    return index


@cache
def _phrases_in(cell: str) -> list[tuple[str, ...]]:
    """The words of each phrase in a cell. Kept: the same lists are asked for with every draft."""
    return [
        tuple(w if w in _ANY else w.lower() for w in _tokens(phrase))
        for phrase in split_phrases(cell)
    ]


def _forms(word: str) -> Iterable[str]:
    return _POSSESSIVES if word in _POSSESSIVES else _ANY.get(word, [word])


@once
def _forms_in(draft: Draft) -> dict[int, list[tuple[str, str]]]:
    """Each block's tokens as they are looked for: in small letters, and by lemma."""
    return {i: [(t.lower_, _lemma(t)) for t in doc] for i, doc in draft.docs.items()}


def _occurrences(
    doc: Doc, forms: Sequence[tuple[str, str]], index: Mapping[str, Sequence[_Phrase]]
) -> list[_Occurrence]:
    return [
        _Occurrence(phrase, at, end)
        for at, form in enumerate(forms)
        for key in {*form, "*"}
        for phrase in index.get(key, ())
        if _may_go_on(forms, phrase.words, at) and (end := _end(doc, forms, phrase.words, at))
    ]


def _lemma(token: Token) -> str:
    """The lemma in small letters, and of a name's plural the singular: "Assessments"."""
    lemma = token.lemma_.lower()
    if token.pos_ == "PROPN" and lemma == token.lower_ and re.search(r"[^su]s$", lemma):
        return lemma[:-1]
    return lemma


def _may_go_on(forms: Sequence[tuple[str, str]], words: Sequence[str], at: int) -> bool:
    """Whether the token after the first could be a phrase's second word: a quick look, since
    most that begin alike are something else."""
    if len(words) == 1 or "*" in words[:2] or words[1] in _ANY or words[1] in _POSSESSIVES:
        return True
    return at + 1 < len(forms) and (words[1] in forms[at + 1] or forms[at + 1][0] in _HYPHENS)


def _end(doc: Doc, forms: Sequence[tuple[str, str]], words: Sequence[str], at: int) -> int:
    """Where a phrase that begins at a token ends, at its longest; 0 where it is not there.

    Its words match all as written, all by lemma, or the first or the last alone by lemma.
    """
    last = len(words) - 1
    by_lemma = [range(0), range(last + 1), range(1), range(last, last + 1)]
    return max(_follow(doc, forms, words, at, 0, lemmas) for lemmas in by_lemma[: 4 if last else 2])


def _follow(
    doc: Doc,
    forms: Sequence[tuple[str, str]],
    words: Sequence[str],
    at: int,
    done: int,
    lemmas: range,
) -> int:
    """The end of a phrase whose first `done` words stand before token `at`, 0 for none."""
    if done == len(words):
        return at
    if at >= len(forms):
        return 0
    word = words[done]
    if word == "*":
        ends = 0
        for step in range(1, 4):
            if at + step > len(forms) or doc[at + step - 1].is_punct:
                break
            ends = max(ends, _follow(doc, forms, words, at + step, done + 1, lemmas))
        return ends
    if done and "'" not in word and "’" not in word and forms[at][0] in _HYPHENS:
        at += 1
        if at == len(forms):
            return 0
    form = forms[at][1 if done in lemmas and word not in _ANY else 0]
    return _follow(doc, forms, words, at + 1, done + 1, lemmas) if form in _forms(word) else 0


def split_phrases(cell: str) -> list[str]:
    """The phrases in a cell of a term list: "assist, assistance (formal)" holds two."""
    without_notes = "".join(part.split(")")[-1] for part in cell.split("("))
    return [p.strip() for p in without_notes.replace(";", ",").split(",") if p.strip()]


def _tokens(phrase: str) -> list[str]:
    """The words of a phrase as spaCy's tokenizer parts them: possessives apart, no hyphens."""
    spaced = (
        phrase.replace("cannot", "can not")
        .replace("-", " ")
        .replace("'s", " 's")
        .replace("’s", " ’s")
    )
    spaced = spaced.replace("s' ", "s ' ").replace("s’ ", "s ’ ")
    return spaced.replace("one 's", "one's").split()
