"""Makes the Word file and the PDF of each marked draft.

    python corpora/make_files.py [FILE.md …]

The Word file holds the marks as comments, as an annotator would set them in Word; the PDF is of the
text without them, and needs LibreOffice (`soffice`). Without files, all drafts are made.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterable
from itertools import pairwise
from pathlib import Path

import docx
from docx.document import Document
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from scr_lint.draft import Block, Kind
from scr_lint.evaluation.gold import Expected, Gold, read_text
from scr_lint.evaluation.notes import NOBODY, Verdict

FOLDER = Path(__file__).parent / "drafts"
_WORD = {Verdict.FIND: "", Verdict.LEAVE: "not ", Verdict.EITHER: "maybe "}


def main() -> None:
    """Makes the files of the drafts named on the command line, or of all."""
    for path in [Path(name) for name in sys.argv[1:]] or sorted(FOLDER.rglob("*.md")):
        gold = read_text(path).parts[0]
        build(gold, marked=True).save(str(path.with_suffix(".docx")))
        if shutil.which("soffice"):
            with tempfile.TemporaryDirectory() as folder:
                plain = Path(folder) / f"{path.stem}.docx"
                build(gold, marked=False).save(str(plain))
                command = ["soffice", "--headless", "--convert-to", "pdf", "--outdir"]
                subprocess.run(
                    [*command, str(path.parent), str(plain)], check=True, capture_output=True
                )
        print(path.stem)


def build(gold: Gold, *, marked: bool) -> Document:
    """A Word document of a draft, with its marks as comments or without them."""
    document = docx.Document()
    document.core_properties.author = ""
    notes = _notes(gold) if marked else {}
    table: list[Block] = []
    for block in gold.draft.blocks:
        if table and (block.cell is None or block.cell.table != table[0].cell.table):  # type: ignore[union-attr]
            _table(document, table, notes)
            table = []
        if block.cell is not None:
            table.append(block)
        else:
            _write(_paragraph(document, block), block, notes)
    if table:
        _table(document, table, notes)
    return document


def _paragraph(document: Document, block: Block) -> Paragraph:
    if block.kind is Kind.HEADING:
        return document.add_heading(level=min(block.level, 9))
    if block.kind is Kind.LIST_ITEM and not any(c.isalnum() for c in block.number):
        return document.add_paragraph(style="List Bullet")
    return document.add_paragraph(style="Quote" if block.kind is Kind.QUOTE else None)


def _table(document: Document, cells: list[Block], notes: Notes) -> None:
    rows = max(b.cell.row for b in cells if b.cell) + 1
    columns = max(b.cell.column for b in cells if b.cell) + 1
    table = document.add_table(rows, columns, style="Table Grid")
    used: set[tuple[int, int]] = set()
    for block in cells:
        assert block.cell is not None
        place = block.cell.row, block.cell.column
        cell = table.cell(*place)
        paragraph = cell.add_paragraph() if place in used else cell.paragraphs[0]
        used.add(place)
        _write(paragraph, block, notes)


Place = tuple[int, int]
Notes = dict[int, dict[Place, list[str]]]


def _notes(gold: Gold) -> Notes:
    """What the comments say, by block and place in it; the whole block where the end is -1."""
    notes: Notes = defaultdict(lambda: defaultdict(list))
    first = next(b.index for b in gold.draft.blocks if b.text)
    for e in gold.expected:
        block = first if e.block is None else e.block
        place = (e.span.start, e.span.end) if e.span else (0, -1)
        said = notes[block][place]
        said.append(_said(e))
        if e.group and f"group: {e.group}" not in said:
            said.append(f"group: {e.group}")
    for block, role in gold.roles:
        notes[block][0, -1].append(f"role: {role}")
    for kind, block in gold.begins:
        notes[block][0, -1].append(kind)
    for block, names in gold.asked:
        notes[block][0, -1].append(f"addressee: {', '.join(names) or NOBODY}")
    if gold.rules:
        notes[first][0, -1].append(f"rules: {', '.join(sorted(gold.rules))}")
    return notes


def _said(e: Expected) -> str:
    return f"{'draft: ' if e.block is None else ''}{_WORD[e.verdict]}{e.code}"


def _write(paragraph: Paragraph, block: Block, notes: Notes) -> None:
    """The words of a block, in runs that begin and end where marks do, with their comments."""
    here = notes.get(block.index, {})
    lead = f"{block.number} " if any(c.isalnum() for c in block.number) else ""
    ends = {0, len(block.text), *(p for place in here for p in place if p >= 0)}
    runs: dict[int, Run] = {}
    if lead:
        paragraph.add_run(lead)
    cuts = sorted(ends)
    for start, end in pairwise(cuts):
        runs[start] = paragraph.add_run(block.text[start:end])
    for (start, end), said in here.items():
        inside = _between(runs, start, len(block.text) if end < 0 else end)
        if inside:
            paragraph.part.document.add_comment(
                inside, "; ".join(dict.fromkeys(said)), author="marks"
            )  # type: ignore[attr-defined]


def _between(runs: dict[int, Run], start: int, end: int) -> Iterable[Run]:
    return [run for at, run in sorted(runs.items()) if start <= at < end]


if __name__ == "__main__":
    main()
