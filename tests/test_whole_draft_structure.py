"""What a draft says of its own purpose, of the family's part and of other processes; all invented."""

from __future__ import annotations

import pytest

from scr_lint import Role, lint_text
from scr_lint.about_review import where_it_stands
from scr_lint.readers.text import parse
from scr_lint.settings import settings_from
from scr_lint.structure.sections import with_structure

PURPOSE_SAID = [
    "The review's focus is on what can be learned for the future rather than on who did what wrong.",
    "Child practice reviews are a means of generating learning so that agencies can improve.",
    "Its sole object is to make services safer for babies.",
    "I have not sought to apportion blame. I have tried to understand.",
    "This was conceived as a learning exercise, and staff were told that at the first meeting.",
    "Nothing in these pages should be read as a criticism of any individual; blame is not what they are for.",
    "The review was undertaken to identify improvements that would safeguard children in the county.",
    "SCRs are about learning lessons, and do not form part of any disciplinary inquiry.",
    "The overriding purpose has been to draw out lessons.",
    "Those who took part were assured that this was not about finding fault.",
    "We want the next child to be safer, and that is all this report is for.",
    "Statutory guidance describes the objective of such reviews as improvement, and this one has kept to it.",
    "The panel asked practitioners to help it understand, and promised that nobody would be held to account here.",
    "This review is undertaken not to find culprits but to improve how agencies work with each other.",
]
PURPOSE_NOT_SAID = [
    "The review looks forward: what would help the next family?",
    "The review was carried out between March and November 2015 and cost less than planned.",
    "The aim of the plan was to improve the home. The review of the plan was late.",
    "The report was commissioned by the Board on the recommendation of its case review group.",
    "The panel found that supervision did not help staff learn.",
    "Nobody could account for the delay, and the review did not find out why.",
    "Father was not to blame for the loss of his job, as the housing report says.",
    "The reviewers read policies on improving attendance.",
    "Terms such as fault have no place in a report of this kind.",
    "The review began late, since no author could be found.",
    "Staff were worried that they would be blamed by the inspectors.",
    "Section 5 describes the family and section 6 what happened to it; the last part holds our findings.",
]
FAMILY_SAID = [
    "The lead reviewer visited the child's mother at home on two occasions.",
    "Family members were offered the opportunity to contribute and declined to do so.",
    "Letters were sent to both parents in the spring; at the time of writing there has been no answer.",
    "The Board took the view that the parents should not be approached until sentence had been passed.",
    "We are indebted to Child P's grandmother, who talked to us for a whole afternoon.",
    "Unfortunately, the whereabouts of the father are not known and he has not been invited to take part.",
    "Contact was made with the family through the police liaison officer, who reported that they did not feel ready.",
    "Ceisiwyd barn y rhieni ond ni chafwyd ateb.",
    "Views of the mother were gathered by telephone and are quoted throughout.",
    "An aunt and the older siblings met one of the authors.",
    "The family were kept informed of progress and shown the report before it was published.",
    "The reviewers had the benefit of a long conversation with Baby T's father.",
    "Mother's solicitor advised her not to speak to the review while charges were outstanding.",
    "The young person wrote a letter to the reviewers, which is printed with her agreement.",
    "Neither parent has felt able to take part, which we understand.",
    "Attempts to engage the family have so far been unsuccessful.",
    "An offer to meet was accepted by the paternal grandfather only.",
    "The parents live abroad and have not been contacted.",
]
FAMILY_NOT_SAID = [
    "Eleven practitioners attended the event and four managers were seen alone.",
    "The chronology was put together from the records of seven agencies who knew the family.",
    "A genogram of the family is in the appendix.",
    "The period under review begins with the birth and ends when the mother rang for an ambulance.",
    "The panel looked at how far agencies had listened to the grandparents.",
    "Parents are referred to as Mother and Father, and all names have been changed.",
    "The reviewers asked each service how it had involved the father in its work.",
    "Staff described the mother as warm. The father was seldom seen by services.",
    "Interviews were held with 14 members of staff and with two managers.",
    "The review covers two years, from the booking of the mother's pregnancy.",
]
EFFECT_SAID = [
    "The trial was due in May, and interviews with staff who were witnesses were put off until it was over.",
    "An inquest is to follow. Publication has been agreed with the coroner.",
    "The coroner's inquest concluded before work on the review started, so its evidence was available to the panel.",
    "Both parents were charged with causing or allowing his death. On police advice we did not speak to them.",
    "A parallel domestic homicide review was carried out; one chair led both, and families were asked only once.",
    "The IOPC investigation did not impinge on our work.",
    "The review group waited for the outcome of the prosecution before meeting the family.",
    "Because of the criminal investigation the timescale was extended twice.",
    "The findings of the Trust's serious incident investigation have been used here and are not repeated.",
    "Care proceedings and a criminal trial were both under way, which meant that some papers could be seen only with the leave of the court.",
    "The inquest has no bearing on what follows.",
    "We paused for eight weeks at the request of the senior investigating officer, as the prosecution of the stepfather was about to begin.",
    "Her partner has been charged with murder. Nothing is said here that could prejudice his trial.",
    "Three of those who knew the family best were witnesses in the prosecution and were heard last.",
]
EFFECT_NOT_SAID = [
    "Mother stood trial at the Crown Court for cruelty and was sentenced to three years.",
    "At the inquest in July the coroner recorded a narrative conclusion.",
    "There has also been a safeguarding adult review about his grandmother, which is published on the Board's website.",
    "A disciplinary investigation into one officer was continuing at the time of writing.",
    "Parallel processes included an inquest and criminal proceedings against the stepfather.",
    "The police investigation ended with no further action.",
    "The coroner has listed the inquest for next spring.",
    "Father was found guilty of manslaughter at the Crown Court in October.",
    "The Prisons and Probation Ombudsman has published a report of its own on the death.",
    "The hospital carried out a serious incident investigation in the same month.",
]


def draft(said: str, heading: str = "How the review was done") -> str:
    return (
        f"# Introduction\n\nA baby was hurt.\n\n# {heading}\n\n{said}\n\n# What happened\n\n"
        "He fell in the evening, and his mother rang.\n\n# Findings\n\n1. Few came.\n"
    )


def flagged(code: str, text: str) -> bool:
    found = lint_text(text, settings=settings_from({"check": {"select": [code]}}))
    return any(finding.rule == code for finding in found.findings)


@pytest.mark.parametrize("said", PURPOSE_SAID)
def test_purpose_is_recognised_in_many_wordings(said: str) -> None:
    assert not flagged("STR003", draft(said))
    assert not flagged("STR003", draft(said, "Reasons for the review"))


@pytest.mark.parametrize("said", PURPOSE_NOT_SAID)
def test_purpose_of_something_else_is_not_the_review_s(said: str) -> None:
    assert flagged("STR003", draft(said))


@pytest.mark.parametrize("said", FAMILY_SAID)
def test_family_part_is_recognised_in_many_wordings(said: str) -> None:
    assert not flagged("STR009", draft(said))


KEY = (
    "# Who is who\n\n| Name used | Who |\n|---|---|\n| Wren | The boy this review is about |\n| Del | Wren’s father |\n"
    "| Nan C | Grandmother on his mother’s side |\n| Ash | The father’s support worker |\n| FW1 | Family worker |\n\n"
)
BY_NAME_SAID = [
    KEY + "# Method\n\nDel met us twice.",
    KEY + "# Method\n\nWe spoke at length with Nan C.",
    KEY + "# Method\n\nThe lead reviewer wrote to Del, who did not answer.",
    KEY
    + "# Method\n\nStaff were interviewed. Wren told the reviewers what he remembers of that summer.",
    KEY + "# Method\n\nDel was asked to contribute to the review and declined.",
    "# Names\n\nIn this report the boy is called Wren and his mother, known as Bryn in this report, is "
    "thirty.\n\n# Method\n\nBryn spoke to us by telephone.",
    "# Names used in this report\n\nDel: the child’s father\n\nBryn: the child’s mother\n\n# Method\n\nThe authors visited Bryn at home.",
    "# Method\n\nAdult 2 has read the draft report and asked for one change.",
    KEY + "# Method\n\nThe views of Nan C, whom we met, are in chapter four of this report.",
    KEY + "# Method\n\nDel’s contribution to this review changed what we thought.",
    "# Names\n\nAdult 4 is the mother’s partner.\n\n# Method\n\nAdult 4 met the reviewers.",
    "# Method\n\nThe mother (whom we call Bryn) could not be found. Her brother, whom we call Del, talked to the panel.",
]
BY_NAME_NOT_SAID = [
    KEY + "# Method\n\nAsh met us twice.",
    KEY + "# Method\n\nFW1 spoke with the reviewers.",
    KEY + "# Method\n\nThe reviewers met Wren’s social worker.",
    KEY
    + "# Method\n\nWren’s social worker met the reviewers, and so did the father’s probation officer.",
    KEY + "# Method\n\nSW2, who had worked with Nan C for a year, told us that the file was thin.",
    KEY + "# Method\n\nDel’s school contributed to this review.",
    KEY + "# Method\n\nWe spoke to the tutor of Wren and to the clinic.",
    KEY + "# Method\n\nThe dentist for Wren met the reviewers.",
    KEY + "# Method\n\nStaff of the Del Centre told the reviewers that it was full.",
    KEY + "# Method\n\nWe met the team on Wren ward.",
    "# Names\n\nAdult 4: playgroup worker for both children\n\n# Method\n\nAdult 4 met the reviewers.",
    "# Names\n\nAdult 4 is the children’s dance teacher.\n\n# Method\n\nAdult 4 met the reviewers.",
    "# Names\n\n| Code | Who |\n|---|---|\n| Adult 4 | Housing officer |\n\n# Method\n\nWe met Adult 4.",
    "# Method\n\nWe met the college of Sibling 2.",
]


@pytest.mark.parametrize("said", BY_NAME_SAID)
def test_family_by_the_names_that_the_draft_gives_them_is_family(said: str) -> None:
    assert not flagged("STR009", said + draft("Nine agencies wrote a report."))


@pytest.mark.parametrize("said", BY_NAME_NOT_SAID)
def test_workers_by_the_names_that_the_draft_gives_them_are_no_family(said: str) -> None:
    assert flagged("STR009", said + draft("Nine agencies wrote a report."))


@pytest.mark.parametrize("said", FAMILY_NOT_SAID)
def test_family_in_practice_is_not_family_in_the_review(said: str) -> None:
    assert flagged("STR009", draft(said))


@pytest.mark.parametrize("said", EFFECT_SAID)
def test_effect_of_another_process_is_recognised_in_many_wordings(said: str) -> None:
    assert not flagged("STR010", draft(said))


@pytest.mark.parametrize("said", EFFECT_NOT_SAID)
def test_another_process_without_its_effect_is_told(said: str) -> None:
    assert flagged("STR010", draft(said))


def test_nothing_is_asked_of_an_extract() -> None:
    extract = "# Method\n\nNine people were seen. An inquest has been opened.\n"
    assert not any(flagged(code, extract) for code in ("STR003", "STR009", "STR010"))


def test_absence_without_a_reason_is_told_as_such() -> None:
    text = draft("Family members were not involved in the review.")
    found = lint_text(text, settings=settings_from({"check": {"select": ["STR009"]}})).findings
    assert [f.message for f in found] == [
        "The draft says that the family did not take part, and not why."
    ]


def test_long_reports_and_long_stories_are_told_by_degrees() -> None:
    story = "# What happened\n\n" + "She rang and nobody came to the house that day. " * 300
    why = "\n\n# Analysis\n\n" + "They were tired because the desk was full again. " * 250
    settings = settings_from({"check": {"select": ["STR006"]}})
    assert [f.severity.value for f in lint_text(story + why, settings=settings).findings] == [
        "warning"
    ]
    assert [f.severity.value for f in lint_text(story + why * 2, settings=settings).findings] == [
        "advice"
    ]
    assert not lint_text(story + why * 4, settings=settings).findings
    long = settings_from({"check": {"select": ["STR005"]}})
    found = lint_text(
        "Nobody came to the house that day at all.\n\n" * 2500, settings=long
    ).findings
    assert [f.severity.value for f in found] == ["warning"]


@pytest.mark.parametrize(
    ("heading", "stands"), [("How the review was done", True), ("Shelf mark", False)]
)
def test_what_is_missing_is_told_only_at_a_heading_that_promises_it(
    heading: str, stands: bool
) -> None:
    part = with_structure(parse(f"# {heading}\n\nNine papers were read."), Role.METHODOLOGY)
    assert [s.role for s in part.sections] == [Role.METHODOLOGY]
    assert any(True for _ in where_it_stands(part, Role.METHODOLOGY)) == stands


REST = (
    " The form has nine headings and none asks about the children. It was signed within the target. "
    "The contact closed after ten days, and a letter went out to the school."
)


@pytest.mark.parametrize(
    ("said", "silent"),
    [
        ("According to the paediatrician, the rash was new.", False),
        ("In the view of the midwife, the home was warm.", False),
        ("Two teachers spoke of his hunger.", False),
        ("Paramedics stated that the room was dark.", False),
        ("Officers said that they had no concerns.", False),
        ("Social workers said that the house is clean.", False),
        ("Several officers remembered the address.", False),
        ("Nurses said that their shifts had no end.", True),
        ("Teachers said that they did not know whom to ring.", True),
        ("Officers told the panel that calls come faster than anybody can read.", True),
    ],
)
def test_only_what_workers_say_of_their_work_or_to_the_review_is_testimony(
    said: str, silent: bool
) -> None:
    settings = settings_from({"check": {"select": ["FND006"]}})
    assert (not lint_text(said + REST, role="analysis", settings=settings).findings) is silent
