"""What a report points its readers to is there."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from scr_lint import Draft, Example, Finding, Layer, Role, Rule, Severity, Span
from scr_lint.draft import Block, Kind, Visibility
from scr_lint.grammar.quotation import quoted

_ITEM = r"(?:(?!0)\d{1,3}(?:\.\d{1,3}){0,4}[a-z]?|[A-Z](?![\w’']))"
_POINTER = re.compile(
    rf"""\b(?P<kind>sections?|paragraphs?|paras?\.?|chapters?|appendix|appendices|annex(?:es)?
          |findings?|recommendations?|recs?\.?|learning\ points?|tables?|figures?|fig\.)\s+
        (?:no\.?\s*|nos\.?\s*)?(?P<items>{_ITEM}(?:\s*(?:,\s*and|,(?=\s*\d[\d.]*(?:,|\s+and\b|\s+or\b|\)))|and|or|to|&|–|-)\s*
          {_ITEM})*)
        (?![\w%/]|\.\d)""",
    re.VERBOSE | re.IGNORECASE,
)
_KINDS = {
    "s": "section",
    "p": "section",
    "c": "section",
    "a": "appendix",
    "fin": "finding",
    "r": "recommendation",
    "l": "learning point",
    "t": "table",
    "fig": "figure",
}
_OWN = re.compile(
    r"\s*(?:of|in|to|from)\s+(?:this|the\s+(?:present|current|main|full|overview)?\s*(?:report|review))\b",
    re.IGNORECASE,
)
# "paragraph 12 of the guidance", "section 4 (Children Act 1989)", "Finding 3, Review of Child T".
_ELSEWHERE_AFTER = re.compile(
    r"\s*,?\s*(?:\(\s*)?(?:(?:of|from|in|to)\s+(?!this\b|which\b|order\b)|Children\s+Act|Care\s+Act"
    r"|Working\s+Together|ibid|CA\s?\d|Act\s+\d{4})"
)
_ELSEWHERE_BEFORE = re.compile(
    r"""\b(?:Acts?|Working\ Together|[Gg]uidance|[Pp]rocedures?|[Rr]egulations?|Code|Framework|IMRs?
          |Handbook|Strategy|Standards?|Protocol|Directions?|Rules|Toolkit|[Ll]etter|op\.?\ cit\.?
          |ibid\.?|(?:19|20)\d\d)\b[^.;!?]{0,40}$""",
    re.VERBOSE,
)
# A bare "section 47" is the law's far more often than the report's.
_OF_LAW = re.compile(
    r"\s*(?:\(\d|enquir|inquir|assessment|order|strategy|meeting|dut|audit|accommodat|agreement"
    r"|investigation|power|request|return|report\b|notice|check|visit|care\b)",
    re.IGNORECASE,
)
_POINTING = re.compile(
    r"\b(?:see(?:\s+also)?|refer(?:s|red)?\s+to|(?:set\s+out|described|explained|discussed|listed|given)\s+in)"
    r"\s*$",
    re.IGNORECASE,
)
_HERE = re.compile(r"\s*(?:above|below|overleaf|earlier|later)\b", re.IGNORECASE)
_LABEL = re.compile(
    rf"^\W*(?:(?:key|main|practice|local|national|overall)\s+)?(?P<kind>appendix|annex|finding|"
    rf"recommendation|rec\.?|learning\s+point|table|figure|fig\.|section|chapter|part)\s*(?:no\.?\s*)?"
    rf"(?P<item>{_ITEM})(?!\w)",
    re.IGNORECASE,
)
_SILENT = frozenset({Role.REFERENCES, Role.CONTENTS})
#: A draft that numbers fewer things of a kind may number none.
_FEWEST = 2


class Pointer(NamedTuple):
    """Words that send the reader to a numbered part: its kind, its number as written, where."""

    kind: str
    item: str
    span: Span


class BrokenReference(Rule):
    """A pointer to a section, paragraph, finding, recommendation or appendix that is not there.

    Why: Numbers move while a report is being drafted. A reader who is sent to paragraph 7.3 and
    finds none, or to an appendix that was cut, cannot check what the report rests on, and a board
    that answers “Recommendation 9” needs to know which one that is.

    Instead: Put the right number, or take the pointer out. In Word, insert it as a cross-reference
    (References, Cross-reference), which follows when numbers change.

    Leaves alone: Sections of laws and paragraphs of other documents (“section 47”, “paragraph 12 of
    the guidance”, “Chapter 1 of Working Together”). Kinds of things that the draft does not number.
    What is quoted, footnotes, and the list
    of references.
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
    )
    passed = (
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
        Example("The letter says “see paragraph 9.9”.\n\n1.1 Nobody did.\n\n1.2 It was lost."),
    )

    def check(self, draft: Draft) -> Iterator[Finding]:
        there = _numbered(draft)
        missing: dict[tuple[str, str], list[Span]] = {}
        for pointer in _pointers(draft):
            known = there[pointer.kind]
            if len(known) >= _FEWEST and pointer.item.upper() not in known:
                missing.setdefault((pointer.kind, pointer.item.upper()), []).append(pointer.span)
        for (kind, item), spans in missing.items():
            yield self.finding(
                draft,
                spans,
                f"“{draft.text_at(spans[0])}”: the draft has no {kind} {item}.",
                "Put the right number, or take the pointer out.",
                confidence=0.8,
            )


def _pointers(draft: Draft) -> Iterator[Pointer]:
    for block in draft.blocks:
        # A footnote cites other documents, whose paragraphs have numbers too.
        own = block.visibility is Visibility.SHOWN and block.kind is not Kind.FOOTNOTE
        if own and draft.role_of(block.index) not in _SILENT:
            yield from _pointers_in(block)


def _pointers_in(block: Block) -> Iterator[Pointer]:
    text = block.text
    quotations = list(quoted(text))
    for match in _POINTER.finditer(text):
        start, end = match.span()
        if start == 0 and _is_label(block, text[end:]):
            continue
        if any(first <= start and end <= last for first, last in quotations):
            continue
        if not _is_own(match, text):
            continue
        kind = _kind(match["kind"])
        for item in re.finditer(_ITEM, match["items"]):
            if item.group().isalpha() and kind != "appendix":
                continue
            place = match.start("items") + item.start()
            from_ = start if item.start() == 0 else place
            span = Span(block.index, from_, match.start("items") + item.end())
            yield Pointer(kind, item.group(), span)


def _is_label(block: Block, after: str) -> bool:
    """Whether what begins a block is its own label: a heading, a caption, "Finding 3: …"."""
    closed = not after.strip() or after.lstrip()[0] in ".:)–—-"
    return closed or block.kind in {Kind.HEADING, Kind.CAPTION}


def _is_own(match: re.Match[str], text: str) -> bool:
    """Whether a pointer leads somewhere in this report."""
    before, after = text[: match.start()], text[match.end() :]
    kind = _kind(match["kind"])
    if (own := _OWN.match(after)) and not re.match(r"\s+(?:of|into|on)\b", after[own.end() :]):
        return True
    if _ELSEWHERE_AFTER.match(after) or _ELSEWHERE_BEFORE.search(before):
        return False
    if kind == "section" and match["items"][0].isalpha():
        return False
    if kind == "section" and "." not in match["items"]:
        # Only a plain pointer says that the section is the report's own.
        pointed = _HERE.match(after) or match["kind"][0] in "cC"
        return bool(pointed or _POINTING.search(before))
    if kind == "section":
        return not _OF_LAW.match(after)
    return kind == "appendix" or match["items"][0].isdigit()


def _kind(word: str) -> str:
    word = word.lower()
    return next(kind for start, kind in _KINDS.items() if word.startswith(start))


def _numbered(draft: Draft) -> dict[str, set[str]]:
    """The numbers that parts of the draft bear, by kind; "7" is there where "7.1" is."""
    there: dict[str, set[str]] = defaultdict(set)
    for block in draft.blocks:
        if block.visibility is not Visibility.SHOWN or draft.role_of(block.index) is Role.CONTENTS:
            continue
        number = block.number.strip("().:")
        if re.fullmatch(r"\d+(?:\.\d+)*[a-z]?", number):
            parts = number.split(".")
            there["section"] |= {".".join(parts[:depth]) for depth in range(1, len(parts) + 1)}
        headed = block.kind in {Kind.HEADING, Kind.CAPTION}
        for text in {block.text, f"{block.number} {block.text}"}:
            label = _LABEL.match(text)
            # A caption often goes on without a sign: "Figure 1 The front door".
            drawn = label is not None and _kind(label["kind"]) in {"figure", "table", "appendix"}
            if label and (headed or drawn or _is_label(block, text[label.end() :])):
                there[_kind(label["kind"])].add(label["item"].upper())
    for kind, items in (
        ("finding", [f.label for f in draft.review_findings]),
        ("recommendation", [r.label for r in draft.recommendations]),
    ):
        for label_text in items:
            there[kind] |= {n.upper() for n in re.findall(r"\d+(?:\.\d+)*[a-z]?", label_text)}
    there["section"] = {item.upper() for item in there["section"]}
    return there
