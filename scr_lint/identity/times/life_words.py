"""Words that say that somebody was born or died: verbs with what they need, nouns, and what undoes them."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from ... import vocabulary
from ...grammar.clause_around import Clause, clause_of
from ...grammar.voice import subject_of
from ...persons.people import Side, side_of
from .dates import find_dates

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

BORN, DIED, EITHER = "birth", "death", "birth or death"
# Who dies in public, and what dies in a manner of speaking.
NOBODY = frozenset(
    """queen king prince princess duke pope president trust service scheme team project programme club
    partnership board charity company system idea hope practice computer boiler engine battery phone
    laptop dog cat pet puppy horse rabbit hamster plant tree fire line conversation interest""".split()
)
# An event in words near its date: "the day she died (…)", "her murder, on the night of …".
_EVENT = re.compile(
    r"(?:birth|birthday|born|stillb\w+|died|dies|death|dead|killed|killing|murder(?:ed)?|drown(?:ed|ing)|"
    r"fatal(?:ly)?|suicides?|hanged|homicide|smothered|strangled|deceased|extinct|lifeless|passing|manslaughter|infanticide|"
    r"filicide|demise|fatality|asphyxiation|suffocation|strangulation|electrocution|sudi|sids|sudc)$",
    re.IGNORECASE,
)
# … and what makes of "birth" or "death" something else.
_NO_EVENT_BEFORE = re.compile(
    r"\b(?:(?:notif\w+|inform\w+|told|news|word|aware|heard|learn\w+|spoke|talk(?:ed|ing)?|cause|report\w*|record\w*|fear\w*|thoughts|possibility) (?:of|about)"
    r"(?: (?:the|a|an|his|her|their|this|that|[\w’']+['’]s))?|inquest into(?: the| his| her)?|"
    r"(?:regist\w+|report(?:ed|ing)?|notif(?:ied|ying)|mourn\w*|discuss\w*|investigat\w+|review\w*|griev\w+|plann?\w*|recall\w*|remember\w*|in) (?:the |a |his |her |their |this )?|"
    r"(?:following|after|before|since|until|prior to) (?:the|his|her|their|\w+['’]s)|risk of|"
    r"(?:weeks?|months?|days?|years?) (?:after|before|of)|registration of|news of|suspicion of|"
    r"charged with|(?:convicted|guilty|accused|charges?) of|trial for|attempted|conspiracy to|"
    r"threats? (?:of|to)|(?:investigation|inquiry) into(?: the| his| her)?|\b(?:pre|post|ante|new|near)[-\s])\s*$",
    re.IGNORECASE,
)
_NO_EVENT_AFTER = re.compile(
    r"\s+(?:overview|certificates?|panel|notification|inquir\w+|review\w*|weight|plan\w*|order|"
    r"family|parents?|registration|mother|father|partner|control|registered|visits?|contacts?|checks?|pool|centre|story|parent|"
    r"was (?:notified|reported|registered|referred|discussed|reviewed))\b",
    re.IGNORECASE,
)
# "The deceased's mother found the letters": who died is named, and no death is told.
_THE_DECEASED = re.compile(r"\bthe deceased (?:['’]s )?(?=\w)")
_OF_THE_EVENT = frozenset("date day night time place event scene".split())
_FINDING = frozenset("find discover locate see pronounce declare leave".split())
# Verbs with which a team or a school may have or get a child, too.
_OF_PEOPLE = frozenset("have get become lose add arrive".split())
_MODALS = frozenset("may might could should can must".split())
_NOT_ONE = frozenset({"nobody", "no", "none", "nothing", "neither"})
_UNREAL = frozenset(
    """threaten try attempt want wish plan intend fear hope offer expect worry vow promise prepare
    conspire encourage ask refuse imagine dream pretend decide talk""".split()
)
#: On the day that somebody is convicted of a killing, nobody is killed.
ACCUSED = frozenset("convict guilty charge accuse acquit try arrest sentence plead suspect".split())
# What somebody meant to do and may not have done: "attempts on her own life", "thoughts of dying".
_INTENTS = frozenset(
    "attempt threat plan wish desire intention intent thought idea urge fear risk danger try effort talk way".split()
)
_BROUGHT_OFF = re.compile(r"\b(?:succe\w+|fatal\w*|completed|died|dead|killed)\b")
#: Words that put what is under them on another day.
AWAY = frozenset("after before since until till following prior short".split())
# "in the early hours": nobody came early.
_HOURS = re.compile(r"\b(?:early|small) hours\b")
_MEANS = frozenset(
    """overdose stroke fire blow injury fall crash collision attack illness drug bullet tablet assault
    stabbing accident explosion seizure haemorrhage infection incident beating shooting wound""".split()
)
# "A stillbirth followed on 4 May", "Her murder took place on …": verbs of what only happens.
_HAPPENING = frozenset("happen occur follow come take fall ensue be".split())
# A later moment than the date that the clause before gives.
_LATER = re.compile(
    r"\b(?:later|afterwards?|after|before|previous|earlier|next|following|since|until|when|ago|would|had|"
    r"(?:19|20)\d\d|tomorrow|weeks?|months?|years?|days)\b"
)
_SAME_DAY = re.compile(
    r"\b(?:(?:that|the same) (?:very )?(?:day|night|evening|morning|afternoon)|(?:hours|minutes|moments) later|"
    r"later (?:that|the same) \w+|shortly after(?:wards)?|soon after(?:wards)?|at the scene|on (?:her |his )?arrival|"
    r"instantly|at once|there and then|on the spot|within (?:the hour|hours|minutes))\b"
)


def told_by_verb(clause: Clause) -> str:
    """What the verb of a clause tells, with the words it needs: a birth, a death, or nothing."""
    head = clause.head
    if _has_not_happened(head):
        return ""
    words = _THE_DECEASED.sub(" ", _with_what_it_shares(clause))
    # "was found hanging on 4 May": the finding tells it, and the date hangs on what was found.
    found = head.dep_ in {"xcomp", "ccomp", "oprd", "acl"} and head.head.lemma_ in _FINDING
    verbs = {head.lemma_.lower(), *([head.head.lemma_.lower()] if found else [])}
    for verb, needs, unless, about in _verbs():
        if verb not in verbs or (unless and unless.search(words)):
            continue
        if needs is None and of_a_person(head):
            return about
        if (
            needs is not None
            and needs.search(words)
            and (verb not in _OF_PEOPLE or of_a_person(head))
        ):
            return about
    if _is_passing(head):
        return DIED
    subject = subject_of(head)
    if subject is None:
        return ""
    if head.lemma_ in _HAPPENING and is_event(head.doc, subject):
        return about_of(subject)
    # "The overdose that killed her was taken on 4 May".
    if subject.lemma_.lower() in _MEANS:
        return next((DIED for c in subject.children if c.dep_ == "relcl" and tells(c)), "")
    return ""


def _with_what_it_shares(clause: Clause) -> str:
    """The words of a clause, with the subject or the verb above that it shares.

    Words that it puts on another day are left out ("was on a plan until his death"), and of a clause that
    says what was, what others thought or feared ("they were of the opinion that his death was near").
    """
    head = clause.head
    path = {token.i for token in clause.path}
    own = (t.lower_ for t in clause.tokens if not _is_beside_the_point(t, head, path))
    words = _HOURS.sub(" ", " ".join(own))
    if head.dep_ == "conj" and (subject := subject_of(head)) and subject not in clause.tokens:
        words = f"{' '.join(t.lower_ for t in subject.subtree)} {words}"
    if head.dep_ in {"xcomp", "ccomp", "oprd", "acl"} and head.head.lemma_ in _FINDING:
        words = f"{clause_of(head.head).text} {words}"
    return words


def _is_beside_the_point(token: Token, head: Token, path: set[int]) -> bool:
    """Whether a word of a clause stands under one that puts it on another day, or in a clause about a noun."""
    for above in token.ancestors:
        if above.i in path:
            break
        if above.lower_ in AWAY and above.dep_ in {"prep", "mark", "advmod"}:
            return True
        if above.dep_ == "acl" and head.lemma_ == "be":
            return True
    return token.dep_ == "acl" and head.lemma_ == "be" and token.i not in path


def _has_not_happened(verb: Token) -> bool:
    """Whether a verb tells what somebody wanted, feared, might have or was tried for: "threatened to kill her"."""
    modal = any(c.dep_ == "aux" and c.lower_ in _MODALS for c in verb.children)
    wished = verb.dep_ in {"xcomp", "ccomp"} and verb.head.lemma_ in _UNREAL
    tried = verb.dep_ == "pcomp" and verb.head.head.lemma_.lower() in ACCUSED
    meant = verb.head.head if verb.dep_ == "pcomp" else verb.head if verb.dep_ == "acl" else None
    if meant is not None and meant.lemma_.lower() in _INTENTS:
        return not _BROUGHT_OFF.search(verb.sent.text)
    subject = subject_of(verb)
    denied = any(c.dep_ == "neg" for c in verb.children) or (
        subject is not None and any(t.lower_ in _NOT_ONE for t in subject.subtree)
    )
    return wished or tried or (modal and not denied)


def tells(verb: Token) -> str:
    """What a verb tells in its own clause, wherever the date stands."""
    return told_by_verb(clause_of(verb))


def told_the_same_day(first: Token) -> str:
    """What is told of the same day by a verb beside this one: "was admitted and died"."""
    for verb in first.conjuncts:
        if verb.i > first.i and verb.pos_ in {"VERB", "AUX"} and (told := tells(verb)):
            clause = clause_of(verb)
            if not has_date(clause) and (
                _SAME_DAY.search(clause.text) or not _LATER.search(clause.text)
            ):
                return told
    return ""


def has_date(clause: Clause) -> bool:
    """Whether a clause gives a date, on which what it tells fell."""
    first, last = clause.tokens[0], clause.tokens[-1]
    return bool(find_dates(last.doc.text[first.idx : last.idx + len(last)], loose=True))


def same_day(words: str) -> bool:
    """Whether a sentence goes on with the day of the one before: "He died that night"."""
    return bool(_SAME_DAY.search(words.lower()))


def is_event(doc: Doc, token: Token) -> bool:
    """Whether a word tells of a birth or a death, and not of a certificate or an inquest."""
    start, end = token.idx, token.idx + len(token)
    return bool(
        _EVENT.match(token.text)
        and not is_the_deceased(token)
        and (token.pos_ != "VERB" or of_a_person(token))
        and not (token.dep_ == "compound" and token.head.lemma_ not in _OF_THE_EVENT)
        and not _NO_EVENT_BEFORE.search(doc.text, 0, start)
        and not _NO_EVENT_AFTER.match(doc.text, end)
    )


def is_the_deceased(token: Token) -> bool:
    """Whether "deceased" stands for a person: "the deceased's son visited" tells of no death."""
    return token.lower_ == "deceased" and (
        any(c.dep_ == "det" for c in token.lefts)
        or (token.i > 0 and token.nbor(-1).lower_ in {"the", "this"})
    )


def about_of(token: Token) -> str:
    """Whether an event's word is of a birth or of a death."""
    return BORN if token.lower_.startswith(("birth", "born", "still")) else DIED


def of_a_person(verb: Token) -> bool:
    """Whether the subject may be somebody in the case: boards and services are born, too."""
    subject = subject_of(verb)
    if subject is not None and subject.lemma_.lower() in NOBODY:
        return False
    if subject is None or subject.pos_ != "NOUN":
        return True
    return side_of(subject) not in {Side.STAFF, Side.REVIEW}


def _is_passing(verb: Token) -> bool:
    """Whether somebody "passed", with nothing that they could have passed."""
    subject = subject_of(verb)
    return (
        verb.lemma_ == "pass"
        and subject is not None
        and (subject.lower_ in {"he", "she", "they", "who"} or side_of(subject) is Side.FAMILY)
        and all(c.dep_ not in {"dobj", "dative"} for c in verb.children)
        and all(c.lower_ in {"on", "at", "in"} for c in verb.children if c.dep_ in {"prep", "prt"})
    )


@cache
def _verbs() -> list[tuple[str, re.Pattern[str] | None, re.Pattern[str] | None, str]]:
    return [
        (row["verb"], _any_of(row["needs"]), _any_of(row["unless"]), row["about"])
        for row in vocabulary.load("scr_lint", "life_events")
    ]


def _any_of(phrases: str) -> re.Pattern[str] | None:
    words = "|".join(re.escape(w.strip()) for w in phrases.split(",") if w.strip())
    return re.compile(rf"\b(?:{words})\b") if words else None
