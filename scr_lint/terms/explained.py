"""Whether a text explains one of its words where it stands: in brackets, beside a dash, by "means".

Shared by the rules on short forms and on terms of the trade. What counts is that the reader is
told, not how well.
"""

from __future__ import annotations

import re

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
# ", the panel described the rest" begins a clause of its own; ", the form used for it" says what it is.
_ACTS = r"\s\w+ed\s(?!as|at|by|for|from|in|on|to|under|when|where|with)"
_AFTER = re.compile(
    rf"""^{_QUOTE}?\s*(?:
        (?-i:[a-z]+\s){{0,2}}\(\s*{_NOT_EXPLAINING}(?![^()]*\d{{3}})(?=[^()]*[a-z]{{2,}},?\s+[^()\s]+\s+[^()\s])[^()]+\)
      | \(\s*(?:or\s)?(?!{_REMARK})(?-i:[a-z][a-z’'-]*(?:\s[a-z’'-]+)?)\s*\)
      | (?:\s[\w-]+)?,\swhich\sis\sto\ssay\b
      | ,\s(?-i:[A-Z]{{2,}})\sfor\sshort\b
      | [,;:–—-]+\s*(?:that\sis|i\.e|in\sother\swords|meaning|namely|by\swhich|put\s\w+,
          |(?:also|sometimes|often|otherwise)\s(?:known|called|described)|simply\sput|to\sput\sit
          |which\s(?:means|is|are)|in\splain\s(?:words|English)|or\sin\splain
          |what\s(?:we|is)\smeant|when\s(?:an?|the|people)\b)
      | [,–—:-]+\s*an?\s(?:[\w-]+\s){{0,3}}?{_NAMES_A_THING}
      | [,–—:-]+\s*the\s(?:[\w-]+\s){{0,3}}?{_NAMES_A_THING}(?!{_ACTS})
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
    rf"\ban?\s(?:[\w-]+\s){{1,6}}called\s(?:an?|the)\s|[;:–—]\s(?:this|that)\sis\s(?:the\s|an?\s)?|"
    rf"\b(?:a|its\sown)\s(?:word|term|name),\s){_QUOTE}?\s*$",
    re.IGNORECASE,
)
# "She had what workers called insight" names it and says no more.
_NAMED_ONLY = re.compile(
    rf"\w\swhat\s(?:[\w’'-]+\s){{1,3}}call(?:s|ed)?\s{_QUOTE}?$", re.IGNORECASE
)
# At the head of a sentence, as in a list: "Step down: a move to less support."
_LISTED = re.compile(
    rf"^{_QUOTE}?\s*[:=–]\s+(?!an?\s(?:term|label|word|phrase|name)\sthat\s)(?:An?\s)?[a-z]"
)
_HEAD = re.compile(rf"(?:^|[.;:]\s){_QUOTE}?(?:an?\s|the\s)?$", re.IGNORECASE)
# In the next sentence: "A strategy discussion was held. This is a meeting of …".
_NEXT = re.compile(
    rf"^[^.]{{0,120}}\.{_QUOTE}?\s(?:(?:[\w’']+\s){{1,5}}[\w’']+,\s(?:it|this|that)\smeans\b|By\s(?:this|that|it|these)\s[\w\s]{{1,20}}me(?:an|ant)\b|"
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
