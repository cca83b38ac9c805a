"""What says that a capitalised word is the name of an animal, a thing or a place, or no name.

The other side of `name_beside`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from ... import vocabulary
from ...grammar.parse import neighbour
from .name_candidates import Candidate
from .name_words import Look, cues, first_names, is_family_name, places, plain

if TYPE_CHECKING:
    from spacy.tokens import Doc
    from spacy.tokens import Span as SpacySpan

_MEASURED = re.compile(
    r"\b(?:(?:a|the) little|some|any|more|enough|(?:a (?:bit|lot|taste|touch|drop)|lots|bottles?|cans?|tins?|tubs?|tubes?|packets?|pack|boxes|"
    r"doses?|grams?|lines?|wraps?|bags?|pints?|glass(?:es)?|cups?|course|supply|weekends?|sachets?|drops?|spoonfuls?|strips?|"
    r"prescriptions?|tablets?|pills?|ounces?|hits?|crates?|cartons?|jars?) of) $"
)
_SPOKEN_OF = re.compile(
    r"[”\"’']? (?:means? (?!well|to\b|that|no\b|it\b|what|business|everything|so\b|a (?:lot|great))|stands for|translates|denotes|"
    r"(?:is|was) (?:also |only |now )?the name of (?:the|an?|our|their) (?!child|baby|boy|girl|man|woman|mother|father|person|worker)|"
    r"(?:is|was) an? (?:[\w-]+ ){0,2}(?:mark of|word|term|title|suffix|prefix|honorific|form of address|greeting|language|dialect)\b)"
)
# How many characters before a name are looked at.
_REACH = 120
# Other names in a list of them: "was Rainbow, then Nightingale, then ".
_OTHERS = r"(?:[A-Z][\w’'-]*(?:,? (?:and|or|then|and then|later|now) |, ))*"
_QUOTE = r"[“\"‘']?"
# Who is by an animal: "the dog's owner", "a cat breeder".
_BY = r"(?![’'][st]|-| (?:owner|walker|handler|breeder|trainer|sitter|lover|warden|groomer|rescuer|minder|driver|singer|writer|player|fan)\b)"
# "Molly is MDMA", "“Charlie” was their word for cocaine".
_A_DRUG_AFTER = re.compile(
    r"[”\"’']?(?:,? (?:is|was|means?|being|which is|stands for)(?: (?:also|just|only|slang|code|[\w’']+ (?:word|name|term)) ?(?:for|of)?)*|,| \(|:)? ?"
    r"(?:the drug|MDMA|cocaine|ketamine|heroin|cannabis|crack|ecstasy|mephedrone|amphetamines?|methamphetamine|LSD|GHB|fentanyl)\b"
)
# What closes an apposition.
_CLOSED = re.compile(r"[”\"’']?(?:[,.;:)]| and | or |$)(?!s )")
# Words that a verb in the base form has after it at the head of a sentence: "Mark every contact".
_OBJECTS = frozenset(
    """a an the this that these those every each all any no some both its their his her my our your it
    them him us me one two three""".split()
)
_ELDER = re.compile(
    r"the (?:young|old|eld|small|tall|bigg?|little)\w*\b|(?:the|a|an|his|her|their|my|our) (?:[\w-]+ ){0,2}(?P<noun>[\w-]+)"
)
# What follows a noun or a verb, and no name that stands at the head of a sentence.
_LINKS = frozenset(
    "of by up out off over down about against between among for that than through until".split()
)
# Verbs of which only things are what is handed over: "Hope was expressed", "Praise was given for".
_HANDED = frozenset(
    "give express offer pay raise voice show provide make record require need lose use apply grant extend exercise".split()
)
# What only things do, of verbs that people are the subject of, too.
_OF_THINGS = frozenset({("run", "out"), ("run", "high"), ("turn", "to"), ("give", "way")})
# Medicines whose name no list has, by how such names end.
_MEDICINE = re.compile(
    r"(?:zepam|zolam|zapine|tiapine|done|clone|oxetine|faxine|traline|zapine|prazole|gabalin|pentin|profen|cetamol|cillin|mycin|"
    r"oxone|phenidate|sartan|pril|olol|statin|morphine|codeine|caine|amine|idol|triptyline|phylline|asone|solone|amfetamine)$"
)


def counter_signs(candidate: Candidate, doc: Doc, words: SpacySpan, due: bool) -> Iterator[str]:
    """What speaks against a candidate being somebody's name; `due` is true where any word would
    have a capital."""
    text = doc.text
    before, after = _near(candidate, text), text[candidate.end :]
    if is_a_beasts(candidate, text):
        yield "an animal's"
        if re.search(r"\b(?:called|named) \W?$", before):
            yield "a thing called so"
    if _beside_a_beast().search(before):
        yield "after an animal"
    if called := _of_a_thing().search(before):
        named = re.search(r"\b(?:called|named|known)\b", called[0])
        yield "a thing called so" if named else "after a thing"
    if _a_thing_after().match(after):
        yield "said to be a thing"
    if _MEASURED.search(before):
        yield "measured"
    if _SPOKEN_OF.match(after):
        yield "spoken of as a word"
    if _is_beside_a_nation(words):
        yield "joined to a nation"
    if plain(" ".join(candidate.words)) in places():
        known = len(candidate.words) == 1 and (
            plain(candidate.words[0]) in first_names() or is_family_name(candidate.words[0])
        )
        yield "a place that is a name" if known else "a place"
    if len(candidate.words) > 1:
        return
    look, word = candidate.looks[0], plain(candidate.words[0])
    if look in {Look.UNKNOWN, Look.LIKE_NAME} and _MEDICINE.search(word):
        yield "ends as medicines do"
    if look is Look.NAME_OR_WORD and due and not candidate.initials and _is_word(words):
        yield "a word by what follows"


def _near(candidate: Candidate, text: str) -> str:
    """The words right before a candidate."""
    return text[max(0, candidate.start - _REACH) : candidate.start]


def is_a_beasts(candidate: Candidate, text: str) -> bool:
    """Whether a name is said to be that of an animal, a toy, a doll or a drug."""
    after = text[candidate.end :]
    if _a_beast_after().match(after) or _A_DRUG_AFTER.match(after):
        return True
    named = _of_a_beast().search(_near(candidate, text))
    # "When she got the dog, Karen was happy", "The dog was Karen's".
    apart = named is not None and named[0].rstrip("“\"‘'").endswith((", ", " was ", " is ", "("))
    return named is not None and not (apart and not _CLOSED.match(after))


def _is_word(words: SpacySpan) -> bool:
    """Whether what follows a word at the head of a sentence cannot follow a name."""
    after = neighbour(words[-1], 1)
    if not after.is_lower:
        return False
    root = words.root
    if root.dep_ == "nsubjpass" and root.head.lemma_ in _HANDED:
        return not any(
            child.dep_ in {"dobj", "dative", "oprd", "xcomp"} for child in root.head.children
        )
    if root.dep_ == "nsubj" and (root.head.lemma_, neighbour(root.head, 1).lower_) in _OF_THINGS:
        return True
    if after.lower_ in _OBJECTS:
        rest = words.doc.text[after.idx :]
        called = _ELDER.match(rest)
        kin = called and (not called["noun"] or called["noun"] in cues("kin") | cues("role"))
        return not kin
    if after.lower_ in _LINKS:
        return True
    verbal = cues("human") | cues("bodily") | cues("speech") | cues("utter") | cues("light")
    lemmas = {
        after.lemma_,
        after.lower_,
        after.lower_.removesuffix("s"),
        after.lower_.removesuffix("ed"),
    }
    return after.pos_ == "NOUN" and not lemmas & verbal and after.head.i != words[0].i


def _is_beside_a_nation(words: SpacySpan) -> bool:
    """Whether "and", "or" or a comma joins the words to a nation or a language: "Serb or Croat"."""
    root = words.root
    joined = [root.head] if root.dep_ == "conj" else []
    joined += [child for child in root.children if child.dep_ == "conj"]
    return any(plain(token.text) in _nations() for token in joined)


@cache
def _nations() -> frozenset[str]:
    """Nations, faiths and languages that are no first names, in small letters."""
    rows = vocabulary.load("scr_lint", "public_names")
    nations = {plain(row["name"]) for row in rows if row["kind"] == "people"}
    return frozenset(nations - set(first_names()))


def _nouns(kind: str) -> str:
    each = (word.replace("-", "[ -]") for word in sorted(cues(kind), key=len, reverse=True))
    return "|".join(each)


@cache
def _of_a_beast() -> re.Pattern[str]:
    return re.compile(
        rf"\b(?i:{_nouns('beast')})s?(?:, | \(|(?:,? (?:that|which|who|whom)(?: [\w’'-]+){{0,4}}?| is| was)? (?:called|named|nicknamed|"
        rf"known(?: \w+){{0,4}}? as|by the name of) | (?:is|was|were) |[’']s name (?:is|was) ){_QUOTE}{_OTHERS}$"
    )


@cache
def _beside_a_beast() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_nouns('beast')}) {_QUOTE}$")


@cache
def _a_beast_after() -> re.Pattern[str]:
    return re.compile(
        rf"[”\"’']?(?:,|,? who| \()? ?(?:(?:is|was|were) )?(?:the|an?|his|her|their|our|my|its|[a-z]+[’']s) (?:[\w’'-]+ ){{0,3}}?"
        rf"(?:{_nouns('beast')})\b{_BY}"
    )


@cache
def _of_a_thing() -> re.Pattern[str]:
    return re.compile(
        rf"\b(?:{_nouns('named_thing')})s?(?: (?:is|was|were|are|had been|(?:that |which )?(?:[\w’'-]+ ){{0,3}}?(?:called|named|known as)))"
        rf"(?: then| now| first)? {_QUOTE}(?:[A-Z][\w’'-]+ )*{_OTHERS}$"
        r"|\b(?:service|team|project|programme|scheme|charity|agency|provider|initiative|company|firm|group|model|method|approach)"
        rf" (?:then |now |also )?(?:called|named|known as) {_QUOTE}(?:[A-Z][\w’'-]+ )*$"
        rf"|\b(?:Storm|Hurricane|Cyclone|Typhoon|Tropical Storm|ward|Ward) (?:[A-Z]\w+ and )?$"
    )


@cache
def _a_thing_after() -> re.Pattern[str]:
    return re.compile(
        rf"[”\"’']?(?: (?:at|in|on) [A-Z][\w’'-]+(?= (?:is|was) ))?(?:,| \()? ?(?:(?:is|was) )?(?:also |not |then )?(?:the|an?|another) (?:(?!who|with|who[’']s|in|on|at|of|from)[\w’'-]+ ){{0,4}}?"
        rf"(?:name of (?:the|an?) (?:\w+ )?)?(?:{_nouns('named_thing')}|brand)\b(?! (?:worker|manager|sister|nurse|clerk|staff|officer|leader|teacher|owner|resident)s?\b)(?![’'-])"
    )
