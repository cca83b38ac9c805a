"""Who a recommendation asks to act: in its sentences, before its colon, or beside it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from ..draft import Addressee, Block, Draft, Recommendation, Span
from ..grammar.parse import (
    is_infinitive,
    is_passive,
    left_edge,
    noun_phrase,
    objects_of,
    own_subjects,
    subjects,
    with_conjuncts,
)
from .actors import can_act
from .bodies import (
    Standing,
    bare_name,
    is_post,
    is_proper,
    is_sector,
    is_thing,
    standing,
    standing_beside,
)
from .clauses import Request, requests
from .far import beside, far_subjects, listed_before, told
from .grouping import for_all, grouping_titles, leading_names
from .lines import details_in
from .made import is_made, is_of_them
from .named import in_layout, in_words, is_employed
from .verbs import ASKED

if TYPE_CHECKING:
    from spacy.tokens import Span as SpacySpan
    from spacy.tokens import Token

_RESTS = frozenset("rest lie sit fall belong go direct address move pass transfer".split())
_CHARGES = frozenset(
    "matter job recommendation action responsibility duty task onus ownership lead owner".split()
)
_HANDING_ON = frozenset("ask request invite require instruct commission".split())
_PRONOUNS = frozenset("i we you he she it they this that these those which who".split()) - {"those"}
_ASIDE = frozenset({"relcl", "acl", "advcl", "pcomp"})
#: Nouns for what is done, by their endings, which open a sentence with a capital as names do.
_ABSTRACT = ("ion", "ions", "ment", "ness", "ity", "ing", "ance", "ence", "ology", "ship")
#: What somebody writes or keeps: "the Board's annual report should say …" is asked of the Board.
_PAPERS = frozenset(
    """report plan strategy policy procedure protocol guidance form letter website newsletter contract
    statement leaflet template record toolkit rota register system specification""".split()
)
#: After names, that there are more of the kind, and so that nobody knows who is meant.
_AND_MORE = re.compile(
    r",? (?:and )?(?:etc\b|so (?:on|forth)\b|the like\b|(?:all )?others\b|similar )"
)
#: A body named in a note: "panels to ask".
_NOTE = re.compile(r"(?: each| all| both)? to [a-z]+\b")
#: Recommendations that make a list of which it can be told whom all are for.
_MANY = 3
#: What is done to its subject rather than by it: "all staff should receive training".
_RECEIVING = frozenset("receive undergo benefit".split())


def resolve(draft: Draft) -> Draft:
    """The draft with the addressees of its recommendations filled in.

    Without a parse only what stands beside a recommendation or in its layout is known.
    """
    if not draft.recommendations:
        return draft
    draft = _without_receiver(draft)
    of_all, leading = for_all(draft), leading_names(draft)
    return replace(
        draft,
        recommendations=tuple(
            replace(
                item,
                addressees=tuple(_distinct(_addressees(draft, item)))
                or tuple(_leading(draft, item, leading))
                or of_all,
            )
            for item in draft.recommendations
        ),
    )


def _without_receiver(draft: Draft) -> Draft:
    """The draft with nobody beside its recommendations who only receives them all.

    Over a list in which one is asked of the Trust and another of the police, "Recommendations to
    the Board" says to whom the report is made.
    """
    items = draft.recommendations
    common = set.intersection(*(set(item.named_beside) for item in items))
    if len(items) < _MANY or not common or any(draft.blocks[r.blocks[0]].cell for r in items):
        return draft
    bare = [
        replace(r, named_beside=tuple(n for n in r.named_beside if n not in common)) for r in items
    ]
    receivers = " ".join(common).lower()
    others = sum(
        any(not who.vague and who.text.lower() not in receivers for who in _addressees(draft, item))
        for item in bare
    )
    return replace(draft, recommendations=tuple(bare)) if others * 3 >= len(items) else draft


def text_start(draft: Draft, item: Recommendation) -> int:
    """The character of its first block at which a recommendation begins, after its label."""
    first_line = item.text.split("\n", 1)[0].rstrip(".")[:40]
    return max(draft.blocks[item.blocks[0]].text.find(first_line), 0)


def _leading(draft: Draft, item: Recommendation, names: Iterable[str]) -> Iterator[Addressee]:
    """The one whom a recommendation names before a colon or full stop, as those beside it do."""
    text = item.text.lstrip("*_ ")
    name = next((name for name in names if text.startswith((f"{name}: ", f"{name}. "))), None)
    if name:
        index = item.blocks[0]
        start = draft.blocks[index].text.find(name)
        yield Addressee(name, False, Span(index, start, start + len(name)))


def _addressees(draft: Draft, item: Recommendation) -> Iterator[Addressee]:
    beside = list(_beside(draft, item))
    named = any(not who.vague for who in beside)
    owned = named and draft.blocks[item.blocks[0]].cell is not None
    told: list[Addressee] = []
    for index in item.blocks:
        block = draft.blocks[index]
        start = text_start(draft, item) if index == item.blocks[0] else 0
        labelled = list(in_layout(block, start))
        doc = draft.docs.get(index)
        spoken: list[Addressee] = []
        for sentence in doc.sents if doc is not None else ():
            spoken += _in_sentence(block, sentence, start) or _of_pronoun(block, sentence, start)
        if doc is not None:
            spoken = [who for who in spoken if not _is_detail(block, who)]
            spoken = [who for who in spoken if not is_made(doc, who)] or spoken
        if any(not who.vague for who in spoken):
            # "Education: the virtual school head to …" says under which heading it falls.
            labelled = [who for who in labelled if not is_sector(who.text)]
        named = named or any(not who.vague for who in labelled)
        if owned:
            # The owner of a row sees to it that "schools to have a list" comes about.
            spoken = [
                who for who in spoken if not who.span or not _NOTE.match(block.text, who.span.end)
            ]
        told += labelled + [who for who in spoken if not (named and is_of_them(who))]
    if told and item.section in item.named_beside:
        # "For everyone who works with children" over "Professionals need to …" adds nobody.
        beside = [who for who in beside if not who.vague and not is_sector(who.text)]
    yield from beside
    yield from told


def _is_detail(block: Block, who: Addressee) -> bool:
    """Whether somebody stands in what is to come of it: "Difference to be made: boys are heard"."""
    spans = details_in(block.text) if who.span else []
    return any(who.span and begin <= who.span.start < end for begin, end in spans)


def _beside(draft: Draft, item: Recommendation) -> Iterator[Addressee]:
    """Those named in an agency cell or a heading above."""
    # A topic is no addressee; one of many headings that name who is to act, is.
    headings = {section.title for section in draft.sections} - grouping_titles(draft)
    for name in item.named_beside:
        found = standing_beside(name, heading=name in headings)
        if found:
            yield Addressee(bare_name(name), found is Standing.VAGUE)


def _in_sentence(block: Block, sentence: SpacySpan, start: int) -> list[Addressee]:
    """Those asked in a sentence, by its clauses; failing those, by their place in it."""
    found: list[Addressee] = []
    for request in requests(sentence, start):
        found += _of_request(block, request, start)
    by_clauses = bool(found)
    begin, end = max(sentence.start_char, start), sentence.end_char
    found += [more for who in found for more in beside(block, who, end)]
    if found:
        found = [*listed_before(block, found[0], begin), *found]
    if any(who.span and _AND_MORE.match(block.text, who.span.end) for who in found):
        found = [replace(who, vague=True) for who in found]
    found += [a for head in _in_charge(sentence) if (a := addressee_of(block, head, start))]
    if not by_clauses:
        found += in_words(block, sentence, start)
    if not found and begin < end:
        found += far_subjects(block, begin, end)
    return [*found, *told(block, begin, end)]


def _of_request(block: Block, request: Request, start: int) -> Iterator[Addressee]:
    """Those said to do one thing that is asked for, or asked to have it done."""
    asked = {
        head: addressee_of(block, head, start)
        for head in request.asked
        if not _is_misplaced(head, start)
    }
    named = any(who and not who.vague for who in asked.values())
    for head, who in asked.items():
        if who is None and (_is_beside_named(head) if named else _acts(head, request.verb)):
            who = _in_full(block, head, start)
        if who and not _receives(request.verb, head, who):
            yield who
    if not any(asked.values()) and not is_passive(request.verb):
        owners = (c for head in asked if head.lemma_ in _PAPERS for c in head.children)
        for owner in owners:
            who = addressee_of(block, owner, start) if owner.dep_ == "poss" else None
            if who and not who.vague:
                yield who
    for head in _handed_on(request.verb):
        who = addressee_of(block, head, start)
        if who and not who.vague:
            yield who


def _receives(verb: Token, head: Token, who: Addressee) -> bool:
    """Whether somebody is to be given something by others: "midwives should receive training".

    What anybody "needs" is for others to give, unless it is to do something.
    """
    objects = [c for c in verb.children if c.dep_ in {"dobj", "xcomp", "ccomp"}]
    if verb.lemma_ == "need":
        return bool(objects) and all(c.dep_ == "dobj" for c in objects)
    return verb.lemma_ in _RECEIVING and (who.vague or is_post(noun_phrase(head)))


def _acts(head: Token, verb: Token) -> bool:
    """Whether a noun that no list knows is of those who can do what is asked: "hoteliers"."""
    described = head.dep_ == "appos" and left_edge(head).lower_ in {"a", "an"}
    between = head.dep_ == "pobj" and head.head.lower_ == "between"
    if (
        head.dep_ == "poss"
        or between
        or described
        or is_thing(head.text)
        or head.lower_ in _PRONOUNS
    ):
        return False
    return can_act(head, verb)


def _in_full(block: Block, head: Token, start: int) -> Addressee:
    """The addressee that a noun stands for with all that tells which it is."""
    left = left_edge(head, start)
    words = head.doc[left.i : _name_end(head).i + 1]
    return Addressee(words.text, False, Span(block.index, words.start_char, words.end_char))


def _is_beside_named(head: Token) -> bool:
    """Whether a noun that no list knows is coordinated with others: "the Trust and the hospice"."""
    coordinated = head.dep_ == "conj" or any(c.dep_ == "conj" for c in head.children)
    return coordinated and head.pos_ in {"NOUN", "PROPN"} and not is_thing(head.text)


def _handed_on(verb: Token) -> Iterator[Token]:
    """Those whom a body is to ask in its turn: "the Board should ask the Trust to …"."""
    asks = any(c.dep_ in {"xcomp", "ccomp"} and is_infinitive(c) for c in verb.children)
    for_it = verb.lemma_ == "ask" and any(c.lower_ == "for" for c in verb.children)
    if verb.lemma_ not in _HANDING_ON or not (asks or for_it):
        return
    for child in verb.children:
        if child.dep_ in {"dobj", "dative"}:
            yield from with_conjuncts(child)
        elif child.dep_ == "ccomp" and is_infinitive(child):
            yield from own_subjects(child)


def _of_pronoun(block: Block, sentence: SpacySpan, start: int) -> list[Addressee]:
    """Those that "it should …" and "she should now do so" go back to."""
    heads = [head for request in requests(sentence, start) for head in request.asked]
    if not heads or any(head.lower_ not in _PRONOUNS for head in heads):
        return []
    for token in reversed(sentence.doc[: heads[0].i]):
        if token.idx < start or token.dep_ not in {"nsubj", "nsubjpass"}:
            continue
        clause = token.head
        while clause.dep_ == "conj":
            clause = clause.head
        found = addressee_of(block, token, start) if clause.dep_ not in _ASIDE else None
        if found and not found.vague:
            return [found]
    return []


def addressee_of(block: Block, head: Token, start: int = 0) -> Addressee | None:
    """The addressee that a noun stands for, None for one that cannot act."""
    left = left_edge(head, start)
    if left.lower_ == "that" and left.i < head.i and (left.is_sent_start or left.idx == start):
        left = left.nbor()  # "That Ofsted be asked to …": no determiner, whatever the parse says
    phrase = noun_phrase(head, start)
    if (
        left.tag_ == "MD"
        or _is_set_aside(head, left)
        or (head.pos_ == "PRON" and head.lower_ in _PRONOUNS)
    ):
        return None
    if head.dep_ == "appos" and left.lower_ in {"a", "an"}:
        return None  # "Tidewater Homes, a registered provider with …"
    those = "those" in {head.lower_, left.lower_}  # "those commissioning": a noun to the parse
    found = Standing.VAGUE if those else standing(phrase)
    if found is None and head.pos_ == "PROPN":  # "the Head of Family Support" as one long name
        post = standing(re.split(r" (?:of|for) ", phrase)[0])
        found = post if post is Standing.NAMED else None
    first = bool(left.is_sent_start) or left.idx == start
    first = first and (head.pos_ != "PROPN" or phrase.endswith(_ABSTRACT))
    if found is None and is_proper(phrase, first=first):
        found = Standing.NAMED
    if found is None:
        return None
    vague = found is Standing.VAGUE and not is_employed(head)
    tokens = head.doc[left.i : _name_end(head).i + 1]
    text = tokens.text
    if left.tag_ == "DT":
        text = text[0].lower() + text[1:]
    return Addressee(text, vague, Span(block.index, tokens.start_char, tokens.end_char))


def _is_set_aside(head: Token, left: Token) -> bool:
    """Whether a name is said not to be meant: "the Board (and not, as a draft had it, the Trust)"."""
    first = head.head
    between = head.doc[first.i + 1 : left.i] if head.dep_ in {"conj", "appos"} else ()
    return any(t.lower_ in {"not", "never"} for t in between) and not any(
        t.tag_ == "MD" for t in between
    )


def _is_misplaced(head: Token, start: int) -> bool:
    """Whether a name belongs to an earlier phrase: "training for GPs, midwives and nurses"."""
    first = head.head
    return (
        head.dep_ == "conj"
        and standing(noun_phrase(first, start)) is None
        and any(c.dep_ == "prep" and c.i < head.i for c in first.children)
    )


def _name_end(head: Token) -> Token:
    """The last word of a name that goes on: "Director of Children's Services"."""
    following = head.doc[head.i + 1] if head.i + 1 < len(head.doc) else head
    if following.head == head and following.lower_ in {"of", "for"}:
        tail = list(following.subtree)
        if len(tail) <= 12 and not any(t.dep_ == "relcl" for t in tail):
            return following.right_edge
    return head


def _in_charge(sentence: SpacySpan) -> Iterator[Token]:
    """Those of "responsibility rests with the Trust", "it is for the Board", "our advice to X"."""
    for token in sentence:
        if token.lemma_ == "be" or token.lemma_ in _RESTS:
            about = {t.lemma_.lower() for s in subjects(token) for t in (s, *s.children)}
            if about & _CHARGES:
                yield from (c for s in subjects(token) for c in s.children if c.dep_ == "poss")
                yield from objects_of(token, {"with", "to", "for", "on", "upon"})
                yield from (c for c in token.children if c.dep_ == "attr")
            elif not about and token.is_sent_start:  # "Recommendation 6 | is for the Trust"
                yield from objects_of(token, {"for", "to"})
            elif "it" in about:
                yield from objects_of(token, {"for"} if token.lemma_ == "be" else {"with", "to"})
        elif token.dep_ == "relcl" and _is_asked(token):
            yield token.head
        elif token.lemma_ == "recommendation":
            yield from objects_of(token, {"to", "for"})
        elif token.lemma_ in _CHARGES and token.dep_ == "attr":
            yield from objects_of(token, {"of", "for"})


def _is_asked(clause: Token) -> bool:
    """Whether a relative clause asks the named body before it to act: "…, which should …"."""
    should = any(c.lower_ in {"should", "must"} for c in clause.children) and not is_passive(clause)
    past = any(c.lemma_ == "have" and c.dep_ == "aux" for c in clause.children)
    by_it = any(s.tag_ in {"WDT", "WP"} for s in own_subjects(clause))
    named = standing(noun_phrase(clause.head)) is Standing.NAMED
    bidden = clause.lemma_ in ASKED and is_passive(clause)  # not "the nurse who looks after him"
    return (should or bidden) and by_it and named and not past


def _distinct(found: Iterable[Addressee]) -> Iterator[Addressee]:
    """Each addressee once, however often it is named: "the Director" is the one named in full."""
    seen: list[str] = []
    for addressee in found:
        key = re.sub(r"^(?:the|an?) ", "", addressee.text.lower())
        if not any(re.search(rf"\b{re.escape(key)}\b", longer) for longer in seen):
            seen.append(key)
            yield addressee
