"""Figures about a draft that no single finding shows: length, shares, reading age by section."""

from __future__ import annotations

from typing import Any

from .draft import Draft, Kind, Role, Section, count_words
from .readability.grade import measure as measure_readability
from .terms.acronyms import find_acronyms

WORDS_A_PAGE = 500


def measure(draft: Draft) -> dict[str, Any]:
    """Words, pages (at 500 words a page), words by role, acronyms, and reading age by section.

    Acronyms that readers know and codes for people do not count. Reading age needs the parse;
    without it that entry is empty.
    """
    acronyms = [a for a in find_acronyms(draft) if a.uses and not a.is_known]
    uses = sum(len(a.uses) for a in acronyms)
    by_role: dict[str, int] = {}
    for section in draft.sections:
        by_role[section.role] = by_role.get(section.role, 0) + section_words(draft, section)
    return {
        "words": draft.words,
        "pages": round(draft.words / WORDS_A_PAGE, 1),
        "words_by_role": by_role,
        "review_findings": len(draft.review_findings),
        "recommendations": len(draft.recommendations),
        "acronyms": len(acronyms),
        "acronym_uses_per_1000_words": round(1000 * uses / max(1, draft.words), 1),
        "reading_age_by_section": reading_ages(draft),
    }


def section_words(draft: Draft, section: Section) -> int:
    """Words under a section's heading, its subsections left out."""
    return sum(b.words for b in draft.blocks_of(section, subsections=False) if b.is_prose)


def reading_ages(draft: Draft) -> dict[str, float]:
    """Reading age in years of each outermost section with at least 100 words of prose."""
    ages: dict[str, float] = {}
    for section in draft.sections:
        if section.parent is not None or section.role in {Role.REFERENCES, Role.GLOSSARY}:
            continue
        sentences = [
            sentence.text
            for block in draft.blocks_of(section)
            if block.is_prose and block.kind is not Kind.CELL
            for sentence in draft.sentences(block)
        ]
        if sum(map(count_words, sentences)) < 100:
            continue
        figures = measure_readability(sentences)
        if figures:
            ages[f"{section.number} {section.title}".strip()] = figures.age
    return ages
