"""Letters that stand for people: no acronyms, and no code unless the draft says so."""

from __future__ import annotations

import pytest

from scr_lint import lint_text
from scr_lint.settings import settings_from


def found(text: str, *codes: str) -> list[str]:
    """The words of all places that findings of these rules have."""
    settings = settings_from({"check": {"select": list(codes)}})
    findings = lint_text(f"# Analysis\n\n{text}", settings=settings).findings
    return [at.text for finding in findings for at in finding.locations]


@pytest.mark.parametrize(
    ("text", "letters"),
    [
        ("The nursery rang P.'s mother twice. P. slept through most mornings.", "P."),
        ("By July the milk had run out, and D. told the midwife so.", "D."),
        ("Nobody asked her brother, RT, what he had seen. RT had been upstairs.", "RT"),
        ("GN's bedroom had no window. The worker thought that GN was frightened.", "GN"),
        ("JT, aged seven, opened the letter. His sister brought JT home.", "JT"),
        ("WB was carried out by his uncle. The neighbour took WB in.", "WB"),
    ],
)
def test_letters_that_nothing_gives_as_a_code_may_be_initials(text: str, letters: str) -> None:
    assert letters in found(text, "PRV015")
    assert found(text, "ACR001", "ACR002", "ACR003") == []


@pytest.mark.parametrize(
    "text",
    [
        "Callum (CW) hid in the shed. CW was found by a neighbour.",
        "CW, who is seven, hid in the shed. Callum (CW) was found by a neighbour.",
        "CW (Callum Wray) hid in the shed. His teacher had seen CW on Monday.",
        "Callum Wray rang the office. Two days later CW rang again and was told to wait.",
    ],
)
def test_letters_beside_the_name_are_the_name(text: str) -> None:
    assert "CW" in found(text, "PRV015")
    assert found(text, "ACR001", "ACR002", "ACR003") == []


@pytest.mark.parametrize(
    "text",
    [
        "The letters used here are not the initials of those named. RT cried at school.",
        "The mother (SR) and the maternal aunt (HD) agreed. SR cried and HD took her home.",
        "Child K was four. MK, his mother, was asleep. MK told HV1 so.",
        "The child is called “K” in this report. K cried at night.",
        "Hepatitis B had been ruled out. Vitamin K, given at birth, was noted in Appendix C.",
        "The sample grew E. coli. S. aureus was found in the wound.",
        "Brandon, M. and others asked the same of schools.",
    ],
)
def test_letters_given_as_codes_and_letters_of_things_are_left_alone(text: str) -> None:
    assert found(text, "PRV015") == []


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("QX offered six places a week. QX was not asked about them.", "QX"),
        ("RTB was not told. Nobody at RTB answered, and RTB's manager was away.", "RTB"),
        ("SW1 noted it. The SWI was closed that week.", "SWI"),
        ("The CP 1 form and the CP 2 form were lost.", "CP"),
    ],
)
def test_letters_of_bodies_are_acronyms_still(text: str, short: str) -> None:
    assert short in found(text, "ACR001")


def test_a_name_in_capitals_is_no_acronym() -> None:
    text = "Rhys was asleep and Jorden cried. JORDEN cried again at noon. Nobody fed JORDEN."
    assert found(text, "ACR001", "ACR007") == []


@pytest.mark.parametrize(
    "text",
    [
        "SW 1 visited in June. SW 2 took over in July and SW 1 left.",
        "SW1 visited in June. SW 2 had read the summary.",
        "SW1 wrote to HV1. HVI never saw the letter.",
        "HV1 rang. Two days later HVl came back.",
    ],
)
def test_codes_typed_in_another_way_are_no_acronyms(text: str) -> None:
    assert found(text, "ACR001") == []


def test_words_of_a_title_in_capitals_are_no_acronyms() -> None:
    settings = settings_from({"check": {"select": ["ACR001", "ACR004"]}})
    text = "# RAPID REVIEW – WORKING DRAFT v0.4 (with our notes)\n\nThe boy lived with his aunt."
    assert lint_text(text, settings=settings).findings == ()


@pytest.mark.parametrize(
    "text",
    [
        "In the key HV1 and HV2 are health visitors. HV1 weighed Baby T at home.",
        "Baby T was weighed by HV1. HV2 is new.",
        "SW1 and SW2 are new. Child L was seen by SW1.",
    ],
)
def test_a_worker_and_a_child_are_never_one(text: str) -> None:
    assert found(text, "PRV015") == []
