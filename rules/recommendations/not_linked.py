"""Recommendations answer what the review found."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from statistics import median

from scr_lint import Draft, Example, Finding, Layer, Role, Rule, Severity
from scr_lint.answers.links import Tie, tied, ties
from scr_lint.draft import count_words
from scr_lint.structure.items import label_of

from .places import asks_for_something, span_of, title_of

#: How sure it must be that a recommendation answers a finding: chosen by the figures on files that
#: the weights were learnt without (`learning/ties.py --check`).
LEAST = 0.34
#: Findings as long as this are chapters, which share words with anything. A default of this project.
_CHAPTER = 800


def _report(findings: Sequence[str], recommendations: Sequence[str]) -> Example:
    """A draft with these findings and recommendations."""
    found = "\n\n".join(f"Finding {n}: {text}" for n, text in enumerate(findings, 1))
    asked = "\n\n".join(f"Recommendation {n}: {t}" for n, t in enumerate(recommendations, 1))
    return Example(f"# Findings\n\n{found}\n\n# Recommendations\n\n{asked}\n", role=None, marks=())


class NotLinked(Rule):
    """A recommendation that is tied to none of the review's findings.

    Why: Quality Marker 14 asks for recommendations that reflect the priorities and address the
    explanations that the analysis found. One that answers no finding rests on nothing the reader
    can check, and takes up the room of one that does.

    Instead: consider saying which finding it answers ("Finding 3"), adding the finding that led to
    it, or leaving it out; what is worth doing anyway can be told to the agency by letter.

    Leaves alone: recommendations that name a finding by its number, stand under it or in its row,
    or come nearer to one in what they say than to none: by rare words that both use or words of like
    meaning, the more so where nothing else answers that finding; drafts without findings of their own, where that is what
    matters, or whose findings are whole chapters;
    questions to the Board.

    Contested: a general recommendation (more training, better information sharing) can be said to
    follow from every finding. If so the reader should be told, as otherwise it follows from none.
    """

    code = "REC007"
    name = "not-linked"
    severity = Severity.WARNING
    basis = ("QM14.3", "QM14.4")
    layers = Layer.PARSE

    flagged = (
        _report(
            [
                "Dental records were kept on a system of their own, which no other service could open."
            ],
            [
                "The Trust should let the school nurse open dental records.",
                "The Council should renew its website.",
            ],
        ),
        _report(
            ["Interpreters were booked by the hour and left early.", "The ward kept no list."],
            ["All staff should attend level 2 training."],
        ),
        _report(
            ["Night staff came from an agency and changed each week."],
            ["The Board should publish its newsletter four times a year."],
        ),
        _report(
            [
                "Bail addresses are not checked against the school roll.",
                "Custody records are kept on paper.",
                "Sergeants share one telephone.",
            ],
            [
                "The police should check bail addresses with the school. (Finding 1)",
                "The police should keep custody records on a computer. (Finding 2)",
                "Police officers should be aware of neglect.",
            ],
        ),
        Example(
            "# Learning\n\n| No. | Learning |\n|---|---|\n"
            "| 1 | The ambulance service had no code for neglect. |\n\n"
            "# Recommendations\n\n| Recommendation | Meets learning |\n|---|---|\n"
            "| Add a code for neglect. | 1 |\n| Buy a second minibus. | - |\n",
            role=None,
            marks=("minibus",),
        ),
        _report(
            ["The clinic wrote to a deaf mother in English.", "The teacher who signed was cut."],
            ["The Council should review what it charges for parking."],
        ),
    )
    passed = (
        _report(
            [
                "Dental records were kept on a system of their own, which no other service could open."
            ],
            ["The Trust should let the school nurse open dental records."],
        ),
        _report(
            ["Interpreters were booked by the hour and left early.", "The ward kept no list."],
            ["The Council should change its contract (Findings 1 and 2)."],
        ),
        Example("Recommendation 1: The Council should renew its website.", Role.RECOMMENDATIONS),
        Example(
            "# Findings\n\n## Finding 1: The van came once a week\n\nIt was broken.\n\n"
            "Recommendation 1: The charity should buy another.\n\n## Finding 2: Keys were lost\n\n"
            "Nobody kept a set.\n\nRecommendation 2: The landlord should keep one.\n",
            role=None,
        ),
        Example(
            "# Learning\n\n| No. | Learning |\n|---|---|\n| 1 | Volunteers were not told. |\n\n"
            "# Recommendations\n\n| Recommendation | Meets learning |\n|---|---|\n"
            "| Print a number on every badge. | 1 |\n",
            role=None,
        ),
        _report(
            ["Supervision of midwives had lapsed.", "Growth charts were on paper."],
            ["Midwives should be supervised each month.", "Replace the paper charts."],
        ),
    )

    def check(self, draft: Draft) -> Iterator[Finding]:
        lengths = [count_words(own.text) for own in draft.review_findings]
        if not lengths or median(lengths) > _CHAPTER:
            return
        for item, found in zip(draft.recommendations, ties(draft), strict=True):
            if tied(found) >= LEAST or not asks_for_something(draft, item):
                continue
            yield self.finding(
                draft,
                span_of(draft, item),
                f"{title_of(item)} is tied to none of the findings, by number, place or words.",
                f"Consider saying which finding it answers, or whether it is needed. {_near(draft, found)}",
                confidence=0.7,
            )


def _near(draft: Draft, found: Sequence[Tie]) -> str:
    """The finding that comes nearest, where one shares anything worth telling."""
    if not found or found[0].sure < 0.15:
        return "Nothing in the findings speaks of its matter."
    own = draft.review_findings[found[0].finding]
    label = label_of(f"{own.label} ")
    name = label.text if label else f"“{' '.join(own.text.split()[:8])} …”"
    words = found[0].words[:3]
    return f"Nearest comes {name} ({', '.join(words)})." if words else f"Nearest comes {name}."
