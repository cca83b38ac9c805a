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

from ..grammar.parse import neighbour
from ..grammar.voice import subject_of
from .belonging import is_note, speaks_of_anybody
from .family import Standing, family_in, standing, whose
from .mentions import Cast

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as SpacySpan

_ENDINGS = re.compile(
    r"[a-z]{3,}(?:itis|aemia|emia|oplegia|iplegia|ectasis|algia|thritis|opathy|plasia|trophy|"
    r"philia|penia|urea|uria|oedema|carcinoma|blastoma|sclerosis|myositis|noma|osis)$"
)
_ENDING_ELSE = re.compile(
    r"(?:diagnosis|prognosis|hypnosis|metamorphosis|osmosis|psychosis|neurosis|symbiosis|apotheosis|academia|"
    r"nostalgia|paedophilia|pedophilia|bibliophilia|atrophy|.*apathy|sympathy|homeopathy|osteopathy|"
    r"naturopathy|psychopathy|catastrophy|bohemia|premia|naemia|economia|euthanasia|telepathy|dystrophy)$"
)
_NAMED_DISEASE = re.compile(r"(?:syndrome|disease|disorder|dystrophy|deficiency|palsy)$")
# "a chronic disease" says less than "Perthes disease": what stands before must say which.
_SAYS_NOT_WHICH = frozenset(
    """mental this that a an the any chronic long-term longterm serious rare physical infectious
    communicable underlying terminal such public other some no her his their its my our social civil
    genetic inherited possible life-limiting limiting health medical new another severe specific
    each every certain common term same known whole sudden death shaken stockholm false statutory
    legal industrial notifiable transmitted sexually of or and with psychiatric recognised recognisable
    diagnosable complex unspecified undiagnosed preventable battered childhood substance use misuse
    acute alcohol drug learning degenerative neurodevelopmental developmental neurological progressive
    incurable""".split()
)
_DIAGNOSED = re.compile(
    r"\b(?:diagnosed (?:with|as (?:having|suffering from))|diagnos[ie]s of|suffer(?:s|ed|ing)? from) "
    r"(?:an? |severe |mild |moderate |acute |chronic |early[- ]onset |the )*"
    r"(?P<what>[a-z][\w’'-]+(?: [a-z][\w’'-]+){0,3})",
    re.IGNORECASE,
)
_BROAD = re.compile(
    r"\b(?:conditions?|illness(?:es)?|problems?|difficult(?:y|ies)|issues?|health|injur\w+|fractures?|"
    r"pregnan\w+|stress|neglect\w*|abuse\w*|infections?|disabilit\w+|needs|loss|disorders?|disease|syndrome|"
    r"lack|shortage|staff\w*|underfunding|domestic|violence|trauma|pain|exhaustion|harm|poverty|cold|"
    r"burns?|bruis\w+|hunger|exposure|same|delays?|turnover|vacanc\w+|it|this|that|what|which|"
    r"bereavement|grief|overload|low|morale|optimism|mood|withdrawal|dependenc[ye]|addiction|intoxication|"
    r"consequences|effects?|symptoms?|something|anything|hindsight|bias|gaps?|weakness\w*|poor|over)\b",
    re.IGNORECASE,
)
_TOPICS = frozenset(
    """training course awareness knowledge understanding research study paper literature evidence
    guidance guideline leaflet policy strategy pathway screening screen vaccine vaccination
    immunisation jab outbreak epidemic pandemic team service clinic nurse specialist charity society
    foundation association unit ward network board forum conference programme project centre audit
    rate prevalence incidence campaign badge friend week month book article chapter lecture seminar
    workshop module toolkit lead champion adviser advisor expert expertise field provision base
    resource hub community support protocol standard practitioner practice worker coordinator
    incidence figure statistic share proportion case theory topic subject definition term label
    poster helpline""".split()
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
_SUBSTANCES = re.compile(
    r"\ballergic to (?!authority|change|work|paper|school|rules|the idea|help|questions)[a-z][\w’'-]+",
    re.IGNORECASE,
)
_METAPHORS = re.compile(
    r"institutional|organisational|corporate|collective|professional|like an?\b|as if|metaphor|economic|"
    r"blind (?:spots?|alleys?|panic|faith|trust|to)\b|a blind eye|colour[- ]?blind|deaf (?:to|ears?)\b|"
    r"and starts|the Great|analysis",
    re.IGNORECASE,
)
_HAVING = frozenset("have suffer develop get contract experience endure battle".split())
_PAST = frozenset({"VBD", "VBN"})


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
    for start, end, kind, broader in _candidates(doc, listed, pattern):
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


def _candidates(
    doc: Doc, listed: Mapping[str, tuple[str, str]], pattern: re.Pattern[str]
) -> Iterator[tuple[int, int, str, str]]:
    for token in doc:
        if _NAMED_DISEASE.match(token.lower_):
            start = _start_of_name(token)
            if start is not None:
                yield start, token.idx + len(token), "sure", ""
    for match in pattern.finditer(doc.text):
        kind, broader = _entry(listed, match[0])
        yield match.start(), match.end(), kind, broader
    for token in doc:
        medical = _ENDINGS.match(token.lower_) and not _ENDING_ELSE.match(token.lower_)
        if medical and token.pos_ in {"NOUN", "PROPN", "ADJ"}:
            yield token.idx, token.idx + len(token), "sure", ""
    for match in _SUBSTANCES.finditer(doc.text):
        yield match.start(), match.end(), "sure", "an allergy"
    for match in _DIAGNOSED.finditer(doc.text):
        what = match["what"]
        if not _BROAD.search(what):
            words = doc.char_span(*match.span("what"), alignment_mode="expand")
            if words is not None and words[0].pos_ in {"NOUN", "PROPN", "ADJ"}:
                yield words[0].idx, words[0].idx + len(words[0]), "sure", ""


def _entry(listed: Mapping[str, tuple[str, str]], word: str) -> tuple[str, str]:
    forms = (word, word.lower(), word.lower().replace("-", " "))
    return next((listed[form] for form in forms if form in listed), ("sure", ""))


def _start_of_name(noun: Token) -> int | None:
    """Where "Perthes disease" or "complex regional pain syndrome" begins; None if it says no more."""
    start = None
    token = noun
    while token.i > 0:
        before = neighbour(token, -1)
        inside = before.text in {"-", "'s", "’s"} or before.tag_ == "POS"
        if not inside and (
            before.lower_ in _SAYS_NOT_WHICH
            or before.pos_ not in {"NOUN", "PROPN", "ADJ", "VERB", "ADV", "X"}
            or before.sent.start != noun.sent.start
            or (before.pos_ == "VERB" and before.tag_ not in {"VBG", "VBN"})
        ):
            break
        if not inside:
            start = before.idx
        token = before
    return start


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
        return of is Standing.FAMILY and _is_clinical(words)
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
            return True
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
    if is_note(words) or _set_off(words):
        return True
    verb = next((t for t in [words.root, *words.root.ancestors] if t.pos_ in {"VERB", "AUX"}), None)
    if verb is None:
        return True
    near = [verb, *(c for c in verb.children if c.dep_ in {"aux", "auxpass"})]
    return any(t.tag_ == "VBD" for t in near) and not any(t.tag_ == "MD" for t in near)


def _set_off(words: SpacySpan) -> bool:
    """Whether words stand by themselves between stops, as in "eczema; wears glasses"."""
    before, after = words.doc[: words.start].text[-1:], words.doc[words.end :].text[:1]
    return before in {"", ".", ";", "(", ":"} and after in {"", ".", ";", ")"}


def _goes_on(words: SpacySpan, cast: Cast) -> bool:
    """Whether the next sentence says what "it" meant for somebody of the family."""
    after = words.doc[words.sent.end : words.sent.end + 14]
    told = any(t.lower_ == "it" for t in after[:3])
    return told and family_in(after, cast) is not None
