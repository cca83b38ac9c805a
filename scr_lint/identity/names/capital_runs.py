"""Runs of capitalised words: those that nothing but spaces and small words of names stand between."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ...months import MONTH
from .name_words import NAME_WORD, Look, NameWords, cues

# Small words inside a name: "ap Gwilym", "de Souza", "van der Berg".
_PARTICLE = (
    r"(?:ap|ab|ferch|bin|binte?|ibn|abu|de|da|das|do|dos|del|della|van|von|der|den|ter|la|le|di|el|"
    r"al|y|ó|ní|nic|mac)"
)
_SPACE = re.compile(rf" (?:{_PARTICLE} )*", re.IGNORECASE)
_STOP = re.compile(r"\. ?")
_COLLAR_NUMBER = re.compile(r"\.? \d{2,5} ")
_WHEN = re.compile(
    r"\b(?:in|by|since|until|during|of|from|to|early|late|mid|last|next|this|that|on(?: the)?|every)[ -]$",
    re.I,
)
_MONTHS = rf"(?:{MONTH}|spring|summer|autumn|winter)"
_BEFORE_A_MONTH = re.compile(
    rf"(?:\b\d{{1,2}}(?:st|nd|rd|th)?(?: of)?[ -]|{_MONTHS}(?:,|,? and| or| to| until|[-–—/])\s?"
    r"|\b(?i:in|since|until|till|during|early|late|mid|last|next|every|each|around"
    r"|(?:end|start|beginning|middle|month|week|spring|summer|rest|half) of)[ -])$"
)
_AFTER_A_MONTH = re.compile(
    rf",? (?:19|20)\d\d\b|,? \d{{1,2}}(?:st|nd|rd|th)?\b(?![:.]\d)"
    rf"|(?:,|,? and| or| to| until|[-–—/])\s?{_MONTHS}\b"
)
# "I'd", "We'll": a pronoun at the beginning of a sentence.
_SHORTENED = re.compile(r"(?:I|He|She|We|You|They|It|That|There|Who)[’'](?:d|m|ll|ve|re|s)")
# Words that stand in capitals with others, where none is an abbreviation for it.
_SHOUTED = re.compile(r"\b[A-Z][A-Z’']+(?:[ ,.;:!?&–-]+(?:[A-Z][A-Z’']*|\d+)\b){4,}")
_IN_A_DATE = re.compile(r"\d-$")
#: What stands before a code, so that the letter after it is no initial: "Adult B".
CODED = frozenset(
    """adult child baby infant sibling twin subject boy girl teenager person mother father parent
    partner carer family sister brother practitioner""".split()
)
#: Pronouns and their like, in small letters.
PRONOUNS = frozenset("i he she we you they it this that these those there".split())
_ACRONYM_LENGTH = 5


@dataclass(frozen=True, slots=True)
class Word:
    """A capitalised word of a text, where it stands and what it looks like."""

    text: str
    start: int
    end: int
    look: Look

    @property
    def lower(self) -> str:
        return self.text.lower()

    @property
    def is_initial(self) -> bool:
        return len(self.text) == 1


def runs_of_capitals(text: str, words: NameWords) -> Iterator[list[Word]]:
    """Capitalised words with nothing but spaces, initials' stops and particles between them."""
    run: list[Word] = []
    stretches = [match.span() for match in _SHOUTED.finditer(text)]
    for match in NAME_WORD.finditer(text):
        before = text[match.start() - 1 : match.start()]
        if (
            before.isalnum()
            or before in ("_", "@", "/")
            or _IN_A_DATE.search(text[: match.start()])
        ):
            continue
        if _SHORTENED.fullmatch(match[0]):
            continue
        if words.is_shouted_small_word(match[0]):
            if run:
                yield run
            run = []
            continue
        word = Word(match[0], match.start(), match.end(), words.look(match[0]))
        if word.look is Look.NAME_OR_SEASON and _is_time(text, word):
            continue
        shouted = bool(run) and run[-1].text.isupper() and len(run[-1].text) > _ACRONYM_LENGTH
        shouted = shouted or any(start <= match.start() < end for start, end in stretches)
        if run and not _joined(text, run, word, words):
            yield run
            run = []
        if match[0].isupper() and _is_short(match[0]) and not shouted:
            named = any(w.look is Look.NAME and not w.text.isupper() for w in run)
            look = words.look_of_surname if named else words.look_of_capitals
            word = replace(word, look=look(match[0]))
        run.append(word)
    if run:
        yield run


def _is_short(word: str) -> bool:
    """Whether a word, or each half of one with a hyphen, is no longer than abbreviations are."""
    return all(len(part) <= _ACRONYM_LENGTH for part in word.split("-"))


def _is_time(text: str, word: Word) -> bool:
    """Whether a month or a season stands in a date, or beside a word that tells when."""
    return bool(
        _BEFORE_A_MONTH.search(text[: word.start]) or _AFTER_A_MONTH.match(text[word.end :])
    )


def _joined(text: str, run: Sequence[Word], after: Word, words: NameWords) -> bool:
    before = run[-1]
    between = text[before.end : after.start]
    if _STOP.fullmatch(between):
        if words.is_small_word(after.text):
            return False  # "the Custody Sergeant. It was"
        # "Adult B. The visit": a code at the end of a sentence is no initial.
        coded = len(run) > 1 and run[-2].lower in CODED
        initial = before.is_initial and not coded and not _begins_anew(text, before, after)
        return initial or before.lower in cues("title") | {"st"}
    if _COLLAR_NUMBER.fullmatch(between):
        return before.lower in cues("title")
    if before.look is Look.NAME_OR_SEASON and _WHEN.search(text[: before.start]):
        return False
    return bool(_SPACE.fullmatch(between))


def _begins_anew(text: str, initial: Word, after: Word) -> bool:
    """Whether a single letter with its stop ends a sentence: "to A&E. Mother", "of K. She"."""
    joined = text[initial.start - 1 : initial.start] == "&"
    return joined or after.lower in cues("kin") | PRONOUNS
