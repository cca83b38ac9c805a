"""Capitals that are no short form of the text: of a source, a number, a firm, a title after a name.

`only_looks_so` in `short_forms.py` tells words, numerals and codes by the letters themselves; this tells
by what stands around them. Works on plain text, before any parse. The draft need not explain what it
only cites or copies: "(RAIB, 2005)", "BS EN 15595:2009", "HH Associates Ltd", "Robin Thorne MLA".
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..draft import Block, Kind
from .short_forms import ShortForm, is_listed, is_well_known, is_word

_YEAR = r"(?:19|20)\d\d[a-z]?"
_NAME = r"[A-Z][\w’'&-]*"
# "(RAIB, 2005)", "(Laming, 2009; ATSB and RAIB, 2013: 4)", and not "(MASH, March 2014)".
_AUTHOR_BEFORE = re.compile(
    rf"[(\[](?:[^()\[\]]*;\s)?(?:see\s(?:also\s)?|e\.g\.,?\s|cf\.?\s|for\sexample,?\s)?(?:{_NAME}(?:,|,?\sand|\s&)\s)*$"
)
_AUTHOR_AFTER = re.compile(
    rf"(?:(?:,|,?\sand|\s&)\s{_NAME}(?!\s\d))*,?\s{_YEAR}(?:[,:]\s?(?:pp?\.?\s?)?\d[\d–-]*)?\s?[)\];]"
)
# An entry of a list of sources: "DRTS. (2009). Title", "Hartnell, P., & Osei, R. (2006). Title".
_ENTRY = re.compile(
    rf"(?:(?:{_NAME}(?:\s{_NAME})*,\s(?:[A-Z]\.[\s,&]*)+(?:and\s)?)+"
    # Possessive: words in capitals can be parted in too many ways where no bracket follows.
    rf"|[A-Z]{{2}}\w*+(?:(?:,\s|\s&\s|\sand\s|\s)[A-Z]{{2}}\w*+)*+\.?\s?(?=\())"
    rf"[^.]*?(?:\(|,\s)?{_YEAR}(?:,\s[\w\s–-]+)?\)?[.,:]?\s+[A-Z‘“'\"]"
)
_SOURCE = re.compile(
    r"https?://|www\.|\bdoi\b|\b(?:Volume|Vol\.|Issue|Chapter)\s\d|[\s,]pp?\.?\s?\d|\bINQ\d{6}|"
    r"\b\d{1,3}\s?\(\d{1,2}\)|\bISBN\b|\b[Aa]ccessed\b|\b\d{4}\s\d{1,3}/\d"
)
_TELLS = re.compile(
    r"\b(?:is|are|was|were|been|has|have|had|did|does|do|can|could|will|would|should|must|may|might)\b"
)
# The number of a standard, a procedure or a paper: "541-05", "EN 15595:2009", "21H-01", "16/46".
_NUMBER = re.compile(
    r"(?:[-/][A-Z]{2,4})?(?:\s[A-Z]{2,3})?[\s-](?:\d+[A-Z]?(?:[-/.:]\d+[A-Z]?)+(?![\w%]))"
    r"|-(?=[A-Z]*\d)[A-Z]{1,3}\d+(?:[A-Z]*-\d+)?\b(?!/)"
)
# "FP/FT 4149", the number of a train
_FLEET = re.compile(r"(?:/[A-Z]{2,3})?\s(?!19|20)\d{4,}\b")
_DATE = re.compile(r"\s\d{1,2}[./-]\d{1,2}(?:[./-](?:\d\d|\d{4}))?\b(?!-)")
_UNITS = frozenset("RPM MPH KPH BPM PSI AMSL KM KG MG MCG ML CC IU MMHG".split())
_FIRM_AFTER = re.compile(
    rf"(?:\s(?:{_NAME}|of|and|&)){{0,4}}?\s(?:Ltd|Limited|LLP|plc|PLC|Inc|GmbH|Associates|Solicitors|"
    r"&\sCo|and\sCo)\b"
)
_FORM_OF_FIRM = frozenset(["LLC", "LLP", "PLC"])
_COUNSEL = re.compile(r"[A-Z][\w’'-]+\s[A-Z][\w’'-]+\s\($")
_LICENCE = re.compile(r"\bCC[ -]BY(?:-(?:SA|NC|ND))*\b")
_EXERCISE = re.compile(r"\b(?:[Ee]xercises?|EXERCISES?|[Oo]peration|OPERATION)\s[“‘\"']?$")
_REGISTERED = re.compile(r"\b(?:registered|registration|registration\s(?:mark|number))\s(?:as\s)?$")
_POSTCODE = re.compile(r"\s\d{4,5}(?![\d:./-])")
_PLACE_BEFORE = re.compile(r"\b[A-Z][a-z]+,?\s$")
#: Letters of membership, honour and training that stand after a name.
_AFTER_A_NAME = frozenset(
    """MP MS MSP MLA TD MEP OBE CBE MBE DBE KBE KCB CB QC KC QPM KFSM QFSM JP DL FRCP FRCPCH FRCPATH
    FRCGP FRCPSYCH FRCOG FRCN FRCS FRSA MRCP MRCGP MRCPCH MRCPSYCH MRCOG MBBS MBCHB DCH BSC BA MA MSC
    MPHIL DPHIL MBA LLB LLM LLD EDD DSC CQSW DIPSW RGN RMN RN RM RSCN SCPHN PGCE""".split()
)
#: Those of them that stand for other things too: a name and what follows must show them.
_OR_OTHERWISE = frozenset("MS MA BA RN RM TD JP CB DL MP MB DCH MSC KC".split())
_NAME_BEFORE = re.compile(
    r"\b(?:[A-Z][a-z’'-]+|[A-Z]\.?)\s(?:[A-Z]\.?\s)?(?:[A-Z][’']|Mc|Mac)?([A-Z][a-z’'-]+)"
    r"(?:,?\s[A-Z][A-Za-z]{1,7})*,?\s$"
)
_NOT_RUNNING = re.compile(r"(?:\s?[,;:.()]|\s[A-Z]{2}|\s?$|\s(?:and|is|was|has|who|for|to)\b)")
_EMPTY_CELL = frozenset(["NA", "N/A"])
#: Capital words beside a name in capitals: a list of names on a chart or a timeline.
_CHART = 3
#: Characters: as far before letters as the bracket of a citation can open.
_REACH = 200


def is_source(text: str, form: ShortForm, kind: Kind) -> bool:
    """Whether letters stand for a cited author or in the title of a cited work.

    "(RAIB, 2005)", an entry of a list of sources, and a note that only says where something is
    printed. A note that tells something besides is text.
    """
    before, after = text[: form.start], text[form.end :]
    if _AUTHOR_BEFORE.search(before[-_REACH:]) and _AUTHOR_AFTER.match(after):
        return True
    if _ENTRY.match(text.lstrip("•- \t[0123456789.]")):
        return True
    if kind is not Kind.FOOTNOTE:
        return False
    first = max((m.end() for m in re.finditer(r"\w\w[.?!]\s(?=[A-Z])", before)), default=0)
    last = re.search(r"\w\w[.?!]\s(?=[A-Z])", after)
    sentence = text[first : form.end + (last.end() if last else len(after))]
    return bool(_SOURCE.search(sentence)) and not _TELLS.search(sentence)


def is_numbered(text: str, form: ShortForm) -> bool:
    """Whether letters begin the number of a standard, a paper or a machine: "HC-B3TN-5"."""
    after = text[form.end :]
    if _FLEET.match(after) and "/" in text[form.start - 1 : form.end + 1]:
        return True
    if not text.strip().removeprefix(text[form.start : form.end]).strip(" .").isdigit():
        return bool(_NUMBER.match(after)) and not _DATE.match(after)
    return text.strip().startswith(text[form.start : form.end])


def is_firm(text: str, form: ShortForm) -> bool:
    """Whether letters begin the name of a firm: "HH Associates Ltd", "P.A. Duffy & Co"."""
    before, after = text[: form.start], text[form.end :]
    if form.short in _FORM_OF_FIRM and re.search(r"\b[A-Z][\w’'-]+,?\s$", before):
        return True
    if _FIRM_AFTER.match(after):
        return True
    partner = re.match(r"\s([A-Z][a-z]+)\)", after)
    return bool(partner and _COUNSEL.search(before) and not is_word(partner.group(1)))


def is_after_a_name(text: str, form: ShortForm) -> bool:
    """Whether letters are of an honour, a seat or a training: "Robin Thorne MLA, Minister"."""
    short = form.short.upper()
    if short not in _AFTER_A_NAME:
        return False
    if short in _OR_OTHERWISE and not _NOT_RUNNING.match(text[form.end :]):
        return False
    name = _NAME_BEFORE.search(text[: form.start])
    return name is not None and not is_listed(name[1]) and name[1] not in {"The", "Team"}


def is_copied(block: Block, form: ShortForm) -> bool:
    """Whether letters are of a licence, an address, a unit, an empty cell or an exercise's name."""
    text = block.text
    before, after = text[: form.start], text[form.end :]
    if block.cell and text.strip().upper() in _EMPTY_CELL:
        return True
    if any(first <= form.start < last for first, last in _spans(_LICENCE, text)):
        return True
    if form.short.upper() in _UNITS and re.search(r"\d\s?$", before):
        return True
    if _EXERCISE.search(before) and not is_listed(form.short):
        return True
    return bool(
        2 <= len(form.short) <= 3
        and _PLACE_BEFORE.search(before)
        and _POSTCODE.match(after)
        and not is_listed(before.split()[-1])
    )


def is_charted_name(text: str, form: ShortForm) -> bool:
    """Whether it is a word among other words in capitals, as the names on a timeline are."""
    if len(form.short) < 5 or is_listed(form.short) or not form.short.isalpha():
        return False
    words = re.findall(r"\b[A-Z]{4,}\b", text)
    return sum(is_word(w) and not is_listed(w) for w in words) >= _CHART


def is_registration(text: str, form: ShortForm) -> bool:
    """Whether letters are the mark of a vehicle, ship or aircraft: "registered VH-OAA"."""
    return bool(form.parts or "-" in form.short) and bool(
        _REGISTERED.search(text[: form.start].rstrip("“‘\"'"))
    )


def set_apart(uses: Sequence[tuple[Block, ShortForm]]) -> list[bool]:
    """For the uses of one short form that a draft does not define: which of them are no uses.

    A cited author or a licence is left out where it stands. A number, a registration and a firm's
    name speak for the other uses too: letters that are always tied to digits are a label, and a
    firm is named in full once ("CAF New Zealand Limited", "CAF").
    """
    if any(is_registration(block.text, form) for block, form in uses):
        return [True] * len(uses)
    if all(is_numbered(b.text, f) or is_source(b.text, f, b.kind) for b, f in uses):
        return [True] * len(uses)
    known = is_well_known(uses[0][1].short)
    if (
        not known
        and any(_FIRM_AFTER.match(b.text[f.end :]) for b, f in uses)
        and not any(re.search(r"\b(?:[Aa]n?|[Tt]he)\s$", b.text[: f.start]) for b, f in uses)
    ):
        return [True] * len(uses)
    return [
        is_source(b.text, f, b.kind)
        or (not known and is_firm(b.text, f))
        or is_after_a_name(b.text, f)
        or is_copied(b, f)
        or is_charted_name(b.text, f)
        for b, f in uses
    ]


def _spans(pattern: re.Pattern[str], text: str) -> list[tuple[int, int]]:
    return [match.span() for match in pattern.finditer(text)]
