"""PRV014: what the file holds beside what its pages show."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from scr_lint import Draft, Example, Finding, Layer, Role, Rule, Severity

from .residue import find_residue


class DocumentResidue(Rule):
    """What a file holds beside the report: tracked changes, comments, hidden text, particulars.

    Why: whoever opens the file can read all of it, and some will look. A name taken out with
    track changes on is still there, and so is the name of the practitioner who commented, the
    path to the child's folder, and the spreadsheet behind a chart.

    Instead: accept or reject all changes, delete the comments, remove the properties with Word's
    Document Inspector, paste charts as pictures, and publish a PDF made from that copy.

    Leaves alone: particulars that name a program, or a Board, Partnership, Council or other body
    that the draft itself names; scr-lint's own comments; links to public pages; descriptions of
    pictures without names.

    Checks: of the Information Commissioner's guidance on disclosing documents to the public
    securely (2025): metadata (properties, custom properties, template and link paths, the file's
    name), mark-up (tracked changes, comments, PDF annotations), hidden content (hidden text,
    text in the colour of the paper, text off the page), embedded objects (embedded files, the
    data behind charts, attachments), and ineffective redaction (text left under a bar).

    Needs a person: what is inside embedded files; pictures that were cropped or drawn over, the
    words in them, and the place and time that a photograph keeps; whether small or pale text
    can be read; earlier versions kept where the file is stored; and whether what is shown is
    safe to publish.
    """

    code = "PRV014"
    name = "document-residue"
    severity = Severity.ERROR
    basis = ("QM14.2", "QM14.privacy")
    layers = Layer.TEXT
    private = True
    flagged = (
        Example(
            "Mother was seen twice. <!-- Check with Karen whether it was three times -->",
            marks=("Check with Karen",),
        ),
        Example(
            "<!--\nRemoved for publication: the father's employer,\nand the name of the ward.\n-->"
            "\n\nThe father was at work on the night.",
            role=Role.CHRONOLOGY,
            marks=("father's employer",),
        ),
        Example(
            "---\ntitle: Review about Child R\nauthor: Dilys Penhallow\n---\n\n# Analysis\n\n"
            "Nobody asked the school.",
            role=None,
            marks=("Dilys Penhallow",),
        ),
        Example(
            "---\ntitle: Child R\nlast_modified_by: dpenhallow\ncompany: Penhallow Reviews\n---\n\n"
            "# Findings\n\nStaff were new.",
            role=None,
            marks=("dpenhallow",),
        ),
        Example(
            "The dates are in [the merged chronology]"
            "(file://nscb-server/cases/2014/merged-chronology.xlsx).",
            marks=("file://nscb-server",),
        ),
        Example(
            "See [the notes of the event](https://northshire.sharepoint.com/personal/d_p/notes).",
            role=Role.METHODOLOGY,
            marks=("northshire.sharepoint.com",),
        ),
        Example(
            "The plan is kept at S:\\Safeguarding\\Cases\\R-2014\\plan.docx and was not shared.",
            role=Role.APPENDIX,
            marks=("S:\\Safeguarding",),
        ),
        Example(
            "She drew her family.\n\n![Drawing by Ryan of his house and his dog](drawing.png)",
            marks=("Ryan",),
        ),
        Example("![The front door](pictures/Tyrell-Bailey-flat.jpg)", marks=("Tyrell",)),
    )
    passed = (
        Example("Mother was seen twice, and Child R was present on both occasions."),
        Example("<!-- pagebreak -->\n\nNobody asked. <!-- markdownlint-disable-line MD013 -->"),
        Example(
            "---\ntitle: Child R\nauthor: Northshire Safeguarding Children Board\n---\n\n"
            "# Introduction\n\nNorthshire Safeguarding Children Board commissioned this review.",
            role=None,
        ),
        Example("---\nauthor: LibreOffice 24.2\nlang: en-GB\n---\n\n# Findings\n\nSo.", role=None),
        Example(
            "The guidance is in [Working Together](https://www.gov.uk/government/publications/wt) "
            "and in [the annex](annex-b.md#thresholds).",
            role=Role.REFERENCES,
        ),
        Example("![A flow chart of how a referral is made](images/referral-process.png)"),
        Example("The worker left a comment on the file, and the text was hidden from the nurse."),
        Example("Entries ran from 09:30 to 17:00; the ratio was 3:1. C: the third criterion."),
    )

    def check(self, draft: Draft) -> Iterator[Finding]:
        for residue in find_residue(draft, self.settings):
            yield self.finding(draft, residue.spans, residue.message, residue.suggestion)

    def private_words(self, finding: Finding) -> Iterable[str]:
        """What stands in quotation marks: a deleted "the" need not be masked everywhere."""
        return re.findall(r"“([^”]+)”", finding.message)
