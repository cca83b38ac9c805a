"""People's names in short strings that stand in no sentence: file names, titles, captions."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING, Any

from .bodies import names_body
from .language import DEFAULT_MODEL, load_model

if TYPE_CHECKING:
    from spacy.language import Language

# A model that was trained on sentences is asked in sentences; a name is one by most of them.
_FRAMES = ("{}", "The file is called {}.", "A report about {}.", "{} was seen by the nurse.")
_FRAMES_FOR_A_WORD = (
    "{} said that she was tired.",
    "The worker rang {} at home.",
    "{}'s mother was told.",
    "Her brother {} was ill.",
)
_VOTES = 2
_VOTES_FOR_A_WORD = 3
_SEPARATORS = re.compile(r"[\s_.+,;:()\[\]–—-]+")
_HUMPS = re.compile(r"(?<=[a-z])(?=[A-Z])|(?<=[A-Za-z])(?=\d)|(?<=\d)(?=[A-Za-z])")
_NAME = re.compile(r"[^\W\d_][^\W\d_'’-]*[a-z][^\W\d_'’-]*(?:['’-][^\W\d_]+)*")
_ROLE = re.compile(r"(?:child|baby|boy|girl|mother|father|family|adult|sibling|case)s?", re.I)
_SHORTEST = 3
_ABBREVIATED = 5  # letters of a word that may be a longer one cut short: "Recomm"


def names_in(text: str, *, known: Collection[str] = (), model: str = DEFAULT_MODEL) -> list[str]:
    """The names of people in a file name, a title or the description of a picture.

    `known` are words, in lower case, that are no private names here: those the draft itself
    shows, and those that settings allow. Each name once, as it is written.
    """
    nlp = load_model(model)
    plain = words_of(text)
    allowed = {word.lower() for word in known}
    with nlp.select_pipes(enable=[name for name in ("tok2vec", "ner") if name in nlp.pipe_names]):
        votes: Counter[str] = Counter()
        for doc in nlp.pipe(frame.format(plain) for frame in _FRAMES):
            votes.update(
                {name for ent in doc.ents if ent.label_ == "PERSON" for name in _kept(ent.text)}
            )
        found = [name for name, count in votes.items() if count >= _VOTES]
        asked = _unknown(plain, nlp, {*allowed, *(w.lower() for n in found for w in n.split())})
        found += [word for word in asked if _is_person(word, nlp)]
    return [
        name
        for name in sorted(found, key=plain.find)
        if not {word.lower() for word in name.split()} <= allowed
    ]


def words_of(name: str) -> str:
    """The words of a file name apart: "RyanHughes_SCR-v2" as "Ryan Hughes SCR v 2"."""
    words = _HUMPS.sub(" ", _SEPARATORS.sub(" ", name)).split()
    if all(word.islower() for word in words if word.isalpha()):
        words = [word.capitalize() for word in words]
    return " ".join(words)


def _kept(entity: str) -> Iterator[str]:
    """The name in what the model takes for one: without codes, roles and "'s"."""
    words = [re.sub(r"['’]s$", "", word) for word in entity.split()]
    while words and not _is_name(words[-1]):
        words.pop()
    while words and not _is_name(words[0]):
        words.pop(0)
    if len(words) == 1 and words[0].endswith("ed"):
        return  # "Embargoed"
    if words and not names_body(" ".join(words)):
        yield " ".join(words)


def _unknown(text: str, nlp: Language, known: Collection[str]) -> list[str]:
    """Words with a capital that neither English nor the draft knows, nor as the head of a word."""
    words = [re.sub(r"['’]s$", "", word) for word in text.split()]
    return [
        word
        for word in dict.fromkeys(words)
        if word[:1].isupper()
        and _is_name(word)
        and not (len(word) >= _ABBREVIATED and any(k.startswith(word.lower()) for k in known))
        and word.lower() not in known
        and not names_body(word)
        and not _is_english(word.lower(), nlp)
    ]


def _is_person(word: str, nlp: Language) -> bool:
    docs = nlp.pipe(frame.format(word) for frame in _FRAMES_FOR_A_WORD)
    votes = sum(
        any(ent.label_ == "PERSON" and word in ent.text for ent in doc.ents) for doc in docs
    )
    return votes >= _VOTES_FOR_A_WORD


def _is_name(word: str) -> bool:
    return len(word) >= _SHORTEST and bool(_NAME.fullmatch(word)) and not _ROLE.fullmatch(word)


def _is_english(word: str, nlp: Language) -> bool:
    """Whether the model's own word lists hold a word, or the word it is a form of."""
    lemmatizer: Any = nlp.get_pipe("lemmatizer")
    index = lemmatizer.lookups.get_table("lemma_index")
    forms = {word, word.removesuffix("s"), word.removesuffix("ed"), word.removesuffix("d")}
    return any(form in index[kind] for kind in index for form in forms)
