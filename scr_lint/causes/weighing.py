"""How likely a passage explains practice, by all its signs together.

No single sign settles it. A cause may be told without a word for it ("the form moves straight on to
the next page"), and a word for it may join two events. So the factors that a passage names, in a
causal relation or beside one, are weighed with what explanations are otherwise made of: workers who
say how it was, how things stand as a rule, grounds and sources, sentences with several doings; and
against dates, which accounts are made of.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from ..draft import Draft
from ..grammar.clauses import governing_verb
from ..grammar.parse import subjects
from ..grammar.quotation import quoted
from ..persons.people import Side, side_of
from .evidence import evidence
from .explanation import ONLY_BESIDE, Cause, Explanation
from .factors import Factor, FactorKind
from .relation import Link

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

# What each sign is worth, counted up to its limit. Learnt on the tuning half of the corpora and the
# rule's examples by logistic regression, the signs chosen by cross-validation; the first three
# were set by hand, as they are what the word "explain" means.
_WORTH: Mapping[str, tuple[float, int]] = {
    "factor in a cause": (1.5, 2),
    "answer to why": (1.0, 1),
    "condition in force": (1.8, 1),
    "weak factor in a cause": (1.38, 2),
    "set beside": (1.59, 2),
    "kinds of factor": (0.52, 4),
    "condition": (1.22, 3),
    "lesser condition": (0.76, 3),
    "worker's account": (0.98, 2),
    "worker's words": (1.84, 2),
    "source": (0.48, 3),
    "present state": (0.72, 4),
    "doings in a sentence": (1.39, 9),
    "date": (-0.46, 3),
    "length": (-0.45, 9),
}
_START = -2.59
_TELLING = frozenset("tell say describe explain feel think recall know believe".split())
#: Words in quotation marks from which on they are somebody's account and not a term.
_SAID = 4
_DATE = re.compile(
    r"\b(?:January|February|March|April|May|June|July|August|September|October|November|December|"
    r"20\d\d|\d\d[.:]\d\d)\b"
)
_PRESENT = frozenset({"VBZ", "VBP"})


def chance_explained(draft: Draft, blocks: Sequence[int], why: Explanation) -> float:
    """How likely some blocks explain practice (0 to 1), `why` being the explanation found in them."""
    signs = dict(_signs(draft, blocks, why))
    worth = _START + sum(
        each * min(signs.get(name, 0.0), limit) for name, (each, limit) in _WORTH.items()
    )
    return 1 / (1 + math.exp(-worth))


def _signs(draft: Draft, blocks: Sequence[int], why: Explanation) -> Iterator[tuple[str, float]]:
    docs = [draft.docs[i] for i in blocks if i in draft.docs]
    yield "kinds of factor", len(why.kinds - {FactorKind.SKILL})
    yield "factor in a cause", sum(_is_firm(cause) for cause in why.causes)
    yield "length", math.log(1 + sum(not t.is_punct for doc in docs for t in doc))
    yield "answer to why", sum(c.relation.link is Link.ANSWER for c in why.causes)
    yield "weak factor in a cause", sum(_is_weak(cause) for cause in why.causes)
    beside = [c for c in why.causes if c.relation.link in ONLY_BESIDE]
    yield "set beside", sum(not list(_of_work(cause.factors)) for cause in beside)
    standing = list(_of_work(why.conditions))
    yield "condition", sum(f.weight >= 1 for f in standing)
    yield "condition in force", sum(f.weight >= 1 and _is_in_force(f) for f in standing)
    yield "lesser condition", sum(f.weight < 1 for f in standing)
    yield "source", len(list(evidence(draft, blocks)))
    yield "worker's words", sum(_is_account(d.text[a:b]) for d in docs for a, b in quoted(d.text))
    yield "date", sum(len(_DATE.findall(doc.text)) for doc in docs)
    verbs = [t for doc in docs for t in _verbs(doc)]
    yield "worker's account", sum(_tells(verb) for verb in verbs)
    yield "present state", sum(_is_present_state(verb) for verb in verbs)
    sentences = sum(1 for doc in docs for _ in doc.sents)
    yield "doings in a sentence", sum(_has(verb, {"VBD"}) for verb in verbs) / max(1, sentences)


def _of_work(factors: Iterable[Factor]) -> Iterator[Factor]:
    return (f for f in factors if f.kind is not FactorKind.SKILL)


def _is_firm(cause: Cause) -> bool:
    """Whether a cause holds something that tells of the work by itself."""
    named = cause.relation.link not in ONLY_BESIDE
    return named and any(f.weight for f in _of_work(cause.factors))


def _is_weak(cause: Cause) -> bool:
    """Whether a cause holds nothing of the work but what is a factor in a cause alone."""
    of_work = list(_of_work(cause.factors))
    named = cause.relation.link not in ONLY_BESIDE
    return named and bool(of_work) and not any(f.weight for f in of_work)


def _is_in_force(condition: Factor) -> bool:
    """Whether a condition is told as one that holds still: "the standards do not address …"."""
    return _has(governing_verb(condition.piece.tokens.root), _PRESENT)


def _is_account(words: str) -> bool:
    return len(words.split()) >= _SAID


def _verbs(doc: Doc) -> Iterator[Token]:
    return (t for t in doc if t.pos_ in {"VERB", "AUX"} and not t.dep_.startswith("aux"))


def _has(verb: Token, tags: set[str] | frozenset[str]) -> bool:
    """Whether a verb, or an auxiliary of it, is in one of some forms."""
    return verb.tag_ in tags or any(
        c.tag_ in tags for c in verb.children if c.dep_.startswith("aux")
    )


def _tells(verb: Token) -> bool:
    return verb.lemma_ in _TELLING and any(side_of(s) is Side.STAFF for s in subjects(verb))


def _is_present_state(verb: Token) -> bool:
    about = {side_of(s) for s in subjects(verb)}
    return _has(verb, _PRESENT) and not about & {Side.FAMILY, Side.REVIEW}
