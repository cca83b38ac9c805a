"""Acronyms are introduced only where they will be used."""

import re
from collections.abc import Iterator, Sequence

from scr_lint import Draft, Example, Finding, Layer, Role, Rule, Severity
from scr_lint.terms.acronyms import Acronym
from scr_lint.terms.of_no_person import acronyms_in
from scr_lint.terms.same_words import conflict, letters_apart

_TIMES = {1: "once", 2: "twice"}


class NeedlessAcronym(Rule):
    """Flags an acronym that is written out and then used fewer than two more times.

    Why: Each new acronym is one more thing to hold in mind. GOV.UK's advice is not to use one
    that you will not use again; the national panel counted acronyms among what keeps reviews from
    being read. Two further uses are a default of this project, not guidance.

    Instead: Use the full words each time and leave the letters out.

    Leaves alone: Acronyms that many readers know better than the words (ADHD, NSPCC), and those
    that have become a body's name (Cafcass); codes for people; what only a glossary explains; what stands for two things (ACR006).
    """

    code = "ACR003"
    name = "needless-acronym"
    severity = Severity.ADVICE
    basis = ("QM14.6", "PANEL.1")
    layers = Layer.PARSE | Layer.ENTITIES
    limits = {"uses": 2}

    flagged = (
        Example("The Local Authority Designated Officer (LADO) was told.", marks=("LADO",)),
        Example(
            "The Graded Care Profile (GCP) was not used. The health visitor had no GCP training.",
            marks=("GCP",),
        ),
        Example(
            "The family's IDVA (Independent Domestic Violence Adviser) left in May and was not\n"
            "replaced.",
            marks=("IDVA",),
        ),
        Example(
            "A referral was made to the Multi-Agency Safeguarding Hub, known as the MASH. The "
            "Multi-Agency Safeguarding Hub did not reply.",
            role=Role.CHRONOLOGY,
        ),
        Example(
            "# Summary\n\nThe Public Law Outline (PLO) was used late.\n\n# Findings\n\nThe Public "
            "Law Outline was used late because the legal planning meeting was put off twice.",
            role=None,
            marks=("PLO",),
        ),
        Example("No Team Around the Family (‘TAF’) meeting was held in those six months."),
        Example("Return home interviews (RHIs) were offered and refused."),
    )
    passed = (
        Example(
            "The Local Authority Designated Officer (LADO) was told. The LADO rang the school, and "
            "the school rang the LADO back."
        ),
        Example("The general practitioner (GP) was told."),
        Example("The maternal grandmother (MGM) was told."),
        Example("The MASH was told."),
        Example(
            "SW is a social worker; a number after the letters tells one from the next. SW1 rang, "
            "and SW2 called.",
            role=Role.INTRODUCTION,
        ),
        Example("The social worker (SW1) told the health visitor (HV2)."),
        Example(
            "# Analysis\n\nThe nurse was told.\n\n# Glossary\n\n"
            "| Term | Meaning |\n|---|---|\n| CPN | Community psychiatric nurse |\n",
            role=None,
        ),
        Example(
            "Children's Social Care (CSC) led. The CSC manager agreed; CSC's records say so.",
            role=Role.FINDINGS,
        ),
    )

    def check(self, draft: Draft) -> Iterator[Finding]:
        every = acronyms_in(draft, self.settings)
        for acronym in every:
            first = next(iter(acronym.in_text), None)
            if first is None or not first.expansion or acronym.is_known or acronym.is_debatable:
                continue
            if acronym.short.istitle() or conflict(acronym) or _is_other_spelling(acronym, every):
                continue
            again = [*acronym.uses, *(d.span for d in acronym.in_text[1:])]
            if len(again) >= self.limit["uses"] or _is_numbered(acronym, every):
                continue
            times = len(again)
            count = (
                "never used again"
                if not times
                else f"used only {_TIMES.get(times, f'{times} times')} more"
            )
            yield self.finding(
                draft,
                [first.span, *again],
                f"“{acronym.short}” is introduced and {count}.",
                f"Consider “{first.expansion}” {'each time' if times else 'alone'}, without “{acronym.short}”.",
            )


def _is_numbered(acronym: Acronym, every: Sequence[Acronym]) -> bool:
    """Whether the draft has the letters with numbers, for one person after the other: "SW2"."""
    return any(
        re.fullmatch(rf"{re.escape(acronym.short)}\d+", other.short)
        for other in every
        if other.uses
    )


def _is_other_spelling(acronym: Acronym, every: Sequence[Acronym]) -> bool:
    """Whether its letters stand in another order elsewhere: "CAHMS" and "CAMHS". Which of the two
    is meant comes first (ACR006)."""
    return any(letters_apart(acronym.short, other.short) == "swapped" for other in every)
