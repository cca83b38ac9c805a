"""Forms for repositories: SARIF, GitHub annotations, JUnit; masked unless asked otherwise."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest
from command import run
from pydantic import BaseModel
from sarif_pydantic import Sarif

TEXT = "# Analysis, 100% done\n\nMrs Okonkwo rang. The worker should have known.\n"


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    file = tmp_path / "draft.md"
    file.write_text(TEXT, encoding="utf-8")
    return file


@pytest.mark.parametrize("form", ["sarif", "github", "junit"])
def test_private_words_are_masked_by_default(draft: Path, form: str) -> None:
    masked = run("check", draft, "--output-format", form)
    assert masked.returncode == 1
    assert "Okonkwo" not in masked.stdout
    assert "Okonkwo" in run("check", draft, "--output-format", form, "--no-mask").stdout


def test_sarif_places_every_result_and_explains_every_rule(draft: Path) -> None:
    log = json.loads(run("check", draft, "--output-format", "sarif").stdout)
    assert log["version"] == "2.1.0"
    tool, results = log["runs"][0]["tool"]["driver"], log["runs"][0]["results"]
    assert {r["ruleId"] for r in results} >= {"PRV001", "TON001"}
    for result in results:
        assert tool["rules"][result["ruleIndex"]]["id"] == result["ruleId"]
        region = result["locations"][0]["physicalLocation"]["region"]
        assert region["startLine"] >= 1
        assert result["partialFingerprints"]["scrLint/v1"]


def test_sarif_reports_what_could_not_be_read(tmp_path: Path) -> None:
    done = run("check", tmp_path / "gone.docx", "--output-format", "sarif")
    invocation = json.loads(done.stdout)["runs"][0]["invocations"][0]
    assert invocation["executionSuccessful"] is False
    assert "no file" in invocation["toolExecutionNotifications"][0]["message"]["text"]


def test_github_annotations_are_one_escaped_line_each(draft: Path) -> None:
    lines = run("check", draft, "--output-format", "github").stdout.strip().splitlines()
    assert all(line.startswith(("::error ", "::warning ", "::notice ")) for line in lines)
    assert any("title=TON001 hindsight" in line for line in lines)
    assert any("100%25 done" in line for line in lines)


def test_junit_has_a_case_for_each_rule_and_a_failure_for_each_that_found(draft: Path) -> None:
    root = ElementTree.fromstring(run("check", draft, "--output-format", "junit").stdout)
    failed = {c.get("name") for c in root.iter("testcase") if c.find("failure") is not None}
    passed = {c.get("name") for c in root.iter("testcase")} - failed
    assert {"PRV001", "TON001"} <= failed
    assert "PRV007" in passed


def unknown(part: object, place: str = "log") -> Iterator[str]:
    """The properties in a part of a SARIF log that the format does not know."""
    if isinstance(part, BaseModel):
        yield from (f"{place}.{name}" for name in part.model_extra or {})
        for name in type(part).model_fields:
            yield from unknown(getattr(part, name), f"{place}.{name}")
    elif isinstance(part, list):
        for item in part:
            yield from unknown(item, f"{place}[]")


def test_sarif_is_what_its_model_says(draft: Path, tmp_path: Path) -> None:
    done = run("check", draft, tmp_path / "gone.docx", "--output-format", "sarif")
    log = Sarif.model_validate_json(done.stdout)
    assert log.version == "2.1.0" and log.runs[0].results
    # Two properties of the standard (3.14.17, 3.20.21) that the model leaves out.
    left_out = {"log.runs[].columnKind", "log.runs[].invocations[].toolExecutionNotifications"}
    assert set(unknown(log)) <= left_out
