"""Names that say by a word of theirs what kind of place they are: "Tollgate Surgery", "Ysgol Bryn"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from .place_words import (
    GENERIC,
    NATIONAL,
    bare,
    is_body,
    is_kind_of_clinic,
    is_part_of_body,
    kinds_by_noun,
    kinds_by_word,
    says_which,
)
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
# What is called by its kind alone, as "the Court" or "the Unit" is, and not by a name as "the Orchard" may be.
_KIND_ALONE = frozenset("court unit home project club station centre hub wing house".split())
# … but of a street they may be: "Station Parade", "Church Lane".
_STREET_OWN = frozenset(
    "Station Church School Chapel College Hospital Market Park Sports Prison North South East West Village Town City Mill".split()
)
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
# "Ward 9", "on ward 9"; "At St Elvan's": somebody's school, church or hospital.
_WARD = re.compile(r"\b[Ww]ard \d{1,2}[A-Z]?\b(?! (?:of the|patients|beds|councillors?|members?))")
# "admitted to University Hospital": with no article it is a name.
_UNIVERSITY = re.compile(
    r"\b(?:at|to|from|in) (?P<name>University (?:College )?Hospital)\b(?! (?:[A-Z]|of|for)|[’'])"
)
_SAINT = re.compile(r"\bSt\.? [A-Z][\w-]+[’']s\b(?! (?:[Dd]ay|[Ee]ve|Ambulance|[A-Z]))")
_ALONG = re.compile(
    r"\b(?:in|on|at|to|off|from|along|near|of|down|behind|into|outside)(?: the)? $|[a-z], $"
    # "the junction with Salter Lane"
    r"|\b(?:junction|roundabout|crossroads|corner|island|crossing|lights|bend)s?\b[^.;,]{0,25}\b(?:with|of|and|at|between)(?: the)? $"
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
    rf"(?P<name>(?<![\w’'.-]){_WORD}(?:{_LINK}? {_WORD}){{0,3}}) (?P<type>(?:(?:primary|infant|junior|secondary|special|nursery|high|"
    r"village|church|community|health|medical|primary care|walk-in|day|[Cc]hildren[’']s|general|cottage) )*"
    r"(?:school|pr[a-z]{3,5}y school|nursery|playgroup|pre-school|preschool|surgery|clinic|hospital|health centre|medical centre|children[’']s centre|family centre|"
    r"family hub|hospice|ward|refuge|hostel|caravan site|youth club|community centre|leisure centre|care home|[Cc]hildren[’']s home|facility|(?:police|fire|railway|train|tube|underground|metro|tram|bus|coach) station))\b"
    r"(?! (?:nurses?|teams?|staff|workers?|policy|policies|service|services|admissions?|governors|meals?|age|aged|places?|boards?|uniform|leaders?|records?|system))"
)
# "the Patient Flag facility on the records system": a part of a program.
_ENTRY = re.compile(
    r"\b(?:Notes?|Plans?|Records?|Flags?|Alerts?|Search|Log|Message|Messaging|Booking|Referrals?|Report(?:ing)?|Task|Prescri\w+|Entry)$"
)
_IN_SOFTWARE = re.compile(
    r"[^.;]{0,30} (?:on|in|of|within) [^.;]{0,30}\b(?:systems?|software|app|database|computers?|records?|portal|program)\b"
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
                    kinds_by_noun().get(match["type"].lower().replace("’", "'"), "a place"),
                )
            )
    yield from sorted(found, key=lambda p: p.start)


def _with_small_type(text: str, match: re.Match[str]) -> TypedPlace | None:
    """ "Gorse Hill clinic": a name right before a kind; none in "A Catholic school"."""
    words = list(re.finditer(r"\S+", match["name"]))
    while words and (
        words[0][0].lower() in _LEAD or re.sub(r"[’']s?$", "", words[0][0]).lower() in GENERIC
    ):
        words.pop(0)
    if (
        not words
        or (
            _KIND_WORDS.match(words[-1][0])
            and not (words[:-1] and _OF_OWNERS.match(words[-1][0]))
            and not text[: match.end("name")].endswith("Queen Mother")
        )
        or not says_which(" ".join(w[0] for w in words))
    ):
        return None
    start = match.start("name") + words[0].start()
    begins = start == 0 or re.search(r"[.!?:;|][”\"’)]? $", text[:start])
    if len(words) == 1 and (begins or re.search(r"[’']s?$", words[0][0])):
        return None
    own = text[start : match.end("name")]
    if is_kind_of_clinic(text[start : match.end("type")]) or (
        match["type"] == "facility"
        and (_ENTRY.search(own) or _IN_SOFTWARE.match(text[match.end() :]))
    ):
        return None
    kind = next(
        (k for w, k in kinds_by_noun().items() if match["type"].lower().endswith(w)),
        "a place of the neighbourhood",
    )
    return TypedPlace(start, match.end("type"), own, kind)


def _no_place_here(text: str, place: TypedPlace) -> bool:
    """Whether a name is a court's ("Easterby Crown Court") or the seat of an office."""
    if re.match(r"[’']?s? Courts?\b", text[place.end :]):
        return True
    name = text[place.start : place.end]
    if is_body(name) or is_kind_of_clinic(name):
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
    types, names_end_in = kinds_by_word()
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
            if own.split()[0].lower() in GENERIC:
                continue
            ends_one = bare(run[words[i][0] : words[last][1]]) in names_end_in
            if ends_one and says_which(run[words[at][0] : words[i][0]]):
                continue  # "Tarn Wood YOI Alex"
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
    _, types = kinds_by_word()
    for j in range(len(words) - 1, at, -1):
        if _BODY.match(run[words[j][1] :]) or _BODY.match(text[offset + words[j][1] :]):
            return None
        for i in range(max(at + 1, j - 5), j + 1):
            found = types.get(bare(run[words[i][0] : words[j][1]]))
            if found is None:
                continue
            kind, sure = found
            start = _own_start(run, words, at, i)
            own = run[words[start][0] : words[i - 1][1]] if start < i else ""
            may_be_name = (
                kind != "a street" and bare(run[words[i][0] : words[j][1]]) not in _KIND_ALONE
            )
            if own == "The" and sure == "near" and i == j and may_be_name:
                own = run[words[start][0] : words[j][1]]  # "The Orchard": the kind is the name
            if not own or NATIONAL.match(run[words[start][0] :]):
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
