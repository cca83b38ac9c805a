"""[names] allow: whoever is allowed is nobody's secret, and nothing else; nobody else is allowed."""

from __future__ import annotations

import pytest

from scr_lint import lint_text
from scr_lint.settings import settings_from


def flagged(text: str, *allow: str) -> set[str]:
    settings = settings_from({"check": {"select": ["PRV"]}, "names": {"allow": list(allow)}})
    found = lint_text(f"# Analysis\n\n{text}\n", settings=settings).findings
    return {location.text for finding in found for location in finding.locations}


@pytest.mark.parametrize(
    "text",
    [
        "Hannah Threlfall wrote this report. Mrs Threlfall met the panel twice.",
        "Ms Threlfall chaired the panel, and Hannah Threlfall wrote the report.",
        "Dr Hannah Threlfall was asked to advise. The panel met Dr Threlfall in June.",
        "The panel was advised by Hannah Threlfall and by a paediatrician.",
    ],
)
def test_an_allowed_full_name_is_left_alone_with_its_title_and_is_no_place(text: str) -> None:
    assert flagged(text) != set()
    assert flagged(text, "Hannah Threlfall") == set()


@pytest.mark.parametrize(
    ("text", "still"),
    [
        ("Karen Threlfall rang the school. Mrs Threlfall was told.", "Karen Threlfall"),
        ("Karen Threlfall rang the school. Mrs Threlfall was told.", "Mrs Threlfall"),
        ("Mrs Threlfall wrote this. Mr Threlfall hit the boy.", "Mr Threlfall"),
        ("Hannah told the nurse that she was coping.", "Hannah"),
        ("Mrs Threlfell told the nurse that she was coping.", "Mrs Threlfell"),
        ("The family lived at 12 Threlfall Close.", "12 Threlfall Close"),
    ],
)
def test_others_of_the_name_and_what_is_called_after_it_stay_told(text: str, still: str) -> None:
    assert still in flagged(text, "Hannah Threlfall")


@pytest.mark.parametrize(
    "text",
    [
        "The mother, {Mrs Threlfall}, cried.",
        "Hannah Threlfall wrote this. The mother, {Mrs Threlfall}, cried.",
        "Hannah Threlfall wrote this. The boy, Sam, and his father, {Mr Threlfall}, left.",
        "Hannah Threlfall wrote this. {Mr Threlfall} hit the boy.",
        "Hannah Threlfall wrote this. {Miss Threlfall}, aged fifteen, is the sister.",
        "Hannah Threlfall wrote this. Mr and {Mrs Threlfall} fostered two girls.",
        "Hannah Threlfall wrote this. {PC Threlfall} arrested the father.",
        "Hannah Threlfall wrote this. {Mrs Threlfall} was his aunt. Mrs Threlfall wept.",
        "Hannah Threlfall wrote this. Ms Threlfall met us. {Mrs Threlfall} slept.",
        "Hannah Threlfall wrote this. {Mrs Threlfall} wept. The Threlfalls had moved.",
    ],
)
def test_an_allowed_full_name_allows_nobody_else_of_the_surname(text: str) -> None:
    still = text[text.index("{") + 1 : text.index("}")]
    plain = text.replace("{", "").replace("}", "")
    assert any(still.split()[-1] in at for at in flagged(plain, "Hannah Threlfall"))


def test_a_title_that_stands_with_the_full_name_goes_with_it() -> None:
    text = "DCI Oluchi Threlfall advised the panel. DCI Threlfall met the mother once."
    assert flagged(text) != set()
    assert flagged(text, "Oluchi Threlfall") == set()
