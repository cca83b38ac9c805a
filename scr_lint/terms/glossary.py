"""Which blocks of a draft list what words mean."""

from __future__ import annotations

import re

from ..draft import Block, Draft, Kind, Role

_HEAD = re.compile(
    r"\b(?:abbreviations?|acronyms?|initials|short (?:forms?|names?)|terms?|stands? for|meanings?|"
    r"plain (?:English|words|language)|^(?:words?|phrases?)$|jargon|words used|definitions?|"
    r"explanations?|referred to as|full (?:name|title|term)|in full)\b",
    re.IGNORECASE,
)
# A line that leads to a list without being a heading: "Glossary", "The short forms we use are:".
_TITLE = (
    r"(?:(?:list|key|guide) (?:of|to) )?(?:the )?(?:terms|words|abbreviations|acronyms|initials|"
    r"glossary|short forms|key|terminology)(?: (?:and|or) (?:terms|words|abbreviations|acronyms|"
    r"initials|short forms))?(?: (?:that )?(?:we |are )?(?:used?|explained)(?: (?:in|here|below)"
    r"[\w ]{0,30})?)?"
)
_LEADS = re.compile(rf"\W*{_TITLE}\W*$", re.IGNORECASE)
_LEADS_BY_COLON = re.compile(
    r"(?:.* )?(?:abbreviations|acronyms|initials|short(?:ened)? (?:forms|names)|letters)\b[^.]*:$",
    re.IGNORECASE,
)
# A paragraph that holds the whole list: "Terms. ABE, Achieving Best Evidence; DV, domestic …".
_IN_ONE = re.compile(rf"\W*{_TITLE}\W*[.:–—-]\W*\S+[^;]+;", re.IGNORECASE)
_ENTRY = re.compile(r"[\"“‘'(]?[A-Za-z][\w\s/&’'-]{0,40}\)?[\"”’']?\s*(?:[:=–—\t]|-\s|\(|,)")


def is_glossary(draft: Draft, block: Block) -> bool:
    """Whether a block belongs to a list of what words mean.

    By its section, its table's head, or a line before it. A paragraph of text that follows the
    list in its section is none.
    """
    if draft.role_of(block.index) is Role.GLOSSARY:
        return not _follows_list(draft, block)
    if block.cell:
        return bool(_HEAD.search(block.cell.header))
    if block.kind is Kind.PARAGRAPH and _IN_ONE.match(block.text):
        return True
    return block.kind is Kind.LIST_ITEM and _is_led_to(draft, block)


def _follows_list(draft: Draft, block: Block) -> bool:
    """Whether a block is text that begins again after a list: two sentences, and no entry."""
    before = draft.blocks[block.index - 1] if block.index else block
    listed = before.kind in {Kind.LIST_ITEM, Kind.CELL}
    starts = block.kind is Kind.PARAGRAPH and not _ENTRY.match(block.text)
    return listed and starts and len(re.findall(r"\w[.?!](?:\s|$)", block.text)) > 1


def _is_led_to(draft: Draft, item: Block) -> bool:
    """Whether a line before a list says that it is one of short forms or words."""
    at = item.index
    while at and draft.blocks[at].kind is Kind.LIST_ITEM:
        at -= 1
    lead = draft.blocks[at]
    said = _LEADS.match(lead.text) or _LEADS_BY_COLON.match(lead.text)
    return lead.kind is Kind.PARAGRAPH and bool(said)
