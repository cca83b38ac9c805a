"""Output where the terminal or the file does not take every character: whole, and exit codes right."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest

DRAFT = "# Analysis\n\nThe date is TBC – the “café’s” owner Zoë → José was asked.\n"


def output_of(encoding: str, *args: object) -> tuple[int, bytes, bytes]:
    clean = {key: value for key, value in os.environ.items() if key != "CI"}
    done = subprocess.run(
        [sys.executable, "-m", "scr_lint", *map(str, args)],
        capture_output=True,
        env={**clean, "PYTHONIOENCODING": encoding},
        check=False,
    )
    return done.returncode, done.stdout, done.stderr


@pytest.mark.parametrize("encoding", ["cp1252", "ascii"])
def test_what_cannot_be_written_is_written_plainly(tmp_path: Path, encoding: str) -> None:
    draft = tmp_path / "wren.md"
    draft.write_text(DRAFT, encoding="utf-8")
    code, out, err = output_of(encoding, "check", "-q", draft, "--select", "STR008")
    assert (code, b"Traceback" in err) == (1, False)
    text = out.decode(encoding)
    assert "->" in text and "only a reader can tell" in text
    code, out, err = output_of(
        encoding, "check", "-q", draft, "--select", "STR008", "--fail-on=error"
    )
    assert (code, err) == (0, b"")
    code, out, err = output_of(encoding, "rule", "STR008")
    assert (code, err) == (0, b"") and out.decode(encoding)


def test_json_and_xml_stay_exact(tmp_path: Path) -> None:
    draft = tmp_path / "wren – José.md"
    draft.write_text(DRAFT, encoding="utf-8")
    for form in ("json", "sarif", "junit"):
        options = ("-q", draft, "--select", "STR008", "--no-mask", "--output-format", form)
        code, out, err = output_of("cp1252", "check", *options)
        assert (code, err) == (1, b"")
        if form == "junit":
            assert str(draft) in {s.get("name") for s in ElementTree.fromstring(out)}
        else:
            assert "wren – José.md" in str(json.loads(out))


def test_a_draft_whose_name_looks_like_an_option(tmp_path: Path) -> None:
    (tmp_path / "-dash.md").write_text(DRAFT, encoding="utf-8")
    for args, says in (
        (["check", "-q", "-dash.md"], "write -- before it"),
        (["--", "-dash.md"], ""),
    ):
        done = subprocess.run(
            [sys.executable, "-m", "scr_lint", *args],
            cwd=tmp_path,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == (2 if says else 1) and says in done.stderr
