"""Recommendations work on more than what people know."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from scr_lint import Draft, Example, Finding, Layer, Role, Rule, Severity
from scr_lint.requests.means import Means, means_of

from .places import asks_for_something, span_of

_NAMES = {
    Means.TRAINING: "training",
    Means.REMINDER: "reminders or awareness",
    Means.PROCEDURE: "procedures or guidance",
}


def _report(*recommendations: str) -> Example:
    """A draft with these recommendations."""
    asked = "\n\n".join(f"Recommendation {n}: {t}" for n, t in enumerate(recommendations, 1))
    return Example(f"# Recommendations\n\n{asked}\n", role=None)


class TrainingShare(Rule):
    """Recommendations most of which are training, reminders or procedures.

    Why: of 931 recommendations in 20 serious case reviews most were about procedures and training,
    and in studies of health care those are the weakest kinds: they ask people to try harder in the
    conditions that the review has just described. Quality Marker 13 asks for factors in tasks,
    tools and organisation, and not only skills and procedures. That more than half is too many is
    a default of this project, which settings may change (`share`); no guidance gives a number.

    Instead: look at what the findings say made good practice hard, and ask for that to change: a
    post, protected time, a shared record, a form that fits, who may decide, what is paid for.

    Leaves alone: fewer than four recommendations (`least`); a recommendation whose training goes
    with a change in how the work is set up; audits, posts, money, records.

    Contested: where staff truly were never shown how to do a task, training is the answer; and
    some hold that no list of recommendations is the best way to learn.
    """

    code = "REC009"
    name = "training-share"
    severity = Severity.ADVICE
    basis = ("QM13.5", "QM14.4")
    layers = Layer.PARSE
    limits = {"share": 0.5, "least": 4}

    flagged = (
        _report(
            "The Board should deliver training on neglect.",
            "All staff should be reminded of the escalation policy.",
            "The Trust should review its discharge policy.",
            "The Council should employ a play worker.",
        ),
        _report(
            "GPs should be mindful of fathers.",
            "Midwives to attend refresher training.",
            "Awareness of private fostering should be raised by the Council.",
            "CAMHS should publish guidance on self-harm.",
            "The police should buy cameras.",
        ),
        _report(
            "Social workers should be trained in working with men.",
            "The protocol on bruising should be updated by the Trust.",
            "The Board should remind agencies of the threshold document.",
            "Schools should ensure that staff are aware of neglect.",
        ),
        Example(
            "# Recommendations\n\n| Recommendation | Lead |\n|---|---|\n"
            "| That training on supervision be provided to managers. | The Council |\n"
            "| That the procedure on visits be refreshed and disseminated. | The Trust |\n"
            "| That staff be reminded of the importance of recording. | The Trust |\n"
            "| That a second nurse be employed. | The Board |\n",
            role=None,
        ),
        _report(
            "The Partnership should commission a workshop on culture.",
            "The Partnership should circulate a briefing on this review.",
            "The Partnership should develop a toolkit for chronologies.",
            "The Partnership should raise awareness of its website.",
        ),
        Example(
            _report(
                "The Board should deliver training on neglect.",
                "The Trust should employ a nurse.",
                "The Council should pay for a helpline.",
                "The police should remind officers of the form.",
            ).text,
            role=None,
            settings={"limits": {"REC009": {"share": 0.4}}},
        ),
    )
    passed = (
        _report(
            "The Board should deliver training on neglect.",
            "The Trust should employ a nurse.",
            "The Council should pay for a helpline.",
            "The police should open its records to the school nurse.",
        ),
        _report("The Board should deliver training.", "Staff should be reminded of the policy."),
        _report(
            "The Trust should cap caseloads at 300.",
            "The Council should end its opt-in letter.",
            "CAMHS should hold clinics in schools.",
            "The Board should ask parents each year what has changed.",
        ),
        _report(
            "The Director should protect time for supervision.",
            "The Council should replace the referral form.",
            "The Trust should pay interpreters for whole visits.",
            "The police should train call handlers.",
        ),
        Example("Training was offered to all staff, who were reminded of it.", Role.ANALYSIS),
        _report(
            "The Trust should give each ward a computer.",
            "The Trust should move the duty desk.",
            "The Trust should review its bruising policy.",
            "The Trust should remind nurses of it.",
        ),
    )

    def check(self, draft: Draft) -> Iterator[Finding]:
        items = [i for i in draft.recommendations if asks_for_something(draft, i)]
        if len(items) < self.limit["least"]:
            return
        kinds = [(item, means_of(draft, item)) for item in items]
        telling = [(item, means) for item, means in kinds if means is not Means.OTHER]
        if len(telling) <= self.limit["share"] * len(items):
            return
        count: Counter[Means] = Counter(means for _, means in telling)
        said = ", ".join(f"{count[means]} {name}" for means, name in _NAMES.items() if count[means])
        yield self.finding(
            draft,
            [span_of(draft, item) for item, _ in telling],
            f"{len(telling)} of {len(items)} recommendations are training, reminders or "
            f"procedures ({said}).",
            "Consider what the findings say made good practice hard, and asking for that to "
            "change: time, posts, tools, records, who may decide.",
            confidence=0.75,
        )
