"""Learns when readers want to know who acted, where a passive does not say: for rule PLN004.

    python learning/actors.py

Learns from the passives that `rules/plain_language/hidden_actor.py` weighs, in the tuning half of the
corpora: those marked PLN004, and all others but those marked `maybe`. Prints how well the rule does
on each file with weights learnt without it, and writes those learnt from all to
`scr_lint/weights/unnamed_actors.json`.
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
from scr_lint.rules.plain_language.hidden_actor import LIKELY, UNLIKELY, HiddenActor, weighed

from scr_lint import Span
from scr_lint.evaluation.gold import Gold
from scr_lint.evaluation.notes import Verdict
from scr_lint.language import analyse
from scr_lint.persons.unnamed import signs
from scr_lint.rule import Layer

HERE = Path(__file__).resolve().parent
OUT = HERE.parent / "scr_lint" / "weights" / "unnamed_actors.json"
#: How far the signs, the verb and the subject may move the whole.
SCALES = {"signs": 0.3, "verb": 0.1, "subject": 0.1}


@dataclass(frozen=True)
class Case:
    """A passive of a file: whether it is marked, whether the list has it, and its numbers."""

    file: str
    wanted: bool
    listed: bool
    signs: dict[str, float]
    verb: np.ndarray
    subject: np.ndarray


def cases() -> Iterator[Case]:
    for file, gold in marked_for(HiddenActor.code):
        yield from _of_part(file, gold)


def _of_part(file: str, gold: Gold) -> Iterator[Case]:
    draft = analyse(gold.draft, Layer.PARSE)
    marks = [e for e in gold.expected if e.code == HiddenActor.code and e.block is not None]
    for block, passive, listed in weighed(draft):
        place = draft.span_of(block.index, passive.span)
        said = {e.verdict for e in marks if _touches(e.span, place, e.block)}
        if Verdict.EITHER in said and Verdict.FIND not in said:
            continue
        verb, subject = passive.verb, passive.subject
        yield Case(
            file,
            Verdict.FIND in said,
            listed,
            dict(signs(passive)),
            verb.vector / (verb.vector_norm or 1.0),
            subject.vector / (subject.vector_norm or 1.0),
        )


def _touches(span: Span | None, place: Span, block: int | None) -> bool:
    return block == place.block if span is None else span.overlaps(place)


def main() -> None:
    found = list(cases())
    names = list(found[0].signs)
    groups = {
        "signs": np.array([[c.signs[name] for name in names] for c in found]),
        "verb": np.array([c.verb for c in found]),
        "subject": np.array([c.subject for c in found]),
    }
    table = Scaled(groups, SCALES)
    files, wanted = [c.file for c in found], np.array([c.wanted for c in found])
    listed = np.array([c.listed for c in found])
    likely = left_out(files, table.rows, wanted)
    print("Each file by weights learnt without it:")
    report(files, wanted, likely >= np.where(listed, UNLIKELY, LIKELY))
    print("By the list alone:")
    report(files, wanted, listed)
    bias, worth = table.weights(learn(table.rows, wanted))
    made = {"bias": bias, **worth, "signs": dict(zip(names, worth["signs"], strict=True))}
    OUT.write_text(json.dumps(made, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
