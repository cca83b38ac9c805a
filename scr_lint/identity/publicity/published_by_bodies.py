"""What bodies publish, and words that only look like press, courts or sentences.

A report's own site, the documents of public bodies and a retired judge's career lead to no case.
"""

from __future__ import annotations

import re

from ..passages import sentence_at

_BODY = r"(?:Inquiry|Board|Council|Commission|Partnership|Trust|Inspectorate|Constabulary|Panel|Ofsted|Government|Department)"
#: Hosts of public bodies and of inquiries.
PUBLIC_HOST = re.compile(
    r"(?:^|\.)(?:gov|govt|nhs|parliament|ac|sch|mod|llyw|audit)\.\w{2,5}$|"
    r"\.(?:gov|int)$|inquiry|^doi\.org$|(?:^|\.)(?:ncbi|who|un|oecd)\."
)
_URL = re.compile(r"(?:https?://|www\.)?(?P<host>[\w-]+(?:\.[\w-]+)+)(?P<path>/\S*)?$")
_ACCOUNT = re.compile(
    r"/@?[\w-]*(?:inquiry|council|commission|board|partnership|police|constabulary|nhs|ofsted|government|safeguarding)",
    re.IGNORECASE,
)
_DOCUMENT = re.compile(r"\.pdf(?:#\S*)?$", re.IGNORECASE)
# What of a document's address tells that it is a judgment, or of a trial.
_OF_A_TRIAL = re.compile(
    r"judg|sentenc|ewfc|ewhc|inquest|coroner|court|trial|murder|manslaughter|jail|guilty|convict|press|news|appeal",
    re.IGNORECASE,
)
# "the Board's website or its YouTube channel".
_OWNED = re.compile(
    rf"\b{_BODY}[’']s (?:own )?(?:[\w-]+ )?(?:(?:website|web ?site|site|page)s? (?:and|or) (?:on )?(?:its|their) (?:own )?)?$"
)
# "the Performance Management Group", "a former judge of the Court of Appeal".
_IN_A_NAME = re.compile(
    r"(?:\b[A-Z][\w’'-]+ (?:and |& |of )?|\b(?:Court|Courts|House|Office|Department) of (?:the )?)$"
)
_LOWER_FIRST = re.compile(r"[A-Z][a-z]+$")
# "nine years’ driving experience with the firm".
_STANDING = re.compile(
    r"(?:[’'])?(?: of)?(?: [\w-]+){0,3}? (?:experience|service|standing|practice|employment|seniority|stud(?:y|ies)|training|"
    r"teaching|marriage|membership|schooling|research|data|history)\b"
)
_IN_SPAN = re.compile(r"\b(?:experience|seniority|standing)\b")
_PUNISHED = re.compile(
    r"\b(?:sentenc\w+|prison\w*|custod\w+|jail\w*|convict\w+|guilty|imprison\w+|offen[cd]\w+|tariff|parole|served)\b",
    re.IGNORECASE,
)
# Who or what trends: a name, a story, a tag.
_TRENDS = re.compile(
    r"\b(?:name|story|hashtag|tag|post|video|case|photo\w*|clip|picture|face|article|headline|it|he|she|they|which|that)\b[^.;]{0,30}$",
    re.IGNORECASE,
)


def is_of_a_body(text: str, start: int, end: int) -> bool:
    """Whether a span is the page of a public body, its account, or a document that it published."""
    match = _URL.match(text[start:end])
    if match is None:
        return bool(_OWNED.search(text[:start]))
    host, path = match["host"].lower().removeprefix("www."), match["path"] or ""
    if PUBLIC_HOST.search(host):
        return "inquiry" in host or not _OF_A_TRIAL.search(path)
    return bool(_ACCOUNT.match(path)) or (
        bool(_DOCUMENT.search(path)) and not _OF_A_TRIAL.search(host + path)
    )


def is_stray_word(text: str, start: int, end: int) -> bool:
    """Whether a word that coverage and courts have, too, is part of a name or of another matter."""
    words = text[start:end]
    if words.lower().startswith("trend") and " " not in words:
        return not _TRENDS.search(text[:start])
    return bool(_LOWER_FIRST.fullmatch(words) and _IN_A_NAME.search(text[:start]))


def is_standing(text: str, start: int, end: int) -> bool:
    """Whether a length of time is that of somebody's experience, and nobody is punished."""
    tells = _IN_SPAN.search(text[start:end]) or _STANDING.match(text[end:])
    return bool(tells) and not _PUNISHED.search(sentence_at(text, start, end))
