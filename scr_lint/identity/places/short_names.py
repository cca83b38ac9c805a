"""What a place that is named in full once is called elsewhere: shorter, by its name alone or by its initials."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from ...draft import Block, Draft, Span
from ..names.name_words import first_names, plain
from .place_signs import LIKELY, NamedPerson, weight_for_person

# A further word of a name, but for a person's code: "At Kestrel Vale Child A was …".
_NEXT_CAPITAL = re.compile(
    r" (?!(?:Child|Baby|Sibling|Adult|Mother|Father|Stepfather|Mum|Dad|[A-Z]{1,4}\d)\b)[A-Z][\w’'-]+"
)
# "Tarn Vale General Hospital (TVGH)", "… (“the TVGH”)".
_IN_BRACKETS = re.compile(
    r",? \((?:hereafter |known as |called )?(?:the )?[“\"‘']?(?:the )?(?P<letters>[A-Z]{2,6})[”\"’']?\)"
)
LED_TO = re.compile(r"\b(?:at|to|from|in|on|near)(?: the)? $")
_HOSPITAL = "a hospital or clinic"
#: How many letters initials have to have that nobody explains.
_TELLING = 3


@dataclass(frozen=True, slots=True)
class FullName:
    """A place named in full: its name as written, its name in small letters without the words for
    its kind, that kind, and what its initials are said to be."""

    name: str
    own: str
    kind: str
    initials: frozenset[str]

    def short_names(self, left: frozenset[str]) -> Iterator[str]:
        """What the place may be called elsewhere; `left` are names that stand for something else."""
        yield self.name
        words, own = self.name.split(), self.own_as_written()
        cut = [" ".join(words[:n]) for n in range(len(words) - 1, len(own.split()), -1)]
        for short in (*(s for s in cut if s.startswith(own)), own):
            if short == self.name or _may_stand_alone(short, left):
                yield short
        yield from self.initials
        letters = initials_of(self.name)
        if self.kind == _HOSPITAL and len(letters) >= _TELLING and plain(letters) not in left:
            yield letters

    def own_as_written(self) -> str:
        """The name without its kind as it is written."""
        at = plain(self.name).find(self.own)
        return self.name[at : at + len(self.own)] if at >= 0 else self.name


def initials_of(name: str) -> str:
    """The first letters of the words of a name that have a capital."""
    return "".join(word[0] for word in name.split() if word[0].isupper())


def initials_beside(text: str, name: str, end: int) -> str | None:
    """The initials in brackets right behind a name that ends there: "TVGH"; None where none are."""
    found = _IN_BRACKETS.match(text, end)
    if not found:
        return None
    rest = iter(initials_of(name))
    in_order = all(letter in rest for letter in found["letters"])
    return found["letters"] if in_order and found["letters"][0] == name[0] else None


def short_mentions(
    draft: Draft,
    blocks: Iterable[Block],
    known: Sequence[FullName],
    taken: Mapping[int, Sequence[tuple[int, int]]],
    left: frozenset[str],
    people: Mapping[int, Sequence[NamedPerson]],
) -> Iterator[tuple[int, Span]]:
    """Where places are called by a short name, and which of the known ones each is.

    `taken` are the characters of each paragraph that are something else already, `left` the names that
    stand for something else, `people` who is named in each paragraph.
    """
    shorts: dict[str, tuple[str, int]] = {}
    for index, place in enumerate(known):
        for written in place.short_names(left):
            shorts.setdefault(plain(written), (written, index))
    now = {block: list(spans) for block, spans in taken.items()}
    for written, index in shorts.values():
        pattern = re.compile(rf"(?<![\w’'#@.-]){re.escape(written)}(?![\w-])")
        for block in blocks:
            for match in pattern.finditer(block.text):
                span = Span(block.index, *match.span())
                here = now.setdefault(block.index, [])
                if (
                    any(s < match.end() and match.start() < e for s, e in here)
                    or _NEXT_CAPITAL.match(block.text, match.end())
                    or _is_person(draft, span, people.get(block.index, ()))
                ):
                    continue
                here.append(match.span())
                yield index, span


def _may_stand_alone(name: str, left: frozenset[str]) -> bool:
    """Whether the name alone can mean the place: neither the area nor somebody's first name."""
    words = name.split()
    if (
        name.startswith(("Ward ", "St "))
        or plain(name) in left
        or all(plain(w) in left for w in words)
        or len(name) < 4
    ):
        return False
    return not (len(words) == 1 and first_names().get(plain(name)) is not None)


def _is_person(draft: Draft, span: Span, people: Sequence[NamedPerson]) -> bool:
    """Whether the words are somebody's here: of a name of several words, where the draft speaks for one."""
    if draft.text_at(span).isupper():
        return False
    if " " in draft.text_at(span):
        return weight_for_person(span.start, span.end, people) >= LIKELY
    return any(
        e.label == "PERSON" and e.source == "model" and e.span.overlaps(span)
        for e in draft.entities
        if e.span.block == span.block
    ) and not LED_TO.search(draft.blocks[span.block].text[: span.start])
