"""Whether a name is one of the review's own people: its author, chair, panel."""

from __future__ import annotations

import re

from ..draft import RUNNING, Block, Draft, Kind, Role, Span, Visibility
from ..tables import row_of

_OFFICE = re.compile(
    r"\b(?:authors?|reviewers?|chair(?:ed|person|man|woman)?|panel|facilitat\w+|scrutineer|"
    r"commission(?:ed|er) by|(?:amended|approved|drafted|edited|revised|checked) by|owner|review team|overview writer|(?:business|board|partnership) manager|minute[- ]taker|written by|prepared by|report by|"
    r"independent (?:consultant|adviser|advisor|lead|of)|moderator|membership|adolygydd|awdur|cadeirydd|"
    r"review (?:was|is|has been) (?:led|written|carried out|undertaken|conducted|completed) by)\b",
    re.IGNORECASE,
)
# An office that is the review's own wherever it is named.
_OWN_OFFICE = re.compile(
    r"\b(?:independent (?:author|reviewer|chair\w*|scrutineer)|lead reviewers?|overview (?:author|writer)|"
    r"author of (?:this|the) (?:report|review)|review panel|chair of the (?:panel|board|partnership))\b",
    re.IGNORECASE,
)
_IN_THE_CASE = re.compile(
    r"\b(?:mother|father|grand\w+|son|daughter|sister|brother|child [A-Z]|patient(?! safety)|pupil|interviewed|"
    r"allocated)\b",
    re.IGNORECASE,
)
# What is chaired and attended in the case itself.
_CASE_MEETING = re.compile(
    r"\b(?:conference|core group|strategy (?:meeting|discussion)|MARAC|MAPPA|child in need|CIN|legal planning|"
    r"(?:network|professionals[’']?|planning|discharge|placement|school|family|team) meeting|(?:adoption|fostering|"
    r"permanence|resource|threshold|placement|legal) panel|PEP|LAC review)\b",
    re.IGNORECASE,
)
# Somebody the reviewers spoke to is none of them.
_SPOKEN_TO = re.compile(
    r"\b(?:spoke|speaking|talked|listened|wrote) (?:to|with)(?: \w+)?\s+$|"
    r"\b(?:met|saw|interviewed|visited|contacted|telephoned|rang|heard from|conversations? with|"
    r"interviews? with|meetings? with)(?: with)?\s+$",
    re.IGNORECASE,
)
_MADE_UP_OF = re.compile(
    r"\b(?:consist|compris|includ|made up|members?|were|are|was|is)\w*\b[^.]*$"
)
_IS = re.compile(
    r"\W*(?:[,(–:-]|(?:is|was|were|are|has|had|acted|served|chair\w*|led|lead|wrote|drafted|of|and|who|as)\b)"
)
# Somebody is told, heard or written of: the office is not theirs.
_TELLS = re.compile(
    r"\b(?:told|said|says|ask\w*|spoke|heard|found|saw|met|thought|noted|record\w*|that|shown?|sent|given|"
    r"gave|interview\w*|because|when|whose|not)\b",
    re.IGNORECASE,
)
# "Panel: A; B, Designated Nurse; C": the label that a name stands under in its line.
_LABEL = re.compile(
    r"(?:^|[\n;.*])\W*([A-Z][^:.;\n]{2,40}):[^.:\n]*(?:\b(?:Dr|Mr|Mrs|Ms|Prof)\.[^.:\n]*)?$"
)
_CLOSE, _FAR = 9, 16  # words between an office and a name
_LABEL_WORDS, _LABEL_NEAR = 6, 8
_THERE = frozenset(
    {
        Role.FRONT_MATTER,
        Role.METHODOLOGY,
        Role.INTRODUCTION,
        Role.SUMMARY,
        Role.APPENDIX,
        Role.OTHER,
    }
)
_IN_THE_STORY = frozenset(
    {Role.ANALYSIS, Role.FINDINGS, Role.CHRONOLOGY, Role.RECOMMENDATIONS, Role.GOOD_PRACTICE}
)
_NEAR = 2


def names_reviewer(draft: Draft, span: Span) -> bool:
    """Whether the words around a mention make the person the review's own.

    In the front matter a name by itself, or near an office of the review, is enough; elsewhere
    the office has to be named in the same sentence, or at the head of the table or section.
    """
    block = draft.blocks[span.block]
    role = draft.role_of(block.index)
    if block.visibility is Visibility.METADATA:
        return "author" in block.origin.lower()
    if block.kind in RUNNING or block.kind is Kind.TITLE or role is Role.FRONT_MATTER:
        return _in_front(draft, block, span)
    before, after = _sentence_around(block.text, span)
    if _IN_THE_CASE.search(block.text if role in _IN_THE_STORY else f"{before} {after}"):
        return False
    if block.cell:
        return role in _THERE and _in_panel_table(draft, block)
    label = _LABEL.search(block.text[: span.start])
    if label and role in _THERE and _OFFICE.search(label[1]):
        return True
    if _under_label(draft, block, role):
        return True
    if _SPOKEN_TO.search(block.text[: span.start]):
        return False
    in_the_case = role not in _THERE or _CASE_MEETING.search(f"{before} {after}")
    office = _OWN_OFFICE if in_the_case else _OFFICE
    return any(_leads_to(before[match.end() :]) for match in office.finditer(before)) or any(
        _holds(after[: match.start()]) for match in office.finditer(after)
    )


def _under_label(draft: Draft, block: Block, role: Role) -> bool:
    """Whether a block stands in a list under a label such as "Review panel"."""
    section = draft.section_of(block.index)
    title = section.title if section else ""
    if role not in _IN_THE_STORY and len(title.split()) <= _LABEL_WORDS and _OFFICE.search(title):
        return True
    if role not in _THERE:
        return False
    for above in reversed(draft.blocks[max(0, block.index - _LABEL_NEAR) : block.index]):
        words = len(above.text.split())
        if words <= _LABEL_WORDS and _OFFICE.search(above.text):
            return True
        if above.text.endswith(".") or words > 3 * _LABEL_WORDS:
            return False
    return False


def _in_front(draft: Draft, block: Block, span: Span) -> bool:
    if _IN_THE_CASE.search(block.text):
        return False
    if _OFFICE.search(block.text):
        return True
    if block.cell and _in_panel_table(draft, block):
        return True
    if _under_label(draft, block, Role.FRONT_MATTER):
        return True
    near = draft.blocks[max(0, block.index - _NEAR) : block.index + _NEAR + 1]
    alone = block.text.strip(" .") == draft.text_at(span)
    return alone or any(_OFFICE.search(b.text) for b in near if len(b.text) < 80)


def _in_panel_table(draft: Draft, block: Block) -> bool:
    heads = [block.cell.header if block.cell else "", *draft.section_path(block.index)[-1:]]
    heads += [other.text for other in row_of(draft, block)]
    first = next(
        (b for b in draft.blocks if b.cell and block.cell and b.cell.table == block.cell.table),
        block,
    )
    heads += [b.text for b in draft.blocks[max(0, first.index - 1) : first.index]]
    heads += [b.text for b in row_of(draft, first)]
    return any(_OFFICE.search(words) for words in heads)


def _leads_to(between: str) -> bool:
    """Whether an office before a name is the person's own: "the lead reviewer, Ms", "led by"."""
    if _MADE_UP_OF.search(between):
        return True
    return len(between.split()) <= _CLOSE and not _TELLS.search(between)


def _holds(between: str) -> bool:
    """Whether a name comes to an office after it: ", who has", " was appointed as", " (Chair"."""
    return len(between.split()) <= _FAR and bool(_IS.match(between)) and not _TELLS.search(between)


def _sentence_around(text: str, span: Span) -> tuple[str, str]:
    start = max(text.rfind(". ", 0, span.start), text.rfind("; ", 0, span.start)) + 1
    end = text.find(". ", span.end)
    return text[start : span.start], text[span.end : end if end >= 0 else len(text)]
