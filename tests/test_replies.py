"""What an answer to one of our comments in Word means."""

from __future__ import annotations

import pytest

from scr_lint.readers.replies import accepted_of, reason_to_accept, refuses


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
        ("Accept – not a name", "not a name"),
        ("Accepted: his own words", "his own words"),
        ("accept: this is the Board’s term", "this is the Board’s term"),
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
        "Accept - if the family agree",
        "Accept: no",
        "Accept – not this one",
        "Accept. No, on reflection do not accept",
        "Accept or reject",
        "Accept (not sure)",
        "Accept with amendments",
        "Accepted – will reword",
        "Accept suggested change",
        "Accept the proposed changes",
        "I accept, but it must be changed",
        "Accepted; I’ll take it out",
        "Accept pending the Board’s view",
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
    assert accepted_of("accept rec005", both) == both[:1]
    assert accepted_of("accept REC005 but not REC006", both) == both[:1]
    assert accepted_of("accept all but REC006", both) == both[:1]
    assert accepted_of("accept both except REC005", both) == both[1:]
    assert accepted_of("accept PRV001", both) == ()
    assert accepted_of("accept prv001-m0c0c0c", ("PRV001-m0c0c0c", "PRV008-0d0d0d")) == (
        "PRV001-m0c0c0c",
    )


@pytest.mark.parametrize(
    "words", ["No, do not accept: this is her real name.", "On second thoughts, take it out", "no"]
)
def test_a_later_answer_takes_back_an_earlier_one(words: str) -> None:
    assert refuses(words)


@pytest.mark.parametrize("words", ["Thanks", "Agreed", "No change needed", "Accept: as before"])
def test_a_later_word_of_thanks_takes_nothing_back(words: str) -> None:
    assert not refuses(words)
