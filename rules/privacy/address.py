"""PRV005: addresses."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from scr_lint import Draft, Example, Finding, Layer, Role, Rule, Severity, Span
from scr_lint.draft import Entity
from scr_lint.identity.places.bare_doors import bare_doors
from scr_lint.identity.places.imprint import imprint
from scr_lint.identity.places.named_places import named
from scr_lint.identity.places.place_types import is_of_the_trade
from scr_lint.identity.publicity.sources import in_source
from scr_lint.identity.recognition.street_words import HOUSE_BEFORE, has_street_word
from scr_lint.settings import Settings

_KINDS = {
    "UK_POSTCODE": "a postcode",
    "STREET_ADDRESS": "the name of a street, house or estate",
    "ADDRESS_ABROAD": "an address in another country",
}
_PART = re.compile(r"[\s,.(]*(?:[A-Z][\w’'-]+[\s,.(]+){0,4}")

_STREET = re.compile(
    r"\b(?:Street|Road|Lane|Avenue|Crescent|Terrace|Close|Drive|Grove|Row|Rd|Ave|St|Alley|Parade|Esplanade|Way)$|"
    r"^(?:Heol|Ffordd|Stryd|Lôn)\b"
)
_HOME = re.compile(
    r"\b(?:house|flats?|home|bungalow|property|bedsit|maisonette|caravan|address(?:es)?|tenanc(?:y|ies)|digs|lodgings|accommodation|"
    r"rent\w*|liv(?:es?|ed|ing)|stay(?:s|ed|ing)?|sle(?:pt|eps?|eping)|mov(?:ed?|ing)|rehoused|evicted|resid\w+|placed|placement)\b[^.;]{0,25}$"
    r"|\b(?:flat|home|house|rooms?|bedsit|address|liv(?:es?|ed|ing)|stay(?:s|ed|ing)?)\b[^.;]{0,30}\b(?:above|over|below|behind|next to|next door to|opposite)"
    r"\s(?:the|an?)\s[\w’'-]+(?:\s[\w’'-]+)?\s(?:in|on|at)\s$"
    r"|(?:^|[:|(])\s*$",
    re.IGNORECASE,
)
# "between 31 and 40 Rockwell C": a scale after a range of numbers.
_IN_UNITS = re.compile(
    r"\b(?:between \d[\d.]* and|from \d[\d.]* to|\d[\d.]*\s?[-–]\s?\d[\d.]*|hardness\b[^.;]{0,40}\d[\d.]*) (?:\d[\d.]* )?$"
)
# "The cause was 1a Bronchopneumonia, 1b Chronic Heart Failure": lines of a certificate.
_CERTIFIED = re.compile(r"[12I]{1,2}[a-d] ")
_CAUSE = re.compile(
    r"\b(?:causes?|due to|died (?:of|from)|conclusions?|certif\w+)\b[^.;]{0,150}$", re.IGNORECASE
)
# What else stands on such a line, whatever was said before it: "1a Hanging", "1b Aspiration Pneumonia".
_DIED_OF = re.compile(
    r"(?:1a|1b|1c|1d|2|I[a-d]|II[a-d]?)\W+(?:[\w-]+\s){0,3}?(?:hanging|suspension|drowning|poisoning|choking|strangulation|suffocation|asphyxia\w*|"
    r"aspiration|intoxication|toxicity|overdose|obstruction|compression|infarct\w*|exsanguination|inhalation|infection|sepsis|"
    r"\w+(?:itis|osis|[ae]mia|pathy|rrhage|plegia|cardia|thermia)|pneumonia|hypoxi[ac]|isch[ae]+mic|cardiac|pulmonary|cerebral|respiratory|"
    r"trauma\w*|fractures?|injur(?:y|ies)|wounds?|stab(?:bing)?|gunshot|burns?|failure|arrest|disease|syndrome|cancer|carcinoma|tumour|epilepsy|"
    r"asthma|unascertained|unknown|natural|sudden|unexplained|complications?|ruptur\w+|aneurysm|thromb\w+|embol\w+|congenital|chronic|acute|"
    r"multi(?:ple|-?organ)|severe|massive|diffuse|bilateral|metastatic|septic|overwhelming|anaphyla\w+|diabetic|blunt|penetrating|"
    r"drugs?|alcohol\w*|opi(?:ates?|oids?)|morphine|heroin|methadone|cocaine|ligature|prematurity)\b",
    re.IGNORECASE,
)
_IN_PRISON = re.compile(r"(?:^|\s)HM(?:P|YOI|P/YOI)\s")
_PRISON = re.compile(
    r"\s(?:HM)?(?:YOI|STC|Secure Training Centre|Young Offenders?[’']? Institution)\b"
)
# "the county's secure home, Hawkmoor Lodge"
_RUN_AS_HOME = re.compile(
    r"\b(?:secure|children[’']s|care|nursing|residential) home,?\s(?:called\s|named\s)?$",
    re.IGNORECASE,
)
_BARE = re.compile(r"^(?:Flats?|House|Home)$|\bRm$")
_BOX = 12
# "the civic centre, 1 Station Approach"; "the team at Unit 6"; "the NSPCC's Weston House, 42 Curtain Road".
_OF_A_BODY = re.compile(
    r"\b(?:PO Box|Stationery Office|HMSO|Cm \d{4}|London: )[^;:]{0,80}$|"
    r"\b(?:[Cc]ivic [Cc]entre|(?<!Old )[Tt]own [Hh]all|(?<!Home )(?:O|o)ffices?|headquarters|HQ|business unit|hub|team|council|[Bb]oard|[Pp]artnership|charity|"
    r"[Dd]epartment|NSPCC(?:[’']s)?|Barnardo[’']s|publisher|college|university|[Tt]rust|court(?:house)?|police station)"
    r"(?:\s(?:has |had |was |were |is |are )?(?:moved|relocated|based|meets?|met|works?|worked|sits?|sat)(?:\s\w+)?)?"
    r"(?:,| (?:is |was |based |now )?(?:at|in|on|to|from))?\s(?:[A-Z][\w’'-]+\s){0,2}(?:House|Hall|Building|Centre)?,?\s?(?:PO Box )?$"
    # A family that is "housed by the Home Office at 14 …" lives there: only a comma makes it the body's.
    r"|\b(?:Ofsted|Home Office|Department for \w+),\s(?:[A-Z][\w’'-]+\s)?(?:House,\s)?$"
)
# "the flat opposite the civic centre, 14 …": what a body is only near.
_NEAR = re.compile(
    r"\b(?:opposite|near|behind|outside|beside|next to|facing|past|over)\s(?:the\s)?$"
)
_PUBLIC_PLACE = re.compile(
    r"\bCivic Centre\b(?!\s(?:Road|Street|Way|Lane|Close|Drive|Avenue)\b)|^(?:(?:[Nn]umber |[Nn]o\.? )?10,? )?Downing Street$"
)


class Address(Rule):
    """A postcode, a house number and street, a named flat, house, street or estate.

    Why: an address, or a street alone, tells everyone nearby which family this is; so does a
    postcode, which stands for about fifteen homes.

    Instead: say "the family home", "the grandmother's house", or, where the kind of place
    explains something, "a flat on a large estate".

    Leaves alone: a street where no home is placed, which PRV008 names; the publishing body's own contact address in the front matter or a contact
    paragraph; places named as types ("the family home"); names of Acts, programmes and roads to
    recovery.
    """

    code = "PRV005"
    name = "address"
    severity = Severity.ERROR
    basis = ("QM14.2", "QM14.privacy")
    layers = Layer.PARSE | Layer.ENTITIES
    private = True
    flagged = (
        Example(
            "A neighbour called police at 01.15 to 27 Tanners Rise.",
            role=Role.CHRONOLOGY,
            marks=("27 Tanners Rise",),
        ),
        Example(
            "In January two men came to Flat 9, Tennant House, and broke the door.",
            role=Role.CHRONOLOGY,
            marks=("Tennant House",),
        ),
        Example("The tenancy at LS7 4QT was in the uncle's name.", marks=("LS7 4QT",)),
        Example(
            "Officers were called to an address in Marlpit Lane on four nights that month.",
            marks=("Marlpit Lane",),
        ),
        Example(
            "The family lived on the Broomhurst Estate, where the school had closed.",
            role=Role.FAMILY_BACKGROUND,
            marks=("Broomhurst Estate",),
        ),
        Example(
            "Placement: 14a St. Aidan's Crescent (from June)",
            role=Role.CHRONOLOGY,
            marks=("Aidan's Crescent",),
        ),
        Example(
            "They were moved into temporary accommodation (Room 6, The Old Rectory, Wharf Rd).",
            marks=("Wharf Rd",),
        ),
        Example("The case file gives ne349pq as the postcode.", marks=("ne349pq",)),
        Example(
            "From the flats at Coronation Court he could see the bus station.",
            marks=("Coronation Court",),
        ),
        Example("She came back in 2018, renting a house on Saddlers Row.", marks=("Saddlers Row",)),
        Example(
            "Try 14a Undercliff, or the nan's at Bryn Awel, Chapel Row.",
            marks=("14a Undercliff", "Bryn Awel, Chapel Row"),
        ),
        Example(
            "A neighbour at number 6 rang the police.", role=Role.CHRONOLOGY, marks=("number 6",)
        ),
        Example("Their cottage, Fennel Garth, was let to weekenders.", marks=("Fennel Garth",)),
        Example("A man at eleven Cutler's, he said, had seen it.", marks=("eleven Cutler's",)),
        Example(
            "Ambulance to static 6, Gull Point Holiday Park.", marks=("Gull Point Holiday Park",)
        ),
        Example("The postcode on the form, YO3I 7QP, does not exist.", marks=("YO3I 7QP",)),
        Example("Same address, 8 Osier Gdns. No reply.", marks=("8 Osier Gdns",)),
        Example(
            "“Where are you?” “Sixty-one Chapel Hill,” the boy said.",
            marks=("Sixty-one Chapel Hill",),
        ),
        Example(
            "Her aunt, of Thornlea, Sandy Lane, Upper Marl, took both children.",
            marks=("Thornlea, Sandy Lane, Upper Marl",),
        ),
        Example(
            "They moved first to a hotel and then to Pilgrim Court, Eastmere.",
            marks=("Pilgrim Court, Eastmere",),
        ),
        Example(
            "A caller heard shouting at 46c Ropery Street. Officers entered 46c at ten.",
            marks=("46c Ropery Street", "46c"),
        ),
        Example(
            "The home was 38 Ropery Street. The boy was taken back to 38.",
            marks=("38 Ropery Street", "38"),
        ),
        Example(
            "Re: patient dob 4/5/1988, of Apartment 6, Malthouse Quay, LS7 4QT, NHS 9990000000",
            marks=("Apartment 6, Malthouse Quay, LS7 4QT",),
        ),
    )
    passed = (
        Example("The family home was a first-floor flat on a busy road near the bus station."),
        Example(
            "Board contact: Civic House, 1 Market Square, Stell Cross, LS1 1UR\n\n# Analysis\n\n"
            "The family moved house twice in a year.",
            role=None,
        ),
        Example(
            "The judge at the Crown Court and the clerk at the Family Court saw the same report."
        ),
        Example("The team used the Pathway to Recovery and the Gateway to Care forms."),
        Example("On 3 Street Triage shifts in 14 nothing was said of the Close Call form."),
        Example("He was taken to the Royal Infirmary and from there to Birch Ward."),
        Example("Our flats are let by lot, and Many flats stood empty."),
        Example("Two Team Leads moved to Tollmere Crown Court, Eastmere, as ushers."),
        Example("Her hours went from 38 to 46. The dose was put back to 38."),
        Example("Police attended the address in the early hours and spoke to both adults."),
        Example("The meeting was held at the civic centre, 1 Station Approach."),
        Example("In [2013] UKSC 33 the Supreme Court said that adoption is a last resort."),
        Example("He was not to go within a mile of Dunmere Road."),
        Example("The team moved to Meriden House and Year 9 Green House won the cup."),
        Example("She was placed at Larch Rise, a children's home run by a company."),
        Example("The House of Lords and the White House conference both debated it in 2014."),
    )

    def check(self, draft: Draft) -> Iterator[Finding]:
        own = imprint(draft)
        found = [e for e in draft.entities if e.label in _KINDS and e.score >= 0.5]
        found += _apart_from(found, _homes(draft, self.settings))
        found += _apart_from(found, _doors(draft))
        found.sort(key=lambda e: (e.span.block, e.span.start))
        for parts in _together(draft, found):
            first, last = parts[0], parts[-1]
            if first.span.block in own or draft.role_of(first.span.block) is Role.REFERENCES:
                continue
            if in_source(draft, first.span):
                continue
            whole = Span(first.span.block, first.span.start, last.span.end)
            words = draft.blocks[first.span.block].text[: first.span.start]
            after = draft.blocks[first.span.block].text[last.span.end :]
            if first.source == "named" and _IN_UNITS.search(words):
                continue
            said = draft.text_at(whole)
            # "Died of his wounds at 2a Fenton Road" is no line of one.
            if (
                _CERTIFIED.match(said)
                and (
                    _CAUSE.search(words)
                    or _DIED_OF.match(said + (after if not words.strip() else ""))
                )
                and not has_street_word(said)
            ):
                continue
            if _PUBLIC_PLACE.search(said) or after[:_BOX].lstrip(", ").startswith("Civic Cent"):
                continue
            named = not any(c.isdigit() for c in said)
            if named and (is_of_the_trade(after) or _is_no_home(said, words, after)):
                continue
            if "PO Box" in draft.text_at(whole) + after[:_BOX]:
                continue  # nobody lives in one
            body = _OF_A_BODY.search(words)
            if body and not _NEAR.search(words[: body.start()]):
                continue
            if len(parts) == 1 and _is_bare_street(draft, first):
                continue
            yield self.finding(
                draft,
                whole,
                f"This looks like {_KINDS[last.label] if len(parts) == 1 else 'an address'}.",
                "Say what kind of place it was and leave the address out.",
                confidence=max(part.score for part in parts),
            )


def _is_no_home(said: str, words: str, after: str) -> bool:
    """Whether a name is a prison's, a children's home's (which PRV008 names) or a bare word."""
    return bool(
        _IN_PRISON.search(words[-_BOX:] + said)
        or _PRISON.match(after)
        or _RUN_AS_HOME.search(words)
        or _BARE.search(said)
    )


def _homes(draft: Draft, settings: Settings) -> Iterator[Entity]:
    """Names that are likely those of homes by what stands beside them: "round at Fourwinds"."""
    for span, name in named(draft, settings):
        if name.is_home:
            yield Entity(span, "STREET_ADDRESS", name.home, "named")


def _doors(draft: Draft) -> Iterator[Entity]:
    """Doors whose street was named elsewhere: "police entered 112b"."""
    for span in bare_doors(draft):
        yield Entity(span, "STREET_ADDRESS", 0.6, "door")


def _apart_from(known: list[Entity], more: Iterable[Entity]) -> list[Entity]:
    """Those of some entities that overlap none which is known already."""
    spans = [e.span for e in known]
    return [e for e in more if not any(map(e.span.overlaps, spans))]


def _is_bare_street(draft: Draft, found: Entity) -> bool:
    """Whether only a street is named, and nobody's home in it: PRV008 speaks of that."""
    text, start = draft.blocks[found.span.block].text, found.span.start
    name = draft.text_at(found.span)
    if (
        found.source == "named"
        or found.label != "STREET_ADDRESS"
        or name[0].islower()  # "fourteen Pargeter Street", "over the bakery in Gas Street"
        or not _STREET.search(name)
        or re.search(r"\d|,|[Ff]lat", name)
    ):
        return False
    return not _HOME.search(text[:start]) and not HOUSE_BEFORE.search(text[:start])


def _together(draft: Draft, found: Iterable[Entity]) -> Iterator[list[Entity]]:
    """Street and postcode of one address as one group: only commas and a town stand between."""
    group: list[Entity] = []
    for entity in found:
        if group and entity.span.block == group[-1].span.block:
            between = draft.text_at(Span(entity.span.block, group[-1].span.end, entity.span.start))
            if _PART.fullmatch(between):
                group.append(entity)
                continue
        if group:
            yield group
        group = [entity]
    if group:
        yield group
