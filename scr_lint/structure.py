"""Gives a draft its sections, their roles, and the review's own findings and recommendations.

Works on headings, numbers, tables and plain words, before any parse, so that a rule that needs
no parse never waits for one.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from . import vocabulary
from .draft import RUNNING, Block, Draft, Kind, Role, Section, Visibility
from .extract import label_of, recommendations, review_findings

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

_STORY = frozenset({Role.CHRONOLOGY, Role.FAMILY_BACKGROUND})
_OUTCOME = frozenset({Role.FINDINGS, Role.RECOMMENDATIONS, Role.CONCLUSION})
_HEAD_ENDS = re.compile(r"\b(?:of|for|to|from|about)\b")
_REPORT_WORD = re.compile(r"\b(?:review|report|overview)\b")
_NAMES_A_REPORT = re.compile(
    r"\b(?:serious case review|practice review|thematic review|overview report)\b(?!.*\b(?:process"
    r"|methodology|purpose|why)\b)|\breview (?:report|into|concerning)\b",
    re.IGNORECASE,
)
_DATED = re.compile(
    r"^(?:On|By|In|At)?\s*(?:the\s)?(?:\d{1,2}(?:st|nd|rd|th)?[\s./-])?"
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|\d{1,2}[./-])\s?\d{2,4}",
    re.IGNORECASE,
)


def analyse(draft: Draft, role: Role | None = None) -> Draft:
    """The draft with sections, roles, review findings and recommendations filled in.

    `role` is that of a passage cut out of a report: it stands for what the missing headings
    around the passage would say.
    """
    draft = replace(draft, sections=_with_roles(draft, _sections(draft.blocks), role))
    return replace(
        draft,
        review_findings=tuple(review_findings(draft)),
        recommendations=tuple(recommendations(draft)),
    )


def role_of_heading(title: str, parent: Role | None = None) -> Role | None:
    """The role that a heading's words claim inside a section of role `parent`.

    None where they claim none: the section then takes the role of the one around it, or what its
    text shows. Within another section only the heading as a whole counts; at the top a known
    phrase inside it is enough.
    """
    words = _plain(title)
    allowed = _ALL if parent is None else _WITHIN.get(parent, _ALL)
    claimed = _appendix_role(words) or _exact_role(words)
    if claimed is None and parent is None:
        claimed = _contained_role(words)
    return claimed if claimed in allowed else None


def roles_named(title: str) -> frozenset[Role]:
    """Every role that words of a heading name: "Findings and analysis" names two."""
    words = _plain(title)
    exact = _exact_role(words)
    return frozenset({role for _, role in _contained(words)} | ({exact} if exact else set()))


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


def _with_roles(draft: Draft, sections: list[Section], outer: Role | None) -> tuple[Section, ...]:
    roles: list[Role | None] = []
    in_finding: set[int] = set()
    title = _title(sections)
    for section in sections:
        if section.heading is None or section.index == title:
            roles.append(outer or Role.FRONT_MATTER)
            continue
        parent = outer if section.parent is None else roles[section.parent]
        if parent is Role.CONTENTS or section.parent == title:
            # What a title, or a list of contents by its heading's level, encloses is the report.
            parent = outer
        label = label_of(f"{section.number} {section.title}".strip())
        if section.parent in in_finding and not (label and label.kind is Role.RECOMMENDATIONS):
            in_finding.add(section.index)
            roles.append(parent)
        elif label and parent not in {Role.SUMMARY, Role.CONTENTS}:
            if label.kind is Role.FINDINGS:
                in_finding.add(section.index)
            roles.append(label.kind)
        else:
            roles.append(role_of_heading(section.title, parent) or parent)
    for section in reversed(sections):
        if roles[section.index] is None:
            roles[section.index] = _role_from_children(section, sections, roles)
    for section in sections:
        if roles[section.index] is None:
            inherited = None if section.parent is None else roles[section.parent]
            if inherited is Role.CONTENTS or section.parent == title:
                inherited = None
            roles[section.index] = inherited or _role_from_text(draft, section)
    _fill_between(sections, roles, title)
    return tuple(
        replace(section, role=role or Role.OTHER)
        for section, role in zip(sections, roles, strict=True)
    )


def _fill_between(sections: Sequence[Section], roles: list[Role | None], title: int | None) -> None:
    """Takes chapters under free headings for analysis where they stand as analysis does.

    That is after the story of the case and before what the review found or recommends; a heading
    such as "Who was allowed to be worried" says nothing else.
    """
    story = [s.index for s in sections if roles[s.index] in _STORY]
    outcome = [
        s.index for s in sections if roles[s.index] in _OUTCOME and s.index > min(story or [0])
    ]
    if not (story and outcome):
        return
    first = max((at for at in story if at < max(outcome)), default=0)
    last = next((at for at in outcome if at > first), 0)
    for section in sections[first + 1 : last]:
        if roles[section.index] in {None, Role.OTHER} and not (
            section.index == title or role_of_heading(section.title) or label_of(section.title)
        ):
            roles[section.index] = Role.ANALYSIS


def _title(sections: Sequence[Section]) -> int | None:
    """The section whose heading is the title of the report: the first, where all stand under it.

    Or the first heading where it says what kind of report this is, whatever its level.
    """
    headed = [s for s in sections if s.heading is not None]
    if len(headed) < 2:
        return None
    first = headed[0]
    above_all = all(other.level > first.level for other in headed[1:])
    words = _plain(first.title)
    # A title names the child or the family; that alone makes no chapter about them.
    claimed = {_exact_role(words), *(role for _, role in _contained(_HEAD_ENDS.split(words)[0]))}
    claims = bool(claimed - {None, Role.FAMILY_BACKGROUND}) or (
        Role.FAMILY_BACKGROUND in claimed and not _REPORT_WORD.search(words)
    )
    names_report = _NAMES_A_REPORT.search(first.title) and not first.number
    if not claims and ((above_all and len(headed) > 2) or names_report):
        return None if label_of(first.title) else first.index
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


def _role_from_text(draft: Draft, section: Section) -> Role | None:
    """What the text shows where the heading says nothing: a list of recommendations, of dates."""
    texts = [
        f"{b.number} {b.text}".strip()
        for b in draft.blocks[section.blocks.start : section.blocks.stop]
        if b.is_prose and b.kind not in RUNNING
    ]
    if len(texts) < 3:
        return None
    labels = Counter(label.kind for text in texts if (label := label_of(text)))
    if labels and labels.most_common(1)[0][1] >= 2:
        return labels.most_common(1)[0][0]
    dated = sum(bool(_DATED.match(text)) for text in texts)
    return Role.CHRONOLOGY if dated * 5 >= len(texts) * 2 else None


@cache
def _variants() -> dict[Role, tuple[str, ...]]:
    rows = vocabulary.load("scr_lint", "headings")
    return {
        Role(row["role"]): tuple(
            "=" * w.strip().startswith("=") + _plain(w)
            for w in row["words"].split(";")
            if w.strip()
        )
        for row in rows
    }


def _exact_role(words: str) -> Role | None:
    for role, variants in _variants().items():
        for variant in variants:
            if variant.lstrip("=") == words:
                return role
            if "*" in variant and re.fullmatch(re.escape(variant).replace(r"\*", ".+"), words):
                return role
    return None


def _contained_role(words: str) -> Role | None:
    """The role of the longest known phrase inside a heading, its head before what it is "of"."""
    head = re.split(r"(?<!terms) (?:of|for|from|in|on|with|about|against|to|by) ", words)[0]
    for part in (head, words):
        found = _contained(part)
        if found:
            return max(found)[1]
    return None


def _contained(words: str) -> list[tuple[int, Role]]:
    """The known phrases inside some words, as length and role."""
    padded = f" {words} "
    return [
        (len(variant), role)
        for role, variants in _variants().items()
        for variant in variants
        if len(variant) > 4 and f" {variant} " in padded
    ]


def _appendix_role(words: str) -> Role | None:
    match = re.match(
        r"(?:appendix|annexe?|attachment|schedule)\b(?: (?:\d+|[a-z]))?\b\W*(.*)", words
    )
    if not match:
        return None
    named = _exact_role(match.group(1))
    return named if named in {Role.GLOSSARY, Role.REFERENCES} else Role.APPENDIX


def _plain(title: str) -> str:
    title = title.lower().replace("’", "'").replace("&", "and")
    title = re.sub(r"^(?:(?:section|chapter|part)\s+)?[\d.]*\d[.)]?\s+", "", title)
    title = re.sub(r"[^\w'* -]+", " ", title).replace("-", " ")
    return re.sub(r"^(?:the|our|my) ", "", " ".join(title.split()))
