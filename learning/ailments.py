"""Learns which signs tell that somebody of the family has a condition that a text names (PRV009).

    python learning/ailments.py [--show]

Learns from the words for conditions of the tuning half, where PRV009 is marked, by whether they are marked,
from the examples of the rule, and from `ailments.txt`, made up for this. Prints how well weights do on each
file that were learnt without it, and writes those learnt from all to `scr_lint/weights/ailments.json`. From
the same passages, on the same versions, come the same weights; set `OMP_NUM_THREADS=1`.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from both_kinds import asked_to_show, learn_both
from figures import around
from made_up import is_among, made_up
from marked_drafts import examples_of, is_flagged, is_marked, marked_for
from scr_lint.rules.privacy.health_condition import HealthCondition

from scr_lint.draft import Draft, Span
from scr_lint.identity.ailments.ailment_signs import find_signs
from scr_lint.identity.ailments.ailment_words import ailments_of
from scr_lint.identity.ailments.likely_ailments import ENOUGH, FILE, SORT, is_read
from scr_lint.language import analyse
from scr_lint.persons.children import cast_of
from scr_lint.rule import Layer
from scr_lint.settings import Settings
from scr_lint.vector_weights import Signs

HERE = Path(__file__).resolve().parent
OUT = HERE.parent / "scr_lint" / "weights" / FILE
CODE = "PRV009"
# Words near by are of few drafts: held closer than for names, they do better on files left out.
_VECTOR = 0.03


@dataclass(frozen=True)
class Sample:
    """Words for a condition, the file they stand in, their signs, and whether one of the family has it."""

    file: str
    words: str
    signs: Signs
    wanted: bool


def samples() -> Iterator[Sample]:
    """All that is learnt from."""
    for file, gold in marked_for(CODE):
        yield from _samples(file, gold.draft, partial(is_marked, gold, CODE))
    for file, draft, places in made_up(HERE / "ailments.txt"):
        yield from _samples(file, draft, partial(is_among, places))
    for example, draft in examples_of(HealthCondition):
        yield from _samples("examples", draft, partial(is_flagged, HealthCondition, example))


def _samples(
    file: str, read: Draft, wanted: Callable[[Draft, Span], bool | None]
) -> Iterator[Sample]:
    draft = analyse(read, Layer.PARSE | Layer.ENTITIES)
    cast = cast_of(draft, Settings().names)
    for index, doc in draft.docs.items():
        block = draft.blocks[index]
        found = ailments_of(draft)[index] if is_read(draft, block) else ()
        for each in found:
            is_wanted = wanted(draft, Span(index, each.start, each.end))
            signs = find_signs(draft, block, doc, each, found, cast)
            if signs is not None and is_wanted is not None:
                yield Sample(file, around(doc.text, each.start, each.end), signs, is_wanted)


def main() -> None:
    show = asked_to_show(__doc__)
    found = list(samples())
    made = learn_both(
        SORT,
        [s.file for s in found],
        [s.signs for s in found],
        [s.wanted for s in found],
        ENOUGH,
        [s.words for s in found] if show else [],
        vector=_VECTOR,
        exact=False,
    )
    text = json.dumps({SORT: made}, indent=None, separators=(",", ":"), ensure_ascii=False)
    OUT.write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
