"""Numbers of doors that stand for a home once its street was named: "back to 14", "police enter 112b"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...draft import Draft, Span, Visibility

_DOOR = re.compile(r"(?:(?:[Nn]o\.?|[Nn]umber|[Ff]lat)\s)?(?P<number>\d{1,4}[a-zA-Z]?),?\s[A-Z]")
# What leads to a door, whose letter leaves little doubt, and what does to a bare number, which may be an age or a count.
_TO_LETTERED = r"(?:at|to|from|outside|inside|near|enter(?:s|ed|ing)?|visit(?:s|ed|ing)?|left|leaves|raid(?:s|ed)?|search(?:es|ed)?)"
_TO_BARE = (
    r"(?:went|gone|go(?:es|ing)?|c[ao]me|coming|walk\w*|ran|drove|driven|returned|taken|sent|round|moved) (?:back |round |over |across )?(?:to|from)|"
    r"(?:police|officers|crews?|ambulance|workers?|SW\d?|HV\d?) (?:enter(?:ed|s)?|called (?:back )?to|attend(?:ed|s)?(?: at)?|back at|return(?:ed)? to)"
)
# Of these one only may follow; "back to 14 hours a week" is no door.
_ENDS = r"(?=[.,;:!?)”\"]|$)(?![.,:]\d)"
# "The dose was taken to 12", "it went to 14": what is counted goes to no door.
_COUNTED = re.compile(
    r"\b(?:it|they|dose|hours|support|number|total|score|rate|fee|rent|count|weight|scale|sats)(?: (?:is|was|were|had|has))?(?: \w+ly)? $",
    re.IGNORECASE,
)


def bare_doors(draft: Draft) -> Iterator[Span]:
    """Where the number of a home's door, which the draft has with its street elsewhere, stands alone.

    Needs the draft's entities.
    """
    numbers = {
        found["number"]
        for entity in draft.entities
        if entity.label == "STREET_ADDRESS" and entity.score >= 0.5
        if (found := _DOOR.match(draft.text_at(entity.span)))
    }
    lettered = "|".join(sorted(n for n in numbers if not n.isdigit()))
    bare = "|".join(sorted(n for n in numbers if n.isdigit() and len(n) > 1))
    patterns = [
        re.compile(rf"\b{lead} (?P<door>{those})\b{end}", re.IGNORECASE)
        for lead, those, end in (
            (_TO_LETTERED, lettered, r"(?! [A-Z])"),
            (f"(?:{_TO_BARE})", bare, _ENDS),
        )
        if those
    ]
    for block in draft.blocks:
        if block.visibility is Visibility.SHOWN:
            for pattern in patterns:
                for match in pattern.finditer(block.text):
                    if _COUNTED.search(block.text[: match.start()]):
                        continue
                    yield Span(block.index, *match.span("door"))
