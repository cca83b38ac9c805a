"""Learns what each sign around a time is worth, by which PRV002 to PRV004 tell what it is of.

    python learning/times.py [--show]

For births and deaths against all other dates, for events of the case against dates of none, and for ages
against other stretches of time, learns from those that are marked in the tuning half of the corpora and
from `dates.txt` and `ages.txt`: made up for this, with what each is of. Prints how well weights do on
each file that were learnt without it, and writes those learnt from all to `scr_lint/weights/times.json`.
From the same passages, on the same versions, come the same weights.

The weights are those of a logistic regression, held small: how small, and how many times must show a
sign, are defaults of this project, chosen by the figures on the files left out.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from figures import MADE_UP, around, report
from logistic import learn, left_out
from made_up import TURNS, read_passage
from marked_drafts import marked_for
from rows import Present

from scr_lint import Draft, Span
from scr_lint.evaluation.gold import Gold
from scr_lint.evaluation.notes import Verdict
from scr_lint.identity.times.ages import time_spans
from scr_lint.identity.times.dates import find_dates
from scr_lint.identity.times.time_judgement import Of
from scr_lint.identity.times.time_signs import signs_of
from scr_lint.language import analyse
from scr_lint.rule import Layer

HERE = Path(__file__).resolve().parent
OUT = HERE.parent / "scr_lint" / "weights" / "times.json"
_HELD, _SEEN = 2.0, 3
# Where a passage of one line begins another: a row of a table, or a paragraph under its heading.
_BREAK = r"\n"
_DATES = {
    "b": {Of.LIFE: True},
    "d": {Of.LIFE: True},
    "e": {Of.LIFE: False, Of.CASE: True},
    "n": {Of.LIFE: False, Of.CASE: False},
}
_AGES = {"a": {Of.AGE: True}, "n": {Of.AGE: False}}


@dataclass(frozen=True)
class Timed:
    """A date or a stretch of time, the file it is left out with, its signs, and what it is and is not of."""

    file: str
    text: str
    signs: frozenset[str]
    of: dict[Of, bool]


def timed() -> Iterator[Timed]:
    """All that is learnt from."""
    for file, gold in marked_for(*Of):
        yield from _marked(file, gold)
    for name, kinds in (("dates", _DATES), ("ages", _AGES)):
        lines = (HERE / f"{name}.txt").read_text(encoding="utf-8").splitlines()
        for n, line in enumerate(lines):
            if not line.startswith("#") or "[" in line:
                passage = line.replace(_BREAK, "\n")
                yield from _made_up(f"{MADE_UP} {name} {n % TURNS}", passage, kinds)


def _marked(file: str, gold: Gold) -> Iterator[Timed]:
    codes = [of for of in Of if not gold.rules or of in gold.rules]
    draft = analyse(gold.draft, Layer.PARSE)
    for (index, start, end), may_be, signs in _signs(draft):
        notes = {
            e.code: e.verdict
            for e in gold.expected
            if e.span and e.span.block == index and e.span.start < end and start < e.span.end
        }
        own = [c for c in codes if c in may_be and notes.get(c) != Verdict.EITHER]
        of = {c: notes.get(c) == Verdict.FIND for c in own}
        if of.get(Of.LIFE):
            of.pop(Of.CASE, None)
        yield Timed(file, around(draft.blocks[index].text, start, end), signs, of)


def _made_up(file: str, passage: str, kinds: dict[str, dict[Of, bool]]) -> Iterator[Timed]:
    read, marks = read_passage(passage, None)
    draft = analyse(read, Layer.PARSE)
    for (index, start, end), may_be, signs in _signs(draft):
        for letter, place in marks:
            if place.overlaps(Span(index, start, end)) and set(kinds[letter]) <= set(may_be):
                yield Timed(
                    file, around(draft.blocks[index].text, start, end), signs, kinds[letter]
                )


def _signs(draft: Draft) -> Iterator[tuple[tuple[int, int, int], tuple[Of, ...], frozenset[str]]]:
    """The dates and stretches of time in a draft: where, what they may be of, and their signs."""
    for index, doc in draft.docs.items():
        block = draft.blocks[index]
        for date in find_dates(doc.text, loose=True):
            signs = signs_of(draft, block, date)
            yield (index, date.start, date.end), (Of.LIFE, Of.CASE), signs
        for span in time_spans(doc.text):
            yield (index, span.start, span.end), (Of.AGE,), signs_of(draft, block, span)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--show", action="store_true", help="print what the figures leave wrong")
    args = parser.parse_args()
    every = list(timed())
    made: dict[str, dict[str, object]] = {}
    for of in Of:
        found = [d for d in every if of in d.of]
        files, wanted = [d.file for d in found], np.array([d.of[of] for d in found])
        table = Present([d.signs for d in found], _SEEN)
        print(f"{of}, each file by weights learnt without it:")
        likely = left_out(files, table.rows, wanted, _HELD)
        report(files, wanted, likely >= 0.5, likely, [d.text for d in found] if args.show else [])
        made[of] = table.weights(learn(table.rows, wanted, _HELD))
    OUT.write_text(json.dumps(made, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
