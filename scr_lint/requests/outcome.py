"""Whether a recommendation says what will be different for children and families, or how it is known.

"…, so that every baby is weighed", "the test will be whether fewer children go missing", "Measure:
…", an outcome column with something in it; not a purpose of the services' own ("in order to comply
with the guidance").
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from .. import vocabulary
from ..draft import Draft, Recommendation
from ..grammar.parse import SUBJECTS, is_infinitive, is_passive
from ..grammar.phrases import split_phrases
from ..structure.tables import row_of
from .clauses import foretells, requests
from .later_checks import FINDING_OUT, checks_later

if TYPE_CHECKING:
    from spacy.tokens import Span as SpacySpan
    from spacy.tokens import Token

_HEADER = re.compile(
    r"\b(?:outcomes?|impact|success|measures?|measured|measurable|differ\w*|benefits?|better|results?|effects?|"
    r"how (?:(?:will|shall|would|do) )?(?:we|you|the \w+|it) (?:(?:shall|will|would) )?(?:be )?(?:know\w*|tell)|"
    r"what (?:will|should|would|is to) change|changes? (?:for|to|expected|sought|we)|indicators?|kpis?|"
    r"evidence (?:of (?:change|impact|success|completion|effect\w*|difference|improvement)|that it|it )|what good looks like|"
    r"(?:for|to) (?:the )?(?:child\w*|famil\w+|babies|parents|young people)|gains?|goals?|so what|"
    r"why|purpose|aims?|objectives?|intended|so that|canlyniad\w*|effaith)\b",
    re.IGNORECASE,
)
_LABEL = re.compile(
    r"(?:^|(?<=[.;)\]*\n])\s?)\W*(?:(?:the )?(?:intended |desired |expected |anticipated |hoped[- ]for )?(?:outcomes?|impact|"
    r"measures?|difference|benefits?|results?|aims?|purpose|goals?|objectives?|effect|change|indicators?|tests?|kpis?)"
    r"(?: (?:sought|wanted|expected|intended|(?:for|to) [^:.;\n]{3,30}|of success))?|success (?:measure|criteri|indicator|"
    r"look|is|will)[^:.;\n]{0,20}|evidence (?:of|that) [^:.;\n]{3,30}|what (?:will|should|would) (?:be different|change|"
    r"improve)[^:.;\n]{0,30}|how (?:will |shall )?(?:we|you|it|the \w+) (?:(?:will|shall) )?(?:be )?(?:know|tell)[^:.;\n]{0,20}|"
    r"so|so what|so that|why|canlyniad)\W*[:–—?]\W*(?P<what>[^\n]{3,})",
    re.IGNORECASE,
)
_NOTHING = re.compile(
    r"\W*(?:tb[acd]\b.*|n/?[ak]|none|to (?:be \w+|follow)|as above|see \w+.*|ongoing|awaiting.*|"
    r"pending.*|\?+|x+)?\W*",
    re.IGNORECASE,
)
#: An end that is none: "better relationships", "improved outcomes".
_THIN = re.compile(
    r"\W*(?:better|improved|improving|more|greater|increased|enhanced|stronger|good|effective|clearer|closer|"
    r"consistent|robust|positive|timely|compliance|assurance)(?: [\w-]+){0,3}\W*",
    re.IGNORECASE,
)
#: A few words that name neither people nor an amount: "Post filled", "Culture", "Evidence of impact".
_SHORT = 4
_AMOUNT = re.compile(
    r"\b(?:no|none|zero|nil|fewer|less|all|every|each|earlier|sooner|faster|safer|happier)\b|\d",
    re.I,
)
#: Purposes and results in whatever words follow.
_SO_THAT = re.compile(
    r"(?<!even )(?<!or )\bso that\b|\bin order that\b|\bin order for\b|\ber mwyn\b|\bto the end that\b|"
    r"\bwith the result that\b|(?<=[,;–—])\s?so (?:that |no |each |every |any |all |they |he |she |an? (?:\w+ )?(?:child|baby|boy|girl|parent|mother|father|famil)|"
    r"children |babies |parents |famil)|\bmeaning that\b",
    re.IGNORECASE,
)
#: How it will be known, or what is hoped for.
_MEASURED = re.compile(
    r"\b(?:the|its|our|one|an?) (?:\w+ )?(?:tests?|measures?|signs?|proof|yardstick|gauge|marker|criterion|"
    r"indicators?) (?:of \w+ )?(?:(?:will|would|should|could|might) be|is|are)\b|"
    r"\b(?:(?:will|would|should|could) be|is|are) (?:the|its|our|one|an?|how|what) (?:\w+ )?(?:tests?|measures?|signs?|"
    r"proof|yardstick|gauge|marker|criterion|indicators?)\b|"
    r"\b(?:it|this|that) (?:will|would) have (?:worked|succeeded|helped)\b|"
    r"\b(?:we|it is|is) hoped?\b|\bhope for\b|\bsuccess (?:will|would|is|means|should)\b|"
    r"\b(?:measure|judge|test|know) (?:this|it|success|whether|its success|the (?:effect|difference))\b|"
    r"\b(?:fall|drop|reduction|decrease|decline|rise|improvement) in (?!the (?:use|number) of forms)|"
    r"\b(?:what|the|a) difference\b[^.;]{0,40}\b(?:made|makes?|children|famil)|"
    r"\b(?:for|to) the (?:benefit|good) of\b|"
    r"\bthe (?:aim|intention|purpose|point|idea|goal|object) (?:is|being|of this|here)\b|"
    r"\b(?:success|progress|(?:its|the|this|their) (?:\w+ )?(?:effect|impact|success|result|difference|work)s?)\b[^.;]{0,90}?\b"
    r"(?:judged|measured|assessed|known|counted|shown|tested|gauged|seen|told)\b|"
    r"\b(?:measure|test|sign|proof|mark|gauge|yardstick|indicator)s? (?:of|for) (?:whether|success|how|its success|that|progress)\b|"
    r"\b(?:numbers?|figures?|proportion|share|counts?|totals?|rates?|waits?|waiting times?)\b[^.;]{0,60}?\b(?:(?:to |should |must |will )"
    r"(?:be |have |reach |become |stand at )?(?:nil|zero|none|nought|halved|doubled|down|up|lower|higher|fewer|under|below|above|fallen?|"
    r"risen?|drop(?:ped)?|less|no more than|at least|\d+ ?(?:%|per cent)))\b|"
    r"\b(?:fall|drop|come down|go down|rise|grow)s? (?:to|by|below|under) (?:nil|zero|none|nought|half|\d|an? \w+|one)\b|"
    r"\b(?:we|you|the \w+) (?:will|shall|would|should) know (?:that )?(?:it|this|we|whether|by|when|from)\b|"
    r"\b(?:this|it) will have been (?:met|done|achieved)\b|"
    r"\b(?:get|got|getting|are|is|were|feel|felt|be) (?:any )?(?:better|safer|happier|better off)\b",
    re.IGNORECASE,
)
#: What leads to an end, where the end is one for people.
_LEADS_TO = re.compile(
    r"\b(?:with (?:the|an?) (?:\w+ )?(?:aims?|intention|intent|objects?|objective|purpose|hope|effect|view|"
    r"result|goal)|thereby|thus|so as to|to the end of|in the hope|with a view)\b",
    re.IGNORECASE,
)
#: Verbs of asking people themselves what has come of it.
_ASKING = frozenset("ask hear survey interview listen find learn discover check".split())
_WHAT = re.compile(r"\b(?:whether|if|what|how|about)\b", re.IGNORECASE)
_THIS = frozenset({"this", "that"})
_WILL = frozenset({"will", "would"})
_FORESEEN = frozenset("will would should can could may might".split())
#: Persons of the lists who are as often workers, or anybody.
_NOT_FAMILY = frozenset(
    """adult adults partner partners guardian guardians friend friends couple abuser perpetrator
    exploiter caller minor youth males""".split()
)
_MORE = frozenset(
    """mothers fathers women patient patients student students learner learners survivor survivors
    victim victims leaver leavers under-fives under-ones newborns sister sisters brother""".split()
)


def says_outcome(draft: Draft, item: Recommendation) -> bool:
    """Whether a recommendation says what difference it is to make, or how that will be known."""
    if any(_is_an_end(m["what"]) for m in _LABEL.finditer(item.text)):
        return True
    taken = set(item.blocks)
    for cell in row_of(draft, draft.blocks[item.blocks[0]]):
        header = cell.cell.header if cell.cell and cell.index not in taken else ""
        if _HEADER.search(header) and _is_an_end(cell.text):
            return True
    return any(
        _says(sentence)
        for index in item.blocks
        if index in draft.docs
        for sentence in draft.docs[index].sents
    )


def _is_an_end(words: str) -> bool:
    """Whether what stands where an outcome should is one for somebody, and not a word for better."""
    if _NOTHING.fullmatch(words):
        return False
    said = re.findall(r"[\w'’-]+", words.lower())
    if any(word in _family() for word in said):
        return True
    return not _THIN.fullmatch(words) and (len(said) >= _SHORT or bool(_AMOUNT.search(words)))


def _says(sentence: SpacySpan) -> bool:
    text = sentence.text
    if _MEASURED.search(text) or any(_is_for_people(text, m) for m in _SO_THAT.finditer(text)):
        return True
    led = _LEADS_TO.search(text)
    if led and any(is_family(t) for t in sentence if t.idx > sentence.start_char + led.end()):
        return True
    if _follows(sentence):
        return True
    asked = {request.verb.i for request in requests(sentence)}
    return any(
        _foresees(token) or _is_purpose(token, asked) or _asks_people(token) or _counts(token)
        for token in sentence
    ) or checks_later(sentence)


def _follows(sentence: SpacySpan) -> bool:
    """Whether a sentence after the request tells what comes of it.

    "Then the next doctor will see the last visit." "So they get one answer." "Children to be seen by a
    GP who has their notes." "We want the next gran to be heard."
    """
    first = sentence[0]
    if not any(t.is_alpha for t in sentence.doc[: first.i]):
        return False
    if foretells(list(sentence)) and first.lower_ in _THEN:
        verbs = [sentence.root, *(c for c in sentence.root.children if c.dep_ in _HELPING)]
        return any(t.tag_ in _NOW or t.tag_ == "MD" for t in verbs)
    for verb in sentence:
        of_family = any(is_family(c) for c in verb.children if c.dep_ in SUBJECTS)
        if of_family and verb.dep_ == "ROOT" and is_infinitive(verb) and is_passive(verb):
            return True
        if of_family and verb.dep_ in {"ccomp", "xcomp"} and verb.head.lemma_ in _WISHING:
            return any(c.lower_ in {"i", "we"} for c in verb.head.children)
    return False


_THEN = frozenset({"then", "so", "thus", "that"})
_HELPING = frozenset({"aux", "auxpass"})
_NOW = frozenset({"VBZ", "VBP", "VB"})
_WISHING = frozenset({"want", "hope", "wish", "like"})


def _is_for_people(text: str, so_that: re.Match[str]) -> bool:
    """Whether a purpose is more than order in the services' own house: "so that there is compliance"."""
    rest = text[so_that.end() :]
    return bool(rest.strip()) and not re.match(r"\s*(?:there is|it is|to)\b", rest)


def _foresees(verb: Token) -> bool:
    """Whether a clause says what those the service is for will do or have: "babies will be weighed"."""
    if any(
        c.dep_ in SUBJECTS and is_family(c) and any(t.lower_ == "no" for t in c.children)
        for c in verb.children
    ):
        return True  # "that no child goes home without …"
    modal = next((c for c in verb.children if c.tag_ == "MD" and c.lower_ in _FORESEEN), None)
    if modal and _is_minded(verb):
        return False
    if modal and modal.lower_ != "should" and any(c.lower_ == "then" for c in verb.children):
        return any(
            is_family(t) for t in verb.subtree
        )  # "Nurses will then be able to ask the child"
    if modal and modal.lower_ in _WILL and verb.lemma_ in _BENEFITS and _subject_is_it(verb):
        return any(is_family(t) for t in verb.subtree)  # "It will spare a child from …"
    if modal and verb.dep_ == "relcl" and verb.lemma_ in _BENEFITS and modal.lower_ in _WILL:
        return any(is_family(t) for t in verb.subtree)  # "which will give mothers a way to …"
    if modal is None or (verb.dep_ == "relcl" and modal.lower_ in {"may", "might", "can"}):
        if modal is not None and any(
            c.lower_ == "where" for c in verb.children
        ):  # "a room where a child can wait"
            return any(is_family(c) for c in verb.children if c.dep_ in SUBJECTS)
        return False  # "the payments that relatives may claim"
    for subject in (c for c in verb.children if c.dep_ in SUBJECTS):
        if is_family(subject) or any(is_family(c) for c in subject.conjuncts):
            return modal.lower_ != "should" or not is_passive(verb)
        if subject.lower_ in _THIS and subject.tag_ == "DT" and modal.lower_ in _WILL:
            return True
        if subject.lower_ == "none":
            return True
    return False


def _is_minded(verb: Token) -> bool:
    """Whether this is only to be borne in mind: "remember that a mother may be afraid"."""
    above = verb.head
    return verb.dep_ in {"ccomp", "acl"} and above.lemma_.lower() in _MINDING


def _subject_is_it(verb: Token) -> bool:
    return any(
        c.dep_ in SUBJECTS and c.lower_ in {"it", "this", "that", "they"} for c in verb.children
    )


_MINDING = frozenset(
    """bear mind remember remind know aware mindful recognise note understand consider appreciate realise
    acknowledge accept forget conscious alert sensitive think fact""".split()
)


def _is_purpose(verb: Token, asked: set[int]) -> bool:
    """Whether this is "to help children …", "to spare the mother …": an end, and not what is asked."""
    if not is_infinitive(verb) or verb.i in asked or verb.dep_ not in {"advcl", "acl", "xcomp"}:
        return False
    if verb.dep_ == "xcomp" and verb.head.i in asked:
        return False
    if verb.lemma_ in _BRINGING:  # "to ensure that care leavers have a home"
        subjects = (s for c in verb.children if c.dep_ == "ccomp" for s in c.children)
        return any(is_family(s) for s in subjects if s.dep_ in SUBJECTS)
    return verb.lemma_ in _BENEFITS and any(is_family(t) for t in verb.subtree)


_BRINGING = frozenset("ensure assure secure guarantee see".split())
_BENEFITS = frozenset(
    """help enable allow protect keep spare give prevent stop reduce improve avoid save let make
    reach safeguard reassure free support""".split()
)


def _asks_people(verb: Token) -> bool:
    """Whether children or parents are asked what it was like: the measure that matters most."""
    if verb.lemma_ not in _ASKING or verb.pos_ != "VERB":
        return False
    whom = [
        t
        for c in verb.children
        if c.dep_ in {"dobj", "prep", "dative"}
        for t in (c, *(p for p in c.children if p.dep_ == "pobj"))
    ]
    after = verb.doc[verb.i : verb.sent.end].text
    return any(is_family(t) for t in whom) and bool(_WHAT.search(after))


def _counts(verb: Token) -> bool:
    """Whether somebody is to find out what came of it for children: "count how many … were seen"."""
    if verb.lemma_ not in FINDING_OUT:
        return False
    rest = verb.doc[verb.i : verb.sent.end]
    much = _HOW_MANY.search(rest.text)
    return bool(much) and any(
        is_family(t) for t in rest if much and t.idx >= rest.start_char + much.end()
    )


_HOW_MANY = re.compile(r"\b(?:how many|what (?:proportion|share|number))\b")


def is_family(noun: Token) -> bool:
    if _YOUNG.fullmatch(noun.lower_):
        return True
    if noun.lower_ == "person":
        return any(c.lower_ == "young" for c in noun.children)
    return noun.lower_ in _family() or noun.lemma_.lower() in _family()


_YOUNG = re.compile(
    r"under-?(?:ones?|twos?|threes?|fours?|fives?|\d+s?|eighteens?|sixteens?)|\w+-year-olds?"
)


@cache
def _family() -> frozenset[str]:
    rows = vocabulary.load("scr_lint", "persons")
    listed = {
        word
        for row in rows
        if row["who"] in {"child", "family"}
        for word in split_phrases(row["words"])
    }
    return frozenset((listed | _MORE | {"people"}) - _NOT_FAMILY)
