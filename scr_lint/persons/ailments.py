"""Diagnoses and conditions in a text, and whether somebody of the family has them.

A list of conditions is given; what it lacks is known by its shape: "Marfan syndrome", "Perthes
disease", "nephritis", "diagnosed with". Research, training, services and screening for a
condition are topics: nobody in the case need have it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..grammar.voice import subject_of
from .ailment_words import candidates
from .belonging import counts_people, is_note, speaks_of_anybody
from .family import Standing, family_in, standing, whose
from .mentions import Cast

if TYPE_CHECKING:
    from spacy.tokens import Doc
    from spacy.tokens import Span as SpacySpan

_TOPICS = frozenset(
    """training course awareness knowledge understanding research study paper literature evidence
    guidance guideline leaflet policy strategy pathway screening screen vaccine vaccination
    immunisation jab outbreak epidemic pandemic team service clinic nurse specialist charity society
    foundation association unit ward network board forum conference programme project centre audit
    rate prevalence incidence campaign badge friend week month book article chapter lecture seminar
    workshop module toolkit lead champion adviser advisor expert expertise field provision base
    resource hub community support protocol standard practitioner practice worker coordinator
    incidence figure statistic share proportion case theory topic subject definition term label
    poster helpline data prescribing register questionnaire scale checklist appeal fund kit tool
    template alert interest bulletin newsletter campaigner session briefing factsheet pack webinar drop-in register advocate group market trade supply dealer dealing consultant""".split()
)
# "HIV, hep B and syphilis screen": each of the list is what the screen is about.
_LISTED_TOPIC = re.compile(
    r"(?:, [\w’' -]{2,25}){0,3},? (?:and|or) [\w’'-]+(?: \w+)? "
    r"(?:screen\w*|tests?|testing|clinics?|services?|training|courses?|teams?|nurses?|strateg\w+|pathways?)\b",
    re.IGNORECASE,
)
_CASE_TOPICS = frozenset({"case", "label", "term", "support"})
_LEARNING = frozenset("train teach learn understand know read study specialise educate".split())
_DENYING = frozenset("no without".split())
_RULED_OUT = frozenset("rule exclude eliminate discount".split())
_METAPHORS = re.compile(
    r"institutional|organisational|corporate|collective|professional|like an?\b|as if|metaphor|economic|"
    r"blind (?:spots?|alleys?|panic|faith|trust|to)\b|a blind eye|colour[- ]?blind|deaf (?:to|ears?)\b|"
    r"and starts|the Great|analysis",
    re.IGNORECASE,
)
# "citalopram 20mg", "methadone x3", "Dx glue ear": what stands beside a word in a note on a patient.
_NOTED_AFTER = re.compile(
    r"\s*[,(]?\s?(?:\d+(?:\.\d+)?\s?(?:mg|mcg|ml|micrograms?|g|units|tabs?|tablets?|caps?)\b|x\s?\d|"
    r"(?:od|bd|tds|qds|prn|nocte)\b)",
    re.IGNORECASE,
)
_NOTED_BEFORE = re.compile(
    r"\b(?:[DRHSPT]x|PMH|PMHx|FHx?|K/C/O|c/o|o/e|imp(?:ression)?|diag(?:nosis)?|pt|px|repeat issued|meds|"
    r"cause(?: of death)?:?\s*(?:1\s?\(?[abc]\)?)?)\b\W{0,3}(?:\w+\s){0,4}$"
    # … and a label on a form: "Disability: cerebral palsy, uses a wheelchair".
    r"|(?:^|[.;|(]\s?)(?:(?:known|current|past|any|his|her|their|child’s|child's|mother’s|father’s|medical|health|long-term) )*"
    r"(?:disabilit(?:y|ies)|diagnos[ei]s|conditions?|health(?: (?:needs|problems|issues|history))?|medical(?: (?:needs|history))?|"
    r"history|allerg(?:y|ies)|medications?|medicines?|treatment|illness(?:es)?|additional needs|SEND?|equipment|"
    r"prescri(?:bed|ptions?)|repeats?|cause of death|injur(?:y|ies))\s?[:=–—-]\s?[^.;|]{0,60}$",
    re.IGNORECASE,
)
_WHETHER = frozenset("whether if until unless once before".split())


@dataclass(frozen=True, slots=True)
class Ailment:
    """A condition found: its place, and the broader words for it, "" where none are listed."""

    start: int
    end: int
    broader: str


def find_ailments(
    doc: Doc,
    listed: Mapping[str, tuple[str, str]],
    pattern: re.Pattern[str],
    cast: Cast,
    *,
    certain: bool = False,
) -> Iterator[Ailment]:
    """The conditions that a text says somebody of the family has, in order.

    `listed` gives a kind ("sure" or "weak") and broader words for each condition, in small
    letters; `pattern` finds them. `certain` asks that the words say who has it.
    """
    found: list[Ailment] = []
    left: set[int] = set()
    for start, end, kind, broader in candidates(doc, listed, pattern):
        if any(start < a.end and end > a.start for a in found):
            continue
        words = doc.char_span(start, end, alignment_mode="expand")
        # "autism (ASD)": short forms in brackets go with the long form before them.
        short = doc.text[max(0, start - 2) : start] == " (" and start - 2 in left
        if words is None or short:
            continue
        if _is_had(words, cast, weak=kind == "weak", certain=certain):
            found.append(Ailment(start, end, broader))
        else:
            left.add(end)
    yield from sorted(found, key=lambda a: a.start)


def _is_had(words: SpacySpan, cast: Cast, *, weak: bool, certain: bool) -> bool:
    """Whether somebody of the family has the condition, so far as the sentence tells."""
    sentence = words.sent
    near = words.doc[max(sentence.start, words.start - 3) : min(sentence.end, words.end + 3)].text
    if _in_a_name(words, cast) or _METAPHORS.search(near) or _is_denied(words):
        return False
    of = whose(words, cast)
    owned = _owned_by_family(words, cast)
    if owned:
        return True
    if of in {Standing.WORKER, Standing.ANYBODY} or _is_topic(words) or _off_work(words, cast):
        return False
    if words.root.dep_ in {"acomp", "attr"} and _of_a_thing(words, cast):
        return False
    if weak:
        return _is_noted(words) or (of is Standing.FAMILY and _is_clinical(words))
    if counts_people(words):
        return False
    if of is Standing.FAMILY:
        return True
    if certain:
        return False
    if family_in((t for t in sentence if t.i not in range(words.start, words.end)), cast):
        return True
    return not speaks_of_anybody(words) and (_is_story(words) or _goes_on(words, cast))


def _owned_by_family(words: SpacySpan, cast: Cast) -> bool:
    noun = words.root
    for _ in range(4):
        if any(c.dep_ == "poss" and standing(c, cast) is Standing.FAMILY for c in noun.children):
            return True
        if noun.dep_ not in {"compound", "amod", "nmod", "conj", "pobj", "prep", "npadvmod"}:
            return False
        noun = noun.head
    return False


def _of_a_thing(words: SpacySpan, cast: Cast) -> bool:
    """Whether the words are said of no person at all: "the system had become schizophrenic"."""
    if words.root.pos_ != "ADJ":
        return False
    subject = subject_of(words.root.head)
    return subject is not None and subject.pos_ == "NOUN" and standing(subject, cast) is None


def _off_work(words: SpacySpan, cast: Cast) -> bool:
    """Whether the words tell why a worker was away: "the eighth was off with shingles"."""
    if not re.search(r"\boff (?:sick |work |ill )?with $", words.doc[: words.start].text_with_ws):
        return False
    verb = next((t for t in words.root.ancestors if t.pos_ in {"VERB", "AUX"}), None)
    subject = subject_of(verb) if verb is not None else None
    return subject is None or standing(subject, cast) is not Standing.FAMILY


def _is_topic(words: SpacySpan) -> bool:
    """Whether the words name what a service, a course or a study is about."""
    if _LISTED_TOPIC.match(words.doc.text, words.end_char):
        return True
    if words.end < len(words.doc):
        after = words.doc[words.end].lemma_.lower()
        if after in _TOPICS - _CASE_TOPICS and words.doc[words.end].pos_ in {"NOUN", "PROPN"}:
            return True
    noun = words.root
    for _ in range(5):
        above = noun.head
        if above.i == noun.i:
            return False
        if noun.dep_ in {"pobj", "pcomp"} and above.head.lemma_.lower() in _LEARNING:
            return above.lower_ in {"about", "on", "in"} and not any(
                c.dep_ == "det" for c in words.root.children
            )
        if above.pos_ in {"NOUN", "PROPN"} and above.lemma_.lower() in _TOPICS and noun.dep_ in {
            "compound", "amod", "nmod", "prep", "conj", "npadvmod", "appos",
        }:  # fmt: skip
            return above.lemma_.lower() not in _CASE_TOPICS
        if noun.dep_ not in {
            "compound",
            "amod",
            "nmod",
            "pobj",
            "prep",
            "conj",
            "pcomp",
            "npadvmod",
        }:
            return False
        noun = above
    return False


def _in_a_name(words: SpacySpan, cast: Cast) -> bool:
    """Whether the words are a part of a name: "Diabetes UK", "Epilepsy Nurse Specialist"."""
    if words.end >= len(words.doc):
        return False
    after = words.doc[words.end]
    if after.lower_ == "and" and words.end + 1 < len(words.doc):
        second = words.doc[words.end + 1]
        return words[0].text.istitle() and second.text.istitle() and not words[0].is_sent_start
    named = after.pos_ == "PROPN" and after.text[0].isupper() and words[0].text[0].isupper()
    return named and standing(after, cast) is not Standing.FAMILY


def _is_denied(words: SpacySpan) -> bool:
    """Whether nobody has it: "no history of epilepsy", "meningitis was ruled out"."""
    for token in [words.root, *list(words.root.ancestors)[:3]]:
        if token.lemma_.lower() in _RULED_OUT:
            return not any(c.dep_ == "mark" and c.lower_ in _WHETHER for c in token.children)
        if token.pos_ in {"NOUN", "PROPN"} and any(c.lower_ in _DENYING for c in token.lefts):
            return True
        if token.pos_ in {"VERB", "AUX"}:
            return False
    return False


def _is_clinical(words: SpacySpan) -> bool:
    """Whether a word that means other things too is meant as an illness."""
    root = words.root
    if root.pos_ == "ADJ":
        return root.dep_ in {"acomp", "attr", "amod", "oprd", "conj", "ROOT"}
    if any(
        c.dep_ in {"prep", "acl"} and c.lower_ in {"about", "over", "that"} for c in root.children
    ):
        return False
    text = words.sent.text
    return bool(
        re.search(
            r"\b(?:diagnos\w+|suffer\w*|history of|treat\w+|medicat\w+|tablets?|prescri\w+|"
            r"anti-?depressants?|since (?:her|his)|episodes? of|illness|hospital|GP|symptoms?|"
            r"lives? with|lived with|has|had)\b",
            text,
        )
    )


def _is_story(words: SpacySpan) -> bool:
    """Whether a sentence that names nobody tells of the case: in the past, or as a note."""
    if is_note(words) or _set_off(words) or _is_noted(words):
        return True
    verb = next((t for t in [words.root, *words.root.ancestors] if t.pos_ in {"VERB", "AUX"}), None)
    if verb is None:
        return True
    near = [verb, *(c for c in verb.children if c.dep_ in {"aux", "auxpass"})]
    return any(t.tag_ == "VBD" for t in near) and not any(t.tag_ == "MD" for t in near)


def _is_noted(words: SpacySpan) -> bool:
    """Whether what stands beside the words shows a note on a patient: a dose, "Dx", "PMH"."""
    text = words.doc.text
    return bool(
        _NOTED_AFTER.match(text, words.end_char)
        or _NOTED_BEFORE.search(text[words.sent.start_char : words.start_char])
    )


def _set_off(words: SpacySpan) -> bool:
    """Whether words stand by themselves between stops, as in "eczema; wears glasses"."""
    before, after = words.doc[: words.start].text[-1:], words.doc[words.end :].text[:1]
    return before in {"", ".", ";", "(", ":"} and after in {"", ".", ";", ")"}


def _goes_on(words: SpacySpan, cast: Cast) -> bool:
    """Whether the next sentence says what "it" meant for somebody of the family."""
    after = words.doc[words.sent.end : words.sent.end + 14]
    told = any(t.lower_ == "it" for t in after[:3])
    return told and family_in(after, cast) is not None
