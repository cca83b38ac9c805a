"""What words of a name say: which place is meant, of what kind it is, or that a body is called so."""

from __future__ import annotations

import re
from functools import cache

from ... import vocabulary
from ...grammar.phrases import split_phrases

# Words of a name that say nothing of which place is meant.
GENERIC = frozenset(
    """a an the of and at in for on by with to from our local new old big main other same each every all this that high main ring busy back side
    their his her its my your no any both two three four five first second third next last another special
    mainstream primary junior infant infants secondary high middle lower upper grammar community
    comprehensive independent private public state maintained boarding residential day nursery
    school schools academy academies college surgery practice hospital general royal district cottage
    university children's childrens children women's maternity medical health gp family group walk-in
    sure start centre center ward wards unit acute paediatric pediatric neonatal postnatal antenatal
    labour adult adolescent mental psychiatric surgical intensive care assessment secure home homes refuge
    hostel prison police fire station custody bus train railway custodial youth sports leisure shopping
    church catholic rc ce c e faith village town city county national central north south east west street
    road lane contact birth minor injuries urgent treatment emergency learning education pupil referral
    virtual early years foundation further higher sixth form teaching training specialist regional tertiary
    mother mothers baby babies father parents child early help integrated multi-agency social safe
    safeguarding open closed good bad whole red green one-stop drop-in sexual reproductive dental
    good outstanding inadequate royal great recovery crown high-dependency england wales britain british
    english welsh scottish nhs ofsted cqc estyn best practice evidence-based professional poor effective
    learning reflective private clinical general's social work anti-oppressive professionals
    civic dr mr mrs ms miss sister nurse matron head headteacher deputy manager staff officer pc dc teacher
    year key stage class named designated lead chief executive director assistant consultant
    partnership council trust board mum dad mother's boys' girls' boys girls
    who what when where why how which there here it he she they we you if as but or so then after before
    during since until while both although because however despite within without between
    monday tuesday wednesday thursday friday saturday sunday january february march april may june july
    august september october november december a&e b&b department departments premises facility
    accommodation approved supported living""".split()
)
# "the Child Harm Investigation Unit", "the Area Control Centre": parts of a body, by what they do.
_OF_A_BODY = re.compile(r"(?:unit|centre|hub|desk|suite)$")
_DOES = re.compile(
    r"(?:Investigations?|Enquiry|Inquiry|Protection|Co-?ordination|Readiness|Control|Contact|Response|Resilience|Intelligence|"
    r"Crime|Safety|Strategy|Policy|Command|Operations|Monitoring|Analysis|Delivery|Vetting|Compliance|Research|Statistics|"
    r"Communications?|[A-Z]{3,})$"
)
_CODE = re.compile(r"(?:[A-Z]|\d{1,3}|[A-Z]\d{1,2}|one|two|three|four|five|six)$", re.IGNORECASE)
# Bodies of the trade and the state: they are nobody's school or hospital.
NATIONAL = re.compile(
    r"^(?:The )?(?:Royal College|Royal Society|National|College of|School of|Academy of|Faculty of|"
    r"British|Institute of|University(?!(?: [A-Z][a-z]+){0,2} Hospital)|Open University|House of|Church of England|International|"
    r"European|World|Department|Ministry|Care Quality|Hospital Episode|Children’?'?s Home|"
    r"Department of)\b"
)
_OF_A_COUNCIL = re.compile(
    r"(?:(?:London |Royal )?(?:Borough|City|County|Diocese|Archdiocese) of|(?:LBC?|RBC?)(?!.* (?:School|Academy|College|Nursery|Hospital|Surgery)$))\b"
)
# "Easterby Crown Court": where the law sits.
_LAW = re.compile(
    r"\b(?:Crown|County|Family|Youth|High|Criminal|Magistrates[’']?|Coroner[’']?s?) Courts?$"
)
# "the First Fit clinic", "the Gender Identity Clinic": called by whom or what is treated there, and not by a name.
_CLINIC = re.compile(r"\bclinics?$", re.IGNORECASE)
_TREATED_THERE = frozenset(
    """fit fits faint falls pain memory fracture headache migraine hearing eye ear skin sleep weight wound allergy asthma
    heart cardiac chest kidney renal liver stroke seizure epilepsy tia pregnancy vaccination immunisation feeding breastfeeding
    continence warfarin anticoagulation growth transplant transition identity gender metabolic diabetes diabetic autism adhd
    genetics haematology oncology cancer fertility contraception smear smoking cessation drug drugs alcohol substance misuse methadone
    rheumatology dermatology neurology cardiology gastroenterology urology endocrine respiratory orthopaedic physiotherapy
    dietetic hypertension headaches rapid access one hot virtual follow-up outpatient outpatients review new patient patients""".split()
)


def bare(words: str) -> str:
    """Some words in small letters, without a possessive, with straight apostrophes."""
    return re.sub(r"[’']s?$", "", words).lower().replace("’", "'")


def says_which(own: str) -> bool:
    """Whether some words say which place is meant: not "Primary", "the Local", "A", "12"."""
    words = [re.sub(r"[’']s?$", "", w).lower() for w in own.split()]
    return any(
        w not in GENERIC and f"{w}'s" not in GENERIC and not _CODE.match(w) and len(w) > 1
        for w in words
    )


def is_part_of_body(name: str) -> bool:
    """Whether a name is of a body's unit or centre, called by what it does."""
    words = name.split()
    if len(words) < 2:
        return False
    return bool(_OF_A_BODY.match(bare(words[-1])) and _DOES.match(words[-2]))


def is_body(name: str) -> bool:
    """Whether a name is that of a national body, a university or a council."""
    return bool(
        NATIONAL.match(name)
        or _OF_A_COUNCIL.match(name)
        or _LAW.search(name)
        or name.endswith("University")
    )


def is_kind_of_clinic(name: str) -> bool:
    """Whether a clinic is called by what is treated there alone: "Gender Identity Clinic"."""
    if not _CLINIC.search(name):
        return False
    words = [bare(word) for word in name.split()[:-1]]
    return all(word in _TREATED_THERE or not says_which(word) for word in words)


@cache
def kinds_by_noun() -> dict[str, str]:
    """The kinds of place by the common noun before a name."""
    last = kinds_by_word()[1]
    kinds = {words: kind for words, (kind, _) in last.items()}
    more = {"pub": "a place of the neighbourhood", "day nursery": "a nursery"}
    return {**kinds, **more, "residential home": "a home, refuge or hostel"}


@cache
def kinds_by_word() -> tuple[dict[str, str], dict[str, tuple[str, str]]]:
    """Kinds by the words that begin a name, and by those that end one with how sure they are."""
    first: dict[str, str] = {}
    last: dict[str, tuple[str, str]] = {}
    for row in vocabulary.load("scr_lint", "place_types"):
        for words in split_phrases(row["words"]):
            if row["sure"] == "first":
                first[words.lower()] = row["kind"]
            else:
                last.setdefault(words.lower(), (row["kind"], row["sure"]))
    return first, last


def kind_of_last_word(word: str) -> str | None:
    """The kind of place that a word at the end of a name says, by the list; None where it says none."""
    found = kinds_by_word()[1].get(bare(word))
    return found[0] if found else None


def sort_of_thing(name: str) -> str | None:
    """What sort of thing the last word of a name says it is of, by the list: "firm"; None for a place."""
    return _heads().get(bare(name.split()[-1]))


@cache
def _heads() -> dict[str, str]:
    """Words that end the name of something else than a place, and what."""
    rows = vocabulary.load("scr_lint", "name_heads")
    return {word: row["kind"] for row in rows for word in split_phrases(row["words"])}
