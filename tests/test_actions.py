"""The separate actions of a recommendation, and the strength of their verbs."""

from __future__ import annotations

import pytest

from scr_lint import Role, lint_text
from scr_lint.draft import Draft
from scr_lint.requests.actions import Action, actions
from scr_lint.settings import settings_from

PARSED = settings_from({"check": {"select": ["REC003"]}})


def found(text: str) -> tuple[Draft, list[Action]]:
    result = lint_text(f"Recommendation 3: {text}", role=Role.RECOMMENDATIONS, settings=PARSED)
    return result.draft, actions(result.draft, result.draft.recommendations[0])


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "The Board should rewrite its protocol, commission training and open a hub.",
            ["rewrite", "commission", "open"],
        ),
        ("Council to fund a post; Trust to extend its hours.", ["fund", "extend"]),
        (
            "The police should have a single number for schools, and ought to put an end to faxes.",
            ["have", "put"],
        ),
        ("The Trust to invite her back, and stop holding it over lunch.", ["invite", "stop"]),
        (
            "It is recommended that the Trust replaces its form and that it appoints a nurse.",
            ["replaces", "appoints"],
        ),
        ("The Trust should: (a) end its letters; (b) hold clinics.", ["end", "hold"]),
        ("The Board should:\n\n- publish guidance\n- set up a helpline", ["publish", "set up"]),
        (
            "The protocol should be rewritten. A helpline should be opened.",
            ["The protocol should be rewritten", "A helpline should be opened"],
        ),
        (
            "The Council should recruit a nurse to visit hotels and close the hostel.",
            ["recruit", "close"],
        ),
        (
            "The Board should ask the Trust to appoint a nurse and the Council to open a hub.",
            ["ask", "open"],
        ),
        (
            "Rewrite, with the help of the college, the form, and pilot a helpline in two towns.",
            ["Rewrite", "pilot"],
        ),
        (
            "The Harbour Trust to fit a card giving the tide times and to replace the bell.",
            ["fit", "replace"],
        ),
        (
            "Wharf wardens, of whom there are two, to keep a diary, to offer a seat, and to ring "
            "the school.",
            ["keep", "offer", "ring"],
        ),
        (
            "The rota should be redrawn, a line for callers be staffed and the tide table be revised.",
            [
                "The rota should be redrawn",
                "a line for callers be staffed",
                "the tide table be revised",
            ],
        ),
        (
            "The rota should be redrawn, a course of lessons bought for wardens and a bell hung up "
            "in the hall.",
            ["The rota should be redrawn", "bought", "hung"],
        ),
        ("The Trust must, by the end of May:\n\n- open a clinic\n- fit a bell", ["open", "fit"]),
        (
            "Padlocks to be bought, and a card printed in six languages",
            ["Padlocks to be bought", "printed"],
        ),
    ],
)
def test_separate_actions(text: str, words: list[str]) -> None:
    draft, several = found(text)
    assert [draft.text_at(action.span) for action in several] == words


@pytest.mark.parametrize(
    "text",
    [
        "The Board should also re-let its catering contract.",
        "The panel asks the police to tell it, by May, how many calls from parents go unanswered.",
        "The Trust should review, consult on and update its policy.",
        "The Director should cap caseloads and report the figures to the Board.",
        "The Trust should stop using relatives as interpreters and monitor the number of bookings.",
        "The Council should replace its form. The new form should ask about fathers.",
        "The Council should adopt a rule so that cases are closed in person and recorded.",
        "The Council should cut moves by paying a retainer and recruiting in the town.",
        "The Head should act within a day. In practice this means:\n\n- calling home\n- writing",
        "The Trust should require wards to ask who is at home and to write it down.",
        "The Council should train social workers, foster carers and teachers.",
        "The Board will know that this has worked when figures fall. The Board should publish them.",
        "The Council should either employ a nurse or train a health visitor.",
        "Widen the door so that a pram goes through before a chair is bought, and do so by May.",
        "To appoint a clerk, with authority to open the post on the day that it comes.",
        "It must not again be possible for a door to be locked because a key has been lost.",
        "Add “who has seen the cot, and have they drawn it?” to the form.",
        "The photograph should be sent to the family first. The clerk should see to this.",
        "Having regard to the tides, and recognising how late it was, it is recommended that the "
        "Trust keep one list.",
        "The Mayor and the clerk should agree, in time for the fair, to pay for a second bell.",
        "The panel recommends that the Trust require a check of the bell, and in particular its rope, "
        "to ensure that it rings.",
        "Report date: 4 May 2016. The Trust should ask each warden who holds the key.",
        "The Trust should review the rota, to ensure that every ward is staffed.",
        "The leaflet should be reviewed, the version used in clinics being out of date.",
        "The Trust should revise its form to ask who is at home. To be done by May.",
        "The Trust is asked, this year, to change its leaflet, as we said, to say who is meant.",
    ],
)
def test_one_action(text: str) -> None:
    assert len(found(text)[1]) == 1


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The Board should consider its offer.", "consider"),
        ("The Trust should raise greater awareness of neglect.", "raise greater awareness"),
        ("Consideration should be given to a post.", "Consideration should be given"),
        ("The Board should be mindful of culture.", "be mindful of"),
        ("Lift understanding of grief across the crews.", "Lift understanding"),
        ("The Trust should keep the child's wishes in mind.", "keep the child's wishes in mind"),
        ("Wardens to be mindful of the tides", "be mindful of"),
        ("Explore closer ties with harbour masters", "Explore"),
        ("Cover on the third ward to be improved.", "Cover on the third ward to be improved"),
    ],
)
def test_weak_verbs(text: str, words: str) -> None:
    draft, (action,) = found(text)
    assert action.is_weak
    assert draft.text_at(action.span) == words


def test_actions_are_shown_with_what_they_are_done_to() -> None:
    text = "Recommendation 3: The Trust should continue to extend its rota. It should replace the bell."
    (finding,) = lint_text(text, role=Role.RECOMMENDATIONS, settings=PARSED).findings
    assert "“continue to extend its rota”, “replace the bell”" in finding.message


@pytest.mark.parametrize(
    "text",
    [
        "The Trust should improve its front desk so that nobody waits in the corridor.",
        "The Trust should write to wardens and, where appropriate, tenants.",
        "The Trust and the Council should work together on drawing up a new map of the wards.",
    ],
)
def test_what_commits_to_a_change(text: str) -> None:
    weak = settings_from({"check": {"select": ["REC004"]}})
    assert not lint_text(
        f"Recommendation 3: {text}", role=Role.RECOMMENDATIONS, settings=weak
    ).findings


def test_the_strongest_of_verbs_that_share_an_object_counts() -> None:
    _, (action,) = found("The Board should consider and agree a new protocol.")
    assert not action.is_weak
