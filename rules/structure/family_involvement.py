"""A review says how the family took part, or why it did not."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from scr_lint import Draft, Example, Finding, Layer, Role, Rule, Severity
from scr_lint.about_review import Part, family_part, is_whole, where_it_stands

_REST = (
    "\n\n# What happened\n\nMother rang the surgery twice. The parents did not engage with the "
    "service, and Father was not contacted.\n\n# Findings\n\n1. Visits were short.\n"
)
_SUGGESTION = (
    "Consider a few sentences on who was asked, how and when, what they chose to say, or why they "
    "were not asked or did not want to."
)


def _method(text: str) -> Example:
    """A short draft whose account of the method says this."""
    return Example(
        f"# Introduction\n\nA baby was hurt.\n\n# How the review was done\n\n{text}{_REST}",
        role=None,
    )


class FamilyInvolvement(Rule):
    """Nothing says how the family took part in the review, or why it did not.

    Why: Parents, brothers and sisters and grandparents know what no record holds, and a report
    about them without them is hard to defend. Quality Marker 12 asks for the reasons to be
    documented where family members were not involved.

    Instead: Say who in the family was invited and how, who met the reviewers, who declined or could
    not be reached, and whether a trial meant that they were asked later.

    Leaves alone: Any wording that says so: they met, wrote, read the draft, declined, did not
    answer, could not be found, will be asked after a trial. What the family “told us” anywhere in
    the draft. Extracts: fewer than three parts of a report and under 1,500 words, a default of
    this project and not guidance.
    """

    code = "STR009"
    name = "family-involvement"
    severity = Severity.ADVICE
    basis = ("QM12.8",)
    layers = Layer.TEXT
    limits: ClassVar = {"words": 1500}

    flagged = (
        _method("Nine agencies wrote a report and 31 members of staff were interviewed."),
        _method("The panel met five times. It asked how far the parents had been consulted."),
        _method("Family members were not involved in the review."),
        _method("The terms of reference ask: were the mother’s views sought by each agency?"),
        _method("We read the records of the family held by five services."),
        _method("Mother took part in a parenting course and read the plan."),
        _method("The reviewers spoke with staff who had met the mother at the LAC review."),
    )
    passed = (
        _method("Mother met the reviewers twice and has read this report."),
        _method("The parents were invited by letter to contribute to the review. Neither replied."),
        _method("Father said no, through his solicitor, when we asked to hear from him."),
        _method("The family will be approached after the trial, on the advice of the police."),
        _method("It was not possible to involve the family, because criminal proceedings go on."),
        _method("The maternal grandparents chose not to take part in the review."),
        _method("Both parents’ contribution to this review has shaped the second finding."),
        _method("Her aunt could not be traced and so no view of hers is in the report."),
        Example(
            "# Introduction\n\nA boy was hurt.\n\n# What happened\n\nHe fell.\n\n# Analysis\n\n"
            "His grandmother told the lead reviewer that nobody had rung her.",
            role=None,
        ),
        _method("Seen: both parents, apart. One grandmother."),
        _method("Staff were seen. Children told us that they like the clinic."),
        _method(
            "Inspectors read files. Inspectors met staff. Inspectors held discussions with care leavers."
        ),
        _method("It was the family’s choice to have no part. They said so through their imam."),
        Example("Nine agencies wrote a report.", Role.METHODOLOGY),
    )

    def check(self, draft: Draft) -> Iterator[Finding]:
        if not is_whole(draft, self.limit["words"]):
            return
        part = family_part(draft, self.settings.names)
        if part is Part.TOLD:
            return
        yield self.finding(
            draft,
            where_it_stands(draft, Role.METHODOLOGY, Role.INTRODUCTION, Role.SUMMARY),
            "Nothing says how the family took part in the review, or why it did not."
            if part is Part.SILENT
            else "The draft says that the family did not take part, and not why.",
            _SUGGESTION,
            confidence=0.8,
        )
