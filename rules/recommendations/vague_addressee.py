"""Recommendations are addressed to bodies that can know they are meant."""

from __future__ import annotations

from collections.abc import Iterator

from scr_lint import Draft, Example, Finding, Layer, Role, Rule, Severity
from scr_lint.answers.links import questions
from scr_lint.lists import quoted_list
from scr_lint.requests.questions import vague_actors

from .places import span_of, title_of

_R = Role.RECOMMENDATIONS


class VagueAddressee(Rule):
    """A recommendation addressed only to "all agencies", "professionals" or the like.

    Why: the national panel asked for recommendations addressed "to specific individuals or
    organisations". What is everybody's task is nobody's: "all agencies" cannot report back, and
    "professionals" cannot change the conditions they work in.

    Instead: name each body ("the Council, the Constabulary and the Integrated Care Board"), or
    give it to the one that can see to it: "The Partnership should ask each of its members to …".
    For people, name the post and who employs them: "ward managers at Northfield Trust".

    Leaves alone: recommendations that name at least one body or post, even if others are named
    loosely beside it; the statutory safeguarding partners; staff whose employer is named; vague
    words in any other part than the actor's ("seek assurance from all agencies").
    """

    code = "REC002"
    name = "vague-addressee"
    severity = Severity.WARNING
    basis = ("PANEL.5", "QM14.3")
    layers = Layer.PARSE

    flagged = (
        Example(
            "Recommendation 1: All agencies should refresh their training.", _R, ("All agencies",)
        ),
        Example("Recommendation 2: Professionals must be more curious about new partners.", _R),
        Example(
            "Recommendation 3: Partners to sign up to the bruising protocol.", _R, ("Partners",)
        ),
        Example(
            "Recommendation 4: It is recommended that relevant organisations agree a shared form.",
            _R,
            ("relevant organisations",),
        ),
        Example(
            "Recommendation 5: The toolkit should be used by front-line practitioners.",
            _R,
            ("front-line practitioners",),
        ),
        Example(
            "Recommendation 6: It is essential that everyone knows who the lead worker is.", _R
        ),
        Example("Recommendation 7: For senior leaders to set the tone.", _R, ("senior leaders",)),
        Example(
            "Recommendation 8: When a family moves, those working with the children should hand "
            "over in person.",
            _R,
        ),
        Example(
            "# Recommendations\n\n| Recommendation | Lead |\n|---|---|\n"
            "| Fathers should be included in assessments. | All agencies |\n",
            role=None,
        ),
        Example(
            "# Findings\n\n## Finding 1: Nobody rings back\n\nCalls were lost.\n\n"
            "### Questions for the Board\n\n- How might practitioners be freed to ring back?\n",
            role=None,
            marks=("practitioners",),
        ),
        Example("Recommendation 9: Local leaders are urged to place children first.", _R),
        Example(
            "# Recommendations\n\n## For Aldermere Council\n\n- Buy a form.\n\n"
            "## For the Trust\n\n- Buy a lamp.\n\n"
            "## For everyone who works with children\n\n- Professionals should look twice.\n",
            role=None,
            marks=("Professionals",),
        ),
        Example("Recommendation 10: Industry should be mindful of children.", _R, ("Industry",)),
    )
    passed = (
        Example("Recommendation 1: The Board should seek assurance from all agencies.", _R),
        Example(
            "Recommendation 2: The Council and its partner agencies should agree one form.", _R
        ),
        Example(
            "Recommendation 3: The three safeguarding partners should publish a joint plan.", _R
        ),
        Example("Recommendation 4: Staff at Northfield Trust should record who attends.", _R),
        Example(
            "Recommendation 5: Training for professionals should be commissioned by the Director "
            "of Public Health.",
            _R,
        ),
        Example(
            "Recommendation 6: The Partnership should ask each agency to name a safeguarding lead.",
            _R,
        ),
        Example(
            "# Findings\n\n## Finding 1: Nobody rings back\n\nCalls were lost.\n\n"
            "### Questions for the Board\n\n- Does the Board know whether practitioners could?\n"
            "- Which agencies should be asked?\n",
            role=None,
        ),
        Example("Recommendation 7: Ward managers should see the rota a week ahead.", _R),
        Example("Recommendation 8: Moorgate Perinatal Network to rewrite its leaflet.", _R),
        Example(
            "# Recommendations\n\n| Recommendation | Lead |\n|---|---|\n"
            "| Professionals should copy letters to the school. | Aldermere Council |\n",
            role=None,
        ),
        Example("Recommendation 9: Chronologies should be kept up to date.", _R),
    )

    def check(self, draft: Draft) -> Iterator[Finding]:
        for item in draft.recommendations:
            if not item.addressees or not all(who.vague for who in item.addressees):
                continue
            named = quoted_list(who.text for who in item.addressees[:3])
            spans = [who.span for who in item.addressees if who.span]
            yield self.finding(
                draft,
                spans or span_of(draft, item),
                f"{title_of(item)} is addressed to {named}: "
                "no single body can know that it is meant.",
                "Consider naming each body that must act, or one that can see to it: “The … "
                "should ask each of its members to …”.",
            )
        for question in questions(draft):
            vague = [who for i in question.blocks for who in vague_actors(draft, draft.blocks[i])]
            if vague:
                yield self.finding(
                    draft,
                    [who.span for who in vague if who.span],
                    f"This question is about what “{vague[0].text}” could do: no single body can "
                    "know that it is meant.",
                    "Consider asking what the Board, or a body that it names, would do to bring "
                    "it about.",
                    confidence=0.7,
                )
