"""Passives without an actor, and the same in the active."""

from __future__ import annotations

import pytest

from scr_lint.grammar.agentless import find_agentless
from scr_lint.grammar.in_active import in_active
from scr_lint.language import load_model


def actives(text: str) -> list[str]:
    doc = load_model()(text)
    return [in_active(p, "the [agency]") for s in doc.sents for p in find_agentless(s)]


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
        ("Plans are not always reviewed.", "the [agency] does not always review plans"),
        ("It has not been formally adopted.", "the [agency] has not formally adopted it"),
        ("The new offer has not been launched.", "the [agency] has not launched the new offer"),
        ("The rota had not been checked.", "the [agency] had not checked the rota"),
        ("Records were not being read.", "the [agency] was not reading records"),
        ("Information is not shared.", "the [agency] does not share information"),
        ("No visits are recorded.", "the [agency] records no visits"),
        (
            "A small number of carers were not assessed in time.",
            "the [agency] did not assess a small number of carers …",
        ),
        (
            "The risks were not properly taken into account.",
            "the [agency] did not properly take the risks into account",
        ),
        (
            "Tenants are not always made aware of the choices.",
            "the [agency] does not always make tenants aware of the choices",
        ),
        ("The head was asked to wait.", "the [agency] asked the head to wait"),
        ("The ward was considered safe.", "the [agency] considered the ward safe"),
        ("It was never followed up.", "the [agency] never followed it up"),
        ("It was agreed that: the form would change.", "the [agency] agreed that …"),
        ("The plan was referred to at the meeting.", "the [agency] referred to the plan …"),
        ("He was not allocated a worker.", "the [agency] did not allocate him a worker"),
    ],
)
def test_the_active_says_the_same(text: str, active: str) -> None:
    assert actives(text) == [active]


@pytest.mark.parametrize(
    "text",
    [
        "The charity was not sighted on the outcome.",
        "Assessments have been delayed.",
        "If these warnings had been heeded, he would have been safe.",
        "The Panel saw no evidence, and it does not hold that this fault has been resolved.",
        "The bus was reported to have broken down.",
        "Stays were recommended not to exceed a week.",
        "The quality of the log is patchy and is not used by anybody.",
        "The panel was overly weighted in favour of nurses.",
        "Her views were not well understood.",
    ],
)
def test_no_active_where_it_would_not_read_or_would_say_more(text: str) -> None:
    assert not any(actives(text))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("It was not sufficiently acted upon.", "It was not sufficiently acted upon"),
        ("The risks were not taken into account.", "The risks were not taken into account"),
        ("We are not always made aware of it.", "We are not always made aware of it"),
        ("The bus was reported to have come late.", "The bus was reported to have come late"),
        ("The rota is out of date and is not used.", "is not used"),
        ("Over 300 letters were sent.", "Over 300 letters were sent"),
        ("The letters were sent, and have since been lost.", None),
    ],
)
def test_the_passive_is_quoted_whole_and_without_another_clause(
    text: str, words: str | None
) -> None:
    doc = load_model()(text)
    found = [p.span.text for s in doc.sents for p in find_agentless(s)]
    assert (words or text.rstrip(".")) in found


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
