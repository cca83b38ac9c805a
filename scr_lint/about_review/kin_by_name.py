"""What a draft calls the people of the family instead of their names: "Jo", "Nana P", "Adult 2".

A name counts where the draft says that it is a chosen one or a code, and whose: in its key, in a
row of it, or by the words beside the name. A worker's code is none of the family's.
"""

from __future__ import annotations

import re

from ..draft import Draft
from ..identity.names.name_words import plain
from ..identity.pseudonyms.coded_people import find_coded
from ..identity.pseudonyms.scheme import find_scheme
from ..once import once
from ..persons.mentions import Who, known_as
from ..settings import Names
from ..structure.tables import row_of
from .words import pattern

_NAME = r"[A-Z][\w’'-]*(?: [A-Z][\w’'-]*| \d{1,2}\b){0,2}"
_QUOTE = r"[‘’'“”\"]?"
#: "Rowan’s older sister", "the mother of both children", "paternal grandmother to Robin".
_OWNED = r"(?:(?:[\w’'-]+ ){0,4}?)"
_CALLED = (
    r"(?:(?:,|who|whom|is|are|was|will|shall|be|here|hereafter|we|have|in this (?:report|review)|known|called|"
    r"named|referred|to|as|call|refer)\s?)+"
)


@once
def kin_by_name(draft: Draft, names: Names) -> frozenset[str]:
    """The names and codes that a draft gives to people of the family, as they are written."""
    declared = find_scheme(draft, names).declared
    coded = find_coded(draft)
    workers = {one.words for one in coded if one.who is Who.STAFF}
    known = {one.words for one in coded}
    numbered = {
        one.words for one in coded if one.kind == "kin" or _is_numbered_kin(one.noun, one.who)
    }
    found: set[str] = set()
    at_work: set[str] = set()

    def is_chosen(name: str) -> bool:
        words = plain(name).split()
        return name in known or (bool(words) and any(word in declared for word in words))

    for block in draft.blocks:
        if block.cell:
            entry = not block.cell.is_header
            beside = row_of(draft, block) if entry else []
            texts = [cell.text.strip(" .*‘’'“”\"") for cell in beside if cell.index != block.index]
            here = {name for name in texts if re.fullmatch(_NAME, name) and is_chosen(name)}
            if entry and _is_at_work(block.text):
                at_work |= here
            elif entry and _is_kin(block.text):
                found |= here
            continue
        at_work |= {m["name"] for m in _KEY.finditer(block.text) if _is_at_work(m["who"])}
        said = [m["name"] for form in (_ENTRY, *_beside()) for m in form.finditer(block.text)]
        found |= {name for name in said if name not in workers and is_chosen(name)}
    found |= numbered
    return frozenset(name for name in found - at_work if known_as(name.lower()) is None)


def _is_numbered_kin(noun: str, who: Who | None) -> bool:
    """ "Adult 2", "Sibling 1", "Child K"; a titled letter may be a worker's."""
    return len(noun) > 3 and who in {Who.CHILD, Who.FAMILY}


def _is_kin(description: str) -> bool:
    """Whether an entry of a key describes one of the family, and not somebody who works with them."""
    return bool(_described().match(description))


def _is_at_work(description: str) -> bool:
    """Whether an entry of a key says a worker's role, whomever they work with: "nursery worker for both boys"."""
    role = _WITH_WHOM.split(_OWNERS.sub("", description), maxsplit=1)[0]
    heads = [part.split()[-1].strip(".,;") for part in _AND.split(role) if part.split()]
    if any(re.fullmatch(_kin(), head) for head in heads):
        return False
    known = [known_as(head.lower()) for head in heads]
    return any((one and one[0] is Who.STAFF) for one in known) or any(map(_ROLE.fullmatch, heads))


_OWNERS = re.compile(r"[\w-]+(?:[’']s|s[’'])\s+")
_WITH_WHOM = re.compile(r"\s(?:of|for|to|with|at|in|on|from|who|whom|that|working)\b|[,;.(]")
_AND = re.compile(r"\s(?:and|or)\s|/")
#: What a post ends in, beside the words that are listed for people at work.
_ROLE = re.compile(
    r"(?i:\w*workers?|\w*teachers?|officers?|nurses?|managers?|practitioners?|assistants?|staff|leads?|lawyers?|visitors?)"
)


def _described() -> re.Pattern[str]:
    return re.compile(
        rf"\W*{_OWNED}(?:{_kin()})(?: (?:of|to|whom|who|that|this|the) (?:[\w’'-]+ ?){{1,6}})?\s*(?:$|[,;.(])"
    )


def _kin() -> str:
    return rf"(?i:{pattern('family').pattern}|\b(?:child|boy|girl|baby|son|daughter|partner|subject)\b)"


def _beside() -> tuple[re.Pattern[str], ...]:
    """ "His mother, Jo, ", "Rowan's father (Alex)", "the grandmother, whom we call Nana P", "Jo, her mother"."""
    name = rf"{_QUOTE}(?P<name>{_NAME}){_QUOTE}(?:[’']s)?"
    return (
        re.compile(rf"(?:{_kin()}) ?[(\[]{name}[)\]]"),
        re.compile(rf"(?:{_kin()}), {name}(?=[,;.)])"),
        re.compile(rf"(?:{_kin()}),? {_CALLED}{name}"),
        re.compile(
            rf"\b{name} ?(?:[(\[]|, )(?:the|his|her|their|[A-Z][\w’']+[’']s) (?:[\w-]+ ){{0,2}}(?:{_kin()})(?=[,;.)\]])"
        ),
    )


#: "Jo: Rowan's mother", as a line of a key.
_ENTRY = re.compile(
    rf"^\W*(?P<name>{_NAME}){_QUOTE}\s*(?:[:=–—]|- |, )\s*(?=(?:[\w’'-]+ ){{0,4}}?{_kin()}\s*(?:$|[,;.(]))"
)

#: Any line of a key, or a sentence that says whose code it is: "Adult 3 is the nursery worker".
_KEY = re.compile(
    rf"\b(?P<name>{_NAME}){_QUOTE}\s*(?:[:=–—]|- |\(|(?:, |\bis |\bwas )(?=(?:the|his|her|their|[\w-]+[’']s)\b))\s*"
    r"(?P<who>[^.;,()\n]{3,60})"
)
