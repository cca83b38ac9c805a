"""Whether what could be somebody's name is that of a body, by how it is spoken of: "Marlows are using
a new form", "a doctor working for Osei"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from ...grammar.parse import neighbour, whole_text
from .name_candidates import Candidate

if TYPE_CHECKING:
    from spacy.tokens import Span as SpacySpan

# Who works for it, or what it runs.
_WORKS_FOR = re.compile(
    r"\b(?:(?:works?|worked|working) for|(?:employed|run|operated|owned|managed|subcontracted|contracted|commissioned|provided|supplied|staffed) (?:by|to|from)"
    r"|(?:staff|employees?|directors?|contractors?|customers?|branch(?:es)?|contract|services?|subsidiary|arm) (?:of|at|from|with)) $"
)
# What bodies have, and people have not.
_OWN = re.compile(
    r"(?:[’']s?)? (?:own )?(?:staff|employees?|polic(?:y|ies)|procedures?|protocols?|contracts?|website|premises|customers?|contractors?|management|"
    r"headquarters|head office|call handlers?|responders?|clinicians?|workforce|tender)\b"
)
_PLURAL = frozenset({"are", "were", "have"})


def body_signs(candidate: Candidate, words: SpacySpan) -> Iterator[str]:
    """What of the words around speaks for a body."""
    if candidate.title:
        return
    text = whole_text(words.doc)
    if _WORKS_FOR.search(text[: candidate.start]):
        yield "worked for or run by"
    if _OWN.match(text[candidate.end :]):
        yield "has what bodies have"
    if len(candidate.words) == 1 and _is_many(words):
        yield "one word with a verb of many"


def _is_many(words: SpacySpan) -> bool:
    """Whether a verb in the plural has a word by itself as its subject."""
    root = words.root
    if root.dep_ not in {"nsubj", "nsubjpass"} or any(c.dep_ == "conj" for c in root.children):
        return False
    before = neighbour(words[0], -1) if words[0].i else None
    if before is not None and (
        before.lower_ in {"and", "or", "nor", "the", "&", "did"} or before.text == ","
    ):
        return False
    after = neighbour(words[-1], 1)
    return (
        after.i == words.end and (after.lower_ in _PLURAL or after.tag_ == "VBP") and after.is_lower
    )
