"""What the words around a possible name say about whether it is somebody's.

Evidence is a sum of weights. They were set by hand and tried on invented sentences with names of
many origins; they are defaults of this project. A sum of `ENOUGH` makes a name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..draft import Block, Kind
from ..grammar.parse import neighbour
from .name_as_place import by_place
from .name_candidates import Candidate, cues
from .name_words import Look, first_names, plain
from .not_people import counter_evidence

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as SpacySpan

ENOUGH = 1.5

_LOOKS = {
    Look.NAME: 2.0,
    Look.LIKE_NAME: 1.2,
    Look.NAME_OR_WORD: 0.9,
    Look.NAME_OR_PLACE: 0.7,
    Look.NAME_OR_SEASON: 0.0,
    Look.SMALL_NAME: 1.0,
    Look.UNKNOWN: -0.3,
    Look.SURNAME: -1.5,
    Look.ORDINARY: -2.0,
}
# What somebody speaks is a language: "speak Sorani and some Farsi".
_SPOKEN = re.compile(
    r"\b(?:speak(?:s|ing)?|spoke|spoken)(?: (?:only|mostly|mainly|some|a little|broad|fluent|good|no|little))?"
    r"(?: [A-Z]\w+,?(?: and| or| but| with)?(?: some| broad| a little)?)* $"
)
_NAMING = re.compile(
    r"\b(?:called|named|names?|nicknamed|known (?:to (?:\w+ ){1,3})?as|(?:gave|gives|giving) (?:\w+ )?names? as|"
    r"(?:knew|knows?|known|described?|describes|recorded?|records|listed|lists|registered|entered|logged|wrote|had) "
    r"(?:him|her|them|the \w+|this \w+|(?:her|him)self)(?: down| only| simply| once| first)? as|"
    r"name (?:of|as|was|is)|n[ée]e|(?:h(?:is|er)|their|its|my|whose|the|first|real|own) names?,|(?:goes|went|going) by|answer(?:s|ed) to)"
    r"\s+[‘'“\"]?$",
    re.IGNORECASE,
)
# What it says that a word's bearer says or tells something: bodies and towns do, hope never does.
_UTTERS = {Look.NAME_OR_WORD: 2.6, Look.UNKNOWN: 0.7, Look.NAME_OR_PLACE: 0.7}
_CODE_BEFORE = re.compile(
    r"(?:\b[A-Z]{1,5}\d{1,2}|\b(?:Child|Adult|Sibling|Baby|Parent|Subject)\s+\w{1,2}|\b(?:Mother|Father|"
    r"M[GP][MF]|PG[MF]))\s*[(=:–-]\s*$"
)
_AFTER_IN_BRACKETS = re.compile(
    r"\s*\((?:aged? )?(?:\d{1,2}\b(?![/.-]\d)|[A-Z]{2,4}\d{1,2}\b|[Cc]hild|[Ss]ibling|[Mm]other|[Ff]ather|"
    r"h(?:is|er) |DOB|d\.?o\.?b|not (?:his|her) real)"
)
_AGE_AFTER = re.compile(
    r",? (?:then |by then |now |just |only )?(?:aged? (?:\w+|\d+)\b|(?:\d{1,2}|two|three|four|five|six|seven|eight|nine|ten|eleven|"
    r"twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen)(?= at the time|,)|\d{1,2}[- ](?:years?|months?|weeks?)[- ]old)"
)
_A_NAME_AFTER = re.compile(
    r"[”\"’']? (?:is|was) (?:not )?(?:a|the|her|his|their|not her|not his) (?:\w+ )?(?:name|nickname|surname)\b"
)
_DETERMINERS = frozenset({"a", "an", "the", "this", "each", "two", "three", "no"})
# Verbs before "with", "to" …, that have people there.
_COMPANY = {
    "with": cues("with"),
    "to": frozenset(
        """say speak talk listen write explain give attach return read sing hand pass show send lend marry introduce apologise
        complain lie report disclose text belong happen mean""".split()
    ),
    "from": frozenset({"hear", "take", "hide", "protect", "separate", "remove"}),
    "for": frozenset({"care", "look", "buy", "cook", "wait"}),
    "by": cues("done_to") | cues("human") | cues("speech"),
    "about": frozenset(
        {
            "worry",
            "worried",
            "concerned",
            "anxious",
            "ask",
            "speak",
            "talk",
            "know",
            "tell",
            "concern",
        }
    ),
    "of": frozenset(),
}
_BODIES = frozenset({"ORG", "GPE", "LOC", "FAC", "LAW"})
# Where the model puts names that it does not know.
_THINGS = frozenset({"WORK_OF_ART", "PRODUCT", "EVENT", "DATE"})
_NOT_PEOPLE = frozenset({"NORP", "LANGUAGE"})
_FAMILY = cues("kin") | frozenset({"family", "household", "couple", "lad", "kid"})
_MODALS = frozenset({"will", "can", "may", "might", "must"})
# How much the name finder's word weighs, set on passages that it had not been trained on.
_FOUND, _NOT_FOUND = 2.2, -0.2
# What is given back at the head of a sentence to a word that the name finder takes for a name.
_TRUST = {Look.NAME_OR_WORD: 0.35, Look.UNKNOWN: 0.4}
# What an article before a name takes away.
_OF_THE, _OF_A = -6.0, -3.0
_NAME_COLUMN = re.compile(
    r"^(?:names?|who|person|people|practitioners?|workers?|staff|professionals?|attendees?|present|"
    r"completed by|author|seen by|allocated(?: to)?|key ?worker|initials)\b",
    re.IGNORECASE,
)


def evidence(
    candidate: Candidate, doc: Doc, block: Block, is_place: bool, trusted: bool
) -> tuple[float, float]:
    """How much speaks for a candidate being a person's name: by itself, and around it.

    `is_place` is true where the draft also uses its words as the name of a place or body;
    `trusted` where the model is our own name finder.
    """
    words = doc.char_span(candidate.start, candidate.end, alignment_mode="expand")
    if words is None:
        return 0.0, 0.0
    grammar = sum(_in_grammar(candidate, words, block))
    found = trusted and any(token.ent_type_ == "PERSON" for token in words)
    around = sum(
        [
            *_beside(candidate, doc.text, words),
            *counter_evidence(candidate, doc, words, _capital_is_due(words, block)),
            max(grammar, -1.0) if found else grammar,
            _by_article(candidate, words),
            _by_finder(candidate, words) if trusted else _by_model(candidate, words),
            by_place(candidate, words, is_place),
            _by_layout(candidate, block),
        ]
    )
    by_itself = _by_itself(candidate, words, block)
    if found and len(candidate.looks) == 1 and _capital_is_due(words, block) and _acts(words):
        by_itself += _TRUST.get(candidate.looks[0], 0.0)
    return by_itself, around


def _acts(words: SpacySpan) -> bool:
    """Whether a word at the head of a sentence goes on as a name does, not as "Grace periods"."""
    after = neighbour(words[-1], 1) if words.end < len(words.doc) else None
    return after is None or after.pos_ not in {"NOUN", "ADP", "ADJ"} or after.text == "’s"


def _by_itself(candidate: Candidate, words: SpacySpan, block: Block) -> float:
    first, *rest = candidate.looks
    if candidate.title:
        return 4.0
    if candidate.initials:
        return 2.5 if first is not Look.ORDINARY else 0.3
    weight = _LOOKS[first]
    if rest:
        firm = first in {Look.NAME, Look.LIKE_NAME}
        if firm or Look.ORDINARY not in rest:
            weight += 1.2 if firm else 0.8
        weight = max(weight, *(_LOOKS[look] for look in rest if look is not Look.ORDINARY), -9.0)
    elif first is Look.NAME_OR_WORD and _capital_is_due(words, block):
        weight -= 2.0
    elif first is Look.UNKNOWN and _capital_is_due(words, block):
        weight -= 0.6
    elif first is Look.NAME_OR_WORD and words[0].is_stop:
        weight += 1.0  # "Will": no auxiliary has a capital in the middle of a sentence
    if first is Look.NAME_OR_WORD and not rest and words[0].lower_ in _MODALS and _has_verb(words):
        weight += 3.0
    if candidate.in_phrase and first not in {Look.NAME, Look.LIKE_NAME}:
        weight -= 1.0
    return weight


def _has_verb(words: SpacySpan) -> bool:
    """Whether a verb with an ending follows, so that no auxiliary stands before it."""
    after = neighbour(words[-1], 1)
    return after.tag_ in {"VBD", "VBZ", "MD"} and after.i == words.end and after.is_lower


def _capital_is_due(words: SpacySpan, block: Block) -> bool:
    """Whether a word would have its capital anyway: at the head of a sentence, in a heading."""
    if block.kind in {Kind.HEADING, Kind.TITLE, Kind.HEADER, Kind.FOOTER} or block.text.isupper():
        return True
    if block.cell and block.cell.is_header:
        return True
    before = block.text[: words.start_char].rstrip(" “\"‘'(")
    return words[0].is_sent_start or not before or before[-1] in ".?!:•–-;"


def _beside(candidate: Candidate, text: str, words: SpacySpan) -> Iterator[float]:
    before, after = text[: candidate.start], text[candidate.end :]
    if _SPOKEN.search(before) and not candidate.title:
        yield -3.0
    if _NAMING.search(before):
        yield 3.0
    if _CODE_BEFORE.search(before):
        yield 3.0
    if len(candidate.words) == 1 and re.match(rf" {candidate.words[0].lower()}\b", after):
        yield 3.0  # "May may have been told"
    if re.match(
        r"(?: \w+)? (?:is|was) the (?:one|person|only one|first) (?:who|to)\b|,? (?:who|whose|whom) ",
        after,
    ):
        yield 1.0
    if _AFTER_IN_BRACKETS.match(after):
        yield 2.5
    if _AGE_AFTER.match(after) or _A_NAME_AFTER.match(after):
        yield 2.0
    who = re.search(r"\b([\w-]+)(?:[’']s)?,? [‘“\"']?$", before)
    if who and who[1].lower() in cues("kin") | cues("address"):
        yield 3.2
    elif who and who[1].lower() in cues("role"):
        yield 2.0
    described = re.match(
        r",? (?:\()?(?:his|her|their|the|an?|who(?:se)?)\b((?: [\w-]+){1,4})", after
    )
    if described and after.startswith(","):
        nouns = set(described[1].lower().split())
        if nouns & (cues("kin") | cues("role")):
            yield 2.0
    role = re.match(r"\s*\(([\w /-]+)\)", after)
    if role and set(role[1].lower().split()) & (cues("role") | cues("kin") | cues("listed_role")):
        yield 2.0
    office = re.match(
        r"(?:, | ?[(\[])(?:[A-Z][\w’'-]*,? (?:and |of |for )?){0,4}([A-Z][\w-]+|minutes)[)\]]?(?=[.,;:)]|$)",
        after,
    )
    if office and office[1].lower() in cues("role") | cues("listed_role"):
        yield 2.0
    own = re.match(r"[’']s? ([\w-]+)(?: ([\w-]+))?", after)
    if own:
        owned = {word.lower() for word in own.groups() if word}
        yield 2.2 if owned & cues("kin") else 1.2 if owned & cues("own") else 0.3
    if any(word in cues("listing") for word in re.findall(r"[a-z]+", _sentence_before(words))):
        yield 1.0


def _sentence_before(words: SpacySpan) -> str:
    sentence = words.sent
    return sentence.text[: words.start_char - sentence.start_char].lower()


def _in_grammar(candidate: Candidate, words: SpacySpan, block: Block) -> Iterator[float]:
    root = words.root
    above = root.head
    # "Mirtazapine and Zopiclone": what is done to the first is done to the second.
    first = root
    while first.dep_ == "conj" and first.head.i != first.i:
        first = first.head
    if first.i != root.i and first.dep_ in {"dobj", "nsubjpass"}:
        yield -3.0 if first.head.lemma_.lower() in cues("consumed") else 0.0
    verb = above.lemma_.lower()
    if root.dep_ == "nsubj" and above.pos_ in {"VERB", "AUX"}:
        yield _as_subject(candidate, above)
        yield 0.6 * any(
            child.dep_ == "conj" and child.lemma_ in cues("human") | cues("bodily") | cues("speech")
            for child in above.children
        )
    elif root.dep_ == "nsubjpass" and above.lower_ in cues("state"):
        yield 2.0
    elif root.dep_ == "nsubjpass" or root.dep_ in {"dobj", "dative"}:
        yield 0.8 if verb in cues("done_to") else -3.0 if verb in cues("consumed") else 0.0
    elif root.dep_ == "pobj" and above.lower_ in _COMPANY:
        yield 1.0 if above.head.lemma_.lower() in _COMPANY[above.lower_] else 0.2
    beside = [above] if root.dep_ == "conj" else []
    beside += [child for child in root.children if child.dep_ == "conj"]
    if any(token.lemma_ in cues("kin") or token.ent_type_ == "PERSON" for token in beside):
        yield 0.8
    elif block.is_prose and any(
        t.is_title and not t.is_sent_start and plain(t.text) in first_names() for t in beside
    ):
        yield 2.6
    before = neighbour(words[0], -1) if words[0].i else None
    determined = before is not None and before.lower_ in _DETERMINERS
    if determined and _in_case_file(candidate, words):
        yield 3.0 if neighbour(words[-1], 1).lemma_ in _FAMILY else 2.0
    else:
        if root.dep_ in {"compound", "amod", "nmod"} and _bears(words, above):
            yield -2.5
        if before is not None and determined and not _is_family(candidate, before):
            yield -2.5
    if words[0].is_stop and words[0].pos_ in {"DET", "PRON"} and not candidate.title:
        yield -4.0  # "An X-ray", "My mother"


def _by_article(candidate: Candidate, words: SpacySpan) -> float:
    """What no model's word outweighs: "the" before a name makes it a river, a ward, an inn or an
    account, unless it names a family or what belongs to its case."""
    before = neighbour(words[0], -1) if words[0].i else None
    if before is None or candidate.title or candidate.initials:
        return 0.0
    if _in_case_file(candidate, words) or _is_family(candidate, before) or _are_two(words):
        return 0.0
    if before.lower_ == "the":
        return _OF_THE
    articled = before.lower_ in {"a", "an"} and words.root.dep_ in {"compound", "amod", "nmod"}
    return _OF_A if articled and _bears(words, words.root.head) else 0.0


def _are_two(words: SpacySpan) -> bool:
    """Whether two people together name something: "the Chantelle and Marvin problem"."""
    root = words.root
    return root.dep_ in {"compound", "nmod"} and any(
        child.dep_ == "conj" and child.ent_type_ == "PERSON" for child in root.children
    )


def _in_case_file(candidate: Candidate, words: SpacySpan) -> bool:
    """Whether a name tells whose children or whose papers something is: "the Wragg children"."""
    after = neighbour(words[-1], 1)
    return (
        after.i == words.end
        and after.is_lower
        and after.lower_ in cues("case_file")
        and candidate.looks[-1]
        in {
            Look.NAME,
            Look.LIKE_NAME,
            Look.UNKNOWN,
            Look.SURNAME,
            Look.NAME_OR_WORD,
        }
    )


def _is_family(candidate: Candidate, before: Token) -> bool:
    """Whether a word with "the" before it is a whole family: "the Mulqueens"."""
    word = candidate.words[-1]
    plural = len(candidate.words) == 1 and word.endswith("s") and not word.endswith("ss")
    return (
        plural and before.lower_ == "the" and candidate.looks[0] in {Look.LIKE_NAME, Look.UNKNOWN}
    )


def _as_subject(candidate: Candidate, verb: Token) -> float:
    """What a verb says of its subject: only people cry; bodies say things, too."""
    lemma = verb.lemma_.lower()
    if lemma in cues("bodily"):
        return 2.2
    if lemma in cues("utter"):
        return _UTTERS.get(candidate.looks[0], 1.5)
    if lemma in cues("human"):
        return 0.7 if candidate.looks[0] is Look.NAME_OR_WORD else 1.3
    if lemma == "be" and any(
        c.dep_ in {"attr", "acomp"} and c.pos_ == "NUM" for c in verb.children
    ):
        return 1.5
    if lemma == "be" and any(
        c.dep_ in {"acomp", "advmod", "prep"} and c.lower_ in cues("state") for c in verb.children
    ):
        return 2.0
    if lemma in cues("speech"):
        return 0.7 if candidate.looks[0] in {Look.UNKNOWN, Look.NAME_OR_PLACE} else 1.5
    if lemma in cues("light"):
        return 0.5 if candidate.looks[0] in {Look.NAME, Look.LIKE_NAME, Look.SMALL_NAME} else 0.0
    return 0.0


def _bears(words: SpacySpan, noun: Token) -> bool:
    """Whether a name only tells what kind of thing follows: "a Moses basket"."""
    return (
        noun.i >= words.end
        and noun.lower_ == noun.text
        and noun.pos_ == "NOUN"
        and noun.lemma_ not in cues("kin") | cues("role")
    )


def _by_model(candidate: Candidate, words: SpacySpan) -> float:
    labels = {token.ent_type_ for token in words} - {""}
    listed = Look.NAME in candidate.looks
    if "PERSON" in labels:
        return 1.3
    if labels & _NOT_PEOPLE and not listed:
        return -3.0
    if labels & _BODIES and not candidate.title:
        return -0.3 if listed else -0.8
    if labels & _THINGS and not candidate.title:
        return -0.3
    return 0.0


def _by_finder(candidate: Candidate, words: SpacySpan) -> float:
    """What our own name finder says, which knows names of many origins and the words of reports."""
    labels = {token.ent_type_ for token in words} - {""}
    if "PERSON" in labels:
        # A month or a season is seldom somebody: that needs more.
        return _FOUND / 2 if candidate.looks == (Look.NAME_OR_SEASON,) else _FOUND
    return _NOT_FOUND + min(_by_model(candidate, words), 0.0)


def _by_layout(candidate: Candidate, block: Block) -> float:
    if block.cell and not block.cell.is_header and _NAME_COLUMN.match(block.cell.header):
        return 1.5
    return -1.5 if block.cell and block.cell.is_header else 0.0
