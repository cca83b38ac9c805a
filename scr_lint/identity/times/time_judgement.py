"""How likely a date is of a birth, a death or the case, and a stretch of time an age, by all its signs.

What a sign is worth was learnt from dates and ages that people marked: `learning/times.py` makes the weights,
and says how well they do on files that they were not learnt from.
"""

from __future__ import annotations

from enum import StrEnum

from ...draft import Block, Draft
from ...learnt import sign_weights
from .ages import TimeSpan
from .dates import DateMention
from .time_signs import signs_of

_FILE = "times.json"


class Of(StrEnum):
    """What a date or a stretch of time may be of, by the rule that finds it."""

    LIFE = "PRV002"
    CASE = "PRV003"
    AGE = "PRV004"


def likely(of: Of, draft: Draft, block: Block, time: DateMention | TimeSpan) -> float:
    """How likely a date or a stretch of time in a parsed block is of that kind: from 0 to 1.

    `Of.CASE` supposes that nobody was born or died on it.
    """
    return sign_weights(_FILE, of).likely(signs_of(draft, block, time))
