"""Whether the grammar of a sentence shows that it says what one of its words means.

What `explained.py` tells by words beside the term, this tells by apposition, by relative clauses and by
statements that hold in general.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

# Verbs by which a sentence asks for a thing and does not say what it is.
_ASKING = frozenset(["need", "require", "recommend", "consider", "ask", "expect", "remain"])
_REFERENCE = re.compile(r"\d{4}|\d/\d|/\d")
# Verbs of the present that tell what happened, as notes do.
_TELLING = frozenset(
    ["begin", "start", "end", "finish", "conclude", "close", "commence", "continue"]
)
_PARTICULAR = frozenset("this that these those no some any each every both all many most".split())
# What a passive needs to say what a thing is for: "is drawn to show who is related to whom".
_TOLD_OF_USE = frozenset(["agent", "xcomp", "advcl", "prep", "oprd"])
_ARTICLES = frozenset(["a", "an", "the"])
_WORDS = frozenset(["term", "word", "phrase", "label", "name", "expression"])
#: Tokens: in a sentence without a verb, fewer explain nothing.
_REMARK = 4
#: Tokens: a subject longer than this says of whom a rule is.
_RULE = 6
# What stands for anybody: "someone on licence has come out of prison".
_ANYBODY = frozenset(["someone", "somebody", "anyone", "anybody", "whoever"])


def is_glossed(tokens: Span) -> bool:
    """Whether the grammar of the sentence shows that it says what the words mean.

    "A core group, in which workers meet", "genograms, drawings of who is related to whom", "a care
    order gives the council a say", "under section 47 the council must enquire". Such statements
    hold in general; one in the past tells what happened this time and explains nothing.
    """
    if _is_asked(tokens) or _has_rule_beside(tokens):
        return True
    root = tokens.root
    if root.dep_ == "compound" and root.head.i == tokens.end:
        # "The National Referral Mechanism form, which asks …"
        root = root.head
        tokens = root.doc[tokens.start : root.i + 1]
    if _is_set_beside(root) or _heads_apposition(tokens) or _is_likened(tokens):
        return True
    if _is_of_anybody(tokens) or _closes_a_rule(tokens):
        return True
    for child in root.children:
        if child.i < tokens.end:
            continue
        beside = child.dep_ == "relcl" and root.doc[tokens.end].text == ","
        if beside and _in_general(child) and _says_something(child):
            return True
        if child.dep_ == "appos" and child.pos_ == "NOUN" and _describes(child):
            return not _is_listed(root, child) and not _is_a_note(child)
    if root.dep_ == "nsubj" and root.head.lemma_ == "be" and _is_defined(root):
        return True
    if root.dep_ in {"nsubj", "nsubjpass"} and not _is_particular(tokens):
        verb = root.head
        told = root.dep_ == "nsubj" or any(c.dep_ in _TOLD_OF_USE for c in verb.children)
        says = told and _says_something(verb) and not _only_tells_which(verb)
        return says and verb.lemma_ not in _ASKING and verb.pos_ == "VERB" and _in_general(verb)
    place = root.head
    opens = place.i == tokens.sent.start and place.lower_ in {"under", "at", "in"}
    governs = place.lower_ == "under" or (opens and root.left_edge.lower_ in {"a", "an"})
    return governs and place.head.pos_ == "VERB" and _in_general(place.head)


def _is_asked(tokens: Span) -> bool:
    """Whether a question asks what the words mean, which the text then says."""
    first, *rest = tokens.sent
    is_question = tokens.sent.text.rstrip(' "”’').endswith("?")
    return is_question and first.lower_ == "what" and bool(rest) and rest[0].lemma_ in {"be", "do"}


def _has_rule_beside(tokens: Span) -> bool:
    """Whether a comma and words of the kind "the rule that patients must be told" follow.

    Told by the words alone: the grammar often ties them to something further back.
    """
    doc, at = tokens.doc, tokens.end
    rest = doc[at : tokens.sent.end]
    if len(rest) < 5 or rest[0].text not in {",", "–", "—"} or rest[1].lower_ not in _ARTICLES:
        return False
    stop = next((t.i for t in rest[2:] if t.text in {",", ".", ";", ")", "–", "—"}), rest[-1].i)
    aside = doc[at + 1 : stop]
    joined = any(t.tag_ in {"WDT", "WP", "WRB", "WP$"} for t in aside[2:])
    tags = {t.tag_ for t in aside}
    return joined and bool(tags & {"VBZ", "VBP", "MD"}) and "VBD" not in tags


def _is_likened(tokens: Span) -> bool:
    """Whether words with "a" before them and no verb of their own stand right after, to the end or
    the next comma: "a genogram, a family tree drawn with circles", "the score: a number out of ten"."""
    doc, at = tokens.doc, tokens.end
    if at + 3 >= tokens.sent.end or doc[at].text not in {",", ":", "–", "—"}:
        return False
    if doc[at + 1].lower_ not in {"a", "an"}:
        return False
    rest = doc[at + 2 : tokens.sent.end]
    stop = next((t.i for t in rest if t.text in {",", ".", ";", ":", ")", "–", "—"}), rest[-1].i)
    aside, after = doc[at + 2 : stop], doc[stop + 1 : stop + 3]
    listed = any(
        t.lower_ in {"and", "or"} and t.nbor().lower_ in _ARTICLES for t in (*aside, *after[:1])
    ) or (len(after) > 0 and doc[stop].text == "," and after[0].lower_ in _ARTICLES)
    told = any(t.tag_ in {"VBD", "VBZ", "VBP"} and t.dep_ not in {"relcl", "aux"} for t in aside)
    said = len(aside) > 2 and not any(t.lemma_ in _WORDS for t in aside[:2])
    return said and not listed and not told


def _is_of_anybody(tokens: Span) -> bool:
    """Whether a sentence says of anybody or of doing a thing at all what it comes to.

    "Someone on licence has come out of prison", "a pupil who is dual registered has his name on the
    books of two schools", "to be sectioned is to be kept in hospital".
    """
    verb = tokens.sent.root
    if verb.tag_ not in {"VBZ", "VBP"} or verb.i < tokens.end:
        return False
    for subject in verb.children:
        if subject.dep_ not in {"nsubj", "nsubjpass", "csubj", "csubjpass"}:
            continue
        first, last = subject.left_edge.i, subject.right_edge.i
        if not (first <= tokens.start and tokens.end - 1 <= last and last < verb.i):
            continue
        if subject.dep_.startswith("csubj"):
            return verb.lemma_ in {"be", "mean"} and subject.doc[first].lower_ == "to"
        anybody = subject.lower_ in _ANYBODY or subject.left_edge.lower_ in {"a", "an"}
        return anybody and subject.i < tokens.start and _says_something(verb)
    return False


def _closes_a_rule(tokens: Span) -> bool:
    """Whether a rule of whom a thing is ends in its name: "A child who stays for 28 days or more
    with people who are not close relatives is in private fostering"."""
    verb = tokens.sent.root
    if verb.lemma_ != "be" or verb.tag_ not in {"VBZ", "VBP"} or tokens.start - verb.i > 3:
        return False
    ends = all(t.is_punct for t in tokens.doc[tokens.end : tokens.sent.end])
    subject = next((c for c in verb.children if c.dep_ == "nsubj" and c.i < verb.i), None)
    if subject is None or not ends or tokens.start < verb.i:
        return False
    first = subject.left_edge
    return first.lower_ in {"a", "an", "any", "anyone"} and verb.i - first.i > _RULE


def _says_something(verb: Token) -> bool:
    """Whether a clause says what a thing is or does, and not only ", which matters, as I shall show"."""
    return any(
        c.dep_ in {"attr", "acomp", "dobj", "ccomp", "xcomp", "prep", "prt", "agent"}
        or (c.dep_ in {"nsubj", "nsubjpass"} and c.tag_ not in {"WDT", "WP"})
        for c in verb.children
    )


def _only_tells_which(verb: Token) -> bool:
    """Whether a clause says no more than where, when or what: "where pathways meet"."""
    asks = any(t.tag_ in {"WRB", "WP"} for t in verb.children)
    return asks and verb.dep_ not in {"ROOT", "conj"}


def _is_set_beside(noun: Token) -> bool:
    """Whether a term stands right after plainer words for the same: "a family tree, a genogram"."""
    first = noun.left_edge
    beside = first.i > 0 and first.nbor(-1).is_punct and first.nbor(-1).text != ":"
    set_beside = noun.dep_ == "appos" and noun.head.pos_ == "NOUN" and beside
    return set_beside and not _is_listed(noun.head, noun) and not _is_a_note(noun)


def _is_a_note(noun: Token) -> bool:
    """Whether a noun beside another is one more remark of a note: "section 47 enquiry, single agency"."""
    sentence = noun.sent
    verbs = any(t.tag_ in {"VBD", "VBZ", "VBP", "MD"} for t in sentence)
    return not verbs and len(list(noun.subtree)) < _REMARK


def _is_listed(*nouns: Token) -> bool:
    """Whether nouns beside each other are members of a list: "a pastoral lead, two deputies and"."""
    return any(
        child.dep_ == "conj" or (child.dep_ == "appos" and child not in nouns)
        for noun in nouns
        for child in noun.children
    )


def _is_defined(noun: Token) -> bool:
    """Whether "is" says what a thing of a kind is: "a core group is the set of people who …"."""
    general = noun.left_edge.lower_ in {"a", "an"} or not any(
        t.dep_ in {"det", "poss"} for t in noun.children
    )
    said = [
        t
        for t in noun.head.children
        if t.dep_ == "attr"
        and len(list(t.subtree)) > 2
        and (t.lemma_ not in _WORDS or any(c.lower_ in {"for", "meaning"} for c in t.children))
    ]
    return general and bool(said) and noun.head.tag_ in {"VBZ", "VBP"}


def _describes(noun: Token) -> bool:
    """Whether a noun beside a term says more than a reference or a denial: "(reference 12)"."""
    words = list(noun.subtree)
    return (
        len(words) > 1
        and noun.lemma_ not in {"reference", "number"}
        and not any(t.lower_ in {"no", "none", "then"} or _REFERENCE.search(t.text) for t in words)
    )


def _heads_apposition(tokens: Span) -> bool:
    """Whether a colon and words without a verb follow: "a haematoma: a deep bruise"."""
    rest = tokens.doc[tokens.end : tokens.sent.end]
    if len(rest) < 3 or rest[0].text != ":":
        return False
    return not any(t.tag_ in {"VBD", "VBZ", "VBP", "MD"} for t in rest)


def _in_general(verb: Token) -> bool:
    """Whether a verb is in the present, or says what must or may be.

    What begins or has ended is one thing in the case, whatever the tense: "enquiries begin".
    """
    if verb.lemma_ in _TELLING or any(
        t.dep_ == "aux" and t.lemma_ == "have" for t in verb.children
    ):
        return False
    verbs = [verb, *(t for t in verb.children if t.dep_ in {"aux", "auxpass"})]
    tenses = {t.tag_ for t in verbs}
    past = {t.lower_ for t in verbs} & {"had", "could", "would", "should", "might", "will"}
    # A clause of the present may be read as a bare form: "where two managers decide".
    bare = verb.tag_ == "VB" and len(verbs) == 1 and not any(t.dep_ == "aux" for t in verb.children)
    now = bare or bool(tenses & {"VBZ", "VBP", "MD"})
    return now and "VBD" not in tenses and not past


def _is_particular(tokens: Span) -> bool:
    """Whether a term stands for one thing in the case: "their core group", "the plan in the file"."""
    root = tokens.root
    first = root.left_edge
    which = first.lower_ == "the" and any(
        t.dep_ == "prep" and t.i >= tokens.end for t in root.rights
    )
    return which or first.lower_ in _PARTICULAR or first.tag_ == "PRP$"
