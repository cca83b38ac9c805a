"""Judgements made with the outcome in mind, found on the parse.

"Should have known", "could have been prevented", "had they asked, …", "failed to see", "it was
obvious", "an avoidable death", "opportunities were missed". Which words take part in each
construction comes from a term list; see `WordLists`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..grammar.voice import subject_of
from ..grammar.wordlists import Row, WordLists
from ..persons.children import PERSONAL
from ..persons.mentions import Cast, Who, mention_of
from .anybody import has_condition, plain_to_anybody
from .compared import compared, is_comparison
from .counterfactual import is_past, negated, perfect_modals, unreal_conditions
from .imagined import is_imagined
from .might_have import is_excused, row_of_modal, with_benchmark, with_subject
from .moments import moments

if TYPE_CHECKING:
    from spacy.tokens import Span as SpacySpan
    from spacy.tokens import Token

_PREDICATES = frozenset({"acomp", "attr", "conj", "oprd", "ccomp"})
# Verbs after which "any worker would have" sees things from the worker's place.
_FINDING = frozenset({"find", "show", "reach", "learn", "catch", "trace", "come"})
_EACH = frozenset({"all", "each", "one", "none", "both", "they", "every", "most"})
_ACCOUNT = frozenset({"account", "board", "consideration", "advantage"})
_TAKING = frozenset({"take", "seize", "use", "grasp", "heed"})
# Verbs of a chance that is lost by itself: "the moment passed".
_OF_ITSELF = frozenset({"pass", "go", "slip"})
# What is clear is hindsight where it is said to have been glaringly so.
_CLEAR = frozenset({"clear", "evident", "apparent", "visible"})
_GLARINGLY = frozenset(
    "abundantly blindingly blatantly glaringly perfectly crystal painfully plainly quite all".split()
)
# "Failure to thrive" is no worker's, and to engage somebody is measured otherwise.
_NOT_AT_WORK = frozenset(
    "answer appear arrive attend engage gain load print progress surrender thrive".split()
)
# What only workers do: of these "she" failed to do at work.
_WORKERS_DO = frozenset(
    """allocate analyse appraise assess chart consult convene coordinate document enquire escalate
    evidence examine explore inform investigate liaise log minute notify plot probe question record
    refer request review scrutinise supervise triangulate weigh""".split()
)
_BODIES = frozenset("hospital ward department unit force practice surgery trust council".split())
_MARKS = frozenset('“”"«»')
_LEAVING_UNDONE = frozenset({"neglect", "omit", "forget"})
_TO_BE_SEEN = frozenset({"there", "everywhere", "clear", "plain", "legion"})
_SAYING_WHAT = frozenset({"that", "about", "as", "on"})
# As near as this what was not done stands to "failed", to be shown with it.
_NEAR = 6
_EXPLAINS = re.compile(r"\b(?:because|since|given|with|when|as)\b")


@dataclass(frozen=True, slots=True)
class Judgement:
    """Words that judge by the outcome, and the row of the term list that they come from."""

    tokens: SpacySpan
    row: Row


def judgements(sentence: SpacySpan, lists: WordLists) -> Iterator[Judgement]:
    """The judgements of a sentence, by construction.

    Patterns of the list: obligation (should), outcome (prevent), step (ask), never (miss),
    perceive (recognise), fail (link), better, worker, benchmark (competent), foreseeable, harm
    (death), obvious, sign, there (information), remedy (glance), chance (opportunity), lose (miss), and phrase for what is matched as it stands.
    """
    imagined = lists.words("phrase").get("if only")
    conditions = list(unreal_conditions(sentence)) if imagined else []
    for modal in perfect_modals(sentence):
        row = row_of_modal(modal, lists)
        if (
            row is None
            and (conditions or has_condition(sentence))
            and modal.modal == "would"
            and modal.verb is not None
        ):
            # "It would have been found if they had looked."
            row = (
                lists.row(modal.verb, "perceive")
                or lists.row(modal.verb, "find")
                or (lists.row(modal.verb, "step") if modal.verb.lemma_ in _FINDING else None)
            )
        better = is_comparison(modal) or (is_imagined(modal) and not is_excused(modal))
        if row is None and better and (step := _first(lists, "step")):
            yield Judgement(with_subject(modal), step)
        elif row:
            yield Judgement(with_benchmark(modal, lists), row)
    if (row := _first(lists, "step")) is not None:
        for tokens in (*compared(sentence), *moments(sentence, lists)):
            yield Judgement(tokens, row)
    if imagined:
        for tokens in conditions:
            yield from _imagined(tokens, sentence, imagined, lists)
    for tokens, row in plain_to_anybody(sentence, lists):
        yield Judgement(tokens, row)
    for token in sentence:
        yield from _never_going_to(token, lists)
        yield from _failure_to_see(token, lists)
        yield from _foreseeable(token, lists)
        yield from _obvious(token, lists)
        yield from _lost_chance(token, lists)


def _imagined(
    condition: SpacySpan, sentence: SpacySpan, row: Row, lists: WordLists
) -> Iterator[Judgement]:
    """A condition of a past that was not, with what would have followed from it.

    What only "might have been booked" judges nobody; "might have lived" does.
    """
    unreal = [
        t for t in sentence if t.tag_ == "MD" and t.i not in range(condition.start, condition.end)
    ]
    sure = [t for t in unreal if t.lower_ not in {"might", "may"}]
    after = [(t, t.head if t.head.i > t.i else t) for t in unreal]
    weighty = any(
        lists.row(verb, "outcome") or lists.row(verb, "perceive") or verb.lemma_ in {"be", "end"}
        for _, verb in after
    )
    if not sure and unreal and not weighty:
        return
    yield Judgement(condition, row)
    # The main clause first: "had they asked what being ready would mean, they would have seen".
    after.sort(key=lambda pair: pair[1].dep_ != "ROOT")
    for modal, verb in after[:1]:
        if verb.i - modal.i < 8:
            yield Judgement(sentence.doc[modal.i : verb.i + 1], row)


def _never_going_to(token: Token, lists: WordLists) -> Iterator[Judgement]:
    """What the ending makes certain: "was never going to keep him alive", "was bound to fail"."""
    verb = next((c for c in token.children if c.dep_ == "xcomp" and c.tag_ == "VB"), None)
    always = any(c.lower_ in {"never", "always"} for c in token.children)
    going = token.lower_ == "going" and always and any(c.lower_ == "was" for c in token.children)
    row = _first(lists, "foreseeable")
    if verb is not None and going and row is not None:
        start = min(c.i for c in token.children if c.dep_ in {"aux", "neg", "advmod"})
        yield Judgement(token.doc[start : verb.i + 1], row)


def _failure_to_see(token: Token, lists: WordLists) -> Iterator[Judgement]:
    """Failed to see, failure to recognise; but not the present "fails to"."""
    lemma = token.lemma_.lower()
    if lemma not in {"fail", "failure"}:
        left = lemma in _LEAVING_UNDONE and not negated(token)
        unthought = lemma == "think" and negated(token) and token.tag_ == "VBD"
        if (left or unthought) and is_past(token) and token.pos_ == "VERB":
            yield from _left_undone(token, lists)
        return
    if negated(token):
        return  # "nobody had failed to notice it", "it was not a failure to look"
    if token.tag_ in {"VBZ", "VBP"} and all(c.tag_ != "MD" for c in token.children):
        return
    subject = subject_of(token) if token.pos_ == "VERB" else None
    if subject is not None and subject.lower_ in {"i", "we"}:
        return  # "I have tried and failed to understand"
    for verb in token.subtree:
        if verb.tag_ != "VB" or verb.dep_ not in {"xcomp", "acl", "conj", "advcl"}:
            continue
        if any(t.text in _MARKS for t in token.doc[min(token.i, verb.i) : max(token.i, verb.i)]):
            continue  # "no use of “failed to” in these pages, save in quotation"
        row = lists.row(verb, "perceive") or lists.row(verb, "fail")
        if (
            row is None
            and verb.lemma_ not in _NOT_AT_WORK
            and verb.head == token
            and _fails_at_work(token, verb)
        ):
            row = _first(lists, "step")
        if row:
            # "A failure by the trust's contractor to pass on": the words between are no part of it.
            end = verb.i if 0 < verb.i - token.i < _NEAR else token.i
            yield Judgement(token.doc[min(token.i, end) : end + 1], row)
            return


def _fails_at_work(failing: Token, act: Token) -> bool:
    """Whether those who failed to do something are workers or a body: "the school failed to send it
    on"; of "the failure to escalate" nobody else may be the owner. `act` is what was not done: what
    only workers do ("record", "triangulate") "she" fails to do at work."""
    if failing.pos_ == "NOUN" or failing.dep_ in {"csubj", "pcomp"}:
        within = {t.i for t in failing.subtree}
        named = [
            m
            for t in failing.sent
            if t.i not in within and (m := mention_of(t, Cast())) is not None
        ]
        owners = [c for c in failing.children if c.dep_ == "poss"]
        owners += [g for c in failing.children if c.lower_ in {"of", "by"} for g in c.children]
        whos = {m.who for c in owners if (m := mention_of(c, Cast())) is not None}
        if whos:
            return not whos & {Who.CHILD, Who.FAMILY}
        past = any(is_past(t) for t in failing.sent if t.pos_ in {"AUX", "VERB"})
        return not owners and past and all(m.who is not Who.FAMILY for m in named)
    subject = subject_of(failing)
    if subject is None:
        return False
    if subject.lower_ in PERSONAL and act.lemma_ in _WORKERS_DO:
        return True
    if subject.lemma_.lower() in _BODIES:
        return True
    named_one = mention_of(subject, Cast())
    return named_one is not None and named_one.who in {Who.STAFF, Who.BODY}


def _left_undone(verb: Token, lists: WordLists) -> Iterator[Judgement]:
    """Neglected to pass it on, never thought to ask; of a worker, and not of the family."""
    subject = subject_of(verb)
    if subject is None or _is_of_family(subject):
        return
    for act in verb.children:
        if act.dep_ == "xcomp" and act.tag_ == "VB":
            row = lists.row(act, "perceive") or lists.row(act, "step") or _first(lists, "step")
            if row is not None:
                yield Judgement(verb.doc[verb.i : act.i + 1], row)


def _is_of_family(noun: Token) -> bool:
    named = mention_of(noun, Cast())
    return named is not None and named.who in {Who.CHILD, Who.FAMILY}


def _first(lists: WordLists, pattern: str) -> Row | None:
    return next(iter(lists.words(pattern).values()), None)


def _foreseeable(token: Token, lists: WordLists) -> Iterator[Judgement]:
    """The death was predictable; an avoidable tragedy."""
    row = lists.row(token, "foreseeable")
    unforeseen = lists.row(token, "unforeseeable")
    if unforeseen and negated(token) and (verb := _copula(token)) is not None and is_past(verb):
        yield Judgement(token.doc[verb.i : token.i + 1], unforeseen)
    if not row:
        return
    if token.dep_ == "amod":
        if token.head.tag_ == "NN" and lists.row(token.head, "harm"):
            yield Judgement(token.doc[token.i : token.head.i + 1], row)
        return
    verb = _copula(token)
    if verb is None or not is_past(verb):
        return
    # "Not inevitable" says that it could have been prevented; "inevitable, with caseloads of
    # forty" explains.
    inevitable = token.lower_ == "inevitable"
    explains = inevitable and _EXPLAINS.search(token.sent.text)
    if not explains and (inevitable or not negated(token)):
        yield Judgement(token.doc[verb.i : token.i + 1], row)


def _obvious(token: Token, lists: WordLists) -> Iterator[Judgement]:
    """It was obvious that; the obvious warning signs."""
    row = lists.row(token, "obvious")
    if row is None and token.lower_ in _CLEAR and token.i and token.nbor(-1).lower_ in _GLARINGLY:
        row = _first(lists, "obvious")
    if not row or negated(token):
        return
    if any(c.lower_ == "what" and c.dep_ == "nsubj" for c in token.head.children):
        return  # "none of that is evidence of what was obvious then"
    if token.dep_ == "amod":
        if lists.row(token.head, "sign") and not negated(token.head):
            yield Judgement(token.doc[token.i : token.head.i + 1], row)
        return
    verb = _copula(token)
    if verb is not None and is_past(verb) and token.lower_ != "plain":
        yield Judgement(token.doc[verb.i : token.i + 1], row)


def _lost_chance(token: Token, lists: WordLists) -> Iterator[Judgement]:
    """Opportunities were missed; the warning signs were there."""
    row = lists.row(token, "chance") or lists.row(token, "sign") or lists.row(token, "there")
    if row is None and token.lower_ in _EACH and token.dep_ == "nsubjpass":
        row = _of_chances_before(token, lists)
    elif token.pos_ not in {"NOUN", "PROPN"}:
        return
    if row is None or negated(token):
        return
    verb = token.head
    if token.dep_ in {"dobj", "attr"} and negated(verb) and verb.lemma_ not in _TAKING:
        return  # "the review did not find missed opportunities"
    for child in token.children:
        missed = child.dep_ in {"amod", "acl"} and child.tag_ in {"VBN", "JJ", "VBD"}
        if missed and lists.row(child, "lose") and row["pattern"] != "there" and _in_past(token):
            yield _between(child, token, row)
            return
        if (
            child.dep_ == "relcl"
            and row["pattern"] in {"chance", "sign"}
            and child.lemma_ != "be"
            and any(c.lower_ in {"that", "which"} for c in child.children)
            and _is_lost(child, lists)
        ):
            yield _between(token, child, row)  # "an opportunity which was missed"
            return
    while verb.dep_ == "conj" and token.pos_ != "PRON" and token.lower_ not in _EACH:
        verb = verb.head
    if row["pattern"] == "there" and verb.lemma_ != "be":
        return
    if verb.lemma_ == "be" and verb != token.head:
        return  # "staff were clear about it, and we heard evidence of that"
    if verb.lemma_ in _OF_ITSELF and token.dep_ not in {"nsubj", "nsubjpass"}:
        return  # "passed the warning up"
    if token.dep_ in {"nsubj", "nsubjpass", "dobj", "compound"} and _is_lost(verb, lists):
        yield _between(token, _last_of(verb), row)


def _last_of(verb: Token) -> Token:
    """The last word of what a verb says: "taken into account", "taken up", "were there"."""
    if verb.lemma_ == "be" and (seen := _where_seen(verb)) is not None:
        return seen
    for child in verb.children:
        if child.i <= verb.i or child.i > verb.i + 2:
            continue
        if child.dep_ == "prt":
            return child
        if child.dep_ == "prep" and verb.lemma_ in _TAKING:
            noun = next((c for c in child.children if c.lemma_ in _ACCOUNT), None)
            if noun is not None:
                return noun
    return verb


def _of_chances_before(pronoun: Token, lists: WordLists) -> Row | None:
    """The row of the chances that "every one was squandered" speaks of, told before it."""
    before = (t for t in pronoun.doc[: pronoun.i] if t.tag_ == "NNS")
    return next((row for t in before if (row := lists.row(t, "chance"))), None)


def _is_lost(verb: Token, lists: WordLists) -> bool:
    """Whether a verb of the past says that a chance was lost, or that signs "were there"."""
    if not (is_past(verb) or is_past(verb.head)):
        return False
    if negated(verb):
        return verb.lemma_ in _TAKING
    if lists.row(verb, "lose"):
        return True
    if verb.lemma_ == "let":
        return any(c.lower_ in {"slip", "pass", "go"} for c in verb.children)
    return verb.lemma_ == "be" and _where_seen(verb) is not None


def _where_seen(be: Token) -> Token | None:
    """The "there" or "clear" that signs are said to have been.

    "There were risks in it" only says that there were; evidence that "was clear that" says what it says.
    """
    for word in be.children:
        if word.dep_ == "expl" or word.lower_ not in _TO_BE_SEEN:
            continue
        after = word.doc[word.i + 1 : word.i + 2].text.lower()
        if after not in _SAYING_WHAT:
            return word
    return None


def _between(one: Token, other: Token, row: Row) -> Judgement:
    first, last = sorted((one.i, other.i))
    return Judgement(one.doc[first : last + 1], row)


def _in_past(noun: Token) -> bool:
    """Whether the clause a noun stands in tells of the past, or has no verb (a heading)."""
    for above in noun.ancestors:
        if above.pos_ in {"VERB", "AUX"} and above.tag_ not in {"VBG", "VB"}:
            return is_past(above)
    return not any(t.tag_ == "MD" for t in noun.sent)


def _copula(adjective: Token) -> Token | None:
    """The "was" of a predicate adjective."""
    if adjective.dep_ not in _PREDICATES:
        return None
    verb = adjective.head
    while verb.dep_ == "conj" and verb.pos_ not in {"AUX", "VERB"}:
        verb = verb.head
    return verb if verb.pos_ in {"AUX", "VERB"} else None
