"""People whom a draft calls by more than one name: a code and their own name, or two codes.

Four ways: a real name stands beside a code, in a sentence or in a row of the key; a first name that
nobody is introduced by stands in a draft that uses codes; a chosen name comes before the sentence
that declares it; and a second code is used beside a chosen name or another code.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import cache

from .. import vocabulary
from ..draft import RUNNING, Block, Draft, Kind, Role, Span, Visibility
from ..persons.mentions import known_as
from ..settings import Names, Settings
from ..tables import row_of
from .codes import CHILD_CODE, CODE, CODE_OR_ROLE, FAMILY_CODE
from .name_words import plain
from .personal_names import Person, Standing, find_people
from .pseudonyms import find_scheme

_LEFT_ALONE = frozenset({Role.FRONT_MATTER, Role.CONTENTS, Role.REFERENCES, Role.GLOSSARY})
# What stands between a code and the name beside it.
_BETWEEN = (
    r"(?: ?\(|, | ?/ ?| ?= ?| ?[–—-] ?| ?\[|: | or |, (?:also |formerly |previously )?(?:called|named|known as|aka|i\.e\.) |"
    r" (?:is|was) (?:really |actually |in fact )?(?:called |named )?|, (?:really|actually|that is|whose (?:real |first )?name is) |"
    r" ?\((?:also |formerly |previously |real name:? |i\.e\. |name:? )(?:called |known as )?| aka |"
    r"[’']s (?:real |first )?name (?:is|was) )"
)
_CODE_THEN = re.compile(rf"(?P<code>{CODE_OR_ROLE.pattern}|\b[A-Z]{{2,4}}){_BETWEEN}[“\"‘]?$")
_THEN_CODE = re.compile(
    rf"[”\"’]?{_BETWEEN}(?:the )?(?P<code>{CODE_OR_ROLE.pattern}|[A-Z]{{2,4}}\b)"
)
# "SW1 (Ifeoma Ezenwa)" tells who SW1 is; "the EWO, Callum Rennie" only what he does.
_ONLY_ROLE = re.compile(r"[A-Z]{2,4}$")
_OFFICE = re.compile(
    r"\b(?:work(?:er|ers)|practitioner|nurse|midwife|doctor|teacher|headteacher|head|officer|manager|mentor|friend|girl|boy|lad|"
    r"neighbour|carer|coach|volunteer|assistant|visitor|cousin|aunt|uncle|pupil|resident|classmate|landlord|lodger|"
    r"keyworker|adviser|advisor|solicitor|counsellor|therapist|man|woman|guardian|advocate|colleague|constable|boyfriend|"
    r"girlfriend|ex-partner|caretaker|driver|clerk|receptionist|interpreter|psychologist|paediatrician|registrar|dog|cat|"
    r"rabbit|hamster|pony|horse|puppy|doll|bear|teddy|trainee|tutor|staff|lead|chair|supervisor|coordinator|leader|"
    r"apprentice|student|locum|sister|brother|child(?:ren)?|son|daughter|ward)\b",
    re.IGNORECASE,
)
# "Dunnock is the name by which this girl is known", "the boy is Peregrine here".
_NAMED_HERE = re.compile(
    r"\b(?P<one>[A-Z][a-zà-ÿ]{2,}) is the name (?:by which|that|which|we|used|given)|\bis (?P<two>[A-Z][a-zà-ÿ]{2,}) here\b"
)
_SECOND_CODE = re.compile(
    rf"(?P<one>{CODE.pattern})(?: ?\(|/| ?= ?|, (?:also|previously|formerly) (?:called |known as |referred to as )?)"
    rf"(?P<two>{CODE.pattern})\)?"
)
_DECLARES = re.compile(
    r"\b(?:known as|referred to as|called|in this report|will be|for the purposes?|code|key|pseudonym|anonym\w+)\b",
    re.I,
)
_ANY_CODE = re.compile(rf"(?P<code>{CODE.pattern})")
# What somebody else calls a person: "recorded as Male 1", "Child N, as the police have it".
_AS_CODE = re.compile(
    rf"\b(?:recorded|appears?|stands?|listed|logged|shown|entered|given|named)(?: (?!report)\w+){{0,5}} as (?P<code>{CODE.pattern})"
    rf"|(?P<first>{CODE.pattern}), as (?:the )?(?:police|school|hospital|court|council|trust|records?|files?|agenc\w+|social care|health)\b"
)
_STEPFATHER = re.compile(r"\b(?:Step-?[Ff]ather|Mother[’']s [Pp]artner)\b")
_HUSBAND = re.compile(
    rf"\b[Mm]other[’']s (?:new |then |second )?(?:husband|partner|boyfriend)[^.;]{{0,30}}?(?:called|known as|as|is|\() ?(?P<code>{CODE.pattern})"
)
_SAME_MAN = re.compile(
    r"^(?:Father 2|Father B|Partner|Mother[’']s [Pp]artner|MP|Stepfather|SF|Adult \w|Male \w)\b"
)
_OTHER_CASE = re.compile(
    r"\b(?:reviews?|inquir(?:y|ies)|report|scr|case) (?:\w+ ){0,3}(?:about|of|on|into|concerning) $",
    re.I,
)
_RANK = re.compile(r"\b(?:Constable|Officer|PC|WPC) [A-Z][\w’'-]+$")
_NO_NAMES = frozenset("this that these those they none not his her the who what code".split())
_NEAR = 60


class Doubt(StrEnum):
    """In what way somebody is called by two names."""

    BESIDE = "a code stands beside a name"
    NAMED = "a name is used for somebody who seems to have a code"
    EARLY = "the chosen name is used before the draft says that it is one"
    TWO_CODES = "two codes seem to stand for one person"


@dataclass
class DoubleName:
    """Somebody with two names: the one in question, the other where known, and every place."""

    name: str
    doubt: Doubt
    other: str = ""
    places: list[Span] = field(default_factory=list)
    confidence: float = 0.8


def find_double_names(draft: Draft, settings: Settings) -> list[DoubleName]:
    """The people of a parsed draft whom it calls by more than one name."""
    people = [p for p in find_people(draft, settings) if p.standing is Standing.PRIVATE]
    early, declared = _early(draft, settings.names)
    return [
        *(d for d in _named(draft, people) if plain(d.name) not in declared),
        *early,
        *_second_codes(draft, settings.names),
    ]


def _named(draft: Draft, people: list[Person]) -> Iterator[DoubleName]:
    """People with a code beside their name, and first names that nobody is introduced by."""
    uses_codes = any(FAMILY_CODE.search(b.text) for b in _read(draft))
    for person in people:
        mentions = [m for m in person.mentions if draft.role_of(m.block) not in _LEFT_ALONE]
        mentions += _in_hashtags(draft, person)
        beside = {m: found for m in mentions if (found := _code_beside(draft, m))}
        if beside:
            code = next(iter(beside.values()))[0]
            places = [beside[m][1] if m in beside else m for m in mentions]
            yield DoubleName(person.name, Doubt.BESIDE, code, places, 0.9)
        elif uses_codes and mentions and _is_unexplained(draft, person, mentions):
            yield DoubleName(person.name, Doubt.NAMED, "", mentions, 0.6)


def _in_hashtags(draft: Draft, person: Person) -> list[Span]:
    """Hashtags and account names that hold the first word of a name: "#justiceforkieran"."""
    name = plain(person.words[0])
    if len(name) < 4:
        return []
    pattern = re.compile(rf"[#@]\w*{re.escape(name)}\w*", re.IGNORECASE)
    return [Span(b.index, *m.span()) for b in _read(draft) for m in pattern.finditer(b.text)]


def _code_beside(draft: Draft, mention: Span) -> tuple[str, Span] | None:
    """The code beside a name, in its sentence or in its row of a key, and the words of both."""
    block = draft.blocks[mention.block]
    if draft.text_at(mention).isupper() or _in_address(draft, mention):
        return None
    before, after = block.text[: mention.start], block.text[mention.end :]
    found = _CODE_THEN.search(before)
    if found and not (_ONLY_ROLE.match(found["code"]) and not before.endswith("(")):
        return found["code"], Span(block.index, found.start("code"), mention.end)
    found = _THEN_CODE.match(after)
    if found and not _ONLY_ROLE.match(found["code"]):
        return found["code"], Span(block.index, mention.start, mention.end + found.end("code"))
    if _RANK.search(f"{before[-12:]}{draft.text_at(mention)}"):
        for near in draft.blocks[max(0, block.index - 2) : block.index + 3]:
            if found := re.search(r"\bPC ?\d{1,2}\b", near.text):
                return found[0], mention
    if block.cell and not block.cell.is_header:
        for other in row_of(draft, block):
            if other.index != block.index and CODE_OR_ROLE.fullmatch(other.text.strip(" .*")):
                return other.text.strip(" .*"), mention
    return None


def _in_address(draft: Draft, mention: Span) -> bool:
    """Whether a name is that of a house: a street follows it."""
    return any(
        e.label == "STREET_ADDRESS"
        and e.span.block == mention.block
        and 0 <= e.span.start - mention.end <= 2
        for e in draft.entities
    )


def _is_unexplained(draft: Draft, person: Person, mentions: list[Span]) -> bool:
    """Whether a bare first name stands where a code would, and nothing says who else it is."""
    if len(person.words) > 1 or person.titles or person.surname_only:
        return False
    if person.name.isupper() or _is_written_small(draft, person.name):
        return False
    for mention in mentions:
        text = draft.blocks[mention.block].text
        before = text[max(0, mention.start - _NEAR) : mention.start]
        after = text[mention.end : mention.end + _NEAR]
        if _introduced(before, after):
            return False
    return True


def _introduced(before: str, after: str) -> bool:
    """Whether a name is explained by what the person is: "her keyworker, Ebun", "Mark, the …"."""
    lead = re.search(r"(?:[^.;:]*?)(?:,| \(| called| named|:)? ?[“\"‘]?$", before)
    words = before[-40:]
    apposed = re.search(r"(?:, ?| \(| called | named )$", words)
    if lead and apposed and _OFFICE.search(words):
        return True
    if re.search(rf"{_OFFICE.pattern} $", before, re.IGNORECASE):
        return True
    return bool(
        re.match(r"(?:,| \() ?(?:who (?:was|is|worked)|an?|the|her|his|their)\b", after)
    ) and bool(_OFFICE.search(after[:45]))


def _early(draft: Draft, names: Names) -> tuple[list[DoubleName], frozenset[str]]:
    """Chosen names in the text before the place that declares them; and all that are declared."""
    found: list[DoubleName] = []
    in_settings = {plain(name) for name in names.pseudonyms}
    declared_at: dict[str, int] = {}
    for block in draft.blocks:
        alone = replace(draft, blocks=(block,), docs={}, entities=())
        for name in _chosen(alone, Names()) - in_settings:
            declared_at.setdefault(name, block.index)
        for match in _NAMED_HERE.finditer(block.text):
            declared_at.setdefault(plain(match["one"] or match["two"]), block.index)
    for name, at in declared_at.items():
        places: list[Span] = []
        written = ""
        pattern = re.compile(rf"(?<![\w’'-]){re.escape(name)}(?![\w-])", re.IGNORECASE)
        for block in _read(draft):
            if block.index >= at or block.kind in {Kind.HEADING, Kind.TITLE}:
                continue
            for match in pattern.finditer(block.text):
                if match[0][0].isupper() and not CODE.match(block.text, max(0, match.start() - 6)):
                    places.append(Span(block.index, *match.span()))
                    written = written or match[0]
        if places and not _is_written_small(draft, name):
            found.append(DoubleName(written, Doubt.EARLY, "", places, 0.8))
    return found, frozenset(declared_at)


def _chosen(draft: Draft, names: Names) -> frozenset[str]:
    """The first names that a draft declares as chosen, without the codes in its key."""
    own = {plain(name) for name in names.pseudonyms}
    return frozenset(
        name
        for name in find_scheme(draft, names).declared
        if name in own or not (len(name) < 3 or name in _NO_NAMES or known_as(name))
    )


def _is_written_small(draft: Draft, word: str) -> bool:
    """Whether the draft also writes a word in small letters, so that it is no name."""
    small = re.compile(rf"\b{re.escape(word.lower())}\b")
    return any(small.search(block.text) for block in draft.blocks)


def _second_codes(draft: Draft, names: Names) -> Iterator[DoubleName]:
    """Codes for somebody who has another code or a chosen name already."""
    for block in _read(draft):
        for match in _SECOND_CODE.finditer(block.text):
            if match["one"] != match["two"] and not _DECLARES.search(block.text):
                span = Span(block.index, *match.span())
                yield DoubleName(match["two"], Doubt.TWO_CODES, match["one"], [span], 0.7)
    declared = _chosen(draft, names)
    yield from _recorded_as(draft)
    yield from _children_with_both(draft, declared)
    yield from _initials(draft, declared)
    yield from _stepfathers(draft)
    yield from _coded_relatives(draft)


def _recorded_as(draft: Draft) -> Iterator[DoubleName]:
    """Codes that somebody else gave: "recorded by the police as Male 1", "who stands as TM1"."""
    given: dict[str, str] = {}
    for block in _read(draft):
        for match in _AS_CODE.finditer(block.text):
            before = [m["code"] for m in _ANY_CODE.finditer(block.text[: match.start()])]
            given[match["code"] or match["first"]] = before[-1] if match["code"] and before else ""
        if re.search(r"\binitials\b", block.text):
            for match in re.finditer(r"\b[A-Z]{2}\b", block.text):
                if match[0] not in _abbreviations():
                    given.setdefault(match[0], "")
    for code, other in given.items():
        if other == code:
            continue
        pattern = re.compile(rf"(?<![\w]){re.escape(code)}(?!\w)")
        places = [Span(b.index, *m.span()) for b in _read(draft) for m in pattern.finditer(b.text)]
        yield DoubleName(code, Doubt.TWO_CODES, other or "another code", places, 0.7)


def _children_with_both(draft: Draft, declared: frozenset[str]) -> Iterator[DoubleName]:
    """ "Child G" in a draft that calls the child Gethin."""
    by_letter = {name[0].upper(): name for name in declared if " " not in name}
    places: dict[str, list[Span]] = {}
    for block in _read(draft):
        for match in CHILD_CODE.finditer(block.text):
            name = by_letter.get(match["which"])
            if name is None or _OTHER_CASE.search(block.text[: match.start()]):
                continue
            if _DECLARES.search(block.text) and re.search(name, plain(block.text)):
                continue
            places.setdefault(match[0], []).append(Span(block.index, *match.span()))
    for code, spans in places.items():
        yield DoubleName(
            code, Doubt.TWO_CODES, by_letter[code.split()[-1]].capitalize(), spans, 0.75
        )


def _initials(draft: Draft, declared: frozenset[str]) -> Iterator[DoubleName]:
    """ "MR was left" in a draft that calls the child Marnie."""
    letters = "".join(sorted({name[0].upper() for name in declared if name.isalpha()}))
    if not letters:
        return
    pattern = re.compile(
        rf"(?<![\w./’'-])(?P<code>[{letters}][A-Z])(?=[’']s\b| (?:was|is|had|has|said|told|went|lived|came|felt|wanted|did|"
        r"refused|left|made|spoke|disclosed|reported|attended|returned|stated|and (?:her|his|their))\b)"
    )
    places: dict[str, list[Span]] = {}
    for block in _read(draft):
        for match in pattern.finditer(block.text):
            if match["code"] not in _abbreviations():
                places.setdefault(match["code"], []).append(Span(block.index, *match.span("code")))
    for code, spans in places.items():
        name = next(n for n in declared if n[0].upper() == code[0])
        yield DoubleName(code, Doubt.TWO_CODES, name.capitalize(), spans, 0.65)


def _stepfathers(draft: Draft) -> Iterator[DoubleName]:
    """ "Stepfather" in a draft whose key gives the same man another code."""
    keyed = [
        b.text.strip()
        for b in draft.blocks
        if b.cell and b.cell.column == 0 and not b.cell.is_header and CODE_OR_ROLE.match(b.text)
    ]
    keyed += [m["code"] for b in _read(draft) for m in _HUSBAND.finditer(b.text)]
    man = next((re.split(r"[,(]", c)[0] for c in keyed if _SAME_MAN.match(c)), None)
    if man is None or any(_STEPFATHER.match(code) for code in keyed):
        return
    places = [
        Span(block.index, *match.span())
        for block in _read(draft)
        for match in _STEPFATHER.finditer(block.text)
    ]
    if places:
        yield DoubleName("Stepfather", Doubt.TWO_CODES, man, places, 0.6)


def _coded_relatives(draft: Draft) -> Iterator[DoubleName]:
    """ "Mat. Aunt" in a draft that knows an Aunt 1."""
    coded = {
        m["who"]: m[0]
        for b in _read(draft)
        for m in re.finditer(
            r"\b(?P<who>Aunt|Uncle|Grandmother|Grandfather|Cousin) (?:\d|[A-Z])\b", b.text
        )
    }
    for who, code in coded.items():
        pattern = re.compile(
            rf"\b(?:Mat\.?|Pat\.?|Maternal|Paternal|Great) {who}\b(?! (?:\d|[A-Z]\b))"
        )
        places = [Span(b.index, *m.span()) for b in _read(draft) for m in pattern.finditer(b.text)]
        if places:
            yield DoubleName(draft.text_at(places[0]), Doubt.TWO_CODES, code, places, 0.6)


def _read(draft: Draft) -> Iterator[Block]:
    for block in draft.blocks:
        if (
            block.visibility is Visibility.SHOWN
            and block.kind not in RUNNING
            and draft.role_of(block.index) not in _LEFT_ALONE
        ):
            yield block


@cache
def _abbreviations() -> frozenset[str]:
    return frozenset(row["acronym"].upper() for row in vocabulary.load("scr_lint", "acronyms"))
