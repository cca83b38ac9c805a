"""Whether a text explains one of its words where it stands: in brackets, beside a dash, by "means".

Shared by the rules on short forms and on terms of the trade. What counts is that the reader is
told, not how well.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

_QUOTE = "[“”\"‘’']"

# What brackets after a term hold when they do not explain it: a place to look, a date, a source.
_NOT_EXPLAINING = (
    r"(?!(?:see|as|at|para\w*|section|appendix|annex|chapter|page|figure|table|footnote|ibid|on|from|"
    r"by|and|but|who|although|though|not|no|including|includes|e\.?g|for example|such as|then|now|"
    r"again|still|also|later|already|only|just|newly|recently|having|copied|aware|unaware|despite|"
    r"if|because|since|after|before|until|during|with|without|in|of|for|he|she|it|they|his|her|"
    r"their|this|these|there|some|most|all|both|which (?:had|was|were)|where (?:he|she|they)|"
    r"19\d\d|20\d\d|\d+)\b)"
)
_REMARK = (
    r"(?:sic|above|below|undated|unsigned|again|both|also|etc|ibid|if any|as above|so called)\b"
)
_NAMES_A_THING = (
    r"(?:(?:formal|legal|local|national|multi-agency|short|informal|technical|professional|first|"
    r"usual|common|statutory|police|court|council)[ -])*"
    r"(?:terms?|names?|words?|phrases?|labels?|way|process|meetings?|panels?|services?|teams?|form|"
    r"database|system|tool|test|assessment|enquiry|investigation|order|plan|stage|level|point|"
    r"group|scheme|programme|practice of|act of|duty|power|officer|person|worker|professional|"
    r"child who|children who|organisation|charity|board|forum|conference|record|list|agreement|"
    r"arrangement|checklist|questionnaire|unit|shorthand|help|support|tendency|habit|document|route|talk|visit|check|look|letter|number)\b"
)
# "Good-enough parenting is a phrase with a long history" says nothing of what it means.
_ONLY_A_WORD = r"(?:term|name|word|phrase|label)s?\s(?:with|in|of|from|on|that\s(?:has|is|was))\b"
_AFTER = re.compile(
    rf"""^{_QUOTE}?\s*(?:
        (?-i:[a-z]+\s){{0,2}}\(\s*{_NOT_EXPLAINING}(?![^()]*\d{{3}})(?=[^()]*[a-z]{{2,}}\s+[^()\s]+\s+[^()\s])[^()]+\)
      | \(\s*(?:or\s)?(?!{_REMARK})(?-i:[a-z][a-z’'-]*(?:\s[a-z’'-]+)?)\s*\)
      | [,;:–—-]+\s*(?:that\sis|i\.e|in\sother\swords|meaning|namely|by\swhich|put\s\w+,
          |(?:also|sometimes|often|otherwise)\s(?:known|called|described)|simply\sput|to\sput\sit
          |which\s(?:means|is|are)|in\splain\s(?:words|English)|or\sin\splain
          |what\s(?:we|is)\smeant|when\s(?:an?|the|people)\b)
      | [,–—:-]+\s*(?:an?|the)\s(?:[\w-]+\s){{0,3}}?{_NAMES_A_THING}
      | [,–—]\s(?:one\s(?:[\w-]+\s){{0,2}}?|[\w-]+\s)?{_NAMES_A_THING}\s(?:held|at\swhich|in\swhich
          |where|when|who|whose|for)\b
      | \s+[–—-]\s(?:an?|the|when|where|how|what|to|\w+ing)\s(?:[\w’',-]+\s)+?[\w’'-]+
          (?:\s[–—-]\s|[.;])
      | ,\s\w+ing\s[^,.]{{3,60}},\s
      | [^.()]{{0,30}}\(\s*(?:it|this|that|these|they|which)\s(?:means?|is|are)\s
      | ,\swhich\s(?:looks\safter|helps|runs|pays|gives|decides|oversees|deals|checks|provides
          |supports|protects|investigates|represents|advises|asks|lets|allows)\s
      | ,\s(?:letting|allowing|giving|requiring|under\swhich)\s
      | \sin\s(?:its|the|an?|this|their)\s(?:[\w-]+\s){{0,3}}sense\b
      | \s*(?:to\smean\b|(?:we|the\s\w+|is|are|I)\s(?:here\s)?mean[ts]?\b(?!\sto\s))
      | (?<={_QUOTE})\s*(?:describes?|(?:is|was)\show)\b
      | \s*(?:,?\swhich)?\s*(?:
          (?:\w+\s|in\sthis\sreport\s)?means?\b(?!\sto\s)|stands?\sfor|is\sshort\sfor|is\shere\sused
          |refers?\sto\s(?:an?|the|when|how|what|children|people|any)\b
          |is\s(?:where|when|what|used\s(?:here\s)?(?:to|for))\b
          |(?:is|are)\s(?:an?\s|the\s)?(?:[\w-]+\s){{0,3}}?
            (?!{_ONLY_A_WORD}){_NAMES_A_THING})
    )""",
    re.VERBOSE | re.IGNORECASE,
)
_CALLED = (
    r"(?:known\s(?:\w+\s){0,3}?as|(?:is|are|was|were|be|often|usually|sometimes|also)\s(?:called|termed)"
    r"|termed|dubbed|labelled|described\sas|refer(?:s|red)?\sto\s(?:\w+\s){0,3}?as|the\sterm|"
    r"(?:word|term|name|phrase|shorthand|jargon)\s(?:for|used)[^.]{0,80}\sis|said\sto\sbe|goes\sby\sthe\sname\sof|"
    r"abbreviated\s(?:to|as)|shortened\sto|short(?:ened)?\sform(?:\sis)?|initials|herein\s?after|"
    r"hereafter|hereinafter)"
)
_BEFORE = re.compile(
    rf"(?:{_CALLED},?\s+(?:\w+\s)?(?:as\s|the\s|an?\s)*|"
    rf"\bcall(?:s|ed)?\s(?:(?:this|it|that|these)\s(?:an?\s|the\s)?)?|\bmean[st]?\sby\s(?:the\s|an?\s)?|"
    rf"\bcalls?\s(?:an?|the)\s|\b(?:not|never|avoid)\s(?:say(?:ing)?|writ(?:e|ing)|us(?:e|ing))\s(?:the\s\w+\s)?|"
    rf"\bcalls?\s(?:the|this)\s(?:habit|tendency|practice|belief|mistake|error|way)\b[^.]{{0,90}}\s|"
    rf"\ban?\s(?:[\w-]+\s){{1,6}}called\s(?:an?|the)\s){_QUOTE}?\s*$",
    re.IGNORECASE,
)
# "She had what workers called insight" names it and says no more.
_NAMED_ONLY = re.compile(
    rf"\w\swhat\s(?:[\w’'-]+\s){{1,3}}call(?:s|ed)?\s{_QUOTE}?$", re.IGNORECASE
)
# At the head of a sentence, as in a list: "Step down: a move to less support."
_LISTED = re.compile(rf"^{_QUOTE}?\s*[:=–]\s+(?:An?\s)?[a-z]")
_HEAD = re.compile(rf"(?:^|[.;:]\s){_QUOTE}?(?:an?\s|the\s)?$", re.IGNORECASE)
# In the next sentence: "A strategy discussion was held. This is a meeting of …".
_NEXT = re.compile(
    rf"^[^.]{{0,120}}\.{_QUOTE}?\s(?:By\s(?:this|that|it|these)\s[\w\s]{{1,20}}me(?:an|ant)\b|"
    rf"Under\s(?:such|this|it)\b|"
    rf"(?:This|That|It|These|They)\s(?:means?\b|refers?\sto\b|"
    rf"(?:is|are|was)\s(?!(?:\w+\s){{0,2}}practice\b)(?:an?\s|the\s)?(?:[\w-]+\s){{0,3}}?"
    rf"{_NAMES_A_THING}))"
)
# Beside "or": "a family tree, or genogram,", "triage, or sorting by urgency,".
_OR_BEFORE = re.compile(rf"\w,?\s\(?or\s(?:an?\s|the\s)?{_QUOTE}?$")
_OR_AFTER = re.compile(
    rf"^{_QUOTE}?,\sor\s(?!(?:in|at|on|by|for|to|with|from|was|were|had|that|whether|if|else|even|"
    r"any|not|of|when|because|the)\b|(?:an?\s)?[\w-]*[A-Z]{2})[^,.;]{3,80}[,.;)]"
)
# Plain words first, the term in brackets after them: "a first sorting of referrals (triage)".
_IN_BRACKETS_BEFORE = re.compile(
    rf"\w\W+[\w'’-]*\w\W*\((?:(?:also|or|the|an?|so-called|{_CALLED})[,\s]+)*{_QUOTE}?\s*$",
    re.IGNORECASE,
)
# Verbs by which a sentence asks for a thing and does not say what it is.
_ASKING = frozenset(["need", "require", "recommend", "consider", "ask", "expect", "remain"])
_REFERENCE = re.compile(r"\d{4}|\d/\d|/\d")
# Verbs of the present that tell what happened, as notes do.
_TELLING = frozenset(
    ["begin", "start", "end", "finish", "conclude", "close", "commence", "continue"]
)
_PARTICULAR = frozenset("this that these those no some any each every both all many most".split())
# What a passive needs to say what a thing is for: "is drawn to show who is related to whom".
_TOLD_OF_USE = frozenset(["agent", "xcomp", "advcl", "prep", "oprd"])
_ARTICLES = frozenset(["a", "an", "the"])
_WORDS = frozenset(["term", "word", "phrase", "label", "name", "expression"])
#: Characters: as far before a term as the words that introduce it can stand.
_REACH = 100
_IN_BRACKETS_AFTER = re.compile(rf"^{_QUOTE}?\s*[);,]")


def is_explained(text: str, start: int, end: int) -> bool:
    """Whether the words at `start` to `end` are explained beside them.

    "step down (a move to less support)", "triage, that is, ...", "what is known as the front
    door".
    """
    before, after = text[max(0, start - _REACH) : start], text[end : end + 2 * _REACH]
    if _LISTED.match(after) and _HEAD.search(before):
        return True
    if before.endswith("To ") and re.match(rf"{_QUOTE}?\sis\sto\s", after):
        return True
    named = _BEFORE.search(before) and not _NAMED_ONLY.search(before)
    return bool(_AFTER.match(after) or named or _NEXT.match(after))


def is_bracketed(text: str, start: int, end: int) -> bool:
    """Whether they stand beside plainer words, in brackets or after "or".

    "a first sorting (triage)", "a family tree, or genogram, of ...".
    """
    before, after = text[max(0, start - _REACH) : start], text[end : end + _REACH]
    if _OR_AFTER.match(after):
        return True
    closed = bool(_IN_BRACKETS_AFTER.match(after))
    return closed and bool(_IN_BRACKETS_BEFORE.search(before) or _OR_BEFORE.search(before))


def is_glossed(tokens: Span) -> bool:
    """Whether the grammar of the sentence shows that it says what the words mean.

    "A core group, in which workers meet", "genograms, drawings of who is related to whom", "a care
    order gives the council a say", "under section 47 the council must enquire". Such statements
    hold in general; one in the past tells what happened this time and explains nothing.
    """
    if _is_asked(tokens) or _has_rule_beside(tokens):
        return True
    root = tokens.root
    if root.dep_ == "compound" and root.head.i == tokens.end:
        # "The National Referral Mechanism form, which asks …"
        root = root.head
        tokens = root.doc[tokens.start : root.i + 1]
    if _is_set_beside(root) or _heads_apposition(tokens):
        return True
    for child in root.children:
        if child.i < tokens.end:
            continue
        beside = child.dep_ == "relcl" and root.doc[tokens.end].text == ","
        if beside and _in_general(child) and _says_something(child):
            return True
        if child.dep_ == "appos" and child.pos_ == "NOUN" and _describes(child):
            return not _is_listed(root, child)
    if root.dep_ == "nsubj" and root.head.lemma_ == "be" and _is_defined(root):
        return True
    if root.dep_ in {"nsubj", "nsubjpass"} and not _is_particular(tokens):
        verb = root.head
        told = root.dep_ == "nsubj" or any(c.dep_ in _TOLD_OF_USE for c in verb.children)
        says = told and _says_something(verb) and not _only_tells_which(verb)
        return says and verb.lemma_ not in _ASKING and verb.pos_ == "VERB" and _in_general(verb)
    place = root.head
    opens = place.i == tokens.sent.start and place.lower_ in {"under", "at", "in"}
    governs = place.lower_ == "under" or (opens and root.left_edge.lower_ in {"a", "an"})
    return governs and place.head.pos_ == "VERB" and _in_general(place.head)


def _is_asked(tokens: Span) -> bool:
    """Whether a question asks what the words mean, which the text then says."""
    first, *rest = tokens.sent
    is_question = tokens.sent.text.rstrip(' "”’').endswith("?")
    return is_question and first.lower_ == "what" and bool(rest) and rest[0].lemma_ in {"be", "do"}


def _has_rule_beside(tokens: Span) -> bool:
    """Whether a comma and words of the kind "the rule that patients must be told" follow.

    Told by the words alone: the grammar often ties them to something further back.
    """
    doc, at = tokens.doc, tokens.end
    rest = doc[at : tokens.sent.end]
    if len(rest) < 5 or rest[0].text not in {",", "–", "—"} or rest[1].lower_ not in _ARTICLES:
        return False
    stop = next((t.i for t in rest[2:] if t.text in {",", ".", ";", ")", "–", "—"}), rest[-1].i)
    aside = doc[at + 1 : stop]
    joined = any(t.tag_ in {"WDT", "WP", "WRB", "WP$"} for t in aside[2:])
    tags = {t.tag_ for t in aside}
    return joined and bool(tags & {"VBZ", "VBP", "MD"}) and "VBD" not in tags


def _says_something(verb: Token) -> bool:
    """Whether a clause says what a thing is or does, and not only ", which matters, as I shall show"."""
    return any(
        c.dep_ in {"attr", "acomp", "dobj", "ccomp", "xcomp", "prep", "prt", "agent"}
        or (c.dep_ in {"nsubj", "nsubjpass"} and c.tag_ not in {"WDT", "WP"})
        for c in verb.children
    )


def _only_tells_which(verb: Token) -> bool:
    """Whether a clause says no more than where, when or what: "where pathways meet"."""
    asks = any(t.tag_ in {"WRB", "WP"} for t in verb.children)
    return asks and verb.dep_ not in {"ROOT", "conj"}


def _is_set_beside(noun: Token) -> bool:
    """Whether a term stands right after plainer words for the same: "a family tree, a genogram"."""
    first = noun.left_edge
    beside = first.i > 0 and first.nbor(-1).is_punct and first.nbor(-1).text != ":"
    set_beside = noun.dep_ == "appos" and noun.head.pos_ == "NOUN" and beside
    return set_beside and not _is_listed(noun.head, noun)


def _is_listed(*nouns: Token) -> bool:
    """Whether nouns beside each other are members of a list: "a pastoral lead, two deputies and"."""
    return any(
        child.dep_ == "conj" or (child.dep_ == "appos" and child not in nouns)
        for noun in nouns
        for child in noun.children
    )


def _is_defined(noun: Token) -> bool:
    """Whether "is" says what a thing of a kind is: "a core group is the set of people who …"."""
    general = noun.left_edge.lower_ in {"a", "an"} or not any(
        t.dep_ in {"det", "poss"} for t in noun.children
    )
    said = [
        t
        for t in noun.head.children
        if t.dep_ == "attr"
        and len(list(t.subtree)) > 2
        and (t.lemma_ not in _WORDS or any(c.lower_ in {"for", "meaning"} for c in t.children))
    ]
    return general and bool(said) and noun.head.tag_ in {"VBZ", "VBP"}


def _describes(noun: Token) -> bool:
    """Whether a noun beside a term says more than a reference or a denial: "(reference 12)"."""
    words = list(noun.subtree)
    return (
        len(words) > 1
        and noun.lemma_ not in {"reference", "number"}
        and not any(t.lower_ in {"no", "none", "then"} or _REFERENCE.search(t.text) for t in words)
    )


def _heads_apposition(tokens: Span) -> bool:
    """Whether a colon and words without a verb follow: "a haematoma: a deep bruise"."""
    rest = tokens.doc[tokens.end : tokens.sent.end]
    if len(rest) < 3 or rest[0].text != ":":
        return False
    return not any(t.tag_ in {"VBD", "VBZ", "VBP", "MD"} for t in rest)


def _in_general(verb: Token) -> bool:
    """Whether a verb is in the present, or says what must or may be.

    What begins or has ended is one thing in the case, whatever the tense: "enquiries begin".
    """
    if verb.lemma_ in _TELLING or any(
        t.dep_ == "aux" and t.lemma_ == "have" for t in verb.children
    ):
        return False
    verbs = [verb, *(t for t in verb.children if t.dep_ in {"aux", "auxpass"})]
    tenses = {t.tag_ for t in verbs}
    past = {t.lower_ for t in verbs} & {"had", "could", "would", "should", "might", "will"}
    # A clause of the present may be read as a bare form: "where two managers decide".
    bare = verb.tag_ == "VB" and len(verbs) == 1 and not any(t.dep_ == "aux" for t in verb.children)
    now = bare or bool(tenses & {"VBZ", "VBP", "MD"})
    return now and "VBD" not in tenses and not past


def _is_particular(tokens: Span) -> bool:
    """Whether a term stands for one thing in the case: "the plan", "their core group"."""
    first = tokens.root.left_edge
    return first.lower_ in _PARTICULAR or first.tag_ == "PRP$"
