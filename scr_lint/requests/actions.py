"""The separate actions a recommendation asks for, and how strong the verb of each is.

One action may have several verbs: how it is done, how its result is reported or checked, what it
is for. Verbs that go with another action are not counted again.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..draft import Draft, Recommendation, Span
from ..grammar.parse import (
    VERBS,
    has_modal,
    is_base,
    is_passive,
    left_edge,
    neighbour,
    noun_phrase,
    own_subjects,
)
from ..grammar.quotation import quoted
from .addressees import text_start
from .bodies import standing
from .coordination import verb_groups
from .lines import details_in, is_dating
from .verbs import phrases

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as SpacySpan

_IT = frozenset("it them this these those".split())
_THE_REVIEW = frozenset("review report case".split())
_OBJECTS = frozenset({"dobj", "nsubjpass"})
_NO_OBJECT = frozenset({"CCONJ", "PUNCT", "ADV", "PART", "ADP"})
#: Verbs that say more about something already asked for: "the form should include …".
_ELABORATING = frozenset(
    """include cover specify state contain consist apply reflect describe be have become last start
    happen involve focus draw base comprise complete finish implement achieve embed align know
    allow enable follow occur remain need mean aim form lead""".split()
)
_FINITE = frozenset("is are was were has had been does did".split())
#: Words by which a step is only what comes of the one before: "and widen it as necessary".
_AS_IT_TURNS_OUT = re.compile(
    r"\b(?:accordingly|as a result|as (?:\w+ )?(?:necessary|needed|required|appropriate|indicated))\b",
    re.IGNORECASE,
)
_WH = frozenset({"WDT", "WP", "WP$", "WRB"})
_SHORT = 4
_ADDS = frozenset({"ADP", "SCONJ", "ADV"})
#: Verbs that stand before other nouns as often: "audit tools", "review forms".
_NOUNS_TOO = frozenset("review audit plan contact transfer support record report visit".split())
#: Verbs of how things are, which ask for nothing beside another.
_EMPTY = frozenset("be have happen seem appear remain become".split())
#: What a first action brings: handing it on is part of that action.
_RESULTS = frozenset(
    """result finding outcome lesson learning report progress feedback copy conclusion response
    compliance impact effect effectiveness success""".split()
)
_HANDING_ON = frozenset(
    """share publish circulate send bring make give use return disseminate discuss provide put take
    collate collect record summarise respond""".split()
)
_NOTING = frozenset("record note log document write".split())
#: Ends of a lead whose list items are the actions: "The Board should:".
_LISTS_ACTIONS = re.compile(
    r"(?<!\bthat )(?<!\bwhich )(?:(?:should(?: each)?|must|shall|to|will)(?:, [^:]{3,50}(?<!\bthat))?|following[^:]*|steps|actions)"
    r"\W*:$"
)


@dataclass(frozen=True, slots=True)
class Action:
    """One thing to be done.

    `row` is the entry of its verb in the list of verbs, empty where it has none. `span` covers
    the verb and the words that make its meaning: "raise greater awareness".
    """

    verb: Token
    row: Mapping[str, str]
    span: Span

    @property
    def is_weak(self) -> bool:
        """Whether its verb asks for no action."""
        return self.row.get("strength") == "weak"

    @property
    def says_how(self) -> bool:
        """Whether means, a number or what will come of it follow.

        "Improve attendance by holding evening clinics", "… so that nobody waits in the corridor".
        """
        return any(
            (t.like_num and t.tag_ == "CD")
            or (t.lower_ == "by" and any(c.tag_ == "VBG" for c in t.children))
            or (t.lower_ == "so" and neighbour(t).lower_ == "that")
            for t in self.verb.subtree
        )


def actions(draft: Draft, item: Recommendation) -> list[Action]:
    """The separate actions of a recommendation, in order; none before the parse."""
    found: list[Action] = []
    mentioned: set[str] = set()
    for position, index in enumerate(item.blocks):
        doc = draft.docs.get(index)
        if doc is None:
            continue
        start = 0 if position else text_start(draft, item)
        aside = [*quoted(doc.text), *details_in(doc.text)]
        for sentence in doc.sents:
            if _is_aside(sentence, item):
                continue
            groups = list(verb_groups(sentence, start))
            for group in map(_of_request, [g for g in groups if len(groups) == 1 or _asks(g)]):
                at = group[0].idx
                if any(begin <= at < end for begin, end in aside) or _is_told(group[0]):
                    continue
                if not found or (
                    _goes_on(group[0], found[0].verb) and not _details(group[0], mentioned)
                ):
                    _add(found, index, group, mentioned)
            mentioned |= _matters(sentence)
        text = draft.blocks[index].text
        if text.endswith(":") and not _lists_actions(doc, bool(found)):
            break
    return [a for a in found if a.verb.lemma_ not in _EMPTY or _is_to_get(a.verb)] or found


def _is_to_get(verb: Token) -> bool:
    """Whether a body that is to have something must get it: "the police should have one number"."""
    things = [c for c in verb.children if c.dep_ == "dobj" and c.pos_ == "NOUN"]
    new = any(left_edge(thing).lower_ in {"a", "an", "one"} for thing in things)
    bodies = any(standing(noun_phrase(s)) for s in own_subjects(verb))
    return verb.lemma_ == "have" and has_modal(verb) and new and bodies


def _is_aside(sentence: SpacySpan, item: Recommendation) -> bool:
    """Whether a sentence only heads, dates or asks after the rest: "Stop.", "What should change?"."""
    words = sentence.text.strip()
    alone = sentence.end == len(sentence.doc) or len(words) * 5 > len(item.text) * 4
    heads = words.endswith("?") or len(words.split()) < _SHORT or is_dating(words)
    return heads and not alone


def _asks(group: list[Token]) -> bool:
    """Whether a group is more than what its sentence opens with: "Having regard to …, it is …"."""
    return not (group[0].tag_ == "VBG" and group[0].i == group[0].sent.start)


def _is_told(verb: Token) -> bool:
    """Whether a verb tells what was: "bearing in mind what has been said"."""
    helpers = {c.lower_ for c in verb.children if c.dep_ in {"aux", "auxpass"}}
    return bool(helpers & {"has", "had", "was", "were", "did"}) and verb.dep_ != "ROOT"


def _of_request(group: list[Token]) -> list[Token]:
    """The verbs of a group without those that only seem to go on with its first.

    What is so ("the date is fixed"), what the sentence opens with ("Taking account of …"), and what
    an infinitive below the first has done to it ("be possible for a case to be closed").
    """
    if len(group) > 1 and group[0].tag_ == "VBG" and group[0].i == group[0].sent.start:
        group = group[1:]
    first = group[0]
    return [first, *(t for t in group[1:] if _goes_on(t, first))]


def _goes_on(verb: Token, first: Token) -> bool:
    """Whether a verb can be asked for beside the first."""
    helpers = {c.lower_ for c in verb.children if c.dep_ in {"aux", "auxpass"}}
    if verb.pos_ not in {*VERBS, "NOUN", "PROPN", "ADJ"} or verb.tag_ in _WH:
        return False
    if helpers & _FINITE and not helpers & _FINITE & {c.lower_ for c in first.children}:
        return False
    if verb.lemma_ in _EMPTY or (verb.lemma_ == "do" and neighbour(verb).lower_ == "so"):
        return False
    before = neighbour(verb, -1).text
    if before == "," and verb.tag_ in {"VBD", "VBN"} and neighbour(verb).pos_ in _ADDS:
        return False  # "…, kept where all can open it"
    if before == "and" and _is_half_of_compound(verb):
        return False
    told = verb.tag_ in {"VBD", "VBN"} and first.tag_ == "VB" and not is_passive(verb)
    if told and not (is_base(verb) or is_passive(first) or own_subjects(verb)):
        return False  # "a chart for each child, kept where all can open it"
    below = is_passive(verb) and any(c.tag_ == "TO" for c in verb.children)
    return not (below and verb.dep_ in {"xcomp", "acl", "advcl", "ccomp"})


def _is_half_of_compound(verb: Token) -> bool:
    """Whether a verb after "and" is a noun in truth: "its assessment and review forms"."""
    noun = neighbour(verb, -2)
    following = neighbour(verb)
    return (
        noun.pos_ == "NOUN"
        and noun.i > 0
        and neighbour(noun, -1).pos_ in {"DET", "PRON", "ADP"}
        and following.tag_ == "NNS"
        and verb.lemma_ in _NOUNS_TOO
    )


def _lists_actions(lead: Doc, after_others: bool) -> bool:
    """Whether the list after a lead holds the actions: "The Board should:", "Northfield Trust:".

    Or else it says how, or how it will be known: "in practice this means:", "the form should:".
    """
    if not any(t.pos_ in VERBS for t in lead):
        return True
    if not _LISTS_ACTIONS.search(lead.text):
        return False
    modal = next((t for t in reversed(lead) if t.tag_ == "MD"), None)
    names = own_subjects(modal) or own_subjects(modal.head) if modal else ()
    return not after_others or not names or any(standing(noun_phrase(s)) for s in names)


def _add(found: list[Action], block: int, group: list[Token], mentioned: set[str]) -> None:
    """Adds the verbs of a group that are actions of their own.

    Of verbs that share an object, the strongest stands for all: "consider and decide whether …".
    """
    before: Token | None = None
    for verb in group:
        action = _action(block, verb)
        other = bool(found) and _is_of_another(verb, found[0].verb)
        if not found or other or not _goes_with(action, before, mentioned):
            found.append(action)
        elif (
            before is not None
            and found[-1].is_weak
            and action.row
            and not action.is_weak
            and _shares_object(verb, before)
        ):
            found[-1] = action
        before = verb


def _action(block: int, verb: Token) -> Action:
    row, words = _phrase(verb)
    subject = own_subjects(verb)[:1] if is_passive(verb) else ()
    first = min((*words, *map(left_edge, subject)), key=lambda t: t.i)
    last = max(words, key=lambda t: t.i)
    if verb == last and verb.lower_ == "re":  # "re-launched" is three tokens
        last = verb.doc[min(verb.i + 2, len(verb.doc) - 1)]
    return Action(verb, row, Span(block, first.idx, last.idx + len(last)))


def _phrase(verb: Token) -> tuple[Mapping[str, str], list[Token]]:
    """The longest listed phrase that begins with a verb, and its words.

    The other words stand within a few words after it, or in its subject if it is passive:
    "raise greater awareness", "consideration should be given".
    """
    near = [t for t in verb.doc[verb.i + 1 : verb.i + 9] if t.sent == verb.sent]
    if is_passive(verb):
        near = [*own_subjects(verb), *near]
    best: tuple[Mapping[str, str], list[Token]] = ({}, [verb])
    known = phrases()
    for rest, row in known.get(verb.lemma_.lower()) or known.get(verb.lower_, ()):
        words = [next((t for t in near if w in {t.lemma_.lower(), t.lower_}), None) for w in rest]
        found = [verb, *(t for t in words if t is not None)]
        if len(found) == len(rest) + 1 and (len(found) > len(best[1]) or not best[0]):
            best = (row, found)
    return best


def _details(verb: Token, mentioned: set[str]) -> bool:
    """Whether a clause says more about what was asked for: "the new form should ask …"."""
    elaborates = verb.lemma_ in _ELABORATING
    if is_passive(verb) and not own_subjects(verb) and (elaborates or verb.lemma_ == "do"):
        return True  # "To be done by April."
    for subject in own_subjects(verb):
        if subject.lower_ in _IT or (elaborates and is_passive(verb)):
            return elaborates
        known = _stem(subject) in mentioned or subject.lemma_.lower() in _RESULTS
        if known and is_passive(verb):
            return True
        if subject.pos_ == "NOUN" and not standing(noun_phrase(subject)):
            return elaborates or known
    return False


def _goes_with(action: Action, before: Token | None, mentioned: set[str]) -> bool:
    """Whether a verb is part of an action before it: a shared object, a choice, a report.

    `before` is the verb it is coordinated with, `mentioned` what earlier sentences speak of.
    """
    verb = action.verb
    if action.row.get("strength") == "follow-up":
        earlier = mentioned | _matters(verb.doc[verb.sent.start : verb.i])
        if action.row["type"] != "measure" or not _is_new(verb, earlier):
            return True
    if before is not None and (_shares_object(verb, before) or neighbour(verb, -1).lower_ == "or"):
        return True
    if (
        before is not None
        and neighbour(verb, -1).lower_ in {"but", "rather"}
        and _is_denied(before)
    ):
        return True
    if verb.lemma_ in _NOTING and any(c.dep_ == "ccomp" for c in verb.children):
        return True
    if _is_barred(verb) or (before is not None and _AS_IT_TURNS_OUT.search(_to_its_end(verb))):
        return True
    objects = [c for c in verb.children if c.dep_ in _OBJECTS]
    if any(_points_back(o) for o in objects):
        return True
    beside = (
        p for o in (verb, *objects) for c in o.children if c.dep_ == "prep" for p in c.children
    )
    if any(p.lower_ in _IT for p in beside) and (
        not own_subjects(verb) or verb.lemma_ in {"see", "attend", "act"}
    ):
        return True
    if verb.lemma_ in _HANDING_ON and any(o.lemma_.lower() in _RESULTS for o in objects):
        return True
    if before is None or own_subjects(verb):
        return False
    again = any(c.lower_ == "be" for c in verb.children) and verb.i - before.i > 2
    return verb.tag_ == "VBN" and not again and (is_passive(before) or before.tag_ == "VBN")


def _is_barred(verb: Token) -> bool:
    """Whether a verb only says what the one before it rules out: "and that no charge be made"."""
    return any(c.lower_ == "no" for s in own_subjects(verb) for c in s.children)


def _to_its_end(verb: Token) -> str:
    """A verb with all that depends on it to the right."""
    return str(verb.doc[verb.i : verb.right_edge.i + 1].text)


def _is_denied(verb: Token) -> bool:
    """Whether a verb says what should not be done, or no more: "should no longer close"."""
    near = verb.doc[max(verb.i - 4, verb.sent.start) : verb.i]
    return any(t.lower_ in {"not", "no", "never", "neither"} for t in near)


def _is_of_another(verb: Token, first: Token) -> bool:
    """Whether another body is to do it: "The Trust must …. The Council must tell the Trust …"."""
    names = [
        {noun_phrase(s).lower() for s in own_subjects(v) if standing(noun_phrase(s))}
        for v in (verb, first)
    ]
    back = any(_points_back(c) for c in verb.children if c.dep_ in _OBJECTS)
    return all(names) and not names[0] & names[1] and verb.sent != first.sent and not back


def _points_back(noun: Token) -> bool:
    """Whether a noun stands for another: "it", "these findings", but not "this review"."""
    pointing = any(c.lower_ in _IT for c in noun.children) and noun.lemma_ not in _THE_REVIEW
    return noun.lower_ in _IT or noun.lower_ == "both" or pointing


def _is_new(verb: Token, mentioned: set[str]) -> bool:
    """Whether what is to be checked was not spoken of before, and checks no other action."""
    words = [t for c in verb.children if c.dep_ in _OBJECTS for t in c.subtree]
    if not words or any(t.lower_ in _IT or t.tag_ == "PRP" for t in verb.subtree if t.i > verb.i):
        return False
    return not any(t.lemma_.lower() in _RESULTS or _stem(t) in mentioned for t in words)


def _matters(tokens: Iterable[Token]) -> set[str]:
    """What some words speak of: the stems of their nouns and verbs."""
    return {_stem(t) for t in tokens if t.pos_ in {"NOUN", "PROPN", "VERB"} and len(t) > 3}


def _stem(token: Token) -> str:
    """A stem short enough to bring "closure" and "closed" together."""
    return token.lemma_.lower()[:4]


def _shares_object(verb: Token, before: Token) -> bool:
    """Whether no object stands between two verbs: "review, consult on and update its policy"."""
    between = verb.doc[before.i + 1 : verb.i]
    if [t.lower_ for t in between[-2:]] == [",", "and"] and between[-3:][0].pos_ == "ADP":
        return not any(between[-3].children)  # "give leadership to, and work with, the trusts"
    return len(between) < 5 and all(t.pos_ in _NO_OBJECT for t in between)
