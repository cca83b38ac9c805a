"""Text of a PDF page that something hides: a box drawn over it, or paper of its own colour.

A black bar drawn over a name is no redaction: the name can be copied from under it. Whoever hides
text so leaves it in the file (Information Commissioner's Office, "Disclosing documents to the public
securely", 2025: ineffective redaction).
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from .pdf_beside import annotations_of
from .pdf_page import Page, Word, frame_of, turned
from .pdf_shapes import painted

#: What stands in the text where a page shows a bar instead of words.
BAR = "████"
_WHITE = (255, 255, 255)
_ALIKE = 12  # steps of 255 by which two colours may differ and still not be told apart
_DARK = 60  # steps of 255 up to which a bar counts as black
_MOST = 0.5  # share of a word that must be covered
_BAR_HEIGHT = (5.0, 30.0)  # points: thinner is a line, thicker a panel
_BESIDE = 20.0  # points from a bar to the words of its line
_SENTENCE = 3  # words of a line from which a bar in it is taken for a redaction
_THIN = 3.0  # points: what is thinner hides no letters
_NOT_SHOWN = 2 | 32  # flags of a comment: hidden, not viewed
_MOST_OF_A_PAGE = 0.6  # share of a page's letters beyond which it is no redaction
_CORNERS = 16  # segments up to which a path is taken for a box
_SAYS_WHAT_IT_COVERS = frozenset(
    {raw.FPDF_ANNOT_SQUARE, raw.FPDF_ANNOT_REDACT, raw.FPDF_ANNOT_HIGHLIGHT}
)

_Colour = tuple[int, int, int]
_Frame = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class _Painted:
    """What is painted on a page, and which of all objects there it is, in painting order.

    `colour` is None for a picture and for what lets through what is under it. `solid` is true for
    a filled box. Its place is given in the page's own coordinates.
    """

    order: int
    place: _Frame
    colour: _Colour | None
    solid: bool = True

    def seen_from(self, turn: int, frame: _Frame) -> _Frame:
        """Left, top, right, bottom as seen by someone who holds text of this direction level."""
        left, bottom, right, top = self.place
        x0, y0 = turned(left, bottom, turn, frame)
        x1, y1 = turned(right, top, turn, frame)
        return min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)

    @property
    def is_dark(self) -> bool:
        return self.solid and self.colour is not None and max(self.colour) <= _DARK


@dataclass(frozen=True, slots=True)
class _Text:
    """A text object's place in painting order, and its colour; None where it shines through."""

    order: int
    colour: _Colour | None


def take_covered(page: pdfium.PdfPage, content: Page) -> Iterator[tuple[str, list[Word]]]:
    """Takes words off a page that cannot be seen on it, and puts `BAR` where a bar stands.

    Yields how they are hidden ("text under a box", "text in the colour of the paper") with them.
    """
    shapes, texts = _painted(page)
    frame = frame_of(page)
    shapes += _over(page, len(shapes) + len(texts))
    placed = {
        turn: [(shape, shape.seen_from(turn, frame)) for shape in shapes]
        for turn in {word.turn for word in content.words}
    }
    # Most words need no look: nothing that could hide them was painted later, and no ground on the
    # page is like their colour.
    latest = max((s.order for s in shapes if s.solid and s.colour), default=-1)
    grounds = {_WHITE, *(shape.colour for shape in shapes if shape.colour)}
    colours = {text.colour for text in texts.values()}
    blends = {colour: any(_alike(colour, ground) for ground in grounds) for colour in colours}
    covered, faint = [], []
    for word in content.words:
        own = texts.get(word.item)
        if own is None or (own.order > latest and not blends[own.colour]):
            continue
        if word.turn < 0 or word.unseen:
            continue
        there = [shape for shape, place in placed[word.turn] if _covers(place, word)]
        if any(s.order > own.order for s in there if s.solid and s.colour):
            covered.append(word)
        elif own.colour and _is_faint(own.colour, [s for s in there if s.order < own.order]):
            faint.append(word)
    letters = sum(len(word.text) for word in content.words)
    if sum(len(word.text) for word in covered) > _MOST_OF_A_PAGE * letters:
        covered = []  # a background, or something that only seems to cover the page
    _put_bars(content, placed.get(content.turn, []), [*covered, *faint])
    if covered := [word for word in covered if not _is_repeated(word, content.words)]:
        yield "text under a box", covered
    if faint:
        yield "text in the colour of the paper", faint


def _painted(page: pdfium.PdfPage) -> tuple[list[_Painted], dict[int, _Text]]:
    """The shapes and pictures of a page, and its text objects by their address."""
    shapes: list[_Painted] = []
    texts: dict[int, _Text] = {}
    for order, (item, matrix, clear) in enumerate(painted(page)):
        kind = raw.FPDFPageObj_GetType(item)
        if kind == raw.FPDF_PAGEOBJ_TEXT:
            texts[ctypes.cast(item, ctypes.c_void_p).value or 0] = _Text(order, _fill(item))
        elif kind in (raw.FPDF_PAGEOBJ_IMAGE, raw.FPDF_PAGEOBJ_SHADING):
            shapes.append(_Painted(order, _bounds(item, matrix), None, solid=False))
        elif kind == raw.FPDF_PAGEOBJ_PATH and _is_filled(item):
            place = _bounds(item, matrix)
            if min(place[2] - place[0], place[3] - place[1]) < _THIN:
                continue  # the line of a table
            colour = None if clear else _fill(item)
            place = _clipped(item, place, matrix)
            shapes.append(_Painted(order, place, colour, _is_box(item)))
        elif kind == raw.FPDF_PAGEOBJ_PATH and not clear and (colour := _thick_line(item)):
            left, bottom, right, top = _bounds(item, matrix)
            ends = min(right - left, top - bottom) / 2  # pdfium's bounds go that far beyond
            level = right - left > top - bottom
            place = (left + ends * level, bottom + ends * (not level), right - ends * level, top)
            shapes.append(_Painted(order, place, colour))
    return shapes, texts


def _over(page: pdfium.PdfPage, order: int) -> list[_Painted]:
    """The boxes that comments draw over the page."""
    boxes = []
    for annotation, kind in annotations_of(page):
        if kind not in _SAYS_WHAT_IT_COVERS:
            continue
        which = raw.FPDFANNOT_COLORTYPE_Color
        if kind == raw.FPDF_ANNOT_SQUARE:
            which = raw.FPDFANNOT_COLORTYPE_InteriorColor
        if raw.FPDFAnnot_GetFlags(annotation) & _NOT_SHOWN:
            continue
        parts = [ctypes.c_uint() for _ in range(4)]
        known = raw.FPDFAnnot_GetColor(annotation, which, *parts)
        red, green, blue, alpha = (part.value for part in parts)
        is_dark = max(red, green, blue) <= _DARK
        # A mark to redact has no colour until it is applied; a highlighter lets words through.
        is_mark = kind == raw.FPDF_ANNOT_REDACT
        if is_mark or (known and alpha > 250 and (kind == raw.FPDF_ANNOT_SQUARE or is_dark)):
            boxes += [
                _Painted(order, place, (red, green, blue)) for place in _places_of(annotation)
            ]
    return boxes


def _places_of(annotation: Any) -> Iterator[_Frame]:
    """The places a comment covers: those of its lines where it has them, else its frame."""
    count = raw.FPDFAnnot_CountAttachmentPoints(annotation)
    for at in range(count):
        quad = raw.FS_QUADPOINTSF()
        if raw.FPDFAnnot_GetAttachmentPoints(annotation, at, quad):
            xs, ys = (quad.x1, quad.x2, quad.x3, quad.x4), (quad.y1, quad.y2, quad.y3, quad.y4)
            yield min(xs), min(ys), max(xs), max(ys)
    place = raw.FS_RECTF()
    if not count and raw.FPDFAnnot_GetRect(annotation, place):
        yield place.left, place.bottom, place.right, place.top


def _fill(item: Any) -> _Colour | None:
    """The colour an object is filled with, None where it is not or lets through what is under."""
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    if not raw.FPDFPageObj_GetFillColor(item, red, green, blue, alpha):
        return None
    return None if alpha.value < 250 else (red.value, green.value, blue.value)


def _is_filled(item: Any) -> bool:
    filled, stroked = ctypes.c_int(), raw.FPDF_BOOL()
    raw.FPDFPath_GetDrawMode(item, filled, stroked)
    return bool(filled.value)


def _thick_line(item: Any) -> _Colour | None:
    """The colour of a stroked line as thick as a bar; None for any other path."""
    width = ctypes.c_float()
    raw.FPDFPageObj_GetStrokeWidth(item, width)
    if width.value < _BAR_HEIGHT[0] or raw.FPDFPath_CountSegments(item) != 2:
        return None
    parts = [ctypes.c_uint() for _ in range(4)]
    if not raw.FPDFPageObj_GetStrokeColor(item, *parts) or parts[3].value < 250:
        return None
    return parts[0].value, parts[1].value, parts[2].value


def _clipped(item: Any, place: _Frame, matrix: Any) -> _Frame:
    """What of an object's place its clip path lets be seen."""
    clip = raw.FPDFPageObj_GetClipPath(item)
    if not clip or matrix:
        return place
    left, bottom, right, top = place
    x, y = ctypes.c_float(), ctypes.c_float()
    for path in range(max(raw.FPDFClipPath_CountPaths(clip), 0)):
        xs, ys = [], []
        for at in range(min(max(raw.FPDFClipPath_CountPathSegments(clip, path), 0), 200)):
            segment = raw.FPDFClipPath_GetPathSegment(clip, path, at)
            if raw.FPDFPathSegment_GetPoint(segment, x, y):
                xs.append(x.value)
                ys.append(y.value)
        if xs:
            left, right = max(left, min(xs)), min(right, max(xs))
            bottom, top = max(bottom, min(ys)), min(top, max(ys))
    return left, bottom, max(right, left), max(top, bottom)


def _is_box(item: Any) -> bool:
    """Whether a path is a box, its corners round or not."""
    count = raw.FPDFPath_CountSegments(item)
    if not 4 <= count <= _CORNERS:
        return False
    kinds = [
        raw.FPDFPathSegment_GetType(raw.FPDFPath_GetPathSegment(item, at)) for at in range(count)
    ]
    return kinds.count(raw.FPDF_SEGMENT_MOVETO) == 1 and kinds.count(raw.FPDF_SEGMENT_LINETO) >= 3


def _bounds(item: Any, matrix: Any) -> _Frame:
    edges = [ctypes.c_float() for _ in range(4)]
    raw.FPDFPageObj_GetBounds(item, *edges)
    left, bottom, right, top = (edge.value for edge in edges)
    if not matrix:
        return left, bottom, right, top
    corners = [
        (matrix.a * x + matrix.c * y + matrix.e, matrix.b * x + matrix.d * y + matrix.f)
        for x in (left, right)
        for y in (bottom, top)
    ]
    xs, ys = [x for x, _ in corners], [y for _, y in corners]
    return min(xs), min(ys), max(xs), max(ys)


def _covers(place: _Frame, word: Word) -> bool:
    left, top, right, bottom = place
    middle = word.y - 0.3 * word.size
    return top <= middle <= bottom and min(right, word.x1) - max(left, word.x0) >= _MOST * max(
        word.x1 - word.x0, 0.1
    )


def _is_faint(colour: _Colour, under: Sequence[_Painted]) -> bool:
    """Whether text cannot be told from what was painted under it last."""
    last = max(under, key=lambda box: box.order, default=None)
    return _alike(colour, _WHITE if last is None else last.colour)


def _alike(colour: _Colour | None, ground: _Colour | None) -> bool:
    """Whether an eye could not tell two colours apart; not where one of them is not known."""
    return (
        colour is not None
        and ground is not None
        and all(abs(one - other) <= _ALIKE for one, other in zip(colour, ground, strict=True))
    )


def _is_repeated(word: Word, shown: Sequence[Word]) -> bool:
    """Whether a word is painted once more where it stands, for all to see."""
    return any(
        other.text == word.text
        and abs(other.x0 - word.x0) < word.size
        and abs(other.y - word.y) < word.size
        for other in shown
    )


def _put_bars(
    content: Page, placed: Sequence[tuple[_Painted, _Frame]], hidden: Sequence[Word]
) -> None:
    """Takes hidden words off the page; puts a word of bars where a dark box stands in a line."""
    gone = {word.order for word in hidden}
    words = [word for word in content.words if word.order not in gone]
    low, high = _BAR_HEIGHT
    for box, place in placed:
        left, top, right, bottom = place
        if not box.is_dark:
            continue
        if not (low <= bottom - top <= high and right - left >= bottom - top):
            continue
        line = [w for w in words if w.turn == content.turn and top <= w.y - 0.3 * w.size <= bottom]
        if any(left < (w.x0 + w.x1) / 2 < right for w in line):
            continue  # light letters on a dark ground
        was_there = [w for w in hidden if _covers(place, w)]
        near = [
            w for w in line if -_BESIDE < w.x0 - right < _BESIDE or -_BESIDE < left - w.x1 < _BESIDE
        ]
        # In a chart or the head of a table a bar stands among others, or beside a word or two.
        alone = sum(b.is_dark and abs(p[1] - top) + abs(p[3] - bottom) < 1 for b, p in placed) == 1
        column = sum(b.is_dark and abs(p[0] - left) < 1 for b, p in placed) == 1
        beside = near if len(line) >= _SENTENCE and alone and column else []
        for like in [*was_there, *beside][:1]:
            at = content.words.index(like)
            content.words.insert(at + (like.x1 <= left), _bar(like, left, right))
    content.words = [word for word in content.words if word.order not in gone or word.text == BAR]


def _bar(like: Word, left: float, right: float) -> Word:
    """A word of bars in the line of another word, whose order it shares."""
    return Word(
        BAR,
        left,
        right,
        like.y,
        like.size,
        False,
        False,
        like.tag,
        True,
        like.order,
        like.turn,
    )
