"""Findings that describe and do not explain."""

from __future__ import annotations

from collections.abc import Iterator

from scr_lint import Draft, Example, Finding, Role, Rule, Severity, vocabulary
from scr_lint.causes.explanation import Explanation, Missing, explain
from scr_lint.causes.weighing import LEAST, blames, describes
from scr_lint.draft import ReviewFinding
from scr_lint.grammar.phrases import find_phrases

from .labels import find_labels
from .places import only_requires, place_of, row_of, set_out, title_of

# What to ask where no cause is given, by what the finding mostly does; the first that fits.
_QUESTIONS = {
    "praise": "What made this possible, so that it can be counted on another time?",
    "standard": "What made the standard hard to keep here, and was it usually kept?",
    "decision": "Who decided, with what in front of them, and what made it look right at the time?",
    "repeated": "What was the same each time that made it happen again?",
    "gap": "What got in the way, or made something else look right at the time?",
}
#: From this likelihood on want of skill is the reason given, and FND003 speaks of it instead.
_SURE = 0.75
_CHAIN = "What in the way the work was set up made the one thing follow from the other?"


class DescriptiveFinding(Rule):
    """A finding that says what was or was not done and never why.

    Why: A reader can act on a reason and cannot act on an event. "The referral was not made" may be
    true of a form with no place for it, of a worker with thirty families, or of a team that had
    learned that referrals come back; each needs another remedy, and without it the finding can
    only be answered by telling people to do better.

    Instead: Say what practice came of, and name something in the work: the task, the tools and
    records, roles and handover, workload, supervision and management, the organisation and its
    culture, the relationship with the family, or judgement under pressure. Individual skill alone
    is seldom enough (Quality Marker 13), nor is the event that came before.

    Leaves alone: A finding with a cause that holds such a factor, however it is put: "because",
    "so", a verb of influence, a question and its answer, or a condition of work told beside what
    was done. One plain sign or several lesser ones will do: what workers thought, felt or said of
    it, what they could not do, how the work stands as a rule, and that the whole reads as an
    account of reasons and not of events. They are weighed together, with weights learnt from
    findings that people marked; how sure it is of them stands beside each. Lessons that only
    ask for something. A label given as the cause, and want of skill alone, have rules of their own
    (FND002, FND003).

    Contested: Some reviews hold that a short finding is best left to state a fact, with the
    explanation in the analysis; Quality Marker 14 asks that the findings themselves explain, since
    they are what other areas read.
    """

    code = "FND001"
    name = "descriptive-finding"
    severity = Severity.WARNING
    basis = ("QM14.4", "QM13.3", "PANEL.2", "WT2015.p79-why")

    flagged = (
        Example(
            "Finding 1: School staff recorded concerns on fourteen occasions and did not make a "
            "referral.",
            role=Role.FINDINGS,
        ),
        Example(
            "Finding 2: The procedures require that a strategy discussion takes place within 24 "
            "hours. This did not happen.",
            role=Role.FINDINGS,
        ),
        Example(
            "Finding 3: Following the arrest of Father the case was closed, as a result of which "
            "the family recieved no further visits.",
            role=Role.FINDINGS,
        ),
        Example(
            "## Finding 5: Missed appointments\n\nOf twenty-two appointments offered by five "
            "services, nine were kept.\n\nThe consultant wrote to the GP each time. The GP filed "
            "the letters.",
            role=Role.FINDINGS,
        ),
        Example(
            "Finding 6: It was good practice that the school nurse attended the meeting\nand "
            "shared her records.",
            role=Role.FINDINGS,
        ),
        Example(
            "Finding 7: Mother said that she was tired and overwhelmed and did not know how to "
            "cope with four children. No support was offered.",
            role=Role.FINDINGS,
        ),
        Example(
            "Finding 8: There is no evidence that workload affected the decisions that were made. "
            "The checks were not carried out.",
            role=Role.FINDINGS,
        ),
        Example(
            "Finding 9: It was not recorded why the case was closed, nor whether a manager had "
            "agreed to it.",
            role=Role.FINDINGS,
        ),
        Example(
            "Finding 10: Since 2016 there had been nine referrals and three assessments, none of "
            "which led to a plan.",
            role=Role.FINDINGS,
        ),
        Example(
            "Finding 11: The ambulance service did not tell the ward that the girl had run from the "
            "car, and the housing file has eleven reports of noise.",
            role=Role.FINDINGS,
        ),
    )
    passed = (
        Example(
            "Finding 1: Visits were short. The team was carrying six vacancies and each worker had "
            "an average of 29 children.",
            role=Role.FINDINGS,
        ),
        Example(
            "Finding 2: Information about fathers was missing because the form had one box for "
            "parents and closed once a name was entered.",
            role=Role.FINDINGS,
        ),
        Example(
            "Finding 3: Why did nobody ask? Father stood between the worker and the door, and she "
            "had come to dread the visits.",
            role=Role.FINDINGS,
        ),
        Example(
            "## Finding 4: Referrals dried up\n\nStaff had learned that referrals without an injury "
            "came back.\n\nIn time they stopped sending them.",
            role=Role.FINDINGS,
        ),
        Example(
            "Finding 5: Each agency took it that another was in the lead.",
            role=Role.FINDINGS,
        ),
        Example(
            "Finding 6: This was not because staff were indifferent. The emergency department has a "
            "four-hour target and social questions take longer than that.",
            role=Role.FINDINGS,
        ),
        Example(
            "Finding 7: The sheer volume of police notifications (over 300 a week) meant\nthat most "
            "were read by a clerk.",
            role=Role.FINDINGS,
        ),
        Example(
            "Finding 8: Escalation was discouraged by a belief in the trust that consultants are not "
            "to be questioned.",
            role=Role.FINDINGS,
        ),
        Example(
            "Finding 9: Faced with a parent who agreed to everything, the workers had nothing to "
            "push against.",
            role=Role.FINDINGS,
        ),
        Example(
            "Learning point 1: Agencies must tell a school on the day that a pupil is excluded.",
            role=Role.FINDINGS,
        ),
        Example(
            "Finding 10: The social worker had not been trained in child sexual exploitation and so "
            "did not recognise the signs.",
            role=Role.FINDINGS,
        ),
        Example(
            "Finding 11: The hostel's night porter saw the man come in. Porters are hired by an agency "
            "and would not know whom to ring.",
            role=Role.FINDINGS,
        ),
        Example(
            "# Findings\n\n**Finding 1.** Visits were short because each worker had thirty families.\n\n"
            "**Finding 2.** Letters went astray because the clinic had no way of changing an address.\n\n"
            "# Overall learning\n\nThe family moved in the spring. The school was told in June.\n",
            role=None,
        ),
    )

    def check(self, draft: Draft) -> Iterator[Finding]:
        found = [own for _, own in set_out(draft)]
        passages = [row_of(draft, own) for own in found]
        labels = find_labels(draft, [draft.blocks[i] for blocks in passages for i in blocks])
        explanations = explain(draft, passages)
        for own, blocks, explanation in zip(found, passages, explanations, strict=True):
            pieces = [label.piece for label in labels if label.piece.block in blocks]
            rest = explanation.without(pieces)
            likely = describes(draft, blocks, explanation, pieces)
            if likely < LEAST[self.code] or only_requires(draft, own):
                continue
            if blames("FND003", draft, blocks, explanation, pieces) >= _SURE:
                continue
            if not any(rest.blames(piece) for piece in pieces):
                yield self._finding(draft, own, rest, likely)

    def _finding(
        self, draft: Draft, own: ReviewFinding, explanation: Explanation, likely: float
    ) -> Finding:
        said = f"{title_of(own)} "
        question = _question(draft, own)
        match explanation.missing:
            case Missing.CAUSE:
                message = f"{said}says what was or was not done; it gives no cause."
            case Missing.FACTOR:
                message = (
                    f"{said}says that one event led to another; nothing about the work explains it."
                )
                question = _CHAIN
            case Missing.NOTHING:
                message = f"{said}hardly says why: what it names of the work is not tied to what was done."
        return self.finding(draft, place_of(draft, own), message, question, confidence=likely)


def _question(draft: Draft, own: ReviewFinding) -> str:
    """The question to ask of a finding without a cause, by the words it describes with."""
    rows = vocabulary.load(__package__, "descriptive")
    blocks = [draft.blocks[i] for i in own.blocks]
    kinds = {match.row["kind"] for match in find_phrases(draft, blocks, rows, "words")}
    return next((q for kind, q in _QUESTIONS.items() if kind in kinds), _QUESTIONS["gap"])
