"""What a recommendation asks for, clause by clause: which verb, and who is said to act.

Reads the main clauses of the parse: "X should …", "we recommend that X …", "X is asked to …",
"it is essential that X …"; and what `notes` finds where there is no main clause.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..grammar.parse import (
    VERBS,
    agents,
    has_modal,
    is_infinitive,
    is_passive,
    left_edge,
    marks,
    objects_of,
    own_subjects,
    subjects,
    with_conjuncts,
)
from .notes import further_verbs, note_verb
from .verbs import ASKED, RECOMMENDING, TENTATIVE, URGED, is_action

if TYPE_CHECKING:
    from spacy.tokens import Span as SpacySpan
    from spacy.tokens import Token

_ASKING = frozenset("should must shall ought need will".split())
#: Modals that ask only with a verb of wishing or thinking: "the Board may wish to …".
_TENTATIVELY = frozenset({"might", "could", "may"})
#: First words of sentences that tell what will follow from what was asked before them.
_FOLLOWS = frozenset({"then", "so", "thus"})
_FORETELLING = frozenset({"will", "'ll", "’ll", "wo", "would"})
_MISSPELT = frozenset("shoud shoudl shold shuold sould shoul".split())
_SEMI_MODALS = frozenset({"need", "have", "be", "ought"})
_CLAUSES = frozenset({"ccomp", "xcomp", "csubj", "advcl", "acl"})
_DUTIES = frozenset("expectation need requirement".split())
_EVERYONE = frozenset("everyone everybody anyone anybody all those".split())
_REVIEWERS = frozenset(
    """i we it they review reviewer panel author report inquiry overview writer team commission
    atsb taic""".split()
)
_US = frozenset({"i", "we"})
#: Passives that describe what their subject does itself.
REFLEXIVE = frozenset("assure satisfy reassure commit prepare".split())
#: What the head of a group does to it: "a group led by the Designated Nurse".
_LED = frozenset("lead chair convene oversee run coordinate co-ordinate".split())
#: What the makers of a thing do, who are asked where the thing is to do something.
_MADE = frozenset(
    """send issue write produce publish use keep hold make give provide print sign draw commission
    hand operate manage own supply maintain""".split()
)
#: Verbs whose passive without an infinitive asks nothing of its subject: "be invited to meetings".
_BIDDEN = frozenset("invite call direct expect want leave like encourage remind".split())


@dataclass(frozen=True, slots=True)
class Request:
    """Something asked for: its verb, and the heads of the noun phrases said to do it.

    `asked` is empty for a bare command and for a passive without an agent.
    """

    verb: Token
    asked: tuple[Token, ...] = ()


def requests(sentence: SpacySpan, start: int = 0) -> list[Request]:
    """What a sentence asks for in its main clauses, in order.

    `start` is the character of the Doc at which the recommendation begins, after its label.
    """
    tokens = [t for t in sentence if t.idx >= start and not t.is_space]
    found: dict[int, Request] = {}
    if foretells(tokens):
        return []
    for token in tokens:
        for request in _of_token(token):
            found.setdefault(request.verb.i, request)
    if not found and tokens:
        note = note_verb(tokens)
        for request in _unwrapped(note, own_subjects(note)) if note else _of_first_modal(tokens):
            found.setdefault(request.verb.i, request)
    for verb in further_verbs(tokens, [request.verb for request in found.values()]):
        found.setdefault(verb.i, _request(verb))
    return [found[i] for i in sorted(found)]


def foretells(tokens: list[Token]) -> bool:
    """Whether a sentence only tells what will come of what was asked before it.

    "The centre must show all visits. Then the next doctor will see the last one."
    """
    first = tokens[0] if tokens else None
    if first is None or not first.i or not first.is_sent_start:
        return False
    modals = {t.lower_ for t in tokens if t.tag_ == "MD"}
    if modals & (_ASKING - {"will"}):
        return False
    if first.lower_ in _FOLLOWS:
        return True
    asked = any(t.lower_ in _ASKING - {"will"} and t.tag_ == "MD" for t in first.doc[: first.i])
    return asked and any(
        t.lower_ in _FORETELLING and t.tag_ == "MD" and t.head.dep_ == "ROOT" for t in tokens
    )


def _of_token(token: Token) -> Iterator[Request]:
    """What a token opens: a verb of recommending, a modal, a word that serves as one."""
    if token.lemma_ in URGED and _is_command(token):
        yield Request(token)  # "Remind form tutors of …": whoever is to remind them
    elif token.lemma_ in RECOMMENDING and token.pos_ == "VERB" and _performs(token):
        if _is_main(token):
            yield from _recommended(token)
    elif token.tag_ == "MD" and not any(c.dep_ == "xcomp" for c in token.children):
        verb = token.head if token.dep_ == "aux" else token
        tentative = token.lower_ in _TENTATIVELY and verb.lemma_ in TENTATIVE
        if (token.lower_ in _ASKING or tentative) and _is_main(verb):
            yield from _unwrapped(verb, subjects(verb) or _just_before(token))
        elif verb.lemma_ == "be" and _is_main(verb):
            yield from _semi_modal(verb)
    elif token.dep_ == "ROOT" and _lets(token):
        yield from _let(token)
    elif token.lemma_ in _SEMI_MODALS and _is_main(token):
        yield from _semi_modal(token)
    elif token.lower_ in _MISSPELT and (asked := _next_verb(token)):
        yield Request(asked, own_subjects(token) or own_subjects(asked) or _just_before(token))


def _is_command(verb: Token) -> bool:
    """Whether a verb stands at the head of its sentence, with nobody named who is to do it."""
    helped = any(c.dep_ in {"aux", "auxpass"} for c in verb.children)
    return verb.dep_ == "ROOT" and verb.tag_ == "VB" and not helped and not subjects(verb)


def _lets(verb: Token) -> bool:
    """Whether a verb has somebody act: "let the manager ring", "I'd have the Trust pay"."""
    if verb.lower_ == "let":
        return not any(s.i < verb.i for s in subjects(verb))
    wishes = any(c.lower_ in {"would", "'d", "’d"} for c in verb.children)
    return verb.lower_ in {"have", "see"} and wishes and {s.lower_ for s in subjects(verb)} <= _US


def _let(verb: Token) -> Iterator[Request]:
    """What somebody is let do; what they are to have or be, others must bring about."""
    for clause in verb.children:
        if clause.dep_ == "ccomp" and clause.pos_ in {*VERBS, "AUX"}:
            acts = clause.lemma_ not in {"have", "be"}
            yield Request(clause, own_subjects(clause) if acts else ())


def _semi_modal(token: Token) -> Iterator[Request]:
    """Reads "X needs to …", "X is to …", "it is essential that X …", "it is for X to …"."""
    above = subjects(token)
    if any(s.lower_ == "it" for s in above) or any(c.lemma_ in _DUTIES for c in token.children):
        inner = next((t for t in token.subtree if t.dep_ in _CLAUSES and t.pos_ in VERBS), None)
        if inner is not None:
            whom = own_subjects(inner) or tuple(objects_of(inner, {"for"}))
            yield _request(inner, () if is_passive(inner) else whom)
        return
    proposed = any(s.lemma_.lower() in {"recommendation", "proposal", "request"} for s in above)
    for inner in token.children:
        if inner.dep_ == "xcomp" and is_infinitive(inner):
            yield from _unwrapped(inner, own_subjects(inner) or above)
        elif inner.dep_ == "ccomp" and proposed:
            yield _request(inner)


def _recommended(verb: Token) -> Iterator[Request]:
    """What the review recommends, or asks somebody to do."""
    clauses = [c for c in verb.children if c.dep_ in {"ccomp", "xcomp", "advcl"}]
    to_do = [c for c in clauses if not _is_asked_about(c)]
    clauses = to_do or clauses  # "asks it to say, by May, how many calls go unanswered"
    objects = [t for c in verb.children if c.dep_ == "dobj" for t in with_conjuncts(c)]
    asked = [s for s in subjects(verb) if is_passive(verb) and s.lower_ != "it"]
    if asked:  # "that Ofsted be asked by the Board to look": both have something to do
        asked += [t for t in agents(verb) if t.lemma_.lower() not in _REVIEWERS]
    to_whom = list(objects_of(verb, {"to", "on", "upon"}))
    if is_passive(verb) and not clauses and verb.lemma_ in _BIDDEN - URGED:
        yield Request(verb)
        return
    if verb.lemma_ in URGED or not clauses:
        yield Request(verb, (*asked, *objects, *to_whom))
        return
    for clause in clauses:
        named = [s for s in own_subjects(clause) if s.pos_ != "PRON" or s.lower_ in _EVERYONE]
        yield _request(clause, tuple(asked or named or objects or to_whom))


def _is_asked_about(clause: Token) -> bool:
    """Whether a clause is what somebody is to tell or find out: "how many calls go unanswered"."""
    return clause.left_edge.tag_ in {"WRB", "WP", "WDT", "WP$"}


def _performs(verb: Token) -> bool:
    """Whether the review itself recommends: "we recommend", "it is recommended", "X is asked"."""
    if any(c.tag_ == "MD" and c.lower_ not in {"would", "'d", "’d"} for c in verb.children):
        return False
    above = subjects(verb)
    if is_passive(verb):
        if verb.lemma_ in URGED and is_infinitive(verb):
            return False  # "staff to be reminded of …": by whom, it does not say
        return verb.lemma_ != "require" or any(c.dep_ == "xcomp" for c in verb.children)
    return not above or any(s.lemma_.lower() in _REVIEWERS for s in above)


def _of_first_modal(tokens: list[Token]) -> Iterator[Request]:
    """The first modal's clause, where the parse hangs it on a word that is no verb."""
    modal = next((t for t in tokens if t.lower_ in _ASKING and t.dep_ == "aux"), None)
    if modal is not None and not marks(modal.head):
        yield from _unwrapped(modal.head, subjects(modal.head))


def _unwrapped(verb: Token, above: tuple[Token, ...]) -> Iterator[Request]:
    """A request, seen through "be asked to"; who acts depends on the voice."""
    inner = next((c for c in verb.children if c.dep_ == "xcomp" and is_infinitive(c)), None)
    if is_passive(verb) and verb.lemma_ in URGED:
        yield _request(verb)
    elif is_passive(verb) and verb.lemma_ in ASKED and inner is not None:
        # "A dog warden shall be asked to …": who is to ask one, it does not say.
        known = [s for s in above if left_edge(s).lower_ not in {"a", "an"}]
        yield Request(inner, (*known, *agents(verb)))
    else:
        yield _request(verb, above=above)


def _request(verb: Token, asked: tuple[Token, ...] = (), above: tuple[Token, ...] = ()) -> Request:
    above = above or own_subjects(verb)
    if not asked and is_passive(verb) and verb.lemma_ not in REFLEXIVE:
        asked = tuple(agents(verb))
    elif not asked:
        asked = above
    active = not is_passive(verb)
    makers = [t for s in above for c in s.children if _is_making(c, active) for t in agents(c)]
    return Request(verb, (*asked, *makers))


def _is_making(clause: Token, active: bool) -> bool:
    """Whether this is "a group led by the Designated Nurse" or "a form to be drawn up by the Trust".

    Where the thing is to do something itself, also "the letters sent by the Trust".
    """
    if active and clause.lemma_ in _MADE and clause.dep_ in {"acl", "relcl"}:
        return True
    to_be = clause.dep_ in {"acl", "relcl"} and is_passive(clause) and is_infinitive(clause)
    return clause.lemma_ in _LED or to_be


def _just_before(modal: Token) -> tuple[Token, ...]:
    """The noun before a modal, for a verb that the parse gave no subject."""
    previous = modal.doc[modal.i - 1] if modal.i else modal
    return (previous,) if previous.pos_ in {"NOUN", "PROPN", "PRON"} else ()


def _next_verb(misspelt: Token) -> Token | None:
    """The verb after a misspelt modal, which the parse could not attach."""
    following = misspelt.doc[misspelt.i + 1 : misspelt.i + 4]
    return next((t for t in following if is_action(t.lower_) or t.tag_ == "VB"), None)


def _is_main(verb: Token) -> bool:
    """Whether a verb stands in a main clause, or in what the review says it thinks.

    "The panel believes that the Board should …" counts; "the form should say who must …" does not.
    """
    while verb.dep_ != "ROOT":
        if verb.dep_ in {"conj", "parataxis", "dep"} or (
            verb.dep_ in {"ccomp", "acl"} and (verb.i < verb.head.i or _is_opinion(verb))
        ):
            verb = verb.head
        else:
            return False
    return True


def _is_opinion(clause: Token) -> bool:
    """Whether a clause is what the review says it recommends, believes or holds."""
    if clause.head.lemma_ in RECOMMENDING:
        return _performs(clause.head)
    return "that" in marks(clause) and not has_modal(clause.head)
