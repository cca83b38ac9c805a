"""Roles of sections, and the review's own findings and recommendations, in many authors' forms."""

from __future__ import annotations

import pytest

from scr_lint import Draft, Role, lint_text
from scr_lint.readers.text import parse
from scr_lint.settings import settings_from
from scr_lint.structure.review_findings import asks_questions
from scr_lint.structure.sections import role_of_heading, with_structure


def draft(text: str) -> Draft:
    return with_structure(parse(text))


@pytest.mark.parametrize(
    ("heading", "role"),
    [
        ("Executive Summary", Role.SUMMARY),
        ("1. Introduction", Role.INTRODUCTION),
        ("Circumstances that led to the review", Role.INTRODUCTION),
        ("How the review was carried out", Role.METHODOLOGY),
        ("Terms of Reference and Scope", Role.METHODOLOGY),
        ("The Family", Role.FAMILY_BACKGROUND),
        ("Integrated Chronology of Events", Role.CHRONOLOGY),
        ("What happened", Role.CHRONOLOGY),
        ("Key Practice Episodes", Role.CHRONOLOGY),
        ("Appraisal of professional practice", Role.ANALYSIS),
        ("What got in the way", Role.ANALYSIS),
        ("Lessons Learnt", Role.FINDINGS),
        ("Finding 3: Nobody asked", Role.FINDINGS),
        ("Learning Point Two", Role.FINDINGS),
        ("Recommendations to the LSCB", Role.RECOMMENDATIONS),
        ("Conclusions and recommendations", Role.RECOMMENDATIONS),
        ("What needs to change", Role.RECOMMENDATIONS),
        ("Areas of Good Practice", Role.GOOD_PRACTICE),
        ("Glossary & Abbreviations", Role.GLOSSARY),
        ("Bibliography", Role.REFERENCES),
        ("Appendix B: Terms of Reference", Role.APPENDIX),
        ("Annex 2 – Glossary", Role.GLOSSARY),
        ("Closing thoughts", Role.CONCLUSION),
    ],
)
def test_heading_says_what_its_section_is_for(heading: str, role: Role) -> None:
    text = f"# {heading}\n\nOne paragraph of text stands here."
    assert [s.role for s in draft(text).sections][-1] is role


def test_subsections_belong_to_the_section_around_them() -> None:
    found = draft(
        "# Findings\n\n## Finding 1: Drift\n\nText.\n\n### What happened\n\nText.\n\n"
        "### Why did it happen?\n\nText.\n\n# Appendix A\n\n## Chronology\n\nText."
    )
    roles = {s.title: s.role for s in found.sections}
    assert roles["What happened"] is Role.FINDINGS
    assert roles["Chronology"] is Role.APPENDIX
    assert [f.label for f in found.review_findings] == ["Finding 1"]


def test_heading_without_a_known_word_takes_the_role_its_text_shows() -> None:
    entries = "\n\n".join(
        f"On {day} March 2013 the health visitor called at the house." for day in range(2, 9)
    )
    assert draft(f"# Spring\n\n{entries}").sections[-1].role is Role.CHRONOLOGY


def test_role_none_for_words_that_claim_none() -> None:
    assert role_of_heading("Blue skies") is None


def test_findings_under_headings_of_their_own() -> None:
    found = draft(
        "# Learning\n\nThe review makes two findings.\n\n## Families were not asked\n\n"
        "Nobody asked.\n\n## Records did not travel\n\nThe file stayed behind.\n"
    ).review_findings
    assert [f.text.split(".")[0] for f in found] == [
        "Families were not asked",
        "Records did not travel",
    ]


def test_findings_as_labelled_paragraphs() -> None:
    found = draft(
        "# Findings\n\nFinding 1: The baby was not weighed.\n\nNobody had scales.\n\n"
        "Finding 2 – Calls were not returned.\n"
    ).review_findings
    assert [(f.label, f.text) for f in found] == [
        ("Finding 1", "The baby was not weighed.\nNobody had scales."),
        ("Finding 2", "Calls were not returned."),
    ]


def test_recommendations_from_a_table_with_an_agency_column() -> None:
    found = draft(
        "# Recommendations\n\n| No. | Recommendation | Lead agency | By |\n|---|---|---|---|\n"
        "| 1 | Replace the form. | The Trust | May |\n| 2 | Tell the GPs. | | June |\n"
    ).recommendations
    assert [(r.label, r.text, r.named_beside) for r in found] == [
        ("Recommendation 1", "Replace the form.", ("The Trust",)),
        ("Recommendation 2", "Tell the GPs.", ()),
    ]


def test_recommendations_as_a_numbered_list_with_points_under_one() -> None:
    found = draft(
        "# Recommendations\n\nThe panel makes these recommendations:\n\n"
        "1. The Board should:\n   - ask for figures\n   - publish them\n"
        "2. The Trust must write to every GP.\n"
    ).recommendations
    assert len(found) == 2
    assert "publish them" in found[0].text


def test_recommendations_under_the_body_they_are_for() -> None:
    found = draft(
        "# Recommendations\n\n## For the Constabulary\n\n1. Record the child's words.\n\n"
        "## For the Trust\n\n2. Replace the form.\n"
    ).recommendations
    assert [r.named_beside for r in found] == [("For the Constabulary",), ("For the Trust",)]


def test_labelled_recommendation_goes_on_over_its_points() -> None:
    found = draft(
        "# What should change\n\nRecommendation 1: The Board should act on three things:\n\n"
        "- forms;\n- visits.\n\nRecommendation 2: The Trust should act.\n"
    ).recommendations
    assert [r.label for r in found] == ["Recommendation 1", "Recommendation 2"]
    assert "visits." in found[0].text


def test_responsible_line_names_who_acts() -> None:
    found = draft(
        "# Recommendations\n\nRecommendation 1: Replace the form. Responsible: the Named Nurse.\n"
    ).recommendations
    assert found[0].named_beside == ("the Named Nurse",)


def test_findings_and_questions_style_is_recognised() -> None:
    found = draft(
        "# Findings\n\n## Finding 1: Drift\n\nPlans drifted because reviews were cancelled.\n\n"
        "### Questions for the Board\n\n- Is the Board aware of this?\n"
    )
    assert asks_questions(found)
    assert len(found.review_findings) == 1
    assert "aware" not in found.review_findings[0].text


@pytest.mark.parametrize(
    ("heading", "role"),
    [
        ("Recommendations of the Serious Case Review", Role.RECOMMENDATIONS),
        ("Executive summary of the Serious Case Review", Role.SUMMARY),
        ("1 Introduction to the Serious Case Review", Role.INTRODUCTION),
        ("Serious Case Review: Child T", Role.FRONT_MATTER),
        ("Northshire Safeguarding Children Board Overview Report", Role.FRONT_MATTER),
    ],
)
def test_a_first_heading_is_a_title_only_where_it_claims_nothing_else(
    heading: str, role: Role
) -> None:
    draft = lint_text(
        f"# {heading}\n\nSome words.\n\n# 2 Analysis\n\nMore.\n\n# 3 Findings\n\nMore.",
        settings=settings_from({"check": {"select": ["STR008"]}}),
    ).draft
    assert draft.sections[0].role is role


def test_a_title_over_everything_takes_no_role_from_its_chapters() -> None:
    draft = lint_text(
        "# Review about Child T and his family\n\nBoard.\n\n## How we did it\n\nTalks.\n\n"
        "## What happened\n\nA fall.\n\n## Who was allowed to be worried\n\nNobody.\n\n"
        "## Findings\n\n### Finding 1: Beds\n\nFew.\n\n4.5 Recommendation 1: The Trust should "
        "add beds.",
        settings=settings_from({"check": {"select": ["STR008"]}}),
    ).draft
    roles = [section.role for section in draft.sections]
    assert roles[:4] == [Role.FRONT_MATTER, Role.METHODOLOGY, Role.CHRONOLOGY, Role.ANALYSIS]
    assert [r.text for r in draft.recommendations] == ["The Trust should add beds."]
    assert [f.label for f in draft.review_findings] == ["Finding 1"]


@pytest.mark.parametrize(
    ("chapters", "which", "role"),
    [
        ("Method; What happened; Analysis; Themes; Recommendations", "Themes", Role.FINDINGS),
        ("Method; What happened; Themes; Findings; Next steps", "Themes", Role.ANALYSIS),
        ("Method; What happened; Themes; Recommendations", "Themes", Role.ANALYSIS),
        ("Method; Events; What this tells us\n\nMore; Findings\n\nMore", "tells", Role.ANALYSIS),
        ("Findings in brief\n\nMore; Events; Findings\n\nMore", "in brief", Role.SUMMARY),
        (
            "Introduction; Process; Circumstances leading to the review; Analysis; Findings",
            "Circumstances",
            Role.CHRONOLOGY,
        ),
        ("Summary; About this review; What happened; Analysis", "About", Role.METHODOLOGY),
        ("About this review; Method; What happened; Analysis", "About", Role.INTRODUCTION),
        ("Why there is an addendum; How the addendum was prepared", "How", Role.METHODOLOGY),
        ("Method; Medical findings; Analysis; Findings", "Medical", Role.OTHER),
        ("Method; Inquest and post-mortem findings; Analysis", "Inquest", Role.OTHER),
        ("Summary; Recommendations of the original report; Actions", "original", Role.OTHER),
        ("Introduction; Key practice episodes; Findings; Actions", "Key practice", Role.ANALYSIS),
        (
            "Introduction; Key practice episodes; Analysis; Findings",
            "Key practice",
            Role.CHRONOLOGY,
        ),
        ("Summary; Key lines of enquiry; Timeline; Analysis", "Key lines", Role.METHODOLOGY),
        ("Summary; Method; Timeline; Key lines of enquiry; Actions", "Key lines", Role.ANALYSIS),
        ("Method; Context; Narrative; Discussion; Findings", "Context", Role.FAMILY_BACKGROUND),
        ("The road to the unit; Analysis; Findings; Actions", "The road", Role.CHRONOLOGY),
        (
            "Summary; Timeline; Findings; Drawing the threads together; Actions",
            "Drawing",
            Role.ANALYSIS,
        ),
        (
            "Summary; Recommendations; Recommendations from earlier reviews",
            "from earlier",
            Role.APPENDIX,
        ),
        ("Timeline; Analysis; So what are we saying?; What next?", "So what", Role.FINDINGS),
        (
            "Timeline; Analysis; So what are we saying?; What next?",
            "What next",
            Role.RECOMMENDATIONS,
        ),
    ],
)
def test_place_settles_what_a_heading_leaves_open(chapters: str, which: str, role: Role) -> None:
    headings = [f"## {title}\n\nSome words stand here." for title in chapters.split("; ")]
    sections = draft("\n\n".join(["# A report", *headings])).sections
    assert next(s.role for s in sections if which in s.title) is role


def test_lines_over_paragraphs_and_declared_findings_are_findings() -> None:
    text = (
        "# Findings\n\nWhy was nobody told?\n\nThe mailbox had no owner after five.\n\n"
        "Letters also went astray.\n\nRecommendation 1: The Trust should own it.\n"
    )
    assert [f.text.split("?")[0] for f in draft(text).review_findings] == ["Why was nobody told"]
    text = "# Analysis\n\nIt was cold.\n\nThe panel finds, first, that clinics need heating.\n"
    assert len(draft(text).review_findings) == 1
    text = "# Findings\n\nIn no order, we found these.\n\nThat beds were few.\n\nThat staff were new.\n"
    assert len(draft(text).review_findings) == 2


def test_where_findings_are_labelled_what_runs_on_elsewhere_is_none() -> None:
    text = (
        "# Findings\n\nFinding 1: Beds were few.\n\nFinding 2: Nights were long.\n\n"
        "# What we learned\n\nThe ward told us how it felt.\n\nSo did the night staff.\n"
    )
    assert [f.label for f in draft(text).review_findings] == ["Finding 1", "Finding 2"]


def test_a_chapter_that_asks_under_a_free_heading_holds_recommendations() -> None:
    text = (
        "# Findings\n\n## Beds\n\nFew.\n\n# Strategies for better practice\n\n"
        "6.1 The Trust should add beds.\n\n6.2 The Board should count them each June.\n"
    )
    assert [r.label for r in draft(text).recommendations] == ["6.1", "6.2"]


def test_what_happened_is_a_part_of_its_own_beside_its_appraisal() -> None:
    text = "# Appraisal\n\n## What happened\n\nShe fell.\n\n## Appraisal\n\nWork was good.\n"
    assert [s.role for s in draft(text).sections][-2:] == [Role.CHRONOLOGY, Role.ANALYSIS]


def test_a_chapter_called_findings_holds_all_of_them() -> None:
    text = (
        "# The first winter\n\nShe was cold.\n\nLearning point 1: Rooms are not looked at.\n\n"
        "# Analysis\n\n## What we learned\n\n4.1 Rooms matter.\n\n4.2 So do beds.\n\n"
        "# Findings\n\n## Nobody looks at rooms\n\nOr asks.\n\n## Beds are few\n\nAnd far.\n"
    )
    found = draft(text).review_findings
    assert [f.section for f in found] == ["Nobody looks at rooms", "Beds are few"]


def test_a_paragraph_with_the_letter_of_its_chapter_is_no_finding() -> None:
    text = "".join(
        f"# {name}\n\n{letter}1 The ward was full.\n\n{letter}2 The night was long.\n\n"
        for letter, name in zip("ABCF", ["Method", "Events", "Analysis", "Practice"], strict=True)
    )
    assert not draft(text).review_findings
    text = "# Findings\n\nF1. Beds were few.\n\nF2. Nights were long.\n"
    assert [f.label for f in draft(text).review_findings] == ["F1", "F2"]


#: A report under headings of its own making; only the last two say what they are.
FREE = """
# Child P: a review

## Four voices and a table | methodology

The reviewers were a retired health visitor and a head of service from elsewhere. They read the accounts that
seven agencies had written and met with fourteen practitioners for half a day. The panel met four times.
Mother was invited to contribute and spoke with one of the reviewers by telephone.

## The flat above the shop | family_background

Child P lived with Mother and an older brother in a rented flat. Mother had grown up in care and had few
relatives nearby. Father lived with his parents. Child P was a cheerful baby who liked music.

## Eleven weeks | chronology

In March the midwife referred Mother to the duty team. She was visited the next day and the case was closed.

In April Child P was seen at the clinic with a bruise. The nurse rang the duty team, who recorded the call.

In May an ambulance was called in the night. Child P was admitted, and Father was arrested.

## Looking away | analysis

The nurse was told by the desk that it had been assessed. She thought it likely that others knew more, and
because the clinic was full she did not ring again. In our view most people would have done so. The duty team
was short of staff, which meant that calls were sorted by the words in them.

## Findings

1. Bruises to babies are reported on a form that is read on the next day.

2. Short calls are sorted by the words in them.

## Recommendations

1. The Board should ask the clinics to report bruises to babies by telephone.
"""


def test_the_text_of_a_chapter_shows_its_role_where_its_heading_says_nothing() -> None:
    wanted = dict(line[3:].split(" | ") for line in FREE.splitlines() if " | " in line)
    text = "\n".join(line.split(" | ")[0] for line in FREE.splitlines())
    given = {s.title: s.role.value for s in draft(text).sections}
    assert {title: given[title] for title in wanted} == wanted


def test_conclusions_are_the_findings_of_a_report_without_others() -> None:
    text = (
        "# Method\n\nPapers.\n\n# Events\n\nMay: a call.\n\n# Conclusions\n\nThe desk was moved.\n\n"
        "The form had no line for a brother.\n\nNobody rang the school.\n\nThere were examples of good "
        "practice by the crew.\n\n# Recommendations\n\n1. The Trust should mend the form.\n"
    )
    assert [f.text for f in draft(text).review_findings] == [
        "The desk was moved.",
        "The form had no line for a brother.",
        "Nobody rang the school.",
    ]
