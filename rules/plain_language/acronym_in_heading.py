"""Headings say what they are about in words."""

from collections.abc import Iterator

from scr_lint import Draft, Example, Finding, Kind, Layer, Role, Rule, Severity
from scr_lint.draft import Span
from scr_lint.terms.acronyms import Acronym
from scr_lint.terms.of_no_person import acronyms_in


class AcronymInHeading(Rule):
    """Flags headings with an acronym in place of the words.

    Why: Headings are read first and alone: in the contents, by those who look for the part about
    their own service, and by people who use a screen reader and go from heading to heading. There
    the letters stand away from the sentence that explains them. A government style guide asks for
    no acronyms in headings.

    Instead: Write the words: "Reviews of children in care" rather than "LAC reviews".

    Leaves alone: Acronyms that readers know (NHS, GP, A&E); codes for people; headings that give
    the words beside the letters; the list of contents and the references.
    """

    code = "ACR004"
    name = "acronym-in-heading"
    severity = Severity.ADVICE
    basis = ("QM14.6", "PANEL.1", "WT2015.p79-plain")
    layers = Layer.PARSE | Layer.ENTITIES

    flagged = (
        Example(
            "# Analysis\n\n## The role of the MASH\n\nIt met daily.", role=None, marks=("MASH",)
        ),
        Example(
            "# Findings\n\n## Finding 2: Nobody knew when a LAC review was due\n\nTwo were late.",
            role=None,
            marks=("LAC",),
        ),
        Example(
            "# Summary\n\nChild sexual exploitation (CSE) was known of early.\n\n# CSE and the "
            "police\n\nOfficers saw her twice.",
            role=None,
            marks=("CSE",),
        ),
        Example(
            "# Analysis\n\n## CAMHS, the SENCO and the school\n\nNobody wrote.",
            role=None,
            marks=("CAMHS", "SENCO"),
        ),
        Example(
            "# Chronology\n\n## Between the two ICPCs\n\nThe baby was born.",
            role=None,
            marks=("ICPC",),
        ),
        Example(
            "# ANALYSIS\n\nThe LADO rang twice. The LADO then wrote.\n\n## THE ROLE OF THE LADO\n\n"
            "It was not clear.",
            role=None,
            marks=("LADO",),
        ),
        Example("# IMR authors\n\nEach agency sent one report.", role=None, marks=("IMR",)),
    )
    passed = (
        Example(
            "# Analysis\n\n## The role of the NHS and the GP\n\nThe MASH took the call.", role=None
        ),
        Example(
            "# Analysis\n\n## The Multi-Agency Safeguarding Hub (MASH)\n\nThe MASH met.", role=None
        ),
        Example("# Analysis\n\n## What SW1 and MGM saw\n\nThey met twice.", role=None),
        Example("# ANALYSIS AND FINDINGS\n\n## WHAT WE LEARNED\n\nIt took time.", role=None),
        Example("# Part II\n\n## Appendix A: Terms of reference\n\nSee above.", role=None),
        Example("# Findings\n\n## Child AB and her school\n\nThe LADO was told.", role=None),
    )

    def check(self, draft: Draft) -> Iterator[Finding]:
        for acronym in acronyms_in(draft, self.settings):
            if acronym.is_known or acronym.is_debatable:
                continue
            places = [
                use
                for use in acronym.uses
                if draft.blocks[use.block].kind in {Kind.HEADING, Kind.TITLE}
                and draft.role_of(use.block) is not Role.GLOSSARY
            ]
            if places:
                yield self.finding(draft, places, _message(acronym, places), _suggestion(acronym))


def _message(acronym: Acronym, places: list[Span]) -> str:
    if len(places) == 1:
        return f"A heading has “{acronym.short}” in place of the words."
    return f"{len(places)} headings have “{acronym.short}” in place of the words."


def _suggestion(acronym: Acronym) -> str:
    full = next((d.expansion for d in acronym.definitions if d.expansion), acronym.stands_for)
    if full:
        return f"Consider “{full}”, or plainer words, in the heading."
    return "Consider the full words, or plainer ones, in the heading."
