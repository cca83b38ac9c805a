"""What a place in a file is: somewhere that words can stand, and how they have to be seen there."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from scr_lint.draft import Kind, Visibility

#: The words that stand in each place; "Before." and "After." stand around it.
PLANTED = "the planted words"


@dataclass(frozen=True)
class Place:
    """A file with the planted words in one place, and how a reader has to see them.

    `particular` is the property that holds them, where no block does; `between` is true where
    they stand between "Before." and "After.". `number` is the number printed before them.
    """

    name: str
    make: Callable[[Path], Path]
    seen: Visibility = Visibility.SHOWN
    kind: Kind = Kind.PARAGRAPH
    origin: str = ""
    particular: str = ""
    between: bool = True
    number: str = ""

    @property
    def file(self) -> str:
        """A file name that says which place it is."""
        return self.name.replace(" ", "-")
