"""Places, codes and particulars that only a whole draft shows."""

from __future__ import annotations

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
