"""What a draft says about the review itself: its purpose, the family's part, other processes.

Reports say these things in many words, so sentences are read by the classes of words that meet in
them (`vocabulary/about_review.tsv`): a word for the review, one for a purpose and one for learning
say that the purpose of the review is to learn, in whatever order. Quotations are left aside.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from . import vocabulary
from .draft import Block, Draft, Role, Section, Span
from .grammar.quotation import quoted

#: Sections that tell how the review was made.
MAKING = frozenset(
    {Role.FRONT_MATTER, Role.SUMMARY, Role.INTRODUCTION, Role.METHODOLOGY, Role.APPENDIX}
)
#: Sections that say nothing of the review itself.
_SILENT = frozenset({Role.CONTENTS, Role.GLOSSARY, Role.REFERENCES, Role.RECOMMENDATIONS})
_SENTENCE = re.compile(r"(?<=[.!?;])\s+(?=[A-Z‘“\"'(])|\n")
#: Reviews, panels and reports that are not this review's.
_NOT_OURS = re.compile(
    r"""\b(?:(?:LAC|CLA|CIN|CP|looked[ -]after(?:\ child(?:ren)?)?|child(?:ren)?\ in\ (?:care|need)
        |child\ protection|care(?:\ plan)?|placement|statutory|annual|health|developmental|medication
        |six[- ]month(?:ly)?|yearly|EHCP?|pathway\ plan|case\ file|file|EHC)\ reviews?
      |review\ (?:conferences?|meetings?|appointments?|clinics?|officers?|health)
      |(?:independent\ )?reviewing\ officers?
      |(?:(?-i:[A-Z]{2,6})|resource|allocation|placement|access|funding|fostering|adoption|gatekeeping
        |exclusion)\ panels?
      |(?:social\ work(?:er)?(?:'s|’s)?|court|police|school|medical|progress|conference|psychiatric
        |pre-sentence|section\ 7|welfare|news(?:paper)?|press)\ reports?
      |review(?:ed)?\ (?:of\ )?(?:her|his|their)\ (?:case|plan|medication|care))\b""",
    re.VERBOSE | re.IGNORECASE,
)
#: Questions that the review was to answer about practice, not statements about itself.
_ASKED = re.compile(
    r"^\W*(?:to (?:examine|establish|consider|assess|determine|explore|review)\b|whether\b|how\b|"
    r"what\b|did\b|were\b|was\b)|\?\W*$|\bwhether\b|\bhow (?:far|well)\b|\bextent to which\b|"
    r"\bto what extent\b",
    re.IGNORECASE,
)
_FAMILY_TOLD = (
    r"(?:told|said to|spoke (?:to|with)|met(?: with)?|talked (?:to|with)|showed|described to|"
    r"explained to|wrote to|shared with|asked|reminded|helped|thanked|gave)"
)
_MAKERS = (
    r"(?:us|me|we|I|both reviewers|(?:the |our |both |an? )?(?:lead |independent |overview |two )*"
    r"(?:reviewers?|authors?|review(?: team| panel| group)?|panel(?: chair)?))"
)
_REACHED = (
    r"(?:met|spoke|talked|interviewed|wrote|visited|heard|invited|offered|approached|listened|"
    r"contacted|consulted|were told|was told|are grateful|is grateful|thank)"
)
_BLAME_SUBJECT = re.compile(
    r"\b(?:this|the|our|a|any|such|these) (?:\w+ ){0,4}?(?:reviews?|reports?|process|exercise|"
    r"inquiry|SCRs?|CPRs?|LCSPRs?|CSPRs?)\b|\b(?:purpose|aim|intention|role|place|task|remit|part)\b"
    r"|\b(?:reviews|it is (?:no|not))\b|\b(?:we|us|our|reviewers?|authors?|panel)\b|^\W*(?:it|that|this)\b"
    r"|\bnot about\b|\bnot (?:here )?to (?!blame\b)|(?-i:\bI\b)|\b(?:pages|document|nothing in|blame is)\b",
    re.IGNORECASE,
)


class Process(StrEnum):
    """What may run beside a review."""

    CRIMINAL = "criminal proceedings"
    INQUEST = "an inquest"
    REVIEW = "another review or investigation"


@dataclass(frozen=True, slots=True)
class Mention:
    """The first words for a process that runs beside the review."""

    process: Process
    span: Span


# --- purpose ---


def says_purpose(draft: Draft) -> bool:
    """Whether the draft says that it is there to learn or improve, or that it does not blame."""
    return any(
        _is_for_learning(sentence) or _disowns_blame(sentence)
        for block in _told(draft, without=frozenset({Role.CHRONOLOGY}))
        for sentence in _sentences(block)
    )


def _is_for_learning(sentence: str) -> bool:
    words = _NOT_OURS.sub(" ", sentence)
    if _OF_ELSE.search(words):
        return False
    about = _has("review", words) or _has("own_voice", words) or bool(_IT.match(words))
    return about and _has("learn", words) and bool(_AIM.search(words))


_OF_ELSE = re.compile(
    r"\b(?:purpose|aim|point|object)s? of (?:the|this|that|a|an|her|his|their|each) (?!(?:\w+ ){0,4}"
    r"(?:reviews?|reports?|SCRs?|CPRs?|LCSPRs?|process|exercise|inquiry|work)\b)",
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
    words = _NOT_OURS.sub(" ", sentence)
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


# --- the family ---


class Part(StrEnum):
    """What a draft says of the family's part in the review."""

    TOLD = "told"
    ABSENT = "absent without a reason"
    SILENT = "silent"


def family_part(draft: Draft) -> Part:
    """Whether the draft says that the family took part, was asked to, or why it did not."""
    absent = False
    for block in _told(draft):
        for sentence in _sentences(block):
            if not _has("family", sentence) or _ASKED.search(sentence):
                continue
            words = _NOT_OURS.sub(" ", sentence)
            if _told_reviewers(words):
                return Part.TOLD
            if _takes_part(draft, block, words):
                if not _DID_NOT.search(words) or _has("reason", _after_absence(words, block)):
                    return Part.TOLD
                absent = True
    return Part.ABSENT if absent else Part.SILENT


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
    family = _pattern("family").pattern
    near = r"(?:[^.;,]{0,40}?\s)?"
    without = r"(?:(?!\b(?:who|staff|that|practitioners|workers|about)\b)[^.;]){0,60}?"
    return bool(
        re.search(
            rf"(?:{family})\W+{near}{_FAMILY_TOLD}\s+{_MAKERS}\b"
            rf"|\b{_MAKERS}\s+(?:\w+\s+){{0,4}}?{_REACHED}\b{without}(?:{family})",
            words,
            re.IGNORECASE,
        )
        and not re.search(r"\bIMR|management review", words)
    )


def _takes_part(draft: Draft, block: Block, words: str) -> bool:
    """Whether a sentence tells of the family's part, where the report tells how it was made."""
    if not _has("take_part", words):
        return False
    if _TO_REVIEW.search(words):
        return True
    section = draft.section_of(block.index)
    title = section.title if section else ""
    role = draft.role_of(block.index)
    if _has("family", title) and _has("take_part", title) and role in MAKING | {Role.OTHER}:
        return True
    if role not in {Role.INTRODUCTION, Role.METHODOLOGY}:
        return False
    if _PRACTICE.search(words):
        return False
    return role is Role.METHODOLOGY or _has("review", words) or _has("own_voice", words)


#: Who else may have dealt with a family: then it is practice that is told.
_PRACTICE = re.compile(
    r"\b(?:agenc\w+|social workers?|health visitors?|schools?|staff|workers|practitioners|services?|GP|"
    r"IMRs?|conferences?|(?:care|protection) plans?|records?|files?|assessments?|visits?)\b",
    re.IGNORECASE,
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


# --- other processes ---


def other_processes(draft: Draft) -> list[Mention]:
    """The processes beside the review that the draft mentions, each at its first place."""
    found: dict[Process, Mention] = {}
    for block in _told(draft, without=frozenset({Role.APPENDIX})):
        for sentence in _sentences(block):
            for name, process in _PROCESSES:
                match = None if process in found else _pattern(name).search(sentence)
                if match and _is_beside(draft, block, name, sentence):
                    start = max(0, block.text.find(match[0]))
                    span = Span(block.index, start, start + len(match[0]))
                    found[process] = Mention(process, span)
    return list(found.values())


def says_effect(draft: Draft) -> bool:
    """Whether the draft says what another process did, or did not do, to this review."""
    before = ""
    at: int | None = None
    for block in _told(draft):
        section = draft.section_of(block.index)
        if section is not None and section.index != at:
            before, at = section.title, section.index
        named = _names_process(block.text, draft.role_of(block.index))
        if named or _names_process(before, draft.role_of(block.index)):
            for sentence in _SENTENCE.split(_NOT_OURS.sub(" ", block.text)):
                if _touches_review(sentence):
                    return True
        before = block.text if named else before if before == (section and section.title) else ""
    return False


_PROCESSES = (
    ("criminal", Process.CRIMINAL),
    ("inquest", Process.INQUEST),
    ("other_review", Process.REVIEW),
)
#: What says that a review decides nothing of the kind.
_FOR_OTHERS = re.compile(
    r"\b(?:matters?|questions?|role|task|work|business|purpose) (?:for|of) (?:the )?(?:\w+ )?"
    r"(?:coroners?|criminal|courts?|tribunals?|police)\b|\bcoroners and\b|\bcoroners?.? courts? and\b|"
    r"\b(?:blam|culpab|(?:hold|to) account|other processes|employment law)\w*|elsewhere",
    re.IGNORECASE,
)
_OTHER_CASE = re.compile(
    r"\b(?:previous(?:ly)?|earlier|prior|before (?:he|she|they)|in his teens|as a (?:boy|child|young|"
    r"teenager)|history of|(?:before|long before) (?:the|her|his) birth|old|unrelated|past|record)\b",
    re.IGNORECASE,
)
_GRAVE = re.compile(
    r"\b(?:murder|manslaughter|causing or allowing|death|died|cruelty|killing|homicide|Crown Court|"
    r"grievous|trafficking|rape|sexual (?:abuse|exploitation|offences)|ill-treat\w+|the (?:trial|"
    r"injur\w+))\b",
    re.IGNORECASE,
)


def _is_beside(draft: Draft, block: Block, name: str, sentence: str) -> bool:
    """Whether a sentence tells of a process about this case, rather than of the law or the past."""
    if _FOR_OTHERS.search(sentence) or _ASKED.search(sentence):
        return False
    if name == "criminal":
        told = draft.role_of(block.index) in MAKING | {Role.CONCLUSION}
        return not _OTHER_CASE.search(sentence) and (told or bool(_GRAVE.search(sentence)))
    if name == "other_review":
        told = draft.role_of(block.index) in MAKING
        return told or bool(_UNDER_WAY.search(sentence))
    return not _OTHER_CASE.search(sentence)


_UNDER_WAY = re.compile(
    r"\b(?:under ?way|ongoing|continu\w+|concluded|completed|commissioned|published|running|opened|"
    r"is (?:looking|investigating|reviewing)|was (?:also|held|carried out|conducted))\b",
    re.IGNORECASE,
)


def _names_process(text: str, role: Role) -> bool:
    names = ("criminal", "inquest", "other_review", "court")
    loosely = role in MAKING and _LOOSELY.search(text)
    return bool(loosely) or any(_has(name, text) for name in names)


_LOOSELY = re.compile(
    r"\b(?:parallel|concurrent|other|linked|related|criminal|coronial|legal) (?:\w+ ){0,2}"
    r"(?:process\w*|proceedings|investigations?|reviews?|inquir\w+|enquir\w+|matters)\b|\bthe police\b|"
    r"\bproceedings\b|\binvestigations?\b",
    re.IGNORECASE,
)


def _touches_review(sentence: str) -> bool:
    """Whether a sentence says that something was done to the review, its steps or its report."""
    if not (_has("making", sentence) or _SAME.search(sentence)) or _FOR_OTHERS.search(sentence):
        return False
    if _JUST_TOLD.search(sentence):
        return False
    linked = _has("link", sentence) and (
        any(_has(name, sentence) for name in ("criminal", "inquest", "other_review", "court"))
        or bool(_POINTS_BACK.search(sentence))
    )
    if _SAME.search(sentence):
        return True
    return linked or _has("effect", sentence) or bool(_UNTIL.search(sentence))


#: Two processes under one roof: "the same chair led both".
_SAME = re.compile(r"\b(?:one|same|joint) (?:chair|reviewer|author|panel|team)\b", re.IGNORECASE)
_UNTIL = re.compile(
    r"\b(?:until|till|pending|while|whilst|before|after|once (?:the|this|that|it|they)|"
    r"as soon as|(?:at|since) the end of|on completion of|nes)\b",
    re.IGNORECASE,
)
_POINTS_BACK = re.compile(
    r"\b(?:its|their|the) (?:findings?|conclusions?|evidence|report|statements|reviewers?|panel|"
    r"team|material|chronology)\b|^\W*(?:it|this|that|both|the two|these|they)\b|\bthe two\b|"
    r"\bthe police\b|\bofficer in the case\b",
    re.IGNORECASE,
)
#: "The panel has been kept informed" and "published in the press" say nothing of the kind.
_JUST_TOLD = re.compile(
    r"\b(?:kept|been) (?:informed|updated|up to date)\b|\bnewspaper|\bpress\b|\bto the reader\b"
    r"|\bunder ?way when\b",
    re.IGNORECASE,
)


# --- words ---


def _told(draft: Draft, without: frozenset[Role] = frozenset()) -> Iterator[Block]:
    yield from draft.prose(without=tuple(_SILENT | without))


def _sentences(block: Block) -> list[str]:
    """The sentences of a paragraph, without what it quotes."""
    text = block.text
    for start, end in quoted(text):
        text = text[:start] + " " * (end - start) + text[end:]
    return [s for s in _SENTENCE.split(text) if s.strip()]


def _has(name: str, text: str) -> bool:
    return bool(_pattern(name).search(text))


@cache
def _pattern(name: str) -> re.Pattern[str]:
    """The words of a class; small words for oneself count as they stand, others in any case."""
    rows = vocabulary.load("scr_lint", "about_review")
    words = next(row["words"] for row in rows if row["class"] == name).split(";")
    forms = (re.escape(w.strip()).replace(r"\*", r"\w*").replace(r"\ ", r"\s+") for w in words)
    return re.compile(rf"\b(?:{'|'.join(forms)})\b", re.IGNORECASE)


# --- the whole ---

_PARTS = MAKING - {Role.FRONT_MATTER, Role.APPENDIX} | {
    Role.FAMILY_BACKGROUND,
    Role.CHRONOLOGY,
    Role.ANALYSIS,
    Role.FINDINGS,
    Role.RECOMMENDATIONS,
    Role.CONCLUSION,
}


def is_whole(draft: Draft, words: float) -> bool:
    """Whether a draft is a report and no extract: by its length, or by its parts.

    Of the parts there must be four, or three of which one is where a report says how it was made.
    """
    parts = {s.role for s in draft.sections if s.heading is not None} & _PARTS
    return draft.words >= words or len(parts) + bool(parts & MAKING) > 3


def where_it_stands(draft: Draft, *roles: Role) -> Iterator[Span]:
    """The heading of the first section of some roles, the first role first; none without one."""
    for role in roles:
        for section in draft.sections:
            if section.role is role and section.heading is not None:
                yield Span(section.heading, 0, len(draft.blocks[section.heading].text))
                return


def tells_of_people(section: Section) -> bool:
    """Whether a section about the making of a review tells what the family or staff said."""
    title = section.title
    people = _has("family", title) or bool(
        re.search(r"\b(?:staff|practitioners?|professionals?)\b", title, re.IGNORECASE)
    )
    return people and _has("take_part", title)
