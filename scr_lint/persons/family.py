"""Whether something is said of one of the family, of a worker, or of nobody in particular.

"Mother has epilepsy", "his asthma", "a Polish father" are about the family of the case; "HV1, who
has asthma" is about a worker; "children with epilepsy", "a parent may" are about anybody. What is
said of nobody ("research on asthma", "the epilepsy nurse") has no standing here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import TYPE_CHECKING

from ..grammar.parse import neighbour
from ..grammar.voice import subject_of
from .children import antecedent, who_is
from .mentions import COURTESY, Cast, Who, is_labelled_child, mention_of

if TYPE_CHECKING:
    from spacy.tokens import Span as SpacySpan
    from spacy.tokens import Token


class Standing(StrEnum):
    """Of whom something is said."""

    FAMILY = "family"
    WORKER = "worker"
    ANYBODY = "anybody"


_ONE = frozenset("he him his himself she her hers herself".split())
_SEVERAL = frozenset("they them their theirs themselves themself".split())
_OURS = frozenset("i me my we us our you your".split())
_RELATIVE = frozenset("who whom whose that which".split())
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_NAMING = frozenset({"NOUN", "PROPN", "PRON"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_PLURAL = frozenset({"NNS", "NNPS"})
# "Adult B", "Father 2", "Sibling one": what stands before the code of somebody in the family.
_CODED = re.compile(
    r"(?:adult|mother|father|parent|partner|sibling|sister|brother|half|step|aunt|uncle|cousin|"
    r"grandmother|grandfather|grandparent|male|female|stepfather|stepmother|subject|child|baby|"
    r"twin|mgm|pgm|friend|relative)$",
    re.IGNORECASE,
)
_CITED = re.compile(r"[^.;]{0,50}?\((?:19|20)\d\d")
_CODE = re.compile(r"(?:[A-Z]{1,3}\d{0,2}|\d{1,2})$")
_FAMILY_CODE = re.compile(r"(?:MGM|MGF|PGM|PGF|MGGM|MA|MU|FA|MO|SF|SM|S\d|SIB\d|MP\d?|BF|C\d)$")
_WORKER_CODE = re.compile(r"(?!YP|CH|SC|MG|PG)[A-Z]{2,4}\d{1,2}$")
_TITLES = frozenset(
    """mr mrs ms miss dr doctor prof professor pc dc ds di sgt sir rev nurse midwife sister judge
    officer inspector sergeant cllr councillor lord lady baroness""".split()
)
_PARTICULAR = frozenset("the this these those both his her their its our my whose".split())
_ANY = frozenset("any every each no another many most some few several other all such".split())
# Persons of whom "a child", "a parent" says nobody in particular.
_KINDS_OF_PERSON = frozenset(
    """child parent carer person patient adult mother father family baby infant teenager adolescent
    pupil minor partner youngster relative sibling girl boy woman man newborn toddler""".split()
)
_INTRODUCING = frozenset("concern describe tell involve follow examine relate consider".split())
# What tells of somebody in particular: "it describes a White Irish mother".
_TELLING = frozenset(
    "review report case this it assessment referral record file letter entry chronology note".split()
)
_HAVING = frozenset(
    """have suffer live develop be become get contract take inject carry identify speak come return
    grow practise attend worship convert use remain experience manage""".split()
)
# What workers say of others and seldom of themselves.
_OF_OTHERS = frozenset(
    """note record write document suspect find assess diagnose refer learn hear observe conclude
    confirm see establish discover treat review query consider report ask believe notice""".split()
)
# Persons of whom even "for a child" in a story says nobody in particular.
_NOBODY = frozenset("child parent person patient carer pupil adult family".split())
_VERBS = frozenset({"VERB", "AUX"})
_CLIMB = 8


def standing(noun: Token, cast: Cast) -> Standing | None:
    """The standing of whoever a noun or pronoun stands for; None where it stands for nobody."""
    word = noun.lower_
    if word in _OURS:
        # In somebody's own words "I" may be anybody; outside them it is the author.
        return None if _is_quoted(noun) else Standing.WORKER
    if noun.pos_ in {"PRON", "DET"} or noun.tag_ == "PRP$":
        return _of_pronoun(noun, cast)
    if is_labelled_child(noun) or is_coded(noun):
        return Standing.FAMILY
    if _WORKER_CODE.match(noun.text):
        return Standing.WORKER
    before = {c.lower_.strip(".") for c in noun.lefts}
    if noun.lower_ == "deceased" and "the" in before:
        return Standing.FAMILY
    of_case = noun.lower_ in cast.titled and before & COURTESY
    if (before & _TITLES and not of_case) or "foster" in before:
        return Standing.WORKER
    mention = mention_of(noun, cast)
    if mention is None:
        named = (
            noun.pos_ == "PROPN"
            and noun.ent_type_ == "PERSON"
            and not noun.text.isupper()
            and not _CITED.match(noun.doc.text, noun.idx)
        )
        return Standing.FAMILY if named else None
    if mention.who in {Who.STAFF, Who.BODY} or _of_a_worker(noun, cast):
        return Standing.WORKER
    return Standing.ANYBODY if is_general(noun) else Standing.FAMILY


def _is_quoted(noun: Token) -> bool:
    before = noun.doc[: noun.i].text_with_ws
    return before.count("“") > before.count("”") or before.count('"') % 2 == 1


def _of_a_worker(kin: Token, cast: Cast) -> bool:
    """Whether somebody is a worker's own: "the consultant's son"."""
    owner = next((c for c in kin.children if c.dep_ == "poss" and c.pos_ == "NOUN"), None)
    mention = mention_of(owner, cast) if owner is not None else None
    return mention is not None and mention.who is Who.STAFF


def is_coded(noun: Token) -> bool:
    """Whether a noun is a code for one of the family, or the label of one: "Adult B", "PGM"."""
    if _FAMILY_CODE.match(noun.text):
        return True
    if noun.i and _CODE.match(noun.text) and _CODED.match(neighbour(noun, -1).text):
        return True
    after = neighbour(noun)
    return after.i > noun.i and bool(_CODED.match(noun.text) and _CODE.match(after.text))


def is_general(noun: Token) -> bool:
    """Whether a noun for a person means anybody of its kind: "children", "a parent may"."""
    lefts = list(noun.lefts)
    words = {c.lower_ for c in lefts}
    capital = noun.text[0].isupper() and not noun.is_sent_start
    if words & _PARTICULAR or capital or any(c.dep_ == "poss" for c in lefts):
        # "The parents of premature babies" are as general as those whose parents they are.
        return False
    if words & _ANY and "three" not in words and "two" not in words:
        return True
    if noun.dep_ == "attr" and noun.tag_ in _PLURAL:
        # "The children were Traveller children" is said of those children.
        subject = next((c for c in noun.head.children if c.dep_ == "nsubj"), None)
        if subject is not None and subject.pos_ == "NOUN" and not is_general(subject):
            return False
    if noun.tag_ in _PLURAL:
        if noun.lower_ == "parents" and neighbour(noun).tag_ == "POS":
            return False
        counted = any(c.dep_ == "nummod" for c in lefts)
        kin = noun.lemma_.lower() not in _KINDS_OF_PERSON or noun.lemma_.lower() == "sibling"
        return not (counted and kin) and noun.lower_ not in {"twins", "triplets"}
    if noun.dep_ == "attr":
        subject = next((c for c in noun.head.children if c.dep_ == "nsubj"), None)
        return subject is not None and subject.pos_ == "NOUN" and is_general(subject)
    if noun.lemma_.lower() in _KINDS_OF_PERSON and words & {"a", "an"}:
        return not _is_told(noun)
    return False


def _is_told(noun: Token) -> bool:
    """Whether "a child" is somebody after all: one that the review is about, or a story tells of."""
    above = list(noun.ancestors)
    if any(t.lemma_.lower() in _INTRODUCING or t.lower_ == "about" for t in above):
        return any(t.lower_ in _TELLING for t in noun.sent)
    if noun.lemma_.lower() in _NOBODY and noun.dep_ == "pobj" and noun.head.dep_ != "agent":
        return False
    verbs = [t for t in noun.sent if t.pos_ in _VERBS]
    modal = any(t.tag_ == "MD" for t in verbs)
    return not modal and any(t.tag_ == "VBD" for t in verbs)


def whose(words: SpacySpan, cast: Cast) -> Standing | None:
    """Of whom some words say something, by their place in the sentence; None for nobody."""
    for noun, close in _holders(words.root):
        found = standing(noun, cast)
        if found is Standing.WORKER and not close:
            continue
        if found is not None:
            return found
    return of_fronted(words, cast)


def of_fronted(words: SpacySpan, cast: Cast) -> Standing | None:
    """Of whom words before a sentence's subject are said: "Deaf and living alone, her father …"."""
    sentence = words.sent
    subject = subject_of(sentence.root)
    if subject is None or subject.left_edge.i < words.end:
        return None
    between = words.doc[words.end : subject.left_edge.i]
    others = [*words.doc[sentence.start : words.start], *between]
    if not any(t.text == "," for t in between) or any(t.tag_ in _FINITE for t in others):
        return None
    if any(t.pos_ in _NAMING and standing(t, cast) is not None for t in others if t.dep_ != "poss"):
        return None
    return standing(subject, cast)


def family_in(tokens: Iterable[Token], cast: Cast) -> Token | None:
    """The first word that names somebody of the family, pronouns included."""
    return next((t for t in tokens if standing(t, cast) is Standing.FAMILY), None)


def _of_pronoun(noun: Token, cast: Cast) -> Standing | None:
    word = noun.lower_
    if word in _RELATIVE:
        clause = next((t for t in noun.ancestors if t.dep_ in {"relcl", "acl"}), None)
        return standing(clause.head, cast) if clause is not None else None
    if word in _ONE:
        found = antecedent(noun, cast)
        if found is None or who_is(found.token, cast) not in {Who.STAFF, Who.BODY}:
            return Standing.FAMILY
        return Standing.WORKER if _speaks_of_itself(found.token) else Standing.FAMILY
    if word in _SEVERAL:
        found = antecedent(noun, cast)
        # A story that says "they" of nobody named before speaks of the family.
        return standing(found.token, cast) if found else Standing.FAMILY
    return None


def _speaks_of_itself(worker: Token) -> bool:
    """Whether "she" after a worker is that worker: not in "the GP recorded that she was ill"."""
    if any(c.dep_ == "poss" for c in worker.children):
        return False
    return worker.dep_ in _SUBJECTS and worker.head.lemma_.lower() not in _OF_OTHERS


def _holders(head: Token) -> Iterator[tuple[Token, bool]]:
    """Whom a word may be said of, the nearest first; with whether nobody else can be meant.

    From "epilepsy" in "Mother took medicine for her epilepsy": her; then Mother.
    """
    below: Token | None = None
    for word in [head, *list(head.ancestors)[:_CLIMB]]:
        if word.pos_ in _VERBS:
            yield from _around_verb(word, below)
            if word.dep_ in {"relcl", "acl"}:
                yield word.head, True
        elif word.pos_ in _NAMING or word.pos_ in {"ADJ", "NUM", "X"}:
            yield from _owners(word)
            if below is not None and _describes(below):
                yield word, True
            if word is head and word.dep_ in {"appos", "amod", "compound"}:
                yield word.head, True
        below = word


def _describes(below: Token) -> bool:
    """Whether a word is told of the noun above it: "an *autistic* boy", "a girl *with* epilepsy"."""
    if below.dep_ == "prep":
        return below.lower_ in {"with", "of", "without", "on", "from"}
    return below.dep_ in {"amod", "compound", "nmod", "appos", "acl", "relcl"}


def _owners(noun: Token) -> Iterator[tuple[Token, bool]]:
    for child in noun.children:
        coded = child.dep_ == "compound" and (is_labelled_child(child) or is_coded(child))
        if child.dep_ == "poss" or coded:
            yield child, True
        elif child.dep_ == "prep" and child.lower_ in {"of", "in", "for"}:
            for owner in child.children:
                if owner.dep_ == "pobj":
                    yield owner, True


def _around_verb(verb: Token, below: Token | None) -> Iterator[tuple[Token, bool]]:
    """The subject of a verb, whom it is done to, and whom its prepositions name."""
    has = verb.lemma_.lower() in _HAVING or any(c.dep_ == "nsubjpass" for c in verb.children)
    for child in verb.children:
        if child.dep_ in _SUBJECTS:
            yield child, has
            yield from _owners(child)
            for other in child.conjuncts:
                yield other, has
    for child in verb.children:
        if below is not None and child.i == below.i:
            continue
        if child.dep_ in {"dobj", "dative"}:
            yield child, False
            yield from ((o, False) for o, _ in _owners(child))
        elif child.dep_ in {"prep", "agent"} and child.lower_ in {"for", "to", "in", "of", "on"}:
            yield from ((o, False) for o in child.children if o.dep_ == "pobj")
    if verb.dep_ in {"conj", "xcomp", "advcl", "ccomp"} and not any(
        c.dep_ in _SUBJECTS for c in verb.children
    ):
        for child in verb.head.children:
            if child.dep_ in _SUBJECTS:
                yield child, has
