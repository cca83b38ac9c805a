"""Settings: found upwards, checked, and clear about what is wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

from scr_lint import SettingsError, lint, load_settings
from scr_lint.linter import rules_for
from scr_lint.settings import find_settings, settings_from


def test_nearest_file_upwards_is_used(tmp_path: Path) -> None:
    (tmp_path / "scr-lint.toml").write_text('[check]\nselect = ["TON"]\n')
    deep = tmp_path / "reports" / "2015"
    deep.mkdir(parents=True)
    assert find_settings(deep) == tmp_path / "scr-lint.toml"
    (deep / "scr-lint.toml").write_text('[check]\nselect = ["REC"]\n')
    assert load_settings(find_settings(deep)).check.select == ("REC",)


def test_pyproject_counts_only_with_our_table(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text('[tool.scr-lint.check]\nfail_on = "error"\n')
    inner = tmp_path / "inner"
    inner.mkdir()
    (inner / "pyproject.toml").write_text('[project]\nname = "x"\n')
    assert load_settings(find_settings(inner)).check.fail_on == "error"


@pytest.mark.parametrize(
    ("toml", "says"),
    [
        ("[chekc]\n", "Did you mean check?"),
        ('[check]\nselct = ["REC"]\n', "Did you mean check.select?"),
        ('[check]\nfail_on = "warnings"\n', "check.fail_on"),
        ('[check]\nselect = "REC"\n', "check.select"),
        ("[check]\nmin_confidence = true\n[names]\nallowed = []\n", "Did you mean names.allow?"),
        ("[check\n", "not valid TOML"),
    ],
)
def test_mistakes_are_said_with_file_and_key(tmp_path: Path, toml: str, says: str) -> None:
    file = tmp_path / "scr-lint.toml"
    file.write_text(toml)
    with pytest.raises(SettingsError) as caught:
        load_settings(file)
    assert says in str(caught.value)
    assert "scr-lint.toml" in str(caught.value)


def test_limits_of_unknown_rules_and_names_are_refused() -> None:
    with pytest.raises(SettingsError, match="PLN001"):
        rules_for(settings_from({"limits": {"PLN01": {"advice": 20}}}))
    with pytest.raises(SettingsError, match="warning"):
        rules_for(settings_from({"limits": {"PLN001": {"warnings": 20}}}))


def test_settings_beside_the_draft_apply(tmp_path: Path) -> None:
    draft = tmp_path / "draft.md"
    draft.write_text("# Analysis\n\nThe worker should have known that he was at risk.\n")
    assert [f.rule for f in lint(draft).findings if f.rule == "TON001"] == ["TON001"]
    (tmp_path / "scr-lint.toml").write_text('[check]\nignore = ["hindsight"]\n')
    assert "TON001" not in {f.rule for f in lint(draft).findings}
