"""PRV008: places in the family's life that are called by their names."""

from __future__ import annotations

from collections.abc import Iterator

from scr_lint import Draft, Example, Finding, Layer, Role, Rule, Severity
from scr_lint.identity.places.named_places import Place, find_places

_INSTEAD = {
    "a school": "“the primary school”, or “School 1” where there is more than one",
    "a nursery": "“the nursery”",
    "a college": "“the college”",
    "a GP practice or surgery": "“the GP surgery”",
    "a surgery or hospital": "“the surgery” or “the hospital”",
    "a hospital or clinic": "“the hospital”, or “a hospital further away”",
    "a hospital ward": "“the children's ward”",
    "a home, refuge or hostel": "“the children's home”, “the refuge”",
    "a prison": "“prison”",
    "a street": "“a street near the home”",
}


class NamedPlace(Rule):
    """A school, surgery, ward, home, street, village or town called by its name.

    Why: people nearby know which families use which school, ward or surgery, and a small place with
    one more detail can be enough to say who this is. The analysis seldom needs the name: what
    matters is what kind of place it was.

    Instead: say what kind of place it was ("the primary school", "the refuge", "a town in the next
    county"), with a number where there are several ("School 2"). One finding is given for each
    place, with every mention.

    Leaves alone: the area in the board's title; councils, trusts, constabularies and other agencies
    named as agencies; national bodies, universities and publishers; countries and regions; places
    in references and in the front matter; home addresses with a number, which PRV005 finds.

    Contested: a hospital or a trust may have to be named to be held to account, and in a small
    area "the hospital" names it anyway. It is worth deciding once, with those who commission the
    report.
    """

    code = "PRV008"
    name = "named-place"
    severity = Severity.WARNING
    basis = ("QM14.2", "QM14.privacy", "QM14.identifiers")
    layers = Layer.PARSE | Layer.ENTITIES
    private = True
    flagged = (
        Example(
            "In September Child B moved from Wrenfield Primary School to St Osyth's Infants.",
            role=Role.CHRONOLOGY,
            marks=("Wrenfield Primary School", "St Osyth's Infants"),
        ),
        Example(
            "Staff at Marlow Bank Academy rang twice. Nobody at Marlow Bank was told the outcome.",
            marks=("Marlow Bank Academy", "Marlow Bank"),
        ),
        Example(
            "Mother registered the twins at Cressing Lane Surgery in the spring.",
            marks=("Cressing Lane Surgery",),
        ),
        Example(
            "He spent two nights on Nightjar Ward before the social worker came.",
            role=Role.CHRONOLOGY,
            marks=("Nightjar Ward",),
        ),
        Example(
            "She was placed at Thornley Grange, a children's home, forty miles away.",
            marks=("Thornley Grange",),
        ),
        Example(
            "The family moved to Pellbridge in 2015, and lived in a flat there until he died.",
            role=Role.FAMILY_BACKGROUND,
            marks=("Pellbridge",),
        ),
        Example(
            "Disgyblion Ysgol Bro Heledd knew him well, and Ysgol Bro Heledd kept his place open.",
            marks=("Ysgol Bro Heledd",),
        ),
        Example(
            "| Date | Event |\n|---|---|\n| June | Weighed at Larkspur Children's Centre |",
            role=Role.CHRONOLOGY,
            marks=("Larkspur Children's Centre",),
        ),
        Example(
            "Father was recalled to HMP Stonebeck and saw his daughter twice.",
            marks=("HMP Stonebeck",),
        ),
        Example(
            "They rented in Netherthorpe until the baby came.",
            role=Role.FAMILY_BACKGROUND,
            marks=("Netherthorpe",),
        ),
        Example(
            "The baby was weighed at the Heron Bank clinic and seen again in Station Parade.",
            role=Role.CHRONOLOGY,
            marks=("Heron Bank clinic", "Station Parade"),
        ),
        Example("The dealer met him outside the Tesco in Penmarsh.", marks=("Penmarsh",)),
        Example("Everybody called the estate “the Bronx”.", marks=("the Bronx",)),
    )
    passed = (
        Example("His mother was born in Kingston, Jamaica, and his aunt in Lagos."),
        Example(
            "The primary school rang the children's ward, and School 2 was told by the refuge."
        ),
        Example(
            "# Ashmere Safeguarding Children Board: Serious Case Review\n\n# Analysis\n\n"
            "The family lived in Ashmere throughout. Ashmere Borough Council owned the house.",
            role=None,
        ),
        Example(
            "Ashmere Hospitals NHS Foundation Trust, Fellside Constabulary and Ashmere Academy "
            "Trust each wrote a report, with help from the National Youth Advocacy Service."
        ),
        Example(
            "The Royal College of Nursing and the University of Bristol gave advice in London."
        ),
        Example("Father came from Ghana in 2012 and Mother had lived in Scotland as a child."),
        Example(
            "Horwath, J. (2013) Child Neglect. Wexcombe: Pallant Press, for Wexcombe College.",
            role=Role.REFERENCES,
        ),
        Example("She chose a Catholic school, and the NHS clinic sent a letter."),
        Example("Practitioners met for a day at the Drovers Arms Hotel.", role=Role.METHODOLOGY),
        Example("A Year 4 teacher in Special Needs spoke of it in Welsh and in May."),
        Example("The review about Child Q in Hackney and the reports on Rotherham say the same."),
    )

    def check(self, draft: Draft) -> Iterator[Finding]:
        for place in find_places(draft, self.settings):
            yield self.finding(
                draft,
                place.mentions,
                _message(place),
                f"Consider saying {_INSTEAD.get(place.kind, 'what kind of place it was')}, "
                "without the name.",
                confidence=place.confidence,
            )


def _message(place: Place) -> str:
    count = len(place.mentions)
    times = "" if count == 1 else f", {count} times"
    # What the list calls "a place of the neighbourhood" may be a station, a club or a farm.
    kind = place.kind.removesuffix(" of the neighbourhood")
    return f"“{place.name}” looks like the name of {kind}{times}."
