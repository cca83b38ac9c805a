"""PRV003: full calendar dates of events in the case."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from scr_lint import Block, Draft, Example, Finding, Layer, Role, Rule, Severity, Span
from scr_lint.draft import RUNNING
from scr_lint.grammar.clause_around import Clause, clause_around
from scr_lint.grammar.parse import whole_text
from scr_lint.grammar.voice import subject_of
from scr_lint.identity.publicity.sources import in_source
from scr_lint.identity.times.dates import DateMention, find_dates
from scr_lint.identity.times.life_events import births_and_deaths
from scr_lint.identity.times.life_told import is_in_title
from scr_lint.identity.times.time_judgement import Of, likely
from scr_lint.persons.case_told import blocks_of_case
from scr_lint.vocabulary import load

if TYPE_CHECKING:
    from spacy.tokens import Doc

_SUGGESTION = (
    "Say how far one event was from the next (“two weeks later”), or give the month and year."
)
_LEFT_ALONE = frozenset({Role.FRONT_MATTER, Role.CONTENTS, Role.GLOSSARY, Role.REFERENCES})
_KINDS = ("review", "law", "publication", "inspection", "organisation", "statistics", "public")
_WHEN = re.compile(r"\b(?:when|timescale|deadline|target|due|date|complet\w+|review)\b", re.I)
_BY = re.compile(
    r"\b(?:by|before|until|till|from|than|end of|starting|after|due|deadline|date|target)[:\s]+"
    r"(?:the\s+)?(?:end of\s+)?$",
    re.IGNORECASE,
)
#: How likely a date must be of the case: chosen by the figures on files left out.
_LEAST = 0.3
# "*" in a phrase of the term list: up to three words.
_STAR, _WORDS = re.escape(" * "), r" (?:[\w'’-]+ ){0,3}"


class ExactDate(Rule):
    """Full calendar dates of events in the case, all of them in one finding.

    Why: court lists, press reports and social media are all in order of date. A day, a month and
    a year let a reader join the review to them, and a chain of dates turns analysis into a
    narrative of events.

    Instead: say how far one event was from the next ("two weeks later"), or give the month and
    year where the season matters.

    Dates of an inquest, a trial or other proceedings about the case are events in it, in whatever
    section they are told.

    Leaves alone: the period under review and the review's own meetings; dates of publication,
    legislation, guidance and inspection; an inquiry's hearings; citations and references; the
    version history and other front matter; target dates of recommendations; a month and year
    without a day.
    """

    code = "PRV003"
    name = "exact-date"
    severity = Severity.WARNING
    basis = ("QM14.2", "QM14.privacy", "PANEL.1")
    layers = Layer.PARSE | Layer.ENTITIES
    private = True
    flagged = (
        Example(
            "On 14 March 2012 MGM brought Child T to the emergency department.",
            role=Role.CHRONOLOGY,
            marks=("14 March 2012",),
        ),
        Example(
            "The health visitor's third visit (23rd of May, 2013) found nobody at home.",
            marks=("23rd of May, 2013",),
        ),
        Example(
            "| Date | Event |\n|---|---|\n| 04/05/13 | Referral from school |\n"
            "| 6.5.13 | No further action |",
            role=Role.CHRONOLOGY,
            marks=("04/05/13", "6.5.13"),
        ),
        Example(
            "A strategy discussion was not held until Friday, August 9th 2019.",
            marks=("August 9th 2019",),
        ),
        Example("2015-11-02: police attend after a 999 call.", role=Role.CHRONOLOGY),
        Example(
            "Between 26 April and 3 June 2013 nobody was allocated to the family.",
            role=Role.FINDINGS,
            marks=("3 June 2013",),
        ),
        Example(
            "The letter, dated the twelfth of February 2014, reached the surgery in March.",
            marks=("twelfth of February 2014",),
        ),
        Example(
            "He was seen in clinic again on 11 Sept '14 and was losing weight.",
            marks=("11 Sept '14",),
        ),
        Example(
            "An inquest was opened on 9 March 2016, and the review waited until it had ended.",
            role=Role.METHODOLOGY,
            marks=("9 March 2016",),
        ),
    )
    passed = (
        Example("Two weeks later, in March 2012, his grandmother rang again."),
        Example(
            "The review covers the period from 1 March 2012 to 19 January 2014.",
            role=Role.METHODOLOGY,
        ),
        Example(
            "The Children and Social Work Act 2017 came into force on 29 June 2018, and the "
            "guidance was published on 4 July 2018."
        ),
        Example(
            "By 31 March 2025 the hospital should replace its policy on missed appointments.",
            role=Role.RECOMMENDATIONS,
        ),
        Example("- 0.4, 19/03/2015, family's comments added", role=Role.APPENDIX),
        Example("The Inquiry, whose report came out on 28 January 2003, made 108 recommendations."),
        Example("See paragraph 4.5.13 and section 2.3.14 of the procedures."),
        Example(
            "Department for Education (2018) Working Together. Published 4 July 2018. "
            "Accessed 12 May 2019.",
            role=Role.REFERENCES,
        ),
        Example(
            "Version 0.4, 27 October 2014\n\n# Introduction\n\nThis review was commissioned in "
            "2014.",
            role=None,
        ),
        Example(
            "Ofsted inspected the service on 12 November 2013 and found it inadequate.",
            role=Role.INTRODUCTION,
        ),
    )

    def check(self, draft: Draft) -> Iterator[Finding]:
        elsewhere = list(births_and_deaths(draft))
        spans: list[Span] = []
        years: set[int] = set()
        told = blocks_of_case(draft)
        for index, doc in draft.docs.items():
            block = draft.blocks[index]
            if block.kind in RUNNING or draft.role_of(index) in _LEFT_ALONE:
                continue
            if told is not None and index not in told:
                continue
            for date in find_dates(whole_text(doc)):
                span = Span(index, date.start, date.end)
                if any(_overlap(span, event.span) for event in elsewhere):
                    continue
                if (
                    not date.in_history
                    and not in_source(draft, span)
                    and not _of_the_process(draft, block, doc, date)
                    and likely(Of.CASE, draft, block, date) >= _LEAST
                ):
                    spans.append(span)
                    years.update([date.year] if date.year else [])
        if spans:
            yield self.finding(draft, spans, _message(len(spans), years), _SUGGESTION)


def _overlap(one: Span, other: Span) -> bool:
    return one.block == other.block and one.start < other.end and other.start < one.end


def _message(count: int, years: set[int]) -> str:
    between = f", from {min(years)} to {max(years)}" if len(years) > 1 else ""
    if count == 1:
        return "This is the exact date of an event in the case."
    return f"{count} exact dates of events in the case{between}."


# "0.4, 19/03/2015, family's comments added"; a date that nobody was born on, typed for want of another.
_VERSION = re.compile(
    r"^[-–•*\s]*(?:v(?:ersion)?\.?\s?)?\d{1,2}\.\d{1,2}[,:;|\s–-]*$", re.IGNORECASE
)
# "GN14-2 was updated on", "updated GN3.1 on": a numbered paper of a public body.
_PAPER = r"[a-z]{1,5}\d+ ?[-.] ?\d+"
_PAPER_DATED = re.compile(
    rf"\b{_PAPER} (?:was|were|has been|is) (?:last )?(?:updated|revised|amended|re-?issued|published|withdrawn)\b"
    rf"|\b(?:updated|revised|amended|re-?issued|published|withdrew) {_PAPER}\b"
)
# "accommodated under section 20 of the Children Act 1989": what was done by a law is not of the law.
_UNDER_LAW = re.compile(
    r"\b(?:under|pursuant to|by virtue of|in accordance with|within the meaning of|for the purposes of) "
    r"(?:(?:the |s\.? ?|section |part |article |schedule )[^.;,]{0,60}?)?\b(?:act|regulations|order)(?: (?:19|20)\d\d)?\b"
)
_FILLED_IN = re.compile(r"0?1[/.-]0?1[/.-](?:19)?00$")


def _of_the_process(draft: Draft, block: Block, doc: Doc, date: DateMention) -> bool:
    """Whether a date is not of the case: of the review, a law, a publication or a deadline."""
    before = f"{block.number} {whole_text(doc)[: date.start]}".strip()
    if _VERSION.match(before) or _FILLED_IN.match(whole_text(doc)[date.start : date.end]):
        return draft.role_of(block.index) is not Role.CHRONOLOGY
    if draft.role_of(block.index) is Role.RECOMMENDATIONS and (
        _is_deadline(block, doc, date) or _is_answered(doc, date)
    ):
        return True
    sentence = next(s.text for s in doc.sents if date.start < s.end_char).lower()
    bracketed = block.text[: date.start].rstrip().endswith("(")
    clause = clause_around(doc, date.start, date.end)
    whole = bracketed or clause is None or is_in_title(doc, date, clause)
    words = sentence if whole or clause is None else _words_of(clause)
    for of_the_case in (_UNDER_LAW, *_phrases("case")):
        words = of_the_case.sub("", words)
    if _PAPER_DATED.search(words):
        return True
    return any(p.search(words) for p in _phrases(*_KINDS)) or any(
        p.search(sentence) for p in _phrases("period")
    )


def _words_of(clause: Clause) -> str:
    """The words of a clause, with the subject that it shares with the one before."""
    subject = subject_of(clause.head)
    if subject is not None and subject.tag_ in {"WDT", "WP"}:
        # "the lockdown, which began on 5 November": what "which" stands for.
        subject = next((t for t in subject.ancestors if t.dep_ == "relcl"), subject).head
        shared = " ".join(t.lower_ for t in subject.subtree if t.i <= subject.i)
    else:
        shared = " ".join(t.lower_ for t in subject.subtree) if subject else ""
    words = clause.text if shared in clause.text else f"{shared} {clause.text}"
    return re.sub(r" (?=['’])", "", words).replace("’", "'")


# "On 4 May the agency replied": beside a recommendation, what it is answered with.
_ANSWERED = re.compile(
    r"\b(?:responded|replied|(?:response|reply) to (?:the|this|our|that|its) (?:\w+ )?recommendation)\b|"
    r"\b(?:its|their|the agency's|the council's) (?:response|reply)\b"
)
_PERFECT = re.compile(r"\bhave\b")
_ASKED = re.compile(r"\b(?:to be|will|shall|should|must|needs? to)\b")


def _is_answered(doc: Doc, date: DateMention) -> bool:
    clause = clause_around(doc, date.start, date.end)
    return clause is not None and bool(_ANSWERED.search(_words_of(clause)))


def _is_deadline(block: Block, doc: Doc, date: DateMention) -> bool:
    clause = clause_around(doc, date.start, date.end)
    if clause is not None and _ASKED.search(clause.text) and not _PERFECT.search(clause.text):
        return True
    if block.cell and _WHEN.search(block.cell.header):
        return True
    return bool(_BY.search(block.text[: date.start]))


@cache
def _phrases(*kinds: str) -> tuple[re.Pattern[str], ...]:
    """The phrases of these kinds from the term list, as patterns."""
    return tuple(
        _pattern(r["phrase"]) for r in load(__package__, "process_dates") if r["kind"] in kinds
    )


def _pattern(phrase: str) -> re.Pattern[str]:
    start = r"^\W*" if phrase.startswith("^") else r"\b"
    return re.compile(
        start + re.escape(phrase.strip("^")).replace(_STAR, _WORDS) + r"(?:\b|(?<=\d))"
    )
