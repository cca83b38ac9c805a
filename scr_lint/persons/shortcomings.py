"""Reproaches to those at work that lie in what they are said to have lacked or not cared to do.

"Nobody had the wit to ask", "chose to ignore it", "was content to send her home", "far too trusting",
"did nothing", "the people paid to notice", "a child of six would have seen it". Which nouns,
adjectives and verbs take part is given in word classes here; that they reproach comes from who
is their subject and from how they are put together.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..grammar.voice import subject_of
from ..hindsight.counterfactual import negated, perfect_modals
from .carried_on import is_paid, is_worker
from .children import who_is
from .mentions import Cast, Who, mention_of

if TYPE_CHECKING:
    from spacy.tokens import Span as SpacySpan
    from spacy.tokens import Token

_VIRTUES = frozenset(
    """backbone bravery candour common-sense compassion conscience courage courtesy curiosity decency
    diligence empathy energy foresight gumption guts heart honesty humanity humility imagination
    initiative inclination integrity kindness manners nerve nous patience sense spine spirit stomach
    tact willpower wisdom wit wits""".split()
)
_HAVING = frozenset("have show possess display find muster summon".split())
_LACKING = frozenset({"lack", "want"})
_NOBODY = frozenset({"nobody", "none", "neither", "no"})
_CHOOSING = frozenset("choose prefer elect opt".split())
_PASSING_OVER = frozenset(
    """ignore overlook disregard dismiss forget neglect look turn shut close bury avoid evade dodge
    hide discount conceal suppress withhold""".split()
)
_EAGER = frozenset(
    "content glad happy pleased ready willing eager quick keen relieved anxious".split()
)
_TOO = frozenset(
    """trusting timid ready quick willing eager easily deferential credulous polite
    comfortable proud grand kind soft obliging passive meek hasty lenient
    indulgent tolerant casual relaxed incurious lazy scared frightened cosy rigid clever sure
    confident readily happy glad keen""".split()
)
_NO_CARE = {
    "ask": frozenset({"question", "questions"}),
    "take": frozenset(
        "interest notice heed care pain pains trouble responsibility account".split()
    ),
    "show": frozenset("interest curiosity concern urgency inclination compassion appetite".split()),
    "pay": frozenset({"heed", "attention", "regard"}),
    "give": frozenset({"thought", "heed"}),
    "spare": frozenset({"thought"}),
    "make": frozenset({"effort"}),
}
# A measure that mocks; what a trainee would have seen is hindsight (TON001) and no more.
_OUTSIDERS = frozenset(
    """child schoolchild schoolboy schoolgirl layman layperson stranger fool idiot passer-by amateur
    infant toddler""".split()
)
_AWAKE = frozenset(
    """alert awake half-awake wide-awake attentive observant vigilant curious sensible sane sober
    thinking sentient prudent humane literate responsible sharp brighter careful halfway""".split()
)
_ANYONE = frozenset({"anyone", "anybody", "someone", "somebody"})
_PERSONS = frozenset("people person those adults professionals someone somebody anyone one".split())


def shortcomings(token: Token, cast: Cast) -> Iterator[SpacySpan]:
    """The reproach that a word makes to somebody at work by what it says they lacked or spurned."""
    found: SpacySpan | None = None
    if token.pos_ in {"VERB", "AUX"}:
        found = (
            _had_not_the_wit(token, cast)
            or _chose_to_ignore(token, cast)
            or _took_no_interest(token, cast)
            or _bothered(token, cast)
            or _was_paid(token, cast)
            or _would_have_seen(token, cast)
        )
    if found is None and (token.pos_ in {"ADJ", "ADV"} or token.dep_ == "acomp"):
        found = _too_ready(token, cast)
    if (
        found is None
        and token.pos_ not in {"VERB", "AUX"}
        and is_paid(token)
        and token.lemma_ in _PERSONS
    ):
        found = token.doc[token.i : _paid(token).i + 1]
    if found is not None:
        yield _with_nobody(found)


def _with_nobody(tokens: SpacySpan) -> SpacySpan:
    """Some words with the subject that denies them: "nobody had the wit to"."""
    subject = _child(tokens.root, "nsubj")
    if subject is None or subject.left_edge.i >= tokens.start:
        return tokens
    none = subject.lower_ in _NOBODY or any(c.lower_ in {"no", "not"} for c in subject.lefts)
    return tokens.doc[subject.left_edge.i : tokens.end] if none else tokens


def _child(word: Token, *relations: str) -> Token | None:
    return next((c for c in word.children if c.dep_ in relations), None)


def _is_nobody(noun: Token | None, cast: Cast) -> bool:
    """Whether nobody at work is meant: "nobody", "not one of the nineteen", but "no parent" not."""
    if noun is None:
        return False
    none = noun.lower_ in _NOBODY or any(c.lower_ in {"no", "not"} for c in noun.children)
    if not none:
        return False
    whos = {who_is(noun, cast), *(who_is(t, cast) for t in noun.subtree if t.i != noun.i)}
    return not whos & {Who.FAMILY, Who.CHILD}


def _answers(verb: Token, cast: Cast) -> bool:
    subject = subject_of(verb)
    return is_worker(subject, cast) or _is_nobody(subject, cast)


def _had_not_the_wit(verb: Token, cast: Cast) -> SpacySpan | None:
    """Nobody "had the wit to" ask; the chair "hadn't the backbone"; she "lacked the imagination"."""
    if verb.lemma_ not in _HAVING | _LACKING:
        return None
    noun = _child(verb, "dobj")
    if noun is None or noun.lemma_.lower() not in _VIRTUES:
        return None
    denied = negated(verb) or any(c.lower_ == "no" for c in noun.children)
    subject = subject_of(verb)
    denied = denied or _is_nobody(subject, cast)
    if verb.lemma_ in _LACKING:
        denied = not denied
    if not denied or not _answers(verb, cast) or any(c.tag_ == "MD" for c in verb.children):
        return None
    return verb.doc[min(verb.i, noun.i) : noun.i + 1]


def _chose_to_ignore(verb: Token, cast: Cast) -> SpacySpan | None:
    """He "chose to ignore" it, "preferred not to think", "was paid to answer and chose not to"."""
    if verb.lemma_ not in _CHOOSING or negated(verb) or not is_worker(subject_of(verb), cast):
        return None
    then = _child(verb, "xcomp")
    if then is None:
        bare = verb.doc[verb.i + 1 : verb.i + 3].text.lower() == "not to"
        return verb.doc[verb.i : verb.i + 3] if bare else None
    if negated(then) or then.lemma_ in _PASSING_OVER:
        return verb.doc[verb.i : then.i + 1]
    return None


def _took_no_interest(verb: Token, cast: Cast) -> SpacySpan | None:
    """The ward "did nothing", "asked no questions", "took no notice", "made no effort"."""
    noun = _child(verb, "dobj")
    if noun is None or any(c.tag_ == "MD" for c in verb.children) or negated(verb):
        return None
    subject = subject_of(verb)
    if not is_worker(subject, cast):
        return None
    if verb.lemma_ == "do" and noun.lower_ == "nothing":
        alone = not any(True for _ in noun.children) and _child(verb, "xcomp", "advcl") is None
        return verb.doc[verb.i : noun.i + 1] if alone else None
    listed = noun.lemma_.lower() in _NO_CARE.get(verb.lemma_, ())
    if listed and any(c.lower_ in {"no", "scant", "precious"} for c in noun.children):
        return verb.doc[verb.i : noun.i + 1]
    return None


def _bothered(verb: Token, cast: Cast) -> SpacySpan | None:
    """ "Nobody bothered" to ring; he "did not trouble to" go upstairs; "could have troubled to"."""
    if verb.lemma_ not in {"bother", "trouble", "deign", "condescend"}:
        return None
    subject = subject_of(verb)
    if _is_nobody(subject, cast) and subject is not None:
        return verb.doc[subject.left_edge.i : verb.i + 1]
    if (
        negated(verb)
        and is_worker(subject, cast)
        and subject is not None
        and subject.dep_ == "nsubj"
    ):
        first = min([c.i for c in verb.children if c.dep_ in {"aux", "neg"}] + [verb.i])
        return verb.doc[first : verb.i + 1]
    modal = any(c.tag_ == "MD" for c in verb.children)
    if modal and _child(verb, "xcomp") is not None and is_worker(subject, cast):
        return verb.doc[min(c.i for c in verb.children if c.tag_ == "MD") : verb.i + 1]
    return None


def _paid(noun: Token) -> Token:
    return next((c for c in noun.children if c.lower_ == "paid"), noun.head)


def _was_paid(verb: Token, cast: Cast) -> SpacySpan | None:
    """Somebody "was paid to" answer that phone."""
    if verb.lower_ != "paid" or _child(verb, "xcomp") is None or _child(verb, "auxpass") is None:
        return None
    subject = _child(verb, "nsubjpass")
    if subject is None or who_is(subject, cast) in {Who.FAMILY, Who.CHILD}:
        return None
    somebody = subject.lemma_.lower() in _PERSONS or mention_of(subject, cast) is not None
    return verb.doc[verb.i - 1 : verb.i + 2] if somebody else None


def _too_ready(word: Token, cast: Cast) -> SpacySpan | None:
    """ "Far too trusting", "only too glad to", "content to treat the symptom"."""
    lemma = word.lower_
    too = next((c for c in word.lefts if c.lower_ == "too"), None)
    holder = word
    while holder.dep_ in {"conj", "advmod"} and holder.head.pos_ in {"ADJ", "VERB"}:
        holder = holder.head
    verb = holder.head if holder.dep_ in {"acomp", "oprd", "amod"} else holder
    subject = subject_of(verb) if verb.pos_ in {"VERB", "AUX"} else None
    if word.dep_ == "amod":
        subject = word.head
    if not is_worker(subject, cast) or negated(verb):
        return None
    only = too is not None and any(
        c.lower_ in {"only", "all"} for c in (*too.children, *word.children)
    )
    if too is not None and (lemma in _TOO or (only and lemma in _EAGER)):
        return word.doc[too.left_edge.i : word.i + 1]
    if lemma == "content" and any(
        c.dep_ in {"xcomp", "ccomp", "advcl"}
        for c in (*word.children, *verb.children)
        if c.i > word.i
    ):
        return word.doc[word.i : word.i + 2]
    return None


def _would_have_seen(verb: Token, cast: Cast) -> SpacySpan | None:
    """ "A child of six" would have seen it; "anyone with an ounce of sense" could have."""
    subject = _child(verb, "nsubj", "nsubjpass")
    if (
        subject is None
        or verb.lemma_ == "be"
        or not any(
            m.modal in {"would", "could", "might"} and m.verb == verb
            for m in perfect_modals(verb.sent)
        )
    ):
        return None
    if subject.lower_ in _ANYONE:
        able = any(
            c.dep_ in {"prep", "relcl", "amod", "acl"}
            and c.lower_ not in {"in", "at", "from", "on", "else"}
            for c in subject.children
        )
        return subject.doc[subject.i : subject.right_edge.i + 1] if able else None
    indefinite = any(c.lower_ in {"a", "an", "any", "even"} for c in subject.children)
    if not indefinite:
        return None
    lemma = subject.lemma_.lower()
    awake = next((c for c in subject.children if c.dep_ == "amod" and _is_awake(c)), None)
    staff = who_is(subject, cast) is Who.STAFF or lemma in {"person", "member", "reader", "pair"}
    if awake is not None and staff:
        return subject.doc[awake.left_edge.i : awake.i + 1]
    even = any(c.lower_ in {"any", "even"} for c in subject.children)
    aged = any(c.lower_ == "of" for c in subject.children) or any(
        c.dep_ in {"amod", "compound", "nmod"} for c in subject.children
    )
    if lemma in _OUTSIDERS and (even or aged):
        return subject.doc[subject.left_edge.i : subject.right_edge.i + 1]
    return None


def _is_awake(word: Token) -> bool:
    return word.lower_ in _AWAKE or any(c.lower_ == "half" for c in word.children)
