"""Accepting findings with a reason, baselines, and comparing two drafts."""

from __future__ import annotations

import json
from datetime import date, timedelta
from pathlib import Path

import pytest
from test_cli import run

from scr_lint import lint
from scr_lint.accepted import FILE, Acceptance, add_acceptance, load_accepted

TEXT = "# Analysis\n\nThe worker should have known. The plan was said to be TBC.\n"


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    file = tmp_path / "draft.md"
    file.write_text(TEXT, encoding="utf-8")
    return file


def id_of(draft: Path, rule: str) -> str:
    return next(f.id for f in lint(draft).findings if f.rule == rule)


def test_accepted_finding_is_left_out_and_its_reason_kept(draft: Path) -> None:
    wanted = id_of(draft, "TON001")
    done = run("accept", draft, wanted, "--reason", "The panel chose these words.")
    assert done.returncode == 0, done.stderr
    result = lint(draft)
    assert "TON001" not in {f.rule for f in result.findings}
    assert [f.id for f in result.accepted] == [wanted]
    kept = load_accepted(draft.parent / FILE)[0]
    assert (kept.reason, kept.date) == ("The panel chose these words.", date.today())


def test_file_of_acceptances_holds_no_words_of_the_draft(tmp_path: Path) -> None:
    file = tmp_path / "draft.md"
    file.write_text("# Analysis\n\nMrs Okonkwo rang.\n")
    run("accept", file, id_of(file, "PRV001"), "--reason", "She is the published author.")
    assert "Okonkwo" not in (tmp_path / FILE).read_text()


def test_expired_acceptance_counts_no_more_and_is_said(draft: Path) -> None:
    yesterday = date.today() - timedelta(days=1)
    entry = Acceptance(id_of(draft, "TON001"), draft.name, "For now.", yesterday, yesterday)
    add_acceptance(draft.parent / FILE, entry)
    done = run(draft, "--select", "TON001")
    assert done.returncode == 1
    assert "expired" in done.stderr


def test_acceptance_that_fits_nothing_is_said(draft: Path) -> None:
    add_acceptance(
        draft.parent / FILE, Acceptance("TON001-000000", draft.name, "Old.", date.today())
    )
    done = run(draft, "--select", "TON001")
    assert "is not found any more" in done.stderr


def test_unknown_id_and_empty_reason_are_refused(draft: Path) -> None:
    assert run("accept", draft, "TON001-000000", "--reason", "x").returncode == 2
    assert run("accept", draft, id_of(draft, "TON001"), "--reason", " ").returncode == 2
    assert not (draft.parent / FILE).exists()


def test_broken_file_of_acceptances_is_one_plain_sentence(draft: Path) -> None:
    (draft.parent / FILE).write_text('[[accepted]]\nid = "TON001-000000"\n')
    done = run(draft)
    assert (done.returncode, "Traceback" in done.stderr) == (2, False)
    assert "needs id, draft, reason and date" in done.stderr


def test_baseline_leaves_out_what_was_there_before(draft: Path, tmp_path: Path) -> None:
    before = tmp_path / "before.json"
    run("check", draft, "--output-format", "json", "--output-file", before)
    assert json.loads(before.read_text())["files"][0]["findings"]
    assert run("check", draft, "--baseline", before).returncode == 0
    draft.write_text(TEXT + "\nNobody could have known; they ought to have asked.\n")
    assert run("check", draft, "--baseline", before, "--select", "TON001").returncode == 1


def test_compare_shows_what_is_new_and_what_is_fixed(draft: Path, tmp_path: Path) -> None:
    later = tmp_path / "later.md"
    later.write_text("# Analysis\n\nA new start. The worker should have known. Nothing is left.\n")
    comparison = lint(later).compare(lint(draft))
    assert "STR008" in {f.rule for f in comparison.fixed}
    assert "TON001" in {f.rule for f in comparison.still_there}
    assert run("compare", draft, later).returncode == 0
    done = run("compare", later, draft)
    assert "New" in done.stdout
    assert done.returncode == 1
