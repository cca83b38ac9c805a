"""Learns what each sign is worth by which rules tell how findings explain and what they leave unsaid.

    python learning/explanations.py [--show]

For each of FND001 (only tells what happened), FND002 (blames a label), FND003 (blames want of skill
alone), FND004 (shows no evidence) and FND005 (tells of this case alone), learns from the findings
that are marked for it in the tuning half of the corpora, from the rule's own examples and from `passages.tsv`: findings made up for this, with what each rule
should do with them. Prints how well weights do on each file that were learnt without it, and writes
those learnt from all to `scr_lint/weights/explaining.json`. From the same passages, on the same versions,
come the same weights.

The weights are those of a logistic regression, held small. How much each group of signs may move
is a default of this project, chosen by the figures on the files left out.
"""

from __future__ import annotations

import argparse
import csv
import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from figures import report
from logistic import learn, left_out
from marked_drafts import marked_for
from rows import Scaled
from scr_lint.rules.findings.case_only import CaseOnly
from scr_lint.rules.findings.descriptive_finding import DescriptiveFinding
from scr_lint.rules.findings.evidence_not_shown import EvidenceNotShown
from scr_lint.rules.findings.label_as_cause import LabelAsCause
from scr_lint.rules.findings.labels import find_labels
from scr_lint.rules.findings.places import row_of, set_out
from scr_lint.rules.findings.skills_only import SkillsOnly

from scr_lint import Draft, Role
from scr_lint.causes.explanation import explain
from scr_lint.causes.signs import Signs, find_signs, with_forms
from scr_lint.causes.skills import TELLINGS
from scr_lint.causes.weighing import LEAST, SAYING
from scr_lint.evaluation.gold import Gold
from scr_lint.evaluation.notes import Verdict
from scr_lint.language import analyse
from scr_lint.readers.text import parse
from scr_lint.rule import Layer
from scr_lint.structure.sections import with_structure

HERE = Path(__file__).resolve().parent
OUT = HERE.parent / "scr_lint" / "weights" / "explaining.json"
RULES = (DescriptiveFinding, LabelAsCause, SkillsOnly, EvidenceNotShown, CaseOnly)
CODES = tuple(rule.code for rule in RULES)
#: How far each group of signs may move the whole: several hundred numbers say little each.
SCALES = {"counts": 0.3, "tags": 0.1, "vector": 0.1}
#: Signs that fewer passages have teach nothing.
SEEN = 12
#: Files that are learnt from and never left out.
ALWAYS = "made up"


@dataclass(frozen=True)
class Passage:
    """A finding, the file it stands in, its signs by rule, and which rules should find it or not."""

    file: str
    text: str
    signs: Mapping[str, Signs]
    wanted: Mapping[str, bool]


def passages() -> Iterator[Passage]:
    """All that is learnt from."""
    for file, gold in marked_for(*CODES):
        yield from _marked(file, gold)
    for rule in RULES:
        for examples, find in ((rule.flagged, True), (rule.passed, False)):
            for example in examples:
                yield from _made_up(example.text, example.role, {rule.code: find})
    with (HERE / "passages.tsv").open(encoding="utf-8") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            wanted = {code: row[code] == "find" for code in CODES if row[code] != "either"}
            yield from _made_up(f"Finding 1: {row['text']}", Role.FINDINGS, wanted)


def _marked(file: str, gold: Gold) -> Iterator[Passage]:
    wanted: dict[int, dict[str, bool]] = {}
    for e in gold.expected:
        if e.code in CODES and e.verdict != Verdict.EITHER:
            wanted.setdefault(e.block, {})[e.code] = e.verdict == Verdict.FIND
    if wanted:
        draft = analyse(gold.draft, Layer.PARSE)
        for _, own in set_out(draft):
            said = next((wanted[i] for i in own.blocks if i in wanted), None)
            if said:
                yield _passage(file, draft, row_of(draft, own), said)


def _made_up(text: str, role: Role | None, wanted: Mapping[str, bool]) -> Iterator[Passage]:
    draft = analyse(with_structure(parse(text, ""), role), Layer.PARSE)
    for _, own in set_out(draft):
        yield _passage(ALWAYS, draft, row_of(draft, own), wanted)


def _passage(file: str, draft: Draft, blocks: Sequence[int], wanted: Mapping[str, bool]) -> Passage:
    labels = [label.piece for label in find_labels(draft, [draft.blocks[i] for i in blocks])]
    why = find_signs(draft, blocks, explain(draft, [blocks])[0], labels)
    others = {name: count for name, count in why.counts.items() if name not in TELLINGS}
    signs = {code: replace(why, counts=others) for code in wanted} | {SkillsOnly.code: why}
    for code in SAYING.keys() & wanted.keys():
        signs[code] = with_forms(draft, blocks, SAYING[code](draft, blocks))
    text = "\n".join(draft.blocks[i].text for i in blocks)
    return Passage(file, text, signs, wanted)


class Table:
    """The signs of passages as rows of numbers, each group scaled by how far it may move."""

    def __init__(self, found: Sequence[Signs], with_vectors: bool) -> None:
        self.counts = _often(name for signs in found for name in signs.counts)
        self.tags = _often(tag for signs in found for tag in signs.tags)
        groups = {
            "counts": [[signs.counts.get(name, 0.0) for name in self.counts] for signs in found],
            "tags": [[signs.tags.get(tag, 0.0) for tag in self.tags] for signs in found],
        }
        if with_vectors:
            groups["vector"] = [list(signs.vector) for signs in found]
        self.scaled = Scaled({name: np.array(rows) for name, rows in groups.items()}, SCALES)
        self.rows = self.scaled.rows

    def weights(self, worth: np.ndarray) -> dict[str, object]:
        """What was learnt, for the signs as they come."""
        bias, each = self.scaled.weights(worth)
        return {
            "bias": bias,
            "counts": dict(zip(self.counts, each["counts"], strict=True)),
            "tags": dict(zip(self.tags, each["tags"], strict=True)),
            "vector": each.get("vector", []),
        }


def _often(names: Iterable[str]) -> list[str]:
    """The signs that enough passages show."""
    return sorted(name for name, passages in Counter(names).items() if passages >= SEEN)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--show", action="store_true", help="print what the figures leave wrong")
    args = parser.parse_args()
    every = list(passages())
    made: dict[str, dict[str, object]] = {}
    for code in CODES:
        found = [p for p in every if code in p.wanted]
        files, wanted = [p.file for p in found], np.array([p.wanted[code] for p in found])
        made[code] = {}
        for name, with_vectors in (("with vectors", True), ("without vectors", False)):
            table = Table([p.signs[code] for p in found], with_vectors)
            print(f"{code} {name}, each file by weights learnt without it:")
            likely = left_out(files, table.rows, wanted, always={ALWAYS})
            real = np.array([file != ALWAYS for file in files])
            kept = [p for p in found if p.file != ALWAYS]
            texts = [p.text[:400] for p in kept] if args.show else []
            said = likely[real] >= LEAST[code]
            report([p.file for p in kept], wanted[real], said, likely[real], texts)
            made[code][name] = table.weights(learn(table.rows, wanted))
    OUT.write_text(json.dumps(made, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
