"""What reviewers say that they were asked to recommend, and do not: "I was pressed to call for …"."""

from __future__ import annotations

import re

_US = r"(?:us|me|(?:the|this) (?:\w+ )?(?:panel|reviews?|reviewers?|authors?|team|inquiry|report|commission))"
_WE = r"(?:I|we|the (?:\w+ )?(?:panel|reviews?|reviewers?|authors?|team|inquiry|report|commission))"
_ADVERB = r"(?:(?:also|much|often|once|strongly|rightly|\w+ly) )?"
#: What others do to reviewers, so that they recommend something.
_PRESSED = (
    r"(?:urged|pressed|asked|invited|tempted|begged|lobbied|encouraged|pushed|advised|requested|implored|"
    r"entreated|exhorted)"
)
_PUT = (
    r"(?:urged|pressed|put|suggested|proposed|argued|submitted|represented|said|recommended|advanced|"
    r"impressed|canvassed|mooted|floated|advocated)"
)
_RECOMMENDING = r"(?:recommend|propose|suggest|call for|call (?:up)?on|ask (?:for|that)|advise|endorse|urge|conclude|demand)"
_DECLINES = re.compile(
    # "It was urged upon me that …", "It had been put to us that …"
    rf"^\W*(?:[^,;]{{3,40}}, )?it (?:was|has been|had been|is|is sometimes|is often) {_ADVERB}{_PUT} "
    rf"(?:(?:up)?on|to|with|by|before) {_US}\b|"
    # "I was pressed to recommend a public inquiry."
    rf"\b{_WE} (?:was|were|has been|have been|had been|am|are) {_ADVERB}{_PRESSED} "
    rf"(?:by [^,;.]{{3,60}} )?to {_RECOMMENDING}\b|"
    # "Several of those who came to see us wanted us to recommend …"
    rf"\b(?:asked|wanted|urged|pressed|invited|hoped|begged|wished|told|wrote to) {_US} {_ADVERB}(?:to|would|should) "
    rf"{_RECOMMENDING}\b|"
    # "The panel wondered whether to recommend …"
    rf"\b{_WE} {_ADVERB}(?:wondered|considered|debated|discussed|thought about|asked (?:ourselves|myself|itself)|"
    rf"reflected|weighed|hesitated) (?:\w+ )?(?:whether|if|about|over)\b[^.;]{{0,60}}\b"
    rf"(?:{_RECOMMENDING}|recommending|proposing|suggesting|calling for)\b|"
    # "We do not recommend it.", "I make no recommendation about …", "The panel decided against …"
    rf"\b{_WE} (?:(?:do|does|did|will|would|can|could|shall|should)(?: not|n[’']t)|cannot|can[’']t|won[’']t|"
    rf"ha(?:s|ve)(?: not|n[’']t)|a[mr]e?(?: not|n[’']t)|is not|decline to|refrain from|stop short of|never) "
    rf"{_ADVERB}(?:{_RECOMMENDING}|recommended|recommending|proposed|proposing|suggested|asked for|asking for|"
    r"called for|calling for|repeated?|add(?:ed)?)\b|"
    rf"\b{_WE} (?:therefore |have |has )?(?:makes?|made|offers?|has|have) no (?:\w+ )?recommendations?\b|"
    rf"(?:{_WE}|^\W*(?:it|they|he|she)) (?:\w+ )?(?:decided|resolved|determined|came down) "
    r"(?:against|not to)\b|"
    # "Not agreed: that schools …", "Proposed by the Trust, and not carried: …"
    r"^\W*(?:(?:proposed|moved|suggested|raised|put forward|sought)\b[^:;.]{0,80}?\b)?(?:and |but )?(?:not (?:\w+ )?(?:agreed|accepted|"
    r"adopted|carried|pursued|supported|taken forward)|rejected|withdrawn|deleted|voted down|defeated)\b[^:.;]{0,40}(?::|\.?$)|"
    # "I have taken out the old one."
    r"^\W*(?:I|we)(?: have|[’']ve)? (?:now |since |also )?(?:taken out|removed|deleted|dropped|withdrawn|struck out|cut)\b",
    re.IGNORECASE,
)
#: What is asked for instead: "We do not recommend a register, but the Trust should …".
_INSTEAD = re.compile(
    r"(?:;|\bbut\b|\binstead\b|\brather\b|\bonly that\b|\bbeyond\b).*\b(?:should|must|ought|needs? to|recommends?|asks?)\b",
    re.IGNORECASE,
)


def declines(sentence: str) -> bool:
    """Whether a sentence tells of what the review was asked to recommend, or does not recommend."""
    declined = _DECLINES.search(sentence)
    return declined is not None and not _INSTEAD.search(sentence, declined.end())
