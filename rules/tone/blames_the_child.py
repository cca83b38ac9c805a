"""Does not hold a child responsible for what others did."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import get_close_matches
from typing import TYPE_CHECKING

from scr_lint import Block, Draft, Example, Finding, Layer, Role, Rule, Severity, Span
from scr_lint.grammar.phrases import find_phrases
from scr_lint.grammar.quotation import is_endorsed, is_named, is_quoted, takes_issue
from scr_lint.grammar.stance import is_charge, is_defined, is_set_aside, lists_words_to_avoid
from scr_lint.grammar.voice import is_denied, own_words, sentences_around
from scr_lint.grammar.wordlists import Row, WordLists
from scr_lint.lists import quoted_list
from scr_lint.persons.character import (
    CHARACTER,
    character_words,
    described,
    is_predicate,
    stands_as,
)
from scr_lint.persons.children import who_is
from scr_lint.persons.choices import choices
from scr_lint.persons.copied import is_copied, is_told_by_family
from scr_lint.persons.focus import focus_of
from scr_lint.persons.mentions import Cast, Who
from scr_lint.persons.of_child import ABSENT, is_of_nobody_named, is_said_of_child, is_their_parent
from scr_lint.persons.refusals import Refusal, refusals
from scr_lint.vocabulary import load_with_settings

if TYPE_CHECKING:
    from spacy.tokens import Span as SpacySpan
    from spacy.tokens import Token

_SILENT = frozenset({Role.GLOSSARY, Role.REFERENCES, Role.CONTENTS})
# What is said of character by the engine's own list, and what to say instead.
_OF_CHARACTER = ("else", "trait", "deed", "family")
_JUDGEMENT = {
    "pattern": "phrase",
    "about": "doer",
    "beside": "",
    "alternative": "say what the child did, and what it may have told of what was done to them",
}
# Who a pronoun stands for is a guess.
_SURE = 0.85
_CAUSING = frozenset(
    "lead cause provoke bring result trigger drive contribute end put place leave expose".split()
)
_GOING_ON = frozenset("carry go run take get".split())
# With whom somebody may have gone off, where the parse names no person.
_COMPANY = frozenset(
    """associate boyfriend crew crowd dealer friend gang girlfriend group lad lot man mate older partner
    peer people person set somebody someone woman""".split()
)
_REFLEXIVES = frozenset({"himself", "herself", "themselves", "themself"})
_LAW = re.compile(r"\b(?:section|s\.?) ?\d+|\bAct\b|\bsecure order\b")
_AGE = re.compile(r"\b(?:aged?|of) (\d\d)\b|\b(\d\d)[- ]years?[- ]old")


class BlamesTheChild(Rule):
    """Words that put on a child the responsibility for what others did or had to do.

    Why: A child cannot choose to be exploited, and a child of four does not “fail to attend”:
    somebody has to bring her. Words like “lifestyle choice”, “putting herself at risk” or
    “refused to engage” turn what was done to a child into something the child did. They close
    off the question of what adults did, and once on file they are copied forward.

    Instead: Say what others did to the child, and what services tried. “Was not brought” for
    “did not attend”; “was sexually exploited by” for “was involved in”; “workers had not found
    a way to reach him” for “would not engage”.

    Leaves alone: The same words about adults and organisations (“Father refused to engage”,
    “the school nurse did not attend”). Words in quotation marks, and words that the passage
    names in order to find fault with them. Denials (“never a lifestyle choice”). Absence from
    school, meetings and court.

    Contested: Some health services keep “did not attend” for older adolescents who make their
    own way to clinic; others say “was not brought” up to 18. Guides differ on many of these
    words, and the list names its source for each.
    """

    code = "TON003"
    name = "blames-the-child"
    severity = Severity.ERROR
    basis = ("QM14.7", "PANEL.4")
    layers = Layer.PARSE

    flagged = (
        Example("The girl carried on with older men.", marks=("carried on with",)),
        Example(
            "Child B (aged 4) did not attend three of her six hearing tests.",
            role=Role.CHRONOLOGY,
            marks=("did not attend",),
        ),
        Example(
            "By then the girl was putting herself at risk most weekends.",
            marks=("putting herself at risk",),
        ),
        Example(
            "The officer called it a lifestyle choice, and no crime was recorded for the boy.",
            marks=("lifestyle choice",),
        ),
        Example(
            "Maya was offered a mentor. She refused to\nengage, and the service closed her case.",
            marks=("refused to",),
        ),
        Example("At thirteen she was described by staff as promiscous.", marks=("promiscous",)),
        Example("Child T DNA clinic again in May.", role=Role.CHRONOLOGY, marks=("DNA",)),
        Example(
            "YP1’s refusal to co-operate with his workers left them few options.",
            marks=("refusal to",),
        ),
        Example("The twins were streetwise and manipulative.", marks=("streetwise",)),
        Example("She had become a child prostitute by then.", marks=("child prostitute",)),
        Example(
            "It has to be said that Child K brought much of this on himself.",
            role=Role.FINDINGS,
            marks=("brought much of this on himself",),
        ),
        Example(
            "The young people who missed their appointments were discharged.",
            marks=("missed their appointments",),
        ),
        Example(
            "PA: 'Sabotages every placement.' Child J not seen.",
            role=Role.CHRONOLOGY,
            marks=("Sabotages",),
        ),
        Example("The girl voted with her feet.", marks=("voted with her feet",)),
        Example(
            "Nov: T refuses to engage w. substance worker.",
            role=Role.CHRONOLOGY,
            marks=("refuses to engage",),
        ),
        Example("Child B was whiny and sullen.", marks=("whiny", "sullen")),
        Example(
            "Female, 14, seen on the pier. Asking for trouble.",
            role=Role.CHRONOLOGY,
            marks=("Asking for trouble",),
        ),
        Example("Eye test. Child DNA.", role=Role.CHRONOLOGY, marks=("DNA",)),
        Example("Zak was old beyond his years.", marks=("old beyond his years",)),
        Example(
            "The girl brought more than a little of it on herself.",
            marks=("brought more than a little of it on herself",),
        ),
        Example("Child E chose to pull his tube out.", marks=("chose to pull",)),
        Example("The boy had only himself to thank.", marks=("only himself to thank",)),
        Example("The girl held the family to ransom.", marks=("held the family to ransom",)),
        Example(
            "The home wrote that she was “asking for trouble”, and we see no reason to differ.",
            marks=("asking for trouble",),
        ),
    )
    passed = (
        Example("The girl carried on with her schoolwork."),
        Example("A service without a plan lays itself open to blame."),
        Example("Mother did not attend three of her appointments with the midwife."),
        Example("Father, who lived with Child B, refused to engage with the drugs service."),
        Example("Child B was not brought to three of her six hearing tests."),
        Example(
            "Staff wrote that she was ‘putting herself at risk’. The phrase hides the men who "
            "were waiting for her."
        ),
        Example("Exploitation is never a lifestyle choice, and he was eleven."),
        Example("The school nurse and CAMHS did not attend the meeting about Child A."),
        Example("The man had manipulated the boy and his mother for years."),
        Example("> I did not attend because nobody would take me."),
        Example("The DNA sample from the blanket matched the baby’s."),
        Example("Workers failed to engage the girl in a way that she could use."),
        Example("Child A’s parents failed to attend, and he waited in the corridor."),
        Example("The term child prostitute was taken out of the law; no child can be one."),
        Example("Zak did not attend school that term, since no place had been found for him."),
        Example("Child L refused to go home on two Fridays running."),
        Example("Children do not choose to stay out in the cold."),
        Example("Phrases that we do not use. Streetwise: say what he knew."),
        Example("The count was one of wilful neglect of Child P."),
        Example("Boiler failed its safety check.", role=Role.CHRONOLOGY),
        Example("She chose him over her child. She was dishonest with the conference."),
        Example("Child E chose to sit by the window."),
        Example("Beyond parental control: words from section 31 of the Children Act 1989."),
    )

    def check(self, draft: Draft) -> Iterator[Finding]:
        lists = WordLists.of(load_with_settings(__package__, "loaded_language", self.settings))
        cast = focus_of(draft, self.settings.names)
        blocks = list(own_words(draft, _SILENT))
        found: dict[int, list[Refusal]] = {block.index: [] for block in blocks}
        rows = [*lists.of_patterns("phrase"), *character_words(*_OF_CHARACTER)]

        def fits(row: Row, tokens: SpacySpan) -> bool:
            return row["pattern"] != CHARACTER or _is_of_child(tokens, row["kind"], cast)

        for match in find_phrases(draft, blocks, rows, "phrase", fits):
            if match.row["pattern"] != "else":
                row = _JUDGEMENT if match.row["pattern"] == CHARACTER else match.row
                found[match.block.index].append(Refusal(match.tokens, match.tokens.root, row))
        absences: list[Span] = []
        for block in blocks:
            for token in draft.docs[block.index]:
                found[block.index].extend(refusals(token, lists))
                found[block.index].extend(choices(token, lists))
                found[block.index].extend(_other_words(token, lists))
            notes = draft.role_of(block.index) is Role.CHRONOLOGY
            kept = [said for said in found[block.index] if _is_blame(block, said, cast, notes)]
            loaded = [said for said in kept if said.row["pattern"] not in ABSENT]
            absences += _spans(draft, block, [said for said in kept if said not in loaded])
            if loaded:
                yield self._report(draft, block, loaded)
        if absences:
            yield self.finding(
                draft,
                absences,
                f"“{draft.text_at(absences[0])}” is said of a child, whom somebody has to bring.",
                "Consider “was not brought”, and say what was known about why.",
                confidence=_SURE,
            )

    def _report(self, draft: Draft, block: Block, kept: list[Refusal]) -> Finding:
        spans = _spans(draft, block, kept)
        words = quoted_list(map(draft.text_at, spans))
        instead = dict.fromkeys(said.row["alternative"] for said in kept)
        return self.finding(
            draft,
            spans,
            f"{words} may hold the child responsible for what others did or had to do.",
            f"Consider: {'; or: '.join(instead)}.",
            confidence=_SURE,
        )


def _spans(draft: Draft, block: Block, kept: list[Refusal]) -> list[Span]:
    """Where words stand, in order, the longer of two that overlap."""
    from spacy.util import filter_spans

    tokens = sorted(filter_spans([said.tokens for said in kept]), key=lambda span: span.start)
    return [draft.span_of(block.index, span) for span in tokens]


def _other_words(token: Token, lists: WordLists) -> Iterator[Refusal]:
    """A boyfriend of age, behaviour that "led to" harm, a loaded word that is misspelt."""
    if token.lemma_ == "bring" and (end := _on_oneself(token)) is not None:
        yield Refusal(
            token.doc[token.i : end + 1], token, lists.words("phrase")["bring it on oneself"]
        )
    row = lists.row(token, "partner")
    if row and _is_grown_up(token):
        yield Refusal(token.doc[token.i : token.i + 1], token, row)
    row = lists.row(token, "cause")
    if row and token.dep_ == "nsubj" and token.head.lemma_ in _CAUSING:
        yield Refusal(token.doc[token.i : token.head.i + 1], token, row)
    if token.is_oov and token.is_alpha and len(token.text) > 7:
        words = lists.words("phrase")
        for word in get_close_matches(token.lower_, words, 1, 0.9):
            yield Refusal(token.doc[token.i : token.i + 1], token, words[word])


def _on_oneself(verb: Token) -> int | None:
    """Where "brought a good deal of it on himself" ends, however much it was."""
    for word in verb.doc[verb.i + 1 : min(verb.i + 10, verb.sent.end)]:
        before = verb.doc[word.i - 1].lower_
        if word.lower_ in _REFLEXIVES and before in {"on", "upon"}:
            return word.i
    return None


def _is_of_child(tokens: SpacySpan, kind: str, cast: Cast) -> bool:
    """Whether a word of character is said of a child, right beside one or of its subject."""
    word = tokens.root
    if word.pos_ not in {"ADJ", "NOUN", "VERB", "PROPN"} or not stands_as(tokens, kind, cast):
        return False
    if word.pos_ in {"ADJ", "NOUN", "PROPN"} and not (word.dep_ == "amod" or is_predicate(word)):
        return False
    noun = described(word)
    if noun is None or who_is(noun, cast) is not Who.CHILD:
        return False
    if word.pos_ == "VERB" and word.head.lemma_ in {"let", "allow", "leave"}:
        return False  # "Mum let the children run wild"
    return not is_their_parent(noun, cast)


def _is_grown_up(partner: Token) -> bool:
    """Whether a boyfriend or "a relationship with" somebody of age: "her boyfriend (aged 26)"."""
    if partner.lemma_ == "relationship" and all(c.lower_ != "a" for c in partner.children):
        return False
    near = partner.doc[max(0, partner.i - 6) : partner.i + 6].text
    return any(int(age[1] or age[2]) >= 18 for age in _AGE.finditer(near))


def _is_blame(block: Block, said: Refusal, cast: Cast, notes: bool) -> bool:
    """Whether words are the review's own, or copied from a file in a chronology (`notes`), stand
    undenied, and are said of a child."""
    tokens, top = said.tokens, said.tokens.root
    copied = notes and is_copied(block, tokens, cast)
    handed = copied or is_endorsed(top.sent.text)
    if lists_words_to_avoid(block.text) or is_defined(tokens):
        return False
    if is_quoted(block, tokens.start_char, tokens.end_char) and not handed:
        return False
    if is_charge(top) or (top.lemma_.lower().startswith("abscond") and _LAW.search(top.sent.text)):
        return False
    passage = " ".join(sentence.text for sentence in sentences_around(top))
    if takes_issue(passage if is_named(block, tokens.start_char) else top.sent.text):
        return False
    if said.row["pattern"] == "phrase" and _is_denied(tokens):
        return False
    beside = said.row["beside"].split()
    if beside and not re.search(rf"\b(?:{'|'.join(beside)})", passage, re.IGNORECASE):
        return False
    if any(t.lower_ == "itself" for t in tokens) or _is_with_a_thing(tokens, cast):
        return False
    if said.row["about"] == "anyone":
        return True
    if copied and is_of_nobody_named(said, cast):
        return True
    return not is_told_by_family(top, cast) and is_said_of_child(said, cast, notes)


def _is_denied(tokens: SpacySpan) -> bool:
    """Never a lifestyle choice; but not "had they not been so willing"."""
    top = tokens.root
    if tokens[0].dep_ == "neg":
        return False  # "did not help himself" is denied in the phrase itself
    if is_denied(top) or "no such thing" in top.sent.text.lower():
        return True
    relations = {child.dep_ for child in top.children}
    if top.lemma_ == "manipulate" and "auxpass" in relations and "agent" not in relations:
        return True  # "he had been manipulated"
    return is_set_aside(tokens)


def _is_with_a_thing(tokens: SpacySpan, cast: Cast) -> bool:
    """Whether what somebody "carried on with" or "went off with" is a thing and no company."""
    last = tokens[-1]
    if last.lower_ != "with" or tokens[0].lemma_ not in _GOING_ON or len(tokens) < 3:
        return False
    beside = [c for c in last.children if c.dep_ == "pobj"]
    return any(
        noun.pos_ == "NOUN" and who_is(noun, cast) is None and noun.lemma_ not in _COMPANY
        for noun in beside
    )
