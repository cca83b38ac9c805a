"""SARIF 2.1.0, for code-scanning pages and the tools that read it."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from ..discovery import find_rule
from ..errors import DraftError
from ..guidance import passages
from ..result import Finding, LintResult, Location, Severity
from ..rule import Rule

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.ADVICE: "note"}


def render(outcomes: Iterable[LintResult | DraftError]) -> str:
    """Results, with unreadable drafts and unread parts as notifications, as one SARIF log.

    Word and PDF files have no lines: the paragraph's number in reading order stands for the line,
    and section, printed number and page are in the message and the logical location.
    """
    from .. import __version__

    outcomes = list(outcomes)
    results = [o for o in outcomes if isinstance(o, LintResult)]
    codes = sorted({code for result in results for code in result.rules_run})
    index = {code: number for number, code in enumerate(codes)}
    log = {
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [
            {
                "tool": {
                    "driver": {
                        "name": "scr-lint",
                        "version": __version__,
                        "rules": [_rule(find_rule(code)) for code in codes],
                    }
                },
                "columnKind": "unicodeCodePoints",
                "invocations": [
                    {
                        "executionSuccessful": not any(_notifications(o) for o in outcomes),
                        "toolExecutionNotifications": [
                            n for outcome in outcomes for n in _notifications(outcome)
                        ],
                    }
                ],
                "results": [
                    _result(result, finding, index)
                    for result in results
                    for finding in result.findings
                ],
            }
        ],
    }
    return json.dumps(log, ensure_ascii=False, indent=2)


def _rule(rule: type[Rule]) -> dict[str, Any]:
    what, *rest = rule.explanation()
    known = passages()
    basis = [f"“{known[b].words}” ({known[b].source})" for b in rule.basis if b in known]
    return {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": {"text": what},
        "fullDescription": {"text": "\n\n".join([what, *rest])},
        "help": {"text": "\n\n".join(basis) or what},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
        "properties": {"tags": [rule.theme(), *rule.basis]},
    }


def _result(result: LintResult, finding: Finding, index: dict[str, int]) -> dict[str, Any]:
    first = finding.locations[0] if finding.locations else None
    place = f" ({first.place})" if first else ""
    return {
        "ruleId": finding.rule,
        "ruleIndex": index[finding.rule],
        "level": _LEVELS[finding.severity],
        "message": {"text": f"{finding.message}{place} {finding.suggestion}".strip()},
        "locations": [_location(result, first)],
        "relatedLocations": [
            {"id": number, **_location(result, location)}
            for number, location in enumerate(finding.locations[1:], 1)
        ],
        "partialFingerprints": {"scrLint/v1": finding.id},
        "rank": round(100 * finding.confidence, 1),
    }


def _location(result: LintResult, location: Location | None) -> dict[str, Any]:
    artifact = {"artifactLocation": {"uri": Path(result.path).as_posix()}}
    if location is None:
        return {"physicalLocation": {**artifact, "region": {"startLine": 1}}}
    return {
        "physicalLocation": {
            **artifact,
            "region": {
                "startLine": location.line or location.block + 1,
                "snippet": {"text": location.text},
            },
        },
        "logicalLocations": [
            {"fullyQualifiedName": " › ".join(location.section), "name": location.place}
        ],
    }


def _notifications(outcome: LintResult | DraftError) -> list[dict[str, Any]]:
    if isinstance(outcome, DraftError):
        return [{"level": "error", "message": {"text": outcome.message}}]
    return [
        {
            "level": "error",
            "message": {"text": f"{outcome.path}: not checked: {gap.where}: {gap.reason}"},
        }
        for gap in outcome.unread
    ]
