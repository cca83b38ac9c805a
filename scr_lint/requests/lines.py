"""Lines around recommendations that ask for nothing themselves: for whom, by whom, when, of when."""

from __future__ import annotations

import re

from ..draft import Block, Kind
from .bodies import Standing, standing, standing_beside
from .commands import commands

_RESPONSIBLE = re.compile(
    r"(?:^|(?<=[.;)\]]\s)|(?<=\n)|\()(?:lead|responsib\w+|accountable|(?:action )?owner|who|by whom|"
    r"(?:for )?action by|agency responsible|(?:directed|addressed) to|addressee)(?:\s\w+)?\s*:"
    r"\s*([^.;:()\n]{3,120}?)"
    r"(?=[.;()\n]|$|\s(?:actions?|timescale|deadline|date|when|by when|outcome)\s*:)",
    re.IGNORECASE,
)
#: Lines of a recommendation set out as a form, and the same within a paragraph.
_LABELS = (
    r"(?:lead|responsib\w+|accountable|owner|who|by whom|(?:for )?action by|addressee|by when|by|when|"
    r"timescale|deadline|date|outcome|measure|success|difference(?: to)?|impact|benefits?|purpose|why)(?: \w+){0,2}\s*:"
)
_DETAIL = re.compile(_LABELS, re.IGNORECASE)
_IN_FORM = re.compile(rf"(?:(?<=[.;:?!)] )|(?<=\n)){_LABELS}[^.;?!\n]*", re.IGNORECASE)
_FOR_WHOM = re.compile(r"\W*(?:\w+ ){0,2}(?:recommendations?|actions?) (?:for|to) ", re.IGNORECASE)
_TO = re.compile(r"\W*(?:for|to|jointly to)(?: both| all)? (?=[tA-Z])", re.IGNORECASE)
#: "For the victim contact scheme:", over what is asked of it.
_TO_THEM = re.compile(
    r"\W*(?:For|To)(?: both| all)? (?:the|an?|our|each|every|all|[A-Z])[^.;:?!]{1,70}(?<! to):\W*"
)
#: A line that says when the report was written: "Version 2, February 2014".
_DATING = re.compile(
    r"(?:[^.;:?!]{0,70}\b)?(?:version|draft|report|review|approved|signed(?: off)?|published|agreed|"
    r"endorsed|finished|completed|dated?|adopted|accepted|ratified|status)\b[^;?!]{0,60}"
    r"\b(?:19|20)\d\d\W*(?:\([^()]*\)|by [^.]{3,60})?\W*|"
    r"(?:\d{1,2} )?[A-Z][a-z]+ (?:19|20)\d\d\b[^.;?!]{0,60}\W*",
    re.IGNORECASE,
)
#: The same after the report's name, without a verb: "Learning review: Family P. Draft for panel, May 2016".
_TITLED = re.compile(
    r"(?:[^;?!]{3,90}[:.,] )?(?:(?:final |first |second |working )?(?:version|draft|report|review)\b[^.;:?!]{0,40}, )?"
    r"(?:\d{1,2} )?(?:early |late )?(?:spring|summer|autumn|winter|january|february|march|april|may|june|july|august|"
    r"september|october|november|december),? (?:19|20)\d\d\W*",
    re.IGNORECASE,
)
#: Whom to turn to: a label, and after it a number or an address. "Contact: A. Bell, 01632 960100".
_CONTACT = re.compile(
    r"\W*(?:(?:\w+ ){0,2}(?:contacts?|enquir(?:y|ies)|copies|telephone|tel|phone|e-?mail|press office)(?: details)?\s*:"
    r"|for (?:any )?(?:further|more) (?:information|details|copies)\b(?! (?:sharing|exchange|to|from)\b)[^,:.;]{0,40}?[,:]?)"
    r"\s*(?P<rest>.*(?:\S@\S|\bwww\.|\b0\d[\d ]{8,}\d).*)",
    re.IGNORECASE | re.DOTALL,
)
#: What whoever reads the report may do, and nobody is asked: "please write to …", "telephone 01632 …".
_TURN_TO = re.compile(
    r"\W*(?:(?:you (?:can|may)|please|or|to|kindly) )*(?:contact|call|ring|telephone|phone|write|e-?mail|visit|see|go|turn|apply|ask)\b"
    r"(?!.*\b(?:before|within|each|every|all|always|whenever|if|when|once|unless)\b)",
    re.IGNORECASE | re.DOTALL,
)
_REQUEST = re.compile(
    r"\b(?:should|must|shall|ought|needs?|(?:is|are) to [a-z]+|to (?:use|send|give|publish|print|be (?!confirmed|agreed|found)))\b",
    re.IGNORECASE,
)
_VERB = re.compile(
    r"\b(?:was|were|is|are|has|have|had|did|does|do|not|should|must|will|to|in|from|until|since|by|of)\b",
    re.I,
)
#: When the work was done: "The review was carried out between May and July 2014."
_DONE = re.compile(
    r"(?:the|this|our) (?:[\w-]+ ){0,4}(?:review|report|audit|inquiry) (?:was|has been|is) (?:\w+ly )?(?:carried out|"
    r"conducted|undertaken|written|completed|begun|held|done|finished|commissioned|prepared)\b[^.;:]{0,60}"
    r"(?:19|20)\d\d\.?",
    re.IGNORECASE,
)


#: What calls a plan a plan, in a title that also names whose it is.
_PLAN = re.compile(
    r"\b(?:(?:single|individual|own|internal|specific|joint|separate)[- ]?(?:agency|organisation|service)?|"
    r"agenc(?:y|ies)(?='|’| )|action|improvement|learning|response|implementation|delivery|"
    r"plans?|actions?|points?|recommendations?|tasks?|commitments?|proposals?|priorities|requests?|"
    r"steps?|key|next|agreed|only)\b",
    re.IGNORECASE,
)
_ENDS = re.compile(
    r"^[\W_]*(?:(?:for|to|by|of|from)\s+)?|(?:\s(?:for|to|by|of|from))?[\W_]*$", re.I
)
#: Words after which a title names those who wrote or passed the plan: "as agreed by the Panel".
_PASSED_BY = re.compile(
    r"\b(?:agreed|accepted|approved|adopted|endorsed|made|proposed|drafted|drawn up|written|ratified|set) "
    r"(?:\w+ )?(?:by|with|at)\b",
    re.IGNORECASE,
)
#: A title in which what stands beside a body is its own: "Single agency actions: the Trust".
_OWN = re.compile(r"\b(?:single|individual|own|internal)\b|[:–—]|\s-\s|\b(?:for|by|to|of)\b", re.I)


def whose_plan(title: str) -> str:
    """The body whose plan a title announces, "" for none.

    "Single agency plan: Marlbeck Hospitals", "Children's Services single-agency actions".
    """
    title = re.sub(r"\([^()]*\)", "", title)
    rest = re.sub(r"\s+", " ", _PLAN.sub(" ", title))
    rest = _ENDS.sub("", rest)
    if not _PLAN.search(title) or not _OWN.search(title) or _PASSED_BY.search(title):
        return ""
    return rest if is_name(rest) else ""


def is_dating(text: str) -> bool:
    """Whether a line or sentence only says of when the report is."""
    if len(text) >= _LINE:
        return False
    titled = _TITLED.fullmatch(text) and not _VERB.search(text)
    return bool(titled or _DATING.fullmatch(text) or _DONE.fullmatch(text))


def is_aside(text: str) -> bool:
    """Whether a line only says of when the report is, or whom its readers may turn to."""
    if is_dating(text):
        return True
    contact = _CONTACT.match(text)
    if contact is None or _REQUEST.search(text):
        return False
    return bool(_TURN_TO.match(contact["rest"])) or not commands(contact["rest"])


_SORTED = re.compile(r"\b(?:by|per)\b", re.IGNORECASE)
#: Characters of a line that dates a report.
_LINE = 120
_TITLE = 16
_FEW = 4


def for_whom(title: str) -> bool:
    """Whether a heading says whom the recommendations under it are for."""
    to = _TO.match(title)
    if to and standing_beside(title, heading=True) and len(title.split()) < _TITLE:
        return True
    named = is_name(title[to.end() :] if to else title) or _is_of_nobody(title)
    return bool(_FOR_WHOM.match(title)) or named or bool(whose_plan(title))


def _is_of_nobody(title: str) -> bool:
    """Whether a heading puts what is under it to all and sundry: "All agencies"."""
    sorts = _SORTED.search(title)  # "Recommendations by agency" only says how they are set out
    return not sorts and len(title.split()) < _FEW and standing(title) is Standing.VAGUE


def is_detail(block: Block) -> bool:
    """Whether a line gives a detail of a recommendation: "Owner: …", "By when: …"."""
    return bool(_DETAIL.match(block.text))


def details_in(text: str) -> list[tuple[int, int]]:
    """Where details stand within a recommendation set out as a form: "Difference to be made: …"."""
    return [match.span() for match in _IN_FORM.finditer(text)]


def responsible_in(text: str) -> list[str]:
    """Those named after "Responsible:", "Lead agency:" and the like."""
    return [match.strip() for match in _RESPONSIBLE.findall(text)]


def names_group(block: Block) -> bool:
    """Whether a line of its own says whom the recommendations after it are for."""
    if block.kind is not Kind.PARAGRAPH or len(block.text) > 90:
        return False
    promised = bool(_FOR_WHOM.match(block.text)) and block.text[-1] not in ".;?!"
    if is_name(block.text) or (promised and bool(standing_beside(block.text, heading=True))):
        return True
    if _TO_THEM.fullmatch(block.text):
        return True
    return block.text[-1:] not in {".", ";", "?", "!"} and bool(whose_plan(block.text))


def is_name(text: str) -> bool:
    """Whether a line is the name of a body or post and nothing else."""
    if not text.strip():
        return False
    words = text.rstrip(" :").split()
    capitals = all(word[0].isupper() or len(word) < 4 for word in words)
    plain = len(words) < 11 and not set(".;:?!") & set(text.rstrip(" :"))
    return plain and capitals and bool(standing_beside(text, heading=True))
