"""Contact details, official numbers and links to the press, in the many ways people write them."""

from __future__ import annotations

import pytest

from scr_lint import Draft, Role, Settings
from scr_lint.discovery import all_rules
from scr_lint.language import analyse
from scr_lint.readers.text import parse
from scr_lint.rule import Layer
from scr_lint.structure.sections import with_structure


def _draft(text: str, role: Role) -> Draft:
    return analyse(with_structure(parse(text, ""), role), Layer.PARSE | Layer.ENTITIES)


def _found(code: str, text: str, role: Role = Role.ANALYSIS) -> list[str]:
    rule = next(r for r in all_rules() if r.code == code)
    return [x.text for f in rule(Settings()).check(_draft(text, role)) for x in f.locations]


@pytest.mark.parametrize(
    ("text", "detail"),
    [
        ("She goes by moth underscore wing nine two there.", "moth underscore wing nine two"),
        ("He wrote it down as bramble(dot)fox(dot)77 for her.", "bramble(dot)fox(dot)77"),
        (
            "The number was 01632 double nine oh, four one six.",
            "01632 double nine oh, four one six",
        ),
        ("The message said to add pixelmoth#2291 instead.", "pixelmoth#2291"),
        ("The lad is tarn.hiker7 on insta, she said.", "tarn.hiker7"),
    ],
)
def test_contact_details_are_found_as_they_are_said_and_hidden(text: str, detail: str) -> None:
    assert _found("PRV006", text) == [detail]


def test_how_readers_reach_the_board_is_no_private_contact() -> None:
    text = "Readers may write to the Board's business unit or telephone 01632 960 344."
    assert not _found("PRV006", text, Role.INTRODUCTION)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("The missing person report is MP/3308/16 and was never closed.", "MP/3308/16"),
        ("His bus pass no. 6340 1177 2091 8816 was used that night.", "6340 1177 2091 8816"),
        ("In the proceedings (BD16C 00418) she had a guardian.", "BD16C 00418"),
        ("Probation hold him under K551902 as a risk.", "K551902"),
    ],
)
def test_official_numbers_are_known_by_their_shape(text: str, number: str) -> None:
    assert _found("PRV007", text) == [number]


def test_a_place_in_a_list_is_no_case_number() -> None:
    assert not _found("PRV007", "It was case no. 12 of 31 on the list.")


@pytest.mark.parametrize(
    ("text", "link"),
    [
        (
            "He was sent to prison for nine years; the maximum for it is fourteen.",
            "nine years",
        ),
        (
            "She was told to do a hundred and twenty hours of work.",
            "a hundred and twenty hours of work",
        ),
        ("It was heard at Durham before the recorder.", "Durham before the recorder"),
    ],
)
def test_sentences_and_courts_are_told_in_other_words(text: str, link: str) -> None:
    assert _found("PRV013", text) == [link]


@pytest.mark.parametrize(
    "text",
    [
        "Staff had that month been on training branded #ListenFirst.",
        "Enquiries from the Press Association go to the press desk.",
        "In citing Harbour Lane [2014] UKSC 91 practitioners meant the test of liberty.",
    ],
)
def test_courses_enquiries_and_authorities_are_no_links(text: str) -> None:
    assert not _found("PRV013", text)
