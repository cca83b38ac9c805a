"""Who is named in a draft, and who is not: behaviour that single examples of PRV001 cannot say."""

from __future__ import annotations

import pytest

from scr_lint import lint_text


def names(text: str, role: str | None = "analysis") -> list[str]:
    """The words of every mention that PRV001 finds, in order."""
    found = [f for f in lint_text(text, role=role).findings if f.rule == "PRV001"]
    spots = sorted((loc.block, loc.start, loc.text) for f in found for loc in f.locations)
    return [text for *_, text in spots]


@pytest.mark.parametrize(
    ("text", "pseudonym"),
    [
        ("Robin is what the family call her in this report. Robin was two.", "Robin"),
        (
            "Pseudonyms: the subject child = “Juniper”; her father = “Mr Grey”.\n\nJuniper saw Mr Grey.",
            "Juniper",
        ),
        ("His family asked that he be known as Finch. Finch liked trains.", "Finch"),
        ("Mother’s friend, here Mrs Brown, had a key. Mrs Brown told nobody.", "Mrs Brown"),
    ],
)
def test_a_declared_pseudonym_is_no_name(text: str, pseudonym: str) -> None:
    assert names(text) == []


def test_the_real_name_beside_a_pseudonym_is_found() -> None:
    text = (
        "In this report the boy is called Leaf, a name which he chose. In the papers of two "
        "agencies his real name, Bálint Halmos, appears."
    )
    assert names(text, "introduction") == ["Bálint Halmos"]


def test_somebody_who_told_the_review_panel_is_not_of_the_panel() -> None:
    assert names("It was Llinos Pryce-Rees's note that told the Review Panel about the bath.")
    assert names("The lead reviewer, Llinos Pryce-Rees, saw the records.") == []


def test_two_children_joined_by_an_ampersand_are_no_firm() -> None:
    assert "Harpreet" in names("Harpreet & Manjit (cousins) seen without adult at 21.40 by PCSO.")


def test_a_name_that_is_a_word_is_one_beside_a_place_of_that_name() -> None:
    found = names("Grace Ollerton put it differently: she ran the Grace Centre on four volunteers.")
    assert found == ["Grace Ollerton"]


def test_names_of_laws_tests_and_tubes_are_nobody() -> None:
    text = (
        "Agreement between the readers (Cohen's kappa) was fair. A Foley catheter was used. Under "
        "Martyn's Law the venue had a plan. The Kirkup investigation was read."
    )
    assert names(text) == []
