"""One recommendation asks for one action."""

from __future__ import annotations

from collections.abc import Iterator

from scr_lint import Draft, Example, Finding, Layer, Role, Rule, Severity
from scr_lint.grammar.parse import left_edge
from scr_lint.requests.actions import Action, actions

from .places import title_of

_R = Role.RECOMMENDATIONS
_MANY_WORDS = 12


class SeveralActions(Rule):
    """A recommendation that asks for more than one separate action.

    Why: the national panel criticised recommendations that "lack focus". When one recommendation
    holds four actions, three can be left undone and the fourth reported as "in progress", and
    nobody can say who owns which.

    Instead: ask which of the actions matters most for children and recommend that. Where two are
    needed, give each its own number and its own addressee.

    Leaves alone: verbs that belong to one action: two for one object ("review and update"), how
    it is done ("by …", "in practice this means"), what it is for ("so that …"), how its result is
    reported or checked ("and report to the Board in six months").

    Contested: researchers found that breaking recommendations up multiplied tasks without
    changing practice. Fewer actions are better than more recommendations.
    """

    code = "REC003"
    name = "several-actions"
    severity = Severity.WARNING
    basis = ("PANEL.5",)
    layers = Layer.PARSE

    flagged = (
        Example(
            "Recommendation 1: The Board should rewrite its threshold document and launch a "
            "campaign on safe sleep.",
            _R,
            ("rewrite",),
        ),
        Example(
            "Recommendation 2: Northfield Trust to appoint a named midwife, redesign the booking "
            "form and open a clinic on Saturdays.",
            _R,
            ("redesign",),
        ),
        Example(
            "Recommendation 3: The Council should:\n\n- close the second inbox\n"
            "- pay for a helpline that is staffed at night\n",
            _R,
        ),
        Example(
            "Recommendation 4: It is recommended that the Constabulary buys body cameras and that "
            "the Council funds an advocate.",
            _R,
        ),
        Example(
            "Recommendation 5: The protocol should be rewritten by the Named Nurse. A helpline for "
            "carers should be opened.",
            _R,
        ),
        Example(
            "Recommendation 6: The Trust is asked (a) to end its opt-in letter; (b) to hold "
            "clinics in schools.",
            _R,
        ),
        Example(
            "Recommendation 7: As well as replacing the paper chart, the hospital should move the "
            "duty desk to the front door.",
            _R,
        ),
        Example(
            "Recommendation 8: The Director should cap caseloads at 16 and should also write to "
            "the Minister about agency fees.",
            _R,
        ),
        Example("Recommendation 9: Employ a schools officer. Replace the referral form.", _R),
        Example(
            "Recommendation 10: Council to fund a play worker; Trust to extend its clinic hours.",
            _R,
        ),
    )
    passed = (
        Example(
            "Recommendation 20: The Service should no longer close a case on the last day but hold "
            "a leaving meeting.",
            _R,
        ),
        Example("Recommendation 21: Stop. The Council should stop sending letters in English.", _R),
        Example("Recommendation 1: The Board should rewrite its threshold document.", _R),
        Example(
            "Recommendation 2: The Trust should review, agree and publish its bruising protocol.",
            _R,
        ),
        Example(
            "Recommendation 3: The Director should cap caseloads at 16 and report the figures to "
            "the Board each quarter.",
            _R,
        ),
        Example(
            "Recommendation 4: The Constabulary should amend its form so that officers name every "
            "child and see where each one sleeps.",
            _R,
        ),
        Example(
            "Recommendation 5: The Council should cut the number of moves by paying a retainer, "
            "recruiting in Stell Cross and offering help at weekends.",
            _R,
        ),
        Example(
            "Recommendation 6: The Head of Access should see every excluded child within a day. "
            "In practice this means:\n\n- telling the duty desk at once\n"
            "- giving the family the name of one worker\n",
            _R,
        ),
        Example(
            "Recommendation 7: Northfield Trust should replace its discharge letter. The new "
            "letter should name the school nurse and say who is to visit.",
            _R,
        ),
        Example(
            "Recommendation 8: The Chief Nurse should require wards to ask who is at home and to "
            "write down the answer.",
            _R,
        ),
        Example(
            "Recommendation 9: The Partnership should hold one conference for police officers, "
            "teachers and social workers, and evaluate it.",
            _R,
        ),
        Example(
            "Recommendation 10: The protocol should be rewritten, tested and brought into use by "
            "the Council.",
            _R,
        ),
    )

    def check(self, draft: Draft) -> Iterator[Finding]:
        for item in draft.recommendations:
            separate = actions(draft, item)
            if len(separate) > 1:
                said = ", ".join(f"“{_with_object(draft, a)}”" for a in separate[:6])
                yield self.finding(
                    draft,
                    [action.span for action in separate],
                    f"{title_of(item)} asks for {_count(len(separate))} separate actions: {said}.",
                    "Consider keeping the one that matters most for children, or giving each its "
                    "own number and its own addressee.",
                    confidence=0.85,
                )


def _with_object(draft: Draft, action: Action) -> str:
    """The words of an action, as far as the head of its object: "redesign the booking form"."""
    verb = action.verb
    inner = next((c for c in verb.children if c.dep_ == "xcomp" and c.i > verb.i), None)
    objects = [o for v in (verb, inner) if v for o in v.children if o.dep_ == "dobj"]
    end = max((t.idx + len(t) for t in (*objects[-1:], inner) if t), default=action.span.end)
    # "… and a leaflet printed": the participle hangs on what is printed.
    start = left_edge(verb.head).idx if verb.dep_ == "acl" else action.span.start
    words = draft.blocks[action.span.block].text[start : max(end, action.span.end)]
    return words if len(words.split()) < _MANY_WORDS else draft.text_at(action.span)


def _count(number: int) -> str:
    words = ("two", "three", "four", "five", "six")
    return words[number - 2] if number < 7 else str(number)
