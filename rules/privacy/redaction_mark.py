"""The report can be published as it stands: nothing in it is blacked out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from scr_lint import Draft, Example, Finding, Layer, Role, Rule, Severity, Span
from scr_lint.draft import Kind, Visibility
from scr_lint.grammar.quotation import quoted

_DONE = (
    r"redact(?:ed|ion)s?|withheld|removed|anonymi[sz]ed|deleted|suppressed|omitted|blanked(?:\ out)?"
    r"|blacked\ out|obscured|de-identified|pseudonymi[sz]ed|sanitised|not\ (?:disclosed|for\ publication)"
)
_WHAT = (
    r"(?:(?:first|last|sur|full|family|real)\s?)?names?|address(?:es)?|dates?(?:\ of\ birth)?|DOB"
    r"|text|words?|sentences?|paragraphs?|lines?|sections?|passages?|details?|information|locations?"
    r"|place|school|town|number|initials|identity|identities|age|relationship|hospital|court"
)
_SURE = (
    r"redact(?:ed|ion)s?|withheld|anonymi[sz]ed|blacked\ out|not\ (?:disclosed|for\ publication)"
)
_MARK = re.compile(
    rf"""[\[<{{](?:[^\[\]()<>{{}}]{{0,40}}\b)?(?:{_SURE})\b[^\[\]()<>{{}}]{{0,60}}[\]>}}]
      | [\[<{{](?:(?:[^\[\]()<>{{}}]{{0,30}}\ )?(?:{_WHAT})\ (?:is\ |are\ |was\ |were\ |has\ been\ |have\ been\ )?)?(?:{_DONE})
          (?:\ (?:for|to|by|on)\b[^\[\]()<>{{}}]{{0,60}})?[\]>}}]
      | \((?:(?:the|his|her|their|family|child[’']s)\ )*(?:{_WHAT})\ (?:has\ been\ |have\ been\ )?(?:{_DONE})
          [^()]{{0,60}}\) | \((?:redacted|withheld|(?:{_DONE})\ (?:for|to\ protect)\b[^()]{{0,60}})\)
      | \bREDACTED\b
      | [█▇▆▉▊▬▮⬛▒▓]{{2,}} | [■]{{2,}}(?![□▢]) | █
      | (?<![\w])(?:[A-Z][a-z]*\ )?[Xx]{{4,}}(?![\w]) | (?<!\w)X{{4,}}(?=[’'-]|\b)
      | (?<![*\w])\*{{3,}}(?![*\w]) | \b[A-Z][*]{{3,}} | (?<![\w]\ )(?<![a-z]\ )\b[A-Z][-–—_]{{3,}}(?=[\s.,;:)’']|$)
      | (?<!\w)[-–—]{{4,}}(?=[’']s\b)""",
    re.VERBOSE,
)
_NAMED = re.compile(rf"\[(?:the\s)?(?:{_WHAT}|area|village|nursery|ward|person|relative|worker)\]")
_SAID = re.compile(
    rf"""\b(?:the\ |this\ |that\ |these\ |some\ |all\ )?(?:{_WHAT})\ (?:has|have|had)\ been\ redacted\b
      | \b(?:the|this)\ (?:section|paragraph|passage|page|appendix)\ (?:is|was|has\ been)\ (?:redacted
          |withheld)\b""",
    re.VERBOSE | re.IGNORECASE,
)
# Sheets of a form that are blank by design, and what says how a redaction was done.
_FORM = re.compile(r"\b(?:signed|signature|date|print name|tel(?:ephone)?)\W*$", re.IGNORECASE)


class RedactionMark(Rule):
    """Words that somebody has blacked out, or put a sign of redaction in place of.

    Why: Working Together (2015) asks that a report be suitable for publication without needing to
    be amended or redacted. A bar shows that something was there, and often how long it was; in a
    Word file the words may still be under it. What readers may not know is better left out from
    the start, and said in broader words where it matters for learning.

    Instead: Say it without the detail: “the school”, “in the spring of that year”, “a relative”.
    If nothing can be said, leave the sentence out, and say in the method why parts of the story are
    not told.

    Leaves alone: What the review says about redaction elsewhere (“the Trust sent a redacted
    record”), quoted records that were redacted before the review saw them, lines to sign on, two
    or three letters X (a gap in the drafting, which STR008 finds), and Roman numerals.
    """

    code = "PRV016"
    name = "redaction-mark"
    severity = Severity.WARNING
    basis = ("WT2015.p79-redacted", "QM14.2")
    gathers = True
    layers = Layer.TEXT

    flagged = (
        Example("Mother told [redacted] that she was afraid of him.", marks=("[redacted]",)),
        Example("The boy lived with ████ until the spring.", marks=("████",)),
        Example("He lives with [REDACTED] in [place].", marks=("REDACTED", "[place]")),
        Example("XXXX attended the clinic twice, with XXXX’s aunt.", marks=("XXXX",)),
        Example(
            "The school (name withheld) rang the duty desk that day.", marks=("name withheld",)
        ),
        Example(
            "On <date removed> the health visitor\nsaw both children.",
            role=Role.CHRONOLOGY,
            marks=("<date removed>",),
        ),
        Example(
            "# Recommendations\n\n| Recommendation | Lead |\n|---|---|\n"
            "| The surgery at [address redacted for publication] should close its list. | Trust |",
            role=None,
            marks=("address redacted",),
        ),
        Example("Her uncle, M****, had keys to the flat.", marks=("M****",)),
        Example("REDACTED told police that the door was open.", marks=("REDACTED",)),
        Example("The following paragraph has been redacted on legal advice."),
    )
    passed = (
        Example("The Trust sent a redacted copy of the record, and the panel asked for the whole."),
        Example("The panel discussed what should be redacted before the family read the draft."),
        Example("The note read “seen by [redacted], who was content”."),
        Example("The panel met on XX occasions and will add the date."),
        Example("Volume XXIV of the series, and Article XXX of the treaty.", role=Role.REFERENCES),
        Example("Names were removed from the records before the event (see Chapter 2)."),
        Example("Signed ____________  Date ____________", role=Role.APPENDIX),
        Example("The child had been removed (with police protection) that night."),
        Example("He rated the visit five stars and wrote ‘great’."),
        Example("The baby was taken (removed under police powers) to the ward."),
    )

    def check(self, draft: Draft) -> Iterator[Finding]:
        spans = [span for block in draft.blocks for span in _marks(draft, block.index)]
        if spans:
            more = f" So are {len(spans) - 1} more." if len(spans) > 1 else ""
            yield self.finding(
                draft,
                spans,
                f"“{draft.text_at(spans[0])}” is a mark of redaction.{more}",
                "Reword it so that nothing has to be hidden, in broader words or without the detail.",
            )


def _marks(draft: Draft, index: int) -> Iterator[Span]:
    block = draft.blocks[index]
    if block.visibility is not Visibility.SHOWN or block.kind is Kind.QUOTE:
        return
    quotations = list(quoted(block.text))
    # Beside a mark of redaction, "[place]" is another; alone it is a gap in the drafting.
    patterns = (_MARK, _SAID, _NAMED) if _MARK.search(block.text) else (_SAID,)
    for pattern in patterns:
        for match in pattern.finditer(block.text):
            start, end = match.span()
            if not any(first <= start and end <= last for first, last in quotations) and not (
                _FORM.search(block.text[:start])
            ):
                yield Span(index, start, end)
