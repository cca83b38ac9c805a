"""How a family is made up: birth order, numbers of children, ages of siblings, twins, half-siblings.

Finds the words that tell it, of whatever family. Whether it is the family of the case is read from
the words around them: "her three children" and "mother of four" tell; "three children in the
audit" does not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from ..grammar.parse import neighbour, whole_text
from ..grammar.voice import subject_of
from .belonging import is_note
from .family import Standing, family_in, standing, whose
from .mentions import Cast

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as SpacySpan


class Telling(StrEnum):
    """What some words tell of a family."""

    ORDER = "birth order"
    NUMBER = "number of children"
    AGES = "ages of siblings"
    TWINS = "twins"
    HALF = "half- or step-siblings"


_WORDS = "two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
_N = rf"(?:{_WORDS}|[2-9]|1[0-2])"
_ORDINAL = (
    r"(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|last|1st|2nd|3rd|[4-9]th)"
)
_KIN = r"(?:(?:half|step)[- ]?)?(?:siblings?|sibs?|brothers?|sisters?)"
_KINS = r"(?:(?:half|step)[- ]?)?(?:siblings|sibs|brothers|sisters)"
_OFFSPRING = r"(?:child|son|daughter|boy|girl|baby|lad|lass|kid|bairn)"
_CHILDREN = r"(?:children|kids|lads|lasses|bairns|tots|little [’']uns|sons|daughters|boys|girls|offspring|little ones|youngsters|babies)"
_OLDER = r"(?:older|elder|younger|eldest|oldest|youngest|middle|big|little|baby|kid|infant|newborn)"
_MOST = r"(?:eldest|oldest|youngest|middle|first[- ]?born|second[- ]?born|last[- ]?born)"
_MORE = r"(?:other|older|elder|younger|surviving|full|maternal|paternal|little|small|young|adult|grown[- ]up)"
_AGE = (
    r"(?:\d{1,2}|one|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|thirteen|" + _WORDS + r")"
)
_OTHER_USE = r"(?![- ](?:protection|in need|safeguarding|death|health|development|sexual|and family|looked|care))"
_SHAPES: tuple[tuple[Telling, re.Pattern[str]], ...] = tuple(
    (telling, re.compile(rf"\b(?:{pattern})", re.IGNORECASE))
    for telling, pattern in (
        (Telling.TWINS, rf"(?:(?:non-)?identical |fraternal )?(?:twin|triplet|quadruplet)s?\b(?:[- ]{_KIN}\b)?"),
        (Telling.HALF, rf"(?:{_N} )?(?:{_OLDER} |{_MORE} )*half[- ]?(?:siblings?|sibs?|brothers?|sisters?)\b"),
        (Telling.HALF, r"step[- ]?(?:siblings?|brothers?|sisters?)\b"),
        (Telling.HALF, rf"(?:(?:by|has|have|had|with|of) )?(?:{_N} |a |had )?different (?:fathers|mothers|biological fathers)\b|by a different (?:father|mother|man|partner)\b|(?:do(?:es)? not |did not )?shared? (?:a|the same|one) (?:father|mother)\b"),
        (Telling.NUMBER, rf"(?:{_N}|one) (?:(?:very )?{_MORE} )*{_KINS}\b|one (?:{_MORE} )*{_KIN}\b|{_N} of (?:his|her|their|the) (?:{_KINS}|{_CHILDREN})\b"),
        (Telling.NUMBER, rf"(?:sibling|family) (?:group|set)s? of {_N}\b|family of {_N}\b|(?:mother|mum|father|dad|parents?|couple|single parent|woman) (?:of|to) (?:all |the )?{_N}\b(?: {_CHILDREN}\b)?"),
        (Telling.NUMBER, rf"{_N} {_CHILDREN} (?:and|&) (?:an?|one|two|three|\d) {_OFFSPRING}s?\b"),
        (Telling.NUMBER, rf"{_N} (?:{_CHILDREN})(?: in all| altogether)?,? (?:this (?:one )?being|(?:he|she|subject) (?:is|was|being)) (?:number|no\.) (?:one|\d|{_WORDS})\b"),
        (Telling.NUMBER, rf"(?:{_N}|one) (?:(?:very )?{_MORE} )*{_CHILDREN}\b(?: under \w+| aged \w+)?"),
        (Telling.ORDER, rf"only (?:girl|boy|daughter|son|lad)s? (?:among|of|in(?: a family of)?|with) (?:the )?(?:{_N})\b(?: {_CHILDREN}\b| {_KINS}\b)?"),
        (Telling.ORDER, rf"(?:one|{_ORDINAL}|{_MOST}|younger|elder|older)(?: child| one| born)? (?:of|out of) (?:a family of |a sibling group of |the |her |his |their )?(?:{_N}|twins)\b(?: {_CHILDREN}\b| {_KINS}\b)?"),
        (Telling.ORDER, rf"{_OLDER} (?:of (?:the|his|her|their) )?(?:two |three |four |five )?{_KIN}\b"),
        (Telling.ORDER, rf"(?:{_MOST}|younger|elder|older|{_ORDINAL}|only)(?: surviving| living)? {_OFFSPRING}(?:s|ren)?\b{_OTHER_USE}"),
        (Telling.ORDER, rf"(?:mum|mo|mother|parents?|couple)[’']s? {_ORDINAL}(?=[.;,)]|$)"),
        (Telling.ORDER, rf"(?:his|her|their) (?:{_ORDINAL})(?=[.;]| (?:and|but)\b)"),
        (Telling.NUMBER, rf"{_N} under (?:(?:the age of )?(?:{_WORDS}|\d{{1,2}})|school age)\b"),
        (Telling.NUMBER, rf"{_N} (?:eldest|oldest|youngest|elder|younger|older|little) ones?\b|{_N} (?:eldest|oldest|youngest)\b"),
        (Telling.AGES, rf"(?:{_N}|a|one|\w+teen|\d{{1,2}}) (?:years?|months?) (?:his|her|their) (?:senior|junior)\b|(?:{_N}|a|one|\w+teen|\d{{1,2}}) (?:years?|months?) (?:older|younger) than (?:him|her|his|the|them|(?:baby|child|sibling) [a-z])\b"),
        (Telling.NUMBER, rf"{_N} (?:{_CHILDREN})(?= \(\d)"),
        (Telling.ORDER, r"the (?:younger|elder|older)\b(?= (?:had|has|was|is|did|said|told|who|would|could|of the)|, and\b|\.)"),
        (Telling.ORDER, rf"(?:{_ORDINAL}) pregnancy\b|(?:{_MOST}|younger|elder) one\b|(?:eldest|oldest|youngest|first[- ]?born|second[- ]?born)\b"),
    )
)  # fmt: skip
# What tells it by itself, whatever stands around: "the baby of the family", "pregnant with her fourth".
_YEARS = rf"(?:{_AGE}|a|several|some|many|\w+teen|\w+ty(?:-\w+)?) (?:years?|months?|yrs?|mths?)"
_AT_HOME = (
    r"(?:slept|sleep|lived?|shared?|(?:are|is|was|were|had been) (?:all )?(?:seen|asleep|fed|bathed|placed|removed|taken|at (?:school|home|nursery)|in (?:bed|care|the house)|"
    r"left|sent|found|born)|went to (?:school|bed|nursery|live))\b"
)
_SURE_SHAPES: tuple[tuple[Telling, re.Pattern[str]], ...] = tuple(
    (telling, re.compile(rf"\b(?:{pattern})", re.IGNORECASE))
    for telling, pattern in (
        (Telling.ORDER, rf"(?:second|third|fourth|fifth|sixth|next)[- ](?:to[- ])?(?:eldest|oldest|youngest)\b(?: of (?:the |her |his |their )?{_N}\b)?"),
        (Telling.ORDER, r"the (?:baby|youngest) of the (?:family|house|brood|bunch|household)\b"),
        (Telling.ORDER, rf"(?:the )?(?:elder|older|younger|eldest|oldest|youngest) by (?:just |only |about )?{_YEARS}\b"),
        (Telling.ORDER, rf"(?:expecting|pregnant with|carrying|delivered of|gave birth to) (?:her|their|a) {_ORDINAL}\b(?: (?:child|baby))?"),
        (Telling.ORDER, rf"the (?:first|last|other|eldest|oldest|youngest|older|younger) two of (?:the )?{_N}\b"),
        (Telling.AGES, rf"{_KIN},? {_YEARS} (?:older|younger)\b|{_YEARS} (?:his|her|their) (?:senior|junior|elder)\b"),
        (Telling.AGES, rf"{_YEARS} between (?:him and|her and|them\b|the (?:two|brothers|sisters|siblings|children|boys|girls)\b)"),
        (Telling.AGES, rf"(?:children|boys|girls|siblings|brothers|sisters|sons|daughters) (?:were|are|being) (?:then |now )?{_AGE}(?:, {_AGE})*,? (?:and|&) {_AGE}\b(?! (?:of|years in|visits))"),
        (Telling.NUMBER, r"(?:sibs?|siblings|brothers?|sisters?|children|ch|kids|half-sibs) ?[x×] ?\d\b|G\d ?P\d\b|gravida (?:\d|one|two|three|four|five|six)\b(?:,? para \w+)?"),
        (Telling.NUMBER, rf"{_N} of them under (?:the age of )?(?:{_AGE}|school age)\b"),
        (Telling.NUMBER, rf"(?:all|her|his|their|the other|the first|the last) {_N}(?: of them)?(?= {_AT_HOME})"),
        (Telling.NUMBER, rf"{_N} adults and {_N} children\b|(?:buried|lost|raised|borne|brought up) {_N} (?:children|babies|sons|daughters)\b"),
    )
)  # fmt: skip
_LISTED = (
    rf"{_AGE}(?: (?:years?|months?|weeks?)(?: old)?)?"
    rf"(?:(?:, (?:and )?| and | & |/){_AGE}\b(?: (?:years?|months?|weeks?)(?: old)?)?)*"
)
_AGES = re.compile(
    rf"\b{_KIN}(?: [A-Z0-9]{{1,2}}| [A-Z][a-z]+)?(?:,? (?:who (?:was|were|is|are) )?(?:then |now )?(?:aged?|ages) |"
    rf",? (?:who (?:was|were|is|are)|then|now) | ?\(aged? | ?\(|, (?=\d))(?P<age>{_LISTED})\b(?! (?:of|times|"
    rf"brothers|sisters|in|to|at))|\b(?P<old>{_AGE}[- ]years?[- ]old) (?:twin )?{_KIN}\b"
    rf"|\b(?:another|other|elder|older|younger|youngest|eldest|oldest) (?:son|daughter|child|boy|girl),? "
    rf"(?:then |now )?aged? (?P<other>{_AGE})\b",
    re.IGNORECASE,
)
_CHILDRENS_AGES = re.compile(
    rf"\b(?:children|siblings|boys|girls)[’'] ?s? ages (?:\w+ ){{1,3}}(?P<age>{_AGE} (?:to|and) {_AGE})\b|"
    rf"\b(?:his|her|their|the|other|three|two|four|five|six|these|[’']s) (?:\w+ )?(?:children|sons|daughters|boys|girls),? "
    rf"(?:who (?:were|are) |then |now )?aged (?P<old>{_AGE}(?:, {_AGE})*,? (?:and|to|&) {_AGE})\b",
    re.IGNORECASE,
)
OF_ANYBODY = re.compile(
    r"\b(?:research|stud(?:y|ies|ied)|evidence|national\w*|per ?cent|census|borough|county|audit\w*|"
    r"sample|cohort|dip|average|typical\w*|guid(?:ance|elines?)|polic(?:y|ies)|out of \d+|caseloads?|classes|"
    r"cases|reviews|(?:one|two|three|four|\d+) (?:\w+ )?in (?:every )?(?:ten|five|four|three|twenty|\d{1,2})\b|(?:a (?:third|quarter)|half|most|many) of the children|famil(?:ies)|statistic\w*|figures)\b|%",
    re.IGNORECASE,
)
_TWIN_THINGS = re.compile(
    r"[- ](?:track|aims?|pillars?|rooms?|beds?|towns?|pressures?|challenges?|goals?|strands?|tub|set|"
    r"purposes?|objectives?|duties|roles?|risks?|concerns?|problems?|tasks?|demands?|peaks?|engines?|dangers?)\b",
    re.IGNORECASE,
)
_HAVE = frozenset(
    """have raise bear deliver expect leave bring care list look live include comprise contain
    consist parent mother father""".split()
)
_DEFINITE = frozenset("the these those all both his her their our whose".split())
# Children in a house that somebody came to: "three children present in nightclothes".
_PRESENT = re.compile(
    r"(?:(?:were|was|all) )*(?:present|asleep|awake|in bed|upstairs|in nightclothes|at the (?:address|property|home)|seen|home alone|left alone)\b"
)
# "The first two had been adopted; the third, a boy": of children counted before.
_COUNTED_OFF = re.compile(
    rf"\bthe {_ORDINAL}(?: (?:two|three)| and (?:the )?{_ORDINAL}| to (?:the )?{_ORDINAL})?"
    r"(?=,? (?:a (?:boy|girl|son|daughter)|had|has|was|were|is|are|with whom|of whom|who|lives?|lived|died)\b)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Composition:
    """Words that tell how a family is made up, and what they tell."""

    start: int
    end: int
    telling: Telling


def find_composition(doc: Doc, cast: Cast) -> Iterator[Composition]:
    """What a parsed text tells of the make-up of the family in the case, in order of place."""
    found: list[Composition] = []
    text = whole_text(doc)
    for telling, pattern in _SHAPES:
        for match in pattern.finditer(text):
            if _free(found, *match.span()) and _is_told(doc, match, telling, cast):
                found.append(Composition(*match.span(), telling))
    for telling, pattern in _SURE_SHAPES:
        for match in pattern.finditer(text):
            words = doc.char_span(*match.span(), alignment_mode="expand")
            if words is None or not _free(found, *match.span()):
                continue
            if not OF_ANYBODY.search(words.sent.text) and not _of_worker(words, cast):
                found.append(Composition(*match.span(), telling))
    for match in (*_AGES.finditer(text), *_CHILDRENS_AGES.finditer(text)):
        name = match.lastgroup or "age"
        words = doc.char_span(*match.span(), alignment_mode="expand")
        if words is not None and not _of_nobody(words, _kin_in(words), cast):
            start, end = match.span(name)
            if _free(found, start, end):
                found.append(Composition(start, end, Telling.AGES))
    counted = min((c.end for c in found if c.telling is Telling.NUMBER), default=None)
    if counted is not None:
        for match in _COUNTED_OFF.finditer(text, counted):
            if _free(found, *match.span()):
                found.append(Composition(*match.span(), Telling.ORDER))
    yield from sorted(found, key=lambda c: c.start)


def _free(found: list[Composition], start: int, end: int) -> bool:
    return not any(start < c.end and end > c.start for c in found)


def _is_told(doc: Doc, match: re.Match[str], telling: Telling, cast: Cast) -> bool:
    words = doc.char_span(*match.span(), alignment_mode="expand")
    if words is None:
        return False
    head = _kin_in(words)
    if telling is Telling.TWINS and _TWIN_THINGS.match(whole_text(doc), match.end()):
        return False
    if _of_nobody(words, head, cast):
        return False
    text = match[0].lower()
    if telling is Telling.NUMBER and _picked_out(words, head):
        return False
    if telling is Telling.NUMBER:
        return bool(re.search(_KINS + r"|sibling|one ", text)) or _is_the_familys(words, head, cast)
    if telling is Telling.ORDER:
        return _is_order(words, head, text, cast)
    return True


def _picked_out(words: SpacySpan, head: Token) -> bool:
    """Whether a clause says which ones are meant: "the two boys who robbed the shop"."""
    before = neighbour(words[0], -1) if words.start else None
    after = words.doc[words.end : words.end + 2].text.lower()
    which = any(c.dep_ == "relcl" for c in head.children) and re.match(r"(?:who|that) \w", after)
    return bool(which) and before is not None and before.lower_ == "the"


def _kin_in(words: SpacySpan) -> Token:
    """The noun for the sibling, child or parent in some words, or their last word."""
    nouns = [t for t in words if t.pos_ in {"NOUN", "PROPN"} and t.text.isalpha()]
    return nouns[-1] if nouns else words.root


def _of_nobody(words: SpacySpan, head: Token, cast: Cast) -> bool:
    """Whether the words are of any family, of a worker's, or of a study's."""
    of = whose(words, cast)
    owner = next((c for c in head.children if c.dep_ == "poss"), None)
    if owner is not None and standing(owner, cast) is Standing.WORKER:
        return True
    near = (t for t in words.sent if t.i not in range(words.start, words.end))
    if _of_worker(words, cast):
        return True
    before, after = (
        whole_text(words.doc)[: words.start_char],
        whole_text(words.doc)[words.end_char :],
    )
    either = re.search(r" or $", before) or re.match(r" or (?:one|an?|the) ", after)
    if either and re.search(r"\b(?:whether|no matter|no odds)\b", words.sent.text):
        return True
    if OF_ANYBODY.search(words.sent.text):
        return family_in(near, cast) is None
    plural = (
        head.tag_ == "NNS"
        and words[0].pos_ != "NUM"
        and not any(
            c.dep_ in {"nummod", "poss", "det"} or c.lower_ in _DEFINITE for c in head.children
        )
    )
    return plural and of is not Standing.FAMILY and bool(len(words.sent) > len(words) + 2)


def _of_worker(words: SpacySpan, cast: Cast) -> bool:
    """Whether a worker is or has it: "the social worker was the youngest", "her" after a nurse."""
    verb = next((t for t in words.root.ancestors if t.pos_ in {"VERB", "AUX"}), None)
    subject = subject_of(verb) if verb is not None else None
    if subject is None or subject.i in range(words.start, words.end):
        return False
    has = words.root.dep_ == "dobj" and verb is not None and verb.lemma_ == "have"
    return (has or words.root.dep_ in {"attr", "acomp"}) and standing(
        subject, cast
    ) is Standing.WORKER


def _is_the_familys(words: SpacySpan, head: Token, cast: Cast) -> bool:
    """Whether counted children are those of the family: "her three children", "had two sons"."""
    text = words.text.lower()
    if re.match(r"(?:mother|mum|father|dad|parent|couple|single|woman|family)", text):
        return True
    before = [neighbour(words[0], -step) for step in (1, 2, 3) if words.start >= step]
    near = {t.lower_ for t in before[:2]}
    after = words.doc[words.end : words.end + 3].text.lower()
    if re.match(r"out of|in (?:the )?(?:audit|sample|class|borough|study|other|another)", after):
        return False
    if _PRESENT.match(after) or (
        words.start == words.sent.start and (is_note(words) or after.startswith(","))
    ):
        return not OF_ANYBODY.search(words.sent.text)
    if near & _DEFINITE or any(t.tag_ in {"POS", "PRP$"} for t in before[:2]):
        return True
    if re.search(r"\bunder | aged ", text) and not OF_ANYBODY.search(words.sent.text):
        return True
    if before and before[0].lower_ in {"of", "with"}:
        return standing(before[0].head, cast) is Standing.FAMILY
    counted = head
    while counted.dep_ in {"conj", "appos"} and counted.head.pos_ in {"NOUN", "PROPN"}:
        counted = counted.head
    if counted is not head and standing(counted, cast) is Standing.FAMILY:
        return True  # "Mother, Father and four boys"
    verb = counted.head
    if counted.dep_ in {"dobj", "pobj", "attr"} and verb.lemma_.lower() in _HAVE:
        subject = subject_of(verb)
        return subject is not None and standing(subject, cast) is Standing.FAMILY
    # "There were three children in the house": the household's.
    return bool(
        re.match(r"(?:were )?(?:in|at|living in) (?:the|this) (?:house|home|family|flat)", after)
    )


def _counts_things(words: SpacySpan) -> bool:
    """Whether a number at the end of some words counts no people: "the older of the two assessments"."""
    last = words[-1]
    counted = last.head if last.dep_ == "nummod" else last
    person = re.fullmatch(f"{_CHILDREN}|{_KINS}", counted.text, re.IGNORECASE)
    return counted.i >= words.end and counted.tag_ == "NNS" and person is None


def _is_order(words: SpacySpan, head: Token, text: str, cast: Cast) -> bool:
    """Whether "the oldest", "first child", "older children" tell a place in the family."""
    before = neighbour(words[0], -1) if words.start else None
    word = before.lower_ if before is not None else ""
    after = neighbour(words[-1]) if words.end < len(words.doc) else None
    if re.search(_KIN, text):
        return True
    if " of " in text:
        if _counts_things(words):
            return False
        return not re.match(r"(?:one|first|second|third|last) (?:out )?of (?:the )?\w+$", text) or (
            whose(words, cast) is Standing.FAMILY
        )
    if re.search(r"child|son|daughter|boy|girl|baby|pregnancy|one", text):
        owned = before is not None and (before.tag_ in {"PRP$", "POS"} or word in _DEFINITE)
        if text.startswith("only"):
            return word in {"an", "her", "his", "their"} or bool(
                after is not None and after.lower_ in {"of", ",", "."} and word == "the"
            )
        if word == "the" and re.match(r"(?:older|younger|elder) (?:boy|girl)s?$", text):
            # "Child A is the elder boy" tells his place; elsewhere it only says which one.
            subject = subject_of(head.head) if head.dep_ == "attr" else None
            return subject is not None and standing(subject, cast) is Standing.FAMILY
        if after is not None and (
            after.lower_ in {"to", "who", "in"}
            or after.pos_ == "NOUN"
            or (after.tag_ == "VBN" and after.lower_ != "born")
        ):
            return before is not None and before.tag_ in {"PRP$", "POS"}
        if re.match(r"(?:older|younger|elder) ", text) and word in {"a", "an", "any", "every"}:
            return False
        if re.search(r"one$", text):
            return word in {"the", "her", "his", "their", "our", "my"} and text.startswith(
                ("eld", "mid", "young")
            )
        if re.match(rf"(?:{_MOST})", text):
            return owned or len(words.sent) <= len(words) + 4 or word == ","
        return (
            before is not None
            and (before.tag_ in {"PRP$", "POS"} or word in {"their", "his", "her"})
        ) or whose(words, cast) is Standing.FAMILY
    if text.startswith(("the ", "his ", "her ", "their ")):
        return True
    if after is not None and after.lower_ == "of":
        of = next((c for c in after.children if c.dep_ == "pobj"), None)
        if of is not None and of.pos_ != "PRON" and standing(of, cast) is Standing.WORKER:
            return False
    # "the eldest", "eldest" alone in a note; "the oldest record" is another matter.
    if after is not None and (after.pos_ in {"NOUN", "PROPN", "ADJ"} or after.text == "-"):
        return False
    note = len(words.sent) <= len(words) + 3 or word == ","
    return note or (before is not None and (word in _DEFINITE or before.tag_ in {"PRP$", "POS"}))
