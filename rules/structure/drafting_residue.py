"""Nothing is left over from the drafting."""

from __future__ import annotations

from collections.abc import Iterator

from scr_lint import Draft, Example, Finding, Layer, Role, Rule, Severity, Span
from scr_lint.residue.marks import find_residue
from scr_lint.vocabulary import load

# Each kind of residue: what the message says of it, and what to do.
_KINDS = {
    "placeholder": (
        "is a gap that nobody has filled",
        "Fill it, or leave the passage out. Where something cannot be known, say so and say why.",
    ),
    "note": (
        "is a note from the drafting",
        "Settle what the note asks and delete it. Notes often name people: look before you share.",
    ),
    "field": (
        "is a reference that has broken",
        "In Word, select everything and press F9; put in by hand what is still broken then.",
    ),
    "template": (
        "comes from a template",
        "Put the text there that belongs there, or delete it.",
    ),
    "draft": (
        "marks the report as a draft",
        "Take it out when the report is final, in headers, footers and title too.",
    ),
}


class DraftingResidue(Rule):
    """Gaps, notes to oneself, broken references and draft marks that are still in the text.

    Why: A report has to be fit to publish as it stands, without being amended. A gap or a
    broken reference that reaches the printed page makes readers doubt the rest, and a note from
    one author to another may say what was never meant to be read, names included.

    Instead: Fill the gaps, settle and delete the notes, update the fields, and take the draft
    marks out last.

    Leaves alone: What is quoted from a record (“date of birth ???”). Words and signs that only
    look like residue: editorial brackets (“[sic]”, “[the child] said”, “[…]”), a first draft of
    a care plan, what “was to be confirmed” then, codes and Roman numerals (“Child XX”,
    “vol. XX”), an abbreviation that the report spells out (“Tarrow Borough Council (TBC)”).
    """

    code = "STR008"
    name = "drafting-residue"
    severity = Severity.WARNING
    basis = ("WT2015.p79-redacted", "QM14.1")
    gathers = True
    layers = Layer.TEXT

    flagged = (
        Example("The inquest opened in March and its outcome is TBC.", marks=("TBC",)),
        Example("The panel met on XX occasions, and X% of files were audited.", marks=("XX", "X%")),
        Example(
            "The visits were short (see Error! Reference source not found).", marks=("Error!",)
        ),
        Example(
            "# Recommendations\n\n| Recommendation | Lead | By |\n|---|---|---|\n"
            "| The Trust should audit its discharge letters. | Chief Nurse | [insert date] |",
            role=None,
            marks=("[insert date]",),
        ),
        Example(
            "---\nheader: DRAFT v0.3 – not for circulation\n---\n\n# Summary\n\nA child was hurt.",
            role=None,
            marks=("DRAFT",),
        ),
        Example(
            "Father was not interviewed. [KL - is that right? Ask the police member. JM]",
            marks=("[KL",),
        ),
        Example("Her date of birth was given as ??? by the\nfirst clinic.", marks=("???",)),
        Example("Summary to be written last.", role=Role.SUMMARY),
        Example("The midwife rang the ward (time?) and was put on hold.", marks=("(time?)",)),
        Example("Click or tap here to enter text.", role=Role.METHODOLOGY),
        Example("The housing file (NB needs more detail) was closed in June."),
        Example(
            "None of the logs says so. Sgt to confirm re third call", marks=("Sgt to confirm",)
        ),
        Example(
            "# Summary\n\nA child was hurt.\n\n# To do\n\n- ring the school again\n- map",
            role=None,
            marks=("ring the school", "map"),
        ),
        Example("The uncle moved in (month? – not in any chronology).", marks=("(month?",)),
        Example("Not sure we can say this. He/she had four minutes.", marks=("Not sure", "He/she")),
        Example("Para 3 needs rewording. Awaiting figure from Education.", marks=("Para", "Await")),
    )
    passed = (
        Example("The first draft of the care plan was read to the child before the meeting."),
        Example("“where r u??? mum says shes going x” she wrote, and nobody saw the message."),
        Example("Tarrow Borough Council (TBC) owns the flats. TBC did not answer the letter."),
        Example("The diagnosis was to be confirmed by a second paediatrician on the Monday."),
        Example("The aunt told the reviewer that “[the social worker] never sat down”."),
        Example("The visit [date not recorded] was the only one in that month."),
        Example("Child X and Child XX are cousins; Nurse X knew them both."),
        Example("Staff were told to check with the duty manager before they confirmed a date."),
        Example(
            "Plan: health visitor to check weight in two weeks; GP to confirm dose.",
            role=Role.CHRONOLOGY,
        ),
        Example(
            "Marsh, T. (2012) Night shifts. Harbour Papers, vol. XX, pp. 3–9.", role=Role.REFERENCES
        ),
        Example("Could more have been done? Did anybody ask?"),
        Example("Staff wrote TBC in the box. The policy says that his/her views are to be sought."),
        Example("(Why not? Because nobody asked.) Insert needles were kept in the drawer."),
    )

    def check(self, draft: Draft) -> Iterator[Finding]:
        found: dict[str, list[Span]] = {}
        for residue in find_residue(draft, _phrases()):
            found.setdefault(residue.kind, []).append(residue.span)
        for kind, spans in found.items():
            what, instead = _KINDS[kind]
            message = f"“{draft.text_at(spans[0])}” {what}."
            if len(spans) > 1:
                message = f"{message[:-1]}; {len(spans) - 1} more follow."
            yield self.finding(draft, spans, message, instead)


def _phrases() -> dict[str, tuple[str, ...]]:
    """The phrases of the term list by kind."""
    phrases: dict[str, tuple[str, ...]] = {}
    for row in load(__package__, "drafting_residue"):
        phrases[row["kind"]] = (*phrases.get(row["kind"], ()), row["phrase"])
    return phrases
