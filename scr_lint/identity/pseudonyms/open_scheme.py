"""Names that a report says are not the real ones, in whatever words it says so.

A sentence that speaks of pseudonyms, of names changed or of protecting somebody's privacy declares
the first names in it, except those of whoever chose, asked or was asked. So does the title.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from ..names.name_words import NAME_WORD, cues

_NOT_OWN = (
    r"(?:not|neither|none)(?: of (?:them|these))?(?: is| are| was| were)? (?:(?:his|her|their|the|a) (?:\w+[’']s )?"
    r"(?:own|real|true|actual)(?: names?\b|(?=[.,;:)]|$| (?:is|are) used\b))|real names?\b)"
)
_MADE_UP = r"(?:fictitious|fictional|invented|made[- ]up|substitute)"
_THESE_ARE_NOT = (
    r"\b(?:th[eo]se|they|this|that|neither|none of (?:th[eo]se|them)) (?:is|are) (?:not )?(?:(?:his|her|their|the|a) )?"
    r"(?:\w+[’']s )?(?:own |real |true )?names?\b"
)
_NAMING = r"(?:called|known|named|names?|referred|refers?|renamed|pseudonyms?|us(?:e[sd]?|ing)|will be|is|are|appears?)"
_PUBLIC = r"(?:report|review|publication|pages|document|narrative)"
#: What makes a sentence one about names that stand for others.
_ABOUT_NAMES = re.compile(
    rf"\bpseudonyms?\b|\b{_MADE_UP} names?\b|\b(?:has|have) been given (?:an? )?(?:different|another|other|new) names?\b|\bnames? (?:has|have) been (?:changed|altered|chosen|invented)\b(?! (?:by|from|to|on|at|after|when|in \d|again|twice|legally)\b)"
    rf"|\bcharacters?\b[^.;]{{0,60}}\b(?:is|are|was|were) (?:all )?{_MADE_UP}\b|{_THESE_ARE_NOT}"
    rf"|\bnames?\b[^.;]{{0,60}}\b{_NOT_OWN}|\b{_NOT_OWN}|\bis the name used for (?:the|him|her|his)\b|\banonymised as\b|\brenamed\b[^.;]{0, 40}\b(?:for (?:this|the|publication)|in this|here)\b"
    r"|\b(?:protect\w*|preserv\w*|safeguard\w*|maintain\w*|reasons of|respect)\b[^.;]{0,40}\b(?:anonymity|identit(?:y|ies)|privacy|"
    rf"confidentiality)\b[^.;]{{0,60}}\b{_NAMING}\b"
    rf"|\b(?:would like|wish(?:es|ed)?|asked|prefer(?:s|red)?|chose|agreement)\b[^.;]{{0,40}}\b(?:called|known|named|referred)\b"
    rf"(?: to as\b|[^.;]{{0,30}}\b(?:{_PUBLIC}|here)\b)"
    rf"|\bname (?:by which|that|which)? ?(?:he|she|they|his|her|their)\b[^.;]{{0,30}}\b(?:{_PUBLIC}|us to use)\b"
    rf"|\b(?:we|i|this {_PUBLIC}) (?:have |has |will |shall )?(?:named|refers? to|call(?:ed)?|use[sd]?)\b(?! the (?:words?|terms?|phrases?)\b)[^.;]{{0,40}}\b(?:as|name|for|him|her|them)\b",
    re.IGNORECASE,
)
_KIN = r"(?:grand\w+|mother|father|mum|dad|parents?|aunt|uncle|sister|brother|foster \w+|carers?|family|social worker|worker|friend)"
# Whoever chose the name, or was asked, is named by a name of their own.
_CHOOSER_BEFORE = re.compile(
    rf"\b(?:by|with|from|told|thank\w*|friends?|school)(?: (?:his|her|their|the|our|a))?(?: [\w-]+)?(?: {_KIN})?,? [‘“\"']?$|"
    r"\b(?:real|true|actual|own|legal|full|birth|given|registered) names?,?(?: (?:is|was|are|were|being|of))?:? [‘“\"']?$|"
    r"\b(?:in life|at home|at school|to (?:his|her|their) \w+|before)\b[^.;]{0,30}$",
    re.IGNORECASE,
)
_CHOOSER_AFTER = re.compile(
    r"[’”\"']?,? (?:who )?(?:chose|asked|wanted|picked|told|said|agreed|suggested|requested|wished|would like|explained|felt|objected|prefers?|"
    r"likes?|wrote|did|knew|rang)\b|[’']s? (?:mother|father|aunt|uncle|parents|family|wish)"
)
_OTHER_CASE = re.compile(r"\b(?:known to|friends|at school|in life|nickname\w*)\b", re.IGNORECASE)
_REVIEW_WORDS = frozenset(
    """a an the and of in into for from on serious case review reviews child children local safeguarding practice overview report
    learning lessons thematic scr lcspr cspr cpr dhr sar summary executive full final draft extended concise baby family young
    person people adult adults domestic homicide rapid partnership board respect regarding relating concerning about
    independent multi-agency agency adolygiad ymarfer plant""".split()
)
# How a sentence goes on that begins with a name.
_GOES_ON = re.compile(r"[’'”\"]?(?:[’']s?\b|,| \(| (?:and|is|was|are|were|will|here|in)\b)")
_OF_A_REVIEW = re.compile(
    r"\b(?:review|report|SCR|LCSPR|CSPR|CPR|learning|lessons)\b", re.IGNORECASE
)
_BY_WHOM = re.compile(r"\b(?:by|author|chair|prepared|written)\b", re.IGNORECASE)
_MOST_IN_A_TITLE = 14  # words


# "the aunt is Aunt 1", "his mother is Mother": what only a key says. "Her partner Adult B" is how
# any account goes on, and so is "her son Jason", unless "is" runs on from the words before it: "the
# child is Corin and her sister Hettie".
_WHO = r"(?:[Tt]he|[Hh]is|[Hh]er|[Tt]heir|[Ii]ts)(?: [a-z-]+){0,2} (?:[a-z]+-)?(?:child|baby|boy|girl|man|woman|sister|brother|mother|father|aunt|uncle|grand\w+|partner|friend|son|daughter|cousin|step\w+)"
_IS_A_CODE = re.compile(
    rf"\b{_WHO} (?:is|are) (?:(?:Child|Adult|Aunt|Uncle|Sibling|Baby|Partner|Friend|Cousin|Subject|Parent|Practitioner) (?:\d{{1,2}}|[A-Z]{{1,2}})\b"
    r"|(?:Mother|Father|Grandmother|Grandfather|Gran|Nan|Grandad|Stepfather|Stepmother|M[GP]?[MF]|PG[MF])\b(?! [A-Z]))"
)
_IS_NAMED = re.compile(
    rf"\b{_WHO} is (?:(?P<first>{NAME_WORD.pattern}),? and {_WHO} )?(?P<name>{NAME_WORD.pattern})"
    r"(?=[.,;:]| and | here\b| in this )(?! in (?:the|his|her) )"
)
# "The girl is Marnie in this report", "the baby is Ash here".
_IS_HERE = re.compile(
    rf"\b{_WHO} is (?P<name>{NAME_WORD.pattern}) (?:in (?:this (?:report|review|account|document|paper)|these pages|what follows)\b|here(?=[,.;:]))"
)
# A sentence about the names before it: "These are not their names", "All four names are invented."
_OF_THOSE_BEFORE = re.compile(
    rf"^(?:{_THESE_ARE_NOT}|(?:none|not one|neither|all|both|each)(?: of (?:these|those|them|the))?(?: \w+)?(?: names?)? (?:is|are|were|has been|have been)"
    rf" (?:all )?(?:{_MADE_UP}|changed|pseudonyms?|chosen|(?:a |the |his |her |their )?(?:real|true|own)\b)|(?:the|these|those) (?:\w+ )?names (?:are|were|have been) "
    rf"(?:all )?(?:{_MADE_UP}|changed|chosen|not (?:their|the) (?:real|own)))",
    re.IGNORECASE,
)
# "their grandmother, Nana Rue, whose name has been changed": only the name before it is meant.
_WHOSE = re.compile(
    rf"(?P<name>{NAME_WORD.pattern}(?: {NAME_WORD.pattern})?),? (?:\()?whose names? (?:has|have|is|was|are) (?:also )?(?:been )?(?:changed|altered|not|{_MADE_UP})\b"
)
_TITLED = re.compile(
    rf"\b(?:(?P<first>Mr|Mrs|Ms|Miss|Dr) and )?(?P<title>Mr|Mrs|Ms|Miss|Dr)\.? (?P<name>{NAME_WORD.pattern})"
)
_CALLS = re.compile(
    r"\b(?:is|are|called|be|names?|chose|chosen|picked|known|asked to be|wanted to be)\b"
)


def declared_openly(sentence: str, about_names: bool = False) -> Iterator[str]:
    """The first names that a sentence about names declares; `about_names` where it stands in a
    section on them, in which any sentence that calls somebody something does."""
    says = _ABOUT_NAMES.search(sentence) or (about_names and _CALLS.search(sentence))
    if not says or _OTHER_CASE.search(sentence):
        return
    if whose := _WHOSE.search(sentence):
        yield from (whose["name"], whose["name"].split()[-1])
        return
    for match in _TITLED.finditer(sentence) if about_names else ():
        yield from (f"{title} {match['name']}" for title in match.group("first", "title") if title)
    for match in _single(sentence):
        before, after = sentence[: match.start()], sentence[match.end() :]
        word = match[0].lower()
        if {word, word.removesuffix("s")} & _no_names() or (
            not before and not _GOES_ON.match(after)
        ):
            continue
        if not _CHOOSER_BEFORE.search(before) and not _CHOOSER_AFTER.match(after):
            yield match[0]


def declared_beside_codes(text: str) -> Iterator[str]:
    """The first names in a paragraph that says of people who they are, as a key does: of some by a
    code ("the aunt is Aunt 1"), or of the paper that it calls them so ("the baby is Ash here")."""
    pattern = _IS_NAMED if _IS_A_CODE.search(text) else _IS_HERE
    for match in pattern.finditer(text):
        yield from (name for name in match.groupdict().values() if name)


def says_of_those_before(sentence: str) -> bool:
    """Whether a sentence says that the names in those before it are not the real ones."""
    return bool(_OF_THOSE_BEFORE.match(sentence))


def declared_by_title(title: str) -> Iterator[str]:
    """The first names in the title of a review: it is not called by a child's own name."""
    if (
        len(title.split()) > _MOST_IN_A_TITLE
        or not _OF_A_REVIEW.search(title)
        or _BY_WHOM.search(title)
    ):
        return
    for match in _single(title):
        if match[0].lower() not in _REVIEW_WORDS:
            yield match[0]


def _single(text: str) -> Iterator[re.Match[str]]:
    """Capitalised words with no other name beside them: no full names, nobody with a title."""
    for match in NAME_WORD.finditer(text):
        last = re.search(r"([\w.’'-]+) $", text[: match.start()])
        following = re.match(r" ([\w’'-]+)", text[match.end() :])
        beside = [word[1] for word in (last, following) if word]
        alone = not any(
            word[0].isupper() and word.lower() not in _REVIEW_WORDS and not word.isupper()
            for word in beside
        )
        if alone and len(match[0]) > 1:
            yield match


@cache
def _no_names() -> frozenset[str]:
    """Words that are no name wherever they stand, in small letters."""
    from spacy.lang.en.stop_words import STOP_WORDS  # here: rules are listed without spaCy

    own = {"pseudonym", "pseudonyms", "names"}
    return frozenset(STOP_WORDS) | _REVIEW_WORDS | cues("kin") | cues("role") | own
