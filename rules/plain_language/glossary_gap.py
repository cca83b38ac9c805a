"""A report with acronyms has a glossary, and it lists the ones in the text."""

from collections.abc import Iterator, Sequence, Set

from scr_lint import Block, Draft, Example, Finding, Layer, Rule, Severity
from scr_lint.terms.acronyms import Acronym
from scr_lint.terms.glossary import is_glossary
from scr_lint.terms.strange import strange_to_readers

#: How many acronyms a message names.
_NAMED = 12


class GlossaryGap(Rule):
    """Flags a draft with several acronyms and no glossary, or a glossary out of step with its text.

    Why: Few people read a review from the first page to the last. Who turns to one finding meets
    letters that were explained thirty pages before, and needs a place to look them up. A glossary
    that lacks some of them sends readers away without an answer. That it takes more than three is a
    default of this project, not guidance.

    Instead: Put one list of acronyms at the front or the back, with the words and, where needed, a
    line on what the body does. Before the report is signed off, check it against the text both ways.
    Using fewer acronyms may spare you the list.

    Leaves alone: Acronyms that readers know; codes for people; in a draft with a glossary, an
    acronym that stands only beside its own words; a list of words, rather than of acronyms, in a draft with few acronyms.
    """

    code = "ACR007"
    name = "glossary-gap"
    severity = Severity.ADVICE
    basis = ("QM14.6", "PANEL.1")
    layers = Layer.PARSE | Layer.ENTITIES
    #: More acronyms than this without a glossary; this many in the text and not in the glossary;
    #: this many in the glossary and not in the text.
    limits = {"acronyms": 3, "missing": 1, "unused": 2}

    flagged = (
        Example(
            "# Analysis\n\nThe MASH met. The LADO wrote. The IRO asked. The EDT rang.", role=None
        ),
        Example(
            "# Summary\n\nThe Multi-Agency Safeguarding Hub (MASH) met, and so did the Youth "
            "Offending Team (YOT).\n\n# Analysis\n\nThe MASH told the YOT. The LADO and the IRO "
            "were not told.",
            role=None,
        ),
        Example(
            "# Analysis\n\nThe CPN told the EDT.\n\n# Glossary\n\n"
            "| Term | Meaning |\n|---|---|\n| CPN | Community psychiatric nurse |\n",
            role=None,
        ),
        Example(
            "# Abbreviations\n\nIRO: independent reviewing officer\n\n# Findings\n\nThe IRO told "
            "the emergency duty team (EDT). The EDT told nobody.",
            role=None,
        ),
        Example(
            "# Analysis\n\nThe IRO wrote.\n\n# Glossary\n\nIRO: independent reviewing officer\n\n"
            "EDT: emergency duty team\n\nYOT: youth offending team\n\nPRU: pupil referral unit\n",
            role=None,
        ),
        Example(
            "# Analysis\n\nThe MASH met. The LADO wrote. The IRO asked. The EDT rang.\n\n"
            "# Definitions\n\n| Term | Meaning |\n|---|---|\n| Accepted | We shall do it |\n"
            "| Rejected | We shall not |\n",
            role=None,
        ),
        Example(
            "# Findings\n\nThe FSW, the EWO, the SENCO and the DSL met in May. The FSW took notes.",
            role=None,
        ),
    )
    passed = (
        Example(
            "# Analysis\n\nThe MASH told the LADO and CAMHS, and so did Child and Adolescent Mental "
            "Health Services (CAHMS).",
            role=None,
        ),
        Example(
            "# Methodology\n\nTerms. ABE, Achieving Best Evidence interview; DV, domestic violence; "
            "SIO, senior investigating officer.\n\nThe SIO led. DV was known. The ABE was late.",
            role=None,
        ),
        Example("# Analysis\n\nThe MASH told the LADO, and the LADO told the IRO.", role=None),
        Example(
            "# Analysis\n\nThe CPN told the EDT.\n\n# Glossary\n\nCPN: community psychiatric "
            "nurse\n\nEDT: emergency duty team\n",
            role=None,
        ),
        Example(
            "# Findings\n\nThe NHS, the GP, A&E and the BBC had it. SW1 told MGM and HV2.",
            role=None,
        ),
        Example(
            "# Analysis\n\nThe IRO wrote. The emergency duty team (EDT) did not.\n\n# Glossary\n\n"
            "IRO: independent reviewing officer\n",
            role=None,
        ),
        Example(
            "# Words we use\n\nEHC plan: education, health and care plan\n\n# Findings\n\nHer EHC "
            "plan was late.",
            role=None,
        ),
        Example(
            "# Analysis\n\nThe youth offending team (YOT) wrote. YOT staff rang.\n\n"
            "# Abbreviations\n\n| Abbreviation | In full |\n|---|---|\n"
            "| YOT | Youth offending team |\n| EDT | Emergency duty team |\n",
            role=None,
        ),
    )

    def check(self, draft: Draft) -> Iterator[Finding]:
        acronyms = strange_to_readers(draft, self.settings)
        lines = [b for b in draft.blocks if is_glossary(draft, b) and b.is_prose]
        glossary = " ".join(b.text for b in lines)
        listed = {b.index for b in lines}
        in_text = [a for a in acronyms if a.uses]
        if not _has_acronym(listed, acronyms):
            in_text = [a for a in acronyms if a.uses or a.in_text]
            if len(in_text) > self.limit["acronyms"]:
                yield self.finding(
                    draft,
                    [],
                    f"The draft uses {len(in_text)} acronyms that not every reader knows and has "
                    f"no {'list of acronyms' if glossary else 'glossary'}.",
                    f"Consider a list of what they stand for: {_named(in_text)}.",
                )
            return
        missing = [a for a in in_text if a.short.upper() not in glossary.upper()]
        unused = [
            a
            for a in acronyms
            if a.definitions and not a.uses and all(d.span.block in listed for d in a.definitions)
        ]
        message = []
        wanted = self.limit["missing" if _lists_acronyms(lines, acronyms) else "acronyms"]
        if len(missing) >= wanted:
            message.append(f"The glossary lacks acronyms that the text uses: {_named(missing)}.")
        if len(unused) >= self.limit["unused"]:
            message.append(f"It lists acronyms that the text does not use: {_named(unused)}.")
        if message:
            yield self.finding(
                draft,
                [],
                " ".join(message).replace("It lists", "The glossary lists", not missing),
                "Consider going through the list with the text beside it, or using the full words "
                "and dropping the letters.",
            )


def _has_acronym(listed: Set[int], acronyms: Sequence[Acronym]) -> bool:
    """Whether a list of words has any acronym, unlike one that says what "Accepted" means."""
    return any(d.span.block in listed for a in acronyms for d in a.definitions)


def _lists_acronyms(lines: Sequence[Block], acronyms: Sequence[Acronym]) -> bool:
    """Whether a glossary is a list of acronyms, and not of terms among which one may stand."""
    entries = [b for b in lines if not (b.cell and b.cell.column)]
    defined = {d.span.block for a in acronyms for d in a.definitions}
    return 2 * sum(b.index in defined for b in entries) >= len(entries)


def _named(acronyms: Sequence[Acronym]) -> str:
    names = sorted(a.short for a in acronyms)
    more = len(names) - _NAMED
    return ", ".join(names[:_NAMED]) + (f" and {more} more" if more > 0 else "")
