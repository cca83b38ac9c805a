"""Headings make a tree that readers, screen readers and tables of contents can follow."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from scr_lint import Draft, Example, Finding, Layer, Rule, Severity, Span
from scr_lint.draft import Section, Visibility

_WORD = "In Word, give the line the style Heading {level} (Home, Styles)."


class HeadingStructure(Rule):
    """Headings that only look like headings, skip a level, or have nothing in or under them.

    Why: Readers of a long report find their way by its headings. Word makes the table of contents,
    the navigation pane and the bookmarks of the PDF from heading styles alone, and somebody who
    listens to the report with a screen reader jumps from heading to heading. Bold type is not a
    heading to any of them.

    Instead: Use the styles Heading 1, 2, 3 in their order, and change how they look rather than
    the text. Delete headings that are left without words; write the section or take its heading
    out.

    Leaves alone: Headings that go up several levels at once, since that only ends a section. A
    heading right above its first subheading. Bold words that begin a paragraph, bold lines on the
    cover, and labels in tables. PDFs, which do not say how their headings were made.
    """

    code = "STR007"
    name = "heading-structure"
    severity = Severity.ADVICE
    basis = ("QM14.1", "QM14.6")
    gathers = True
    layers = Layer.TEXT

    flagged = (
        Example(
            "# Analysis\n\n**What the school knew**\n\nThe head had asked twice for a meeting.",
            role=None,
            marks=("What the school knew",),
        ),
        Example(
            "# Findings\n\n#### Handover\n\nThe ward rang, and nobody wrote it down.",
            role=None,
            marks=("Handover",),
        ),
        Example(
            "# Findings\n\n## Finding 1\n\nStaff were new.\n\n##\n\nNobody had told them.",
            role=None,
            marks=("Nobody had told them",),
        ),
        Example(
            "## 4 Analysis\n\nThe visits were short.\n\n## 5 Good practice\n\n## 6 Findings\n\nIt was.",
            role=None,
            marks=("Good practice",),
        ),
        Example(
            "# Summary\n\nA baby was hurt.\n\n__How we went about it__\n\nWe met twelve people.\n\n"
            "__What families said__\n\nThey were tired.",
            role=None,
            marks=("How we went about it", "What families said"),
        ),
        Example(
            "# Report\n\n## Chronology\n\nThe birth.\n\n## Appendix B: Audit tool",
            role=None,
            marks=("Audit tool",),
        ),
        Example(
            "Staff were told.\n\n***THE NIGHT OF THE INCIDENT***\n\nThe crew came.\n\n**Finding 1 – "
            "Messages left with the switchboard were not passed on at weekends**\n\nIt is under contract.",
            role=None,
            marks=("THE NIGHT", "Finding 1"),
        ),
    )
    passed = (
        Example(
            "# Analysis\n\n## Housing\n\nThe flat was damp.\n\n# Findings\n\nThree.", role=None
        ),
        Example("# Analysis\n\n**Housing.** The flat was damp, and the landlord knew.", role=None),
        Example("**Northshire Safeguarding Board**\n\n# Summary\n\nA baby was hurt.", role=None),
        Example(
            "# Findings\n\n## Part one\n\n### Beds\n\n#### Nights\n\nFull.\n\n# Conclusion\n\nSo.",
            role=None,
        ),
        Example(
            "# Findings\n\nThe ward said this:\n\n**We were always full on a Friday, and everybody "
            "who worked there knew it.**\n\nNobody asked why.",
            role=None,
        ),
        Example(
            "# Glossary\n\n| Term | Meaning |\n|---|---|\n| **Ward** | A part of a hospital |",
            role=None,
        ),
    )

    def check(self, draft: Draft) -> Iterator[Finding]:
        if draft.format in {"pdf", "txt"}:
            return
        yield from self._by_look(draft)
        yield from self._without_words(draft)
        yield from self._skipped(draft)
        yield from self._without_text(draft)

    def _by_look(self, draft: Draft) -> Iterator[Finding]:
        spans = [_whole(draft, at) for at in sorted(draft.bold_headings)]
        if spans:
            count = "is" if len(spans) == 1 else "and others are"
            yield self.finding(
                draft,
                spans,
                f"“{draft.text_at(spans[0])}” {count} set in bold to look like a heading.",
                _WORD.format(level=draft.blocks[spans[0].block].level)
                if draft.format == "docx"
                else "Put # signs before the line, one for each level.",
            )

    def _without_words(self, draft: Draft) -> Iterator[Finding]:
        last = len(draft.blocks) - 1
        spans = [_whole(draft, min(at, last)) for at in draft.empty_headings if last >= 0]
        if spans:
            yield self.finding(
                draft,
                spans,
                "There is a heading without words "
                + ("after this." if draft.empty_headings[0] > last else "before this."),
                "Delete the empty line, or give it the style of ordinary text: screen readers "
                "announce it, and it leaves a gap in the table of contents.",
            )

    def _skipped(self, draft: Draft) -> Iterator[Finding]:
        headed = [s for s in draft.sections if s.heading not in {None, *draft.bold_headings}]
        skips = [(above, s) for above, s in pairwise(headed) if s.level > above.level + 1]
        if skips:
            above, first = skips[0]
            yield self.finding(
                draft,
                [_whole(draft, s.heading) for _, s in skips if s.heading is not None],
                f"“{first.title}” is a heading of level {first.level} right under one of level "
                f"{above.level}.",
                f"Make it level {above.level + 1}, so that no level is left out.",
            )

    def _without_text(self, draft: Draft) -> Iterator[Finding]:
        bare = [s for s in draft.sections if _is_bare(draft, s)]
        if bare:
            yield self.finding(
                draft,
                [_whole(draft, s.heading) for s in bare if s.heading is not None],
                f"There is nothing under the heading “{bare[0].title}”.",
                "Write the section, or take the heading out.",
            )


def _is_bare(draft: Draft, section: Section) -> bool:
    """Whether nothing follows a heading before the next of its level or above.

    The first heading of a draft may be its title.
    """
    first = next((s.index for s in draft.sections if s.heading is not None), 0)
    if section.heading is None or section.index == first:
        return False
    following = draft.sections[section.index + 1 : section.index + 2]
    if following and following[0].level > section.level:
        return False
    # A picture says something too: its description stands where it does.
    under = [
        b
        for b in draft.blocks_of(section)
        if b.visibility is Visibility.SHOWN or b.origin.startswith(("alt text", "picture name"))
    ]
    return not under


def _whole(draft: Draft, block: int) -> Span:
    return Span(block, 0, len(draft.blocks[block].text))
