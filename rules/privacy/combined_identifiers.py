"""PRV012: particulars that are harmless one by one and point to somebody together."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from scr_lint import Draft, Example, Finding, Layer, Role, Rule, Severity, Span
from scr_lint.draft import RUNNING, Block, Kind
from scr_lint.identity.occupations import occupations
from scr_lint.identity.times.years_old import said_to_be, years_old
from scr_lint.persons.children import cast_of
from scr_lint.persons.mentions import Cast
from scr_lint.persons.told_of import FAMILY, SOMEBODY, person_of
from scr_lint.rule import findings_of
from scr_lint.structure.tables import row_of
from scr_lint.vocabulary import load

from .address import Address
from .birth_or_death_date import BirthOrDeathDate
from .exact_date import ExactDate
from .family_composition import FamilyComposition
from .health_condition import HealthCondition
from .media_or_court_link import MediaOrCourtLink
from .named_place import NamedPlace
from .official_number import OfficialNumber
from .precise_age import PreciseAge
from .sensitive_characteristic import SensitiveCharacteristic

if TYPE_CHECKING:
    from spacy.tokens import Doc

_FINDERS = (
    BirthOrDeathDate,
    ExactDate,
    PreciseAge,
    Address,
    NamedPlace,
    HealthCondition,
    SensitiveCharacteristic,
    FamilyComposition,
    MediaOrCourtLink,
    OfficialNumber,
)
# What stands before the first heading is read: it may be a whole draft that has none.
_LEFT_ALONE = frozenset({Role.CONTENTS, Role.RECOMMENDATIONS, Role.GLOSSARY, Role.REFERENCES})
_OFFENCE = re.compile(
    r"\b(?:convict(?:ed|ion)s? (?:of|for)|(?:served|serving|serves) (?:a |his |her )?(?:prison )?sentence(?: for)?|(?:in prison|"
    r"prison|jailed|imprisoned|on bail|on licence|on probation|cautioned|arrested) for|registered sex offender|struck off)"
    r"(?: (?!and\b|in\b|at\b)[\w-]+){0,3}"
)
_INVENTED = re.compile(
    r"\b(?:invented|fictional|fictitious|imaginary|not drawn from|composite|hypothetical|vignette)\b",
    re.I,
)


# "In one, a parent had …; in another the children …": told of several families, one particular each.
_OF_SEVERAL = re.compile(
    r"\b[Ii]n one\b(?! (?:case|instance|visit|week|day|hand|of)).*\b[Ii]n (?:an)?other\b", re.DOTALL
)


@dataclass(frozen=True, slots=True)
class _Particular:
    """One particular: where it stands, what kind it is, whom it is told of."""

    span: Span
    kind: str
    person: str


class CombinedIdentifiers(Rule):
    """Three or more kinds of particulars about one person in one paragraph.

    Why: a place, an age and an illness are each shared by many; together they may fit one person
    only. Nobody needs a name for that, only to know some of it already: neighbours, a school gate,
    a newspaper's readers.

    Instead: keep the particulars that the analysis rests on and broaden or drop the others, first
    those that are easiest to look up (a place, a date, an occupation). The finding names the kinds
    that meet; where it has most of them it also lists all that the draft tells of that person.

    Leaves alone: particulars that are spread over several people; areas, research and families in
    general; recommendations; a person's sex, and names, which are an error by themselves.

    Contested: how many kinds are too many depends on the area, and no number is safe. Three as a
    warning and four as an error are defaults of this project, which settings can change. Silence here
    does not mean that nobody could be identified.
    """

    code = "PRV012"
    name = "combined-identifiers"
    severity = Severity.WARNING
    basis = ("QM14.identifiers", "QM14.privacy", "QM14.2")
    layers = Layer.PARSE | Layer.ENTITIES
    private = True
    limits = {"warning": 3, "error": 4}
    flagged = (
        Example(
            "Child F is the eldest of three, has sickle cell disease and went to Pellbridge Primary "
            "School.",
            role=Role.FAMILY_BACKGROUND,
        ),
        Example(
            "Father was a farrier in Upper Tessing. He had been treated since his teens for narcolepsy."
        ),
        Example(
            "On 14 March 2013 Child B, aged 7, was admitted to Tollgate Hospital with a broken arm.",
            role=Role.CHRONOLOGY,
        ),
        Example(
            "Mother, who is Lithuanian, has bipolar disorder and worked in a fish factory.",
            role=Role.FAMILY_BACKGROUND,
        ),
        Example(
            "PGM, a retired magistrate, is a Quaker. She has Parkinson's disease.",
            role=Role.FAMILY_BACKGROUND,
        ),
        Example("The lad, 16 and Moldovan, was at Cresswell Hoe Academy till the spring."),
        Example(
            "At 41 he was a minibus driver, and he had emphysema.", role=Role.FAMILY_BACKGROUND
        ),
        Example(
            "| Code | Notes |\n|---|---|\n| Child W | Youngest of five, has epilepsy. The family are Polish. |",
            role=Role.FAMILY_BACKGROUND,
        ),
    )
    passed = (
        Example("Child A was of primary-school age and had a long-term health condition."),
        Example("Mother was from Lithuania. Father was a plumber. The baby had asthma."),
        Example("A third of households are Somali, and rates of asthma are high in the area."),
        Example(
            "The Trust should test its form with a family whose child has Down's syndrome, one that "
            "is Jewish and one with six children.",
            role=Role.RECOMMENDATIONS,
        ),
        Example("The teacher, a Catholic, was 45 and taught at Pellbridge Primary School."),
        Example(
            "In one family a parent had lupus. In another all were Maltese. A third came from Ryde."
        ),
        Example("In research on fathers, most were in their twenties and many had depression."),
    )

    def check(self, draft: Draft) -> Iterator[Finding]:
        told = list(self._particulars(draft))
        everywhere: dict[str, dict[str, None]] = defaultdict(dict)
        for particular in told:
            everywhere[particular.person].setdefault(particular.kind)
        met: list[tuple[str, list[_Particular]]] = []
        for paragraph in _by_block(told):
            person, together = _most(paragraph)
            if len({p.kind for p in together}) >= self.limit["warning"]:
                met.append((person, together))
        most = max((len({p.kind for p in together}) for _, together in met), default=0)
        for person, together in met:
            kinds = list(dict.fromkeys(p.kind for p in together))
            summary = ""
            if len(kinds) == most:
                most = 99
                summary = _summary(person, everywhere)
            yield self.finding(
                draft,
                _stretch(together),
                f"{len(kinds)} kinds of particulars about one person stand together: "
                f"{', '.join(kinds)}.{summary}",
                "Keep those that the analysis rests on, and broaden or leave out the others.",
                severity=Severity.ERROR if len(kinds) >= self.limit["error"] else None,
                confidence=0.8 if len(kinds) >= self.limit["error"] else 0.7,
            )

    def _particulars(self, draft: Draft) -> Iterator[_Particular]:
        """All particulars of the draft's people, in no order."""
        cast = cast_of(draft, self.settings.names)
        rows = {row["rule"]: row for row in load(__package__, "identifier_kinds")}
        found: list[tuple[Span, str]] = []
        for rule in _FINDERS:
            for finding in findings_of(draft, rule, self.settings):
                found += [(Span(at.block, at.start, at.end), rule.code) for at in finding.locations]
        for index, doc in draft.docs.items():
            found += [(Span(index, s, e), name) for s, e, name in _unflagged(doc, cast)]
        for span, name in found:
            block = draft.blocks[span.block]
            if not _is_read(draft, block):
                continue
            person = _person(draft, block, span, cast, rows[name]["about"])
            if person is not None:
                yield _Particular(span, rows[name]["kind"], person)


def _unflagged(doc: Doc, cast: Cast) -> Iterator[tuple[int, int, str]]:
    """Particulars that are no finding by themselves: years of age, occupations, offences."""
    text = doc.text
    yield from ((start, end, "age") for start, end in years_old(text))
    yield from ((start, end, "age") for start, end in said_to_be(doc, cast))
    yield from ((start, end, "occupation") for start, end in occupations(text))
    yield from ((*m.span(), "offence") for m in _OFFENCE.finditer(text))


def _is_read(draft: Draft, block: Block) -> bool:
    return (
        block.index in draft.docs
        and block.kind not in {*RUNNING, Kind.TITLE, Kind.HEADING}
        and draft.role_of(block.index) not in _LEFT_ALONE
        and not _INVENTED.search(block.text)
        and not _OF_SEVERAL.search(block.text)
    )


def _person(draft: Draft, block: Block, span: Span, cast: Cast, about: str) -> str | None:
    """Whom a particular is told of: in a table, whoever its row is about."""
    if block.cell and not block.cell.is_header:
        first = next((b.text for b in row_of(draft, block) if b.index != block.index), "")
        if re.match(
            r"(?:[A-Z][\w-]+ ){0,2}(?:[A-Z]{1,3}\d?|\d{1,2}|[Mm]other|[Ff]ather|[Pp]arent|MG[MF]|PG[MF])$",
            first,
        ):
            return first.lower()
    if about == "scene":
        return FAMILY
    subject = about == "sentence"
    return person_of(draft.docs[block.index], span.start, span.end, cast, subject)


def _by_block(told: Iterable[_Particular]) -> Iterator[list[_Particular]]:
    blocks: dict[int, list[_Particular]] = defaultdict(list)
    for particular in told:
        blocks[particular.span.block].append(particular)
    for index in sorted(blocks):
        yield sorted(blocks[index], key=lambda p: p.span.start)


def _most(paragraph: list[_Particular]) -> tuple[str, list[_Particular]]:
    """The person of whom a paragraph tells most kinds, with what it tells of the family.

    Somebody without a name ("a man in his fifties") may be whoever else the paragraph is about,
    when that is one person only.
    """
    people = {p.person for p in paragraph} - {FAMILY, SOMEBODY}
    groups: dict[str, list[_Particular]] = {}
    for person in people or {SOMEBODY}:
        shared = {person, FAMILY} | ({SOMEBODY} if len(people) <= 1 else set())
        groups[person] = [p for p in paragraph if p.person in shared]
    groups[SOMEBODY] = [
        p
        for p in paragraph
        if p.person in {SOMEBODY, FAMILY} | (people if len(people) <= 1 else set())
    ]
    person = max(groups, key=lambda key: len({p.kind for p in groups[key]}))
    return person, groups[person]


def _stretch(together: list[_Particular]) -> Span:
    """The words from the first particular to the last."""
    spans = [p.span for p in together]
    return Span(spans[0].block, min(s.start for s in spans), max(s.end for s in spans))


def _summary(person: str, everywhere: dict[str, dict[str, None]]) -> str:
    """What the whole draft tells of this person, where it is more than a paragraph does."""
    kinds = list(dict.fromkeys([*everywhere[person], *everywhere[FAMILY]]))
    if person == SOMEBODY or len(kinds) < 2:
        return ""
    return f" Over the whole draft, a reader can learn of this person: {', '.join(kinds)}."
