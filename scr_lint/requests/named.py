"""Who is named by the layout of a recommendation, or by words that the parse gets wrong.

"Northfield Trust: …", "Action: Head of Midwifery", "… (the Constabulary)"; "CAMHS to stop …",
"we recommend that the Trust review …".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..draft import Addressee, Block, Span
from ..grammar.parse import left_edge, neighbour, noun_phrase, objects_of
from .actors import can_act
from .bodies import (
    Standing,
    bare_name,
    is_people,
    is_proper,
    is_thing,
    names_body,
    standing,
    standing_beside,
)
from .clauses import REFLEXIVE
from .verbs import ASKED, RECOMMENDING, URGED, is_action

if TYPE_CHECKING:
    from spacy.tokens import Span as SpacySpan
    from spacy.tokens import Token

#: "Northfield Trust: …", "Recommendation for the Police – …", "To the Health Board: that …".
_LEAD = re.compile(r"\W*(?P<name>[^:.;\n]{2,90}?)\s*(?::|\s[–—-]\s|$)")
_MARKED = re.compile(
    r"(?:^|(?<=[.;]\s))\W*(?:action(?:\sby|\sfor)?|to|for|owner|lead)\s*[:–—-]\s*"
    r"(?P<name>(?:the\s)?[A-Z][^.;:\n]{1,80}?)\s*(?=[.;\n]|$)",
    re.IGNORECASE,
)
_OPENING = re.compile(r"\W*\((?:[Ff]or |[Tt]o )?(?P<name>[^()]{2,80}?)\.?\)")
#: "The Chief Executive, Tidewater Council. You should …", "To the Head and to the governors. …".
_ADDRESS = re.compile(r"[^\w(]*(?P<name>(?:(?:To|For) )?[A-Z][^.:;?!]{2,120})\.\W{0,3}\s+(?=[A-Z])")
#: "Harbour Trust, please could you …?"
_SPOKEN_TO = re.compile(
    r"\W*(?P<name>[^,.:;?!]{3,80}), (?:(?:please|kindly),? )?(?:could|would|can|will) you\b",
    re.IGNORECASE,
)
_CLOSING = re.compile(
    r"(?:[(\[](?P<name>[^()\[\]]{2,80})[)\]]"
    r"|\s[–—-]\s(?P<dashed>[^.;:()–—]{3,60}?)(?:\sto\s(?:action|lead|do|own|progress)|\sby\s[^.()]{3,20})?)\W*$"
)
_WHO = re.compile(r"\bwho(?: \w+){0,4}[?:]\s*(?P<name>[^.;?\n]{3,80})", re.IGNORECASE)
_IN_LEAD = re.compile(
    r"\bwith (?P<name>[^,;.]{3,60}?) (?:taking|leading|in the lead|in charge|as lead|chairing)\b"
    r"|\bunder the (?:leadership|direction|oversight|guidance|management) of "
    r"(?P<under>[^,;.]{3,70})",
    re.IGNORECASE,
)
#: What else stands in brackets after a label: "(Key Theme)", "(Short Term)", "(High Priority)".
_TOPIC = re.compile(
    r"\b(?:themes?|findings?|priorit\w+|term|level|see|part|section|chapter|phase|stage|urgent|strand|"
    r"objective|area|national|single|multi-agency|link\w*|appendix|standard|status)\b|\d",
    re.IGNORECASE,
)
_CIRCUMSTANCE = re.compile(
    r"\W*(?:where|when|wherever|whenever|if|as|in|at|by|from|until|before|after|on|once|with|for)\w*\b"
    r"[^,.;:]{0,80}, ",
    re.IGNORECASE,
)
_TWO = 2
_FINITE = frozenset("is are was were has have that which who".split())
_AT_WORK = frozenset("at in of from within for".split())
_JOINING = frozenset("of for and the to & 's ’s".split())
_TO = frozenset({"To", "For"})
#: Endings of nouns for what is done or thought, which head topics as names head what a body is told.
_ABSTRACT = ("ion", "ions", "ment", "ments", "ness", "ity", "ing", "ance", "ence", "ship")


def in_layout(block: Block, start: int) -> Iterator[Addressee]:
    """Those named before the colon, after "Action:", or by themselves at the end."""
    text = block.text[start:]
    matches = (
        _LEAD.match(text),
        _ADDRESS.match(text),
        _OPENING.match(text),
        _SPOKEN_TO.match(text),
        _MARKED.search(text),
        _WHO.search(text),
        _CLOSING.search(text),
    )
    for match in matches:
        if match is None:
            continue
        group = "name" if match["name"] else "dashed"
        words = match[group].split()
        common = words[0][0].islower() and words[0] != "the" and match.re is not _OPENING
        if common or is_action(words[0].lower()):
            continue
        if match.end() == len(text) and match.re is _LEAD and not _is_name(words):
            continue
        if match.re is _ADDRESS and not _is_name(words[1:] if words[0] in _TO else words):
            continue
        found = standing_beside(match[group], heading=True)
        if found is None and match.re is _OPENING and _is_bracketed_name(match["name"]):
            found = Standing.NAMED
        if found is None and match.re is _LEAD and _is_told(match["name"], text[match.end() :]):
            found = Standing.NAMED
        if found is Standing.NAMED or (found and match.re is not _CLOSING):
            name = bare_name(match[group])  # "Action for the Trust: …"
            end = start + match.end(group)
            yield Addressee(name, found is Standing.VAGUE, Span(block.index, end - len(name), end))


def _is_told(name: str, after: str) -> bool:
    """Whether a name stands before a command: "NHS Highland – find out why"."""
    command = re.match(r"\W*([a-z]+)\b", after)
    topic = name.endswith(_ABSTRACT) or is_action(name.split()[0].lower())
    return bool(command and is_action(command[1])) and not topic and is_proper(name, first=True)


def _is_bracketed_name(words: str) -> bool:
    """Whether words in brackets before a recommendation have the shape of a body's name."""
    topic = bool(_TOPIC.search(words))
    return len(words.split()) > 1 and not topic and is_proper(words, first=False)


def _is_name(words: list[str]) -> bool:
    """Whether words are capitalised like a name that stands on a line of its own."""
    return all(word[0].isupper() or word in _JOINING for word in words)


def in_words(block: Block, sentence: SpacySpan, start: int) -> Iterator[Addressee]:
    """Those named before "to" in a note, or after "recommends that"."""
    tokens = [t for t in sentence if t.idx >= start and not t.is_space]
    if not tokens:
        return
    yield from _before_infinitive(block, tokens)
    yield from _after_that(block, tokens)
    yield from _for_whom(block, tokens)
    yield from _in_lead(block, tokens)


def _in_lead(block: Block, tokens: list[Token]) -> Iterator[Addressee]:
    """Those of "…, with the Named Midwife taking the lead", "under the direction of the Chief Nurse"."""
    start, end = tokens[0].idx, tokens[-1].idx + len(tokens[-1])
    match = _IN_LEAD.search(block.text, start, end)
    if match is None:
        return
    group = "name" if match["name"] else "under"
    found = standing_beside(match[group], heading=True)
    if found is Standing.NAMED:
        yield Addressee(match[group], False, Span(block.index, *match.span(group)))


def _before_infinitive(block: Block, tokens: list[Token]) -> Iterator[Addressee]:
    """Those of "CAMHS to stop closing cases by letter": the words before "to"."""
    if tokens[0].lower_ in {"to", *URGED} or _is_phrasal_command(tokens):
        return
    for position, token in enumerate(tokens[1:-1], 1):
        following = tokens[position + 1]
        if _says_who(token, tokens[0]):
            continue
        if token.tag_ == "MD" or token.lower_ in _FINITE or _tells(token):
            return
        if token.lower_ == "be" and position > 1 and following.lemma_ in URGED:
            return  # "that reception staff be encouraged to speak up": by whom, it does not say
        if token.lower_ == "to" and following.tag_ in {"VB", "RB"}:
            done = tokens[position + 2 : position + 3]  # none where a note breaks off
            passive = following.lower_ == "be" and any(t.tag_ == "VBN" for t in done)
            if passive and done[0].lemma_ not in (ASKED - URGED) | REFLEXIVE:
                return
            at = tokens[0].idx
            lead = _CIRCUMSTANCE.match(block.text, at, token.idx)
            at = lead.end() if lead else at
            before = block.text[at : token.idx].strip(" ,")
            # "Joint visits with the drug service to begin" names the service and does not ask it.
            own = re.split(r" (?:with|by|via|through) ", before)[0]
            found = standing_beside(own, heading=True)
            if found is None and is_proper(re.split(r",| of | for ", before)[0], first=True):
                found = Standing.NAMED
            if found is None and tokens[0].lower_ == "those":
                found = Standing.VAGUE
            if found is None and _is_of_actors(tokens[:position], following):
                found = Standing.NAMED
            if found:
                vague = found is Standing.VAGUE and not is_employed(_head(tokens[:position]))
                yield Addressee(before, vague, Span(block.index, at, at + len(before)))
            return


def _is_phrasal_command(tokens: list[Token]) -> bool:
    """Whether a sentence opens with a command and its object: "Bring down the spend on …"."""
    first = tokens[0]
    if not is_action(first.lower_) or first.tag_ not in {"VB", "VBP"} or len(tokens) < _TWO:
        return False
    following = tokens[2] if tokens[1].tag_ == "RP" and len(tokens) > _TWO else tokens[1]
    return following.pos_ == "DET" or following.tag_ == "PRP$"


def is_employed(people: Token) -> bool:
    """Whether vague people are said to work for a named body: "staff at the Family Hub"."""
    if not is_people(noun_phrase(people)):
        return False
    for place in objects_of(people, _AT_WORK):
        words = noun_phrase(place)
        if any(map(str.isupper, words)) and names_body(words):
            return True
        one = place.tag_ == "NN" and left_edge(place).lower_ in {"the", "its", "their"}
        which = any(c.dep_ == "compound" for c in place.children)
        if one and (standing(words) is Standing.NAMED or (which and can_act(place))):
            return True  # "managers in the referral service"
    return False


def _head(words: list[Token]) -> Token:
    """The noun that some words before "to" turn on: what stands before the first preposition."""
    joint = next((t for t in words if t.pos_ in {"ADP", "SCONJ", "PUNCT"}), None)
    return neighbour(joint, -1) if joint else words[-1]


def _says_who(token: Token, first: Token) -> bool:
    """Whether a word stands in what says who is meant: "Those who have a key to lock up"."""
    told = any(t.dep_ in {"relcl", "acl"} for t in (token, *token.ancestors) if t.i > first.i)
    told = told and token.tag_ != "TO"
    return first.lower_ in {"those", "anyone", "anybody", "everyone", "everybody"} and told


def _is_of_actors(words: list[Token], verb: Token) -> bool:
    """Whether some words before "to" are a noun for those who can act: "hoteliers in the county"."""
    noun = _head(words)
    return noun in words and not is_thing(noun.text) and can_act(noun, verb)


def _tells(token: Token) -> bool:
    """Whether a word is a verb that tells what was done, and no slip of the tagger."""
    if token.tag_ not in {"VBD", "VBZ"} or not any(c.dep_ == "nsubj" for c in token.children):
        return False
    return neighbour(token, -1).pos_ not in {"DET", "ADJ"}


def _after_that(block: Block, tokens: list[Token]) -> Iterator[Addressee]:
    """Those of "we recommend that the Trust review its policy": a bare verb taken for a noun.

    What follows the name must be able to be the verb, or nothing can be said.
    """
    for position, token in enumerate(tokens):
        before = tokens[max(position - 4, 0) : position]  # "I recommend, lastly, that"
        opens = position == 0 or any(t.lemma_ in RECOMMENDING or t.text == ":" for t in before)
        if token.lower_ != "that" or not opens:
            continue
        name = tokens[position + 1 : position + 16]
        for length in range(1, len(name)):
            words = block.text[name[0].idx : name[length - 1].idx + len(name[length - 1])]
            found = standing(words)
            end = _name_end(name, length)
            if [t.tag_ for t in name[end : end + 2]] == ["VB", "VBN"] and name[end].lower_ == "be":
                return  # "that contact centres be put on the list"
            if (
                found
                and end < len(name)
                and (_is_bare_verb(name[end]) or _goes_on(name[end], tokens))
            ):
                last = name[end - 1]
                span = Span(block.index, name[0].idx, last.idx + len(last))
                yield Addressee(block.text[span.start : span.end], found is Standing.VAGUE, span)
                return


def _goes_on(comma: Token, tokens: list[Token]) -> bool:
    """Whether a bare verb follows what stands between commas: "the Board, having …, invite each …"."""
    if comma.text != "," or neighbour(comma).tag_ not in {"VBG", "IN"}:
        return False
    later = (t for t in tokens if t.i > comma.i and t.text == ",")
    return any(is_action(neighbour(t).lower_) for t in later if t.i + 1 < len(t.doc))


def _is_bare_verb(token: Token) -> bool:
    """Whether a word can be the verb of "that the Ministry legislate", whatever it was taken for."""
    clause = token.dep_ == "ccomp" and token.text.islower() and not token.text.endswith("s")
    return is_action(token.lower_) or clause


def _for_whom(block: Block, tokens: list[Token]) -> Iterator[Addressee]:
    """Those of "it would seem sensible for the Trust to …", "a duty is placed on the Trust to …"."""
    copular = any(t.dep_ == "ROOT" and t.lemma_ in {"be", "seem", "need"} for t in tokens)
    for position, token in enumerate(tokens):
        if token.lower_ not in {"on", "upon"} and not (copular and token.lower_ == "for"):
            continue
        name = tokens[position + 1 : position + 12]
        to = next((i for i, t in enumerate(name) if t.lower_ == "to"), 0)
        if not to or to + 1 == len(name) or name[to + 1].tag_ != "VB":
            continue
        span = Span(block.index, name[0].idx, name[to - 1].idx + len(name[to - 1]))
        words = block.text[span.start : span.end]
        found = standing_beside(words, heading=True)
        if found:
            yield Addressee(words, found is Standing.VAGUE, span)


def _name_end(tokens: list[Token], length: int) -> int:
    """Where a name that begins with some tokens ends: "the Secretary for Transport | review"."""
    end = length
    while end < len(tokens) and (
        tokens[end].lower_ in _JOINING or (end > length and tokens[end].text[0].isupper())
    ):
        end += 1
    return end
