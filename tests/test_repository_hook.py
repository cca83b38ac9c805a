"""The pre-commit hook, as a report repository runs it, from a fresh clone."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from scr_lint.readers import SUFFIXES

ROOT = Path(__file__).parent.parent
EXAMPLE = ROOT / "examples" / "report_repository"


def git(folder: Path, *args: str) -> None:
    subprocess.run(
        ["git", "-c", "user.name=t", "-c", "user.email=t@example.org", *args],
        cwd=folder,
        check=True,
        capture_output=True,
    )


def test_hook_takes_drafts_and_passes_over_lock_files() -> None:
    hook = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text())[0]
    taken = [
        name
        for name in (
            *("a.docx", "b/c.pdf", "d.md", "my-readme.md"),
            *("~$a.docx", "b/~$c.DOCX", "README.md", "licence.txt", "requirements.txt", "e.py"),
        )
        if re.search(hook["files"], name) and not re.search(hook["exclude"], name)
    ]
    assert taken == ["a.docx", "b/c.pdf", "d.md", "my-readme.md"]


def test_hook_takes_every_kind_of_file_that_is_read_in_capitals_too() -> None:
    """What `check` reads and the hook passes over is committed unread."""
    hook = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text())[0]
    config = yaml.safe_load((EXAMPLE / ".pre-commit-config.yaml").read_text())
    [used] = config["repos"][0]["hooks"]
    pattern, passed_over = ({**hook, **used}[key] for key in ("files", "exclude"))
    for suffix in SUFFIXES:
        for name in (f"reports/Wren{suffix}", f"Wren{suffix.upper()}", f"a/Wren{suffix.title()}"):
            assert re.search(pattern, name) and not re.search(passed_over, name), name


def test_example_repository_passes_its_own_check() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "scr_lint", "check", "--quiet", "reports"],
        cwd=EXAMPLE,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout


def test_pre_commit_stops_a_commit_with_a_name_in_it(tmp_path: Path) -> None:
    """Installs scr-lint from a clone, as pre-commit does; takes a few minutes and the registry."""
    if not (ROOT / ".git").exists():
        pytest.skip("not a git checkout: pre-commit installs from one")
    hooks = tmp_path / "scr-lint"
    git(tmp_path, "clone", "--quiet", str(ROOT), str(hooks))
    reports = tmp_path / "repository"
    shutil.copytree(EXAMPLE, reports)
    config = reports / ".pre-commit-config.yaml"
    config.write_text(
        config.read_text()
        .replace("https://example.org/scr-lint", str(hooks))
        .replace("v0.1.0", "HEAD")
    )
    git(reports, "init", "--quiet")
    git(reports, "add", ".")
    environment = {**os.environ, "PRE_COMMIT_HOME": str(tmp_path / "cache")}
    command = [sys.executable, "-m", "pre_commit", "run", "--all-files"]
    clean = subprocess.run(
        command, cwd=reports, env=environment, capture_output=True, text=True, check=False
    )
    assert clean.returncode == 0, clean.stdout + clean.stderr
    draft = reports / "reports" / "robin.md"
    draft.write_text(draft.read_text() + "\nMrs Okonkwo rang the school.\n")
    git(reports, "add", ".")
    stopped = subprocess.run(
        command, cwd=reports, env=environment, capture_output=True, text=True, check=False
    )
    assert stopped.returncode == 1
    assert "PRV001" in stopped.stdout
    assert "Okonkwo" not in stopped.stdout
