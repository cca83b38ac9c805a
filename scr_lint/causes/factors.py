"""What shapes work with families: contributory factors, found by their words.

The kinds follow the frameworks that reviews use (SCIE Learning Together, the London Protocol and
its successors in health and social care) and the motives the national panel names: fear,
exhaustion, overwork, timidity, wilful blindness, over-optimism. The words are in
`vocabulary/factors.tsv`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from .. import vocabulary
from ..draft import Block, Draft
from ..grammar.clauses import judges, lacks_evidence
from ..grammar.parse import neighbour
from ..grammar.phrases import find_phrases, split_phrases
from ..persons.people import Side, holder_of, side_of
from .relation import Piece

if TYPE_CHECKING:
    from spacy.tokens import Span as SpacySpan
    from spacy.tokens import Token


class FactorKind(StrEnum):
    """A kind of contributory factor. SKILL alone explains little (QM13.5)."""

    TASK = "task"
    TOOLS = "tools"
    TEAM = "team"
    WORKLOAD = "workload"
    MANAGEMENT = "management"
    ORGANISATION = "organisation"
    FAMILY_PROFESSIONAL = "family_professional"
    JUDGEMENT = "judgement"
    SKILL = "skill"


@dataclass(frozen=True, slots=True)
class Factor:
    """A contributory factor named in a block.

    `weight` says how much the words tell by themselves: 1 for a condition of work ("six
    vacancies"), a half for what is one beside another ("supervision"), 0 where only a causal
    relation could make it one ("the form"). Defaults of this project.
    """

    kind: FactorKind
    piece: Piece
    weight: float


# What people do, or leave undone, with a form, a policy or a meeting. A thing that is only the
# object of an act is part of what happened: "the form was not completed".
_ACTS = frozenset(
    """complete fill send receive return submit read sign follow write file apply use review update
    comply breach record make hold attend arrange offer invite cancel convene reconvene share
    circulate distribute give issue provide produce obtain seek request consult check consider
    undertake carry conduct discuss agree raise escalate refer report meet reach cross invoke
    implement develop finish start begin open close initiate trigger instigate allocate assign
    inform notify adhere include involve observe note change rearrange postpone bring take
    find show see visit transfer accept""".split()
)
_NORMS = frozenset(
    "policy procedure protocol guidance law legislation guideline statute rule".split()
)
_PRESCRIBING = frozenset(
    "require state expect recommend set prescribe specify stipulate say".split()
)
_WEIGHTS = {"strong": 1.0, "fair": 0.5, "weak": 0.0}
_ABSENT = frozenset({"no", "neither", "any", "without"})
# Kinds that are conditions of the work whoever the sentence is about.
_ANYBODYS = frozenset({FactorKind.TASK, FactorKind.TOOLS, FactorKind.FAMILY_PROFESSIONAL})
_REGARDING = frozenset("see regard view treat perceive think label cast".split())
_OF_THINGS = frozenset(
    """knowledge awareness understanding use completion breach application compliance
    implementation knowledge standard quality term part copy line""".split()
)
_OBJECTS = frozenset({"dobj", "nsubjpass"})


def find_factors(draft: Draft, blocks: Iterable[Block]) -> dict[int, list[Factor]]:
    """The factors named in some blocks, by block; the blocks must have been parsed.

    Left out: what is said to be absent, what belongs to the family ("Mother was exhausted") and
    things that are merely the objects of acts.
    """
    rows = vocabulary.load("scr_lint", "factors")
    found: dict[int, list[Factor]] = {}
    for match in find_phrases(draft, blocks, rows, "words"):
        factor = Factor(
            FactorKind(match.row["kind"]),
            Piece(match.block.index, match.tokens),
            _WEIGHTS[match.row["strength"]],
        )
        if _counts(factor, frozenset(split_phrases(match.row["words"]))):
            found.setdefault(match.block.index, []).append(factor)
    return found


def stands_alone(factor: Factor) -> bool:
    """Whether a factor can tell of the work without a causal relation around it.

    A state of mind does when it is that of somebody who worked with the family.
    """
    head = factor.piece.tokens.root
    if not factor.weight or head.sent.text.rstrip().endswith("?") or judges(head.sent.root):
        return False
    return factor.kind is not FactorKind.JUDGEMENT or _holder(head) is Side.STAFF


def _counts(factor: Factor, words: frozenset[str]) -> bool:
    tokens = factor.piece.tokens
    head = tokens.root
    only_a_verb = head.pos_ == "VERB" and len(tokens) == 1 and head.lower_ not in words
    if only_a_verb and factor.kind is not FactorKind.JUDGEMENT:
        # "Demand" is a load; "demanded" is only a verb, unless the list has it as it stands.
        return False
    if factor.weight == 0 and _is_part(head):
        return False
    if tokens.text.lower() == "used to" and _is_purpose(tokens):
        return False
    if _denied(tokens, head) or _prescribes(head) or _is_object_of_act(head) or _happens(head):
        return False
    if lacks_evidence(Piece(factor.piece.block, head.sent)):
        return False
    if factor.kind in _ANYBODYS:
        return True
    return _holder(head) not in {Side.FAMILY, Side.REVIEW}


def _holder(head: Token) -> Side | None:
    """Whose a factor is. "Mother was seen as a patient" is in the eyes of those who saw her."""
    if head.lemma_ in _REGARDING and any(c.dep_ == "auxpass" for c in head.children):
        agents = (t for c in head.children if c.dep_ == "agent" for t in c.children)
        return next((side_of(agent) for agent in agents), Side.STAFF)
    return holder_of(head)


def _is_part(head: Token) -> bool:
    """Whether a common noun is only part of another: "strategy meeting", "use of the form"."""
    if head.dep_ == "compound" or (head.lower_ == "form" and neighbour(head).lower_ == "of"):
        return True
    of = head.head
    if head.dep_ == "pobj" and of.lower_ in {"to", "with"}:
        return of.head.lower_ in {"contrary", "accordance", "line", "according", "breach"}
    return head.dep_ == "pobj" and of.lower_ == "of" and of.head.lemma_.lower() in _OF_THINGS


def _is_purpose(used_to: SpacySpan) -> bool:
    """ "Was used to manage the risk", which is no habit."""
    used, following = used_to[0], neighbour(used_to[-1])
    return following.tag_ == "VB" and any(c.dep_ == "auxpass" for c in used.children)


def _happens(head: Token) -> bool:
    """Whether a thing is only said to have taken place: "supervision took place twice"."""
    verb = head.head
    if head.dep_ != "nsubj":
        return False
    takes_place = verb.lemma_ == "take" and any(c.lower_ == "place" for c in verb.children)
    return takes_place or verb.lemma_ in {"occur", "happen"}


def _denied(tokens: SpacySpan, head: Token) -> bool:
    if any(t.lower_ in {"no", "not", "never", "lack", "nobody", "nowhere"} for t in tokens):
        return False
    if any(
        c.lower_ in _ABSENT and c.i not in range(tokens.start, tokens.end) for c in head.children
    ):
        return True
    if head.dep_ == "pobj" and head.head.lower_ == "without":
        return True
    verb = head if head.pos_ in {"VERB", "AUX"} else head.head
    predicate = head.dep_ in {"acomp", "attr", "ROOT", "oprd"} or verb.i == head.i
    return predicate and any(c.dep_ == "neg" for c in (*verb.children, *head.children))


def _prescribes(head: Token) -> bool:
    return (
        head.lemma_ in _NORMS
        and head.dep_ == "nsubj"
        and head.head.lemma_ in _PRESCRIBING
        and not any(c.dep_ == "neg" for c in head.head.children)
    )


def _is_object_of_act(head: Token) -> bool:
    while head.dep_ in {"compound", "amod", "nmod"}:
        head = head.head
    verb = head.head
    if head.dep_ in _OBJECTS:
        return verb.lemma_ in _ACTS and not any(
            (c.lower_ in {"could", "can", "to"} and c.dep_ == "aux") or c.dep_ == "prt"
            for c in verb.children
        )
    if head.dep_ == "pobj" and verb.lower_ in {"in", "on", "with", "to", "at"}:
        return verb.head.lemma_ in _ACTS and verb.head.pos_ == "VERB"
    return False
