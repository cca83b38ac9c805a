"""What a Word document says of itself beside its text: whose it is, who worked on it, from what."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from urllib.parse import unquote

from lxml import etree

from ..draft import OUR_NAME
from ..errors import CorruptFile
from .clean import clean
from .docx_package import VAL, Package, w

_PARTS = {
    "core-properties": "core",
    "extended-properties": "app",
    "custom-properties": "custom",
}
_COUNTED_BY_WORD = frozenset({"TitlesOfParts", "HeadingPairs"})
_W15 = "http://schemas.microsoft.com/office/word/2012/wordml"
_SCHEMA = "http://www.w3.org/2001/XMLSchema"
_BIBLIOGRAPHY = "http://schemas.openxmlformats.org/officeDocument/2006/bibliography"
_FORMATS = re.compile(r".*Change$|cell(?:Ins|Del|Merge)$")
_MOVED_OR_TYPED = frozenset({"ins", "del", "moveFrom", "moveTo"})
_LONGEST = 500  # characters of one property


def read_properties(package: Package, main: str) -> dict[str, str]:
    """The particulars that are filled in.

    "core:creator" and "app:Company" are properties as Word shows them, "custom:Case" one that
    somebody added, "variable:Case" and "xml:Abstract" what forms and cover pages keep beside
    the text, "people:authors" those whom Word remembers as having edited or commented, and
    "settings:template" the template's place when it is not just a name.
    """
    found = dict(_properties(package))
    found.update(_variables(package, main))
    found.update(_custom_xml(package, main))
    found.update(_people(package, main))
    for part in package.related(main, "settings"):
        for relation in package.relations(part).values():
            if relation.kind == "attachedTemplate":
                found["settings:template"] = unquote(relation.target)
    return {name: text[:_LONGEST] for name, text in found.items() if text}


def read_tracked(roots: Iterable[etree._Element]) -> dict[str, str]:
    """How many tracked changes the parts hold and who made them, as properties."""
    count = 0
    authors: set[str] = set()
    for root in roots:
        for element in root.iter(etree.Element):
            name = etree.QName(element).localname
            if element.tag == w(name) and (name in _MOVED_OR_TYPED or _FORMATS.match(name)):
                count += 1
                authors.add((element.get(w("author")) or "").strip())
    found = {"tracked:changes": str(count), "tracked:authors": "; ".join(sorted(authors - {""}))}
    return {name: text for name, text in found.items() if text} if count else {}


def _properties(package: Package) -> Iterator[tuple[str, str]]:
    for relation in package.relations("").values():
        prefix = _PARTS.get(relation.kind)
        if prefix is None or relation.external or relation.target not in package:
            continue
        for element in package.xml(relation.target):
            name = element.get("name") or etree.QName(element).localname
            if name not in _COUNTED_BY_WORD:
                yield f"{prefix}:{name}", _text(element)


def _variables(package: Package, main: str) -> Iterator[tuple[str, str]]:
    for part in package.related(main, "settings"):
        for variable in package.xml(part).iter(w("docVar")):
            yield f"variable:{variable.get(w('name'))}", clean(variable.get(VAL) or "")[0]


def _custom_xml(package: Package, main: str) -> Iterator[tuple[str, str]]:
    """What cover pages and forms hold; the sources of the bibliography are cited authors."""
    for part in package.related(main, "customXml"):
        try:
            root = package.xml(part)
        except CorruptFile:
            continue  # any kind of file may be kept there; no page shows it
        if etree.QName(root).namespace == _BIBLIOGRAPHY:
            continue
        for element in root.iter(etree.Element):
            text = clean(element.text or "")[0]
            if text and not len(element) and etree.QName(element).namespace != _SCHEMA:
                yield f"xml:{etree.QName(element).localname}", text


def _people(package: Package, main: str) -> Iterator[tuple[str, str]]:
    authors = {
        (person.get(f"{{{_W15}}}author") or "").strip()
        for part in package.related(main, "people")
        for person in package.xml(part)
    }
    yield "people:authors", "; ".join(sorted(authors - {"", OUR_NAME}))


def _text(element: etree._Element) -> str:
    leaves = ("".join(map(str, leaf.itertext())) for leaf in element.iter() if not len(leaf))
    return clean("; ".join(leaf.strip() for leaf in leaves if leaf.strip()))[0]
