"""Findings that a chapter tells paragraph by paragraph, without labels or headings of their own."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..draft import Block, Draft, Kind, Role, Section, count_words
from ..identity.pseudonyms.scheme import says_names_are_changed
from ..requests.found import recommends
from ..requests.lines import is_dating
from .items import Item, is_bullet, own_label, own_prose, printed

#: A paragraph that only leads to the findings: "Four matters stood out", "The findings are below".
_LEADS = re.compile(
    r"\b(?:(?:two|three|four|five|six|seven|eight|nine|ten|\d{1,2}|several|some|following|these|its|"
    r"the|our) (?:\w+ ){0,2}(?:findings?|lessons|matters|themes|points|things|areas|issues|"
    r"conclusions|messages|headings)|this (?:chapter|section|part)|there are \w+ of them)\b|"
    r"\b(?:in (?:the )?order|one by one|one at a time|in turn)\b[^.]{0,60}\.?$",
    re.I,
)
#: What closes a chapter of findings by weighing all of them: "None of these would have been enough alone".
_WEIGHS = re.compile(
    r"[^.;:]{0,90}?\b(?:(?:any(?: single)?|no|not) one|none|all|each|every one|either|neither|which) of "
    r"(?:these|those|them|the (?:above|foregoing|\w+ matters))\b|"
    r"(?:taken|looked at|read|put|set) (?:together|side by side|as a whole|singly|by themselves)\b|"
    r"(?:in sum|to sum up|in short|drawing (?:this|these|it all) together)\b",
    re.IGNORECASE,
)
_POINTS_ON = re.compile(r"\b(?:these|as follows|the following|below)\W*$", re.IGNORECASE)
#: What a form says above its space for the findings: "Identify each learning point …".
_ORDERS = re.compile(
    r"(?:identify|outline|describe|list|state|set out|insert|summarise|in order to)\b",
    re.IGNORECASE,
)
#: Praise that closes a chapter of findings is none of them.
_PRAISES = re.compile(
    r"(?:it (?:was|is) (?:also )?(?:good|heartening|pleasing|encouraging|impressive) (?:to|that)\b|"
    r"[^.;,]{0,60}?\b(?:there (?:was|were|is|are)|saw|not(?:ed|es)|found|records?|acknowledges?) "
    r"(?:\w+ ){0,3}?(?:(?:examples?|instances?|evidence|pieces?|acts?|moments?) of )?(?:\w+ )?"
    r"(?:good|excellent|exemplary|commendable|outstanding|skilled) (?:practice|work)\b)",
    re.IGNORECASE,
)
_NTH = re.compile(
    r"\W*(?:the|our|a) (?:\w+ )?(?:finding|lesson|point|theme|matter)\b", re.IGNORECASE
)
_LEADS_ON = re.compile(r"\b(?:next|following) (?:\w+ )?(?:chapters|sections|parts|pages)\b", re.I)
_HEADLINE = 12
#: Paragraphs of running prose that are more than one finding and its afterthought.
_SEVERAL = 3
#: Words of a note on the names in what follows; a longer paragraph says more than that.
_NOTE = 20


def from_paragraphs(draft: Draft, tree: Sequence[Section]) -> list[Item]:
    """Numbered paragraphs or list items; failing both, paragraphs that read like one."""
    items: list[Item] = []
    for section in tree:
        blocks = [b for b in own_prose(draft, section) if not b.cell]
        if blocks and _LEADS_ON.search(blocks[0].text):
            continue
        numbered = [b for b in blocks if b.number and not is_bullet(b)]
        headline: Item | None = None
        for block in blocks:
            here = bool(items) and draft.section_of(items[-1].blocks[0].index) == section
            begins = (not numbered or block in numbered) and not block.text.endswith(":")
            # What opens a chapter of findings may only lead to them.
            leads = block is blocks[0] and len(blocks) > 2 and _leads(block)
            asked = recommends(block) or own_label(block, Role.RECOMMENDATIONS)
            begins = begins and not leads and not asked and not _PRAISES.match(block.text)
            noted = count_words(block.text) <= _NOTE and says_names_are_changed(block.text)
            begins = begins and not noted and not is_dating(block.text)
            begins = begins and not (
                block is blocks[-1] and len(blocks) > _SEVERAL and _weighs(block)
            )
            sub_item = block.level > 1 or (is_bullet(block) and bool(numbered))
            under = headline is not None and not _is_headline(block)
            under = under and not (headline and headline.label and block.number)
            if begins and not sub_item and not under:
                items.append(Item(block.number, [block], block.text, []))
                headline = items[-1] if _is_headline(block) else None
            elif (
                here
                and (sub_item or under or items[-1].text.endswith(":") or block in numbered)
                and not asked
            ):
                items[-1].blocks.append(block)
                items[-1].text += f"\n{printed(block)}"
    return items


def _leads(block: Block) -> bool:
    """Whether the first paragraph of a chapter only leads to the findings after it."""
    if block.number and not is_bullet(block):
        return False
    text = block.text
    led = _LEADS.search(text) and not _NTH.match(text)
    return bool(led or _POINTS_ON.search(text) or _ORDERS.match(text))


def _weighs(block: Block) -> bool:
    """Whether the last paragraph of a chapter only weighs the findings before it."""
    return block.kind is Kind.PARAGRAPH and not block.number and bool(_WEIGHS.match(block.text))


def _is_headline(block: Block) -> bool:
    """Whether a line of text stands over what follows: "Why didn't the school ring?"."""
    return (
        block.kind in {Kind.PARAGRAPH, Kind.LIST_ITEM}
        and not is_bullet(block)
        and len(block.text.split()) <= _HEADLINE
        and block.text[-1:] not in {".", ":", ";", "!", "”", '"', ")"}
    )
