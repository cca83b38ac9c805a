"""Sentences with names in known places: from slots, and from the tuning half of the corpora.

In a sentence with slots (`sentences/*.txt`) each slot is filled with a drawn name. In a marked
passage the words of each marked name are exchanged for a drawn one, the same for the same word.
Either way we know where the people are; what else the sentence holds is left to the base model.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from names import CORPORA, HERE, Names

from scr_lint import vocabulary
from scr_lint.draft import Block, Draft, Role, Span
from scr_lint.evaluation.corpus import find_files, read_marked_file
from scr_lint.evaluation.gold import Gold
from scr_lint.grammar.phrases import split_phrases

_SLOT = re.compile(r"\{(\w+?)(\d?)\}|\[\[(.+?)\]\]")
# What annotators leave in a mark beside the name itself.
_NOT_NAME = re.compile(
    r"^(?:(?:mr|mrs|ms|miss|dr|prof\w*|pc|wpc|dc|ds|di|dci|ps|sgt|sister|nurse|sir|lady|lord|canon|rev\w*|"
    r"father|imam|uncle|auntie|aunty?|nan|nana|gran|baby|judge|hhj|\d+)\.?\s+)+",
    re.IGNORECASE,
)
_TITLE_BEFORE = re.compile(
    r"\b(?:mr|mrs|ms|miss|dr|prof\w*|w?pc|dc|ds|di|dci|ps|sgt|sir|mx)\.?(?:\s\d{2,5})?\s+$", re.I
)
_FEW = 45
_NEVER = {
    "t'",
    "the",
    "and",
    "of",
    "ap",
    "ab",
    "ferch",
    "bin",
    "de",
    "da",
    "dos",
    "del",
    "van",
    "al",
}
_HALF_TOWNS = """Alder Brack Cole Dun Elm Farn Gar Har Ing Kel Lang Mar Nether Ox Pem Quarn Rush Sel Thorn
Up Wex Yel Brom Cran Fen Holm Stan Wick""".split()
# Slots that lists of the program fill, with names of what no person is: its file, the column of
# words, the column that tells them apart and what stands there.
_LISTED = {
    "abroad": ("wide_places", "words", "kind", {"city abroad", "country"}),
    "home": ("towns", "words", "where", {"Britain", "Ireland", "small places"}),
    "nation": ("public_names", "name", "kind", {"people"}),
    "brand": ("public_names", "name", "kind", {"product"}),
}
_TOWN_ENDS = """ford ham ton wick by ley worth mere bury stead thorpe combe bridge port field minster cliffe
gate haven dale""".split()


@dataclass(frozen=True)
class Sentence:
    """A text, the characters of each person's name in it, and of words that nobody can say of
    whether they are one."""

    text: str
    people: tuple[tuple[int, int], ...]
    unsure: tuple[tuple[int, int], ...] = ()


def filled(names: Names, times: int) -> Iterator[Sentence]:
    """Each sentence with slots, `times` over with other names; those without slots once or twice."""
    for path in sorted((HERE / "sentences").glob("*.txt")):
        for line in path.read_text(encoding="utf-8").splitlines():
            if line.strip():
                again = times if re.search(r"\{\w+\d\}", line) else 2
                yield from (_fill(line.strip(), names) for _ in range(again))


def _fill(line: str, names: Names) -> Sentence:
    people: dict[str, tuple[str, str]] = {}
    text, spans, at = "", [], 0
    for slot in _SLOT.finditer(line):
        text += line[at : slot.start()]
        at = slot.end()
        if slot[3]:
            words = slot[3]
            title = _NOT_NAME.match(f"{words} ")
            start = len(text) + (title.end() if title and title.end() < len(words) else 0)
            text += words
            spans.append((start, len(text)))
        elif slot[2]:
            if slot[2] not in people:
                people[slot[2]] = names.person("A word too" if slot[1] == "word" else "")
            words = _form(slot[1], *people[slot[2]], names.random)
            spans.append((len(text), len(text) + len(words)))
            text += words
        else:
            text += _thing(slot[1], names.random)
    text += line[at:]
    if names.random.random() < 0.3:  # spans stay: both are one character
        text = text.replace("'", "’") if "'" in text else text.replace("’", "'")
    return Sentence(text, tuple(spans))


def _form(kind: str, given: str, family: str, draw: random.Random) -> str:
    forms = {
        "first": given,
        "full": f"{given} {family}",
        "last": family,
        "plural": family if family.endswith(("s", "z")) else f"{family}s",
        "initial": f"{given[0]}. {family}" if draw.random() < 0.7 else f"{given[0]} {family}",
        "slip": _slipped(given, draw),
        "lower": given.lower(),
        "upper": f"{given} {family}".upper(),
        "nick": given[: max(3, len(given) // 2)] + draw.choice(["y", "ie", "", "s", "o"]),
    }
    return forms.get(kind, given)


def _slipped(word: str, draw: random.Random) -> str:
    if len(word) < 4:
        return word
    at = draw.randrange(1, len(word) - 1)
    return draw.choice(
        [
            word[:at] + word[at + 1 :],
            word[:at] + word[at] + word[at:],
            word[: at - 1] + word[at] + word[at - 1] + word[at + 1 :]
            if at > 1
            else word[:at] + word[at + 1 :],
        ]
    )


@cache
def _listed(kind: str) -> tuple[str, ...]:
    """The names of a list of the program: {abroad}, {home}, {nation} or {brand}."""
    file, words, column, wanted = _LISTED[kind]
    cells = [row[words] for row in vocabulary.load("scr_lint", file) if row[column] in wanted]
    if kind == "home":
        return tuple(name for cell in cells for name in cell.split())
    return tuple(name for cell in cells for name in split_phrases(cell))


def _thing(kind: str, draw: random.Random) -> str:
    if kind in _LISTED:
        return draw.choice(_listed(kind))
    town = draw.choice(_HALF_TOWNS) + draw.choice(_TOWN_ENDS)
    year = str(draw.randint(2005, 2024))
    month = draw.choice(
        "January February March April May June July August September October November December".split()
    )
    return {
        "town": town,
        "village": draw.choice(
            [town, f"{town} St {draw.choice(['Mary', 'John', 'Peter'])}", f"Great {town}"]
        ),
        "street": f"{town} {draw.choice(['Road', 'Street', 'Lane', 'Close', 'Avenue', 'Terrace'])}",
        "school": f"{town} {draw.choice(['Primary School', 'Academy', 'High School', 'Juniors', 'Nursery'])}",
        "estate": f"{town} {draw.choice(['estate', 'Estate', 'Park', 'Fields'])}",
        "month": month,
        "year": year,
        "date": draw.choice(
            [
                f"{draw.randint(1, 28)} {month} {year}",
                f"{draw.randint(1, 28):02}/0{draw.randint(1, 9)}/{year}",
            ]
        ),
        "age": str(draw.randint(1, 45)),
    }.get(kind, town)


def exchanged(names: Names, times: int, without: str = "") -> Iterator[Sentence]:
    """The passages of the tuning half as they are, and those with names `times` more with others.

    Files whose path holds `without` are left out.
    """
    for path in find_files([CORPORA], "tuning"):
        if without and without in str(path):
            continue
        for gold in read_marked_file(path).parts:
            if gold.rules and "PRV001" not in gold.rules:
                continue  # names are not marked there
            marks = {v: _by_block(gold, v) for v in ("find", "leave", "either")}
            for again in range(times + 1):
                swap: dict[str, str] = {}
                for block in gold.draft.blocks:
                    here = marks["find"].get(block.index, [])
                    if not block.text or (again and not here):
                        continue
                    unsure = marks["leave"].get(block.index, []) + marks["either"].get(
                        block.index, []
                    )
                    if gold.draft.role_of(block.index) is Role.REFERENCES:
                        unsure = [Span(block.index, 0, len(block.text))]
                    yield from _pieces(
                        _swap(gold.draft, block, here, unsure, swap if again else None, names)
                    )


def rehearsed() -> Iterator[str]:
    """Passages of the tuning half in which names are not marked: prose to rehearse on, of which
    the base model says what is in it."""
    for path in find_files([CORPORA], "tuning"):
        for gold in read_marked_file(path).parts:
            if gold.rules and "PRV001" not in gold.rules:
                for block in gold.draft.blocks:
                    if block.text:
                        yield from (piece.text for piece in _pieces(Sentence(block.text, ())))


def _by_block(gold: Gold, verdict: str) -> dict[int, list[Span]]:
    found: dict[int, list[Span]] = {}
    for e in gold.expected:
        if e.code == "PRV001" and e.span is not None and e.verdict == verdict:
            found.setdefault(e.span.block, []).append(e.span)
    return found


def _swap(
    draft: Draft,
    block: Block,
    here: list[Span],
    unsure: list[Span],
    swap: dict[str, str] | None,
    names: Names,
) -> Sentence:
    spans = sorted(
        [(s.start, s.end, True) for s in here] + [(s.start, s.end, False) for s in unsure]
    )
    text, at, people, open_ = "", 0, [], []
    for start, end, is_person in spans:
        if start < at:
            continue
        text += block.text[at:start]
        words = block.text[start:end]
        at = end
        if not is_person:
            open_.append((len(text), len(text) + len(words)))
            text += words
            continue
        title = _NOT_NAME.match(words)
        lead = words[: title.end()] if title else ""
        name = words[len(lead) :]
        after_title = bool(title or _TITLE_BEFORE.search(text))
        if swap is not None:
            name = _other(name, after_title, swap, names)
        text += lead
        people.append((len(text), len(text) + len(name)))
        text += name
    text += block.text[at:]
    return Sentence(text, tuple(people), tuple(open_))


def _other(name: str, after_title: bool, swap: dict[str, str], names: Names) -> str:
    """A name with each of its words exchanged, written as the word was."""
    words = re.split(r"(\s+)", name)
    wordy = [w for w in words if w.strip()]
    given, family = names.person()
    for n, word in enumerate(wordy):
        bare = word.strip(".,’'")
        if len(bare) < 2 or bare.lower() in _NEVER:
            continue
        last = (n == len(wordy) - 1 and len(wordy) > 1) or (len(wordy) == 1 and after_title)
        swap.setdefault(bare.lower(), family if last else given if not n else names.person()[0])
    out = []
    for word in words:
        bare = word.strip(".,’'")
        new = swap.get(bare.lower(), "")
        if new:
            new = (
                new.upper()
                if bare.isupper() and len(bare) > 2
                else new.lower()
                if bare.islower()
                else new
            )
            word = word.replace(bare, new, 1)
        out.append(word)
    return "".join(out)


def _pieces(sentence: Sentence) -> Iterator[Sentence]:
    """A long paragraph cut after full stops, where no name is cut."""
    text = sentence.text
    if len(text.split()) <= _FEW:
        yield sentence
        return
    cuts, start = [], 0
    inside = [*sentence.people, *sentence.unsure]
    for match in re.finditer(r"[.?!][”’\"')]*\s+(?=[A-Z“‘\"'(])", text):
        if match.end() - start > 120 and not any(
            s < match.end() and e > match.start() for s, e in inside
        ):
            cuts.append((start, match.end()))
            start = match.end()
    for first, last in [*cuts, (start, len(text))]:
        piece = text[first:last].rstrip()
        yield Sentence(
            piece,
            tuple((s - first, e - first) for s, e in sentence.people if first <= s and e <= last),
            tuple(
                (max(s - first, 0), min(e, last) - first)
                for s, e in sentence.unsure
                if s < last and e > first
            ),
        )
