"""A review explains more than it tells."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from scr_lint import Draft, Example, Finding, Layer, Role, Rule, Severity, Span
from scr_lint.metrics import section_words

_SHORT = {"limits": {"STR006": {"words": 50}}}
_STORY = "The health visitor came on Tuesday and saw the baby in the kitchen with both parents. "
_WHY = "Workers trusted what they saw, since the visits were booked and the duty desk was full. "
#: What stands around a report and is neither story nor analysis.
_AROUND = frozenset(
    {Role.FRONT_MATTER, Role.CONTENTS, Role.APPENDIX, Role.GLOSSARY, Role.REFERENCES}
)


def _draft(story: int, why: int, heading: str = "Chronology") -> str:
    """A draft with so many sentences of story, and so many of analysis."""
    return (
        f"# Introduction\n\nThe purpose is to learn.\n\n# {heading}\n\n{_STORY * story}\n\n"
        f"# Analysis\n\n{_WHY * why}\n"
    )


class NarrativeHeavy(Rule):
    """More than a third of the words, or more than half, are chronology or narrative.

    Why: The national panel criticised reviews in which irrelevant detail makes it difficult to
    discern the key events, and the press reported of its first year that too many were a narrative
    of events. Learning is in the why. Nobody has said how much story is too much: advice above a
    third and a warning above half are defaults of this project, which settings may change, and no
    guidance.

    Instead: Keep the events that a finding rests on, told in a page or two. Take the rest into the
    analysis, where each can be explained, or leave it in the working papers.

    Leaves alone: Chronologies in an appendix. Drafts under 350 words, about a page: another default
    of this project.

    Contested: Families often want the story of the child told in full.
    """

    code = "STR006"
    name = "narrative-heavy"
    severity = Severity.ADVICE
    basis = ("PANEL.1", "PANEL.2")
    layers = Layer.TEXT
    limits: ClassVar = {"advice": 1 / 3, "warning": 1 / 2, "words": 350}

    flagged = (
        Example(_draft(10, 10), role=None, settings=_SHORT, marks=("Chronology",)),
        Example(_draft(30, 10), role=None, settings=_SHORT),
        Example(_draft(20, 10), role=None),
        Example(_draft(10, 15, "What happened"), role=None, settings=_SHORT),
        Example(_draft(9, 12, "Summary of agency involvement"), role=None, settings=_SHORT),
        Example(_draft(12, 10, "Key events"), role=None, settings=_SHORT),
        Example(_draft(110, 60, "Naratif / Narrative"), role=None),
    )
    passed = (
        Example(_draft(5, 15), role=None, settings=_SHORT),
        Example(_draft(3, 20, "What happened"), role=None, settings=_SHORT),
        Example(_draft(30, 10, "Appendix B: Integrated chronology"), role=None, settings=_SHORT),
        Example(_draft(5, 5), role=None),
        Example(_draft(30, 70), role=None),
        Example(
            _draft(10, 10),
            role=None,
            settings={"limits": {"STR006": {"words": 50, "advice": 0.6, "warning": 0.8}}},
        ),
    )

    def check(self, draft: Draft) -> Iterator[Finding]:
        if draft.words < self.limit["words"]:
            return
        body = {s: section_words(draft, s) for s in draft.sections if s.role not in _AROUND}
        told = {s: words for s, words in body.items() if s.role is Role.CHRONOLOGY}
        share = sum(told.values()) / max(1, sum(body.values()))
        if share > self.limit["advice"]:
            longest = sorted(told, key=lambda s: -told[s])[:3]
            spans = [
                Span(s.heading, 0, len(draft.blocks[s.heading].text))
                for s in sorted(longest, key=lambda s: s.index)
                if s.heading is not None
            ]
            yield self.finding(
                draft,
                spans,
                f"{share:.0%} of the words are chronology or narrative.",
                "Consider keeping the events that a finding rests on, and explaining them in the "
                "analysis rather than telling them one by one.",
                severity=Severity.WARNING if share > self.limit["warning"] else Severity.ADVICE,
            )
