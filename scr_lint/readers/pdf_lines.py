"""Words to lines, and lines to running text: line-end hyphens undone, reference marks dropped."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from .pdf_page import Page, Word

_MARK = re.compile(r"[\[(]?(?:\d{1,3}(?:[,;–-]\d{1,3})*|[*†‡§]{1,3}|[a-z])[\])]?[,;.]?")
_SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_PLAIN_DIGITS = str.maketrans(_SUPERSCRIPTS, "0123456789")
_TRAILING_MARK = re.compile(rf"(?<=[^\W\d_]|[.,;:!?’”\)])([{_SUPERSCRIPTS}]+)([.,;:]?)$")
_UNITS = re.compile(r"(?:^|\W|\d)(?:[mck]?m|ft|CO|H)$")
_EDGES = "“”‘’\"'()[]{}.,;:!?…"
_PREFIXES = frozenset(
    "anti co cross de ex extra half high in inter intra long low mid mini multi non off on out "
    "over post pre pro re self semi short sub super trans two three four un under well"
    .split()
)  # fmt: skip
_SUFFIXES = frozenset(
    "aged based bound centred driven focused free informed led like old only ready related "
    "specific style term time tier up off wide"
    .split()
)  # fmt: skip


@dataclass(slots=True)
class Line:
    """Words on one baseline `y`, from `x0` to `x1`, in points.

    `text` is the words as they stand, marks included; `size`, `bold` and `italic` are those of
    most of its letters.
    """

    words: list[Word]
    page: int
    text: str
    x0: float
    x1: float
    y: float
    size: float
    bold: bool
    italic: bool


@dataclass(slots=True)
class Place:
    """The cell of a table that a paragraph stands in.

    `alone` is true where its row has no other cell. `left` and `right` are where its text may
    begin and end, in points; None where only the structure tree tells of the table.
    """

    table: int
    row: int
    column: int
    is_header: bool = False
    alone: bool = False
    left: float | None = None
    right: float | None = None


@dataclass(slots=True)
class Para:
    """Lines that make one paragraph, and what the file says it is.

    `tag` is the structure tree's name for it ("P", "H2", "LI", …; "" where there is no tree),
    `level` its depth among lists, `marks` the footnotes it refers to.
    """

    lines: list[Line]
    tag: str = ""
    level: int = 0
    place: Place | None = None
    marks: list[str] = field(default_factory=list)

    @property
    def page(self) -> int:
        """Page on which the paragraph begins, from 1."""
        return self.lines[0].page

    @property
    def size(self) -> float:
        """Size of most of its letters, in points."""
        return _most((line.size, len(line.text)) for line in self.lines)

    @property
    def bold(self) -> bool:
        """Whether all of it is bold."""
        return all(line.bold for line in self.lines)


@dataclass
class Vocabulary:
    """The words of a document, which tell a hyphen at a line's end from a hyphenated word.

    `at_ends` counts the words that stand last on their line; `splits` says that the document
    breaks words at line ends, as few Word documents do.
    """

    words: Counter[str] = field(default_factory=Counter)
    hyphenated: set[str] = field(default_factory=set)
    at_ends: Counter[str] = field(default_factory=Counter)
    splits: bool = False

    @classmethod
    def of(cls, pages: Iterable[Page]) -> Vocabulary:
        """All words of the pages but the parts of those broken at a hyphen."""
        vocabulary = cls()
        broken: list[tuple[str, str]] = []
        for page in pages:
            before = ""
            for word, after in zip(page.words, [*page.words[1:], None], strict=False):
                token = word.text.strip(_EDGES).lower()
                if "-" in token.strip("-"):
                    vocabulary.hyphenated.add(token)
                if before.endswith("-"):
                    broken.append((before[:-1], token))
                elif token and not token.endswith("-"):
                    vocabulary.words[token] += 1
                if after is None or abs(after.y - word.y) > 0.6 * word.size:
                    vocabulary.at_ends[token] += 1
                before = token
        vocabulary.splits = any(vocabulary.words[first + last] for first, last in broken)
        return vocabulary

    def joined(self, before: str, after: str) -> str:
        """Two parts of a word, `before` ending in the hyphen of a line's end, as one word."""
        head, tail = before[:-1], after
        first = re.split(r"[\s/—–]", head)[-1].strip(_EDGES).lower()
        second = re.split(r"[\s/—–]", tail)[0].strip(_EDGES).lower()
        second = re.sub(r"[’'].*$", "", second)
        if not second or not first or not after[0].islower() or first[-1].isdigit():
            return before + after
        if "://" in first or "www." in first or "@" in first:
            return before + after
        if second in ("and", "or", "to"):
            return f"{before} {after}"  # "time- and place-bound"
        if f"{first}-{second}" in self.hyphenated:
            return before + after
        if self.words[first + second]:
            return head + tail
        inner, outer = first.split("-")[-1], second.split("-")[0]
        if inner in _PREFIXES or outer in _SUFFIXES or self._known(outer) or not self.splits:
            return before + after
        return head + tail

    def _known(self, part: str) -> bool:
        return len(part) > 1 and self.words[part] > 0


def make_line(words: Sequence[Word], page: int) -> Line:
    """A line of words that stand in reading order; base, size and weight from most letters."""
    size = _most((word.size, len(word.text)) for word in words)
    letters = [word for word in words if any(c.isalnum() for c in word.text)] or list(words)
    total = sum(len(word.text) for word in letters)
    return Line(
        list(words),
        page,
        spell(words),
        min(word.x0 for word in words),
        max(word.x1 for word in words),
        _most((word.y, len(word.text) if word.size >= size else 0) for word in words),
        size,
        sum(len(word.text) for word in letters if word.bold) > 0.95 * total,
        sum(len(word.text) for word in letters if word.italic) > 0.95 * total,
    )


def lines_in_order(words: Sequence[Word], page: int) -> list[Line]:
    """Lines of words that already stand in reading order: a new one where the eye goes back."""
    lines: list[list[Word]] = []
    for word in words:
        if lines and _follows(lines[-1], word):
            lines[-1].append(word)
        else:
            lines.append([word])
    return [make_line(group, page) for group in lines]


def _follows(words: list[Word], word: Word) -> bool:
    before = words[-1]
    base = max(words, key=lambda w: w.size)
    reach = 0.6 * max(word.size, base.size)
    return (
        word.turn == before.turn
        and abs(word.y - base.y) < reach
        and word.x0 > before.x1 - 0.5 * before.size
    )


def is_raised(word: Word, line: Line) -> bool:
    """Whether a word is set smaller and higher than its line, as reference marks are."""
    return word.size < 0.85 * line.size and word.y < line.y - 0.12 * line.size


def is_mark(word: Word, line: Line) -> bool:
    """Whether a word is a footnote's mark in its line."""
    return is_raised(word, line) and bool(_MARK.fullmatch(word.text))


def spell(words: Sequence[Word]) -> str:
    """Words as text, with a space wherever the file or the page leaves one."""
    parts: list[str] = []
    before: Word | None = None
    for word in words:
        if before is not None and _space_between(before, word):
            parts.append(" ")
        parts.append(word.text)
        before = word
    return "".join(parts)


def flow(para: Para, vocabulary: Vocabulary, *, keep_first: bool = False) -> str:
    """The text of a paragraph in one line, without the marks of footnotes.

    The marks go to `para.marks`. `keep_first` keeps a mark that begins the paragraph: in a
    footnote it is its number.
    """
    text = ""
    para.marks.clear()
    for at, line in enumerate(para.lines):
        kept: list[Word] = []
        for word in line.words:
            first = not at and not kept
            if is_mark(word, line) and not (first and keep_first) and not _is_unit(kept):
                para.marks.extend(re.findall(r"\d+|[*†‡§]+|[a-z]", word.text))
                if word.text[-1] in ".,;":
                    kept.append(_with_text(word, word.text[-1]))
                continue
            trailing = _TRAILING_MARK.search(word.text)
            if trailing and not _UNITS.search(word.text[: trailing.start()]):
                para.marks.append(trailing.group(1).translate(_PLAIN_DIGITS))
                word = _with_text(word, word.text[: trailing.start()] + trailing.group(2))
            kept.append(word)
        piece = spell(kept)
        text = _continued(text, piece, para, vocabulary) if text else piece
    return text


def _continued(text: str, piece: str, para: Para, vocabulary: Vocabulary) -> str:
    """A paragraph's text so far and its next line."""
    if not piece:
        return text
    if text.endswith("\u00ad"):
        return text[:-1] + piece
    last = text.rsplit(None, 1)[-1] if text.strip() else ""
    if len(last) > 1 and last.endswith("-") and last[-2].isalnum():
        return text[: len(text) - len(last)] + vocabulary.joined(last, piece)
    if len(last) > 1 and last[-1] in "/–—‑" and last[-2].isalnum() and not piece[0].isspace():
        return text + piece
    if re.search(r"(?:://|www\.)\S*[/.?=&_%]$", last):
        return text + piece
    if para.place is not None and _is_split(last, piece, vocabulary):
        return text + piece
    return f"{text} {piece}"


def _is_split(last: str, piece: str, vocabulary: Vocabulary) -> bool:
    """Whether a narrow cell broke a long word without a hyphen."""
    first, second = last.strip(_EDGES).lower(), piece.split()[0].strip(_EDGES).lower()
    whole = first + second
    return (
        last[-1].isalpha()
        and second.isalpha()
        and piece[0].islower()
        and (vocabulary.words[whole] > 0 or vocabulary.words[f"{whole}s"] > 0)
        and vocabulary.words[first] == vocabulary.at_ends[first]
        and len(whole) > 7
    )


def _is_unit(words: list[Word]) -> bool:
    return bool(words) and bool(_UNITS.search(words[-1].text))


def _with_text(word: Word, text: str) -> Word:
    return Word(
        text, word.x0, word.x1, word.y, word.size, word.bold, word.italic, word.tag,
        False if not word.text.startswith(text[:1]) else word.spaced, word.order, word.turn,
    )  # fmt: skip


def _space_between(before: Word, word: Word) -> bool:
    if word.text[:2] in ("st", "nd", "rd", "th") and word.size < 0.85 * before.size:
        return not before.text[-1].isdigit()  # "4th" with the letters raised
    if word.order == before.order + 1:
        return word.spaced
    return word.spaced or word.x0 - before.x1 > 0.15 * word.size or word.x0 < before.x0


def _most(pairs: Iterable[tuple[float, int]]) -> float:
    """The value with the greatest weight."""
    weights: Counter[float] = Counter()
    for value, weight in pairs:
        weights[value] += weight
    return max(weights, key=weights.__getitem__) if weights else 0.0
