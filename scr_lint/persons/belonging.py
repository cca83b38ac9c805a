"""Whether a word for a people, faith, language or country is said of one of the family.

"Polish" is said of somebody in "a Polish father", "Mother is Polish", "of Polish origin", "spoke
Polish" and "a Polish interpreter"; it is not in "the Polish shop" or "the Welsh Government".
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ..grammar.parse import neighbour
from ..grammar.voice import subject_of
from .children import PERSONAL
from .family import Standing, family_in, of_fronted, standing, whose
from .mentions import Cast

if TYPE_CHECKING:
    from spacy.tokens import Span as SpacySpan
    from spacy.tokens import Token

# Nouns for what somebody is by birth or belief: what is said of them is said of their owner.
_TRAITS = frozenset(
    """heritage background descent origin origins ethnicity ancestry nationality citizen citizens
    national nationals citizenship passport extraction parentage roots root culture faith religion
    belief believer upbringing convert identity blood race stock lineage birth name marriage law
    homeland country community congregation church background tradition clan
    tribe caste custom diaspora""".split()
)
# What only the one who owns it is: a passport is its holder's.
_PAPERS = frozenset("passport accent papers".split())
_GATHERINGS = frozenset("community church congregation culture law country homeland".split())
_TONGUE = frozenset("language tongue dialect word".split())
_INTERPRETING = frozenset("interpreter interpreters translator translators interpreting".split())
_SPEAKING = frozenset(
    """speak understand read write learn know use talk sing pray swear think joke sign whisper
    answer say tell""".split()
)
_MODIFIES = frozenset({"amod", "compound", "nmod", "npadvmod", "conj", "punct", "dep", "appos"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_MESSAGES = frozenset("mail voicemail message text call conversation voice diary whisper".split())
_VERBS = frozenset({"VERB", "AUX"})
_COMING = frozenset(
    """come arrive move flee travel emigrate originate migrate hail relocate be return bring
    trafficked traffic escape enter immigrate settle deport""".split()
)
_LIVING = frozenset("bear grow raise bring live marry leave flee educate spend work settle".split())
_KIN_ABROAD = frozenset(
    "family relative parent grandparent mother father child home village".split()
)
_WORSHIP = frozenset(
    """attend worship pray go belong convert celebrate observe keep marry wear read study eat cover
    bury fast""".split()
)
_TAKING = frozenset("drive take bring send accompany escort walk collect bury".split())
_OF_ANYBODY = re.compile(
    r"\b(?:per ?cent|census|population|residents|communities|borough|county|statistics|proportion|"
    r"research|stud(?:y|ies)|national(?:ly)?|guidance|policy|equalit(?:y|ies)|training|pupils|"
    r"households|groups|caseloads?|workforce|strategy|percentage|leaflets?|website|materials)\b|%",
    re.IGNORECASE,
)

_NUMBER = r"(?:one|two|three|four|five|six|seven|eight|nine|ten|\w+teen|\w+ty|\d+|(?:\w+ )?(?:hundred|thousand|million))"
_COUNTED = re.compile(
    r"\b(?:per ?cent|census|population|statistics|proportion|percentage|share|"
    rf"{_NUMBER} (?:\w+ )?in (?:every )?{_NUMBER}|affects? (?:about|around|perhaps|up to|some|fewer)|"
    r"(?:a|one|two|three|over a|nearly a|about a|rather more than a) (?:third|quarter|fifth|sixth|tenth|half|handful)s?|more than half|the majority|"
    r"(?<=[.;:] )(?:half|most|many|some|several|few)(?= (?:of them )?(?:had|have|were|are)))\b|%",
    re.IGNORECASE,
)


def says_of_family(words: SpacySpan, kind: str, cast: Cast) -> bool:
    """Whether words of a kind ("people", "faith", "language", "country") are said of the family."""
    if counts_people(words):
        return False
    if kind == "practice":
        return practises(words, cast)
    if kind == "country":
        return _comes_from(words, cast)
    if kind == "language":
        return _speaks(words, cast) or _is_somebodys(words, cast)
    return _is_somebodys(words, cast)


def speaks_of_anybody(words: SpacySpan) -> bool:
    """Whether the sentence counts people, or tells of policy or research."""
    return bool(_OF_ANYBODY.search(words.sent.text)) or counts_people(words)


def counts_people(words: SpacySpan) -> bool:
    """Whether the sentence says how many people there are of a kind: "one child in ten"."""
    return bool(_COUNTED.search(words.sent.text))


def _is_somebodys(words: SpacySpan, cast: Cast) -> bool:
    head = _described(words)
    if is_note(words) and _set_off(words):
        return not speaks_of_anybody(words)
    if _in_a_name(words, cast):
        return False
    if of_fronted(words, cast) is Standing.FAMILY:
        return True
    if words.root.head.lemma_.lower() in _PAPERS and not speaks_of_anybody(words):
        return True
    if _set_beside(words):
        subject = subject_of(words.sent.root)
        return subject is not None and standing(subject, cast) is Standing.FAMILY
    if head.i not in range(words.start, words.end):
        found = standing(head, cast)
        lemma = head.lemma_.lower()
        if lemma in _INTERPRETING:
            return not speaks_of_anybody(words) and whose(words, cast) is not Standing.ANYBODY
        if lemma in _TONGUE:
            return _owner(head, cast) is Standing.FAMILY
        if lemma in {"family", "household", "couple", "home"}:
            return not _is_plural(head) and lemma != "home" and not speaks_of_anybody(words)
        if found is not None and lemma not in _TRAITS:
            return found is Standing.FAMILY
        if lemma in _TRAITS or head.lower_ in _TRAITS:
            return _trait_of_family(head, words, cast)
        return False
    if head.dep_ == "pobj" and head.head.lower_ == "in":
        return False
    return whose(words, cast) is Standing.FAMILY


def _set_beside(words: SpacySpan) -> bool:
    """Whether a noun stands between commas with its article: "the father, …, a Fijian, was"."""
    if words.start < words.sent.start + 2 or words.end >= words.sent.end:
        return False
    doc = words.doc
    article = doc[words.start - 1].lower_ in {"a", "an"} and doc[words.start - 2].text == ","
    return article and doc[words.end].text == ","


def _described(words: SpacySpan) -> Token:
    """The noun that an adjective or first noun stands before: "Polish father", "Sikh faith"."""
    head = words.root
    steps = 0
    while head.dep_ in _MODIFIES and head.head.i != head.i and steps < 6:
        above = head.head
        if above.pos_ not in {"NOUN", "PROPN", "ADJ", "VERB", "PRON"}:
            break
        if head.dep_ in {"conj", "appos"} and above.i < head.i and above.i < words.start:
            # "White British and Polish": on with the first; "the boy, Polish" is told of the boy.
            if head.dep_ == "appos" and standing(above, Cast()) is not None:
                return above
            if above.pos_ == "NOUN" and standing(above, Cast()) is not None:
                break
        if above.pos_ == "VERB" and above.tag_ != "VBG":
            break
        head = above
        steps += 1
    return head


def practises(words: SpacySpan, cast: Cast) -> bool:
    """Whether somebody of the family goes to a place of worship, is taken there, or wears a sign."""
    verb = next((t for t in words.root.ancestors if t.pos_ in _VERBS), None)
    if any(t.dep_ == "poss" and standing(t, cast) is Standing.FAMILY for t in words.root.children):
        return True
    if verb is None or speaks_of_anybody(words):
        return False
    if verb.lemma_.lower() in _TAKING:
        taken = [c for c in verb.children if c.dep_ in {"dobj", "nsubjpass"}]
        return any(standing(c, cast) is Standing.FAMILY for c in taken)
    return verb.lemma_.lower() in _WORSHIP and whose(words, cast) is Standing.FAMILY


def _trait_of_family(noun: Token, words: SpacySpan, cast: Cast) -> bool:
    found = whose(noun.doc[noun.i : noun.i + 1], cast)
    if found is not None:
        return found is Standing.FAMILY
    if noun.lemma_.lower() in _GATHERINGS or speaks_of_anybody(words):
        return False
    return family_in(words.sent, cast) is not None


def _owner(noun: Token, cast: Cast) -> Standing | None:
    return whose(noun.doc[noun.i : noun.i + 1], cast)


def _is_plural(noun: Token) -> bool:
    return noun.tag_ in {"NNS", "NNPS"}


def _in_a_name(words: SpacySpan, cast: Cast) -> bool:
    """Whether the words are a part of a body's name: "the Welsh Government", "Polish Centre"."""
    if words.end >= len(words.doc):
        return False
    after = words.doc[words.end]
    if neighbour(after).tag_ == "POS" and neighbour(after, 2).pos_ == "PROPN":
        return True
    return (
        after.pos_ == "PROPN"
        and after.text[0].isupper()
        and words.root.head.i >= words.end
        and standing(after, cast) is not Standing.FAMILY
        and after.lower_ not in _TRAITS
    )


def is_note(words: SpacySpan) -> bool:
    """Whether a sentence is a note, without a verb or without a subject: "Refused asylum."."""
    return not any(
        t.dep_ in {"nsubj", "nsubjpass", "expl"}
        and any(verb.tag_ in _FINITE for verb in (t.head, *t.head.children))
        for t in words.sent
    )


def _set_off(words: SpacySpan) -> bool:
    """Whether words stand alone in a note, between commas, stops or brackets."""
    before, after = words.doc[: words.start].text[-1:], words.doc[words.end :].text[:1]
    return before in {"", ",", ".", ";", "(", ":"} and after in {"", ",", ".", ";", ")", "("}


def _speaks(words: SpacySpan, cast: Cast) -> bool:
    """Whether somebody of the family speaks, is spoken to in, or has a language."""
    head = words.root
    while head.dep_ == "conj" and head.head.pos_ in {"PROPN", "NOUN", "ADJ"}:
        head = head.head
    above = head.head
    if head.dep_ in {"dobj", "attr", "nsubj", "oprd", "acomp"} and above.pos_ in _VERBS:
        if above.lemma_ == "be":
            other = [c for c in above.children if c.i != head.i and c.dep_ in {"nsubj", "attr"}]
            for noun in other:
                if {t.lemma_.lower() for t in noun.subtree} & _TONGUE:
                    return _tongue_of_family(noun, words, cast)
            return False
        speaks = above.lemma_.lower() in _SPEAKING
        if head.dep_ == "dobj" and speaks and subject_of(above) is None:
            return not speaks_of_anybody(words)
        if speaks or head.dep_ == "dobj":
            return speaks and whose(words, cast) is Standing.FAMILY
    if head.dep_ == "pobj" and above.lower_ == "in":
        if {t.lemma_.lower() for t in above.head.subtree if t.i < above.i} & _INTERPRETING:
            return not speaks_of_anybody(words)
        if {above.head.lemma_.lower(), neighbour(above, -1).lemma_.lower()} & _MESSAGES:
            return not speaks_of_anybody(words)
        verb = next((t for t in above.ancestors if t.pos_ in _VERBS), None)
        if verb is None:
            return False
        subject = [c for c in verb.children if c.dep_ in {"nsubj", "nsubjpass", "dobj", "dative"}]
        return any(standing(s, cast) is Standing.FAMILY for s in subject)
    return False


def _tongue_of_family(noun: Token, words: SpacySpan, cast: Cast) -> bool:
    if speaks_of_anybody(words):
        return False
    owners = [t for t in noun.subtree if t.dep_ == "poss" or t.lower_ in PERSONAL]
    if owners:
        return any(standing(o, cast) is Standing.FAMILY for o in owners)
    text = noun.doc[noun.left_edge.i : noun.right_edge.i + 1].text.lower()
    return bool(re.search(r"\b(?:home|house|household|family|first|main|mother|only)\b", text))


def _comes_from(words: SpacySpan, cast: Cast) -> bool:
    """Whether somebody of the family was born in, came from or has kin in a country."""
    head = words.root
    above = head.head
    if head.dep_ in {"conj", "appos"}:
        above = above.head
    if above.dep_ != "prep" and head.dep_ != "dobj":
        return False
    if head.dep_ == "dobj":
        fled = above.lemma_.lower() in {"flee", "leave"}
        return fled and whose(words, cast) is Standing.FAMILY
    governor = above.head
    while governor.dep_ == "prep" or governor.lower_ in {"back", "over", "here", "away"}:
        governor = governor.head
    lemma = governor.lemma_.lower()
    if governor.pos_ in _VERBS or governor.lower_ == "born":
        if above.lower_ == "from" and (lemma in _COMING or lemma in _LIVING):
            return whose(words, cast) is Standing.FAMILY
        if above.lower_ in {"in", "to"} and (lemma in _LIVING or lemma in {"deport", "return"}):
            return whose(words, cast) is Standing.FAMILY
        return False
    if above.lower_ in {"from", "in"} and standing(governor, cast) is not None:
        return standing(governor, cast) is Standing.FAMILY or (
            lemma in _KIN_ABROAD and whose(words, cast) is Standing.FAMILY
        )
    return False
