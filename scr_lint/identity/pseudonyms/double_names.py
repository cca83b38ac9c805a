"""People whom a draft calls by more than one name: a code and their own name, or two codes.

First all whom the draft calls by a code, by a chosen name and by name are collected, each with what
is told of them; then every code and every name is weighed by its signs (`double_signs`). Two things
need no weighing: a chosen name before the sentence that declares it, and one spelt in another way.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...draft import Draft, Span
from ...persons.mentions import Who
from ...settings import Settings
from ..names.name_words import plain
from ..names.personal_names import Person
from .coded_people import KIN, Coded
from .double_judgement import CODE, NAME, likely
from .double_signs import INTRODUCED, other_of, signs_of_code, signs_of_name
from .early_names import early_names
from .initials import find_initials
from .naming import Naming, naming_of
from .respelt_names import respelt_names
from .two_names import DoubleName, Doubt, telling_blocks

ENOUGH = {CODE: 0.8, NAME: 0.75}
#: In a whole draft there are many codes that nothing explains: what is joined to no other needs more.
_WHOLE, _ENOUGH_ALONE = 1500, 0.9  # words
#: A code or a name that the draft uses throughout is its own.
_SELDOM = 3
_FAMILY = frozenset({Who.CHILD, Who.FAMILY})


def find_double_names(draft: Draft, settings: Settings) -> list[DoubleName]:
    """The people of a parsed draft whom it calls by more than one name."""
    naming = naming_of(draft, settings)
    respelt = list(respelt_names(draft, naming.chosen, settings.check.model))
    initials = list(_initials(draft, settings))
    told = {plain(double.name) for double in (*respelt, *initials)}
    return [
        *(d for d in (*_names(draft, naming), *_codes(draft, naming)) if plain(d.name) not in told),
        *early_names(draft, settings.names),
        *respelt,
        *initials,
    ]


def _initials(draft: Draft, settings: Settings) -> Iterator[DoubleName]:
    """Letters of a name that the draft has, and those that are a name cut short."""
    for one in find_initials(draft, settings):
        if one.of:
            forms = [m for m in one.of.mentions if _stands_beside(m, one.mentions)]
            places = sorted({*forms, *one.mentions}, key=lambda s: (s.block, s.start))
            yield DoubleName(one.of.name, Doubt.BESIDE, one.letters, places, one.confidence)
        elif one.cut_short:
            yield DoubleName(one.letters, Doubt.INITIALS, "", one.mentions, one.confidence)


def _stands_beside(name: Span, letters: list[Span]) -> bool:
    """Whether letters stand in brackets behind a name, or before it."""
    near = (s for s in letters if s.block == name.block)
    return any(0 <= s.start - name.end <= 3 or 0 <= name.start - s.end <= 3 for s in near)


def _codes(draft: Draft, naming: Naming) -> Iterator[DoubleName]:
    """Second codes; of two that are joined to each other, the likelier one."""
    found: dict[str, tuple[float, str, list[Span]]] = {}
    for one in naming.coded:
        chance = likely(CODE, signs_of_code(draft, naming, one))
        if chance >= ENOUGH[CODE] and len(one.mentions) <= _SELDOM and _has_another(naming, one):
            other = next((o for m in one.mentions if (o := other_of(draft, naming, m))), "")
            if other or naming.words < _WHOLE or chance >= _ENOUGH_ALONE:
                found[one.words] = chance, other, one.mentions
    for words, (chance, other, places) in found.items():
        if found.get(other, (0.0,))[0] <= chance:
            doubt = Doubt.TWO_CODES if other else Doubt.UNTOLD
            yield DoubleName(words, doubt, other, places, round(chance, 2))


def _has_another(naming: Naming, one: Coded) -> bool:
    """Whether the draft names anybody who could be the same person: the only child among the codes of
    workers has no other code, whether or not a key gives it."""
    if one.who is not Who.CHILD:
        return True
    others = (c for c in naming.coded if c is not one)
    return bool(naming.chosen) or any(c.who is not Who.STAFF for c in others)


def _names(draft: Draft, naming: Naming) -> Iterator[DoubleName]:
    """Names of people who have a code or a chosen name, or seem to."""
    if not naming.chosen and not any(_is_person(naming, one) for one in naming.coded):
        return
    for person in naming.named:
        if (
            person.name.isupper()
            or not person.name[0].isalpha()
            or all(_is_in_address(draft, m) for m in person.mentions)
        ):
            continue
        signs = signs_of_name(draft, naming, person)
        chance = likely(NAME, signs)
        if chance < ENOUGH[NAME] or INTRODUCED in signs:
            continue
        others = {m: other for m in person.mentions if (other := other_of(draft, naming, m))}
        most = _SELDOM if any(c.who in _FAMILY for c in naming.coded) else 1
        if not others and len(person.mentions) > most:
            continue
        places = _places(draft, person, list(others)) + _in_hashtags(draft, person)
        doubt = Doubt.BESIDE if others else Doubt.NAMED
        yield DoubleName(
            person.name, doubt, next(iter(others.values()), ""), places, round(chance, 2)
        )


def _is_person(naming: Naming, one: Coded) -> bool:
    """Whether a code is somebody's for certain: it has a noun for people or a number, is told, or
    does something. "RC" under a table is a unit, and "HC-B" a make of propeller."""
    if one.words in naming.told or one.kind not in {"letters", "initials", "letter"}:
        return True
    return one.words in KIN or one.which.isdigit() or one.acts


def _places(draft: Draft, person: Person, beside: list[Span]) -> list[Span]:
    """Where a name stands for a code: with one beside it, where it is written as it is there, and
    where the first name stands alone. Another form of the name is a matter of names only."""
    if not beside:
        return person.mentions
    forms = {plain(draft.text_at(m)) for m in beside} | {plain(person.words[0])}
    return [m for m in person.mentions if m in beside or plain(draft.text_at(m)) in forms]


def _in_hashtags(draft: Draft, person: Person) -> list[Span]:
    """Hashtags and account names that hold the first word of a name: "#justiceforkieran"."""
    name = plain(person.words[0])
    if len(name) < 4:
        return []
    pattern = re.compile(rf"[#@]\w*{re.escape(name)}\w*", re.IGNORECASE)
    return [
        Span(b.index, *m.span()) for b in telling_blocks(draft) for m in pattern.finditer(b.text)
    ]


def _is_in_address(draft: Draft, mention: Span) -> bool:
    """Whether a name is that of a house: a street follows it."""
    return any(
        e.label == "STREET_ADDRESS"
        and e.span.block == mention.block
        and 0 <= e.span.start - mention.end <= 2
        for e in draft.entities
    )
