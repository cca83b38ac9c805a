"""Headings, and first words before a colon or full stop, that sort recommendations by who is to act.

They are told by the company they keep. Where most headings of a level name a body or post ("Police",
"Northfield Housing Association"), the rest are meant so too, though no list knows them ("Community
paediatrics"); and so with "Police: …", "Contact centre: …" in one list.
"""

from __future__ import annotations

import re

from ..draft import Addressee, Draft, Role, Span
from .bodies import Standing, standing, standing_beside
from .lines import for_whom

#: "These recommendations are directed to the three partners unless otherwise said."
_ALL_FOR = re.compile(
    r"\b(?:(?:these|all(?: of)?|the(?: following)?|our)(?: \w+){0,2} (?:recommendations|actions|proposals)|"
    r"what follows|(?:all )?the following|all of (?:this|it)) "
    r"(?:are|were|is)(?: all)? (?:directed|addressed) to "
    r"(?P<name>[^.;:,]{3,90}?)(?= unless| except| and each|[.;:,]|$)",
    re.IGNORECASE,
)
_AT_LEAST = 2
_LEAD = re.compile(r"\W*(?P<name>[A-Z][^.:;?!()]{1,50})(?:: (?=\S)|\. (?=[A-Z]))")
#: Words of a heading that may be a name.
_WORDS = 6
#: Endings of nouns for what is done or thought, and first words of other headings.
_OF_TOPICS = ("ing", "ion", "ions", "ment", "ments", "ness", "ance", "ence", "matters", "issues")
_FIRST_OF_TOPICS = frozenset(
    """other others everybody everyone anybody anyone all further general additional next conclusion summary
    introduction background key""".split()
)


def for_all(draft: Draft) -> tuple[Addressee, ...]:
    """Those whom the draft says all its recommendations are for, unless they say otherwise."""
    for block in draft.prose(Role.RECOMMENDATIONS):
        match = _ALL_FOR.search(block.text)
        if match and standing(match["name"]) is Standing.NAMED:
            return (Addressee(match["name"], False, Span(block.index, *match.span("name"))),)
    return ()


def grouping_titles(draft: Draft) -> frozenset[str]:
    """The titles of the headings that say who the recommendations under them are for."""
    levels: dict[int, list[str]] = {}
    for section in draft.sections:
        if section.role is Role.RECOMMENDATIONS and section.heading is not None:
            levels.setdefault(section.level, []).append(section.title)
    found: set[str] = set()
    for titles in levels.values():
        known = [title for title in titles if for_whom(title)]
        if len(known) >= _AT_LEAST and len(known) * 2 > len(titles):
            found.update(title for title in titles if title in known or _may_be_a_name(title))
    return frozenset(found)


def leading_names(draft: Draft) -> frozenset[str]:
    """The words before a colon or full stop that say who each of some recommendations is for, section by section."""
    leads: dict[str, list[str]] = {}
    for item in draft.recommendations:
        if match := _LEAD.match(item.text):
            leads.setdefault(item.section, []).append(match["name"])
    found: set[str] = set()
    for names in leads.values():
        known = [name for name in names if standing_beside(name, heading=True)]
        if len(known) >= _AT_LEAST and len(known) * 2 > len(names):
            found.update(name for name in names if name in known or _may_be_a_name(name))
    return frozenset(found)


def _may_be_a_name(title: str) -> bool:
    """Whether a heading can be that of a team or post, and is no topic ("Information sharing")."""
    words = title.split()
    topic = words[-1].endswith(_OF_TOPICS) or words[0].lower() in _FIRST_OF_TOPICS
    topic = topic or (len(words) == 1 and words[0].endswith("ly") and words[0] != "Assembly")
    return len(words) < _WORDS and title[-1] not in ".?:;" and not topic
