"""Learns what each sign around a code or a name is worth, by which PRV015 tells a second one.

    python learning/codes.py [--show]

Learns from the codes and names of the tuning half in which PRV015 is marked, and from `codes.txt`: made
up for this, with the second ones marked. Prints how well weights do
on each file that were learnt without it, and writes those learnt from all to `scr_lint/weights/codes.json`.
From the same passages, on the same versions, come the same weights.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from figures import around, report
from logistic import learn, left_out
from made_up import made_up
from marked_drafts import marked_for
from rows import Present

from scr_lint import Draft, Span
from scr_lint.evaluation.notes import Verdict
from scr_lint.identity.pseudonyms.double_judgement import CODE, NAME
from scr_lint.identity.pseudonyms.double_names import ENOUGH
from scr_lint.identity.pseudonyms.double_signs import (
    INTRODUCED,
    signs_of_code,
    signs_of_name,
)
from scr_lint.identity.pseudonyms.naming import naming_of
from scr_lint.language import analyse
from scr_lint.rule import Layer
from scr_lint.settings import Settings

HERE = Path(__file__).resolve().parent
OUT = HERE.parent / "scr_lint" / "weights" / "codes.json"
RULE = "PRV015"
_HELD, _SEEN = {CODE: 2.0, NAME: 2.0}, 3


@dataclass(frozen=True)
class Judged:
    """A code or a name, the file it is left out with, its signs, and whether it is a second one."""

    file: str
    kind: str
    text: str
    signs: frozenset[str]
    second: bool


def judged() -> Iterator[Judged]:
    """All that is learnt from."""
    for file, gold in marked_for(RULE):
        marks = [(e.span, e.verdict) for e in gold.expected if e.code == RULE and e.span]
        yield from _each(file, gold.draft, marks)
    for file, draft, places in made_up(HERE / "codes.txt"):
        yield from _each(file, draft, [(place, Verdict.FIND) for place in places])


def _each(file: str, read: Draft, marks: Sequence[tuple[Span, Verdict]]) -> Iterator[Judged]:
    settings = Settings()
    draft = analyse(read, Layer.PARSE | Layer.ENTITIES)
    naming = naming_of(draft, settings)
    each = [(CODE, one.mentions, signs_of_code(draft, naming, one)) for one in naming.coded]
    each += [(NAME, one.mentions, signs_of_name(draft, naming, one)) for one in naming.named]
    names = [m for one in naming.named for m in one.mentions]
    for kind, mentions, signs in each:
        others = names if kind == CODE else []
        verdicts = {v for m in mentions for v in _verdicts(marks, m, others)}
        if Verdict.EITHER in verdicts and Verdict.FIND not in verdicts:
            continue
        if INTRODUCED in signs:
            continue
        last = mentions[-1]
        text = around(draft.blocks[last.block].text, last.start, last.end)
        yield Judged(file, kind, text, signs, Verdict.FIND in verdicts)


def _verdicts(
    marks: Sequence[tuple[Span, Verdict]], span: Span, others: Sequence[Span]
) -> Iterator[Verdict]:
    """What is marked on a place, except where the mark is about one of the `others` that it holds."""
    for mark, verdict in marks:
        if mark.overlaps(span) and not any(mark.overlaps(other) for other in others):
            yield verdict


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--show", action="store_true", help="print what the figures leave wrong")
    args = parser.parse_args()
    every = list(judged())
    made: dict[str, dict[str, object]] = {}
    for kind in (CODE, NAME):
        found = [d for d in every if d.kind == kind]
        files, wanted = [d.file for d in found], np.array([d.second for d in found])
        table = Present([d.signs for d in found], _SEEN)
        print(f"{kind}s, each file by weights learnt without it:")
        likely = left_out(files, table.rows, wanted, _HELD[kind])
        texts = [f"{d.text} {sorted(d.signs)}" for d in found] if args.show else []
        report(files, wanted, likely >= ENOUGH[kind], likely, texts)
        made[kind] = table.weights(learn(table.rows, wanted, _HELD[kind]))
    OUT.write_text(json.dumps(made, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
