"""Reads a PDF: its text by pdfium, its structure from the tags or, without them, from the look.

`Block.page` and `Block.origin` ("page 4") name the page on which a block begins. Running headers
and footers come first, each once; comments and other unseen text come last.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, field, replace
from pathlib import Path

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from ..draft import Block, Draft, Unread, Visibility
from ..errors import CorruptFile, NoTextLayer, PasswordProtected, TooLarge
from .clean import clean
from .pdf_beside import (
    attachments,
    bookmarks,
    comments,
    described,
    form_fields,
    link_targets,
    properties,
)
from .pdf_blocks import make_blocks
from .pdf_body import read_body
from .pdf_covered import take_covered
from .pdf_headings import plain
from .pdf_lines import Vocabulary, lines_in_order
from .pdf_page import PDFIUM, Page, read_page
from .pdf_shapes import measure
from .pdf_tree import Tree, descriptions

MAX_PAGES = 3000
MAX_CHARACTERS = 20_000_000
_FULL_PAGE = 0.6  # share of a page from which a picture may stand for the page
_SCANNED = 0.3  # share from which invisible text belongs to a picture
_STAMPED = 40  # letters: a scan with no more than that bears a stamp or page number only
_TAIL = 64 * 1024  # bytes in which a complete file ends
_NO_TEXT = "no text layer: the page is a picture, and words in pictures are not read"
_NO_LETTERS = "its font does not say which letters it shows, so its text cannot be read"
_BEHIND = "a picture fills most of the page: words in it are not read"


@dataclass
class _Scan:
    """What was found on the way through the pages."""

    pages: list[Page] = field(default_factory=list)
    tree: Tree = field(default_factory=Tree)
    unread: list[Unread] = field(default_factory=list)
    unseen: list[tuple[int, str, str]] = field(default_factory=list)
    links: list[tuple[int, str]] = field(default_factory=list)


def read(path: Path, data: bytes | None = None) -> Draft:
    """A PDF as blocks, from `data` where it stands on no disk.

    Raises PasswordProtected, CorruptFile, TooLarge, and NoTextLayer where every page is a picture.
    """
    data = path.read_bytes() if data is None else data
    with PDFIUM, closing(_open(path, data)) as document:
        scan = _scan(document, path)
        _look_for_text(scan, path)
        body = read_body(document, scan.pages, scan.tree)
        outline: dict[str, list[tuple[int, int]]] = {}
        for title, page, level in bookmarks(document):
            outline.setdefault(plain(title), []).append((page, level))
        blocks = make_blocks(
            body.paras,
            body.headers,
            body.footers,
            Vocabulary.of(scan.pages),
            outline,
            body.frame,
        )
        blocks += _unseen_blocks(scan, blocks)
        return Draft(
            path=str(path),
            format="pdf",
            blocks=tuple(blocks),
            unread=(*scan.unread, *attachments(document)),
            properties={**properties(document), **described(data)},
        )


def _open(path: Path, data: bytes) -> pdfium.PdfDocument:
    complete = b"%%EOF" in data[-_TAIL:]
    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        if error.err_code == raw.FPDF_ERR_PASSWORD:
            raise PasswordProtected(
                path,
                f"{path} is protected with a password. "
                "Open it, save a copy without the password and check that.",
            ) from None
        raise _damaged(path) from None
    # pdfium repairs what it can: half a file would pass for the whole.
    if not complete or not len(document):
        document.close()
        raise _damaged(path)
    if len(document) > MAX_PAGES:
        count = len(document)
        document.close()
        raise TooLarge(
            path, f"{path} has {count:,} pages, more than the {MAX_PAGES:,} that scr-lint reads."
        )
    return document


def _damaged(path: Path) -> CorruptFile:
    return CorruptFile(
        path,
        f"{path} is damaged or was not copied completely: "
        "make the PDF again, or copy it once more, and try again.",
    )


def _scan(document: pdfium.PdfDocument, path: Path) -> _Scan:
    scan = _Scan()
    characters = broken = 0
    for at in range(len(document)):
        number = at + 1
        try:
            page = document[at]
        except pdfium.PdfiumError:
            broken += 1
            scan.unread.append(Unread(f"page {number}", "the page is damaged and was not read"))
            continue
        with closing(page):
            content = read_page(page, number)
            measure(page, content)
            scan.tree.add_page(page, number)
            scan.unseen += [(number, "annotation", text) for text in comments(page)]
            scan.unseen += [(number, "form field", text) for text in form_fields(page)]
            scan.links += [(number, target) for target in link_targets(document, page)]
            for how, words in take_covered(page, content):
                lines = lines_in_order(words, number)
                scan.unseen += [(number, how, line.text) for line in lines]
        scan.unseen += [(number, "hidden text", text) for text in _take_hidden(content)]
        scan.pages.append(content)
        characters += sum(len(word.text) for word in content.words)
        if characters > MAX_CHARACTERS:
            raise TooLarge(path, f"{path} holds more text than scr-lint reads safely.")
    if broken == len(document):
        raise _damaged(path)
    return scan


def _take_hidden(page: Page) -> Iterator[str]:
    """Takes text off a page that nobody sees on it: set invisible, or beyond the paper's edge.

    Invisible text over a picture is what was recognised in a scan: that stays.
    """
    scanned = page.pictures >= _SCANNED
    hidden = [
        word
        for word in page.words
        if (word.unseen and not scanned)
        or (
            word.turn == page.turn
            and (
                word.x1 < 0
                or word.x0 > page.width
                or word.y < 0
                or word.y - word.size > page.height
            )
        )
    ]
    if hidden:
        gone = {word.order for word in hidden}
        page.words = [word for word in page.words if word.order not in gone]
        yield from (line.text for line in lines_in_order(hidden, page.number))


def _look_for_text(scan: _Scan, path: Path) -> None:
    """Notes the pages whose words cannot be read. Raises NoTextLayer where that is every page."""
    wordless = 0
    for page in scan.pages:
        where, characters = f"page {page.number}", sum(len(word.text) for word in page.words)
        if page.unmapped > 0.1 * characters:
            scan.unread.append(Unread(where, _NO_LETTERS))
            page.words = [word for word in page.words if "\ufffd" not in word.text]
        letters, pictured = page.letters, page.pictures >= _FULL_PAGE
        if not letters or (pictured and letters <= _STAMPED):
            wordless += 1
            if not page.unmapped and (letters or page.pictures > 0.02 or page.drawn > 40):
                scan.unread.append(Unread(where, _NO_TEXT))
        elif pictured and not any(word.unseen for word in page.words):
            scan.unread.append(Unread(where, _BEHIND))
    if wordless == len(scan.pages):
        raise NoTextLayer(
            path,
            f"{path} holds no text that can be read, as when pages were scanned: make the PDF "
            "from the Word document, or have the text recognised (OCR), and check that.",
        )


def _unseen_blocks(scan: _Scan, blocks: Sequence[Block]) -> Iterator[Block]:
    """Blocks for what no page shows: comments, entries in forms, descriptions, link targets."""
    shown = " ".join(block.text for block in blocks).lower()
    found = [(f"{what} on page {page}", text) for page, what, text in scan.unseen]
    found += [(f"alt text on page {page}", text) for page, text in descriptions(scan.tree)]
    found += [
        (f"link target on page {page}", target)
        for page, target in scan.links
        if target.removeprefix("mailto:").lower() not in shown
    ]
    seen: set[str] = set()
    index = len(blocks)
    for origin, raw_text in found:
        text, _ = clean(raw_text)
        if not text or (text in seen and not origin.startswith("annotation")):
            continue
        seen.add(text)
        page = int(origin.rsplit(" ", 1)[1])
        block = Block(index, text, page=page or None, origin=origin)
        hidden = origin.startswith(("hidden", "text "))
        yield replace(block, visibility=Visibility.HIDDEN if hidden else Visibility.METADATA)
        index += 1
