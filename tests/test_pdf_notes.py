"""Findings as highlights in a copy of the author's own PDF."""

from __future__ import annotations

from pathlib import Path

import pytest
from pypdf import PdfReader

from scr_lint import DraftError, lint
from scr_lint.settings import settings_from

DRAFT = Path(__file__).parent.parent / "examples" / "older-form-review.pdf"
SOME = settings_from({"check": {"select": ["TON001", "ACR001", "STR008"]}})


def notes(file: Path) -> list[dict[str, object]]:
    return [
        note.get_object()
        for page in PdfReader(file).pages
        for note in page.get("/Annots", [])
        if note.get_object().get("/T") == "scr-lint"
    ]


def test_every_place_is_highlighted_once_with_its_reason(tmp_path: Path) -> None:
    result = lint(DRAFT, settings=SOME)
    out = tmp_path / "out.pdf"
    count = result.to_pdf(out)
    made = notes(out)
    # Places of one rule that say the same in one paragraph share a note.
    places = len({(f.rule, f.message, at.block) for f in result.findings for at in f.locations})
    assert count == len(made)
    assert 0.9 * places <= count - 1 <= places
    told = "\n".join(str(note["/Contents"]) for note in made)
    assert all(f.message in told and f"[{f.id}]" in told for f in result.findings)
    highlights = [n for n in made if n["/Subtype"] == "/Highlight"]
    assert len(highlights) >= 0.98 * (count - 1)
    assert all("reply “accept”" in str(n["/Contents"]) for n in highlights)


def test_pages_read_the_same_and_notes_are_not_linted(tmp_path: Path) -> None:
    out = tmp_path / "out.pdf"
    result = lint(DRAFT, settings=SOME)
    result.to_pdf(out)
    again = lint(out, settings=SOME)
    assert [f.id for f in again.findings] == [f.id for f in result.findings]
    assert [b.text for b in again.draft.blocks] == [b.text for b in result.draft.blocks]


def test_annotating_a_copy_again_replaces_our_notes(tmp_path: Path) -> None:
    once, twice = tmp_path / "once.pdf", tmp_path / "twice.pdf"
    first = lint(DRAFT, settings=SOME).to_pdf(once)
    assert lint(once, settings=SOME).to_pdf(twice) == first == len(notes(twice))


def test_draft_is_never_overwritten() -> None:
    before = DRAFT.read_bytes()
    with pytest.raises(DraftError, match="the draft itself"):
        lint(DRAFT, settings=SOME).to_pdf(DRAFT)
    assert DRAFT.read_bytes() == before
