"""Judges what people did by what they knew."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from scr_lint import Block, Draft, Example, Finding, Layer, Role, Rule, Severity
from scr_lint.grammar.at_large import may_be_anywhere
from scr_lint.grammar.phrases import find_phrases
from scr_lint.grammar.quotation import is_quoted
from scr_lint.grammar.stance import is_charge, is_defined, lists_words_to_avoid, speaks_of_saying
from scr_lint.grammar.voice import (
    belongs_to_report,
    in_question,
    is_denied,
    is_reported,
    own_words,
    sentences_around,
    subject_of,
)
from scr_lint.grammar.wordlists import WordLists
from scr_lint.hindsight.judgements import Judgement, judgements
from scr_lint.hindsight.standards import names_standard, states_standard
from scr_lint.lists import quoted_list
from scr_lint.vocabulary import load_with_settings

if TYPE_CHECKING:
    from spacy.tokens import Token

_SILENT = frozenset({Role.RECOMMENDATIONS, Role.GLOSSARY, Role.REFERENCES, Role.CONTENTS})
# "Looking back over the records" tells how the review was done.
_READS_PAPERS = re.compile(
    r"looking back (?:over|through|at|across) (?:\w+ ){0,4}(?:records?|files?|notes|minutes|papers"
    r"|documents|entries|chronolog\w+|logs?|correspondence|data|referrals|reports)\b",
    re.IGNORECASE,
)
# What a review may say that it should have done itself.
_OF_REVIEWING = frozenset(
    """add ask begin check consult examine explain hear include interview invite look meet mention
    note publish read say see set speak start state write""".split()
)
# What a report says of how something was put, not of what was done.
_WORDING = frozenset("word term phrase label expression epithet description nickname".split())
_KNOWS_OUTCOME = re.compile(r"\bhindsight\b|know\w* (?:of )?the (?:outcome|ending)|outcome bias")


class Hindsight(Rule):
    """Words that judge what people did by how things turned out.

    Why: Once we know the outcome, what led to it looks simple and plain to see, and we judge
    more harshly. “Should have known” says what people did not do; it keeps writer and reader
    from asking what they saw, what they knew and why their course made sense to them. That is
    what could happen again.

    Instead: Say what was known, to whom, and how it was understood then. Where practice fell
    short, name the standard that was in force and say why it was not met. Leave claims about
    another outcome (“could have been prevented”) to the coroner.

    Leaves alone: Recommendations. Quotations, and what others said or felt (“Mother felt that
    they should have rung”). Practice measured by a standard that the passage names. Reasoning
    from what was known at the time. Questions, denials (“could not have been predicted”) and
    statements of how the review kept hindsight in check. “Should have” of having: “every child
    should have a named worker”.

    Contested: “Missed opportunity” and “failed to” are avoided in safety science and normal in
    case reviews, the national panel’s own reports among them. Some hold that hindsight cannot
    be avoided, looks forward too, and only needs to be marked: “with hindsight” alone is advice.
    """

    code = "TON001"
    name = "hindsight"
    severity = Severity.WARNING
    basis = ("QM14.7", "QM13.6")
    layers = Layer.PARSE

    flagged = (
        Example(
            "SW2 should have known that the new partner had a history of violence.",
            marks=("should have known",),
        ),
        Example("What followed was hardly unforeseeable.", marks=("was hardly unforeseeable",)),
        Example("A referral ought to have been made that same evening.", marks=("ought to have",)),
        Example(
            "Had the midwife asked about the bruise, Child B would be alive today.",
            marks=("Had the midwife asked", "would be alive"),
        ),
        Example(
            "By the spring it was obvious to the whole team that\nthe baby was not thriving.",
            marks=("was obvious",),
        ),
        Example(
            "Several opportunities to speak with the boy alone were missed.",
            role=Role.SUMMARY,
            marks=("opportunities",),
        ),
        Example(
            "The risks were not taken into account.", marks=("risks were not taken into account",)
        ),
        Example(
            "## Finding 4: Agencies failed to recognise how frightened she was\n\nShe hid it well.",
            role=Role.FINDINGS,
            marks=("failed to recognise",),
        ),
        Example(
            "The assault was entirely forseeable, and could easily have been averted.",
            marks=("forseeable", "averted"),
        ),
        Example("Nobody should of sent him home that night.", marks=("should of sent",)),
        Example(
            "The writing was on the wall for anyone who cared to look.", marks=("on the wall",)
        ),
        Example("Any competent officer would have gone upstairs.", marks=("would have gone",)),
        Example("With hindsight, the burn was the first sign of it.", marks=("With hindsight",)),
        Example(
            "The panel thinks he would be alive today had the referral been accepted.",
            marks=("would be alive", "had the referral been accepted"),
        ),
        Example("Its cause was as plain as a pikestaff.", marks=("plain as a pikestaff",)),
        Example("Anyone could tell that he was hungry.", marks=("Anyone could tell",)),
        Example("The locum had only to look.", marks=("had only to look",)),
        Example("Clear as it now is, the link was lost.", marks=("Clear as it now is",)),
        Example("Why on earth was he sent home?", marks=("Why on earth",)),
        Example("With another week she would have found the bill.", marks=("would have found",)),
        Example("The clerk neglected to send it on.", marks=("neglected to send",)),
        Example("There were two chances, and both were wasted.", marks=("both were wasted",)),
        Example("They would have done better to try the back door.", marks=("would have done",)),
        Example("It would have taken seconds to ring.", marks=("would have taken seconds",)),
        Example("At both meetings a different outcome was possible.", marks=("different outcome",)),
        Example("The ward failed to pass on the letter.", marks=("failed to pass",)),
        Example("It does not take a degree to see that he was cold.", marks=("not take a degree",)),
        Example("An earlier call would have stopped it.", marks=("earlier call",)),
        Example("It was an opportunity which was missed.", marks=("opportunity which was missed",)),
        Example("It was blindingly clear that he was hungry.", marks=("was blindingly clear",)),
        Example("The doctor needed to be firmer.", marks=("needed to be firmer",)),
        Example("Somebody might have wondered.", marks=("might have wondered",)),
        Example("The council could so easily have written.", marks=("could so easily have",)),
        Example(
            "The pump logs would have shown that the feeds had never run.",
            marks=("would have shown",),
        ),
        Example("One would have thought her age enough.", marks=("would have thought",)),
        Example("This was the moment to ask him.", marks=("moment to ask",)),
        Example("The lump was overlooked.", marks=("was overlooked",)),
        Example("The answer was sitting on the back seat.", marks=("answer was sitting",)),
        Example("His form was wrongly turned away.", marks=("wrongly turned",)),
        Example("It was the worst advice he could have given.", marks=("worst advice",)),
        Example("Agencies failed this boy.", marks=("failed",)),
        Example("A child of six could have told them.", marks=("could have told",)),
    )
    passed = (
        Example(
            "The Trust should ask whether babies with a bruise have been seen by a doctor.",
            role=Role.RECOMMENDATIONS,
        ),
        Example("“They should have listened to me,” his grandmother told the reviewer."),
        Example("> Somebody should have asked me. I would have told them."),
        Example("Mother felt that the midwife should have asked her on her own."),
        Example("The worker wished, looking back, that she had gone with her colleague."),
        Example(
            "Under the procedures then in force a strategy meeting should have been held within "
            "three days. It was held on the ninth, because no paediatrician was free."
        ),
        Example("On what was known at the time the decision to send him home was understandable."),
        Example("Every child on a plan should have a named health visitor."),
        Example("The pattern was not obvious to staff, who saw him on different wards."),
        Example("Could more have been done to find the father? The panel could not say."),
        Example(
            "To guard against hindsight, each worker was asked to go through the day in order.",
            role=Role.METHODOLOGY,
        ),
        Example("The fracture could have been caused by a fall, the radiologist explained."),
        Example("The attack could not have been predicted from anything on file."),
        Example("Child Y should have been starting school that week."),
        Example("It would be easy, and wrong, to write that the nurse ought to have known."),
        Example("Looking back over the records, the panel picked out six weeks."),
        Example("A smoke alarm should have sounded. Its battery was flat."),
        Example("Had the form been on green paper, a copy might have been kept."),
        Example(
            "The guidance obliged them to see her alone. By that measure she should have been seen "
            "on the Monday."
        ),
        Example("Nobody had failed to notice it: it was on the wall."),
        Example("Staff had only to sign at the foot of the form."),
        Example("That should have occurred to us before we wrote to her."),
        Example("He sat by the pond when he should have been in maths."),
        Example("The letter was posted on Monday and should have reached her by Friday."),
        Example("It has been suggested that the midwife would have acted differently."),
        Example("None of that is evidence of what was obvious then."),
        Example("Nor could she have told from the log which calls mattered."),
        Example("Failure to thrive: an older name for faltering growth."),
        Example("Somebody could have hurt him on the stairs."),
        Example("It could just as easily have been a fall."),
        Example("The second appointment was missed."),
        Example("It will be said that the court should have adjourned."),
        Example("There is no reason why she should have known."),
        Example("They teach which habits can lead to errors."),
        Example("Boards should see that nobody is burdened with needless paper."),
        Example("“Ready” meant at the time that the ward should have been able to open."),
        Example(
            "As the director admitted, the scores “were too broad” and should have been higher."
        ),
        Example("There were faults in the plan for the risks that the town faced."),
    )

    def check(self, draft: Draft) -> Iterator[Finding]:
        lists = WordLists.of(load_with_settings(__package__, "hindsight", self.settings))
        blocks = list(own_words(draft, _SILENT))
        found: dict[int, list[Judgement]] = {block.index: [] for block in blocks}
        for match in find_phrases(draft, blocks, lists.of_patterns("phrase", "flag"), "phrase"):
            found[match.block.index].append(Judgement(match.tokens, match.row))
        for block in blocks:
            for sentence in draft.sentences(block):
                found[block.index].extend(judgements(sentence, lists))
            kept = [j for j in found[block.index] if not _is_exempt(block, j, lists)]
            if kept:
                yield self._report(draft, block, kept)

    def _report(self, draft: Draft, block: Block, kept: list[Judgement]) -> Finding:
        from spacy.util import filter_spans

        spans = sorted(filter_spans([j.tokens for j in kept]), key=lambda span: span.start)
        words = quoted_list(span.text for span in spans)
        only_flags = all(judgement.row["pattern"] == "flag" for judgement in kept)
        return self.finding(
            draft,
            [draft.span_of(block.index, span) for span in spans],
            f"{words} may judge what people did by what is known now.",
            f"Consider: {kept[0].row['alternative']}",
            severity=Severity.ADVICE if only_flags else None,
            confidence=0.6 if only_flags else 0.9,
        )


def _is_of_us(verb: Token) -> bool:
    """Whether the review speaks of itself: "it should have occurred to us", "we should have said";
    what those who worked with the family wrote ("we should have gone in") judges."""
    near = [c for c in verb.children if c.dep_ == "dobj"]
    near += [g for c in verb.children if c.dep_ == "prep" for g in c.children]
    of_us = any(c.lower_ == "we" for c in verb.children) and verb.lemma_ in _OF_REVIEWING
    return of_us or any(t.lower_ == "us" for t in near)


def _is_of_wording(verb: Token) -> bool:
    """Whether the review corrects what was written: "a word that should not have been used"."""
    about = verb.head if verb.dep_ == "relcl" else subject_of(verb)
    return about is not None and about.lemma_.lower() in _WORDING


def _is_exempt(block: Block, judgement: Judgement, lists: WordLists) -> bool:
    """Quoted, reported, asked, denied, measured by a standard, or guarded against hindsight."""
    tokens, pattern = judgement.tokens, judgement.row["pattern"]
    top, sentence = tokens.root, tokens.root.sent.text.lower()
    if is_quoted(block, tokens.start_char, tokens.end_char):
        return True
    if is_reported(top) or in_question(top) or is_denied(top) or is_charge(top):
        return True
    if speaks_of_saying(tokens) or lists_words_to_avoid(block.text) or is_defined(tokens):
        return True
    if pattern == "flag" and (
        belongs_to_report(top) or _READS_PAPERS.match(tokens.doc.text, tokens.start_char)
    ):
        return True
    if pattern == "phrase" and top.pos_ in {"NOUN", "ADJ"} and may_be_anywhere(top):
        return True  # "habits that can lead to errors"
    if pattern == "obligation" and (_is_of_us(top) or _is_of_wording(top)):
        return True
    if pattern in {"obligation", "perceive"} and (
        names_standard(tokens.root.sent.text)
        or any(states_standard(s.text) for s in sentences_around(top))
    ):
        return True
    if any(words in sentence for words in lists.words("foresight")):
        return True
    return bool(_KNOWS_OUTCOME.search(sentence)) and any(
        re.search(rf"\b{word}", sentence) for word in lists.words("method")
    )
