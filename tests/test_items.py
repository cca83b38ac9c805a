"""The review's own findings and recommendations, found whatever their form; all invented."""

from __future__ import annotations

import pytest

from scr_lint.readers.text import parse
from scr_lint.structure.items import label_of
from scr_lint.structure.sections import with_structure

# A passage, and how each finding and each recommendation in it begins.
CASES = [
    (
        "# Findings\n\nThe review has five findings, set out below in order of priority.\n\n**Finding 1 Thresholds are set by custom**\n\nText of it goes here because of that.\n\n**Finding 2 Rotas are set by habit**\n\nMore text.\n",
        ["Finding 1", "Finding 2"],
        [],
    ),
    (
        "# 6 Learning\n\n6.1 This section sets out what was learned.\n\n## Learning theme 1: Men\n\n6.2 Nobody asked.\n\n6.3 It is usual.\n\n## Learning theme 2: Moves\n\n6.4 Files lag.\n\n# 7 Recommendations\n\n7.1 The following recommendations are made to the partnership.\n\n7.2 The Partnership should ask each agency for figures.\n\n7.3 The Trust should change its form.\n\n7.4 These recommendations will be tracked by the Board.\n",
        ["Learning theme 1", "Learning theme 2"],
        ["The Partnership should", "The Trust should"],
    ),
    (
        "# Recommendations\n\nThe reviewers have kept these few. Each is for a named body.\n\n| Ref | What should happen | Who | By |\n|---|---|---|---|\n| R1 | Replace the form | The Trust | May |\n| R2 | Fund a post | The Council | June |\n",
        [],
        ["Replace", "Fund"],
    ),
    (
        "# Recommendations\n\n## Recommendation 1: Night cover\n\nThe Trust should have cover at night. This is because the review found that none was there.\n\nThe reason for this is set out in section 5.\n\n## Recommendation 2: Letters\n\nThe Board should audit letters by June.\n",
        [],
        ["Recommendation 1", "Recommendation 2"],
    ),
    (
        "# Learning and recommendations\n\n## Theme 1: Sleep\n\nParents were told rules. The reason was time.\n\n**Learning point 1:** Rules given to tired people are not heard.\n\n**Recommendation 1:** The Trust should give advice twice.\n\n## Theme 2: Moves\n\nFiles lag.\n\n**Learning point 2:** Files lag because of the post.\n\n**Recommendation 2:** The Council should send files by e-mail.\n",
        ["Learning point 1", "Learning point 2"],
        ["Recommendation 1", "Recommendation 2"],
    ),
    (
        "# Analysis\n\n## Bruising\n\nNobody saw it.\n\nLearning: bruises need a second pair of eyes.\n\n## Fathers\n\nNobody asked.\n\nLearning: fathers are outside every form.\n\n# Recommendations\n\nRecommendation One\n\nThat the Board seek assurance on bruises.\n\nRecommendation Two\n\nThat the Trust ask about fathers.\n",
        ["Learning: bruises", "Learning: fathers"],
        ["Recommendation One", "Recommendation Two"],
    ),
    (
        "# What we learned\n\n### We saw the mother and not the child\n\nText.\n\n### We waited for each other\n\nText.\n\n# What should change\n\n**For the Trust:** publish a list of children nobody has seen.\n\n**For the Council:** fund a night team.\n",
        ["We saw", "We waited"],
        ["For the Trust", "For the Council"],
    ),
    (
        "# Executive summary\n\nThe review found that letters go astray. Recommendations are made about letters and nights:\n\n- Recommendation 1: The Board should audit letters.\n- Recommendation 2: The Trust should open at night.\n\n# Findings\n\nF1 Letters go astray because of the post.\n\nF2 Nights are empty because of money.\n\n# Recommendations\n\nR1 The Board should audit letters.\n\nR2 The Trust should open at night.\n\n# Appendix: Action plan\n\n| Recommendation | Action | Lead |\n|---|---|---|\n| 1 Audit | Do audit | Board |\n",
        ["F1", "F2"],
        ["R1", "R2"],
    ),
    (
        "# Lessons learned\n\n5.1 Several lessons emerge from this review, and they are not new.\n\n5.2 Lesson 1. Bruises in babies need two pairs of eyes.\n\n5.3 Lesson 2. Fathers need a form.\n\n# Recommendations\n\n6.1 The Panel's recommendations, which have been agreed by the Board, are as follows.\n\n(1) East Council to review its rota.\n\n(2) The Trust to publish its list.\n\n6.2 Single agency recommendations are in Appendix 2.\n",
        ["Lesson 1", "Lesson 2"],
        ["East Council", "The Trust"],
    ),
    (
        "# Recommendations\n\nTo the Trust\n\n1. Open at night.\n2. Tell parents.\n\nTo the Council\n\n3. Fund a post.\n\nThe Board will monitor these recommendations through its quarterly meeting and should publish the results within a year.\n",
        [],
        ["Open", "Tell", "Fund"],
    ),
    (
        "# Recommendations\n\nIn making recommendations we have been mindful that too many should not be made. Agencies have already made 14 of their own.\n\n**1. Thresholds.** The partners should agree one page.\n\n*Rationale:* everyone had a different page.\n\n*Intended impact:* a child is seen within a day.\n\n**2. Nights.** The Trust should open.\n\n*Rationale:* it was shut.\n",
        [],
        ["Thresholds", "Nights"],
    ),
    (
        "# Findings and recommendations\n\n## 1. Thresholds\n\nEach agency had a page of its own, because no one had asked for one.\n\n**Recommendation:** The partners should agree one page.\n\n## 2. Nights\n\nThe Trust was shut because of money.\n\n**Recommendation:** The Trust should open.\n",
        ["Thresholds", "Nights"],
        ["Recommendation: The partners", "Recommendation: The Trust"],
    ),
    (
        "# Conclusions and findings\n\nIn the course of the review four matters stood out.\n\nThe first finding is that letters go astray, since the post was cut.\n\nThe second finding is that nights are empty.\n",
        ["The first finding", "The second finding"],
        [],
    ),
    (
        "# Recommendations\n\n1. It is recommended that the Safeguarding Board:\n\n   a. audits letters;\n\n   b. publishes the audit.\n\n2. It is recommended that the Trust opens at night.\n\nProgress should be reported in six months.\n",
        [],
        ["It is recommended that the Saf", "It is recommended that the Tr"],
    ),
    (
        "# Findings\n\n## Priority finding 1\n\n**Thresholds are set by custom.**\n\n### What is the issue?\n\nText.\n\n### Questions\n\n- Is the Board sure?\n\n## Priority finding 2\n\nNights are empty.\n",
        ["Priority finding 1", "Priority finding 2"],
        [],
    ),
]


@pytest.mark.parametrize(("text", "findings", "recommendations"), CASES)
def test_items_are_found_and_none_is_invented(
    text: str, findings: list[str], recommendations: list[str]
) -> None:
    draft = with_structure(parse(text))
    for wanted, items in (
        (findings, draft.review_findings),
        (recommendations, draft.recommendations),
    ):
        first = [draft.blocks[item.blocks[0]] for item in items]
        begins = [f"{block.number} {block.text}".strip() for block in first]
        assert len(begins) == len(wanted)
        for start, words in zip(begins, wanted, strict=True):
            assert words.lower() in start.lower()[: len(words) + 14]


def test_a_code_that_begins_a_sentence_labels_no_finding() -> None:
    """“F1” is a finding where a stop follows; elsewhere it may be the father of the first child."""
    assert label_of("F1: Nobody rang.") is not None
    assert label_of("F1 was living with the mother of Child B.") is None
    assert label_of("F2, who had moved out, was not told.") is None


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("First finding. Nobody rang.", "First finding"),
        ("The third finding: the lift.", "The third finding"),
        ("Finding (ii). Nobody rang.", "Finding (ii)"),
        ("Fourth recommendation – The Trust should ring.", "Fourth recommendation"),
    ],
)
def test_a_label_may_count_in_words_before_or_in_brackets(text: str, label: str) -> None:
    found = label_of(text)
    assert found is not None
    assert found.text == label


def test_the_first_words_of_a_sentence_are_no_label() -> None:
    assert label_of("The first finding is that nobody rang.") is None
    assert label_of("Finding (a letter) took a week.") is None
