"""The signs of a possible name: what can be told of it where it stands.

Each sign is a few words that say what was seen ("after kin", "finder: PERSON"). What they are worth
is learnt (`name_weighing`): here nothing is weighed.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ...draft import Block, Kind
from ...grammar.parse import neighbour, whole_text
from .name_as_body import body_signs
from .name_as_place import place_signs
from .name_beside import NAME_COLUMN, signs_beside
from .name_candidates import Candidate, begins
from .name_words import Look, cues, first_names, is_family_name, plain
from .not_people import counter_signs

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as SpacySpan

_FIRM = frozenset({Look.NAME, Look.LIKE_NAME})
_ARTICLES = frozenset({"a", "an", "the"})
_DETERMINERS = _ARTICLES | {"this", "that", "each", "every", "any", "some", "no", "these", "those"}
_OWNED = frozenset({"his", "her", "their", "its", "my", "our", "your"})
_FAMILY = frozenset({"family", "household", "couple", "lad", "kid"})
_AMONG_CHILDREN = frozenset({"eldest", "oldest", "youngest", "elder", "younger", "middle"})
# What of kin's words may be said of a body: "the Trust is a partner".
_BODIES_TOO = frozenset({"partner", "parent", "guardian", "carer", "neighbour", "friend", "child"})
_MODALS = frozenset({"will", "can", "may", "might", "must"})
_LABELS = {
    "PERSON": "person",
    "ORG": "body",
    "LAW": "body",
    "GPE": "place",
    "LOC": "place",
    "FAC": "place",
    "NORP": "nation",
    "LANGUAGE": "nation",
    "WORK_OF_ART": "thing",
    "PRODUCT": "thing",
    "EVENT": "thing",
}
# Prepositions, and verbs before each that have people there.
_COMPANY = {
    "with": cues("with"),
    "to": frozenset(
        """say speak talk listen write explain give attach return read sing hand pass show send lend marry introduce apologise
        complain lie report disclose text belong happen mean""".split()
    ),
    "from": frozenset({"hear", "take", "hide", "protect", "separate", "remove"}),
    "for": frozenset({"care", "look", "buy", "cook", "wait"}),
    "by": cues("done_to") | cues("human") | cues("speech"),
    "about": frozenset("worry worried concerned anxious ask speak talk know tell concern".split()),
}
_VERB_KINDS = ("bodily", "utter", "human", "speech", "light")
#: Words before and after a name that are signs by themselves.
_BESIDE = 2


def find_signs(candidate: Candidate, doc: Doc, block: Block, is_place: bool) -> list[str]:
    """The signs of a candidate, those that depend on its look also with its look.

    `is_place` is true where the draft also uses its words as the name of a place or body.
    """
    words = doc.char_span(candidate.start, candidate.end, alignment_mode="expand")
    if words is None:
        return []
    due = _capital_is_due(words, block)
    signs = [
        *_by_itself(candidate, words, due),
        *_by_finder(words),
        *_in_grammar(candidate, words),
        *_by_article(candidate, words),
        *_next_to(words),
        *_in_layout(block, doc, words),
        *signs_beside(candidate, whole_text(doc), words),
        *counter_signs(candidate, doc, words, due),
        *place_signs(candidate, words, is_place),
        *body_signs(candidate, words),
    ]
    kind = _kind(candidate, words[0].is_lower)
    return [*signs, kind, *(f"{kind}: {sign}" for sign in signs)]


def _kind(candidate: Candidate, is_small: bool) -> str:
    """What sort of name a candidate would be: the same sign may say another thing of each."""
    first = candidate.looks[0]
    if candidate.title:
        return "titled"
    if is_small:
        return "small"
    if len(candidate.words) > 1:
        return "full name" if first in _FIRM else "full"
    return {
        Look.NAME: "name",
        Look.LIKE_NAME: "name",
        Look.NAME_OR_WORD: "name or word",
        Look.NAME_OR_SEASON: "name or time",
        Look.NAME_OR_PLACE: "name or place",
        Look.SMALL_NAME: "unknown",
        Look.UNKNOWN: "unknown",
    }.get(first, "word")


def _by_itself(candidate: Candidate, words: SpacySpan, due: bool) -> Iterator[str]:
    first, *rest = candidate.looks
    yield f"look {first.name}"
    if rest:
        yield f"last look {rest[-1].name}"
        yield f"words {min(len(candidate.words), 3)}"
    if is_family_name(candidate.words[-1]):
        yield "family name"
    if plain(candidate.words[0]) in first_names():
        yield "first name"
    if not words.root.has_vector:
        yield "never met"
    if candidate.initials:
        yield "initials"
    if candidate.in_phrase:
        yield "in phrase"
    if due:
        yield "capital due"
        after = neighbour(words[-1], 1) if words.end < len(words.doc) else None
        if after is None or after.pos_ not in {"NOUN", "ADP", "ADJ"} or after.text == "’s":
            yield "due, and goes on as a name"
    if words[0].is_upper and len(words[0]) > 1:
        yield "capitals"
    if _is_abbreviated(candidate) and not whole_text(words.doc).isupper():
        yield "an abbreviation"
    if words[0].is_stop:
        yield "stop word" if due else "stop word with a capital"
        if words[0].pos_ in {"DET", "PRON"} and len(words) == 1:
            yield "determiner"
    if words[0].lower_ in _MODALS and _has_verb(words):
        yield "modal before a verb"
    if due and first is Look.NAME_OR_WORD and len(words) == 1 and words[0].dep_.startswith("nsubj"):
        counted = first_names().get(plain(candidate.words[0])) == "one"
        yield "without the article it needs" if counted else "needs no article"
    yield f"tag {words.root.pos_}"


def _is_abbreviated(candidate: Candidate) -> bool:
    """Whether a word, or the second of two, is in capitals and no name that is known."""
    last = candidate.words[-1]
    capitals = last.isupper() and len(last) > 1 and candidate.looks[-1] is Look.ORDINARY
    return capitals and len(candidate.words) < 3


def _has_verb(words: SpacySpan) -> bool:
    """Whether a verb with an ending follows, so that no auxiliary stands before it."""
    after = neighbour(words[-1], 1)
    return after.tag_ in {"VBD", "VBZ", "MD"} and after.i == words.end and after.is_lower


def _by_finder(words: SpacySpan) -> Iterator[str]:
    """What the name finder says: a name from its first word to its last, or part of one."""
    labels = [_LABELS.get(token.ent_type_, "other") for token in words if token.ent_type_]
    if not labels:
        yield "finder: nothing"
    elif "person" in labels:
        yield "finder: person"
        outside = [
            t
            for t in (neighbour(words[0], -1), neighbour(words[-1], 1))
            if t.ent_type_ == "PERSON" and t.is_alpha and not words.start <= t.i < words.end
        ]
        if outside and all(t.ent_iob_ == "I" or t.i < words.start for t in outside):
            yield "finder: part of a longer name"
        if len(labels) < len(words):
            yield "finder: not all words"
    else:
        yield f"finder: {labels[0]}"


def _capital_is_due(words: SpacySpan, block: Block) -> bool:
    """Whether a word would have its capital anyway: at the head of a sentence, in a heading."""
    if block.kind in {Kind.HEADING, Kind.TITLE, Kind.HEADER, Kind.FOOTER} or block.text.isupper():
        return True
    if block.cell and block.cell.is_header:
        return True
    return words[0].is_sent_start or begins(block.text, words.start_char)


def _in_grammar(candidate: Candidate, words: SpacySpan) -> Iterator[str]:
    root = words.root
    above = root.head
    verb = above.lemma_.lower()
    yield f"is {root.dep_}"
    # "Mirtazapine and Zopiclone": what is done to the first is done to the second.
    first = root
    while first.dep_ == "conj" and first.head.i != first.i:
        first = first.head
    done = first.i != root.i and first.dep_ in {"dobj", "nsubjpass"}
    if done and first.head.lemma_.lower() in cues("consumed"):
        yield "consumed"
    if root.dep_ == "nsubj" and above.pos_ in {"VERB", "AUX"}:
        yield f"subject of {_verb_kind(above)}"
        joined = (child.lemma_ for child in above.children if child.dep_ == "conj")
        if any(lemma in cues("human") | cues("bodily") | cues("speech") for lemma in joined):
            yield "subject of a second verb"
    elif root.dep_ == "nsubjpass" and above.lower_ in cues("state"):
        yield "subject of state"
    elif root.dep_ == "nsubjpass" or root.dep_ in {"dobj", "dative"}:
        if verb in cues("done_to"):
            yield "done to"
        elif verb in cues("consumed"):
            yield "consumed"
        else:
            yield "object of another verb"
    elif root.dep_ == "pobj":
        yield f"after {above.lower_}" if above.lower_ in _COMPANY else "after a preposition"
        if above.head.lemma_.lower() in _COMPANY.get(above.lower_, ()):
            yield "in company"
    beside = [above] if root.dep_ == "conj" else []
    beside += [child for child in root.children if child.dep_ == "conj"]
    if any(token.lemma_ in cues("kin") for token in beside):
        yield "joined to kin"
    if any(token.ent_type_ == "PERSON" for token in beside):
        yield "joined to a person"
    if any(t.is_title and not t.is_sent_start and plain(t.text) in first_names() for t in beside):
        yield "joined to a first name"
    if root.dep_ in {"compound", "amod", "nmod"} and _bears(words, above):
        yield "before a noun of its own"
    if root.dep_ == "nsubj" and above.lemma_ == "be" and _is_of_kin(above):
        yield "told who it is"


def _is_of_kin(verb: Token) -> bool:
    """Whether a verb tells of its subject that it is of a family: "was the eldest", "is her niece"."""
    said = (child for child in verb.children if child.dep_ in {"attr", "acomp"})
    return any(
        token.lower_ in _AMONG_CHILDREN
        or (token.lemma_ in cues("kin") and token.lemma_ not in _BODIES_TOO)
        for token in said
        if any(child.dep_ in {"det", "poss"} for child in token.children)
    )


def _verb_kind(verb: Token) -> str:
    """What a verb says of its subject: only people cry; bodies say things, too."""
    lemma = verb.lemma_.lower()
    if lemma == "be":
        if any(c.dep_ in {"attr", "acomp"} and c.pos_ == "NUM" for c in verb.children):
            return "age"
        said = (c for c in verb.children if c.dep_ in {"acomp", "advmod", "prep"})
        if _is_of_kin(verb) or any(c.lower_ in cues("state") for c in said):
            return "state"
    return next((kind for kind in _VERB_KINDS if lemma in cues(kind)), "another verb")


def _bears(words: SpacySpan, noun: Token) -> bool:
    """Whether a name only tells what kind of thing follows: "a Moses basket"."""
    before = neighbour(words[0], -1) if words[0].i else None
    if before is not None and before.lower_ in _DETERMINERS and _in_case_file(words):
        return False  # "the Scullion referral"
    return (
        noun.i >= words.end
        and noun.lower_ == noun.text
        and noun.pos_ == "NOUN"
        and noun.lemma_ not in cues("kin") | cues("kin_abroad") | cues("role")
        and not (noun.lower_ == "door" and neighbour(noun, -1).lower_ == "next")
    )


def _by_article(candidate: Candidate, words: SpacySpan) -> Iterator[str]:
    """What stands before a name as before a noun: "the" makes it a river, a ward, an inn or an
    account, unless it names a family or what belongs to its case."""
    before = neighbour(words[0], -1) if words[0].i else None
    if before is None or before.lower_ not in _DETERMINERS | _OWNED or before.dep_ == "mark":
        return  # "I noticed that Hope was there"
    if before.lower_ == "that" and before.pos_ != "DET":
        return  # "It was then that Hope was found"
    kind = before.lower_ if before.lower_ in _ARTICLES else "determiner"
    if before.lower_ in _OWNED:
        yield "after his or her"
    elif _in_case_file(words):
        family = neighbour(words[-1], 1).lemma_ in _FAMILY
        yield "of a family" if family else "of a case"
    elif before.lower_ == "the" and _is_family(candidate):
        yield "a whole family"
    elif _are_two(words):
        yield "two people's"
    else:
        yield f"after {kind}"
        if words.root.dep_ in {"compound", "amod", "nmod"} and _bears(words, words.root.head):
            yield f"after {kind}, before a noun"


def _are_two(words: SpacySpan) -> bool:
    """Whether two people together name something: "the Chantelle and Marvin problem"."""
    root = words.root
    return root.dep_ in {"compound", "nmod"} and any(
        child.dep_ == "conj" and child.ent_type_ == "PERSON" for child in root.children
    )


def _in_case_file(words: SpacySpan) -> bool:
    """Whether a name tells whose children or whose papers something is: "the Wragg children"."""
    after = neighbour(words[-1], 1)
    return after.i == words.end and after.is_lower and after.lower_ in cues("case_file")


def _is_family(candidate: Candidate) -> bool:
    """Whether a word with "the" before it is a whole family: "the Mulqueens"."""
    word = candidate.words[-1]
    plural = len(candidate.words) == 1 and word.endswith("s") and not word.endswith("ss")
    return plural and candidate.looks[0] in {Look.LIKE_NAME, Look.UNKNOWN}


def _next_to(words: SpacySpan) -> Iterator[str]:
    """The words right before and after, as what they are and as themselves."""
    doc = words.doc
    before = doc[words.start - 1] if words.start else None
    after = doc[words.end] if words.end < len(doc) else None
    yield f"before it {_sort(before)}"
    yield f"behind it {_sort(after)}"
    if before is not None and before.is_alpha:
        yield f"before it “{before.lemma_.lower()}”"
    if after is not None and after.is_alpha:
        yield f"behind it “{after.lemma_.lower()}”"


def _sort(token: Token | None) -> str:
    if token is None:
        return "nothing"
    if token.is_punct or token.is_space:
        return token.text.strip() or "space"
    if token.like_num:
        return "number"
    if not token.is_lower and token.is_alpha:
        return "capital"
    return f"{token.pos_} {token.tag_}" if token.pos_ == "VERB" else token.pos_


def _in_layout(block: Block, doc: Doc, words: SpacySpan) -> Iterator[str]:
    if block.cell and block.cell.is_header:
        yield "header"
    elif block.cell:
        yield "column of names" if NAME_COLUMN.match(block.cell.header) else "cell"
    elif not block.is_prose:
        yield f"in {block.kind.name.lower()}"
    if len(words) == sum(not token.is_punct and not token.is_space for token in doc):
        yield "alone"
    if block.text.isupper():
        yield "shouted"
