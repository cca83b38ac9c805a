"""A report is short enough to be read."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from scr_lint import Draft, Example, Finding, Layer, Rule, Severity
from scr_lint.metrics import WORDS_A_PAGE


def _pages(number: int) -> Example:
    """A draft of about so many pages, where a page has five words."""
    return Example("Nobody opened the blue door. " * number, settings=_SMALL)


#: So that the examples need not be as long as the reports: pages counted in hundredths.
_SMALL = {"limits": {"STR005": {"advice": 0.25, "warning": 0.4, "error": 0.8}}}


class TooLong(Rule):
    """A report of more than about 25 pages.

    Why: A report that nobody finishes teaches nobody. The national panel wrote that reviews full of
    irrelevant detail “will not be widely read or understood”, and asked for succinct ones. There is
    no official limit: advice above 25 pages, a warning above 40 and an error above 80, at 500 words
    a page, are defaults of this project, which settings may change, and no guidance.

    Instead: Cut first what only tells (chronology, agency by agency), then what repeats. Put
    method, terms of reference and action plan into appendices, or into papers of their own.

    Leaves alone: How the pages are laid out: only words count, those of tables, appendices and
    references included.

    Contested: Reviews of several children, or of many years, may need more; and Quality Marker 13
    wants the working-out to be shown.
    """

    code = "STR005"
    name = "too-long"
    severity = Severity.ADVICE
    basis = ("PANEL.1", "QM14.1")
    layers = Layer.TEXT
    limits: ClassVar = {"advice": 25, "warning": 40, "error": 80}

    flagged = (_pages(26), _pages(30), _pages(41), _pages(60), _pages(81), _pages(200))
    passed = (
        _pages(24),
        _pages(3),
        _pages(10),
        Example("Nobody opened the blue door. " * 90),
        Example("# Findings\n\n" + "- Visits were short.\n" * 40, role=None),
        Example(
            "Nobody opened the blue door. " * 60,
            settings={"limits": {"STR005": {"advice": 1, "warning": 2, "error": 3}}},
        ),
    )

    def check(self, draft: Draft) -> Iterator[Finding]:
        pages = draft.words / WORDS_A_PAGE
        severity = next((s for s in Severity if pages > self.limit[s.value]), None)
        if severity is not None:
            yield self.finding(
                draft,
                [],
                f"The report has {draft.words:,} words, about {pages:.0f} pages.",
                "Consider cutting first what only tells what was done, then what is said twice; "
                "method and terms of reference can stand in appendices.",
                severity=severity,
            )
