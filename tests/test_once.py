"""What several rules ask of a draft is worked out once, and never for another draft."""

from __future__ import annotations

import pickle
from dataclasses import replace

from scr_lint.draft import Draft
from scr_lint.once import once
from scr_lint.readers.text import parse

asked: list[str] = []


@once
def shout(draft: Draft, mark: str) -> str:
    asked.append(mark)
    return draft.blocks[0].text.upper() + mark


def test_a_draft_is_asked_once_for_each_argument() -> None:
    asked.clear()
    draft = parse("Karen rang.")
    marks = ["!", "?"]
    assert [shout(draft, m) for m in marks] * 2 == [*(shout(draft, m) for m in marks)] * 2
    assert asked == marks


def test_a_changed_draft_is_asked_again() -> None:
    asked.clear()
    draft = parse("Karen rang.")
    other = replace(draft, blocks=parse("Nobody answered.").blocks)
    mark = "!"
    assert (shout(draft, mark), shout(other, mark)) == ("KAREN RANG.!", "NOBODY ANSWERED.!")


def test_a_draft_goes_to_another_process_without_what_can_be_worked_out_again() -> None:
    draft = parse("Karen rang.")
    draft.worked_out["a generator"] = (c for c in "abc")  # cannot be sent
    assert pickle.loads(pickle.dumps(draft)) == draft
