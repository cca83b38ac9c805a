"""What belongs to a participle: the helping verbs before it and what completes it after it.

"Not sufficiently acted upon", "had been taken into account", "was reported to have stopped", "were
considered safe": cut anywhere inside, each says something else.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

HELPING = frozenset({"aux", "auxpass", "neg"})
_BARE = frozenset({"be", "been", "being"})
# What a verb is set together with: "taken into account", "put in place", "borne in mind".
_IDIOMS = frozenset(
    """account action attention consideration doubt effect force hold light mind motion place practice
    question touch use""".split()
)
_SAYS_WHAT = frozenset({"oprd", "acomp", "attr"})
_LONG = 6  # tokens: what is longer is cut off


def first_helper(verb: Token) -> Token | None:
    """The first helping verb or "not" of a participle; None where it has none of its own."""
    own = [c for c in verb.children if c.dep_ in HELPING and c.i < verb.i]
    if not own:
        return None
    joined = {c.i for c in verb.children if c.dep_ in HELPING | {"advmod"}}
    at = verb.i
    while at > verb.sent.start:
        before = verb.doc[at - 1]
        if before.i not in joined and before.head.i not in joined:
            break
        at -= 1
    near = [c for c in own if c.i >= at]
    return own[0] if not near or near[0].lower_ in _BARE else near[0]


def particles_end(verb: Token) -> int:
    """Where the particles and bare prepositions right after a verb end: "acted upon", "sent on"."""
    end = verb.i + 1
    while end < verb.sent.end and _is_particle(verb.doc[end], verb):
        end += 1
    return end


def completion(verb: Token) -> tuple[int, bool]:
    """Where what completes a participle ends, and whether it was cut as it is long.

    Its particles; then an infinitive, what something is found, made or judged to be, "as" with what
    follows, a fixed phrase, or the thing that somebody was given.
    """
    end = particles_end(verb)
    if end >= verb.sent.end:
        return end, False
    child = next((c for c in verb.children if c.left_edge.i == end and c.i > verb.i), None)
    if child is None:
        return end, False
    last = child.right_edge.i + 1
    if is_infinitive_of(child, verb) or child.dep_ in _SAYS_WHAT:
        return (last, False) if last - end <= _LONG else (child.i + 1, True)
    if child.lower_ == "as" and child.dep_ == "prep":
        return (last, False) if last - end <= _LONG else (end, True)
    if child.dep_ in {"dobj", "dative"} and child.lower_ not in {"to", "for"}:
        if last - end > _LONG:
            return end, True
        bare = last < verb.sent.end and _is_particle(verb.doc[last], verb)
        return last + bare, False  # "taken account of"
    if child.dep_ == "prep" and first_helper(verb) is None and last - end <= _LONG:
        return last, False  # "and put into words" is all that is said
    if child.dep_ == "prep":
        noun = next((c for c in child.children if c.dep_ == "pobj"), None)
        if noun is not None and noun.lemma_ in _IDIOMS and noun.i - child.i <= 2:
            return noun.i + 1, False
    return end, False


def is_infinitive_of(child: Token, verb: Token) -> bool:
    """Whether a word is the infinitive after a participle: "was asked to wait"."""
    to = any(c.tag_ == "TO" and c.i < child.i for c in child.children)
    return child.dep_ == "xcomp" and to and child.i > verb.i


def _is_particle(token: Token, verb: Token) -> bool:
    if token.head.i != verb.i or token.lower_ == "by":
        return False
    bare = not any(c.dep_ in {"pobj", "pcomp"} for c in token.children)
    return token.dep_ == "prt" or (token.dep_ == "prep" and token.lower_ != "as" and bare)
