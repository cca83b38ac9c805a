"""Whether a passage explains by individual skill, training or compliance, and by nothing else."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from ..draft import Draft
from ..grammar.parse import is_infinitive
from .explanation import Explanation
from .factors import Factor, FactorKind
from .relation import Piece
from .skills import TELLINGS, errs, has_skill, rules_out, skill_tellings, wanting_skill
from .words import words_of

_WHY = re.compile(r"\b(?:why|reasons?|causes?|explanations?|because)\b", re.IGNORECASE)


def only_skill(draft: Draft, blocks: Sequence[int], why: Explanation) -> bool:
    """Whether some blocks explain by want of skill alone, `why` being the explanation in them."""
    skills = list(wanting_skill(draft, blocks))
    if not _explains(draft, skills, why) or has_skill(draft, blocks):
        return False
    return not any(_tells_of_work(factor, skills) for factor in _factors(why))


def skill_signs(
    draft: Draft, blocks: Sequence[int], why: Explanation, sentences: int
) -> dict[str, float]:
    """What tells that some blocks explain by want of skill, or by the work, for so many sentences."""
    skills = list(wanting_skill(draft, blocks))
    work = [factor for factor in _factors(why) if _tells_of_work(factor, skills)]
    told = Counter(name for word in words_of(draft, blocks) for name in skill_tellings(word))
    return {
        **{name: told[name] / sentences for name in TELLINGS},
        "only skill": only_skill(draft, blocks, why),
        "skills": len(skills) / sentences,
        "any skill": bool(skills),
        "has skill": has_skill(draft, blocks),
        "slips": any(errs(piece.tokens.root) for piece in skills),
        "skill blamed": any(_is_blamed(piece, why) for piece in skills),
        "factors": len(work) / sentences,
        "any factor": bool(work),
    }


def _explains(draft: Draft, skills: list[Piece], why: Explanation) -> bool:
    """Whether want of skill is given as a reason: in a cause, under "Why", more than once, or as a slip."""
    if any(_WHY.search(_header(draft, piece)) for piece in skills):
        return True
    blamed = any(_is_blamed(piece, why) for piece in skills)
    return blamed or len(skills) > 1 or any(errs(piece.tokens.root) for piece in skills)


def _is_blamed(piece: Piece, why: Explanation) -> bool:
    return any(part.holds(piece) for cause in why.causes for part in cause.relation.cause)


def _header(draft: Draft, piece: Piece) -> str:
    cell = draft.blocks[piece.block].cell
    return cell.header if cell else ""


def _factors(why: Explanation) -> Iterator[Factor]:
    yield from why.conditions
    for cause in why.causes:
        yield from cause.factors


def _tells_of_work(factor: Factor, skills: list[Piece]) -> bool:
    """Whether a factor is one of the work, and not a way of saying that skill was wanting."""
    if factor.kind is FactorKind.SKILL or not factor.weight or rules_out(factor.piece):
        return False
    if any(s.touches(factor.piece) or _is_of(factor.piece, s) for s in skills):
        return False
    near = [s for s in skills if _segment(s) == _segment(factor.piece)]
    return not near or (factor.weight >= 1 and factor.kind is not FactorKind.TOOLS)


def _is_of(piece: Piece, skill: Piece) -> bool:
    """Whether some words only say of what the skill would have been: "to challenge a … parent"."""
    root, word = skill.tokens.root, piece.tokens.root
    if piece.block != skill.block or not root.is_ancestor(word):
        return False
    return root.pos_ == "NOUN" or any(
        is_infinitive(a) and root.is_ancestor(a) for a in word.ancestors
    )


def _segment(piece: Piece) -> tuple[int, int]:
    """The block and the part of a sentence, between semicolons, that some words stand in."""
    doc, sent = piece.tokens.doc, piece.tokens.sent
    stops = [i for i in range(sent.start, piece.tokens.start) if doc[i].text in ";:"]
    return piece.block, stops[-1] if stops else sent.start
