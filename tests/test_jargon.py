"""Terms of the trade: what counts as explained, and plain words that read right in the sentence."""

from __future__ import annotations

import pytest

from scr_lint import lint_text
from scr_lint.settings import settings_from

ONLY = settings_from({"check": {"select": ["JAR001"]}})


def findings(text: str) -> list[tuple[str, str]]:
    result = lint_text(text, role="analysis", settings=ONLY)
    return [(f.locations[0].text.lower(), f.suggestion) for f in result.findings]


@pytest.mark.parametrize(
    ("text", "term"),
    [
        ("Care proceedings have finished and the order was read.", "care proceedings"),
        ("Section 47 enquiries begin that night.", "section 47 enquiries"),
        ("He was taken into police protection (crime reference EM/48213/12).", "police protection"),
        ("The genogram in the file has seven hands on it.", "genogram"),
        ("Section 47 enquiry, single agency. Outcome: none.", "section 47 enquiry"),
        ("Nobody outside the office knew what a core group was.", "core group"),
        ("Working to the Public Law Outline is meant to give them a chance.", "public law outline"),
        ("He had for five months a child protection plan, then none.", "child protection plan"),
        (
            "| When | What |\n|---|---|\n| Spring | Managed move to second school agreed |",
            "managed",
        ),
        ("He had a duty desk, a body map, two deputies and a network meeting.", "body map"),
        ("She had what workers called insight into her illness.", "insight"),
        ("The school was not told about the written agreement, or the LADO.", "written"),
        ("She was not asked to the professionals' meeting.", "professionals' meeting"),
        ("The older sister disclosed, and the teacher listened.", "disclosed"),
        ("There was no intermediary. The ABE interview ran for nine minutes.", "intermediary"),
        ("Sergeant to officer: “NFA at this stage, no CCTV opportunities, close.”", "cctv"),
        ("The girl had been “off-rolled” in one town and slept in another.", "off"),
        ("There were four Child and Family Assessments in two years.", "child and family"),
        # What begins a clause of its own is no gloss.
        ("The worker wrote of disguised compliance, the panel recorded four visits.", "disguised"),
        # The verb takes an object where services use it.
        (
            "In June the manager stepped down the case and told the school by letter.",
            "stepped down",
        ),
        ("The landlord decanted the tenants to another block in May.", "decanted"),
        ("Probation recalled him within a week of his release.", "recalled"),
        # Terms of neighbouring trades.
        ("The reporter drew up grounds and the sheriff heard them.", "reporter"),
        ("A notice of seeking possession lay on the mat of the tenant's flat.", "notice of"),
        ("He had humanitarian protection, and his wife had none.", "humanitarian"),
        ("The clinic gave her take-homes for the long weekend.", "take-homes"),
    ],
)
def test_what_only_tells_of_the_case_explains_nothing(text: str, term: str) -> None:
    assert any(words.startswith(term) for words, _ in findings(text))


@pytest.mark.parametrize(
    "text",
    [
        "A reporter from the local newspaper stood at the grounds of the school.",
        "Over lunch she recalled the swing and the dog, and her brother recalled her laugh.",
        "She decanted the milk into a jug, and left a void behind the bath.",
        "The road works meant a long diversion for the school bus.",
    ],
)
def test_the_same_words_at_home_and_in_the_street_are_plain(text: str) -> None:
    assert findings(text) == []


def test_a_thick_section_is_told_what_to_say_and_what_to_explain() -> None:
    plain = "The girl went to school and liked it, and her aunt took her there each morning. " * 3
    thick = (
        "A strategy meeting was held, with a robust offer. A care order and a section 47 enquiry "
        "followed, and the learning was cascaded."
    )
    settings = settings_from({"check": {"select": ["JAR002"]}, "limits": {"JAR002": {"words": 15}}})
    text = f"# Story\n\n{plain}\n\n# Analysis\n\n{thick}"
    (finding,) = lint_text(text, settings=settings).findings
    said, explained = finding.suggestion.split("explaining")
    assert "robust" in said and "care order" not in said
    assert "care order" in explained and "first use" in explained


@pytest.mark.parametrize(
    "text",
    [
        "Doctors call the habit of blaming the disability diagnostic overshadowing.",
        "It held a rapid review (RR), a first quick look that is done within 15 working days.",
        "She was offered a return interview, a longer talk with somebody independent.",
        "The judge made a care order. A care order gives the council a say in where he lives.",
        "The school wrote the personal education plan (PEP), and the PEP (personal education plan) "
        "was late.",
        "Named Nurse, Abena Sarfo",
        "Then came a letter under the duty of candour, the rule that patients must be told.",
        "The legal planning meeting, where two managers decide whether to go to court, was short.",
        "The National Referral Mechanism form, which asks whether someone has been trafficked, is long.",
        "What is a warm handover? Here it meant that one worker brought the next.",
        "Target hardening was offered (it means better locks), and she took it.",
        "The girl gave an “achieving best evidence” (ABE) interview.",
        "She scored 19 on the Edinburgh scale, a set of ten questions about mood, and was seen.",
        "We asked for a pre-birth conference: an inquiry by social workers, before a child is born.",
        "The trade has a word, off-rolling, for getting rid of a pupil in the school's interest.",
        "That meeting is the multi-agency risk assessment conference, MARAC for short.",
        "To be sectioned is to be kept in hospital under the Mental Health Act.",
        "A pupil who is dual registered has his name on the books of two schools.",
        "A child who lives for 28 days or more with people who are no close family is in private "
        "fostering.",
        "In our county every open case is RAG-rated (red, amber, green) on a Friday.",
        "A core group is the small set of people who carry out a child's plan.",
        "He had two disruption meetings, meetings held when a foster home is about to break down.",
        "| Word | In plain English |\n|---|---|\n| step-down | moving from more help to less |",
        "He was sent a care order, the document used for such a thing, and could not read it.",
    ],
)
def test_what_says_the_meaning_explains(text: str) -> None:
    assert findings(text) == []


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("The record said ‘front door’ and nothing else.", 1),
        ("Doctors wrote of “secondary care”, and the parents looked it up.", 1),
        ("Mother said that “nobody told me about the core group”.", 0),
        ("“They said I did not meet the threshold and I said what threshold is that?”", 0),
        ("The guidance is clear: “a strategy discussion should be held at once in all cases”.", 0),
    ],
)
def test_whose_words_are_quoted(text: str, count: int) -> None:
    assert len(findings(text)) == count


def test_words_of_one_stem_are_one_finding() -> None:
    text = "Nobody escalated it. The escalation policy was not used. Escalation was thought rude."
    assert len(findings(text)) == 1


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        (
            "The county commissions a rota of nurses as a service to schools.",
            "arranges and pays for",
        ),
        (
            "They jointly commissioned the refuge for the two boroughs.",
            "arranged and paid for together",
        ),
        ("The hub manages, triages and oversees referrals.", "sorts by urgency"),
        ("A locality team took the referral.", "“local”"),
        ("The locality had few services.", "“area”"),
        ("The children in need meetings of that summer were late.", "meetings about the plan"),
        ("A check by the manager provides assurance that the visits are made.", "makes sure"),
    ],
)
def test_plain_words_stand_in_the_form_that_the_sentence_needs(text: str, plain: str) -> None:
    assert plain in " ".join(suggestion for _, suggestion in findings(text))


def test_the_singular_of_the_list_is_named_for_a_plural_without_plain_words_of_its_own() -> None:
    [(_, suggestion)] = findings("The core groups were late.")
    assert "“core group (" in suggestion


@pytest.mark.parametrize(
    "text",
    [
        "The shoe left a footprint in the mud by the gate.",
        "They huddled under one blanket; the huddle kept them warm in the rain.",
        "He looked through the lens of the camera at the garden.",
        "The programme was designed to minimise risks from fire.",
        "A red book lay open on the stairs; it made a noise.",
        "The seller had not disclosed the leak in the roof.",
        "She was still standing on the threshold when Mother came down.",
        "Her directions to the driver were calm and clear.",
        "The roll that she had for lunch was bought by a friend.",
        "The band played, and the flow of the river was slow.",
    ],
)
def test_everyday_uses_are_left_alone(text: str) -> None:
    assert findings(text) == []


def test_a_term_that_is_explained_too_late_is_not_called_unexplained() -> None:
    text = (
        "A care order was sought in May. She was frightened of the care order and of the court.\n\n"
        "The school asked for a meeting, which was held in the hall a week later.\n\n"
        "A care order (a court order that puts a child in the council's care) was made in June."
    )
    (finding,) = lint_text(text, role="analysis", settings=ONLY).findings
    assert finding.message.endswith("used 2 times before it is explained.")
