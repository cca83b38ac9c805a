"""Keeps the child in sight."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from scr_lint import Draft, Example, Finding, Layer, Rule, Severity
from scr_lint.persons.in_sight import cast_in_sight, told

_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
#: Of the sentences that speak of the child, how many have the child as their subject in drafts that
#: lie midway between those that annotators found the child out of sight in, and others.
_AS_SUBJECT = 0.6

_SHORT = {"limits": {"CHD001": {"sentences": 4}}}


class ChildOutOfSight(Rule):
    """Narrative, analysis and findings in which the child is rarely mentioned.

    Why: A review can follow adults and agencies from page to page until the child it is about has
    gone from it. The national panel named it as one of five faults of reviews. Ofsted found the
    same in the practice under review: the parents’ needs drew the eye away from the child.

    Instead: Go through the narrative and ask of each event where the child was, what the child saw
    or heard, and what changed for the child. For a baby, or a child who does not speak, say what
    people observed.

    Leaves alone: Drafts and extracts of fewer than ten sentences. A mention counts in any form:
    a code, a name, “the boy”, “they”; “Child A’s mother” speaks of the mother, and “child
    protection” of nobody. Where a report is about many children (a thematic review, or one of an
    area), “children” at large count as well. What is weighed is how many sentences that tell of something speak of the child and how many
    have the child as their subject, fewer than 18 and 11 in 100: one may be low where the other is
    high. These limits are this project’s own, as no guidance gives a share; settings may change
    them together.

    Contested: Where agencies and not the family are at issue, a review may rightly be about
    systems; and telling less of the child protects privacy. A plain line on what each episode was
    like for the child serves both.
    """

    code = "CHD001"
    name = "child-out-of-sight"
    severity = Severity.WARNING
    basis = ("PANEL.4",)
    layers = Layer.PARSE
    limits: ClassVar = {"share": 0.18, "sentences": 10}

    flagged = (
        Example(
            "# Chronology\n\nMother moved in May. Father was arrested. Police graded the risk. Housing "
            "sent a letter. The refuge was full. Probation closed the file.",
            role=None,
            marks=("in 0 of",),
            settings=_SHORT,
        ),
        Example(
            "# What happened\n\nThe consultant asked for a second opinion. Four letters were sent. "
            "Mother complained. The named doctor waited for tests. Nobody was in charge.",
            role=None,
            settings=_SHORT,
        ),
        Example(
            "# Narrative\n\nChild H’s mother was evicted. Child H’s father wrote to the court. Child "
            "H’s grandmother rang the duty team. The adviser met both. Shared care was advised.",
            role=None,
            settings=_SHORT,
        ),
        Example(
            "# Analysis\n\nChild protection procedures were begun. Children’s Social Care closed the "
            "case. The police did not reply. The form had no box for it. Staff were tired.",
            role=None,
            settings=_SHORT,
        ),
        Example(
            "# Analysis\n\nChildren who live with violence may be harmed by it. The MARAC met twice. "
            "Officers changed. The order expired. The programme had a waiting list.",
            role=None,
            settings=_SHORT,
        ),
        Example(
            "# Key events\n\n| When | What |\n|---|---|\n| May | Mother seen by midwife. |\n| June | "
            "Father bailed. |\n| July | Core group held. |\n| August | Plan agreed. |",
            role=None,
            settings=_SHORT,
        ),
        Example(
            "# Narrative\n\nMother had been a looked-after child herself. She was placed in a mother and "
            "baby unit. Her sister rang the ward. Father left. The midwife was told.",
            role=None,
            settings=_SHORT,
        ),
    )
    passed = (
        Example(
            "# Chronology\n\nMother moved in May. The boys changed school. Father was arrested. Housing "
            "sent a letter. They slept at their aunt’s.",
            role=None,
            settings=_SHORT,
        ),
        Example(
            "# What happened\n\nPerran is nine. The consultant asked for a second opinion. Four letters "
            "were sent. He missed the drum at school. Nobody was in charge.",
            role=None,
            settings=_SHORT,
        ),
        Example(
            "# Narrative\n\nThe baby was fed by tube. Mother was tired. She turned her face away from "
            "the bottle. The nurse rang. The line was busy.",
            role=None,
            settings=_SHORT,
        ),
        Example(
            "# Key events\n\n| When | What |\n|---|---|\n| May | Child B seen by midwife. |\n| June | "
            "Father bailed. |\n| July | Child B moved. |\n| August | Plan agreed. |",
            role=None,
            settings=_SHORT,
        ),
        Example("Mother moved in May. Father was arrested."),
        Example(
            "# Recommendations\n\nThe Board should audit its files. The Trust should do so too. "
            "The school should train staff. The police should reply. The council should report.",
            role=None,
            settings=_SHORT,
        ),
    )

    def check(self, draft: Draft) -> Iterator[Finding]:
        cast = cast_in_sight(draft, self.settings.names)
        sentences = list(told(draft, cast))
        if len(sentences) < self.limit["sentences"]:
            return
        seen = sum(bool(words) for words in sentences)
        subject = sum(any(word.dep_ in _SUBJECTS for word in words) for words in sentences)
        if (seen + subject / _AS_SUBJECT) / 2 < self.limit["share"] * len(sentences):
            who, stands = ("Children are", "are") if cast.many else ("The child is", "is")
            yield self.finding(
                draft,
                [],
                f"{who} spoken of in {seen} of the {len(sentences)} sentences of narrative, analysis "
                f"and findings, and {stands} the subject of {subject}.",
                "Consider saying of each event where the child was, and what it was like for the "
                "child.",
                confidence=0.8,
            )
