"""Recommendations ask for something to be done."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from scr_lint import Draft, Example, Finding, Layer, Role, Rule, Severity, Span
from scr_lint.draft import Recommendation
from scr_lint.grammar.parse import left_edge, neighbour
from scr_lint.grammar.phrases import find_phrases
from scr_lint.grammar.quotation import is_quoted
from scr_lint.requests.actions import Action, actions
from scr_lint.requests.verbs import hedges, is_action

from .places import title_of

if TYPE_CHECKING:
    from spacy.tokens import Span as SpacySpan

_R = Role.RECOMMENDATIONS
_NOMINAL = frozenset({"DET", "ADJ", "NOUN", "PROPN", "PRON", "NUM"})
_BRACKETS = frozenset(",()–")
_SAID = {
    "no commitment": "asks for thought and not yet for a change",
    "awareness only": "asks people to know something, not to do something",
    "reminder": "is a reminder, which changes little by itself",
    "vague": "does not say what will be different",
    "no change": "asks for more of the same",
    "dissemination": "hands words on; it does not say what will be different",
    "process": "asks for a talk; it does not say what will come of it",
    "no action": "asks for nothing to be done",
    "hedge": "leaves it open whether it will be done",
    "time hedge": "leaves it open when it will be done",
}


class WeakVerb(Rule):
    """A recommendation whose main verb asks for no action: consider, be mindful, remind.

    Why: the national panel criticised recommendations that are "unclear" or "lack focus". One
    that asks a body to consider, explore, raise awareness or remind can be signed off the same
    day, and nothing need change for a child. So can one hedged with "where possible".

    Instead: say what is to be made, changed, stopped, paid for or decided: not "consider the use
    of interpreters" but "book an interpreter for every first visit". Where more must be known
    first, say what is to be found out, who decides and by when.

    Leaves alone: such words where they are not what is asked for ("publish guidance on when to
    consider …", quotations, the wording of a form); "improve" or "support" followed by how ("by
    …") or by what will come of it ("so that …"); "where appropriate" before one more of those
    named; ensure, review, train and seek assurance.

    Contested: NICE uses "consider" on purpose where evidence is weaker, and "ensure" as a
    directive. Quality Marker 14 warns that a drive for SMART recommendations can stop a review
    from exploring problems that have no easy solution: a question may then be more honest.
    """

    code = "REC004"
    name = "weak-verb"
    severity = Severity.ADVICE
    basis = ("PANEL.5", "QM14.3", "QM14.smart")
    layers = Layer.PARSE

    flagged = (
        Example(
            "Recommendation 1: The Board should consider its training offer.", _R, ("consider",)
        ),
        Example(
            "Recommendation 2: The Trust should raise greater awareness of fabricated illness.",
            _R,
            ("raise greater awareness",),
        ),
        Example(
            "Recommendation 3: Consideration should be given by the Council to a joint post.",
            _R,
            ("Consideration",),
        ),
        Example(
            "Recommendation 4: All professionals should be mindful of culture.", _R, ("be mindful",)
        ),
        Example(
            "Recommendation 5: It is recommended that Northfield Constabulary explores the scope "
            "for a shared desk.",
            _R,
            ("explores",),
        ),
        Example("Recommendation 6: GPs are reminded of the bruising protocol.", _R, ("reminded",)),
        Example(
            "Recommendation 7: The Trust should book an interpreter where possible.",
            _R,
            ("where possible",),
        ),
        Example("Recommendation 8: CAMHS to look at its waiting list.", _R, ("look at",)),
        Example("Recommendation 9: The Partnership should strengthen its approach to neglect.", _R),
        Example(
            "Recommendation 10: The Board is invited to\nreflect on what families said.",
            _R,
        ),
    )
    passed = (
        Example("Recommendation 1: The Board should buy a second ultrasound scanner.", _R),
        Example(
            "Recommendation 2: The Trust should publish guidance on when to consider an "
            "interpreter.",
            _R,
        ),
        Example(
            "Recommendation 3: Northfield Constabulary should delete ‘where possible’ from its "
            "policy on missing children.",
            _R,
        ),
        Example(
            "Recommendation 4: The Council should stop the letters that remind parents of fines.",
            _R,
        ),
        Example(
            "Recommendation 5: The Head of Midwifery should improve attendance by holding clinics "
            "in the evening.",
            _R,
        ),
        Example("Recommendation 6: CAMHS to end its opt-in letter.", _R),
        Example(
            "Recommendation 7: It is recommended that the Director limits caseloads to 16 so that "
            "workers can reflect on what they see.",
            _R,
        ),
        Example("Recommendation 8: The protocol should be rewritten by the Named Nurse.", _R),
        Example(
            "Recommendation 9: Review the rota, and change it so that weekends are covered.", _R
        ),
        Example(
            "Recommendation 10: The Trust should write to parents and, where appropriate, "
            "grandparents after each visit.",
            _R,
        ),
        Example(
            "Recommendation 11: The Council and the Trust should work together on writing a joint "
            "guide to home visits.",
            _R,
        ),
        Example("The Board should consider its training offer.", Role.ANALYSIS),
    )

    def check(self, draft: Draft) -> Iterator[Finding]:
        for item in draft.recommendations:
            weak = dict(_weak(draft, item))
            if weak:
                first, kind = next(iter(weak.items()))
                said = _SAID.get(kind, _SAID["vague"])
                yield self.finding(
                    draft,
                    weak,
                    f"{title_of(item)}: “{draft.text_at(first)}” {said}.",
                    "Consider saying what is to be made, changed, stopped, paid for or decided, "
                    "so that anybody can tell when it has been done.",
                )


def _weak(draft: Draft, item: Recommendation) -> Iterator[tuple[Span, str]]:
    """The weak verbs and hedges of a recommendation, with what kind each is."""
    for action in actions(draft, item):
        told = (action.row.get("type") == "vague" and action.says_how) or _brings(action)
        if action.is_weak and not told:
            yield action.span, action.row["type"]
    blocks = [draft.blocks[index] for index in item.blocks]
    for match in find_phrases(draft, blocks, hedges(), "words"):
        span = draft.span_of(match.block.index, match.tokens)
        within = {token.dep_ for token in match.tokens.root.ancestors}
        inside = within & {"relcl", "acl"} or _limits_whom(match.tokens)
        if not inside and not is_quoted(match.block, span.start, span.end):
            yield span, match.row["type"]


def _brings(action: Action) -> bool:
    """Whether a process is to end in a new thing: "work with schools on drawing up a form"."""
    if action.row.get("type") != "process":
        return False
    ends = [t for c in action.verb.children for t in (c, *c.children) if t.pos_ == "VERB"]
    things = (o for verb in ends for o in verb.children if o.dep_ == "dobj")
    return any(left_edge(thing).lower_ in {"a", "an", "one"} for thing in things)


def _limits_whom(words: SpacySpan) -> bool:
    """Whether a hedge stands before one more of those named: "parents and, where relevant, carers"."""
    before, after = neighbour(words[0], -1), neighbour(words[-1])
    if before.text in _BRACKETS:
        before = neighbour(before, -1)
    if after.text in _BRACKETS:
        after = neighbour(after)
    return before.pos_ == "CCONJ" and after.pos_ in _NOMINAL and not is_action(after.lower_)
