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
    ],
)
def test_a_place_is_known_by_what_stands_beside_its_name(text, place) -> None:
    assert place in [found.name for found in find_places(_draft(text))]


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
    assert place in [found.name for found in find_places(draft)]
    homes = [draft.text_at(at) for f in Address(Settings()).check(draft) for at in f.locations]
    assert place not in homes


def test_a_passage_without_a_heading_is_no_front_matter() -> None:
    draft = with_structure(parse("She was weighed at Cressing Lane Surgery in May.", ""))
    draft = analyse(draft, Layer.PARSE | Layer.ENTITIES)
    assert [found.name for found in find_places(draft)] == ["Cressing Lane Surgery"]


def test_named_flats_are_a_home() -> None:
    draft = _draft("Nobody had rung the bell at the Saltworks flats since May.")
    homes = [draft.text_at(at) for f in Address(Settings()).check(draft) for at in f.locations]
    assert homes == ["Saltworks flats"]
    assert find_places(draft) == []


@pytest.mark.parametrize(
    "text",
    [
        "The panel met in room 4 of the Civic Centre in May.",
        "The lecturer from the University of Harnsworth spoke to the panel.",
        "A worker from the Borough of Quenderby rang.",
        "Staff at the Pupil Referral Unit thought that it was the older boys.",
        "In Reception she settled, and at Christmas she sang.",
    ],
)
def test_bodies_and_kinds_are_no_places(text) -> None:
    assert find_places(_draft(text)) == []


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
