"""What in a paragraph may lead to something published of the case, and the signs by which it shows.

Papers and programmes are called anything ("This Morning", "the Leader"), a trial is told by its town
alone, a sentence by its years. So all that could be one is looked at, where the paragraph speaks of
courts, the press or the web at all: names, quoted words, nouns for what is published, lengths of time. What
tells is how it is built, what governs it, what is near it, and how much the paragraph speaks of either.
What each sign is worth is for `likely_publicity` to say.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from ...grammar.parse import whole_text
from ...vector_weights import Signs, mean_vector
from ..capitalised_names import (
    capitalised,
    governor_of,
    signs_after,
    signs_before,
    signs_of_name,
)
from ..names.name_words import (
    Look,
    NameWords,
    cues,
    first_names,
    is_family_name,
    months_and_days,
    plain,
)
from ..times.dates import find_dates
from ..times.years_old import years_old
from .court_sentences import LENGTH, is_statutory
from .courts import CASE_NAME
from .press import PLATFORM, coverage

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as SpacySpan

_COURT = re.compile(
    r"court|judge|jury|trial|sentenc|convict|guilty|\bplea|hearing|\bCC\b|inquest|prison|jail|gaol",
    re.IGNORECASE,
)
_PRESS = re.compile(
    r"newspaper|\bpapers?\b|press\b|media|front page|headlin|stor(?:y|ies)\b|article|journalis|broadcast|\bnews|"
    r"radio|television|\bTV\b|podcast|documentary|programme|blog|online|website|facebook|twitter|reddit|tiktok|"
    r"youtube|instagram|\bpage|photograph|picture|video|petition|\bweb\b|\bBBC\b|\bITV\b|\bSky\b",
    re.IGNORECASE,
)
_QUOTED = re.compile(
    r"[“\"](?P<double>[^“”\"]{8,90})[”\"]|(?<!\w)[‘'](?P<single>[A-Z][^‘’']{8,60})[’'](?!\w)"
)
_LENGTH = re.compile(rf"(?<![\w-]){LENGTH}(?!\w)", re.IGNORECASE)
_NUMBER = re.compile(
    r"\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|"
    r"twenty)\b(?!-)"
)
_CITED = re.compile(r"\[(?:19|20)\d\d\][^.;,]{0,30}?\d+(?: \([A-Z][A-Za-z]*\))?")
# Bodies and prisons are no papers, and what they publish is not of the case.
_BODY_WORDS = r"(?:Inquiry|Review|Board|Partnership|Commission|Council|Trust|Panel|Inspectorate|HMP|HMYOI|YOI|STC|Secure Training Centre|LSCB|SCB)"
_BODY = re.compile(rf"\b{_BODY_WORDS}\b")
# Where people meet and write to each other: it leads to the case only where something of it was put there.
_PLATFORM = re.compile(rf"(?:{PLATFORM}|Messenger|Google|YouTuber|TikToker|Instagrammer)s?")
_PUT_THERE = re.compile(
    r"\b(?:shar(?:ed|es|ing)|post(?:ed|s|ing)?|publish\w*|nam(?:ed|es|ing)|spread|trend\w*|viral|circulat\w*|put|gave|gives|appear\w*|"
    r"comment\w*|threads?|hashtag\w*|stood|about the (?:case|trial|death|verdict|inquest|family|murder|hearing))\b",
    re.IGNORECASE,
)
# "Emma Orrin (“EO”)", "the Placement Unit (PU)": how the text will call somebody or a body.
_SHORT = re.compile(r"\(\s*(?:the |hereafter |or )?[“\"‘']?(?P<code>[A-Z]{2,5})[”\"’']?\s*\)")
_BEFORE_SHORT = 10
# "somebody called “Auntie Jo”": a name of two words at most, as "a man known as “the Beast of the Close”" is a headline.
_CALLED = re.compile(
    r"\b(?:somebody|someone|man|woman|boy|girl|friend|neighbour|lodger|lender|dealer|person|people)(?: (?:only|who was|she|he|they))?"
    r" (?:called|knew as|known as|nicknamed) [“\"‘'](?P<name>[A-Z][\w’]*(?: [A-Z][\w’]*)?)[”\"’'](?!\w)"
)
# What papers call people.
_NOTORIOUS = re.compile(r"\b(?:Mum|Dad|Mother|Father|Killer|Monster|Beast|Evil|Baby)\b")
# "a child of 14 years in care": no court gave them.
_OLD_PERSON = re.compile(
    r"\b(?:child|boy|girl|baby|toddler|teenager|youth|youngster|person|man|woman|lad|son|daughter|brother|sister|pupil|student)"
    r"(?: (?:then|now|aged))?,? of (?:about |only |just |nearly |almost |some )?$",
    re.IGNORECASE,
)
# A court without its town is for `courts` to judge, by its day.
_ANY_COURT = re.compile(
    r"(?:(?:HM |Senior |Area |Assistant |Acting |Chief |Deputy |District |Circuit |High Court |Resident )*(?:(?:Crown|Family|County|High|Supreme|Youth|Magistrates[’']?|Coroner[’']s?) Courts?|Court of (?:Appeal|Protection)|Court|"
    r"CPS|Crown Prosecution Service|Crown|Coroners?|Recorder|Judge|Magistrates?))"
)
_BODYS = re.compile(rf"\b{_BODY_WORDS}[’']s? (?:own )?(?:\w+ )?$", re.IGNORECASE)
#: Nouns for what is published, and for where it stands.
_PUBLISHED = frozenset(
    """blog blogger thread podcast page group petition documentary programme website web site video clip
    post article paper newspaper tabloid broadsheet magazine headline photograph picture book film drama
    series episode broadcast bulletin hashtag channel station radio television tv news story report
    footage livestream vlog forum appeal obituary tribute coverage interview weekly feed remark
    judgment""".split()
)
_CLOSE, _TITLE, _NAME_OF_CASE = 8, 0.6, 140
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_SPEAKER = frozenset("i we my me you our".split())


class Sort(StrEnum):
    """What may lead to something published: each sort has weights of its own."""

    NAME = "name"
    WORDS = "words"
    LENGTH = "length"


@dataclass(frozen=True, slots=True)
class Candidate:
    """The characters in a paragraph that may lead to something published."""

    start: int
    end: int
    sort: Sort


def candidates(doc: Doc) -> Iterator[Candidate]:
    """What in a parsed paragraph may lead to something published."""
    text = whole_text(doc)
    of_court = bool(_COURT.search(text))
    if not of_court and not _PRESS.search(text):
        return
    taken = list(_cited(text))
    taken += [(date.start, date.end) for date in find_dates(text)]
    # "aged 17 years": how old somebody is is no sentence.
    taken += years_old(text)
    taken += _short_forms(text)
    taken += _what_somebody_is_called(text)

    def is_free(start: int, end: int) -> bool:
        return not any(s < end and start < e for s, e in taken)

    for match in _QUOTED.finditer(text):
        quoted = match.span("double" if match["double"] else "single")
        if quoted not in taken:
            yield Candidate(*quoted, Sort.WORDS)
    for start, end in capitalised(text):
        if is_free(start, end) and not _is_other(text[start:end]):
            yield Candidate(start, end, Sort.NAME)
            taken.append((start, end))
    for pattern in (_LENGTH, _NUMBER) if of_court else ():
        for match in pattern.finditer(text):
            of_age = _OLD_PERSON.search(text, 0, match.start())
            if is_free(*match.span()) and not of_age and not is_statutory(text, *match.span()):
                yield Candidate(*match.span(), Sort.LENGTH)
                taken.append(match.span())
    for token in doc:
        start, end = token.idx, token.idx + len(token)
        if _is_published(token) and is_free(start, end) and not _BODYS.search(text[:start]):
            yield Candidate(start, end, Sort.WORDS)


def _short_forms(text: str) -> Iterator[tuple[int, int]]:
    """The short forms in brackets that are the initials of the words before them, and wherever they recur.

    Those of a paper ("the Morning Echo (“ME”)") lead to it as its name does.
    """
    covered = list(coverage(text))
    for match in _SHORT.finditer(text):
        words = re.findall(r"[A-Za-z][\w’']*", text[: match.start()])[-_BEFORE_SHORT:]
        small = [w for w in words if w not in {"and", "of", "the", "for"}]
        code = match["code"]
        if any(
            "".join(w[0] for w in said[-len(code) :]).upper() == code for said in (words, small)
        ) and not any(s < match.start() <= e + 3 for s, e in covered):
            yield from (m.span() for m in re.finditer(rf"\b{code}\b", text))


def _what_somebody_is_called(text: str) -> Iterator[tuple[int, int]]:
    """The quoted names by which somebody is known to others: no titles, unless a paper or a programme calls them so."""
    for match in _CALLED.finditer(text):
        if not _PRESS.search(text) and not _NOTORIOUS.search(match["name"]):
            yield match.span("name")


def _is_other(name: str) -> bool:
    """Whether a name is that of a day, a body, courts as such, or somebody by first name and surname."""
    return bool(
        _is_somebodys(name.split())
        or name.lower().rstrip(".") in months_and_days()
        or _BODY.search(name)
        or _ANY_COURT.fullmatch(name)
    )


def _is_somebodys(parts: list[str]) -> bool:
    """Whether words are a title with a name, or a first name with what may be a surname."""
    if len(parts) > 1 and plain(parts[0]).rstrip(".") in cues("title"):
        return True
    if not parts or plain(parts[0]) not in first_names():
        return False
    others = [re.sub(r"[’']s$", "", part) for part in parts[1:]]
    return len(parts) == 2 or (
        len(parts) > 2
        and all(is_family_name(p) or "-" in p or plain(p) in first_names() for p in others)
    )


def _cited(text: str) -> Iterator[tuple[int, int]]:
    """Citations, with the name of the case."""
    for match in _CITED.finditer(text):
        first = max(0, match.start() - _NAME_OF_CASE)
        named = CASE_NAME.search(text[first : match.start()])
        yield (first + named.start() if named else match.start()), match.end()


def _is_published(token: Token) -> bool:
    return (
        token.pos_ in {"NOUN", "PROPN"}
        and token.dep_ != "compound"
        and token.lemma_.lower() in _PUBLISHED
    )


def find_signs(doc: Doc, candidate: Candidate, words: NameWords) -> Signs | None:
    """The signs of a candidate; None where it is an ordinary word with a capital as its sentence begins."""
    start, end = candidate.start, candidate.end
    span = doc.char_span(start, end, alignment_mode="expand")
    if span is None:
        return None
    before, tags = signs_before(doc, span)
    # The words right beside it are too many to learn from; their kinds are not.
    tags = {tag for tag in tags if not tag.startswith("before=")}
    parts = whole_text(doc)[start:end].split()
    if candidate.sort is Sort.NAME:
        looks = [words.look(part) for part in parts if part[0].isupper()]
        if len(parts) == 1 and looks[0] is Look.ORDINARY and "begins" in tags:
            return None
        tags |= signs_of_name(doc, span, parts, looks)
        if _PLATFORM.fullmatch(parts[-1]):
            put_there = _PUT_THERE.search(span.sent.text)
            tags.add("a platform, with something put there" if put_there else "a platform in use")
    else:
        tags |= _of_words(span, parts)
    tags |= {tag for tag in signs_after(doc, span) if not tag.startswith("after=")}
    governor = governor_of(before) if "leads" in tags and before is not None else None
    governor = governor or (span.root.head if span.root.head.i != span.root.i else None)
    if governor is not None:
        tags |= _of_governor(governor)
    near = [*doc[max(0, span.start - _CLOSE) : span.start], *doc[span.end : span.end + _CLOSE]]
    tags |= _of_surroundings(doc, span, near)
    vectors = {
        "name": mean_vector([t for t in span if t.is_alpha]),
        "last": mean_vector([span[-1]]),
        "governor": mean_vector([governor] if governor is not None else []),
        "near": mean_vector([t for t in near if _says_something(t)]),
        "sentence": mean_vector([t for t in span.sent if t not in span and _says_something(t)]),
    }
    return Signs(frozenset(tags), {k: v for k, v in vectors.items() if v is not None})


def _of_words(span: SpacySpan, parts: list[str]) -> set[str]:
    """How quoted words, a noun or a length are built."""
    tags = {f"lemma={span.root.lemma_.lower()}", f"root={span.root.dep_}"}
    tags.add(f"words={min(len(parts), _CLOSE)}")
    if len(parts) == 1:
        for child in span.root.children:
            tags |= {f"child is {child.dep_}", f"child={child.lemma_.lower()}"}
        return tags
    tags |= {f"first={parts[0].lower()}", "stops" if parts[-1][-1] in ".!?," else "runs on"}
    capitals = sum(part[0].isupper() for part in parts)
    tags.add("like a title" if capitals > len(parts) * _TITLE else "like a sentence")
    if any(token.tag_ in _FINITE for token in span):
        tags.add("has a verb")
    if any(token.lower_ in _SPEAKER for token in span):
        tags.add("has a speaker")
    return tags


def _of_governor(governor: Token) -> set[str]:
    tags = {f"governor={governor.lemma_.lower()}", f"governor is {governor.pos_}"}
    for child in governor.lefts:
        if child.dep_ in {"nsubj", "nsubjpass"}:
            tags |= {f"subject={child.lemma_.lower()}", f"subject is {child.pos_}"}
    tags |= {f"object={c.lemma_.lower()}" for c in governor.rights if c.dep_ == "dobj"}
    return tags


def _of_surroundings(doc: Doc, span: SpacySpan, near: list[Token]) -> set[str]:
    """How much is said of courts and of the press: near, in the sentence, in the paragraph."""
    sentence, text = span.sent, whole_text(doc)
    rest = {
        "near": " ".join(token.text for token in near),
        "in sentence": text[sentence.start_char : span.start_char]
        + text[span.end_char : sentence.end_char],
    }
    paragraph = f"{text[: span.start_char]} {text[span.end_char :]}"
    tags: set[str] = set()
    for name, pattern in (("court", _COURT), ("press", _PRESS)):
        tags |= {f"{name} {where}" for where, words in rest.items() if pattern.search(words)}
        many = len(pattern.findall(paragraph))
        tags |= {f"{name} {n} times" for n in (1, 2, 4) if many >= n}
    if any(token.ent_type_ == "DATE" for token in near):
        tags.add("date near")
    return tags


def _says_something(token: Token) -> bool:
    return bool(token.is_alpha and not token.is_stop)
