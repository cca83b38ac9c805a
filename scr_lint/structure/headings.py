"""What the words of a heading say its section is for.

A heading is tried whole, then without what only colours it ("key", "in this case", a date), then
part by part where it has parts ("Canfyddiadau / Findings", "What happened and why"), then by the
known words inside it. The words are in `vocabulary/headings.tsv`.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache

from .. import vocabulary
from ..draft import Role

#: Numbers, letters and words before a heading's own words: "4.2", "A1.", "IV.", "Section 3:".
_NUMBER = re.compile(
    r"^(?:(?:section|chapter|part|rhan|adran|pennod)\s+(?:[\divxlc]+|[a-z]|one|two|three|four|five"
    r"|six|seven|eight|nine|ten)\b\s*[:.)–—-]*\s*|[\d.]*\d[.):]?\s+|(?:[a-z]\d{0,2}|[ivx]+)[.):]\s+"
    r"|\([a-z\d]{1,3}\)\s+)+"
)
_OWN_NUMBER = re.compile(_NUMBER.pattern, re.IGNORECASE)
#: What comes first and says nothing of the role.
_COLOUR = re.compile(
    r"^(?:the|our|my|its|key|main|brief|short|detailed|full|final|initial|further|additional|"
    r"emerging|identified|wider|overall|overarching|specific|important|principal|significant|"
    r"general|highly|complete|combined|integrated|multi agency|single agency|individual|local|national|"
    r"independent|practice|headline|lead reviewer's|author's|reviewer's|reviewers'|review's|y|yr|"
    r"prif)\s+"
)
#: What comes last and only says which review, which case or when.
_OF_THIS = re.compile(
    r"\s+(?:(?:identified|arising|drawn|made|taken|emerging|resulting|agreed|used)\s+)?"
    r"(?:(?:of|from|for|in|by|to|within|about|during|on|through|against)\s+)"
    r"(?:(?:this|the|that|our|these|both|all)\s+)?(?:(?:present|current|independent|lead|thematic|"
    r"serious|local|child|case|safeguarding|practice|overview|\w+'s|second|first|three|two)\s+){0,5}"
    r"(?:reviews?|reports?|cases?|reviewers?|authors?|panel|team|group|board|partnership|"
    r"conclusion|stage)$"
    r"|\s+(?:arising|identified|explained|so far|to date|in brief|in detail|in summary|in full)$"
    r"|\s+(?:of|for|in|from|to)\s+(?:19|20)\d\d$|\s+(?:(?:january|february|march|april|may|june|"
    r"july|august|september|october|november|december|spring|summer|autumn|winter)\s+)?"
    r"(?:19|20)\d\d$"
)
#: Those who find or recommend apart from the review.
_OTHERS = (
    r"(?:courts?|courtroom|judges?|judicial|trial|jury|coroners?'?s?|coronial|inquest|inspect\w+|ofsted|"
    r"surveys?|audits?|police|investigat\w+|previous|earlier|past|prior|original|former|other|tribunal|"
    r"post mortem|autopsy|patholog\w+|toxicolog\w+|forensic\w*|medical|clinical|radiolog\w+|"
    r"examination|examiner'?s?|paediatric\w*|ombudsman'?s?|research|literature|inquir(?:y|ies)|hearing|"
    r"regulator'?s?|experts?'?|national|elsewhere)"
)
#: Findings that are somebody else's.
_OF_OTHERS = re.compile(
    r"^(?:findings?|conclusions?|recommendations?|learning|lessons|judge?ment|verdict|outcome)\s+"
    rf"(?:\w+ )?(?:of|from|by|in|at)\s+(?:\w+\s+)*?{_OTHERS}\b(?!.*\band our\b)"
    rf"|{_OTHERS}(?:'s)?(?: (?:and|or) {_OTHERS}| \w+'s?)? (?:findings?|judge?ments?|verdicts?|conclusions)\b"
    r"|what (?:the )?(?:\w+ )?(?:courts?|judge|coroner|inquest|inspect\w+|tribunal|pathologist|"
    r"ombudsman|inquiry) (?:has |had )?(?:found|decided|concluded|held|ruled|said)\b"
)
#: Recommendations that are not the review's own: those of agencies for themselves, of earlier reviews.
_ASKED_BY_OTHERS = re.compile(
    r"(?:(?:single|individual) agency |agencies'? (?:own )?|imr |previous |earlier )?(?:recommendations?|"
    r"actions?)\b.*\b(?:from|of|in|by|made)\b.*\b(?:imrs?|management reviews?|agency reports?|"
    r"(?:earlier|previous|past|other|former) (?:\w+ ){0,3}(?:reviews?|reports?|inquir\w+)|for themselves)\b"
    r"|(?:agencies' own|previous|earlier) recommendations$"
)
#: Two roles in one heading: which of them the section has. Otherwise the first named.
_TOGETHER = {
    frozenset({Role.CHRONOLOGY, Role.ANALYSIS}): Role.ANALYSIS,
    frozenset({Role.FAMILY_BACKGROUND, Role.CHRONOLOGY}): Role.CHRONOLOGY,
    frozenset({Role.FINDINGS, Role.CONCLUSION}): Role.FINDINGS,
    frozenset({Role.FINDINGS, Role.RECOMMENDATIONS}): Role.RECOMMENDATIONS,
    frozenset({Role.CONCLUSION, Role.RECOMMENDATIONS}): Role.RECOMMENDATIONS,
    frozenset({Role.ANALYSIS, Role.RECOMMENDATIONS}): Role.RECOMMENDATIONS,
    frozenset({Role.SUMMARY, Role.CONCLUSION}): Role.CONCLUSION,
    frozenset({Role.INTRODUCTION, Role.FAMILY_BACKGROUND}): Role.INTRODUCTION,
    frozenset({Role.METHODOLOGY, Role.FAMILY_BACKGROUND}): Role.METHODOLOGY,
}
_AND = re.compile(r",? (?:and|ac) |, ")
_HEAD_ENDS = re.compile(r"(?<!terms) (?:of|for|from|in|on|with|about|against|to|by) ")
#: A statement, such as the heading of a finding: its first words say nothing of its role.
_STATES = re.compile(
    r"(?!(?:so |and |but )?(?:what|why)|(?:a )?(?:\w+ )?note|things|moments|points|how|who|whom|whose|when|where|which|was|were|is|are|did|do|does|had|has|have|"
    r"could|should|would|can)\S+ (?:\S+ )*?(?<!that )(?<!which )(?<!we )"
    r"(?:was|were|is|are|had|has|have|did|does|do|could|would|can|cannot|may|must|went|fell|took) "
)
#: How the headings of a series begin: "Episode 2. May", "Theme two: …", "The third visit".
_IN_SERIES = re.compile(
    r"(?!appendix|annex|attachment|schedule)(?:the )?(?P<kind>[a-z]+(?: [a-z]+)?) (?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine|"
    r"ten|(?-i:[A-H]|[IVX]+)(?=\W|$)(?! [a-z]))\b|(?:the )?(?:first|second|third|fourth|fifth|sixth|"
    r"seventh|eighth) (?P<after>[a-z]+)\b",
    re.IGNORECASE,
)
_SIGNS = str.maketrans("()[]|", "     ")


def claimed_role(title: str, *, inside: bool = False) -> Role | None:
    """The role that a heading's words claim, None where they claim none.

    With `inside`, known words within a longer heading count too ("Membership of the review panel").
    """
    words = plain(title)
    if _ASKED_BY_OTHERS.match(words):
        return Role.APPENDIX
    if _OF_OTHERS.match(words):
        return Role.OTHER
    if re.match(r"what (?:the )?police (?:had )?found\b", words):
        return Role.CHRONOLOGY
    readings = list(_readings(title))
    for find in (_appendix_role, _listed_role, _joined_role, _whole_role):
        role = next((role for reading in readings if (role := find(reading))), None)
        if role:
            return role
    return _inner_role(words) if inside else None


def is_listed(title: str) -> bool:
    """Whether a heading stands in the list, as it is or without what only colours it."""
    return _listed_role(plain(title)) is not None


def is_settled(title: str) -> bool:
    """Whether a heading's words leave no doubt: it is in the list, or names a single role outright."""
    words = plain(title)
    head = _HEAD_ENDS.split(words)[0]
    readings = [*_readings(title), *_AND.split(words), head]
    return any(_listed_role(reading) for reading in readings) or _appendix_role(words) is not None


def roles_named(title: str) -> frozenset[Role]:
    """Every role that words of a heading name: "Findings and analysis" names two."""
    words = plain(title)
    named = {role for _, role in _known_inside(words)}
    for part in (words, *_AND.split(words)):
        role = _whole_role(part)
        named |= {role} if role else set()
    return frozenset(named)


def head_roles(title: str) -> frozenset[Role]:
    """The roles named by a heading as a whole, or before what it is "of", "for" or "about"."""
    words = plain(title)
    named = {role for _, role in _known_inside(_HEAD_ENDS.split(words)[0])}
    whole = _whole_role(words)
    return frozenset(named | ({whole} if whole else set()))


def series_of(title: str) -> str:
    """What the headings of a series have in common: "episode" of "Episode 2. May"; "" of no other."""
    begins = _IN_SERIES.match(_OWN_NUMBER.sub("", title))
    return (begins["kind"] or begins["after"]).lower() if begins else ""


def plain(title: str) -> str:
    """A heading's words in small letters, without number and signs."""
    title = " ".join(title.lower().replace("’", "'").replace("&", "and").split())
    title = _NUMBER.sub("", title) or title
    title = re.sub(r"[^\w'*,/ -]+", " ", title.translate(_SIGNS)).replace("-", " ")
    return re.sub(r"^(?:the|our|my) ", "", " ".join(title.split()).strip(" ,/"))


def _readings(title: str) -> Iterator[str]:
    """A heading's words as they stand, each half of a bilingual one, and without a bracket."""
    words = plain(title)
    yield words.replace("/", " ")
    # A single author speaks as several do: "What I recommend".
    yield re.sub(r"\bi\b", "we", re.sub(r"\bmy\b", "our", words))
    if "/" in words:
        yield from (half.strip() for half in words.split("/"))
    bracket = re.search(r"\(([^)]*)\)", title)
    if bracket:
        yield plain(title.replace(bracket[0], " "))
        yield plain(bracket[1])
    if ":" in title:
        before, after = title.split(":", 1)
        yield plain(before)
        if len(after.split()) < 5:
            yield plain(after)


def _listed_role(words: str) -> Role | None:
    """The role of a heading that is in the list, as it stands or without what only colours it."""
    exact, _ = _known()
    return next((exact[reading] for reading in _stripped(words) if reading in exact), None)


def _whole_role(words: str) -> Role | None:
    """The role of a heading as a whole: in the list, or of a form with free places that is."""
    _, patterns = _known()
    role = _listed_role(words)
    if role or _STATES.match(f"{words} "):
        return role
    for reading in _stripped(words):
        # Every word of a pattern ends in a space, so that its free places may be empty.
        padded = f"{reading.replace(',', '')} "
        for pattern, fitting in patterns:
            if pattern.fullmatch(padded):
                return fitting
    return role


def _stripped(words: str) -> list[str]:
    """A heading's words, and the same without what only colours them, word by word."""
    found: list[str] = []
    while words and words not in found:
        found.append(words)
        stripped = _OF_THIS.sub("", words)
        found += [stripped] if stripped not in found else []
        words = _COLOUR.sub("", stripped).strip(" ,")
    return found


def _joined_role(words: str) -> Role | None:
    """The role of a heading of several parts, of which the first must be known."""
    parts = [part for part in _AND.split(words) if part]
    if len(parts) < 2:
        return None
    roles = [_whole_role(part) for part in parts]
    roles[0] = roles[0] or _inner_role(parts[0])
    if roles[0] is None:
        # "The family's history and agencies' involvement": only the last part is known.
        return roles[-1] if roles[-1] in {Role.CHRONOLOGY, Role.METHODOLOGY} else None
    named = list(dict.fromkeys(role for role in roles if role))
    most, count = Counter(role for role in roles if role).most_common(1)[0]
    # "Purpose, scope and manner of proceeding" is mostly about the method.
    first = most if len(parts) > 2 and count > 1 else named[0]
    return _TOGETHER.get(frozenset(named), first)


def _inner_role(words: str) -> Role | None:
    """The role of the longest known words inside a heading, its head before what it is "of"."""
    for part in (_HEAD_ENDS.split(words)[0], words):
        found = _known_inside(part)
        if found:
            return max(found)[1]
    return None


def _appendix_role(words: str) -> Role | None:
    match = re.match(
        r"(?:appendix|annexe?|attachment|schedule|atodiad)\b(?: (?:\d+|[a-z]))?\b\W*(.*)", words
    )
    if not match:
        return None
    named = _whole_role(match[1]) if match[1] else None
    return named if named in {Role.GLOSSARY, Role.REFERENCES} else Role.APPENDIX


def _known_inside(words: str) -> list[tuple[int, Role]]:
    """The known words inside some words, as length and role."""
    padded = f" {words} "
    return [(len(inner), role) for inner, role in _inner() if f" {inner} " in padded]


@cache
def _known() -> tuple[dict[str, Role], list[tuple[re.Pattern[str], Role]]]:
    """Headings as a whole, and those with free places, in the order of the list."""
    exact: dict[str, Role] = {}
    patterns: list[tuple[re.Pattern[str], Role]] = []
    for words, role in _listed():
        words = words.lstrip("=").strip()
        if set("*?([") & set(words):
            patterns.append((_pattern(words), role))
        else:
            exact.setdefault(plain(words), role)
    return exact, patterns


@cache
def _inner() -> list[tuple[str, Role]]:
    return [
        (plain(words), role)
        for words, role in _listed()
        if not set("=*?([") & set(words) and len(words) > 4
    ]


def _listed() -> Iterator[tuple[str, Role]]:
    for row in vocabulary.load("scr_lint", "headings"):
        for words in row["words"].split(";"):
            if words.strip():
                yield words.strip(), Role(row["role"])


def _pattern(words: str) -> re.Pattern[str]:
    """Words with free places as a regular expression: "* and (his|her) family", "[the] rest *"."""
    parts = []
    for token in re.findall(r"\[[^]]*\]|\([^)]*\)|\*(?:'s)?|[^\s*]+", words):
        if token == "*":
            parts.append(r"(?:\S+ )*")
        elif token == "?":
            parts.append(r"\S+ ")
        elif token == "*'s":
            parts.append(r"(?:\S+ )*\S+(?:'s|s') ")
        elif token.startswith("["):
            parts.append(rf"(?:(?:{token[1:-1]}) )?")
        elif token.startswith("("):
            parts.append(rf"(?:{token[1:-1]}) ")
        else:
            parts.append(re.escape(token) + " ")
    return re.compile("".join(parts))
