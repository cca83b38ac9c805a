"""Whether words of a draft are meant as in a term list: "front door" of a service or of a house.

Term lists say it in columns: `pos` the parts of speech a term is meant as ("noun verb"; "passive"
is a verb of which the thing done to is the subject, "alone" one without an object, "modifier" any
word before the noun that it belongs to), `with` and `without` words that must, or must not, stand in
the same sentence, and `everyday` "yes" where the words around it decide whether it is the term or
the everyday word.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from spacy.tokens import Span, Token
    from spacy.vocab import Vocab

Row = Mapping[str, str]

_PARTS = {
    "noun": frozenset(["NOUN", "PROPN"]),
    "verb": frozenset(["VERB", "AUX"]),
    "adj": frozenset(["ADJ", "ADV"]),
}
_OBJECTS = frozenset(["dobj", "ccomp", "xcomp", "nsubjpass", "auxpass", "oprd"])
_NAMING = frozenset(
    "charity project programme scheme called named band app magazine leaflet".split()
)
# Words of the two worlds between which a term is weighed.
_OFFICE = """agency assessment service professional practitioner referral meeting plan policy
    management partnership decision practice information procedure council social police health
    safeguarding record risk need support manager case family worker review process team concern
    supervision"""
_EVERYDAY = """garden wall stone car road water kitchen table window snow tree toy game film story
    soldier ball shoe coat bread boat dog paint cardboard street sofa fence boots rocks cottage rain
    song park television pastry hill lesson rocket bottle shop bus"""
#: Above this difference of cosines, the words around are nearer to the everyday world. Set on 110
#: sentences written for the purpose: it keeps every term and lets three in four everyday uses go.
_MARGIN = -0.05
#: A short sentence says little: this many words at the middle of the office world are added.
_PRIOR_WORDS, _PRIOR = 2.0, -0.2
#: Tokens: in a shorter sentence the words that must stand with a term may stand in the next.
_SHORT_SENTENCE = 9


def is_meant(row: Row, tokens: Span) -> bool:
    """Whether some words are used in the sense of their row, and not as part of a name."""
    parts = row.get("pos", "").split()
    root = tokens.root
    # In notes a noun of several words may be read as a verb: "Managed move agreed".
    of_words = (
        len(tokens) > 1 and parts == ["noun"] and (_is_listed(row, tokens) or not _is_verb(root))
    )
    if _is_denied(tokens) or (of_words and _acts(tokens)) or _is_of_a_clause(row, tokens):
        return False
    if not of_words and not _is_part(root, parts):
        return False
    around = {
        word
        for token in tokens.sent
        if not tokens.start <= token.i < tokens.end
        for word in (token.lower_, token.lemma_.lower())
    }
    needed = set(row.get("with", "").lower().split())
    near = _around(tokens) if len(tokens.sent) < _SHORT_SENTENCE else ()
    if needed and needed.isdisjoint({*around, *(token.lower_ for token in near)}):
        return False
    if set(row.get("without", "").lower().split()) & around or is_in_name(tokens):
        return False
    if row.get("ask") == "replace" and _follows_letters(tokens):
        return False
    return not (row.get("everyday") == "yes" and is_everyday(tokens))


def _follows_letters(tokens: Span) -> bool:
    """Whether three words or more in capitals follow the letters of a body: they name its service.

    "The MASH Single Point Of Entry", and not "the MASH single point of entry".
    """
    words = [t for t in tokens if t.is_alpha]
    before = tokens.doc[tokens.start - 1] if tokens.start > tokens.sent.start else None
    lettered = before is not None and before.is_upper and len(before.text) > 1
    large = all(_is_capitalised(t) for t in words if len(t) > 3)
    return lettered and large and len(words) > 2


def _is_listed(row: Row, tokens: Span) -> bool:
    """Whether words stand as their list has them, or in the plural, not in another form."""
    words = " ".join(re.findall(r"\w+", tokens.text.lower()))
    terms = (" ".join(re.findall(r"\w+", t)) for t in row.get("term", "").lower().split(";"))
    return any(words in {term, f"{term}s"} for term in terms)


def _acts(tokens: Span) -> bool:
    """Whether the last of some words is the verb of a sentence and no plural: "the health visiting
    service offers an enhanced model", "our service offers families help"."""
    last = tokens[-1]
    if last.tag_ == "VBZ":
        return any(t.dep_ in {"dobj", "dative"} and t.i > last.i for t in last.children)
    after = tokens.doc[tokens.end] if tokens.end < tokens.sent.end else None
    return last.tag_ == "NNS" and after is not None and after.lower_ in {"a", "an"}


def _is_denied(tokens: Span) -> bool:
    """Whether "non-" stands before some words: "non-forensic medical examinations"."""
    before = tokens.doc[max(0, tokens.start - 2) : tokens.start].text.lower()
    return (before.startswith("non") and before[3:] in {"-", "‑", "–"}) or before.endswith("non-")


def _is_of_a_clause(row: Row, tokens: Span) -> bool:
    """Whether words that are listed as one with a hyphen stand apart, the last of them the verb of
    what follows: "the analysis of risk led to action", "persistent in reaching out"."""
    last = tokens[-1]
    if len(tokens) != 2 or last.pos_ != "VERB" or tokens.end >= tokens.sent.end:
        return False
    written = tokens.text.lower().replace(" ", "-")
    listed = {t.strip().lower() for t in row.get("term", "").split(";")}
    after = tokens.doc[tokens.end]
    tied = after.dep_ in {"prep", "prt", "dobj", "advmod"} or after.tag_ in {"RP", "TO", "IN", "DT"}
    near = written in listed or any(
        t.startswith(f"{tokens[0].lower_}-{last.lemma_}") for t in listed
    )
    return near and tied


def _is_verb(token: Token) -> bool:
    """Whether a word is certainly a verb: by its ending, or because it has a subject."""
    has_subject = any(t.dep_ in {"nsubj", "nsubjpass"} for t in token.children)
    return token.tag_ in {"VBN", "VBD", "VBG"} or (token.pos_ == "VERB" and has_subject)


def _is_part(root: Token, parts: Sequence[str]) -> bool:
    """Whether the head of some words is one of these parts of speech, of which none is any."""
    if "passive" in parts and root.tag_ == "VBN":
        return not any(t.dep_ == "aux" and t.lemma_ == "have" for t in root.children) or any(
            t.dep_ == "auxpass" for t in root.children
        )
    if "alone" in parts and root.pos_ == "VERB" and root.tag_ != "VBN":
        return not any(t.dep_ in _OBJECTS for t in root.children)
    if "transitive" in parts and root.pos_ == "VERB":
        return any(t.dep_ in {"dobj", "nsubjpass"} for t in root.children)
    if "verb" in parts and _governs(root):
        return True
    if "modifier" in parts and root.dep_ in {"compound", "amod", "nmod"} and root.i < root.head.i:
        return True
    return not parts or any(root.pos_ in _PARTS.get(part, ()) for part in parts)


def _governs(root: Token) -> bool:
    """Whether what is read as a noun is the bare form of a verb: "should … cascade this learning"."""
    doc, at = root.doc, root.i
    after = doc[at + 1] if at + 1 < len(doc) else None
    return (
        root.tag_ == "NN"
        and after is not None
        and (after.tag_ == "PRP$" or after.lower_ in {"the", "this", "these", "those", "a", "an"})
        and any(t.tag_ in {"MD", "TO"} for t in doc[root.sent.start : at])
    )


def is_in_name(tokens: Span) -> bool:
    """Whether words in capitals are part of a longer name: "Early Help" in "Early Help Hub"."""
    if not all(_is_capitalised(t) for t in tokens if t.is_alpha and len(t) > 3):
        return False
    doc = tokens.doc
    if tokens.start and doc[tokens.start - 1].lower_ in _NAMING and tokens.text[0].isupper():
        return True
    before = doc[tokens.start - 1] if tokens.start > tokens.sent.start else None
    after = doc[tokens.end] if tokens.end < tokens.sent.end else None
    if before is not None and before.i == tokens.sent.start:
        before = None  # a capital that the sentence gives
    if after is not None and after.lower_ in {"and", "&"} and after.i + 1 < tokens.sent.end:
        after = doc[after.i + 1]  # "Respite and Recovery Team"
    return any(t is not None and _is_capitalised(t) and not t.is_upper for t in (before, after))


def is_everyday(tokens: Span) -> bool:
    """Whether the words around are of house and street rather than of services and meetings.

    By the model's word vectors: those on which the words depend count twice, those of the next
    sentences half. False for a model without vectors.
    """
    import numpy as np

    vocab = tokens.vocab
    if not vocab.vectors_length:
        return False
    root = tokens.root
    near = {root.head.i, *(t.i for c in root.children for t in (c, *c.children))}
    direction = _direction(vocab)
    weighed = [
        (
            float(np.dot(np.asarray(token.vector), direction)) / float(token.vector_norm),
            2.0 if token.i in near else 1.0 if token.sent == tokens.sent else 0.5,
        )
        for token in _around(tokens)
        if not tokens.start <= token.i < tokens.end and _tells(token)
    ]
    total = sum(weight for _, weight in weighed) + _PRIOR_WORDS
    value = sum(value * weight for value, weight in weighed) + _PRIOR_WORDS * _PRIOR
    return value / total > _MARGIN


def _around(tokens: Span) -> Span:
    """The sentence, with the one before and the one after."""
    doc, sentence = tokens.doc, tokens.sent
    first = doc[sentence.start - 1].sent.start if sentence.start else 0
    last = doc[sentence.end].sent.end if sentence.end < len(doc) else sentence.end
    return doc[first:last]


@lru_cache(maxsize=2)
def _direction(vocab: Vocab) -> Any:
    """From the middle of the office words to that of the everyday ones, in the vector space."""
    return _middle(vocab, _EVERYDAY) - _middle(vocab, _OFFICE)


def _middle(vocab: Vocab, words: str) -> Any:
    import numpy as np

    total = sum(vocab[word].vector / vocab[word].vector_norm for word in words.split())
    return total / np.linalg.norm(total)


def _tells(token: Token) -> bool:
    return (
        token.pos_ in {"NOUN", "VERB", "ADJ"}
        and not token.is_stop
        and token.has_vector
        and bool(token.vector_norm)
    )


def _is_capitalised(token: Token) -> bool:
    return token.text[:1].isupper()
