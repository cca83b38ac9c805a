"""Short forms, and the words they are short for, in sentences that somebody else labelled.

    python benchmarks/acronyms.py FILE.json [--show]

FILE is in the form of the acronym extraction task of SDU@AAAI-22: a list of {"text", "acronyms",
"long-forms"}, with [start, end] for each. Prints precision, recall and F1 of short forms and of
pairs. A short form counts where both ends agree, apart from the s of a plural or possessive and from
brackets, commas and the like, which some labels take in. A pair counts where both ends of its long form agree, apart from an article and quotation marks, as the
labels do not say which short form a long form belongs to.

The labels take in units, times and abbreviations of single words ("kg", "p.m.", "No."), and the parts
of the symbols of papers ("ECE/TRANS/WP.29/2011/3"), which are no acronyms and which we leave alone. So
short forms are counted twice more: among those that are written with two capital letters or more, and
with such units, times and parts added to what we find, by two patterns that are in this file and nowhere
else ("as labelled").
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter
from pathlib import Path
from typing import Any

from scr_lint import Block, Draft
from scr_lint.terms.acronyms import find_acronyms

Ends = tuple[int, int]
_AROUND = "()[]\"”’',;: "
_PLURAL = re.compile(r"(?:['’]s|s['’]|(?<=[A-Z])s)$")
_ARTICLE = re.compile(r"\W*(?:(?:the|an?)\s)?", re.IGNORECASE)
_SHOWN = 60
#: What the labels count as short forms and we do not.
_UNITS = re.compile(
    r"""(?<![\w.])[ap]\.m\b\.?|°C|\bUS\$
      |(?<=\d\s)(?:kg|km/h|mm|kW|kWh|ppb|ppm|mg|kg/l|Mt|GHz|MHz)\b|\bO3\b|\bH\.E\.""",
    re.VERBOSE,
)
_PAPER = re.compile(r"(?<![\w/])[A-Z]{2}[A-Z.]*\d*(?:/[A-Z][A-Z.]*\d*)*/(?:\d|[A-Z][a-z])[\w/.-]*")
_PART = re.compile(r"(?![IVX]+(?:/|$))[A-Z]{2,}(?:\.\d+)?(?=/|$)")


def ours(text: str) -> tuple[set[Ends], set[Ends]]:
    """The short forms that we find in a text, and the long forms that we pair them with."""
    short, long = set(), set()
    for acronym in find_acronyms(Draft("", "text", (Block(0, text),))):
        for place in (*acronym.uses, *(d.span for d in acronym.definitions)):
            short.add((place.start, place.end))
        long |= {(d.words.start, d.words.end) for d in acronym.definitions if d.words}
    return short, long


def as_labelled(text: str) -> set[Ends]:
    """Units, times and parts of symbols, which the labels count as short forms."""
    found = {unit.span() for unit in _UNITS.finditer(text)}
    for paper in _PAPER.finditer(text):
        found |= {
            (paper.start() + part.start(), paper.start() + part.end())
            for part in _PART.finditer(paper.group())
        }
    return {short_ends(text, ends) for ends in found}


def short_ends(text: str, ends: Ends) -> Ends:
    """Without the s of a plural or possessive, nor what stands around it."""
    start, end = ends
    words = text[start:end]
    start, end = end - len(words.lstrip(_AROUND)), start + len(words.rstrip(_AROUND))
    ending = _PLURAL.search(text[start:end])
    return start, end - len(ending.group()) if ending and end - start > 2 else end


def long_ends(text: str, ends: Ends) -> Ends:
    """Without an article and what is no word at either end."""
    start, end = ends
    words = text[start:end]
    article = _ARTICLE.match(words)
    return start + (article.end() if article else 0), start + len(words.rstrip(" \"'”’,.)"))


def _with(found: set[Ends], added: set[Ends]) -> set[Ends]:
    """What is found, and what is added where nothing is found."""
    return found | {a for a in added if not any(f[0] < a[1] and a[0] < f[1] for f in found)}


def has_capitals(text: str, ends: Ends) -> bool:
    """Whether a short form is written with two capital letters or more."""
    return sum(c.isupper() for c in text[slice(*ends)]) > 1


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("file", type=Path)
    parser.add_argument("--show", action="store_true", help="print what is missed and false most")
    given = parser.parse_args()
    rows: list[dict[str, Any]] = json.loads(given.file.read_text(encoding="utf-8"))
    counts: dict[str, Counter[str]] = {}
    words: Counter[str] = Counter()
    for row in rows:
        text = row["text"]
        short, long = ours(text)
        found = {short_ends(text, e) for e in short}
        marked = {short_ends(text, (e[0], e[1])) for e in row["acronyms"]}
        capitals = [{e for e in ends if has_capitals(text, e)} for ends in (found, marked)]
        pairs = {long_ends(text, e) for e in long}
        marked_pairs = {long_ends(text, (e[0], e[1])) for e in row["long-forms"]}
        kinds = {
            "short forms": (found, marked),
            "as labelled": (_with(found, as_labelled(text)), marked),
            "two capitals": (capitals[0], capitals[1]),
            "pairs": (pairs, marked_pairs),
        }
        for name, (hits, labels) in kinds.items():
            count = counts.setdefault(name, Counter())
            count["found"] += len(hits & labels)
            count["missed"] += len(labels - hits)
            count["false"] += len(hits - labels)
            words.update(f"{name} missed: {text[slice(*e)]}" for e in labels - hits)
            words.update(f"{name} false: {text[slice(*e)]}" for e in hits - labels)
    for name, count in counts.items():
        recall = count["found"] / max(1, count["found"] + count["missed"])
        precision = count["found"] / max(1, count["found"] + count["false"])
        f1 = 2 * precision * recall / max(1e-9, precision + recall)
        print(
            f"{name:12} found {count['found']:5} missed {count['missed']:5} "
            f"false {count['false']:5}  precision {precision:.3f}  recall {recall:.3f}  F1 {f1:.3f}"
        )
    for line, number in words.most_common(_SHOWN) if given.show else ():
        print(f"{number:5}  {line}")


if __name__ == "__main__":
    main()
