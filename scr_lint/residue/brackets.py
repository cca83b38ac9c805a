"""Brackets that an author left for later: "[insert date]", "(year?)", "[ME to add a line here]".

Which words make a bracket a gap or a note comes from a term list; what is told here is how such
a bracket is built, and what only looks like one: "[sic]", "[the child] said", "[date not known]".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

_BRACKET = re.compile(r"\[([^\[\]]{1,300})\]|\(([^()]{1,200})\)")
# "[ME to add …]", "(JF: check …)", "… is she only 4? ME]": an author's initials.
_INITIALS = re.compile(
    r"""^[A-Z]{2,3}(?:\ [\d./]+)?(?:\s+[-–—]\s*\S|\s*:\s+\S|\s+to\s+\w)
      | [-–—]\s?[A-Z]{2,3}\ to\ [a-z]+
      | \b(?:ask|check\ with|chase)\ [A-Z]{2,3}\b
      | \?\s+[A-Z]{2,3}$""",
    re.VERBOSE,
)
# In square brackets: a question, or what somebody has still to do.
_ASKS = re.compile(
    r"""\ .*\?$
      | ^(?:is|are|do|does|can|could|should|shall|have|has|did|was|were|what|why|who|where|when|how)\b[^?]+\?
      | \bto\ (?:be\ (?:added|agreed|drafted|written|decided|set|confirmed|checked|inserted|completed|updated|supplied)|follow|come
               |confirm|check|add|advise|supply|update|clarify|insert|provide)\b
      | ^(?:as\ discussed|see\ e-?mail|per)\ """,
    re.VERBOSE | re.IGNORECASE,
)
_SOMEBODY_TO = re.compile(
    r"[A-Z]\w+(?: \w+){0,3} to (?:confirm|check|add|advise|supply|update|clarify|provide)\b"
)
# In round brackets these words tell what happened: "(staff were told to check with …)".
_TELLS = re.compile(r"\b(?:was|were|had|did|told|asked|been|staff|nobody|who|which)\b")
# "(2011?)", "(who?)", "(on Tuesday?)", "[?]"
_DOUBTS = re.compile(
    r"""^\?+$
      | ^(?:(?:c\.?\ ?)?\d[\d/ ]*|who|sp|when|where|which\ \w+
          |(?:on\ )?(?:mon|tues|wednes|thurs|fri|satur|sun)day
          |[\w ]*(?:january|february|march|april|may|june|july|august|september|october|november
                   |december))[\d ]*\s?\?+$""",
    re.VERBOSE | re.IGNORECASE,
)
# "(month? – not in any chronology)", "(who is our audience?? discuss)": doubt, and what to do about it.
_WONDERS = re.compile(r"\?{2,}|\?\s*[–—-]")
# "(find minute ref)": what an author tells nobody else.
_SEEKS = re.compile(
    r"(?:find|look up|dig out|track down|chase|cross-?ref\w*|double.?check)\b", re.I
)
# "[AUDIT FIGURES HERE]", "[RECS – lift from main report]"
_SHOUTS = re.compile(r"(?!REDACT|WITHHELD|SIC\b|NAME\b)[A-Z]{4,}(?:\s[A-Z]{2,}|\s?[–—-])")
# Brackets that say why something is not there, or whose words they are.
_NOT_MISSING = re.compile(
    r"""\b(?:not\ (?:recorded|known|given|stated|named|available)|removed|withheld|redacted|omitted
           |changed|emphasis|sic|anonymised|unknown)\b
      | ^(?:page|note|ref|reference|figure|source|link|table|chapter|section|appendix|paragraph
           |para)s?:?\ ?(?:\d|(?-i:[A-Z]\b))""",
    re.VERBOSE | re.IGNORECASE,
)
# What only an author writes in round brackets.
_ROUND = re.compile(r"(?:tbc|tba|refs?\.?|xx+|check|query|date|name)\??")
_ROUND_ORDERS = frozenset("insert confirm tbc tba todo reword rewrite delete xx awaiting".split())
# What may follow a noun that stands for a gap: "[date of first visit]", "[figure to come]".
_OF_WHAT = (
    r"(?: \d+)?(?: (?:of [\w ]{1,30}|here|tbc|please|to (?:come|follow)|needed|required|missing"
    r"|to be \w+))?"
)


@dataclass(frozen=True, slots=True)
class Words:
    """The words that make a bracket a note or a gap, as patterns from a term list.

    `notes` may stand anywhere in it, `openings` begin it, `blanks` are all that it holds.
    """

    notes: re.Pattern[str]
    openings: re.Pattern[str]
    blanks: re.Pattern[str]

    @classmethod
    def of(cls, phrases: Mapping[str, tuple[str, ...]]) -> Words:
        """From phrases by kind: `note`, `bracket` and `blank`."""
        return cls(
            any_of(phrases["note"]),
            any_of(phrases["bracket"]),
            any_of(phrases["blank"], _OF_WHAT),
        )


def left_open(text: str, words: Words) -> Iterator[tuple[str, int, int]]:
    """The brackets in a text that are a `note` or a `placeholder`, with their extent."""
    for match in _BRACKET.finditer(text):
        inside = (match[1] or match[2]).strip()
        if kind := _kind(inside, words, square=match[1] is not None):
            yield kind, *match.span()


def any_of(phrases: tuple[str, ...], more: str = "") -> re.Pattern[str]:
    """A pattern for any of some phrases as whole words, the longest first, in any case."""
    ordered = sorted(phrases, key=len, reverse=True)
    either = "|".join(map(re.escape, ordered))
    return re.compile(rf"(?<!\w)(?:{either}){more}(?!\w)", re.IGNORECASE)


def _kind(inside: str, words: Words, *, square: bool) -> str:
    """What a bracket is: "note", "placeholder" or "" for one that belongs to the text."""
    if _INITIALS.search(inside) or _SOMEBODY_TO.match(inside):
        return "note"
    if words.notes.search(inside) and (square or not _TELLS.search(inside)):
        return "note"
    if square and (_ASKS.search(inside) or _SHOUTS.match(inside)):
        return "note"
    if _WONDERS.search(inside[:60]) or (_SEEKS.match(inside) and len(inside.split()) < 7):
        return "note"
    if _NOT_MISSING.search(inside):
        return ""
    asks = inside.endswith("?")
    if words.blanks.fullmatch(inside.rstrip("? ")) and (square or asks):
        return "placeholder"
    opening = words.openings.match(inside)
    if opening and (square or opening.group().lower() in _ROUND_ORDERS):
        return "note" if len(inside.split()) > 3 else "placeholder"
    if not square and _ROUND.fullmatch(inside.lower()):
        return "placeholder"
    if (square and _is_empty(inside)) or _DOUBTS.match(inside):
        return "placeholder"
    return ""


def _is_empty(inside: str) -> bool:
    """[  ], [XX], [he/she]."""
    if re.fullmatch(r"[a-z ]+(?:/[a-z ]+)+", inside):
        return True
    return set(inside) <= set("-_ xX?") and inside != "x"
