"""The command line as its users call it: exit codes, one plain sentence."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from importlib import resources
from pathlib import Path

import jsonschema
import pytest
from command import run, run_process

DRAFT = """# Analysis

Mrs Adaeze Okonkwo-Bright rang the school on three days running. The social worker should have
known that the home was unsafe.

# Recommendations

1. Training on neglect should be refreshed.
"""


@pytest.fixture(scope="module")
def draft(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("draft") / "draft.md"
    file.write_text(DRAFT, encoding="utf-8")
    return file


def test_findings_are_shown_with_place_words_reason_and_remedy(draft: Path) -> None:
    done = run_process(draft)
    assert done.returncode == 1
    for part in ("Fix first", "Okonkwo-Bright", "no-addressee", "Why:", "→", "Quality Marker 14"):
        assert part in done.stdout


def test_json_keeps_to_the_published_schema(draft: Path) -> None:
    done = run("check", draft, "--output-format", "json")
    document = json.loads(done.stdout)
    schema = json.loads((resources.files("scr_lint") / "schema.json").read_text())
    jsonschema.validate(document, schema)
    assert {f["rule"] for f in document["files"][0]["findings"]} >= {"PRV001", "REC001", "TON001"}


def test_clean_draft_exits_0(tmp_path: Path) -> None:
    file = tmp_path / "clean.md"
    file.write_text("The review met the family twice.\n", encoding="utf-8")
    assert run(file, "--select", "PRV,TON").returncode == 0


def test_fail_level_decides_the_exit_code(draft: Path) -> None:
    assert run(draft, "--select", "TON001").returncode == 1
    assert run(draft, "--select", "TON001", "--fail-on", "error").returncode == 0


def test_private_words_are_masked_where_ci_is_set(draft: Path) -> None:
    for output_format in ("terminal", "json"):
        done = run("check", draft, "--output-format", output_format, CI="true")
        assert "Okonkwo" not in done.stdout + done.stderr
    shown = run("check", draft, "--no-mask", CI="true")
    assert "Okonkwo" in shown.stdout


def test_masking_covers_excerpts_of_rules_that_are_not_about_privacy(tmp_path: Path) -> None:
    file = tmp_path / "draft.md"
    file.write_text("# Analysis\n\nMrs Okonkwo-Bright should have been seen.\n", encoding="utf-8")
    done = run("check", file, "--select", "TON001", "--mask")
    assert "should have been seen" in done.stdout
    assert "Okonkwo" not in done.stdout


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("missing.docx", None, "There is no file"),
        ("notes.xlsx", b"PK\x03\x04", "is not a draft"),
        ("old.doc", b"\xd0\xcf\x11\xe0", "save it as .docx"),
        ("empty.docx", b"", "is empty"),
        ("picture.docx", b"\x89PNG\r\n", "not a Word document"),
        ("letter.pdf", b"Dear all,", "not a PDF"),
        ("cut.pdf", b"%PDF-1.7\n1 0 obj <<", ""),
        ("cut.docx", b"PK\x03\x04" + b"\0" * 60, ""),
        (
            "locked.docx",
            b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le"),
            "protected with a password",
        ),
        ("binary.txt", b"abc\0\0def", "does not hold text"),
    ],
)
def test_bad_input_gets_one_plain_sentence(
    tmp_path: Path, name: str, content: bytes | None, says: str
) -> None:
    file = tmp_path / name
    if content is not None:
        file.write_bytes(content)
    done = run(file)
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
    assert done.stderr.startswith("scr-lint: ")
    assert len(done.stderr.strip().splitlines()) == 1
    assert says in done.stderr


def test_folder_without_drafts_is_said_as_such(tmp_path: Path) -> None:
    done = run(tmp_path)
    assert (done.returncode, "no draft in the folder" in done.stderr) == (2, True)


def test_one_bad_file_does_not_keep_the_others_from_being_checked(
    draft: Path, tmp_path: Path
) -> None:
    done = run("check", tmp_path / "gone.docx", draft, "--output-format", "json")
    document = json.loads(done.stdout)
    assert done.returncode == 2
    assert [e["error"] for e in document["errors"]] == ["not-found"]
    assert len(document["files"]) == 1


def test_wrong_rule_code_names_the_nearest(draft: Path) -> None:
    done = run(draft, "--select", "REC0001")
    assert done.returncode == 2
    assert "Did you mean REC001?" in done.stderr


def test_output_never_overwrites_the_draft(draft: Path) -> None:
    before = draft.read_bytes()
    done = run("check", draft, "--output-format", "json", "--output-file", draft)
    assert done.returncode == 2
    assert draft.read_bytes() == before


def test_init_writes_settings_that_load_and_never_overwrites(tmp_path: Path) -> None:
    assert run("init", tmp_path).returncode == 0
    written = (tmp_path / "scr-lint.toml").read_text(encoding="utf-8")
    uncommented = "\n".join(
        line.removeprefix("# ") if line.startswith("# ") and "=" in line else line
        for line in written.splitlines()
    )
    (tmp_path / "scr-lint.toml").write_text(uncommented, encoding="utf-8")
    (tmp_path / "draft.md").write_text("The review met the family.\n", encoding="utf-8")
    assert run(tmp_path / "draft.md", "--select", "TON001").returncode == 0
    assert run("init", tmp_path).returncode == 2
    assert (tmp_path / "scr-lint.toml").read_text(encoding="utf-8") == uncommented


def test_rule_is_explained_by_code_and_by_name() -> None:
    by_code, by_name = run("rule", "REC001"), run("rule", "no-addressee")
    assert by_code.returncode == 0
    assert by_code.stdout == by_name.stdout
    for part in ("Why:", "Instead:", "Leaves alone:", "Rests on"):
        assert part in by_code.stdout


def test_version_and_rules_load_nothing_heavy() -> None:
    code = (
        "import sys; from typer.testing import CliRunner; from scr_lint.cli import app;"
        "runner = CliRunner(); runner.invoke(app, ['--version']); runner.invoke(app, ['rules']);"
        "heavy = {'spacy', 'presidio_analyzer', 'pdfplumber', 'pypdfium2', 'docx', 'textstat',"
        " 'numpy', 'pandas'} & set(sys.modules); print(heavy); sys.exit(len(heavy))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("form", ["terminal", "github"])
def test_output_of_an_earlier_check_is_replaced_and_kept_if_the_next_fails(
    draft: Path, tmp_path: Path, form: str
) -> None:
    out = tmp_path / "out.log"
    call = (draft, "-q", "--output-format", form, "--output-file", out)
    assert run(*call).returncode == run(*call).returncode == 1
    before = out.read_bytes()
    settings = tmp_path / "scr-lint.toml"
    settings.write_text("[check]\nselect = 3\n", encoding="utf-8")
    assert run(*call, "--config", settings).returncode == 2
    assert out.read_bytes() == before


def test_nothing_that_is_there_is_replaced_unasked(tmp_path: Path) -> None:
    draft = tmp_path / "draft.docx"
    shutil.copy(Path(__file__).parent.parent / "examples" / "practice-review.docx", draft)
    other = tmp_path / "other.docx"
    other.write_bytes(b"somebody's work")
    quick = ("--select", "STR008", "--quiet")
    for option, target, said in (
        ("--annotate", other, "--overwrite"),
        ("--annotate", tmp_path / "nowhere" / "copy.docx", "no folder"),
        ("--annotate", tmp_path / "copy.pdf", ".docx"),
        ("--output-file", other, "may be a draft"),
    ):
        done = run("check", draft, option, target, *quick)
        assert done.returncode == 2 and said in done.stderr, done.stderr
        assert done.stdout == ""
    assert other.read_bytes() == b"somebody's work"
    assert run("check", draft, "--annotate", other, "--overwrite", *quick).returncode == 1
    assert other.read_bytes().startswith(b"PK")
