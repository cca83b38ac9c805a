"""Annotations for GitHub Actions: one workflow command a finding."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..errors import DraftError
from ..result import LintResult, Severity

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.ADVICE: "notice"}


def render(outcomes: Iterable[LintResult | DraftError]) -> str:
    """One line a finding, unreadable draft and unread part, escaped as Actions asks."""
    return "\n".join(line for outcome in outcomes for line in _lines(outcome))


def _lines(outcome: LintResult | DraftError) -> Iterator[str]:
    if isinstance(outcome, DraftError):
        yield f"::error file={_property(outcome.path)}::{_data(outcome.message)}"
        return
    file = _property(outcome.path)
    for gap in outcome.unread:
        yield f"::error file={file}::{_data(f'Not checked: {gap.where}: {gap.reason}')}"
    for finding in outcome.findings:
        first = finding.locations[0] if finding.locations else None
        line = f",line={first.line}" if first and first.line else ""
        title = _property(f"{finding.rule} {finding.name}")
        words = f" “{first.text}” ({first.place})" if first else ""
        text = _data(f"{finding.message}{words} {finding.suggestion}".strip())
        yield f"::{_COMMANDS[finding.severity]} file={file}{line},title={title}::{text}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
