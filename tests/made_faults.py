"""Files that cannot be read or must not be: one for each fault, and the error it has to give."""

from __future__ import annotations

import struct
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import docx_builder as word
from docx_builder import p

from scr_lint.errors import (
    CorruptFile,
    DraftError,
    NotADraft,
    PasswordProtected,
    TooLarge,
    UnsafeFile,
)

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
_BODY = f"<w:document {word.NAMESPACES}><w:body>{{}}</w:body></w:document>"
_LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
_PDF = (
    b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
    b"2 0 obj<</Type/Pages/Kids[2 0 R 2 0 R]/Count 1000000>>endobj\n"
    b"trailer<</Root 1 0 R>>\n%%EOF\n"
)


@dataclass(frozen=True)
class Fault:
    """A file that cannot be read, the error it has to give, and words of its message."""

    file: str
    make: Callable[[Path], object]
    error: type[DraftError]
    says: str


def _bytes(data: bytes) -> Callable[[Path], object]:
    return lambda path: path.write_bytes(data)


def _parts(**changed: str | bytes | None) -> Callable[[Path], object]:
    """A Word file with other parts: "document", "relations", "content types"."""
    names = {
        "document": "word/document.xml",
        "relations": "word/_rels/document.xml.rels",
        "styles": "word/styles.xml",
    }

    def make(path: Path) -> None:
        word.write(path, p("The child was seen."))
        with zipfile.ZipFile(path) as archive:
            parts: dict[str, str | bytes | None] = {n: archive.read(n) for n in archive.namelist()}
        parts.update({names[key]: content for key, content in changed.items()})
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, content in parts.items():
                if content is not None:
                    archive.writestr(name, content)

    return make


def _cut(keep: float) -> Callable[[Path], object]:
    def make(path: Path) -> None:
        data = word.write(path, p("The child was seen. " * 50)).read_bytes()
        path.write_bytes(data[: int(len(data) * keep)])

    return make


def _entities(definitions: str, used: str) -> Callable[[Path], object]:
    head = f'<?xml version="1.0"?><!DOCTYPE d [{definitions}]>'
    return _parts(document=head + _BODY.format(p("x").replace("x", used)))


def _bomb(path: Path) -> None:
    """Forty megabytes of spaces in a part: forty kilobytes in the file."""
    _parts(document=_BODY.format(p("x") + " " * 40_000_000))(path)


def _lying_bomb(path: Path) -> None:
    """A part that unpacks to more than the directory says."""
    _parts(document=_BODY.format(p("x") + " " * 12_000_000))(path)
    data = bytearray(path.read_bytes())
    with zipfile.ZipFile(path) as archive:
        size = archive.getinfo("word/document.xml").file_size
    at = data.find(struct.pack("<L", size))
    while at >= 0:
        data[at : at + 4] = struct.pack("<L", 2000)
        at = data.find(struct.pack("<L", size))
    path.write_bytes(bytes(data))


def _many_parts(path: Path) -> None:
    """Parts that are each small enough and together are not."""
    word.write(path, p("x"))
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as archive:
        block = bytes(range(256)) * 4 * 1024 * 9
        for number in range(60):
            archive.writestr(f"word/media/{number}.bin", block)


def _deep(path: Path) -> None:
    depth = 2000
    word.write(path, "<w:tbl><w:tr><w:tc>" * depth + p("x") + "</w:tc></w:tr></w:tbl>" * depth)


def _two_texts(path: Path) -> None:
    word.write(path, p("One."))
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr("WORD/document.xml", _BODY.format(p("Two.")))


def _encrypted_zip(path: Path) -> None:
    """The flag for an encrypted entry, as some programs set with a password."""
    data = bytearray(word.write(path, p("x")).read_bytes())
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = data.find(mark)
        while at >= 0:
            data[at + offset] |= 1
            at = data.find(mark, at + 4)
    path.write_bytes(bytes(data))


FAULTS = (
    Fault("empty.docx", _bytes(b""), CorruptFile, "is empty"),
    Fault("empty.pdf", _bytes(b""), CorruptFile, "is empty"),
    Fault("empty.md", _bytes(b""), CorruptFile, "is empty"),
    Fault(
        "password.docx",
        _bytes(_OLE + "EncryptedPackage".encode("utf-16-le") + bytes(512)),
        PasswordProtected,
        "password",
    ),
    Fault("encrypted-parts.docx", _encrypted_zip, DraftError, "."),
    Fault("older-word.docx", _bytes(_OLE), NotADraft, "older Word file"),
    Fault("older-word.doc", _bytes(_OLE), NotADraft, "save it as .docx"),
    Fault("rich-text.docx", _bytes(b"{\\rtf1 Text}"), NotADraft, "not a Word document"),
    Fault("picture.pdf", _bytes(b"\x89PNG\r\n\x1a\n"), NotADraft, "not a PDF"),
    Fault("picture.md", _bytes(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"), NotADraft, "does not hold text"),
    Fault("word-in-disguise.md", _cut(1), NotADraft, "."),
    Fault("pdf-in-disguise.txt", _bytes(_PDF), NotADraft, "."),
    Fault("spreadsheet.xlsx", _bytes(b"PK"), NotADraft, "scr-lint reads"),
    Fault("cut-short.docx", _cut(0.6), CorruptFile, "not copied completely"),
    Fault("cut-at-the-end.docx", _cut(0.99), CorruptFile, "not copied completely"),
    Fault("cut-short.pdf", _bytes(_PDF[:60]), CorruptFile, "not copied completely"),
    Fault("only-a-head.docx", _bytes(b"PK\x03\x04"), CorruptFile, "damaged"),
    Fault("broken-text.docx", _parts(document="<w:document"), CorruptFile, "damaged"),
    Fault("broken-styles.docx", _parts(styles="<w:styles>"), CorruptFile, "damaged"),
    Fault("broken-relations.docx", _parts(relations="<<"), CorruptFile, "damaged"),
    Fault("no-text.docx", _parts(document=None), CorruptFile, "no text part"),
    Fault("not-a-document.docx", _parts(document="<html/>"), NotADraft, "not a Word document"),
    Fault("zeroes.docx", _parts(document=bytes(5000)), CorruptFile, "damaged"),
    Fault("bomb.docx", _bomb, TooLarge, "reads safely"),
    Fault("lying-bomb.docx", _lying_bomb, CorruptFile, "damaged"),
    Fault("many-parts.docx", _many_parts, TooLarge, "reads safely"),
    Fault("nested-tables.docx", _deep, DraftError, "."),
    Fault("two-texts.docx", _two_texts, UnsafeFile, "two versions"),
    Fault(
        "billion-laughs.docx",
        _entities(f'<!ENTITY l0 "lol">{_LAUGHS}', "&l9;"),
        UnsafeFile,
        "definition",
    ),
    Fault(
        "entity-from-outside.docx",
        _entities('<!ENTITY x SYSTEM "file:///etc/hostname">', "&x;"),
        UnsafeFile,
        "definition",
    ),
    Fault(
        "type-from-outside.docx",
        _parts(document='<!DOCTYPE d SYSTEM "http://a.example/d.dtd">' + _BODY.format(p("x"))),
        UnsafeFile,
        "definition",
    ),
    Fault(
        "entity-in-utf-16.docx",
        _parts(
            document=(
                '<?xml version="1.0" encoding="utf-16"?><!DOCTYPE d [<!ENTITY x "y">]>'
                + _BODY.format(p("x").replace("x", "&x;"))
            ).encode("utf-16")
        ),
        UnsafeFile,
        "definition",
    ),
    Fault(
        "entity-in-styles.docx",
        _parts(styles=f'<!DOCTYPE d [<!ENTITY x "y">]><w:styles {word.NAMESPACES}/>'),
        UnsafeFile,
        "definition",
    ),
    Fault("page-tree-in-a-circle.pdf", _bytes(_PDF), DraftError, "."),
)
