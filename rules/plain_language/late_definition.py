"""Acronyms are written out at their first use, not later."""

import re
from collections.abc import Iterator

from scr_lint import Draft, Example, Finding, Kind, Layer, Role, Rule, Severity
from scr_lint.draft import Span
from scr_lint.terms.acronyms import Acronym
from scr_lint.terms.of_no_person import acronyms_in
from scr_lint.terms.same_words import same_words

_NAMED = re.compile(r"[\"“‘']$")
#: Words: a cell of no more is a label.
_LABEL = 3


class LateDefinition(Rule):
    """Flags an acronym that is used before the draft says what it stands for.

    Why: Readers who meet letters they do not know stop, or read on without them. GOV.UK and the
    NHS both ask for the full words at the first use. Paragraphs are moved while a report is
    written, and the explanation often stays behind.

    Instead: Move the full words, with the letters in brackets, to the first use, and use the
    letters alone from there on.

    Leaves alone: Acronyms that readers know; acronyms explained in a footnote or in a list at the
    front, or only in a glossary, which can be looked up from anywhere; headings, captions, short cells and the front page, where the letters
    stand before any sentence could explain them; those never explained at all (ACR001).
    """

    code = "ACR002"
    name = "late-definition"
    severity = Severity.ADVICE
    basis = ("QM14.6", "PANEL.1")
    layers = Layer.PARSE | Layer.ENTITIES

    flagged = (
        Example(
            "The CSC manager agreed. Children's Social Care (CSC) then closed the case.",
            marks=("CSC",),
        ),
        Example(
            "A MARAC was held in June.\n\nThe Multi-Agency Risk Assessment Conference (MARAC) met "
            "again in July.",
            marks=("MARAC",),
        ),
        Example(
            "# Summary\n\nThe IRO raised concerns twice.\n\n# Analysis\n\n"
            "The Independent Reviewing Officer (IRO) said that nobody replied.",
            role=None,
            marks=("IRO",),
        ),
        Example(
            "Both EHCPs were out of date. An EHCP (education, health and care plan) must be "
            "reviewed every year.",
            marks=("EHCP",),
        ),
        Example(
            "The school rang the LADO, who gave advice; the LADO\nrang back. The Local Authority "
            "Designated Officer, known as the LADO, keeps a log.",
            marks=("LADO",),
        ),
        Example(
            "He was seen by CAMHS in May. It was the third referral to Child and Adolescent Mental "
            "Health Services (“CAMHS”).",
            role=Role.CHRONOLOGY,
        ),
        Example(
            "# Analysis\n\nThe CPN visited. The community psychiatric nurse (CPN) came again.\n\n"
            "# Glossary\n\n| Term | Meaning |\n|---|---|\n| CPN | Community psychiatric nurse |\n",
            role=None,
            marks=("CPN",),
        ),
        Example(
            "Mother told the IDVA. The IDVA, or Independent Domestic Violence Adviser, made a plan."
        ),
    )
    passed = (
        Example(
            "# Analysis\n\n| Post |\n|---|\n| MASH manager |\n\nThe Multi-Agency Safeguarding "
            "Hub (MASH) took the call.",
            role=None,
        ),
        Example(
            "Staff used “SG” for two things. To some, SG was special guardianship (SG), an order."
        ),
        Example("Children's Social Care (CSC) closed the case. CSC did not write to the school."),
        Example("The LADO (Local Authority Designated Officer) was told. The LADO kept a log."),
        Example("The GP and the NHS trust met. The general practitioner (GP) led the discussion."),
        Example(
            "# Review of CSC practice\n\nChildren's Social Care (CSC) held the case. CSC led it.",
            role=None,
        ),
        Example(
            "# Abbreviations\n\n| Term | Meaning |\n|---|---|\n| CPN | Community psychiatric nurse |"
            "\n\n# Analysis\n\nThe CPN visited. The community psychiatric nurse (CPN) came again.",
            role=None,
        ),
        Example("The MASH received the call. The MASH did not record it."),
        Example(
            "SW1 told MGM. The maternal grandmother (MGM) said that the social worker (SW1) rang."
        ),
    )

    def check(self, draft: Draft) -> Iterator[Finding]:
        for acronym in acronyms_in(draft, self.settings):
            early = _early(draft, acronym)
            if acronym.is_known or not early:
                continue
            first = acronym.in_text[0]
            agree = all(same_words(first.expansion, d.expansion) for d in acronym.in_text)
            full = f"“{first.expansion}”" if first.expansion and agree else "its explanation"
            yield self.finding(
                draft,
                [*early, first.span],
                f"“{acronym.short}” is used before it is explained.",
                f"Move {full} up to the first use of {acronym.short}.",
            )


def _early(draft: Draft, acronym: Acronym) -> list[Span]:
    """Uses in sentences before the first definition; none where a list before it or a note helps."""
    if not acronym.in_text:
        return []
    first = acronym.in_text[0].span
    asides = [d.span.block for d in acronym.definitions if d.aside]
    if any(at < first.block or draft.blocks[at].kind is Kind.FOOTNOTE for at in asides):
        return []
    return [
        use
        for use in acronym.uses
        if (use.block, use.start) < (first.block, first.start) and _in_sentence(draft, use)
    ]


def _in_sentence(draft: Draft, use: Span) -> bool:
    block = draft.blocks[use.block]
    if _NAMED.search(block.text[: use.start]) and block.text[use.end : use.end + 1] in "\"”’'":
        return False  # Practitioners used “SG” for two things.
    if block.kind is Kind.CELL and len(block.text.split()) <= _LABEL:
        return False  # a box of a chart, which no sentence can explain
    outside = {Kind.HEADING, Kind.TITLE, Kind.CAPTION}
    titled = bool(draft.sections and draft.sections[0].title)
    front = titled and draft.role_of(use.block) is Role.FRONT_MATTER
    return block.kind not in outside and not front
