"""Press and courts that only what stands around their names tells of."""

from __future__ import annotations

import pytest

from scr_lint import Role
from scr_lint.identity.publicity.published import find_publicity
from scr_lint.language import analyse
from scr_lint.readers.text import parse
from scr_lint.rule import Layer
from scr_lint.structure.sections import with_structure


def _found(text: str, role: Role = Role.ANALYSIS) -> list[str]:
    draft = with_structure(parse(text, ""), role)
    draft = analyse(draft, Layer.PARSE | Layer.ENTITIES)
    return [draft.text_at(found.span) for found in find_publicity(draft)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "Within a day the Tolham News had set it beside its own report of the hearing.",
            "Tolham News",
        ),
        (
            "He was due for sentence at Eastmere on 4 May, and the judge put it off.",
            "Eastmere",
        ),
    ],
)
def test_press_and_courts_are_known_by_what_stands_around_their_names(text, words) -> None:
    assert any(words in found for found in _found(text))


@pytest.mark.parametrize(
    "text",
    [
        "The website of the Board says how to report a worry about a child.",
        "The Inquiry’s website holds the programme of hearings.",
        "Causing or allowing a death carries up to fourteen years in prison.",
        "The judge followed Smith v Northfield Council [2013] EWCA Civ 4, and gave her reasons.",
    ],
)
def test_bodies_and_the_law_lead_nowhere(text) -> None:
    assert _found(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "The inquest was opened into the death of a girl aged 17 years of Northgate House.",
        "The Senior Coroner decided that the inquest should have a jury.",
        "The death of ROSALIND ANNE GREEN was reported to the coroner, who opened an inquest.",
        "Mr Hallam passed away at the hospital, and the inquest was opened a week later.",
        "The inquest heard that across Greater Manchester one child in ten waits for a year.",
        "For figures, see Births Recorded Weekly in Scotland, National Records, 2023.",
        "She had joined boards like Tumblr and Reddit on which others told her how little to eat.",
    ],
)
def test_people_ages_agencies_and_figures_lead_nowhere(text) -> None:
    assert _found(text) == []


def test_an_age_beside_a_sentence_is_let_be() -> None:
    found = _found("Aged 17 years, he was convicted of robbery and sentenced to nine years.")
    assert [words[:10] for words in found] == ["nine years"]


def test_a_weekly_is_a_paper_where_it_has_no_figures() -> None:
    assert _found("The Hollin Weekly carried the verdict on its front page.") == ["Hollin Weekly"]


@pytest.mark.parametrize(
    "text",
    [
        "Edith Orrin (“EO”) had been to court twice, and the judge knew her.",
        "The court asked the Placement and Movement Unit (“PMU”) why no bed was free.",
        "Following the trial the Senior Coroner for Tarnshire certified that there would be no inquest.",
        "The death was reported to HM Coroner for Tarnshire.",
        "He was, the jury heard, a child of 14 years in care who had few friends.",
        "He was remanded by the youth court to Stonebeck YOI, where he had been before.",
    ],
)
def test_short_forms_offices_and_ages_lead_nowhere(text) -> None:
    assert not _found(text)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The inquest was opened by the Senior Coroner for Tarnshire in May.", "Tarnshire"),
        (
            "He was tried before the Recorder, and the Coroner for Tarnshire’s verdict was read.",
            "Tarnshire",
        ),
        ("He was a man of thirty and got fifteen years from the judge for it.", "fifteen years"),
        (
            "The trial was in the Marlford Weekly News (MWN) with a photograph.",
            "Marlford Weekly News",
        ),
        ("A video of the arrest was shared on Twitch before the trial.", "Twitch"),
    ],
)
def test_what_leads_to_the_case_beside_them_is_still_said(text, words) -> None:
    assert any(words in found for found in _found(text))


def test_a_short_form_is_no_coverage_wherever_it_recurs_unless_it_is_a_papers() -> None:
    assert not _found('Tom Dale ("TD") was tried twice. TD’s parents heard the judge; TD did not.')
    assert "OH" in _found(
        "The Ossing Herald (“OH”) printed her picture before the trial, and OH had a reporter at the door."
    )


def test_what_somebody_is_called_is_a_title_only_in_the_press() -> None:
    assert not _found(
        "They owed money each week to somebody called “Auntie Bernadette”, and the court heard nothing of it."
    )
    told = _found("A woman known as “Monster Mum” to the newspapers was sentenced.")
    assert any("Monster Mum" in words for words in told)
