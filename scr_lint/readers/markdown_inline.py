"""The words of a line of Markdown without its marks, each with its place."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from urllib.parse import unquote

from markdown_it.helpers import parseLinkDestination, parseLinkTitle
from markdown_it.token import Token

from ..identity.publicity.links import leads_inside

_TAG = re.compile(r"</?([A-Za-z][A-Za-z0-9-]*)")
# Other words in angle brackets are what an author has still to fill in: "<insert date>".
_TAGS = frozenset(
    "a abbr b blockquote br center cite code dd del details div dl dt em figcaption figure font "
    "h1 h2 h3 h4 h5 h6 hr i img ins kbd li mark ol p pre q s section small span strong sub summary "
    "sup table tbody td tfoot th thead tr u ul".split()
)


@dataclass(slots=True)
class Shown:
    """Text and the place of each character.

    Beside it: the alternative texts of pictures in it, their files, and where its links lead.
    """

    text: str = ""
    places: list[int] = field(default_factory=list)
    alternatives: list[str] = field(default_factory=list)
    pictures: list[str] = field(default_factory=list)
    targets: list[str] = field(default_factory=list)

    def __add__(self, other: Shown) -> Shown:
        return Shown(
            self.text + other.text,
            self.places + other.places,
            self.alternatives + other.alternatives,
            self.pictures + other.pictures,
            self.targets + other.targets,
        )

    def moved(self, places: Sequence[int]) -> Shown:
        """The same text with places in what this text's source is a part of."""
        last = len(places) - 1
        moved = [places[min(place, last)] if places else 0 for place in self.places]
        return replace(self, places=moved)

    def part(self, start: int, end: int) -> Shown:
        """The text from `start` to `end`."""
        return Shown(self.text[start:end], self.places[start:end])

    def without(self, pattern: re.Pattern[str]) -> Shown:
        """The text without what matches a pattern."""
        kept = replace(self, text="", places=[])
        start = 0
        for match in pattern.finditer(self.text):
            kept += self.part(start, match.start())
            start = match.end()
        return kept + self.part(start, len(self.text))


def read_inline(token: Token) -> Shown:
    """What an inline token shows. Places count in its content."""
    content = token.content
    shown = Shown()
    at = 0  # how far the content has been read

    def find(sought: str) -> int:
        found = content.find(sought, at)
        return at if found < 0 else found

    def add(text: str, place: int) -> None:
        shown.text += text
        shown.places.extend(range(place, place + len(text)))

    for child in token.children or ():
        if child.type == "text":
            place = find(child.content)
            add(child.content, place)
            at = place + len(child.content)
        elif child.type == "text_special":
            place = find(child.markup)
            if child.content == child.markup:
                add(child.content, place)
            else:
                shown.text += child.content
                shown.places.extend([place] * len(child.content))
            at = place + len(child.markup)
        elif child.type == "code_inline":
            at = find(child.markup) + len(child.markup)
            place = max(content.replace("\n", " ").find(child.content, at), at)
            add(child.content, place)
            at = place + len(child.content)
            at = find(child.markup) + len(child.markup)
        elif child.type in {"softbreak", "hardbreak"}:
            place = find("\n")
            add("\n", place)
            at = place + 1
        elif child.type == "html_inline":
            place = find(child.content)
            tag = _TAG.match(child.content)
            if tag and tag[1].lower() == "br":
                add(" ", place)
            elif not (child.content.startswith("<!--") or (tag and tag[1].lower() in _TAGS)):
                add(child.content, place)
            at = place + len(child.content)
        elif child.type == "image":
            shown.alternatives.append(child.content)
            source = unquote(str(child.attrs.get("src", "")))
            if not source.startswith("data:"):
                shown.pictures.append(re.split(r"[/\\]", source)[-1])
            if leads_inside(source):
                shown.targets.append(source)
            label = find("![") + 2
            at = _after_link(content, content.find("]", label + len(child.content)))
        elif child.markup == "autolink":
            at = find("<" if child.nesting > 0 else ">") + 1
        elif child.type == "link_open":
            shown.targets.append(unquote(str(child.attrs.get("href", ""))))
            at = find("[") + 1
        elif child.type == "link_close":
            at = _after_link(content, find("]"))
        else:
            at = find(child.markup) + len(child.markup)
    return shown


def _after_link(content: str, bracket: int) -> int:
    """The place after a link whose label ends with the bracket at `bracket`."""
    if bracket < 0:
        return len(content)
    after = content[bracket + 1 : bracket + 2]
    if after == "[":
        return content.find("]", bracket + 2) + 1 or bracket + 1
    if after != "(":
        return bracket + 1
    end = len(content)
    at = _skip_space(content, bracket + 2)
    target = parseLinkDestination(content, at, end)
    at = _skip_space(content, target.pos if target.ok else at)
    title = parseLinkTitle(content, at, end)
    at = _skip_space(content, title.pos if title.ok else at)
    return content.find(")", at) + 1 or at


def _skip_space(content: str, at: int) -> int:
    while content[at : at + 1].isspace():
        at += 1
    return at
