"""What kind of means a recommendation uses: training, reminders, procedures, or something else.

Those three work on what people know and on what is written down; the rest works on what people
have to work with: time, posts, money, records, places, who decides.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from ..draft import Draft, Recommendation
from ..grammar.parse import VERBS, is_passive, own_subjects
from .addressees import text_start
from .clauses import requests
from .verbs import phrases

if TYPE_CHECKING:
    from spacy.tokens import Span as SpacySpan
    from spacy.tokens import Token


class Means(StrEnum):
    """The means of one action, or of a whole recommendation."""

    TRAINING = "training"
    REMINDER = "reminder"
    PROCEDURE = "procedure"
    OTHER = "other"


#: Kinds of verbs that only tell people something they could know.
_TELLING = frozenset({"awareness only", "reminder", "dissemination"})
_TRAINING = frozenset(
    """training train retrain briefing workshop seminar induction refresher e-learning elearning
    course webinar curriculum cpd teach-in""".split()
)
_REMINDING = frozenset("awareness reminder newsletter learning message bulletin poster".split())
_PROCEDURES = frozenset(
    """procedure policy protocol guidance guideline guide pathway template checklist toolkit
    handbook manual flowchart proforma pro-forma framework standard process""".split()
)
#: Doings that make or renew a paper; what is done with it afterwards is something else.
_WRITING = frozenset(
    """review revise update rewrite amend issue reissue re-issue publish develop produce write draft
    refresh relaunch re-launch launch disseminate circulate strengthen adopt agree create establish
    introduce implement redraft reinforce embed clarify follow use promote consider explore ensure
    be have give need put improve make provide share re""".split()
)
_OBJECTS = frozenset({"dobj", "nsubjpass", "attr", "pobj", "oprd"})
_GIVING = frozenset(
    """deliver provide attend undertake receive refresh commission offer run arrange give complete
    need consider develop include have be hold organise roll design ensure require extend make
    repeat launch review update relaunch introduce improve explore""".split()
)


def means_of(draft: Draft, item: Recommendation) -> Means:
    """The means of a recommendation: that of most of what it asks for, the first where they tie."""
    found: list[Means] = []
    for index in item.blocks:
        doc = draft.docs.get(index)
        start = text_start(draft, item) if index == item.blocks[0] else 0
        for sentence in doc.sents if doc is not None else ():
            found += [_of_verb(verb) for verb in _verbs(sentence, start)]
    if not found:
        return _of_note(draft, item)
    telling = [means for means in found if means is not Means.OTHER]
    return telling[0] if len(telling) * 2 >= len(found) else Means.OTHER


def _verbs(sentence: SpacySpan, start: int) -> list[Token]:
    """The verbs of what a sentence asks for, with those coordinated with them."""
    verbs: dict[int, Token] = {}
    for request in requests(sentence, start):
        for verb in (request.verb, *request.verb.conjuncts):
            if verb.pos_ in VERBS and verb.sent == request.verb.sent:
                verbs[verb.i] = verb
    return [verbs[i] for i in sorted(verbs)]


def _of_verb(verb: Token) -> Means:
    if verb.lemma_.lower() in {"train", "retrain", "brief", "upskill"}:
        return Means.TRAINING
    kind = _kind(verb)
    return Means.REMINDER if kind in _TELLING else _of_objects(verb)


def _kind(verb: Token) -> str:
    """The kind of action that the list of verbs gives a verb, with the words after it."""
    near = [t for t in verb.doc[verb.i + 1 : verb.i + 9] if t.sent == verb.sent]
    if is_passive(verb):
        near = [*own_subjects(verb), *near]
    forms = {form for t in near for form in (t.lemma_.lower(), t.lower_)}
    rows = [
        (len(rest), row)
        for rest, row in phrases().get(verb.lemma_.lower(), ())
        if all(word in forms for word in rest)
    ]
    return max(rows, key=lambda pair: pair[0])[1]["type"] if rows else ""


def _of_objects(verb: Token) -> Means:
    """The means that a verb's objects are: "deliver training", "that a review of the policy be done"."""
    things = _objects(verb)
    words = {form for t in things for form in (t.lemma_.lower(), t.lower_)}
    if words & _TRAINING and verb.lemma_ in _GIVING:
        return Means.TRAINING
    if words & _REMINDING and verb.lemma_ in _GIVING | {"raise", "promote", "increase", "share"}:
        return Means.REMINDER
    if words & _PROCEDURES and verb.lemma_ in _WRITING:
        return Means.PROCEDURE
    return Means.OTHER


def _objects(verb: Token) -> list[Token]:
    """What is done to: a verb's objects (its subject in the passive), and what they are of."""
    direct = [
        c
        for c in verb.children
        if (c.dep_ in _OBJECTS and c.dep_ != "pobj")
        or (c.dep_ in {"ccomp", "xcomp"} and c.pos_ == "NOUN")
    ]
    if is_passive(verb) or verb.dep_ == "auxpass":
        direct += list(own_subjects(verb))
    found: list[Token] = []
    for noun in direct:
        found += [noun, *noun.conjuncts, *(c for c in noun.children if c.dep_ == "compound")]
        for prep in noun.children:
            if prep.lower_ in {"of", "to"} and prep.dep_ == "prep":
                found += [c for c in prep.children if c.dep_ == "pobj"]
    for prep in verb.children:  # "consult on", "consideration be given to a policy"
        if prep.dep_ == "prep" and prep.lower_ in {"to", "at", "on"}:
            found += [c for c in prep.children if c.dep_ == "pobj"]
    return found


def _of_note(draft: Draft, item: Recommendation) -> Means:
    """The means of a note without a verb: "Refresher training for all staff"."""
    doc = draft.docs.get(item.blocks[0])
    roots = {t.lemma_.lower() for t in doc if t.dep_ == "ROOT"} if doc is not None else set()
    for words, means in (
        (_TRAINING, Means.TRAINING),
        (_REMINDING, Means.REMINDER),
        (_PROCEDURES, Means.PROCEDURE),
    ):
        if roots & words:
            return means
    return Means.OTHER
