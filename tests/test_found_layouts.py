"""How findings and recommendations are set out, and which paragraphs only look like one; all invented."""

from __future__ import annotations

import pytest

from scr_lint import Role, lint_text
from scr_lint.draft import Draft
from scr_lint.evaluation.gold import read_text
from scr_lint.readers.text import parse
from scr_lint.requests.commands import commands
from scr_lint.requests.declined import declines
from scr_lint.settings import settings_from
from scr_lint.structure.sections import with_structure

PARSED = settings_from({"check": {"select": ["REC001"]}})
FOUND = (
    "The porter saw the letter and put it in the wrong tray, because the trays bore no names.",
    "Four clinics kept four lists of the same children, and none of them could open another's.",
)
ASKED = ("The Trust should put names on its trays.", "The Council should keep one list.")


def _pairs(one: str, two: str) -> str:
    return "\n\n".join(
        f"{one.format(n=n)}{found}\n\n{two.format(n=n)}{asked}"
        for n, (found, asked) in enumerate(zip(FOUND, ASKED, strict=True), 1)
    )


def _table(headers: str, who: str = "Council") -> str:
    rows = "\n".join(f"| {a} | {b} | {who} |" for a, b in zip(FOUND, ASKED, strict=True))
    return f"{headers}\n|---|---|---|\n{rows}\n"


@pytest.mark.parametrize(
    "text",
    [
        "# Findings and recommendations\n\n" + _table("| Finding | Recommendation | Owner |"),
        "# Findings and what follows\n\n" + _table("| What we found | What should change | Who |"),
        "# What we found and what we ask\n\n" + _table("| Issue | Ask | Lead |"),
        "# Tracker\n\n" + _table("| Found | To do | By |"),
        "# Findings and recommendations\n\n" + _pairs("**Finding.** ", "**Recommendation.** "),
        _pairs("## Finding {n}\n\n", "### What should follow\n\n"),
        _pairs("## Finding {n}\n\n", "**{n}.1** ") + "\n\n## Other recommendations\n\nNone.",
        _pairs("**Finding {n}.** ", "**Recommendation {n}.** "),
    ],
)
def test_findings_beside_what_they_led_to(text: str) -> None:
    draft = with_structure(parse(text))
    assert len(draft.review_findings) == 2
    assert len(draft.recommendations) == 2


def test_advice_to_nobody_by_name_is_part_of_a_finding() -> None:
    advice = "\n\n".join(
        f"## Finding {n}: Trays\n\n{found}\n\n1. Workers should look twice.\n\n2. Lists must agree."
        for n, found in enumerate(FOUND, 1)
    )
    draft = with_structure(parse(f"{advice}\n\n## Recommendations\n\n1. {ASKED[0]}\n"))
    assert [item.text for item in draft.recommendations] == [ASKED[0]]


def test_findings_before_the_first_heading() -> None:
    labelled = "\n\n".join(f"**Finding {n}.** {found}" for n, found in enumerate(FOUND, 1))
    draft = with_structure(parse(f"{labelled}\n\n## Recommendations\n\n1. {ASKED[0]}\n"))
    assert [item.label for item in draft.review_findings] == ["Finding 1", "Finding 2"]
    listed = "Finding 1: Trays\n\nFinding 2: Lists\n\n## Introduction\n\nA review.\n"
    assert not with_structure(parse(listed)).review_findings


def test_a_part_begins_in_the_midst_of_its_section(tmp_path) -> None:  # type: ignore[no-untyped-def]
    file = tmp_path / "marked.md"
    told = "\n\n".join(f"{n}. {found}" for n, found in enumerate(FOUND, 1))
    file.write_text(
        "# Passages {>>rules: REC001<<}\n\n{>>part; role: findings<<}\n\n"
        f"{told}\n\n## Recommendations {{>>role: recommendations<<}}\n\n1. {ASKED[0]}\n",
        encoding="utf-8",
    )
    (part,) = read_text(file).parts
    assert len(part.draft.review_findings) == 2
    assert part.draft.role_of(part.draft.blocks[-1].index) is Role.RECOMMENDATIONS


def test_recommendations_that_go_on_in_a_list() -> None:
    text = (
        "# Recommendations\n\n1. The Trust should name its trays.\n\n2. The following are wanted:\n\n"
        "   a) a list of clinics;\n\n   b) a key to each.\n\n3. Managers should see that they:\n\n"
        "   - read the list; and\n   - date it.\n\n4. The Council should pay.\n"
    )
    labels = [item.label for item in with_structure(parse(text)).recommendations]
    assert labels == ["1.", "2.", "3.", "4."]


@pytest.mark.parametrize(
    "sentence",
    [
        "It was urged upon me that I should call for an inquiry.",
        "I was pressed by both families to recommend a public inquiry.",
        "It had been put to us that phones should be taken at the gate.",
        "Several practitioners wanted us to recommend a register.",
        "The panel wondered whether to recommend a national list.",
        "We do not recommend more training.",
        "It decided against.",
        "The review makes no recommendation about the surgery.",
    ],
)
def test_what_a_review_declines_to_recommend(sentence: str) -> None:
    assert declines(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "We do not recommend a register, but the Trust should count its trays.",
        "The Trust, which decided not to open a ward, should say why.",
        "We were told of the trays, and recommend that the Trust name them.",
        "The Council was asked by the panel to write, and should now do so.",
    ],
)
def test_what_it_does_recommend(sentence: str) -> None:
    assert not declines(sentence)


def test_a_name_that_begins_like_a_command() -> None:
    assert not commands("Return interviews were bought by the hour.")
    assert not commands("Contact visits at weekends had been stopped.")
    assert commands("Return the forms that were lost.")
    assert commands("Ensure records of those who were ill are kept.")


def _addressees(text: str) -> list[list[str]]:
    draft: Draft = lint_text(text, role=None, settings=PARSED).draft
    return [[who.text for who in item.addressees] for item in draft.recommendations]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Remind staff that lists have dates.", ["The Trust"]),
        ("No manager to have more than four lists.", ["The Trust"]),
        ("Agree a route by which the nurse who looks after a child is told.", ["The Trust"]),
        ("Bring down the spend on trays and refresh the offer to foster carers", ["The Trust"]),
    ],
)
def test_those_who_are_meant_through_the_body_beside(text: str, names: list[str]) -> None:
    table = f"# Recommendations\n\n| Recommendation | Lead |\n|---|---|\n| {text} | The Trust |\n"
    assert _addressees(table) == [names]


def test_wide_headings_and_no_names() -> None:
    text = (
        "# Recommendations\n\n## For the Council\n\n- Buy trays.\n\n## For health\n\n"
        "- The Head of Midwifery should name a deputy.\n\n## For everyone who works here\n\n"
        "- Professionals should look twice.\n\n## Generally\n\n- It is recommended that trays be dusted.\n"
    )
    assert _addressees(text) == [["the Council"], ["the Head of Midwifery"], ["Professionals"], []]


def test_a_post_to_be_made_is_not_asked() -> None:
    text = "Recommendation 1: The Trust should appoint a lead nurse. The lead will hold the list."
    assert _addressees(f"# Recommendations\n\n{text}\n") == [["the Trust"]]


def test_those_who_need_something_are_given_it() -> None:
    text = (
        "# Recommendations\n\n1. Foster carers need training.\n2. Foster carers need to ask more.\n"
    )
    assert _addressees(text) == [[], ["Foster carers"]]


def test_notes_and_introductions_are_no_findings() -> None:
    told = "The hub had no lead.\n\nThe rota left nights uncovered."
    noted = with_structure(parse(f"# Findings\n\nAll names have been changed.\n\n{told}"))
    assert [noted.blocks[f.blocks[0]].text[:3] for f in noted.review_findings] == ["The", "The"]
    headed = with_structure(
        parse(
            "# Findings\n\n## Introduction\n\nThis part looks at nights and days.\n\n"
            "## Nights\n\nThe rota left them uncovered.\n\n## Days\n\nThe hub had no lead.\n\n"
            "## Information about this review\n\nIt was asked for by the ministry."
        )
    )
    assert [f.label for f in headed.review_findings] == ["Nights", "Days"]


def test_a_chapter_of_bullets_holds_a_finding_in_each() -> None:
    bullets = "- The hub had no lead.\n- The rota left nights uncovered.\n- Keys went astray."
    listed = with_structure(parse(f"# What stood in the way?\n\n{bullets}"), Role.FINDINGS)
    assert len(listed.review_findings) == 3


def test_a_heading_is_quoted_where_a_message_speaks_of_it() -> None:
    text = "## Nights on the ward\n\nThe bell was lost.\n\n## Days\n\nThe door was shut."
    said = [f.message for f in lint_text(text, role=Role.FINDINGS).findings if f.rule == "FND005"]
    assert said[0].startswith("“Nights on the ward” tells of this case alone")
