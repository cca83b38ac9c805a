"""Short forms in two senses, labels that are none, and letters with numbers."""

import pytest

import scr_lint


def codes(text: str, role: str | None = "findings") -> list[tuple[str, str]]:
    result = scr_lint.lint_text(text, role=role)
    return [
        (f.rule, result.draft.text_at(f.locations[0])) for f in result.findings if "ACR" in f.rule
    ]


def test_a_use_beside_other_words_with_the_same_letters_is_told() -> None:
    found = codes(
        "The Home Visiting Team (HVT) called. HVT notes stop in May. A scan showed HVT, "
        "for the small clot behind his knee, a hidden vein thrombosis."
    )
    assert ("ACR006", "HVT") in found


def test_words_that_are_the_same_body_are_no_second_sense() -> None:
    found = codes(
        "The Home Visiting Team (HVT) called. The HVT left. The Home Visits Team, or HVT, wrote."
    )
    assert all(code != "ACR006" for code, _ in found)


@pytest.mark.parametrize("label", ["S", "E"])
def test_labels_of_a_tables_rows_are_no_short_forms(label: str) -> None:
    rows = "\n".join(f"| {label}{n} | The nurse rang. |" for n in (1, 2, 3))
    assert codes(f"| Ref | Entry |\n|---|---|\n{rows}\n", "chronology") == []


def test_the_rest_of_a_name_stands_before_what_explains_it() -> None:
    text = "Cafcass Cymru, which looks after the interests of children in court, took part."
    assert codes(text) == []


def test_letters_said_to_be_something_below_are_defined() -> None:
    text = "SALT below is speech and language therapy. SALT saw him. SALT wrote."
    assert codes(text, "chronology") == []


def test_letters_that_go_on_with_numbers_are_not_needless() -> None:
    text = "YW is a youth worker; a number tells one from the next. YW1 rang, and YW2 called."
    assert codes(text, "introduction") == []
