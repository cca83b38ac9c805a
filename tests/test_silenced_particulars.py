"""What leaves a look-alike alone must not leave alone the real thing beside it."""

from __future__ import annotations

import pytest

from scr_lint import lint_text
from scr_lint.settings import settings_from

_PUBLIC_HEALTH = "The public health nurse visited and found the flat warm.\n\n" * 22
_ASKED = "# A review\n\n## Recommendations\n\n1. The ambulance trust should change its rota. "


def found(text: str, code: str) -> list[str]:
    settings = settings_from({"check": {"select": [code]}})
    return [at.text for f in lint_text(text, settings=settings).findings for at in f.locations]


@pytest.mark.parametrize(
    ("code", "text", "words"),
    [
        (
            "PRV005",
            "Due to rent arrears the family moved to 2b Alder Close in May.",
            "2b Alder Close",
        ),
        ("PRV005", "The uncle died from his wounds at 2a Fenton Road.", "2a Fenton Road"),
        (
            "PRV005",
            "The asylum-seeking family was housed by the Home Office at 14 Kestrel Close.",
            "14 Kestrel Close",
        ),
        ("PRV005", "He gave the Home Office 24 Marlow Road as his address.", "24 Marlow Road"),
        (
            "PRV005",
            "Mother had registered with Ofsted at 14 Kestrel Close as a childminder.",
            "14 Kestrel Close",
        ),
        (
            "PRV005",
            "The family's flat was opposite the Civic Centre, 14 Hollin Street.",
            "14 Hollin Street",
        ),
        ("PRV005", "Father lived at 6 Civic Centre Road with his partner.", "6 Civic Centre Road"),
        ("PRV005", "The flat, 3 Downing Street, was dirty.", "3 Downing Street"),
        ("PRV007", "Legal aid funding was refused in ref MR/44712/1.", "MR/44712/1"),
        ("PRV008", "Child A lived at Ashgrove Holdings.", "Ashgrove Holdings"),
        ("PRV008", "Child A had a place at LB Marl School.", "LB Marl School"),
        ("PRV009", "Child A was hearing voices in her head.", "hearing voices"),
        (
            "PRV002",
            "The card said that he fell asleep peacefully on 4 May 2015, Child A's father.",
            "4 May 2015",
        ),
        (
            "PRV002",
            "Child A was extubated in his mother's presence on 4 May 2015.",
            "4 May 2015",
        ),
        ("PRV009", "Child A had an allergy to almonds.", "allergy to almonds"),
        ("PRV009", "Child A has a known aspirin allergy.", "aspirin allergy"),
        ("PRV009", f"{_PUBLIC_HEALTH}Child A had epilepsy.", "epilepsy"),
        (
            "PRV009",
            "Mr Orrell died in May. He had schizophrenia, and his wife asked for help.",
            "schizophrenia",
        ),
        ("PRV009", "Mother was not well; her schizophrenia had come back.", "schizophrenia"),
        ("PRV010", "Ewan, a Christian boy of nine, prayed before meals.", "Christian"),
        ("PRV010", "Father was on immigration bail and could not work.", "immigration bail"),
        ("PRV003", f"{_ASKED}On 4 May 2016 it came late. The response was poor.", "4 May 2016"),
    ],
)
def test_the_real_thing_is_found_beside_what_looks_like_it(
    code: str, text: str, words: str
) -> None:
    assert found(text, code) == [words]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("PRV005", "The cause of death was given as 1a Bronchial Pneumonia and 1b Heart Failure."),
        ("PRV005", "She lost the flat over Housing Benefit arrears."),
        ("PRV005", "There was conflict about the flat over Mother's debts."),
        ("PRV007", "The school's published admission number is 120."),
        ("PRV007", "The work was paid for by grant MR/K044712/1."),
        ("PRV009", "Child A was allergic to authority, his teacher said."),
        ("PRV009", "The mother saw a homeopathic doctor."),
        ("PRV009", "Mr Orrell, a consultant surgeon, had migraine that day and was not there."),
        ("PRV009", "The doctor wrote that Father was not suicidal, not manic and not psychotic."),
        ("PRV009", "Risk factors for stroke include hypertension and diabetes."),
        ("PRV010", "His Responsible Clinician gave him leave."),
        ("PRV010", "Neighbours knew of no bail conditions on the father."),
        ("PRV010", "The inquest into the death of Ewan Christian Marlowe was opened."),
        ("PRV003", f"{_ASKED}On 4 May 2016 the trust replied that it had done so."),
    ],
)
def test_what_only_looks_like_it_is_left_alone(code: str, text: str) -> None:
    assert found(text, code) == []


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("PRV001", "Father preferred Tariq as his name in the account he gave to the police."),
        ("PRV001", "Father chose Tariq as his name in the report he made to the police."),
        ("PRV004", "Health visitor's note: 9 weeks old, growing well."),
        ("PRV004", "Child B was brought with a burn, 14 months old at the time."),
        ("PRV004", "The GP saw the bruise (nine weeks old, not yet rolling)."),
        ("PRV005", "They rented the flat above Dad's Cafe, Saltby."),
    ],
)
def test_what_stands_like_a_thing_is_still_somebodys(code: str, text: str) -> None:
    assert found(text, code)


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("PRV004", "The plan (nine weeks old by then) had not been read."),
        ("PRV004", "There was a bruise that was two weeks old."),
        (
            "PRV005",
            "They lived at 14 Linden Road.\n\nOne day missed became nine, and it went to 14.",
        ),
        ("PRV005", "They lived at 12 Linden Road.\n\nThe dose was taken to 12."),
        ("PRV009", "The neighbour heard voices through the wall and then a bang."),
        ("PRV009", "It did damage to the heart of the partnership."),
        ("PRV010", "The boy described himself as mixed up."),
    ],
)
def test_what_stands_like_somebodys_is_no_ones(code: str, text: str) -> None:
    assert "14 Linden Road" in text or "12 Linden Road" in text or found(text, code) == []
    assert len(found(text, code)) <= ("Linden" in text)
