"""Chapters that turn from findings to recommendations with no heading between them."""

from __future__ import annotations

import pytest

from scr_lint.draft import Role
from scr_lint.readers.text import parse
from scr_lint.structure.sections import with_structure

_FOUND = (
    "The crew had no way to see who had called before them.",
    "Letters from the clinic went to a house that the family had left in May.",
)


def _said(*paragraphs: str, role: Role | None = Role.FINDINGS) -> tuple[list[str], list[str]]:
    """What is read as findings and as recommendations, by the first two words of each."""
    draft = with_structure(parse("\n\n".join(paragraphs)), role)
    return (
        [" ".join(own.text.split()[:2]) for own in draft.review_findings],
        [" ".join(own.text.split()[:2]) for own in draft.recommendations],
    )


@pytest.mark.parametrize(
    "asked",
    [
        ("The Trust should ring each family.", "The Council must open the lift at night."),
        ("Recs –", "The Trust to ring each family.", "The Council to mend the lift."),
        ("The panel therefore recommends:", "9. that the Trust ring them;", "10. that it write."),
        ("It has two recommendations.", "- The Trust should ring.", "- The police should write."),
        ("For the clinic's owners:", "- mend the lift", "- ring every family twice a year"),
        ("To the Trust: go with her.", "To the whole workforce: treat care leavers kindly."),
        ("We ask the Trust to ring them all.", "It asks the police to say how many rang."),
        ("Action 1 (the Trust). Ring at six.", "Action 2 (the Council). Mend the lift."),
        ("- Lifts. The Council to mend its lift.", "- Fares. Free for all in their first year."),
    ],
)
def test_what_is_asked_at_the_end_of_a_chapter_is_no_finding(asked: tuple[str, ...]) -> None:
    found, recommended = _said(*_FOUND, *asked)
    assert found == ["The crew", "Letters from"]
    assert len(recommended) == 2


def test_under_a_heading_that_names_both() -> None:
    found, recommended = _said(
        "# Findings and recommendations",
        *_FOUND,
        "The Trust should ring each family.",
        "# Glossary",
        "Lift: what goes up and down.",
        role=None,
    )
    assert found == ["The crew", "Letters from"]
    assert recommended == ["The Trust"]


@pytest.mark.parametrize(
    "closing",
    [
        "It should be noted that the lift has since been mended.",
        "She ought, in the panel's view, to have been told.",
        "First, that the lift was broken, and secondly that nobody was told.",
    ],
)
def test_what_only_judges_or_tells_asks_for_nothing(closing: str) -> None:
    assert len(_said(*_FOUND, closing)[0]) == 3


def test_a_report_with_a_chapter_of_recommendations_asks_there() -> None:
    _, recommended = _said(
        "# Findings",
        *_FOUND,
        "The Trust should ring each family, as its own policy says.",
        "# Recommendations",
        "The Council should mend the lift.",
        role=None,
    )
    assert recommended == ["The Council"]


def test_a_table_of_actions_in_a_chapter_of_findings() -> None:
    _, recommended = _said(*_FOUND, "| | Action | Who |\n|-|-|-|\n| a | Mend the lift | Council |")
    assert recommended == ["Mend the"]


def test_findings_in_the_rows_of_a_table_of_recommendations() -> None:
    found, _ = _said(
        "| Finding | Recommendation | Agency |\n|-|-|-|\n"
        "| 1. Drivers had nobody to tell. | Print a number on each badge | Council |",
        role=Role.RECOMMENDATIONS,
    )
    assert found == ["1. Drivers"]


def test_what_stands_under_the_title_of_a_finding_asks_for_nothing() -> None:
    """A list that "is made by a computer" reads like a wish; its title says that it was found."""
    found, recommended = _said(
        "Finding 3.1: Algorithm",
        "The council's early help list is made by a computer that gives each household a number. She'd "
        "been told in induction not to let it decide for her. But 300 letters come in a week and if you "
        "have a number in front of you, you've been given permission.",
    )
    assert (len(found), recommended) == (1, [])


def test_findings_with_questions_under_a_heading_that_names_both() -> None:
    found, recommended = _said(
        "# What we found, and what we would ask",
        "First finding. Nobody rang. The line had been cut.",
        "- Who pays for the line?",
        "- Would the Board know if it were cut again?",
        "Second finding. The lift was broken.",
        "- Who mends it?",
        role=None,
    )
    assert (found, recommended) == (["Nobody rang.", "The lift"], [])
