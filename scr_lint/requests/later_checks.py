"""Whether a recommendation has the change that it asks for looked at later: "check after six months whether it is used"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ..persons.people import Side, side_of

if TYPE_CHECKING:
    from spacy.tokens import Span as SpacySpan

FINDING_OUT = frozenset("count measure track monitor test evaluate".split())


def checks_later(sentence: SpacySpan) -> bool:
    """Whether a second request has the change looked at after a time: "check after six months whether it is used".

    A check that is the only thing asked for is the task itself, and so is one of anything but the
    change and what came of it: "see the child after two days and check if the house is clean".
    """
    for verb in sentence:
        if verb.lemma_ not in FINDING_OUT | _CHECKING or verb.pos_ not in {"VERB", "NOUN"}:
            continue
        earlier = sentence.doc[: verb.i]
        rest = sentence.doc[verb.i : sentence.end].text
        # The time stands in the same request: "a year on, audit whether", "ask in June how many".
        near = f"{sentence.doc[max(verb.i - _BEFORE, sentence.start) : verb.i].text} {rest}"
        if not any(t.pos_ == "VERB" for t in earlier) or not (
            _LATER.search(near) or _BY_DATE.search(near)
        ):
            continue
        asked = _QUESTION.search(rest)
        named = {t.lower_ for t in earlier if t.pos_ == "NOUN" and side_of(t) is not Side.FAMILY}
        if _ITS_EFFECT.search(rest) or (asked and _is_of_change(rest[asked.start() :], named)):
            return True
    return False


def _is_of_change(question: str, named: set[str]) -> bool:
    """Whether a question is of the change, or of what has grown better; `named` was spoken of before.

    One child, or somebody at one door, is not all whom the change was for: "whether she is better".
    """
    if _OF_ONE.match(question):
        return False
    if _GROWN_BETTER.search(question) or _OF_CHANGE.search(question):
        return True
    subject = _THE_NAMED.match(question)
    return bool(subject and subject["noun"].lower() in named)


#: Words before a verb of checking among which its time may stand: "after six months it should ask".
_BEFORE = 6
_CHECKING = frozenset(
    "check look review audit ask sample report examine survey inspect revisit assess see establish return compare find".split()
)
_QUESTION = re.compile(
    r"\b(?:whether|if|how (?:many|often|far|much|well|long|soon)|what (?:proportion|share|number|difference|effect|has))\b"
)
_OF_ONE = re.compile(
    r"(?:whether|if|how \w+|what) (?:(?:he|she)\b|(?:the|this|that|his|her) (?:[\w-]+ )?(?:child|baby|boy|girl|mother|"
    r"father|parent|family|home|house|flat|injury|wound|patient)\b)",
    re.IGNORECASE,
)
#: What a change does, or what is done with it.
_WORKS = (
    r"(?:us(?:e[sd]?|ing)|read|follow(?:ed|ing)|work(?:s|ed|ing)?|help(?:s|ed|ing)?|held|holds?|kept|keep|understood|"
    r"understands?|understand|made|mak(?:es?|ing)|answer(?:s|ed)|reach(?:es|ed|ing)?|act(?:s|ed|ing)?|applied|chang(?:es?|ed|ing)|"
    r"improv(?:es?|ed|ing)|shorten(?:s|ed)?|reduc(?:es?|ed|ing)|stuck|last(?:s|ed)?|succeed(?:s|ed)?|taken up|heard of|known)"
)
_CHANGE = r"(?:it|this|these|they|them|all this|the new [\w-]+|the (?:[\w-]+ )?(?:changes?|pilot|trial|scheme))"
#: The change in a question: "whether it is used", "if schools acted on them", "are being read together".
_OF_CHANGE = re.compile(
    rf"\b{_CHANGE}\b[^.;?]{{0,40}}?\b{_WORKS}\b|\b{_WORKS}\b[^.;?]{{0,20}}?\b{_CHANGE}\b"
    rf"|^(?:whether|if|how \w+) (?:[\w-]+ )?\w+s are (?:now |still )?being {_WORKS}\b"
    r"|\b(?:anything|things|practice|much|what) (?:has|have) (?:\w+ )?(?:changed|improved)\b"
    r"|\bwhat difference\b",
    re.IGNORECASE,
)
_THE_NAMED = re.compile(
    rf"(?:whether|if|how \w+) (?:the |its |their |all |every )?(?:[\w-]+ ){{0,2}}?(?P<noun>[\w-]+) (?:is|are|has|have|was|were)\b[^.;?]{{0,30}}?\b{_WORKS}\b",
    re.IGNORECASE,
)
_GROWN_BETTER = re.compile(
    r"\b(?:sooner|earlier|faster|quicker|better|safer|happier|fewer|shorter|(?:more|less) (?:often|\w+ly)"
    r"|more (?:[\w-]+ )?(?:children|families|parents|babies|mothers|fathers|young people|pupils|patients)"
    r"|less (?:time|delay|waiting))\b",
    re.IGNORECASE,
)
#: The use or effect of the change, and not of a thing with a name of its own: "its use of agency staff".
_ITS_EFFECT = re.compile(
    r"\b(?:(?:its|their) (?:use|effects?|impact|results?|working|uptake)|(?:the|any) (?:effects?|impact|difference|uptake))\b(?! of (?!the (?:new|changes?)\b|this|these|it\b))"
    r"|\bthe (?:use|working|results?) of (?:the (?:new|changes?)\b|this\b|these\b|it\b)",
    re.IGNORECASE,
)
_NUMBER = r"(?:\d+|an?|one|two|three|four|five|six|nine|ten|twelve|eighteen|some|a few)"
_SPAN = r"(?:days?|weeks?|months?|years?|terms?|quarters?)"
#: Some time after: by then there is something to see.
_LATER = re.compile(
    rf"\b(?:after|in|at) (?:(?:the )?first )?{_NUMBER} (?:(?:further|more) )?{_SPAN}\b"
    rf"|\b{_NUMBER} {_SPAN} (?:on|later|after|afterwards)\b|\bagain\b",
    re.IGNORECASE,
)
#: A date is as often that by which a task is to be done: of a check that follows another request.
_BY_DATE = re.compile(
    r"\b(?:by|in|from|before|at) (?:the )?(?:(?:end|start) of )?(?:(?:the|next|each|every) )?(?:following )?"
    r"(?:spring|summer|autumn|winter|january|february|march|april|may|june|july|august|september|october|november|december|term|20\d\d)\b"
    r"|\b(?:each|every) (?:spring|summer|autumn|winter|month|quarter|year|term)\b|\b(?:annually|yearly|quarterly|monthly|twice a year)\b",
    re.IGNORECASE,
)
