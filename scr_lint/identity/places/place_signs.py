"""The signs by which a capitalised name is that of a place, and of a home.

No sign settles it alone, but for a word of its own that says what kind of place it is (see
`place_types`). "Moved to Tollerby", "the man who ran Sledgers", "back to Pen-y-Rhos Fach": what tells
is the preposition and what governs it, who does it, what stands behind the name, how its words are
built and look, what the model takes them for, and what they are about, by its vectors. What each
is worth is for `likely_places` to say.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ...grammar.parse import whole_text
from ...vector_weights import Signs, mean_vector
from ..capitalised_names import governor_of, signs_after, signs_before, signs_of_name
from ..names.name_words import Look, NameWords, cues, places, plain
from .place_words import kinds_by_noun, sort_of_thing
from .wide_places import county_behind

if TYPE_CHECKING:
    from spacy.tokens import Doc
    from spacy.tokens import Span as SpacySpan

_WIDE = 6
# "Coastal Outreach Team (COT)".
_LETTERS = re.compile(r" \(?[“\"‘'(]?(?P<letters>[A-Z]{2,})s?\b")
# How much speaks for a person: from the first on likely, from the second on sure.
LIKELY, _SURE = 1.2, 2.5


# What may be called after who keeps or founded it.
_CALLED_AFTER = frozenset(
    {
        "a GP practice or surgery",
        "a surgery or hospital",
        "a hospital or clinic",
        "a school",
        "a college",
        "a nursery",
    }
)
# "the Quenderby and Marl area".
_AREA = re.compile(r"(?: and [A-Z][\w-]+)? area\b")


@dataclass(frozen=True, slots=True)
class NamedPerson:
    """Somebody named in a paragraph: the characters, and how much in the draft speaks for a person."""

    start: int
    end: int
    weight: float


People = Sequence[NamedPerson]


def find_signs(
    doc: Doc, start: int, end: int, words: NameWords, people: People = ()
) -> Signs | None:
    """The signs of the name at some characters; None where it is an ordinary word in its place, or
    surely somebody's name.

    `people` are named in the paragraph.
    """
    name = doc.char_span(start, end, alignment_mode="expand")
    if name is None:
        return None
    parts = whole_text(doc)[start:end].split()
    # A school or a surgery may be called after somebody: "Dr Marlow's", "Dame Ada Marlow's".
    keeper = parts[0].rstrip(".").lower() in cues("title") and whole_text(doc)[end : end + 1] in {
        "’",
        "'",
    }
    if keeper and _has_something(name):
        return None
    for_person = weight_for_person(start, end, people)
    if for_person >= _SURE and not keeper:
        return None
    looks = [words.look(part) for part in parts if part[0].isupper()]
    before, tags = signs_before(doc, name)
    if len(parts) == 1 and looks[0] is Look.ORDINARY and "begins" in tags:
        return None
    tags |= signs_of_name(doc, name, parts, looks)
    tags |= signs_after(doc, name)
    tags |= _sort_of_words(parts, looks) | _told_beside(doc, name)
    if for_person >= LIKELY:
        tags.add("likely somebody")
    governor = governor_of(before) if "leads" in tags and before is not None else None
    governor = governor or (name.root.head if name.root.head.i != name.root.i else None)
    if governor is not None:
        tags |= {f"governor={governor.lemma_.lower()}", f"governor is {governor.pos_}"}
        for child in governor.lefts:
            if child.dep_ in {"nsubj", "nsubjpass"}:
                tags |= {f"subject={child.lemma_.lower()}", f"subject is {child.pos_}"}
    near = [*doc[max(0, name.start - _WIDE) : name.start], *doc[name.end : name.end + _WIDE]]
    vectors = {
        "name": mean_vector([t for t in name if t.is_alpha]),
        "last": mean_vector([name[-1]]),
        "governor": mean_vector([governor] if governor is not None else []),
        "near": mean_vector([t for t in near if t.is_alpha and not t.is_stop]),
    }
    return Signs(frozenset(tags), {k: v for k, v in vectors.items() if v is not None})


def _has_something(name: SpacySpan) -> bool:
    """Whether something is said to be somebody's that is no school or surgery: "Dr Marlow's evidence"."""
    owned = name.root.head
    between = [t for t in name.doc[name.end : owned.i] if t.pos_ in {"DET", "PRON"}]
    return (
        name.root.dep_ == "poss"
        and not between  # "on roll at Dame Ada Marlow's the boy …"
        and kinds_by_noun().get(owned.lemma_.lower()) not in _CALLED_AFTER
    )


def weight_for_person(start: int, end: int, people: People) -> float:
    """How much in the draft speaks for a person called by these words, or some of them; 0 for nobody."""
    return max((p.weight for p in people if p.start < end and start < p.end), default=0.0)


def _sort_of_words(parts: Sequence[str], looks: Sequence[Look]) -> set[str]:
    """Whether words of the dictionary make up the name, and what sort of thing a list says it ends in."""
    tags = set()
    if all(look is Look.ORDINARY for look in looks):
        tags |= {"all ordinary", f"ordinary words={min(len(looks), 4)}"}
    if sort := sort_of_thing(" ".join(parts)) if len(parts) > 1 else None:
        tags |= {"ends as no place", f"ends as a {sort}"}
    if any(plain(part) in places() for part in parts[:-1]):
        tags.add("begins with a known place")
    return tags


def _told_beside(doc: Doc, name: SpacySpan) -> set[str]:
    """Whether its initials stand in brackets after it, and whether somebody's kin is spoken of beside it."""
    tags = set()
    letters = _LETTERS.match(whole_text(doc), name.end_char)
    initials = "".join(word[0] for word in name.text.split() if word[0].isupper())
    if letters and len(initials) > 1 and letters["letters"].startswith(initials[:2]):
        tags.add("has letters")
    if county_behind(whole_text(doc), name.end_char):
        tags.add("in a county")
    if _AREA.match(whole_text(doc), name.end_char):
        tags.add("an area")
    if plain(name.text) in places():
        tags.add("a known town")
    near = {t.lemma_.lower() for t in name.sent}
    if near & cues("kin"):
        tags.add("kin in the sentence")
    return tags
