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
from ...persons.belonging import says_of_family
from ...persons.children import PERSONAL
from ...persons.family import Standing, standing
from ...persons.mentions import Cast
from ...persons.told_signs import of_beside, of_owner, of_sentence, vectors_of
from ...structure.tables import row_of
from ...vector_weights import Signs
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
_VERBS = frozenset({"VERB", "AUX"})
_PARTIES = frozenset({"nsubj", "nsubjpass", "dobj", "dative"})
_WITH_WHOM = frozenset("to with for by".split())
# What befalls a status, or that somebody has one: "visa had been curtailed", "subject to", "on a", "had overstayed".
_STATUS_BEFORE = re.compile(
    r"\b(?:subject to|condition of|granted|refused|given|applied for|appl(?:y|ying) for|awaiting|lost|holds?|held|has|had|have|"
    r"with|because of|[’']s|his|her|their|on an?|under an?|came on|was|were|is|became)\s(?:[\w’'-]+ ){0,2}$",
    re.IGNORECASE,
)
_STATUS_AFTER = re.compile(
    r"[^.;:]{0,20}\b(?:curtailed|expired|ran out|run out|revoked|refused|lapsed|withdrawn|cancelled|granted|rejected|turned down|"
    r"dismissed|ended|came through)\b",
    re.IGNORECASE,
)
# Whoever has such a status, and work with them.
_STATUS_OF_ANY = re.compile(
    r"\b(?:training|guidance|policy|protocol|team|advice|families|people|children|those|anyone|parents|cases|women|leaflet|course)"
    r"(?: (?:on|about|for|with|who|have|has|had|subject|to|are|of)){0,3} (?:[\w’'-]+ ){0,2}$",
    re.IGNORECASE,
)
_FEW = 3


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
        *_of_talk(words, candidate, cast),
        *of_owner(words, cast),
        *of_sentence(words, cast),
    }
    tags |= {f"{kind} & {tag}" for kind in candidate.kinds for tag in tags if tag in _WITH_KIND}
    return Signs(frozenset(tags), vectors_of(words))


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
    yield from of_beside(words)


def _of_talk(words: SpacySpan, candidate: Characteristic, cast: Cast) -> Iterator[str]:
    """Between whom something was said or done "in" a language: "explained to them in", "scored with her in"."""
    preposition = words.root.head
    spoken = LANGUAGE in candidate.kinds and words.root.dep_ == "pobj"
    if not spoken or preposition.lower_ != "in":
        return
    verb = next((t for t in preposition.ancestors if t.pos_ in _VERBS), None)
    if verb is None:
        return
    for child in verb.children:
        named = [child] if child.dep_ in _PARTIES else []
        if child.dep_ in {"prep", "agent", "dative"} and child.lower_ in _WITH_WHOM:
            named = [c for c in child.children if c.dep_ == "pobj"]
        yield from (
            f"done in it, {child.dep_} {standing(each, cast) or 'nobody'}" for each in named
        )
        if any(standing(c, cast) is Standing.FAMILY or c.lower_ in PERSONAL for c in named):
            yield "done in it with the family"


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
    if "immigration" in candidate.kinds:
        if _STATUS_OF_ANY.search(before):
            yield "a status of anybody"
        elif _STATUS_BEFORE.search(before) or _STATUS_AFTER.match(block.text, candidate.end):
            yield "a status had"
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
