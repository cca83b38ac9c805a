"""Places and homes that only what stands beside their names tells of."""

from __future__ import annotations

import pytest
from scr_lint.rules.privacy.address import Address

from scr_lint import Role, Settings
from scr_lint.identity.places.named_places import find_places
from scr_lint.language import analyse
from scr_lint.readers.text import parse
from scr_lint.rule import Layer
from scr_lint.structure.sections import with_structure


def _draft(text: str):
    draft = with_structure(parse(text, ""), Role.FAMILY_BACKGROUND)
    return analyse(draft, Layer.PARSE | Layer.ENTITIES)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("The boy was well known round Tessel Marren, where his uncle kept pigs.", "Tessel Marren"),
        ("She had been removed from Ty'r Wennol, where she was happy.", "Ty'r Wennol"),
        ("The narrowboat lay mostly at Lockgate Basin that winter.", "Lockgate Basin"),
        ("The family left Quenderby for the city.", "Quenderby"),
        (
            "He was found at his home in Nether Tarnholt, Lincolnshire, by his sister.",
            "Nether Tarnholt",
        ),
        ("He died at 25 Finch Way, Stokeley, Sofia being with him.", "Stokeley"),
    ],
)
def test_a_place_is_known_by_what_stands_beside_its_name(text, place) -> None:
    assert place in [found.name for found in find_places(_draft(text), Settings())]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("He slept at 31 Sandpit Rise, Ollerdene, that week.", "Ollerdene"),
        ("She wrote to Meddygfa'r Wennol about it twice.", "Meddygfa'r Wennol"),
        ("He had stayed at Heron Cottage, which the county runs for four boys.", "Heron Cottage"),
        ("Her psychosis was treated in the Sennick Unit that winter.", "Sennick Unit"),
    ],
)
def test_a_place_is_known_by_its_address_its_keepers_or_what_is_done_there(text, place) -> None:
    draft = _draft(text)
    assert place in [found.name for found in find_places(draft, Settings())]
    homes = [draft.text_at(at) for f in Address(Settings()).check(draft) for at in f.locations]
    assert place not in homes


def test_a_passage_without_a_heading_is_no_front_matter() -> None:
    draft = with_structure(parse("She was weighed at Cressing Lane Surgery in May.", ""))
    draft = analyse(draft, Layer.PARSE | Layer.ENTITIES)
    assert [found.name for found in find_places(draft, Settings())] == ["Cressing Lane Surgery"]


def test_named_flats_are_a_home() -> None:
    draft = _draft("Nobody had rung the bell at the Saltworks flats since May.")
    homes = [draft.text_at(at) for f in Address(Settings()).check(draft) for at in f.locations]
    assert homes == ["Saltworks flats"]
    assert find_places(draft, Settings()) == []


@pytest.mark.parametrize(
    "text",
    [
        "The panel met in room 4 of the Civic Centre in May.",
        "The lecturer from the University of Harnsworth spoke to the panel.",
        "A worker from the Borough of Quenderby rang.",
        "Staff at the Pupil Referral Unit thought that it was the older boys.",
        "In Reception she settled, and at Christmas she sang.",
        "The Court heard that custody was the only placement left. The Court did not ask why.",
        "Checks were made by the Child Harm Enquiry Unit before noon.",
        "The placement was known to the Child Harm Investigation Unit, and the Area Control Centre sent a car.",
        "The aunt had rung Social Services at South Lincolnshire.",
        "He was seen in the Emergency Department of the hospital by a locum.",
        "He was not at the B&B when the worker called, and nobody at the B&B had seen him.",
        "There are too few beds in Approved Premises.",
        "The Director of the Border Readiness Unit gave evidence on the third day.",
    ],
)
def test_bodies_and_kinds_are_no_places(text) -> None:
    assert find_places(_draft(text), Settings()) == []


@pytest.mark.parametrize(
    "text",
    [
        "An inquiry was opened into the death of Tamsin Verity Oakford Reeve in May.",
        "An order relating to Corwin Thornleigh was made. Corwin’s school was not told.",
        "Dr Harriet Ashdale had read the chart, and gave evidence to the inquest.",
    ],
)
def test_somebody_is_no_place_however_the_name_is_built(text) -> None:
    assert find_places(_draft(text), Settings()) == []


@pytest.mark.parametrize(
    "text",
    [
        "She had been diagnosed with Penrose Syndrome and was started on Membrane Pressure Support (“MPS”).",
        "The bar had been bought from Cobble Lane Foods and was made by Hazel Planet.",
        "They had walked for a week in the foothills of the Sarrin Mountains.",
    ],
)
def test_treatments_firms_and_mountains_are_no_places(text) -> None:
    assert find_places(_draft(text), Settings()) == []


def test_an_area_is_known_by_the_services_that_are_called_by_it() -> None:
    draft = _draft(
        "Wolmere Youth Offending Team closed the case. The form came from Wolmere’s own staff, "
        "and she moved within the Wolmere area."
    )
    assert find_places(draft, Settings()) == []


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("She had spent a month in the Lantern facility, a unit for girls.", "Lantern facility"),
        (
            "He was to leave the Harbour Trust Children's home in June.",
            "Harbour Trust Children's home",
        ),
        ("That night they took him in at a fitting establishment (‘Anchorage’).", "Anchorage"),
        ("She was taken to University Hospital and kept in overnight.", "University Hospital"),
    ],
)
def test_a_place_may_have_its_kind_in_small_letters_or_no_other_name(text, place) -> None:
    assert place in [found.name for found in find_places(_draft(text), Settings())]


def test_a_name_may_lose_its_last_word() -> None:
    draft = _draft(
        "She went to Kingsmere County Grammar School. Kingsmere County Grammar has done much since."
    )
    (place,) = find_places(draft, Settings())
    assert [draft.text_at(at) for at in place.mentions] == [
        "Kingsmere County Grammar School",
        "Kingsmere County Grammar",
    ]


def test_a_quarry_by_a_road_is_no_house() -> None:
    draft = _draft("Her body was found at the Marl Hill Quarry, Saltergate Road, in Thrushford.")
    assert not list(Address(Settings()).check(draft))
    names = [found.name for found in find_places(draft, Settings())]
    assert "Marl Hill Quarry" in names
    assert "Saltergate Road" in names


@pytest.mark.parametrize(
    "text",
    [
        "The medical cause of death was given as 1a Head Injury.",
        "The conclusion was 1a Bronchial Pneumonia due to 1b Chronic Heart Disease.",
    ],
)
def test_the_lines_of_a_certificate_are_no_address(text) -> None:
    assert not list(Address(Settings()).check(_draft(text)))


def test_the_district_of_a_postcode_is_an_address() -> None:
    draft = _draft("Her father’s home was in the PL4 area, near the M5.")
    found = [draft.text_at(at) for f in Address(Settings()).check(draft) for at in f.locations]
    assert found == ["PL4"]


@pytest.mark.parametrize(
    ("text", "address"),
    [
        (
            "She sat on the step of Lot 3, the Old Brickpits, for an hour.",
            "Lot 3, the Old Brickpits",
        ),
        ("The family were in Unit 5, Quayside Studios, without water.", "Unit 5, Quayside Studios"),
        ("They were put in no 7 Gasworks Cotages, which was damp.", "no 7 Gasworks Cotages"),
    ],
)
def test_a_numbered_home_needs_no_word_for_a_street(text, address) -> None:
    draft = _draft(text)
    found = [draft.text_at(at) for f in Address(Settings()).check(draft) for at in f.locations]
    assert found == [address]


def test_a_publishers_address_is_nobodys_home() -> None:
    draft = _draft("It was sent to the Ombudsman, PO Box 4771, Coventry CV4 0EH.")
    assert not list(Address(Settings()).check(draft))
