"""How much a word looks like somebody's name, before its sentence is read.

Four sources: a list of first names of many origins; one of family names, and how those are built;
the model's word vectors, in which names stand near names (so a name that no list has is found by
its neighbours); and small letters: a word that the draft also writes without a capital, or that
is in the dictionary, is an ordinary one.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from enum import Enum
from functools import cache
from typing import TYPE_CHECKING, Any

from ... import vocabulary
from ...grammar.phrases import split_phrases
from ...language import load_model

if TYPE_CHECKING:
    import numpy
    from spacy.vocab import Vocab

#: One word of a name: "Siân", "O'Sullivan", "Ellie-Mae", "al-Haddadi", "MacAskill", "PENHALIGON".
NAME_WORD = re.compile(
    r"(?:[Aa]l-|[Ee]l-|d[’'])?(?:[^\W\d_a-z]|(?<=-)\w)[^\W\d_]*(?:(?:[’'](?!s\b)|-)[^\W\d_]+)*",
    re.UNICODE,
)
_ENDINGS = (
    ("s", ""),
    ("es", ""),
    ("ies", "y"),
    ("ed", ""),
    ("ed", "e"),
    ("ing", ""),
    ("ing", "e"),
    ("ly", ""),
    ("er", ""),
    ("ers", ""),
    ("ness", ""),
    ("’s", ""),
)
# "KiwiRail", "RAOs": a capital inside, but for "MacAskill", "O'Neill", "LeBlanc".
_CAMEL = re.compile(
    r"^[A-Z]{2,}s$|^(?!(?:Mac|Mc|De|Di|Du|La|Le|Van|Von|Fitz|Ap|Al|El|O)[A-Z])[^\W\d_]+[a-z][A-Z]"
)
# How family names are built: "O'Hanrahan", "MacAskill", "Fitzgibbon", "Dobrowolska", "Kazlauskienė",
# "Hadjigeorgiou", "Karapetyan", "Ionescu", "Demirtaş".
_BUILT = re.compile(
    r"^(?:[Oo]['’][A-Z][a-z]{2,}|Ma?c[A-Z][a-z]{2,}|Fitz[a-z]{4,})$"
    r"|^[A-Z]\w{2,}(?:sk[iaį]|ck[ia]|czyk|wicz|ová|enko|chuk|escu|eanu|yan|idze|shvili|opoulos|poulou|oğlu|oglu|"
    r"auskas|auskienė|aitė|iūnas|ienė|dóttir|sson|singhe|sundaram|lingam|swamy|murthy)$"
)
_VOWEL = re.compile(r"[aeiouyw]|[^\x00-\x7f]", re.IGNORECASE)
_MARKED = re.compile(r"[À-ÖØ-öø-ÿĀ-ſƀ-ɏḀ-ỿ]")
# How near a word must stand to the five nearest names in the list. Measured on names that the
# list did not hold, place names and the words of reports: a default of this project.
_NEAR, _RATHER_NEAR, _NOT_FAR = 0.60, 0.50, 0.45
_NEAREST = 5


class Look(Enum):
    """What a capitalised word looks like by itself."""

    NAME = "a name and nothing else"
    NAME_OR_WORD = "a name that is also an ordinary word"
    NAME_OR_PLACE = "a name that is also a place"
    NAME_OR_SEASON = "a name that is also a month, a season or a day"
    LIKE_NAME = "a word that keeps company with names"
    SMALL_NAME = "a name and nothing else, but in capitals as an abbreviation is"
    UNKNOWN = "a word that is never written small and that nothing is known of"
    SURNAME = "an ordinary word that is also met among names, as a surname may be"
    ORDINARY = "an ordinary word, an abbreviation or a place"


@dataclass
class NameWords:
    """Looks words up for one draft.

    `small` are the words it writes in small letters, `titled` those with one capital.
    """

    vocab: Vocab
    dictionary: frozenset[str]
    small: frozenset[str]
    titled: frozenset[str] = frozenset()
    _known: dict[str, Look] = field(default_factory=dict, repr=False)
    _small: dict[str, Look | None] = field(default_factory=dict, repr=False)

    def look(self, word: str) -> Look:
        """What a word looks like; capitals throughout count as one capital."""
        if word not in self._known:
            self._known[word] = self._look(titled(word))
        return self._known[word]

    def look_of_capitals(self, word: str) -> Look:
        """What a short word in capitals looks like: an abbreviation, unless the draft also writes
        it as a name or it is nothing else."""
        if titled(word) in self.titled:
            return self.look(word)
        if "-" in word:
            looks = [self.look(part) for part in word.split("-") if part]
            unnamed = {Look.ORDINARY, Look.UNKNOWN} & set(looks)
            return Look.ORDINARY if unnamed else self.look(word)
        named = first_names().get(plain(word)) == "" and word not in _abbreviations()
        return Look.SMALL_NAME if named and len(word) > 3 else Look.ORDINARY

    def look_of_surname(self, word: str) -> Look:
        """What a short word in capitals looks like after a first name: "Colin FOX" has a surname,
        "Colin CAMHS" an abbreviation, "Colin YPS" what may be one."""
        if word in _abbreviations() or not _VOWEL.search(word):
            return Look.ORDINARY
        look = self.look(word)
        if look is Look.ORDINARY and self._is_in_dictionary(word.lower()):
            return Look.SURNAME
        return look if len(word) > 3 or is_family_name(titled(word)) else Look.ORDINARY

    def look_of_small(self, word: str) -> Look | None:
        """What a word in small letters would look like with a capital; None where it is an
        ordinary word and no first name."""
        if word not in self._small:
            short = word.upper() in _abbreviations()
            ordinary = (
                short
                or self.vocab[word].is_stop
                or (plain(word) not in first_names() and self._is_in_dictionary(word))
            )
            self._small[word] = None if ordinary else self._look(word.title(), is_small=False)
        return self._small[word]

    def _is_in_dictionary(self, word: str) -> bool:
        """Whether a word, or what it is a form of, is in the dictionary."""
        if self.vocab[word].is_stop:
            return True
        bare = [word[: -len(end)] + to for end, to in _ENDINGS if word.endswith(end)]
        return any(form in self.dictionary for form in (word, *bare))

    def is_shouted_small_word(self, word: str) -> bool:
        """Whether a word in capitals is a small one ("IS", "FROM"): it is no part of a name."""
        return len(word) > 1 and word.isupper() and self.is_small_word(word)

    def is_small_word(self, word: str) -> bool:
        """Whether a word is a small one ("it", "from") and no first name."""
        return self.vocab[word.lower()].is_stop and plain(word) not in first_names()

    def _look(self, word: str, is_small: bool | None = None) -> Look:
        parts = [part for part in re.split(r"-", word) if part]
        listed = first_names()
        whole = listed.get(plain(word))
        if whole is None and len(parts) > 1:
            if any(len(part) == 1 for part in parts):
                return Look.ORDINARY  # "X-ray", "NRSS-E"
            looks = [self.look(part) for part in parts]
            if all(look in _BEST_FIRST for look in looks) and set(looks) != {Look.UNKNOWN}:
                return Look.NAME
            return next((look for look in _BEST_FIRST if look in looks), Look.ORDINARY)
        if whole is not None:
            return _LISTED[whole] if len(word) > 2 else Look.NAME_OR_WORD
        cut_short = not _VOWEL.search(word) and not is_family_name(word)  # "Pt", "Mgr"
        if len(word) < 2 or cut_short or _CAMEL.search(word) or word.upper() in _abbreviations():
            return Look.ORDINARY
        small = word.lower() in self.small if is_small is None else is_small
        ordinary = small or self._is_in_dictionary(word.lower())
        if not ordinary and _MARKED.search(word):
            # English words have no marks on their letters; words of other languages are quoted.
            return Look.LIKE_NAME if is_small is None else Look.UNKNOWN
        nearness = self._nearness(word)
        if nearness >= (_NEAR if ordinary else _RATHER_NEAR):
            return Look.NAME_OR_WORD if ordinary else Look.LIKE_NAME
        singular = word.removesuffix("s")
        if not small and (is_family_name(word) or is_family_name(singular)):
            return Look.LIKE_NAME
        if ordinary or word.lower() in months_and_days():
            return Look.SURNAME if nearness >= _NOT_FAR else Look.ORDINARY
        return Look.UNKNOWN

    def _nearness(self, word: str) -> float:
        """Mean likeness to the nearest names of the list; 0 for a word without a vector."""
        if not self.vocab.vectors_length or not self.vocab.has_vector(word):
            return 0.0
        import numpy

        vector = numpy.asarray(self.vocab[word].vector)
        length = float(numpy.linalg.norm(vector))
        if not length:
            return 0.0
        likeness = _name_vectors(self.vocab) @ (vector / length)
        return float(numpy.sort(likeness)[-_NEAREST:].mean())


_BEST_FIRST = (
    Look.NAME,
    Look.LIKE_NAME,
    Look.NAME_OR_PLACE,
    Look.NAME_OR_WORD,
    Look.NAME_OR_SEASON,
    Look.UNKNOWN,
)
_LISTED = {
    "": Look.NAME,
    "yes": Look.NAME_OR_WORD,
    "one": Look.NAME_OR_WORD,
    "place": Look.NAME_OR_PLACE,
    "season": Look.NAME_OR_SEASON,
}


@cache
def dictionary(model: str) -> frozenset[str]:
    """The words of the model's dictionary (its lemmatizer's index, made from WordNet), with the
    irregular forms; empty for a model without one."""
    nlp = load_model(model)
    if "lemmatizer" not in nlp.pipe_names:
        return frozenset()
    lookups: Any = getattr(nlp.get_pipe("lemmatizer"), "lookups", None)
    names = ("lemma_index", "lemma_exc")
    tables = [lookups.get_table(name) for name in names if lookups.has_table(name)]
    return frozenset(word for table in tables for part in table.values() for word in part)


def titled(word: str) -> str:
    """A word with a capital at its head and small letters after it, where it is all capitals."""
    if len(word) > 1 and word.isupper():
        return "-".join(part.capitalize() for part in word.split("-"))
    return word


def plain(word: str) -> str:
    """A word without accents, in small letters, with one kind of apostrophe."""
    bare = "".join(c for c in unicodedata.normalize("NFD", word) if not unicodedata.combining(c))
    return bare.lower().replace("’", "'")


@cache
def cues(kind: str) -> frozenset[str]:
    """The words of one kind in the list of cues, in small letters."""
    rows = vocabulary.load("scr_lint", "name_cues")
    return frozenset(w.lower() for row in rows if row["kind"] == kind for w in row["words"].split())


@cache
def first_names() -> dict[str, str]:
    """First names in small letters without accents, and what else the word is ("" for nothing)."""
    return {plain(r["name"]): r["word"] for r in vocabulary.load("scr_lint", "first_names")}


def is_family_name(word: str) -> bool:
    """Whether a capitalised word is in the list of family names, or built as only they are."""
    return plain(word) in _family_names() or bool(_BUILT.match(word))


@cache
def _family_names() -> frozenset[str]:
    rows = vocabulary.load("scr_lint", "surnames")
    return frozenset(plain(name) for row in rows for name in row["names"].split())


@cache
def places() -> frozenset[str]:
    """Towns, regions, rivers and countries, in small letters."""
    towns = (name for row in vocabulary.load("scr_lint", "towns") for name in row["words"].split())
    wide = (
        name
        for row in vocabulary.load("scr_lint", "wide_places")
        if row["kind"] in {"wide", "wide at home", "country", "city abroad"}
        for name in split_phrases(row["words"])
    )
    return frozenset(plain(name) for name in (*towns, *wide))


@cache
def _name_vectors(vocab: Vocab) -> numpy.ndarray:
    """The vectors of the listed names that keep company with names, of length 1, each once."""
    import numpy

    found = [
        vocab[row["name"]].vector
        for row in vocabulary.load("scr_lint", "first_names")
        if row["company"] == "yes" and vocab.has_vector(row["name"])
    ]
    unique = numpy.unique(numpy.array(found), axis=0)
    return unique / numpy.linalg.norm(unique, axis=1, keepdims=True)


@cache
def _abbreviations() -> frozenset[str]:
    return frozenset(row["acronym"].upper() for row in vocabulary.load("scr_lint", "acronyms"))


@cache
def months_and_days() -> frozenset[str]:
    """Months, days and feasts, also cut short, in small letters."""
    return frozenset(
        """january february march april may june july august september october november december
        monday tuesday wednesday thursday friday saturday sunday christmas easter ramadan eid
        diwali hanukkah lent jan feb apr jun jul aug sep sept oct nov dec mon tue tues wed weds thu thur thurs
        fri sat""".split()
    )
