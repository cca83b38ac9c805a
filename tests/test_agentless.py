"""Passives without an actor, and the same in the active."""

from __future__ import annotations

import pytest

from scr_lint.grammar.agentless import find_agentless
from scr_lint.language import load_model


def actives(text: str) -> list[str]:
    doc = load_model()(text)
    return [p.active("the [agency]") for s in doc.sents for p in find_agentless(s)]


@pytest.mark.parametrize(
    ("text", "active"),
    [
        ("No referral was made.", "the [agency] made no referral"),
        ("He was never asked.", "the [agency] never asked him"),
        ("Father was not contacted.", "the [agency] did not contact Father"),
        ("The case was closed in March.", "the [agency] closed the case …"),
        ("It was assumed that the nursery would ring.", "the [agency] assumed that …"),
        ("She was not told what came of it.", "the [agency] did not tell her …"),
        ("She was not asked whether she would.", "the [agency] did not ask her …"),
        ("The mother was not spoken to.", "the [agency] did not speak to the mother"),
    ],
)
def test_the_active_says_the_same(text: str, active: str) -> None:
    assert actives(text) == [active]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Staff were consulted by survey on the colour.", "Staff were consulted"),
        ("The desk, to whom a copy had been sent, took it for a note.", "a copy had been sent"),
        ("Few of the children are weighed by no one.", "Few of the children are weighed"),
    ],
)
def test_who_acted_stays_unsaid(text: str, words: str) -> None:
    doc = load_model()(text)
    assert [p.span.text for s in doc.sents for p in find_agentless(s)] == [words]


@pytest.mark.parametrize(
    "text",
    [
        "No referral was made by the school.",
        "The letter was opened and read by a clerk.",
        "He should have been seen.",
        "The plan is to be agreed in May.",
        "The nurse asked him.",
    ],
)
def test_a_named_actor_and_a_requirement_are_none(text: str) -> None:
    assert actives(text) == []
