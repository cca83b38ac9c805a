"""The signs by which words tell how the family of the case is made up.

The signs say what the words are, whose they are, what is done with them, and what the sentence and
the paragraph are about. What each is worth is for `composition_judgement` to say.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..draft import Block, Draft
from ..grammar.voice import subject_of
from ..months import MONTH
from .composition import OF_ANYBODY
from .composition_candidates import CHILDREN, HALF, NUMBERS, ORDER, SIBLINGS, Told, is_telling
from .composition_context import context_of
from .family import Standing, family_in, standing, whose
from .mentions import Cast, Who, mention_of

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as SpacySpan

_SURELY_ORDER = frozenset("eldest oldest youngest elder middle firstborn first-born".split())
_BEARING = frozenset(
    "have bear lose bury bring raise expect carry want rear adopt mother father conceive".split()
)
_LIVING = frozenset("live share sleep leave stay move place remove send go attend be die".split())
_WORK = re.compile(
    r"\b(?:caseload|team|class|audit|sample|list|contacts?|visits?|meetings?|clinic|ward|list|schools?|referrals?|forms?|"
    r"files|hundred|average|per cent|research|study|studies|literature|families|cohort|nationally|borough|county|year \d|"
    r"teachers?|workers?|midwives|nurses|officers|managers|vacanc\w+)\b",
    re.IGNORECASE,
)
# Families that the review is not about, and children whom a worker or a school counts.
_OTHERS = re.compile(
    r"\b(?:another|other|unrelated|different|separate|neighbouring|new|next) (?:famil\w+|households?|house|cases?|"
    r"schools?|streets?|mothers?|parents|carers?)\b|\bno relation\b|\bnot related\b",
    re.IGNORECASE,
)
_COUNTED = re.compile(
    r"\bon (?:[\w’']+ ){0,3}(?:list|caseload|books|roll|register|file|files|patch|ward|unit|rota|waiting list)\b",
    re.IGNORECASE,
)
_SHARES = re.compile(
    r"\b(?:thirds?|quarters?|fifths?|half of|halves|tenths?|in every|per cent|majority|average|proportion|rates?|"
    r"(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-\w+)?|hundreds?|thousands?|\d{2,}(?! (?:months?|weeks?|"
    rf"years?|{MONTH}))(?= [a-z]+s\b))\b|%|"
    r"\bone in \w+\b",
    re.IGNORECASE,
)
_GATHERED = re.compile(
    r"\b(?<!sibling )(?:class|minibus|group|groups|club|table|team|pitch|ward|clinic|party|trip|playground|workshop|"
    r"panel|jury|bench|court|training|event|participants?|members|pupils|patients|hostel|placement|unit)\b",
    re.IGNORECASE,
)
_REVIEWED = re.compile(r"\b(?:review|report|thematic|subjects?)\b", re.IGNORECASE)
_USUAL = frozenset(
    "often usually may might can commonly generally sometimes always tend any".split()
)
_AGED = frozenset("of at from since until till aged over before after".split())
_OUTSIDERS = frozenset(
    """neighbour friend colleague classmate lodger stranger passer-by landlord landlady member participant foster
    volunteer magistrate judge reviewer practitioner worker author doctor teacher""".split()
)
_COMPARED = frozenset("elder younger older eldest oldest youngest middle".split())
_PEOPLE_KINDS = {
    Who.CHILD: "children",
    Who.FAMILY: "family",
    Who.STAFF: "staff",
    Who.BODY: "bodies",
}
#: Signs that weigh otherwise for one kind of words than for another.
_WITH_KIND = frozenset(
    (
        "of family", "of nobody", "of anybody", "of worker", "the family in the sentence", "owned", "the", "a note", "in a table",
        "none of the family so far", "none of the family in the sentence", "children before", "siblings before",
        "a sibling in the sentence", "another order or number in the sentence", "a study in the sentence", "of work",
        "subject family", "subject nobody", "subject worker", "an age of a sibling", "an age", "all the block", "after many children",
        "after many things", "after many family", "of a thing", "of a number", "before a noun", "before who", "in the present",
        "a gathering in the sentence", "another family near", "the elder by itself", "done to", "as attr", "as dobj",
    )
)  # fmt: skip
_FAR = 60  # words back to what a bare number counts
_NEAR = 3


def signs_of(draft: Draft, block: Block, doc: Doc, told: Told, cast: Cast) -> frozenset[str]:
    """What speaks for and against some words telling how the family of the case is made up."""
    words = doc.char_span(told.start, told.end, alignment_mode="expand")
    if words is None or not len(words):
        return frozenset()
    signs = {*_signs(draft, block, doc, told, words, cast), *context_of(draft, block, words, cast)}
    kind = told.wide or told.telling or ("a noun" if "no noun" not in signs else "bare")
    if kind == "bare":
        kind = "bare number" if "says number" in signs else "bare order"
    pairs = {f"{kind} & {sign}" for sign in signs & _WITH_KIND}
    return frozenset(signs | pairs)


def _signs(
    draft: Draft, block: Block, doc: Doc, told: Told, words: SpacySpan, cast: Cast
) -> Iterator[str]:
    if told.wide:
        yield f"a wide shape: {told.wide}"
        yield "a wide shape"
    elif told.telling:
        yield f"a known shape: {told.telling}"
        yield "a known shape"
    else:
        yield "no known shape"
    yield f"in {draft.role_of(block.index)}"
    if block.cell:
        yield "in a table"
    root = words.root
    yield from _of_words(words, root)
    yield from _of_owner(words, root, cast)
    sentence = words.sent
    yield from _of_others(words, root, cast)
    if OF_ANYBODY.search(sentence.text):
        yield "a study in the sentence"
    if _WORK.search(sentence.text):
        yield "of work"
    beside = [t for t in sentence if not words.start <= t.i < words.end]
    if any(t.lemma_.lower() in SIBLINGS for t in beside):
        yield "a sibling in the sentence"
    if any(is_telling(t) or t.lower_ in ORDER for t in beside):
        yield "another order or number in the sentence"
    if any(standing(t, cast) is Standing.FAMILY for t in beside[:30]):
        yield "the family in the sentence"
    earlier = doc[: sentence.start]
    if any(t.lemma_.lower() in SIBLINGS | {"child", "boy", "girl"} for t in earlier):
        yield "children before"
    if any(t.lemma_.lower() in SIBLINGS for t in earlier):
        yield "siblings before"
    if len(sentence) <= len(words) + _NEAR:
        yield "a note"


def _of_others(words: SpacySpan, root: Token, cast: Cast) -> Iterator[str]:
    """What speaks for a count of other people or of things, for an age, and for what holds in general."""
    sentence = words.sent
    near = words.doc[max(sentence.start, words.start - 10) : min(sentence.end, words.end + 10)].text
    for sign, pattern, text in (
        ("another family near", _OTHERS, near),
        ("on a list near", _COUNTED, near),
        ("shares or great numbers in the sentence", _SHARES, sentence.text),
        ("a gathering in the sentence", _GATHERED, sentence.text),
        ("the review in the sentence", _REVIEWED, sentence.text),
    ):
        if pattern.search(text):
            yield sign
    verbs = [t for t in sentence if t.pos_ in {"VERB", "AUX"}]
    if any(t.lower_ in _USUAL for t in sentence):
        yield "usual"
    if verbs and all(t.tag_ not in {"VBD", "VBN"} for t in verbs):
        yield "in the present"
    if any(t.lower_ in {"we", "our", "us"} for t in sentence):
        yield "we in the sentence"
    yield from _of_paragraph(words, verbs, cast)
    if any(t.lower_ == "its" and t.head.i in range(words.start, words.end) for t in sentence):
        yield "owned by a thing"
    of = words.doc[words.end] if words.end < len(words.doc) else None
    if of is not None and of.lower_ == "of":
        counted = next((c for c in of.children if c.dep_ == "pobj"), None)
        if counted is not None:
            yield f"of {_kind(counted, cast)} after"
    if any(t.pos_ in {"NOUN", "PROPN"} and t.lemma_.lower() in CHILDREN | SIBLINGS for t in words):
        return
    person = _has_age(root)
    if person is not None:
        sibling = person.lemma_.lower() in SIBLINGS | ORDER
        yield "an age of a sibling" if sibling else "an age"
    back = words.doc[max(0, words.start - _FAR) : words.start]
    plural = next((t for t in reversed(list(back)) if t.tag_ in {"NNS", "NNPS"}), None)
    if plural is None:
        yield "after nothing counted"
    else:
        yield f"after many {_kind(plural, cast)}"
        yield f"after many of {whose(words.doc[plural.i : plural.i + 1], cast)}"
    first = words[0] if words[0].lower_ != "the" else words[min(1, len(words) - 1)]
    article = words.doc[first.i - 1].lower_ if first.i else ""
    if first.lower_ in _COMPARED and article == "the" and (of is None or of.lower_ != "of"):
        yield "the elder by itself"


def _of_paragraph(words: SpacySpan, verbs: list[Token], cast: Cast) -> Iterator[str]:
    """Of whom the paragraph has spoken up to some words, and whether their sentence is of the family at all."""
    sentence = words.sent
    beside = (t for t in sentence if not words.start <= t.i < words.end)
    family = family_in(beside, cast) is not None
    if not family:
        yield "none of the family in the sentence"
        if verbs and all(t.tag_ not in {"VBD", "VBN"} for t in verbs):
            yield "in the present, of none of the family"
        if family_in(words.doc[: sentence.start], cast) is None:
            yield "none of the family so far"
    before = words.doc[: sentence.start].text
    if OF_ANYBODY.search(before):
        yield "a study before"
    if _OTHERS.search(before):
        yield "another family before"
    outsider = next((t for t in sentence if t.lemma_.lower() in _OUTSIDERS), None)
    if outsider is not None:
        yield "an outsider in the sentence"
        if (
            outsider.i < words.start
            and family_in(sentence[: outsider.i - sentence.start], cast) is None
        ):
            yield "an outsider first"
    owner = next((c for t in words for c in t.children if c.dep_ == "poss"), None)
    if owner is not None:
        yield f"owned by {standing(owner, cast)}"
        if owner.lemma_.lower() in _OUTSIDERS:
            yield "owned by an outsider"
    if (
        words.start
        and words.doc[words.start - 1].lower_ == "all"
        and words.root.dep_ in {"nsubj", "nsubjpass"}
    ):
        yield "all that many do"


def _kind(noun: Token, cast: Cast) -> str:
    if noun.lemma_.lower() in CHILDREN | SIBLINGS:
        return "children"
    if noun.pos_ in {"PRON", "NUM", "ADJ"}:
        return "ones"
    mention = mention_of(noun, cast)
    return _PEOPLE_KINDS[mention.who] if mention is not None else "things"


def _has_age(number: Token) -> Token | None:
    """Of whom a bare number says the age: "she was seven", "a girl of eleven"."""
    if not (number.lower_ in NUMBERS or number.text.isdigit()):
        return None
    head = number.head
    if number.dep_ in {"attr", "acomp"} and head.lemma_ in {"be", "turn"}:
        subject = subject_of(head)
        several = subject is not None and (
            subject.tag_ in {"NNS", "NNPS", "EX"} or subject.lower_ in {"they", "we", "there"}
        )
        return None if several else subject
    if number.dep_ == "pobj" and head.lower_ in _AGED:
        noun = head.head
        if head.lower_ == "of":
            one = noun.tag_ == "NN" and noun.lemma_.lower() in CHILDREN | SIBLINGS
            return noun if one and not any(c.dep_ == "nummod" for c in noun.children) else None
        return noun
    return None


def _of_words(words: SpacySpan, root: Token) -> Iterator[str]:
    lemmas = {t.lemma_.lower() for t in words} | {t.lower_ for t in words}
    if lemmas & SIBLINGS:
        yield "says sibling"
    if lemmas & CHILDREN:
        yield "says child"
    if lemmas & _SURELY_ORDER:
        yield "says surely order"
    elif lemmas & ORDER:
        yield "says order"
    if lemmas & (NUMBERS - {"one", "both"}) or any(t.text.isdigit() for t in words):
        yield "says number"
    if lemmas & HALF:
        yield "says half or twin"
    if "of" in lemmas:
        yield "says of"
    if not lemmas & (SIBLINGS | CHILDREN):
        yield "no noun"
        of = next((t for t in words if t.lower_ == "of"), None)
        inside = [t for t in words if of is not None and t.i > of.i]
        if of is not None:
            numbered = any(t.lower_ in NUMBERS or t.text.isdigit() for t in inside)
            thing = any(t.pos_ == "NOUN" for t in inside)
            yield "of a thing" if thing else "of a number" if numbered else "of something"
    doc, first = words.doc, words[0]
    before = doc[first.i - 1] if first.i > words.sent.start else None
    if before is not None:
        if before.tag_ in {"PRP$", "POS"}:
            yield "owned"
        elif before.lower_ == "all":
            yield "all"
        elif before.lower_ in {"the", "these", "those"}:
            yield "the"
        elif before.lower_ in {"a", "an", "any", "every", "another", "or"}:
            yield f"after {before.lower_}"
        elif before.pos_ in {"NOUN", "ADJ", "NUM", "PROPN"}:
            yield "after a noun"
        elif before.is_punct:
            yield "after a stop"
    else:
        yield "begins the sentence"
    after = doc[words.end] if words.end < len(doc) else None
    if after is not None:
        if after.is_punct:
            yield "before a stop"
        elif after.pos_ in {"NOUN", "PROPN"}:
            yield "before a noun"
        elif after.lower_ in {"who", "that", "which", "with"}:
            yield "before who"
        elif after.pos_ in {"VERB", "AUX"}:
            yield "before a verb"
        elif after.lower_ in {"of", "in", "on", "at", "to", "for", "from"}:
            yield f"before {after.lower_}"


def _of_owner(words: SpacySpan, root: Token, cast: Cast) -> Iterator[str]:
    of = whose(words, cast)
    yield f"of {of}" if of else "of nobody"
    yield (
        f"as {root.dep_}"
        if root.dep_ in {"nsubj", "dobj", "pobj", "attr", "appos", "conj", "ROOT"}
        else "as other"
    )
    verb = next((t for t in [root, *root.ancestors] if t.pos_ in {"VERB", "AUX"}), None)
    if verb is None:
        yield "no verb"
        return
    lemma = verb.lemma_.lower()
    kind = "bears" if lemma in _BEARING else "lives" if lemma in _LIVING else "other verb"
    yield f"verb {kind}"
    if root.dep_ == "nsubjpass":
        yield "done to"
    subject = subject_of(verb)
    if subject is not None and not words.start <= subject.i < words.end:
        who = standing(subject, cast)
        yield f"subject {who}" if who else "subject nobody"
        if who is Standing.FAMILY and lemma in _BEARING and root.dep_ == "dobj":
            yield "what the family has"
    if root.dep_ == "pobj":
        yield f"after {root.head.lower_}"
