"""Which acronyms of a draft not every reader knows."""

from __future__ import annotations

from ..draft import Draft
from ..settings import Settings
from .acronyms import Acronym
from .of_no_person import acronyms_in
from .same_words import is_miswritten


def strange_to_readers(draft: Draft, settings: Settings) -> list[Acronym]:
    """The acronyms that not every reader knows, in the order in which they first occur.

    Without those that many readers know ("NSPCC"), codes for people, and slips of the pen for
    another one.
    """
    return [
        acronym
        for acronym in acronyms_in(draft, settings)
        if not acronym.is_known
        and not acronym.is_debatable
        and (acronym.definitions or not is_miswritten(draft, acronym))
    ]
