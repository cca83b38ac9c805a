"""Chapters whose headings run in a series: "Episode 1", "Episode 2"."""

from __future__ import annotations

from scr_lint import Draft, Role
from scr_lint.readers.text import parse
from scr_lint.structure.sections import with_structure

BEFORE = (
    "# In brief\n\nA boy was hurt. There are two findings.\n\n"
    "# How the work was done\n\nRecords were read and a panel met. Nine staff were interviewed.\n\n"
)
AFTER = (
    "\n\n# What I found\n\n1. Calls are sorted by their words.\n\n2. The clinic has no list.\n\n"
    "# What I recommend\n\n1. The Trust should keep a list of the calls.\n"
)


def draft(text: str) -> Draft:
    return with_structure(parse(text))


def roles(text: str) -> dict[str, Role]:
    return {s.title: s.role for s in draft(text).sections}


def test_chapters_of_a_series_have_one_role_whatever_else_their_headings_say() -> None:
    given = roles(
        BEFORE
        + "# Episode 1. March: the call\n\nThe desk took the call at noon. In our view the worker "
        "could hardly have done more, because the list was full and her manager was away.\n\n"
        "# Episode 2. The weekend\n\nThe crew said that the flat was tidy. It seemed to them reasonable "
        "to leave, since nobody had told them why the call had been made.\n\n"
        "# Episode 3. June: summary of a visit\n\nThe visitor was shown a sleeping child. She told us "
        "that she had forty minutes, which meant that she did not wait." + AFTER
    )
    series = {role for title, role in given.items() if title.startswith("Episode")}
    assert series == {Role.ANALYSIS}


def test_two_headings_that_say_i_are_no_series() -> None:
    given = roles(BEFORE + "# What happened\n\nIn May a boy fell." + AFTER)
    assert given["What I found"] is Role.FINDINGS
    assert given["What I recommend"] is Role.RECOMMENDATIONS


def test_what_the_themes_support_states_the_findings() -> None:
    read = draft(
        "# Abstract\n\nThe case went through three hospitals.\n\n# Method\n\nRecords were read.\n\n"
        "# Theme one: a case divided\n\nEach clinic saw a part of it, because letters went to all and "
        "were meant for nobody.\n\n# Theme two: proof first\n\nThe doctor said that she had been asked "
        "for proof. It seemed to her that nobody would listen.\n\n"
        "# What the themes support\n\nCases are divided where no clinic sees the whole.\n\nProof is "
        "asked for where talk is feared.\n\n# Coda\n\nSuch cases are rare.\n"
    )
    assert [s.role for s in read.sections if s.title.startswith("Theme")] == [Role.ANALYSIS] * 2
    assert [f.text for f in read.review_findings] == [
        "Cases are divided where no clinic sees the whole.",
        "Proof is asked for where talk is feared.",
    ]


def test_a_short_story_before_the_method_is_a_summary() -> None:
    given = roles(
        "# Synopsis\n\nA boy was hurt in May.\n\n# Method\n\nRecords were read.\n\n"
        "# Chronology\n\nIn May he fell. In June he fell again.\n\n# Findings\n\n1. Lists are long.\n"
    )
    assert given["Synopsis"] is Role.SUMMARY
