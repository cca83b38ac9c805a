"""A copy of the author's Word file with its findings as comments on exactly their words.

Only the document part and the comments change, and those only where a comment begins or ends: a
run is split in two of the same formatting. Our earlier comments give way to the new ones; what
anyone else wrote stays, and so does a comment of ours that somebody has answered.
"""

from __future__ import annotations

import copy
import io
import posixpath
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from lxml import etree

from ..draft import OUR_NAME, RUNNING, Block, Visibility
from ..errors import DraftError
from ..masked_ids import is_masked_id
from ..readers.docx_comments import Comment, read_comments
from ..readers.docx_objects import plain_paper
from ..readers.docx_package import Package, open_package, w
from ..readers.docx_styles import Styles, read_styles
from ..result import LintResult, Location
from .annotated_copy import refuse_copy, source_of, write_copy
from .comment_text import comment_lines, summary_lines
from .remarks import MOST_PLACES, Remark, remarks
from .word_runs import anchor

_COMMENTS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
_CONTENT = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_MARKS = ("commentRangeStart", "commentRangeEnd", "commentReference")


def annotate(result: LintResult, path: Path, *, overwrite: bool = False) -> int:
    """Writes the annotated copy of a linted .docx to `path`; returns the number of comments.

    Raises DraftError as `annotated` does, and if `path` is the draft itself, is not called .docx,
    or is there already without `overwrite`.
    """
    refuse_other_format(result)
    refuse_copy(Path(result.path), path, overwrite=overwrite)
    made, count = annotated(result)
    write_copy(path, made)
    return count


def annotated(
    result: LintResult, data: bytes | None = None, *, most_places: int = MOST_PLACES
) -> tuple[bytes, int]:
    """The annotated copy of a linted .docx, and the number of its comments.

    `data` is the draft where it stands on no disk; `most_places` bounds the places one finding
    is told at. Raises DraftError if the draft is not a Word file, was saved as Strict Open XML, or
    has changed since it was checked.
    """
    source = Path(result.path)
    refuse_other_format(result)
    with open_package(source, source_of(result, data)) as package:
        main = package.main_part()
        if b"http://purl.oclc.org/ooxml/" in package.archive.read(package.entries[main.lower()]):
            raise DraftError(
                source,
                f"{source} was saved as Strict Open XML: "
                "save it in Word as an ordinary .docx first.",
            )
        document = package.xml(main)
        part, comments = _comments_part(package, main)
        kept = _remove_ours(document, comments, read_comments(package))
        styles = read_styles(next(map(package.xml, package.related(main, "styles")), None))
        headers = [*package.related(main, "header"), *package.related(main, "footer")]
        styles.plain_paper = plain_paper([document, *map(package.xml, headers)])
        writer = _Writer(document, comments, styles, main)
        writer.comment_on(writer.first, None, summary_lines(result))
        if any(map(is_masked_id, kept)):
            own = result.own_ids()
            kept = {own.get(id_, id_): paragraphs for id_, paragraphs in kept.items()}
        for remark in remarks(result.findings, most_places):
            writer.comment_remark(result, remark, kept)
        changed = {main: _bytes(document), part: _bytes(comments)}
        changed |= _registration(package, main, part)
        return _packed(package, changed), writer.count


def refuse_other_format(result: LintResult) -> None:
    """Raises DraftError if the draft is not a Word file."""
    if result.draft.format != "docx":
        path = result.path
        raise DraftError(path, f"{path} is not a Word file: comments need a .docx.")


class _Writer:
    """Adds comments to a document part and its comments part."""

    def __init__(
        self,
        document: etree._Element,
        comments: etree._Element,
        styles: Styles,
        main: str,
    ) -> None:
        self.comments = comments
        self.styles = styles
        self.paragraphs = list(document.iter(w("p")))
        self.main = main
        self.count = 0
        self.first = _first_paragraph(document)
        used = [int(c.get(w("id")) or 0) for c in comments.iterfind(w("comment"))]
        self.next_id = max(used, default=-1) + 1
        self.now = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")

    def comment_remark(
        self, result: LintResult, remark: Remark, kept: Mapping[str, Sequence[etree._Element]]
    ) -> None:
        """A comment on the words that a remark stands on, without what `kept` comments tell there."""
        # All that a remark tells stands in one paragraph.
        block = result.draft.blocks[remark.location.block]
        paragraph, exact = self._place(block)
        told = tuple(pair for pair in remark.told if paragraph not in kept.get(pair[0].id, ()))
        if not told:
            return
        remark = replace(remark, told=told)
        span = _raw_span(block, remark.location) if exact else None
        self.comment_on(paragraph, span, comment_lines(remark, exact))

    def comment_on(
        self, paragraph: etree._Element, span: tuple[int, int] | None, lines: Iterable[str]
    ) -> None:
        """One comment on raw characters of a paragraph, or on the whole of it."""
        anchor(paragraph, span, str(self.next_id), self.styles)
        comment = etree.SubElement(self.comments, w("comment"))
        comment.set(w("id"), str(self.next_id))
        comment.set(w("author"), OUR_NAME)
        comment.set(w("initials"), "scr")
        comment.set(w("date"), self.now)
        for line in lines:
            text = etree.SubElement(
                etree.SubElement(etree.SubElement(comment, w("p")), w("r")), w("t")
            )
            text.text = line
            text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
        self.next_id += 1
        self.count += 1

    def _place(self, block: Block) -> tuple[etree._Element, bool]:
        """The paragraph to comment on, and whether the words themselves stand in it.

        Word takes comments in the main text only: notes are commented on where they are referred
        to, others' comments where they stand; headers, footers and text outside paragraphs on the
        first paragraph.
        """
        part, hash_, number = (block.anchor or block.origin).partition("#")
        if part != self.main or not hash_ or block.kind in RUNNING:
            return self.first, False
        paragraph = self.paragraphs[int(number)]
        outer = _outermost(paragraph)
        exact = outer is paragraph and block.visibility is Visibility.SHOWN and not block.anchor
        return outer, exact


def _raw_span(block: Block, location: Location) -> tuple[int, int]:
    """A location in the raw text of its paragraph."""
    if block.offsets is None or location.end <= location.start:
        return location.start, location.end
    return block.offsets[location.start], block.offsets[location.end - 1] + 1


def _first_paragraph(document: etree._Element) -> etree._Element:
    """The first paragraph of the body that is not inside a text box."""
    for paragraph in document.iter(w("p")):
        if _outermost(paragraph) is paragraph:
            return paragraph
    return etree.SubElement(document[0], w("p"))


def _outermost(paragraph: etree._Element) -> etree._Element:
    """The paragraph around a text box, for a paragraph inside one."""
    around = list(paragraph.iterancestors(w("p")))
    return around[-1] if around else paragraph


def _remove_ours(
    document: etree._Element, comments: etree._Element, existing: list[Comment]
) -> dict[str, list[etree._Element]]:
    """Takes our comments out of both parts; returns the findings whose comments are kept
    because somebody answered them, each with the paragraphs that they stand on."""
    answered = {c.answers for c in existing if c.answers and not c.is_ours}
    kept: dict[str, list[etree._Element]] = {}
    stand = {mark.get(w("id")): mark for mark in document.iter(w("commentReference"))}
    for ours in (c for c in existing if c.id in answered and c.id in stand):
        around = list(stand[ours.id].iterancestors(w("p")))
        for id_ in ours.findings:
            kept.setdefault(id_, []).extend(around[-1:])
    gone = {c.id for c in existing if c.is_ours and c.id not in answered}
    for comment in list(comments.iterfind(w("comment"))):
        if comment.get(w("id")) in gone:
            comments.remove(comment)
    for name in _MARKS:
        for mark in list(document.iter(w(name))):
            if mark.get(w("id")) in gone:
                run = mark.getparent()
                assert run is not None
                if name == "commentReference" and not any(
                    child is not mark and child.tag != w("rPr") for child in run
                ):
                    mark = run
                parent = mark.getparent()
                assert parent is not None
                parent.remove(mark)
    return kept


def _comments_part(package: Package, main: str) -> tuple[str, etree._Element]:
    for part in package.related(main, "comments"):
        return part, package.xml(part)
    name = posixpath.join(posixpath.dirname(main), "comments.xml")
    return name, etree.Element(w("comments"), nsmap={"w": w("")[1:-1]})


def _registration(package: Package, main: str, part: str) -> dict[str, bytes]:
    """The relationship and content type of a comments part that the file did not have."""
    if part in package:
        return {}
    folder, name = posixpath.split(main)
    rels_name = posixpath.join(folder, "_rels", f"{name}.rels")
    types = package.xml("[Content_Types].xml")
    override = etree.SubElement(types, etree.QName(types, "Override").text)
    override.set("PartName", f"/{part}")
    override.set("ContentType", _CONTENT)
    rels = package.xml(rels_name)
    relation = etree.SubElement(rels, etree.QName(rels, "Relationship").text)
    relation.set("Id", "rIdScrLintComments")
    relation.set("Type", _COMMENTS)
    relation.set("Target", posixpath.basename(part))
    return {rels_name: _bytes(rels), "[Content_Types].xml": _bytes(types)}


def _bytes(root: etree._Element) -> bytes:
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _packed(package: Package, changed: Mapping[str, bytes]) -> bytes:
    """The package with the changed parts; what is not changed is copied byte for byte."""
    left = dict(changed)
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as out:
        for entry in package.archive.infolist():
            data = left.pop(entry.filename, None)
            out.writestr(copy.copy(entry), package.archive.read(entry) if data is None else data)
        for name, data in left.items():
            out.writestr(name, data)
    return made.getvalue()
