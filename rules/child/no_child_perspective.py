"""Lets the child say, want, feel, do or live through something."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, ClassVar

from scr_lint import Draft, Example, Finding, Layer, Rule, Severity
from scr_lint.draft import Block, count_words
from scr_lint.persons.in_sight import STORY, cast_in_sight
from scr_lint.persons.perspective import lived_through, own_side

if TYPE_CHECKING:
    from spacy.tokens import Span

    from scr_lint.persons.mentions import Cast

_SHORT = {"limits": {"CHD002": {"sentences": 3}}}


class NoChildPerspective(Rule):
    """A draft in which the child never says, wants, feels, shows or experiences anything.

    Why: “Child W was referred, seen, assessed and placed” tells what services did. Who the child
    was, and what the child tried to tell people, is what others can learn from. The national panel
    named reviews that do not even address the child’s perspective.

    Instead: Say what the child said, asked, wanted, feared, did and liked, as far as is known, and
    who knew it. For a baby or a child who does not use words, say what was observed: what settled
    her, when he went stiff. Where nobody asked, say that nobody asked.

    Leaves alone: Short extracts. Any sentence counts in which the child does more than be handled
    by services: speech, wishes, feelings, behaviour, as a subject or in “her fear”; in a report on
    many children also what children at large say, do or live with. How many are
    asked for (one, and three in each 1,000 words) is this project’s own number, as no guidance gives
    one; settings may change it.
    """

    code = "CHD002"
    name = "no-child-perspective"
    severity = Severity.WARNING
    basis = ("PANEL.4",)
    layers = Layer.PARSE
    limits: ClassVar = {"per_1000": 3, "sentences": 8}

    flagged = (
        Example(
            "# Chronology\n\nChild W was referred in April. Child W was seen by a worker. Child W was "
            "placed with carers in January and moved again in March.",
            role=None,
            settings=_SHORT,
        ),
        Example(
            "# Narrative\n\nThe girl was registered with a GP. She attended nursery. Her plan was "
            "reviewed in May. She was weighed in June.",
            role=None,
            settings=_SHORT,
        ),
        Example(
            "# What happened\n\nMother wanted somebody to come. Father was asleep. The crisis worker "
            "felt that she was tired. A boy was born in May.",
            role=None,
            settings=_SHORT,
        ),
        Example(
            "# Narrative\n\nChild H’s mother said that she was drinking. Child H’s father denied it. "
            "Child H’s grandfather cried.",
            role=None,
            settings=_SHORT,
        ),
        Example(
            "# Analysis\n\nThe baby’s wishes and feelings were ascertained. The baby was known to "
            "three services. The baby had four workers.",
            role=None,
            settings=_SHORT,
        ),
        Example(
            "# Analysis\n\nChildren who live with violence often feel afraid. The MARAC met. The order "
            "expired. Child T was discussed.",
            role=None,
            settings=_SHORT,
        ),
        Example(
            "# Narrative\n\nThe child was located and was safe and well. The template asks whether the "
            "child was seen and allows two answers. Mother’s sister was afraid for her.",
            role=None,
            settings=_SHORT,
        ),
    )
    passed = (
        Example(
            "# What the child had to say\n\nA jotter survives. “I do not want to go,” she wrote. It "
            "was in a tray.",
            role=None,
            settings=_SHORT,
        ),
        Example(
            "# Chronology\n\nChild W was referred in April. He told his teacher that he slept in the "
            "bath. He was moved again in March.",
            role=None,
            settings=_SHORT,
        ),
        Example(
            "# Narrative\n\nThe baby was weighed in June. She stiffened when she was lifted. The plan "
            "was reviewed.",
            role=None,
            settings=_SHORT,
        ),
        Example(
            "# What happened\n\nThe twins were discussed in May. They were frightened of the stairs. "
            "No one visited.",
            role=None,
            settings=_SHORT,
        ),
        Example(
            "# Narrative\n\nPerran is nine and does not speak. The plan was agreed. He pushes the "
            "plate away with the flat of his hand.",
            role=None,
            settings=_SHORT,
        ),
        Example(
            "# Analysis\n\nThe child was seen to hide under the desk. A form was filled in. It was "
            "filed.",
            role=None,
            settings=_SHORT,
        ),
        Example("Child W was referred in April."),
    )

    def check(self, draft: Draft) -> Iterator[Finding]:
        cast = cast_in_sight(draft, self.settings.names)
        blocks = list(draft.prose(*STORY))
        sentences = [s for block in blocks for s in draft.sentences(block)]
        if len(sentences) < self.limit["sentences"]:
            return
        words = sum(count_words(block.text) for block in blocks)
        wanted = max(1.0, self.limit["per_1000"] * words / 1000)
        shown = sum(
            _shows(sentence, cast, assume=_is_about_child(draft, block))
            for block in blocks
            for sentence in draft.sentences(block)
        )
        if shown < wanted:
            how_often = "never" if not shown else "hardly ever"
            what = (
                "say, want, feel, show or do" if cast.many else "says, wants, feels, shows or does"
            )
            who = "Children" if cast.many else "The child"
            yield self.finding(
                draft,
                [],
                f"{who} {how_often} {what} anything in the narrative, analysis and findings.",
                "Consider saying what the child said, wanted and was like; for a baby or a child "
                "without words, what was observed; or that nobody asked.",
                confidence=0.8,
            )


def _shows(sentence: Span, cast: Cast, *, assume: bool) -> bool:
    """Whether a sentence shows something of the child; of children at large, what they live with too."""
    own = any(True for _ in own_side(sentence, cast, assume=assume))
    return own or (cast.many and lived_through(sentence, cast, assume=assume))


_CHILD = re.compile(r"\b(?:child|children|baby|young pe\w+|boys?|girls?|twins?)\b", re.IGNORECASE)


def _is_about_child(draft: Draft, block: Block) -> bool:
    """Whether a heading says that "she", where nobody is named, is the child."""
    section = draft.section_of(block.index)
    return section is not None and bool(_CHILD.search(section.title))
