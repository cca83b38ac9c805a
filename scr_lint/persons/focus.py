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
from ..once import once
from ..settings import Names
from .children import PERSONAL, antecedent, cast_of
from .family import is_general
from .mentions import Cast, Who, is_labelled_child, known_as, mention_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from spacy.tokens import Token

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
    for block in draft.blocks:
        if block.index in draft.docs:
            for pattern in _INTRODUCED:
                found.update(pattern.findall(block.text))
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
    return replace(cast, children=frozenset(kept))


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
        if found is None or found.who is not Who.CHILD:
            return False
        return not token.lower_.startswith("the") or is_child(found.token, cast)
    mention = mention_of(token, cast)
    if mention is None or mention.who is not Who.CHILD:
        return False
    if any(c.lower_ == "other" for c in token.children):
        return False
    if token.lemma_ in {"sister", "brother"} and _is_adults(token, cast):
        return False
    if token.text in cast.children or is_labelled_child(token):
        return True
    return not is_general(token)


def _is_adults(sibling: Token, cast: Cast) -> bool:
    """Whether a sister or brother is a grown-up's: "Mother’s sister", "her brother" of Mother."""
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
