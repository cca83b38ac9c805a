"""The head of a letter in the papers of a case says where the family is known; a publisher's is its own."""

from __future__ import annotations

from marked_identifiers import findings

LETTER = (
    "# Letter to the panel\n\n{body}\n\n5 Ferry Parade\n\nNE98 7TD\n\nTel: 01632 960 411\n\nWeb: www.brackholme.gov.uk\n\n"
    "Dear {whom},\n\nThe rent was paid.\n"
)


def found(body: str, whom: str) -> set[str]:
    return {
        place.text
        for _, f in findings(LETTER.format(body=body, whom=whom))
        for place in f.locations
    }


def test_landlords_letterhead_is_found() -> None:
    told = found("Brackholme Homes Trust", "Chair")
    assert {"NE98 7TD", "01632 960 411"} <= told


def test_boards_letterhead_is_its_own() -> None:
    assert not found("Brackholme Safeguarding Children Board", "reader")


def test_patient_of_a_letter_is_no_body() -> None:
    text = "Brackholme Health Trust\n\nRe: patient dob 4/5/1988, of 6 Malthouse Quay, LS7 4QT, tel. 01632 960 412\n"
    assert {"6 Malthouse Quay, LS7 4QT"} <= {
        place.text for _, f in findings(text) for place in f.locations
    }
