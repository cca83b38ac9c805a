"""The recommendation that a paragraph of findings or analysis ends in."""

from __future__ import annotations

import re

from ..draft import Block
from .bodies import Standing, names, standing_beside
from .verbs import is_action

BY_US = (
    r"(?:we|I|the (?:(?:lead|independent|overview) )?(?:reviews?(?: team)?|reviewers?|panel|authors?)|"
    r"this (?:review|report|panel))\b"
)
OTHERWISE = r"(?:(?:\w+ly|also|further|would|therefore|thus|do|now|hereby)\b,? )*"
#: What joins a recommendation to the argument before it.
SO = (
    r"(?:(?:for (?:that|this|these|those) reasons?|accordingly|therefore|consequently|hence|so|finally|lastly|"
    r"in (?:the )?light of (?:\w+ ){1,5}?|given (?:this|that|these|the)[^,.]{0,40}|as a (?:result|consequence)|"
    r"in (?:conclusion|consequence|response)|to (?:this|that) end|on (?:this|that) (?:basis|ground)|"
    r"because of (?:this|that)|first(?:ly)?|second(?:ly)?|third(?:ly)?),? )?"
)
#: Somebody asked in so many words, in the midst of an argument: "We ask the five directors to sign …".
_ASKED_OF = re.compile(
    rf"(?:^|(?<=[.;?!]\s)){SO}(?:{BY_US} {OTHERWISE}(?:asks?|urges?|invites?|requests?|calls? (?:up)?on|"
    r"advises?|requires?|(?:want|would like|looks?(?= to))) (?:to )?(?P<whom>[^.;:?!,]{3,90}?)(?:, [^.;:?!]{3,80},)? to [a-z]+\b|"
    r"(?P<who>[^.;:?!,]{3,90}?) (?:is|are) (?:\w+ly |also |therefore )*(?:recommended|urged|invited|called (?:up)?on)"
    r"(?:, [^.;:?!]{3,80},)? to [a-z]+\b)",
    re.IGNORECASE,
)
#: A recommendation at the end of the paragraph that leads to it.
_CLOSING = re.compile(
    r"(?<=[.;?!)])[”\"’']?\s+(?:recommendation|argymhelliad)(?: \d{1,2}[a-z]?)?\s?[:–—]\s+(?=\S)",
    re.IGNORECASE,
)
#: "The Clinical Director should therefore start a weekly meeting", in the midst of an analysis.
_CONCLUDES = re.compile(
    r"(?:^|(?<=[.?!]\s))(?P<who>(?:The )?[A-Z][^,.;:?!]{3,90}?) (?:should|must) "
    r"(?:therefore|accordingly|consequently) (?P<verb>[a-z]+)\b"
)


def closing(block: Block) -> str:
    """The recommendation that a paragraph of findings or analysis ends in, "" for none."""
    if block.cell:
        return ""
    labelled = _CLOSING.search(block.text)
    if labelled:
        return block.text[labelled.end() :]
    concluded = _CONCLUDES.search(block.text)
    if concluded and is_action(concluded["verb"]) and names(concluded["who"]):
        return block.text[concluded.start() :]
    asked = _ASKED_OF.search(block.text)
    if asked and standing_beside(asked["whom"] or asked["who"], heading=True) is Standing.NAMED:
        return block.text[asked.start() :]
    return ""


def is_labelled_at_end(text: str) -> bool:
    """Whether a paragraph ends in a recommendation that is called one: "… Recommendation 3: …"."""
    return bool(_CLOSING.search(text))
