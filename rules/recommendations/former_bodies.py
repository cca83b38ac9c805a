"""The list of bodies that have ended: where a text names one, when it ended, who has its work."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

from scr_lint import vocabulary
from scr_lint.about_review.review_date import ReviewDate

Row = Mapping[str, str]

_FORMER = re.compile(
    r"\b(?:former|old|late|erstwhile|predecessor\w*|successor\w*)\b[^.;]{0,25}$|"
    r"\((?:and )?(?:not|no longer|formerly|previously|once|then|was|replaced|replacing)\b[^.;()]{0,40}$",
    re.I,
)


def bodies_in(text: str, about: str) -> Iterator[tuple[tuple[int, int], Row]]:
    """The former bodies that a text names, where they stand; the longest name where two overlap."""
    end = 0
    for match in pattern().finditer(text.replace("’", "'")):
        row = _rows()[_key(match[0])]
        after = text[match.end() :].lstrip().lower()
        another = any(after.startswith(w.strip().lower()) for w in row["followed"].split(";") if w)
        if another or _FORMER.search(text[: match.start()]) or match.start() < end:
            continue
        if row["about"] and row["about"] not in about.lower():
            continue
        end = match.end()
        yield match.span(), row


@cache
def pattern() -> re.Pattern[str]:
    """Every name without regard to case, every short form as written."""
    full, short = [], []
    for row in vocabulary.load(__package__, "former_bodies"):
        full += [re.escape(name.strip()) for name in row["words"].split(";")]
        short += [re.escape(name.strip()) for name in row["short"].split(";") if name]
    full.sort(key=len, reverse=True)
    names = "|".join(re.sub(r"y$", "(?:y|ies)", name) for name in full)
    return re.compile(rf"(?<![\w'])(?:(?i:(?:{names})s?)|(?:{'|'.join(short)})s?)(?!\w)")


@cache
def _rows() -> Mapping[str, Row]:
    return {
        _key(name): row
        for row in vocabulary.load(__package__, "former_bodies")
        for name in (*row["words"].split(";"), *row["short"].split(";"))
        if name
    }


def _key(name: str) -> str:
    name = name.strip().lower()
    return re.sub(r"ies$", "y", name) if name.endswith("ies") else name.removesuffix("s")


def ended(row: Row) -> tuple[int, int]:
    year, month = row["ended"].split("-")
    return int(year), int(month)


def successor(row: Row, when: ReviewDate | None) -> str:
    """Who took over, and from them in turn, as far as the review's date."""
    name = row["successor"]
    later = _rows().get(_key(re.sub(r"^the ", "", name)))
    if later is not None and when is not None and when.is_after(*ended(later)):
        return successor(later, when)
    return name
