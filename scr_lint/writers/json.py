"""The published JSON form, version 1. `schema.json` beside this package describes it."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from ..draft import Recommendation
from ..errors import DraftError
from ..metrics import section_words
from ..result import LEFT_OUT, Finding, LintResult

SCHEMA_VERSION = 1


def render(outcomes: Iterable[LintResult | DraftError]) -> str:
    """Results, and errors for drafts that could not be read, as one JSON document."""
    outcomes = list(outcomes)
    results = [o for o in outcomes if isinstance(o, LintResult)]
    errors = [o for o in outcomes if isinstance(o, DraftError)]
    document = {
        "schema_version": SCHEMA_VERSION,
        "tool": tool(results),
        "files": [file_entry(result) for result in results],
        "errors": [
            {"path": error.path, "error": error.code, "message": error.message} for error in errors
        ],
    }
    return json.dumps(document, ensure_ascii=False, indent=2)


def tool(results: Iterable[LintResult]) -> dict[str, str]:
    """The tool's name, its version and that of the model."""
    from .. import __version__

    model = next((result.model for result in results if result.model), "")
    return {"name": "scr-lint", "version": __version__, "model": model}


def file_entry(result: LintResult) -> dict[str, Any]:
    """One entry of `files`."""
    draft = result.draft
    return {
        "path": draft.path,
        "format": draft.format,
        "words": draft.words,
        "sections": [
            {
                "title": section.title,
                "role": section.role.value,
                "level": section.level,
                "number": section.number,
                "words": section_words(draft, section),
            }
            for section in draft.sections
        ],
        "review_findings": [
            {"label": found.label, "text": found.text, "section": found.section}
            for found in draft.review_findings
        ],
        "recommendations": [_recommendation(entry) for entry in draft.recommendations],
        "metrics": dict(result.metrics),
        "unread": [{"where": gap.where, "reason": gap.reason} for gap in draft.unread],
        "left_out": {why: result.left_out.get(why, 0) for why in LEFT_OUT},
        "findings": [finding_entry(finding) for finding in result.findings],
        "notes": list(result.notes),
    }


def finding_entry(finding: Finding) -> dict[str, Any]:
    """One entry of `findings`."""
    return {
        "rule": finding.rule,
        "name": finding.name,
        "severity": finding.severity.value,
        "confidence": round(finding.confidence, 2),
        "message": finding.message,
        "suggestion": finding.suggestion,
        "basis": list(finding.basis),
        "id": finding.id,
        "locations": [
            {
                "text": loc.text,
                "block": loc.block,
                "start": loc.start,
                "end": loc.end,
                "section": list(loc.section),
                "paragraph": loc.paragraph,
                "page": loc.page,
                "line": loc.line,
                "part": loc.part,
            }
            for loc in finding.locations
        ],
    }


def _recommendation(recommendation: Recommendation) -> dict[str, Any]:
    return {
        "label": recommendation.label,
        "text": recommendation.text,
        "addressees": [addressee.text for addressee in recommendation.addressees],
    }
