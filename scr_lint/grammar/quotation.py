"""What a passage quotes: words in quotation marks, straight or curly, and words set apart.

A quotation mark and an apostrophe share their characters: “the parents’ views”, 'didn't'. An
opening mark follows a space or a bracket, a closing one follows a word; between letters it is an
apostrophe; after a plural ("parents’ views") it is one where a better closing mark comes later.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..draft import Block, Kind

_CLOSING = {"“": "”", '"': '"', "‘": "’", "'": "'", "„": "“", "«": "»"}
_MARK = re.compile(r"[“\"‘'„«]")
# What stands before an opening mark, besides the beginning of the paragraph.
_BEFORE_OPENING = frozenset(" \t\n([{–—-/:,“\"‘'")
_ELISION = re.compile(r"['‘’](?:\d0s|twas|tis|til|em|cause)\b", re.IGNORECASE)
_WORDS = (
    r"(?:terms?|words?|wording|phrases?|phrasing|labels?|labell?(?:ed|ing)|language|expressions?"
    r"|terminology|vocabulary|descri(?:bed?|bing|ptions?)|euphemisms?|shorthand|calling|call(?:ed)?"
    r"|notes?|records?|recorded|record|recordings?|entr(?:y|ies)|written|wrote|saying|framing"
    r"|framed|box|code|heading|template|form|speak(?:ing)?|spoke|talk(?:ing)?|referr(?:ed|ing) to)"
)
_NAMED_AS_WORDS = re.compile(
    rf"\b{_WORDS}(?:,? (?:such as|like|including|of|as|that|or|and|a|an|the|being)"
    rf"| [“\"‘'][^”\"’']*[”\"’'],?)*\W*$",
    re.IGNORECASE,
)
_TALKS_OF_WORDS = re.compile(rf"\b{_WORDS}\b", re.IGNORECASE)
# "… and we have no reason to differ": what is quoted is then said by the review too.
_ENDORSED = re.compile(
    r"""\b(?:no\ (?:reason|cause|grounds?)\ to\ (?:differ|doubt|disagree|dissent|quarrel|question)
      |(?:we|i|panel|reviewers?|author)\ (?:\w+ly\ |also\ |can\ only\ |go\ further\ [^.;]{0,30}and\ )?(?:agrees?|concurs?|endorses?|echo(?:es)?)
      |(?:rightly|aptly|fairly|justly|accurately|not\ unfairly|not\ unreasonably|with\ (?:some\ )?justice)
      |an?\ (?:fair|apt|accurate|just)\ (?:description|summary|assessment))\b""",
    re.VERBOSE | re.IGNORECASE,
)
_FINDS_FAULT = re.compile(
    r"""\b(?:blam(?:e|es|ed|ing)|victim-blaming|inappropriate\w*|unhelpful\w*|unacceptable
      |mislead\w*|stigmatis\w+|adultif\w+|minimis\w+|harmful|outdated|offensive|judge?mental
      |derogatory|pejorative|loaded|inaccurate|dehumanis\w+|impl(?:y|ies|ied|ying)
      |suggest(?:s|ed|ing)\ that|responsibility|obscur\w+|hides?|hid|hidden|hiding|conceal\w*
      |masks?|masked|masking|disguis\w+(?!\ compl)|should\ (?:not|never)|must\ (?:not|never)|cannot|can\ not
      |no\ child|no\ such\ thing|rather\ than|instead\ of|replac\w+|no\ longer|avoid\w*
      |stop(?:ped)?\ (?:using|saying)|wrong|wrongly|closed\ off|lose\ sight|lost\ sight
      |poor\ choice\ of|ill\ chosen|in\ fact|in\ truth|as\ if|as\ though
      |meant\ that\ (?:nobody|no\ one)|nobody\ asked|no\ one\ asked|removed|take[ns]?\ the\ term
      |apologis\w+|that\ (?:phrase|word|term|label)
      |(?:was|were|is|are)\ (?:being\ )?(?:groomed|exploited|abused|coerced|not\ brought|a\ child
          |raped))\b""",
    re.VERBOSE | re.IGNORECASE,
)


def quoted(text: str) -> Iterator[tuple[int, int]]:
    """Where the quotations of a paragraph begin and end, with their marks, outermost only.

    A double mark that is never closed opens a quotation that goes on in the next paragraph: it
    reaches to the end. A single one is an apostrophe.
    """
    at = 0
    while match := _MARK.search(text, at):
        start, mark = match.start(), match.group()
        at = match.end()
        if not _opens(text, start):
            continue
        end = _closing(text, start, _CLOSING[mark])
        if end is None:
            if mark in {"“", "«"}:
                yield start, len(text)
                return
            continue
        yield start, end
        at = end


def is_named(block: Block, start: int) -> bool:
    """Whether the words from `start` on are named as words: "the term", "was described as"."""
    return bool(_NAMED_AS_WORDS.search(block.text[max(0, start - 60) : start]))


def takes_issue(text: str) -> bool:
    """Whether a passage finds fault with words: "the term hides what was done to her"."""
    return bool(_TALKS_OF_WORDS.search(text) and _FINDS_FAULT.search(text))


def is_endorsed(text: str) -> bool:
    """Whether a sentence agrees with what it quotes: "and we have no reason to differ"."""
    return bool(_ENDORSED.search(text)) and not _FINDS_FAULT.search(text)


def is_quoted(block: Block, start: int, end: int) -> bool:
    """Whether these characters of a block are somebody's words: a block quotation, or in marks."""
    if block.kind is Kind.QUOTE:
        return True
    return any(first <= start and end <= last for first, last in quoted(block.text))


def _opens(text: str, at: int) -> bool:
    following = text[at + 1 : at + 2]
    if not following or following.isspace() or _ELISION.match(text, at):
        return False
    if text[at] in "“„«":
        return True
    return at == 0 or text[at - 1] in _BEFORE_OPENING


def _closing(text: str, start: int, mark: str) -> int | None:
    """The end of the quotation that opens at `start`: after its closing mark."""
    candidates = []
    for at in range(start + 2, len(text)):
        if text[at] != mark:
            continue
        before, after = text[at - 1], text[at + 1 : at + 2]
        if mark in "”»" or (not before.isspace() and not after.isalnum()):
            if mark not in "’'" or not _possessive(text, at):
                return at + 1
            candidates.append(at + 1)
        elif mark in "’'" and _opens(text, at) and candidates:
            break
    return candidates[0] if candidates else None


def _possessive(text: str, at: int) -> bool:
    """Whether a mark after a word in -s may be an apostrophe: "the parents’ views"."""
    return text[at - 1] in "sS" and bool(re.match(r"\s[a-z]", text[at + 1 : at + 3]))
