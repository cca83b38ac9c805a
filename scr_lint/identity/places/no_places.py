"""Names that stand where a place's could, and are those of services, operations, makes and universities."""

from __future__ import annotations

import re

from ..passages import sentence_at
from .place_words import bare, is_kind_of_clinic, is_part_of_body, kind_of_last_word, sort_of_thing

# "the evening service known as …": what is called so is a service.
_SERVICE = re.compile(
    r"\b(?:services?|teams?|projects?|programmes?|schemes?|charit(?:y|ies)|agency|provider|initiative|model|operation|exercise|"
    r"approach|company|firm|system|toolkit|campaign)(?:,)? (?:that is |which is |then |now |also )?(?:called|named|known as|titled|branded) "
    r"[‘“\"']?$"
)
# "Operation Yellowhammer", "the Drovers Committee", "the Sarrin Mountains": undertakings, bodies and wide
# landscapes by the first or last word. A unit
# may be a ward ("Kingfisher Unit").
_UNDERTAKING = re.compile(
    r"(?:Operation|Exercise|Project|Programme|Taskforce|Task Force)\b|.* (?:Committee|Commission|Directorate|Secretariat|Mountains|Ocean|Desert|Highlands|Peninsula|Islands)$"
)
# A firm, unless somebody is told to live there.
_GROUP = re.compile(r".* (?:Group|Holdings)$")
_LIVED = re.compile(
    r"\b(?:liv(?:es?|ed|ing)|stay(?:s|ed|ing)?|placed|moved|home|housed|resid\w+) (?:back )?(?:at|in|to|on) (?:the )?$"
)
_BEFORE = re.compile(r"\b(?:Operation|Exercise|Project|Taskforce) $")
_AFTER = re.compile(
    r" (?:Committee|Commission|Directorate|Secretariat|Select Committee|Inquiry|Act|Bill|Housing Association)\b"
)
# "Rift Valley fever", "the Oster Vale train type": a disease or a make, where "the Tolham train" goes to a place.
_OF_A_THING = re.compile(
    r" (?:(?:[a-z]+-)?type (?:trains?|engines?|vehicles?)|(?:train|aircraft|engine|vehicle|ventilator) types?|"
    r"fever|virus|disease|syndrome|flu|influenza|variant|strain)\b"
)
_PARLIAMENT = re.compile(
    r"\b(?:Bill|Parliament|Select Committee|Lords|Commons|Minister|readings?|debate|legislation|Hansard)\b"
)
# "the Northern School of Nursing & Midwifery", "Imperial College London", "Trinity College, Cambridge".
_LEARNED = re.compile(
    r" (?:of|for) (?:Hygiene|Tropical|Medicine|Economics|Business|Law|Nursing|Public Health|Policing|Paramedics|Physicians|Surgeons|Nurses|Midwives|Psychiatrists|Radiologists|Emergency|Social|Oriental|Pharmacy|Dentistry|"
    r"Psychiatry|Psychology|Government|Management|Advanced|Global|Infection)\b|,? (?:London|Cambridge|Oxford|Durham|Dublin|Edinburgh|Aberdeen)\b"
    r"|,? (?:at |in |of )?(?:the )?University(?: of)?\b"
)
_LEARNED_BEFORE = re.compile(
    r"\b(?:Professor|Fellow|Lecturer|Reader|Dean|Master|Chair|Emeritus|Warden|Provost|Director)s?\b[^.;]{0,60}$"
)
_LEARNED_NAME = re.compile(r"\b(?:College|School|Institute)\b")


def is_no_place(text: str, start: int, end: int) -> bool:
    """Whether a name without a word for its kind is told to be something else than a place."""
    name, before, after = text[start:end], text[:start], text[end:]
    if name == "House":
        return bool(_PARLIAMENT.search(sentence_at(text, start, end)))
    return bool(
        (_SERVICE.search(before) and kind_of_last_word(name.split()[-1]) is None)
        or _UNDERTAKING.match(name)
        or is_part_of_body(name)
        or is_kind_of_clinic(name)
        or (
            " " in name
            and sort_of_thing(name) == "firm"
            and bare(name.split()[-1]) != "bank"
            and not _LIVED.search(before)
        )
        or _BEFORE.search(before)
        or (_GROUP.match(name) and not _LIVED.search(before))
        or _AFTER.match(after)
        or _OF_A_THING.match(after)
    )


def is_learned_body(text: str, start: int, end: int) -> bool:
    """Whether a school or college is one of a university, where scholars work."""
    if not _LEARNED_NAME.search(text[start:end]):
        return False
    if re.search(
        r"\b(?:Primary|Infant|Junior|Secondary|High|Nursery|Sixth Form|Grammar)\b", text[start:end]
    ):
        return False
    return bool(
        _LEARNED.match(text[end:])
        and (
            _LEARNED_BEFORE.search(text[:start])
            or " of " in text[end : end + 5]
            or " for " in text[end : end + 6]
        )
    ) or bool(
        re.search(r"\b(?:Imperial|University|King[’']s|Queen Mary) College$", text[start:end])
        and _LEARNED.match(text[end:])
    )
