"""Block quotations of a PDF: paragraphs set in and in italics, or set in after "she replied:"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from .pdf_lines import Para

_SAID = re.compile(
    r"\b(?:said|says|told|replied|responded|answered|wrote|writes|stated|states|advised|commented"
    r"|submitted|added|explained|remarked|recalled|testified)\b[^.:;]{0,60}:$"
)
# The review's own words may be set in too, as a box or a list is.
_OWN = re.compile(
    r"\b(?:review|reviewers?|panel|authors?|report|chapter|section|we|I)\b[^.:;]{0,30}$"
)
_NUMBERED = re.compile(r"[^\w“‘\"'\[]|[(\[]?(?:\d{1,3}|[a-z]|[ivx]{1,4})[.)\]]")
_NOTES = frozenset({"Note", "FENote", "Aside"})
_SET_IN = 12  # points
_ALIKE = 3  # points


def find_quotations(paras: Sequence[Para], texts: dict[int, str], left: float) -> set[int]:
    """The ids of the paragraphs that are block quotations.

    `left` is where most paragraphs of the body begin. What is set in after "replied:" may have
    several paragraphs; numbered ones and items of lists are none.
    """
    italic, announced = set[int](), set[int]()
    last: Para | None = None
    for para in paras:
        if para.place is not None or para.tag in _NOTES:
            continue
        if _is_in_italics(para, left):
            italic.add(id(para))
        elif last is not None and _is_plain(para, texts[id(para)]):
            goes_on = id(last) in announced and abs(_edge(para) - _edge(last)) < _ALIKE
            if goes_on or _announces(last, texts[id(last)], para):
                announced.add(id(para))
        last = para
    return italic | announced


def _is_in_italics(para: Para, left: float) -> bool:
    """Whether a paragraph is set in and in italics, as what people said often is."""
    return (
        all(line.italic for line in para.lines)
        and min(line.x0 for line in para.lines) > left + 8
        and sum(len(line.words) for line in para.lines) > 4
    )


def _is_plain(para: Para, text: str) -> bool:
    """Whether it is a paragraph without a number, and no item of a list."""
    plain = para.tag in ("", "P", "Div", "Sect") and not para.level and not para.bold
    return plain and not _NUMBERED.match(text)


def _announces(before: Para, text: str, para: Para) -> bool:
    """Whether a paragraph ends with "she replied:", and the next is set in deeper than its text."""
    said = _SAID.search(text)
    if said is None or _OWN.search(text[: said.start()]):
        return False
    return _edge(para) > _text_edge(before) + _SET_IN


def _edge(para: Para) -> float:
    return min(line.x0 for line in para.lines)


def _text_edge(para: Para) -> float:
    """Where the text of a paragraph begins, after its number."""
    if len(para.lines) > 1:
        return min(line.x0 for line in para.lines[1:])
    words = para.lines[0].words
    numbered = len(words) > 1 and words[0].text[:1].isdigit()
    return words[1 if numbered else 0].x0
