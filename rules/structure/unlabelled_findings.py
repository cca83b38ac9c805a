"""Each finding can be cited by a number or a heading."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar

from scr_lint import Draft, Example, Finding, Layer, Role, Rule, Severity, Span
from scr_lint.draft import ReviewFinding, count_words
from scr_lint.requests.bodies import standing_beside
from scr_lint.structure.headings import roles_named
from scr_lint.structure.items import label_of

_ORDINAL = re.compile(
    r"\W*(?:the|our|a) (?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|last|final) "
    r"(?:\w+ )?(?:finding|lesson|learning point|theme)\b",
    re.IGNORECASE,
)
#: "One: thresholds.", "Theme 2 – Fathers", "Issue B. Oversight": words that number a paragraph.
_NUMBERED = re.compile(
    r"\W*(?:(?:[Tt]heme|[Ii]ssue|[Pp]oint|[Mm]essage|[Mm]atter|[Tt]opic|[Qq]uestion|[Aa]rea|KLOE|[Ll]ine of (?:enquiry|inquiry)) )?"
    r"(?:\d{1,2}|[A-Z]|[Oo]ne|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|[Ss]even|[Ee]ight|[Nn]ine|[Tt]en)"
    r"(?:[:.)]| ?[–—])\s"
)


class UnlabelledFindings(Rule):
    """Findings that run on without a number or a heading of their own.

    Why: Boards answer findings one by one, and reviews elsewhere cite them. Nobody can answer or
    cite "the third paragraph of chapter 6"; and where one finding passes into the next, nobody
    can count them.

    Instead: Give each finding a number and a heading that says what was found: "Finding 2: The
    transfer form did not show which children were at risk".

    Leaves alone: Findings under headings of their own, numbered in any way ("Finding 3", "6.2",
    "c)", "the second finding"), or in a table with a number or heading column. Lists of findings in the summary. A
    single finding in a paragraph of up to 80 words, a default of this project and not guidance.
    """

    code = "STR002"
    name = "unlabelled-findings"
    severity = Severity.WARNING
    basis = ("QM14.1", "QM14.3")
    layers = Layer.TEXT
    limits: ClassVar = {"words": 80}

    flagged = (
        Example(
            "# Findings\n\nStaff did not know the boy, because he changed school three times.\n\n"
            "Records were kept in two systems, and neither showed the other.\n\n"
            "Nobody spoke with the aunt, who was thought to be abroad.",
            role=None,
            marks=("Findings",),
        ),
        Example(
            "- The clinic lost letters when it moved.\n- The ward had no interpreter at night.\n"
            "- The school held its worries back.",
            role=Role.FINDINGS,
            marks=("The clinic lost letters",),
        ),
        Example(
            "# Lessons learned\n\nThe review learned the following.\n\n"
            "• Workers were afraid of the dog.\n\n• Managers did not know that.",
            role=None,
            marks=("Lessons learned",),
        ),
        Example(
            "## What the review found\n\nPolice and housing each held half of the picture.\n\n"
            "The panel also found that the form had no room for a second child.",
            role=None,
            marks=("What the review found",),
        ),
        Example(
            "Visits were short since four workers shared one car, and so the worker never went "
            "upstairs. The duty desk moved twice in that year and letters went astray each time, "
            "which nobody noticed because post was counted in and never out. Supervision dealt "
            "with the cases that were in court. The form asked about the child who was referred "
            "and had a single line for the others, so the sister had no plan of her own, and her "
            "school was not asked what it knew.",
            role=Role.FINDINGS,
        ),
        Example(
            "# Discussion and findings\n\nMeetings were held on time. The panel found that minutes "
            "came late.\n\nThe file was on paper, and it was found that nobody else could open it.\n\n"
            "Managers saw what was brought to them.",
            role=None,
            marks=("Discussion and findings",),
        ),
        Example(
            "# What this tells us\n\nFirst, letters do not follow a family that moves.\n\n"
            "Secondly, the night team had no list of the children it might be rung about.",
            role=None,
        ),
        Example(
            "# Key findings\n\n## The Police\n\nOfficers wrote what they saw, and nobody read it.\n\n"
            "The desk was moved in June.\n\n## Children's Social Care\n\nFive managers had left.",
            role=None,
            marks=("Key findings",),
        ),
    )
    passed = (
        Example("One: the clinic moved.\n\nTwo: the ward had no interpreter.", role=Role.FINDINGS),
        Example(
            "# Findings\n\n## Finding 1: Two systems\n\nNeither showed the other.\n\n"
            "## Finding 2: The form\n\nIt had one line for brothers and sisters.",
            role=None,
        ),
        Example(
            "Finding 1 – The clinic moved and letters were lost.\n\n"
            "Finding 2 – Night staff had no interpreter.",
            role=Role.FINDINGS,
        ),
        Example(
            "# 6. What we learned\n\n6.1 The clinic moved and letters were lost.\n\n"
            "6.2 Night staff had no interpreter.",
            role=None,
        ),
        Example(
            "# Key findings\n\n## The car\n\nFour workers shared one.\n\n## The form\n\n"
            "It had one line for the others in the house.",
            role=None,
        ),
        Example(
            "# Lessons learned\n\n(a) Letters follow families slowly.\n\n"
            "(b) A shared car makes visits short.",
            role=None,
        ),
        Example(
            "# Findings\n\n| No. | Finding | Evidence |\n|---|---|---|\n"
            "| 1 | Letters were lost when the clinic moved. | Post book |\n"
            "| 2 | Visits were short. | Diaries |",
            role=None,
        ),
        Example("The review found that visits were short.", role=Role.FINDINGS),
        Example(
            "The first finding is about letters, which were lost when the clinic moved.\n\n"
            "The second finding is about the car: four workers shared it.",
            role=Role.FINDINGS,
        ),
        Example(
            "# Summary\n\nWe found three things.\n\n- Letters were lost.\n- Visits were short.",
            role=None,
        ),
    )

    def check(self, draft: Draft) -> Iterator[Finding]:
        if not draft.review_findings:
            yield from self._in_the_analysis(draft)
            return
        unlabelled = [f for f in draft.review_findings if not _has_label(f)]
        labelled = len(draft.review_findings) - len(unlabelled)
        if len(unlabelled) <= labelled:
            return
        words = sum(count_words(finding.text) for finding in unlabelled)
        if len(unlabelled) < 2 and words <= self.limit["words"]:
            return
        many = len(unlabelled)
        yield self.finding(
            draft,
            list(_places(draft, unlabelled)),
            f"{many} findings have neither a number nor a heading, so nobody can cite them."
            if many > 1
            else "The findings run on in one paragraph, so nobody can cite them one by one.",
            "Consider a number and a short heading for each: “Finding 1: …”.",
        )

    def _in_the_analysis(self, draft: Draft) -> Iterator[Finding]:
        """A chapter that promises findings in its heading, and nothing in it is set apart as one."""
        parents = {section.parent for section in draft.sections}
        for section in draft.sections:
            promised = section.role is Role.ANALYSIS and Role.FINDINGS in roles_named(section.title)
            if not promised or section.index in parents or section.heading is None:
                continue
            told = [b for b in draft.blocks_of(section) if b.is_prose]
            if len(told) > 2 and sum(bool(b.number) for b in told) < 2:
                yield self.finding(
                    draft,
                    [Span(section.heading, 0, len(draft.blocks[section.heading].text))],
                    "The heading promises findings, and none is set apart from the analysis, so "
                    "nobody can cite one.",
                    "Consider a number and a short heading for each: “Finding 1: …”.",
                )


def _has_label(finding: ReviewFinding) -> bool:
    if _ORDINAL.match(finding.text) or _NUMBERED.match(finding.text):
        return True
    return any(c.isalnum() for c in finding.label) and not _is_agency(finding)


def _is_agency(finding: ReviewFinding) -> bool:
    """Whether the heading over some findings only says which agency they are about."""
    return bool(standing_beside(finding.label, heading=True)) and not label_of(finding.label)


def _places(draft: Draft, findings: list[ReviewFinding]) -> Iterator[Span]:
    """The headings over the findings, or the findings themselves where there are none."""
    seen: set[int] = set()
    for finding in findings:
        section = draft.section_of(finding.blocks[0])
        at = finding.blocks[0]
        if section is not None and _is_agency(finding) and section.parent is not None:
            section = draft.sections[section.parent]
        if section is not None and section.heading is not None:
            at = section.heading
        if at not in seen:
            seen.add(at)
            yield Span(at, 0, len(draft.blocks[at].text))
