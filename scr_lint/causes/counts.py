"""Counts and rates that are of more than one family's affairs: "112 of 120", "fell from 23 to 6"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..draft import Block, Span

#: Things counted within one case: "nine of twenty-two appointments".
_OF_ONE_CASE = frozenset(
    """appointment contact visit item day occasion agency meeting call session week night action
    conference month time question letter paragraph minute note request incident report test episode bruise injury""".split()
)
_NUMBER = (
    r"(?:\d{1,4}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|"
    r"sixteen|seventeen|eighteen|nineteen|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)"
    r"(?:-\w+)?)"
)
_SHARE = re.compile(
    rf"\b(?:{_NUMBER}|none|all|most|half) (?:out )?of (?:the |all |a |our )?(?P<whole>{_NUMBER}) "
    r"(?P<unit>[\w’'-]+(?: [\w’'-]+){0,3})"
    rf"|\bof (?:the |all )?(?P<first>{_NUMBER}) (?P<after>[\w’'-]+(?: [\w’'-]+){{0,3}})",
    re.IGNORECASE,
)
_RATE = re.compile(
    rf"\b{_NUMBER} (?:days?|times?|weeks?|nights?|cases?|children|families) (?:in|out of) (?:every )?"
    rf"{_NUMBER}\b|\b(?:more|fewer|less) than (?:a|one) (?:third|half|quarter)\b"
    r"|\d\s?(?:%|per cent)\b",
    re.IGNORECASE,
)
#: What is measured of one child: "Child R's attendance in the autumn was 71 per cent".
_OF_ONE_PERSON = re.compile(
    r"(?:[’']s|\b(?:his|her|their)) (?:\w+ )?(?:attendance|weight|height|score|mark|burns?)\b",
    re.IGNORECASE,
)
_MEASURED = re.compile(
    r"\b(?:attendance|weight|height|temperature|score|mark|grade)s?\b", re.IGNORECASE
)
_NEAR = 60
#: Many cases counted over time: "applications fell from 23 to 6".
_TREND = re.compile(
    r"\b(?:fell|fallen|dropped|rose|risen|grew|grown|climbed|increased|decreased|doubled|halved|went|gone) "
    r"(?:(?:up|down) )?(?:by \S+(?: per cent)?|from [\w,-]+(?: \w+)?) (?:to|in|over|within|since|between) \w+",
    re.IGNORECASE,
)
_SPELT = {
    word: number
    for number, word in enumerate(
        """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen
        fifteen sixteen seventeen eighteen nineteen twenty""".split()
    )
}
#: The size from which on a count is of more than one family's affairs. A default of this project.
SAMPLE = 10


def by_counts(block: Block) -> Iterator[Span]:
    """ "112 of 120 had been arranged by text", "three days in five"."""
    for match in _RATE.finditer(block.text):
        if not _OF_ONE_PERSON.search(block.text, max(0, match.start() - _NEAR), match.start()):
            yield Span(block.index, match.start(), match.end())
    for match in _TREND.finditer(block.text):
        if not _MEASURED.search(block.text, max(0, match.start() - _NEAR), match.start()):
            yield Span(block.index, match.start(), match.end())
    for match in _SHARE.finditer(block.text):
        whole = match["whole"] or match["first"]
        unit = (match["unit"] or match["after"]).lower().split()
        own = {"their", "his", "her", "its", "family’s", "family's"} & set(unit)
        if size_of(whole) >= SAMPLE and not own and not {_singular(w) for w in unit} & _OF_ONE_CASE:
            yield Span(block.index, match.start(), match.end())


def size_of(number: str) -> int:
    """How many that is, 0 for a year."""
    if number.isdigit():
        return 0 if 1900 < int(number) < 2100 else int(number)
    return _SPELT.get(number.lower().split("-")[0], 20)


def _singular(word: str) -> str:
    return f"{word[:-3]}y" if word.endswith("ies") else word.removesuffix("s")
