"""Which chapter holds a report's findings, where several might.

A report that has a chapter called "Findings" states them there. What "this tells us" elsewhere, and
the learning that closes an episode or a theme, is then part of the analysis around it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..draft import RUNNING, Draft, Role, Section
from .headings import plain, roles_named
from .items import Item, label_of

_CALLED = re.compile(r"\b(?:findings?|canfyddiad(?:au)?)\b")
#: Other names of findings, which may stand beside a chapter that is called so.
_ALSO = re.compile(r"\b(?:lessons?|learn\w*|gwersi|dysgu|conclusions?)\b")

#: What sums up the findings that a later chapter sets out.
_SUMS_UP = re.compile(
    r"\b(?:headlines?|summary|summaries|brief|short|glance|overview|list|table|crynodeb)\b"
)


def findings_chapters(
    draft: Draft, sections: Sequence[Section], roles: Sequence[Role | None]
) -> list[list[Section]]:
    """The chapters that are called findings and tell at least two, each with its subsections."""
    found = []
    for section in sections:
        outer = None if section.parent is None else roles[section.parent]
        if (
            roles[section.index] is not Role.FINDINGS
            or outer is Role.FINDINGS
            or not _CALLED.search(plain(section.title))
            or label_of(section.title)
            or Role.ANALYSIS in roles_named(section.title)
        ):
            continue
        tree = _tree(section, sections)
        told = sum(
            block.is_prose and block.kind not in RUNNING
            for inner in tree
            for block in draft.blocks[inner.blocks.start : inner.blocks.stop]
        )
        if told > 1:
            found.append(tree)
    return found


def leave_to_chapter(
    draft: Draft, sections: Sequence[Section], roles: list[Role | None], title: int | None
) -> None:
    """Where a chapter is called findings, gives what only may be some to the sections around it."""
    trees = findings_chapters(draft, sections, roles)
    summed = [tree for tree in trees if _SUMS_UP.search(plain(tree[0].title))]
    if len(trees) > len(summed):
        for tree in summed:
            roles[tree[0].index : tree[-1].index + 1] = [Role.SUMMARY] * len(tree)
    inside = {section.index for tree in trees for section in tree}
    if not inside:
        return
    for section in sections:
        if roles[section.index] is not Role.FINDINGS or section.index in inside:
            continue
        outer = section.parent if section.parent != title else None
        if _ALSO.search(plain(section.title)) or _is_labelled(section, sections):
            continue
        around = None if outer is None else roles[outer]
        roles[section.index] = around if around not in {None, Role.OTHER} else Role.ANALYSIS


def of_one_chapter(
    draft: Draft, found: Sequence[tuple[Item, Section]]
) -> list[tuple[Item, Section]]:
    """The findings of the chapter that is called so, where it has two or more; otherwise all.

    What stands elsewhere under a label of the same kind ("Finding 4") belongs to them.
    """
    trees = findings_chapters(draft, draft.sections, [s.role for s in draft.sections])
    inside = {section.index for tree in trees for section in tree}
    own = [pair for pair in found if pair[1].index in inside]
    if len(own) < 2:
        return list(found)
    kinds = {_kind(item) for item, _ in own} - {""}
    return [pair for pair in found if pair in own or _kind(pair[0]) in kinds]


def _kind(item: Item) -> str:
    """The word of a label: "finding" of "Finding 4"; "" of a mere number."""
    return item.label.split()[0].lower() if label_of(item.label) else ""


def _is_labelled(section: Section, sections: Sequence[Section]) -> bool:
    """Whether a section encloses, or stands in, one whose heading is labelled as a finding."""
    at: Section | None = section
    while at is not None:
        if label_of(at.title):
            return True
        at = None if at.parent is None else sections[at.parent]
    return any(label_of(inner.title) for inner in _tree(section, sections))


def _tree(section: Section, sections: Sequence[Section]) -> list[Section]:
    """A section and those under it."""
    tree = [section]
    inside = {section.index}
    for later in sections[section.index + 1 :]:
        if later.level <= section.level:
            break
        if later.parent in inside:
            inside.add(later.index)
            tree.append(later)
    return tree
