"""Findings that never say whether this was usual."""

from __future__ import annotations

from collections.abc import Iterator

from scr_lint import Draft, Example, Finding, Role, Rule, Severity
from scr_lint.causes.reach import tells_what_is
from scr_lint.causes.weighing import LEAST, lacks

from .places import only_requires, place_of, row_of, set_out, title_of


class CaseOnly(Rule):
    """A finding that never says whether this was usual, here or elsewhere, then or now.

    Why: One family's case is a window on how a service works (Quality Marker 13, questions 8 and
    10). If every visit in the area is announced, the remedy is another than if one worker
    announced hers; and a board cannot tell which it is from the case alone.

    Instead: Say what an audit, other cases, the figures or the people who do the work could tell of
    how common this was, and whether it is still so. "This was a rare event" is an answer, and so is
    "we asked and nobody could say".

    Leaves alone: A finding with a word on how usual a thing is, on how it stands today, on other
    cases, areas or a sample, or on what staff do as a rule. A "usual GP", a "routine enquiry" and
    what happened to this family every Thursday are not such words.

    Contested: Not every finding is of more than local use, and a review of one case can seldom
    measure how common a thing is. The Quality Markers ask that the question be raised; the answer
    may be short.
    """

    code = "FND005"
    name = "case-only"
    severity = Severity.ADVICE
    basis = ("QM13.8", "QM13.10")

    flagged = (
        Example(
            "Finding 1: The letter went to the old address because the clerk had copied it from the "
            "booking form.",
            role=Role.FINDINGS,
        ),
        Example(
            "Finding 2: Mother's usual health visitor was on leave. Her stand-in, who had not met "
            "the family, made a routine visit and saw nothing out of place.",
            role=Role.FINDINGS,
        ),
        Example(
            "## Finding 3: The Thursday visits\n\nEvery Thursday the children were collected by "
            "their uncle.\n\nNobody asked where they went, since he was always polite.",
            role=Role.FINDINGS,
        ),
        Example(
            "Finding 4: Of the twelve appointments offered to the family, three were kept. He was "
            "still on the waiting list when he died.",
            role=Role.FINDINGS,
        ),
        Example(
            "Learning point 5: There was a lack of challenge between the agencies, and the plan was "
            "not reviewed.",
            role=Role.FINDINGS,
        ),
        Example(
            "(i) The officer's laptop had no signal in the flat and he wrote the names on his hand. "
            "Two of them were washed off.",
            role=Role.FINDINGS,
        ),
        Example(
            "Finding 6: All four of the siblings' files carried the same warning, which the duty "
            "worker read as being about their father.",
            role=Role.FINDINGS,
        ),
        Example(
            "Finding 7: Once the skeletal survey had come back as clear, minds closed across the "
            "partnership, and on the same day she was sent home.",
            role=Role.FINDINGS,
        ),
        Example(
            "Finding 8: The nurse was up to date with her training. As she has since told the review, she "
            "did not look at the second page.",
            role=Role.FINDINGS,
        ),
        Example(
            "Finding 9: Nursery staff should know that old bruises are yellow. Her attendance was 58 per "
            "cent. The figure is agreed by all three services.",
            role=Role.FINDINGS,
        ),
    )
    passed = (
        Example(
            "Finding 1: The letter went to the old address. Letters still do: the booking system "
            "has no way of changing one.",
            role=Role.FINDINGS,
        ),
        Example(
            "Finding 2: The stand-in had not met the family. In this service that is the norm "
            "rather than the exception.",
            role=Role.FINDINGS,
        ),
        Example(
            "Finding 3: Nobody asked the uncle where they went. The audit of 30 files found two in "
            "which a relative had been asked anything at all.",
            role=Role.FINDINGS,
        ),
        Example(
            "Finding 4: Three of twelve appointments were kept. Neighbouring authorities report the "
            "same.",
            role=Role.FINDINGS,
        ),
        Example(
            "Finding 5: Practitioners could name six other families whose plan had lapsed in this "
            "way.",
            role=Role.FINDINGS,
        ),
        Example(
            "Finding 6: Officers write names on their hands. It is how they have always done it.",
            role=Role.FINDINGS,
        ),
        Example(
            "Finding 7: The alarm failed. This was a rare event and we draw nothing wider from it.",
            role=Role.FINDINGS,
        ),
        Example(
            "Finding 8: Medical letters were slow across the trust, and since then they have become "
            "slower.",
            role=Role.FINDINGS,
        ),
        Example(
            "Finding 10: The letter went astray. Staff from three other wards said the same of theirs, "
            "and the custody log has sixteen others that did.",
            role=Role.FINDINGS,
        ),
        Example(
            "Learning point 9: Schools must be told on the day that a pupil is moved.",
            role=Role.FINDINGS,
        ),
        Example(
            "Finding 11: The key to the medicine cupboard hung beside it. The arrangement has never been "
            "altered.",
            role=Role.FINDINGS,
        ),
        Example(
            "Finding 12: The registrar did not refer. We asked at the other six clinics, and they are no "
            "different.",
            role=Role.FINDINGS,
        ),
        Example(
            "Finding 13: Fewer contacts went to the hub that year: those from dentists fell from 40 to 9.",
            role=Role.FINDINGS,
        ),
    )

    def check(self, draft: Draft) -> Iterator[Finding]:
        for _, own in set_out(draft):
            likely = lacks(self.code, draft, row_of(draft, own))
            if likely < LEAST[self.code] or only_requires(draft, own):
                continue
            if tells_what_is(draft, own.blocks):
                continue  # of a whole service, and of no case
            yield self.finding(
                draft,
                place_of(draft, own),
                f"{title_of(own)} tells of this case alone: it does not say whether this was usual, "
                "here or elsewhere, then or now.",
                "Is this how such work is ordinarily done? Say what an audit, other cases or the "
                "people who do the work could tell, and whether it is still so; if nobody could "
                "say, write that.",
                confidence=likely,
            )
