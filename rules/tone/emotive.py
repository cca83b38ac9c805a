"""States what happened, and leaves the feeling to the reader."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from scr_lint import Block, Draft, Example, Finding, Layer, Role, Rule, Severity
from scr_lint.grammar.at_large import is_prepared_for, may_be_anywhere
from scr_lint.grammar.phrases import Match, find_phrases
from scr_lint.grammar.stance import is_judged_by_others, is_own_judgement
from scr_lint.grammar.voice import own_words
from scr_lint.grammar.wordlists import WordLists
from scr_lint.lists import quoted_list
from scr_lint.persons.children import PERSONAL, cast_of
from scr_lint.persons.likened import likened
from scr_lint.vocabulary import load_with_settings

if TYPE_CHECKING:
    from spacy.tokens import Token

_SILENT = frozenset({Role.GLOSSARY, Role.REFERENCES, Role.CONTENTS})
_PATTERNS = ("strong", "weak", "tender", "done", "else")
# What is done to a child alone, and what tells of a practice instead: "it beggars belief that …".
_FEELINGS = frozenset(
    """aghast appalled disgusted distressed heartbroken heart-broken horrified nauseated revolted
    sickened shocked""".split()
)
# What cannot be thought *yet* is new, not dreadful.
_UNTIL_THEN = frozenset("hitherto previously formerly once heretofore earlier".split())
_DEFINITE = frozenset({"the", "this", "that", "these", "those", "such"})
_UNTHOUGHT = frozenset({"unimaginable", "inconceivable", "unthinkable"})
# What a person gives up or does that may be "in vain"; an effort or a search may too, and moves nobody.
_GIVEN_UP = frozenset("death life suffering loss sacrifice pain cry plea tear".split())
_SUFFERING = frozenset("die cry suffer plead beg scream call weep pray live".split())
_BELIEF = frozenset({"belief", "comprehension", "understanding"})


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
        Example("The girl was passed around like a parcel.", marks=("like a parcel",)),
        Example("What she went through does not bear thinking about.", marks=("bear thinking",)),
        Example("He had his whole life ahead of him.", marks=("whole life ahead",)),
        Example("The boy was tormented for a year.", marks=("tormented",)),
        Example("The child was battered in his cot.", marks=("battered",)),
        Example("She cried out in vain.", marks=("in vain",)),
        Example("He had catastrophic injuries.", marks=("catastrophic",)),
        Example("We have never read a more harrowing account.", marks=("harrowing",)),
    )
    passed = (
        Example("Staff were heartbroken."),
        Example("The town has a plan for catastrophic events."),
        Example("To wait may have catastrophic consequences."),
        Example("An order to stay at home was hitherto unimaginable."),
        Example("The search was in vain."),
        Example("It beggars belief that nobody rang."),
        Example("We offer the family our condolences."),
        Example("He barked like a dog to make her laugh."),
        Example("The battered fish was cold."),
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
        cast = cast_of(draft, self.settings.names)
        row = next(iter(lists.of_patterns("done")))
        for block in blocks:
            likenings = (likened(token, cast) for token in draft.docs[block.index])
            found[block.index] += [
                Match(row, block, said) for said in likenings if said is not None
            ]
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
        words = quoted_list(span.text for span in spans)
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
    if _doubts_practice(match) or _is_felt_by_others(top) or _is_plain(match):
        return False
    done = pattern == "done" or (pattern == "tender" and top.lower_ in lists.words("done"))
    if done and top.pos_ in {"VERB", "ADJ"} and _is_done_to_child(top, lists):
        return True
    if pattern == "done":
        return False
    if pattern == "strong":
        return top.pos_ != "VERB" or len(match.tokens) > 1 or top.tag_ in {"VBG", "VBN"}
    if pattern == "else" or len(match.tokens) > 1:
        return pattern != "else"
    beside = {"weak": "harm", "tender": "child"}[pattern]
    noun = _described(top, only_before=pattern == "tender")
    return noun is not None and lists.row(noun, beside) is not None


def _is_plain(match: Match) -> bool:
    """Whether words are meant as they stand: "planning for catastrophic events", "an order that was
    hitherto unimaginable", "the search was in vain"."""
    top = match.tokens.root
    if match.tokens.text.lower() == "in vain":
        verb = next((t for t in top.ancestors if t.pos_ in {"VERB", "AUX"}), top)
        about = [c for c in verb.children if c.dep_ == "nsubj" and c.lemma_.lower() in _GIVEN_UP]
        return not about and verb.lemma_ not in _SUFFERING
    if top.lower_ in _UNTHOUGHT and any(c.lower_ in _UNTIL_THEN for c in top.lefts):
        return True
    noun = top.head if top.dep_ == "amod" else None
    if noun is None or noun.pos_ != "NOUN":
        return False
    definite = any(c.dep_ == "poss" or c.lower_ in _DEFINITE for c in noun.children)
    return is_prepared_for(noun) or (not definite and may_be_anywhere(noun))


def _is_felt_by_others(word: Token) -> bool:
    """Whether a word says what somebody felt: "staff were heartbroken", but not "we were appalled"."""
    if word.lemma_.lower() not in _FEELINGS and word.lower_ not in _FEELINGS:
        return False
    verb = word.head if word.dep_ in {"acomp", "oprd"} else word
    subject = next((c for c in verb.children if c.dep_ in {"nsubj", "nsubjpass"}), None)
    return subject is not None and subject.lower_ not in {"we", "i", "one"}


def _doubts_practice(match: Match) -> bool:
    """Whether "it beggars belief that nobody rang" reproaches those at work: see TON002."""
    top = match.tokens.root
    if not any(t.lower_ in _BELIEF for t in match.tokens):
        return False
    return any(c.dep_ in {"nsubj", "expl"} and c.lower_ == "it" for c in top.children) and any(
        c.dep_ in {"ccomp", "advcl"} for t in match.tokens for c in t.children
    )


def _is_done_to_child(verb: Token, lists: WordLists) -> bool:
    """Whether a child is said to be battered or tormented, or to have languished."""
    noun = next((c for c in verb.children if c.dep_ == "nsubjpass"), None)
    if verb.lemma_ == "languish":
        noun = next((c for c in verb.children if c.dep_ == "nsubj"), None)
    if noun is None and verb.dep_ == "conj":
        return _is_done_to_child(verb.head, lists) and verb.tag_ == "VBN"
    if noun is None:
        return False
    return lists.row(noun, "child") is not None or noun.lower_ in PERSONAL or noun.pos_ == "PROPN"


def _described(word: Token, *, only_before: bool) -> Token | None:
    """The noun that an adjective is said of: before it, or as the subject of its clause."""
    while word.dep_ in {"conj", "advmod"} and word.head.pos_ in {"ADJ", "VERB"}:
        word = word.head
    if word.dep_ == "amod" and word.head.pos_ in {"NOUN", "PROPN"}:
        return word.head
    if only_before or word.dep_ != "acomp":
        return None
    return next((c for c in word.head.children if c.dep_ == "nsubj"), None)
