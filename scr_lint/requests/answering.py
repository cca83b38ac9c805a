"""Requests that ask for no change, only for an answer to the review: a reply, a statement of action.

"The Board should set out in writing what it means to do about this report" is how a review
is passed on, and no recommendation of it.
"""

from __future__ import annotations

import re

_ANSWER = r"(?:statements?|responses?|repl(?:y|ies)|answers?|plans?)"
_GIVES = (
    r"(?:prepare|produce|write|send|submit|publish|provide|draw up|draft|develop|return|give|set out|"
    r"respond|reply|be (?:prepared|produced|written|sent|submitted|published|provided|drawn up))"
)
_REVIEW = r"(?:findings?|recommendations?|report|review|letter|inspection)"
_ANSWERS = re.compile(
    rf"\b{_GIVES}\b[^.;]{{0,90}}?\b{_ANSWER}\b[^.;]{{0,60}}?\b(?:to|of|from|on|with) "
    rf"(?:(?:this|these|our)(?: \w+){{0,2}} {_REVIEW}\b|"
    rf"the {_REVIEW} (?:\w+ ){{0,3}}(?:this|our) (?:{_REVIEW}|document)\b)|"
    rf"\b{_GIVES}\b[^.;]{{0,60}}?\bstatements? of (?:proposed )?action\b",
    re.IGNORECASE,
)
#: What is asked for, with one word before it: "written protocol", "protocol".
_THING = r"(?P<thing>[a-z-]+(?: (?!(?:of|to|on|for|in|by|with|and|or|that|which|from|at|about|as|before|who|when)\b)[a-z-]+)?)"
#: "… should send the protocol": what was asked for before is handed on.
_HANDS_ON = re.compile(
    r"\b(?:should|must|needs? to|is to|are to|will) (?:then |also |\w+ly )?(?:send|submit|publish|share|circulate|return|"
    rf"present|issue|complete|finish|agree|sign|bring) (?:the|this|that) {_THING}"
)
_ANEW = re.compile(rf"\b[Aa]n? {_THING}")


def answers_review(text: str) -> bool:
    """Whether the first sentence of a request asks for an answer to the review, and no more."""
    return bool(_ANSWERS.search(re.split(r"(?<=[.;?!])\s", text)[0]))


def hands_on(text: str, before: str) -> bool:
    """Whether a request is to send or finish a thing that the one before it asks for.

    "A written protocol should be agreed." and "The Board should send the written protocol …".
    """
    handed = _HANDS_ON.search(text)
    return handed is not None and handed["thing"] in {m["thing"] for m in _ANEW.finditer(before)}
