"""Word files with marks in their comments: select the words, insert a comment, write the note.

The comments are taken out before the file is read as a draft, and put back as marks: a sign of our
own stands in for each end of a comment while the paragraphs are read a second time.
"""

from __future__ import annotations

import copy
import io
import zipfile
from collections.abc import Sequence
from pathlib import Path

from lxml import etree

from ..draft import Draft, Kind, Role, Span, Visibility
from ..errors import DraftError
from ..readers import read
from ..readers.docx_comments import read_comments
from ..readers.docx_package import open_package, w
from ..structure.sections import with_structure
from .gold import Expected, Gold, MarkedFile, half_of
from .marked import Trouble
from .notes import Note, read_note

_FIRST = 0xF0000  # private use: no draft holds these
_MARKS = (w("commentRangeStart"), w("commentRangeEnd"))


def read_word(path: Path) -> MarkedFile:
    """A Word file whose comments are marks. What is wrong with them is told, not raised."""
    try:
        with open_package(path) as package:
            main = package.main_part()
            comments = read_comments(package)
            ids = _ids(package.xml(main))
            part = package.entries[main.lower()].filename
            plain, signed = (_rewritten(package.archive, part, signs) for signs in (False, True))
        draft = with_structure(read(path, plain))
        places = _places(draft, read(path, signed), ids)
    except DraftError as error:
        return MarkedFile(path, (), (Trouble(0, str(error)),))
    troubles: list[Trouble] = []
    notes: list[tuple[Note, Span | None, int | None, int]] = []
    for number, comment in enumerate(comments, 1):
        note, said = read_note(comment.text)
        troubles += [Trouble(number, f"comment {number}: {what}") for what in said]
        span = places.get(comment.id)
        if span is None:
            troubles.append(Trouble(number, f"comment {number} stands by no words of the text"))
            continue
        whole = span.end - span.start >= len(draft.blocks[span.block].text)
        alone = whole or span.start == span.end
        notes.append((note, None if alone and not _is_words(note) else span, span.block, number))
    rules = frozenset(code for note, *_ in notes for code in note.rules)
    gold = _gold(path, draft, notes, rules)
    return MarkedFile(path, (gold,), tuple(troubles))


def _is_words(note: Note) -> bool:
    """Whether a note is about words even where they are all there is in a paragraph or cell."""
    return any(code.startswith(("PRV", "ACR", "JAR")) for code, _ in note.verdicts)


def _gold(
    path: Path,
    draft: Draft,
    notes: list[tuple[Note, Span | None, int | None, int]],
    rules: frozenset[str],
) -> Gold:
    expected: list[Expected] = []
    roles: list[tuple[int, Role]] = []
    begins: list[tuple[str, int]] = []
    asked: list[tuple[int, tuple[str, ...]]] = []
    ends: list[tuple[int, int]] = []
    for note, span, block, number in notes:
        expected += [Expected(code, verdict, line=number) for code, verdict in note.whole]
        for code, verdict in note.verdicts:
            expected.append(Expected(code, verdict, span, block, note.group, number))
        if block is not None:
            begins += [(kind, block) for kind in note.begins]
            if note.addressees is not None:
                asked.append((block, note.addressees))
            if note.sentence and span is not None:
                ends.append((block, span.end))
            if note.role and draft.blocks[block].kind is Kind.HEADING:
                roles.append((block, note.role))
    return Gold(
        path,
        draft,
        tuple(expected),
        tuple(roles),
        tuple(begins),
        tuple(asked),
        tuple(ends),
        rules=rules,
        half=half_of(path),
    )


def _rewritten(archive: zipfile.ZipFile, main: str, signs: bool) -> bytes:
    """The file without its comments; with `signs`, a sign stands where each began and ended."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as out:
        for entry in archive.infolist():
            data = archive.read(entry)
            if entry.filename == main:
                data = _without_comments(data, signs)
            elif entry.filename.rsplit("/", 1)[-1].startswith("comments"):
                data = _emptied(data)
            out.writestr(copy.copy(entry), data)
    return made.getvalue()


def _emptied(part: bytes) -> bytes:
    root = etree.fromstring(part, etree.XMLParser(resolve_entities=False, no_network=True))
    for child in list(root):
        root.remove(child)
    return etree.tostring(root)


def _ids(root: etree._Element) -> list[str]:
    """The ids of the comments in a document part, in the order in which they begin."""
    return list(dict.fromkeys(mark.get(w("id")) or "" for mark in root.iter(*_MARKS)))


def _without_comments(document: bytes, signs: bool) -> bytes:
    root = etree.fromstring(document, etree.XMLParser(resolve_entities=False, no_network=True))
    ids = _ids(root)
    for mark in list(root.iter(*_MARKS)):
        number = ids.index(mark.get(w("id")) or "")
        parent = mark.getparent()
        if parent is None:
            continue
        if signs:
            parent.insert(parent.index(mark), _sign(mark, number))
        parent.remove(mark)
    for reference in list(root.iter(w("commentReference"))):
        run = reference.getparent()
        if run is not None and (above := run.getparent()) is not None:
            above.remove(run)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _sign(mark: etree._Element, number: int) -> etree._Element:
    """A run that holds the sign for one end of a comment, in the look of the words beside it."""
    beside = mark.getnext() if mark.tag == _MARKS[0] else mark.getprevious()
    run = etree.Element(w("r"))
    look = beside.find(w("rPr")) if beside is not None and beside.tag == w("r") else None
    if look is not None:
        run.append(copy.deepcopy(look))
    text = etree.SubElement(run, w("t"))
    text.text = chr(_FIRST + 2 * number + (mark.tag == _MARKS[1]))
    return run


def _places(draft: Draft, signed: Draft, ids: Sequence[str]) -> dict[str, Span]:
    """Where each comment's words stand in the draft, by the comment's id.

    `ids` are those of the comments, in the order of their signs.
    """
    blocks = {
        block.origin: block
        for block in draft.blocks
        if "#" in block.origin and block.visibility is Visibility.SHOWN
    }
    found: dict[str, Span] = {}
    opened: dict[int, tuple[int, int]] = {}
    for block in signed.blocks:
        own = blocks.get(block.origin)
        if own is None or block.visibility is not Visibility.SHOWN:
            continue
        kept, ends = _signs_in(block.text)
        # What was cut off is the number at the beginning, and spaces at the end.
        cut = -kept.find(own.text) if own.text in kept else len(own.text) - len(kept)
        for number, is_end, at in ends:
            place = min(max(at + cut, 0), len(own.text))
            if not is_end:
                opened[number] = own.index, place
            elif number in opened:
                index, start = opened[number]
                stop = place if index == own.index else len(draft.blocks[index].text)
                found[ids[number]] = Span(index, start, max(stop, start))
    return found


def _signs_in(text: str) -> tuple[str, list[tuple[int, bool, int]]]:
    """A text without signs, and for each the comment, whether it ends there, and where."""
    ends, kept = [], 0
    for char in text:
        if ord(char) >= _FIRST:
            number, is_end = divmod(ord(char) - _FIRST, 2)
            ends.append((number, bool(is_end), kept))
        else:
            kept += 1
    return "".join(c for c in text if ord(c) < _FIRST), ends
