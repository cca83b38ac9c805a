"""How recommendations are numbered, and which of them go on in a list of their own."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from ..draft import Block
from ..structure.items import is_bullet
from .asking import asks

#: A code of the author's own before each recommendation: "N1.", "HW3:".
_CODED = re.compile(r"(?P<code>(?P<series>[A-Z]{1,3})\d{1,2}[a-z]?)\s?[.:)–—-]+\s+(?=\S)")
#: Of the paragraphs beside it in the same way of numbering, how many ask for something.
_BESIDE = 2


def codes_of(blocks: Sequence[Block]) -> dict[int, re.Match[str]]:
    """The codes that paragraphs begin with, by block, where two or more are of one series."""
    found = {b.index: match for b in blocks if not b.number and (match := _CODED.match(b.text))}
    series = [match["series"] for match in found.values()]
    return {at: match for at, match in found.items() if series.count(match["series"]) > 1}


def way_of(number: str) -> str:
    """The way in which a paragraph is numbered: "11.4" and "2.13" as "1.1"."""
    return re.sub(r"[a-z]+", "a", re.sub(r"\d+", "1", number.lower())).strip("().: ")


def heads_of_lists(blocks: Sequence[Block], title: str) -> frozenset[int]:
    """The numbered paragraphs that go on in a list under them, and are recommendations as a whole.

    "3. Professionals should ensure that they: – attend supervision; …", "4. The following are
    recommended: (a) …". They stand among others of the same way of numbering that ask for
    something; a paragraph that only introduces the recommendations does not.
    """
    numbered = [b for b in blocks if b.number and not is_bullet(b)]
    asking = [way_of(b.number) for b in numbered if asks(b, title)]
    found = set()
    for block, below in pairwise(blocks):
        way = way_of(block.number)
        opens = block in numbered and block.text.rstrip().endswith((":", ": –", ": -"))
        under = is_bullet(below) or below.level > block.level or way_of(below.number) != way
        listed = bool(below.number) or is_bullet(below)
        if opens and listed and under and asking.count(way) >= _BESIDE:
            found.add(block.index)
    return frozenset(found)
