"""What a comment in the margin says, in Word and in PDF."""

from __future__ import annotations

from ..guidance import QUESTIONS, passages
from ..result import Finding, LintResult, Location, Severity


_PARTS = {name: f"the {name}" for name in ("header", "footer", "title", "table of contents")}


def comment_lines(finding: Finding, location: Location, more: int, exact: bool) -> list[str]:
    """What, why with the passage, what to do, and the id by which it can be accepted.

    `more` is the number of further places that get no comment; with `exact` false the comment
    stands as near to the words as the file allows, so it quotes them.
    """
    known = passages()
    why = next((f"“{known[b].words}” ({b})" for b in finding.basis if b in known), "")
    lines = [f"{finding.rule} {finding.name} ({finding.severity.value}): {finding.message}"]
    if not exact:
        where = f"In {_PARTS.get(location.part, location.part)}" if location.part else "The words"
        lines.append(f"{where}: “{location.text}”")
    if why:
        lines.append(f"Why: {why}")
    if finding.suggestion:
        lines.append(f"Consider: {finding.suggestion}")
    if more > 0:
        lines.append(f"There are {more} more places like this.")
    lines.append(f"To keep it as it is, reply “accept” with a reason. [{finding.id}]")
    return lines


def summary_lines(result: LintResult) -> list[str]:
    """The summary that stands on the first page."""
    counts = ", ".join(f"{result.counts[s]} {s.value}" for s in Severity)
    lines = [f"scr-lint found {len(result.findings)} things to look at ({counts})."]
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
