"""Which contact details in a body's contact line are the body's: those of a family may stand beside them."""

from __future__ import annotations

import re

from ...draft import Draft, Entity
from ..passages import sentence_at
from .contact_lists import BODY, POST

# What bodies have in the names of their accounts, and families in theirs.
_BODYS_ACCOUNT = re.compile(
    r"board|l?scb|l?scp|partner|council|safeguard|police|constab|nhs|trust|gov|ofsted|estyn|commission|service|official|news|press|inquiry|"
    r"school|charity|helpline|support",
    re.IGNORECASE,
)
_FAMILYS_ACCOUNT = re.compile(
    r"mum|mam|dad|nan(?!t)|gran|auntie|sister|bro(?:ther)?\b|famil|justice|4ever|babe|lil|xx",
    re.IGNORECASE,
)
_OURS = re.compile(
    r"\b(?:[Ff]ollow|[Ff]ind|[Ll]ike) us\b|\b[Oo]ur (?:account|page|feed)\b|^\W*(?:Twitter|X|Facebook|Instagram|YouTube|LinkedIn)\W*:?\W*$"
)
_MOBILE = re.compile(r"(?:\+44 ?\(?0?\)? ?|0)7\d")
# A mailbox that anybody may have.
_ANYBODYS = re.compile(
    r"@(?:[\w-]+\.)*(?:gmail|googlemail|hotmail|outlook|live|yahoo|icloud|aol|btinternet|sky|talktalk|virginmedia|mailbox|protonmail)\.",
    re.IGNORECASE,
)


def is_of_office(draft: Draft, detail: Entity) -> bool:
    """Whether a detail in a block that tells how to reach a body is that body's own.

    An account has to be called as bodies' are, or given as "us". A mobile number or a mailbox that
    anybody may have needs a body or a post in its sentence; and so does every detail in a sentence
    that names a person.
    """
    text = draft.blocks[detail.span.block].text
    sentence = sentence_at(text, detail.span.start, detail.span.end)
    written = draft.text_at(detail.span)
    if detail.label == "SOCIAL_HANDLE":
        before = sentence[: max(0, sentence.find(written))]
        if _OURS.search(before):
            return True
        return bool(_BODYS_ACCOUNT.search(written)) and not _FAMILYS_ACCOUNT.search(written)
    people = [
        draft.text_at(e.span)
        for e in draft.entities
        if e.label == "PERSON"
        and e.span.block == detail.span.block
        and not e.span.overlaps(detail.span)
    ]
    if _MOBILE.match(written) or _ANYBODYS.search(written):
        before = sentence[: max(0, sentence.find(written))]
        after_person = before[
            max((before.rfind(p) + len(p) for p in people if p in before), default=0) :
        ]
        return bool(BODY.search(after_person) or POST.search(after_person))
    if BODY.search(sentence) or POST.search(sentence):
        return True
    return not any(name in sentence for name in people)
