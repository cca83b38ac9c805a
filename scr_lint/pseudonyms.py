"""The draft's own scheme: what it calls people instead of their names.

Codes ("Child A", "SW2", "MGM") are no names and need no scheme. A first name that stands for
somebody has to be declared: in a sentence ("known as Sam in this report"), in a key, in quotation
marks in the title, or in the settings.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from .draft import Block, Draft, Kind, Role, Visibility
from .name_words import NAME_WORD, plain
from .settings import Names

_QUOTE = r"[‘'“\"]?"
_ONE = rf"{_QUOTE}(?:Child |Baby )?(?:{NAME_WORD.pattern}){_QUOTE}"
# "Sam", "Sam and Ella", "Sam, his sister as Ella and their mother as Ruth".
_NAMES = (
    rf"(?P<names>{_ONE}(?:(?:,? and|,| &| or|;)(?: (?:his|her|their|the)(?: [\w-]+){{1,3}}?)?"
    rf"(?: (?:as|is|was|called|known as))* {_ONE})*)"
)
# What says outright that the name is not the real one.
_CHOSEN = re.compile(
    r"(?:\bpseudonyms?(?: of| used| here| chosen| is| are| was| were| for \w+(?: \w+)?)*[:,]?"
    r"|\bthe (?:name|pseudonym)s?(?: of)?|\bchose(?:n)? (?:the name|to be (?:called|known as))"
    r"|\b(?:we|i) (?:will |shall |have |are going to )?(?:call(?:ed|ing)?|refer(?:red)? to)"
    rf"(?: (?:him|her|them|the \w+))?(?: (?:here|throughout))?(?: as)?|\bnames? used (?:here |in this report )?(?:is|are)) {_NAMES}"
)
# The same words may tell what somebody is called in life: they count beside a word of this kind.
_CALLED = re.compile(
    r"\b(?:known(?: here| throughout)?(?: in this \w+)? as|referred to(?: \w+){0,3} as|called|named"
    r"(?: here)?(?: as)?|given the name|identified as|described as) " + _NAMES
)
_REPORT = re.compile(
    r"\b(?:(?:in|for|throughout|within|of) (?:the purposes? of )?(?:this|the) (?:report|review|document|"
    r"summary|analysis)|will be|shall be|is to be|are to be|pseudonym|anonym\w+|privacy|confidential\w*|"
    r"protect|real names?|chose|chosen|picked|here|throughout)\b",
    re.IGNORECASE,
)
_NOT_REAL = re.compile(
    rf"{_NAMES.replace('names', 'before', 1)},? (?:[(–-] ?)?(?:is |are |was |which is )?(?:also )?"
    r"(?:an? (?:name (?:he|she|they) (?:picked|chose)|pseudonym|assumed name|chosen name)|"
    r"not (?:his|her|their|the) (?:real|own) names?|names? (?:has|have) been changed|"
    r"(?:has|have|was|were) (?:been )?chosen)"
)
_ALL_CHANGED = re.compile(
    r"\b(?:all |the )?(?:(?:family|children|people|first)(?:[’']s|s[’'])? )?names"
    r"(?: (?:used|given|in this report|of \w+(?: \w+){0,3}|and \w+(?: \w+){0,3}))*"
    r" (?:have|are|were) (?:all )?(?:been )?(?:changed|altered|pseudonyms?|fictitious|anonymised|not real)",
    re.IGNORECASE,
)
_KEY_COLUMN = re.compile(
    r"\b(?:referred to|known as|pseudonym|name used|called|in (?:this|the) (?:report|review)|code|"
    r"designation|identifier|key|label|anonymised)\b",
    re.IGNORECASE,
)
_IN_TITLE = re.compile(r"[‘“\"']((?:[^\W\d_][\w’'-]*)(?: (?:and|&) [^\W\d_][\w’'-]*)*)[’”\"']")


@dataclass(frozen=True, slots=True)
class Scheme:
    """Names that stand for somebody else's, in small letters without accents.

    `declared` are those the draft or the settings name. `all_changed` is true where the draft
    says that its names are not real and does not list them.
    """

    declared: frozenset[str]
    all_changed: bool = False

    def covers(self, words: tuple[str, ...]) -> bool:
        """Whether a name is one of the scheme: a declared one, or any first name by itself."""
        whole = plain(" ".join(words))
        if whole in self.declared:
            return True
        return self.all_changed and len(words) == 1


def find_scheme(draft: Draft, names: Names) -> Scheme:
    """The pseudonyms of a draft, from its text, its tables and the settings."""
    declared = {plain(name) for name in names.pseudonyms}
    all_changed = False
    for block in draft.blocks:
        if block.visibility is not Visibility.SHOWN:
            continue
        declared.update(plain(name) for name in _declared_in(draft, block))
        all_changed = all_changed or bool(_ALL_CHANGED.search(block.text))
    return Scheme(frozenset(declared), all_changed and not declared)


def _declared_in(draft: Draft, block: Block) -> Iterator[str]:
    if block.cell:
        if not block.cell.is_header and _KEY_COLUMN.search(block.cell.header):
            yield from _split(block.text)
        return
    if (
        block.kind in {Kind.TITLE, Kind.HEADER, Kind.FOOTER}
        or (block.kind is Kind.HEADING and block.level == 1)
        or draft.role_of(block.index) is Role.FRONT_MATTER
    ):
        for quoted in _IN_TITLE.findall(block.text):
            yield from _split(quoted)
    for match in _CHOSEN.finditer(block.text):
        yield from _split(match["names"])
    for match in _NOT_REAL.finditer(block.text):
        yield from _split(match["before"])
    for match in _CALLED.finditer(block.text):
        if _REPORT.search(_sentence_at(block.text, match.start())):
            yield from _split(match["names"])


def _split(names: str) -> Iterator[str]:
    """The single names in a list of them, with their capital and without "Child" before them."""
    for match in NAME_WORD.finditer(names):
        if match[0] not in {"Child", "Baby"}:
            yield match[0]


def _sentence_at(text: str, at: int) -> str:
    start = max(text.rfind(". ", 0, at), text.rfind("? ", 0, at)) + 1
    end = text.find(". ", at)
    return text[start : end if end >= 0 else len(text)]
