"""The example drafts: what a lead reviewer sees on the first day."""

from __future__ import annotations

from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from scr_lint import LintResult, Role, lint

EXAMPLES = Path(__file__).parent.parent / "examples"
NAMES = ["older-form-review", "practice-review"]


@cache
def result(name: str) -> LintResult:
    return lint(EXAMPLES / name)


def identities(found: LintResult) -> Counter[tuple[str, str]]:
    """Findings without their places: the rule and the words, or what it says of the whole."""
    return Counter(
        (f.rule, " ".join((f.locations[0].text if f.locations else f.message).lower().split()))
        for f in found.findings
    )


@pytest.mark.parametrize("name", NAMES)
def test_word_and_pdf_of_one_draft_give_the_same_findings(name: str) -> None:
    word, pdf = identities(result(f"{name}.docx")), identities(result(f"{name}.pdf"))
    shared = (word & pdf).total()
    assert shared / max(word.total(), pdf.total()) >= 0.95, (word - pdf, pdf - word)


@pytest.mark.parametrize("form", ["docx", "pdf"])
@pytest.mark.parametrize("name", NAMES)
def test_structure_is_recognised(name: str, form: str) -> None:
    draft = result(f"{name}.{form}").draft
    assert draft.words > 5000
    assert not draft.unread
    roles = {section.role for section in draft.sections}
    assert {Role.SUMMARY, Role.METHODOLOGY, Role.CHRONOLOGY, Role.ANALYSIS} <= roles
    counts = {"older-form-review": (8, 14), "practice-review": (6, 9)}
    assert (len(draft.review_findings), len(draft.recommendations)) == counts[name]


def test_every_rule_fires_where_the_examples_have_something_for_it() -> None:
    fired = {f.rule for name in NAMES for f in result(f"{name}.docx").findings}
    assert fired >= {
        *("PRV001", "PRV002", "PRV003", "PRV005", "PRV006", "PRV007"),
        *("FND001", "FND002", "REC001", "REC002", "REC003", "REC004", "REC008"),
        *("STR008", "PLN001", "PLN003", "JAR001", "ACR001", "TON001", "TON003"),
    }


@pytest.mark.parametrize("name", NAMES)
def test_no_sentence_crosses_a_heading_a_cell_or_a_page(name: str) -> None:
    for form in ("docx", "pdf"):
        draft = result(f"{name}.{form}").draft
        headings = {s.title for s in draft.sections if len(s.title.split()) > 2}
        running = {b.text for b in draft.blocks if b.kind in {"header", "footer"}}
        for block in draft.prose():
            for title in headings | running:
                assert title not in block.text or "see" in block.text.lower(), (title, block.text)
