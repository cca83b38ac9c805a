"""A review makes few recommendations."""

from __future__ import annotations

from collections.abc import Iterator

from scr_lint import Draft, Example, Finding, Layer, Role, Rule, Severity

from .places import span_of


def _items(number: int, who: str = "The Board") -> str:
    return "\n".join(f"{n}. {who} should publish figure {n}." for n in range(1, number + 1))


def _listed(number: int) -> str:
    """A draft whose recommendations section holds so many of them."""
    return f"# Recommendations\n\n{_items(number)}\n"


def _labelled(number: int) -> str:
    """The same with each recommendation in a paragraph of its own, under its label."""
    items = "\n\n".join(
        f"Recommendation {n}: Northfield Trust to replace form {n}." for n in range(1, number + 1)
    )
    return f"# What needs to change\n\n{items}\n"


def _tabled(number: int) -> str:
    """The same as a table."""
    rows = "\n".join(f"| {n} | Replace form {n}. | The Trust |" for n in range(1, number + 1))
    return f"# Recommendations\n\n| No. | Recommendation | Lead |\n|---|---|---|\n{rows}\n"


class TooMany(Rule):
    """More recommendations than a board can carry out well.

    Why: 20 serious case reviews studied for the Department for Education made 931
    recommendations, nearly 47 each, and some over a hundred. The researchers saw a
    "self-perpetuating cycle of a proliferation of recommendations and tasks"; Working Together
    asked that they be few in number, and Quality Marker 14 that they reflect the priorities.
    No guidance gives a number: advice above 6, a warning above 10 and an error above 20 are
    defaults of this project, which settings may change.

    Instead: keep those that follow from the most important findings. What agencies have already
    put right can be told as action taken; what concerns one agency can stand in its own report.

    Leaves alone: reports that end their findings with questions to the Board; a list of all
    recommendations printed a second time.

    Contested: a review of several children or several agencies may need more. Some hold that
    recommendations are not the best way to learn at all.
    """

    code = "REC008"
    name = "too-many"
    severity = Severity.ADVICE
    basis = ("QM14.3", "PANEL.5")
    layers = Layer.TEXT
    limits = {"advice": 6, "warning": 10, "error": 20}

    flagged = (
        Example(_listed(7), role=None),
        Example(_listed(12), role=None),
        Example(_labelled(8), role=None),
        Example(_tabled(21), role=None),
        Example(_labelled(4), role=None, settings={"limits": {"REC008": {"advice": 3}}}),
        Example(
            f"# Recommendations\n\n## For the Board\n\n{_items(4)}\n\n"
            f"## For the Trust\n\n{_items(4, 'The Trust')}\n",
            role=None,
        ),
    )
    passed = (
        Example(_listed(3), role=None),
        Example(_listed(6), role=None),
        Example(_labelled(5), role=None),
        Example(_tabled(6), role=None),
        Example(_listed(9), role=None, settings={"limits": {"REC008": {"advice": 10}}}),
        Example(
            f"{_labelled(5)}\n\n{_labelled(5).replace('What needs to change', 'Recommendations')}",
            role=None,
        ),
        Example("The Board should publish its figures.", Role.RECOMMENDATIONS),
    )

    def check(self, draft: Draft) -> Iterator[Finding]:
        number = len(draft.recommendations)
        severity = self._severity(number)
        if severity is not None:
            yield self.finding(
                draft,
                [span_of(draft, item) for item in draft.recommendations],
                f"The review makes {number} recommendations.",
                "Consider which follow from its most important findings, and leave the others to "
                "action already taken or to single agencies’ own reports.",
                severity=severity,
            )

    def _severity(self, number: int) -> Severity | None:
        for severity in Severity:
            if number > self.limit[severity.value]:
                return severity
        return None
