"""Names that say by a word of theirs what kind of place they are: "Tollgate Surgery", "Ysgol Bryn"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from ... import vocabulary
from ...grammar.phrases import split_phrases
from .places_beside import OTHERWISE

_WORD = r"(?:[^\W\da-z_][^\W_]*(?:[’'&-][^\W_]+)*[’']?|St\.)"
_LINK = r"(?: (?:of|the|and|upon|on|le|y|yr|ar|at|with|for|in|next|by|&))"
#: Words written with capitals that may be one name, with the small words inside it.
RUN = re.compile(rf"(?<![\w’'.@#/-]){_WORD}(?:{_LINK}{{0,2}} {_WORD})*")
# What makes of a name the name of a body, when it follows a type of place.
_BODY = re.compile(
    r"^(?:,? (?:NHS|Foundation|University|Trust|Trusts|Board|Council|Partnership|Service|Services|Team|"
    r"Committee|Federation|Group|Association|Society|Ltd|Limited|plc|Inquiry|Enquiry|Review|Report|"
    r"Act|Order|Constabulary|Police|Authority|Agency|Network|Forum|Programme|Scheme|Strategy|Policy|"
    r"Improvement|Inspection|Inspectorate|Standards|Commission|Awards?|Census|Nurses?|Nursing|"
    r"Admissions?|Liaison|Attendance|Support|Health|Improvement|Places?|Planning|Protection|Readiness|"
    r"Foods|Motors|Cars|Taxis|Homes|Stores|Bakery|Systems|Solutions|Electrical|Healthcare|Security|Brothers|"
    r"Staff|Workers?|Managers?|Lead|Leads|Governors?|Teachers?|Exclusions?)\b)"
)
# Words of a name that say nothing of which place is meant.
_GENERIC = frozenset(
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
    civic dr mr mrs ms miss sister nurse head headteacher deputy manager staff officer pc dc teacher
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
# What is called by its kind alone, as "the Court" or "the Unit" is, and not by a name as "the Orchard" may be.
_KIND_ALONE = frozenset("court unit home project club station centre hub wing house".split())
# … but of a street they may be: "Station Parade", "Church Lane".
_STREET_OWN = frozenset(
    "Station Church School Chapel College Hospital Market Park Sports Prison North South East West Village Town City Mill".split()
)
_CODE = re.compile(r"(?:[A-Z]|\d{1,3}|[A-Z]\d{1,2}|one|two|three|four|five|six)$", re.IGNORECASE)
# Bodies of the trade and the state: they are nobody's school or hospital.
_NATIONAL = re.compile(
    r"^(?:The )?(?:Royal College|Royal Society|National|College of|School of|Academy of|Faculty of|"
    r"British|Institute of|University(?! (?:College )?Hospital)|Open University|House of|Church of England|International|"
    r"European|World|Department|Ministry|Care Quality|Hospital Episode|Children’?'?s Home|"
    r"Department of)\b"
)
_OF_A_COUNCIL = re.compile(r"(?:London |Royal )?(?:Borough|City|County|Diocese|Archdiocese) of\b")
_LEAD = frozenset(
    """when where while after before although because since if as at in on from to for with by then but and or
    so however once both during until despite the this that these those a an no his her their its our
    staff teachers pupils nurses head heads headteacher""".split()
)
# What has to stand near a word that can end the names of other things, too.
_NEAR = {
    "a school": r"school|teachers?|pupils?|attend(?:ed|s|ing)|class|year \d|transferred|enrolled|admitted|"
    r"place at|went (?:from|to)|moved (?:from|to)|started|excluded|lessons?|head|headteacher|taught|uniform|exclu\w+|rang|rings?|phoned|texts?|texted|mid-term|term|timetable|register|"
    r"detention|tutor|SENCo|EWO|DSL|attendance|absen\w+|dinner|assembly|playground|gates?|bus to|sent home|expelled|roll|reception",
    "a GP practice or surgery": r"GP|doctors?|Dr|registered|patients?|prescri\w+|nurse",
    "a hospital or clinic": r"hospital|admitted|ambulance|taken to|ward|transferred to|emergency|born|seen at|"
    r"discharged",
    "a hospital ward": r"ward|hospital|admitted|transferred|nurses?|interview\w*|patient",
    "pub": r"pub|rooms? at|landlord|drink\w*|drank|bar|beer|lunch at|B&B|outside|lodg\w+",
    "a place of the neighbourhood": r"children[’']s home|an? home|home for|care home|residential|refuge|hostel|foyer|"
    r"supported (?:accommodation|lodgings|living|housing)|secure|mother and baby|placements?|placed|hospice|"
    r"hospital|nursery|family (?:hub|centre)|hub|children[’']s centre|youth club|drop-in|day centre|respite|"
    r"short breaks?|hotel|bed and breakfast|guest house|temporary accommodation|pub|provision|provider|"
    r"shelter|in-?patient|detained|psycho\w+|detox\w*|rehab\w*|community centre|railway|train|bus|home manager|waking night|keyworker|missing from|unit",
}
_NEIGHBOURHOOD = "a place of the neighbourhood"
# In notes: "To Dockside House, shared".
_TO = re.compile(r"(?:^|[.;:] )To $")
# An address of somebody's home: "2nd floor flat, Paxton House".
_HOUSING = re.compile(r"\b(?:flats?|floor|block|tenan\w+|address)\b[^.;]{0,30}$")
# "Ward 9"; "At St Elvan's": somebody's school, church or hospital.
_WARD = re.compile(r"\bWard \d{1,2}[A-Z]?\b")
# "admitted to University Hospital": with no article it is a name.
_UNIVERSITY = re.compile(
    r"\b(?:at|to|from|in) (?P<name>University (?:College )?Hospital)\b(?! (?:[A-Z]|of|for)|[’'])"
)
_SAINT = re.compile(r"\bSt\.? [A-Z][\w-]+[’']s\b(?! (?:[Dd]ay|[Ee]ve|Ambulance|[A-Z]))")
_ALONG = re.compile(
    r"\b(?:in|on|at|to|off|from|along|near|of|down|behind|into|outside)(?: the)? $|[a-z], $"
)
_FAR = 60
# "Birch Rise, a children's home", "Elm Nook, which the council runs", "the Elm Nook manager".
_OF_THE_TRADE = re.compile(
    r",? (?:which (?:is|was) )?(?:an?|the) (?:[\w-]+ ){0,3}?(?:(?:children[’']s|care|residential|nursing) home|hostel|refuge|school|hospital|"
    r"clinic|nursery|mother and baby unit|secure unit|foster home)\b"
    r"|,? (?:which|that) (?:is |was )?(?:run by )?(?:an?|the) (?:[\w-]+ ){0,2}(?:council|charity|company|trust|authority|county|borough|church)(?: (?:runs?|ran|owns?|owned|manages?|managed)\b|[,.;)]|$)"
    r"|[’']?s? (?:manager|keyworker|key worker|night staff|staff)\b"
)
# "Gorse Hill clinic": the word for the kind in small letters.
_SMALL_TYPE = re.compile(
    rf"(?P<name>(?<![\w’'.-]){_WORD}(?:{_LINK}? {_WORD}){{0,2}}) (?P<type>(?:(?:primary|infant|junior|secondary|special|nursery|high|"
    r"village|church|community|health|medical|primary care|walk-in|day|[Cc]hildren[’']s|general|cottage) )*"
    r"(?:school|pr[a-z]{3,5}y school|nursery|playgroup|pre-school|preschool|surgery|clinic|hospital|health centre|medical centre|children[’']s centre|family centre|"
    r"family hub|hospice|ward|refuge|hostel|caravan site|youth club|community centre|leisure centre|care home|[Cc]hildren[’']s home|facility))\b"
    r"(?! (?:nurses?|teams?|staff|workers?|policy|policies|service|services|admissions?|governors|meals?|age|aged|places?|boards?|uniform|leaders?|records?|system))"
)
# Words with a capital that say of what kind a school or clinic is, and not which.
_KIND_WORDS = re.compile(
    r"(?:Catholic|Anglican|Methodist|Jewish|Muslim|Hindu|Sikh|Islamic|Christian|Quaker|Welsh|English|Scottish|Irish|Polish|French|German|"
    r"Montessori|Steiner|NHS|CAMHS|GP|A&E|GUM|Ofsted|Sure|Start|State|Victorian|Georgian|Edwardian|Child|Mother|Father|Baby|Council|Trust|Local|"
    r"Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|Christmas|Easter|Year|Key|Stage|Community|Family|Diabetes|Asthma|Epilepsy|"
    r"Autism|Sexual|Breast|Baby|[A-Z]{2,5})$"
)
# … but "the Harbour Trust children's home".
_OF_OWNERS = re.compile(r"(?:Trust|Community|Family)$")
# "a nursery (Tiny Feet)", "a refuge called Haven", "the hospital, St Werburgh's".
_CALLED = re.compile(
    r"\b(?P<type>(?:primary |secondary |special |infant |junior )?school|(?:day )?nursery|playgroup|college|surgery|"
    r"health centre|hospital|hospice|ward|refuge|hostel|children[’']s home|residential home|youth club|pub|"
    r"children[’']s centre|secure unit|prison|establishment|facility|placement|provision)"
    rf"(?: called| named| known as|:? \(|:| –) ?[“‘\"']?(?P<name>{_WORD}(?:{_LINK}? {_WORD}){{0,3}})(?![’'-])"
)
_OFFICE = re.compile(
    r"\b(?:(?<!family )hub|team|offices?|headquarters|council|service|panel|meeting|staff)(?:[’']s)?(?: (?:is|was|were|are|based|held|sits?|sat))? (?:in|at|on) (?:the )?$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class TypedPlace:
    """A place whose name says what it is: characters `start` to `end` of a text.

    `own` are the words of the name without those of its type; `kind` what it is, with its article.
    """

    start: int
    end: int
    own: str
    kind: str


def typed_places(text: str, *, heading: bool = False, beside: str = "") -> Iterator[TypedPlace]:
    """The places that a text names with a word for their kind, in order.

    In a heading, where every word may have a capital, only sure types count. `beside` are the words
    at the head of a cell's row and column.
    """
    found = [
        place
        for run in RUN.finditer(text)
        for place in _in_run(text, run.start(), run[0], heading, beside)
    ]
    found = [p for p in found if not _no_place_here(text, p)]
    for pattern, kind in OTHERWISE:
        found += [
            TypedPlace(*m.span("name"), m["name"], kind)
            for m in pattern.finditer(text)
            if says_which(m["name"])
            and not any(p.start < m.end("name") and m.start("name") < p.end for p in found)
        ]
    for match in () if heading else _SMALL_TYPE.finditer(text):
        place = _with_small_type(text, match)
        if place and not any(p.start < place.end and place.start < p.end for p in found):
            found.append(place)
    found += [TypedPlace(*m.span(), m[0], "a hospital ward") for m in _WARD.finditer(text)]
    found += [
        TypedPlace(*m.span("name"), m["name"], "a hospital or clinic")
        for m in _UNIVERSITY.finditer(text)
    ]
    found += [
        TypedPlace(*m.span(), m[0], "a school, church or hospital")
        for m in _SAINT.finditer(text)
        if not any(p.start < m.end() and m.start() < p.end for p in found)
    ]
    for match in _CALLED.finditer(text):
        start, end = match.span("name")
        end -= match["name"][-1] in "’'"  # what closes a quotation
        if not says_which(match["name"]) or match["name"].isupper():
            continue
        if not any(p.start < end and start < p.end for p in found):
            found.append(
                TypedPlace(
                    start,
                    end,
                    text[start:end],
                    _called().get(match["type"].lower().replace("’", "'"), "a place"),
                )
            )
    yield from sorted(found, key=lambda p: p.start)


def _with_small_type(text: str, match: re.Match[str]) -> TypedPlace | None:
    """ "Gorse Hill clinic": a name right before a kind; none in "A Catholic school"."""
    words = list(re.finditer(r"\S+", match["name"]))
    while words and (
        words[0][0].lower() in _LEAD or re.sub(r"[’']s?$", "", words[0][0]).lower() in _GENERIC
    ):
        words.pop(0)
    if (
        not words
        or (_KIND_WORDS.match(words[-1][0]) and not (words[:-1] and _OF_OWNERS.match(words[-1][0])))
        or not says_which(" ".join(w[0] for w in words))
    ):
        return None
    start = match.start("name") + words[0].start()
    begins = start == 0 or re.search(r"[.!?:;|][”\"’)]? $", text[:start])
    if len(words) == 1 and (begins or re.search(r"[’']s?$", words[0][0])):
        return None
    own = text[start : match.end("name")]
    kind = next(
        (k for w, k in _called().items() if match["type"].lower().endswith(w)),
        "a place of the neighbourhood",
    )
    return TypedPlace(start, match.end("type"), own, kind)


def _no_place_here(text: str, place: TypedPlace) -> bool:
    """Whether a name is a court's ("Easterby Crown Court") or the seat of an office."""
    if re.match(r"[’']?s? Courts?\b", text[place.end :]):
        return True
    return place.kind in {"a street", _NEIGHBOURHOOD} and bool(_OFFICE.search(text[: place.start]))


def _in_run(text: str, offset: int, run: str, heading: bool, beside: str) -> Iterator[TypedPlace]:
    words = [(m.start(), m.end()) for m in re.finditer(r"\S+", run)]
    at = 0
    while at < len(words):
        found = _first(run, words, at) or _last(text, offset, run, words, at, heading, beside)
        if found is None:
            return
        start, end, own, kind, at = found
        yield TypedPlace(offset + start, offset + end, own, kind)


_Found = tuple[int, int, str, str, int]


def _first(run: str, words: list[tuple[int, int]], at: int) -> _Found | None:
    """A name that begins with its type: "HMP Larkhill", "Ysgol Maes Hyfryn"."""
    types, _ = _types()
    for i in range(at, len(words) - 1):
        for length in (3, 2, 1):
            last = i + length - 1
            if last + 1 >= len(words):
                continue
            # "Meddygfa'r Bont": in Welsh the article stands at the end of the word before.
            kind = types.get(re.sub(r"[’']r$", "", run[words[i][0] : words[last][1]].lower()))
            if kind is None:
                continue
            own = run[words[last + 1][0] :]
            if own.split()[0].lower() in _GENERIC:
                continue
            return words[i][0], words[-1][1], own, kind, len(words)
    return None


def _last(
    text: str,
    offset: int,
    run: str,
    words: list[tuple[int, int]],
    at: int,
    heading: bool,
    beside: str,
) -> _Found | None:
    """A name that ends in its type: "Canal Basin Medical Centre"."""
    _, types = _types()
    for j in range(len(words) - 1, at, -1):
        if _BODY.match(run[words[j][1] :]) or _BODY.match(text[offset + words[j][1] :]):
            return None
        for i in range(max(at + 1, j - 5), j + 1):
            found = types.get(_bare(run[words[i][0] : words[j][1]]))
            if found is None:
                continue
            kind, sure = found
            start = _own_start(run, words, at, i)
            own = run[words[start][0] : words[i - 1][1]] if start < i else ""
            may_be_name = (
                kind != "a street" and _bare(run[words[i][0] : words[j][1]]) not in _KIND_ALONE
            )
            if own == "The" and sure == "near" and i == j and may_be_name:
                own = run[words[start][0] : words[j][1]]  # "The Orchard": the kind is the name
            if not own or _NATIONAL.match(run[words[start][0] :]):
                continue
            if is_part_of_body(run[words[start][0] : words[j][1]]):
                return None
            own_street = kind == "a street" and own in _STREET_OWN
            if not says_which(own) and not own.startswith("The ") and not own_street:
                continue
            around = (text, offset + words[start][0], offset + words[j][1])
            kind_near = "pub" if sure == "pub" else kind
            if sure != "yes" and (heading or not _stands_near(*around, kind_near, beside)):
                continue
            end = words[j][1] - (1 if run[: words[j][1]].endswith(("’", "'")) else 0)
            return words[start][0], end, own, kind, j + 1
    return None


def _bare(words: str) -> str:
    return re.sub(r"[’']s?$", "", words).lower().replace("’", "'")


def _own_start(run: str, words: list[tuple[int, int]], at: int, end: int) -> int:
    """Where the name itself begins: after words that only begin a sentence, and after "of the"."""
    start = at
    for k in range(at, end):
        word = run[words[k][0] : words[k][1]].lower()
        lone_article = word == "the" and end - k == 1  # "The Orchard"
        begins = word in {"of", "upon", "next"} and k == start
        if (
            (word in _LEAD and not lone_article)
            or begins
            or word in {"at", "in", "for", "by", "with"}
        ):
            start = k + 1
    return start


def says_which(own: str) -> bool:
    """Whether some words say which place is meant: not "Primary", "the Local", "A", "12"."""
    words = [re.sub(r"[’']s?$", "", w).lower() for w in own.split()]
    return any(
        w not in _GENERIC and f"{w}'s" not in _GENERIC and not _CODE.match(w) and len(w) > 1
        for w in words
    )


def _stands_near(text: str, start: int, end: int, kind: str, beside: str) -> bool:
    """Whether the words around a name say that it is a place of that kind."""
    before, after = text[max(0, start - _FAR) : start], text[end : end + _FAR]
    if kind == "a street":
        return bool(_ALONG.search(before))
    words = rf"\b(?:{_NEAR[kind]})\b"
    if kind == _NEIGHBOURHOOD and is_of_the_trade(text[end:]):
        return True
    if kind == _NEIGHBOURHOOD and (_TO.search(before) or _HOUSING.search(before)):
        return not _HOUSING.search(before)
    return any(re.search(words, near, re.IGNORECASE) for near in (before, after, beside))


def is_of_the_trade(after: str) -> bool:
    """Whether the words after a name say that it is a home or school that somebody runs."""
    return bool(_OF_THE_TRADE.match(after))


def is_part_of_body(name: str) -> bool:
    """Whether a name is of a body's unit or centre, called by what it does."""
    words = name.split()
    if len(words) < 2:
        return False
    return bool(_OF_A_BODY.match(_bare(words[-1])) and _DOES.match(words[-2]))


def is_body(name: str) -> bool:
    """Whether a name is that of a national body, a university or a council."""
    return bool(_NATIONAL.match(name) or _OF_A_COUNCIL.match(name) or name.endswith("University"))


@cache
def _called() -> dict[str, str]:
    """The kinds of place by the common noun before a name."""
    last = _types()[1]
    kinds = {words: kind for words, (kind, _) in last.items()}
    more = {"pub": "a place of the neighbourhood", "day nursery": "a nursery"}
    return {**kinds, **more, "residential home": "a home, refuge or hostel"}


@cache
def _types() -> tuple[dict[str, str], dict[str, tuple[str, str]]]:
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
    found = _types()[1].get(_bare(word))
    return found[0] if found else None
