"""Names that the settings allow: who stands in the draft on purpose, also by title and surname."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ...draft import Span
from ...settings import Names
from .name_candidates import Candidate
from .name_weighing import key_of
from .name_words import plain

MALE = frozenset({"mr", "sir", "lord", "baron"})
FEMALE = frozenset({"mrs", "ms", "miss", "dame", "lady", "baroness"})


def allowed_among(candidates: Sequence[Candidate], names: Names) -> frozenset[Span]:
    """Where a draft names somebody whom [names] allow names: as written there, and where that is
    a full name, by a title and the surname.

    A surname is somebody else's too where the draft gives it with another first name, or with
    titles of a man and of a woman: then it is not left alone.
    """
    allowed = {plain(" ".join(name.split())) for name in names.allow}
    if not allowed:
        return frozenset()
    whole = [c for c in candidates if key_of(c) in allowed]
    surnames = {name.split()[-1] for name in allowed if " " in name}
    titled = [
        c
        for surname in surnames
        for c in _with_title(candidates, surname)
        if not _is_shared(candidates, surname, allowed)
    ]
    return frozenset(Span(c.block, c.start, c.end) for c in (*whole, *titled))


def _with_title(candidates: Iterable[Candidate], surname: str) -> list[Candidate]:
    return [c for c in candidates if c.title and key_of(c) == surname and not c.initials]


def _is_shared(candidates: Sequence[Candidate], surname: str, allowed: set[str]) -> bool:
    """Whether the draft gives a surname to somebody who is not allowed."""
    others = any(
        len(c.words) > 1 and plain(c.words[-1]) == surname and key_of(c) not in allowed
        for c in candidates
    )
    titles = {c.title for c in candidates if c.title and plain(c.words[-1]) == surname}
    return others or bool(titles & MALE and titles & FEMALE)
