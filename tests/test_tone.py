"""Whose judgement a loaded word is."""

from __future__ import annotations

import pytest

from scr_lint import Settings, lint_text
from scr_lint.settings import settings_from


def codes(text: str, role: str = "analysis") -> set[str]:
    settings: Settings = settings_from({"check": {"select": ["TON"]}})
    return {finding.rule for finding in lint_text(text, role=role, settings=settings).findings}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The team was careless with the file.", {"TON002"}),
        ("Mother was careless and selfish.", {"TON004"}),
        ("The team was not careless with the file.", set()),
        ("Grandmother said that the team was careless with the file.", set()),
        ("Was the team careless? It had one car.", set()),
        ("Had the officer not been so careless, he would have been seen.", {"TON001", "TON002"}),
        ("Families are called chaotic when nobody knows their timetable.", set()),
        ("The abuse was horrific.", {"TON005"}),
        ("The coroner described the death as tragic.", set()),
    ],
)
def test_only_the_reviews_own_judgement_is_found(text: str, expected: set[str]) -> None:
    assert codes(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mother did not open the door, was hostile on the stairs and left.", {"TON004"}),
        ("Mother did not shout or swear and was not hostile.", set()),
        ("Words can hardly convey the horror of that night.", {"TON005"}),
        ("The harrowing pages that follow were not written lightly.", {"TON005"}),
        ("The negligence was not theirs.", set()),
        ("It is not that the nurses did not care; the form had no box for it.", set()),
        ("We have all met the words lazy and careless. They explain nothing.", set()),
        ("Her school had a policy on bullying.", set()),
        ("The trust was asked to rethink its policy on bullying.", set()),
        ("The old term for it was disguised compliance.", set()),
        ("The tutor was wary of a head who did not care to be troubled.", set()),
        ("The baby was seen in clinic and obstructive jaundice was ruled out.", set()),
        ("Nurses regarded the desk as lazy.", set()),
        ("Clinic staff took her silence for indifference.", set()),
        ("Disguised compliance, a term that we use with care, is not one thing.", set()),
        ("The union argued that the officer was careless.", set()),
        ("It has been suggested to us that the teacher should have rung.", set()),
        ("Counsel urges upon us that the nurse should have noticed it.", set()),
        ("One may say that the placement was doomed.", {"TON001", "TON005"}),
        ("The officer was, at the inquest, arrogant and evasive.", {"TON002"}),
        ("The court found that the officer was arrogant.", set()),
    ],
)
def test_denying_and_reporting_reach_as_far_as_grammar_says(text: str, expected: set[str]) -> None:
    assert codes(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("By their rule book those forms should have been passed.", set()),
        ("A debt counted only if the police had proof of it, and they would not look.", set()),
        ("Nor should she have been expected to know it.", set()),
        ("The therapist who could have done it covers two counties.", set()),
        ("There was no moment in which anyone could have said so.", set()),
        ("Those who may have been exposed were told to stay in.", set()),
        ("The log has “brat”, a word that should never have been written of a child.", set()),
        ("The limit in the guidance was six working days, and it should have been met.", set()),
        ("The visit should have been made within days.", {"TON001"}),
        ("This is no search for somebody who was culpable.", set()),
        ("Those who run the ward know better than we do what will work.", set()),
        ("The nurse was culpable.", {"TON002"}),
        ("A first-year student would have seen it.", {"TON001"}),
        ("That grading was never going to keep him alive.", {"TON001"}),
    ],
)
def test_what_might_have_been_judges_only_where_somebody_is_told_off(
    text: str, expected: set[str]
) -> None:
    assert codes(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mo v. needy. Baby seen.", {"TON004"}),
        ("HV visit. Mum uncooperative, wouldn't let HV upstairs.", {"TON004"}),
        ("Baby seen at clinic. Father DNA x2. Discharged.", set()),
        ("Baby seen. Smoke alarm non-compliant, replaced.", set()),
        ("PCSO went into the river after him and put herself at risk.", set()),
    ],
)
def test_notes_are_of_whom_they_name(text: str, expected: set[str]) -> None:
    assert codes(text, "chronology") == expected


def test_children_at_large_did_not_miss_anything() -> None:
    assert codes("Where a young person misses a clinic the letter goes to the parent.") == set()


def test_a_phrase_for_a_childs_doing_needs_a_child() -> None:
    assert codes("Those who were well could carry on with their daily lives.") == set()


def test_three_quotations_are_listed_with_one_and() -> None:
    text = (
        "If somebody had asked, she would have said so. The visit should have been made that week."
    )
    settings = settings_from({"check": {"select": ["TON001"]}})
    (finding,) = lint_text(text, role="analysis", settings=settings).findings
    assert finding.message.count("” and “") == 1
    assert finding.suggestion.startswith("Consider: ") and finding.suggestion[10].islower()


def test_a_too_that_says_also_is_no_excess() -> None:
    result = lint_text("Workers were frightened too. One checked under her car.", role="analysis")
    assert not result.unread
    assert "TON002" not in {finding.rule for finding in result.findings}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The signs were clear and everybody had them.", {"TON001"}),
        ("The evidence was clear that the lodger had left before Easter.", set()),
        (
            "Staff at the nursery were clear whom they should ring, and we heard evidence of two calls.",
            set(),
        ),
        ("He fell from the jetty into cold water. He did not struggle.", set()),
        ("The man raped her, and Child K did not struggle.", {"TON003"}),
        (
            "The pressures of the unit, such as bullying and noise, were known to the managers.",
            set(),
        ),
    ],
)
def test_what_is_clear_and_what_goes_on_is_nobodys_fault(text: str, expected: set[str]) -> None:
    assert codes(text) == expected


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("The signs were there from the start.", "signs were there"),
        ("The ward failed, before the handover after that long weekend, to review it.", "failed"),
        ("The ward failed to review it.", "failed to review"),
    ],
)
def test_what_is_shown_of_a_judgement_can_be_read_by_itself(text: str, shown: str) -> None:
    settings = settings_from({"check": {"select": ["TON001"]}})
    (finding,) = lint_text(text, role="analysis", settings=settings).findings
    assert [at.text for at in finding.locations] == [shown]
