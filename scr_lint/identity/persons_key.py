"""A draft's key to its people: which codes it gives, in a table, a list or a sentence, and where.

"| SW1 | social worker |", "Persons. P is the subject. PM is P's mother", "The officers are PC1 and
DS1". What stands there is introduced. A code of the same series that does not stand there (SW3, where the
key ends with SW2) has not been, unless the text says at its first use who that is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ..draft import RUNNING, Block, Draft, Span, Visibility
from ..once import once
from ..persons.mentions import Who, known_as
from ..tables import row_of
from .codes import CODE, PEOPLE
from .passages import sentence_at
from .two_names import telling_blocks

_WHICH = r"(?:\d{1,2}[a-z]?|[A-Z]{1,2}\d?)"
# In a key letters alone can be a code; elsewhere they are only if a key has them.
_IN_KEY = re.compile(
    rf"(?<![\w/.’'-])(?:(?:{PEOPLE}|(?:Mr|Mrs|Ms|Miss)\.?) {_WHICH}|[A-Z]{{1,4}}\d{{0,2}}[a-z]?)(?![\w/-])(?!\. ?[A-Z]\.)"
)
_CODED = re.compile(rf"\b(?:(?:{PEOPLE}) {_WHICH}|[A-Z]{{1,4}}\d{{1,2}}[a-z]?)(?![\w-])")
_SERIES = re.compile(rf"(?P<series>(?:{PEOPLE})(?= )|[A-Z]{{1,4}}(?=\d)) ?(?P<which>{_WHICH})$")
_RANGE = re.compile(
    r"\b(?P<series>[A-Z]{1,4}|(?:[A-Z][a-z]+ )+)(?P<first>\d{1,2}) ?(?:to|[–—-]) ?(?:[A-Z]{1,4}|(?:[A-Z][a-z]+ )+)?(?P<last>\d{1,2})\b"
)
_ANNOUNCED = re.compile(
    r"\b(?:key\b|persons\b|people in th|codes?\b|pseudonyms?|abbreviations|the following|made[- ]up|for the reader[’']s|"
    r"this (?:report|review|summary|account) (?:uses|calls)|(?:called|known as|referred to as|designated|given) (?:here )?(?:the )?|"
    r"(?:used|appear) in (?:this|the) )",
    re.IGNORECASE,
)
_ROLES = frozenset(
    "subject child chair officer reviewer neighbour lodger sitter driver member keyworker caretaker witness".split()
)
_OTHER_REVIEW = re.compile(
    r"\b(?:reviews?|inquir(?:y|ies)|scr|case)\b(?: \w+){0,3} (?:about|of|on|into|concerning|for) ",
    re.IGNORECASE,
)
_SO_DID = re.compile(
    r"\b(?:so|as|nor|neither) (?:had|did|was|were|has|have|does|is) (?:the )?(?:(?:baby|child) )?$",
    re.I,
)
_ITS_OWN_REVIEW = re.compile(
    r",? (?:the )?subject of (?:the |an? )[A-Z\w’' -]{0,40}\b(?:review|inquiry)", re.I
)
# "A new worker, SW3", "a second nurse (HV2)", "another child, Child B".
_FIRST_TOLD = re.compile(
    r"\b(?:an?|another|new|second|third|fourth|different|next|further|other|two|three|older|younger|his|her|their)\b"
    r"(?P<who>[^.;:,(]{0,40}?)(?:,| \(| called| as|:)? ?$",
    re.IGNORECASE,
)
_TOLD_AFTER = re.compile(r" ?\((?!and\b)[a-z]|, an? [a-z]|,? in this (?:report|review)\b")
_SELDOM = 3


@dataclass(frozen=True)
class PersonsKey:
    """The codes that a draft introduces, each with the place at which it first does so.

    It is `explicit` where a table or a sentence says that it is a key, and so is meant to be whole.
    """

    places: dict[str, Span]
    blocks: frozenset[int]
    explicit: bool = False

    @property
    def series(self) -> frozenset[str]:
        """What the codes with a letter or number begin with, and how they go on: "SW0", "Child A"."""
        return frozenset(filter(None, map(series_of, self.places)))


def series_of(code: str) -> str:
    """What a code has in common with the others of its series: "SW0" of SW2; "" where it has none."""
    match = _SERIES.match(code)
    if match is None:
        return ""
    which = re.sub(r"[A-Z]", "A", re.sub(r"[a-z]", "a", re.sub(r"\d+", "0", match["which"])))
    return match["series"] + which


@once
def persons_key(draft: Draft) -> PersonsKey:
    """The key of a draft; without any place where the draft has none."""
    places: dict[str, Span] = {}
    blocks: set[int] = set()
    explicit = 0
    for block in draft.blocks:
        if block.visibility is not Visibility.SHOWN or block.kind in RUNNING:
            continue
        found = list(_in_row(draft, block) if block.cell else _in_sentences(block))
        for code, span in found:
            places.setdefault(code, span)
            blocks.add(block.index)
        if block.cell or _ANNOUNCED.search(block.text):
            explicit += len(found)
    if len(places) < 2:
        return PersonsKey({}, frozenset())
    return PersonsKey(places, frozenset(blocks), explicit > 1)


def undeclared(draft: Draft) -> Iterator[tuple[str, list[Span]]]:
    """Codes of a series that the key has, which neither the key nor the text introduces."""
    key = persons_key(draft)
    if not key.explicit:
        return
    places: dict[str, list[Span]] = {}
    told: set[str] = set()
    for block in telling_blocks(draft):
        if block.index in key.blocks and block.cell:
            continue
        for match in _CODED.finditer(block.text):
            code = match[0]
            if code in key.places or code in told or series_of(code) not in key.series:
                continue
            if not _names_person(draft, block, *match.span()):
                continue
            if _is_introduced(block.text, *match.span()):
                told.add(code)
            else:
                places.setdefault(code, []).append(Span(block.index, *match.span()))
    yield from (
        (code, spans)
        for code, spans in places.items()
        if code not in told and len(spans) <= _SELDOM
    )


def _is_introduced(text: str, start: int, end: int) -> bool:
    """Whether the text says who a code is where it stands: "a new worker, SW3", "SW3 (agency)"."""
    if of_other_review(text, start, end):
        return True
    lead = _FIRST_TOLD.search(text[:start])
    return bool(lead and _tells_who(lead["who"])) or bool(_TOLD_AFTER.match(text, end))


def before_key(draft: Draft) -> Iterator[tuple[str, list[Span]]]:
    """Codes of letters alone that are used before the sentence that says whose they are.

    "SW1" and "Child A" say by themselves what they are; "FM" says nothing.
    """
    key = persons_key(draft)
    for code, at in key.places.items():
        if not re.fullmatch(r"[A-Z]{2,3}", code) or draft.blocks[at.block].cell or _is_plain(code):
            continue
        pattern = re.compile(rf"(?<![\w/.’'-]){code}(?![\w/-])")
        spans = [
            Span(block.index, *match.span())
            for block in telling_blocks(draft)
            if block.index < at.block
            for match in pattern.finditer(block.text)
        ]
        if spans:
            yield code, spans


def of_other_review(text: str, start: int, end: int) -> bool:
    """Whether a name or code is that of another review's child: "the review of Child T"."""
    if _ITS_OWN_REVIEW.match(text, end):
        return True
    before = text[:start]
    if _SO_DID.search(before):
        return bool(_OTHER_REVIEW.search(before))
    return bool(
        re.search(_OTHER_REVIEW.pattern + r"(?:[\w’' -]{0,25} and )?$", before, re.IGNORECASE)
    )


def _is_plain(code: str) -> bool:
    return bool(re.fullmatch(r"[MP]G?G[MF]|YP|GP|HV|SW", code))


def _in_row(draft: Draft, block: Block) -> Iterator[tuple[str, Span]]:
    """The codes of a row that says in another cell who they are."""
    codes = re.split(r", | and |; |/", block.text.strip(" .*"))
    if block.cell is None or block.cell.is_header or not all(_IN_KEY.fullmatch(c) for c in codes):
        return
    others = [b for b in row_of(draft, block) if b.index != block.index]
    # A row that is longer, or begins with a date, is of a chronology.
    short = all(len(b.text.split()) <= 12 for b in others) and not any(
        re.search(r"\d{4}|\d/\d", b.text) for b in others
    )
    if block.cell.column == 0 and short and any(_tells_who(b.text) for b in others):
        for code in _with_range(block.text, codes):
            yield code, Span(block.index, 0, len(block.text))


def _in_sentences(block: Block) -> Iterator[tuple[str, Span]]:
    text = block.text
    announced = bool(_ANNOUNCED.search(text))
    found: list[tuple[str, Span]] = []
    surely: set[str] = set()
    for match in _IN_KEY.finditer(text):
        before, after = text[: match.start()], text[match.end() :]
        after_sure = found and text[found[-1][1].end : match.start()] in {
            ", ",
            " and ",
            ", and ",
            " & ",
        }
        sure = _is_told(before, after) or bool(after_sure and found[-1][0] in surely)
        if sure:
            surely.add(match[0])
        if sure or CODE.fullmatch(match[0]) or match[0][:2] in {"Mr", "Ms"}:
            found.append((match[0], Span(block.index, *match.span())))
    if len(surely) < (1 if announced else 2):
        return
    declaring = [sentence_at(text, *m.span()) for m in _IN_KEY.finditer(text) if m[0] in surely]
    for code, span in found:
        if code in surely or announced or sentence_at(text, span.start, span.end) in declaring:
            yield code, span
    if announced:
        yield from ((c, Span(block.index, 0, len(text))) for c in _with_range(text, []))


def _is_told(before: str, after: str) -> bool:
    """Whether the words around a code say who it is: "CS: subject", "his key worker is KW"."""
    then = re.match(
        r"(?: (?:is|was|are|were|stands for|means|for)| ?[:=–—]|,| \(| (?=(?:his|her|their) )) ?(?P<who>[^.;:,()]{3,45})",
        after,
    )
    if (
        then
        and _tells_who(then["who"], first=4)
        and not re.match(r" (?:is|was) (?:an?|seen|not|at|in|on)\b", after)
    ):
        return True
    lead = re.search(
        r"(?P<who>[\w’' -]{3,60})(?: (?:is|are|as|and)|,|:| \(| (?:called|named|known as|referred to as)) $",
        before,
    )
    plain = lead and re.search(
        r"(?: (?:is|are|as)| (?:called|named|known as|referred to as)) $", before
    )
    if plain and lead:
        return _tells_who(lead["who"])
    listed = re.search(
        r"(?:^|[;:.] )(?:(?:his|her|the|an?|their|[A-Z]’s) )?(?P<who>[\w -]{3,30}), $", before
    )
    return bool(listed and _tells_who(listed["who"]) and re.match(r"[.;]|$", after))


def _tells_who(words: str, first: int = 99) -> bool:
    """Whether some words say what somebody is: they hold a noun for a person."""
    near = re.findall(r"[a-z][a-z-]+", re.sub(r"\b[A-Z]\w*", lambda m: m[0].lower(), words))[:first]
    return any(word in _ROLES or _is_person(word) for word in near)


def _is_person(word: str) -> bool:
    found = known_as(word)
    return found is not None and found[0] is not Who.BODY


def _with_range(text: str, codes: list[str]) -> Iterator[str]:
    yield from codes
    for match in _RANGE.finditer(text):
        for number in range(int(match["first"]), min(int(match["last"]), 40) + 1):
            yield f"{match['series']}{number}"


def _names_person(draft: Draft, block: Block, start: int, end: int) -> bool:
    """Whether a code stands for somebody: not "the A1 road", "A4 paper"."""
    doc = draft.docs.get(block.index)
    words = doc.char_span(start, end, alignment_mode="expand") if doc is not None else None
    if words is None or words.end >= len(words.doc) or " " in words.text:
        return True
    after = words.doc[words.end]
    return not (after.pos_ == "NOUN" and words.root.head.i == after.i)
