"""Where a draft uses terms of a list without having said what they mean.

A term counts up to the place where the text explains it, and nowhere if a glossary or a footnote
does; what somebody is quoted as saying is theirs.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from ..draft import Draft, Kind, Role
from ..grammar.phrases import Match, find_phrases
from ..grammar.quotation import quoted
from .explained import is_bracketed, is_explained, is_glossed
from .glossary import is_glossary
from .senses import is_meant

#: Words that are one term in all their forms and compounds.
_STEMS = ("escalat", "looked after")
_LETTERS = re.compile(r"\s*\([A-Z][\w&’' -]{1,14}\)")
_REPORTING = frozenset(
    """write say record describe use call ask mean note tell read know understand talk speak word
    phrase term expression language""".split()
)


def find_unexplained(draft: Draft, rows: Iterable[Mapping[str, str]]) -> Iterator[list[Match]]:
    """The mentions of each term that the draft does not explain, in order."""
    blocks = list(draft.prose(without=(Role.REFERENCES, Role.CONTENTS)))
    mentions: dict[str, list[Match]] = defaultdict(list)
    for match in find_phrases(draft, blocks, rows, "term", is_meant):
        if match.row["tier"] != "0":
            mentions[_meaning(match)].append(match)
    for matches in mentions.values():
        unexplained = _unexplained(draft, matches)
        if unexplained:
            yield unexplained


def _meaning(match: Match) -> str:
    """What the mentions of a term share: rows with the same plain words are one term, and some
    words with others of their stem ("escalate", "escalation policy")."""
    row, words = match.row, match.tokens.text.lower().replace("-", " ")
    stem = next((s for s in _STEMS if words.startswith(s)), "")
    return stem or row["plain"].split("|")[0] or match.tokens.lemma_.lower()


def _unexplained(draft: Draft, matches: Sequence[Match]) -> list[Match]:
    """The mentions before the one that explains the term; none where a glossary or note does."""
    asides = [m for m in matches if m.block.kind is Kind.FOOTNOTE]
    if any(is_glossary(draft, m.block) for m in matches) or any(map(_explains, asides)):
        return []
    found: list[Match] = []
    for match in matches:
        if _explains(match):
            break
        if match not in asides and not _is_somebody_elses(match):
            found.append(match)
    return found


def _explains(match: Match) -> bool:
    """Whether a mention says what the term means."""
    text, start, end = match.block.text, match.tokens.start_char, match.tokens.end_char
    letters = _LETTERS.match(text, end)  # "a core group (CG), in which …"
    place = text, start, letters.end() if letters else end
    return is_explained(*place) or is_bracketed(*place) or is_glossed(match.tokens)


def _is_somebody_elses(match: Match) -> bool:
    """Whether a term stands in a quotation.

    One that is only the term itself is the author's, set apart, unless the sentence tells who
    used it: "the record said ‘front door’".
    """
    if match.block.kind is Kind.QUOTE:
        return True
    start, end = match.tokens.start_char, match.tokens.end_char
    for first, last in quoted(match.block.text):
        if first < start and end < last:
            alone = last - first <= end - start + 2
            return not alone or any(t.lemma_ in _REPORTING for t in match.tokens.sent)
    return False
