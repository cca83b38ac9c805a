"""Terms of the trade: what counts as explained, and plain words that read right in the sentence."""

from __future__ import annotations

import pytest

from scr_lint import lint_text
from scr_lint.settings import settings_from

ONLY = settings_from({"check": {"select": ["JAR001"]}})


def findings(text: str) -> list[tuple[str, str]]:
    result = lint_text(text, role="analysis", settings=ONLY)
    return [(f.locations[0].text.lower(), f.suggestion) for f in result.findings]


@pytest.mark.parametrize(
    ("text", "term"),
    [
        ("Care proceedings have finished and the order was read.", "care proceedings"),
        ("Section 47 enquiries begin that night.", "section 47 enquiries"),
        ("He was taken into police protection (crime reference EM/48213/12).", "police protection"),
        ("The boy had been looked after by a neighbouring authority.", "looked after by"),
    ],
)
def test_what_only_tells_of_the_case_explains_nothing(text: str, term: str) -> None:
    assert any(words.startswith(term) for words, _ in findings(text))


@pytest.mark.parametrize(
    "text",
    [
        "Doctors call the habit of blaming the disability diagnostic overshadowing.",
        "It held a rapid review (RR), a first quick look that is done within 15 working days.",
        "She was offered a return interview, a longer talk with somebody independent.",
    ],
)
def test_what_says_the_meaning_explains(text: str) -> None:
    assert findings(text) == []


def test_words_of_one_stem_are_one_finding() -> None:
    text = "Nobody escalated it. The escalation policy was not used. Escalation was thought rude."
    assert len(findings(text)) == 1


def test_the_singular_of_the_list_is_named_for_a_plural_without_plain_words_of_its_own() -> None:
    [(_, suggestion)] = findings("The mandated visits were late.")
    assert "“mandated visit (" in suggestion


@pytest.mark.parametrize(
    "text",
    [
        "The shoe left a footprint in the mud by the gate.",
        "They huddled under one blanket; the huddle kept them warm in the rain.",
        "He looked through the lens of the camera at the garden.",
        "The programme was designed to minimise risks from fire.",
        "The band played, and the flow of the river was slow.",
    ],
)
def test_everyday_uses_are_left_alone(text: str) -> None:
    assert findings(text) == []
