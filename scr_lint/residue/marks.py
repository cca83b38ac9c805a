"""What drafting leaves in a report: gaps, notes to oneself, broken fields, marks of a draft.

Works on the text alone, so that headers, tables and footnotes are searched like the rest. What is
quoted is left alone: a record may read “date of birth ???”.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

from ..draft import RUNNING, Block, Draft, Kind, Role, Span, Visibility
from ..grammar.quotation import quoted
from ..months import MONTH
from .brackets import Words, any_of, left_open
from .notes import notes_in

_FIELD = re.compile(
    r"""Error!\s*(?:[A-Z][\w ]*?(?:found|defined|valid|specified|style\ in\ document|name|Only
                                  |reference|switch|argument|result)\b\.?)?
      | (?:Reference\ source|Bookmark)\ not\ (?:found|defined)
      | \{\s*(?:REF|PAGE|TOC|SEQ|DATE|HYPERLINK)\b[^{}]*\} | \\\*\ MERGEFORMAT
      | \#(?:REF|N/A|NAME\?|VALUE|DIV/0)!? | \b(?:MERGEFIELD|PAGEREF|DOCPROPERTY)\b
      | \b(?:[Ss]ections?|[Pp]aragraphs?|[Pp]aras?\.?|[Ff]igure|[Tt]able|[Pp]age|[Aa]ppendix
           |[Cc]hapter)\ 0(?![\d.]\d|\w)""",
    re.VERBOSE,
)
_MONTH = rf"(?:{MONTH})"
_GAP = re.compile(
    rf"""(?<![\w.])[£$]?(?:(?:XX+|xx+)(?:st|nd|rd|th) | X[xX]{{1,2}} | xxx+ | xx+(?=[%/]) | X+(?:[.,]X+)+
                         | xx/xx/xx+ | 20XX | 19XX | 20xx | X(?=%) | 00/00/00(?:00)?)
        (?:%|(?=\W|$))
      | £X\b | \baged\ X\b | \bxx\b(?!\W*$) | \bn\ ?=\ ?[Xx]+\b
      | (?<!Child\ )(?<!Generation\ )\bX\ (?=(?:per\ ?cent|number|days|weeks|months|years|children
            |visits|occasions|times|families|staff|people)\b)
      | (?<![\w.])\d{{1,2}}\.(?:X+|x{{2,}})(?![\w-])
      | \b(?i:section|para(?:graph)?|page|finding|recommendation)\ [xX]\b(?!-|\.[xX\d])
      | \b(?i:section|para(?:graph)?|page|appendix|table|figure|finding|chapter|p\.?)\ \?(?=\W|$)
      | \((?:see\ )?(?:para|paragraph|section|page|p\.)\ ?\)
      | \b(?i:on|in|at|by|of|from|aged|about|since|until|the)\ (?:\?(?=\ (?:\d|{_MONTH})|[,.;])
            |%(?=\ \w))
      | \bnnn?\b(?=\ [a-z]) | \b(?:dd/|DD/)?(?:mm/yy(?:yy)?|MM/YY(?:YY)?)\b
      | (?<!\w)_{{2,}}(?!\w) | \?{{2,}} | !{{2,}} | @@+ | >{{3,}} | (?<=\s)\*\*(?=\ ?\w) | \(\s*\)
      | (?<=\w\ )(?:…{{2,}}|\.{{5,}}|-{{3,}})(?=\ (?!Error)[A-Za-z])
      | <<[^<>]{{1,40}}>> | «[^«»]{{1,40}}» | \{{\{{[^{{}}]{{1,40}}\}}\}}
      | <[A-Za-z][^<>@/:]{{1,40}}>
      | \b(?:name|date|age|number|figure|title|address|time|year)s?\ (?:of|for)\ [\w ]{{1,30}}\?$""",
    re.VERBOSE,
)
# What stands before a code or a Roman numeral that looks like a gap: "Child XX", "vol. XX".
_NO_GAP_BEFORE = re.compile(
    r"""\b(?:Child|Baby|Adult|Family|Sibling|Mother|Father|Worker|School|Hospital|Ward|Unit|Team
           |Trust|Agency|Town|Home|Nursery|College|Officer|PC|Nurse|Dr|Pope|King|Louis|Pius|Article
           |Title|Schedule|Protocol|[Vv]ol(?:\.|ume)?|[Pp]art|[Bb]ook)\ $""",
    re.VERBOSE,
)
_SIGNATURE = re.compile(r"\b(?:sign(?:ed|ature)|date|print name)\W*$", re.IGNORECASE)
_STILL_DUE = (
    r"to\ be\ (?:confirmed|added|inserted|supplied|advised|announced|updated|drafted|written"
    r"|checked|verified|provided|rewritten|clarified|determined)"
)
_TO_BE = re.compile(
    rf"""(?:^|[:–—(\[|]\s?)({_STILL_DUE}|to\ be\ agreed|to\ follow|awaited)(?=[.)\];]*$|[)\];])
      | \b(?:dates?|timescale|owner|lead|names?|details?|figures?|outcome|text|information|section
           |summary|chapter|paragraph|conclusion|foreword|response|table|chart|map|genogram
           |appendix|number|wording|link)(?:\ \w+)?\s(?:(?:is|are|still)\ )*({_STILL_DUE}|to\ follow)\b
        (?!\ (?:by|to|in)\ the\b)
      | ^(to\ be\ (?:confirmed|added|inserted|supplied|completed|agreed|decided|finalised)\b
          [^.:;]{{0,60}})\W?$""",
    re.VERBOSE | re.IGNORECASE,
)
#: "Staff wrote TBC in the box": what a record says is no gap in the report.
_WRITTEN = re.compile(r"\b(?:wrote|written|entered|put|recorded|marked|typed|reads?|said|says)\s$")
_TOLD = re.compile(
    r"\b(?:was|were|had|would|needed|due|requir\w+|request\w*|ask\w*|allow\w*|expect\w*|want\w*)\b",
    re.IGNORECASE,
)
_DRAFT_WORD = re.compile(r"\bdraft\b(?:\s+(?:v(?:ersion)?\.?\s?)?[\d.]+)?", re.IGNORECASE)
_DRAFT_MARK = re.compile(
    r"\bDRAFT\b(?:\s+(?:v(?:ersion)?\.?\s?)?[\d.]+)?|\b(?:[Vv]ersion |[Vv]\.?)0\.\d+\b"
)
# A line that is no sentence and says what stage the report is at.
_DRAFT_LINE = re.compile(
    r"""^(?:strictly\ |private\ |confidential\ |final\ |first\ |second\ |third\ |working\ |early\ )*
        draft(?=\ (?:report|version|v\.?\d|\d|for|of|not|document|overview)\b|\s*[-–—:,(]|$)
      | \bversion\ \d+(?:\.\d+)?\ draft\b | \bdraft\ (?:no\.?\ ?)?\d+\b
      | \b(?:final|first|second|third|working|panel|latest)\ draft\b
      | \bnot\ for\ (?:onward\ )?(?:circulation|distribution|publication)\b""",
    re.VERBOSE | re.IGNORECASE,
)
#: What a report waits for: "for Board approval", "subject to proofing".
_STAGE = re.compile(
    r"\bfor (?:the )?(?:Board|panel|partner\w*|legal)(?:['’]s)? (?:approval|comments?|sign-?off|ratification|"
    r"clearance)\b|\bsubject to (?:proof\w*|ratification|legal|sign-?off|(?:final )?approval)\b|"
    r"\b(?:unproofed|not yet (?:proofed|approved|agreed|signed off)|tracked changes)\b",
    re.IGNORECASE,
)
_THIS_DRAFT = re.compile(
    r"\bthis (?:\w+ )?draft\b"
    r"|\bthis (?:(?:report|document|version) )?is (?:still )?a (?:\w+ )?draft\b",
    re.IGNORECASE,
)
#: A line of more words is a sentence, and tells of drafts as of anything else.
_LINE_WORDS = 12
_LONG_FORM = re.compile(
    r"((?:[\w’'-]+ ){2,5})\((?:the )?(TB[ACD])\)|\b(TB[ACD]) \(((?:[\w’'-]+ ?){2,5})\)"
)


@dataclass(frozen=True, slots=True)
class Residue:
    """Something left behind: `field`, `note`, `template`, `placeholder` or `draft`, and where."""

    kind: str
    span: Span


def find_residue(draft: Draft, phrases: Mapping[str, tuple[str, ...]]) -> Iterator[Residue]:
    """What drafting left in all shown text, in order of blocks; what overlaps is given once.

    `phrases` are words of a term list by kind: placeholder, template, note, bracket, blank.
    """
    words = Words.of(phrases)
    placeholders = re.compile(
        rf"(?<!\w)(?:{'|'.join(map(re.escape, phrases['placeholder']))})(?!\w)"
    )
    template = any_of(phrases["template"])
    terms = _spelt_out(draft)
    for block in draft.blocks:
        if block.visibility is not Visibility.SHOWN:
            continue
        text = block.text
        found = [("field", *m.span()) for m in _FIELD.finditer(text)]
        found += left_open(text, words)
        found += [("note", start, end) for start, end in notes_in(draft, block)]
        found += [("template", *m.span()) for m in template.finditer(text)]
        if not _is_term(draft, block):
            found += [
                ("placeholder", *m.span())
                for m in placeholders.finditer(text)
                if not _WRITTEN.search(text[: m.start()])
            ]
        found += [("placeholder", *m.span()) for m in _GAP.finditer(text) if _is_gap(text, m)]
        found += [
            ("placeholder", *m.span(m.lastindex or 0))
            for m in _TO_BE.finditer(text)
            if not _TOLD.search(text[text.rfind(". ", 0, m.start()) + 1 : m.end()])
        ]
        found += [("draft", *m.span()) for m in _draft_marks(draft, block)]
        for kind, start, end in _not_quoted(block, found):
            if text[start:end].strip("()").upper() not in terms:
                yield Residue(kind, Span(block.index, start, end))


def _not_quoted(block: Block, found: list[tuple[str, int, int]]) -> Iterator[tuple[str, int, int]]:
    """What is not quoted, without what overlaps something found earlier."""
    quotations = list(quoted(block.text))
    if block.kind is Kind.QUOTE:
        quotations = [(0, len(block.text))]
    taken: list[tuple[int, int]] = []
    for kind, start, end in found:
        overlaps = any(first < end and start < last for first, last in taken)
        shown = any(first <= start and end <= last for first, last in quotations)
        if not overlaps and (not shown or kind == "field"):
            taken.append((start, end))
            yield kind, start, end


def _is_gap(text: str, match: re.Match[str]) -> bool:
    """Whether signs stand for something missing; "XX chromosomes" and signature lines do not."""
    before, after = text[: match.start()], text[match.end() :]
    if set(match.group()) == {"X"}:
        if re.search(r"chromosom|karyotyp", text) or re.match(r"\s(?:century|Corps)|\)?-", after):
            return False
        return not _NO_GAP_BEFORE.search(before)
    return not (match.group().startswith("_") and _SIGNATURE.search(before))


def _draft_marks(draft: Draft, block: Block) -> Iterator[re.Match[str]]:
    """Marks that say the report is a draft; a care plan's first draft is none."""
    text = block.text
    if block.kind in RUNNING or block.kind is Kind.TITLE:
        yield from _DRAFT_WORD.finditer(text)
        return
    on_cover = draft.role_of(block.index) is Role.FRONT_MATTER
    short = len(text.split()) <= _LINE_WORDS or block.kind is Kind.HEADING
    marks = [m for m in _DRAFT_MARK.finditer(text) if short or on_cover or m.start() == 0]
    if short and (text[-1:] not in {".", "?", "!"} or _DRAFT_LINE.match(text)):
        marks += _DRAFT_LINE.finditer(text)
    if (short or on_cover) and not marks:
        marks += _STAGE.finditer(text)
    # One line says once what stage the report is at: "DRAFT v4, not for circulation".
    yield from sorted(marks, key=lambda m: m.start())[:1]
    yield from _THIS_DRAFT.finditer(text)


def _is_term(draft: Draft, block: Block) -> bool:
    """Whether a block is the term that a glossary explains."""
    in_glossary = draft.role_of(block.index) is Role.GLOSSARY
    return in_glossary and block.cell is not None and block.cell.column == 0


def _spelt_out(draft: Draft) -> frozenset[str]:
    """Placeholders that are an abbreviation here: "Tarrow Borough Council (TBC)"."""
    pairs = [
        (match[2] or match[3], match[1] or match[4])
        for block in draft.blocks
        for match in _LONG_FORM.finditer(block.text)
    ]
    for left, right in pairwise(draft.blocks):
        if left.cell and right.cell and left.text in {"TBA", "TBC", "TBD"}:
            pairs.append((left.text, right.text))
    return frozenset(short for short, long in pairs if _abbreviates(short, long))


def _abbreviates(short: str, long: str) -> bool:
    words = re.findall(r"[A-Za-z]+", long)
    initials = "".join(w[0] for w in words if w not in {"of", "and", "the"}).upper()
    return short in (initials[-3:], initials[:3])
