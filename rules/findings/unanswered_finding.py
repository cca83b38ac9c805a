"""Findings that no recommendation or question takes up."""

from __future__ import annotations

from collections.abc import Iterator

from scr_lint import Draft, Example, Finding, Role, Rule, Severity
from scr_lint.answers.links import Answer, How, Question, Tie, answers, taken_up, ties

from .places import only_requires, place_of, set_out, title_of

#: How sure it must be that something takes a finding up. Set on the tuning half of the corpora.
_LEAST = 0.38


class UnansweredFinding(Rule):
    """A finding that no recommendation, and no question to the Board, takes up.

    Why: A review is asked what needs to happen so that harm is less likely to come again. A finding
    that nothing answers is read once; nobody is asked about it, and nobody reports on it.

    Instead: Add a recommendation or a question, say which finding each one answers ("Finding 3"),
    or say why this finding needs none: it has been dealt with since, or the Board cannot act on it.

    Leaves alone: A finding that a recommendation names by its number, that one stands under or
    beside, or that one is likely about, by rare words that both use or words of like meaning; findings that ask for something themselves; and
    drafts with neither recommendations nor questions, where the missing section is what matters.

    Contested: Not every finding needs an action of its own. Research on 20 reviews with 931
    recommendations found that their number was part of the problem, and several findings may well
    share one answer. What matters is that the reader can see which.
    """

    code = "FND007"
    name = "unanswered-finding"
    severity = Severity.ADVICE
    basis = ("QM14.3", "WT2015.p79-why")

    flagged = (
        Example(
            "# Findings\n\nFinding 1: Dental records were kept on a system of their own, which no "
            "other service could open.\n\nFinding 2: The stairwell light had been broken since the "
            "spring and visitors would not climb to the flat after dark.\n\n# Recommendations\n\n"
            "Recommendation 1: The Integrated Care Board should give the safeguarding nurse read "
            "access to dental records.",
            role=None,
            marks=("stairwell",),
        ),
        Example(
            "# Findings\n\n1. Sibling groups were split because the larger homes were full.\n\n"
            "2. Interpreters were booked by the hour and left before the end.\n\n"
            "# Recommendations\n\n1. The Council should buy interpreting by the visit and not by "
            "the hour (finding 2).\n\n2. The Board should publish this report.",
            role=None,
            marks=("Sibling groups",),
        ),
        Example(
            "# Learning\n\n| No. | Learning |\n|---|---|\n"
            "| 1 | The ambulance service had no code for neglect. |\n"
            "| 2 | Volunteers were not told whom to ring. |\n\n"
            "# Recommendations\n\n| Recommendation | Meets learning |\n|---|---|\n"
            "| Print a telephone number on every volunteer's badge. | 2 |\n",
            role=None,
            marks=("ambulance",),
        ),
        Example(
            "# Findings\n\n## Finding 1: Bail addresses are not checked against the school roll\n\n"
            "The custody software has no map.\n\n## Finding 2: Court reports come late\n\n"
            "Solicitors dispute the fee, and the expert waits.\n\n# Questions for the Board\n\n"
            "1. How might the custody software be made to show schools?",
            role=None,
            marks=("Court reports come late",),
        ),
        Example(
            "# Findings\n\n- **Weekends.** The ward has no social worker from Friday to Monday.\n"
            "- **Medication.** Repeat prescriptions are issued without anyone's being seen.\n\n"
            "# Recommendations\n\n- The Trust should fund a social worker for the ward at weekends.\n"
            "- The catering committee should redesign its newsletter.",
            role=None,
            marks=("Medication",),
        ),
        Example(
            "# Findings\n\nLearning point 1: Uncle Y was never spoken to, as the form asks for "
            "parents only.\n\nLearning point 2: A grant for nappies ran out in March.\n\n"
            "# Action plan\n\nRecommendation 1: Midwives to ask every mother about uncles, cousins "
            "and lodgers (LP1).",
            role=None,
            marks=("nappies",),
        ),
    )
    passed = (
        Example(
            "# Findings\n\nFinding 1: Letters about appointments go to the address given at "
            "booking.\n\n# Recommendations\n\nRecommendation 1 (Finding 1). The clinic should ask "
            "where the family lives at each visit.",
            role=None,
        ),
        Example(
            "# Findings\n\nFinding 1: Fire officers saw the children's beds in the cellar and had "
            "nobody to tell.\n\n# Recommendations\n\nRecommendation 1: The fire service should have "
            "a named person to tell about children who sleep in a cellar.",
            role=None,
        ),
        Example(
            "# Findings\n\n## Finding 1: Tooth decay was put down to sweets\n\nDentists see twelve "
            "children an hour.\n\n### Questions for the Board\n\n1. Does the Board know how long a "
            "dentist has for each child?\n\n## Finding 2: Nobody read the taxi log\n\nIt was kept "
            "by the contractor.\n\n### Questions for the Board\n\n1. Who could read the taxi log?",
            role=None,
        ),
        Example(
            "# Findings\n\nFinding 1: The form has one box.\n\nFinding 2: The clock turns red.\n\n"
            "# Recommendations\n\n1. The Council should rethink both (Findings 1 and 2).",
            role=None,
        ),
        Example(
            "Finding 1: Night staff came from an agency and changed each week.",
            role=Role.FINDINGS,
        ),
        Example(
            "# Learning points\n\nLearning point 1: Agencies must tell a school on the day that a "
            "pupil is excluded.\n\n# Recommendations\n\nRecommendation 1: The Board should audit "
            "how carers are told of a placement's end.",
            role=None,
        ),
        Example(
            "# Findings\n\nLearning point 1: The van came on Tuesdays only.\n\nRecommendation 1: "
            "The charity should send it twice a week.\n\nLearning point 2: Keys were lost.\n\n"
            "Recommendation 2: The landlord should keep a spare set.",
            role=None,
        ),
    )

    def check(self, draft: Draft) -> Iterator[Finding]:
        items = answers(draft)
        if not items:
            return
        found = [
            [tie for tie in own if _concerns(item, tie)]
            for item, own in zip(items, ties(draft, items), strict=True)
        ]
        for at, own in set_out(draft):
            if taken_up(found, at) < _LEAST and not only_requires(draft, own):
                yield self.finding(
                    draft,
                    place_of(draft, own),
                    f"{title_of(own)} is taken up by no recommendation or question: none names it "
                    "or is about the same matter.",
                    "Who could act on it? Add a recommendation or a question, write the finding's "
                    "number beside the one that answers it, or say why none is needed.",
                    confidence=0.7,
                )


def _concerns(item: Answer, tie: Tie) -> bool:
    """Whether what stands under a finding is about it: a question may be about anything."""
    return tie.how is not How.PLACE or bool(tie.words) or not isinstance(item, Question)
