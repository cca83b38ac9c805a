"""Title, headings and their levels: from the structure tree, the bookmarks, or their looks."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from ..draft import count_words
from .numbers import depth, heading_number, is_list_number, is_long_heading
from .pdf_layout import Frame
from .pdf_lines import Para
from .pdf_paragraphs import CONTENTS

_MAX_WORDS = 30
_BIGGER = 1.12  # a heading's size, as a share of the body's
_PLAIN = frozenset({"", "P", "LI", "Div", "Span"})
_END = re.compile(r"[.;,][”’\"')\]]*$")

#: Titles in the outline, plain, with the pages (from 1) and levels (from 1) they lead to.
Outline = Mapping[str, Sequence[tuple[int, int]]]


def plain(text: str) -> str:
    """Words for comparing a heading with a bookmark: without number, case and punctuation."""
    _, start = heading_number(text)
    return re.sub(r"\W+", " ", text[start:]).casefold().strip()


def find_headings(
    paras: Sequence[Para], texts: Sequence[str], outline: Outline, frame: Frame
) -> None:
    """Sets the tag of each paragraph that is a title or heading: "Title", "H1", "H2", …

    Paragraphs and texts go in pairs, in reading order. Headings that are only bold are left for
    later: they depend on what stands around them.
    """
    _find_title(paras, texts, frame)
    tagged = sum(bool(re.fullmatch(r"H\d?", para.tag)) for para in paras)
    from_outline: dict[int, int] = {}
    if not tagged:
        for at, (para, text) in enumerate(zip(paras, texts, strict=True)):
            level = _in_outline(para, text, outline)
            if level and para.tag in _PLAIN and para.place is None and _short(text):
                from_outline[at] = level
    for at, (para, text) in enumerate(zip(paras, texts, strict=True)):
        if para.tag == "H":
            para.tag = "H1"
        if re.fullmatch(r"H\d", para.tag) and is_long_heading(text):
            para.tag = "P"
        elif at in from_outline:
            para.tag = f"H{from_outline[at]}"
    for para, text, after in zip(paras, texts, paras[1:], strict=False):
        if after.tag == "TOCI" and para.tag in _PLAIN | {"TOCI"} and CONTENTS.fullmatch(text):
            para.tag = "H1"
    if tagged < 3:
        _by_size(paras, texts, from_outline, frame)


def body_size(paras: Sequence[Para]) -> float:
    """The size of most letters outside tables, notes and contents, in points."""
    sizes: Counter[float] = Counter()
    for para in paras:
        if para.place is None and para.tag in _PLAIN | {"BlockQuote"}:
            for line in para.lines:
                sizes[line.size] += len(line.text)
    return max(sizes, key=sizes.__getitem__) if sizes else 11.0


def _find_title(paras: Sequence[Para], texts: Sequence[str], frame: Frame) -> None:
    """The largest words of the first page are the title; large ones right after are its rest."""
    if any(para.tag == "Title" for para in paras):
        return
    first = [
        (para, text)
        for para, text in zip(paras, texts, strict=True)
        if para.page == 1
        and para.place is None
        and para.tag not in ("Note", "TOCI", "Figure", "Aside")
        and any(c.isalpha() for c in text)
    ]
    largest = max((para.size for para, _ in first), default=0.0)
    later = max((para.size for para in paras if para.page > 3 and para.place is None), default=0.0)
    if largest < 1.25 * frame.size or later >= largest - 0.3:
        return  # a report without a title, or one whose headings are as large
    begun = False
    for para, text in first:
        # What is not larger than the body, or as large as a name under the title, ends it.
        large = para.size > (1.3 if begun else 1.12) * frame.size and not _END.search(text)
        if para.size >= largest - 0.3 or (begun and large):
            para.tag, begun = "Title", True
        elif begun:
            break


def _by_size(
    paras: Sequence[Para], texts: Sequence[str], known: Mapping[int, int], frame: Frame
) -> None:
    """Headings larger than the body; the larger, the higher, unless their numbers say more."""
    found: list[int] = []
    cover = _cover_end(paras, frame)
    for at, (para, text) in enumerate(zip(paras, texts, strict=True)):
        large = para.size >= max(_BIGGER * frame.size, frame.size + 0.9)
        shouted = text.isupper() and para.bold and len(text) > 5 and para.size >= frame.size - 0.6
        number = heading_number(text)[0]
        if (
            at not in known
            and para.tag in _PLAIN
            and para.place is None
            and at >= cover
            and (large or shouted)
            and _short(text)
            and (not number or not is_list_number(number) or number.rstrip(".").isdigit())
        ):
            found.append(at)
    open_: list[tuple[float, int]] = []
    for at in sorted([*found, *known]):
        size = paras[at].size
        while open_ and open_[-1][0] < size + 0.6:
            open_.pop()
        number = heading_number(texts[at])[0]
        level = open_[-1][1] + 1 if open_ else 1
        if at in known:
            level = known[at]
        elif number[:1].isdigit():
            level = depth(number)
        open_.append((size, level))
        paras[at].tag = f"H{min(level, 6)}"


def _cover_end(paras: Sequence[Para], frame: Frame) -> int:
    """Where the cover ends, when the first page is one: a title and a few lines, no prose."""
    first = [at for at, para in enumerate(paras) if para.page == 1]
    if not first or not any(paras[at].tag == "Title" for at in first):
        return 0
    words = sum(len(line.words) for at in first for line in paras[at].lines)
    return first[-1] + 1 if words < 120 else 0


def _in_outline(para: Para, text: str, outline: Outline) -> int:
    places = outline.get(plain(text), ())
    return next((level for page, level in places if abs(page - para.page) <= 1), 0)


def _short(text: str) -> bool:
    return (
        count_words(text) <= _MAX_WORDS
        and not _END.search(text)
        and sum(c.isalpha() for c in text) > 2
    )
