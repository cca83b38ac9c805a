"""What rules are learnt from: the drafts of the tuning half, and the examples of a rule."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from scr_lint import Draft, Role, Span
from scr_lint.evaluation.corpus import find_files, read_marked_file
from scr_lint.evaluation.gold import Gold
from scr_lint.evaluation.notes import Verdict
from scr_lint.readers.text import parse
from scr_lint.rule import Example, Rule
from scr_lint.structure.sections import with_structure

_CORPORA = Path(__file__).resolve().parent.parent / "corpora"


def marked_for(*codes: str) -> Iterator[tuple[str, Gold]]:
    """The drafts and passages of the tuning half in which any of some rules is marked.

    Each with the name of its file, or `drafts` for a whole draft: what is learnt is tried on files that
    were left out, and whole drafts are left out together.
    """
    for path in find_files([_CORPORA], "tuning"):
        text = path.read_text(encoding="utf-8")
        if any(code in text for code in codes):
            file = "drafts" if path.parent.parent.name == "drafts" else path.stem
            for gold in read_marked_file(path).parts:
                if not gold.rules or gold.rules & set(codes):
                    yield file, gold


def examples_of(rule: type[Rule]) -> Iterator[tuple[Example, Draft]]:
    """What a rule flags and passes, each as the draft it is read as."""
    for example in (*rule.flagged, *rule.passed):
        role = None if example.role is None else Role(example.role)
        yield example, with_structure(parse(example.text, ""), role)


def is_shown(example: Example, words: str) -> bool:
    """Whether what an example shows is some words, or part of them, or holds them."""
    return any(words in mark or mark in words for mark in example.marks)


def is_flagged(rule: type[Rule], example: Example, draft: Draft, span: Span) -> bool | None:
    """Whether a rule's example says that a rule should find a place; None where it does not say."""
    if is_shown(example, draft.text_at(span)):
        return True
    return None if example.marks else example in rule.flagged


def is_marked(gold: Gold, code: str, _draft: Draft, span: Span) -> bool | None:
    """Whether a place is marked for a rule, by itself or with its block; None where people disagree."""
    said = {
        e.verdict
        for e in gold.expected
        if e.code == code and (e.span.overlaps(span) if e.span else e.block == span.block)
    }
    return None if said == {Verdict.EITHER} else Verdict.FIND in said
