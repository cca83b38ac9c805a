"""Findings told in running prose, and recommendations as minutes, forms and tables put them; all invented."""

from __future__ import annotations

import pytest

from scr_lint import Role, lint_text
from scr_lint.draft import Draft
from scr_lint.readers.text import parse
from scr_lint.requests.declined import declines
from scr_lint.settings import settings_from
from scr_lint.structure.sections import with_structure

PARSED = settings_from({"check": {"select": ["REC001"]}})
MATTERS = (
    "The ferry runs twice a day and the nurse who crosses on it has to be back by four, so that the "
    "visits to the farms beyond the pass are the first to be put off when the sea is up.",
    "As to the school, it had one telephone and the head had the key of the room in which it stood. "
    "I was shown the log of calls for the spring term, and it holds three, all of them about coal.",
    "Then there is the register. It was drawn up by the harbour office for another purpose, and it "
    "lists boats and not those who live on them; two clerks told me that they had never seen a child in it.",
    "The money for interpreters is held by a board that meets each quarter. A request made in April "
    "was granted in July, by which time the family had moved and the worker had given up asking.",
    "Last, the doctor. He had four surgeries to cover that winter and saw the baby in the doorway of "
    "the third, with his coat on, on the way to somebody whose need seemed to him the greater.",
)


def draft_of(text: str) -> Draft:
    return lint_text(text, settings=PARSED).draft


def named(text: str) -> list[list[str]]:
    return [[a.text for a in item.addressees] for item in draft_of(text).recommendations]


def test_each_paragraph_of_a_chapter_in_running_prose_is_a_finding() -> None:
    opening = "It is a sad tale. I take the points one by one."
    closing = "None of these would have done it alone. They met in one house, and on one night."
    text = "# What the cases have in common\n\n" + "\n\n".join(
        (opening, *MATTERS, closing)
    )
    recommendations = "# What I recommend\n\n1. The Harbour Board should list children.\n"
    found = with_structure(parse(f"{text}\n\n{recommendations}"), Role.FINDINGS).review_findings
    assert [own.text.split()[0] for own in found] == ["The", "As", "Then", "The", "Last,"]


def test_a_topic_with_short_notes_under_it_is_one_finding() -> None:
    notes = "\n\n".join(("Visits were missed.",) * 3)
    text = f"# Findings\n\n## The ferry\n\n{notes}\n\n## The school\n\n{notes}\n"
    assert len(with_structure(parse(text)).review_findings) == 2


@pytest.mark.parametrize(
    "line",
    [
        "Saltmarsh: learning review, Family P. Draft for the panel, spring 2015",
        "The Saltmarsh review was carried out between May and July 2014.",
        "Second draft, July 2014",
    ],
)
def test_a_line_that_dates_the_report_is_no_finding(line: str) -> None:
    text = f"# Findings\n\n{line}\n\nNobody read the log. It was in a drawer.\n\nNobody rang.\n"
    found = with_structure(parse(text)).review_findings
    assert [own.text.split(".")[0] for own in found] == ["Nobody read the log", "Nobody rang"]


def test_what_was_proposed_or_taken_out_is_no_recommendation() -> None:
    text = (
        "# Recommendations\n\nR1: The Trust should buy scales.\n\nR2: I have removed this one, as you "
        "wished (the Trust should not pay for it).\n\nR3: The Council should open the hub.\n"
    )
    assert [item.label for item in draft_of(text).recommendations] == ["R1", "R3"]


@pytest.mark.parametrize(
    ("sentence", "declined"),
    [
        ("Put forward by the police, and not carried: that shops be asked for proof of age.", True),
        ("Rejected: the Council to pay for taxis.", True),
        ("We have withdrawn our request.", True),
        ("The Council should look again at every referral that was rejected.", False),
        ("Tell the court when an application is withdrawn.", False),
    ],
)
def test_declined_in_minutes_and_notes(sentence: str, declined: bool) -> None:
    assert declines(sentence) is declined


def test_a_heading_that_says_how_they_are_sorted_names_nobody() -> None:
    text = (
        "# Recommendations by agency\n\n## Harbour Trust\n\n- Buy scales.\n\n## Kelder Council\n\n"
        "- Open the hub on Sundays.\n\n## Kelder Police\n\n- Call by day.\n\n## Everyone else\n\n"
        "- Professionals must rest.\n"
    )
    assert named(text) == [
        ["Harbour Trust"],
        ["Kelder Council"],
        ["Kelder Police"],
        ["Professionals"],
    ]


def test_what_was_decided_on_it_is_no_name() -> None:
    text = (
        "# Recommendations as agreed\n\n1. AGREED: that Kelder Council opens the hub on Sundays.\n"
        "2. ACCEPTED, with changes: Harbour Trust to buy two sets of scales.\n"
        "3. URGENT: the gate to be mended.\n"
    )
    assert named(text) == [["Kelder Council"], ["Harbour Trust"], []]


def test_those_in_what_will_come_of_it_are_not_asked() -> None:
    text = (
        "# Recommendations\n\n**Recommendation 1**\n**Action:** Open the hub on Sundays. **Who:** Kelder "
        "Council. **Difference to be made:** Boys have a place to go, and the police tell them of it.\n\n"
        "**Recommendation 2**\n**Action:** The gate should be mended. **Who:** **Difference to be made:**\n"
    )
    assert named(text) == [["Kelder Council"], []]


def test_those_who_are_only_to_be_reminded_are_not_asked() -> None:
    text = "# Recommendations\n\n1. Remind school nurses of the value of scales.\n2. Encourage tutors to ring.\n"
    assert named(text) == [[], []]


def test_the_owner_of_a_row_sees_to_what_others_are_to_have() -> None:
    text = (
        "# Recommendations\n\n| Action | Owner | Overseen by |\n|---|---|---|\n"
        "| Schools to have a list of hubs | Kelder Council | the Board |\n"
        "| Panels to ask each boy what he does on Sundays | Kelder Schools Forum | the Board |\n"
    )
    assert named(text) == [["Kelder Council"], ["Kelder Schools Forum"]]


def test_a_body_that_is_spoken_to() -> None:
    text = "# Recommendations\n\n1. Harbour Trust, please could you buy two sets of scales?\n2. The Trust should ring.\n"
    assert named(text)[0] == ["Harbour Trust"]
