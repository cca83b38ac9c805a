"""Sentences that tell a cause, among sentences that somebody else labelled.

    python benchmarks/causality.py FILE.csv [--show]

FILE is in the form of the causal news corpus (CASE 2022, subtask 1): a column `text` with single
sentences and a column `label`, 1 where an event, its cause and the tie between them are told.

What that corpus calls causal is wider than what explains practice: the purpose of a march, the
occasion of a speech. So what our detector of causal relations finds is taken as one kind of sign,
by its link, and beside it purposes, occasions and grounds, by grammar alone: no word of what the
news is about. What each kind is worth, and where the line is drawn, is learnt on every other row
(the even ones); precision, recall and F1 are those of the other rows.
"""

from __future__ import annotations

import argparse
import csv
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from scr_lint import Block, Draft
from scr_lint.causes.relation import Link, Piece
from scr_lint.causes.wording import find_markers, relations
from scr_lint.language import analyse
from scr_lint.rule import Layer

if TYPE_CHECKING:
    from spacy.tokens import Token

_CLAUSES = frozenset("after as when if until before while though although".split())
# What is done for an end, and nouns that hold one.
_STRIVING = frozenset(
    """try attempt aim seek gather meet move use deploy take force lead cause plan want fight struggle
    order allow ask call refuse decide""".split()
)
_AIMS = frozenset(
    """effort bid attempt move measure plan step campaign call decision order action way pressure
    force""".split()
)
# Participles by which somebody gives a ground or an aim: "…, demanding that …".
_GROUNDS = frozenset(
    """demand seek urge call protest allege accuse press claim hope fear cite oppose condemn denounce
    commemorate mourn mark""".split()
)
_IN = frozenset(
    """protest response solidarity support retaliation reaction revenge memory honour connection
    defiance anger bid attempt effort order favour violation case accident incident attack clash
    crash""".split()
)
_SPANS = frozenset("day hour week month year time minute".split())
_LINKS = frozenset(map(str, Link))
_SHOWN = 40


def signs(token: Token) -> Iterator[str]:
    """What a word shows of purpose, occasion or ground."""
    to = token.tag_ == "VB" and any(c.tag_ == "TO" and c.dep_ == "aux" for c in token.children)
    above = token.head
    if to and token.dep_ == "advcl":
        yield "purpose"
    elif to and token.dep_ == "xcomp" and above.lemma_ in _STRIVING:
        yield "striving"
    elif to and token.dep_ == "acl" and above.lemma_ in _AIMS:
        yield "aim"
    elif token.dep_ == "advcl":
        marks = [c for c in token.children if c.dep_ == "mark" or c.tag_ == "WRB"]
        if marks and marks[0].lower_ in _CLAUSES:
            yield f"clause: {marks[0].lower_}"
    if token.tag_ == "VBG" and token.dep_ in {"advcl", "acl"} and token.lemma_ in _GROUNDS:
        yield "ground"
    if token.dep_ == "agent":
        yield "agent"
    if token.dep_ == "prep":
        yield from _of_preposition(token)


def _of_preposition(word: Token) -> Iterator[str]:
    objects = [c for c in word.children if c.dep_ == "pobj"]
    match word.lower_:
        case "following" | "after" | "over" | "against":
            yield word.lower_
        case "in" if any(o.lemma_ in _IN for o in objects):
            yield "in"
        case "for" if any(c.dep_ == "pcomp" for c in word.children):
            yield "for doing"
        case "for" if word.head.pos_ == "VERB" and any(o.lemma_ not in _SPANS for o in objects):
            yield "for"


def read(path: Path) -> tuple[list[str], np.ndarray]:
    """The sentences of a file, and whether each is labelled as causal."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    return [row["text"] for row in rows], np.array([row["label"] == "1" for row in rows])


def kinds(texts: Sequence[str]) -> list[set[str]]:
    """The kinds of sign in each text."""
    blocks = tuple(Block(index, text) for index, text in enumerate(texts))
    draft = analyse(Draft("", "text", blocks), Layer.PARSE)
    markers = find_markers(draft, blocks)
    found = []
    for block in blocks:
        sentences = [Piece(block.index, sent) for sent in draft.docs[block.index].sents]
        links = {str(r.link) for r in relations(sentences, markers) if not r.denied}
        found.append(links | {s for token in draft.docs[block.index] for s in signs(token)})
    return found


def learn(rows: np.ndarray, labels: np.ndarray, rounds: int = 2000) -> np.ndarray:
    """What each kind of sign is worth: the weights of a logistic regression, kept small."""
    weights = np.zeros(rows.shape[1])
    for _ in range(rounds):
        chances = 1 / (1 + np.exp(-rows @ weights))
        weights -= 0.5 * (rows.T @ (chances - labels) / len(rows) + 0.002 * weights)
    return weights


def scores(said: np.ndarray, labels: np.ndarray) -> tuple[float, float, float]:
    """Precision, recall and F1."""
    right = float((said & labels).sum())
    precision, recall = right / max(1, said.sum()), right / max(1, labels.sum())
    return precision, recall, 2 * precision * recall / max(1e-9, precision + recall)


def _line(name: str, figures: Iterable[float]) -> str:
    return f"{name:42}" + "".join(f"{figure:10.3f}" for figure in figures)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("file", type=Path)
    parser.add_argument("--show", action="store_true", help="print what was wrong on the even rows")
    args = parser.parse_args()
    texts, labels = read(args.file)
    found = kinds(texts)
    links_only = np.array([bool(own & _LINKS) for own in found])
    names = sorted(set().union(*found))
    table = np.array([[name in own for name in names] + [True] for own in found], dtype=float)
    even, odd = slice(0, None, 2), slice(1, None, 2)
    weights = learn(table[even], labels[even])
    worth = table @ weights
    line = max(
        np.quantile(worth[even], np.linspace(0.05, 0.95, 91)),
        key=lambda at: scores(worth[even] > at, labels[even])[2],
    )
    said = worth > line
    print(f"{len(texts)} sentences, {labels.mean():.0%} of them causal; learnt on half of them")
    print(f"{'on the other half':42}{'precision':>10}{'recall':>10}{'F1':>10}")
    print(_line("all called causal", scores(np.ones_like(labels)[odd], labels[odd])))
    print(_line("relations by words of cause alone", scores(links_only[odd], labels[odd])))
    print(_line("with purpose, occasion and ground", scores(said[odd], labels[odd])))
    if args.show:
        wrong = [i for i in range(0, len(texts), 2) if said[i] != labels[i]]
        for i in wrong[:_SHOWN]:
            print(f"{'missed' if labels[i] else 'false':8}{sorted(found[i])}  {texts[i]}")


if __name__ == "__main__":
    main()
