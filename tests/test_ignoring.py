"""What an author tells scr-lint in a Markdown draft: leave this alone, and why."""

from __future__ import annotations

from pathlib import Path

import pytest

from scr_lint import LintResult, lint
from scr_lint.draft import Draft
from scr_lint.readers.text import parse
from scr_lint.settings import settings_from

REASON = "the panel chose these words"
HINDSIGHT = "The worker should have known."


def check(folder: Path, text: str, *select: str) -> LintResult:
    file = folder / "draft.md"
    file.write_text(f"# Analysis\n\n{text}\n", encoding="utf-8")
    return lint(file, settings=settings_from({"check": {"select": list(select or ("TON001",))}}))


def block_told(draft: Draft) -> str:
    """The words of the block that the one instruction is about."""
    (instruction,) = draft.instructions
    return "" if instruction.block is None else draft.blocks[instruction.block].text


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("One.\n\n<!-- scr-lint: ignore TON001 why -->\n\nTwo.\n\nThree.", "Two."),
        ("One.\n\n<!-- scr-lint: ignore TON001 why -->\nTwo.", "Two."),
        ("One.\n<!-- scr-lint: ignore TON001 why -->\n\nTwo.", "Two."),
        ("One. <!-- scr-lint: ignore TON001 why -->\n\nTwo.", "One."),
        ("One\n<!-- scr-lint: ignore TON001 why --> goes on.\n\nTwo.", "One goes on."),
        ("One.\n\n<!-- scr-lint: ignore TON001 why --> Two.", "Two."),
        ("- One.\n- Two. <!-- scr-lint: ignore TON001 why -->\n- Three.", "Two."),
        ("| a | b |\n|---|---|\n| One | <!-- scr-lint: ignore TON001 why --> Two |", "Two"),
        ("| a | b |\n|---|---|\n| One <!-- scr-lint: ignore TON001 why --> | Two |", "One"),
        ("<!-- scr-lint: ignore TON001 why -->\n\n# Head\n\nOne.", "Head"),
        ("One[^1] here. Two.\n\n[^1]: Note <!-- scr-lint: ignore TON001 why -->\n", "Note"),
        ("One.\n\n<!-- scr-lint: ignore TON001 why -->\n", ""),
    ],
)
def test_which_block_is_meant(source: str, words: str) -> None:
    draft = parse(source)
    assert block_told(draft) == words
    assert draft.instructions[0].codes == ("TON001",)
    assert not any("scr-lint" in block.text for block in draft.blocks)


def test_a_finding_is_ignored_with_a_reason(tmp_path: Path) -> None:
    result = check(tmp_path, f"<!-- scr-lint: ignore TON001 {REASON} -->\n\n{HINDSIGHT}")
    assert (result.findings, result.notes) == ((), ())
    assert [f.rule for f in result.accepted] == ["TON001"]


def test_names_of_rules_and_several_codes_do_too(tmp_path: Path) -> None:
    told = f"<!-- scr-lint ignore hindsight, str008: {REASON} -->"
    result = check(tmp_path, f"{told}\n{HINDSIGHT} TBC", "TON001", "STR008")
    assert result.findings == ()


def test_only_the_next_block_is_meant(tmp_path: Path) -> None:
    told = f"<!-- scr-lint: ignore TON001 {REASON} -->"
    result = check(tmp_path, f"{told}\n\n{HINDSIGHT}\n\nThe nurse should have guessed.")
    assert [f.locations[0].line for f in (*result.accepted, *result.findings)] == [5, 7]


def test_a_finding_keeps_its_other_places(tmp_path: Path) -> None:
    told = "<!-- scr-lint: ignore PRV003 the inquest gave it -->"
    text = f"On 3 May 2014 he was seen.\n\n{told}\n\nOn 5 May 2014 he was not.\n"
    before = check(tmp_path, text.replace(told, ""), "PRV003").findings
    after = check(tmp_path, text, "PRV003").findings
    assert [len(f.locations) for f in (*before, *after)] == [2, 1]


def test_no_reason_ignores_nothing_and_is_said(tmp_path: Path) -> None:
    result = check(tmp_path, f"<!-- scr-lint: ignore TON001 -->\n\n{HINDSIGHT}")
    assert len(result.findings) == 1
    assert "draft.md, line 3: TON001 is not ignored, since no reason is given" in result.notes[0]


def test_an_unknown_code_is_said(tmp_path: Path) -> None:
    result = check(tmp_path, f"<!-- scr-lint: ignore TON999 {REASON} -->\n\n{HINDSIGHT}")
    assert len(result.findings) == 1
    assert "There is no rule 'TON999'" in result.notes[0]


@pytest.mark.parametrize("words", ["ignore", "off", "ignore this please!", ""])
def test_what_is_not_understood_is_said(tmp_path: Path, words: str) -> None:
    result = check(tmp_path, f"<!-- scr-lint: {words} -->\n\n{HINDSIGHT}")
    assert len(result.findings) == len(result.notes) == 1


def test_what_is_not_needed_is_said_if_the_rule_ran(tmp_path: Path) -> None:
    text = f"<!-- scr-lint: ignore TON001 {REASON} -->\n\nThe worker rang."
    assert "nothing to ignore" in check(tmp_path, text).notes[0]
    assert check(tmp_path, text, "STR008").notes == ()


def test_plain_text_has_no_comments(tmp_path: Path) -> None:
    assert parse("<!-- scr-lint: ignore TON001 why -->", format="txt").blocks
