"""When a review was written, and what its recommendations say of time, outcome and means."""

from __future__ import annotations

import pytest

from scr_lint import lint_text
from scr_lint.about_review.review_date import ReviewDate, review_date
from scr_lint.readers.text import parse
from scr_lint.requests.means import Means, means_of
from scr_lint.settings import settings_from
from scr_lint.structure.sections import with_structure


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("# Serious Case Review\n\nDate of this version: 28 February 2014\n", (2014, 2)),
        ("# Child Practice Review, 2018\n\n## Summary\n\nA baby was hurt in 2016.\n", (2018, None)),
        ("# Review\n\nVersion 6, agreed by the Partnership on 14 July 2022\n", (2022, 7)),
        ("# Recommendations\n\nThis report was finished in January 2023.\n", (2023, 1)),
        ("# Recommendations\n\nIn May 2007 the report was sent to agencies.\n", (2007, 5)),
        ("# Recommendations\n\nIt is now June 2022, and all has changed.\n", (2022, 6)),
        ("# Recommendations\n\nThe panel last met in March 2019.\n", (2019, 3)),
        (  # what is to be done by some day comes after the report
            "# Serious Case Review\n\nOverview report, May 2016.\n\n# Recommendations\n\n"
            "| Recommendation | By when |\n|---|---|\n| Bay Housing should mend it. | 1 June 2017 |\n",
            (2016, 5),
        ),
        ("# Serious Case Review\n\nMawrth 2019\n\n# Summary\n\nIt was cold.\n", (2019, 3)),
        (
            "# Analysis\n\nIn 2015 he moved. The Act of 1989 applies. It will end by 2030.\n",
            (2015, None),
        ),
    ],
)
def test_date_of_the_review(text: str, expected: tuple[int, int | None]) -> None:
    found = review_date(with_structure(parse(text)))
    assert found is not None
    assert (found.year, found.month) == expected


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("Contact: Ann Bell, Business Manager, 01632 960 188, ann.bell@example.org.", False),
        ("Media enquiries: press@example.org", False),
        ("For further information, telephone the office on 01632 960 100.", False),
        ("The group talked about what it’s like to visit families at night.", False),
        ("Staff spoke of how to reach parents who work shifts.", False),
        ("Contact: the Trust should publish its number, 01632 960 100.", True),
        ("The Trust to publish its telephone number.", True),
        ("Contact every family on the list within a week.", True),
        ("Telephone: 01632 960 100 (weekdays until six)", False),
        ("For more copies please write to board@example.org.", False),
        ("E-mail: copy each notification to hub@example.org on the day.", True),
        ("Phone: ring 01632 960 100 before every discharge.", True),
        ("Contacts: the Trust is to print 01632 960 100 on its letters.", True),
        ("For more information sharing at night, wards are to use ward@example.org.", True),
    ],
)
def test_only_what_asks_is_a_recommendation_under_what_next(text: str, asked: bool) -> None:
    draft = with_structure(parse(f"# What next\n\nThe Board should act by May.\n\n{text}\n"))
    assert (len(draft.recommendations) == 2) is asked


def test_no_date_is_made_up() -> None:
    assert (
        review_date(with_structure(parse("# Recommendations\n\nThe Board should act by 2030.\n")))
        is None
    )


def test_a_year_alone_is_not_after_a_month_of_it() -> None:
    assert not ReviewDate(2013).is_after(2013, 3)
    assert ReviewDate(2013, 4).is_after(2013, 3)
    assert ReviewDate(2014).is_after(2013, 3)


def test_former_body_names_who_has_the_work_at_the_review_s_date() -> None:
    recommendation = "Recommendation 1: The Primary Care Trust should replace its form."
    for year, successor in (("2016", "clinical commissioning group"), ("2023", "integrated care")):
        text = f"This report was finished in May {year}.\n\n{recommendation}"
        result = lint_text(text, role="recommendations")
        (found,) = [f for f in result.findings if f.rule == "REC010"]
        assert successor in found.suggestion


@pytest.mark.parametrize(
    ("text", "means"),
    [
        ("The Board should deliver training on neglect.", Means.TRAINING),
        ("All staff should be reminded of the policy.", Means.REMINDER),
        ("The Trust should update its discharge policy.", Means.PROCEDURE),
        ("The Trust should employ a nurse.", Means.OTHER),
        ("The Trust should employ a nurse, open a clinic and train its clerks.", Means.OTHER),
    ],
)
def test_means_of_a_recommendation(text: str, means: Means) -> None:
    draft = lint_text(f"Recommendation 1: {text}", role="recommendations").draft
    assert means_of(draft, draft.recommendations[0]) is means


@pytest.mark.parametrize(
    ("text", "flagged"),
    [
        ("The Trust should mend its lift in time for the new ward.", False),
        ("The Trust should mend its lift before this report is published.", False),
        ("The Trust should mend its lift by end March.", False),
        ("Mend the lift (Bay Housing, Easter holidays).", False),
        ("Who? Bay Housing. What? Mend the lift. When? Starting in June.", False),
        ("Bay Housing should, within a month, tell tenants whenever the lift is shut.", False),
        ("Bay Housing should tell the school within a day of any fire.", True),
        ("Bay Housing should open a file within ten days of referral.", True),
        ("Bay Housing should inspect each lift once a month.", True),
        ("Bay Housing should tell the Board each quarter how many lifts stood still.", False),
        ("Bay Housing should keep the log for six years.", True),
        ("Bay Housing should read the log at its weekly managers' meeting.", True),
        ("The Board may wish to walk round the estate.", True),
    ],
)
def test_times_of_what_is_asked(text: str, flagged: bool) -> None:
    settings = settings_from({"check": {"select": ["REC005"]}})
    result = lint_text(text, role="recommendations", settings=settings)
    assert bool(result.findings) is flagged


@pytest.mark.parametrize(
    ("text", "flagged"),
    [
        ("Recommendation 1: Tool kit", True),
        ("The Partnership must create the conditions for challenge.", True),
        ("The Partnership should do the same for its own forms.", False),
        ("The Partnership should create a second post.", False),
        ("Training on fire to be delivered to wardens.", False),
    ],
)
def test_what_nobody_could_act_on(text: str, flagged: bool) -> None:
    settings = settings_from({"check": {"select": ["REC011"]}})
    result = lint_text(text, role="recommendations", settings=settings)
    assert bool(result.findings) is flagged


@pytest.mark.parametrize(
    ("text", "flagged"),
    [
        ("Bay Housing should mend the lift. Then the next nurse will get up the stairs.", False),
        ("Bay Housing to mend the lift. So they get one answer.", False),
        ("Bay Housing should mend the lift. We want the next mother to be heard.", False),
        ("Bay Housing should mend the lift. Then it should tell the school.", True),
    ],
)
def test_what_will_follow_is_an_outcome(text: str, flagged: bool) -> None:
    settings = settings_from({"check": {"select": ["REC006"]}})
    result = lint_text(text, role="recommendations", settings=settings)
    assert bool(result.findings) is flagged


def _recommended(text: str) -> list[tuple[str, list[str]]]:
    found = lint_text(text).draft.recommendations
    return [(item.label, [who.text for who in item.addressees]) for item in found]


def test_codes_of_the_author_s_own_label_recommendations() -> None:
    text = (
        "# National recommendations\n\nThe panel asks the Ministry to carry these further.\n\n"
        "N1. Bay Housing should mend the lift.\n\nN2. Marsh Council should pay for it.\n"
    )
    assert _recommended(text) == [("N1", ["Bay Housing"]), ("N2", ["Marsh Council"])]


def test_what_is_numbered_under_one_body_is_asked_of_it() -> None:
    text = (
        "# Recommendations\n\nRecommendation 1. Marsh Council should pay for the lift.\n\n"
        "The review also recommends that Bay Housing:\n\n7. mend the lift; and\n\n8. publish the log.\n"
    )
    assert [who for _, who in _recommended(text)] == [
        ["Marsh Council"],
        ["Bay Housing"],
        ["Bay Housing"],
    ]


def test_a_chapter_of_argument_may_hold_the_recommendations() -> None:
    text = (
        "# Findings\n\nThe lift stood still for a year.\n\nSecondly, with twelve staff to a manager "
        "nobody looked.\n\n# Discussion\n\nA new form would not help.\n\n"
        "We therefore recommend that Bay Housing mend the lift.\n\n"
        "Marsh Council, for its part, should pay for it.\n"
    )
    assert [who for _, who in _recommended(text)] == [["Bay Housing"], ["Marsh Council"]]


def test_words_before_a_colon_name_who_acts_where_most_do() -> None:
    text = (
        "# Recommendations\n\n- Police: officers to be told of the lift.\n\n"
        "- Marsh Council: to pay for it.\n\n- Contact centre: we will ring when it stands still.\n"
    )
    assert [who for _, who in _recommended(text)][-1] == ["Contact centre"]


def test_a_table_of_actions_is_a_chapter_of_recommendations() -> None:
    text = (
        "# Findings\n\nThe lift stood still.\n\n# Improvement table\n\n"
        "| Lead | What needs to change | Target |\n|---|---|---|\n"
        "| Bay Housing | Mend the lift. | May 2023 |\n"
    )
    assert [who for _, who in _recommended(text)] == [["Bay Housing"]]


def test_a_full_stop_after_a_name_says_who_acts_where_most_do() -> None:
    text = (
        "# Recommendations\n\n- Harbour Police. Officers to be told of the lift.\n\n"
        "- Marsh Council. The council should pay for it.\n"
    )
    assert [who for _, who in _recommended(text)] == [["Harbour Police"], ["Marsh Council"]]


_STOOD = "# Findings\n\n## Finding 1. The lift stood still\n\nNobody held the key.\n\n"
_APPENDED = (
    "# Appendix 2. What each body set itself to do\n\n"
    "- Bay Housing should mend the lift.\n- Marsh Council should pay for it by June.\n"
    "- Harbour Police will add the lift to its map.\n"
)


def test_what_agencies_ask_of_themselves_counts_where_the_review_asks_nothing() -> None:
    assert [who for _, who in _recommended(_STOOD + _APPENDED)] == [
        ["Bay Housing"],
        ["Marsh Council"],
        ["Harbour Police"],
    ]
    own = "# Recommendations\n\n1. Marsh Council should buy a spare key.\n\n"
    assert [who for _, who in _recommended(_STOOD + own + _APPENDED)] == [["Marsh Council"]]


def test_terms_of_reference_in_an_appendix_ask_nothing() -> None:
    terms = (
        "# Appendix 1. Terms\n\n- Establish who held the key.\n- Ask what the tenants were told.\n"
        "- Consider what the log says.\n"
    )
    assert _recommended(_STOOD + terms) == []


def _texts(recommendations: str) -> list[str]:
    text = f"{_STOOD}# Recommendations\n\n{recommendations}"
    return [item.text for item in lint_text(text).draft.recommendations]


@pytest.mark.parametrize(
    "asks_nothing",
    [
        # how the report is to be answered
        "The Board should draw up a written statement of action by 4 May 2020.",
        "Marsh Council should publish its response to this report. The response should name a lead.",
        # a need that is known is no need to do something
        "- While wardens understand the need to test the lift, this does not always happen.",
        # what the recommendations are
        "- steps that the landlord took before the panel thought of issuing a recommendation",
    ],
)
def test_no_recommendation(asks_nothing: str) -> None:
    asked = "Bay Housing should mend the lift."
    assert _texts(f"{asked}\n\n{asks_nothing}\n") == [asked]


def test_what_the_panel_considers_is_a_reason_where_it_recommends_in_so_many_words() -> None:
    asked = [f"The panel recommends that Bay Housing mend {thing}." for thing in ("it", "a", "b")]
    reason = "The panel considers that the log should show each test."
    assert _texts("\n\n".join([asked[0], reason, *asked[1:]])) == asked
    assert len(_texts(f"{asked[0]}\n\n{reason}")) == 2


def test_what_is_asked_for_is_handed_on_in_the_next_paragraph() -> None:
    (item,) = _texts(
        "Bay Housing should write a written protocol on lifts.\n\n"
        "The director of Bay Housing should send the written protocol to tenants by 3 May 2021.\n"
    )
    assert "3 May 2021" in item


def test_an_update_on_earlier_recommendations_makes_none() -> None:
    text = (
        "# Update on recommendations previously made\n\n## Lifts\n\n1. The Board should mend it.\n"
    )
    assert _recommended(text) == []


@pytest.mark.parametrize(
    ("text", "silent"),
    [
        ("A nurse should weigh the baby in a week and check if the cot is still damp.", False),
        ("The college should ring after two days and ask whether she has a key.", False),
        ("The fire service should report in a year on how many alarms have been fitted.", False),
        ("Wards should photograph each burn and look again if there are more.", False),
        ("The Council should publish its rates and review each year its use of taxis.", False),
        (
            "The Trust should advertise the post and report in June on the results of the vote.",
            False,
        ),
        (
            "The Council should shorten the form, and see in a year whether it is filled in sooner.",
            True,
        ),
        (
            "The Trust should merge both lists and audit, a year on, whether fewer babies wait.",
            True,
        ),
        (
            "The Board should redraw the map. After a term it should ask whether the new map is used.",
            True,
        ),
        ("The Trust should check in six months whether its porters have been vaccinated.", False),
    ],
)
def test_a_later_check_is_a_measure_only_of_the_change(text: str, silent: bool) -> None:
    settings = settings_from({"check": {"select": ["REC006"]}})
    found = lint_text(f"Recommendation 1: {text}", role="recommendations", settings=settings)
    assert (not found.findings) is silent
