"""Labels for poor practice offered as its cause."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import takewhile

from scr_lint import Block, Draft, Example, Finding, Kind, Role, Rule, Severity
from scr_lint.causes.explanation import Missing, explain
from scr_lint.causes.relation import Piece
from scr_lint.causes.weighing import LEAST, blames
from scr_lint.grammar.quotation import is_quoted
from scr_lint.lists import quoted_list

from .labels import Label, find_labels
from .places import row_of, set_out

# Parts of a report that do not explain the case.
_ELSEWHERE = (
    Role.FRONT_MATTER,
    Role.CONTENTS,
    Role.METHODOLOGY,
    Role.RECOMMENDATIONS,
    Role.GLOSSARY,
    Role.REFERENCES,
    Role.APPENDIX,
)

_CAUSES_HEADING = re.compile(
    r"(?:(?:root|underlying|main|contributory|contributing|key) )*(?:causes?|reasons?|factors)\b",
    re.IGNORECASE,
)
_CAUSES = re.compile(r"\b(?:causes?|reasons?|why|factors?|explanations?)\b", re.IGNORECASE)


class LabelAsCause(Rule):
    """A label such as "lack of professional curiosity" given as the reason for what happened.

    Why: "Poor communication", "silo working" or "disguised compliance" name what was seen once
    more in other words. They sound like a cause and end the search for one, and the only remedy
    they suggest is to tell people to be more curious or to communicate better.

    Instead: Say what was not asked, said, shared or challenged, and what made it hard: the time,
    the tools, the roles, the fear, the history with the family. Ask what a careful person would
    have done with the same list of visits, the same record and the same manager.

    Leaves alone: A label that the paragraph goes on to open up ("curiosity was hard, because visits
    were booked in half-hour slots"), one that is denied or discussed, and quotations.
    """

    code = "FND002"
    name = "label-as-cause"
    severity = Severity.WARNING
    basis = ("QM14.4", "QM13.5", "PANEL.2")

    flagged = (
        Example(
            "The reason the injuries were not questioned is that professionals lacked curiosity "
            "about the account they were given.",
            marks=("curiosity",),
        ),
        Example(
            "This was down to a breakdown in communication between the maternity unit and the "
            "community team.",
            marks=("communication",),
        ),
        Example("Plans are not communicated effectively. As a result, they drift."),
        Example(
            "Had practitioners shown greater professional curiosity, the presence of a second "
            "adult would have come to light.",
            role=Role.FINDINGS,
        ),
        Example(
            "At the root of what happened were poor record keeping\nand a failure to share "
            "information.",
            marks=("record keeping", "share information"),
        ),
        Example("Agencies worked in silos. As a consequence three plans were in being at once."),
        Example("Why were the signs missed? Complacency is the short answer.", role=Role.FINDINGS),
        Example(
            "Disguised compliance on Mother’s part misled the workers and led to the closure of "
            "the case.",
            role=Role.SUMMARY,
        ),
        Example(
            "The GP’s lack of professional curiousity led him to accept the explanation.",
            role=Role.CONCLUSION,
        ),
        Example(
            "## Silo working\n\nBecause of this the hospital’s plan was not known to the school.",
            role=Role.FINDINGS,
        ),
        Example(
            "The delay can be put down to ineffective liaison and to weak management oversight."
        ),
        Example(
            "That visits went on as before is to be explained by the rule of optimism.",
            marks=("rule of optimism",),
            role=Role.FINDINGS,
        ),
        Example(
            "It was disguised compliance that explains why the workers felt reassured. Mother let in "
            "those she liked.",
            role=Role.FINDINGS,
        ),
        Example(
            "Finding 1: Nobody looked behind the door, and for that we can name only a lack of "
            "professional curiosity.",
            marks=("curiosity",),
            role=Role.FINDINGS,
        ),
        Example(
            "Diaries were held in three places. There was poor liaison between the wards. This was down to "
            "silo working and a lack of leadership.",
            marks=("silo working", "leadership"),
            role=Role.FINDINGS,
        ),
    )
    passed = (
        Example(
            "Communication between the ward and the community was poor because discharge letters "
            "were typed in another city and took nine days."
        ),
        Example(
            "It was not silo working that kept the agencies apart; they met every week, and the "
            "agenda had no place for the boy."
        ),
        Example(
            "Staff did not challenge the decision. Challenge was discouraged by a manager who had "
            "moved two workers after they disagreed with her in public.",
            role=Role.FINDINGS,
        ),
        Example("The audit recorded poor communication between agencies."),
        Example(
            "Previous reviews blamed “a lack of professional curiosity on the part of all those "
            "involved”. The panel looked further."
        ),
        Example("Information was shared early and this led to a prompt response."),
        Example(
            "All agencies should be reminded that poor communication leads to harm.",
            role=Role.RECOMMENDATIONS,
        ),
        Example(
            "A lack of curiosity explains little. Each visit was twenty minutes, and the worker had "
            "been asked to keep to the purpose of the visit."
        ),
        Example("Poor record keeping was found in four of the files.", role=Role.FINDINGS),
        Example("The drill matters for identifying gaps in planning, and the ward was told of it."),
        Example("A meeting gave a full picture of the boy in the absence of an assessment."),
        Example("Most files demonstrated poor record keeping."),
        Example("Others, while not attributing blame to groupthink, agreed that it was a risk."),
        Example("Had they asked, those responsible for planning could have weighed it."),
    )

    def check(self, draft: Draft) -> Iterator[Finding]:
        shown = [b for b in draft.blocks if b.is_prose or b.kind is Kind.HEADING]
        blocks = [b for b in shown if draft.role_of(b.index) not in _ELSEWHERE]
        labels = [
            label
            for label in find_labels(draft, blocks)
            if not _in_quotation(draft.blocks[label.piece.block], label)
        ]
        labelled = {label.piece.block for label in labels}
        passages = [p for p in _passages(draft, blocks) if labelled & set(p.blocks)]
        explanations = explain(draft, [p.blocks for p in passages])
        done: set[Piece] = set()
        for passage, explanation in zip(passages, explanations, strict=True):
            own = [label for label in labels if label.piece.block in passage.blocks]
            rest = explanation.without(label.piece for label in own).about(passage.focus)
            if rest.firmly.missing is Missing.NOTHING:
                continue
            blamed = [
                label
                for label in own
                if label.piece not in done
                and (rest.blames(label.piece) or _is_under_causes(draft, label))
            ]
            if blamed:
                done.update(label.piece for label in blamed)
                yield self._finding(draft, blamed)
        yield from self._as_wholes(draft, labels, {piece.block for piece in done})

    def _as_wholes(self, draft: Draft, labels: list[Label], told: set[int]) -> Iterator[Finding]:
        """Findings that as a whole offer labels for a cause, where none has been told of yet."""
        found = [row_of(draft, own) for _, own in set_out(draft)]
        for blocks, why in zip(found, explain(draft, found), strict=True):
            own = [label for label in labels if label.piece.block in blocks]
            if not own or told & set(blocks):
                continue
            if (
                blames(self.code, draft, blocks, why, [label.piece for label in own])
                >= LEAST[self.code]
            ):
                # "Communication was poor. This was due to silo working": only the second is a cause.
                yield self._finding(draft, [o for o in own if why.blames(o.piece)] or own)

    def _finding(self, draft: Draft, labels: list[Label]) -> Finding:
        named = _quoted(labels)
        asks = list(dict.fromkeys(label.ask for label in labels))
        said = quoted_list(named)
        given = (
            "is given as the cause, but it is a name for what happened"
            if len(named) == 1
            else "are given as the cause, but they are names for what happened"
        )
        return self.finding(
            draft,
            [label.piece.span for label in labels],
            f"{said} {given} and not yet a reason.",
            f"Consider asking: {'; '.join(asks)}?",
            confidence=0.85,
        )


def _quoted(labels: list[Label]) -> list[str]:
    """The labels as they are quoted, each with its denial; none that another holds."""
    wholes = [(label.piece.block, label.whole) for label in labels]
    kept = [
        span.text
        for block, span in wholes
        if not any(
            block == other
            and span != longer
            and longer.start <= span.start <= span.end <= longer.end
            for other, longer in wholes
        )
    ]
    return list(dict.fromkeys(kept))


@dataclass(frozen=True, slots=True)
class _Passage:
    """Paragraphs read together, and those of them whose own relations count."""

    blocks: tuple[int, ...]
    focus: frozenset[int]


def _passages(draft: Draft, blocks: list[Block]) -> Iterator[_Passage]:
    """Each paragraph with the one before it, to which its "this" may point, and its list."""
    for at, block in enumerate(blocks):
        section = draft.section_of(block.index)
        before = [
            b.index for b in blocks[max(0, at - 1) : at] if draft.section_of(b.index) == section
        ]
        own = [block.index]
        if block.text.endswith(":"):
            items = takewhile(lambda b: b.kind is Kind.LIST_ITEM, blocks[at + 1 :])
            own += [b.index for b in items]
        elif block.kind is Kind.HEADING:
            own += [b.index for b in draft.blocks_of(section, subsections=False)] if section else []
        focus = own if block.text.endswith(":") else own[:1]
        yield _Passage((*before, *own), frozenset(focus))


def _is_under_causes(draft: Draft, label: Label) -> bool:
    """Whether a label stands in a column, or right under a heading, that says "cause"."""
    block = draft.blocks[label.piece.block]
    if block.cell:
        return bool(_CAUSES.search(block.cell.header))
    section = draft.section_of(block.index)
    return bool(section and block.is_prose and _CAUSES_HEADING.match(section.title))


def _in_quotation(block: Block, label: Label) -> bool:
    """Whether somebody else's sentence holds the label; marks around the label alone do not."""
    span = label.piece.span
    around = max(0, span.start - 3), min(len(block.text), span.end + 3)
    return is_quoted(block, *around)
