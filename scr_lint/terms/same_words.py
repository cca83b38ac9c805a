"""Whether two long forms are the same words, whether two short forms are one miswritten."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import combinations

from ..draft import Draft, Span
from . import long_forms
from .acronyms import Acronym, Definition, find_acronyms

_MINOR = frozenset("a an and for in into of on or our the their to under with within by at".split())
# Words that stand as a name, whatever their letters.
_AS_NAME = re.compile(
    r"(?:[A-Z][\w’'-]*|of|and|the|for|in|to|&)(?:\s(?:[A-Z][\w’'-]*|of|and|the|for|in|to|&))+"
)
_ARTICLE = re.compile(r"\b(?:an?|the)\s$", re.IGNORECASE)
#: Two words at least this alike are spellings of one: "adviser", "advisor".
_ALIKE = 0.75
#: What a body may be called at the end of its name while it is the same.
_KINDS = frozenset(
    """team service unit department hub office desk group branch bureau project programme scheme
    line helpline section squad agency""".split()
)
#: Words that come and go in the name of one body, and set no two bodies apart.
_LIGHT = frozenset("nhs foundation case local need advisory disability wellbeing".split())


def content_words(long_form: str) -> list[str]:
    """The words of a long form that count, without plurals and possessives."""
    words = re.findall(r"[^\W_]+(?:['’]s)?", long_form.lower())
    plain = (re.sub(r"['’]s$", "", w) for w in words)
    return [_singular(w) for w in plain if w not in _MINOR]


def _singular(word: str) -> str:
    return re.sub(r"(?<=\w{3})s$", "", re.sub(r"(?<=\w{2})ies$", "y", word))


def same_words(one: str, other: str) -> bool:
    """Whether two long forms are one: in another order, with a name before, spelt otherwise.

    "Safeguarding Children Board" and "Northshire Safeguarding Children Board" are.
    """
    first, second = content_words(one), content_words(other)
    if "".join(first) == "".join(second) or sorted(first) == sorted(second):
        return True
    short, long = sorted((first, second), key=len)
    starts = range(len(long) - len(short) + 1)
    return bool(short) and any(_each_alike(short, long[at : at + len(short)]) for at in starts)


def one_body(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether the content words of two names are likely those of one body.

    They are the same in any order ("looked after children", "children looked after"), spelt alike,
    the same but for the kind of body (team, service), or but for a word of little weight. A word
    more at the front makes another of it: "initial child protection conference".
    """
    if min(len(one), len(other)) < 2:
        return False
    if sorted(one) == sorted(other):
        return True
    plain, others = (
        [*(w for w in words[:-1] if w not in _LIGHT), words[-1]] for words in (one, other)
    )
    if len(plain) != len(others) or len(plain) < 2:
        return False
    if plain[:-1] == others[:-1]:
        return plain[-1] == others[-1] or {plain[-1], others[-1]} <= _KINDS
    shared = sum(a == b for a, b in zip(plain, others, strict=True))
    return len(plain) > 2 and shared >= len(plain) - 1 and _each_alike(plain, others)


def within(short: Sequence[str], long: Sequence[str]) -> bool:
    """Whether the first words stand among the second, in their order."""
    rest = iter(long)
    return all(word in rest for word in short)


def firm(acronym: Acronym) -> Iterator[tuple[Definition, str]]:
    """The definitions of an acronym whose words have its letters, with those words alone."""
    for definition in acronym.definitions:
        text = definition.expansion
        end = long_forms.after(text, 0, acronym.short) if text else None
        if end is not None:
            whole = re.match(r"[^.;:(]*", text[end:])
            trailing = whole.group() if whole and len(whole.group().split()) <= 1 else ""
            yield definition, text[:end] + trailing.rstrip()
        elif definition.words and _AS_NAME.fullmatch(text):
            yield definition, text


def conflict(acronym: Acronym) -> tuple[tuple[Definition, str], tuple[Definition, str]] | None:
    """Two definitions of an acronym that differ, each with its words; None where all agree."""
    for one, other in combinations(firm(acronym), 2):
        if not same_words(one[1], other[1]):
            return one, other
    return None


def other_sense(draft: Draft, acronym: Acronym) -> tuple[Span, Span] | None:
    """A use beside other words with the same letters than those that the draft gives for them.

    "A new Families Information Team took over the letters FIT", where FIT is the Family Intervention
    Team. None for forms of two letters, whose initials many words have.
    """
    given = [words for _, words in firm(acronym)]
    wanted = long_forms.letters(acronym.short)
    if not given or len(wanted) < 3:
        return None
    for use in acronym.uses:
        text = draft.blocks[use.block].text
        for start, end in long_forms.near(text, use.start, acronym.short):
            words = text[start:end]
            between = text[end : use.start] if end <= use.start else text[use.end : start]
            named = _AS_NAME.fullmatch(words) or _ARTICLE.search(text[:start])
            each_once = len(re.findall(r"[^\W_]+", words)) == len(wanted)
            beside = named and each_once and not re.search(r"[.;:?!]\s", between)
            if beside and not any(_may_be_one(words, other) for other in given):
                return use, Span(use.block, start, end)
    return None


def _may_be_one(one: str, other: str) -> bool:
    return same_words(one, other) or one_body(content_words(one), content_words(other))


def letters_apart(one: str, other: str) -> str:
    """How two short forms differ: "swapped", "dropped" (a letter within), "changed", or ""."""
    one, other = sorted((one.upper(), other.upper()), key=len)
    if one == other or min(len(one), len(other)) < 3:
        return ""
    if len(one) == len(other):
        unlike = [i for i in range(len(one)) if one[i] != other[i]]
        if len(unlike) == 2 and len(one) > 3 and unlike[1] == unlike[0] + 1:
            first, second = unlike
            if one[first] == other[second] and one[second] == other[first]:
                return "swapped"
        return "changed" if len(unlike) == 1 else ""
    dropped = any(other[:i] + other[i + 1 :] == one for i in range(1, len(other) - 1))
    return "dropped" if len(other) == len(one) + 1 and dropped else ""


def _each_alike(first: Sequence[str], second: Sequence[str]) -> bool:
    return all(
        a == b or SequenceMatcher(None, a, b).ratio() >= _ALIKE
        for a, b in zip(first, second, strict=True)
    )


def is_miswritten(draft: Draft, acronym: Acronym) -> bool:
    """Whether a draft gives its words with two letters in the wrong order: "… Services (CAHMS)".

    The words are there then; that one body has two short forms is what there is to mend.
    """
    return any(
        letters_apart(acronym.short, other.short) == "swapped"
        and any(d.expansion for d in other.definitions)
        for other in find_acronyms(draft)
    )
