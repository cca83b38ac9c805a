"""Who is named in a draft: each person once, with every mention.

Possible names are weighed by their signs (`name_signs`, `name_weighing`); what is a name in one place is one
everywhere, so a first name that is a person's in one sentence is found in all others, under its
title, alone, in capitals and misspelt.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING

from ...draft import Block, Draft, Role, Span
from ...learnt import logistic
from ...once import once
from ...settings import Settings
from ...terms.acronyms import find_acronyms
from ...terms.short_forms import key_of as key_of_short
from ..places.place_types import typed_places
from ..pseudonyms.scheme import Scheme, find_scheme
from ..publicity.sources import published_lists
from .allowed_names import FEMALE, MALE, allowed_among
from .citations import Citations, find_citations
from .name_candidates import Candidate, Capitalised, capitalised, is_welsh
from .name_signs import find_signs
from .name_weighing import key_of, weigh
from .name_words import Look, NameWords, cues, dictionary, first_names, months_and_days, plain
from .reviewers import names_reviewer
from .spelling import is_slip
from .thing_names import in_a_firms_name, told_to_be_things

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

#: What makes a name, and what does where the same person is named for certain elsewhere.
ENOUGH, OF_A_PERSON = -0.2, -2.5
# What does where the words are the person's surname to the letter, and no other word: "the Threapleton statement".
_OF_A_SURNAME = -4.0
# What it takes where a name is also an inquiry's or an author's.
_A_PERSON = 2.0
# How sure an address abroad must be for a name in it to be its street's.
_AN_ADDRESS = 0.9
# Signs that somebody is of the family or works with it, and is no author, whatever the name.
_OF_THE_CASE = frozenset({"after kin", "before kin", "has kin", "told who it is"})
_DATE_COLUMN = re.compile(r"\W*(?:dates?|months?|when|years?|days?|periods?|time)\b", re.IGNORECASE)
_AFTER_A_POST = re.compile(r"\b[A-Z][a-z]{3,} $")


class Standing(Enum):
    """What a person is to the draft."""

    PRIVATE = "in the case, or working with the family"
    REVIEWER = "the review's author, chair or panel, or in office and addressed by it"


@dataclass
class Person:
    """Somebody named in the draft.

    `words` are those of the fullest form of the name, as written; `mentions` every place in the
    order of the text; `weight` the evidence of the surest one; `titles` the forms of address met.
    """

    words: tuple[str, ...]
    mentions: list[Span] = field(default_factory=list)
    weight: float = 0.0
    titles: set[str] = field(default_factory=set)
    surname_only: bool = False
    standing: Standing = Standing.PRIVATE

    @property
    def name(self) -> str:
        """The fullest form of the name."""
        return " ".join(self.words)

    @property
    def confidence(self) -> float:
        """How sure it is that this is a person, between 0.6 and 0.98."""
        return round(min(0.98, max(0.6, logistic(self.weight))), 2)


@dataclass(frozen=True, slots=True)
class _Weighed:
    candidate: Candidate
    weight: float


@once
def find_people(draft: Draft, settings: Settings) -> list[Person]:
    """The people a draft names, in the order they first come up; needs its parse and entities.

    Left out are declared pseudonyms and allowed names, cited authors, the names of published
    inquiries, and what stands in the list of references. The review's own people are marked.
    """
    names = settings.names
    scheme, citations = find_scheme(draft, names), find_citations(draft)
    candidates, signs = possible_names(draft, settings.check.model)
    case = {key_of(c) for c, own in zip(candidates, signs, strict=True) if _OF_THE_CASE & set(own)}
    things = told_to_be_things(candidates, signs, [draft.blocks[c.block].text for c in candidates])
    abroad = [
        e.span for e in draft.entities if e.label == "ADDRESS_ABROAD" and e.score >= _AN_ADDRESS
    ]
    allowed = allowed_among(draft, candidates, names)
    weighed, public = [], set(citations.in_office)
    for each in map(_Weighed, candidates, weigh(candidates, signs)):
        candidate = each.candidate
        if key_of(candidate) in things:
            continue
        text = draft.blocks[candidate.block].text
        if in_a_firms_name(candidate, text):
            continue
        unsure = each.weight < _A_PERSON and key_of(candidate) not in case
        if unsure and _in_a_places_name(candidate, text):
            continue
        own = Span(candidate.block, candidate.start, candidate.end)
        if any(own.overlaps(address) for address in abroad):
            continue  # whom a street is called after: "ul. Jana Kowalika 7"
        if own in allowed:
            continue
        if not _is_left_out(draft, each, scheme, citations, case):
            weighed.append(each)
        elif each.weight >= ENOUGH and citations.covers(each.candidate):
            public.update(_surname(each.candidate))
    weighed = _without_public(weighed, public, case)
    private = {plain(name) for name in names.also_private}
    sure = [w for w in weighed if w.weight >= ENOUGH or key_of(w.candidate) in private]
    people = _grouped(sure)
    _add_other_mentions(people, [w for w in weighed if w not in sure])
    for person in people:
        person.mentions = sorted(set(person.mentions), key=lambda s: (s.block, s.start))
        if any(names_reviewer(draft, span) for span in person.mentions if _is_whole(draft, span)):
            person.standing = Standing.REVIEWER
    return sorted(people, key=lambda p: (p.mentions[0].block, p.mentions[0].start))


def _in_a_places_name(candidate: Candidate, text: str) -> bool:
    """Whether words are part of the full name of a school, a surgery or the like: "Corley St Ann’s
    Infants"."""
    if candidate.title or len(candidate.words) < 2:
        return False
    return any(
        place.start <= candidate.start and candidate.end < place.end for place in typed_places(text)
    )


@once
def allowed_mentions(draft: Draft, settings: Settings) -> frozenset[Span]:
    """Where a draft names somebody whom the settings allow: no mention of a place either."""
    if not settings.names.allow:
        return frozenset()
    candidates, _ = possible_names(draft, settings.check.model)
    return allowed_among(draft, candidates, settings.names)


def _is_whole(draft: Draft, span: Span) -> bool:
    """Whether a mention is more than a first name, as those who wrote a review are named once: of
    two words, or after a rank or a post ("Detective Superintendent Marlow")."""
    before = draft.blocks[span.block].text[: span.start]
    return " " in draft.text_at(span) or bool(_AFTER_A_POST.search(before))


def _surname(candidate: Candidate) -> list[str]:
    """The surname of somebody named in full, if the name is that."""
    words = [w for w in candidate.words if not w.isupper() or len(w) > 4]  # without "MP"
    return [plain(words[-1])] if len(words) > 1 else []


def _without_public(
    weighed: list[_Weighed], public: Collection[str], case: Collection[str]
) -> list[_Weighed]:
    """The names without those, by title and surname, of public people whom the draft names in full:
    "Ms Marlow" after "Edith Marlow MP". Nobody of the family or with a full name is one."""
    full = {s for w in weighed if w.weight >= ENOUGH for s in _surname(w.candidate)}
    gone = set(public) - full - set(case)
    return [
        w
        for w in weighed
        if not (w.candidate.title and len(w.candidate.words) == 1 and key_of(w.candidate) in gone)
    ]


def private_names(draft: Draft, settings: Settings, candidates: Sequence[Candidate]) -> list[bool]:
    """Whether each candidate, if it is a name, is one that should not stand in the draft."""
    scheme, citations = find_scheme(draft, settings.names), find_citations(draft)
    allowed = allowed_among(draft, candidates, settings.names)
    return [
        Span(c.block, c.start, c.end) not in allowed
        and not _is_left_out(draft, _Weighed(c, 0.0), scheme, citations, set())
        and not names_reviewer(draft, Span(c.block, c.start, c.end))
        for c in candidates
    ]


def possible_names(draft: Draft, model: str) -> tuple[list[Candidate], list[list[str]]]:
    """All that could be names in a draft, and the signs of each."""
    if not draft.docs:
        return [], []
    vocab = next(iter(draft.docs.values())).vocab
    small: set[str] = set()
    capitals: set[str] = set()
    for doc in draft.docs.values():
        for token in doc:
            if token.is_lower:
                small.add(token.text)
            elif token.is_title:
                capitals.add(token.text)
    words = NameWords(vocab, dictionary(model), frozenset(small), frozenset(capitals))
    found = {index: capitalised(index, doc.text, words) for index, doc in draft.docs.items()}
    places = frozenset(word for block in found.values() for word in block.bodies)
    candidates: list[Candidate] = []
    signs: list[list[str]] = []
    for index, block in found.items():
        doc = draft.docs[index]
        for candidate in (*block.candidates, *_also_found(doc, index, block, words)):
            if _is_a_date(draft.blocks[index], candidate):
                continue
            is_place = all(word.lower() in places for word in candidate.words)
            candidates.append(candidate)
            signs.append(find_signs(candidate, doc, draft.blocks[index], is_place))
    return candidates, signs


def _is_a_date(block: Block, candidate: Candidate) -> bool:
    """Whether words in a column of dates are those of a month or a day: "Jun", "May"."""
    dated = block.cell is not None and _DATE_COLUMN.match(block.cell.header)
    return bool(dated) and {plain(word) for word in candidate.words} <= months_and_days()


def _also_found(doc: Doc, index: int, block: Capitalised, words: NameWords) -> Iterator[Candidate]:
    """Names that only the name finder sees, such as one typed without its capital."""
    if is_welsh(doc.text):
        return
    for ent in doc.ents:
        named = [token for token in ent if token.is_alpha]
        if (
            ent.label_ == "PERSON"
            and any(len(token) > 1 for token in named)
            and not all(
                token.lower_ in cues("kin") | cues("title") | months_and_days() for token in named
            )
            and not any(token.lower_ in block.bodies for token in named)
            and named[-1].lower_ not in cues("kin")
            and all(c.end <= ent.start_char or ent.end_char <= c.start for c in block.candidates)
        ):
            looks = tuple(_look(token, doc.text, words) for token in named)
            texts = tuple(token.text for token in named)
            yield Candidate(index, named[0].idx, named[-1].idx + len(named[-1]), texts, looks)


def _look(token: Token, text: str, words: NameWords) -> Look:
    """What a word looks like; capitals in a text that is not all capitals are an abbreviation's."""
    if token.is_upper and not text.isupper():
        return words.look_of_capitals(token.text)
    return words.look(token.text if token.text[0].isupper() else token.text.title())


def _is_left_out(
    draft: Draft,
    weighed: _Weighed,
    scheme: Scheme,
    citations: Citations,
    case: Collection[str],
) -> bool:
    """Whether a name may stand in the draft; `case` are those that it says are of its family."""
    candidate = weighed.candidate
    whole = key_of(candidate)
    of_the_case = whole in case and weighed.weight >= _A_PERSON
    if draft.role_of(candidate.block) is Role.REFERENCES and not candidate.title:
        return not of_the_case
    if candidate.block in published_lists(draft) and not of_the_case:
        return True
    if scheme.covers(candidate.words, candidate.title):
        return True
    short_forms = _defined_short_forms(draft)
    if any(word.isupper() and key_of_short(word) in short_forms for word in candidate.words):
        return True  # "Aldermere SENDIASS"
    # "Brandon" is an author and may be a boy: what stands around the name says which.
    first_name = whole in first_names() and not citations.is_noble(candidate)
    known = of_the_case or (first_name and weighed.weight >= _A_PERSON)
    return citations.cites(candidate) if known else citations.covers(candidate)


@once
def _defined_short_forms(draft: Draft) -> frozenset[str]:
    """The short forms whose meaning the draft gives, by their keys."""
    return frozenset(key_of_short(a.short) for a in find_acronyms(draft) if a.definitions)


def _grouped(sure: Iterable[_Weighed]) -> list[Person]:
    """People from sure mentions, the fullest forms first."""
    people: list[Person] = []
    for weighed in sorted(sure, key=lambda w: (-len(w.candidate.words), -w.weight)):
        candidate = weighed.candidate
        person = next((p for p in people if _is_same(p, candidate)), None)
        if person is None:
            alone = len(candidate.words) == 1
            person = Person(
                candidate.words, surname_only=alone and bool(candidate.title or candidate.initials)
            )
            people.append(person)
        _add(person, candidate, weighed.weight)
    return people


def _add(person: Person, candidate: Candidate, weight: float) -> None:
    person.mentions.append(Span(candidate.block, candidate.start, candidate.end))
    person.weight = max(person.weight, weight)
    if candidate.title:
        person.titles.add(candidate.title)


def _is_same(person: Person, candidate: Candidate) -> bool:
    """Whether a mention may be of this person: by full name, first name, or title and surname."""
    mine, theirs = [plain(w) for w in person.words], [plain(w) for w in candidate.words]
    if len(theirs) > 1:
        if len(mine) == 1:
            return False
        joined = " ".join(mine)
        return _alike(mine[0], theirs[0]) and (
            _alike(mine[-1], theirs[-1]) or " ".join(theirs) in joined
        )
    word = theirs[0]
    if candidate.title or candidate.initials:
        last = mine[-1] if len(mine) > 1 or person.surname_only else ""
        return _alike(word, last) and _titles_agree(person, candidate.title)
    return any(_alike(word, other) for other in mine)


def _titles_agree(person: Person, title: str) -> bool:
    met = person.titles
    return not ((title in MALE and met & FEMALE) or (title in FEMALE and met & MALE))


def _alike(one: str, other: str) -> bool:
    """Whether two words are the same name, at most misspelt: one slip in five letters or more,
    two in eight or more, never in the first letter."""
    if one == other:
        return True
    shorter = min(len(one), len(other))
    if shorter < 5 or one[0] != other[0]:
        return False
    return is_slip(one, other, 2 if shorter >= 8 else 1)


def _add_other_mentions(people: list[Person], others: Iterable[_Weighed]) -> None:
    """Mentions that would not have been enough by themselves."""
    for weighed in others:
        for person in people:
            to_the_letter = plain(person.words[-1]) == key_of(weighed.candidate)
            is_word = weighed.candidate.looks[0] not in {Look.UNKNOWN, Look.LIKE_NAME}
            if weighed.weight < (_OF_A_SURNAME if to_the_letter and not is_word else OF_A_PERSON):
                continue
            if _is_same(person, weighed.candidate) and _is_spelt(person, weighed.candidate):
                _add(person, weighed.candidate, weighed.weight)
                break


def _is_spelt(person: Person, candidate: Candidate) -> bool:
    """Whether a weak mention is spelt like the name, capital and all, or is no other word."""
    if candidate.words[0].islower() and candidate.looks[0] is not Look.NAME:
        return False
    same = {plain(w) for w in person.words} & {plain(w) for w in candidate.words}
    return bool(same) or candidate.looks[0] in {Look.NAME, Look.LIKE_NAME, Look.UNKNOWN}
