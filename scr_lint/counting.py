"""Numbers of things, as they are said: "1 finding", "2 findings"."""

from __future__ import annotations


def counted(number: int, one: str, more: str = "") -> str:
    """A number with what it counts; `more` is the plural where it is not `one` with an s."""
    return f"{number:,} {one if number == 1 else more or one + 's'}"
