"""Where a draft tells whom a code stands for: its key, the sentence that gives it, the words beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import StrEnum

from ...draft import Draft, Role, Span
from ...once import once
from ...persons.mentions import Who, known_as
from ...structure.tables import row_of
from .coded_people import Coded, by_block, find_coded


class Told(StrEnum):
    """How a draft tells whom a code stands for."""

    KEY = "in a key"
    SENTENCE = "in a sentence that gives codes"
    BESIDE = "by the words beside it"


_ENTRY_BEFORE = re.compile(r"(?:^\W*|; |[.:] |\bKey:? )$", re.IGNORECASE)
_ENTRY_AFTER = re.compile(r" ?(?:[:=–—] ?|- |, )(?:the |an? |his |her )?\w")
_GIVES = re.compile(
    r"\b(?:called|referred to|known as|stands? for|lettered|numbered|codes?|coded|letters?|key|pseudonym\w*|anonymi\w+|"
    r"designated|denoted|in (?:this|our) (?:report|review|account)|refers? to (?:him|her|them|the)|who(?:[’']s| is) who|will be|shall be|are to be|"
    r"(?:review|report|account) (?:is about|concerns|considers|covers)|(?:concerns|considers) (?:two|three|four|five|the))\b",
    re.IGNORECASE,
)
_ELSEWHERE = re.compile(
    r"\b(?:police|hospital|school|trust|court|agency|agencies|minutes|logs?|records?|files?|diary|papers|"
    r"transcripts?|chronology|earlier|elsewhere|draft|table|whereas|terms of reference)\b(?! (?:review|panel))",
    re.IGNORECASE,
)
_BREAK = re.compile(r"(?<!\b[MD][rsx])(?<!\bMrs)[.!?][”\"’)]? (?=[A-Z“\"‘(])")
_IS_BEFORE = re.compile(
    r"\b(?P<who>[a-z][\w-]+)(?: of (?:the |this |another |\w+[’']s )?\w+)?(?:,? (?:who|that|whom))?,? (?:is|was|are|were)"
    r"(?: (?:called|known as|here|referred to as|given as))* [“\"‘]?$"
)
_BRACKETED = re.compile(r"[’']?s? ?[(\[](?P<what>[^()\[\]]{2,60})[)\]]")
_APPOSED = re.compile(
    r"(?:, (?P<what>(?:the |an? |his |her |their |who (?:is|was) |now |then |our )*[^,.;:()]{2,60})(?=[,.;:)]|$)"
    r"|,? (?:is|was|are|were) (?P<is>(?:the |an? |his |her |their |[A-Z]\w*(?: \w{1,2})?[’']s )[^,.;:()]{2,60}))"
)
# "Jonty, as the school has him", "SW4, according to the nurse": these say not who it is.
_NO_APPOSITION = re.compile(
    r"(?:and|or|but|as|according|at|for|from|in|on|to|with|by|when|where|while|whereas|because|since|if|so|said) "
)
_RANGE = re.compile(
    r"\b(?P<noun>[A-Z]{1,4})(?P<first>\d{1,2}) (?:to|–|-) (?P=noun)(?P<last>\d{1,2})\b"
)
_LEAD, _SHORT = 5, 10  # words in a cell of a key
_FRONT = frozenset(
    {Role.FRONT_MATTER, Role.INTRODUCTION, Role.METHODOLOGY, Role.GLOSSARY, Role.APPENDIX}
)


@once
def told_codes(draft: Draft) -> dict[str, tuple[Told, Span]]:
    """By the words of a coded person, how the draft first tells who that is, surest way first."""
    people = find_coded(draft)
    # "MGM" needs no telling.
    told = {one.words: (Told.BESIDE, one.mentions[0]) for one in people if one.kind == "kin"}
    places = by_block(people)
    for way, span, one in _all(draft, people, places):
        before = told.get(one.words)
        if before is None or (way is Told.KEY and before[0] is not Told.KEY):
            told[one.words] = way, span
    return told


def _all(
    draft: Draft, people: tuple[Coded, ...], places: dict[int, list[tuple[Span, Coded]]]
) -> Iterator[tuple[Told, Span, Coded]]:
    ranges: list[tuple[str, int, int, int]] = []
    for index, here in places.items():
        block = draft.blocks[index]
        codes = {one.words for _, one in here}
        for match in _RANGE.finditer(block.text):
            ranges.append((match["noun"].lower(), int(match["first"]), int(match["last"]), index))
        gives = (
            draft.role_of(index) in _FRONT and len(codes) > 1 and bool(_GIVES.search(block.text))
        )
        for span, one in here:
            text, at = block.text, span.start
            if block.cell:
                if not block.cell.is_header and _is_key_cell(draft, span):
                    yield Told.KEY, span, one
                continue
            entry = _ENTRY_BEFORE.search(text[:at]) and _ENTRY_AFTER.match(text, span.end)
            if entry and _names_person(text[span.end : span.end + 50]):
                yield Told.KEY, span, one
            sentence = sentence_around(text, span)
            if gives_codes(sentence) or (gives and not _ELSEWHERE.search(sentence)):
                yield Told.SENTENCE, span, one
            elif is_told_beside(text, span):
                yield Told.BESIDE, span, one
    for noun, first, last, index in ranges:
        for one in people:
            numbered = one.kind == "letters" and one.noun == noun and one.which.isdigit()
            if numbered and first <= int(one.which) <= last:
                yield Told.SENTENCE, Span(index, 0, 0), one


def gives_codes(sentence: str) -> bool:
    """Whether a sentence says what the report itself calls somebody."""
    return bool(_GIVES.search(sentence)) and not _ELSEWHERE.search(sentence)


def _is_key_cell(draft: Draft, span: Span) -> bool:
    """Whether a cell is one of a key: the code's own, first in a row that goes on to say who it is,
    or a short one beside such a code."""
    block = draft.blocks[span.block]
    row = row_of(draft, block)
    first = row[0]
    if first.index == block.index:
        alone = block.text.strip(" .*") == draft.text_at(span)
        return alone and any(_names_person(" ".join(b.text.split()[:_LEAD])) for b in row[1:])
    is_coded = bool(re.fullmatch(r"\W*[A-Z][\w ]* \w{1,2}\W*", first.text))
    return is_coded and len(block.text.split()) < _SHORT


def is_told_beside(text: str, span: Span) -> bool:
    """Whether the words right beside a code say what the person is: "H2, the sonographer", "her
    brother, Child E"."""
    for pattern in (_BRACKETED, _APPOSED):
        match = pattern.match(text, span.end)
        if match:
            what = match["what"] or match.groupdict().get("is") or ""
            if _names_person(what) and not _NO_APPOSITION.match(what):
                return True
    before = re.search(r"([a-z][\w’'-]+)[’']?s?,? [(“\"‘]?(?:the |here )?$", text[: span.start])
    if before and _is_person(before[1]):
        return True
    is_before = _IS_BEFORE.search(text[: span.start])
    return bool(is_before and _is_person(is_before["who"]))


def sentence_around(text: str, span: Span) -> str:
    """The sentence that a place stands in; one may end in a code: "She is Child A. He is not." """
    breaks = [match.end() for match in _BREAK.finditer(text)]
    start = max((b for b in breaks if b <= span.start), default=0)
    return text[start : min((b for b in breaks if b >= span.end), default=len(text))]


def _names_person(words: str) -> bool:
    return any(_is_person(word) for word in re.findall(r"[A-Za-z][\w-]+", words)[:8])


def _is_person(word: str) -> bool:
    known = None if word.isupper() else known_as(word.lower())
    return known is not None and known[0] is not Who.BODY
