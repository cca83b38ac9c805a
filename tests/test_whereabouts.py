"""Places are told as a person would look for them in Word, and commented on where they are."""

from __future__ import annotations

from pathlib import Path

import docx_builder as word
import pytest
from docx_builder import note, p, reference
from test_word_comments import commented_words

from scr_lint.draft import Block, Draft, Span
from scr_lint.linter import lint
from scr_lint.readers import read
from scr_lint.result import Finding, LintResult, Severity
from scr_lint.structure.sections import with_structure
from scr_lint.whereabouts import locate

ON = '<w:commentRangeStart w:id="{0}"/>{1}<w:commentRangeEnd w:id="{0}"/><w:r><w:commentReference w:id="{0}"/></w:r>'
BODY = (
    p("Northshire Board"),
    p("1 Introduction ", "4", style="TOC1"),
    p("Analysis", style="Heading1"),
    p(ON.format(5, word.run("4.1\tThe nurse rang the flat twice.")), reference("footnote", 1)),
    p(ON.format(6, word.run("Nobody came to the door."))),
    p("4.2\tThe clinic had moved.", reference("endnote", 1)),
    p("Recommendations", style="Heading1"),
    p("The Board should ask the clinic."),
)
PARTS = {
    "rIdHead": ("header", p("Draft for the panel")),
    "rIdFoot": ("footer", p("Private")),
    "rIdNotes": ("footnotes", note("footnote", 1, "Told to us in May.")),
    "rIdEnds": ("endnotes", note("endnote", 1, "See the plan.")),
    "rIdComments": (
        "comments",
        "".join(
            f'<w:comment w:id="{id_}" w:author="A. Panel">{p(words)}</w:comment>'
            for id_, words in ((5, "Ask the nurse again."), (6, "Is this right?"))
        ),
    ),
}


@pytest.fixture
def draft(tmp_path: Path) -> Draft:
    return with_structure(read(word.write(tmp_path / "draft.docx", *BODY, parts=PARTS)))


def block_of(draft: Draft, words: str) -> Block:
    return next(block for block in draft.blocks if words in block.text)


@pytest.mark.parametrize(
    ("words", "place"),
    [
        ("Draft for the panel", "header"),
        ("Private", "footer"),
        ("Northshire Board", "before the first heading"),
        ("Introduction", "table of contents"),
        ("The nurse rang", "Analysis, paragraph 4.1"),
        ("Told to us", "Analysis, footnote 1"),
        ("See the plan", "Analysis, endnote i"),
        ("Ask the nurse again", "Analysis, a comment on paragraph 4.1"),
        ("Is this right", "Analysis, a comment"),
        ("should ask the clinic", "Recommendations"),
    ],
)
def test_a_place_is_told_as_a_reader_would_find_it(draft: Draft, words: str, place: str) -> None:
    block = block_of(draft, words)
    assert locate(draft, Span(block.index, 0, 4)).place == place


@pytest.mark.parametrize(
    ("words", "paragraph", "told"),
    [
        ("Told to us", "The nurse rang", "In footnote 1: “Told to us in May.”"),
        ("See the plan", "The clinic had moved", "In endnote i: “See the plan.”"),
        (
            "Ask the nurse",
            "The nurse rang",
            "In a comment on paragraph 4.1: “Ask the nurse again.”",
        ),
        ("Is this right", "Nobody came", "In a comment: “Is this right?”"),
        ("Draft for the", "Northshire Board", "In the header: “Draft for the panel”"),
    ],
)
def test_what_word_takes_no_comment_on_is_commented_on_where_it_belongs(
    draft: Draft, tmp_path: Path, words: str, paragraph: str, told: str
) -> None:
    block = block_of(draft, words)
    span = Span(block.index, 0, len(block.text))
    location = locate(draft, span)
    finding = Finding("XYZ001", "x", Severity.ADVICE, 1.0, "It is so.", "", (), (location,))
    LintResult(draft, (finding,)).to_word(tmp_path / "copy.docx")
    on, comment = next(
        pair for pair in commented_words(tmp_path / "copy.docx") if "XYZ001" in pair[1]
    )
    assert paragraph in on
    assert told in comment


def test_the_json_form_names_what_is_no_paragraph(tmp_path: Path) -> None:
    file = word.write(tmp_path / "draft.docx", *BODY, parts=PARTS)
    found = lint(file).to_dict()["findings"]
    parts = {loc["part"] for finding in found for loc in finding["locations"]}
    assert {"header", "a comment on paragraph 4.1"} <= parts
