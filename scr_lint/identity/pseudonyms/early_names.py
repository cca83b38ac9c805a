"""Chosen names that a draft uses before the sentence that declares them."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from ...draft import RUNNING, Block, Draft, Kind, Role, Span, Visibility
from ...persons.mentions import known_as
from ...settings import Names
from ..names.name_words import plain
from ..passages import sentence_starts
from .codes import CODE
from .scheme import find_scheme
from .two_names import LEFT_ALONE, DoubleName, Doubt

# "Dunnock is the name by which this girl is known", "the boy is Peregrine here".
_NAMED_HERE = re.compile(
    r"\b(?P<one>[A-Z][a-zà-ÿ]{2,}) is the name (?:by which|that|which|we|used|given)|\bis (?P<two>[A-Z][a-zà-ÿ]{2,}) here\b"
)
_NO_NAMES = frozenset("this that these those they none not his her the who what code".split())
_FEW = 12  # words of a line on a cover


def early_names(draft: Draft, names: Names) -> list[DoubleName]:
    """Chosen names in the text before the place that declares them."""
    found: list[DoubleName] = []
    in_settings = {plain(name) for name in names.pseudonyms}
    declared_at: dict[str, tuple[int, int]] = {}
    for block in draft.blocks:
        for name in _declared_in(draft, block, block.text) - in_settings:
            if name not in declared_at:
                declared_at[name] = block.index, _sentence_declaring(draft, block, name)
    for name, at in declared_at.items():
        places: list[Span] = []
        written = ""
        pattern = re.compile(
            rf"(?<![\w’'-]){re.escape(name)}(?![\w-])(?! (?:[A-Z]|\d+)\b)", re.IGNORECASE
        )
        for block in draft.blocks[: at[0] + 1]:
            if block.kind in {Kind.HEADING, Kind.TITLE} or not _tells(draft, block):
                continue
            for match in pattern.finditer(block.text):
                coded = CODE.match(block.text, max(0, match.start() - 6))
                if (block.index, match.start()) < at and match[0][0].isupper() and not coded:
                    places.append(Span(block.index, *match.span()))
                    written = written or match[0]
        if (
            places
            and not written.isupper()
            and not _is_of_a_place(draft, name)
            and not is_written_small(draft, name)
        ):
            found.append(DoubleName(written, Doubt.EARLY, "", places, 0.8))
    return found


# "Tolham Station": what is named so is a place, whatever else is called after it.
_PLACE_AFTER = r"(?:Station|Street|Road|Lane|Avenue|Airport|Aerodrome|Harbour|Junction|Hospital|School|Park|River|Bridge|Line|Terminal)"


def _is_of_a_place(draft: Draft, name: str) -> bool:
    """Whether the draft more than once has the name before a word for a place."""
    place = re.compile(rf"\b{re.escape(name)} {_PLACE_AFTER}\b", re.IGNORECASE)
    return sum(len(place.findall(block.text)) for block in draft.blocks) > 1


def _tells(draft: Draft, block: Block) -> bool:
    """Whether a block tells of people: those that do anyway, and a foreword's paragraphs."""
    if block.visibility is not Visibility.SHOWN or block.kind in RUNNING:
        return False
    role = draft.role_of(block.index)
    foreword = role is Role.FRONT_MATTER and block.is_prose and len(block.text.split()) > _FEW
    return role not in LEFT_ALONE or foreword


def _declared_in(draft: Draft, block: Block, text: str) -> set[str]:
    """The chosen names that a text, standing where a block does, declares."""
    alone = replace(draft, blocks=(replace(block, text=text),), docs={}, entities=())
    named = {plain(m["one"] or m["two"]) for m in _NAMED_HERE.finditer(text)}
    return named | _chosen(alone, Names())


def _sentence_declaring(draft: Draft, block: Block, name: str) -> int:
    """Where the sentence begins that declares a name; 0 where none does so by itself."""
    starts = [*sentence_starts(block.text), len(block.text)]
    for start, end in pairwise(starts):
        if name in _declared_in(draft, block, block.text[start:end]):
            return start
    return 0


def _chosen(draft: Draft, names: Names) -> frozenset[str]:
    """The first names that a draft declares as chosen, without the codes in its key."""
    own = {plain(name) for name in names.pseudonyms}
    return frozenset(
        name
        for name in find_scheme(draft, names).declared
        if name in own or not (len(name) < 3 or name in _NO_NAMES or known_as(name))
    )


def is_written_small(draft: Draft, word: str) -> bool:
    """Whether the draft also writes a word in small letters, so that it is no name."""
    small = re.compile(rf"\b{re.escape(word.lower())}\b")
    return any(small.search(block.text) for block in draft.blocks)
