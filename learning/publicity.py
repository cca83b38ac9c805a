"""Learns which signs tell that words lead to something published of the case (PRV013).

    python learning/publicity.py [--show]

Learns from the names, quoted words, nouns for what is published and lengths of time that stand in the
tuning half where courts or the press are spoken of, by whether they are marked PRV013, and from `publicity.txt`,
made up for this. Prints how well
weights do on each file that were learnt without it, and writes those learnt from all to
`scr_lint/weights/publicity.json`. From the same passages, on the same versions, come the same weights; set
`OMP_NUM_THREADS=1`.
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
from marked_drafts import examples_of, is_shown, marked_for
from scr_lint.rules.privacy.media_or_court_link import MediaOrCourtLink

from scr_lint.draft import Draft, Span
from scr_lint.evaluation.gold import Gold
from scr_lint.evaluation.notes import Verdict
from scr_lint.identity.places.named_places import name_words
from scr_lint.identity.publicity.likely_publicity import ENOUGH, FILE
from scr_lint.identity.publicity.publicity_signs import Sort, candidates, find_signs
from scr_lint.identity.publicity.published import is_read
from scr_lint.language import analyse
from scr_lint.rule import Example, Layer
from scr_lint.vector_weights import Signs

HERE = Path(__file__).resolve().parent
OUT = HERE.parent / "scr_lint" / "weights" / FILE
CODE = "PRV013"


@dataclass(frozen=True)
class Sample:
    """A candidate of some sort: the file and words it stands in, its signs, and whether it leads there."""

    file: str
    sort: Sort
    words: str
    signs: Signs
    wanted: bool


def samples() -> Iterator[Sample]:
    """All that is learnt from."""
    for file, gold in marked_for(CODE):
        yield from _samples(file, gold.draft, partial(_wanted, gold))
    for file, draft, places in made_up(HERE / "publicity.txt"):
        yield from _samples(file, draft, partial(is_among, places))
    for example, draft in examples_of(MediaOrCourtLink):
        yield from _samples("examples", draft, partial(_wanted_of_example, example))


def _samples(
    file: str, draft: Draft, wanted: Callable[[Draft, Span], bool | None]
) -> Iterator[Sample]:
    draft = analyse(draft, Layer.PARSE | Layer.ENTITIES)
    for block in draft.blocks:
        if block.index not in draft.docs or not is_read(draft, block):
            continue
        doc = draft.docs[block.index]
        for each in candidates(doc):
            signs = find_signs(doc, each, name_words(draft))
            is_wanted = wanted(draft, Span(block.index, each.start, each.end))
            if signs is not None and is_wanted is not None:
                words = around(doc.text, each.start, each.end)
                yield Sample(file, each.sort, words, signs, is_wanted)


def _wanted_of_example(example: Example, draft: Draft, span: Span) -> bool | None:
    if is_shown(example, draft.text_at(span)):
        return True
    return None if example.marks else False


def _wanted(gold: Gold, draft: Draft, span: Span) -> bool | None:
    said = {e.verdict for e in gold.expected if e.code == CODE and e.span and e.span.overlaps(span)}
    return None if Verdict.EITHER in said else Verdict.FIND in said


def main() -> None:
    show = asked_to_show(__doc__)
    every = list(samples())
    made: dict[str, dict[str, object]] = {}
    for sort in Sort:
        found = [s for s in every if s.sort is sort]
        made[sort] = learn_both(
            sort,
            [s.file for s in found],
            [s.signs for s in found],
            [s.wanted for s in found],
            ENOUGH[sort],
            [s.words for s in found] if show else [],
            exact=False,
        )
    OUT.write_text(json.dumps(made, indent=None, separators=(",", ":")) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
