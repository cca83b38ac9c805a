"""Where a passage shows how it knows: a source, a witness, a count, what the reviewers did.

A source that is only talked about is none: "record keeping was poor" rests on nothing that a
reader could look at, "the complaints log shows fourteen" does.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from .. import vocabulary
from ..draft import Block, Draft, Kind, Span
from ..grammar.clauses import negated
from ..grammar.parse import subjects
from ..grammar.phrases import find_phrases
from ..grammar.quotation import quoted
from ..persons.people import Side, side_of
from ..structure.items import label_of
from .tellings import is_full_verb, listed, telling_signs
from .words import by_sentence, with_quotations, words_of

if TYPE_CHECKING:
    from spacy.tokens import Token

#: Words in quotation marks from which on they are somebody's account and not a term.
_SAID = 4
_NAME = r"[A-Z][a-zà-ÿ’'-]+"
_REFERENCE = re.compile(
    r"\b(?:paragraphs?|paras?\.?|chapters?|appendi(?:x|ces)|annex(?:es)?|figures?|tables?|serials?|"
    r"pages?|pp?\.|episodes?|footnotes?)\s?(?:\(?[\dA-Z]\b|\d)"
    r"|\bsections?\s\d{1,2}\.\d|\b(?:in|see|at) (?:section|theme|part) [1-9]\b(?![\d.])|\(?\bsee (?:above|below|also )?\(?(?:section )?\d{1,2}\.\d{1,3}\b"
    r"|\(\d{1,2}\.\d{1,3}(?:[ ,;–-]+(?:and |to )?\d{1,2}\.\d{1,3})*\)",
    re.IGNORECASE,
)
_CITATION = re.compile(
    rf"\((?:see |e\.g\. )?{_NAME}[^()]{{0,60}},? (?:19|20)\d\d[a-z]?\b[^()]*\)"
    rf"|{_NAME}(?:,? (?:and|&) {_NAME}| et al\.?| and colleagues)? \((?:19|20)\d\d[a-z]?\)[^.]{{0,30}}?"
    r"\b(?:found|finds|shows?|showed|observe[sd]?|argue[sd]?|report(?:s|ed)?|describe[sd]?|calls?|"
    r"called|wrote|writes|suggests?|suggested|conclude[sd]?|has|have)\b"
    rf"|{_NAME} and (?:colleagues|others)\b",
)
_ANNOUNCED = re.compile(
    r"\bhow (?:do|did) we know\b|\bthe evidence (?:for|of) this\b|\bwe (?:have|had) this from\b"
    r"|\b(?:based|drawn|rests?|draws?|drawing|relies) (?:up)?on (?:the |our |what )?"
    r"(?:interviews?|accounts?|records?|audit|data|evidence of|conversations?|minutes|files?)\b"
    r"|\b(?:in|at|following|after|during) (?:(?:his|her|their) )?interviews?\b|\b(?:when|if|once) asked\b|(?:^|[.;:] )[Aa]sked (?:about|why|how|what|by)\b"
    r"|\b(?:for|to|with|by) us\b|\bshown? us\b"
    r"|\baccording to\b|\bin the words of\b|\bby (?:\w+ ){0,2}own account\b|\baccounts? given\b",
    re.IGNORECASE,
)
_COLUMN = re.compile(
    r"\b(?:basis|evidence|sources?|based on|drawn from|how (?:do |did )?we know|where from|"
    r"reference|paragraphs?)\b",
    re.IGNORECASE,
)
_HEARERS = frozenset("us me reviewer reviewers review author authors panel team".split())
_FOUND = frozenset(
    """see find confirm evident apparent visible show bear corroborate support echo repeat reflect
    evidence note clear plain record mirror appear occur recur""".split()
)
_PASSED_ON = frozenset("tell inform advise give show send assure".split())
_OWNING_UP = frozenset("explain admit acknowledge recall reflect remember".split())
_ASSERTING = frozenset("think know have give".split())
_PATTERNS = {"references": _REFERENCE, "citations": _CITATION, "announced": _ANNOUNCED}
#: Any of these is a trace, though few are certain by themselves.
_TRACES = (
    *_PATTERNS,
    *("told", "sources", "quotations", "column", "reviewers heard", "to us", "reviewers looked"),
    *("reviewers found", "those whom reviewers met", "says", "in a source now", "said that"),
)


def evidence_signs(draft: Draft, blocks: Sequence[int]) -> dict[str, float]:
    """The signs by which some parsed blocks show, or do not, how what they say is known."""
    found: Counter[str] = Counter()
    for index in blocks:
        block = draft.blocks[index]
        if block.cell and any(c.isalnum() for c in block.text):
            found["column" if _COLUMN.search(block.cell.header) else "cell"] += 1
        found.update(_by_words(block))
        found["sources"] += sum(1 for _ in _by_sources(draft, block))
    words = words_of(draft, blocks)
    for word, is_quoted in with_quotations(words):
        found["told"] += is_full_verb(word) and _is_told(word)
        found["quoted"] += is_quoted
        if not is_quoted:
            found.update(telling_signs(word))
    traces = sum(found[name] for name in _TRACES)
    return {
        **by_sentence(found, words),
        "any trace": traces > 0,
        "traces": math.log1p(traces),
    }


def _by_words(block: Block) -> Iterator[str]:
    """References, citations, and words that somebody is quoted with."""
    label = label_of(block.text)
    # "Practice Episode 3: finding" points to nothing but itself.
    start = label.end if label else 0
    for name, pattern in _PATTERNS.items():
        for _ in pattern.finditer(block.text, start):
            yield name
    if block.kind is Kind.QUOTE:
        yield "quotations"
    for begin, end in quoted(block.text):
        long = len(block.text[begin:end].split()) >= _SAID
        yield "quotations" if long else "quoted words"


def _by_sources(draft: Draft, block: Block) -> Iterator[Span]:
    """ "The log shows fourteen", "at the learning event", "in her diary", "from the minutes"."""
    rows = [row for row in vocabulary.load("scr_lint", "evidence") if row["kind"] in _AS_SOURCE]
    for match in find_phrases(draft, [block], rows, "words"):
        noun = match.tokens.root
        if noun.pos_ not in {"NOUN", "PROPN"} or noun.dep_ == "compound" or _is_this_review(noun):
            continue
        held = match.row["kind"] == "event" and _is_held(noun)
        if held or _shows(noun) or _is_drawn_on(noun) or _is_found_in(noun):
            yield draft.span_of(block.index, match.tokens)


_AS_SOURCE = frozenset({"source", "event"})


def _shows(noun: Token) -> bool:
    """Whether a source is the subject of a verb of showing: "the minutes give her the last word"."""
    verb = noun.head
    if noun.dep_ == "agent" or noun.dep_ not in {"nsubj", "conj"}:
        return False
    if noun.dep_ == "conj":
        return _shows(noun.head)
    if verb.lemma_ not in listed("showing") or negated(verb):
        return False
    if any(c.tag_ == "MD" and c.lower_ not in {"can", "will"} for c in verb.children):
        return False
    return verb.lemma_ not in {"have", "give", "hold", "set", "put"} or _is_definite(noun)


def _is_this_review(noun: Token) -> bool:
    """ "The review finds": what is found here, which rests on something else."""
    if noun.lower_ not in {"review", "report", "inquiry", "analysis"}:
        return False
    said = {c.lower_ for c in noun.children if c.dep_ in {"det", "poss", "compound", "amod"}}
    return said <= {"the", "this", "our", "case", "serious", "practice", "overview", "present"}


def _is_found_in(noun: Token) -> bool:
    """ "The same gap was found in a survey", "it is on the front sheet", "confirmed by the log"."""
    if noun.dep_ not in {"pobj", "conj"}:
        return False
    while noun.dep_ == "conj" and noun.head.i != noun.i:
        noun = noun.head
    before = noun.head
    verb = before.head
    if before.lower_ not in {"in", "from", "on", "by", "through"} or negated(verb):
        return False
    if verb.lemma_ in _FOUND and verb.tag_ in {"VBN", "VBD", "JJ"}:
        return True
    return verb.lemma_ == "be" and verb.tag_ in {"VBZ", "VBP"} and before.lower_ in {"in", "on"}


def _is_held(noun: Token) -> bool:
    """ "At the learning event", "to the focus group": a place where people were heard."""
    return (
        noun.dep_ == "pobj"
        and noun.head.lower_ in {"at", "in", "to", "from", "during"}
        and (_is_definite(noun) or noun.tag_ == "NNS")
    )


def _is_drawn_on(noun: Token) -> bool:
    """ "We counted nine in the file", "from the audit": what is known is taken from it."""
    if noun.dep_ != "pobj" or noun.head.lower_ not in {"from", "in"} or not _is_definite(noun):
        return False
    verb = noun.head.head
    return noun.head.lower_ == "from" and verb.lemma_ in {
        "know",
        "learn",
        "see",
        "have",
        "take",
        "draw",
        "appear",
    }


def _is_definite(noun: Token) -> bool:
    return (
        any(
            c.lower_ in {"the", "our", "its", "this", "these", "those", "both", "each"}
            or c.dep_ == "poss"
            for c in noun.children
        )
        or noun.pos_ == "PROPN"
    )


def _is_told(verb: Token) -> bool:
    """ "She told us", "two consultants explained to the lead reviewer", "practitioners said that"."""
    heard = [
        t
        for c in verb.children
        if c.dep_ in {"dobj", "dative", "prep", "nsubjpass", "ccomp"}
        for t in (c, *c.children)
        if t.dep_ != "nsubj" or t.head == verb
    ]
    if any(_is_hearer(t) for t in heard):
        return True
    passive = any(c.dep_ == "auxpass" for c in verb.children)
    if passive and verb.lemma_ in _PASSED_ON and any(_is_reviewers(s) for s in subjects(verb)):
        return True
    if verb.lemma_ in {"let", "show", "tell"} and any(
        t.lower_ in {"us", "me"} for t in verb.subtree
    ):
        return True
    if verb.lemma_ not in listed("saying") - _ASSERTING or negated(verb):
        return False
    # "…, the matron said": what stands before the verb of saying is told on somebody's word.
    before = any(c.dep_ == "ccomp" and c.i < verb.i for c in verb.children)
    if before and any(side_of(s) is not Side.REVIEW for s in subjects(verb)):
        return True
    agents = [t for c in verb.children if c.dep_ == "agent" for t in c.children]
    if any(side_of(t) is Side.STAFF and t.tag_ == "NNS" for t in agents):
        return True
    who = [s for s in subjects(verb) if side_of(s) in {Side.STAFF, Side.FAMILY}]
    other = [t for t in heard if t.dep_ in {"dobj", "dative", "pobj"} and side_of(t) is not None]
    claims = any(c.dep_ == "ccomp" or c.lower_ == "so" for c in verb.children) or verb.lemma_ in {
        "describe",
        "put",
        "recall",
    }
    if not who or other or not claims:
        return False
    # What one person said in the case is part of it; what several say, or say now, is testimony.
    several = all(s.tag_ in {"NNS", "NNPS"} for s in who)
    owned_up = all(side_of(s) is Side.STAFF for s in who) and (
        verb.lemma_ in _OWNING_UP or any(c.lower_ == "so" for c in verb.children)
    )
    return several or owned_up or verb.tag_ in {"VBP", "VBZ"}


def _is_hearer(noun: Token) -> bool:
    """ "Told us", "explained to the lead reviewer", "the panel was told"; not "went to panel"."""
    if noun.dep_ not in {"dobj", "dative", "pobj", "nsubjpass"} or noun.lower_ not in _HEARERS:
        return False
    return _is_reviewers(noun)


def _is_reviewers(noun: Token) -> bool:
    if noun.lower_ not in _HEARERS:
        return False
    if noun.lower_ in {"us", "me"}:
        return True
    words = {c.lower_ for c in noun.children}
    return "review" in words or (noun.lower_ != "team" and bool(words & {"the", "this", "our"}))
