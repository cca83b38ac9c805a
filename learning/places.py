"""Learns which signs tell that a name is that of a place, or of a home.

    python learning/places.py [--show]

Learns from the names in the tuning half that are, or are not, marked PRV008 and PRV005, and from
`places.txt`: made up for this. Prints how well
weights do on each file that were learnt without it, and writes those learnt from all to
`scr_lint/weights/naming_places.json`. With `--show` it prints what they get wrong, too. The weights are
those of a logistic regression, held small; how much a sign or a vector may move is a default of this
project. From the same passages, on the same versions, come the same weights; set `OMP_NUM_THREADS=1`.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from both_kinds import asked_to_show, learn_both
from figures import around
from made_up import made_up
from marked_drafts import examples_of, is_shown, marked_for
from scr_lint.rules.privacy.address import Address
from scr_lint.rules.privacy.named_place import NamedPlace

from scr_lint.draft import Draft, Span
from scr_lint.evaluation.gold import Gold
from scr_lint.evaluation.notes import Verdict
from scr_lint.identity.capitalised_names import capitalised
from scr_lint.identity.places.likely_places import ENOUGH, FILE, HOME, PLACE
from scr_lint.identity.places.named_places import (
    name_words,
    people_by_block,
    places_may_stand,
    readable,
)
from scr_lint.identity.places.place_signs import find_signs
from scr_lint.language import analyse
from scr_lint.rule import Example, Layer
from scr_lint.settings import Settings
from scr_lint.vector_weights import Signs

HERE = Path(__file__).resolve().parent
OUT = HERE.parent / "scr_lint" / "weights" / FILE
CODES = {PLACE: "PRV008", HOME: "PRV005"}
#: What marks each in `places.txt`.
MARKED = {PLACE: "p", HOME: "h"}


@dataclass(frozen=True)
class Sample:
    """A name, the file and words it stands in, its signs, and whether it is a place or a home.

    A sort that people disagree on is left out of `wanted`.
    """

    file: str
    words: str
    signs: Signs
    wanted: dict[str, bool]


def samples() -> Iterator[Sample]:
    """All names that are learnt from."""
    for file, gold in marked_for(*CODES.values()):
        yield from _samples(file, gold.draft, partial(_wanted, gold))
    made = [made_up(HERE / "places.txt", letter) for letter in MARKED.values()]
    for (file, draft, places), (_, _, homes) in zip(*made, strict=True):
        yield from _samples(file, draft, partial(_wanted_of_made_up, places, homes))
    for sort, rule in ((PLACE, NamedPlace), (HOME, Address)):
        for example, draft in examples_of(rule):
            yield from _samples("examples", draft, partial(_wanted_of_example, sort, example))


def _samples(
    file: str, draft: Draft, wanted: Callable[[Draft, Span], dict[str, bool]]
) -> Iterator[Sample]:
    draft = analyse(draft, Layer.PARSE | Layer.ENTITIES)
    words, people = name_words(draft), people_by_block(draft, Settings())
    for block in readable(draft):
        doc = draft.docs[block.index]
        for start, end in places_may_stand(draft, block, capitalised(doc.text)):
            signs = find_signs(doc, start, end, words, people.get(block.index, ()))
            if signs is not None:
                words_around = around(doc.text, start, end)
                yield Sample(
                    file, words_around, signs, wanted(draft, Span(block.index, start, end))
                )


def _wanted_of_example(sort: str, example: Example, draft: Draft, span: Span) -> dict[str, bool]:
    """What an example of a rule says of a name: nothing where it only shows something else."""
    if is_shown(example, draft.text_at(span)):
        return {sort: True}
    return {} if example.marks else {sort: False}


def _wanted_of_made_up(
    places: list[Span], homes: list[Span], _draft: Draft, span: Span
) -> dict[str, bool]:
    """What a passage made up says of a name: of a home's, nothing of whether it is a place."""
    is_home = any(map(span.overlaps, homes))
    place = {} if is_home else {PLACE: any(map(span.overlaps, places))}
    return {HOME: is_home, **place}


def _wanted(gold: Gold, draft: Draft, span: Span) -> dict[str, bool]:
    marked = {sort: code for sort, code in CODES.items() if not gold.rules or code in gold.rules}
    said = {
        sort: {
            e.verdict for e in gold.expected if e.code == code and e.span and e.span.overlaps(span)
        }
        for sort, code in marked.items()
    }
    wanted = {
        sort: Verdict.FIND in said[sort]
        for sort in marked
        if Verdict.EITHER not in said[sort] or Verdict.FIND in said[sort]
    }
    if Verdict.FIND in said.get(HOME, ()) and not said.get(PLACE):
        wanted.pop(PLACE, None)  # a part of an address
    return wanted


def main() -> None:
    show = asked_to_show(__doc__)
    every = list(samples())
    made: dict[str, dict[str, object]] = {}
    for sort in CODES:
        found = [s for s in every if sort in s.wanted]
        made[sort] = learn_both(
            sort,
            [s.file for s in found],
            [s.signs for s in found],
            [s.wanted[sort] for s in found],
            ENOUGH[sort],
            [s.words for s in found] if show else [],
            exact=False,
        )
    OUT.write_text(json.dumps(made, indent=None, separators=(",", ":")) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
