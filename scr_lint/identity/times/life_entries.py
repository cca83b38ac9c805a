"""Entries of a chronology: a date by itself, and after it what happened on that day."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ...draft import Block, Draft
from ...grammar.parse import whole_text
from ...structure.tables import row_of
from .dates import DateMention, find_dates
from .life_words import BORN, DIED, about_of, is_event, same_day, tells

if TYPE_CHECKING:
    from spacy.tokens import Doc
    from spacy.tokens import Span as SpacySpan

_BEFORE = re.compile(
    r"^[\W\d_]*(?:(?:mon|tues?|wed(?:nes)?|thurs?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s*)?(?:\(?\d{1,2}[.:]\d\d\)?\W*)?$",
    re.I,
)
_AFTER = re.compile(
    r"\s?(?:\([^)]{1,25}\)|,?\s(?:at\s)?\d{1,2}[.:]\d\d(?:\s?(?:hrs|hours|[ap]m))?)?\s?(?:[:.|–—;,-](?!\d)|\n|\s(?=[A-Z]))"
)
# Told of another day than the entry's.
_ELSEWHEN = re.compile(
    r"\b(?:had|later|previous(?:ly)?|ago|earlier|next|following|since|until|after|before|when|if|would|"
    r"due|expected|historic\w*|history|tomorrow|yesterday|(?:19|20)\d\d|last (?:week|month|year)|risk|who)\b",
    re.IGNORECASE,
)
# Verbs that in a note tell a birth or a death by themselves: others may have ended well.
_SURE = frozenset(
    "die bear deliver pronounce certify confirm verify declare kill drown murder succumb".split()
)
# What a note says without a verb, or with one that a parse of notes loses.
_NOTED = {
    DIED: re.compile(
        r"\b(?:life (?:was )?(?:pronounced |declared )?extinct|(?:pronounced|certified|declared|confirmed|found|recognised) (?:dead|deceased)|"
        r"death (?:was )?(?:confirmed|pronounced|certified|verified|declared|recognised)|ROLE\b(?! of)|PLE\b|"
        r"(?:resus\w*|CPR) (?:was )?(?:stopped|ceased|discontinued|abandoned)|(?:support|ventilation) (?:was )?withdrawn[^.;]{0,30}\b(?:died|RIP))\b"
    ),
    BORN: re.compile(
        r"\b(?:born (?:by|at (?:home|term|\d\d(?:\+\d|/40| weeks)))|[Bb](?:aby|oy|irl)(?: (?:boy|girl))? (?:born|delivered)|(?:live|still)[- ]?birth of|"
        r"safely delivered|delivered by (?:emergency |elective )?(?:c-section|caesarean|forceps|ventouse))\b",
        re.IGNORECASE,
    ),
}
_PARTS = frozenset({"ROOT", "conj", "parataxis", "appos", "dep"})


def told_in_entry(draft: Draft, block: Block, date: DateMention) -> str:
    """What the entry that a date heads tells: in the rest of its line, or in its row's other cells."""
    doc = draft.docs[block.index]
    if not _BEFORE.match(whole_text(doc)[: date.start]):
        return ""
    if whole_text(doc)[date.end :].strip(" .:|–—-"):
        return _told(doc, date.end) if _AFTER.match(whole_text(doc), date.end) else ""
    others = (b.index for b in row_of(draft, block) if b.index != block.index)
    cells = (draft.docs[index] for index in others if index in draft.docs)
    return next((told for cell in cells if (told := _told(cell, 0))), "")


def _told(doc: Doc, start: int) -> str:
    others = [d for d in find_dates(whole_text(doc)) if d.start >= start]
    for sentence in doc.sents:
        if sentence.end_char <= start or any(
            sentence.start_char <= d.start < sentence.end_char for d in others
        ):
            continue
        if told := _in_sentence(sentence, start):
            return told
    return ""


def _in_sentence(sentence: SpacySpan, start: int) -> str:
    own = whole_text(sentence.doc)[max(start, sentence.start_char) : sentence.end_char]
    noted = next((about for about, words in _NOTED.items() if words.search(own)), "")
    if noted and not _ELSEWHEN.search(own):
        return noted
    for token in sentence:
        if token.idx < start or token.dep_ not in _PARTS:
            continue
        if token.pos_ in {"VERB", "AUX"}:
            words = " ".join(t.lower_ for t in sentence if t.idx >= start)
            sure = token.lemma_.lower() in _SURE
            if sure and (told := tells(token)) and (same_day(words) or not _ELSEWHEN.search(words)):
                return told
        elif is_event(sentence.doc, token) and not _ELSEWHEN.search(sentence.text):
            return about_of(token)
    return ""
