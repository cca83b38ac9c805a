"""Where a draft uses terms of a list without having said what they mean.

A term counts up to the place where the text explains it, and nowhere if a glossary or a footnote
does; what somebody is quoted as saying is theirs.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..draft import Draft, Kind, Role
from ..grammar.phrases import Match, find_phrases
from ..grammar.quotation import quoted
from .explained import is_bracketed, is_explained
from .glossary import is_glossary
from .glossed import is_glossed
from .senses import is_meant

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

#: Words that are one term in all their forms and compounds.
_STEMS = (
    "escalat",
    "looked after",
    "core group",
    "line of sight",
    "localit",
    "governance",
    "commission",
    "embed",
    "drift",
)
# "a personal education plan (PEP)", "a PEP (personal education plan)"
_INITIALS_AFTER = re.compile(
    r"[”\"’']?\s*\([“\"‘']?(?=[^)]*[A-Z][^)]*[A-Z])[A-Z][A-Za-z&/]{1,7}[”\"’']?\)"
)
_INITIALS_BEFORE = re.compile(r"\b(?=\w*[A-Z]\w*[A-Z])\w{2,8} \((?:the |an? )?$")
_LETTERS = re.compile(r"\s*\([A-Z][\w&’' -]{1,14}\)")
#: Tokens: no more than these name one person and what they do.
_LISTED = 20
#: Words: a quotation no longer than this is a term set apart.
_SET_APART = 6
_WORKERS = frozenset(
    """worker officer sergeant constable inspector detective nurse doctor paediatrician midwife
    visitor teacher head manager chair chairman chairwoman lead social police council trust agency
    service team staff practitioner professional clinician psychiatrist consultant author record
    file note log form entry email e-mail letter minute assessment system summary chronology
    heading box sheet template referral ds dc pc dci sw hv gp mash hub""".split()
)
_SAYING = frozenset(
    """say tell write ask call describe put think feel recall remember reply answer explain add
    understand hear know""".split()
)
# Words that are named and not used: "full of references to ‘grip/gripping’ (six times)".
_COUNTED = re.compile(
    r"\b(?:references?\sto|mentions?\sof|instances?\sof|use\sof|overuse\sof|jargon\s(?:such\sas|like)|"
    r"buzzwords?\s(?:such\sas|like))\s(?:(?:the\s)?(?:words?|terms?|phrases?)\s)?$"
)
_RELATIVES = frozenset(
    """mother father mum dad mam parent stepfather stepmother stepdad partner grandmother
    grandfather grandparent nan nana gran grandad aunt uncle sister brother sibling cousin carer
    child boy girl son daughter baby family relative neighbour friend pupil teenager youth""".split()
)


@dataclass(frozen=True)
class Unexplained:
    """A term's mentions before the draft explains it, at least one; `later` is whether it does."""

    mentions: tuple[Match, ...]
    later: bool


def find_unexplained(
    draft: Draft, rows: Iterable[Mapping[str, str]], tier: int
) -> Iterator[Unexplained]:
    """The terms up to a tier that the draft uses without having explained them, in order.

    Terms of higher tiers are read past, and so are the terms within them.
    """
    blocks = list(draft.prose(without=(Role.REFERENCES, Role.CONTENTS)))
    mentions: dict[str, list[Match]] = defaultdict(list)
    for match in find_phrases(draft, blocks, rows, "term", is_meant):
        if 0 < int(match.row["tier"] or 1) <= tier:
            mentions[_meaning(match)].append(match)
    for matches in mentions.values():
        if (found := _unexplained(draft, matches)) is not None:
            yield found


def _meaning(match: Match) -> str:
    """What the mentions of a term share: rows with the same plain words are one term, and some
    words with others of their stem ("escalate", "escalation policy")."""
    row, words = match.row, match.tokens.text.lower().replace("-", " ")
    stem = next((s for s in _STEMS if words.startswith(s)), "")
    return stem or row["plain"].split("|")[0] or match.tokens.lemma_.lower()


def _unexplained(draft: Draft, matches: Sequence[Match]) -> Unexplained | None:
    """The mentions before the one that explains the term; None where a glossary or note does, or
    where all that stand before it stand just before it."""
    asides = [m for m in matches if m.block.kind is Kind.FOOTNOTE]
    if any(is_glossary(draft, m.block) for m in matches) or any(map(_explains, asides)):
        return None
    found: list[Match] = []
    for match in matches:
        if _explains(match):
            late = not all(_stands_just_before(m, match) for m in found)
            return Unexplained(tuple(found), later=True) if late else None
        if match not in asides and not _is_somebody_elses(match) and not _is_title(match):
            found.append(match)
    return Unexplained(tuple(found), later=False) if found else None


def _stands_just_before(one: Match, other: Match) -> bool:
    """Whether at most one sentence parts two mentions in a paragraph: "A care order was made.
    A care order gives the council …"."""
    if one.block.index != other.block.index:
        return False
    between = one.tokens.doc[one.tokens.sent.end : other.tokens.sent.start]
    return sum(1 for token in between if token.is_sent_start) <= 1


def _explains(match: Match) -> bool:
    """Whether a mention says what the term means, or is there to say what initials mean."""
    text, start, end = match.block.text, match.tokens.start_char, match.tokens.end_char
    if _INITIALS_AFTER.match(text, end):
        return True
    if _INITIALS_BEFORE.search(text[max(0, start - 20) : start]) and text[end : end + 1] == ")":
        return True
    letters = _LETTERS.match(text, end)  # "a core group (CG), in which …"
    place = text, start, letters.end() if letters else end
    return is_explained(*place) or is_bracketed(*place) or is_glossed(match.tokens)


def _is_title(match: Match) -> bool:
    """Whether a term is of somebody's title in a list of people: "Named Nurse, Abena Sarfo"."""
    doc, words = match.tokens.doc, [t for t in match.tokens if t.is_alpha and len(t) > 2]
    if "," not in match.block.text or not all(t.text[:1].isupper() for t in words or doc):
        return False
    return len(doc) < _LISTED and not any(t.pos_ in {"VERB", "AUX"} for t in doc)


def _is_somebody_elses(match: Match) -> bool:
    """Whether a term stands in a quotation of somebody who may use it.

    A family's words are theirs, and so is a passage of guidance. What workers said and wrote
    ("the record says ‘front door’"), and a term that is only set apart, are for the report to
    explain.
    """
    if match.block.kind is Kind.QUOTE:
        return True
    start, end = match.tokens.start_char, match.tokens.end_char
    for first, last in quoted(match.block.text):
        if first < start and end < last:
            if _COUNTED.search(match.block.text[:first]):
                return True
            words = match.tokens.doc.char_span(first, last, alignment_mode="expand")
            return words is None or not _is_a_workers(words)
    return False


def _is_a_workers(quotation: Span) -> bool:
    """Whether a quotation is of a worker or a record, or too short to be anybody's."""
    doc = quotation.doc
    first = quotation[0].sent.start
    if first == quotation.start and first and doc[first - 1].text == ":":
        first = doc[first - 1].sent.start  # "DS to OIC: ‘NFA at this stage.’"
    around = (*reversed(doc[first : quotation.start]), *doc[quotation.end : quotation[-1].sent.end])
    for token in around:
        if token.lemma_.lower() in _WORKERS and token.dep_ not in {"dobj", "dative"}:
            return True
        if token.lemma_.lower() in _RELATIVES and _speaks(token):
            return False
    speaks = any(t.lower_ in {"i", "me", "my", "we", "us", "our"} for t in quotation)
    return not speaks and sum(t.is_alpha for t in quotation) <= _SET_APART


def _speaks(noun: Token) -> bool:
    """Whether somebody says something: "Mother said", "in his sister's words", "as put by Nan"."""
    if noun.dep_ in {"nsubj", "nsubjpass"}:
        return noun.head.lemma_ in _SAYING
    return noun.dep_ == "poss" or noun.head.lower_ in {"by", "according", "to"}
