"""Says in the findings what they meant for the child."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, ClassVar

from scr_lint import Draft, Example, Finding, Layer, Role, Rule, Severity
from scr_lint.persons.in_sight import cast_in_sight
from scr_lint.persons.mentions import Cast, Who, mentions
from scr_lint.persons.perspective import lived_through

if TYPE_CHECKING:
    from spacy.tokens import Doc

_SHORT = {"limits": {"CHD004": {"words": 5}}}


class FindingWithoutChild(Rule):
    """Findings none of which says what it meant for the child.

    Why: A finding about forms, rotas or thresholds matters because of what it did to a child.
    Readers who are told “plans lack contingencies” nod; those who are told that she was moved three
    times in a month know why it is worth putting right. The national panel missed just this.

    Instead: Add a sentence to each finding: “For Sam this meant that …”. Say what the child had,
    lost, waited for or went through because of it.

    Leaves alone: Drafts in which at least one finding says it (how many is this project’s own
    number, which settings may change; no guidance gives one). Extracts of fewer than 100 words, and
    drafts whose findings cannot be told apart. It is enough that the child does, feels or undergoes something
    in a finding’s text; “the tool used for Child W” is not. In a report on many children, what
    happens to children at large is enough.

    Contested: Findings are also written to speak to other places than this one, and some authors
    keep the child to the analysis for that reason and for privacy. One sentence is little to ask.
    """

    code = "CHD004"
    name = "finding-without-child"
    severity = Severity.ADVICE
    basis = ("PANEL.4",)
    layers = Layer.PARSE
    limits: ClassVar = {"wanted": 1, "words": 100}

    flagged = (
        Example(
            "# Findings\n\nFinding 1: Risk was graded by incident.\n\nFinding 2: The waiting list was "
            "longer than the order.",
            role=None,
            settings=_SHORT,
        ),
        Example(
            "# Findings\n\n1. Plans for children like Child W lack contingencies.\n\n2. The tool used "
            "for Child W gives weight to convictions.",
            role=None,
            settings=_SHORT,
        ),
        Example(
            "# Findings\n\n## Finding 1: Two systems\n\nNeither could see the other.\n\n## Finding 2: "
            "Child A’s mother was not asked\n\nThe form had no box.",
            role=None,
            settings=_SHORT,
        ),
        Example(
            "# Findings\n\nFinding 1. Referral is counted as action.\n\nFinding 2. Weights of a child "
            "are plotted on different charts.",
            role=None,
            settings=_SHORT,
        ),
        Example(
            "# What we found\n\nFinding 1. Re-allocation follows the contract.\n\nFinding 2. Child B "
            "was discussed at three meetings without minutes.",
            role=None,
            settings=_SHORT,
        ),
        Example(
            "# Findings\n\nFinding 1. Child protection plans are long.\n\nFinding 2. Mother felt that "
            "nobody listened.",
            role=None,
            settings=_SHORT,
        ),
    )
    passed = (
        Example(
            "# Story\n\n“Cadi” is the name by which this report knows a girl of three.\n\n# Findings\n\n"
            "Finding 1. Plans describe equipment. What frightened Cadi was visible each evening.\n\n"
            "Finding 2. Night carers come from an agency.",
            role=None,
            settings=_SHORT,
        ),
        Example(
            "# Findings\n\nFinding 1: Risk was graded by incident. For Child A it meant three more "
            "winters.\n\nFinding 2: The list was long.",
            role=None,
            settings=_SHORT,
        ),
        Example(
            "# Findings\n\nFinding 1. Holiday dates are not shared. It cost Child B a move.\n\nFinding "
            "2. Fees differ.",
            role=None,
            settings=_SHORT,
        ),
        Example(
            "# Findings\n\n1. Lateness was fined. The girl hid the letters and was frightened.\n\n"
            "2. No one spoke Welsh after four.",
            role=None,
            settings=_SHORT,
        ),
        Example(
            "# Findings\n\nFinding 1. Handling is taught once. So the baby was lifted by the ribs for "
            "seven weeks.\n\nFinding 2. Wards are full.",
            role=None,
            settings=_SHORT,
        ),
        Example("# Findings\n\nFinding 1: Risk was graded by incident.", role=None),
        Example("The review found that risk was graded by incident."),
    )

    def check(self, draft: Draft) -> Iterator[Finding]:
        own = draft.review_findings
        if not own or draft.words < self.limit["words"]:
            return
        cast = cast_in_sight(draft, self.settings.names)
        blocks = {block for finding in own for block in finding.blocks}
        blocks |= {block.index for block in draft.prose(Role.FINDINGS)}
        told = sum(
            any(
                lived_through(sentence, cast, assume=_names_nobody(draft.docs[block], cast))
                for sentence in draft.docs[block].sents
            )
            for block in sorted(blocks)
            if block in draft.docs
        )
        if told < self.limit["wanted"]:
            yield self.finding(
                draft,
                [],
                f"{_how_many(len(own))} what it meant for {'children' if cast.many else 'the child'}.",
                "Consider a sentence in each: “For "
                f"{'the children' if cast.many else 'Sam'} this meant that …”.",
                confidence=0.8,
            )


def _names_nobody(doc: Doc, cast: Cast) -> bool:
    """Whether a paragraph names no person at all, so that its "she" can only be the child."""
    return not any(m.who is not Who.BODY for m in mentions(doc, cast))


def _how_many(findings: int) -> str:
    return {1: "The one finding does not say", 2: "Neither of the two findings says"}.get(
        findings, f"None of the {findings} findings says"
    )
