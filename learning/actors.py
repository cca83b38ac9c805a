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
from logistic import learn, left_out
from scr_lint.rules.plain_language.hidden_actor import LIKELY, UNLIKELY, HiddenActor, weighed

from scr_lint import Span
from scr_lint.evaluation.corpus import find_files, read_marked_file
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
    for path in find_files([HERE.parent / "corpora"], "tuning"):
        if HiddenActor.code in path.read_text(encoding="utf-8"):
            for gold in read_marked_file(path).parts:
                if not gold.rules or HiddenActor.code in gold.rules:
                    yield from _of_part(path.stem, gold)


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
    raw = np.hstack(list(groups.values())).astype(float)
    scale = np.concatenate([np.full(g.shape[1], SCALES[name]) for name, g in groups.items()])
    middle, unit = raw.mean(0), scale / (raw.std(0) + 1e-9)
    rows = (raw - middle) * unit
    wanted = np.array([c.wanted for c in found])
    listed = np.array([c.listed for c in found])
    files = np.array([c.file for c in found])
    likely = left_out(files, rows, wanted)
    for file in sorted(set(files)):
        out = files == file
        said = np.where(listed[out], likely[out] >= UNLIKELY, likely[out] >= LIKELY)
        print(_line(file, said, wanted[out]), "; list alone", _line("", listed[out], wanted[out]))
    said = np.where(listed, likely >= UNLIKELY, likely >= LIKELY)
    print(_line("all", said, wanted), "; list alone", _line("", listed, wanted))
    worth = learn(rows, wanted)
    each = [round(float(w), 4) for w in worth[:-1] * unit]
    made = {
        "bias": round(float(worth[-1] - (worth[:-1] * unit) @ middle), 4),
        "signs": dict(zip(names, each, strict=False)),
        "verb": each[len(names) : len(names) + groups["verb"].shape[1]],
        "subject": each[len(names) + groups["verb"].shape[1] :],
    }
    OUT.write_text(json.dumps(made, indent=1) + "\n", encoding="utf-8")


def _line(name: str, said: np.ndarray, wanted: np.ndarray) -> str:
    right = int((said & wanted).sum())
    return f"{name:34}{right} of {int(wanted.sum())} found, {int(said.sum()) - right} false"


if __name__ == "__main__":
    main()
