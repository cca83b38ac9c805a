"""Whether a word is another with a slip or two in its spelling."""

from __future__ import annotations


def is_slip(one: str, other: str, most: int, *, swaps: bool = True) -> bool:
    """Whether one word becomes the other by at most `most` letters changed, lost or put in; with
    `swaps`, two neighbours that changed places are one slip (Damerau 1964), and otherwise two."""
    if abs(len(one) - len(other)) > most:
        return False
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, a in enumerate(one, 1):
        before, last, row = row, before, [i]
        for j, b in enumerate(other, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (a != b))
            if swaps and i > 1 and j > 1 and a == other[j - 2] and one[i - 2] == b:
                cost = min(cost, last[j - 2] + 1)
            row.append(cost)
    return row[-1] <= most
