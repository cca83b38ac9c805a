"""Copies and pages: made from the draft that was checked, and in nobody else's place."""

from __future__ import annotations

from pathlib import Path

import docx_builder as word
import pytest
from command import run
from docx_builder import p

from scr_lint import DraftError, LintResult, NotFound, SettingsError, lint
from scr_lint.settings import settings_from

QUICK = settings_from({"check": {"select": ["STR008"]}})


def made(path: Path, words: str = "The date of the meeting is TBC.") -> Path:
    word.write(path, p(words))
    return path


@pytest.fixture
def result(tmp_path: Path) -> LintResult:
    return lint(made(tmp_path / "wren.docx"), settings=QUICK)


def test_a_draft_that_has_changed_since_gets_no_comments(
    result: LintResult, tmp_path: Path
) -> None:
    made(Path(result.path), "Another sentence altogether stands here now.")
    with pytest.raises(DraftError, match="has changed since it was checked"):
        result.to_word(tmp_path / "copy.docx")
    assert not (tmp_path / "copy.docx").exists()


def test_a_draft_that_is_gone_is_not_called_damaged(result: LintResult, tmp_path: Path) -> None:
    Path(result.path).unlink()
    with pytest.raises(NotFound, match="moved or deleted"):
        result.to_word(tmp_path / "copy.docx")


def test_a_copy_replaces_no_other_draft_unasked(result: LintResult, tmp_path: Path) -> None:
    other = made(tmp_path / "robin.docx", "Somebody's work.")
    before = other.read_bytes()
    with pytest.raises(DraftError, match="overwrite=True"):
        result.to_word(other)
    assert other.read_bytes() == before
    assert result.to_word(other, overwrite=True) == 2


def test_a_copy_is_called_what_it_is(result: LintResult, tmp_path: Path) -> None:
    with pytest.raises(DraftError, match=r"end the name of the copy in \.docx"):
        result.to_word(tmp_path / "copy.pdf")
    with pytest.raises(DraftError, match="no folder"):
        result.to_word(tmp_path / "nowhere" / "copy.docx")
    with pytest.raises(DraftError, match="not a PDF"):
        result.to_pdf(tmp_path / "copy.pdf")


def test_a_page_of_ours_is_replaced_and_no_other(result: LintResult, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    result.to_html(page)
    result.to_html(page)
    page.write_text("<h1>The board's own page</h1>", encoding="utf-8")
    with pytest.raises(SettingsError, match="not written by scr-lint"):
        result.to_html(page)
    assert "own page" in page.read_text(encoding="utf-8")
    result.to_html(page, overwrite=True)
    with pytest.raises(SettingsError, match="could not be written"):
        result.to_html(tmp_path / "nowhere" / "page.html")


def test_output_replaces_earlier_output_and_nothing_else(tmp_path: Path) -> None:
    draft, out = tmp_path / "wren.md", tmp_path / "out.json"
    draft.write_text("The date is TBC.\n", encoding="utf-8")
    into = ("check", draft, "--select", "STR008", "-q", "--output-format", "json", "--output-file")
    assert [run(*into, out).returncode for _ in range(2)] == [1, 1]
    (tmp_path / "scr-lint.toml").write_text("[check]\n", encoding="utf-8")
    done = run(*into, tmp_path / "scr-lint.toml")
    assert (done.returncode, "--overwrite" in done.stderr) == (2, True)
    assert (tmp_path / "scr-lint.toml").read_text(encoding="utf-8") == "[check]\n"
