"""The account of the method takes little room."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from scr_lint import Draft, Example, Finding, Layer, Role, Rule, Severity, Span
from scr_lint.about_review import tells_of_people
from scr_lint.metrics import section_words

_SHORT = {"limits": {"STR004": {"words": 50}}}
_STORY = "The health visitor came on Tuesday and saw the baby in the kitchen with both parents. "
_HOW = "Each agency wrote a report, and the panel met to read them and to settle what to ask. "


def _draft(how: int, story: int, heading: str = "Methodology") -> str:
    """A draft with so many sentences on the method, and so many on the case."""
    return (
        f"# {heading}\n\n{_HOW * how}\n\n# What happened\n\n{_STORY * story}\n\n"
        "# Findings\n\n1. Visits were short.\n"
    )


class MethodTooLong(Rule):
    """More than a tenth of the words tell how the review was done.

    Why: Readers come for what happened, why, and what should change. The national panel's second
    report (2015), as the press gave it, found too much emphasis on methodology in the reviews it
    read. Neither says how much is too much: a tenth of the words is a default of this project,
    which settings may change, and no guidance.

    Instead: Keep what readers need to trust the findings: what was read, who was heard, how
    hindsight was kept in check, what could not be known. Move the rest to an appendix.

    Leaves alone: Appendices. Sections on what the family or the staff said, which are no method.
    Drafts under 350 words, about a page: another default of this project.

    Contested: Quality Marker 13 asks for enough of the working-out to let others criticise it. A
    short section with an appendix serves both.
    """

    code = "STR004"
    name = "method-too-long"
    severity = Severity.ADVICE
    basis = ("QM14.1", "PANEL.1")
    layers = Layer.TEXT
    limits: ClassVar = {"share": 0.1, "words": 350}

    flagged = (
        Example(_draft(4, 8), role=None, settings=_SHORT, marks=("Methodology",)),
        Example(_draft(3, 12), role=None, settings=_SHORT),
        Example(_draft(8, 20), role=None),
        Example(_draft(5, 10, "How we went about it"), role=None, settings=_SHORT),
        Example(_draft(6, 20, "Terms of reference and scope"), role=None, settings=_SHORT),
        Example(
            f"# Terms of reference\n\n{_HOW}\n\n# The panel\n\n{_HOW}\n\n# Process\n\n{_HOW}\n\n"
            f"# What happened\n\n{_STORY * 10}",
            role=None,
            settings=_SHORT,
        ),
        Example(
            _draft(2, 20),
            role=None,
            settings={"limits": {"STR004": {"words": 50, "share": 0.05}}},
        ),
    )
    passed = (
        Example(_draft(1, 20), role=None, settings=_SHORT),
        Example(_draft(2, 30, "How the review was done"), role=None, settings=_SHORT),
        Example(_draft(4, 8), role=None),
        Example(_draft(4, 12, "Appendix A: Methodology"), role=None, settings=_SHORT),
        Example(_draft(4, 12, "The family's contribution"), role=None, settings=_SHORT),
        Example(
            _draft(4, 8), role=None, settings={"limits": {"STR004": {"words": 50, "share": 0.5}}}
        ),
    )

    def check(self, draft: Draft) -> Iterator[Finding]:
        if draft.words < self.limit["words"]:
            return
        words = {
            s: section_words(draft, s)
            for s in draft.sections
            if s.role is Role.METHODOLOGY and not tells_of_people(s)
        }
        share = sum(words.values()) / draft.words
        if share > self.limit["share"]:
            headings = [s.heading for s in words if s.heading is not None]
            yield self.finding(
                draft,
                [Span(h, 0, len(draft.blocks[h].text)) for h in headings],
                f"{sum(words.values()):,} of {draft.words:,} words ({share:.0%}) tell how the review "
                "was done.",
                "Consider keeping what readers need to trust the findings, and moving the rest to an "
                "appendix.",
            )
