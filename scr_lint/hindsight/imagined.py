"""What somebody or something is imagined to have done: "somebody might have wondered", "the logs
would have shown it", "could so easily have served notice", "one would have thought", "a child of
ten could have put the three together".

Each function takes a modal with a perfect infinitive and says whether it imagines a better past.
The same words guess or tell of chance too: "somebody could have hurt him", "he could so easily
have died", "it could just as easily have been a fall".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..grammar.voice import subject_of
from ..persons.mentions import Cast, Who, mention_of
from .counterfactual import PerfectModal, negated

if TYPE_CHECKING:
    from spacy.tokens import Token

_SOMEBODY = frozenset({"someone", "somebody"})
_ONE_OF = frozenset("each either any one any neither both".split())
_EASILY = frozenset("easily readily simply quickly".split())
_EQUALLY = frozenset({"as", "equally", "just"})
# What chance does, or a stranger: no step that somebody left out.
_HARMING = frozenset(
    """abuse assault attack be become break bruise burn cause choke collapse crash die do drop drown
    enter fall forget get give happen harm have hit hurt injure kill knock leave lose mean misread
    miss mistake overlook punch shake slip smack steal strike suffocate tamper throw""".split()
)
# What a record, a visit, a test or a team would have brought to light.
_REVEALING = frozenset(
    """alert bring clarify confirm demonstrate detect disclose discover enable establish expose find
    flag highlight identify illuminate indicate prompt reveal settle show spot suggest surface trigger
    uncover unearth""".split()
)
_TELLING = frozenset({"tell", "warn", "spare", "save", "give", "lead", "allow", "help"})
# Whom or what one pictures in doing so, besides a thing.
_EXPECTING = frozenset({"expect", "think", "suppose", "imagine", "hope", "anticipate"})
_OWN = frozenset("we i one panel review reviewer reviewers author authors".split())
# Who knows nothing of the trade, and yet would have seen it.
_SIMPLE = frozenset(
    """amateur apprentice beginner boy child fool girl infant layman layperson learner novice passer-by
    probationer pupil schoolboy schoolchild schoolgirl stranger student toddler trainee""".split()
)
_WORKING_OUT = frozenset(
    "add connect guess join know put realise recognise see solve spot tell understand work".split()
)
_WORTHY = frozenset({"worth", "worthy"})
_TRADES = ("er", "or", "ist", "ian", "judge", "nurse", "clerk", "aide")


def is_imagined(modal: PerfectModal) -> bool:
    """Whether a modal imagines what somebody, or some means, would have done better."""
    verb = modal.verb
    if verb is None or modal.negated or negated(verb) or modal.modal not in _UNREAL:
        return False
    return (
        _is_by_somebody(verb, modal)
        or _is_easy(verb, modal)
        or _brings_to_light(verb, modal)
        or _is_expected(verb, modal)
        or _is_by_the_simple(verb)
        or _is_by_any(verb, modal)
    )


_UNREAL = frozenset({"would", "could", "might"})


def _is_by_somebody(verb: Token, modal: PerfectModal) -> bool:
    """Somebody might have wondered; each of them could have given it; not "could have hurt him"."""
    subject = subject_of(verb)
    if subject is None or subject.dep_ != "nsubj" or verb.lemma_ in _HARMING - {"give", "get"}:
        return False
    if modal.modal == "would":
        return False
    each = subject.lower_ in _ONE_OF and any(c.lower_ == "of" for c in subject.children)
    return subject.lower_ in _SOMEBODY or each


def _is_easy(verb: Token, modal: PerfectModal) -> bool:
    """Environmental health could so easily have served notice; not "could just as easily"."""
    words = [t.lower_ for t in modal.tokens]
    at = next((i for i, word in enumerate(words) if word in _EASILY), None)
    if at is None or set(words[:at]) & _EQUALLY or modal.modal == "would":
        return False
    after = verb.doc[verb.i + 1 : verb.i + 2].text
    return verb.lemma_ not in _HARMING or (verb.lemma_ == "be" and after in {".", ",", ";"})


def _brings_to_light(verb: Token, modal: PerfectModal) -> bool:
    """The logs would have shown it; a visit that evening would have found him; the team would have
    told them; the aunt would have been able to tell them. What a person would have done as a rule
    ("the midwife would have told her") is a guess."""
    subject = subject_of(verb)
    if modal.modal != "would" or subject is None or subject.dep_ != "nsubj":
        return False
    if verb.lemma_ == "be":
        able = next((c for c in verb.children if c.lower_ == "able"), None)
        acts = {c.lemma_ for c in able.children if c.dep_ == "xcomp"} if able is not None else set()
        return bool(acts & (_REVEALING | {"tell", "help", "explain", "say", "warn"}))
    if subject.pos_ != "NOUN":
        return False
    named = mention_of(subject, Cast())
    if named is not None and named.who is not Who.BODY and subject.lower_ != "team":
        return False
    if verb.lemma_ in _REVEALING:
        return True
    helped = any(c.dep_ in {"dobj", "dative"} and c.pos_ == "PRON" for c in verb.children)
    return verb.lemma_ in _TELLING and helped


def _is_expected(verb: Token, modal: PerfectModal) -> bool:
    """We would have expected a referral; one would have thought the age enough; the nurse could
    have been expected to notice."""
    subject = subject_of(verb)
    if subject is None or verb.lemma_ not in _EXPECTING:
        return False
    if modal.modal == "would" and subject.dep_ == "nsubj":
        if subject.lower_ == "one":
            return True
        return subject.lemma_.lower() in _OWN and verb.lemma_ == "expect"
    named = mention_of(subject, Cast())
    worker = named is not None and named.who in {Who.STAFF, Who.BODY}
    passive = subject.dep_ == "nsubjpass" and verb.lemma_ == "expect"
    return passive and worker and any(c.dep_ == "xcomp" for c in verb.children)


def _is_by_the_simple(verb: Token) -> bool:
    """A child of ten could have put the three together; even a stranger would have seen it."""
    subject = subject_of(verb)
    if subject is None or subject.lemma_.lower() not in _SIMPLE or subject.dep_ != "nsubj":
        return False
    before = {c.lower_ for c in subject.children if c.i < subject.i}
    return bool(before & {"a", "an", "any"}) and verb.lemma_ in _WORKING_OUT


def _is_by_any(verb: Token, modal: PerfectModal) -> bool:
    """Any judge of the division would have settled it; an officer worth his salt would have gone."""
    subject = subject_of(verb)
    if subject is None or subject.dep_ != "nsubj" or modal.modal != "would" or verb.lemma_ == "be":
        return False
    if any(t.lower_ in _WORTHY for t in subject.subtree if t.i > subject.i):
        return True
    if any(t.lower_ in {"same", "struggle"} for t in verb.subtree) or verb.lemma_ in _FINDING_HARD:
        return False
    before = {c.lower_ for c in subject.children}
    of_any = "any" in before and "such" not in before
    named = mention_of(subject, Cast())
    trade = named is not None and named.who in {Who.STAFF, Who.BODY}
    return of_any and (trade or subject.lemma_.lower().endswith(_TRADES))


_FINDING_HARD = frozenset({"struggle", "find", "feel", "do"})
