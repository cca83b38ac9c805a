"""Whether a passage says that what it tells was usual: here or elsewhere, then or now.

It does by a word for how common a thing is, by telling how things stand today, by other cases, a
sample or a whole service, or by what staff do as a rule. A usual doctor or a routine appointment
says nothing of the kind, nor does what one family met with every week.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from .. import vocabulary
from ..draft import Block, Draft
from ..grammar.clauses import governing_verb
from ..grammar.parse import neighbour, subjects
from ..grammar.phrases import find_phrases
from ..persons.people import Side, side_of
from .counts import SAMPLE, by_counts, size_of
from .generality import CASES, PEERS, PLACES, generality_signs
from .tellings import is_present, is_reviewers
from .words import by_sentence, with_quotations, words_of

if TYPE_CHECKING:
    from spacy.tokens import Token

#: What may be called rare or usual with nothing said of practice: "her weight was normal".
_OF_THE_BODY = frozenset(
    """weight height temperature development result test scan growth behaviour feeding pregnancy
    birth delivery blood rate pressure examination speech""".split()
)
_KINDS_OF_THING = frozenset(
    """practice way arrangement feature problem event occurrence experience response picture theme
    situation issue case state thing difficulty weakness failing complaint incident finding part
    wait delay caseload length time gap level pace course interval turnaround queue volume rate
    arrangement outcome result reason cause pattern ratio ending fate lot""".split()
)
_READ = frozenset("record file note minute log report chronology finding letter".split())
_SAYING = frozenset("say tell report describe explain feel believe think recall add state".split())
_WANTING = frozenset("need ought require".split())
_KNOWING = frozenset("know recognise recognize name recall identify".split())
#: So many people or files are not those of one family. A default of this project.
_MANY = 20
_COUNTED = frozenset(
    """people person child family case file record patient pupil mother baby plan household tenant
    resident client claimant prisoner student carer parent father user household admission release
    referral worker practitioner officer nurse teacher doctor member woman man girl boy""".split()
)


_SEVERAL = frozenset("several many some the".split())
#: What is said to be the same elsewhere, or again.
_LIKENESSES = frozenset(
    """way thing story tale pattern picture level answer view experience difficulty problem fault gap
    result reason practice shortfall weakness finding habit mistake omission failing theme
    observation complaint""".split()
)


def reach_signs(draft: Draft, blocks: Sequence[int]) -> dict[str, float]:
    """The signs by which some parsed blocks say, or do not, how usual something is."""
    found: Counter[str] = Counter()
    for index in blocks:
        block = draft.blocks[index]
        found.update(_by_words(draft, block))
        found["rates"] += sum(1 for _ in by_counts(block))
    words = words_of(draft, blocks)
    for word, is_quoted in with_quotations(words):
        found["quoted"] += is_quoted
        found.update(generality_signs(word))
        found.update(name for name, says in _SAYS.items() if says(word))
    return {**by_sentence(found, words), "length": math.log1p(len(words))}


def tells_what_is(draft: Draft, blocks: Sequence[int]) -> bool:
    """Whether some parsed blocks tell of no case, but of how things stand: "plans are written late".

    Every sentence turns on a verb in the present, nothing is said to have been, and it is not what
    the reviewers think.
    """
    words = list(words_of(draft, blocks))
    roots = [word for word in words if word.dep_ == "ROOT" and word.pos_ in {"VERB", "AUX"}]
    about = [subject for root in roots for subject in subjects(root)]
    return (
        bool(roots)
        and all(map(is_present, roots))
        and not any(word.tag_ == "VBD" for word in words)
        and not any(map(is_reviewers, about))
    )


def _by_words(draft: Draft, block: Block) -> Iterator[str]:
    """The kinds of words for how usual a thing is, where they are said of practice."""
    for match in find_phrases(draft, [block], vocabulary.load("scr_lint", "reach"), "words"):
        if _FITS[match.row["kind"]](match.tokens.root):
            yield f"said to be {match.row['kind']}"


def _is_predicate(word: Token) -> bool:
    """ "It was usual", "announced visits are the norm", "a rare event"; not "her usual GP"."""
    if word.lower_ == "rule" and neighbour(word).lower_ == "of":
        return False  # the rule of optimism
    if word.dep_ in {"amod", "compound", "nmod"}:
        return word.head.lemma_.lower() in _KINDS_OF_THING
    if word.dep_ not in {"acomp", "attr", "oprd", "ROOT", "conj", "xcomp", "ccomp", "appos"}:
        return word.dep_ == "nsubj" and word.pos_ == "NOUN" and word.lower_ in {"norm", "custom"}
    about = subjects(governing_verb(word) if word.pos_ not in {"VERB", "AUX"} else word)
    return not any(s.lemma_.lower() in _OF_THE_BODY or side_of(s) is Side.FAMILY for s in about)


def _is_of_practice(adverb: Token) -> bool:
    """ "Bail conditions are usually sent"; not "Mother usually answered"."""
    verb = governing_verb(adverb)
    about = subjects(verb)
    if adverb.lower_ in {"always", "regularly"}:
        negative = any(c.dep_ == "neg" for c in verb.children)
        return not negative and is_present(verb) and not _is_familys(about)
    one = any(
        s.lower_ in {"he", "she"}
        or (side_of(s) is Side.STAFF and s.tag_ in {"NN", "NNP", "PRP"} and s.lower_ != "staff")
        for s in about
    )
    return not one and not _is_familys(about)


def _lasts(word: Token) -> bool:
    """ "They are still there", "the firm has since begun"; not "he was still at home"."""
    if word.lower_ == "since" and word.dep_ != "advmod":
        return False
    verb = word if word.pos_ in {"VERB", "AUX"} else governing_verb(word)
    # "As she has since told the review": what is known, not what goes on.
    told = word.lower_ == "since" and verb.lemma_ in _SAYING
    return is_present(verb) and not told and not _is_familys(subjects(verb))


def _is_familys(about: Iterable[Token]) -> bool:
    return any(side_of(s) is Side.FAMILY for s in about)


def _is_so(word: Token) -> bool:
    """ "It has not changed"; not "she would not have changed it" or "up to date"."""
    if word.lower_ == "to" and neighbour(word, -1).lower_ == "up":
        return False
    return not any(c.tag_ == "MD" for c in governing_verb(word).children)


def _looks_wider(word: Token) -> bool:
    """ "The audit found", "in other families"; not "no audit was done" or "a skeletal survey"."""
    if word.dep_ == "compound" and word.pos_ == "NOUN":
        return False  # "the audit trail"
    return not any(c.lower_ in {"no", "skeletal"} or c.dep_ == "case" for c in word.children)


_FITS = {
    "usual": _is_predicate,
    "how-often": _is_of_practice,
    "lasting": _lasts,
    "since": _is_so,
    "wider": _looks_wider,
}


def _is_rule(verb: Token) -> bool:
    """ "School nurses keep secrets": what staff do as a rule, and "they see this every month"."""
    if verb.pos_ not in {"VERB", "AUX"} or not is_present(verb) or verb.dep_ in {"aux", "auxpass"}:
        return False
    about = subjects(verb)
    if _is_familys(about) or verb.lemma_ in _WANTING or _is_asked(verb):
        return False
    if any(
        c.lower_ in {"every", "each"}
        for t in verb.children
        for c in t.children
        if t.dep_ == "npadvmod"
    ):
        return True
    return verb.lemma_ not in _SAYING and any(
        s.tag_ == "NNS"
        and (side_of(s) is Side.STAFF or (side_of(s) is None and s.dep_ == "nsubj"))
        and s.lemma_.lower() not in _READ
        and not any(c.dep_ in {"det", "poss", "nummod"} for c in s.children)
        for s in about
    )


def _is_asked(verb: Token) -> bool:
    """ "Keyworkers should know that people minimise": what is asked for is not what is done."""
    above = (verb, *verb.ancestors)
    return any(c.lower_ in {"should", "must", "ought"} for t in above for c in t.children)


def _is_across(place: Token) -> bool:
    """ "Across the county", "throughout the service"; with the present, "in the region"."""
    if place.dep_ != "pobj" or place.lemma_.lower() not in PLACES:
        return False
    before = place.head.lower_
    if before in {"across", "throughout"}:
        return True
    if before != "in" or not any(
        c.lower_ in {"the", "this", "every", "these"} for c in place.children
    ):
        return False
    whole = any(
        c.lower_ in {"every", "all", "most", "each", "any"} for c in place.head.head.children
    )
    return whole or is_present(governing_verb(place))


def _is_same(word: Token) -> bool:
    """ "Other wards said the same", "it goes the same way elsewhere"; not "on the same day"."""
    if word.lower_ != "same" or any(c.dep_ == "neg" for c in word.head.children):
        return False
    if word.dep_ in {"amod", "nmod", "compound"} and word.head.pos_ in {"NOUN", "PROPN"}:
        if word.head.lemma_.lower() not in _LIKENESSES:
            return False
        word = word.head
    verb = governing_verb(word)
    return not _is_familys(subjects(verb)) and word.head.lower_ not in {"at", "by", "as"}


def _is_many(noun: Token) -> bool:
    """ "340 people appeared twice", "held there for six years" of clinics."""
    number = next((c for c in noun.children if c.dep_ == "nummod"), None)
    number = number or next((c for c in noun.children if c.lower_ in _SEVERAL), None)
    if noun.tag_ != "NNS" or (number is None and noun.lemma_.lower() not in {"year", "decade"}):
        return False
    if noun.lemma_.lower() in _COUNTED:
        return (
            number is not None and number.lower_ not in _SEVERAL and size_of(number.lower_) >= _MANY
        )
    if (
        noun.lemma_.lower() not in {"year", "decade"}
        or noun.dep_ != "pobj"
        or noun.head.lower_ not in {"for", "over"}
    ):
        return False
    about = subjects(governing_verb(noun))
    counted = (c for s in about for c in s.children if c.dep_ == "nummod")
    return (
        any(s.tag_ == "NNS" for s in about)
        and not any(counted)  # "seven professionals over two years" are those of the case
        and not _is_familys(about)
    )


def _is_other(noun: Token) -> bool:
    """ "Eleven other families", "all bail cases", "none of the other four practices"."""
    if noun.pos_ not in {"NOUN", "PROPN"} or noun.tag_ not in {"NNS", "NNPS"}:
        return False
    words = {c.lower_ for c in noun.children}
    counted = any(c.like_num or c.dep_ == "nummod" for c in noun.children)
    if {"other", "the"} <= words and counted and noun.lemma_.lower() in PEERS:
        return side_of(noun) is not Side.STAFF  # "we checked with the other five practices"
    if "other" in words and not {"the", "her", "his", "their", "no"} & words:
        present = is_present(governing_verb(noun))
        if present and noun.lemma_.lower() in PEERS and noun.dep_ == "nsubj":
            return True
    if "other" in words and counted:
        alike = PEERS | CASES | _COUNTED
        return noun.lemma_.lower() in alike and side_of(noun) is not Side.STAFF
    if "other" in words or "similar" in words:
        return noun.lemma_.lower() in {"child", "parent", "mother", "father", "worker"} and not (
            {"the", "her", "his", "their"} & words
        )
    few = any(c.dep_ == "nummod" and size_of(c.lower_) < SAMPLE for c in noun.children)
    return (
        bool(words & {"all", "most", "many"})
        and not few  # "agreed by all three services"
        and noun.lemma_.lower() in CASES - {"agency"}
    )


def _is_known(verb: Token) -> bool:
    """ "Practitioners could name others", "staff recognised the description"."""
    return (
        verb.lemma_ in _KNOWING
        and any(s.tag_ == "NNS" and side_of(s) is Side.STAFF for s in subjects(verb))
        and not any(c.dep_ == "neg" for c in verb.children)
    )


_SAYS = {
    "as a rule": _is_rule,
    "across a place": _is_across,
    "other cases": _is_other,
    "many cases": _is_many,
    "known to staff": _is_known,
    "the same": _is_same,
}
