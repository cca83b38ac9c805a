"""Dates on which somebody in the case was born or died."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from .. import vocabulary
from ..draft import Block, Draft, Span
from ..grammar.clause_around import Clause, clause_around
from ..grammar.voice import subject_of
from ..persons.people import Side, side_of
from ..tables import row_of
from .dates import DateMention, find_dates

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_BORN, _DIED = "birth", "death"
# "date of brith", "d.o.b.", "SVD" in a midwife's note; "b." where a date follows at once.
_LABELS = {
    _BORN: r"\b(?:d(?:ate)?\.?\s?o(?:f|\.)?\s?b(?:[a-z]{2,5}|\.|\b)|birth\s?da(?:y|te)|births?(?=:)|"
    r"(?<!was )(?<!were )born|stillb(?:orn|irth)|b\.|del\.|(?<!was )(?<!were )delivered(?=[\s(:]*$)|em?cs|"
    r"[ns]vd|ftnd|(?:em)?lscs|c/s|(?:ganwyd|ganed)\b(?:\s+\w+){0,3}"
    r"|turned \w+(?: \w+){0,3}(?=[\s:,(–-]*$))",
    _DIED: r"\b(?:d(?:ate)?\.?\s?o(?:f|\.)?\s?d(?:eath|\.|\b)|time of death|died|deceased|d\.|"
    r"dec[’']d|rip|sudi|sids|nnd|iud|ple|life\s+extinct|no signs? of life|bu farw(?:[’']r)?\b(?:\s+\w+){0,3}"
    r"|death(?: was)? (?:certified|pronounced|confirmed|verified|declared)\b[^.;]{0,40}?)|†",
}
_HEADINGS = {
    _BORN: re.compile(r"\b(?:d\.?o\.?b\b|(?:date|day) of birth|birth\s?da(?:y|te)|born)", re.I),
    _DIED: re.compile(r"\b(?:d\.?o\.?d\b|(?:date|day) of death|died|deceased)", re.I),
}
# What may stand between a label and its date: "(recorded as ", ": ", " at 02.14 on ".
_UP_TO = (
    r"[\s:,(=–-]*(?:(?:is|was|are|as|on|at|ar|the|given|recorded|shown|entered|stated|believed|be|to|"
    r"in|different|some|two|records?|systems?|appears?|appeared|shown|listed|written|noted|fell|falls|variously|about|around|between|midnight|noon|and|"
    r"\d{1,2}(?:[.:]\d\d)?(?:\s?(?:hrs|hours|[ap]\.?m\.?))?)(?!\w)[\s:,(]*)*"
)
# A label in full, its date a few words on: "date of death is entered on the certificate as", "Death
# certificate: cause 1a pneumonia, date".
_FAR_LABELS = {
    _BORN: r"(?:dates? of birth|\bdob|d\.o\.b\.?)\b[^.;]{0,60}?\b(?:as|is|was|be|to)\s(?:the\s)?"
    r"|\b(?:was|is|became) (?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen) on\s(?:the\s)?"
    r"|\bbirth certificate\b[^.;]{0,60}\bdate[d:]?\s",
    _DIED: r"(?:dates? of death|\bdod|d\.o\.d\.?)\b[^.;]{0,60}?\b(?:as|is|was|be|to)\s(?:the\s)?"
    r"|\bdate of (?:\w+ )?(?:and|/|&) death\b\W*|\bdate on (?:his|her|the|their) (?:headstone|gravestone|grave|coffin|memorial)\b[^.;]{0,20}?\b(?:is|was|reads?)\s"
    r"|\bdeath certificate\b[^.;]{0,60}\bdate[:]?\s",
}
# What was done on a date beside the label: it is not the date that the label means.
_DONE_ON = re.compile(
    r"\b(?:amended|corrected|updated|registered|reg[’']d|issued|signed|checked|reviewed|certificate|notified|"
    r"verified|inquest|funeral|since|before|until)\b\W*(?:\([^)]*\)\W*)?(?:(?:on|the)\s+)*$",
    re.IGNORECASE,
)
# Who dies in public, and what dies in a manner of speaking.
_NOBODY = frozenset(
    """queen king prince princess duke pope president trust service scheme team project programme club
    partnership board charity company system idea hope practice computer""".split()
)
_OF_NOBODY = re.compile(
    rf"\b(?:{'|'.join(sorted(_NOBODY))})s?\s+(?:(?:had|has|was|were|is|are)\s+)?(?:died|born)\b[^.;]*$",
    re.IGNORECASE,
)
_AND = re.compile(r"(?:\b(?:and|or)\b|&|/)\s*(?:\w+\s+){0,2}$", re.IGNORECASE)
# "Sibling 1 (14/7/06)", "Child A (12 May 2013 – 3 February 2014)": dates of a life.
_LIFE = re.compile(
    r"(?:\b(?:child(?:ren)?|baby|infant|sibling|half[- ]sibling|brother|sister|mother|father|adult|"
    r"twins?|siblings|subject|mgm|mgf|pgm|pgf|partner)\b(?:\s+(?:[A-Z]{1,3}\d?|\d{1,2}|one|two|three))?)"
    r"(?:,?\s*[(:]|,)\s*(?:(?:male|female|m|f|boy|girl|white|british|aged?|\d+)[,;]? )*$",
    re.IGNORECASE,
)
# An event in words near its date: "the day she died (…)", "her murder, on the night of …".
_EVENT = re.compile(
    r"(?:birth|birthday|born|stillb\w+|died|dies|death|dead|killed|killing|murder(?:ed)?|drown(?:ed|ing)|"
    r"fatal(?:ly)?|suicide|hanged|homicide|smothered|strangled|deceased|extinct|lifeless)$",
    re.IGNORECASE,
)
# … and what makes of "birth" or "death" something else.
_NO_EVENT_BEFORE = re.compile(
    r"\b(?:notif\w+ of(?: the| a| his| her)?|inquest into(?: the| his| her)?|cause of|told of|"
    r"(?:following|after|before|since|until|prior to) (?:the|his|her|their|\w+['’]s)|risk of|"
    r"(?:weeks?|months?|days?|years?) (?:after|before|of)|registration of|news of|suspicion of|"
    r"charged with|(?:convicted|guilty|accused|charges?) of|trial for|attempted|conspiracy to|"
    r"threats? (?:of|to)|(?:investigation|inquiry) into(?: the| his| her)?)\s*$",
    re.IGNORECASE,
)
_NO_EVENT_AFTER = re.compile(
    r"\s+(?:overview|certificates?|panel|notification|inquir\w+|review\w*|weight|plan\w*|order|"
    r"family|parents?|registration|mother|father|partner|control|registered|visits?|contacts?|checks?|pool|centre|story|parent|"
    r"was (?:notified|reported|registered|referred|discussed|reviewed))\b",
    re.IGNORECASE,
)
# "on the morning of 4 May, and could not be revived", "4 May as the day they lost her".
_LOST = re.compile(
    r"[^.;]{0,60}?\b(?:could not be (?:revived|resuscitated|saved)|efforts to (?:revive|resuscitate|save) (?:him|her|them) (?:failed|were)|"
    r"the day (?:that |when )?(?:they|we|I|she|he|the family) (?:lost|buried|said goodbye))\b"
)
_SAYING = frozenset("call describe give put term".split())
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_WORDS_ALONE = 6
_WORDS_BEFORE, _WORDS_AFTER, _CLOSE = 12, 8, 5


@dataclass(frozen=True, slots=True)
class LifeEvent:
    """A date on which somebody was born or died; `about` is "birth" or "death"."""

    date: DateMention
    span: Span
    about: str


def births_and_deaths(draft: Draft) -> Iterator[LifeEvent]:
    """The dates of birth and death in a parsed draft, in order."""
    for index, doc in draft.docs.items():
        previous = ""
        for date in find_dates(doc.text, loose=True):
            # "given as 1 May and 5 January": the second date shares the first one's label.
            shares = previous if _AND.search(doc.text[: date.start]) else ""
            about = _labelled(draft, draft.blocks[index], date) or _told(doc, date) or shares
            previous = about
            if about:
                yield LifeEvent(date, Span(index, date.start, date.end), about)


def _labelled(draft: Draft, block: Block, date: DateMention) -> str:
    """What a label beside the date says: in the text, or at the head of its row or column."""
    before, after = block.text[: date.start], block.text[date.end :]
    if _DONE_ON.search(before) or _OF_NOBODY.search(before):
        return ""
    for about, label in _FAR_LABELS.items():
        if re.search(rf"(?:{label})$", before, re.IGNORECASE):
            return about
    for about, label in _LABELS.items():
        if re.search(rf"(?:{label}){_UP_TO}$", before, re.IGNORECASE):
            return about
        if not before and re.match(rf"\W{{1,3}}(?:\w+\W+){{0,2}}(?:{label})\b", after, re.I):
            return about
    for about, heading in _HEADINGS.items():
        if any(heading.search(words) for words in _heads(draft, block)):
            return about
    alone = not after or after[0] in ").;|" or after.startswith(("–", "-", " –", " -", " |"))
    return _BORN if alone and _LIFE.search(before) else ""


def _heads(draft: Draft, block: Block) -> list[str]:
    """The words at the head of a cell's column and row, of a note, or of a date on its own line."""
    if block.cell:
        first = [b.text for b in row_of(draft, block) if b.cell and b.cell.column == 0]
        return [block.cell.header, *(words for words in first if words != block.text)]
    doc = draft.docs[block.index]
    if "|" in block.text or not any(token.tag_ in _FINITE for token in doc):
        above = draft.blocks[block.index - 1].text if block.index else ""
        alone = len(doc) <= _WORDS_ALONE and len(above.split()) <= _WORDS_ALONE
        return [block.text, *([above] if alone else [])]
    return []


def _told(doc: Doc, date: DateMention) -> str:
    """What the clause of the date tells: that somebody was born or died on it."""
    clause = clause_around(doc, date.start, date.end)
    if clause is None or _DONE_ON.search(doc.text[: date.start]):
        return ""
    nearest = next((t for t in clause.path if t.pos_ not in {"ADP", "NUM"}), clause.head)
    if nearest.pos_ == "NOUN" and _is_event(doc, nearest):
        return _about(nearest)
    told = _by_verb(clause) or _by_words_near(doc, date, clause)
    if not told and _LOST.match(doc.text, date.end):
        return _DIED
    if not told and clause.head.lemma_.lower() in _SAYING:
        # "He passed in the night, on what the card calls a fine Sunday, 8 July 2018".
        root = next((t for t in clause.head.ancestors if t.dep_ == "ROOT"), None)
        outer = clause_around(doc, root.idx, root.idx + 1) if root is not None else None
        told = _by_verb(outer) if outer is not None else ""
    return told


def _by_verb(clause: Clause) -> str:
    """What the verb of a clause tells, with the words it needs."""
    for verb, needs, about in _verbs():
        if verb != clause.head.lemma_.lower():
            continue
        if needs is None and _of_a_person(clause.head):
            return about
        if needs is not None and needs.search(clause.text):
            return about
    return ""


@cache
def _verbs() -> list[tuple[str, re.Pattern[str] | None, str]]:
    verbs: list[tuple[str, re.Pattern[str] | None, str]] = []
    for row in vocabulary.load("scr_lint", "life_events"):
        words = "|".join(re.escape(w.strip()) for w in row["needs"].split(",") if w.strip())
        verbs.append(
            (row["verb"], re.compile(rf"\b(?:{words})\b") if words else None, row["about"])
        )
    return verbs


def _by_words_near(doc: Doc, date: DateMention, clause: Clause) -> str:
    """What a word just before or after the date tells, where no other verb claims the date."""
    words = doc.char_span(date.start, date.end, alignment_mode="expand")
    if words is None:
        return ""
    sentence = words.sent
    claimed = clause.head.pos_ == "VERB" and clause.head.i not in range(words.start, words.end)
    before = doc[max(sentence.start, words.start - _WORDS_BEFORE) : words.start]
    after = doc[words.end : min(sentence.end, words.end + _WORDS_AFTER)]
    for tokens in (list(reversed(before)), list(after)):
        for distance, token in enumerate(tokens):
            if _is_event(doc, token) and (
                not claimed
                or (distance < _CLOSE and (token.i < words.start or token.pos_ != "NOUN"))
            ):
                return _about(token)
            if token.pos_ == "VERB" or token.text in {";", ":"}:
                break
    return ""


def _is_event(doc: Doc, token: Token) -> bool:
    start, end = token.idx, token.idx + len(token)
    return bool(
        _EVENT.match(token.text)
        and (token.pos_ != "VERB" or _of_a_person(token))
        and not _NO_EVENT_BEFORE.search(doc.text, 0, start)
        and not _NO_EVENT_AFTER.match(doc.text, end)
    )


def _about(token: Token) -> str:
    return _BORN if token.lower_.startswith(("birth", "born", "still")) else _DIED


def _of_a_person(verb: Token) -> bool:
    """Whether the subject may be somebody in the case: boards and services are born, too."""
    subject = subject_of(verb)
    if subject is not None and subject.lemma_.lower() in _NOBODY:
        return False
    if subject is None or subject.pos_ != "NOUN":
        return True
    return side_of(subject) not in {Side.STAFF, Side.REVIEW}
