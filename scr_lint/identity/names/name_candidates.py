"""Capitalised words that stand together and could be somebody's name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from .capital_runs import CODED, PRONOUNS, Word, runs_of_capitals
from .name_words import Look, NameWords, cues, first_names, months_and_days, plain

_SMALL = re.compile(r"(?<![\w.@/’'-])[^\W\d_A-Z]{3,}(?![\w@/-]|\.\w)")
# What ends a sentence, or whatever else has a capital after it.
_ENDS = tuple(".?!:•–-;")
# "Tina's Tots Nursery", "Wilson & Fairbank".
_OF_A_BODY = re.compile(
    r"[’']s? (?:[A-Z]\w+ )*(?:Children[’']s Services|Nursery|School|Centre|Club|Playgroup|House|Home|Trust|Door|Place|Wish|Dream|Fund|Legacy|"
    r"Promise|Haven|Hospice|Army|Angels|Gift|Foundation|Charity|Corner|Kitchen|Caf[eé]|Bar|Diner|Salon|Bakery|Stores?|"
    r"Taxis|Cabs|Gym|Farm|Yard|Tots|Church|Chapel|Bridge|Aid|(?:Children|Care) Services)\b(?! [A-Z])"
)
_AT = re.compile(r"\b(?:in|at|on|onto|off|near|outside|inside|through|across)(?: the)? $")
# "the Mary Ann Hall", "12 Mary Ann Street": what stands before a place and before nobody's full name.
_OF_A_PLACE = re.compile(r"\b(?:the|an?|this|that|\d+[a-z]?),? $", re.IGNORECASE)
_FIRM, _FIRM_BEFORE = re.compile(r" & (?:[A-Z]|Co\b)"), re.compile(r"[A-Z]\w+ & $")
_WELSH = frozenset(
    """y yr yn ar ac â gan bod oedd roedd mae cafodd wedi gyda ei eu ein wrth gan nad nid
    hwn hon hyn oddi drwy tra heb eisoes fel bu bwrdd plant teulu""".split()
)
# Small words of Welsh that English has, too: "I had a call".
_WELSH_TOO = frozenset("i o a dan am".split())
# Of the words that end the names of bodies and are surnames, too: those that rarely are.
_SELDOM_A_SURNAME = frozenset("house street lodge bank act bill farm gate".split())
_BEFORE_A_FAMILY = frozenset({"the", "both", "all", "when", "if"})
_NUMBERS = frozenset("one two three four five six seven eight nine ten eleven twelve".split())


@dataclass(frozen=True, slots=True)
class Candidate:
    """Words of a block that could be a name: where they stand, and what is known at sight.

    `words` are those of the name itself, as written; `looks` what each looks like by itself.
    `title` is the form of address before them, "" where there is none; `initials` is true where
    initials stand before the surname; `in_phrase` whether other capitalised words stood beside it,
    which are none of it ("Joy Division"). The characters `start` to `end` hold title and initials.
    """

    block: int
    start: int
    end: int
    words: tuple[str, ...]
    looks: tuple[Look, ...]
    title: str = ""
    initials: bool = False
    in_phrase: bool = False


@dataclass(frozen=True, slots=True)
class Capitalised:
    """What a block writes with capitals: possible names, and words of bodies' and places' names."""

    candidates: tuple[Candidate, ...]
    bodies: frozenset[str]


def capitalised(block: int, text: str, words: NameWords) -> Capitalised:
    """The possible names in a block's text, and the words that name bodies, places and things."""
    found: list[Candidate] = []
    bodies: set[str] = set()
    for run in runs_of_capitals(text, words):
        for title, piece in _pieces(run):
            body, rest = ([], piece) if title else _split_body(piece, text)
            bodies.update(word.lower for word in body if word.look is not Look.ORDINARY)
            candidate = _candidate(block, title, rest) or _bare(block, text, rest)
            if candidate:
                found.append(candidate)
    found.extend(_in_small_letters(block, text, words))
    taken = [range(c.start, c.end) for c in found]
    found.extend(c for c in _nicknames(block, text) if not any(c.start in t for t in taken))
    if is_welsh(text):
        found = [c for c in found if c.title or c.looks[0] is Look.NAME]
    return Capitalised(tuple(found), frozenset(bodies))


def begins(text: str, at: int) -> bool:
    """Whether any word would have a capital there: at the head of a sentence or a line."""
    before = text[:at].rstrip(" “\"‘'(")
    return not before or before.endswith(_ENDS)


def _in_small_letters(block: int, text: str, words: NameWords) -> Iterator[Candidate]:
    """Names typed without their capital, as in notes: those that are no other word, and others
    where the draft also has them with a capital, or where words before or after call for a name."""
    for match in _SMALL.finditer(text):
        word = match[0]
        look = words.look_of_small(word)
        if look is not None and (
            look in {Look.NAME, Look.LIKE_NAME}
            or word.title() in words.titled
            or _called_for().search(text[max(0, match.start() - 20) : match.start()])
            or _SAYS.match(text[match.end() : match.end() + 20])
        ):
            yield Candidate(block, *match.span(), (word,), (look,))


# What somebody does that has just been named.
_SAYS = re.compile(
    r"[”\"’']? (?:says?|said|sez|told|tells|asked|asks|rang|rings|texted|texts|replied|wants|wanted|thinks|came|went|has|had|was|is|wont|dont|got)\b|[’'`´]?s? (?:mum|dad|mam|nan|house|flat|mate|phone|room)\b"
)


@cache
def _called_for() -> re.Pattern[str]:
    """Small words after which a name is due, with or without its capital."""
    who = "|".join(sorted(cues("kin") | cues("address") | cues("title"), key=len, reverse=True))
    return re.compile(
        rf"\b(?:{who}|called|named|call(?:s|ing)?|rang|ring(?:s|ing)?|told|tell(?:s|ing)?|asked?|saw|with|from|says?|said|male|female"
        r"|re|w/|(?:spoke|speak|talk(?:s|ed|ing)?|text(?:s|ed)?|visit(?:s|ed)?|seen|met|text) (?:to|with|by)|visited|met|texted|collects)"
        r"[,.:]? [“‘\"'(]?$",
        re.IGNORECASE,
    )


def _nicknames(block: int, text: str) -> Iterator[Candidate]:
    """Words in quotation marks that somebody is called by: the man called "Razor"."""
    for match in _nicknamed().finditer(text):
        kind = "name" if match["name"] else "nickname"
        words = tuple(match[kind].split())
        if words[0].lower() in cues("kin") | cues("address") | cues("role"):
            continue
        looks = (Look.NAME_OR_WORD,) * len(words)
        yield Candidate(block, *match.span(kind), words, looks)


@cache
def _nicknamed() -> re.Pattern[str]:
    who = "|".join(sorted(cues("kin") | cues("role") | {"lad", "youth", "male", "female"}))
    return re.compile(
        rf"\b(?:(?:{who})s?,? (?:(?:who|whom) [\w ]{{1,20}})?(?:called|named|nicknamed|known(?: \w+){{0,6}}? as)"
        r"|(?:is|was|were|be|been) (?:nicknamed|known to(?: \w+){1,8}? as)) "
        r"[“\"‘'](?P<name>[A-Z][a-z]+(?: [A-Z][a-z]+)?)[”\"’']"
        rf"|\b(?:{who})s? \([“\"‘'](?P<nickname>[A-Z][a-z]+)[”\"’']\)"
    )


def is_welsh(text: str) -> bool:
    """Whether a paragraph is in Welsh, where English says nothing about its words."""
    words = re.findall(r"[^\W\d_]+", text.lower())
    sure = sum(word in _WELSH for word in words)
    welsh = sure + sum(word in _WELSH_TOO for word in words)
    return len(words) > 3 and sure > 0 and welsh > 1 and welsh * 5 >= len(words)


def _pieces(run: Sequence[Word]) -> Iterator[tuple[list[Word], list[Word]]]:
    """A run cut before its titles: each title with the words it belongs to."""
    title: list[Word] = []
    piece: list[Word] = []
    for at, word in enumerate(run):
        if at + 1 < len(run) and _is_title(word, run[at + 1]):
            if piece:
                yield title, piece
                title, piece = [], []
            title.append(word)
        else:
            piece.append(word)
    if piece:
        yield title, piece


def _is_title(word: Word, following: Word) -> bool:
    """Whether a word is the title of the next: ranks are written in capitals, "MR" only where
    the name is, too."""
    shouted = word.text.isupper() and word.lower in {"mr", "mrs", "ms", "miss", "dr", "sir", "lady"}
    return word.lower in cues("title") and (not shouted or following.text.isupper())


def _split_body(piece: list[Word], text: str) -> tuple[list[Word], list[Word]]:
    """A piece as the name of a body, place or thing at its front, and what comes after it."""
    ends = [at for at, word in enumerate(piece) if at and word.lower in cues("body")]
    before = text[: piece[0].start]
    if piece[-1].lower in cues("body_or_surname") and not _AT.search(before):
        if len(piece) == 2 and piece[0].look is Look.NAME:
            # "Bridget Ward" and "Elizabeth Ward": the words around say which.
            return [], [replace(piece[0], look=Look.NAME_OR_PLACE), piece[1]]
        placed = _OF_A_PLACE.search(before) or piece[-1].lower in _SELDOM_A_SURNAME
        if _are_given(piece[:-1]) and not placed:
            return [], piece  # "Bridget Mary Ward"
    if ends:
        return piece[: ends[-1] + 1], piece[ends[-1] + 1 :]
    at = next((n for n, word in enumerate(piece) if word.look is not Look.ORDINARY), 0)
    if at and piece[at - 1].lower in cues("before_body"):
        at -= 1  # "Following Storm Doris"
    if len(piece) > at + 1 and piece[at].lower in cues("before_body"):
        return piece, []
    if len(piece) > 1 and _is_acronym(piece[-1]):
        # "Aldermere MASH", but not "Karen SW".
        known = piece[0].look in {Look.NAME, Look.LIKE_NAME}
        return ([], piece) if known else (piece, [])
    after = text[piece[-1].end :]
    firm = _FIRM.match(after) or _FIRM_BEFORE.search(text[: piece[0].start])
    if _OF_A_BODY.match(after) or (firm and piece[0].look is not Look.NAME):
        return piece, []
    following = re.match(r"([’']s?)? (\w+)", after)
    if following:
        word = following[2].lower()
        if (
            word in cues("bearer")
            if following[1]
            else following[2].islower() and word in cues("thing") and not _is_told(piece, text)
        ):
            return piece, []
    return [], piece


def _are_given(words: Sequence[Word]) -> bool:
    """Whether words are two first names or more, so that a surname is due after them."""
    given = all(plain(word.text) in first_names() for word in words)
    return given and len(words) > 1 and any(word.look is Look.NAME for word in words)


def _is_told(piece: Sequence[Word], text: str) -> bool:
    """Whether a first name before a thing's word is its own: "told Niamh police would come"."""
    determined = re.search(
        r"\b(?:(?:the|a|an)(?: [a-z]+)?|this|that|its|no|of|each|any|against|on|in|at|from|by|for)$",
        text[: piece[0].start].rstrip(),
    )
    return len(piece) == 1 and piece[0].look is Look.NAME and not determined and piece[0].start > 0


def _candidate(block: int, title: Sequence[Word], piece: Sequence[Word]) -> Candidate | None:
    """What of a piece could be a name: without the ordinary words before and after it."""
    last = piece[-1] if piece else None
    while piece and not title and _may_lead(piece[0]):
        piece = piece[1:]
    sure = bool(piece) and piece[0].look in {Look.NAME, Look.LIKE_NAME}
    while not title and piece and not _may_end(piece, sure, piece[-1] is last):
        piece = piece[:-1]
    while title and len(piece) > 1 and _is_acronym(piece[-1]):
        piece = piece[:-1]  # "Mr Oakes ACCT document"
    name = [word for word in piece if not word.is_initial]
    if not name or (len(name) == 1 and name[0].look is not Look.NAME and _is_form(name[0])):
        return None
    if len(name) == 1 and name[0].lower in _NUMBERS:
        return None  # "DC Two"
    return Candidate(
        block=block,
        start=(title or piece)[0].start,
        end=name[-1].end,
        words=tuple(word.text for word in name),
        looks=tuple(word.look for word in name),
        title=" ".join(word.lower for word in title),
        initials=piece[0].is_initial,
        in_phrase=piece[-1] is not last and last is not None and not last.is_initial,
    )


def _bare(block: int, text: str, piece: Sequence[Word]) -> Candidate | None:
    """An ordinary word with a capital that nothing asks for: "on the phones he was Biscuit"."""
    if len(piece) == 2 and piece[0].lower in _BEFORE_A_FAMILY and begins(text, piece[0].start):
        piece = piece[1:]  # "The Scullion referral"
    if len(piece) != 1:
        return None
    word = piece[0]
    if (
        word.look not in {Look.ORDINARY, Look.SURNAME}
        or not word.text[1:].islower()
        or not _may_be_bare(word)
        or begins(text, word.start)
    ):
        return None
    return Candidate(block, word.start, word.end, (word.text,), (word.look,))


def _is_form(word: Word) -> bool:
    """Whether a word is a form of address cut short, which names nobody: "Seen by Dr"."""
    return word.lower in cues("title") and not set("aeiouy") & set(word.lower)


def _may_be_bare(word: Word) -> bool:
    """Whether an ordinary word may be a name for all that it means."""
    return word.lower not in _never_bare()


@cache
def _never_bare() -> frozenset[str]:
    kinds = ("kin", "role", "address", "title", "body")
    others = CODED | PRONOUNS | months_and_days()
    return others.union(*(cues(kind) for kind in kinds))


def _may_end(piece: Sequence[Word], sure: bool, is_last: bool) -> bool:
    """Whether the last word may be a surname: any word may after a first name, else it must look
    like one. `is_last` is true where no capitalised word stood behind it."""
    last = piece[-1].look
    if len(piece) == 1:
        return last not in {Look.ORDINARY, Look.SURNAME} or piece[0].is_initial
    given = is_last and not _is_acronym(piece[-1]) and _are_given(piece[:-1])
    if len(piece) > 2 and piece[-1].lower in cues("role"):
        return given  # "Helen Marsh Headteacher", but "Helen Ann Priest"
    if len(piece) > 2 and last is Look.ORDINARY:
        return given and (_may_be_bare(piece[-1]) or piece[-1].lower in cues("body_or_surname"))
    if last is Look.ORDINARY:
        if piece[0].is_initial and piece[1].text[1:].islower():
            return len(piece) == 2  # "J. Stubbings"
        named = sure or piece[-1].lower in cues("body_or_surname")
        return named and not piece[-1].text.isupper()
    return True


def _is_acronym(word: Word) -> bool:
    """Whether a word in capitals is an abbreviation, for all that is known of it."""
    return word.text.isupper() and not word.is_initial and word.look is Look.ORDINARY


def _may_lead(word: Word) -> bool:
    """Whether a word may stand before a name without being part of it: "When", "Grandmother"."""
    if word.is_initial:
        return False
    return word.look in {Look.ORDINARY, Look.SURNAME} or word.lower in cues("address") | cues(
        "kin"
    ) | cues("role")
