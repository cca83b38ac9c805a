"""The verbs and phrases by which recommendations ask for something, and how strong they are."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from itertools import product

from .. import vocabulary

Row = Mapping[str, str]

#: Verbs by which the review itself puts a recommendation.
RECOMMENDING = frozenset(
    """recommend propose suggest advise request ask urge invite call require direct like want wish
    expect remind encourage look leave""".split()
)
#: Verbs that urge, and ask for nothing else: "schools are reminded that …".
URGED = frozenset({"remind", "encourage"})
#: Verbs that ask for little even so: "the Board may wish to …", "might usefully explore …".
TENTATIVE = frozenset("wish want like care consider explore reflect look think find".split())
#: Verbs whose passive hands an action to its subject: "the Trust is asked to review …".
ASKED = RECOMMENDING | frozenset("instruct task challenge oblige commission charge mandate".split())


def is_action(word: str) -> bool:
    """Whether a word in lower case is a listed verb in its base form."""
    return word != "be" and word in phrases()


@cache
def phrases() -> Mapping[str, tuple[tuple[tuple[str, ...], Row], ...]]:
    """The listed verbs by their first word: the other words of each phrase, and its row.

    Where words may stand for one another they are parted by strokes: "raise/lift awareness".
    """
    found: dict[str, list[tuple[tuple[str, ...], Row]]] = {}
    for row in vocabulary.load("scr_lint", "actions"):
        if row["strength"] != "hedge":
            for first, *rest in product(*(word.split("/") for word in row["words"].split())):
                found.setdefault(first, []).append((tuple(rest), row))
    return {first: tuple(rows) for first, rows in found.items()}


@cache
def hedges() -> tuple[Row, ...]:
    """The rows for words that leave an action open: "where possible"."""
    rows = vocabulary.load("scr_lint", "actions")
    return tuple(row for row in rows if row["strength"] == "hedge")
