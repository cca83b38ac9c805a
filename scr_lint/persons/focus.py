"""The child or children a review is about, wherever a sentence speaks of them.

"Child A", "Perran is nine", "the twins", and the pronouns that stand for them. What only sounds
like a child is left out: "child protection", "children who live with", and "Child A’s mother",
which speaks of a mother.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from ..draft import Draft
from ..identity.name_words import first_names, plain
from ..once import once
from ..settings import Names
from .children import PERSONAL, antecedent, cast_of
from .family import is_general
from .mentions import Cast, Mention, Who, is_first_name, is_labelled_child, known_as, mention_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from spacy.tokens import Span as SpacySpan
    from spacy.tokens import Token

_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_PLURAL = frozenset({"NNS", "NNPS"})
#: What a sister is where she is a nurse: "the ward sister"; "sister" alone then stands for her.
_NURSING = frozenset("ward night charge theatre senior nursing junior duty clinic".split())
_NAME = r"(?:[A-Z][a-zà-ÿ’'-]+|[A-Z]{1,2}\d?)"
_AGES = (
    "(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen"
    r"|sixteen|seventeen|[1-9]|1[0-7])"
)
_NOT_YEARS = r"(?! (?:times|visits|of|days|hours|per|months?’|referrals|calls|agencies|in every))\b"
_INTRODUCED = tuple(
    re.compile(pattern)
    for pattern in (
        # "Child Lark", "Young Person L"
        rf"\b(?:Child|Baby|Young [Pp]erson|Twin|Sibling) ({_NAME})\b(?! [A-Z])",
        # "Perran is nine", "Teleri (a name she picked) was seven", "Kerensa was fourteen and"
        rf"\b({_NAME})(?: \([^)]*\))? (?:is|was|had just turned|had turned|turned) (?:now |then |only |just )?{_AGES}{_NOT_YEARS}",
        # "Wennol, eleven, had kept a list", "Rowena, sixteen, is told", "Lark, aged two"
        rf"\b({_NAME}),? (?:who (?:is|was) |then |now )?(?:aged )?{_AGES}(?:,| \()",
        rf"\b({_NAME}) \((?:aged )?{_AGES}\)",
        rf"\b({_NAME}), an? (?:\w+ ){{0,3}}(?:boy|girl|baby|child|toddler|teenager)\b",
        # "Ash is non-binary and was fourteen"
        rf"\b({_NAME}) (?:is|was) [\w-]+ and (?:is |was )?{_AGES}{_NOT_YEARS}",
        # "“Cadi” is the name by which", "(in this report ‘Wren’)", "we call her Wren"
        rf"[“\"‘']?\b({_NAME})[”\"’']? is (?:the|a|not (?:her|his|their) (?:real )?) ?(?:name|pseudonym)\b",
        rf"\b(?:in this (?:report|review)|we (?:have called|call|shall call)(?: (?:her|him|them))?|known here as),? [“\"‘']?({_NAME})\b",
        # "the subject child, hereafter SC"
        rf"\b[Cc]hild\b[^.]{{0,20}}?(?:hereafter|known as|called|referred to as|as) [“\"‘']?({_NAME})\b",
    )
)
_IN_HEADING = re.compile(
    rf"\b({_NAME})['’]s (?:story|voice|words|world|life|day|view|views|experience|experiences|eyes|wishes)\b"
    rf"|\b(?:[Ll]istening to|[Hh]earing|[Aa]bout|[Ww]ho|[Mm]eet|[Mm]eeting|to|life of|voice of) ({_NAME})\b"
)
_NO_NAME = frozenset(
    """protection abuse health sexual exploitation safeguarding practice death development care and in
    services service the a an this that child children baby mother father he she it who they there
    adult poverty welfare minding trafficking line cruelty looked mum dad family staff what how january february
    march april may june july august september october november december monday tuesday wednesday thursday
    friday saturday sunday spring summer autumn winter christmas easter version draft year week month
    day page section chapter finding flat appendix table part stage phase level option term neglect
    episode event theme figure team ward unit""".split()
)


@once
def focus_of(draft: Draft, names: Names) -> Cast:
    """The cast of a draft, with the names and codes that its text shows to be a child's."""
    cast = cast_of(draft, names)
    found: set[str] = set()
    nouns: set[str] = set()
    adults = set(cast.adults)
    for block in draft.blocks:
        if block.index in draft.docs:
            for pattern in _INTRODUCED:
                found.update(pattern.findall(block.text))
            for token in draft.docs[block.index]:
                if token.pos_ in {"PROPN", "NOUN"}:
                    nouns.add(token.text)
                if plain(token.text) in cast.declared and _names_a_body(token):
                    adults.add(plain(token.text))
                if token.lemma_ == "sister" and _NURSING & {c.lower_ for c in token.lefts}:
                    adults.add("sister")
    found &= nouns
    for section in draft.sections:
        for match in _IN_HEADING.finditer(section.title):
            found.add(match[1] or match[2])
    kept = {
        name
        for name in found
        if name
        and name.lower() not in _NO_NAME | cast.adults
        and known_as(name.lower()) is None
        and not name.lower().endswith(("’s", "'s"))
    }
    return replace(cast, children=frozenset(kept), adults=frozenset(adults))


def sightings(tokens: Iterable[Token], cast: Cast, *, assume: bool = False) -> Iterator[Token]:
    """The words among some tokens that speak of a child of the case, pronouns included.

    With `assume`, a pronoun that nobody named before it fits is taken for the child.
    """
    for token in tokens:
        unnamed = assume and token.lower_ in PERSONAL and antecedent(token, cast) is None
        if token.dep_ == "compound" or not (unnamed or is_child(token, cast)):
            continue
        if token.dep_ == "poss" and _is_anothers(token, cast):
            continue
        yield token


def is_child(token: Token, cast: Cast) -> bool:
    """Whether a noun or pronoun stands for a child of the case, and not for children at large."""
    if token.lower_ in PERSONAL:
        found = antecedent(token, cast)
        if found is None or found.who is not Who.CHILD or _is_told_of_another(token, found, cast):
            return False
        return not token.lower_.startswith("the") or any(sightings([found.token], cast))
    mention = mention_of(token, cast)
    if mention is None or mention.who is not Who.CHILD:
        return False
    if any(c.lower_ == "other" for c in token.children):
        return False
    if token.lemma_ in {"sister", "brother"} and _is_adults(token, cast):
        return False
    if token.text in cast.children or is_labelled_child(token):
        return True
    if known_as(token.lower_) is None and is_first_name(token, cast.declared):
        # "Hope" is a name and a word: without more it is no child's.
        name = plain(token.text)
        return name not in cast.adults and (name in cast.declared or not first_names().get(name))
    return not is_general(token)


def _is_told_of_another(pronoun: Token, child: Mention, cast: Cast) -> bool:
    """Whether a pronoun after a child goes on with somebody or something else.

    "The health visitor came when Wren was asleep. She had forty minutes": with the worker who is
    what the sentence before is about. "The records were sent for. They came in May": with those.
    """
    many = pronoun.lower_.startswith("the")
    for sentence in _between(child.token, pronoun):
        for noun in sentence:
            if noun.i >= pronoun.i or noun.dep_ not in _SUBJECTS or noun.i == child.token.i:
                continue
            if noun.head in pronoun.ancestors:
                continue  # "the nurse wrote that she was cold"
            mention = mention_of(noun, cast)
            if many:
                thing = mention is None and noun.tag_ in _PLURAL
                if thing and noun.i > child.token.i and child.token.tag_ not in _PLURAL:
                    return True
            elif (
                mention is not None
                and mention.who is Who.STAFF
                and noun.tag_ not in _PLURAL
                and mention.gender in {"", "f" if pronoun.lower_.startswith(("s", "her")) else "m"}
                and noun.head.dep_ in {"ROOT", "conj", "ccomp"}
                and (sentence.start > child.token.i or not _is_central(child.token, noun.head))
                and pronoun.dep_ in _SUBJECTS
            ):
                return True
    return False


def _names_a_body(name: Token) -> bool:
    """Whether a declared name is no person's: "the two forces are called North and South"."""
    first = name.conjuncts[0] if name.dep_ == "conj" and name.conjuncts else name
    if first.dep_ in {"nmod", "compound"}:
        mention = mention_of(first.head, Cast())
        return mention is not None and mention.who is Who.BODY
    if first.dep_ not in {"oprd", "attr"}:
        return False
    named = (mention_of(c, Cast()) for c in first.head.children if c.dep_ in _SUBJECTS)
    return any(mention is not None and mention.who is Who.BODY for mention in named)


def _is_central(child: Token, verb: Token) -> bool:
    """Whether a child is what its sentence is about, or whom the worker in it dealt with."""
    subject = child.dep_ in _SUBJECTS and child.head.dep_ == "ROOT"
    return subject or (child.dep_ == "dobj" and child.head == verb)


def _between(child: Token, pronoun: Token) -> Iterator[SpacySpan]:
    """The sentences from the one that names a child to the one that a pronoun stands in."""
    if child.doc is not pronoun.doc:
        return
    for sentence in pronoun.doc.sents:
        if child.sent.start <= sentence.start <= pronoun.i:
            yield sentence


def _is_adults(sibling: Token, cast: Cast) -> bool:
    """Whether a sister or brother is a grown-up's, or a nurse: "Mother’s sister", "the ward sister"."""
    if sibling.lower_ in cast.adults:
        return True
    for owner in (c for c in sibling.children if c.dep_ == "poss"):
        found = antecedent(owner, cast) if owner.lower_ in PERSONAL else mention_of(owner, cast)
        if found is not None and found.who is not Who.CHILD:
            return True
    return False


def _is_anothers(child: Token, cast: Cast) -> bool:
    """Whether what a child owns is another person or a body: "her mother", "Children’s Services"."""
    mention = mention_of(child.head, cast)
    service = child.text.istitle() and child.lemma_.lower() == "child"
    return (mention is not None and mention.who is not Who.CHILD) or (
        service and child.head.text[0].isupper()
    )
