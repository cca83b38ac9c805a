"""What a comment in the margin says, in Word and in PDF."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence

from ..counting import counted
from ..guidance import QUESTIONS, passages
from ..result import LintResult, Location, Severity
from .remarks import Remark

#: Characters of the words at another place that are quoted.
_QUOTED = 80


_PARTS = {name: f"the {name}" for name in ("header", "footer", "title", "table of contents")}


def comment_lines(remark: Remark, exact: bool) -> list[str]:
    """What, why with the passage, what to do, and the ids by which it can be accepted.

    With `exact` false the comment stands as near to the words as the file allows, so it quotes
    them.
    """
    lines: list[str] = []
    for told in remark.by_message.values():
        finding, location = told[0]
        lines.append(f"{finding.rule} {finding.name} ({finding.severity.value}): {finding.message}")
        if not exact:
            where = _PARTS.get(location.part, location.part)
            lines.append(f"{f'In {where}' if where else 'The words'}: “{location.text}”")
        lines += _also([place for _, place in told])
        lines += dict.fromkeys(f"Consider: {f.suggestion}" for f, _ in told if f.suggestion)
    known = passages()
    whys = (next((b for b in f.basis if b in known), "") for f in remark.findings)
    lines += [f"Why: “{known[b].words}” ({b})" for b in dict.fromkeys(whys) if b]
    if remark.more:
        are = "There is" if remark.more == 1 else "There are"
        lines.append(f"{are} {counted(remark.more, 'more place')} like this.")
    return [*lines, _how_to_accept(remark)]


def _also(places: Sequence[Location]) -> list[str]:
    """The other places in the paragraph, by their words."""
    first, *others = places
    words = [" ".join(place.text.split()) for place in others]
    quoted = [
        f"“{textwrap.shorten(text, _QUOTED, placeholder=' …') or text}”"
        for text in dict.fromkeys(words)
        if text != " ".join(first.text.split())
    ]
    if quoted:
        return [f"Also in this paragraph: {', '.join(quoted)}."]
    return [f"{len(places)} times in this paragraph."] if others else []


def _how_to_accept(remark: Remark) -> str:
    ids = " ".join(f"[{finding.id}]" for finding in remark.findings)
    codes = list(dict.fromkeys(finding.rule for finding in remark.findings))
    if len(codes) == 1:
        it = "it as it is" if len(remark.findings) == 1 else "all of these as they are"
        return f"To keep {it}, reply “accept” with a reason. {ids}"
    return f"To keep this as it is, reply “accept” with a reason; for one point alone, “accept {codes[0]}”. {ids}"


def summary_lines(result: LintResult) -> list[str]:
    """The summary that stands on the first page."""
    counts = ", ".join(f"{result.counts[s]} {s.value}" for s in Severity)
    lines = [f"scr-lint found {counted(len(result.findings), 'thing')} to look at ({counts})."]
    for question, wording in QUESTIONS.items():
        found = result.by_question.get(question, ())
        if found:
            lines.append(f"{question[5:]} {wording} {len(found)}")
    lines += [f"Whole draft: {f.message}" for f in result.findings if not f.locations]
    lines += [f"Not checked: {gap.where}: {gap.reason}" for gap in result.unread]
    lines.append(
        "These are prompts for judgement. Whether the analysis is sound and the family cannot be "
        "recognised, only a reader can tell."
    )
    return lines
