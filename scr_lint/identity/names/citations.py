"""Authors a draft cites, and names that stand for published inquiries, laws and tools."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from ... import vocabulary
from ...draft import Draft, Role
from ..passages import sentence_at
from ..publicity.sources import TRANSCRIPT
from .name_candidates import Candidate
from .name_words import NAME_WORD, first_names, plain

# Initials go with the name before them or, with no comma between, the one after them, so that a list
# of authors can be read in one way only: in two, long lists take for ever.
_NAME = rf"(?>{NAME_WORD.pattern})"
_AUTHOR = rf"(?:(?:[A-Z]\. ?)+)?(?:(?:de|van|von|der|di) )*{_NAME}(?:,? (?:[A-Z]\. ?)*[A-Z]\.)?"
_JOINT = r"(?:,? ?(?:and|&) |, )"
_YEAR = r"(?:(?:19|20)\d\d[a-z]?|forthcoming|in press|undated|n\.d\.|no date)"
# "Brandon et al., 2012", "Munro (2011)", "Fish, Munro and Bairstow, 2008", "Ferguson's (2011) work".
_CITATION = re.compile(
    rf"(?P<authors>{_AUTHOR}(?:{_JOINT}{_AUTHOR})*)(?:,? et al\.?| and (?:colleagues|others))?(?:[’']s?)?"
    rf",?:? ?[(\[]?{_YEAR}\b"
)
_COLLEAGUES = re.compile(rf"(?P<authors>{_NAME}) (?:et al\b|and colleagues\b)")
# "R v Smith", "Re Watson (A Child)": cases cited for the law; "call re Karen" is none.
_CASE = re.compile(
    rf"\b(?:(?:R|DPP|{NAME_WORD.pattern}(?: [A-Z]\w+){{0,3}}) v\.? |In [Rr]e |Re (?={NAME_WORD.pattern}"
    rf"(?: {NAME_WORD.pattern})? ?[(\[](?:A |Children|Minors?|\d{{4}})))(?P<authors>{NAME_WORD.pattern}(?: {NAME_WORD.pattern})?)"
)
# "Brandon, M., Bailey, S. (2013) …": the head of an entry in a list of references.
_ENTRY = re.compile(rf"^(?P<authors>{_AUTHOR}(?:{_JOINT}{_AUTHOR}|\s{_NAME})*)[,. ]*\(?{_YEAR}")
# "research by Nigel Parton", "the work of Harry Ferguson and Eileen Munro".
_WORK_OF = re.compile(
    rf"\b(?:(?i:research|writings?|stud(?:y|ies)|theory|models?|concepts?|books?) (?:by|of|from)|(?i:work) (?:by|of)|"
    rf"(?i:psychologist|sociologist|academic|researcher|philosopher)) (?P<authors>{NAME_WORD.pattern}"
    rf"(?: {NAME_WORD.pattern}){{1,2}}(?:,? and(?: by)? {NAME_WORD.pattern}(?: {NAME_WORD.pattern}){{0,2}})*)"
)
# "the Children's Minister, Edward Timpson": people in public office.
_OFFICE = re.compile(
    rf"\b(?:Secretary of State|Minister|MP|Commissioner|Chancellor|President of)(?: [\w’'-]+){{0,6}}?"
    rf"(?:,? |, (?:at (?:that|the) (?:date|time)|then|now|who was then|by then) )(?P<authors>{NAME_WORD.pattern} {NAME_WORD.pattern})(?=[,.;:)])"
)
# "Edith Marlow MP", "Robin Thorne MLA": members of a parliament.
_MEMBER = re.compile(
    rf"\b(?P<authors>{NAME_WORD.pattern}(?: {NAME_WORD.pattern}){{1,2}}),? (?:MP|MLA|MSP|MEP|TD)\b"
)
# "K.T. Marlow, B.D. Osei and P. Lund, Ward Notes (2004), 31, 8-12": authors with their initials,
# and a journal with its volume.
_INITIALLED = rf"(?:[A-Z]\.[ -]?)+{NAME_WORD.pattern}(?: {NAME_WORD.pattern})?"
_ARTICLE = re.compile(
    rf"(?P<authors>{_INITIALLED}(?:(?:,|,? and|,? &) {_INITIALLED})*)(?:,? et al\.?)?,? [‘“']?[A-Z][\w’'&:\- ]{{2,60}}?[’”']?,? "
    r"\(?(?:19|20)\d\d\)?[,;:]? (?:vol(?:ume|\.)? ?)?\d+\b"
)
# "as Reder, Duncan and Gray said": who is named with a known author is one, too.
_WITH_KNOWN = re.compile(
    rf"\b(?P<authors>{NAME_WORD.pattern}(?:(?:,? and|,| &) {NAME_WORD.pattern})+)(?! [A-Z])"
)
# "as Amis found in her study, and Ford and Bell in theirs", "the literature, and cited Amis": these
# say of nobody that they are authors wherever they stand.
_SEVERAL = rf"{NAME_WORD.pattern}(?:(?:,|,? and) {NAME_WORD.pattern})*"
_IN_STUDIES = re.compile(
    rf"\b[Aa]s (?P<authors>{_SEVERAL}) (?:has |have |had )?(?:found|show(?:n|ed|s)?|argue[sd]?|puts? it|observe[sd]?|note[sd]?|wrote|writes?|"
    rf"warn(?:s|ed)?|describe[sd]?|suggest(?:s|ed)?|remind(?:s|ed)?)\b|\band (?P<others>{_SEVERAL}) in (?:theirs|hers|his)\b"
    rf"|\bcit(?:e[sd]?|ing)(?: in)? (?P<cited>{_SEVERAL})|(?P<citing>{_SEVERAL}),? (?:as )?(?:cited|quoted) in\b"
)
_SCHOLARLY_WORK = re.compile(
    r"\b(?:research|stud(?:y|ies)|literature|theor(?:y|ies)|books?|articles?)\b|\((?:19|20)\d\d\)",
    re.IGNORECASE,
)
_IN_WRITING = re.compile(
    rf"{_SCHOLARLY_WORK.pattern}|\b(?:cited|citations?|theorists?)\b|\b(?:on|in) (?:the \w+ page|page \d+)\b",
    re.IGNORECASE,
)
_KIN = re.compile(
    r"\b(?:born|birth|b\.|siblings?|brothers?|sisters?|children|sons?|daughters?|twins?|mother|father|half-\w+|"
    r"eldest|youngest|household|parents?|cousins?|d\.?o\.?b)\b",
    re.IGNORECASE,
)
# "Mr Justice Marlow's words", "Marlow LJ": judges of the higher courts.
_HIGH_JUDGE = re.compile(
    rf"\b(?P<authors>(?:Mr|Mrs|Ms|Lord|Lady|Sir|Dame)\.? Justice {NAME_WORD.pattern}(?: {NAME_WORD.pattern})?)"
)
_LORD_JUSTICE = re.compile(rf"\b(?P<authors>{NAME_WORD.pattern}) (?:LJJ?|JJ?SC)\b")
# "a scale of neglect, devised by Dr Ann Marlow and Professor K T Osei": who made a tool.
_PERSON = rf"(?:(?:Dr|Prof|Professor|Sir|Dame)\.? )?(?:[A-Z]\.? ){{0,4}}{NAME_WORD.pattern}(?: {NAME_WORD.pattern}){{0,2}}"
_TOOL_OF = re.compile(
    r"\b(?:tool|scale|measure|profile|questionnaire|framework|inventory|toolkit|typology|checklist)\b[^.;,]{0,40},? "
    rf"(?:devised |designed |developed |written |made |drawn up |first )*by (?P<authors>{_PERSON}(?:(?:,| and|, and) {_PERSON}){{0,4}})"
)
# "had read Marlow on scalds", "borrowed from Osei's work in surgery", "Lund described it in 1974",
# the last where the sentence speaks of a study: anybody may have described what was done to them.
_SURNAMES = rf"{NAME_WORD.pattern}(?:(?:,|,? and) {NAME_WORD.pattern})*"
_READ = re.compile(
    rf"\bread(?:ing)? (?P<authors>{NAME_WORD.pattern}(?: and {NAME_WORD.pattern})?) on (?!the (?:phone|sofa|bed|bus)\b|(?:his|her|their|a) )[a-z]"
    rf"|\b(?:borrow\w*|draw[ns]?|drew|deriv\w+|adapt\w+|taken)\b[^.;]{{0,60}} (?:from|on) (?P<of>{_SURNAMES})[’']s? (?:\w+ )?"
    r"(?:work|research|writings?|studies|study|theory|model|ideas?|notion|concept|paper|book)\b"
    rf"|\b(?P<long_ago>{NAME_WORD.pattern}) (?:described|argued|wrote|coined)[^.;]{{0,60}} in (?:1[89]\d\d)\b(?<!199\d)"
)
# "Ann Marlow has written well about that", "Osei and Lund write of this, as does Ewa Stark".
_FULL = rf"{NAME_WORD.pattern} {NAME_WORD.pattern}"
_HAS_WRITTEN = re.compile(
    rf"\b(?P<authors>{_FULL}|{NAME_WORD.pattern}(?: and {NAME_WORD.pattern})+) (?:has |have )(?:both |also )?written (?:\w+ )?(?:about|of|on)\b"
    rf"|\b(?P<pair>{NAME_WORD.pattern} and {NAME_WORD.pattern}) writes? (?:\w+ )?(?:about|of|on)\b(?:[^.;]{{0,40}}, as do(?:es)? (?P<also>{_FULL}))?"
)
# "“Lund”, on the first page, is the theorist", "Osei, who is cited twice, is an author": where the
# sentence speaks of what is written, as a mother may be a writer and a worker a psychologist.
_IS_AUTHOR = re.compile(
    rf"(?P<authors>{NAME_WORD.pattern})[”\"’']?,(?: [\w’'-]+){{1,6}}, (?:is|was) (?:an?|the) (?:theorist|author|writer|researcher|academic|scholar|psychologist|"
    r"sociologist|philosopher)\b(?! of (?:this|the) (?:report|review))"
)
# "See Marlow, A., The Long Queue (Harbour Press, 2004)", "Ann Marlow, Waiting. Bristol: Osei Books, 2011".
_PUBLISHER = (
    r"[A-Z][\w’'& ]*?(?:Press|Books?|Publish\w+|House|TSO|HMSO|Stationery Office|Routledge|Palgrave|Macmillan|Sage|Penguin|Kingsley|Wiley|Blackwell|Faber|"
    r"Vintage|Pavilion|Elsevier|Springer)"
)
_IN_PRINT = rf"(?:(?:[A-Z][\w’' ]+: )?{_PUBLISHER}|[A-Z][\w’' ]+: [A-Z][\w’'& ]+),? (?:19|20)\d\d"
_BOOK = re.compile(
    rf"(?:^\W*(?:\[\^\w+\]: ?|\d+\.? )?|\b[Ss]ee(?: also)? )(?P<authors>(?:{_PERSON}|{_AUTHOR})(?:(?:, and|,| and| &) (?:{_PERSON}|{_AUTHOR})){{0,4}}),? (?:\(eds?\.?\),? )?"
    rf"[‘“]?[A-Z][^.;()]{{4,150}}[’”]?(?: \({_IN_PRINT}\)|[.,] {_IN_PRINT})"
)
# "Ann Marlow 4 May 2021 12/3-14/20": whoever said what stands on that page of a transcript.
_WITNESS = re.compile(rf"(?P<authors>{_PERSON})(?: \([A-Z][\w ]+\))?,? (?={TRANSCRIPT.pattern})")
# "opened by Mrs Ann Marlow, Assistant Coroner".
_CORONER = re.compile(
    rf"(?P<authors>(?:(?:Mr|Mrs|Ms|Dr|Miss|Professor)\.? )?{_FULL}(?: {NAME_WORD.pattern})?),? \(?(?:(?:the|HM|H\.M\.|His Majesty[’']s|Her Majesty[’']s|Senior|Area|Assistant|Acting|Deputy) )*Coroner\b"
)
_THE_CORONER = re.compile(
    rf"\bCoroner,? (?P<authors>(?:(?:Mr|Mrs|Ms|Dr|Miss|Professor)\.? )?{_FULL})\b"
)
# What names people in full: their first names by themselves may be anybody's.
_IN_FULL = frozenset({_WORK_OF, _OFFICE, _MEMBER, _HIGH_JUDGE, _TOOL_OF, _CORONER, _THE_CORONER})
_IN_OFFICE = frozenset({_OFFICE, _MEMBER, _HIGH_JUDGE, _LORD_JUSTICE, _CORONER, _THE_CORONER})
_NOBLE = frozenset({"lord", "lady", "baroness", "baron", "dame", "sir"})
_SCHOLARLY = frozenset({"", "professor", "prof", "dr", "lord", "lady", "baroness", "dame", "sir"})
_NO_AUTHOR = frozenset(
    """act acts regulations january february march april may june july august september october
    november december inquiry in since by from and the""".split()
)


@dataclass(frozen=True)
class Citations:
    """Surnames of cited authors, the spans of citations by block, and surnames of those whom the
    draft names in full with a public office."""

    authors: frozenset[str]
    spans: dict[int, list[tuple[int, int]]]
    in_office: frozenset[str] = frozenset()

    def cites(self, candidate: Candidate) -> bool:
        """Whether a name stands in a citation."""
        spans = self.spans.get(candidate.block, ())
        return any(s <= candidate.start and candidate.end <= e for s, e in spans)

    @staticmethod
    def is_noble(candidate: Candidate) -> bool:
        """Whether a name stands under a title of nobility, as those of chairs of inquiries do."""
        return bool(candidate.title) and candidate.title.split()[-1] in _NOBLE

    def covers(self, candidate: Candidate) -> bool:
        """Whether a name is a cited author's, or that of an inquiry or a tool."""
        if self.cites(candidate):
            return True
        if self.is_noble(candidate):
            return True
        words = [plain(word) for word in candidate.words]
        if candidate.title not in _SCHOLARLY:
            return False
        if " ".join(words) in public_names() and candidate.title != "dr":
            return True
        return words[-1] in self.authors and (len(words) == 1 or bool(candidate.title))


def find_citations(draft: Draft) -> Citations:
    """The citations in a draft's text and its list of references."""
    authors: set[str] = set()
    in_office: set[str] = set()
    spans: dict[int, list[tuple[int, int]]] = {}
    whole_names = _whole_public_names()
    for block in draft.blocks:
        for known in whole_names.finditer(block.text):
            spans.setdefault(block.index, []).append(known.span())
        in_list = draft.role_of(block.index) is Role.REFERENCES
        for match in _matches(block.text, in_list):
            named = [plain(m[0]) for m in NAME_WORD.finditer(match["authors"]) if len(m[0]) > 2]
            if not named or named[-1] in _NO_AUTHOR:
                continue
            if match.re is _CITATION and not in_list and _is_birth(block.text, match, named):
                continue
            if match.re in _IN_OFFICE:
                in_office.add(named[-1])
            authors.update(named[-1:] if match.re in _IN_FULL else named)
            spans.setdefault(block.index, []).append((match.start("authors"), match.end("authors")))
        for pattern in (_IN_STUDIES, _READ, _HAS_WRITTEN, _WITNESS):
            for match in pattern.finditer(block.text):
                sentence = sentence_at(block.text, *match.span())
                is_loose = pattern is _IN_STUDIES or (pattern is _READ and match["long_ago"])
                if not is_loose or _SCHOLARLY_WORK.search(sentence):
                    named_so = (match.span(group) for group in pattern.groupindex if match[group])
                    spans.setdefault(block.index, []).extend(named_so)
    return Citations(frozenset(authors), spans, frozenset(in_office))


def _is_birth(text: str, match: re.Match[str], named: list[str]) -> bool:
    """Whether a year after a name is that of somebody's birth: "her brothers Liam (2004) and Cian
    (2006)"."""
    given = all(first_names().get(name) == "" and name not in public_names() for name in named)
    return given and bool(_KIN.search(sentence_at(text, *match.span())))


def _matches(text: str, in_list: bool) -> Iterator[re.Match[str]]:
    yield from _CITATION.finditer(text)
    yield from _COLLEAGUES.finditer(text)
    yield from _CASE.finditer(text)
    yield from _WORK_OF.finditer(text)
    yield from _OFFICE.finditer(text)
    yield from _MEMBER.finditer(text)
    yield from _ARTICLE.finditer(text)
    for pattern in (
        _HIGH_JUDGE,
        _LORD_JUSTICE,
        _TOOL_OF,
        _BOOK,
        _CORONER,
        _THE_CORONER,
    ):
        yield from pattern.finditer(text)
    for match in _IS_AUTHOR.finditer(text):
        if _IN_WRITING.search(sentence_at(text, *match.span())):
            yield match
    for match in _WITH_KNOWN.finditer(text):
        if any(plain(m[0]) in _known_authors() for m in NAME_WORD.finditer(match["authors"])):
            yield match
    if in_list:
        yield from _ENTRY.finditer(text)


@cache
def _whole_public_names() -> re.Pattern[str]:
    """Public names of two words and more, as the text has them."""
    names = [row["name"] for row in vocabulary.load("scr_lint", "public_names")]
    return re.compile(rf"\b(?:{'|'.join(re.escape(n) for n in names if ' ' in n)})\b")


@cache
def _known_authors() -> frozenset[str]:
    """Surnames by which an author or an inquiry is known, and nobody else of that first name."""
    rows = vocabulary.load("scr_lint", "public_names")
    known = {plain(row["name"]) for row in rows if row["kind"] in {"author", "inquiry", "tool"}}
    return frozenset(known - set(first_names()))


@cache
def public_names() -> frozenset[str]:
    """Names of inquiries, authors, tools and characters that are nobody in the case."""
    return frozenset(plain(row["name"]) for row in vocabulary.load("scr_lint", "public_names"))
