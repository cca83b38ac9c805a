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
