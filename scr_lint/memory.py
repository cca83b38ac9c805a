"""Keeps the garbage collector out of the way where much is made that lives on."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def uncollected() -> Iterator[None]:
    """Collects no garbage meanwhile.

    Collecting goes through all that is there, a loaded language model too, the more often the more
    is made: a sixth of the time of reading a long PDF, and three quarters of loading a dictionary.
    """
    collects = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collects:
            gc.enable()
