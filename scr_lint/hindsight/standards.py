"""Standards in force: guidance, procedures and laws that a passage measures practice against.

Judging practice by the standard of its day is what a review is for (QM13); judging it by the
outcome is hindsight. The difference on the page is whether the standard is named.
"""

from __future__ import annotations

import re

_STANDARD = (
    r"(?:procedures?|polic(?:y|ies)|protocols?|guidance|guidelines?|pathways?|standards?"
    r"|frameworks?|regulations?|codes? of (?:practice|conduct)|legislation|statutes?"
    r"|specifications?|standing orders?|timescales?|threshold (?:document|criteria)"
    r"|requirements?|working together|section \d+\w*|standard operating \w+)"
)
# What only counts as a standard where the words say that it bound people.
_BINDING = (
    rf"(?:{_STANDARD}|plans?|orders?|agreements?|contracts?|rule ?books?|rules?|models?|criteria|law|duty|instructions?|manual"
    r"|handbook|circular|terms|directions?|advice|checklist|template|arrangements|conditions)"
)
_BETWEEN = r"(?:(?!that\b|which\b|who\b|was\b|were\b|had\b)[\w’'()/&-]+,?\s+)"
_MEASURED_BY = re.compile(
    rf"\b(?:under|by|on|judged by|measured (?:by|against)) (?:that|this|the same) (?:standard|measure|policy"
    rf"|procedure|protocol|guidance|rule|test|footing|yardstick|pathway)\b"
    rf"|\b(?:under|in line with|in accordance with|in keeping with|contrary to|(?:in )?breach of"
    rf"|as set out in|(?:set out|laid down|required|expected|mandated|prescribed|set|specified)"
    rf" (?:in|by|under)|according to|consistent with|departed from|departure from)\s+"
    rf"{_BETWEEN}{{0,6}}?{_BINDING}\b"
    rf"|\b(?:by|against|outside|within|per|following|met|meet)\s+{_BETWEEN}{{0,5}}?{_STANDARD}\b"
    r"|\b(?:by|under|on) (?:their|its|his|her|our) (?:own )?(?:rules?|rule ?book|test|terms|criteria)\b",
    re.IGNORECASE,
)
_REQUIRES = re.compile(
    rf"\b{_STANDARD}\b\W+{_BETWEEN}{{0,9}}?(?:requir\w+|oblig\w+|sa(?:y|ys|id)|stat(?:e|es|ed)|sets?"
    rf"|expect\w*|specif\w+|stipulat\w+|laid|lays|called for|calls for|asked|asks|allow\w*"
    rf"|provided|provides|demand\w*|in force|at the time|of the (?:day|time)|in place|then in use"
    rf"|then current|appl(?:y|ied)|made (?:it )?(?:plain|clear)|instruct\w*|gave|gives|had to|must"
    rf"|advis\w+|recommend\w+|prescrib\w+)\b"
    # "The limit in the guidance was seven days"
    rf"|\b(?:{_STANDARD}|limit|target)\b[^.;]{{0,60}}? (?:was|is|were|are) (?:[\w-]+ ){{1,2}}"
    r"(?:working |school |calendar )?(?:minutes|hours|days|weeks)\b"
    rf"|\b{_STANDARD}\b (?:was|were|is|are|had been) (?:clear|explicit|plain|in force)\b",
    re.IGNORECASE,
)
_NAMED = re.compile(
    r"\bWorking Together\b|\bNICE\b|\b(?:Act|Regulations|Code) (?:of )?(?:19|20)\d\d\b"
    r"|\b[Ss]ection \d+\w* of\b|\bstatutory (?:guidance|timescale|requirement|duty|visit)"
    r"|\b[Dd]uty (?:had |has |then )?(?:arisen|arose|was (?:engaged|triggered))\b|\b[Uu]nder that section\b"
    r"|\b(?:is|are|was|were) to be \w+ed \w+ (?:whatever|whenever|in every|in all)\b|\bas the law (?:then )?stood\b"
    r"|\brequired (?:standard|timescale)|\bexpected standard|\bexpected practice at the time"
)


def names_standard(text: str) -> bool:
    """Whether a sentence measures by a standard: "under the procedures, a visit was due"."""
    return bool(_MEASURED_BY.search(text)) or states_standard(text)


def states_standard(text: str) -> bool:
    """Whether a sentence says what a standard asked for: "the procedures in force required …"."""
    return bool(_NAMED.search(text) or _REQUIRES.search(text))
