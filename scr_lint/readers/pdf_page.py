"""What pdfium sees on a page: words with their place, size and weight.

Places are in points from the top left corner of the page as it is read: x to the right, y down.
"""

from __future__ import annotations

import ctypes
import math
import re
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

import pypdfium2 as pdfium
import pypdfium2.raw as raw

#: pdfium may be used by one thread at a time; whoever opens a document holds this while it is open.
PDFIUM = threading.RLock()
#: `Word.tag` of text outside any marked content, and of text marked as no part of the body.
UNTAGGED, ARTEFACT = -1, -2

_SPACES = "".join(map(chr, (*range(9, 14), 32, 0xA0, *range(0x2000, 0x200B), 0x2028, 0x2029)))
_SPACES += "\u202f"
_BREAKS = "\x02\ufffe"  # how pdfium marks a hyphen before a line break
_TOKEN = re.compile(f"[^{_SPACES}{_BREAKS}]*[{_BREAKS}]|[^{_SPACES}{_BREAKS}]+")
_UNKNOWN = re.compile("[\ufffd\ue000-\uf8ff]")
_LIKE = {0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl", 0xFB05: "st"}
_LIKE |= {0x25FC: "■", 0x25FE: "▪", 0x25FB: "□", 0x25FD: "□", 0x2610: "□", 0x2B1B: "■"}
_LIKE |= dict.fromkeys(map(ord, _BREAKS), "-")
_SYMBOL_FONTS = ("symbol", "wingding", "webding", "dingbat")
_SYMBOLS = {0xB7: "•", 0xA7: "▪", 0x6E: "■", 0x71: "□", 0xA8: "□", 0x76: "❖", 0xD8: "➢"}
_SYMBOLS |= {0xFC: "✓", 0x6C: "●", 0xE0: "→", 0x6F: "o", 0x2D: "-"}
_LIKE |= {code: _SYMBOLS.get(code & 0xFF, "•") for code in range(0xF000, 0xF100)}
_LIKE |= {code: "\ufffd" for code in range(32) if code not in _LIKE}
# Programs without Unicode leave Windows' own codes where Unicode has none.
_LIKE |= {code: bytes([code]).decode("cp1252", "replace") for code in range(0x80, 0xA0)}
_BOLD_NAMES = ("bold", "black", "heavy", "demi")


@dataclass(slots=True)
class Word:
    """Letters that stand together in one style. `y` is the baseline; `order` that in the file.

    `tag` is the marked-content id, or UNTAGGED or ARTEFACT; `spaced` is true where white space
    stands before the word; `turn` is the direction it is written in: 0, 90, 180 or 270 degrees
    anticlockwise, or -1 for a slant. Its place is given as seen with that direction level. `item`
    is the address of the text object it belongs to.
    """

    text: str
    x0: float
    x1: float
    y: float
    size: float
    bold: bool
    italic: bool
    tag: int
    spaced: bool
    order: int
    turn: int = 0
    unseen: bool = False
    item: int = 0


@dataclass(slots=True)
class Page:
    """A page as read. `rulings` are (x0, y0, x1, y1) of level and upright lines.

    `pictures` is the share of the page that pictures fill, 0 to 1; `drawn` the number of shapes;
    `unmapped` the number of characters that stand for no known letter.
    """

    number: int
    width: float
    height: float
    turn: int = 0
    words: list[Word] = field(default_factory=list)
    rulings: list[tuple[float, float, float, float]] = field(default_factory=list)
    pictures: float = 0.0
    drawn: int = 0
    unmapped: int = 0

    @property
    def letters(self) -> int:
        """Number of letters and digits on the page."""
        return sum(c.isalnum() for word in self.words for c in word.text)


@dataclass(slots=True)
class _Style:
    size: float
    bold: bool
    italic: bool
    tag: int
    turn: int
    unseen: bool
    symbol: bool


def _fast(function: Any, result: Any, *arguments: Any) -> Callable[..., Any]:
    """A pdfium function that takes and gives plain numbers: it is called once a character."""
    address = ctypes.cast(function, ctypes.c_void_p).value or 0
    return ctypes.PYFUNCTYPE(result, *arguments)(address)


_P, _I = ctypes.c_void_p, ctypes.c_int
_unicode = _fast(raw.FPDFText_GetUnicode, ctypes.c_uint, _P, _I)
_object_of = _fast(raw.FPDFText_GetTextObject, _P, _P, _I)
_map_error = _fast(raw.FPDFText_HasUnicodeMapError, _I, _P, _I)
_origin = _fast(raw.FPDFText_GetCharOrigin, _I, _P, _I, _P, _P)
_loose_box = _fast(raw.FPDFText_GetLooseCharBox, _I, _P, _I, _P)
_matrix_at = _fast(raw.FPDFText_GetMatrix, _I, _P, _I, _P)
_font_size = _fast(raw.FPDFText_GetFontSize, ctypes.c_double, _P, _I)
_render_mode = _fast(raw.FPDFTextObj_GetTextRenderMode, _I, _P)
_font_of = _fast(raw.FPDFTextObj_GetFont, _P, _P)
_content_id = _fast(raw.FPDFPageObj_GetMarkedContentID, _I, _P)


def read_page(page: pdfium.PdfPage, number: int) -> Page:
    """Reads the words of a page; pictures and rulings are left to `pdf_shapes`."""
    frame = frame_of(page)
    width, height = frame[2] - frame[0], frame[3] - frame[1]
    content = Page(number, width, height)
    text_page = raw.FPDFText_LoadPage(page)
    if text_page:
        try:
            _WordReader(text_page, content, frame).read()
        finally:
            raw.FPDFText_ClosePage(text_page)
    turns: dict[int, int] = {}
    for word in content.words:
        turns[word.turn] = turns.get(word.turn, 0) + len(word.text)
    upright = {turn: n for turn, n in turns.items() if turn >= 0}
    content.turn = max(upright, key=upright.__getitem__) if upright else 0
    if content.turn in (90, 270):
        content.width, content.height = height, width
    return content


class _WordReader:
    """Cuts the characters of a page into words, with as few calls to pdfium as will do."""

    def __init__(self, text_page: Any, content: Page, frame: tuple[float, ...]) -> None:
        self.text_page = text_page
        self.address = ctypes.cast(text_page, _P).value or 0
        self.content = content
        self.frame = frame
        self.styles: dict[int | None, _Style] = {}
        self.fonts: dict[int, tuple[bool, bool, bool]] = {}
        self.x, self.y, self.box = ctypes.c_double(), ctypes.c_double(), raw.FS_RECTF()
        self.x_at, self.y_at, self.box_at = map(ctypes.addressof, (self.x, self.y, self.box))
        self.matrix = raw.FS_MATRIX()

    def read(self) -> None:
        """Adds the words to the page."""
        text = self._characters()
        before = -1
        for match in _TOKEN.finditer(text):
            start, end = match.span()
            spaced = start > before
            for first, last, apart, item in self._runs(start, end):
                self._add(text[first:last], first, last - 1, spaced or apart, item)
                spaced = False
            before = end

    def _characters(self) -> str:
        """The page's text, one character for each that pdfium counts."""
        count = raw.FPDFText_CountChars(self.text_page)
        if count <= 0:
            return ""
        buffer = (ctypes.c_ushort * (count + 1))()
        if raw.FPDFText_GetText(self.text_page, 0, count, buffer) == count + 1:
            return "".join(map(chr, buffer[:count]))
        # Characters that stand for no letter are left out of the whole: ask for each.
        codes = (_unicode(self.address, at) for at in range(count))
        return "".join(chr(code) if code < 0x110000 else "\ufffd" for code in codes)

    def _runs(self, start: int, end: int) -> Iterator[tuple[int, int, bool, int | None]]:
        """Stretches in one style of the characters from `start` to before `end`.

        The third value says that a stretch stands apart from the one before it; the last is the
        text object it begins in.
        """
        first = owner = _object_of(self.address, start)
        if owner == _object_of(self.address, end - 1):
            yield start, end, False, owner
            return
        apart = False
        for at in range(start + 1, end):
            item = _object_of(self.address, at)
            if item == owner:
                continue
            style = self._style(item, at)
            gap = self._is_apart(at - 1, at, style.size)
            if gap or style != self._style(owner, at - 1):
                yield start, at, apart, first
                start, apart, first = at, gap, item
            owner = item
        yield start, end, apart, first

    def _add(self, text: str, first: int, last: int, spaced: bool, item: int | None) -> None:
        style = self._style(item, first)
        if style.symbol:
            text = "".join(_symbol(ord(char)) for char in text)
        elif len(text) == 1 and "\x80" <= text < "\x91":
            text = "•"  # a bullet of a font that tells nothing of itself
        elif not (text.isascii() and text.isprintable()):
            text = text.translate(_LIKE)
            self.content.unmapped += len(_UNKNOWN.findall(text))
            if any("\ud800" <= char <= "\udfff" for char in text):
                # pdfium hands out the rarer characters as two halves.
                halves = text.encode("utf-16-le", "surrogatepass")
                text = halves.decode("utf-16-le", "replace")
        if _map_error(self.address, first):
            self.content.unmapped += len(text)
        x0, x1, y = self._place(first, last, style.turn)
        self.content.words.append(
            Word(
                text,
                x0,
                x1,
                y,
                style.size,
                style.bold,
                style.italic,
                style.tag,
                spaced,
                len(self.content.words),
                style.turn,
                style.unseen,
                item or 0,
            )
        )

    def _place(self, first: int, last: int, turn: int) -> tuple[float, float, float]:
        """Left edge, right edge and baseline of the characters `first` to `last`."""
        _origin(self.address, first, self.x_at, self.y_at)
        _loose_box(self.address, last, self.box_at)
        x0, y = turned(self.x.value, self.y.value, turn, self.frame)
        x1, _ = turned(self.box.right, self.box.top, turn, self.frame)
        if turn > 0:
            x1 = max(x1, turned(self.box.left, self.box.bottom, turn, self.frame)[0])
        return (x0, x1, y) if x0 <= x1 else (x1, x0, y)

    def _is_apart(self, before: int, after: int, size: float) -> bool:
        """Whether two characters next to each other in the file stand apart on the page."""
        _loose_box(self.address, before, self.box_at)
        _origin(self.address, before, self.x_at, self.y_at)
        left, y = self.x.value, self.y.value
        right = max(self.box.right, left)
        _origin(self.address, after, self.x_at, self.y_at)
        if abs(self.y.value - y) > 0.6 * size:
            # Text on its side runs along y: there pdfium's own line breaks are enough.
            return abs(self.x.value - left) > 0.6 * size
        return not -size < self.x.value - right < 0.3 * size

    def _style(self, item: int | None, at: int) -> _Style:
        style = self.styles.get(item)
        if style is None:
            style = self.styles[item] = self._style_at(item, at)
        return style

    def _style_at(self, item: int | None, at: int) -> _Style:
        matrix = self.matrix
        _matrix_at(self.address, at, ctypes.addressof(matrix))
        size = _font_size(self.address, at) * math.hypot(matrix.c, matrix.d)
        angle = math.degrees(math.atan2(matrix.b, matrix.a)) % 360
        quarter = round(angle / 90) * 90
        turn = quarter % 360 if abs(angle - quarter) < 5 else -1
        if not item:
            return _Style(size, False, False, UNTAGGED, turn, False, False)
        mode = _render_mode(item)
        bold, italic, symbol = _font(item, self.fonts)
        return _Style(
            round(size, 1),
            bold or mode == raw.FPDF_TEXTRENDERMODE_FILL_STROKE,
            italic or abs(matrix.c) > 0.1 * abs(matrix.d) > 0,
            _tag(item),
            turn,
            mode == raw.FPDF_TEXTRENDERMODE_INVISIBLE,
            symbol,
        )


def _symbol(code: int) -> str:
    """What a character of a symbol font looks like; such fonts often keep it in a private area."""
    if code < 0x100 or 0xF000 <= code <= 0xF0FF:
        plain = 0x20 < code < 0x7F
        return _SYMBOLS.get(code & 0xFF, chr(code) if plain else "•")
    return _LIKE.get(code) or chr(code)


def _font(item: int, fonts: dict[int, tuple[bool, bool, bool]]) -> tuple[bool, bool, bool]:
    """Whether a text object's font is bold, italic and made of symbols."""
    key = _font_of(item)
    if not key:
        return False, False, False
    if key not in fonts:
        font = ctypes.cast(key, raw.FPDF_FONT)
        buffer = ctypes.create_string_buffer(256)
        size = raw.FPDFFont_GetBaseFontName(font, buffer, 256)
        name = buffer.value.decode("utf-8", "replace").lower() if 0 < size <= 256 else ""
        flags = raw.FPDFFont_GetFlags(font)
        bold = any(part in name for part in _BOLD_NAMES) or (flags > 0 and bool(flags & 1 << 18))
        italic = "italic" in name or "oblique" in name or (flags > 0 and bool(flags & 1 << 6))
        fonts[key] = bold, italic, any(part in name for part in _SYMBOL_FONTS)
    return fonts[key]


def _tag(address: int) -> int:
    tag = _content_id(address)
    if tag >= 0:
        return tag
    item = ctypes.cast(address, raw.FPDF_PAGEOBJECT)
    name = ctypes.create_string_buffer(64)
    used = ctypes.c_ulong()
    for at in range(raw.FPDFPageObj_CountMarks(item)):
        mark = raw.FPDFPageObj_GetMark(item, at)
        if raw.FPDFPageObjMark_GetName(mark, ctypes.cast(name, _FPDF_WCHAR), 64, used):
            text = name.raw[: used.value].decode("utf-16-le", "replace").rstrip("\0")
            if text == "Artifact":
                return ARTEFACT
    return UNTAGGED


_FPDF_WCHAR = ctypes.POINTER(raw.FPDF_WCHAR)


def frame_of(page: pdfium.PdfPage) -> tuple[float, float, float, float]:
    """The left, bottom, right and top of the shown part of a page, in its own coordinates."""
    box = raw.FS_RECTF()
    if not raw.FPDF_GetPageBoundingBox(page, box):
        return (0.0, 0.0, page.get_width(), page.get_height())
    return box.left, box.bottom, box.right, box.top


def turned(x: float, y: float, turn: int, frame: tuple[float, ...]) -> tuple[float, float]:
    """A place on the page as seen by someone who holds the text level."""
    left, bottom, right, top = frame
    if turn == 90:
        return y - bottom, x - left
    if turn == 180:
        return right - x, y - bottom
    if turn == 270:
        return top - y, right - x
    return x - left, top - y
