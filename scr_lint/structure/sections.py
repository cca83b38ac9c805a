"""Gives a draft its sections, their roles, and the review's own findings and recommendations.

Works on headings, numbers, tables and plain words, before any parse, so that a rule that needs
no parse never waits for one.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from ..draft import RUNNING, Block, Draft, Kind, Role, Section, Visibility
from ..months import MONTH
from ..requests.asking import asks
from ..requests.columns import is_plan
from ..requests.found import recommendations
from ..requests.lines import for_whom
from .chapters import BODY, OUTCOME, become, names_a_report, place, settle
from .headings import claimed_role, head_roles, is_listed, is_settled, plain, roles_named, series_of
from .items import is_bare, is_closed, label_of, own_label, own_prose
from .own_chapter import leave_to_chapter
from .review_findings import review_findings
from .role_cues import told_in
from .role_model import PLACED, WORDED, Chapter, chapters_of, weigh
from .turns import part_at_turns

__all__ = ["role_of_heading", "roles_named", "title_of", "with_structure"]

_ALL = frozenset(Role)
_NONE: frozenset[Role] = frozenset()
# Roles that the heading of a subsection may claim inside a section of the role at the left.
# What is not here is read as part of the section around it: "What happened" under a finding
# belongs to the finding.
_WITHIN: dict[Role, frozenset[Role]] = {
    Role.CONTENTS: _NONE,
    Role.SUMMARY: _NONE,
    Role.GLOSSARY: _NONE,
    Role.REFERENCES: _NONE,
    Role.RECOMMENDATIONS: frozenset({Role.CONCLUSION, Role.GLOSSARY, Role.REFERENCES}),
    Role.FINDINGS: frozenset({Role.RECOMMENDATIONS, Role.GOOD_PRACTICE, Role.CONCLUSION}),
    Role.ANALYSIS: frozenset({Role.FINDINGS, Role.GOOD_PRACTICE, Role.RECOMMENDATIONS}),
    Role.CHRONOLOGY: frozenset({Role.ANALYSIS, Role.GOOD_PRACTICE, Role.FINDINGS}),
    Role.APPENDIX: frozenset({Role.GLOSSARY, Role.REFERENCES}),
    Role.METHODOLOGY: frozenset({Role.FAMILY_BACKGROUND, Role.CHRONOLOGY, Role.ANALYSIS}),
    Role.FAMILY_BACKGROUND: frozenset({Role.CHRONOLOGY, Role.ANALYSIS}),
    Role.GOOD_PRACTICE: _NONE,
    Role.CONCLUSION: frozenset({Role.RECOMMENDATIONS, Role.FINDINGS, Role.GOOD_PRACTICE}),
}

#: Sections under which a known phrase inside a longer heading claims its role.
_OPEN = frozenset({None, Role.INTRODUCTION, Role.METHODOLOGY})
_CHAPTERS = BODY | OUTCOME | {Role.SUMMARY, Role.GOOD_PRACTICE}
_SHORT = 6
#: Words of a line in a list of contents, and labels that make a list of findings.
_HEADLINE, _TWO = 10, 2
_ASKS = re.compile(
    r"^\W*(?:questions?|considerations?|issues|challenges?|recommendations?|learning) .*\b(?:for|to)\b",
    re.IGNORECASE,
)
_TOLD_AFTER = re.compile(r"(?<=\w)(?::| [–—-]) ")
_QUESTIONS = re.compile(r"\W*(?:key |our |some |reflective )?questions?\W*", re.IGNORECASE)
_SUMMARY_OF = re.compile(r"(?:summary|table|list|schedule|crynodeb)\b")
_BODY_NAME = re.compile(r"\b(?:Board|Partnership|LSCB|LSCP|Bwrdd)$")
_REPORT_WORD = re.compile(r"\b(?:review|report|overview)\b")
_SHOULD = re.compile(r"\b(?:should|must|shall|ought to|(?:is|are) to|asked to)\b")
_DATED = re.compile(
    r"^(?:On|By|In|At)?\s*(?:the\s)?(?:\d{1,2}(?:st|nd|rd|th)?[\s./-])?"
    rf"(?:{MONTH}|\d{{1,2}}[./-])\s?\d{{2,4}}",
    re.IGNORECASE,
)


def with_structure(draft: Draft, role: Role | None = None, opening: Role | None = None) -> Draft:
    """The draft with sections, roles, review findings and recommendations filled in.

    `role` is that of a passage cut out of a report: it stands for what the missing headings
    around the passage would say. `opening` is that of the text before its first heading only,
    where the passage begins in the midst of a section.
    """
    draft = replace(draft, sections=tuple(_sections(draft.blocks)))
    draft = replace(draft, sections=_with_roles(draft, list(draft.sections), role, opening))
    draft = replace(draft, sections=part_at_turns(draft))
    return replace(
        draft,
        review_findings=tuple(review_findings(draft)),
        recommendations=tuple(recommendations(draft)),
    )


def role_of_heading(title: str, parent: Role | None = None) -> Role | None:
    """The role that a heading's words claim inside a section of role `parent`.

    None where they claim none: the section then takes the role of the one around it, or what its
    place or its text shows. Within most sections only the heading as a whole counts; at the top,
    and where a report introduces itself, a known phrase inside it is enough.
    """
    allowed = _ALL if parent is None else _WITHIN.get(parent, _ALL)
    if series_of(title):
        # "Episode four: the weekend": what the fourth is called makes it no other than the third.
        title = _TOLD_AFTER.split(title)[0]
    claimed = claimed_role(title, inside=parent in _OPEN)
    if parent is Role.FINDINGS and len(title.split()) > _SHORT and not _ASKS.search(title):
        return None  # the heading of a finding, whatever its first words
    return claimed if claimed in allowed else None


def _sections(blocks: Sequence[Block]) -> list[Section]:
    """Sections by heading; what stands before the first heading is the first, untitled one."""
    headings = [b for b in blocks if b.kind is Kind.HEADING and b.visibility is Visibility.SHOWN]
    starts = [b.index for b in headings] + [len(blocks)]
    sections: list[Section] = []
    if starts[0] > 0:
        sections.append(Section(0, "", 0, "", None, range(0, starts[0]), None, Role.FRONT_MATTER))
    for heading, end in zip(headings, starts[1:], strict=True):
        parent = _enclosing(sections, heading.level)
        sections.append(
            Section(
                index=len(sections),
                title=heading.text,
                level=heading.level,
                number=heading.number,
                heading=heading.index,
                blocks=range(heading.index + 1, end),
                parent=parent.index if parent else None,
            )
        )
    return sections


def _enclosing(sections: Sequence[Section], level: int) -> Section | None:
    """The nearest earlier section of a higher level, which a heading of `level` stands in."""
    return next((s for s in reversed(sections) if 0 < s.level < level), None)


def _with_roles(
    draft: Draft, sections: list[Section], outer: Role | None, opening: Role | None
) -> tuple[Section, ...]:
    title = title_of(sections)
    roles = _claimed(sections, title, outer)
    begun = bool(sections) and sections[0].heading is None
    if begun and outer is None and opening is None and _opens_with_findings(draft, sections[0]):
        opening = Role.FINDINGS
    begun = begun and opening is not None
    if begun:
        roles[0] = opening
    _settle_summaries(sections, roles)
    for section in reversed(sections):
        if roles[section.index] is None:
            roles[section.index] = _role_from_children(section, sections, roles)
    for section in sections:
        if roles[section.index] is None:
            inherited = None if section.parent is None else roles[section.parent]
            if inherited is Role.CONTENTS or section.parent == title:
                inherited = None
            top = section.parent is None or section.parent == title
            asked_nowhere = top and Role.RECOMMENDATIONS not in roles
            roles[section.index] = inherited or _role_from_text(draft, section, asked_nowhere)
    if outer is None:
        claimed = list(roles)
        place(sections, roles, title, _says)
        labelled = any(own_label(b, Role.FINDINGS) for b in draft.blocks if b.kind not in RUNNING)
        settle(
            sections,
            roles,
            title,
            labelled=labelled,
            told=lambda section: len(told_in(draft, section)),
        )
        _weigh_free(draft, sections, claimed, roles, title)
        leave_to_chapter(draft, sections, roles, title)
    if begun:
        roles[0] = opening  # whatever its place, right before its recommendations, would make it
    return tuple(
        replace(section, role=role or Role.OTHER)
        for section, role in zip(sections, roles, strict=True)
    )


def _opens_with_findings(draft: Draft, section: Section) -> bool:
    """Whether the text before the first heading is, for a third of it, findings with labels."""
    blocks = [b for b in own_prose(draft, section) if not b.cell]
    labels = [(b, label) for b in blocks if (label := own_label(b, Role.FINDINGS))]
    told = sum(is_closed(b, label) and len(b.text.split()) > _HEADLINE for b, label in labels)
    return told >= _TWO and told * 3 >= len(blocks)


def _says(section: Section) -> bool:
    """Whether a heading claims a role by its words."""
    return bool(role_of_heading(section.title) or label_of(section.title))


def _weigh_free(
    draft: Draft,
    sections: Sequence[Section],
    claimed: Sequence[Role | None],
    roles: list[Role | None],
    title: int | None,
) -> None:
    """Lets the text of chapters whose headings say little speak, beside their place.

    `claimed` are the roles as the headings have them, `roles` those with what their places add.
    """
    opened = {
        s.index
        for s in chapters_of(sections, title)
        if claimed[s.index] in {None, Role.OTHER} and not any(own_prose(draft, s))
    }
    chapters = [
        _chapter(s, claimed[s.index], roles[s.index]) for s in chapters_of(sections, title, opened)
    ]
    if len(chapters) > 2 and not all(chapter.known for chapter in chapters):
        before = list(roles)
        for index, role in weigh(draft, chapters).items():
            if role is not Role.OTHER:  # better what little the heading says than nothing
                become(sections[index], sections, roles, role)
        for section in sections:
            # What a heading of its own says outweighs the chapter around it.
            own = is_settled(section.title) or label_of(section.title)
            if own and section not in [chapter.section for chapter in chapters]:
                roles[section.index] = before[section.index]


def _chapter(section: Section, claimed: Role | None, placed: Role | None) -> Chapter:
    """A chapter with what its heading says or, where that is little, may mean."""
    leaning = None if placed is Role.OTHER else placed
    if claimed in {None, Role.OTHER}:
        said = _says(section)
        return Chapter(section, Role.OTHER) if said else Chapter(section, None, leaning, PLACED)
    if placed is not claimed or is_settled(section.title) or label_of(section.title):
        return Chapter(section, placed)
    # A known word somewhere in a heading says less than the heading as a whole, or what is under it.
    loose = claimed_role(section.title) is None and role_of_heading(section.title) is not None
    return Chapter(section, None, leaning, PLACED if loose else WORDED)


def _claimed(
    sections: Sequence[Section], title: int | None, outer: Role | None
) -> list[Role | None]:
    """The roles that the headings claim, each by its words and by the section around it."""
    roles: list[Role | None] = []
    in_finding: set[int] = set()
    for section in sections:
        if section.heading is None or section.index == title:
            # What has no heading anywhere is a passage, and fronts nothing.
            alone = section.heading is None and len(sections) == 1
            roles.append(outer or (Role.OTHER if alone else Role.FRONT_MATTER))
            continue
        parent = outer if section.parent is None else roles[section.parent]
        if parent is Role.CONTENTS or section.parent == title:
            # What a title, or a list of contents by its heading's level, encloses is the report.
            parent = outer
        label = label_of(f"{section.number} {section.title}".strip())
        if label and is_bare(label) and parent is not Role.FINDINGS:
            label = label_of(section.title)
            label = None if label and is_bare(label) else label
        if section.parent in in_finding and not (label and label.kind is Role.RECOMMENDATIONS):
            # Under a finding "What happened" is about the finding; what it leads to is not.
            asks = role_of_heading(section.title, Role.FINDINGS) is Role.RECOMMENDATIONS
            if asks or _QUESTIONS.fullmatch(section.title):
                roles.append(Role.RECOMMENDATIONS)
            else:
                in_finding.add(section.index)
                roles.append(parent)
        elif label and parent not in {Role.SUMMARY, Role.CONTENTS}:
            if label.kind is Role.FINDINGS:
                in_finding.add(section.index)
            roles.append(label.kind)
        else:
            claimed = role_of_heading(section.title, parent)
            if parent is Role.FINDINGS and not claimed and _beside_labels(section, sections):
                # SCIE's reports begin the chapter of findings with an appraisal of practice.
                claimed = role_of_heading(section.title)
                claimed = claimed if claimed in {Role.ANALYSIS, Role.METHODOLOGY} else None
            if parent is Role.ANALYSIS and not claimed and _told_apart(section, sections):
                claimed = Role.CHRONOLOGY
            if claimed is Role.RECOMMENDATIONS and _names_findings(section, sections):
                claimed = Role.FINDINGS
            beside = sections[section.index - 1] if section.index else section
            if claimed is None and parent is None and for_whom(section.title):
                # "To the Constabulary", right after "Recommendations to the Council"
                asked = roles[-1:] == [Role.RECOMMENDATIONS] and beside.level == section.level
                claimed = Role.RECOMMENDATIONS if asked else None
            roles.append(claimed or parent)
    return roles


def _beside_labels(section: Section, sections: Sequence[Section]) -> bool:
    """Whether a section stands among subsections that are labelled as findings."""
    return any(
        (label := label_of(s.title)) and label.kind is Role.FINDINGS
        for s in sections
        if s.parent == section.parent and s.index != section.index
    )


def _told_apart(section: Section, sections: Sequence[Section]) -> bool:
    """Whether "What happened" stands beside its "Appraisal" in one chapter."""
    beside = [s.title for s in sections if s.parent == section.parent]
    return (
        claimed_role(section.title) is Role.CHRONOLOGY
        and is_listed(section.title)
        and len(beside) < _SHORT
        and any(claimed_role(t) is Role.ANALYSIS and is_listed(t) for t in beside)
    )


def _names_findings(section: Section, sections: Sequence[Section]) -> bool:
    """Whether "Findings and recommendations" encloses findings, each with what it led to."""
    if Role.FINDINGS not in roles_named(section.title):
        return False
    children = [s.title for s in sections if s.parent == section.index]
    labels = [label.kind for title in children if (label := label_of(title))]
    if labels:
        return Role.FINDINGS in labels
    own = [title for title in children if role_of_heading(title, Role.FINDINGS) is None]
    return len(own) >= 2


def _settle_summaries(sections: Sequence[Section], roles: list[Role | None]) -> None:
    """A summary of findings or recommendations is one only where the report is still to come."""
    for section in sections:
        named = roles_named(section.title) & {Role.FINDINGS, Role.RECOMMENDATIONS}
        if roles[section.index] not in {Role.SUMMARY, *named} or not named:
            continue
        if not _SUMMARY_OF.match(plain(section.title)) or section.parent in _of(roles, OUTCOME):
            continue
        later = any(roles[s.index] in BODY for s in sections[section.index + 1 :])
        roles[section.index] = Role.SUMMARY if later else min(named)


def _of(roles: Sequence[Role | None], wanted: frozenset[Role]) -> set[int]:
    return {index for index, role in enumerate(roles) if role in wanted}


def title_of(sections: Sequence[Section]) -> int | None:
    """The section whose heading is the title of the report: the first, where all stand under it.

    Or the first heading where it says what kind of report this is, whatever its level.
    """
    headed = [s for s in sections if s.heading is not None]
    if len(headed) < 2:
        return None
    first = headed[0]
    if label_of(first.title) or first.number:
        return None
    above_all = all(other.level > first.level for other in headed[1:])
    chapters = {claimed_role(s.title) for s in headed[1:] if s.parent == first.index}
    # Words that are a known heading need more chapters under them to be a title.
    if above_all and len(chapters & _CHAPTERS) > (2 if is_listed(first.title) else 1):
        return first.index
    # A title names the child or the family; that alone makes no chapter about them.
    claimed = head_roles(first.title)
    names_body = bool(_BODY_NAME.search(first.title)) and not claimed & OUTCOME
    claims = bool(claimed - {Role.FAMILY_BACKGROUND}) or (
        Role.FAMILY_BACKGROUND in claimed and not _REPORT_WORD.search(plain(first.title))
    )
    names_report = names_a_report(first.title)
    if not (claims and not names_body) and (
        (above_all and len(headed) > 2) or names_report or names_body
    ):
        return first.index
    return None


def _role_from_children(
    section: Section, sections: Sequence[Section], roles: Sequence[Role | None]
) -> Role | None:
    """The role that most of a section's subsections claim."""
    children = [roles[s.index] for s in sections if s.parent == section.index]
    claimed = Counter(role for role in children if role)
    if not claimed:
        return None
    role, count = claimed.most_common(1)[0]
    return role if count * 2 > len(children) else None


def _role_from_text(draft: Draft, section: Section, asked_nowhere: bool) -> Role | None:
    """What the text shows where the heading says nothing: a list of recommendations, of dates."""
    own = [
        b.index
        for b in draft.blocks[section.blocks.start : section.blocks.stop]
        if b.is_prose and b.kind not in RUNNING
    ]
    texts = [f"{draft.blocks[i].number} {draft.blocks[i].text}".strip() for i in own]
    if asked_nowhere and is_plan(draft, section):
        return Role.RECOMMENDATIONS
    asking = sum(
        bool(_SHOULD.search(t)) and asks(draft.blocks[i], section.title)
        for i, t in zip(own, texts, strict=True)
    )
    if asked_nowhere and len(own) > 1 and asking * 3 >= len(own) * 2:
        return Role.RECOMMENDATIONS
    if len(texts) < 3:
        return None
    labels = Counter(label.kind for text in texts if (label := label_of(text)))
    if labels and labels.most_common(1)[0][1] >= 2:
        return labels.most_common(1)[0][0]
    dated = sum(bool(_DATED.match(text)) for text in texts)
    return Role.CHRONOLOGY if dated * 5 >= len(texts) * 2 else None
