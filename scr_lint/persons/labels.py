"""Labels for people of the family: "a difficult mother", "the household was chaotic".

A label counts where it is said of a parent or another adult of the family, of their home or ways,
or of nobody at all ("Poor attender; flat clean"). Said of a service, a meeting, a wound or a
child, it is another matter.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator
from typing import TYPE_CHECKING

from ..grammar.voice import subject_of
from .children import PERSONAL, who_is
from .family import is_general
from .mentions import Cast, Who, known_as, mention_of
from .said_of import concerned, has_subject, owner_of

if TYPE_CHECKING:
    from spacy.tokens import Span as SpacySpan
    from spacy.tokens import Token

    from .refusals import Refusal

# What is of a family, whoever owns it: "Child A's home", "their upbringing".
_DOMESTIC = frozenset(
    "household home life lifestyle parenting mothering upbringing background family".split()
)
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_DENYING = frozenset(
    {"nobody", "none", "no", "not", "n't", "n’t", "never", "neither", "hardly", "scarcely"}
)
_PARTING = frozenset({":", ";", "'", "‘", "“", '"', "(", "/"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_FINDING = frozenset(
    """find think consider call make believe deem describe regard see label record note view perceive
    portray paint experience have""".split()
)
_AFTER_NAME = frozenset({",", ":", "("})
_RELATIVES = frozenset({"who", "which", "that", "whose"})
_ANYBODY = frozenset(
    """man woman lady gentleman people person individual character figure couple pair sort type
    drinker smoker customer""".split()
)
_EMPTY = frozenset({"it", "this", "that", "there", "which"})
_OTHERS = frozenset({Who.STAFF, Who.BODY, Who.CHILD})
# Who lives near and is not of the family: "the hostile neighbour upstairs".
_AIR = frozenset(
    "atmosphere air mood environment climate life scene conditions routine set-up".split()
)
_STRANGERS = frozenset("neighbour landlord stranger passer-by tenant lodger".split())
_SUPPOSING = frozenset({"if", "unless", "whether"})
# Adjectives that say whose something is: "parental apathy".
_OF_FAMILY = frozenset({"parental", "maternal", "paternal", "familial"})
# What follows an adjective that is then no label of a person: "difficult to say", "about the damp".
_COMPLEMENTS = frozenset({"xcomp", "ccomp", "advcl"})


def is_label(tokens: SpacySpan, things: Container[str], cast: Cast) -> bool:
    """Whether some words label somebody of the family, or one of the `things` of a family."""
    word = tokens.root
    if (word.pos_ == "ADV" and len(tokens) == 1) or _is_about_thing(word, cast):
        return False
    if any(child.lower_ in _OF_FAMILY or is_noted(child) for child in word.children):
        return True
    if word.dep_ == "amod" and _is_at_home(word.head):
        return True  # "a toxic atmosphere at home"
    if len(tokens) > 1 and word.lemma_ not in {"know", "set", "riddle"} and _is_done_to(tokens):
        agents = [g for c in word.children if c.dep_ == "agent" for g in c.children]
        return {who_is(agent, cast) for agent in agents} == {Who.FAMILY}  # "was fobbed off"
    if len(tokens) > 1 and who_is(word, cast) is Who.FAMILY:
        return True  # "an unfit mother"
    holders = [stands_for(holder) for holder in _holders(tokens)]
    noun = _modified(word)
    if noun is not None and (stands_for(noun).i != noun.i or _is_beside(noun)):
        holders = [_is_beside(noun) or stands_for(noun)]
        noun = None  # "a work-shy drinker" is Father, who is said to be one
    if noun is not None and noun.lemma_.lower() in _STRANGERS:
        return False
    if noun is not None and who_is(noun, cast) in {None, Who.BODY}:
        if noun.lemma_.lower() not in things and noun.lower_ not in things:
            return False
        owner = owner_of(noun)
        holders = [owner] if owner is not None else [*concerned(noun)] or [noun]
        holders = [h for h in holders if h not in tokens] or [noun]
    elif noun is not None and who_is(noun, cast) is Who.FAMILY:
        holders = [stands_for(noun)]
    whos = {_who(holder, cast, things) for holder in holders}
    if whos == {None} and _are_pronouns(holders):
        if holders[0].lower_ == "they" and not _names(word.doc, cast):
            return False  # "They played chicken. They were reckless": of nobody that is named
        return Who.CHILD not in _names(_without_owned(word.doc[: holders[0].i]), cast)
    if any(is_general(holder) for holder in holders) and _says_what_may_be(word):
        return False  # "parents may be hostile when they are afraid"
    if whos:
        return whos == {Who.FAMILY}
    told = word.tag_ in {"VBD", "VBN"} or word.head.lower_ == "as"  # "discussed as disengaging"
    if _names_before(word, cast)[:1] == [Who.CHILD]:
        return False  # "YP seen with friend. Known to be promiscuous."
    if len(word.sent) < 3 or (word.pos_ == "VERB" and not told):
        return False  # a lone "Inadequate" grades; "to minimise" asks for something
    if follows_thing(tokens, things, cast):
        return False
    return not has_subject(word) and not _names(word.sent, cast) & _OTHERS


def follows_thing(tokens: SpacySpan, things: Container[str], cast: Cast) -> bool:
    """Whether a note says some words of a thing right before them: "Smoke alarm non-compliant"."""
    if tokens.start == tokens.sent.start or tokens.root.pos_ == "VERB":
        return False
    beside = tokens.doc[tokens.start - 1]
    somebody = is_noted(beside) or who_is(beside, cast) is not None
    return beside.pos_ == "NOUN" and not somebody and beside.lemma_.lower() not in things


def is_noted(beside: Token) -> bool:
    """ "Mum uncooperative, would not let her in": the parse takes a note for one noun."""
    known = known_as(beside.lower_) if beside.dep_ in {"compound", "nmod"} else None
    return known is not None and known[0] is Who.FAMILY and beside.text.istitle()


def stands_for(noun: Token) -> Token:
    """Whom "a careless man" is, where the clause says so: "the chair, a careless man"."""
    if noun.lower_ in _RELATIVES:
        clause = next((t for t in noun.ancestors if t.dep_ in {"relcl", "acl"}), None)
        return stands_for(clause.head) if clause is not None else noun
    if noun.lemma_ not in _ANYBODY:
        return noun
    if noun.dep_ == "appos":
        return noun.head
    subject = subject_of(noun.head) if noun.dep_ == "attr" else None
    return noun if subject is None or subject.lower_ in _EMPTY else subject


def _is_at_home(noun: Token) -> bool:
    beside = (*noun.children, *noun.head.children)
    places = {g.lower_ for c in beside if c.lower_ in {"at", "in"} for g in c.children}
    return noun.lemma_ in _AIR and bool(places & {"home", "house", "household", "family"})


def _is_beside(noun: Token) -> Token | None:
    """Who is named beside a noun that says what they are: "Father, a work-shy drinker, …"."""
    named = (
        noun.dep_ == "appos" and noun.head.pos_ in {"NOUN", "PROPN"} and noun.lemma_.endswith("er")
    )
    return noun.head if named else None


def _is_done_to(tokens: SpacySpan) -> bool:
    return any(c.dep_ == "auxpass" and c not in tokens for c in tokens.root.children)


def noted(tokens: SpacySpan) -> Token | None:
    """Of whom a note says something without a verb: "MGF: a drunk", "Pt non-compliant w/ meds"."""
    sentence = tokens.sent
    before = tokens.doc[sentence.start : tokens.start]
    at = max((t.i for t in before if t.text in _PARTING), default=-1)
    piece = list(before) if at < 0 else list(tokens.doc[at + 1 : tokens.start])
    if not any(t.is_alpha for t in piece) and at >= 0 and tokens.doc[at].text == ":":
        piece = list(tokens.doc[sentence.start : at])
    if (opener := _opens_notes(tokens)) is not None:
        return opener
    if any(t.tag_ in _FINITE or t.lower_ in _RELATIVES for t in [*piece, tokens.root]):
        return None
    named = [t for t in piece if mention_of(t, Cast()) is not None and t.dep_ != "poss"]
    after = tokens.doc[tokens.end : sentence.end]
    apart = bool(after) and after[0].is_punct  # "Mum uncooperative, would not let HV in"
    told = any(t.tag_ in _FINITE for t in after) and tokens.root.dep_ in {"amod", "compound"}
    told = told and not apart
    if any(c.dep_ in _SUBJECTS and c not in named for c in tokens.root.children):
        return None  # "Mum late because bus disengaged"
    return named[0] if len(named) == 1 and not told else None


def _opens_notes(tokens: SpacySpan) -> Token | None:
    """Whom a row of notes is about: "Father, 31. Roofer. Workshy since his fall."

    Its first words name somebody, and neither they nor the words in hand have a subject.
    """
    doc, sentence = tokens.doc, tokens.sent
    first = next(iter(doc.sents))
    if not sentence.start or any(t.dep_ in _SUBJECTS for t in doc[sentence.start : tokens.end]):
        return None
    if any(t.tag_ in _FINITE for t in first):
        return None
    before = doc[sentence.start : tokens.start]
    if any(mention_of(t, Cast()) is not None for t in [*before, tokens.root]):
        return None
    named = (t for t in doc[:3] if t.i + 1 < len(doc) and doc[t.i + 1].text in _AFTER_NAME)
    return next((t for t in named if mention_of(t, Cast()) is not None), None)


def _holders(tokens: SpacySpan) -> list[Token]:
    """Of whom some words may be said: a pronoun among them, or whoever they concern outside."""
    if (person := noted(tokens)) is not None:
        return [person]
    root = tokens.root
    after = root.dep_ in {"prep", "advmod"} and root.i > root.head.i
    if after and mention_of(root.head, Cast()) is not None:
        return [root.head]  # "a worker out of her depth"
    doer = subject_of(root) if root.pos_ == "VERB" else None
    if doer is not None and doer not in tokens and _is_somebody(doer):
        return [doer]  # "the school let him down"
    inside = [t for t in tokens if t.lower_ in PERSONAL and t.i != tokens.root.i]
    if inside and not any(t.dep_ in _SUBJECTS for t in inside[:1]):
        return inside[:1]  # "doors were answered when it suited them"
    word = tokens.root
    own = [c for c in word.children if c.dep_ == "nsubj" and c not in tokens]
    if own and word.pos_ in {"ADJ", "NOUN"}:
        return own  # "found the grandmother overbearing"
    about = [
        noun
        for child in word.children
        if child.dep_ == "prep" and child.lower_ == "about"
        for noun in child.children
        if word.pos_ == "NOUN"
    ]
    holders = [h for h in [*about, *concerned(word)] if h not in tokens]
    if holders:
        return holders
    for above in word.ancestors:
        objects = [c for c in above.children if c.dep_ == "dobj" and c.i < word.i]
        if above.lemma_ in _FINDING and word.pos_ != "VERB" and objects:
            return objects  # "found the desk hard to reach"
        if above.pos_ in {"VERB", "AUX"} and (subject := subject_of(above)) is not None:
            if subject.lower_ in _EMPTY and word.dep_ == "conj":
                # "It is accepted that Mother was hard to pin down and told people …"
                near = [t for t in word.doc[word.sent.start : word.i] if t.dep_ in _SUBJECTS]
                subject = near[-1] if near else subject
            return [] if subject in tokens or subject.lower_ in _EMPTY else [subject]
    return [h for h in concerned(tokens[0]) if h not in tokens]


def _is_somebody(noun: Token) -> bool:
    return mention_of(noun, Cast()) is not None or noun.pos_ == "PROPN"


def denial_of(tokens: SpacySpan) -> SpacySpan | None:
    """Some words with what denies them before: "were not compliant", "neither parent took …"."""
    word = tokens.root
    for above in [word, *word.ancestors]:
        if above.pos_ in {"VERB", "AUX"} or above.i == word.i:
            denials = [c for c in above.children if c.lower_ in _DENYING]
            subjects = (c for c in above.children if c.dep_ in _SUBJECTS)
            denials += [g for c in subjects for g in (c, *c.children) if g.lower_ in _DENYING]
            if denials and denials[0].i < tokens.start:
                return word.doc[denials[0].i : tokens.end]
        if above.dep_ not in {"acomp", "amod", "conj", "attr", "oprd"} and above.i != word.i:
            return None
    return None


def is_beside_person(word: Token, cast: Cast) -> bool:
    """A difficult mother; "Father could be difficult", but not "found it difficult to say"."""
    while word.dep_ == "conj" and word.head.pos_ in {"ADJ", "VERB"} and word.head.tag_ != "VBD":
        word = word.head
    if word.dep_ == "amod":
        who = who_is(stands_for(word.head), cast) or who_is(word.head, cast)
        return who is Who.FAMILY and word.head.lower_ not in _DOMESTIC - {"family"}
    if word.dep_ not in {"acomp", "oprd"} and word.head.lower_ != "as":
        return False
    verb = word.head
    if word.dep_ == "oprd" and verb.dep_ == "relcl" and who_is(verb.head, cast) is None:
        return False  # "a house that the inspector had found unfit"
    if verb.lemma_ == "feel" or any(
        c.dep_ in _COMPLEMENTS or c.lower_ == "about" for c in word.children
    ):
        return False
    whos = {who_is(holder, cast) for holder in concerned(word)}
    return whos == {Who.FAMILY}


def is_measure(word: Token, efforts: Container[str], cast: Cast) -> bool:
    """Whether a word measures the efforts of a family: "Mother's engagement was sporadic"."""
    top = word
    while top.dep_ == "conj":
        top = top.head
    noun = top.head if top.dep_ == "amod" else None
    if top.dep_ == "acomp":
        noun = next((c for c in top.head.children if c.dep_ == "nsubj"), None)
    if noun is None or noun.lemma_.lower() not in efforts:
        return False
    if any(c.lower_ in _OF_FAMILY or c.lower_ == "family" for c in noun.children):
        return True
    owner = owner_of(noun)
    holders = [owner] if owner is not None else [h for h in concerned(noun) if h.i != noun.i]
    if not holders and any(c.lower_ in {"such", "this", "that"} for c in noun.children):
        # "Such engagement was minimal": whose it was has been said before.
        return Who.FAMILY in _names(word.doc[: word.sent.start], cast)
    if not holders:  # "Engagement was poor and the plan drifted."
        return not _names(word.sent, cast) & _OTHERS
    return {who_is(holder, cast) for holder in holders} == {Who.FAMILY}


def is_refused(refusal: Refusal, cast: Cast) -> bool:
    """Whether somebody of the family is said not to have engaged, or nobody is named in a note."""
    if len(refusal.tokens) == 1:
        return False  # "declined the offer" says what was done
    if any(c.dep_ == "mark" and c.lower_ in _SUPPOSING for c in refusal.tokens.root.children):
        return False
    holders = list(concerned(refusal.said_of))
    whos = {who_is(holder, cast) for holder in holders}
    if Who.FAMILY in whos:
        return not whos & {Who.STAFF, Who.BODY}
    if whos == {None} and _are_pronouns(holders):
        return not _names(refusal.tokens.doc[: refusal.tokens.start], cast)
    if holders or has_subject(refusal.said_of):
        return False
    return _names(refusal.said_of.sent, cast) == {Who.FAMILY}


def _who(holder: Token, cast: Cast, things: Container[str]) -> Who | None:
    """Whom a word stands for; the family for its home and ways, unless another owns them."""
    if holder.lower_ in {"both", "each", "neither", "all"} and not any(
        True for _ in holder.children
    ):
        before = [t for t in holder.doc[: holder.i] if t.dep_ in _SUBJECTS]
        return who_is(before[-1], cast) if before else None
    found = who_is(holder, cast)
    if found is Who.STAFF and holder.lower_ in PERSONAL:
        # "They were gullible" of social workers; "she" may be anybody where the family is named.
        alone = Who.FAMILY not in _names(holder.doc[: holder.i], cast)
        return found if alone or holder.lower_ in {"they", "them"} else None
    lemma = holder.lemma_.lower()
    if any(c.dep_ == "compound" and c.lower_ in _DOMESTIC for c in holder.children):
        return Who.FAMILY  # "home conditions", "family circumstances"
    if found not in {None, Who.BODY} or lemma not in things:
        return found
    owner = owner_of(holder)
    of_whom = who_is(owner, cast) if owner is not None else None
    if lemma in _DOMESTIC:
        return of_whom if of_whom in {Who.STAFF, Who.BODY} else Who.FAMILY
    return of_whom


def _is_about_thing(word: Token, cast: Cast) -> bool:
    """Whether an adjective is "resistant to penicillin", "non-compliant with the regulations"."""
    objects = (
        noun
        for child in word.children
        if child.lower_ == "to" and child.dep_ == "prep"
        for noun in child.children
    )
    about = [who_is(noun, cast) for noun in objects if noun.pos_ in {"NOUN", "PROPN"}]
    return about == [None] and not has_subject(word)


def _says_what_may_be(word: Token) -> bool:
    return any(t.lower_ in {"may", "might", "can", "often", "sometimes"} for t in word.sent)


def _modified(word: Token) -> Token | None:
    while word.dep_ == "conj":
        word = word.head
    modifies = word.dep_ in {"amod", "compound"} and word.head.pos_ in {"NOUN", "PROPN", "PRON"}
    return word.head if modifies else None


def _are_pronouns(holders: list[Token]) -> bool:
    return bool(holders) and all(holder.lower_ in PERSONAL for holder in holders)


def _names_before(word: Token, cast: Cast) -> list[Who]:
    """Those named in the sentence before that of a word, the first of whom a note is about."""
    start = word.sent.start
    if not start:
        return []
    before = word.doc[start - 1].sent
    return [m.who for t in before if (m := mention_of(t, cast)) is not None]


def _without_owned(tokens: Iterable[Token]) -> Iterator[Token]:
    """Words without children that are somebody's: "her previous child" is not "she"."""
    for token in tokens:
        if not any(c.dep_ == "poss" and c.lower_ in PERSONAL for c in token.children):
            yield token


def _names(tokens: Iterable[Token], cast: Cast) -> set[Who]:
    return {mention.who for token in tokens if (mention := mention_of(token, cast))}
