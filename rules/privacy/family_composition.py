"""PRV011: birth order, numbers and ages of siblings, twins, half-siblings."""

from __future__ import annotations

import re
from collections.abc import Iterator

from scr_lint import Block, Draft, Example, Finding, Layer, Role, Rule, Severity, Span
from scr_lint.draft import RUNNING
from scr_lint.persons.children import cast_of
from scr_lint.persons.composition_judgement import LEFT_ALONE, told_of_family
from scr_lint.structure.tables import row_of

_AGE_COLUMN = re.compile(r"\bage[ds]?\b", re.IGNORECASE)
_SIBLING = re.compile(r"\b(?:half|step)?[- ]?(?:sibling|brother|sister|sib)s?\b", re.IGNORECASE)
_SUGGESTION = (
    "“Siblings” or “other children in the family” says enough; keep the order, number or ages only "
    "where the analysis rests on them."
)


class FamilyComposition(Rule):
    """Birth order, exact number and ages of siblings, twins, and who is half-sibling to whom.

    Why: "the second of four, with twin half-sisters" fits one family in a town. Neighbours, school
    gates and registers know families by their make-up before they know them by name, and the
    brothers and sisters will read the report themselves one day.

    Instead: write "siblings" or "other children in the family". Where the make-up explains practice
    (a baby lost from sight among older children), say just that much.

    Leaves alone: "siblings", "a brother" without number, order or age; counts of children in an
    audit, a caseload or research; the code of a child ("Sibling 2").

    Contested: caring for younger children is often part of a child's daily life, and leaving it out
    can hide the child. "He looked after the other children" keeps it.
    """

    code = "PRV011"
    name = "family-composition"
    severity = Severity.WARNING
    basis = ("QM14.2", "QM14.privacy")
    layers = Layer.PARSE | Layer.ENTITIES
    private = True
    flagged = (
        Example(
            "Child C was the youngest of five children.",
            role=Role.FAMILY_BACKGROUND,
            marks=("youngest of five children",),
        ),
        Example("She shared a room with her twin sister.", marks=("twin sister",)),
        Example(
            "He has an older brother and two half-sisters on his father's side.",
            role=Role.FAMILY_BACKGROUND,
            marks=("older brother", "two half-sisters"),
        ),
        Example("Mother, who has four children, moved to the area in 2012.", marks=("four",)),
        Example("His siblings, aged 3, 5 and 9, were in the house.", marks=("3, 5 and 9",)),
        Example(
            "| Person | Details |\n|---|---|\n| Child A | Male, eldest, of primary-school age |",
            role=Role.FAMILY_BACKGROUND,
            marks=("eldest",),
        ),
        Example("All three children were made subject to plans.", marks=("three children",)),
        Example("Gran had brought up five of her own.", marks=("five of her own",)),
        Example(
            "The elder, who was nine, got the others up and gave them breakfast.", marks=("elder",)
        ),
        Example("It was her third pregnancy, and nobody asked about the first two."),
        Example("She was pregnant with her fourth.", marks=("her fourth",)),
        Example(
            "His brother, two years older, had left home.", marks=("brother, two years older",)
        ),
        Example("Mother, Father and three girls (9, 6 and 2).", marks=("three girls",)),
        Example(
            "| Who | Age |\n|---|---|\n| Half-brother | 6 |",
            role=Role.FAMILY_BACKGROUND,
            marks=("6",),
        ),
    )
    passed = (
        Example("The middle of five strategy meetings decided to take no further action."),
        Example("Her siblings were seen on their own by the social worker."),
        Example("His brother told the school what he had heard through the wall."),
        Example("She had at that time twenty-six children on her list."),
        Example("The social worker had that morning removed two brothers from another family."),
        Example("The panel had six members, the youngest of whom had been in post for a month."),
        Example(
            "One in nine of them had asthma, and more than half were the eldest of their families."
        ),
        Example("The audit looked at four children out of 310 on the team’s books."),
        Example("Older siblings often take on the care of younger ones, research tells us."),
        Example("The twin aims of the plan pulled in two directions."),
        Example("The third child protection conference was cancelled."),
        Example("She had spent her evenings with an older girl outside a takeaway."),
        Example("Sibling 2 was seen at nursery, and Child A at school."),
        Example("The social worker, at 22, was by some way the youngest."),
        Example("It makes no odds whether a child is one of two or one of nine."),
        Example("The oldest record on the system is from 2009."),
    )

    def check(self, draft: Draft) -> Iterator[Finding]:
        cast = cast_of(draft, self.settings.names)
        spans: list[Span] = []
        told: dict[str, None] = {}
        for index, doc in draft.docs.items():
            block = draft.blocks[index]
            if block.kind in RUNNING or draft.role_of(index) in LEFT_ALONE:
                continue
            if _is_age_of_sibling(draft, block):
                spans.append(Span(index, 0, len(block.text)))
                told["ages of siblings"] = None
                continue
            for found in told_of_family(draft, block, doc, cast):
                spans.append(Span(index, found.start, found.end))
                told[found.telling.value] = None
        if spans:
            what = ", ".join(told)
            yield self.finding(
                draft, spans, f"This tells how the family is made up: {what}.", _SUGGESTION
            )


def _is_age_of_sibling(draft: Draft, block: Block) -> bool:
    """Whether a cell gives the age of the brother or sister that its row is about."""
    if not block.cell or block.cell.is_header or not _AGE_COLUMN.search(block.cell.header):
        return False
    if not re.search(r"\d", block.text):
        return False
    return any(_SIBLING.search(b.text) for b in row_of(draft, block) if b.index != block.index)
