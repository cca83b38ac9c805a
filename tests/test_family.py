"""Of whom something is said, and what is an age: the engine beneath the rules on particulars."""

from __future__ import annotations

import pytest

from scr_lint import language
from scr_lint.identity.times.ages import find_ages
from scr_lint.persons.family import Standing, whose
from scr_lint.persons.mentions import Cast


@pytest.mark.parametrize(
    ("text", "words", "standing"),
    [
        ("Mother has asthma.", "asthma", Standing.FAMILY),
        ("The boy’s asthma was not known.", "asthma", Standing.FAMILY),
        ("The social worker has asthma.", "asthma", Standing.WORKER),
        ("The consultant’s son has asthma.", "asthma", Standing.WORKER),
        ("Children with asthma need a plan.", "asthma", Standing.ANYBODY),
        ("Any parent with asthma may ask.", "asthma", Standing.ANYBODY),
        ("Research on asthma is scarce.", "asthma", None),
    ],
)
def test_whose_it_is(text: str, words: str, standing: Standing | None) -> None:
    doc = language.load_model()(text)
    start = text.index(words)
    span = doc.char_span(start, start + len(words))
    assert span is not None
    assert whose(span, Cast()) is standing


@pytest.mark.parametrize(
    ("text", "ages"),
    [
        ("She was 2 years 6 months when seen.", ["2 years 6 months"]),
        ("Child B (8/12) was weighed.", ["8/12"]),
        ("He was sentenced to 3 years and 6 months.", []),
        ("His reading age was 6 years 2 months.", []),
        ("Review in 6/52.", []),
        ("She was two and a half miles from home.", []),
    ],
)
def test_what_is_an_age(text: str, ages: list[str]) -> None:
    doc = language.load_model()(text)
    assert [age.text for age in find_ages(doc)] == ages
