"""What a new version of a draft fixed, and what it added."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING

from .errors import SettingsError

if TYPE_CHECKING:
    from .result import Finding, LintResult


@dataclass(frozen=True)
class Comparison:
    """Findings of an earlier draft that are gone, those that are new, and those still there."""

    fixed: tuple[Finding, ...]
    new: tuple[Finding, ...]
    still_there: tuple[Finding, ...]

    def _repr_html_(self) -> str:
        groups = (("Fixed", self.fixed), ("New", self.new), ("Still there", self.still_there))
        return "".join(
            f"<p><strong>{name}: {len(findings)}</strong></p><ul>"
            + "".join(f"<li>{f.rule} {escape(f.message)}</li>" for f in findings)
            + "</ul>"
            for name, findings in groups
        )


def compare(earlier: LintResult, later: LintResult) -> Comparison:
    """Findings are the same when rule and words are (see `Finding.id`), wherever they moved.

    Raises SettingsError for anything but results.
    """
    for given in (earlier, later):
        if not hasattr(given, "findings"):
            raise SettingsError(
                "Results are compared with results: lint both drafts first, then "
                f"later.compare(earlier), not compare({given!r})."
            )
    before = {finding.id for finding in earlier.findings}
    after = {finding.id for finding in later.findings}
    return Comparison(
        fixed=tuple(f for f in earlier.findings if f.id not in after),
        new=tuple(f for f in later.findings if f.id not in before),
        still_there=tuple(f for f in later.findings if f.id in before),
    )
