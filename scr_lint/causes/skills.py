"""Where a passage explains by what individuals knew, could do or complied with.

Wanting skill ("lacked confidence", "had not been trained", "did not follow the protocol") and the
remedies for it ("refresher training has been arranged"); and the other way round, where staff are
said to have known or been trained, so that something else must explain what they did.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from ..draft import Draft
from ..grammar.clauses import governing_verb, negated
from ..grammar.parse import neighbour, subjects
from ..persons.people import Side, side_of
from .relation import Piece

if TYPE_CHECKING:
    from spacy.tokens import Token

_SKILLS = frozenset(
    """skill knowledge awareness competence competency expertise experience training course elearning
    learning briefing refresher coaching induction instruction tuition teaching qualification confidence understanding
    familiarity insight ability capability proficiency literacy compliance adherence""".split()
)
_LACKING = frozenset("lack want absence gap shortage deficit deficiency dearth weakness".split())
_POOR = frozenset(
    """no poor weak inadequate insufficient limited little low incomplete partial better more further
    additional requisite necessary analytical""".split()
)
_INHERENT = frozenset(
    """inexperience inexperienced unaware unfamiliar unskilled untrained unconfident ignorance
    ignorant incompetence incompetent non-compliance noncompliance unqualified""".split()
)
_ABLE = frozenset(
    """aware confident competent skilled trained familiar experienced qualified equipped able versed
    analytical knowledgeable proficient conversant informed compliant adherent practised adept fluent
    literate""".split()
)
_KNOWING = frozenset(
    "know understand realise realize appreciate value grasp comply adhere possess".split()
)
#: What a want of skill shows in; by themselves these only tell what happened.
_SEEING = frozenset("recognise recognize spot notice identify interpret analyse analyze".split())
#: Slips of one person.
_ERRING = frozenset(
    """forget overlook misread mishear misfile miscalculate misjudge misinterpret misunderstand
    mistake muddle misdiagnose miscode mislay""".split()
)
_LEARNING = _KNOWING | frozenset(
    """learn hear read study practise practice attend renew qualify remember shadow recognise
    recognize meet encounter train teach show undertake""".split()
)
_TEACHING = frozenset("train teach show brief induct instruct".split())
_REMEDIES = frozenset("train retrain coach remind refresh upskill".split())
_OF_SKILL = _SKILLS | _ERRING | _TEACHING | _REMEDIES | frozenset({"learn", "lapse", "rusty"})
_OBEYING = frozenset("follow read use apply consult observe keep attend complete".split())
_NORMS = frozenset(
    """policy procedure protocol guidance guideline script framework standard law rule pathway process
    course briefing training session instruction manual refresher update model toolkit tool
    threshold document checklist template""".split()
)
_ERROR = re.compile(
    r"\b(?:individual|human|personal|professional|clinical) (?:error|failing|failure|mistake|lapse|"
    r"responsibility|shortcoming)s?\b|\bkeep (?:their|his|her) own learning\b"
    r"|\bnon-?(?:compliance|adherence)\b|\b(?:non-?|not? )attendance at (?:the |this )?(?:training|course)\b"
    r"|\bnewly[- ]qualified\b|\bin (?:her|his|their) first (?:job|post|month|weeks?|year)\b"
    r"|\b(?:an|his|her|their) oversight\b|\bhad lapsed\b",
    re.IGNORECASE,
)
_RULED_OUT = re.compile(
    r"\b(?:(?:was|were|is) not (?:a|an|the) (?:\w+ )?(?:factor|issue|problem|reason|cause|explanation)"
    r"|played no part|(?:did|does) not (?:explain|account for|contribute)|no bearing|ruled out"
    r"|could find none|was not to blame)\b",
    re.IGNORECASE,
)
_MORE_THAN_THAT = re.compile(
    r"\b(?:part of (?:it|the (?:answer|story|reason|explanation))|the rest (?:is|was|of it)|something "
    r"else|did (?:make a difference|matter)|more to it|not (?:a )?(?:matter|question) of (?:skill|"
    r"training|knowledge)|nothing to do with (?:skill|training|knowledge)|not for (?:want|lack) of)\b",
    re.IGNORECASE,
)


def wanting_skill(draft: Draft, blocks: Iterable[int]) -> Iterator[Piece]:
    """Where some blocks name want of skill, training or compliance, or a remedy for it."""
    for index in blocks:
        doc = draft.docs.get(index)
        if doc is None:
            continue
        spans = [
            doc.char_span(m.start(), m.end(), alignment_mode="expand")
            for m in _ERROR.finditer(doc.text)
        ]
        within = {t.i for span in spans for t in span or ()}
        found = [t for t in doc if t.i not in within and any(says(t) for says in _SIGNS)]
        if found or within:
            found += [t for t in doc if _does_not_see(t)]
        yield from (Piece(index, span) for span in spans if span is not None)
        yield from (Piece(index, doc[t.i : t.i + 1]) for t in found)


def has_skill(draft: Draft, blocks: Iterable[int]) -> bool:
    """Whether some blocks say that staff knew or were trained, or that more than skill explains."""
    for index in blocks:
        doc = draft.docs.get(index)
        if doc is None:
            continue
        if _MORE_THAN_THAT.search(doc.text) or any(_knows(token) for token in doc):
            return True
    return False


def rules_out(piece: Piece) -> bool:
    """Whether the sentence of some words says that what it names was no factor."""
    return bool(_RULED_OUT.search(piece.tokens[0].sent.text))


def _is_wanting(noun: Token) -> bool:
    """ "A lack of skill", "lacked confidence", "inadequate training", "inexperience"."""
    if noun.lemma_.lower() in _INHERENT or noun.lower_ in _INHERENT:
        return True
    if noun.lemma_.lower().replace("-", "") not in _SKILLS or noun.dep_ == "compound":
        return False
    if any(c.lower_ in _POOR for c in noun.children):
        return True
    above = noun.head
    if noun.dep_ == "conj" and noun.head.lemma_.lower() in _SKILLS:
        return _is_wanting(noun.head)
    if noun.dep_ == "pobj" and above.lower_ in {"of", "in"}:
        return above.head.lemma_.lower() in _LACKING or above.head.lower_ in {"want", "lack"}
    if noun.dep_ == "pobj" and above.lower_ in {"without", "with"}:
        return True
    if noun.dep_ == "pobj" and above.lower_ == "of" and above.head.lower_ in {"matter", "question"}:
        return not negated(governing_verb(above))  # "it's a matter of individual competence"
    if noun.dep_ == "dobj":
        return above.lemma_ in _LACKING | {"need", "require"} or _is_denied(above)
    return noun.dep_ == "nsubj" and any(c.lower_ in _POOR for c in above.children)


def _does_not_know(word: Token) -> bool:
    """ "Did not know", "was not aware", "had not been trained", "neither had attended"."""
    if word.lower_ in _ABLE and word.dep_ in {"acomp", "ROOT", "conj", "xcomp", "oprd"}:
        verb = word.head if word.dep_ != "ROOT" else word
        return word.lower_ != "able" and (
            _is_denied(verb) or _is_denied(word) or _is_wished_for(word)
        )
    if word.lower_ in _ABLE and word.dep_ == "amod" and word.head.dep_ == "attr":
        return word.lower_ != "able" and _is_denied(word.head.head)  # "is not a confident writer"
    if word.pos_ != "VERB":
        return False
    about = subjects(word)
    staff = any(side_of(s) is Side.STAFF for s in about)
    passive = any(c.dep_ in {"auxpass", "nsubjpass"} for c in word.children)
    nobody = any(s.lower_ in {"nobody", "one"} for s in about)
    if word.lemma_ == "tell" and nobody:
        return any(c.dep_ in {"prep", "advcl", "ccomp", "xcomp"} for c in word.children)
    if word.lemma_ in _TEACHING:
        return (passive and _is_denied(word) and (staff or not about)) or nobody
    if not (_is_denied(word) or _is_failure(word)):
        return False
    if word.lemma_ == "take" and neighbour(word).lower_ == "in" and _is_denied(word):
        return staff or any(s.pos_ == "PRON" for s in about)
    if word.lemma_ in _KNOWING:
        return staff or not about or any(s.pos_ == "PRON" for s in about)
    return word.lemma_ in _OBEYING and any(
        t.lemma_.lower() in _NORMS or t.lower_ == "e-learning"
        for c in word.children
        if c.dep_ in {"dobj", "nsubjpass", "prep"}
        for t in (c, *c.children)
    )


def _is_wished_for(word: Token) -> bool:
    """ "If they had been more skilled", "had she been better informed"."""
    verb = word.head
    compared = word.tag_ == "JJR" or any(c.lower_ in {"more", "better"} for c in word.children)
    return compared and any(c.lower_ in {"if", "had"} for c in verb.children)


def errs(verb: Token) -> bool:
    """ "The nurse forgot", of somebody who worked with the family."""
    return (
        verb.pos_ == "VERB"
        and verb.lemma_ in _ERRING
        and not _is_denied(verb)
        and any(side_of(s) is Side.STAFF for s in subjects(verb))
    )


def _does_not_see(verb: Token) -> bool:
    """ "Did not recognise the signs", where something else in the passage is a want of skill."""
    if verb.lemma_ not in _SEEING or verb.pos_ != "VERB":
        return False
    about = subjects(verb)
    return (_is_denied(verb) or _is_failure(verb)) and any(
        side_of(s) is Side.STAFF or s.pos_ == "PRON" for s in about
    )


def _is_denied(verb: Token) -> bool:
    if any(c.dep_ == "neg" or c.lower_ in {"nor", "neither", "never"} for c in verb.children):
        return True
    if any(s.lower_ in {"neither", "none", "nobody"} for s in subjects(verb)):
        return True
    above = verb.head
    return verb.dep_ == "conj" and above.pos_ in {"VERB", "AUX"} and negated(above)


def _is_failure(verb: Token) -> bool:
    """ "Failed to follow", "her failure to read"."""
    return verb.head.lemma_.lower() in {"fail", "failure", "omit", "neglect"}


def _is_remedy(verb: Token) -> bool:
    """ "Need to be reminded", "have been booked on the study day", "refresher training"."""
    if verb.lower_ in {"refresher", "coaching", "reminder", "retraining"}:
        return True
    return (
        verb.pos_ == "VERB"
        and verb.lemma_ in _REMEDIES
        and any(c.tag_ in {"MD", "TO"} for c in verb.children)
    )


def _knows(verb: Token) -> bool:
    """ "Both had been trained", "staff knew that", "58 were up to date with training"."""
    if verb.lower_ == "date" and verb.head.lower_ == "to" and verb.head.head.lower_ == "up":
        return governing_verb(verb).lemma_ == "be"
    if verb.pos_ not in {"VERB", "AUX"} or _is_denied(verb) or _is_failure(verb):
        return False
    if any(c.tag_ == "MD" for c in verb.children):
        return False
    about = subjects(verb)
    if verb.dep_ == "relcl" and verb.head.lower_ in {"those", "one", "ones", "few", "some"}:
        return False  # "those who had been on the course remembered little of it"
    if any(c.lower_ == "had" and about and c.i < about[0].i for c in verb.children):
        return False  # "had she completed the course …"
    if not any(side_of(s) is Side.STAFF or s.pos_ in {"PRON", "DET"} for s in about):
        return False
    if any(side_of(s) is Side.FAMILY for s in about):
        return False
    if verb.lemma_ == "train":
        return any(c.dep_ == "auxpass" for c in verb.children)
    if verb.lemma_ == "know":
        return any(c.dep_ == "ccomp" for c in verb.children)
    learnt = {
        t.lemma_.lower() for c in verb.children for t in (c, *c.children) if not _is_wanting(t)
    }
    return verb.lemma_ in {"be", "do", "attend", "complete", "have"} and bool(
        learnt & {"course", "training", "e-learning", "briefing"}
    )


#: What `skill_tellings` gives. To rules that are not about skill it says nothing, and they learn
#: nothing from it.
TELLINGS = ("words of skill", "norms", "another would have", "had they", "did not learn")


def skill_tellings(word: Token) -> Iterator[str]:
    """What a word shows of whether a passage is about what people knew and could do.

    None of these settles it: that a course is named, that another would have acted otherwise, that
    somebody did not know.
    """
    lemma = word.lemma_.lower()
    if lemma in _OF_SKILL or word.lower_ in _ABLE | _INHERENT:
        yield "words of skill"
    if lemma in _NORMS and word.pos_ in {"NOUN", "PROPN"}:
        yield "norms"
    if word.pos_ not in {"VERB", "AUX"} or word.dep_.startswith("aux"):
        return
    helping = {c.lower_ for c in word.children if c.dep_.startswith("aux")}
    about = subjects(word)
    if {"would", "have"} <= helping and any(_is_anybody(s) for s in about):
        yield "another would have"
    if any(c.lower_ == "had" and about and c.i < about[0].i for c in word.children):
        yield "had they"
    if (
        lemma in _LEARNING
        and _is_denied(word)
        and not any(side_of(s) is Side.FAMILY for s in about)
    ):
        yield "did not learn"


def _is_anybody(noun: Token) -> bool:
    """ "A practised chair", "any teacher", "better knowledge": nobody of the case."""
    return noun.pos_ == "NOUN" and not any(
        c.dep_ == "poss" or c.lower_ in {"the", "this", "that", "these", "those"}
        for c in noun.children
    )


#: What by itself names a want of skill.
_SIGNS = (_is_wanting, _does_not_know, _is_remedy, errs)
