"""Cuts a block's text where findings begin and end, so that each piece has one set of findings."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ...result import Severity

#: Places longer than this are marked lightly: a page of bright paragraphs shows nothing.
_BROAD = 160


@dataclass(frozen=True, slots=True)
class Mark:
    """A place of a finding in a block: the finding's number, and which of its places it is."""

    finding: int
    place: int
    start: int
    end: int
    severity: Severity
    title: str

    @property
    def anchor(self) -> str:
        """The id of the reference after the marked words."""
        return f"m{self.finding}-{self.place}"

    @property
    def is_broad(self) -> bool:
        """Long enough to be marked lightly."""
        return self.end - self.start > _BROAD


@dataclass(frozen=True, slots=True)
class Piece:
    """Some text, the findings it belongs to, and the marks that end after it.

    `severity` is the worst of its findings, None outside all marks.
    """

    text: str
    findings: tuple[int, ...]
    severity: Severity | None
    is_broad: bool
    ends: tuple[Mark, ...]


def pieces(text: str, marks: Sequence[Mark]) -> tuple[Piece, ...]:
    """The text in pieces, in order; marks may overlap, touch or be empty."""
    last = len(text)
    cuts = sorted({0, last, *(_within(at, last) for m in marks for at in (m.start, m.end))})
    starts = cuts[:-1] or [0]
    found: list[Piece] = []
    for start, end in zip(starts, cuts[1:] or [last], strict=True):
        inside = [m for m in marks if m.start < end and m.end > start]
        ends = [m for m in marks if _ends_here(m, start, end, last)]
        found.append(
            Piece(
                text=text[start:end],
                findings=tuple(dict.fromkeys(m.finding for m in inside)),
                severity=min((m.severity for m in inside), key=lambda s: s.rank, default=None),
                is_broad=all(m.is_broad for m in inside),
                ends=tuple(sorted(ends, key=lambda m: m.finding)),
            )
        )
    return tuple(found)


def _within(at: int, last: int) -> int:
    return min(max(at, 0), last)


def _ends_here(mark: Mark, start: int, end: int, last: int) -> bool:
    """True if the piece from `start` to `end` is the one that a mark's reference follows."""
    at = _within(mark.end, last)
    return start < at <= end or (at == 0 == start)
