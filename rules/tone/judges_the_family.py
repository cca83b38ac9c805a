"""Says what parents did and faced, and does not label them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from scr_lint import Block, Draft, Example, Finding, Layer, Role, Rule, Severity
from scr_lint.grammar.phrases import find_phrases
from scr_lint.grammar.stance import is_own_judgement
from scr_lint.grammar.voice import own_words, reporters_of
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
from scr_lint.persons.copied import is_copied, is_told_by_family
from scr_lint.persons.focus import focus_of
from scr_lint.persons.labels import (
    denial_of,
    is_beside_person,
    is_label,
    is_measure,
    is_refused,
    noted,
)
from scr_lint.persons.mentions import Cast, Who, known_as
from scr_lint.persons.refusals import Refusal, refusals
from scr_lint.persons.said_of import owner_of
from scr_lint.vocabulary import load_with_settings

if TYPE_CHECKING:
    from spacy.tokens import Span as SpacySpan
    from spacy.tokens import Token

_SILENT = frozenset({Role.GLOSSARY, Role.REFERENCES, Role.CONTENTS})
_PHRASES = ("phrase", "trait", "reach", "person", "measure", "denied", "else")
# What is said of character or conduct by the engine's own list, and what to say instead.
_OF_CHARACTER = ("else", "trait", "deed", "plain", "idiom", "denied", "home", "family")
_PREDICATES = frozenset({"deed"})
_JUDGEMENT = {"alternative": "describe what was seen, said and done, and what about"}
_BY_WORKERS = re.compile(
    r"\baccording to (?:\w+['’]?s? ){0,3}(?:notes?|records?|files?|logs?|reports?|midwi\w+|nurses?"
    r"|health|social|police|school|staff|workers?|professionals|practitioners|agenc\w+)\b",
    re.IGNORECASE,
)
_EVERYBODY = frozenset({"all", "everyone", "everybody", "most", "several"})
# What a paragraph that names no adult of the family says of a child.
_OF_CHILD = re.compile(
    r"\b(?:[Yy]ear (?:[7-9]|1[0-3])|school|class(?:room)?|lessons?|pupil|college|youth justice|YOT|YJS|CAMHS|foster"
    r"|placements?|missing episodes?|first aider|tutor|teachers?|outings|county lines|key stage|self-harm\w*|paediatric\w*"
    r"|(?:eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen)|aged? (?:of )?1[0-7])\b",
    re.IGNORECASE,
)
# What workers wrote, and what hands on what they thought of a family.
_PAPERS = frozenset(
    """assessment chronology closure entry file letter log minutes note notes paperwork papers record
    records referral summary""".split()
)
# A home that is a place of work: "the home was a shambles; its registered manager …".
_INSTITUTION = re.compile(
    r"\b(?:registered|residential|children['’]s home|care home|its (?:\w+ )?(?:manager|staff)|residents)\b"
)
# Of what somebody makes light; to minimise contacts or costs is to have fewer of them.
_MADE_LIGHT_OF = frozenset(
    """abuse accident account aggression allegation anger assault attack behaviour bruise bruising
    concern conflict consequence danger difficulty dispute drinking drug effect event evidence extent
    fear gravity harm history hurt illness impact importance incident injury involvement level matter
    misuse need neglect offence offending part problem quarrel responsibility risk role seriousness
    severity significance symptom threat use violence what worry""".split()
)
_OF_PEOPLE = frozenset("people person man woman parent family household home mother father".split())
# Whose judgements are their own business.
_OTHERS = frozenset("judge court magistrate jury coroner expert psychologist psychiatrist".split())


class JudgesTheFamily(Rule):
    """Words that label or judge parents and families instead of saying what happened.

    Why: “Hard to reach”, “chaotic” or “non-compliant” say how a family looked from a service, and
    are copied from file to file until nobody asks what lay behind them. They put the cause into
    the family and close off the question of what was offered, and whether it could be used. The
    family, and the child, will read them.

    Instead: Say what was seen, said and done. “Three appointments were sent to an old address” for
    “did not engage”; “no meal was at a set time” for “chaotic”; “she shouted when the plan was
    read out” for “hostile”; “services had not reached them” for “hard to reach”.

    Leaves alone: The same words about services, meetings, places and illnesses. Words in quotation
    marks, unless a chronology hands on what a worker wrote, and words named in order to find fault
    with them. What the family said of themselves, and what a court or an expert found.
    Plain statements of what a parent did or did not do (“declined the referral”, “did not attend”).
    Words about a child: see TON003.

    Contested: Ofsted’s study of 67 reviews found that parents had kept workers from the child and
    that this was missed; some fear that gentle words would hide it again. Guides on language ask
    for no silence but for facts: who was kept from seeing the child, how, and what was tried.
    """

    code = "TON004"
    name = "judges-the-family"
    severity = Severity.WARNING
    basis = ("QM14.7",)
    layers = Layer.PARSE

    flagged = (
        Example("They were seen as a hard-to-reach family.", marks=("hard-to-reach",)),
        Example(
            "The household was chaotic, and meals were eaten standing.",
            role=Role.FAMILY_BACKGROUND,
            marks=("chaotic",),
        ),
        Example("Mother failed to engage with the health visitor.", marks=("failed to engage",)),
        Example("Father was often hostile and evasive.", marks=("hostile", "evasive")),
        Example("He remained non-compliant with his tablets.", marks=("non-compliant",)),
        Example("She could be a difficult woman.", role=Role.SUMMARY, marks=("difficult",)),
        Example("The parents’ resistance to help wore staff down.", marks=("resistance to help",)),
        Example(
            "Mother put her own needs before the children’s.", marks=("put her own needs before",)
        ),
        Example("Ms K chose to stay with him.", role=Role.FINDINGS, marks=("chose to stay",)),
        Example("MGF: a drunk. Uncle not seen.", role=Role.CHRONOLOGY, marks=("a drunk",)),
        Example(
            "Ward: 'Mother manipulative re: visits.' Baby fed.",
            role=Role.CHRONOLOGY,
            marks=("manipulative",),
        ),
        Example("Staff found the grandmother overbearing.", marks=("overbearing",)),
        Example("The family’s engagement was sporadic.", marks=("sporadic",)),
        Example("The parents were not cooperative.", marks=("not cooperative",)),
        Example("He put it down to parental apathy.", marks=("apathy",)),
        Example("The flat was a bombsite.", marks=("bombsite",)),
        Example("Mother minimised the injuries.", marks=("minimised",)),
        Example("- Uncle, 40. Works away. A braggart and a bully.", marks=("bully",)),
        Example("Mother is said to have been flighty.", marks=("flighty",)),
        Example("Mr and Mrs T were haughty.", marks=("haughty",)),
        Example("The aunt never lifted a finger.", marks=("never lifted a finger",)),
        Example("Everyone at the meeting agreed that Mother was hostile.", marks=("hostile",)),
        Example(
            "Mother was said to be disengaged; the file does not show that anyone asked why.",
            marks=("disengaged",),
        ),
        Example("Father, a work-shy drinker, was not seen.", marks=("work-shy",)),
        Example("Uncle and Aunt are secretive people.", marks=("secretive",)),
        Example("There was a toxic atmosphere at home.", marks=("toxic",)),
        Example("The stepfather was a shadowy figure.", marks=("shadowy",)),
        Example("Mother had a string of short-lived relationships.", marks=("string of",)),
        Example("Both parents sabotaged the plan.", marks=("sabotaged",)),
        Example("The closing note says that the family failed to engage.", marks=("failed to",)),
    )
    passed = (
        Example("The file calls them “hard to reach”. They were at home every morning."),
        Example("The ward was chaotic that night, with beds in the corridor."),
        Example("The trust failed to engage with the review until its last month."),
        Example("The label ‘hostile’ hides how frightened this mother was."),
        Example("It had been a difficult birth, and Mother was in pain for weeks."),
        Example("Father declined the referral, as he was working nights."),
        Example("Mother told us that she had been difficult with them, and why."),
        Example("The wound was infected with a resistant strain."),
        Example("The parents were not hostile; they were tired."),
        Example("What was recorded as a hostile reception was a frightened one."),
        Example("Father described himself, laughing, as a frequent flyer."),
        Example("Mother was fobbed off by the desk."),
        Example("Mother prioritised rent over food."),
        Example("To the charge that the parents were idle the answer is that both worked nights."),
        Example("Social workers believed Father. They were naive and kind."),
        Example("The judge found that Mother was manipulative.", role=Role.APPENDIX),
        Example("There is nothing dysfunctional in a household of nine."),
        Example("Father found the clinic hard to reach."),
        Example("Words that we avoid. Hard to reach: say what was tried."),
        Example("The chair, a careless man, did not ring Father."),
        Example("It was left to a worker out of her depth. Mother had asked for help."),
        Example("The hostile neighbour upstairs poured water on the step."),
        Example("He would like people to stop calling his mother chaotic."),
        Example("The children’s home was a shambles. Its registered manager had left."),
        Example("He was non-compliant with his insulin throughout Year 9."),
        Example("The atmosphere at the meeting was toxic."),
        Example("The house was cold."),
        Example("A lock of this type is on the cot."),
        Example("Families were told to stay at home and minimise close contacts."),
        Example("The trust’s planners were not asked. Such engagement was non-existent."),
    )

    def check(self, draft: Draft) -> Iterator[Finding]:
        lists = WordLists.of(load_with_settings(__package__, "family_labels", self.settings))
        cast = focus_of(draft, self.settings.names)
        blocks = list(own_words(draft, _SILENT))
        found: dict[int, list[Refusal]] = {block.index: [] for block in blocks}
        rows = lists.of_patterns(*_PHRASES)

        rows = [*character_words(*_OF_CHARACTER), *rows]

        def fits(row: Row, tokens: SpacySpan) -> bool:
            if row["pattern"] == CHARACTER:
                return _judges(row["kind"], tokens, lists, cast)
            return row["pattern"] == "else" or _is_said_of_family(row, tokens, lists, cast)

        for match in find_phrases(draft, blocks, rows, "phrase", fits):
            if match.row["pattern"] != "else":
                tokens = match.tokens
                row = _JUDGEMENT if match.row["pattern"] == CHARACTER else match.row
                if "denied" in {match.row["pattern"], match.row.get("kind")}:
                    tokens = denial_of(tokens) or tokens
                found[match.block.index].append(Refusal(tokens, match.tokens.root, row))
        for block in blocks:
            for token in draft.docs[block.index]:
                found[block.index].extend(
                    refusal for refusal in refusals(token, lists) if is_refused(refusal, cast)
                )
            notes = draft.role_of(block.index) is Role.CHRONOLOGY
            kept = [said for said in found[block.index] if _is_meant(block, said, cast, notes)]
            if kept:
                yield self._report(draft, block, kept)

    def _report(self, draft: Draft, block: Block, kept: list[Refusal]) -> Finding:
        spans = _longest([said.tokens for said in kept])
        words = quoted_list(span.text for span in spans)
        instead = dict.fromkeys(said.row["alternative"] for said in kept)
        return self.finding(
            draft,
            [draft.span_of(block.index, span) for span in spans],
            f"{words} may judge the family where it could say what happened.",
            f"Consider: {'; or: '.join(instead)}.",
            confidence=0.8,
        )


def _longest(spans: list[SpacySpan]) -> list[SpacySpan]:
    """The spans in order, the longer of two that overlap."""
    from spacy.util import filter_spans

    return sorted(filter_spans(spans), key=lambda span: span.start)


def _is_meant(block: Block, said: Refusal, cast: Cast, notes: bool) -> bool:
    """Whether the review judges, or hands on what workers judged; courts and the family may."""
    tokens = said.tokens
    if is_told_by_family(tokens.root, cast):
        return False
    by_workers = any(
        (
            (who_is(reporter, cast) in {Who.STAFF, Who.BODY} or reporter.lower_ in _EVERYBODY)
            and reporter.lemma_.lower() not in _OTHERS
        )
        or reporter.lemma_.lower() in _PAPERS
        for reporter in reporters_of(tokens.root)
    )
    by_workers = by_workers or bool(_BY_WORKERS.search(tokens.sent.text))
    if _is_of_child(tokens):
        return False
    copied = notes and is_copied(block, tokens, cast)
    return is_own_judgement(block, tokens, copied=copied, handed_on=by_workers)


def _is_of_child(tokens: SpacySpan) -> bool:
    """Whether a note or a paragraph that names nobody speaks of a child by what children do."""
    doc = tokens.doc
    if any(known is not None and known[0] is Who.FAMILY for known in map(_known, doc)):
        return False
    return bool(_OF_CHILD.search(doc.text))


def _known(token: Token) -> tuple[Who, str] | None:
    return known_as(token.lower_)


def _judges(kind: str, tokens: SpacySpan, lists: WordLists, cast: Cast) -> bool:
    """Whether words of character, from the engine's own list, label somebody of the family."""
    if kind == "plain" and tokens.root.pos_ == "ADJ":
        return is_beside_person(tokens.root, cast)
    if kind == "home":
        place = described(tokens.root) if is_predicate(tokens.root) else None
        owner = owner_of(place) if place is not None else None
        at_work = owner is not None and who_is(owner, cast) in {Who.STAFF, Who.BODY}
        is_home = place is not None and place.lemma_.lower() in lists.words("home")
        if place is None or at_work or _INSTITUTION.search(tokens.doc.text):
            return False
        return is_home or is_label(tokens, {}, cast)
    if kind in _PREDICATES and described(tokens.root) is None and noted(tokens) is None:
        return False
    if kind == "denied":
        return denial_of(tokens) is not None and is_label(tokens, {}, cast)
    return stands_as(tokens, kind, cast) and is_label(tokens, lists.words("home"), cast)


def _is_said_of_family(row: Row, tokens: SpacySpan, lists: WordLists, cast: Cast) -> bool:
    pattern = row["pattern"]
    if _is_reducing(tokens.root):
        return False
    if pattern == "phrase":
        return not _is_kind_of_thing(tokens, cast)
    if pattern == "person":
        return is_beside_person(tokens.root, cast)
    if pattern == "denied" and denial_of(tokens) is None:
        return False
    if pattern == "measure":
        return is_measure(tokens.root, lists.words("effort"), cast)
    return is_label(tokens, lists.words("home") if pattern == "trait" else {}, cast)


def _is_reducing(verb: Token) -> bool:
    """Whether to minimise is to make less of something, and not to make light of what was done."""
    if verb.lemma_.lower() not in {"minimise", "minimize"} or verb.pos_ != "VERB":
        return False
    made_less = [c for c in verb.children if c.dep_ == "dobj"]
    wished = verb.tag_ == "VB" or verb.dep_ in {"advcl", "pcomp"}
    return any(
        c.lemma_.lower() not in (_MADE_LIGHT_OF - {"risk"} if wished else _MADE_LIGHT_OF)
        and c.pos_ == "NOUN"
        for c in made_less
    )


def _is_kind_of_thing(tokens: SpacySpan, cast: Cast) -> bool:
    """Whether "of this type" is said of a thing: "a brake of this type"."""
    noun = tokens.root.head
    return (
        tokens.root.lower_ == "of"
        and tokens[-1].lemma_ in {"type", "sort", "kind", "class"}
        and noun.pos_ == "NOUN"
        and noun.lemma_ not in _OF_PEOPLE
        and who_is(noun, cast) not in {Who.FAMILY, Who.CHILD}
    )
