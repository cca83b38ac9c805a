"""What chapters are by their place in the report, where their headings leave it open.

A heading may say nothing ("Poppy", "Who was allowed to be worried") or what can be said of several
parts: "Themes" are the findings of a report that analyses elsewhere and its analysis where findings
follow; "Key lines of enquiry" before the story are the questions, and after it the answers.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from ..draft import Role, Section
from ..months import MONTH
from .headings import plain, roles_named, series_of

STORY = frozenset({Role.CHRONOLOGY, Role.FAMILY_BACKGROUND})
OUTCOME = frozenset({Role.FINDINGS, Role.RECOMMENDATIONS, Role.CONCLUSION})
#: Where a report opens, and where its body begins.
OPENING = frozenset({Role.SUMMARY, Role.INTRODUCTION, Role.METHODOLOGY})
BODY = STORY | {Role.INTRODUCTION, Role.METHODOLOGY, Role.ANALYSIS}
#: What may stand before a report's first chapter.
_COVER = frozenset({None, Role.FRONT_MATTER, Role.CONTENTS})
#: Roles that have their place in the order of a report.
_ORDER = OPENING | STORY | OUTCOME | {Role.FRONT_MATTER, Role.CONTENTS, Role.ANALYSIS}
#: A stretch of time: "The weeks in hospital", "January to August 2010", "The night of the fire".
_OF_TIME = re.compile(
    rf"\b(?:{MONTH}|"
    r"(?:19|20)\d\d)\b|(?i:\b(?:days?|nights?|mornings?|evenings?|weekends?|weeks?|months?|years?|"
    r"spring|summer|autumn|winter|period|pregnancy|birth|hours|terms?)\b)"
)
_NAMES_A_REPORT = re.compile(
    r"\b(?:serious case review|practice review|thematic review|overview report)\b(?!.*\b(?:process"
    r"|methodology|purpose|why)\b)|\breview (?:report|into|concerning)\b",
    re.IGNORECASE,
)
_REPORT = re.compile(r"\b(?:review|report|inspection|inquiry|outcome|information)\b", re.IGNORECASE)


def names_a_report(title: str) -> bool:
    """Whether a heading says what kind of report this is."""
    return bool(_NAMES_A_REPORT.search(title))


def settle(
    sections: Sequence[Section],
    roles: list[Role | None],
    title: int | None,
    *,
    labelled: bool,
    told: Callable[[Section], int],
) -> None:
    """Gives chapters whose headings could mean two things the role that the rest calls for.

    `labelled` says whether paragraphs somewhere are labelled as findings, `told` how many
    paragraphs a chapter has.
    """
    found = labelled or Role.FINDINGS in roles
    tops = [s for s in sections if s.heading is not None and s.parent in {None, title}]
    for section in tops:
        for choice in _CHOICES:
            if roles[section.index] is choice.read and choice.words.match(plain(section.title)):
                around = _Around(section, tops, roles, choice, found, told(section))
                if choice.when(around):
                    become(section, sections, roles, choice.other)


def become(
    section: Section, sections: Sequence[Section], roles: list[Role | None], role: Role
) -> None:
    """Gives a chapter another role, and those of its subsections that only had it from there."""
    was = roles[section.index]
    inside = {section.index}
    for later in sections[section.index :]:
        if (later is section or later.parent in inside) and roles[later.index] in {was, None}:
            inside.add(later.index)
            roles[later.index] = role


@dataclass(frozen=True)
class _Around:
    """A chapter among the others."""

    section: Section
    tops: Sequence[Section]
    roles: Sequence[Role | None]
    choice: _Choice
    found: bool
    paragraphs: int

    def elsewhere(self, *wanted: Role) -> bool:
        """Whether a chapter whose heading is of another kind has one of some roles."""
        return any(
            self.roles[s.index] in wanted and not self.choice.words.match(plain(s.title))
            for s in self.tops
        )

    def before(self, *wanted: Role) -> bool:
        """Whether a chapter before it has one of some roles."""
        return any(
            self.roles[s.index] in wanted and not self.choice.words.match(plain(s.title))
            for s in self.tops
            if s.index < self.section.index
        )

    @property
    def is_first(self) -> bool:
        """Whether nothing but a cover stands before it."""
        return all(self.roles[s.index] in _COVER for s in self.tops if s.index < self.section.index)

    def next_is(self, *wanted: Role) -> bool:
        """Whether the next chapter has one of some roles."""
        after = [s.index for s in self.tops if s.index > self.section.index]
        return bool(after) and self.roles[after[0]] in wanted


@dataclass(frozen=True)
class _Choice:
    """Words of headings that are read as one role, and are another's in some reports."""

    words: re.Pattern[str]
    read: Role | None
    other: Role
    when: Callable[[_Around], bool]


#: Paragraphs of a story that may be a summary.
_FEW = 4
_TOGETHER = re.compile(r"(?:drawing|pulling|bringing|putting|tying|weaving)\b.*\btogether\b")
_CHOICES = (
    # The findings of a report that has none under another heading or label.
    _Choice(
        re.compile(r"(?!.*\banalysis\b)(?:.* )?themes?\b"),
        Role.ANALYSIS,
        Role.FINDINGS,
        lambda at: not at.found and at.elsewhere(Role.ANALYSIS),
    ),
    # Episodes that are told and appraised, where nothing else is analysis.
    _Choice(
        re.compile(r"(?:key |significant |critical |main )?(?:practice )?episodes\b"),
        Role.CHRONOLOGY,
        Role.ANALYSIS,
        lambda at: at.elsewhere(*OUTCOME) and not at.elsewhere(Role.ANALYSIS),
    ),
    _Choice(_TOGETHER, None, Role.ANALYSIS, lambda at: not at.elsewhere(Role.ANALYSIS)),
    _Choice(_TOGETHER, None, Role.CONCLUSION, lambda at: at.elsewhere(Role.ANALYSIS)),
    # A report without a chapter of findings states them where it concludes, and then recommends.
    _Choice(
        re.compile(r"(?:\w+ )?conclusions\b"),
        Role.CONCLUSION,
        Role.FINDINGS,
        lambda at: (
            not at.found
            and Role.FINDINGS not in at.roles
            and at.paragraphs > 2
            and at.next_is(Role.RECOMMENDATIONS)
        ),
    ),
    # "What the themes support", where nothing else states what was found.
    _Choice(
        re.compile(r"what (?:the|these|this|it|they|all)\b"),
        Role.ANALYSIS,
        Role.FINDINGS,
        lambda at: (
            not at.found and at.before(Role.ANALYSIS) and at.next_is(*OUTCOME - {Role.FINDINGS})
        ),
    ),
    # A story told in a few words before a report says how it was made sums it up.
    _Choice(
        re.compile(r".*"),
        Role.CHRONOLOGY,
        Role.SUMMARY,
        lambda at: (
            at.is_first
            and at.paragraphs <= _FEW
            and at.next_is(Role.INTRODUCTION, Role.METHODOLOGY)
        ),
    ),
    # Questions before the story, answers after it.
    _Choice(
        re.compile(
            r"(?:key )?(?:lines? of (?:enquiry|inquiry)|questions|issues)\b|terms of reference\b"
        ),
        Role.METHODOLOGY,
        Role.ANALYSIS,
        lambda at: at.before(*STORY) and not at.before(Role.ANALYSIS, *OUTCOME),
    ),
    # An introduction that is the only place to tell what happened, or how the review was made.
    _Choice(
        re.compile(r".*\b(?:circumstances|events)\b"),
        Role.INTRODUCTION,
        Role.CHRONOLOGY,
        lambda at: at.before(Role.METHODOLOGY) and Role.CHRONOLOGY not in at.roles,
    ),
    _Choice(
        re.compile(r"about (?:this|the) (?:\w+ )?(?:review|report)|introduction\b.* (?:and|,) "),
        Role.INTRODUCTION,
        Role.METHODOLOGY,
        lambda at: (
            Role.METHODOLOGY not in at.roles
            and (
                at.section.title.lower().startswith("about")
                or Role.METHODOLOGY in roles_named(at.section.title)
            )
        ),
    ),
    _Choice(
        re.compile(r"context$"),
        Role.ANALYSIS,
        Role.FAMILY_BACKGROUND,
        lambda at: not at.before(*STORY, Role.ANALYSIS) and at.elsewhere(Role.ANALYSIS),
    ),
    # What the family said, where it is not told among how the review was made.
    _Choice(
        re.compile(
            r"(?!.*\b(?:practitioners?|staff|professionals?|workers?|agenc\w+)\b)"
            r".*\b(?:views?|voices?|words|perspectives?|contributions?)\b"
        ),
        Role.METHODOLOGY,
        Role.OTHER,
        lambda at: at.before(Role.ANALYSIS, *OUTCOME),
    ),
    # Who is who, before the report begins.
    _Choice(
        re.compile(r".*\b(?:names?|people|codes|key)\b"),
        Role.FAMILY_BACKGROUND,
        Role.FRONT_MATTER,
        lambda at: not at.before(*OPENING) and at.next_is(Role.SUMMARY, Role.CONTENTS),
    ),
)


def place(
    sections: Sequence[Section],
    roles: list[Role | None],
    title: int | None,
    says: Callable[[Section], bool],
) -> None:
    """Reads chapters under free headings by where they stand among those that say what they are.

    "Who was allowed to be worried", after the story of the case and before what the review found,
    is analysis; "Poppy", after the method and before the story, is about the child. `says` tells
    whether a heading claims a role by its words.
    """
    known = [s.index for s in sections if roles[s.index] not in {None, Role.OTHER}]
    told = Role.CHRONOLOGY in roles
    free = [
        s
        for s in sections
        if roles[s.index] in {None, Role.OTHER} and s.index != title and not says(s)
    ]
    for section in free:
        before = _nearest(roles, [i for i in reversed(known) if i < section.index])
        after = _nearest(roles, [i for i in known if i > section.index])
        role = _between(section, before, after, told=told)
        around = None if section.parent in {None, title} else roles[section.parent]
        if around not in {None, Role.OTHER, Role.CONTENTS}:
            roles[section.index] = around
        elif role:
            roles[section.index] = role


def _nearest(roles: Sequence[Role | None], order: Sequence[int]) -> Role | None:
    """The first role in some order that says where in a report one stands."""
    return next((roles[i] for i in order if roles[i] in _ORDER), None)


def _between(
    section: Section, before: Role | None, after: Role | None, *, told: bool
) -> Role | None:
    """What a chapter under a free heading is, between chapters of two known roles.

    `told` says whether another chapter tells the story of the case.
    """
    if before in _COVER:
        if names_a_report(section.title) and not section.number:
            return Role.FRONT_MATTER
        if after in OPENING | {Role.CONTENTS}:
            return Role.FRONT_MATTER
        # A report that begins with what happened; its title does not.
        begins = after is Role.ANALYSIS and not told and not _REPORT.search(section.title)
        return Role.CHRONOLOGY if begins else None
    if after is None:
        return None
    # "Episode 2. May" says when; each of a series is told and weighed.
    timed = bool(_OF_TIME.search(section.title)) and not series_of(section.title)
    if before in STORY:
        if timed or (before is Role.FAMILY_BACKGROUND and after is Role.ANALYSIS):
            return Role.CHRONOLOGY
        return Role.ANALYSIS if after in OUTCOME | {Role.ANALYSIS} else before
    if before is Role.ANALYSIS and after in OUTCOME | {Role.ANALYSIS}:
        return Role.ANALYSIS
    if before in OPENING:
        if timed or (after is Role.ANALYSIS and not told):
            return Role.CHRONOLOGY
        if after in STORY | {Role.ANALYSIS} and len(section.title.split()) < 7:
            return Role.FAMILY_BACKGROUND
        if after in OUTCOME and len(section.title.split()) == 1:
            return Role.FAMILY_BACKGROUND  # a name
        if after in OUTCOME:
            return Role.ANALYSIS if told or before is Role.METHODOLOGY else Role.CHRONOLOGY
    return None
