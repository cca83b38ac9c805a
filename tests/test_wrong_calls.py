"""Calls from Python that cannot be meant: one plain sentence, and never "nothing found"."""

from __future__ import annotations

import pickle
from pathlib import Path
from typing import Any

import pytest

import scr_lint
from scr_lint import DraftError, SettingsError, lint, lint_many, lint_text, settings_from
from scr_lint.linter import rules_for

QUICK = settings_from({"check": {"select": ["STR008"]}})
ANY: Any = None  # what a type checker would refuse


@pytest.mark.parametrize("text", ["", "  \n\t", "---", None, 7])
def test_a_passage_without_words_is_an_error(text: Any) -> None:
    with pytest.raises(DraftError, match=r"^(The p|P|A p)assage is"):
        lint_text(text, settings=QUICK)


def test_a_file_of_blanks_is_as_empty_as_an_empty_one(tmp_path: Path) -> None:
    draft = tmp_path / "wren.md"
    draft.write_text(" \n\n\t\n", encoding="utf-8")
    with pytest.raises(DraftError, match="is empty: there are no words"):
        lint(draft, settings=QUICK)


def test_a_role_is_read_in_any_case_and_a_wrong_one_gets_the_list() -> None:
    for role in ("Findings", "FINDINGS", "good practice", scr_lint.Role.FINDINGS):
        lint_text("The date is TBC.", role=role, settings=QUICK)
    with pytest.raises(SettingsError, match="recommendations, conclusion"):
        lint_text("The date is TBC.", role="recs", settings=QUICK)


def test_a_folder_and_what_is_no_path_are_told(tmp_path: Path) -> None:
    with pytest.raises(DraftError, match="lint_many"):
        lint(tmp_path)
    with pytest.raises(DraftError, match="path of its file"):
        lint(ANY)
    with pytest.raises(SettingsError, match="is a folder"):
        scr_lint.load_settings(str(tmp_path))


@pytest.mark.parametrize("jobs", [0, -1, True, "2"])
def test_jobs_are_one_or_more(tmp_path: Path, jobs: Any) -> None:
    with pytest.raises(SettingsError, match="1 or more"):
        list(lint_many([tmp_path], jobs=jobs))


def test_settings_are_settings_and_within_bounds() -> None:
    with pytest.raises(SettingsError, match="settings_from"):
        lint_text("The date is TBC.", settings={"check": {}})  # type: ignore[arg-type]
    wrong = scr_lint.Settings(check=type(QUICK.check)(min_confidence=2))
    with pytest.raises(SettingsError, match=r"check\.min_confidence"):
        rules_for(wrong)


@pytest.mark.parametrize("value", [2, -1, "high"])
def test_a_confidence_that_nothing_or_everything_has_is_refused(value: object) -> None:
    with pytest.raises(SettingsError, match=r"check\.min_confidence"):
        settings_from({"check": {"min_confidence": value}})


def test_a_list_is_called_a_list() -> None:
    with pytest.raises(SettingsError, match=r"select: input should be a list, in \[\]"):
        settings_from({"check": {"select": "PRV"}})


def test_no_rule_left_is_not_nothing_found() -> None:
    with pytest.raises(SettingsError, match="No rule is left to run"):
        rules_for(settings_from({"check": {"select": ["PRV"], "ignore": ["PRV"]}}))


def test_vocabulary_is_looked_at_before_a_draft_is_read(tmp_path: Path) -> None:
    for tables, says in (
        ({"jargon": ["none.tsv"]}, r"\[vocabulary\] jargon: there is no file none\.tsv"),
        ({"jargn": ["none.tsv"]}, "Did you mean jargon"),
        ({"jargon": [str(tmp_path / "terms.tsv")]}, "needs a column"),
        ({"jargon": [str(tmp_path / "latin.tsv")]}, "not text in UTF-8"),
    ):
        (tmp_path / "terms.tsv").write_text("word\nwrap-around\n", encoding="utf-8")
        (tmp_path / "latin.tsv").write_bytes(b"term\ncaf\xe9\n")
        with pytest.raises(SettingsError, match=says):
            rules_for(settings_from({"vocabulary": tables}))


def test_only_results_are_compared() -> None:
    result = lint_text("The date is TBC.", settings=QUICK)
    with pytest.raises(SettingsError, match="lint both drafts first"):
        result.compare("wren.md")  # type: ignore[arg-type]


def test_a_result_is_kept_small_and_comes_back_equal() -> None:
    result = lint_text(
        "Mrs Okonkwo rang.",
        role="analysis",
        settings=settings_from({"check": {"select": ["PRV001"]}}),
    )
    assert result.draft.docs
    kept = pickle.dumps(result)
    assert len(kept) < 20_000
    assert pickle.loads(kept) == result


def test_masking_changes_no_figure() -> None:
    result = lint_text(
        "# Analysis\n\nOn 3 May 2014 Mrs Adaeze Okonkwo rang 01632 960123 about Piotr Wolski.",
        settings=settings_from({"check": {"select": ["PRV"]}}),
    )
    plain, masked = result.to_dict(), result.masked().to_dict()
    assert "Okonkwo" not in str(masked)
    for key in ("words", "metrics"):
        assert plain[key] == masked[key]
    assert [s["words"] for s in plain["sections"]] == [s["words"] for s in masked["sections"]]


def test_a_private_word_in_the_name_of_the_file_is_told_where_output_is_masked(
    tmp_path: Path,
) -> None:
    settings = settings_from({"check": {"select": ["PRV001"]}})
    for name, told in (("Okonkwo family.md", True), ("wren.md", False)):
        (tmp_path / name).write_text("# Analysis\n\nMrs Adaeze Okonkwo rang.\n", encoding="utf-8")
        notes = lint(tmp_path / name, settings=settings, mask=True).notes
        assert any("rename the file" in note for note in notes) is told
        assert not any("Okonkwo" in note for note in notes)
