"""Capitalised words that could be a name, and the signs that any kind of name is known by.

What the name is by itself, how its words are built and look, what the model takes it for, what stands
before and after it, and what governs it. Which of these speak for a place, a home or a newspaper, each
kind learns for itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING

from .. import vocabulary
from ..grammar.parse import whole_text
from .names.name_words import Look
from .places.place_types import RUN
from .places.place_words import kind_of_last_word

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as SpacySpan

# How names of places are built, in English, Norse, Welsh, Scots and Irish: "Crossgates", "Llanwern".
_BUILT = re.compile(
    r"(?:Llan|Aber|Pont|Tre|Pen|Caer|Pwll|Inver|Kil|Bally|Auchter|Strath|Glen|Port)[a-z]{3,}$|[A-Z][a-z]{1,9}(?:by|thorpe|thwaite|wick|worth|worthy|wich|ham|ton|"
    r"stead|hurst|combe|mouth|minster|chester|cester|caster|borough|burgh|bury|bridge|ford|field|fields|gate|gates|dale|haven|holme?|"
    r"pool|mere|wold|well|ley|leigh|stoke|stow|stowe|cliffe?|beck|bourne?|hithe|ness|sea|moor|marsh|firth|toft|garth|rigg|shaw|wood|den)$"
)
_SIDES = frozenset("the north south east west central northern southern inner outer rural".split())
_QUOTES = frozenset("“\"‘'(")
_ARTICLES = frozenset({"a", "an", "the"})
_STOPS = frozenset(".:–-;|?!")
#: Words that lead to a place though the model may not call them prepositions.
_LEADING = frozenset("at in to from on near round around outside off up down via nr".split())
_LEADS = frozenset({"ADP", "SCONJ", "PART", "ADV"})
_PART = re.compile(r"\b(?:the|of|and|upon|on|y|le|at|with|for|in|next|by|&)$", re.IGNORECASE)
_LEAD = re.compile(
    r"^(?:(?:of|the|The|on|upon|le|y|next|&|To|At|From|In|Near|On|Since|Outside|Around|By) )+"
)
_BETWEEN = re.compile(r"\b(?:at|in|for|with|and|by|of the)\b")
_LONGEST = 4


def capitalised(text: str, taken: Sequence[tuple[int, int]] = ()) -> Iterator[tuple[int, int]]:
    """The runs of capitalised words in a text that could be names, outside the spans taken."""
    for run in RUN.finditer(text):
        breaks = [0, *(i for m in _BETWEEN.finditer(run[0]) for i in m.span()), len(run[0])]
        for first, last in zip(breaks[::2], breaks[1::2], strict=True):
            name = run[0][first:last].strip().rstrip("’'")
            if not name.startswith("St "):
                name = re.sub(r"[’']s$", "", name)
            while _PART.search(name):
                name = _PART.sub("", name).rstrip()
            name = _LEAD.sub("", name)
            if not name or not name[0].isupper() or len(name.split()) > _LONGEST:
                continue
            start = text.index(name, run.start() + first)
            end = start + len(name)
            if not any(s < end and start < e for s, e in taken):
                yield start, end


def signs_of_name(doc: Doc, name: SpacySpan, parts: list[str], looks: list[Look]) -> set[str]:
    """What the name is by itself, and what the model takes it for."""
    last = re.sub(r"[’']s?$", "", parts[-1]).lower()
    tags = {f"words={len(parts)}", f"last={last}", f"first={parts[0].lower()}"}
    tags |= {f"ends in {last[-n:]}" for n in (2, 3, 4) if len(last) > n + 1}
    tags |= {f"looks like {look.name}" for look in looks}
    tags |= {f"first looks like {looks[0].name}", f"last looks like {looks[-1].name}"}
    tags.add(f"root={name.root.dep_}")
    if kind := kind_of_last_word(parts[-1]):
        tags |= {f"kind={kind}", "has kind"}
    entities = [e for e in doc.ents if e.start < name.end and name.start < e.end]
    tags |= {f"model={e.label_}" for e in entities} or {"model=none"}
    tags |= {f"whole={e.label_}" for e in entities if (e.start, e.end) == (name.start, name.end)}
    if any(re.search("[A-Z]{2}", part) for part in parts):
        tags.add("capitals")
    if any(part in _settlements() for part in parts):
        tags.add("a known place")
    if _BUILT.match(parts[-1]):
        tags.add("built like a place")
    if any(t.is_oov for t in name if t.text[:1].isupper()):
        tags.add("not in the model")
    if whole_text(doc)[name.start_char : name.end_char + 2].endswith(("’s", "'s")):
        tags.add("possessive")
    return tags


def signs_before(doc: Doc, name: SpacySpan) -> tuple[Token | None, set[str]]:
    """The word before a name, its article, quotation mark and quarter left out, and its signs."""
    tags: set[str] = {"The"} if name[0].text == "The" else set()
    at = name.start - 1
    while at >= 0 and (doc[at].text in _QUOTES or doc[at].lower_ in _SIDES):
        if doc[at].lower_ == "the":
            tags.add("the")
        elif doc[at].text in _QUOTES:
            tags.add("in brackets" if doc[at].text == "(" else "quoted")
        at -= 1
    before = doc[at] if at >= 0 else None
    if before is None or before.text in _STOPS or before.is_space:
        return before, tags | {"begins", f"before={before.text if before is not None else ''}"}
    tags |= {f"before={before.lower_}", f"before is {before.pos_}"}
    if before.lower_ in {"and", "or", ","}:
        tags.add("listed")
    if before.pos_ in _LEADS or before.lower_ in _LEADING:
        tags.add("leads")
    return before, tags


def signs_after(doc: Doc, name: SpacySpan) -> set[str]:
    """What stands after a name: a stop, a verb, words that say what it is."""
    if name.end >= len(doc):
        return {"ends"}
    after = doc[name.end]
    tags = {f"after={after.lower_}", f"after is {after.pos_}"}
    if after.text in {",", "(", "–"} and name.end + 1 < len(doc):
        beside = doc[name.end + 1]
        tags.add(f"beside={after.text}{beside.lower_}")
        if beside.lower_ in _ARTICLES:
            noun = next((t for t in doc[beside.i + 1 : beside.i + 6] if t.pos_ == "NOUN"), None)
            tags |= {"told"} if noun is None else {"told", f"told={noun.lemma_.lower()}"}
    return tags


def governor_of(leading: Token) -> Token | None:
    """What a preposition hangs on: "moved" in "moved back over to Tollerby"."""
    word = leading
    for _ in range(4):
        if word.head.i == word.i:
            return None
        word = word.head
        if word.pos_ not in {"ADP", "PART"}:
            return word
    return None


@cache
def _settlements() -> frozenset[str]:
    rows = vocabulary.load("scr_lint", "settlements")
    return frozenset(word for row in rows for word in row["words"].split())
