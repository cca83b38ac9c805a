"""Sentences are short enough to take in at one reading."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from scr_lint import Block, Draft, Example, Finding, Kind, Role, Rule, Severity
from scr_lint.readability.sentence_length import (
    break_point,
    is_mostly_quoted,
    says_something,
    words_in,
)

if TYPE_CHECKING:
    from spacy.tokens import Span as Sentence


class LongSentence(Rule):
    """Flags paragraphs with sentences of more than 25 words, and of more than 40 as a warning.

    Why: The longer a sentence, the more a reader has to hold in mind before its point comes.
    GOV.UK sets 25 words as the most; the Oxford Guide to Plain English says that sentences which
    regularly go over 40 words put readers off. Working Together asks for plain English that the
    public can understand. One long sentence among short ones does no harm: begin with the longest.

    Instead: Give each idea a sentence of its own. Break where a new clause begins, turn a long
    series into a list, and move an aside in brackets to a sentence after it.

    Leaves alone: Quotations, the reference list and the glossary; sources and cross-references in
    brackets, which are not counted; lists of names or titles without a verb. The items of a list
    are counted one by one.

    Contested: NHS England sets 20 words, GOV.UK 25, and both write for web pages. The Crystal
    Mark accepts that a complex subject cannot be made as easy, only as clear as possible.
    """

    code = "PLN001"
    name = "long-sentence"
    severity = Severity.ADVICE
    basis = ("QM14.6", "WT2015.p79-plain")
    limits = {"advice": 25, "warning": 40}

    flagged = (
        Example(
            "The health visitor who had seen the family in the spring was on leave when the letter "
            "came, and nobody had been asked to open her post or to look at it before she returned."
        ),
        Example(
            "Although the plan said that the children would be seen alone every fortnight, they "
            "were seen together on each visit, because the flat was small, the mother was present "
            "throughout, and the worker had forty minutes before the next appointment across town.",
            marks=("Although the plan",),
        ),
        Example(
            "The school rang. But all the agencies between them had enough to know that he was at "
            "risk of harm, from February at the latest, and the sad thing is that if the two lists "
            "had been laid side by side he would have been seen within the week.",
            marks=("But all",),
        ),
        Example(
            "It was late. No referral was made by the school, the nursery, the surgery or the "
            "housing association during the eleven months in which each of them recorded concerns "
            "about the home. Nobody met.",
            marks=("No referral was made",),
        ),
        Example(
            "The Board should ask the trust, the council, the police and the schools to agree, and "
            "to publish by the summer, a single form on which to record the views of children who "
            "are too young to write.",
            role=Role.RECOMMENDATIONS,
        ),
        Example(
            "Mother told the midwife (Ms. A, at St. Mary's clinic) that he drank, i.e. every day; "
            "the midwife wrote it down on the paper record, which was not the one that\nthe ward "
            "used, and so it was never read.",
            marks=("Mother told",),
        ),
        Example(
            "| Date | Event |\n|---|---|\n| May | The team manager, having read the file that "
            "morning for the first time, agreed to close the case on the understanding that the "
            "school nurse would visit within the week, which she had not been asked to do. |\n",
            role=Role.CHRONOLOGY,
        ),
        Example(
            "- what the family was told about the reasons for the visit, by whom, when and in what "
            "language, and whether anybody checked afterwards that each of them had understood it",
            role=Role.METHODOLOGY,
        ),
    )
    passed = (
        Example(
            "The health visitor was on leave when the letter came. Nobody opened her post. It lay "
            "there for three weeks."
        ),
        Example("He was seen by Dr. A. Nobody asked why. He was six. No. 5 was his home."),
        Example(
            "The Panel should ask three things:\n\n- whether the child was seen alone on each of "
            "the visits that were planned\n- whether the plan was shared with the school and the "
            "surgery\n- whether anybody told the grandparents that the plan had come to an end",
            role=Role.RECOMMENDATIONS,
        ),
        Example(
            "> I told them that he was hungry and that he was always hungry and that nobody came, "
            "and then when they did come they asked me about the damp and the neighbours instead.",
        ),
        Example(
            "One relative said: “I told them he was hungry and that nobody ever came, and when "
            "somebody did come they asked me about the damp and the neighbours and went away.”"
        ),
        Example(
            "Reviews have found this before (Sidebotham and others, 2016; Brandon and others, "
            "2008, 2009, 2012; Munro, 2011; Vincent and Petch, 2012; Rose and Barnes, 2008)."
        ),
        Example(
            "The Head of Safeguarding at the county council, the Named Nurse at the hospital "
            "trust, the Designated Doctor at the commissioning group, the Principal Social "
            "Worker, the Detective Chief Inspector."
        ),
        Example(
            "Ward, H., Brown, R., Westlake, D. and Munro, E. R. (2012) Infants suffering, or "
            "likely to suffer, significant harm: a study of how decisions were made and of what "
            "followed from them in the first three years of life.",
            role=Role.REFERENCES,
        ),
    )

    def check(self, draft: Draft) -> Iterator[Finding]:
        for block in draft.prose(without=(Role.REFERENCES, Role.GLOSSARY, Role.CONTENTS)):
            long = self._long(draft, block)
            if not long:
                continue
            worst = long[0][0]
            grave = worst > self.limit["warning"]
            yield self.finding(
                draft,
                [draft.span_of(block.index, sentence) for _, sentence in long],
                _message(block, [words for words, _ in long]),
                _suggestion(long[0][1]),
                severity=Severity.WARNING if grave else Severity.ADVICE,
            )

    def _long(self, draft: Draft, block: Block) -> list[tuple[int, "Sentence"]]:
        """The paragraph's long sentences with their numbers of words, longest first."""
        if block.kind is Kind.QUOTE:
            return []
        counted = [(words_in(sentence), sentence) for sentence in draft.sentences(block)]
        long = [
            (words, sentence)
            for words, sentence in counted
            if words > self.limit["advice"]
            and says_something(sentence)
            and not is_mostly_quoted(sentence)
        ]
        return sorted(long, key=lambda pair: -pair[0])


def _message(block: Block, words: list[int]) -> str:
    if len(words) == 1:
        item = block.kind is Kind.LIST_ITEM and not block.text.rstrip().endswith((".", "?", "!"))
        return f"This {'item of the list' if item else 'sentence'} has {words[0]} words."
    return f"{len(words)} sentences here are long; the longest has {words[0]} words."


def _suggestion(sentence: "Sentence") -> str:
    token = break_point(sentence)
    if token is None:
        return "Consider two or more sentences with one idea each, or a list."
    following = sentence.doc[token.i : min(token.i + 4, sentence.end)].text
    return f"Consider a new sentence at “{following} …”, or a list."
