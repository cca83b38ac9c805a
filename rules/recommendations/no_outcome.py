"""Recommendations say what will be different for children."""

from __future__ import annotations

from collections.abc import Iterator

from scr_lint import Draft, Example, Finding, Layer, Role, Rule, Severity
from scr_lint.requests.outcome import says_outcome

from .places import asks_for_something, span_of, title_of

_R = Role.RECOMMENDATIONS


class NoOutcome(Rule):
    """A recommendation that does not say what difference it should make to children or families.

    Why: the national panel criticised recommendations that "lack focus". An action without an end
    can be done to the letter, and be reported as done, while nothing changes for a child; nor can
    anybody think of a better way to the same end.

    Instead: consider adding what it is for ("…, so that every baby is seen where it sleeps") or how
    you will know ("the test will be whether fewer children go missing a third time").

    Leaves alone: "so that" and the like; what children or parents will then have or be spared; a
    measure, or a look after a time at whether it is used or has helped; asking families themselves; an outcome column with something in it; questions to the
    Board. A purpose of the services' own ("in order to comply with the guidance") is none.

    Contested: the panel and its successors praise recommendations whose impact can be evaluated.
    Quality Marker 14 warns that the drive for SMART recommendations, measurable among the rest,
    can deter from a full exploration of complex problems: what matters most is not always what
    can be counted.
    """

    code = "REC006"
    name = "no-outcome"
    severity = Severity.ADVICE
    basis = ("PANEL.5", "QM14.smart")
    layers = Layer.PARSE

    flagged = (
        Example("Recommendation 1: The Trust should rewrite its discharge letter by May.", _R),
        Example(
            "Recommendation 2: In order to comply with the guidance, the Council should appoint a "
            "lead officer.",
            _R,
        ),
        Example("Recommendation 3: The Board should adopt an outcomes framework.", _R),
        Example(
            "Recommendation 4: CAMHS to use the new tool, which asks about the impact of drinking "
            "on children.",
            _R,
        ),
        Example(
            "# Recommendations\n\n| Recommendation | Lead | Outcome |\n|---|---|---|\n"
            "| Replace the referral form. | The Council | TBC |\n",
            role=None,
        ),
        Example(
            "Recommendation 5: So serious is the delay that the Director should write to the "
            "Minister about it.",
            _R,
        ),
        Example("Recommendation 7: Replace the form. Outcome: improved communication.", _R),
        Example("Recommendation 8: Remember that a foster carer's child may be lonely.", _R),
        Example("Recommendation 6: The police should audit fifty missing reports each year.", _R),
        Example(
            "Recommendation 9: The Council should check by May whether its policy has a named lead.",
            _R,
        ),
        Example(
            "Recommendation 10: Midwives should check whether a child has a passport within ten days.",
            _R,
        ),
    )
    passed = (
        Example(
            "Recommendation 9: The Council should open the record to the clinic, and check after six months whether it is used.",
            _R,
        ),
        Example(
            "Recommendation 10: The police should send notices in a day, and sample forty each spring to see if schools acted on them.",
            _R,
        ),
        Example(
            "Recommendation 11: Pair new workers, and report in December on whether notices are being read together.",
            _R,
        ),
        Example(
            "Recommendation 1: The Trust should rewrite its letter so that parents know whom to "
            "ring at night.",
            _R,
        ),
        Example(
            "Recommendation 2: The Council should pay for a second play worker. Children in the "
            "hostel will then have somewhere to go after school.",
            _R,
        ),
        Example(
            "# Recommendations\n\n| Recommendation | Lead | Intended outcome |\n|---|---|---|\n"
            "| Replace the form. | The Council | Every child is named on it |\n",
            role=None,
        ),
        Example(
            "Recommendation 3: The police should keep one list. The test will be whether fewer "
            "girls go missing twice.",
            _R,
        ),
        Example("Recommendation 4: Open a night clinic, so no baby waits until Monday.", _R),
        Example(
            "Recommendation 5: The Board should ask thirty parents each year what help reached "
            "them and publish the answers.",
            _R,
        ),
        Example("Recommendation 6: Replace the form. Measure: children are seen sooner.", _R),
        Example(
            "Recommendation 7: The Trust should see that no child goes home without a named nurse.",
            _R,
        ),
        Example(
            "Recommendation 8: Each room should have a telephone, which will give mothers a way to "
            "ring for help; calls answered will be the measure.",
            _R,
        ),
        Example("How will the Board know that help has come?", _R),
        Example(
            "# Recommendations\n\n| What is to be done | Who | What will be different |\n|---|---|---|\n"
            "| Pay for a play worker. | The Council | They have somewhere to go |\n",
            role=None,
        ),
        Example(
            "Recommendation 9: Put the plan on one page. Teachers can then show it to the child.",
            _R,
        ),
        Example("Recommendation 10: Move the clinic; missed visits should fall to zero.", _R),
    )

    def check(self, draft: Draft) -> Iterator[Finding]:
        for item in draft.recommendations:
            if asks_for_something(draft, item) and not says_outcome(draft, item):
                yield self.finding(
                    draft,
                    span_of(draft, item),
                    f"{title_of(item)} does not say what should be different for children.",
                    "Consider adding what it is for (“so that every …”), or how you will know that "
                    "it has helped. Not all that matters can be counted: a sentence is enough.",
                    confidence=0.75,
                )
