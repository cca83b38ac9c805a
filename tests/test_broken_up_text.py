"""Drafts as they are half-way through an edit: sentences cut off, doubled, run together or out of order.

Every rule must come to an end on them, and in reasonable time. The paragraphs are those of the
tuning half of the corpora, so that the words are the ones that rules look at closely.
"""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from types import FrameType

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from scr_lint import lint_text
from scr_lint.evaluation.corpus import find_files, read_marked_file

CORPORA = Path(__file__).parent.parent / "corpora"
#: How many drafts are tried; more when looking for faults by hand.
_DRAFTS = int(os.environ.get("BROKEN_UP_DRAFTS", "30"))
#: A bound against hanging, with room for a busy machine: a draft here takes about a second.
_SECONDS = 60
_SPLIT = 12  # every which paragraph of the corpora is used
_MARKS = (
    ".",
    ",",
    ";",
    ":",
    " – ",
    "(",
    ")",
    "[",
    "“",
    "”",
    "'",
    "’s",
    "/",
    "|",
    "…",
    " ",
    "\n",
    "1.",
    "*",
)


@cache
def _paragraphs() -> tuple[str, ...]:
    texts = [
        block.text
        for path in find_files([CORPORA], "tuning")
        for gold in read_marked_file(path).parts
        for block in gold.draft.blocks
        if len(block.text) > 30
    ]
    return tuple(texts[::_SPLIT])


@st.composite
def _broken(draw: st.DrawFn) -> str:
    """A paragraph, broken up in one to three ways."""
    text = draw(st.sampled_from(_paragraphs()))
    for way in draw(st.lists(st.sampled_from(sorted(_WAYS)), min_size=1, max_size=3)):
        words = text.split(" ")
        at = draw(st.integers(0, max(0, len(words) - 1)))
        text = _WAYS[way](words, at, draw)
    return text


def _swapped(words: list[str], at: int, draw: st.DrawFn) -> str:
    other = draw(st.integers(0, max(0, len(words) - 1)))
    words[at], words[other] = words[other], words[at]
    return " ".join(words)


_WAYS = {
    "cut off": lambda words, at, draw: " ".join(words[: at + 1]),
    "begun late": lambda words, at, draw: " ".join(words[at:]),
    "word left out": lambda words, at, draw: " ".join(words[:at] + words[at + 1 :]),
    "word doubled": lambda words, at, draw: " ".join(words[: at + 1] + words[at:]),
    "words swapped": _swapped,
    "mark put in": lambda words, at, draw: " ".join(
        [*words[:at], draw(st.sampled_from(_MARKS)), *words[at:]]
    ),
    "mark repeated": lambda words, at, draw: " ".join(
        [*words[:at], draw(st.sampled_from(_MARKS)) * draw(st.integers(2, 40)), *words[at:]]
    ),
    "in capitals": lambda words, at, draw: " ".join([*words[:at], *map(str.upper, words[at:])]),
    "in small letters": lambda words, at, draw: " ".join(words).lower(),
    "run together": lambda words, at, draw: " ".join(words[:at]) + "".join(words[at : at + 4]),
    "said again": lambda words, at, draw: " ".join(words * draw(st.integers(2, 4))),
    "a line each": lambda words, at, draw: "\n".join(words[:at]) + "\n\n" + " ".join(words[at:]),
    "a list": lambda words, at, draw: "- " + "\n- ".join(" ".join(words).split(". ")),
    "a heading": lambda words, at, draw: (
        "## " + " ".join(words[:at]) + "\n\n" + " ".join(words[at:])
    ),
    "a table": lambda words, at, draw: f"| {' '.join(words[:at])} | {' '.join(words[at:])} |",
}


@contextmanager
def _no_longer_than(seconds: int) -> Iterator[None]:
    """A draft that keeps a rule for ever must fail, not hold up the whole suite."""
    if not hasattr(signal, "SIGALRM"):
        yield
        return

    def stop(_number: int, _frame: FrameType | None) -> None:
        raise TimeoutError(f"not done after {seconds} seconds")

    before = signal.signal(signal.SIGALRM, stop)
    signal.alarm(seconds)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)


@settings(
    max_examples=_DRAFTS,
    deadline=None,
    derandomize="BROKEN_UP_DRAFTS" not in os.environ,
    suppress_health_check=list(HealthCheck),
)
@given(st.lists(_broken(), min_size=1, max_size=8))
def test_a_draft_half_way_through_an_edit_is_checked_by_every_rule(paragraphs: list[str]) -> None:
    with _no_longer_than(_SECONDS):
        result = lint_text("\n\n".join(paragraphs))
    assert not [n.where for n in result.unread if "fault in scr-lint" in n.reason]
