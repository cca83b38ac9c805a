"""What anybody is said to have been able to see, and what little it is said to have needed.

"Everyone could see that he was starving", "the doctors had only to count", "obvious though it is
today", "why on earth did nobody knock", "with another month she would have found it".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..grammar.voice import EXCLAIMED, subject_of
from ..grammar.wordlists import Row, WordLists
from ..persons.mentions import Cast, Who, mention_of

if TYPE_CHECKING:
    from spacy.tokens import Span as SpacySpan
    from spacy.tokens import Token

_ALL = frozenset({"anyone", "anybody", "everyone", "everybody", "all", "nobody", "none"})
_SEEING = frozenset("see tell know understand realise recognise notice spot guess work".split())
_MISSING = frozenset({"miss", "mistake", "overlook", "fail", "doubt"})
# "Had only to count", "needed only to ask", "need only have rung".
_ONLY_TO = re.compile(
    r"\b(?:ha[ds] (?:only|but|merely|simply) to|(?:only|merely|simply) (?:had|needed) to"
    r"|needed (?:only|but|merely|simply) to|need (?:only|but) have|all \w+ (?:\w+ )?had to do was)"
    r" (?P<act>[a-z]+)",
    re.IGNORECASE,
)
# "Obvious though it is today", "clear as it now is".
_FRONTED = re.compile(
    r"(?:obvious|clear|plain|evident|glaring|simple|striking|stark|unmistakable|apparent|visible)"
    r" (?:though|as|that) \w+ (?:\w+ )?(?:is|was|are|were|seems?|looks?|appears?)\b",
    re.IGNORECASE,
)
# What finds a thing out by itself: "had only to sign" tells how a form worked.
_LOOKING = frozenset(
    """add ask call check compare count glance knock lift listen look open pick read ring scroll see
    speak turn visit walk""".split()
)
_MORE = re.compile(
    r"\b(?:with|given|after) (?:another|one more|a (?:further|second|little more|few more|closer|fresh)|more|an? extra"
    r"|a \w+ more)\b|\b(?:an?|one|two|three|even a) (?:\w+ )?(?:minute|hour|day|night|week|month|year)s?"
    r" (?:earlier|sooner|before|more)\b|\bwithout (?:that|this|the|these|those) (?:\w+ ){0,2}"
    r"(?:delay|error|mistake|omission|gap|decision|wait|oversight)\b",
    re.IGNORECASE,
)


def has_condition(sentence: SpacySpan) -> bool:
    """Whether a sentence imagines a past with more time or less delay: "with another month"."""
    return bool(_MORE.search(sentence.text))


def plain_to_anybody(sentence: SpacySpan, lists: WordLists) -> Iterator[tuple[SpacySpan, Row]]:
    """What a sentence says that anybody saw, or needed only to look to see."""
    row = next(iter(lists.words("obvious").values()), None)
    if row is None:
        return
    text = sentence.text
    if match := _FRONTED.match(text):
        yield from _spanned(sentence, match.end(), row)
    if text.rstrip().endswith("?") and EXCLAIMED.match(text):
        yield sentence, row
    for match in _ONLY_TO.finditer(text):
        span = sentence.doc.char_span(
            sentence.start_char + match.start(), sentence.start_char + match.end()
        )
        if span is not None and span[-1].lemma_ in _LOOKING and _is_of_worker(span):
            yield span, row
    for token in sentence:
        if token.lemma_ in _SEEING | _MISSING and (seen := _seen_by_all(token)) is not None:
            yield seen, row


def _spanned(sentence: SpacySpan, end: int, row: Row) -> Iterator[tuple[SpacySpan, Row]]:
    start = sentence.start_char
    span = sentence.doc.char_span(start, start + end, alignment_mode="expand")
    if span is not None:
        yield span, row


def _seen_by_all(verb: Token) -> SpacySpan | None:
    """Everyone could see that he was failing; nobody could miss it; not "could see the screen"."""
    subject = next((c for c in verb.children if c.dep_ == "nsubj"), None)
    modals = {c.lower_ for c in verb.children if c.dep_ == "aux"}
    if subject is None or subject.lower_ not in _ALL or not modals & {"could", "can"}:
        return None
    if modals & {"have", "'ve", "’ve"} or any(c.dep_ == "neg" for c in verb.children):
        return None
    none = subject.lower_ in {"nobody", "none"}
    if none != (verb.lemma_ in _MISSING):
        return None
    if any(c.dep_ == "relcl" for c in subject.children):
        return None  # "everyone who met her could see how much she did"
    clause = any(c.dep_ == "ccomp" for c in verb.children)
    return verb.doc[subject.i : verb.i + 1] if clause or none else None


def _is_of_worker(span: SpacySpan) -> bool:
    """Whether somebody at work had only to do it, or somebody whom nobody shows to be family."""
    verb = span[-1]
    for above in [verb, *verb.ancestors]:
        subject = subject_of(above)
        if subject is not None:
            named = mention_of(subject, Cast())
            return named is not None and named.who in {Who.STAFF, Who.BODY}
    return False
