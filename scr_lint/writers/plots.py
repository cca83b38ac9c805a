"""Charts of a result for notebooks, with matplotlib."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..draft import Role
from ..result import LintResult, Severity

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

_COLOURS = {Severity.ERROR: "#b3261e", Severity.WARNING: "#c88a00", Severity.ADVICE: "#4a83c4"}
_NARRATIVE = (Role.CHRONOLOGY, Role.FAMILY_BACKGROUND)
_ANALYTIC = (Role.ANALYSIS, Role.FINDINGS, Role.CONCLUSION, Role.GOOD_PRACTICE)


def plot(result: LintResult) -> Figure:
    """Findings by section, reading age by section, and words of narrative against analysis."""
    import matplotlib.pyplot as plt

    figure = plt.figure(figsize=(10, 9), layout="constrained")
    plt.close(figure)  # a notebook shows what the cell returns, and nothing twice
    by_section, by_age, by_role = figure.subplots(3, 1)
    _findings(by_section, result)
    _reading_ages(by_age, result)
    _words(by_role, result)
    figure.suptitle(result.path)
    return figure


def _findings(axes: Axes, result: LintResult) -> None:
    sections: dict[str, dict[Severity, int]] = {}
    for finding in result.findings:
        for location in finding.locations[:1]:
            name = location.section[0] if location.section else "Front matter"
            counts = sections.setdefault(name, dict.fromkeys(Severity, 0))
            counts[finding.severity] += 1
    names = list(sections)
    left = [0] * len(names)
    for severity in Severity:
        widths = [sections[name][severity] for name in names]
        axes.barh(names, widths, left=left, color=_COLOURS[severity], label=severity.value)
        left = [a + b for a, b in zip(left, widths, strict=True)]
    axes.invert_yaxis()
    axes.legend()
    axes.set_title("Findings by chapter")


def _reading_ages(axes: Axes, result: LintResult) -> None:
    ages: dict[str, float] = result.metrics.get("reading_age_by_section", {})
    axes.barh(list(ages), list(ages.values()), color="#51777b")
    axes.axvline(14, color="#444", linestyle="--", linewidth=1)
    axes.invert_yaxis()
    axes.set_title("Reading age by chapter, in years (a rough guide; dashed: 14)")


def _words(axes: Axes, result: LintResult) -> None:
    words: dict[str, int] = result.metrics.get("words_by_role", {})
    shares = {
        "narrative": sum(words.get(role, 0) for role in _NARRATIVE),
        "analysis and findings": sum(words.get(role, 0) for role in _ANALYTIC),
        "recommendations": words.get(Role.RECOMMENDATIONS, 0),
        "method": words.get(Role.METHODOLOGY, 0),
    }
    axes.barh(list(shares), list(shares.values()), color="#51777b")
    axes.invert_yaxis()
    axes.set_title("Words")
