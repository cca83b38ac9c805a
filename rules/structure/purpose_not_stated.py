"""A review says that it is there to learn, and not to blame."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from scr_lint import Draft, Example, Finding, Layer, Role, Rule, Severity
from scr_lint.about_review import is_whole, says_purpose, where_it_stands

_REST = (
    "\n\n# How we did it\n\nStaff of five services were seen, and records were read.\n\n"
    "# What happened\n\nA baby was hurt at home.\n\n# Findings\n\n1. Visits were short.\n"
)


def _opening(text: str, heading: str = "Introduction") -> Example:
    """A short draft whose introduction says this."""
    return Example(f"# {heading}\n\n{text}{_REST}", role=None)


class PurposeNotStated(Rule):
    """Nothing in the draft says that the review is there to learn and improve, and not to blame.

    Why: Staff and families read a review with the question whose fault it was. Quality Marker 5
    asks that everybody knows from the outset that the purpose is organisational learning and
    improvement. A report that never says so is read as a verdict.

    Instead: Say in the introduction, in a sentence or two of your own, what the review is for and
    what it is not for, and name honestly what made that hard.

    Leaves alone: Any wording that says so, in any part but the story of the case: “so that people
    can learn”, “it does not decide who was to blame”, “not here to hold anyone to account”.
    Extracts: fewer than three parts of a report and under 1,500 words, a default of this project
    and not guidance.
    """

    code = "STR003"
    name = "purpose-not-stated"
    severity = Severity.ADVICE
    basis = ("QM5.0", "QM5.2")
    layers = Layer.TEXT
    limits: ClassVar = {"words": 1500}

    flagged = (
        _opening("The Board decided in June to review this case. An author was appointed."),
        _opening("This report concerns Child P, who was hurt when he was three months old."),
        _opening(
            "The criteria for a review were met, since a child had been seriously harmed and there "
            "was concern about how agencies had worked together."
        ),
        _opening(
            "The purpose of the visit was to improve her attendance. The review began in May.",
            "Circumstances leading to the review",
        ),
        _opening("Mother blamed the social worker, and did not learn of the review until March."),
        _opening(
            "Six agencies wrote a report. The author met the panel four times and thanks its members."
        ),
    )
    passed = (
        _opening("The purpose of this review is to learn, not to blame."),
        _opening("A review exists so that services can do better. It seeks lessons for everybody."),
        _opening("It is no part of our task to decide who was culpable.", "Why we wrote this"),
        _opening(
            "We hope that this series of inspections will identify learning that all can use."
        ),
        _opening("This is not an inquiry into how a child died or who was at fault."),
        _opening(
            "We were asked to look at what happened in order to prevent the same harm elsewhere."
        ),
        _opening(
            "Working Together makes plain that reviews are not conducted to hold individuals or "
            "agencies to account."
        ),
        _opening("Diben yr adolygiad yw dysgu gwersi, nid rhoi bai ar unrhyw un.", "Cyflwyniad"),
        _opening("What follows is about learning rather than fault; the review names no person."),
        _opening(
            "Learning, and only learning. Where a person acted in a way that we would not advise, "
            "we asked what made it sensible.",
            "How to read this",
        ),
        _opening("Persons are not the subject; ways of working are."),
        _opening("We sought no culprits. Allegations about conduct are for employers."),
        Example("The Board decided in June to review this case.", Role.INTRODUCTION),
    )

    def check(self, draft: Draft) -> Iterator[Finding]:
        if is_whole(draft, self.limit["words"]) and not says_purpose(draft):
            yield self.finding(
                draft,
                where_it_stands(draft, Role.INTRODUCTION, Role.SUMMARY, Role.METHODOLOGY),
                "Nothing says that the purpose of the review is learning, and not blame.",
                "Consider a sentence on what the review is for, and on what it is not for.",
                confidence=0.8,
            )
