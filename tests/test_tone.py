"""Whose judgement a loaded word is."""

from __future__ import annotations

import pytest

from scr_lint import Settings, lint_text
from scr_lint.settings import settings_from


def codes(text: str) -> set[str]:
    settings: Settings = settings_from({"check": {"select": ["TON002", "TON004", "TON005"]}})
    return {
        finding.rule for finding in lint_text(text, role="analysis", settings=settings).findings
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The team was careless with the file.", {"TON002"}),
        ("Mother was careless and selfish.", {"TON004"}),
        ("The team was not careless with the file.", set()),
        ("Grandmother said that the team was careless with the file.", set()),
        ("Was the team careless? It had one car.", set()),
        ("Had the officer not been so careless, he would have been seen.", {"TON002"}),
        ("Families are called chaotic when nobody knows their timetable.", set()),
        ("The abuse was horrific.", {"TON005"}),
        ("The coroner described the death as tragic.", set()),
    ],
)
def test_only_the_reviews_own_judgement_is_found(text: str, expected: set[str]) -> None:
    assert codes(text) == expected
