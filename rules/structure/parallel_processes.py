"""A review says what a trial, an inquest or another review meant for it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from scr_lint import Draft, Example, Finding, Layer, Role, Rule, Severity
from scr_lint.about_review import is_whole, other_processes, says_effect
from scr_lint.lists import listed

_FINDINGS = "\n\n# Findings\n\n1. Visits were short.\n"


def _method(text: str, story: str = "A baby was hurt.") -> Example:
    """A short draft whose account of the method says this."""
    return Example(
        f"# Introduction\n\nThe purpose is to learn.\n\n# Method\n\n{text}\n\n# What happened\n\n"
        f"{story}{_FINDINGS}",
        role=None,
    )


class ParallelProcesses(Rule):
    """A trial, an inquest or another review is mentioned, and not what it meant for this review.

    Why: A trial may keep reviewers from speaking with the people who know most, an inquest may
    hold up publication, another review may have asked the same staff the same questions. Readers
    who are not told cannot judge what the review could know. Quality Marker 9 asks the report to
    acknowledge interaction with other reviews and any impact.

    Instead: Say in a sentence or two what the process changed: when people could be seen, what was
    left out, what was shared, when the report can be published; or that it changed nothing.

    Leaves alone: Drafts that mention no such process. Any wording of an effect on the timing, the
    scope, the evidence or the publication, and of none. Earlier convictions and court orders in the
    story of the case; what is said of courts and coroners in general. Extracts: fewer than three
    parts of a report and under 1,500 words, a default of this project and not guidance.
    """

    code = "STR010"
    name = "parallel-processes"
    severity = Severity.ADVICE
    basis = ("QM9.8",)
    layers = Layer.TEXT
    limits: ClassVar = {"words": 1500}

    flagged = (
        _method("An inquest has been opened.", "She died in May."),
        _method(
            "Criminal proceedings ran at the same time as the review.",
        ),
        _method("Staff were seen.", "Her stepfather was convicted of her manslaughter in 2014."),
        _method("A domestic homicide review has been commissioned by the community safety body."),
        _method("The Independent Office for Police Conduct is looking at the police’s part in it."),
        _method("Two youths await trial. No date has been set for the trial."),
        _method("The panel has been kept informed of the trial, which is listed for June."),
        _method(
            "Records were read.",
            "The coroner found in March that he had died from his injuries. Both parents were "
            "sentenced at the Crown Court.",
        ),
    )
    passed = (
        _method("The review was delayed by five months while the trial took place."),
        _method("There is to be an inquest. The report will be published after it has ended."),
        _method("A police investigation was under way, so Father could not be interviewed by us."),
        _method("The criminal trial had ended before the review began and had no effect on it."),
        _method("The domestic homicide review shared its chronology with us."),
        _method("A serious incident investigation by the Trust informed this review."),
        _method(
            "Staff were seen.", "The clinic serves those involved in the criminal justice system."
        ),
        _method("Staff were seen.", "He had been convicted of theft as a young man."),
        _method("How a child died is a matter for coroners and criminal courts, not for reviews."),
        _method(
            "There are no criminal proceedings, and the coroner does not need to hold an inquest."
        ),
        _method("Nobody has been charged. These are places in which no one is on trial."),
        Example("An inquest has been opened.", Role.METHODOLOGY),
    )

    def check(self, draft: Draft) -> Iterator[Finding]:
        if not is_whole(draft, self.limit["words"]):
            return
        mentions = other_processes(draft)
        if not mentions or says_effect(draft):
            return
        said = listed(mention.process.value for mention in mentions)
        yield self.finding(
            draft,
            [mention.span for mention in mentions],
            f"The draft mentions {said}, and does not say what that meant for this review.",
            "Consider a sentence on what it changed: when people could be seen, what was left out or "
            "shared, when the report can be published; or say that it changed nothing.",
            confidence=0.7,
        )
