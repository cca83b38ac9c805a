"""How likely a code or a name is a second one for somebody, by all its signs.

What a sign is worth was learnt from marked drafts and passages: `learning/codes.py` makes the
weights, and says how well they do on files that they were not learnt from.
"""

from __future__ import annotations

from collections.abc import Iterable

from ...learnt import sign_weights

_FILE = "codes.json"
CODE, NAME = "code", "name"


def likely(kind: str, signs: Iterable[str]) -> float:
    """How likely a `CODE` or a `NAME` with these signs is a second one: from 0 to 1."""
    return sign_weights(_FILE, kind).likely(signs)
