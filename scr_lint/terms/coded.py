"""Codes for people that are written in another way once: "SW 2" beside "SW1", "SWI" for "SW1"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from ..draft import Block
from ..persons.mentions import Who, known_as
from .short_forms import ShortForm, is_code, is_listed, lexicon

_CODE = re.compile(r"(?<![\w.£/-])([A-Z]{1,4})(\d{1,2})(?![\w/-]|[.:]\d)")
_APART = re.compile(r"(?<![\w.£/-])([A-Z]{2,4}) (\d{1,2})(?![\w/%-]|[.:,]\d)")
_NUMBER_AFTER = re.compile(r" (\d{1,2}|[Il])(?![\w/%-]|[.:,]\d)")
_ARTICLE = re.compile(r"\b(?:[Tt]he|[Aa]n?|[Tt]his|[Ee]ach|[Oo]ur|[Ii]ts) $")
#: Letters that are typed, or read by a machine, for a digit.
_FOR_DIGITS = {"I": "1", "l": "1", "i": "1", "O": "0", "o": "0"}


@dataclass(frozen=True)
class CodesOfDraft:
    """The numbers that a draft gives to the letters of a code: "SW" with 1 and 2; `apart` where a space
    stands between."""

    joined: Mapping[str, frozenset[str]]
    apart: Mapping[str, frozenset[str]]

    def has(self, text: str, form: ShortForm) -> bool:
        """Whether a short form in a text is one of these codes, or the letters of one."""
        if _ARTICLE.search(text[: form.start]):
            return False  # "the SWI", "the CP 1 form": of a thing, or of a body
        number = _NUMBER_AFTER.match(text, form.end)
        if number:
            others = self.apart.get(form.short, frozenset()) - {number[1]}
            return form.short in self.joined or (bool(others) and _of_a_role(form.short))
        return self.meant(form.short) != ""

    def meant(self, letters: str) -> str:
        """The code that letters are a slip of the pen for: "SW1" for "SWI"; "" for none."""
        digit = _FOR_DIGITS.get(letters[-1])
        if digit is None or is_listed(letters):
            return ""
        return letters[:-1] + digit if digit in self.joined.get(letters[:-1], ()) else ""


def _of_a_role(letters: str) -> bool:
    """Whether letters are known to be short for somebody's role: "SW 1" is a person, "TAF 1" a meeting."""
    rows = lexicon().get(letters, ())
    return bool(rows) and all(_is_role(row["expansion"], row["domain"]) for row in rows)


def _is_role(words: str, domain: str) -> bool:
    """Whether what letters are short for is somebody's role, and no meeting ("team around the child")."""
    known = known_as(words.lower().split()[-1])
    is_person = known is not None and (known[0] is Who.STAFF or domain == "family")
    return is_person and not _JOINING.search(words)


_JOINING = re.compile(r" (?:around|for|in|of|on|to|and) ")


def codes_in(blocks: Iterable[Block]) -> CodesOfDraft:
    """The codes with a number in some blocks of a draft."""
    joined: dict[str, set[str]] = defaultdict(set)
    apart: dict[str, set[str]] = defaultdict(set)
    for block in blocks:
        for match in _CODE.finditer(block.text):
            if is_code(match[0]):
                joined[match[1]].add(match[2])
        for match in _APART.finditer(block.text):
            apart[match[1]].add(match[2])
    return CodesOfDraft(
        {k: frozenset(v) for k, v in joined.items()}, {k: frozenset(v) for k, v in apart.items()}
    )
