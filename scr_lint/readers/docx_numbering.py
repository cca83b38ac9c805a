"""The numbers that Word prints before paragraphs: they are in no paragraph, only in its rules."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from lxml import etree

from .clean import BULLETS
from .docx_package import VAL, w
from .docx_styles import Styles, list_properties, number, switch, value

_ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_ROMAN = (
    *((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l")),
    *((40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")),
)
_PRINTED_BULLETS = frozenset(BULLETS) - frozenset("o*∙·")


@dataclass(frozen=True, slots=True)
class Level:
    """How one level of a list is numbered: `text` is Word's pattern, "%1.%2"."""

    start: int = 1
    format: str = "decimal"
    text: str = ""
    legal: bool = False
    restart: int | None = None
    style: str | None = None


@dataclass(frozen=True, slots=True)
class List:
    """A list as paragraphs name it. Lists with one `base` are counted together."""

    base: str
    levels: Mapping[int, Level]
    starts: Mapping[int, int]


@dataclass
class Counters:
    """Counts the numbered paragraphs of one story (the body, a footer) in reading order."""

    lists: Mapping[str, List]
    styles: Styles
    _counts: dict[str, dict[int, int]] = field(default_factory=dict)
    _started: set[tuple[str, int]] = field(default_factory=set)

    def next(self, paragraph: etree._Element) -> tuple[str, int]:
        """What Word prints before the next paragraph and its list level from 1; ("", 0) if none."""
        properties = paragraph.find(w("pPr"))
        list_id, level = list_properties(properties)
        if list_id == "0":
            return "", 0
        if list_id is None or level is None:
            style = self.styles.paragraph(value(properties, "pStyle"))
            if list_id is None:
                list_id = style.list_id
            if level is None:
                level = self._level_by_style(list_id, style.names)
        if list_id is None or list_id not in self.lists:
            return "", 0
        return self._count(list_id, level), level + 1

    def _level_by_style(self, list_id: str | None, names: tuple[str, ...]) -> int:
        """The level that the nearest style has in a list: the level says so, or the style does."""
        found = self.lists.get(list_id or "")
        levels = found.levels if found else {}
        for name in names:
            for at, level in levels.items():
                if level.style == name:
                    return at
            own = list_properties(self.styles.elements[name].find(w("pPr")))[1]
            if own is not None:
                return own
        return 0

    def _count(self, list_id: str, at: int) -> str:
        found = self.lists[list_id]
        level = found.levels.get(at)
        if level is None:
            return ""
        counts = self._counts.setdefault(found.base, {})
        restarted = at in found.starts and (list_id, at) not in self._started
        if at in counts and not restarted:
            counts[at] += 1
        else:
            counts[at] = found.starts.get(at, level.start)
        self._started.add((list_id, at))
        for higher in range(at):
            # A level that was passed over counts as begun.
            counts.setdefault(higher, found.levels.get(higher, Level()).start)
        for lower in [key for key in counts if key > at]:
            restart = found.levels.get(lower, Level()).restart
            if restart is None or at < restart:
                del counts[lower]
        return _printed(level, found.levels, counts)


def read_lists(root: etree._Element | None, styles: Styles) -> dict[str, List]:
    """The lists of a numbering part by the `numId` that paragraphs use; none without the part."""
    if root is None:
        return {}
    bases: dict[str, etree._Element] = {
        element.get(w("abstractNumId")) or "": element
        for element in root.iterfind(w("abstractNum"))
    }
    instances: dict[str, etree._Element] = {
        element.get(w("numId")) or "": element for element in root.iterfind(w("num"))
    }
    lists: dict[str, List] = {}
    for id_, instance in instances.items():
        base = _base(instance, instances, bases, styles)
        if base not in bases:
            continue
        levels = dict(_levels(bases[base]))
        starts: dict[int, int] = {}
        for override in instance.iterfind(w("lvlOverride")):
            at = number(override.get(w("ilvl"))) or 0
            levels.update(_levels(override))
            start = number(value(override, "startOverride"))
            if start is not None:
                starts[at] = start
        lists[id_] = List(base, levels, starts)
    return lists


def numeral(count: int, form: str) -> str:
    """A number as Word writes it in one of its formats ("lowerRoman", "ordinal")."""
    if form in {"lowerLetter", "upperLetter"}:
        # After z comes aa, then bb: the letter is repeated.
        turn, letter = divmod(count - 1, 26)
        text = chr(ord("a") + letter) * (turn + 1) if count > 0 else ""
        return text.upper() if form == "upperLetter" else text
    if form in {"lowerRoman", "upperRoman"}:
        text, rest = "", count
        for size, sign in _ROMAN:
            text += sign * (rest // size)
            rest %= size
        return text.upper() if form == "upperRoman" else text
    if form in {"ordinal", "ordinalText"}:
        ending = {1: "st", 2: "nd", 3: "rd"}.get(count % 10, "th")
        return f"{count}{'th' if count % 100 in {11, 12, 13} else ending}"
    if form == "cardinalText" and 0 <= count < 100:
        tens, ones = divmod(count, 10)
        if count < len(_ONES):
            return _ONES[count].capitalize()
        return (_TENS[tens - 2] + (f"-{_ONES[ones]}" if ones else "")).capitalize()
    if form == "decimalZero":
        return f"{count:02}"
    if form == "numberInDash":
        return f"- {count} -"
    return "" if form in {"none", "bullet"} else str(count)


def _base(
    instance: etree._Element,
    instances: Mapping[str, etree._Element],
    bases: Mapping[str, etree._Element],
    styles: Styles,
) -> str:
    """The `abstractNumId` behind a list; a list style's where it only links to that."""
    base = value(instance, "abstractNumId") or ""
    link = value(bases.get(base), "numStyleLink")
    linked = instances.get(styles.list_of(link) or "") if link else None
    return base if linked is None else value(linked, "abstractNumId") or base


def _levels(parent: etree._Element) -> list[tuple[int, Level]]:
    return [
        (
            number(level.get(w("ilvl"))) or 0,
            Level(
                start=_or(number(value(level, "start")), 1),
                format=_format(level),
                text=value(level, "lvlText") or "",
                legal=bool(switch(level, w("isLgl"))),
                restart=number(value(level, "lvlRestart")),
                style=value(level, "pStyle"),
            ),
        )
        for level in parent.iterfind(w("lvl"))
    ]


def _format(level: etree._Element) -> str:
    # Word writes newer formats as an alternative with an older one to fall back on.
    form = next(level.iter(w("numFmt")), None)
    return "decimal" if form is None else form.get(VAL) or "decimal"


def _or(found: int | None, otherwise: int) -> int:
    return otherwise if found is None else found


def _printed(level: Level, levels: Mapping[int, Level], counts: Mapping[int, int]) -> str:
    if level.format == "bullet":
        sign = level.text.strip()
        # Most bullets are letters of a symbol font that only look like bullets.
        return sign if sign in _PRINTED_BULLETS else "•" if sign or level.text else ""

    def one(match: re.Match[str]) -> str:
        at = int(match[1]) - 1
        if at not in counts:
            return ""
        form = levels.get(at, Level()).format
        if level.legal and form not in {"none", "bullet"}:
            form = "decimal"
        return numeral(counts[at], form)

    return re.sub(r"%([1-9])", one, level.text).strip()
