"""What dates and stretches of time are of, as the signs around them tell it."""

from __future__ import annotations

import pytest

from scr_lint import Draft, Role, Settings
from scr_lint.discovery import all_rules
from scr_lint.identity.times.dates import find_dates
from scr_lint.identity.times.time_judgement import Of, likely
from scr_lint.language import analyse
from scr_lint.readers.text import parse
from scr_lint.rule import Layer
from scr_lint.structure.sections import with_structure


def _draft(text: str, role: Role = Role.CHRONOLOGY) -> Draft:
    return analyse(with_structure(parse(text, ""), role), Layer.PARSE | Layer.ENTITIES)


def _found(code: str, text: str, role: Role = Role.CHRONOLOGY) -> list[str]:
    rule = next(r for r in all_rules() if r.code == code)
    draft = _draft(text, role)
    return [loc.text for f in rule(Settings()).check(draft) for loc in f.locations]


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("The crew stopped CPR in the lift and nobody could save her: 9 June 2014.", "9 June 2014"),
        ("His second boy was brought into the world on 3 May 2011.", "3 May 2011"),
        ("Sibling 4, m, 12/8/09. Sibling 5, f, 3/1/11.", "3/1/11"),
    ],
)
def test_births_and_deaths_are_told_in_many_words(text: str, date: str) -> None:
    assert date in _found("PRV002", text)


def test_a_death_heard_of_on_another_day_is_not_dated() -> None:
    assert not _found("PRV002", "On 8 July 2013 she told the nurse that her brother had died.")


def test_the_same_day_is_likelier_of_the_case_than_of_the_review() -> None:
    of_case = _draft("The nursery rang the duty team on 4 March 2014 about a bruise.")
    of_review = _draft("The panel met on 4 March 2014 to agree the terms of reference.")
    (case,), (review,) = (find_dates(d.blocks[0].text) for d in (of_case, of_review))
    assert likely(Of.CASE, of_case, of_case.blocks[0], case) > 0.5
    assert likely(Of.CASE, of_review, of_review.blocks[0], review) < 0.3


def test_a_day_in_history_is_nobodys() -> None:
    text = "The hall was given by a brewer, born on 4 June 1791, who died on 2 May 1850."
    assert not _found("PRV002", text)
    assert not _found("PRV003", text)


@pytest.mark.parametrize(
    ("text", "age"),
    [
        (
            "A boy of eleven and ten-twelfths was found at the coach station.",
            "eleven and ten-twelfths",
        ),
        (
            "She was discharged from the team eight days short of eighteen.",
            "eight days short of eighteen",
        ),
        ("At a year and seven weeks he could stand.", "a year and seven weeks"),
        ("The baby, who was six hours old, went with her.", "six hours old"),
    ],
)
def test_ages_come_in_many_forms(text: str, age: str) -> None:
    assert _found("PRV004", text) == [age]


@pytest.mark.parametrize(
    "text",
    [
        "The locum had been in post for three and a half months.",
        "A child can be held for no more than seven days without a court.",
        "The judge sent him to prison for two and a half years.",
    ],
)
def test_waits_rules_and_sentences_are_no_ages(text: str) -> None:
    assert not _found("PRV004", text)


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("The cast came off on 9 xi 2012.", "9 xi 2012"),
        ("He was seen on 4 Mch 2013.", "4 Mch 2013"),
        ("The notice of the 12th inst. was pinned to the door.", "12th inst"),
        ("On Twelfth Night 2014 the locks were changed.", "Twelfth Night 2014"),
    ],
)
def test_dates_come_in_many_forms(text: str, date: str) -> None:
    assert [text[d.start : d.end] for d in find_dates(text)] == [date]


@pytest.mark.parametrize(
    "text",
    [
        "An inquest into the boy's death was opened on 9 March 2016 and adjourned.",
        "I began an investigation into her death on 15/02/2019.",
        "The stepfather was found guilty of manslaughter on 21 October 2016.",
    ],
)
@pytest.mark.parametrize("role", [Role.METHODOLOGY, Role.INTRODUCTION])
def test_proceedings_about_the_case_are_dated_wherever_they_are_told(text: str, role: Role) -> None:
    assert len(_found("PRV003", text, role)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "The panel met on 9 March 2016 and twice more before the summer.",
        "The Inquiry's first public hearing was held on 4 June 2022.",
        "On 9 March 2016 the chief executive replied that the recommendation was accepted.",
        "The records from 1 May 2014 up to 8 July 2016 were read for this review.",
    ],
)
def test_what_reviews_and_inquiries_did_is_not_dated(text: str) -> None:
    assert not _found("PRV003", text, Role.METHODOLOGY)


def test_what_was_done_under_a_law_is_of_the_case() -> None:
    text = "On 12 March 2014 he was accommodated under section 20 of the Children Act 1989."
    assert _found("PRV003", text) == ["12 March 2014"]


def test_what_was_not_done_on_a_day_is_of_the_case() -> None:
    text = "The jury named these failings:\n\n- a failure on the 6th May 2013 to let her ring home;"
    assert _found("PRV003", text) == ["the 6th May 2013"]


@pytest.mark.parametrize(
    "text",
    [
        "On 8 November 2012 the deceased's mother discovered the letters in a drawer.",
        "It was 8 November 2012, the day she went home, before the deceased saw a nurse again.",
    ],
)
def test_naming_the_deceased_tells_of_no_death(text: str) -> None:
    assert not _found("PRV002", text)
    assert _found("PRV003", text) == ["8 November 2012"]


def test_a_day_on_which_all_was_in_vain_is_that_of_a_death() -> None:
    text = "By ten on 3 May 2015 all resuscitation had been in vain."
    assert _found("PRV002", text) == ["3 May 2015"]


@pytest.mark.parametrize(
    "text",
    [
        "His two attempts to take his own life, on 3 March 2016 and 9 March 2016, were known.",
        "He had made an attempt to hang himself on 3 March 2016 and was cut down by his brother.",
        "Her thoughts of taking her own life on 3 March 2016 were written down by the nurse.",
        "There was a plan to kill the child on 3 March 2016, of which the aunt had heard.",
        "She took an overdose on 3 March 2016, survived it and came home.",
        "On 3 March 2016 she tried to jump in front of a train and was held back by her friend.",
        "On 3 March 2016 there was a plain danger that the window would be opened from inside.",
        "The boy was the subject of a plan from 3 March 2016 until his death in the summer.",
        "She was extubated on 3 March 2016 and went back to the ward.",
        "On 3 March 2016 the mother and the baby fell asleep on the settee after the film.",
        "He was sent home on 3 March 2016 and the doctors thought that his death was near.",
        "They came to the hotel, arriving in the early hours of 3 March 2016.",
        "An inquest into Mr Orrin’s death was opened and adjourned on 3 March 2016.",
        "The medical cause of death was: 1a Brain injury, 1b Hanging 3/3/16",
    ],
)
def test_a_day_on_which_nobody_died_is_one_of_the_case(text: str) -> None:
    assert not _found("PRV002", text)
    assert _found("PRV003", text)


@pytest.mark.parametrize(
    "text",
    [
        "His third attempt to take his own life, on 3 March 2016, succeeded.",
        "She was extubated on 3 March 2016 and died in her mother’s arms.",
        "The card reads: Fell asleep 3 March 2016.",
        "The baby arrived in the early hours of 3 March 2016.",
        "At ten past seven on 3 March 2016 she jumped in front of a train.",
        "He stepped into the path of an oncoming train on 3 March 2016.",
        "She was found in the woods on 3 March 2016, having hanged herself.",
        "He survived until 3 March 2016.",
        "On 3 March 2016 she would have been sixteen.",
        "I wrote two reports following the death of Tamsin Orrin on 3 March 2016.",
        "Following the death of Master Jory Orrin, aged 15 years, on 3 March 2016, an investigation was carried out.",
        "His mother said: “He died on 3 March 2016 and nobody came.”",
    ],
)
def test_a_day_of_death_beside_such_words_stays_one(text: str) -> None:
    assert "3 March 2016" in _found("PRV002", text)


@pytest.mark.parametrize(
    "text",
    [
        "He was admitted on 3 March 2016 and died on 9 March 2016.",
        "The last contact with the nurse was on 3 March 2016 and her suicide occurred on 9 March 2016.",
    ],
)
def test_a_death_with_a_day_of_its_own_fell_on_no_other(text: str) -> None:
    assert _found("PRV002", text) == ["9 March 2016"]
    assert _found("PRV003", text) == ["3 March 2016"]


def test_another_mention_of_the_day_of_death_is_not_passed_over() -> None:
    text = "On 5 March he was seen at school. He died on 5 March 2016."
    assert _found("PRV002", text) == ["5 March 2016"]
    assert _found("PRV003", text) == ["5 March"]


def test_nobody_dies_in_the_title_of_a_report() -> None:
    text = "It was published in a report entitled ‘Why fever still kills’ on 3 March 2016, two years before her death."
    assert not _found("PRV002", text)
    assert not _found("PRV003", text)


@pytest.mark.parametrize(
    ("text", "ages"),
    [
        ("She came back, just over nine weeks old, with no letter.", ["nine weeks old"]),
        ("My mother was only fifteen. Fifteen and three months.", ["Fifteen and three months"]),
        ("Call sheet: 7/52 female, fitting, mother on scene.", ["7/52"]),
        ("She was not weighed until eleven months.", ["eleven months"]),
        ("The childminder took him from nine months, in her own home.", ["nine months"]),
        ("The child on the plan, eleven weeks old, was at home.", ["eleven weeks old"]),
        ("The casualty (nine weeks old) was carried to the car.", ["nine weeks old"]),
        (
            "The sister should be “of school age”, not “five years seven months”.",
            ["five years seven months"],
        ),
    ],
)
def test_an_age_that_stands_apart_is_one(text: str, ages: list[str]) -> None:
    assert _found("PRV004", text) == ages


@pytest.mark.parametrize(
    "text",
    [
        "The team had a vacancy that was sixteen months old.",
        "The referral was four weeks old and the protocol eight months old.",
        "The neighbour's dog (ten weeks old) was not touched.",
        "The clinic reviews children from 9 months.",
        "The plan should say “six weeks”, not “two months”.",
    ],
)
def test_the_age_of_a_thing_is_nobodys(text: str) -> None:
    assert not _found("PRV004", text)
