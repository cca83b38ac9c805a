"""Every rule's own examples, and what every rule must have."""

from __future__ import annotations

from dataclasses import replace

import pytest

from scr_lint import Example, Rule, Settings, lint_text
from scr_lint.discovery import all_rules
from scr_lint.guidance import passages
from scr_lint.settings import settings_from

RULES = all_rules()


def examples(kind: str) -> list[object]:
    return [
        pytest.param(rule, example, id=f"{rule.code}-{number}")
        for rule in RULES
        for number, example in enumerate(getattr(rule, kind), 1)
    ]


def run(rule: type[Rule], example: Example) -> list[str]:
    settings = settings_from(example.settings) if example.settings else Settings()
    settings = replace(settings, check=replace(settings.check, select=(rule.code,)))
    result = lint_text(example.text, role=example.role, settings=settings)
    return [
        words
        for finding in result.findings
        for words in [loc.text for loc in finding.locations] or [finding.message]
    ]


@pytest.mark.parametrize(("rule", "example"), examples("flagged"))
def test_flagged_example_is_flagged(rule: type[Rule], example: Example) -> None:
    found = run(rule, example)
    assert found, f"{rule.code} is silent on: {example.text}"
    for mark in example.marks:
        assert any(mark in text for text in found), f"{mark!r} is not in {found}"


@pytest.mark.parametrize(("rule", "example"), examples("passed"))
def test_passed_example_is_left_alone(rule: type[Rule], example: Example) -> None:
    assert run(rule, example) == []


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_rule_explains_itself(rule: type[Rule]) -> None:
    explanation = rule.explanation()
    starts = [paragraph.split(":")[0] for paragraph in explanation]
    assert explanation[0].endswith(".")
    assert {"Why", "Instead", "Leaves alone"} <= set(starts)
    assert len(rule.flagged) >= 6
    assert len(rule.passed) >= 6
    assert rule.basis
    assert set(rule.basis) <= set(passages())


def test_codes_are_the_published_ones() -> None:
    assert {(rule.code, rule.name) for rule in RULES} >= {
        ("PRV001", "personal-name"),
        ("PRV002", "birth-or-death-date"),
        ("PRV003", "exact-date"),
        ("PRV005", "address"),
        ("PRV006", "contact-detail"),
        ("PRV007", "official-number"),
        ("PRV014", "document-residue"),
        ("FND001", "descriptive-finding"),
        ("FND002", "label-as-cause"),
        ("REC001", "no-addressee"),
        ("REC002", "vague-addressee"),
        ("REC003", "several-actions"),
        ("REC004", "weak-verb"),
        ("REC008", "too-many"),
        ("STR001", "missing-section"),
        ("STR002", "unlabelled-findings"),
        ("STR008", "drafting-residue"),
        ("PLN001", "long-sentence"),
        ("PLN003", "hard-to-read"),
        ("JAR001", "jargon"),
        ("ACR001", "undefined-acronym"),
        ("ACR002", "late-definition"),
        ("ACR003", "needless-acronym"),
        ("TON001", "hindsight"),
        ("TON003", "blames-the-child"),
    }
