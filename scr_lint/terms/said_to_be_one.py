"""Where a draft says that two short forms stand for one body, or uses them for one in turn."""

from __future__ import annotations

import re

from ..draft import Draft, Span
from .acronyms import Acronym, Definition
from .same_words import letters_apart

# What says that two names are one body's, and what says that one followed the other.
_SAME = re.compile(
    r"""\b(?:
        (?:also|elsewhere|otherwise|sometimes|often|better|known|variously)\s(?:known|called|listed
            |named|termed|recorded|described|written|shown|given|referred\sto)(?:\s\w+){0,4}
      | the\ssame\s(?:\w+\s){1,3}?(?:is|was|are|were|goes\sby|appears\sas|comes\sup\sas)
      | a\.?k\.?a\.? | (?:which|what|whom)\s(?:\w+\s){1,3}?(?:calls?|knows?\sas|writes?)
      | (?:the|its|an?)\s(?:old|new|other|older|earlier|newer|local|usual|current|second)
            \s(?:name|title|term|initials|letters|word)s?\s(?:of|for)
    )\s?(?:the|an?)?\s?["“‘']?$""",
    re.VERBOSE | re.IGNORECASE,
)
_AS_CALLED = re.compile(r"\)?,? as (?:the |its |their |our )?\w+(?: \w+)? (?:calls?|knows?|has)\b")
# "In the hospital's own notes the EDS is “OOHSW”".
_IS_QUOTED = re.compile(r"\)?\s(?:is|are)\s(?:the\s|an?\s)?[“\"‘']")
_ONCE = re.compile(
    r"\b(?:formerly|previously|replaced|became|now|then|later|succe\w+|the same (?:day|week|month|"
    r"year|time|night|morning|way))\b",
    re.IGNORECASE,
)
# After two short forms that "and", "or" or a comma joins: "PPU and PVP were one and the same".
_JOINED = re.compile(r"s?[”\"’']?\)?(?:,| and| or|, and|, or| /|/)\s?(?:the |an? )?[“\"‘']?")
_ARE_ONE = re.compile(
    r"""s?[”"’']?\)?,?\s(?:(?:both|all|here|often|in\sfact|really|simply|just)\s)*(?:
        (?:are|were|is|was|being|mean|meant|means)\s(?:here\s|really\s|in\sfact\s)?(?:one\sand\s)?the\ssame\b
        (?!\s(?:day|week|month|year|time|night|morning|way|age|road|street|building))
      | (?:are|were)\s(?:two\snames|names|terms|short)\sfor\s(?:one|the\ssame)
      | (?:are|were)\s(?:used\s)?interchangeabl[ey] | (?:are|were)\ssynonym\w*
      | (?:stand|stood|refer|referred)s?\s(?:to|for)\s(?:one|the\ssame)\s
    )""",
    re.VERBOSE | re.IGNORECASE,
)
# "VDHT is the old name"; the other short form stands near.
_OTHER_NAME = re.compile(
    r"s?[”\"’']?\)?,?\s(?:is|was|being|are)\s(?:only\s|still\s|simply\s|just\s)?(?:the|its|their|an?)"
    r"\s(?:old|new|other|older|earlier|newer|local|former|previous|another|usual|current|second)\s"
    r"(?:name|title|term|initials|letters|word|spelling|form)s?\b",
    re.IGNORECASE,
)
_NAMES = re.compile(
    r"\b(?:two|three|four|several|different|many)\s(?:names|terms|words|initials|letters|labels)\sfor\s"
    r"(?:one|the\ssame)\b",
    re.IGNORECASE,
)
#: Characters between two names that a text says are one.
_FAR = 200


def said_to_be_one(draft: Draft, first: Acronym, second: Acronym) -> tuple[Span, Span] | None:
    """Where a paragraph says that two short forms are the same, the later place first.

    "The Emergency Duty Team (EDT), also known as the Out of Hours Service (OOHS)", "PPU and PVP
    were one and the same", "VDHT is the old name".
    """
    return _called(draft, first, second) or _likened(draft, first, second)


def place_of(definition: Definition) -> Span:
    """The short form and the words beside it."""
    span, words = definition.span, definition.words
    if words is None or words.block != span.block:
        return span
    return Span(span.block, min(span.start, words.start), max(span.end, words.end))


def _called(draft: Draft, first: Acronym, second: Acronym) -> tuple[Span, Span] | None:
    for one in _places(first):
        for other in _places(second):
            if one.block != other.block:
                continue
            early, late = sorted((one, other), key=lambda s: s.start)
            text = draft.blocks[one.block].text
            between, after = text[early.end : late.start], text[late.end : late.end + 40]
            said = _SAME.search(between) or _AS_CALLED.match(after) or _IS_QUOTED.fullmatch(between)
            if said and len(between) < _FAR and not _ONCE.search(between):
                return early, late
    return None


def _likened(draft: Draft, first: Acronym, second: Acronym) -> tuple[Span, Span] | None:
    """Where two short forms stand side by side and are said to be one, or one is the other's name."""
    alike = letters_apart(first.short, second.short)
    if alike and (said := _among_names(draft, first, second)):
        return said
    for one in _places(first):
        for other in _places(second):
            if one.block != other.block or abs(one.start - other.start) > _FAR:
                continue
            early, late = sorted((one, other), key=lambda s: s.start)
            text = draft.blocks[one.block].text
            joined = _JOINED.fullmatch(text[early.end : late.start])
            other_name = any(_OTHER_NAME.match(text[s.end :]) for s in (early, late))
            if (joined and _ARE_ONE.match(text[late.end :])) or (alike and other_name):
                return _defined(second, other), _defined(first, one)
    return None


def _among_names(draft: Draft, first: Acronym, second: Acronym) -> tuple[Span, Span] | None:
    """Where a paragraph tells of several names for one thing, and has both: "three names for the
    same meeting"."""
    for one in _places(first):
        other = next((p for p in _places(second) if p.block == one.block), None)
        if other is not None and _NAMES.search(draft.blocks[one.block].text):
            return _defined(first, one), _defined(second, other)
    return None


def _defined(acronym: Acronym, place: Span) -> Span:
    """Where a short form is written out, or else where it stands."""
    return next((place_of(d) for d in acronym.in_text), place)


def _places(acronym: Acronym) -> list[Span]:
    return [*acronym.uses, *(place_of(d) for d in acronym.in_text)]
