"""Signs and word vectors as rows of numbers, for what is learnt from both."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import numpy as np

from scr_lint.identity.places.place_signs import Signs

#: How far a sign, and each number of a vector, may move the whole.
TAG, VECTOR = 0.3, 0.05
#: Signs that fewer have teach nothing.
SEEN = 5


class Table:
    """Signs as rows of numbers, scaled by how far each may move."""

    def __init__(self, found: Sequence[Signs], with_vectors: bool) -> None:
        seen = Counter(tag for s in found for tag in s.tags)
        self.tags = sorted(tag for tag, n in seen.items() if n >= SEEN)
        at = {tag: i for i, tag in enumerate(self.tags)}
        tags = np.zeros((len(found), len(self.tags)))
        for row, signs in zip(tags, found, strict=True):
            row[[at[tag] for tag in signs.tags if tag in at]] = TAG
        groups = [tags]
        self.units: dict[str, np.ndarray] = {}
        if with_vectors:
            for name in sorted({name for s in found for name in s.vectors}):
                width = next(len(s.vectors[name]) for s in found if name in s.vectors)
                each = np.array([s.vectors.get(name, np.zeros(width)) for s in found])
                self.units[name] = VECTOR / (each.std(0) + 1e-9)
                groups.append(each * self.units[name])
        self.rows = np.hstack(groups)

    def weights(self, worth: np.ndarray) -> dict[str, object]:
        """What was learnt, for the signs as they come; signs worth next to nothing are left out."""
        tags = {t: round(float(w) * TAG, 3) for t, w in zip(self.tags, worth, strict=False)}
        vectors, at = {}, len(self.tags)
        for name, unit in self.units.items():
            vectors[name] = [round(float(w), 3) for w in worth[at : at + len(unit)] * unit]
            at += len(unit)
        small = {tag: worth for tag, worth in tags.items() if abs(worth) >= 0.005}
        return {"bias": round(float(worth[-1]), 4), "tags": small, "vectors": vectors}
