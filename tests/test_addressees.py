"""Who a recommendation is addressed to, in the ways that authors say it."""

from __future__ import annotations

import pytest

from scr_lint import Role, lint_text
from scr_lint.draft import Addressee, Draft
from scr_lint.readers.text import parse
from scr_lint.requests.bodies import Standing, standing, standing_beside
from scr_lint.settings import settings_from
from scr_lint.structure.sections import with_structure

PARSED = settings_from({"check": {"select": ["REC001"]}})


def addressees(text: str) -> tuple[Addressee, ...]:
    result = lint_text(f"Recommendation 3: {text}", role=Role.RECOMMENDATIONS, settings=PARSED)
    return result.draft.recommendations[0].addressees


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The Board should publish its figures.", "the Board"),
        (
            "It is recommended that Marsh Valley NHS Trust replaces its form.",
            "Marsh Valley NHS Trust",
        ),
        ("We recommend that the Trust review its policy.", "the Trust"),
        ("CAMHS to stop closing cases by letter.", "CAMHS"),
        ("The Welsh Government is asked to amend the guidance.", "the Welsh Government"),
        ("It is for the Chief Nurse to decide who signs.", "the Chief Nurse"),
        ("The form should be replaced by the Head of Midwifery.", "the Head of Midwifery"),
        ("Northfield Constabulary: replace the form.", "Northfield Constabulary"),
        ("Replace the form (Northfield Constabulary).", "Northfield Constabulary"),
        ("Replace the form. Action: Head of Midwifery.", "Head of Midwifery"),
        ("Replace the form. Responsible: Head of Midwifery.", "Head of Midwifery"),
        ("Responsibility rests with the Named Nurse.", "the Named Nurse"),
        ("A group led by the Designated Nurse should draft the form.", "the Designated Nurse"),
        (
            "The form should be redrawn, with the Named Midwife taking the lead.",
            "the Named Midwife",
        ),
        (
            "The Moorgate Perinatal Network should rewrite its leaflet.",
            "the Moorgate Perinatal Network",
        ),
        (
            "The Council's Director of Education should agree a date.",
            "the Council's Director of Education",
        ),
        ("Each of the three councils should name a lead.", "the three councils"),
        ("Shopkeepers on the quay should ask for proof of age.", "Shopkeepers"),
        ("Whoever runs the ferry should count its passengers.", "Whoever runs the ferry"),
        ("Every person who chaired a meeting is to sign the list.", "Every person"),
        ("The Harbour Trust's yearly statement should set out what it spent.", "the Harbour Trust"),
        ("The cards sent by the Harbour Trust should go to fathers too.", "the Harbour Trust"),
        ("Wharf wardens, of whom there are two, to keep one diary.", "Wharf wardens"),
        (
            "The Board should publish its list (and not, as we once wrote, the Harbour Trust).",
            "the Board",
        ),
        ("Staff at Northfield Trust should sign the form.", "Staff"),
        ("Let the harbour master ring each school.", "the harbour master"),
        ("I'd have the Crown Prosecution Service do one thing.", "the Crown Prosecution Service"),
        ("I recommend, lastly, that the Ministry of Justice legislate.", "the Ministry of Justice"),
        ("Recommendation 6 is for the Fire Service. It is asked to call.", "the Fire Service"),
        ("The senior partner to invite the chaplain back.", "The senior partner"),
        ("Managers at the ferry company to sign the log.", "Managers at the ferry company"),
        ("The Trust shoud replace its form.", "the Trust"),
    ],
)
def test_named(text: str, name: str) -> None:
    found = addressees(text)
    assert [a.text for a in found] == [name]
    assert not found[0].vague


def test_a_list_whose_first_name_the_parse_loses() -> None:
    found = addressees("Social care, the police and the clinic should by Lent hold it by video.")
    assert [a.text for a in found] == ["Social care", "the police", "the clinic"]


@pytest.mark.parametrize(
    "text",
    [
        "Those who have keys to the chapel to lock it at night.",
        "Those commissioning and those inspecting: write to one another.",
    ],
)
def test_those_who_do_something_are_nobody_in_particular(text: str) -> None:
    found = addressees(text)
    assert found and all(a.vague for a in found)


def test_a_line_that_says_whom_all_that_follows_is_for() -> None:
    text = (
        "# Recommendations\n\nWhat follows is addressed to Harbour Health Trust.\n\na) Buy beds.\n"
    )
    draft = lint_text(text, settings=PARSED).draft
    assert [a.text for a in draft.recommendations[0].addressees] == ["Harbour Health Trust"]


def test_a_list_left_open_names_nobody_for_certain() -> None:
    found = addressees("Choirs, rowing clubs, etc. should check who drives the minibus.")
    assert found and all(a.vague for a in found)


@pytest.mark.parametrize(
    "text",
    [
        "Caseloads should fall to fifteen.",
        "The minutes should record who was absent.",
        "Parents should get a copy of the plan.",
        "That the harbour master be invited to strategy meetings.",
        "Joint visits with the Harbour Trust to begin in June.",
    ],
)
def test_nobody_who_can_act(text: str) -> None:
    assert addressees(text) == ()


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Single agency plan: Harbour Hospitals NHS Trust", "Harbour Hospitals NHS Trust"),
        ("Children's Services single-agency actions (from its own report)", "Children's Services"),
        ("For Estyn and the fire inspectorate", "Estyn and the fire inspectorate"),
    ],
)
def test_a_title_says_whose_plan_it_is(title: str, name: str) -> None:
    text = f"# Recommendations\n\n## {title}\n\n- Publish the list.\n- Replace the form.\n"
    draft = lint_text(text, settings=PARSED).draft
    assert [[a.text for a in item.addressees] for item in draft.recommendations] == [[name]] * 2


def test_a_plan_that_is_everybodys_names_nobody() -> None:
    text = "# Recommendations\n\n## Partnership action plan\n\n- Publish the list.\n- Replace it.\n"
    assert not any(
        item.addressees for item in lint_text(text, settings=PARSED).draft.recommendations
    )


@pytest.mark.parametrize(
    "text",
    [
        "All agencies should refresh their training.",
        "Partners to sign up to the protocol.",
        "It is essential that professionals share information.",
        "Those working with the family should meet.",
        "The toolkit should be used by front-line practitioners.",
        "The government should act.",
    ],
)
def test_vague(text: str) -> None:
    found = addressees(text)
    assert found
    assert all(a.vague for a in found)


@pytest.mark.parametrize(
    "text",
    [
        "Training should be refreshed.",
        "The Trust's policy should be rewritten by March 2025.",
        "Consideration should be given to a joint post.",
        "There should be a single point of contact.",
        "Better communication between the police and schools.",
        "Health visitors should be given time for supervision.",
        "All staff should receive training.",
        "The form should ask whether the police have been called.",
        "Child T's mother should be visited.",
    ],
)
def test_nobody(text: str) -> None:
    assert addressees(text) == ()


def test_conjoined_bodies_are_each_named() -> None:
    found = addressees("The Council and the Constabulary should agree a form.")
    assert [a.text for a in found] == ["the Council", "the Constabulary"]


def test_span_points_at_the_words() -> None:
    text = "The Head of Midwifery should change the form."
    result = lint_text(text, role=Role.RECOMMENDATIONS, settings=PARSED)
    span = result.draft.recommendations[0].addressees[0].span
    assert span is not None
    assert result.draft.text_at(span) == "The Head of Midwifery"


def test_without_a_parse_what_stands_beside_counts() -> None:
    from scr_lint.requests.addressees import resolve

    draft: Draft = with_structure(
        parse(
            "# Recommendations\n\n| Recommendation | Lead |\n|---|---|\n| Buy beds. | The Trust |\n"
        )
    )
    assert [a.text for a in resolve(draft).recommendations[0].addressees] == ["The Trust"]


@pytest.mark.parametrize(
    ("text", "beside"),
    [
        ("# Recommendations for the Police\n\n1. Buy cameras.\n", "the Police"),
        (
            "# Recommendations\n\n## Harland Constabulary\n\n- Buy cameras.\n",
            "Harland Constabulary",
        ),
        ("# Recommendations\n\nFor the Trust\n\nRecommendation 1: Buy beds.\n", "the Trust"),
        ("# Recommendations\n\n- Buy beds.\n- Owner: Chief Nurse\n", "Chief Nurse"),
    ],
)
def test_headings_and_lines_beside(text: str, beside: str) -> None:
    items = lint_text(text, settings=PARSED).draft.recommendations
    assert [[a.text for a in item.addressees] for item in items] == [[beside]]


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        ("the hospital trust", Standing.NAMED),
        ("GPs", Standing.NAMED),
        ("the three safeguarding partners", Standing.NAMED),
        ("assessment teams", Standing.NAMED),
        ("Trust staff", Standing.NAMED),
        ("local services", Standing.VAGUE),
        ("the multi-agency network", Standing.VAGUE),
        ("health professionals", Standing.VAGUE),
        ("the protocol", None),
        ("family members", None),
    ],
)
def test_standing(phrase: str, expected: Standing | None) -> None:
    assert standing(phrase) is expected


@pytest.mark.parametrize("cell", ["TBC", "XX", "-", "N/A", "Ongoing", "To be agreed", ""])
def test_a_placeholder_names_nobody(cell: str) -> None:
    assert standing_beside(cell) is None


def test_a_topic_heading_names_nobody() -> None:
    assert standing_beside("Training and development", heading=True) is None


def test_a_request_that_breaks_off_is_read_as_far_as_it_goes() -> None:
    text = "# Recommendations\n\n1. The Board to be\n\n2. Wardens to"
    assert not lint_text(text, role=None).unread
