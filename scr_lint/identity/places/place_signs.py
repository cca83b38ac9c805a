"""The signs by which a capitalised name is that of a place, and of a home.

No sign settles it alone, but for a word of its own that says what kind of place it is (see
`place_types`). "Moved to Tollerby", "the man who ran Sledgers", "back to Pen-y-Rhos Fach": what tells
is the preposition and what governs it, who does it, what stands behind the name, how its words are
built and look, what the model takes them for, and what they are about, by its vectors. What each
is worth is for `likely_places` to say.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...vector_weights import Signs, mean_vector
from ..capitalised_names import governor_of, signs_after, signs_before, signs_of_name
from ..names.name_words import Look, NameWords

if TYPE_CHECKING:
    from spacy.tokens import Doc

_WIDE = 6


def find_signs(doc: Doc, start: int, end: int, words: NameWords) -> Signs | None:
    """The signs of the name at some characters; None where it is an ordinary word in its place."""
    name = doc.char_span(start, end, alignment_mode="expand")
    if name is None:
        return None
    parts = doc.text[start:end].split()
    looks = [words.look(part) for part in parts if part[0].isupper()]
    before, tags = signs_before(doc, name)
    if len(parts) == 1 and looks[0] is Look.ORDINARY and "begins" in tags:
        return None
    tags |= signs_of_name(doc, name, parts, looks)
    tags |= signs_after(doc, name)
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
