"""Passages made up to learn from: parted by lines of "---", what is to be found marked "[x:words]"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from figures import MADE_UP

from scr_lint import Draft, Role, Span
from scr_lint.readers.text import parse
from scr_lint.structure.sections import with_structure

#: They are left out in so many turns.
TURNS = 8
_MARK = re.compile(r"\[([a-z]):([^\]]*)\]")


def made_up(file: Path, letter: str = "") -> Iterator[tuple[str, Draft, list[Span]]]:
    """Each passage of a file: the name it is left out under, its text as a draft, the places marked
    with a letter, or with any."""
    for n, passage in enumerate(file.read_text(encoding="utf-8").split("---\n")[1:]):
        draft, marks = read_passage(passage, Role.ANALYSIS)
        yield (
            f"{MADE_UP} {n % TURNS}",
            draft,
            [place for said, place in marks if letter in {"", said}],
        )


def read_passage(passage: str, role: Role | None) -> tuple[Draft, list[tuple[str, Span]]]:
    """A passage as a draft, and each mark's letter and place."""
    draft = with_structure(parse(_MARK.sub(r"\2", passage), ""), role)
    marks: list[tuple[str, Span]] = []
    for mark in _MARK.finditer(passage):
        before = _MARK.sub(r"\2", passage[: mark.start()]).count(mark[2])
        places = [
            Span(block.index, *match.span())
            for block in draft.blocks
            for match in re.finditer(re.escape(mark[2]), block.text)
        ]
        marks.append((mark[1], places[before]))
    return draft, marks


def is_among(places: Sequence[Span], _draft: Draft, span: Span) -> bool:
    """Whether a place is one of those marked in a passage."""
    return any(place.overlaps(span) for place in places)
