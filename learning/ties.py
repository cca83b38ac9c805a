"""Fits the weights by which recommendations are tied to findings through their wording.

    python learning/ties.py [--check]

Learns from the recommendations of the tuning half of which it is marked whether REC007 should find
them (tied to no finding) or not, and writes `scr_lint/weights/tying.json`. With `--check` it writes nothing
and prints how weights do on each file that were learnt without it. The same texts on the same versions
give the same weights.

The weights are drawn to those that were set by hand before. Both kinds of recommendation count the same.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np
from marked_drafts import marked_for
from scipy.optimize import minimize
from scr_lint.rules.recommendations.not_linked import LEAST

from scr_lint.answers.links import signs_of
from scr_lint.answers.tying import Signs, Weights, share_out
from scr_lint.evaluation.gold import Gold
from scr_lint.evaluation.notes import Verdict
from scr_lint.language import analyse
from scr_lint.requests.addressees import resolve
from scr_lint.rule import Layer

HERE = Path(__file__).resolve().parent
TARGET = HERE.parent / "scr_lint" / "weights" / "tying.json"
CODE = "REC007"
#: Where the search begins and what it is drawn to, and how far each may well stray.
FIRST = Weights(47.0, 0.0, 0.0, 2.5, 1.4, 3.6, 2.6)
STRAY = np.array([20.0, 3.0, 0.5, 1.0, 1.0, 2.0, 1.5])
DRAWN, STEPS = 0.01, 400


@dataclass(frozen=True)
class Sample:
    """A marked draft: its signs, and for recommendations by their place, whether they are tied."""

    file: str
    signs: Signs
    untied: dict[int, bool]


def samples() -> list[Sample]:
    """All that is learnt from."""
    found = []
    for file, gold in marked_for(CODE):
        sample = _sample(file, gold)
        found += [sample] if sample else []
    return found


def _sample(file: str, gold: Gold) -> Sample | None:
    draft = resolve(analyse(gold.draft, Layer.PARSE))
    if not draft.recommendations or not draft.review_findings:
        return None
    said = {e.block: e.verdict for e in gold.expected if e.code == CODE}
    signs = signs_of(draft, draft.recommendations)
    untied = {}
    for at, item in enumerate(draft.recommendations):
        verdict = next((said[i] for i in item.blocks if i in said), None)
        if at not in signs.fixed and verdict is not Verdict.EITHER:
            untied[at] = verdict is Verdict.FIND  # in a whole draft what is not marked is tied
    return Sample(file, signs, untied)


def outcomes(weights: Weights, among: Sequence[Sample]) -> tuple[np.ndarray, np.ndarray]:
    """How sure it is of each recommendation that it is tied, and whether it is marked as untied."""
    sure, untied = [], []
    for sample in among:
        chances = share_out(sample.signs, weights).sum(axis=1)
        sure += [chances[at] for at in sample.untied]
        untied += sample.untied.values()
    return np.array(sure), np.array(untied, dtype=bool)


def learn(among: Sequence[Sample]) -> Weights:
    """The weights under which the marks are the least surprising."""
    first = np.array(list(asdict(FIRST).values()))

    def surprise(point: np.ndarray) -> float:
        sure, untied = outcomes(Weights(*map(float, point)), among)
        sure = np.clip(sure, 1e-3, 1 - 1e-3)
        counted = np.where(untied, 0.5 / untied.mean(), 0.5 / (1 - untied.mean()))
        likely = np.where(untied, np.log(1 - sure), np.log(sure))
        strayed = (point - first) / STRAY
        return float(-(counted * likely).mean() + DRAWN * strayed @ strayed)

    corners = np.vstack([first, first + np.diag(STRAY * 0.5)])
    lowest = minimize(
        surprise,
        first,
        method="Nelder-Mead",
        options={"initial_simplex": corners, "maxiter": STEPS},
    )
    return Weights(*(round(float(w), 3) for w in lowest.x))


def report(name: str, sure: np.ndarray, untied: np.ndarray) -> None:
    found = sure < LEAST
    print(
        f"{name:28}{(found & untied).sum()} of {untied.sum()} found; "
        f"{(found & ~untied).sum()} of {(~untied).sum()} false"
    )


def main() -> None:
    every = samples()
    if "--check" not in sys.argv:
        TARGET.write_text(json.dumps(asdict(learn(every)), indent=1) + "\n", encoding="utf-8")
        return
    parts = []
    for file in sorted({sample.file for sample in every}):
        weights = learn([sample for sample in every if sample.file != file])
        parts.append(outcomes(weights, [sample for sample in every if sample.file == file]))
        report(file, *parts[-1])
    report("all", *map(np.concatenate, zip(*parts, strict=True)))


if __name__ == "__main__":
    main()
