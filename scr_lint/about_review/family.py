"""What a draft says of the family's part in the review."""

from __future__ import annotations

import re
from enum import StrEnum

from ..draft import Block, Draft, Role
from ..settings import Names
from .kin_by_name import kin_by_name
from .words import ASKED, MAKING, NOT_OURS, has, pattern, sentences, told

_FAMILY_TOLD = (
    r"(?:told|said to|spoke (?:to|with)|met(?: with)?|talked (?:to|with)|showed|described to|"
    r"explained to|wrote to|shared with|asked|reminded|helped|thanked|gave)"
)
_MAKERS = (
    r"(?:us|me|we|I|both reviewers|(?:the |our |both |an? )?(?:lead |independent |overview |two )*"
    r"(?:reviewers?|authors?|review(?: team| panel| group)?|panel(?: chair)?))"
)
#: Whom those who inspect an area hear: there is no one family.
_HEARD_PEOPLE = (
    r"(?:children|young people|care leavers|(?:victims and )?survivors|parents|carers|families)"
)
#: What they do with them; what a parent told an inspector in the past is practice.
_INSPECTORS = r"(?:the |our )?(?:inspectors|inspection team)"
_REACHED = (
    r"(?:met|held (?:\w+ ){0,2}?(?:discussions|conversations|meetings|interviews)|spoke|talked|interviewed|wrote|visited|heard|invited|offered|approached|listened|"
    r"contacted|consulted|were told|was told|are grateful|is grateful|thank)"
)


#: Who else may have dealt with a family: then it is practice that is told.
_PRACTICE = re.compile(
    r"\b(?:agenc\w+|social workers?|health visitors?|schools?|staff|workers|practitioners|services?|GP|"
    r"IMRs?|conferences?|(?:care|protection) plans?|records?|files?|assessments?|visits?|courses?|programmes?|therapy|treatment|class(?:es)?)\b",
    re.IGNORECASE,
)


class Part(StrEnum):
    """What a draft says of the family's part in the review."""

    TOLD = "told"
    ABSENT = "absent without a reason"
    SILENT = "silent"


def family_part(draft: Draft, names: Names) -> Part:
    """Whether the draft says that the family took part, was asked to, or why it did not.

    `names` are the settings' own, among them pseudonyms that the draft does not explain.
    """
    absent = False
    called = _called(kin_by_name(draft, names))
    if _inspectors_heard(draft):
        return Part.TOLD
    for block in told(draft):
        family = False
        presents = draft.role_of(block.index) in MAKING | {Role.OTHER}
        for sentence in sentences(block):
            # "They gave their views", after a sentence about them, is about them too.
            words = _PRONOUN.sub("The family", sentence) if family and presents else sentence
            words = _by_kin(words, called) if called else words
            family = has("family", words)
            if not family or ASKED.search(sentence):
                continue
            words = _OWN_VIEW.sub(" ", NOT_OURS.sub(" ", words))
            if _told_reviewers(words):
                return Part.TOLD
            if _takes_part(draft, block, words):
                if not _DID_NOT.search(words) or has("reason", _after_absence(words, block)):
                    return Part.TOLD
                absent = True
    return Part.ABSENT if absent else Part.SILENT


def _called(names: frozenset[str]) -> re.Pattern[str] | None:
    """What the draft calls people of the family, longest first."""
    longest = sorted(names, key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, longest))})\b") if names else None


def _by_kin(words: str, called: re.Pattern[str]) -> str:
    """A sentence with "Mother" for each name that stands for somebody of the family.

    Not for a name that says whose worker or which body it is: "Robin’s nursery", "the teacher of
    Robin", "the Rose Centre".
    """

    def word_for(name: re.Match[str]) -> str:
        before, after = words[: name.start()], words[name.end() :]
        owned = _OF_THEIRS.search(before) and not _THEIR_PART.match(after)
        return "somebody" if owned or _THEIRS.match(after) or _OF_BODY.search(before) else "Mother"

    return called.sub(word_for, words)


#: What of somebody's is their part: "the views of Rose", "Rose’s account".
_PART_OF = (
    r"(?:accounts?|views?|contributions?|wish(?:es)?|part|words|voices?|memor(?:y|ies)|letters?|experiences?|thoughts|"
    r"comments|perspectives?|opinions?|involvement|participation|feedback|story|recollections|help|permission|choice|"
    r"decision|time|candour|generosity|patience|courage|answers?|meetings?|interviews?|invitations?|questions?)"
)
_THEIR_PART = re.compile(rf"[’']s? (?:\w+ )?{_PART_OF}\b", re.IGNORECASE)
#: After a name: what it owns, or the rest of a body's name.
_THEIRS = re.compile(
    rf"(?!{_THEIR_PART.pattern})(?:[’']s?\s\w|[ -][A-Z][\w’'-]|[ -](?i:{_PRACTICE.pattern}|nursery|ward|centre|house|clinic|unit)\b)"
)
#: Before a name: somebody who is there for them, or who knew them.
_OF_THEIRS = re.compile(
    rf"\b(?!{_PART_OF}\b)[\w-]+ (?:of|for) $"
    r"|\b(?:who|that) (?:had |has )?(?:knew|known|taught|treated|visited|saw|seen|supported|worked with|cared for|looked after) $|\b(?:worker|teacher|nurse|GP|midwife|visitor|doctor|therapist|guardian) to $"
    r"|\b(?:caring for|working with|teaching|treating|supporting|attended by|used by|known to) $",
    re.IGNORECASE,
)
_OF_BODY = re.compile(r"\b(?:St\.?|Saint|Mount|Little|Upper|Lower) $")


def _inspectors_heard(draft: Draft) -> bool:
    """Whether an inspection's report, which calls its authors inspectors, says whom they heard."""
    texts = [block.text for block in told(draft)]
    if sum(len(re.findall(r"\b[Ii]nspectors\b", text)) for text in texts) < _OFTEN:
        return any(_PEOPLE_TOLD_US.search(text) for text in texts)
    return any(_PEOPLE_HEARD.search(text) or _PEOPLE_TOLD_US.search(text) for text in texts)


#: How often a report speaks of inspectors that is theirs. A default of this project.
_OFTEN = 3
_CLAUSE = r"(?:(?!\b(?:who work|staff|practitioners|professionals|workers|leaders|social)\b)[^.;])"
_PEOPLE_TOLD_US = re.compile(
    rf"\b{_HEARD_PEOPLE}\b{_CLAUSE}{{0,50}}?\b(?:told|said to|spoke (?:to|with)|shared with|met with) us\b",
    re.IGNORECASE,
)
_PEOPLE_HEARD = re.compile(
    rf"\b{_HEARD_PEOPLE}\b{_CLAUSE}{{0,50}}?\b(?:told|said to|spoke (?:to|with)|shared with|met(?: with)?)"
    rf" {_INSPECTORS}\b"
    rf"|\b{_INSPECTORS}\s+(?:\w+\s+){{0,3}}?{_REACHED}\b{_CLAUSE}{{0,60}}?\b{_HEARD_PEOPLE}\b",
    re.IGNORECASE,
)
_PRONOUN = re.compile(r"^\W*(?:they|she|he|both|neither|all of them)\b", re.IGNORECASE)
#: A view that is the reviewers' own: "a matter upon which the author offers no view".
_OWN_VIEW = re.compile(
    r"\b(?:(?:authors?|reviewers?|panel)(?:['’]s?)?|I|we|my|our)\b (?:(?!of|from)\w+ ){0,4}?"
    r"(?:views?|opinions?)\b(?! (?:of|from))",
    re.IGNORECASE,
)
_DID_NOT = re.compile(
    r"\b(?:not|no|nor|never|none|neither|without)\b[^.;,]{0,40}\b(?:involv\w+|contribut\w+|"
    r"participat\w+|take part|taken part|took part|interview\w+|consult\w+|contact\w*|approach\w*|"
    r"invit\w+|spoken)\b",
    re.IGNORECASE,
)


def _after_absence(words: str, block: Block) -> str:
    """The text in which a reason may stand: the sentence, and what follows it in its paragraph."""
    at = block.text.find(words[:30])
    return block.text[at:] if at >= 0 else words


def _told_reviewers(words: str) -> bool:
    """ "Mother met both reviewers twice", "we spoke with the grandparents"."""
    family = pattern("family").pattern
    near = r"(?:[^.;,]{0,40}?\s)?"
    without = r"(?:(?!\b(?:who|staff|that|practitioners|workers|about)\b)[^.;]){0,60}?"
    return bool(
        re.search(
            rf"(?:{family})(?!{_WORKER_OF})\W+{near}{_FAMILY_TOLD}\s+{_MAKERS}\b"
            rf"|\b{_MAKERS}\s+(?:\w+\s+){{0,4}}?{_REACHED}\b{without}(?:{family})(?!{_WORKER_OF})",
            words,
            re.IGNORECASE,
        )
        and not re.search(r"\bIMR|management review", words)
    )


def _takes_part(draft: Draft, block: Block, words: str) -> bool:
    """Whether a sentence tells of the family's part, where the report tells how it was made."""
    section = draft.section_of(block.index)
    title = section.title if section else ""
    role = draft.role_of(block.index)
    titled = has("family", title) and (has("take_part", title) or _PART.search(title))
    if titled and role in MAKING | {Role.OTHER}:
        return True
    apart = role not in {Role.CHRONOLOGY, Role.ANALYSIS, Role.FINDINGS}
    if apart and not _PRACTICE.search(words) and _HEARD.search(words):
        return True
    if not has("take_part", words):
        return False
    if _TO_REVIEW.search(words):
        return True
    if role not in {Role.INTRODUCTION, Role.METHODOLOGY}:
        return False
    if _PRACTICE.search(words):
        return False
    return role is Role.METHODOLOGY or has("review", words) or has("own_voice", words)


_PART = re.compile(r"\bpart\b", re.IGNORECASE)
#: After "the mother": " ’s social worker", who is none of the family.
_WORKER_OF = rf"[’']s? (?:[\w-]+ ){{0,2}}?{_PRACTICE.pattern}"
#: What only a review's readers and contributors do, outside the story of the case.
_HEARD = re.compile(
    r"""\b(?:took|taken|take|have|had|play\w*|wanted)\ (?:no\ )?part\b(?!\ (?:in|of)\ (?!this\b|the\ review|our\b|it\b))
      |\bcontribut\w+\b(?!\ (?:to|towards)\ (?!this\b|the\ (?:review|report)|our\b|it\b))
      |\b(?:read|saw|seen|shown|commented\ on|corrected|altered|amended)\ (?:through\ )?(?:the|this|our|a|an)
        \ (?:\w+\ ){0,2}(?:draft|report|chapter|text|summary|section)\b
      |\b(?:gave|given|made|sent)\ (?:\w+\ ){0,3}(?:views?|account|representations?|statements?|comments?)\b
      |\b(?:was|were|been)\ (?:told|informed)\ (?:of|about)\ (?:the|this|our)\ review\b
      |\basked\ (?:us|to\ be\ heard|that\ (?:this|the|our|it)\ (?:report|review|be)\b)
      |\b(?:choice|wish|decision)\b[^.;]{0,30}\b(?:no\ part|not\ to)\b
      |^\W*(?:seen|met|heard|interviewed|consulted|spoken\ to)\b\W
      |\b(?:choice|chose|wish\w*|prefer\w*)\b[^.;]{0,20}\b(?:not\ to\ (?:take|be|speak|meet))\b""",
    re.VERBOSE | re.IGNORECASE,
)
_TO_REVIEW = re.compile(
    r"\b(?:contribut\w+|participat\w+|involv\w+|part|input|consult\w+|engag\w+|interview\w+|views?|"
    r"invit\w+)\b"
    r"[^.;]{0,40}?\b(?:to|in|with|by|for|of|during) (?:this|the|our) (?:\w+ ){0,4}?(?:reviews?|report|"
    r"process|reviewers?|authors?|panel|SCR|CPR|LCSPR|CSPR)\b"
    r"|\b(?:read|seen|shown|commented|corrected|checked|been given|discussed) (?:\w+ ){0,3}?"
    r"(?:draft|report)\b",
    re.IGNORECASE,
)
