"""Who the child of a review is, and what counts as the child's own side."""

from __future__ import annotations

import pytest

from scr_lint import Settings, lint_text
from scr_lint.language import analyse
from scr_lint.persons.focus import focus_of, sightings
from scr_lint.persons.in_sight import cast_in_sight
from scr_lint.persons.perspective import lived_through, own_side
from scr_lint.readers.text import parse
from scr_lint.rule import Layer
from scr_lint.structure.sections import with_structure


def looked_at(text: str) -> tuple[list[str], bool, bool]:
    """The words for the child; whether its own side shows; whether something was lived through."""
    draft = analyse(with_structure(parse(text)), Layer.PARSE)
    cast = focus_of(draft, Settings().names)
    sentences = [s for block in draft.blocks for s in draft.docs[block.index].sents]
    return (
        [token.text for s in sentences for token in sightings(s, cast)],
        any(True for s in sentences for _ in own_side(s, cast)),
        any(lived_through(s, cast) for s in sentences),
    )


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Perran is nine and likes drums.", ["Perran"]),
        ("Child Lark was moved.", ["Lark"]),
        ("Child H’s mother was evicted.", []),
        ("Children’s Social Care closed the case.", []),
        ("Children who live with violence may be harmed.", []),
        ("June was wet. In June, 12 visits were made.", []),
        # A pronoun goes on with the worker whom the sentence before is about …
        ("The midwife came when Child B was asleep. She had forty minutes.", ["B"]),
        # … unless that worker dealt with the child, or says it.
        ("The nurse weighed the boy. He was cold.", ["boy", "He"]),
        ("The boy cried. The nurse wrote that he was cold.", ["boy", "he"]),
        ("The ward sister saw the pump. The sister had told the doctor.", []),
        ("The two police forces are called Ashby and Thrale. Thrale sent a letter.", []),
        ("Child B was weighed. The letters were asked for. They came in May.", ["B"]),
        (
            "The boy slept. The dietitian rang. The nurse fed him and he cried.",
            ["boy", "him", "he"],
        ),
        ("The boy was moved. The tutor, who said that he was worried, rang.", ["boy"]),
        # Children whom a service or a place has, and what is named after children.
        ("The team held 214 children. Seven of the children had no worker.", []),
        ("Its children wait. Carers and their children wait.", []),
        ("There were three children. The children slept.", ["children"]),
        ("Letters went to Child and Adolescent Mental Health.", []),
        ("The approach was child-focused.", []),
        # Adjectives of things, and what an office is for.
        ("Mother had minor burns. The hoist had a twin motor.", []),
        ("“Welfare” is the name by which we know her. The Minister of Welfare wrote.", []),
        # A letter, where nobody is called a child.
        ("K was moved. K was seen. The police arrested K, and K was released.", ["K"] * 4),
        ("Child B was moved. Team K met. Then K wrote and K rang and K met.", ["B"]),
    ],
)
def test_words_for_the_child(text: str, names: list[str]) -> None:
    assert looked_at(text)[0] == names


@pytest.mark.parametrize(
    ("text", "own"),
    [
        ("Child A told the nurse about the stairs.", True),
        ("The baby stiffened when she was lifted.", True),
        ("The boys were frightened of the dog.", True),
        ("Child A was referred, seen, assessed and placed.", False),
        ("Child A attended nursery and was registered with a GP.", False),
        ("Child A was found to be on the ninth centile.", False),
        # What others do to children, a child may do to things; and how it was done shows the child.
        ("Child A took the bottle.", True),
        ("Child A opened the fridge.", True),
        ("Child A took part in the assessment.", False),
        ("Child A saw the doctor.", False),
        ("Child A missed two appointments.", False),
        ("Child A missed his grandmother.", True),
        ("Child A looked round for more.", True),
        ("The baby turned away from the teat.", True),
        ("Child A turned four.", False),
        ("Child A attended hungrily.", True),
        ("Child A seen twice in clinic.", False),
        ("Child A went to stay with his aunt.", False),
        ("Child A went to hide in the shed.", True),
        ("Child A went stiff.", True),
        ("Child A went on being hungry at night.", True),
        ("Child A was hurt there.", False),
    ],
)
def test_the_childs_own_side(text: str, own: bool) -> None:
    assert looked_at(text)[1] is own


@pytest.mark.parametrize(
    ("text", "lived"),
    [
        ("For Child A it came to fifteen hours a week in a car.", True),
        ("It cost Child A a move.", True),
        ("So the baby was lifted by the ribs for seven weeks.", True),
        ("The tool used for Child A gives weight to convictions.", False),
        ("Child A was discussed at three meetings.", False),
    ],
)
def test_what_it_meant_for_the_child(text: str, lived: bool) -> None:
    assert looked_at(text)[2] is lived


# More than a dozen sentences on all the young people of a district, and as many on its services.
_YOUNG_PEOPLE = (
    "Young people wait a year for the clinic. Many children told us that the waiting room scares "
    "them. Children in care move often. Children enjoy the Saturday club. Some children miss school "
    "because the bus was cut. Young people feel that nobody asks. Older children want a say. "
    "Children who stammer are seen late. Too many children sleep far from home. Children like the "
    "school nurse. A few children went hungry. Most young people trust the hub. "
    "Children sleep badly in the hostel. Children draw on its walls. "
)
_SERVICES = "The board meets monthly. The hub has nine posts. Letters go out on Fridays. " * 4


def _rules(text: str) -> dict[str, str]:
    return {f.rule: f.message for f in lint_text(text).findings if f.rule.startswith("CHD")}


def test_a_report_on_many_children_keeps_them_in_sight_by_speaking_of_children():
    found = _rules(f"# Findings\n\n{_YOUNG_PEOPLE}\n\n{_SERVICES}")
    assert not found.keys() & {"CHD001", "CHD002", "CHD004"}


def test_a_few_words_on_children_at_large_are_not_a_report_on_them():
    few = "Children who live with debt may be ashamed of it. "
    assert {"CHD001", "CHD002"} <= _rules(f"# Analysis\n\n{few}\n\n{_SERVICES}").keys()


def test_children_at_large_are_not_whom_a_report_on_one_child_is_about():
    one = "Child K was weighed. Child K was referred. Child K was placed. " * 5
    text = f"# Analysis\n\n{_YOUNG_PEOPLE}\n\n{one}\n\n{_SERVICES}"
    draft = analyse(with_structure(parse(text)), Layer.PARSE)
    assert not cast_in_sight(draft, Settings().names).many
