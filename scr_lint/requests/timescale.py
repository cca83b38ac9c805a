"""Whether a recommendation says when it is to be done.

By a date or a span of time in what it asks ("by June 2023", "within three months"), by a cell or
line beside it ("By when: spring term"), or by what the draft says of all its recommendations. A
time that is part of what will then be done, each time ("within 48 hours of any discharge"), is
none: it says nothing of when the change is to come.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..draft import Block, Draft, Recommendation, Role
from ..grammar.parse import has_modal
from ..structure.tables import row_of
from .clauses import requests

if TYPE_CHECKING:
    from spacy.tokens import Span as SpacySpan
    from spacy.tokens import Token

_MONTH = (
    r"(?:jan(?:uary)?|feb(?:r?uary)?|(?-i:[Mm]ar|March|MARCH)|apr(?:il)?|(?-i:May|MAY)|june?|july?|aug(?:ust)?|"
    r"sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|ionawr|chwefror|mawrth|ebrill|"
    r"mai|mehefin|gorffennaf|awst|medi|hydref|tachwedd|rhagfyr)"
)
_SEASON = (
    r"(?:spring|summer|autumn|winter|christmas|easter|whitsun|michaelmas|new year|ramadan|eid|advent|"
    r"(?-i:Lent)|pentecost|diwali|passover|hann?ukk?ah|hallowe[’']?en|all saints|candlemas|lammas|yuletide|"
    r"midsummer|midwinter|the clocks|(?:st|saint) \w+[’']s day|(?-i:[A-Z]\w+[’']s Day)|bonfire night|"
    r"remembrance (?:day|sunday)|bank holiday|boxing day|shrove tuesday|ash wednesday|good friday|"
    r"(?:calan (?:mai|gaeaf)|nadolig|y pasg|gwyl dewi))"
)
_UNIT = (
    r"(?:(?:working|calendar|school) )?(?:days?|weeks?|fortnights?|months?|quarters?|terms?|years?)"
)
_COUNT = (
    r"(?:\d+|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|eighteen|"
    r"twenty[- ]?\w*|thirty|sixty|ninety|the(?: next)?)"
)
#: What happens once, to a building, a contract or a law: "before the new clinic opens".
_EVENTS = (
    r"(?:go(?:es)? (?:back|forward|live|out to tender)|chang(?:e|es) (?:back|again)|break(?:s)? up|opens?|re-?opens?|"
    r"goes to (?:tender|print|press)|(?:next )?meets|sits|rises|returns|reconvenes|"
    r"comes? (?:into (?:force|effect|use|being)|up for renewal|to an end|due)|takes? (?:effect|over|up (?:its|her|his|their) "
    r"post)|(?:is|are) (?:next |re-?)?(?:let|re-?let|tendered|renewed|launched|published|printed|signed|switched (?:on|off)|"
    r"rolled out|reviewed|revised|inspected|elected|installed|in (?:post|place|force|use)|closed|filled|ratified|enacted)|"
    r"expires?|lapses|runs out|(?:next )?begins|(?:next )?starts|ends|closes|moves|transfers|merges|"
    r"falls due|arrives|(?:is|are) (?:up|out|over))\b"
)
#: Words that stand for a point in the calendar.
_POINT = (
    rf"(?:(?:the )?(?:end|start|beginning|middle|close|(?:first|second|last|latter|other|next) \w+) (?:of )?(?:the |this |next )?"
    rf"(?:{_MONTH}|{_SEASON}|(?:school |academic |financial |calendar |autumn |spring |summer )?"
    rf"(?:year|term|month|week|quarter)|q[1-4]|(?:19|20)\d\d)"
    rf"|(?:\w+ )?{_MONTH}\b(?!\w)|{_SEASON}|half[- ]?\s?term|q[1-4]|(?:19|20)\d\d"
    rf"|(?:next|this|the coming|the new) (?:\w+ )?(?:year|term|month|week|quarter|{_SEASON}|meeting|"
    rf"conference|inspection)"
    rf"|\d{{1,2}}(?:st|nd|rd|th)?[ ./-](?:{_MONTH}|\d{{1,2}})"
    rf"|(?:the )?(?:next|first|spring|summer|autumn|winter|annual|{_MONTH}) (?:\w+ )?(?:meeting|conference|"
    rf"term|session|report|inset|revision|edition|update|issue|round|cycle|budget|refresh|audit|away day|"
    rf"training day|case|cohort|intake|induction|newsletter|bulletin|reprint|print run|inspection|visit))"
)
_TIMES = re.compile(
    rf"\b(?:by|before|until|erbyn|cyn|no later than|not later than|in time for|from|as from|during|"
    rf"starting|beginning|in|on|at|over|to|for|and)\s(?:the |its |their |our |mis |early |late |mid-?)*"
    rf"(?:[\w'’]+\s){{0,2}}?{_POINT}"
    rf"|\b(?:no|not) later than\b"
    rf"|\b(?P<span>(?:with)?in|over|after|inside|no more than|not more than|less than)\s(?:the )?"
    rf"(?:next |coming |first |following )?{_COUNT}(?:[- ]\w+)??[- ]{_UNIT}\b"
    rf"|\b{_COUNT} {_UNIT} (?:of|from|after|on from|following) (?:the )?(?:date of )?(?:\w+ )?"
    rf"(?:publication|this (?:report|review)|the (?:report|review)|now|today)\b"
    rf"|\b{_COUNT} {_UNIT}[’']? (?:on|later|hence|time)\b"
    r"|\b(?:by|before|at|from|until|on) (?:then|(?:the|that) (?:same |very )?(?:date|time|deadline|day|point))\b"
    r"(?! (?:they|it|he|she|we|you|any|each|every|an?|on which|when|that (?:they|it|he|she|any|each|every|an?)|"
    r"of (?:any|each|every|an?|the|their|his|her|its) (?!publication|report|review|next))\b)"
    r"|\bwhen(?:ever)? (?:[\w’']+ ){1,6}next\b|\bwhen next\b|\b(?:at|on) (?:its|their|the) next \w+"
    r"|\b(?:ahead|in advance|in the run-?up) (?:of|to) (?:the|its|their|this|any|every)\b"
    r"|\bprior to (?:the|this) (?:next|coming|report|publication|start|new)\b"
    rf"|\b(?:the|this|its) (?:current|present|same|coming|forthcoming) (?:\w+ )?(?:year|term|month|quarter|week|parliament|session)\b"
    r"|\bbefore any (?:more|further|others?)\b"
    rf"|\b(?:straight|right|directly|soon) after (?:the |\w+ )?(?:{_POINT}|holidays?|recess|break)"
    r"|\bwithout (?:waiting|further ado)\b"
    rf"|\bat (?:the )?{_COUNT}[- ](?:months?|weeks?|years?)(?: (?:point|mark|stage))?(?= ?(?:[,.;)]|and\b|$))"
    rf"|[:;(–—] ?{_COUNT} {_UNIT}\W*$"
    rf"|\b(?:before|when|until|once|as soon as|by the time|the (?:day|week|month|moment)|after) (?:(?:the|its|their|our|this|that)"
    rf"(?: (?!(?:child(?:ren)?|bab(?:y|ies)|famil(?:y|ies)|parents?|mother|father)\b(?![’']))[\w’'-]+){{1,5}}?|parliament|ministers|councillors|schools|pupils) {_EVENTS}"
    rf"|\b(?:before|ahead of|in time for|at|after|until|from|with|as part of|in) (?:the|its|their|this|next) (?:\w+ ){{0,2}}?(?:local |general |"
    rf"council |mayoral )?(?:elections?|budget (?:round|setting)|(?:re-?)?(?:tender|procurement|commissioning|contract) round|"
    rf"re-?(?:tender|let|commission)(?:ing)?|go-?live|launch|hand-?over|move to|merger|re-?organisation|re-?opening|"
    rf"half[- ]?term|holidays?|new intake|school year|academic year|financial year|tax year|term)\b"
    rf"|\b(?:this|next) {_SEASON}\b|\blady day\b|\b(?:in|from|within) the (?:week|month|year|term) (?:in which |that |when )?(?:this|of publication)\b"
    r"|\bwith effect from\b|\beffective from\b|\bon (?:publication|acceptance|receipt of this|adoption of this)\b|"
    r"\b(?:upon|on|after|following|at|before|until) (?:the )?(?:publication|acceptance|adoption|sign-?off) of (?:this|the) (?:report|review)\b"
    r"|\bin time (?:for|to)\b|\b(?:starting|beginning) with (?:the )?(?:next|first)\b|\bbetween now and\b"
    r"|\bfrom the (?:date|day) (?:of|on which|that)\b|\b(?:this|next) (?:month|week|term|quarter|year)\b"
    r"|\b(?:before|when|once|until|by the time) (?:this|the) (?:\w+ )?(?:report|review|summary) (?:is|has been|goes)\b"
    r"|\bbefore (?:it|they|he|she|the \w+) [^,.;]{0,30}\b(?:another|next|again)\b"
    rf"|\bafter \d{{1,2}}(?:st|nd|rd|th)? {_MONTH}\b|[,(] ?(?:{_MONTH}|{_SEASON})\b[^(),;]{{0,20}}\)"
    r"|\b(?:immediately|forthwith|at once|straight ?away|without (?:further )?delay|"
    r"with immediate effect|starting now|from now on|today|tomorrow)\b",
    re.IGNORECASE,
)
_WHEN = re.compile(
    r"\b(?:when|timescales?|time ?(?:frames?|lines?|limits?)|deadlines?|dates?|due|complet\w+|target|timing|"
    r"finish\w*|start\w*|end|begin\w*|deliver(?:y|ed) (?:by|date)|implementation|milestones?|by (?:the end|month)|"
    r"term|quarter|month|year|how soon|how long|erbyn|pryd|amserlen|dyddiad)\b|^by\W*$",
    re.IGNORECASE,
)
_BESIDE = re.compile(
    r"(?:^|(?<=[.;)\]*\n])\s?)\W*(?:by when|when|timescales?|time ?(?:frame|line|limit|table)|deadline|timing|"
    r"(?:(?:target|due|completion|start|end|delivery|implementation|review|finish) )?date|"
    r"(?:to be )?(?:completed?|done|finished|delivered|implemented|in place|achieved)(?: by)?|due(?: by)?|starts?|to start|"
    r"starting|begins?|to begin|finish|completion|delivery|target|milestones?|by|erbyn|amserlen)"
    r"\W*[:–—-]\W*(?P<when>[^.;\n]{2,80})",
    re.IGNORECASE,
)
#: What stands where a time should, and gives none.
_NO_TIME = re.compile(
    r"\W*(?:tb[acd]\b.*|n/?[ak]|none|throughout\b.*|always|at all times|ongoing\b.*|on-?going\b.*|continuous\w*|continuing|to (?:be |follow)"
    r".*|not \w+.*|as soon as .*|asap|in due course|when \w+ allow.*|rolling|open|\?+|x+|pending.*"
    r"|awaiting.*|various|long[- ]term|medium[- ]term|short[- ]term)?\W*",
    re.IGNORECASE,
)
_AT_ONCE = re.compile(r"\W*(?:immediate|urgent)\b", re.IGNORECASE)
_OF_ALL = re.compile(
    r"\b(?:each|all|every|these|those|any)(?: of)?(?: the| these| those| our)? (?:\w+ )?"
    r"(?:actions?|recommendations?|of them|steps?)\b|\b(?:every one|each(?: one)?|all) of (?:these|them|the above|what follows)\b|\b(?:recommendations|actions) (?:should|are to|must)\b|"
    r"\bunless (?:otherwise|another|a different|some other)\b|\b(?:everything|whatever) (?:here|below|in (?:this|the) (?:table|list|plan))\b|"
    r"\b(?:deadlines?|timescales?|target dates?|date) for (?:all|each|every|these|them)\b|\b(?:this|the) (?:action )?plan (?:is|should|must) (?:to )?be\b|"
    r"\b(?:they|these|all|both)(?: \w+)? (?:are|should|must|need)(?: all| each)?(?: to)? be (?:completed?|done|finished|in place|"
    r"carried out|met|delivered|implemented|put in(?:to)? )",
    re.IGNORECASE,
)
#: What makes a time one of each time that something happens.
_RECURS = re.compile(
    r"\b(?:of|from|after) (?!the (?:end|conclusion|close|start|launch|opening) of (?:the|this|its|our) (?:\w+ )?"
    r"(?:inquiry|inquest|review|report|pilot|trial|contract|year|term|consultation)\b)(?:any|every|each|an?|all|their|his|her|the|being|its|birth)\b|"
    r"\b(?:any|every|each|whenever|all|per)\b|^,? ?(?:when|if|where) an?\b|"
    # "of referral", "of pregnancy": a kind of event, and none that comes once
    r"^ (?:of|after|from|following) (?!(?:publication|acceptance|adoption|receipt|approval|sign-?off|endorsement|now|today)\b)"
    r"(?!(?:the|this|that|its|our|[A-Z])\b)[a-z]+\b",
    re.IGNORECASE,
)
#: How often something is to be done; a time for the change only where it is a report to somebody,
#: of which the first falls due within the first of them.
_OFTEN = re.compile(
    r"\b(?:annual|(?:quarter?ly|monthly|weekly|fortnightly|annually|yearly|termly|half-yearly|"
    r"six-monthly|bi-?monthly|bi-?annually)(?! (?:[\w’']+ ){0,2}(?:meetings?|lists?|rounds?|supervision)))\b"
    r"|\b(?:once|twice|(?:two|three|four|six|\d+) times) (?:a|each|every|per|in each|in every)\b"
    r"|\b(?:each|every) (?:(?:school|calendar|financial|academic) )?(?:month|quarter|term|year|"
    r"half[- ]?term|six months|three months|two years|autumn|spring|summer|january|april|september)\b",
    re.IGNORECASE,
)
_REPORTING = re.compile(
    r"\b(?:tell|report|reports|reporting|return|account|inform|figures?)\b[^.;]{0,80}?\b"
    r"(?:to |the )?(?:the |its |their )?(?:\w+ ){0,2}(?:board|partnership|partners|panel|committee|executive|council|lscb|trust)\b",
    re.IGNORECASE,
)
#: Times that look ahead, and so are of what is asked even where the parse hangs them on a description.
_AHEAD = re.compile(
    r"(?:by|before|until|starting|beginning|no later than|not later than|after|in time|from|as (?:of|from)|"
    r"when|today|this|next|now|in the new)\b",
    re.IGNORECASE,
)
#: A date, or a time named by its distance from now.
_DATED = re.compile(
    rf"\b(?:{_MONTH}|{_SEASON}|half[- ]?term|(?:19|20)\d\d|next|coming|this)\b", re.IGNORECASE
)
#: What sets a limit, even to what is told in a participle: "arranged by Easter".
_LIMIT = re.compile(r"\b(?:by|before|until|no later than|not later than) ", re.IGNORECASE)
_OWN_CLAUSE = frozenset({"relcl", "acl", "advcl", "ccomp", "pcomp"})
_PAST = frozenset({"was", "were", "had", "been"})
_QUOTES = frozenset('"“”‘')


def says_when(draft: Draft, item: Recommendation) -> bool:
    """Whether a recommendation has a time by which it, or its first step, is to be done."""
    if any(not _NO_TIME.fullmatch(m["when"]) for m in _BESIDE.finditer(item.text)):
        return True
    for cell in _cells_beside(draft, item):
        if cell.cell and _WHEN.search(cell.cell.header) and not _NO_TIME.fullmatch(cell.text):
            return True
    if item.section and (_TIMES.search(item.section) or _AT_ONCE.match(item.section)):
        return True  # "Actions to be taken by March 2020" over a list of them
    left_blank = _has_column_for_it(draft, item)
    for index in item.blocks:
        doc = draft.docs.get(index)
        for sentence in doc.sents if doc is not None else ():
            if _OFTEN.search(sentence.text) and _REPORTING.search(sentence.text):
                return True
            for found in _times_in(sentence):
                if not (left_blank and found[0]["span"]) and _is_of_request(sentence, found):
                    return True
    return False


def said_for_all(draft: Draft) -> bool:
    """Whether the draft gives one time for all its recommendations, in the words around them."""
    taken = {index for item in draft.recommendations for index in item.blocks}
    for block in draft.prose(Role.RECOMMENDATIONS, Role.CONCLUSION):
        if block.index not in taken and _OF_ALL.search(block.text):
            for sentence in draft.sentences(block):
                if _OF_ALL.search(sentence.text) and any(_times_in(sentence)):
                    return True
    return False


def _has_column_for_it(draft: Draft, item: Recommendation) -> bool:
    """Whether the table has a column for the time, so that "within a day" says how, and not by when."""
    own = draft.blocks[item.blocks[0]].cell
    return own is not None and any(
        block.cell.table == own.table and bool(_WHEN.search(block.cell.header))
        for block in draft.blocks
        if block.cell is not None
    )


def _cells_beside(draft: Draft, item: Recommendation) -> list[Block]:
    taken = set(item.blocks)
    return [c for c in row_of(draft, draft.blocks[item.blocks[0]]) if c.index not in taken]


def _times_in(sentence: SpacySpan) -> Iterator[tuple[re.Match[str], Token]]:
    """The times that a sentence gives, each with its first word that says when."""
    text = sentence.text
    for match in _TIMES.finditer(text):
        at = sentence.start_char + match.start()
        token = next((t for t in sentence if t.idx + len(t) > at), None)
        if token is not None:
            yield match, token


def _is_of_request(sentence: SpacySpan, found: tuple[re.Match[str], Token]) -> bool:
    """Whether a time is that of what a sentence asks for, and not of what it speaks about."""
    match, token = found
    asked = {request.verb.i for request in requests(sentence)}
    if sum(t.text in _QUOTES for t in sentence if t.i < token.i) % 2:
        return False
    after = re.sub(r"^,(?= (?:when|if|where|each)\b)", "", sentence.text[match.end() :])
    if match["span"] and _RECURS.search(re.split(r"[,;]", after)[0][:40]):
        return False
    if match[0][:1] in "(,":
        return True  # "Revise the leaflet (safer sleep group, May)"
    if not sentence.text[: match.start()].strip(" \"'“‘("):
        return True
    at = token
    while at.head != at:
        if at.i in asked:
            return True
        if at.dep_ in _OWN_CLAUSE and at.i != token.i:
            ahead = bool(_AHEAD.match(match[0]) or _DATED.search(match[0])) and (
                at.tag_ not in {"VBD", "VBN"} or bool(_LIMIT.search(match[0])) or has_modal(at)
            )
            return ahead or (bool(asked) and _is_time_clause(at))
        at = at.head
    return bool(asked) or any(t.tag_ in {"VB", "TO"} for t in sentence) or at.pos_ != "VERB"


def _is_time_clause(clause: Token) -> bool:
    """Whether a clause only says when: "before the schools break up", "once it has been given"."""
    opening = {c.lower_ for c in clause.children if c.dep_ in {"mark", "prep", "advmod"}}
    past = clause.tag_ in {"VBD", "VBN"} and any(c.lower_ in _PAST for c in clause.children)
    soon = "when" in opening and clause.tag_ != "VBD" and not past
    return soon or bool(opening & {"before", "after", "until", "by", "once"})
