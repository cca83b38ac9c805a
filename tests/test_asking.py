"""Which paragraphs of a part on recommendations ask for something; all invented."""

from __future__ import annotations

import pytest

from scr_lint.draft import Role
from scr_lint.readers.text import parse
from scr_lint.structure.sections import with_structure


def found(text: str, role: Role = Role.RECOMMENDATIONS) -> list[str]:
    return [item.text for item in with_structure(parse(text), role).recommendations]


@pytest.mark.parametrize(
    "text",
    [
        "The hostel is, for its part, asked by the panel to keep a list of who sleeps there.",
        "The ward sister is to hold the key, and is to write down who borrows it.",
        "We would like the Mayor to look again at the closing of the baths.",
        "It would help if, or so mothers told us, it were open. It is essential that it open.",
        "It falls to the coroner's officer to ring the grandparents.",
        "The Harbour Trust, which runs both buses, will paint its stops yellow by May.",
        "The first of these is to the library service, which must let children in alone.",
        "Mapping of empty houses to be finished.",
        "Halve the number of forms that a foster carer signs.",
        "Record keeping: date every page.",
        "(For colleges.) Ring home on the first day.",
        "In the light of section 4, that the ferry timetable be printed in four languages.",
        "The governors may wish to walk the route.",
        "Two boards met and neither knew. Nobody was at fault. The clerks of both should meet.",
        "The pharmacy, and not the surgery as was thought, to hold the list.",
        "Could the Coastguard please send its log?",
        "Lambeth Road School – doors to be locked by nine.",
        "It is the panel's recommendation that the Mayor walks the route.",
        "The Mayor would do well to walk the route.",
        "There is a need for the Mayor to walk the route.",
        "The responsibility for the lamps lies with the Mayor.",
        "All those who sleep in the hostel must have a key.",
        "Lead: the Mayor. Walk the route.",
        "Better lighting along the route.",
        "3. Thoght be given to a second bell.",
        "4. To be repaired as a matter of course: the lamps on the stair.",
        "The Trust to ensure all staff on the ward are trained.",
        "Check the lists are kept in one place.",
        "Housing support officers to visit on a Monday.",
        "The Board to publish a plan that is short.",
        "A bell that boys can ring while they wait to be hung on the stair.",
        "Move the talk to the second week and have it at home.",
        "Reports on any man in the house to be signed twice.",
        "The pharmacist to ring the home before a fourth bottle is sold.",
    ],
)
def test_what_asks(text: str) -> None:
    assert len(found(text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Version 3, agreed by the Board in May 2016",
        "Signed off on 4 June 2021",
        "There are seven recommendations. The Board will say each quarter how far they have come.",
        "Does the Board know who holds the list? (Put to the Board in May 2014.)",
        "See Appendix 2.",
        "The Trust continues to fill the posts that were empty.",
        "Workers across the county have told us how tired they are.",
        "These recommendations are for the Council unless we say so.",
        "[Wording still to be agreed]",
        "It should be borne in mind that the ferry has been mended since.",
        "Nothing in these pages should alarm those who swim.",
        "It would not be right for us to tell the Mayor what to do.",
        "In our view, four things call to be mended. They are put in order of cost.",
        "NEXT TO BE DONE",
        "The second wave split the quay and allowed it to rotate towards the church.",
        "The wording of letters to invite fathers in is weak.",
        "Return home interviews are held late and seldom by the same person.",
        "Practitioners help care leavers to cook for themselves.",
        "The two heads know each family well and work hard to bring them in.",
        "Kestrel Rail changed the rule book to stop guards working alone.",
        "For some children, talks about risk lead nowhere, to judge by the files.",
        "Staff were told of the steps that should be taken.",
        "Carers do not always get the training they need to do this safely.",
        "It matters a great deal, and it is important that the recommendations are met soon.",
        "Almost all the boys came back.",
        "Direct work with the girls began in May.",
    ],
)
def test_what_does_not(text: str) -> None:
    assert found(text) == []


def test_what_closes_an_analysis() -> None:
    text = (
        "The two clerks kept two lists, and neither knew of the other. The Head of Admissions "
        "should therefore keep one list from June."
    )
    assert found(text, Role.ANALYSIS) == [text[text.index("The Head") :]]
    assert found("The Head of Admissions should have kept one list.", Role.ANALYSIS) == []
    asked = "That must end. We invite the two head teachers in the county to sign one list."
    assert found(asked, Role.ANALYSIS) == [asked[asked.index("We") :]]
    assert found("We ask ourselves what the clerk was to do.", Role.ANALYSIS) == []
    reason = "For that reason the review recommends that the Mayor walk the route."
    assert found(reason, Role.ANALYSIS) == [reason]
    labelled = "Doors were left open. Recommendation: The school should shut them."
    assert found(labelled, Role.FINDINGS) == ["The school should shut them."]


def test_what_is_said_further_of_one_recommendation() -> None:
    (item,) = found(
        "The Harbour Trust should write a statement of what it will do.\n\n"
        "The statement should be short. It should name who does what."
    )
    assert "short" in item
    (_, second) = found(
        "The Trust should write to the school.\n\nThe school should answer within a week."
    )
    assert second.startswith("The school")


def test_answers_to_recommendations_are_none() -> None:
    draft = with_structure(
        parse(
            "# Recommendations\n\nThe Harbour Trust should buy two boats.\n\n"
            "# Response by the Harbour Trust\n\nThe Trust will buy one boat in May.\n"
        )
    )
    assert len(draft.recommendations) == 1


def test_a_table_by_what_its_columns_hold() -> None:
    for header in ("| For | We recommend |", "| Owner | What | When |", "| Agency | The ask |"):
        row = "| The Trust | Buy two cots and a lamp | May |"[: 45 if "When" in header else 40]
        line = "|---" * (header.count("|") - 1) + "|"
        table = f"# Recommendations\n\n{header}\n{line}\n{row}\n"
        (item,) = with_structure(parse(table)).recommendations
        assert (item.text, item.named_beside) == ("Buy two cots and a lamp", ("The Trust",))


def test_the_argument_of_a_report_that_labels_its_recommendations() -> None:
    labelled = "".join(
        f"## Recommendation {n}: Cots\n\nThe Trust should buy {n} cots.\n\n" for n in (1, 2, 3)
    )
    draft = with_structure(
        parse(
            "# Findings\n\nNobody had counted the cots.\n\n"
            f"# What needs to improve\n\n4.1 Cots need to be counted.\n\n{labelled}"
        )
    )
    assert [item.label for item in draft.recommendations] == [
        f"Recommendation {n}" for n in (1, 2, 3)
    ]


def test_a_label_with_a_name_over_what_is_asked() -> None:
    (first, second) = with_structure(
        parse("# Recommendations\n\nR.1 – Home Office\n\nTo reply.\n\nR.2 – Ofsted\n\nTo ask.\n")
    ).recommendations
    assert (first.text, first.named_beside) == ("To reply.", ("Home Office",))
    assert second.label == "R.2"


def test_headings_that_say_for_whom() -> None:
    draft = with_structure(
        parse(
            "# Recommendations to the Council\n\n- Open the baths.\n\n"
            "# To the Trust and the School\n\n- Agree who rings home.\n"
        )
    )
    assert len(draft.recommendations) == 2


def test_a_chapter_that_goes_on_after_its_recommendation() -> None:
    (item,) = with_structure(
        parse(
            "# 4 Improving cots\n\n4.1 Cots were few.\n\n## Recommendation 1: Cots\n\n"
            "The Trust should:\n\n- buy cots\n\n4.2 The wards in the north had none at all.\n"
        )
    ).recommendations
    assert "4.2" not in item.text


def test_where_some_bear_labels_the_end_of_an_analysis_is_argument() -> None:
    asked = "\n\n".join(f"Recommendation {n}: The Mayor should walk route {n}." for n in "123")
    said = "Two lists were kept. The Head of Admissions should therefore keep one list."
    text = f"# Analysis\n\n{said}\n\n# Recommendations\n\n{asked}\n"
    assert len(with_structure(parse(text)).recommendations) == 3
    called = text.replace("The Head", "Recommendation: The Head")
    assert len(with_structure(parse(called)).recommendations) == 4


def test_a_label_that_only_says_what_became_of_its_recommendation() -> None:
    text = (
        "Recommendation 1: The Mayor should walk the route.\n\n"
        "Recommendation 2 has been withdrawn, as the bridge is closed.\n\n"
        "Recommendation 3 is for the clerk. The clerk should keep one list."
    )
    assert len(found(text)) == 2


def test_a_numbered_paragraph_that_asks_nothing_is_no_part_of_the_one_before() -> None:
    text = "8.1 The Mayor should walk the route.\n\n8.2 The bridge has since been mended.\n"
    assert found(text) == ["The Mayor should walk the route."]
