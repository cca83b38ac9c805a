"""Where a report points its readers to a numbered part of itself, and which parts bear a number.

"See section 7.3", "Appendix D", "as Finding C shows", "(cf. 5.1)", "F4". Numbers are compared in one
notation: "Finding three" is Finding 3, "Part VI" Part 6.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from ..draft import Block, Draft, Kind, Role, Span, Visibility
from ..grammar.quotation import quoted

_WORDS = "one two three four five six seven eight nine ten eleven twelve".split()
_ROMAN = "i ii iii iv v vi vii viii ix x xi xii".split()
_ITEM = (
    r"(?:(?!0)\d{1,3}(?:\.\d{1,3}){0,4}[a-z]?|(?-i:[IVX]{1,4}(?![\w’']))|(?-i:[A-Z](?![\w’']))"
    rf"|(?:{'|'.join(_WORDS)})(?![\w’'-]))"
)
_JOINED = (
    r"(?:\s*(?:,\s*and|,(?=\s*\d[\d.]*(?:,|\s+and\b|\s+or\b|\)))|and|or|to|&|–|-)\s*" + _ITEM + ")*"
)
#: The words for each kind of part, as patterns; two words for one kind are two rows.
_KINDS = (
    (r"sections?|paragraphs?|paras?\.?|chapters?", "section"),
    (r"parts?", "part"),
    (r"appendix|appendices|app\.|annexe?s?|annexes", "appendix"),
    (r"findings?", "finding"),
    (r"recommendations?|recs?\.?", "recommendation"),
    (r"learning\s+points?", "learning point"),
    (r"lessons?", "lesson"),
    (r"(?:learning\s+)?themes?", "theme"),
    (r"(?:key\s+(?:practice\s+)?)?episodes?", "episode"),
    (r"tables?", "table"),
    (r"figures?|fig\.", "figure"),
    (r"(?<!PO )(?<!P\.O\. )box(?:es)?", "box"),
    (r"charts?", "chart"),
    (r"actions?|asks?", "action"),
)
#: What a report draws or appends bears a label where it stands, in every report.
DRAWN = frozenset({"appendix", "table", "figure", "box", "chart"})
_KIND = "|".join(words for words, _ in _KINDS)
_POINTER = re.compile(
    rf"\b(?P<kind>{_KIND})\s+(?:no\.?\s*|nos\.?\s*)?(?P<items>{_ITEM}{_JOINED})(?![\w%/]|\.\d)",
    re.IGNORECASE,
)
#: A number without a word for what it is: "see 5.3", "(3.1)".
_BARE = re.compile(
    r"(?:\b(?:[Ss]ee(?:\s+also)?|cf\.?)\s+|\((?:see\s+|cf\.?\s+)?)(?P<item>\d{1,2}(?:\.\d{1,2}){1,3})"
    r"(?=\s?[.,;)]|$)"
)
_OWN = re.compile(
    r"\s*(?:of|in|to|from)\s+(?:this|the\s+(?:present|current|main|full|overview)?\s*(?:report|review))\b",
    re.IGNORECASE,
)
# "paragraph 12 of the guidance", "section 4 (Children Act 1989)", "Finding 3, Review of Child T".
_ELSEWHERE_AFTER = re.compile(
    r"\s*,?\s*(?:\(\s*)?(?:(?:of|from|in|to)\s+(?!this\b|which\b|order\b|turn\b)|Children\s+Act|Care\s+Act"
    r"|Working\s+Together|ibid|CA\s?\d|Act\s+\d{4})"
)
_ELSEWHERE_BEFORE = re.compile(
    r"""\b(?:Acts?|Working\ Together|[Gg]uidance|[Pp]rocedures?|[Rr]egulations?|Code|Framework|IMRs?
          |Handbook|Strategy|Standards?|Protocol|Directions?|Rules|Toolkit|[Ll]etter|op\.?\ cit\.?
          |ibid\.?|(?:19|20)\d\d)\b[^.;!?]{0,40}$""",
    re.VERBOSE,
)
#: "Part 82 Appendix 2" is the appendix of a rule or law, there and wherever it is named again.
_OF_A_PART = re.compile(
    rf"\b(?:Part|Rule|Regulation|Schedule|Chapter|Volume)\s+\d+[A-Z]?,?\s+(?:Appendix|Annexe?)\s+({_ITEM})"
)
# A bare "section 47" is the law's far more often than the report's.
_OF_LAW = re.compile(
    r"\s*(?:\(\d|enquir|inquir|assessment|order|strategy|meeting|dut|audit|accommodat|agreement"
    r"|investigation|power|request|return|report\b|notice|check|visit|care\b)",
    re.IGNORECASE,
)
_POINTING = re.compile(
    r"\b(?:see(?:\s+also)?|refer(?:s|red)?\s+to|(?:set\s+out|described|explained|discussed|listed|given"
    r"|dealt\s+with|considered|told|returned\s+to|more)\s+(?:in|at|under)|follows\s+from|arises\s+from)\s*$",
    re.IGNORECASE,
)
_HERE = re.compile(r"\s*(?:above|below|overleaf|earlier|later)\b", re.IGNORECASE)
_LABEL = re.compile(
    rf"^\W*(?:(?:key|main|practice|local|national|overall|learning|our)\s+)*(?P<kind>{_KIND})"
    rf"\s*(?:no\.?\s*)?(?P<item>{_ITEM})(?!\w)",
    re.IGNORECASE,
)
_PREFIXED = re.compile(r"([A-Z]{1,2})(\d{1,2})(?!\w)")
_SILENT = frozenset({Role.REFERENCES, Role.CONTENTS})
#: A report that numbers its paragraphs has at least so many numbers like 3.2.
_NUMBERED = 3
#: Kinds of which single letters are names: "Finding C", "Appendix D"; "Table A" is rare, "box A" is none.
_LETTERED = frozenset({"appendix", "finding", "recommendation"})


class Pointer(NamedTuple):
    """Words that send the reader to a numbered part: its kind, its number, where."""

    kind: str
    item: str
    span: Span


def pointers(draft: Draft, there: Mapping[str, set[str]]) -> Iterator[Pointer]:
    """The places that point to parts of this report; `there` are those that it numbers."""
    prefixes = {p: k for k in ("finding", "recommendation") for p in _prefixes(draft, k)}
    elsewhere = {
        _plain(item) for b in draft.blocks for item in _OF_A_PART.findall(b.text) if b.text
    }
    dotted = sum("." in item for item in there["section"]) >= _NUMBERED
    for block in draft.blocks:
        # A footnote cites other documents, whose paragraphs have numbers too.
        own = block.visibility is Visibility.SHOWN and block.kind is not Kind.FOOTNOTE
        if own and draft.role_of(block.index) not in _SILENT:
            quotations = list(quoted(block.text))
            for pointer in (
                *_named(block),
                *(_bare(block) if dotted else ()),
                *_prefixed(block, prefixes),
            ):
                at = pointer.span
                if pointer.kind == "appendix" and pointer.item in elsewhere:
                    continue
                if not any(a <= at.start and at.end <= b for a, b in quotations):
                    yield pointer


def numbered_parts(draft: Draft) -> dict[str, set[str]]:
    """The numbers that parts of the draft bear, by kind; "7" is there where "7.1" is.

    An appendix without a number is there as "".
    """
    there: dict[str, set[str]] = defaultdict(set)
    for block in draft.blocks:
        if block.visibility is not Visibility.SHOWN or draft.role_of(block.index) is Role.CONTENTS:
            continue
        headed = block.kind in {Kind.HEADING, Kind.CAPTION}
        number = block.number.strip("().:")
        if re.fullmatch(r"\d+(?:\.\d+)*[a-z]?", number):
            parts = number.split(".")
            there["section"] |= {".".join(parts[:depth]) for depth in range(1, len(parts) + 1)}
        if headed and (
            roman := re.match(r"([IVX]+)[.):]?(?:\s|$)", f"{block.number} {block.text}".strip())
        ):
            there["part"].add(_plain(roman[1]))
        for text in {block.text, f"{block.number} {block.text}".strip()}:
            label = _LABEL.match(text)
            kind = _kind(label["kind"]) if label else ""
            # A caption often goes on without a sign: "Figure 1 The front door".
            if label and (headed or kind in DRAWN or _is_label(block, text[label.end() :])):
                there[kind].add(_plain(label["item"]))
        if headed and re.fullmatch(r"\W*(?:appendix|appendices|annexe?s?)\W*", block.text, re.I):
            there["appendix"].add("")
    for kind, items in (
        ("finding", [f.label for f in draft.review_findings]),
        ("recommendation", [r.label for r in draft.recommendations]),
    ):
        for words in items:
            there[kind] |= {_plain(n) for n in re.findall(r"\d+(?:\.\d+)*[a-z]?", words)}
            if last := re.search(rf"(?:^|\s)({'|'.join(_WORDS)}|[A-Z]|[ivx]+)\W*$", words, re.I):
                there[kind].add(_plain(last[1]))
    for kind in ("lesson", "learning point", "theme"):
        if there[kind]:
            there[kind] |= there["finding"]
    return there


def _named(block: Block) -> Iterator[Pointer]:
    text = block.text
    for match in _POINTER.finditer(text):
        start, end = match.span()
        if (start == 0 and _is_label(block, text[end:])) or not _is_own(match, text):
            continue
        kind = _kind(match["kind"])
        for item in re.finditer(_ITEM, match["items"], re.IGNORECASE):
            written = item.group()
            lettered = written.isalpha() and len(written) == 1
            spelt = written.isalpha() and len(written) > 1
            if (lettered and kind not in _LETTERED and kind != "part") or (
                spelt
                and written.islower()
                and kind in {"section", "part", "table", "box", "action"}
            ):
                continue
            place = match.start("items") + item.start()
            from_ = start if item.start() == 0 else place
            yield Pointer(
                kind, _plain(written), Span(block.index, from_, match.start("items") + item.end())
            )


def _bare(block: Block) -> Iterator[Pointer]:
    for match in _BARE.finditer(block.text):
        if not _ELSEWHERE_BEFORE.search(block.text[: match.start()]):
            yield Pointer("section", match["item"], Span(block.index, *match.span("item")))


def _prefixed(block: Block, prefixes: Mapping[str, str]) -> Iterator[Pointer]:
    """ "F4" in a report that calls its findings F1, F2, F3."""
    for match in _PREFIXED.finditer(block.text):
        kind = prefixes.get(match[1])
        opens = match.start() == 0 and (block.kind is Kind.HEADING or not block.cell)
        if kind and not opens and not re.search(r"\w$", block.text[: match.start()]):
            yield Pointer(kind, match[2], Span(block.index, *match.span()))


def _prefixes(draft: Draft, kind: str) -> set[str]:
    """The letters before the numbers of findings ("F") or recommendations ("R"), where two bear them."""
    items = draft.review_findings if kind == "finding" else draft.recommendations
    labels = [m[1] for item in items if (m := _PREFIXED.match(item.label))]
    return {letters for letters in labels if labels.count(letters) > 1}


def _is_label(block: Block, after: str) -> bool:
    """Whether what begins a block is its own label: a heading, a caption, "Finding 3: …"."""
    closed = not after.strip() or after.lstrip()[0] in ".:)–—-"
    return closed or block.kind in {Kind.HEADING, Kind.CAPTION}


def _is_own(match: re.Match[str], text: str) -> bool:
    """Whether a pointer leads somewhere in this report."""
    before, after = text[: match.start()], text[match.end() :]
    kind = _kind(match["kind"])
    if (own := _OWN.match(after)) and not re.match(r"\s+(?:of|into|on)\b", after[own.end() :]):
        return True
    if _ELSEWHERE_AFTER.match(after) or _ELSEWHERE_BEFORE.search(before):
        return False
    if kind == "section" and not match["items"][0].isdigit():
        return False
    if kind in {"section", "part"} and "." not in match["items"]:
        # Only a plain pointer says that the section is the report's own.
        pointed = _HERE.match(after) or match["kind"][0] in "cC"
        return bool(pointed or _POINTING.search(before) or (kind == "part" and before[-1:] == "("))
    if kind == "section":
        return not _OF_LAW.match(after)
    # In small letters it is any box or action: "box 2 on the form".
    return kind not in {"box", "action", "episode"} or match["kind"][0].isupper()


def _kind(word: str) -> str:
    return next(kind for words, kind in _KINDS if re.fullmatch(words, word, re.IGNORECASE))


def _plain(item: str) -> str:
    """A number in one notation: "three" and "III" as "3", letters as capitals."""
    word = item.lower()
    if word in _WORDS:
        return str(_WORDS.index(word) + 1)
    if len(word) > 1 and word in _ROMAN:
        return str(_ROMAN.index(word) + 1)
    return item.upper()
