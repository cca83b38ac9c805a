"""What a Word draft says, shows on no page, or keeps beside its text: all of it is read."""

from __future__ import annotations

import re
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import docx as python_docx
import docx_builder as word
import pytest
from docx_builder import bold, cell, deleted, field, inserted, level, p, row, run, table
from lxml import etree

from scr_lint.draft import Block, Draft, Kind, Visibility
from scr_lint.errors import CorruptFile, DraftError, NotADraft, TooLarge, UnsafeFile
from scr_lint.readers import docx, docx_package, read
from scr_lint.readers.docx_package import w
from scr_lint.readers.docx_styles import Styles
from scr_lint.readers.docx_text import read_inline

Reading = Callable[..., Draft]


@pytest.fixture
def draft_of(tmp_path: Path) -> Reading:
    """Writes a Word file with a body and reads it."""

    def make(*body: str, **parts: object) -> Draft:
        return read(word.write(tmp_path / "draft.docx", *body, **parts))  # type: ignore[arg-type]

    return make


def shown(draft: Draft) -> list[str]:
    return [b.text for b in draft.blocks if b.visibility is Visibility.SHOWN]


def printed(draft: Draft) -> list[str]:
    return [f"{b.number} {b.text}".strip() for b in draft.blocks]


def only(draft: Draft, text: str) -> Block:
    (block,) = [b for b in draft.blocks if b.text == text]
    return block


# Headings and paragraphs


def test_headings_are_known_by_their_style_and_by_styles_based_on_it(draft_of: Reading) -> None:
    styles = word.STYLES + (
        '<w:style w:type="paragraph" w:styleId="berschrift2"><w:name w:val="heading 2"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="Board"><w:name w:val="Board chapter"/>'
        '<w:basedOn w:val="Heading1"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="Body"><w:name w:val="Numbered text"/>'
        '<w:basedOn w:val="Heading2"/><w:pPr><w:outlineLvl w:val="9"/></w:pPr></w:style>'
    )
    draft = draft_of(
        p("Serious Case Review: Child T", style="Title"),
        p("Findings", style="Board"),
        p("What was seen", style="berschrift2"),
        p("Bruises", more='<w:outlineLvl w:val="2"/>'),
        p("The nurse saw him twice.", style="Body"),
        styles=styles,
    )
    assert [(b.kind, b.level) for b in draft.blocks] == [
        (Kind.TITLE, 0),
        (Kind.HEADING, 1),
        (Kind.HEADING, 2),
        (Kind.HEADING, 3),
        (Kind.PARAGRAPH, 0),
    ]


def test_a_paragraph_in_a_heading_style_is_prose(draft_of: Reading) -> None:
    long = "The review heard from nine practitioners, " * 5 + "and all of them agreed."
    draft = draft_of(p(long, style="Heading2"))
    assert draft.blocks[0].kind is Kind.PARAGRAPH


def test_a_typed_number_is_taken_off_headings_and_paragraphs(draft_of: Reading) -> None:
    draft = draft_of(
        p("4 Analysis", style="Heading1"),
        p("4.12<tab>The visit was late.".replace("<tab>", "\t")),
        p("12\tThe nurse rang twice."),
        p("3 March 2012", style="Heading2"),
        p("(b) school nursing"),
    )
    assert [(b.kind, b.number, b.text) for b in draft.blocks] == [
        (Kind.HEADING, "4", "Analysis"),
        (Kind.PARAGRAPH, "4.12", "The visit was late."),
        (Kind.LIST_ITEM, "12", "The nurse rang twice."),
        (Kind.HEADING, "", "3 March 2012"),
        (Kind.LIST_ITEM, "(b)", "school nursing"),
    ]


def test_a_short_bold_line_above_text_is_a_heading(draft_of: Reading) -> None:
    draft = draft_of(
        p(bold("Northshire Safeguarding Children Board")),
        p("Version 3"),
        p("Analysis", style="Heading1"),
        p(bold("The night of 3 March")),
        p("Nobody rang."),
        p(bold("This mattered.")),
        p("Nobody rang again."),
    )
    assert [b.text for b in draft.blocks if b.kind is Kind.HEADING] == [
        "Analysis",
        "The night of 3 March",
    ]
    assert only(draft, "The night of 3 March").level == 2


def test_headings_by_look_alone_and_headings_without_words_are_told(draft_of: Reading) -> None:
    draft = draft_of(
        p("Analysis", style="Heading1"),
        p(bold("The night of 3 March")),
        p("Nobody rang."),
        p("", style="Heading2"),
        p("The ward was full."),
    )
    assert [draft.blocks[at].text for at in draft.bold_headings] == ["The night of 3 March"]
    assert [draft.blocks[at].text for at in draft.empty_headings] == ["The ward was full."]


def test_without_real_headings_bold_lines_are_the_headings(draft_of: Reading) -> None:
    draft = draft_of(p(bold("4 Analysis")), p("Nobody rang."), p(bold("4.1 The visit")), p("Late."))
    assert [(b.number, b.level) for b in draft.blocks if b.kind is Kind.HEADING] == [
        ("4", 1),
        ("4.1", 2),
    ]


def headings_of(draft: Draft) -> list[tuple[int, str]]:
    """Levels and words of the headings, numbers included."""
    return [
        (b.level, f"{b.number} {b.text}".strip()) for b in draft.blocks if b.kind is Kind.HEADING
    ]


_STORY = (
    "The midwife rang the flat twice that week and wrote down that nobody had come to the door."
)


@pytest.mark.parametrize(
    ("lines", "wanted"),
    [
        (
            ("1. The household", "", "2. The story", "Before the birth", ""),
            [(1, "1. The household"), (1, "2. The story"), (2, "Before the birth")],
        ),
        (
            ("4 The story", "Winter", "", "Spring", "", "5 Learning", "", "Glossary", ""),
            [(1, "4 The story"), (2, "Winter"), (2, "Spring"), (1, "5 Learning"), (1, "Glossary")],
        ),
        (
            ("Findings", "Finding 1: Letters are read by nobody", "What we saw", ""),
            [
                (1, "Findings"),
                (2, "Finding 1: Letters are read by nobody"),
                (3, "What we saw"),
            ],
        ),
        (
            ("3. Findings", "", "Recommendations", "Recommendation 1", "", "Recommendation 2", ""),
            [
                (1, "3. Findings"),
                (1, "Recommendations"),
                (2, "Recommendation 1"),
                (2, "Recommendation 2"),
            ],
        ),
        (
            ("Background", "", "The story", "Before the birth", ""),
            [(1, "Background"), (1, "The story"), (2, "Before the birth")],
        ),
        (
            ("3. Analysis", "3.1 Caseloads", "", "3.2 Letters", ""),
            [(1, "3. Analysis"), (2, "3.1 Caseloads"), (2, "3.2 Letters")],
        ),
        (
            ("Part two", "The story", "", "Annex B: People we met", ""),
            [(1, "Part two"), (2, "The story"), (1, "Annex B: People we met")],
        ),
        (
            ("6. What the board should do", "The Board should change the form."),
            [(1, "6. What the board should do")],
        ),
    ],
)
def test_bold_lines_under_each_other_are_heading_and_subheading(
    draft_of: Reading, lines: tuple[str, ...], wanted: list[tuple[int, str]]
) -> None:
    draft = draft_of(p(_STORY), *(p(bold(line)) if line else p(_STORY) for line in lines), p("So."))
    assert headings_of(draft) == wanted


@pytest.mark.parametrize(
    "lines",
    [
        ("Westmoor Safeguarding Board", "Serious Case Review", "Child Q"),
        ("1. Police", "2. Health", "3. Schools"),
        ("Finding 1: Letters", "Finding 2: Caseloads", "Finding 3: Beds"),
        ("The consultant", "The ward sister", "The registrar", "The porter"),
    ],
)
def test_a_list_or_a_cover_in_bold_holds_no_headings(
    draft_of: Reading, lines: tuple[str, ...]
) -> None:
    cover = lines[0].startswith("Westmoor")
    before = () if cover else (p(_STORY),)
    assert headings_of(draft_of(*before, *(p(bold(line)) for line in lines), p(_STORY))) == []


def test_under_real_headings_bold_lines_below_each_other_are_both_headings(
    draft_of: Reading,
) -> None:
    draft = draft_of(
        p(bold("Westmoor Safeguarding Board")),
        p(bold("Child Q")),
        p("March"),
        p("Analysis", style="Heading1"),
        p(bold("Families")),
        p(bold("Fathers")),
        p(_STORY),
    )
    assert headings_of(draft) == [(1, "Analysis"), (2, "Families"), (3, "Fathers")]


def test_a_bold_line_over_a_table_or_a_list_of_contents_is_a_heading(draft_of: Reading) -> None:
    draft = draft_of(
        p(bold("Contents")),
        p("1 The story\t3", style="TOC1"),
        p(bold("1 The story")),
        p(_STORY),
        p(bold("Table 2: Visits that were made")),
        table(row("Date", "Who"), row("May", "The midwife")),
        p(bold("Appendix A: Words used")),
        table(row("Word", "Meaning"), row("MASH", "Where worries are sent")),
        p(bold("Appendix B: People we met")),
        table(row("Who", "When"), row("A nurse", "May")),
    )
    assert headings_of(draft) == [
        (1, "Contents"),
        (1, "1 The story"),
        (1, "Appendix A: Words used"),
        (1, "Appendix B: People we met"),
    ]


@pytest.mark.parametrize("heads", [("Yes",), ("Date", "Event")])
def test_a_column_s_head_set_above_its_table_is_no_heading(
    draft_of: Reading, heads: tuple[str, ...]
) -> None:
    draft = draft_of(
        p(_STORY),
        p(bold("Timeline")),
        p(_STORY),
        *(p(bold(head)) for head in heads),
        table(row("May", "The midwife rang")),
    )
    assert headings_of(draft) == [(1, "Timeline")]


def test_entries_of_a_table_of_contents_are_not_prose(draft_of: Reading) -> None:
    begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> TOC \\o </w:instrText>'
    draft = draft_of(
        p(f'{begin}</w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>', "1 Findings\t4"),
        p("2 Recommendations\t9"),
        p('<w:r><w:fldChar w:fldCharType="end"/></w:r>', "This review is about a boy."),
        p("3 Appendix\t12", style="TOC1"),
        "<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val='Table of Contents'/>"
        f"</w:docPartObj></w:sdtPr><w:sdtContent>{p('4 Glossary 14')}</w:sdtContent></w:sdt>",
    )
    assert [b.kind is Kind.CAPTION for b in draft.blocks] == [True, True, False, True, True]


# Numbers that Word prints


def test_numbers_are_those_that_word_prints(draft_of: Reading) -> None:
    numbering = word.lists(
        (level(0, "%1"), level(1, "%1.%2"), level(2, "(%3)", "lowerLetter")),
        level(0, "Finding %1:"),
        level(0, "\uf0b7", "bullet"),
        (level(0, "%1.", "upperRoman"), level(1, "%1.%2", more="<w:isLgl/>")),
    )
    draft = draft_of(
        p("Background", style="Heading1", number=(1, 0)),
        p("He was born in Leeds.", number=(1, 1)),
        p("Nobody asked.", number=(1, 1)),
        p("the father", number=(1, 2)),
        p("the uncle", number=(1, 2)),
        p("Analysis", style="Heading1", number=(1, 0)),
        p("Staff were new.", number=(1, 1)),
        p("There was no plan.", number=(2, 0)),
        p("There was no lead.", number=(2, 0)),
        p("housing", number=(3, 0)),
        p("Part", number=(4, 0)),
        p("Clause", number=(4, 1)),
        numbering=numbering,
    )
    assert [b.number for b in draft.blocks] == (
        "1|1.1|1.2|(a)|(b)|2|2.1|Finding 1:|Finding 2:|•|I.|1.1".split("|")
    )
    kinds = {b.number: b.kind for b in draft.blocks}
    assert kinds["2"] is Kind.HEADING
    assert kinds["2.1"] is kinds["Finding 1:"] is Kind.PARAGRAPH
    assert kinds["(a)"] is kinds["•"] is kinds["I."] is Kind.LIST_ITEM
    assert only(draft, "the uncle").level == 3


def test_two_lists_of_one_definition_count_on_unless_one_is_told_to_restart(
    draft_of: Reading,
) -> None:
    again = '<w:num w:numId="7"><w:abstractNumId w:val="1"/></w:num>'
    restarted = (
        '<w:num w:numId="8"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0">'
        '<w:startOverride w:val="5"/></w:lvlOverride></w:num>'
    )
    draft = draft_of(
        *(p("x", number=(id_, 0)) for id_ in (1, 7, 8, 8, 1)),
        numbering=word.lists(level(0, "%1."), more=again + restarted),
    )
    assert [b.number for b in draft.blocks] == ["1.", "2.", "5.", "6.", "7."]


def test_levels_restart_under_a_higher_one_unless_they_never_do(draft_of: Reading) -> None:
    never = '<w:lvlRestart w:val="0"/>'
    numbering = word.lists((level(0, "%1"), level(1, "%1.%2", more=never)))
    order = (0, 1, 1, 0, 1)
    draft = draft_of(*(p("x", number=(1, at)) for at in order), numbering=numbering)
    assert [b.number for b in draft.blocks] == ["1", "1.1", "1.2", "2", "2.3"]


def test_a_style_numbers_its_paragraphs_and_a_paragraph_can_opt_out(draft_of: Reading) -> None:
    styles = word.STYLES.replace(
        '<w:outlineLvl w:val="0"/>', '<w:numPr><w:numId w:val="1"/></w:numPr>'
    ).replace('<w:basedOn w:val="Normal"/><w:pPr><w:outlineLvl w:val="1"/>', "<w:pPr>")
    styles = styles.replace(
        '<w:name w:val="heading 2"/>',
        '<w:name w:val="heading 2"/><w:basedOn w:val="Heading1"/>',
    )
    one = level(0, "%1", more='<w:pStyle w:val="Heading1"/>')
    two = level(1, "%1.%2", more='<w:pStyle w:val="Heading2"/>')
    draft = draft_of(
        p("Summary", style="Heading1", number=(0, 0)),
        p("Analysis", style="Heading1"),
        p("Staffing", style="Heading2"),
        styles=styles,
        numbering=word.lists((one, two)),
    )
    assert [b.number for b in draft.blocks] == ["", "1", "1.1"]


@pytest.mark.parametrize(
    ("form", "pattern", "number"),
    [
        ("decimalZero", "%1", "28"),
        ("lowerLetter", "%1)", "bb)"),
        ("lowerRoman", "(%1)", "(xxviii)"),
        ("ordinal", "%1", "28th"),
        ("cardinalText", "Finding %1", "Finding Twenty-eight"),
        ("none", "Note", "Note"),
        ("bullet", "–", "–"),
        ("bullet", "o", "•"),
    ],
)
def test_every_number_format(draft_of: Reading, form: str, pattern: str, number: str) -> None:
    numbering = word.lists(level(0, pattern, form, start=28))
    assert draft_of(p("x", number=(1, 0)), numbering=numbering).blocks[0].number == number


def test_a_deleted_list_item_does_not_count(draft_of: Reading) -> None:
    draft = draft_of(
        p("one", number=(1, 0)),
        p(deleted("gone"), number=(1, 0), more='<w:rPr><w:del w:id="1"/></w:rPr>'),
        p("two", number=(1, 0)),
        numbering=word.lists(level(0, "%1.")),
    )
    assert printed(draft) == ["1. one", "gone", "2. two"]


# Text that is easily missed


def test_tracked_changes(draft_of: Reading) -> None:
    draft = draft_of(
        p("The ", inserted("health "), "visitor saw ", deleted("Karen Hughes"), "Mother."),
        p('<w:moveFrom w:id="1">', run("He was late."), "</w:moveFrom>", "Nobody rang."),
        p('<w:moveTo w:id="1">', run("He was late."), "</w:moveTo>"),
    )
    assert shown(draft) == ["The health visitor saw Mother.", "Nobody rang.", "He was late."]
    gone = [b for b in draft.blocks if b.visibility is Visibility.DELETED]
    assert [b.text for b in gone] == ["Karen Hughes", "He was late."]
    assert gone[0].origin == draft.blocks[0].origin == "word/document.xml#0"
    assert draft.properties["tracked:authors"] == "A. Editor"


def test_a_deleted_table_row_is_deleted_text(draft_of: Reading) -> None:
    draft = draft_of(
        table(
            row("Child", "Born"),
            row("Amy", "2012", properties='<w:del w:id="1"/>'),
            row("Ben", "2014"),
        )
    )
    assert shown(draft) == ["Child", "Born", "Ben", "2014"]
    assert [b.text for b in draft.blocks if not b.is_prose and b.visibility == "deleted"] == [
        "Amy",
        "2012",
    ]


def test_hidden_text_is_kept_apart(draft_of: Reading) -> None:
    styles = word.STYLES + (
        '<w:style w:type="character" w:styleId="Secret"><w:name w:val="Secret"/>'
        "<w:rPr><w:vanish/></w:rPr></w:style>"
    )
    draft = draft_of(
        p("The boy ", run("(Ryan) ", "<w:vanish/>"), "was seen."),
        p("At home ", run("in Elm Court", '<w:rStyle w:val="Secret"/>')),
        styles=styles,
    )
    assert shown(draft) == ["The boy was seen.", "At home"]
    assert [b.text for b in draft.blocks if b.visibility is Visibility.HIDDEN] == [
        "(Ryan)",
        "in Elm Court",
    ]


def test_content_controls_links_and_fields_are_read_without_their_instructions(
    draft_of: Reading,
) -> None:
    draft = draft_of(
        "<w:sdt><w:sdtPr><w:alias w:val='Name'/></w:sdtPr><w:sdtContent>"
        + p("In a control. ", f"<w:sdt><w:sdtContent>{run('Inside.')}</w:sdtContent></w:sdt>")
        + "</w:sdtContent></w:sdt>",
        p('<w:hyperlink r:id="rIdLink">', run("The Board"), "</w:hyperlink>"),
        p("See ", field(" REF _Ref1 \\h ", "paragraph 4.2"), "."),
        p('<w:fldSimple w:instr=" AUTHOR ">', run("J. Farrowby"), "</w:fldSimple>"),
        p('<w:smartTag w:element="place">', run("Leeds"), "</w:smartTag>"),
        p("<m:oMath><m:r><m:t>3 in 4</m:t></m:r></m:oMath>"),
        links={"rIdLink": "mailto:j.smith@board.example"},
    )
    assert shown(draft) == [
        "In a control. Inside.",
        "The Board",
        "See paragraph 4.2.",
        "J. Farrowby",
        "Leeds",
        "3 in 4",
    ]
    (target,) = [b for b in draft.blocks if b.origin == "link target"]
    assert target.text == "mailto:j.smith@board.example"
    assert target.visibility is Visibility.METADATA


def test_a_field_that_is_never_closed_swallows_nothing(draft_of: Reading) -> None:
    opened = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>IF</w:instrText></w:r>'
    draft = draft_of(p(opened, "Karen came."), p("See ", field("REF a", "4.2"), "."))
    assert shown(draft) == ["Karen came.", "See 4.2."]


def test_tabs_breaks_and_special_hyphens(draft_of: Reading) -> None:
    draft = draft_of(
        p(run("well"), "<w:r><w:noBreakHyphen/></w:r>", run("being")),
        p(run("safe"), "<w:r><w:softHyphen/></w:r>", run("guarding")),
        p(run("one"), "<w:r><w:br/></w:r>", run("two"), "<w:r><w:tab/></w:r>", run("three")),
        p('<w:r><w:sym w:font="Wingdings" w:char="F0A7"/><w:tab/></w:r>', "housing"),
    )
    assert printed(draft) == ["well-being", "safeguarding", "one two three", "• housing"]


def test_text_boxes_are_read_once(draft_of: Reading) -> None:
    draft = draft_of(p("Before.", word.text_box("In the box.", "Still in it.")), p("After."))
    assert shown(draft) == ["Before.", "In the box.", "Still in it.", "After."]


def test_an_emoji_that_word_keeps_in_two_forms_is_read(draft_of: Reading) -> None:
    emoji = (
        '<w:r><mc:AlternateContent><mc:Choice Requires="w16se"/>'
        "<mc:Fallback><w:t>☺</w:t></mc:Fallback></mc:AlternateContent></w:r>"
    )
    assert shown(draft_of(p("He smiled ", emoji))) == ["He smiled ☺"]


def test_footnotes_and_endnotes_follow_the_paragraph_that_refers_to_them(
    draft_of: Reading,
) -> None:
    notes = '<w:footnote w:type="separator" w:id="0"><w:p/></w:footnote>' + "".join(
        word.note("footnote", id_, f"Note {id_}.") for id_ in (5, 6, 7)
    )
    draft = draft_of(
        p("First", word.reference("footnote", 6), " point."),
        p("Second point.", word.reference("footnote", 5), word.reference("endnote", 1)),
        parts={
            "rIdFootnotes": ("footnotes", notes),
            "rIdEndnotes": ("endnotes", word.note("endnote", 1, "At the end.", "More.")),
        },
    )
    assert [(b.kind, b.number, b.text) for b in draft.blocks[:6]] == [
        (Kind.PARAGRAPH, "", "First point."),
        (Kind.FOOTNOTE, "1", "Note 6."),
        (Kind.PARAGRAPH, "", "Second point."),
        (Kind.FOOTNOTE, "2", "Note 5."),
        (Kind.FOOTNOTE, "i", "At the end."),
        (Kind.FOOTNOTE, "", "More."),
    ]
    # No page shows a note whose mark was deleted, but the file still holds it.
    assert only(draft, "Note 7.").visibility is Visibility.HIDDEN


def test_headers_and_footers_come_first_and_once(draft_of: Reading) -> None:
    draft = draft_of(
        p("Body."),
        '<w:sectPr><w:headerReference w:type="default" r:id="rIdb"/>'
        '<w:headerReference w:type="first" r:id="rIda"/></w:sectPr>',
        parts={
            "rIda": ("header", p("Confidential draft")),
            "rIdb": ("header", table(row("SCR Child T", p("Confidential draft")))),
            "rIdc": ("footer", p("Page ", field("PAGE", "3"), " of ", field("NUMPAGES", "40"))),
            "rIdd": ("footer", p("Case 2013-448812")),
        },
    )
    assert [(b.kind, b.text) for b in draft.blocks] == [
        (Kind.HEADER, "SCR Child T"),
        (Kind.HEADER, "Confidential draft"),
        (Kind.FOOTER, "Case 2013-448812"),
        (Kind.PARAGRAPH, "Body."),
    ]


def test_a_watermark_is_read(draft_of: Reading) -> None:
    art = '<w:r><w:pict><v:shape><v:textpath string="DRAFT FOR KAREN"/></v:shape></w:pict></w:r>'
    draft = draft_of(p("Body."), parts={"rIda": ("header", p(art))})
    assert shown(draft) == ["DRAFT FOR KAREN", "Body."]


def test_comments_alternative_text_and_properties_are_metadata(draft_of: Reading) -> None:
    comment = f'<w:comment w:id="1" w:author="P. Shah">{p("Is this Ryan?")}</w:comment>'
    draft = draft_of(
        p("Body.", word.picture(20, 20, "Ryan at school")),
        parts={"rIdComments": ("comments", comment)},
        core="<dc:creator>Karen Hughes</dc:creator><dc:title/>",
    )
    hidden = [(b.text, b.origin) for b in draft.blocks if b.visibility is Visibility.METADATA]
    assert hidden == [("Is this Ryan?", "comment by P. Shah"), ("Ryan at school", "alt text")]
    assert draft.properties == {"core:creator": "Karen Hughes"}


# Tables


def test_cells_know_their_column_heading(draft_of: Reading) -> None:
    draft = draft_of(
        table(
            row("Agency", "Action", "By when"),
            row("Police", "Review its guidance on coercive control with its partners.", "May"),
        )
    )
    headers = [b.text for b in draft.blocks if b.cell and b.cell.is_header]
    assert headers == ["Agency", "Action", "By when"]
    found = only(draft, "May").cell
    assert found and (found.table, found.row, found.column, found.header) == (0, 1, 2, "By when")
    assert only(draft, "May").kind is Kind.CELL


def test_labels_down_the_side_are_not_column_headings(draft_of: Reading) -> None:
    look = '<w:tblLook w:val="04A0" w:firstRow="1"/>'
    draft = draft_of(table(row("Name", "Child T"), row("Age", "13"), properties=look))
    assert not any(b.cell and b.cell.is_header for b in draft.blocks)


def test_rows_marked_to_repeat_are_headings_whatever_they_say(draft_of: Reading) -> None:
    repeat = "<w:tblHeader/>"
    draft = draft_of(
        table(
            row("1. What the agency should do, and who will see to it.", "", properties=repeat),
            row("Train staff", "May"),
        )
    )
    found = only(draft, "Train staff").cell
    assert found and found.header.endswith("see to it.")


def test_merged_cells_count_once_and_keep_the_grid(draft_of: Reading) -> None:
    across, down = '<w:gridSpan w:val="2"/>', '<w:vMerge w:val="restart"/>'
    draft = draft_of(
        table(
            row(cell("Both", properties=across), "Third"),
            row(cell("Tall", properties=down), "b", "c"),
            row(cell("", properties="<w:vMerge/>"), "e", "f"),
        )
    )
    places = {b.text: (b.cell.row, b.cell.column) for b in draft.blocks if b.cell}
    assert places == {
        "Both": (0, 0),
        "Third": (0, 2),
        "Tall": (1, 0),
        "b": (1, 1),
        "c": (1, 2),
        "e": (2, 1),
        "f": (2, 2),
    }


def test_a_table_inside_a_table_is_one_of_its_own(draft_of: Reading) -> None:
    inner = table(row("inner", "cells"))
    draft = draft_of(table(row(cell("outer", inner, p("outer again")), "beside")))
    tables = {b.text: b.cell.table for b in draft.blocks if b.cell}
    assert tables == {"outer": 0, "inner": 1, "cells": 1, "outer again": 0, "beside": 0}


def test_a_box_drawn_as_a_table_of_one_column_is_prose(draft_of: Reading) -> None:
    draft = draft_of(table(row(cell(p("Learning", style="Heading2"), p("Ask who is at home.")))))
    assert [(b.kind, b.cell) for b in draft.blocks] == [
        (Kind.HEADING, None),
        (Kind.PARAGRAPH, None),
    ]


# What cannot be read is said


def test_a_picture_of_a_page_is_not_checked(draft_of: Reading) -> None:
    draft = draft_of(
        p("4.1 Before it."), p(word.picture(170, 240)), p(word.picture(60, 40)), p("After it.")
    )
    assert [u.where for u in draft.unread] == ["picture 1, after paragraph 4.1"]


def test_embedded_files_are_not_checked_but_charts_and_diagrams_are_read(
    draft_of: Reading,
) -> None:
    head = f'<?xml version="1.0"?><c:chartSpace {word.NAMESPACES}>'
    chart = (
        f"{head}<c:title><a:p><a:r><a:t>Visits to Karen</a:t></a:r></a:p></c:title><c:cat>"
        "<c:strCache><c:pt><c:v>Health visitor</c:v></c:pt><c:pt><c:v>12</c:v></c:pt>"
        "</c:strCache></c:cat></c:chartSpace>"
    )
    diagram = (
        f'<?xml version="1.0"?><dgm:dataModel {word.NAMESPACES}>'
        "<a:p><a:r><a:t>Refer</a:t></a:r></a:p></dgm:dataModel>"
    )
    drawing = "<w:r><w:drawing><wp:inline>{}</wp:inline></w:drawing></w:r>"
    draft = draft_of(
        p(drawing.format('<c:chart r:id="rIdChart"/>')),
        p(drawing.format('<dgm:relIds r:dm="rIdDiagram"/>')),
        parts={
            "rIdChart": ("chart", chart),
            "rIdDiagram": ("diagramData", diagram),
            "rIdSheet": ("package", "not read"),
        },
    )
    assert shown(draft) == ["Visits to Karen", "Health visitor", "Refer"]
    assert ["embedded spreadsheet" in u.where for u in draft.unread] == [True]


# Places


def test_offsets_lead_back_to_the_runs(draft_of: Reading, tmp_path: Path) -> None:
    draft = draft_of(
        p("Zero"),
        p("4.12\t", bold("The  "), deleted("old "), inserted("cafe\u0301 "), "and\u00ad school"),
    )
    block = draft.blocks[1]
    assert (block.number, block.text) == ("4.12", "The café and school")
    part, _, place = block.origin.partition("#")
    with zipfile.ZipFile(tmp_path / "draft.docx") as archive:
        root = etree.fromstring(archive.read(part))
    inline = read_inline(list(root.iter(w("p")))[int(place)], Styles())
    at = block.text.index("café")
    assert block.offsets is not None
    start = block.offsets[at]
    assert inline.raw[start : start + 5] == "cafe\u0301"
    before = 0
    for piece in inline.pieces:
        if piece.visibility is Visibility.SHOWN:
            if before <= start < before + len(piece.text):
                assert piece.run.getparent().tag == w("ins")
            before += len(piece.text)


def test_places_count_every_paragraph_of_the_part(draft_of: Reading) -> None:
    draft = draft_of(p(""), p("One", word.text_box("Two")), table(row("Three", "Four")), p("Five"))
    # The text box is stored twice, so the paragraph of its second form counts too.
    places = [b.origin.partition("#")[2] for b in draft.blocks]
    assert places == ["1", "2", "4", "5", "6"]


# Files that are not what they should be


def test_strict_open_xml_is_read_like_any_other(tmp_path: Path) -> None:
    strict = word.NAMESPACES.replace(
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "http://purl.oclc.org/ooxml/wordprocessingml/main",
    )
    document = f"<w:document {strict}><w:body>{p('Read me.')}</w:body></w:document>"
    assert shown(read(word.write(tmp_path / "strict.docx", document=document))) == ["Read me."]


def test_a_truncated_file_is_corrupt(tmp_path: Path) -> None:
    path = word.write(tmp_path / "draft.docx", p("Body."))
    path.write_bytes(path.read_bytes()[:-200])
    with pytest.raises(CorruptFile, match="open it in Word"):
        docx.read(path)


def test_broken_xml_is_corrupt(tmp_path: Path) -> None:
    with pytest.raises(CorruptFile, match="damaged"):
        docx.read(word.write(tmp_path / "draft.docx", document="<w:document"))


def test_a_file_without_its_text_is_corrupt(tmp_path: Path) -> None:
    path = tmp_path / "draft.docx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
    with pytest.raises(CorruptFile, match="no text part"):
        docx.read(path)


def test_another_kind_of_file_is_not_a_draft(tmp_path: Path) -> None:
    path = tmp_path / "draft.docx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("photo.jpg", "x")
    with pytest.raises(NotADraft):
        docx.read(path)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_entities_are_never_expanded(tmp_path: Path, encoding: str) -> None:
    text = (
        f'<?xml version="1.0" encoding="{encoding}"?><!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/'
        f'hostname">]><w:document {word.NAMESPACES}><w:body><w:p>&x;</w:p></w:body></w:document>'
    )
    path = tmp_path / "draft.docx"
    word.write(path, p("x"))
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    parts["word/document.xml"] = text.encode(encoding)
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    with pytest.raises(UnsafeFile):
        docx.read(path)


def test_a_file_that_unpacks_to_too_much_is_refused(tmp_path: Path) -> None:
    path = word.write(tmp_path / "draft.docx", p("x" * (docx_package.RATIO_MATTERS_FROM + 1)))
    with pytest.raises(TooLarge):
        docx.read(path)


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_a_file_with_two_texts_is_refused(tmp_path: Path) -> None:
    path = word.write(tmp_path / "draft.docx", p("One."))
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr("word/document.xml", "<other/>")
    with pytest.raises(UnsafeFile, match="two versions"):
        docx.read(path)


def test_tables_nested_beyond_reason_are_an_error_not_a_crash(tmp_path: Path) -> None:
    depth = 2000
    body = "<w:tbl><w:tr><w:tc>" * depth + p("x") + "</w:tc></w:tr></w:tbl>" * depth
    with pytest.raises(DraftError):
        read(word.write(tmp_path / "draft.docx", body))


# All of it, quickly


def test_nothing_is_lost_that_another_reader_finds(tmp_path: Path) -> None:
    docx2python = pytest.importorskip("docx2python").docx2python
    link = '<w:hyperlink r:id="rIdLink">{}</w:hyperlink>'
    path = word.write(
        tmp_path / "draft.docx",
        p("alpha title", style="Title"),
        p("bravo heading", style="Heading1"),
        p("charlie ", inserted("delta"), field("REF x", "echo"), word.reference("footnote", 2)),
        p(link.format(run("foxtrot")), word.text_box("golf box", "hotel box")),
        f"<w:sdt><w:sdtContent>{p('india control')}</w:sdtContent></w:sdt>",
        table(row("juliet", cell("kilo", table(row("lima", "mike"))), cell(p("november")))),
        table(row(cell("oscar", properties='<w:gridSpan w:val="2"/>'))),
        p(run("papa ", "<w:vanish/>"), "quebec"),
        p("romeo", number=(1, 0)),
        p(
            '<w:smartTag w:element="x"><w:commentRangeStart w:id="1"/>',
            run("sierra"),
            '<w:commentRangeEnd w:id="1"/></w:smartTag>',
            '<w:r><w:commentReference w:id="1"/></w:r>',
        ),
        '<w:sectPr><w:headerReference w:type="default" r:id="rIda"/></w:sectPr>',
        numbering=word.lists(level(0, "%1.")),
        parts={
            "rIda": ("header", p("tango header")),
            "rIdb": ("footer", p("uniform footer")),
            "rIdFootnotes": ("footnotes", word.note("footnote", 2, "victor note")),
            "rIdEndnotes": ("endnotes", word.note("endnote", 3, "whiskey note")),
            "rIdComments": (
                "comments",
                f'<w:comment w:id="1" w:author="A" w:date="2024-05-01T10:00:00Z">'
                f"{p(run('xray comment'))}</w:comment>",
            ),
        },
        links={"rIdLink": "https://board.example"},
    )
    with docx2python(path) as other:
        found = f"{other.text} {other.comments}"
    ours = {word_ for b in docx.read(path).blocks for word_ in re.findall(r"[a-z]{4,}", b.text)}
    theirs = set(re.findall(r"[a-z]{4,}", re.sub(r"<[^>]*>|footnote\d|endnote\d", " ", found)))
    assert len(theirs) > 25
    assert theirs - ours == set()


def test_a_long_draft_is_read_nearly_as_fast_as_its_bare_text(tmp_path: Path) -> None:
    sentence = "The health visitor rang the school but nobody there had seen the boy that week. "
    body = [
        p(*(run(f"{word_} ") for word_ in (sentence * 4).split()), number=(1, 0))
        for _ in range(350)
    ]
    path = word.write(tmp_path / "draft.docx", *body, numbering=word.lists(level(0, "%1.")))
    started = time.process_time()
    assert sum(len(p.text) for p in python_docx.Document(str(path)).paragraphs) > 100_000
    bare = time.process_time() - started
    started = time.process_time()
    assert docx.read(path).words > 20_000
    took = time.process_time() - started
    assert took < 3 * bare, f"{took / bare:.1f} times as long as python-docx takes for the text"
