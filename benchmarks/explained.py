"""How many of a report's findings count as explained, by what FND001 goes by.

    python benchmarks/explained.py REPORT… [--about LABELS]

Prints each finding and whether it explains. Reports on accidents are a good trial: their
findings say what led to what, and were written by people trained to. Not all of their findings are
about causes ("it could not be established whether …", "both trains were travelling at a normal
speed"): name by --about the labels of those that are, as a reader judges, for the share among them.
For the railway report that stands in our trials those are 1, 4, 5, 7 and 8 (5.1, 5.4, 5.5, 5.7 and
5.8 are the same, told again); for the report on an engine, the "Contributing safety factors".
"""

from __future__ import annotations

import argparse
from pathlib import Path

from scr_lint import lint
from scr_lint.causes.explanation import explain
from scr_lint.causes.weighing import explains
from scr_lint.language import analyse
from scr_lint.rule import Layer


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("reports", nargs="+", type=Path)
    parser.add_argument("--about", default="", help="labels of the findings about causes, by comma")
    args = parser.parse_args()
    about = {label.strip(". ").lower() for label in args.about.split(",") if label.strip()}
    counted = explained = 0
    for path in args.reports:
        draft = analyse(lint(path).draft, Layer.PARSE)
        passages = [own.blocks for own in draft.review_findings]
        for own, blocks, why in zip(
            draft.review_findings, passages, explain(draft, passages), strict=True
        ):
            does = explains(draft, blocks, why)
            meant = not about or own.label.strip(". ").lower() in about
            counted += meant
            explained += meant and does
            mark = "explained" if does else "not"
            shown = f"{mark:10}  {own.label} {own.text[:90]}".replace("\n", " ")
            print(shown if meant else f"          (left out)  {own.label}")
    print(f"{explained} of {counted} explained ({explained / max(1, counted):.0%})")


if __name__ == "__main__":
    main()
