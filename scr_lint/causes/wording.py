"""Where a passage says that one thing came of another.

Finds causal relations by their words (`vocabulary/causal.tsv`) and their grammar: which side is
the cause, whether the relation is denied ("not because") and whether a word such as "since" tells
of a time. What the cause is made of is another question: see `factors`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from .. import vocabulary
from ..draft import Block, Draft
from ..grammar.clauses import (
    POINTERS,
    denies,
    governing_verb,
    judges,
    lacks_evidence,
    negated,
    opens,
    part_end,
    part_start,
    points_back,
    tells_time,
    wanted,
)
from ..grammar.parse import neighbour
from ..grammar.phrases import find_phrases
from ..grammar.voice import subject_of
from .relation import Link, Piece, Relation
from .shapes import answers, by_degree, by_inversion, by_participle, by_supposition

if TYPE_CHECKING:
    from spacy.tokens import Span as SpacySpan
    from spacy.tokens import Token

# Verbs of influence that need a complement to be one: "made it hard", "left them unsure".
_WITH_COMPLEMENT = frozenset({"make", "leave", "keep", "render", "teach"})
# Links after which the cause stands.
_FORWARD = frozenset({Link.CONNECTIVE, Link.SOURCE, Link.REASON})
_LINKING = frozenset({"be", "include", "lie", "seem", "appear", "remain", "become"})
_EQUATING = frozenset({"be", "become", "act", "serve", "see", "identify"})


# Words of the list of verbs that are nouns as well, or that the model takes for nouns.
_NOUNS_TOO = frozenset({"cause", "influence", "underlay"})
# "The problem was X" gives a cause; "X was a problem" does not.
_TROUBLES = frozenset("problem issue difficulty trouble failing key answer".split())
_EVIDENCE = frozenset(
    """record file review panel audit evidence report chronology interview author research finding
    account analysis minute note log study data figure case history""".split()
)


@dataclass(frozen=True, slots=True)
class Marker:
    """A causal word or phrase found in a block, and the kind that the term list gives it."""

    link: Link
    tokens: SpacySpan


def find_markers(draft: Draft, blocks: Iterable[Block]) -> dict[int, list[Marker]]:
    """The causal words of some blocks, by block; the blocks must have been parsed."""
    rows = vocabulary.load("scr_lint", "causal")
    found: dict[int, list[Marker]] = {}
    for match in find_phrases(draft, blocks, rows, "words"):
        marker = Marker(Link(match.row["kind"]), match.tokens)
        found.setdefault(match.block.index, []).append(marker)
    return found


def relations(
    sentences: Sequence[Piece], markers: Mapping[int, Sequence[Marker]]
) -> Iterator[Relation]:
    """The causal relations in sentences that follow each other, denied ones marked as such."""
    for at, sentence in enumerate(sentences):
        earlier = tuple(sentences[at - 1 : at]) if at else ()
        later = tuple(sentences[at + 1 :]) if _announces(sentence) else ()
        for marker in markers.get(sentence.block, ()):
            if sentence.tokens.start <= marker.tokens.start < sentence.tokens.end:
                relation = _relation(marker, sentence, earlier)
                if relation is not None and later and relation.link in _FORWARD:
                    relation = replace(relation, cause=(*relation.cause, *later))
                if relation:
                    yield relation
        yield from by_degree(sentence)
        yield from by_participle(sentence)
        yield from by_inversion(sentence)
        yield from by_supposition(sentence)
        yield from answers(sentence, sentences[at + 1 :])


def _announces(sentence: Piece) -> bool:
    """Whether a sentence ends by opening a list: "The reasons were:"."""
    return sentence.tokens.text.rstrip().endswith(":")


def _relation(marker: Marker, sentence: Piece, earlier: tuple[Piece, ...]) -> Relation | None:
    match marker.link:
        case Link.CONNECTIVE | Link.CIRCUMSTANCE:
            return _by_connective(marker, sentence, earlier)
        case Link.RESULT:
            return _by_result(marker, sentence, earlier)
        case Link.REASON:
            return _by_noun(marker, sentence, earlier)
        case _:
            return _by_verb(marker, sentence, earlier)


def _by_connective(marker: Marker, sentence: Piece, earlier: tuple[Piece, ...]) -> Relation | None:
    """ "Because X, Y" and "Y because X"."""
    first, start, end = marker.tokens[0], marker.tokens.start, marker.tokens.end
    if marker.tokens.text.lower() == "given" and first.dep_ not in {"prep", "mark"}:
        return None
    clause = first.head if first.dep_ in {"mark", "advmod"} else None
    if marker.tokens.text.lower() in {"as", "since"} and (
        first.dep_ != "mark" or tells_time(first)
    ):
        return None
    if marker.tokens.text.lower() == "due to" and first.doc[end : end + 1].text in {"", "be"}:
        return None
    if first.lemma_ == "due" and first.doc[end - 1].head.tag_ == "VB":
        return None
    if opens(sentence, start):
        comma = _opening_end(sentence, end, clause)
        cause = sentence.part(end, comma)
        effect = sentence.part(comma, sentence.tokens.end) or earlier
    else:
        cause = sentence.part(end, part_end(sentence, end))
        effect = sentence.part(part_start(sentence, start), start)
    main = clause.head if clause is not None and clause.dep_ == "advcl" else governing_verb(first)
    if judges(main):
        return None
    piece = Piece(sentence.block, marker.tokens)
    return Relation(marker.link, piece, cause, effect, denies(sentence, start))


def _opening_end(sentence: Piece, end: int, clause: Token | None) -> int:
    """Where an opening "because …" gives way to what it explains."""
    last = sentence.tokens.end
    inside = clause is not None and clause.i != sentence.tokens.root.i and clause.i >= end
    first = clause.right_edge.i if clause is not None and inside else end
    return next((t.i for t in sentence.tokens.doc[first:last] if t.text == ","), last)


def _by_result(marker: Marker, sentence: Piece, earlier: tuple[Piece, ...]) -> Relation | None:
    """ "X. As a result Y", "X, with the result that Y"."""
    start, end = marker.tokens.start, marker.tokens.end
    if judges(governing_verb(marker.tokens[0])):
        return None
    first = part_start(sentence, start)
    if opens(sentence, start):
        cause = earlier
    elif len(marker.tokens) == 1 and not _begins_clause(marker.tokens[0]):
        # "The plan was therefore allowed to go on": what led to it stands before the sentence.
        cause = (*earlier, *sentence.part(first, start))
    else:
        # "X; as a result Y": the cause is the part before.
        after_semicolon = all(
            t.is_punct or t.pos_ == "CCONJ" for t in sentence.tokens.doc[first:start]
        )
        cause = sentence.part(part_start(sentence, first - 1) if after_semicolon else first, start)
    effect = sentence.part(end, part_end(sentence, end))
    return Relation(marker.link, Piece(sentence.block, marker.tokens), cause, effect)


def _begins_clause(word: Token) -> bool:
    before = neighbour(word, -1)
    return before.is_punct or before.dep_ == "cc"


def _by_verb(marker: Marker, sentence: Piece, earlier: tuple[Piece, ...]) -> Relation | None:
    """ "X led to Y", "Y was shaped by X", "Y stemmed from X", "X, leaving Y"."""
    root = marker.tokens.root
    verbs = [t for t in (root, *marker.tokens) if t.tag_.startswith("VB")]
    verb = verbs[0] if verbs else None
    if verb is None and marker.link is Link.SOURCE:
        verb = governing_verb(root)
    if verb is None and root.lemma_ in _NOUNS_TOO:
        return _by_noun(marker, sentence, earlier)
    if verb is None or (wanted(verb) and not _is_to_be_explained(verb)):
        return None
    if verb.lemma_ in _WITH_COMPLEMENT and not _has_complement(verb):
        return None
    end = marker.tokens.end
    piece = Piece(sentence.block, marker.tokens)
    before = sentence.part(part_start(sentence, verb.i), verb.i)
    after = sentence.part(end, part_end(sentence, end))
    denied = negated(verb) or lacks_evidence(sentence) or _does_little(verb)
    if marker.link is Link.SIGN and _is_evidence(subject_of(verb)):
        return None
    if marker.link in {Link.SOURCE, Link.SIGN}:
        return Relation(marker.link, piece, after, before, denied)
    if _is_passive(verb):
        agent = next((c for c in verb.children if c.dep_ == "agent"), None)
        if agent is None:
            return None
        cause = sentence.part(agent.i + 1, part_end(sentence, agent.i))
        return Relation(marker.link, piece, cause, before, denied)
    subject = subject_of(verb)
    if subject is not None and subject.lower_ == "what":
        return _by_cleft(piece, sentence, verb)
    if not any(c.i > verb.i and not c.is_punct for c in verb.children):
        return None
    if points_back(verb):
        before = earlier + before
    return Relation(marker.link, piece, before, after, denied and marker.link is not Link.ENABLING)


def _is_to_be_explained(verb: Token) -> bool:
    """ "This is to be explained by X", "must be attributed to X": a reason given, not one wanted."""
    if verb.lemma_ not in {"explain", "attribute", "ascribe", "trace", "understand", "put"}:
        return False
    passive = any(c.dep_ == "auxpass" for c in verb.children)
    return passive and any(
        c.dep_ == "agent" or (c.dep_ in {"prep", "prt"} and c.lower_ in {"to", "by", "down"})
        for c in verb.children
    )


def _by_cleft(piece: Piece, sentence: Piece, verb: Token) -> Relation | None:
    """ "What made it hard was X", "X was what made it hard"."""
    top = verb.head
    if top.lemma_ not in _LINKING:
        return None
    if top.i < verb.i:
        before = sentence.part(part_start(sentence, top.i), top.i)
        return Relation(Link.REASON, piece, before, sentence.part(verb.i, verb.i + 1), negated(top))
    cause = sentence.part(top.i + 1, part_end(sentence, top.i))
    return Relation(Link.REASON, piece, cause, sentence.part(verb.i, top.i), negated(top))


def _by_noun(marker: Marker, sentence: Piece, earlier: tuple[Piece, ...]) -> Relation | None:
    """ "The reason was X", "X was a factor in it", "three factors: X"."""
    noun = marker.tokens.root
    if any(c.lower_ in {"no", "other"} for c in noun.children):
        return None
    piece, last = Piece(sentence.block, marker.tokens), sentence.tokens.end
    verb = governing_verb(noun)
    denied = negated(verb) or lacks_evidence(sentence)
    equated = _copula_before(noun)
    verb = equated or verb
    if verb.i > noun.i:
        if verb.lemma_ not in _LINKING:
            return None
        cause = sentence.part(verb.i + 1, part_end(sentence, noun.i))
        return Relation(marker.link, piece, cause, (), denied)
    colon = next((t.i for t in sentence.tokens.doc[noun.i : last] if t.text in ":–—"), None)
    if colon is not None:
        return Relation(marker.link, piece, sentence.part(colon + 1, last), (), denied)
    if verb.i == noun.i and _announces(sentence):
        return Relation(marker.link, piece, (), ())
    if verb.lemma_ not in _EQUATING or noun.lemma_ in _TROUBLES:
        return None
    before = sentence.part(part_start(sentence, verb.i), verb.i)
    subject = subject_of(verb)
    if subject is not None and subject.lower_ in POINTERS:
        before = earlier + before
    return Relation(marker.link, piece, before, (), denied)


def _copula_before(noun: Token) -> Token | None:
    """The "is" right before a noun's article and adjectives, which the parse may miss."""
    before = noun.doc[noun.sent.start : noun.left_edge.i]
    last = next((t for t in reversed(before) if t.pos_ not in {"ADV", "DET", "ADJ"}), None)
    return last if last is not None and last.lemma_ == "be" else None


def _is_passive(verb: Token) -> bool:
    return any(c.dep_ in {"auxpass", "agent"} for c in verb.children) or (
        verb.tag_ == "VBN" and verb.dep_ in {"acl", "relcl", "advcl"}
    )


def _does_little(verb: Token) -> bool:
    """ "Explains little", "explains less than it seems"."""
    return any(c.i > verb.i and c.lower_ in {"little", "less", "nothing"} for c in verb.children)


def _is_evidence(subject: Token | None) -> bool:
    """Whether a subject is what the review has looked at: "the records show"."""
    return subject is None or subject.lemma_.lower() in _EVIDENCE


def _has_complement(verb: Token) -> bool:
    holding = {"prep"} if verb.lemma_ in {"keep", "leave"} else set()
    return any(
        c.dep_ in {"ccomp", "xcomp", "oprd", "acomp", "advcl"} | holding
        or (c.dep_ == "dobj" and any(d.lower_ in {"no", "little", "it"} for d in (c, *c.children)))
        for c in verb.children
    )
