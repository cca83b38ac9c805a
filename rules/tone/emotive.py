"""States what happened, and leaves the feeling to the reader."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from scr_lint import Block, Draft, Example, Finding, Layer, Role, Rule, Severity
from scr_lint.grammar.phrases import Match, find_phrases
from scr_lint.grammar.stance import is_judged_by_others, is_own_judgement
from scr_lint.grammar.voice import own_words
from scr_lint.grammar.wordlists import WordLists
from scr_lint.vocabulary import load_with_settings

if TYPE_CHECKING:
    from spacy.tokens import Token

_SILENT = frozenset({Role.GLOSSARY, Role.REFERENCES, Role.CONTENTS})
_PATTERNS = ("strong", "weak", "tender", "else")


class Emotive(Rule):
    """Words that tell readers what to feel.

    Why: A child’s suffering needs no adjective. “Horrific” and “heartbreaking” say how the writer
    felt, drown what can be learned, and read to a family like a newspaper. Words such as “monster”
    put harm out of sight, since the people whom practitioners meet do not look like that.

    Instead: Say in plain words what happened, what it was like for the child, and what was or was
    not done. “She weighed less at ten weeks than at six” for “heartbreakingly thin”. Leave the
    word for the crime to the court.

    Leaves alone: Quotations, and what others said or felt (“staff were shocked”, “Grandfather
    found it harrowing”). Medicine and everyday talk: septic shock, a catastrophic bleed, a vicious
    circle, a child’s nightmares. Warnings that some readers may find pages distressing. Words
    named in order to find fault with them. Condolences.
    """

    code = "TON005"
    name = "emotive"
    severity = Severity.ADVICE
    basis = ("QM14.7",)
    layers = Layer.PARSE

    flagged = (
        Example("Police found a horrific scene upstairs.", marks=("horrific",)),
        Example(
            "What the boys lived through is tragic beyond words.",
            role=Role.SUMMARY,
            marks=("tragic", "beyond words"),
        ),
        Example("It is shocking that nobody rang.", role=Role.FINDINGS, marks=("shocking",)),
        Example("Her partner was a monster behind closed doors.", marks=("monster",)),
        Example(
            "This innocent child was taken from us too soon.",
            role=Role.INTRODUCTION,
            marks=("innocent",),
        ),
        Example("That night began with a terrible beating.", marks=("terrible",)),
        Example(
            "That he had to beg for bread beggars belief.",
            role=Role.CONCLUSION,
            marks=("beggars belief",),
        ),
        Example("Heartbreakingly, she had laid out her own clothes.", marks=("Heartbreakingly",)),
        Example("We end with heavy hearts.", role=Role.CONCLUSION, marks=("heavy hearts",)),
        Example("The depravity of the men need not be told.", marks=("depravity",)),
        Example(
            "The man who was supposed to look after her caused horrendous injuries.",
            marks=("horrendous",),
        ),
    )
    passed = (
        Example("One shock was given, and she was moved in septic shock.", role=Role.CHRONOLOGY),
        Example("“It was horrific,” said his uncle, “and nobody came.”"),
        Example("Staff were still upset a year on; several found it harrowing to remember."),
        Example("The judge called it barbaric. It is not for us to add to that."),
        Example("He told his mentor of a monster in the loft and of his nightmares."),
        Example("Some readers may find parts of section 4 distressing.", role=Role.METHODOLOGY),
        Example("The birth was followed by a catastrophic haemorrhage."),
        Example("“Shocking” is a word that tells readers how to feel and hides what to do."),
        Example("Weather dreadful, road shut. Car recovered.", role=Role.CHRONOLOGY),
    )

    def check(self, draft: Draft) -> Iterator[Finding]:
        lists = WordLists.of(load_with_settings(__package__, "emotive", self.settings))
        blocks = list(own_words(draft, _SILENT))
        found: dict[int, list[Match]] = {block.index: [] for block in blocks}
        for match in find_phrases(draft, blocks, lists.of_patterns(*_PATTERNS), "phrase"):
            if _is_emotive(match, lists):
                found[match.block.index].append(match)
        for block in blocks:
            kept = [
                match
                for match in found[block.index]
                if is_own_judgement(block, match.tokens)
                and not is_judged_by_others(match.tokens.root)
            ]
            if kept:
                yield self._report(draft, block, kept)

    def _report(self, draft: Draft, block: Block, kept: list[Match]) -> Finding:
        spans = [match.tokens for match in kept]
        words = " and ".join(f"“{text}”" for text in dict.fromkeys(span.text for span in spans))
        instead = dict.fromkeys(match.row["alternative"] for match in kept)
        return self.finding(
            draft,
            [draft.span_of(block.index, span) for span in spans],
            f"{words} may tell readers what to feel rather than what happened.",
            f"Consider: {'; or: '.join(instead)}.",
            confidence=0.8,
        )


def _is_emotive(match: Match, lists: WordLists) -> bool:
    """Whether words are strong in themselves, or stand beside harm or a child."""
    pattern, top = match.row["pattern"], match.tokens.root
    if pattern == "strong":
        return top.pos_ != "VERB" or len(match.tokens) > 1 or top.tag_ in {"VBG", "VBN"}
    if pattern == "else" or len(match.tokens) > 1:
        return pattern != "else"
    beside = {"weak": "harm", "tender": "child"}[pattern]
    noun = _described(top, only_before=pattern == "tender")
    return noun is not None and lists.row(noun, beside) is not None


def _described(word: Token, *, only_before: bool) -> Token | None:
    """The noun that an adjective is said of: before it, or as the subject of its clause."""
    while word.dep_ in {"conj", "advmod"} and word.head.pos_ in {"ADJ", "VERB"}:
        word = word.head
    if word.dep_ == "amod" and word.head.pos_ in {"NOUN", "PROPN"}:
        return word.head
    if only_before or word.dep_ != "acomp":
        return None
    return next((c for c in word.head.children if c.dep_ == "nsubj"), None)
