"""Whether a judgement is the review's own, or one that it quotes, reports, denies or sets aside.

"The officer was careless" judges; "to call the officer careless would explain nothing", "Mother
felt that he was careless", "nobody was careless" and "who was careless is not for us" do not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..draft import Block
from ..hindsight.counterfactual import is_aside, negated, perfect_modals, unreal_conditions
from .affirmed import is_affirmed
from .at_large import is_between_extremes, is_warned_of
from .quotation import is_endorsed, is_named, is_quoted, takes_issue
from .voice import in_question, is_denied, is_reported, sentences_around, subject_of

if TYPE_CHECKING:
    from spacy.tokens import Span as SpacySpan
    from spacy.tokens import Token

# Relations within one clause, on the way up from a word to its verb.
_WITHIN = frozenset(
    """acomp advmod agent amod appos attr compound conj dative dobj nmod npadvmod nsubj nsubjpass oprd pcomp
    pobj poss prep xcomp acl""".split()
)
_SETTING_ASIDE = frozenset(
    {"without", "instead", "nor", "neither", "nobody", "not", "nothing", "none"}
)
# What others say, told as such: "the charge that the parents were idle", "the view of an idle parent".
_CHARGES = frozenset(
    """accusation allegation assertion assumption belief caricature charge claim complaint idea image
    impression label myth notion picture portrait portrayal prejudice presumption rumour slur
    stereotype suggestion suspicion talk theory view""".split()
)
_OUR = frozenset("our my review reviewer reviewers panel author authors report we i".split())
# "It would be easy to call him careless", "it explains nothing to say that …".
_EASY = re.compile(
    r"""\b(?:(?<!not\ )(?:easy|easier|simple|simpler|convenient|comfortable|cheap|tempting|wrong|unfair|simplistic|unhelpful|unjust|unkind|harsh|misleading|mistake
        |too\ simple|idle|glib),?\ (?:\w+,?\ ){0,3}to\ (?:\w+ly\ )?(?:call|say|write|describe|label|put|think|regard
        |dismiss|blame|point|fault|criticise|reproach|speak|judge|conclude|suggest|imply|attribute|portray|treat)
      |to\ (?:call|describe|label|blame|dismiss|regard|portray)\b.{0,80}\b(?:would|is|are|be)\ (?:\w+\ ){0,2}
        (?:easy|easier|wrong|unfair|simplistic|unhelpful|unjust|unkind|misleading|mistake|forget|miss|mis\w+
        |injustice|too\ simple)
      |(?:is|was|be)\ to\ (?:call|describe|label|brand)
      |(?:further|farther)\ from\ (?:our|my|the\ panel['’]s)\ minds?
      |(?:explains?|tells?)\ (?:us\ )?(?:nothing|little)
      |not\ the\ same\ (?:thing\ )?as\ (?:saying|to\ say)
      |(?:last|wrong|hardly\ the|scarcely\ the|not\ the)\ (?:right\ )?(?:word|term|adjective|description)
      |(?:mistak\w+|mistook|misread\w*|misinterpret\w*|misunderstood)\ (?:\w+\ ){0,4}(?:as|for)
      |what\ (?:\w+\ ){0,2}?(?:reads?|look(?:s|ed)|seem(?:s|ed)|appear(?:s|ed)|pass(?:es|ed)|sound(?:s|ed)|came\ across
        |struck|took|taken|recorded|described)\ (?:\w+\ ){0,6}?(?:as|like|for|to\ be)\b.{0,80}\b(?:was|were|is|are|proved|turned)
      |far\ from\ being|anything\ but|so[- ]called|supposed(?:ly)?(?!\ (?:to|that)\b))\b""",
    re.VERBOSE | re.IGNORECASE,
)
_DENIED_NOUN = re.compile(
    r"\b(?:no(?! (?:more|less|better|other)\b)|nothing(?! but| short| less)|without|neither|nor|absence of|rather than|instead of|not because)\s+(?:[\w-]+\s+){0,2}$",
    re.IGNORECASE,
)
# "Terms we avoid. Chaotic: say what was seen."
_AVOIDED = re.compile(
    r"\b(?:terms?|words?|phrases?|labels?|language|expressions?)\b[^.:;]{0,40}\b(?:avoid(?:ed)?"
    r"|keep out|kept out|left out|leave out|taken out|not (?:be )?used?|do(?:es)? not use|never use|replaced?|retired?|drop(?:ped)?|banned)\b",
    re.IGNORECASE,
)
# "Nothing short of scandalous" affirms.
_AFFIRMED = re.compile(r"nothing\s+(?:short of|less than|but|other than|if not)\b", re.IGNORECASE)
_INVERTED = re.compile(r"\s*(?:,\s*)?(?:and |but )?(?:neither|nor) \w+ \w+", re.IGNORECASE)
_WHERE_WE_SAY = re.compile(
    r"\b(?:where|when|whenever|if) (?:we|the review(?:ers?)?|this (?:report|review)) (?:\w+ )?"
    r"(?:say|says|write|writes|state|states|find|finds)\b",
    re.IGNORECASE,
)
# "Families are called chaotic when …" speaks of the word.
_CALLED = re.compile(
    r"""\b(?:is|are|being|gets?)\ (?:\w+\ ){0,2}(?:called|labelled|termed|dubbed|styled
      |(?:described|written\ (?:up|off|down)|spoken\ of|recorded|known)\ as)\W+(?:\w+\W+){0,2}$""",
    re.VERBOSE | re.IGNORECASE,
)
# "Beyond parental control: words from section 31", "across the file she is variously promiscuous".
_DEFINED = re.compile(
    r"[*_”\"’']*\s*(?::|\(|–|-)\s*(?:an? |the |these )?(?:\w+ ){0,2}(?:words?|names?|terms?|phrases?)\b",
    re.IGNORECASE,
)
_VARIOUSLY = re.compile(r"\bvariously\b", re.IGNORECASE)
# "We have met the words evil and monster" mentions them and does not use them.
_SET_OUT = re.compile(
    r"(?<!avoid the )(?<!resist the )(?<!escape the )\b(?:words|terms|adjectives|labels|phrases|epithets) (?:[\w-]+(?:, | and | or |, and ))*$",
    re.IGNORECASE,
)
# "Staff took the silence for indifference".
_TAKEN_FOR = re.compile(
    r"\b(?:take[ns]?|taking|took|mistook|mistaken|pass(?:es|ed)?) (?:[\w’'-]+ ){1,5}for (?:an? |the )?$",
    re.IGNORECASE,
)
# "The old term for it was disguised compliance".
_TERM_IS = re.compile(
    r"\b(?:jargon|label|phrase|shorthand|term)\b[^.;:]{0,30}? (?:is|was|are|were) $", re.IGNORECASE
)
_TERMS = frozenset("jargon label phrase shorthand term".split())
# What a policy, a lesson or a course is on: "a policy on bullying".
_TAUGHT = frozenset(
    """assembly awareness campaign charter course guidance leaflet lesson module paper policy poster
    procedure research strategy talk training work workshop""".split()
)
# Verbs of the passive in which somebody else has judged: "was found to be at fault".
_JUDGING = frozenset(
    """find deem judge hold consider adjudge think allege believe call describe accuse report say tell
    speak draw dream recall remember write regard view label portray perceive dismiss""".split()
)
_REFLEXIVES = frozenset("himself herself themselves themself myself ourselves itself".split())
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
# To deny these of a thing says that there is such a thing.
_CONVEYING = frozenset(
    "bear capture convey describe disguise erase excuse explain express forget hide imagine overstate".split()
)
_ADVERSATIVE = frozenset({"but", "yet", ";", ":"})


def is_own_judgement(
    block: Block, tokens: SpacySpan, *, copied: bool = False, handed_on: bool = False
) -> bool:
    """Whether the review itself judges with these words.

    `copied`: they stand in marks, but hand on what a file says of somebody (see `is_copied`).
    `handed_on`: what others are reported to have judged counts too.
    """
    top = tokens.root
    handed = copied or is_endorsed(top.sent.text)
    if (
        is_title(tokens)
        or is_defined(tokens)
        or (not handed and is_quoted(block, tokens.start_char, tokens.end_char))
    ):
        return False
    if is_affirmed(tokens):
        return True
    if finds_fault_with(block, tokens) or _EASY.search(top.sent.text):
        return False
    return not (
        (is_reported(top) and not handed_on)
        or is_said_of_oneself(top)
        or in_question(top)
        or is_denied(top)
        or is_set_aside(tokens)
        or is_charge(top)
        or _is_topic(top)
        or _is_name_called(top)
        or is_between_extremes(top)
        or is_warned_of(top)
    )


def speaks_of_saying(tokens: SpacySpan) -> bool:
    """Whether a sentence sets aside or explains what it says: "it would be easy to write that he
    should have known", "where we say that somebody should have acted, we name the rule"."""
    return bool(_EASY.search(tokens.sent.text) or _WHERE_WE_SAY.search(tokens.sent.text))


def is_charge(word: Token) -> bool:
    """Whether a word tells what others say: "the charge that he was idle", "the picture of a
    hostile mother" where that is denied or is a picture of somebody else's."""
    for above in word.ancestors:
        if above.pos_ not in {"NOUN", "PROPN"} or above.lemma_.lower() not in _CHARGES:
            continue
        that = any(
            c.dep_ in {"acl", "relcl", "ccomp", "appos"} and word in c.subtree
            for c in above.children
        )
        if (that or above.lemma_ not in {"impression", "picture", "view"}) and not any(
            c.lower_ in _OUR for c in above.subtree if c.i < word.i
        ):
            return that or _is_of_kind(word, above)
        if any(negated(t) for t in above.ancestors) and _is_of_kind(word, above):
            return True
    return False


def _is_of_kind(word: Token, noun: Token) -> bool:
    return any(
        c.dep_ == "prep" and c.lower_ in {"of", "as"} and word in c.subtree for c in noun.children
    )


def finds_fault_with(block: Block, tokens: SpacySpan) -> bool:
    """Whether a passage names the words as words, and finds fault or speaks of their use."""
    if lists_words_to_avoid(block.text):
        return True
    before = tokens.doc[tokens.sent.start : tokens.start].text_with_ws
    if any(p.search(before) for p in (_CALLED, _SET_OUT, _TAKEN_FOR, _TERM_IS)) or _is_term(
        tokens.root
    ):
        return True
    sentence = tokens.root.sent
    around = sentence.doc[sentence.start : tokens.start].text, tokens.doc[tokens.end : sentence.end]
    if takes_issue(f"{around[0]} … {around[1].text}"):
        return True
    return is_named(block, tokens.start_char) and takes_issue(
        " ".join(sentence.text for sentence in sentences_around(tokens.root))
    )


def _is_term(word: Token) -> bool:
    """Whether a word is named as a term: "the old term for it was disguised compliance"."""
    while word.dep_ in {"amod", "compound"}:
        word = word.head
    beside = [c for c in word.children if c.dep_ == "appos"]
    if word.dep_ == "appos":
        beside.append(word.head)
    if word.dep_ in {"attr", "dobj", "oprd"}:
        beside += [c for c in word.head.children if c.dep_ in {"nsubj", "nsubjpass"}]
    return any(noun.lemma_.lower() in _TERMS for noun in beside)


def _is_topic(word: Token) -> bool:
    """Whether a word is what something is about: "the policy on bullying"."""
    return (
        word.dep_ == "pobj"
        and word.head.lower_ in {"on", "about", "against"}
        and any(
            noun.lemma_.lower() in _TAUGHT
            for noun in (word.head.head, word.doc[max(0, word.head.i - 1)])
        )
    )


def is_defined(tokens: SpacySpan) -> bool:
    """Whether words open a definition of themselves, or are among several that files give."""
    sentence = tokens.sent
    opens = tokens.start - sentence.start < 2
    after = tokens.doc.text[tokens.end_char :]
    before = tokens.doc[sentence.start : tokens.start].text
    return (opens and bool(_DEFINED.match(after))) or bool(_VARIOUSLY.search(before))


def _is_name_called(word: Token) -> bool:
    """Whether a word is what some people call others: "would like them to stop calling her chaotic"."""
    verb = word.head
    return (
        word.dep_ in {"oprd", "ccomp", "xcomp", "acomp"}
        and verb.lemma_ in {"call", "label", "brand", "dub"}
        and verb.tag_ == "VBG"
    )


def lists_words_to_avoid(text: str) -> bool:
    """Whether a paragraph tells which words not to use: "Terms we avoid. Chaotic: say what …"."""
    return bool(_AVOIDED.search(text))


def is_set_aside(tokens: SpacySpan) -> bool:
    """Whether the clause of some words denies them: "it was not carelessness", "nobody was idle".

    A denial inside the words is their own: "could not be bothered". What is denied of a past that
    did not happen is affirmed: "had she not been so careless, …".
    """
    inside = range(tokens.start, tokens.end)
    denies_itself = any(t.lower_ in _SETTING_ASIDE | {"no"} for t in tokens)
    before = tokens.doc[tokens.sent.start : tokens.start].text_with_ws
    clause = re.split(r"[;:]|,? but | although | though ", before)[-1]
    if _DENIED_NOUN.search(clause) or _INVERTED.match(clause):
        return True
    for word in _up_the_clause(tokens.root):
        denials = [
            c
            for c in word.children
            if c.dep_ == "neg"
            and c.i not in inside
            and not is_aside(c)
            and not _is_later(c, tokens)
        ]
        if word.i not in inside and word.lower_ in _SETTING_ASIDE:
            return not _AFFIRMED.match(word.doc.text, word.idx)
        elsewhere = word.i not in inside and not denies_itself and not _is_later(word, tokens)
        if (denials or (elsewhere and negated(word))) and not _is_unreal(word):
            return True
        if denials == [] and word.i in inside and _has_denied_subject(word, inside):
            return True
    return False


def _is_later(word: Token, tokens: SpacySpan) -> bool:
    """Whether a word stands after some words and a comma: "uncooperative, would not let her in"."""
    return any(t.is_punct and t.text != "-" for t in word.doc[tokens.end : word.i])


def is_said_of_oneself(word: Token) -> bool:
    """Whether people say it of themselves: "he described himself, laughing, as a frequent flyer"."""
    return any(
        above.lemma_.lower() in _JUDGING
        and any(c.dep_ == "dobj" and c.lower_ in _REFLEXIVES for c in above.children)
        for above in word.ancestors
        if above.pos_ == "VERB"
    )


def is_judged_by_others(word: Token) -> bool:
    """Whether a past passive says that others judged: "was found to be", "was described as"."""
    for above in _up_the_clause(word):
        passive = any(c.dep_ == "auxpass" for c in above.children) or (
            # "Sometimes perceived to be obstructive"
            above.tag_ == "VBN"
            and above.dep_ in {"acl", "advcl", "dep", "relcl"}
            and not any(c.dep_ == "aux" for c in above.children)
        )
        if above.i != word.i and passive and above.lemma_.lower() in _JUDGING:
            return not any(c.tag_ == "MD" for c in above.children)
        if _attributes(above, word):
            return True
        modal = any(c.tag_ == "MD" for c in above.children)
        judges = above.lemma_.lower() in _JUDGING and above.pos_ == "VERB" and not modal
        found = above.lemma_ == "find" and word.dep_ == "amod"  # "found a horrific scene"
        if above.i != word.i and judges and not found:
            subject = subject_of(above)
            if subject is not None and subject.lower_ not in {"we", "i", "review", "panel", "it"}:
                return True
    return False


def _attributes(verb: Token, word: Token) -> bool:
    """Whether others put something down to what a word says: "reports put it down to a careless clerk"."""
    particle = any(c.lower_ == "down" for c in verb.children)
    if not (verb.lemma_ in {"ascribe", "attribute"} or (verb.lemma_ == "put" and particle)):
        return False
    subject = subject_of(verb)
    others = subject is not None and subject.lower_ not in {"we", "i", "review", "panel", "it"}
    return others and word.i > verb.i and word.i != verb.i


def is_title(tokens: SpacySpan) -> bool:
    """Whether the words are part of a name in capitals: "Troubled Families", a film, a book."""
    first = tokens[0]
    if not first.text[0].isupper() or first.i == first.sent.start or first.text.isupper():
        return False
    around = [t for t in tokens.doc[max(0, first.i - 1) : tokens.end + 1] if t.i != first.i]
    return any(t.text[0].isupper() and t.is_alpha for t in around)


def _up_the_clause(word: Token) -> Iterator[Token]:
    top = word
    yield word
    while (word.dep_ in _WITHIN or _is_purpose(word)) and word.head.i != word.i:
        if word.dep_ == "prep" and word.head.pos_ == "VERB" and word.i < word.head.i:
            return  # "through his carelessness the letter was never sent" denies no carelessness
        if word.dep_ == "conj" and any(
            c.lower_ in _ADVERSATIVE for c in word.head.children if c.i < word.i
        ):
            return
        if word.dep_ == "conj" and (
            word.tag_ in _FINITE or any(c.dep_ in {"nsubj", "nsubjpass"} for c in word.children)
        ):
            return  # "did not ring, was rude" denies no rudeness; "did not ring or visit" goes on
        if word.dep_ in {"dobj", "oprd"} and _is_after_comma(word):
            return  # a note: "chart not started, sheer carelessness"
        if word.dep_ in {"nsubj", "nsubjpass", "dobj"} and _is_taken_for_granted(word, top):
            return  # "the depravity of those who did it need not be spelled out"
        word = word.head
        yield word


def _is_after_comma(word: Token) -> bool:
    first = word.left_edge.i
    return word.i > word.head.i and first > 0 and word.doc[first - 1].text == ","


def _is_taken_for_granted(noun: Token, word: Token) -> bool:
    """Whether a clause speaks of what a noun names as something there is, whatever it denies.

    `word` is the noun, or a word within it: "the harrowing pages were not easy to write" and
    "words can hardly convey the horror of it", but not "the fault was not theirs".
    """
    definite = any(c.dep_ == "poss" or c.lower_ in {"the", "this", "such"} for c in noun.children)
    verb = noun.head
    if not definite or noun.pos_ != "NOUN":
        return False
    if noun.dep_ == "dobj":
        return verb.lemma_ in _CONVEYING
    return verb.pos_ == "VERB" or (verb.pos_ == "AUX" and noun.i != word.i)


def _is_purpose(verb: Token) -> bool:
    """Whether a verb says what for: "staff do not come to work to be careless"."""
    return verb.dep_ == "advcl" and any(c.tag_ == "TO" for c in verb.children)


def _has_denied_subject(word: Token, inside: range) -> bool:
    subjects = (
        c for c in word.children if c.dep_ in {"nsubj", "nsubjpass"} and c.left_edge.i not in inside
    )
    denying = {"nobody", "none", "no", "neither", "nothing"}
    return any(s.lower_ in denying or any(g.lower_ in denying for g in s.lefts) for s in subjects)


def _is_unreal(verb: Token) -> bool:
    sentence = verb.sent
    unreal = any(m.modal in {"would", "could"} for m in perfect_modals(sentence))
    return unreal or any(True for _ in unreal_conditions(sentence))
