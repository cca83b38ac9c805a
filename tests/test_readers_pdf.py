"""What a lead reviewer gets from a PDF: the words of the report, each once, and nothing joined
that belongs apart."""

from __future__ import annotations

import difflib
import re
import shutil
import subprocess
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from PIL import Image
from reportlab.lib import pdfencrypt
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    BaseDocTemplate,
    Flowable,
    Frame,
    PageBreak,
    PageTemplate,
    Paragraph,
    Spacer,
    Table,
)

from scr_lint.draft import Block, Draft, Kind, Visibility
from scr_lint.errors import CorruptFile, NotADraft, NoTextLayer, PasswordProtected, TooLarge
from scr_lint.readers import docx, pdf, read
from scr_lint.readers.pdf_beside import described

EXAMPLES = Path(__file__).parent.parent / "examples"
WIDTH, HEIGHT = A4
LINES = [
    "Child A was seen by the health visitor on four occasions that spring, and each time",
    "the visitor recorded that the home was warm and that food was in the cupboards. The",
    "record does not say what Child A was doing or how she seemed, because the form that",
    "visitors were given had no place for it.",
]
PROSE = " ".join(LINES)

BODY = ParagraphStyle("body", fontName="Times-Roman", fontSize=11, leading=14, spaceAfter=8)
TITLE = ParagraphStyle("title", BODY, fontName="Times-Bold", fontSize=24, leading=30)
HEADING = ParagraphStyle("h1", BODY, fontName="Times-Bold", fontSize=16, leading=20)
SUBHEADING = ParagraphStyle("h2", BODY, fontName="Times-Bold", fontSize=13, leading=16)
BOLD = ParagraphStyle("bold", BODY, fontName="Times-Bold")
NUMBERED = ParagraphStyle("numbered", BODY, leftIndent=36, bulletIndent=0)
BULLET = ParagraphStyle("bullet", BODY, leftIndent=54, bulletIndent=36)
NOTE = ParagraphStyle("note", BODY, fontSize=8, leading=10, spaceAfter=0)
CELL = ParagraphStyle("cell", BODY, fontSize=10, leading=12, spaceAfter=0)
HEAD_CELL = ParagraphStyle("head", CELL, fontName="Times-Bold")
GRID = [("GRID", (0, 0), (-1, -1), 0.5, "black"), ("VALIGN", (0, 0), (-1, -1), "TOP")]

Decorate = Callable[[Canvas, Any], None]


def flowed(
    path: Path,
    story: Sequence[Flowable],
    *,
    columns: int = 1,
    decorate: Decorate | None = None,
    **properties: str,
) -> Path:
    """A PDF without tags whose text a typesetter laid out on A4 pages."""
    gap = 24
    width = (WIDTH - 144 - gap * (columns - 1)) / columns
    frames = [
        Frame(72 + at * (width + gap), 90, width, HEIGHT - 180, 0, 0, 0, 0) for at in range(columns)
    ]
    template = PageTemplate(frames=frames, onPage=decorate or (lambda canvas, document: None))
    document = BaseDocTemplate(str(path), pagesize=A4, **properties)
    document.addPageTemplates(template)
    document.build(list(story))
    return path


def drawn(path: Path, *pages: Callable[[Canvas], None], **options: Any) -> Path:
    """A PDF in which each page is drawn by a function."""
    canvas = Canvas(str(path), pagesize=A4, **options)
    for draw in pages:
        canvas.setFont("Helvetica", 11)
        draw(canvas)
        canvas.showPage()
    canvas.save()
    return path


def lines(*texts: str, x: float = 72, top: float = 700, size: float = 11) -> Callable[..., None]:
    """Draws lines under each other from `top` points above the foot of the page."""

    def draw(canvas: Canvas) -> None:
        canvas.setFont("Helvetica", size)
        for at, text in enumerate(texts):
            canvas.drawString(x, top - at * 1.25 * size, text)

    return draw


def texts(draft: Draft, *kinds: Kind) -> list[str]:
    """Texts of the blocks of these kinds (all, when none is given) that a reader sees."""
    return [
        b.text
        for b in draft.blocks
        if (not kinds or b.kind in kinds) and b.visibility is Visibility.SHOWN
    ]


def rows(draft: Draft) -> list[list[str]]:
    """The cells of the first table, by row."""
    found: dict[int, list[str]] = {}
    for b in draft.blocks:
        if b.cell and b.cell.table == 0:
            found.setdefault(b.cell.row, []).append(b.text)
    return [found[row] for row in sorted(found)]


# --- Paragraphs ---


def test_a_paragraph_is_one_block_however_many_lines_it_takes(tmp_path: Path) -> None:
    path = drawn(tmp_path / "a.pdf", lines(*LINES, "", "The review panel met six times."))
    assert texts(pdf.read(path)) == [PROSE, "The review panel met six times."]


def test_a_paragraph_that_goes_over_a_page_is_one_block_of_the_page_it_begins_on(
    tmp_path: Path,
) -> None:
    path = drawn(tmp_path / "a.pdf", lines(*LINES[:2], top=100), lines(*LINES[2:], top=760))
    blocks = pdf.read(path).blocks
    assert [(b.text, b.page, b.origin) for b in blocks] == [(PROSE, 1, "page 1")]


def test_a_sentence_that_ends_with_the_page_does_not_swallow_the_next_paragraph(
    tmp_path: Path,
) -> None:
    path = drawn(
        tmp_path / "a.pdf",
        lines(*LINES, top=140),
        lines("The second paragraph begins here and has nothing to do with it.", top=760),
    )
    assert len(texts(pdf.read(path))) == 2


def test_paragraphs_without_space_between_them_are_told_apart_by_their_short_last_lines(
    tmp_path: Path,
) -> None:
    path = drawn(tmp_path / "a.pdf", lines(*LINES, *LINES, *LINES))
    assert texts(pdf.read(path)) == [PROSE] * 3


@pytest.mark.parametrize(
    ("ends", "begins", "joined", "elsewhere"),
    [
        ("a multi-", "agency plan", "a multi-agency plan", ""),
        ("their safe-", "guarding duty", "their safeguarding duty", "A safeguarding lead said so."),
        ("a child-", "centred plan", "a child-centred plan", "It was not child-centred at all."),
        ("a time- ", "and place-bound plan", "a time- and place-bound plan", ""),
        ("see www.example.org/", "a-page for more", "see www.example.org/a-page for more", ""),
        ("mother and/", "or father", "mother and/or father", ""),
    ],
)
def test_a_word_broken_at_a_line_end_is_put_together(
    tmp_path: Path, ends: str, begins: str, joined: str, elsewhere: str
) -> None:
    first = f"When the family came back to the borough the social worker wrote {ends}"
    path = drawn(
        tmp_path / "a.pdf",
        lines(first, f"{begins} in the record and told the agency of it.", "", "", elsewhere),
    )
    text = texts(pdf.read(path))[0]
    assert joined in text and "  " not in text


def test_ligatures_are_letters(tmp_path: Path) -> None:
    pdfmetrics.registerFont(TTFont("Vera", "Vera.ttf"))

    def draw(canvas: Canvas) -> None:
        canvas.setFont("Vera", 11)
        canvas.drawString(72, 700, "He \ufb01led it under \ufb02ags.")

    assert texts(pdf.read(drawn(tmp_path / "a.pdf", draw))) == ["He filed it under flags."]


def test_two_columns_are_read_one_after_the_other(tmp_path: Path) -> None:
    story = [Paragraph(f"Paragraph {n}. {PROSE}", BODY) for n in range(1, 9)]
    found = texts(pdf.read(flowed(tmp_path / "a.pdf", story, columns=2)))
    assert found == [f"Paragraph {n}. {PROSE}" for n in range(1, 9)]


def test_three_columns_are_read_one_after_the_other(tmp_path: Path) -> None:
    said = [
        "The social worker, Gwendolen Featherstonehaugh, was on leave that week.",
        "Recommendation 1: Northmarsh Council should decide by the spring which work waits.",
        PROSE,
    ] * 7
    story = [Paragraph(text, BODY) for text in said]
    assert texts(pdf.read(flowed(tmp_path / "a.pdf", story, columns=3))) == said


def test_a_name_broken_over_lines_of_a_column_stays_whole_beside_another_column(
    tmp_path: Path,
) -> None:
    said = (
        "The social worker, Gwendolen",
        "Featherstonehaugh, was away that",
        "spring, and the manager had nobody",
        "who could go. Nobody told the",
        "family or the school of this, and",
        "so nobody asked how things were.",
    )
    # The lines of the second column lie between those of the first, which is no line spacing.
    left, right = lines(*said, top=700), lines(*said, x=320, top=696)
    found = texts(pdf.read(drawn(tmp_path / "a.pdf", lambda c: (left(c), right(c)))))
    assert found == [" ".join(said)] * 2


@pytest.mark.parametrize("angle", [90, 180, 270])
def test_a_page_turned_on_its_side_reads_like_any_other(tmp_path: Path, angle: int) -> None:
    def draw(canvas: Canvas) -> None:
        move = {90: (WIDTH, 0), 180: (WIDTH, HEIGHT), 270: (0, HEIGHT)}[angle]
        canvas.translate(*move)
        canvas.rotate(angle)
        lines(*LINES, top=400)(canvas)

    assert texts(pdf.read(drawn(tmp_path / "a.pdf", draw))) == [PROSE]


# --- Numbers, headings, contents ---


def test_numbers_and_bullets_are_taken_off_and_kept(tmp_path: Path) -> None:
    story = [
        Paragraph(PROSE, NUMBERED, bulletText="4.12"),
        Paragraph(PROSE, NUMBERED, bulletText="4.13"),
        Paragraph(f"The panel asked why. {PROSE}", BULLET, bulletText="•"),
        Paragraph("Nobody had been told.", BULLET, bulletText="(b)"),
        Paragraph(PROSE, NUMBERED, bulletText="4.14"),
    ]
    blocks = pdf.read(flowed(tmp_path / "a.pdf", story)).blocks
    assert [(b.kind, b.number) for b in blocks] == [
        (Kind.PARAGRAPH, "4.12"),
        (Kind.PARAGRAPH, "4.13"),
        (Kind.LIST_ITEM, "•"),
        (Kind.LIST_ITEM, "(b)"),
        (Kind.PARAGRAPH, "4.14"),
    ]
    assert blocks[0].text == PROSE


def test_headings_are_found_by_their_size_and_their_numbers_say_how_deep(tmp_path: Path) -> None:
    story = [
        Paragraph("Serious Case Review: Child A", TITLE),
        Paragraph(PROSE, BODY),
        Paragraph("4 Analysis", HEADING),
        Paragraph(PROSE, BODY),
        Paragraph("4.1 The visit", SUBHEADING),
        Paragraph(PROSE, BODY),
        Paragraph("What the visitor knew", BOLD),
        Paragraph(PROSE, BODY),
        Paragraph("5 Findings", HEADING),
        Paragraph(PROSE, BODY),
    ]
    blocks = pdf.read(flowed(tmp_path / "a.pdf", story)).blocks
    assert [(b.kind, b.level, b.number, b.text) for b in blocks if b.text != PROSE] == [
        (Kind.TITLE, 0, "", "Serious Case Review: Child A"),
        (Kind.HEADING, 1, "4", "Analysis"),
        (Kind.HEADING, 2, "4.1", "The visit"),
        (Kind.HEADING, 3, "", "What the visitor knew"),
        (Kind.HEADING, 1, "5", "Findings"),
    ]


def test_bold_words_in_a_paragraph_do_not_make_it_a_heading(tmp_path: Path) -> None:
    story = [
        Paragraph(f"<b>Finding 1:</b> {PROSE}", BODY),
        Paragraph("<b>This whole sentence is bold because it matters.</b>", BODY),
        Paragraph(PROSE, BODY),
    ]
    assert not texts(pdf.read(flowed(tmp_path / "a.pdf", story)), Kind.HEADING)


def test_bookmarks_say_which_lines_are_headings(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.bookmarkPage("a")
        canvas.addOutlineEntry("2 The family", "a", level=0)
        lines("2 The family", "", *LINES)(canvas)

    blocks = pdf.read(drawn(tmp_path / "a.pdf", draw)).blocks
    assert (blocks[0].kind, blocks[0].level, blocks[0].number) == (Kind.HEADING, 1, "2")


def test_lines_of_a_table_of_contents_are_not_prose(tmp_path: Path) -> None:
    entries = ["1 Introduction", "2 The family", "3 What happened", "4 Findings"]
    dotted = [f"{entry} {'.' * (80 - len(entry))} {n}" for n, entry in enumerate(entries, 3)]
    draft = pdf.read(drawn(tmp_path / "a.pdf", lines("Contents", "", *dotted), lines(*LINES)))
    assert texts(draft, Kind.CAPTION) == [f"{e} {n}" for n, e in enumerate(entries, 3)]
    assert texts(draft, Kind.HEADING) == ["Contents"]


# --- Running matter and notes ---


def test_running_headers_are_read_once_and_never_inside_a_sentence(tmp_path: Path) -> None:
    def decorate(canvas: Canvas, document: Any) -> None:
        canvas.setFont("Times-Roman", 9)
        canvas.drawString(72, HEIGHT - 40, "DRAFT v0.4 – Confidential")
        canvas.drawString(72, 40, "Northshire SCB – Child A")
        canvas.drawRightString(WIDTH - 72, 40, f"Page {document.page} of 6")

    story = [Paragraph(f"Paragraph {n}. {PROSE * 2}", BODY) for n in range(1, 40)]
    draft = pdf.read(flowed(tmp_path / "a.pdf", story, decorate=decorate))
    assert draft.blocks[0].kind is Kind.HEADER
    assert texts(draft, Kind.HEADER) == ["DRAFT v0.4 – Confidential"]
    assert texts(draft, Kind.FOOTER) == ["Northshire SCB – Child A Page 1 of 6"]
    assert texts(draft, Kind.PARAGRAPH) == [f"Paragraph {n}. {PROSE * 2}" for n in range(1, 40)]


def test_bare_page_numbers_are_dropped(tmp_path: Path) -> None:
    def page(n: int) -> Callable[[Canvas], None]:
        def draw(canvas: Canvas) -> None:
            lines(*LINES)(canvas)
            canvas.drawCentredString(WIDTH / 2, 40, f"- {n} -")

        return draw

    draft = pdf.read(drawn(tmp_path / "a.pdf", *(page(n) for n in range(1, 5))))
    assert texts(draft) == [PROSE] * 4


def test_a_watermark_is_read_once_and_not_into_the_text(tmp_path: Path) -> None:
    def page(*body: str) -> Callable[[Canvas], None]:
        def draw(canvas: Canvas) -> None:
            canvas.saveState()
            canvas.translate(WIDTH / 2, 420)
            canvas.rotate(45)
            canvas.setFont("Helvetica", 60)
            canvas.drawCentredString(0, 0, "RESTRICTED")
            canvas.restoreState()
            lines(*body, top=480)(canvas)

        return draw

    draft = pdf.read(drawn(tmp_path / "a.pdf", page(*LINES), page(*LINES)))
    assert texts(draft) == ["RESTRICTED", PROSE, PROSE]


def test_footnotes_follow_their_paragraph_and_their_marks_are_gone(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        text = canvas.beginText(72, 700)
        text.textOut("The Board agreed the terms of reference")
        for size, rise, words in ((7, 4, "1"), (11, 0, " in March and the panel met in April.")):
            text.setFont("Helvetica", size)
            text.setRise(rise)
            text.textOut(words)
        canvas.drawText(text)
        lines("The panel then wrote to the family.", top=670)(canvas)
        lines("1 Working Together to Safeguard Children,", "chapter 4.", top=110, size=8)(canvas)

    blocks = pdf.read(drawn(tmp_path / "a.pdf", draw)).blocks
    assert [(b.kind, b.number, b.text) for b in blocks] == [
        (
            Kind.PARAGRAPH,
            "",
            "The Board agreed the terms of reference in March and the panel met in April.",
        ),
        (Kind.FOOTNOTE, "1", "Working Together to Safeguard Children, chapter 4."),
        (Kind.PARAGRAPH, "", "The panel then wrote to the family."),
    ]


# --- Tables ---

HEADERS = ["No.", "Recommendation", "Responsible body"]


def recommendations(count: int, style: Sequence[Any] = GRID) -> Table:
    cells = [[Paragraph(text, HEAD_CELL) for text in HEADERS]]
    for n in range(1, count + 1):
        texts_ = (str(n), f"Recommendation text {n}. {PROSE}", f"Agency {n} and the Board")
        cells.append([Paragraph(text, CELL) for text in texts_])
    return Table(cells, colWidths=[36, 300, 110], repeatRows=1, style=list(style))


def glossary(count: int) -> Table:
    cells = [
        [Paragraph(f"Term {n}", CELL), Paragraph(f"Meaning {n}. {PROSE}", CELL)]
        for n in range(1, count + 1)
    ]
    return Table(cells, colWidths=[90, 340], style=GRID[1:])


def test_cells_of_a_table_are_kept_apart_and_know_their_column(tmp_path: Path) -> None:
    story = [Paragraph(PROSE, BODY), recommendations(2), Paragraph(PROSE, BODY)]
    draft = pdf.read(flowed(tmp_path / "a.pdf", story))
    assert rows(draft) == [
        HEADERS,
        ["1", f"Recommendation text 1. {PROSE}", "Agency 1 and the Board"],
        ["2", f"Recommendation text 2. {PROSE}", "Agency 2 and the Board"],
    ]
    cells = [b.cell for b in draft.blocks if b.cell]
    assert [c.is_header for c in cells] == [True] * 3 + [False] * 6
    assert [c.header for c in cells[3:6]] == HEADERS
    assert texts(draft, Kind.PARAGRAPH) == [PROSE, PROSE]


def test_a_table_over_several_pages_is_one_table_with_one_header_row(tmp_path: Path) -> None:
    path = flowed(tmp_path / "a.pdf", [Paragraph(PROSE, BODY), recommendations(24)])
    draft = pdf.read(path)
    assert max(b.page or 0 for b in draft.blocks) > 2
    found = rows(draft)
    assert [row[0] for row in found] == ["No.", *(str(n) for n in range(1, 25))]
    assert {len(row) for row in found} == {3}
    assert {b.cell.table for b in draft.blocks if b.cell} == {0}


def test_a_table_with_level_lines_only_keeps_its_columns_apart(tmp_path: Path) -> None:
    style = [
        ("LINEBELOW", (0, 0), (-1, -1), 0.5, "black"),
        ("LINEABOVE", (0, 0), (-1, 0), 1, "black"),
        GRID[1],
    ]
    draft = pdf.read(flowed(tmp_path / "a.pdf", [recommendations(4, style)]))
    assert rows(draft)[1] == ["1", f"Recommendation text 1. {PROSE}", "Agency 1 and the Board"]


def test_a_table_without_lines_keeps_its_columns_apart(tmp_path: Path) -> None:
    path = flowed(tmp_path / "a.pdf", [Paragraph(PROSE, BODY), glossary(20)])
    draft = pdf.read(path)
    assert max(b.page or 0 for b in draft.blocks) > 1
    assert rows(draft) == [[f"Term {n}", f"Meaning {n}. {PROSE}"] for n in range(1, 21)]
    assert texts(draft, Kind.PARAGRAPH) == [PROSE]


def test_a_box_around_text_is_no_table(tmp_path: Path) -> None:
    box = Table([[[Paragraph(PROSE, CELL), Spacer(1, 12), Paragraph("Over.", CELL)]]], style=GRID)
    draft = pdf.read(flowed(tmp_path / "a.pdf", [box]))
    assert [(b.kind, b.text) for b in draft.blocks] == [
        (Kind.PARAGRAPH, PROSE),
        (Kind.PARAGRAPH, "Over."),
    ]


# --- What is not on the page, or cannot be read ---


def picture(folder: Path) -> str:
    path = folder / "scan.png"
    Image.new("L", (60, 80), 128).save(path)
    return str(path)


def scanned(folder: Path, *body: str) -> Callable[[Canvas], None]:
    def draw(canvas: Canvas) -> None:
        canvas.drawImage(picture(folder), 0, 0, WIDTH, HEIGHT)
        lines(*body)(canvas)

    return draw


def test_a_scan_is_refused_with_advice(tmp_path: Path) -> None:
    path = drawn(tmp_path / "a.pdf", scanned(tmp_path), scanned(tmp_path, "Page 2 of 2"))
    with pytest.raises(NoTextLayer, match="recognised"):
        pdf.read(path)


def test_a_scanned_page_among_others_is_reported_as_not_read(tmp_path: Path) -> None:
    path = drawn(
        tmp_path / "a.pdf", lines(*LINES), scanned(tmp_path), scanned(tmp_path, *LINES), lines()
    )
    draft = pdf.read(path)
    assert [(u.where, "no text layer" in u.reason) for u in draft.unread] == [
        ("page 2", True),
        ("page 3", False),
    ]
    assert texts(draft) == [PROSE, PROSE]


def test_a_font_that_does_not_say_its_letters_is_reported(tmp_path: Path) -> None:
    pdfmetrics.registerFont(TTFont("Vera", "Vera.ttf"))

    def draw(canvas: Canvas) -> None:
        canvas.setFont("Vera", 11)
        canvas.drawString(72, 700, "Nobody can copy this text out of the file.")

    path = drawn(tmp_path / "a.pdf", lines(*LINES), draw, pageCompression=0)
    # The font's table of letters now leads to a private area.
    data = re.sub(rb"(<[0-9A-F]{2}> <)00([2-7][0-9A-F]>)", rb"\1E0\2", path.read_bytes())
    path.write_bytes(data)
    unread = pdf.read(path).unread
    assert [u.where for u in unread] == ["page 2"]
    assert "font" in unread[0].reason


def test_comments_forms_and_links_are_read_as_what_no_page_shows(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        lines(*LINES)(canvas)
        canvas.textAnnotation("Ask legal about this name.", Rect=[100, 100, 120, 120])
        canvas.linkURL("mailto:j.smith@example.org", (72, 690, 200, 712))

    path = drawn(tmp_path / "a.pdf", lines(*LINES), draw)
    beside = [b for b in pdf.read(path).blocks if b.visibility is Visibility.METADATA]
    assert [(b.origin, b.text) for b in beside] == [
        ("annotation on page 2", "Ask legal about this name."),
        ("link target on page 2", "mailto:j.smith@example.org"),
    ]


def test_invisible_text_is_told_from_what_a_reader_sees(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        lines(*LINES)(canvas)
        text = canvas.beginText(72, 300)
        text.setTextRenderMode(3)
        text.textLine("A name that should have been taken out.")
        canvas.drawText(text)

    draft = pdf.read(drawn(tmp_path / "a.pdf", draw))
    assert texts(draft) == [PROSE]
    assert draft.blocks[-1].visibility is Visibility.HIDDEN


def hidden(draft: Draft) -> dict[str, str]:
    """What no reader sees, with how it is hidden."""
    return {b.text: b.origin for b in draft.blocks if b.visibility is Visibility.HIDDEN}


def test_a_name_under_a_black_bar_is_still_in_the_file(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        lines("Mother told Karen Whitlock at the clinic that she was well.")(canvas)
        canvas.rect(133, 697, 77, 12, fill=1, stroke=0)

    draft = pdf.read(drawn(tmp_path / "a.pdf", draw))
    assert texts(draft) == ["Mother told ████ at the clinic that she was well."]
    assert hidden(draft) == {"Karen Whitlock": "text under a box on page 1"}


def test_a_bar_with_nothing_under_it_stands_in_its_sentence(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.drawString(72, 350, "The aunt, ")
        canvas.rect(125, 347, 60, 12, fill=1, stroke=0)
        canvas.drawString(190, 350, "rang twice that week.")

    draft = pdf.read(drawn(tmp_path / "a.pdf", draw))
    assert texts(draft) == ["The aunt, ████ rang twice that week."]
    assert not hidden(draft)


def test_white_words_on_white_paper_are_hidden_and_those_on_a_dark_ground_are_not(
    tmp_path: Path,
) -> None:
    def draw(canvas: Canvas) -> None:
        lines(*LINES)(canvas)
        canvas.setFillColorRGB(0.1, 0.1, 0.3)
        canvas.rect(72, 240, 400, 20, fill=1, stroke=0)
        canvas.setFillColorRGB(1, 1, 1)
        canvas.drawString(76, 246, "What we heard from the family")
        canvas.drawString(72, 180, "Whitlock, Karen")

    draft = pdf.read(drawn(tmp_path / "a.pdf", draw))
    assert "What we heard from the family" in texts(draft)
    assert hidden(draft) == {"Whitlock, Karen": "text in the colour of the paper on page 1"}


def test_highlighted_and_shaded_words_are_seen(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setFillColorRGB(1, 1, 0)
        canvas.rect(72, 697, 300, 12, fill=1, stroke=0)
        canvas.setFillColorRGB(0, 0, 0)
        lines("The ward rang the duty desk twice that night.")(canvas)
        canvas.setFillColorRGB(1, 1, 0, alpha=0.4)
        canvas.rect(72, 697, 300, 12, fill=1, stroke=0)

    draft = pdf.read(drawn(tmp_path / "a.pdf", draw))
    assert texts(draft) == ["The ward rang the duty desk twice that night."]


def test_what_is_clipped_away_covers_nothing(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        lines(*LINES)(canvas)
        canvas.saveState()
        clip = canvas.beginPath()
        clip.rect(10, 10, 20, 20)
        canvas.clipPath(clip, stroke=0)
        canvas.setFillColorRGB(1, 1, 1)
        canvas.rect(0, 0, WIDTH, HEIGHT, fill=1, stroke=0)
        canvas.restoreState()

    assert texts(pdf.read(drawn(tmp_path / "a.pdf", draw))) == [PROSE]


def test_a_thick_line_hides_a_name_as_a_box_does(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        lines("Mother told Karen Whitlock at the clinic that she was well.")(canvas)
        canvas.setLineWidth(13)
        canvas.line(136, 703, 202, 703)

    draft = pdf.read(drawn(tmp_path / "a.pdf", draw))
    assert hidden(draft) == {"Karen Whitlock": "text under a box on page 1"}


def test_bars_of_a_chart_are_no_redactions(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        for at, name in enumerate(("Police", "Health", "Schools")):
            canvas.drawString(72, 600 - 30 * at, name)
            canvas.rect(130, 596 - 30 * at, 60 + 20 * at, 14, fill=1, stroke=0)

    assert "█" not in "".join(texts(pdf.read(drawn(tmp_path / "a.pdf", draw))))


@pytest.mark.parametrize(
    ("lead", "kind"),
    [
        ("On 8 July the manager of the clinic replied:", Kind.QUOTE),
        ("On 8 July the manager advised that the clinic had:", Kind.QUOTE),
        ("This review has already said:", Kind.PARAGRAPH),
        ("The clinic was closed on 8 July.", Kind.PARAGRAPH),
    ],
)
def test_what_is_set_in_after_a_reply_is_quoted(tmp_path: Path, lead: str, kind: Kind) -> None:
    inner = ParagraphStyle("inner", BODY, leftIndent=60, rightIndent=60)
    reply = "The clinic has begun to talk with the surgery, and will write again when it has done."
    story = [Paragraph(PROSE, BODY), Paragraph(lead, BODY), Paragraph(reply, inner)]
    draft = pdf.read(flowed(tmp_path / "a.pdf", [*story, Paragraph(PROSE, BODY)]))
    assert [b.kind for b in draft.blocks if b.text == reply] == [kind]
    assert texts(draft, Kind.PARAGRAPH).count(PROSE) == 2


def test_packets_without_an_end_take_no_time() -> None:
    started = time.monotonic()
    assert described(b"<x:xmpmeta " * 200_000) == {}
    assert time.monotonic() - started < 2


def test_an_earlier_version_in_the_file_is_told_too() -> None:
    packet = (
        '<x:xmpmeta xmlns:x="adobe:ns:meta/"><d:creator xmlns:d="http://purl.org/dc/elements/1.1/">'
        "%s</d:creator></x:xmpmeta>"
    )
    data = (packet % "Karen Smith" + packet % "Editor").encode()
    assert described(data)["xmp:creator"] == "Editor; Karen Smith"


def test_who_drew_a_logo_did_not_make_the_file() -> None:
    packet = (
        '<x:xmpmeta xmlns:x="adobe:ns:meta/"><r xmlns:dc="http://purl.org/dc/elements/1.1/">'
        "<dc:format>%s</dc:format><dc:creator>%s</dc:creator></r></x:xmpmeta>"
    )
    logo = packet % ("application/postscript", "Martin Quill")
    data = (logo + packet % ("application/pdf", "Dilys Penhallow")).encode()
    assert described(data)["xmp:creator"] == "Dilys Penhallow"


def test_drafts_can_be_read_in_several_threads(tmp_path: Path) -> None:
    path = drawn(tmp_path / "a.pdf", *[lines(*LINES)] * 20)
    with ThreadPoolExecutor(4) as pool:
        found = list(pool.map(lambda _: len(pdf.read(path).blocks), range(12)))
    assert len(set(found)) == 1


def test_what_an_xmp_packet_says_is_kept(tmp_path: Path) -> None:
    path = drawn(tmp_path / "a.pdf", lines(*LINES))
    packet = (
        b'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf='
        b'"http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description '
        b'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator><rdf:Seq><rdf:li>Dilys Penhallow'
        b"</rdf:li></rdf:Seq></dc:creator></rdf:Description></rdf:RDF></x:xmpmeta>"
    )
    data = path.read_bytes()
    path.write_bytes(data.replace(b"%%EOF", b"% " + packet + b"\n%%EOF"))
    assert pdf.read(path).properties["xmp:creator"] == "Dilys Penhallow"


def test_what_the_file_says_of_itself_is_kept(tmp_path: Path) -> None:
    path = flowed(tmp_path / "a.pdf", [Paragraph(PROSE, BODY)], author="A. Reviewer", title="")
    found = pdf.read(path).properties
    assert found["info:Author"] == "A. Reviewer"
    assert all(found.values())


def test_a_file_with_a_password_says_so(tmp_path: Path) -> None:
    locked = pdfencrypt.StandardEncryption("secret", "owner")
    with pytest.raises(PasswordProtected, match="password"):
        read(drawn(tmp_path / "a.pdf", lines(*LINES), encrypt=locked))


def test_half_a_file_is_not_passed_off_as_the_whole(tmp_path: Path) -> None:
    whole = drawn(tmp_path / "a.pdf", *[lines(*LINES)] * 6).read_bytes()
    half = tmp_path / "half.pdf"
    half.write_bytes(whole[: len(whole) // 2])
    with pytest.raises(CorruptFile, match="damaged"):
        read(half)


CIRCLE = b"""%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[2 0 R 3 0 R]/Count 2>>endobj
3 0 obj<</Type/Pages/Kids[2 0 R]/Count 1/Parent 2 0 R>>endobj
trailer<</Root 1 0 R>>
%%EOF"""


@pytest.mark.parametrize(
    "data", [b"%PDF-1.4\n" + bytes(range(256)) * 40 + b"%%EOF", b"%PDF-1.4\n%%EOF\n", CIRCLE]
)
def test_garbage_and_pages_that_hold_themselves_are_damaged_files(
    tmp_path: Path, data: bytes
) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(data)
    with pytest.raises(CorruptFile):
        read(path)


def test_a_file_that_only_calls_itself_pdf_is_no_draft(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_text("Just some words.")
    with pytest.raises(NotADraft):
        read(path)


def test_more_pages_than_a_report_could_have_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pdf, "MAX_PAGES", 3)
    with pytest.raises(TooLarge, match="4 pages"):
        pdf.read(drawn(tmp_path / "a.pdf", *[lines(*LINES)] * 4))


# --- PDFs made by Word and LibreOffice ---


def identity(block: Block) -> tuple[object, ...]:
    cell = block.cell and (block.cell.row, block.cell.column, block.cell.header)
    return block.kind, block.level, block.number, cell, block.text


def likeness(first: Draft, second: Draft) -> float:
    """Share of blocks that two drafts have alike and in the same order, from 0 to 1."""
    matcher = difflib.SequenceMatcher(
        None, [identity(b) for b in first.blocks], [identity(b) for b in second.blocks], False
    )
    return matcher.ratio()


@pytest.mark.parametrize("name", ["older-form-review", "practice-review"])
def test_word_file_and_tagged_pdf_of_one_draft_have_the_same_blocks(name: str) -> None:
    word, made = docx.read(EXAMPLES / f"{name}.docx"), pdf.read(EXAMPLES / f"{name}.pdf")
    assert likeness(word, made) > 0.98


def convert(source: Path, *, tagged: bool) -> Path:
    """The PDF that LibreOffice makes of a Word file."""
    office = shutil.which("soffice")
    if office is None:
        pytest.skip("LibreOffice (soffice) is not installed")
    options = f'{{"UseTaggedPDF":{{"type":"boolean","value":"{str(tagged).lower()}"}}}}'
    subprocess.run(
        [
            office,
            "--headless",
            f"-env:UserInstallation=file://{source.parent}/office",
            "--convert-to",
            f"pdf:writer_pdf_Export:{options}",
            "--outdir",
            str(source.parent),
            str(source),
        ],
        check=True,
        capture_output=True,
        timeout=120,
    )
    return source.with_suffix(".pdf")


def word_file(path: Path) -> Path:
    """A short case review made in Word: headings, bullets, a table over pages, a header."""
    document = Document()
    document.sections[0].header.paragraphs[0].text = "DRAFT – not for publication"
    document.add_paragraph("Serious Case Review: Child A", style="Title")
    for number, heading in enumerate(("Introduction", "Analysis"), 1):
        document.add_heading(f"{number} {heading}", 1)
        for item in range(1, 9):
            document.add_paragraph(f"{number}.{item}\t{PROSE} {PROSE}")
        document.add_paragraph("Nobody asked why the visits had stopped.", style="List Bullet")
        document.add_heading("What we learned", 2)
        document.add_paragraph(PROSE)
    document.add_heading("3 Recommendations", 1)
    table = document.add_table(rows=1, cols=3, style="Table Grid")
    for cell, text in zip(table.rows[0].cells, HEADERS, strict=True):
        cell.paragraphs[0].add_run(text).bold = True
    repeat = OxmlElement("w:tblHeader")
    repeat.set(qn("w:val"), "true")
    table.rows[0]._tr.get_or_add_trPr().append(repeat)
    for n in range(1, 13):
        for cell, text in zip(
            table.add_row().cells, (str(n), f"Text {n}. {PROSE}", "The Board"), strict=True
        ):
            cell.text = text
    document.save(str(path))
    return path


@pytest.mark.parametrize("tagged", [True, False], ids=["tagged", "untagged"])
def test_a_pdf_made_from_word_reads_like_the_word_file(tmp_path: Path, tagged: bool) -> None:
    source = word_file(tmp_path / "review.docx")
    word, made = docx.read(source), pdf.read(convert(source, tagged=tagged))
    assert texts(made, Kind.HEADING) == texts(word, Kind.HEADING)
    assert [b.number for b in made.blocks] == [b.number for b in word.blocks]
    assert rows(made) == rows(word)
    assert likeness(word, made) > 0.98


def test_page_breaks_between_paragraphs_change_nothing(tmp_path: Path) -> None:
    last = "The review ends here."
    story = [Paragraph(PROSE, BODY), PageBreak(), Paragraph(last, BODY)]
    assert texts(pdf.read(flowed(tmp_path / "a.pdf", story))) == [PROSE, last]
