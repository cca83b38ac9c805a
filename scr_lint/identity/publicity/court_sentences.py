"""The lengths of sentences that courts passed, with their offence where it follows."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..passages import sentence_at, without_overlaps

_UNIT = r"(?:years?|months?|weeks?|days?|yrs?|mths?|wks?)"
_NUMBER = (
    r"(?:\d{1,3}(?:[.,½]\d)?|a|an|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|"
    r"sixteen|seventeen|eighteen|nineteen|(?:twenty|thirty|forty|fifty)(?:[- ](?:one|two|three|four|five|six|seven|eight|nine))?)"
)
#: How long a sentence is, in words or figures.
LENGTH = rf"{_NUMBER}(?: and a half)?[- ]{_UNIT}[’']?(?:,? (?:and )?{_NUMBER} {_UNIT}[’']?)?(?: and a half)?"
_PRISON = (
    r"(?:imprisonment|custody|in prison|in custody|prison|detention|jail|behind bars|in jail|in a young offender\w*[^.,;]{0,20}|"
    r"custodial sentence|prison sentence|sentence|prison term|jail term|term)"
)
_ORDER = (
    r"(?:community order|referral order|detention and training order|DTO|youth rehabilitation order|YRO|suspended sentence(?: order)?|"
    r"suspended prison sentence|hospital order|extended sentence|extended licence|conditional discharge|restraining order|"
    r"Criminal Behaviour Order|driving ban|curfew)"
)
_LIFE = r"(?:life imprisonment|life in prison|(?:a |discretionary |mandatory )?life sentence|life)"
_OFFENCE = (
    r"(?: (?:in total|each|in prison|in custody|’?imprisonment|in a young offender\w* institution|concurrent\w*|suspended for [\w ]{2,16}|"
    r"with a minimum[^.,;]{0,30}))*(?:,? (?:for|after (?:he |she |they )?(?:admitt\w+|pleading guilty to|being convicted of|"
    r"being found guilty of)) (?!breach of the peace of mind)(?:(?!\bat\b|\bin (?:19|20)|\bon \d|\band (?:Mother|Father|Adult|her|his|the)\b)[^.;,()])+)?"
)
_SENTENCED = re.compile(
    rf"\b(?:sentenc(?:ed|ing) (?:\w+ ){{0,3}}to|jailed for|imprisoned for|gaoled for|locked up for|sent(?: back)? (?:down|to (?:prison|custody)) for|"
    rf"(?:received|receiving|given|gave (?:him|her|them)|got|had|did|served|serving|serve|handed|imposed|passed|sentence of|sentences of|term of|went to prison for|"
    rf"ordered to serve|committed to (?:prison|custody) for|detained for))"
    rf"(?P<what>(?: (?:a|an|the|his|her|their|sentences?|prison|custodial|jail|total|minimum|term|terms|of|suspended|extended|determinate|concurrent|"
    rf"consecutive|at least|nearly|almost|over|more than|a total|about))* (?:{LENGTH}|{_LIFE})(?: {_PRISON}| {_ORDER})?{_OFFENCE})",
    re.IGNORECASE,
)
_TERM = re.compile(
    rf"\b(?:{LENGTH}(?: of)? (?:{_PRISON}|{_ORDER})(?: (?:sentence|term))?|{_ORDER} (?:of|for) {LENGTH}|"
    rf"life,? with a minimum (?:term |tariff )?of {LENGTH},?|minimum (?:term|tariff) of {LENGTH}|(?:life imprisonment|life sentence|life in prison|whole[- ]life order))\b{_OFFENCE}",
    re.IGNORECASE,
)
# "put away for nine", "is doing fourteen years", "his tariff was set at 18 years".
_SPOKEN = re.compile(
    rf"\b(?:(?:put away|sent down|banged up|locked up|go(?:es|ne)? down|went down|inside) for (?P<long>(?:{_NUMBER})(?:[ -]{_UNIT})?)\b(?! (?:reasons?|nights?))"
    rf"|(?:is|was|[’']s) (?:now |still )?doing (?P<doing>{_NUMBER} years)\b(?! (?:of|at|in (?!prison)|as)\b)"
    rf"|tariff (?:was |is |had been )?(?:set at|fixed at|of) (?P<tariff>{LENGTH}))",
    re.IGNORECASE,
)
_LIGHT = re.compile(
    r"\b(?:received|receiving|given|gave \w+|got|had|did|served|serving|serve|handed|imposed|passed|detained for)\b",
    re.I,
)
_CRIME = re.compile(
    r"\b(?:sentenc\w+|prison\w*|imprison\w+|custod\w+|jail\w*|gaol\w*|convict\w+|guilty|court|judge|offen[cd]\w+|assault\w*|wounding|murder|"
    r"manslaughter|cruelty|affray|burglary|theft|fraud|drugs|supply\w*|arson|robbery|harassment|stalking|GBH|ABH|indecen\w+|possession|kidnap\w*|trafficking|blackmail|criminal damage|public order|battery|breach\w*|images|grooming|perverting|neglect|rape\w*|suspended|community order|tariff|licence|detention)\b",
    re.IGNORECASE,
)
# "… and Father 2 to four years": the verb stands with the one before.
_ALSO = re.compile(
    rf"(?:,| and|;|but)(?: (?:the |his |her )?(?:[\w-]+ ){{1,3}}?)(?:to|for|received|got) (?P<what>{LENGTH}(?: {_PRISON})?)\b"
)
# In notes: "14 years, rape of a child", "Uncle sentenced: eighteen months, child abduction".
_CRIMES = (
    r"(?:(?:attempted|aggravated|child|sexual|common|domestic|dangerous|drink|benefit|street|armed|historic|multiple|two counts of|"
    r"three counts of|causing or allowing) )*(?:rape|murder|manslaughter|abduction|cruelty|neglect|assaults?|GBH|ABH|wounding|arson|robbery|burglary|"
    r"theft|fraud|suppl(?:y|ying)|possession|indecen\w+|kidnap\w*|stalking|harassment|affray|grooming|blackmail|trafficking|"
    r"driving|images|perverting|infanticide|poisoning|section (?:18|20|47)|s\.? ?(?:18|20|47)|death of|serious harm|criminal damage)"
)
_NOTED = re.compile(
    rf"(?<![\w-])(?P<what>{LENGTH}(?: {_PRISON})?(?:,| for| [–—-])? {_CRIMES}\b(?:(?!\band\b)[^.;,()|])*)"
    rf"|\b[Ss]entence[d]?: ?(?P<told>{LENGTH}(?: {_PRISON})?(?:, {_CRIMES}[^.;,()|]*)?)"
)
_TOLD_OTHERWISE = re.compile(
    rf"(?P<suspended>\b{LENGTH},? (?:wholly |partly )?suspended(?: for {LENGTH})?)"
    rf"|\b(?:is|was|now|still|currently|he[’']s) serving (?P<serving>(?:{LENGTH}|life)\b)(?! (?:as|in the|with the|on)\b)"
    r"|\b(?:got|given|received|serving|doing|gets?|facing) (?P<life>life)(?=[.,;)]| (?:with|for|in|after|at)\b)"
    rf"|\b(?:cut|reduced|increased|raised|halved|extended) (?:it |this |that |the \w+ |his \w+ |her \w+ )?(?:on appeal )?(?:from {LENGTH} )?to (?P<changed>{LENGTH})\b(?= on appeal|(?<=[a-z]))"
    r"|(?P<hours>\b(?:\d{2,3}|(?:a|one|two) hundred(?: and \w+)?|(?:forty|sixty|eighty)) hours[’']? (?:of )?(?:unpaid work|work|community service|community payback))"
    rf"|\b[Ss]entence\b[^.;|]{{0,50}}[,:] (?P<passed>{LENGTH})\b(?=[.,;)])"
    rf"|(?P<parole>{LENGTH}(?:, [^.,;]{{1,20}},)? before (?:the |a )?(?:parole|he (?:can|could|may|might) (?:be|apply|ask)))"
    r"|\b(?P<fine>fined £[\d,]+(?: for [^.;,]+)?)"
    rf"|\b(?:[Cc]onvicted|[Gg]uilty)\b[^.;|]{{0,40}}[;:–] ?(?P<after>{LENGTH})(?=[.;|)]|$)"
)
_STATUTORY = re.compile(
    r"\b(?:maximum|up to|carr(?:y|ies|ied) (?:a|an|up)|punishable|liable to|penalty|penalties|guidelines?|Sentencing Council|"
    r"the (?:new )?law|statut\w+|Act (?:19|20)\d\d|offenders (?:who|sentenced)|men who|people who|those (?:who|sentenced)|"
    r"prisoners (?:who|serving)|any(?:one|body) who|average)\b",
    re.IGNORECASE,
)


def is_statutory(text: str, start: int, end: int) -> bool:
    """Whether the part of a sentence between semicolons tells what the law provides for."""
    words = text[start:end]
    sentence = sentence_at(text, start, end)
    parts = [part for part in sentence.split(";") if words in part] or [sentence]
    return any(_STATUTORY.search(part) for part in parts)


def court_sentences(text: str) -> Iterator[tuple[int, int]]:
    """Where a text gives the length of a sentence; not what the law provides for."""
    found: list[tuple[int, int]] = []
    for match in _SENTENCED.finditer(text):
        sentence = sentence_at(text, match.start(), match.end())
        if is_statutory(text, *match.span()):
            continue
        if _LIGHT.match(match[0]) and not _CRIME.search(
            match["what"] if len(sentence) > 400 else sentence
        ):
            continue
        found.append(match.span("what"))
        stop = text.find(". ", match.end())
        for more in _ALSO.finditer(text, match.end(), stop if stop >= 0 else len(text)):
            found.append(more.span("what"))
    for match in _SPOKEN.finditer(text):
        found.append(match.span(match.lastgroup or 0))
    for match in _TOLD_OTHERWISE.finditer(text):
        sentence = sentence_at(text, match.start(), match.end())
        changed = match.lastgroup == "changed" and not re.search(
            r"\b(?:appeal|sentence|tariff|term|judge)\b", sentence, re.I
        )
        if not changed and not is_statutory(text, *match.span()):
            found.append(match.span(match.lastgroup or 0))
    for match in _NOTED.finditer(text):
        if not is_statutory(text, *match.span()):
            found.append(match.span(match.lastgroup or 0))
    for match in _TERM.finditer(text):
        if not is_statutory(text, *match.span()):
            found.append(match.span())
    for start, end in without_overlaps(found):
        trimmed = len(text[start:end]) - len(text[start:end].lstrip())
        yield start + trimmed, start + len(text[start:end].rstrip())
