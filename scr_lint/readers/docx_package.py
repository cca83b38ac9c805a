"""Opens a .docx as the set of XML parts it is, and trusts none of them.

A part is read only when it is asked for, never larger than its directory entry says, and never
with entities, a document type or anything from outside the file.
"""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from lxml import etree

from ..errors import CorruptFile, NotADraft, TooLarge, UnsafeFile

MAX_UNPACKED = 500 * 1024 * 1024
MAX_PART = 100 * 1024 * 1024
#: Text packs to a tenth or so; a part that packs to less than a 300th was made to exhaust memory.
MAX_RATIO = 300
RATIO_MATTERS_FROM = 10 * 1024 * 1024

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
M = "http://schemas.openxmlformats.org/officeDocument/2006/math"
A = "http://schemas.openxmlformats.org/drawingml/2006/main"
C = "http://schemas.openxmlformats.org/drawingml/2006/chart"
WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
V = "urn:schemas-microsoft-com:vml"
O = "urn:schemas-microsoft-com:office:office"  # noqa: E741
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
_PURL = b"http://purl.oclc.org/ooxml/"
# Word's "Strict Open XML" uses other names for the same things.
_STRICT = {
    _PURL + b"wordprocessingml/main": W.encode(),
    _PURL + b"officeDocument/relationships": R.encode(),
    _PURL + b"officeDocument/math": M.encode(),
    _PURL + b"drawingml/": f"{_DRAWING}/".encode(),
}


def w(name: str) -> str:
    """The full name of a WordprocessingML element or attribute."""
    return f"{{{W}}}{name}"


VAL = w("val")


@dataclass(frozen=True, slots=True)
class Relation:
    """What one part of a package refers to: a part of it, or something `external`."""

    kind: str
    target: str
    external: bool


@dataclass
class Package:
    """The parts of an open .docx, by name without a leading slash ("word/document.xml")."""

    path: Path
    archive: zipfile.ZipFile
    entries: dict[str, zipfile.ZipInfo]
    _relations: dict[str, dict[str, Relation]] = field(default_factory=dict)
    _read_parts: set[str] = field(default_factory=set)

    def __contains__(self, part: str) -> bool:
        return part.lower() in self.entries

    def names(self) -> list[str]:
        """The names of all parts."""
        return [_part_name(entry.filename) for entry in self.entries.values()]

    def was_read(self, part: str) -> bool:
        """Whether a part has been asked for."""
        return part.lower() in self._read_parts

    def xml(self, part: str) -> etree._Element:
        """The root element of a part. Raises CorruptFile if it is missing or broken."""
        self._read_parts.add(part.lower())
        data = _without_strict_names(self._read(part))
        if b"<!DOCTYPE" in data or b"<!ENTITY" in data:
            raise self._unsafe()
        parser = etree.XMLParser(
            resolve_entities=False,
            no_network=True,
            load_dtd=False,
            huge_tree=False,
            remove_comments=True,
            remove_pis=True,
        )
        try:
            root = etree.fromstring(data, parser)
        except etree.XMLSyntaxError:
            root = None
        if root is None:
            raise _damaged(self.path, part)
        doctype = root.getroottree().docinfo.doctype  # type: ignore[union-attr]
        if doctype:
            raise self._unsafe()
        return root

    def relations(self, part: str) -> dict[str, Relation]:
        """What a part refers to, by relationship id; "" stands for the package itself."""
        if part not in self._relations:
            folder, name = posixpath.split(part)
            rels = posixpath.join(folder, "_rels", f"{name}.rels")
            found: dict[str, Relation] = {}
            if rels in self:
                for element in self.xml(rels):
                    target = element.get("Target") or ""
                    external = element.get("TargetMode") == "External"
                    if not external:
                        target = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
                    kind = (element.get("Type") or "").rpartition("/")[2]
                    found[element.get("Id") or ""] = Relation(kind, target, external)
            self._relations[part] = found
        return self._relations[part]

    def related(self, part: str, kind: str) -> list[str]:
        """The parts of a kind ("header", "styles") that a part refers to and that are there."""
        return [
            relation.target
            for relation in self.relations(part).values()
            if relation.kind == kind and not relation.external and relation.target in self
        ]

    def main_part(self) -> str:
        """The name of the part that holds the document's text."""
        for part in (*self.related("", "officeDocument"), "word/document.xml"):
            if part in self:
                return part
        raise CorruptFile(
            self.path,
            f"{self.path} has no text part, so it was not saved completely: "
            "open it in Word, save it again and try once more.",
        )

    def _read(self, part: str) -> bytes:
        entry = self.entries.get(part.lower())
        if entry is None:
            raise _damaged(self.path, part)
        if entry.file_size > MAX_PART:
            raise _too_large(self.path)
        try:
            with self.archive.open(entry) as file:
                # With a size, a part that lies about its own is not unpacked beyond it.
                return file.read(entry.file_size + 1)
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError) as error:
            raise _damaged(self.path, part) from error

    def _unsafe(self) -> UnsafeFile:
        return UnsafeFile(
            self.path,
            f"{self.path} holds a definition that no Word document needs and that could harm "
            "the computer reading it: open it in Word, save it under a new name and check that.",
        )


@contextmanager
def open_package(path: Path, data: bytes | None = None) -> Iterator[Package]:
    """An open .docx, from `data` where it stands on no disk.

    Raises a DraftError for a file that is damaged or not safe to unpack.
    """
    try:
        archive = zipfile.ZipFile(path if data is None else io.BytesIO(data))
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
        raise CorruptFile(
            path,
            f"{path} is damaged or was not copied completely: "
            "open it in Word, let Word repair it, save it and try once more.",
        ) from error
    with archive:
        entries: dict[str, zipfile.ZipInfo] = {}
        for entry in archive.infolist():
            name = _part_name(entry.filename).lower()
            if name in entries:
                raise UnsafeFile(
                    path,
                    f"{path} holds two versions of one of its parts, so what Word shows may not be "
                    "what is checked: open it in Word, save it under a new name and check that.",
                )
            entries[name] = entry
        _check_size(path, archive)
        if "[content_types].xml" not in entries and "word/document.xml" not in entries:
            raise NotADraft(
                path, f"{path} is called .docx but is not a Word document: check what it is."
            )
        yield Package(path, archive, entries)


def _check_size(path: Path, archive: zipfile.ZipFile) -> None:
    total = 0
    for entry in archive.infolist():
        total += entry.file_size
        bomb = (
            entry.file_size > RATIO_MATTERS_FROM
            and entry.file_size > MAX_RATIO * entry.compress_size
        )
        if bomb or total > MAX_UNPACKED:
            raise _too_large(path)


def _part_name(name: str) -> str:
    return name.replace("\\", "/").lstrip("/")


def _without_strict_names(data: bytes) -> bytes:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        text = data.decode("utf-16", errors="replace")
        data = text.partition("?>")[2].encode() if text.startswith("<?xml") else text.encode()
    if _PURL in data:
        for strict, transitional in _STRICT.items():
            data = data.replace(strict, transitional)
    return data


def _damaged(path: Path, part: str) -> CorruptFile:
    return CorruptFile(
        path,
        f"{path} is damaged inside ({part}): "
        "open it in Word, let Word repair it, save it and try once more.",
    )


def _too_large(path: Path) -> TooLarge:
    return TooLarge(
        path,
        f"{path} unpacks to more than scr-lint reads safely: "
        "copy its text into a new Word document and check that.",
    )
