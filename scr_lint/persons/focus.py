"""The child or children a review is about, wherever a sentence speaks of them.

"Child A", "Perran is nine", "the twins", and the pronouns that stand for them. What only sounds
like a child is left out: "child protection", "children who live with", and "Child A’s mother",
which speaks of a mother.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from ..draft import Draft
from ..identity.names.name_words import first_names, plain
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
_TELLING = frozenset("tell say explain describe show share speak talk write".split())
_AUTHORS = frozenset("us me inspectors reviewers inspector reviewer".split())
_CHILDREN = frozenset({"child", "children"})
#: Who has children at large: "carers and their children".
_KEEPERS = frozenset(
    "parent mother father carer family survivor victim leaver woman adult people resident".split()
)
#: By what a worker speaks of the worker's own part.
_OF_SELF = frozenset(
    "say feel think believe explain recall remember admit wish regret fear".split()
)
#: More children than this are no one family's.
_FAMILY = 12
#: A code that is one letter; "A" and "I" are words, "F" and "M" parents.
_LETTER = re.compile(r"[B-EGHJ-LN-Z]$")
_OFTEN = 3
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
        # but not "Module 2 (see", where a figure without a comma numbers a thing
        rf"\b({_NAME})(?:, | (?=aged |who |then |now |[a-z]))(?:who (?:is|was) |then |now )?(?:aged )?{_AGES}(?:,| \()",
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
    module recommendation exercise standard volume chapter paragraph annex wave tier grade unit group
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
    if not found and not any(is_labelled_child(t) for doc in draft.docs.values() for t in doc):
        found |= set(_letters(draft))
        nouns |= found
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


def _letters(draft: Draft) -> Iterator[str]:
    """The letter that a draft which calls no child anything calls somebody by, again and again."""
    often: Counter[str] = Counter()
    for doc in draft.docs.values():
        for token in doc:
            if _LETTER.match(token.text) and token.dep_ in {*_SUBJECTS, "poss", "dobj", "pobj"}:
                labelled = token.i > 0 and token.nbor(-1).text[0].isupper()
                if not labelled and not token.is_sent_end:
                    often[token.text] += token.dep_ in _SUBJECTS
    yield from (letter for letter, times in often.most_common(1) if times >= _OFTEN)


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
    if any(c.lower_ == "other" for c in token.children) and not cast.many:
        return False
    if token.lemma_ in {"sister", "brother"} and _is_adults(token, cast):
        return False
    if token.text in cast.children or is_labelled_child(token):
        return True
    if token.lower_ in _CHILDREN and (
        _is_in_title(token) or (_are_at_large(token) and not cast.many)
    ):
        return False
    if known_as(token.lower_) is None and is_first_name(token, cast.declared):
        # "Hope" is a name and a word: without more it is no child's.
        name = plain(token.text)
        return name not in cast.adults and (name in cast.declared or not first_names().get(name))
    return cast.many or not is_general(token) or tells_authors(token)


def tells_authors(people: Token) -> bool:
    """Whether people told those who write this something, and so are no people at large.

    "Children told us that", "young people said to inspectors that".
    """
    verb = people.head
    if people.dep_ != "nsubj" or verb.lemma_ not in _TELLING or verb.pos_ != "VERB":
        return False
    hearers = [c for c in verb.children if c.dep_ in {"dobj", "dative"}]
    hearers += [g for c in verb.children if c.lower_ in {"to", "with"} for g in c.children]
    return any(h.lower_ in _AUTHORS for h in hearers)


def _is_in_title(child: Token) -> bool:
    """Whether "Child" is part of a name: "Child and Adolescent Mental Health", "child-focused"."""
    beside = child.doc[child.i + 1 : child.i + 3]
    if beside.text.startswith("-"):
        return True
    if not child.text.istitle() or (child.is_sent_start and beside.text[:1] != "’"):
        return False
    joined = (t for t in child.doc[child.i + 1 : child.i + 4] if t.text not in {"and", "&", ","})
    after = next((t for t in joined if t.text not in {"’s", "'s", "’", "'"}), None)
    return after is not None and len(after.text) > 2 and after.text.istitle()


def _are_at_large(children: Token) -> bool:
    """Whether children are those of a service, a place or a number too great for one family.

    "Its children", "parents and their children"; and "the children" or "these children" after
    "214 children" or "children who live with violence".
    """
    if children.tag_ not in _PLURAL:
        return False
    words = {c.lower_ for c in children.lefts}
    if "its" in words:
        return True
    before = children.doc[: children.i]
    if "their" in words:
        parents = [t for t in before[children.sent.start :] if t.tag_ in _PLURAL]
        persons = [t for t in parents if t.lemma_.lower() in _KEEPERS]
        return bool(persons) and is_general(persons[-1])
    if not words & {"the", "these", "those"}:
        return False
    named = [t for t in before if t.lower_ == children.lower_ and t.dep_ != "compound"]
    return bool(named) and _is_crowd(named[-1])


def _is_crowd(children: Token) -> bool:
    """Whether children are meant at large, or are more than a family has."""
    counted = next((c for c in children.lefts if c.dep_ == "nummod"), None)
    if counted is not None:
        return counted.text.isdigit() and int(counted.text) > _FAMILY
    return is_general(children) or _are_at_large(children)


def _is_told_of_another(pronoun: Token, child: Mention, cast: Cast) -> bool:
    """Whether a pronoun after a child goes on with somebody or something else.

    "The health visitor came when Wren was asleep. She had forty minutes": with the worker who is
    what the sentence before is about. "The records were sent for. They came in May": with those.
    """
    many = pronoun.lower_.startswith("the")
    met = _last_met(child.token, pronoun)
    for sentence in _between(child.token, pronoun):
        for noun in sentence:
            if noun.i >= pronoun.i or noun.dep_ not in _SUBJECTS or noun.i == child.token.i:
                continue
            mention = mention_of(_meant_by(noun), cast)
            if noun.head in pronoun.ancestors:
                if not many and _speaks_of_itself(noun, mention, pronoun):
                    return True
                continue  # "the nurse wrote that she was cold"
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
                and noun.i > met
                and (sentence.start > child.token.i or not _is_central(child.token, noun.head))
                and pronoun.dep_ in _SUBJECTS
            ):
                return True
    return False


def _meant_by(subject: Token) -> Token:
    """For "who", the word that it takes up."""
    clause = subject.head
    return clause.head if subject.tag_ == "WP" and clause.dep_ in {"relcl", "acl"} else subject


def _speaks_of_itself(subject: Token, mention: Mention | None, pronoun: Token) -> bool:
    """Whether "she" is the worker whose words or thoughts these are: "the lead said that she felt".

    What workers wrote down is about the child.
    """
    if mention is None or mention.who is not Who.STAFF or mention.token.tag_ in _PLURAL:
        return False
    sex = _sex(pronoun)
    return bool(sex) and mention.gender in {"", sex} and subject.head.lemma_ in _OF_SELF


def _sex(word: Token) -> str:
    """Of a pronoun: "f", "m", or "" for any other word."""
    if word.lower_ in {"she", "her", "hers", "herself"}:
        return "f"
    return "m" if word.lower_ in {"he", "him", "his", "himself"} else ""


def _last_met(child: Token, pronoun: Token) -> int:
    """Where a pronoun of the same sex last stood for one whom somebody did something to.

    "The nurse fed him, and he": whoever was spoken of before, he is not the nurse.
    """
    sex = _sex(pronoun)
    if not sex or child.doc is not pronoun.doc:
        return -1
    between = child.doc[child.i : pronoun.i]
    return max((t.i for t in between if t.dep_ == "dobj" and _sex(t) == sex), default=-1)


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
