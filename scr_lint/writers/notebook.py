"""How a result shows itself in a notebook: a table that reads like the terminal view."""

from __future__ import annotations

from html import escape

from ..result import Finding, LintResult, Severity
from .excerpt import excerpt

_COLOURS = {Severity.ERROR: "#b3261e", Severity.WARNING: "#8a5a00", Severity.ADVICE: "#1d5fa8"}
_MOST = 200


def table(result: LintResult) -> str:
    """An HTML table of the findings, worst first; the first 200 of a longer list."""
    rows = "".join(_row(result, finding) for finding in result.findings[:_MOST])
    counts = ", ".join(f"{result.counts[s]} {s.value}" for s in Severity)
    more = len(result.findings) - _MOST
    tail = f"<p>{more} more: see <code>.findings</code>.</p>" if more > 0 else ""
    unread = "".join(f"<li>{escape(gap.where)}: {escape(gap.reason)}</li>" for gap in result.unread)
    gaps = f"<p><strong>Not checked:</strong></p><ul>{unread}</ul>" if unread else ""
    left_out = f" {escape(result.said_left_out)}" if result.said_left_out else ""
    notes = "".join(f"<p>{escape(note)}</p>" for note in result.notes)
    return (
        f"<p><strong>{escape(result.path)}</strong>: {len(result.findings)} findings ({counts})"
        f"{left_out}</p>{notes}{gaps}<table><thead><tr><th>Severity</th><th>Rule</th><th>Where</th><th>Words</th>"
        f"<th>What to consider</th></tr></thead><tbody>{rows}</tbody></table>{tail}"
    )


def _row(result: LintResult, finding: Finding) -> str:
    first = finding.locations[0] if finding.locations else None
    before, words, after = excerpt(result.draft, first) if first else ("", "whole draft", "")
    more = f" (+{len(finding.locations) - 1})" if len(finding.locations) > 1 else ""
    return (
        f"<tr><td style='color:{_COLOURS[finding.severity]}'>{finding.severity.value}</td>"
        f"<td>{finding.rule}<br>{finding.name}</td>"
        f"<td style='text-align:left'>{escape(first.place) if first else ''}{more}</td>"
        f"<td style='text-align:left'>{escape(before)}<mark>{escape(words)}</mark>"
        f"{escape(after)}</td>"
        f"<td style='text-align:left'>{escape(finding.message)} "
        f"<em>{escape(finding.suggestion)}</em></td></tr>"
    )
