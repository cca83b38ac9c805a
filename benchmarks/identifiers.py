"""Names, telephone numbers, e-mail and street addresses in sentences that somebody else labelled.

    python benchmarks/identifiers.py FILE.json [--show PERSON]

FILE is in the form of presidio-research: a list of {"full_text", "spans": [{"entity_type",
"start_position", "end_position"}]}. Prints recall and precision for each kind, ours beside those of
Presidio's default analyser on the same language model, and of all kinds together. A span counts as found where a hit
touches it; a hit is false where it touches no span of its kind (a place that is part of another
labelled place is not counted against a street).
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

from scr_lint import lint_text
from scr_lint.evaluation.others import presidio_default

Hit = tuple[str, int, int]
KINDS = ("PERSON", "PHONE_NUMBER", "EMAIL_ADDRESS", "STREET_ADDRESS")
_OURS = {"PRV001": "PERSON", "PRV005": "STREET_ADDRESS"}
# What PRV006 says that it found.
_SAID = {"a telephone number": "PHONE_NUMBER", "an e-mail address": "EMAIL_ADDRESS"}
_THEIRS = {**{kind: kind for kind in KINDS}, "LOCATION": "STREET_ADDRESS"}
# What else is labelled as a place: a hit there is no false street.
_PLACES = {"GPE", "ZIP_CODE", "ORGANIZATION"}


def ours(text: str) -> Iterator[Hit]:
    """What our rules find. Web addresses and accounts (PRV006, too) are of none of these kinds."""
    # A blank line would begin another paragraph, and an asterisk or a hash is Markdown's.
    flat = "".join(c if c not in "\n\r\t#*_`|<>[]\\" else " " for c in text)
    for finding in lint_text(flat, role="analysis").findings:
        kind = _OURS.get(finding.rule) or next(
            (kind for words, kind in _SAID.items() if words in finding.message), ""
        )
        for place in finding.locations if kind else ():
            # Read as one line, with single spaces: the place in the text as it was labelled.
            words = r"\s+".join(map(re.escape, place.text.split()))
            at = re.compile(words).search(flat, place.start)
            # What cannot be placed touches nothing, and counts as false.
            yield (kind, *at.span()) if at else (kind, 0, 0)


def theirs() -> Callable[[str], Iterator[Hit]]:
    """What Presidio finds as it comes."""
    engine = presidio_default()

    def run(text: str) -> Iterator[Hit]:
        for hit in engine.analyze(text, language="en", score_threshold=0.35):
            if kind := _THEIRS.get(hit.entity_type):
                yield kind, hit.start, hit.end

    return run


def count(
    rows: Iterable[dict[str, Any]], run: Callable[[str], Iterable[Hit]], show: str
) -> Counter[str]:
    """Found, missed and false hits by kind."""
    counts: Counter[str] = Counter()
    for row in rows:
        text = row["full_text"]
        marked = [(s["entity_type"], s["start_position"], s["end_position"]) for s in row["spans"]]
        hits = list(run(text))
        for kind, start, end in marked:
            if kind in KINDS:
                hit = any(k == kind and s < end and start < e for k, s, e in hits)
                counts[f"{kind} {'found' if hit else 'missed'}"] += 1
                if kind == show and not hit:
                    print("missed:", repr(text[start:end]), "|", repr(text[:120]))
        for kind, start, end in hits:
            touched = {k for k, s, e in marked if s < end and start < e}
            if kind in touched or (kind == "STREET_ADDRESS" and touched & _PLACES):
                continue
            counts[f"{kind} false"] += 1
            if kind == show:
                print("false:", repr(text[start:end]), "|", repr(text[:120]))
    return counts


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("file", type=Path)
    parser.add_argument("--show", default="", help="print what is missed and false of one kind")
    given = parser.parse_args()
    rows = json.loads(given.file.read_text(encoding="utf-8"))
    for name, run, show in (("scr-lint", ours, given.show), ("Presidio", theirs(), "")):
        counts = count(rows, run, show)
        for kind in (*KINDS, "all"):
            sums = [
                sum(
                    n
                    for key, n in counts.items()
                    if key.endswith(end) and (kind == "all" or key.startswith(kind))
                )
                for end in ("found", "missed", "false")
            ]
            found, missed, false = sums
            recall, precision = found / max(1, found + missed), found / max(1, found + false)
            print(
                f"{name:9} {kind:15} found {found:4} missed {missed:4} false {false:4}  "
                f"recall {recall:.3f}  precision {precision:.3f}"
            )


if __name__ == "__main__":
    main()
