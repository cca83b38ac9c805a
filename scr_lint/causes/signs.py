"""The signs by which a passage shows that it explains, or only tells what happened.

No single sign settles it. A cause may be told without a word for it ("the form moves straight on to
the next page"), and a word for it may join two events. So several are counted: the factors that
a passage names, in a causal relation or as conditions of work, and how many kinds of them; reasons
given for what was done; how the work stands, or what staff could not or had to do, where an account
of events tells only what happened; what people at work thought, felt, said or were told; how many
doings its sentences tie together; what it says of skill and training; and whether it blames a label,
such as "poor communication". Beside them stand what words are about, by the vectors of the
model, and what forms they have: accounts of events are in the past and full of dates and papers.
What each is worth is for `weighing` to say.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..draft import Draft
from ..grammar.clauses import negated
from ..grammar.parse import subjects
from ..grammar.quotation import quoted
from ..persons.people import Side, side_of
from .explanation import ONLY_BESIDE, Cause, Explanation, Missing
from .factors import Factor, FactorKind
from .motives import motives
from .only_skill import skill_signs
from .relation import Link, Piece
from .words import words_of

if TYPE_CHECKING:
    import numpy
    from numpy.typing import NDArray
    from spacy.tokens import Token

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


@dataclass(frozen=True, slots=True)
class Signs:
    """The signs of a passage.

    `counts` are those of each kind for a sentence, with one more sentence to steady short passages,
    and 1 or 0 for what is so of a passage or not;
    `tags` the share of its words in each form (the model's fine part of speech); `vector` the mean
    of its words' vectors, each of length 1; none where the model has none.
    """

    counts: Mapping[str, float]
    tags: Mapping[str, float]
    vector: NDArray[numpy.float64] | None


def find_signs(
    draft: Draft, blocks: Sequence[int], explanation: Explanation, labels: Sequence[Piece] = ()
) -> Signs:
    """The signs of some blocks, with the explanation and the labels for poor practice found in them."""
    why = explanation.without(labels)
    own = [piece for piece in labels if piece.block in blocks]
    words = words_of(draft, blocks)
    verbs = [w for w in words if w.pos_ in {"VERB", "AUX"} and not w.dep_.startswith("aux")]
    sentences = 1 + len({(verb.doc, verb.sent.start) for verb in verbs})
    quotations = [
        doc.text[start:end]
        for doc in (draft.docs[i] for i in blocks if i in draft.docs)
        for start, end in quoted(doc.text)
    ]
    counts = {
        "kinds": len(why.kinds - {FactorKind.SKILL}),
        "firm causes": sum(_is_firm(cause) for cause in why.causes),
        "conditions": sum(f.weight >= 1 for f in _of_work(why.conditions)),
        "reasons": sum(_is_of_practice(cause) for cause in why.causes),
        "standing": sum(_stands(verb) or _is_bound(verb) for verb in verbs),
        "told": sum(_tells(verb) or _is_told(verb) for verb in verbs),
        "believed": sum(_believes(verb) for verb in verbs),
        "quoted": sum(len(said.split()) >= _SAID for said in quotations),
        "motives": len(list(motives(draft, [draft.blocks[i] for i in blocks]))),
        "doings": len(verbs),
        "labels": len(own),
    }
    return with_forms(
        draft,
        blocks,
        {
            **{name: count / sentences for name, count in counts.items()},
            **skill_signs(draft, blocks, explanation, sentences),
            "any label": bool(own),
            "label blamed": any(why.blames(piece) for piece in own),
            "firmly explained": why.firmly.missing is Missing.NOTHING,
        },
    )


def with_forms(draft: Draft, blocks: Sequence[int], counts: Mapping[str, float]) -> Signs:
    """Some signs of a passage, with the forms of its words and what they are about."""
    words = words_of(draft, blocks)
    tags = Counter(word.tag_ for word in words)
    return Signs(
        counts, {tag: count / len(words) for tag, count in tags.items()}, _mean_vector(words)
    )


def _mean_vector(words: Iterable[Token]) -> NDArray[numpy.float64] | None:
    vectors = [
        word.vector / word.vector_norm for word in words if word.is_alpha and word.vector_norm
    ]
    return sum(vectors) / len(vectors) if vectors else None


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
