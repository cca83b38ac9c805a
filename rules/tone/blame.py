"""Looks for explanations, not for somebody to blame."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from scr_lint import Block, Draft, Example, Finding, Layer, Role, Rule, Severity
from scr_lint.grammar.phrases import find_phrases
from scr_lint.grammar.stance import is_judged_by_others, is_own_judgement
from scr_lint.grammar.voice import own_words
from scr_lint.grammar.wordlists import Row, WordLists
from scr_lint.lists import quoted_list
from scr_lint.persons.blaming import Blame, blaming, is_thing
from scr_lint.persons.carried_on import is_worker
from scr_lint.persons.character import (
    CHARACTER,
    character_words,
    is_done,
    judges_worker,
    who_of,
)
from scr_lint.persons.children import PERSONAL, cast_of, who_is
from scr_lint.persons.labels import is_noted, noted, stands_for
from scr_lint.persons.mentions import Cast, Who, mention_of
from scr_lint.persons.of_whom import said_of
from scr_lint.persons.said_of import concerned
from scr_lint.vocabulary import load_with_settings

if TYPE_CHECKING:
    from spacy.tokens import Span as SpacySpan
    from spacy.tokens import Token

_SILENT = frozenset({Role.GLOSSARY, Role.REFERENCES, Role.CONTENTS})
# What is said of character or conduct by the engine's own list, and what to say instead.
_OF_CHARACTER = ("else", "trait", "cruel", "deed", "plain", "idiom", "denied", "work", "excuse")
_JUDGEMENT = {
    "alternative": "say what was done, which standard it fell below, and what lay behind it"
}
_AT_WORK = frozenset({Who.STAFF, Who.BODY})
_COURTS = frozenset("court judge jury coroner inquest tribunal magistrate".split())
_CASES = re.compile(
    r"\b(?:convict\w+|charged|prosecut\w+|plead\w*"
    r"|pled|dismissed for|acquit\w+|manslaughter|offences?|sentenced|settled|insur\w+|damages|disciplinary)\b",
    re.IGNORECASE,
)
_PURPOSE = re.compile(
    r"\b(?:purpose|aim|intend\w*|apportion\w*|attribut\w+|allocat\w+|assign\w*|inquir\w+|enquir\w+"
    r"|learn\w*|concerned with|set out to|seeks?|role of|task of|for this review to|part of this review|decide|determine)\b",
    re.IGNORECASE,
)
# Whose purpose it is not.
_REVIEW = re.compile(
    r"\b(?:reviews?|reviewers?|panel|reports?|purpose|aim|authors?|we|us|our|i|task|role|process)\b",
    re.I,
)
_TIMES = frozenset("day duration future moment month now present time term week while year".split())
_HARMS = frozenset("killing murder death attack assault loss violence abuse crime".split())
# Where an idiom may be meant as it stands: "dropped the ball at rounders".
_LITERAL = re.compile(
    r"\b(?:rounders|football|netball|cricket|rugby|basketball|tennis|goalkeeper|playground|pitch|pe lesson|sports day"
    r"|driving|motorway|lay-by|lorry|carriageway|sofa|settee|armchair|mattress|pillow|sandpit|beach)\b",
    re.IGNORECASE,
)
#: Whom a search for the guilty is for.
_ANYBODY = frozenset("anybody anyone somebody someone those person people".split())
_NOT = re.compile(r"\b(?:no|not|nor|never|neither|without|rather than|instead of)\b|n['’]t\b", re.I)


class BlamesPeople(Rule):
    """Words that blame people for what they did or did not do.

    Why: The purpose of a review is learning. “Negligent” or “inexcusable” ends the question of why
    people acted as they did just where it should begin, and those who read that colleagues were
    blamed will say less to the next review. Who is liable is for courts, employers and regulators.

    Instead: Say what was expected and by which standard, what was done, and what lay behind it:
    the time, the tools, the advice, the workload, what people knew. “The visit was cancelled
    because two workers covered three teams” tells others more than “slapdash”.

    Leaves alone: Statements that the review does not blame. Quotations, and what others thought
    (“Father blames himself”, “the family called it inexcusable”). Offences, claims and what courts
    or coroners decided. Words that only look alike: a blame culture, an incompetent cervix, a
    boiler at fault.

    Contested: The national panel asked reviews to say plainly what went wrong and found too many
    timid; Professor Ray Jones answered that such words feed a culture of blame. Quality Marker 5
    asks for learning, with honesty about what complicates it: practice below a standard can be
    named as that, with its reasons.
    """

    code = "TON002"
    name = "blame"
    severity = Severity.WARNING
    basis = ("QM14.7", "QM5.0")
    layers = Layer.PARSE

    flagged = (
        Example(
            "The locum was negligent in leaving before the scan was read.", marks=("negligent",)
        ),
        Example(
            "Nothing can excuse it: the handover was inexcusable.",
            role=Role.FINDINGS,
            marks=("inexcusable",),
        ),
        Example("The charge nurse has only herself to blame.", marks=("only herself to blame",)),
        Example("The fault lies squarely with the call centre.", marks=("fault lies",)),
        Example(
            "Housing was to blame for the lost letter.", role=Role.SUMMARY, marks=("to blame",)
        ),
        Example("SW3’s slapdash recording cost the team a week.", marks=("slapdash",)),
        Example("Officers turned a blind eye to the bruise.", marks=("turned a blind eye",)),
        Example("The team’s complacency beggars understanding.", marks=("complacency",)),
        Example(
            "The trust must accept responsibility for his death.",
            role=Role.CONCLUSION,
            marks=("responsibility",),
        ),
        Example("The manager rubber-stamped the plan.", marks=("rubber-stamped",)),
        Example("They fell on deaf ears.", marks=("fell on deaf ears",)),
        Example("Grandmother was fobbed off twice.", marks=("fobbed off",)),
        Example("It is not the case that no one was inept.", marks=("inept",)),
        Example("The bursar was haughty with her.", marks=("haughty",)),
        Example("Nobody at the desk stirred a finger.", marks=("Nobody at the desk stirred",)),
        Example("The matron’s reply was a disgrace.", marks=("disgrace",)),
        Example("Both services failed her.", marks=("failed her",)),
        Example("The team swung between complacency and panic.", marks=("complacency",)),
        Example("It is nothing less than scandalous.", marks=("scandalous",)),
        Example("To its lasting shame, the board sat on it.", marks=("To its lasting shame",)),
        Example(
            "The allocated nurse could not be bothered to ring.", marks=("could not be bothered",)
        ),
        Example("The adviser has rightly been criticised.", marks=("rightly been criticised",)),
        Example("She must take her share of the responsibility.", marks=("her share",)),
        Example("The officer did not trouble to knock.", marks=("did not trouble",)),
        Example("Agencies fell short of what this boy deserved.", marks=("fell short",)),
        Example("My finding is that the sergeant was reckless.", marks=("reckless",)),
        Example("Any competent nurse would have asked.", marks=("competent",)),
        Example("An abler nurse would have asked.", marks=("abler",)),
        Example("Nobody on the ward had the wit to ask.", marks=("had the wit",)),
        Example("The registrar chose to overlook it.", marks=("chose to overlook",)),
        Example("The consultants were far too trusting.", marks=("far too trusting",)),
        Example("The school took no interest.", marks=("took no interest",)),
        Example("A child of six would have seen it.", marks=("A child of six",)),
        Example("To send her home alone was callous.", marks=("callous",)),
        Example("It was cowardly of the governors.", marks=("cowardly",)),
        Example(
            "The sergeant spoke with Father. He did not trouble to go upstairs.",
            marks=("did not trouble",),
        ),
        Example("It is difficult to avoid the word slapdash.", marks=("slapdash",)),
        Example("The clerk was half asleep and waved the form through.", marks=("waved",)),
    )
    passed = (
        Example("It is no part of this review to decide who was to blame."),
        Example("The locum was, her sister said, “frankly negligent”."),
        Example("Father pleaded guilty to careless driving and was fined."),
        Example("Nobody was careless. Eleven doors and one pair of keys made the delay."),
        Example("Staff described a blame culture in which few owned up to anything."),
        Example("Grandmother blames herself for not ringing."),
        Example("To call the porter lazy would be easy and would explain nothing."),
        Example("Nobody knew who was responsible for sending out the minutes."),
        Example("A worker who reports a mistake will not be treated as incompetent."),
        Example("The form, not the family, was obstructive."),
        Example("To call it indifference would be to misread it."),
        Example("He dropped the ball at rounders and cried."),
        Example("The charge that the nurse was negligent was not upheld."),
        Example("The midwife saw that it was a wild and windy day."),
        Example("It seemed unkind to the nurse to insist."),
        Example("It would be simple to call the desk uncaring."),
        Example("Three reports put the loss down to a careless porter."),
        Example("I would blame the rota."),
        Example("We write so that others may learn, and not so that anybody should be blamed."),
        Example("The fault lay with a switch that dropped every third call."),
        Example("They played by the weir. They were reckless."),
        Example("This was a senseless killing."),
        Example("The nurse could do nothing that night; the line was dead."),
        Example("The clinic chose to open on Saturdays."),
        Example("The workers were paid to attend the training."),
        Example("A child of six would have been in school by then."),
        Example("Father chose to ignore the letter."),
        Example("A board must find a way between complacency and panic."),
        Example("Audits help to guard against complacency."),
        Example("The response to such calls is weak and late, with no doctor after five."),
        Example("The replies were slow, and were sometimes perceived to be obstructive."),
        Example("Who pays for the bus was never answered for the long term."),
    )

    def check(self, draft: Draft) -> Iterator[Finding]:
        lists = WordLists.of(load_with_settings(__package__, "blame", self.settings))
        cast = cast_of(draft, self.settings.names)
        blocks = list(own_words(draft, _SILENT))
        found: dict[int, list[Blame]] = {block.index: [] for block in blocks}
        rows = [*character_words(*_OF_CHARACTER), *lists.of_patterns("phrase", "else")]

        def fits(row: Row, tokens: SpacySpan) -> bool:
            if row["pattern"] == CHARACTER:
                return judges_worker(tokens, row["kind"], cast) is not None
            return row["pattern"] == "else" or _is_of_somebody(tokens, row, cast)

        for match in find_phrases(draft, blocks, rows, "phrase", fits):
            if match.row["pattern"] == "phrase":
                found[match.block.index].append(Blame(match.tokens, match.row))
            elif match.row["pattern"] == CHARACTER:
                tokens = judges_worker(match.tokens, match.row["kind"], cast) or match.tokens
                found[match.block.index].append(Blame(tokens, _JUDGEMENT))
        for block in blocks:
            for token in draft.docs[block.index]:
                found[block.index].extend(blaming(token, lists, cast))
            kept = [blame for blame in found[block.index] if _is_meant(block, blame.tokens)]
            if kept:
                yield self._report(draft, block, kept)

    def _report(self, draft: Draft, block: Block, kept: list[Blame]) -> Finding:
        from spacy.util import filter_spans

        spans = sorted(filter_spans([blame.tokens for blame in kept]), key=lambda s: s.start)
        words = quoted_list(span.text for span in spans)
        instead = dict.fromkeys(blame.row["alternative"] for blame in kept)
        return self.finding(
            draft,
            [draft.span_of(block.index, span) for span in spans],
            f"{words} may blame people where a review looks for reasons.",
            f"Consider: {'; or: '.join(instead)}.",
            confidence=0.85,
        )


def _is_meant(block: Block, tokens: SpacySpan) -> bool:
    """Whether the review itself blames, and speaks of no court's business."""
    sentence = tokens.sent.text
    if len(tokens) > 1 and (_LITERAL.search(sentence) or _is_for_a_time(tokens)):
        return False
    if _compares_with_us(tokens) or _is_not_sought(tokens):
        return False
    if _of_harm(tokens):
        return False  # "a senseless killing" is no worker's deed
    if any(is_noted(child) for child in tokens.root.children):
        return False  # "Mum uncooperative, would not let the nurse in"
    if (
        _CASES.search(sentence)
        or _is_of_court(tokens.root)
        or (_PURPOSE.search(sentence) and _NOT.search(sentence) and _REVIEW.search(sentence))
    ):
        return False
    return is_own_judgement(block, tokens) and not is_judged_by_others(tokens.root)


def _compares_with_us(tokens: SpacySpan) -> bool:
    """ "Those who work there know better than we do"; not "knew better than to ask"."""
    after = [t.lower_ for t in tokens.doc[tokens.end : tokens.end + 2]]
    return after[:1] == ["than"] and after[1:] != ["to"]


def _is_not_sought(tokens: SpacySpan) -> bool:
    """Whether nobody is charged: "this is no search for somebody who was to blame"."""
    clause = next((t for t in [tokens.root, *tokens.root.ancestors] if t.dep_ == "relcl"), None)
    return (
        clause is not None
        and clause.head.lower_ in _ANYBODY
        and bool(_NOT.search(tokens.doc[tokens.sent.start : clause.head.i].text))
    )


def _is_for_a_time(tokens: SpacySpan) -> bool:
    """Whether the "for" of "answered for" says for how long: "answered for the long term"."""
    last = tokens[-1]
    return last.lower_ == "for" and any(c.lemma_.lower() in _TIMES for c in last.children)


def _of_harm(tokens: SpacySpan) -> bool:
    """Whether words describe the harm itself: "a senseless killing", "a senseless loss"."""
    word = tokens.root
    while word.dep_ == "conj" and word.head.pos_ == "ADJ":
        word = word.head
    return word.dep_ == "amod" and word.head.lemma_.lower() in _HARMS


def _is_of_court(word: Token) -> bool:
    """Whether a court speaks or is spoken of, and is not only where something was said."""
    return any(
        t.lemma_.lower() in _COURTS
        and not (t.dep_ == "pobj" and t.head.lower_ in {"at", "in", "outside", "before", "after"})
        and not (t.dep_ == "dobj" and t.head.lemma_ in {"call", "tell", "inform", "notify"})
        and not (t.head.dep_ == "csubj" and t.head.head in [word, *word.ancestors])
        for t in word.sent
    )


def _whom(tokens: SpacySpan, cast: Cast) -> list[Who | None] | None:
    """Whom words are said of: of a passive those who did it ("was fobbed off by the desk").

    None where that leaves nobody to blame.
    """
    word = tokens.root
    if (person := noted(tokens)) is not None and (who := who_is(person, cast)) is not None:
        return [who]
    if word.tag_ == "VBN" and any(c.dep_ == "auxpass" for c in word.children):
        agents = [g for c in word.children if c.dep_ == "agent" for g in c.children]
        return [who_is(agent, cast) for agent in agents]
    holders = [stands_for(holder) for holder in concerned(word)]
    if holders and all(is_worker(holder, cast) for holder in holders):
        return [Who.STAFF]
    return said_of(word, cast)


def _is_pronoun(tokens: SpacySpan) -> bool:
    return all(holder.lower_ in PERSONAL for holder in concerned(tokens.root))


def _is_they(tokens: SpacySpan) -> bool:
    return all(holder.lower_ == "they" for holder in concerned(tokens.root))


def _is_of_somebody(tokens: SpacySpan, row: Row, cast: Cast) -> bool:
    """Whether words of character are said of those at work; of the family they judge (TON004)."""
    things = [holder for holder in concerned(tokens.root) if is_thing(holder)]
    if row["of"] != "anyone" and any(who_of(h, cast) not in _AT_WORK for h in things):
        return False  # "the form was obstructive"
    if is_done(tokens.root, cast):
        return True
    whos = _whom(tokens, cast)
    if whos is None or (whos and all(who is Who.CHILD for who in whos)):
        return False
    if row["of"] == "staff":
        if {Who.STAFF, Who.BODY} & set(whos):
            return not {Who.FAMILY, Who.CHILD} & set(whos)
        others = (t for t in tokens.sent if t.dep_ != "nsubjpass" or t.head.i != tokens.root.i)
        named = {m.who for t in others if (m := mention_of(t, cast)) is not None}
        return not any(whos) and (not named or bool(named & {Who.STAFF, Who.BODY}))
    if row["of"] == "worker" and whos == [None] and _is_pronoun(tokens):
        before = tokens.doc[: tokens.start]
        told_of = {m.who for t in before if (m := mention_of(t, cast)) is not None}
        if not told_of and tokens.root.pos_ == "ADJ" and _is_they(tokens):
            return False  # "They played chicken. They were reckless."
        return not told_of or bool(told_of & {Who.STAFF, Who.BODY})
    return row["of"] == "anyone" or not any(who is Who.FAMILY for who in whos)
