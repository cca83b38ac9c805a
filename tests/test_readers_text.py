"""Drafts in Markdown and plain text, and passages pasted into a notebook."""

from __future__ import annotations

from pathlib import Path

import pytest

from scr_lint.draft import Block, Draft, Kind, Visibility
from scr_lint.readers import read
from scr_lint.readers.text import parse


def outline(draft: Draft) -> list[tuple[Kind, str, str]]:
    return [(b.kind, b.number, b.text) for b in draft.blocks]


def source_of(block: Block, source: str) -> str:
    """What stands in the source where the block's characters come from."""
    assert block.line is not None
    rest = "\n".join(source.split("\n")[block.line - 1 :])
    places = range(len(block.text)) if block.offsets is None else block.offsets
    return "".join(rest[at] for at in places)


# Markdown


def test_headings_of_both_kinds_with_their_numbers() -> None:
    draft = parse("# 4 Analysis\n\n## 4.1 The visit ##\n\nFindings\n========\n\nMore\n---\n")
    assert [(b.level, b.number, b.text) for b in draft.blocks] == [
        (1, "4", "Analysis"),
        (2, "4.1", "The visit"),
        (1, "", "Findings"),
        (2, "", "More"),
    ]
    assert [b.line for b in draft.blocks] == [1, 3, 5, 8]


def test_a_paragraph_that_a_line_of_dashes_makes_a_heading_is_prose() -> None:
    sentence = "The review heard from nine practitioners, and all of them agreed with each other. "
    assert parse(f"{sentence * 3}\n---\n").blocks[0].kind is Kind.PARAGRAPH


def test_lines_that_follow_each_other_are_one_paragraph() -> None:
    (block,) = parse("The visit was\nlate, and nobody\n  rang.").blocks
    assert block.text == "The visit was late, and nobody rang."


def test_numbers_before_paragraphs_are_kept_apart() -> None:
    draft = parse(
        "4.12 The visit was late.\n4.13 Nobody rang, see paragraph\n4.12 above.\n\n12\tSo."
    )
    assert [(b.kind, b.number, b.text, b.line) for b in draft.blocks] == [
        (Kind.PARAGRAPH, "4.12", "The visit was late.", 1),
        (Kind.PARAGRAPH, "4.13", "Nobody rang, see paragraph 4.12 above.", 2),
        (Kind.LIST_ITEM, "12", "So.", 5),
    ]


def test_lists_keep_their_numbers_and_levels() -> None:
    draft = parse(
        "4. The Board\n5. Police\n   - training\n     for all\n\n     and records\n- one\n"
    )
    assert [(b.number, b.level, b.text) for b in draft.blocks] == [
        ("4.", 1, "The Board"),
        ("5.", 1, "Police"),
        ("•", 2, "training for all"),
        ("", 2, "and records"),
        ("•", 1, "one"),
    ]
    assert {b.kind for b in draft.blocks} == {Kind.LIST_ITEM}


def test_a_sentence_that_begins_with_a_year_is_no_list() -> None:
    assert outline(parse("1986. That was the year.")) == [
        (Kind.PARAGRAPH, "", "1986. That was the year.")
    ]


def test_typed_bullets_and_letters_begin_new_items() -> None:
    draft = parse("The review asked:\n• who came\n• who rang\n\n(a) when;\n(b) why.")
    assert [b.number for b in draft.blocks] == ["", "•", "•", "(a)", "(b)"]


def test_table_cells_know_their_column_heading() -> None:
    draft = parse(
        "| Agency | Action \\| date |\n|---|---|\n| Police | *Train* staff |\n| | Meet |\n"
    )
    cells = {b.text: b.cell for b in draft.blocks}
    assert [text for text, cell in cells.items() if cell and cell.is_header] == [
        "Agency",
        "Action | date",
    ]
    found = cells["Meet"]
    assert found and (found.row, found.column, found.header) == (2, 1, "Action | date")


def test_quotes() -> None:
    draft = parse("> They say, do you\n> understand.\n\nHe did not.")
    assert [(b.kind, b.text) for b in draft.blocks] == [
        (Kind.QUOTE, "They say, do you understand."),
        (Kind.PARAGRAPH, "He did not."),
    ]


def test_footnotes_follow_the_paragraph_that_refers_to_them() -> None:
    draft = parse(
        "Learn.[^m] Then[^2] act.\n\nEnd.\n\n[^2]: Ofsted\n[^m]: Munro, 2011.\n    Page 4.\n"
    )
    assert outline(draft) == [
        (Kind.PARAGRAPH, "", "Learn. Then act."),
        (Kind.FOOTNOTE, "1", "Munro, 2011. Page 4."),
        (Kind.FOOTNOTE, "2", "Ofsted"),
        (Kind.PARAGRAPH, "", "End."),
    ]


@pytest.mark.parametrize(
    "source",
    [
        "Before.\n\n<!-- Karen -->\n\nAfter.",
        "Before.\n\n<!-- Karen\n\n# Hughes -->\nAfter.",
        "Before. <!-- Karen -->\n\nAfter.",
        "Before.\n\n<!-- Karen --> After.",
    ],
)
def test_comments_are_not_shown_but_are_in_the_file(source: str) -> None:
    *shown, comment = parse(source).blocks
    assert [b.text for b in shown] == ["Before.", "After."]
    assert (comment.visibility, comment.origin) == (Visibility.METADATA, "comment")
    assert source_of(comment, source).startswith("Karen")


def test_what_shows_a_comment_is_no_comment() -> None:
    assert [b.visibility for b in parse("Write `<!-- so -->`.").blocks] == [Visibility.SHOWN]


def test_a_comment_that_never_ends_hides_nothing() -> None:
    assert "Nobody rang." in parse("<!-- note\n\nNobody rang.").blocks[-1].text


def test_marks_are_taken_off_and_offsets_still_lead_to_the_words() -> None:
    source = (
        "The **health** visitor &amp; [the *school* nurse](http://a.example/visit 'the visit')\n"
        "saw `him` <u>twice</u>, the visit \\*late\\*. ~~Not~~ <https://b.example>"
    )
    (block,) = parse(source).blocks
    assert block.text == (
        "The health visitor & the school nurse saw him twice, the visit *late*. "
        "Not https://b.example"
    )
    assert block.offsets is not None
    for word in ("health", "school", "nurse", "him", "twice", "late", "b.example"):
        at = block.text.index(word)
        start = block.offsets[at]
        assert source[start : start + len(word)] == word
    visit = block.offsets[block.text.index("visit *")]
    assert source[visit:].startswith("visit \\*late")


def test_offsets_in_lists_quotes_cells_and_numbered_lines() -> None:
    source = (
        "1. The *first*\n   item\n\n> 4.1 A *quoted*\n> line\n\n"
        "| a | *b* |\n|--|--|\n| a | a **c** |\n\n4.1 One.\n4.2 *Two*.\n\n[^1]: A *note*\n"
    )
    for block in parse(source).blocks:
        assert source_of(block, source).replace("\n", " ") == block.text


def test_what_somebody_said_is_not_taken_for_a_link() -> None:
    draft = parse("[Mother]: refused\n\nSee [the guide][g].\n\n[g]: https://a.example 'Guide'")
    assert [b.text for b in draft.blocks] == ["[Mother]: refused", "See the guide."]


def test_pictures_leave_their_description_as_metadata() -> None:
    shown, hidden, name = parse("Before ![Ryan at school](photos/ryan.jpg) after.").blocks
    assert shown.text == "Before after."
    assert (hidden.text, hidden.visibility) == ("Ryan at school", Visibility.METADATA)
    assert (name.text, name.origin) == ("ryan.jpg", "picture name")


def test_front_matter() -> None:
    draft = parse("---\ntitle: Child T\nauthor: 'J. Farrowby'\nheader: Draft 2\n---\n\n# One\n")
    assert outline(draft) == [
        (Kind.TITLE, "", "Child T"),
        (Kind.PARAGRAPH, "", "J. Farrowby"),
        (Kind.HEADER, "", "Draft 2"),
        (Kind.HEADING, "", "One"),
    ]
    assert draft.blocks[1].line == 3


def test_a_rule_at_the_start_is_no_front_matter() -> None:
    assert [b.text for b in parse("---\nThe visit was late.\n\n---\n").blocks] == [
        "The visit was late."
    ]


def test_a_passage_indented_in_a_notebook_reads_the_same() -> None:
    indented = "\n    # Findings\n\n    4.1 The visit\n    was late.\n    "
    assert outline(parse(indented)) == outline(parse("# Findings\n\n4.1 The visit\nwas late."))


def test_code_is_text_too() -> None:
    draft = parse("```\nKaren rang.\n\nNobody came.\n```")
    assert [(b.text, b.line) for b in draft.blocks] == [("Karen rang.", 2), ("Nobody came.", 4)]


def test_html_leaves_its_words() -> None:
    draft = parse("<div>\nKaren rang.\n</div>\n\n<details><summary>More</summary>\nA\n</details>")
    assert [b.text for b in draft.blocks] == ["Karen rang.", "More A"]


def test_what_is_still_to_be_filled_in_is_no_html() -> None:
    assert parse("Seen on <insert date> by <Karen>.").blocks[0].text == (
        "Seen on <insert date> by <Karen>."
    )


def test_an_empty_passage_has_no_blocks() -> None:
    assert parse("").blocks == parse("\n\n---\n\n<!-- -->\n\n```\n```\n").blocks == ()


# Plain text


def test_headings_in_plain_text() -> None:
    draft = parse(
        "SERIOUS CASE REVIEW\n\nFindings\n========\nThe visit was late.\n\n4.1 The visit\n\n"
        "Nobody\nrang.\n\n1. Health visitor\n\n2. School nurse\n\nLSCB\n\nWhat next?\n",
        format="txt",
    )
    assert [(b.kind, b.level, b.number, b.text) for b in draft.blocks] == [
        (Kind.HEADING, 1, "", "SERIOUS CASE REVIEW"),
        (Kind.HEADING, 1, "", "Findings"),
        (Kind.PARAGRAPH, 0, "", "The visit was late."),
        (Kind.HEADING, 2, "4.1", "The visit"),
        (Kind.PARAGRAPH, 0, "", "Nobody rang."),
        (Kind.LIST_ITEM, 1, "1.", "Health visitor"),
        (Kind.LIST_ITEM, 1, "2.", "School nurse"),
        (Kind.PARAGRAPH, 0, "", "LSCB"),
        (Kind.PARAGRAPH, 0, "", "What next?"),
    ]


def test_plain_text_keeps_what_markdown_would_take_for_marks() -> None:
    (block,) = parse("He said *no* and_then <left>.", format="txt").blocks
    assert block.text == "He said *no* and_then <left>."


def test_lists_in_plain_text() -> None:
    source = "The review asked:\n- who came - and when -\n  and\n- who rang.\n\f4.2 Nobody knew.\n"
    draft = parse(source, format="txt")
    assert [(b.number, b.text) for b in draft.blocks] == [
        ("", "The review asked:"),
        ("-", "who came - and when - and"),
        ("-", "who rang."),
        ("4.2", "Nobody knew."),
    ]
    for block in draft.blocks:
        assert source_of(block, source).replace("\n", " ") == block.text


# Files


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_files_in_the_encodings_that_programs_write(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "draft.txt"
    path.write_bytes("The child’s café\r\nvisit – late.".encode(encoding))
    draft = read(path)
    assert [b.text for b in draft.blocks] == ["The child’s café visit – late."]
    assert draft.format == "txt"


def test_a_markdown_file(tmp_path: Path) -> None:
    path = tmp_path / "draft.markdown"
    path.write_text("# Findings\n", encoding="utf-8")
    draft = read(path)
    assert (draft.format, draft.path, draft.blocks[0].kind) == ("md", str(path), Kind.HEADING)


def test_a_date_with_a_stop_before_an_entry_is_no_number() -> None:
    draft = parse("# Chronology\n\n07.02.09. Admission to the ward.\n\n4.12. The panel met.")
    entry, met = draft.blocks[-2:]
    assert (entry.number, entry.text) == ("", "07.02.09. Admission to the ward.")
    assert (met.number, met.text) == ("4.12.", "The panel met.")
