"""How likely a reader wants to know who acted, where a passive does not say.

"The clinic was withdrawn" hides whose decision it was; "he was born at home" hides nobody. No list of
verbs settles it: so the signs of the sentence are weighed. What each is worth was learnt from marked
text by `learning/actors.py`, which says how well the weights do on files left out.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING, Any

from ..grammar.agentless import Agentless
from ..grammar.parse import neighbour
from ..learnt import logistic, read_weights
from .people import Side, side_of

if TYPE_CHECKING:
    from spacy.tokens import Token

_FILE = "unnamed_actors.json"
_ASIDE = frozenset({"relcl", "acl", "advcl", "csubj", "pcomp"})
#: Tokens before a sentence in which somebody at work may have been named.
_BEFORE = 40


def likelihood(passive: Agentless) -> float | None:
    """How likely readers want to know who acted, from 0 to 1; None without the vectors learnt with."""
    worth = _weights()
    vectors = {"verb": _vector(passive.verb), "subject": _vector(passive.subject)}
    if any(len(vector) != len(worth[name]) for name, vector in vectors.items()):
        return None
    total = float(worth["bias"])
    total += sum(worth["signs"][name] * value for name, value in signs(passive).items())
    total += sum(float(vector @ worth[name]) for name, vector in vectors.items())
    return logistic(total)


def signs(passive: Agentless) -> Mapping[str, float]:
    """What the sentence shows of the passive, the thing it was done to, and who stands near."""
    verb, subject = passive.verb, passive.subject
    sentence, children, own = list(verb.sent), list(verb.children), list(subject.children)
    side = side_of(subject)
    before = verb.doc[max(0, verb.sent.start - _BEFORE) : verb.sent.start]
    found = {
        "denied": passive.is_denied,
        "planned": passive.is_planned,
        "past": passive.is_past,
        "aside": verb.dep_ in _ASIDE,
        **{f"clause {dep}": verb.dep_ == dep for dep in ("relcl", "advcl", "conj", "ccomp")},
        "of staff": side is Side.STAFF,
        "of others": side is not None and side is not Side.STAFF,
        "of a pronoun": subject.pos_ == "PRON",
        "of it": subject.lower_ == "it",
        "of which": subject.tag_ in {"WP", "WDT"},
        "of a name": subject.pos_ == "PROPN",
        "of a number": any(t.like_num for t in subject.subtree),
        "of the": any(t.lower_ == "the" for t in own),
        "of a": any(t.lower_ in {"a", "an", "no", "any"} for t in own),
        "of somebody's": any(t.tag_ == "PRP$" or t.dep_ == "poss" for t in own),
        "staff in sentence": any(
            t.i < verb.i and t != subject and _is_staff(t) for t in sentence if t.pos_ != "VERB"
        ),
        "staff before": any(_is_staff(t) for t in before if t.pos_ in {"NOUN", "PROPN"}),
        "where": any(t.dep_ == "prep" and t.lower_ in {"in", "at", "on"} for t in children),
        "to whom": any(t.dep_ == "prep" and t.lower_ in {"to", "from", "with"} for t in children),
        "as": any(t.lower_ == "as" for t in children) or neighbour(verb).lower_ == "as",
        **{dep: any(t.dep_ == dep for t in children) for dep in ("xcomp", "ccomp", "prt")},
        "found so": any(t.dep_ in {"oprd", "acomp"} for t in children),
        "how": any(t.dep_ == "advmod" and t.lower_.endswith("ly") for t in children),
        "had": any(t.lower_ == "had" for t in children),
        "was": any(t.lower_ in {"was", "were"} for t in children),
        "without be": not any(t.dep_ == "auxpass" for t in children),
        "quotation": any(t.text in {'"', "“", "”"} for t in sentence),
        "the review": any(t.lower_ in {"we", "our", "us", "panel", "review"} for t in sentence),
    }
    return {**{name: float(value) for name, value in found.items()}, "length": len(sentence) / 20}


def _is_staff(token: Token) -> bool:
    return token.pos_ in {"NOUN", "PRON", "PROPN"} and side_of(token) is Side.STAFF


def _vector(token: Token) -> Any:
    return token.vector / (token.vector_norm or 1.0)


@cache
def _weights() -> Mapping[str, Any]:
    import numpy as np

    worth = read_weights(_FILE)
    return {**worth, "verb": np.array(worth["verb"]), "subject": np.array(worth["subject"])}
