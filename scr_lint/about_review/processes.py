"""What a draft says of the processes beside the review, and of what they meant for it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from ..draft import Block, Draft, Role, Span
from .words import ASKED, MAKING, NOT_OURS, SENTENCE, has, pattern, sentences, told


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


def other_processes(draft: Draft) -> list[Mention]:
    """The processes beside the review that the draft mentions, each at its first place."""
    found: dict[Process, Mention] = {}
    for block in told(draft, without=frozenset({Role.APPENDIX})):
        for sentence in sentences(block):
            for name, process in _PROCESSES:
                match = None if process in found else pattern(name).search(sentence)
                if match and _is_beside(draft, block, name, sentence):
                    start = max(0, block.text.find(match[0]))
                    span = Span(block.index, start, start + len(match[0]))
                    found[process] = Mention(process, span)
    return list(found.values())


def says_effect(draft: Draft) -> bool:
    """Whether the draft says what another process did, or did not do, to this review."""
    before = ""
    at: int | None = None
    for block in told(draft):
        section = draft.section_of(block.index)
        if section is not None and section.index != at:
            before, at = section.title, section.index
        named = _names_process(block.text, draft.role_of(block.index))
        if named or _names_process(before, draft.role_of(block.index)):
            for sentence in SENTENCE.split(NOT_OURS.sub(" ", block.text)):
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
#: "There are no criminal proceedings", "nobody has been charged"; "no date for the trial" is another matter.
_THERE_IS_NONE = re.compile(
    r"""\bno\ (?:other\ |further\ |\w+\ or\ )?(?:criminal|police|statutory|coronial|disciplinary|civil)?\ ?
        (?:proceedings|prosecutions?|inquests?|investigations?|inquiry|inquiries|trials?|charges?|reviews?
        |process(?:es)?|case)\b(?!\W+(?:has|have|had)\ (?:yet|so\ far)|\W+until|\W+yet\b)
      |\b(?:no\ one|nobody|none|neither)\b[^.;]{0,40}\b(?:prosecut|charg|convict|arrest|interview)\w+
      |\b(?:no\ one|nobody|none|not|never|neither)\b[^.;]{0,12}\bon\ trial\b|\bno\ interest\b
      |\b(?:not|n.t)\ (?:\w+\ )?(?:need|have|going|intend\w*|propos\w+)\ to\ (?:hold|open|bring|prosecute|charge)\b""",
    re.VERBOSE | re.IGNORECASE,
)
_OTHER_CASE = re.compile(
    r"\b(?:previous(?:ly)?|earlier|prior|before (?:he|she|they)|in his teens|as a (?:boy|child|young|"
    r"teenager)|history of|(?:before|long before) (?:the|her|his) birth|old|unrelated|past|record)\b",
    re.IGNORECASE,
)
_GRAVE = re.compile(
    r"\b(?:murder|manslaughter|causing or allowing|death|died|cruelty|killing|homicide|Crown Court|"
    r"await\w* (?:\w+ )?trial|stand\w* trial|on bail|before the (?:Crown|magistrates)|"
    r"grievous|trafficking|rape|sexual (?:abuse|exploitation|offences)|ill-treat\w+|the (?:trial|"
    r"injur\w+))\b",
    re.IGNORECASE,
)


def _is_beside(draft: Draft, block: Block, name: str, sentence: str) -> bool:
    """Whether a sentence tells of a process about this case, rather than of the law or the past."""
    if _FOR_OTHERS.search(sentence) or ASKED.search(sentence) or _THERE_IS_NONE.search(sentence):
        return False
    if _IN_GENERAL.search(sentence):
        return False
    if name == "criminal":
        told = draft.role_of(block.index) in MAKING | {Role.CONCLUSION}
        return not _OTHER_CASE.search(sentence) and (told or bool(_GRAVE.search(sentence)))
    if name == "other_review":
        told = draft.role_of(block.index) in MAKING
        return told or bool(_UNDER_WAY.search(sentence))
    return not _OTHER_CASE.search(sentence)


#: What is said of investigations or of criminal justice as such: "involved in the criminal justice
#: system", "a say in police investigations of theft".
_IN_GENERAL = re.compile(
    r"""\b(?:in|with|within|into|through|by|of|throughout|enter\w*|the)\ (?:the\ )?(?:youth\ |wider\ |adult\ )?criminal\ justice\ (?:systems?|process(?:es)?
        |agenc\w+|partners?|board|services?|matters)\b
      |(?<!the\ )(?<!these\ )(?<!those\ )(?<!two\ )(?<!both\ )(?<!three\ )\b(?:police|criminal)\ (?:investigations|prosecutions|trials|inquiries|enquiries)
        \ (?:in(?:to)?|of|for|about|involving|concerning)\ (?:\w+\ ){0,3}(?:child\ sexual\ abuse|abuse|neglect|exploitation|crime|violence|offences|offending|harm|assaults)\b
      |\b(?:all|many|most|some|such|any|each|every|complex|joint)\ (?:police|criminal)\ (?:investigations?|prosecutions?|cases|trials)\b""",
    re.VERBOSE | re.IGNORECASE,
)
_UNDER_WAY = re.compile(
    r"\b(?:under ?way|ongoing|continu\w+|concluded|completed|commissioned|published|running|opened|"
    r"is (?:looking|investigating|reviewing)|was (?:also|held|carried out|conducted))\b",
    re.IGNORECASE,
)


def _names_process(text: str, role: Role) -> bool:
    names = ("criminal", "inquest", "other_review", "court")
    loosely = role in MAKING and _LOOSELY.search(text)
    return bool(loosely) or any(has(name, text) for name in names)


_LOOSELY = re.compile(
    r"\b(?:parallel|concurrent|other|linked|related|criminal|coronial|legal) (?:\w+ ){0,2}"
    r"(?:process\w*|proceedings|investigations?|reviews?|inquir\w+|enquir\w+|matters)\b|\bthe police\b|"
    r"\bproceedings\b|\binvestigations?\b",
    re.IGNORECASE,
)


def _touches_review(sentence: str) -> bool:
    """Whether a sentence says that something was done to the review, its steps or its report."""
    if not (has("making", sentence) or _SAME.search(sentence)) or _FOR_OTHERS.search(sentence):
        return False
    if _JUST_TOLD.search(sentence) or _OF_WORDING.match(sentence):
        return False
    linked = has("link", sentence) and (
        any(has(name, sentence) for name in ("criminal", "inquest", "other_review", "court"))
        or bool(_POINTS_BACK.search(sentence))
    )
    if _SAME.search(sentence):
        return True
    return linked or has("effect", sentence) or bool(_UNTIL.search(sentence))


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
#: What a report says of its own words and parts: "The report uses the terms …".
_OF_WORDING = re.compile(
    r"\W*(?:the|this|our) (?:\w+ )?(?:report|review|account|chapter|section|document) (?:\w+ly )?(?:uses?|refers?|"
    r"calls?|names?|speaks? of|adopts?|employs?|is (?:set out|divided|arranged|written|in \w+ parts))\b",
    re.IGNORECASE,
)
#: "The panel has been kept informed" and "published in the press" say nothing of the kind.
_JUST_TOLD = re.compile(
    r"\b(?:kept|been) (?:informed|updated|up to date)\b|\bnewspaper|\bpress\b|\bto the reader\b"
    r"|\bunder ?way when\b|\b(?:say|said) no more\b|\bawait\w* (?:\w+ )?(?:trial|sentence)",
    re.IGNORECASE,
)
