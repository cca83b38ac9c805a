"""What the sentences around a date tell: that somebody was born or died on it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ...grammar.clause_around import Clause, clause_around, clause_of
from ...grammar.parse import whole_text
from ...grammar.voice import subject_of
from .dates import DateMention, find_dates
from .life_words import (
    BORN,
    DIED,
    about_of,
    has_date,
    is_event,
    same_day,
    tells,
    told_by_verb,
    told_the_same_day,
)

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as SpacySpan

_SAYING = frozenset("call describe give put term".split())
_WORDS_BEFORE, _WORDS_AFTER, _CLOSE = 12, 8, 5
_DAY = r"(?:day|date|night|evening|morning|afternoon|weekend|hour|moment|time)"
# "4 May as the day they lost her".
_LOST = re.compile(
    rf"[^.;]{{0,60}}?\bthe {_DAY} (?:that |when )?(?:they|we|I|she|he|the family) "
    r"(?:lost|buried|said goodbye)\b"
)
# Said of one who did not live: enough where a sentence has one date only.
_IN_VAIN = re.compile(
    r"\b(?:could (?:not|n[’']t) be (?:revived|resuscitated|saved)|(?:efforts|attempts)(?: \w+){0,2} to (?:revive|"
    r"resuscitate|save) (?:\w+ ){1,3}(?:failed|were|was)|resuscitation (?:was|proved|failed|had been|were)\b[^.;]{0,20}|"
    r"(?:resuscitat\w+|(?:efforts|attempts|measures) to (?:revive|resuscitate|save|bring (?:him|her|them) (?:round|back)))\b[^.;,]{0,30}"
    r"\b(?:futile|fruitless|in vain|unsuccessful|to no avail|without success|had failed)|"
    r"(?:did not|didn[’']t) (?:survive(?! the first)|pull through)|nothing (?:more |further )?(?:could|to) be done (?:for|to save)|"
    r"(?:was|were) beyond (?:help|saving)|never (?:woke up|(?:re)?gained consciousness|recovered consciousness))\b",
    re.IGNORECASE,
)
# "following the death of N. on 4 May": its day, whatever came after it.
_AFTER_EVENT = re.compile(
    r"\b(?:after|following|since|before|until|prior to|despite) (?:the|his|her|their) (?:\w+ )?(?P<what>death|birth|murder|killing|suicide|stillbirth|"
    r"drowning) (?:of|to) (?P<whom>[\w’' -]{1,50}?)(?P<aged>,? (?:who was )?(?:then )?aged? [^,]{1,20})?(?P<comma>,)? on (?:the )?$",
    re.IGNORECASE,
)
# "the report ‘Why babies die’ of 4 May": in a title nobody dies.
_TITLE = re.compile(
    r"\b(?:entitled|titled|called|named|headed|report|reports|paper|article|study|audit|guidance|book|review|survey)\b,? "
    r"(?:[“\"][^”\"]*[”\"]|[‘'](?:[^’']|’(?=\w))*[’'])"
)
_LATER = re.compile(r"\b(?:later|following|next|days|weeks?|months?|years?)\b")
# "That was on 4 May", "The date was …": the sentence before says what.
_BACK = re.compile(
    rf"^\W*(?:(?:that|this|it|which|the (?:exact )?{_DAY}|all this)\W+(?:was|is|happened|had been|were|fell|took place|occurred)"
    r"(?: (?:on|recorded as|given as|in the \w+ of|the|at|\d{1,2}[.:]\d\d|hrs|hours|[ap]m))*|on|(?:date|time|day)[:,])\s*(?:the \w+ of\s+)?$",
    re.IGNORECASE,
)
# "4 May, when he was killed"; "the night he was killed (4 May)"; "4 May, the anniversary of …".
_WHEN_AFTER = re.compile(
    rf"[\s,(–-]*(?:as |is |was |being |became |remains )?(?:when|on which|(?:the|his|her|their) (?:\w+ )?(?:{_DAY}|anniversary)"
    r"(?: of| that| when| on which)?)\s",
    re.IGNORECASE,
)
# "Each 4 May they go to the grave: it is the day he died".
_WHICH_IS = re.compile(
    rf"\b(?:it|this|that|which) (?:is|was|being|would be|would have been)(?: also)? (?:the|his|her|their) (?:\w+ )?(?:{_DAY}|anniversary)"
    r"(?: of| that| when| on which)?\s",
    re.IGNORECASE,
)
_DAY_BEFORE = re.compile(
    rf"\b(?:{_DAY}|anniversary)(?: of| that| when| on which)?\s(?P<what>[^.;:]{{2,60}}?)\W+"
    r"(?:(?:being|was|is|falls|fell|which is|that is|namely|i\.?e\.?)\s)?(?:(?:on|a|the)\s)*(?:\w+day,?\s)?$",
    re.IGNORECASE,
)
_BRACKETED = re.compile(
    r"\b(?P<what>death|birth|murder|killing|suicide|stillbirth|drowning)(?: (?:of|at|in) (?:[\w’']+ ?){1,4})?"
    r"\s*(?:,|\(|–|:|\bon\b)\s*(?:(?:on|the)\s)*(?:the (?:morning|night|evening|afternoon) of\s)?$",
    re.IGNORECASE,
)
_OF_ANOTHER_DAY = re.compile(
    r"\b(?:inquest|notif\w+|news|press|ran|papers?|stor(?:y|ies)|articles?|coverage|headlines?|inform\w+|told|review\w*|inquiry|investigat\w+|charge\w*|trial|convict\w+|guilty|"
    r"register\w*|registration|discuss\w*|report\w*|refer\w*|learn\w*|heard|attempted|threat\w*|conspiracy|arrest\w*|cause|"
    r"(?:risk|danger|fears?|chances?|possibility) of (?:a |his |her |their )?(?:\w+ )?(?:death|suicide|murder|killing|drowning))\b"
    r"|\b(?:weeks?|months?|days?|years?|shortly|soon|long|just) (?:after|before|of|since)\b[^(]*$",
    re.IGNORECASE,
)
# "the last hours of the girl's life, on 4 May".
_LAST_HOURS = re.compile(
    r"\b(?:last|final) (?:hours?|moments|minutes|day|night|morning|evening|breath) of [^.;]{3,40}?"
    r"[,(–\s]+(?:on\s)?(?:the\s)?$",
    re.IGNORECASE,
)
# What is written on a stone or a card, and for whom.
_MEMORIAL = re.compile(
    r"\b(?:head-?stone|grave-?stone|plaque|memorial|(?:on (?:his|her|the|their)) grave|(?:the|his|her|their|[’']s) stone (?=says|reads|gives|shows|bears)|coffin|tattoo(?:ed)?|order of service|"
    r"obituary|in (?:loving )?memory|epitaph|wooden cross|locket|in memoriam|memory (?:box|card|book)|"
    r"(?-i:Fell asleep|FELL ASLEEP)|fell asleep (?:peacefully on|in (?:jesus|the lord|god|peace|the arms)|(?=\d))|sunrise|sunset|born asleep|grew (?:her|his) wings|gained (?:her|his) wings)\b",
    re.IGNORECASE,
)
_SAYS = re.compile(
    r"\b(?:says|reads?|shows?|gives?|bears?|carries|carved|inscribed|inscription|engraved|"
    r"sunrise|sunset|asleep|wings|memory|memoriam)\b|[:“\"‘]",
    re.IGNORECASE,
)
_SET_UP = re.compile(
    r"\b(?:installed|unveiled|visited|placed|laid|put up|erected|opened|moved|vandalised|held)\b[^.;]*$",
    re.IGNORECASE,
)


def told(doc: Doc, date: DateMention) -> str:
    """What is told of a date: "birth", "death", or nothing."""
    words = doc.char_span(date.start, date.end, alignment_mode="expand")
    clause = clause_around(doc, date.start, date.end)
    if clause is None or words is None:
        return ""
    if is_in_title(doc, date, clause):
        return ""
    return (
        _by_noun_above(doc, clause)
        or told_by_verb(clause)
        or _by_words_near(doc, words, clause)
        or _by_words_around(doc, date, words)
        or _by_other_clauses(words, clause)
        or _by_inscription(doc, date, words)
        or _by_sentence_beside(doc, date, words)
    )


def is_in_title(doc: Doc, date: DateMention, clause: Clause) -> bool:
    """Whether the verb that a date hangs on stands in the title of a paper before it."""
    titles = _TITLE.finditer(whole_text(doc), clause.head.sent.start_char, date.start)
    return any(match.start() <= clause.head.idx < match.end() for match in titles)


def _by_noun_above(doc: Doc, clause: Clause) -> str:
    nearest = next((t for t in clause.path if t.pos_ not in {"ADP", "NUM"}), clause.head)
    return about_of(nearest) if nearest.pos_ == "NOUN" and is_event(doc, nearest) else ""


def _by_words_near(doc: Doc, words: SpacySpan, clause: Clause) -> str:
    """What a word just before or after the date tells, where no other verb claims the date."""
    sentence = words.sent
    claimed = clause.head.pos_ == "VERB" and clause.head.i not in range(words.start, words.end)
    before = doc[max(sentence.start, words.start - _WORDS_BEFORE) : words.start]
    after = doc[words.end : min(sentence.end, words.end + _WORDS_AFTER)]
    for tokens in (list(reversed(before)), list(after)):
        for distance, token in enumerate(tokens):
            if is_event(doc, token) and _is_dated_otherwise(token, words):
                break
            if is_event(doc, token) and (
                not claimed
                or (distance < _CLOSE and (token.i < words.start or token.pos_ != "NOUN"))
            ):
                return about_of(token)
            if token.pos_ == "VERB" or token.text in {";", ":"} or token.lower_ == "when":
                break
    return ""


def _is_dated_otherwise(event: Token, words: SpacySpan) -> bool:
    """Whether the clause that tells of an event has a date of its own, and these words stand outside it."""
    verbs = (t for t in (event, *event.ancestors) if t.pos_ in {"VERB", "AUX"})
    verb = next(verbs, None)
    if verb is None:
        return False
    clause = clause_of(verb)
    return words.root not in clause.tokens and has_date(clause)


def _by_words_around(doc: Doc, date: DateMention, words: SpacySpan) -> str:
    """What is put beside the date: "her death (4 May)", "4 May, when he was killed"."""
    before = whole_text(doc)[words.sent.start_char : date.start]
    if match := _AFTER_EVENT.search(before):
        # "Following the death of his aunt, on 4 May he left": without a comma after it, the day is of what follows.
        ended = not match["comma"] or whole_text(doc).startswith(",", date.end)
        start = words.sent.start_char + match.start("whom")
        whom = doc.char_span(start, words.sent.start_char + match.end("whom"), "expand") or ()
        if ended and not any(t.pos_ in {"VERB", "AUX"} or t.tag_ == "PRP" for t in whom):
            return BORN if match["what"].lower().endswith("birth") else DIED
        return ""
    if (match := _BRACKETED.search(before)) and not _OF_ANOTHER_DAY.search(before):
        return BORN if match["what"].lower().endswith("birth") else DIED
    if match := _WHEN_AFTER.match(whole_text(doc), date.end):
        return _first_event(doc, match.end(), words.sent.end_char)
    after = whole_text(doc)[date.end : words.sent.end_char]
    if (match := _WHICH_IS.search(after)) and len(find_dates(words.sent.text, loose=True)) == 1:
        return _first_event(doc, date.end + match.end(), words.sent.end_char)
    if match := _DAY_BEFORE.search(before):
        start = words.sent.start_char + match.start("what")
        return _first_event(doc, start, words.sent.start_char + match.end("what"))
    return DIED if _LOST.match(whole_text(doc), date.end) or _LAST_HOURS.search(before) else ""


def _first_event(doc: Doc, start: int, end: int) -> str:
    """What the first verb or event's noun between two characters tells."""
    for token in doc.char_span(start, end, alignment_mode="expand") or ():
        if token.pos_ in {"VERB", "AUX"} and token.dep_ not in {"aux", "auxpass"}:
            return tells(token) or (about_of(token) if is_event(doc, token) else "")
        if token.pos_ == "NOUN" and is_event(doc, token):
            return about_of(token)
    return ""


def _by_other_clauses(words: SpacySpan, clause: Clause) -> str:
    """What another clause of the sentence tells of the same day."""
    head = clause.head
    if head.lemma_.lower() in _SAYING:
        # "He passed in the night, on what the card calls a fine Sunday, 8 July 2018".
        return tells(next((t for t in head.ancestors if t.dep_ == "ROOT"), head))
    subject = subject_of(head)
    if head.lemma_ == "be" and subject is not None and subject.lower_ == "it":
        # "It was on 4 May that he took his own life".
        for child in head.subtree:
            if child.dep_ in {"ccomp", "relcl", "advcl", "acl"} and child.i > words.end:
                return tells(child)
    if head.dep_ == "advcl" and any(c.lower_ in {"when", "as"} for c in head.children):
        return tells(head.head)
    if told := told_the_same_day(head):
        return told
    alone = len(find_dates(words.sent.text)) == 1
    return DIED if alone and _is_in_vain(words.sent) else ""


def _is_in_vain(sentence: SpacySpan) -> bool:
    return bool(_IN_VAIN.search(sentence.text)) and not _LATER.search(sentence.text)


def _by_inscription(doc: Doc, date: DateMention, words: SpacySpan) -> str:
    """What a stone, a bench or an order of service says; of two dates the first is the birth."""
    near = whole_text(doc)[max(0, words.sent.start_char - 60) : words.sent.end_char]
    before = whole_text(doc)[words.sent.start_char : date.start]
    if not (_MEMORIAL.search(near) and _SAYS.search(near)) or _SET_UP.search(before):
        return ""
    later = [d for d in find_dates(whole_text(doc)) if date.end < d.start < date.end + 20]
    return BORN if later else DIED


def _by_sentence_beside(doc: Doc, date: DateMention, words: SpacySpan) -> str:
    """What the sentence before or after tells: "He died. It was 4 May", "… He died that night"."""
    sentence = words.sent
    before = whole_text(doc)[sentence.start_char : date.start]
    if sentence.start and _BACK.match(before) and len(sentence) - len(words) < _WORDS_AFTER:
        previous = doc[sentence.start - 1].sent
        return _told_in(previous) or (DIED if _is_in_vain(previous) else "")
    if sentence.end < len(doc) and not any(t.is_alpha for t in sentence if t not in words):
        following = doc[sentence.end].sent
        return _tells_or_goes_on(following.root) or _first_event(
            doc, following.start_char, following.end_char
        )
    if sentence.end < len(doc) and len(find_dates(sentence.text)) == 1:
        following = doc[sentence.end].sent
        if _is_in_vain(following):
            return DIED
        if same_day(following.text):
            return _tells_or_goes_on(following.root)
    return ""


def _told_in(sentence: SpacySpan) -> str:
    """What a sentence tells that the next one dates: in its main clause, or as what is known."""
    known = (t for t in sentence if t.dep_ == "ccomp" and t.head == sentence.root)
    return next((told for verb in (sentence.root, *known) if (told := _tells_or_goes_on(verb))), "")


def _tells_or_goes_on(verb: Token) -> str:
    return tells(verb) or told_the_same_day(verb)
