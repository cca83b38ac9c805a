"""What somebody who answers one of our comments in Word says: to accept the finding, or not.

"Accept: the Board's own term", "OK, accept", "ignore this" and "agreed, we accept" all do. What
refuses, asks, makes a condition, or accepts the point rather than the words does not.
"""

from __future__ import annotations

import re

#: What may follow "we accept", so that it is not "we accept that this is wrong".
_END = (
    r"(?=\s*(?:(?:this|these|it|them|both|all)(?:\ one|\ of\ (?:it|these|them))?)?"
    r"\s*(?:$|[.,;:!?()–—-]|(?:as|because|since|for\ now|[A-Z]{3}\d{3})\b))"
)
_ANSWER = re.compile(
    rf"""\s*(?:(?:ok|okay|yes|agreed|agree|fine|good|right|sure|thanks|thank\ you|noted|no\ change)\b
        [\s,.;:!–—-]*){{0,3}}
    (?:
        (?:please\ |just\ )?(?:accept(?:ed|s)?|ignored?)\b
        | (?:(?:i|we|the\ \w+)(?:'ll|\ will|\ have)?|(?:happy|ok|okay|fine|safe)\ to|let's|can\ be)
          \ (?:accept(?:ed|s)?|ignored?)\b{_END}
        | accepting\b{_END}
    )(?:\ (?:this|these|it|them|both|all)(?:\ one)?(?=\s*(?:$|[.,;:!()–—-]|(?:as|because|since)\b)))?
    (?P<sign>[\s:;,.–—-]*)(?P<reason>.*)""",
    re.IGNORECASE | re.DOTALL | re.VERBOSE,
)
_CONDITION = re.compile(r"(?:if|unless|until|once|when|provided|subject to|only)\b", re.IGNORECASE)
#: What takes the answer back, or is about the comment's point: "accept that this needs work".
_TAKEN_BACK = re.compile(
    r"(?:in part|partly|partially|in principle|no|not|none|nothing|never|my|what i|your"
    r"|that(?! word)|the (?:point|comment|suggestion|criticism|change)"
    r"|(?:this|it|these|they) (?:is|was|are|were|needs?|should|could|must|may))\b",
    re.IGNORECASE,
)
_ASKS = re.compile(r"[^.!?;:\n–—]*\?")
_NAMED = re.compile(r"\b[A-Z]{3}\d{3}(?:-[0-9a-f]{6})?\b")


def reason_to_accept(words: str) -> str | None:
    """The reason that a reply gives for accepting, "" where it gives none; None if it does not."""
    answer = _ANSWER.match(words.replace("’", "'"))
    if answer is None:
        return None
    reason = answer["reason"]
    if not re.search(r"[:;.–—-]", answer["sign"]):
        taken_back = "," not in answer["sign"] and _TAKEN_BACK.match(reason)
        if taken_back or _CONDITION.match(reason) or _ASKS.match(reason):
            return None
    return " ".join(words[answer.start("reason") :].split())


def accepted_of(words: str, findings: tuple[str, ...]) -> tuple[str, ...]:
    """Which findings of a comment a reply is about: those it names by id or code, else all."""
    named = set(_NAMED.findall(words))
    chosen = tuple(id_ for id_ in findings if {id_, id_.rsplit("-", 1)[0]} & named)
    return chosen or findings
