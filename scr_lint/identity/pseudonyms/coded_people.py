"""The people of a draft under the codes that it gives them: "Child A", "SW1", "MGM", "Ms P", "J".

A code is a noun for a person with a letter or number, letters with a number, initials, a titled
letter or a bare letter. The last kinds are codes only where the draft uses them for people.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING

from ... import vocabulary
from ...draft import Block, Draft, Role, Span
from ...once import once
from ...persons.mentions import Who, known_as
from .codes import CODE
from .two_names import of_other_review, telling_blocks

if TYPE_CHECKING:
    from spacy.tokens import Doc

_WHICH = r"(?:[A-Z]{1,2}\d?|\d{1,2}|One|Two|Three|Four|Five|Six)"
_NOUN_CODE = re.compile(
    rf"\b(?P<noun>(?:[A-Z][a-z]+[ -]){{0,2}}[A-Z][a-z]+) (?P<which>{_WHICH})\b(?![’']?\d)(?![’'](?!s\b))(?![\w/])(?![.:]\d)"
)
_SMALL = re.compile(r"\b(?P<noun>child|baby|mum|dad) (?P<which>[b-hj-z])\b(?![’'](?!s\b))")
_LETTERS = re.compile(
    r"(?<![\w.#£/-])(?P<noun>[A-Z]{1,4})(?:(?P<number>\d{1,2})|-(?P<letter>[A-Za-z]))\b(?![’']?\w)(?![.:/]\d)(?!-\w)(?! (?:paper|road|key|size|levels?)\b)"
    # … and neither the first half of a postcode nor that of a number plate.
    r"(?! \d[A-Z]{0,2}\b| [A-Z]{3}\b)"
)
_TITLED = re.compile(
    r"\b(?P<noun>Mr|Mrs|Ms|Miss|Mx|Dr)\.? (?P<which>[A-Z])\b(?![’'](?!s\b))(?! [A-Z][\w’'])"
)
_INITIALS = re.compile(r"(?<![\w.&/-])(?:[A-Z]{2,3}|(?:[A-Z]\.){2,3})(?![\w&/-])(?![’'](?!s\b))")
_LETTER = re.compile(r"(?<![\w.&/-])[B-HJ-Z](?![\w&/-]|\.\w)(?![’'](?!s\b))")
#: Short forms for kin, which need no telling.
KIN = frozenset({"MGM", "MGF", "PGM", "PGF", "MGGM", "YP", "SF"})
# Nouns that stand for people only with a letter or number after them.
_ALSO = {
    "sib": Who.CHILD, "person": Who.FAMILY, "subject": Who.CHILD, "female": Who.FAMILY,
    "witness": None, "suspect": None, "victim": None, "informant": None, "nominal": None, "patient": None,
    "student": None, "resident": None, "client": None, "complainant": None, "respondent": None,
    "applicant": None, "member": None, "staff": Who.STAFF, "grandparent": Who.FAMILY,
}  # fmt: skip
# "T1 in section 3 and as CT", "Child W1 is W": what a code is said to be.
_SAID_OF_CODE = re.compile(
    rf"{CODE.pattern}(?: (?!is\b|was\b)[\w’,]+){{0,8}}? (?:as|is|was|is called|was called|becomes|became|appears as) [“\"‘]?$"
)
# What letters with a number stand for besides people: grades, stages, roads, paper.
_NO_CODE = re.compile(
    r"(?:ST|CT|FY|GPST|KS|GCSE|COVID|PS|BA|UN|ICD|DSM|EHCP|SI|CP|TV|AS|NQT|P45|P60|C[34]?)\d|[A-Z]\d{2}$"
)
_SUBJECT = frozenset({"nsubj", "nsubjpass", "poss", "dobj", "dative"})
#: Parts of a draft that list names instead of using them.
LISTS = frozenset({Role.CONTENTS, Role.REFERENCES})


@dataclass
class Coded:
    """Somebody under a code: the code as first written, its noun in small letters and its letter or
    number, both "" where it has none; the kind of code; whom the noun stands for; every place; and
    whether it does something, or has something done to it, or stands in a key."""

    words: str
    noun: str
    which: str
    kind: str
    who: Who | None = None
    gender: str = ""
    mentions: list[Span] = field(default_factory=list)
    acts: bool = False

    @property
    def by_number(self) -> bool:
        """Whether it is told from others by a number."""
        return self.which.isdigit() or len(self.which) > 2


@dataclass(frozen=True, slots=True)
class _Found:
    key: tuple[str, str, str]
    span: Span
    words: str
    kind: str
    acts: bool = False


@once
def find_coded(draft: Draft) -> tuple[Coded, ...]:
    """The coded people of a parsed draft, in the order in which they come up."""
    blocks = list(telling_blocks(draft, LISTS))
    found = [f for block in blocks for f in _in_block(block)]
    found += [f for block in blocks for f in _bare(draft, block)]
    # "As in the review of Child T": who is of another case stands for nobody here.
    elsewhere = {f.key for f in found if _is_of_other_review(draft, f.span)}
    found = [f for f in found if f.key not in elsewhere]
    people: dict[tuple[str, str, str], Coded] = {}
    for each in sorted(found, key=lambda f: (f.span.block, f.span.start)):
        kind, noun, which = each.key
        if each.key not in people:
            who, gender = _whom(noun, kind)
            people[each.key] = Coded(each.words, noun, which, kind, who, gender)
        people[each.key].mentions.append(each.span)
        people[each.key].acts |= each.acts
    return tuple(p for p in people.values() if _is_people(p, list(people.values())))


def _is_of_other_review(draft: Draft, span: Span) -> bool:
    return of_other_review(draft.blocks[span.block].text, span.start, span.end)


def _in_block(block: Block) -> Iterator[_Found]:
    taken: list[tuple[int, int]] = []
    for match in [*_NOUN_CODE.finditer(block.text), *_SMALL.finditer(block.text)]:
        noun, start = _people_noun(match["noun"], match.start())
        # "Secretary I think", "Officer NI": letters of other kinds are a child's alone.
        by_child = noun.split(" ")[-1] in {"child", "baby", "sibling"}
        if noun and (by_child or not re.fullmatch(r"I|[A-Z]{2}", match["which"])):
            taken.append((start, match.end()))
            key = ("noun", noun, match["which"].upper())
            span = Span(block.index, start, match.end())
            yield _Found(key, span, block.text[start : match.end()], "noun")
    for match in _TITLED.finditer(block.text):
        taken.append(match.span())
        key = ("titled", match["noun"].lower(), match["which"])
        yield _Found(key, Span(block.index, *match.span()), match[0], "titled")
    for match in _LETTERS.finditer(block.text):
        if _NO_CODE.match(match[0]) or any(s < match.end() and match.start() < e for s, e in taken):
            continue
        which = (match["number"] or match["letter"]).upper()
        key = ("letters", match["noun"].lower(), which)
        yield _Found(key, Span(block.index, *match.span()), match[0], "letters")


def _people_noun(words: str, start: int) -> tuple[str, int]:
    """The words of a noun for a person, in small letters, and where they begin; "" for no person."""
    parts = re.split(r"(?<=[ -])", words)
    last = parts[-1].lower()
    known = known_as(last)
    if last not in _ALSO and (known is None or known[0] is Who.BODY or last == "family"):
        return "", start
    if last == "children" or (last.endswith("s") and not last.endswith("ss")):
        return "", start
    kept = [parts[-1]]
    for part in reversed(parts[:-1]):
        if part.strip(" -").lower() in _BEFORE:
            kept.insert(0, part)
        else:
            break
    whole = "".join(kept)
    return whole.lower(), start + len(words) - len(whole)


_BEFORE = frozenset(
    """social senior family support health school police housing foster half step young key youth team personal
    subject older younger early community district student maternal paternal great staff support probation nursery
    residential outreach household ward class form adult""".split()
)


def _bare(draft: Draft, block: Block) -> Iterator[_Found]:
    """Initials and single letters that stand where people do."""
    doc = draft.docs.get(block.index)
    if block.text.isupper():
        return
    for match in _INITIALS.finditer(block.text):
        letters = match[0].replace(".", "")
        kind = "kin" if match[0] in KIN else "initials"
        if kind == "kin" or (
            letters not in abbreviations() and match[0] not in _NOT and len(set(letters)) > 1
        ):
            span = Span(block.index, *match.span())
            acts = (
                _is_entry(block, match)
                or (len(letters) == 2 and _acts(doc, match))
                or _is_said_of_code(block.text[: match.start()])
            )
            yield _Found((kind, "", letters), span, match[0], kind, acts)
    for match in _LETTER.finditer(block.text):
        if _is_said_of_code(block.text[: match.start()]):
            span = Span(block.index, *match.span())
            yield _Found(("letter", "", match[0]), span, match[0], "letter", acts=True)
    if doc is None:
        return
    for token in doc:
        if len(token.text) == 1 and _LETTER.match(block.text, token.idx):
            before = token.nbor(-1) if token.i else None
            beside = before is not None and before.pos_ in {"NOUN", "PROPN", "NUM", "DET", "ADJ"}
            initial = block.text[token.idx + 1 : token.idx + 2] == "."
            said = _is_said_of_code(block.text[: token.idx])
            if (
                not initial
                and not said
                and not beside
                and token.dep_ in _SUBJECT | {"pobj", "conj", "attr"}
            ):
                span = Span(block.index, token.idx, token.idx + 1)
                yield _Found(("letter", "", token.text), span, token.text, "letter")


def _is_said_of_code(before: str) -> bool:
    """Whether letters after some words are another code for one that stands there: "T1 … and as CT"."""
    return bool(_SAID_OF_CODE.search(before))


def _is_entry(block: Block, match: re.Match[str]) -> bool:
    """Whether letters stand in a cell of their own, or begin an entry: "PGR: the grandmother"."""
    rest = block.text[match.end() :]
    alone = not block.text[: match.start()].strip(" *-")
    return alone and (not rest.strip(" .*") if block.cell else bool(re.match(r" ?[:=–—]", rest)))


def _acts(doc: Doc | None, match: re.Match[str]) -> bool:
    """Whether letters are the subject, the object or the owner of something, without an article."""
    if doc is None:
        return False
    return any(
        token.idx == match.start()
        and token.dep_ in _SUBJECT
        and not any(child.dep_ == "det" for child in token.children)
        for token in doc
    )


_NOT = frozenset(
    "AM PM OK NB UK USA EU DIY TV ID RE DOB NFA TBC NI BBC CV HM IT NO ON IF SO".split()
)


@cache
def abbreviations() -> frozenset[str]:
    """Letters that stand for bodies, papers and trades."""
    return frozenset(row["acronym"].upper() for row in vocabulary.load("scr_lint", "acronyms"))


def _whom(noun: str, kind: str) -> tuple[Who | None, str]:
    if kind == "noun":
        last = re.split(r"[ -]", noun)[-1]
        if last in _ALSO:
            return _ALSO[last], ""
        return known_as(noun) or known_as(last) or (None, "")
    if kind == "letters":
        if noun in {"yp", "ch", "c", "sc", "s", "sib", "y"}:
            return Who.CHILD, ""
        if noun in {"ad", "a", "m", "f"}:
            return Who.FAMILY, ""
        return (Who.STAFF, "") if len(noun) > 1 else (None, "")
    if kind == "titled":
        return (Who.STAFF if noun == "dr" else Who.FAMILY), ""
    return None, ""


def _is_people(one: Coded, everybody: list[Coded]) -> bool:
    """Whether what looks like a code is somebody's: bare letters and a letter with a number are
    so only beside others of their kind."""
    if one.kind == "letters" and len(one.noun) == 1 and one.which.isdigit():
        return any(
            o.kind == "letters" and o.noun == one.noun and o.which != one.which for o in everybody
        )
    if one.kind == "initials":
        return one.acts
    if one.kind == "letter":
        peers = [o for o in everybody if o.kind == "letter"]
        return one.acts or (len(peers) > 1 and sum(len(o.mentions) for o in peers) > 2)
    return True


def by_block(people: tuple[Coded, ...]) -> dict[int, list[tuple[Span, Coded]]]:
    """Coded people by the block they are met in, in order."""
    found: dict[int, list[tuple[Span, Coded]]] = defaultdict(list)
    for one in people:
        for span in one.mentions:
            found[span.block].append((span, one))
    for places in found.values():
        places.sort(key=lambda p: p[0].start)
    return found
