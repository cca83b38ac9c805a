"""Learns which signs tell that words are of the people, faith, language or status of the family (PRV010).

    python learning/characteristics.py [--show]

Learns from the words of the tuning half that may tell such a thing, where PRV010 is marked, by whether they
are marked, and from the examples of the rule. Prints how well weights do on each file that were learnt
without it, and writes those learnt from all to `scr_lint/weights/characteristics.json`. From the same
passages, on the same versions, come the same weights; set `OMP_NUM_THREADS=1`.
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
from scr_lint.rules.privacy.sensitive_characteristic import SensitiveCharacteristic

from scr_lint.draft import Draft, Span
from scr_lint.identity.characteristics.characteristic_candidates import candidates
from scr_lint.identity.characteristics.characteristic_signs import find_signs
from scr_lint.identity.characteristics.likely_characteristics import (
    ENOUGH,
    FILE,
    SORT,
    could_tell,
    is_read,
)
from scr_lint.language import analyse
from scr_lint.persons.children import cast_of
from scr_lint.rule import Layer
from scr_lint.settings import Settings
from scr_lint.vector_weights import Signs

HERE = Path(__file__).resolve().parent
OUT = HERE.parent / "scr_lint" / "weights" / FILE
CODE = "PRV010"
# What the words and their governor are about says more here than of names.
_VECTOR = 0.1


@dataclass(frozen=True)
class Sample:
    """Words that may tell of the family, the file they stand in, their signs, and whether they do."""

    file: str
    words: str
    signs: Signs
    wanted: bool


def samples() -> Iterator[Sample]:
    """All that is learnt from."""
    for file, gold in marked_for(CODE):
        yield from _samples(file, gold.draft, partial(is_marked, gold, CODE))
    for file, draft, places in made_up(HERE / "characteristics.txt"):
        yield from _samples(file, draft, partial(is_among, places))
    for example, draft in examples_of(SensitiveCharacteristic):
        yield from _samples(
            "examples", draft, partial(is_flagged, SensitiveCharacteristic, example)
        )


def _samples(
    file: str, read: Draft, wanted: Callable[[Draft, Span], bool | None]
) -> Iterator[Sample]:
    draft = analyse(read, Layer.PARSE | Layer.ENTITIES)
    cast = cast_of(draft, Settings().names)
    for index, doc in draft.docs.items():
        block = draft.blocks[index]
        for each in candidates(doc) if is_read(draft, block) else ():
            is_wanted = wanted(draft, Span(index, each.start, each.end))
            if is_wanted is None or not could_tell(doc.text, each):
                continue
            signs = find_signs(draft, block, doc, each, cast)
            if signs is not None:
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
