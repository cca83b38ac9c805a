"""What rules are learnt from: the drafts of the tuning half, and the examples of a rule."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from scr_lint import Draft, structure
from scr_lint.evaluation.corpus import find_files, read_marked_file
from scr_lint.evaluation.gold import Gold
from scr_lint.readers.text import parse
from scr_lint.rule import Example, Rule

_CORPORA = Path(__file__).resolve().parent.parent / "corpora"


def marked_for(code: str) -> Iterator[tuple[str, Gold]]:
    """The drafts and passages of the tuning half in which a rule is marked, each with its file's name."""
    for path in find_files([_CORPORA], "tuning"):
        if code in path.read_text(encoding="utf-8"):
            for gold in read_marked_file(path).parts:
                if not gold.rules or code in gold.rules:
                    yield path.stem, gold


def examples_of(rule: type[Rule]) -> Iterator[tuple[Example, Draft]]:
    """What a rule flags and passes, each as the draft it is read as."""
    for example in (*rule.flagged, *rule.passed):
        yield example, structure.analyse(parse(example.text, ""), example.role)
