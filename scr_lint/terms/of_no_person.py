"""The acronyms of a draft, without the letters and the names of people.

`find_acronyms` reads the text alone and takes for a short form whatever looks like one. Nobody should be
advised to write out somebody's initials, nor to use the name beside them instead.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ..draft import Draft, Span
from ..identity.names.personal_names import find_people
from ..identity.pseudonyms.initials import find_initials
from ..once import once
from ..settings import Settings
from .acronyms import Acronym, find_acronyms


@once
def acronyms_in(draft: Draft, settings: Settings) -> tuple[Acronym, ...]:
    """The short forms of a draft that stand for no person; needs its parse and entities."""
    initials = {one.letters.replace(".", "") for one in find_initials(draft, settings)}
    named = [span for person in find_people(draft, settings) for span in person.mentions]
    return tuple(_without_people(find_acronyms(draft), initials, named))


def _without_people(
    acronyms: tuple[Acronym, ...], initials: set[str], named: list[Span]
) -> Iterator[Acronym]:
    for acronym in acronyms:
        if acronym.short in initials:
            continue
        uses = tuple(u for u in acronym.uses if not any(u.overlaps(name) for name in named))
        if uses or acronym.definitions or not acronym.uses:
            yield replace(acronym, uses=uses)
