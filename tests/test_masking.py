"""Private words are unreadable in masked output, and places stay true."""

from __future__ import annotations

from pathlib import Path

import pytest

from scr_lint import lint_text
from scr_lint.errors import SettingsError
from scr_lint.masking import Masker, mask_text
from scr_lint.settings import settings_from


def test_first_letters_stay_and_numbers_vanish() -> None:
    assert mask_text("Karen O'Whitlock") == "K**** O'W*******"
    assert mask_text("14 Alder Close") == "** A**** C****"


def test_every_occurrence_of_a_private_word_is_masked_but_not_inside_others() -> None:
    masker = Masker({"Ann"})
    assert masker("Ann saw ANN's annual plan.") == "A** saw A**'s annual plan."


def test_masked_result_holds_no_private_word_anywhere() -> None:
    result = lint_text(
        "# Mrs Okonkwo and the school\n\nMrs Okonkwo should have been told by 3 May 2014.\n",
    ).masked()
    assert "Okonkwo" not in result.to_json()
    assert "Okonkwo" not in repr(result)
    assert "Okonkwo" not in result._repr_html_()


def test_masked_ids_are_not_made_from_the_words() -> None:
    plain = lint_text("Mrs Okonkwo rang.", role="analysis")
    private = {f.id for f in plain.findings if f.private}
    assert private
    assert not private & {f.id for f in plain.masked().findings}


def test_a_condition_is_named_in_its_message_once_for_all_its_places_and_masked_with_them() -> None:
    result = lint_text(
        "Child A had sickle cell disease. Nobody asked what sickle cell disease meant for her.",
        role="family_background",
    )
    [said] = [f.message for f in result.findings if f.rule == "PRV009"]
    assert said == "“sickle cell disease” tells of the health of somebody in the family, 2 times."
    assert "sickle" not in repr(result.masked())


def test_a_masked_page_is_refused_where_nobody_looked_for_private_words(tmp_path: Path) -> None:
    only = settings_from({"check": {"select": ["TON001"]}})
    result = lint_text("Karen Whitlock should have known of the risk.", settings=only)
    with pytest.raises(SettingsError, match="check the draft with mask=True"):
        result.to_html(tmp_path / "page.html", masked=True)


def test_sections_are_masked_where_they_are_measured_too() -> None:
    text = "# Introduction\n\nWe met the family.\n\n# Karen Whitlock and her mother\n\nKaren Whitlock was at home. "
    result = lint_text(text + "The nurse came to the house on most days of that week. " * 8)
    assert "Whitlock" in str(result.metrics)
    assert "Whitlock" not in str(result.masked().metrics)
