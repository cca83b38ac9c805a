"""Recommendations name who must act."""

from __future__ import annotations

from collections.abc import Iterator

from scr_lint import Draft, Example, Finding, Layer, Role, Rule, Severity
from scr_lint.answers.links import questions
from scr_lint.draft import Recommendation
from scr_lint.requests.questions import asked_of_nobody

from .places import span_of, title_of

_R = Role.RECOMMENDATIONS


class NoAddressee(Rule):
    """A recommendation that nobody is named to carry out.

    Why: the national panel's fifth criticism was of recommendations "not addressed to specific
    individuals or organisations". A recommendation without an addressee ("training should be
    delivered") has no owner: nobody can report on it, and nobody can be asked about it.

    Instead: name the body or the post that has the power to act and make it the subject: "The
    Director of Children's Services should …", "Northfield Constabulary to …". An agency column
    in the table, a heading ("For the Board") or "Responsible: …" does as well.

    Leaves alone: any recommendation with a body or post as its subject, its agent ("reviewed by
    the Trust"), before its colon or beside it. Addressees too wide to act ("all agencies") are
    REC002's. Reports that end in questions to the Board give no recommendations by design; only
    a question that asks for something to be done, and not by whom, is flagged: a heading says who
    is to answer it, and not who would act.
    """

    code = "REC001"
    name = "no-addressee"
    severity = Severity.ERROR
    basis = ("PANEL.5", "QM14.3")
    layers = Layer.PARSE

    flagged = (
        Example("Recommendation 1: Training on neglect should be refreshed.", _R, ("Training",)),
        Example(
            "Recommendation 2: Communication between the hospital and schools must improve.", _R
        ),
        Example("Recommendation 3: Review the pre-birth protocol by the spring.", _R),
        Example(
            "Recommendation 4: It is recommended that consideration be given to a joint record "
            "for children with complex needs.",
            _R,
        ),
        Example("Recommendation 5: The Trust's discharge policy should be rewritten.", _R),
        Example("Recommendation 6: Greater awareness of coercive control.", _R),
        Example(
            "Recommendation 7: There needs to be a single point of contact for foster carers.", _R
        ),
        Example("Recommendation 8: School nurses should be given time to attend conferences.", _R),
        Example(
            "# Recommendations\n\n| No. | Recommendation | Lead agency |\n|---|---|---|\n"
            "| 1 | Chronologies should be kept on one system. | TBC |\n"
            "| 2 | The Board should publish a summary. | The Board |\n",
            role=None,
            marks=("Chronologies",),
        ),
        Example(
            "# Findings\n\n## Finding 1: Nobody rings back\n\nCalls were lost.\n\n"
            "### Questions for the Board\n\n- Might a second line be opened?\n- Does the Board know how many ring off?\n",
            role=None,
            marks=("Might a second line be opened?",),
        ),
        Example("Recommendation 9: It is recommended that form B12 be withdrawn.", _R),
        Example("Recommendation 10: A school nurse should be asked to join the group.", _R),
        Example(
            "# Recommendations\n\n1. That the escalation policy be relaunched.\n"
            "2. The Council should relaunch its threshold document.\n",
            role=None,
            marks=("escalation policy",),
        ),
        Example("Recommendation 11: Foster carers need training in what to ask.", _R),
        Example(
            "# Recommendations\n\n1. The Trust should name its trays.\n\n2. The following are "
            "wanted:\n\n   a) a list of clinics;\n\n   b) a key to each.\n\n3. The Council should pay.\n",
            role=None,
            marks=("The following",),
        ),
    )
    passed = (
        Example("Recommendation 1: The Board should refresh its training on neglect.", _R),
        Example(
            "Recommendation 2: It is recommended that the Integrated Care Board and Northfield "
            "Constabulary agree how they share body maps.",
            _R,
        ),
        Example("Recommendation 3: CAMHS to stop closing cases by letter.", _R),
        Example(
            "# Findings\n\n## Finding 1: Nobody rings back\n\nCalls were lost.\n\n"
            "### Questions for the Board\n\n- Might the Trust open a second line?\n"
            "- How will it be known whether people still ring off?\n",
            role=None,
        ),
        Example("Recommendation 4 (Public Health England). Tell each council what it found.", _R),
        Example(
            "# Recommendations\n\n## Northfield Police\n\n- Replace the form.\n\n"
            "## Aldermere Council\n\n- Publish the list.\n\n"
            "## Community paediatrics\n\n- Ring every family.\n",
            role=None,
        ),
        Example("Recommendation 3: The Head of Family Support should pay for a helpline.", _R),
        Example("Recommendation 4: Marsh Valley NHS Trust: replace the paper growth chart.", _R),
        Example(
            "Recommendation 5: The pre-birth protocol should be reviewed by the Head of Midwifery.",
            _R,
        ),
        Example(
            "# Recommendations as agreed by the SCR Panel\n\n1. CAMHS to stop its opt-in letter.\n\n"
            "The review also recommends that Marsh Homes:\n\n2. publish its list; and\n\n"
            "3. tell the ward.\n",
            role=None,
        ),
        Example("Recommendation 6: The Welsh Government is asked to amend its guidance.", _R),
        Example(
            "Recommendation 7: It is for the Chief Constable to decide who chairs the meeting.", _R
        ),
        Example(
            "Recommendation 8: All agencies should record who holds parental responsibility.", _R
        ),
        Example(
            "# Recommendations\n\n| Recommendation | Responsible body |\n|---|---|\n"
            "| Replace the referral form. | Aldermere Council |\n",
            role=None,
        ),
        Example(
            "# Recommendations\n\n## For the Constabulary\n\n1. Replace the referral form.\n"
            "2. Give every missing child a named officer.\n",
            role=None,
        ),
        Example("I was pressed to recommend a public inquiry. We do not recommend one.", _R),
        Example(
            "Recommendation 9: Sample ten closed cases each month. Responsible: Service Manager, "
            "Early Help.",
            _R,
        ),
    )

    def check(self, draft: Draft) -> Iterator[Finding]:
        for item in draft.recommendations:
            if not item.addressees:
                yield self.finding(
                    draft,
                    span_of(draft, item),
                    f"{title_of(item)} does not say who should act.{_beside(item)}",
                    "Name the body or the post that can do it and make it the subject: "
                    "“The … should …”.",
                )
        for question in questions(draft):
            spans = [asked_of_nobody(draft, draft.blocks[i]) for i in question.blocks]
            if any(spans):
                yield self.finding(
                    draft,
                    [span for span in spans if span],
                    "This question asks for something to be done and does not say by whom.",
                    "Consider naming the body or the post that could do it: “Could the … …?”",
                    confidence=0.7,
                )


def _beside(item: Recommendation) -> str:
    """What stands where the addressee should, if it names nobody ("TBC")."""
    said = [name for name in item.named_beside if name != item.section and len(name) < 20]
    return f" “{said[0]}” beside it names nobody." if said else ""
