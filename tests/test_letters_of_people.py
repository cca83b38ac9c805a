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
        ("On most days J., his grandmother, fetched him. When J. slept he cooked.", "J."),
    ],
)
def test_a_letter_with_a_stop_that_does_what_people_do_may_be_of_a_name(
    text: str, letters: str
) -> None:
    assert letters in found(text, "PRV015")


@pytest.mark.parametrize(
    "text",
    [
        "Nobody asked her brother, RT, what he had seen. RT had been upstairs.",
        "GN's bedroom had no window. The worker thought that GN was frightened.",
        "JT, aged seven, opened the letter. His sister brought JT home.",
        "WB was carried out by his uncle. The neighbour took WB in.",
    ],
)
def test_letters_without_a_name_may_be_a_code_and_are_no_acronym(text: str) -> None:
    assert found(text, "PRV015", "ACR001", "ACR002", "ACR003") == []


@pytest.mark.parametrize(
    "text",
    [
        "| Code | Person |\n|---|---|\n| RT | MOTHER |\n| TW | SUBJECT |\n\nRT cried. TW was seven.",
        "- Subject - K.\n- Mother - P.\n\nK. cried, and P., his mother, slept.",
        "K. is not the child's real name. K. cried at school.",
        "Each person has been allocated a letter. K. cried at school.",
        "The Headteacher (HT) rang. HT told the panel that she was worried. HT cried.",
        "Section E was hard to fill in. E asked his mother to sign.",
        "Question 1. A. was the answer most gave. Which was it? D. told them nothing.",
    ],
)
def test_letters_given_in_any_way_and_short_forms_are_no_initials(text: str) -> None:
    assert found(text, "PRV015") == []


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("The FLO told his mother. Her aunt asked the FLO to stay.", "FLO"),
        ("Her QH worsened. She feared that her QH was ill.", "QH"),
    ],
)
def test_letters_with_an_article_or_an_owner_are_acronyms(text: str, short: str) -> None:
    assert short in found(text, "ACR001")


@pytest.mark.parametrize(
    ("text", "letters"),
    [
        ("Child A was four. Andrew Marlow (AM) was late, and AM cried.", "AM"),
        ("Child B was three. Beth Gower (BG) rang. BG cried.", "BG"),
        ("Child A lived with Thomas Marlow. TM was frightened of his father.", "TM"),
    ],
)
def test_letters_of_a_name_are_told_beside_any_codes(text: str, letters: str) -> None:
    assert letters in found(text, "PRV015")


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
        ("CGM 1 was in June and CGM 2 in July. CGM 3 was cancelled.", "CGM"),
        ("TAF 1 came to no plan. At TAF 2 his school was missing.", "TAF"),
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
        "QW1 visited in June. QW 2 had read the summary.",
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


def test_the_letters_of_an_office_are_nobodys_though_a_name_has_them() -> None:
    text = (
        "# Analysis\n\nMaxwell Pargeter fetched the boy from school. The MP told the mother to write. "
        "The MP was angry, and the MP rang the nurse."
    )
    only = settings_from({"check": {"select": ["PRV015"]}})
    assert lint_text(text, settings=only).findings == ()
