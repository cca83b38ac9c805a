"""Clean text with a way back: what every reader does to a paragraph before it becomes a block."""

from __future__ import annotations

import re
import unicodedata

# Characters that a reader never sees and that would split a word or hide it from a search.
INVISIBLE = frozenset("\u00ad\u200b\u200c\u200d\u2060\ufeff\u200e\u200f")
SPACES = frozenset("\t\n\r\v\f\u00a0\u2002\u2003\u2007\u2008\u2009\u200a\u202f\u2028\u2029 ")

BULLETS = "•◦▪■□●○‣⁃∙·–—➢➤✓❖*o-"

_ROMAN = r"(?=[ivxl])(?:x{0,3}(?:ix|iv|v?i{0,3}))"
_NUMBER = re.compile(
    rf"""^(?:
        \d{{1,3}}(?:\.\d{{1,3}}){{1,4}}\.?            # 4.12  4.12.1
      | \d{{1,3}}[.)]                                 # 4.  4)
      | \(\d{{1,3}}\)                                 # (4)
      | \(?[a-z][.)]                                  # a)  (a)  a.
      | \(?{_ROMAN}[.)]                               # iv)  (iv)
      | [{re.escape(BULLETS)}]
    )(?=\s)\s+(?=\S)""",
    re.VERBOSE | re.IGNORECASE,
)

# "04.03.12": a date, when it is padded with zeros or stands before a dash; else a number.
_DATE = re.compile(r"(?:0?[1-9]|[12]\d|3[01])\.(?:0?[1-9]|1[0-2])\.\d\d")


def clean(raw: str) -> tuple[str, tuple[int, ...] | None]:
    """Normalised text and, for each of its characters, its place in `raw` (None: unchanged).

    Composed to NFC, invisible characters removed, every run of white space one plain space,
    none at the ends. Quotation marks and dashes stay as they are: authors mean them.
    """
    text: list[str] = []
    places: list[int] = []
    for at, piece in _clusters(raw):
        if piece in INVISIBLE:
            continue
        if piece in SPACES:
            if text and text[-1] != " ":
                text.append(" ")
                places.append(at)
            continue
        for char in unicodedata.normalize("NFC", piece):
            text.append(char)
            places.append(at)
    if text and text[-1] == " ":
        text.pop()
        places.pop()
    result = "".join(text)
    return result, None if result == raw else tuple(places)


# No report has so many chapters, nor numbers with a nought before them or a year at their end.
_ONLY_A_DATE = re.compile(r"(?:^|\.)0|\.\d{4}$|^(?:1[6-9]|2\d|3[01])\.")


def split_number(text: str) -> tuple[str, int]:
    """A printed number or bullet before a paragraph, and where the prose after it begins.

    ("", 0) where there is none. "4.12 The visit" gives ("4.12", 5). A year, a quantity
    ("3 children"), a clock time ("9.30 am") or a date is prose, not a number.
    """
    match = _NUMBER.match(text)
    if not match:
        return "", 0
    number = match.group().strip()
    rest = text[match.end() :]
    if re.match(r"\d{1,2}\.\d\d$", number) and re.match(r"(?:am|pm|a\.m|p\.m|hours|hrs|%)\b", rest):
        return "", 0
    dated = number.removesuffix(".")  # "07.02.09. Admission to the ward."
    if _DATE.fullmatch(dated) and (_ONLY_A_DATE.search(dated) or rest[0] in "-–—:,"):
        return "", 0
    if number in {"o", "-", "–", "—"} and not re.match(r"[\w“\"‘'(\[]", rest):
        return "", 0
    if re.match(r"[A-Z]\.$", number):
        return "", 0  # an initial: "J. M. Smith"
    return number, match.end()


def cut(
    text: str, offsets: tuple[int, ...] | None, start: int
) -> tuple[str, tuple[int, ...] | None]:
    """Text from `start` on, with its offsets."""
    if not start:
        return text, offsets
    return text[start:], offsets[start:] if offsets else tuple(range(start, len(text)))


def _clusters(raw: str) -> list[tuple[int, str]]:
    """Base characters with the combining marks that follow them, and where they begin."""
    clusters: list[tuple[int, str]] = []
    for at, char in enumerate(raw):
        if clusters and unicodedata.combining(char):
            start, base = clusters[-1]
            clusters[-1] = (start, base + char)
        else:
            clusters.append((at, char))
    return clusters
