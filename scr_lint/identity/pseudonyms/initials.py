"""Letters that stand for somebody's name: "K. cried", "Tommy (TM)", "TM" for Thomas Marlow.

Where a name stands beside its letters once, or in full in the same draft, every mention of the letters is
one of the name; and a letter with a stop that does what people do is a name cut short. Other letters may
as well be a code, given in any of many ways, or short for a body or a paper: they are told here only
where much says that they are somebody, since nobody should be advised to write them out.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ...draft import Block, Draft, Span
from ...once import once
from ...persons.mentions import Who, known_as
from ...settings import Settings
from ...terms.acronyms import find_acronyms
from ..names.name_candidates import Candidate
from ..names.name_signs import find_signs
from ..names.name_words import Look, months_and_days, plain
from ..names.personal_names import Person, Standing, find_people
from .coded_people import KIN, abbreviations
from .two_names import of_other_review, telling_blocks

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

# Letters with stops ("L.M.", "K." within a sentence), two or three together, or one by itself.
_LETTERS = re.compile(
    r"(?<![\w.&/’'@-])(?:(?P<dotted>(?:[A-Z]\.){2,3}(?![\w@]))|(?P<stop>[A-Z]\.)(?=[’']s\b|,| [a-z(])"
    r"|(?P<bare>[A-Z]{2,3}|[B-HJ-Z])(?![\w&/@]|[-.][A-Z\d]))(?![’'](?!s\b))"
)
# "Mr J. and", "Ruth K. told", "Child K": a letter of a name or a code that is there …
_CAPITAL_BEFORE = re.compile(r"\b(?:(?P<word>[A-Z][a-z]+)|(?:Mrs?|Ms|Dr|Prof)\.) $")
# … unless the word only opens the sentence.
_OPENS = frozenset(
    """after although and as at because before but by for from if in nobody on once since so that then though to
    until when whether while with yesterday later""".split()
)
# "Question 1. A. was the answer", "Which of them? B. was": the letters of answers; and "at 10 AM".
_NUMBER_BEFORE = re.compile(r"(?:\d[.):]?|\?) ?$")
_CITED = re.compile(r"\b[A-Z][a-z][\w’'-]*, $"), re.compile(r"(?:,| and| &| \()")
_SPECIES = re.compile(
    r" (?:coli|difficile|diff|aureus|influenzae|pneumoniae|meningitidis|pyogenes|botulinum|albicans)\b"
)
_NO_PERSON = frozenset(
    "MP MS MSP MEP MLA TD QC KC OBE CBE MBE AM PM OK NB UK US USA EU TV ID RE DOB NFA TBC NI BBC CV HM IT NO ON IF SO".split()
)
# What is said of letters that only people are, do and have …
_TELLING = frozenset(
    {
        "after kin", "before kin", "has kin", "told who it is", "joined to kin", "joined to a first name",
        "before an age", "has what people have", "subject of bodily", "subject of age", "subject of state",
    }
)  # fmt: skip
# … and what is mostly said of people, or of bodies as well.
_IN_SENTENCE = frozenset({"is nsubj", "is nsubjpass", "is poss", "is dobj"})
_HINTS = frozenset({"done to", "in company", "subject of human", "joined to a person"})
_SAYS = frozenset({"subject of utter", "called so"})
# How a draft says that everybody has a letter, and not that of the name.
_LETTERED = re.compile(
    r"\b(?:initials|letters)\b[^.;]{0,60}\b(?:not|random|unrelated|arbitrary|invented|made[- ]up|fictitious|changed)\b"
    r"|\b(?:each|every\w*|all|names?|people|persons?|children|famil\w+|staff|professionals|we|they)\b[^.;]{0,60}"
    r"\b(?:allocated|assigned|replaced|given|shown|identified|referred to|called|known|designated|denoted|lettered|use[sd]?)\b"
    r"[^.;]{0,25}\bletters?\b(?! of )",
    re.IGNORECASE,
)
_PRONOUN = frozenset("he she him her his hers himself herself".split())


@dataclass(slots=True)
class Initials:
    """Letters that stand for somebody: as written, every mention, and how sure it is.

    `of` is the person whose name the draft gives for them. `cut_short` is true for a letter with a stop
    that nothing gives as a code. Letters that are neither may be a code.
    """

    letters: str
    mentions: list[Span] = field(default_factory=list)
    of: Person | None = None
    cut_short: bool = False
    confidence: float = 0.75


@dataclass(frozen=True, slots=True)
class _Met:
    span: Span
    letters: str
    with_stop: bool


@once
def find_initials(draft: Draft, settings: Settings) -> tuple[Initials, ...]:
    """The letters of a parsed draft that stand for people, in the order in which they come up."""
    met: dict[str, list[_Met]] = defaultdict(list)
    for block in telling_blocks(draft):
        if block.index in draft.docs and not block.text.isupper():
            for each in _met_in(block):
                met[each.letters].append(each)
    beside, full = _beside_names(draft, settings), _full_names(draft, settings)
    defined = {acronym.short for acronym in find_acronyms(draft) if acronym.definitions}
    found = []
    for letters, places in met.items():
        one = Initials(draft.text_at(places[0].span), [p.span for p in places], beside.get(letters))
        if one.of is None and len(letters) > 1:
            if letters in defined | _NO_PERSON or any(_is_thing(draft, p.span) for p in places):
                continue
            surely, listed = _is_somebody(draft, places, 2), letters in abbreviations()
            if surely or (_is_somebody(draft, places, 1) and not listed):
                one.of = full.get(letters)
            if one.of is None and (listed or not surely):
                continue
        elif one.of is None:
            short = all(p.with_stop for p in places) and _is_somebody(draft, places, 0)
            if not short or _is_given(draft, settings, letters):
                continue
            one.cut_short = True
        one.confidence = 0.9 if one.of else 0.75
        found.append(one)
    return tuple(found)


def _met_in(block: Block) -> Iterator[_Met]:
    """Where a block has letters that could be somebody's."""
    text = block.text
    for match in _LETTERS.finditer(text):
        letters = match[0].replace(".", "")
        before = text[: match.start()]
        if letters in KIN or len(set(letters)) == 1 < len(letters) or _NUMBER_BEFORE.search(before):
            continue
        capital = _CAPITAL_BEFORE.search(before)
        opens = capital and (capital["word"] or "").lower() in _OPENS | months_and_days()
        if len(letters) == 1 and capital and not opens:
            continue
        if match["stop"] and _SPECIES.match(text, match.end()):
            continue
        if match["stop"] and _CITED[0].search(before) and _CITED[1].match(text, match.end()):
            continue
        if match["dotted"] and re.match(r" ?[A-Z][a-z]", text[match.end() :]) and before.strip():
            continue  # "J. K. Marlow"
        if of_other_review(text, match.start(), match.end()):
            continue
        yield _Met(Span(block.index, *match.span()), letters, not match["bare"])


def _is_thing(draft: Draft, span: Span) -> bool:
    """Whether letters have an article, an owner or an adjective before them: "the FLO", "her MH"."""
    words = draft.docs[span.block].char_span(span.start, span.end, alignment_mode="expand")
    if words is None or words.start == 0:
        return False
    before: Token = words.doc[words.start - 1]
    owner = before.tag_ in {"PRP$", "POS"} or before.lower_ in _OWNERS
    return before.pos_ in {"DET", "ADJ"} or owner


_OWNERS = frozenset("his her their its our my your".split())


def _is_somebody(draft: Draft, places: list[_Met], need: int) -> bool:
    """Whether what is said of letters is said of people, and that it is so strongly enough.

    `need` is 0 for a letter with a stop, for which nothing but a name is cut short; 1 for the letters of
    a name that the draft has; 2 for any others, of which three are a body's more often.
    """
    telling = hints = says = 0
    for place in places:
        signs = _signs(draft, place)
        telling += bool(signs & _TELLING)
        hints += bool(signs & _HINTS) or _goes_on_as_he_or_she(draft, place.span)
        says += bool(signs & (_SAYS if need != 1 else _IN_SENTENCE))
    if need < 2:
        return telling + hints + says > 0
    if len(places[0].letters) == 2:
        return telling > 0 or hints > 1
    return telling > 1


def _signs(draft: Draft, place: _Met) -> set[str]:
    """What stands around letters, as it tells of a name."""
    span = place.span
    candidate = Candidate(span.block, span.start, span.end, (place.letters,), (Look.UNKNOWN,))
    return set(find_signs(candidate, draft.docs[span.block], draft.blocks[span.block], False))


def _goes_on_as_he_or_she(draft: Draft, span: Span) -> bool:
    """Whether a sentence begins with letters and goes on with "he" or "her", and nobody between."""
    doc: Doc = draft.docs[span.block]
    words = doc.char_span(span.start, span.end, alignment_mode="expand")
    if words is None or words.root.dep_ not in {"nsubj", "nsubjpass"}:
        return False
    if any(child.dep_ == "det" for child in words.root.children):
        return False
    for token in doc[words.end : words.sent.end]:
        if token.lower_ in _PRONOUN:
            return True
        known = known_as(token.lower_)
        if (known and known[0] is not Who.BODY) or token.ent_type_ == "PERSON":
            return False
    return False


def _beside_names(draft: Draft, settings: Settings) -> dict[str, Person]:
    """Letters in brackets beside the name that begins with them: "Tommy (TM)", "TM (Tommy)"."""
    found: dict[str, Person] = {}
    for person in find_people(draft, settings):
        if person.standing is not Standing.PRIVATE:
            continue
        for span in person.mentions:
            text = draft.blocks[span.block].text
            after = re.match(
                r"[’']?s? ?[(\[](?:the )?[“\"‘]?((?:[A-Z]\.?){1,3})[”\"’]?[)\]]", text[span.end :]
            )
            before = re.search(r"(?<![\w.])((?:[A-Z]\.?){1,3}) ?[(\[]$", text[: span.start])
            for match in (after, before):
                letters = match[1].replace(".", "") if match else ""
                if letters and _begins(person, letters):
                    found[letters] = person
    return found


def _full_names(draft: Draft, settings: Settings) -> dict[str, Person]:
    """The people whom a draft names in full, by the first letters of their names."""
    people = (p for p in find_people(draft, settings) if p.standing is Standing.PRIVATE)
    return {_firsts(person): person for person in people if len(person.words) > 1}


def _firsts(person: Person) -> str:
    return "".join(plain(word)[:1] for word in person.words).upper()


def _begins(person: Person, letters: str) -> bool:
    """Whether letters may be those of a name: its first is the first of them."""
    firsts = _firsts(person)
    if len(firsts) > 1:
        return firsts == letters or (letters[0] == firsts[0] and letters[-1] == firsts[-1])
    return firsts[0] in {letters[0], letters[-1]}


def _is_given(draft: Draft, settings: Settings, letter: str) -> bool:
    """Whether the settings or the draft give a letter as a code, or letters to everybody."""
    own = {name.strip(".") for name in (*settings.names.pseudonyms, *settings.names.allow)}
    it = rf"[“\"‘]?{letter}\b\.?[”\"’]?"
    way = re.compile(
        rf"\b(?:known|referred to|designated|given)(?: \w+)? as {it}|(?:\b(?:be|is|are|was|were)|,)(?: here)? called {it}"
        rf"|\bletter {it}|{it} (?:is|was) not [^.;]*\bname\b|^\W*{it} ?[:=–—-]|[:=–—-] ?{it}$|^\W*{it}$"
    )
    bracketed = re.compile(
        rf"\b(?P<before>[A-Za-z]+) \({it}\)|\b{letter}\.? \((?:the )?(?P<in>[A-Za-z]+)\)"
    )
    return letter in own or any(
        _LETTERED.search(block.text)
        or way.search(block.text)
        or any(known_as((m["before"] or m["in"]).lower()) for m in bracketed.finditer(block.text))
        for block in draft.blocks
    )
