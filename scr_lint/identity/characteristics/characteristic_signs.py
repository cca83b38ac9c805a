"""The signs by which words tell the people, faith, language, status or orientation of the family.

The signs say what the words are, whose they are, what governs them, what stands beside them, what label
or row they stand under, and of whom the sentence speaks. What each is worth is for
`likely_characteristics` to say.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from ...draft import Block, Draft
from ...grammar.voice import subject_of
from ...persons.belonging import counts_people, is_note, says_of_family, speaks_of_anybody
from ...persons.family import Standing, family_in, of_fronted, standing, whose
from ...persons.mentions import Cast
from ...structure.tables import row_of
from ...vector_weights import Signs, mean_vector
from .characteristic_candidates import COUNTRY, LANGUAGE, PEOPLE, Characteristic

if TYPE_CHECKING:
    from spacy.tokens import Doc
    from spacy.tokens import Span as SpacySpan

_LABEL = re.compile(
    r"\b(?:ethnic(?:ity| origin| group| background)?|nationality|religion|faith|(?:first |home |main )?"
    r"languages?(?: spoken)?|heritage|country of birth|place of birth|immigration(?: status)?|status|sexual"
    r"(?: orientation|ity))\s*$",
    re.IGNORECASE,
)
# "Ethnicity was recorded as", "Home language", "Religion: ".
_AFTER_LABEL = re.compile(
    r"(?:\b(?:ethnicity|ethnic origin|nationality|religion|faith|immigration status|heritage)\b[^.;:]{0,60}\b(?:as|is|was)\s|"
    r"\b(?:home|first|main|family|preferred|native|only) language (?:is |was )?|"
    r"\b(?:ethnicity|religion|nationality|faith|languages?|heritage|origin|status)\s*[:–|-]?\s*)[“\"‘'?]?$",
    re.IGNORECASE,
)
_PERSON = re.compile(
    r"\b(?:child|mother|father|parents?|sibling|baby|brother|sister|mum|dad|mam|partner|stepfather|subject|family|"
    r"stepmother|grand\w+|gran|nan|aunt|uncle|m?p?g[mf]|adult|twin|half|mo|fa|boy|girl|male|female)\b",
    re.IGNORECASE,
)
_AT_HOME = re.compile(r"[^.;:]{0,25}\b(?:at|in the) (?:home|house|flat)\b")
_AS_NOTE = re.compile(r"(?:^|[.;:,(“\"?/] ?)(?:(?:a|an|the|and|both|now|also|originally) )*$")
_TRADE = re.compile(
    r"\b(?:nurse|doctor|worker|midwife|teacher|officer|chair|reviewer|author|panel|consultant|chaplain|interpreter|"
    r"carers?|registrar|clerk|manager|neighbour|lodger|witness|journalist|barrister|judge)\b",
    re.IGNORECASE,
)
_SERVICE = re.compile(
    r"\b(?:training|leaflets?|report|version|guidance|policy|available|translated|translation|published|census|borough|"
    r"county|population|town|residents|Board|Act|survey|communit(?:y|ies)|poster|programme|recommendations?|should|contract)\b",
    re.IGNORECASE,
)
_SELF = frozenset({"herself", "himself", "themselves"})
_NEAR, _WIDE, _FEW = 5, 8, 3


def find_signs(
    draft: Draft, block: Block, doc: Doc, candidate: Characteristic, cast: Cast
) -> Signs | None:
    """The signs of some words; None where they are a name that the draft has chosen for somebody."""
    words = doc.char_span(candidate.start, candidate.end, alignment_mode="expand")
    if words is None or not len(words) or words.text.lower() in cast.declared:
        return None
    tags = {
        *_of_words(words, candidate, cast),
        *_of_place(draft, block, words, candidate),
        *_of_owner(words, cast),
        *_of_sentence(words, cast),
    }
    tags |= {f"{kind} & {tag}" for kind in candidate.kinds for tag in tags if tag in _WITH_KIND}
    near = [*doc[max(0, words.start - _NEAR) : words.start], *doc[words.end : words.end + _NEAR]]
    head = words.root.head
    vectors = {
        "words": mean_vector([t for t in words if t.is_alpha]),
        "head": mean_vector([head] if not words.start <= head.i < words.end else []),
        "near": mean_vector([t for t in near if t.is_alpha and not t.is_stop]),
    }
    return Signs(frozenset(tags), {k: v for k, v in vectors.items() if v is not None})


#: Signs that weigh otherwise for one kind of words than for another.
_WITH_KIND = frozenset(
    {"of family", "of worker", "of anybody", "of nobody", "the family in the sentence", "labelled", "a note", "set off"}
)  # fmt: skip


def _of_words(words: SpacySpan, candidate: Characteristic, cast: Cast) -> Iterator[str]:
    """What the words are, and what stands right beside them."""
    yield f"by {candidate.by}"
    yield f"words={words.text.lower()}"
    for kind in candidate.kinds:
        yield f"kind={kind}"
        if kind in {PEOPLE, LANGUAGE, COUNTRY, "faith", "religion", "practice"}:
            yield f"said as {kind}" if says_of_family(words, kind, cast) else f"not as {kind}"
    entities = {token.ent_type_ or "none" for token in words}
    yield from (f"model={each}" for each in entities)
    yield "capital" if words.text[0].isupper() else "no capital"
    doc = words.doc
    if words.start > words.sent.start:
        before = doc[words.start - 1]
        yield f"before={before.lower_}"
        yield f"before is {before.pos_}"
        if words.start - 1 > words.sent.start:
            yield f"before={doc[words.start - 2].lower_} {before.lower_}"
    else:
        yield "begins"
    if words.end < len(doc):
        after = doc[words.end]
        yield f"after={after.lower_}"
        yield f"after is {after.pos_}"
        if after.text[0].isupper() and after.pos_ == "PROPN":
            yield "before a name"
    else:
        yield "ends"


def _of_place(
    draft: Draft, block: Block, words: SpacySpan, candidate: Characteristic
) -> Iterator[str]:
    """The section, table and label that the words stand under."""
    yield f"in {draft.role_of(block.index)}"
    before = block.text[: candidate.start]
    if _AFTER_LABEL.search(before):
        yield "labelled"
    if _AS_NOTE.search(before):
        yield "set off"
    if _AT_HOME.match(block.text, candidate.end):
        yield "at home"
    if _PERSON.search(before[-25:]):
        yield "a person before"
    if re.search(r"[“\"‘'](?:[\w?]+ ?)?$", before):
        yield "quoted"
    if block.cell and not block.cell.is_header:
        yield "in a table"
        row = [b.text for b in row_of(draft, block) if b.index != block.index]
        if _LABEL.search(block.cell.header) or any(_LABEL.search(text) for text in row[:1]):
            yield "labelled"
        if any(_PERSON.search(text) for text in row[:1]):
            yield "in a person's row"
    if len(words.doc) <= len(words) + _FEW:
        yield "all the block"


def _of_owner(words: SpacySpan, cast: Cast) -> Iterator[str]:
    """Whose the words are, and what governs them."""
    root = words.root
    head = root.head
    of = whose(words, cast)
    yield f"of {of}" if of else "of nobody"
    if fronted := of_fronted(words, cast):
        yield f"fronted, of {fronted}"
    yield f"as {root.dep_}"
    if head.i != root.i:
        yield f"head={head.lemma_.lower()}"
        yield f"head is {head.pos_}"
        found = standing(head, cast)
        yield f"head of {found}" if found else "head of nobody"
        if head.pos_ in {"NOUN", "PROPN"} and head.tag_ in {"NNS", "NNPS"}:
            yield "head is plural"
    if head.dep_ in {"attr", "pobj", "dobj", "appos", "conj"}:
        yield f"above={head.head.lemma_.lower()}"
    if root.dep_ == "pobj" and head.head.i != head.i:
        yield f"{head.lower_} after {head.head.pos_}"
        yield f"governor={head.head.lemma_.lower()}"
    verb = next((t for t in [root, *root.ancestors] if t.pos_ in {"VERB", "AUX"}), None)
    if verb is None:
        yield "no verb"
        return
    yield f"verb={verb.lemma_.lower()}"
    yield f"verb is {verb.tag_}"
    if any(child.dep_ == "neg" for child in verb.children):
        yield "denied"
    subject = subject_of(verb)
    if subject is not None and not words.start <= subject.i < words.end:
        who = standing(subject, cast)
        yield f"subject {who}" if who else "subject nobody"
        if who is None:
            yield f"subject={subject.lemma_.lower()}"


def _of_sentence(words: SpacySpan, cast: Cast) -> Iterator[str]:
    """Of whom and of what the sentence and the paragraph speak."""
    sentence, doc = words.sent, words.doc
    beside = [t for t in sentence if not words.start <= t.i < words.end]
    if counts_people(words):
        yield "counts people"
    if speaks_of_anybody(words):
        yield "speaks of anybody"
    if is_note(words):
        yield "a note"
    first = family_in(beside, cast)
    yield "the family in the sentence" if first is not None else "no family in the sentence"
    standings = {standing(t, cast) for t in doc[max(0, words.start - _WIDE) : words.start]}
    yield from (f"near before: {each}" for each in standings if each)
    last = next(
        (s for t in reversed(doc[sentence.start : words.start]) if (s := standing(t, cast))), None
    )
    yield f"last before: {last}" if last else "nobody before"
    if any(t.lower_ in _SELF for t in doc[max(sentence.start, words.start - 2) : words.start]):
        yield "herself before"
    if first is None and family_in(doc, cast) is not None:
        yield "the family elsewhere"
    if any(standing(t, cast) is Standing.WORKER for t in beside):
        yield "a worker in the sentence"
    near = doc[max(0, words.start - _WIDE) : words.end + _WIDE].text
    for name, pattern in (("trade", _TRADE), ("service", _SERVICE)):
        many = len(pattern.findall(sentence.text))
        if pattern.search(near):
            yield f"{name} near"
        if many:
            yield f"{name} in the sentence"
        if many > 1:
            yield f"{name} twice"
    if not any(t.tag_ == "VBD" for t in sentence) and any(t.tag_ == "MD" for t in sentence):
        yield "what may be"
