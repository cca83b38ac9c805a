"""Sentences of analysis say who acted, or who did not."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from scr_lint import Block, Draft, Example, Finding, Kind, Role, Rule, Severity
from scr_lint.grammar.agentless import Agentless, find_agentless
from scr_lint.grammar.parse import neighbour
from scr_lint.grammar.quotation import is_quoted
from scr_lint.grammar.voice import in_question, is_reported
from scr_lint.grammar.wordlists import WordLists
from scr_lint.vocabulary import load

if TYPE_CHECKING:
    from spacy.tokens import Token

_ROLES = (Role.ANALYSIS, Role.FINDINGS, Role.CONCLUSION)
# What a review does itself, and what stands in law and in records.
_OWN = frozenset(
    """act account appendix author chapter finding guidance interview law panel paragraph period
    quotation recommendation regulation report review reviewer scope section statute summary table
    term theme""".split()
)
# What is given, made or taken in the work, whatever the verb: "advice was given".
_GIVEN = frozenset(
    """advice assumption assurance attention choice conclusion consideration decision explanation
    judgement opportunity priority reason reliance reminder thought warning weight""".split()
)
_VERBS = WordLists.of(load(__package__, "hidden_actor"))


class HiddenActor(Rule):
    """Flags passives in analysis and findings that hide who acted, or who did not.

    Why: "No referral was made" tells the reader that something did not happen, and not whose it
    was to do. Nobody can ask why it made sense to somebody who is not there, and a finding about
    nobody is taken up by nobody. Plain English asks for plenty of active verbs.

    Instead: Name the agency or the role, not the person: "the school did not refer her", "neither
    surgery wrote back". If it was nobody's task, say that: it may be the finding. If the review
    could not find out who, say so.

    Leaves alone: Passives that name the actor ("by the Trust"), or give the reason; passives about
    the law, the report or the review's own method; what the family did; what somebody is reported
    to have said; requirements ("should be seen"); and sections other than the analysis, the
    findings and the conclusion.

    Contested: The passive protects members of staff, and a review is not there to blame. It is
    enough to name the agency or the role. Some passives are right, when the person it was done to
    matters more; this list cannot tell.
    """

    code = "PLN004"
    name = "hidden-actor"
    severity = Severity.ADVICE
    basis = ("QM14.6", "WT2015.p79-plain", "QM13.3")
    gathers = True

    flagged = (
        Example("No referral was made in the eleven weeks that followed.", marks=("No referral",)),
        Example(
            "Father was not told of the meeting, and his views were never sought.",
            role=Role.FINDINGS,
            marks=("was not told", "never sought"),
        ),
        Example(
            "The bruise had been treated as an accident. Opportunities were missed to ask again.",
            marks=("treated", "missed"),
        ),
        Example("It was assumed that the nursery would ring.", marks=("assumed",)),
        Example(
            "The case was closed in March, and the letter was lost.",
            role=Role.CONCLUSION,
            marks=("closed", "lost"),
        ),
        Example(
            "1. Information was not shared between the hospital and the school.",
            role=Role.FINDINGS,
            marks=("Information was not shared",),
        ),
        Example(
            "None of the letters was answered, and no thought was given to the brother.",
            marks=("answered", "no thought was given"),
        ),
    )
    passed = (
        Example("No referral was made by the school. The nurse was not told by her manager."),
        Example("The school did not make a referral. Nobody asked him. The council closed it."),
        Example("The letter was not opened because the clerk who read the post had left."),
        Example("No part of this report has been changed. The method is set out in section 3."),
        Example("He should not have been left. The children must be seen alone.", role="findings"),
        Example("Mother told us that she was never asked. “I was not told,” said Grandmother."),
        Example("No referral was made that day. The case was closed.", role=Role.CHRONOLOGY),
        Example("He was not fed, and his clothes were not washed. He was born in the spring."),
    )

    def check(self, draft: Draft) -> Iterator[Finding]:
        recommended = {b for r in draft.recommendations for b in r.blocks}
        for block in draft.prose(*_ROLES):
            if block.kind is Kind.QUOTE or block.index in recommended:
                continue
            hiding = [
                passive
                for sentence in draft.sentences(block)
                for passive in find_agentless(sentence)
                if _hides(block, passive)
            ]
            if hiding:
                yield self.finding(
                    draft,
                    [draft.span_of(block.index, passive.span) for passive in hiding],
                    _message(hiding),
                    _suggestion(hiding),
                )


def _hides(block: Block, passive: Agentless) -> bool:
    """Whether a reader would want to know who acted."""
    verb, subject = passive.verb, passive.subject
    if subject.lemma_.lower() in _OWN or _is_this_review(subject):
        return False
    if is_quoted(block, verb.idx, verb.idx + len(verb)) or in_question(verb):
        return False
    if _is_explained(passive) or _is_told(verb) or verb.head.lemma_ in {"ensure", "prevent"}:
        return False
    if passive.is_denied:
        return not _is_nobodys(passive)
    return passive.is_past and _matters(passive)


def _matters(passive: Agentless) -> bool:
    """Whether a passive that affirms something tells of what was decided, thought or left undone."""
    verb = passive.verb
    if verb.dep_ in {"relcl", "acl", "csubj"} or passive.subject.tag_ in {"WP", "WDT"}:
        return False
    if verb.lemma_ == "know" and neighbour(verb).lower_ == "to":
        return False  # "was known to the GP" says to whom
    if verb.lemma_ == "miss" and passive.subject.lemma_ in {"appointment", "session", "school"}:
        return False  # missed by the family
    if _VERBS.row(verb, "omission"):
        return True
    if verb.dep_ == "advcl":
        return False
    if any(_VERBS.row(verb, pattern) for pattern in ("decision", "act")):
        return True
    if passive.subject.lemma_.lower() in _GIVEN:
        return _VERBS.row(verb, "not") is None
    if _VERBS.row(verb, "judgement") is None:
        return False
    says_it = passive.subject.lower_ == "it" and any(c.dep_ == "ccomp" for c in verb.children)
    return (
        says_it
        or neighbour(verb).lower_ == "as"
        or any(c.lower_ == "as" and c.i > verb.i for c in verb.children)
    )


def _is_this_review(subject: "Token") -> bool:
    """Whether it is part of the report in hand: "no part of the report was changed"."""
    part = subject.lemma_ in {"part", "page", "word"}
    return any(
        t.lemma_.lower() in _OWN and (part or any(c.lower_ == "this" for c in t.children))
        for t in subject.subtree
    )


def _is_nobodys(passive: Agentless) -> bool:
    """Whether what was not done was nobody's to do, or the family's: "was not fed"."""
    if passive.subject.lower_ in {"nobody", "one", "anybody"}:
        return True
    together = any(
        c.dep_ in {"prt", "advmod"} for c in passive.verb.children if c.i > passive.verb.i
    )
    return _VERBS.row(passive.verb, "not") is not None and not (
        together and passive.verb.lemma_ == "bring"
    )


def _is_told(verb: "Token") -> bool:
    """Whether somebody is reported to have said it: theirs is the word, and theirs the passive."""
    return is_reported(verb) and not any(t.lemma_ == "know" for t in verb.ancestors)


def _is_explained(passive: Agentless) -> bool:
    """Whether the sentence gives the reason, and with it who: "because the clerk had left"."""
    return any(
        clause.dep_ == "advcl" and any(c.lower_ == "because" for c in clause.children)
        for clause in passive.verb.children
    )


def _message(hiding: list[Agentless]) -> str:
    words = " ".join(hiding[0].span.text.split())
    if len(hiding) == 1:
        return f"“{words}” does not say who."
    return f"{len(hiding)} passives here do not say who acted, the first of them “{words}”."


def _suggestion(hiding: list[Agentless]) -> str:
    active = next(filter(None, (passive.active("the [agency]") for passive in hiding)), "")
    example = f", for example “{active}”" if active else ""
    return (
        f"Consider naming the agency or the role{example}. If it was nobody's task, or the review "
        "could not find out, say that."
    )
