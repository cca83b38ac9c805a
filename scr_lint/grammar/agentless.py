"""Passives that do not say who acted, and what they would be in the active.

"No referral was made" hides the actor; "no referral was made by the school" names one. A "by" that
tells how ("by post", "by looking at it") names nobody.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from .inflect import like
from .parse import has_modal, neighbour, objects_of, own_subjects
from .voice import subject_of

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

# What stands after a "by" that tells how, how much or when.
_MEANS = frozenset(
    """appointment attendance car date day description email e-mail end fax hand law letter means
    mistake name number phone policy post reference reflex rote rule telephone text time today
    video way week""".split()
)
_DENYING = frozenset({"no", "none", "neither", "nothing", "nobody", "little", "few"})
_PRONOUNS = {"he": "him", "she": "her", "they": "them", "i": "me", "we": "us", "who": ""}
_LINKS = frozenset({"CCONJ", "SCONJ", "ADP"})
_LONGEST_SUBJECT = 7
_PARTICLES = frozenset({"prt", "prep"})
# What may follow a verb and belongs to what it says.
_GOING_ON = frozenset(
    {"prep", "advcl", "ccomp", "xcomp", "dobj", "oprd", "dative", "prt", "advmod"}
)


@dataclass(frozen=True, slots=True)
class Agentless:
    """A passive without its actor. `verb` is the participle, `subject` what it was done to."""

    verb: Token
    subject: Token

    @property
    def is_denied(self) -> bool:
        """Whether it says what was not done: "was never read", "no referral was made"."""
        return _denial(self.verb) is not None or denies(self.subject)

    @property
    def is_past(self) -> bool:
        """Whether it tells of the past, the perfect with it."""
        helpers = [c for c in self.verb.children if c.dep_ in {"aux", "auxpass"}]
        return any(c.lower_ in {"was", "were", "had", "has", "have"} for c in helpers)

    @property
    def span(self) -> Span:
        """The words from the subject, or where that is far or long from the helping verb, on."""
        helpers = [c.i for c in self.verb.children if c.dep_ in {"aux", "auxpass", "neg"}]
        helper = min(helpers, default=self.verb.i)
        words = self.subject.doc[self.subject.left_edge.i : self.subject.i + 1]
        first = next((t.i for t in words if not (t.is_punct or t.pos_ in _LINKS)), self.subject.i)
        near = self.subject.i < helper and self.verb.i - first <= 2 * _LONGEST_SUBJECT
        return self.verb.doc[first if near else helper : self.verb.i + 1]

    def active(self, actor: str) -> str:
        """The same with an actor: "the [agency] did not tell Father"; "" where it would not read."""
        words, particle, denial = self._object(), self._particle(), _denial(self.verb)
        past = _past(self.verb)
        plain = denial is None or denial.lower_ == "never"
        if not words or (plain and not past) or (words.startswith("no ") and denial is not None):
            return ""
        form = past if plain else self.verb.lemma_
        before = "" if denial is None else "never " if plain else "did not "
        goes_on = any(c.i > self.verb.i and c.dep_ in _GOING_ON for c in self.verb.children)
        rest = " …" if goes_on and not particle and not words.endswith("…") else ""
        return " ".join(f"{actor} {before}{form} {particle} {words}{rest}".split())

    def _object(self) -> str:
        """What it was done to, as an object: "him", "no referral"; "" where that is too long."""
        subject = self.subject
        if subject.lower_ == "it" and any(c.dep_ == "ccomp" for c in self.verb.children):
            return "that …"
        words = subject.doc[subject.left_edge.i : subject.right_edge.i + 1]
        if subject.i > self.verb.i or len(words) > _LONGEST_SUBJECT or len(words) < 1:
            return ""
        if any(t.is_punct and t.text not in "'’-" for t in words) or subject.lower_ in _DENYING:
            return ""
        if len(words) == 1 and subject.lower_ in _PRONOUNS:
            return _PRONOUNS[subject.lower_]
        if subject.lower_ in {"that", "which", "what", "this", "these", "there"}:
            return ""
        code = len(words) > 1 and words[1].text[:1].isupper()  # "Child T"
        keep = code or words[0].pos_ == "PROPN" or words[0].text.isupper()
        return words.text if keep else words.text[:1].lower() + words.text[1:]

    def _particle(self) -> str:
        """The word that goes with a verb: "to" in "was not spoken to"."""
        after = neighbour(self.verb)
        bare = not any(c.dep_ in {"pobj", "pcomp"} for c in after.children)
        goes = after.head == self.verb and after.dep_ in _PARTICLES and bare
        return after.lower_ if goes and after.i != self.verb.i else ""


def find_agentless(sentence: Span) -> Iterator[Agentless]:
    """The passives of a sentence that name no actor, but for those with a modal or an infinitive."""
    for token in sentence:
        if token.tag_ != "VBN" or not any(c.dep_ == "auxpass" for c in token.children):
            continue
        if has_modal(token) or any(c.tag_ == "TO" and c.dep_ == "aux" for c in token.children):
            continue
        subject = subject_of(token)
        if subject is not None and not any(map(_acts, _agents(token))):
            yield Agentless(token, subject)


def denies(noun: Token) -> bool:
    """Whether a subject denies its verb: "no referral", "none of them", "not one of the nurses"."""
    if noun.lower_ in _DENYING - {"few", "little"}:
        return True
    return any(
        t.lower_ in {"no", "not", "neither"} and t.i < noun.i
        for t in noun.subtree
        if t.head == noun or t.head.head == noun
    )


def _denial(verb: Token) -> Token | None:
    for child in verb.children:
        if child.lower_ in {"not", "n't", "n’t", "never"} and child.i < verb.i:
            return child
    return None


def _past(verb: Token) -> str:
    """The past tense of a participle; "" for an irregular one that is not known."""
    if verb.lower_.endswith("ed"):
        return verb.lower_
    past = like(verb.lemma_, "VBD")
    return "" if past.endswith("ed") else past


def _agents(verb: Token) -> Iterator[Token]:
    """What stands after "by" of a verb, or of the last verb that it is coordinated with."""
    for one in (verb, *(t for t in verb.conjuncts if t.tag_ == "VBN" and not own_subjects(t))):
        yield from objects_of(one, {"by"})


def _acts(noun: Token) -> bool:
    """Whether the noun after "by" can act: a person or a body, not a means."""
    return noun.lemma_.lower() not in _MEANS and noun.ent_type_ not in {"DATE", "TIME", "CARDINAL"}
