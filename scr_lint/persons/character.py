"""Words that pass judgement on somebody's character or conduct: "haughty", "cut corners".

The same words blame where they are said of those at work and label where they are said of a
family. Which words, and in which frame each of them judges, comes from a term list of the engine's
own (`vocabulary/character.tsv`).
"""

from __future__ import annotations

from collections.abc import Container, Iterator
from functools import cache
from typing import TYPE_CHECKING

from .. import vocabulary
from ..grammar.families import family
from ..grammar.phrases import split_phrases
from ..grammar.voice import subject_of
from ..grammar.wordlists import Row
from .carried_on import goes_on_about, is_paid
from .children import PERSONAL, who_is
from .labels import denial_of, noted, stands_for
from .mentions import Cast, Who, mention_of
from .said_of import concerned, has_subject, owner_of

if TYPE_CHECKING:
    from spacy.tokens import Span as SpacySpan
    from spacy.tokens import Token

#: The pattern of the list's rows, among those of a rule's own list.
CHARACTER = "character"
_AT_WORK = frozenset({Who.STAFF, Who.BODY})
_OF_FAMILY = frozenset({Who.FAMILY, Who.CHILD})
_PREDICATES = frozenset({"acomp", "attr", "oprd", "appos", "ROOT"})
_AS_A_THING = frozenset({"pobj", "pcomp", "dobj", "nsubj"})
_COMPLEMENTS = frozenset({"xcomp", "ccomp", "advcl"})
_SEEMING = frozenset({"seem", "feel", "appear", "sound"})
_ANYBODY = frozenset("nobody none everyone everybody anybody anyone few all both neither".split())
_LIKENING = frozenset({"as", "like"})
# How good a thing is, and not how kind: "the response was weak and late".
_OF_QUALITY = frozenset("dense loose mediocre rough soft thick thin unimpressive weak".split())
# What those at work do, named by a noun.
_DEEDS = frozenset(
    """assessment audit bargain closure deal decision discharge dismissal exclusion exchange handling
    handover insistence inspection investigation management oversight paperwork plan planning policing
    practice reaction recording referral removal response screening scrutiny supervision transfer
    treatment triage""".split()
)


@cache
def character_words(*kinds: str) -> tuple[Row, ...]:
    """The rows of some kinds, as those of a rule's own list, each adjective with its family."""
    return tuple(
        {
            "phrase": ", ".join(_with_family(row)),
            "pattern": "else" if row["kind"] == "else" else CHARACTER,
            "kind": row["kind"],
        }
        for row in vocabulary.load("scr_lint", "character")
        if row["kind"] in kinds
    )


@cache
def conduct() -> frozenset[str]:
    """What of a person a judgement may be passed on: "attitude", "handling", "reply"."""
    return frozenset(w for row in character_words("conduct") for w in split_phrases(row["phrase"]))


def judges_worker(tokens: SpacySpan, kind: str, cast: Cast) -> SpacySpan | None:
    """The words, with what denies them, where they judge somebody at work or what they did."""
    if kind == "denied":
        whole = denial_of(tokens)
        return whole if whole is not None and _of_worker(tokens, cast) else None
    if is_done(tokens.root, cast):
        return tokens
    if not stands_as(tokens, kind, cast) or not _of_worker(tokens, cast):
        return None
    return tokens


def is_done(word: Token, cast: Cast) -> bool:
    """Whether an adjective judges something done at work: "to send him home was cavalier", "it was
    weak of the lead", "treated with contempt"."""
    while word.dep_ == "conj" and word.head.pos_ == "ADJ":
        word = word.head
    if word.dep_ == "pobj" and word.head.lower_ == "with" and word.head.head.tag_ == "VBN":
        return _is_treatment(word.head.head, cast)
    if word.dep_ not in {"acomp", "attr", "oprd"}:
        return False
    of = [g for c in word.children if c.lower_ == "of" for g in c.children]
    subject = next((c for c in word.head.children if c.dep_ in {"nsubj", "csubj"}), None)
    if subject is not None and subject.lower_ in {"it", "that", "this"} and of:
        return any(who_is(g, cast) in _AT_WORK for g in of)
    if subject is not None and subject.lemma_.lower() in _DEEDS:
        if word.lower_ in _OF_QUALITY:
            return False
        # "The exclusion of a looked-after child was heartless": not "Mother's refusal was"
        whose = {who_of(c, cast) for c in subject.children if c.dep_ == "poss"}
        by = {who_is(g, cast) for c in subject.children if c.lower_ == "by" for g in c.children}
        return not (whose | by) & _OF_FAMILY
    clause = next((c for c in word.head.children if c.dep_ in {"csubj", "advcl"}), None)
    infinitive = (
        clause is not None
        and clause.i < word.head.i
        and (clause.tag_ == "VBG" or any(c.tag_ == "TO" for c in clause.children))
    )
    if not infinitive or (subject is not None and subject.dep_ == "nsubj"):
        return False
    doers = [c for c in clause.children if c.dep_ in {"nsubj", "poss"}] if clause else []
    return not any(who_is(c, cast) in _OF_FAMILY for c in doers)


def _is_treatment(verb: Token, cast: Cast) -> bool:
    """Whether a passive tells how somebody was treated, by nobody of the family."""
    if verb.lemma_ not in {"treat", "meet", "greet", "receive", "handle", "answer", "dismiss"}:
        return False
    passive = any(c.dep_ == "auxpass" for c in verb.children)
    agents = [who_is(g, cast) for c in verb.children if c.dep_ == "agent" for g in c.children]
    return passive and not set(agents) & _OF_FAMILY


def stands_as(tokens: SpacySpan, kind: str, cast: Cast) -> bool:
    """Whether words stand in the frame in which their kind judges at all."""
    word = tokens.root
    if kind in {"deed", "home"}:
        return word.pos_ in {"NOUN", "PROPN", "ADJ"} and is_predicate(word)
    if _is_of_doing(word):
        return False
    if kind == "plain":
        noun = described(word)
        if noun is None or any(c.dep_ in _COMPLEMENTS for c in word.children):
            return False
        who = who_is(noun, cast)
        # "Weak practice" is no surgery's: of bodies only what their clause says.
        return noun.lower_ in PERSONAL or (
            who is not None and (who is not Who.BODY or word.dep_ != "amod")
        )
    if word.tag_ in {"NN", "VBG"} and word.lower_.endswith("ing") and word.dep_ in _AS_A_THING:
        return False  # "such as bullying" is what goes on, not what somebody is
    if kind == "excuse":
        noun = described(word)
        return noun is not None and noun.lemma_.lower() in _reasons()
    if kind in {"trait", "cruel", "work"} and len(tokens) == 1 and word.dep_ == "amod":
        noun = described(word)
        return noun is None or may_be_judged(noun, conduct(), cast)
    return True


def _is_of_doing(word: Token) -> bool:
    """Whether an adjective weighs something that might be done: "it seemed unkind to insist"."""
    verb = word.head
    if word.dep_ not in {"acomp", "oprd"}:
        return False
    subject = next((c for c in verb.children if c.dep_ in {"nsubj", "expl"}), None)
    weighed = any(c.dep_ in _COMPLEMENTS for c in (*word.children, *verb.children))
    unsure = verb.lemma_ in _SEEMING or any(c.tag_ == "MD" for c in verb.children)
    return subject is not None and subject.lower_ == "it" and weighed and unsure


def may_be_judged(noun: Token, things: Container[str], cast: Cast) -> bool:
    """Whether a noun stands for a person or a body, or for what one of them did."""
    return (
        who_is(noun, cast) is not None
        or noun.lemma_.lower() in things
        or noun.lower_ in PERSONAL
        or noun.pos_ == "PROPN"
    )


def is_predicate(word: Token) -> bool:
    """Whether a word says of somebody what they are: "is a bully", "as a fool", "found weak"."""
    while word.dep_ == "conj":
        word = word.head
    likened = word.dep_ == "pobj" and word.head.lower_ in _LIKENING
    small_clause = word.dep_ == "ccomp" and word.pos_ in {"ADJ", "NOUN"}
    return word.dep_ in _PREDICATES or likened or small_clause


def described(word: Token) -> Token | None:
    """The noun that an adjective describes, before it or as the subject of its clause."""
    while word.dep_ == "conj" and word.head.pos_ in {"ADJ", "NOUN"}:
        word = word.head
    if word.dep_ == "amod":
        return word.head
    if word.dep_ == "pobj" and word.head.lower_ in _LIKENING:
        return next((c for c in word.head.head.children if c.dep_ == "dobj"), None)
    return next((c for c in word.head.children if c.dep_ in {"nsubj", "dobj"}), None)


def _of_worker(tokens: SpacySpan, cast: Cast) -> bool:
    word = tokens.root
    if (person := noted(tokens)) is not None:
        return who_is(person, cast) in _AT_WORK
    noun = described(word) if word.dep_ in {"amod", "conj"} else None
    if noun is not None and (who := who_is(stands_for(noun), cast)) is not None:
        return who in _AT_WORK
    holders = list(_doers(word)) if word.pos_ == "VERB" else list(concerned(word))
    if tokens[0].lower_ == "to" and word.i != tokens.start + 1:
        # "To their lasting discredit, the governors declined": theirs who declined.
        subject = subject_of(tokens[0].head)
        holders = [subject] if subject is not None else holders
    whos = [who_of(holder, cast) for holder in holders]
    if _OF_FAMILY & set(whos):
        return False
    if _AT_WORK & set(whos):
        return True
    if word.pos_ == "ADV":
        return False
    holders = [h for h in holders if h.lower_ not in _ANYBODY]
    named = [m.who for t in word.sent if (m := mention_of(t, cast)) is not None]
    if holders and all(h.lower_ in PERSONAL for h in holders):
        before = [m.who for t in word.doc[: word.i] if (m := mention_of(t, cast)) is not None]
        return holders[0].lower_ == "they" and bool(before) and not set(before) & _OF_FAMILY
    if holders and not any(h.lemma_.lower() in conduct() for h in holders):
        return False
    if not holders and word.pos_ == "ADJ" and has_subject(word):
        return False
    if not holders and word.pos_ != "VERB" and not set(named) & _AT_WORK:
        return False  # "Neurotic; reassured": a note is of the family, not of its writer
    return Who.FAMILY not in named


def who_of(holder: Token, cast: Cast) -> Who | None:
    """Of which kind a person is, or the owner of a thing: "the nurse's attitude"."""
    if holder.lower_ in PERSONAL:
        return goes_on_about(holder, cast)
    if is_paid(holder):
        return Who.STAFF
    found = who_is(holder, cast)
    if found is None and (owner := owner_of(holder)) is not None:
        return _owned_by(owner, cast)
    return found


def _owned_by(owner: Token, cast: Cast) -> Who | None:
    """Whose something is: of "the ward sister had it in for her, and her entries …", the sister's."""
    if owner.lower_ not in PERSONAL:
        return who_is(owner, cast)
    verb = next((t for t in owner.ancestors if t.pos_ in {"VERB", "AUX"}), None)
    before = subject_of(verb.head) if verb is not None and verb.dep_ == "conj" else None
    if before is not None and before.i < owner.i and owner not in before.subtree:
        return who_of(before, cast)
    return who_is(owner, cast)


def _doers(verb: Token) -> Iterator[Token]:
    """Who does what a verb says: of a passive those named by "by"."""
    if any(c.dep_ == "auxpass" for c in verb.children):
        yield from (g for c in verb.children if c.dep_ == "agent" for g in c.children)
    else:
        yield from concerned(verb)


@cache
def _reasons() -> frozenset[str]:
    return frozenset(w for row in character_words("reason") for w in split_phrases(row["phrase"]))


def _with_family(row: Row) -> list[str]:
    words = split_phrases(row["words"])
    if row["kind"] not in {"trait", "cruel"}:
        return words
    return list(dict.fromkeys(relative for word in words for relative in family(word)))
