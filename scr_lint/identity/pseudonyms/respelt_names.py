"""Chosen names that are spelt in another way somewhere in the draft: "Rowan", "Rowen"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from ...draft import Draft, Span
from ..names.name_words import NAME_WORD, dictionary, first_names, plain
from ..names.spelling import is_slip
from .coded_people import LISTS
from .early_names import is_written_small
from .two_names import DoubleName, Doubt, telling_blocks

_SHORTEST, _LONG = 4, 6  # letters of a name that may be one, and two, letters away from another
_ENDINGS = ("ing", "ed", "s")  # of words that the dictionary has without them


def respelt_names(draft: Draft, chosen: frozenset[str], model: str) -> Iterator[DoubleName]:
    """Each other spelling of the `chosen` names of a draft."""
    long_enough = [name for name in chosen if len(name) >= _SHORTEST and name.isalpha()]
    if not long_enough:
        return
    places: dict[str, list[Span]] = defaultdict(list)
    written: dict[str, str] = {}
    for block in telling_blocks(draft, LISTS):
        for match in NAME_WORD.finditer(block.text):
            word = plain(match[0]).removesuffix("'s")
            if word not in chosen and len(word) >= _SHORTEST:
                places[word].append(Span(block.index, match.start(), match.start() + len(word)))
                written[word] = match[0][: len(word)]
    for word, spans in places.items():
        name = next((n for n in long_enough if _is_respelt(word, n)), "")
        known = word in dictionary(model) or word.endswith(_ENDINGS)
        may_be = bool(name) and (word in first_names() or not known)
        if may_be and not is_written_small(draft, word):
            yield DoubleName(written[word], Doubt.RESPELT, name.capitalize(), spans, 0.8)


def _is_respelt(word: str, name: str) -> bool:
    """Whether a word is a name with a letter or two changed, not one that ends in another way."""
    if word.startswith(name) or name.startswith(word):
        return False
    few = 2 if min(len(word), len(name)) >= _LONG else 1
    return is_slip(word, name, few, swaps=False)
