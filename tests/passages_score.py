"""Scores rules on the passages in tests/passages, written by people who did not write the rules.

    python tests/passages_score.py [CODE …] [--half tune|score] [--show]

Rules are written against the tuning half (every other passage); the scoring half is only ever
counted, and --show leaves it alone. Prints for each rule how many flagged passages it finds, how
many passed ones it leaves alone, and with --show the passages it gets wrong. A flagged passage
counts as found when a finding overlaps one of its {marked} words, or anywhere when nothing is
marked.
"""

from __future__ import annotations

import argparse
import re
import tomllib
from dataclasses import dataclass, replace
from pathlib import Path

from scr_lint import Settings, lint_text

FOLDER = Path(__file__).parent / "passages"
_LABELS = {"FND": "Finding 1: ", "REC": "Recommendation 1: "}


@dataclass(frozen=True)
class Score:
    """Passages a rule got right and wrong; marks are {braced} words in flagged passages."""

    found: int
    missed: tuple[str, ...]
    false: tuple[str, ...]
    quiet: int
    marks: int
    marks_found: int

    @property
    def recall(self) -> float:
        return self.found / max(1, self.found + len(self.missed))

    @property
    def precision(self) -> float:
        return self.found / max(1, self.found + len(self.false))


def score(code: str, half: str = "") -> Score:
    """A rule's score on its own file of passages, or on its tuning or scoring half."""
    passages = tomllib.loads((FOLDER / f"{code}.toml").read_text(encoding="utf-8"))["passage"]
    passages = {"tune": passages[0::2], "score": passages[1::2]}.get(half, passages)
    found = quiet = marks_found = marks_all = 0
    missed, false = [], []
    settings = Settings()
    settings = replace(settings, check=replace(settings.check, select=(code,)))
    for passage in passages:
        marks = re.findall(r"\{([^{}]+)\}", passage["text"])
        text = re.sub(r"[{}]", "", passage["text"]).strip()
        text = _labelled(code, text)
        result = lint_text(text, role=passage["role"], settings=settings)
        hits = [loc.text for f in result.findings for loc in f.locations]
        if passage["flagged"]:
            touched = [m for m in marks if any(_overlap(m, h) for h in hits)]
            marks_all += len(marks)
            marks_found += len(touched)
            if touched or (result.findings and not marks):
                found += 1
            else:
                missed.append(passage["text"])
        elif result.findings:
            false.append(f"{hits}: {passage['text']}")
        else:
            quiet += 1
    return Score(found, tuple(missed), tuple(false), quiet, marks_all, marks_found)


def _labelled(code: str, text: str) -> str:
    """The passage as one finding or recommendation of its own."""
    label = _LABELS.get(code[:3], "")
    kind = label[:4].lower()
    if not label or text.lower().startswith(kind) or re.match(r"(?:the )?\w+ learning", text):
        return text
    return label + text


def _overlap(mark: str, hit: str) -> bool:
    mark, hit = " ".join(mark.split()).lower(), " ".join(hit.split()).lower()
    return mark in hit or hit in mark


def main() -> None:
    parser = argparse.ArgumentParser(description="Scores rules on tests/passages.")
    parser.add_argument("codes", nargs="*")
    parser.add_argument("--half", choices=["tune", "score"], default="")
    parser.add_argument("--show", action="store_true", help="print the tuning half's mistakes")
    wanted = parser.parse_args()
    for code in wanted.codes or sorted(p.stem for p in FOLDER.glob("*.toml")):
        result = score(code, "tune" if wanted.show else wanted.half)
        print(
            f"{code}  recall {result.recall:.2f}  precision {result.precision:.2f}"
            f"  marks {result.marks_found}/{result.marks}"
            f"  missed {len(result.missed)}  false {len(result.false)}"
        )
        if wanted.show:
            for text in result.missed:
                print("   MISSED", " ".join(text.split()))
            for text in result.false:
                print("   FALSE ", " ".join(text.split()))


if __name__ == "__main__":
    main()
