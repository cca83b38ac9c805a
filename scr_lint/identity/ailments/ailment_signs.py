"""The signs by which the word for a condition tells that somebody of the family has it.

The signs say how the word is known, whose it is, what governs it, what it may be the topic of, what stands
beside it as in a note on a patient, and of whom the sentence and the paragraph speak. What each is worth is
for `likely_ailments` to say.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from ...draft import Block, Draft
from ...grammar.voice import subject_of
from ...persons.family import Standing, family_in, standing
from ...persons.mentions import Cast
from ...persons.told_signs import of_beside, of_owner, of_sentence, vectors_of
from ...structure.tables import row_of
from ...vector_weights import Signs
from .ailment_words import Ailment

if TYPE_CHECKING:
    from spacy.tokens import Doc
    from spacy.tokens import Span as SpacySpan

# "citalopram 20mg", "methadone x3", "Dx glue ear": what stands beside a word in a note on a patient.
_NOTED_AFTER = re.compile(
    r"\s*[,(]?\s?(?:\d+(?:\.\d+)?\s?(?:mg|mcg|ml|micrograms?|g|units|tabs?|tablets?|caps?)\b|x\s?\d|"
    r"(?:od|bd|tds|qds|prn|nocte)\b)",
    re.IGNORECASE,
)
_NOTED_BEFORE = re.compile(
    r"\b(?:[DRHSPT]x|PMH|PMHx|FHx?|K/C/O|c/o|o/e|imp(?:ression)?|diag(?:nosis)?|pt|px|repeat issued|meds|"
    r"cause(?: of death)?:?\s*(?:1\s?\(?[abc]\)?)?)\b\W{0,3}(?:\w+\s){0,4}$",
    re.IGNORECASE,
)
# A label on a form or over a column: "Disability: cerebral palsy, uses a wheelchair".
_LABEL = (
    r"(?:disabilit(?:y|ies)|diagnos[ei]s|conditions?|health|medical|history|allerg(?:y|ies)|medications?|medicines?|"
    r"treatment|illness(?:es)?|needs|SEND?|equipment|prescri(?:bed|ptions?)|repeats?|cause of death|injur(?:y|ies))"
)
_LABELLED = re.compile(
    rf"(?:^|[.;|(]\s?)(?:[\w’']+ ){{0,3}}{_LABEL}(?: [\w’']+){{0,2}}\s?[:=–—-]\s?[^.;|]{{0,60}}$",
    re.IGNORECASE,
)
_HEADER = re.compile(rf"\b{_LABEL}\b", re.IGNORECASE)
_PERSON = re.compile(
    r"\b(?:child|mother|father|parents?|sibling|baby|brother|sister|mum|dad|partner|stepfather|subject|family|"
    r"stepmother|grand\w+|aunt|uncle|m?p?g[mf]|adult|twin|half)\b",
    re.IGNORECASE,
)
_CLINICAL = re.compile(
    r"\b(?:diagnos\w+|suffer\w*|history of|treat\w+|medicat\w+|tablets?|prescri\w+|admitted|symptoms?|since (?:her|his)|"
    r"episodes? of|born with|GP|hospital|clinic)\b",
    re.IGNORECASE,
)
_OF_POPULATION = re.compile(
    r"\b(?:virus\w*|outbreaks?|p?andemics?|epidemics?|pathogens?|vaccin\w+|mortality|prevalence|global|worldwide|"
    r"populations?|public health|transmission|transmissible|modelling|infectious)\b",
    re.IGNORECASE,
)
_UP = frozenset({"compound", "amod", "nmod", "pobj", "prep", "conj", "pcomp", "npadvmod", "appos"})
_DENYING = frozenset({"no", "without", "any", "neither", "nor"})
_CLIMB = 5


def find_signs(
    draft: Draft,
    block: Block,
    doc: Doc,
    ailment: Ailment,
    others: Sequence[Ailment],
    cast: Cast,
) -> Signs | None:
    """The signs of a word for a condition; `others` are all such words of the paragraph."""
    words = doc.char_span(ailment.start, ailment.end, alignment_mode="expand")
    if words is None or not len(words):
        return None
    tags = {
        *_of_words(words, ailment, others),
        *_of_place(draft, block, words, ailment),
        *_of_topic(words),
        *_of_having(words, cast),
        *of_beside(words),
        *of_owner(words, cast),
        *of_sentence(words, cast),
    }
    sort = "weak" if ailment.weak else ailment.by
    tags |= {f"{sort} & {tag}" for tag in tags if tag in _WITH_SORT}
    tags |= {f"{tag} in {draft.role_of(block.index)}" for tag in tags if tag in _WITH_ROLE}
    return Signs(frozenset(tags), vectors_of(words))


_WITH_ROLE = frozenset(
    {"of family", "of nobody", "the family in the sentence", "no family in the sentence"}
)
#: Signs that weigh otherwise for one sort of word than for another.
_WITH_SORT = _WITH_ROLE | {
    "of worker",
    "of anybody",
    "a note",
    "labelled",
    "noted",
    "clinical",
    "set off",
}


def _of_words(words: SpacySpan, ailment: Ailment, others: Sequence[Ailment]) -> Iterator[str]:
    yield f"by {ailment.by}"
    yield "weak" if ailment.weak else "sure"
    yield f"broader={ailment.broader}"
    yield f"words={words.text.lower()}"
    yield f"is {words.root.pos_}"
    if words.root.tag_ in {"NNS", "NNPS"}:
        yield "plural"
    if words.text[0].isupper():
        yield "capital"
    beside = [o for o in others if o != ailment]
    if any(0 <= o.start - ailment.end <= 3 or 0 <= ailment.start - o.end <= 3 for o in beside):
        yield "in a list"
    if len(beside) > 3:
        yield "many in the paragraph"


def _of_place(draft: Draft, block: Block, words: SpacySpan, ailment: Ailment) -> Iterator[str]:
    """The section, table and label that the words stand under."""
    yield f"in {draft.role_of(block.index)}"
    text, own = block.text, words.sent
    before = text[own.start_char : ailment.start]
    if _NOTED_AFTER.match(text, ailment.end) or _NOTED_BEFORE.search(before):
        yield "noted"
    if _LABELLED.search(before):
        yield "labelled"
    if text[: ailment.start].rstrip()[-1:] in {"", ".", ";", "(", ":", ","} and text[
        ailment.end :
    ].lstrip()[:1] in {"", ".", ";", ")", ","}:
        yield "set off"
    if re.search(r"[“\"‘'](?:[\w?]+ ?){0,2}$", text[: ailment.start]):
        yield "quoted"
    if block.cell and not block.cell.is_header:
        yield "in a table"
        row = [b.text for b in row_of(draft, block) if b.index != block.index]
        if _HEADER.search(block.cell.header) or any(_HEADER.search(each) for each in row[:1]):
            yield "labelled"
        if any(_PERSON.search(each) for each in row[:1]):
            yield "in a person's row"
    for name, pattern in (("clinical", _CLINICAL), ("of a population", _OF_POPULATION)):
        if pattern.search(own.text[: ailment.start - own.start_char]) or pattern.search(
            own.text[ailment.end - own.start_char :]
        ):
            yield name
    if _OF_POPULATION.search(text[: ailment.start] + text[ailment.end :]):
        yield "of a population, nearby"


def _of_topic(words: SpacySpan) -> Iterator[str]:
    """What the words may be the topic of: "training in *autism*", "the *epilepsy* nurse"."""
    noun = words.root
    for _ in range(_CLIMB):
        above = noun.head
        if above.i == noun.i or (noun.dep_ not in _UP):
            break
        if above.pos_ in {"NOUN", "PROPN", "VERB"} and not words.start <= above.i < words.end:
            yield f"topic of={above.lemma_.lower()}"
        if noun.dep_ == "pobj" and not any(c.dep_ in {"det", "poss"} for c in words.root.children):
            yield f"bare after {above.lower_}"
        noun = above
    if words.end < len(words.doc) and words.doc[words.end].pos_ in {"NOUN", "PROPN"}:
        yield f"topic of={words.doc[words.end].lemma_.lower()}"


def _of_having(words: SpacySpan, cast: Cast) -> Iterator[str]:
    """Whether it is said that somebody has it, has it not, or that a thing is so."""
    noun = words.root
    for _ in range(_CLIMB):
        owners = [c for c in noun.children if c.dep_ == "poss"]
        yield from (f"owned by {standing(c, cast) or 'nobody'}" for c in owners)
        if any(c.lower_ in _DENYING for c in noun.lefts):
            yield "denied by its noun"
        if noun.dep_ not in _UP or noun.head.i == noun.i:
            break
        noun = noun.head
    if words.root.pos_ == "ADJ":
        subject = subject_of(words.root.head)
        if subject is not None and subject.pos_ == "NOUN" and standing(subject, cast) is None:
            yield "of a thing"
    for token in list(words.root.ancestors)[:3]:
        if token.pos_ in {"VERB", "AUX"}:
            marks = [c.lower_ for c in token.children if c.dep_ == "mark"]
            yield from (f"under {mark}" for mark in marks)
            break
    after = words.doc[words.sent.end : words.sent.end + 14]
    if any(t.lower_ in {"it", "this"} for t in after[:3]) and family_in(after, cast) is not None:
        yield "goes on of the family"
    before = list(words.doc[max(0, words.sent.start - 25) : words.sent.start])
    last = next((s for t in reversed(before) if (s := standing(t, cast))), None)
    yield f"sentence before of {last or 'nobody'}"
    if last is Standing.FAMILY and not any(standing(t, cast) for t in words.sent):
        yield "goes on from the family"
