"""Which blocks of a draft list what words mean."""

from __future__ import annotations

import re

from ..draft import Block, Draft, Role

_HEAD = re.compile(
    r"\b(?:abbreviations?|acronyms?|initials|short (?:forms?|names?)|terms?|stands? for|meanings?|"
    r"plain (?:English|words|language)|^(?:words?|phrases?)$|jargon|words used|definitions?|"
    r"explanations?|referred to as|full (?:name|title|term)|in full)\b",
    re.IGNORECASE,
)


def is_glossary(draft: Draft, block: Block) -> bool:
    """Whether a block belongs to a list of what words mean, by its section or its table's head."""
    if draft.role_of(block.index) is Role.GLOSSARY:
        return True
    return bool(block.cell and _HEAD.search(block.cell.header))
