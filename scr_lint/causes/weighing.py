"""Whether a passage explains practice, by all its signs together.

No single sign settles it. A cause may be told without a word for it ("the form moves straight on to
the next page"), and a word for it may join two events. So a few signs are counted: the factors that
a passage names, in a causal relation or as conditions of work, and how many kinds of them; reasons
given for what was done; how the work stands, or what staff could not or had to do, where an account
of events tells only what happened; what people at work thought, felt, said or were told. Sentences
that tie many doings together are taken to explain.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from ..draft import Draft
from ..grammar.clauses import negated
from ..grammar.parse import subjects
from ..grammar.quotation import quoted
from ..items import label_of
from ..persons.people import Side, side_of
from .explanation import ONLY_BESIDE, Cause, Explanation
from .factors import Factor, FactorKind
from .motives import motives
from .relation import Link

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

#: How many signs make an explanation: a factor that tells of the work by itself is two, of its kind
#: and in its place. Set on the tuning half of the corpora, where equal weights did as well, file by
#: file, as weights that were learnt on the other files.
_ENOUGH = 2
#: So many doings to a sentence, and to one more, tie things together as accounts of events do not.
_DENSE = 2.4
# What people at work say, and what they have in mind; the latter tells of them even where denied.
_TELLING = frozenset(
    "tell say describe explain recall admit accept acknowledge report mention add agree".split()
)
_MINDING = frozenset(
    """think believe feel assume suppose fear hope want wish worry expect understand trust consider
    regard know learn imagine dread like prefer hesitate dare intend reckon judge doubt mistake
    decide accept agree owe suspect misread misunderstand""".split()
)
_BELIEVING = frozenset("think believe suppose assume feel fear take expect trust presume".split())
#: What is in the mind only with what is thought: "saw it as", "took it that".
_WITH_CONTENT = frozenset("see take read treat put".split())
_INSTRUCTING = frozenset(
    """tell instruct advise teach train expect encourage discourage warn ask direct allow forbid
    permit""".split()
)
_ANYBODY = frozenset("each everyone everybody nobody both all those anyone anybody none".split())
#: Words in quotation marks from which on they are somebody's account and not a term.
_SAID = 4
_PRESENT = frozenset({"VBZ", "VBP"})
# What a report draws on or measures by: what it says now is no state of the work.
_READ = frozenset(
    """record file review panel audit evidence report chronology interview author research finding
    account analysis minute note log study datum data figure case history return sheet survey
    inspection document table policy procedure guidance law section act statement paragraph
    chart""".split()
)
_SAYING = frozenset(
    """show bear indicate suggest state say record describe note find report confirm demonstrate
    reveal appear seem give list establish tell read highlight illustrate identify contain evidence
    mean require expect consider regard think believe conclude recommend accept acknowledge know
    need matter stand concern relate""".split()
)
_ASKING = frozenset("require expect ask recommend provide demand".split())
_POINTING = frozenset("it this that what which who there".split())
_REASONS = frozenset({Link.CONNECTIVE, Link.REASON, Link.ANSWER, Link.SOURCE})
_LEARNING = frozenset("establish say tell show find".split())


def explains(draft: Draft, blocks: Sequence[int], why: Explanation) -> bool:
    """Whether some blocks explain practice, `why` being the explanation found in them."""
    docs = [draft.docs[i] for i in blocks if i in draft.docs]
    label = label_of(draft.blocks[blocks[0]].text) if blocks else None
    verbs = [
        verb
        for at, doc in enumerate(docs)
        for verb in _verbs(doc)
        if at or label is None or verb.idx >= label.end
    ]
    sentences = len({(verb.doc, verb.sent.start) for verb in verbs})
    if len(verbs) >= _DENSE * (sentences + 1):
        return True
    signs = [
        len(why.kinds - {FactorKind.SKILL}),
        sum(_is_firm(cause) for cause in why.causes),
        sum(f.weight >= 1 for f in _of_work(why.conditions)),
        sum(_is_of_practice(cause) for cause in why.causes),
        sum(_stands(verb) or _is_bound(verb) for verb in verbs),
        sum(_tells(verb) or _is_told(verb) for verb in verbs),
        sum(_believes(verb) for verb in verbs),
        sum(_is_account(doc.text[a:b]) for doc in docs for a, b in quoted(doc.text)),
        len(list(motives(draft, [draft.blocks[i] for i in blocks]))),
    ]
    return sum(signs) >= _ENOUGH


def _of_work(factors: Iterable[Factor]) -> Iterator[Factor]:
    return (f for f in factors if f.kind is not FactorKind.SKILL)


def _is_firm(cause: Cause) -> bool:
    """Whether a cause holds something that tells of the work by itself."""
    named = cause.relation.link not in ONLY_BESIDE
    return named and any(f.weight for f in _of_work(cause.factors))


def _is_of_practice(cause: Cause) -> bool:
    """Whether a reason is given for what was done, which is not the family's and not the law's."""
    relation = cause.relation
    marker = relation.marker.tokens.text.lower()
    if relation.link not in _REASONS and not marker.startswith("such ") and "why" not in marker:
        return False
    words = [t for part in relation.cause for t in part.tokens]
    about = [t for t in words if t.dep_ in {"nsubj", "nsubjpass"}]
    return (
        bool(words)
        and not any(side_of(t) is Side.FAMILY or t.lemma_.lower() in _READ for t in about)
        and any(t.pos_ in {"VERB", "AUX"} for t in words)
    )


def _is_account(words: str) -> bool:
    return len(words.split()) >= _SAID


def _verbs(doc: Doc) -> Iterator[Token]:
    return (t for t in doc if t.pos_ in {"VERB", "AUX"} and not t.dep_.startswith("aux"))


def _tells(verb: Token) -> bool:
    """ "The matrons said", "each took it that": what people at work have in mind, or say of it.

    What one told another in the course of the case is a doing like any other.
    """
    if any(c.dep_ == "auxpass" for c in verb.children):
        return False
    about = subjects(verb)
    sides = {side_of(s) for s in about}
    if verb.lemma_ in _MINDING:
        # Nothing but people has a mind, and those whom the vocabulary does not know are at work.
        return bool(about) and not sides & {Side.FAMILY, Side.REVIEW}
    if Side.STAFF not in sides and not any(s.lower_ in _ANYBODY for s in about):
        return False
    held = any(c.dep_ == "ccomp" for c in verb.children)
    if verb.lemma_ in _WITH_CONTENT:
        return held or any(c.lower_ in {"as", "down"} for c in verb.children)
    hearers = {side_of(c) for c in verb.children if c.dep_ in {"dobj", "dative"}} - {None}
    if verb.lemma_ not in _TELLING or negated(verb):
        return False
    return Side.REVIEW in hearers or (held and not hearers)


def _believes(verb: Token) -> bool:
    """ "They supposed that another service held it": what people acted on, plainly said."""
    held = any(c.dep_ == "ccomp" for c in verb.children)
    return held and verb.lemma_ in _BELIEVING and _tells(verb)


def _is_told(verb: Token) -> bool:
    """ "Staff were told, in writing, that children were not within scope"."""
    if verb.lemma_ not in _INSTRUCTING or negated(verb):
        return False
    return any(c.dep_ == "auxpass" for c in verb.children) and any(
        side_of(s) is Side.STAFF and s.tag_ in {"NNS", "NNPS", "PRP"} for s in subjects(verb)
    )


def _stands(verb: Token) -> bool:
    """ "Booking an interpreter takes two days": what is so still, of the work and not its records."""
    helping = [c for c in verb.children if c.dep_.startswith("aux")]
    forms = {verb.tag_, *(c.tag_ for c in helping)}
    perfect = any(c.lemma_ in {"have", "’ve", "'ve"} for c in helping)
    if not forms & _PRESENT or "MD" in forms or perfect or verb.lemma_ in _SAYING:
        return False
    about = list(subjects(verb))
    if {side_of(s) for s in about} & {Side.FAMILY, Side.REVIEW}:
        return False
    only_points = verb.lemma_ == "be" and any(s.lower_ in _POINTING for s in about)
    if any(s.dep_ == "csubj" and s.tag_ != "VBG" for s in about) or verb.head.lemma_ in _ASKING:
        return False
    return bool(about) and not only_points and not any(s.lemma_.lower() in _READ for s in about)


def _is_bound(verb: Token) -> bool:
    """ "Recording had to be done the same day", "they could not open it"."""
    if any(side_of(s) in {Side.FAMILY, Side.REVIEW} for s in subjects(verb)):
        return False
    if verb.lemma_ == "have" and any(c.dep_ == "xcomp" for c in verb.children):
        return True
    could = any(c.lower_ in {"could", "can"} for c in verb.children)
    only = any(c.lower_ == "only" for c in verb.children)
    return could and (only or negated(verb)) and verb.lemma_ not in _LEARNING
