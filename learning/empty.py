"""Learns when a recommendation asks for nothing that could be seen to be done: for rule REC011.

    python learning/empty.py

Learns from the recommendations of the tuning half in files where REC011 is marked, but those with a
sentence over the rule's limit: marked REC011, and all others but those marked `maybe`. Prints how well
the rule does on each file with weights learnt without it, beside the lists alone, and writes those
learnt from all to `scr_lint/weights/empty_requests.json`.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from figures import report
from logistic import learn, left_out
from marked_drafts import marked_for
from rows import Scaled
from scr_lint.rules.recommendations.places import asks_for_something
from scr_lint.rules.recommendations.unclear_recommendation import (
    UnclearRecommendation,
    longest_sentence,
)

from scr_lint.evaluation.gold import Gold
from scr_lint.evaluation.notes import Verdict
from scr_lint.language import analyse
from scr_lint.requests.addressees import resolve
from scr_lint.requests.emptiness import FILE, LIKELY, LISTED, STILL_LIKELY, Signs, signs_of
from scr_lint.rule import Layer

HERE = Path(__file__).resolve().parent
OUT = HERE.parent / "scr_lint" / "weights" / FILE
CODE, LIMIT = UnclearRecommendation.code, UnclearRecommendation.limits["words"]
#: How far the signs, the verbs and the nouns may move the whole.
SCALES = {"numbers": 0.3, "verbs": 0.06, "nouns": 0.06}


@dataclass(frozen=True)
class Case:
    """A recommendation of a file: whether it is marked, and what it shows."""

    file: str
    wanted: bool
    signs: Signs


def cases() -> Iterator[Case]:
    for file, gold in marked_for(CODE):
        yield from _of_part(file, gold)


def _of_part(file: str, gold: Gold) -> Iterator[Case]:
    draft = resolve(analyse(gold.draft, Layer.PARSE))
    said = {e.block: e.verdict for e in gold.expected if e.code == CODE}
    for item in draft.recommendations:
        verdict = next((said[i] for i in item.blocks if i in said), None)
        long = longest_sentence(draft, item) > LIMIT
        if verdict is not Verdict.EITHER and not long and asks_for_something(draft, item):
            yield Case(file, verdict is Verdict.FIND, signs_of(draft, item))


def main() -> None:
    found = list(cases())
    names = list(found[0].signs.numbers)
    groups = {
        "numbers": np.array([[c.signs.numbers[name] for name in names] for c in found]),
        "verbs": np.array([c.signs.verbs for c in found]),
        "nouns": np.array([c.signs.nouns for c in found]),
    }
    table = Scaled(groups, SCALES)
    files, wanted = [c.file for c in found], np.array([c.wanted for c in found])
    listed = groups["numbers"][:, names.index(LISTED)] > 0
    likely = left_out(files, table.rows, wanted)
    print("Each file by weights learnt without it:")
    report(files, wanted, likely >= np.where(listed, STILL_LIKELY, LIKELY))
    print("By the lists alone:")
    report(files, wanted, listed)
    bias, worth = table.weights(learn(table.rows, wanted))
    made = {"bias": bias, **worth, "numbers": dict(zip(names, worth["numbers"], strict=True))}
    OUT.write_text(json.dumps(made, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
