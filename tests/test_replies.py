"""What an answer to one of our comments in Word means."""

from __future__ import annotations

import pytest

from scr_lint.readers.replies import accepted_of, reason_to_accept


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        ("accept", ""),
        ("Accepted.", ""),
        ("Accept: the Trust's own term", "the Trust's own term"),
        ("accept the mother asked for it", "the mother asked for it"),
        ("OK, accept – used by the family", "used by the family"),
        ("Ok accept", ""),
        ("Agreed, accept: needed for the timeline", "needed for the timeline"),
        ("Thanks, agreed. We accept this, as he chose it", "as he chose it"),
        ("ignore", ""),
        ("Ignore this one", ""),
        ("Please ignore – published already", "published already"),
        ("Happy to accept because it is public", "because it is public"),
        ("We’ll accept it", ""),
        ("Accept – why should we hide it?", "why should we hide it?"),
        ("accept: no need to change", "no need to change"),
    ],
)
def test_plain_answers_accept(words: str, reason: str) -> None:
    assert reason_to_accept(words) == reason


@pytest.mark.parametrize(
    "words",
    [
        "do not accept",
        "I don't accept this",
        "I don’t accept this",
        "OK, do not accept",
        "should we accept?",
        "Accept?",
        "accept this one?",
        "OK to ignore?",
        "Yes, but we cannot accept it",
        "not to be ignored",
        "accept that this needs work",
        "I accept this is wrong",
        "Accept your point, will change",
        "accept if the family agrees",
        "Accept, unless the father objects",
        "accept in part",
        "Accepting this would be wrong",
        "To accept this would be wrong",
        "ignore my last comment",
        "agreed",
        "OK",
        "acceptable risk was the phrase used",
    ],
)
def test_refusals_questions_and_conditions_do_not_accept(words: str) -> None:
    assert reason_to_accept(words) is None


def test_an_answer_may_name_one_of_the_points() -> None:
    both = ("REC005-0a0a0a", "REC006-0b0b0b")
    assert accepted_of("accept: the Board sets dates itself", both) == both
    assert accepted_of("accept REC005: the Board sets dates itself", both) == both[:1]
    assert accepted_of("accept REC006-0b0b0b", both) == both[1:]
    assert accepted_of("accept, see PRV003", both) == both
