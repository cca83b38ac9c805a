"""Short forms in the shape that their sentence needs."""

from __future__ import annotations

import pytest

from scr_lint import Settings, lint_text
from scr_lint.settings import settings_from

ONLY = {"check": {"select": ["PLN005"]}}


def suggestions(text: str) -> list[str]:
    settings: Settings = settings_from(ONLY)
    return [f.suggestion for f in lint_text(text, role="analysis", settings=settings).findings]


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("The officers made use of the form.", "used"),
        ("The nurse is making use of the form.", "using"),
        ("She was in receipt of a small pension.", "received"),
        ("Families in receipt of a pension were told.", "receiving"),
        ("In order to learn, they met.", "To"),
        ("The majority of the nurses had left.", "Most of"),
        ("It fell to the majority of nurses to write.", "most"),
        ("They met with a view to agreeing a plan.", "to agree"),
        ("They met for the purposes of training.", "for"),
        ("He had no information with regard to the baby.", "about"),
        ("He answered in a professional manner.", "professionally"),
        ("The school has carried out a review of its rules.", "reviewed"),
        ("The team has the ability to ring them.", "can"),
        ("The nurse had the capacity to see him.", "could"),
        ("There was an absence of any record.", "There was no"),
        ("The officer conducted an interview with the uncle.", "interviewed"),
        ("In light of what they said, we asked.", "Given"),
        ("She was ill at a time when nobody knew.", "when"),
        ("He was asked on each occasion that he came.", "whenever"),
        ("The family was in need of a home.", "needed"),
        ("It would appear that he left.", "It seems that"),
        ("A plan was drawn up in accordance with the policy.", "under"),
        ("A considerable amount of its time went on forms.", "Much of"),
        ("It used a significant amount of the money.", "much of"),
        ("It used a significant amount of money.", "much"),
        ("There was a sufficient number of the forms.", "enough of"),
        ("The entirety of the rota was not reviewed.", "The whole of"),
        ("The totality of the records was not read.", "All"),
        ("They are in the process of moving.", "are"),
        ("He was in the process of moving.", "was"),
        ("It counts, regardless as to whether they met.", "of whether"),
        ("There was no clarity as to whether they had met.", "about whether"),
        ("The nurse asked as to whether they had met.", "whether"),
        ("He moved in closer proximity to the school.", "nearer"),
        ("The Board undertook an audit of children with plans.", "audited the cases of"),
        ("The Board undertook an audit of the records.", "audited"),
        ("She rang in an attempt to reach him.", "to try to"),
    ],
)
def test_the_short_form_fits_the_sentence(text: str, short: str) -> None:
    assert f"Consider “{short}”." in suggestions(text)


def test_no_word_is_put_in_where_none_fits_every_sentence() -> None:
    for text in (
        "He was kind with regard to the baby.",
        "They will have the ability to ring her.",
        "It was kind vis-à-vis the others.",
    ):
        assert suggestions(text) == ["Consider saying it in fewer or plainer words."]


def test_a_long_word_alone_is_named_only_where_it_recurs() -> None:
    assert suggestions("The plan was commenced in May.") == []
    assert len(suggestions("It commenced. He commenced. She commenced.")) == 1


def test_the_same_phrase_is_one_finding_and_another_form_is_its_own() -> None:
    text = "They rang in order to ask, and came in order to see. In order to help, they stayed."
    settings = settings_from(ONLY)
    findings = lint_text(text, role="analysis", settings=settings).findings
    assert [len(f.locations) for f in findings] == [3]
