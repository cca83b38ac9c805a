"""Places, codes and particulars that only a whole draft shows."""

from __future__ import annotations

import pytest

from scr_lint import Finding, Settings, Severity, lint_text
from scr_lint.discovery import all_rules


def findings(code: str, text: str) -> list[Finding]:
    rule = next(r for r in all_rules() if r.code == code)
    return list(rule(Settings()).check(lint_text(text).draft))


def test_a_place_is_one_finding_with_all_its_mentions_short_ones_too() -> None:
    found = findings(
        "PRV008",
        "# Chronology\n\nChild A joined Marlow Bank Academy in March.\n\n# Analysis\n\n"
        "At Marlow Bank nobody asked. Marlow Bank Academy wrote to the council.",
    )
    assert [loc.text for f in found for loc in f.locations] == [
        "Marlow Bank Academy",
        "Marlow Bank",
        "Marlow Bank Academy",
    ]
    assert len(found) == 1


def test_the_area_of_the_board_is_no_place_of_the_family() -> None:
    text = "# {}Analysis\n\nThe family lived in Pellbridge until the spring."
    board = "Pellbridge Safeguarding Children Board: Serious Case Review\n\n# "
    assert findings("PRV008", text.format(""))
    assert not findings("PRV008", text.format(board))


def test_four_kinds_about_one_person_are_an_error_and_claim_nothing_of_anonymity() -> None:
    (found,) = findings(
        "PRV012",
        "# Analysis\n\nOn 4 March 2013 Child B, aged 7, who has epilepsy, was moved to Thornley "
        "Grange, a children's home.",
    )
    assert found.severity is Severity.ERROR
    assert "anonym" not in found.message and "identif" not in found.message


def test_particulars_of_several_people_are_not_added_up() -> None:
    assert not findings(
        "PRV012",
        "# Analysis\n\nMother is Lithuanian. Father was a plumber. Child A has epilepsy.",
    )


def test_a_name_beside_letters_is_private_and_the_letters_are_not() -> None:
    text = "# Analysis\n\nRM (Zbigniew Novak) raised the observation levels."
    rule = next(r for r in all_rules() if r.code == "PRV015")(Settings())
    (found,) = rule.check(lint_text(text).draft)
    assert list(rule.private_words(found)) == ["Zbigniew Novak"]


_KEY = """# Key

The panel has agreed to give letters and numbers to all, and this key is for its members.

| Code | Who | In the papers |
|---|---|---|
| Child D | subject | |
| HV1 | health visitor | Mrs Adebayo |
"""


def test_a_name_in_a_key_to_the_people_of_the_case_is_none_of_the_panels() -> None:
    assert [loc.text for f in findings("PRV015", _KEY) for loc in f.locations] == ["Mrs Adebayo"]


@pytest.mark.parametrize(
    "text",
    [
        "The second son was twelve when he was found. He is Latvian and has eczema.",
        "She told the midwife that she was Tongan and had lupus. She was then 31.",
        "Girl, 9, Latvian, seen with an aunt. Known to have eczema.",
    ],
)
def test_an_age_in_a_clause_or_a_note_counts_as_one_kind(text: str) -> None:
    (found,) = findings("PRV012", f"# Analysis\n\n{text}")
    assert "age" in found.message and "health" in found.message


def test_a_text_without_headings_is_read_for_particulars_that_meet() -> None:
    text = "Child D, aged 9, is the eldest of three and has eczema.\n\nNobody asked him anything."
    (found,) = findings("PRV012", text)
    assert "3 kinds" in found.message


def conditions(text: str) -> list[str]:
    return [loc.text for f in findings("PRV009", f"# Analysis\n\n{text}") for loc in f.locations]


@pytest.mark.parametrize(
    "text",
    [
        "Deaths were commonest among people with gout, heart failure and Alzheimer's disease.",
        "The exercise imagined an outbreak of cholera in a holiday camp.",
        "Pupils with dyslexia and ADHD wait a year in this area for an assessment.",
        "A new respiratory disease would spread along the lines of the railway.",
        "The register of pathogens holds Lassa virus disease and plague.",
    ],
)
def test_what_groups_have_and_what_plans_are_about_is_nobodys_condition(text: str) -> None:
    assert conditions(text) == []


def test_what_is_found_on_somebody_is_a_condition_though_the_clause_names_nobody() -> None:
    text = "Child D was in hospital on the Friday. By the evening leukaemia had been diagnosed."
    assert conditions(text) == ["leukaemia"]
