"""The sentences of a draft, and the classes of words (`vocabulary/about_review.tsv`) they hold."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from .. import vocabulary
from ..draft import Block, Draft, Role
from ..grammar.quotation import quoted

#: Sections that tell how the review was made.
MAKING = frozenset(
    {Role.FRONT_MATTER, Role.SUMMARY, Role.INTRODUCTION, Role.METHODOLOGY, Role.APPENDIX}
)
#: Sections that say nothing of the review itself.
_SILENT = frozenset({Role.CONTENTS, Role.GLOSSARY, Role.REFERENCES, Role.RECOMMENDATIONS})
SENTENCE = re.compile(r"(?<=[.!?;])\s+(?=[A-Z‘“\"'(])|\n")
#: Reviews, panels and reports that are not this review's.
NOT_OURS = re.compile(
    r"""\b(?:(?:LAC|CLA|CIN|CP|looked[ -]after(?:\ child(?:ren)?)?|child(?:ren)?\ in\ (?:care|need)
        |child\ protection|care(?:\ plan)?|placement|statutory|annual|health|developmental|medication
        |six[- ]month(?:ly)?|yearly|EHCP?|pathway\ plan|case\ file|file|EHC)\ reviews?
      |review\ (?:conferences?|meetings?|appointments?|clinics?|officers?|health)
      |(?:independent\ )?reviewing\ officers?
      |(?:(?-i:[A-Z]{2,6})|resource|allocation|placement|access|funding|fostering|adoption|gatekeeping
        |exclusion)\ panels?
      |(?:social\ work(?:er)?(?:'s|’s)?|court|police|school|medical|progress|conference|psychiatric
        |pre-sentence|section\ 7|welfare|news(?:paper)?|press)\ reports?
      |review(?:ed)?\ (?:of\ )?(?:her|his|their)\ (?:case|plan|medication|care))\b""",
    re.VERBOSE | re.IGNORECASE,
)
#: Questions that the review was to answer about practice, not statements about itself.
ASKED = re.compile(
    r"^\W*(?:to (?:examine|establish|consider|assess|determine|explore|review)\b|whether\b|how\b|"
    r"what\b|did\b|were\b|was\b)|\?\W*$|\bwhether\b|\bhow (?:far|well)\b|\bextent to which\b|"
    r"\bto what extent\b",
    re.IGNORECASE,
)


def told(draft: Draft, without: frozenset[Role] = frozenset()) -> Iterator[Block]:
    yield from draft.prose(without=tuple(_SILENT | without))


def sentences(block: Block) -> list[str]:
    """The sentences of a paragraph, without what it quotes."""
    text = block.text
    for start, end in quoted(text):
        text = text[:start] + " " * (end - start) + text[end:]
    return [s for s in SENTENCE.split(text) if s.strip()]


def has(name: str, text: str) -> bool:
    return bool(pattern(name).search(text))


@cache
def pattern(name: str) -> re.Pattern[str]:
    """The words of a class; small words for oneself count as they stand, others in any case."""
    rows = vocabulary.load("scr_lint", "about_review")
    words = next(row["words"] for row in rows if row["class"] == name).split(";")
    forms = (re.escape(w.strip()).replace(r"\*", r"\w*").replace(r"\ ", r"\s+") for w in words)
    return re.compile(rf"\b(?:{'|'.join(forms)})\b", re.IGNORECASE)
