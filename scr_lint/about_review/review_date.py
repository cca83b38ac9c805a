"""When a review was written: what bodies and guidance there were for it to speak of.

The draft says so itself, in its front matter ("Date of this version: 28 February 2014"), in its
title ("Serious Case Review, 2014"), or in passing ("this report was finished in January 2023").
Where it does not, it is at least no older than the latest events that it tells.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ..draft import Block, Draft, Kind, Role, Visibility
from ..identity.times.dates import find_dates
from ..months import ENGLISH, MONTH, SHORT_MONTH, WELSH, WELSH_MONTH
from ..requests.lines import is_dating

#: A season counts by its first month, so that nothing is held to be over too early.
_SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "winter": 1}
_WHEN = re.compile(
    rf"\b(?:(?P<month>{SHORT_MONTH}|{MONTH}|{WELSH_MONTH}|"
    r"(?i:spring|summer|autumn|winter))\.?,?"
    r"\s+(?:of\s+)?)?(?P<year>(?:19[89]|20[0-4])\d)\b(?![/-]\d)"
)
_REPORT = r"(?:report|review|overview|draft|version|text|recommendations|document|response)"
#: A month and year, right after words that say that it is now.
_SOON_DATED = r"(?:\d{1,2} )?[A-Z][a-z]+,? (?:19|20)\d\d"
#: Words that make a date near them that of the review itself.
_SAYS_WHEN = re.compile(
    rf"\bdate of (?:the |this )?(?:\w+ )?{_REPORT}\b"
    rf"|\b{_REPORT}s?\b[^.;]{{0,60}}?\b(?:dated|completed|finished|closed|concluded|final\w*|published|"
    rf"agreed|signed off|reported|submitted|approved|presented|considered|endorsed|adopted|accepted|"
    rf"received|ratified|written|ended|delivered|issued|signed|went|sent|circulated|shared|tabled|handed|"
    rf"released|laid|cleared)\b"
    rf"|\b(?:dated|completed|finished|finalised|published|agreed|signed off|submitted|approved|"
    rf"presented|considered|endorsed|adopted|accepted|received|ratified|written|issued|signed|final|sent|"
    rf"circulated|shared|tabled|released|took|handed)\b[^.;]{{0,60}}?\b(?:{_REPORT}|(?:board|partnership|panel|partners)\b)"
    rf"|\b(?:panel|reviewers?|review team|authors?|{_REPORT}) (?:last met|(?:last )?met for the last time|"
    rf"(?:finished|concluded|completed|ended) (?:its|their|the) (?:work|review|report))\b"
    rf"|\b(?:it is now|as (?:we|I) write(?: this)?(?: in)?|(?:we|I) (?:write|am writing|are writing) (?:this )?in|"
    rf"at the time of writing|writing (?:this )?in|as (?:at|of))\W+(?:\(?in )?(?:\w+ )?(?={_SOON_DATED})"
    r"|^\W*(?:dated?|published|completed|finished|signed|written|agreed|adopted|submitted|(?:final |this )?version|draft|status|(?:report |publication )date)\b",
    re.IGNORECASE,
)
_NAMES_REVIEW = re.compile(
    r"\b(?:serious case review|(?:child )?practice review|thematic review|overview report|"
    r"lcspr|cspr|scr|cpr|recommendations|argymhellion|questions for the)\b",
    re.IGNORECASE,
)
_REPORT_NAMED = re.compile(rf"\b{_REPORT}\b", re.IGNORECASE)
#: What dates something else: laws and guidance, the time looked at, lives, and what is to come.
_OTHER = re.compile(
    r"\b(?:act|regulations?|working together|guidance|strategy|edition|born|died|death|birth|since|"
    r"between|period|audit|until|by the end|will|inspection|census|aged)\b[^.;]{0,40}$|\bby (?:the )?$",
    re.IGNORECASE,
)
_TOLD = (
    Role.CHRONOLOGY,
    Role.FAMILY_BACKGROUND,
    Role.ANALYSIS,
    Role.METHODOLOGY,
    Role.INTRODUCTION,
    Role.SUMMARY,
)
#: Sections in which a report speaks of itself.
_SPEAKS_OF_ITSELF = frozenset(
    {Role.RECOMMENDATIONS, Role.METHODOLOGY, Role.INTRODUCTION, Role.OTHER}
)
_TO_COME = re.compile(
    r"\b(?:will|shall|should|must|by|until|from|due|plans?|next)\b", re.IGNORECASE
)
_OPENING_BLOCKS = 30
_LATEST = 2049


@dataclass(frozen=True, slots=True)
class ReviewDate:
    """When a review was written, to the month where the draft says so.

    `exact` is false where the draft gives no date and this is only the latest year it tells of.
    """

    year: int
    month: int | None = None
    exact: bool = True

    def is_after(self, year: int, month: int) -> bool:
        """Whether the review is surely later than a month; a year alone is not, within that year."""
        if self.year != year:
            return self.year > year
        return self.month is not None and self.month > month

    def __str__(self) -> str:
        return str(self.year)


@dataclass(frozen=True, slots=True)
class _Said:
    """A time that a block gives, with how surely it is that of the review."""

    weight: int
    year: int
    month: int | None


def review_date(draft: Draft) -> ReviewDate | None:
    """When the review was written, by the surest date that the draft gives; None for none."""
    said = [time for block in draft.blocks for time in _of_review(draft, block)]
    if said:
        best = max(said, key=lambda t: (t.weight, t.year, t.month or 0))
        if best.month is None:  # "2021" on the cover, "March 2021" in the header
            same = [t for t in said if t.year == best.year and t.month]
            best = max(same, key=lambda t: (t.weight, t.month or 0), default=best)
        return ReviewDate(best.year, best.month)
    told = [year for block in draft.prose(*_TOLD) for year in _years_told(block)]
    return ReviewDate(max(told), exact=False) if told else None


def _of_review(draft: Draft, block: Block) -> Iterator[_Said]:
    """The times in a block that may be those of the review."""
    if block.visibility is not Visibility.SHOWN or not any(c.isdigit() for c in block.text):
        return
    role = draft.role_of(block.index)
    fronting = block.kind in {Kind.TITLE, Kind.HEADER, Kind.FOOTER} or role is Role.FRONT_MATTER
    heading = block.kind is Kind.HEADING
    for start, end, year, month in _times(block.text):
        before, around = block.text[:start], block.text[max(start - 110, 0) : end + 50]
        if _OTHER.search(before):
            continue
        says = bool(_SAYS_WHEN.search(around)) and _in_one_sentence(block.text, start)
        dating = is_dating(_sentence_at(block.text, start))
        alone = len(block.text) < end - start + 25
        names = bool(_NAMES_REVIEW.search(before[-70:])) or _closes(block, before, end)
        if says and (fronting or heading or role in _SPEAKS_OF_ITSELF):
            yield _Said(5 + fronting, year, month)
        elif fronting and alone and block.index < _OPENING_BLOCKS:
            yield _Said(4, year, month)
        elif block.cell and role is Role.RECOMMENDATIONS:
            yield _Said(0, year, month)  # by when something is to be done
        elif ((fronting or heading) and names) or (
            dating and (role is Role.RECOMMENDATIONS or (says and role is Role.FINDINGS))
        ):
            yield _Said(3, year, month)
        elif (heading and role is Role.RECOMMENDATIONS) or (says and alone):
            yield _Said(1, year, month)
        elif says and re.search(r"\bthis (?:report|review)\b", around, re.IGNORECASE):
            yield _Said(2, year, month)


def _closes(block: Block, before: str, end: int) -> bool:
    """Whether a date closes a line at the front that names the report: "…, Marsh Board, May 2022."."""
    ends = bool(re.match(r"\W*$|\s?[.;)\]]", block.text[end:]))
    set_off = before.rstrip()[-1:] in {",", ".", ";", ":", "-", "–", "—", "("}
    return ends and set_off and bool(_REPORT_NAMED.search(before))


def _in_one_sentence(text: str, start: int) -> bool:
    """Whether the words that say what a date is stand in its own sentence, or before a colon."""
    return bool(_SAYS_WHEN.search(_sentence_at(text, start)))


def _sentence_at(text: str, start: int) -> str:
    """The sentence in which a date stands, by its full stops."""
    before = re.split(r"(?<=[.;?!])\s+(?=[A-Z])", text[:start])[-1]
    following = re.split(r"(?<=[.;?!])\s", text[start:])[0]
    return f"{before}{following}"


def _times(text: str) -> Iterator[tuple[int, int, int, int | None]]:
    """Start, end, year and month of each time in a text; a month is None where none is given."""
    taken: list[tuple[int, int]] = []
    for date in find_dates(text):
        taken.append((date.start, date.end))
        if date.year:
            yield date.start, date.end, date.year, date.month
    for match in _WHEN.finditer(text):
        if not any(match.start() < end and start < match.end() for start, end in taken):
            year = int(match["year"])
            yield match.start(), match.end(), year, _month(match["month"])


def _month(word: str | None) -> int | None:
    """The number of a month or season, in English or Welsh."""
    if not word:
        return None
    word = word.lower()
    if word in _SEASONS:
        return _SEASONS[word]
    for number, (english, welsh) in enumerate(zip(ENGLISH, WELSH, strict=True), 1):
        if word == welsh.lower() or word[:3] == english[:3].lower():
            return number
    return None


def _years_told(block: Block) -> Iterator[int]:
    """The years of what a paragraph tells as past."""
    for start, _, year, _ in _times(block.text):
        if not _TO_COME.search(block.text[max(start - 60, 0) : start]) and year <= _LATEST:
            yield year
