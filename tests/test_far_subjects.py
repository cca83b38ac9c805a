"""Those asked to act that stand far from their verb, or are named by other than a clause."""

from __future__ import annotations

import pytest

from scr_lint import Role, lint_text
from scr_lint.draft import Addressee
from scr_lint.settings import settings_from

PARSED = settings_from({"check": {"select": ["REC001"]}})


def addressees(text: str) -> tuple[Addressee, ...]:
    result = lint_text(f"Recommendation 3: {text}", role=Role.RECOMMENDATIONS, settings=PARSED)
    return result.draft.recommendations[0].addressees


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "The Harbour Trust, which has been told three times that its lift is too small for a "
            "cot, and which has each time agreed, must now buy a larger one.",
            ["The Harbour Trust"],
        ),
        (
            "Until the tunnel opens, and whatever the weather, Wexmouth College, Bay Housing and "
            "the Coastguard must each keep a key.",
            ["Wexmouth College", "Bay Housing", "the Coastguard"],
        ),
        (
            "The Head of Midwifery, together with the Named GP, should write one letter.",
            ["the Head of Midwifery", "the Named GP"],
        ),
        (
            "The UK government and devolved administrations should each name a minister.",
            ["UK government", "devolved administrations"],
        ),
        ("We believe Bay Housing should light its stairs.", ["Bay Housing"]),
        ("I recommend to Bay Housing that the stairs be lit.", ["Bay Housing"]),
        ("Could the Council please move the bus stop?", ["the Council"]),
        ("The Chief Nurse was asked for a plan and had none. She should write one.", ["Nurse"]),
        ("Who? The Harbour Trust. What? Move the bins. When? By May.", ["The Harbour Trust"]),
        ("For the attention of Ofsted: that the form be shortened.", ["Ofsted"]),
        ("To the Head Teacher and the Governors. No child should eat alone.", ["Head Teacher"]),
        ("The Board should ask the Coastguard to keep a log.", ["the Board", "the Coastguard"]),
        ("Nursing: the matron to walk the ward at night.", ["the matron"]),
        ("Bay Housing, a small landlord with four blocks, should light its stairs.", ["Housing"]),
    ],
)
def test_named(text: str, names: list[str]) -> None:
    found = [who.text for who in addressees(text) if not who.vague]
    assert len(found) == len(names)
    assert all(name.lower() in who.lower() for name, who in zip(names, found, strict=True))


@pytest.mark.parametrize(
    "text",
    [
        "Meetings, which are now held in the morning, should be held after school.",
        "Nursing staff should be given a room.",
        "Faith groups should be encouraged to write to parents.",
        "Exclusion should be a last step.",
    ],
)
def test_nobody(text: str) -> None:
    assert addressees(text) == ()


def test_what_all_are_for() -> None:
    result = lint_text(
        "# Recommendations\n\nThese recommendations are addressed to Bay Housing unless we say so."
        "\n\n1. Light the stairs.\n2. (For schools.) Ring home on the first day.\n",
        settings=PARSED,
    )
    assert [[who.text for who in item.addressees] for item in result.draft.recommendations] == [
        ["Bay Housing"],
        ["schools"],
    ]
