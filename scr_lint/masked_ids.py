"""Ids of private findings that may be shown wherever masked output may.

The id of a finding is made from its words, and a short digest of a name can be guessed from a list
of names. The masked id is made from nothing but what masked output shows anyway: the rule, first
letters and lengths, and the masked words around them. So it tells nobody anything, stays the same
while the draft changes elsewhere, and can be accepted and stand in a baseline like any other id.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterable
from typing import TYPE_CHECKING

from .draft import Draft
from .masking import mask_text

if TYPE_CHECKING:
    from .result import Finding

_MASKED = re.compile(r".+-m[0-9a-f]{6}")
#: Words on either side that tell one place from another; more would change with every edit.
_AROUND = 4


def is_masked_id(given: str) -> bool:
    """Whether an id was shown by masked output for a private finding."""
    return _MASKED.fullmatch(given) is not None


def masked_ids(masked: Draft, findings: Iterable[Finding]) -> dict[str, str]:
    """The masked id of each private finding, by its own id.

    `masked` is the masked draft; `findings` are all that the draft has, those left out too, so
    that leaving some out renumbers no other.
    """
    seen: Counter[tuple[str, str]] = Counter()
    ids: dict[str, str] = {}
    for finding in sorted(findings, key=_place):
        if not finding.private or is_masked_id(finding.id):
            continue
        # The least of all places, so that a further mention seldom changes it.
        place = min(
            (
                _digest(mask_text(loc.text), *_around(masked, loc.block, loc.start, loc.end))
                for loc in finding.locations
            ),
            default="",
        )
        seen[finding.rule, place] += 1
        digest = _digest(finding.rule, place, str(seen[finding.rule, place]))
        ids[finding.id] = f"{finding.rule}-m{digest[:6]}"
    return ids


def _around(masked: Draft, block: int, start: int, end: int) -> tuple[str, str]:
    text = masked.blocks[block].text
    before, after = text[:start].split()[-_AROUND:], text[end:].split()[:_AROUND]
    return " ".join(before), " ".join(after)


def _place(finding: Finding) -> tuple[int, int, str]:
    first = finding.locations[0] if finding.locations else None
    return (first.block, first.start, finding.rule) if first else (-1, -1, finding.rule)


def _digest(*parts: str) -> str:
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()
