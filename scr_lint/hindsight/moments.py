"""Moments, signs and steps that the review says were let go, told from the ending.

"This was the moment to act", "the clues were staring out of the file", "it was missed", "the signs
were not acted upon", "the fractures were there to be found", "came within an hour of saving him",
"the worst advice they could have given", "was wrongly turned away", "agencies failed this boy".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..grammar.voice import subject_of
from ..grammar.wordlists import WordLists
from ..persons.children import PERSONAL
from ..persons.mentions import Cast, Who, mention_of
from .counterfactual import is_past, negated

if TYPE_CHECKING:
    from spacy.tokens import Span as SpacySpan
    from spacy.tokens import Token

_MOMENTS = frozenset("moment time point chance opportunity occasion juncture hour stage".split())
_ACTING = frozenset(
    """act ask call challenge check convene do escalate intervene insist look pause probe pursue
    question refer ring seek share speak stop tell""".split()
)
_POINTING = frozenset({"this", "that", "here", "there", "then", "now", "it"})
# What by itself tells the truth of the matter to whoever looks.
_TELLING = frozenset(
    "answer clue evidence explanation fact proof sign solution truth warning signal hint".split()
)
_STANDING_OUT = frozenset(
    "stare sit lie wait shout scream cry blare flash glare beckon hide leap jump".split()
)
_NOT_HEEDED = frozenset(
    """act connect explore follow heed hear join notice pick pursue read recognise respond see take
    understand investigate""".split()
)
# What can be missed by a child or parent, and judges nobody.
_KEPT = frozenset(
    """appointment assessment bath birthday bus call check class clinic contact course date deadline
    dose feed follow-up immunisation injection insulin interview jab lesson meal medication medicine
    meeting milestone nursery payment period pill presence scan school screening session tablet target term test
    train treatment vaccination visit work""".split()
)
_SAVING = frozenset("save rescue prevent avert stop find protect spare catch discover keep".split())
_WORST = frozenset({"worst", "poorest", "last", "least", "weakest"})
_WRONGLY = frozenset(
    "wrongly mistakenly erroneously misguidedly unwisely foolishly rashly prematurely".split()
)
_DECIDING = frozenset(
    """accept allocate assess assume attribute believe categorise classify close conclude consider
    decide decline deem discharge discount dismiss downgrade grade identify interpret judge label
    presume rate reassure refuse regard reject release return rule screen see step suppose treat
    trust turn view""".split()
)
_MISJUDGING = frozenset("misjudge misread underestimate underrate miscalculate misconstrue".split())
_OMITTED = frozenset("omission oversight failure failing error mistake lapse".split())
_GLARING = frozenset("glaring obvious blatant flagrant conspicuous inexplicable".split())
_GLARINGLY = frozenset("blindingly blatantly glaringly painfully screamingly patently".split())
_SET_PHRASES = re.compile(
    r"\btoo little,? (?:and )?(?:far |much )?too late\b"
    r"|\b(?:is|was) all (?:that )?(?:was (?:needed|wanted|required)|it (?:needed|took|required|would have taken))\b"
    r"|\b(?:ha[ds]|having) it in (?:her|his|their|its) power to\b"
    r"|\b(?:one|a|a single|two) (?:mouse[- ])?(?:click|phone call|call|drawer|corridor|door|desk)s? away\b"
    r"|^(?:take away|remove|tighten|change|alter|move|mend|put right|undo) any one\b.{0,60}\band\b",
    re.IGNORECASE,
)


def moments(sentence: SpacySpan, lists: WordLists) -> Iterator[SpacySpan]:
    """The words of a sentence that tell of moments, signs or steps let go."""
    for match in _SET_PHRASES.finditer(sentence.text):
        start = sentence.start_char
        span = sentence.doc.char_span(
            start + match.start(), start + match.end(), alignment_mode="expand"
        )
        if span is not None:
            yield span
    for token in sentence:
        if token.pos_ in {"NOUN", "PROPN"}:
            yield from _moment_to_act(token)
            yield from _worst_that_could(token)
            yield from _glaring_omission(token)
        elif token.pos_ in {"VERB", "AUX"}:
            yield from _staring_out(token)
            yield from _there_to_be_found(token, lists)
            yield from _passed_over(token, lists)
            yield from _within_reach(token)
            yield from _wrongly_decided(token)
            yield from _misjudged(token)
            yield from _failed_somebody(token)
        if token.lower_ in _GLARINGLY:
            yield from _glaringly(token, lists)


def _moment_to_act(noun: Token) -> Iterator[SpacySpan]:
    """This was the moment to act; here was the chance to ask."""
    if noun.lemma_.lower() not in _MOMENTS or not any(c.lower_ == "the" for c in noun.children):
        return
    be = noun.head
    if be.lemma_ != "be" or not is_past(be) or negated(be) or noun.dep_ not in {"attr", "nsubj"}:
        return
    others = [c for c in be.children if c.i != noun.i and c.lower_ in _POINTING and c.i < be.i]
    act = next(
        (
            c
            for c in (*noun.children, *be.children)
            if c.tag_ == "VB" and c.lemma_ in _ACTING and c.i > noun.i
        ),
        None,
    )
    if others and act is not None:
        yield noun.doc[others[0].i : act.i + 1]


def _worst_that_could(noun: Token) -> Iterator[SpacySpan]:
    """The worst advice they could have given; "the worst that could have happened" is chance."""
    if not any(c.lower_ in _WORST for c in noun.children):
        return
    for clause in noun.children:
        modals = [c for c in clause.children if c.lower_ in {"could", "might"}]
        have = any(c.lower_ == "have" and c.dep_ == "aux" for c in clause.children)
        if clause.dep_ == "relcl" and modals and have and clause.lemma_ not in {"happen", "be"}:
            yield noun.doc[noun.left_edge.i : clause.i + 1]


def _glaring_omission(noun: Token) -> Iterator[SpacySpan]:
    """A glaring omission, an obvious oversight."""
    if noun.lemma_.lower() not in _OMITTED:
        return
    for child in noun.children:
        if child.dep_ == "amod" and child.lower_ in _GLARING:
            yield noun.doc[child.i : noun.i + 1]


def _glaringly(adverb: Token, lists: WordLists) -> Iterator[SpacySpan]:
    """Blindingly obvious, said without a verb or before a noun."""
    word = adverb.head
    if lists.row(word, "obvious") and not negated(word) and 0 < word.i - adverb.i < 3:
        yield adverb.doc[adverb.i : word.i + 1]


def _staring_out(verb: Token) -> Iterator[SpacySpan]:
    """The clues were staring out of the file; the answer was sitting on the back seat."""
    if verb.lemma_ not in _STANDING_OUT or negated(verb) or not is_past(verb):
        return
    subject = subject_of(verb)
    if subject is None or subject.dep_ != "nsubj":
        return
    if subject.lemma_.lower() in _TELLING:
        yield verb.doc[subject.i : verb.i + 1]


def _there_to_be_found(verb: Token, lists: WordLists) -> Iterator[SpacySpan]:
    """Was there to be found; were sitting there waiting to be seen."""
    if verb.tag_ != "VBN" or not any(c.lower_ == "be" for c in verb.children):
        return
    if not (lists.row(verb, "perceive") or lists.row(verb, "find")):
        return
    before = verb.doc[max(verb.sent.start, verb.i - 5) : verb.i]
    words = [t.lower_ for t in before]
    if words[-2:] == ["to", "be"] and set(words[:-2]) & {"there", "waiting"}:
        start = next(t for t in before if t.lower_ in {"there", "waiting"})
        above = start.head
        if not negated(above):
            yield verb.doc[start.i : verb.i + 1]


def _passed_over(verb: Token, lists: WordLists) -> Iterator[SpacySpan]:
    """It was missed; the bruise was overlooked; the signs were not acted upon. Appointments are
    missed otherwise, and people."""
    passive = next((c for c in verb.children if c.dep_ == "auxpass"), None)
    subject = next((c for c in verb.children if c.dep_ == "nsubjpass"), None)
    if passive is None or subject is None or (not is_past(verb) and passive.tag_ != "VBD"):
        return
    denied = negated(verb)
    if verb.lemma_ in {"miss", "overlook"}:
        noun = (
            verb.head if subject.lower_ in {"which", "that"} and verb.dep_ == "relcl" else subject
        )
        person = noun.lower_ in PERSONAL or mention_of(noun, Cast()) is not None
        if not denied and not person and noun.lemma_.lower() not in _KEPT and not _is_none(noun):
            yield verb.doc[passive.i : verb.i + 1]
    elif (
        denied
        and verb.lemma_ in _NOT_HEEDED
        and lists.row(subject, "sign")
        and not _is_none(subject)
    ):
        yield verb.doc[subject.i : verb.i + 1]


def _is_none(noun: Token) -> bool:
    words = {noun.lower_, *(c.lower_ for c in noun.children)}
    return bool(words & {"nothing", "none", "no", "neither", "little"})


def _within_reach(verb: Token) -> Iterator[SpacySpan]:
    """Came within an hour of saving him; was within fifteen feet of finding her."""
    if verb.tag_ != "VBG" or verb.dep_ != "pcomp" or verb.head.lower_ != "of":
        return
    if verb.lemma_ not in _SAVING:
        return
    before = verb.doc[max(verb.sent.start, verb.i - 8) : verb.i]
    near = next((t for t in before if t.lower_ == "within"), None)
    if near is not None and near.head.lemma_ in {"be", "come", "get"} and is_past(near.head):
        yield verb.doc[near.i : verb.i + 1]


def _wrongly_decided(verb: Token) -> Iterator[SpacySpan]:
    """Was wrongly turned away, mistakenly concluded; not "was wrongly convicted"."""
    if verb.lemma_ not in _DECIDING or not (is_past(verb) or verb.tag_ == "VBN"):
        return
    for child in verb.children:
        if child.dep_ == "advmod" and child.lower_ in _WRONGLY and child.i < verb.i:
            yield verb.doc[child.i : verb.i + 1]


def _misjudged(verb: Token) -> Iterator[SpacySpan]:
    """The police underestimated him; the risk was misjudged."""
    if verb.lemma_ not in _MISJUDGING or negated(verb) or not is_past(verb):
        return
    subject = subject_of(verb)
    if subject is None:
        return
    named = mention_of(subject, Cast())
    worker = named is not None and named.who in {Who.STAFF, Who.BODY}
    if worker or (subject.dep_ == "nsubjpass" and named is None):
        yield verb.doc[verb.i : verb.i + 1]


def _failed_somebody(verb: Token) -> Iterator[SpacySpan]:
    """Agencies failed this young man; she was failed by those around her. A test fails nobody."""
    if verb.lemma_ != "fail" or negated(verb):
        return
    subject = subject_of(verb)
    if subject is None:
        return
    if subject.dep_ == "nsubjpass":
        passive = next((c for c in verb.children if c.dep_ == "auxpass"), None)
        if passive is not None and passive.tag_ in {"VBD", "VBN"} and _is_of_case(subject):
            yield verb.doc[passive.i : verb.i + 1]
        return
    named = mention_of(subject, Cast())
    worker = named is not None and named.who in {Who.STAFF, Who.BODY}
    failed = next((c for c in verb.children if c.dep_ == "dobj"), None)
    if worker and failed is not None and is_past(verb) and _is_of_case(failed):
        yield verb.doc[verb.i : verb.i + 1]


def _is_of_case(noun: Token) -> bool:
    if noun.lower_ in PERSONAL - {"himself", "herself", "themselves"}:
        return True
    named = mention_of(noun, Cast())
    return named is not None and named.who in {Who.CHILD, Who.FAMILY}
