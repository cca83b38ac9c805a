"""Signs, numbers and word vectors as rows of numbers to learn from, and weights for them as they come."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence

import numpy as np

from scr_lint.vector_weights import Signs

#: How far a sign, and each number of a vector, may move the whole.
TAG, VECTOR = 0.3, 0.05
#: Signs that fewer have teach nothing.
SEEN = 5


class Present:
    """Signs that are there or not, as rows of ones and noughts; those that fewer than `least` show
    are left out."""

    def __init__(self, found: Sequence[Collection[str]], least: int) -> None:
        seen = Counter(sign for signs in found for sign in set(signs))
        self.names = sorted(sign for sign, n in seen.items() if n >= least)
        self.rows = np.array([[n in signs for n in self.names] for signs in found], dtype=float)

    def weights(self, worth: np.ndarray) -> dict[str, object]:
        """What was learnt, by sign; signs worth nothing are left out."""
        each = {s: round(float(w), 3) for s, w in zip(self.names, worth, strict=False)}
        signs = {sign: worth for sign, worth in each.items() if worth}
        return {"bias": round(float(worth[-1]), 3), "signs": signs}


class Scaled:
    """Groups of numbers, each with a middle of 0 and scaled by how far its group may move the whole."""

    def __init__(self, groups: Mapping[str, np.ndarray], scales: Mapping[str, float]) -> None:
        self.widths = {name: numbers.shape[1] for name, numbers in groups.items()}
        raw = np.hstack(list(groups.values())).astype(float)
        scale = np.concatenate([np.full(n, scales[name]) for name, n in self.widths.items()])
        self.middle, self.unit = raw.mean(0), scale / (raw.std(0) + 1e-9)
        self.rows = (raw - self.middle) * self.unit

    def weights(self, worth: np.ndarray) -> tuple[float, dict[str, list[float]]]:
        """The bias, and the weights of each group, for the numbers as they come."""
        each = worth[:-1] * self.unit
        groups, at = {}, 0
        for name, width in self.widths.items():
            groups[name] = [round(float(w), 4) for w in each[at : at + width]]
            at += width
        return round(float(worth[-1] - each @ self.middle), 4), groups


class Table:
    """Signs as rows of numbers, scaled by how far each may move, and word vectors: by `vector`."""

    def __init__(self, found: Sequence[Signs], with_vectors: bool, vector: float = VECTOR) -> None:
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
                self.units[name] = vector / (each.std(0) + 1e-9)
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
