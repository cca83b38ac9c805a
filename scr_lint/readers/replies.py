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
#: What makes a condition of an answer, leaves it open or puts a change in its place, wherever it stands
#: behind "accept". Where an answer leaves room for doubt, the finding stays.
_DOUBT = re.compile(
    r"(?:(?:if|unless|until|once|when|provided|subject to|only|pending|or|but|after|except|with|without|not (?:this|that|these|those|all|sure"
    r"|certain|yet|now|agreed|the)|maybe|perhaps|possibly|unsure|tbc|tbd)\b|no(?:t|pe|ne)?\s*(?:$|[,.;!]))",
    re.IGNORECASE,
)
_REFUSES = re.compile(
    r"\b(?:(?:do|does|did|can|could|will|would|shall|should|must|may)(?:n't|\s+not)|cannot|never|not(?:\s+to\s+be)?)\s+(?:\w+\s+)?(?:accept|ignor|agree)"
    r"|\breject|\b(?:take|took|taking) (?:it|that|this) back|\b(?:withdraw|re-?open|changed my mind|on (?:second thoughts?|reflection))",
    re.IGNORECASE,
)
_WILL_CHANGE = re.compile(
    r"\b(?:will|i'll|we'll|'ll|must|should|(?<!no )(?<!not )(?:needs?|have|has|going) to|to be|and)\s+(?:be\s+|also\s+|now\s+)?"
    r"(?:reword|chang|rewrit|rewrote|amend|edit|remov|delet|redact|correct|fix|replac|cut|take (?:it|this|them) out|look at)",
    re.IGNORECASE,
)
#: What takes the answer back, or is about the comment's point: "accept that this needs work".
_TAKEN_BACK = re.compile(
    r"(?:in part|partly|partially|in principle|no|not|none|nothing|never|my|what i|your|suggest\w*|propos\w*|chang\w+|amend\w+|edit\w*|reword\w*"
    r"|that(?! word)|(?:the|all|any) (?:points?|comments?|suggest\w+|criticisms?|(?:\w+ )?changes?|wording|advice)"
    r"|(?:this|it|these|they) (?:is|was|are|were|needs?|should|could|must|may))\b",
    re.IGNORECASE,
)
_ASKS = re.compile(r"[^.!?;:\n–—]*\?")
_NAMED = re.compile(r"\b([A-Z]{3}\d{3})(-m?[0-9a-f]{6})?\b", re.IGNORECASE)
_EXCEPT = re.compile(
    r"\b(?:not|except(?: for)?|other than|apart from|all but|without|leav\w+|keep)\b(?!.*\baccept)",
    re.IGNORECASE | re.DOTALL,
)
_SEE = re.compile(
    r"\b(?:see|cf\.?|as (?:in|for|with)|like|compare)(?: also)? (?:under )?$", re.IGNORECASE
)


def reason_to_accept(words: str) -> str | None:
    """The reason that a reply gives for accepting, "" where it gives none; None if it does not."""
    plain = words.replace("’", "'")
    answer = _ANSWER.match(plain)
    if answer is None:
        return None
    reason = answer["reason"].lstrip(" (")
    # "All but REC006" and "REC005, not REC006" say which of the points, see `accepted_of`.
    doubtful = _DOUBT.match(reason) and not _NAMED.search(reason)
    if doubtful or _REFUSES.search(plain) or _WILL_CHANGE.search(reason):
        return None
    if not re.search(r"[:;.–—-]", answer["sign"]):
        taken_back = "," not in answer["sign"] and _TAKEN_BACK.match(reason)
        if (taken_back and not _NAMED.search(reason)) or _ASKS.match(reason):
            return None
    return " ".join(words[answer.start("reason") :].split())


def refuses(words: str) -> bool:
    """Whether a reply takes back what an earlier one accepted: "No, do not accept this"."""
    plain = words.replace("’", "'").strip()
    return bool(
        _REFUSES.search(plain) or re.match(r"no\b(?! (?:change|need))", plain, re.IGNORECASE)
    )


def accepted_of(words: str, findings: tuple[str, ...]) -> tuple[str, ...]:
    """Which findings of a comment a reply accepts: those it names by id or code, or all but those that
    it leaves out; all where it names none, and none where it names others."""
    beyond = _EXCEPT.search(words)
    named: set[str] = set()
    left_out: set[str] = set()
    for match in _NAMED.finditer(words):
        if _SEE.search(words[: match.start()]):
            continue
        name = match[1].upper() + (match[2] or "").lower()
        (left_out if beyond and beyond.start() < match.start() else named).add(name)
    chosen = [id_ for id_ in findings if not named or {id_, _code(id_)} & named]
    return tuple(id_ for id_ in chosen if not {id_, _code(id_)} & left_out)


def _code(id_: str) -> str:
    return id_.rsplit("-", 1)[0]
