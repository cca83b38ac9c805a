"""Sentences of analysis say who acted, or who did not."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from scr_lint import Block, Draft, Example, Finding, Kind, Role, Rule, Severity
from scr_lint.grammar.agentless import Agentless, find_agentless
from scr_lint.grammar.in_active import in_active
from scr_lint.grammar.parse import is_infinitive, neighbour
from scr_lint.grammar.quotation import is_quoted
from scr_lint.grammar.voice import REPORTING, in_question, is_reported
from scr_lint.grammar.wordlists import WordLists
from scr_lint.persons.accounted import is_accounted, is_of_review
from scr_lint.persons.people import Side, side_of
from scr_lint.persons.unnamed import likelihood
from scr_lint.vocabulary import load

if TYPE_CHECKING:
    from spacy.tokens import Token

_ROLES = (Role.ANALYSIS, Role.FINDINGS, Role.CONCLUSION)
# What is given, made or taken in the work, whatever the verb: "advice was given".
_GIVEN = frozenset(
    """advice assumption assurance attempt attention choice conclusion consideration decision effort
    error explanation judgement lesson misjudgement mistake omission opportunity photograph priority
    promise reason referral reliance reminder statement thought warning weight""".split()
)
_TOLD = frozenset(
    """alarm alert assessment complaint concern detail difficulty doubt fact fear finding history
    information intelligence issue knowledge letter matter minute note objection plan point problem
    query question record referral report risk suspicion view worry""".split()
)
_NOBODY = frozenset(["i", "we", "it", "that", "which", "this", "what", "there"])
# What is left so at home, and hides nobody's work.
_AT_HOME = frozenset(
    """unable unattended unconscious uneaten unhappy unhurt unlocked unsupervised unsure untouched
    unwell unclothed""".split()
)
# What is done to a family piece by piece: "an assessment was completed".
_PIECES = frozenset(
    "analysis assessment check enquiry inquiry investigation screening visit".split()
)
_ANYBODY = frozenset("anybody anyone everybody everyone nobody somebody someone person who".split())
_MEANT = frozenset("suppose mean intend hope expect take see leave say report suggest".split())
# Clauses that only tell which, when or if: "the letters that were not answered".
_ASIDE = frozenset({"relcl", "acl", "advcl", "csubj", "pcomp"})
# How a clause is only set beside another.
_BESIDE = frozenset({"conj", "parataxis", "relcl"})
#: Below and from which likelihood the list is overruled: chosen by the figures on files left out.
UNLIKELY, LIKELY = 0.25, 0.87
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
        Example(
            "At no stage was he invited. What he said was not written down.",
            marks=("invited", "not written"),
        ),
        Example(
            "Supervision was cancelled, rearranged and cancelled again. A reminder was left "
            "unanswered.",
            marks=("cancelled", "rearranged", "left"),
        ),
        Example(
            "The conference agreed that the boys would be spoken to. The key was to be returned.",
            marks=("would be spoken", "to be returned"),
        ),
        Example(
            "The ward was considered safe, and the head was asked to wait. No cover was arranged, "
            "because the rota was kept in a drawer.",
            role=Role.FINDINGS,
            marks=("considered", "was asked", "No cover"),
        ),
        Example(
            "The baby is thought to have been alone. The case was stepped down. Mistakes were made.",
            marks=("is thought", "stepped", "made"),
        ),
        Example(
            "At no point were the grandparents consulted. A visit was arranged and cancelled. Aunt was "
            "left out altogether (a letter was sent, to the wrong street).",
            marks=("consulted", "cancelled", "left", "sent"),
        ),
    )
    passed = (
        Example("The nurse was asked and declined. The plan was short and became shorter."),
        Example("No referral was made by the school. The nurse was not told by her manager."),
        Example("The school did not make a referral. Nobody asked him. The council closed it."),
        Example("The letter was not opened because the clerk who read the post had left."),
        Example("No part of this report has been changed. The method is set out in section 3."),
        Example("He should not have been left. The children must be seen alone.", role="findings"),
        Example("Mother told us that she was never asked. “I was not told,” said Grandmother."),
        Example("No referral was made that day. The case was closed.", role=Role.CHRONOLOGY),
        Example("A bed was shared. The door was left unlocked. Home visits were not forbidden."),
        Example("Staff were asked what they remembered. Two workers had been dismissed since."),
        Example("He was not fed, and his clothes were not washed. He was born in the spring."),
    )

    def check(self, draft: Draft) -> Iterator[Finding]:
        found: dict[int, list[Agentless]] = {}
        for block, passive, listed in weighed(draft):
            if _hides(passive, listed):
                found.setdefault(block.index, []).append(passive)
        for index, hiding in found.items():
            yield self.finding(
                draft,
                [draft.span_of(index, passive.span) for passive in hiding],
                _message(hiding),
                _suggestion(hiding),
            )


def weighed(draft: Draft) -> Iterator[tuple[Block, Agentless, bool]]:
    """The passives that may hide who acted, each with its block, and whether the lists have it."""
    recommended = {b for r in draft.recommendations for b in r.blocks}
    for block in draft.prose(*_ROLES):
        if block.kind is Kind.QUOTE or block.index in recommended:
            continue
        for sentence in draft.sentences(block):
            for passive in find_agentless(sentence):
                if _may_hide(block, passive):
                    yield block, passive, _is_listed(passive)


def _hides(passive: Agentless, listed: bool) -> bool:
    """Whether a reader would want to know who acted.

    By the lists and by signs weighed together: what is listed is left where they speak clearly
    against it, and what is not is found where they speak clearly for it.
    """
    likely = likelihood(passive)
    if listed:
        return likely is None or passive.is_planned or likely >= UNLIKELY
    affirmed = passive.is_past and not passive.is_planned and not passive.is_denied
    return affirmed and likely is not None and likely >= LIKELY


def _may_hide(block: Block, passive: Agentless) -> bool:
    """Whether a passive is the report's own word for what somebody did, with no reason given."""
    verb, subject = passive.verb, passive.subject
    if is_of_review(subject):
        return False
    if is_quoted(block, verb.idx, verb.idx + len(verb)) or in_question(verb):
        return False
    told = _is_told(verb) and not passive.is_planned
    if not passive.is_planned and is_accounted(passive):
        return False
    return not (_is_explained(passive) or told or verb.head.lemma_ in {"ensure", "prevent"})


def _is_listed(passive: Agentless) -> bool:
    """Whether the lists of verbs, and what is denied, make it one whose actor matters."""
    verb = passive.verb
    if passive.is_denied:
        return not _is_nobodys(passive) and verb.dep_ not in _ASIDE
    if passive.is_planned:
        return not _row(verb, "not")
    return (passive.is_past or _is_thought(passive)) and _matters(passive)


def _row(verb: "Token", pattern: str) -> bool:
    """Whether a verb, with its particle if it has one, is in a pattern of the list."""
    after = neighbour(verb)
    words = _VERBS.words(pattern)
    joined = after.head == verb and f"{verb.lemma_.lower()} {after.lower_}" in words
    return joined or _VERBS.row(verb, pattern) is not None


def _is_thought(passive: Agentless) -> bool:
    """Whether it says what is thought of the past, and not by whom: "is thought to have been"."""
    told = [c for c in passive.verb.children if c.dep_ == "xcomp"]
    past = any(g.lemma_ == "have" and g.dep_ == "aux" for c in told for g in c.children)
    return past and _row(passive.verb, "judgement")


def _matters(passive: Agentless) -> bool:
    """Whether a passive that affirms something tells of what was decided, thought or left undone."""
    verb = passive.verb
    if verb.dep_ == "advcl" and verb.sent[0].lower_ == "had":
        return False  # "Had it been shared, …" tells of what did not happen
    aside = verb.dep_ in _ASIDE - {"advcl"} and not _in_brackets(verb)
    if aside or passive.subject.tag_ in {"WP", "WDT"}:
        return False
    if verb.lemma_ == "know" and (
        neighbour(verb).lower_ in {"to", "by", "as"} or passive.subject.lower_ in {"little", "much"}
    ):
        return False  # "was known to the GP" says to whom
    if verb.lemma_ == "miss" and passive.subject.lemma_ in {"appointment", "session", "school"}:
        return False  # missed by the family
    if _row(verb, "employing") and side_of(passive.subject) is Side.STAFF:
        return False  # an employer's decision about its staff
    if _row(verb, "omission") or _is_left(verb):
        return True
    if verb.dep_ == "advcl":
        return False
    if any(_row(verb, pattern) for pattern in ("decision", "act")) or _is_asked(verb):
        return True
    subject = passive.subject.lemma_.lower()
    if subject in _GIVEN:
        return not _row(verb, "not")
    if _row(verb, "work"):
        return subject in _PIECES
    if _row(verb, "informing"):
        # "took it to the manager and was told": the sentence has whoever told
        somebody = subject in {"he", "she", "they"} or side_of(passive.subject) is not None
        return somebody and verb.dep_ != "conj"
    if _row(verb, "light") or (_row(verb, "telling") and subject in _TOLD):
        return not _somebody_acts(verb)
    says_it = subject == "it" and any(c.dep_ == "ccomp" for c in verb.children)
    if says_it and verb.lemma_ in REPORTING:
        return True
    if not _row(verb, "judgement"):
        return False
    return (
        says_it
        or _is_thought(passive)
        or neighbour(verb).lower_ == "as"
        or any(c.i > verb.i and (c.lower_ == "as" or _judges_so(c)) for c in verb.children)
    )


def _in_brackets(verb: "Token") -> bool:
    """Whether a bracket holds the whole clause, which is then no relative: "(it was sent twice)"."""
    first = verb.left_edge.i
    return (first > 0 and verb.doc[first - 1].text == "(") or verb.doc[first].text == "("


def _judges_so(complement: "Token") -> bool:
    """Whether it is what something was judged to be: "considered safe", "found to be working"."""
    if complement.head.lemma_ in _MEANT:
        return False
    judged = complement.dep_ == "xcomp" and is_infinitive(complement)
    return judged or complement.dep_ in {"oprd", "acomp"}


def _is_asked(verb: "Token") -> bool:
    """Whether somebody is asked or told to act, and not only what they think: "was asked to"."""
    to_do = any(
        (c.dep_ == "xcomp" and is_infinitive(c)) or (c.dep_ == "ccomp" and _says_that(c))
        for c in verb.children
    )
    review = any(t.lower_ in {"review", "reviewers", "questionnaire"} for t in verb.sent)
    return (to_do or neighbour(verb).lower_ == "for") and _row(verb, "asking") and not review


def _says_that(clause: "Token") -> bool:
    return any(c.lower_ == "that" and c.dep_ == "mark" for c in clause.children)


def _somebody_acts(verb: "Token") -> bool:
    """Whether readers may infer who acted, from a verb in the active with a subject of its own.

    It stands in the clause that the passive hangs on or in one that hangs on it; a clause that is
    only set beside it tells who where its subject is somebody who works with families.
    """
    ancestors = {t.i for t in verb.ancestors}
    for token in verb.sent:
        above = token.head
        if token.dep_ != "nsubj" or above.lemma_ == "be" or token.lower_ in _NOBODY:
            continue
        if above.i not in ancestors and verb not in above.ancestors:
            continue
        low, high = (above, verb) if verb in above.ancestors else (verb, above)
        beside = any(t.dep_ in _BESIDE for t in (low, *low.ancestors) if high in t.ancestors)
        if not beside or (token.i < verb.i and side_of(token) is Side.STAFF):
            return True
    return False


def _is_left(verb: "Token") -> bool:
    """Whether it says what was left undone: "the letter was left unanswered"."""
    return verb.lemma_ == "leave" and any(
        c.dep_ in {"oprd", "acomp"} and c.lower_.startswith("un") and c.lower_ not in _AT_HOME
        for c in verb.children
    )


def _is_nobodys(passive: Agentless) -> bool:
    """Whether what was not done was nobody's to do, or the family's: "was not fed"."""
    subject = passive.subject
    if subject.lower_ in {"nobody", "anybody"}:
        return True
    if subject.lower_ == "one" and any(c.lower_ == "no" for c in subject.children):
        return True
    together = any(
        c.dep_ in {"prt", "advmod"} for c in passive.verb.children if c.i > passive.verb.i
    )
    return _row(passive.verb, "not") and not (together and passive.verb.lemma_ == "bring")


def _is_told(verb: "Token") -> bool:
    """Whether somebody is reported to have said it: theirs is the word, and theirs the passive."""
    return is_reported(verb) and not any(t.lemma_ == "know" for t in verb.ancestors)


def _is_explained(passive: Agentless) -> bool:
    """Whether the sentence gives a reason that tells who: "because the clerk had left".

    Of what was not done, a reason tells nothing that is only about things: "because the rota had
    been kept in a drawer".
    """
    return any(
        clause.dep_ == "advcl"
        and any(c.lower_ == "because" for c in clause.children)
        and (not passive.is_denied or any(_is_somebody(t) for t in clause.subtree))
        for clause in passive.verb.children
    )


def _is_somebody(noun: "Token") -> bool:
    """Whether a word stands for people or a body that acts: "nobody had told the nurse"."""
    if noun.dep_ not in {"nsubj", "nsubjpass", "attr"}:
        return False
    return side_of(noun) is not None or noun.ent_type_ == "ORG" or noun.lower_ in _ANYBODY


def _message(hiding: list[Agentless]) -> str:
    words = " ".join(hiding[0].span.text.split())
    if len(hiding) == 1:
        return f"“{words}” does not say who."
    return f"{len(hiding)} passives here do not say who acted, the first of them “{words}”."


def _suggestion(hiding: list[Agentless]) -> str:
    active = in_active(hiding[0], "the [agency]")
    example = f", for example “{active}”" if active else ""
    return (
        f"Consider naming the agency or the role{example}. If it was nobody's task, or the review "
        "could not find out, say that."
    )
