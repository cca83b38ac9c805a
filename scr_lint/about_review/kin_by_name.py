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
    found = {one.words for one in coded if one.kind == "kin" or _is_numbered_kin(one.noun, one.who)}

    def is_chosen(name: str) -> bool:
        words = plain(name).split()
        return name in known or (bool(words) and any(word in declared for word in words))

    for block in draft.blocks:
        if block.cell:
            entry = not block.cell.is_header and _is_kin(block.text)
            beside = row_of(draft, block) if entry else []
            here = [cell.text.strip(" .*‘’'“”\"") for cell in beside if cell.index != block.index]
            found |= {name for name in here if re.fullmatch(_NAME, name) and is_chosen(name)}
            continue
        here = [m["name"] for form in (_ENTRY, *_beside()) for m in form.finditer(block.text)]
        found |= {name for name in here if name not in workers and is_chosen(name)}
    return frozenset(name for name in found if known_as(name.lower()) is None)


def _is_numbered_kin(noun: str, who: Who | None) -> bool:
    """ "Adult 2", "Sibling 1", "Child K"; a titled letter may be a worker's."""
    return len(noun) > 3 and who in {Who.CHILD, Who.FAMILY}


def _is_kin(description: str) -> bool:
    """Whether an entry of a key describes one of the family, and not somebody who works with them."""
    return bool(_described().match(description))


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
