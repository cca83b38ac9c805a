"""A place that is named in full is known by its short name, and a town by what is said of it, however well known."""

from __future__ import annotations

import pytest

from scr_lint import Role, Settings
from scr_lint.identity.places.named_places import find_places
from scr_lint.language import analyse
from scr_lint.readers.text import parse
from scr_lint.rule import Layer
from scr_lint.structure.sections import with_structure


def _mentions(text: str, role: Role | None = Role.CHRONOLOGY) -> list[str]:
    draft = with_structure(parse(text, ""), role)
    draft = analyse(draft, Layer.PARSE | Layer.ENTITIES)
    return [draft.text_at(at) for found in find_places(draft, Settings()) for at in found.mentions]


@pytest.mark.parametrize(
    "text",
    [
        "He was taken to Wyre Vale General Hospital (WVGH) that night. Staff of WVGH did not ring.",
        "He was taken to Wyre Vale General Hospital (“the WVGH”). It was not WVGH that rang.",
        "He was taken to Wyre Vale General Hospital that night. The WVGH nurses did not ring.",
        "WVGH had no bed, though Wyre Vale General Hospital was near.",
    ],
)
def test_a_hospital_is_known_by_its_initials(text) -> None:
    assert "WVGH" in _mentions(text)


@pytest.mark.parametrize(
    ("text", "letters"),
    [
        ("He was taken to Wyre Vale General Hospital. The CMHT did not ring.", "CMHT"),
        ("Wyre Vale General Hospital (see MAR) had no bed. MAR says so.", "MAR"),
        ("Wyre Vale General Hospitals NHS Trust (WVGH) wrote a report. WVGH was thanked.", "WVGH"),
    ],
)
def test_other_letters_are_no_hospital(text, letters) -> None:
    assert letters not in _mentions(text)


def test_a_bare_name_is_the_place_even_where_it_begins_a_sentence() -> None:
    text = (
        "She was a patient at Ansley Green Mental Health Hospital. Ansley Green hospital rang in June.\n\n"
        "Ansley Green to look again at its policy on leave."
    )
    assert "Ansley Green" in _mentions(text)


@pytest.mark.parametrize(
    ("text", "town"),
    [
        ("The family moved from Grimsby to Kettering in 2013.", "Kettering"),
        ("In the end she drove to Southampton, where she slept on the beach.", "Southampton"),
        ("The family lived in a flat in Haringey until the review period began.", "Haringey"),
        ("He was placed at the Tanyard Hostel, Wakefield.", "Wakefield"),
    ],
)
def test_a_well_known_town_may_be_the_familys(text, town) -> None:
    assert town in _mentions(text)


@pytest.mark.parametrize(
    "text",
    [
        "The reports on Rotherham and the review about Child Q in Hackney say the same.",
        "Every agency had learnt from Rotherham. The Rochdale inquiry had said so before.",
    ],
)
def test_a_town_named_for_an_inquiry_is_nobodys(text) -> None:
    assert _mentions(text) == []


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("She made her way to Marlcombe police station at two.", "Marlcombe police station"),
        (
            "He stood on the platform at Saint Anselm underground station.",
            "Saint Anselm underground station",
        ),
        ("She was put on ward 7, and stayed there for a month.", "ward 7"),
        ("He hit a van at the junction with Tanner's Lane.", "Tanner's Lane"),
        (
            "He was discharged from University College Wexcombe Hospital in May.",
            "University College Wexcombe Hospital",
        ),
        (
            "She was born at the Queen Adelaide the Queen Mother hospital.",
            "Queen Adelaide the Queen Mother hospital",
        ),
        ("Whilst he was at Tarn Wood YOI Alan had asked for his mother.", "Tarn Wood YOI"),
        (
            "In the terms he was on roll at Lady Orla Penfold's the boy was sent home.",
            "Lady Orla Penfold",
        ),
        ("He was referred to the Harley Pain Clinic in March.", "Harley Pain Clinic"),
        ("She was moved to the Anvil facility, where nobody knew her.", "Anvil facility"),
    ],
)
def test_a_place_is_known_by_the_word_for_its_kind(text, place) -> None:
    assert place in _mentions(text)


@pytest.mark.parametrize(
    "text",
    [
        "They sent her to the First Fit clinic, and later to the Gender Identity Clinic.",
        "Use the Urgent Flag facility and the Care Plan facility on the practice's records system.",
        "Mr Ludlow's third admission was in May. Professor Wells's home was visited each day.",
        "Guidance by the College of Policing is clear. The CEO College of Policing was told.",
        "The head of children's social care at LB Marlow Hamlets said so.",
    ],
)
def test_kinds_of_clinic_parts_of_programs_and_somebodys_things_are_no_places(text) -> None:
    assert _mentions(text) == []
