"""Words that may tell of somebody's people, faith, language, status or orientation.

Those of the list; what the model takes for a people or a language; words built like the name of a
people ("Cape Verdean", "Ossetian"); places that somebody comes from or was born in; and what people call
themselves ("sees herself as mixed"). Whether they tell it of somebody in the family is for
`likely_characteristics` to say.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING

from ...grammar.parse import neighbour
from ...grammar.voice import subject_of
from ...persons.mentions import Who, known_as
from ...vocabulary import load
from ..names.name_words import first_names, plain

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

PEOPLE, LANGUAGE, COUNTRY = "people", "language", "country"
#: What is broader, by kind, for words that no list holds.
_UNLISTED = {
    PEOPLE: "of a minority background, if it matters",
    LANGUAGE: "a first language other than English",
    COUNTRY: "born outside the UK",
}
_ENTITIES = {"NORP": PEOPLE, "LANGUAGE": LANGUAGE}
_PLACES = frozenset({"GPE", "LOC"})
_BUILT = re.compile(r"[A-Z][a-zà-ž]{2,}(?:ian|ean|ese|ish|ist|ite|ani|eri|asi)s?$")
_ORIGIN = frozenset("from".split())
_BIRTH = frozenset("bear born grow raise bring upbringing birth".split())
_COMING = frozenset("come arrive flee move travel return emigrate migrate originally over".split())
_KIN = frozenset(
    """mother father mum dad mam family parent grandmother grandfather gran uncle aunt people folk relative
    husband wife partner boy girl man woman couple child both""".split()
)
# What people call themselves in words that elsewhere are of other things: "mixed", "brown", "half Thai".
_OF_ONESELF = re.compile(
    r"\b(?:describ|identif|see|saw|regard|call|class|think|thought|consider|defin)\w*(?: of)? (?:him|her|them|my|our)sel(?:f|ves) "
    r"(?:as (?:being )?)?(?P<what>(?:just |simply |proudly )?(?:mixed(?! up| abilit)|brown|half[- ][\w-]+|neither [\w-]+ nor [\w-]+))\b",
    re.IGNORECASE,
)
# "INQ000123456", "www.gov.wales": the number of a paper, and an address.
_CODED = re.compile(r"\d|_|://|www\.")
_EDGES = re.compile(r"^[\W_]*|[\W_]*$")


@dataclass(frozen=True, slots=True)
class Characteristic:
    """Characters that may tell of somebody, how they were met, and what is broader, by kind."""

    start: int
    end: int
    by: str
    kinds: Mapping[str, str] = field(default_factory=dict)


def candidates(doc: Doc) -> list[Characteristic]:
    """All words of a parsed text that may tell such a thing, in order, none overlapping."""
    found = [
        Characteristic(s, e, "list", kinds)
        for s, e, kinds in _listed(doc.text)
        if not _is_middle_name(doc, s, e)
    ]
    for each in (*_by_entity(doc), *_by_form(doc), *_by_origin(doc), *_by_own_words(doc)):
        if each.start < each.end and not any(
            each.start < other.end and other.start < each.end for other in found
        ):
            found.append(each)
    return sorted(found, key=lambda each: each.start)


def _is_middle_name(doc: Doc, start: int, end: int) -> bool:
    """Whether a word stands inside somebody's name: "Ewan Christian Marlowe", not "a Christian mother"."""
    word = doc.char_span(start, end)
    if word is None or len(word) != 1 or not 0 < word.start < len(doc) - 1:
        return False
    before, after = neighbour(word[0], -1), neighbour(word[0])
    first = plain(before.text) in first_names() and plain(word.text) in first_names()
    named = {before.ent_type_, word[0].ent_type_, after.ent_type_} == {"PERSON"}
    return first and named and after.text.istitle() and after.pos_ == "PROPN"


def _listed(text: str) -> Iterator[tuple[int, int, Mapping[str, str]]]:
    """The words of the list in a text, the longest where two overlap, with their kinds."""
    for match in _pattern().finditer(text):
        kinds = _words().get(match[0]) or _words().get(match[0].lower())
        if kinds:
            yield match.start(), match.end(), kinds


def _by_entity(doc: Doc) -> Iterator[Characteristic]:
    for entity in doc.ents:
        kind = _ENTITIES.get(entity.label_)
        if (
            kind
            and entity.text[0].isupper()
            and len(entity) <= 3
            and not _CODED.search(entity.text)
        ):
            yield _unlisted(entity.start_char, entity.end_char, "model", kind)


def _by_form(doc: Doc) -> Iterator[Characteristic]:
    for token in doc:
        # "Lilian" and "Damian" are built as "Lesothian" is, and are part of a name.
        of_a_name = token.ent_type_ == "PERSON"
        # So is "Clinician", who is what somebody works as.
        works = (known := known_as(token.lower_)) is not None and known[0] is Who.STAFF
        if _BUILT.match(token.text) and not token.is_sent_start and not of_a_name and not works:
            yield _unlisted(token.idx, token.idx + len(token), "form", PEOPLE)


def _by_origin(doc: Doc) -> Iterator[Characteristic]:
    """Places that somebody comes from, or was born or brought up in."""
    for token in doc:
        if token.dep_ == "pobj" and token.pos_ == "PROPN" and _is_origin(token.head):
            first = token
            while (
                first.i and doc[first.i - 1].dep_ == "compound" and doc[first.i - 1].head == token
            ):
                first = doc[first.i - 1]
            if token.ent_type_ in _PLACES or _is_of_kin(token):
                yield _unlisted(first.idx, token.idx + len(token), "origin", COUNTRY)


def _is_of_kin(place: Token) -> bool:
    """Whether kin are said to be from a place that the model does not know: "her people are from Bắc Giang"."""
    above = place.head.head
    subject = subject_of(above) if above.lemma_ in {"be", "come", "originate", "hail"} else None
    return (
        subject is not None
        and subject.lemma_.lower() in _KIN
        and place.ent_type_ not in {"PERSON", "ORG", "DATE", "FAC"}
    )


def _by_own_words(doc: Doc) -> Iterator[Characteristic]:
    for match in _OF_ONESELF.finditer(doc.text):
        yield _unlisted(*match.span("what"), "own words", PEOPLE)


def _is_origin(preposition: Token) -> bool:
    above = preposition.head.lemma_.lower()
    if preposition.lower_ in _ORIGIN:
        return above in _COMING | _BIRTH | _KIN | {"be", "originate"}
    return preposition.lower_ == "in" and above in _BIRTH


def _unlisted(start: int, end: int, by: str, kind: str) -> Characteristic:
    return Characteristic(start, end, by, {kind: _UNLISTED[kind]})


@cache
def _words() -> dict[str, dict[str, str]]:
    """By word or phrase: what is broader, by kind."""
    words: dict[str, dict[str, str]] = {}
    for row in load("scr_lint", "characteristics"):
        for word in row["words"].split(", "):
            words.setdefault(word, {}).setdefault(row["kind"], row["broader"])
    return words


@cache
def _pattern() -> re.Pattern[str]:
    listed = sorted(_words(), key=len, reverse=True)
    exact = "|".join(re.escape(w) for w in listed if w[0].isupper())
    either = "|".join(re.escape(w) for w in listed if not w[0].isupper())
    return re.compile(rf"(?<![\w’'])(?:{exact}|(?i:{either}))(?![\w])")
