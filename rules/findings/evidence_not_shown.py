"""Findings that do not show how they were reached."""

from __future__ import annotations

from collections.abc import Iterator

from scr_lint import Draft, Example, Finding, Role, Rule, Severity
from scr_lint.causes.weighing import LEAST, lacks

from .places import only_requires, place_of, row_of, set_out, title_of


class EvidenceNotShown(Rule):
    """A finding with no trace of how it was reached.

    Why: A reader who cannot see what a finding rests on can neither test it nor trust it. Quality
    Marker 13 asks for enough of the working-out to let others criticise the interpretation and
    bring counter-evidence; a finding that only asserts asks to be believed.

    Instead: Say how it is known: which records, who was heard (by their role), how many cases or
    files were looked at, what research says, or which paragraphs of the analysis show it. A clause
    will often do: "as the duty log and three of its workers told us".

    Leaves alone: A finding with any source, witness, quotation, count, citation or pointer to other
    paragraphs, in its own text or its row of a table; lessons that only ask for something; chapters
    of running paragraphs. "It is clear that", "the panel believes" and "the evidence suggests" name
    no source.

    Contested: Some reviews keep the evidence in the analysis and the findings short. A pointer to
    the paragraphs is then enough; without one, the reader of the findings has to guess which.
    """

    code = "FND004"
    name = "evidence-not-shown"
    severity = Severity.ADVICE
    basis = ("QM14.5", "QM13.7")

    flagged = (
        Example(
            "Finding 1: It is plain that the service had lost its way and that its staff no longer "
            "trusted their managers.",
            role=Role.FINDINGS,
        ),
        Example(
            "Finding 2: Because the clinic ran by appointment only, families with debts stayed away "
            "from it.",
            role=Role.FINDINGS,
        ),
        Example(
            "## Finding 3: Record keeping\n\nRecord keeping was poor. Files were incomplete and "
            "chronologies were out of date.\n\nThis led to drift.",
            role=Role.FINDINGS,
        ),
        Example(
            "Finding 4: The panel is of the view that deference to doctors prevented challenge, and "
            "that it had done so for years.",
            role=Role.FINDINGS,
        ),
        Example(
            "- **Fear.** Workers dreaded the visits and kept them short.\n"
            "- **Money.** The two teams had one budget and quarrelled over it.",
            role=Role.FINDINGS,
        ),
        Example(
            "# Findings\n\n| No. | Finding | Evidence |\n|---|---|---|\n"
            "| 1 | The rota hid the child from those on duty. | Duty log; two managers |\n"
            "| 2 | Housing did not see itself as part of the plan. | |\n",
            role=None,
            marks=("Housing",),
        ),
        Example(
            "Learning point 5: Information was not collected in a form that schools could use, and "
            "research on absence was ignored.",
            role=Role.FINDINGS,
        ),
        Example(
            "Finding 6: The review finds that practitioners lost sight of the unborn baby.",
            role=Role.FINDINGS,
        ),
    )
    passed = (
        Example(
            "Finding 1: Staff no longer trusted their managers. Nine of the fourteen whom we met "
            "had asked to be moved.",
            role=Role.FINDINGS,
        ),
        Example(
            "Finding 2: Families with debts stayed away from the clinic (see paragraph 4.12).",
            role=Role.FINDINGS,
        ),
        Example(
            "Finding 3: Chronologies were out of date. The file audit commissioned for this review "
            "found one in ten that reached the present year.",
            role=Role.FINDINGS,
        ),
        Example(
            "Finding 4: Deference to doctors prevented challenge. As one nurse put it, “you pick "
            "your battles, and that wasn’t mine”.",
            role=Role.FINDINGS,
        ),
        Example(
            "Finding 5: Workers dreaded the visits. Two of them explained to the reviewers how they "
            "would ring first and hope for no reply.",
            role=Role.FINDINGS,
        ),
        Example(
            "Finding 6: Neglect that builds up slowly is seldom acted upon (Brandon et al., 2014), "
            "and so it was here.",
            role=Role.FINDINGS,
        ),
        Example(
            "# Findings\n\n| Finding | Basis |\n|---|---|\n"
            "| The rota hid the child from those on duty. | Duty log; interviews |\n",
            role=None,
        ),
        Example(
            "Finding 7: The journey to the clinic takes half a day. The lead reviewer made it on a "
            "wet Tuesday, by two buses.",
            role=Role.FINDINGS,
        ),
        Example(
            "Finding 9: Staff were told to leave hotels alone. We have a copy of the instruction.",
            role=Role.FINDINGS,
        ),
        Example(
            "Finding 10: Signs of exploitation were written down (chronology, entries 41 to 77) and "
            "not brought together.",
            role=Role.FINDINGS,
        ),
        Example(
            "Learning point 8: Practitioners must write down how they know what they know.",
            role=Role.FINDINGS,
        ),
        Example(
            "Finding 11: The late shift was not relieved. Duty rosters supplied by the agency show nine such "
            "nights.",
            role=Role.FINDINGS,
        ),
    )

    def check(self, draft: Draft) -> Iterator[Finding]:
        for _, own in set_out(draft):
            likely = lacks(self.code, draft, row_of(draft, own))
            if likely < LEAST[self.code] or only_requires(draft, own):
                continue
            yield self.finding(
                draft,
                place_of(draft, own),
                f"{title_of(own)} does not show how it was reached: it names no source, count, "
                "account or paragraph.",
                "How is this known? Name the records, the people heard, the cases counted or the "
                "research, or point to the paragraphs of the analysis that show it.",
                confidence=likely,
            )
