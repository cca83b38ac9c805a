"""One name is a person's or a place's: no two rules say of it that it is both."""

from __future__ import annotations

import pytest

from scr_lint import lint_text
from scr_lint.settings import settings_from

_BOTH = settings_from({"check": {"select": ["PRV001", "PRV008"]}})


def said(text: str) -> list[tuple[str, str]]:
    findings = lint_text(f"# Analysis\n\n{text}", settings=_BOTH).findings
    return sorted((f.rule, at.text) for f in findings for at in f.locations)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The note was undated. Told to us by Doreen Halloway, then team manager, in the event.",
            [("PRV001", "Doreen Halloway")],
        ),
        (
            "He goes to Corley St Ann's C of E Infants and likes it.",
            [("PRV008", "Corley St Ann's C of E Infants")],
        ),
        (
            "The family moved to Ashby Calloway in March. They lived in Ashby Calloway until June.",
            [("PRV008", "Ashby Calloway"), ("PRV008", "Ashby Calloway")],
        ),
        (
            "Kelly Marlow School was told. Kelly Marlow cried when the school rang.",
            [("PRV001", "Kelly Marlow"), ("PRV008", "Kelly Marlow School")],
        ),
    ],
)
def test_a_name_is_one_or_the_other(text: str, expected: list[tuple[str, str]]) -> None:
    assert said(text) == expected
