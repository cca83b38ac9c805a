"""Of which kind of person a passage says something: a child, one of the family, a worker, a body."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .children import PERSONAL, who_is
from .mentions import Cast, Who
from .said_of import concerned, owner_of

if TYPE_CHECKING:
    from spacy.tokens import Token


def said_of(word: Token, cast: Cast) -> list[Who | None]:
    """Whom a word is said of, each by kind; None for those that no word shows to be a person.

    Of a thing, its owner: "her attitude was slapdash" is said of her. An empty list means that the
    clause names nobody: "Refused entry."
    """
    holders = list(concerned(word))
    return [_kind(holder, cast) for holder in holders]


def _kind(holder: Token, cast: Cast) -> Who | None:
    found = who_is(holder, cast)
    if found is None and holder.lower_ not in PERSONAL and (owner := owner_of(holder)) is not None:
        return who_is(owner, cast)
    return found
