"""Letters that stand for somebody's name: "K. cried", "Tommy (TM)", "LM was fetched by his mother".

A code protects somebody only while nobody can read the name off it. Letters that the draft never gives
as a code are, for all a reader can tell, the first letters of the name; and where the name stands beside
them once, every mention of the letters is one of the name. Letters may as well be short for a body or a
paper, so that what is said of them has to be what is said of people.
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
from ..names.name_candidates import Candidate
from ..names.name_signs import find_signs
from ..names.name_words import Look, plain
from ..names.personal_names import Person, Standing, find_people
from .coded_people import KIN, abbreviations, find_coded
from .told_codes import Told, gives_codes, sentence_around, told_codes
from .two_names import of_other_review, telling_blocks

if TYPE_CHECKING:
    from spacy.tokens import Doc

# Letters with stops ("L.M.", "K." within a sentence), two or three together, or one by itself.
_LETTERS = re.compile(
    r"(?<![\w.&/’'@-])(?:(?P<dotted>(?:[A-Z]\.){2,3}(?![\w@]))|(?P<stop>[A-Z]\.)(?=[’']s\b|,| [a-z(])"
    r"|(?P<bare>[A-Z]{2,3}|[B-HJ-Z])(?![\w&/@]|[-.][A-Z\d]))(?![’'](?!s\b))"
)
# "Mr J. and", "Ruth K. told": the letter of a name that is there; and the species "E. coli".
_OF_A_NAME = re.compile(r"\b(?:[A-Z][a-z]+|(?:Mrs?|Ms|Dr|Prof)\.) $")
_CITED = re.compile(r"\b[A-Z][a-z][\w’'-]*, $"), re.compile(r"(?:,| and| &| \()")
_SPECIES = re.compile(
    r" (?:coli|difficile|diff|aureus|influenzae|pneumoniae|meningitidis|pyogenes|botulinum|albicans)\b"
)
# What a sentence that gives codes speaks of, besides a letter that somebody opened.
_BY_REPORT = re.compile(
    r"\b(?:report|review|account|here|codes?|coded|lettered|pseudonyms?|anonymi\w+|designated|referred to|stands? for|who(?:[’']s| is) who|key)\b",
    re.IGNORECASE,
)
# "K: the boy", and not "LM: I was at home", as somebody who speaks is put down.
_ENTRY_AFTER = re.compile(r" ?(?:[:=–—]|- ) ?(?:the |an? |his |her |their )?(?P<who>[A-Za-z-]+)")
_NO_PERSON = frozenset(
    "AM PM OK NB UK US USA EU TV ID RE DOB NFA TBC NI BBC CV HM IT NO ON IF SO".split()
)
# What is said of letters that only people are, do and have …
_TELLING = frozenset(
    {
        "after kin", "before kin", "has kin", "told who it is", "joined to kin", "joined to a first name",
        "before an age", "has what people have", "subject of bodily", "subject of utter", "subject of age",
        "subject of state", "called so",
    }
)  # fmt: skip
# … and what is mostly said of people.
_IN_SENTENCE = frozenset({"is nsubj", "is nsubjpass", "is poss", "is dobj"})
_HINTS = frozenset({"done to", "in company", "subject of human", "joined to a person"})
# How a draft says that its letters are nobody's: each is a code then.
_NOBODYS = re.compile(
    r"\b(?:initials|letters)\b[^.;]{0,60}\b(?:not (?:the initials\b|(?:of )?(?:their|his|her|anybody[’']s|anyone[’']s|those)|the (?:real|own))\b|at random"
    r"|random|unrelated|arbitrary|invented|made[- ]up|fictitious|nothing to do|(?:in place|instead) of (?:[\w’']+ )?names?)"
    r"|\b(?:random|arbitrary|unrelated|invented|made[- ]up|fictitious) (?:initials|letters)\b"
    r"|\binitials\b[^.;]{0,30}\b(?:have|has|were|are) (?:all )?(?:been )?changed\b"
    r"|\b(?:names?|people|children|family|person|everybody|everyone|staff)\b[^.;]{0,60}\b(?:replaced|shown|given|identified|referred to|called|"
    r"known|designated|lettered) (?:by|as|with|under) (?:an? )?(?:single |random |capital |code )*letters?\b",
    re.IGNORECASE,
)
# "the mother (SR)", "a health visitor, known here as LB": how a code is given.
_GIVEN_BEFORE = re.compile(r"\b(?P<who>[a-z][\w-]+) \((?:the )?[“\"‘]?$")
# The letters of mother, father, partner, grandparent, step-, sister, aunt, adult, brother, baby, child, uncle.
_KIN_LETTERS = frozenset("MFPGSABCU")
# What the courts call mother and father.
_BY_CUSTOM = frozenset({"M", "F"})
_PRONOUN = frozenset("he she him her his hers himself herself".split())


@dataclass(slots=True)
class Initials:
    """Letters that stand for somebody: as written, every mention, and how sure it is.

    `of` is the person whose name the draft gives beside them. `given` is true where the draft gives them
    as a code, so that they need not be the letters of a name.
    """

    letters: str
    mentions: list[Span] = field(default_factory=list)
    of: Person | None = None
    given: bool = False
    confidence: float = 0.7


@dataclass(frozen=True, slots=True)
class _Met:
    span: Span
    letters: str
    with_stop: bool


@dataclass(frozen=True, slots=True)
class Given:
    """What a draft gives as codes: these letters, those made with the letter of a code ("MK", the mother
    of Child K), or all letters, where it says that they are nobody's."""

    letters: frozenset[str]
    of_codes: frozenset[str]
    everything: bool

    def covers(self, letters: str) -> bool:
        """Whether letters are a code by this."""
        rest = [x for x in letters if x not in self.of_codes]
        made = len(rest) < len(letters) and set(rest) <= _KIN_LETTERS
        return self.everything or letters in self.letters | _BY_CUSTOM or made


@once
def find_initials(draft: Draft, settings: Settings) -> tuple[Initials, ...]:
    """The letters of a parsed draft that stand for people, in the order in which they come up."""
    met: dict[str, list[_Met]] = defaultdict(list)
    for block in telling_blocks(draft):
        if block.index in draft.docs and not block.text.isupper():
            for each in _met_in(block):
                met[each.letters].append(each)
    named = _beside_names(draft, settings)
    full = _full_names(draft, settings)
    given = _given(draft, settings)
    found = []
    for letters, places in met.items():
        of = named.get(letters)
        if of is None and letters not in abbreviations() and letters in full:
            of = full[letters] if any(_signs(draft, p) & _IN_SENTENCE for p in places) else None
        if of is None and not _is_somebody(draft, letters, places):
            continue
        written = draft.text_at(places[0].span)
        shown = given.covers(letters) or any(_is_given(draft, p.span) for p in places)
        sure = 0.9 if of else 0.75
        found.append(Initials(written, [p.span for p in places], of, shown and of is None, sure))
    return tuple(found)


def _met_in(block: Block) -> Iterator[_Met]:
    """Where a block has letters that could be somebody's."""
    text = block.text
    for match in _LETTERS.finditer(text):
        letters = match[0].replace(".", "")
        before = text[: match.start()]
        if match["stop"] and (_OF_A_NAME.search(before) or _SPECIES.match(text, match.end())):
            continue
        if match["stop"] and _CITED[0].search(before) and _CITED[1].match(text, match.end()):
            continue
        if len(letters) == 1 and (match["bare"] or match["stop"]) and _is_lettered(before):
            continue
        if match["dotted"] and re.match(r" ?[A-Z][a-z]", text[match.end() :]) and before.strip():
            continue  # "J. K. Marlow"
        if of_other_review(text, match.start(), match.end()):
            continue
        yield _Met(Span(block.index, *match.span()), letters, not match["bare"])


def _is_lettered(before: str) -> bool:
    """Whether a letter only tells a thing, or somebody under a code, from others: "plan B", "Child K"."""
    last = re.search(r"([\w’'-]+) [“\"‘]?$", before)
    if last is None:
        return False
    inside = last[1][0].isupper() and bool(before[: last.start()].strip())
    return inside or last[1].lower() in _HAS_LETTER


_HAS_LETTER = frozenset(
    """child baby sibling adult mr mrs ms miss dr plan hepatitis vitamin appendix section part group grade class type figure table
    box form annex schedule category band level ward block room house unit school hospital route option question strand stage
    list item column row step phase point exhibit volume tab flag family mother father parent carer person boy girl brother sister
    social worker pupil young female male subject influenza strep factor team area zone site agency street road""".split()
)


def _is_somebody(draft: Draft, letters: str, places: list[_Met]) -> bool:
    """Whether what is said of letters is said of people."""
    if letters in KIN | _NO_PERSON or len(set(letters)) == 1 < len(letters):
        return False
    listed = letters in abbreviations()
    if listed and not any(p.with_stop for p in places):
        return False
    telling, hints = 0, 0
    for place in places:
        signs = _signs(draft, place)
        telling += bool(signs & _TELLING)
        hints += bool(signs & _HINTS)
        if not signs & _TELLING and _goes_on_as_he_or_she(draft, place.span):
            telling += 1
    if len(letters) == 1 and all(p.with_stop for p in places):
        # Nothing else is cut short to a letter and does something, or has it done to it.
        return telling + hints > 0 or any(_signs(draft, p) & _IN_SENTENCE for p in places)
    if len(letters) == 2:
        return telling > 0 or hints > 1
    return telling > 1  # three letters are a body's more often; one may stand in a formula


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


def _given(draft: Draft, settings: Settings) -> Given:
    """What the draft and the settings give as codes."""
    told = (
        words
        for words, (way, span) in told_codes(draft).items()
        if (way is Told.KEY and _is_entry(draft.blocks[span.block], span))
        or (way is Told.SENTENCE and _is_of_report(draft, span))
    )
    own = (*settings.names.pseudonyms, *settings.names.allow)
    coded = (c for c in find_coded(draft) if c.kind in {"noun", "titled"} and c.which.isalpha())
    return Given(
        frozenset(name.replace(".", "").upper() for name in (*told, *own)),
        frozenset(c.which for c in coded),
        any(_NOBODYS.search(block.text) for block in draft.blocks),
    )


def _is_entry(block: Block, span: Span) -> bool:
    """Whether letters are an entry of a key, and no sentence begins with them: "TM, his brother, slept"."""
    told = _ENTRY_AFTER.match(block.text, span.end)
    return block.cell is not None or told is not None or bool(_BY_REPORT.search(block.text))


def _is_of_report(draft: Draft, span: Span) -> bool:
    """Whether the sentence around letters says what the report itself calls somebody."""
    sentence = sentence_around(draft.blocks[span.block].text, span)
    return gives_codes(sentence) and bool(_BY_REPORT.search(sentence))


def _is_given(draft: Draft, span: Span) -> bool:
    """Whether letters are given as a code where they stand: in brackets behind a noun for a person
    ("the mother (SR)"), at the head of an entry, or by what the report says that it calls somebody."""
    block = draft.blocks[span.block]
    before, after = block.text[: span.start], block.text[span.end :]
    noun = _GIVEN_BEFORE.search(before)
    if noun and known_as(noun["who"].lower()):
        return True
    if not before.strip(" *-"):
        entry = _ENTRY_AFTER.match(after)
        if entry and known_as(entry["who"].lower()):
            return True
        if block.cell and not after.strip(" *."):
            return "initial" not in block.cell.header.lower()
    return _is_of_report(draft, span)
