"""Findings that explain by individual skill alone."""

from __future__ import annotations

from collections.abc import Iterator

from scr_lint import Draft, Example, Finding, Role, Rule, Severity
from scr_lint.causes.explanation import explain
from scr_lint.causes.factors import FactorKind
from scr_lint.causes.weighing import LEAST, blames

from .labels import find_labels
from .places import place_of, row_of, set_out, title_of

_SURE = 0.75


class SkillsOnly(Rule):
    """A finding whose every explanation is individual skill, training or compliance.

    Why: "They had not been trained and did not follow the procedure" is true of somebody in nearly
    every case, and the remedy it leads to (train them, remind them) is the one that reviews have
    recommended most and that has changed least. Quality Marker 13 asks for the task, the tools and
    the organisation as well: what would have made it hard for a skilled person too?

    Instead: Ask what stood between people who knew what to do and doing it; or, where they did not
    know, how it came about that nobody here did: who trains, who has time to attend, what the
    system rewards, whether the procedure can be used by those it is written for.

    Leaves alone: A finding that names anything else of the work besides, that says staff knew or had
    been trained, or that weighs skill as one part of the answer. All that it says of skill and of
    the work is weighed together, with weights learnt from findings that people marked. Findings
    without any explanation are FND001's, a label such as "lack of professional curiosity" is FND002's.

    Contested: Sometimes want of skill is the honest answer, above all in rare conditions. The
    Quality Markers do not rule it out; they ask that it not be the only thing looked for.
    """

    code = "FND003"
    name = "skills-only"
    severity = Severity.ADVICE
    basis = ("QM13.5", "QM14.4")

    flagged = (
        Example(
            "Finding 1: Staff did not recognise the pattern because they had not been trained in "
            "coercive control.",
            role=Role.FINDINGS,
        ),
        Example(
            "Finding 2: The midwife was not aware of the pathway. She did not follow it, and her "
            "manager did not know that she should.",
            role=Role.FINDINGS,
        ),
        Example(
            "## Finding 3: Growth charts\n\nWhy were they empty? Junior doctors lacked the knowledge "
            "to plot a growth chart and did not comply with the standard.\n\nRefresher training "
            "will be arranged.",
            role=Role.FINDINGS,
        ),
        Example(
            "Finding 4: The decision to close was the result of inexperience and of a lack of "
            "analytical skill on the part of the worker.",
            role=Role.FINDINGS,
        ),
        Example(
            "# Findings\n\n| Finding | Why |\n|---|---|\n"
            "| The log was not read. | Officers were unfamiliar with the system. |\n",
            role=None,
        ),
        Example(
            "Learning point 5: Teachers were not confident in asking about home. They had no "
            "training in it, and more training would have given them the words.",
            role=Role.FINDINGS,
        ),
        Example(
            "Finding 6: Workload was not a factor. The checks were missed through want of awareness "
            "and a failure to read the procedures.",
            role=Role.FINDINGS,
        ),
        Example(
            "Finding 7: The duty worker was newly qualified. She overlooked the second letter and did "
            "not recognise what the first one meant.",
            role=Role.FINDINGS,
        ),
        Example(
            "Finding 8: Clinicians did not feel equipped to challenge a plausible parent, nor had they "
            "been given any training in it.",
            role=Role.FINDINGS,
        ),
        Example(
            "Finding 9: The report was thin. Its author is not an experienced writer, and had she been better "
            "trained she would have set out the risk.",
            role=Role.FINDINGS,
        ),
        Example(
            "Finding 10: The crew were not compliant with the protocol, and this was the reason that no "
            "notification was made. It is a matter of individual competence.",
            role=Role.FINDINGS,
        ),
        Example(
            "Finding 11: The reason was that the young doctor was out of her depth. Nobody could have "
            "expected such judgement of her at that stage, and with more guidance in the interpretation "
            "of growth she would have acted.",
            role=Role.FINDINGS,
        ),
    )
    passed = (
        Example(
            "Finding 1: Staff had not been trained in coercive control, because the course was cut "
            "to pay for agency workers and nobody could be released from the rota.",
            role=Role.FINDINGS,
        ),
        Example(
            "Finding 2: The midwife had been trained in the pathway. It has nineteen steps and she "
            "had nine minutes.",
            role=Role.FINDINGS,
        ),
        Example(
            "Finding 3: Junior doctors lacked the knowledge to plot a chart. That is part of it; the "
            "rest is that the charts are kept in another clinic.",
            role=Role.FINDINGS,
        ),
        Example(
            "Finding 4: The case was closed early since the team was measured by its closures.",
            role=Role.FINDINGS,
        ),
        Example("Finding 5: The log was not read.", role=Role.FINDINGS),
        Example(
            "# Findings\n\n| Finding | Why |\n|---|---|\n"
            "| The log was not read. | Officers share one log-in, which locks after ten minutes. |\n",
            role=None,
        ),
        Example(
            "Finding 6: Teachers knew that they should ask. They had nowhere private to do it and "
            "were afraid of what a parent might say.",
            role=Role.FINDINGS,
        ),
        Example(
            "Finding 7: Social workers did not understand the payment rules, which exist in two "
            "conflicting versions, and with thirty cases each they had no time to find out.",
            role=Role.FINDINGS,
        ),
    )

    def check(self, draft: Draft) -> Iterator[Finding]:
        found = set_out(draft)
        passages = [row_of(draft, own) for _, own in found]
        for (_, own), blocks, why in zip(found, passages, explain(draft, passages), strict=True):
            labels = find_labels(draft, [draft.blocks[i] for i in blocks])
            likely = blames(self.code, draft, blocks, why, [label.piece for label in labels])
            # Where something of the work is firmly given as a cause, more is asked of the signs.
            other = any(
                f.kind is not FactorKind.SKILL for c in why.firmly.causes for f in c.factors
            )
            if likely < (_SURE if other else LEAST[self.code]):
                continue
            yield self.finding(
                draft,
                place_of(draft, own),
                f"{title_of(own)} explains by what individuals knew, could do or complied with, and "
                "by nothing else.",
                "What would have led a skilled and careful person to do the same? Look at the task, "
                "the tools, the workload, supervision and what the organisation rewards.",
                confidence=0.7,
            )
