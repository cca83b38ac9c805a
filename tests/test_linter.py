"""One pass, only what is needed, stable ids, results in order."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from scr_lint import DraftError, Severity, lint, lint_many, lint_text
from scr_lint.discovery import find_rule
from scr_lint.linter import lint_each
from scr_lint.settings import settings_from

PASSAGE = "The worker should have known. Mr Tunde Afolabi rang. The nurse could have asked earlier."


def test_rules_that_read_plain_text_load_no_model() -> None:
    code = (
        "import sys, scr_lint; from scr_lint.settings import settings_from;"
        "s = settings_from({'check': {'select': ['STR008', 'REC008']}});"
        "print(len(scr_lint.lint_text('# A\\n\\nTBC', settings=s).findings));"
        "sys.exit('spacy' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout.strip()) == (0, "1"), done.stderr


def test_rules_that_need_no_names_load_no_recognisers() -> None:
    code = (
        "import sys, scr_lint; from scr_lint.settings import settings_from;"
        "s = settings_from({'check': {'select': ['TON001']}});"
        "scr_lint.lint_text('He should have known.', role='analysis', settings=s);"
        "sys.exit('scr_lint.identity.recognition.recognisers' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_ids_stay_while_the_draft_changes_elsewhere() -> None:
    before = lint_text(PASSAGE, role="analysis")
    after = lint_text("A new first paragraph.\n\n" + PASSAGE, role="analysis")
    assert {f.id for f in before.findings} <= {f.id for f in after.findings}
    assert len({f.id for f in after.findings}) == len(after.findings)


def test_errors_come_first() -> None:
    ranks = [f.severity.rank for f in lint_text(PASSAGE, role="analysis").findings]
    assert ranks == sorted(ranks)
    assert Severity.ERROR.rank == 0


def test_every_location_points_at_its_words(tmp_path: Path) -> None:
    result = lint_text(PASSAGE, role="analysis")
    for finding in result.findings:
        for location in finding.locations:
            block = result.draft.blocks[location.block]
            assert block.text[location.start : location.end] == location.text


def test_many_drafts_come_in_order_from_several_processes(tmp_path: Path) -> None:
    names = ["c.md", "a.md", "b.md"]
    for name in names:
        (tmp_path / name).write_text(f"# {name}\n\nThe worker should have known.\n")
    files = [tmp_path / name for name in names]
    settings = settings_from({"check": {"select": ["TON001"]}})
    results = list(lint_many(files, jobs=2, settings=settings))
    assert [Path(r.path).name for r in results] == names
    assert [Path(r.path).name for r in lint_many([tmp_path], settings=settings)] == sorted(names)


def test_unreadable_draft_raises_or_is_handed_over(tmp_path: Path) -> None:
    with pytest.raises(DraftError, match="no file"):
        lint(tmp_path / "gone.docx")
    outcomes = list(lint_each([tmp_path / "gone.docx"]))
    assert isinstance(outcomes[0], DraftError)


def test_lock_files_of_word_are_passed_over(tmp_path: Path) -> None:
    (tmp_path / "~$draft.docx").write_bytes(b"\x05user")
    (tmp_path / "draft.md").write_text("Text.\n")
    assert [Path(r.path).name for r in lint_many([tmp_path])] == ["draft.md"]


def test_result_becomes_a_data_frame_and_a_notebook_table() -> None:
    result = lint_text(PASSAGE, role="analysis")
    frame = result.to_dataframe()
    assert len(frame) == sum(max(1, len(f.locations)) for f in result.findings)
    assert {"rule", "severity", "section", "text"} <= set(frame.columns)
    assert "<table" in result._repr_html_()


def test_one_path_may_be_given_as_it_is(tmp_path: Path) -> None:
    draft = tmp_path / "draft.md"
    draft.write_text("The date is TBC.", encoding="utf-8")
    settings = settings_from({"check": {"select": ["STR008"]}})
    assert [r.path for r in lint_many(str(draft), settings=settings)] == [str(draft)]


def test_a_result_left_standing_in_a_shell_shows_no_word_of_the_draft() -> None:
    settings = settings_from({"check": {"select": ["STR008"]}})
    result = lint_text("Mrs Okonkwo rang; the date is TBC.", settings=settings)
    assert "Okonkwo" not in repr(result) and "1 warning" in repr(result)
    assert result.by_question["QM14.2"] == () and result.by_rule["REC001"] == ()


def test_a_rule_that_fails_is_told_and_takes_nothing_with_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def fail(self: object, draft: object) -> None:
        raise IndexError("no such word")

    monkeypatch.setattr(find_rule("REC008"), "check", fail)
    settings = settings_from({"check": {"select": ["STR008", "REC008"]}})
    result = lint_text("The date is TBC.", settings=settings)
    assert [f.rule for f in result.findings] == ["STR008"]
    assert [gap.where for gap in result.unread] == ["rule REC008"]
