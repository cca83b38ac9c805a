"""Fits the weights by which chapters under free headings are given their roles.

    python learning/roles.py [--check]

Writes `scr_lint/vocabulary/role_weights.tsv` from the tuning half. With `--check` it writes nothing
and prints how the weights do on each file when fitted to the others: with every heading hidden, with
three in ten hidden, and as the headings stand.
"""

from __future__ import annotations

import random
import sys
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from unittest.mock import patch

import numpy as np

from scr_lint.draft import Draft, Role, Section
from scr_lint.evaluation.corpus import find_files, read_marked_file
from scr_lint.structure import role_model
from scr_lint.structure.role_cues import cues_of, told_in
from scr_lint.structure.role_model import AFTER, EDGE, Chapter, Weights, chapters_of, weigh
from scr_lint.structure.sections import title_of, with_structure

HERE = Path(__file__).resolve().parent
TARGET = HERE.parent / "scr_lint" / "vocabulary" / "role_weights.tsv"
#: Marks of roles from which a part is a report, whose order of chapters counts.
WHOLE = 4
#: What a passage of one section counts for beside a section of a report.
PASSAGE = 0.3
#: Seen so often before anything is counted: that one role follows another.
BEFOREHAND = 0.3
#: How strongly weights are drawn to nought, and the steps of the descent.
DRAWN, STEPS, RATE = 0.0006, 150, 0.05
ROLES = list(Role)


@dataclass
class Sample:
    """A marked part: its draft, the roles of its sections and their cues."""

    file: str
    draft: Draft
    roles: dict[int, Role]
    cues: dict[int, dict[str, float]]

    @property
    def is_whole(self) -> bool:
        return len(self.roles) >= WHOLE

    @property
    def chapters(self) -> list[Section]:
        sections = list(self.draft.sections)
        return [s for s in chapters_of(sections, title_of(sections)) if s.index in self.cues]


def main() -> None:
    """Writes the weights, or prints how they do."""
    samples = [_sample(*part) for part in _parts()]
    if "--check" in sys.argv:
        _check(samples)
    else:
        TARGET.write_text(_table(fit(samples)), encoding="utf-8")


def _parts() -> Iterable[tuple[str, Draft, dict[int, Role]]]:
    for path in find_files([HERE.parent / "corpora"], "tuning"):
        for gold in read_marked_file(path).parts:
            yield path.name, gold.draft, dict(gold.roles)


def _sample(file: str, draft: Draft, marked: dict[int, Role]) -> Sample:
    roles = {s.index: marked[s.heading] for s in draft.sections if s.heading in marked}
    told = [draft.sections[index] for index in roles if told_in(draft, draft.sections[index])]
    return Sample(file, draft, roles, {s.index: cues_of(draft, s) for s in told})


def fit(samples: Sequence[Sample]) -> Weights:
    """The weights that marked parts call for."""
    follows = {first: dict.fromkeys([*ROLES, EDGE], BEFOREHAND) for first in [*ROLES, EDGE]}
    for sample in samples:
        order = [sample.roles[s.index] for s in sample.chapters]
        if sample.is_whole and len(order) > 2:
            for first, second in zip([EDGE, *order], [*order, EDGE], strict=True):
                follows[first][second] += 1
    for row in follows.values():
        total = sum(row.values())
        row.update({name: float(np.log(count / total)) for name, count in row.items()})
    return Weights(_regression(samples), follows)  # type: ignore[arg-type]


def _regression(samples: Sequence[Sample]) -> dict[str, dict[Role, float]]:
    """Multinomial logistic regression with an L2 penalty, rare roles weighted up, by Adam."""
    rows = [(s.cues[i], s.roles[i], s.is_whole) for s in samples for i in s.cues]
    names = sorted({name for cues, _, _ in rows for name in cues})
    column = {name: at for at, name in enumerate(names)}
    values = np.zeros((len(rows), len(names)))
    for at, (cues, _, _) in enumerate(rows):
        for name, value in cues.items():
            values[at, column[name]] = value
    wanted = np.zeros((len(rows), len(ROLES)))
    wanted[range(len(rows)), [ROLES.index(role) for _, role, _ in rows]] = 1
    count = Counter(role for _, role, _ in rows)
    share = np.array([(1 if whole else PASSAGE) / count[role] ** 0.5 for _, role, whole in rows])
    share /= share.sum()
    weights = np.zeros((len(names), len(ROLES)))
    mean, square = np.zeros_like(weights), np.zeros_like(weights)
    for step in range(1, STEPS + 1):
        raised = np.exp((score := values @ weights) - score.max(axis=1, keepdims=True))
        given = raised / raised.sum(axis=1, keepdims=True)
        slope = values.T @ ((given - wanted) * share[:, None]) + DRAWN * weights
        mean = 0.9 * mean + 0.1 * slope
        square = 0.99 * square + 0.01 * slope**2
        scale = np.sqrt(square / (1 - 0.99**step)) + 1e-8
        weights -= RATE * (mean / (1 - 0.9**step)) / scale
    # What is rare in the marked parts must not count as unlikely twice: the order says so already.
    weights[column["bias"]] -= 0.25 * np.log([max(count[role], 0.1) for role in ROLES])
    return {
        name: dict(zip(ROLES, weights[at].tolist(), strict=True)) for name, at in column.items()
    }


def _table(weights: Weights) -> str:
    head = "# Made by learning/roles.py from the tuning half of the corpora; do not edit."
    lines = [head, "\t".join(["cue", *ROLES, EDGE])]
    for cue, row in weights.cues.items():
        lines.append("\t".join([cue, *(f"{row[role]:.2f}" for role in ROLES), ""]))
    for first, follows in weights.follows.items():
        lines.append("\t".join([AFTER + first, *(f"{follows[n]:.2f}" for n in [*ROLES, EDGE])]))
    return "\n".join(lines) + "\n"


def _check(samples: Sequence[Sample]) -> None:
    hidden, some, stood = Counter[bool](), Counter[bool](), Counter[bool]()
    for file in sorted({s.file for s in samples if s.is_whole}):
        weights = fit([s for s in samples if s.file != file])
        own = [s for s in samples if s.file == file]
        with patch.object(role_model, "fitted", lambda weights=weights: weights):
            counts = [_hidden(own, 1.0), _hidden(own, 0.3), _as_it_stands(own)]
        for total, count in zip((hidden, some, stood), counts, strict=True):
            total.update(count)
        print(f"{file:<45}", *(_share(count) for count in counts))
    print(f"{'all':<45}", *(_share(count) for count in (hidden, some, stood)))


def _hidden(samples: Sequence[Sample], share: float) -> Counter[bool]:
    """How many chapters with hidden headings get their roles back."""
    chance = random.Random(share)
    right = Counter[bool]()
    for sample in samples:
        chapters = sample.chapters
        if not sample.is_whole or len(chapters) < 3:
            continue
        known = {s.index for s in chapters if chance.random() >= share}
        given = weigh(sample.draft, [Chapter(s, _known(sample, s, known)) for s in chapters])
        right.update(
            given.get(s.index) is sample.roles[s.index] for s in chapters if s.index not in known
        )
    return right


def _known(sample: Sample, section: Section, known: Collection[int]) -> Role | None:
    return sample.roles[section.index] if section.index in known else None


def _as_it_stands(samples: Sequence[Sample]) -> Counter[bool]:
    """How many marked sections get their roles by headings, place and weights together."""
    right = Counter[bool]()
    for sample in samples:
        if not sample.is_whole:
            continue
        read = with_structure(sample.draft).sections
        right.update(read[index].role is role for index, role in sample.roles.items())
    return right


def _share(count: Counter[bool]) -> str:
    total = count.total()
    return f"{count[True]:>4} of {total:<4} {count[True] / total if total else 0:.2f}"


if __name__ == "__main__":
    main()
