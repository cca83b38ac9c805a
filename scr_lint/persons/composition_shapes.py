"""Turns of phrase that may tell how a family is made up, and as often tell something else.

`composition` holds those that mostly tell it. These are wider: a sibling with an age after it, years
between two people, a child by another partner, what an obstetric note says of earlier births, "the
other three", "last but one". Whether they tell it of the family is for `composition_judgement` to say.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from .composition import Telling

_N = r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|[1-9]|1[0-2])"
_NTH = (
    r"(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|last|1st|2nd|3rd|"
    r"[4-9]th|1[0-2]th)"
)
_AGED = (
    r"(?:[1-9]|1\d|2[0-5]|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|"
    r"(?:thir|four|fif|six|seven|eigh|nine)teen|twenty(?:-\w+)?)"
)
_TIME = r"(?:years?|yrs?|months?|mths?|weeks?|wks?)"
_AGE = rf"{_AGED}(?: ?(?:{_TIME}|/12|y/?o|[ym])\b(?:[ -]olds?\b)?)?(?: \d+ (?:mths?|months?|wks?|weeks?)\b)?"
_ONE = (
    r"(?:brother|sister|sibling|sib|son|daughter|boy|girl|lad|lass|baby|child|bro|sis|twin|dau|kid|bairn|infant|"
    r"toddler)"
)
_KIN = (
    r"(?:brother|sister|sibling|sib|son|daughter|boy|girl|lad|lass|child|baby|bairn|kid)(?:s|ren)?"
)
_HUMAN = r"(?:him|her|his|hers|them|theirs|me|mine|child [a-z]\d?|baby [a-z]|sibling \d|(?-i:[A-Z][a-z]+)|the (?:\w+ )?(?:boy|girl|child|baby|one|brother|sister|next|other))"
_PARENT = (
    r"(?:father|dad|mother|mum|mam|parent|man|woman|partner|husband|wife|marriage|relationship|boyfriend|"
    r"girlfriend|union)"
)

_ALL: tuple[tuple[str, Telling, str], ...] = (
    # "Sibling 1, eight", "HS1, girl, 11", "sister 11 months", "C1: boy, 15"
    ("a sibling and an age", Telling.AGES, rf"(?:(?:half|step)[- ]?)?{_ONE}(?:\s?(?-i:[1-9A-Z])\b)?(?:, ?| ?\(| (?=(?:now|then|aged?|who|is|was|\d\d|\d+ ?{_TIME}|\d/12)\b))(?:now |then |aged |age |who (?:is|was) |is |was )?{_AGE}\b(?! (?:{_KIN}|times|visits|\w+s\b))(?!\s?(?:%|kg|lb|am|pm|\d|:))"),
    ("a code and an age", Telling.AGES, rf"(?-i:[A-Z]{{1,3}}\d?|Child [A-Z]|(?:Older|Younger|Elder|Middle) \w+|Sibling \d)(?:, | \((?:aged )?| aged )(?:(?:boy|girl|male|female|m|f),? )?{_AGED}(?=[);,.]|$)"),
    ("a sibling and a number", Telling.AGES, rf"(?:(?:half|step)[- ]?)?(?!child|sib|girl|boy|baby|infant){_ONE} \d\b(?=[,;.)]|$)(?!\s?%)"),
    ("ages side by side", Telling.AGES, rf"(?:were|are|being|boys|girls|children|siblings|both|juveniles|kids|seen),?:? (?:aged |then |now )?{_AGE}(?:, {_AGE})*,? (?:and|&) (?:{_AGE}|a (?:baby|babe in arms|newborn))\b(?! (?:{_KIN}|times|visits|\w+s\b))"),
    ("an age in a school year", Telling.AGES, rf"(?:{_ONE}|{_KIN}) (?:was |is )?in (?:year (?:\d+|{_AGED})|reception|nursery|primary \d|P\d|the sixth form)\b"),
    ("years between", Telling.AGES, rf"(?:{_AGED}|a|some|several|few|\d+) (?:and a half )?{_TIME} (?:apart|between (?:them|the|each)|(?:older|younger|ahead|above|behind|below)(?: of| than)? {_HUMAN}|on\b(?=[.,;]|$))"),
    ("years between", Telling.AGES, rf"(?:(?:{_AGED}|a) (?:minutes?|hours?) (?:before|after|ahead of|behind|older|younger))(?: than)? (?:his|her|their) (?:{_KIN}|twin)\b|(?:a|the) (?:school )?year (?:above|below|ahead of|behind) (?:him|her|them)\b|within the same (?:twelve months|year)"),
    ("by another parent", Telling.HALF, rf"(?:{_KIN}|ones?|{_N}|another|more|last|first|second) (?:was |were |is |are )?(?:by|with|from) (?:an? |his |her |the |another |somebody |someone )?(?:(?:previous|former|earlier|first|second|third|last|new|current|different|other|ex|late|present|short|brief|else|another|step)[- ]?)+(?:{_PARENT}|else)\b|(?:{_KIN}|ones?|{_N}) by (?:him|her|father|mother|mr \w+|somebody else|someone else|another (?:man|woman)|the man)\b"),
    ("by another parent", Telling.HALF, rf"(?:another|the same|one|different|separate|several|{_N}|same|diff|various) (?:birth |biological )?(?:fathers?|mothers?|dads?|mums?)\b(?! (?:said|told|who|was|had|came|group))|[’']s (?:dad|father|mum) (?:is |was )?not (?:the )?\w+[’']s? (?:dad|father)?"),
    ("full or half", Telling.HALF, r"(?:full|half|whole|natural|birth|biological|adoptive|adopted|foster|step|maternal|paternal|uterine|co)[- ]?(?:blood[- ]?)?(?:siblings?|sibs?|brothers?|sisters?|bro|sis|twins?|child(?:ren)?)\b"),
    ("a note on births", Telling.NUMBER, r"(?<!\d{4} )(?:(?<!\d{4}, )(?<!\d, )(?<!\), )(?<!see )(?<!at )(?<!in )(?<!under )(?<!of )para|parity|gravida|grav|(?-i:P|G))[ :=]?\d(?!\.\d)(?:\s?\+\s?\d)?\b|(?:primi?|multi)(?:p|para|parous|gravida|grav|gravid)\b|(?:grand )?multip(?:ara|arous)?\b|nullip\w*|first[- ]time (?:mother|mum|mam|parents?|father|dad)\b"),
    ("born together", Telling.TWINS, r"(?:mono|di)(?:zygotic|chorionic)\b|identicals?\b|multiple (?:births?|pregnancy)\b|shared (?:a|the|one) womb\b|quads\b|quins\b|quintuplets\b|sextuplets\b|surviving (?:twin|triplet|brother|sister|sibling)s?\b|co-twin\b|twinless\b"),
    ("the others counted", Telling.NUMBER, rf"(?:the|her|his|their|all|these|those|of) (?:other|older|younger|elder|oldest|youngest|eldest|middle|top|bottom|first|last|next|big|little|small|remaining|surviving) {_N}\b(?! \w*(?:weeks|months|years|days|visits|meetings|pages|hours|minutes|times|chapters))"),
    ("the others counted", Telling.NUMBER, rf"number (?:one|two|three|four|five|six|seven|eight|nine|ten)\b|no\. ?\d of (?:the )?\d\b|one more\b|(?:the|a) (?:middle|older|younger|elder|first|last|second|top|bottom) (?:pair|lot|half|trio)\b|{_N} and (?:done|no more)\b"),
    ("one in order", Telling.ORDER, rf"(?:the |her |his |their )?(?:(?:only|lone) )?(?:next|last|one) (?:to )?(?:up|down|but one|in between|above|below|along)\b|(?:{_NTH} (?:and|but) (?:last|youngest|only|not the last))\b|\w+ and last\b|the (?:littlest|smallest|biggest|middle|baby|new|oldest|eldest|youngest|older|younger|elder) ones?\b"),
    ("one in order", Telling.ORDER, r"(?:wee|little|littlest|big|biggest|baby|kid|middle|infant|newborn|new|grown-up|late|dead|unborn|stillborn|surviving|only|other) (?:bro|sis|brothers?|sisters?|siblings?)\b|(?:eldest|oldest|youngest|younger|elder|older|middle|first|second|third) (?:dauter|dau|lad|lass|bairn|kid|bro|sis|twin|one|grandchild|grandson|granddaughter|child|sib)\b"),
    ("one in order", Telling.ORDER, rf"(?:mum|mam|mother|father|dad|parents?|couple|her|his|their)(?:[’']s?)? (?:{_NTH})\b(?! \w)|(?:was|were|be|being|been|is) (?:her|his|their|{_PARENT}[’']s) {_NTH}\b|the after ?thought\b|in order of (?:age|birth|height)\b|order of birth\b|(?:a|one) {_KIN} (?:either|each|on either) side\b|sandwiched between\b"),
    ("born before or after", Telling.ORDER, rf"(?:an?|another|one|{_N}) (?:{_KIN}|pregnanc(?:y|ies)) (?:(?:born|had|lost|who (?:died|had died)) )?(?:before|after|since) (?:this one|him|her|them|that|that one|\w+ (?:was|were) born)\b|an? {_KIN} (?:born|followed|came) (?:afterwards|later|since|before)\b|no (?:more|others?) (?:after|before) (?:him|her|them|this one)\b"),
    ("none other", Telling.NUMBER, r"no (?:other |full |older |younger )?(?:siblings?|brothers?(?: (?:or|and) sisters?)?|sisters?|children|sibs|kids)\b|(?:an|the|her|his|their) only(?: living| surviving| one)?\b(?=[.,;]|$| (?:of|in))|singletons?\b|only ones?\b"),
    ("a boy and a girl", Telling.NUMBER, rf"(?:an?|one|another|the) (?:\w+ )?{_ONE} and (?:an?|one|another|the) (?:\w+ )?{_ONE}\b"),
    ("of his own", Telling.NUMBER, rf"(?:an? |{_N} )?(?:{_KIN} )?(?:of (?:his|her|their) own)\b"),
    ("another", Telling.NUMBER, rf"another (?:{_KIN}|on the way|at home)\b|one on the way\b|(?:a|the) new (?:baby|arrival)\b|expecting (?:again|another)\b|pregnant again\b"),
)  # fmt: skip
_PATTERNS = tuple(
    (name, telling, re.compile(rf"\b(?:{pattern})", re.IGNORECASE))
    for name, telling, pattern in _ALL
)
_OF_HIS_OWN = re.compile(r"of (?:his|her|their) own$", re.IGNORECASE)


def wide_shapes(text: str) -> Iterator[tuple[int, int, str, Telling]]:
    """Where a text has such a turn of phrase: start, end, its kind, and what it would tell."""
    for name, telling, pattern in _PATTERNS:
        for match in pattern.finditer(text):
            if not _OF_HIS_OWN.match(match[0]):
                yield *match.span(), name, telling
