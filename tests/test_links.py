"""What ties recommendations and questions to findings."""

from __future__ import annotations

import pytest

from scr_lint import Draft, language, lint_text
from scr_lint.answers.links import How, Question, answers, taken_up, tied, ties
from scr_lint.rule import Layer
from scr_lint.settings import settings_from


def parsed(findings: str, recommendations: str) -> Draft:
    text = f"# Findings\n\n{findings}\n\n# Recommendations\n\n{recommendations}\n"
    return language.analyse(lint_text(text, role=None).draft, Layer.PARSE)


@pytest.mark.parametrize(
    "recommendation",
    [
        "Recommendation 1 (Finding 2). The Trust should write to the family.",
        "Recommendation 1: The Trust should write to the family (findings 2 and 3).",
        "Recommendation 1: To meet Findings 2 to 3, the Trust should write to the family.",
    ],
)
def test_a_printed_number_ties(recommendation: str) -> None:
    draft = parsed("Finding 1: Beds were short.\n\nFinding 2: Letters went astray.", recommendation)
    best = ties(draft)[0][0]
    assert (best.finding, best.how, best.sure) == (1, How.NUMBER, 1.0)


def test_all_findings_at_once_tie() -> None:
    draft = parsed(
        "Finding 1: Beds were short.\n\nFinding 2: Letters went astray.",
        "Recommendation 1: The Chaplaincy should hold a day on the findings set out in this report.",
    )
    assert [(tie.finding, tie.how) for tie in ties(draft)[0]] == [(0, How.NUMBER), (1, How.NUMBER)]


@pytest.mark.parametrize("pointer", ["(see 9.2)", "(9.1 and 9.2)", "(cf. 9.2; 4.4)"])
def test_a_number_in_brackets_ties(pointer: str) -> None:
    draft = parsed(
        "9.1 It was found that beds were short.\n\n9.2 It was found that letters went astray.",
        f"10.1 That the Chaplaincy issue guidance on vestments {pointer}.",
    )
    assert 1 in {tie.finding for tie in ties(draft)[0] if tie.how is How.NUMBER}


def test_a_column_of_numbers_ties() -> None:
    draft = parsed(
        "Finding 1: Beds were short.\n\nFinding 2: Letters went astray.",
        "| Recommendation | Meets finding |\n|---|---|\n| The Trust should write. | 2 |",
    )
    assert [tie.finding for tie in ties(draft)[0] if tie.how is How.NUMBER] == [1]


def test_rare_words_tie_and_everyday_words_do_not() -> None:
    draft = parsed(
        "Finding 1: The interpreter left before the end.\n\nFinding 2: The children's plan was late.",
        "1. The Council should pay interpreters for the whole visit.\n\n"
        "2. The Council should support children and families.",
    )
    found = ties(draft)
    assert (found[0][0].finding, found[0][0].words) == (0, ("interpreter",))
    assert found[0][0].sure > 0.5
    assert tied(found[1]) < tied(found[0])


def test_words_of_like_meaning_tie() -> None:
    draft = parsed(
        "Finding 1: The nearest advocate was in Carlisle.\n\nFinding 2: Agency nurses worked more "
        "than half of the night shifts.\n\nFinding 3: The baby's bruises were described but not drawn.",
        "Recommendation 1: The Trust should cap the share of shifts filled by temporary staff after "
        "dark.\n\nRecommendation 2: The Trust should put a body map in the notes of every infant.\n\n"
        "Recommendation 3: The museum should extend its tours.",
    )
    found = ties(draft)
    assert [own[0].finding for own in found[:2]] == [1, 2]
    assert tied(found[2]) < 0.3


def test_one_finding_is_seldom_answered_twice() -> None:
    findings = "Finding 1: The taxi log was not read.\n\nFinding 2: The clinic had moved."
    alone = parsed(findings, "Recommendation 1: The Council should have somebody read taxi logs.")
    beside = parsed(
        findings,
        "Recommendation 1: The Council should have somebody read taxi logs.\n\n"
        "Recommendation 2 (Finding 1): The Council should change its contract.",
    )
    assert taken_up(ties(alone), 0) > 0.5 > taken_up(ties(alone), 1)
    assert ties(beside)[0][0].sure < ties(alone)[0][0].sure


def test_a_recommendation_that_closes_a_finding_is_tied_by_place() -> None:
    text = (
        "# Findings\n\nFinding 1: The van came on Tuesdays.\n\nRecommendation 1: The charity should "
        "buy another.\n\nFinding 2: Keys were lost.\n\nRecommendation 2: The landlord should pay.\n"
    )
    draft = language.analyse(lint_text(text, role=None).draft, Layer.PARSE)
    assert [(found[0].finding, found[0].how) for found in ties(draft)] == [
        (0, How.PLACE),
        (1, How.PLACE),
    ]


def test_questions_to_the_board_are_answers() -> None:
    text = (
        "# Findings\n\n## Finding 1: Nobody read the taxi log\n\nIt was kept by the contractor.\n\n"
        "### Questions for the Board\n\n1. Who could read the log?\n"
    )
    draft = language.analyse(lint_text(text, role=None).draft, Layer.PARSE)
    (question,) = answers(draft)
    assert isinstance(question, Question)
    assert ties(draft, [question])[0][0].finding == 0


def test_a_word_that_begins_with_the_letter_of_a_finding_is_no_number() -> None:
    draft = parsed("Finding 1: Beds were short.", "1. Give each porter a lone-worker alarm.")
    assert all(tie.how is How.WORDS for tie in ties(draft)[0])


def test_in_a_table_only_the_row_ties() -> None:
    draft = parsed(
        "",
        "| Finding | Recommendation | Agency |\n|---|---|---|\n"
        "| Drivers had nobody to tell of older men. | Print a number on every badge. | Council |\n"
        "| | Renew the paving of the promenade. | Council |",
    )
    first, second = ties(draft)
    assert first[0].how is How.PLACE
    assert second[0].how is How.WORDS


def test_what_follows_the_only_finding_may_be_about_anything() -> None:
    text = "The escort had no way to say what he saw.\n\nThe Trust should renew its website."
    draft = language.analyse(lint_text(text, role="findings").draft, Layer.PARSE)
    assert [tie.how for tie in ties(draft)[0]] == [How.WORDS]


def test_many_recommendations_may_answer_the_only_finding() -> None:
    draft = parsed(
        "Finding 1: The interpreter left before the end, and no other interpreter was booked.",
        "1. The Council should pay each interpreter for the whole visit.\n\n"
        "2. The Trust should book an interpreter for every clinic.\n\n"
        "3. The police should keep a list of interpreters.",
    )
    assert all(tied(found) > 0.5 for found in ties(draft))


def test_nearest_finding_is_told_without_names_or_empty_brackets() -> None:
    text = (
        "# Findings\n\nFinding 1: Nobody rang Delphine Arkwright.\n\nFinding 2: The lift was out of order for a year.\n\n"
        "# Recommendations\n\nRecommendation 1: Delphine Arkwright should attend.\n\n"
        "Recommendation 2: All staff should be reminded of their duties.\n"
    )
    for finding in lint_text(
        text, settings=settings_from({"check": {"select": ["REC007"]}})
    ).findings:
        assert "()" not in finding.suggestion
        assert "arkwright" not in finding.suggestion.lower()
        assert "delphine" not in finding.suggestion.lower()
