"""A report has the parts by which readers find their way."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from scr_lint import Draft, Example, Finding, Layer, Role, Rule, Severity
from scr_lint.about_review import is_whole
from scr_lint.structure.headings import head_roles
from scr_lint.structure.review_findings import asks_questions

# Each part: what it is called in a message, and what to do where it is missing.
_PARTS = {
    Role.SUMMARY: (
        "summary",
        "Consider a page or two at the front that says what happened, why, and what should change.",
    ),
    Role.METHODOLOGY: (
        "account of the method",
        "Consider a short section on how the review was done and how hindsight was kept in check. "
        "Detail can go in an appendix.",
    ),
    Role.ANALYSIS: (
        "analysis",
        "Consider a heading that shows where the report explains why people acted as they did.",
    ),
    Role.FINDINGS: (
        "findings",
        "Consider a section for what the review found, with each finding under a number or "
        "heading of its own.",
    ),
    Role.RECOMMENDATIONS: (
        "recommendations",
        "Consider a section of recommendations, or end each finding with questions to the Board.",
    ),
}

_STORY = frozenset({Role.CHRONOLOGY, Role.FAMILY_BACKGROUND, Role.OTHER})
# The examples are shorter than any report.
_SHORT = {"limits": {"STR001": {"words": 10}}}


class MissingSection(Rule):
    """A part that readers look for and cannot tell from the headings.

    Why: Others can only learn from a review if they find its analysis and its findings. A reader
    who has ten minutes needs the summary; one who doubts a conclusion needs the method.

    Instead: Give each part a heading that says what it is. The words are free: "What got in the
    way" or "How we went about it" will do.

    Leaves alone: Extracts: under 1,500 words, and with the headings of fewer than three parts of a
    report, or of three none of which says how it came about. A short report with headings of its
    own is read for them whatever its length; both numbers are defaults of this project, which
    settings may change, and no guidance. Parts under other names ("Lessons
    learned", "What needs to change"), inside another part, or two under one heading ("Findings
    and analysis"). Reports that end their findings with questions to the Board: they give no
    recommendations by design.

    Contested: The national panel asked for less method, Quality Marker 13 for enough of it to
    judge the analysis by. A short section, with the rest in an appendix, serves both.
    """

    code = "STR001"
    name = "missing-section"
    severity = Severity.WARNING
    basis = ("QM14.1", "QM14.3", "QM14.5")
    layers = Layer.TEXT
    limits: ClassVar = {"words": 1500}

    flagged = (
        Example(
            "# Introduction\n\nA baby was hurt.\n\n# How the review was done\n\nWe met staff.\n\n"
            "# Analysis\n\nThe ward was full.\n\n# Findings\n\n## Finding 1: Beds\n\nToo few.\n\n"
            "# Recommendations\n\nRecommendation 1: The Trust should count its beds.",
            role=None,
            marks=("No summary",),
            settings=_SHORT,
        ),
        Example(
            "# Key messages\n\nA boy was hurt.\n\n# What happened\n\nHe fell.\n\n"
            "# Why it happened\n\nNobody asked.\n\n# What we learned\n\n1. Ask.\n\n2. Ask on.\n\n"
            "# What needs to change\n\nThe school should ask.",
            role=None,
            marks=("No account of the method",),
            settings=_SHORT,
        ),
        Example(
            "# Executive Summary\n\nIn short.\n\n# Methodology\n\nReports were read.\n\n"
            "# Chronology\n\nMay: a visit.\n\n# Lessons Learned\n\nLesson 1: Visits matter.\n\n"
            "# Recommendations\n\n1. The Board should publish this.",
            role=None,
            marks=("No analysis",),
            settings=_SHORT,
        ),
        Example(
            "# Summary\n\nIn short.\n\n# Terms of reference\n\nTwo years.\n\n"
            "# Appraisal of practice\n\nVisits were short because cars were shared.\n\n"
            "# Next steps\n\nThe Council should buy a car.",
            role=None,
            marks=("No findings",),
            settings=_SHORT,
        ),
        Example(
            "# At a glance\n\nIn short.\n\n# Review process\n\nTwo events were held.\n\n"
            "# Themes\n\nWorkload.\n\n# Findings\n\n## Finding 1\n\nToo many cases a worker.\n\n"
            "# Conclusion\n\nThat is all.",
            role=None,
            marks=("No recommendations",),
            settings=_SHORT,
        ),
        Example(
            "# Introduction\n\nA baby was hurt.\n\n# Method\n\nWe met staff.\n\n# The story in brief"
            "\n\nHe fell.\n\n# Analysis\n\nThe ward was full.\n\n# Findings\n\n1. Beds were few.\n\n"
            "# Recommendations\n\n1. The Trust should count its beds.",
            role=None,
            marks=("No summary",),
        ),
        Example(
            "# Ward 7\n\nThe ward was full.\n\n# The drive home\n\nIt rained, and the bus "
            "did not come.",
            role=None,
            marks=("None of the parts",),
            settings=_SHORT,
        ),
        Example(
            "This report has no headings. It says what happened to a child in one long text, and "
            "goes on from there to what the Board should do about it.",
            role=None,
            marks=("None of the parts",),
            settings=_SHORT,
        ),
    )
    passed = (
        Example(
            "# Executive summary\n\nIn short.\n\n# How we went about it\n\nWe met the family.\n\n"
            "# What got in the way\n\n## Finding 1: Two systems\n\nNeither saw the other.\n\n"
            "# What needs to change\n\nRecommendation 1: The Trust should join them.",
            role=None,
            settings=_SHORT,
        ),
        Example(
            "# Summary and introduction\n\nIn short.\n\n# The review process\n\nReports.\n\n"
            "# Findings and analysis\n\n1. Beds were short.\n\n2. So were staff.\n\n"
            "# Conclusions and recommendations\n\n1. The Board should count beds.",
            role=None,
            settings=_SHORT,
        ),
        Example(
            "# Overview\n\nIn short.\n\n# Introduction\n\n## Methodology\n\nReports.\n\n"
            "# Appraisal of professional practice\n\nGood on the whole.\n\n# The findings\n\n"
            "## Finding 1\n\nForms hide children.\n\n### Questions for the Board\n\n"
            "- Does the form still hide them?",
            role=None,
            settings=_SHORT,
        ),
        Example(
            "# Headline learning\n\nIn short.\n\n# Scope and terms of reference\n\nOne year.\n\n"
            "# Analysis of practice against the terms of reference\n\nThe clinic moved.\n\n"
            "# Practice and organisational learning\n\n1. Moves lose letters.\n\n"
            "# Improving systems and practice\n\n1. The Board should follow moves.",
            role=None,
            settings=_SHORT,
        ),
        Example(
            "# 1. Key points\n\nIn short.\n\n# 2. How this review was conducted\n\nInterviews.\n\n"
            "# 3. Why it happened\n\nFear.\n\n# 4. Learning\n\n4.1 Fear is not talked about.\n\n"
            "# 5. Priorities for action\n\n5.1 The Trust should talk about it.",
            role=None,
            settings=_SHORT,
        ),
        Example("The health visitor was told in May that the family had moved."),
        Example("# Findings\n\nFinding 1: The form hid the child.", role=None),
    )

    def check(self, draft: Draft) -> Iterator[Finding]:
        if not is_whole(draft, self.limit["words"]):
            return
        present = _parts_named(draft)
        missing = [part for part in _PARTS if part not in present]
        if len(missing) == len(_PARTS):
            yield self.finding(
                draft,
                [],
                "None of the parts of a review can be told from the headings: summary, method, "
                "analysis, findings or recommendations.",
                "Consider headings that say what each part is, set with Word's heading styles.",
            )
            return
        for part in missing:
            what, instead = _PARTS[part]
            yield self.finding(draft, [], f"No {what} can be told from the headings.", instead)


def _parts_named(draft: Draft) -> set[Role]:
    """The roles of the draft's sections, and those that its headings name besides."""
    present: set[Role] = set()
    for section in draft.sections:
        if section.heading is not None and section.role is not Role.CONTENTS:
            present |= {section.role}
            if section.role not in _STORY:  # "The story in brief" sums up no report
                present |= head_roles(section.title)
    if draft.review_findings:
        present.add(Role.FINDINGS)
    if draft.recommendations or asks_questions(draft):
        present.add(Role.RECOMMENDATIONS)
    return present
