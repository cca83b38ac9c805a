"""Names of exercises, makes, products, diseases and stations, told by the words beside them.

Where one mention is told to be a thing's, the same words elsewhere are no person's either, unless
a title or kin stands before them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ...months import MONTH
from .citations import public_names
from .name_candidates import Candidate
from .name_weighing import key_of
from .name_words import Look, cues

# "Exercise Typhon", "the Ruby programme board": what is said first to be one of many of its kind.
_OF_A_KIND = re.compile(
    r"\b(?:Exercises?|Operations?|Project|Programme|Taskforce|Task Force|Storm|Hurricane|Cyclone|Typhoon|Windows|Boeing|Airbus|"
    r"MV|HMS|RMS|Port|Mount|Lake|Cape|Fort)\s(?:[A-Z][\w’'-]+ )?$"
)
_IS_OF_A_KIND = re.compile(r"(?:Exercise|Operation|Project|Programme|Taskforce|Storm)$")
# "Garrett TPE331-8", "Hartzell HC-B3TN-5": letters and digits of a type, and no worker's number.
_TYPE_NUMBER = re.compile(
    r" (?!(?:PC|DC|PS|DS|DI|SW|HV|GP|FSW|IRO|YP|[MP]G[MF])-?\d)(?=\S*\d)[A-Z]{1,5}[-\d][A-Z\d]*(?:-[A-Z\d]+)+\b"
)
# "the Oster-Vale trains", "the Corvane train type", "Robinson helicopters".
_MADE = (
    r"(?:trains?|multiple units?|locomotives?|railcars?|trams?|helicopters?|aircraft|aeroplanes?|engines?|propellers?|turbines?|"
    r"gearbox(?:es)?|pumps?|bearings?|brakes?|braking systems?|valves?|ventilators?|inhalers?|syringes?|vaccines?|"
    r"viruse?s?|pathogens?|fever|flu|influenza|disease|syndrome|pneumonia|outbreaks?|pandemic|epidemic|variants?|strains?|"
    r"bacteri\w+|infections?|vehicles? (?:type|model)|hoovers?|vacuum cleaners?|keyboards?|rounds|software|database|platform|"
    r"(?:radiological|nuclear|rail|mining|industrial|chemical) (?:incident|accident|disaster))"
)
_A_THINGS = re.compile(
    rf"(?:-specific)? (?:(?:[a-z]+-)?type )?(?:type )?{_MADE}\b(?! (?:driver|manager|pilot|owner)s?\b)"
)
_ARTICLE = re.compile(r"\b(?:[Tt]he|[Aa]n?|older|newer|new|old|all|both) $")
# "Tolham Station", "Brackley Harbour": where trains, ships and aircraft call.
_CALLED_AT = re.compile(
    r"(?:(?:, [A-Z][\w’'-]+)*,? and [A-Z][\w’'-]+)? (?:(?:railway|train|bus|power|fire|police|coach) )?(?:Station|Airport|Airports|Aerodrome|Heliport|Harbour|Junction|Marina|Docks?|Terminal)\b"
)
# "Central Asia", "South Sudan": a part of the world.
_OF_A_REGION = re.compile(
    r"(?:Central|Southern|Eastern|Western|Northern|South[- ]?East|South[- ]?West|North[- ]?East|North[- ]?West|East|West) $"
)
# "Covid-19", "Covid 19": a disease and the year it was found.
_YEAR_OF = re.compile(rf"[- ]19\b(?! (?:{MONTH})\b)")
_NUMBERED = frozenset({"covid", "coronavirus", "sars-cov", "long-covid"})
# "Fe (iron), Zn (zinc), Pb (lead)": signs, each with the word that it is short for.
_GLOSSED = re.compile(r"\b(?P<sign>[A-Z][a-z]?) \((?P<word>[a-z]+)\)")
_FEW = 3
# "at four schools: Ann Marlow, St Bede's and the Osei": each in the list is one of them.
_IN_A_LIST_OF = re.compile(
    r"\b(?:schools|nurseries|colleges|streets|roads|wards|pubs|ships|boats|houses|estates|hospitals): (?:[A-Z][\w’'.]*(?: [A-Z][\w’'.]*)*(?:, | and |, and ))*$"
)
# "notes were entered on Lorenzo": where what is recorded is kept, and nothing that is seen on a body.
_KEPT_ON = re.compile(
    r"\b(?:records?|notes?|entr(?:y|ies)|contacts?|information|visits?|documents?|referrals?|assessments?|plans?|minutes|details|calls?|data|letters?)\b"
    r"(?![^.;]*\b(?:bruis|injur|mark|wound|burn|scratch|graz|rash)\w*)[^.;]{0,60}"
    r"\b(?:recorded|entered|logged|uploaded|documented|saved|stored|scanned|typed|noted)(?: \w+ly)? (?:up )?(?:on|onto|into) $"
)
# "Rio: the record of the trust", "Pan: a mark of respect": an entry of a glossary.
_GLOSSARY = re.compile(
    r"(?::| –| -) ?(?:(?:an?|the|our|their) )?(?:(?!(?:of|in|on|for|from|with)\b)[\w’'-]+ ){0,3}?(?:record|system|database|software|tool|app|mark|form|word|term|title|service|programme|scheme|"
    r"charity|team|group|panel|Lithuanian|Polish|Urdu|Tamil|Arabic|Turkish|Welsh|Irish|Somali|Romanian|Punjabi|Bengali|Yoruba|Portuguese|Spanish|French)"
    r" (?:of|for|used|that|which|by)\b"
)
# "given Clexane daily", "Clexane 40 mg": a medicine that no list has.
_DOSE = re.compile(
    r" (?:\d+(?:\.\d+)? ?(?:mg|mcg|micrograms?|milligrams?|mls?|units)\b|tablets?\b|capsules?\b|injections?\b|patch(?:es)?\b|prescribed (?:to|for|by)\b)"
)
_TAKEN = re.compile(
    r"\b(?:given|prescribed?|taking|took|takes?|administer(?:ed|ing)?|dos(?:e|es|age) of|mg of|units of|milligrams of|course of|supply of|started on|stopped|her|his|the)(?: more| some| any)? $"
)
_DAILY = re.compile(
    r" (?:(?:once |twice |three times )?daily|(?:once|twice|three times) a day|nightly|at night|as needed|intravenously|orally)\b"
)
# "The solicitors, Marlow Osei, wrote": a firm called after two, whose second is none of the case.
# Nothing stands between: a solicitor meets two people, and acts for them.
_A_FIRMS = re.compile(
    r"\b(?:(?:[Ss]olicitors|[Ll]awyers|accountants|auditors|architects|surveyors|barristers|firm)(?:,| of| called)?|[Mm]essrs\.?|represented by|instructed by) [A-Z][\w’'-]+(?: and| &)? $"
)
_A_FIRMS_AFTER = re.compile(
    r",? (?:\(?[Ss]olicitors\b|LLP\b|& Co\b|and (?:Partners|Co|Sons)\b|(?:and|&) (?:his|her|their) firm)"
)
_CAPITAL_BEFORE = re.compile(r"\b(?P<word>[A-Z][\w’'-]+)(?: and| &)? $")
# "Ann Marlow (Hollins Tarrant)" in a list: the firm that somebody is of.
_OF_A_FIRM = re.compile(r"^\W*(?:[A-Z]\w+\.? )?[A-Z][\w’'-]+ [A-Z][\w’'-]+ \($")
# "TELL-ZAG 4340": the number of a grade after the letters of those who grade.
_GRADE = re.compile(r" \d{3,5}\b")
# "MERS-specific", "NHS-led": an abbreviation and an ordinary word.
_ADJECTIVE = re.compile(
    r"[A-Z]{2,}s?-(?:specific|related|led|based|wide|funded|trained|approved|style|type|like|positive|negative|compliant|accredited)$",
)
#: What a first name may look like. A word of which nothing is known may be a thing's.
_FIRST_NAMES = frozenset({Look.NAME, Look.NAME_OR_WORD, Look.NAME_OR_PLACE, Look.SMALL_NAME})
#: Systems called by a first name. No list of public names has them: children are called so too.
_RECORD_SYSTEMS = frozenset({"lorenzo"})
_SURE = frozenset({"after title", "after kin", "before kin", "has kin", "told who it is"})


def told_to_be_things(
    candidates: Sequence[Candidate], signs: Sequence[Sequence[str]], texts: Sequence[str]
) -> frozenset[str]:
    """The keys of the candidates that the words beside some mention tell to be a thing's name.

    `texts` are the texts of the blocks in which the candidates stand, in their order. None is told
    so that is somebody's by title or kin in any place.
    """
    signs_of_elements = {
        match["sign"]
        for text in set(texts)
        if len(found := list(_GLOSSED.finditer(text))) >= _FEW
        for match in found
        if match["word"][0] == match["sign"][0].lower()
        or match["word"][0] == match["sign"][-1].lower()
    }
    things: set[str] = set()
    people: set[str] = set()
    for candidate, own, text in zip(candidates, signs, texts, strict=True):
        if candidate.title or not _SURE.isdisjoint(own):
            people.add(key_of(candidate))
        elif candidate.words[0] in signs_of_elements or _is_a_things(candidate, text):
            things.add(key_of(candidate))
    return frozenset(things - people)


def _is_a_things(candidate: Candidate, text: str) -> bool:
    """Whether the words beside a mention make it the name of a thing."""
    before, after = text[: candidate.start], text[candidate.end :]
    if candidate.title:
        return False
    first = candidate.words[0]
    return bool(
        (len(candidate.words) > 1 and _IS_OF_A_KIND.match(first))
        or (first.lower() in _NUMBERED and _YEAR_OF.match(after))
        or _OF_A_KIND.search(before)
        or _TYPE_NUMBER.match(after)
        or _OF_A_REGION.search(before)
        or (after == ")" and _is_of_a_firm(candidate, before))
        or (_A_THINGS.match(after) and _may_be_a_make(candidate, before))
        or _CALLED_AT.match(after)
        or _is_a_medicine(candidate, before, after)
        or _is_listed_or_kept_on(candidate, before, after)
        or _is_a_shops(candidate, after)
        or (len(candidate.words) == 1 and _ADJECTIVE.match(first))
        or (first.isupper() and "-" in first and bool(_GRADE.match(after)))
    )


def _is_of_a_firm(candidate: Candidate, before: str) -> bool:
    """Whether two words in brackets after somebody's full name, where a line holds no more, share
    none with it: they are no other name of the same person."""
    return (
        len(candidate.words) > 1
        and bool(_OF_A_FIRM.search(before))
        and not set(before.split()) & set(candidate.words)
        and candidate.looks[0] not in {Look.NAME, Look.NAME_OR_WORD}
    )


def _is_listed_or_kept_on(candidate: Candidate, before: str, after: str) -> bool:
    """Whether a name is that of one school of a list, of what records are kept on or of an entry in a
    glossary.

    Teams are listed by who is in them, information is held on a child, and a key says who everybody
    is, in the same words: what is a first name is somebody's.
    """
    is_kept_on = _KEPT_ON.search(before) and not after.startswith(("’s", "'s"))
    if candidate.looks[0] in _FIRST_NAMES:
        return bool(is_kept_on) and key_of(candidate) in _RECORD_SYSTEMS
    return bool(
        is_kept_on
        or _IN_A_LIST_OF.search(before)
        or (not before.strip() and _GLOSSARY.match(after))
    )


def _is_a_medicine(candidate: Candidate, before: str, after: str) -> bool:
    """Whether one word that is no known name is given in doses."""
    if len(candidate.words) > 1 or candidate.looks[0] is Look.NAME:
        return False
    return bool(_DOSE.match(after) or (_TAKEN.search(before) and _DAILY.match(after)))


def in_a_firms_name(candidate: Candidate, text: str) -> bool:
    """Whether a surname by itself is the second in the name of a firm: no first name is, as a list of
    those who met may begin with the solicitors."""
    if candidate.title or len(candidate.words) > 1 or candidate.looks[0] is Look.NAME:
        return False
    before = text[: candidate.start]
    led = _CAPITAL_BEFORE.search(before)
    if not led or led["word"].lower() in cues("role") | cues("address") | cues("title"):
        return False
    return bool(_A_FIRMS.search(before) or _A_FIRMS_AFTER.match(text[candidate.end :]))


def _is_a_shops(candidate: Candidate, after: str) -> bool:
    """Whether words with ’s are the name of a shop: "they went to McDonald’s"."""
    owner = re.match(
        r"[’']s\b(?! [a-z]+)|[’']s (?:and|or|with|for|in|on|at|by|the|a|to|before|after|was|is)\b",
        after,
    )
    return bool(owner) and f"{key_of(candidate)}'s" in public_names()


def _may_be_a_make(candidate: Candidate, before: str) -> bool:
    """Whether words before a thing may say of what make it is: a first name by itself may not, as
    notes have "Ruby fever 39"."""
    return candidate.looks[0] is not Look.NAME or bool(_ARTICLE.search(before))
