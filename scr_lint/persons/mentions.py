"""The persons and bodies that nouns name: "Child A", "a girl of twelve", "the midwife", "CAMHS".

Pronouns are another matter: see `children`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache, wraps
from typing import TYPE_CHECKING, TypeVar
from typing import cast as as_type

from .. import vocabulary
from ..grammar.parse import neighbour
from ..grammar.phrases import split_phrases
from ..identity.names.name_words import first_names, plain

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_Answer = TypeVar("_Answer")

_TITLES = frozenset("mr mrs ms miss dr doctor prof professor pc dc ds di sgt sir rev".split())
#: Titles that workers and families have alike.
COURTESY = frozenset("mr mrs ms miss professor prof".split())
_CIVIL = {"mr": "m", "mrs": "f", "ms": "f", "miss": "f"}
# Words of a label that names a child by a letter or number: "Child A", "Sibling 2".
_LABELS = frozenset("child baby sibling infant twin girl boy subject pupil yp teenager".split())
_CODE = re.compile(r"(?:[A-Z]{1,3}\d{0,3}|\d{1,3})$")
_CHILD_CODE = re.compile(r"(?:YP|CH|SC|C)\d{1,2}$|YP$")
_LABEL_GENDER = {"girl": "f", "boy": "m"}
_CAPITALISED = re.compile(r"[A-Z][a-zé'’-]+$")
_SEXES = frozenset({"female", "male", "f", "m"})
_NUMBERS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
    " sixteen seventeen eighteen nineteen twenty"
).split()


class Who(StrEnum):
    """Whom a noun stands for: a child, another member of the family, a worker, a body."""

    CHILD = "child"
    FAMILY = "family"
    STAFF = "staff"
    BODY = "body"


@dataclass(frozen=True, slots=True)
class Mention:
    """A person or body named by a noun: who, of which gender ("f", "m" or "" for unknown)."""

    token: Token
    who: Who
    gender: str = ""


@dataclass(frozen=True)
class Cast:
    """The first names that a draft uses for adults, in lower case; any other is a child's.

    `declared` are the pseudonyms that the draft or the settings name; `children` names and codes,
    as written, that are known to be a child's, see `focus`. `before` holds the
    paragraph before each in its section, by the `id` of the Doc: a paragraph that opens with
    "she" goes on from there. `many` says that the draft is about children at large, and not about
    those of one case, see `in_sight`. `titled` are the surnames, in small letters, of those of the
    case whom it calls "Mr" or "Ms", see `titled`.
    """

    adults: frozenset[str] = frozenset()
    declared: frozenset[str] = frozenset()
    before: Mapping[int, Doc] = field(default_factory=dict, repr=False)
    children: frozenset[str] = frozenset()
    many: bool = False
    titled: frozenset[str] = frozenset()
    #: What was told of a token with this cast, by the function that told it, see `once_a_token`.
    told: dict[tuple[str, Token], object] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )


def once_a_token(function: Callable[[Token, Cast], _Answer]) -> Callable[[Token, Cast], _Answer]:
    """Makes a function of a token and a cast answer a second call with the answer to the first.

    A pronoun asks about every word before it, and many rules ask about every pronoun.
    """

    @wraps(function)
    def answer(token: Token, cast: Cast) -> _Answer:
        key = (function.__name__, token)
        if key not in cast.told:
            cast.told[key] = function(token, cast)
        return as_type(_Answer, cast.told[key])

    return answer


def mentions(doc: Doc, cast: Cast) -> Iterator[Mention]:
    """Every person and body that a paragraph names."""
    for token in doc:
        mention = mention_of(token, cast)
        if mention:
            yield mention


@once_a_token
def mention_of(token: Token, cast: Cast) -> Mention | None:
    """The person or body that a noun names by itself; None for pronouns and other nouns."""
    if is_labelled_child(token):
        label = neighbour(token, -1).lower_ if token.i else ""
        return Mention(token, Who.CHILD, _LABEL_GENDER.get(label, ""))
    if token.text in cast.children and token.pos_ != "PRON":
        return Mention(token, Who.CHILD)
    if token.pos_ not in {"NOUN", "PROPN", "ADJ", "NUM", "X"} or token.dep_ == "compound":
        return None
    if (age := _age(token) or _age_beside(token)) is not None:
        return Mention(token, Who.CHILD if age < 18 else Who.FAMILY)
    before = {c.lower_.strip(".") for c in token.children}
    if token.lower_ in _CIVIL and token.conjuncts:
        return mention_of(token.conjuncts[-1], cast)  # "Mr and Mrs R"
    if token.lower_ in {"person", "people"}:
        return Mention(token, Who.CHILD) if before & {"young", "younger"} else None
    if before & _TITLES:
        gender = next((g for title, g in _CIVIL.items() if title in before), None)
        of_case = token.lower_ in cast.titled and before & COURTESY
        if of_case or (gender and _CODE.match(token.text)):
            return Mention(token, Who.FAMILY, gender or "")  # "Ms B"
        return Mention(token, Who.STAFF)
    if (token.lemma_ == "partner" and before & _OF_PRACTICE) or (
        token.lemma_ == "sister" and before & _OF_WARD
    ):
        return Mention(token, Who.STAFF)  # "the senior partner" of a surgery, "the ward sister"
    if token.pos_ == "ADJ" and token.lemma_ in _ALSO_ADJECTIVES:
        return None
    if token.lemma_ in _ONCE_CHILDREN and (_is_of_place(token) or _is_what_adults_were(token)):
        return None
    found = known_as(token.lower_) or known_as(token.lemma_.lower()) or _IN_NOTES.get(token.text)
    if found and not (token.text in _IN_NOTES and token.lower_ in cast.declared):
        who, gender = found
        if token.lemma_ in {"man", "woman", "lady"} and "young" in before:
            who = Who.CHILD
        if token.lemma_ == "adult" and "appropriate" in before:
            who = Who.STAFF  # who sits beside a child at the police station
        return Mention(token, who, gender)
    if is_first_name(token, cast.declared):
        return Mention(token, Who.FAMILY if token.lower_ in cast.adults else Who.CHILD)
    return None


# How notes write down parents and workers; as a name that a draft declares, "Mo" is somebody's.
_IN_NOTES = {
    "Mo": (Who.FAMILY, "f"),
    "Fa": (Who.FAMILY, "m"),
    **dict.fromkeys("CPN EWO FSW PCSO Sgt TA".split(), (Who.STAFF, "")),
}
#: What a thing may be too: "a minor injury", "a twin-engine aircraft".
_ALSO_ADJECTIVES = frozenset("minor twin adolescent infant teenage".split())
_OF_WARD = frozenset("ward night charge theatre nursing clinic".split())
_OF_PRACTICE = frozenset({"senior", "managing", "gp", "practice"})
_ONCE_CHILDREN = frozenset("child baby girl boy infant teenager".split())
_PLACES = frozenset("unit placement clinic home benefit group".split())


def _is_of_place(token: Token) -> bool:
    """ "A mother and baby unit", "a parent and child placement"."""
    return token.i + 1 < len(token.doc) and neighbour(token).lemma_.lower() in _PLACES


def _is_what_adults_were(token: Token) -> bool:
    """ "Mother had been a looked-after child herself", "as a child she …"."""
    if token.dep_ == "attr":
        subjects = [c for c in token.head.children if c.dep_ == "nsubj"]
        adult = (known_as(s.lower_) for s in subjects)
        return any(found and found[0] in {Who.FAMILY, Who.STAFF} for found in adult)
    bare = any(c.lower_ in {"a", "an"} for c in token.children)
    return token.dep_ == "pobj" and token.head.lower_ == "as" and bare


def is_labelled_child(token: Token) -> bool:
    """Whether a token is the code of a child, or the label before one: "Child A", "YP2"."""
    if _CHILD_CODE.match(token.text):
        return True
    if token.i > 0 and neighbour(token, -1).lower_ in _LABELS and token.pos_ != "PRON":
        return bool(_CODE.match(token.text))
    if token.lower_ in _LABELS and token.i + 1 < len(token.doc):
        after = neighbour(token)
        return after.dep_ == "nummod" and bool(_CODE.match(after.text))
    return False


def is_first_name(token: Token, declared: Container[str] = ()) -> bool:
    """Whether a token is a bare first name: a listed or declared one, and nothing before it."""
    word = plain(token.text)
    return (
        token.pos_ == "PROPN"
        and token.dep_ != "compound"
        and bool(_CAPITALISED.match(token.text))
        and (word in declared or first_names().get(word, "season") != "season")
        and not any(c.dep_ in {"compound", "det", "amod", "nummod"} for c in token.lefts)
        and not _is_of_office(token)
    )


def _is_of_office(name: Token) -> bool:
    """Whether a capitalised word is what an office or body is for: "the Secretary of State"."""
    first = name.conjuncts[0] if name.dep_ == "conj" and name.conjuncts else name
    if first.dep_ != "pobj" or first.head.lower_ != "of":
        return False
    office = first.head.head
    found = known_as(office.lower_)
    return (
        office.text.istitle()
        and not office.is_sent_start
        and (found is None or found[0] is not Who.FAMILY)
    )


def known_as(word: str) -> tuple[Who, str] | None:
    """Whom a common noun stands for, and of which gender: "midwife", "stepson"."""
    return _words().get(word)


def _age(old: Token) -> int | None:
    """The number in "fourteen-year-old", for its last word."""
    if old.lower_ not in {"old", "olds"}:
        return None
    before = old.doc[max(0, old.i - 4) : old.i].text.lower().replace("-", " ").split()
    years = [at for at, word in enumerate(before) if word in {"year", "years"}]
    if not years or not years[-1]:
        return None
    number = before[years[-1] - 1]
    if number.isdigit():
        return int(number)
    return _NUMBERS.index(number) if number in _NUMBERS else None


def _age_beside(person: Token) -> int | None:
    """The number in "Female, 15, intoxicated"."""
    after = person.doc[person.i + 1 : person.i + 3].text
    beside = re.match(r", (\d\d?)$", after) if person.lower_ in _SEXES else None
    return int(beside[1]) if beside else None


@cache
def _words() -> dict[str, tuple[Who, str]]:
    return {
        word.lower(): (Who(row["who"]), row["gender"])
        for row in vocabulary.load("scr_lint", "persons")
        for word in split_phrases(row["words"])
    }
