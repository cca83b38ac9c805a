"""Make the example drafts: each drafts/*.md becomes a Word file and, through LibreOffice, a PDF.

    python examples/make_examples.py             # Word files and tagged PDFs
    python examples/make_examples.py --no-pdf    # Word files only

The Markdown is light, one line to a block: a `---` front block, `#` headings, `+ ` numbered
paragraphs, `- ` bullets, `> ` quotations, pipe tables, `[^1]` footnotes, a `[[TOC]]` placeholder.
Dates come from the draft and not from the clock, so that building again gives the same bytes.
"""

import argparse
import hashlib
import io
import math
import os
import re
import shutil
import subprocess
import sys
import tempfile
import zipfile
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from docx import Document
from docx.document import Document as WordDocument
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from lxml import etree
from word_parts import (
    FIELD_END,
    TAB,
    TEXT_WIDTH,
    field_start,
    footnotes,
    numbering,
    paragraph,
    run,
    settings,
    styles,
    text_run,
)

HERE = Path(__file__).resolve().parent
OUTPUTS = {"older-form": "older-form-review", "practice-review": "practice-review"}
ACCENTS = {"older-form": "000000", "practice-review": "1F4E5F"}  # colour of titles and headings
CONTENTS_DEPTH = 2
KEPT = ("core-properties", "officeDocument", "/styles", "/settings", "/theme", "/numbering")
PDF_FILTER = 'pdf:writer_pdf_Export:{"UseTaggedPDF":{"type":"boolean","value":"true"}}'


# --- The Markdown ---------------------------------------------------------------------------------


@dataclass(frozen=True)
class Block:
    """One block of a draft; `rows` is for tables and `level` for headings."""

    kind: str  # heading, numbered, bullet, quote, table, contents or plain
    text: str = ""
    level: int = 0
    rows: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True)
class Source:
    """A draft as written: its front block, its blocks and its footnotes in order."""

    front: dict[str, str]
    blocks: list[Block]
    notes: dict[str, str]

    @property
    def headings(self) -> list[Block]:
        return [block for block in self.blocks if block.kind == "heading"]


def read_source(path: Path) -> Source:
    """Read a draft in the light Markdown described above."""
    _, front, body = path.read_text(encoding="utf-8").split("---\n", 2)
    notes = dict(re.findall(r"^\[\^(\w+)\]: (.+)$", body, flags=re.M))
    body = re.sub(r"^\[\^\w+\]: .+$", "", body, flags=re.M)
    blocks: list[Block] = []
    for chunk in filter(None, (part.strip() for part in re.split(r"\n\s*\n", body))):
        lines = chunk.splitlines()
        if lines[0].startswith("|"):
            rows = [tuple(c.strip() for c in line.strip()[1:-1].split("|")) for line in lines]
            if len({len(row) for row in rows}) != 1:
                raise ValueError(f"{path.name}: uneven rows in the table that begins {lines[0]!r}")
            blocks.append(Block("table", rows=(rows[0], *rows[2:])))
        else:
            blocks.extend(read_line(line) for line in lines)
    front_block = dict(line.split(": ", 1) for line in front.splitlines() if line)
    return Source(front_block, blocks, notes)


def read_line(line: str) -> Block:
    """The block that one line makes."""
    if line == "[[TOC]]":
        return Block("contents")
    if heading := re.match(r"(#{1,3}) (.+)", line):
        return Block("heading", heading[2], level=len(heading[1]))
    kinds = {"+ ": "numbered", "- ": "bullet", "> ": "quote"}
    if line[:2] in kinds:
        return Block(kinds[line[:2]], line[2:])
    return Block("plain", line)


# --- The body of the Word file --------------------------------------------------------------------

STYLE_OF = {"numbered": "NumberedParagraph", "bullet": "ListBullet", "quote": "Quote"}
NEW_PAGE = "<w:pageBreakBefore/>"
AFTER_TABLE = '<w:spacing w:before="200"/>'


def inline(text: str, notes: dict[str, str]) -> str:
    """Text as runs: the label of a recommendation in bold, footnote marks as real references."""
    runs, position = [], 0
    for mark in re.finditer(r"^(Recommendation \d+:)|\[\^(\w+)\]", text):
        runs.append(text_run(text[position : mark.start()]))
        if mark[1]:
            runs.append(text_run(mark[1], "<w:b/>"))
        else:
            number = list(notes).index(mark[2]) + 1
            reference = f'<w:footnoteReference w:id="{number}"/>'
            runs.append(run(reference, '<w:rStyle w:val="FootnoteReference"/>'))
        position = mark.end()
    return "".join(runs) + text_run(text[position:])


def column_widths(rows: tuple[tuple[str, ...], ...]) -> list[int]:
    """Widths that suit the text: room for the longest word, and more for longer cells."""
    weights = []
    for column in zip(*rows, strict=True):
        longest_word = max(len(word) for cell in column for word in (cell.split() or [""]))
        longest_cell = max(len(cell) for cell in column)
        weights.append(max(longest_word + 6, min(longest_cell, 4 * math.sqrt(longest_cell))))
    widths = [round(TEXT_WIDTH * weight / sum(weights)) for weight in weights]
    widths[-1] += TEXT_WIDTH - sum(widths)
    return widths


def table(rows: tuple[tuple[str, ...], ...], notes: dict[str, str]) -> str:
    """A bordered table whose first row is repeated at the top of each page."""
    widths = column_widths(rows)
    parts = [
        f'<w:tbl><w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblW w:w="{TEXT_WIDTH}" w:type="dxa"/>'
        '<w:tblLayout w:type="fixed"/><w:tblLook w:val="0620" w:firstRow="1" w:lastRow="0"'
        ' w:firstColumn="0" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/></w:tblPr><w:tblGrid>',
        *(f'<w:gridCol w:w="{width}"/>' for width in widths),
        "</w:tblGrid>",
    ]
    for number, row in enumerate(rows):
        header = "" if number else "<w:tblHeader/>"
        style = "TableText" if number else "TableHeading"
        parts.append(f"<w:tr><w:trPr><w:cantSplit/>{header}</w:trPr>")
        for width, cell in zip(widths, row, strict=True):
            parts.append(f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>')
            parts.append(paragraph(style, inline(cell, notes)) + "</w:tc>")
        parts.append("</w:tr>")
    return "".join(parts) + "</w:tbl>"


def contents(headings: list[Block], pages: list[str]) -> str:
    """A contents field, with the entries it would show when last updated."""
    opening = field_start(f'TOC \\o "1-{CONTENTS_DEPTH}" \\h \\z \\u')
    entries, chapter = [], 0
    for index, heading in enumerate(headings):
        chapter += heading.level == 1
        if heading.level > CONTENTS_DEPTH:
            continue
        anchor = f"_Toc{1000 + index}"
        number = text_run(str(chapter)) + TAB if heading.level == 1 else ""
        page = field_start(f"PAGEREF {anchor} \\h") + text_run(pages[index]) + FIELD_END
        entry = number + text_run(heading.text) + TAB + page
        link = f'<w:hyperlink w:anchor="{anchor}" w:history="1">{entry}</w:hyperlink>'
        entries.append(paragraph(f"TOC{heading.level}", opening + link))
        opening = ""
    return (
        '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/>'
        "<w:docPartUnique/></w:docPartObj></w:sdtPr><w:sdtContent>"
        + paragraph("TOCHeading", text_run("Contents"), NEW_PAGE)
        + "".join(entries)
        + f"<w:p>{FIELD_END}</w:p></w:sdtContent></w:sdt>"
    )


def body(source: Source, pages: list[str]) -> str:
    """The whole text: title page, front matter, contents, chapters."""
    front, notes = source.front, source.notes
    parts = [
        paragraph("Title", text_run(front["title"])),
        paragraph("Subtitle", text_run(front["subtitle"])),
        *(paragraph("CoverText", text_run(front[key])) for key in ("board", "author", "date")),
    ]
    heading_index, previous = 0, ""
    for number, block in enumerate(source.blocks):
        if block.kind == "contents":
            parts.append(contents(source.headings, pages))
        elif block.kind == "table":
            parts.append(table(block.rows, notes))
        elif block.kind == "heading":
            mark = f'<w:bookmarkStart w:id="{heading_index}" w:name="_Toc{1000 + heading_index}"/>'
            end = f'<w:bookmarkEnd w:id="{heading_index}"/>'
            properties = "" if heading_index else NEW_PAGE
            content = mark + inline(block.text, notes) + end
            parts.append(paragraph(f"Heading{block.level}", content, properties))
            heading_index += 1
        else:
            first = "" if number else NEW_PAGE
            properties = AFTER_TABLE if previous == "table" else first
            style = STYLE_OF.get(block.kind, "Normal")
            parts.append(paragraph(style, inline(block.text, notes), properties))
        previous = block.kind
    margins = 'w:top="1418" w:right="1418" w:bottom="1418" w:left="1418"'
    parts.append(
        '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/>'
        f'<w:pgMar {margins} w:header="709" w:footer="709" w:gutter="0"/></w:sectPr>'
    )
    return "".join(parts)


# --- Making the files -----------------------------------------------------------------------------


def refill(element: etree._Element, content: str) -> None:
    """Put ready XML in place of what an element holds."""
    for child in list(element):
        element.remove(child)
    element.extend(list(parse_xml(f"<w:holder {nsdecls('w')}>{content}</w:holder>")))


def word_document(source: Source, accent: str, pages: list[str]) -> WordDocument:
    """The draft as a python-docx document, keeping few parts of the blank one it starts from."""
    document, front = Document(), source.front
    for owner in (document.part, document.part.package):
        for key, relation in list(owner.rels.items()):
            if not relation.reltype.endswith(KEPT):
                del owner.rels[key]
    refill(document.styles.element, styles(accent))
    refill(document.part.numbering_part.element, numbering())
    refill(document.settings.element, settings())
    refill(document.element.body, body(source, pages))
    page = TAB + text_run("Page ") + field_start("PAGE") + text_run("1") + FIELD_END
    section = document.sections[0]
    for holder, style, after in ((section.header, "Header", ""), (section.footer, "Footer", page)):
        content = text_run(front[style.lower()]) + after
        refill(holder.paragraphs[0]._p.getparent(), paragraph(style, content))
    if source.notes:
        name, kind = PackURI("/word/footnotes.xml"), CONTENT_TYPE.WML_FOOTNOTES
        part = Part(name, kind, footnotes(source.notes), document.part.package)
        document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)
    set_properties(document, front)
    return document


def written_on(front: dict[str, str]) -> datetime:
    """The date of the draft; the first of the month if it gives no day."""
    form = "%d %B %Y" if front["date"][0].isdigit() else "%B %Y"
    return datetime.strptime(front["date"], form).replace(hour=9)


def set_properties(document: WordDocument, front: dict[str, str]) -> None:
    """Title, author and dates from the front block; nothing about who or what made the file."""
    properties = document.core_properties
    properties.title, properties.subject = front["title"], front["subtitle"]
    properties.author = properties.last_modified_by = front["author"]
    properties.created = properties.modified = written_on(front)
    properties.language, properties.revision, properties.comments = "en-GB", 1, ""


def save_word(document: WordDocument, path: Path) -> None:
    """Save with the same time stamp on every part."""
    buffer = io.BytesIO()
    document.save(buffer)
    with zipfile.ZipFile(buffer) as made, zipfile.ZipFile(path, "w") as fixed:
        for name in made.namelist():
            entry = zipfile.ZipInfo(name)  # 1 January 1980, as Word itself writes
            entry.compress_type, entry.create_system = zipfile.ZIP_DEFLATED, 0
            fixed.writestr(entry, made.read(name))


def save_pdf(soffice: str, word: Path, pdf: Path, written: datetime) -> None:
    """Have LibreOffice make a tagged PDF, then put fixed values for its date and identifiers.

    LibreOffice works in a profile of its own, so it does not matter whether it is open already.
    """
    with tempfile.TemporaryDirectory() as folder:
        call = [soffice, f"-env:UserInstallation={(Path(folder) / 'profile').as_uri()}"]
        call += ["--headless", "--convert-to", PDF_FILTER, "--outdir", folder, str(word)]
        subprocess.run(call, check=True, capture_output=True, env={**os.environ, "TZ": "UTC"})
        made = (Path(folder) / pdf.name).read_bytes()
    mark = hashlib.md5(word.read_bytes(), usedforsecurity=False).hexdigest().upper()
    for pattern, value in (
        (rb"(?<=/CreationDate\(D:)\d{14}", f"{written:%Y%m%d%H%M%S}"),
        (rb"(?<=/DocChecksum /)[0-9A-F]{32}", mark),
        (rb"(?<=<)[0-9A-F]{32}(?=>\n<[0-9A-F]{32}> \]|> \]\n/DocChecksum)", mark),
    ):
        made = re.sub(pattern, value.encode(), made)
    pdf.write_bytes(made)


def heading_pages(pdf: Path, count: int) -> list[str]:
    """The page of each heading, from the bookmarks in the PDF; blanks if it has others or none."""
    content = pdf.read_bytes() if pdf.exists() else b""
    kids = re.search(rb"/Kids\[([^\]]*)\]", content)
    pages = re.findall(rb"(\d+) 0 R", kids[1]) if kids else []
    targets = re.findall(rb"/Title<FEFF[0-9A-F]*>\s*/Dest\[(\d+) 0 R", content)
    if len(targets) != count:
        return [""] * count
    return [str(pages.index(target) + 1) for target in targets]


def make(draft: str, soffice: str | None) -> None:
    """Make one example, twice over if the page numbers in its contents turn out to have moved."""
    source = read_source(HERE / "drafts" / f"{draft}.md")
    word, pdf = HERE / f"{OUTPUTS[draft]}.docx", HERE / f"{OUTPUTS[draft]}.pdf"
    count = len(source.headings)
    pages = heading_pages(pdf, count)
    for _ in range(2):
        document = word_document(source, ACCENTS[draft], pages)
        save_word(document, word)
        if not soffice:
            print(f"{word.name} made")
            return
        save_pdf(soffice, word, pdf, written_on(source.front))
        before, pages = pages, heading_pages(pdf, count)
        if pages == before:
            break
    print(f"{word.name} and {pdf.name} made")


def main() -> int:
    """Make both examples."""
    parser = argparse.ArgumentParser(description="Make the example drafts from drafts/*.md.")
    parser.add_argument("--no-pdf", action="store_true", help="make the Word files only")
    wanted = not parser.parse_args().no_pdf
    soffice = shutil.which("soffice") if wanted else None
    for draft in OUTPUTS:
        make(draft, soffice)
    if wanted and not soffice:
        print("LibreOffice (soffice) is not on the path, so no PDFs were made.", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
