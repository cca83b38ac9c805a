"""What somebody is said not to have done: "did not attend", "refused to engage", "would not talk".

Which verbs count comes from a term list; see `WordLists`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..grammar.wordlists import Row, WordLists
from ..hindsight.counterfactual import negated

if TYPE_CHECKING:
    from spacy.tokens import Span as SpacySpan
    from spacy.tokens import Token

_REFUSING = frozenset(
    """refuse fail decline neglect omit avoid unwilling reluctant resistant refusal failure
    unwillingness reluctance decision""".split()
)
_REJECTING = frozenset({"refuse", "decline", "reject", "spurn", "rebuff"})
_CHOOSING = frozenset({"choose", "elect", "opt", "decide", "prefer"})
_WANTING = frozenset({"want", "wish", "agree", "willing", "prepared", "try", "care"})
_PERMITTING = frozenset({"could", "can", "should", "may", "might", "must", "need"})
_UNDER = frozenset({"xcomp", "acl", "ccomp", "advcl", "pcomp"})
# Where being absent is not a matter of being brought to an appointment.
_PLACES = frozenset(
    """briefing course school supervision table training update workshop college lesson class nursery conference meeting hearing court panel group inquest
    funeral event party university work job""".split()
)
_HELP = frozenset(
    """assessment contact counselling examination help intervention interview medical medication offer
    service session support therapy treatment""".split()
)
_TOLD = frozenset(
    "statement account evidence interview disclosure name detail information complaint".split()
)
_PURSUED = frozenset({"prosecution", "investigation", "police"})
#: What an object has to be, or must not be, for a verb to count.
_WANTED = {
    "take": frozenset(
        "advice call help insulin medication medicine responsibility support tablet".split()
    ),
    "keep": frozenset({"appointment"}),
    "give": _TOLD,
    "make": _TOLD,
    "support": _PURSUED,
}
_ELSEWHERE = frozenset({"attend", "go", "come", "return", "stay"})
# "Refused to go home" tells of fear and blames nobody; "declined to speak" is put mildly.
_HOME = frozenset({"home", "there"})
_MILD = frozenset({"decline", "decision"})
_DNA = re.compile(r"(?:DNA|FTA)(?:s|d|ed|['’]d|['’]s)?$")
_SHORT_NOTE = 9
_CLINICAL = re.compile(
    r"""\bDNA(?:d|ed|['’]d)\b
      | \b(?:clinics?|appointments?|appts?|camhs|gp|hospital|outpatients?|dentist|optician|scan|tests?
          |check|session|audiology|orthopt\w+|physio\w*|imms?|vaccinations?|jabs?|visits?|paediatric\w*|therapy|nurse|teeth|dental|orthodont\w*|eeg|ecg|mri|x-ray|bloods|splints?|glasses|eczema|asthma|discharged|x\ ?\d|\d\ ?x|was\ DNA)\b""",
    re.VERBOSE | re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Refusal:
    """Words that say what was not done, the word that says it of somebody, and the list's row."""

    tokens: SpacySpan
    said_of: Token
    row: Row


def refusals(token: Token, lists: WordLists) -> Iterator[Refusal]:
    """The refusal or absence that a word tells of.

    Patterns of the list: turn_up (attend) and take_up (engage) count when denied in any way,
    shun (talk) only when refused; chore is what can be missed (appointment).
    """
    lemma = _lemma(token)
    if (absent := lists.words("turn_up").get("attend")) and _is_dna(token):
        yield Refusal(token.doc[token.i : token.i + 1], token, absent)
    elif lemma in {"miss", "fail"} and any(c.dep_ == "dobj" for c in token.children):
        for child in token.children:
            if child.dep_ == "dobj" and (row := lists.row(child, "chore")):
                yield Refusal(token.doc[token.i : child.i + 1], token, row)
    elif _rejects_help(token, lemma):
        yield Refusal(token.doc[token.i : token.i + 1], token, lists.words("take_up")["engage"])
    elif token.pos_ == "VERB":
        yield from _not_done(token, lemma, lists)


def is_clinic(word: Token) -> bool:
    """Whether a word names a clinic or an appointment: "CAMHS", "the eye clinic"."""
    return bool(_CLINICAL.fullmatch(word.text))


def _is_dna(token: Token) -> bool:
    """Whether "DNA" is the clinic's shorthand for "did not attend"."""
    if not _DNA.match(token.text):
        return False
    # "Hearing test. Child DNA." is short for one sentence.
    note = token.doc.text if len(token.sent) < _SHORT_NOTE else token.sent.text
    return bool(_CLINICAL.search(note))


def _not_done(verb: Token, lemma: str, lists: WordLists) -> Iterator[Refusal]:
    for pattern in ("turn_up", "take_up", "shun"):
        words = lists.words(pattern)
        row = words.get(lemma) or words.get(_with_particle(verb))
        if not row:
            continue
        perfect = any(c.lemma_ == "have" for c in verb.children)
        passive = any(c.dep_ == "auxpass" for c in verb.children)
        if not _counts(verb) or passive or (verb.tag_ == "VBN" and not perfect):
            return  # "children are not engaged" says what a service did not do
        only_refused = pattern == "shun" or lemma in {"accept", "support"}
        start = _denial(verb, only_refused=only_refused)
        if start is not None:
            first, last = sorted((start.i, verb.i))
            yield Refusal(verb.doc[first : last + 1], start, row)
        return


def _rejects_help(verb: Token, lemma: str) -> bool:
    """Declined all offers of support, turned down the refuge place, refusal of help."""
    if lemma in {"refusal", "rejection"}:
        return any(
            noun.lemma_.lower() in _HELP
            for of in verb.children
            if of.lower_ == "of"
            for noun in of.children
        )
    turned_down = lemma == "turn" and any(c.lower_ == "down" for c in verb.children)
    if lemma not in _REJECTING and not turned_down:
        return False
    return any(c.dep_ == "dobj" and c.lemma_.lower() in _HELP for c in verb.children)


def _denial(verb: Token, *, only_refused: bool) -> Token | None:
    """The first word of "did not", "refused to", "chose not to", "refusal to" before a verb."""
    above = verb.head
    word = above.lemma_.lower()
    if verb.dep_ in _UNDER:
        if word in _REFUSING and not (only_refused and word in _MILD):
            return above
        if word in _WANTING and negated(above) and not only_refused:
            adjective = above.dep_ == "acomp"  # "was not willing to"
            return next(
                (c for c in above.children if c.dep_ == "aux"), above.head if adjective else above
            )
        if word in _CHOOSING and (negated(verb) or negated(above)):
            return above
    auxiliaries = [c for c in verb.children if c.dep_ == "aux"]
    words = {c.lower_ for c in auxiliaries}
    if not negated(verb) or words & _PERMITTING:
        return None
    if only_refused and not words & {"would", "will"}:
        return None
    return auxiliaries[0] if auxiliaries else verb


def _counts(verb: Token) -> bool:
    """Whether the verb's object makes it the act that is meant."""
    lemma = verb.lemma_.lower()
    objects = {
        noun.lemma_.lower()
        for child in verb.children
        if child.dep_ in {"dobj", "prep"}
        for noun in (child, *child.children)
        if noun.dep_ in {"dobj", "pobj"}
    }
    if lemma in _ELSEWHERE:
        return not objects & _PLACES and all(c.lower_ not in _HOME for c in verb.children)
    if lemma == "disclose" and verb.tag_ == "VBG":
        return False  # "a child who is not disclosing" says how things stand
    return bool(objects & _WANTED[lemma]) if lemma in _WANTED else True


def _lemma(token: Token) -> str:
    """The lemma of a word, "co-operate" put together again."""
    if token.lower_ in {"co", "operate"}:
        pieces = (token.doc[max(0, token.i - 2) : token.i + 1], token.doc[token.i : token.i + 3])
        if any(span.text.lower() == "co-operate" for span in pieces):
            return "cooperate"
    return token.lemma_.lower()


def _with_particle(verb: Token) -> str:
    particle = next((c.lower_ for c in verb.children if c.dep_ in {"prt", "prep"}), "")
    return f"{verb.lemma_.lower()} {particle}"
