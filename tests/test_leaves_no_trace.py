"""A draft's words stay in the draft: no log, cache or temporary file, and no masked output, holds them."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from scr_lint.cli import OutputFormat, app

# Runs a check with every file that is opened for writing, made or renamed told on stderr.
WATCHED = """
import logging, sys
logging.basicConfig(level=logging.DEBUG, stream=sys.stderr)

def told(event, args):
    if event == "open":
        path, mode, flags = args
        if isinstance(path, str) and not path.startswith(("/dev/", "/proc/")):
            writes = any(c in (mode or "") for c in "wax+") or (isinstance(flags, int) and flags & 3)
            if writes and not path.endswith((".pyc", ".lock")) and "__pycache__" not in path:
                print("WROTE", path, file=sys.stderr)
    elif event in {"os.mkdir", "os.rename", "tempfile.mkstemp", "tempfile.mkdtemp", "sqlite3.connect"}:
        if "__pycache__" not in str(args[0]):
            print("WROTE", event, args[0], file=sys.stderr)

sys.addaudithook(told)
from scr_lint.cli import main
sys.argv = ["scr-lint", "check", sys.argv[1], "--output-format", "json"]
main()
"""

DRAFT = """# Analysis

Mrs Okonkwo told Zanobi Whitlock on 3 May 2014 at 14 Tanners Rise that Fenwick had epilepsy.
"""


@pytest.mark.parametrize("suffix", [".md", ".docx", ".pdf"])
def test_a_check_writes_no_file_and_logs_no_word_of_the_draft(suffix: str, tmp_path: Path) -> None:
    draft = tmp_path / f"draft{suffix}"
    if suffix == ".md":
        draft.write_text(DRAFT, encoding="utf-8")
        words = ["Okonkwo", "Zanobi", "Tanners"]
    else:
        example = Path(__file__).parent.parent / "examples" / f"older-form-review{suffix}"
        draft.write_bytes(example.read_bytes())
        words = ["neglect", "Mother", "health visitor"]
    done = subprocess.run(
        [sys.executable, "-c", WATCHED, str(draft)], capture_output=True, text=True, check=False
    )
    assert done.returncode in {0, 1}, done.stderr[-600:]
    assert [line for line in done.stderr.splitlines() if line.startswith("WROTE")] == []
    assert [word for word in words if word in done.stderr] == []


@pytest.mark.parametrize("form", [str(form.value) for form in OutputFormat])
def test_masked_output_holds_no_private_word_in_any_format(form: str, tmp_path: Path) -> None:
    draft = tmp_path / "draft.md"
    draft.write_text(DRAFT, encoding="utf-8")
    done = CliRunner().invoke(app, ["check", str(draft), "--mask", "--output-format", form])
    assert done.exit_code == 1, done.output
    private = ("Okonkwo", "Zanobi", "Tanners", "3 May 2014")
    assert [words for words in private if words in done.output] == []
