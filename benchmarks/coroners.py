"""Are the dead called by name found, in what coroners wrote to prevent other deaths?

    python benchmarks/coroners.py FILE.csv [--reports 400] [--seed 2016] [--jobs 2] [--show]

FILE is a table of reports to prevent future deaths with the columns "url", "investigation",
"circumstances" and "concerns", as in `ons_replication/data/all_tagged_reports.csv` of the source
archive of the Python package pfd-toolkit (the reports are under the Open Government Licence). They
are the nearest public prose to a case review: one person's last months, told service by service,
with the name left in. The last part of a report's address is the name of whoever died ("…/ann-lowe/"),
so who has to be found is known without anybody's labels.

Counts PRV001 on a drawn sample: by mention (each stretch of words that are of that name, begin with a
capital and do not go on into the name of something else) and by person, where all mentions, and where
at least one, are found. Reports that do not hold two words of the name side by side are left out, since
their address may say something else. What it finds beside is not counted: relatives, staff and
experts are named too.
"""

from __future__ import annotations

import argparse
import csv
import random
import re
import sys
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from scr_lint import Settings, lint_text
from scr_lint.settings import settings_from

_PARTS = {
    "investigation": "Investigation and inquest",
    "circumstances": "Circumstances of the death",
    "concerns": "The coroner's concerns",
}
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]{2,})*")
_ENDING = re.compile(r"['’]s$")
#: In an address, but in nobody's name.
_NO_NAME = re.compile(
    r"^(?:\d+|and|the|of|ref|report|reports|prevention|future|deaths?|baby|child|mr|mrs|ms|dr)$"
)
#: What turns a surname into the name of something else ("Lowe Ward").
_THING = re.compile(
    r"\s(?:Hospitals?|Infirmary|Wards?|Road|Street|Lane|Avenue|Close|House|Court|Centre|Clinic|Surgery|"
    r"School|Academy|College|University|Park|Prison|Trust|Council|Unit|Police|Coroner)\b"
)
_AROUND = 60


@dataclass(frozen=True)
class Counted:
    """A report's mentions of whoever died: those found, and the surroundings of those missed."""

    url: str
    found: int
    missed: tuple[str, ...]
    beside: tuple[str, ...]


def name_in(url: str) -> frozenset[str]:
    """The words of the name that a report's address ends in, in small letters."""
    words = url.rstrip("/").rsplit("/", 1)[-1].split("-")
    return frozenset(w for w in words if len(w) > 1 and not _NO_NAME.match(w))


def mentions(text: str, name: frozenset[str]) -> Iterator[tuple[int, int]]:
    """The stretches of a text that are of that name: where each begins and ends."""
    run: list[tuple[int, int]] = []
    for word in [*_WORD.finditer(text), None]:
        if word is not None:
            bare = _ENDING.sub("", word.group())
            ours = bare[0].isupper() and bare.casefold() in name
            if ours and (not run or text[run[-1][1] : word.start()].strip(" -") == ""):
                run.append((word.start(), word.start() + len(bare)))
                continue
        if run and not _THING.match(text, run[-1][1]):
            yield run[0][0], run[-1][1]
        run = []
        if word is not None and ours:
            run = [(word.start(), word.start() + len(bare))]


def count(row: dict[str, str], settings: Settings) -> Counted | None:
    """What PRV001 finds of a report; None where its address is no name that it holds."""
    name = name_in(row["url"])
    text = "\n\n".join(
        f"## {heading}\n\n{row[column].strip()}"
        for column, heading in _PARTS.items()
        if row[column].strip()
    )
    result = lint_text(text, settings=settings)
    spans: dict[int, list[tuple[int, int]]] = {}
    for finding in result.findings:
        for at in finding.locations:
            spans.setdefault(at.block, []).append((at.start, at.end))
    found, missed, seen, whole = 0, [], set(), False
    for block in result.draft.blocks:
        for start, end in mentions(block.text, name):
            whole |= " " in block.text[start:end].strip()
            hit = next((s for s in spans.get(block.index, []) if s[0] < end and start < s[1]), None)
            if hit:
                found += 1
                seen.add((block.index, hit))
            else:
                missed.append(_shown(block.text, start, end))
    if not whole:
        return None
    beside = tuple(
        _shown(result.draft.blocks[block].text, *span)
        for block, all_of in spans.items()
        for span in all_of
        if (block, span) not in seen
    )
    return Counted(row["url"], found, tuple(missed), beside)


def _shown(text: str, start: int, end: int) -> str:
    before, after = text[max(0, start - _AROUND) : start], text[end : end + _AROUND]
    return f"{before}[[{text[start:end]}]]{after}".replace("\n", " ")


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("file", type=Path)
    parser.add_argument("--reports", type=int, default=400, help="how many are drawn")
    parser.add_argument("--seed", type=int, default=2016)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--show", choices=["missed", "beside"], help="print these")
    given = parser.parse_args()
    csv.field_size_limit(sys.maxsize)
    with given.file.open(encoding="utf-8", newline="") as opened:
        rows = [row for row in csv.DictReader(opened) if len(name_in(row["url"])) > 1]
    drawn = random.Random(given.seed).sample(rows, min(given.reports, len(rows)))
    only = settings_from({"check": {"select": ["PRV001"]}})
    with ProcessPoolExecutor(given.jobs) as pool:
        counted = [c for c in pool.map(partial(count, settings=only), drawn, chunksize=8) if c]
    if given.show:
        for c in counted:
            for line in getattr(c, given.show):
                print(c.url.rstrip("/").rsplit("/", 1)[-1], line, sep="\t")
    if not counted:
        parser.exit(1, "No report drawn names whoever died: is this a table of such reports?\n")
    found, missed = sum(c.found for c in counted), sum(len(c.missed) for c in counted)
    people = len(counted)
    print(f"{people} of {len(drawn)} reports name whoever died")
    print(f"mentions found {found} of {found + missed}, recall {found / (found + missed):.3f}")
    for words, held in (
        ("all mentions found", sum(not c.missed for c in counted)),
        ("at least one found", sum(c.found > 0 for c in counted)),
    ):
        print(f"people with {words}: {held} of {people}, {held / people:.3f}")
    print(f"names found beside: {sum(len(c.beside) for c in counted)}")


if __name__ == "__main__":
    main()
