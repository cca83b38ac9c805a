"""Those who stand where an addressee may, and are none: posts to be made, staff of the body named."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ..draft import Addressee

if TYPE_CHECKING:
    from spacy.tokens import Doc

_NO = re.compile(r"(?:no|not an?|neither|never an?)\b", re.IGNORECASE)
_THE = frozenset({"the", "this", "that", "each", "such", "these"})
_NEW = frozenset({"a", "an", "another", "one"})
#: What a new post, team or body is an object or name of: "appoint a lead", "fund a post of adviser".
_OBJECTS = frozenset({"dobj", "pobj", "attr", "oprd", "conj", "nsubjpass", "appos", "dative"})


def is_made(doc: Doc, who: Addressee) -> bool:
    """Whether somebody is only to be brought in by what was asked before.

    "The Trust should appoint a lead nurse. The lead will hold the list": the second sentence says
    what the post is for.
    """
    if who.span is None:
        return False
    words = doc.char_span(who.span.start, who.span.end, alignment_mode="expand")
    if words is None or words[0].lower_ not in _THE or len(words) > 4:
        return False
    heads = {t.lower_ for t in words if t.pos_ in {"NOUN", "PROPN", "ADJ"}}
    for token in doc[: words.start]:
        new = token.dep_ in _OBJECTS and any(c.lower_ in _NEW for c in token.children)
        if new and heads <= {token.lower_, *(c.lower_ for c in token.children)}:
            return True
    return False


def is_of_them(who: Addressee) -> bool:
    """Whether somebody is meant through the body that is named beside: "staff", "no manager"."""
    return who.vague or bool(_NO.match(who.text))
