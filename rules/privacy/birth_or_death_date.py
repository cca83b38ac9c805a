"""PRV002: exact dates of birth and death."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from scr_lint import Draft, Example, Finding, Layer, Role, Rule, Severity, Span
from scr_lint.identity.times.life_events import births_and_deaths


class BirthOrDeathDate(Rule):
    """The exact date on which somebody was born or died.

    Why: a date of birth or death leads straight to registers, press reports, inquest lists and
    memorial pages, and from there to the name.

    Instead: give the year, the age band or the season ("born in the autumn of the year before",
    "died aged 3"). Where the order of events matters, count from the death: "two weeks before".

    Leaves alone: a year or a month alone; dates of inquests, funerals, reviews and publication;
    dates on which a service or a law was born or ended.
    """

    code = "PRV002"
    name = "birth-or-death-date"
    severity = Severity.ERROR
    basis = ("QM14.2", "QM14.identifiers")
    layers = Layer.PARSE | Layer.ENTITIES
    private = True
    flagged = (
        Example(
            "Child T was born on 4 September 2000 and grew up in the borough.",
            role=Role.FAMILY_BACKGROUND,
            marks=("4 September 2000",),
        ),
        Example(
            "Mother (DOB 3.7.89) had been in care as a child.",
            role=Role.FAMILY_BACKGROUND,
            marks=("3.7.89",),
        ),
        Example(
            "On the 9th of May, 2016 the baby died in hospital with his parents beside him.",
            role=Role.CHRONOLOGY,
            marks=("9th of May, 2016",),
        ),
        Example(
            "| Person | Date of birth |\n|---|---|\n| Child A | 12/11/2014 |\n| Sibling | 2012 |",
            role=Role.FAMILY_BACKGROUND,
            marks=("12/11/2014",),
        ),
        Example(
            "Her life was pronounced extinct at 05.40 on Sunday 1st March 2015.",
            role=Role.CHRONOLOGY,
            marks=("1st March 2015",),
        ),
        Example(
            "The period under review ends with the death of Child B on 23 October 2013.",
            role=Role.METHODOLOGY,
            marks=("23 October 2013",),
        ),
        Example(
            "Twins were delivered by emergency Caesarean section on November 30th.",
            role=Role.CHRONOLOGY,
            marks=("November 30th",),
        ),
        Example("Today, 6 June, would have been his fourteenth birthday.", marks=("6 June",)),
        Example("He collapsed in the night and could not be revived. That was on 3 May 2012."),
        Example(
            "He was admitted on 3 May 2012. He died that night.",
            role=Role.CHRONOLOGY,
            marks=("3 May 2012",),
        ),
        Example("The headstone reads “4 June 2009 – 11 May 2013”.", marks=("4 June 2009",)),
        Example(
            "Dates of birth differ: the nursery held 4 May 2011 and the surgery had 5 April 2011.",
            marks=("5 April 2011",),
        ),
        Example(
            "| Date | Event |\n|---|---|\n| 9/6/14 | Ambulance called. Pronounced dead at 21.10 |",
            role=Role.CHRONOLOGY,
            marks=("9/6/14",),
        ),
        Example(
            "The twins, due in the new year, came on Boxing Day 2012.", marks=("Boxing Day 2012",)
        ),
        Example(
            "Siblings: P (2.3.09), Q (14.6.11)", role=Role.FAMILY_BACKGROUND, marks=("14.6.11",)
        ),
        Example(
            "In March 2017 she was found floating in the lock on the last day of the month, "
            "31 March 2017, and the injury that killed her had been done on 30 March 2017.",
            marks=("30 March 2017",),
        ),
        Example("He says it was the ninth of the third, oh eight, when our Mam died."),
        Example(
            "She was born on Boxing Day 2013 and died on the first Sunday of August 2015.",
            marks=("the first Sunday of August 2015",),
        ),
        Example(
            "He was carried in on the second Sunday in Advent 2010, and died there that night.",
            marks=("the second Sunday in Advent 2010",),
        ),
        Example(
            "| Date | Time | Event |\n|---|---|---|\n| 9/6/14 | 21.10 | Life extinct, Dr on call |",
            role=Role.CHRONOLOGY,
            marks=("9/6/14",),
        ),
        Example("d.o.b. 17-Feb-2009", role=Role.APPENDIX, marks=("17-Feb-2009",)),
    )
    passed = (
        Example("Child A was born in 2014 and died before her second birthday."),
        Example("The inquest into the death was opened on 24 January 2014.", role=Role.CHRONOLOGY),
        Example(
            "On 3 March 2014 Mother told the midwife that she was worried about the birth.",
            role=Role.CHRONOLOGY,
        ),
        Example("He died in the winter of that year, aged 13."),
        Example(
            "The new partnership was born on 1 April 2019, when the Board was dissolved.",
            role=Role.INTRODUCTION,
        ),
        Example("The funeral took place on 14 June 2013.", role=Role.CHRONOLOGY),
        Example(
            "Section 4 came into force on 1 October 2008. Serious injury and death must be "
            "notified within five days."
        ),
        Example("Her date of birth was recorded wrongly in two systems."),
        Example(
            "Two months after the birth, on 12 June 2014, the case was closed.",
            role=Role.CHRONOLOGY,
        ),
        Example("On 3 May 2012 he threatened to kill her.", role=Role.CHRONOLOGY),
        Example("The police were told of the death on 4 June 2014.", role=Role.CHRONOLOGY),
        Example("The letter about her birthday was dated 4 June 2014.", role=Role.CHRONOLOGY),
        Example("The feast of St Brigid 1979 was kept in the parish.", role=Role.CHRONOLOGY),
        Example("The plan of 3 May 2012 was still in force when he died.", role=Role.CHRONOLOGY),
    )

    def check(self, draft: Draft) -> Iterator[Finding]:
        places: dict[tuple[int | None, int | None], list[Span]] = defaultdict(list)
        about: dict[tuple[int | None, int | None], str] = {}
        for event in births_and_deaths(draft):
            day = (event.date.month, event.date.day)
            places[day].append(event.span)
            about.setdefault(day, event.about)
        for day, spans in places.items():
            yield self.finding(
                draft,
                spans,
                f"This gives the exact date of a {about[day]}.",
                "Give the year, the season or the age instead.",
            )
