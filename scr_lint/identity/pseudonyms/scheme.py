"""The draft's own scheme: what it calls people instead of their names.

Codes ("Child A", "SW2", "MGM") are no names and need no scheme. A first name that stands for
somebody has to be declared: in a sentence ("known as Sam in this report"), in a key, in quotation
marks in the title, or in the settings.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from ...draft import Block, Draft, Kind, Role, Visibility
from ...once import once
from ...settings import Names
from ..names.name_words import NAME_WORD, first_names, plain
from .open_scheme import (
    declared_beside_codes,
    declared_by_title,
    declared_openly,
    says_of_those_before,
)

_QUOTE = r"[‘’'“”\"]?"
_TITLE = r"(?:Mr|Mrs|Ms|Miss|Mx|Dr)\.? "
_ONE = rf"{_QUOTE}(?:Child |Baby |{_TITLE})?(?>{NAME_WORD.pattern}){_QUOTE}(?: \([^()]{{1,25}}\))?"
# "Sam", "Sam and Ella", "Sam (child), his sister as Ella and their mother as Ruth".
_NAMES = (
    rf"(?P<names>{_ONE}(?:(?: here| in this \\w+)?(?:,? and|,| &| or|;)(?: (?:his|her|their|the)(?: [\w-]+){{1,3}}?)?"
    rf"(?: (?:as|is|was|called|known as))* {_ONE})*)"
)
_WE = r"(?:we|i|let us|this (?:review|report)|the (?:review|reviewers?|report|authors?|panel))(?:[’'](?:ll|ve|re|d))?"
_SHALL = r"(?:(?:will|shall|have|has|are|is|been|am|going to|chosen to) )*"
# What says outright that the name is not the real one.
_CHOSEN = re.compile(
    r"(?i:\bpseudonyms?(?: of| used| here| chosen| is| are| was| were| for \w+(?: \w+)?)*[:,]?"
    r"|\b(?:chose(?:n)?|picked) (?:the name|to be (?:called|known as))"
    rf"|\b{_WE} {_SHALL}(?:us(?:e[sd]?|ing)|adopt(?:s|ed)?|giv(?:e[ns]?|ing)|gave|settled on)(?: \w+){{0,3}}? the (?:first )?names?(?: of)?"
    rf"|\b{_WE} {_SHALL}(?:call(?:s|ed|ing)?|refer(?:s|red|ring)? to|name)"
    r" (?:him|her|them|the(?: \w+){1,2})(?: (?:here|throughout))?(?: as)?"
    rf"|\b(?:whom?|that) {_WE} {_SHALL}(?:call(?:s|ed|ing)?|refer(?:s|red|ring)? to as|name)"
    r"|\bappears? (?:here |in th(?:is|ese) \w+ )as"
    r"|\b(?:other|different|new|made-up|invented) names(?: here| in this report)?:?"
    r"|\bnames?\b[^.;]{0,40} (?:replaced|exchanged) (?:by|with|for)"
    r"|\bnames (?:here )?(?:are|were|have been) (?:all )?(?:made[- ]up|invented|chosen|changed)(?: \w+){0,3}?[:,]"
    rf"|\bnames? used (?:here |in this report )?(?:is|are)) {_NAMES}"
    # "I'll call him Luca, as everybody does": that is what he is called.
    r"(?!,? (?:as|like|since) (?:every\w+|(?:his|her|their|the) \w+|all|most|people|friends) )"
)
# The same words may tell what somebody is called in life: they count beside a word of this kind.
_CALLED = re.compile(
    r"\b(?i:known(?: here| throughout)?(?: in this \w+)? as|referred to(?: \w+){0,3} as|called|named|go(?:es)? by"
    r"|call (?:him|her|them|the \w+)"
    rf"|{_WE} {_SHALL}(?:call(?:s|ed|ing)?|refer(?:s|red|ring)? to|name)(?: (?:here|throughout))?(?: as)?"
    r"(?: here)?(?: as)?|given the name|identified as|described as) " + _NAMES
)
_REPORT = re.compile(
    r"\b(?:(?:in|for|throughout|within|of|by) (?:the purposes? of )?(?:this|the|our|these) (?:report|review|summary|"
    r"document|analysis|account|pages|narrative)|in what follows|hereafter|below|we (?:have )?use[sd]?|"
    r"(?:will|shall|is to|are to) be (?:known|referred|named|called (?:here|in))|pseudonym|anonym\w+|privacy|"
    r"protect (?:his|her|their|the)|confidential\w*|not (?:\w+ )?real names?|from (?:here|now|this point) on(?:wards)?|"
    r"asked (?:that|for|to|us)[^.;]{0,30} (?:be|call|called|known|names?|use)|(?:chose|chosen|picked)(?! not)|"
    r"here(?! on| for| at)|throughout)\b",
    re.IGNORECASE,
)
_NOT_REAL = re.compile(
    rf"{_NAMES},? (?:[(–-] ?)?(?:(?:which )?(?:is |are |was |were ))?(?:also )?"
    r"(?:not (?:his|her|their|(?:the )?\w+[’']s) own(?: names?\b|(?=[.,;:)]|$))|(?:an? )?(?:name (?:he|she|they) (?:picked|chose)|pseudonym|assumed name|chosen name)|"
    r"not (?:(?:his|her|their|the|a) )?(?:\w+[’']s )?(?:(?:real|own|true|actual) )?names?\b|"
    r"as (?:he|she|they)(?: \w+)? (?:asked|wished|wanted|chose|preferred|prefers|liked?) to be (?:known|called|named)(?= (?:here|in th|in our|for th|by us|throughout))|"
    r"(?:stands|standing) (?:here |in this report )?for\b|"
    r"(?:made[- ]up|invented|false|assumed) names?|names? (?:has|have) been changed|"
    r"(?:has|have|was|were) (?:been )?chosen|as (?:we|i) (?:will|shall|have|call)|is used (?:here|in th|in our|for (?:the|him|her)|to protect|throughout|instead))"
)
# "She picked Bramble as her name for this report"; without the report, it would be what she goes by.
_AS_NAME_HERE = re.compile(
    r"\b(?i:(?<!not )(?<!n[’']t )(?<!never )(?:pick(?:ed)?|chose(?:n)?|select(?:ed)?|want(?:ed|s)?|asked for|suggest(?:ed|s)?|propose[ds]?|settled on|"
    rf"decided on|gave us|gives us|likes?|liked|preferr?(?:ed|s)?)) {_NAMES} (?:as|for|to be) (?:(?:her|his|their|a|the) )(?:own )?(?:first )?name "
    r"(?:for|in|of|throughout) (?:the purposes? of )?(?:(?:this|our) (?:\w+ )?(?:report|review|account|document|paper|publication|summary)\b"
    r"|the (?:(?:published |overview |final |review )(?:account|review)|(?:(?:published|overview|final|review) )?report(?! (?:he|she|they|to|made|from|which|that)\b))\b)"
)
# What a report calls somebody in the present, where it has just said that its names are chosen.
_IS_CALLED = re.compile(
    rf"\b(?:is|are) (?:here )?(?:called|named) {_NAMES}(?!,? (?:at|by|to|in the|on the) )"
)
# What is enough where a report says how it was made: there, "will be called" is about its own words.
_MADE_THERE = re.compile(
    r"\b(?:will|shall|is to|are to|has been|have been) be(?:en)?\b|\b(?:is|are) (?:called|given)\b|\basked (?:that|for|to|us)\b|\bthe names?\b",
    re.IGNORECASE,
)
_WHERE_MADE = frozenset({Role.INTRODUCTION, Role.METHODOLOGY, Role.FRONT_MATTER, Role.GLOSSARY})
# "the name Robin", which is a chosen one where the sentence speaks of the report.
_THE_NAME = re.compile(
    rf"\b(?<!under )(?<!gave )(?<!by )(?<!in )[Tt]he (?:first )?names?(?: of)? {_NAMES}"
)
# "Robin is what the family call her in this report."
_IS_WHAT = re.compile(
    rf"{_NAMES},? (?:is|are) (?:the names? (?:that |which |by which )?|what |how )(?:\w+ ){{0,4}}"
    r"(?:calls?|called|uses?|used|chose|picked|asked|gave|given|known|refers?|referred)\b"
    rf"(?:[^.;]{{0,40}}?,? and (?P<more>{_ONE}) to (?:the|his|her|their)\b)?"
)
_BY_US = re.compile(r" (?:we|i|this review|the (?:review|report|author|panel)\w*) ", re.IGNORECASE)
# "Mother's friend, here Mrs Brown, had keys."
_HERE = re.compile(
    rf"(?:, |\()(?:here|hereafter|in this report)(?: called| known as)? {_NAMES}(?=[,)])"
)
_KEY_LINE = re.compile(r"^\W*(?:pseudonyms?|names? used|key)\b[^.:]{0,40}:", re.IGNORECASE)
# A section that is such a key, and an entry of it: "Hazel: the mother".
_KEY_HEADING = re.compile(
    r"\bpseudonyms?\b|\bnames? (?:used|chosen|given|we (?:have )?used?|in this)\b|\bwho(?:[’']s| is) who\b"
    r"|\b(?:key|guide|glossary) (?:to|of) (?:the )?(?:names|people)\b",
    re.IGNORECASE,
)
# A section about names: all that its sentences call somebody is chosen.
_NAMES_HEADING = re.compile(
    r"\b(?:notes?|words?|something) (?:on|about) (?:the )?(?:names?|naming)\b|^\W*(?:[\d.]+ )?(?:the )?(?:names?|naming|pseudonyms?)\W*$"
    r"|\bhow (?:people|they|we) (?:are|have) (?:been )?(?:called|named)\b",
    re.IGNORECASE,
)
_KEY_ENTRY = re.compile(rf"^\W*{_NAMES}\s*(?:[:=–—]|- )")
_QUOTED = re.compile(rf"[‘“\"'](?:{_TITLE})?{NAME_WORD.pattern}[’”\"']")
_REAL = re.compile(
    rf"\b(?:real|true|actual|own|legal|full|birth|given) names?,?(?: (?:is|was|are|were|being|of))?:? {_NAMES}"
)
# "You will meet Amber, Olive and Jade. Those are made-up names."
_THOSE = re.compile(
    rf"{_NAMES}[.;:] (?i:(?:th[eo]se|they|none of th[eo]se|this|that|it)(?: names?)?) "
    r"(?:is|are) (?i:not (?:(?:his|her|their|the|a) )?(?:real |own )?names?"
    r"|(?:all )?(?:made[- ]up|invented|false|changed|chosen|pseudonyms?))"
)
_ALL_CHANGED = re.compile(
    r"\b(?:all |the )?(?:(?:family|children|people|first)(?:[’']s|s[’'])? )?names"
    r"(?: (?:used|given|in this report|of \w+(?: \w+){0,3}|and \w+(?: \w+){0,3}))*"
    r" (?:have|are|were) (?:all )?(?:been )?"
    r"(?:changed|altered|pseudonyms?|fictitious|anonymised|not real|made[- ]up|invented|not (?:their|the|his|her) (?:real|own))"
    r"|\b(?:none|not one) of the(?:se)? names (?:[\w ]{1,20} )?(?:is|are) (?:real|true|(?:his|her|their|anybody[’']s|anyone[’']s) own)\b",
    re.IGNORECASE,
)
# "Child Rowan": a word after these is a code when it never stands without them.
_CODED = re.compile(
    rf"\b(?P<who>Child|Baby|Young Person|Family|Sibling|Adult) (?P<name>{NAME_WORD.pattern})"
)
_KEY_COLUMN = re.compile(
    r"\b(?:referred to|(?<!also )known as|pseudonym|name used|called(?! by)|in (?:this|the) (?:report|review)|"
    r"(?:in|for) (?:this |the )?(?:report|review)|(?<!post)code|designation|identifier|key(?! ?(?:worker|person|people|date|event|contact))|label|anonymised)\b",
    re.IGNORECASE,
)
# "is named Sorrel in these papers": what is written elsewhere is no word of the report.
_ELSEWHERE = re.compile(
    r" in (?:th(?:e|ese|ose)|his|her|their|its|some|all) (?:[\w-]+ ){0,2}(?:papers|files?|records?|notes?|minutes|logs?|bundle|e?-?mails?|"
    r"statements?|judgment|chronology|referrals?)\b"
)
# "Sorrel*", and the note that says so: "*Not her real name".
_STARRED = re.compile(rf"(?P<names>{NAME_WORD.pattern})(?:[’']s)?\s?[*†‡]")
_STAR_NOTE = re.compile(
    r"(?:^|[*†‡])\s*(?:pseudonyms?\b|(?:not (?:his|her|their|the \w+[’']s) |an? (?:assumed|invented|made[- ]up) )(?:real |own )?names?\b"
    r"|(?:the |all )?names? (?:has |have )?(?:been )?changed\b|names? (?:is|are) (?:not real|invented|made[- ]up)\b)",
    re.IGNORECASE,
)
_SHORT_NOTE = 12  # words of a block that does no more than say so
# What somebody says: "we" is not the review there.
_SPEECH = re.compile(r"[“\"](?:[^\s“”\"]+ ){4,}[^“”\"]*[”\"]")
_ONLY_NAMES = re.compile(rf"\W*{_NAMES}\W*")
# A sentence, which a line of a cover is not.
_SENTENCE = re.compile(r"[a-z].*[.?!;:][”\"’')]*\s*$", re.DOTALL)
_IN_TITLE = re.compile(r"[‘“\"']((?:[^\W\d_][\w’'-]*)(?: (?:and|&) [^\W\d_][\w’'-]*)*)[’”\"']")


@dataclass(frozen=True, slots=True)
class Scheme:
    """Names that stand for somebody else's, in small letters without accents.

    `declared` are those the draft or the settings name. `all_changed` is true where the draft
    says that its names are not real and does not list them.
    """

    declared: frozenset[str]
    all_changed: bool = False

    def covers(self, words: tuple[str, ...], title: str = "") -> bool:
        """Whether a name is one of the scheme: a declared one, or any first name by itself.

        A name under a title ("mr") is one only if it was declared with it.
        """
        whole = plain(" ".join(words))
        if title:
            return f"{title} {whole}" in self.declared
        return whole in self.declared or (self.all_changed and len(words) == 1)


@once
def find_scheme(draft: Draft, names: Names) -> Scheme:
    """The pseudonyms of a draft, from its text, its tables and the settings."""
    declared = {plain(name) for name in names.pseudonyms}
    all_changed = False
    for block in draft.blocks:
        if block.visibility is not Visibility.SHOWN:
            continue
        declared.update(plain(name) for name in _declared_in(draft, block))
        if _is_star_note(block.text):
            declared.update(plain(name) for name in _starred(draft))
        all_changed = all_changed or says_names_are_changed(block.text)
    for block in draft.blocks:
        for match in _REAL.finditer(block.text):
            declared.difference_update(plain(name) for name in _split(match["names"]))
    declared.update(_codes(draft))
    return Scheme(frozenset(declared), all_changed and not declared)


def says_names_are_changed(text: str) -> bool:
    """Whether a passage says that the names in it are nobody's own: "All names are pseudonyms"."""
    return bool(_ALL_CHANGED.search(text))


def _declared_in(draft: Draft, block: Block) -> Iterator[str]:
    section = draft.section_of(block.index)
    in_key = section is not None and bool(_KEY_HEADING.search(section.title))
    if block.cell:
        # A sentence in such a column is no entry of a key: "Code | What the school was told".
        named_there = in_key and block.cell.column == 0
        is_key = not block.cell.is_header and (named_there or _KEY_COLUMN.search(block.cell.header))
        if is_key and _ONLY_NAMES.fullmatch(block.text):
            yield from _split(block.text)
        return
    on_cover = draft.role_of(block.index) is Role.FRONT_MATTER and not _SENTENCE.search(block.text)
    if (
        block.kind in {Kind.TITLE, Kind.HEADER, Kind.FOOTER}
        or (block.kind is Kind.HEADING and block.level == 1)
        or on_cover
    ):
        for quoted in _IN_TITLE.findall(block.text):
            yield from _split(quoted)
    if block.kind is Kind.TITLE or (block.kind is Kind.HEADING and block.level == 1):
        # A report is not called by a child's own name: "Serious Case Review: Marnie".
        yield from declared_by_title(block.text)
    told = _SPEECH.sub(lambda speech: " " * len(speech[0]), block.text)
    for match in _CHOSEN.finditer(told):
        yield from _split(match["names"])
    yield from declared_beside_codes(told)
    about_names = section is not None and bool(_NAMES_HEADING.search(section.title))
    sentences = re.split(r"(?<=[.?!]) (?=[A-Z‘“\"'])", told)
    # "The girl is called Sorrel. That is not her name", and then "Her father is called Ash".
    said = next((at for at, each in enumerate(sentences) if says_of_those_before(each)), 0)
    chosen_before = False
    for at, sentence in enumerate(sentences):
        about = (about_names and block.is_prose) or at < said
        names = list(declared_openly(sentence, about_names=about))
        chosen_before = chosen_before or bool(names)
        yield from names
        for match in _IS_CALLED.finditer(sentence) if chosen_before else ():
            yield from _split(match["names"])
    if in_key and block.kind is not Kind.HEADING and (entry := _KEY_ENTRY.match(block.text)):
        yield from _split(entry["names"])
    if _KEY_LINE.match(block.text):
        for match in _QUOTED.finditer(block.text):
            yield from _split(match[0])
    for match in _IS_WHAT.finditer(block.text):
        if _BY_US.search(match[0]) or _REPORT.search(_sentence_at(block.text, match.start())):
            yield from _split(f"{match['names']}, {match['more'] or ''}")
    for pattern in (_NOT_REAL, _THOSE, _HERE, _AS_NAME_HERE):
        for match in pattern.finditer(block.text):
            yield from _split(match["names"])
    made_there = draft.role_of(block.index) in _WHERE_MADE
    for match in [*_CALLED.finditer(block.text), *_THE_NAME.finditer(block.text)]:
        sentence = _sentence_at(block.text, match.start())
        if _ELSEWHERE.match(block.text, match.end()):
            continue
        if _REPORT.search(sentence) or (made_there and _MADE_THERE.search(sentence)):
            yield from _split(match["names"])


def _is_star_note(text: str) -> bool:
    """Whether a block is, or ends with, a note that starred names are not the real ones."""
    note = _STAR_NOTE.search(text)
    return note is not None and (text[note.start()] in "*†‡" or len(text.split()) <= _SHORT_NOTE)


def _starred(draft: Draft) -> Iterator[str]:
    """The names to which such a note belongs."""
    for block in draft.blocks:
        for match in _STARRED.finditer(block.text):
            yield match["names"]


def _codes(draft: Draft) -> Iterator[str]:
    """Words used as codes after "Child" and the like, and nowhere without it."""
    coded: Counter[str] = Counter()
    alone: Counter[str] = Counter()
    babies: set[str] = set()
    for block in draft.blocks:
        for match in _CODED.finditer(block.text):
            coded[plain(match["name"])] += 1
            # "Baby Angel asleep": a baby may be called so and have that name.
            babies |= {plain(match["name"])} if match["who"] == "Baby" else set()
        alone.update(plain(match[0]) for match in NAME_WORD.finditer(block.text))
    for name, count in coded.items():
        once = first_names().get(name) != "" and name not in babies
        if count == alone[name] and (count > 1 or once):
            yield name


def _split(names: str) -> Iterator[str]:
    """The single names in a list of them, with their capital, without "Child" before them, and
    with the title that they have ("Mr Grey"), or each of two ("Mr and Mrs Grey")."""
    titles: list[str] = []
    for match in NAME_WORD.finditer(names):
        if re.fullmatch(_TITLE.rstrip(), match[0]):
            titles.append(f"{match[0]} ")
        elif match[0] not in {"Child", "Baby"} and names[match.start() - 1 : match.start()] != "(":
            for title in titles or [""]:
                yield title + match[0]
            titles = []


def _sentence_at(text: str, at: int) -> str:
    start = max(text.rfind(". ", 0, at), text.rfind("? ", 0, at)) + 1
    end = text.find(". ", at)
    return text[start : end if end >= 0 else len(text)]
