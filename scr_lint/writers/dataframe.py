"""Results as a pandas DataFrame, one row a location."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from ..result import LintResult

if TYPE_CHECKING:
    import pandas

COLUMNS = (
    "path",
    "rule",
    "name",
    "severity",
    "confidence",
    "question",
    "section",
    "paragraph",
    "page",
    "line",
    "text",
    "message",
    "suggestion",
    "id",
)


def dataframe(results: Iterable[LintResult]) -> pandas.DataFrame:
    """One row for each location of each finding, one for a finding about the whole draft."""
    import pandas

    rows = [
        (
            result.path,
            finding.rule,
            finding.name,
            finding.severity.value,
            finding.confidence,
            finding.question,
            " › ".join(loc.section) if loc else "",
            loc.paragraph if loc else "",
            loc.page if loc else None,
            loc.line if loc else None,
            loc.text if loc else "",
            finding.message,
            finding.suggestion,
            finding.id,
        )
        for result in results
        for finding in result.findings
        for loc in finding.locations or (None,)
    ]
    frame = pandas.DataFrame(rows, columns=list(COLUMNS))
    frame["severity"] = pandas.Categorical(
        frame["severity"], ["error", "warning", "advice"], ordered=True
    )
    return frame.astype({"page": "Int64", "line": "Int64"})
