"""Whose view a clause gives: the review's own, or one that it reports.

"Mother felt that he should have been seen" tells what Mother felt; "the review finds that he
should have been seen" judges.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from typing import TYPE_CHECKING

from ..draft import Block, Draft, Kind, Role, Visibility

if TYPE_CHECKING:
    from spacy.tokens import Span as SpacySpan
    from spacy.tokens import Token

#: Verbs that report what somebody said or thought.
REPORTING = frozenset(
    """accept accuse acknowledge add admit advise agree allege announce apologise apologize argue ask
    assert assume believe blame claim comment complain concede conclude confirm consider contend
    criticise decide declare describe dispute doubt emphasise explain express fear feel find guess
    hear hold hope identify imagine insist judge know maintain mention note observe perceive protest
    realise recall recognise recollect record reflect regret remark remember repeat reply report say
    stress submit suggest suppose suspect tell testify think understand urge voice warn wish wonder
    worry write""".split()
)
_OWNING_UP = frozenset("accept acknowledge admit concede explain put recall reflect say".split())
_OPINIONS = frozenset(
    """account acceptance acknowledgement argument assertion belief claim comment concern conclusion
    criticism feeling hope impression judgement judgment observation opinion perception position
    recognition reflection regret remark sense statement suggestion suspicion thought understanding
    verdict view wish worry""".split()
)
_CERTAIN = frozenset(
    """adamant afraid angry annoyed aware certain clear confident conscious convinced disappointed
    glad insistent sorry sure surprised unclear unhappy unsure upset worried""".split()
)
_EASILY_SAID = frozenset("easy easier tempting wrong unfair simplistic unhelpful".split())
_JUDGED = frozenset("consider describe judge feel find think note know see observe".split())
# "She is said to have been flighty": nobody says by whom, and the report hands it on.
# What "it has been suggested" tells is somebody's, and not the review's.
_PUT_FORWARD = frozenset("suggest argue put claim allege contend assert".split())
_RUMOURED = frozenset({"say", "report", "allege", "suppose", "understand", "believe"})
# Subjects behind which the review itself speaks.
_REVIEW = frozenset(
    """analysis author chapter commentary conclusion evidence finding group i independent
    investigation it lead my our overview panel paper reader report review reviewer section seem that there these
    this we what which""".split()
)
_THIS_REVIEW = frozenset(
    """case child children lcspr lead learning our overview panel practice review reviewer
    safeguarding scr serious""".split()
)
_ATTRIBUTED = re.compile(
    r"\b(?:according to|in (?:the )?(?:words|view(?! of the fact)|opinion|eyes|account) of|"
    r"in (?:her|his|their|(?:\w+ ){0,4}\w+(?:['’]s|s['’])) (?:own )?"
    r"(?:view|opinion|words|eyes|mind))\b",
    re.IGNORECASE,
)
_RHETORICAL = re.compile(
    r"(?:and |so |but )?(?:how (?:on earth )?(?:could|can|did)|surely|(?:should|could|would)n['’]t"
    r"|(?:should|could) (?:\w+ ){1,4}not\b|what were \w+ thinking)\b",
    re.IGNORECASE,
)
#: Questions that are exclamations: "Why on earth did nobody knock?"
EXCLAIMED = re.compile(
    r"(?:and |but |so )?(?:(?:why|how|what|who|where)(?:ever)? (?:on earth|in heaven\W?s name|in the world"
    r"|in god\W?s name|the hell|the devil|possessed)\b|can it (?:really )?be that\b|is it possible that"
    r" (?:no|nobody)\b|how (?:did|could) (?:nobody|no ?one|none|not one|everyone|everybody|all of them)\b|did (?:nobody|no one|none|not one) (?:\w+ ){0,4}(?:think|notice|ask|wonder|see|stop)\b"
    r"|was there no(?:body|thing| one)?\b)",
    re.IGNORECASE,
)
_ASKING = frozenset("ask consider explore examine wonder question discuss look test weigh".split())
_ASKING_WORDS = frozenset({"what", "how", "why", "who", "when"})
_OWN_OPINION = re.compile(
    r"\b(?:review(?:er)?|author|panel|report|our|my)(?:['’]s|s['’])? (?:\w+ )?(?:view|opinion)"
    r"|(?:view|opinion) of (?:the|this) (?:\w+ )?(?:review(?:er)?|author|panel|report)",
    re.IGNORECASE,
)


def is_reported(token: Token) -> bool:
    """Whether a word stands in a clause that gives somebody else's words or view.

    Somebody else is anyone but the review, its author and its panel. An impersonal "it was felt"
    is the review's own voice, unless it says by whom.
    """
    for below, above in _upwards(token):
        if below.i < above.i and any(t.text == ";" for t in above.doc[below.i : above.i]):
            break  # "the friend was cold; her mother, overseas, was glad of it"
        if _reports_others(above, below):
            return True
        if below.dep_ in {"relcl", "advcl"} and any(c.lower_ == "which" for c in below.children):
            break  # "… was closed, which should never have happened" comments on what was told
    sentence = token.sent.text
    if any(mark in sentence for mark in '“”"') and any(map(_is_aside_of_others, token.sent)):
        return True
    return bool(_ATTRIBUTED.search(sentence)) and not _OWN_OPINION.search(sentence)


def _is_aside_of_others(verb: Token) -> bool:
    """Whether an aside says whose words the sentence gives: "as the manager admitted, “…”"."""
    if verb.dep_ != "advcl" or verb.lemma_.lower() not in _OWNING_UP or not _is_others(verb):
        return False
    if any(c.dep_ == "dobj" for c in verb.children):
        return False  # "as she told the nurse, …" goes on; "as he put it to us" has no object
    return any(c.lower_ == "as" for c in verb.children)


def reporters_of(token: Token) -> Iterator[Token]:
    """Who reports a word: "Mother" in "Mother said that he lied", "known to Mother as a liar" aside;
    of a passive those named by "by": "remembered by two officers as plausible"."""
    for below, above in _upwards(token):
        reports = above.lemma_.lower() in REPORTING
        if reports and below.dep_ == "ccomp" and above.i < below.i:
            subject = subject_of(above)
            if subject is not None and subject.dep_ == "nsubj":
                yield subject
        elif (
            below.dep_ == "ccomp"
            and above.lemma_ == "be"
            and (noun := subject_of(above)) is not None
        ):
            if noun.lemma_.lower() in _OPINIONS:  # "the clinic's verdict was that"
                yield from (c for c in noun.children if c.dep_ == "poss")
        elif reports and below.dep_ == "prep" and below.lower_ == "as":
            yield from (g for c in above.children if c.dep_ == "agent" for g in c.children)


def belongs_to_report(token: Token) -> bool:
    """Whether a word goes with a verb that reports others: "looking back, she felt that …"."""
    return any(
        above.lemma_.lower() in REPORTING and _is_others(above)
        for _, above in [(token, token), *_upwards(token)]
    )


def in_question(token: Token) -> bool:
    """Whether a word stands in a question, direct or indirect ("considered whether …").

    "How could they fail to see it?" asks nothing.
    """
    sentence = token.sent.text
    if sentence.rstrip("”’\"')] ").endswith("?"):
        return not (_RHETORICAL.match(sentence) or EXCLAIMED.match(sentence))
    before = sentence[: token.idx - token.sent.start_char].lower()
    asked = re.search(r"\bwhether\b(?! or not)", before.rpartition(";")[2])
    if asked and not any(c.dep_ in {"csubj", "csubjpass"} for c in token.children):
        return True  # "whether he was safe was not asked" says what was not
    return any(
        (child.lower_ == "if" and child.dep_ == "mark" and below.dep_ == "ccomp")
        or (
            child.lower_ in _ASKING_WORDS
            and above.lemma_.lower() in _ASKING
            and all(c.lower_ != "one" for c in above.children)  # "one wonders how they slept"
        )
        for below, above in [(token, token.head), *_upwards(token)]
        for child in below.children
    )


def is_denied(token: Token) -> bool:
    """Whether a word stands in a clause that the sentence denies or sets aside.

    "The review does not say that anyone should have known"; "it is easy to say".
    """
    said = False
    for below, above in _upwards(token):
        if ";" in {t.text for t in above.doc[min(above.i, below.i) : max(above.i, below.i)]}:
            return False  # what is denied after a semicolon is another matter
        if below.dep_ not in {"ccomp", "xcomp", "pcomp", "acl", "conj"}:
            said = False
        elif below.dep_ == "conj":
            pass  # "would not accept advice, and was stubborn"
        elif (
            above.lemma_.lower() in REPORTING | {"imply", "mean"}
            or above.pos_ == "NOUN"
            or _is_cleft(above, below)
        ):
            said = True
        denials = {c.lower_ for c in above.children if c.dep_ in {"neg", "advmod", "acomp"}}
        denials |= {
            above.lower_,
            *(g.lower_ for c in above.children for g in c.children),
        } & _EASILY_SAID
        if above.lemma_ in {"escape", "avoid", "deny", "doubt"}:
            return False
        if said and denials & ({"not", "n't", "n’t", "never"} | _EASILY_SAID):
            return True
    return False


def _is_cleft(be: Token, below: Token) -> bool:
    """Whether "it is not that they did not care" denies what follows."""
    before = {c.lower_ for c in be.children if c.dep_ == "nsubj"}
    that = any(c.lower_ == "that" and c.dep_ == "mark" for c in below.children)
    return be.lemma_ == "be" and "it" in before and that


def subject_of(verb: Token) -> Token | None:
    """The subject of a verb: its own, or the one it shares with the verb it hangs on."""
    seen: set[int] = set()
    while verb.i not in seen:
        seen.add(verb.i)
        for child in verb.children:
            if child.dep_ in {"nsubj", "nsubjpass", "csubj", "csubjpass"}:
                return child
        if verb.dep_ in {"conj", "xcomp", "auxpass", "aux"}:
            verb = verb.head
    return None


def _upwards(token: Token) -> Iterator[tuple[Token, Token]]:
    """Pairs of a word and the word above it, up to the top of the sentence."""
    while token.head.i != token.i:
        yield token, token.head
        token = token.head


def _reports_others(above: Token, below: Token) -> bool:
    if below.dep_ not in {"ccomp", "xcomp", "acl", "relcl", "parataxis", "appos", "conj", "pcomp"}:
        return False
    if below.dep_ == "xcomp" and above.lemma_.lower() in {"ask", "tell", "advise"}:
        return False  # "a worker was asked to deal with it"
    if below.dep_ in {"ccomp", "xcomp", "parataxis"} and above.lemma_.lower() in REPORTING:
        between = above.doc[min(above.i, below.i) : max(above.i, below.i)]
        # "it was never said: the notes say …": what stands after a colon reports nothing before it
        ends = {";", ":"} if below.i < above.i else {";"}
        return not any(t.text in ends for t in between) and _is_others(above)
    if below.dep_ in {"acl", "appos"} and above.lemma_.lower() in _OPINIONS:
        return _is_others_opinion(above)
    felt = above if above.lemma_.lower() in _CERTAIN else None
    if above.lemma_ == "be":
        felt = next((c for c in above.children if c.lemma_.lower() in _CERTAIN), None)
    if below.dep_ == "ccomp" and felt is not None:
        subject = subject_of(felt.head)
        return subject is not None and not _is_review(subject)
    if below.dep_ == "ccomp" and above.lemma_ == "be":
        subject = subject_of(above)
        if subject is not None and subject.lemma_.lower() in _OPINIONS:
            return _is_others_opinion(subject)
    return False


def _is_others_opinion(noun: Token) -> bool:
    """Whose view it is: "the panel's view", "Mother's view", "the GP was of the view"."""
    owners = [c for c in noun.children if c.dep_ == "poss"]
    owners += [g for c in noun.children if c.lower_ == "of" for g in c.children]
    if not owners:
        above = noun.head
        while above.pos_ not in {"VERB", "AUX"} and above.head.i != above.i:
            above = above.head
        subject = subject_of(above)
        owners = [subject] if subject is not None and subject is not noun else []
    return bool(owners) and not any(_is_review(t) for t in owners)


def _is_others(verb: Token) -> bool:
    agents = [t for c in verb.children if c.dep_ == "agent" for t in c.children]
    passive = any(c.dep_ == "auxpass" for c in verb.children)
    if verb.lemma_ == "hear" or (passive and verb.lemma_ in {"tell", "inform", "advise"}):
        return True  # "the panel heard that": somebody told it
    if passive and any(
        c.lower_ == "to" and any(g.lower_ in {"me", "us"} for g in c.children)
        for c in verb.children
    ):
        return True  # "it has been suggested to me that"
    subject = subject_of(verb)
    if passive and not agents and verb.lemma_ in _PUT_FORWARD:
        return subject is not None and subject.lower_ == "it"
    foretold = any(c.lower_ in {"will", "may"} for c in verb.children if c.dep_ == "aux")
    if passive and not agents and foretold and verb.lemma_ in {"say", "object", "argue"}:
        return True  # "it will be said that the magistrates should have adjourned"
    if passive and not agents and verb.lemma_ in _JUDGED | _RUMOURED:
        return False  # "the mother was considered to be": nobody says by whom
    subject = agents[0] if agents else subject_of(verb)
    return subject is not None and not _is_review(subject)


def _is_review(noun: Token) -> bool:
    """Whether a noun stands for this review; "the IMR author" and "the police review" do not."""
    if noun.lemma_.lower() == "team" and any(c.lower_ == "review" for c in noun.children):
        return True
    if noun.lower_ == "one":
        return not any(True for _ in noun.children)  # "one may say", but not "one of the nurses"
    if noun.lemma_.lower() not in _REVIEW:
        return False
    before = [c for c in noun.children if c.dep_ in {"compound", "poss", "nmod"}]
    return all(c.lemma_.lower() in _THIS_REVIEW for c in before)


def sentences_around(token: Token) -> list[SpacySpan]:
    """The sentence of a word with the ones before and after it in the same paragraph."""
    sentences = list(token.doc.sents)
    at = next(i for i, sent in enumerate(sentences) if sent.start <= token.i < sent.end)
    return sentences[max(0, at - 1) : at + 2]


def own_words(draft: Draft, without: Container[Role] = ()) -> Iterator[Block]:
    """Parsed headings and prose in which the review speaks: block quotations are left out."""
    for block in draft.blocks:
        speaks = block.is_prose or (
            block.kind is Kind.HEADING and block.visibility is Visibility.SHOWN
        )
        if (
            speaks
            and block.kind is not Kind.QUOTE
            and block.index in draft.docs
            and draft.role_of(block.index) not in without
        ):
            yield block
