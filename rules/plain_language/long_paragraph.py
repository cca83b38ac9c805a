"""Paragraphs hold one step of the argument, and end where the next begins."""

from collections.abc import Iterator

from scr_lint import Block, Draft, Example, Finding, Kind, Role, Rule, Severity
from scr_lint.draft import count_words
from scr_lint.grammar.quotation import quoted
from scr_lint.readability.paragraph_break import best_break
from scr_lint.readability.sentence_length import says_something, words_in

_SHORT = {"limits": {"PLN002": {"words": 40}}}


class LongParagraph(Rule):
    """Flags paragraphs of more than 150 words.

    Why: A long block of text hides where one point ends and the next begins, and a reader who
    looks for a finding passes over it. The guide to plain language of the government of the
    United States keeps paragraphs under 150 words, and never lets one run over 250; NHS England
    asks for three sentences. Reviews are read by busy people on screens and by families.

    Instead: Begin a new paragraph where the text turns to another time, person or question, and
    number it, so that it can be cited. Let the first sentence say what the paragraph is about.
    Turn a long series into a list.

    Leaves alone: Quotations, the reference list and the glossary; sources and cross-references in
    brackets, which are not counted; a paragraph of one sentence, which is too long a sentence.

    Contested: The figures come from guides for letters and web pages. A chain of reasons may need
    the room, and many short paragraphs in a row read like notes.
    """

    code = "PLN002"
    name = "long-paragraph"
    severity = Severity.ADVICE
    basis = ("QM14.6", "WT2015.p79-plain")
    limits = {"words": 150}

    flagged = (
        Example(
            "The health visitor saw the baby in March. She weighed him and was pleased. She wrote "
            "that the home was warm. In June the school rang the council about his brother. The "
            "call was taken by a new worker, who did not know of the baby. No one joined the two.",
            settings=_SHORT,
        ),
        Example(
            "Supervision took place each month. It was about tasks and dates. The manager had "
            "eleven workers to see and half an hour for each. The school held records of its own. "
            "They were on paper, in a cupboard, and the person with the key had left in the "
            "spring.",
            settings=_SHORT,
            marks=("Supervision took place",),
        ),
        Example(
            "The Board should ask the Trust to look at how it tells surgeries of a birth. The "
            "Trust should report in the spring. The Board should also ask each school how it "
            "keeps records of bruises, who reads them, and what happens to them when a child "
            "moves away.",
            role=Role.RECOMMENDATIONS,
            settings=_SHORT,
        ),
        Example(
            "| Date | Event |\n|---|---|\n| May | The officer came to the flat at nine. Nobody was "
            "in. He left a card, and wrote in the log that he would return. He went off sick the "
            "next day. His desk was cleared in June by a clerk. The log was closed by the system "
            "after a month, and nobody was told. |\n",
            role=Role.CHRONOLOGY,
            settings=_SHORT,
        ),
        Example(
            "Father was a quiet man who mended bicycles. He came to each meeting and sat by the "
            "door. “I thought they knew,” he said to us. The minutes do not say that he was there. "
            "The chair believed that he was a driver, because he had come with the taxi firm's "
            "jacket on.",
            role=Role.FINDINGS,
            settings=_SHORT,
        ),
        Example(
            "- The first meeting was held in the hall. Six people came, and two of them spoke. The "
            "second was held by telephone. The line was poor. Nobody wrote down what was agreed, "
            "and each of those who took part left with a different idea of what would happen next.",
            settings=_SHORT,
        ),
    )
    passed = (
        Example(
            "The health visitor saw the baby in March. She weighed him and was pleased.\n\n"
            "In June the school rang the council about his brother. The call was taken by a new "
            "worker, who did not know of the baby. No one joined the two.",
            settings=_SHORT,
        ),
        Example(
            "> I rang them in March. They said that somebody would come. Nobody came. I rang them "
            "in May and they asked me to write it down. I am not good at writing. I asked my "
            "sister to do it and she did, and they sent it back because it was not signed by me.",
            settings=_SHORT,
        ),
        Example(
            "Mother told us: “I rang them in March. They said that somebody would come. Nobody "
            "came. I rang them in May and they asked me to write it down. I am not good at "
            "writing. I asked my sister to do it and she did, and they sent it back.”",
            settings=_SHORT,
        ),
        Example(
            "Although the plan said that the children would be seen alone, they were seen together "
            "on each visit, because the flat was small, the mother was present throughout, and the "
            "worker had forty minutes before the next appointment, which was on the other side of "
            "town.",
            settings=_SHORT,
        ),
        Example(
            "Ward, H. and Brown, R. (2012) Safeguarding babies and very young children from abuse. "
            "This was a study of decisions. It followed 43 babies for five years. It was published "
            "in London by Jessica Kingsley. A second report followed. It is held by the library of "
            "the university.",
            role=Role.REFERENCES,
            settings=_SHORT,
        ),
        Example(
            "Reviews have found this before (Sidebotham and others, 2016; Brandon and others, "
            "2008, 2009, 2012; Munro, 2011; Vincent and Petch, 2012; Rose and Barnes, 2008; Ofsted, "
            "2010, 2011). We looked at what they say of rotas. None of them asks who drew up the "
            "rota (see paragraph 4.12).",
            settings=_SHORT,
        ),
    )

    def check(self, draft: Draft) -> Iterator[Finding]:
        for block in draft.prose(without=(Role.REFERENCES, Role.GLOSSARY, Role.CONTENTS)):
            words = self._words(draft, block)
            if words > self.limit["words"]:
                yield self.finding(
                    draft, block, f"This paragraph has {words} words.", _suggestion(draft, block)
                )

    def _words(self, draft: Draft, block: Block) -> int:
        """The words of a paragraph, or 0 for one that no break could mend."""
        sentences = list(draft.sentences(block))
        if block.kind is Kind.QUOTE or len(sentences) < 2 or _is_quoted(block.text):
            return 0
        if not any(says_something(sentence) for sentence in sentences):
            return 0
        return sum(words_in(sentence) for sentence in sentences)


def _is_quoted(text: str) -> bool:
    """Whether more than half of the words are somebody else's, which an author cannot shorten."""
    inside = sum(count_words(text[start:end]) for start, end in quoted(text))
    return inside * 2 > count_words(text)


def _suggestion(draft: Draft, block: Block) -> str:
    start = best_break(list(draft.sentences(block)))
    if start is None:
        return "Consider two or more paragraphs with one point each, or a list."
    opening = start[:5].text.strip(",;:. “”‘’\"'")
    return f"Consider a new paragraph, for example at “{opening} …”, or a list."
