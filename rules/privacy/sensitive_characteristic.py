"""PRV010: ethnicity, nationality, religion, language, immigration status, sexual orientation."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from scr_lint import Block, Draft, Example, Finding, Layer, Role, Rule, Severity, Span
from scr_lint.draft import RUNNING
from scr_lint.persons.belonging import is_note, says_of_family, speaks_of_anybody
from scr_lint.persons.children import cast_of
from scr_lint.persons.family import Standing, family_in, is_general, whose
from scr_lint.persons.mentions import Cast
from scr_lint.tables import row_of
from scr_lint.vocabulary import load

if TYPE_CHECKING:
    from spacy.tokens import Doc
    from spacy.tokens import Span as SpacySpan

_LEFT_ALONE = frozenset({Role.CONTENTS, Role.GLOSSARY, Role.REFERENCES})
_LABEL = re.compile(
    r"\b(?:ethnic(?:ity| origin| group| background)?|nationality|religion|faith|(?:first |home |main )?"
    r"languages?(?: spoken)?|heritage|country of birth|place of birth|immigration(?: status)?|sexual"
    r"(?: orientation|ity))\s*$",
    re.IGNORECASE,
)
_BROAD = re.compile(
    r"(?:South|East|South-East|Southeast|Eastern|Central|North|West|Western|Middle) $|\b(?:non-|not )$"
)
_PERSON_ROW = re.compile(
    r"\b(?:child|mother|father|parent|sibling|baby|brother|sister|mum|dad|partner|stepfather|subject|"
    r"stepmother|grand\w+|aunt|uncle|m?p?g[mf]|adult|twin|half)\b",
    re.IGNORECASE,
)
_JOIN = re.compile(r"(?:[ /-]| and | & |, | or | as well as )$")
_BY_SYNTAX = frozenset({"people", "faith", "language", "country", "religion", "practice"})


class SensitiveCharacteristic(Rule):
    """Ethnicity, nationality, religion, language, immigration status or orientation of the family.

    Why: such details are special category data, and with a place and a year they can single out one
    household. Where they shaped how people worked with the family, they are part of the learning.

    Instead: ask of each mention whether the analysis uses it. If it does, keep it and say how; if it
    only describes, broaden it ("South Asian" for Bangladeshi, "English was not her first language",
    "a faith community") or leave it out.

    Leaves alone: what is said of the area, its population or its services; equality statements; staff;
    terms that are broad already.

    Contested: guidance for judges asks for broader terms unless the exact one is essential; reviewers
    of race and culture in reviews answer that silence about them hides racism. This is advice.
    """

    code = "PRV010"
    name = "sensitive-characteristic"
    severity = Severity.ADVICE
    basis = ("QM14.2", "QM14.privacy")
    layers = Layer.PARSE | Layer.ENTITIES
    private = True
    flagged = (
        Example("Mother is Bangladeshi and had few friends nearby.", marks=("Bangladeshi",)),
        Example("His father, a Polish national, worked away.", marks=("Polish",)),
        Example("Child A is of dual White Irish and Jamaican heritage.", marks=("Jamaican",)),
        Example("Her first language was Tigrinya and nobody asked.", marks=("Tigrinya",)),
        Example("An interpreter in Pashto was booked for two of five visits.", marks=("Pashto",)),
        Example("The parents are Jehovah’s Witnesses.", marks=("Jehovah’s Witnesses",)),
        Example(
            "The family had come from Eritrea and Father’s claim for asylum was refused.",
            marks=("Eritrea", "claim for asylum"),
        ),
        Example("He told the school nurse that he was gay.", marks=("gay",)),
        Example(
            "| Person | Ethnicity |\n|---|---|\n| Child A | Black Caribbean |",
            role=Role.FAMILY_BACKGROUND,
            marks=("Black Caribbean",),
        ),
        Example("Mother was an overstayer with no recourse to public funds."),
        Example(
            "Deaf, Pakistani and living alone, the grandmother was known to all.",
            marks=("Pakistani",),
        ),
        Example("Her headscarf is mentioned in four case notes.", marks=("headscarf",)),
        Example("Her uncle, a Fijian, was away at sea.", marks=("Fijian",)),
        Example("The children were Traveller children and well liked.", marks=("Traveller",)),
        Example("Father came from Lagos as a student.", marks=("Lagos",)),
    )
    passed = (
        Example("One in nine people in the area is Polish, by the census of 2011."),
        Example("English was not her first language."),
        Example("The Welsh Government publishes the guidance."),
        Example("The social worker, who is Somali herself, had not met the family."),
        Example("Mother bought food on credit at the Polish shop on the corner."),
        Example("The Board serves a borough with large Sikh and Muslim communities."),
        Example("The family is of South Asian heritage."),
        Example("Training on working with asylum seekers was offered to all staff."),
        Example("In this report his mother is called Shona. Shona asked for help twice."),
        Example("He had a black eye and would not say why."),
    )

    def check(self, draft: Draft) -> Iterator[Finding]:
        cast = cast_of(draft, self.settings.names)
        spans: list[Span] = []
        broader: dict[str, str] = {}
        for index, doc in draft.docs.items():
            block = draft.blocks[index]
            if block.kind in RUNNING or draft.role_of(index) in _LEFT_ALONE:
                continue
            for start, end, instead in _told(draft, block, doc, cast):
                spans.append(Span(index, start, end))
                broader.setdefault(doc.text[start:end], instead)
        if spans:
            some = "; ".join(f"{words}: {instead}" for words, instead in list(broader.items())[:3])
            yield self.finding(
                draft,
                spans,
                "This tells of the ethnicity, nationality, faith, language, immigration status or "
                "orientation of somebody in the family.",
                "Keep it where it explains what people did, and say how. Where it only "
                f"identifies, broaden it or leave it out ({some}).",
            )


def _told(draft: Draft, block: Block, doc: Doc, cast: Cast) -> Iterator[tuple[int, int, str]]:
    """What a block tells, words that stand together as one."""
    pending: tuple[int, int, str] | None = None
    for start, end, kinds in _mentions(doc.text):
        told = next((k for k in kinds if _is_told(draft, block, doc, start, end, k, cast)), None)
        if told is None:
            continue
        if pending and _JOIN.fullmatch(doc.text[pending[1] : start]):
            pending = (pending[0], end, kinds[told])
            continue
        if pending:
            yield pending
        pending = (start, end, kinds[told])
    if pending:
        yield pending


def _is_told(
    draft: Draft, block: Block, doc: Doc, start: int, end: int, kind: str, cast: Cast
) -> bool:
    words = doc.char_span(start, end, alignment_mode="expand")
    if words is not None and words.text.lower() in cast.declared:
        return False  # "Shona" may be a chosen name
    if words is None or _BROAD.search(doc.text[max(0, start - 12) : start]):
        return False
    if _labelled(draft, block, start):
        return True
    if words.text == "English" and _WHOSE.search(doc.text[:start]):
        return False  # how good somebody's English is
    if kind in _BY_SYNTAX:
        return says_of_family(words, kind, cast)
    if speaks_of_anybody(words) and family_in(words.sent, cast) is None:
        return False
    if kind == "immigration" and _STATUS.search(words.text) and whose(words, cast) is None:
        # "An application for leave to remain was refused": whoever the paragraph is about.
        return family_in(doc, cast) is not None and not speaks_of_anybody(words)
    return _around(words, cast)


# A status, and not people who have it.
_STATUS = re.compile(
    r"\b(?:leave|visa|claim|application|status|papers|citizenship|permit|asylum)\b(?! seek)",
    re.IGNORECASE,
)


def _around(words: SpacySpan, cast: Cast) -> bool:
    """Whether a status, practice or orientation is of the family, or of nobody else beside it."""
    above = words.root.head
    if words.root.dep_ in {"amod", "compound"} and above.i >= words.end and is_general(above):
        return False
    of = whose(words, cast)
    if of is not None:
        return of is Standing.FAMILY
    if is_note(words) and not speaks_of_anybody(words):
        return True
    return family_in(words.sent, cast) is not None


# "Ethnicity was recorded as", "Home language", "and as" after another one.
_SAID_LABEL = re.compile(
    r"(?:\b(?:[Ee]thnicity|[Ee]thnic origin|[Nn]ationality|[Rr]eligion|[Ii]mmigration status)\b[^.;:]{0,60}\b(?:as|is|was)\s[“\"‘']?"
    r"|(?:^|[.;,] )(?:[Hh]ome|[Ff]irst|[Mm]ain|[Ff]amily) language (?:is |was )?|(?:^|[.;] )(?:Ethnicity|Religion|Nationality) )$"
)

_WHOSE = re.compile(r"\b(?:[Hh]is|[Hh]er|[Tt]heir|[’']s) $")
# Notes: "Parents Pentecostal", "French and Lingala at home", "ILR granted 2011".
_OF_PARENTS = re.compile(
    r"(?:^|[.;] )(?:Parents|Both parents|Mother|Mum|Father|Dad|Family|Mo|Fa|MGM|PGM|Child [A-Z]|Subject)(?: (?:is|are|both))? $"
)
_AT_HOME = re.compile(r"[A-Z]\w+(?:(?:,| and| &| or) [A-Z]\w+)* (?:spoken )?(?:at|in the) home\b")
_GRANTED = re.compile(
    r"(?:ILR|DLR|LLR|LTR|[Ll]eave to remain|[Vv]isa|[Aa]sylum) (?:granted|refused|expired|applied)\b"
)


def _labelled(draft: Draft, block: Block, start: int) -> bool:
    """Whether a label says what the words are, or they stand in a note in a person's row."""
    before = block.text[:start]
    if _SAID_LABEL.search(before) or _OF_PARENTS.search(before):
        return True
    if _AT_HOME.match(block.text, start) or _GRANTED.match(block.text, start):
        return True
    if re.search(r"[:–|-]\s*(?:\w+[ /]){0,2}$", before) and _LABEL.search(
        re.split(r"[:–|]", before)[-2] if re.search(r"[:–|]", before) else ""
    ):
        return True
    if not block.cell or block.cell.is_header:
        return False
    row = [b.text for b in row_of(draft, block) if b.index != block.index]
    if _LABEL.search(block.cell.header) or any(_LABEL.search(text) for text in row[:1]):
        return True
    alone = re.search(r"(?:^|[,;.] ?)(?:\w+[ /]){0,2}$", before)
    return (
        bool(alone) and any(_PERSON_ROW.search(text) for text in row[:1]) and _is_note(draft, block)
    )


def _is_note(draft: Draft, block: Block) -> bool:
    doc = draft.docs.get(block.index)
    return doc is not None and not any(t.tag_ in {"VBZ", "VBP", "MD"} for t in doc)


def _mentions(text: str) -> Iterator[tuple[int, int, dict[str, str]]]:
    """The words of the list in a text, the longest where two overlap, with their kinds."""
    for match in _pattern().finditer(text):
        kinds = _words().get(match[0]) or _words().get(match[0].lower())
        if kinds:
            yield match.start(), match.end(), kinds


@cache
def _words() -> dict[str, dict[str, str]]:
    """By word or phrase: what is broader, by kind."""
    words: dict[str, dict[str, str]] = {}
    for row in load(__package__, "characteristics"):
        for word in row["words"].split(", "):
            words.setdefault(word, {}).setdefault(row["kind"], row["broader"])
    return words


@cache
def _pattern() -> re.Pattern[str]:
    listed = sorted(_words(), key=len, reverse=True)
    exact = "|".join(re.escape(w) for w in listed if w[0].isupper())
    either = "|".join(re.escape(w) for w in listed if not w[0].isupper())
    return re.compile(rf"(?<![\w’'])(?:{exact}|(?i:{either}))(?![\w])")
