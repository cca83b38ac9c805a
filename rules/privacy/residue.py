"""What a file holds beside its pages, kind by kind: what was found, what to do, and where."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from scr_lint import Block, Draft, Settings, Span
from scr_lint.draft import Visibility
from scr_lint.identity.names.loose_names import LooseNames
from scr_lint.identity.pseudonyms.scheme import find_scheme
from scr_lint.identity.publicity.links import FILE_PATH, leads_inside
from scr_lint.lists import listed

from .particulars import Particulars

_INSPECT = "In Word: File, Info, Check for Issues, Inspect Document; remove it, and save."
_WORD = re.compile(r"\bWord\b")
_SIGNATURE = re.compile(r"\b(?:signatures?|signed)\b", re.IGNORECASE)
# Comments that programs read, not people: "markdownlint-disable MD013", "toc", "pagebreak".
_FOR_PROGRAMS = re.compile(
    r"[\w-]*(?:lint|prettier|pandoc|vale|cspell|spell-?checker|textlint|toc|page-?break|newpage)"
    r"[\w-]*\b.*|(?:generated|created|converted|exported|built|produced) (?:by|with|from)\b.*|more|endif|\W*|(?:start|end|begin|stop)\W?\w*|#\w+",
    re.IGNORECASE,
)
_EMBEDDED = re.compile(r"(?:embedded|attached|inserted)\b")


#: Bodies that a picture may show the logo or the front door of.
_NO_BODIES = re.compile(
    r"\b(?:[A-Z][\w’'-]+ ){1,4}(?:(?:and|of) (?:[A-Z][\w’'-]+ )+)?(?:Board|Partnership|Council|Trust|"
    r"Constabulary|Police|University|Association|LSCB|LSCP)\b"
)


class Residue(NamedTuple):
    """One kind of residue. Words in “quotation marks” in the message are private."""

    message: str
    suggestion: str
    spans: tuple[Span, ...] = ()


def find_residue(draft: Draft, settings: Settings) -> Iterator[Residue]:
    """Each kind of residue in a draft."""
    particulars = Particulars(draft)
    yield from _tracked(draft)
    yield from _comments(draft)
    yield from _hidden(draft)
    yield from _made_by(draft, particulars)
    yield from _added(draft, particulars)
    yield from _embedded(draft)
    yield from _links(draft, particulars)
    yield from _names(draft, particulars, settings)


def _tracked(draft: Draft) -> Iterator[Residue]:
    count = draft.properties.get("tracked:changes", "")
    spans = _spans(b for b in draft.blocks if b.visibility is Visibility.DELETED)
    if count or spans:
        authors = draft.properties.get("tracked:authors", "")
        by = f", by {_quoted(authors.split('; '))}" if authors else ""
        changes = "a tracked change" if count == "1" else f"{count} tracked changes".strip()
        yield Residue(
            f"The file holds {changes}{by}: what was deleted can still be read.",
            "In Word: Review, accept or reject every change, and save.",
            spans,
        )


def _comments(draft: Draft) -> Iterator[Residue]:
    blocks = [
        b for b in _beside(draft, "comment", "annotation") if not _FOR_PROGRAMS.fullmatch(b.text)
    ]
    if blocks:
        authors = {b.origin.partition(" by ")[2] for b in blocks} - {""}
        by = f" by {_quoted(sorted(authors))}" if authors else ""
        yield Residue(
            f"The file holds comments{by}.",
            "Delete every comment: in Word, Review, Delete, Delete All Comments."
            if draft.format == "docx"
            else _inspect(draft),
            _spans(blocks),
        )


def _hidden(draft: Draft) -> Iterator[Residue]:
    hidden = [b for b in draft.blocks if b.visibility is Visibility.HIDDEN]
    covered = [b for b in hidden if re.search(r"\b(?:under|covered|behind)", b.origin)]
    if covered:
        yield Residue(
            "There is text under a bar or a box: it can be copied from there and read.",
            f"Take the words themselves out of {_source(draft)}, and make the PDF again.",
            _spans(covered),
        )
    if hidden := [b for b in hidden if b not in covered]:
        yield Residue(
            "The file holds text that its pages do not show.",
            "Delete it: in Word, show hidden text with ¶, and look for text in white, in the "
            "colour of what lies behind it, and in notes and cells that are no longer used.",
            _spans(hidden),
        )


def _made_by(draft: Draft, particulars: Particulars) -> Iterator[Residue]:
    if found := dict(particulars.made_by()):
        said = ", ".join(f"{label} {_quoted(value.split('; '))}" for label, value in found.items())
        # In Markdown the particulars are lines of the text.
        lines = [b for b in draft.blocks if draft.format == "md" and b.text in found.values()]
        yield Residue(f"The file says who made it: {said}.", _inspect(draft), _spans(lines))


def _added(draft: Draft, particulars: Particulars) -> Iterator[Residue]:
    if found := dict(particulars.added()):
        said = ", ".join(f"{name} “{value}”" for name, value in found.items())
        yield Residue(f"Particulars were added to the file: {said}.", _inspect(draft))


def _embedded(draft: Draft) -> Iterator[Residue]:
    if found := [gap.where for gap in draft.unread if _EMBEDDED.match(gap.where)]:
        yield Residue(
            f"There are files inside the file: {_quoted(found)}.",
            "Remove them; paste a chart or a table from a spreadsheet as a picture.",
        )


def _links(draft: Draft, particulars: Particulars) -> Iterator[Residue]:
    spans = [*_spans(b for b in _beside(draft, "link target") if leads_inside(b.text))]
    spans += [
        Span(block.index, *match.span())
        for block in draft.blocks
        if block.visibility is Visibility.SHOWN
        for match in FILE_PATH.finditer(block.text)
    ]
    places = dict.fromkeys([*(draft.text_at(span) for span in spans), *particulars.places()])
    if places:
        yield Residue(
            f"The file leads to where papers are kept: {_quoted(places)}.",
            "Remove the link or the path; attach the template “Normal” instead of one on a disk or a "
            "server."
            if not spans
            else "Remove the link, and name the document in words.",
            tuple(spans),
        )


def _names(draft: Draft, particulars: Particulars, settings: Settings) -> Iterator[Residue]:
    """Names of people where no page shows them: pictures, the file's name, its title."""
    allowed = tuple(word for name in settings.names.allow for word in name.split())
    own = replace(settings.names, pseudonyms=(*settings.names.pseudonyms, *allowed))
    names = LooseNames(settings.check.model, particulars.shown, find_scheme(draft, own))
    found: dict[Span, str] = {}
    for block in _beside(draft, "alt text", "picture name"):
        is_file = block.origin.startswith("picture name")
        told = Path(block.text).stem if is_file else _NO_BODIES.sub(" ", block.text)
        for name in names.find(told):
            if _SIGNATURE.search(told) and particulars.shows(name):
                continue  # the signature of somebody whose name is printed beneath it
            at = block.text.find(name)
            span = Span(block.index, at, at + len(name)) if at >= 0 else _whole(block)
            found[span] = name
    if found:
        yield Residue(
            f"The description or file name of a picture names somebody: {_quoted(found.values())}.",
            "Describe the picture without the name, and give its file another name.",
            tuple(found),
        )
    if named := names.find(Path(draft.path).stem):
        yield Residue(
            f"The name of the file names somebody: {_quoted(named)}.",
            "Call the file by the code that the report uses.",
        )
    labels = {label: names.find(value) for label, value in particulars.free_text()}
    if any(labels.values()):
        where = listed(label for label, named in labels.items() if named)
        quoted = _quoted(name for named in labels.values() for name in named)
        yield Residue(f"The file's {where} names somebody: {quoted}.", _inspect(draft))


def _inspect(draft: Draft) -> str:
    """How to take something out of a file, by what it is and by what it was made with."""
    if draft.format == "pdf":
        return f"Take it out of {_source(draft)} and make the PDF again from that."
    return (
        _INSPECT if draft.format == "docx" else "Take it out of the file before it leaves the team."
    )


def _source(draft: Draft) -> str:
    """What a PDF was made from: a Word document only where it says that Word made it."""
    makers = (draft.properties.get(name, "") for name in ("info:Creator", "xmp:CreatorTool"))
    if any(map(_WORD.search, makers)):
        return "the Word document"
    return "the document that it was made from"


def _whole(block: Block) -> Span:
    return Span(block.index, 0, len(block.text))


def _beside(draft: Draft, *origins: str) -> list[Block]:
    """The blocks that no page shows and whose origin begins so."""
    return [
        block
        for block in draft.blocks
        if block.visibility is Visibility.METADATA and block.origin.startswith(origins)
    ]


def _spans(blocks: Iterable[Block]) -> tuple[Span, ...]:
    return tuple(_whole(block) for block in blocks if block.text)


def _quoted(words: Iterable[str]) -> str:
    return ", ".join(f"“{word}”" for word in dict.fromkeys(words))
