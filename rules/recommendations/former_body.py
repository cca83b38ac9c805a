"""Recommendations are addressed to bodies that are still there."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator

from scr_lint import Draft, Example, Finding, Layer, Role, Rule, Severity, Span
from scr_lint.about_review.review_date import ReviewDate, review_date
from scr_lint.answers.links import Answer, answers
from scr_lint.draft import Recommendation
from scr_lint.requests.asked import has_ended, is_asked, is_put_to

from .former_bodies import Row, bodies_in, ended, pattern, successor
from .places import span_of, title_of

_R = Role.RECOMMENDATIONS


class FormerBody(Rule):
    """A recommendation addressed to a body that no longer existed when the review was written.

    Why: the national panel asked for recommendations addressed "to specific individuals or
    organisations". Reviews take years, and health, policing and probation have been reorganised
    often: a body that has ended cannot answer, and its successor will not know that it is meant.

    Instead: address it to whoever does the work at the time of publication, and say so where the
    events of the case concern the body before it: "NHS Northfield Integrated Care Board, which
    took over from the clinical commissioning group, should …".

    Leaves alone: bodies that existed at the review's date, which is read from its front matter,
    its title or its text; a former body where the text only tells what it did; councils and
    partnerships that kept an old name; a body that "will be" abolished. Where the draft gives no
    date at all, only what it says itself ("which was abolished last April") is flagged.
    """

    code = "REC010"
    name = "former-body"
    severity = Severity.WARNING
    basis = ("PANEL.5", "QM14.3")
    layers = Layer.PARSE

    flagged = (
        Example(
            "This report was finished in June 2016.\n\n"
            "Recommendation 1: Northfield Primary Care Trust should publish its waiting times.",
            _R,
            ("Primary Care Trust",),
        ),
        Example(
            "# Serious Case Review, March 2014\n\n## Recommendations\n\n"
            "1. The SHA should fund a second paediatrician.\n",
            role=None,
            marks=("SHA",),
        ),
        Example(
            "# Child Practice Review\n\nDate of report: 4 May 2019\n\n## Recommendations\n\n"
            "| Recommendation | Body |\n|---|---|\n"
            "| Replace the inspection form. | Care and Social Services Inspectorate Wales |\n",
            role=None,
        ),
        Example(
            "The review was completed in October 2021.\n\n"
            "Recommendation 2: The Community Rehabilitation Company should ring the social worker "
            "before a visit is cancelled.",
            _R,
        ),
        Example(
            "Final version, 12 January 2020.\n\nRecommendation 3: The HCPC should tell social "
            "workers what supervision it expects.",
            _R,
            ("HCPC",),
        ),
        Example(
            "Recommendation 4: Marsh Borough Council, which was abolished in April, should reopen "
            "the hostel.",
            _R,
            ("Marsh Borough Council",),
        ),
        Example(
            "In May 2023 the report went to each agency.\n\nRecommendation 6 (Aldermere Clinical "
            "Commissioning Group). Ring every family.",
            _R,
        ),
        Example(
            "This report was agreed in May 2013.\n\nRecommendation 5: A protocol should be written "
            "by the Police Authority.",
            _R,
        ),
        Example(
            "**What the two fires share.** A review of two families. Marsh Partnership, May 2023.\n\n"
            "# Recommendations\n\n1. Public Health England should publish its figures.\n",
            role=None,
        ),
    )
    passed = (
        Example(
            "This report was finished in June 2012.\n\n"
            "Recommendation 1: Northfield Primary Care Trust should publish its waiting times.",
            _R,
        ),
        Example(
            "This report was finished in June 2016.\n\nRecommendation 2: The Integrated Care Board "
            "should read what the Primary Care Trust wrote in 2009.",
            _R,
        ),
        Example(
            "This report was finished in July 2021.\n\nRecommendation 3: Ewe Safeguarding Children "
            "Board should meet parents twice a year.",
            _R,
        ),
        Example(
            "Final version, 12 January 2020.\n\nRecommendation 4: The HCPC should tell paramedics "
            "what supervision it expects.",
            _R,
        ),
        Example(
            "Recommendation 5: Marsh Borough Council, which will be abolished in April, should "
            "reopen the hostel.",
            _R,
        ),
        Example(
            "# Serious Case Review, 2018\n\n## Recommendations\n\n1. The Department of Health and "
            "Social Care should change its form.\n2. The LSCB should publish its answer.\n",
            role=None,
        ),
        Example("Recommendation 6: The LSCB should publish its answer.", _R),
        Example(
            "It is now March 2021.\n\nRecommendation 7: The Scottish Police Authority should ask "
            "for the figures.",
            _R,
        ),
    )

    def check(self, draft: Draft) -> Iterator[Finding]:
        when = review_date(draft)
        for item in answers(draft):
            found = next(_former(draft, item, when), None)
            if found is not None:
                span, row = found
                name = re.sub(r"^[Tt]he ", "", draft.text_at(span))
                yield self._finding(draft, item, span, _shown(name, row, item), row, when)
            elif isinstance(item, Recommendation):
                yield from self._said_to_have_ended(draft, item)

    def _finding(
        self, draft: Draft, item: Answer, span: Span, name: str, row: Row, when: ReviewDate | None
    ) -> Finding:
        year, month = ended(row)
        title = title_of(item) if isinstance(item, Recommendation) else "This question"
        lost = f"had no longer to do with {row['about']}" if row["about"] else "was no longer there"
        return self.finding(
            draft,
            span,
            f"{title} is for “{name}”, which {lost} after {calendar.month_name[month]} {year}; "
            f"this review is of {when}.",
            f"Consider addressing it to {successor(row, when)}, or to whoever has the work now.",
            confidence=0.9 if when and when.exact else 0.7,
        )

    def _said_to_have_ended(self, draft: Draft, item: Recommendation) -> Iterator[Finding]:
        for who in item.addressees:
            if who.span and (said := has_ended(draft, who.span)):
                yield self.finding(
                    draft,
                    who.span,
                    f"{title_of(item)} is for “{who.text}”, of which it says itself: “{said}”.",
                    "Consider addressing it to the body that has the work now.",
                    confidence=0.85,
                )
                return


def _former(draft: Draft, item: Answer, when: ReviewDate | None) -> Iterator[tuple[Span, Row]]:
    """The bodies that an item is for and that had ended by then, with where they stand."""
    if when is None:
        return
    asked = isinstance(item, Recommendation)
    if isinstance(item, Recommendation):
        for who in item.addressees:
            if who.span is None:
                for _, row in bodies_in(who.text, item.text):
                    if when.is_after(*ended(row)):
                        yield span_of(draft, item), row
    for index in item.blocks:
        for (start, end), row in bodies_in(draft.blocks[index].text, item.text):
            span = Span(index, start, end)
            if when.is_after(*ended(row)) and (
                is_asked(draft, item, span)
                if asked and isinstance(item, Recommendation)
                else is_put_to(draft, span)
            ):
                yield span, row


def _shown(name: str, row: Row, item: Answer) -> str:
    """The body as the draft names it, or as the list does where only its row or heading names it."""
    if pattern().search(name.replace("’", "'")):
        return name
    beside = item.named_beside if isinstance(item, Recommendation) else ()
    return next((said for said in beside if pattern().search(said)), row["words"].split(";")[0])
