"""Which noun phrases and pronouns stand for the child or children of a review.

"Child A", "the baby", "Zak" where nothing makes Zak an adult, and the pronouns that stand for
them. A pronoun takes the last person before it that fits in gender and number, subjects first.
This is a guess from the words: rules that act on it say so by their confidence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

from ..draft import Draft
from ..identity.pseudonyms.scheme import find_scheme
from ..once import once
from ..settings import Names
from .mentions import Cast, Mention, Who, is_first_name, known_as, mention_of, once_a_token
from .titled import titled_of_case

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as SpacySpan

_HE = frozenset({"he", "him", "his", "himself"})
_SHE = frozenset({"she", "her", "hers", "herself"})
_THEY = frozenset({"they", "them", "their", "theirs", "themselves", "themself"})
#: Pronouns that stand for persons.
PERSONAL = _HE | _SHE | _THEY
_RELATIVE = frozenset({"who", "whom", "whose", "that", "which"})
# How far a pronoun that opens a paragraph may point back.
_PARAGRAPHS_BACK = 2
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_COLLECTIVE = frozenset({"staff", "police"})
_CAPITALISED = re.compile(r"[A-Z][a-zé'’-]+$")


@once
def cast_of(draft: Draft, names: Names) -> Cast:
    """Which of a draft's first names are adults', from what it says beside them.

    "His mother, Dawn", "Dawn’s children", and a row of a table that sets "Mother" beside "Dawn".
    """
    adults: set[str] = set()
    children: set[str] = set()
    declared = find_scheme(draft, names).declared
    for doc in draft.docs.values():
        for token in doc:
            who = _said_beside(token) if is_first_name(token, declared) else None
            if who:
                (children if who is Who.CHILD else adults).add(token.lower_)
    for cells in _rows(draft):
        named = {c.lower() for c in cells if _CAPITALISED.match(c) and not known_as(c.lower())}
        words = [word for cell in cells for word in re.findall(r"[a-z]+", cell.lower())]
        roles = {found[0] for word in words if (found := known_as(word))}
        if Who.CHILD in roles or "subject" in words:
            children |= named
        elif roles & {Who.FAMILY, Who.STAFF}:
            adults |= named
    return Cast(
        frozenset(adults - children),
        declared,
        _paragraphs_before(draft),
        titled=titled_of_case(draft.docs.values()),
    )


def who_is(noun: Token, cast: Cast) -> Who | None:
    """Whom a noun or pronoun stands for; None where nothing says so."""
    mention = mention_of(noun, cast)
    if mention:
        return mention.who
    if noun.lower_ in _RELATIVE and noun.dep_ in {*_SUBJECTS, "poss", "dobj", "pobj"}:
        clause = next((t for t in noun.ancestors if t.dep_ in {"relcl", "acl"}), None)
        return who_is(clause.head, cast) if clause is not None else None
    if noun.lower_ in PERSONAL:
        found = antecedent(noun, cast)
        return found.who if found else None
    return None


@once_a_token
def antecedent(pronoun: Token, cast: Cast) -> Mention | None:
    """The person a pronoun stands for: in its sentence or the last one before that names one.

    Staff come last: what happens to somebody in a review happens to the family.
    """
    staff: Mention | None = None
    for tokens in _backwards(pronoun, cast):
        fitting = [
            mention
            for token in tokens
            if (mention := mention_of(token, cast))
            and _fits(pronoun, mention)
            and mention.token.i != pronoun.head.i
            and not _is_other_than(pronoun, mention.token)
        ]
        family = [m for m in fitting if m.who in {Who.CHILD, Who.FAMILY}]
        subjects = [m for m in fitting if m.token.dep_ in _SUBJECTS]
        if (
            pronoun.lower_ in _THEY
            and subjects
            and _are_many(subjects[0])
            and not any(_are_many(m) or m in subjects for m in family)
        ):
            return subjects[0]  # "Social workers believed Father. They were tired."
        if family:
            return next((m for m in family if m in subjects), family[-1])
        if fitting and not staff and fitting[-1].token.doc is pronoun.doc:
            staff = fitting[-1]
    return staff


def _backwards(pronoun: Token, cast: Cast) -> Iterator[SpacySpan]:
    """The words before a pronoun: of its sentence, of those before, of the paragraphs before."""
    doc = pronoun.doc
    end = pronoun.i
    for sentence in reversed([s for s in doc.sents if s.start <= pronoun.i]):
        yield doc[sentence.start : end]
        end = sentence.start
    for _ in range(_PARAGRAPHS_BACK):
        earlier = cast.before.get(id(doc))
        if earlier is None:
            return
        yield from reversed(list(earlier.sents))
        doc = earlier


def _is_other_than(pronoun: Token, noun: Token) -> bool:
    """Whether a noun stands beside a pronoun in one clause and so is somebody else.

    "Workers called them slow": them is not the workers.
    """
    if noun.dep_ == "dobj" and pronoun.lower_ in _THEY:
        return any(c.lower_ == "they" for c in noun.head.children)  # "they liked Zak, and they …"
    plain = pronoun.dep_ in {"dobj", "dative"} and not pronoun.lower_.endswith(("self", "selves"))
    return plain and noun.dep_ in _SUBJECTS and noun.head.i == pronoun.head.i


def _are_many(mention: Mention) -> bool:
    return mention.token.tag_ in {"NNS", "NNPS"} or mention.token.lower_ in _COLLECTIVE


def _fits(pronoun: Token, mention: Mention) -> bool:
    word = pronoun.lower_
    if word not in _HE | _SHE:
        return True
    if mention.who is Who.BODY or mention.token.tag_ in {"NNS", "NNPS"}:
        return False
    return mention.gender != ("f" if word in _HE else "m")


def _said_beside(name: Token) -> Who | None:
    """What the words around a first name say about who it is."""
    beside = [c for c in name.children if c.dep_ == "appos"]
    if name.dep_ == "appos":
        beside.append(name.head)
    for noun in beside:
        if found := known_as(noun.lower_):
            return found[0]
        if noun.text.isdigit():
            return Who.CHILD if int(noun.text) < 18 else Who.FAMILY
    if name.dep_ == "poss":
        owned = known_as(name.head.lower_)
        if name.head.lemma_ in {"mother", "father", "parent", "mum", "dad", "carer"}:
            return Who.CHILD
        if name.head.lemma_ in {"husband", "wife", "partner", "pregnancy", "boyfriend"}:
            return Who.FAMILY
        if owned and owned[0] is Who.CHILD and name.head.lemma_ in _OFFSPRING:
            return Who.FAMILY
    return None


_OFFSPRING = frozenset("child baby son daughter stepson stepdaughter infant newborn".split())


def _rows(draft: Draft) -> Iterator[list[str]]:
    """The texts of each row of the draft's tables, header rows left out."""
    rows: dict[tuple[int, int], list[str]] = {}
    for block in draft.blocks:
        if block.cell and not block.cell.is_header:
            rows.setdefault((block.cell.table, block.cell.row), []).append(block.text)
    yield from rows.values()


def _paragraphs_before(draft: Draft) -> dict[int, Doc]:
    before: dict[int, Doc] = {}
    for section in draft.sections:
        docs = [draft.docs[i] for i in section.blocks if i in draft.docs]
        before.update((id(later), earlier) for earlier, later in pairwise(docs))
    return before
