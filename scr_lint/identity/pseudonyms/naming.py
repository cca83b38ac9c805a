"""How a draft names people: by codes and where these are told, by chosen names, by their own."""

from __future__ import annotations

from dataclasses import dataclass, replace

from ...draft import Draft, Span
from ...once import once
from ...persons.mentions import known_as
from ...settings import Settings
from ..names.name_words import plain
from ..names.personal_names import Person, Standing, find_people
from .coded_people import Coded, by_block, find_coded
from .scheme import find_scheme
from .told_codes import Told, told_codes


@dataclass(frozen=True)
class Naming:
    """How a draft names people.

    `coded` are those with a code and `told` where codes are explained; `places` holds by block where a
    code is met; `chosen` are the names declared not to be the real ones, `named` the people named
    outright, and `words` the length of the draft.
    """

    coded: tuple[Coded, ...]
    told: dict[str, tuple[Told, Span]]
    places: dict[int, list[tuple[Span, Coded]]]
    chosen: frozenset[str]
    named: tuple[Person, ...]
    words: int


@once
def naming_of(draft: Draft, settings: Settings) -> Naming:
    """How a parsed draft names people."""
    coded = find_coded(draft)
    own = {plain(name) for name in settings.names.pseudonyms}
    codes = {plain(one.words) for one in coded}
    chosen = frozenset(
        name
        for name in find_scheme(draft, settings.names).declared
        if name in own or not (len(name) < 3 or name in codes or known_as(name))
    )
    places = by_block(coded)
    named = [p for p in find_people(draft, settings) if p.standing is Standing.PRIVATE]
    named = [replace(p, mentions=[m for m in p.mentions if _is_free(m, places)]) for p in named]
    words = sum(len(b.text.split()) for b in draft.blocks)
    return Naming(
        coded, told_codes(draft), places, chosen, tuple(p for p in named if p.mentions), words
    )


def _is_free(span: Span, places: dict[int, list[tuple[Span, Coded]]]) -> bool:
    """Whether no code is met at a place."""
    coded = places.get(span.block, ())
    return not any(c.start < span.end and span.start < c.end for c, _ in coded)
