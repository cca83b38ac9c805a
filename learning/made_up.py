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
        draft = with_structure(parse(_MARK.sub(r"\2", passage), ""), Role.ANALYSIS)
        marks: list[Span] = []
        for mark in _MARK.finditer(passage):
            if letter not in {"", mark[1]}:
                continue
            before = _MARK.sub(r"\2", passage[: mark.start()]).count(mark[2])
            places = [
                Span(block.index, *match.span())
                for block in draft.blocks
                for match in re.finditer(re.escape(mark[2]), block.text)
            ]
            marks.append(places[before])
        yield f"{MADE_UP} {n % TURNS}", draft, marks


def is_among(places: Sequence[Span], _draft: Draft, span: Span) -> bool:
    """Whether a place is one of those marked in a passage."""
    return any(place.overlaps(span) for place in places)
