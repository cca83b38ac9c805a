"""What was done, set beside what would have been better, and how little that would have taken.

"An abler worker would have spotted it", "they would have done better to ring", "with better
communication things could have turned out differently", "a different outcome was possible", "it
would have taken seconds", "it does not take a degree to see", "how wrong they were". Of each
construction the parse is read and not the words, save for small classes: what ends, what sees, what
little things are measured by.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..grammar.voice import subject_of
from ..persons.mentions import Cast, Who, mention_of
from .counterfactual import PerfectModal, is_past, negated

if TYPE_CHECKING:
    from spacy.tokens import Span as SpacySpan
    from spacy.tokens import Token

_UNREAL = frozenset({"would", "could", "might"})
_ENDINGS = frozenset(
    "outcome ending end result story course future fate life thing event conclusion".split()
)
_OTHER = frozenset("different other better happier safer alternative very".split())
_POSSIBLE = frozenset("possible likely achievable attainable available conceivable".split())
_SEEING = frozenset(
    "see know tell understand realise recognise notice spot guess work grasp".split()
)
_LITTLE = re.compile(
    r"(?:(?:(?:a|one|two|only|just|mere|bare|a few|no more than|less than|under) )?"
    r"(?:few )?(?:second|minute|moment)s?|nothing|(?:very )?little|no time|no (?:great |real )?effort"
    r"|next to nothing|(?:a|one) (?:single |short |quick |brief )?(?:\w+ )?(?:call|glance|look|click|question|visit|word))\b",
    re.IGNORECASE,
)
_COSTING = frozenset({"take", "cost", "require", "need", "involve"})
_EASY = frozenset("easy simple straightforward possible quick cheap wise right".split())
_RIGHT = frozenset("wrong mistaken right blind foolish naive close near late little far".split())
_MISSING = frozenset("fail forget ignore miss overlook".split())
_BECOMING = frozenset({"turn", "end", "be", "go", "work", "prove"})
_DIFFERENTLY = frozenset("different differently otherwise better happier happily well".split())


def compared(sentence: SpacySpan) -> Iterator[SpacySpan]:
    """The words of a sentence that set what was done beside what would have been better."""
    for token in sentence:
        yield from _other_ending(token)
        yield from _costing_little(token)
        yield from _needing_no_expert(token)
        yield from _no_way_round(token)
        yield from _needed_more(token)
        yield from _past_understanding(token)
    yield from _exclaimed(sentence)


def is_comparison(modal: PerfectModal) -> bool:
    """Whether a modal compares: by its subject, its complement or what it says would follow."""
    verb = modal.verb
    if verb is None or modal.modal not in _UNREAL or negated(verb):
        return False
    return _is_by_better_means(verb) or _is_done_better(verb) or _turns_out_otherwise(verb)


def is_comparative(word: Token) -> bool:
    """Whether an adjective or adverb compares, whatever the tagger makes of it: "abler"."""
    if word.tag_ in {"JJR", "RBR"}:
        return word.lower_ not in {"more", "less", "fewer"}  # "more training would have helped"
    bare = word.lower_
    return (
        word.dep_ == "amod" and len(bare) > 4 and bare.endswith("er") and word.tag_ in {"JJ", "NN"}
    )


def _is_by_better_means(verb: Token) -> bool:
    """Whether the subject is a means that was not used: "a call", "earlier referral", "even the
    briefest glance" "would have shown"; "a letter would have been sent" guesses, and so does "a
    baby of that age would have cried"."""
    subject = subject_of(verb)
    if subject is None or subject.dep_ != "nsubj" or subject.pos_ != "NOUN" or verb.lemma_ == "be":
        return False
    children = list(subject.children)
    compares = any(is_comparative(c) for c in children) or any(
        c.tag_ == "RBS" or (c.tag_ == "JJS" and c.lower_ != "most") or c.lower_ == "even"
        for c in subject.subtree
        if c.i < subject.i
    )
    return compares


def _is_done_better(verb: Token) -> bool:
    """They "would have done better to try the back", "might have made more of an effort"."""
    if verb.lemma_ not in {"do", "make", "try", "take", "show", "be", "serve"}:
        return False
    subject = subject_of(verb)
    if subject is not None and subject.lower_ in {"it", "this", "that", "there"}:
        return False
    near = [c for c in verb.children if c.i > verb.i]
    near += [g for c in near if c.dep_ in {"dobj", "attr", "acomp"} for g in c.children]
    return any(
        c.tag_ in {"JJR", "RBR"} and c.lower_ in {"more", "better", "harder", "further"}
        for c in near
    )


def _turns_out_otherwise(verb: Token) -> bool:
    """Things "could have turned out very differently"."""
    subject = subject_of(verb)
    if subject is None or subject.lemma_.lower() not in _ENDINGS | {"it", "everything"}:
        return False
    below = {t.lower_ for t in verb.subtree if t.i > verb.i}
    return verb.lemma_ in _BECOMING and bool(below & _DIFFERENTLY)


def _other_ending(noun: Token) -> Iterator[SpacySpan]:
    """A different outcome was possible; "could have had a happier ending"."""
    if noun.lemma_.lower() not in {"outcome", "ending", "result"} or noun.pos_ != "NOUN":
        return
    if not any(c.lower_ in _OTHER for c in noun.children) or negated(noun):
        return
    verb = noun.head
    if noun.dep_ == "nsubj" and verb.lemma_ == "be" and is_past(verb):
        after = [c for c in verb.children if c.dep_ in {"acomp", "prep"} and c.i > verb.i]
        if any(c.lower_ in _POSSIBLE | {"within"} for c in after) and not negated(verb):
            yield noun.doc[noun.left_edge.i : after[-1].i + 1]
    elif noun.dep_ == "dobj":
        modals = [c for c in verb.children if c.tag_ == "MD" and c.lower_ in _UNREAL]
        perfect = any(c.lower_ == "have" and c.dep_ == "aux" for c in verb.children)
        if modals and perfect:
            yield noun.doc[modals[0].i : noun.i + 1]


def _costing_little(verb: Token) -> Iterator[SpacySpan]:
    """It "would have taken seconds", "would have cost nothing", "would have been easy to ask"."""
    if verb.lemma_ not in _COSTING | {"be"} or verb.pos_ not in {"VERB", "AUX"}:
        return
    auxiliaries = [c for c in verb.children if c.dep_ == "aux"]
    modal = next((c for c in auxiliaries if c.lower_ in {"would", "'d", "’d"}), None)
    subject = subject_of(verb)
    if modal is None or subject is None or subject.lower_ not in {"it", "that", "this"}:
        return
    if not any(c.lower_ in {"have", "'ve", "’ve"} for c in auxiliaries) or negated(verb):
        return
    if verb.lemma_ == "be":
        simple = next((c for c in verb.children if c.dep_ == "acomp" and c.lower_ in _EASY), None)
        enough = simple is not None and any(c.lower_ == "enough" for c in simple.children)
        acts = simple is not None and any(
            c.dep_ in {"xcomp", "advcl", "ccomp"} for c in (*simple.children, *verb.children)
        )
        if simple is not None and (enough or (acts and simple.lower_ != "possible")):
            yield verb.doc[modal.i : simple.i + 1]
        return
    after = verb.doc[verb.i + 1 : min(verb.i + 7, verb.sent.end)]
    if _LITTLE.match(after.text):
        yield verb.doc[modal.i : after.end if len(after) < 2 else verb.i + 2]


def _needing_no_expert(verb: Token) -> Iterator[SpacySpan]:
    """It "doesn't take a degree to see", "did not need a specialist to know"."""
    if verb.lemma_ not in {"take", "need", "require"} or not negated(verb):
        return
    subject = subject_of(verb)
    if subject is None or subject.lower_ not in {"it", "you", "one", "nobody"}:
        return
    for seen in verb.subtree:
        if seen.lemma_ in _SEEING and seen.tag_ == "VB" and seen.i > verb.i:
            yield verb.doc[subject.i : seen.i + 1]
            return


def _no_way_round(noun: Token) -> Iterator[SpacySpan]:
    """There is "no escaping the conclusion", "no avoiding the fact"."""
    if noun.lemma_ not in {"conclusion", "fact", "truth", "finding", "inference"}:
        return
    before = noun.doc[max(noun.sent.start, noun.i - 4) : noun.i]
    for word in before:
        if word.lower_ in {"no", "not"} and any(
            t.lemma_.lower() in {"escape", "escaping", "avoid", "avoiding", "evade", "get"}
            for t in before
            if t.i > word.i
        ):
            yield noun.doc[word.i : noun.i + 1]
            return


def _needed_more(verb: Token) -> Iterator[SpacySpan]:
    """The paediatrician "needed to be much firmer"; what a child needed is another matter."""
    if verb.lemma_ != "need" or verb.tag_ not in {"VBD", "VBN"} or negated(verb):
        return
    subject = subject_of(verb)
    named = mention_of(subject, Cast()) if subject is not None else None
    if named is None or named.who not in {Who.STAFF, Who.BODY}:
        return
    for act in verb.children:
        if act.dep_ == "xcomp" and act.tag_ == "VB":
            more = next((c for c in act.children if c.tag_ in {"JJR", "RBR"}), None)
            if more is not None:
                yield verb.doc[verb.i : more.i + 1]


def _past_understanding(verb: Token) -> Iterator[SpacySpan]:
    """How they could have overlooked it "is anybody's guess"."""
    if verb.lemma_ not in _MISSING or verb.dep_ not in {"csubj", "nsubj"}:
        return
    how = next((c for c in verb.children if c.lower_ in {"how", "why"}), None)
    if how is not None and any(c.lower_ in {"could", "did", "can"} for c in verb.children):
        yield verb.doc[how.i : verb.i + 1]


def _exclaimed(sentence: SpacySpan) -> Iterator[SpacySpan]:
    """How wrong they were; what a difference a call would have made."""
    words = [t for t in sentence if not t.is_space]
    if (
        len(words) < 4
        or words[0].lower_ not in {"how", "what"}
        or sentence.text.rstrip()[-1:] == "?"
    ):
        return
    first = words[1]
    if words[0].lower_ == "how" and first.lower_ in _RIGHT | {"different", "easily", "simply"}:
        verb = next((t for t in words[2:6] if t.pos_ in {"AUX", "VERB"}), None)
        if verb is not None:
            yield sentence.doc[words[0].i : verb.i + 1]
