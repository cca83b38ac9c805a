"""Findings told in running prose, and recommendations as minutes, forms and tables put them; all invented."""

from __future__ import annotations

import pytest

from scr_lint import Role, lint_text
from scr_lint.answers.links import How, ties
from scr_lint.draft import Draft
from scr_lint.readers.text import parse
from scr_lint.requests.actions import actions
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
    text = "# What the cases have in common\n\n" + "\n\n".join((opening, *MATTERS, closing))
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


def test_the_board_that_receives_them_all_is_not_asked_for_each() -> None:
    text = (
        "# Recommendations to the Board\n\n1. Harbour Trust should buy scales.\n2. Kelder Council should "
        "open the hub.\n3. The gate should be mended.\n"
    )
    assert named(text) == [["Harbour Trust"], ["Kelder Council"], []]


def test_a_heading_over_what_one_body_should_do() -> None:
    text = (
        "# Recommendations for the Board\n\n1. Publish figures.\n2. Buy scales.\n3. Open the hub.\n"
    )
    assert named(text) == [["the Board"]] * 3


def test_the_theme_by_whose_number_its_findings_are_meant() -> None:
    text = (
        "# Findings\n\n## Theme 1: Ferries\n\n### Learning points\n\n- The tide table was out of date.\n\n"
        "## Theme 2: Keys\n\n### Learning points\n\n- Nobody had the key to the chapel.\n\n"
        "# Recommendations\n\n1. Harbour Trust should print a card (Theme 1).\n"
        "2. Kelder Council should employ a caretaker (Theme 2).\n"
    )
    draft = draft_of(text)
    assert [[t.finding for t in own if t.how is How.NUMBER] for own in ties(draft)] == [[0], [1]]


def test_a_column_of_the_letters_of_findings() -> None:
    text = (
        "# Findings\n\n**A. The tide.** The table was out of date.\n\n**B. The key.** Nobody had it.\n\n"
        "# Recommendations\n\n| Recommendation | To whom | Out of |\n|---|---|---|\n"
        "| Print a card | Harbour Trust | A |\n| Employ a caretaker | Kelder Council | B |\n"
    )
    draft = draft_of(text)
    assert [[t.finding for t in own if t.how is How.NUMBER] for own in ties(draft)] == [[0], [1]]


@pytest.mark.parametrize(
    ("text", "many"),
    [
        ("The Council should not, save where a judge otherwise directs, permit the change.", 1),
        ("I recommend that the Council make advice free, and that no charge be made to a team.", 1),
        ("The Office should give leadership to, and work with, the four trusts.", 1),
        ("The Council should assess each house and apply the test to flats as necessary.", 1),
        (
            "The nurse should see where the gun is kept and where the child sleeps, and note both.",
            1,
        ),
        ("The Council should save every log and publish a list.", 2),
        ("The Trust should provide, and pay for, a nurse and open a ward.", 2),
    ],
)
def test_what_is_one_action(text: str, many: int) -> None:
    draft = draft_of(f"Recommendation 1: {text}")
    assert len(actions(draft, draft.recommendations[0])) == many


def test_a_finding_printed_twice_is_one() -> None:
    words = "The ferry stopped at four because the crew were paid by the tide."
    text = (
        f"# Findings\n\n1. {words}\n2. The key was lost.\n\n# Summary of findings\n\n1. {words}\n"
    )
    found = [own.text for own in draft_of(text).review_findings]
    assert found.count(words) == 1


def test_a_finding_on_how_things_stand_is_of_no_case() -> None:
    text = "# Findings\n\nFinding 1: {}\n"
    settings = settings_from({"check": {"select": ["FND005"]}})
    general = "Plans are written late and hold little of what children want."
    of_one = "The plan was written late and held little of what the boy wanted."
    assert not lint_text(text.format(general), settings=settings).findings
    assert lint_text(text.format(of_one), settings=settings).findings
