"""Prints how well weights do on files that were learnt without them."""

from __future__ import annotations

import re
from collections.abc import Sequence

import numpy as np

#: How the names of passages begin that were made up to learn from; a number at the end is their turn.
MADE_UP = "made up"


def report(
    files: Sequence[str],
    wanted: np.ndarray,
    said: np.ndarray,
    likely: np.ndarray | None = None,
    texts: Sequence[str] = (),
) -> None:
    """Prints what was found and what was false, file by file and in all.

    `wanted` and `said` hold for each row whether it is one to find, and whether it was found; with
    `texts`, those got wrong are printed by how `likely` they were.
    """
    names = np.array([re.sub(r" \d+$", "", file) for file in files])
    made_up = np.array([name.startswith(MADE_UP) for name in names])
    parts = [(name, names == name) for name in sorted(set(names))]
    parts.append(("all", np.ones(len(names), bool)))
    if made_up.any() and not made_up.all():
        parts.append(("all that was not made up", ~made_up))
    for name, own in parts:
        right, false = (said & wanted & own).sum(), (said & ~wanted & own).sum()
        asked, others = (wanted & own).sum(), (~wanted & own).sum()
        print(f"{name:34}{right} of {asked} found; {false} of {others} false")
    if likely is not None and texts:
        for at in np.argsort(likely, kind="stable"):
            if said[at] != wanted[at]:
                kind = "missed" if wanted[at] else "false"
                print(f"  {likely[at]:.2f} {kind}: {files[at]} {texts[at]!r}")


def around(text: str, start: int, end: int) -> str:
    """Some words of a text in brackets, with a little of what stands before and after."""
    return f"{text[max(0, start - 90) : start]}[[{text[start:end]}]]{text[end : end + 60]}"
