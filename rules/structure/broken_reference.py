"""What a report points its readers to is there."""

from __future__ import annotations

from collections.abc import Iterator

from scr_lint import Draft, Example, Finding, Layer, Rule, Severity, Span
from scr_lint.about_review import is_whole
from scr_lint.structure.cross_references import DRAWN, numbered_parts, pointers

#: Fewer words are an extract, whose appendices may stand elsewhere.
_WHOLE = 1500


class BrokenReference(Rule):
    """A pointer to a section, paragraph, finding, recommendation or appendix that is not there.

    Why: Numbers move while a report is being drafted. A reader who is sent to paragraph 7.3 and
    finds none, or to an appendix that was cut, cannot check what the report rests on, and a board
    that answers “Recommendation 9” needs to know which one that is.

    Instead: Put the right number, or take the pointer out. In Word, insert it as a cross-reference
    (References, Cross-reference), which follows when numbers change.

    Leaves alone: Sections of laws and paragraphs of other documents (“section 47”, “paragraph 12 of
    the guidance”, “Chapter 1 of Working Together”). What is quoted, footnotes, and the list of
    references. In extracts, kinds of things that the text does not number: a whole report that
    points to Appendix D and has no appendix sends its readers nowhere, an extract may not.
    """

    code = "STR011"
    name = "broken-reference"
    severity = Severity.WARNING
    basis = ("QM14.1",)
    gathers = True
    layers = Layer.TEXT

    flagged = (
        Example("4.1 The school rang.\n\n4.2 Nobody answered (see paragraph 7.3).", marks=("7.3",)),
        Example(
            "# 1 Introduction\n\nThe method is in Appendix D.\n\n# 2 Analysis\n\nThree visits.\n\n"
            "# Appendix A: Method\n\nWe met staff.\n\n# Appendix B: Terms of reference\n\nTwo.",
            role=None,
            marks=("Appendix D",),
        ),
        Example(
            "# Findings\n\n## Finding 1: Beds\n\nToo few.\n\n## Finding 2: Nights\n\nAs Finding 9 "
            "shows, nobody slept.",
            role=None,
            marks=("Finding 9",),
        ),
        Example(
            "# Recommendations\n\nRecommendation 1: The Trust should open a clinic.\n\n"
            "Recommendation 2: The Council should fund a post.\n\n# Conclusion\n\n"
            "The Board has begun with recommendations 2 and 6.",
            role=None,
            marks=("6",),
        ),
        Example(
            "# 1 Summary\n\nA baby.\n\n# 2 Method\n\nAs set out in section 8\nbelow, staff were new.",
            role=None,
            marks=("section 8",),
        ),
        Example(
            "3.1 The ward.\n\n3.2 It was full, as para 3.11 explains.\n\n3.3 It closed.",
            marks=("3.11",),
        ),
        Example(
            "# A review of Child K\n\n## Findings\n\n### F1\n\nBeds were few.\n\n### F2\n\nNights were "
            "long.\n\n## Recommendations\n\nThe Trust should count its beds (F4).",
            role=None,
            marks=("F4",),
        ),
        Example(
            "# Report of the review\n\n## Introduction\n\nA list is at Annex B.\n\n## Analysis\n\n"
            "The lift was out (Chart 3).\n\n## Findings\n\nFinding one. Lifts matter.\n\nFinding two. "
            "So do stairs, as finding three explains.",
            role=None,
            marks=("Annex B", "Chart 3", "finding three"),
        ),
    )
    passed = (
        Example(
            "# Report of the review\n\n## I. Method\n\nWe met staff.\n\n## II. Analysis\n\nAs Part I "
            "says, we met staff.\n\n## III. Findings\n\nFinding A. Beds.\n\nFinding B. Nights, see finding "
            "A.\n\n## Appendix\n\nThe list (Appendix 1) is short.",
            role=None,
        ),
        Example("4.1 The school rang.\n\n4.2 Nobody answered (see paragraph 4.1)."),
        Example("4.1 A section 47 enquiry began.\n\n4.2 It was closed under section 20."),
        Example(
            "4.1 Chapter 7 of Working Together says so.\n\n4.2 See paragraph 12 of the guidance."
        ),
        Example(
            "The order is made under the Children Act 1989, section 31.\n\n1.1 So.\n\n1.2 Then."
        ),
        Example(
            "# Findings\n\n## Finding 1: Beds\n\nToo few.\n\n## Finding 2: Nights\n\nFinding 7 of the "
            "review of 2012 said the same.",
            role=None,
        ),
        Example("The panel read Table 4 and Figure 2 in the regulator’s report."),
        Example(
            "# 2 Analysis\n\n2.1 The visits.\n\n2.2 The calls.\n\n# 3 Findings\n\nSections 2 and 3, "
            "and paragraphs 2.1 to 2.2, explain this.",
            role=None,
        ),
        Example(
            "# Report of the review\n\n## Analysis\n\nAppendix 2 asks for vents. Part 82 Appendix 2 also asks "
            "for exits.\n\n## Appendix 1: The list\n\nNames.",
            role=None,
        ),
        Example("The letter says “see paragraph 9.9”.\n\n1.1 Nobody did.\n\n1.2 It was lost."),
    )

    def check(self, draft: Draft) -> Iterator[Finding]:
        there = numbered_parts(draft)
        whole = is_whole(draft, _WHOLE)
        missing: dict[tuple[str, str], list[Span]] = {}
        for pointer in pointers(draft, there):
            known = there[pointer.kind]
            # A report may number nothing of a kind; what it draws or appends it labels.
            judged = bool(known) or (whole and pointer.kind in DRAWN | {"section"})
            if judged and pointer.item not in known and not (known and "" in known):
                missing.setdefault((pointer.kind, pointer.item), []).append(pointer.span)
        for (kind, _), spans in missing.items():
            shown = draft.text_at(spans[0])
            yield self.finding(
                draft,
                spans,
                f"“{shown}”: the draft has no such {kind}.",
                "Put the right number, or take the pointer out.",
                confidence=0.8,
            )
