"""The signs by which a text shows what a date or a stretch of time in it is of.

No single sign settles it. "On 3 May she was delivered of a girl" and "on 3 May a letter was delivered"
share their verb, and "he died a month after the order of 3 May" has a death beside a date that it
did not fall on; "at nine weeks she smiled" and "at nine weeks the assessment was late" differ in their
subject alone. So the words around are sorted by what they speak of and by where they stand: the
verb that the date hangs on, the rest of its clause, close before and after, the sentences beside, the
head of its row and column. Words that the sentence puts on another day ("after the birth", "was
told that he had died") count apart. What each is worth is for `time_judgement` to say.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import TYPE_CHECKING

from ... import vocabulary
from ...draft import Block, Draft
from ...grammar.clause_around import Clause, clause_around
from ...grammar.parse import whole_text
from ...grammar.phrases import split_phrases
from ...grammar.voice import subject_of
from ...once import once, once_a_text
from ...persons.people import side_of
from ...structure.tables import row_of
from .ages import TimeSpan
from .dates import DateMention, find_dates
from .life_words import ACCUSED, AWAY, is_the_deceased

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as SpacySpan

_CLOSE, _NEAR, _ENTRY, _HEAD = 3, 8, 14, 6
#: Who puts what is under it in somebody's mouth or mind.
_HEARD = frozenset(
    """tell say disclose know inform notify aware hear learn threaten want wish fear worry register
    report consider discuss remember note risk hope believe think announce""".split()
)
_HEARD_OR_TRIED = _HEARD | ACCUSED
_LEVELS = 4
_AWAY = " away"
_THIRD = frozenset({"he", "she", "they"})
_OPENING = re.compile(
    r"[\W\d_]*(?:(?:on|the|mon|tues?|wed(?:nes)?|thurs?|fri|sat(?:ur)?|sun)(?:day)?\b[\W\d_]*)*",
    re.IGNORECASE,
)
_RANGE = re.compile(r"[”\"’]?\s?(?:[–-]|to|till|until)\s?[“\"‘]?")
_BOUNDED = re.compile(r"\b(until|till|since|from|by|before|after)\s(?:the\s)?$", re.IGNORECASE)
_COUNTED = re.compile(r"\b(?:weeks?|months?|days?|years?) (?:after|before|later|earlier|old|of)\b")
_AGED = re.compile(r"\bage[ds]?\b|\bold\b|\bwas (?:\d|one|two|three|four|five)|\bturned\b")
_WEIGHED = re.compile(r"\b(?:\d[\d.,]+\s?(?:kg|g|grams|lb)|\d\d/40|\d\d\+\d|G\d ?P\d|weigh\w+)\b")
_EARLY, _HISTORIC = 2005, 1930
_UNITS = {
    "years": re.compile(r"y"),
    "months": re.compile(r"mo?n?ths?|mos?\b|/12|\dm\b"),
    "weeks": re.compile(r"w|/52"),
    "days": re.compile(r"da?y?s?\b|/7\b"),
}
_SHAPES = {
    "two units": re.compile(r"y.*m|m.*w|w.*d|y.*/12|y.*w|y.*d"),
    "with a part": re.compile(r"half|quarter|twelfth|[½¼¾]"),
    "in notes": re.compile(r"\d/\d|\d[ymwd]\b"),
    "in figures": re.compile(r"\d"),
    "hyphened": re.compile(r"-"),
}
_OF_PREGNANCY = range(18, 43)
_OLD_AFTER = re.compile(r"[ -]olds?\b| of age\b", re.IGNORECASE)
_AGED_BEFORE = re.compile(r"\bage[ds]?\b[^.;]{0,25}$", re.IGNORECASE)
_WORD_BEFORE = re.compile(r"([A-Za-z’'.]+)\W*$")
_WORD_AFTER = re.compile(r"\W*([A-Za-z’']+)")


@once
def signs_of(draft: Draft, block: Block, time: DateMention | TimeSpan) -> frozenset[str]:
    """The signs of a date or a stretch of time in a parsed block, by name."""
    doc = draft.docs[block.index]
    words = doc.char_span(time.start, time.end, alignment_mode="expand")
    clause = clause_around(doc, time.start, time.end)
    if words is None or clause is None:
        return frozenset()
    found = set(_of_words(draft, block, words, clause, time))
    found.update(_of_clause(words, clause))
    found.update(_of_characters(whole_text(doc), time.start, time.end))
    if isinstance(time, DateMention):
        found.update(_of_date(whole_text(doc), time))
        found.update(_of_sentence(words.sent.text, whole_text(doc)))
    else:
        found.update(_of_length(whole_text(doc), time))
    found.add(f"in {draft.role_of(block.index)}")
    return frozenset(found)


def _of_words(
    draft: Draft, block: Block, words: SpacySpan, clause: Clause, time: DateMention | TimeSpan
) -> Iterator[str]:
    for place, tokens in _places(draft, block, words, clause, time):
        for token in tokens:
            for sign in _speaking(token.doc).get(token.i, ()):
                yield sign if sign.endswith(_AWAY) else f"{sign}: {place}"


def _places(
    draft: Draft, block: Block, words: SpacySpan, clause: Clause, time: DateMention | TimeSpan
) -> Iterator[tuple[str, Iterable[Token]]]:
    """The places around a date, with the words that stand there."""
    doc, sentence = words.doc, words.sent
    own = {token.i for token in words}
    path = [t for t in clause.path if t.i not in own]
    rest = [t for t in clause.tokens if t.i not in own and t not in path]
    before = doc[max(sentence.start, words.start - _NEAR) : words.start]
    after = doc[words.end : min(sentence.end, words.end + _NEAR)]
    yield "verb", path
    yield "clause", rest
    yield "close before", before[-_CLOSE:]
    yield "before", before[:-_CLOSE]
    yield "close after", after[:_CLOSE]
    yield "after", after[_CLOSE:]
    told = {t.i for t in (*path, *rest, *before, *after)} | own
    yield "sentence", [t for t in sentence if t.i not in told]
    yield "sentence before", doc[sentence.start - 1].sent if sentence.start else ()
    yield "sentence after", doc[sentence.end].sent if sentence.end < len(doc) else ()
    others = [b for b in row_of(draft, block) if b.index != block.index]
    if _OPENING.fullmatch(whole_text(doc)[: time.start]):
        entry = _entry(draft, doc, time.end, others)
        yield "entry", entry
        yield "verb of entry", [t for t in entry if t.pos_ == "VERB"][:1]
    first = [b for b in others if b.cell and b.cell.column == 0 and b.index in draft.docs]
    yield "row", [t for b in first for t in draft.docs[b.index]][:_HEAD]
    if block.cell:
        heads = (b for b in draft.blocks[: block.index] if _heads(b, block))
        yield "column", [t for b in heads if b.index in draft.docs for t in draft.docs[b.index]]


def _heads(head: Block, block: Block) -> bool:
    one, other = head.cell, block.cell
    return bool(
        one and other and one.is_header and one.table == other.table and one.column == other.column
    )


def _entry(draft: Draft, doc: Doc, end: int, others: list[Block]) -> list[Token]:
    """The first words of what a date opens: the rest of its line, or the other cells of its row."""
    if whole_text(doc)[end:].strip(" .:|–—-()"):
        return [t for t in doc if t.idx >= end][:_ENTRY]
    return [t for b in others if b.index in draft.docs for t in draft.docs[b.index][:_ENTRY]]


def _of_clause(words: SpacySpan, clause: Clause) -> Iterator[str]:
    verb = clause.head
    yield f"head {verb.pos_}"
    yield f"form {verb.tag_}"
    yield f"hangs as {words.root.dep_}"
    nearest = clause.path[0]
    if nearest.pos_ == "ADP":
        yield f"preposition {nearest.lower_}"
    if subject := subject_of(verb):
        yield f"subject of {side_of(subject)}"
        if subject.lower_ in _THIRD:
            yield "subject he or she"
        yield from (f"subject {sign}" for sign in _speaks_of(subject))
    for child in verb.children:
        if child.dep_ == "dobj":
            yield from (f"object {sign}" for sign in _speaks_of(child))
        elif child.dep_ in {"auxpass", "neg"}:
            yield child.dep_
        elif child.dep_ == "aux":
            yield f"with {child.lower_}"


def _of_characters(text: str, start: int, end: int) -> Iterator[str]:
    before, after = text[:start], text[end:]
    close, follows = before.rstrip()[-1:], after.lstrip()[:1]
    yield f"after {close if not close.isalnum() else 'word'}"
    yield f"before {follows if not follows.isalnum() else 'word'}"
    if match := _WORD_BEFORE.search(before[-30:]):
        yield f"word before {match[1].lower()}"
    if match := _WORD_AFTER.match(after[:30]):
        yield f"word after {match[1].lower()}"
    if match := _BOUNDED.search(before):
        yield f"bounded by {match[1].lower()}"
    if _OPENING.fullmatch(before):
        yield "opens"


def _of_date(text: str, date: DateMention) -> Iterator[str]:
    dates = find_dates(text, loose=True)
    at = next((n for n, d in enumerate(dates) if d.start == date.start), 0)
    yield "only date" if len(dates) == 1 else "first date" if at == 0 else "later date"
    if at + 1 < len(dates) and _RANGE.fullmatch(text, date.end, dates[at + 1].start):
        yield "begins a range"
    if at and _RANGE.fullmatch(text, dates[at - 1].end, date.start):
        yield "ends a range"
    if date.year is None:
        yield "no year"
    elif date.year < _EARLY:
        yield "long ago" if date.year > _HISTORIC else "in history"


def _of_length(text: str, time: TimeSpan) -> Iterator[str]:
    own = text[time.start : time.end].lower()
    for unit, pattern in _UNITS.items():
        if pattern.search(own):
            yield f"in {unit}"
    yield from (shape for shape, pattern in _SHAPES.items() if pattern.search(own))
    number = re.match(r"\d+", own)
    if number and int(number[0]) in _OF_PREGNANCY and "w" in own:
        yield "as long as a pregnancy"
    if _OLD_AFTER.match(text, time.end):
        yield "old"
    if _AGED_BEFORE.search(text[: time.start]):
        yield "aged"


def _of_sentence(sentence: str, text: str) -> Iterator[str]:
    if _COUNTED.search(sentence):
        yield "time counted"
    if _AGED.search(sentence):
        yield "age told"
    if _WEIGHED.search(text):
        yield "newborn's figures"


def _is_away(token: Token) -> bool:
    """Whether a sentence puts a word on another day, or has it as something heard, feared or tried."""
    for _ in range(_LEVELS):
        if any(c.lower_ in AWAY and c.dep_ in {"mark", "advmod", "prep"} for c in token.lefts):
            return True
        above = token.head
        if above.i == token.i:
            return False
        if token.dep_ in {"pobj", "pcomp"} and above.lower_ in AWAY:
            return True
        heard = above.head if token.dep_ in {"pobj", "pcomp"} else above
        if token.dep_ in {"ccomp", "xcomp", "pobj", "pcomp", "dobj", "nsubjpass"} and (
            heard.lemma_.lower() in _HEARD_OR_TRIED
        ):
            return True
        token = above
    return False


@once_a_text
def _speaking(doc: Doc) -> dict[int, frozenset[str]]:
    """What the words of a paragraph speak of, by their place, where a sentence puts it away told so."""
    spoken = ((token, _speaks_of(token)) for token in doc)
    return {
        token.i: frozenset(f"{sign}{_AWAY}" for sign in signs) if _is_away(token) else signs
        for token, signs in spoken
        if signs
    }


def _speaks_of(token: Token) -> frozenset[str]:
    if is_the_deceased(token):
        return frozenset({"somebody dead"})
    return _signs().get(token.lemma_.lower()) or _signs().get(token.lower_) or frozenset()


@cache
def _signs() -> dict[str, frozenset[str]]:
    """By word, what it speaks of."""
    found: dict[str, set[str]] = {}
    for row in vocabulary.load("scr_lint", "time_signs"):
        for word in split_phrases(row["words"]):
            found.setdefault(word.lower(), set()).add(row["sign"])
    return {word: frozenset(signs) for word, signs in found.items()}
