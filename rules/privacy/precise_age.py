"""PRV004: ages to the half-year, month, week or day."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from scr_lint import Block, Draft, Example, Finding, Layer, Role, Rule, Severity, Span
from scr_lint.draft import RUNNING
from scr_lint.grammar.voice import subject_of
from scr_lint.identity.publicity.sources import in_source
from scr_lint.identity.times.aged_things import is_age_of_a_thing
from scr_lint.identity.times.ages import AgeMention, TimeSpan, find_ages, time_spans
from scr_lint.identity.times.time_judgement import Of, likely
from scr_lint.persons.children import cast_of
from scr_lint.persons.family import Standing, family_in, standing, whose
from scr_lint.persons.mentions import Cast
from scr_lint.structure.tables import row_of

if TYPE_CHECKING:
    from spacy.tokens import Doc
    from spacy.tokens import Span as SpacySpan

_LEFT_ALONE = frozenset({Role.CONTENTS, Role.GLOSSARY, Role.REFERENCES})
# Where "six weeks" is a rule or a standard, unless the words say that it is somebody's age.
_NOT_OF_THE_CASE = frozenset({Role.RECOMMENDATIONS, Role.METHODOLOGY, *_LEFT_ALONE})
_AGE_COLUMN = re.compile(r"\bage[ds]?\b", re.IGNORECASE)
_OF_ANYBODY = re.compile(
    r"\b(?:all|most|many|nearly all|every|each|any|some|typical\w*|usual\w*|general\w*|normal\w*|"
    r"research|stud(?:y|ies|ied)|evidence|guid(?:ance|elines?)|NICE|national\w*|statutory|entitle\w*|"
    r"per ?cent|average|mean|median|peaks?|infants|babies|should|must|policy|programme|schedule|"
    r"standard|expected|funded|eligib\w+|milestones?|recommend\w*|offered (?:a|to)|universal|mandated)\b",
    re.IGNORECASE,
)

# What is said near "a child of eight months" where no child in particular is meant.
_OF_ANY_CHILD = re.compile(
    r"\b(?:should|must|may|can|cannot|might|would|research|stud(?:y|ies)|guid(?:ance|elines?)|every|each|NICE|"
    r"expect\w*|typical\w*|normal\w*|usual\w*|average|policy|protocol)\b"
)
_NEAR = 50
#: How likely an age must be by its signs where it is told as one, and where they are all there is:
#: chosen by the figures on files that their weights were not learnt from.
_LEAST_TOLD, _LEAST_ALONE = 0.05, 0.7
_SOMEBODY = frozenset(
    "subject victim deceased eldest oldest youngest younger elder second one".split()
)
_LAW = re.compile(r"\b(?:Act|statut\w+|regulations?|guidance|guidelines?|NICE|standard|law)\b")


class PreciseAge(Rule):
    """Ages to the half-year, month, week or day.

    Why: few children in an area are "2 years 6 months" old in a given spring. An age to the month
    or week, beside the year of the review, gives the month of birth, and with it the child.

    Instead: give the age in years, or an age band: "a baby under one", "a toddler", "aged 14". If
    the stage matters to the analysis, name the stage: "before he could crawl", "a young baby".

    Leaves alone: ages in whole years; ages in law, guidance and research; checks that are due at
    an age; weeks of a pregnancy; how long something took.

    Contested: for a young baby the week can be part of the learning (a bruise at seven weeks is
    never from walking). Others hold that "not yet mobile" says as much and shows less.
    """

    code = "PRV004"
    name = "precise-age"
    severity = Severity.WARNING
    basis = ("QM14.2", "QM14.privacy")
    layers = Layer.PARSE | Layer.ENTITIES
    private = True
    flagged = (
        Example(
            "Child B was 2 years 6 months when she first came into foster care.",
            role=Role.FAMILY_BACKGROUND,
            marks=("2 years 6 months",),
        ),
        Example(
            "The baby, now 11 weeks old, was seen by a locum GP.",
            role=Role.CHRONOLOGY,
            marks=("11 weeks old",),
        ),
        Example(
            "At the time of the overdose Ash was aged 14 and a half.", marks=("14 and a half",)
        ),
        Example("A bruise was seen at seven weeks and nobody asked.", marks=("seven weeks",)),
        Example("She had with her a boy of eleven months.", marks=("eleven months",)),
        Example(
            "The baby, jaundiced, was readmitted and sent home at day 12.",
            role=Role.CHRONOLOGY,
            marks=("day 12",),
        ),
        Example(
            "| Person | Age |\n|---|---|\n| Child A | 15 years 4 months |\n| Mother | 38 |",
            role=Role.FAMILY_BACKGROUND,
            marks=("15 years 4 months",),
        ),
        Example(
            "Weight static. Child C (8/12) referred to the dietician.",
            role=Role.CHRONOLOGY,
            marks=("8/12",),
        ),
        Example(
            "He died two days before his first birthday.",
            marks=("two days before his first birthday",),
        ),
        Example(
            "A nine-week-old baby was brought to the ward by his grandmother.",
            marks=("nine-week-old",),
        ),
        Example("She was 3½ when the first referral was made.", marks=("3½",)),
        Example(
            "His life had lasted one hundred and nine days.", marks=("one hundred and nine days",)
        ),
        Example("The eldest, then of 4 yrs 1 month, let her in.", marks=("4 yrs 1 month",)),
        Example("DOB not asked; age recorded as 18/52.", role=Role.CHRONOLOGY, marks=("18/52",)),
    )
    passed = (
        Example("Child B was aged 3 and her mother was 22."),
        Example("The GP carried out the six-week check and noted nothing of concern."),
        Example("Mother booked with the midwife at 12 weeks and was seen by the same midwife."),
        Example("The midwife asked at booking. At 28 weeks she asked again.", role=Role.ANALYSIS),
        Example("Crying peaks at six to eight weeks in nearly all babies."),
        Example("A baby under six months who cannot roll seldom bruises."),
        Example("For two years and three months the family lived in one room."),
        Example("The core group did not meet for six weeks; it then met at two weeks’ notice."),
        Example(
            "The Trust should see every child at two and a half years.", role=Role.RECOMMENDATIONS
        ),
        Example("A three-month-old referral was still waiting on the desk."),
    )

    def check(self, draft: Draft) -> Iterator[Finding]:
        cast = cast_of(draft, self.settings.names)
        spans: list[Span] = []
        for index, doc in draft.docs.items():
            block = draft.blocks[index]
            if block.kind in RUNNING or draft.role_of(index) in _LEFT_ALONE:
                continue
            labelled = _is_labelled(draft, block)
            told = [
                age
                for age in find_ages(doc, labelled=labelled)
                if labelled or _of_the_family(draft, block, doc, age, cast)
            ]
            told = [
                age for age in told if not _is_amount(draft, block, Span(index, age.start, age.end))
            ]
            own = [Span(index, age.start, age.end) for age in told]
            spans += [span for span in own if labelled or _may_be(draft, block, span)]
            if draft.role_of(index) not in _NOT_OF_THE_CASE:
                spans += _by_signs(draft, block, doc, own)
        if spans:
            spans.sort(key=lambda span: (span.block, span.start))
            count = len(spans)
            yield self.finding(
                draft,
                spans,
                "This age is exact to the half-year, month, week or day."
                if count == 1
                else f"{count} ages are exact to the half-year, month, week or day.",
                "Give the age in years, or a band (“a baby under one”, “a toddler”, “in his "
                "mid-teens”); where the stage matters, name the stage (“not yet crawling”).",
            )


def _may_be(draft: Draft, block: Block, told: Span) -> bool:
    """Whether the signs around what is told as an age leave room for it."""
    return likely(Of.AGE, draft, block, TimeSpan(told.start, told.end)) >= _LEAST_TOLD


# "1m*", "50m" in a table of numbers: millions, or metres.
_AMOUNT = re.compile(r"\d+(?:\.\d+)?m(?:illion)?\b")
_ALONE = re.compile(r"[^\w]*(?:[<>~≈]|about|over|up to)?\s*\d[\d.,]*m\b[^\w]*(?:\([^)]*\))?[^\w]*")


def _is_amount(draft: Draft, block: Block, span: Span) -> bool:
    """Whether a number is millions or metres in a cell by itself, or the page and line of a source."""
    if in_source(draft, span):
        return True
    return (
        block.cell is not None
        and bool(_AMOUNT.match(draft.text_at(span)))
        and bool(_ALONE.fullmatch(block.text))
        and not _is_labelled(draft, block)
    )


def _by_signs(draft: Draft, block: Block, doc: Doc, told: list[Span]) -> Iterator[Span]:
    """What nothing but its signs show to be an age."""
    for time in time_spans(block.text):
        if _is_amount(draft, block, Span(block.index, time.start, time.end)):
            continue
        words = doc.char_span(time.start, time.end, alignment_mode="expand")
        apart = all(time.end <= age.start or age.end <= time.start for age in told)
        if words is None or not apart or is_age_of_a_thing(words):
            continue
        if likely(Of.AGE, draft, block, time) >= _LEAST_ALONE:
            yield Span(block.index, time.start, time.end)


def _is_labelled(draft: Draft, block: Block) -> bool:
    """Whether the head of a cell's column or row says that it is an age."""
    if block.cell is None or block.cell.is_header:
        return False
    heads = [block.cell.header, *(b.text for b in row_of(draft, block)[:1])]
    return any(_AGE_COLUMN.search(head) for head in heads)


def _of_the_family(draft: Draft, block: Block, doc: Doc, age: AgeMention, cast: Cast) -> bool:
    """Whether the age is somebody's in the case, and not a rule's, a norm's or a thing's."""
    words = doc.char_span(age.start, age.end, alignment_mode="expand")
    if words is None:
        return False
    if age.attributive:
        head = words[-1]
        while head.dep_ in {"amod", "compound", "nmod", "nummod", "npadvmod", "advmod", "punct"}:
            head = head.head
        if head.pos_ in {"NOUN", "PROPN"} and head.i >= words.end:
            return standing(head, cast) is Standing.FAMILY
    sentence = words.sent
    if age.of_one and draft.role_of(block.index) not in _NOT_OF_THE_CASE:
        near = doc.text[max(sentence.start_char, age.start - _NEAR) : age.end + _NEAR]
        return not _OF_ANY_CHILD.search(near)
    holder = whose(words, cast)
    anybody = holder is Standing.ANYBODY or bool(_OF_ANYBODY.search(sentence.text))
    if _LAW.search(sentence.text) and not any(t.tag_ == "VBD" for t in sentence):
        return False
    if _is_of_a_thing(words, cast) or is_age_of_a_thing(words):
        return False
    if age.certain:
        return not anybody or (
            holder is not Standing.ANYBODY and family_in(sentence, cast) is not None
        )
    if draft.role_of(block.index) in _NOT_OF_THE_CASE or anybody:
        return holder is Standing.FAMILY and not _OF_ANYBODY.search(sentence.text)
    # "At three months the review panel met": the panel's months.
    return family_in(sentence, cast) is not None or not _is_of_a_body(words, cast)


def _is_of_a_body(words: SpacySpan, cast: Cast) -> bool:
    """Whether a worker or a body does what was done "at three months"."""
    verb = next((t for t in words.root.ancestors if t.pos_ in {"VERB", "AUX"}), None)
    subject = subject_of(verb) if verb is not None else None
    return subject is not None and standing(subject, cast) is Standing.WORKER


def _is_of_a_thing(words: SpacySpan, cast: Cast) -> bool:
    """Whether the words say how old a thing is: "the service was three months old"."""
    head = words.root
    if head.dep_ not in {"acomp", "attr"} or head.head.lemma_ != "be":
        return False
    subject = subject_of(head.head)
    return (
        subject is not None
        and subject.pos_ == "NOUN"
        and not (subject.text[0].isupper() and not any(c.dep_ == "det" for c in subject.children))
        and subject.lemma_.lower() not in _SOMEBODY
        and standing(subject, cast) in {None, Standing.WORKER}
    )
