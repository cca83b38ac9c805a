"""Findings that reach few kinds of contributory factor."""

from __future__ import annotations

from collections.abc import Iterator

from scr_lint import Draft, Example, Finding, Role, Rule, Severity
from scr_lint.causes.explanation import explain
from scr_lint.causes.factors import FactorKind

from .places import place_of

# What each kind is called, and what a reviewer would ask to find out about it.
_KINDS = {
    FactorKind.TASK: ("the task", "what made this piece of work hard for anybody?"),
    FactorKind.TOOLS: ("tools and records", "what did the form, the system or the policy allow?"),
    FactorKind.TEAM: ("the team", "who thought that another would, and who was in the lead?"),
    FactorKind.WORKLOAD: ("workload", "how much else was there to do, and with how many people?"),
    FactorKind.MANAGEMENT: ("management", "what was asked for, counted, praised or allowed?"),
    FactorKind.ORGANISATION: ("the organisation", "what was usual here, and who paid for what?"),
    FactorKind.FAMILY_PROFESSIONAL: (
        "the family and those who worked with them",
        "what did they feel towards each other, and what did that make hard?",
    ),
    FactorKind.JUDGEMENT: ("judgement", "what did it look like at the time, and why?"),
}


class NarrowFactors(Rule):
    """Findings that between them reach few kinds of contributory factor.

    Why: Quality Marker 13 asks for explanations that call on a range of factors of the task, the
    tools and the organisation. Where all findings are about one kind, the others have seldom been
    ruled out; more often nobody has asked about them, and the remedies are of one kind as well.

    Instead: Take the kinds that no finding reaches, in the message, and ask of each whether it
    played a part here. Where it did, say so in the finding it belongs to. Where it did not, a
    sentence in the analysis shows that it was looked for.

    Leaves alone: Drafts with fewer than three findings. Individual skill and training are not
    counted among the kinds. Fewer than four kinds of eight is a default of this project, which
    settings may change; no guidance gives a number.

    Contested: A review may have good reason to go deep into one matter: a narrow finding that
    explains is worth more than eight factors named in passing. What is read here is words, so a
    kind may have been reached in words that the linter does not know.
    """

    code = "FND008"
    name = "narrow-factors"
    severity = Severity.ADVICE
    basis = ("QM13.5", "QM14.4")
    limits = {"kinds": 4, "findings": 3}

    flagged = (
        Example(
            "Finding 1: Fathers were missing because the form had one box for parents.\n\n"
            "Finding 2: Alerts were lost, as the system has no search function.\n\n"
            "Finding 3: The school did not refer.",
            role=Role.FINDINGS,
        ),
        Example(
            "Finding 1: Visits were short because each worker had 31 children.\n\n"
            "Finding 2: Letters were late owing to vacancies in the typing pool.\n\n"
            "Finding 3: Caseloads meant that nobody read the history.",
            role=Role.FINDINGS,
        ),
        Example(
            "Finding 1: Information was not shared.\n\nFinding 2: Procedures were not followed.\n\n"
            "Finding 3: The voice of the child was not heard.\n\nFinding 4: Staff lacked training.",
            role=Role.FINDINGS,
        ),
        Example(
            "Finding 1: Staff were reluctant to ask, since they were afraid of a complaint.\n\n"
            "Finding 2: The midwife was exhausted and saw what she hoped to see.\n\n"
            "Finding 3: Optimism about the placement led to the review being put off.",
            role=Role.FINDINGS,
        ),
        Example(
            "# What we learned\n\n## Learning point 1: Handover\n\nEach team thought the other was "
            "visiting.\n\n## Learning point 2: The lead\n\nNobody knew who was in the lead.\n\n"
            "## Learning point 3: Records\n\nRecords were incomplete.",
            role=None,
        ),
        Example(
            "1. The register was not taken.\n\n2. Father was not seen because visits were made by "
            "day.\n\n3. Minutes went to the wrong address, the database being out of date.",
            role=Role.FINDINGS,
        ),
    )
    passed = (
        Example(
            "Finding 1: Fathers were missing because the form had one box for parents.\n\n"
            "Finding 2: Visits were short because each worker had 31 children.\n\n"
            "Finding 3: Staff were afraid of a complaint and so did not ask; a target for closures "
            "counted for more than what was in the file.",
            role=Role.FINDINGS,
        ),
        Example(
            "Finding 1: Why did nobody ring? Each agency assumed that another was in the lead, the "
            "duty desk had six vacancies and the form had no space for it.\n\n"
            "Finding 2: The worker was fond of Mother and dreaded losing her trust.\n\n"
            "Finding 3: Letters went astray.",
            role=Role.FINDINGS,
        ),
        Example(
            "Finding 1: Information was not shared.\n\nFinding 2: Procedures were not followed.",
            role=Role.FINDINGS,
        ),
        Example("Four referrals were closed within the day.", role=Role.ANALYSIS),
        Example(
            "Finding 1: The rota had gaps.\n\nFinding 2: The form asked for one name.\n\n"
            "Finding 3: Nobody spoke to the aunt.",
            role=Role.FINDINGS,
            settings={"limits": {"FND008": {"kinds": 1}}},
        ),
        Example(
            "Finding 1: The referral came back because the form had no box for it.\n\n"
            "Finding 2: Each agency assumed that another was in the lead.\n\n"
            "Finding 3: With three vacancies the team had no time to visit.\n\n"
            "Finding 4: A target for closures meant that cases were stepped down.",
            role=Role.FINDINGS,
        ),
    )

    def check(self, draft: Draft) -> Iterator[Finding]:
        found = draft.review_findings
        if len(found) < self.limit["findings"]:
            return
        explanations = explain(draft, [own.blocks for own in found])
        reached = {
            kind: [
                own.label for own, why in zip(found, explanations, strict=True) if kind in why.kinds
            ]
            for kind in _KINDS
        }
        kinds = [kind for kind, labels in reached.items() if labels]
        if len(kinds) >= self.limit["kinds"]:
            return
        yield self.finding(
            draft,
            place_of(draft, found[0]),
            f"The {len(found)} findings reach {len(kinds) or 'none'} of the {len(_KINDS)} kinds of "
            f"contributory factor. {_table(reached)}",
            " ".join(
                f"On {name}: {question}"
                for kind, (name, question) in _KINDS.items()
                if kind not in kinds
            ),
            confidence=0.7,
        )


def _table(reached: dict[FactorKind, list[str]]) -> str:
    """Which kinds are reached, and by how many findings."""
    counts = (f"{_KINDS[kind][0]}: {len(labels) or 'none'}" for kind, labels in reached.items())
    return "Findings that reach each: " + "; ".join(counts) + "."
