"""People whom a draft calls by more than one name: a code and their own name, or two codes.

Four ways: a real name stands beside a code, in a sentence or in a row of the key; a first name that
nobody is introduced by stands in a draft that uses codes; a chosen name comes before the sentence
that declares it; and a second code is used beside a chosen name or another code.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from ..draft import RUNNING, Block, Draft, Kind, Role, Span, Visibility
from ..persons.mentions import known_as
from ..settings import Names, Settings
from ..tables import row_of
from .codes import CODE, CODE_OR_ROLE, LETTERED_CODE
from .name_words import plain
from .passages import sentence_starts
from .personal_names import Person, Standing, find_people
from .pseudonyms import find_scheme
from .second_codes import second_codes
from .two_names import LEFT_ALONE, DoubleName, Doubt, of_other_review, telling_blocks

# What stands between a code and the name beside it.
_BETWEEN = (
    r"(?: ?\(|, | ?/ ?| ?= ?| ?[–—-] ?| ?\[|: | or |, (?:also |formerly |previously )?(?:called|named|known as|aka|i\.e\.) |"
    r" (?:is|was) (?:really |actually |in fact )?(?:called |named )?|, (?:really|actually|that is|whose (?:real |first )?name is) |"
    r" ?\(who (?:is|was) (?:really |actually |in fact )?|, who (?:was|is|had been|became) (?:the |their |her |his )?|"
    r" ?\((?:also |formerly |previously |real name:? |i\.e\. |name:? )(?:called |known as )?| aka |"
    r"[’']s (?:real |first )?name (?:is|was) )"
)
_CODE_THEN = re.compile(rf"(?P<code>{CODE_OR_ROLE.pattern}|\b[A-Z]{{2,4}}){_BETWEEN}[“\"‘]?$")
_THEN_CODE = re.compile(
    rf"[”\"’]?{_BETWEEN}(?:the )?(?P<code>{CODE_OR_ROLE.pattern}|[A-Z]{{2,4}}\b)"
)
# "SW1 (Ifeoma Ezenwa)" tells who SW1 is; "the EWO, Callum Rennie" only what he does.
_ONLY_ROLE = re.compile(r"[A-Z]{2,4}$")
# "Callum (Kenneth)": a chosen name, and another one that can only be the real one.
_CHOSEN_THEN = re.compile(r"\b(?P<name>[A-Z][\w’'-]+) \((?:really |in fact |real name:? )?[“\"‘]?$")
# "The stepfather, Rodrigo": a name beside what somebody is stands for nobody's code.
_BESIDE_KIN = re.compile(r"\b(?P<who>[\w-]+)(?:[’']s)?(?:, | called | named | \()[“\"‘]?$")
_THE_NAME = re.compile(r"\b[Nn]ames?,? (?:is |was )?[“\"‘]?$")
# What is no code: a grade, a school year, a role with the name of who holds it.
_NO_CODE = re.compile(
    r"(?:ST|CT|FY|GPST|KS|F|Y|B)\d$|(?:GP|EWO|DSL|IRO|LADO|SENCO|CEO|PC|DC|DS|DI|DCI|TA|FSW)$|(?:Maternal|Paternal) grand"
)
_OFFICE = re.compile(
    r"\b(?:work(?:er|ers)|practitioner|nurse|midwife|doctor|teacher|headteacher|head|officer|manager|mentor|friend|girl|boy|lad|"
    r"neighbour|carer|coach|volunteer|assistant|visitor|cousin|aunt|uncle|pupil|resident|classmate|landlord|lodger|"
    r"keyworker|adviser|advisor|solicitor|counsellor|therapist|man|woman|guardian|advocate|colleague|constable|boyfriend|"
    r"girlfriend|ex-partner|caretaker|driver|clerk|receptionist|interpreter|psychologist|paediatrician|registrar|dog|cat|"
    r"rabbit|hamster|pony|horse|puppy|doll|bear|teddy|trainee|tutor|staff|lead|chair|supervisor|coordinator|leader|"
    r"apprentice|student|locum|sisters?|brothers?|child(?:ren)?|sons?|daughters?|ward|twins?|friends|cousins|aunts|uncles|"
    r"neighbours|carers|workers|nurses|teachers|officers|lodgers|parents|grandparents|girls|boys)\b",
    re.IGNORECASE,
)
# "Dunnock is the name by which this girl is known", "the boy is Peregrine here".
_NAMED_HERE = re.compile(
    r"\b(?P<one>[A-Z][a-zà-ÿ]{2,}) is the name (?:by which|that|which|we|used|given)|\bis (?P<two>[A-Z][a-zà-ÿ]{2,}) here\b"
)
# Names before this one in a list: "her brothers Dragoş and Vasile".
_LISTED = r"(?:[^\W\d_a-z][\w’'-]+(?: [^\W\d_a-z][\w’'-]+)?,? (?:and )?)"
# "a domestic, Thaís", "his wife, Mair", "split among three, Lowri".
_APPOSED = re.compile(
    r"\b(?:a|an|h(?:is|er)|their|one|another) (?:[a-z][\w’'-]* ){0,4}?[a-z][\w’'-]*(?:, | called | named | \()[“\"‘]?$"
    r"|\b(?:two|three|four|five|six)(?: \w+)?(?:,|:) (?:[^\W\d_a-z][\w’'-]+,? (?:and )?)*$"
)
_RANK = re.compile(r"\b(?:Constable|Officer|PC|WPC) [A-Z][\w’'-]+$")
_NO_NAMES = frozenset("this that these those they none not his her the who what code".split())
_NEAR = 60
_ONCE, _SELDOM = 1, 6  # mentions of a name that slipped in
_FEW = 12  # words of a line on a cover


def find_double_names(draft: Draft, settings: Settings) -> list[DoubleName]:
    """The people of a parsed draft whom it calls by more than one name."""
    people = [p for p in find_people(draft, settings) if p.standing is Standing.PRIVATE]
    early, declared = _early(draft, settings.names)
    return [
        *(d for d in _named(draft, people, declared) if plain(d.name) not in declared),
        *early,
        *second_codes(draft, _chosen(draft, settings.names)),
    ]


def _named(draft: Draft, people: list[Person], chosen: frozenset[str]) -> Iterator[DoubleName]:
    """People with a code beside their name, and first names that nobody is introduced by in a
    draft that has codes, or chosen names, for its people."""
    coded = any(LETTERED_CODE.search(b.text) for b in telling_blocks(draft))
    # Where people have chosen names, another one is a slip only if it is met once.
    most = _SELDOM if coded else _ONCE
    for person in people:
        mentions = [m for m in person.mentions if draft.role_of(m.block) not in LEFT_ALONE]
        mentions += _in_hashtags(draft, person)
        mentions = [
            m for m in mentions if not of_other_review(draft.blocks[m.block].text, m.start, m.end)
        ]
        beside = {m: found for m in mentions if (found := _code_beside(draft, m, chosen))}
        if beside:
            code = next(iter(beside.values()))[0]
            # The first name alone is what the code stood for; a surname is PRV001's.
            first = [m for m in mentions if plain(draft.text_at(m)) == plain(person.words[0])]
            places = [beside[m][1] if m in beside else m for m in dict.fromkeys([*beside, *first])]
            yield DoubleName(person.name, Doubt.BESIDE, code, places, 0.9)
        elif (
            (coded or chosen)
            and 0 < len(mentions) <= most
            and _is_unexplained(draft, person, mentions)
        ):
            yield DoubleName(person.name, Doubt.NAMED, "", mentions, 0.6)


def _in_hashtags(draft: Draft, person: Person) -> list[Span]:
    """Hashtags and account names that hold the first word of a name: "#justiceforkieran"."""
    name = plain(person.words[0])
    if len(name) < 4:
        return []
    pattern = re.compile(rf"[#@]\w*{re.escape(name)}\w*", re.IGNORECASE)
    return [
        Span(b.index, *m.span()) for b in telling_blocks(draft) for m in pattern.finditer(b.text)
    ]


def _code_beside(draft: Draft, mention: Span, chosen: frozenset[str]) -> tuple[str, Span] | None:
    """The code beside a name, in its sentence or in its row of a key, and the words of both."""
    block = draft.blocks[mention.block]
    if draft.text_at(mention).isupper() or _in_address(draft, mention):
        return None
    before, after = block.text[: mention.start], block.text[mention.end :]
    if (stands_for := _CHOSEN_THEN.search(before)) and plain(stands_for["name"]) in chosen:
        end = mention.end + after.startswith(")")
        return stands_for["name"], Span(block.index, stands_for.start("name"), end)
    found = _CODE_THEN.search(before)
    if (
        found
        and not _NO_CODE.match(found["code"])
        and not (_ONLY_ROLE.match(found["code"]) and "(" not in found[0])
    ):
        return found["code"], Span(block.index, found.start("code"), mention.end)
    found = _THEN_CODE.match(after)
    if found and not _NO_CODE.match(found["code"]) and not _ONLY_ROLE.match(found["code"]):
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
    apposed = re.search(r"(?:, ?| \(| called | named )[“\"‘]?$", words)
    if _APPOSED.search(before) or re.search(r"\bknown(?: to[^.;]*)? as [“\"‘]$", before):
        return True
    if lead and apposed and _OFFICE.search(words):
        return True
    kin = _BESIDE_KIN.search(words)
    if (kin and known_as(kin["who"])) or _THE_NAME.search(words):
        return True
    if re.match(r" (?:family|household|children|brothers|sisters)\b|, deceased", after):
        return True
    if re.search(rf"{_OFFICE.pattern},? (?:{_LISTED})*$", before, re.IGNORECASE):
        return True
    return bool(
        re.match(r"(?:,| \() ?(?:who (?:was|is|worked)|an?|the|her|his|their)\b", after)
    ) and bool(_OFFICE.search(after[:45]))


def _early(draft: Draft, names: Names) -> tuple[list[DoubleName], frozenset[str]]:
    """Chosen names in the text before the place that declares them; and all that are declared."""
    found: list[DoubleName] = []
    in_settings = {plain(name) for name in names.pseudonyms}
    declared_at: dict[str, tuple[int, int]] = {}
    for block in draft.blocks:
        for name in _declared_in(draft, block, block.text) - in_settings:
            if name not in declared_at:
                declared_at[name] = block.index, _sentence_declaring(draft, block, name)
    for name, at in declared_at.items():
        places: list[Span] = []
        written = ""
        pattern = re.compile(rf"(?<![\w’'-]){re.escape(name)}(?![\w-])", re.IGNORECASE)
        for block in draft.blocks[: at[0] + 1]:
            if block.kind in {Kind.HEADING, Kind.TITLE} or not _tells(draft, block):
                continue
            for match in pattern.finditer(block.text):
                coded = CODE.match(block.text, max(0, match.start() - 6))
                if (block.index, match.start()) < at and match[0][0].isupper() and not coded:
                    places.append(Span(block.index, *match.span()))
                    written = written or match[0]
        if places and not _is_written_small(draft, name):
            found.append(DoubleName(written, Doubt.EARLY, "", places, 0.8))
    return found, frozenset(declared_at)


def _tells(draft: Draft, block: Block) -> bool:
    """Whether a block tells of people: those that do anyway, and a foreword's paragraphs."""
    if block.visibility is not Visibility.SHOWN or block.kind in RUNNING:
        return False
    role = draft.role_of(block.index)
    foreword = role is Role.FRONT_MATTER and block.is_prose and len(block.text.split()) > _FEW
    return role not in LEFT_ALONE or foreword


def _declared_in(draft: Draft, block: Block, text: str) -> set[str]:
    """The chosen names that a text, standing where a block does, declares."""
    alone = replace(draft, blocks=(replace(block, text=text),), docs={}, entities=())
    named = {plain(m["one"] or m["two"]) for m in _NAMED_HERE.finditer(text)}
    return named | _chosen(alone, Names())


def _sentence_declaring(draft: Draft, block: Block, name: str) -> int:
    """Where the sentence begins that declares a name; 0 where none does so by itself."""
    starts = [*sentence_starts(block.text), len(block.text)]
    for start, end in pairwise(starts):
        if name in _declared_in(draft, block, block.text[start:end]):
            return start
    return 0


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
