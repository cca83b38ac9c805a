"""A passive said in the active, with an actor: "the [agency] did not tell Father …".

It says no more than the passive does: it keeps the tense, the adverbs and what completes the verb.
Where it would not read, or would assert what the draft only supposes, there is none.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from .agentless import DENYING, Agentless, denial_of, helpers_of
from .inflect import like
from .parse import own_subjects
from .verb_group import HELPING, completion, first_helper, is_infinitive_of, particles_end
from .voice import REPORTING

if TYPE_CHECKING:
    from spacy.tokens import Token

_PRONOUNS = {"he": "him", "she": "her", "they": "them", "i": "me", "we": "us", "who": ""}
_NO_OBJECT = frozenset({"that", "which", "what", "this", "these", "those", "there", "such"})
_LONGEST_OBJECT = 7
# Participles that tell how a thing was, and not what was done to it.
_STATES = frozenset(
    "sight weight skew bias delay involve base locate situate concern interest equip lose limit".split()
)
# Who is told or judged to do something is the object of these; "recommended it to be" is no English.
_TO_DO = frozenset(
    """advise allow ask assume authorise believe cause challenge compel consider deem direct enable
    encourage expect find force instruct invite judge lead mean oblige order permit persuade presume prompt
    request require tell urge warn""".split()
)
# Adverbs that stand before the verb in the active as they do in the passive, besides those in -ly.
_ADVERBS = frozenset(
    """again also always ever even first further just later never now often once perhaps previously
    seldom simply since sometimes soon still subsequently then yet""".split()
)
_NOT_MOVED = frozenset(
    """badly fortunately highly largely mainly mostly nearly only overly partly poorly sadly thinly
    unfortunately widely""".split()
)
# What may follow a verb and belongs to what it says.
_GOING_ON = frozenset(
    {"prep", "advcl", "ccomp", "xcomp", "dobj", "oprd", "dative", "prt", "advmod"}
)
_SUPPOSING = frozenset({"if", "unless", "whether", "lest"})
# Particles that come after a pronoun: "followed it up".
_OUTWARD = frozenset("about around aside away back down forward in off on out over up".split())
_KIN = frozenset(
    "mother father mum dad grandmother grandfather aunt uncle stepfather stepmother".split()
)


def in_active(passive: Agentless, actor: str) -> str:
    """The passive with an actor; "" where it would not read right or would say more."""
    verb, denial = passive.verb, denial_of(passive.verb)
    if passive.is_planned or (denial is None and passive.is_fronted):
        return ""
    if verb.lemma_ in _STATES or _is_supposed(verb):
        return ""
    words, acts = _object(passive), _acts(verb, denial)
    if not words or not acts or (denial is not None and words.startswith("no ")):
        return ""
    if words == "that …":
        return f"{actor} {acts} {words}"
    placed = _placed(passive, words)
    return f"{actor} {acts} {placed}" if placed else ""


def _placed(passive: Agentless, words: str) -> str:
    """The object among what completes the verb: "the views into account", "upon the warning …"."""
    verb, doc = passive.verb, passive.verb.doc
    particles, (end, cut) = particles_end(verb), completion(verb)
    if any(is_infinitive_of(c, verb) for c in verb.children) and verb.lemma_ not in _TO_DO:
        return ""
    first, then = doc[verb.i + 1 : particles].text, doc[particles:end].text
    if end > particles and doc[end - 1].dep_ == "prep":
        first, then = f"{first} {then}", ""  # "took account of the views"
    elif words in {*_PRONOUNS.values(), "it"} and first in _OUTWARD:
        first, then = "", f"{first} {then}"  # "followed it up"
    rest = any(c.i >= end and c.dep_ in _GOING_ON for c in verb.children)
    return " ".join(f"{first} {words} {then}{' …' if rest or cut else ''}".split())


def _acts(verb: Token, denial: Token | None) -> str:
    """The verb in the active, in its tense: "does not always review"; "" where none would read."""
    helpers = {t.lower_ for t in helpers_of(verb)}
    start = first_helper(verb)
    between = verb.doc[start.i : verb.i] if start is not None else ()
    adverbs = [t for t in between if t.dep_ not in HELPING]
    if start is None:
        adverbs = [c for c in verb.children if c.dep_ == "advmod" and c.i < verb.i]
    if not all(map(_may_move, adverbs)):
        return ""
    early = " ".join(t.text for t in adverbs if denial is not None and t.i < denial.i)
    late = " ".join(t.text for t in adverbs if denial is None or t.i > denial.i)
    denied = "" if denial is None else "never" if denial.lower_ == "never" else "not"
    aux, form = _form(verb, helpers, denied == "not")
    if not form:
        return ""
    said = [early, aux, denied, late, form] if aux else [early, denied, late, form]
    return " ".join(" ".join(said).split())


def _form(verb: Token, helpers: set[str], negated: bool) -> tuple[str, str]:
    """The helping verb and the form of the verb that its own helping verbs ask for."""
    lemma = verb.lemma_.lower()
    now = bool(helpers & {"is", "are", "’s", "'s", "’re", "'re"})
    if "being" in helpers:
        if not now and not helpers & {"was", "were"}:
            return "", ""  # "the work not being entered"
        return ("is" if now else "was"), like(lemma, "VBG")
    if helpers & {"has", "have", "’ve", "'ve"}:
        return "has", verb.lower_
    if helpers & {"had", "’d", "'d"}:
        return "had", verb.lower_
    if now:
        return ("does", lemma) if negated else ("", like(lemma, "VBZ"))
    if not helpers & {"was", "were", "got"}:
        return "", ""
    return ("did", lemma) if negated else ("", _past(verb))


def _past(verb: Token) -> str:
    """The past tense of a participle; "" for an irregular one that is not known."""
    if verb.lower_.endswith("ed"):
        return verb.lower_
    past = like(verb.lemma_, "VBD")
    return "" if past.endswith("ed") else past


def _may_move(adverb: Token) -> bool:
    word = adverb.lower_
    if word in _NOT_MOVED or any(True for _ in adverb.children):
        return False
    return adverb.pos_ == "ADV" and (word.endswith("ly") or word in _ADVERBS)


def _object(passive: Agentless) -> str:
    """What it was done to, as an object: "him", "no referral"; "" where that would not read."""
    subject, verb = passive.subject, passive.verb
    if subject.lower_ == "it" and verb.lemma_ in REPORTING:
        return "that …" if _says_that(verb) else ""
    if verb.dep_ == "conj" and not own_subjects(verb) and verb.head.tag_ != "VBN":
        return ""  # "the log is patchy and is not used"
    words = subject.doc[subject.left_edge.i : subject.right_edge.i + 1]
    if subject.i > verb.i or not 1 <= len(words) <= _LONGEST_OBJECT:
        return ""
    if any(t.is_punct and t.text not in "'’-" for t in words) or subject.lower_ in DENYING:
        return ""
    if words[0].pos_ in {"ADP", "SCONJ", "CCONJ"} or words[-1].pos_ in {"CCONJ", "VERB"}:
        return ""
    if any(t.lower_ == "not" for t in words) or subject.lower_ in _NO_OBJECT:
        return ""
    start = first_helper(verb)
    if start is not None and own_subjects(verb):
        gap = verb.doc[words.end : start.i]
        if any(t.dep_ != "advmod" for t in gap):
            return ""  # the subject goes on after what the parser takes for it
    if len(words) == 1 and subject.lower_ in _PRONOUNS:
        return _PRONOUNS[subject.lower_]
    return words.text if _keeps_capital(words[0]) else words.text[:1].lower() + words.text[1:]


def _keeps_capital(first: Token) -> bool:
    """Whether a word keeps its capital inside a sentence: a name, letters, "Child T", "Father"."""
    if first.pos_ in {"DET", "PRON", "ADJ", "NUM", "ADV"} and len(first) < 2:
        return False  # "A"
    if len(first) > 1 and first.text.isupper():
        return True
    if first.pos_ in {"DET", "PRON"}:
        return False
    after = first.nbor(1) if first.i + 1 < len(first.doc) else first
    code = first.pos_ in {"NOUN", "PROPN"} and after.text[:1].isupper()
    return first.pos_ == "PROPN" or code or first.lower_ in _KIN


def _says_that(verb: Token) -> bool:
    """Whether "that" and a clause, or a colon and a list, come after "it was agreed"."""
    after = verb.doc[verb.i + 1 : verb.sent.end]
    if any(c.dep_ == "ccomp" and c.i > verb.i for c in verb.children):
        return True
    return any(t.lower_ == "that" for t in after[:8]) or after.text.rstrip().endswith(":")


def _is_supposed(verb: Token) -> bool:
    """Whether the passive is only supposed, asked about or denied higher up in its sentence."""
    token, within = verb, True
    while True:
        if any(c.lower_ in _SUPPOSING and c.dep_ in {"mark", "advmod"} for c in token.children):
            return True
        if token.dep_ == "advcl" and any(
            c.lower_ == "had" and c.i == token.left_edge.i for c in token.children
        ):
            return True
        if not within and any(c.dep_ == "neg" for c in token.children):
            return True
        if token.head.i == token.i:
            return False
        within = token.dep_ in {"conj", "advcl"} and within
        token = token.head
