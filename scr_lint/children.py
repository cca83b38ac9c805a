"""Which noun phrases and pronouns stand for the child or children of a review.

"Child A", "the baby", "Zak" where the draft declares or treats Zak as a child, and the pronouns
that stand for them. A pronoun takes the last person before it that fits in gender and number,
subjects first. Everything here is a guess from the words: rules that act on it say so by their
confidence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from . import vocabulary
from .draft import Draft
from .phrases import split_phrases
from .voice import subject_of

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as SpacySpan

_HE = frozenset({"he", "him", "his", "himself"})
_SHE = frozenset({"she", "her", "hers", "herself"})
_THEY = frozenset({"they", "them", "their", "theirs", "themselves", "themself"})
#: Pronouns that stand for persons.
PERSONAL = _HE | _SHE | _THEY
_RELATIVE = frozenset({"who", "whom", "whose", "that", "which"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_TITLES = frozenset("mr mrs ms miss dr doctor prof professor pc dc ds di sgt sir rev".split())
#: Words of a label that names a child by a letter or number: "Child A", "Sibling 2".
_LABELS = frozenset(
    "child baby sibling infant twin girl boy subject pupil daughter son person yp teenager".split()
)
_CODE = re.compile(r"(?:[A-Z]{1,3}\d{0,3}|\d{1,3}|[A-Z]\d{0,2}[A-Z]?)$")
_CHILD_CODE = re.compile(r"(?:YP|CH|C|SC|YPs?)\d{1,2}$|^YP$")
_AGE = re.compile(r"\b(?:aged?|was|is)?\s*(\d{1,2})(?:[- ]years?[- ]old)?\b")
_CAPITALISED = re.compile(r"[A-Z][a-zé'’-]+$")
# Names in capitals that are no person's: what a capitalised subject may be besides.
_NO_NAMES = frozenset(
    """barnardo barnardos ofsted nspcc childline police health education housing probation
    safeguarding monday tuesday wednesday thursday friday saturday sunday january february march
    april may june july august september october november december easter christmas whitsun
    ramadan eid england wales scotland london britain children adult adults social council board
    partnership panel trust review finding recommendation section chapter appendix table figure
    key year summer autumn winter spring english british home office parliament""".split()
)
_NUMBERS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
    " sixteen seventeen eighteen nineteen twenty"
).split()


class Who(StrEnum):
    """Whom a noun phrase stands for."""

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
    """The first names that a draft uses for children and for adults, in lower case.

    `before` holds the paragraph before each in its section, by the `id` of the Doc: a paragraph
    that opens with "she" goes on from there.
    """

    children: frozenset[str] = frozenset()
    adults: frozenset[str] = frozenset()
    before: Mapping[int, Doc] = field(default_factory=dict, repr=False)


def cast_of(draft: Draft) -> Cast:
    """Who a draft's bare first names stand for, from what it says beside them.

    "Zak (14)", "Zak’s mother" and a table row that calls Zak the subject of the review make a
    child; "Mr", "his mother, Dawn" and "Dawn’s children" an adult.
    """
    children: set[str] = set()
    adults: set[str] = set()
    for doc in draft.docs.values():
        for token in doc:
            if _is_name(token):
                role = _said_beside(token)
                if role is Who.CHILD:
                    children.add(token.lower_)
                elif role:
                    adults.add(token.lower_)
    rows: dict[tuple[int, int], list[str]] = {}
    for block in draft.blocks:
        if block.cell and not block.cell.is_header:
            rows.setdefault((block.cell.table, block.cell.row), []).append(block.text)
    for cells in rows.values():
        names = {c.lower() for c in cells if _CAPITALISED.match(c) and c.lower() not in _words()}
        roles = {_who(word) for cell in cells for word in re.findall(r"[a-z]+", cell.lower())}
        if Who.CHILD in roles or any("subject" in c.lower() for c in cells):
            children |= names
        elif Who.FAMILY in roles or Who.STAFF in roles:
            adults |= names
    return Cast(frozenset(children - adults), frozenset(adults), _paragraphs_before(draft))


def _paragraphs_before(draft: Draft) -> dict[int, Doc]:
    before: dict[int, Doc] = {}
    for section in draft.sections:
        docs = [draft.docs[i] for i in section.blocks if i in draft.docs]
        before.update((id(later), earlier) for earlier, later in pairwise(docs))
    return before


def who_is(noun: Token, cast: Cast) -> Who | None:
    """Whom a noun or pronoun stands for; None where nothing says so."""
    mention = mention_of(noun, cast)
    if mention:
        return mention.who
    if noun.lower_ in _RELATIVE and noun.dep_ in {*_SUBJECTS, "poss", "dobj", "pobj"}:
        clause = noun.head
        while clause.dep_ not in {"relcl", "acl"} and clause.head.i != clause.i:
            clause = clause.head
        return who_is(clause.head, cast) if clause.dep_ in {"relcl", "acl"} else None
    if noun.lower_ in PERSONAL:
        found = antecedent(noun, cast)
        return found.who if found else None
    return None


def mention_of(token: Token, cast: Cast) -> Mention | None:
    """The person or body that a noun names by itself; None for pronouns and other nouns."""
    if _is_labelled_child(token):
        return Mention(token, Who.CHILD, _label_gender(token))
    if token.pos_ not in {"NOUN", "PROPN", "ADJ", "NUM", "X"} or token.dep_ == "compound":
        return None
    if token.lower_ in {"old", "olds"} and (age := _age_before(token)) is not None:
        return Mention(token, Who.CHILD if age < 18 else Who.FAMILY)
    if token.lower_ == "person" or token.lower_ == "people":
        young = any(c.lower_ in {"young", "younger"} for c in token.children)
        return Mention(token, Who.CHILD) if young else None
    if any(t.lower_.strip(".") in _TITLES for t in token.lefts):
        return Mention(token, Who.STAFF)
    found = _words().get(token.lower_) or _words().get(token.lemma_.lower())
    if found:
        who, gender = found
        young = any(c.lower_ == "young" or _minor(c) for c in token.children)
        if who is Who.FAMILY and young and token.lemma_ in {"man", "woman", "lady"}:
            who = Who.CHILD
        return Mention(token, who, gender)
    if _is_name(token):
        if token.lower_ in cast.adults:
            return Mention(token, Who.FAMILY)
        return Mention(token, Who.CHILD)
    return None


def antecedent(pronoun: Token, cast: Cast) -> Mention | None:
    """The person a pronoun stands for: in its sentence or the last one before that names one.

    Staff come last: what happens to somebody in a review happens to the family.
    """
    staff: Mention | None = None
    for tokens in _backwards(pronoun, cast):
        fitting = [
            m
            for m in (mention_of(t, cast) for t in tokens)
            if m and _fits(pronoun, m) and m.token.i != pronoun.head.i
        ]
        family = [m for m in fitting if m.who in {Who.CHILD, Who.FAMILY}]
        if family:
            return next((m for m in family if m.token.dep_ in _SUBJECTS), family[-1])
        if fitting and not staff:
            staff = fitting[-1]
    return staff


def _backwards(pronoun: Token, cast: Cast) -> Iterator[SpacySpan]:
    """The words before a pronoun, its own sentence first, then the sentences and paragraph before."""
    doc = pronoun.doc
    end = pronoun.i
    for sentence in reversed([s for s in doc.sents if s.start <= pronoun.i]):
        yield doc[sentence.start : end]
        end = sentence.start
    earlier = cast.before.get(id(doc))
    if earlier is not None:
        yield from reversed(list(earlier.sents))


def concerned(token: Token, cast: Cast) -> Iterator[Token]:
    """The nouns or pronouns that a verb, adjective or noun says something about.

    Of a verb its subject, of an adjective what it describes ("a manipulative boy", "described
    him as manipulative"), of a noun its owner ("her choices", "the behaviour of the boy").
    """
    holder = _holder(token)
    if holder is None:
        return
    yield holder
    main = _main_subject(token)
    if main is not None and main.i != holder.i:
        yield main
    for other in holder.conjuncts:
        if other.i > holder.i and other.pos_ in {"NOUN", "PROPN", "PRON"}:
            yield other


def mentions(doc: Doc, cast: Cast) -> Iterator[Mention]:
    """Every person and body that a paragraph names, pronouns left out."""
    for token in doc:
        mention = mention_of(token, cast)
        if mention:
            yield mention


def _main_subject(token: Token) -> Token | None:
    """In "Father was away when she was born and was violent", the other reading: Father."""
    verb = next((t for t in [token, *token.ancestors] if t.pos_ in {"VERB", "AUX"}), None)
    if verb is None or verb.dep_ != "conj" or verb.head.dep_ != "advcl":
        return None
    if any(c.dep_ in _SUBJECTS for c in verb.children):
        return None
    return _own_subject(verb.head.head)


def _holder(token: Token) -> Token | None:
    seen: set[int] = set()
    while token.i not in seen:
        seen.add(token.i)
        if token.pos_ in {"NOUN", "PROPN", "PRON"}:
            owner = owner_of(token)
            if owner is not None:
                return owner
        if token.dep_ in {"amod", "compound", "nmod", "appos"} or (
            token.dep_ in {"relcl", "acl"} and not _own_subject(token)
        ):
            if token.head.pos_ in {"NOUN", "PROPN", "PRON"} and _stands_for_somebody(token.head):
                return token.head
            token = token.head
            continue
        if token.pos_ in {"VERB", "AUX"}:
            agent = next((g for c in token.children if c.dep_ == "agent" for g in c.children), None)
            if agent is not None:
                return agent
            subject = _own_subject(token)
            if subject is not None:
                return subject
        described = _described(token)
        if described is not None:
            return described
        if token.head.i == token.i or token.dep_ in {"nsubj", "nsubjpass"}:
            return None
        token = token.head
    return None


def _own_subject(verb: Token) -> Token | None:
    if verb.pos_ not in {"VERB", "AUX"}:
        return None
    subject = subject_of(verb)
    if subject is None or subject.lower_ in {"it", "this", "there"}:
        return None
    # "Clinic: admits to drinking": what stands before a colon is a heading.
    following = subject.doc[subject.right_edge.i + 1 : subject.right_edge.i + 2]
    if subject.right_edge.text == ":" or following.text == ":":
        return None
    return subject


def owner_of(noun: Token) -> Token | None:
    """Whose something is: "her choices", "the choices of the girl"."""
    for child in noun.children:
        if child.dep_ == "poss" or (child.dep_ == "compound" and _is_labelled_child(child)):
            return child
        if child.dep_ == "prep" and child.lower_ in {"of", "by"}:
            for owner in child.children:
                if _stands_for_somebody(owner):
                    return owner
    return None


def _described(token: Token) -> Token | None:
    """Whom "described the boy as manipulative" describes: the object, or a passive's subject."""
    if token.dep_ not in {"amod", "pobj", "oprd", "prep", "acomp", "attr", "pcomp", "ccomp"}:
        return None
    verb = token.head
    if verb.dep_ == "prep":
        verb = verb.head
    if verb.pos_ != "VERB":
        return None
    target = next((c for c in verb.children if c.dep_ == "dobj" and c.i < token.i), None)
    return target if target is not None and _stands_for_somebody(target) else None


def _stands_for_somebody(token: Token) -> bool:
    if token.lower_ in PERSONAL or token.lower_ in {"who", "whom"}:
        return True
    return mention_of(token, Cast()) is not None


def _fits(pronoun: Token, mention: Mention) -> bool:
    word = pronoun.lower_
    if word not in _HE | _SHE:
        return True
    if mention.who is Who.BODY:
        return False
    if word in _HE:
        return mention.gender != "f" and not _is_plural(mention.token)
    return mention.gender != "m" and not _is_plural(mention.token)


def _is_plural(token: Token) -> bool:
    return token.tag_ in {"NNS", "NNPS"}


def _is_labelled_child(token: Token) -> bool:
    if _CHILD_CODE.match(token.text):
        return True
    before = token.nbor(-1) if token.i > 0 else None
    after = token.nbor(1) if token.i + 1 < len(token.doc) else None
    if before is not None and before.lower_ in _LABELS and _CODE.match(token.text):
        return True
    if token.lower_ in _LABELS and after is not None and after.dep_ == "nummod":
        return bool(_CODE.match(after.text))
    return False


def _label_gender(token: Token) -> str:
    label = token.nbor(-1).lower_ if token.i else ""
    return {"girl": "f", "daughter": "f", "boy": "m", "son": "m"}.get(label, "")


def _is_name(token: Token) -> bool:
    """Whether a token looks like a bare first name: capitalised, alone, no known word."""
    return (
        token.pos_ == "PROPN"
        and token.dep_ != "compound"
        and bool(_CAPITALISED.match(token.text))
        and token.lower_ not in _NO_NAMES
        and token.lower_ not in _words()
        and not any(c.dep_ in {"compound", "det", "amod", "nummod"} for c in token.lefts)
    )


def _said_beside(name: Token) -> Who | None:
    """What the words around a first name say about who it is."""
    for child in name.children:
        if child.dep_ == "appos":
            said = _word_of(child)
            if said:
                return said
            age = _AGE.match(child.text)
            if age:
                return Who.CHILD if int(age[1]) < 18 else Who.FAMILY
    if name.dep_ == "appos":
        return _word_of(name.head)
    if name.dep_ == "poss":
        owned = _words().get(name.head.lower_)
        if owned and owned[0] is Who.CHILD and name.head.lemma_ not in {"sibling", "twin"}:
            return Who.FAMILY
        if name.head.lower_ in {"husband", "wife", "partner", "pregnancy", "boyfriend"}:
            return Who.FAMILY
        if name.head.lemma_ in {"mother", "father", "parent", "mum", "dad", "carer"}:
            return Who.CHILD
    return None


def _age_before(old: Token) -> int | None:
    """The number in "fourteen-year-old"."""
    before = old.doc[max(0, old.i - 4) : old.i].text.lower().replace("-", " ").split()
    if not {"year", "years"} & set(before):
        return None
    number = before[max(i for i, w in enumerate(before) if w.startswith("year")) - 1]
    if number.isdigit():
        return int(number)
    return _NUMBERS.index(number) if number in _NUMBERS else None


def _word_of(noun: Token) -> Who | None:
    found = _words().get(noun.lower_)
    return found[0] if found else None


def _minor(token: Token) -> bool:
    return token.dep_ == "nummod" and token.text.isdigit() and int(token.text) < 18


def _who(word: str) -> Who | None:
    found = _words().get(word)
    return found[0] if found else None


@cache
def _words() -> dict[str, tuple[Who, str]]:
    return {
        word.lower(): (Who(row["who"]), row["gender"])
        for row in vocabulary.load(__package__, "persons")
        for word in split_phrases(row["words"])
    }
