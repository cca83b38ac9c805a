"""The names of the months, as words and as the inside of a regular expression."""

from __future__ import annotations

ENGLISH = tuple(
    "January February March April May June July August September October November December".split()
)
WELSH = tuple(
    "Ionawr Chwefror Mawrth Ebrill Mai Mehefin Gorffennaf Awst Medi Hydref Tachwedd Rhagfyr".split()
)
#: Alternatives without a group of their own: rf"(?:{MONTH})\b".
MONTH = "|".join(ENGLISH)
WELSH_MONTH = "|".join(WELSH)
#: As diaries and logs have them. "May" is its own short form.
SHORT_MONTH = "Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec"
