"""The signs by which the word for a condition tells that somebody of the family has it.

The signs say how the word is known, whose it is, what governs it, what it may be the topic of, what stands
beside it as in a note on a patient, and of whom the sentence and the paragraph speak. What each is worth is
for `likely_ailments` to say.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from ...draft import Block, Draft
from ...grammar.voice import subject_of
from ...once import once
from ...persons.family import Standing, family_in, standing, whose
from ...persons.mentions import Cast
from ...persons.told_signs import of_beside, of_owner, of_sentence, vectors_of
from ...structure.tables import row_of
from ...vector_weights import Signs
from .ailment_words import Ailment, ailments_of

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
# What is said before the words of those who have it: "born with", "co-morbidities including x, y and".
_HAD = re.compile(
    r"\b(?:diagnos(?:ed|is|es)|suffer(?:s|ed|ing|er)?|histor(?:y|ies) of|known|born with|treated for|treatment for|living with|"
    r"lived with|co-?morbidit(?:y|ies)|long-?standing|underlying|pre-?existing|medical conditions?|medicated for|"
    r"under (?:the )?(?:treatment|care|specialists?) for|developed|complex medical|background of|because of (?:his|her)|due to (?:his|her))"
    r"\b[^.;]{0,110}$",
    re.IGNORECASE,
)
# Whoever has it, and nobody: "cases of", "deaths from", "the management of", "any patient with".
_OF_CASES = re.compile(
    r"\b(?:cases?|deaths?|incidence|risks?|rates?|prevalence|management|recognition|awareness|prevention|identification|"
    r"dangers?|understanding|guidelines?|guidance|protocols?|training|teaching|information|advice|research|knowledge|"
    r"patients?|people|children|adults|those|anyone|someone|person|pupils?|individuals|somebody|sufferers?|users)"
    r" (?:(?:who (?:have|has|suffer)|diagnosed|presenting|suffering|living|that (?:have|has)) )?"
    r"(?:of|from|with|in|on|about|for|to)? ?(?:(?!(?:his|her|their|my|the)\b)\w+ ){0,3}$",
    re.IGNORECASE,
)
# Of what somebody died, in the words of a certificate: "1a", "cause of death", "died from".
_OF_DEATH = re.compile(
    r"\bcauses? of (?:(?:his|her|the|their) )?(?:\w+ )?death|\bdied (?:of|from|due to|as a (?:result|consequence) of)|\bdeath (?:was |is )?(?:due to|from|resulted)|"
    r"(?<!\w)(?:1|I|one)\s?\(?[abc]\)?\s|\bmedical cause\b|\bpost[- ]mortem\b",
    re.IGNORECASE,
)
# What stands in the cause of one death, however long the list: "1a hypoxia due to 1b", "died of".
_CAUSE_OF_ONE = re.compile(
    r"(?:(?:(?<!\w)(?:1|I)\s?\(?[abc]\)?[\s.:)])|\bcause of (?:(?:his|her|the|their|[\w’']+[’']s) )?(?:death|\w+ death|death itself)\b[^.;]{0,40}?"
    r"(?:\b(?:was|given|recorded|confirmed|found|stated|namely)\b|:)|\bdied (?:of|from|due to|as an? (?:result|consequence)|because of)\b|"
    r"\b(?:his|her|[’']s) death (?:was|had been) (?:due to|caused by|a (?:result|consequence)|contributed to|brought about|from))"
    r"(?:(?!\b(?:commonest|leading|nationally|every|any|patients|people)\b)[^\n]){0,170}$",
    re.IGNORECASE,
)
# What it led to, or kept somebody from: "was not to drink due to", "as a consequence of".
_GIVEN_AS_CAUSE = re.compile(
    r"\b(?:due to|because of|as an? (?:result|consequence) of|owing to|on account of|caused by|secondary to|brought on by|"
    r"complications? of|contributed to by|arising (?:from|out of)|exacerbated by|despite|precipitated|led to|resulted in|"
    r"(?:worsened|developed|progressed|turned) into|complicated by|in view of|given)\s(?:[\w’'-]+,? ){0,4}$",
    re.IGNORECASE,
)
# What somebody came to hospital with, or is known by: "admitted with", "traits of", "living with".
_CAME_WITH = re.compile(
    r"\b(?:(?:re)?admitted|presented|presenting|attended|seen|discharged|(?:re)?admissions?|in hospital|referred|reviewed|"
    r"suffering|coping|struggl\w+|lived|born)\b(?: [\w’'-]+){0,4} (?:with|for|following)\s(?:[\w’'-]+,? ){0,4}$|"
    r"\b(?:traits?|features|elements|label|onset|return|recurrence|relapse) of\s(?:[\w’'-]+ ){0,3}$",
    re.IGNORECASE,
)
# Why a worker was not there: "off with", "on leave after", "signed off for three weeks with".
_AWAY_WITH = re.compile(
    r"\b(?:off|away|absent|absence|leave|cover\w*|stood in|standing in|retired|at home)\b(?: [\w’'-]+){0,4}? "
    r"(?:with|for|after|following|because of)\s(?:[\w’'-]+ ){0,3}$",
    re.IGNORECASE,
)
# A team or clinic called after it, in capitals: "the Recovery from Psychosis team".
_IN_ITS_NAME = re.compile(
    r"\s(?:[\w&-]+ ){0,2}(?:team|service|clinic|unit|nurses?|pathway|ward)\b", re.I
)
# "not depressed and not psychotic", "denied any", "never had".
_DENIED = re.compile(
    r"\b(?:not|nor|neither|denied|denies|never|no|without|free of|rather than|whether|risks? of)\b(?: (?:a|an|any|been|had|having|being|suffer\w*|from|"
    r"clinically|acutely|actively|overtly|signs?|symptoms?|evidence|history|of|high|increased|developing|was|is|she|he)){0,4} $",
    re.IGNORECASE,
)
# A feeling has an object, an illness has none: "anxious about", "some anxiety over".
_FELT_BEFORE = re.compile(
    r"\b(?:some|much|great|considerable|more|any|caus\w+|rais\w+|expressed?|professional|organisational|staff|corporate|"
    r"financial|understandable|of|with|out of|created?|parental|mounting|growing|increas\w+)\s(?:\w+\s)?$",
    re.IGNORECASE,
)
_FELT_AFTER = re.compile(r"\s(?:about|over|that|as to|among|amongst|around|regarding|to)\b")
# What was looked for and not found: "coeliac disease excluded", "screened for hepatitis".
_RULED_OUT_AFTER = re.compile(
    r"[^.;]{0,60}\b(?:excluded|ruled out|discounted|dismissed|negative|none of which|not (?:found|confirmed|borne out)|clear)\b",
    re.IGNORECASE,
)
_RULED_OUT_BEFORE = re.compile(
    r"\b(?:excluded|ruled out|discounted|no (?:signs?|evidence|trace|history) of|negative for|screen(?:ed|ing)? for|tested for|"
    r"tests? for|never (?:had|suffered|known)|looked for)\b[^.;]{0,40}$",
    re.IGNORECASE,
)
# What goes with having it: "an asthma attack", "his epilepsy medication".
_OF_HAVING = frozenset(
    """attack attacks episode episodes flare exacerbation exacerbations condition symptom symptoms medication
    medicine medicines drug drugs treatment diagnosis sufferer crisis crises spell spells seizure seizures fit fits
    inhaler inhalers tablets injections surgery operation management control type stage care history""".split()
)
# What is done about it for many: "the asthma nurse", "a dementia strategy".
_OF_SERVICE = frozenset(
    """nurse nurses team teams clinic clinics service services unit pathway pathways strategy training course guideline
    guidelines guidance protocol policy awareness charity society association research rate rates deaths cases patients
    register screening campaign lead specialist specialists consultant week day friends foundation ward group support
    assessment assessments outbreak outbreaks pandemic epidemic virus vaccine vaccination threshold criteria legislation
    risk risks prevention audit audits review reviews data statistics programme care-plans champion lecture module""".split()
)
#: What is said of the health of a whole people.
OF_POPULATION = re.compile(
    r"\b(?:virus\w*|outbreaks?|pandemics?|epidemics?|pathogens?|vaccin\w+|mortality|prevalence|worldwide|"
    r"populations?|transmission|transmissible|infectious)\b",
    re.IGNORECASE,
)
# Last words of a name that many conditions share.
_SAYS_NO_MORE = frozenset(
    """disease syndrome disorder deficiency failure defect injury infection allergy cancer tumour palsy loss
    impairment disability disabilities haemorrhage""".split()
)
_STEM = 6
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
        *_of_draft(draft, words, ailment, cast),
        *of_beside(words),
        *of_owner(words, cast),
        *of_sentence(words, cast),
    }
    sort = ailment.by if ailment.kind == "sure" else ailment.kind
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
    "said to be had",
    "of cases",
    "felt",
    "felt about something",
    "of a death",
    "in the cause of a death",
    "given as a cause",
    "came with it",
    "away with it",
    "denied",
    "had by the family elsewhere",
    "the family elsewhere",
}


def _of_words(words: SpacySpan, ailment: Ailment, others: Sequence[Ailment]) -> Iterator[str]:
    yield f"by {ailment.by}"
    yield ailment.kind
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
    for name, pattern in (("clinical", _CLINICAL), ("of a population", OF_POPULATION)):
        if pattern.search(own.text[: ailment.start - own.start_char]) or pattern.search(
            own.text[ailment.end - own.start_char :]
        ):
            yield name
    if OF_POPULATION.search(text[: ailment.start] + text[ailment.end :]):
        yield "of a population, nearby"
    for name, pattern in (
        ("said to be had", _HAD),
        ("given as a cause", _GIVEN_AS_CAUSE),
        ("came with it", _CAME_WITH),
        ("denied", _DENIED),
        ("away with it", _AWAY_WITH),
        ("of cases", _OF_CASES),
        ("felt", _FELT_BEFORE),
        ("ruled out", _RULED_OUT_BEFORE),
    ):
        if pattern.search(before):
            yield name
    for name, pattern in (("felt about something", _FELT_AFTER), ("ruled out", _RULED_OUT_AFTER)):
        if pattern.match(text, ailment.end):
            yield name
    named = words.text[0].isupper() and re.search(r"[a-z] $|[A-Z]\w+ (?:in|for|and|from) $", before)
    if named and _IN_ITS_NAME.match(text, ailment.end):
        yield "in the name of a service"
    if _OF_DEATH.search(own.text):
        yield "of a death"
    if _CAUSE_OF_ONE.search(text, 0, ailment.start):
        yield "in the cause of a death"


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
        after = words.doc[words.end]
        yield f"topic of={after.lemma_.lower()}"
        for name, nouns in (("of having it", _OF_HAVING), ("of a service", _OF_SERVICE)):
            if after.lower_ in nouns:
                yield f"before a word {name}"


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


def _of_draft(draft: Draft, words: SpacySpan, ailment: Ailment, cast: Cast) -> Iterator[str]:
    """Whether another place of the draft says that one of the family has the same."""
    places: set[tuple[str, int]] = _where_had(draft, cast).get(_known_as(words), set())
    if places - {(words.doc.text, ailment.start)}:
        yield "had by the family elsewhere"


@once
def _where_had(draft: Draft, cast: Cast) -> dict[str, set[tuple[str, int]]]:
    """Where a draft says of what condition that one of the family has it, by the condition."""
    had: dict[str, set[tuple[str, int]]] = defaultdict(set)
    for index, found in ailments_of(draft).items():
        doc = draft.docs[index]
        for each in found:
            if (words := had_by_family(doc, each, cast)) is not None:
                had[_known_as(words)].add((doc.text, each.start))
    return had


def had_by_family(doc: Doc, ailment: Ailment, cast: Cast) -> SpacySpan | None:
    """The words for a condition where the text says that it is one of the family's, or None."""
    words = doc.char_span(ailment.start, ailment.end, alignment_mode="expand")
    owned = words is not None and len(words) > 0 and whose(words, cast) is Standing.FAMILY
    return words if owned else None


def _known_as(words: SpacySpan) -> str:
    """What the names of one condition share: "epilep" for "epilepsy" and "epileptic"."""
    last = words[-1].lower_
    return words.text.lower() if last in _SAYS_NO_MORE else last[:_STEM]
