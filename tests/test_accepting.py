"""Accepting findings with a reason, baselines, and comparing two drafts."""

from __future__ import annotations

import json
from datetime import date, timedelta
from pathlib import Path

import pytest
from command import run

from scr_lint import LintResult, lint
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


PRIVATE = """# Analysis

Mrs Adaeze Okonkwo rang the school. Mr Piotr Wolski rang on 3 May 2014 and again on 9 June 2014.
"""


def masked_id_of(draft: Path, text: str) -> str:
    plain, masked = lint(draft), lint(draft, mask=True)
    at = next(n for n, f in enumerate(plain.findings) if text in f.locations[0].text)
    return masked.findings[at].id


def test_an_id_that_masked_output_shows_can_be_accepted(draft: Path) -> None:
    draft.write_text(PRIVATE, encoding="utf-8")
    shown = masked_id_of(draft, "Wolski")
    done = run("accept", draft, shown, "--reason", "He is the published author.")
    assert done.returncode == 0, done.stderr
    left = [f.locations[0].text for f in lint(draft).findings]
    assert "Mr Piotr Wolski" not in left and "Mrs Adaeze Okonkwo" in left


def test_masked_ids_stay_while_the_draft_changes_elsewhere_and_tell_nothing(draft: Path) -> None:
    draft.write_text(PRIVATE, encoding="utf-8")
    before = {f.id for f in lint(draft, mask=True).findings if f.private}
    draft.write_text("The panel met twice.\n\n" + PRIVATE, encoding="utf-8")
    assert {f.id for f in lint(draft, mask=True).findings if f.private} == before
    # The same letters and lengths give the same ids: no name can be tried out on them.
    draft.write_text(PRIVATE.replace("Wolski", "Wasiak"), encoding="utf-8")
    assert {f.id for f in lint(draft, mask=True).findings if f.private} == before


def test_a_masked_id_of_a_draft_that_has_changed_is_refused_in_words(draft: Path) -> None:
    draft.write_text(PRIVATE, encoding="utf-8")
    shown = masked_id_of(draft, "Wolski")
    draft.write_text(PRIVATE.replace("Mr Piotr Wolski rang", "He rang"), encoding="utf-8")
    done = run("accept", draft, shown, "--reason", "He is the published author.")
    assert done.returncode == 2
    assert "check the draft again" in done.stderr


def test_a_masked_baseline_matches_masked_and_unmasked_and_hides_nothing_new(
    draft: Path, tmp_path: Path
) -> None:
    draft.write_text(PRIVATE, encoding="utf-8")
    base = tmp_path / "base.json"
    run("check", draft, "-q", "--output-format", "json", "--output-file", base, CI="1")
    assert "Okonkwo" not in base.read_text()
    select = ("--select", "PRV", "--baseline", base, "-q")
    assert run("check", draft, *select, CI="1").returncode == 0
    assert run("check", draft, *select).returncode == 0
    # A name of the same letters and lengths elsewhere is new.
    more = PRIVATE + "\nMrs Aderyn Okonski moved in that summer.\n"
    draft.write_text(more, encoding="utf-8")
    new = json.loads(run("check", draft, *select, "--output-format", "json").stdout)
    texts = {loc["text"] for f in new["files"][0]["findings"] for loc in f["locations"]}
    assert texts == {"Mrs Aderyn Okonski"}


def test_a_baseline_with_ids_that_are_never_given_is_refused(draft: Path, tmp_path: Path) -> None:
    base = tmp_path / "base.json"
    base.write_text('{"files": [{"findings": [{"id": "PRV001-1"}]}]}')
    done = run("check", draft, "--baseline", base)
    assert done.returncode == 2 and "make the baseline anew" in done.stderr


def test_what_is_left_out_is_counted_and_said(draft: Path, tmp_path: Path) -> None:
    before = tmp_path / "before.json"
    run("accept", draft, id_of(draft, "TON001"), "--reason", "The panel chose these words.")
    run("check", draft, "--output-format", "json", "--output-file", before)
    left_out = json.loads(before.read_text())["files"][0]["left_out"]
    assert left_out == {"baseline": 0, "accepted": 1, "in_word": 0, "ignored": 0}
    done = run("check", draft, "--baseline", before, "--mask")
    assert "in the baseline and 1 accepted with a reason." in done.stdout
    assert "Nothing else found by" in done.stdout
    result = lint(draft, baseline=[f.id for f in lint(draft).findings])
    for shown in (result._repr_html_(), page(result, tmp_path)):
        assert result.said_left_out in shown


def page(result: LintResult, folder: Path) -> str:
    result.to_html(folder / "page.html")
    return (folder / "page.html").read_text(encoding="utf-8")
