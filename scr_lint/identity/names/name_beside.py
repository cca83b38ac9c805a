"""What the words right before and after a possible name say about it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from .name_candidates import Candidate
from .name_words import cues

if TYPE_CHECKING:
    from spacy.tokens import Span as SpacySpan

#: Heads of columns that hold names.
NAME_COLUMN = re.compile(
    r"^(?:names?|who|person|people|practitioners?|workers?|staff|professionals?|attendees?|present|"
    r"completed by|author|seen by|allocated(?: to)?|key ?worker|initials)\b",
    re.IGNORECASE,
)
# What somebody speaks is a language: "speak Sorani and some Farsi".
_SPOKEN = re.compile(
    r"\b(?:speak(?:s|ing)?|spoke|spoken)(?: (?:only|mostly|mainly|some|a little|broad|fluent|good|no|little))?"
    r"(?: [A-Z]\w+,?(?: and| or| but| with)?(?: some| broad| a little)?)* $"
)
_NAMING = re.compile(
    r"\b(?:called|named|names?|nicknamed|known (?:to (?:\w+ ){1,3})?as|(?:gave|gives|giving) (?:\w+ )?names? as|"
    r"(?:knew|knows?|known|described?|describes|recorded?|records|listed|lists|registered|entered|logged|wrote|had) "
    r"(?:him|her|them|the \w+|this \w+|(?:her|him)self)(?: down| only| simply| once| first)? as|"
    r"name(?:[’']s| (?:of|as|was|is))|(?:everyone|everybody|people|they all|we all|friends) (?:says?|calls? (?:me|him|her|them))|n[ée]e|(?:h(?:is|er)|their|its|my|whose|the|first|real|own) names?,|(?:goes|went|going) by|answer(?:s|ed) to)"
    r"\s+[‘'“\"]?$",
    re.IGNORECASE,
)
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
_WHO_AFTER = re.compile(
    r"(?: \w+)? (?:is|was) the (?:one|person|only one|first) (?:who|to)\b|,? (?:who|whose|whom) "
)
_WHO_BEFORE = re.compile(r"\b([\w-]+)(?:[’']s)?,? [‘“\"']?$")
_DESCRIBED_AFTER = re.compile(r",? (?:\()?(?:his|her|their|the|an?|who(?:se)?)\b((?: [\w-]+){1,4})")
_ROLE_AFTER = re.compile(r"\s*\(([\w /-]+)\)")
_OFFICE_AFTER = re.compile(
    r"(?:, | ?[(\[])(?:[A-Z][\w’'-]*,? (?:and |of |for )?){0,4}([A-Z][\w-]+|minutes)[)\]]?(?=[.,;:)]|$)"
)
# How many characters before a name are looked at.
_REACH = 80
# "Mark T.", "suneel c": a family name cut to its initial, and no acronym.
_INITIAL_AFTER = re.compile(r" [A-Z](?:\.|(?=[,;:)]| [a-z(]|$))")
# "Nicoleta, wife;", "Monty (son)".
_KIN_AFTER = re.compile(r"(?:,| \(|/| –| -) ?(?:[\w-]+ )?([a-z-]+)(?=[,.;:)]|$)")
# A stop that ends no sentence, so a word cut short: "Adv. dentist".
_CUT_SHORT_AFTER = re.compile(r"\. ?[a-z(&/+]|\.[,:;]")
_OWN_AFTER = re.compile(r"[’']s? ([\w-]+)(?: ([\w-]+))?")


def signs_beside(candidate: Candidate, text: str, words: SpacySpan) -> Iterator[str]:
    """The signs in the words right before and after a candidate."""
    before = text[max(0, candidate.start - _REACH) : candidate.start]
    after = text[candidate.end :]
    if _SPOKEN.search(before):
        yield "spoken"
    if _NAMING.search(before):
        yield "called so"
    if _CODE_BEFORE.search(before):
        yield "after a code"
    if len(candidate.words) == 1 and re.match(rf" {candidate.words[0].lower()}\b", after):
        yield "before the same word"  # "May may have been told"
    if _WHO_AFTER.match(after):
        yield "before who"
    if _AFTER_IN_BRACKETS.match(after):
        yield "before a code or an age"
    if _AGE_AFTER.match(after):
        yield "before an age"
    if _A_NAME_AFTER.match(after):
        yield "said to be a name"
    who = _WHO_BEFORE.search(before)
    if candidate.words[0].lower() in cues("kin_abroad"):
        yield "a word for kin" if len(candidate.words) == 1 else "begins with a word for kin"
    if who and who[1].lower() in cues("kin") | cues("kin_abroad") | cues("address"):
        yield "after kin"
    elif who and who[1].lower() in cues("role"):
        yield "after a role"
    described = _DESCRIBED_AFTER.match(after) if after.startswith(",") else None
    if described and set(described[1].lower().split()) & (cues("kin") | cues("role")):
        yield "told who it is"
    role = _ROLE_AFTER.match(after)
    if role and set(role[1].lower().split()) & (cues("role") | cues("kin") | cues("listed_role")):
        yield "before a role in brackets"
    office = _OFFICE_AFTER.match(after)
    if office and office[1].lower() in cues("role") | cues("listed_role"):
        yield "before an office"
    if _INITIAL_AFTER.match(after):
        yield "before an initial"
    kin = _KIN_AFTER.match(after)
    if kin and kin[1].lower() in cues("kin"):
        yield "before kin"
    if _CUT_SHORT_AFTER.match(after):
        yield "cut short"
    own = _OWN_AFTER.match(after)
    if own:
        owned = {word.lower() for word in own.groups() if word}
        yield (
            "has kin" if owned & cues("kin") else "has what people have" if owned & cues("own")
            else "has something"
        )  # fmt: skip
    sentence = words.sent
    so_far = sentence.text[: max(0, words.start_char - sentence.start_char)].lower()
    if not cues("listing").isdisjoint(re.findall(r"[a-z]+", so_far)):
        yield "in a list of people"
