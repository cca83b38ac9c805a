"""What is wrong with marked files: with their marks, and between the halves of a corpus."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise
from pathlib import Path

from .corpus import names_in_both, read_marked_file
from .gold import MarkedFile
from .marked import Trouble


def check_files(paths: Iterable[Path]) -> Iterator[tuple[Path, Trouble]]:
    """Each thing that is wrong, with its file, in the order of the files."""
    files = [read_marked_file(path) for path in paths]
    for file in files:
        for trouble in (*file.troubles, *_of_file(file)):
            yield file.path, trouble
    for path, line, name in names_in_both(files):
        yield path, Trouble(line, f"the name “{name}” is in the tuning half too: choose another")


def _of_file(file: MarkedFile) -> Iterator[Trouble]:
    if not file.parts:
        return
    if not any(part.expected or part.marks_sentences for part in file.parts):
        yield Trouble(0, "there is no mark of a rule in the file")
    if not file.parts[0].half:
        yield Trouble(0, "the file stands in neither half: put it in “tuning” or “scoring”")
    for part in file.parts:
        places: dict[tuple[str, int, int, int], int] = {}
        for e in part.expected:
            if e.span is None:
                continue
            key = (e.code, e.span.block, e.span.start, e.span.end)
            if key in places:
                yield Trouble(e.line, f"the same words are marked twice for {e.code}")
            places[key] = e.line
        yield from _overlapping(part.path, list(places))


def _overlapping(path: Path, places: list[tuple[str, int, int, int]]) -> Iterator[Trouble]:
    spans = sorted({(block, start, end) for _, block, start, end in places})
    for (block, _, end), (other, start, _) in pairwise(spans):
        if block == other and start < end:
            yield Trouble(0, f"two marks overlap (in the paragraph with index {block})")
