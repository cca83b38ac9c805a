"""Recommendations say by when."""

from __future__ import annotations

from collections.abc import Iterator

from scr_lint import Draft, Example, Finding, Layer, Role, Rule, Severity
from scr_lint.requests.timescale import said_for_all, says_when

from .places import asks_for_something, span_of, title_of

_R = Role.RECOMMENDATIONS


class NoTimescale(Rule):
    """A recommendation that does not say by when it should be done.

    Why: the national panel criticised recommendations that are "unclear" or "lack focus". Without
    a time nobody can tell an action that is late from one that is forgotten, and a board cannot
    say what it will have done by its next report.

    Instead: consider a date, a term or a meeting by which the change, or its first step, is to be
    in place: "by the end of the summer term", "to the Board's March meeting". Where only the body
    asked can judge the time, ask it to say by when it will.

    Leaves alone: a date in the words, beside them ("By when"), or once for all recommendations;
    "immediately"; how often somebody is to be told of it; questions put to the Board. How often, or
    how soon each time, the thing itself is to be done ("once a month", "within ten days of referral")
    says nothing of when that begins.

    Contested: the panel and its successors ask for specific actions with owners and times. Quality
    Marker 14 warns that the drive for SMART recommendations, time-bound among the rest, can deter
    from a full exploration of problems that have no easy solution: there, no date may be honest.
    """

    code = "REC005"
    name = "no-timescale"
    severity = Severity.ADVICE
    basis = ("PANEL.5", "QM14.smart")
    layers = Layer.PARSE

    flagged = (
        Example("Recommendation 1: The Trust should rewrite its discharge letter.", _R),
        Example(
            "Recommendation 2: The health visitor service should ring every family within two days "
            "of a discharge.",
            _R,
        ),
        Example(
            "Recommendation 7: The Housing Department should inspect every flat it lets once a year.",
            _R,
        ),
        Example(
            "Recommendation 8: The assessment should be begun within ten days of referral.", _R
        ),
        Example("Recommendation 3: In due course, the Board should review its website.", _R),
        Example(
            "Recommendation 4: Following the audit of March 2016, the Council should appoint a "
            "lead officer.",
            _R,
        ),
        Example(
            "# Recommendations\n\n| Recommendation | Lead | By when |\n|---|---|---|\n"
            "| Replace the referral form. | The Council | Ongoing |\n"
            "| Employ a play worker. | The Trust | TBC |\n",
            role=None,
        ),
        Example(
            "Recommendation 5: The police should revise the policy of 2009 on missing children.", _R
        ),
        Example("Recommendation 7: In such words as it may choose, CAMHS should thank them.", _R),
        Example(
            "# Recommendations\n\n| Recommendation | Agency | By |\n|---|---|---|\n"
            "| Answer each letter within ten days. | The Council | |\n"
            "| Employ a play worker. | The Trust | March 2020 |\n",
            role=None,
            marks=("Answer each letter",),
        ),
        Example(
            "Recommendation 6: CAMHS to pay for a helpline that answers in less than ten minutes "
            "whenever a young person rings.",
            _R,
        ),
    )
    passed = (
        Example("Recommendation 1: By June 2023 the Trust should rewrite its letter.", _R),
        Example("Recommendation 2: The Board should publish its plan within three months.", _R),
        Example(
            "Recommendation 3: The Council to appoint a lead officer before the start of the "
            "autumn term.",
            _R,
        ),
        Example(
            "# Recommendations\n\n| Recommendation | Lead | By when |\n|---|---|---|\n"
            "| Replace the referral form. | The Council | May 2020 |\n",
            role=None,
        ),
        Example("Recommendation 4: The Constabulary should stop this practice immediately.", _R),
        Example(
            "# Recommendations\n\nAll of these recommendations should be carried out within six "
            "months of publication.\n\n1. The Trust should rewrite its letter.\n"
            "2. The Council should employ a play worker.\n",
            role=None,
        ),
        Example("Recommendation 5: Replace the form. Timescale: end of March.", _R),
        Example("Recommendation 9: Replace the form. Start: September 2021.", _R),
        Example("Recommendation 10: The Trust to do so before the new children's ward opens.", _R),
        Example("Recommendation 11: The Trust should move the clinic by St Andrew's Day.", _R),
        Example(
            "# Recommendations\n\n## Actions to be taken by June 2019\n\n"
            "1. The Trust should rewrite its letter.\n2. The Council should hire a play worker.\n",
            role=None,
        ),
        Example(
            "Recommendation 7: A protocol, drawn up by the nurses and agreed by Easter, should be "
            "given to all wards.",
            _R,
        ),
        Example(
            "Recommendation 8: The Trust should move the clinic when the lease ends in May.", _R
        ),
        Example(
            "Recommendation 6: The Head of Midwifery should tell the Board each quarter how many "
            "women booked late.",
            _R,
        ),
    )

    def check(self, draft: Draft) -> Iterator[Finding]:
        if said_for_all(draft):
            return
        for item in draft.recommendations:
            if asks_for_something(draft, item) and not says_when(draft, item):
                yield self.finding(
                    draft,
                    span_of(draft, item),
                    f"{title_of(item)} does not say by when.",
                    "Consider a date, term or meeting by which the change, or its first step, "
                    "should be in place; or ask the body to say when it will be. Where the problem "
                    "has no easy solution, it may be right to set none.",
                    confidence=0.8,
                )
