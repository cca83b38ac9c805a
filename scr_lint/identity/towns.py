"""Towns, villages and neighbourhoods that a draft names, by the words around the names.

"Moved to Tollerby", "a flat in Scarbeck", "Hesselgate part of town", "Llanhyfryn, a village". What
the words around a name say, what the model makes of it and how it looks are added up; the weights
are defaults of this project.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from .. import vocabulary
from .name_words import Look, NameWords
from .place_types import RUN

if TYPE_CHECKING:
    from spacy.tokens import Doc

#: The evidence that makes a place.
ENOUGH = 2.0

_LOOKS = {
    Look.UNKNOWN: 1.0,
    Look.NAME_OR_PLACE: 0.5,
    Look.SURNAME: 0.0,
    Look.LIKE_NAME: 0.2,
    Look.NAME_OR_WORD: -0.8,
    Look.NAME_OR_SEASON: -2.0,
    Look.NAME: -0.8,
    Look.SMALL_NAME: -1.0,
    Look.ORDINARY: -0.7,
}
_MODEL = {
    "GPE": 1.0,
    "LOC": 1.0,
    "FAC": 0.8,
    "PERSON": -1.0,
    "ORG": -0.3,
    "NORP": -2.0,
    "DATE": -2.0,
}
# How names of places are built, in English, Norse, Welsh, Scots and Irish: "Crossgates", "Llanwern".
_BUILT = re.compile(
    r"(?:Llan|Aber|Pont|Tre|Pen|Caer|Pwll|Inver|Kil|Bally|Auchter|Strath|Glen|Port)[a-z]{3,}$|[A-Z][a-z]{1,9}(?:by|thorpe|thwaite|wick|worth|worthy|wich|ham|ton|"
    r"stead|hurst|combe|mouth|minster|chester|cester|caster|borough|burgh|bury|bridge|ford|field|fields|gate|gates|dale|haven|holme?|"
    r"pool|mere|wold|well|ley|leigh|stoke|stow|stowe|cliffe?|beck|bourne?|hithe|ness|sea|moor|marsh|firth|toft|garth|rigg|shaw|wood|den)$"
)
_BEFORE_NAME = frozenset(
    "lower upper nether over great little market chipping much long high low east west north south new old monks kings bishops abbots".split()
)
_FEW = r"(?:[\w’'-]+,? ){0,6}?"
_OF_PLACE = (
    r"homes?|house|flats?|address(?:es)?|property|tenancy|accommodation|lodgings|placements?|hostel|refuge|"
    r"bedsit|caravan|hotel|pub|shops?|takeaway|caf[eé]|supermarket|market|park|streets?|village|town|city|estates?|"
    r"areas?|part|suburb|kitchen|plant|factory|warehouse|station|chapel|church|mosque|surgery|clinic|"
    r"hospital|courts?|nursery|nurseries|schools?|college|academy|club|carers?|famil(?:y|ies)|relatives|aunt|uncle|"
    r"cousins?|grand\w+|friends?|sister|brother|mother|father|boyfriend|girlfriend|partner|man|men|community|bail|unit|"
    r"centre|trust|team|beach|parade|row|woods|office|library|gym|bus stop|prison|farm|job|work|mam|nan|mum|dad|project|"
    r"lads?|boys?|girls?|people|wom[ae]n|couple|weekends?|landlord|childminder|practice|midwives|police|services?|agencies|bail"
)
_SIDE = (
    r"(?:(?:neighbouring|nearby|rural|central|inner|outer|north|south|east|west|northern|the) )*"
)
_STRONG_BEFORE = (
    (
        re.compile(
            rf"\b(?:liv(?:es?|ed|ing)|resid(?:es?|ed|ing)|gr(?:ew|ow|own|owing) up|brought up|raised|settled?|"
            rf"stay(?:s|ed|ing)?|(?:re)?housed|born|placed|accommodated|homeless|arrested|located|sleeping|"
            rf"sofa[- ]surfing|attend(?:s|ed|ing)|employed|rent(?:s|ed|ing)?|lodg(?:es?|ed|ing)|stationed|billeted|garrisoned|posted|based|detained|imprisoned|hid(?:es|ing)?|known|schooled|married|wed|widowed|fostered|died|work(?:s|ed|ing)?|originally|home|buried|seen|"
            rf"stopped|found|register(?:s|ed|ing)?|board(?:s|ed|ing)?|collapsed|assaulted|caught|squatt?\w+) {_FEW}(?:in|at|near|outside|around|from|by|on) {_SIDE}$",
            re.IGNORECASE,
        ),
        1.2,
    ),
    (
        re.compile(
            rf"\b(?:mov(?:es?|ed|ing)|relocat(?:es?|ed|ing)|return(?:s|ed|ing)?|travel(?:s|led|ling)?|went|go(?:es|ing)?|"
            rf"came|com(?:es?|ing)|fled|r[au]n|running|sent|taken|transferred|driv(?:en|ing)|drove|conveyed|brought|"
            rf"trains?|bus(?:es)?|taxis?|tickets?|journeys?|trips?|trafficked|left|dispersed|commut\w+|hail(?:s|ed)?|"
            rf"walk(?:s|ed|ing)?|miles|minutes|hours|road|way) {_FEW}"
            rf"(?:to|from|for|towards|via|through|into|in) {_SIDE}$",
            re.IGNORECASE,
        ),
        1.0,
    ),
    (
        re.compile(
            rf"(?<!council )(?<!service )(?<!trust )(?<!team )\b(?:moved?|moving|relocat(?:ed?|ing)|fled|ran away|"
            rf"returned|evicted|dispersed|rehoused) {_FEW}(?:to|from|into) {_SIDE}$",
            re.IGNORECASE,
        ),
        1.3,
    ),
    (re.compile(rf"\b(?:{_OF_PLACE}) (?:in|at|near|outside|from|of) {_SIDE}$"), 1.2),
    (
        re.compile(
            r"\b(?:town|village|city|suburb|hamlet|neighbourhood|district|port|parish|resort|estate|community|"
            r"part|outskirts|centre|streets?|middle|edge|side|end|bit) (?:of|called|named) (?:the )?$"
        ),
        1.5,
    ),
    (
        re.compile(
            rf"\b(?:[Ii]n|[Nn]ear|outside|around|off|above|beyond|over in|up in|down in|out at|over at) {_SIDE}$"
        ),
        1.0,
    ),
    (re.compile(r"\bout of $"), 0.8),
    # In notes: "Prev. Swaffing", "Before that Swaffing".
    (
        re.compile(
            r"(?:^|[.;] )(?:[Pp]rev(?:iously|\.)?|[Bb]efore that|[Ff]ormerly|[Tt]hen|[Ll]ives|[Ll]iving|[Oo]riginally|[Nn]ow|Moved|"
            r"From|Back)(?: in| at| to|:)? $"
        ),
        1.3,
    ),
    (re.compile(r"\b(?:area|end|side|outskirts|part) of $"), 1.5),
    (
        re.compile(
            r"\b(?:town|village|city|suburb|hamlet|neighbourhood|estate|island|area)(?:,| \(|:| –| called| named) ?$"
        ),
        1.5,
    ),
    (re.compile(r"\b(?:[Aa]t|[Oo]n|[Tt]o|[Ff]rom|to|from|towards|via) (?:the )?$"), 0.3),
)
_STRONG_AFTER = (
    (
        re.compile(
            r"(?:,| \(| –)? ?(?:which is |then |itself )?(?:an?|the) (?:[\w-]+ ){0,3}(?:town|village|city|suburb|"
            r"neighbourhood|hamlet|resort|community|port|housing estate|seaside)\b"
        ),
        2.0,
    ),
    (
        re.compile(
            r", an? (?:[\w-]+ ){0,4}(?:home|hostel|refuge|unit|placement|farm|school|nursery|pub|hotel)\b"
        ),
        1.5,
    ),
    (
        re.compile(
            r" (?:part of|area\b|end of|side of|district\b|quarter\b|neighbourhood\b|village\b|town centre\b|town\b|"
            r"city centre\b|address\b|postcode\b|accent\b|flat\b|house\b|railway\b|station\b|bus\b|beach\b|seafront\b|park\b|market\b|woods\b|green\b)"
        ),
        1.2,
    ),
)
# "The review about Child Q in Hackney": somebody else's case, known by its place.
_ELSEWHERE = re.compile(
    r"\b(?:reviews?|inquir(?:y|ies)|reports?|inspections?|stud(?:y|ies)|research|trials?|pilots?|case of|cases?|"
    r"evaluations?|examples?|models?|work|lessons?|scandals?|failings?)\b[^.;]{0,50}$",
    re.IGNORECASE,
)
# "A health visitor who had worked in Bradford": a worker's own past.
_WORKED = re.compile(
    r"\b(?:visitor|nurse|social worker|officer|teacher|doctor|manager|practitioner|midwife|chair|author|reviewer|consultant|"
    r"colleague|director|trained|paediatrician|psychologist)\b[^.;]{0,40}\b(?:work(?:ed|s|ing)?|train(?:ed|ing)|practi[sc]\w+|job|post)\b[^.;]{0,20}$",
    re.IGNORECASE,
)
_UNFIT_AFTER = re.compile(
    r"(?:[’']s?\b)? (?:Council|Borough|County|City|District|Metropolitan|Police|Constabulary|NHS|Safeguarding|"
    r"Children|Local|Crown|Magistrates|Family|Combined|Youth|Hospitals?|Trust|University|Integrated|et al)\b"
    r"| ?\((?:19|20)\d\d|,? (?:19|20)\d\d\)|[’']?s? (?:[\w-]+ ){0,2}(?:teams?|locality|model|study|approach|review|"
    r"inquiry|report|framework|pilot|tool|scale|profile)\b"
)
_IN = re.compile(
    rf"\b(?:in|near|outside|around|(?:mov|relocat|returned|fled|went|came|come|travel|weekends|lad|lads|boys?|girls?|people|"
    rf"unit|home|school|hospital|house|flat)\w* (?:\w+ ){{0,2}}?(?:to|from|at|of)) {_SIDE}$"
)
_PART = re.compile(r"\b(?:the|of|and|upon|on|y|le|at|with|for|in|next|by|&)$", re.IGNORECASE)
_OF_A_COUNCIL = re.compile(r"(?:London )?(?:Borough|City|County|Diocese|Archdiocese) of\b")
_BETWEEN = re.compile(r"\b(?:at|in|for|with|and|by|of the)\b")
_LONGEST = 3


@dataclass(frozen=True, slots=True)
class Town:
    """A name that may be a town's: its characters in a text, and what speaks for it."""

    start: int
    end: int
    name: str
    weight: float


def towns(doc: Doc, words: NameWords, taken: list[tuple[int, int]]) -> Iterator[Town]:
    """The names in a paragraph that could be towns', outside the spans that are taken."""
    text = doc.text
    for start, end in _names(text, taken):
        name = text[start:end]
        weight = _weight(doc, start, end, words)
        yield Town(start, end, name, weight)


def _names(text: str, taken: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    for run in RUN.finditer(text):
        breaks = [0, *(i for m in _BETWEEN.finditer(run[0]) for i in m.span()), len(run[0])]
        for first, last in zip(breaks[::2], breaks[1::2], strict=True):
            start, end = run.start() + first, run.start() + last
            if start == end:
                continue
            while text[start:end][:1] == " ":
                start += 1
            name = text[start:end].rstrip(" ’'")
            if not name.startswith("St "):
                name = re.sub(r"[’']s$", "", name)
            while _PART.search(name):
                name = _PART.sub("", name).rstrip()
            name = re.sub(
                r"^(?:(?:of|the|The|on|upon|le|y|next|&|To|At|From|In|Near|On|Since|Outside|Around|By) )+",
                "",
                name,
            )
            start = text.find(name, start)
            end = start + len(name)
            if (
                name
                and name[0].isupper()
                and len(name.split()) <= _LONGEST
                and not any(s < end and start < e for s, e in taken)
            ):
                yield start, end


def _weight(doc: Doc, start: int, end: int, words: NameWords) -> float:
    text = doc.text
    before, after = text[:start], text[end:]
    if _UNFIT_AFTER.match(after) or _OF_A_COUNCIL.match(text[start:end]):
        return -9.0
    parts = text[start:end].split()
    if any(re.search("[A-Z]{2}", part) for part in parts) or len(text[start:end]) < 4:
        return -9.0
    beside = [value for pattern, value in _STRONG_BEFORE if pattern.search(before)]
    weight = max(_LOOKS[words.look(part)] for part in parts if part[0].isupper())
    label = next((e.label_ for e in doc.ents if e.start_char < end and start < e.end_char), "")
    if label in {"GPE", "LOC"}:
        weight = max(weight, 0.2)
    if max(beside, default=0.0) >= 0.8 and (built := _like_a_place(parts)):
        weight += built
        label = "" if label in {"PERSON", "ORG", "NORP"} else label
    if label in {"PERSON", "NORP"} and weight > 0 and _IN.search(before):
        label = ""  # people are not lived in: a new name, and the model has guessed
        weight += 0.3
    weight += _MODEL.get(label, -0.5) if label else 0.0
    weight += max(beside, default=-1.0)
    weight += 0.5 if sum(value >= 0.8 for value in beside) > 1 else 0.0
    weight += max((v for pattern, v in _STRONG_AFTER if pattern.match(after)), default=0.0)
    if re.match(r" (?:to|and then to|via) [A-Z]", after) and re.search(r"\bfrom $", before):
        weight += 0.6  # "from Kettering to Corby"
    if re.match(r" (?:address|postcode|accent)\b", after) and re.search(
        r"\b(?:an?|the|his|her|their) $", before
    ):
        weight += 2.0  # "came back to a Fenby address"
    if beside and _WORKED.search(before):
        weight -= 2.0
    if beside and _ELSEWHERE.search(before):
        weight -= 1.5
    return weight


def _like_a_place(parts: list[str]) -> float:
    """How far a name is a known place's, or built like one; 0 where nothing says so."""
    known = any(part in _settlements() for part in parts)
    before = len(parts) > 1 and parts[0].lower() in _BEFORE_NAME
    if known or (before and _BUILT.match(parts[-1])):
        return 1.5
    return 0.7 if _BUILT.match(parts[-1]) else 0.0


@cache
def _settlements() -> frozenset[str]:
    rows = vocabulary.load("scr_lint", "settlements")
    return frozenset(word for row in rows for word in row["words"].split())
