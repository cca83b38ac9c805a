"""Learns what each sign of a possible name is worth: how likely it is somebody's.

    python name_finder/train.py --without privacy/ --out BLIND
    python name_finder/weigh.py --finder BLIND [--show]

Learns from every possible name in the files of the tuning half where names are marked, and in the
examples of PRV001. Of other files only what looks like no name is learnt from: people are named in
many of them, and a name that nobody marked would teach that it is none. The name finder's word is taken from one that has not
met the pages of names: ours has, so it would be trusted too far. Prints how well weights do on each file that were learnt without it,
and writes those learnt from all to `scr_lint/weights/naming.json`. From the same passages, on the same
versions, come the same weights.

The weights are those of a logistic regression, held near what was expected of them (`expected.tsv`): first of each mention by itself, then of
that together with the other mentions of its draft (`scr_lint/identity/names/name_weighing.py`).
"""

from __future__ import annotations

import argparse
import csv
import json
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

import numpy as np
from scr_lint.rules.privacy.personal_name import PersonalName

from scr_lint import Draft, Span
from scr_lint.evaluation.corpus import find_files, read_marked_file
from scr_lint.evaluation.notes import Verdict
from scr_lint.identity.names.name_candidates import Candidate
from scr_lint.identity.names.name_weighing import DRAFT_SIGNS, Weights, signs_of_others
from scr_lint.identity.names.name_words import Look
from scr_lint.identity.names.personal_names import ENOUGH, possible_names, private_names
from scr_lint.language import DEFAULT_MODEL, analyse, load_model
from scr_lint.readers.text import parse
from scr_lint.rule import Layer
from scr_lint.settings import Settings, settings_from
from scr_lint.structure.sections import with_structure

HERE = Path(__file__).resolve().parent
OUT = HERE.parent / "scr_lint" / "weights" / "naming.json"
CODE = PersonalName.code
#: What it counts in an example of the rule, which says in few words what many passages have.
EXAMPLE_COUNTS = 3.0
#: Files in which names are not marked, though many people are named.
WITH_PEOPLE = frozenset(
    """long PRV014 CHD PLN003 PRV005 sentences third-tone fifth-tone voices-tone voices-child further-child
    voices-structure voices-layouts further-layouts fifth-plain third-plain fifth-short-c fifth-short-d
    fifth-short-f""".split()
)
#: What a candidate counts that looks like no name, in a file where names are not marked.
UNMARKED_COUNTS = 0.5
_NO_NAME = frozenset({Look.ORDINARY, Look.SURNAME, Look.UNKNOWN})
#: Signs that fewer candidates have teach nothing.
SEEN = 10
#: How much it costs a weight to be far from what was expected: of a mention's own signs, and of the draft's.
HELD, HELD_BY_DRAFT = 10.0, 0.5
#: Files that are learnt from and never left out.
ALWAYS = "made up"


@dataclass(frozen=True)
class Passage:
    """A passage's possible names, their signs, and which of them are somebody's (None where either
    is right); `missed` are marked names that no candidate touches."""

    file: str
    text: tuple[str, ...]
    candidates: list[Candidate]
    signs: list[list[str]]
    wanted: list[bool | None]
    missed: int
    counts: float


def unmarked(folder: Path) -> Iterator[Passage]:
    """What looks like no name in the files in which names are not marked."""
    for path in find_files([folder], "tuning"):
        for gold in read_marked_file(path).parts:
            people = path.stem in WITH_PEOPLE or path.parent.parent.name == "privacy"
            if gold.rules and CODE not in gold.rules and not people:
                draft = analyse(gold.draft, Layer.PARSE | Layer.ENTITIES)
                yield _no_names(_passage(ALWAYS, draft, Settings(), [], [], UNMARKED_COUNTS))


def passages(folder: Path) -> Iterator[Passage]:
    """The possible names of the files in which names are marked, and of the examples."""
    for path in find_files([folder], "tuning"):
        for gold in read_marked_file(path).parts:
            if gold.rules and CODE not in gold.rules:
                continue
            marks = {
                verdict: [
                    e.span
                    for e in gold.expected
                    if e.code == CODE and e.verdict == verdict and e.span is not None
                ]
                for verdict in Verdict
            }
            draft = analyse(gold.draft, Layer.PARSE | Layer.ENTITIES)
            file = path.stem if "-names" in path.stem else path.parent.parent.name
            names, either = marks[Verdict.FIND], marks[Verdict.EITHER]
            yield _passage(file, draft, Settings(), names, either)
    for example in (*PersonalName.flagged, *PersonalName.passed):
        draft = with_structure(parse(example.text, ""), example.role)
        marks_of = [
            Span(block.index, at, at + len(words))
            for words in example.marks
            for block in draft.blocks
            for at in range(len(block.text))
            if block.text.startswith(words, at)
        ]
        settings = settings_from(example.settings) if example.settings else Settings()
        draft = analyse(draft, Layer.PARSE | Layer.ENTITIES)
        yield _passage(ALWAYS, draft, settings, marks_of, [], EXAMPLE_COUNTS)


def _no_names(passage: Passage) -> Passage:
    """Of a passage in which nobody marked names, those candidates that can hardly be any."""
    wanted = [
        False if not c.title and not c.initials and _NO_NAME.issuperset(c.looks) else None
        for c in passage.candidates
    ]
    return replace(passage, wanted=wanted)


def _passage(
    file: str,
    draft: Draft,
    settings: Settings,
    names: Sequence[Span],
    either: Sequence[Span],
    counts: float = 1.0,
) -> Passage:
    candidates, signs = possible_names(draft, DEFAULT_MODEL)
    spans = [Span(c.block, c.start, c.end) for c in candidates]
    private = private_names(draft, settings, candidates)
    wanted: list[bool | None] = [
        True
        if any(span.overlaps(name) for name in names)
        else None
        if not own or any(span.overlaps(other) for other in either)
        else False
        for span, own in zip(spans, private, strict=True)
    ]
    missed = sum(not any(span.overlaps(name) for span in spans) for name in names)
    text = tuple(
        draft.blocks[c.block].text[max(0, c.start - 50) : c.start]
        + "[["
        + draft.blocks[c.block].text[c.start : c.end]
        + "]]"
        + draft.blocks[c.block].text[c.end : c.end + 50]
        for c in candidates
    )
    return Passage(file, text, candidates, signs, wanted, missed, counts)


@dataclass(frozen=True)
class Learnt:
    """Weights, the last of them the bias, and the inverse of the bend of the surface at them."""

    worth: np.ndarray
    inverse: np.ndarray


def learn(
    rows: np.ndarray,
    wanted: np.ndarray,
    counts: np.ndarray,
    expected: np.ndarray,
    held: float,
    near: Learnt | None = None,
) -> Learnt:
    """Weights by Newton's method. Where nearly the same was learnt before, its bend will do."""
    hold = held * np.eye(rows.shape[1])
    hold[-1, -1] = 1e-6
    worth = expected if near is None else near.worth
    inverse = hold if near is None else near.inverse
    for _ in range(60):
        likely = 1 / (1 + np.exp(-rows @ worth))
        slope = rows.T @ ((likely - wanted) * counts) + hold @ (worth - expected)
        if near is None:
            bent = (rows * np.sqrt(likely * (1 - likely) * counts)[:, None]).astype(np.float32)
            inverse = np.linalg.inv(bent.T @ bent + hold)
        step = inverse @ slope
        worth = worth - step
        if abs(step).max() < 0.003:
            break
    return Learnt(worth, inverse)


class Table:
    """The signs of all candidates as rows of noughts and ones."""

    def __init__(self, found: Sequence[Passage]) -> None:
        seen = Counter(s for p in found for signs in p.signs for s in set(signs))
        expected = _expected()
        self.names = sorted({s for s, n in seen.items() if n >= SEEN} | set(expected) - {"bias"})
        self.expected = np.array([expected.get(name, 0.0) for name in (*self.names, "bias")])
        at = {name: n for n, name in enumerate(self.names)}
        self.file = np.array([p.file for p in found for _ in p.candidates])
        self.known = np.array([w is not None for p in found for w in p.wanted])
        self.wanted = np.array([bool(w) for p in found for w in p.wanted])
        self.counts = np.array([p.counts for p in found for _ in p.candidates])
        self.rows = np.zeros((len(self.file), len(self.names) + 1))
        self.rows[:, -1] = 1
        every = (signs for p in found for signs in p.signs)
        for row, signs in zip(self.rows, every, strict=True):
            row[[at[s] for s in signs if s in at]] = 1

    def learn(self, without: str, near: Learnt | None = None) -> Learnt:
        """What signs are worth by all candidates but those of a file."""
        use = self.known & (self.file != without)
        wanted = self.wanted[use].astype(float)
        return learn(self.rows[use], wanted, self.counts[use], self.expected, HELD, near)

    def learn_of_draft(self, rows: np.ndarray, without: str) -> Learnt:
        """What the rest of the draft is worth, by the same."""
        use = self.known & (self.file != without)
        wanted = self.wanted[use].astype(float)
        nothing = np.zeros(rows.shape[1])
        return learn(rows[use], wanted, self.counts[use], nothing, HELD_BY_DRAFT)


@cache
def _expected() -> dict[str, float]:
    with (HERE / "expected.tsv").open(encoding="utf-8") as file:
        lines = (line for line in file if not line.startswith("#"))
        rows = csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
        return {row["sign"]: float(row["worth"]) for row in rows}


def of_draft(found: Sequence[Passage], alone: np.ndarray) -> np.ndarray:
    """What each draft says of its candidates, given the evidence of each by itself."""
    rows: list[list[float]] = []
    at = 0
    for p in found:
        own = [float(x) for x in alone[at : at + len(p.candidates)]]
        at += len(p.candidates)
        for signs in signs_of_others(p.candidates, p.signs, own):
            rows.append([*(float(signs.get(name, 0.0)) for name in DRAFT_SIGNS), 1.0])
    return np.array(rows)


def left_out(
    found: Sequence[Passage], table: Table
) -> tuple[np.ndarray, np.ndarray, dict[str, Weights]]:
    """The evidence of each candidate by weights learnt without its file, by itself and in its
    draft; and those weights by file, "" for what was learnt from all."""
    whole = table.learn("")
    each = {"": whole}
    alone = table.rows @ whole.worth
    for file in sorted(set(table.file) - {ALWAYS}):
        each[file] = table.learn(file, whole)
        out = table.file == file
        alone[out] = table.rows[out] @ each[file].worth
    rows = of_draft(found, alone)
    in_draft = np.zeros(len(alone))
    learnt: dict[str, Weights] = {}
    for file, own in each.items():
        draft = table.learn_of_draft(rows, file)
        out = table.file == file
        in_draft[out] = rows[out] @ draft.worth
        learnt[file] = _weights(table, own.worth, draft.worth)
    return alone, in_draft, learnt


def _weights(table: Table, own: np.ndarray, draft: np.ndarray) -> Weights:
    return Weights(
        round(float(own[-1]), 3),
        {n: round(float(w), 3) for n, w in zip(table.names, own, strict=False) if abs(w) >= 0.005},
        round(float(draft[-1]), 3),
        {n: round(float(w), 3) for n, w in zip(DRAFT_SIGNS, draft, strict=False)},
    )


def report(found: Sequence[Passage], table: Table, evidence: np.ndarray, show: bool) -> None:
    """Prints the figures by file, and the candidates got wrong."""
    texts = np.array([text for p in found for text in p.text])
    for file in [*sorted(set(table.file) - {ALWAYS}), "all"]:
        own = table.known & ((table.file == file) | ((file == "all") & (table.file != ALWAYS)))
        said = evidence >= ENOUGH
        never = sum(p.missed for p in found if file in {p.file, "all"})
        right, asked = (own & said & table.wanted).sum(), (own & table.wanted).sum()
        print(
            f"{file:24}{right} of {asked + never} found, {never} never asked about; "
            f"{(own & said & ~table.wanted).sum()} of {(own & ~table.wanted).sum()} false"
        )
        if show and file != "all":
            wrong = own & (said != table.wanted)
            for at in sorted(np.flatnonzero(wrong), key=lambda n: evidence[n]):
                kind = "missed" if table.wanted[at] else "false"
                print(f"  {evidence[at]:6.2f} {kind}: {texts[at]!r}")


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("--finder", type=Path, required=True, help="a finder new to the names")
    parser.add_argument("--show", action="store_true", help="print what the figures leave wrong")
    args = parser.parse_args()
    corpora = HERE.parent / "corpora"
    found = list(unmarked(corpora))
    load_model().get_pipe("ner").from_disk(args.finder, exclude=["vocab"])  # type: ignore[attr-defined]
    found += passages(corpora)
    table = Table(found)
    alone, evidence, learnt = left_out(found, table)
    print("each file by weights learnt without it, mentions by themselves:")
    report(found, table, alone, False)
    print("and with the others of their draft:")
    report(found, table, evidence, args.show)
    whole = learnt[""]
    made = {
        "bias": whole.bias,
        "signs": whole.signs,
        "draft_bias": whole.draft_bias,
        "draft": whole.draft,
    }
    OUT.write_text(json.dumps(made, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
