"""People's names in short strings that stand in no sentence: file names, titles, captions."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from ...language import load_model
from ..pseudonyms.scheme import Scheme
from .name_words import Look, NameWords, dictionary, plain

# A word that nothing is known of is asked about in sentences, as the model knows them.
_FRAMES = (
    "{} said that she was tired.",
    "The worker rang {} at home.",
    "{}'s mother was told.",
    "Her brother {} was ill.",
)
_VOTES = 3
_SEPARATORS = re.compile(r"[\s_.+,;:()\[\]–—-]+")
_HUMPS = re.compile(r"(?<=[a-z])(?=[A-Z])|(?<=[A-Za-z])(?=\d)|(?<=\d)(?=[A-Za-z])")
_SURE = frozenset({Look.NAME, Look.LIKE_NAME, Look.SMALL_NAME})
_MAY_BE_FIRST = frozenset({Look.NAME_OR_WORD, Look.NAME_OR_PLACE, Look.NAME_OR_SEASON})
_MAY_FOLLOW = _SURE | {Look.NAME_OR_WORD, Look.NAME_OR_PLACE, Look.SURNAME, Look.UNKNOWN}
_SHORTEST = 3
_ABBREVIATED = 5  # letters of a word that may be a longer one cut short: "Recomm"


@dataclass
class LooseNames:
    """Finds names for one draft.

    `shown` are the words on its pages, in lower case: a place that it names is no person. `scheme`
    holds the names that it uses on purpose.
    """

    model: str
    shown: Collection[str]
    scheme: Scheme

    def __post_init__(self) -> None:
        self.nlp = load_model(self.model)
        self.words = NameWords(self.nlp.vocab, dictionary(self.model), frozenset())

    def find(self, text: str) -> list[str]:
        """The names of people in a file name, a title or the description of a picture.

        Each once, as it is written. A word that is also an ordinary word or a place counts only
        beside another part of a name, or before "family".
        """
        runs = (" ".join(run) for run in self._runs(words_of(text)))
        return [name for name in dict.fromkeys(runs) if not self._is_chosen(name)]

    def _runs(self, text: str) -> Iterator[list[str]]:
        """Words that follow each other and together are a name."""
        run: list[str] = []
        for word in [*(re.sub(r"['’]s$", "", word) for word in text.split()), ""]:
            look = self._look(word)
            if look in _MAY_FOLLOW or (look in _MAY_BE_FIRST and not run):
                run.append(word)
                continue
            if self._is_name(run) or (run and word.lower() == "family"):
                yield run
            run = []

    def _look(self, word: str) -> Look:
        if len(word) < _SHORTEST or not word[0].isupper() or not word.isalpha():
            return Look.ORDINARY
        return self.words.look_of_capitals(word) if word.isupper() else self.words.look(word)

    def _is_name(self, run: list[str]) -> bool:
        looks = [self._look(word) for word in run]
        if not _SURE.isdisjoint(looks) or (len(run) > 1 and looks[0] in _MAY_BE_FIRST):
            return True
        return any(
            look is Look.UNKNOWN and not self._is_shown(word.lower()) and self._is_person(word)
            for word, look in zip(run, looks, strict=True)
        )

    def _is_shown(self, word: str) -> bool:
        cut_short = len(word) >= _ABBREVIATED and any(w.startswith(word) for w in self.shown)
        return cut_short or word in self.shown

    def _is_person(self, word: str) -> bool:
        named = [name for name in ("tok2vec", "ner") if name in self.nlp.pipe_names]
        with self.nlp.select_pipes(enable=named):
            docs = list(self.nlp.pipe(frame.format(word) for frame in _FRAMES))
        said = (any(e.label_ == "PERSON" and word in e.text for e in doc.ents) for doc in docs)
        return sum(said) >= _VOTES

    def _is_chosen(self, name: str) -> bool:
        words = name.split()
        return self.scheme.covers(tuple(words)) or {plain(w) for w in words} <= self.scheme.declared


def words_of(name: str) -> str:
    """The words of a file name apart: "RyanHughes_SCR-v2" as "Ryan Hughes SCR v 2"."""
    words = _HUMPS.sub(" ", _SEPARATORS.sub(" ", name)).split()
    if all(word.islower() for word in words if word.isalpha()):
        words = [word.capitalize() for word in words]
    return " ".join(words)
