"""Which contact details in a body's contact line are the body's: those of a family may stand beside them."""

from __future__ import annotations

import re

from ...draft import Draft, Entity
from ..passages import sentence_at, sentence_starts
from .contact_lists import ANYBODYS_MAILBOX, BODY, POST

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
# Whose a detail is, right before it: kin, people of the case, and "his" or "her" ("Her page is …").
_KIN = re.compile(
    r"\b(?i:(?:grand|great-?grand|step-?|half-|god|foster )?(?:mother|father|parents?|mum|mam|dad|sisters?|brothers?|sons?|daughters?)|"
    r"partners?|carers?|lodger|tenant|friend|nan(?:a|ny|s)?|gran\w*|aunt\w*|uncles?|siblings?|cousins?|nephew|niece|boyfriend|girlfriend|neighbours?|landlord|childminder|"
    r"next of kin|(?:child|adult|baby) [a-z\d]|home|own|personal|private|MG[MF]|PG[MF])\b"
    r"(?![’']?s?[’']? (?i:services?|teams?|support|groups?|forum|line|helpline|panel|office))"
)
_OWNED = re.compile(r"\b(?:[Hh]is|[Hh]ers?|[Mm]y)\b")


_DETAILS = frozenset({"PHONE_NUMBER", "EMAIL_ADDRESS", "URL", "SOCIAL_HANDLE"})
# What a label may say of a detail, and of nobody: "Out of hours: ", "Mobile (evenings) ".
_LABEL = frozenset(
    """tel telephone phone phones mobile mob text textphone minicom sms whatsapp fax e mail email e-mail e-mails post address mailbox
    out of hours hour office daytime day night nights evening evenings weekend weekends holidays emergency emergencies urgent duty line
    lines helpline hotline enquiries queries media press number numbers direct general main switchboard after before from until and or
    at on by the in for only also pm am our""".split()
)


def is_of_office(draft: Draft, detail: Entity) -> bool:
    """Whether a detail in a block that tells how to reach a body is that body's own.

    None is with kin, a person of the case or a person's possessive before it. An account has to be called
    as bodies' are, or given as "us". A mobile number or a mailbox that anybody may have needs a body or a
    post in its sentence, or no more than a label there ("Out of hours: …") and the body in the sentence
    before; and every detail in a sentence that names a person needs one, too.
    """
    text, start = draft.blocks[detail.span.block].text, detail.span.start
    written = draft.text_at(detail.span)
    here = [e for e in draft.entities if e.span.block == detail.span.block]
    first = max(at for at in sentence_starts(text) if at <= start)
    others = [e.span for e in here if e.label in _DETAILS]
    lead = text[max([first, *(s.end for s in others if s.end <= start)]) : start]
    people = [
        draft.text_at(e.span)
        for e in here
        if e.label == "PERSON" and not e.span.overlaps(detail.span)
    ]
    is_account = detail.label == "SOCIAL_HANDLE"
    if _is_somebodys(lead, people, text[:first], is_account):
        return False
    before = text[first:start]
    sentence = sentence_at(text, start, detail.span.end)
    if is_account:
        if _OURS.search(before):
            return True
        return bool(_BODYS_ACCOUNT.search(written)) and not _FAMILYS_ACCOUNT.search(written)
    if _MOBILE.match(written) or re.search(ANYBODYS_MAILBOX, written):
        if _answers_for_a_body(_after_people(before, people)):
            return True
        alone = _is_label(_without(here, text, first, first + len(sentence)))
        return alone and _goes_on_from_a_body(_without(here, text, 0, first), people)
    return _answers_for_a_body(sentence) or not any(name in sentence for name in people)


def _is_somebodys(lead: str, people: list[str], above: str, is_account: bool) -> bool:
    """Whether the words between one detail and the next say that the next is somebody's own."""
    if _KIN.search(lead) or any(f"{name}{mark}s" in lead for name in people for mark in "’'"):
        return True
    if _OWNED.search(lead) and (is_account or not POST.search(above + lead)):
        return True
    named = is_account and any(name in lead for name in people)
    return named and not _answers_for_a_body(_after_people(lead, people))


def _answers_for_a_body(words: str) -> bool:
    """Whether words have a body or a post in them."""
    return bool(BODY.search(words) or POST.search(words))


def _after_people(words: str, people: list[str]) -> str:
    """What words say after the last of the people whom they name."""
    return words[max((words.rfind(p) + len(p) for p in people if p in words), default=0) :]


def _without(here: list[Entity], text: str, first: int, last: int) -> str:
    """A stretch of a text with its details blotted out."""
    for each in here:
        if each.label in _DETAILS:
            gap = " " * (each.span.end - each.span.start)
            text = text[: each.span.start] + gap + text[each.span.end :]
    return text[first:last]


def _is_label(words: str) -> bool:
    """Whether words before a detail only say of which kind it is: "Out of hours: "."""
    return all(word.lower() in _LABEL for word in re.findall(r"[^\W\d_][\w’'-]*", words))


def _goes_on_from_a_body(above: str, people: list[str]) -> bool:
    """Whether the last sentence before that is more than a label is about a body or a post."""
    starts = sentence_starts(above)
    for first, last in reversed(list(zip(starts, [*starts[1:], len(above)], strict=True))):
        words = above[first:last].strip()
        if not words or (not _answers_for_a_body(words) and _is_label(words)):
            continue
        return not _KIN.search(words) and _answers_for_a_body(_after_people(words, people))
    return False
