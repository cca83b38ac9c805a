"""Which places a draft names that could point to the family: each once, with every mention.

A place is known by a word for its kind ("Tollgate Surgery"), or by what is said beside its name
("a flat in Scarbeck"). What is a place once is one everywhere, under its short name too. The area
of the board or of a council, whole countries and regions, and national bodies are none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from ...draft import RUNNING, Block, Draft, Kind, Role, Span, Visibility
from ...language import DEFAULT_MODEL
from ...once import once
from ...persons.case_told import blocks_of_case
from ...settings import Settings
from ...structure.tables import row_of
from ..capitalised_names import capitalised
from ..names.name_words import NameWords, dictionary, plain
from ..names.personal_names import allowed_mentions, find_people
from ..passages import sentence_at
from ..publicity.sources import published_lists
from ..recognition.street_words import HOUSE_BEFORE
from .contact_lists import contact_lists
from .imprint import imprint
from .likely_places import Named, weigh_names
from .no_places import is_learned_body, is_no_place
from .place_signs import NamedPerson
from .place_types import TypedPlace, typed_places
from .place_words import is_body, says_which
from .rather_somebody import is_rather_somebody
from .short_names import LED_TO, FullName, initials_beside, short_mentions
from .wide_places import (
    ABROAD,
    AT_HOME,
    county_behind,
    is_of_inquiry,
    public_but_towns,
    wide_names,
    without_side,
)

_LEFT_ALONE = frozenset({Role.FRONT_MATTER, Role.CONTENTS, Role.GLOSSARY, Role.REFERENCES})
_NAME = r"[^\W\da-z_][\w’'-]*"
_NAMES = rf"{_NAME}(?:(?: (?:and|of|&|the|upon|on|y|in))? {_NAME}){{0,4}}"
# Bodies that are called by the area they serve.
_OF_AREA = re.compile(
    rf"\b(?P<area>{_NAMES}?),? (?:(?:Local|Regional|Metropolitan|City|County|Borough|District|Children|Children[’']s|"
    r"Adults?|and|Community|Teaching|University|Integrated|Safeguarding|Clinical|Combined|Health|Services?|"
    r"Hospitals?|NHS|Foundation|Social|Care|Commissioning|Group|Youth|Fire and) ){0,7}"
    r"(?:Safeguarding|Council|Constabulary|Police|Partnership|Board|CCG|ICB|LSCB|LSCP|SCB|SCP|Health Board|"
    r"Trust|Local Authority|local authority|Authority|council|"
    r"Youth (?:Offending|Justice) (?:Team|Service)|YOTs?|Children[’']s (?:Services|Social Care)|Social (?:Services|Care)|Rescue Service|Trading Standards|"
    r"Ambulance Service)\b"
)
_IS_BOARD = re.compile(r"(?:Safeguarding|Board|LSCB|LSCP|SCB|SCP|Partnership)$")
_AREA_OF = re.compile(
    rf"\b(?:[Bb]orough|[Cc]ity|[Cc]ounty|[Dd]istrict|Council|Royal Borough|Metropolitan Borough) of (?P<area>{_NAMES})"
)
_NO_AREA = re.compile(r"\b(?:School|Schools|Academy|Academies|College|Learning|Education)\b")
_COUNTRY_AFTER = re.compile(rf",? (?:in )?(?P<country>{_NAME}(?: {_NAME})?)")
_GENERIC_WORD = frozenset(
    """the and of in for local safeguarding children council board partnership regional review
    serious case practice child report overview north south east west new royal""".split()
)
# What may stand between the street of an address and the town: a village or a part of it.
_TOWN_OR_NONE = re.compile(rf"(?:, {_NAME}(?: {_NAME})?)?, ")
#: How sure it is that a name right behind a street, and a comma, is a town's.
_IN_ADDRESS = 0.75
# "within the Wolmere area": where a body works.
_PATCH = re.compile(r" (?:area|locality|patch|boundar(?:y|ies))\b")
#: How likely a name has to be a place's that some body, which is not the draft's board, is called by.
_IN_A_BODYS_AREA = 0.85
#: How likely a name has to be a place's that a preposition leads to and a county stands behind.
_IN_COUNTY = 0.3
#: How likely a name has to be a place's that is one for sure elsewhere in the draft.
_KNOWN_ELSEWHERE = 0.1
#: How likely a name has to be a place's that somebody ill is taken to, by its article: "taken to the Marden with a fever".
_TAKEN_ILL = 0.3
_TAKEN_TO_THE = re.compile(
    r"\b(?:taken|admitted|transferred|rushed|conveyed|blue-lighted|brought)\b[^.;,]{0,40} to [Tt]he $"
)


@dataclass
class Place:
    """A place named in the draft: what it is called and what kind it is, with every mention."""

    name: str
    kind: str
    mentions: list[Span] = field(default_factory=list)
    confidence: float = 0.8


def find_places(draft: Draft, settings: Settings) -> list[Place]:
    """The places of a parsed draft, in the order they first come up."""
    if not draft.docs:
        return []
    allowed = {plain(name) for name in settings.names.allow} | wide_names()
    left, own = area_names(draft) | allowed, own_area(draft) | allowed
    blocks = readable(draft)
    typed = {
        b.index: list(typed_places(b.text, heading=_is_heading(b), beside=_heads(draft, b)))
        for b in blocks
    }
    bodies = {b.index: [m.span() for m in _OF_AREA.finditer(b.text)] for b in blocks}
    places: dict[tuple[str, str], Place] = {}
    spans: dict[int, list[tuple[int, int]]] = {}
    addresses = _addresses(draft)
    for block in blocks:
        for found in typed[block.index]:
            span = Span(block.index, found.start, found.end)
            spans.setdefault(block.index, []).append((found.start, found.end))
            if plain(draft.text_at(span)) in left | public_but_towns() or _in_address(
                block.text, found
            ):
                continue
            if any(span.overlaps(other) for other in addresses) or _is_of_review(draft, span):
                continue
            if is_learned_body(block.text, found.start, found.end) or is_of_inquiry(
                block.text, found.start, found.end
            ):
                continue
            key = (plain(found.own), found.kind)
            place = places.setdefault(key, Place(draft.text_at(span), found.kind, confidence=0.9))
            place.mentions.append(span)
    for block in blocks:
        spans.setdefault(block.index, []).extend(bodies[block.index])
    full = [_full_name(draft, place, own) for (own, _), place in places.items()]
    typed_ones = list(places.values())
    people = people_by_block(draft, settings)
    for index, span in short_mentions(draft, blocks, full, spans, left, people):
        typed_ones[index].mentions.append(span)
        spans[span.block].append((span.start, span.end))
    names = named(draft, settings)
    sure = {
        plain(draft.text_at(span))
        for span, likely in names
        if likely.is_place and not draft.text_at(span).isupper()
    }
    for span, likely in names:
        taken = [Span(span.block, *each) for each in spans[span.block]] + addresses
        name = draft.text_at(span)
        if any(map(span.overlaps, taken)) or _is_area(name, own):
            continue
        if is_rather_somebody(draft, span, likely.place, people.get(span.block, ())):
            continue
        told = likely.is_place or _ends_address(draft, span, addresses)
        told = told or (plain(name) in sure and likely.place >= _KNOWN_ELSEWHERE)
        told = told or (likely.place >= _IN_COUNTY and _in_a_county(draft, span))
        told = told or (likely.place >= _TAKEN_ILL and _is_taken_to(draft, span))
        if told and not is_no_place(draft.blocks[span.block].text, span.start, span.end):
            known = places.setdefault(
                (plain(name), ""), Place(name, "a place", confidence=max(likely.place, _IN_ADDRESS))
            )
            known.mentions.append(span)
            spans[span.block].append((span.start, span.end))
    for place in places.values():
        place.mentions = sorted(set(place.mentions), key=lambda s: (s.block, s.start))
    return sorted(places.values(), key=lambda p: (p.mentions[0].block, p.mentions[0].start))


@once
def area_names(draft: Draft) -> frozenset[str]:
    """What the area of the board and of councils, forces and trusts is called, in small letters."""
    found = {name for match in _bodies_of_areas(draft) for name in _with_parts(match["area"])}
    return frozenset(found - _GENERIC_WORD) | own_area(draft)


@once
def own_area(draft: Draft) -> frozenset[str]:
    """What the area of the board whose draft it is is called: by its title, and by the board's name."""
    found = {
        name
        for match in _bodies_of_areas(draft)
        if _IS_BOARD.search(match[0])
        for name in _with_parts(match["area"])
    }
    own = imprint(draft)
    for block in draft.blocks:
        if block.visibility is not Visibility.SHOWN:
            continue
        if (
            block.kind in RUNNING
            or block.kind is Kind.TITLE
            or block.index in own
            or draft.role_of(block.index) is Role.FRONT_MATTER
        ):
            for match in re.finditer(_NAMES, block.text):
                found.update(_with_parts(match[0]))
    return frozenset(found - _GENERIC_WORD)


def _bodies_of_areas(draft: Draft) -> Iterator[re.Match[str]]:
    """Where a draft names bodies that are called by their area."""
    for block in draft.blocks:
        if block.visibility is Visibility.SHOWN:
            for pattern in (_OF_AREA, _AREA_OF):
                for match in pattern.finditer(block.text):
                    if not _NO_AREA.search(match[0]):
                        yield match


def _with_parts(words: str) -> Iterator[str]:
    """A name of an area and the names joined in it: "Tarnbrough and Vale"."""
    words = re.sub(r"^(?:The|the|In|At|For) ", "", words)
    yield plain(words)
    for part in re.split(r" (?:and|&) |, ", words):
        yield plain(part)
    for word in words.split():
        if len(word) > 3:
            yield plain(word)


def readable(draft: Draft) -> list[Block]:
    """The parsed blocks of a draft in which places may be the family's."""
    others = contact_lists(draft) | published_lists(draft)
    told = blocks_of_case(draft)
    return [
        b
        for b in draft.blocks
        if b.index in draft.docs
        and b.visibility is Visibility.SHOWN
        and b.kind not in RUNNING
        and b.kind is not Kind.TITLE
        and b.index not in others
        and (told is None or b.index in told)
        and draft.role_of(b.index) not in _LEFT_ALONE
    ]


def places_may_stand(
    draft: Draft, block: Block, spans: Iterable[tuple[int, int]]
) -> Iterator[tuple[int, int]]:
    """Those of some spans that are no name of an area, a country or a body, or a part of one."""
    left = own_area(draft) | wide_names() | public_but_towns()
    bodies = [m.span() for m in _OF_AREA.finditer(block.text)]
    for start, end in spans:
        name = block.text[start:end]
        if re.search(r"\d", name) or not says_which(name) or is_body(name) or plain(name) in left:
            continue
        if without_side(name) in wide_names(AT_HOME):
            continue  # "South Dorset"
        if is_of_inquiry(block.text, start, end):
            continue
        if not any(s < end and start < e for s, e in bodies):
            yield start, end


def _heads(draft: Draft, block: Block) -> str:
    """The words at the head of a cell's row and column."""
    if block.cell is None:
        return ""
    row = [b.text for b in row_of(draft, block) if b.cell and b.cell.column == 0]
    return " ".join([block.cell.header, *row])


def _is_heading(block: Block) -> bool:
    return block.kind in {Kind.HEADING, Kind.TITLE}


def _in_address(text: str, found: TypedPlace) -> bool:
    """Whether a street stands after the name of a house: "Hendre Gwylan, Lôn Sidan"."""
    return found.kind == "a street" and bool(HOUSE_BEFORE.search(text[: found.start]))


# Where a review met and talked, in the part that says how it was made.
_MEETING = re.compile(
    r"\b(?:meetings?|met|events?|workshops?|took place|sessions?|interviews? were|panel|conference|held)\b",
    re.IGNORECASE,
)


def _is_of_review(draft: Draft, span: Span) -> bool:
    """Whether a place is where the review itself was worked on: "held at the Drapers' Hall"."""
    if draft.role_of(span.block) not in {Role.METHODOLOGY, Role.INTRODUCTION}:
        return False
    return bool(_MEETING.search(sentence_at(draft.blocks[span.block].text, span.start, span.end)))


def _addresses(draft: Draft) -> list[Span]:
    """Addresses of homes, with a number or a flat: they are another matter."""
    return [
        e.span
        for e in draft.entities
        if e.label in {"STREET_ADDRESS", "ADDRESS_ABROAD", "UK_POSTCODE"}
        and e.score >= 0.5
        and re.search(r"\d|,|\b[Ff]lat\b|\b[Ee]state\b", draft.text_at(e.span))
    ]


def _ends_address(draft: Draft, span: Span, addresses: list[Span]) -> bool:
    """Whether a name is of the town or village of an address: "4 Sandpit Rise, Ollerdene"."""
    return any(
        address.block == span.block
        and _TOWN_OR_NONE.fullmatch(draft.blocks[span.block].text[address.end : span.start])
        for address in addresses
    )


@once
def named(draft: Draft, settings: Settings) -> tuple[tuple[Span, Named], ...]:
    """The names in a parsed draft, each with how likely it is that of a place or a home."""
    words = name_words(draft) if draft.docs else None
    people = people_by_block(draft, settings)
    allowed = allowed_mentions(draft, settings)
    found: list[tuple[Span, Named]] = []
    for block in readable(draft):
        if words is None or _is_heading(block):
            continue
        doc = draft.docs[block.index]
        spans = places_may_stand(draft, block, capitalised(block.text))
        here = people.get(block.index, ())
        for name in weigh_names(doc, words, spans, here):
            span = Span(block.index, name.start, name.end)
            if any(
                span.overlaps(m) and span.start >= m.start and span.end <= m.end for m in allowed
            ):
                continue  # who is allowed is no place either
            of_body = plain(draft.text_at(span)) in area_names(draft)
            if of_body and (name.place < _IN_A_BODYS_AREA or _PATCH.match(block.text, name.end)):
                continue
            if not _is_abroad(block.text, name.end, here) and not _is_of_review(draft, span):
                found.append((span, name))
    return tuple(found)


def people_by_block(draft: Draft, settings: Settings) -> dict[int, list[NamedPerson]]:
    """Who is named in each paragraph of a parsed draft, by its index."""
    found: dict[int, list[NamedPerson]] = {}
    for person in find_people(draft, settings) if draft.docs else ():
        for span in person.mentions:
            found.setdefault(span.block, []).append(
                NamedPerson(span.start, span.end, person.weight)
            )
    return found


def _is_abroad(text: str, end: int, people: Iterable[NamedPerson]) -> bool:
    """Whether a country stands right after a name: "Kingston, Jamaica", and nobody called so."""
    country = _COUNTRY_AFTER.match(text, end)
    return (
        country is not None
        and plain(country["country"]) in wide_names(ABROAD)
        and not any(p.start == country.start("country") for p in people)
    )


@once
def name_words(draft: Draft) -> NameWords:
    """The words of a parsed draft, to look up what they look like."""
    small = {t.text for doc in draft.docs.values() for t in doc if t.is_lower}
    vocab = next(iter(draft.docs.values())).vocab
    return NameWords(vocab, dictionary(DEFAULT_MODEL), frozenset(small))


def _in_a_county(draft: Draft, span: Span) -> bool:
    """Whether a name is told to be in a county: "found in Quenderby, East Sussex"."""
    text = draft.blocks[span.block].text
    return bool(LED_TO.search(text[: span.start])) and county_behind(text, span.end)


def _is_taken_to(draft: Draft, span: Span) -> bool:
    """Whether somebody was taken to what is called by its article and own name: "the Marden"."""
    return bool(_TAKEN_TO_THE.search(draft.blocks[span.block].text[: span.start]))


def _full_name(draft: Draft, place: Place, own: str) -> FullName:
    """A place as it was named in full, with the initials that stand in brackets behind its name."""
    beside = {
        initials_beside(draft.blocks[at.block].text, draft.text_at(at), at.end)
        for at in place.mentions
    }
    return FullName(place.name, own, place.kind, frozenset(filter(None, beside)))


def _is_area(name: str, left: frozenset[str]) -> bool:
    """Whether a name is that of the area, with or without the word for what it is: "Bedford
    Borough"."""
    words = plain(name)
    return (
        words in left
        or re.sub(r" (?:borough|city|county|district|area|region)$", "", words) in left
    )
