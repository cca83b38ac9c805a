"""Counts a rule's findings on published, well-edited prose, where few should fire.

    python benchmarks/false_alarms.py FOLDER_OR_FILE … --select TON001,TON003 [--show]

Prints findings, words and findings per 1,000 words, for each rule and for all of them together.
"""

from __future__ import annotations

import argparse
from collections import Counter

from scr_lint import DraftError, lint_each
from scr_lint.settings import settings_from


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("paths", nargs="+")
    parser.add_argument("--select", default="", help="rule codes, by comma; all without it")
    parser.add_argument("--show", action="store_true", help="print each finding")
    given = parser.parse_args()
    select = [code for code in given.select.split(",") if code]
    settings = settings_from({"check": {"select": select}})
    found: Counter[str] = Counter()
    words = drafts = 0
    for outcome in lint_each(given.paths, settings=settings):
        if isinstance(outcome, DraftError):
            print(f"not read: {outcome}")
            continue
        drafts += 1
        words += outcome.draft.words
        found.update(finding.rule for finding in outcome.findings)
        for finding in outcome.findings if given.show else ():
            print(finding.rule, [location.text for location in finding.locations][:5])
    for code, count in sorted(found.items()):
        print(f"{code}  {count} findings  {1000 * count / words:.2f} per 1,000 words")
    print(f"all  {found.total()} findings in {drafts} drafts of {words:,} words")
    print(f"     {1000 * found.total() / max(1, words):.2f} per 1,000 words")


if __name__ == "__main__":
    main()
