"""Runs of dated entries: paragraphs or table rows that tell a case day by day.

An entry opens with a date or time of day ("22 May.", "On 3 June 2011 …", "14:05 –"). A run is broken
by a heading, by a paragraph that says why something happened or what it meant, and by two
paragraphs without a date. "In the spring of 2012 …" sums up: it breaks no run, and makes none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ..draft import Block, Draft, Kind, Role, Section, Span
from ..grammar.quotation import quoted
from ..identity.times.dates import find_dates
from ..months import MONTH, SHORT_MONTH, WELSH_MONTH
from .headings import claimed_role

#: Sections that tell the case, or explain it.
_TELLING = frozenset(
    {Role.CHRONOLOGY, Role.FAMILY_BACKGROUND, Role.ANALYSIS, Role.FINDINGS, Role.OTHER}
)
#: A date that opens a paragraph has at most so many words before it, and no other sentence.
_BEFORE = 10
#: And one that opens a sentence within a paragraph: "On", "Then on Monday".
_BEFORE_INLINE = 3
_MONTH = rf"(?:{MONTH}|{WELSH_MONTH})"
_OPENS_WITH_MONTH = re.compile(
    rf"\W*(?:(?:on|in|by|during|from|between|throughout|until|at|ym|yn)\s+)?(?:the\s+)?"
    rf"(?:(?:early|mid|late|beginning of|middle of|end of|start of|first week of|\w+ half of)[\s-]+)?"
    rf"(?:{_MONTH}\b|(?:(?:spring|summer|autumn|winter) (?:of )?)?(?:19|20)\d\d\b)",
    re.IGNORECASE,
)
_ANY_MONTH = rf"(?:{SHORT_MONTH}|{MONTH})"
#: "04/01 – ", "Sept 4: ", "3 Mar – ": a day without a year, closed by a sign.
_OPENS_WITH_DAY = re.compile(
    rf"\W*(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)\w*,?\s+)?(?:\d{{1,2}}[/.]\d{{1,2}}(?:[/.]\d{{2,4}})?|"
    rf"{_ANY_MONTH}\.?\s\d{{1,2}}(?:st|nd|rd|th)?|\d{{1,2}}(?:st|nd|rd|th)?\s{_ANY_MONTH}\.?)"
    r"(?:,?\s(?:19|20)?\d\d)?(?=\s*[:–—]|\s-\s|\.\s)"
)
_OPENS_WITH_TIME = re.compile(
    r"\W*(?:at\s+)?(?:[01]?\d|2[0-3])[:.]?[0-5]\d\s*(?:hrs|hours|am|pm|[–—:-])"
)
#: Words that say why, or what it meant: analysis, however short.
_EXPLAINS = re.compile(
    r"""\b(?:because|therefore|thus|hence|owing\ to|due\ to|as\ a\ result|meant\ that|meant\ for|this\ meant
        |matters|mattered|significan(?:t|ce)|importan(?:t|ce)|explain(?:s|ed)?|explanation|reason\ (?:for|why)
        |the\ learning|learning\ point|shows?\ (?:that|how)|showed\ how|suggests?|illustrat\w+
        |impact\ on|effect\ (?:on|of)|consequence|opportunit(?:y|ies)|should\ have|could\ have
        |would\ have|ought|good\ practice|in\ line\ with|contrary\ to|the\ (?:review|reviewers?|panel
        |author)\b|reviewers?|we|us|our|see\ (?:theme|finding|section|paragraph|chapter|learning)
        |appears?\ to|seems?\ to|seemed|in\ hindsight|why|assumed|assumption|thought\ that|felt\ that
        |took\ (?:it|her|him|them|this|that|\w+\ \w+)\ (?:to\ be|for)|believed|supposed|understood|expected
        |did\ not\ know|had\ not\ been\ (?:told|taught|shown)|nobody\ had\ (?:told|taught|shown)
        |usual(?:ly)?|customary|routinely|commonplace|in\ those\ years|in\ that\ year
        |told\ (?:the|us)\ (?:\w+\ )?(?:author|review\w*|panel)|at\ that\ time\ (?:dealing|carrying|short|under)|fair\ to|no\ surprise|for\ want\ of|short\ of
        |relied|trusted|afraid|frightened|under\ pressure|workloads?|capacity|oherwydd|felly)\b
      |,\ since\b|\bso\ that\b|\b(?:since|as)\ (?:the|it|they|he|she|no|nobody|there|his|her|their)\ (?:\w+\ ){0,2}(?:was|were|had|is)\b
      |^\W*(?:It|This)\ (?:(?:is|was)\ (?:right|wrong|good|the|only|no|fair|in)|says|shows|seems)\b""",
    re.VERBOSE | re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+(?=[A-Z“\"'(\d])")
_WHEN = re.compile(
    r"^(?:dates?|when|day|time|date and time|dyddiad|pryd|year|month)\b", re.IGNORECASE
)
_MEANING = re.compile(
    r"\b(?:why|matters?|significan\w+|comments?|commentary|analysis|learning|mean\w*|impact|apprais\w+|"
    r"reflections?|implications?|themes?|findings?|quality|relevance|what this|child|pam)\b",
    re.IGNORECASE,
)
#: Tables of dates that are no story: who does what by when, versions of the report.
_NO_STORY = re.compile(
    r"\b(?:deadline|by when|timescale|version|lead|owner|responsib\w+|progress|status|target|action"
    r"|recommendation|completed?)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Run:
    """Entries that follow one another, each at the date that opens it; rows of a table or text."""

    entries: tuple[Span, ...]
    table: bool = False


def dated_runs(draft: Draft, fewest: float) -> Iterator[Run]:
    """The runs of at least so many entries of a day each, with no analysis between them."""
    for section in draft.sections:
        if _tells(draft, section):
            blocks = list(draft.blocks_of(section, subsections=False))
            yield from _of_text([b for b in blocks if not b.cell], fewest)
            yield from _of_tables([b for b in blocks if b.cell], fewest)


def _tells(draft: Draft, section: Section) -> bool:
    if section.role is Role.OTHER:
        return claimed_role(section.title) is None  # actions since the case are dated too
    return section.role in _TELLING


def _of_text(blocks: list[Block], fewest: float) -> Iterator[Run]:
    entries: list[Span] = []
    days = undated = 0
    for block in blocks:
        if not block.is_prose or block.kind is Kind.FOOTNOTE:
            continue
        inline = _inline_entries(block)
        if len(inline) >= fewest:
            entries.extend(inline)
            days, undated = days + len(inline), 0
            continue
        day = _opening_date(block)
        date = day or _opening_month(block)
        undated = 0 if date else undated + 1
        if _explains(block, dated=day is not None) or undated > 1:
            if days >= fewest:
                yield Run(tuple(entries))
            entries, days = [], 0
        elif date:
            entries.append(date)
            days += day is not None
    if days >= fewest:
        yield Run(tuple(entries))


def _inline_entries(block: Block) -> tuple[Span, ...]:
    """The days that open the sentences of one paragraph: "3 March: booked. 17 March: scan.".

    Of dates in full, as in "On 3 March 2011 she was booked.", at least every second sentence must
    open with one: a story has dates too.
    """
    entries: list[Span] = []
    explaining = at = noted = 0
    sentences = _SENTENCE_END.split(block.text)
    dates = find_dates(block.text)
    for sentence in sentences:
        at = block.text.index(sentence, at)
        end = at + len(sentence)
        if match := _OPENS_WITH_DAY.match(sentence):
            entries.append(Span(block.index, at + match.start(), at + match.end()))
            noted += 1
        elif (date := next((d for d in dates if at <= d.start < end), None)) and len(
            block.text[at : date.start].split()
        ) <= _BEFORE_INLINE:
            entries.append(Span(block.index, date.start, date.end))
        explaining += bool(_EXPLAINS.search(sentence))
        at = end
    dense = noted == len(entries) or len(entries) * 2 >= len(sentences)
    return tuple(entries) if dense and explaining * 3 < len(sentences) else ()


def _of_tables(cells: list[Block], fewest: float) -> Iterator[Run]:
    tables: dict[int, dict[int, list[Block]]] = {}
    headers: dict[int, set[str]] = {}
    for block in cells:
        assert block.cell is not None
        if block.cell.is_header:
            headers.setdefault(block.cell.table, set()).add(block.text)
        elif block.is_prose:
            tables.setdefault(block.cell.table, {}).setdefault(block.cell.row, []).append(block)
    for table, rows in tables.items():
        named = headers.get(table, set())
        if any(_NO_STORY.search(name) for name in named):
            continue
        entries: list[Span] = []
        for row in rows.values():
            date = next((d for b in row[:2] if (d := _row_date(b))), None)
            if date and not any(_says_meaning(b) for b in row):
                entries.append(date)
            elif entries:
                yield from _rows(entries, fewest)
                entries = []
        yield from _rows(entries, fewest)


def _rows(entries: list[Span], fewest: float) -> Iterator[Run]:
    if len(entries) >= fewest:
        yield Run(tuple(entries), table=True)


def _row_date(block: Block) -> Span | None:
    """The one date that opens a cell; "3 May to 9 June" is a period."""
    if block.cell and block.cell.header and not _WHEN.search(block.cell.header):
        return None
    month = block.cell is not None and re.fullmatch(rf"\W*{_MONTH}\W*", block.text, re.IGNORECASE)
    if month and len(block.text.split()) == 1:
        return Span(block.index, 0, len(block.text))
    dates = find_dates(block.text)
    if len(dates) != 1 or dates[0].start > 12:
        return None
    return Span(block.index, dates[0].start, dates[0].end)


def _says_meaning(block: Block) -> bool:
    """Whether a cell of a row says what it meant, by its column or by its words."""
    headed = block.cell is not None and _MEANING.search(block.cell.header)
    return bool(headed and len(block.text.split()) > 2) or _explains(block, dated=False)


def _opening_date(block: Block) -> Span | None:
    """The calendar date, or the time of day, that an entry opens with."""
    first = _SENTENCE_END.split(block.text)[0]
    for date in find_dates(block.text):
        if date.start < len(first) and len(first[: date.start].split()) <= _BEFORE:
            return Span(block.index, date.start, date.end)
    match = _OPENS_WITH_TIME.match(block.text) or _OPENS_WITH_DAY.match(block.text)
    return Span(block.index, match.start(), match.end()) if match else None


def _opening_month(block: Block) -> Span | None:
    """The month, season or year that a paragraph opens with."""
    match = _OPENS_WITH_MONTH.match(block.text)
    return Span(block.index, match.start(), match.end()) if match else None


def _explains(block: Block, *, dated: bool) -> bool:
    """Whether a paragraph says why, or what it meant; a dated one, in a third of its sentences."""
    text = block.text
    for start, end in quoted(text):
        text = text[:start] + " " * (end - start) + text[end:]
    # "8 June 2011." is no sentence.
    sentences = [s for s in _SENTENCE_END.split(text) if len(s.split()) > 3]
    explaining = sum(bool(_EXPLAINS.search(s)) for s in sentences)
    return explaining * 3 >= max(len(sentences), 1) if dated else explaining > 0
