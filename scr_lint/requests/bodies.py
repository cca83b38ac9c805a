"""Tells whether a noun phrase names a body or a post that can be asked to act."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from enum import Enum
from functools import cache

from .. import vocabulary

_WORD = re.compile(r"[^\W_]+(?:[’'\-.&][^\W_]+)*")
_GENERIC = frozenset(
    """a an adult-facing all any appropriate both commissioned community different each every
    front-line frontline health its key lead local member multi-agency operational other our partner
    professional public relevant respective specialist statutory support the their these those
    three two universal various voluntary""".split()
)
#: What parts the names in an agency cell or a heading; "Head of Safeguarding" stays whole.
_BETWEEN = re.compile(r"[,;/&+\n()\[\]]|\s[–—-]\s|\b(?:and|with|together|via|through|by|plus)\b")
_INTRODUCTION = re.compile(
    r"^\W*(?:(?:\w+ ){0,2}(?:recommend(?:ations?|ed)|actions?|proposals?)\s+)?"
    r"(?:for the attention of|for|to|by|(?:required|asked|expected) of)\s+",
    re.IGNORECASE,
)
_PLACEHOLDER = re.compile(
    r"\W*(?:n/?a|none|ongoing|immediate\w*|tb[acd]|x+|to be \w+|not \w+)?\W*", re.IGNORECASE
)
#: The number of a form or a paragraph: "form CP7".
_CODE = re.compile(r"[A-Z]{1,4}\d+[A-Za-z]?")
_STATUS = frozenset(
    "high medium low red amber green complete completed open closed yes no done new".split()
)
_PREPOSITION = re.compile(r"\s(?:of|for|in|at|on|to|from|within|across|responsible|who|that)\s")


#: Everybody who answers a description: "everyone who works with children".
_ALL_WHO = re.compile(
    r"\W*(?:all |any |every )?(?:those|anyone|anybody|everyone|everybody|all|whoever|people|others)"
    r"(?: of (?:us|them))? (?:who|that|whose|with|in contact|involved|concerned|responsible|employed|[a-z]+ing)\b",
    re.IGNORECASE,
)


class Standing(Enum):
    """What a noun phrase is as an addressee: one that knows it is meant, or too wide to."""

    NAMED = "named"
    VAGUE = "vague"


def standing(phrase: str) -> Standing | None:
    """The standing of a noun phrase that ends in its head word; None where it names nobody.

    "Trust staff" is named although staff alone are vague: their employer says who they are.
    Agencies stay vague whatever stands before them.
    """
    words = _WORD.findall(phrase)
    row, length = _listed(words)
    if row is None or row["kind"] == "thing":
        return None
    if row["kind"] != "vague":
        return Standing.NAMED
    before = words[: len(words) - length]
    told_whose = row["type"] == "people" and names_body(" ".join(before))
    told_which = row["type"] == "units" and any(_says_which(word) for word in before)
    return Standing.NAMED if told_whose or told_which else Standing.VAGUE


def names(phrase: str) -> bool:
    """Whether a noun phrase inside a sentence is a listed addressee or has the shape of one."""
    return standing(phrase) is not None or is_proper(phrase, first=False)


def names_body(phrase: str) -> bool:
    """Whether some words hold the name of a body or a post ("at the Trust", "ICB").

    A whole sector ("health") is no employer.
    """
    words = _WORD.findall(phrase)
    for end in range(1, len(words) + 1):
        row, _ = _listed(words[:end])
        if is_acronym(words[end - 1]) or (
            row and row["kind"] in {"body", "role", "name"} and row["type"] != "sector"
        ):
            return True
    return False


def is_proper(phrase: str, *, first: bool) -> bool:
    """Whether a phrase has the shape of a name: an acronym, or a capital on its last word.

    `first` is true where the phrase begins a sentence, so that its first capital says nothing.
    What is written so and never acts (a protocol, Child B) is left out.
    """
    words = _WORD.findall(phrase)
    if not words or any(is_thing(word) for word in words) or _CODE.fullmatch(words[-1]):
        return False
    return is_acronym(words[-1]) or (words[-1][0].isupper() and (len(words) > 1 or not first))


def is_acronym(word: str) -> bool:
    """Whether a word is written as an acronym that may stand for a body ("ICB", "GPs")."""
    letters = word.removesuffix("s")
    return len(letters) > 1 and letters.isalpha() and letters.isupper() and not is_thing(word)


def standing_beside(words: str, *, heading: bool = False) -> Standing | None:
    """The standing of an agency cell or a heading, which may hold several names.

    Named when any of them is. A cell counts when it holds anything with the shape of a name; a
    heading, which may be a topic, only for a known body or post, or an acronym.
    """
    found: set[Standing] = set()
    if _PLACEHOLDER.fullmatch(words):
        return None
    words = _INTRODUCTION.sub("", words)
    if _ALL_WHO.match(words):
        return Standing.VAGUE  # "those working with families", whatever they are called after it
    for part in _BETWEEN.split(words):
        at = _PREPOSITION.search(part)
        name = part[: at.start()] if at else part
        known = standing(name)
        shaped = any(map(is_acronym, _WORD.findall(name)[-1:]))
        if known:
            found.add(known)
        elif shaped or (not heading and (is_proper(name, first=False) or _is_post(name))):
            found.add(Standing.NAMED)
    if Standing.NAMED in found:
        return Standing.NAMED
    return Standing.VAGUE if found else None


def _is_post(words: str) -> bool:
    """Whether what stands in an agency cell can be a team or post: "Paediatric liaison"."""
    found = _WORD.findall(words)
    return (
        bool(found)
        and not any(is_thing(w) or w.isdigit() for w in found)
        and (words.strip().lower() not in _STATUS)
    )


def is_people(phrase: str) -> bool:
    """Whether a noun phrase is one of people too many to be meant ("staff", "managers")."""
    row, _ = _listed(_WORD.findall(phrase))
    return row is not None and row["type"] == "people"


def is_post(phrase: str) -> bool:
    """Whether a noun phrase is one of those who hold a post, and is no body ("midwives")."""
    row, _ = _listed(_WORD.findall(phrase))
    return row is not None and row["kind"] == "role"


def is_sector(phrase: str) -> bool:
    """Whether a phrase names a whole sector: "education", "health"."""
    row, length = _listed(_WORD.findall(phrase))
    return row is not None and row["type"] == "sector" and length == len(_WORD.findall(phrase))


def bare_name(words: str) -> str:
    """What a cell or heading names, without "Recommendations for" before it."""
    return _INTRODUCTION.sub("", words).strip()


def _listed(words: Sequence[str]) -> tuple[Mapping[str, str] | None, int]:
    """The row of the longest listed phrase at the end of some words, and its length."""
    table, names = _table()
    for start in range(len(words)):
        ending = [_plain(word) for word in words[start:]]
        exact, singular = tuple(ending), (*ending[:-1], _singular(ending[-1]))
        if (
            exact in names
            and start
            and (_in_name(words[start - 1], words[start]) or any(map(is_acronym, words[:start])))
        ):
            return names[exact], len(ending)
        row = table.get(exact) or table.get(singular)
        if row is not None:
            return row, len(ending)
    return None, 0


def _says_which(word: str) -> bool:
    return word.lower() not in _GENERIC and not word[0].isdigit()


def _in_name(previous: str, word: str) -> bool:
    return word[0].isupper() and previous[0].isupper() and previous.lower() not in _GENERIC


def is_thing(word: str) -> bool:
    """Whether a word stands for what never acts: a policy, a child, a month."""
    plain = _plain(word)
    table, _ = _table()
    row = table.get((plain,)) or table.get((_singular(plain),))
    return row is not None and row["kind"] == "thing"


@cache
def _table() -> tuple[Mapping[tuple[str, ...], Mapping[str, str]], ...]:
    """Rows by their words: those that count anywhere, and those that count in names."""
    anywhere: dict[tuple[str, ...], Mapping[str, str]] = {}
    in_names: dict[tuple[str, ...], Mapping[str, str]] = {}
    for row in vocabulary.load("scr_lint", "bodies"):
        rows = in_names if row["kind"] == "name" else anywhere
        rows.setdefault(tuple(map(_plain, _WORD.findall(row["words"]))), row)
    return anywhere, in_names


def _plain(word: str) -> str:
    """A word in lower case, without its possessive ending."""
    return re.sub(r"(?:'s|(?<=s)')$", "", word.lower().replace("’", "'"))


def _singular(word: str) -> str:
    if word.endswith("ies"):
        return f"{word[:-3]}y"
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word
