"""Learns what each sign is worth, by which PRV011 tells words on the make-up of the family from others.

    python learning/families.py [--show]

Learns from the words of the tuning half where PRV011 is marked, from the examples of the rule, and from
`families.txt`: made up for this.
Prints how well weights do on each file that were learnt without it, and writes those learnt from all to
`scr_lint/weights/families.json`. From the same passages, on the same versions, come the same weights.
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
from marked_drafts import examples_of, marked_for
from rows import Present
from scr_lint.rules.privacy.family_composition import FamilyComposition

from scr_lint import Draft, Span
from scr_lint.draft import RUNNING
from scr_lint.evaluation.gold import Expected
from scr_lint.evaluation.notes import Verdict
from scr_lint.language import analyse
from scr_lint.persons.children import cast_of
from scr_lint.persons.composition_candidates import candidates
from scr_lint.persons.composition_judgement import ENOUGH, LEFT_ALONE
from scr_lint.persons.composition_signs import signs_of
from scr_lint.rule import Layer
from scr_lint.settings import Settings

HERE = Path(__file__).resolve().parent
OUT = HERE.parent / "scr_lint" / "weights" / "families.json"
RULE = "PRV011"
# Many signs are very words: they are held smaller than a few signs would need to be.
_HELD, _SEEN = 10.0, 5


@dataclass(frozen=True)
class Told:
    """Words that may tell of a family, the file they are left out with, their signs, and whether they do."""

    file: str
    text: str
    signs: frozenset[str]
    tells: bool


def told() -> Iterator[Told]:
    """All that is learnt from."""
    for file, gold in marked_for(RULE):
        yield from _each(file, gold.draft, [e for e in gold.expected if e.code == RULE])
    for file, draft, places in made_up(HERE / "families.txt"):
        yield from _each(file, draft, [Expected(RULE, Verdict.FIND, place) for place in places])
    for example, draft in examples_of(FamilyComposition):
        if example.marks or example in FamilyComposition.passed:
            places = [_place(draft, mark) for mark in example.marks]
            marks = [Expected(RULE, Verdict.FIND, place) for place in places]
            yield from _each("examples", draft, marks)


def _place(draft: Draft, words: str) -> Span:
    """Where some words stand first in a draft."""
    block = next(block for block in draft.blocks if words in block.text)
    start = block.text.index(words)
    return Span(block.index, start, start + len(words))


def _each(file: str, read: Draft, marks: Sequence[Expected]) -> Iterator[Told]:
    draft = analyse(read, Layer.PARSE | Layer.ENTITIES)
    cast = cast_of(draft, Settings().names)
    for index, doc in draft.docs.items():
        block = draft.blocks[index]
        if block.kind in RUNNING or draft.role_of(index) in LEFT_ALONE:
            continue
        own = [e for e in marks if (e.span.block if e.span else e.block) == index]
        for each in candidates(doc, cast):
            verdicts = {
                e.verdict
                for e in own
                if e.span is None or (e.span.start < each.end and each.start < e.span.end)
            }
            if Verdict.FIND not in verdicts and Verdict.EITHER in verdicts:
                continue
            signs = signs_of(draft, block, doc, each, cast)
            yield Told(
                file, around(doc.text, each.start, each.end), signs, Verdict.FIND in verdicts
            )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--show", action="store_true", help="print what the figures leave wrong")
    args = parser.parse_args()
    found = list(told())
    files, wanted = [t.file for t in found], np.array([t.tells for t in found])
    table = Present([t.signs for t in found], _SEEN)
    print("Each file by weights learnt without it:")
    likely = left_out(files, table.rows, wanted, _HELD, exact=False)
    report(files, wanted, likely >= ENOUGH, likely, [t.text for t in found] if args.show else [])
    made = table.weights(learn(table.rows, wanted, _HELD, exact=False))
    OUT.write_text(json.dumps(made, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
