"""What a draft says its review is for: to learn, and not to blame."""

from __future__ import annotations

import re

from ..draft import Draft, Role
from .words import MAKING, NOT_OURS, SENTENCE, has, sentences, told

_BLAME_SUBJECT = re.compile(
    r"\b(?:this|the|our|a|any|such|these) (?:\w+ ){0,4}?(?:reviews?|reports?|process|exercise|"
    r"inquiry|SCRs?|CPRs?|LCSPRs?|CSPRs?)\b|\b(?:purpose|aim|intention|role|place|task|remit|part)\b"
    r"|\b(?:reviews|it is (?:no|not))\b|\b(?:we|us|our|reviewers?|authors?|panel)\b|^\W*(?:it|that|this)\b"
    r"|\bnot about\b|\bnot (?:here )?to (?!blame\b)|(?-i:\bI\b)|\b(?:pages|document|nothing in|blame is)\b",
    re.IGNORECASE,
)


def says_purpose(draft: Draft) -> bool:
    """Whether the draft says that it is there to learn or improve, or that it does not blame."""
    return any(
        _is_for_learning(sentence)
        or _disowns_blame(sentence)
        or (making and (_DISOWNS.search(sentence) or _is_bare_purpose(sentence)))
        for block in told(draft, without=frozenset({Role.CHRONOLOGY}))
        for making in [draft.role_of(block.index) in MAKING | {Role.OTHER}]
        # Where a review presents itself, it may do so in the words of the guidance.
        for sentence in (SENTENCE.split(block.text) if making else sentences(block))
    )


#: Where a review presents itself, it need not be named: "The question of fault is for others."
_DISOWNS = re.compile(
    r"""\b(?:not|no|nor|neither|never|none|nobody|no\ one|without|rather\ than|cannot|refus\w+|declin\w+)
        \b[^.;]{0,80}\b(?:culprits?|criticis\w+|censur\w+|condemn\w*|verdicts?|scapegoat\w*|wrongdo\w+|accus\w+
        |point(?:ing)?\ (?:the\ |a\ )?fingers?|who\ (?:is|was|were)\ (?:responsible|to\ blame|at\ fault)
        |judge?ments?\ (?:on|of|upon)\ (?:any|no|indiv|people|those|staff|them|workers)\w*)\b
      |\b(?:who|whom|anyone|anybody|somebody|someone)\b[^.;]{0,30}\b(?:disciplin|punish|blam|censur|sack)\w+
        [^.;]{0,40}\b(?:refus|declin|not)\w*
      |\b(?:questions?|matters?|issues?|allegations?|conduct|culpability|blame|fault|accountability|discipline
        |responsibility)\b[^.;]{0,60}\b(?:is|are|was|were|lies?|rests?|belongs?|left)\b[^.;]{0,20}
        \b(?:for|with|to)\ (?:the\ |their\ )?(?:employers?|courts?|others|regulators?|coroners?|police
        |other\ \w+|those\ whose|somebody\ else)\b
      |\blook\w*\ for\ (?:a\ |the\ )?(?:culprits?|villains?|someone\ to\ blame)\b[^.;]{0,40}\b(?:not|disappoint)\w*
      |\b(?:persons?|people|individuals|workers|staff)\ (?:is|are|was|were)\ not\ (?:the|our|its)
        \ (?:\w+\ )?(?:subject|point|object|concern|question|focus|target)s?\b
      |\bblame\b[^.;]{0,30}\b(?:left|checked\ in|hung\ up|parked|(?:put|set)\ (?:aside|to\ one\ side)|no\ (?:part|place))\b
      |\b(?:report|review|study|about)\b[^.;]{0,20}\babout\ (?:systems|how\ (?:services|systems)|ways\ of\ working)\b
      |\bunderstand\b[^.;]{0,50}\bas\ (?:it|they|things|he|she)\ (?:then\ )?(?:appeared|looked|seemed|was|were)\b""",
    re.VERBOSE | re.IGNORECASE,
)
#: "To learn.", "Learning, and only learning.", "so that lessons might be drawn quickly".
_BARE = re.compile(
    r"\W*(?:simply |only |solely )?(?:to|so as to|so that|in order (?:to|that)|for|learning|improvement)\b",
    re.IGNORECASE,
)
_LESSONS = re.compile(
    r"\blessons? (?:might|may|can|could|should|will|would|to) be (?:drawn|learn\w+|identified|taken)\b",
    re.IGNORECASE,
)
_BARE_WORDS = 10


def _is_bare_purpose(sentence: str) -> bool:
    """Whether a few words where a review presents itself are its purpose."""
    few = len(sentence.split()) <= _BARE_WORDS and bool(_BARE.match(sentence))
    return bool(_LESSONS.search(sentence)) or (few and has("learn", sentence))


def _is_for_learning(sentence: str) -> bool:
    words = NOT_OURS.sub(" ", sentence)
    if _OF_ELSE.search(words):
        return False
    about = has("review", words) or has("own_voice", words) or bool(_IT.match(words))
    if has("own_voice", words) and _WILL_TEACH.search(words):
        return True
    return about and has("learn", words) and bool(_AIM.search(words))


_OF_ELSE = re.compile(
    r"\b(?:purpose|aim|point|object)s? of (?:the|this|that|a|an|her|his|their|each) (?!(?:\w+ ){0,4}"
    r"(?:reviews?|reports?|SCRs?|CPRs?|LCSPRs?|process|exercise|inquiry|work)\b)",
    re.IGNORECASE,
)
#: "We hope that this will identify learning that all can use": what it is expected to yield.
_WILL_TEACH = re.compile(
    r"\b(?:hope|anticipate|expect|trust|believe|intend|want)\b[^.;]{0,90}?\b(?:will|to|would|can|should|may)"
    r" (?:\w+ ){0,2}?(?:identify|bring|yield|offer|provide|produce|draw out|lead to|support|contribute to)"
    r" (?:\w+ ){0,3}?(?:learning|lessons|improvements?)\b",
    re.IGNORECASE,
)
#: "The purpose is learning", "It exists so that …": said of the review, as nothing else is named.
_IT = re.compile(
    r"\W*(?:it|the|its|this|that)\b(?: \w+)? (?:purpose|aim|point|object|task|function|is|was|exists?)\b",
    re.I,
)
#: "The purpose is learning", "exists so that people can learn", "carried out to improve".
_AIM = re.compile(
    r"\b(?:purposes?|aims?|aimed|intention|intended|intends?|objectives?|goals?|interest|pwrpas|diben|nod)\b"
    r"|\b(?:the|its|our|this|main|only|sole|whole)\s(?:\w+\s){0,2}(?:point|reason|task|function|remit"
    r"|object)\b"
    r"|\b(?:exists?|designed|meant|there|seeks?|sought|set out|wants?|wanted|hopes?|hoped|focus\w*|"
    r"conducted|carried out|undertaken|commissioned|held|done|wr[io]t\w+|looks?|tries|tried|"
    r"try)\b[^.;]{0,60}?\b(?:to|so|that|for|in order|on|at|what)\b[^.;]{0,60}?"
    r"\b(?:learn\w*|lessons?|improv\w+|prevent\w*|reduc\w+|safer|do better)\b"
    r"|\b(?:is|was) (?:about|for|one of|all about|only about|a matter of|to|an? (?:\w+ ){0,2}"
    r"(?:exercise|process) (?:in|of|for)) (?:\w+ ){0,3}?(?:learn\w*|lessons|improv\w+|prevent\w*)\b"
    r"|\b(?:means|way|chance|opportunity|exercise|vehicle|tool|process) (?:of|for|to|in)\b[^.;]{0,40}"
    r"\b(?:learn\w*|lessons?|improv\w+)\b|\blearning (?:exercise|process|review)\b"
    r"|\b(?:learning|improvement)[ ,](?:rather than|not|and not|and never|instead of)\b",
    re.IGNORECASE,
)


def _disowns_blame(sentence: str) -> bool:
    words = NOT_OURS.sub(" ", sentence)
    disowned = _NOT_BLAME.search(words)
    # "Father was not to blame, as the report says" has its subject before the report.
    return disowned is not None and bool(_BLAME_SUBJECT.search(words, 0, disowned.end()))


_NOT_BLAME = re.compile(
    r"\b(?:not|no|nor|neither|never|none|nobody|rather than|instead of|without|avoid\w*|cannot|"
    r"isn.t|does ?n.t|away from|nid|ddim)\b[^.;]{0,120}?\b(?:blam\w+|culpab\w+|at fault|find(?:ing)? "
    r"fault|guilt\w*|liab\w+|(?:to|into|for) account\b|accountability of|scapegoat\w*|punish\w*|"
    r"discipline \w+|(?<!-)disciplinary (?:process|procedure|inquiry|purpose|matter|action|hearing|"
    r"or|exercise)|(?:sit|sits|sitting|pass|passes|passing) judge?ment|negligen\w+|apportion\w*|"
    r"judge (?:any|indiv|people|those|staff|them)\w*|criticis\w+ of (?:any|indiv)\w+|beio|bai)\b"
    r"|\b(?:blame|fault|culpability)\b (?:is|was|are|plays?|has|have)\b[^.;]{0,12}\b(?:no|not)\b",
    re.IGNORECASE,
)
